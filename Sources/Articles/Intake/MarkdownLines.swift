import Diagnostics
import Markdown
import StructuredData

/// The lines of a Markdown article: headings, paragraphs, list items and table rows as cmark reads them, with every mark
/// edited out. Front matter and code are no part of the article.
func markdownLines(_ scalars: [Unicode.Scalar], path: String) -> (lines: [SourceLine], tables: [SourceTable]) {
  let document = parseMarkdown(String(scalars: scalars), document: path)
  var builder = MarkdownLineBuilder(scalars: scalars)
  if let matter = document.frontMatter?.span.range {
    // A title that the text does not open with is its first line.
    if let title = titleRange(in: scalars, matter), !opens(document.blocks, with: scalars[title]) {
      builder.lines.append(SourceLine(range: matter.lowerBound..<title.lowerBound, reason: .metadata))
      builder.lines.append(SourceLine(range: title, kind: .heading, level: 1))
      builder.lines.append(SourceLine(range: title.upperBound..<matter.upperBound, reason: .metadata))
    } else {
      builder.lines.append(SourceLine(range: matter, reason: .metadata))
    }
  }
  builder.add(document.blocks, as: nil)
  return (builder.lines, builder.tables)
}

/// The value of `title:` in front matter, without its quotation marks; nil for a value over several lines.
private func titleRange(in scalars: [Unicode.Scalar], _ matter: Range<Int>) -> Range<Int>? {
  var start = matter.lowerBound
  while start < matter.upperBound {
    let end = scalars[start..<matter.upperBound].firstIndex(where: \.isLineEnd) ?? matter.upperBound
    if scalars[start..<end].starts(with: "title:".unicodeScalars) {
      let line = try? parseYAML(String(scalars: scalars[start..<end]), document: "")
      guard let value = line?["title"]?.string.map({ Array($0.unicodeScalars) }), let first = value.first,
        let place = (start..<end).first(where: { scalars[$0] == first && scalars[$0..<end].starts(with: value) })
      else { return nil }
      return place..<(place + value.count)
    }
    start = end + 1
  }
  return nil
}

private func opens(_ blocks: [MarkdownBlock], with title: ArraySlice<Unicode.Scalar>) -> Bool {
  guard let first = blocks.first, case .heading(_, let inlines) = first.kind else { return false }
  return inlines.plainText.unicodeScalars.elementsEqual(title)
}

private struct MarkdownLineBuilder {
  let scalars: [Unicode.Scalar]
  var lines: [SourceLine] = []
  var tables: [SourceTable] = []

  init(scalars: [Unicode.Scalar]) { self.scalars = scalars }

  mutating func add(_ blocks: [MarkdownBlock], as kind: Article.Block.Kind?) {
    for block in blocks {
      let range = block.span.range
      switch block.kind {
      case .heading(let level, let inlines): add(inlines, in: range, kind: .heading, level: level)
      case .paragraph(let inlines): add(inlines, in: range, kind: kind, level: 0)
      case .list(let list): for item in list.items { add(item.blocks, as: .listItem) }
      case .blockQuote(let inner), .footnoteDefinition(_, _, let inner): add(inner, as: kind)
      case .table(let table): add(table)
      case .htmlBlock:
        let html = htmlLines(scalars, in: range, tablesBefore: tables.count)
        lines += html.lines
        tables += html.tables
      case .codeBlock: lines.append(SourceLine(range: range, reason: .code))
      case .thematicBreak: lines.append(SourceLine(range: range, reason: .markup))
      }
    }
  }

  /// A hard line break ends a line.
  private mutating func add(_ inlines: [MarkdownInline], in range: Range<Int>, kind: Article.Block.Kind?, level: Int) {
    var pieces = MarkdownPieces(scalars: scalars)
    for inline in inlines {
      if case .lineBreak = inline.kind {
        close(&pieces, kind, level)
      } else {
        pieces.add([inline])
      }
    }
    close(&pieces, kind, level)
  }

  private mutating func add(_ table: Table) {
    let number = tables.count + 1
    var builder = SourceTableBuilder(number: number)
    for row in [table.header] + table.rows {
      builder.beginRow()
      for cell in row {
        var pieces = MarkdownPieces(scalars: scalars)
        pieces.add(cell.inlines)
        let range = pieces.range ?? cell.span.range.prefix(0)
        // The blanks before the text are an indent where they are wider than the one that sets a bar off; marks of emphasis are none.
        let blanks = scalars[cell.span.range.lowerBound..<max(cell.span.range.lowerBound, range.lowerBound)].filter {
          $0 != " " && $0.isBlank
        }
        builder.add(blanks + scalars.reading(range, pieces.edits).scalars, range: range)
      }
      add(row, table: number)
    }
    tables.append(builder.table)
  }

