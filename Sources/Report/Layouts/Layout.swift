import Diagnostics
package import Geometry
import PageLayout
package import StructuredData

/// The page and what stands on it, in which order; a data file of `layouts/`.
package struct Layout: Sendable {
  package enum Section: String, Hashable, Sendable, CaseIterable {
    case cover, contents
    /// Title, issuer and date in a band above the text, where there is no cover.
    case masthead
    case keyFigures = "key-figures"
    case chapters, comparison, derived, sources, card
  }

  /// Where a chapter begins.
  package enum ChapterStart: String, Hashable, Sendable, CaseIterable {
    /// Each on a page of its own.
    case page
    /// Below the one before, where that leaves too much of its page empty.
    case joined
  }

  /// Where the number of a page stands at its foot.
  package enum FolioPlace: String, Hashable, Sendable, CaseIterable {
    case left, center, right
    /// Right on odd pages, left on even ones.
    case outer
  }

  /// Where notes stand.
  package enum NotePlace: String, Hashable, Sendable, CaseIterable {
    /// At the foot of the page.
    case foot
    /// In the outer margin, beside the lines that cite them; sources of figures too.
    case side
  }

  /// What is told of articles.
  package enum Telling: String, Hashable, Sendable, CaseIterable {
    /// Their text with figures, chapter by chapter.
    case articles
    /// What their figures prove, each with a figure and a sentence.
    case claims
  }

  package var name: String
  /// The theme it is drawn in unless another is asked for.
  package var theme: FileReference
  package var page: Size
  /// Of a right-hand page, where pages face each other: `left` is at the fold.
  package var margins: Insets
  /// Left and right pages mirror each other: sheets of an even number are left ones, and the text begins on a right one
  /// behind a blank page where needed.
  package var isFacing = false
  /// How far grounds that reach an edge go beyond it, for the cut.
  package var bleed = Length.zero
  package var hasCropMarks = false
  package var columns: Int
  package var gutter: Length
  /// The baseline grid; distances between blocks are multiples of it.
  package var baseline: Length
  /// Baselines of the running head from the page's top and of the folio from its bottom.
  package var head: Length
  package var folio: Length
  package var folioPlace = FolioPlace.right
  /// Whether there are a running head and a folio at all.
  package var hasFurniture = true
  /// Least and greatest height, in points, of a figure without rows: across the page, and in half of it.
  package var fullFigure: ClosedRange<Length>
  package var halfFigure: ClosedRange<Length>
  package var notes = NotePlace.foot
  package var sections: [Section]
  /// By name; ``on(_:)`` is the layout with that of a part.
  package var masters: [String: PageMaster] = [:]
  package var masterOfSection: [Section: String] = [:]
  /// Columns of running text.
  package var textColumns = 1
  package var chapterStart = ChapterStart.joined
  package var telling = Telling.articles
  /// Of claims: how many are told.
  package var mostClaims = 12
  /// Sizes of type against the theme's, by role.
  package var typeScale: [TypeRole: Double] = [:]
  /// A page ends with its text, at `page.height` at the latest.
  package var isEndless = false
  /// Pages are enlarged by this when they are finished; all other lengths are those before.
  package var scale = 1.0
  /// Designed in pixels: one unit is one pixel of the PNG.
  package var isPixelDesign: Bool

  /// Each claim fills a page.
  package var isSlides: Bool { telling == .claims && chapterStart == .page }

  /// The margins of a sheet, which count from 1.
  package func margins(ofSheet number: Int) -> Insets {
    guard isFacing, number.isMultiple(of: 2) else { return margins }
    return Insets(top: margins.top, right: margins.left, bottom: margins.bottom, left: margins.right)
  }

  /// The left edge of the notes in the outer margin of a sheet.
  package func noteLeft(ofSheet number: Int, width: Length) -> Length {
    let margins = margins(ofSheet: number)
    return isFacing && number.isMultiple(of: 2) ? margins.left - noteGap - width : page.width - margins.right + noteGap
  }
  /// The width of the notes in the margin, in whole characters; nil where they stand at the foot.
  package func noteWidth(_ styles: Styles) -> Length? {
    let size = styles.size(.note)
    return notes == .side && size > .zero ? size * (noteRoom / size).rounded(.down) : nil
  }

  /// The width of `span` columns with the gutters between them.
  package func width(columns span: Int) -> Length {
    let column = (measure - gutter * Double(columns - 1)) / Double(columns)
    return column * Double(span) + gutter * Double(span - 1)
  }
  /// The width of a column of running text.
  package func measure(textColumns: Int) -> Length {
    (measure - gutter * 2 * Double(textColumns - 1)) / Double(textColumns)
  }
  /// Small multiples that a column of running text has room for side by side: each needs a width of 140 for five columns and their values.
  package var panelColumns: Int { max(1, min(3, Int(measure(textColumns: textColumns) / .pt(140)))) }
  /// Between the text and the notes in its margin.
  package var noteGap: Length { gutter * 1.5 }
  /// What the outer margin leaves for notes: its last 36 points stay white.
  package var noteRoom: Length { margins.right - noteGap - .pt(36) }
  package var measure: Length { page.width - margins.left - margins.right }
  /// Lines of the baseline grid in the type area.
  package var pageLines: Int { max(1, Int(typeArea.height / baseline + 0.01)) }
  package var typeArea: Size { Size(width: measure, height: page.height - margins.top - margins.bottom) }
}

