import Geometry
import Indicators
import Scene
import Testing

@testable import Report

/// Which pages tell a figure.
@Suite struct CoverageTests {
  @Test(
    "numbers of a text, without what groups their digits",
    arguments: [
      ("75,417元", ["75417"]), ("增长52.70%", ["52.7"]), ("108.6亿元，5.9%", ["108.6", "5.9"]), ("3 690 公噸", ["3", "690"]),
      ("3\u{202F}690", ["3690"]), ("1.2.3", ["1.2", "3"]), ("第1,", ["1"]), ("2024年3月.", ["2024", "3"]), ("100.0", ["100"]), ("首位", []),
    ])
  func numbers(text: String, expected: [String]) { #expect(numbersStated(in: text) == expected) }

  private func run(_ text: String) -> TextRun {
    TextRun(
      text: text, font: FontID(0), size: .pt(10), fill: .black, glyphs: [Glyph(id: 1, advance: 1, cluster: 0)], width: .pt(40),
      ascent: .pt(8), descent: .pt(2), language: .simplifiedChinese)
  }
  /// Texts below each other; those with an anchor lead to it.
  private func page(_ number: Int, _ lines: [(text: String, anchor: String?)]) -> Page {
    var inner = Frame(size: Size(100, 100))
    for (i, line) in lines.enumerated() {
      let y = Double(i) * 20 + 10
      inner.place(.text(run(line.text)), at: Point(0, y), role: .body)
      if let anchor = line.anchor { inner.place(.link(.anchor(anchor), Size(40, 10)), at: Point(0, y - 8), role: .body) }
    }
    var frame = Frame(size: Size(200, 200))
    frame.group(inner, at: Point(50, 60), role: .body)
    return Page(number: number, label: "\(number)", frame: frame)
  }

  @Test("a page tells what it leads to in its own words, or whose number it says beside a mark of the sentence")
  func pagesTell() {
    let page = CitedPage(
      page(1, [("970.24亿元", "source-2"), ("首位", "source-3"), ("108.6", nil), ("[1]", "source-1"), ("5.9", nil)]),
      sentences: ["source-1": 1, "source-2": 2, "source-3": 3, "source-4": 4])
    #expect(page.tells(["970.24亿元"], of: 2) && page.tells(["第1位", "首位"], of: 3))
    #expect(page.tells(["108.6亿元"], of: 1) && page.tells(["+5.9%"], of: 1))
    // Not of this sentence, not said at all, a number within another.
    #expect(!page.tells(["970.24亿元"], of: 4) && !page.tells(["42亿元"], of: 1) && !page.tells(["8.6"], of: 1))
    #expect(page.citations.first?.areas == [Rect(50, 62, 40, 10)])
  }
}
