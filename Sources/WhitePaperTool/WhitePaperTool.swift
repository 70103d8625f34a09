import ArgumentParser
import Diagnostics
import Foundation
import Scene
import WhitePaper

/// Runs the command line: status 0 when done, 1 when an input is wrong, 2 when the usage is.
@main enum Program {
  static func main() async {
    if CommandLine.arguments.dropFirst().first == "chart", !CommandLine.arguments.contains("--theme") { Chart.ahead.start() }
    do {
      var command = try parsed(Array(CommandLine.arguments.dropFirst()))
      if var waiting = command as? any AsyncParsableCommand {
        try await waiting.run()
      } else {
        try command.run()
      }
    } catch {
      guard WhitePaperTool.exitCode(for: error) == .validationFailure else { WhitePaperTool.exit(withError: error) }
      StandardError.print(WhitePaperTool.fullMessage(for: error))
      WhitePaperTool.exit(withError: ExitCode(2))
    }
  }

  /// A command that knows what stands before it is parsed without the others, which takes half the time; what it does not
  /// understand, and help, is left to the whole.
  private static func parsed(_ arguments: [String]) throws -> any ParsableCommand {
    let named = WhitePaperTool.configuration.subcommands.first { $0.configuration.commandName == arguments.first }
    if let named, named.configuration._superCommandName != nil, let command = try? named.parseAsRoot(Array(arguments.dropFirst())),
      type(of: command) == named
    {
      return command
    }
    return try WhitePaperTool.parseAsRoot(arguments)
  }
}

/// The commands carry their names: ArgumentParser would else find them out from their types, a millisecond a process.
struct WhitePaperTool: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "whitepaper",
    abstract: "Reads articles, extracts their figures, and lays them out as charts and white papers.",
    discussion: """
      A first white paper:   whitepaper render article.txt -o paper.pdf
      Its figures as data:   whitepaper extract article.txt -o figures.yaml
      One chart for the web: whitepaper chart spec.yaml -o chart.png
      Papers of many places: whitepaper batch manifest.yaml
      While it is written:   whitepaper preview paper.report.md
      """,
    version: WhitePaperVersion.current,
    subcommands: [
      Render.self, Preview.self, Watch.self, Extract.self, Check.self, Chart.self, Compare.self, Verify.self, Batch.self, Worker.self,
      Inspect.self,
    ])

  /// Without a command: what to type first, with an article of this folder where there is one.
  func run() {
    let names = ((try? FileManager.default.contentsOfDirectory(atPath: ".")) ?? []).sorted()
    let article = names.first { $0.hasSuffix(".txt") && $0 == $0.showingControls() } ?? "article.txt"
    let word = article.contains(" ") ? "'\(article)'" : article
    print(
      """
      WhitePaper \(WhitePaperVersion.current) makes white papers of articles and tables. Next:

        whitepaper render \(word) -o paper.pdf       the paper
        whitepaper render \(word) -o paper.docx      the same for Word; .pptx and .xlsx too
        whitepaper extract \(word) --table           the figures that were read
        whitepaper help                              all commands
      """)
  }
}

/// Options of every command.
struct CommonOptions: ParsableArguments {
  @Flag(name: .shortAndLong, help: "Print errors only.") var quiet = false
  @Flag(name: .shortAndLong, help: "Print notes as well as warnings.") var verbose = false

  /// Prints findings to standard error: errors always, warnings unless quiet, notes when verbose.
  func report(_ diagnostics: [Diagnostic], showsNotes: Bool = false) {
    for diagnostic in diagnostics where diagnostic.severity == .error || !quiet {
      if diagnostic.severity == .note, !verbose, !showsNotes { continue }
      StandardError.print(diagnostic)
    }
  }

  /// Runs a command's work; what it throws is printed, and the exit status is 1.
  func run(_ work: () throws(Diagnostics) -> Void) throws {
    do { try work() } catch {
      report(error.all)
      throw ExitCode(1)
    }
  }
}

/// Options of commands that read figures.
struct EvidenceOptions: ParsableArguments {
  @Option(help: "A further concept file; may be given several times. Its concepts replace the project's of the same id.")
  var concepts: [String] = []
  @Option(help: "A correction file; may be given several times.") var corrections: [String] = []
  @Option(help: "A mapping file of the columns and codes of SDMX data; may be given several times.") var codes: [String] = []

  /// What these options read.
  var files: [String] { concepts + corrections + codes }
}

/// Options of commands that draw.
struct DrawingOptions: ParsableArguments {
  @Option(help: "A theme's name or file.") var theme: String?
  @Option(help: "The language of furniture and numbers: zh-Hans, zh-Hant, zh-Hant-HK or en.") var lang: String?
  @Option(name: .customLong("font-dir"), help: "A further folder of fonts; may be given several times.")
  var fontDirectories: [String] = []

  /// What these options read; a theme's name is no file, and does no harm among them.
  var files: [String] { theme.map { [$0] } ?? [] }

  /// - Throws: wrong usage.
  func language() throws -> Language? {
    try usage { () throws(Diagnostic) in try lang.map { name throws(Diagnostic) in try Language(named: name) } }
  }
}
