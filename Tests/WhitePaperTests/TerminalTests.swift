import Foundation
import Testing

/// How the program behaves for people who live in terminals.
@Suite(.enabled(if: Program.isBuilt)) struct TerminalTests {
  let scratch: Scratch
  private static let sentence = "2022年，广东省发明专利授权11.5万件，同比增长12.1%。\n"

  init() throws {
    scratch = try Scratch()
    _ = try scratch.file("good.txt", Array(Self.sentence.utf8))
    _ = try scratch.file(
      "chart.yaml",
      Array("data: {values: [{a: x, b: 3}]}\nmark: bar\nencoding: {x: {field: a, type: nominal}, y: {field: b, type: quantitative}}\n".utf8)
    )
  }

  private func run(_ command: String, environment: [String: String] = [:]) throws -> Program {
    try Program(command.split(separator: " ").map(String.init), in: scratch.path, environment: environment)
  }

  @Test(
    "a dry run says what would be written, and writes nothing",
    arguments: [
      "render good.txt -o x.docx", "render good.txt -o x.png --layout brief", "extract good.txt -o x.csv", "extract good.txt -o x.xlsx",
      "chart chart.yaml -o x.svg",
    ])
  func dryRun(command: String) throws {
    let before = scratch.names
    let dry = try run(command + " --dry-run")
    #expect(dry.status == 0, "\(dry.errors)")
    #expect(dry.output.contains(/would write x(-01)?\.\w+ \(\d+ bytes\)/), "\(dry.output)")
    #expect(scratch.names == before)
    let suffix = command.split(separator: ".").last.map { $0.prefix { $0.isLetter } } ?? ""
    _ = try scratch.file("x." + suffix, [1])
    if suffix != "png" { #expect(try run(command + " --dry-run").output.contains("would replace x.\(suffix)")) }
  }

  @Test(
    "a dry run finds what would hinder the writing", arguments: [("no/x.pdf", "[output.unwritable]"), ("good.txt", "[output.is-input]")])
  func hindered(output: String, rule: String) throws {
    let dry = try run("render good.txt -o \(output) --format pdf --dry-run")
    #expect(dry.status == 1)
    #expect(dry.errors.contains(rule), "\(dry.errors)")
  }

  @Test("options that an office program leaves no place for", arguments: ["--pages 1", "--dpi 200", "--scale 2", "--pdf-standard none"])
  func withoutEffect(option: String) throws {
    let before = scratch.names
    let refused = try run("render good.txt -o x.docx " + option)
    #expect(refused.status == 2)
    #expect(refused.errors.contains("has no effect on .docx"), "\(refused.errors)")
    #expect(scratch.names == before)
  }

  @Test("office files are whole or not there") func wholeOrNone() throws {
    for output in ["no/x.docx", "no/x.pptx", "no/x.xlsx"] { #expect(try run("render good.txt -o \(output)").status == 1) }
    #expect(try run("chart chart.yaml -o x.docx").errors.contains("[format.docx]"))
    #expect(try run("render good.txt -o x.docxx").errors.contains("did you mean “.docx”?"))
    #expect(scratch.names == ["chart.yaml", "good.txt"])
  }

  @Test func excelKnowsTheEncodingOfCSV() throws {
    #expect(try run("extract good.txt -o plain.csv").status == 0)
    #expect(try run("extract good.txt -o marked.csv --bom").status == 0)
    let plain = try Data(contentsOf: URL(filePath: scratch.path + "/plain.csv"))
    #expect(try Data(contentsOf: URL(filePath: scratch.path + "/marked.csv")) == Data([0xEF, 0xBB, 0xBF]) + plain)
    #expect(try run("extract good.txt -o x.yaml --bom").status == 2)
    // What Excel reads, we read again.
    #expect(try run("extract marked.csv --format jsonl").output.split(separator: "\n").count == 2)
  }

  @Test func withoutACommandTheNextOneIsShown() throws {
    let bare = try Program([], in: scratch.path)
    #expect(bare.status == 0)
    #expect(bare.output.contains("whitepaper render good.txt -o paper.pdf"))
  }

  @Test("colours stand on terminals only, and not where they are unwanted")
  func colors() throws {
    let script = "/usr/bin/script"
    let red = "\u{1B}[1;31merror: "
    #expect(!(try run("check nood.txt").errors.contains("\u{1B}")))
    guard FileManager.default.isExecutableFile(atPath: script) else { return }
    for (setting, isColored) in [("", true), ("1", false)] {
      let process = Process()
      process.executableURL = URL(filePath: script)
      process.arguments = ["-qec", "'\(Program.path)' check nood.txt", "/dev/null"]
      process.environment = ProcessInfo.processInfo.environment.merging(["NO_COLOR": setting, "TERM": "xterm"]) { $1 }
      process.currentDirectoryURL = URL(filePath: scratch.path)
      process.standardInput = FileHandle.nullDevice
      let pipe = Pipe()
      process.standardOutput = pipe
      process.standardError = pipe
      try process.run()
      let text = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
      process.waitUntilExit()
      #expect(text.contains("there is no such file"), "\(text)")
      #expect(text.contains(red) == isColored, "\(text)")
    }
  }
}
