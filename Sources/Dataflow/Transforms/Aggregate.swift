import Diagnostics

extension Transform {
  /// Summaries of the rows that agree in some fields: one row a group as a transform `aggregate`, or put beside each
  /// row as `joinaggregate`.
  package struct Aggregate: Hashable, Sendable {
    package struct Output: Hashable, Sendable {
      package var op: AggregateOp
      /// Nil only for `count`.
      package var field: FieldPath?
      package var name: String

      /// - Parameter name: Vega-Lite's default is `op_field`, or the op alone without a field.
      package init(_ op: AggregateOp, of field: FieldPath? = nil, as name: String? = nil) {
        self.op = op
        self.field = field
        self.name = name ?? op.rawValue + (field.map { "_" + $0.name } ?? "")
      }
    }
    package var outputs: [Output]
    package var groupBy: [FieldPath]

    package init(_ outputs: [Output], groupBy: [FieldPath] = []) {
      self.outputs = outputs
      self.groupBy = groupBy
    }

    func check(_ table: Table) throws(Diagnostic) {
      for key in groupBy { try table.require(key) }
      for output in outputs {
        if let field = output.field {
          try table.require(field)
        } else if output.op != .count {
          throw .error("transform.aggregate", "“\(output.op.rawValue)” needs a field")
        }
      }
    }

    /// One row for each group, in order of first appearance: its keys, then the summaries.
    func apply(to table: Table) throws(Diagnostic) -> Table {
      try check(table)
      let keys = groupBy.map { table.values(at: $0) }
      let groups = Partition(rowCount: table.rowCount, keys: keys).groups
      var result = Table(rowCount: groups.count)
      let firsts = groups.map { $0[0] }
      for (field, key) in zip(groupBy, keys) { result.set(field.name, key.gathered(firsts)) }
      for (output, column) in zip(outputs, summaries(of: groups, in: table)) { result.set(output.name, column) }
      return result
    }

    /// The table with the summaries of each row's group beside it.
    func join(to table: Table) throws(Diagnostic) -> Table {
      try check(table)
      let partition = Partition(table, by: groupBy)
      var result = table
      for (output, column) in zip(outputs, summaries(of: partition.groups, in: table)) {
        result.set(output.name, column.gathered(partition.groupOfRow))
      }
      return result
    }

    /// A column for each output, with a cell for each group.
    private func summaries(of groups: [[Int]], in table: Table) -> [Column] {
      var cells = outputs.map { _ in [DataValue]() }
      let columns = outputs.map { output in output.field.map { table.values(at: $0) } }
      for group in groups {
        // Outputs of one field share its sorted-out values.
        var summaries: [FieldPath: Summary] = [:]
        for (place, output) in outputs.enumerated() {
          guard let field = output.field, let column = columns[place], output.op != .count else {
            cells[place].append(.number(Double(group.count)))
            continue
          }
          let summary = summaries[field] ?? Summary(group.map { column[$0] })
          summaries[field] = summary
          cells[place].append(summary.value(of: output.op) { .object(table.record(group[$0])) })
        }
      }
      return zip(outputs, cells).enumerated().map { place, pair in
        let (output, cells) = pair
        var column = Column(cells)
        // A summary of one row is that row's number and keeps its digits.
        if output.op.keepsUnit, let source = columns[place], !source.written.isEmpty {
          for (index, group) in groups.enumerated() where group.count == 1 {
            if source[group[0]] == cells[index] { column.written[index] = source.written[group[0]] }
          }
        }
        return column
      }
    }
  }
}
