public import Diagnostics
import Foundation
import StructuredData

/// A list of jobs, written once for all values of their parameters.
///
/// A manifest is a YAML or JSON list of entries, `{jobs: [entries], …}` whose other keys hold for every entry, or a CSV table with a
/// row for each. An entry has a job's keys and `parameters`: names with lists of values (`{from: 2013, to: 2022}` is each whole
/// number, `{files: "specs/*.yaml"}` each file there is). It stands for a job for each combination of values, the last
/// parameter changing first. `{area}` in an entry's texts is the value, `{spec.name}` a file's name without folder and suffix. Inputs may
/// have wildcards (`*`, `?`, `[…]`). Columns of a table that are no keys are parameters; its lists are parted by `;`.
///
/// Paths are seen from the manifest's folder.
public struct BatchManifest: Sendable {
  /// In the order of the manifest, a pattern's jobs by the order of its parameters.
  public internal(set) var jobs: [PlannedJob] = []

  /// More would hold no order of a person.
  static let mostJobs = 1_000_000

  /// - Throws: what is wrong with the manifest as a whole; what is wrong with a job stands in it.
  package static func read(_ text: String, path: String) throws(Diagnostics) -> BatchManifest {
    let suffix = path.lowercased()
    if suffix.hasSuffix(".csv") || suffix.hasSuffix(".tsv") {
      return try BatchManifest(entries: try parseCSV(text, document: path).sequence ?? [], defaults: nil, path: path, isTable: true)
    }
    let node = suffix.hasSuffix(".json") ? try parseJSON(text, document: path) : try parseYAML(text, document: path)
    if let entries = node.sequence { return try BatchManifest(entries: entries, defaults: nil, path: path, isTable: false) }
    guard let mapping = node.mapping, let list = node["jobs"] else {
      throw Diagnostics(
        .error("batch.jobs", "this is no list of jobs", at: node.span, hint: "write a list of entries, or `jobs:` with one"))
    }
    guard let entries = list.sequence else {
      throw Diagnostics(.error("field.type", "expected a list, found \(list.brief)", at: list.span))
    }
    let defaults = Mapping(mapping.entries.filter { $0.key != "jobs" })
    return try BatchManifest(entries: entries, defaults: defaults, path: path, isTable: false)
  }

  private init(entries: [Node], defaults: Mapping?, path: String, isTable: Bool) throws(Diagnostics) {
    guard !entries.isEmpty else {
      throw Diagnostics(.error("batch.empty", "the manifest has no jobs", at: SourceSpan(document: path)))
    }
    var findings: [Diagnostic] = []
    for entry in entries {
      do throws(Diagnostics) {
        let template = try JobTemplate(entry, defaults: defaults, path: path, isTable: isTable)
        guard jobs.count + template.count <= Self.mostJobs else {
          throw Diagnostics(.error("batch.too-many", "the manifest has more than \(Self.mostJobs) jobs", at: entry.span))
        }
        jobs += template.jobs(from: jobs.count)
      } catch { findings += error.all }
    }
    guard !findings.contains(where: { $0.severity == .error }) else { throw Diagnostics(findings) }
    refuseSharedOutputs()
    refuseOutput(named: path)
  }

  /// No job may write over the manifest itself.
  private mutating func refuseOutput(named manifest: String) {
    guard let known = FileStatus(manifest)?.identity else { return }
    for index in jobs.indices {
      guard let output = jobs[index].output, FileStatus(output)?.identity == known else { continue }
      jobs[index].problems.append(
        .error("output.is-input", "the output would replace the manifest “\(manifest)”", at: jobs[index].span, hint: "choose another name"))
    }
  }

  /// Two jobs that write one file are both refused: which of them came last would be chance.
  private mutating func refuseSharedOutputs() {
    var first: [String: Int] = [:]
    for index in jobs.indices {
      guard let output = jobs[index].output.map(sameName) else { continue }
      guard let other = first[output] else {
        first[output] = index
        continue
      }
      for (one, two) in [(other, index), (index, other)] {
        guard !jobs[one].problems.contains(where: { $0.rule == "batch.same-output" }) else { continue }
        jobs[one].problems.append(
          .error(
            "batch.same-output", "“\(jobs[one].output ?? "")” is the output of job \(jobs[two].id) too", at: jobs[one].span,
            hint: "name a parameter in `output`"))
      }
    }
  }

  private func sameName(_ path: String) -> String { URL(fileURLWithPath: path).standardizedFileURL.path }
}

/// A job of a batch before it is done.
public struct PlannedJob: Sendable {
  /// The job's own id, else its number from 1.
  public var id: String
  /// What a worker is told: the job as one line of JSON.
  package var line: String
  /// The path that it writes; nil for a job that only returns its result.
  public var output: String?
  /// What is read and decides what is written, as far as the job names it.
  package var reads: [String]
  /// Where it is described.
  package var span: SourceSpan
  /// Errors that keep it from being tried.
  public var problems: [Diagnostic]
}
