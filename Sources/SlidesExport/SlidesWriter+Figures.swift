import Charts
import Geometry
import Report
import Scene

/// Figures, each on a slide with its data, and pictures.
extension SlidesWriter {
  /// - Parameter text: what is said beside the figure.
  mutating func write(_ figure: ChartFigure, beside text: [ReportBlock]) {
    finishFlow()
    guard let drawn = manuscript.drawn(figure) else { return }
    var said: (text: String, height: Length) = ("", .zero)
    if !text.isEmpty {
      for block in text { write(block, level: nil, width: leftWidth) }
      said = takeFlow()
    }
    // Where each claim has a slide, the claim is the headline.
    let isClaim = manuscript.layout.isSlides && !heading.isEmpty
    begin(.free, title: isClaim ? nil : headline(drawn))
    anchorHere(drawn.anchor)
    let content = design.content
    let table = drawn.tables.count == 1 ? drawn.tables[0] : nil
    let isSmall = design.tableFits(figure) && table.map { $0.rows.count <= 8 && $0.columns.count <= 4 } ?? false
    // The text stands left of the figure, with the data below it where there is room; data alone stand right.
    let column = Rect(
      (text.isEmpty ? content.maxX - leftWidth : content.minX).points, content.minY.points, leftWidth.points, content.size.height.points)
    let tableTop = text.isEmpty ? content.minY + design.subtitleHeight : content.minY + said.height + .pt(10)
    let holdsTable = isSmall && content.maxY - tableTop > .pt(18) * Double((table?.rows.count ?? 0) + 2)
    if !said.text.isEmpty { place { $0.xml.box($1, "Text", column, paragraphs: said.text) } }
    let left = text.isEmpty ? content.minX : content.maxX - drawn.size.width
    show(drawn, at: Point(x: left, y: content.minY), width: drawn.size.width, withTitle: isClaim && drawn.title != heading)
    if holdsTable, let table {
      let box = Rect(column.minX.points, tableTop.points, column.size.width.points, 0)
      place(table, rows: table.rows[...], in: box, size: .pt(7.5), title: headline(drawn))
    }
    tell(drawn)
    if !holdsTable { writeData(of: drawn) }
  }

  /// What a figure leaves beside it.
  private var leftWidth: Length { design.width * 0.36 - design.gutter * 1.5 }

  func headline(_ drawn: DrawnFigure) -> String { drawn.title ?? drawn.label ?? heading }

  /// What is measured, the picture, and below it notes and source.
  private mutating func show(_ drawn: DrawnFigure, at corner: Point, width: Length, withTitle: Bool) {
    let scale = min(1, width / drawn.size.width)
    let size = Size(width: drawn.size.width * scale, height: drawn.size.height * scale)
    let named = [drawn.label, withTitle ? drawn.title : nil].compactMap { $0 }.joined(separator: "　")
    let above = fitted([named, drawn.subtitle ?? ""], in: Size(width: width, height: design.subtitleHeight), from: .pt(8), to: .pt(6))
    if !above.lines.isEmpty {
      let text = above.lines.enumerated().map { place, line in
        paragraph(line, SlideLook(size: above.size, color: "tx2", isBold: place == 0 && above.lines.count > 1, usesHeadingFont: true))
      }
      place {
        $0.xml.box(
          $1, "Subtitle", Rect(corner.x.points, corner.y.points, width.points, $0.design.subtitleHeight.points), paragraphs: text.joined())
      }
    }
    let top = corner.y + design.subtitleHeight
    place(picture: drawn.picture, Rect(corner.x.points, top.points, size.width.points, size.height.points), description: drawn.alternative)
    let foot = Rect(corner.x.points, (top + size.height + .pt(2)).points, width.points, (design.footHeight - .pt(2)).points)
    let below = fitted(drawn.notes + drawn.source, in: foot.size, from: .pt(6.5), to: .pt(5))
    guard !below.lines.isEmpty else { return }
    let text = below.lines.map { paragraph($0, SlideLook(size: below.size, color: "tx2", usesHeadingFont: true)) }
    place {
      $0.xml.box($1, "Source", foot, paragraphs: text.joined())
    }
  }

  /// On the page of notes: what the figure says, its notes and its source.
  private mutating func tell(_ drawn: DrawnFigure) {
    note(drawn.alternative)
    for line in drawn.notes + drawn.source { note(line) }
  }

  private mutating func writeData(of drawn: DrawnFigure) {
    for table in drawn.tables {
      let title = headline(drawn) + (manuscript.language.isChinese ? "：" : ": ") + manuscript.vocabulary.value
      write(table, title: title, caption: [drawn.label, table.title ?? drawn.subtitle].compactMap { $0 }.joined(separator: "　"))
    }
  }

  /// Figures of equal width side by side.
  mutating func write(_ figures: [ChartFigure]) {
    finishFlow()
    let drawn = figures.compactMap { manuscript.drawn($0) }
    guard let first = drawn.first else { return }
    begin(.free, title: drawn.count == 1 ? headline(first) : nil)
    let width = design.width(cellsOf: figures.count)
    for (index, figure) in drawn.enumerated() {
      anchorHere(figure.anchor)
      let x = design.content.minX + (width + design.gutter) * Double(index)
      showTitled(figure, at: Point(x: x, y: design.content.minY), width: width)
      tell(figure)
    }
    for figure in drawn { writeData(of: figure) }
  }

  /// With its title above, as it has none of the slide's.
  mutating func showTitled(_ figure: DrawnFigure, at corner: Point, width: Length) {
    var top = corner.y
    if let title = figure.title {
      place {
        $0.xml.box(
          $1, "Figure title", Rect(corner.x.points, top.points, width.points, 16),
          paragraphs: $0.paragraph(title, SlideLook(size: .pt(9), color: "tx1", isBold: true, usesHeadingFont: true)))
      }
      top += .pt(16)
    }
    show(figure, at: Point(x: corner.x, y: top), width: width, withTitle: false)
  }

  /// For figures in a row of cards: what they draw, on slides of their own.
  mutating func writeRowData(_ figures: [DrawnFigure]) { for figure in figures { writeData(of: figure) } }
  mutating func tellRow(_ figures: [DrawnFigure]) { for figure in figures { tell(figure) } }

  mutating func write(_ picture: ReportPicture) {
    finishFlow()
    guard let place = manuscript.picture(picture) else { return }
    let label = picture.anchor.flatMap { manuscript.labels[$0] }
    begin(.free, title: picture.title)
    anchorHere(picture.anchor)
    // A slide has 3.5 pixels to a point, a page two.
    let natural = Size(width: picture.size.width * (2 / 3.5), height: picture.size.height * (2 / 3.5))
    let content = design.content
    let scale = min(1.5, content.size.width / natural.width, (content.size.height - .pt(16)) / natural.height)
    let size = Size(width: natural.width * scale, height: natural.height * scale)
    self.place(
      picture: place,
      Rect((content.minX + (content.size.width - size.width) / 2).points, content.minY.points, size.width.points, size.height.points),
      description: picture.alt)
    let caption = [label, picture.title].compactMap { $0 }.joined(separator: "　")
    guard !caption.isEmpty else { return }
    self.place {
      $0.xml.box(
        $1, "Caption", Rect(content.minX.points, (content.minY + size.height + .pt(3)).points, content.size.width.points, 13),
        paragraphs: $0.paragraph(caption, SlideLook(size: .pt(8), color: "tx2", alignment: "ctr", usesHeadingFont: true)))
    }
  }
}
