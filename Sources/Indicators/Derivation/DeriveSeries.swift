extension Deriving {
  /// Yearly growth over each series of three or more years: (last ÷ first)^(1/years) − 1, in %.
  mutating func yearlyGrowth() {
    var groups: [FigureKey: [Observation]] = [:]
    var order: [FigureKey] = []
    for level in levels where level.period?.isYear == true {
      guard level.unit.kind.dimension != .proportion else { continue }
      var key = FigureKey(level, concepts: concepts)
      key.period = nil
      if groups[key] == nil { order.append(key) }
      groups[key, default: []].append(level)
    }
    for key in order {
      let members = (groups[key] ?? []).sorted { ($0.period?.end.year ?? 0) < ($1.period?.end.year ?? 0) }
      guard let first = members.first, let last = members.last, let from = first.period?.end.year,
        let to = last.period?.end.year, to - from >= 2, first.unit.isComparable(with: last.unit)
      else { continue }
      let years = to - from
      let show = { (figure: Observation) in
        figure.value.printed() + (first.unit.written == last.unit.written ? "" : figure.unit.written)
      }
      file(
        .cagr, [last, first], yearlyGrowth(from: first, to: last, years: years),
        expression: "(\(show(last)) ÷ \(show(first)))^(1/\(years)) − 1", like: last
      ) {
        $0.kind = .change
        $0.of = last.id
        $0.period = Period(Period.Mark(year: from), Period.Mark(year: to))
      }
    }
  }

  private func yearlyGrowth(from first: Observation, to last: Observation, years: Int) -> Estimate? {
    guard let top = last.interval?.mapped({ $0.multiplied(by: last.unit.baseFactor) }),
      let bottom = first.interval?.mapped({ $0.multiplied(by: first.unit.baseFactor) }),
      let end = last.quantity.inBase, let start = first.quantity.inBase, start > .zero,
      let nominal = end.divided(by: start), let range = top.divided(by: bottom)
    else { return nil }
    let rate = { (ratio: Rational) in percentGrowth(ratio, years: years) }
    guard let value = rate(nominal), let spread = range.mapped(rate) else { return nil }
    return Estimate(nominal: value, interval: spread, unit: Unit("%"), mostDecimals: 1)
  }
}

/// (ratio^(1/years) − 1) × 100; nil for a ratio over a million or more than a hundred years. The root is irrational; it
/// is found by halving, in whole steps of 10⁻¹³, far below the digits printed.
private func percentGrowth(_ ratio: Rational, years: Int) -> Rational? {
  let one: Int128 = 10_000_000_000_000
  guard (1...100).contains(years), ratio > .zero, ratio <= Rational(1_000_000),
    let target = ratio.rounded(decimals: 13)?.significand
  else { return nil }
  let most = max(one, target)
  var low: Int128 = 0
  var high = most + 1
  while high - low > 1 {
    let middle = (low + high) / 2
    var power = one
    for _ in 0..<years where power <= most { power = power * middle / one }
    if power <= target { low = middle } else { high = middle }
  }
  return Rational(low - one, over: one / 100)
}
