package import Charts
package import Diagnostics
import Geometry
import PageLayout
package import Scene
import Typesetting

/// Lays a report out: chapters first, for their page numbers stand in the contents, then the pages before them.
package func assemble(
  _ report: ReportSource, layout: Layout, styles: Styles, charts: ChartContext, fonts: [FontResource], date: Int?
) -> Warned<PagedDocument> {
  let source = report.arranged(by: layout).levelled()
  let vocabulary = Vocabulary(source.language)
  let drawn = DrawnDiagnostics()
  var diagnostics: [Diagnostic] = []
  var tags = TagNumbers(from: 1_000_000)
  let document = StructureTag(id: 0, .document)

  let pictures = PictureNumbers(source)
  let plan = ChapterNumbers(source, vocabulary: vocabulary)
  var inlines = InlineSetter(styles: styles)
  inlines.labels = plan.labels
  inlines.anchors = plan.anchors.union(source.footnotes.map(\.anchor))
  var assembly = BlockAssembly(
    layout: layout, styles: styles, inlines: inlines, charts: charts, vocabulary: vocabulary, labels: plan.labels,
    drawn: drawn, pictures: pictures)

  // The pages in front come first in reading order, though they are laid out last.
  var frontTags = TagNumbers(from: 1)

  var body = PageSequence(layout: layout, styles: styles, title: source.title)
  var placedNotes: Set<String> = []
  for (i, chapter) in source.chapters.enumerated() {
    let notes = ChapterFootnotes(chapter, of: source)
    assembly.inlines.noteMarks = notes.marks
    let section = tags.tag(.section)
    var setter = BlockSetter(typesetter: charts.typesetter, grid: layout.baseline, tags: tags, pageHeight: layout.typeArea.height)
    let opener = chapterOpener(
      chapter, number: plan.chapters[i].number, anchor: plan.chapters[i].anchor, assembly: assembly, wide: layout.measure)
    var blocks = opener
    blocks += assembly.blocks(plan.anchored(chapter, at: i), width: layout.measure)
    setter.footnotes = notes.blocks(assembly.inlines, known: &placedNotes)
    setter.footnoteArea = FootnoteArea(rule: Stroke(styles.color("ink-3"), width: .pt(0.5)))
    let flow = setter.flow(blocks, width: layout.measure, within: [document, section])
    diagnostics += setter.diagnostics
    tags = setter.tags
    diagnostics += body.append(flow, chapter: chapter.title)
  }

  var pages: [Page] = []
  if layout.sections.contains(.cover) {
    pages.append(
      Page(
        number: 1, label: "",
        frame: cover(source, layout: layout, styles: styles, charts: charts, tags: &frontTags, document: document)))
  }
  if layout.sections.contains(.contents), source.chapters.count > 1 {
    pages += contentsPages(
      plan.contents(pages: body.pageOfAnchor), figures: plan.figureList(pages: body.pageOfAnchor), vocabulary: vocabulary, layout: layout, styles: styles, typesetter: charts.typesetter, tags: &frontTags,
      document: document, firstNumber: pages.count + 1)
  }
  let front = pages.count
  for (i, frame) in body.frames.enumerated() {
    pages.append(Page(number: front + i + 1, label: "\(i + 1)", frame: frame))
  }
  let info = DocumentInfo(
    title: source.title, author: source.issuer, subject: source.subtitle, language: source.language, date: date)
  let result = PagedDocument(info: info, pages: pages, outline: plan.outline, fonts: fonts, images: pictures.images)
  return Warned(result, collapsed(diagnostics + drawn.all))
}

/// The pages of the text, numbered from 1, with running heads and folios.
private struct PageSequence {
  let layout: Layout
  let styles: Styles
  let title: String
  var frames: [Frame] = []
  /// Page number by anchor.
  var pageOfAnchor: [String: Int] = [:]

  init(layout: Layout, styles: Styles, title: String) {
    self.layout = layout
    self.styles = styles
    self.title = title
  }

  /// Breaks a chapter into pages; it starts a page of its own.
  mutating func append(_ flow: Flow, chapter: String) -> [Diagnostic] {
    let area = layout.typeArea
    let spans = paginate(flow, heights: PageHeights(first: area.height, others: area.height))
    var diagnostics: [Diagnostic] = []
    for (k, span) in spans.enumerated() {
      let number = frames.count + 1
      for i in span.boxes {
        for anchor in flow.boxes[i].anchors where pageOfAnchor[anchor] == nil { pageOfAnchor[anchor] = number }
        if flow.boxes[i].height.least > area.height {
          diagnostics.append(
            .warning("page.overflow", "a block of chapter “\(chapter)” is higher than the page \(number) it stands on"))
        }
      }
      for i in span.floats {
        for anchor in flow.floats[i].box.anchors where pageOfAnchor[anchor] == nil { pageOfAnchor[anchor] = number }
      }
      var frame = Frame(size: layout.page)
      frame.merge(
        composePage(flow, span, size: area, fill: k + 1 < spans.count),
        at: Point(x: layout.margins.left, y: layout.margins.top))
      if k > 0 { runningHead(layout: layout, styles: styles, left: title, right: chapter, into: &frame) }
      drawFolio("\(number)", isRight: number % 2 == 1, layout: layout, styles: styles, into: &frame)
      frames.append(frame)
    }
    return diagnostics
  }

