import Charts
import Diagnostics
import Geometry
import Grammar
import PageLayout
import Scene
import StructuredData
import Typesetting

/// Figures, cards and pictures as blocks: how high and how wide they are, and what stands beside them.
extension BlockAssembly {
  /// A figure that is drawn when its height is known.
  ///
  /// - Parameter width: the one that `heights` were asked for.
  func figure(_ figure: ChartFigure, width: Length, heights: FlowBox.Extent, floats: Bool) -> FigureBlock {
    let label = figure.anchor.flatMap { labels[$0] }
    let numberStyle = styles.text(.figureNumber)
    let numberLeading = numberLeading(figure)
    let charts = charts
    let drawn = drawn
    let data = data
    let title = figure.title
    let language = vocabulary.language
    let typesetter = charts.typesetter
    let spec = spec(of: figure)
    let place = figure.written?.span
    let anchors = inlines.anchors
    var block = FigureBlock(height: heights, alt: charts.alternativeText(spec, width: width), floats: floats) { size in
      var frame = Frame(size: size)
      if let label {
        let line = typesetter.label(label, numberStyle)
        line.placed(into: &frame, at: Point(x: .zero, y: line.ascent), role: .caption)
      }
      let inner = Size(width: size.width, height: size.height - numberLeading)
      let chart = charts.compile(spec, size: .fixed(inner))
      drawn.add(chart.diagnostics.map { $0.placed(at: place) })
      if charts.givesData, let chart = chart.value {
        data.add(FigureData(label: label, title: title, tables: chart.tables, unit: chart.unit, language: language))
      }
      if let chart = chart.value {
        let linked = chart.draw(isTransparent: true).leading(to: anchors, unprinted: SourceNumbers.isAnchor)
        drawn.add(
          linked.lost.map { name in
            .warning(
              "report.reference", "nothing here is called “#\(name)”: what leads there in the figure is no link", at: place,
              hint: "give a heading or table {#\(name)}, or a chart the id")
          })
        frame.merge(linked.frame, at: Point(x: .zero, y: numberLeading))
      }
      return frame
    }
    block.anchor = figure.anchor
    block.spaceBefore = grid
    block.spaceAfter = grid
    if let source = sideSource(of: figure), let label {
      block.sideNotes = [source]
      block.sideBaseline = typesetter.label(label, numberStyle).ascent
    }
    return block
  }

  /// What is drawn of a figure: its source may stand in the margin.
  private func spec(of figure: ChartFigure) -> Node {
    guard sideSource(of: figure) != nil, let mapping = figure.spec.mapping else { return figure.spec }
    return Node(.mapping(Mapping(mapping.entries.filter { $0.key != "source" })), at: figure.spec.span)
  }

  /// The source of a figure with a number, where notes stand beside the text.
  private func sideSource(of figure: ChartFigure) -> TextBlock? {
    guard layout.notes == .side, let anchor = figure.anchor, let label = labels[anchor] else { return nil }
    let lines = (figure.spec["source"]?.sequence ?? figure.spec["source"].map { [$0] } ?? []).compactMap(\.text)
    guard !lines.isEmpty else { return nil }
    let words = FigureWords(language: vocabulary.language.rawValue)
    let text = words.source(lines.joined(separator: vocabulary.language.isChinese ? "" : " "))
    var styled = StyledText()
    styled.append(label, styles.text(.figureNumber), link: .anchor(anchor))
    styled.append("\u{2002}" + text, styles.text(.note))
    return TextBlock(styled, style: styles.paragraph(.note), element: .note, role: .source)
  }

  /// Too narrow for two figures side by side.
  func isNarrow(_ width: Length) -> Bool { width < .pt(330) }

  /// What a figure needs at a width, in quarter steps of the grid, within what the layout allows.
  func heights(_ figure: ChartFigure, width: Length, isFull: Bool) -> FlowBox.Extent {
    let bounds = isFull ? layout.fullFigure : layout.halfFigure
    let extent = charts.heights(spec(of: figure), width: width)
    func step(_ height: Length) -> Length { (height + numberLeading(figure)).rounded(upTo: grid / 4) }
    // A figure with rows is as high as they are: text is never shrunk, nor a row left out; they may stand a little wider apart.
    guard extent.greatest > extent.natural else {
      // A bar of parts has nothing that could, and rows of panels have their step: what is added is a hole.
      let give = figure.mark == "share" || figure.hasWidePanels ? 1 : 1.25
      return .init(least: step(extent.least), natural: step(extent.natural), greatest: step(extent.natural * give))
    }
    let natural = max(step(extent.natural), bounds.lowerBound)
    // One that itself asks for less, as a single bar does, may be as low where its page needs that.
    let least = min(bounds.lowerBound, step(extent.natural))
    return .init(
      least: min(natural, max(step(extent.least), least)), natural: natural,
      greatest: max(natural, min(step(extent.greatest), bounds.upperBound)))
  }

  private func numberLeading(_ figure: ChartFigure) -> Length {
    figure.anchor.flatMap { labels[$0] } == nil ? .zero : .pt(13.5)
  }

