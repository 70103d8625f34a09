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

  private static let multipliers: [(String, Int)] = [
    ("万亿", 12), ("萬億", 12), ("兆", 12), ("千亿", 11), ("百亿", 10), ("十亿", 9), ("亿", 8), ("億", 8), ("千万", 7), ("千萬", 7),
    ("百万", 6), ("百萬", 6), ("十万", 5), ("万", 4), ("萬", 4), ("千", 3), ("百", 2),
    ("trillion", 12), ("tn", 12), ("billion", 9), ("bn", 9), ("million", 6), ("mn", 6), ("thousand", 3),
  ]
  private static let wholeMeasures = ["千米", "千克", "千瓦", "千伏", "千卡", "百分点", "百分比", "兆瓦", "兆赫"]
}

extension String {
  fileprivate func trimmedPrefix(_ prefix: Character) -> String { String(drop { $0 == prefix }) }
}
