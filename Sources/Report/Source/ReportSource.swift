import Diagnostics
package import Geometry
package import Scene
package import StructuredData

/// A report before it is laid out: what an editor writes as `.report.md`, and what the planner writes from articles.
package struct ReportSource: Sendable {
  package var title: String
  package var subtitle: String?
  package var issuer: String?
  /// As printed: `2023年4月`.
  package var date: String?
  package var language: Language
  /// A name or a file.
  package var layout: FileReference?
  package var theme: FileReference?
  /// Articles and indicator sets that its figures come from.
  package var data: [FileReference]
  /// Correction files for these figures.
  package var corrections: [FileReference]
  package var chapters: [Chapter]
  /// In the order of the text's numbers; set at the foot of the pages that refer to them.
  package var footnotes: [Footnote] = []
  /// Heights of the bars on the cover, in any unit; nil: from the report's own figures.
  package var motif: [Double]?

  package init(title: String, language: Language, chapters: [Chapter] = []) {
    self.title = title
    self.language = language
    self.chapters = chapters
    self.data = []
    corrections = []
  }

  /// A note, named by the anchor that ``Inline/noteMark(_:anchor:)`` leads to.
  package struct Footnote: Hashable, Sendable {
    package var anchor: String
    package var text: [Inline]
    package init(anchor: String, text: [Inline]) {
      self.anchor = anchor
      self.text = text
    }
  }

  /// A level-1 heading and what stands below it.
  package struct Chapter: Hashable, Sendable {
    package var title: String
    /// What the layout's `sections` call it.
    package var section: Layout.Section = .chapters
    package var anchor: String?
    package var lead: [Inline]
    package var blocks: [ReportBlock]
    /// Numbered 第1章 …; appendices and the key figures are not.
    package var isNumbered: Bool
    /// A name of `icons/`, drawn beside its number.
    package var pictogram: String?

    package init(title: String, lead: [Inline] = [], blocks: [ReportBlock] = [], isNumbered: Bool = true) {
      self.title = title
      self.lead = lead
      self.blocks = blocks
      self.isNumbered = isNumbered
    }
  }
}

/// A block of a chapter.
package indirect enum ReportBlock: Hashable, Sendable {
  /// Level 2 to 6.
  case heading(level: Int, [Inline], anchor: String?)
  case paragraph([Inline])
  /// What stands out, with who said it.
  case quote([ReportBlock], attribution: String?)
  case list(ReportList)
  case chart(ChartFigure)
  /// Figures side by side, of equal size.
  case chartRow([ChartFigure])
  /// A row of cards.
  case cards([Card])
  /// Cells side by side on the grid of twelve.
  case row(InfographicRow)
  case table(ReportTable)
  case picture(ReportPicture)
  /// A tinted panel with a heading of its own.
  case callout(title: String?, [ReportBlock])
  /// Text beside a figure.
  case beside([ReportBlock], ChartFigure)
  /// Text with cards at its side, below each other.
  case marginal([ReportBlock], [Card])
  /// The sentence of a document that states figures, its numerals marked.
  case sourceEntry(SourceEntry)
  /// - Parameter language: what stands behind the fence.
  case code(String, language: String)
  /// A change of subject without a heading.
  case rule
  /// Made from the data when the report is laid out.
  case generated(GeneratedPart)
}

package struct ReportList: Hashable, Sendable {
  /// The first number; nil for bullets.
  package var start: Int?
  /// No space between the items.
  package var isTight: Bool
  package var items: [Item]

  package struct Item: Hashable, Sendable {
    package var blocks: [ReportBlock]
    /// The box of a task; nil for an ordinary item.
    package var isChecked: Bool?
    package init(_ blocks: [ReportBlock], isChecked: Bool? = nil) {
      self.blocks = blocks
      self.isChecked = isChecked
    }
  }

  package init(_ items: [Item], start: Int? = nil, isTight: Bool = true) {
    self.items = items
    self.start = start
    self.isTight = isTight
  }
}

/// A picture with what those are told who do not see it.
package struct ReportPicture: Hashable, Sendable {
  /// As the report names the file.
  package var path: String
  package var alt: String
  package var title: String?
  package var anchor: String?
  package var image: ImageResource
  /// How large it is by itself.
  package var size: Size
}

/// What a report shows of its data as a whole; the name of a fenced block.
package enum GeneratedPart: String, Hashable, Sendable, CaseIterable {
  /// The table of all figures.
  case dataTable = "data-table"
  /// The sentences that state them.
  case sources
  case derived
  case checks
}

