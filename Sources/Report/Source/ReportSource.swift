package import Charts
import Diagnostics
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
  package var layout: String?
  package var theme: String?
  /// Articles and indicator sets that its figures come from, as paths relative to the report.
  package var data: [String]
  package var chapters: [Chapter]
  /// In the order of the text's numbers; set at the foot of the pages that refer to them.
  package var footnotes: [Footnote] = []
  /// Heights of the bars on the cover, from the report's own figures; any unit.
  package var motif: [Double] = []

  package init(title: String, language: Language, chapters: [Chapter] = []) {
    self.title = title
    self.language = language
    self.chapters = chapters
    self.data = []
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
  package struct Chapter: Sendable {
    package var title: String
    package var lead: [Inline]
    package var blocks: [ReportBlock]
    /// Numbered 第1章 …; appendices and the key figures are not.
    package var isNumbered: Bool

    package init(title: String, lead: [Inline] = [], blocks: [ReportBlock] = [], isNumbered: Bool = true) {
      self.title = title
      self.lead = lead
      self.blocks = blocks
      self.isNumbered = isNumbered
    }
  }
}

/// A block of a chapter.
package indirect enum ReportBlock: Sendable {
  /// Level 2 to 4.
  case heading(level: Int, [Inline], anchor: String?)
  case paragraph([Inline])
  /// A short paragraph that stands out, with who said it.
  case quote([Inline], attribution: String?)
  case list(ordered: Bool, [[ReportBlock]])
  case chart(ChartFigure)
  /// Figures side by side, of equal size.
  case chartRow([ChartFigure])
  /// A row of cards.
  case cards([KPI])
  case table(ReportTable)
  /// A tinted panel with a heading of its own.
  case callout(title: String?, [ReportBlock])
  /// Text beside a figure.
  case beside([ReportBlock], ChartFigure)
  /// The sentence of a document that states figures, its numerals marked.
  case sourceEntry(SourceEntry)
  case code(String)
  /// Made from the data when the report is laid out.
  case generated(GeneratedPart)
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
  package var spec: ChartSpec
  package var anchor: String?
  /// As it stood in a report source.
  package var written: Node?
  package init(_ spec: ChartSpec, anchor: String? = nil, written: Node? = nil) {
    self.spec = spec
    self.anchor = anchor
    self.written = written
  }
}

package struct ReportTable: Sendable {
  package enum Alignment: String, Hashable, Sendable { case start, center, end, decimal }
  package struct Row: Sendable {
    package var cells: [[Inline]]
    package var anchor: String?
    package init(_ cells: [[Inline]], anchor: String? = nil) {
      self.cells = cells
      self.anchor = anchor
    }
  }
  package var title: String?
  package var columns: [(title: String, alignment: Alignment)]
  package var rows: [Row]
  package var note: String?
  package var anchor: String?

  package init(title: String?, columns: [(title: String, alignment: Alignment)], rows: [Row], note: String? = nil) {
    self.title = title
    self.columns = columns
    self.rows = rows
    self.note = note
  }
}

package struct SourceEntry: Hashable, Sendable {
  /// As printed: `[12]`.
  package var number: String
  package var sentence: [Inline]
  /// Anchors of the figures that this entry proves.
  package var anchors: [String]
}

/// Running text.
package enum Inline: Hashable, Sendable {
  case text(String)
  case strong(String)
  case emphasis(String)
  case code(String)
  /// A figure or a phrase that leads to an anchor of this document.
  case reference(String, anchor: String)
  case link(String, uri: String)
  /// A numeral on a marked ground.
  case mark(String)
  /// A superscript note mark that leads to an anchor.
  case noteMark(String, anchor: String)
  case lineBreak

  package var text: String {
    switch self {
    case .text(let t), .strong(let t), .emphasis(let t), .code(let t), .mark(let t): t
    case .reference(let t, _), .link(let t, _), .noteMark(let t, _): t
    case .lineBreak: "\n"
    }
  }
}
