import Scales

extension DataTable {
  /// The table after each transform in turn.
  func applying(_ transforms: [ChartTransform]) -> DataTable {
    transforms.reduce(self) { $0.applying($1) }
  }

  private func applying(_ transform: ChartTransform) -> DataTable {
    switch transform {
    case .filter(let test): return DataTable(rows.filter { test.accepts($0) })
    case .aggregate(let operations, let keys): return aggregated(operations, by: keys)
    case .calculate(let expression, let name):
      return DataTable(
        rows.map { row in
          var row = row
          row[name] = expression.value(in: row)
          return row
        })
    case .fold(let fields, let key, let value):
      return DataTable(
        rows.flatMap { row in
          fields.map { field in
            var row = row
            row[key] = .string(field)
            row[value] = row[field] ?? .null
            return row
          }
        })
    case .sort(let field, let descending): return sorted(by: field, descending: descending)
    }
  }

  /// Ordered by number where both are numbers, else by text; ties keep their order.
  func sorted(by field: String, descending: Bool = false) -> DataTable {
    func precedes(_ a: DataValue, _ b: DataValue) -> Bool {
      if let x = a.number, let y = b.number { return x < y }
      return a.text < b.text
    }
    let order = rows.indices.sorted { i, j in
      let (a, b) = (rows[i][field] ?? .null, rows[j][field] ?? .null)
      if descending ? precedes(b, a) : precedes(a, b) { return true }
      if descending ? precedes(a, b) : precedes(b, a) { return false }
      return i < j
    }
    return DataTable(order.map { rows[$0] })
  }

  /// One row for each combination of the keys' values, in order of first appearance.
  func aggregated(_ operations: [ChartTransform.Aggregation], by keys: [String]) -> DataTable {
    var groups: [[DataValue]: Int] = [:]
    var members: [[Row]] = []
    for row in rows {
      let key = keys.map { row[$0] ?? .null }
      if let place = groups[key] {
        members[place].append(row)
      } else {
        groups[key] = members.count
        members.append([row])
      }
    }
    return DataTable(
      members.map { group in
        var row: Row = [:]
        for key in keys { row[key] = group[0][key] ?? .null }
        for operation in operations {
          row[operation.name] = operation.function.value(of: group, field: operation.field)
        }
        return row
      })
  }
}

extension AggregateFunction {
  func value(of rows: [DataTable.Row], field: String?) -> DataValue {
    let numbers: [Double] = field.map { key in rows.compactMap { $0[key]?.number } } ?? []
    switch self {
    case .count: return .number(Double(rows.count))
    case .sum: return .number(numbers.reduce(0, +))
    case .mean, .average: return numbers.isEmpty ? .null : .number(numbers.reduce(0, +) / Double(numbers.count))
    case .min: return numbers.min().map { .number($0) } ?? .null
    case .max: return numbers.max().map { .number($0) } ?? .null
    case .median:
      guard !numbers.isEmpty else { return .null }
      let sorted = numbers.sorted()
      let middle = sorted.count / 2
      return .number(sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2)
    case .distinct: return .number(Double(Set(rows.map { $0[field ?? ""] ?? .null }).count))
    }
  }
}
