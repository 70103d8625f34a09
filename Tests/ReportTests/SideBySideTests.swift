import Indicators
import Scene
import Story
import StructuredData
import Testing

@testable import Report

/// What stands side by side says what it is: growth and size apart, shares and comparisons apart. All figures are invented.
@Suite struct SideBySideTests {
  private func fact(
    _ kind: Observation.Kind, _ name: String, _ value: String, _ unit: String, area: String = "某市", of level: String? = nil
  ) throws -> Observation {
    let text = "\(name)\(value)\(unit)。"
    let scalars = Array(text.unicodeScalars)
    let start = text.firstRange(of: value).map { text[..<$0.lowerBound].unicodeScalars.count } ?? 0
    return Observation(
      id: "\(area)/\(name)/\(kind.rawValue)", kind: kind, name: name, value: try #require(ExactNumber(value)), unit: Unit(unit), area: area,
      period: Period(year: 2024), of: level,
      basis: kind == .change ? .yearOnYear : nil,
      source: Source(document: area, range: start..<(start + value.count), text: value, sentenceRange: 0..<scalars.count, sentence: text))
  }
  private func growing(_ name: String, _ level: String, _ growth: String, unit: String = "件") throws -> [Observation] {
    let fact = try fact(.level, name, level, unit)
    return [fact, try self.fact(.change, name, growth, "%", of: fact.id)]
  }
  private let context = HeadlineContext(language: .simplifiedChinese)

  /// 增速居全国首位 is no first place by size.
  @Test func aPlaceByGrowthIsCalledSo() throws {
    let found = try ["质押金额", "许可次数", "有效专利量"].enumerated().map { i, name -> Indicator in
      let level = try fact(.level, name, "\(i + 10)", "件")
      var rank = try fact(.rank, name, "\(i + 1)", "位", of: level.id)
      rank.scope = "全国"
      rank.isOfGrowth = i < 2
      return Indicator(level: level, ranks: [rank])
    }
    let spec = try #require(FigureSpec.ranking(found, context: context))
    #expect(spec.rows.map { $0["name"]?.string } == ["质押金额增速", "许可次数增速", "有效专利量"])
  }

  @Test("a name that begins with the bound says it once", arguments: [("最高贴息", ""), ("贴息金额", "最高")])
  func boundsAreSaidOnce(name: String, before: String) throws {
    var level = try fact(.level, name, "100", "万元")
    level.qualifier = .atMost
    level.qualifierWord = "最高"
    #expect(KPI(indicator: Indicator(level: level), context: context).before == before)
  }

  @Test("what is held against another thing is no part of it", arguments: [true, false])
  func comparisonsAreNoShares(isComparison: Bool) throws {
    let level = try fact(.level, "逆差", "3796", "亿元")
    var share = try fact(.share, "逆差", "7.7", "%", of: level.id)
    share.scope = "进口总值"
    share.form = isComparison ? .times : nil
    let planner = try PlanTests().planner([level, share])
    let own = try #require(planner.evidence.indicators.first { $0.level?.id == level.id })
    #expect((FigureSpec.share(own, context: context) == nil) == isComparison)
    #expect(planner.evidence.indicators.contains { $0.name == "逆差相当于进口总值的比例" && $0.lead.value.description == "7.7" } == isComparison)
  }

  /// Levels and growths of one measure are two plots with the same rows, the largest level first, the fastest growth strong.
  @Test func levelsStandBesideTheirGrowth() throws {
    let facts = try growing("专利案件", "1386", "6.9") + growing("著作权案件", "3710", "-13.8") + growing("秘密案件", "64", "30.6")
    let planner = try PlanTests().planner(facts)
    let (figure, shown) = try #require(planner.levelsWithGrowth(planner.evidence.indicators))
    #expect(shown.map(\.name) == ["著作权案件", "专利案件", "秘密案件"])
    let rows = figure.spec["data"]?["values"]?.sequence ?? []
    #expect(rows.compactMap { $0["name"]?.string } == Array(repeating: "2024年（件）", count: 3) + Array(repeating: "同比增速（%）", count: 3))
    #expect(rows.compactMap { $0["value"]?.text } == ["3710", "1386", "64", "-13.8", "6.9", "30.6"])
    #expect(figure.spec["highlight"]?.sequence?.compactMap(\.string) == ["秘密案件"])
    #expect(figure.subtitle == "某市主要指标及同比增速，2024年，各图刻度不同")
    #expect(figure.hasWidePanels)
    #expect(planner.figures(for: planner.evidence.indicators).figures.map(\.form) == ["panels"])
  }

  @Test("two, other measures, and what would be no bar beside the greatest are no such figure", arguments: [0, 1, 2])
  func whatHasNoCommonScale(kind: Int) throws {
    let facts =
      switch kind {
      case 0: try growing("甲案件", "10", "1") + growing("乙案件", "20", "2")
      case 1: try growing("甲案件", "10", "1") + growing("乙案件", "20", "2") + growing("丙金额", "30", "3", unit: "亿元")
      default: try growing("甲案件", "10", "1") + growing("乙案件", "20", "2") + growing("丙案件", "2001", "3")
      }
    let planner = try PlanTests().planner(facts)
    #expect(planner.levelsWithGrowth(planner.evidence.indicators) == nil)
  }

  private let places = ["甲市", "乙市", "丙市", "丁市", "戊市", "己市"]
  private func levels(_ name: String, _ values: [String], unit: String = "件") throws -> [Observation] {
    try zip(places, values).map { try fact(.level, name, $1, unit, area: $0) }
  }

