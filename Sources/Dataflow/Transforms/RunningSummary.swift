import Scales

/// A summary of a frame that slides over a group: values come in at one end and leave at the other, so that a window
/// costs its rows and not rows × frame.
struct RunningSummary {
  private let op: AggregateOp
  private var valid = 0
  private var missing = 0
  private var sum = 0.0
  private var mean = 0.0
  private var squares = 0.0
  private var counts: [String: Int] = [:]
  /// The frame's numbers in rising order, for those ops that need order.
  private var sorted: [Double] = []

  /// Nil for ops that need the rows themselves.
  init?(_ op: AggregateOp) {
    switch op {
    case .sum, .mean, .average, .valid, .missing, .variance, .variancep, .stdev, .stdevp, .stderr, .distinct, .median, .q1,
      .q3, .min, .max:
      self.op = op
    case .argmax, .argmin, .ci0, .ci1, .count, .product, .values: return nil
    }
  }

  private var keepsOrder: Bool { [.median, .q1, .q3, .min, .max].contains(op) }

  mutating func add(_ value: DataValue) {
    if op == .distinct { counts[value.groupKey, default: 0] += 1 }
    guard let number = counted(value, by: 1) else { return }
    let delta = number - mean
    sum += number
    mean += delta / Double(valid)
    squares += delta * (number - mean)
    if keepsOrder { sorted.insert(number, at: place(of: number)) }
  }

  mutating func remove(_ value: DataValue) {
    if op == .distinct {
      let key = value.groupKey
      counts[key, default: 1] -= 1
      if counts[key] == 0 { counts[key] = nil }
    }
    guard let number = counted(value, by: -1) else { return }
    if valid == 0 {
      (sum, mean, squares) = (0, 0, 0)
    } else {
      let delta = number - mean
      sum -= number
      mean -= delta / Double(valid)
      squares -= delta * (number - mean)
    }
    if keepsOrder {
      let place = place(of: number)
      if place < sorted.count { sorted.remove(at: place) }
    }
  }

  /// Counts the value; its number when it has one.
  private mutating func counted(_ value: DataValue, by step: Int) -> Double? {
    if value.isNull || value == .text("") {
      missing += step
      return nil
    }
    let number = value.asNumber
    if number.isNaN {
      if case .text = value, op == .valid { valid += step }
      return nil
    }
    valid += step
    return number
  }

  /// Where a number stands or would stand.
  private func place(of number: Double) -> Int {
    var low = 0
    var high = sorted.count
    while low < high {
      let middle = (low + high) / 2
      if sorted[middle] < number { low = middle + 1 } else { high = middle }
    }
    return low
  }

  var value: DataValue {
    func number(_ value: Double?) -> DataValue { value.map { .number($0) } ?? .undefined }
    let n = Double(valid)
    switch op {
    case .sum: return number(valid > 0 ? sum : nil)
    case .mean, .average: return number(valid > 0 ? mean : nil)
    case .valid: return .number(n)
    case .missing: return .number(Double(missing))
    case .distinct: return .number(Double(counts.count))
    case .variance: return number(valid > 1 ? squares / (n - 1) : nil)
    case .variancep: return number(valid > 1 ? squares / n : nil)
    case .stdev: return number(valid > 1 ? (squares / (n - 1)).squareRoot() : nil)
    case .stdevp: return number(valid > 1 ? (squares / n).squareRoot() : nil)
    case .stderr: return number(valid > 1 ? (squares / (n - 1) / n).squareRoot() : nil)
    case .median: return number(sortedQuantile(sorted, 0.5))
    case .q1: return number(sortedQuantile(sorted, 0.25))
    case .q3: return number(sortedQuantile(sorted, 0.75))
    case .min: return number(sorted.first)
    case .max: return number(sorted.last)
    case .argmax, .argmin, .ci0, .ci1, .count, .product, .values: return .undefined
    }
  }
}
