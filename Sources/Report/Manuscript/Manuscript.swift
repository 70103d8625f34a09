package import Charts
package import Diagnostics
package import Geometry
import Grammar
package import Scene
import StructuredData

/// A report for programs that lay text out themselves: its chapters in order, the numbers that chapters, figures, tables and notes
/// have, and its charts drawn. The counterpart of a ``PagedDocument``, with nothing placed on pages.
package struct Manuscript: Sendable {
  /// What is drawn by us and shown as a picture.
  package enum Picture: Sendable {
    /// - Parameter isOpaque: whether it may cover the ground it stands on.
    case drawing(Frame, images: [ImageResource], isOpaque: Bool)
    case photograph(ImageResource)

    package var isVector: Bool { if case .drawing = self { true } else { false } }
  }

  package struct ChapterHead: Sendable {
    /// `01`; empty for what is not numbered.
    package var number: String
    package var anchor: String
  }

  package struct Note: Sendable {
    package var anchor: String
    /// As printed: `①`.
    package var mark: String
    package var text: [TextPiece]
  }

  package let info: DocumentInfo
  /// The chapters that the layout prints, in its order; each section heading with an anchor.
  package let source: ReportSource
  package let layout: Layout
  package let theme: Theme
  package let vocabulary: Vocabulary
  /// One for each chapter.
  package let heads: [ChapterHead]
  /// Labels of chapters, sections, figures and tables by anchor.
  package let labels: [String: String]
  /// Of figures and tables, in reading order.
  package let figureList: [(label: String, title: String, anchor: String)]
  package private(set) var figures: [DrawnFigure] = []
  package private(set) var pictures: [Picture] = []
  /// The bars on the cover: the place in ``pictures``.
  package private(set) var motif: (picture: Int, size: Size)?
  private let anchors: Set<String>
  /// By chapter.
  private let footnotes: [ChapterFootnotes]
  private var placeOfFigure: [FigureKey: Int] = [:]
  private var placeOfPicture: [String: Int] = [:]
  private var placeOfPictogram: [PictogramKey: Int] = [:]

  private struct FigureKey: Hashable {
    var spec: Node
    var anchor: String?
  }
  private struct PictogramKey: Hashable {
    var name: String
    var ground: PictogramGround
  }

  package var language: Language { source.language }
  package func color(_ name: String) -> Color { theme.color(name) }
  /// The family of a role of type, as programs know it.
  package func family(of role: TypeRole) -> String {
    let name = theme.styles[role]?.font ?? ""
    return theme.families.first { $0.name == name }?.family ?? name
  }

  /// The chart as it is drawn; nil where it cannot be.
  package func drawn(_ figure: ChartFigure) -> DrawnFigure? {
    placeOfFigure[FigureKey(spec: figure.spec, anchor: figure.anchor)].map { figures[$0] }
  }

  package func picture(_ picture: ReportPicture) -> Int? { placeOfPicture[picture.path] }

  /// The pictogram of a card or chapter; nil where the theme has none.
  package func pictogram(_ name: String?, on ground: PictogramGround) -> Int? {
    name.flatMap { placeOfPictogram[PictogramKey(name: $0, ground: ground)] }
  }

  /// The notes of a chapter, in the order of their marks.
  package func notes(ofChapter chapter: Int) -> [Note] {
    guard footnotes.indices.contains(chapter) else { return [] }
    let notes = footnotes[chapter]
    return notes.notes.map { Note(anchor: $0.anchor, mark: notes.marks[$0.anchor] ?? "", text: flattening(notes.marks).pieces($0.text)) }
  }

  /// The text of one chapter after another without finding its notes anew.
  package func reader(ofChapter chapter: Int) -> (([Inline]) -> [TextPiece]) {
    let flattening = flattening(footnotes.indices.contains(chapter) ? footnotes[chapter].marks : [:])
    return { flattening.pieces($0) }
  }

  private func flattening(_ marks: [String: String]) -> TextFlattening {
    TextFlattening(language: language, labels: labels, anchors: anchors, noteMarks: marks)
  }
}

/// What a pictogram stands on, which decides its colour.
package enum PictogramGround: Hashable, Sendable {
  case card, hero, chapter
  /// In points, as it is drawn.
  var side: Double { 54 }
}

