import Diagnostics
import Indicators
import Testing

/// The findings of one rule, as severity and message.
private func findings(_ rule: String, _ observations: [Observation], documents: [SourceDocument] = []) -> [Diagnostic] {
  check(IndicatorSet(documents: documents, observations: observations)).filter { $0.rule == "check." + rule }
}

@Suite struct CheckPartsTests {
  @Test func aPartIsNoMoreThanItsWhole() {
    let whole = level("a", "质押金额", "970.24", "亿元")
    let found = findings("c1-part", [whole, level("b", "专利质押金额", "9800000", "万元", partOf: "a")])
    #expect(found.map(\.severity) == [.error])
    #expect(found.first?.message.contains("9800000万元 > 970.24亿元") == true)
    #expect(findings("c1-part", [whole, level("b", "专利质押金额", "9702300", "万元", partOf: "a")]).isEmpty)
    #expect(findings("c1-part", [whole, level("b", "专利质押金额", "970.2", "亿元", partOf: "a")]).isEmpty)
    #expect(findings("c1-part", [whole, level("b", "专利质押金额", "1000", "亿元", ">", partOf: "a")]).count == 1)
    #expect(findings("c1-part", [whole, level("b", "专利质押金额", "1000", "亿元", "<", partOf: "a")]).isEmpty)
  }

  @Test func sharesStayWithinTheWhole() {
    #expect(findings("c2-shares", [figure(.share, "a", "专利", "104", "%", scope: "全国")]).map(\.severity) == [.error])
    #expect(findings("c2-shares", [figure(.share, "a", "专利", "100", "%", scope: "全国")]).isEmpty)
    // What is done of a target may be more than it; members of a ratio are no parts of one.
    #expect(findings("c2-shares", [figure(.share, "a", "城镇新增就业", "113.7", "%", scope: "年度目标")]).isEmpty)
    #expect(findings("c2-shares", [figure(.share, "a", "第一产业", "17.4", "", scope: "三次产业结构")]).isEmpty)
    #expect(findings("c2-shares", [figure(.share, "a", "第二产业", "113.7", "%", scope: "地区生产总值")]).map(\.severity) == [.error])
    let sentence = "企业占62%，高校占30%，院所占15%。"
    let shares = [("企业", "62"), ("高校", "30"), ("院所", "15")]
    func all(_ count: Int, of whole: String?) -> [Observation] {
      shares.prefix(count).enumerated().map { index, share in
        figure(.share, "s\(index)", share.0, share.1, "%", scope: whole, source: source(share.1 + "%", in: sentence))
      }
    }
    let found = findings("c2-shares", all(3, of: "发明专利"))
    #expect(found.map(\.severity) == [.warning])
    #expect(found.first?.message.contains("62% + 30% + 15% = 107%") == true)
    #expect(found.first?.related.count == 2)
    #expect(findings("c2-shares", all(2, of: "发明专利")).isEmpty)
    #expect(findings("c2-shares", all(3, of: nil)).count == 1)
    #expect(findings("c2-shares", all(3, of: "全国")).isEmpty)
    let overlapping =
      all(2, of: "工业") + [
        figure(.share, "x", "民企", "80", "%", scope: "工业", source: source("15%", in: sentence))
      ]
    #expect(findings("c2-shares", overlapping).map(\.severity) == [.note])
  }

  @Test func partsAddUp() {
    let whole = level("a", "受理量", "1000", "件")
    func parts(_ first: String, _ second: String) -> [Observation] {
      [whole, level("b", "发明", first, "件", partOf: "a"), level("c", "实用新型", second, "件", partOf: "a")]
    }
    #expect(findings("c3-sum", parts("600", "450")).map(\.severity) == [.error])
    #expect(findings("c3-sum", parts("600", "395")).map(\.severity) == [.warning])
    #expect(findings("c3-sum", parts("600", "395")).first?.message.contains("600件 + 395件 = 995件, not 1000件") == true)
    #expect(findings("c3-sum", parts("600", "400")).isEmpty)
    #expect(findings("c3-sum", parts("300", "200")).isEmpty)
    let rounded = [
      level("a", "金额", "97.0", "亿元"), level("b", "甲", "48.52", "亿元", partOf: "a"),
      level("c", "乙", "48.51", "亿元", partOf: "a"),
    ]
    #expect(findings("c3-sum", rounded).isEmpty)
  }

