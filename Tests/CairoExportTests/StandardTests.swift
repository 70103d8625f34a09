import Diagnostics
import Foundation
import Geometry
import PDFFile
import Scene
import Testing

@testable import CairoExport

@Suite struct StandardTests {
  static let data = Attachment(
    name: "数据.csv", bytes: Array("地区,金额\n广东,970.24\n".utf8), mediaType: "text/csv", description: "图1的数据")

  static var withData: PagedDocument {
    var document = sampleDocument()
    document.attachments = [data]
    return document
  }

  @Test func sameBytesTwice() throws {
    let bytes = try writePDF(Self.withData)
    #expect(bytes.starts(with: Array("%PDF-1.7".utf8)))
    #expect(try writePDF(Self.withData) == bytes)
  }

  @Test(.enabled(if: Program.qpdf.isInstalled))
  func everyPartOfTheStandardIsThere() throws {
    let pdf = try writePDF(Self.withData)
    let json = try Program.qpdf.output(
      of: pdf, ["--json=2", "--json-key=qpdf", "--json-stream-data=inline", "--decode-level=none", "%"])
    for wanted in [
      "\"/Lang\": \"u:zh-CN\"", "\"/DisplayDocTitle\": true", "\"/PageMode\": \"/UseOutlines\"", "\"/GTS_PDFA1\"",
      "\"/Alt\": \"u:柱形图：广东970.24亿元，“同比”增长119.25%\"", "\"/Scope\": \"/Column\"", "\"/Scope\": \"/Row\"",
      "\"/ListNumbering\": \"/Decimal\"", "\"/Lang\": \"u:en\"", "\"/Tabs\": \"/S\"", "\"/F\": 4",
      "\"/Contents\": \"u:图1\"", "\"/Contents\": \"u:https://example.org/data.csv\"", "\"/AFRelationship\": \"/Data\"",
      "\"/Subtype\": \"/text/csv\"", "\"/UF\": \"u:数据.csv\"", "\"/CreationDate\": \"u:D:20231114221320Z\"",
      "\"/S\": \"/r\"", "\"/Subtype\": \"/XML\"",
    ] { #expect(json.contains(wanted), "\(wanted)") }
    #expect(!json.contains("/Interpolate"))
    #expect(!json.contains("\"/Count\": -"))
  }

  private static let cut = Page.Cut(trim: Rect(20, 30, 200, 40.5), bleed: Rect(12, 22, 216, 56.5))

  @Test("boxes of a sheet are counted from its foot")
  func boxesOfASheet() {
    let boxes = PageBoxes(Self.cut, height: .pt(100))
    #expect(String(decoding: boxes.trim.bytes, as: UTF8.self) == "[20 29.500 220 70]")
    #expect(String(decoding: boxes.bleed.bytes, as: UTF8.self) == "[12 21.500 228 78]")
  }

  @Test("only sheets that are cut have boxes", .enabled(if: Program.qpdf.isInstalled), arguments: PDFStandard.allCases)
  func boxesInTheFile(standard: PDFStandard) throws {
    var document = sampleDocument()
    document.pages = [
      Page(number: 1, label: "", frame: line("一页")), Page(number: 2, label: "1", frame: line("裁切"), cut: Self.cut),
    ]
    document.outline = []
    let pdf = try writePDF(document, options: PDFOptions(standard: standard))
    let json = try Program.qpdf.output(of: pdf, ["--json=2", "--json-key=qpdf", "%"])
    #expect(json.components(separatedBy: "\"/TrimBox\"").count == 2)
    #expect(json.components(separatedBy: "\"/BleedBox\"").count == 2)
  }

  @Test func metadataNamesTheStandard() throws {
    func text(_ standard: PDFStandard) throws -> String {
      String(decoding: try writePDF(sampleDocument(), options: PDFOptions(standard: standard)), as: UTF8.self)
    }
    let archive = try text(.a2a)
    #expect(
      archive.contains(
        "<pdfaid:part>2</pdfaid:part>\n<pdfaid:conformance>A</pdfaid:conformance>\n<pdfuaid:part>1</pdfuaid:part>"))
    #expect(archive.contains("<rdf:li xml:lang=\"zh-CN\">广东省知识产权“白皮书” &amp; &lt;数据&gt;</rdf:li>"))
    #expect(try text(.a3a).contains("<pdfaid:part>3</pdfaid:part>"))
    #expect(try !text(.none).contains("pdfaid"))
  }

  @Test(.enabled(if: Program.qpdf.isInstalled))
  func withoutStructureLevelUIsClaimed() throws {
    var document = sampleDocument()
    document.pages = [Page(number: 1, label: "", frame: line("没有结构的一页"))]
    document.outline = []
    let pdf = try writePDF(document, options: PDFOptions(standard: .a2a))
    let text = String(decoding: pdf, as: UTF8.self)
    #expect(text.contains("<pdfaid:conformance>U</pdfaid:conformance>"))
    #expect(!text.contains("<pdfuaid:part>"))
  }

