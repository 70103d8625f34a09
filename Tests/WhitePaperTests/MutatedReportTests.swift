import Diagnostics
import Foundation
import PDFFile
import SeededNumbers
import Testing
import WhitePaper

/// Reports whose text, data and markup were changed at places of chance: what becomes a PDF is sound. `WHITEPAPER_MUTATED_REPORTS` raises
/// their number; `WHITEPAPER_KEEP` names a folder in which the PDFs and what they were made of stay.
@Suite struct MutatedReportTests {
  private static let environment = ProcessInfo.processInfo.environment
  private static let count = environment["WHITEPAPER_MUTATED_REPORTS"].flatMap { Int($0) } ?? 12
  private static let first = environment["WHITEPAPER_FIRST_SEED"].flatMap { Int($0) } ?? 1

  @Test func areSoundAsPDF() throws {
    let scratch = try Scratch()
    let folder = Self.environment["WHITEPAPER_KEEP"] ?? scratch.path
    let workshop = try shippedWorkshop()
    var papers: [String] = []
    for seed in Self.first..<Self.first + Self.count {
      let own = "\(folder)/\(seed)"
      try FileManager.default.createDirectory(atPath: own, withIntermediateDirectories: true)
      var chance = SplitMix64(state: UInt64(seed))
      let report = try MutatedReport(&chance)
      for (name, text) in report.files { try Data(text.utf8).write(to: URL(filePath: "\(own)/\(name)")) }
      var options = RenderOptions()
      options.layout = report.layout
      // One that says nothing of use is refused; that is no failure.
      guard let document = try? workshop.render(["\(own)/r.report.md"], options: options).value else { continue }
      let path = "\(own)/paper.pdf"
      guard (try? workshop.write(document, to: path, format: .pdf, options: options)) != nil else { continue }
      papers.append(path)
      let found = Result { try workshop.verify(path).findings }
      #expect((try? found.get())?.map(\.message) == [], "seed \(seed), \(report.layout): \(found)")
    }
    #expect(papers.count * 4 > Self.count, "\(papers.count) of \(Self.count) reports are papers")
    guard let checker = StandardChecker() else { return }
    for start in stride(from: 0, to: papers.count, by: 50) {
      let failures = try checker.failures(of: Array(papers[start..<min(papers.count, start + 50)]), in: scratch.path)
      #expect(failures.isEmpty, "\(failures)")
    }
    print("\(papers.count) of \(Self.count) mutated reports are papers")
  }
}

/// The sample report and its articles with changes that keep the files what they are: the data are found, the front matter is read.
private struct MutatedReport {
  /// By their names; the report is `r.report.md`.
  var files: [String: String] = [:]
  var layout: String

  init(_ chance: inout SplitMix64) throws {
    layout = ["annual", "brief", "slides", "long-image", "card", "square", "study"][chance.below(7)]
    for path in examples {
      let name = String(path.split(separator: "/").last ?? "")
      let text = try String(contentsOfFile: path, encoding: .utf8)
      files[name] = chance.below(3) == 0 ? Self.mutated(text, from: 0, &chance) : text
    }
    let report = try String(contentsOfFile: project + "/Examples/two-regions.report.md", encoding: .utf8)
    let head = report.ranges(of: "\n---\n").first?.upperBound ?? report.startIndex
    // Few change what names the data.
    let start = report.distance(from: report.startIndex, to: head)
    files["r.report.md"] = Self.mutated(report, from: chance.below(8) == 0 ? 4 : start, &chance)
  }

  private static func mutated(_ text: String, from start: Int, _ chance: inout SplitMix64) -> String {
    var scalars = Array(text.unicodeScalars)
    for _ in 0...chance.below(12) where scalars.count > start {
      let at = start + chance.below(scalars.count - start)
      let end = min(scalars.count, at + 1 + chance.below(30))
      // Most of what changes a block of YAML makes it none.
      if isFenced(scalars[..<at]), chance.below(8) != 0 { continue }
      switch chance.below(9) {
      case 0: scalars.removeSubrange(at..<end)
      case 1: scalars.insert(contentsOf: scalars[at..<end], at: at)
      case 2, 3: scalars.insert(contentsOf: strangeWords[chance.below(strangeWords.count)].unicodeScalars, at: at)
      case 4: scalars.insert(contentsOf: markup[chance.below(markup.count)].unicodeScalars, at: at)
      case 5:
        // Any character of the planes that have some, assigned or not.
        let value = UInt32([0xFFFF, 0xFFFF, 0x2FFFF, 0x10FFFF][chance.below(4)])
        let strange = (0...chance.below(4)).compactMap { _ in
          Unicode.Scalar(chance.below(Int(value)) < 0xD800 ? UInt32(chance.below(0xD800)) : value &- UInt32(chance.below(0x1FFF)))
        }
        scalars.insert(contentsOf: strange, at: at)
      case 6: scalars.insert(contentsOf: noncharacters.shuffled(using: &chance).prefix(2), at: at)
      case 7:
        // Lines change places.
        let other = start + chance.below(scalars.count - start)
        scalars.swapAt(at, other)
      default:
        let line = scalars[at...].prefix { $0 != "\n" }
        scalars.insert(contentsOf: Array(line) + ["\n"], at: at)
      }
    }
    var out = ""
    out.unicodeScalars.append(contentsOf: scalars)
    return out
  }

