import Scene
import StructuredData

extension ReportSource {
  /// The report as CommonMark with YAML front matter: reads back as the same report.
  package func markdown() -> String {
    var front: [(key: String, value: Node)] = [("title", .string(title))]
    for (key, value) in [("subtitle", subtitle), ("issuer", issuer), ("date", date)] {
      if let value { front.append((key, .string(value))) }
    }
    if let layout { front.append(("layout", layout.node)) }
    if let theme { front.append(("theme", theme.node)) }
    front.append(("lang", .string(language.rawValue)))
    if !data.isEmpty { front.append(("data", .sequence(data.map(\.node)))) }
    if !corrections.isEmpty { front.append(("corrections", .sequence(corrections.map(\.node)))) }
    if let motif { front.append(("motif", .sequence(motif.map { .number($0) }))) }
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
    let attributes =
      [
        chapter.anchor.map { "#" + $0 }, chapter.section == .chapters ? nil : "." + chapter.section.rawValue,
        chapter.pictogram.map { "pictogram=" + $0 }, chapter.isNumbered ? nil : "-",
      ]
      .compactMap { $0 }.joined(separator: " ")
    // What stands before the first heading has none.
    if !chapter.title.isEmpty || chapter.isNumbered || !attributes.isEmpty && attributes != "-" {
      paragraph("# " + escaped(chapter.title) + (attributes.isEmpty ? "" : " {\(attributes)}"))
    }
    if !chapter.lead.isEmpty { paragraph("*" + text(chapter.lead) + "*") }
    for block in chapter.blocks { write(block) }
  }

  mutating func write(_ note: ReportSource.Footnote) {
    paragraph("[^\(note.anchor)]: " + text(note.text).replacing("\n", with: "\n    "))
  }

  private mutating func paragraph(_ text: String) { out += "\n" + text + "\n" }

  /// The fence is longer than any within.
  private mutating func fenced(_ kind: String, _ body: String) {
    var fence = "```"
    while body.contains(fence) { fence += "`" }
    paragraph("\(fence)\(kind)\n" + body + (body.isEmpty || body.hasSuffix("\n") ? "" : "\n") + fence)
  }

  private func lines(_ blocks: [ReportBlock]) -> ArraySlice<Substring> {
    var inner = ReportWriter()
    for block in blocks { inner.write(block) }
    return inner.out.split(separator: "\n", omittingEmptySubsequences: false).dropFirst().dropLast()
  }

