import Diagnostics
import Scales

extension Transform {
  /// Quantiles of each group's values.
  package struct Quantile: Hashable, Sendable {
    package var field: FieldPath
    package var groupBy: [FieldPath]
    /// Shares between 0 and 1; the middles of steps of ``step`` when nil.
    package var probabilities: [Double]?
    package var step: Double
    package var probability: String
    package var value: String

    package init(
      _ field: FieldPath, groupBy: [FieldPath] = [], probabilities: [Double]? = nil, step: Double = 0.01,
      probability: String = "prob", value: String = "value"
    ) {
      self.field = field
      self.groupBy = groupBy
      self.probabilities = probabilities
      self.step = step
      self.probability = probability
      self.value = value
    }

    func apply(to table: Table, limits: TableLimits) throws(Diagnostic) -> Table {
      for path in groupBy + [field] { try table.require(path) }
      var shares = probabilities ?? []
      if probabilities == nil { shares = try sequence(from: step / 2, to: 1 - 1e-14, step: step, limits: limits) }
      let column = table.values(at: field)
      let groups = Partition(table, by: groupBy).groups
      let (count, overflow) = groups.count.multipliedReportingOverflow(by: shares.count)
      try limits.check(rows: overflow ? .max : count, columns: groupBy.count + 2, of: "quantile")
      var keys: [Int] = []
      var values: [DataValue] = []
      for group in groups {
        let sorted = validNumbers(group.map { column[$0] }).sorted()
        keys += Array(repeating: group[0], count: shares.count)
        values += shares.map { sortedQuantile(sorted, $0).map { .number($0) } ?? .null }
      }
      var result = Table(rowCount: keys.count)
      for key in groupBy { result.set(key.name, table.values(at: key).gathered(keys)) }
      result.set(probability, Column(numbers: groups.flatMap { _ in shares }))
      result.set(value, Column(values))
      return result
    }
  }
}
