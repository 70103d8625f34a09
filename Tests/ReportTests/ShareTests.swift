import Indicators
import Scene
import StructuredData
import Testing

@testable import Report

/// Shares as figures: who has them, of what, and when several are one figure.
@Suite struct ShareTests {
  private func indicator(
    _ name: String, _ value: String = "100", area: String = "嘉兴市", share: String, of scope: String?, in place: String? = nil
  ) throws -> Indicator {
    let level = Observation(
      id: name, kind: .level, name: name, value: try #require(ExactNumber(value)), unit: Unit("亿元"), area: area, period: Period(year: 2024))
    let part = Observation(
      id: name + "share", kind: .share, name: name, value: try #require(ExactNumber(share)), unit: Unit("%"), area: place ?? area,
      period: level.period, scope: scope, of: level.id)
    let set = IndicatorSet(observations: [level, part])
    return try #require(indicators(of: set).first { $0.name == name })
  }
  private let context = HeadlineContext(language: .simplifiedChinese)

  @Test(
    "the place has the share of a wider place, else the thing its share of the whole",
    arguments: [
      ("全国", "嘉兴市", "嘉兴市"), ("全省", "嘉兴市", "嘉兴市"), ("长三角", "嘉兴市", "嘉兴市"), ("全市", "嘉兴市", "民营企业出口"), ("全县", "绩溪县", "民营企业出口"),
      ("出口总值", "嘉兴市", "民营企业出口"), ("营业收入", "某公司", "民营企业出口"),
    ])
  func partsAreNamed(scope: String, area: String, name: String) throws {
    let spec = try #require(FigureSpec.share(indicator("民营企业出口", area: area, share: "40.5", of: scope), context: context))
    #expect(spec.rows.map { $0["name"]?.string } == [name, scope + "其余"])
    #expect(spec.highlight == [name])
  }

  @Test(arguments: [
    ("营业收入", nil, "销量占营业收入9.1%"), (nil, "全球", "销量占全球9.1%"), (nil, nil, "销量占比9.1%"), (nil, "另一公司", "销量占比9.1%"),
  ])
  func aShareSaysOfWhat(scope: String?, place: String?, text: String) throws {
    var share = try indicator("销量", area: "某公司", share: "9.1", of: scope, in: place)
    share.shares[0].value = try #require(ExactNumber("8.1"))
    #expect(headline(share, context: context) == text.replacing("9.1", with: "8.1"))
    #expect(KPI(indicator: share, context: context).chips == [String(text.dropFirst(2)).replacing("9.1", with: "8.1")])
  }

  @Test(
    "shares that are all of one whole are one bar, the largest first",
    arguments: [
      (["12.2", "60.3", "27.5"], ["60.3", "27.5", "12.2"]), (["33.3", "33.3", "33.3"], ["33.3", "33.3", "33.3"]), (["60.3", "27.5"], nil),
      (["60.3", "27.5", "22.2"], nil), (["100"], nil),
    ] as [([String], [String]?)])
  func compositions(shares: [String], drawn: [String]?) throws {
    let parts = try shares.enumerated().map { try indicator("业务\($0.offset)收入", share: $0.element, of: "营业收入") }
    let figure = FigureSpec.composition(parts, context: context)
    #expect(figure?.spec.rows.map { $0["value"]?.double } == drawn?.map { Double($0) })
    #expect(figure.map { $0.shown.count } == drawn?.count)
    #expect(figure?.spec.mark == drawn.map { _ in "share" })
  }

  @Test("wholes of several places or names are not one", arguments: [("嘉兴市", "出口总值"), ("金华市", "营业收入")])
  func otherWholes(area: String, scope: String) throws {
    let parts = [
      try indicator("甲收入", share: "60", of: "营业收入"), try indicator("乙收入", area: area, share: "40", of: scope),
    ]
    #expect(FigureSpec.composition(parts, context: context) == nil)
  }

  @Test(
    "shares on one axis are of one whole: the one with most parts, of as many the first",
    arguments: [
      (["营业收入", "员工总数", "营业收入", "全球"], ["甲", "丙"], "占营业收入的比重"), (["员工总数", "营业收入", "员工总数", "营业收入"], ["甲", "丙"], "占员工总数的比重"),
      (["全国", "全国", "全国", "全国"], ["甲", "乙", "丙", "丁"], "占全国的比重"), (["营业收入", "员工总数", "全球", nil], nil, ""), ([nil, nil, nil, nil], nil, ""),
    ] as [([String?], [String]?, String)])
  func oneWholeOnAnAxis(scopes: [String?], names: [String]?, measure: String) throws {
    let parts = try zip(["甲", "乙", "丙", "丁"], scopes).enumerated().map { i, part in
      try indicator(part.0 + "指标", area: "某公司", share: "\(40 - i)", of: part.1)
    }
    let spec = FigureSpec.shares(parts, context: context)
    #expect(spec?.rows.compactMap { $0["name"]?.string } == names?.map { $0 + "指标" })
    if let spec { #expect(spec.title?.subtitle?.contains(measure) == true, "\(spec.title?.subtitle ?? "")") }
  }

  @Test("全市 of one city is not that of another, 全国 is one")
  func ownWholes() throws {
    func parts(of scope: String) throws -> FigureSpec? {
      let parts = [
        try indicator("甲指标", area: "嘉兴市", share: "40", of: scope), try indicator("乙指标", area: "金华市", share: "30", of: scope),
        try indicator("丙指标", area: "金华市", share: "20", of: scope),
      ]
      return FigureSpec.shares(parts, context: context)
    }
    #expect(try parts(of: "全市")?.rows.count == 2)
    #expect(try parts(of: "全国")?.rows.count == 3)
  }

  @Test("of several shares in one paragraph one is drawn")
  func oneShareIsDrawn() throws {
    let both = [try indicator("产品规模", share: "63.4", of: "全国"), try indicator("产品数量", share: "60.3", of: "全国")]
    let facts = both.flatMap { [$0.lead] + $0.shares }
    let planner = Planner(
      Evidence(articles: [], set: IndicatorSet(observations: facts), concepts: ConceptBook()), language: .simplifiedChinese)
    let choice = planner.figures(for: both)
    #expect(choice.figures.map(\.mark) == ["ring"])
    #expect(choice.left.map(\.name) == ["产品数量"])
  }

  @Test("a rate that moves by points rises", arguments: [("2.9", "调撤率同比提高2.9个百分点"), ("-1.1", "调撤率同比下降1.1个百分点")])
  func points(change: String, text: String) throws {
    let level = Observation(
      id: "a", kind: .level, name: "调撤率", value: try #require(ExactNumber("37.2")), unit: Unit("%"), area: "上海", period: Period(year: 2024))
    var moved = Observation(
      id: "b", kind: .change, name: "调撤率", value: try #require(ExactNumber(change)), unit: Unit("个百分点"), area: "上海",
      period: level.period, of: "a")
    moved.basis = .yearOnYear
    let rate = try #require(indicators(of: IndicatorSet(observations: [level, moved])).first)
    #expect(headline(rate, context: context) == text)
  }

  @Test(
    "a card of a growth says what it is counted from",
    arguments: [
      (Basis.yearOnYear, Language.simplifiedChinese, "同比"), (.monthOnMonth, .simplifiedChinese, "环比"),
      (.yearOnYear, .english, "on the year"),
    ])
  func growthsAlone(basis: Basis, language: Language, base: String) throws {
    let growth = Observation(
      id: "a", kind: .change, name: "工业增加值", value: try #require(ExactNumber("5.6")), unit: Unit("%"), area: "全国",
      period: Period(year: 2024), basis: basis)
    #expect(KPI(indicator: Indicator(growth), context: HeadlineContext(language: language)).base == base)
  }

  @Test(
    "a level told as a multiple of its base has no arrow: it did not grow by that much",
    arguments: [
      ("2.4", "倍", Language.simplifiedChinese, "是2023年的2.4倍"), ("2.4", "倍", .traditionalChinese, "是2023年的2.4倍"),
      ("81.7", "%", .simplifiedChinese, "是2023年的81.7%"), ("2.4", "times", .english, "2.4 times the figure of 2023"),
      ("81.7", "%", .english, "81.7% of the figure of 2023"),
    ])
  func multiplesOfTheBase(value: String, unit: String, language: Language, text: String) throws {
    let level = Observation(
      id: "a", kind: .level, name: "侵犯著作权罪", value: try #require(ExactNumber("29")), unit: Unit("件"), area: "云南", period: Period(year: 2024)
    )
    var multiple = Observation(
      id: "b", kind: .change, name: level.name, value: try #require(ExactNumber(value)), unit: Unit(unit), area: "云南", period: level.period,
      of: "a", basis: .yearOnYear)
    multiple.form = .times
    let card = KPI(
      indicator: try #require(indicators(of: IndicatorSet(observations: [level, multiple])).first),
      context: HeadlineContext(language: language))
    #expect(card.change == nil && card.base == nil)
    #expect(card.chips == [text])
  }

  // MARK: Around figures

  @Test(arguments: [(1, "甲报，2024年1月1日"), (3, "甲报，2024年1月1日；甲报，2024年1月2日；甲报，2024年1月3日"), (4, "甲报，2024年1月1日等4份文稿")])
  func sourcesAreNamed(count: Int, line: String) throws {
    let documents = (1...count).map {
      SourceDocument(id: "\($0)", date: "2024-01-0\($0)", publisher: "甲报")
    }
    let facts = (1...count).map { n in
      var fact = Observation(id: "f\(n)", kind: .level, name: "出口", value: ExactNumber(n), unit: Unit("亿元"))
      fact.source = Source(document: "\(n)", range: 0..<1, text: "1", sentenceRange: 0..<1, sentence: "出口")
      return fact
    }
    let context = HeadlineContext(language: .simplifiedChinese, set: IndicatorSet(documents: documents, observations: facts))
    #expect(context.source(of: facts) == line)
  }

  @Test(
    "formulas are written as figures are",
    arguments: [
      (Language.english, "53907 ÷ (1 + 4.1%)", "53,907 ÷ (1 + 4.1%)"), (.english, "2314 ÷ 19.2%", "2,314 ÷ 19.2%"),
      (.simplifiedChinese, "2314 ÷ 19.2%", "2314 ÷ 19.2%"), (.simplifiedChinese, "45421.5 − 1.25", "45,421.5 − 1.25"),
      (.simplifiedChinese, "(10358 ÷ 4407)^(1/4) − 1", "⁴√(10,358 ÷ 4407) − 1"),
      (.english, "(10358 ÷ 4407)^(1/12) − 1", "¹²√(10,358 ÷ 4,407) − 1"),
    ])
  func formulasAreGrouped(language: Language, expression: String, text: String) throws {
    var figure = Observation(id: "a", kind: .level, name: "出口", value: ExactNumber(1), unit: Unit("亿元"))
    figure.derivation = Derivation(formula: .total, inputs: [], expression: expression, lower: nil, upper: nil)
    #expect(HeadlineContext(language: language).formula(of: figure) == text)
  }

  @Test(
    "a change in units is what it is since the level before, where that is exact and the printed numbers give the change",
    arguments: [
      (Observation.Qualifier.exactly, "527.71", "970.24 − 442.53"), (.exactly, "527.7", "970.24 − 970.24 ÷ (1 + 119.25%)"),
      (.about, "527.71", "970.24 − 970.24 ÷ (1 + 119.25%)"),
    ])
  func changesAreDifferences(qualifier: Observation.Qualifier, size: String, text: String) throws {
    var base = Observation(id: "a", kind: .level, name: "出口", value: try #require(ExactNumber("442.53")), unit: Unit("亿元"))
    base.qualifier = qualifier
    base.derivation = Derivation(formula: .base, inputs: [], expression: "970.24 ÷ (1 + 119.25%)", lower: nil, upper: nil)
    var change = base
    change.value = try #require(ExactNumber(size))
    change.derivation = Derivation(
      formula: .absoluteChange, inputs: [], expression: "970.24 − 970.24 ÷ (1 + 119.25%)", lower: nil, upper: nil)
    #expect(context.formula(of: change, base: base) == text)
  }
}
