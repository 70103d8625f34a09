import Diagnostics
import Markdown
import Scene
import StructuredData

extension ReportReader {
  /// Running text: figures for their names, blanks for line ends where words need them.
  mutating func inlines(_ source: [MarkdownInline]) -> [Inline] {
    var joining = LineJoining(language)
    return inlines(source[...], &joining)
  }

  private mutating func inlines(_ source: ArraySlice<MarkdownInline>, _ joining: inout LineJoining) -> [Inline] {
    var out: [Inline] = []
    var at = source.startIndex
    while at < source.endIndex {
      let inline = source[at]
      at += 1
      switch inline.kind {
      case .text(let text): out += references(text, at: inline.span, &joining)
      case .strong(let inner): out.append(.strong(inlines(inner[...], &joining)))
      case .emphasis(let inner): out.append(.emphasis(inlines(inner[...], &joining)))
      case .strikethrough(let inner): out.append(.strikethrough(inlines(inner[...], &joining)))
      case .code(let text): out.append(.code(joining.joined(text)))
      case .link(let destination, _, let inner): out += link(destination, inner, at: inline.span, &joining)
      case .image(let path, _, let inner):
        out.append(.text(joining.joined(plain(inner))))
        diagnostics.append(
          .warning(
            "report.picture", "the picture “\(path)” stands within other text: only its alternative text is printed",
            at: inline.span, hint: "give it a paragraph of its own"))
      case .softBreak: joining.lineEnd()
      case .lineBreak:
        out.append(.lineBreak)
        joining.interrupt(isLineEnd: true)
      case .footnoteReference(_, let number):
        out.append(.noteMark("[\(number)]", anchor: "footnote-\(number)"))
      case .html(let tag): out += html(tag, at: inline.span, in: source, next: &at, &joining)
      }
    }
    return out
  }

  private mutating func link(
    _ destination: String, _ inner: [MarkdownInline], at span: SourceSpan, _ joining: inout LineJoining
  ) -> [Inline] {
    let text = inlines(inner[...], &joining)
    if destination.hasPrefix("#") {
      let name = String(destination.dropFirst())
      references.append(Spanned(name, at: span))
      return [.reference(text, anchor: name)]
    }
    guard let scheme = Destination.uri(destination).refusedScheme else { return [.link(text, uri: destination)] }
    diagnostics.append(
      .warning(
        "report.link",
        scheme.isEmpty
          ? "the address has characters that none may have: the link is left out"
          : "links to “\(scheme == "//" ? scheme : scheme + ":")” are left out", at: span,
        hint: "http, https, mailto and files beside the report are allowed"))
    return text
  }

  private static let wrappers: [String: @Sendable ([Inline]) -> Inline] = [
    "sup": { .superscript($0) }, "sub": { .subscripted($0) }, "b": { .strong($0) }, "strong": { .strong($0) },
    "i": { .emphasis($0) }, "em": { .emphasis($0) }, "s": { .strikethrough($0) }, "del": { .strikethrough($0) },
  ]

  /// `<br>` and pairs of simple tags mean what they mean in HTML; other tags are reported, their text is printed.
  ///
  /// - Parameter next: the inline behind the tag; moved behind the closing tag.
  private mutating func html(
    _ tag: String, at span: SourceSpan, in source: ArraySlice<MarkdownInline>, next: inout Int, _ joining: inout LineJoining
  ) -> [Inline] {
    if tag.hasPrefix("<!--") { return [] }
    let name = tag.dropFirst().prefix { $0.isLetter }.lowercased()
    if name == "br" {
      joining.interrupt(isLineEnd: true)
      return [.lineBreak]
    }
    if let wrap = Self.wrappers[name],
      let close = source[next...].firstIndex(where: { if case .html(let end) = $0.kind { end.lowercased() == "</\(name)>" } else { false } }
      )
    {
      let inner = inlines(source[next..<close], &joining)
      next = close + 1
      return [wrap(inner)]
    }
    diagnostics.append(
      .warning("report.html", "the tag \(tag) is left out", at: span, hint: "<br>, <sub>, <sup>, <b>, <i> and <s> are printed"))
    return []
  }

  /// `{{name}}` and `{{name.同比}}` in a text become the figure, leading to its source.
  private mutating func references(_ text: String, at span: SourceSpan, _ joining: inout LineJoining) -> [Inline] {
    guard text.utf8.contains(UInt8(ascii: "{")), text.contains("{{"), !isEscaped("{", in: span) else {
      let text = joining.joined(text)
      return text.isEmpty ? [] : [.text(text)]
    }
    var out: [Inline] = []
    var rest = text[...]
    func add(_ text: Substring) { if !text.isEmpty { out.append(.text(joining.joined(String(text)))) } }
    while let open = rest.firstRange(of: "{{") {
      guard let close = rest[open.upperBound...].firstRange(of: "}}") else {
        diagnostics.append(.warning("figure.open", "“{{” without “}}” is printed as it stands", at: span))
        break
      }
      add(rest[..<open.lowerBound])
      let name = String(rest[open.upperBound..<close.lowerBound]).trimmed
      switch figures.inline(name, at: span) {
      case .success(.reference(let inner, let anchor)):
        out.append(.reference([.text(joining.joined(inner.text))], anchor: anchor))
      case .success(let inline): out.append(.text(joining.joined(inline.text)))
      case .failure(let problem): diagnostics.append(problem)
      }
      rest = rest[close.upperBound...]
    }
    add(rest)
    return out
  }