  @Test("parts that add up to the whole again and again are divisions of it; one part too many is none")
  func divisionsOfOneWhole() {
    let whole = level("a", "常住人口", "2400", "万人")
    func parts(_ values: [String]) -> [Observation] {
      [whole] + values.enumerated().map { level("p\($0)", "人口\($0)", $1, "万人", partOf: "a") }
    }
    #expect(findings("c3-sum", parts(["1637", "763", "1226", "1174", "330", "1738"])).isEmpty)
    #expect(findings("c3-sum", parts(["1637", "763", "1226", "1274"])).map(\.severity) == [.error])
    #expect(findings("c3-sum", parts(["1637", "763", "50"])).map(\.severity) == [.error])
  }
}

@Suite struct CheckGrowthTests {
  let sentence = "钦州市2021年知识产权质押贷款金额仅1000万元，2022年飙升至1亿元，增长了10倍。"

  func loans(_ times: String = "10倍") -> [Observation] {
    [
      level("a", "知识产权质押贷款金额", "1000", "万元", area: "钦州市", period: "2021", source: source("1000万元", in: sentence)),
      level("b", "知识产权质押贷款金额", "1", "亿元", area: "钦州市", source: source("1亿元", in: sentence)),
      figure(
        .change, "c", "知识产权质押贷款金额", String(times.dropLast()), "倍", area: "钦州市", form: .increase,
        source: source("10倍", in: sentence)),
    ]
  }

  @Test func timesMoreIsNotTimesAsMuch() throws {
    let found = findings("c5-times", loans())
    let only = try #require(found.first)
    #expect(found.count == 1)
    #expect(only.severity == .error)
    #expect(only.message.contains("1亿元 ÷ 1000万元 = 10, so it is 10 times as much and grew by 9 times"))
    #expect(only.hint == "write 增长了9倍, or 增长到10倍")
    let places = Array(sentence.unicodeScalars)
    func text(_ span: SourceSpan?) -> String { span.map { String(String.UnicodeScalarView(places[$0.range])) } ?? "" }
    #expect(text(only.span) == "10倍")
    #expect(only.related.map { text($0) } == ["1亿元", "1000万元"])
    #expect(only.span?.document == "a.txt")
    #expect(findings("c4-growth", loans()).isEmpty)
    #expect(findings("c5-times", loans("9倍")).isEmpty)
    #expect(findings("c4-growth", loans("9倍")).isEmpty)
    #expect(findings("c4-growth", loans("20倍")).count == 1)
  }

  func pair(_ base: String, _ now: String, _ change: String, _ unit: String, measure: String = "亿元") -> [Observation] {
    [
      level("a", "质押金额", base, measure, period: "2021"), level("b", "质押金额", now, measure),
      figure(.change, "c", "质押金额", change, unit, of: "b"),
    ]
  }

  @Test func growthLeadsFromBaseToLevel() {
    let found = findings("c4-growth", pair("442.5", "970.24", "109.25", "%"))
    #expect(found.map(\.severity) == [.error])
    #expect(found.first?.message.contains("442.5亿元 × (1 + 109.25%) = 925.9亿元; the change is 119.3%") == true)
    #expect(findings("c4-growth", pair("442.5", "970.24", "119.25", "%")).isEmpty)
    #expect(findings("c4-growth", pair("100", "80", "-20", "%")).isEmpty)
    #expect(findings("c4-growth", pair("100", "80", "20", "%")).count == 1)
    #expect(findings("c4-growth", pair("100", "109", "9", "亿元")).isEmpty)
    #expect(findings("c4-growth", pair("100", "109", "19", "亿元")).count == 1)
    // 翻超一番: at least twice as much.
    func doubled(_ level: String) -> [Observation] {
      pair("6800", level, "1", "番").map { figure in
        var copy = figure
        if copy.kind == .change { copy.qualifier = .moreThan }
        return copy
      }
    }
    #expect(findings("c4-growth", doubled("14300")).isEmpty)
    #expect(findings("c4-growth", doubled("13000")).count == 1)
  }

