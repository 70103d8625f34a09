/// A change of the data before it is drawn, in Vega-Lite's words.
package enum ChartTransform: Hashable, Sendable {
  package struct Aggregation: Hashable, Sendable {
    package var function: AggregateFunction
    package var field: String?
    /// The new column.
    package var name: String
    package init(_ function: AggregateFunction, of field: String?, as name: String) {
      self.function = function
      self.field = field
      self.name = name
    }
  }

  case filter(ChartPredicate)
  case aggregate([Aggregation], by: [String])
  case calculate(ChartExpression, as: String)
  case fold([String], key: String, value: String)
  /// Ours: orders the rows.
  case sort(String, descending: Bool)
}

package enum AggregateFunction: String, Hashable, Sendable, CaseIterable {
  case count, sum, mean, average, median, min, max, distinct
}

/// A test of one field.
package indirect enum ChartPredicate: Hashable, Sendable {
  case equal(String, DataValue)
  case oneOf(String, [DataValue])
  /// Bounds are part of the range; nil is open.
  case range(String, Double?, Double?)
  case below(String, Double, orEqual: Bool)
  case above(String, Double, orEqual: Bool)
  case expression(ChartExpression)
  case all([ChartPredicate])
  case any([ChartPredicate])
  case not(ChartPredicate)

  func accepts(_ row: DataTable.Row) -> Bool {
    func number(_ field: String) -> Double { row[field]?.number ?? .nan }
    switch self {
    case .equal(let field, let value): return row[field] ?? .null == value
    case .oneOf(let field, let values): return values.contains(row[field] ?? .null)
    case .range(let field, let low, let high):
      let x = number(field)
      return x >= low ?? -.infinity && x <= high ?? .infinity
    case .below(let field, let bound, let orEqual): return orEqual ? number(field) <= bound : number(field) < bound
    case .above(let field, let bound, let orEqual): return orEqual ? number(field) >= bound : number(field) > bound
    case .expression(let expression): return expression.value(in: row).isTrue
    case .all(let tests): return tests.allSatisfy { $0.accepts(row) }
    case .any(let tests): return tests.contains { $0.accepts(row) }
    case .not(let test): return !test.accepts(row)
    }
  }
}
