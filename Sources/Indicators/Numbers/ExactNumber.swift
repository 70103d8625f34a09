/// A number exactly as written: a decimal with its digits kept (`12.50` is not `12.5`), or a fraction such as 1/3.
/// Never a `Double` round trip.
public struct ExactNumber: Hashable, Sendable {
  /// All digits without the point; negative for a decline.
  public let significand: Int128
  /// Digits after the point, at least 0.
  public let scale: Int
  /// 1 for a decimal.
  public let denominator: Int128

  /// `significand × 10^-scale ÷ denominator`; nil for a scale outside 0...30, a denominator below 1, a fraction of a
  /// decimal, or the one significand that has no negative.
  public init?(significand: Int128, scale: Int = 0, denominator: Int128 = 1) {
    guard (0...30).contains(scale), denominator >= 1, denominator == 1 || scale == 0, significand != .min else {
      return nil
    }
    self.significand = significand
    self.scale = scale
    self.denominator = denominator
  }

  /// A whole number.
  public init(_ integer: Int) {
    significand = Int128(integer)
    scale = 0
    denominator = 1
  }

  /// Reads `970.24`, `-3.2`, `1/3`: ASCII digits only; nil for anything else or more than 36 digits.
  public init?(_ text: String) {
    var significand: Int128 = 0
    var scale = 0
    var denominator: Int128 = 1
    var digits = 0
    var sawPoint = false
    var rest = text.unicodeScalars[...]
    let negative = rest.first == "-" || rest.first == "\u{2212}"
    if negative { rest.removeFirst() }
    while let scalar = rest.popFirst() {
      if scalar == "/" {
        let below = rest.allSatisfy { ("0"..."9").contains($0) } ? Int128(String(String.UnicodeScalarView(rest))) : nil
        guard digits > 0, !sawPoint, let below, below >= 1 else { return nil }
        denominator = below
        break
      }
      if scalar == "." {
        if sawPoint { return nil }
        sawPoint = true
        continue
      }
      guard ("0"..."9").contains(scalar), digits < 36 else { return nil }
      significand = significand * 10 + Int128(scalar.value - 48)
      digits += 1
      if sawPoint { scale += 1 }
    }
    guard digits > 0, scale <= 30, !(sawPoint && scale == 0) else { return nil }
    self.significand = negative ? -significand : significand
    self.scale = scale
    self.denominator = denominator
  }

  /// The nearest double, for positions on a page, never for printing.
  public var doubleValue: Double {
    var power = 1.0
    for _ in 0..<scale { power *= 10 }
    return Double(significand) / power / Double(denominator)
  }

  /// Whether it is below 0.
  public var isNegative: Bool { significand < 0 }
  package var isZero: Bool { significand == 0 }
}

extension ExactNumber: CustomStringConvertible {
  /// As it is read from a text: ASCII digits, `-` for a decline, no grouping.
  public var description: String {
    // Most numbers are short, and 64 bits are far faster to write than 128.
    var digits = UInt64(exactly: significand.magnitude).map { String($0) } ?? String(significand.magnitude)
    if scale > 0 {
      let missing = scale - digits.utf8.count + 1
      if missing > 0 { digits = String(repeating: "0", count: missing) + digits }
      digits.insert(".", at: digits.utf8.index(digits.endIndex, offsetBy: -scale))
    }
    if significand < 0 { digits.insert("-", at: digits.startIndex) }
    return denominator == 1 ? digits : "\(digits)/\(denominator)"
  }
}
