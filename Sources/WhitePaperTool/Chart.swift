import AllCores
import ArgumentParser
import Diagnostics
import Geometry
import Scene
import WhitePaper

struct Chart: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "chart", _superCommandName: "whitepaper",
    abstract: "Draws chart specs (Vega-Lite's words, in YAML or JSON).",
    discussion: "With several specs the output is a folder, and each chart is named after its spec.")

  @Argument(help: "Chart specs; - is standard input.") var specs: [String]
  @Option(name: .shortAndLong, help: "A file (.png .pdf .svg .scene.json), or a folder ending in /.") var output: String
  @Option(help: "Width and height in pixels, such as 1200x675.") var size: String?
  @Option(help: "Pixels of PNG for one pixel of the design; 1 when left out.") var scale: Double?
  @Option(help: "png, pdf, svg or scene.json, whatever the suffix.") var format: String?
  @Option(name: .customLong("pdf-standard"), help: "a-3a (what is meant when left out), a-2a (without the spec inside) or none.")
  var pdfStandard: String?
  @Flag(help: "Leave out of PDF and PNG what `whitepaper verify` compares: sources, figures, manifest.") var noEvidence = false
  @Flag(help: "Leave the background out.") var transparent = false
  @Flag(help: "Print what each pass made of the spec.") var explain = false
  @OptionGroup var drawing: DrawingOptions
  @OptionGroup var writing: WritingOptions
  @OptionGroup var common: CommonOptions

  func validate() throws {
    if let scale, !(scale > 0 && scale <= 16) { throw ValidationError("--scale lies between 0 and 16") }
    guard specs.count == 1 || output.hasSuffix("/") else {
      throw ValidationError("with several specs the output is a folder: end it in /")
    }
    _ = try (drawing.language(), designSize(), usage { () throws(Diagnostic) in try pdfStandard.map(Workshop.checkStandard) })
    _ = try pageFormat()
  }

  /// For a chart in the house's look.
  static let ahead = WorkshopAhead { $0.prepareCharts() }

  private func unheeded() throws -> [Diagnostic] {
    let given: [(PageFormat.Option, Bool)] = [(.scale, scale != nil), (.pdfStandard, pdfStandard != nil), (.noEvidence, noEvidence)]
    return try warnings(unheeded: given.filter(\.1).map(\.0), in: pageFormat())
  }

  private var toFolder: Bool { output.hasSuffix("/") }
  private func pageFormat() throws -> PageFormat {
    try usage { () throws(Diagnostic) in try PageFormat(of: toFolder ? "chart.png" : output, named: format) }
  }
  private func designSize() throws -> Size? {
    try usage { () throws(Diagnostic) in try size.map { text throws(Diagnostic) in try Workshop.size(text) } }
  }

  func run() throws {
    let (format, language, size) = try (pageFormat(), drawing.language(), designSize())
    common.report(try unheeded())
    try common.run { () throws(Diagnostics) in
      var options = RenderOptions()
      options.theme = drawing.theme
      options.scale = scale ?? options.scale
      options.explains = explain
      options.isTransparent = transparent
      if format == .pdf { options.pdfStandard = pdfStandard ?? options.pdfStandard }
      options.withEvidence = format.carriesEvidence && !noEvidence
      options.date = try Diagnostics.several { () throws(Diagnostic) in try sourceDate() }
      options.language = language
      let shared = try drawing.fontDirectories.isEmpty ? Self.ahead.workshop() : Workshop(fontFolders: drawing.fontDirectories)
      let workshop = shared.forOneWork()
      if toFolder, !writing.dryRun { try Diagnostics.several { () throws(Diagnostic) in try Workshop.prepareFolder(output) } }
      let names = chartNames(specs)
      let settings = options
      // What any of the specs reads is known before the first file is written: no chart may replace it.
      let compiled = onAllCores(specs.count) { place in
        Result { () throws(Diagnostics) in try workshop.chart(specs[place], size: size, options: settings) }
      }
      let drawn = onAllCores(specs.count) { place in
        let path = toFolder ? output + names[place] + "." + format.rawValue : output
        return write(compiled[place], to: path, format, settings, workshop)
      }
      let findings = drawn.flatMap(\.findings)
      common.report(findings.filter { $0.severity < .error }, showsNotes: explain)
      for line in drawn.flatMap(\.dryRun) { print(line) }
      let problems = findings.filter { $0.severity == .error }
      guard problems.isEmpty else { throw Diagnostics(problems) }
    }
  }

  /// Writes one chart; with an error no file is written.
  ///
  /// - Returns: what there is to report, and what would be written where nothing is.
  private func write(
    _ chart: Result<Warned<PagedDocument>, Diagnostics>, to path: String, _ format: PageFormat, _ options: RenderOptions,
    _ workshop: Workshop
  ) -> (findings: [Diagnostic], dryRun: [String]) {
    do throws(Diagnostics) {
      let document = try chart.get()
      if document.diagnostics.contains(where: { $0.severity == .error }) { return (document.diagnostics, []) }
      var dryRun: [String] = []
      _ = try Diagnostics.several { () throws(Diagnostic) in
        guard writing.dryRun else { return try workshop.write(document.value, to: path, format: format, options: options, over: specs) }
        let files = try workshop.bytes(of: document.value, as: format, named: path, options: options)
        dryRun = try workshop.dryRun(files, over: specs)
        return files.map(\.path)
      }
      return (document.diagnostics, dryRun)
    } catch {
      return (error.all, [])
    }
  }

  /// `specs/pledges.vl.json` → `pledges`; specs of one name in several folders keep as much of their paths as tells them apart.
  private func chartNames(_ specs: [String]) -> [String] {
    let parts = specs.map { spec -> [String] in
      var parts = spec.split(separator: "/").map(String.init).filter { $0 != "." && $0 != ".." }
      let file = parts.popLast() ?? "chart"
      return parts + [file == "-" ? "chart" : String(file.split(separator: ".").first ?? "chart")]
    }
    var names = parts.map { $0.last ?? "chart" }
    var depth = 1
    while Set(names).count < names.count, depth < (parts.map(\.count).max() ?? 1) {
      depth += 1
      let counts = Dictionary(names.map { ($0, 1) }, uniquingKeysWith: +)
      names = names.indices.map { (counts[names[$0]] ?? 1) > 1 ? parts[$0].suffix(depth).joined(separator: "-") : names[$0] }
    }
    // The same spec twice: numbered.
    var seen: [String: Int] = [:]
    return names.map { name in
      seen[name, default: 0] += 1
      return (seen[name] ?? 1) > 1 ? "\(name)-\(seen[name] ?? 1)" : name
    }
  }
}