  @Test func realGrowthIsNotCompared() {
    let product = [level("a", "生产总值", "100", "亿元", period: "2021"), level("b", "生产总值", "110", "亿元")]
    #expect(findings("c4-growth", product + [figure(.change, "c", "生产总值", "5", "%", of: "b")]).isEmpty)
  }

  @Test func aDeclineIsAtMostEverything() {
    #expect(findings("c6-decrease", [figure(.change, "a", "成本", "-2", "倍")]).map(\.severity) == [.error])
    #expect(findings("c6-decrease", [figure(.change, "a", "成本", "-0.5", "倍")]).map(\.severity) == [.warning])
    #expect(findings("c6-decrease", [figure(.change, "a", "成本", "-130", "%")]).map(\.severity) == [.error])
    #expect(findings("c6-decrease", [figure(.change, "a", "成本", "-100", "%")]).isEmpty)
    #expect(findings("c6-decrease", [figure(.change, "a", "成本", "2", "倍")]).isEmpty)
  }

  @Test func ratesChangeByPoints() {
    let found = findings("c7-points", pair("31", "47", "16", "%", measure: "%"))
    #expect(found.map(\.severity) == [.warning])
    #expect(found.first?.message.contains("47% − 31% = 16") == true)
    #expect(findings("c7-points", pair("31", "47", "16", "个百分点", measure: "%")).isEmpty)
    #expect(findings("c4-growth", pair("31", "47", "16", "个百分点", measure: "%")).isEmpty)
    #expect(findings("c4-growth", pair("31", "47", "12", "个百分点", measure: "%")).count == 1)
    #expect(findings("c7-points", pair("31", "47", "51.6", "%", measure: "%")).isEmpty)
    let alone = [level("b", "合格率", "98.5", "%"), figure(.change, "c", "合格率", "2.6", "%", of: "b")]
    #expect(findings("c7-points", alone).map(\.severity) == [.note])
  }
}

