import CMarkGFM
import Diagnostics

/// Turns the inlines of one paragraph, heading or table cell into a tree.
///
/// cmark's columns are those of the block's text after indentation and quotation marks were stripped and, in table
/// cells, `\|` was unescaped; bare links have none. So a place is taken from cmark only where the text found there is
/// the right one; else the text is looked for behind the inline before.
struct InlineBuilder {
  static let maximumDepth = 100
  /// How far a text is looked for, in code points.
  private static let searchWindow = 256

  private let source: MarkdownSource
  private let block: CMarkNode
  private let range: Range<Int>
  /// Where the inline before ends.
  private var cursor: Int
  /// Bare addresses in a link are its text.
  private var isInLink = false
  /// Whether inlines were nested too deeply to be kept.
  private(set) var isCut = false
  private(set) var diagnostics: [Diagnostic] = []

  init(source: MarkdownSource, block: CMarkNode, range: Range<Int>) {
    self.source = source
    self.block = block
    self.range = range
    cursor = range.lowerBound
  }

  /// Beyond the maximum depth, inner inlines are left out.
  mutating func inlines(_ nodes: [CMarkNode], depth: Int) -> [MarkdownInline] {
    guard depth <= Self.maximumDepth else {
      isCut = true
      return []
    }
    return nodes.flatMap { node in node.type == CMARK_NODE_TEXT ? text(node) : inline(node, depth: depth).map { [$0] } ?? [] }
  }

  private mutating func inline(_ node: CMarkNode, depth: Int) -> MarkdownInline? {
    switch node.type {
    case CMARK_NODE_SOFTBREAK: return lineEnd(.softBreak)
    case CMARK_NODE_LINEBREAK: return lineEnd(.lineBreak)
    case CMARK_NODE_CODE: return code(node)
    case CMARK_NODE_HTML_INLINE:
      let literal = source.unmarked(node.literal)
      let place = place(of: literal, near: offset(line: node.startLine, column: node.startColumn))
      return MarkdownInline(.html(literal), at: span(place))
    case CMARK_NODE_FOOTNOTE_REFERENCE: return footnote(node)
    case CMARK_NODE_EMPH: return around(node, depth) { .emphasis($0) }
    case CMARK_NODE_STRONG: return around(node, depth) { .strong($0) }
    case CMARK_NODE_LINK:
      let outer = isInLink
      isInLink = true
      defer { isInLink = outer }
      return around(node, depth) { [source] in
        .link(destination: source.unmarked(node.url), title: source.unmarked(node.title), $0)
      }
    case CMARK_NODE_IMAGE:
      return around(node, depth) { [source] in
        .image(source: source.unmarked(node.url), title: source.unmarked(node.title), $0)
      }
    default:
      if node.typeName == "strikethrough" { return around(node, depth) { .strikethrough($0) } }
      return nil
    }
  }

  /// The document's place of cmark's line and column; nil where cmark has none.
  private func offset(line: Int, column: Int) -> Int? {
    guard line > 0 else { return nil }
    if line == block.startLine { return source.offset(line: line, byte: column - 1) }
    return source.offset(line: line, byte: source.prefixLength(line: line) + column - block.startColumn)
  }

  /// Finds `text` at the place that cmark names, or else behind the inline before; an empty place when it is nowhere.
  private mutating func place(of text: String, near start: Int?) -> Range<Int> {
    if let start, start >= cursor, let end = source.end(of: text, from: start), end <= range.upperBound {
      cursor = end
      return start..<end
    }
    var at = cursor
    while at < min(cursor + Self.searchWindow, range.upperBound) {
      if let end = source.end(of: text, from: at), end <= range.upperBound {
        cursor = end
        return at..<end
      }
      at += 1
    }
    return cursor..<cursor
  }

  /// The place as a span, cut at the block's end.
  private func span(_ place: Range<Int>) -> SourceSpan { source.span(place.clamped(to: range)) }

