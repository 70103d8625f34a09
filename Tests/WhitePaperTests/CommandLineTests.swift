import Foundation
import Testing

/// Bad input ends with status 1, wrong usage with 2, each with a message that names the place and what to do; nothing
/// is written.
@Suite(.enabled(if: Program.isBuilt)) struct CommandLineTests {
  let scratch: Scratch

  init() throws {
    scratch = try Scratch()
    _ = try scratch.file("good.txt", Array("2022年，广东省发明专利授权11.5万件，同比增长12.1%。\n".utf8))
    _ = try scratch.file("plain.txt", Array("今天天气很好。\n".utf8))
    _ = try scratch.file("empty.txt")
    _ = try scratch.file("picture.txt", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 1])
    _ = try scratch.file("broken.txt", Array("第一行有12件。\n第二行".utf8) + [0xFF, 0xFE, 0xFF])
    _ = try scratch.file("broken.yaml", Array("observations:\n  - {name: a, value: 1, uint: 件}\n".utf8))
    _ = try scratch.file("latin.csv", Array("INDICATOR,OBS_VALUE\ncaf".utf8) + [0xE9] + Array(",5\n".utf8))
    _ = try scratch.file("open.csv", Array("INDICATOR,OBS_VALUE\n\"a,5\n".utf8))
    try FileManager.default.createDirectory(atPath: scratch.path + "/folder", withIntermediateDirectories: true)
  }

  @Test("a date that is none", arguments: ["", "abc", "1.5", "-1", "99999999999999999999"])
  func sourceDate(text: String) throws {
    let run = try Program(
      ["render", "good.txt", "-o", "a.pdf"], in: scratch.path, environment: ["SOURCE_DATE_EPOCH": text])
    #expect(run.status == 1)
    #expect(run.errors.hasPrefix("error: SOURCE_DATE_EPOCH is “\(text)”"))
    #expect(!scratch.names.contains("a.pdf"))
  }

  @Test(
    "inputs",
    arguments: [
      ("nood.txt", "nood.txt: error: there is no such file [input.missing]\n  hint: did you mean “good.txt”?"),
      ("folder", "folder: error: this is a folder, not a file [input.directory]"),
      ("empty.txt", "empty.txt: error: the file is empty [input.empty]"),
      ("picture.txt", "picture.txt: error: this is a PNG picture"), ("plain.txt", "plain.txt: error: no figures were found"),
      ("broken.txt", "broken.txt:2:4: error: byte"),
      ("broken.yaml", "broken.yaml:2:25: error: unknown key “uint” [field.unknown]\n  hint: did you mean “unit”?"),
      ("latin.csv", "latin.csv:2:4: error: the file is not UTF-8 [input.encoding]"),
      ("open.csv", "open.csv:2:1: error: the quoted cell has no end [csv.quote]"),
    ])
  func inputs(file: String, message: String) throws {
    let before = scratch.names
    for command in [["extract", file, "-o", "x.yaml"], ["check", file], ["render", file, "-o", "x.pdf"]] {
      let run = try Program(command, in: scratch.path)
      #expect(run.status == 1, "\(command)")
      #expect(run.errors.hasPrefix(message), "\(command): \(run.errors)")
      #expect(run.output.isEmpty)
    }
    #expect(scratch.names == before)
  }

  @Test(
    "options",
    arguments: [
      ("extract good.txt --format ymal", 2, "did you mean “yaml”?"), ("extract good.txt -o x.xyz", 2, "[format.unknown]"),
      ("extract good.txt -o no/x.yaml", 1, "[output.unwritable]"), ("extract good.txt -o /proc/x.yaml", 1, "[output.unwritable]"),
      ("extract good.txt --format csv -o folder", 1, "[output.unwritable]"), ("extract", 2, "Missing expected argument"),
      ("extract good.txt --series --explain", 2, "exclude each other"),
      ("extract good.txt --corrections nood.txt", 1, "[input.missing]"), ("extract good.txt --concepts broken.yaml", 1, "[field."),
      ("check good.txt --format xml", 2, "'text' and 'json'"), ("check good.txt --lang zn", 2, "did you mean “en”?"),
      ("render good.txt -o x.pdf --layout anual", 1, "did you mean “annual”?"),
      ("render good.txt -o x.pdf --theme anual", 1, "did you mean “annual”?"),
      ("render good.txt -o x.pfd", 2, "did you mean “.pdf”?"), ("render good.txt -o x.pdf --lang zh-hans", 2, "did you mean “zh-Hans”?"),
      ("render good.txt -o x.pdf --pages 5-2", 2, "[pages.invalid]"), ("render good.txt -o x.pdf --pages 900", 1, "[pages.none]"),
      ("render good.txt -o x.png --dpi 1", 2, "--dpi lies between"), ("render good.txt -o no/x.pdf", 1, "[output.unwritable]"),
      ("render good.txt -o x.png --scale 0", 2, "--scale lies between"),
      ("render good.txt -o x.pdf --pdf-standard a-3b", 2, "did you mean “a-3a”?"),
      ("extract good.txt --explain --format csv", 2, "--explain has no format"), ("render good.txt", 2, "--output"),
      ("chart good.txt -o x.png --size 12x", 2, "[size.invalid]"),
      ("chart good.txt -o x.png", 1, "good.txt:1:1: error: expected a mapping"), ("bogus", 2, "bogus"),
      ("inspect lines good.txt --width 0em", 1, "[length.invalid]"), ("compare a.png b.png", 1, "[input.missing]"),
    ] as [(String, Int32, String)])
  func options(command: String, status: Int32, message: String) throws {
    let before = scratch.names
    let run = try Program(command.split(separator: " ").map(String.init), in: scratch.path)
    #expect(run.status == status)
    #expect(run.errors.contains(message), "\(run.errors)")
    #expect(scratch.names == before)
  }

  @Test(
    "an option that the format does not heed is told",
    arguments: [
      ("render good.txt -o x.pdf --dpi 100", "--dpi has no effect on .pdf"),
      ("render good.txt -o x.report.md --pages 2", "--pages has no effect on .report.md"),
      ("render good.txt -o x.scene.json --scale 2", "--scale has no effect on .scene.json"),
      ("render good.txt -o x.svg --pages 1 --pdf-standard a-3a", "--pdf-standard has no effect on .svg"),
      ("chart bars.yaml -o x.pdf --scale 2", "--scale has no effect on .pdf"),
      ("chart bars.yaml -o x.png --pdf-standard none", "--pdf-standard has no effect on .png"),
    ])
  func unheededOptions(command: String, message: String) throws {
    _ = try scratch.file(
      "bars.yaml",
      Array(
        "data: {values: [{k: 甲, v: 1}, {k: 乙, v: 2}]}\nmark: bar\nencoding: {x: {field: v, type: quantitative}, y: {field: k, type: nominal}}\n"
          .utf8))
    let run = try Program(command.split(separator: " ").map(String.init) + ["--dry-run"], in: scratch.path)
    #expect(run.status == 0 && run.errors.contains("warning: \(message) [option.without-effect]"), "\(run.errors)")
  }

  @Test("a resolution that the layout does not heed is told") func unheededResolutions() throws {
    let card = try Program(
      ["render", "good.txt", "-o", "-", "--format", "png", "--layout", "card", "--pages", "1", "--dpi", "100", "--dry-run"],
      in: scratch.path)
    #expect(card.status == 0 && card.errors.contains("--dpi has no effect"), "\(card.errors)")
    let paper = try Program(
      ["render", "good.txt", "-o", "-", "--format", "png", "--pages", "1", "--scale", "2", "--dry-run"], in: scratch.path)
    #expect(paper.status == 0 && paper.errors.contains("--scale has no effect"), "\(paper.errors)")
  }

  @Test(
    "a small height is that of the plot, the size of a cell not that of the figure", arguments: [("", false), (", row: {field: g}", true)])
  func smallSpecs(facet: String, isGrid: Bool) throws {
    let spec =
      "title: 小图\nwidth: 400\nheight: 60\ndata: {values: [{k: 甲, v: 1, g: x}, {k: 乙, v: 2, g: y}]}\nmark: bar\nencoding: {x: {field: k, type: nominal}, y: {field: v, type: quantitative}\(facet)}\n"
    _ = try scratch.file("small.yaml", Array(spec.utf8))
    let run = try Program(["chart", "small.yaml", "-o", "small.png", "--theme", "annual"], in: scratch.path)
    #expect(run.status == 0 && !run.errors.contains("chart.height"), "\(run.errors)")
    let png = try #require(FileManager.default.contents(atPath: scratch.path + "/small.png"))
    let (width, height) = (Int(png[18]) << 8 | Int(png[19]), Int(png[22]) << 8 | Int(png[23]))
    #expect(isGrid ? width == 1200 && height == 675 : width == 400 && (100...200).contains(height), "\(width) × \(height)")
  }

  @Test("figures in findings are in the language of their source") func checksQuoteTheSource() throws {
    _ = try scratch.file(
      "port.txt",
      Array("Harbour Port Group: 2025 results\n\nRevenue was £410 million in March 2025. Revenue was £415 million in March 2025.\n".utf8))
    let english = try Program(["check", "port.txt"], in: scratch.path)
    #expect(
      english.output.contains("“Revenue” GBP 410 m and “Revenue” GBP 415 m are given for the same level, Mar 2025"), "\(english.output)")
    _ = try scratch.file("two.txt", Array("2022年3月，广东省专利质押金额970.24亿元。2022年3月，广东省专利质押金额980.24亿元。\n".utf8))
    #expect(
      try Program(["check", "two.txt"], in: scratch.path).output.contains(
        "970.24亿元 and “专利质押金额” 980.24亿元 are given for the same level, 2022年3月"))
  }

  @Test(
    "growth at constant prices does not contradict growth as paid",
    arguments: ["at constant currency", "at constant prices", "in real terms", "at constant exchange rates", ""])
  func constantPrices(words: String) throws {
    let text =
      "Harbour Retail Group plc\n\nTrading statement for the year 2025.\n\nGroup sales were £1.462 billion in 2025, up 6.3% (up 5.8%\(words.isEmpty ? "" : " " + words)).\n"
    _ = try scratch.file("sales.txt", Array(text.utf8))
    let run = try Program(["check", "sales.txt"], in: scratch.path)
    #expect(run.output.contains("c8-two-values") == words.isEmpty, "\(run.output)")
  }

  @Test func checksAreReadByPrograms() throws {
    _ = try scratch.file("ten.txt", Array("2021年，钦州市知识产权质押贷款金额仅1000万元，2022年飙升至1亿元，增长了10倍。\n".utf8))
    let run = try Program(["check", "ten.txt", "--format", "json"], in: scratch.path)
    #expect(run.status == 1)
    let findings = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [[String: Any]])
    let error = try #require(findings.first { $0["severity"] as? String == "error" })
    #expect(error["rule"] as? String == "check.c5-times")
    #expect((error["place"] as? [String: Any])?["line"] as? Int == 1)
    #expect((error["place"] as? [String: Any])?["document"] as? String == "ten.txt")
    #expect((error["related"] as? [[String: Any]])?.count == 2)
    #expect(try Program(["check", "good.txt", "--format", "json"], in: scratch.path).status == 0)
    let chinese = try Program(["check", "ten.txt", "--lang", "zh-Hans"], in: scratch.path)
    #expect(chinese.output.contains("1亿元÷1000万元＝10，应为“增长了9倍”或“增长到10倍”"))
  }

  @Test func severalInputsAreOneSet() throws {
    _ = try scratch.file("last.txt", Array("2021年，广东省发明专利授权10.28万件。2022年，广东省发明专利授权11.5万件。\n".utf8))
    let set = try Program(["extract", "good.txt", "last.txt"], in: scratch.path)
    #expect(set.status == 0)
    #expect(set.output.components(separatedBy: "kind: level").count == 3)
    #expect(set.output.contains("repeats:"))
    let lines = try Program(["extract", "good.txt", "last.txt", "--format", "jsonl"], in: scratch.path)
    #expect(lines.output.split(separator: "\n").count == 4)
    let series = try Program(["extract", "good.txt", "last.txt", "--series", "-o", "series.csv"], in: scratch.path)
    #expect(series.status == 0)
    let table = try String(contentsOfFile: scratch.path + "/series.csv", encoding: .utf8)
    // A row a year, and the changes of 2022.
    #expect(table.split(separator: "\r\n").filter { $0.hasPrefix("level,") }.count == 2)
    #expect(!table.contains("level,,"))
    #expect(try Program(["inspect", "concepts"], in: scratch.path).output.contains("gdp\t地区生产总值\t"))
  }

  @Test("schemas are JSON", arguments: ["indicators", "corrections", "concepts", "layout", "theme", "job"])
  func schemas(name: String) throws {
    let run = try Program(["inspect", "schema", name], in: scratch.path)
    let schema = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
    #expect((schema?["$schema"] as? String)?.hasSuffix("2020-12/schema") == true)
    #expect((schema?["$defs"] as? [String: Any])?.isEmpty == false)
    #expect(try Program(["inspect", "schema", name + "s"], in: scratch.path).errors.contains("did you mean “\(name)”?"))
  }

  @Test func anotherEncodingIsSaid() throws {
    let text = try Data(contentsOf: URL(fileURLWithPath: scratch.path + "/good.txt"))
    let encoding = String.Encoding(rawValue: 0x8000_0632)
    let bytes = try #require(String(decoding: text, as: UTF8.self).data(using: encoding))
    _ = try scratch.file("gb.txt", Array(bytes))
    let run = try Program(["extract", "gb.txt"], in: scratch.path)
    #expect(run.status == 0)
    #expect(run.errors.hasPrefix("gb.txt:1:1: warning: read as GB18030 [input.encoding]"))
    #expect(run.output.contains("11.5"))
  }
}