  /// Whether a place stands in a fenced block, by what is before it.
  private static func isFenced(_ scalars: ArraySlice<Unicode.Scalar>) -> Bool {
    scalars.split(separator: "\n").count { $0.starts(with: "```".unicodeScalars) } % 2 == 1
  }

  /// They cannot stand in a literal.
  private static let noncharacters = [0xFFFE, 0xFFFF, 0x1FFFF, 0xFDD0, 0xFDEF, 0x10FFFE].compactMap { Unicode.Scalar(UInt32($0)) }
  private static let markup = [
    "**", "*", "`", "```\n", "# ", "\n## ", "\n### ", "\n> ", "\n- ", "\n1. ", "\n  - ", "[^1]", "\n[^1]: 注\n", "[", "](b)",
    "[甲](https://example.com/)", "{{", "}}",
    "{{没有}}", "\n| a | b |\n|---|---|\n| 1 | 2 |\n", "|", "\n```kpi\n", "\n```chart\n", "<br>", "\n---\n", "\\", "~~", "![x](", "==",
    "[x](#要点)", "&nbsp;", "&#x200B;",
  ]
  /// Characters that fonts, readers of PDF or the standards treat in ways of their own.
  private static let strangeWords = [
    "\u{E000}", "\u{F8FF}", "\u{100000}", "\u{0}", "\u{7}", "\u{85}", "\u{AD}", "\u{200B}", "\u{200D}", "\u{2028}", "\u{202E}甲",
    "\u{2066}乙\u{2069}",
    "e\u{301}", "\u{301}", "a\u{308}\u{323}", "\u{FE0F}", "葛\u{E0100}", "辻\u{E0101}", "👍🏽", "👨‍👩‍👧", "🇨🇳", "⌘", "①", "㈱", "㎡", "℃", "Ω\u{2126}",
    "K\u{212A}", "Å\u{212B}", "µμ", "⼀一", "⾦金", "金\u{F90A}",
    "ﬁ", "ffi", "ﷺ", "مرحبا", "שלום", "हिन्दी", "ไทย", "한국어", "각", "か\u{3099}", "ｱﾞ", "㍿", "𠀀", "𪚥", "𰻝", "\u{3000}", "\u{A0}", "\u{2009}", "—",
    "……", "‐-‑", "½", "²2", "１1", "％%", "､、",
    "\u{F0000}\u{E001}", "\u{2FF0}木木", "〾", "\u{3164}", "\u{FFFC}", "\u{FFFD}",
  ]
}

/// `../shared/tools/pdfcheck.py`, where it and what it imports are there. `WHITEPAPER_PYTHON` names another interpreter.
private struct StandardChecker {
  private let script = project + "/../shared/tools/pdfcheck.py"
  private let python = ProcessInfo.processInfo.environment["WHITEPAPER_PYTHON"] ?? "/usr/bin/python3"

  init?() {
    guard FileManager.default.fileExists(atPath: script), FileManager.default.isExecutableFile(atPath: python) else { return nil }
    let probe = Process()
    probe.executableURL = URL(filePath: python)
    probe.arguments = ["-c", "import pikepdf, fontTools, lxml"]
    probe.standardError = FileHandle.nullDevice
    guard (try? probe.run()) != nil else { return nil }
    probe.waitUntilExit()
    guard probe.terminationStatus == 0 else { return nil }
  }

  /// What it says of files that break a rule; empty where none does.
  func failures(of papers: [String], in folder: String) throws -> String {
    let check = Process()
    check.executableURL = URL(filePath: python)
    check.arguments = [script, "--strict", "--quiet", "--profile", "3a,ua1"] + papers
    let told = folder + "/pdfcheck.txt"
    try Data().write(to: URL(filePath: told))
    let out = try FileHandle(forWritingTo: URL(filePath: told))
    check.standardOutput = out
    check.standardError = out
    try check.run()
    check.waitUntilExit()
    if check.terminationStatus == 0 { return "" }
    return "status \(check.terminationStatus): " + String(decoding: try Data(contentsOf: URL(filePath: told)).suffix(8_000), as: UTF8.self)
  }
}
