import Diagnostics
import Fonts
import Geometry
import Scene
import StructuredData
import Testing
import Typesetting

extension Node {
  fileprivate subscript(_ key: String) -> Node? { mapping?.entry(key)?.value }
  fileprivate var number: Double { numberText.flatMap { Double($0) } ?? .nan }
}

/// Facts of CLREQ and GB/T 15834-2011.
@Suite struct ClreqTests {
  @Test func prohibitedLineStartsAndEnds() throws {
    let cases = try #require(try parseJSON(fixture("clreq_prohibition.json"), document: "prohibition").sequence)
    #expect(cases.count == 192)
    for test in cases {
      let mark = try #require(test["char"]?.string)
      let level = try #require(ParagraphStyle.ProhibitionLevel(rawValue: test["level"]?.string ?? ""))
      let ends = lineEnds(in: "国家\(mark)国家", level: level)
      let after = 2 + mark.unicodeScalars.count
      #expect(ends.contains(2) == test["may_start_line"]?.bool, "\(mark) \(level)")
      #expect(ends.contains(after) == test["may_end_line"]?.bool, "\(mark) \(level)")
      if test["may_be_split"]?.bool == false, after == 4 { #expect(!ends.contains(3), "\(mark) \(level)") }
    }
  }

  @Test(.enabled(if: TestFonts.serif != nil), arguments: [true, false]) func widthsOfMarks(serif: Bool) throws {
    let library = try #require(TestFonts.library)
    let setter = Typesetter(fonts: library)
    let style = TextStyle(font: try #require(serif ? TestFonts.serif : TestFonts.sans), size: .pt(10))
    func width(_ text: String, _ punctuation: ParagraphStyle.PunctuationStyle) throws -> Double {
      let paragraph = ParagraphStyle(leading: .pt(18), alignment: .start, punctuation: punctuation)
      let set = setter.paragraph(StyledText(text, style), style: paragraph, width: .pt(500))
      return try #require(set.value.first).width.points / 10
    }
    let cases = try #require(try parseJSON(fixture("clreq_widths.json"), document: "widths").sequence)
    #expect(cases.count == 45)
    for test in cases {
      let text = try #require(test["text"]?.string)
      let isTight = test["style"]?.string == "clreq-tight"
      let total =
        test["position"]?.string == "mid"
        ? try width("文\(text)文", isTight ? .banjiao : .quanjiao) - 2 : try width(text, .quanjiao)
      if let exact = test["expected_total_em"] { #expect(abs(total - exact.number) < 0.001, "\(text) \(total)") }
      if let least = test["expected_total_em_at_least"] { #expect(total >= least.number - 0.001, "\(text) \(total)") }
      if let most = test["expected_total_em_at_most"] { #expect(total <= most.number + 0.001, "\(text) \(total)") }
      if let allowed = test["allowed_total_em"]?.sequence {
        #expect(allowed.contains { abs($0.number - total) < 0.001 }, "\(text) \(total)")
      }
    }
  }
}
