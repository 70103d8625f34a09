import ArgumentParser
import Diagnostics
import GoldenImages

struct Compare: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Compares two pictures, two PDF files, two scene dumps, two texts, or two folders of them.",
    discussion: """
      The exit status is 1 when they differ, also when the differing ones are updated: look at them, then compare again. \
      PDF files are compared page by page and need poppler-utils. Folders are compared with those within them. A golden that is not \
      there yet is made by --update; a new file that is damaged replaces none.
      """)

  @Argument(help: "What was made: a .png, .pdf or .scene.json file, or a folder.") var actual: String
  @Argument(help: "What is expected.") var expected: String
  @Option(help: "The largest difference of one channel that is forgiven, 0 to 255.") var tolerance: Int?
  @Option(help: "The largest difference as seen that is forgiven, 0 to 1, in place of --tolerance.")
  var perceived: Double?
  @Option(help: "A box of pixels left out: X,Y,WIDTH,HEIGHT; may be given several times, and wins over --region.") var ignore: [String] = []
  @Option(help: "A tolerance for a box: X,Y,WIDTH,HEIGHT=TOLERANCE; may be given several times.")
  var region: [String] = []
  @Flag(help: "Forgive pixels that look like the edge of a shape smoothed another way.") var antialiasing = false
  @Option(name: .customLong("allow-pixels"), help: "So many differing pixels are forgiven.") var allowedPixels: Int = 0
  @Option(help: "Where to write a picture of the differences; for folders a folder.") var diff: String?
  @Option(help: "Where to write a page that shows everything that differs.") var report: String?
  @Option(help: "Copy what was made over what is expected, for files of this name (* stands for any characters).")
  var update: [String] = []
  @OptionGroup var common: CommonOptions

  func validate() throws {
    guard (0...255).contains(tolerance ?? 0) else { throw ValidationError("--tolerance lies between 0 and 255") }
    guard (0...1).contains(perceived ?? 0) else { throw ValidationError("--perceived lies between 0 and 1") }
    guard tolerance == nil || perceived == nil else {
      throw ValidationError("--tolerance and --perceived exclude each other")
    }
    guard allowedPixels >= 0 else { throw ValidationError("--allow-pixels is 0 or more") }
    _ = try rules()
  }

  private func rules() throws -> ComparisonRules {
    var regions: [ComparisonRules.Region] = []
    for text in region {
      let parts = text.split(separator: "=", omittingEmptySubsequences: false)
      guard parts.count == 2, let extent = PixelExtent(String(parts[0])), let tolerance = Int(parts[1]),
        (0...255).contains(tolerance)
      else { throw ValidationError("--region is X,Y,WIDTH,HEIGHT=TOLERANCE, in pixels: “\(text)” is not") }
      regions.append(ComparisonRules.Region(extent, measure: .channels(tolerance)))
    }
    for text in ignore {
      guard let extent = PixelExtent(text) else {
        throw ValidationError("--ignore is X,Y,WIDTH,HEIGHT, in pixels: “\(text)” is not")
      }
      regions.append(ComparisonRules.Region(extent))
    }
    return ComparisonRules(
      perceived.map { .perceived($0) } ?? .channels(tolerance ?? 1), regions: regions,
      forgivesAntialiasing: antialiasing, allowedPixels: allowedPixels)
  }

  func run() throws {
    let rules = try rules()
    var matches = false
    try common.run { () throws(Diagnostics) in
      let comparison = try compareFiles(actual: actual, expected: expected, rules: rules, diff: diff, report: report)
      matches = comparison.matches
      common.report(comparison.diagnostics)
      if !common.quiet || !matches { print(comparison.summary.showingControls(keeping: ["\n"])) }
      if !update.isEmpty {
        let updated = try updateGoldens(actual: actual, expected: expected, names: update, comparison: comparison)
        for name in updated.names { print("updated \(name)".showingControls()) }
        if !updated.problems.isEmpty { throw Diagnostics(updated.problems) }
      }
    }
    if !matches { throw ExitCode(1) }
  }
}
