import CairoExport
import Diagnostics
import Geometry
import PDFFile
import Scene
import Testing

@Suite struct PDFTests {
  static let plain = PDFOptions(standard: .none)

  @Test func sameBytesTwice() throws {
    let document = sampleDocument()
    let bytes = try writePDF(document, options: Self.plain)
    #expect(bytes.starts(with: Array("%PDF-1.".utf8)))
    #expect(try writePDF(document, options: Self.plain) == bytes)
  }

  @Test(.enabled(if: Program.pdftotext.isInstalled))
  func textIsCopiedAsWritten() throws {
    let text = try Program.pdftotext.output(
      of: try writePDF(sampleDocument(), options: Self.plain), ["-raw", "%", "-"])
    for wanted in [
      "一、专利和商标质押", "2022年，广东省专利和商标质押金额970.24亿元，同比增长119.25%。", "见图1和国家知识产权局网站。",
      "到下一页：广东的金额居首。", "广东970.24亿元", "An English aside.", "纵轴标题",
    ] { #expect(text.contains(wanted)) }
  }

  @Test(.enabled(if: Program.qpdf.isInstalled))
  func outlineLinksLabelsAndMetadata() throws {
    let pdf = try writePDF(sampleDocument(), options: Self.plain)
    let json = try Program.qpdf.output(
      of: pdf, ["--json=2", "--json-key=outlines", "--json-key=pagelabels", "--json-key=qpdf", "%"])
    #expect(json.contains("\"title\": \"一、专利和商标质押\""))
    #expect(json.contains("\"title\": \"图1\""))
    #expect(json.contains("https://www.cnipa.gov.cn/a%20b?q='%E6%95%B0%E6%8D%AE'"))
    #expect(json.contains("\"/Dest\": \"u:figure-1\""))
    #expect(json.contains("\"/Title\": \"u:广东省知识产权“白皮书” & <数据>\""))
    #expect(json.contains("\"/CreationDate\": \"u:20231114221320Z"))
    #expect(json.contains("\"/P\": \"u:i\""))
  }

  @Test(.enabled(if: Program.pdfinfo.isInstalled))
  func structureFollowsTheTags() throws {
    let tree = try Program.pdfinfo.output(
      of: try writePDF(sampleDocument(), options: Self.plain), ["-struct-text", "%"])
    let lines = tree.split(separator: "\n").map { $0.drop { $0 == " " } }.map { $0.prefix { $0 != " " && $0 != "(" } }
    #expect(
      lines.filter { !$0.hasPrefix("\"") && $0 != "Object" } == [
        "Document", "Sect", "H1", "P", "Span", "Link", "Span", "Link", "Span", "Table", "TR", "TH", "TH", "TR", "TH",
        "TD", "TR", "TH", "TD", "L", "LI", "Lbl", "LBody", "LI", "Lbl", "LBody", "P", "P", "Span", "Span", "Figure",
        "Link", "Caption", "Note",
      ])
    #expect(tree.contains("\"广东970.24亿元纵轴标题裁去一半的字\""))
    #expect(!tree.contains("running head"))
  }

  func rule(_ change: (inout PagedDocument) -> Void) -> Diagnostic? {
    var document = sampleDocument()
    change(&document)
    do throws(Diagnostic) {
      _ = try writePDF(document, options: Self.plain)
      return nil
    } catch {
      return error
    }
  }

  @Test func whatCannotBeWrittenIsSaid() {
    #expect(rule { $0.pages = [] }?.rule == "pdf.no-pages")
    #expect(rule { $0.pages[0].frame.size = Size(0, 10) }?.rule == "pdf.page-size")
    #expect(rule { $0.pages[0].frame.size = Size(100, 20_000) }?.rule == "pdf.page-size")
    #expect(rule { $0.images = [] }?.rule == "image.unknown")
    #expect(rule { $0.images[0].pixels.removeLast() }?.rule == "image.size")
    #expect(rule { $0.fonts.removeLast() }?.rule == "font.unknown")
    let unloadable = rule { $0.fonts[1].path = #filePath }
    #expect(unloadable?.rule == "font.unloadable")
    #expect(unloadable?.span?.document == #filePath)
    #expect(rule { $0.fonts[1].path = "no-such-file.otf" }?.rule == "font.unloadable")
    #expect(rule { $0.fonts[1].faceIndex = 7 }?.rule == "font.unloadable")
  }

  @Test func missingPlacesAreSaidWithTheNearestName() {
    let bookmark = rule { $0.outline[1].anchor = "figure-2" }
    #expect(bookmark?.rule == "outline.target")
    #expect(bookmark?.hint == "did you mean “figure-1”?")
    let link = rule { $0.pages[0].frame.place(.link(.anchor("chapter-9"), Size(10, 10)), at: .zero, role: .body) }
    #expect(link?.rule == "link.target")
    #expect(link?.hint == "did you mean “chapter-1”?")
  }

  @Test func unusedFontsAreNeverOpened() throws {
    var document = sampleDocument()
    document.fonts.append(FontResource(name: "x", path: "no-such-file.otf", faceIndex: 0, family: "x", weight: 400))
    #expect(try writePDF(document, options: Self.plain).count > 1000)
  }

  /// What is in the file, read back without another program.
  @Test(arguments: PDFStandard.allCases) func theFileSaysWhatWasDrawn(standard: PDFStandard) throws {
    var document = sampleDocument()
    let article = Attachment(
      name: "文章.txt", bytes: Array("2022年，970.24亿元。".utf8), mediaType: "text/plain", description: "来源",
      relationship: .source)
    document.attachments = [article, StandardTests.data]
    let contents = try readPDF(try writePDF(document, options: PDFOptions(standard: standard)), document: "a.pdf")
    #expect(contents.pages == document.pages.map(\.frame.drawnText))
    #expect(contents.pages.joined().contains("广东省专利和商标质押金额970.24亿元"))
    #expect(contents.title == document.info.title)
    // cairo leaves out the prefix that the standards ask for.
    #expect(contents.date == (standard == .none ? "" : "D:") + "20231114221320Z")
    // Only PDF/A-3 has a place for them.
    #expect(contents.attachments.map(\.name) == (standard == .a3a ? ["文章.txt", "数据.csv"] : []))
    #expect(contents.attachments.map(\.bytes) == (standard == .a3a ? [article.bytes, StandardTests.data.bytes] : []))
    #expect(contents.attachments.map(\.relationship) == (standard == .a3a ? ["Source", "Data"] : []))
  }

  @Test(arguments: ["", "%PDF-1.7\n", "not a file"]) func whatIsNoPDFIsSaid(text: String) {
    #expect(throws: Diagnostic.self) { try readPDF(Array(text.utf8), document: "a.pdf") }
  }
}
