import Assets
import Dataflow
import Diagnostics
import Fonts
import Geometry
import Grammar
import Graphics
import Report
import Scene
import StructuredData
import Typesetting

extension Workshop {
  /// Names of the looks of charts that ship with the project: files of `layouts/charts`.
  public var chartThemeNames: [String] {
    assets.files(in: assets.layouts + "/charts", suffix: ".yaml").map { String(fileName($0).dropLast(5)) }
  }

  /// The configuration that is a chart's theme; nil when `name` is a theme of pages.
  func chartTheme(_ name: String) throws(Diagnostics) -> Config? {
    var path = name
    if !name.contains("/"), !name.hasSuffix(".yaml"), !name.hasSuffix(".yml"), !name.hasSuffix(".json") {
      guard chartThemeNames.contains(name) else { return nil }
      path = assets.layouts + "/charts/" + name + ".yaml"
    }
    let text = try Diagnostics.several { () throws(Diagnostic) in try files.text(path) }
    let node = path.hasSuffix(".json") ? try parseJSON(text, document: path) : try parseYAML(text, document: path)
    // A theme of pages has type styles by role.
    if node["styles"] != nil { return nil }
    var findings = Findings()
    let config = Config.read(node, &findings)
    if findings.hasErrors { throw Diagnostics(findings.all) }
    return config
  }

  /// Compiles and draws a spec in Vega-Lite's words.
  func vegaLiteChart(
    _ node: Node, at path: String, theme: Config, size: Size?, options: RenderOptions
  ) throws(Diagnostics) -> Warned<PagedDocument> {
    let source = try readSpec(node)
    let language = options.language ?? .simplifiedChinese
    let folder = try Diagnostics.several { () throws(Diagnostic) in
      try ReportFolder(ofReport: path, allowing: options.allowed, files: files)
    }
    let setting = ChartSetting(
      theme: theme, typesetter: Typesetter(fonts: fonts), language: language, size: size,
      picture: { url, span throws(Diagnostic) in
        let file = try folder.path(of: FileReference(url, at: span), limit: ReportFolder.pictureLimit)
        return try loadPicture(files.bytes(file.path), named: file.path)
      }
    ) { url, span throws(Diagnostic) in
      if let scheme = url.firstRange(of: "://") {
        throw .error(
          "data.url", "“\(url)” is not fetched: only files are read", at: span,
          hint: url[..<scheme.lowerBound] == "file" ? "write the path without file://" : "save the data beside the spec")
      }
      do throws(Diagnostic) { return try files.text(resolve(url, besides: path)) } catch {
        var problem = error
        problem.span = span
        problem.message = "“\(url)”: \(error.message)"
        throw problem
      }
    }
    let built: Warned<BuiltChart>
    do throws(Diagnostics) { built = try BuiltChart.compile(source.value, in: setting) } catch {
      throw Diagnostics(source.diagnostics + error.all)
    }
    let frame = built.value.draw(isTransparent: options.isTransparent)
    var whole = Frame(size: frame.size)
    whole.group(frame, at: .zero, role: .figure, tag: StructureTag(id: 1, .figure), alt: built.value.description ?? built.value.title)
    let author = source.value.source.joined(separator: " ")
    let info = DocumentInfo(
      title: built.value.title, author: author.isEmpty ? nil : author, language: language, date: options.date)
    let document = PagedDocument(
      info: info, pages: [Page(number: 1, label: "1", frame: whole, isPixelDesign: true)], fonts: fonts.resources,
      images: built.value.images)
    let notes = built.value.explanation.map { Diagnostic.note("chart.explain", $0) }
    return Warned(document, source.diagnostics + built.diagnostics + notes)
  }
}

/// The marks of the house that the first drawing engine draws.
private let houseMarks: Set<String> = ["kpi", "ring", "share", "ranking", "dumbbell", "change", "timeline"]

/// Whether a mark of the house, or figures of an article, stand anywhere in a spec.
func hasHouseMarks(_ node: Node) -> Bool {
  if let mark = node["mark"], let type = mark.string ?? mark["type"]?.string, houseMarks.contains(type) { return true }
  if node["data"]?["indicators"] != nil { return true }
  return ["layer", "concat", "hconcat", "vconcat"].contains { key in node[key]?.sequence?.contains(where: hasHouseMarks) ?? false }
    || node["spec"].map(hasHouseMarks) ?? false
}