  func row(_ figures: [ChartFigure], width: Length) -> LayoutBlock {
    let span = layout.columns / max(1, figures.count)
    let own = layout.width(columns: span)
    var extents = figures.map { heights($0, width: own, isFull: figures.count == 1) }
    // They end level.
    let tallest = extents.map(\.greatest).max() ?? .zero
    for i in extents.indices { extents[i].greatest = max(extents[i].greatest, tallest) }
    let columns = zip(figures, extents).map { figure, extent in
      ColumnsBlock.Column(
        width: figures.count == 1 ? width : own, [.figure(self.figure(figure, width: own, heights: extent, floats: false))])
    }
    var block = ColumnsBlock(columns, gutter: layout.gutter, spaceBefore: grid, spaceAfter: grid)
    block.floats = !layout.isEndless
    return .columns(block)
  }

  /// A figure in the right columns; the text, with the paragraphs that follow it, runs round it. Text that would leave a hole
  /// below itself stands above the figure, and so does text in a narrow measure.
  func beside(_ text: [ReportBlock], _ figure: ChartFigure, width: Length) -> [LayoutBlock] {
    let half = layout.columns / 2
    let left = layout.width(columns: half)
    let right = layout.width(columns: layout.columns - half)
    // A measure is a whole number of characters; what is over stays white.
    let characters = (left / styles.size(.body)).rounded(.down)
    let lines = text.compactMap { block -> TextBlock? in
      if case .paragraph(let inlines) = block { body(inlines) } else { nil }
    }
    guard !layout.isSlides else { return [slide(text, figure)] }
    let heights = heights(figure, width: right, isFull: false)
    guard !isNarrow(width), self.height(of: text, characters: characters) >= heights.natural * 0.8 else {
      // The figure stands below the paragraph that speaks of it.
      return lines.prefix(1).map { .text($0) }
        + blocks(.chart(isNarrow(width) ? figure : figure.acrossThePage), width: width, in: Surroundings())
        + lines.dropFirst().map { .text($0) }
    }
    return [
      .runaround(
        RunaroundBlock(
          lines, figure: self.figure(figure, width: right, heights: heights, floats: false), figureWidth: right,
          narrowMeasure: min(left, styles.size(.body) * characters), clearance: grid / 2, spaceAfter: .zero))
    ]
  }

  /// A third of the slide for what is said, the rest for the figure, which grows to its foot.
  private func slide(_ text: [ReportBlock], _ figure: ChartFigure) -> LayoutBlock {
    let third = layout.columns / 3
    let wide = layout.width(columns: layout.columns - third)
    let text = reading(text, width: layout.width(columns: third))
    let heights = slideHeights(heights(figure, width: wide, isFull: true))
    return .columns(
      ColumnsBlock(
        [
          .init(width: layout.width(columns: third), text),
          .init(width: wide, [.figure(self.figure(figure, width: wide, heights: heights, floats: false))]),
        ], gutter: layout.gutter, spaceBefore: .zero, spaceAfter: .zero))
  }

  /// What the headline of a slide leaves, which may have two lines.
  func slideHeights(_ wanted: FlowBox.Extent) -> FlowBox.Extent {
    guard layout.isSlides else { return wanted }
    let room = layout.typeArea.height * 0.55
    return FlowBox.Extent(
      least: min(wanted.least, room), natural: min(wanted.natural, room),
      greatest: max(min(wanted.natural, room), min(wanted.greatest, layout.typeArea.height * 0.72)))
  }

  /// How high paragraphs will be about, in lines of so many full characters.
  func height(of text: [ReportBlock], characters: Double) -> Length {
    let lines = text.reduce(0.0) { sum, block in
      guard case .paragraph(let inlines) = block else { return sum }
      return sum + ((2 + ems(inlines.text)) / max(1, characters)).rounded(.up)
    }
    return styles.leading(.body) * lines
  }

  /// A picture with its number and title below it; as large as it is by itself, within the measure and three fifths of the page.
  func picture(_ picture: ReportPicture, width: Length) -> [LayoutBlock] {
    let natural = picture.size
    let scale = min(1, width / natural.width, layout.typeArea.height * 0.6 / natural.height)
    let size = Size(width: natural.width * scale, height: natural.height * scale)
    let id = pictures.id(of: picture)
    var block = FigureBlock(height: .init(size.height.rounded(upTo: grid / 4)), alt: picture.alt) { box in
      var frame = Frame(size: box)
      frame.place(.image(id, size), at: Point(x: (box.width - size.width) / 2, y: .zero), role: .figure)
      return frame
    }
    block.anchor = picture.anchor
    block.spaceBefore = grid
    block.spaceAfter = grid
    let caption = [picture.anchor.flatMap { labels[$0] }, picture.title].compactMap { $0 }.joined(separator: "　")
    guard !caption.isEmpty else { return [.figure(block)] }
    block.keepWithNext = true
    block.spaceAfter = .pt(4.5)
    var text = TextBlock(
      inlines.text([.text(caption)], .figureSubtitle), style: styles.paragraph(.figureSubtitle, alignment: .center),
      element: .caption, role: .caption)
    text.spaceAfter = grid
    return [.figure(block), .text(text)]
  }
}
