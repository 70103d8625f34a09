extension Deriving {
  /// The level before each change, and the change in the level's own unit where a rate is stated.
  mutating func bases(of level: Observation, changes: [Observation]) {
    guard let range = level.interval else { return }
    // Of several changes from one period the first counts; check.c8 finds the others.
    var bases: Set<Period> = []
    for change in changes {
      guard let base = change.basePeriod, level.period == nil || change.period == level.period else { continue }
      guard !change.isRealGrowth(of: level, concepts: concepts), bases.insert(base).inserted else { continue }
      if let before = self.level(like: level, period: base) {
        difference(of: level, before)
      } else if let factor = change.growthFactor, factor > .zero, let factors = change.growthFactorInterval {
        let shown = growthExpression(change)
        let estimate = level.value.rational.divided(by: factor).flatMap { nominal in
          range.divided(by: factors).map { estimated(nominal, $0, like: level) }
        }
        file(.base, [level, change], estimate, expression: "\(level.value.printed()) ÷ \(shown)", like: level) {
          $0.period = base
        }
        absoluteChange(of: level, change, factors: factors, shown: shown)
      } else if let step = change.quantity(in: level.unit), let spread = change.interval(in: level.unit) {
        let estimate = level.value.rational.subtracting(step).flatMap { nominal in
          range.subtracting(spread).map {
            estimated(nominal, $0, like: level)
          }
        }
        guard let estimate, estimate.nominal > .zero else { continue }
        file(.base, [level, change], estimate, expression: differenceExpression(level, [change]), like: level) {
          $0.period = base
        }
      }
    }
  }

  /// The change from the year before where both levels are stated and their change is not: in %, for rates in
  /// percentage points.
  mutating func change(of level: Observation) {
    guard let period = level.period, period.start.year == period.end.year,
      let before = self.level(like: level, period: period.moved(years: -1))
    else { return }
    if level.unit.kind.dimension == .proportion {
      difference(of: level, before)
      return
    }
    let hundred = Rational(100)
    let growth = { (ratio: Rational) in ratio.subtracting(.one)?.multiplied(by: hundred) }
    guard let after = level.interval, let first = before.interval(in: level.unit), let range = after.divided(by: first),
      let base = before.quantity(in: level.unit), let ratio = level.value.rational.divided(by: base),
      let nominal = growth(ratio), let spread = range.mapped(growth)
    else { return }
    file(
      .growth, [level, before], Estimate(nominal: nominal, interval: spread, unit: Unit("%"), mostDecimals: 1),
      expression: quotientExpression(level, before),
      like: level
    ) {
      $0.kind = .change
      $0.of = level.id
    }
  }

  /// level − base, both stated.
  private mutating func difference(of level: Observation, _ before: Observation) {
    guard let after = level.interval, let first = before.interval(in: level.unit),
      let base = before.quantity(in: level.unit), let nominal = level.value.rational.subtracting(base), !nominal.isZero
    else { return }
    let isRate = level.unit.kind.base == "%" && level.unit.kind.factor == .one
    let unit = isRate ? Unit("个百分点") : level.unit
    let estimate = after.subtracting(first).map {
      Estimate(
        nominal: nominal, interval: $0, unit: unit, isWhole: level.isWholeCount,
        mostDecimals: max(level.value.scale, before.value.scale))
    }
    file(.absoluteChange, [level, before], estimate, expression: differenceExpression(level, [before]), like: level) {
      $0.kind = .change
      $0.of = level.id
    }
  }

  /// level × (1 − 1/factor): exact in both inputs, so that they are not counted twice.
  private mutating func absoluteChange(of level: Observation, _ change: Observation, factors: Interval, shown: String) {
    guard let range = level.interval, let least = factors.lower, least > .zero else { return }
    let part = { (factor: Rational) in Rational.one.divided(by: factor).flatMap { Rational.one.subtracting($0) } }
    guard let nominalPart = change.growthFactor.flatMap(part), let parts = factors.mapped(part) else { return }
    let nominal = level.value.rational.multiplied(by: nominalPart)
    let product = parts.lower?.isNegative == true ? falling(range, parts) : range.multiplied(by: parts)
    let estimate = nominal.flatMap { nominal in product.map { estimated(nominal, $0, like: level) } }
    file(
      .absoluteChange, [level, change], estimate,
      expression: "\(level.value.printed()) − \(level.value.printed()) ÷ \(shown)", like: level
    ) {
      $0.kind = .change
      $0.of = level.id
    }
  }

  /// The product of a positive and a negative interval; nil where the second crosses zero.
  private func falling(_ range: Interval, _ parts: Interval) -> Interval? {
    guard let most = parts.upper, !(most > .zero) else { return nil }
    let flipped = Interval(most.negated, parts.lower?.negated)
    return range.multiplied(by: flipped).map { Interval($0.upper?.negated, $0.lower?.negated) }
  }

  /// Of the kind of a level: in its unit, with no more decimals, and whole where it is a count of things.
  func estimated(_ nominal: Rational, _ interval: Interval, like level: Observation) -> Estimate {
    Estimate(
      nominal: nominal, interval: interval, unit: level.unit, isWhole: level.isWholeCount,
      mostDecimals: level.value.scale)
  }
}

/// `(1 + 119.25%)`, `(1 − 3.2%)`, `(1 + 4.5)`, `4.5`, `81.7%`, `2^3`.
func growthExpression(_ change: Observation) -> String {
  let size = change.value.magnitude.printed()
  if change.unit.measure == "番" { return size == "1" ? "2" : "2^\(size)" }
  let percent = change.unit.kind.base == "%" && change.unit.kind.factor == .one
  if change.isTimes { return size + (percent ? "%" : change.unit.kind.factor == Rational(10) ? "成" : "") }
  let sign = change.value.isNegative ? "−" : "+"
  if percent { return "(1 \(sign) \(size)%)" }
  return "(1 \(sign) \(change.unit.kind.factor == Rational(10) ? size + "成" : size))"
}

/// `970.24 − 897.25`, with units where they differ.
func differenceExpression(_ whole: Observation, _ parts: [Observation]) -> String {
  let same = parts.allSatisfy { $0.unit.written == whole.unit.written }
  let show = { (figure: Observation) in figure.value.magnitude.printed() + (same ? "" : figure.unit.written) }
  return parts.reduce(show(whole)) { $0 + ($1.value.isNegative ? " + " : " − ") + show($1) }
}

/// `1亿元 ÷ 1000万元 − 1`, with units where they differ.
private func quotientExpression(_ level: Observation, _ base: Observation) -> String {
  let same = level.unit.written == base.unit.written
  let show = { (figure: Observation) in figure.value.printed() + (same ? "" : figure.unit.written) }
  return "\(show(level)) ÷ \(show(base)) − 1"
}

extension Observation {
  /// The value in another unit; a change in 个百分点 counts as % of a level in %. Nil for another measure.
  func quantity(in other: Unit) -> Rational? { value.rational.inUnit(other, from: unit, isChange: kind == .change) }

  package func interval(in other: Unit) -> Interval? {
    interval?.mapped { $0.inUnit(other, from: unit, isChange: kind == .change) }
  }
}

extension Rational {
  fileprivate func inUnit(_ other: Unit, from unit: Unit, isChange: Bool) -> Rational? {
    if isChange, unit.kind.base == "个百分点", other.kind.base == "%" { return divided(by: other.kind.factor) }
    if isChange, unit.kind.base == "%", other.kind.base == "%" { return nil }
    guard unit.isComparable(with: other) else { return nil }
    return multiplied(by: unit.baseFactor)?.divided(by: other.baseFactor)
  }
}
