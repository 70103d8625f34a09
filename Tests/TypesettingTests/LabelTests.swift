import Diagnostics
import Fonts
import Geometry
import Scene
import Testing
import Typesetting

@Suite(.enabled(if: TestFonts.sans != nil)) struct LabelTests {
  func label(_ text: String, _ change: (inout TextStyle) -> Void = { _ in }) throws -> Line {
    let library = try #require(TestFonts.library)
    var style = TextStyle(font: try #require(TestFonts.sans), size: .pt(10))
    change(&style)
    return Typesetter(fonts: library).label(text, style)
  }

  @Test func anEmAnIdeograph() throws {
    let line = try label("知识产权")
    #expect(line.width == .pt(40))
    #expect(line.frame.size == Size(40, 10))
    #expect(abs(line.frame.baseline.points - 8.8) < 1e-9)
  }

  @Test func aQuarterEmBetweenHanAndFigures() throws {
    let gap = try label("年2").width.points - label("年").width.points - label("2").width.points
    #expect(abs(gap - 2.5) < 1e-4)
    let beside = try label("，2").width.points - label("2").width.points
    #expect(abs(beside - 10) < 1e-4)
  }

  @Test(
    "no gap beside a sign between a Chinese unit and a number; a number with its sign has one",
    arguments: [
      (["元", "÷", "10"], 0.0), (["元", "＝", "10"], 0), (["10", "＝", "元"], 0), (["米", "×", "20"], 0), (["元", "＞", "1"], 0),
      (["为", "±5"], 2.5),
    ] as [([String], Double)])
  func signs(parts: [String], gap: Double) throws {
    let apart = try parts.map { try label($0).width.points }.reduce(0, +)
    #expect(abs(try label(parts.joined()).width.points - apart - gap) < 1e-3)
  }

  @Test("a label is parted between words, and what leans on a word goes with it")
  func words() throws {
    let style = TextStyle(font: try #require(TestFonts.sans), size: .pt(10))
    let kept = StyledText("有效发明专利的数A量", style).keepingWords { _ in [0..<2, 2..<4, 4..<6, 6..<7, 7..<8, 9..<10] }
    #expect(kept.words == [0..<2, 2..<4, 4..<8])
  }

  @Test func textIsKeptAsWritten() throws {
    let line = try label("2022年，广西（含“金”）")
    let runs = line.frame.items.compactMap { if case .text(let run) = $0.item { run } else { nil } }
    #expect(runs.map(\.text).joined() == "2022年，广西（含“金”）")
    #expect(
      runs.allSatisfy { run in run.glyphs.map(\.cluster) == (0..<UInt32(run.text.unicodeScalars.count)).map { $0 } })
    for run in runs {
      let sum = run.glyphs.reduce(0.0) { $0 + Double($1.advance) } * run.size.points
      #expect(abs(sum - run.width.points) < 1e-3)
    }
  }

  @Test func missingGlyphsAreNamed() throws {
    let library = try #require(TestFonts.library)
    let style = TextStyle(font: try #require(TestFonts.sans), size: .pt(10))
    let found = Typesetter(fonts: library).missingGlyphs(in: StyledText("知㐀识", style))
    #expect(found.map(\.rule) == ["font.missing-glyph"])
    #expect(try #require(found.first).message.contains("U+3400"))
  }

  /// Noncharacters, private-use characters and control codes cannot be exchanged: they are left out, and said.
  @Test(arguments: [0xFFFE, 0xE000, 0x10FFFD, 0xFDD0, 0x07, 0x9B] as [UInt32]) func strayCharactersAreLeftOut(value: UInt32) throws {
    let stray = String(Character(try #require(Unicode.Scalar(value))))
    let typesetter = Typesetter(fonts: try #require(TestFonts.library))
    let style = TextStyle(font: try #require(TestFonts.sans), size: .pt(10))
    let text = StyledText("知\(stray)识", style)
    #expect(typesetter.missingGlyphs(in: text).map(\.rule) == ["text.character"])
    #expect(typesetter.label(text).width == typesetter.label("知识", style).width)
    #expect(typesetter.paragraph(text, style: ParagraphStyle(leading: .pt(18)), width: .pt(100)).value.map(\.text) == ["知识"])
  }
}
