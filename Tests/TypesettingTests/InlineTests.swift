import Diagnostics
import Fonts
import Geometry
import Scene
import Testing
import Typesetting

@Suite(.enabled(if: TestFonts.sans != nil)) struct InlineTests {
  func style(_ change: (inout TextStyle) -> Void = { _ in }) throws -> TextStyle {
    var style = TextStyle(font: try #require(TestFonts.sans), size: .pt(10))
    change(&style)
    return style
  }
  func set(_ text: StyledText, width: Double, _ change: (inout ParagraphStyle) -> Void = { _ in }) throws -> [Line] {
    var paragraph = ParagraphStyle(leading: .pt(18))
    change(&paragraph)
    let library = try #require(TestFonts.library)
    return Typesetter(fonts: library).paragraph(text, style: paragraph, width: .pt(width)).value
  }
  func runs(_ line: Line) -> [(run: TextRun, origin: Point)] {
    line.frame.items.compactMap { if case .text(let run) = $0.item { (run, $0.origin) } else { nil } }
  }

  @Test func aLinkCoversEachLineOfItsText() throws {
    var text = StyledText("前", try style())
    text.append("知识产权保护中心建设情况", try style(), link: .uri("https://example.cn"))
    let lines = try set(text, width: 80)
    let links = lines.map { line in line.frame.items.filter { if case .link = $0.item { true } else { false } } }
    #expect(lines.count == 2)
    #expect(links.map(\.count) == [1, 1])
    #expect(links[0][0].origin.x == .pt(10))
    if case .link(_, let size) = links[0][0].item { #expect(abs(size.width.points - 70) < 0.01) }
  }

  @Test func aSqueezeIsNotBrokenByAStyle() throws {
    var mixed = StyledText("见（", try style())
    mixed.append("《公报》", try style { $0.underline = true })
    mixed.append("）文", try style())
    let plain = StyledText("见（《公报》）文", try style())
    let width = try #require(try set(mixed, width: 300).first).width
    #expect(abs(width.points - (try #require(try set(plain, width: 300).first).width.points)) < 0.001)
    #expect(abs(width.points - 70) < 0.001)  // 4 ideographs, 4 marks of 1/2 em, a blank before and after the brackets
  }

  @Test func noteMarksAreRaised() throws {
    var text = StyledText("金额", try style())
    text.append("1", try style { $0.baselineShift = Em(0.35) })
    let parts = runs(try #require(try set(text, width: 300).first))
    #expect(parts.count == 2)
    #expect(abs(parts[0].origin.y.points - parts[1].origin.y.points - 3.5) < 1e-9)
  }

  @Test func noteMarksKeepCloseToTheirText() throws {
    let raised = try style {
      $0.baselineShift = Em(0.35)
      $0.size = .pt(6)
    }
    var text = StyledText("知识产权", try style())
    text.append("[1]", raised)
    text.append("质押", try style())
    let parts = runs(try #require(try set(text, width: 300).first))
    #expect(abs(parts[1].origin.x.points - 40) < 0.001)
    #expect(try set(text, width: 45) { $0.alignment = .start }.map(\.text) == ["知识产", "权[1]质押"])
    let stop = StyledText(spans: [.init("文。", try style()), .init("1", raised), .init("文", try style())])
    let after = runs(try #require(try set(stop, width: 300).first))
    #expect(abs(after[1].origin.x.points - 15) < 0.001)
    #expect(abs(after[2].origin.x.points - after[1].origin.x.points - after[1].run.width.points) < 0.001)
  }

  @Test func emphasisDotsStandUnderIdeographs() throws {
    let text = StyledText("重要，", try style { $0.emphasisDots = true })
    let line = try #require(try set(text, width: 300).first)
    let dots = line.frame.items.filter { if case .shape = $0.item { true } else { false } }
    #expect(dots.map(\.origin.x) == [.pt(5), .pt(15)])
    #expect(dots.allSatisfy { $0.origin.y > line.frame.baseline })
  }

  @Test func balancedHeadingsHaveEvenLines() throws {
    let text = StyledText("知识产权质押融资规模连续三年位居全国首位", try style())
    let lines = try set(text, width: 150) {
      $0.alignment = .start
      $0.balanced = true
    }
    #expect(lines.count == 2)
    #expect(abs(lines[0].width.points - lines[1].width.points) <= 10)
  }

  @Test func wordsAreParted() throws {
    let text = StyledText("characteristics of representation", try style { $0.language = .english })
    let lines = try set(text, width: 60)
    try #require(Typesetter(fonts: try #require(TestFonts.library)).canHyphenate)
    #expect(lines.contains { $0.text.hasSuffix("-") })
    #expect(try set(text, width: 60) { $0.hyphenation = false }.allSatisfy { !$0.text.hasSuffix("-") })
  }

  @Test func marksMayHang() throws {
    let text = StyledText("知识产权，知识产权。知识", try style())
    let lines = try set(text, width: 40) { $0.hangingPunctuation = true }
    #expect(lines.map(\.text) == ["知识产权，", "知识产权。", "知识"])
    #expect(lines.dropLast().allSatisfy { abs($0.width.points - 40) < 0.01 })
  }

  @Test func aTooWideWordIsReported() throws {
    let library = try #require(TestFonts.library)
    let set = Typesetter(fonts: library).paragraph(
      StyledText("见ABCDEFGHIJKLMNOPQRSTUVWXYZ。", try style()), style: ParagraphStyle(leading: .pt(18), hyphenation: false), width: .pt(60))
    #expect(set.diagnostics.map(\.rule).contains("line.too-wide"))
    #expect(set.value.map(\.text).joined() == "见ABCDEFGHIJKLMNOPQRSTUVWXYZ。")
  }

  @Test func noBreakInsideASpan() throws {
    var text = StyledText("知识产权", try style())
    text.spans.append(.init("质押融资", try style(), noBreak: true))
    #expect(try set(text, width: 60) { $0.alignment = .start }.map(\.text) == ["知识产权", "质押融资"])
  }

  @Test func lineSeparatorsEndLines() throws {
    #expect(try set(StyledText("知识\n产权", try style()), width: 200).map(\.text) == ["知识", "产权"])
  }

  @Test func decimalPointsStandUnderEachOther() throws {
    let library = try #require(TestFonts.library)
    let column = Typesetter(fonts: library).decimalColumn(["970.24", "8.5", "—", "1,234"], style: try style())
    let digit = Typesetter(fonts: library).label("0", try style()).width.points
    #expect(abs(column.offsets[1].points - column.offsets[0].points - 2 * digit) < 0.01)
    #expect(column.offsets[3] == .zero)
  }

  @Test func inspectLinesPrintsTextRatioAndWidth() throws {
    let library = try #require(TestFonts.library)
    let out = inspectLines(
      "知识产权知识产权\n文\n", typesetter: Typesetter(fonts: library), style: try style(),
      paragraph: ParagraphStyle(leading: .pt(18)), width: .pt(40))
    #expect(out.value == "知识产权\t+0.0000\t40.000\n知识产权\t+0.0000\t40.000\n\n文\t+0.0000\t10.000\n")
  }
}
