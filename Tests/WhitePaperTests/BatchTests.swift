import Foundation
import Testing

/// Many jobs in one run, as a user starts them.
@Suite(.enabled(if: Program.isBuilt)) struct BatchTests {
  private let scratch: Scratch

  init() throws {
    scratch = try Scratch()
    for (number, area) in ["广东", "广西", "江苏", "浙江", "四川", "湖南"].enumerated() {
      _ = try scratch.file("\(area).txt", Array("2022年，\(area)发明专利授权\(number + 2).5万件，同比增长12.1%。\n".utf8))
    }
    _ = try scratch.file(
      "extract.yaml",
      Array(
        """
        - command: extract
          parameters: {area: [广东, 广西, 江苏, 浙江, 四川, 湖南], kind: [yaml, json, csv]}
          inputs: "{area}.txt"
          output: "out/{area}.{kind}"
        """.utf8))
  }

  private func outputs() -> [String: Data] {
    let folder = scratch.path + "/out"
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return Dictionary(uniqueKeysWithValues: names.map { ($0, FileManager.default.contents(atPath: "\(folder)/\($0)") ?? Data()) })
  }

  @Test("rows come in the manifest's order, whatever the number of workers") func order() throws {
    let one = try Program(["batch", "extract.yaml", "--jobs", "1"], in: scratch.path)
    let first = outputs()
    let three = try Program(["batch", "extract.yaml", "--jobs", "3"], in: scratch.path)
    #expect(one.status == 0 && three.status == 0, "\(one.errors) \(three.errors)")
    #expect(one.output == three.output && outputs() == first)
    #expect(first.count == 18)
    let ids = one.output.split(separator: "\n").map { $0.prefix { $0 != "," } }
    #expect(ids == (1...18).map { "{\"id\": \"\($0)\"" })
    #expect(one.errors.hasPrefix("18 done, 0 failed, in "))
  }

  @Test("a dry run tells what would be written, and does nothing") func dryRun() throws {
    let run = try Program(["batch", "extract.yaml", "--dry-run"], in: scratch.path)
    #expect(run.status == 0 && run.errors == "18 would be done, 0 would fail\n", "\(run.errors)")
    #expect(run.output.hasPrefix("job 1: would write ") && run.output.contains("out/广东.yaml into a new folder\n"), "\(run.output)")
    #expect(outputs().isEmpty && !FileManager.default.fileExists(atPath: scratch.path + "/extract.yaml.done"))
    _ = try scratch.file(
      "lost.yaml",
      Array("- {command: extract, inputs: missing.txt, output: a.yaml}\n- {command: extract, inputs: 广东.txt, output: extract.yaml}\n".utf8))
    let lost = try Program(["batch", "lost.yaml", "--dry-run"], in: scratch.path)
    #expect(lost.status == 1 && lost.errors == "1 would be done, 1 would fail\n", "\(lost.errors)")
    #expect(lost.output.contains("\"input.missing\"") && lost.output.contains("would replace "), "\(lost.output)")
  }

  @Test("a key that the format does not heed is told") func unheededKeys() throws {
    _ = try scratch.file("dpi.yaml", Array("- {command: render, inputs: 广东.txt, output: a.scene.json, dpi: 200, pages: 1}\n".utf8))
    let run = try Program(["batch", "dpi.yaml"], in: scratch.path)
    #expect(
      run.status == 0 && run.output.contains("“dpi” has no effect on .scene.json") && !run.output.contains("“pages”"), "\(run.output)")
  }

  @Test("a job that fails or hangs ends no other") func failures() throws {
    // Nobody writes into it: whoever reads it waits.
    let made = unsafe mkfifo(scratch.path + "/endless.txt", 0o600)
    #expect(made == 0)
    _ = try scratch.file("plain.txt", Array("今天天气很好。\n".utf8))
    _ = try scratch.file(
      "mixed.yaml",
      Array(
        """
        - {command: extract, inputs: plain.txt, output: plain.yaml}
        - {command: extract, inputs: endless.txt, output: endless.yaml}
        - {command: extract, inputs: missing.txt, output: missing.yaml}
        - {command: extract, inputs: 广东.txt, output: good.yaml}
        """.utf8))
    let run = try Program(["batch", "mixed.yaml", "--jobs", "2", "--time-limit", "20"], in: scratch.path)
    let rows = run.output.split(separator: "\n")
    #expect(run.status == 1 && rows.count == 4)
    let rules = ["figures.none", "job.time", "input.missing"]
    for (row, rule) in zip(rows, rules) { #expect(row.contains("\"status\": 1") && row.contains("\"\(rule)\""), "\(row)") }
    #expect(rows.last?.contains("\"status\": 0") == true)
    #expect(run.errors.hasPrefix("1 done, 3 failed, in "))
    #expect(scratch.names.contains("good.yaml"))
  }

  @Test("a job that needs more memory than its limit fails alone") func memory() throws {
    let line = "2022年，广东发明专利授权5.5万件，同比增长12.1%。\n"
    _ = try scratch.file("large.txt", Array(String(repeating: line, count: 150_000).utf8))
    _ = try scratch.file(
      "large.yaml",
      Array("[{command: extract, inputs: large.txt, output: large.csv}, {command: extract, inputs: 广东.txt, output: good.csv}]".utf8))
    let run = try Program(["batch", "large.yaml", "--jobs", "1", "--memory-limit", "64"], in: scratch.path)
    let rows = run.output.split(separator: "\n")
    #expect(run.status == 1 && rows.count == 2)
    #expect(rows.first?.contains("\"job.ended\"") == true && rows.last?.contains("\"status\": 0") == true, "\(run.output)")
    #expect(!scratch.names.contains("large.csv") && scratch.names.contains("good.csv"))
  }

  @Test("a run that is killed goes on where it was") func resume() throws {
    let kills = Int(ProcessInfo.processInfo.environment["WHITEPAPER_KILLS"] ?? "") ?? 4
    #expect(try Program(["batch", "extract.yaml"], in: scratch.path).status == 0)
    let whole = outputs()
    var generator = SystemRandomNumberGenerator()
    for _ in 0..<kills {
      try FileManager.default.removeItem(atPath: scratch.path + "/out")
      try FileManager.default.removeItem(atPath: scratch.path + "/extract.yaml.done")
      let process = Process()
      process.executableURL = URL(fileURLWithPath: Program.path)
      process.arguments = ["batch", "extract.yaml", "--jobs", "2"]
      process.currentDirectoryURL = URL(fileURLWithPath: scratch.path)
      process.standardOutput = FileHandle.nullDevice
      process.standardError = FileHandle.nullDevice
      try process.run()
      usleep(UInt32.random(in: 50_000...1_500_000, using: &generator))
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      let run = try Program(["batch", "extract.yaml", "--resume"], in: scratch.path)
      #expect(run.status == 0, "\(run.errors)")
      #expect(outputs() == whole)
    }
    let again = try Program(["batch", "extract.yaml", "--resume"], in: scratch.path)
    #expect(again.errors.hasPrefix("0 done, 0 failed, 18 done before, in "))
    // What was changed or is gone is done again.
    _ = try scratch.file("广东.txt", Array("2022年，广东发明专利授权9.5万件。\n".utf8))
    try FileManager.default.removeItem(atPath: scratch.path + "/out/湖南.csv")
    #expect(try Program(["batch", "extract.yaml", "--resume"], in: scratch.path).errors.hasPrefix("4 done, 0 failed, 14 done before"))
  }
}