  private mutating func write(_ block: ReportBlock) {
    switch block {
    case .heading(let level, let inlines, let anchor):
      paragraph(String(repeating: "#", count: level) + " " + text(inlines) + (anchor.map { " {#\($0)}" } ?? ""))
    case .paragraph(let inlines): paragraph(text(inlines).withoutListMark)
    case .quote(let blocks, let who):
      let rows = lines(blocks).map { $0.isEmpty ? ">" : "> " + $0 }
      paragraph((rows + (who.map { [">", "> —— " + escaped($0)] } ?? [])).joined(separator: "\n"))
    case .list(let list): write(list)
    case .picture(let picture):
      let title = [picture.title, picture.anchor.map { "{#\($0)}" }].compactMap { $0 }.joined(separator: " ")
      let quoted = title.isEmpty ? "" : " \"\(title.replacing("\\", with: "\\\\").replacing("\"", with: "\\\""))\""
      paragraph("![\(escaped(picture.alt))](<\(picture.path.replacing(">", with: "\\>"))>\(quoted))")
    case .rule: paragraph("---")
    case .chart(let figure): fenced("chart", figure.node.yaml())
    case .chartRow(let figures): fenced("charts", Node.sequence(figures.map(\.node)).yaml())
    case .row(let row):
      let cells = zip(row.spans, row.cells).map { span, cell -> Node in
        let content: Node =
          switch cell {
          case .hero(let card), .card(let card): card.node
          case .stack(let cards), .steps(let cards): .sequence(cards.map(\.node))
          case .chart(let figure): figure.node
          case .reading(let blocks): .string(lines(blocks).joined(separator: "\n"))
          }
        return .mapping([("span", .number(span)), (cell.kind.rawValue, content)])
      }
      fenced("row", Node.sequence(cells).yaml())
    case .cards(let cards): fenced("kpi", Node.sequence(cards.map { $0.node }).yaml())
    case .beside(let blocks, let figure):
      for block in blocks { write(block) }
      var node = figure.node
      node = .mapping(
        (node.mapping?.entries.filter { $0.key != "place" }.map { ($0.key, $0.value) } ?? []) + [("place", .string("beside"))])
      fenced("chart", node.yaml())
    case .marginal(let blocks, let cards):
      for block in blocks { write(block) }
      fenced("kpi", Node.mapping([("place", .string("beside")), ("cards", .sequence(cards.map(\.node)))]).yaml())
    case .table(let table): write(table)
    case .callout(let title, let blocks):
      let rows = lines(blocks)
      let head = "> [!NOTE]" + (title.map { " " + escaped($0) } ?? "")
      paragraph(([head, ">"] + rows.map { $0.isEmpty ? ">" : "> " + $0 }).joined(separator: "\n"))
    case .generated(let part): fenced(part.rawValue, "")
    case .sourceEntry(let entry): paragraph("\(entry.number) " + text(entry.sentence))
    case .code(let code, let language): fenced(language, code)
    }
  }

  private mutating func write(_ list: ReportList) {
    var rows: [String] = []
    for (i, item) in list.items.enumerated() {
      let mark = list.start.map { "\($0 + i). " } ?? "- "
      let box = item.isChecked.map { $0 ? "[x] " : "[ ] " } ?? ""
      let indent = String(repeating: " ", count: mark.utf8.count)
      if i > 0, !list.isTight { rows.append("") }
      let inner =
        list.isTight ? lines(item.blocks).filter { !$0.isEmpty || !item.blocks.allSatisfy(\.isTightPart) } : Array(lines(item.blocks))
      for (k, row) in inner.enumerated() { rows.append((k == 0 ? mark + box : row.isEmpty ? "" : indent) + row) }
      if inner.isEmpty { rows.append(mark + box) }
    }
    paragraph(rows.joined(separator: "\n"))
  }

  /// A pipe table; its title stands above it as `表：…` with the anchor in braces.
  private mutating func write(_ table: ReportTable) {
    if let title = table.title {
      paragraph("Table: " + escaped(title) + (table.anchor.map { " {#\($0)}" } ?? ""))
    }
    func row(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |" }
    var lines = [row(table.columns.map { text($0.head, inCell: true) })]
    lines.append(
      row(
        table.columns.map { column in
          switch column.alignment {
          case .start: ":--"
          case .center: ":-:"
          case .end, .decimal: "--:"
          }
        }))
    for entry in table.rows { lines.append(row(entry.cells.map { text($0, inCell: true) })) }
    paragraph(lines.joined(separator: "\n"))
    if let note = table.note { paragraph(text(note)) }
  }

  /// - Parameter inCell: of a table, which is one line.
  private func text(_ inlines: [Inline], inCell: Bool = false) -> String {
    var out = ""
    func inner(_ inlines: [Inline]) -> String { text(inlines, inCell: inCell) }
    for inline in inlines {
      switch inline {
      case .text(let text): out += escaped(text)
      case .mark(let text): out += "**\(escaped(text))**"
      case .strong(let parts): out += "**\(inner(parts))**"
      case .emphasis(let parts): out += "*\(inner(parts))*"
      case .strikethrough(let parts): out += "~~\(inner(parts))~~"
      case .superscript(let parts): out += "<sup>\(inner(parts))</sup>"
      case .subscripted(let parts): out += "<sub>\(inner(parts))</sub>"
      case .code(let text): out += code(text, inCell: inCell)
      case .reference(let parts, let anchor): out += "[\(inner(parts))](#\(anchor))"
      case .noteMark(_, let anchor): out += "[^\(anchor)]"
      case .link(let parts, let uri): out += "[\(inner(parts))](<\(uri.replacing(">", with: "%3E"))>)"
      case .lineBreak: out += inCell ? "<br>" : "\\\n"
      }
    }
    return out
  }

  /// Between more backticks than stand in it; a bar in a cell is escaped even there (GFM §4.10).
  private func code(_ text: String, inCell: Bool) -> String {
    var fence = "`"
    while text.contains(fence) { fence += "`" }
    let blank = text.hasPrefix("`") || text.hasSuffix("`") || text.hasPrefix(" ") && text.hasSuffix(" ") ? " " : ""
    let body = inCell ? text.replacing("|", with: "\\|") : text
    return fence + blank + body + blank + fence
  }

  /// Text in which no character is taken for markup, nor a part of it for an address.
  private func escaped(_ text: String) -> String {
    var out = ""
    let marks: Set<Unicode.Scalar> = ["\\", "*", "_", "[", "]", "`", "<", ">", "#", "{", "}", "~", "|", "&", "@"]
    let scalars = Array(text.unicodeScalars)
    func isWWW(_ i: Int) -> Bool { i >= 3 && scalars[(i - 3)..<i].allSatisfy { $0 == "w" || $0 == "W" } }
    for (i, scalar) in scalars.enumerated() {
      if scalar == "\n" || scalar == "\r" {
        out += " "
        continue
      }
      let isAddress = scalar == ":" && i + 2 < scalars.count && scalars[i + 1] == "/" && scalars[i + 2] == "/"
      if marks.contains(scalar) || i == 0 && (scalar == "-" || scalar == "+" || scalar == "=") || isAddress
        || scalar == "." && isWWW(i)
      {
        out.unicodeScalars.append("\\")
      }
      out.unicodeScalars.append(scalar)
    }
    return out
  }
}

extension ReportBlock {
  /// Whether a tight list may hold it without an empty line before it.
  fileprivate var isTightPart: Bool {
    switch self {
    case .paragraph, .list: true
    default: false
    }
  }
}

extension String {
  /// A paragraph that begins like a list, `1. `, is none.
  fileprivate var withoutListMark: String {
    let digits = prefix { $0.isASCII && $0.isNumber }
    guard !digits.isEmpty, digits.count <= 9, let mark = dropFirst(digits.count).first, mark == "." || mark == ")",
      dropFirst(digits.count + 1).first?.isWhitespace ?? true
    else { return self }
    return digits + "\\" + dropFirst(digits.count)
  }
}
