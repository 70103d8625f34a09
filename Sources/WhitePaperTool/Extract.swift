import ArgumentParser
import Diagnostics
import WhitePaper

struct Extract: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Reads the figures of articles: name, value, unit, area, period, growth, share, rank, and the place that says so.")

  @Argument(help: "Articles or indicator sets; - is standard input.") var files: [String]
  @Option(name: .shortAndLong, help: "Where to write; standard output when left out.") var output: String = "-"
  @Option(help: "yaml, json, jsonl or csv; else the output's suffix, else yaml.") var format: String?
  @Flag(help: "Print for each figure the rule that read it and the words that gave name, area and period.")
  var explain = false
  @OptionGroup var common: CommonOptions

  func run() throws {
    try common.run { () throws(Diagnostics) in
      let workshop = try Workshop()
      if explain {
        let text = try workshop.explain(files)
        try Diagnostics.several { () throws(Diagnostic) in try workshop.write(text, to: output) }
        return
      }
      let name = try Diagnostics.several { () throws(Diagnostic) in try Workshop.indicatorFormat(output, named: format) }
      let set = try workshop.extract(files)
      common.report(set.diagnostics)
      try Diagnostics.several { () throws(Diagnostic) in
        try workshop.write(try workshop.write(set.value, format: name), to: output)
      }
    }
  }
}

struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Finds contradictions and gaps in the figures of articles.",
    discussion: "The exit status is 1 when an error is found.")

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

  @Argument(help: "Articles or indicator sets; - is standard input.") var files: [String]
  @Option(help: "text or json.") var format: Format = .text
  @OptionGroup var common: CommonOptions

  func run() throws {
    var failed = false
    try common.run { () throws(Diagnostics) in
      let workshop = try Workshop()
      let findings = try workshop.check(files)
      failed = findings.contains { $0.severity == .error }
      let text: String
      switch format {
      case .json: text = diagnosticsJSON(findings)
      case .text:
        let shown = findings.filter { $0.severity == .error || $0.severity == .warning && !common.quiet || common.verbose }
        let notes = findings.count - shown.count
        text =
          shown.map { $0.description + "\n" }.joined()
          + "\(findings.filter { $0.severity == .error }.count) errors, \(findings.filter { $0.severity == .warning }.count) warnings"
          + (notes > 0 ? ", \(notes) notes (--verbose)" : "") + "\n"
      }
      try Diagnostics.several { () throws(Diagnostic) in try workshop.write(text, to: "-") }
    }
    if failed { throw ExitCode(1) }
  }
}
