import Diagnostics
import Foundation
import Geometry
import Scene
import Testing
import WhitePaper

/// Footnotes of a report source, from Markdown to pages.
@Suite struct FootnotePageTests {
  @Test func notesAreNumberedByChapterAndStandAtTheFoot() throws {
    let filler = (1...40).map { "第\($0)段：专利和商标质押融资工作稳步推进，服务企业的范围继续扩大，流程更加简便。" }.joined(separator: "\n\n")
    let source = """
      ---
      title: 年度报告
      lang: zh-Hans
      ---

      # 总览

      质押登记金额[^b]与融资金额[^a]口径不同。

      \(filler)

      文末又提到登记金额[^b]和质押率[^c]。

      # 比较

      两地的质押率[^c]不同。

      [^a]: 融资金额为银行放款数。

      [^b]: 登记金额为登记机关公布数。

      [^c]: 质押率为贷款额与评估值之比。
      """
    let scratch = try Scratch()
    let document = try Workshop().render([try scratch.file("x.report.md", Array(source.utf8))])
    #expect(document.diagnostics.filter { $0.severity == .error } == [])
    let pages = document.value.pages.map { $0.frame.plainText.filter { !$0.isWhitespace } }
    func pagesWith(_ text: String) -> [Int] { pages.indices.filter { pages[$0].contains(text) } }
    let first = try #require(pagesWith("质押登记金额①与融资金额②口径不同。").first)
    #expect(pagesWith("登记金额为登记机关公布数。") == [first])
    #expect(pagesWith("融资金额为银行放款数。") == [first])
    let last = try #require(pagesWith("文末又提到登记金额①和质押率③。").first)
    #expect(last > first)
    // The second chapter counts from ① again, and prints the note again.
    let second = try #require(pagesWith("两地的质押率①不同。").first)
    #expect(pagesWith("质押率为贷款额与评估值之比。") == [last, second])
    let anchors = document.value.pages.flatMap { $0.frame.anchorNames }.filter { $0.hasPrefix("footnote") }
    #expect(anchors.sorted() == ["footnote-1", "footnote-2", "footnote-3"])
  }
}
