import Diagnostics
import Indicators
import Report
import Scene
import Testing

@Suite struct FootnoteSourceTests {
  let evidence = Evidence(articles: [], set: IndicatorSet(), concepts: ConceptBook())

  @Test func footnotesAreReadAndWrittenAgain() throws {
    let source = """
      ---
      title: 年度报告
      lang: zh-Hans
      ---

      # 总览

      质押登记金额[^b]与融资金额[^a]口径不同。

      [^a]: 融资金额为银行**放款**数。

      [^b]: 登记金额为国家知识产权局登记数。
      """
    let report = try readReport(source, document: "a.report.md", evidence: evidence).value
    #expect(report.footnotes.map { $0.text.map(\.text).joined() } == ["登记金额为国家知识产权局登记数。", "融资金额为银行放款数。"])
    #expect(report.chapters.map(\.blocks.count) == [1])
    let again = try readReport(report.markdown(), document: "b.report.md", evidence: evidence).value
    #expect(again.footnotes == report.footnotes)
    guard case .paragraph(let a)? = report.chapters[0].blocks.first, case .paragraph(let b)? = again.chapters[0].blocks.first
    else {
      Issue.record("no paragraph")
      return
    }
    #expect(a == b)
  }
}
