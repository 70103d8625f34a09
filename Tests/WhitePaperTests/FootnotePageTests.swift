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

  /// Notes below an article are footnotes of the report, those to its title stand in the text; written as a source and read back
  /// they print the same.
  @Test func notesOfAnArticleAreFootnotes() throws {
    let article = """
      河阳市2024年国民经济和社会发展统计公报[1]

      河阳市统计局
      2025年3月27日

      一、综合

      初步核算，全年地区生产总值[2]286.4亿元，比上年增长6.1%。年末常住人口[3]40.02万人，比上年末减少0.16万人。

      注：
      [1]本公报数据为初步统计数。
      [2]根据普查修订，2023年为268.9亿元。
      [3]常住人口含在外不满半年的人口。

      """
    let scratch = try Scratch()
    let path = try scratch.file("a.txt", Array(article.utf8))
    let document = try Workshop().render([path]).value
    func text(_ pages: [Page]) -> [String] { pages.map { $0.frame.plainText.filter { !$0.isWhitespace } } }
    let pages = text(document.pages)
    let first = try #require(pages.firstIndex { $0.contains("地区生产总值①286.4亿元") })
    #expect(pages[first].contains("根据普查修订，2023年为268.9亿元。"))
    #expect(pages[first].contains("①根据普查") && pages.contains { $0.contains("年末常住人口②40.02万人") })
    #expect(pages.contains { $0.contains("本公报数据为初步统计数。") && !$0.contains("[1]本公报数据为初步统计数。来源") })
    #expect(!pages[0].contains("[1]"))
  }
}