extension Layout {
  /// The description of a layout file.
  package static let shape = NodeShape<Layout>.record("Layout") { fields in
    let name = fields.required("name", .text, "What `--layout` calls it.")
    let theme = fields.optional("theme", FileReference.shape, "The theme it is drawn in.")
    let page = fields.required("page", size, "Width and height of a page.")
    let margins = fields.required(
      "margins", insets, "Distance of the type area from the page's edges; of facing pages `left` is at the fold.")
    let isFacing = fields.optional("facing", .bool, "Left and right pages mirror each other, and the text begins on a right one.")
    let bleed = fields.optional("bleed", .length(in: 0...72), "How far grounds go beyond the edges of the page, for the cut.")
    let hasCropMarks = fields.optional("crop-marks", .bool, "Marks where the sheet is cut.")
    let columns = fields.optional("columns", .integer(in: 1...24), "Columns of the grid.")
    let gutter = fields.optional("gutter", .length(in: 0...200), "Space between columns.")
    let baseline = fields.optional("baseline", .length(in: 4...144), "The baseline grid.")
    let furniture = fields.optional("furniture", Layout.furniture, "Running head and folio.")
    let notes = fields.optional("notes", .choice(NotePlace.self), "Where notes stand.")
    let figure = fields.optional("figure", figures, "Heights of figures.")
    let textColumns = fields.optional("text-columns", .integer(in: 1...4), "Columns of running text.")
    let chapterStart = fields.optional("chapter-start", .choice(ChapterStart.self), "Where a chapter begins.")
    let telling = fields.optional(
      "telling", .choice(Telling.self), "Whether articles are told by their text or by what their figures prove.")
    let mostClaims = fields.optional("claims", .integer(in: 1...60), "How many claims are told.")
    let type = fields.optional("type", .dictionary(of: .number(in: 0.25...4)), "Sizes of type against the theme's, by role.")
    let scale = fields.optional(
      "scale", .number(in: 0.25...8), "Pixels of the page for a point of type and figures; `page` and `margins` are as printed.")
    // Taken from the layout that it names before this one is read.
    fields.ignore("extends")
    let masters = fields.optional("masters", mastersShape(scale: scale ?? 1), "Pages of other margins and columns, by name.")
    let parts = fields.required("sections", .list(of: part), "What is made, in order, and the master of its pages.")
    guard let name, var page, var margins, let parts else { return nil }
    if let scale {
      page.size = Size(width: page.size.width / scale, height: page.size.height / scale)
      margins = Insets(
        top: margins.top / scale, right: margins.right / scale, bottom: margins.bottom / scale, left: margins.left / scale)
    }
    let measure = page.size.width - margins.left - margins.right
    if measure.points < 36 || (page.size.height - margins.top - margins.bottom).points < 36 {
      fields.findings.add(
        .error("layout.margins", "the margins leave no room for a type area", at: fields.span(of: "margins")))
      return nil
    }
    var layout = Layout(
      name: name, theme: theme ?? FileReference("annual"), page: page.size, margins: margins, columns: columns ?? 12,
      gutter: gutter ?? .pt(12), baseline: baseline ?? .pt(18), head: furniture?.head ?? .pt(45),
      folio: furniture?.folio ?? .pt(30),
      fullFigure: figure?.full ?? Length.pt(198)...Length.pt(288),
      halfFigure: figure?.half ?? Length.pt(162)...Length.pt(252), sections: parts.map(\.section),
      isPixelDesign: page.isPixels)
    layout.textColumns = textColumns ?? 1
    layout.chapterStart = chapterStart ?? .joined
    layout.telling = telling ?? .articles
    layout.mostClaims = mostClaims ?? 12
    for (key, factor) in type ?? [] {
      guard let role = TypeRole(rawValue: key.value) else {
        let near = nearestName(to: key.value, among: TypeRole.allCases.map(\.rawValue))
        fields.findings.add(
          .error("layout.type", "unknown type style “\(key.value)”", at: key.span, hint: near.map { "did you mean “\($0)”?" }))
        continue
      }
      layout.typeScale[role] = factor
    }
    layout.isFacing = isFacing ?? false
    layout.folioPlace = furniture?.place ?? .right
    layout.notes = notes ?? .foot
    layout.bleed = (bleed ?? .zero) / (scale ?? 1)
    layout.hasCropMarks = hasCropMarks ?? false
    layout.isEndless = page.isEndless
    layout.scale = scale ?? 1
    guard layout.isSound(&fields) else { return nil }
    layout.bind(parts, to: masters ?? [], &fields)
    return layout
  }

