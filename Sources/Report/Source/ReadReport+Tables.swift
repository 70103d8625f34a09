import Articles
import Diagnostics
import Indicators
import StructuredData

/// A table of the inputs, as a report names it in a block `table`.
private struct TableReference: Sendable {
  var name: String
  /// The path or the file name of its document.
  var document: String?
  var title: String?
  var note: String?
  var anchor: String?

  static let shape = NodeShape<TableReference>.record("TableReference") { fields in
    let name = fields.required("name", .text, "The table's title, its sheet, or `table` and its number.")
    let document = fields.optional("from", .text, "The file it stands in, where several have one of that name.")
    let title = fields.optional("title", .text, "Instead of its own.")
    let note = fields.optional("note", .text, "Instead of its own notes.")
    let anchor = fields.optional("id", .text, "The label by which the text names it.")
    return name.map { TableReference(name: $0, document: document, title: title, note: note, anchor: anchor) }
  }
}

extension ReportReader {
  /// The table of the inputs that a block names.
  mutating func inputTable(_ node: Node, at span: SourceSpan) -> [ReportBlock] {
    let reference: TableReference
    do {
      let read = try TableReference.shape.read(node)
      diagnostics += read.diagnostics
      reference = read.value
    } catch {
      diagnostics += error.all
      return []
    }
    let tables = evidence.tables.filter { table in
      reference.document.map { table.document == $0 || table.document.hasSuffix("/" + $0) } ?? true
    }
    if let document = reference.document, tables.isEmpty {
      let names = Array(Set(evidence.tables.map { $0.document.split(separator: "/").last.map(String.init) ?? $0.document })).sorted()
      diagnostics.append(
        .error(
          "report.table", "no input “\(document)” has tables", at: span,
          hint: nearestName(to: document, among: names).map { "did you mean “\($0)”?" }))
      return []
    }
    let wanted = folded(reference.name)
    let found = tables.filter { table in table.names.contains { folded($0) == wanted } }
    guard let table = found.first, found.count == 1 else {
      let names = tables.flatMap(\.names)
      let near = nearestName(to: reference.name, among: names).map { "did you mean “\($0)”?" }
      let some = names.prefix(6).map { "“\($0)”" }.joined(separator: ", ")
      diagnostics.append(
        found.isEmpty
          ? .error(
            "report.table", "no input has a table “\(reference.name)”", at: span,
            hint: near ?? (names.isEmpty ? "give an input with tables in data:" : "there are \(some)"))
          : .error(
            "report.table", "\(found.count) tables are called “\(reference.name)”", at: span,
            hint: "name the file with from:, or the table by its title"))
      return []
    }
    if let anchor = reference.anchor { label(anchor, at: node["id"]?.span ?? span) }
    let shown = ReportTable(table, reference)
    checkSize(of: shown, at: span)
    return [.table(shown)]
  }
}

extension ReportTable {
  fileprivate init(_ table: DisplayedTable, _ reference: TableReference) {
    let columns = zip(table.heads, table.isNumeric).map { heads, isNumeric in
      Column(head: Self.lines(heads), alignment: isNumeric ? .decimal : .start)
    }
    let rows = table.rows.map { row in
      Row(
        row.cells.enumerated().map { index, text in
          // An indent is two blanks of an em's half each step, as in print.
          Self.lines([(index == 0 ? String(repeating: "\u{2003}", count: min(row.indent, 8)) : "") + text])
        })
    }
    let title = [reference.title ?? table.title].compactMap { $0 } + table.subtitles
    self.init(title: title.isEmpty ? nil : title.joined(separator: "　"), columns: columns, rows: rows)
    let note = reference.note ?? (table.notes.isEmpty ? nil : table.notes.joined(separator: " "))
    self.note = note.map { [.text($0)] }
    anchor = reference.anchor
  }

  /// Texts on lines of their own.
  private static func lines(_ texts: [String]) -> [Inline] {
    var out: [Inline] = []
    for text in texts.flatMap({ $0.split(whereSeparator: \.isNewline).map(String.init) }) {
      if !out.isEmpty { out.append(.lineBreak) }
      out.append(.text(text))
    }
    return out
  }
}
