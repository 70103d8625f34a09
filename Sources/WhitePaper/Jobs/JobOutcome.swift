public import Diagnostics
import Foundation
import StructuredData

/// The row of a job that is over, as a batch reports it.
public struct JobOutcome: Sendable {
  /// As in ``PlannedJob``.
  public var id: String
  /// Whether its status is 0.
  public var isDone: Bool
  /// The files written.
  public var files: [String] = []
  /// What was found, a line each, errors first.
  public var messages: [String] = []
  /// The row as one line of JSON.
  public var line: String

  /// Reads a worker's answer.
  public init(line: String) {
    let node = try? parseJSON(line, document: "worker")
    id = node?["id"]?.text ?? ""
    isDone = node?["status"]?.numberText == "0"
    files = node?["files"]?.sequence?.compactMap(\.string) ?? []
    let findings = node?["diagnostics"]?.sequence ?? []
    let errors = findings.filter { $0["severity"]?.string == Diagnostic.Severity.error.rawValue }
    messages = (errors + findings.filter { !errors.contains($0) }).compactMap { $0["message"]?.string }
    self.line = line
  }
}

extension PlannedJob {
  /// The row of a job that was not done.
  public func failure(_ problems: [Diagnostic]) -> JobOutcome {
    JobOutcome(line: JobResult(id: .string(id), status: 1, output: output, diagnostics: problems).line)
  }

  /// Where its outputs go.
  public var outputFolder: String? { output.map(folderName) }
}

extension Workshop {
  /// What doing the job would write, as far as can be told without doing it: a document of several pages has a number in each file's name.
  ///
  /// - Throws: `input.missing` and what would hinder the writing.
  public static func dryRun(_ job: PlannedJob) throws(Diagnostics) -> String {
    for path in job.reads where !FileManager.default.fileExists(atPath: path) {
      throw Diagnostics(.error("input.missing", "the file does not exist", at: SourceSpan(document: path)))
    }
    guard let output = job.output else { return "would return its result" }
    guard FileManager.default.fileExists(atPath: folderName(output)) else { return "would write \(output) into a new folder" }
    let replaces = try Diagnostics.several { () throws(Diagnostic) in try OutputFiles(inputs: job.reads).replaces(output) }
    return "would \(replaces ? "replace" : "write") \(output)"
  }

  /// The jobs of a manifest (YAML, JSON or CSV); `-` is standard input.
  ///
  /// - Throws: what is wrong with the manifest as a whole; what is wrong with one job stands in it.
  public static func readManifest(_ path: String) throws(Diagnostics) -> BatchManifest {
    let text = try Diagnostics.several { () throws(Diagnostic) in try readText(path) }
    return try BatchManifest.read(text, path: path)
  }
}