  /// A text, and the bare links in it.
  private mutating func text(_ node: CMarkNode) -> [MarkdownInline] {
    let literal = source.unmarked(node.literal)
    guard !literal.isEmpty else { return [] }
    var near = offset(line: node.startLine, column: node.startColumn)
    func part(_ text: String) -> Range<Int> {
      let found = place(of: text, near: near)
      near = nil
      return found
    }
    func plain(_ text: String) -> MarkdownInline {
      let place = part(text)
      if text.utf8.contains(UInt8(ascii: "[")), text.contains("[^") { diagnostics += source.unknownNotes(in: place) }
      return MarkdownInline(.text(text), at: span(place))
    }
    let scalars = Array(literal.unicodeScalars)
    let mayLink = !isInLink && scalars.contains { $0 == ":" || $0 == "." || $0 == "@" }
    var out: [MarkdownInline] = []
    var at = 0
    func string(_ range: Range<Int>) -> String { String(String.UnicodeScalarView(scalars[range])) }
    for link in mayLink ? bareLinks(in: scalars) : [] {
      if link.range.lowerBound > at { out.append(plain(string(at..<link.range.lowerBound))) }
      let address = string(link.range)
      let place = part(address)
      let text = MarkdownInline(.text(address), at: span(place))
      // What the author escaped is meant as text.
      out.append(
        source.text(place).contains("\\")
          ? text : MarkdownInline(.link(destination: link.destination, title: "", [text]), at: span(place)))
      at = link.range.upperBound
    }
    if at < scalars.count { out.append(plain(at == 0 ? literal : string(at..<scalars.count))) }
    return out
  }

  private mutating func lineEnd(_ kind: MarkdownInline.Kind) -> MarkdownInline {
    let start = cursor
    var at = cursor
    while let scalar = source.scalar(at), scalar == " " || scalar == "\t" || scalar == "\\" { at += 1 }
    guard at < range.upperBound, let scalar = source.scalar(at), scalar == "\n" || scalar == "\r" else {
      return MarkdownInline(kind, at: span(start..<start))
    }
    at += scalar == "\r" && source.scalar(at + 1) == "\n" ? 2 : 1
    cursor = at
    // Indentation and quotation marks belong to no inline.
    while cursor < range.upperBound, let next = source.scalar(cursor), next == " " || next == "\t" || next == ">" {
      cursor += 1
    }
    return MarkdownInline(kind, at: span(start..<at))
  }

  /// With its backticks.
  private mutating func code(_ node: CMarkNode) -> MarkdownInline {
    let literal = source.unmarked(node.literal)
    var start = max(cursor, offset(line: node.startLine, column: node.startColumn) ?? cursor)
    var end = max(start, offset(line: node.endLine, column: node.endColumn + 1) ?? start)
    // The literal may lack one blank on each side and has blanks for line breaks: only the backticks are a sure sign.
    if source.scalar(start - 1) != "`" || source.scalar(end) != "`" {
      start = cursor
      while start < range.upperBound, source.scalar(start) != "`" { start += 1 }
      while source.scalar(start) == "`" { start += 1 }
      end = min(start + literal.unicodeScalars.count, range.upperBound)
      while end < range.upperBound, source.scalar(end) != "`" { end += 1 }
    }
    while start > cursor, source.scalar(start - 1) == "`" { start -= 1 }
    while end < range.upperBound, source.scalar(end) == "`" { end += 1 }
    cursor = max(cursor, end)
    return MarkdownInline(.code(literal), at: span(start..<max(start, end)))
  }

  /// cmark keeps only the note's number; the label stands in the source.
  private mutating func footnote(_ node: CMarkNode) -> MarkdownInline {
    let number = Int(node.literal) ?? 0
    var start = offset(line: node.startLine, column: node.startColumn) ?? cursor
    if source.scalar(start) != "[" || source.scalar(start + 1) != "^" {
      start = cursor
      while start < range.upperBound, source.scalar(start) != "[" || source.scalar(start + 1) != "^" { start += 1 }
    }
    var end = start
    while end < range.upperBound, source.scalar(end) != "]" { end += 1 }
    let label = end > start + 2 ? source.text(start + 2..<end) : String(number)
    end = min(end + 1, max(start, range.upperBound))
    cursor = max(cursor, end)
    return MarkdownInline(.footnoteReference(label: label, number: number), at: span(start..<end))
  }

  /// An inline with others in it: from its opening mark to its closing one.
  private mutating func around(_ node: CMarkNode, _ depth: Int, _ kind: ([MarkdownInline]) -> MarkdownInline.Kind) -> MarkdownInline {
    let before = cursor
    let inner = inlines(node.children, depth: depth + 1)
    let first = inner.first?.span.range.lowerBound ?? cursor
    let last = cursor
    var start = before
    // Between the inline before and the first one within stand only the opening marks.
    if first - before > 4 || node.startLine == 0 {
      start = offset(line: node.startLine, column: node.startColumn) ?? first
    }
    start = min(max(start, before), first)
    var end = last
    if let named = offset(line: node.endLine, column: node.endColumn + 1), named >= last {
      end = min(named, range.upperBound)
    }
    cursor = max(cursor, end)
    return MarkdownInline(kind(inner), at: span(start..<max(start, end)))
  }
}