  private func runningHead(layout: Layout, styles: Styles, left: String, right: String, into frame: inout Frame) {
    let style = styles.text(.runningHead)
    let typesetter = styles.typesetter
    // Both lines stand clear of each other: two fifths of the measure and a half.
    let size = styles.size(.runningHead)
    let start = typesetter.label(shortened(left, ems: layout.measure * 0.4 / size), style)
    start.placed(into: &frame, at: Point(x: layout.margins.left, y: layout.head), role: .runningHead)
    let end = typesetter.label(shortened(right, ems: layout.measure * 0.5 / size), style)
    end.placed(
      into: &frame, at: Point(x: layout.page.width - layout.margins.right - end.width, y: layout.head), role: .runningHead)
    frame.place(
      .shape(Shape(.rect(Size(width: layout.measure, height: .pt(0.4)), radius: .zero), fill: styles.color("rule"))),
      at: Point(x: layout.margins.left, y: layout.head + .pt(6)), role: .runningHead)
  }
}

/// A running head is one line: what is longer ends at a mark where there is one, else in an ellipsis, never within a number.
func shortened(_ text: String, ems: Double) -> String {
  let scalars = Array(text.unicodeScalars)
  func extent(_ scalar: Unicode.Scalar) -> Double { scalar.isASCII ? 0.56 : 1 }
  guard scalars.reduce(0, { $0 + extent($1) }) > ems else { return text }
  var room = ems - 1
  var limit = scalars.startIndex
  while limit < scalars.count, room >= extent(scalars[limit]) {
    room -= extent(scalars[limit])
    limit += 1
  }
  let marks: Set<Unicode.Scalar> = ["，", "：", "；", ",", ":", " "]
  if let cut = scalars[..<limit].lastIndex(where: { marks.contains($0) }), cut >= limit / 3 {
    return String(String.UnicodeScalarView(scalars[..<cut]))
  }
  func isNumeral(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) || scalar == "." || scalar == "%" }
  while limit > 1, limit < scalars.count, isNumeral(scalars[limit]), isNumeral(scalars[limit - 1]) { limit -= 1 }
  return String(String.UnicodeScalarView(scalars[..<limit])) + "…"
}

func drawFolio(_ label: String, isRight: Bool, layout: Layout, styles: Styles, into frame: inout Frame) {
  let line = styles.typesetter.label(label, styles.text(.folio))
  let x = isRight ? layout.page.width - layout.margins.right - line.width : layout.margins.left
  line.placed(into: &frame, at: Point(x: x, y: layout.page.height - layout.folio), role: .pageNumber)
}

/// Number, title and lead of a chapter at the top of its first page.
private func chapterOpener(
  _ chapter: ReportSource.Chapter, number: String, anchor: String, assembly: BlockAssembly, wide: Length
) -> [Block] {
  let styles = assembly.styles
  var blocks: [Block] = []
  if !number.isEmpty {
    var numeral = TextBlock(
      StyledText(number, styles.text(.chapterNumber)), style: styles.paragraph(.chapterNumber), element: .paragraph,
      role: .heading)
    numeral.keepWithNext = true
    numeral.spaceAfter = .pt(13.5)
    blocks.append(.text(numeral))
  }
  var title = TextBlock(
    styles.keepingWords(assembly.inlines.text([.text(chapter.title)], .chapter)), style: styles.paragraph(.chapter, balanced: true),
    element: .heading(1), role: .heading)
  title.keepWithNext = true
  title.spaceAfter = .pt(9)
  blocks.append(.text(title))
  blocks.append(
    .figure(
      FigureBlock(height: .init(.pt(2.25)), alt: nil) { size in
        var frame = Frame(size: size)
        frame.place(
          .shape(Shape(.rect(Size(54, 2.25), radius: .zero), fill: styles.color("brand"))), at: .zero, role: .background)
        return frame
      }))
  if !chapter.lead.isEmpty {
    var lead = TextBlock(
      assembly.inlines.text(chapter.lead, .lead), style: styles.paragraph(.lead, alignment: .justified))
    lead.spaceBefore = .pt(13.5)
    blocks.append(.text(lead))
  }
  var panel = PanelBlock(blocks, padding: .zero, fill: nil)
  panel.spaceAfter = assembly.layout.baseline
  panel.anchor = anchor
  return [.panel(panel)]
}
