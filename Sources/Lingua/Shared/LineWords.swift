import StructuredData

/// What stays together where Chinese text is broken into lines, as `language/lines.yaml` lists it.
package final class LineWords: Sendable {
  package static let shared = SharedWords.read("lines.yaml", shape)

  package let beforeNumbers, percentSigns, magnitudes, more, dateParts, particles, joins, times: Set<Unicode.Scalar>
  /// By their signs; longer ones before those they begin with.
  package let units, englishUnits, currencies: [[Unicode.Scalar]]

  private init(_ fields: inout Fields) {
    beforeNumbers = Set(fields.signs("before-numbers"))
    percentSigns = Set(fields.signs("percent-signs"))
    magnitudes = Set(fields.signs("magnitudes"))
    more = Set(fields.signs("more"))
    dateParts = Set(fields.signs("date-parts"))
    particles = Set(fields.signs("particles"))
    joins = Set(fields.signs("joins"))
    times = Set(fields.signs("times"))
    units = fields.words("units").map { Array($0.unicodeScalars) }
    englishUnits = fields.words("english-units").map { Array($0.unicodeScalars) }
    currencies = fields.words("currencies").map { Array($0.unicodeScalars) }
  }

  private static let shape = NodeShape<LineWords>.record("LineWords") { LineWords(&$0) }
}
