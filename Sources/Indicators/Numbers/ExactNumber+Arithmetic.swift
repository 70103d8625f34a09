extension ExactNumber {
  /// The same number as a reduced fraction. Always exists: a decimal's denominator is at most 10^30.
  package var rational: Rational {
    Rational(significand, over: denominator == 1 ? powerOfTen(scale) ?? 1 : denominator) ?? .zero
  }

  /// A decimal where the fraction ends within 30 digits, else a fraction.
  package init?(_ rational: Rational) {
    var below = rational.denominator
    var twos = 0
    var fives = 0
    while below % 2 == 0 { (below, twos) = (below / 2, twos + 1) }
    while below % 5 == 0 { (below, fives) = (below / 5, fives + 1) }
    if below == 1, max(twos, fives) <= 30, let decimal = rational.rounded(decimals: max(twos, fives)) {
      self = decimal
    } else {
      self.init(significand: rational.numerator, denominator: rational.denominator)
    }
  }

  /// The sum with the more decimals of the two; nil on overflow.
  public func adding(_ other: ExactNumber) -> ExactNumber? {
    guard let sum = rational.adding(other.rational) else { return nil }
    return ExactNumber(sum)?.padded(toScale: max(scale, other.scale))
  }

  /// The difference with the more decimals of the two; nil on overflow.
  public func subtracting(_ other: ExactNumber) -> ExactNumber? { adding(other.negated) }

  /// Nil on overflow.
  public func multiplied(by other: ExactNumber) -> ExactNumber? {
    rational.multiplied(by: other.rational).flatMap { ExactNumber($0) }
  }

  /// A decimal where it ends, else a fraction; nil for a zero divisor or on overflow.
  public func divided(by other: ExactNumber) -> ExactNumber? {
    rational.divided(by: other.rational).flatMap { ExactNumber($0) }
  }

  /// The number with the other sign.
  public var negated: ExactNumber {
    ExactNumber(significand: -significand, scale: scale, denominator: denominator) ?? self
  }

  /// The number without its sign.
  public var magnitude: ExactNumber { isNegative ? negated : self }

  /// Whether both stand for the same number: `12.50` and `12.5` do, though they are not `==`.
  public func hasSameValue(as other: ExactNumber) -> Bool { rational == other.rational }

  /// Ordered by value.
  public func isLess(than other: ExactNumber) -> Bool { rational < other.rational }

  /// Times 10^power, exactly; nil on overflow.
  public func shifted(byPowerOfTen power: Int) -> ExactNumber? {
    guard let factor = Rational(powerOfTen: power), let product = rational.multiplied(by: factor) else { return nil }
    guard denominator == 1 else { return ExactNumber(product) }
    return ExactNumber(product)?.padded(toScale: max(0, scale - power))
  }

  /// Rounded half away from zero to `decimals` digits after the point; negative counts round to tens, hundreds.
  public func rounded(decimals: Int) -> ExactNumber? { rational.rounded(decimals: decimals) }

  /// Without trailing zeros after the point.
  package var trimmed: ExactNumber {
    guard denominator == 1 else { return self }
    var digits = significand
    var places = scale
    while places > 0, digits % 10 == 0 { (digits, places) = (digits / 10, places - 1) }
    return ExactNumber(significand: digits, scale: places) ?? self
  }

  /// With zeros up to `target` digits after the point, as far as they fit.
  package func padded(toScale target: Int) -> ExactNumber {
    guard denominator == 1 else { return self }
    var digits = significand
    var places = scale
    while places < min(target, 30) {
      let next = digits.multipliedReportingOverflow(by: 10)
      if next.overflow { break }
      (digits, places) = (next.partialValue, places + 1)
    }
    return ExactNumber(significand: digits, scale: places) ?? self
  }

  /// Digits from the first that is not zero to the last written, at least 1.
  package var significantDigits: Int { max(1, significand == 0 ? 1 : String(significand.magnitude).count) }
}
