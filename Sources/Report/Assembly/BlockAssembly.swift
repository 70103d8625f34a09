import Charts
import Diagnostics
import Geometry
import PageLayout
import Scene
import Typesetting

/// Turns the blocks of a report into blocks of a page, in the theme's styles and the layout's grid.
struct BlockAssembly {
  let layout: Layout
  let styles: Styles
  var inlines: InlineSetter
  let charts: ChartContext
  let vocabulary: Vocabulary
  /// Labels of figures and tables by anchor, given before: `图2-3`.
  let labels: [String: String]
  let drawn: DrawnDiagnostics

  private var grid: Length { layout.baseline }

  func blocks(_ source: [ReportBlock], width: Length) -> [Block] {
    var out: [Block] = []
    var i = 0
    while i < source.count {
      if case .beside(var text, let figure) = source[i], !text.isEmpty {
        while i + 1 < source.count, case .paragraph = source[i + 1] {
          i += 1
          text.append(source[i])
        }
        out.append(beside(text, figure))
      } else {
        out += blocks(source[i], width: width)
      }
      i += 1
    }
    return out
  }

  private func blocks(_ block: ReportBlock, width: Length) -> [Block] {
    switch block {
    case .heading(let level, let text, let anchor):
      return [.text(heading(level, text, anchor: anchor))]
    case .paragraph(let text):
      return [.text(body(text))]
    case .quote(let text, let attribution):
      return quote(text, attribution: attribution)
    case .list(let ordered, let items):
      return list(items, ordered: ordered, width: width)
    case .chart(let figure):
      return [.figure(self.figure(figure, heights: heights(figure, columns: layout.columns), floats: true))]
    case .chartRow(let figures):
      return [row(figures, width: width)]
    case .cards(let cards):
      return [.figure(self.cards(cards, width: width))]
    case .table(let table):
      return [.table(self.table(table))]
    case .callout(let title, let inner):
      return [callout(title, inner, width: width)]
    case .beside(let text, let figure):
      return blocks(text, width: width) + blocks(.chart(figure), width: width)
    case .sourceEntry(let entry):
      return [.text(sourceEntry(entry))]
    case .generated: return []
    case .code(let code):
      let text = StyledText(code, styles.text(.tableBody))
      return [.text(TextBlock(text, style: styles.paragraph(.tableBody), element: .code, spaceBefore: grid / 2, spaceAfter: grid / 2))]
    }
  }

  // MARK: Text

  private func heading(_ level: Int, _ text: [Inline], anchor: String?) -> TextBlock {
    let role: TypeRole = level <= 2 ? .section : .subsection
    var block = TextBlock(
      inlines.text(text, role), style: styles.paragraph(role, balanced: true), element: .heading(level), role: .heading)
    // Space above, lines and space below add up to whole lines of the grid, also at the top of a page.
    let leading = styles.leading(role)
    if role == .section {
      block.spaceBefore = grid
      block.spaceAfter = leading.rounded(upTo: grid) - leading
    } else {
      block.spaceBefore = grid
    }
    block.keepWithNext = true
    block.anchor = anchor
    return block
  }

  private func body(_ text: [Inline]) -> TextBlock {
    TextBlock(inlines.text(text, .body), style: styles.paragraph(.body, alignment: .justified))
  }

