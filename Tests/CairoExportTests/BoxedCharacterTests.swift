import CairoExport
import Geometry
import PDFFile
import Scene
import Testing

/// Characters that the font lacks are drawn as boxes, and read back as themselves.
@Suite struct BoxedCharacterTests {
  private func file(_ texts: [String]) throws -> [UInt8] {
    var frame = Frame(size: Size(400, 300))
    for (index, text) in texts.enumerated() {
      frame.place(.text(SampleFont.sans.run(text, size: 12)), at: Point(20, 30 + 20 * Double(index)), role: .body)
    }
    let document = PagedDocument(
      info: DocumentInfo(title: "甲", language: .simplifiedChinese), pages: [Page(number: 1, label: "1", frame: frame)],
      fonts: [SampleFont.sans.resource])
    return try writePDF(document, options: PDFOptions(standard: .none))
  }

  /// A glyph of a font has one character: so the second character without a glyph has a font of its own, the third another.
  @Test(arguments: [
    (["\u{1F34A}甲", "\u{1F347}", "乙\u{1F34F}丙\u{1F34A}丁", "\u{10450}A"], 4), (["甲\u{1F34A}\u{1F34A}"], 1), (["甲乙"], 1),
  ])
  func eachIsReadBack(texts: [String], fontCount: Int) throws {
    let bytes = try file(texts)
    #expect(try readPDF(bytes, document: "a.pdf").pages == [texts.joined()])
    let pdf = try QPDFFile.reading(bytes)
    let fonts = pdf.get(pdf.get(try #require(pdf.pages.first), "/Resources"), "/Font")
    #expect(pdf.keys(fonts).count == fontCount)
  }

  /// Every character of a text that no font has would need one.
  @Test func theirNumberIsLimited() throws {
    let text = String(String.UnicodeScalarView((0..<30).compactMap { Unicode.Scalar(0x1F300 + UInt32($0)) }))
    let bytes = try file([text])
    #expect(try readPDF(bytes, document: "a.pdf").pages == [text])
    let pdf = try QPDFFile.reading(bytes)
    #expect(pdf.keys(pdf.get(pdf.get(try #require(pdf.pages.first), "/Resources"), "/Font")).count <= 20)
  }
}
