extension Observation {
  /// A change in 倍 or “times”.
  package var isMultiple: Bool { kind == .change && unit.kind.base == "%" && unit.kind.factor == Rational(100) }

  /// A change that tells the level as a multiple or a part of the base (是…的4.5倍, 恢复至…的81.7%), so that it has no sign.
  package var isTimes: Bool { kind == .change && form == .times && unit.kind.base == "%" }

  /// A percentage of something that the figure is held against and is no part of: 逆差相当于进口总值的7.7%.
  package var isComparison: Bool { kind == .share && form == .times }

  /// A multiple that is printed without a sign: a level over its base, or one of which nothing tells the form.
  package var isUnsignedMultiple: Bool { isTimes || isMultiple && form != .increase && !value.isNegative }

  /// By what the base was multiplied: 1.325 for +32.5%, 5.5 for 增长4.5倍, 4.5 for 是…的4.5倍, 4 for 翻两番. Nil for
  /// changes in other units, for a multiple whose ``form`` is not known, and on overflow.
  package var growthFactor: Rational? { factor(of: value.rational) }

  /// The factors that the rounding of the written change allows.
  package var growthFactorInterval: Interval? {
    guard kind == .change else { return nil }
    if unit.measure == "番" {
      // 翻超一番: at least twice as much.
      guard let factor = growthFactor else { return nil }
      switch qualifier {
      case .exactly: return Interval(factor)
      case .moreThan, .atLeast: return Interval(factor, nil)
      case .lessThan, .atMost: return Interval(nil, factor)
      case .about: return nil
      }
    }
    return interval?.mapped { factor(of: $0) }
  }

  private func factor(of written: Rational) -> Rational? {
    guard kind == .change else { return nil }
    if unit.measure == "番" {
      guard written.isInteger, let times = Int(exactly: written.numerator), (0...20).contains(times) else { return nil }
      return Rational(2).raised(to: times)
    }
    guard let ratio = proportion(of: written), !isMultiple || form == .increase || form == .times else { return nil }
    return isTimes ? ratio : ratio.adding(.one)
  }

  /// The figure as a part of one: 0.1993 for 19.93%, 0.35 for 三成半, 1/3; nil where the unit is no proportion.
  package var proportion: Rational? { proportion(of: value.rational) }

  /// The parts of one that the written figure may stand for.
  package var proportionInterval: Interval? { interval?.mapped { proportion(of: $0) } }

  private func proportion(of written: Rational) -> Rational? {
    let measure = unit.kind
    // Members of a ratio (17.4:34.2:48.4) are shares without a unit too, but no parts of one.
    if unit.measure.isEmpty, unit.multiplier == 0, kind == .share && written <= .one || value.denominator > 1 { return written }
    guard measure.dimension == .proportion, unit.multiplier == 0 else { return nil }
    return written.multiplied(by: measure.factor)?.divided(by: Rational(100))
  }
}
