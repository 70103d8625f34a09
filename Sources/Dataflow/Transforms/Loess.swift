import Diagnostics
import Scales

extension Transform {
  /// A smooth trend by locally weighted regression (Cleveland 1979), with two rounds of robust weights.
  package struct Loess: Hashable, Sendable {
    package var field: FieldPath
    package var on: FieldPath
    package var groupBy: [FieldPath]
    /// The share of the points that each local fit sees.
    package var bandwidth: Double
    package var nameX: String
    package var nameY: String

    package init(
      _ field: FieldPath, on: FieldPath, groupBy: [FieldPath] = [], bandwidth: Double = 0.3,
      as names: (x: String, y: String)? = nil
    ) {
      self.field = field
      self.on = on
      self.groupBy = groupBy
      self.bandwidth = bandwidth
      (nameX, nameY) = names ?? (on.name, field.name)
    }

    func apply(to table: Table) throws(Diagnostic) -> Table {
      for path in groupBy + [field, on] { try table.require(path) }
      guard bandwidth > 0, bandwidth <= 1 else {
        throw .error("transform.loess", "the bandwidth must lie between 0 and 1, not \(numberText(bandwidth))")
      }
      let (xs, ys) = (table.values(at: on), table.values(at: field))
      var keys: [Int] = []
      var points: [(x: Double, y: Double)] = []
      for group in Partition(table, by: groupBy).groups {
        let data = pairs(xs, ys, rows: group)
        if data.isEmpty { continue }
        guard Double(data.count) * Double(data.count) * bandwidth < 2e8 else {
          throw .error("data.rows", "loess over \(data.count) points is too much work; aggregate or sample them first")
        }
        let curve = smoothed(data, bandwidth: bandwidth)
        points += curve
        keys += Array(repeating: group[0], count: curve.count)
      }
      var result = Table(rowCount: keys.count)
      for key in groupBy { result.set(key.name, table.values(at: key).gathered(keys)) }
      result.set(nameX, Column(numbers: points.map(\.x)))
      result.set(nameY, Column(numbers: points.map(\.y)))
      return result
    }
  }
}

/// One point for each different x, rising; points of one x are averaged.
private func smoothed(_ points: [(x: Double, y: Double)], bandwidth: Double) -> [(x: Double, y: Double)] {
  let sorted = points.sorted { $0.x < $1.x }
  let count = Double(sorted.count)
  let (mx, my) = (sorted.reduce(0) { $0 + $1.x } / count, sorted.reduce(0) { $0 + $1.y } / count)
  let xs = sorted.map { $0.x - mx }
  let ys = sorted.map { $0.y - my }
  let n = xs.count
  let window = min(n, max(2, Int(max(0, min(count, bandwidth * count)))))
  var fitted = [Double](repeating: 0, count: n)
  var robust = [Double](repeating: 1, count: n)
  for round in 0...2 {
    var (low, high) = (0, window - 1)
    for i in 0..<n {
      let x = xs[i]
      let edge = x - xs[low] > xs[high] - x ? low : high
      let reach = abs(xs[edge] - x)
      let scale = 1 / (reach == 0 ? 1 : reach)
      var local: [(x: Double, y: Double, weight: Double)] = []
      for k in low...high {
        let distance = abs(x - xs[k]) * scale
        let tricube = 1 - distance * distance * distance
        local.append((xs[k], ys[k], tricube * tricube * tricube * robust[k]))
      }
      let (a, b) = FittedCurve.line(local)
      fitted[i] = a + b * x
      // The window moves on while the next point to the right is nearer than its first.
      let next = i + 1
      while next < n, next > low, high + 1 < n, xs[high + 1] - xs[next] <= xs[next] - xs[low] {
        low += 1
        high += 1
      }
    }
    if round == 2 { break }
    let residuals = (0..<n).map { abs(ys[$0] - fitted[$0]) }
    guard let median = sortedQuantile(residuals.sorted(), 0.5), median >= 1e-12 else { break }
    for i in 0..<n {
      let share = residuals[i] / (6 * median)
      let weight = 1 - share * share
      robust[i] = share >= 1 ? 1e-12 : weight * weight
    }
  }
  var result: [(x: Double, y: Double)] = []
  var repeats = 1.0
  for i in 0..<n {
    if let last = result.last, last.x == xs[i] + mx {
      repeats += 1
      result[result.count - 1].y += (fitted[i] + my - last.y) / repeats
    } else {
      repeats = 1
      result.append((xs[i] + mx, fitted[i] + my))
    }
  }
  return result
}
