import Charts
package import Diagnostics
import Indicators
import Markdown
import Scene
import StructuredData

/// Reads a report source.
///
/// - Throws: all errors of the text at once: front matter, fenced blocks, unknown figures.
package func readReport(_ text: String, document: String, evidence: Evidence) throws(Diagnostics) -> Warned<ReportSource> {
  let parsed = parseMarkdown(text, document: document)
  let front = try readFrontMatter(parsed, document: document)
  var report = ReportSource(title: front.title, language: front.language)
  report.subtitle = front.subtitle
  report.issuer = front.issuer
  report.date = front.date
  report.layout = front.layout
  report.theme = front.theme
  report.data = front.data
  var reader = ReportReader(evidence: evidence, language: front.language)
  reader.diagnostics = parsed.diagnostics
  report.chapters = reader.chapters(parsed.blocks)
  report.footnotes = reader.footnotes
  if report.chapters.isEmpty {
    reader.diagnostics.append(
      .error("report.empty", "the report has no text", at: SourceSpan(document: document), hint: "begin a chapter with “# Title”"))
  }
  guard !reader.diagnostics.contains(where: { $0.severity == .error }) else { throw Diagnostics(reader.diagnostics) }
  return Warned(report, reader.diagnostics)
}

struct ReportReader {
  let evidence: Evidence
  let language: Language
  var diagnostics: [Diagnostic] = []
  /// Names the figures that the report does not name itself.
  var figureCount = 0
  var footnotes: [ReportSource.Footnote] = []
  private let figures: FigureReferences

  init(evidence: Evidence, language: Language) {
    self.evidence = evidence
    self.language = language
    figures = FigureReferences(evidence, language: language)
  }

  mutating func chapters(_ blocks: [Markdown.Block]) -> [ReportSource.Chapter] {
    var chapters: [ReportSource.Chapter] = []
    var pending: (title: String, anchor: String?)?
    for (i, block) in blocks.enumerated() {
      if case .heading(1, let inlines) = block.kind {
        var title = plain(inlines)
        let isNumbered = !title.hasSuffix("{-}")
        if !isNumbered { title = String(title.dropLast(3)) }
        chapters.append(.init(title: title.trimmed, isNumbered: isNumbered))
        continue
      }
      if chapters.isEmpty { chapters.append(.init(title: "", isNumbered: false)) }
      let last = chapters.count - 1
      // The first paragraph of a chapter, all of it in emphasis, is its lead.
      if case .paragraph(let inlines) = block.kind {
        if chapters[last].blocks.isEmpty, chapters[last].lead.isEmpty, inlines.count == 1,
          case .emphasis(let inner) = inlines[0].kind
        {
          chapters[last].lead = self.inlines(inner)
          continue
        }
        if let caption = caption(inlines), i + 1 < blocks.count, case .table = blocks[i + 1].kind {
          pending = caption
          continue
        }
      }
      if case .paragraph(let inlines) = block.kind, let note = tableNote(inlines),
        case .table(var table)? = chapters[last].blocks.last, table.note == nil
      {
        table.note = note
        chapters[last].blocks[chapters[last].blocks.count - 1] = .table(table)
        continue
      }
      let read = self.block(block, caption: pending)
      pending = nil
      if case .beside(let text, let figure)? = read.first, text.isEmpty {
        // The text beside a figure is the paragraph before it.
        if case .paragraph? = chapters[last].blocks.last {
          let paragraph = chapters[last].blocks.removeLast()
          chapters[last].blocks.append(.beside([paragraph], figure))
        } else {
          chapters[last].blocks.append(.chart(figure))
        }
        continue
      }
      chapters[last].blocks += read
    }
    return chapters
  }

  /// `Note: …` or a line of the source below a table.
  private func tableNote(_ inlines: [Markdown.Inline]) -> String? {
    let text = plain(inlines)
    if text.hasPrefix("Note: ") { return String(text.dropFirst(6)).trimmed }
    let heads = ["注：", "注:", "来源：", "數據來源：", "数据来源：", "资料来源：", "資料來源：", "Source: ", "Sources: "]
    return heads.contains { text.hasPrefix($0) } ? text.trimmed : nil
  }

  /// `Table: Title {#anchor}` above a table.
  private func caption(_ inlines: [Markdown.Inline]) -> (title: String, anchor: String?)? {
    var text = plain(inlines)
    guard let prefix = ["Table: ", "表：", "表: "].first(where: { text.hasPrefix($0) }) else { return nil }
    text = String(text.dropFirst(prefix.count))
    guard text.hasSuffix("}"), let brace = text.lastIndex(of: "{") else { return (text.trimmed, nil) }
    let name = text[text.index(after: brace)...].dropLast()
    guard name.hasPrefix("#") else { return (text.trimmed, nil) }
    return (String(text[..<brace]).trimmed, String(name.dropFirst()))
  }

  mutating func block(_ block: Markdown.Block, caption: (title: String, anchor: String?)? = nil) -> [ReportBlock] {
    switch block.kind {
    case .heading(let level, let inlines): return [.heading(level: max(2, level), self.inlines(inlines), anchor: nil)]
    case .paragraph(let inlines): return [.paragraph(self.inlines(inlines))]
    case .list(let list):
      let items = list.items.map { item in item.blocks.flatMap { self.block($0) } }
      return [.list(ordered: list.start != nil, items)]
    case .blockQuote(let inner): return quote(inner)
    case .codeBlock(let code): return fenced(code)
    case .table(let table): return [.table(self.table(table, caption: caption))]
    case .thematicBreak: return []
    case .htmlBlock:
      diagnostics.append(
        .warning("report.html", "raw HTML is not printed", at: block.span, hint: "use Markdown or a fenced block"))
      return []
    case .footnoteDefinition(_, let number, let inner):
      let text = inner.compactMap { block -> [Inline]? in
        if case .paragraph(let inlines) = block.kind { return self.inlines(inlines) }
        return nil
      }
      footnotes.append(.init(anchor: "footnote-\(number)", text: Array(text.joined(separator: [.text(" ")]))))
      return []
    }
  }

