import ArgumentParser
import Diagnostics
import WhitePaper

struct Verify: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Holds a PDF or PNG of ours against the sources, figures and manifest inside it.",
    discussion: """
      A changed digit, sentence, file or date is an error, and the exit status is 1. The manifest itself is not protected: \
      write it out with --manifest when the file is published, and sign it with a program of your choice.
      """)

  @Argument(help: "PDF files of --pdf-standard a-3a, or PNG files.") var files: [String]
  @Option(help: "Where to write the manifest of the file; - is standard output.") var manifest: String?
  @OptionGroup var common: CommonOptions

  func validate() throws {
    guard !files.isEmpty else { throw ValidationError("no file was given") }
    guard manifest == nil || files.count == 1 else { throw ValidationError("--manifest takes one file") }
  }

  func run() throws {
    var isSound = true
    try common.run { () throws(Diagnostics) in
      let workshop = try Workshop()
      var problems: [Diagnostic] = []
      for file in files {
        do throws(Diagnostics) {
          let found = try workshop.verify(file)
          common.report(found.findings)
          isSound = isSound && found.isSound
          if found.isSound, manifest != "-", !common.quiet {
            let pages = found.pages == 0 ? "a picture" : "\(found.pages) pages"
            let line = "\(file.showingControls()): as written: \(pages), \(found.figures) printed figures, \(found.files) files\n"
            try Diagnostics.several { () throws(Diagnostic) in try workshop.write(line, to: "-") }
          }
          if let manifest {
            try Diagnostics.several { () throws(Diagnostic) in
              try workshop.write(found.manifest, to: manifest, over: [file])
            }
          }
        } catch {
          problems += error.all
        }
      }
      guard problems.isEmpty else { throw Diagnostics(problems) }
    }
    if !isSound { throw ExitCode(1) }
  }
}
