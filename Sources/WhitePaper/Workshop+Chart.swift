import CairoExport
import Charts
import Dataflow
public import Diagnostics
import Fonts
public import Geometry
import Grammar
import Indicators
import Lingua
import Report
public import Scene
import StructuredData
import Typesetting

extension Workshop {
  /// Draws a chart spec (YAML or JSON) at `size` pixels; nil: the spec's own size, else 1200 × 675.
  ///
  /// The document carries its spec and what it draws, where the options ask for evidence.
  public func chart(_ path: String, size: Size? = nil, options: RenderOptions = RenderOptions()) throws(Diagnostics)
    -> Warned<PagedDocument>
  {
    let text = try Diagnostics.several { () throws(Diagnostic) in try files.text(path) }
    var drawn = try chart(of: text, at: path, size: size, options: options)
    if options.carriesEvidence {
      let name = path == "-" ? "chart.yaml" : fileName(path)
      drawn.value.attachments = chartAttachments(
        spec: Attachment(
          name: name, bytes: Array(text.utf8),
          mediaType: name.hasSuffix(".json") ? "application/json" : "application/yaml",
          description: "The spec that the chart was drawn from", relationship: .source),
        of: drawn.value)
    }
    return drawn
  }

  private func chart(of text: String, at path: String, size: Size?, options: RenderOptions) throws(Diagnostics)
    -> Warned<PagedDocument>
  {
    let node = path.hasSuffix(".json") ? try parseJSON(text, document: path) : try parseYAML(text, document: path)
    let language = options.language ?? Self.language(ofWordsIn: node)
    let source = try readSpec(try withFacts(node, at: path, language: language))
    let folder = try Diagnostics.several { () throws(Diagnostic) in
      try ReportFolder(ofReport: path, allowing: options.allowed, isOfChart: true, files: files)
    }
    var typesetter = Typesetter(fonts: fonts)
    // Read when the first label has to be parted; without its file labels are parted anywhere.
    typesetter.words = { [languageFiles] text in
      do { return try languageFiles.lexicon().words(in: text, range: 0..<text.count).map(\.range) } catch { return [] }
    }
    var setting = ChartSetting(
      theme: try look(options.theme, size: size, language: language), typesetter: typesetter, language: language,
      size: size.map { .fixed($0) } ?? .own,
      picture: { url, span throws(Diagnostic) in
        let file = try folder.path(of: FileReference(url, at: span), limit: ReportFolder.pictureLimit)
        return try loadPicture(files.bytes(file.path), named: file.path).map(\.image)
      },
      fetch: { url, span throws(Diagnostic) in try data(url, at: span, besides: path) })
    setting.givesTables = options.carriesEvidence
    setting.explains = options.explains
    let built: Warned<BuiltChart>
    do throws(Diagnostics) { built = try BuiltChart.compile(source.value, in: setting) } catch {
      throw Diagnostics(source.diagnostics + error.all)
    }
    let author = source.value.source.joined(separator: " ")
    var document = document(
      of: built.value, source: author.isEmpty ? nil : author, language: language, date: options.date,
      isTransparent: options.isTransparent)
    document.attachments = dataAttachments([
      FigureData(label: nil, title: built.value.title, tables: built.value.tables, unit: built.value.unit, language: language)
    ])
    let lost = built.value.linkedPlaces.map { name in
      Diagnostic.warning(
        "chart.href", "“#\(name)” is a place of a document; a chart by itself has none",
        hint: "give an address, or set the chart in a report")
    }
    let notes = !options.explains ? [] : built.value.explanation.map { Diagnostic.note("chart.explain", $0) }
    return Warned(document, source.diagnostics + built.diagnostics + lost + notes)
  }

  /// The language in which a chart writes its own words, by those of its author: English where none of them is Chinese.
  private static func language(ofWordsIn spec: Node) -> Language {
    func words(_ node: Node?) -> [String] {
      guard let node else { return [] }
      return [node.string].compactMap(\.self) + (node.sequence ?? []).flatMap { words($0) } + words(node["text"]) + words(node["subtitle"])
    }
    let scalars = ["title", "source", "note"].flatMap { words(spec[$0]) }.joined().unicodeScalars
    let isChinese = scalars.contains { $0.properties.isIdeographic }
    return isChinese || !scalars.contains { $0.properties.isAlphabetic } ? .simplifiedChinese : .english
  }

  /// The spec with the figures of the article or fact set that its `data` names.
  private func withFacts(_ spec: Node, at path: String, language: Language) throws(Diagnostics) -> Node {
    guard let data = try IndicatorData(of: spec) else { return spec }
    guard let file = data.file else {
      throw Diagnostics(
        .error(
          "chart.data", "no facts were given to the chart", at: spec["data"]?.span ?? spec.span,
          hint: "name an article or a fact set: data: {indicators: a.txt}"))
    }
    conceptFiles.readAhead()
    let found = resolve(file, besides: path)
    try Diagnostics.several { () throws(Diagnostic) in
      try files.checkData(found, named: file, at: spec["data"]?.span ?? spec.span)
    }
    let reading = try read([found])
    let evidence = Evidence(
      articles: reading.value.articles, set: reading.value.set, concepts: try concepts,
      language: FigureLanguage(tag: language.rawValue))
    let words = HeadlineContext(language: language, concepts: evidence.concepts, set: evidence.facts, names: evidence.partNames)
    return try Diagnostics.several { () throws(Diagnostic) in
      do throws(Diagnostic) { return try data.filled(spec, with: evidence.indicators, context: words) } catch {
        var problem = error
        problem.span = problem.span ?? spec["data"]?.span
        throw problem
      }
    }
  }

  /// One chart as a document of one page.
  func document(
    of chart: BuiltChart, source: String?, language: Language, date: Int?, isTransparent: Bool = false
  ) -> PagedDocument {
    let drawn = chart.draw(isTransparent: isTransparent).leading(to: [], unprinted: SourceNumbers.isAnchor).frame
    var whole = Frame(size: drawn.size)
    whole.group(drawn, at: .zero, role: .figure, tag: StructureTag(id: 1, .figure), alt: chart.description)
    let info = DocumentInfo(title: chart.name, author: source, subject: chart.description, language: language, date: date)
    return PagedDocument(
      info: info, pages: [Page(number: 1, label: "1", frame: whole, isPixelDesign: true)], fonts: fonts.resources,
      images: chart.images)
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
}