  /// A pull quote: a brand rule at its left, who said it below.
  private func quote(_ text: [Inline], attribution: String?) -> [Block] {
    let rule = Stroke(styles.color("brand"), width: .pt(2.25))
    var quote = TextBlock(
      inlines.text(text, .pullQuote), style: styles.paragraph(.pullQuote), element: .blockQuote)
    quote.keepTogether = true
    var inner: [Block] = [.text(quote)]
    if let attribution {
      quote.keepWithNext = true
      inner = [.text(quote)]
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

  /// - Parameter indent: of the list that this one stands in.
  private func list(_ items: [[ReportBlock]], ordered: Bool, width: Length, indent: Length = .zero) -> [Block] {
    let step = styles.size(.body) * 2
    var out: [[Block]] = []
    for (i, item) in items.enumerated() {
      var blocks: [Block] = []
      var isMarked = false
      for inner in item {
        switch inner {
        case .paragraph(let text):
          var block = body(text)
          block.style.firstLineIndent = Em(0)
          block.indent = indent + step
          block.markWidth = step
          if !isMarked {
            // The serif's bullet is too faint beside Han characters.
            block.mark =
              ordered
              ? StyledText("\(i + 1).", styles.text(.body, color: styles.color("brand")))
              : StyledText(indent == .zero ? "•" : "–", styles.text(.callout, color: styles.color("brand")))
          }
          isMarked = true
          blocks.append(.text(block))
        case .list(let ordered, let items):
          blocks += list(items, ordered: ordered, width: width, indent: indent + step)
        default: blocks += self.blocks(inner, width: width)
        }
      }
      out.append(blocks)
    }
    return [.list(out, ordered: ordered)]
  }

  private func callout(_ title: String?, _ inner: [ReportBlock], width: Length) -> Block {
    var blocks: [Block] = []
    if let title {
      var head = TextBlock(
        inlines.text([.text(title)], .calloutTitle), style: styles.paragraph(.calloutTitle), role: .heading)
      head.keepWithNext = true
      blocks.append(.text(head))
    }
    for block in inner {
      switch block {
      case .paragraph(let text):
        blocks.append(
          .text(
            TextBlock(inlines.text(text, .callout), style: styles.paragraph(.callout, alignment: .justified), spaceAfter: .pt(4.5))))
      case .list(_, let items):
        for item in items {
          for case .paragraph(let text) in item {
            var line = TextBlock(
              inlines.text(text, .callout), style: styles.paragraph(.callout, alignment: .justified), spaceAfter: .pt(4.5))
            line.indent = .pt(11)
            line.mark = StyledText("•", styles.text(.callout, color: styles.color("brand")))
            blocks.append(.text(line))
          }
        }
      default: blocks += self.blocks(block, width: width - .pt(27))
      }
    }
    return .panel(
      PanelBlock(
        blocks, padding: Insets(all: .pt(13.5)), fill: styles.color("tint"),
        sideRule: Stroke(styles.color("brand"), width: .pt(2.25)), spaceBefore: grid, spaceAfter: grid))
  }

  /// One entry of the sources: its number in the margin of the text, the sentence with its numerals marked.
  private func sourceEntry(_ entry: SourceEntry) -> TextBlock {
    var block = TextBlock(
      inlines.text(entry.sentence, .sourceText), style: styles.paragraph(.sourceText, alignment: .justified), element: .note,
      role: .source)
    block.indent = .pt(27)
    block.mark = StyledText(entry.number, styles.text(.sourceNumber))
    block.spaceBefore = .pt(4.5)
    block.spaceAfter = .pt(4.5)
    block.anchors = entry.anchors
    block.highlight = (styles.color("brand"), styles.color("highlight"))
    return block
  }

  // MARK: Figures

  func figure(_ figure: ChartFigure, heights: FlowBox.Extent, floats: Bool) -> FigureBlock {
    let label = figure.anchor.flatMap { labels[$0] }
    let numberStyle = styles.text(.figureNumber)
    let numberLeading = numberLeading(figure)
    let charts = charts
    let drawn = drawn
    let typesetter = charts.typesetter
    let spec = figure.spec
    var block = FigureBlock(height: heights, alt: altText(spec, context: charts), floats: floats) { size in
      var frame = Frame(size: size)
      if let label {
        let line = typesetter.label(label, numberStyle)
        line.placed(into: &frame, at: Point(x: .zero, y: line.ascent), role: .caption)
      }
      let inner = Size(width: size.width, height: size.height - numberLeading)
      let chart = drawChart(spec, size: inner, context: charts)
      drawn.add(chart.diagnostics)
      frame.merge(chart.value, at: Point(x: .zero, y: numberLeading))
      return frame
    }
    block.anchor = figure.anchor
    block.spaceBefore = grid
    block.spaceAfter = grid
    return block
  }

  /// What a figure needs at the width of so many columns, in quarter steps of the grid, within what the layout allows.
  private func heights(_ figure: ChartFigure, columns: Int) -> FlowBox.Extent {
    let bounds = columns > layout.columns / 2 ? layout.fullFigure : layout.halfFigure
    let extent = chartExtent(figure.spec, width: layout.width(columns: columns), context: charts)
    func step(_ height: Length) -> Length { (height + numberLeading(figure)).rounded(upTo: grid / 4) }
    // A figure with rows is as high as they are: text is never shrunk, nor a row left out.
    guard extent.greatest > extent.natural else {
      return .init(least: step(extent.least), natural: step(extent.natural), greatest: step(extent.natural))
    }
    let natural = max(step(extent.natural), bounds.lowerBound)
    return .init(
      least: min(natural, max(step(extent.least), bounds.lowerBound)), natural: natural,
      greatest: max(natural, min(step(extent.greatest), bounds.upperBound)))
  }

  private func numberLeading(_ figure: ChartFigure) -> Length {
    figure.anchor.flatMap { labels[$0] } == nil ? .zero : .pt(13.5)
  }

  private func row(_ figures: [ChartFigure], width: Length) -> Block {
    let span = layout.columns / max(1, figures.count)
    let columns = figures.map { figure in
      ColumnsBlock.Column(
        width: figures.count == 1 ? width : layout.width(columns: span),
        [.figure(self.figure(figure, heights: heights(figure, columns: span), floats: false))])
    }
    var block = ColumnsBlock(columns, gutter: layout.gutter, spaceBefore: grid, spaceAfter: grid)
    block.floats = true
    return .columns(block)
  }

  private func cards(_ cards: [KPI], width: Length) -> FigureBlock {
    let charts = charts
    let drawn = drawn
    let gutter = layout.gutter
    let natural = kpiRow(cards, width: width, gutter: gutter, context: charts)
    let height = natural.value.size.height.rounded(upTo: grid)
    var block = FigureBlock(
      height: .init(height), alt: cards.map(\.spoken).joined(separator: vocabulary.language.isChinese ? "；" : "; ")
    ) { size in
      let row = kpiRow(cards, width: size.width, gutter: gutter, context: charts)
      drawn.add(row.diagnostics)
      return row.value
    }
    block.spaceBefore = grid
    block.spaceAfter = grid
    return block
  }

  /// A figure in the right columns; the text, with the paragraphs that follow it, runs round it.
  private func beside(_ text: [ReportBlock], _ figure: ChartFigure) -> Block {
    let half = layout.columns / 2
    let left = layout.width(columns: half)
    let right = layout.width(columns: layout.columns - half)
    // A measure is a whole number of characters; what is over stays white.
    let characters = (left / styles.size(.body)).rounded(.down)
    let lines = text.compactMap { block -> TextBlock? in
      if case .paragraph(let inlines) = block { body(inlines) } else { nil }
    }
    return .runaround(
      RunaroundBlock(
        lines, figure: self.figure(figure, heights: heights(figure, columns: half), floats: false), figureWidth: right,
        narrowMeasure: min(left, styles.size(.body) * characters), clearance: grid / 2, spaceAfter: .zero))
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
      head: [.init(table.columns.map { .init(inlines.text([.text($0.title)], .tableHead)) })],
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
      block.notes = [.text(TextBlock(inlines.text([.text(note)], .note), style: styles.paragraph(.note), role: .note))]
    }
    block.anchor = table.anchor
    block.spaceBefore = grid
    block.spaceAfter = grid
    return block
  }
}

extension KPI {
  /// The card in one line, for readers who do not see it.
  fileprivate var spoken: String {
    ([label + " " + before + number + unit] + [change].compactMap { $0 } + chips).joined(separator: " ")
  }
}
