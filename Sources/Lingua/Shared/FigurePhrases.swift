import StructuredData

/// What stands round a figure; {…} stands for what is filled in.
package struct FigurePhrases: Sendable {
  package let unit, derived, planned, target, forecast, aim, chart, others, comma, semicolon, colon, stop, more, sinceBefore,
    placeBefore, placeAfter, over, nearly, about, note, source: String
  /// Names of the festivals and holidays that figures are of, by key; `occasion` puts one and a period together.
  package let occasions: [String: String]
  package let occasion: String
  /// How notes and sources begin that need no word before them.
  package let noteOpenings, sourceOpenings: [String]

  init(_ fields: inout Fields) {
    unit = fields.printed("unit")
    derived = fields.printed("derived")
    planned = fields.printed("planned")
    target = fields.printed("target")
    forecast = fields.printed("forecast")
    aim = fields.printed("aim")
    chart = fields.printed("chart")
    others = fields.printed("others")
    comma = fields.printed("comma")
    semicolon = fields.printed("semicolon")
    colon = fields.printed("colon")
    stop = fields.printed("stop")
    more = fields.printed("more")
    sinceBefore = fields.printed("since-before")
    placeBefore = fields.printed("place-before")
    placeAfter = fields.printed("place-after")
    over = fields.printed("over")
    nearly = fields.printed("nearly")
    about = fields.printed("about")
    note = fields.printed("note")
    source = fields.printed("source")
    occasions = fields.printedByKey("occasions")
    occasion = fields.printed("occasion")
    noteOpenings = fields.words("note-openings")
    sourceOpenings = fields.words("source-openings")
  }
}