  /// Why notes cannot stand where they should.
  var noteProblem: String? {
    guard notes == .side else { return nil }
    if isEndless { return "an endless page has no room beside its lines" }
    return noteRoom < Layout.leastNotes ? "the outer margin leaves no room for notes: make it \(leastNoteMargin) pt wide" : nil
  }
  private static let leastNotes = Length.pt(72)
  private var leastNoteMargin: Int { Int((noteGap + .pt(36) + Layout.leastNotes).points.rounded(.up)) }

  /// Whether columns, furniture and figures have room on the page.
  private func isSound(_ fields: inout Fields) -> Bool {
    var problems: [Diagnostic] = []
    if gutter * Double(columns - 1) >= measure {
      problems.append(
        .error("layout.gutter", "\(columns) columns with these gutters are wider than the type area", at: fields.span(of: "gutter")))
    }
    if measure(textColumns: textColumns).points < 100 {
      problems.append(
        .error("layout.text-columns", "\(textColumns) columns leave no room for a line", at: fields.span(of: "text-columns")))
    }
    if telling == .articles, fields.has("claims") {
      problems.append(
        .error(
          "layout.claims", "`claims` counts for `telling: claims` only", at: fields.span(of: "claims"), hint: "leave one of the two out"))
    }
    if baseline > typeArea.height / 4 {
      problems.append(.error("layout.baseline", "the type area holds less than four lines", at: fields.span(of: "baseline")))
    }
    if head >= page.height || folio >= page.height {
      problems.append(.error("layout.furniture", "the furniture stands outside of the page", at: fields.span(of: "furniture")))
    }
    if let problem = noteProblem { problems.append(.error("layout.notes", problem, at: fields.span(of: "notes"))) }
    if isFacing, isEndless {
      problems.append(.error("layout.facing", "an endless page faces no other", at: fields.span(of: "facing")))
    }
    for bounds in [fullFigure, halfFigure] where fields.has("figure") && bounds.lowerBound > typeArea.height {
      problems.append(.error("layout.figure", "a figure is higher than the type area", at: fields.span(of: "figure")))
    }
    if Set(sections).count < sections.count {
      problems.append(.error("layout.sections", "a section stands there twice", at: fields.span(of: "sections")))
    }
    for problem in problems { fields.findings.add(problem) }
    return problems.isEmpty
  }

  private static let size = NodeShape<(size: Size, isPixels: Bool, isEndless: Bool)>.record("PageSize") { fields in
    // PDF pages end at 14,400 points (ISO 32000-1, annex C).
    let width = fields.required("width", .length(in: 72...14_400))
    let height = fields.required("height", .length(in: 72...14_400))
    let isEndless = fields.optional("endless", .bool, "A page ends with its text; `height` is the greatest.")
    guard let width, let height else { return nil }
    let isPixels = fields.node["width"]?.text?.hasSuffix("px") ?? false
    return (Size(width: width, height: height), isPixels, isEndless ?? false)
  }

  private static let insets = NodeShape<Insets>.record("Margins") { fields in
    let top = fields.required("top", .length)
    let right = fields.required("right", .length)
    let bottom = fields.required("bottom", .length)
    let left = fields.required("left", .length)
    guard let top, let right, let bottom, let left else { return nil }
    return Insets(top: top, right: right, bottom: bottom, left: left)
  }

  private static let furniture = NodeShape<(head: Length, folio: Length, place: FolioPlace?)>.record("Furniture") { fields in
    let head = fields.required("head", .length, "Baseline of the running head from the top.")
    let folio = fields.required("folio", .length, "Baseline of the folio from the bottom.")
    let place = fields.optional("folio-at", .choice(FolioPlace.self), "Where the folio stands; `right` when left out.")
    guard let head, let folio else { return nil }
    return (head, folio, place)
  }

  private static let extent = NodeShape<ClosedRange<Length>>.record("FigureHeight") { fields in
    let least = fields.required("least", .length)
    let greatest = fields.required("greatest", .length)
    guard let least, let greatest else { return nil }
    guard least <= greatest else {
      fields.findings.add(.error("layout.figure", "least is more than greatest", at: fields.node.span))
      return nil
    }
    return least...greatest
  }

  private static let figures = NodeShape<(full: ClosedRange<Length>, half: ClosedRange<Length>)>.record("FigureHeights") {
    fields in
    let full = fields.required("full", extent, "Across the page.")
    let half = fields.required("half", extent, "Beside text.")
    guard let full, let half else { return nil }
    return (full, half)
  }
}
