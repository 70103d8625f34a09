import Assets
import CairoExport
import Diagnostics
import Fonts
import Foundation
import Geometry
import Scene
import Testing
import Typesetting

@Suite struct TypesetLinkTests {
  /// A paragraph as the typesetter sets it, its link broken over two lines, in a document of one page.
  func document() throws -> PagedDocument {
    let fonts = try FontLibrary(directories: [try Assets().fonts])
    let font = try #require(fonts.font(named: "serif-regular"))
    let style = TextStyle(font: font, size: .pt(10))
    var text = StyledText("依据国家知识产权局的", style)
    text.spans.append(.init("知识产权公报与年度报告", style, link: .uri("https://www.cnipa.gov.cn/")))
    text.spans.append(.init("整理，单位为亿元。", style))
    let lines = Typesetter(fonts: fonts).paragraph(text, style: ParagraphStyle(leading: .pt(16)), width: .pt(140)).value
    var paragraph = Frame(size: Size(140, 16 * Double(lines.count)))
    for (index, line) in lines.enumerated() { paragraph.merge(line.frame, at: Point(0, 16 * Double(index))) }
    var page = Frame(size: Size(200, 100))
    page.group(paragraph, at: Point(20, 20), role: .body, tag: StructureTag(id: 1, .paragraph))
    return PagedDocument(
      info: DocumentInfo(title: "t", language: .simplifiedChinese), pages: [Page(number: 1, label: "1", frame: page)],
      fonts: fonts.resources)
  }

  @Test(.enabled(if: Program.pdfinfo.isInstalled && Program.qpdf.isInstalled))
  func aLinkOverTwoLinesIsOneElementWithTwoAreas() throws {
    let pdf = try writePDF(try document(), options: PDFOptions(standard: .a2a))
    let tree = try Program.pdfinfo.output(of: pdf, ["-struct-text", "%"])
    let lines = tree.split(separator: "\n").map { String($0.drop { $0 == " " }) }.filter { !$0.hasPrefix("Object") }
    #expect(
      lines == [
        "P (block)", "Span (inline)", "\"依据国家知识产权局的\"", "Link (inline)", "\"知识产权公报与年度报告\"", "Span (inline)",
        "\"整理，单位为亿元。\"",
      ])
    let json = try Program.qpdf.output(of: pdf, ["--json=2", "--json-key=qpdf", "%"])
    #expect(json.contains("\"/Contents\": \"u:知识产权公报与年度报告\""))
    let quads = json.components(separatedBy: "\"/QuadPoints\": [")
    #expect(quads.count == 2)
    #expect(quads.last?.prefix { $0 != "]" }.split(separator: ",").count == 16)
  }

  /// cairo wraps a second character of one glyph into marked content, which some readers lose.
  @Test(
    "spaces of other widths are spaces to who copies them", .enabled(if: Program.qpdf.isInstalled),
    arguments: ["\u{A0}", "\u{2009}", "\u{2005}", "\u{202F}"])
  func spaces(space: String) throws {
    let fonts = try FontLibrary(directories: [try Assets().fonts])
    let style = TextStyle(font: try #require(fonts.font(named: "sans-regular")), size: .pt(10))
    let lines = Typesetter(fonts: fonts).paragraph(
      StyledText("Up 5\(space)% on 2023", style), style: ParagraphStyle(leading: .pt(16)), width: .pt(300)
    ).value
    var page = Frame(size: Size(400, 100))
    page.group(try #require(lines.first).frame, at: Point(20, 20), role: .body, tag: StructureTag(id: 1, .paragraph))
    let document = PagedDocument(
      info: DocumentInfo(title: "t", language: .english), pages: [Page(number: 1, label: "1", frame: page)], fonts: fonts.resources)
    let pdf = try writePDF(document, options: PDFOptions(standard: .none))
    #expect(!(try Program.qpdf.output(of: pdf, ["--qdf", "%", "-"]).contains("/ActualText")))
  }
}