  /// The mean has its place among the places, no more digits than they have, and is hatched as what is derived; a lollipop has no ground
  /// for that, and of fewer than five a mean says little.
  @Test func theMeanOfPlacesIsARow() throws {
    let planner = try PlanTests().planner(levels("专利授权量", ["60", "50", "41", "30", "20", "12"]))
    let claim = try #require(planner.claims.first { $0.kind == .places })
    let figures = planner.figures(of: claim, told: planner.told(claim))
    func rows(_ figure: ChartFigure, _ column: String) -> [String] {
      (figure.spec["data"]?["values"]?.sequence ?? []).compactMap { $0[column]?.text }
    }
    #expect(figures.map(\.mark) == ["bar", "lollipop"])
    #expect(rows(figures[0], "name") == ["甲市", "乙市", "丙市", "6地算术平均", "丁市", "戊市", "己市"])
    // 213 ÷ 6 = 35.5, of whole numbers.
    #expect(rows(figures[0], "value") == ["60", "50", "41", "36", "30", "20", "12"])
    #expect(rows(figures[0], "status")[3] == "derived")
    #expect(rows(figures[1], "name") == places)
    let four = try PlanTests().planner(Array(levels("专利授权量", ["60", "50", "41", "30"])))
    let few = try #require(four.claims.first { $0.kind == .places })
    #expect(four.figures(of: few, told: four.told(few)).first.map { rows($0, "name").count } == 4)
  }

  /// Rankings of many places after the first stand in panels, and none of them is told twice.
  @Test func manyRankingsAreOneFigure() throws {
    let facts = try ["专利授权量", "商标注册量", "技术合同数", "质押笔数"].enumerated().flatMap { i, name in
      try levels(name, (0..<6).map { "\(90 - i * 7 - $0 * (5 + i))" })
    }
    let planner = try PlanTests().planner(facts)
    let chapters = planner.claimChapters(count: 8, besides: [])
    let figures = chapters.flatMap { $0.blocks.flatMap(\.figures) }
    #expect(figures.map(\.form).filter { $0 == "panels" }.count == 1)
    #expect(figures.count == 2)
    let slides = Planner(planner.evidence, language: .simplifiedChinese, mostRows: 8).claimSlides(count: 8)
    #expect(slides.count == 2)
    // More places than a slide has rows for keep a ranking each, of the first and the last.
    #expect(Planner(planner.evidence, language: .simplifiedChinese, mostRows: 5).claimSlides(count: 8).count == 4)
  }

  private func trade(_ exports: String, _ growth: String, _ imports: String, _ growth2: String) throws -> [Observation] {
    let whole = try growing("进出口总值", "8560.3", "6.8", unit: "亿元")
    var facts = whole
    for part in [try growing("出口", exports, growth, unit: "亿元"), try growing("进口", imports, growth2, unit: "亿元")] {
      facts += part
      facts[facts.count - 2].partOf = whole[0].id
    }
    return facts
  }

  /// 8560.3 − 8015 = 545, 5930.4 − 5486 = 444, 2629.9 − 2529 = 101: what the parts add is drawn as steps, and told with what it is.
  @Test func partsOfAChange() throws {
    let planner = try PlanTests().planner(trade("5930.4", "8.1", "2629.9", "4.0"))
    let claim = try #require(planner.claims.first { $0.kind == .contribution })
    let told = planner.told(claim)
    #expect(told.headline == "进出口总值一年增加545亿元，其中出口增加444亿元")
    #expect(told.sentence == "2024年进出口总值较上年增加545亿元：出口增加444亿元、进口增加101亿元（均为推算）。")
    let figure = try #require(planner.figures(of: claim, told: told).first)
    #expect(figure.mark == "waterfall")
    #expect((figure.spec["data"]?["values"]?.sequence ?? []).compactMap { $0["value"]?.text } == ["444", "101"])
    #expect(figure.spec["note"]?.string == "变动额由本年数与增速推算。")
  }

  @Test(
    "parts that do not add up to the change, or of which none makes more than half of it, are no claim",
    arguments: [("8.1", "5.0"), ("12.0", "4.0")])
  func changesThatDoNotAddUp(first: String, second: String) throws {
    let planner = try PlanTests().planner(trade("5930.4", first, "2629.9", second))
    #expect(!planner.claims.contains { $0.kind == .contribution })
  }

  /// 占全市的36.8% of 杭州市 is of the city's total, which is not more of the same thing; 占全国的20% is.
  @Test("wholes of a place's own", arguments: [("全市", "全市总量（出口为其一部分）", "杭州市"), ("全国", "出口", "全国")])
  func ownTotals(scope: String, name: String, area: String) throws {
    let level = try fact(.level, "出口", "3150.2", "亿元", area: "杭州市")
    var share = try fact(.share, "出口", "36.8", "%", area: "杭州市", of: level.id)
    share.scope = scope
    let planner = try PlanTests().planner([level, share, fact(.level, "进口", "10", "亿元", area: "杭州市")])
    let rows = planner.expanded([.generated(.derived)]).flatMap { block -> [ReportTable.Row] in
      if case .table(let table) = block { table.rows } else { [] }
    }
    #expect(rows.map { $0.cells.prefix(2).map { $0.map(\.text).joined() } } == [[name, area]])
  }
}
