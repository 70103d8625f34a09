import Fonts
import Scene
import Testing

@Suite(.enabled(if: TestFonts.sans != nil)) struct ShapingTests {
  func shape(_ text: String, _ script: ShapingStyle.Script, _ language: Language, tabular: Bool = false) throws
    -> [ShapedGlyph]
  {
    let library = try #require(TestFonts.library)
    let face = library.typeface(try #require(TestFonts.sans))
    var shaper = Shaper()
    var glyphs: [ShapedGlyph] = []
    let scalars = Array(text.unicodeScalars)
    shaper.shape(
      scalars, 0..<scalars.count, in: face, ShapingStyle(script: script, language: language, tabularFigures: tabular),
      into: &glyphs)
    return glyphs
  }

  @Test func ideographsAreOneEmWide() throws {
    let glyphs = try shape("知识产权", .han, .simplifiedChinese)
    #expect(glyphs.map(\.advance) == [1, 1, 1, 1])
    #expect(glyphs.map(\.cluster) == [0, 1, 2, 3])
    #expect(glyphs.allSatisfy { $0.id != 0 })
  }

  @Test func theLanguageMakesTheChineseDashOneEm() throws {
    #expect(try shape("—", .han, .simplifiedChinese).first?.advance == 1)
    #expect(try #require(try shape("—", .latin, .english).first).advance < 1)
  }

  @Test func languagesHaveTheirOwnForms() throws {
    let simplified = try shape("骨", .han, .simplifiedChinese)
    #expect(try shape("骨", .han, .traditionalChinese) != simplified)
  }

  @Test func noLigatures() throws {
    #expect(try shape("office", .latin, .english).count == 6)
  }

  @Test func quotationMarksAreNarrowInLatinText() throws {
    #expect(try shape("“", .han, .simplifiedChinese).first?.advance == 1)
    #expect(try #require(try shape("“", .latin, .english).first).advance < 0.6)
  }

  @Test func marksLoseTheirBlankByTheFontsOwnData() throws {
    let library = try #require(TestFonts.library)
    let face = library.typeface(try #require(TestFonts.sans))
    #expect(face.trim(of: "（", language: .simplifiedChinese) == PunctuationTrim(left: 0.5, right: 0))
    #expect(face.trim(of: "。", language: .simplifiedChinese) == PunctuationTrim(left: 0, right: 0.5))
    #expect(face.trim(of: "文", language: .simplifiedChinese) == nil)
  }

  @Test func theLineBoxIsOneEmHigh() throws {
    let library = try #require(TestFonts.library)
    let metrics = library.typeface(try #require(TestFonts.sans)).metrics
    #expect(abs(metrics.ascent - 0.88) < 1e-9)
    #expect(abs(metrics.descent - 0.12) < 1e-9)
    #expect(metrics.capHeight > 0.7 && metrics.capHeight < 0.76)
  }
}
