import Diagnostics

extension Checking {
  /// C4 to C7: each change against its level and the stated base.
  mutating func growth() {
    for indicator in indicators {
      for change in indicator.changes {
        decline(change)
        guard let level = indicator.level, change.period == level.period || level.period == nil else { continue }
        if change.isRealGrowth(of: level, concepts: concepts) { continue }
        let base = change.basePeriod.flatMap { self.level(like: level, period: $0) }
        if isRate(level), change.unit.kind.base == "%", change.unit.kind.factor == .one {
          points(level, change, base)
        } else if let base {
          compare(level, change, base)
        }
      }
    }
  }

  private func isRate(_ level: Observation) -> Bool {
    level.unit.kind.dimension == .proportion && level.unit.measure != "倍"
  }

  /// C6: 减少N倍 and declines of more than 100 %.
  private mutating func decline(_ change: Observation) {
    guard change.value.isNegative, change.unit.measure != "番" else { return }
    if change.unit.measure == "倍" {
      let whole = change.value.magnitude.rational >= .one
      find(
        whole ? .error : .warning, "c6-decrease",
        say(
          "\(quoted(change)): a quantity cannot fall by a multiple of itself; a decline is a part of the base, at most 100%",
          "\(change)有误：数量不能减少自身的若干倍，降幅以基数的100%为限。"),
        [change],
        hint: say("减少一半 is −50%, 减少到三分之一 is −66.7%", "减少一半为“下降50%”，减少到三分之一为“下降66.7%”。"))
    } else if let most = change.growthFactorInterval?.upper, most.isNegative {
      find(
        .error, "c6-decrease",
        say(
          "\(quoted(change)) takes away more than there was: 100% − \(change.value.magnitude.printed())% < 0",
          "\(change)，降幅超过基数本身：100%−\(change.value.magnitude.printed())%＜0。"),
        [change])
    }
  }

  /// C7: a rate that changes by %.
  private mutating func points(_ level: Observation, _ change: Observation, _ base: Observation?) {
    guard let base else {
      find(
        .note, "c7-points",
        say(
          "\(quoted(level)) is a rate, and \(quoted(change)) may mean percentage points (个百分点)",
          "\(level)是比率，“\(phrase: change)”可能指\(change.value.magnitude.printed())个百分点。"),
        [change, level])
      return
    }
    guard let after = level.interval, let before = base.interval(in: level.unit), let step = change.interval,
      let difference = after.subtracting(before)
    else { return }
    let nominal = base.quantity(in: level.unit).flatMap { level.value.rational.subtracting($0) }
    if difference.overlaps(step) {
      find(
        .warning, "c7-points",
        say(
          "\(quoted(change)) is the difference in percentage points: \(term(level)) − \(term(base)) = \(shown(nominal))",
          "\(change)实为百分点之差：\(amount: level)−\(amount: base)＝\(nominal)个百分点。"),
        [change, level, base],
        hint: say(
          "write \(change.value.magnitude.printed())个百分点",
          "应为“\(prose: change.value.isNegative ? "下降" : "提高")\(change.value.magnitude.printed())个百分点”。"))
    } else {
      compare(level, change, base)
    }
  }

  /// C4 and C5: base × growth against the level.
  private mutating func compare(_ level: Observation, _ change: Observation, _ base: Observation) {
    guard let after = level.interval, let before = base.interval(in: level.unit) else { return }
    if let factors = change.growthFactorInterval, let factor = change.growthFactor {
      let first = base.quantity(in: level.unit)
      let ratio = first.flatMap { level.value.rational.divided(by: $0) }
      // Read as printed: figures this round (从1000万元到1亿元) would else allow for either sense.
      if change.unit.measure == "倍", change.form == .increase, let ratio, isAsMuch(ratio, change) {
        let growth = ratio.subtracting(.one)
        let correction: ChineseText =
          ratio < .one ? "应为“减少到\(ratio)倍”" : "应为“增长了\(growth)倍”或“增长到\(ratio)倍”"
        find(
          .error, "c5-times",
          say(
            "\(quoted(change)): \(term(level)) ÷ \(term(base)) = \(shown(ratio)), so it is \(shown(ratio)) times as much and grew by \(shown(growth)) times",
            "\(named: level)由\(amount: base)\(prose: ratio < .one ? "减至" : "增至")\(amount: level)，\(amount: level)÷\(amount: base)＝\(ratio)，\(correction)，原文作\(prose: change.growthVerb(isNegative: change.value.isNegative))\(size: change)。"
          ),
          [change, level, base],
          hint: say("write 增长了\(shown(growth))倍, or 增长到\(shown(ratio))倍", "\(correction)。"))
        return
      }
      guard let expected = before.multiplied(by: factors), !expected.overlaps(after) else { return }
      let product = first.flatMap { $0.multiplied(by: factor) }
      let actual = ratio.flatMap { $0.subtracting(.one) }.flatMap { $0.multiplied(by: Rational(100)) }
      let actualVerb = actual?.isNegative == true ? "下降" : "增长"
      find(
        severity(level, base), "c4-growth",
        say(
          "\(quoted(change)) does not lead from \(term(base)) to \(term(level)): \(term(base)) × \(growthExpression(change)) = \(shown(product, level.unit)); the change is \(shown(actual))%",
          "\(change)与两期数字不符：\(amount: base)×\(arithmetic: growthExpression(change))＝\(product, in: level)，原文作\(amount: level)；按两期数字计算，应为\(prose: actualVerb)\(actual?.magnitude)%。"
        ),
        [change, level, base])
    } else if let step = change.interval(in: level.unit), let difference = after.subtracting(before),
      !difference.overlaps(step)
    {
      let nominal = base.quantity(in: level.unit).flatMap { level.value.rational.subtracting($0) }
      find(
        severity(level, base), "c4-growth",
        say(
          "\(quoted(change)) does not lead from \(term(base)) to \(term(level)): \(term(level)) − \(term(base)) = \(shown(nominal, level.unit))",
          "\(change)与两期数字不符：\(amount: level)−\(amount: base)＝\(nominal, in: level)。"),
        [change, level, base])
    }
  }

  /// Another document's base may have been restated since.
  private func severity(_ level: Observation, _ base: Observation) -> Diagnostic.Severity {
    level.source?.document == base.source?.document ? .error : .warning
  }

  /// Whether the level is as many times the base as the change says it grew by, to within the written digits.
  private func isAsMuch(_ ratio: Rational, _ change: Observation) -> Bool {
    guard let step = change.interval, step.contains(ratio), let growth = ratio.subtracting(.one) else { return false }
    return !step.contains(growth)
  }
}
