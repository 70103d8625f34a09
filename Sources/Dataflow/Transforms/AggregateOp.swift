import Scales

/// Vega's summaries of a group of values; the raw values are its names.
package enum AggregateOp: String, Hashable, Sendable, CaseIterable {
  case argmax, argmin, average, ci0, ci1, count, distinct, max, mean, median, min, missing, product, q1, q3, stderr, stdev
  case stdevp, sum, valid, values, variance, variancep

  /// Whether the summary is a number in the field's own unit, so that a label keeps it.
  package var keepsUnit: Bool {
    switch self {
    case .average, .ci0, .ci1, .max, .mean, .median, .min, .q1, .q3, .stderr, .stdev, .stdevp, .sum: true
    case .argmax, .argmin, .count, .distinct, .missing, .product, .valid, .values, .variance, .variancep: false
    }
  }
}

/// Summarises the values of a group of rows; a summary of nothing is undefined.
struct Summary {
  /// The group's values, row by row.
  let values: [DataValue]
  /// Those that are numbers, in order; null, NaN and empty text are left out.
  private let numbers: [Double]
  private let missing: Int

  init(_ values: [DataValue]) {
    self.values = values
    var numbers: [Double] = []
    numbers.reserveCapacity(values.count)
    var missing = 0
    for value in values {
      if value.isNull || value == .text("") {
        missing += 1
      } else {
        let number = value.asNumber
        if !number.isNaN { numbers.append(number) }
      }
    }
    self.numbers = numbers
    self.missing = missing
  }

  /// - Parameter row: makes an object of the member at a place, for `argmin` and `argmax`.
  func value(of op: AggregateOp, row: (Int) -> DataValue) -> DataValue {
    switch op {
    case .count: return .number(Double(values.count))
    case .valid: return .number(Double(validCount))
    case .missing: return .number(Double(missing))
    case .distinct: return .number(Double(Set(values.map(\.groupKey)).count))
    case .values: return .list(values.indices.map(row))
    case .sum: return numbers.isEmpty ? .undefined : .number(numbers.reduce(0, +))
    case .product: return numbers.isEmpty ? .undefined : .number(numbers.reduce(1, *))
    case .mean, .average: return numbers.isEmpty ? .undefined : .number(moments.mean)
    case .variance: return spread(numbers.count - 1) { $0 }
    case .variancep: return spread(numbers.count) { $0 }
    case .stdev: return spread(numbers.count - 1) { $0.squareRoot() }
    case .stdevp: return spread(numbers.count) { $0.squareRoot() }
    case .stderr:
      let n = Double(numbers.count)
      return spread(numbers.count - 1) { ($0 / n).squareRoot() }
    case .median: return quartile(0.5)
    case .q1: return quartile(0.25)
    case .q3: return quartile(0.75)
    case .ci0: return confidence(0.025)
    case .ci1: return confidence(0.975)
    case .min: return extreme { $0.isLess(than: $1) == true }.map { values[$0] } ?? .undefined
    case .max: return extreme { $1.isLess(than: $0) == true }.map { values[$0] } ?? .undefined
    case .argmin: return extreme { $0.isLess(than: $1) == true }.map(row) ?? .undefined
    case .argmax: return extreme { $1.isLess(than: $0) == true }.map(row) ?? .undefined
    }
  }

  /// Values that are there and not NaN; texts count.
  private var validCount: Int {
    values.count { value in
      switch value {
      case .null, .undefined: false
      case .text(let text): !text.isEmpty
      case .number(let number), .time(let number): !number.isNaN
      default: true
      }
    }
  }

  /// The first value that no other beats.
  private func extreme(_ beats: (DataValue, DataValue) -> Bool) -> Int? {
    var best: Int?
    for (place, value) in values.enumerated() where value.isValid && value != .text("") {
      if let held = best { if beats(value, values[held]) { best = place } } else { best = place }
    }
    return best
  }

  /// Mean and sum of squared differences from it (Welford 1962).
  private var moments: (mean: Double, squares: Double) {
    var mean = 0.0
    var squares = 0.0
    for (index, number) in numbers.enumerated() {
      let delta = number - mean
      mean += delta / Double(index + 1)
      squares += delta * (number - mean)
    }
    return (mean, squares)
  }

  private func spread(_ divisor: Int, _ finish: (Double) -> Double) -> DataValue {
    numbers.count > 1 ? .number(finish(moments.squares / Double(divisor))) : .undefined
  }

  private func quartile(_ share: Double) -> DataValue {
    sortedQuantile(numbers.sorted(), share).map { .number($0) } ?? .undefined
  }

  /// A bound of the mean's 95 % confidence interval by bootstrapping with 1,000 samples (Vega's `bootstrapCI`); the
  /// generator starts anew for each group, so that the same data give the same bound.
  private func confidence(_ share: Double) -> DataValue {
    guard !numbers.isEmpty else { return .undefined }
    var generator = SeededGenerator(seed: 1)
    let samples = numbers.count > 20_000 ? 100 : 1000
    var means: [Double] = []
    for _ in 0..<samples {
      var sum = 0.0
      for _ in numbers.indices { sum += numbers[Int(generator.next() * Double(numbers.count))] }
      means.append(sum / Double(numbers.count))
    }
    return sortedQuantile(means.sorted(), share).map { .number($0) } ?? .undefined
  }
}

/// Numbers in 0..<1 that look random and are the same in each run: a linear congruential generator with the constants of
/// Numerical Recipes, as Vega's `randomLCG`.
struct SeededGenerator {
  private var state: UInt32
  init(seed: UInt32) { state = seed }
  mutating func next() -> Double {
    state = state &* 1_664_525 &+ 1_013_904_223
    return Double(state) / 4_294_967_296
  }
}
