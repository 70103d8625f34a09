import Diagnostics
import Indicators
import Testing

@Suite struct GroupingTests {
  let headline = "2022年广东知识产权保护白皮书：证券化产品发行金额超42亿元"
  let body = "广东新发行20单知识产权证券化产品，发行金额超过42亿元，同比增长10%。"

  @Test func levelsGatherWhatQualifiesThem() {
    let set = IndicatorSet(observations: [
      level("g1", "发明专利有效量", "53.92", "万件", period: "2022-12"),
      figure(.streak, "g2", "发明专利有效量", "13", "年", period: "2022-12", scope: "全国", of: "g1"),
      figure(.rank, "g3", "发明专利有效量", "1", "位", period: "2022-12", scope: "全国", of: "g1"),
      level("g4", "高价值发明专利有效量", "26.07", "万件", period: "2022-12", partOf: "g1"),
      figure(.rank, "g5", "高价值发明专利有效量", "1", "位", period: "2022-12", scope: "全国"),
    ])
    let found = indicators(of: set) { _ in "创造" }
    #expect(found.map(\.id) == ["g1", "g4"])
    #expect(found[0].streaks.map(\.id) == ["g2"])
    #expect(found[0].ranks.map(\.id) == ["g3"])
    #expect(found[0].parts == ["g4"])
    #expect(found[1].whole == "g1")
    #expect(found[1].ranks.map(\.id) == ["g5"])
    #expect(found[0].theme == "创造")
  }

  /// 高于全国8.8个百分点: neither a growth of the level nor lost.
  @Test func aGapIsNoChange() {
    var gap = figure(.change, "g2", "城镇化率", "8.8", "个百分点", period: "2023", of: "g1")
    gap.gapFrom = "全国"
    let set = IndicatorSet(observations: [level("g1", "城镇化率", "72.3", "%", period: "2023"), gap])
    let found = indicators(of: set)
    #expect(found[0].changes == [])
    #expect(found[0].gaps.map(\.id) == ["g2"])
    #expect(indicators(of: IndicatorSet(observations: [gap]))[0].changes == [])
  }

  @Test(
    "a change is of a level that it can change",
    arguments: [
      ("4095", "份", "1.2", "個百分點", false), ("970.24", "亿元", "0.8", "个百分点", false), ("74.6", "%", "1.2", "个百分点", true),
      ("50.2", "", "0.3", "个百分点", true), ("4", "成", "13.4", "小时", false), ("12", "家", "3", "亿元", false), ("12", "万件", "3000", "件", true),
      ("970.24", "亿元", "12.3", "%", true), ("24.2", "微克/立方米", "3", "微克", true), ("7.2", "%", "5", "天", false), ("331", "天", "5", "天", true),
    ])
  func changesOfAnotherMeasure(value: String, unit: String, change: String, by: String, isTaken: Bool) {
    let set = IndicatorSet(observations: [
      level("g1", "回收有效样本", value, unit, period: "2023"), figure(.change, "g2", "回收有效样本", change, by, period: "2023"),
    ])
    let found = indicators(of: set)
    #expect(found.count == (isTaken ? 1 : 2))
    #expect(found[0].changes.map(\.id) == (isTaken ? ["g2"] : []))
  }

  /// 产能利用率75.8%…按设备投资额的20%给予补助: the subsidy is no part of the rate.
  @Test func aRateHasNoShare() {
    let set = IndicatorSet(observations: [
      level("g1", "产能利用率", "75.8", "%", period: "2024"),
      figure(.share, "g2", "产能利用率", "20", "%", period: "2024", scope: "设备投资额", of: "g1"),
    ])
    let found = indicators(of: set)
    #expect(found.map(\.id) == ["g1", "g2"])
    #expect(found[0].shares == [])
    #expect(derive(set, concepts: ConceptBook()).value.filter { $0.derivation?.formula == .total } == [])
  }

  /// Applications by residents are patents in one paragraph and trade marks in the next: 19.2 % “of the total” is of its own paragraph's.
  @Test(
    "a share of an unnamed whole", arguments: [("total", 8, false), ("total", 4, true), ("all trade marks", 8, true), ("总量", 8, false)])
  func unnamedWholes(scope: String, line: Int, isTaken: Bool) {
    func placed(_ fact: Observation, _ line: Int) -> Observation {
      var fact = fact
      fact.source = Source(
        document: "a", range: (line * 100)..<(line * 100 + 4), position: SourceSpan.Position(line: line, column: 1), text: "1",
        sentenceRange: (line * 100)..<(line * 100 + 50), sentence: "…")
      return fact
    }
    let set = IndicatorSet(observations: [
      placed(level("g1", "applications by residents", "2314", "件", period: "2024"), 4),
      placed(figure(.share, "g2", "applications by residents", "19.2", "%", period: "2024", scope: scope), line),
    ])
    let found = indicators(of: set)
    #expect(found[0].shares.map(\.id) == (isTaken ? ["g2"] : []))
    #expect(derive(set, concepts: ConceptBook()).value.contains { $0.derivation?.formula == .total } == isTaken)
  }

