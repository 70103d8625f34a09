import Diagnostics
import Fonts
import Geometry
import Scene
import Testing
import Typesetting

/// Text that nobody would print must not stop the program.
@Suite(.enabled(if: TestFonts.sans != nil)) struct RobustnessTests {
  static let alphabet = Array(
    "知识产权，。、；：（）《》“”‘’——……·～-/ 0123456789.%abcXYZ\u{AD}\u{200B}\u{200D}\u{A0}\u{301}\u{FE0F}\n\r\t\u{2028}👍🏽क्षि가각é①℃→＋２．"
      .unicodeScalars)

  @Test func anyTextIsSet() throws {
    let library = try #require(TestFonts.library)
    let setter = Typesetter(fonts: library)
    var state: UInt64 = 5
    func below(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    for _ in 0..<150 {
      var text = StyledText()
      for _ in 0..<below(4) {
        var view = String.UnicodeScalarView()
        for _ in 0..<below(30) { view.append(Self.alphabet[below(Self.alphabet.count)]) }
        var style = TextStyle(font: try #require(TestFonts.sans), size: .pt(Double(below(20)) + 1))
        style.language = Language.allCases[below(4)]
        text.append(String(view), style, noBreak: below(5) == 0)
      }
      var paragraph = ParagraphStyle(leading: .pt(18), firstLineIndent: Em(Double(below(3))))
      paragraph.alignment = ParagraphStyle.Alignment.allCases[below(4)]
      paragraph.balanced = below(4) == 0
      paragraph.hangingPunctuation = below(3) == 0
      let width = Double(below(200))
      let set = setter.paragraph(text, style: paragraph, width: .pt(width))
      let tooWide = set.diagnostics.contains { $0.rule == "line.too-wide" }
      if paragraph.alignment == .justified, !tooWide {
        #expect(set.value.allSatisfy { $0.width.points < width + 0.01 })
      }
      _ = setter.label(text)
    }
  }

  @Test func nothingGivesNoLine() throws {
    let library = try #require(TestFonts.library)
    let setter = Typesetter(fonts: library)
    let style = TextStyle(font: try #require(TestFonts.sans), size: .pt(10))
    for text in [StyledText(), StyledText("", style), StyledText("  \n", style)] {
      let set = setter.paragraph(text, style: ParagraphStyle(leading: .pt(18)), width: .pt(100))
      #expect(set.value.isEmpty && set.diagnostics.isEmpty)
    }
    #expect(setter.label("", style).width == .zero)
  }

  @Test func traditionalMarksInARowTakeAnEmAndAHalf() throws {
    let library = try #require(TestFonts.library)
    var style = TextStyle(font: try #require(TestFonts.sans), size: .pt(10))
    style.language = .traditionalChinese
    let setter = Typesetter(fonts: library)
    let pair = setter.label("文。」文", style).width.points - setter.label("文文", style).width.points
    #expect(pair <= 15.001)
  }
}
