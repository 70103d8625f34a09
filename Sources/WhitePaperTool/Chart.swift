import ArgumentParser
import Diagnostics
import WhitePaper

struct Chart: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "chart",
    abstract: "Draws chart specs (Vega-Lite's words, in YAML or JSON).",
    discussion: "With several specs the output is a folder, and each chart is named after its spec.")

  @Argument(help: "Chart specs; - is standard input.") var specs: [String]
  @Option(name: .shortAndLong, help: "A file (.png .pdf .svg .scene.json), or a folder ending in /.") var output: String
  @Option(help: "Width and height in pixels, such as 1200x675.") var size: String?
  @Option(help: "Pixels of PNG for one pixel of the design.") var scale: Double = 1
  @Option(help: "png, pdf, svg or scene.json, whatever the suffix.") var format: String?
  @Flag(help: "Leave the background out.") var transparent = false
  @Flag(help: "Print what each pass made of the spec.") var explain = false
  @OptionGroup var drawing: DrawingOptions
  @OptionGroup var common: CommonOptions

  func validate() throws {
    guard scale > 0, scale <= 16 else { throw ValidationError("--scale lies between 0 and 16") }
    guard specs.count == 1 || output.hasSuffix("/") else {
      throw ValidationError("with several specs the output is a folder: end it in /")
    }
  }

  func run() throws {
    try common.run { () throws(Diagnostics) in
      let toFolder = output.hasSuffix("/")
      let format = try Diagnostics.several { () throws(Diagnostic) in
        toFolder ? try pageFormat("chart.png", named: self.format) : try pageFormat(output, named: self.format)
      }
      var options = RenderOptions()
      options.theme = drawing.theme
      options.scale = scale
      options.isTransparent = transparent
      options.pdfStandard = "none"
      options.date = StandardError.sourceDate
      options.language = try Diagnostics.several { () throws(Diagnostic) in try drawing.language() }
      let size = try size.map { text throws(Diagnostics) in
        try Diagnostics.several { () throws(Diagnostic) in try Workshop.size(text) }
      }
      let workshop = try Workshop(fontFolders: drawing.fontDirectories)
      var problems: [Diagnostic] = []
      for spec in specs {
        do throws(Diagnostics) {
          let document = try workshop.chart(spec, size: size, options: options)
          common.report(explain ? document.diagnostics : document.diagnostics.filter { $0.severity > .note })
          let path = toFolder ? output + chartName(spec) + "." + format.rawValue : output
          try Diagnostics.several { () throws(Diagnostic) in
            if toFolder { try workshop.prepareFolder(output) }
            _ = try workshop.write(document.value, to: path, format: format, options: options, over: specs + drawing.files)
          }
        } catch {
          problems += error.all
        }
      }
      guard problems.isEmpty else { throw Diagnostics(problems) }
    }
  }

  /// `specs/pledges.vl.json` → `pledges`.
  private func chartName(_ path: String) -> String {
    let file = path.split(separator: "/").last.map(String.init) ?? "chart"
    return file == "-" ? "chart" : String(file.split(separator: ".").first ?? "chart")
  }
}