/// A chart with the name that references use.
package struct ChartFigure: Sendable {
  /// The spec, without the keys of the report.
  package var spec: Node
  package var anchor: String?
  /// As it stood in a report source.
  package var written: Node?

  package init(_ spec: FigureSpec, anchor: String? = nil) {
    self.init(spec.node, anchor: anchor)
  }
  package init(_ spec: Node, anchor: String? = nil, written: Node? = nil) {
    self.spec = spec
    self.anchor = anchor
    self.written = written
  }

  /// The headline.
  package var title: String? { Self.line(spec["title"]?["text"] ?? spec["title"]) }
  /// What is measured where and when.
  var subtitle: String? { Self.line(spec["title"]?["subtitle"]) }
  /// Whether its rows stand below each other.
  var isHorizontal: Bool { spec["mark"]?["orient"]?.string == "horizontal" || ["lollipop", "ranking", "dumbbell"].contains(mark) }
  /// Plots beside each other whose rows have names.
  var hasWidePanels: Bool { spec["facet"] != nil && spec["spec"]?["mark"]?["orient"]?.string == "horizontal" }
  var mark: String? { spec["mark"]?.string ?? spec["mark"]?["type"]?.string }

  private static func line(_ node: Node?) -> String? {
    node?.sequence.map { $0.compactMap(\.text).joined(separator: " ") } ?? node?.string
  }
}

/// Two of one spec at different places of a report are two: what is found wrong names the place.
extension ChartFigure: Hashable {
  package static func == (a: ChartFigure, b: ChartFigure) -> Bool {
    a.anchor == b.anchor && a.place == b.place && a.spec == b.spec && a.written == b.written
  }
  package func hash(into hasher: inout Hasher) {
    hasher.combine(anchor)
    hasher.combine(spec)
  }
  private var place: SourceSpan.Position? { written?.span.start }
}

package struct ReportTable: Hashable, Sendable {
  package enum Alignment: String, Hashable, Sendable { case start, center, end, decimal }
  package struct Column: Hashable, Sendable {
    package var head: [Inline]
    package var alignment: Alignment
  }
  package struct Row: Hashable, Sendable {
    package var cells: [[Inline]]
    package var anchor: String?
    package init(_ cells: [[Inline]], anchor: String? = nil) {
      self.cells = cells
      self.anchor = anchor
    }
  }
  package var title: String?
  package var columns: [Column]
  package var rows: [Row]
  package var note: [Inline]?
  package var anchor: String?

  package init(title: String?, columns: [Column], rows: [Row]) {
    self.title = title
    self.columns = columns
    self.rows = rows
  }

  package init(title: String?, columns: [(title: String, alignment: Alignment)], rows: [Row]) {
    self.init(
      title: title, columns: columns.map { Column(head: [.text($0.title)], alignment: $0.alignment) }, rows: rows)
  }
}

package struct SourceEntry: Hashable, Sendable {
  /// As printed: `[12]`.
  package var number: String
  package var sentence: [Inline]
  /// Anchors of the figures that this entry proves.
  package var anchors: [String]
}

/// Running text, as a tree.
package indirect enum Inline: Hashable, Sendable {
  case text(String)
  case strong([Inline])
  case emphasis([Inline])
  case strikethrough([Inline])
  case superscript([Inline])
  case subscripted([Inline])
  case code(String)
  /// A figure or a phrase that leads to an anchor of this document; without text it prints the label that stands there.
  case reference([Inline], anchor: String)
  case link([Inline], uri: String)
  /// A numeral on a marked ground.
  case mark(String)
  /// A superscript note mark that leads to an anchor.
  case noteMark(String, anchor: String)
  case lineBreak

  /// What is read out, note marks left out.
  package var text: String {
    switch self {
    case .text(let text), .code(let text), .mark(let text): text
    case .strong(let inner), .emphasis(let inner), .strikethrough(let inner), .superscript(let inner), .subscripted(let inner),
      .reference(let inner, _), .link(let inner, _):
      inner.text
    case .noteMark: ""
    case .lineBreak: "\n"
    }
  }

  /// This inline and all within it, in reading order.
  var all: [Inline] {
    switch self {
    case .strong(let inner), .emphasis(let inner), .strikethrough(let inner), .superscript(let inner), .subscripted(let inner),
      .reference(let inner, _), .link(let inner, _):
      [self] + inner.flatMap(\.all)
    case .text, .code, .mark, .noteMark, .lineBreak: [self]
    }
  }
}

extension [Inline] {
  package var text: String { map(\.text).joined() }
}
