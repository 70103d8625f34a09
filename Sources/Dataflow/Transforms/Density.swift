import Diagnostics

extension Transform {
  /// A density estimated from each group's values.
  package struct Density: Hashable, Sendable {
    package var field: FieldPath
    package var groupBy: [FieldPath]
    package var isCumulative: Bool
    /// Whether densities are multiplied by the size of their group.
    package var counts: Bool
    /// 0 estimates it.
    package var bandwidth: Double
    package var extent: [Double]?
    package var minsteps: Int
    package var maxsteps: Int
    /// Exact number of steps.
    package var steps: Int?
    /// Whether all groups are reckoned over one range, on one grid.
    package var isShared: Bool
    package var value: String
    package var density: String

    package init(
      _ field: FieldPath, groupBy: [FieldPath] = [], isCumulative: Bool = false, counts: Bool = false,
      bandwidth: Double = 0, extent: (low: Double, high: Double)? = nil, minsteps: Int = 25, maxsteps: Int = 200,
      steps: Int? = nil, isShared: Bool = true, value: String = "value", density: String = "density"
    ) {
      self.field = field
      self.groupBy = groupBy
      self.isCumulative = isCumulative
      self.counts = counts
      self.bandwidth = bandwidth
      self.extent = extent.map { [$0.low, $0.high] }
      self.minsteps = minsteps
      self.maxsteps = maxsteps
      self.steps = steps
      self.isShared = isShared
      self.value = value
      self.density = density
    }

    func apply(to table: Table, limits: TableLimits) throws(Diagnostic) -> Warned<Table> {
      for path in groupBy + [field] { try table.require(path) }
      var (low, high) = (max(1, steps ?? minsteps), max(1, steps ?? maxsteps))
      let column = table.values(at: field)
      let groups = Partition(table, by: groupBy).groups.map { rows in
        (row: rows[0], numbers: validNumbers(rows.map { column[$0] }).filter(\.isFinite), nulls: rows.count { column[$0] == .null })
      }.filter { !$0.numbers.isEmpty }
      var findings: [Diagnostic] = []
      let nulls = groups.reduce(0) { $0 + $1.nulls }
      if nulls > 0 {
        findings.append(
          .warning(
            "transform.density", "\(nulls) rows without a value in “\(field)” count as 0 in the density, as in Vega",
            hint: "filter them out first: {\"filter\": {\"field\": \"\(field)\", \"valid\": true}}"))
      }
      let (points, overflow) = groups.count.multipliedReportingOverflow(by: max(low, high) &+ 1)
      try limits.check(rows: overflow ? .max : points, columns: groupBy.count + 2, of: "density")
      var bounds = extent
      if isShared {
        let all = groups.flatMap(\.numbers)
        if bounds == nil, let least = all.min(), let most = all.max() { bounds = [least, most] }
        low = max(1, steps ?? maxsteps)
        high = low
      }
      var keys: [Int] = []
      var curve: [(x: Double, y: Double)] = []
      for group in groups {
        guard Double(group.numbers.count) * Double(max(low, high)) < 2e8 else {
          throw .error("data.rows", "a density of \(group.numbers.count) values is too much work; sample them first")
        }
        let estimate = KernelDensity(group.numbers, zeros: group.nulls, bandwidth: bandwidth)
        let scale = counts ? Double(estimate.sample.count) : 1
        let own = bounds ?? [group.numbers.min() ?? 0, group.numbers.max() ?? 0]
        let sampled = sampleCurve(from: own[0], to: own[1], minimum: low, maximum: high) { x in
          isCumulative ? estimate.cumulative(x) : estimate.density(x)
        }
        curve += sampled.map { ($0.x, $0.y * scale) }
        keys += Array(repeating: group.row, count: sampled.count)
      }
      var result = Table(rowCount: keys.count)
      for key in groupBy { result.set(key.name, table.values(at: key).gathered(keys)) }
      result.set(value, Column(numbers: curve.map(\.x)))
      result.set(density, Column(numbers: curve.map(\.y)))
      return Warned(result, findings)
    }
  }
}
