import Diagnostics
import Fonts
import Geometry
import Scene
import Testing
import Typesetting

@Suite(.enabled(if: TestFonts.sans != nil)) struct ParagraphTests {
  static let sample =
    "据统计，2022年广西专利和商标质押登记金额达970.24亿元，同比增长119.25%，占全国质押登记金额的19.93%，连续两年位居全国第一；其中，“桂惠贷”惠及中小微企业（含个体工商户）逾三千家。"

  func lines(_ text: String = sample, width: Double, _ change: (inout ParagraphStyle) -> Void = { _ in }) throws
    -> [Line]
  {
    let library = try #require(TestFonts.library)
    let style = TextStyle(font: try #require(TestFonts.sans), size: .pt(10))
    var paragraph = ParagraphStyle(leading: .pt(18))
    change(&paragraph)
    let set = Typesetter(fonts: library).paragraph(StyledText(text, style), style: paragraph, width: .pt(width))
    #expect(set.diagnostics.isEmpty)
    return set.value
  }

  @Test func linesHoldTheWholeText() throws {
    #expect(try lines(width: 200).map(\.text).joined() == Self.sample)
  }

  @Test(arguments: [120.0, 200, 280, 440]) func justifiedLinesAreFlush(width: Double) throws {
    let set = try lines(width: width)
    #expect(set.count > 1)
    for line in set.dropLast() { #expect(abs(line.width.points - width) < 0.01, "\(line.text)") }
  }

  @Test func centredLinesStandInTheMiddle() throws {
    let line = try #require(try lines("知识产权", width: 100) { $0.alignment = .center }.first)
    #expect(line.frame.items.first?.origin.x == .pt(30))
    #expect(line.frame.size == Size(100, 18))
  }

  @Test func theFirstLineIsIndented() throws {
    let set = try lines(width: 200) { $0.firstLineIndent = Em(2) }
    #expect(set.first?.frame.items.first?.origin.x == .pt(20))
    #expect(set.dropFirst().allSatisfy { $0.frame.items.first?.origin.x == .zero })
  }
}
