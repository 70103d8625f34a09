import Diagnostics
import Indicators
import Testing

/// One finding of a rule in both languages.
struct Worded: CustomTestStringConvertible, Sendable {
  var rule: String
  var figures: [Observation]
  var english: String
  var chinese: String
  var englishHint: String?
  var chineseHint: String?
  var documents: [SourceDocument] = []

  var testDescription: String { rule + " " + chinese }

  func finding(_ language: FigureLanguage) -> Diagnostic? {
    check(IndicatorSet(documents: documents, observations: figures), concepts: pledges, language: language)
      .first { $0.rule == "check." + rule }
  }
}

private let pledges = ConceptBook([
  Concept(
    id: "registered", simplified: "专利权质押登记金额", traditional: "專利權質押登記金額", english: "Registered patent pledges",
    distinctions: [.init(id: "financing", note: "前者是担保的债权额，后者是发放的贷款额。")]),
  Concept(id: "financing", simplified: "专利质押融资金额", traditional: "專利質押融資金額", english: "Patent pledge financing"),
])

private let loans = "2021年知识产权贷款金额仅1000万元，2022年飙升至1亿元，增长了10倍。"

private func pair(_ base: String, _ now: String, _ change: String, _ unit: String, measure: String = "亿元") -> [Observation] {
  [
    level("a", "质押金额", base, measure, period: "2021"), level("b", "质押金额", now, measure),
    figure(.change, "c", "质押金额", change, unit, of: "b"),
  ]
}

private func derived(_ value: String) -> [Observation] {
  var figure = level("d", "质押金额", value, "亿元", period: "2021", status: .derived)
  figure.derivation = Derivation(
    formula: .base, inputs: ["a"], expression: "970.24 ÷ (1 + 119.25%)", lower: number("442.51"), upper: number("442.54"))
  return [level("a", "质押金额", "970.24", "亿元"), figure]
}

private func patents(rank: Bool) -> [Observation] {
  [
    level("a", "发明专利有效量", "3.1", "万件"), figure(.rank, "ar", "发明专利有效量", "1", "位", scope: "全国", of: "a"),
    level("b", "发明专利有效量", "53.92", "万件", area: "广西"),
  ] + (rank ? [figure(.rank, "br", "发明专利有效量", "14", "位", area: "广西", scope: "全国", of: "b")] : [])
}

private func streak(since start: Int? = nil) -> [Observation] {
  var streak = figure(.streak, "s", "专利有效量", "13", "年", scope: "全国")
  streak.since = start.map { Period(year: $0) }
  return [streak]
}

private func parts(_ other: String) -> [Observation] {
  [
    level("a", "受理量", "1000", "件"), level("b", "发明", "600", "件", partOf: "a"),
    level("c", "实用新型", other, "件", partOf: "a"),
  ]
}

private let planHints = ("mark it as a plan in a correction file", "如为计划数，应在更正文件中注明。")

