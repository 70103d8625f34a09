import Diagnostics
import Indicators
import Report
import Scene
import Testing

@Suite struct ReportSourceTests {
  let evidence = Evidence(articles: [], set: IndicatorSet(), concepts: ConceptBook())

  let source = """
    ---
    title: 年度报告
    subtitle: 2022年
    lang: zh-Hans
    ---

    # 总览

    *一句话的导语。*

    ## 质押金额

    正文有 **重点** 和 [第3页](#chapter-2)。

    - 甲
    - 乙

    Table: 各地金额 {#table-areas}

    | 地区 | 金额 |
    |:--|--:|
    | 甲省 | 12.5 |
    | 乙省 | 3 |

    > 数据会说话。
    >
    > —— 某人

    # 附录 {-}

    ```sources
    ```
    """

  @Test func blocksAreRead() throws {
    let report = try readReport(source, document: "a.report.md", evidence: evidence).value
    #expect(report.title == "年度报告")
    #expect(report.chapters.map(\.title) == ["总览", "附录"])
    #expect(report.chapters.map(\.isNumbered) == [true, false])
    #expect(report.chapters[0].lead == [.text("一句话的导语。")])
    guard case .table(let table)? = report.chapters[0].blocks.first(where: { if case .table = $0 { true } else { false } })
    else {
      Issue.record("no table")
      return
    }
    #expect(table.title == "各地金额")
    #expect(table.anchor == "table-areas")
    #expect(table.columns.map(\.alignment) == [.start, .decimal])
    guard case .quote(let text, let who)? = report.chapters[0].blocks.last else {
      Issue.record("no quotation")
      return
    }
    guard case .paragraph(let said)? = text.first else {
      Issue.record("nothing said")
      return
    }
    #expect(said == [.text("数据会说话。")])
    #expect(who == "某人")
    guard case .generated(.sources)? = report.chapters[1].blocks.first else {
      Issue.record("no sources")
      return
    }
  }

  @Test func whatIsWrittenReadsBackAlike() throws {
    let first = try readReport(source, document: "a.report.md", evidence: evidence).value.markdown()
    let second = try readReport(first, document: "a.report.md", evidence: evidence).value.markdown()
    #expect(first == second)
    #expect(first.contains("# 附录 {-}"))
    #expect(first.contains("| 甲省 | 12.5 |"))
  }

  @Test func unknownFiguresAndBlocksAreNamedWithTheNearest() throws {
    var set = IndicatorSet()
    set.observations = [
      Observation(id: "g1", kind: .level, name: "专利质押金额", value: ExactNumber(5), unit: Unit("亿元"), area: "甲省")
    ]
    let evidence = Evidence(articles: [], set: set, concepts: ConceptBook())
    let text = "---\ntitle: t\n---\n\n# a\n\n合计{{专利质押额}}。\n\n```chrat\nmark: bar\n```\n"
    let error = #expect(throws: Diagnostics.self) {
      try readReport(text, document: "a.report.md", evidence: evidence)
    }
    let rules = error?.all.map(\.rule) ?? []
    #expect(rules == ["figure.unknown", "report.block"])
    #expect(error?.all[0].hint == "did you mean “专利质押金额”?")
    #expect(error?.all[1].hint == "did you mean “chart”?")
    #expect(error?.all[0].span?.start?.line == 7)
  }

  @Test func figuresWithoutANameGetOneEach() throws {
    let chart = "```chart\ntitle: 甲\ndata: {values: [{a: 1}]}\nmark: bar\nencoding: {x: {field: a}}\n```\n"
    let text = "---\ntitle: t\n---\n\n# a\n\n\(chart)\n文字。\n\n\(chart)\n```charts\n- {id: c, mark: bar, data: {values: [{a: 1}]}}\n```\n"
    let report = try readReport(text, document: "a.report.md", evidence: evidence).value
    var anchors: [String] = []
    for block in report.chapters[0].blocks {
      if case .chart(let figure) = block { anchors.append(figure.anchor ?? "") }
      if case .chartRow(let row) = block { anchors += row.map { $0.anchor ?? "" } }
    }
    #expect(anchors == ["figure-1", "figure-2", "c"])
  }

  @Test(arguments: [("Note: 按年末数。", "按年末数。"), ("数据来源：统计公报。", "数据来源：统计公报。")])
  func theLineBelowATableIsItsNote(line: String, note: String) throws {
    let text = "---\ntitle: t\n---\n\n# a\n\n| 甲 |\n|--|\n| 1 |\n\n\(line)\n\n正文。\n"
    let report = try readReport(text, document: "a.report.md", evidence: evidence).value
    guard case .table(let table)? = report.chapters[0].blocks.first else {
      Issue.record("no table")
      return
    }
    #expect(table.note == [.text(note)])
    #expect(report.chapters[0].blocks.count == 2)
  }

  @Test func figuresAreFoundByNameAndAspect() throws {
    var set = IndicatorSet()
    set.observations = [
      Observation(id: "g1", kind: .level, name: "专利质押金额", value: try #require(ExactNumber("970.24")), unit: Unit("亿元")),
      Observation(
        id: "g2", kind: .change, name: "专利质押金额", value: try #require(ExactNumber("119.25")), unit: Unit("%"), of: "g1"),
    ]
    let evidence = Evidence(articles: [], set: set, concepts: ConceptBook())
    let text = "---\ntitle: t\n---\n\n# a\n\n合计{{专利质押金额}}，同比{{专利质押金额.同比}}。\n"
    let report = try readReport(text, document: "a.report.md", evidence: evidence).value
    guard case .paragraph(let inlines)? = report.chapters[0].blocks.first else {
      Issue.record("no paragraph")
      return
    }
    #expect(inlines.map(\.text).joined() == "合计970.24亿元，同比+119.25%。")
  }

  @Test func missingFrontMatterIsAnErrorWithItsPlace() {
    let error = #expect(throws: Diagnostics.self) {
      try readReport("# a\n", document: "a.report.md", evidence: evidence)
    }
    #expect(error?.all.first?.rule == "report.front-matter")
    #expect(error?.all.first?.span?.start == .init(line: 1, column: 1))
  }
}
