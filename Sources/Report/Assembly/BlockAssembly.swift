import Diagnostics
import Geometry
import PageLayout
import Scene
import StructuredData
import Typesetting

/// Turns the blocks of a report into blocks of a page, in the theme's styles and the layout's grid.
struct BlockAssembly {
  /// As it is on the chapter's pages.
  var layout: Layout
  let styles: Styles
  var inlines: InlineSetter
  let charts: FigureSetting
  let vocabulary: Vocabulary
  /// Labels of figures and tables by anchor, given before: `图2-3`.
  let labels: [String: String]
  /// Of the chapter.
  var drawn: DrawnDiagnostics
  var data: DrawnData
  let pictures: PictureNumbers

  var grid: Length { layout.baseline }

  /// What surrounds a block.
  struct Surroundings {
    /// Of running text.
    var role = TypeRole.body
    var indent = Length.zero
    /// Within a panel, where distances are smaller.
    var isPanel = false
  }

  func blocks(_ source: [ReportBlock], width: Length, in place: Surroundings = Surroundings()) -> [LayoutBlock] {
    var out: [LayoutBlock] = []
    var i = 0
    while i < source.count {
      if case .heading(let level, let text, let anchor) = source[i], i + 1 < source.count, case .sourceEntry = source[i + 1] {
        // What names a document above its sentences is no headline, whatever its level.
        out.append(.text(heading(level, text, anchor: anchor, role: .subsection)))
      } else if case .beside(var text, let figure) = source[i], !text.isEmpty {
        while i + 1 < source.count, case .paragraph = source[i + 1] {
          i += 1
          text.append(source[i])
        }
        out += beside(text, figure, width: width)
      } else if isNarrow(width), case .row(let row) = source[i], var cards = row.cardsAlone {
        // Two by two over all rows of cards, so that only the last may stand alone.
        while i + 1 < source.count, case .row(let next) = source[i + 1], let more = next.cardsAlone {
          i += 1
          cards += more
        }
        out += cardRows(cards, width: width)
      } else if case .marginal(var text, var cards) = source[i], !text.isEmpty {
        more: while i + 1 < source.count {
          switch source[i + 1] {
          case .paragraph: text.append(source[i + 1])
          case .marginal(let next, let further) where leavesGap(text, beside: cards, before: further):
            text += next
            cards += further
          default: break more
          }
          i += 1
        }
        out += marginal(text, cards, width: width)
      } else {
        out += blocks(source[i], width: width, in: place)
        // In a column cards stay below the text that they belong to.
        if isNarrow(width), i + 1 < source.count, case .cards = source[i + 1], case .text(var last)? = out.last {
          last.keepWithNext = true
          out[out.count - 1] = .text(last)
        }
      }
      i += 1
    }
    return out
  }

  /// A chapter parted into what runs in the layout's columns of text and what spans them: rows of cards or figures, tables with many
  /// columns. Its head goes with what it stands above, so that text of several chapters runs on in the columns.
  func runs(_ opener: LayoutBlock, _ source: [ReportBlock]) -> [(blocks: [LayoutBlock], width: Length, columns: Int)] {
    let columns = layout.textColumns
    guard columns > 1 else { return [([opener] + blocks(source, width: layout.measure), layout.measure, 1)] }
    let narrow = layout.measure(textColumns: columns)
    let leading = source.drop { if case .heading = $0 { true } else { false } }.prefix(2)
    let isWide = leading.isEmpty || leading.contains(where: \.spansColumns)
    var runs: [(blocks: [LayoutBlock], width: Length, columns: Int)] = isWide ? [([opener], layout.measure, 1)] : []
    var head = isWide ? [] : [opener]
    var waiting: [ReportBlock] = []
    func finish() {
      let text = head + blocks(waiting, width: narrow)
      if !text.isEmpty { runs.append((text, narrow, columns)) }
      (head, waiting) = ([], [])
    }
    for block in source {
      guard block.spansColumns else {
        waiting.append(block)
        continue
      }
      // A heading stays with what it stands above, and with it the one paragraph that says what is seen.
      var heads: [ReportBlock] = []
      if waiting.count > 1, case .paragraph? = waiting.last, case .heading = waiting[waiting.count - 2] {
        heads.insert(waiting.removeLast(), at: 0)
      }
      while case .heading? = waiting.last { heads.insert(waiting.removeLast(), at: 0) }
      finish()
      let wide = blocks(heads + [block], width: layout.measure)
      if runs.last?.columns == 1 { runs[runs.count - 1].blocks += wide } else { runs.append((wide, layout.measure, 1)) }
    }
    finish()
    return runs
  }