  /// A paragraph that goes on over a page, with a note between its parts.
  func interrupted() -> [Page] {
    let paragraph = StructureTag(id: 7, .paragraph)
    var first = line("页眉")
    first.size = Size(300, 100)
    first.group(line("前一半，"), at: Point(0, 20), role: .body, tag: paragraph)
    first.group(line("注文。"), at: Point(0, 60), role: .note, tag: StructureTag(id: 8, .note))
    var second = line("页眉")
    second.size = Size(300, 100)
    second.group(line("后一半。"), at: Point(0, 20), role: .body, tag: paragraph)
    return [Page(number: 1, label: "1", frame: first), Page(number: 2, label: "2", frame: second)]
  }

  @Test("parts of an element become one", .enabled(if: Program.pdfinfo.isInstalled))
  func joined() throws {
    let document = PagedDocument(
      info: DocumentInfo(title: "t", language: .simplifiedChinese), pages: interrupted(), fonts: [SampleFont.sans.resource])
    let pdf = try writePDF(document, options: PDFOptions(standard: .a2a))
    let tree = try Program.pdfinfo.output(of: pdf, ["-struct-text", "%"])
    let lines = tree.split(separator: "\n").map { $0.drop { $0 == " " } }
    let wanted = [
      "P (block)", "Span (inline)", "\"前一半，\"", "Span (inline)", "\"后一半。\"", "Note <note-8> (inline)", "\"注文。\"",
    ]
    #expect(lines.map(String.init) == wanted)
  }

  @Test(.enabled(if: Program.pdfinfo.isInstalled))
  func figuresWithoutDescription() throws {
    var page = Frame(size: Size(200, 100))
    var rule = Frame(size: Size(100, 2))
    rule.place(.shape(Shape(.rect(Size(100, 2), radius: .zero), fill: .black)), at: .zero, role: .figure)
    page.group(rule, at: .zero, role: .figure, tag: StructureTag(id: 1, .figure))
    page.group(line("只有文字"), at: Point(0, 20), role: .figure, tag: StructureTag(id: 2, .figure))
    page.group(line("正文"), at: Point(0, 60), role: .body, tag: StructureTag(id: 3, .paragraph))
    let document = PagedDocument(
      info: DocumentInfo(title: "t", language: .simplifiedChinese), pages: [Page(number: 1, label: "1", frame: page)],
      fonts: [SampleFont.sans.resource])
    let pdf = try writePDF(document, options: PDFOptions(standard: .a2a))
    let tree = try Program.pdfinfo.output(of: pdf, ["-struct", "%"])
    #expect(tree.components(separatedBy: "Figure").count == 2)
    if Program.qpdf.isInstalled {
      let json = try Program.qpdf.output(of: pdf, ["--json=2", "--json-key=qpdf", "%"])
      #expect(json.contains("\"/Alt\": \"u:只有文字\""))
    }
  }

  @Test func untaggedPaintingBecomesArtifacts() {
    func marked(_ content: String) -> String { String(decoding: markedContent(Array(content.utf8)), as: UTF8.self) }
    #expect(marked("q 1 0 0 rg 0 0 5 5 re f Q") == "q 1 0 0 rg\n/Artifact BMC 0 0 5 5 re f\nEMC Q")
    #expect(
      marked("BT /F1 9 Tf (a\\)re (m) ) Tj ET /P <</MCID 0>> BDC BT ET EMC 1 1 m 2 2 l S")
        == "\n/Artifact BMCBT /F1 9 Tf (a\\)re (m) ) Tj ET\nEMC /P <</MCID 0>> BDC BT ET EMC\n/Artifact BMC 1 1 m 2 2 l S\nEMC"
    )
    #expect(marked("/P BMC q 0 0 1 1 re f Q EMC") == "/P BMC q 0 0 1 1 re f Q EMC")
    #expect(marked("BI /W 1 ID \u{1}Do q\u{2} EI 5 w") == "\n/Artifact BMCBI /W 1 ID \u{1}Do q\u{2} EI 5 w\nEMC")
    #expect(marked("<4D> <</A /m>> [(re) 1]TJ % re f\n") == "<4D> <</A /m>> [(re) 1]TJ % re f\n")
  }

  @Test(
    "labels count in digits or Roman numbers",
    arguments: [
      ("iv", "", PageLabel.Style.lowerRoman, 4), ("XIX", "", .upperRoman, 19), ("12", "", .decimal, 12),
      ("A-3", "A-", .decimal, 3), ("附录", "附录", nil, 1), ("007", "007", nil, 1), ("iiii", "iiii", nil, 1),
      ("", "", nil, 1),
      ("Iv", "Iv", nil, 1),
    ])
  func labels(text: String, prefix: String, style: PageLabel.Style?, number: Int) {
    let label = PageLabel(text)
    #expect(label.prefix == prefix)
    #expect(label.style == style)
    #expect(label.number == number)
  }

  @Test func datesAreOfTheGregorianCalendar() {
    #expect(timestamp(0) == "1970-01-01T00:00:00Z")
    #expect(timestamp(951_782_399) == "2000-02-28T23:59:59Z")
    #expect(timestamp(951_782_400) == "2000-02-29T00:00:00Z")
    #expect(timestamp(-1) == "1969-12-31T23:59:59Z")
    #expect(timestamp(1_795_232_332) == "2026-11-21T03:38:52Z")
    #expect(timestamp(Int.max) == "9999-12-31T23:59:59Z")
  }
}