/// Jobs by lines, as pipelines ask for them.
@Suite(.enabled(if: Program.isBuilt)) struct WorkerTests {
  @Test("every line has one answer, in order, and no line ends the others") func answers() throws {
    let scratch = try Scratch()
    let article = "2022年，广东省发明专利授权11.5万件，同比增长12.1%。"
    let chart =
      #"{\"mark\": \"bar\", \"data\": {\"values\": [{\"a\": \"甲\", \"b\": 5}]}, \"encoding\": {\"x\": {\"field\": \"a\", \"type\": \"nominal\"}, \"y\": {\"field\": \"b\", \"type\": \"quantitative\"}}}"#
    let lines = [
      #"{"id": 7, "command": "extract", "text": "\#(article)", "format": "jsonl"}"#,
      "", "no job", "[1]", #"{"id": "x"}"#, #"{"id": "deep", "command": "chart", "text": "\#(String(repeating: "[", count: 5000))"}"#,
      #"{"id": "pdf", "command": "render", "text": "\#(article)", "layout": "card"}"#,
      #"{"id": "chart", "command": "chart", "name": "a.json", "text": "\#(chart)", "format": "svg"}"#,
      #"{"id": "report", "command": "render", "name": "a.report.md", "text": "---\ntitle: 甲\ndata: [data/b.txt]\n---\n\n# 一\n\n{{发明专利授权}}\n", "files": {"data/b.txt": "\#(article)"}, "output": "a.pdf"}"#,
      #"{"id": "last", "command": "check", "text": "\#(article)"}"#,
    ]
    let run = try Program(["worker"], in: scratch.path, input: lines.joined(separator: "\n") + "\n")
    #expect(run.status == 0, "\(run.errors)")
    let rows = try run.output.split(separator: "\n").map {
      try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
    }
    #expect(rows.map { "\($0["id"] ?? "")" } == ["7", "<null>", "<null>", "<null>", "x", "deep", "pdf", "chart", "report", "last"])
    #expect(rows.map { $0["status"] as? Int } == [0, 1, 1, 1, 1, 1, 0, 0, 0, 0])
    #expect((rows[0]["data"] as? String)?.contains("11.5") == true)
    #expect(rows[6]["encoding"] as? String == "base64" && (rows[6]["data"] as? String)?.hasPrefix("JVBERi0") == true)
    #expect((rows[7]["data"] as? String)?.contains("<svg") == true)
    #expect(rows[8]["files"] as? [String] == ["a.pdf"] && scratch.names == ["a.pdf"])
  }

  @Test("a worker of one core gives what a worker of all cores gives") func oneCore() throws {
    let scratch = try Scratch()
    let articles = [project + "/Examples/guangdong-2022.txt", project + "/Examples/guangxi-2022.txt"]
    let job = #"{"id": 1, "command": "render", "inputs": ["\#(articles[0])", "\#(articles[1])"], "layout": "brief"}"# + "\n"
    let alone = try Program(["worker", "--cores", "1"], in: scratch.path, input: job)
    let together = try Program(["worker"], in: scratch.path, input: job)
    #expect(alone.status == 0 && alone.output.contains("\"status\": 0"), "\(alone.output.prefix(300))")
    #expect(alone.output == together.output)
    #expect(try Program(["worker", "--cores", "0"], in: scratch.path, input: job).status == 2)
  }

  @Test("a report in memory reads only what came with it") func reportInMemory() throws {
    let scratch = try Scratch()
    _ = try scratch.file("secret.txt", Array("2022年，广东省发明专利授权11.5万件。\n".utf8))
    try FileManager.default.createDirectory(atPath: scratch.path + "/work", withIntermediateDirectories: true)
    let job = #"{"id": 1, "command": "render", "name": "a.report.md", "text": "---\ntitle: 甲\ndata: [../secret.txt]\n---\n\n# 一\n"}"#
    let run = try Program(["worker"], in: scratch.path + "/work", input: job + "\n")
    #expect(run.output.contains("\"report.outside\"") && run.output.contains("\"status\": 1"))
  }
}
