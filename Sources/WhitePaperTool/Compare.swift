import ArgumentParser
import Diagnostics
import GoldenImages

struct Compare: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Compares two pictures, two scene dumps, or two folders of them.",
    discussion: "The exit status is 1 when they differ.")

  @Argument(help: "What was made: a .png, a .scene.json, or a folder.") var actual: String
  @Argument(help: "What is expected.") var expected: String
  @Option(help: "The largest difference of one channel that is forgiven, 0 to 255.") var tolerance: Int = 1
  @Option(help: "Where to write a picture of the differences.") var diff: String?
  @Option(help: "Where to write a page that shows everything side by side.") var report: String?
  @OptionGroup var common: CommonOptions

  func validate() throws {
    guard (0...255).contains(tolerance) else { throw ValidationError("--tolerance lies between 0 and 255") }
  }

  func run() throws {
    var matches = false
    try common.run { () throws(Diagnostics) in
      let comparison = try compareFiles(
        actual: actual, expected: expected, tolerance: tolerance, diff: diff, report: report)
      matches = comparison.matches
      if !common.quiet || !matches { print(comparison.summary) }
    }
    if !matches { throw ExitCode(1) }
  }
}
