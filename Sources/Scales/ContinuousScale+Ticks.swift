extension ContinuousScale {
  /// Round values in the domain, about `count` of them, in the domain's direction.
  package func ticks(count: Double = 10) -> [Double] {
    guard let first = domain.first, let last = domain.last else { return [] }
    guard case .log(let base) = kind else { return Scales.ticks(from: first, to: last, count: count) }
    let rising = logarithmicTicks(from: min(first, last), to: max(first, last), base: base, count: count)
    return last < first ? rising.reversed() : rising
  }

  /// Powers of the base with their multiples where the domain spans few powers, plain ticks where even these are too
  /// few, else powers alone.
  private func logarithmicTicks(from low: Double, to high: Double, base: Double, count: Double) -> [Double] {
    guard low.isFinite, high.isFinite, low * high > 0 else { return [] }
    let mirrored = low < 0
    let (a, b) = mirrored ? (-high, -low) : (low, high)
    let (start, end) = (logarithm(a, base), logarithm(b, base))
    var values: [Double] = []
    if base == base.rounded(), end - start < count {
      for exponent in stride(from: start.rounded(.down), through: end.rounded(.up), by: 1) {
        // Of a large base only the multiples that can lie in the domain, and of too many none.
        let power = wholePower(base, exponent)
        let (first, last) = (max(1, (a / power).rounded(.down) - 1), min(base, (b / power).rounded(.up) + 2))
        guard last - first < 10_000 else { return plain(a, b, count, mirrored) }
        for factor in stride(from: first, to: last, by: 1) {
          let value = exponent < 0 ? factor / wholePower(base, -exponent) : factor * wholePower(base, exponent)
          if value >= a, value <= b { values.append(value) }
        }
      }
      if Double(values.count) * 2 < count { values = Scales.ticks(from: a, to: b, count: count) }
    } else {
      values = Scales.ticks(from: start, to: end, count: min(end - start, count)).map { wholePower(base, $0) }
    }
    return mirrored ? values.reversed().map { -$0 } : values
  }

  private func plain(_ low: Double, _ high: Double, _ count: Double, _ isMirrored: Bool) -> [Double] {
    let values = Scales.ticks(from: low, to: high, count: count)
    return isMirrored ? values.reversed().map { -$0 } : values
  }

  private func wholePower(_ base: Double, _ exponent: Double) -> Double {
    base == 10 && exponent == exponent.rounded() ? tenTo(Int(exponent)) : power(base, exponent)
  }
}
