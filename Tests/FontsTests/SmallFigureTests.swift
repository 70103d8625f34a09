import Fonts
import Scene
import Testing

/// Raised and lowered figures stand in every face, each smaller than the figure itself.
@Suite(.enabled(if: TestFonts.sans != nil)) struct SmallFigureTests {
  @Test func theFacesHaveThem() throws {
    let library = try #require(TestFonts.library)
    for index in library.resources.indices where library.resources[index].family.hasPrefix("Noto") {
      let face = library.typeface(FontID(UInt16(index)))
      for scalar in "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₒₓₙ".unicodeScalars {
        #expect(face.covers(scalar), "\(library.resources[index].name): \(scalar)")
      }
      let small = face.advance(of: try #require(face.glyph(for: "₂")))
      let whole = face.advance(of: try #require(face.glyph(for: "2")))
      #expect((0.45...0.75).contains(small / whole))
    }
  }
}
