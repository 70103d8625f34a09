import ArgumentParser
import Diagnostics
import Scene
import WhitePaper

struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Finds contradictions and gaps in the figures of articles.",
    discussion: """
      Several articles are checked against each other too, over areas and years. The exit status is 1 when an error is \
      found.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

  @Argument(help: "Articles or indicator sets; - is standard input.") var files: [String]
  @Option(help: "text or json.") var format: Format = .text
  @Option(help: "The language of the findings: en, zh-Hans, zh-Hant or zh-Hant-HK.") var lang: String = "en"
  @OptionGroup var evidence: EvidenceOptions
  @OptionGroup var common: CommonOptions

  func validate() throws { _ = try language() }

  private func language() throws -> Language { try usage { () throws(Diagnostic) in try Language(named: lang) } }

  func run() throws {
    let language = try language()
    var failed = false
    try common.run { () throws(Diagnostics) in
      let workshop = try Workshop(conceptFiles: evidence.concepts, codeFiles: evidence.codes)
      if !evidence.concepts.isEmpty { common.report(try workshop.conceptFindings) }
      let findings = try workshop.check(files, corrections: evidence.corrections, language: language)
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
