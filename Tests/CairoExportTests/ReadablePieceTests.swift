import CairoExport
import Geometry
import PDFFile
import Scene
import Testing

/// Characters that share a glyph, as those that the font lacks, read back as themselves, without marked content in the text.
@Suite struct ReadablePieceTests {
  private func file(_ texts: [String]) throws -> [UInt8] {
    var frame = Frame(size: Size(400, 480))
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

  /// One glyph that stands for two dashes; two glyphs of a letter with its mark; two glyphs of one character.
  @Test func noMarkedContentInText() throws {
    let sans = SampleFont.sans
    let width = Length.pt(6)
    func run(_ text: String, _ glyphs: [(UInt16, UInt32)]) -> TextRun {
      TextRun(
        text: text, font: FontID(0), size: .pt(12), fill: .black, glyphs: glyphs.map { Glyph(id: $0.0, advance: 0.5, cluster: $0.1) },
        width: width * Double(glyphs.count), ascent: .pt(10), descent: .pt(2), language: .english)
    }
    let (a, b, c) = (sans.glyph("a"), sans.glyph("b"), sans.glyph("-"))
    let runs = [
      run("a-b\u{2010}a", [(a, 0), (c, 1), (b, 2), (c, 3), (a, 4)]), run("xa\u{301}y", [(b, 0), (a, 1), (c, 1), (b, 3)]),
      run("\u{1F34A}\u{1F34B}", [(0, 0), (0, 1)]), run("甲乙", [(a, 0), (b, 0), (c, 0), (a, 1)]), run("ﬃffi", [(c, 0), (b, 1)]),
    ]
    var frame = Frame(size: Size(400, 300))
    for (index, run) in runs.enumerated() { frame.place(.text(run), at: Point(20, 30 + 20 * Double(index)), role: .body) }
    let document = PagedDocument(
      info: DocumentInfo(title: "甲", language: .english), pages: [Page(number: 1, label: "1", frame: frame)], fonts: [sans.resource])
    let bytes = try writePDF(document, options: PDFOptions(standard: .none))
    #expect(try readPDF(bytes, document: "a.pdf").pages == [runs.map(\.text).joined()])
    let pdf = try QPDFFile.reading(bytes)
    let content = String(decoding: pdf.content(ofPage: try #require(pdf.pages.first)), as: UTF8.self)
    #expect(!content.contains("ActualText"))
  }

  /// Every character of a text that no font has needs one.
  @Test func theirNumberIsLimited() throws {
    let texts = (0..<20).map { line in
      String(String.UnicodeScalarView((0..<30).compactMap { Unicode.Scalar(0x1F300 + UInt32(30 * line + $0)) }))
    }
    let bytes = try file(texts)
    #expect(try readPDF(bytes, document: "a.pdf").pages == [texts.joined()])
    let pdf = try QPDFFile.reading(bytes)
    #expect(pdf.keys(pdf.get(pdf.get(try #require(pdf.pages.first), "/Resources"), "/Font")).count <= 510)
  }
}
