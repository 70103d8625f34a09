import StructuredData

/// Trade, and the partners it is told with. What each list holds, the file of the language says with an example.
package struct TradeWords: Sendable {
  package let measures, routes, partnerEnds, signed, kinds, ranked: [String]
  package let comingFrom: Set<String>
  package let directions: [(phrase: String, value: String)]

  package let openings: [Unicode.Scalar]

  init(_ fields: inout Fields) {
    openings = fields.signs("openings")
    measures = fields.words("measures")
    routes = fields.words("routes")
    comingFrom = fields.set("coming-from")
    partnerEnds = fields.words("partner-ends")
    signed = fields.words("signed")
    kinds = fields.words("kinds")
    ranked = fields.words("ranked")
    directions = fields.pairs("directions")
  }
}