  func blocks(_ block: ReportBlock, width: Length, in place: Surroundings) -> [LayoutBlock] {
    switch block {
    case .heading(let level, let text, let anchor):
      return [.text(heading(level, text, anchor: anchor))]
    case .paragraph(let text):
      return [.text(body(text, in: place))]
    case .quote(let inner, let attribution):
      return quote(inner, attribution: attribution, width: width)
    case .list(let list):
      return self.list(list, width: width, in: place)
    case .chart(let figure):
      let columns = place.isPanel ? layout.columns / 2 + 1 : layout.columns
      let own = place.isPanel ? layout.width(columns: columns) : width
      let heights = heights(figure, width: own, isFull: !isNarrow(width))
      return [.figure(self.figure(figure, width: own, heights: heights, floats: !place.isPanel && !layout.isEndless))]
    case .chartRow(let figures):
      guard !isNarrow(width) else { return figures.flatMap { blocks(.chart($0), width: width, in: place) } }
      return [row(figures, width: width)]
    case .cards(let cards):
      return cardRows(cards, width: width)
    case .row(let row):
      return self.row(row, width: width)
    case .table(let table):
      return [.table(self.table(table))]
    case .picture(let picture):
      return self.picture(picture, width: width)
    case .callout(let title, let inner):
      return [callout(title, inner, width: width)]
    case .beside(let text, let figure):
      return blocks(text, width: width, in: place) + blocks(.chart(figure), width: width, in: place)
    case .marginal(let text, let cards):
      return blocks(text, width: width, in: place) + cardRows(cards, width: width)
    case .sourceEntry(let entry):
      return [.text(sourceEntry(entry))]
    case .generated: return []
    case .code(let code, _): return self.code(code)
    case .rule: return [.figure(subjectRule())]
    }
  }

  // MARK: Text

  private func heading(_ level: Int, _ text: [Inline], anchor: String?, role: TypeRole? = nil) -> TextBlock {
    let role = role ?? (level <= 2 ? .section : .subsection)
    var block = TextBlock(
      styles.keepingWords(inlines.text(text, role), clauses: layout.measure(textColumns: layout.textColumns)),
      style: styles.paragraph(role, balanced: true), element: .heading(level), role: .heading)
    // Space above, lines and space below add up to whole lines of the grid; lines and space below to halves, at the top of a page.
    let leading = styles.leading(role)
    if role == .section {
      let below = leading.rounded(upTo: grid) - leading
      // Nearer to what it stands above than to what is before.
      let moved = below > grid / 2 ? grid / 2 : .zero
      block.spaceBefore = grid + moved
      block.spaceAfter = below - moved
    } else {
      block.spaceBefore = grid
    }
    block.keepWithNext = true
    block.anchor = anchor
    return block
  }

  /// Of running text. Where lines are short, a figure that keeps its unit would part the characters of the line above it.
  private var alignment: ParagraphStyle.Alignment { layout.textColumns > 1 || layout.isEndless ? .start : .justified }

  func body(_ text: [Inline], in place: Surroundings = Surroundings()) -> TextBlock {
    var block = TextBlock(inlines.text(text, place.role), style: styles.paragraph(place.role, alignment: alignment))
    block.indent = place.indent
    if place.isPanel { block.spaceAfter = .pt(4.5) }
    if place.indent > .zero { block.style.firstLineIndent = Em(0) }
    return block
  }