extension Manuscript {
  /// Takes a report apart for a program that lays text out itself.
  ///
  /// - Parameters:
  ///   - sizes: of figures by their place, in the look's own type sizes, with the least height of those that may be higher.
  /// - Returns: with all that the charts report; an error among it where one cannot be drawn.
  package static func make(
    of report: ReportSource, layout: Layout, styles: Styles, charts: FigureSetting, date: Int?,
    sizes: (FigureSlot, ChartFigure) -> (size: ChartSize, least: Length?)
  ) -> Warned<Manuscript> {
    var source = report.arranged(by: layout).levelled()
    let vocabulary = Vocabulary(source.language)
    let numbers = ChapterNumbers(source, vocabulary: vocabulary)
    for i in source.chapters.indices { source.chapters[i].blocks = numbers.anchored(source.chapters[i], at: i) }
    var manuscript = Manuscript(
      info: DocumentInfo(
        title: source.title, author: source.issuer ?? sourceNames(source, vocabulary), subject: source.subtitle, language: source.language,
        date: date),
      source: source, layout: layout, theme: styles.theme, vocabulary: vocabulary,
      heads: numbers.chapters.map { ChapterHead(number: $0.number, anchor: $0.anchor) }, labels: numbers.labels,
      figureList: numbers.figureEntries, anchors: numbers.anchors.union(source.footnotes.map(\.anchor)),
      footnotes: chapterFootnotes(of: source))
    var findings: [Diagnostic] = []
    for chapter in source.chapters {
      manuscript.addPictogram(chapter.pictogram, on: .chapter, styles)
      for block in chapter.blocks { manuscript.add(block, at: .full, charts: charts, styles: styles, sizes: sizes, &findings) }
    }
    if layout.sections.contains(.cover), (source.motif ?? []).count >= 3 {
      let size = Size(width: layout.page.width - layout.margins.left - layout.margins.right, height: .pt(72))
      manuscript.motif = (manuscript.pictures.count, size)
      manuscript.pictures.append(.drawing(motifBars(source, size: size, styles: styles), images: [], isOpaque: false))
    }
    var seen: Set<Diagnostic> = []
    return Warned(manuscript, findings.filter { seen.insert($0).inserted })
  }

  private mutating func add(
    _ block: ReportBlock, at place: FigureSlot, charts: FigureSetting, styles: Styles,
    sizes: (FigureSlot, ChartFigure) -> (size: ChartSize, least: Length?), _ findings: inout [Diagnostic]
  ) {
    func addAll(_ blocks: [ReportBlock], _ place: FigureSlot) {
      for block in blocks { add(block, at: place, charts: charts, styles: styles, sizes: sizes, &findings) }
    }
    switch block {
    case .chart(let figure): add(figure, sizes(place, figure), charts, &findings)
    case .chartRow(let figures): for figure in figures { add(figure, sizes(.row(figures.count), figure), charts, &findings) }
    case .beside(let text, let figure):
      addAll(text, place)
      add(figure, sizes(.beside, figure), charts, &findings)
    case .marginal(let text, let cards):
      addAll(text, place)
      for card in cards { addPictogram(card.pictogram, on: .card, styles) }
    case .cards(let cards): for card in cards { addPictogram(card.pictogram, on: .card, styles) }
    case .row(let row):
      for (span, cell) in zip(row.spans, row.cells) {
        switch cell {
        case .hero(let card): addPictogram(card.pictogram, on: .hero, styles)
        case .card(let card): addPictogram(card.pictogram, on: .card, styles)
        case .stack(let cards), .steps(let cards): for card in cards { addPictogram(card.pictogram, on: .card, styles) }
        case .chart(let figure): add(figure, sizes(.cell(span), figure), charts, &findings)
        case .reading(let blocks): addAll(blocks, .cell(span))
        }
      }
    case .picture(let picture):
      guard placeOfPicture[picture.path] == nil else { return }
      placeOfPicture[picture.path] = pictures.count
      pictures.append(.photograph(picture.image))
    case .quote(let inner, _), .callout(_, let inner): addAll(inner, .inset)
    case .list(let list): for item in list.items { addAll(item.blocks, .inset) }
    case .heading, .paragraph, .table, .sourceEntry, .code, .rule, .generated: return
    }
  }

  private mutating func add(
    _ figure: ChartFigure, _ size: (size: ChartSize, least: Length?), _ charts: FigureSetting, _ findings: inout [Diagnostic]
  ) {
    let key = FigureKey(spec: figure.spec, anchor: figure.anchor)
    guard placeOfFigure[key] == nil else { return }
    let drawn = charts.drawn(figure, size: size.size, least: size.least)
    findings += drawn.diagnostics
    guard let (chart, source) = drawn.value else { return }
    let words = FigureWords(language: language.rawValue)
    placeOfFigure[key] = figures.count
    figures.append(
      DrawnFigure(
        label: figure.anchor.flatMap { labels[$0] }, anchor: figure.anchor, title: figure.title,
        subtitle: source.editableSubtitle(words),
        notes: source.note.enumerated().map { $0 == 0 ? words.note($1) : $1 },
        source: source.source.enumerated().map { $0 == 0 ? words.source($1) : $1 }, alternative: chart.description,
        size: chart.size, picture: pictures.count,
        tables: chart.tables.map { $0.worded(vocabulary, words, unit: source.unit) }))
    pictures.append(.drawing(chart.draw(isTransparent: true), images: chart.images, isOpaque: true))
  }

  private mutating func addPictogram(_ name: String?, on ground: PictogramGround, _ styles: Styles) {
    guard styles.theme.furniture.hasPictograms, let name, let pictogram = styles.pictogram(name) else { return }
    let key = PictogramKey(name: name, ground: ground)
    guard placeOfPictogram[key] == nil else { return }
    placeOfPictogram[key] = pictures.count
    let side = Length.pt(ground.side)
    var frame = Frame(size: Size(width: side, height: side))
    let onDisc = ground == .card && styles.theme.furniture.card == .disc
    let color = ground == .hero ? styles.color("white") : styles.color(ground == .chapter ? "c2" : "brand")
    frame.place(pictogram, size: side, at: .zero, color: color, disc: onDisc ? styles.color("white") : nil)
    pictures.append(.drawing(frame, images: [], isOpaque: false))
  }
}
