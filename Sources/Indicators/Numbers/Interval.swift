import Lingua

/// The values that a written figure may stand for. A nil bound is open: nothing is known on that side.
package struct Interval: Hashable, Sendable {
  package var lower: Rational?
  package var upper: Rational?

  package init(_ lower: Rational?, _ upper: Rational?) {
    self.lower = lower
    self.upper = upper
  }
  package init(_ exactly: Rational) { self.init(exactly, exactly) }

  package var isExact: Bool { lower != nil && lower == upper }
  package var isOpen: Bool { lower == nil || upper == nil }

  /// Upper less lower bound; nil for an open interval or on overflow.
  package var width: Rational? {
    guard let lower, let upper else { return nil }
    return upper.subtracting(lower)
  }

  package func contains(_ value: Rational) -> Bool {
    (lower.map { $0 <= value } ?? true) && (upper.map { value <= $0 } ?? true)
  }

  /// Whether some value may be in both.
  package func overlaps(_ other: Interval) -> Bool {
    if let lower, let end = other.upper, end < lower { return false }
    if let upper, let start = other.lower, upper < start { return false }
    return true
  }

  /// All values of `function`, which must be monotonic, over the interval; an open end stays open. Nil on overflow.
  package func mapped(falling: Bool = false, _ function: (Rational) -> Rational?) -> Interval? {
    let low = lower.map(function)
    let high = upper.map(function)
    if case .some(.none) = low { return nil }
    if case .some(.none) = high { return nil }
    return falling ? Interval(high ?? nil, low ?? nil) : Interval(low ?? nil, high ?? nil)
  }

  package func adding(_ other: Interval) -> Interval? { Interval.corners(self, other) { $0.adding($1) } }

  package func subtracting(_ other: Interval) -> Interval? {
    adding(Interval(other.upper?.negated, other.lower?.negated))
  }

  /// For positive divisors; nil where the divisor may be zero or negative, or on overflow.
  package func divided(by other: Interval) -> Interval? {
    guard let smallest = other.lower, smallest > .zero else { return nil }
    guard let lower, let upper, !lower.isNegative else {
      // Only the known side of a half-open dividend bounds the quotient.
      let low = lower.flatMap { low in !low.isNegative ? other.upper.map { low.divided(by: $0) } : nil }
      let high = upper.flatMap { high in !high.isNegative ? high.divided(by: smallest) : nil }
      return Interval(low ?? nil, high)
    }
    guard let high = upper.divided(by: smallest) else { return nil }
    guard let most = other.upper else { return Interval(nil, high) }
    guard let low = lower.divided(by: most) else { return nil }
    return Interval(low, high)
  }

  /// For intervals of positive numbers; nil otherwise or on overflow.
  package func multiplied(by other: Interval) -> Interval? {
    guard let low = lower, let otherLow = other.lower, !low.isNegative, !otherLow.isNegative else { return nil }
    return Interval.corners(self, other) { $0.multiplied(by: $1) }
  }

  private static func corners(_ a: Interval, _ b: Interval, _ combine: (Rational, Rational) -> Rational?) -> Interval? {
    var out = Interval(nil, nil)
    if let x = a.lower, let y = b.lower {
      guard let value = combine(x, y) else { return nil }
      out.lower = value
    }
    if let x = a.upper, let y = b.upper {
      guard let value = combine(x, y) else { return nil }
      out.upper = value
    }
    return out
  }
}

extension Observation {
  /// What the written figure may stand for, in its written unit: 970.24 is [970.235, 970.245]; a whole number of
  /// things (5318次) is exact; 超, 不足, 至少, 至多 leave a side open; 约 allows one unit of the last digit or half a
  /// unit of the last that is not zero, whichever is more (约42: 41–43, 约500: 450–550). Nil on overflow.
  package var interval: Interval? {
    let exact = value.rational
    switch qualifier {
    case .moreThan, .atLeast: return Interval(exact, nil)
    case .lessThan, .atMost: return Interval(nil, exact)
    case .about:
      guard let last = Rational(powerOfTen: -value.scale), let zeros = Rational(powerOfTen: value.trailingZeros) else {
        return nil
      }
      guard let half = last.multiplied(by: zeros)?.divided(by: Rational(2)) else { return nil }
      return exact.widened(by: max(last, half))
    case .exactly:
      if value.denominator > 1 || isWholeCount { return Interval(exact) }
      guard let half = Rational(powerOfTen: -value.scale)?.divided(by: Rational(2)) else { return nil }
      return exact.widened(by: half)
    }
  }
}

extension Observation {
  /// Whether it counts things one by one, so that a whole number is exact: 5318次, but neither 53.92万件 nor 每万人口…13件,
  /// which is an average.
  package var isWholeCount: Bool {
    guard unit.isCount, value.scale == 0 else { return false }
    let folded = Folded(name)
    return !averageWords.contains { folded.contains($0) }
  }
}

private let averageWords = FigureNameWords.shared.averages.map { Folded($0) }

extension ExactNumber {
  /// How many zeros end the digits: 2 for 500, 0 for 5.01.
  var trailingZeros: Int {
    var digits = significand
    var count = 0
    while digits != 0, digits % 10 == 0 { (digits, count) = (digits / 10, count + 1) }
    return count
  }
}

extension Rational {
  package func widened(by distance: Rational) -> Interval? {
    guard let low = subtracting(distance), let high = adding(distance) else { return nil }
    return Interval(low, high)
  }
}

extension Interval {
  /// The most digits after the point (negative: tens, hundreds) with which `value` may be printed: a digit is
  /// printed while the interval is no wider than three of its units, so that it is off by one and a half at most.
  /// Nil for an open interval.
  package func supportedDecimals(of value: Rational) -> Int? {
    guard let width, width >= .zero else { return nil }
    var decimals = -30
    while decimals < 12 {
      guard let unit = Rational(powerOfTen: -(decimals + 1)), let three = unit.multiplied(by: Rational(3)) else {
        break
      }
      if three < width { break }
      decimals += 1
    }
    return decimals
  }
}

extension Rational {
  /// How many significant digits the value shows when rounded to `decimals`; 0 when it rounds to zero.
  func digits(decimals: Int) -> Int {
    guard let shown = rounded(decimals: max(decimals, 0)), !shown.rational.isZero else { return 0 }
    let count = String(shown.significand.magnitude).count
    return decimals < 0 ? max(0, count + decimals) : count
  }
}
