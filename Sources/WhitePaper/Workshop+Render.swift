import CairoExport
import Charts
public import Diagnostics
import Fonts
import Geometry
import Indicators
import Report
public import Scene
import SVGExport
import StructuredData
import Typesetting

/// How a report is rendered.
public struct RenderOptions: Sendable {
  /// A name of ``Workshop/layoutNames`` or a file; nil: what the report asks for, else `annual`.
  public var layout: String?
  public var theme: String?
  /// nil: the report's own, else Simplified Chinese.
  public var language: Language?
  /// Sheets to keep, counted from 1; nil: all.
  public var pages: ClosedRange<Int>?
  /// Resolution of PNG pages that are designed in millimetres.
  public var dpi: Double = 144
  /// Pixels of PNG for one pixel of a design in pixels.
  public var scale: Double = 1
  /// `a-3a`, `a-2a` or `none`.
  public var pdfStandard: String = "none"
  /// Correction files for the figures of the inputs.
  public var corrections: [String] = []
  /// Seconds since 1970 for the file's dates; nil: the day of the newest article; without one, none is written.
  public var date: Int?

  public init() {}
}

/// A file format of pages.
public enum PageFormat: String, Hashable, Sendable, CaseIterable {
  case pdf, png, svg
  case scene = "scene.json"
  case report = "report.md"

  /// By the suffix of a path; nil for another suffix.
  public init?(path: String) {
    let name = path.lowercased()
    guard let format = PageFormat.allCases.first(where: { name.hasSuffix("." + $0.rawValue) }) else { return nil }
    self = format
  }
}

extension Workshop {
  /// Makes a report of articles and indicator sets, or of one `.report.md`.
  public func render(_ paths: [String], options: RenderOptions = RenderOptions()) throws(Diagnostics)
    -> Warned<PagedDocument>
  {
    let source = try reportSource(paths, options: options)
    let layout = try self.layout(options.layout ?? source.value.report.layout ?? "annual")
    let theme = try self.theme(options.theme ?? source.value.report.theme ?? layout.theme)
    var report = source.value.report
    if let language = options.language { report.language = language }
    let styles = try Styles(theme, fonts: fonts, language: report.language)
    let context = chartContext(theme: theme, styles: styles, evidence: source.value.evidence, folder: paths.first ?? ".")
    let date = options.date ?? source.value.evidence.day
    var document: Warned<PagedDocument>
    if layout.sections == [.card] {
      document = try card(source.value.evidence, layout: layout, context: context, date: date)
    } else {
      document = assemble(
        expanded(report, evidence: source.value.evidence), layout: layout, styles: styles, charts: context, fonts: fonts.resources,
        date: date)
    }
    if let pages = options.pages {
      let kept = document.value.pages.filter { pages.contains($0.number) }
      guard !kept.isEmpty else {
        throw Diagnostics(
          .error(
            "pages.none", "pages \(pages.lowerBound)–\(pages.upperBound) do not exist",
            hint: "the report has \(document.value.pages.count) pages"))
      }
      document.value = document.value.keeping(kept)
    }
    return Warned(document.value, source.diagnostics + document.diagnostics)
  }

  /// The report as editable text: what the planner decided, in Markdown.
  public func reportText(_ paths: [String], options: RenderOptions = RenderOptions()) throws(Diagnostics) -> Warned<String> {
    try reportSource(paths, options: options).map { $0.report.markdown() }
  }

  struct PlannedReport {
    var report: ReportSource
    var evidence: Evidence
  }

  private func reportSource(_ paths: [String], options: RenderOptions) throws(Diagnostics) -> Warned<PlannedReport> {
    guard !paths.isEmpty else { throw Diagnostics(.error("input.none", "no input was given")) }
    if let path = paths.first(where: { $0.hasSuffix(".report.md") || $0.hasSuffix(".report.markdown") }) {
      return try editedReport(path, others: paths.filter { $0 != path }, options: options)
    }
    conceptFiles.readAhead()
    let reading = try read(paths, corrections: options.corrections)
    let language = options.language ?? .simplifiedChinese
    let evidence = Evidence(
      articles: reading.value.articles, set: reading.value.set, concepts: try concepts,
      language: FigureLanguage(tag: language.rawValue))
    guard !evidence.set.observations.isEmpty else {
      throw Diagnostics(.error("figures.none", "no figures were found in the inputs"))
    }
    let report = planAnnual(evidence, language: language)
    return Warned(PlannedReport(report: report, evidence: evidence), located(reading.diagnostics, in: reading.value.articles))
  }

