import Diagnostics
import Fonts
import Geometry
import Scene
import Testing
import Typesetting

/// Set lines of a sample in the project's own fonts. After a wanted change, look at the difference and put the printed text in
/// place of the file.
@Suite(.enabled(if: TestFonts.library?.font(named: "serif-regular") != nil)) struct GoldenLinesTests {
  @Test(arguments: [21, 44]) func sampleLines(ems: Int) throws {
    let library = try #require(TestFonts.library)
    let style = TextStyle(font: try #require(library.font(named: "serif-regular")), size: .pt(10.5))
    let lines = inspectLines(
      try fixture("sample.txt"), typesetter: Typesetter(fonts: library), style: style,
      paragraph: ParagraphStyle(leading: .pt(18), firstLineIndent: Em(2)), width: .pt(10.5 * Double(ems)))
    #expect(lines.value == (try? fixture("sample-\(ems)em.txt")), "\(lines.value)")
  }
}