  /// A pull quote: a brand rule at its left, who said it below.
  private func quote(_ source: [ReportBlock], attribution: String?, width: Length) -> [LayoutBlock] {
    let rule = Stroke(styles.color("brand"), width: .pt(2.25))
    var inner: [LayoutBlock] = []
    for block in source {
      guard case .paragraph(let text) = block else {
        inner += blocks(block, width: width - grid * 2, in: Surroundings(role: .callout, isPanel: true))
        continue
      }
      var quote = TextBlock(
        inlines.text(text, .pullQuote), style: styles.paragraph(.pullQuote), element: .blockQuote)
      quote.keepTogether = true
      inner.append(.text(quote))
    }
    if let attribution {
      if case .text(var last)? = inner.last {
        last.keepWithNext = true
        inner[inner.count - 1] = .text(last)
      }
      var who = TextBlock(
        inlines.text([.text("—— " + attribution)], .attribution), style: styles.paragraph(.attribution, alignment: .start))
      who.spaceBefore = .pt(4.5)
      inner.append(.text(who))
    }
    return [
      .panel(
        PanelBlock(
          inner, padding: Insets(top: .pt(2), right: grid, bottom: .pt(2), left: grid), fill: nil, sideRule: rule,
          spaceBefore: grid, spaceAfter: grid))
    ]
  }

  private func list(_ list: ReportList, width: Length, in place: Surroundings) -> [LayoutBlock] {
    let step = place.isPanel ? .pt(11) : styles.size(place.role) * 2
    let inside = Surroundings(role: place.role, indent: place.indent + step, isPanel: place.isPanel)
    var out: [[LayoutBlock]] = []
    for (i, item) in list.items.enumerated() {
      let number = list.start.map { $0 + i }
      var blocks: [LayoutBlock] = []
      for inner in item.blocks { blocks += self.blocks(inner, width: width, in: inside) }
      // The mark stands before the first line; an item that begins with something else has a line for it.
      if case .text? = blocks.first, case .paragraph? = item.blocks.first {
      } else {
        blocks.insert(.text(body([.text("\u{200B} ")], in: inside)), at: 0)
      }
      if case .text(var first)? = blocks.first {
        first.mark = listMark(number, isChecked: item.isChecked, in: place)
        first.markWidth = step
        if i > 0, !list.isTight { first.spaceBefore = grid / 2 }
        blocks[0] = .text(first)
      }
      out.append(blocks)
    }
    return [.list(out, ordered: list.start != nil)]
  }

  /// The number, bullet or box before an item.
  private func listMark(_ number: Int?, isChecked: Bool?, in place: Surroundings) -> StyledText {
    let brand = styles.color("brand")
    if let isChecked {
      // The fonts have no ☐ and ☑.
      let box = isChecked ? "√" : "□"
      return StyledText(number.map { "\($0)." + box } ?? box, styles.text(place.role, color: brand))
    }
    if let number { return StyledText("\(number).", styles.text(place.role, color: brand)) }
    // The serif's bullet is too faint beside Han characters.
    return StyledText(place.indent == .zero ? "•" : "–", styles.text(.callout, color: brand))
  }

  private func callout(_ title: String?, _ inner: [ReportBlock], width: Length) -> LayoutBlock {
    var blocks: [LayoutBlock] = []
    if let title {
      var head = TextBlock(
        inlines.text([.text(title)], .calloutTitle), style: styles.paragraph(.calloutTitle), role: .heading)
      head.keepWithNext = true
      blocks.append(.text(head))
    }
    blocks += self.blocks(inner, width: width - .pt(27), in: Surroundings(role: .callout, isPanel: true))
    return .panel(
      PanelBlock(
        blocks, padding: Insets(all: .pt(13.5)), fill: styles.color("tint"),
        sideRule: Stroke(styles.color("brand"), width: .pt(2.25)), spaceBefore: grid, spaceAfter: grid))
  }

  /// Each line by itself, so that its blanks at the start and empty lines stay.
  private func code(_ code: String) -> [LayoutBlock] {
    var out: [LayoutBlock] = []
    let style = styles.paragraph(.tableBody)
    let size = styles.size(.tableBody)
    var empty = 0
    for line in code.split(separator: "\n", omittingEmptySubsequences: false).dropLast(code.hasSuffix("\n") ? 1 : 0) {
      let text = line.replacing("\t", with: "    ")
      let blanks = text.prefix { $0 == " " }.count
      if blanks == text.count {
        empty += 1
        continue
      }
      var block = TextBlock(StyledText(String(text.dropFirst(blanks)), styles.text(.tableBody)), style: style, element: .code)
      block.indent = grid + size * (0.5 * Double(blanks))
      block.sideRule = Stroke(styles.color("rule"), width: .pt(2.25))
      block.spaceBefore = out.isEmpty ? grid / 2 : style.leading * Double(empty)
      empty = 0
      out.append(.text(block))
    }
    if case .text(var last)? = out.last {
      last.spaceAfter = grid / 2
      out[out.count - 1] = .text(last)
    }
    return out
  }