@Suite struct CheckAgreementTests {
  @Test func oneKeyHasOneValue() {
    let first = level("a", "专利质押金额", "970.24", "亿元", source: source("1", in: "1。"))
    let second = level("b", "专利质押金额", "970.42", "亿元", source: source("1", in: "1。", at: 50))
    #expect(findings("c8-two-values", [first, second]).map(\.severity) == [.error])
    #expect(findings("c8-two-values", [first, level("b", "专利质押金额", "970.2", "亿元")]).isEmpty)
    #expect(findings("c8-two-values", [first, level("b", "专利质押金额", "900", "亿元", ">")]).isEmpty)
    #expect(findings("c8-two-values", [first, level("b", "专利质押金额", "900", "亿元", period: "2021")]).isEmpty)
    let elsewhere = level("b", "专利质押金额", "971", "亿元", source: source("1", in: "1。", document: "b.txt"))
    #expect(findings("c8-two-values", [first, elsewhere]).map(\.severity) == [.warning])
    let far = level("b", "专利质押金额", "27", "亿元", source: source("1", in: "1。", at: 50))
    #expect(findings("c8-two-values", [first, far]).map(\.severity) == [.note])
    let range = "奖励500万至800万元"
    #expect(
      findings(
        "c8-two-values",
        [
          level("a", "奖励金额", "800", "万元", ">=", source: source("800万元", in: range)),
          level("b", "奖励金额", "500", "万元", "<=", source: source("500万", in: range)),
        ]
      ).isEmpty)
    let growth = [("a", "10"), ("b", "12")].map {
      figure(.change, $0.0, "专利质押金额", $0.1, "%", source: source("1", in: "1。"))
    }
    #expect(findings("c8-two-values", growth).count == 1)
    // One figure set beside two others, from no time before.
    let distances = [("d", "0.61"), ("e", "0.72")].map {
      figure(.change, $0.0, "研发经费投入", $0.1, "个百分点", of: "s", source: source("1", in: "1。"))
    }
    #expect(findings("c8-two-values", distances).isEmpty)
  }

  @Test("rates told behind levels of two names are two rates") func ratesOfTwoLevels() {
    func told(_ sentence: String, _ name: String, _ count: String, _ rate: String, at place: Int) -> [Observation] {
      [
        level("l\(place)", name, count, "件", source: source(count, in: sentence, at: place)),
        level("r\(place)", "审结后改变率", rate, "%", source: source(rate, in: sentence, at: place)),
      ]
    }
    let criminal = told("提出刑事抗诉7876件，审结后改变率79.9%。", "刑事抗诉", "7876", "79.9", at: 0)
    let civil = told("提出民事抗诉3652件，审结后改变率88.4%。", "民事抗诉", "3652", "88.4", at: 100)
    #expect(findings("c8-two-values", criminal + civil).isEmpty)
    let again = told("提出刑事抗诉7876件，审结后改变率88.4%。", "刑事抗诉", "7876", "88.4", at: 100)
    #expect(findings("c8-two-values", criminal + again).count == 1)
  }

  @Test func unitsDoNotJump() {
    let last = level("a", "融资金额", "41.2", "万元", period: "2021")
    let found = findings("c11-unit-jump", [last, level("b", "融资金额", "42.96", "亿元")])
    #expect(found.map(\.severity) == [.warning])
    #expect(findings("c11-unit-jump", [last, level("b", "融资金额", "42.96", "万元")]).isEmpty)
    #expect(
      findings("c11-unit-jump", [level("a", "融资金额", "9000", "万元", period: "2021"), level("b", "融资金额", "1.2", "亿元")])
        .isEmpty)
  }

  @Test func shareTimesTotalIsTheLevel() {
    let pledge = level("a", "质押金额", "970.24", "亿元")
    let share = figure(.share, "b", "质押金额", "19.93", "%", scope: "全国", of: "a")
    func nation(_ value: String) -> Observation {
      level("n", "质押金额", value, "亿元", area: "全国", source: source("1", in: "1", document: "n.txt"))
    }
    #expect(findings("c12-share-total", [pledge, share, nation("4868.2")]).isEmpty)
    let found = findings("c12-share-total", [pledge, share, nation("4986")])
    #expect(found.map(\.severity) == [.warning])
    #expect(found.first?.message.contains("4986亿元 × 19.93% = 993.7亿元") == true)
  }

  @Test func approximationsAreOnTheRightSide() {
    let exact = level("a", "证券化发行金额", "41.9", "亿元")
    #expect(findings("c13-rounding", [exact, level("b", "证券化发行金额", "42", "亿元", ">")]).map(\.severity) == [.warning])
    #expect(findings("c8-two-values", [exact, level("b", "证券化发行金额", "42", "亿元", ">")]).isEmpty)
    #expect(findings("c13-rounding", [exact, level("b", "证券化发行金额", "41", "亿元", ">")]).isEmpty)
    #expect(findings("c13-rounding", [exact, level("b", "证券化发行金额", "42", "亿元", "<")]).isEmpty)
    #expect(findings("c13-rounding", [exact, level("b", "证券化发行金额", "41", "亿元", "<")]).count == 1)
  }
}

@Suite struct CheckRanksTests {
  func areas(_ guangdong: String, _ guangxi: String, rankA: String = "1", rankB: String = "14") -> [Observation] {
    [
      level("a", "发明专利有效量", guangdong, "万件"), figure(.rank, "ar", "发明专利有效量", rankA, "位", scope: "全国", of: "a"),
      level("b", "发明专利有效量", guangxi, "万件", area: "广西"),
      figure(.rank, "br", "发明专利有效量", rankB, "位", area: "广西", scope: "全国", of: "b"),
    ]
  }

  @Test func ranksFollowValues() {
    #expect(findings("c9-rank", areas("53.92", "3.1")).isEmpty)
    #expect(findings("c9-rank", areas("3.1", "53.92")).count == 1)
    #expect(findings("c9-rank", areas("53.92", "3.1", rankA: "14", rankB: "1")).map(\.severity) == [.error])
  }

  @Test func aFirstPlaceHasNoLargerBesideIt() {
    let unranked = Array(areas("3.1", "53.92").prefix(3))
    #expect(findings("c9-rank", unranked).count == 1)
    #expect(findings("c9-rank", Array(areas("53.92", "3.1").prefix(3))).isEmpty)
    let nation = areas("53.92", "3.1") + [level("n", "发明专利有效量", "335.1", "万件", area: "全国")]
    #expect(findings("c9-rank", nation).isEmpty)
  }

