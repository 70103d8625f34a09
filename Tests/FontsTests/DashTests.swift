import Fonts
import Scene
import Testing

@Suite(.enabled(if: TestFonts.sans != nil)) struct DashTests {
  func shape(_ text: String) throws -> [ShapedGlyph] {
    let library = try #require(TestFonts.library)
    var shaper = Shaper()
    var glyphs: [ShapedGlyph] = []
    let scalars = Array(text.unicodeScalars)
    shaper.shape(
      scalars, 0..<scalars.count, in: library.typeface(try #require(TestFonts.sans)),
      ShapingStyle(script: .han, language: .simplifiedChinese), into: &glyphs)
    return glyphs
  }

  @Test func aDoubleDashIsTwoGlyphsThatTouch() throws {
    let glyphs = try shape("文——文")
    #expect(glyphs.map(\.cluster) == [0, 1, 2, 3])
    #expect(glyphs.map(\.advance) == [1, 1, 1, 1])
    #expect(glyphs[1].id == glyphs[2].id)
    #expect(glyphs[1].dx > 0.05 && glyphs[2].dx < -0.05)
  }

  @Test func aTwoEmDashIsTwoEmWide() throws {
    let glyphs = try shape("⸺")
    #expect(glyphs.reduce(0) { $0 + $1.advance } == 2)
    #expect(glyphs.allSatisfy { $0.id != 0 && $0.cluster == 0 })
  }
}