  /// A short rule in the middle: the text goes on with something else.
  private func subjectRule() -> FigureBlock {
    let color = styles.color("rule")
    return FigureBlock(height: .init(grid), alt: nil) { size in
      var frame = Frame(size: size)
      let rule = Size(width: .pt(54), height: .pt(0.8))
      frame.place(
        .shape(Shape(.rect(rule, radius: .zero), fill: color)),
        at: Point(x: (size.width - rule.width) / 2, y: (size.height - rule.height) / 2), role: .background)
      return frame
    }
  }

  /// One entry of the sources: its number in the margin of the text, the sentence with its numerals marked.
  private func sourceEntry(_ entry: SourceEntry) -> TextBlock {
    var block = TextBlock(
      inlines.text(entry.sentence, .sourceText), style: styles.paragraph(.sourceText, alignment: alignment), element: .note,
      role: .source)
    block.indent = .pt(27)
    block.mark = StyledText(entry.number, styles.text(.sourceNumber))
    block.spaceBefore = .pt(4.5)
    block.spaceAfter = .pt(4.5)
    block.slack = .pt(13.5)
    block.anchors = entry.anchors
    block.highlight = (styles.color("brand"), styles.color("highlight"))
    return block
  }

  // MARK: Tables

  private func table(_ table: ReportTable) -> TableBlock {
    func alignment(_ a: ReportTable.Alignment) -> TableBlock.ColumnAlignment {
      switch a {
      case .start: .start
      case .center: .center
      case .end: .end
      case .decimal: .decimal
      }
    }
    let label = table.anchor.flatMap { labels[$0] }
    var block = TableBlock(
      columns: table.columns.map { TableBlock.Column(alignment($0.alignment)) },
      head: [.init(table.columns.map { .init(inlines.text($0.head, .tableHead)) })],
      rows: table.rows.map { row in .init(row.cells.map { .init(inlines.text($0, .tableBody)) }, anchor: row.anchor) },
      style: styles.paragraph(.tableBody), cellPadding: .pt(6), rowHeight: .pt(18),
      outerRule: Stroke(styles.color("ink"), width: .pt(1.2)), innerRule: Stroke(styles.color("ink"), width: .pt(0.6)))
    if table.rows.count > 12 {
      for i in block.rows.indices where i % 2 == 1 { block.rows[i].fill = styles.color("tint") }
    }
    if let title = table.title {
      let full = label.map { $0 + "　" + title } ?? title
      var caption = TextBlock(
        inlines.text([.text(full)], .tableTitle), style: styles.paragraph(.tableTitle), element: .caption, role: .caption)
      caption.keepWithNext = true
      caption.spaceAfter = .pt(3)
      block.caption = [.text(caption)]
      block.continuation = inlines.text([.text(vocabulary.continued(label))], .note)
    }
    if let note = table.note {
      block.notes = [.text(TextBlock(inlines.text(note, .note), style: styles.paragraph(.note), role: .note))]
    }
    block.anchor = table.anchor
    block.spaceBefore = grid
    block.spaceAfter = grid
    return block
  }
}

extension ReportBlock {
  /// Whether it stands across all columns of text.
  package var spansColumns: Bool {
    switch self {
    case .cards(let cards): cards.count > 2
    // A ranking of many rows would be a column by itself.
    case .chart(let figure):
      figure.hasWidePanels || figure.mark == "tile-grid"
        || figure.spec["data"]?["values"]?.sequence.map { $0.count > 8 && figure.isHorizontal } ?? false
    case .chartRow, .row, .callout: true
    case .table(let table): table.columns.count > 3
    default: false
    }
  }
}