  /// The cells of a row, the bars between them kept.
  private mutating func add(_ cells: [Table.Cell], table: Int) {
    var pieces = MarkdownPieces(scalars: scalars)
    for cell in cells {
      if let end = pieces.end, let bar = scalars[end..<max(end, cell.span.range.lowerBound)].firstIndex(of: "|") {
        pieces.add(bar..<(bar + 1))
      }
      pieces.add(cell.inlines)
    }
    close(&pieces, .tableRow, 0, table: table)
  }

  private mutating func close(_ pieces: inout MarkdownPieces, _ kind: Article.Block.Kind?, _ level: Int, table: Int? = nil) {
    if let range = pieces.range, !range.isEmpty {
      lines.append(SourceLine(range: range, edits: pieces.edits, kind: kind, level: level, table: table))
    }
    pieces = MarkdownPieces(scalars: scalars)
  }
}

/// The visible pieces of one line; what stands between them is edited out.
private struct MarkdownPieces {
  let scalars: [Unicode.Scalar]
  private(set) var range: Range<Int>?
  private(set) var edits: [SourceEdit] = []

  init(scalars: [Unicode.Scalar]) { self.scalars = scalars }

  var end: Int? { range?.upperBound }

  mutating func add(_ inlines: [MarkdownInline]) {
    for inline in inlines {
      switch inline.kind {
      case .text(let text): add(text, at: inline.span.range)
      case .code(let text):
        let place = inline.span.range
        let ticks = scalars[place.clamped(to: scalars.indices)].prefix { $0 == "`" }.count
        add(text, at: (place.lowerBound + ticks)..<max(place.lowerBound + ticks, place.upperBound - ticks))
      case .emphasis(let inner), .strong(let inner), .strikethrough(let inner), .link(_, _, let inner), .image(_, _, let inner):
        add(inner)
      case .softBreak: addBreak(at: inline.span.range)
      case .lineBreak: addBreak(at: inline.span.range)
      // Cells have no other way to end a line.
      case .html(let tag) where tag.lowercased().hasPrefix("<br"): addBreak(ofTag: inline.span.range)
      case .footnoteReference, .html: continue
      }
    }
  }

  /// What is shown as it stands.
  mutating func add(_ piece: Range<Int>) {
    guard !piece.isEmpty, piece.lowerBound >= end ?? 0, piece.upperBound <= scalars.count else { return }
    if let end, end < piece.lowerBound { edits.append(SourceEdit(end..<piece.lowerBound)) }
    range = (range?.lowerBound ?? piece.lowerBound)..<piece.upperBound
  }

  /// Text, escapes and entities of which read otherwise than they are written.
  private mutating func add(_ text: String, at place: Range<Int>) {
    guard !place.isEmpty, place.lowerBound >= end ?? 0, place.upperBound <= scalars.count else { return }
    let wanted = Array(text.unicodeScalars)
    if scalars[place].elementsEqual(wanted) { return add(place) }
    var at = place.lowerBound
    var next = 0
    while at < place.upperBound, next < wanted.count {
      if scalars[at] == wanted[next], scalars[at] != "&" || characterReference(in: scalars, at: at, limit: place.upperBound) == nil {
        add(at..<(at + 1))
        at += 1
        next += 1
      } else if scalars[at] == "\\" {
        at += 1
      } else if let reference = characterReference(in: scalars, at: at, limit: place.upperBound) {
        replace(reference.range, reference.text)
        at = reference.range.upperBound
        next += reference.text.count
      } else {
        // Nothing the scanner knows: the rest of the text as a whole.
        return replace(at..<place.upperBound, Array(wanted[next...]))
      }
    }
  }

  private mutating func replace(_ place: Range<Int>, _ text: [Unicode.Scalar]) {
    add(place)
    edits.append(SourceEdit(place, text))
  }

  /// A tag that ends a line: a blank, but between Chinese characters.
  private mutating func addBreak(ofTag place: Range<Int>) {
    guard let end, place.lowerBound >= end, place.upperBound < scalars.count, place.lowerBound > 0,
      !scalars[place.lowerBound - 1].isHan || !scalars[place.upperBound].isHan
    else { return }
    replace(place, [" "])
  }

  private mutating func addBreak(at place: Range<Int>) {
    guard let end, let start = scalars[end..<max(end, min(place.upperBound, scalars.count))].firstIndex(where: \.isLineEnd) else { return }
    let joint = scalars.joint(at: start, limit: scalars.count)
    if joint.text.isEmpty { return }
    replace(start..<(start + 1), joint.text)
  }
}
