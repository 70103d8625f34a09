import Diagnostics
import Foundation
import Grammar
import Indicators
import Scene
import StructuredData
import Testing

@testable import Report

/// Rows of infographic pages: how they are chosen, written and read.
@Suite struct RowTests {
  static func patterns(_ yaml: String) throws -> [RowPattern] {
    try RowPatterns.shape.read(parseYAML(yaml, document: "rows.yaml")).value.all
  }
  static let usual = """
    rows:
      - {name: hero, cells: [hero], spans: [12], lines: 7}
      - {name: two-heroes, cells: [hero, hero], spans: [6, 6], lines: 10}
      - {name: four, cells: [card, card, card, card], spans: [3, 3, 3, 3], lines: 8}
      - {name: three, cells: [card, card, card], spans: [4, 4, 4], lines: 8}
      - {name: stacks, cells: [chart, stack, stack], spans: [6, 3, 3], lines: 15}
      - {name: pair, cells: [chart, chart], spans: [6, 6], lines: 12}
      - {name: figure, cells: [chart], spans: [12], lines: 12}
      - {name: reading, cells: [chart, reading], spans: [8, 4], lines: 12}
    """
  func card(_ n: Int) -> Card { Card(KPI(label: "指标\(n)", number: "\(n)")) }
  func figure(_ n: Int) -> ChartFigure { ChartFigure(FigureSpec.kpi([KPI(label: "a", number: "\(n)")]), anchor: "f\(n)") }
  func kinds(_ rows: [InfographicRow]) -> [[InfographicRow.Kind]] { rows.map { $0.cells.map(\.kind) } }

