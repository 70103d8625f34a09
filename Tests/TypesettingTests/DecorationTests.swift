import Diagnostics
import Fonts
import Geometry
import Scene
import Testing
import Typesetting

/// Underlines, links and emphasis dots belong to characters, not to the blanks between them.
@Suite(.enabled(if: TestFonts.sans != nil)) struct DecorationTests {
  func style(_ change: (inout TextStyle) -> Void = { _ in }) throws -> TextStyle {
    var style = TextStyle(font: try #require(TestFonts.sans), size: .pt(10))
    change(&style)
    return style
  }
  func lines(_ text: StyledText, width: Double) throws -> [Line] {
    Typesetter(fonts: try #require(TestFonts.library))
      .paragraph(text, style: ParagraphStyle(leading: .pt(18)), width: .pt(width)).value
  }
  /// Left and right edges of the underlines.
  func rules(_ line: Line) -> [ClosedRange<Double>] {
    line.frame.items.compactMap { placed in
      guard case .shape(let shape) = placed.item, case .rect(let size, _) = shape.kind else { return nil }
      return placed.origin.x.points...(placed.origin.x + size.width).points
    }
  }
  func links(_ line: Line) -> [ClosedRange<Double>] {
    line.frame.items.compactMap { placed in
      guard case .link(_, let size) = placed.item else { return nil }
      return placed.origin.x.points...(placed.origin.x + size.width).points
    }
  }
  func expect(_ found: [ClosedRange<Double>], _ wanted: [ClosedRange<Double>]) {
    #expect(found.count == wanted.count)
    for (a, b) in zip(found, wanted) {
      #expect(abs(a.lowerBound - b.lowerBound) < 0.001 && abs(a.upperBound - b.upperBound) < 0.001, "\(a), not \(b)")
    }
  }

  /// 见 · 《 on its right half · 公报 · 》 on its left half; then the blank of 》.
  @Test func anUnderlineLeavesOutTheBlanksOfMarks() throws {
    var text = StyledText("见", try style())
    text.append("《公报》", try style { $0.underline = true })
    text.append("文", try style())
    expect(rules(try #require(try lines(text, width: 300).first)), [15...45])
  }

  @Test func anUnderlineLeavesOutTheGapBeforeFigures() throws {
    var text = StyledText("", try style())
    text.append("公报", try style { $0.underline = true })
    text.append("2022", try style())
    text.append(" note ", try style { $0.underline = true })
    text.append("end", try style())
    let line = try #require(try lines(text, width: 300).first)
    let note = try #require(
      line.frame.items.compactMap { item -> (Double, Double)? in
        guard case .text(let run) = item.item, run.text == " note " else { return nil }
        return (item.origin.x.points, run.width.points)
      }.first)
    let found = rules(line)
    expect([try #require(found.first)], [0...20])
    let space = (note.1 - Double((try lines(StyledText("note", try style()), width: 300))[0].width.points)) / 2
    expect([try #require(found.last)], [(note.0 + space)...(note.0 + note.1 - space)])
  }

  @Test func underlinesAndLinksEndWithTheLine() throws {
    var text = StyledText("前", try style())
    text.append("知识产权，知识产权保护中心", try style { $0.underline = true }, link: .uri("https://example.cn"))
    let set = try lines(text, width: 55)
    #expect(set.map(\.text) == ["前知识产权，", "知识产权保", "护中心"])
    for (line, wanted) in zip(set, [10.0...55.0, 0...55, 0...30]) {
      // The trimmed comma is half an em wide; its line ends where its box ends.
      expect(rules(line), [wanted])
      expect(links(line), [wanted])
    }
  }

  @Test func neighboursOfOneLookShareOneRule() throws {
    var text = StyledText("", try style())
    text.append("知识", try style { $0.underline = true }, link: .uri("https://a.cn"))
    text.append(
      "AI",
      try style {
        $0.underline = true
        $0.font = TestFonts.serif ?? $0.font
      }, link: .uri("https://a.cn"))
    text.append("产权", try style { $0.underline = true }, link: .uri("https://b.cn"))
    let line = try #require(try lines(text, width: 300).first)
    expect(rules(line), [0...line.width.points])
    #expect(links(line).count == 2)
  }

  @Test func aLinkOnANoteMarkStandsWhereTheMarkStands() throws {
    var text = StyledText("文", try style())
    text.append(
      "[1]",
      try style {
        $0.size = .pt(6)
        $0.baselineShift = Em(0.5)
      }, link: .anchor("n1"))
    let line = try #require(try lines(text, width: 300).first)
    let link = try #require(line.frame.items.first { if case .link = $0.item { true } else { false } })
    let mark = try #require(line.frame.items.last { if case .text = $0.item { true } else { false } })
    guard case .text(let run) = mark.item, case .link(_, let size) = link.item else { return }
    #expect(abs((link.origin.y - (mark.origin.y - run.ascent)).points) < 1e-9)
    #expect(abs((size.height - run.ascent - run.descent).points) < 1e-9)
  }

  @Test func dotsStandInTheMiddleOfIdeographsOnly() throws {
    let text = StyledText(
      "“加强、2022年（AI）·保护”。",
      try style {
        $0.emphasisDots = true
        $0.tracking = Em(0.1)
      })
    let line = try #require(try lines(text, width: 300).first)
    var wanted: [Double] = []
    for placed in line.frame.items {
      guard case .text(let run) = placed.item else { continue }
      let scalars = Array(run.text.unicodeScalars)
      var x = placed.origin.x.points
      for glyph in run.glyphs {
        if (0x4E00...0x9FFF).contains(scalars[Int(glyph.cluster)].value) { wanted.append(x + 5) }
        x += Double(glyph.advance) * 10
      }
    }
    let dots = line.frame.items.filter { if case .shape = $0.item { true } else { false } }.map(\.origin.x.points)
    #expect(wanted.count == 5)
    #expect(dots.count == 5)
    for (dot, middle) in zip(dots, wanted) { #expect(abs(dot - middle) < 0.001) }
  }
}

/// Taiwan and Hong Kong draw 。，、 in the middle of their box.
@Suite(.enabled(if: TestFonts.sans != nil)) struct CentredMarkTests {
  func lines(_ text: String, width: Double, language: Language) throws -> [Line] {
    var style = TextStyle(font: try #require(TestFonts.sans), size: .pt(10))
    style.language = language
    return Typesetter(fonts: try #require(TestFonts.library))
      .paragraph(StyledText(text, style), style: ParagraphStyle(leading: .pt(18)), width: .pt(width)).value
  }

  /// The last mark's whole box fills the line: its ink ends a quarter of an em before the edge, and no gap is stretched.
  @Test(arguments: [Language.traditionalChinese, .hongKongChinese], ["，", "。", "、"])
  func aCentredMarkKeepsItsBoxAtTheLineEnd(language: Language, mark: String) throws {
    let set = try lines("產權保護\(mark)產權保護中心", width: 50, language: language)
    #expect(set.map(\.text) == ["產權保護\(mark)", "產權保護中", "心"] || set.map(\.text) == ["產權保護\(mark)", "產權保", "護中心"])
    #expect(abs(set[0].width.points - 50) < 0.001)
    #expect(set[0].ratio == 0)
    #expect(set[0].hanGaps.allSatisfy { abs($0) < 0.001 })
  }

  /// Brackets stand at one side of their box everywhere: the blank goes.
  @Test func aBracketIsHalfAnEmAtTheLineEnd() throws {
    let set = try lines("產權保護」產權保護", width: 45, language: .traditionalChinese)
    #expect(set.map(\.text).first == "產權保護」")
    #expect(set[0].ratio == 0)
  }

  @Test func inTheMainlandAMarkIsHalfAnEmAtTheLineEnd() throws {
    let set = try lines("产权保护，产权保护", width: 45, language: .simplifiedChinese)
    #expect(set.map(\.text).first == "产权保护，")
    #expect(set[0].ratio == 0)
  }
}
