import Lingua

/// A unit as written, and what it means: SDMX's unit measure with its unit multiplier.
public struct Unit: Hashable, Sendable {
  /// `亿元`, `万件`, `%`, `个百分点`, `$ billion`; empty for a bare number.
  public let written: String
  /// Power of ten of the written multiplier: 8 for 亿, 4 for 万, 6 for million.
  public let multiplier: Int
  /// The unit without multiplier: `元`, `件`, `%`.
  public let measure: String
  /// Place of the measure among the known ones, -1 for one of its own.
  let known: Int

  /// A unit whose parts are known.
  public init(written: String, multiplier: Int, measure: String) {
    self.written = written
    self.multiplier = multiplier
    self.measure = measure
    known = Measure.place(of: measure)
  }

  /// Splits the multiplier off: `万亿元` is 10¹² 元. Characters that only look like one (千米, 百分点) stay in the measure.
  public init(_ written: String) {
    // $ billion, £ million, SEK billion: the currency stands before the multiplier.
    let parts = written.split(separator: " ", maxSplits: 1)
    let currency = parts.count == 2 && Measure(String(parts[0])).dimension == .money ? String(parts[0]) : ""
    let text = currency.isEmpty ? written : String(parts[1])
    for (prefix, power) in Unit.multipliers where text.hasPrefix(prefix) {
      let rest = String(text.dropFirst(prefix.count))
      if Unit.wholeMeasures.contains(where: { text.hasPrefix($0) }) { break }
      self.init(
        written: written, multiplier: power, measure: currency + rest.trimmedPrefix(" "))
      return
    }
    self.init(written: written, multiplier: 0, measure: written)
  }

  private static let multipliers = UnitList.shared.multipliers
  private static let wholeMeasures = UnitList.shared.wholeMeasures
}

extension String {
  fileprivate func trimmedPrefix(_ prefix: Character) -> String { String(drop { $0 == prefix }) }
}