  /// Whether a character is written with a backslash at a place of the source.
  private func isEscaped(_ character: Unicode.Scalar, in span: SourceSpan) -> Bool {
    let range = span.range.clamped(to: source.indices)
    return zip(source[range], source[range].dropFirst()).contains { $0 == "\\" && $1 == character }
  }

  // MARK: Plain text

  /// The text where only plain text can stand; what is lost is reported.
  ///
  /// - Parameter place: as in “a table’s title”.
  mutating func plainText(_ inlines: [MarkdownInline], of place: String) -> String {
    for inline in inlines.flatMap(\.all) {
      let lost: String? =
        switch inline.kind {
        case .footnoteReference(let label, _): "the note mark [^\(label)]"
        case .link: "the link"
        case .image: "the picture"
        case .html(let tag) where !tag.hasPrefix("<!--"): "the tag \(tag)"
        default: nil
        }
      if let lost {
        diagnostics.append(.warning("report.plain", "\(lost) in \(place) is left out, its text is printed", at: inline.span))
      }
    }
    return plain(inlines)
  }

  func plain(_ inlines: [MarkdownInline]) -> String {
    var joining = LineJoining(language)
    return plain(inlines, &joining)
  }

  private func plain(_ inlines: [MarkdownInline], _ joining: inout LineJoining) -> String {
    var out = ""
    for inline in inlines {
      switch inline.kind {
      case .text(let text), .code(let text): out += joining.joined(text)
      case .strong(let inner), .emphasis(let inner), .strikethrough(let inner), .link(_, _, let inner), .image(_, _, let inner):
        out += plain(inner, &joining)
      case .softBreak: joining.lineEnd()
      case .lineBreak: out += " "
      case .footnoteReference, .html: continue
      }
    }
    return out
  }

  // MARK: Notes

  /// A note as one text: further paragraphs and the items of lists on lines of their own.
  mutating func note(_ blocks: [MarkdownBlock]) -> [Inline] {
    var lines: [[Inline]] = []
    for block in blocks { lines += noteLines(block) }
    return Array(lines.joined(separator: [.lineBreak]))
  }

  private mutating func noteLines(_ block: MarkdownBlock) -> [[Inline]] {
    switch block.kind {
    case .paragraph(let inlines), .heading(_, let inlines): return [self.inlines(inlines)]
    case .list(let list):
      var lines: [[Inline]] = []
      for (i, item) in list.items.enumerated() {
        let mark = list.start.map { "\($0 + i). " } ?? "• "
        var first = true
        for block in item.blocks {
          for line in noteLines(block) {
            lines.append((first ? [.text(mark)] : []) + line)
            first = false
          }
        }
      }
      return lines
    case .blockQuote(let inner):
      var lines: [[Inline]] = []
      for block in inner { lines += noteLines(block) }
      return lines
    case .codeBlock(let code): return code.text.split(separator: "\n").map { [.code(String($0))] }
    case .table(let table):
      diagnostics.append(.warning("report.note", "a table in a note is printed as lines", at: block.span))
      var lines: [[Inline]] = []
      for row in [table.header] + table.rows {
        var line: [Inline] = []
        for (i, cell) in row.enumerated() { line += (i == 0 ? [] : [.text(" | ")]) + inlines(cell.inlines) }
        lines.append(line)
      }
      return lines
    case .thematicBreak, .htmlBlock, .footnoteDefinition:
      diagnostics.append(.warning("report.note", "a part of a note is left out", at: block.span))
      return []
    }
  }
}

extension MarkdownInline {
  /// This inline and all within it, in reading order.
  fileprivate var all: [MarkdownInline] {
    switch kind {
    case .emphasis(let inner), .strong(let inner), .strikethrough(let inner), .link(_, _, let inner), .image(_, _, let inner):
      [self] + inner.flatMap(\.all)
    default: [self]
    }
  }
}

extension Substring {
  fileprivate func firstRange(of text: String) -> Range<Index>? {
    var at = startIndex
    while let start = self[at...].firstIndex(where: { $0 == text.first }) {
      if self[start...].hasPrefix(text) { return start..<index(start, offsetBy: text.count) }
      at = index(after: start)
    }
    return nil
  }
}
