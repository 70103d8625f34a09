import CMarkGFM
import Diagnostics

/// Turns cmark's tree into blocks.
struct BlockBuilder {
  static let maximumDepth = 100

  let source: MarkdownSource
  private(set) var diagnostics: [Diagnostic] = []
  /// Labels of the notes met, in lower case, and places of code and raw HTML.
  private(set) var noteLabels: Set<String> = []
  private(set) var literalPlaces: [Range<Int>] = []
  private var footnotes = 0

  init(source: MarkdownSource) { self.source = source }

  mutating func blocks(_ nodes: [CMarkNode], depth: Int) -> [MarkdownBlock] {
    nodes.compactMap { block($0, depth: depth) }
  }

  private mutating func block(_ node: CMarkNode, depth: Int) -> MarkdownBlock? {
    var range = place(of: node)
    guard depth <= Self.maximumDepth else {
      reportDepth(at: source.span(range))
      return nil
    }
    let kind: MarkdownBlock.Kind
    switch node.type {
    case CMARK_NODE_HEADING: kind = .heading(level: node.headingLevel, inlines(of: node, in: range))
    case CMARK_NODE_PARAGRAPH: kind = .paragraph(inlines(of: node, in: range))
    case CMARK_NODE_THEMATIC_BREAK: kind = .thematicBreak
    case CMARK_NODE_HTML_BLOCK:
      kind = .htmlBlock(source.unmarked(node.literal))
      literalPlaces.append(range)
    case CMARK_NODE_CODE_BLOCK:
      kind = .codeBlock(codeBlock(node, in: range))
      literalPlaces.append(range)
    case CMARK_NODE_BLOCK_QUOTE:
      let inner = blocks(node.children, depth: depth + 1)
      range = range.lowerBound..<(inner.last?.span.range.upperBound ?? range.upperBound)
      kind = .blockQuote(inner)
    case CMARK_NODE_LIST:
      let items = node.children.map { item($0, depth: depth + 1) }
      range = range.lowerBound..<(items.last?.span.range.upperBound ?? range.upperBound)
      kind = .list(List(start: node.isOrdered ? node.listStart : nil, isTight: node.isTight, items: items))
    case CMARK_NODE_FOOTNOTE_DEFINITION:
      let inner = blocks(node.children, depth: depth + 1)
      footnotes += 1
      let (label, start) = footnoteLabel(before: range.lowerBound)
      noteLabels.insert((label ?? "").lowercased())
      range = start..<(inner.last?.span.range.upperBound ?? range.upperBound)
      kind = .footnoteDefinition(label: label ?? String(footnotes), number: footnotes, inner)
    default:
      guard node.typeName == "table" else { return nil }
      kind = .table(table(node))
    }
    return MarkdownBlock(kind, at: source.span(range))
  }

  private func place(of node: CMarkNode) -> Range<Int> {
    let start = source.offset(line: node.startLine, byte: node.startColumn - 1)
    let end = source.offset(line: node.endLine, byte: node.endColumn)
    return source.trimmed(start..<max(start, end))
  }

  private mutating func item(_ node: CMarkNode, depth: Int) -> List.Item {
    var range = place(of: node)
    let inner = blocks(node.children, depth: depth + 1)
    if let end = inner.last?.span.range.upperBound { range = range.lowerBound..<max(range.lowerBound, end) }
    return List.Item(
      blocks: inner, isChecked: node.typeName == "tasklist" ? node.isTaskChecked : nil, span: source.span(range))
  }

  private func codeBlock(_ node: CMarkNode, in range: Range<Int>) -> CodeBlock {
    let text = source.unmarked(node.literal)
    var inner = range
    if node.isFenced {
      let lines = text.utf8.count { $0 == UInt8(ascii: "\n") }
      let start = source.offset(line: node.startLine + 1, byte: 0)
      inner = start..<max(start, source.offset(line: node.startLine + 1 + lines, byte: 0))
    }
    return CodeBlock(info: source.unmarked(node.fenceInfo), text: text, textSpan: source.span(inner))
  }

  /// The label of `[^label]:` on the same line before `start`, and where its bracket stands.
  private func footnoteLabel(before start: Int) -> (String?, Int) {
    var at = start
    while at > 0, start - at < 1000, let scalar = source.scalar(at - 1), scalar != "\n", scalar != "\r" {
      at -= 1
      if scalar == "[", source.scalar(at + 1) == "^" {
        let inside = source.text(at + 2..<max(at + 2, start))
        return (inside.range(endingAt: "]:"), at)
      }
    }
    return (nil, start)
  }

  private mutating func table(_ node: CMarkNode) -> Table {
    let alignments: [Table.Alignment?] = node.tableAlignments.map {
      switch $0 {
      case UInt8(ascii: "l"): .left
      case UInt8(ascii: "c"): .center
      case UInt8(ascii: "r"): .right
      default: nil
      }
    }
    var rows: [[Table.Cell]] = []
    for row in node.children {
      var cells: [Table.Cell] = []
      for cell in row.children {
        let range = cell.startColumn > 0 ? withoutLeadingBlanks(place(of: cell)) : trailing(row)
        cells.append(Table.Cell(inlines: inlines(of: cell, in: range), span: source.span(range)))
      }
      rows.append(cells)
    }
    return Table(alignments: alignments, header: rows.first ?? [], rows: Array(rows.dropFirst()))
  }

  private func withoutLeadingBlanks(_ range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    while start < range.upperBound, let scalar = source.scalar(start), scalar == " " || scalar == "\t" { start += 1 }
    return start..<range.upperBound
  }

  /// The place of a cell that the source leaves out: the row's end.
  private func trailing(_ row: CMarkNode) -> Range<Int> {
    let end = place(of: row).upperBound
    return end..<end
  }

  private mutating func inlines(of node: CMarkNode, in range: Range<Int>) -> [MarkdownInline] {
    var builder = InlineBuilder(source: source, block: node, range: range)
    let inlines = builder.inlines(node.children, depth: 0)
    if builder.isCut { reportDepth(at: source.span(range)) }
    diagnostics += builder.diagnostics
    return inlines
  }

  private mutating func reportDepth(at span: SourceSpan) {
    guard !diagnostics.contains(where: { $0.rule == "markdown.depth" }) else { return }
    diagnostics.append(.warning("markdown.depth", "nested deeper than \(Self.maximumDepth): left out", at: span))
  }
}

extension String {
  /// What stands before the first `end`; nil without it.
  fileprivate func range(endingAt end: String) -> String? {
    var rest = Substring(self)
    while !rest.isEmpty {
      if rest.hasPrefix(end) { return String(self[..<rest.startIndex]) }
      rest = rest.dropFirst()
    }
    return nil
  }
}
