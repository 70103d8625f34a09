import Foundation
import Testing

/// Tables on the command line.
@Suite(.enabled(if: Program.isBuilt)) struct TableCommandTests {
  let scratch: Scratch

  init() throws {
    scratch = try Scratch()
    for name in ["points-and-shares.xlsx", "web-page.html", "units-in-cells.docx"] {
      _ = try scratch.file(name, [UInt8](try Data(contentsOf: URL(fileURLWithPath: project + "/Tests/TablesTests/Fixtures/" + name))))
    }
  }

  @Test("extract --table prints the figures in columns, each with its cell and what it bears on")
  func columns() throws {
    let run = try Program(["extract", "points-and-shares.xlsx", "--table"], in: scratch.path)
    #expect(run.status == 0)
    let lines = run.output.split(separator: "\n").map { $0.split(separator: " ", omittingEmptySubsequences: true).joined(separator: " ") }
    #expect(lines.first == "place kind name value unit area period note")
    #expect(
      lines.dropFirst().prefix(3) == [
        "结构!B3 level 第一产业增加值 41.2 亿元 河阳市 2024", "结构!C3 share 第一产业增加值 7.9 % 河阳市 2024 of GDP, → 结构!B3",
        "结构!D3 change 第一产业增加值 -0.3 百分点 河阳市 2024 yoy, → 结构!C3",
      ])
    #expect(lines.count == 10)
  }

  @Test("extract --table of a page and a document", arguments: [("web-page.html", 14), ("units-in-cells.docx", 5)])
  func others(name: String, count: Int) throws {
    let run = try Program(["extract", name, "--table", "-o", "out.txt"], in: scratch.path)
    #expect(run.status == 0)
    let text = try String(contentsOfFile: scratch.path + "/out.txt", encoding: .utf8)
    #expect(text.split(separator: "\n").count == count + 1, "\(text)")
  }

  @Test("extract -o x.xlsx writes numbers, which this program reads back; the same bytes twice")
  func workbook() throws {
    #expect(try Program(["extract", "points-and-shares.xlsx", "-o", "one.xlsx"], in: scratch.path).status == 0)
    #expect(try Program(["extract", "points-and-shares.xlsx", "-o", "two.xlsx"], in: scratch.path).status == 0)
    #expect(
      try Data(contentsOf: URL(fileURLWithPath: scratch.path + "/one.xlsx"))
        == (try Data(contentsOf: URL(fileURLWithPath: scratch.path + "/two.xlsx"))))
    let again = try Program(["extract", "one.xlsx", "--format", "jsonl"], in: scratch.path)
    #expect(again.status == 0)
    for value in ["41.2", "7.9", "-0.3", "258.6"] { #expect(again.output.contains("\"value\": \"\(value)\""), "\(value)") }
  }

  @Test("a workbook needs a file, and --table has no format")
  func usage() throws {
    #expect(try Program(["extract", "web-page.html", "--format", "xlsx"], in: scratch.path).status == 2)
    #expect(
      try Program(["extract", "web-page.html", "--table", "--format", "csv"], in: scratch.path).errors.contains("--table has no format"))
  }

  @Test("SDMX-CSV in and out, codes by a mapping file")
  func sdmx() throws {
    _ = try scratch.file("lab.csv", Array("DATAFLOW,freq,unit,geo,TIME_PERIOD,OBS_VALUE,OBS_FLAG\nX:LAB(1.0),Q,PC,AT,2023-Q1,5.1,\n".utf8))
    _ = try scratch.file("codes.yaml", Array("codes:\n  geo: {AT: Austria}\n  DATAFLOW: {\"X:LAB(1.0)\": Unemployment rate}\n".utf8))
    let run = try Program(["extract", "lab.csv", "--codes", "codes.yaml", "--format", "sdmx-csv"], in: scratch.path)
    #expect(run.status == 0, "\(run.errors)")
    #expect(
      run.output.split(separator: "\r\n").last
        == "dataflow,WHITEPAPER:FIGURES(1.0.0),I,Q,Unemployment rate,level,,,Austria,2023-Q1,5.1,%,0,1,A")
    let missing = try Program(["extract", "lab.csv", "--codes", "kodes.yaml"], in: scratch.path)
    #expect(missing.status == 1 && missing.errors.contains("codes.yaml"))
  }
}
