import ArgumentParser
import Diagnostics
import Foundation
import WhitePaper

/// Options of commands that write files.
struct WritingOptions: ParsableArguments {
  @Flag(help: "Do all but write: say which files would be written, and what would hinder it.") var dryRun = false

  /// Writes files whole or not at all, or says what would be written.
  ///
  /// - Parameters:
  ///   - inputs: files that no output may replace.
  ///   - next: a command that goes on from here, shown on a terminal.
  func finish(
    _ files: [(path: String, bytes: [UInt8])], over inputs: [String], _ workshop: Workshop, _ common: CommonOptions, next: String? = nil
  )
    throws(Diagnostics)
  {
    try Diagnostics.several { () throws(Diagnostic) in
      if dryRun {
        for line in try workshop.dryRun(files, over: inputs) { print(line) }
        return
      }
      try workshop.write(files, over: inputs)
    }
    guard !dryRun, !common.quiet, StandardError.isTerminal, let first = files.first, first.path != "-" else { return }
    let others = files.count > 1 ? " to \(files[files.count - 1].path)" : ""
    StandardError.print("wrote \(first.path)\(others)" + (next.map { "; next: \($0)" } ?? ""))
  }
}
