package import Diagnostics
package import StructuredData

/// Reads a source into a table.
///
/// - Parameters:
///   - text: the decoded document.
///   - document: its name, for messages.
/// - Throws: `data.empty`, `data.columns` (a name that stands twice or a row longer than the header), `data.quote`,
///   `data.property` (nothing at a JSON path), `data.rows` beyond the limits, and what JSON's reader finds.
package func readTable(
  _ text: String, as format: DataFormat, document: String, limits: TableLimits = TableLimits()
) throws(Diagnostics) -> Warned<Table> {
  let table: Warned<Table>
  switch format.syntax {
  case .json(let property):
    var node = try parseJSON(text, document: document)
    for step in property.map({ FieldPath($0).steps }) ?? [] {
      guard
        let next = node.mapping?[step]
          ?? Int(step).flatMap({ place in
            node.sequence.flatMap { $0.indices.contains(place) ? $0[place] : nil }
          })
      else {
        throw Diagnostics(.error("data.property", "the data have no property “\(step)”", at: node.span))
      }
      node = next
    }
    table = Warned(try Diagnostics.several { () throws(Diagnostic) in try Table(rows: node, limits: limits) })
  case .delimited(let separator, let header):
    table = try delimited(text, separator, header, document: document, limits: limits)
  }
  let parsed = try Diagnostics.several { () throws(Diagnostic) in try table.value.parsed(format.parse) }
  return Warned(parsed.value, table.diagnostics + parsed.diagnostics)
}

private func delimited(
  _ text: String, _ separator: Character, _ given: [String]?, document: String, limits: TableLimits
) throws(Diagnostics) -> Warned<Table> {
  func span(_ line: Int) -> SourceSpan { SourceSpan(document: document, start: .init(line: line, column: 1)) }
  guard let byte = separator.asciiValue else {
    throw Diagnostics(.error("data.separator", "“\(separator)” cannot part values; an ASCII character can", at: span(1)))
  }
  let parts = DelimitedText(text, separator: byte)
  if let line = parts.openQuote { throw Diagnostics(.error("data.quote", "the quoted cell has no end", at: span(line))) }
  guard let header = given ?? parts.rows.first else {
    throw Diagnostics(.error("data.empty", "the table is empty", at: span(1)))
  }
  let skipped = given == nil ? 1 : 0
  let rows = parts.rows.dropFirst(skipped)
  try Diagnostics.several { () throws(Diagnostic) in
    try limits.check(rows: rows.count, columns: header.count, of: "the file")
  }
  var findings: [Diagnostic] = []
  var seen: Set<String> = []
  for name in header where !seen.insert(name).inserted {
    findings.append(.error("data.columns", "the column “\(name)” stands twice", at: span(1)))
  }
  for (row, line) in zip(rows, parts.lines.dropFirst(skipped)) where row.count > header.count && findings.count < 20 {
    findings.append(
      .error("data.columns", "the row has \(row.count) cells, the header \(header.count)", at: span(line)))
  }
  if !findings.isEmpty { throw Diagnostics(findings) }
  var table = Table(rowCount: rows.count)
  for (place, name) in header.enumerated() {
    table.set(name, Column(rows.map { place < $0.count ? .text($0[place]) : .undefined }))
  }
  return Warned(table)
}

extension Table {
  /// The table of a list of mappings, or of plain values, which get the name `data`.
  /// - Throws: `data.rows` for what is no list and beyond the limits.
  package init(rows node: Node, limits: TableLimits = TableLimits()) throws(Diagnostic) {
    guard let items = node.sequence ?? (node.mapping != nil ? [node] : nil) else {
      throw .error("data.rows", "a list of rows was expected, found \(node.brief)", at: node.span)
    }
    try limits.check(rows: items.count, columns: items.first?.mapping?.count ?? 1, of: "the data")
    self.init(records: items.map { Record(row: $0) })
    for (row, item) in items.enumerated() {
      guard let mapping = item.mapping else {
        note(item, "data", row)
        continue
      }
      for entry in mapping.entries { note(entry.value, entry.key, row) }
    }
  }

  /// Keeps the digits of a number that its shortest form would lose.
  private mutating func note(_ node: Node, _ name: String, _ row: Int) {
    guard let written = node.numberText, let number = node.double, numberText(number) != written else { return }
    keepDigits(written, of: name, at: row)
  }
}

extension Record {
  fileprivate init(row node: Node) {
    guard let mapping = node.mapping else {
      self.init(unique: ["data"], [DataValue(node)])
      return
    }
    self.init(unique: mapping.keys, mapping.entries.map { DataValue($0.value) })
  }
}

extension DataValue {
  /// A plain value of a document.
  package init(_ node: Node) {
    switch node.value {
    case .null: self = .null
    case .bool(let value): self = .boolean(value)
    case .number: self = node.double.map { .number($0) } ?? .null
    case .string(let text): self = .text(text)
    case .sequence(let items): self = .list(items.map { DataValue($0) })
    case .mapping(let mapping):
      self = .object(Record(unique: mapping.keys, mapping.entries.map { DataValue($0.value) }))
    }
  }
}
