import StructuredData

/// What the names and places of figures tell, as `language/names.yaml` lists them.
package final class FigureNameWords: Sendable {
  package static let shared = SharedWords.read("names.yaml", shape)

  package let nations, worlds, placeEndings, wideAreas, areaEndings, provinces, unnamedWholes, leadingWords, leadingVerbs, averages,
    aims, realMeasures, amountEndings, countEndings, growths, between, orMore, orLess, comingNear, highest: [String]

  private init(_ fields: inout Fields) {
    nations = fields.words("nations")
    worlds = fields.words("worlds")
    placeEndings = fields.words("place-endings")
    wideAreas = fields.words("wide-areas")
    areaEndings = fields.words("area-endings")
    provinces = fields.words("provinces")
    unnamedWholes = fields.words("unnamed-wholes")
    leadingWords = fields.words("leading-words")
    leadingVerbs = fields.words("leading-verbs")
    averages = fields.words("averages")
    aims = fields.words("aims")
    realMeasures = fields.words("real-measures")
    amountEndings = fields.words("amount-endings")
    countEndings = fields.words("count-endings")
    growths = fields.words("growths")
    between = fields.words("between")
    orMore = fields.words("or-more")
    orLess = fields.words("or-less")
    comingNear = fields.words("coming-near")
    highest = fields.words("highest")
  }

  private static let shape = NodeShape<FigureNameWords>.record("FigureNameWords") { FigureNameWords(&$0) }
}