private let wordings: [Worded] = [
  Worded(
    rule: "c1-part",
    figures: [level("a", "质押金额", "970.24", "亿元"), level("b", "专利质押金额", "9800000", "万元", partOf: "a")],
    english: "the part “专利质押金额” 9800000万元 is more than its whole “质押金额” 970.24亿元: 9800000万元 > 970.24亿元",
    chinese: "其中项“专利质押金额”9800000万元超过总数“质押金额”970.24亿元：9800000万元＞970.24亿元。"),
  Worded(
    rule: "c2-shares", figures: [figure(.share, "a", "专利", "104", "%", scope: "全国")],
    english: "the share “专利” 104% is more than the whole: 104% > 100%",
    chinese: "“专利”占全国104%，超出整体：104%＞100%。"),
  Worded(
    rule: "c2-shares",
    figures: [("企业", "62"), ("高校", "45")].map {
      figure(.share, $0.0, $0.0, $0.1, "%", scope: "发明专利", source: source($0.1 + "%", in: "企业占62%，高校占45%。"))
    },
    english: "shares of one whole (发明专利) add up to more than 100%: 62% + 45% = 107%",
    chinese: "“发明专利”各部分占比合计超过100%：62%＋45%＝107%。",
    englishHint: "fine where the groups overlap", chineseHint: "各部分互有重叠时不算差错。"),
  Worded(
    rule: "c3-sum", figures: parts("450"),
    english: "the parts of “受理量” 1000件 add up to more: 600件 + 450件 = 1050件 > 1000件",
    chinese: "“受理量”1000件的其中项合计超过总数：600件＋450件＝1050件＞1000件。"),
  Worded(
    rule: "c3-sum", figures: parts("395"),
    english: "the parts of “受理量” 1000件 nearly add up: 600件 + 395件 = 995件, not 1000件",
    chinese: "“受理量”1000件的其中项合计与总数略有出入：600件＋395件＝995件，原文总数为1000件。"),
  Worded(
    rule: "c4-growth", figures: pair("442.5", "970.24", "109.25", "%"),
    english:
      "“质押金额” +109.25% does not lead from 442.5亿元 to 970.24亿元: 442.5亿元 × (1 + 109.25%) = 925.9亿元; the change is 119.3%",
    chinese: "“质押金额”增长109.25%与两期数字不符：442.5亿元×（1＋109.25%）＝925.9亿元，原文作970.24亿元；按两期数字计算，应为增长119.3%。"),
  Worded(
    rule: "c4-growth", figures: pair("100", "109", "19", "亿元"),
    english: "“质押金额” +19亿元 does not lead from 100亿元 to 109亿元: 109亿元 − 100亿元 = 9亿元",
    chinese: "“质押金额”增加19亿元与两期数字不符：109亿元−100亿元＝9亿元。"),
  Worded(
    rule: "c5-times",
    figures: [
      level("a", "知识产权贷款金额", "1000", "万元", period: "2021", source: source("1000万元", in: loans)),
      level("b", "知识产权贷款金额", "1", "亿元", source: source("1亿元", in: loans)),
      figure(.change, "c", "知识产权贷款金额", "10", "倍", form: .increase, source: source("10倍", in: loans)),
    ],
    english: "“知识产权贷款金额” +10倍: 1亿元 ÷ 1000万元 = 10, so it is 10 times as much and grew by 9 times",
    chinese: "“知识产权贷款金额”由1000万元增至1亿元，1亿元÷1000万元＝10，应为“增长了9倍”或“增长到10倍”，原文作增长10倍。",
    englishHint: "write 增长了9倍, or 增长到10倍", chineseHint: "应为“增长了9倍”或“增长到10倍”。"),
  Worded(
    rule: "c6-decrease", figures: [figure(.change, "a", "成本", "-2", "倍")],
    english: "“成本” −2倍: a quantity cannot fall by a multiple of itself; a decline is a part of the base, at most 100%",
    chinese: "“成本”下降2倍有误：数量不能减少自身的若干倍，降幅以基数的100%为限。",
    englishHint: "减少一半 is −50%, 减少到三分之一 is −66.7%", chineseHint: "减少一半为“下降50%”，减少到三分之一为“下降66.7%”。"),
  Worded(
    rule: "c6-decrease", figures: [figure(.change, "a", "成本", "-130", "%")],
    english: "“成本” −130% takes away more than there was: 100% − 130% < 0",
    chinese: "“成本”下降130%，降幅超过基数本身：100%−130%＜0。"),
  Worded(
    rule: "c7-points", figures: pair("31", "47", "16", "%", measure: "%"),
    english: "“质押金额” +16% is the difference in percentage points: 47% − 31% = 16",
    chinese: "“质押金额”增长16%实为百分点之差：47%−31%＝16个百分点。",
    englishHint: "write 16个百分点", chineseHint: "应为“提高16个百分点”。"),
  Worded(
    rule: "c7-points",
    figures: [level("b", "合格率", "98.5", "%"), figure(.change, "c", "合格率", "2.6", "%", of: "b")],
    english: "“合格率” 98.5% is a rate, and “合格率” +2.6% may mean percentage points (个百分点)",
    chinese: "“合格率”98.5%是比率，“增长2.6%”可能指2.6个百分点。"),
  Worded(
    rule: "c8-two-values", figures: [level("a", "授权量", "970", "件"), level("b", "授权量", "988", "件")],
    english: "“授权量” 970件 and “授权量” 988件 are given for the same level, 2022年",
    chinese: "“授权量”970件与“授权量”988件同为2022年的数值，数字不一致。"),
  Worded(
    rule: "c8-two-values",
    figures: [
      level("a", "授权量", "970", "件", source: source("1", in: "1。")),
      level("b", "授权量", "988", "件", source: source("1", in: "1。", document: "b.txt")),
    ],
    english: "“授权量” 970件 and “授权量” 988件 are given for the same level, 2022年",
    chinese: "“授权量”970件与“授权量”988件同为2022年的数值，数字不一致。",
    englishHint: "a restatement, or another definition", chineseHint: "可能是修订数，或统计口径不同。"),
  Worded(
    rule: "c9-rank", figures: patents(rank: true),
    english: "the ranks are against the values: 广东 全国首位 with 3.1万件, 广西 全国第14位 with 53.92万件",
    chinese: "“发明专利有效量”的位次与数值不符：广东居全国首位（3.1万件），广西居全国第14位（53.92万件）。"),
  Worded(
    rule: "c9-rank", figures: patents(rank: false),
    english: "“发明专利有效量” 全国首位 (广东) but 广西 has more: 53.92万件 against 3.1万件",
    chinese: "广东“发明专利有效量”居全国首位，而广西数值更高：53.92万件＞3.1万件。"),
  Worded(
    rule: "c10-streak", figures: streak(),
    english: "“专利有效量” 连续13年 does not say since when; counted to 2022, since 2010",
    chinese: "“专利有效量”连续13年，未写明起始年份；计至2022年，应自2010年起。"),
  Worded(
    rule: "c10-streak", figures: streak(since: 2015),
    english: "“专利有效量” 连续13年 does not fit its start: 2015 to 2022 are 8 years",
    chinese: "“专利有效量”连续13年与起始年份不符：2015年至2022年共8年。"),
  Worded(
    rule: "c11-unit-jump",
    figures: [level("a", "融资金额", "41.2", "万元", period: "2021"), level("b", "融资金额", "42.96", "亿元")],
    english: "“融资金额” 41.2万元 and “融资金额” 42.96亿元 have like digits and different units: 42.96亿元 ÷ 41.2万元 = 10430",
    chinese: "“融资金额”2021年为41.2万元，2022年为42.96亿元，数字相近而单位不同：42.96亿元÷41.2万元＝10430。",
    englishHint: "check 万 and 亿", chineseHint: "核对“万”与“亿”。"),
  Worded(
    rule: "c12-share-total",
    figures: [
      level("a", "质押金额", "970.24", "亿元"), figure(.share, "b", "质押金额", "19.93", "%", scope: "全国", of: "a"),
      level("n", "质押金额", "4986", "亿元", area: "全国"),
    ],
    english: "“质押金额” 19.93% of 4986亿元 is not 970.24亿元: 4986亿元 × 19.93% = 993.7亿元",
    chinese: "“质押金额”占全国19.93%与总数不符：4986亿元×19.93%＝993.7亿元，原文作970.24亿元。"),
  Worded(
    rule: "c13-rounding",
    figures: [level("a", "发行金额", "41.9", "亿元"), level("b", "发行金额", "42", "亿元", ">")],
    english: "“发行金额” 超42亿元 is on the wrong side of “发行金额” 41.9亿元: 41.9亿元 is less than 42亿元",
    chinese: "“发行金额”超42亿元与“发行金额”41.9亿元不符：41.9亿元＜42亿元。"),
  Worded(
    rule: "c14-period", figures: [level("a", "专利", "5", "件", period: nil)],
    english: "“专利” 5件 has no period", chinese: "“专利”5件未写明时期。",
    englishHint: "set it in a correction file", chineseHint: "在更正文件中补注时期。"),
  Worded(
    rule: "c15-digits", figures: derived("443.9"),
    english: "the derived “质押金额” 443.9亿元 lies outside its interval 442.5 to 442.5: 970.24 ÷ (1 + 119.25%)",
    chinese: "推算数“质押金额”443.9亿元不在误差区间（442.51～442.54）之内：970.24÷（1＋119.25%）。"),
  Worded(
    rule: "c15-digits", figures: derived("442.526"),
    english:
      "the derived “质押金额” 442.526亿元 has more digits than its inputs allow: 970.24 ÷ (1 + 119.25%) lies between 442.5 and 442.5",
    chinese: "推算数“质押金额”442.526亿元的位数超出原数所能支持的精度：970.24÷（1＋119.25%），误差区间为442.51～442.54。"),
  Worded(
    rule: "c16-definitions",
    figures: [
      level("a", "专利权质押登记金额", "897.25", "亿元"), level("b", "专利质押融资金额", "42.96", "亿元", area: "广西"),
    ],
    english: "“专利权质押登记金额” 897.25亿元 (广东) and “专利质押融资金额” 42.96亿元 (广西) are not comparable: 前者是担保的债权额，后者是发放的贷款额。",
    chinese: "“专利权质押登记金额”（广东）与“专利质押融资金额”（广西）口径不同，不宜直接比较：前者是担保的债权额，后者是发放的贷款额。"),
  Worded(
    rule: "c16-definitions",
    figures: [
      level("a", "每万人口高价值发明专利拥有量", "5", "件"), level("b", "每万人口发明专利拥有量", "9", "件", area: "广西"),
    ],
    english: "“每万人口高价值发明专利拥有量” 5件 (广东) and “每万人口发明专利拥有量” 9件 (广西) have similar names and may be defined differently",
    chinese: "“每万人口高价值发明专利拥有量”（广东）与“每万人口发明专利拥有量”（广西）名称相近，口径可能不同，比较前宜先核对。"),
  Worded(
    rule: "c17-plan",
    figures: [level("a", "专利拥有量", "60", "万件", period: "2025", source: source("60万件", in: "专利拥有量达到60万件。"))],
    english: "“专利拥有量” 60万件 is for 2025, after its article of 2023, and stands as a fact",
    chinese: "“专利拥有量”60万件为2025年数字，晚于2023年的文稿，却按实绩列出。",
    englishHint: planHints.0, chineseHint: planHints.1, documents: [SourceDocument(id: "a.txt", date: "2023-04-24")]),
]