  private func editedReport(_ path: String, others: [String], options: RenderOptions) throws(Diagnostics)
    -> Warned<PlannedReport>
  {
    let text = try Diagnostics.several { () throws(Diagnostic) in try readText(path) }
    let front = try reportFrontMatter(text, document: path)
    let data = front.data.map { resolve($0, besides: path) } + others
    if !data.isEmpty { conceptFiles.readAhead() }
    let reading = data.isEmpty ? Warned(Reading()) : try read(data, corrections: options.corrections)
    let evidence = Evidence(
      articles: reading.value.articles, set: reading.value.set, concepts: data.isEmpty ? ConceptBook() : try concepts,
      language: FigureLanguage(tag: (options.language ?? front.language).rawValue))
    let report = try readReport(text, document: path, evidence: evidence)
    return Warned(
      PlannedReport(report: report.value, evidence: evidence),
      located(reading.diagnostics, in: reading.value.articles) + report.diagnostics)
  }

  func chartContext(theme: Theme, styles: Styles, evidence: Evidence, folder: String) -> ChartContext {
    ChartContext(
      typesetter: styles.typesetter, theme: nil, language: styles.language, indicators: evidence.set
    ) { url throws(Diagnostic) in
      try loadRows(resolve(url, besides: folder))
    }
  }

  /// The weightiest chart of the figures on a card.
  private func card(_ evidence: Evidence, layout: Layout, context: ChartContext, date: Int?) throws(Diagnostics)
    -> Warned<PagedDocument>
  {
    guard let spec = planCard(evidence, language: context.language) else {
      throw Diagnostics(.error("card.none", "none of the figures makes a chart", hint: "write a chart spec and use `chart`"))
    }
    return drawPage(spec, size: layout.page, context: context, date: date)
  }

  /// One chart as a document of one page.
  func drawPage(_ spec: ChartSpec, size: Size, context: ChartContext, date: Int?) -> Warned<PagedDocument> {
    let chart = drawChart(spec, size: size, context: context)
    var frame = Frame(size: size)
    frame.place(
      .shape(Shape(.rect(size, radius: .zero), fill: .white)), at: .zero, role: .background)
    frame.group(
      chart.value, at: .zero, role: .figure, tag: StructureTag(id: 1, .figure), alt: altText(spec, context: context))
    let info = DocumentInfo(title: spec.title?.text ?? "", language: context.language, date: date)
    let page = Page(number: 1, label: "1", frame: frame, isPixelDesign: true)
    return Warned(PagedDocument(info: info, pages: [page], fonts: fonts.resources), chart.diagnostics)
  }
}

extension PagedDocument {
  /// Only these pages; what leads to others goes.
  fileprivate func keeping(_ pages: [Page]) -> PagedDocument {
    var copy = self
    let anchors = Set(pages.flatMap { $0.frame.anchors })
    copy.outline = outline.filter { anchors.contains($0.anchor) }
    copy.pages = pages.map { page in
      var page = page
      page.frame = page.frame.keepingLinks(to: anchors)
      return page
    }
    return copy
  }
}

extension Frame {
  fileprivate var anchors: [String] {
    items.flatMap { placed -> [String] in
      switch placed.item {
      case .anchor(let name): [name]
      case .group(let group): group.frame.anchors
      default: []
      }
    }
  }

  fileprivate func keepingLinks(to anchors: Set<String>) -> Frame {
    var copy = Frame(size: size, baseline: baseline)
    for placed in items {
      switch placed.item {
      case .link(.anchor(let name), _) where !anchors.contains(name): continue
      case .group(var group):
        group.frame = group.frame.keepingLinks(to: anchors)
        copy.place(.group(group), at: placed.origin, role: placed.role)
      default: copy.place(placed.item, at: placed.origin, role: placed.role)
      }
    }
    return copy
  }
}

/// Rows of a data file that a chart names.
func loadRows(_ path: String) throws(Diagnostic) -> Node {
  let text = try readText(path)
  do throws(Diagnostics) {
    if path.hasSuffix(".csv") || path.hasSuffix(".tsv") { return try parseCSV(text, document: path) }
    if path.hasSuffix(".yaml") || path.hasSuffix(".yml") { return try parseYAML(text, document: path) }
    return try parseJSON(text, document: path)
  } catch {
    throw error.all.first ?? .error("data.unreadable", "the data cannot be read", at: SourceSpan(document: path))
  }
}
