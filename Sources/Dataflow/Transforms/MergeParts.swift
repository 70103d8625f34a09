import Diagnostics

extension Transform {
  /// The smallest parts of a whole as one row, so that at most `most` remain; the others keep their order.
  package struct MergeParts: Hashable, Sendable {
    package var size: FieldPath
    package var part: FieldPath
    package var most: Int
    /// What the merged part is called.
    package var rest: String

    package init(_ size: FieldPath, named part: FieldPath, most: Int, rest: String) {
      self.size = size
      self.part = part
      self.most = most
      self.rest = rest
    }

    /// - Returns: the table, with the finding `chart.parts` where parts were merged.
    func apply(to table: Table) throws(Diagnostic) -> Warned<Table> {
      for path in [size, part] { try table.require(path) }
      let sizes = table.values(at: size).values.map { $0.isNull ? 0 : $0.asNumber }
      guard table.rowCount > most, most >= 1 else { return Warned(table) }
      let order = table.rowIndices.sorted { (-sizes[$0], $0) < (-sizes[$1], $1) }
      let kept = Set(order.prefix(most - 1))
      let merged = order.dropFirst(most - 1)
      var rows = table.rowIndices.filter(kept.contains)
      guard let first = merged.first else { return Warned(table) }
      rows.append(first)
      var result = table.gathered(rows)
      let last = rows.count - 1
      for name in result.names {
        guard var column = result[name] else { continue }
        if name == size.root {
          column = column.replacing(last, with: .number(merged.reduce(0) { $0 + (sizes[$1].isFinite ? sizes[$1] : 0) }))
        } else {
          column = column.replacing(last, with: name == part.root ? .text(rest) : .null)
        }
        result.set(name, column)
      }
      let finding = Diagnostic.warning(
        "chart.parts",
        "\(merged.count) of \(table.rowCount) parts are merged into “\(rest)”: \(most) are the most that can be told apart")
      return Warned(result, [finding])
    }
  }
}

extension Table {
  fileprivate var rowIndices: Range<Int> { 0..<rowCount }
}

extension Column {
  /// With another value in one row.
  fileprivate func replacing(_ row: Int, with value: DataValue) -> Column {
    var copy = self
    copy.values[row] = value
    copy.written[row] = nil
    return copy
  }
}