  @Test func ranksOfGrowthAreAgainstGrowth() {
    func growing(_ a: String, _ b: String) -> [Observation] {
      [
        level("a", "融资金额", "42.96", "亿元", area: "广西"),
        figure(.change, "ac", "融资金额", a, "%", area: "广西", of: "a"),
        figure(.rank, "ar", "融资金额增速", "1", "位", area: "广西", scope: "全国", of: "a"),
        level("b", "融资金额", "970", "亿元"), figure(.change, "bc", "融资金额", b, "%", of: "b"),
        figure(.rank, "br", "融资金额增速", "5", "位", scope: "全国", of: "b"),
      ]
    }
    #expect(findings("c9-rank", growing("544.08", "119.25")).isEmpty)
    #expect(findings("c9-rank", growing("44.08", "119.25")).count == 1)
  }

  @Test func streaksHaveAStart() {
    func streak(since start: Int? = nil) -> [Observation] {
      var streak = figure(.streak, "s", "专利有效量", "13", "年", scope: "全国")
      streak.since = start.map { Period(year: $0) }
      return [streak]
    }
    let bare = findings("c10-streak", streak())
    #expect(bare.map(\.severity) == [.note])
    #expect(bare.first?.message.hasSuffix("counted to 2022, since 2010") == true)
    #expect(findings("c10-streak", streak(since: 2010)).isEmpty)
    #expect(findings("c10-streak", streak(since: 2015)).map(\.severity) == [.warning])
  }
}

@Suite struct CheckStandingTests {
  @Test func periodsAreKnown() {
    #expect(findings("c14-period", [level("a", "专利", "5", "件", period: nil)]).map(\.severity) == [.note])
    #expect(findings("c14-period", [level("a", "专利", "5", "件")]).isEmpty)
  }

  @Test func derivedDigitsAreSupported() {
    func base(_ value: String) -> [Observation] {
      var figure = level("d", "质押金额", value, "亿元", period: "2021", status: .derived)
      figure.derivation = Derivation(
        formula: .base, inputs: ["a"], expression: "970.24 ÷ (1 + 119.25%)", lower: number("442.51"),
        upper: number("442.54"))
      return [level("a", "质押金额", "970.24", "亿元"), figure]
    }
    #expect(findings("c15-digits", base("442.5")).isEmpty)
    #expect(findings("c15-digits", base("442.53")).isEmpty)
    #expect(findings("c15-digits", base("442.526")).map(\.severity) == [.warning])
    #expect(findings("c15-digits", base("443.9")).map(\.severity) == [.error])
    #expect(findings("c15-digits", base("443")).isEmpty)
    let set = IndicatorSet(observations: [
      level("a", "质押金额", "970.24", "亿元"), figure(.change, "b", "质押金额", "119.25", "%", of: "a"),
      figure(.share, "c", "质押金额", "19.93", "%", scope: "全国", of: "a"),
    ])
    #expect(findings("c15-digits", set.observations + derive(set).value).isEmpty)
  }

