import CairoExport
import Charts
public import Diagnostics
import Fonts
public import Geometry
import Indicators
import Report
public import Scene
import StructuredData
import Typesetting

extension Workshop {
  /// Draws a chart spec (YAML or JSON) at `size` pixels; nil: the spec's own size, else 1200 × 675.
  ///
  /// For PDF/A-3 the spec is attached to the document.
  public func chart(_ path: String, size: Size? = nil, options: RenderOptions = RenderOptions()) throws(Diagnostics)
    -> Warned<PagedDocument>
  {
    let text = try Diagnostics.several { () throws(Diagnostic) in try files.text(path) }
    var drawn = try chart(of: text, at: path, size: size, options: options)
    if options.pdfStandard == PDFStandard.a3a.rawValue {
      let name = path == "-" ? "chart.yaml" : fileName(path)
      drawn.value.attachments = [
        Attachment(
          name: name, bytes: Array(text.utf8),
          mediaType: name.hasSuffix(".json") ? "application/json" : "application/yaml",
          description: "The spec that the chart was drawn from", relationship: .source)
      ]
    }
    return drawn
  }

  private func chart(of text: String, at path: String, size: Size?, options: RenderOptions) throws(Diagnostics)
    -> Warned<PagedDocument>
  {
    let node = path.hasSuffix(".json") ? try parseJSON(text, document: path) : try parseYAML(text, document: path)
    if !hasHouseMarks(node), let theme = try chartTheme(options.theme ?? "annual") {
      return try vegaLiteChart(node, at: path, theme: theme, size: size, options: options)
    }
    var spec = try ChartSpec(node: node)
    let language = options.language ?? .simplifiedChinese
    let theme = try self.theme(options.theme ?? "annual")
    let styles = try Styles(theme, fonts: fonts, language: language)
    let figureLanguage = FigureLanguage(tag: language.rawValue)
    var evidence = Evidence(articles: [], set: .init(), concepts: ConceptBook(), language: figureLanguage)
    if case .indicators(let file?, _, _, _)? = spec.data {
      conceptFiles.readAhead()
      let reading = try read([resolve(file, besides: path)])
      evidence = Evidence(
        articles: reading.value.articles, set: reading.value.set, concepts: try concepts, language: figureLanguage)
      let words = FindingContext(language: language, concepts: evidence.concepts, set: evidence.set)
      let named = spec
      spec = try Diagnostics.several { () throws(Diagnostic) in
        try named.filled(with: evidence.indicators, context: words)
      }
    }
    let context = chartContext(theme: theme, styles: styles, evidence: evidence, folder: path)
    return drawPage(spec, size: size ?? spec.pixels ?? Size(1200, 675), context: context, date: options.date)
  }

  /// Reads `1200x675`.
  ///
  /// - Throws: `size.invalid` for anything else, and for sides under 100 or over 10,000.
  public static func size(_ text: String) throws(Diagnostic) -> Size {
    let parts = text.lowercased().split(separator: "x", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 2, let width = parts[0], let height = parts[1], (100...10_000).contains(width),
      (100...10_000).contains(height)
    else {
      throw .error("size.invalid", "“\(text)” is no size", hint: "write it as 1200x675, from 100 to 10000 a side")
    }
    return Size(Double(width), Double(height))
  }

  /// Reads `3` and `2-5`: sheets counted from 1.
  ///
  /// - Throws: `pages.invalid`.
  public static func pages(_ text: String) throws(Diagnostic) -> ClosedRange<Int> {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
    if parts.count == 1, let one = parts[0], one >= 1 { return one...one }
    if parts.count == 2, let first = parts[0], let last = parts[1], first >= 1, last >= first { return first...last }
    throw .error("pages.invalid", "“\(text)” is no page range", hint: "write it as 3 or 2-5; sheets count from 1")
  }
}
