/// A result of arithmetic on figures before it is rounded: the value of the inputs as written and what their rounding
/// allows, both in `unit`.
struct Estimate {
  var nominal: Rational
  var interval: Interval
  var unit: Unit
  /// Whether it counts things, of which there is no half.
  var isWhole = false
  /// Most decimals to print where they lie in the interval: those of the level it comes from, few for growth and
  /// multiples; nil for as many as the interval supports.
  var mostDecimals: Int?

  /// A figure that claims no more than the estimate does. Nil where nothing can be said: open on both sides, wider than
  /// half the value, or too large to print.
  ///
  /// - Parameter isAbout: an input said 约.
  func settled(isAbout: Bool) -> Settled? {
    if let lower = interval.lower, interval.upper == nil {
      return bound(lower, .down).map { Settled(value: $0, qualifier: .moreThan, lower: $0, upper: nil) }
    }
    if let upper = interval.upper, interval.lower == nil {
      return bound(upper, .up).map { Settled(value: $0, qualifier: .lessThan, lower: nil, upper: $0) }
    }
    guard let low = interval.lower, let high = interval.upper else { return nil }
    // An interval of half the value says too little to print a figure.
    if let width = interval.width, let twice = width.multiplied(by: Rational(2)), nominal.magnitude < twice {
      return nil
    }
    var qualifier: Observation.Qualifier = isAbout ? .about : .exactly
    if isWhole, let first = low.rounded(decimals: 0, .up), let last = high.rounded(decimals: 0, .down) {
      if first == last { return Settled(value: first, qualifier: qualifier, lower: first, upper: last) }
      // No whole number lies in it: the stated growth was rounded from other figures than the level.
      if last.isLess(than: first) { qualifier = .about }
    }
    if low == high, !isWhole { return settledExactly(qualifier) }
    guard let supported = interval.supportedDecimals(of: nominal) else { return nil }
    var decimals = isWhole ? min(supported, 0) : supported
    if let mostDecimals { decimals = min(decimals, mostDecimals) }
    // A figure stands beside its interval and so must lie in it, if it takes another digit, uncertain as that is.
    while !isWhole, decimals <= supported, let coarse = nominal.rounded(decimals: decimals)?.rational,
      !interval.contains(coarse)
    {
      decimals += 1
    }
    guard let value = nominal.rounded(decimals: decimals), let bounds = bounds(low, high, decimals: decimals + 1) else {
      return nil
    }
    return Settled(value: value, qualifier: qualifier, lower: bounds.lower, upper: bounds.upper)
  }

  /// Of exact inputs every digit is certain, as of 9684 ÷ 48216: as many are printed as the kind of figure has, else four, and the
  /// bounds are the nearest such numbers below and above.
  private func settledExactly(_ qualifier: Observation.Qualifier) -> Settled? {
    var decimals = mostDecimals ?? 0
    if mostDecimals == nil { while decimals < 6, nominal.digits(decimals: decimals) < 4 { decimals += 1 } }
    guard let value = nominal.rounded(decimals: decimals), let lower = nominal.rounded(decimals: decimals, .down),
      let upper = nominal.rounded(decimals: decimals, .up)
    else { return nil }
    return Settled(value: value.trimmed, qualifier: qualifier, lower: lower.trimmed, upper: upper.trimmed)
  }

  /// Both bounds, with as many decimals more as it takes to tell them apart.
  private func bounds(
    _ low: Rational, _ high: Rational, decimals: Int
  ) -> (lower: ExactNumber, upper: ExactNumber)? {
    for places in decimals...decimals + 4 {
      guard let lower = low.rounded(decimals: places), let upper = high.rounded(decimals: places) else { return nil }
      if low == high || lower.isLess(than: upper) || places == decimals + 4 { return (lower, upper) }
    }
    return nil
  }

  /// A one-sided bound with three digits, rounded to the safe side: 超26万件 ÷ (1 + 8.5%) is 超23.9万件.
  private func bound(_ value: Rational, _ mode: Rational.Rounding) -> ExactNumber? {
    var decimals = -30
    while decimals < 12, value.digits(decimals: decimals) < 3 { decimals += 1 }
    if isWhole { decimals = min(decimals, 0) }
    return value.rounded(decimals: decimals, mode)?.trimmed
  }
}

/// A figure as it may be printed.
struct Settled {
  var value: ExactNumber
  var qualifier: Observation.Qualifier
  var lower: ExactNumber?
  var upper: ExactNumber?
}

extension Estimate {
  /// The same estimate in a smaller unit where it would begin with zeros: 0.021亿元 is 210万元, 0.0013万元 is 13元.
  var inReadableUnit: Estimate {
    var result = self
    while let smaller = result.unit.smaller, let tenth = Rational(1, over: 10), result.nominal.magnitude < tenth,
      let factor = Rational(powerOfTen: result.unit.multiplier - smaller.multiplier),
      let scaled = result.nominal.multiplied(by: factor),
      let range = result.interval.mapped({ $0.multiplied(by: factor) })
    {
      result.nominal = scaled
      result.interval = range
      result.unit = smaller
    }
    return result
  }
}

extension Unit {
  /// 亿 below 万亿, 万 below 亿, none below 万; million below billion.
  fileprivate var smaller: Unit? {
    for (large, small) in Unit.steps {
      guard let place = written.firstRange(of: large) else { continue }
      var words = written
      words.replaceSubrange(place, with: small)
      let next = Unit(words)
      // 兆瓦 is no multiple of 瓦 here.
      return next.measure == measure && next.multiplier < multiplier ? next : nil
    }
    return nil
  }

  private static let steps = [
    ("万亿", "亿"), ("萬億", "億"), ("兆", "億"), ("亿", "万"), ("億", "萬"), ("万", ""), ("萬", ""), ("trillion", "billion"), ("tn", "bn"),
    ("billion", "million"), ("bn", "mn"),
  ]
}