@Suite struct CheckWordingTests {
  @Test func allRulesAreWorded() {
    let rules = Set(wordings.compactMap { Int($0.rule.dropFirst().prefix { $0 != "-" }) })
    #expect(rules == Set(1...17))
  }

  @Test(arguments: wordings) func messagesReadInBothLanguages(_ worded: Worded) throws {
    let english = try #require(worded.finding(.english))
    let chinese = try #require(worded.finding(.simplifiedChinese))
    #expect(english.message == worded.english)
    #expect(english.hint == worded.englishHint)
    #expect(chinese.message == worded.chinese)
    #expect(chinese.hint == worded.chineseHint)
    #expect(chinese.severity == english.severity)
    #expect(chinese.span == english.span)
    #expect(chinese.related == english.related)
  }

  @Test(arguments: wordings, [FigureLanguage.simplifiedChinese, .traditionalChinese, .hongKongChinese])
  func chineseHasItsOwnSigns(_ worded: Worded, _ language: FigureLanguage) throws {
    let finding = try #require(worded.finding(language))
    for text in [finding.message, finding.hint].compactMap({ $0 }) {
      #expect(text.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) })
      #expect(!text.unicodeScalars.contains { $0.isASCII && !"0123456789.%".unicodeScalars.contains($0) }, "\(text)")
      #expect(text.hasSuffix("。"))
    }
  }

