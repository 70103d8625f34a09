package import Diagnostics

extension Transform {
  /// Adds the rows that a group lacks: one for each key that other groups have.
  package struct Impute: Hashable, Sendable {
    package enum Method: String, Hashable, Sendable, CaseIterable { case value, mean, median, max, min }
    /// What is filled in.
    package var field: FieldPath
    package var key: FieldPath
    /// Keys that each group gets besides those in the data.
    package var keyvals: [DataValue]
    package var groupBy: [FieldPath]
    package var method: Method
    package var value: DataValue
    /// The frame of the methods other than `value`, as in ``Window``.
    package var before: Int?
    package var after: Int?

    package init(
      _ field: FieldPath, key: FieldPath, keyvals: [DataValue] = [], groupBy: [FieldPath] = [], method: Method = .value,
      value: DataValue = 0, before: Int? = nil, after: Int? = nil
    ) {
      self.field = field
      self.key = key
      self.keyvals = keyvals
      self.groupBy = groupBy
      self.method = method
      self.value = value
      self.before = before
      self.after = after
    }

    /// The rows of the table, then the new ones group by group. With a method the nulls of old rows are filled too, as
    /// Vega-Lite does.
    func apply(to table: Table, limits: TableLimits) throws(Diagnostic) -> Table {
      for path in groupBy + [key, field] { try table.require(path) }
      let keys = table.values(at: key)
      var domain: [DataValue] = []
      var places: [String: Int] = [:]
      for value in keyvals + keys.values where places[value.groupKey] == nil {
        places[value.groupKey] = domain.count
        domain.append(value)
      }
      let groupColumns = groupBy.map { table.values(at: $0) }
      let groups = Partition(rowCount: table.rowCount, keys: groupColumns).groups
      let (all, overflow) = groups.count.multipliedReportingOverflow(by: domain.count)
      try limits.check(rows: overflow ? .max : all + table.rowCount, columns: table.names.count, of: "impute")
      var added: [(group: Int, key: Int)] = []
      for group in groups {
        let present = Set(group.compactMap { places[keys[$0].groupKey] })
        for place in domain.indices where !present.contains(place) { added.append((group[0], place)) }
      }
      let count = table.rowCount + added.count
      var result = Table(rowCount: count)
      let fill = method == .value ? value : .null
      for (name, column) in zip(table.names, table.columns) {
        var copy = column
        let group = groupBy.firstIndex { $0.name == name }
        for row in added {
          if let group {
            copy.values.append(groupColumns[group][row.group])
          } else if name == key.name {
            copy.values.append(domain[row.key])
          } else {
            copy.values.append(name == field.name ? fill : .undefined)
          }
        }
        result.set(name, copy)
      }
      guard method != .value, let op = AggregateOp(rawValue: method.rawValue) else { return result }
      let derived = "imputed_\(field.name)_value"
      result = try Window(
        [.init(.aggregate(op), of: field, as: derived)], groupBy: groupBy, before: before, after: after
      ).apply(to: result)
      guard var column = result[field.name], let filled = result[derived] else { return result }
      for row in 0..<count where column[row] == .null { column.values[row] = filled[row] }
      result.set(field.name, column)
      return result
    }
  }
}

/// The numbers from `start` up to, not including, `stop`, as Vega's `sequence`; the step may be negative.
/// - Throws: `data.rows` for more than the limit, `transform.sequence` for a step of zero.
package func sequence(
  from start: Double, to stop: Double, step: Double = 1, limits: TableLimits = TableLimits()
) throws(Diagnostic) -> [Double] {
  guard start.isFinite, stop.isFinite, step.isFinite, step != 0 else {
    throw .error("transform.sequence", "a sequence needs finite bounds and a step other than 0")
  }
  let count = max(0, ((stop - start) / step).rounded(.up))
  guard count <= Double(limits.rows) else {
    throw .error("data.rows", "a sequence would make \(numberText(count)) rows; at most \(limits.rows) are made")
  }
  return (0..<Int(count)).map { start + Double($0) * step }
}
