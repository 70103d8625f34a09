import ArgumentParser
import Diagnostics
import WhitePaper

struct Watch: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "watch",
    abstract: "Renders again whenever a file of the report changes.",
    discussion: """
      Takes what `render` takes, and watches every file that the report reads: sources, data, pictures, layout and theme. What is wrong \
      is reported, and the last output stays until it is mended. Ctrl-C ends it.
      """)

  @OptionGroup var render: Render

  func validate() throws {
    try render.validate()
    guard !render.inputs.contains("-") else { throw ValidationError("standard input cannot be watched") }
    guard render.output != "-" else { throw ValidationError("what is written again and again is written to a file") }
  }

  func run() async throws {
    let (render, common) = (render, render.common)
    let job = try render.job()
    do throws(Diagnostics) {
      let workshop = try Workshop(
        fontFolders: render.drawing.fontDirectories, conceptFiles: render.evidence.concepts, codeFiles: render.evidence.codes)
      try await untilInterrupted { () async throws(Diagnostics) in
        let watching = WatchedWorkshop(workshop)
        var stamps: FileStamps?
        var known: [Diagnostic] = []
        while !Task.isCancelled {
          let start = ContinuousClock.now
          let made = watching.edition(of: render.inputs, after: stamps) { workshop throws(Diagnostics) in
            try render.write(job, with: workshop, showsNext: false)
          }
          var findings: [Diagnostic] = []
          if case .failure(let error) = made.result { findings = error.all }
          // What is still wrong was said.
          if findings != known { common.report(findings) }
          known = findings
          if !common.quiet { StandardError.print(editionLine(findings, (ContinuousClock.now - start).seconds)) }
          stamps = made.stamps
          guard (try? await made.stamps.change()) != nil else { return }
        }
      }
    } catch {
      common.report(error.all)
      throw ExitCode(1)
    }
  }
}
