package import Diagnostics

/// Rows as columns: each field once, in order, all of one length.
package struct Table: Hashable, Sendable {
  package private(set) var names: [String]
  package private(set) var columns: [Column]
  package let rowCount: Int
  private var places: [String: Int]

  /// - Precondition: all columns have `rowCount` cells; of a name that stands twice the last column counts.
  package init(_ columns: KeyValuePairs<String, Column> = [:], rowCount: Int? = nil) {
    self.init(rowCount: rowCount ?? columns.first?.value.count ?? 0)
    for (name, column) in columns { set(name, column) }
  }

  /// A table without fields.
  package init(rowCount: Int) {
    names = []
    columns = []
    places = [:]
    self.rowCount = rowCount
  }

  /// A field that a row does not have is ``DataValue/undefined``; fields stand in order of their first appearance.
  package init(records: [Record]) {
    var names: [String] = []
    var columns: [[DataValue]] = []
    var places: [String: Int] = [:]
    for (row, record) in records.enumerated() {
      for (index, name) in record.names.enumerated() {
        // Rows mostly have the same fields in the same order.
        let place: Int
        if index < names.count, names[index] == name {
          place = index
        } else if let known = places[name] {
          place = known
        } else {
          place = names.count
          places[name] = place
          names.append(name)
          columns.append([])
          columns[place].reserveCapacity(records.count)
        }
        if places[name] == nil { places[name] = place }
        while columns[place].count < row { columns[place].append(.undefined) }
        columns[place].append(record.values[index])
      }
    }
    self.init(rowCount: records.count)
    for (name, var column) in zip(names, columns) {
      while column.count < records.count { column.append(.undefined) }
      set(name, Column(column))
    }
  }

  package subscript(name: String) -> Column? { places[name].map { columns[$0] } }

  /// A cell; undefined where there is no such field.
  package subscript(row: Int, name: String) -> DataValue {
    guard let place = places[name], row >= 0, row < rowCount else { return .undefined }
    return columns[place][row]
  }

  /// Adds a field or replaces the one of that name, in its place.
  package mutating func set(_ name: String, _ column: Column) {
    precondition(column.count == rowCount, "a column has a cell for each row")
    if let place = places[name] {
      columns[place] = column
    } else {
      places[name] = names.count
      names.append(name)
      columns.append(column)
    }
  }

  /// Keeps how the source wrote a number.
  mutating func keepDigits(_ written: String, of name: String, at row: Int) {
    if let place = places[name] { columns[place].written[row] = written }
  }

  package func has(_ name: String) -> Bool { places[name] != nil }

  /// The values at a path, a cell for each row; undefined where a row has nothing there.
  package func values(at path: FieldPath) -> Column {
    guard let column = self[path.root] ?? self[path.text] else {
      return Column(repeating: .undefined, count: rowCount)
    }
    if path.steps.count == 1 || self[path.root] == nil { return column }
    return Column(column.values.map { value in path.steps.dropFirst().reduce(value) { $0.member($1) } })
  }

  /// The rows of these numbers, in this order; a row may stand several times.
  package func gathered(_ rows: [Int]) -> Table {
    var table = Table(rowCount: rows.count)
    for (name, column) in zip(names, columns) { table.set(name, column.gathered(rows)) }
    return table
  }

  /// One row as an object.
  package func record(_ row: Int) -> Record { Record(unique: names, columns.map { $0[row] }) }

  /// - Throws: `data.field` naming the nearest field and the fields there are, when no row has the path's root.
  ///   A table without rows has every field.
  package func require(_ path: FieldPath, at span: SourceSpan? = nil) throws(Diagnostic) {
    if rowCount == 0 || has(path.root) || has(path.text) { return }
    throw missingField(path.root, at: span)
  }

  func missingField(_ name: String, at span: SourceSpan? = nil) -> Diagnostic {
    let there = names.prefix(12).map { "“\($0)”" }.joined(separator: ", ") + (names.count > 12 ? " …" : "")
    let near = nearestName(to: name, among: names)
    return .error(
      "data.field", "no row has a field “\(name)”; the fields are \(there.isEmpty ? "none" : there)", at: span,
      hint: near.map { "did you mean “\($0)”?" })
  }
}
