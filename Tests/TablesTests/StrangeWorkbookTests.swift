import Articles
import Diagnostics
import Documents
import Extraction
import Foundation
import Indicators
import Tables
import Testing

/// What is wrong in a workbook is said with its sheet and cell; what could harm is refused.
@Suite("Strange and hostile workbooks")
struct StrangeWorkbookTests {
  /// A workbook of one sheet with these rows of XML.
  private func workbook(_ rows: String, extra: [(name: String, bytes: [UInt8])] = []) -> [(name: String, bytes: [UInt8])] {
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    let relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    return [
      (
        "xl/workbook.xml",
        Array(
          "<workbook xmlns=\"\(main)\" xmlns:r=\"\(relations)\"><sheets><sheet name=\"数据\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"
            .utf8)
      ),
      (
        "xl/_rels/workbook.xml.rels",
        Array("<Relationships><Relationship Id=\"rId1\" Target=\"worksheets/sheet1.xml\"/></Relationships>".utf8)
      ),
      ("xl/worksheets/sheet1.xml", Array("<worksheet xmlns=\"\(main)\"><sheetData>\(rows)</sheetData></worksheet>".utf8)),
    ] + extra
  }

  private func text(_ place: String, _ text: String) -> String { "<c r=\"\(place)\" t=\"inlineStr\"><is><t>\(text)</t></is></c>" }
  private var head: String { "<row r=\"1\">" + text("A1", "地区") + text("B1", "产量（吨）") + "</row>" }

  private func findings(_ parts: [(name: String, bytes: [UInt8])]) -> [Diagnostic] {
    do {
      let article = try article(storedArchive(parts), name: "a.xlsx")
      return article.diagnostics + statedFigures(in: article.value, language, tableWords).diagnostics
    } catch {
      return (error as? Diagnostics)?.all ?? []
    }
  }

  @Test("formulas without a saved value and errors are named by sheet and cell; nothing is computed")
  func formulas() throws {
    let rows =
      head + "<row r=\"2\">" + text("A2", "江北区") + "<c r=\"B2\"><f>1+1</f></c></row><row r=\"3\">" + text("A3", "平山县")
      + "<c r=\"B3\" t=\"e\"><f>1/0</f><v>#DIV/0!</v></c></row><row r=\"4\">"
      + text("A4", "南湖县") + "<c r=\"B4\"><f>WEBSERVICE(\"http://localhost/\")</f><v>7</v></c></row>"
    let article = try article(storedArchive(workbook(rows)), name: "a.xlsx")
    #expect(article.diagnostics.map(\.rule) == ["sheet.formula", "sheet.error"])
    #expect(article.diagnostics[0].message.contains("数据") && article.diagnostics[0].message.contains("B2"))
    #expect(article.diagnostics[1].message.contains("B3"))
    #expect(factLines(article.value) == ["B4 level 产量 7吨 南湖县 -"])
  }

  @Test("macros are said, and not run")
  func macros() {
    let rows = head + "<row r=\"2\">" + text("A2", "江北区") + "<c r=\"B2\"><v>5</v></c></row>"
    #expect(findings(workbook(rows, extra: [("xl/vbaProject.bin", [1, 2, 3])])).map(\.rule) == ["document.macros"])
  }

  @Test(
    "entities in a sheet are refused",
    arguments: [
      "<!DOCTYPE s [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">]><worksheet><sheetData><row><c t=\"str\"><v>&b;</v></c></row></sheetData></worksheet>",
      "<!DOCTYPE s SYSTEM \"file:///etc/passwd\"><worksheet/>",
    ])
  func entities(sheet: String) {
    var parts = workbook("")
    parts[2].bytes = Array(sheet.utf8)
    #expect(findings(parts).map(\.rule) == ["document.doctype"])
  }

  @Test("a part that says it unpacks to more than the limit, and too many parts")
  func bombs() {
    #expect(rules(storedArchive(workbook(head), statedSize: 300 << 20)) == ["document.limit"])
    let many = (0..<10_001).map { (name: "p\($0)", bytes: [UInt8]()) }
    #expect(rules(storedArchive(many)) == ["document.limit"])
  }

  @Test("an encrypted part")
  func encrypted() { #expect(rules(storedArchive(workbook(head), flags: 1)) == ["document.encrypted"]) }

  private func rules(_ bytes: [UInt8]) -> [String] {
    do {
      return try article(bytes, name: "a.xlsx").diagnostics.map(\.rule)
    } catch {
      return (error as? Diagnostics)?.all.map(\.rule) ?? []
    }
  }

  @Test("a cell far away from the others is said, not laid out")
  func farCell() {
    let rows =
      head + "<row r=\"2\">" + text("A2", "江北区") + "<c r=\"B2\"><v>5</v></c></row><row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row>"
    #expect(findings(workbook(rows)).contains { $0.rule == "table.size" && $0.message.contains("数据") })
  }

  @Test("a sheet without heads over its figures")
  func noHead() {
    let rows =
      "<row r=\"1\">" + text("A1", "江北区") + "<c r=\"B1\"><v>5</v></c><c r=\"C1\"><v>6</v></c></row><row r=\"2\">" + text("A2", "平山县")
      + "<c r=\"B2\"><v>5</v></c><c r=\"C2\"><v>7</v></c></row>"
    #expect(findings(workbook(rows)).contains { $0.rule == "table.head" })
  }
}