  @Test func repeatsBecomeOneWithAllPlaces() throws {
    let set = IndicatorSet(
      documents: [SourceDocument(id: "a.txt", title: headline)],
      observations: [
        level("g1", "证券化产品发行金额", "42", "亿元", ">", source: source("42亿元", in: headline, isHeading: true)),
        level("g2", "知识产权证券化产品发行金额", "42", "亿元", ">", source: source("42亿元", in: body, at: 100)),
        figure(.change, "g3", "知识产权证券化产品发行金额", "10", "%", of: "g2", source: source("10%", in: body, at: 100)),
        level("g4", "知识产权证券化产品发行金额", "42", "亿元", ">", source: source("42亿元", in: body, at: 900)),
        figure(.change, "g5", "知识产权证券化产品发行金额", "10", "%", of: "g4", source: source("10%", in: body, at: 900)),
      ])
    let found = indicators(of: set)
    let only = try #require(found.first)
    #expect(found.count == 1)
    #expect(only.id == "g1")
    #expect(only.name == "知识产权证券化产品发行金额")
    #expect(only.lead.source?.repeats.map(\.range.lowerBound) == [124, 924])
    #expect(only.changes.map(\.id) == ["g3"])
    #expect(only.changes[0].source?.repeats.count == 1)
  }

  @Test func headingsTellTheSameInOtherWords() {
    let heading = "知识产权证券化惠及超300家科技企业"
    let sentence = "发行产品20单，惠及超过300家科创企业。"
    let set = IndicatorSet(observations: [
      level("g1", "知识产权证券化惠及科技企业", "300", "家", ">", source: source("300家", in: heading, isHeading: true)),
      level("g2", "惠及科创企业", "300", "家", ">", source: source("300家", in: sentence, at: 50)),
      level("g3", "服务企业", "300", "家", ">", source: source("300家", in: "服务企业超300家。", at: 90)),
    ])
    #expect(indicators(of: set).map(\.id) == ["g1", "g3"])
    #expect(indicators(of: set).first?.name == "惠及科创企业")
  }

  @Test func differentFiguresStayApart() {
    let set = IndicatorSet(observations: [
      level("g1", "专利", "500", "件", source: source("500件", in: "推荐500件专利予以优先审查。")),
      level("g2", "开放许可专利", "500", "件", source: source("500件", in: "开放许可专利500件。", at: 50)),
      level("g3", "专利", "500", "件", period: "2021"), level("g4", "专利", "500", "件", area: "广西"),
      level("g5", "专利", "500", "件", ">"), level("g6", "专利", "500", "件", status: .plan),
    ])
    #expect(indicators(of: set).map(\.id) == ["g1", "g2", "g3", "g4", "g5", "g6"])
  }

  @Test func equalRanksInHeadingsStayApart() {
    let set = IndicatorSet(observations: [
      level("g1", "发明专利有效量", "53.92", "万件"),
      figure(.rank, "g2", "发明专利有效量", "1", "位", scope: "全国", source: source("首位", in: "发明专利有效量全国首位", isHeading: true)),
      level("g3", "高价值发明专利有效量", "26.07", "万件"),
      figure(.rank, "g4", "高价值发明专利有效量", "1", "位", scope: "全国", source: source("首位", in: "高价值发明专利有效量全国首位", at: 60, isHeading: true)),
    ])
    #expect(indicators(of: set).map { $0.ranks.map(\.id) } == [["g2"], ["g4"]])
  }

  @Test func equalFiguresInOtherUnitsAreRepeats() {
    let set = IndicatorSet(observations: [level("g1", "质押金额", "1", "亿元"), level("g2", "质押金额", "10000", "万元")])
    #expect(indicators(of: set).map(\.id) == ["g1"])
  }

  @Test func figuresWithoutLevelLeadTheirOwn() {
    let set = IndicatorSet(observations: [
      figure(.share, "g1", "高校专利", "3", "成", scope: "全省"),
      figure(.change, "g2", "出口额", "-3.2", "%", period: "2021"), figure(.rank, "g3", "出口额", "2", "位", period: "2021"),
    ])
    let found = indicators(of: set)
    #expect(found.map(\.id) == ["g1", "g2"])
    #expect(found.allSatisfy { $0.level == nil })
    #expect(found[0].shares.map(\.id) == ["g1"])
    #expect(found[1].changes.map(\.id) == ["g2"])
    #expect(found[1].ranks.map(\.id) == ["g3"])
  }

  @Test func aRankOfGrowthBelongsToEachLevelItNames() {
    let set = IndicatorSet(observations: [
      figure(.rank, "g1", "融资金额、许可次数增速", "1", "位", scope: "全国"), level("g2", "融资金额", "42.96", "亿元"),
      level("g3", "许可次数", "5318", "次"), figure(.rank, "g4", "许可次数增速", "1", "位", scope: "全国"),
    ])
    let found = indicators(of: set)
    #expect(found.map(\.id) == ["g2", "g3"])
    #expect(found[0].ranks.map(\.id) == ["g1"])
    #expect(found[1].ranks.map(\.id) == ["g1"])
  }
}
