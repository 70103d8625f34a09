import Charts
import Scene
import StructuredData

extension ReportSource {
  /// The report as CommonMark with YAML front matter: reads back as the same report.
  package func markdown() -> String {
    var front: [(key: String, value: Node)] = [("title", .string(title))]
    for (key, value) in [("subtitle", subtitle), ("issuer", issuer), ("date", date), ("layout", layout), ("theme", theme)] {
      if let value { front.append((key, .string(value))) }
    }
    front.append(("lang", .string(language.rawValue)))
    if !data.isEmpty { front.append(("data", .sequence(data.map { .string($0) }))) }
    var writer = ReportWriter()
    writer.out = "---\n" + Node.mapping(front).yaml() + "---\n"
    for chapter in chapters { writer.write(chapter) }
    for note in footnotes { writer.write(note) }
    return writer.out
  }
}

private struct ReportWriter {
  var out = ""

  mutating func write(_ chapter: ReportSource.Chapter) {
    paragraph("# " + escaped(chapter.title) + (chapter.isNumbered ? "" : " {-}"))
    if !chapter.lead.isEmpty { paragraph("*" + text(chapter.lead) + "*") }
    for block in chapter.blocks { write(block) }
  }

  mutating func write(_ note: ReportSource.Footnote) { paragraph("[^\(note.anchor)]: " + text(note.text)) }

  private mutating func paragraph(_ text: String) { out += "\n" + text + "\n" }

  private mutating func fenced(_ kind: String, _ body: String) {
    paragraph("```\(kind)\n" + body + (body.isEmpty || body.hasSuffix("\n") ? "" : "\n") + "```")
  }

  private mutating func write(_ block: ReportBlock) {
    switch block {
    case .heading(let level, let inlines, _):
      paragraph(String(repeating: "#", count: level) + " " + text(inlines))
    case .paragraph(let inlines): paragraph(text(inlines))
    case .quote(let inlines, let who):
      paragraph("> " + text(inlines) + (who.map { "\n>\n> —— " + escaped($0) } ?? ""))
    case .list(let ordered, let items):
      var lines: [String] = []
      for (i, item) in items.enumerated() {
        var inner = ReportWriter()
        for block in item { inner.write(block) }
        let mark = ordered ? "\(i + 1). " : "- "
        let indent = String(repeating: " ", count: mark.utf8.count)
        let rows = inner.out.split(separator: "\n", omittingEmptySubsequences: false).dropFirst().dropLast()
        for (k, row) in rows.enumerated() { lines.append((k == 0 ? mark : row.isEmpty ? "" : indent) + row) }
      }
      paragraph(lines.joined(separator: "\n"))
    case .chart(let figure): fenced("chart", figure.node.yaml())
    case .chartRow(let figures): fenced("charts", Node.sequence(figures.map(\.node)).yaml())
    case .cards(let cards): fenced("kpi", Node.sequence(cards.map { $0.node }).yaml())
    case .beside(let blocks, let figure):
      for block in blocks { write(block) }
      var node = figure.node
      node = .mapping((node.mapping?.entries.map { ($0.key, $0.value) } ?? []) + [("place", .string("beside"))])
      fenced("chart", node.yaml())
    case .table(let table): write(table)
    case .callout(let title, let blocks):
      var inner = ReportWriter()
      for block in blocks { inner.write(block) }
      let rows = inner.out.split(separator: "\n", omittingEmptySubsequences: false).dropFirst().dropLast()
      let head = "> [!NOTE]" + (title.map { " " + escaped($0) } ?? "")
      paragraph(([head, ">"] + rows.map { $0.isEmpty ? ">" : "> " + $0 }).joined(separator: "\n"))
    case .generated(let part): fenced(part.rawValue, "")
    case .sourceEntry(let entry): paragraph("\(entry.number) " + text(entry.sentence))
    case .code(let code): fenced("text", code)
    }
  }

  /// A pipe table; its title stands above it as `表：…` with the anchor in braces.
  private mutating func write(_ table: ReportTable) {
    if let title = table.title {
      paragraph("Table: " + escaped(title) + (table.anchor.map { " {#\($0)}" } ?? ""))
    }
    func row(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |" }
    var lines = [row(table.columns.map { escaped($0.title).replacingPipes })]
    lines.append(
      row(
        table.columns.map { column in
          switch column.alignment {
          case .start: ":--"
          case .center: ":-:"
          case .end, .decimal: "--:"
          }
        }))
    for entry in table.rows { lines.append(row(entry.cells.map { text($0).replacingPipes })) }
    paragraph(lines.joined(separator: "\n"))
    if let note = table.note { paragraph("Note: " + escaped(note)) }
  }

  private func text(_ inlines: [Inline]) -> String {
    var out = ""
    for inline in inlines {
      switch inline {
      case .text(let text): out += escaped(text)
      case .strong(let text), .mark(let text): out += "**\(escaped(text))**"
      case .emphasis(let text): out += "*\(escaped(text))*"
      case .code(let text): out += "`\(text)`"
      case .reference(let text, let anchor): out += "[\(escaped(text))](#\(anchor))"
      case .noteMark(_, let anchor): out += "[^\(anchor)]"
      case .link(let text, let uri): out += "[\(escaped(text))](\(uri))"
      case .lineBreak: out += "\\\n"
      }
    }
    return out
  }

  /// Text in which no character is taken for markup.
  private func escaped(_ text: String) -> String {
    var out = ""
    let marks: Set<Unicode.Scalar> = ["\\", "*", "_", "[", "]", "`", "<", ">", "#", "{", "}", "~", "|"]
    for (i, scalar) in text.unicodeScalars.enumerated() {
      if scalar == "\n" || scalar == "\r" {
        out += " "
        continue
      }
      if marks.contains(scalar) || i == 0 && (scalar == "-" || scalar == "+" || scalar == "=") {
        out.unicodeScalars.append("\\")
      }
      out.unicodeScalars.append(scalar)
    }
    return out
  }
}

extension String {
  /// Pipes are escaped already; line breaks cannot stand in a cell.
  fileprivate var replacingPipes: String { split(separator: "\n").joined(separator: " ") }
}
