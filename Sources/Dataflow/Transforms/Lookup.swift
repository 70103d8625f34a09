import Diagnostics

extension Transform {
  /// Takes values from the row of another source whose key is this row's.
  package struct Lookup: Hashable, Sendable {
    package var field: FieldPath
    /// Name of the other table in ``Environment/sources``.
    package var source: String
    package var key: FieldPath
    /// Fields taken over; with none the whole row is, as an object named ``names``' first.
    package var fields: [FieldPath]
    package var names: [String]
    /// What a row gets whose key the source does not have.
    package var missing: DataValue

    package init(
      _ field: FieldPath, from source: String, key: FieldPath, fields: [FieldPath], as names: [String] = [],
      default missing: DataValue = .null
    ) {
      self.field = field
      self.source = source
      self.key = key
      self.fields = fields
      self.names = names.isEmpty ? fields.map(\.name) : names
      self.missing = missing
    }

    func apply(to table: Table, sources: [String: Table]) throws(Diagnostic) -> Table {
      try table.require(field)
      guard let other = sources[source] else {
        throw .error("transform.lookup", "there is no data “\(source)” to look up in")
      }
      for path in fields + [key] { try other.require(path) }
      guard !names.isEmpty, fields.isEmpty || names.count >= fields.count else {
        throw .error("transform.lookup", "a lookup needs a name for each value that it takes over")
      }
      var rows: [String: Int] = [:]
      for (row, value) in other.values(at: key).values.enumerated() { rows[value.groupKey] = row }
      let matches = table.values(at: field).values.map { rows[$0.groupKey] }
      var result = table
      if fields.isEmpty {
        result.set(names[0], Column(matches.map { $0.map { .object(other.record($0)) } ?? missing }))
      }
      for (path, name) in zip(fields, names) {
        let column = other.values(at: path)
        var taken = Column(matches.map { $0.map { column[$0] } ?? missing })
        for (place, row) in matches.enumerated() { if let row, let digits = column.written[row] { taken.written[place] = digits } }
        result.set(name, taken)
      }
      return result
    }
  }
}