  private mutating func quote(_ blocks: [Markdown.Block]) -> [ReportBlock] {
    if case .paragraph(let inlines)? = blocks.first?.kind, plain(inlines).hasPrefix("[!") {
      let head = plain(inlines)
      let title = head.drop { $0 != "]" }.dropFirst().split(separator: "\n").first.map { String($0).trimmed }
      return [.callout(title: title?.isEmpty == true ? nil : title, blocks.dropFirst().flatMap { self.block($0) })]
    }
    var text: [Inline] = []
    var who: String?
    for block in blocks {
      guard case .paragraph(let inlines) = block.kind else { continue }
      let plain = plain(inlines)
      if plain.hasPrefix("——") {
        who = String(plain.dropFirst(2)).trimmed
      } else {
        if !text.isEmpty { text.append(.lineBreak) }
        text += self.inlines(inlines)
      }
    }
    return text.isEmpty ? [] : [.quote(text, attribution: who)]
  }

  private mutating func table(_ table: Markdown.Table, caption: (title: String, anchor: String?)?) -> ReportTable {
    var columns: [(title: String, alignment: ReportTable.Alignment)] = []
    for (i, cell) in table.header.enumerated() {
      let alignment: ReportTable.Alignment =
        switch i < table.alignments.count ? table.alignments[i] : nil {
        case .right?: table.rows.allSatisfy { $0.count > i && isNumeral(plain($0[i].inlines)) } ? .decimal : .end
        case .center?: .center
        default: .start
        }
      columns.append((plain(cell.inlines), alignment))
    }
    var out = ReportTable(
      title: caption?.title, columns: columns,
      rows: table.rows.map { row in .init(row.map { self.inlines($0.inlines) }) })
    out.anchor = caption?.anchor ?? (caption == nil ? nil : "table-\(table.header.first?.span.range.lowerBound ?? 0)")
    return out
  }

  private func isNumeral(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy { ("0"..."9").contains($0) || ".,%+-−—… ".unicodeScalars.contains($0) }
  }

  // MARK: Inlines

  mutating func inlines(_ source: [Markdown.Inline]) -> [Inline] {
    var out: [Inline] = []
    for inline in source {
      switch inline.kind {
      case .text(let text): out += references(text, at: inline.span)
      case .strong(let inner): out.append(.strong(plain(inner)))
      case .emphasis(let inner): out.append(.emphasis(plain(inner)))
      case .strikethrough(let inner): out.append(.text(plain(inner)))
      case .code(let text): out.append(.code(text))
      case .link(let destination, _, let inner):
        let text = plain(inner)
        out.append(
          destination.hasPrefix("#")
            ? .reference(text, anchor: String(destination.dropFirst())) : .link(text, uri: destination))
      case .image:
        diagnostics.append(.warning("report.image", "pictures are not printed yet", at: inline.span))
      case .softBreak: out.append(.text(language.isChinese ? "" : " "))
      case .html: continue
      case .lineBreak: out.append(.lineBreak)
      case .footnoteReference(_, let number):
        out.append(.noteMark("[\(number)]", anchor: "footnote-\(number)"))
      }
    }
    return out
  }

  /// `{{name}}` and `{{name.同比}}` in a text become the figure, leading to its source.
  private mutating func references(_ text: String, at span: SourceSpan) -> [Inline] {
    var out: [Inline] = []
    var rest = text[...]
    while let open = rest.range(of: "{{"), let close = rest[open.upperBound...].range(of: "}}") {
      if open.lowerBound > rest.startIndex { out.append(.text(String(rest[..<open.lowerBound]))) }
      let name = String(rest[open.upperBound..<close.lowerBound]).trimmed
      switch figures.inline(name, at: span) {
      case .success(let inline): out.append(inline)
      case .failure(let problem): diagnostics.append(problem)
      }
      rest = rest[close.upperBound...]
    }
    if !rest.isEmpty { out.append(.text(String(rest))) }
    return out
  }

  func plain(_ inlines: [Markdown.Inline]) -> String {
    inlines.map { inline -> String in
      switch inline.kind {
      case .text(let text), .code(let text): text
      case .strong(let inner), .emphasis(let inner), .strikethrough(let inner): plain(inner)
      case .link(_, _, let inner), .image(_, _, let inner): plain(inner)
      case .softBreak, .lineBreak: "\n"
      case .footnoteReference, .html: ""
      }
    }.joined()
  }
}

extension String {
  /// Without white space at either end.
  var trimmed: String {
    var text = self[...]
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }

  fileprivate func range(of text: String) -> Range<String.Index>? { self[...].range(of: text) }
}

extension Substring {
  fileprivate func range(of text: String) -> Range<Index>? {
    var at = startIndex
    while at < endIndex {
      if self[at...].hasPrefix(text) { return at..<index(at, offsetBy: text.count) }
      at = index(after: at)
    }
    return nil
  }
}
