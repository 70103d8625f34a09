/// A reduced fraction. Every operation is exact or nil: nothing traps and nothing is rounded on the way.
package struct Rational: Hashable, Sendable {
  package let numerator: Int128
  /// At least 1.
  package let denominator: Int128

  /// Nil for a zero denominator, or where a reduced term does not fit.
  package init?(_ numerator: Int128, over denominator: Int128 = 1) {
    guard denominator != 0 else { return nil }
    let divisor = greatestCommonDivisor(numerator.magnitude, denominator.magnitude)
    let below = denominator.magnitude / divisor
    let above = numerator.magnitude / divisor
    guard let bottom = Int128(exactly: below), let top = Int128(exactly: above) else { return nil }
    self.numerator = (numerator < 0) != (denominator < 0) ? -top : top
    self.denominator = bottom
  }

  package init(_ integer: Int) {
    numerator = Int128(integer)
    denominator = 1
  }

  /// 10^power; nil outside ±38.
  package init?(powerOfTen power: Int) {
    guard (-38...38).contains(power), let ten = powerOfTen(abs(power)) else { return nil }
    self.init(power < 0 ? 1 : ten, over: power < 0 ? ten : 1)
  }

  package static let zero = Rational(0)
  package static let one = Rational(1)

  package var isNegative: Bool { numerator < 0 }
  package var isZero: Bool { numerator == 0 }
  package var isInteger: Bool { denominator == 1 }
  package var negated: Rational { Rational(reduced: -numerator, denominator) }
  package var magnitude: Rational { isNegative ? negated : self }

  private init(reduced numerator: Int128, _ denominator: Int128) {
    self.numerator = numerator
    self.denominator = denominator
  }

  package func adding(_ other: Rational) -> Rational? {
    let shared = Int128(greatestCommonDivisor(denominator.magnitude, other.denominator.magnitude))
    let left = numerator.multipliedReportingOverflow(by: other.denominator / shared)
    let right = other.numerator.multipliedReportingOverflow(by: denominator / shared)
    let sum = left.partialValue.addingReportingOverflow(right.partialValue)
    let below = denominator.multipliedReportingOverflow(by: other.denominator / shared)
    if left.overflow || right.overflow || sum.overflow || below.overflow { return nil }
    return Rational(sum.partialValue, over: below.partialValue)
  }

  package func subtracting(_ other: Rational) -> Rational? { adding(other.negated) }

  package func multiplied(by other: Rational) -> Rational? {
    let first = Int128(greatestCommonDivisor(numerator.magnitude, other.denominator.magnitude))
    let second = Int128(greatestCommonDivisor(other.numerator.magnitude, denominator.magnitude))
    let above = (numerator / first).multipliedReportingOverflow(by: other.numerator / second)
    let below = (denominator / second).multipliedReportingOverflow(by: other.denominator / first)
    if above.overflow || below.overflow { return nil }
    return Rational(above.partialValue, over: below.partialValue)
  }

  /// Nil for a zero divisor too.
  package func divided(by other: Rational) -> Rational? {
    guard !other.isZero else { return nil }
    return multiplied(
      by: Rational(
        reduced: other.isNegative ? -other.denominator : other.denominator, Int128(other.numerator.magnitude)))
  }

  /// Whole power, also negative.
  package func raised(to exponent: Int) -> Rational? {
    var result = Rational.one
    for _ in 0..<min(abs(exponent), 400) {
      guard let next = result.multiplied(by: self) else { return nil }
      result = next
    }
    guard abs(exponent) <= 400 else { return nil }
    return exponent < 0 ? Rational.one.divided(by: result) : result
  }
}

extension Rational: Comparable {
  /// Exact for all values: the cross products are taken in 256 bits.
  package static func < (a: Rational, b: Rational) -> Bool {
    if a.isNegative != b.isNegative { return a.isNegative }
    let left = a.numerator.magnitude.multipliedFullWidth(by: b.denominator.magnitude)
    let right = b.numerator.magnitude.multipliedFullWidth(by: a.denominator.magnitude)
    let smaller = (left.high, left.low) < (right.high, right.low)
    let larger = (left.high, left.low) > (right.high, right.low)
    return a.isNegative ? larger : smaller
  }
}

extension Rational {
  package enum Rounding: Hashable, Sendable {
    /// Half away from zero.
    case nearest
    /// Towards negative infinity.
    case down
    /// Towards positive infinity.
    case up
  }

  /// A decimal with `decimals` digits after the point; negative counts round to tens, hundreds. Nil where it does not fit.
  package func rounded(decimals: Int, _ mode: Rounding = .nearest) -> ExactNumber? {
    guard decimals <= 30, decimals >= -38, let scale = powerOfTen(abs(decimals)) else { return nil }
    let below = denominator.magnitude
    var quotient: UInt128
    let rest: UInt128
    let divisor: UInt128
    if decimals >= 0 {
      let wide = numerator.magnitude.multipliedFullWidth(by: scale.magnitude)
      guard wide.high < below else { return nil }
      (quotient, rest) = below.dividingFullWidth(wide)
      divisor = below
    } else {
      let product = below.multipliedReportingOverflow(by: scale.magnitude)
      divisor = product.overflow ? .max : product.partialValue
      (quotient, rest) = numerator.magnitude.quotientAndRemainder(dividingBy: divisor)
    }
    let away =
      switch mode {
      case .nearest: rest >= divisor - rest && rest > 0
      case .down: isNegative && rest > 0
      case .up: !isNegative && rest > 0
      }
    if away { quotient += 1 }
    guard let digits = Int128(exactly: quotient) else { return nil }
    let signed = isNegative ? -digits : digits
    if decimals >= 0 { return ExactNumber(significand: signed, scale: decimals) }
    let whole = signed.multipliedReportingOverflow(by: scale)
    return whole.overflow ? nil : ExactNumber(significand: whole.partialValue)
  }
}

/// Both magnitudes at most 2^127; 1 when both are zero, so that it may always divide.
func greatestCommonDivisor(_ a: UInt128, _ b: UInt128) -> UInt128 {
  var (a, b) = (a, b)
  while b != 0 { (a, b) = (b, a % b) }
  return a == 0 ? 1 : a
}

/// 10^power for 0...38, else nil.
func powerOfTen(_ power: Int) -> Int128? {
  guard (0...38).contains(power) else { return nil }
  var result: Int128 = 1
  for _ in 0..<power { result *= 10 }
  return result
}
