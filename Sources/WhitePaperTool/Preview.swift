import ArgumentParser
import Diagnostics
import Foundation
import PreviewServer
import WhitePaper

struct Preview: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "preview",
    abstract: "Shows a report in the browser, and each change of its files at once.",
    discussion: """
      The pages are served on 127.0.0.1 until the command is interrupted. A click on a figure shows the sentence that states it, \
      one on a chart its spec. Only files that the report reads are shown.
      """)

  @Argument(help: "Articles, indicator sets, or a .report.md; as `render` takes them.") var inputs: [String]
  @Option(help: "The port of 127.0.0.1; 0 takes a free one.") var port: UInt16 = 4640
  @Option(help: "A layout's name or file: annual, brief, study, slides, long-image, card, square.") var layout: String?
  @Option(name: .customLong("allow"), help: "A folder that a report may read beside its own; may be given several times.")
  var allowed: [String] = []
  @OptionGroup var evidence: EvidenceOptions
  @OptionGroup var drawing: DrawingOptions
  @OptionGroup var common: CommonOptions

  func validate() throws {
    guard !inputs.isEmpty else { throw ValidationError("no input was given") }
    guard !inputs.contains("-") else { throw ValidationError("standard input cannot be watched") }
    _ = try drawing.language()
  }

  func run() async throws {
    var options = RenderOptions()
    options.layout = layout
    options.theme = drawing.theme
    options.language = try drawing.language()
    options.corrections = evidence.corrections
    options.allowed = allowed
    options.pdfStandard = "none"
    let common = common
    do throws(Diagnostics) {
      let workshop = try Workshop(fontFolders: drawing.fontDirectories, conceptFiles: evidence.concepts, codeFiles: evidence.codes)
      let server = try PreviewServer(workshop, paths: inputs, options: options, port: port)
      try await untilInterrupted { () async throws(Diagnostics) in
        await server.run(
          onStart: { StandardError.print("preview of \(inputs.joined(separator: ", ")): \($0)   (Ctrl-C ends it)") },
          onEdition: { findings, isNew, seconds in
            if isNew { common.report(findings) }
            if !common.quiet { StandardError.print(editionLine(findings, seconds)) }
          })
      }
    } catch {
      common.report(error.all)
      throw ExitCode(1)
    }
  }
}

/// `14:03:07 rendered in 0.21 s`, or how many errors hinder it.
func editionLine(_ findings: [Diagnostic], _ seconds: Double) -> String {
  let errors = findings.count { $0.severity == .error }
  let now = Calendar(identifier: .gregorian).dateComponents([.hour, .minute, .second], from: Date())
  let time = [now.hour, now.minute, now.second].map { String(format: "%02d", $0 ?? 0) }.joined(separator: ":")
  let spent = String(format: "%.2f", seconds)
  return errors == 0 ? "\(time) rendered in \(spent) s" : "\(time) not rendered: \(errors) error\(errors == 1 ? "" : "s")"
}

/// Does work until it ends or the user ends it: Ctrl-C and a request to terminate are no failures.
func untilInterrupted(_ work: @escaping @Sendable () async throws(Diagnostics) -> Void) async throws(Diagnostics) {
  let task = Task { await Result { () async throws(Diagnostics) in try await work() } }
  let signals = [SIGINT, SIGTERM].map { number in
    signal(number, SIG_IGN)
    let source = DispatchSource.makeSignalSource(signal: number)
    source.setEventHandler { task.cancel() }
    source.resume()
    return source
  }
  let result = await task.value
  for source in signals { source.cancel() }
  if !task.isCancelled { try result.get() }
}

extension Result where Failure == Diagnostics, Success: Sendable {
  fileprivate init(catching work: () async throws(Diagnostics) -> Success) async {
    do throws(Diagnostics) { self = .success(try await work()) } catch { self = .failure(error) }
  }
}
