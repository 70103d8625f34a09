/// The two senses of 倍 and of “times”.
package enum MultipleReading: Hashable, Sendable {
  /// 增长4.5倍: the difference is 4.5 times the base, the level 5.5 times.
  case more
  /// 是2015年的4.5倍, 增至4.5倍: the level is 4.5 times the base.
  case asMuch
}

extension Observation {
  /// How a change in 倍 is meant, from the words before it; nil for other figures.
  package var multipleReading: MultipleReading? {
    guard kind == .change, unit.kind.base == "%", unit.kind.factor == Rational(100) else { return nil }
    if let rule, rule.contains("as-much") || rule.contains("multiple-of") { return .asMuch }
    var lead = source.map { Array($0.lead(12).unicodeScalars) } ?? []
    let skipped: Set<Unicode.Scalar> = ["约", "近", "超", "过", "逾", "達", "达", " ", "的", "约", "約", "過", "了"]
    var sawOf = false
    while let last = lead.last, skipped.contains(last) {
      if last == "的" { sawOf = true }
      lead.removeLast()
    }
    if sawOf { return .asMuch }
    if let last = lead.last, ["至", "到", "为", "為", "是"].contains(last) { return .asMuch }
    let trail = source?.trail(16).lowercased() ?? ""
    if trail.hasPrefix(" as ") || trail.hasPrefix(" the ") || trail.hasPrefix(" that of") { return .asMuch }
    return .more
  }

  /// By what the base was multiplied: 1.325 for +32.5%, 5.5 for 增长4.5倍, 4.5 for 是…的4.5倍, 4 for 翻两番. Nil for
  /// changes in other units and on overflow.
  package var growthFactor: Rational? { factor(of: value.rational) }

  /// The factors that the rounding of the written change allows.
  package var growthFactorInterval: Interval? {
    guard kind == .change else { return nil }
    if unit.measure == "番" { return growthFactor.map { Interval($0) } }
    return interval?.mapped { factor(of: $0) }
  }

  private func factor(of written: Rational) -> Rational? {
    guard kind == .change else { return nil }
    if unit.measure == "番" {
      guard written.isInteger, let times = Int(exactly: written.numerator), (0...20).contains(times) else { return nil }
      return Rational(2).raised(to: times)
    }
    guard let ratio = proportion(of: written) else { return nil }
    return multipleReading == .asMuch ? ratio : ratio.adding(.one)
  }

  /// The figure as a part of one: 0.1993 for 19.93%, 0.35 for 三成半, 1/3; nil where the unit is no proportion.
  package var proportion: Rational? { proportion(of: value.rational) }

  /// The parts of one that the written figure may stand for.
  package var proportionInterval: Interval? { interval?.mapped { proportion(of: $0) } }

  private func proportion(of written: Rational) -> Rational? {
    let measure = unit.kind
    if unit.measure.isEmpty, unit.multiplier == 0, kind == .share || value.denominator > 1 { return written }
    guard measure.dimension == .proportion, unit.multiplier == 0 else { return nil }
    return written.multiplied(by: measure.factor)?.divided(by: Rational(100))
  }
}