  @Test func definitionsAreCompared() {
    let book = ConceptBook([
      Concept(
        id: "registered", simplified: "专利权质押登记金额", traditional: "專利權質押登記金額", english: "Registered patent pledges",
        distinctions: [.init(id: "financing", note: "登记金额是担保的债权额, 融资金额是发放的贷款额")]),
      Concept(id: "financing", simplified: "专利质押融资金额", traditional: "專利質押融資金額", english: "Patent pledge financing"),
    ])
    let pair = [level("a", "专利权质押登记金额", "897.25", "亿元"), level("b", "专利质押融资金额", "42.96", "亿元", area: "广西")]
    let found = check(IndicatorSet(observations: pair), concepts: book).filter { $0.rule == "check.c16-definitions" }
    #expect(found.map(\.severity) == [.warning])
    #expect(found.first?.message.contains("登记金额是担保的债权额") == true)
    let same = [level("a", "专利质押融资金额", "897.25", "亿元"), level("b", "专利质押融资金额", "42.96", "亿元", area: "广西")]
    #expect(check(IndicatorSet(observations: same), concepts: book).isEmpty)
    #expect(
      findings(
        "c16-definitions", [level("a", "每万人口高价值发明专利拥有量", "5", "件"), level("b", "每万人口发明专利拥有量", "9", "件", area: "广西")]
      ).map(\.severity) == [.note])
    #expect(
      findings("c16-definitions", [level("a", "专利质押金额", "5", "亿元"), level("b", "商标申请费用", "9", "亿元", area: "广西")])
        .isEmpty)
  }

  @Test func plansAreNotFacts() {
    func stated(_ sentence: String, status: Observation.Status = .fact, period: String = "2022") -> [Observation] {
      [level("a", "专利拥有量", "60", "万件", period: period, status: status, source: source("60万件", in: sentence))]
    }
    let document = SourceDocument(id: "a.txt", date: "2023-04-24")
    for status in [Observation.Status.plan, .target, .forecast] {
      let ahead = stated("专利拥有量达到60万件。", status: status, period: "2025")
      #expect(findings("c17-plan", ahead, documents: [document]).isEmpty)
    }
    #expect(findings("c17-plan", stated("专利拥有量达到60万件。", period: "2021/"), documents: [document]).isEmpty)
    #expect(findings("c17-plan", stated("专利拥有量达到60万件。", period: "2025"), documents: [document]).count == 1)
    #expect(findings("c17-plan", stated("专利拥有量达到60万件。", period: "2022"), documents: [document]).isEmpty)
  }

  @Test func findingsComeInTextOrder() {
    let sentence = "甲占104%，乙占105%。"
    let set = IndicatorSet(observations: [
      figure(.share, "b", "乙", "105", "%", source: source("105%", in: sentence)),
      figure(.share, "a", "甲", "104", "%", source: source("104%", in: sentence)),
    ])
    let spans = check(set).compactMap { $0.span?.range.lowerBound }
    #expect(spans == spans.sorted())
    #expect(spans.count == 2)
  }
}

/// What a rule must find, beside what looks like it and is right.
@Suite struct NearMissTests {
  @Test func listsAreNoContradictions() {
    let list = "以加工贸易、保税物流方式进出口7.35万亿元、5.86万亿元，分别增长5.9%和6.3%。"
    let listed = [
      level("a", "加工贸易进出口", "7.35", "万亿元", source: source("7.35万亿元", in: list)),
      level("b", "加工贸易进出口", "7.38", "万亿元", source: source("5.86万亿元", in: list)),
      figure(.change, "c", "加工贸易进出口", "5.9", "%", of: "a", source: source("5.9%", in: list)),
      figure(.change, "d", "加工贸易进出口", "6.3", "%", of: "b", source: source("6.3%", in: list)),
    ]
    #expect(findings("c8-two-values", listed).isEmpty)
    // The same two levels in two sentences contradict each other.
    let apart = [
      level("a", "加工贸易进出口", "7.35", "万亿元", source: source("7.35万亿元", in: "7.35万亿元。")),
      level("b", "加工贸易进出口", "7.38", "万亿元", source: source("7.38万亿元", in: "7.38万亿元。", at: 40)),
    ]
    #expect(findings("c8-two-values", apart).map(\.severity) == [.error])
    // Far apart under two names of one concept they are two things; under one name they are worth a note.
    #expect(findings("c8-two-values", [apart[0], level("b", "进出口", "3", "万亿元", source: source("3", in: "3。", at: 40))]).isEmpty)
  }

  @Test func growthOfTwoLevelsIsTwoGrowths() {
    let figures = [
      level("a", "贸易总值", "6.82", "万亿元", source: source("6.82", in: "6.82。")),
      figure(.change, "c", "贸易总值", "8.5", "%", of: "a", source: source("8.5", in: "8.5。", at: 20)),
      level("b", "贸易总值", "3.69", "万亿元", source: source("3.69", in: "3.69。", at: 40)),
      figure(.change, "d", "贸易总值", "9.2", "%", of: "b", source: source("9.2", in: "9.2。", at: 60)),
    ]
    let found = findings("c8-two-values", figures)
    #expect(found.map(\.severity) == [.note])
    #expect(found.allSatisfy { !$0.message.contains("8.5%") })
  }