  @Test func englishIsTheDefault() {
    for worded in wordings {
      let set = IndicatorSet(documents: worded.documents, observations: worded.figures)
      #expect(check(set, concepts: pledges) == check(set, concepts: pledges, language: .english))
    }
  }

  /// The words around a name are in traditional characters, the name is as the article writes it.
  @Test func namesKeepTheirScript() throws {
    let times = try #require(wordings.first { $0.rule == "c5-times" }?.finding(.traditionalChinese))
    #expect(times.message == "「知识产权贷款金额」由1000萬元增至1億元，1億元÷1000萬元＝10，應為「增長了9倍」或「增長到10倍」，原文作增長10倍。")
    let definitions = try #require(wordings.first { $0.rule == "c16-definitions" }?.finding(.hongKongChinese))
    #expect(definitions.message.hasSuffix("口徑不同，不宜直接比較：前者是擔保的債權額，後者是發放的貸款額。"))
    let plan = try #require(wordings.last?.finding(.traditionalChinese))
    #expect(plan.message.hasSuffix("為2025年數字，晚於2023年的文稿，卻按實績列出。"))
  }

  @Test func changesTakeTheirVerb() throws {
    func message(_ figures: [Observation], _ rule: String) throws -> String {
      try #require(
        check(IndicatorSet(observations: figures), language: .simplifiedChinese).first { $0.rule == "check." + rule }
      ).message
    }
    #expect(try message(pair("100", "80", "20", "%"), "c4-growth").hasSuffix("应为下降20%。"))
    #expect(try message(pair("100", "80", "-3", "亿元"), "c4-growth").hasPrefix("“质押金额”减少3亿元"))
    #expect(try message(pair("31", "47", "12", "个百分点", measure: "%"), "c4-growth").hasPrefix("“质押金额”提高12个百分点"))
    let growing = [
      level("a", "融资金额", "42.96", "亿元", area: "广西"),
      figure(.change, "ac", "融资金额", "44.08", "%", area: "广西", of: "a"),
      figure(.rank, "ar", "融资金额增速", "1", "位", area: "广西", scope: "全国", of: "a"),
      level("b", "融资金额", "970", "亿元"), figure(.change, "bc", "融资金额", "119.25", "%", of: "b"),
      figure(.rank, "br", "融资金额增速", "5", "位", scope: "全国", of: "b"),
    ]
    #expect(
      try message(growing, "c9-rank") == "“融资金额增速”的位次与数值不符：广西居全国首位（44.08%），广东居全国第5位（119.25%）。")
  }
}
