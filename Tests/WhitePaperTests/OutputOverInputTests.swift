import Diagnostics
import Foundation
import Testing
import WhitePaper

/// No output replaces a file that its run has read, whoever named that file: the command line, a spec or a report.
@Suite(.enabled(if: Program.isBuilt)) struct OutputOverInputTests {
  private let scratch: Scratch
  private static let bars =
    "mark: bar\nencoding: {x: {field: a, type: nominal}, y: {field: b, type: quantitative}}\n"

  init() throws {
    scratch = try Scratch()
    _ = try scratch.file("d.csv", Array("a,b\n甲,1\n乙,2\n".utf8))
    _ = try scratch.file("a.txt", Array("2022年，广东省发明专利授权11.5万件，同比增长12.1%。\n".utf8))
    _ = try scratch.file("c.yaml", Array(("data: {values: [{a: 甲, b: 1}]}\n" + Self.bars).utf8))
    _ = try scratch.file("cu.yaml", Array(("data: {url: d.csv}\n" + Self.bars).utf8))
    _ = try scratch.file(
      "ci.yaml",
      Array(
        "data: {values: [{a: 1, b: 2}]}\nmark: {type: image, url: p.png, width: 20, height: 20}\nencoding: {x: {field: a, type: quantitative}, y: {field: b, type: quantitative}}\n"
          .utf8))
    _ = try scratch.file("look.yaml", Array("background: \"#fafafa\"\n".utf8))
    _ = try scratch.file("house.yaml", Array("extends: annual\n".utf8))
    _ = try scratch.file(
      "r.report.md", Array("---\ntitle: t\ndata: a.txt\nlayout: house\n---\n\n# a\n\n![p](p.png)\n".utf8))
    let drawn = try Program(["chart", "c.yaml", "-o", "p.png"], in: scratch.path)
    try #require(drawn.status == 0, "\(drawn.errors)")
  }

  private func bytes(_ name: String) -> Data? { FileManager.default.contents(atPath: scratch.path + "/" + name) }

  @Test(
    arguments: [
      ("chart c.yaml -o c.yaml --format png", "c.yaml"), ("chart cu.yaml -o d.csv --format png", "d.csv"),
      ("chart cu.yaml -o ./d.csv --format svg --dry-run", "d.csv"), ("chart ci.yaml -o p.png", "p.png"),
      ("chart c.yaml --theme look.yaml -o look.yaml --format svg", "look.yaml"),
      ("render r.report.md -o a.txt --format pdf", "a.txt"), ("render r.report.md -o p.png --format pdf", "p.png"),
      ("render r.report.md -o house.yaml --format scene.json --dry-run", "house.yaml"),
      ("render r.report.md -o p.png --format report.md", "p.png"), ("extract a.txt -o a.txt --format yaml", "a.txt"),
    ])
  func commands(command: String, file: String) throws {
    let before = bytes(file)
    let run = try Program(command.split(separator: " ").map(String.init), in: scratch.path)
    #expect(run.status == 1 && run.errors.contains("[output.is-input]"), "\(run.output)\(run.errors)")
    #expect(before != nil && bytes(file) == before)
  }

  @Test("of several charts none replaces what another reads") func severalCharts() throws {
    _ = try scratch.file("p.yaml", Array(("data: {values: [{a: 乙, b: 2}]}\n" + Self.bars).utf8))
    let before = bytes("p.png")
    let run = try Program(["chart", "p.yaml", "ci.yaml", "-o", "./"], in: scratch.path)
    #expect(run.status == 1 && run.errors.contains("[output.is-input]"), "\(run.errors)")
    #expect(bytes("p.png") == before)
    #expect(bytes("ci.png") != nil)
  }

  @Test("what is not read may be replaced") func otherNamesAreFree() throws {
    let run = try Program(["chart", "cu.yaml", "-o", "p.png"], in: scratch.path)
    #expect(run.status == 0, "\(run.errors)")
  }

  @Test("a job of a worker", arguments: [("cu.yaml", "d.csv"), ("ci.yaml", "p.png"), ("c.yaml", "c.yaml")])
  func jobs(spec: String, output: String) throws {
    let before = bytes(output)
    func job(_ output: String) -> String {
      #"{"command": "chart", "inputs": "\#(scratch.path)/\#(spec)", "output": "\#(scratch.path)/\#(output)", "format": "png"}"#
    }
    let answer = try shippedWorkshop().answer(job(output))
    #expect(answer.contains("output.is-input"), "\(answer)")
    #expect(bytes(output) == before)
    // The account is the job's own.
    let next = try shippedWorkshop().answer(job("free.png"))
    #expect(next.contains("\"status\": 0"), "\(next)")
  }

  @Test("names with control characters reach no terminal as such") func controls() throws {
    let name = "x\u{1B}[31m\u{202E}.csv"
    _ = try scratch.file(name, Array("INDICATOR,OBS_VALUE\n\"a,5\n".utf8))
    _ = try scratch.file("keys.report.md", Array("---\ntitle: t\n\"ke\\ey\": 1\ndata: a.txt\n---\n\n# a\n\nb\n".utf8))
    _ = try scratch.file("mark.yaml", Array("data: {values: [{a: 1}]}\nmark: \"ba\\e[2Jr\"\nencoding: {}\n".utf8))
    let runs = [
      try Program(["check", name], in: scratch.path), try Program(["render", "keys.report.md", "-o", "k.svg"], in: scratch.path),
      try Program(["chart", "mark.yaml", "-o", "k.svg"], in: scratch.path),
      try Program(["chart", "c.yaml", "--\u{1B}[31m", "-o", "k.svg"], in: scratch.path),
      try Program(["chart", "c.yaml", "-o", "k\u{1B}[5m.svg", "--dry-run"], in: scratch.path),
    ]
    for run in runs {
      #expect((run.output + run.errors).contains("\\u{1B}"), "\(run.output)\(run.errors)")
      #expect(!(run.output + run.errors).unicodeScalars.contains { ($0.value < 0x20 && $0 != "\n" && $0 != "\t") || $0.value == 0x202E })
    }
  }

  @Test("a date that is none is said of workbooks too") func dates() throws {
    let run = try Program(["extract", "a.txt", "-o", "x.xlsx"], in: scratch.path, environment: ["SOURCE_DATE_EPOCH": "abc"])
    #expect(run.status == 1 && run.errors.contains("[date.invalid]") && bytes("x.xlsx") == nil, "\(run.errors)")
  }

  @Test("a batch keeps its manifest") func batch() throws {
    let text = "- {command: chart, inputs: c.yaml, output: m.yaml, format: svg}\n"
    _ = try scratch.file("m.yaml", Array(text.utf8))
    let run = try Program(["batch", "m.yaml"], in: scratch.path)
    #expect(run.status == 1 && run.output.contains("output.is-input"), "\(run.output)\(run.errors)")
    let journal = try Program(["batch", "m.yaml", "--journal", "m.yaml"], in: scratch.path)
    #expect(journal.status == 1 && journal.errors.contains("[output.is-input]"), "\(journal.errors)")
    #expect(bytes("m.yaml") == Data(text.utf8))
  }
}