  @Test func assumedPeriodsAreSaidOnce() {
    func dated(_ id: String, _ name: String, assumed: Bool, at offset: Int) -> Observation {
      var level = level(id, name, "5", "万件", source: source("5万件", in: name + "5万件。", at: offset))
      level.periodIsAssumed = assumed
      return level
    }
    let found = findings(
      "c14-period",
      [
        dated("a", "专利授权量", assumed: true, at: 0), dated("b", "商标注册量", assumed: true, at: 50),
        dated("c", "论文发表量", assumed: false, at: 90),
      ])
    #expect(found.map(\.severity) == [.note])
    #expect(found.first?.message == "no words give the period of “专利授权量” 5万件 and of 1 more: 2022 is the year of the article")
    #expect(found.first?.related.count == 1)
  }

  /// Three pairs of mixed-up measures between two provinces are one finding; a city is not set beside a province.
  @Test func definitionsAreReportedOnce() {
    func concept(_ id: String, _ name: String, not others: [String]) -> Concept {
      Concept(
        id: id, simplified: name, traditional: name, english: id,
        distinctions: others.map { .init(id: $0, note: "\(id)不是\($0)。") })
    }
    let book = ConceptBook([
      concept("pledge", "质押金额", not: ["loan", "financing"]), concept("registered", "质押登记金额", not: ["financing"]),
      concept("financing", "质押融资金额", not: []), concept("loan", "质押贷款金额", not: []),
    ])
    func at(_ id: String, _ name: String, _ area: String, _ document: String) -> Observation {
      level(id, name, "5", "亿元", area: area, source: source("5亿元", in: name + "5亿元。", document: document))
    }
    func found(_ figures: [Observation]) -> [Diagnostic] {
      check(IndicatorSet(observations: figures), concepts: book).filter { $0.rule == "check.c16-definitions" }
    }
    let province = [at("a", "质押金额", "广东", "a.txt"), at("b", "质押登记金额", "广东", "a.txt"), at("c", "质押融资金额", "广西", "b.txt")]
    let one = found(province)
    #expect(one.map(\.severity) == [.warning])
    #expect(one.first?.related.count == 2)
    let reasons = "“质押金额” and “质押融资金额”: pledge不是financing。 “质押登记金额” and “质押融资金额”: registered不是financing。"
    #expect(one.first?.message.hasSuffix(reasons) == true)
    #expect(found([province[0], at("d", "质押贷款金额", "钦州市", "b.txt")]).isEmpty)
    #expect(found([province[0], at("d", "质押贷款金额", "广西壮族自治区", "b.txt")]).count == 1)
  }

  @Test func yearsOfSeveralDocumentsAreCompared() {
    func stated(_ id: String, _ value: String, _ period: String, _ document: String, _ unit: String = "亿元") -> Observation {
      level(id, "质押金额", value, unit, period: period, source: source(value + unit, in: value + unit + "。", document: document))
    }
    let change = figure(.change, "c", "质押金额", "119.25", "%", of: "b", source: source("119.25%", in: "119.25%。", document: "2022"))
    // C4: the base of another document does not lead to the level; a restatement is a warning, no error.
    let restated = findings("c4-growth", [stated("a", "400", "2021", "2021"), stated("b", "970.24", "2022", "2022"), change])
    #expect(restated.map(\.severity) == [.warning])
    #expect(findings("c4-growth", [stated("a", "442.5", "2021", "2021"), stated("b", "970.24", "2022", "2022"), change]).isEmpty)
    // C11: 万 for 亿 in one of three years.
    let jump = [stated("a", "9.1", "2020", "2020"), stated("b", "9.6", "2021", "2021", "万元"), stated("c", "10.2", "2022", "2022")]
    #expect(findings("c11-unit-jump", jump).count == 2)
    // C8: two documents give one year.
    #expect(
      findings("c8-two-values", [stated("a", "440.1", "2021", "2021"), stated("b", "442.5", "2021", "2022")]).map(\.severity) == [.warning])
    #expect(findings("c8-two-values", [stated("a", "442.51", "2021", "2021"), stated("b", "442.5", "2021", "2022")]).isEmpty)
  }
}
