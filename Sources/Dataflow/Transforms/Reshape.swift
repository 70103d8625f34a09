import Diagnostics

extension Transform {
  /// Turns columns into rows: one row for each of `fields`, with the field's name and its value.
  package struct Fold: Hashable, Sendable {
    package var fields: [FieldPath]
    package var key: String
    package var value: String
    package init(_ fields: [FieldPath], key: String = "key", value: String = "value") {
      self.fields = fields
      self.key = key
      self.value = value
    }

    func apply(to table: Table, limits: TableLimits) throws(Diagnostic) -> Table {
      for field in fields { try table.require(field) }
      let count = table.rowCount * fields.count
      try limits.check(rows: count, columns: table.names.count + 2, of: "fold")
      var result = table.gathered((0..<table.rowCount).flatMap { Array(repeating: $0, count: fields.count) })
      let columns = fields.map { table.values(at: $0) }
      var values = Column(repeating: .null, count: count)
      for row in 0..<table.rowCount {
        for (place, column) in columns.enumerated() {
          values.values[row * fields.count + place] = column[row]
          if let digits = column.written[row] { values.written[row * fields.count + place] = digits }
        }
      }
      let names = fields.map { DataValue.text($0.name) }
      result.set(key, Column((0..<count).map { names[$0 % fields.count] }))
      result.set(value, values)
      return result
    }
  }

  /// Turns lists into rows: one row for each item; lists of one row go in step, short ones end in null.
  package struct Flatten: Hashable, Sendable {
    package var fields: [FieldPath]
    package var names: [String]
    /// Receives the item's place from 0.
    package var index: String?
    package init(_ fields: [FieldPath], as names: [String] = [], index: String? = nil) {
      self.fields = fields
      self.names = fields.enumerated().map { $0 < names.count ? names[$0] : $1.name }
      self.index = index
    }

    func apply(to table: Table, limits: TableLimits) throws(Diagnostic) -> Table {
      for field in fields { try table.require(field) }
      let columns = fields.map { table.values(at: $0) }
      func items(_ value: DataValue) -> [DataValue] { if case .list(let items) = value { items } else { [] } }
      let lengths = (0..<table.rowCount).map { row in columns.map { items($0[row]).count }.max() ?? 0 }
      let count = lengths.reduce(0, +)
      try limits.check(rows: count, columns: table.names.count + fields.count, of: "flatten")
      let rows = lengths.enumerated().flatMap { Array(repeating: $0, count: $1) }
      var result = table.gathered(rows)
      for (name, column) in zip(names, columns) {
        var cells: [DataValue] = []
        cells.reserveCapacity(count)
        for row in 0..<table.rowCount {
          let list = items(column[row])
          for place in 0..<lengths[row] {
            let item = place < list.count ? list[place] : .null
            cells.append(item.isNull ? .null : item)
          }
        }
        result.set(name, Column(cells))
      }
      if let index { result.set(index, Column(lengths.flatMap { (0..<$0).map { .number(Double($0)) } })) }
      return result
    }
  }

  /// Turns rows into columns: one row for each group, with a column for each value of `field`.
  package struct Pivot: Hashable, Sendable {
    package var field: FieldPath
    package var value: FieldPath
    package var groupBy: [FieldPath]
    package var op: AggregateOp
    /// The most columns that are made; 0 for no limit but the table's.
    package var limit: Int
    package init(
      _ field: FieldPath, value: FieldPath, groupBy: [FieldPath] = [], op: AggregateOp = .sum, limit: Int = 0
    ) {
      self.field = field
      self.value = value
      self.groupBy = groupBy
      self.op = op
      self.limit = limit
    }

    func apply(to table: Table, limits: TableLimits) throws(Diagnostic) -> Table {
      for path in groupBy + [field, value] { try table.require(path) }
      let keys = table.values(at: field)
      let values = table.values(at: value)
      var firsts: [String: Int] = [:]
      var places: [Int] = []
      for row in 0..<table.rowCount where firsts[keys[row].groupKey] == nil {
        firsts[keys[row].groupKey] = row
        places.append(row)
      }
      places.sort { ascending(keys[$0], keys[$1]) < 0 }
      if limit > 0 { places = Array(places.prefix(limit)) }
      let groups = Partition(table, by: groupBy).groups
      try limits.check(rows: groups.count, columns: places.count + groupBy.count, of: "pivot")
      var result = Table(rowCount: groups.count)
      for key in groupBy { result.set(key.name, table.values(at: key).gathered(groups.map { $0[0] })) }
      var members: [[String: [Int]]] = []
      for group in groups { members.append(Dictionary(grouping: group) { keys[$0].groupKey }) }
      for place in places {
        let key = keys[place].groupKey
        var column = Column(repeating: .undefined, count: groups.count)
        for index in groups.indices {
          let rows = members[index][key] ?? []
          if op == .count {
            column.values[index] = .number(Double(rows.count))
          } else if !rows.isEmpty {
            column.values[index] = Summary(rows.map { values[$0] }).value(of: op) { .object(table.record(rows[$0])) }
            if rows.count == 1, op.keepsUnit, let digits = values.written[rows[0]] { column.written[index] = digits }
          } else if op == .valid || op == .distinct || op == .missing {
            column.values[index] = .number(0)
          }
        }
        result.set(keys[place].asText, column)
      }
      return result
    }
  }
}
