import Geometry
import Report
import Scene

/// Cover, contents, chapters, and the blocks that are text.
extension SlidesWriter {
  mutating func writeCover() {
    begin(.cover)
    let source = manuscript.source
    let form = manuscript.theme.furniture.cover
    let field = form == .full ? design.size.height : design.size.height * 0.72
    let box = Rect(0, 0, design.size.width.points, field.points)
    if form != .plain { place { $0.xml.box($1, "Ground", box, .init(fill: "accent1")) } }
    let color = form == .plain ? "tx1" : "bg1"
    place { $0.xml.placeholder($1, "Title", "type=\"ctrTitle\"", paragraphs: $0.paragraph(source.title, SlideLook(color: color))) }
    if let subtitle = source.subtitle {
      place {
        $0.xml.placeholder($1, "Subtitle", "type=\"subTitle\" idx=\"1\"", paragraphs: $0.paragraph(subtitle, SlideLook(color: color)))
      }
    }
    if let motif = manuscript.motif {
      let height = design.width * (motif.size.height / motif.size.width) * 0.7
      let width = design.width * 0.7
      let foot = form == .full ? design.size.height * 0.72 : field - .pt(14)
      place(picture: motif.picture, Rect(design.margin.points, (foot - height).points, width.points, height.points), description: nil)
    }
    let imprint = [source.issuer, source.date].compactMap { $0 }
    if !imprint.isEmpty {
      let top = form == .full ? design.size.height * 0.78 : field + .pt(14)
      let look = SlideLook(size: .pt(9.5), color: form == .full ? "bg1" : "tx1", usesHeadingFont: true)
      place {
        writer, id in
        writer.xml.box(
          id, "Imprint", Rect(writer.design.margin.points, top.points, writer.design.width.points, 44),
          paragraphs: imprint.map { writer.paragraph($0, look) }.joined())
      }
    }
    note([source.title, source.subtitle].compactMap { $0 }.joined(separator: "\n"))
  }

  mutating func writeContents() {
    setHeading(manuscript.vocabulary.contents)
    for (index, chapter) in manuscript.source.chapters.enumerated() where !chapter.title.isEmpty {
      let head = manuscript.heads[index]
      var piece = TextPiece((head.number.isEmpty ? "" : head.number + "\u{2002}") + printed(chapter.title))
      piece.link = .anchor(head.anchor)
      append(paragraph([piece], SlideLook(size: .pt(11), spaceBefore: .pt(3))), height: .pt(19))
    }
    finishFlow()
  }

  mutating func write(_ chapter: ReportSource.Chapter, head: Manuscript.ChapterHead) {
    setHeading(chapter.title)
    anchor(head.anchor)
    // Where each claim has a slide, its headline is the title; elsewhere a chapter opens with a slide of its own.
    if !manuscript.layout.isSlides, !chapter.title.isEmpty {
      begin(.chapter)
      let title = (head.number.isEmpty ? "" : head.number + "\u{2002}") + chapter.title
      place { $0.xml.placeholder($1, "Title", "type=\"title\"", paragraphs: $0.paragraph(title)) }
      if let pictogram = manuscript.pictogram(chapter.pictogram, on: .chapter) {
        place(picture: pictogram, Rect(design.size.width.points - design.margin.points - 54, 40, 54, 54), description: nil)
      }
      let lead = read(chapter.lead)
      if !lead.isEmpty { place { $0.xml.placeholder($1, "Lead", "type=\"body\" idx=\"1\"", paragraphs: $0.paragraph(lead)) } }
    } else if !chapter.lead.isEmpty {
      write(.paragraph(chapter.lead), level: nil)
    }
    for block in chapter.blocks { write(block, level: nil) }
    finishFlow()
    let notes = manuscript.notes(ofChapter: self.chapter)
    guard !notes.isEmpty else { return }
    setHeading(manuscript.vocabulary.notes)
    for entry in notes {
      anchor(entry.anchor)
      append([TextPiece(entry.mark + " ")] + entry.text, size: .pt(8.5))
    }
    finishFlow()
  }

  mutating func append(_ pieces: [TextPiece], size: Length, look: SlideLook = SlideLook(), indent: Length = .zero, width: Length? = nil) {
    var look = look
    look.size = size
    look.spaceBefore = size * 0.4
    let count = lines(pieces.map(\.text).joined(), size: size, width: (width ?? design.width) - indent - .pt(8))
    append(paragraph(pieces, look), height: size * 1.45 * count + size * 0.4)
  }

  /// - Parameters:
  ///   - level: of the list around, counted from 0; nil outside of one.
  ///   - width: of the place the text is for; nil: across the slide.
  mutating func write(_ block: ReportBlock, level: Int?, width: Length? = nil) {
    switch block {
    case .heading(let depth, let text, let name):
      if depth <= 2 {
        setHeading(read(text).map(\.text).joined())
        anchor(name)
      } else {
        anchor(name)
        append(read(text), size: .pt(11.5), look: SlideLook(color: "accent1", isBold: true, usesHeadingFont: true))
      }
    case .paragraph(let text): append(read(text), size: .pt(10.5), indent: indent(level), width: width)
    case .quote(let inner, let attribution):
      for block in inner {
        if case .paragraph(let text) = block {
          append(read(text), size: .pt(13), look: SlideLook(color: "accent1"))
        } else {
          write(block, level: level)
        }
      }
      if let attribution { append([TextPiece("—— " + printed(attribution))], size: .pt(9), look: SlideLook(color: "tx2")) }
    case .list(let list): write(list, level: (level ?? -1) + 1, width: width)
    case .chart(let figure): write(figure, beside: [])
    case .beside(let text, let figure): write(figure, beside: text)
    case .marginal(let text, let cards):
      for block in text { write(block, level: level) }
      write(cards)
    case .chartRow(let figures): write(figures)
    case .cards(let cards): write(cards)
    case .row(let row): write(row)
    case .table(let table): write(table)
    case .picture(let picture): write(picture)
    case .callout(let title, let inner):
      if let title {
        append([TextPiece(printed(title))], size: .pt(11), look: SlideLook(color: "accent1", isBold: true, usesHeadingFont: true))
      }
      for block in inner { write(block, level: level) }
    case .sourceEntry(let entry):
      for name in entry.anchors { anchor(name) }
      append([TextPiece(entry.number + " ")] + read(entry.sentence), size: .pt(8))
    case .code(let code, _):
      for line in code.split(separator: "\n", omittingEmptySubsequences: false).dropLast(code.hasSuffix("\n") ? 1 : 0) {
        var piece = TextPiece(String(line).replacing("\t", with: "    ").replacing(" ", with: "\u{A0}"))
        piece.isCode = true
        append([piece], size: .pt(8.5))
      }
    // The text goes on with something else: on another slide.
    case .rule: finishFlow()
    // Written out when the manuscript was made.
    case .generated: return
    }
  }

  private func indent(_ level: Int?) -> Length { level.map { .pt(14) * Double($0 + 1) } ?? .zero }

  private mutating func write(_ list: ReportList, level: Int, width: Length?) {
    for (index, item) in list.items.enumerated() {
      var rest = item.blocks[...]
      var pieces: [TextPiece] = []
      if let isChecked = item.isChecked { pieces.append(TextPiece(isChecked ? "☑ " : "☐ ")) }
      if case .paragraph(let text)? = rest.first {
        pieces += read(text)
        rest = rest.dropFirst()
      }
      append(
        pieces, size: .pt(10.5), look: SlideLook(level: level, number: list.start.map { $0 + index }), indent: indent(level), width: width)
      for block in rest { write(block, level: level, width: width) }
    }
  }
}