  @Test(arguments: 1...2, 0...35) func heroesLeadAndRowsAreTwelveWide(heroes: Int, others: Int) throws {
    let (cards, figures) = (others / 4, others % 4)
    let modules = PageModules(
      heroes: (0..<heroes).map(card), cards: (0..<cards).map { card($0 + 10) }, figures: (0..<figures).map(figure))
    let rows = chooseRows(modules, patterns: try RowTests.patterns(RowTests.usual), first: 33, lines: 38)
    let kinds = kinds(rows).flatMap { $0 }
    #expect(Array(kinds.prefix(heroes)) == [InfographicRow.Kind](repeating: .hero, count: heroes))
    #expect(kinds.count { $0 == .hero } == heroes)
    #expect(!kinds.contains(.reading))
    for row in rows { #expect(row.spans.count == row.cells.count && row.spans.reduce(0, +) == 12) }
    // Nothing stands there twice, and in the order given.
    let labels = rows.flatMap { row in
      row.cells.flatMap { cell -> [String] in
        switch cell {
        case .card(let card): [card.figure.label]
        case .stack(let cards): cards.map(\.figure.label)
        default: []
        }
      }
    }
    #expect(labels == (0..<labels.count).map { "指标\($0 + 10)" })
    #expect(rows.flatMap(\.charts).map(\.anchor) == (0..<rows.flatMap(\.charts).count).map { "f\($0)" })
  }

  @Test func fourCardsAndTwoFiguresFillAPage() throws {
    let modules = PageModules(heroes: [card(0)], cards: (1...4).map(card), figures: [figure(1), figure(2)])
    let rows = chooseRows(modules, patterns: try RowTests.patterns(RowTests.usual), first: 33, lines: 38)
    #expect(kinds(rows) == [[.hero], [.card, .card, .card, .card], [.chart, .chart]])
  }

  /// Beside a figure of many rows stand three low cards in a stack, two where they are higher or the figure is lower.
  @Test(arguments: [(8, "指标", nil, 3), (7, "指标", nil, 3), (6, "指标", nil, 2), (8, "这是一个有十七个字的很长的指标名称", nil, 2), (8, "指标", "占全国10%", 2)])
  func stacksAreAsHighAsTheirFigure(rows: Int, label: String, chip: String?, cards: Int) throws {
    let bars = FigureSpec(
      "bar", isHorizontal: true, rows: (0..<rows).map { ["name": .string("\($0)"), "value": .number("\($0 + 1)")] },
      channels: [.category(.y, "name"), .measure(.x)])
    let others = (1...10).map { n in
      var card = card(n)
      card.figure.label = label
      card.figure.chips = [chip].compactMap { $0 }
      return card
    }
    let modules = PageModules(heroes: [card(0)], cards: others, figures: [ChartFigure(bars, anchor: "f")])
    let chosen = chooseRows(modules, patterns: try RowTests.patterns(RowTests.usual), first: 33, lines: 38)
    let stacks = chosen.flatMap(\.cells).compactMap { cell in if case .stack(let cards) = cell { cards.count } else { nil as Int? } }
    #expect(stacks == [cards, cards], "\(kinds(chosen))")
  }

  @Test func withoutPatternsThereAreNoRows() {
    #expect(chooseRows(PageModules(heroes: [card(0)]), patterns: [], first: 33, lines: 38).isEmpty)
  }

  @Test(arguments: [
    ("rows: [{name: a, cells: [card], spans: [6], lines: 8}]", "rows.spans"),
    ("rows: [{name: a, cells: [card, card], spans: [12], lines: 8}]", "rows.spans"),
    ("rows: [{name: a, cells: [], spans: [], lines: 8}]", "rows.spans"),
    ("rows: [{name: a, cells: [cart], spans: [12], lines: 8}]", "field.choice"),
    ("rows: [{name: a, cells: [card], spans: [13], lines: 8}]", "field.range"),
    ("rows: [{name: a, cells: [card], spans: [12], lines: 8}, {name: a, cells: [card], spans: [12], lines: 8}]", "rows.name"),
    ("rows: [{name: a, cells: [card], spans: [12]}]", "field.missing"),
  ])
  func wrongPatternsAreNamed(yaml: String, rule: String) {
    let error = #expect(throws: Diagnostics.self) { try RowTests.patterns(yaml) }
    #expect(error?.all.contains { $0.rule == rule } == true, "\(error?.description ?? "")")
  }

  // MARK: In a report source

  var evidence: Evidence {
    var evidence = Evidence(articles: [], set: IndicatorSet(), concepts: ConceptBook())
    evidence.pictograms = ["bank", "scales"]
    return evidence
  }

  @Test func aRowIsReadAsItIsWritten() throws {
    let text = """
      ---
      title: T
      lang: zh-Hans
      ---

      # 核心数据 {.key-figures pictogram=scales -}

      ```row
      - span: 6
        hero:
          label: 质押金额
          value: "970.24"
          unit: 亿元
          pictogram: bank
          share: 19.93
          sentence: 一年增至2.2倍
      - span: 3
        card:
          label: 有效量
          value: "53.92"
      - span: 3
        stack:
          - label: 甲
            value: "1"
          - label: 乙
            value: "2"
            trend: [1, 1.5, 2]
      ```

      ```row
      - span: 8
        chart:
          id: f
          mark: bar
          data:
            values:
              - a: 甲
                b: 2
          encoding:
            y:
              field: a
            x:
              field: b
      - span: 4
        reading: "见[](#f)，**重点**。"
      ```

      ```row
      - span: 12
        steps:
          - label: 申请
            value: "3.2"
          - label: 授权
            value: "1.9"
      ```

      """
    let report = try readReport(text, document: "r.report.md", evidence: evidence)
    #expect(report.diagnostics.isEmpty, "\(report.diagnostics)")
    #expect(report.value.chapters.first?.pictogram == "scales")
    let written = report.value.markdown()
    let again = try readReport(written, document: "r.report.md", evidence: evidence)
    #expect(again.value.markdown() == written)
    for part in ["hero:", "share: 19.93", "trend:", "pictogram: bank", "stack:", "reading:", "pictogram=scales"] {
      #expect(written.contains(part), "\(part)")
    }
  }

  @Test(arguments: [
    ("```row\n- {span: 6, cart: {label: a, value: 1}}\n```", "report.row"),
    ("```row\n- {span: 13, card: {label: a, value: 1}}\n```", "report.row"),
    ("```row\n- {card: {label: a, value: 1}}\n```", "report.row"), ("```row\nspan: 6\n```", "report.row"),
    ("```row\n- {span: 8, card: {label: a, value: 1}}\n- {span: 8, card: {label: a, value: 1}}\n```", "report.row"),
    ("```row\n- {span: 6, card: {label: a, value: 1, pictogram: bnak}}\n```", "pictogram.unknown"),
    ("```row\n- {span: 6, card: {label: a, value: 1, share: 130}}\n```", "field.range"),
    ("```kpi\n- {label: a, value: 1, pictogramm: bank}\n```", "field.unknown"), ("# A {pictogram=scale}", "pictogram.unknown"),
  ])
  func wrongRowsAreNamed(block: String, rule: String) throws {
    var found: [Diagnostic] = []
    do {
      found = try readReport("---\ntitle: T\n---\n\n" + block + "\n\n文。\n", document: "r.report.md", evidence: evidence).diagnostics
    } catch { found = error.all }
    #expect(found.contains { $0.rule == rule && $0.span?.start != nil }, "\(found)")
  }

  /// What would be read and have no effect is said.
  @Test(arguments: [
    ("```kpi\n- {label: a, value: 1, sentence: 好}\n```", "card.sentence"),
    ("```row\n- {span: 6, card: {label: a, value: 1, sentence: 好}}\n```", "card.sentence"),
    ("```row\n- span: 12\n  stack:\n    - {label: a, value: 1, sentence: 好}\n```", "card.sentence"),
    ("## 二 {pictogram=bank}", "report.attribute"), ("## 二 {-}", "report.attribute"), ("### 三 {.key-figures}", "report.attribute"),
    ("```charts\n- {place: beside, mark: bar, data: {values: [{a: 1}]}, encoding: {x: {field: a}}}\n```", "report.place"),
    ("```row\n- {span: 6, chart: {place: beside, mark: bar, data: {values: [{a: 1}]}, encoding: {x: {field: a}}}}\n```", "report.place"),
    ("## 二\n\n```chart\n{place: beside, mark: bar, data: {values: [{a: 1}]}, encoding: {x: {field: a}}}\n```", "report.place"),
  ])
  func keysWithoutEffectAreNamed(block: String, rule: String) throws {
    let text = "---\ntitle: T\n---\n\n# 一 {pictogram=scales}\n\n文。\n\n" + block + "\n\n文。\n"
    let found = try readReport(text, document: "r.report.md", evidence: evidence).diagnostics
    #expect(found.contains { $0.rule == rule && $0.severity == .warning && $0.span?.start != nil }, "\(found)")
  }

  /// A figure without number has none when it is read again.
  @Test func figuresWithoutNumberStaySo() throws {
    let figure = ChartFigure(FigureSpec.kpi([KPI(label: "a", number: "1")]).node, anchor: nil)
    var source = ReportSource(title: "T", language: .simplifiedChinese)
    source.chapters = [.init(title: "一")]
    source.chapters[0].blocks = [.chart(figure), .chart(figure)]
    let written = source.markdown()
    let read = try readReport(written, document: "r.report.md", evidence: evidence)
    #expect(read.diagnostics.isEmpty, "\(read.diagnostics)")
    for block in read.value.chapters[0].blocks {
      guard case .chart(let again) = block else {
        Issue.record("no chart")
        continue
      }
      #expect(again.anchor == nil)
    }
    #expect(read.value.markdown() == written)
  }

  /// A timeline stands beside its text as a chart does; written twice it is the same.
  @Test func placesAreKept() throws {
    let text = """
      ---
      title: T
      lang: zh-Hans
      ---

      # 一

      文。

      ```chart
      place: beside
      mark: bar
      data:
        values:
          - a: 1
      encoding:
        x:
          field: a
      ```

      """
    let report = try readReport(text, document: "r.report.md", evidence: evidence)
    #expect(report.diagnostics.isEmpty, "\(report.diagnostics)")
    guard case .beside? = report.value.chapters.first?.blocks.first else {
      Issue.record("not beside")
      return
    }
    let written = report.value.markdown()
    #expect(written.components(separatedBy: "place: beside").count == 2)
    let again = try readReport(written, document: "r.report.md", evidence: evidence).value.markdown()
    #expect(again == written)
  }
}
