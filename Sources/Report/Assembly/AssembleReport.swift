import AllCores
package import Diagnostics
import Geometry
import PageLayout
package import Scene
import Typesetting

/// Lays a report out: chapters first, for their page numbers stand in the contents, then the pages before them.
///
/// - Parameter memory: chapters of an earlier edition in the same look; nil for a document that is laid out once.
package func assemble(
  _ report: ReportSource, layout: Layout, styles: Styles, charts: FigureSetting, fonts: [FontResource], date: Int?,
  memory: SetChapters? = nil
) -> Warned<PagedDocument> {
  let source = report.arranged(by: layout).levelled()
  let vocabulary = Vocabulary(source.language)
  let drawn = DrawnDiagnostics()
  let data = DrawnData()
  var diagnostics: [Diagnostic] = []
  let tags = TagNumbers()
  let document = StructureTag(id: 0, .document)

  let pictures = PictureNumbers(source, logo: styles.logo)
  let plan = ChapterNumbers(source, vocabulary: vocabulary)
  let styles = styles.leading(to: plan.anchors.union(source.footnotes.map(\.anchor)))
  var inlines = InlineSetter(styles: styles)
  inlines.labels = plan.labels
  inlines.anchors = styles.anchors
  let assembly = BlockAssembly(
    layout: layout, styles: styles, inlines: inlines, charts: charts, vocabulary: vocabulary, labels: plan.labels,
    drawn: drawn, data: data, pictures: pictures)

  // The pages in front come first in reading order, though they are laid out last.
  var frontTags = tags

  var body = PageSequence(styles: styles, title: source.title)
  let notes = chapterFootnotes(of: source)
  if memory != nil { charts.use(source.figures) }
  memory?.begin(
    DocumentGround(labels: plan.labels, anchors: inlines.anchors, pictures: pictures, notes: source.footnotes),
    chapters: source.chapters.count)
  // The lines of chapters, and the heights of their figures, hang on nothing that other chapters give.
  let material = onAllCores(source.chapters.count) { i in
    guard let memory else { return set(i, edition: 0) }
    let ground = ChapterGround(
      chapter: source.chapters[i], entry: plan.chapters[i], sections: plan.sectionAnchors(ofChapter: i), notes: notes[i])
    return memory.material(of: i, on: ground) { set(i, edition: $0) }
  }
  @Sendable func set(_ i: Int, edition: Int) -> ChapterMaterial {
    let chapter = source.chapters[i]
    let layout = layout.on(chapter.section)
    var assembly = assembly
    assembly.layout = layout
    (assembly.drawn, assembly.data) = (DrawnDiagnostics(), DrawnData())
    assembly.inlines.noteMarks = notes[i].marks
    let opener = chapterOpener(
      chapter, number: plan.chapters[i].number, anchor: plan.chapters[i].anchor, assembly: assembly,
      isFirst: i == 0 && layout.sections.contains(.masthead))
    var tags = tags.range(i + 1)
    let section = tags.tag(.section)
    var setter = BlockSetter(typesetter: charts.typesetter, grid: layout.baseline, tags: tags, pageHeight: layout.typeArea.height)
    setter.footnotes = notes[i].blocks(assembly.inlines, isBeside: layout.notes == .side)
    setter.sideNoteWidth = layout.noteWidth(styles)
    setter.footnoteArea = FootnoteArea(rule: Stroke(styles.color("ink-3"), width: .pt(0.5)))
    let stretches = assembly.runs(opener, plan.anchored(chapter, at: i)).map { run in
      Stretch(
        setter.flow(run.blocks, width: run.width, within: [document, section]), columns: run.columns, spaceBefore: layout.baseline)
    }
    return ChapterMaterial(
      stretches: stretches, diagnostics: setter.diagnostics, drawn: assembly.drawn, data: assembly.data, edition: edition)
  }
  func begunPart(_ chapter: ReportSource.Chapter?) -> Part { Part(chapter.map { layout.on($0.section) } ?? layout) }
  // What stands above the text has the pages of its first chapter.
  var part = begunPart(source.chapters.first)
  var hasNotes = false
  func finishPart(before chapter: ReportSource.Chapter? = nil) {
    diagnostics += body.append(part, memory: memory)
    part = begunPart(chapter)
    hasNotes = false
  }
  if layout.sections.contains(.masthead) {
    var setter = BlockSetter(typesetter: charts.typesetter, grid: layout.baseline, tags: tags.range(source.chapters.count + 1))
    part.append(
      Stretch(
        setter.flow(
          [masthead(source, layout: part.layout, styles: styles, pictures: pictures)], width: part.layout.measure, within: [document])),
      title: nil)
  }
  for (i, chapter) in source.chapters.enumerated() {
    let isNewPart = i > 0 && source.chapters[i - 1].section != chapter.section
    // Notes are numbered by chapter: no page has two notes of one number.
    let isNumberedAnew = hasNotes && !notes[i].marks.isEmpty
    let hasOtherPages = i > 0 && !layout.isOnePage(source.chapters[i - 1].section, chapter.section)
    if i > 0, layout.chapterStart == .page || isNumberedAnew || hasOtherPages { finishPart(before: chapter) }
    hasNotes = hasNotes || !notes[i].marks.isEmpty
    part.append(material[i], isNewSection: isNewPart)
    for (k, stretch) in material[i].stretches.enumerated() {
      var stretch = stretch
      // Another kind of chapter would rather begin a page.
      if k == 0, isNewPart, part.layout.textColumns == 1, !stretch.flow.boxes.isEmpty { stretch.flow.boxes[0].breakBefore -= 30 }
      part.append(stretch, title: k == 0 ? chapter.title : nil)
    }
    diagnostics += material[i].diagnostics
  }
  finishPart()
  memory?.end()
  for chapter in material {
    drawn.add(chapter.drawn.all)
    data.add(chapter.data)
  }

  var pages: [Page] = []
  if layout.sections.contains(.cover) {
    pages.append(
      page(
        1, label: "",
        cover(source, layout: layout.on(.cover), styles: styles, charts: charts, pictures: pictures, tags: &frontTags, document: document),
        layout))
  }
  if layout.sections.contains(.contents), source.chapters.count > 1 {
    let key = ContentsKey(
      lines: plan.contents(pages: body.pageOfAnchor), figures: plan.figureList(pages: body.pageOfAnchor), pagesBefore: pages.count,
      tags: frontTags)
    func set() -> [Page] {
      contentsPages(
        key.lines, figures: key.figures, vocabulary: vocabulary, layout: layout.on(.contents), styles: styles,
        typesetter: charts.typesetter,
        tags: &frontTags, document: document, firstNumber: key.pagesBefore + 1)
    }
    pages += (memory?.contents(key, set) ?? set()).map { page($0.number, label: $0.label, $0.frame, layout) }
  }
  if layout.isFacing, let last = pages.last, !pages.count.isMultiple(of: 2) {
    // The back of a cover has no number; that of the contents goes on counting.
    let label = last.label.isEmpty ? "" : roman(pages.count { !$0.label.isEmpty } + 1)
    pages.append(page(pages.count + 1, label: label, Frame(size: layout.page), layout))
  }
  let front = pages.count
  for (i, frame) in body.frames.enumerated() { pages.append(page(front + i + 1, label: "\(i + 1)", frame, layout)) }
  let info = DocumentInfo(
    title: source.title, author: source.issuer ?? sourceNames(source, vocabulary), subject: source.subtitle, language: source.language,
    date: date)
  var result = PagedDocument(info: info, pages: pages, outline: plan.outline, fonts: fonts, images: pictures.images)
  result.attachments = dataAttachments(data.all)
  return Warned(result, collapsed(diagnostics + drawn.all))
}

/// Whose figures they are where no issuer is known: the files they come from, without their folders, the first twenty.
func sourceNames(_ source: ReportSource, _ vocabulary: Vocabulary) -> String? {
  let names = source.data.map { $0.path.split(separator: "/").last.map(String.init) ?? $0.path }
  return names.isEmpty ? nil : vocabulary.sources(Array(names.prefix(20)))
}

/// A finished page on the sheet that it is printed on, enlarged as the layout asks.
private func page(_ number: Int, label: String, _ frame: Frame, _ layout: Layout) -> Page {
  let sheet = PressSheet(frame, bleed: layout.bleed, hasCropMarks: layout.hasCropMarks)
  return Page(
    number: number, label: label, frame: sheet.frame.scaled(by: layout.scale), isPixelDesign: layout.isPixelDesign,
    cut: sheet.cut?.scaled(by: layout.scale))
}
