import Assets
import Diagnostics
import Geometry
import Grammar
import Report
import Scene
import StructuredData

/// Looks of charts: files of `layouts/charts`, files of the user, and themes of pages, whose colours and faces count in the look
/// of the house.
extension Workshop {
  /// Names of the looks that ship with the project.
  public var chartThemeNames: [String] {
    assets.files(in: assets.layouts + "/charts", suffix: ".yaml").map { String(fileName($0).dropLast(5)) }
  }

  /// The house's look for a picture of a size.
  func lookName(for size: Size) -> String { size.height >= size.width * 0.9 ? "square" : "annual" }

  /// A look that ships with the project.
  ///
  /// - Parameter values: what a theme of pages says of colours, faces and sizes.
  func shippedLook(_ name: String, values: [String: Node] = [:]) throws(Diagnostics) -> Config {
    func read() throws(Diagnostics) -> Config {
      try readLook(try lookNode(name), values: values) { name, span throws(Diagnostics) in
        try lookNode(try known(name, at: span))
      }
    }
    // A session watches the files and reads them again.
    return values.isEmpty && files.areOfMachine ? try lookFiles.look(name, read: read) : try read()
  }

  /// The look that `--theme` asks for; nil: the house's.
  func look(_ theme: String?, size: Size?, language: Language) throws(Diagnostics) -> Config {
    let house = size.map(lookName(for:)) ?? "annual"
    guard let theme, theme != "annual" else { return try shippedLook(house) }
    let isFile = theme.contains("/") || theme.hasSuffix(".yaml") || theme.hasSuffix(".yml") || theme.hasSuffix(".json")
    if !isFile, chartThemeNames.contains(theme) { return try shippedLook(theme) }
    if isFile {
      let text = try Diagnostics.several { () throws(Diagnostic) in try files.text(theme) }
      let node = theme.hasSuffix(".json") ? try parseJSON(text, document: theme) : try parseYAML(text, document: theme)
      if !node.isPageTheme {
        return try readLook(node) { name, span throws(Diagnostics) in try lookNode(try known(name, at: span)) }
      }
    }
    let pages = try self.theme(theme)
    // Its faces must be at hand.
    _ = try Styles(pages, fonts: fonts, language: language)
    return try shippedLook(house, values: pages.lookValues)
  }

  private func lookNode(_ name: String) throws(Diagnostics) -> Node {
    let path = assets.layouts + "/charts/" + name + ".yaml"
    let text = try Diagnostics.several { () throws(Diagnostic) in try files.text(path) }
    return try parseYAML(text, document: path)
  }

  private func known(_ name: String, at span: SourceSpan) throws(Diagnostics) -> String {
    if chartThemeNames.contains(name) { return name }
    throw Diagnostics(
      .error(
        "look.unknown", "there is no look “\(name)”", at: span,
        hint: nearestName(to: name, among: chartThemeNames).map { "did you mean “\($0)”?" }
          ?? "one of \(chartThemeNames.joined(separator: ", "))"))
  }
}

extension Workshop {
  /// The text of a file that a spec names.
  ///
  /// - Parameter file: the spec.
  func data(_ url: String, at span: SourceSpan, besides file: String) throws(Diagnostic) -> String {
    if let scheme = url.firstRange(of: "://") {
      throw .error(
        "data.url", "“\(url)” is not fetched: only files are read", at: span,
        hint: url[..<scheme.lowerBound] == "file" ? "write the path without file://" : "save the data beside the spec")
    }
    let path = resolve(url, besides: file)
    try files.checkData(path, named: url, at: span)
    do throws(Diagnostic) { return try files.text(path) } catch {
      var problem = error
      problem.span = span
      problem.message = "“\(url)”: \(error.message)"
      throw problem
    }
  }
}

extension Node {
  /// Whether a file is a theme of pages: it names type styles, colours or faces.
  fileprivate var isPageTheme: Bool { ["styles", "colors", "fonts"].contains { self[$0] != nil } }
}
