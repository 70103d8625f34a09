import Diagnostics
import Indicators
import Report
import Scene
import StructuredData
import Testing

@Suite struct HeadlineTests {
  private func level(_ name: String, _ value: String, _ unit: String, area: String = "广东", year: Int = 2022) throws
    -> Observation
  {
    Observation(
      id: name + area, kind: .level, name: name, value: try #require(ExactNumber(value)), unit: Unit(unit), area: area,
      period: Period(year: year))
  }
  private func figure(
    _ kind: Observation.Kind, of level: Observation, _ value: String, _ unit: String, scope: String? = nil
  ) throws -> Observation {
    Observation(
      id: level.id + kind.rawValue, kind: kind, name: level.name, value: try #require(ExactNumber(value)),
      unit: Unit(unit), area: level.area, period: level.period,
      scope: scope, of: level.id)
  }
  private func indicator(_ level: Observation, _ figures: [Observation]) throws -> Indicator {
    var set = IndicatorSet(observations: [level] + figures)
    set.observations += derive(set).value
    return try #require(indicators(of: set).first)
  }

  @Test(arguments: [
    ("119.25", "质押金额一年增至2.2倍"), ("544.08", "质押金额一年增至6.4倍"), ("100", "质押金额一年增至2倍"), ("47.18", "质押金额同比增长47.18%"),
    ("-3.5", "质押金额同比下降3.5%"),
  ])
  func growthIsSaid(rate: String, expected: String) throws {
    let level = try level("质押金额", "970.24", "亿元")
    #expect(
      headline(try indicator(level, [figure(.change, of: level, rate, "%")]), language: .simplifiedChinese) == expected)
  }

  @Test(
    "an amount that rose or fell is told without a sign",
    arguments: [("-1.9", "Exports fell USD 1.9 bn in a month"), ("5.1", "Exports rose USD 5.1 bn in a month")])
  func amountsAreSaid(amount: String, expected: String) throws {
    let level = try level("exports", "64.8", "$ billion")
    var change = try figure(.change, of: level, amount, "$ billion")
    change.basis = .monthOnMonth
    #expect(headline(try indicator(level, [change]), language: .english) == expected)
  }

  @Test(arguments: [
    ("19.93", "占全国近两成"), ("22.35", "占全国两成多"), ("63.4", "占全国六成多"), ("50", "占全国一半"), ("8.6", "占全国8.6%"), ("36", "占全国36%"),
  ])
  func sharesAreSaid(share: String, expected: String) throws {
    let level = try level("质押金额", "970.24", "亿元")
    #expect(
      headline(try indicator(level, [figure(.share, of: level, share, "%", scope: "全国")]), language: .simplifiedChinese)
        == "质押金额" + expected)
  }

  @Test func placesAreSaid() throws {
    let level = try level("发明专利有效量", "53.92", "万件")
    let first = try indicator(
      level, [figure(.rank, of: level, "1", "位", scope: "全国"), figure(.streak, of: level, "13", "年", scope: "全国")])
    #expect(headline(first, language: .simplifiedChinese) == "发明专利有效量连续13年居全国首位")
  }

  @Test func aChangeIsDrawnWithItsDerivedBase() throws {
    let level = try level("质押金额", "970.24", "亿元")
    let spec = try #require(
      FigureSpec.change(
        try indicator(level, [figure(.change, of: level, "119.25", "%")]),
        context: HeadlineContext(language: .simplifiedChinese)))
    #expect(spec.title == .init("质押金额一年增至2.2倍", subtitle: "广东质押金额，亿元，2021—2022年"))
    #expect(spec.note == "2021年为推算值：970.24 ÷ (1 + 119.25%)。")
    #expect(spec.rows.map { $0["value"]?.numberText } == ["442.53", "970.24"])
    #expect(spec.rows.map { $0["status"]?.string } == ["derived", "fact"])
    #expect(spec.node["encoding"]?["growth"]?["field"]?.string == "growth")
  }

  @Test func twoAreasAreCompared() throws {
    let a = try level("专利权质押登记金额", "897.25", "亿元")
    let b = try level("专利质押融资金额", "42.96", "亿元", area: "广西")
    let spec = try #require(
      FigureSpec.dumbbell(
        try indicator(a, []), try indicator(b, []), context: HeadlineContext(language: .simplifiedChinese)))
    #expect(spec.title?.text == "广东专利权质押登记金额是广西的20.9倍")
    #expect(spec.note == "口径不同：广东为专利权质押登记金额，广西为专利质押融资金额。")
    #expect(
      FigureSpec.dumbbell(
        try indicator(a, []), try indicator(level("项目", "24", "项", area: "广西"), []),
        context: HeadlineContext(language: .simplifiedChinese)) == nil)
  }

  @Test func whatIsDefinedDifferentlyIsNotDivided() throws {
    let concepts = ConceptBook([
      Concept(
        id: "a", simplified: "质押登记金额", traditional: "質押登記金額", english: "pledges",
        distinctions: [.init(id: "b", note: "口径不同")]),
      Concept(id: "b", simplified: "质押融资金额", traditional: "質押融資金額", english: "loans"),
    ])
    let spec = try #require(
      FigureSpec.dumbbell(
        try indicator(level("质押登记金额", "897.25", "亿元"), []),
        try indicator(level("质押融资金额", "42.96", "亿元", area: "广西"), []),
        context: HeadlineContext(language: .simplifiedChinese, concepts: concepts)))
    #expect(spec.title?.text == "广东质押登记金额897.25亿元，广西质押融资金额42.96亿元")
  }

  @Test func aCardHoldsWhatAnIndicatorSays() throws {
    let level = try level("专利和商标质押金额", "970.24", "亿元")
    let full = KPI(
      indicator: try indicator(
        level, [figure(.change, of: level, "119.25", "%"), figure(.share, of: level, "19.93", "%", scope: "全国")]),
      context: HeadlineContext(language: .simplifiedChinese))
    #expect(
      full
        == KPI(
          label: "专利和商标质押金额", number: "970.24", unit: "亿元", change: "+119.25%", base: "较2021年", chips: ["占全国19.93%"]))
  }

  /// Things become more or fewer; of a change told both ways the percentage can be held against others.
  @Test(arguments: [
    ([("3117", "所")], "幼儿园同比增加3117所"), ([("-3700", "所")], "幼儿园同比减少3700所"), ([("3117", "所"), ("1.07", "%")], "幼儿园同比增长1.07%"),
    ([("-3700", "所"), ("-2.34", "%")], "幼儿园同比下降2.34%"), ([("2.9", "个百分点")], "幼儿园同比提高2.9个百分点"),
  ])
  func changesAreToldByTheirKind(changes: [(String, String)], expected: String) throws {
    let level = try level("幼儿园", "29.48", changes.contains { $0.1 == "个百分点" } ? "%" : "万所")
    let figures = try changes.enumerated().map { i, change in
      var figure = try figure(.change, of: level, change.0, change.1)
      (figure.id, figure.basis) = ("\(i)", .yearOnYear)
      return figure
    }
    #expect(headline(try indicator(level, figures), language: .simplifiedChinese) == expected)
  }

  /// A month and the months up to it share no axis; a stock stands with the months that it ends.
  @Test func growthsOfOneTimeShareAnAxis() throws {
    func growing(_ name: String, _ rate: String, _ period: String, isStock: Bool = false) throws -> Indicator {
      var level = try level(name, "9", "万件")
      (level.period, level.isStock) = (Period(period), isStock)
      var change = try figure(.change, of: level, rate, "%")
      change.basis = .yearOnYear
      return try indicator(level, [change])
    }
    let all = try [
      growing("受理量", "9.5", "2024-09"), growing("申请量", "7", "2024-01/2024-09"), growing("授权量", "8", "2024-01/2024-09"),
      growing("有效量", "6", "2024-09", isStock: true),
    ]
    let spec = try #require(FigureSpec.growth(all, context: HeadlineContext(language: .simplifiedChinese)))
    #expect(spec.rows.compactMap { $0["name"]?.string } == ["授权量", "申请量", "有效量"])
    #expect(spec.title?.subtitle == "主要指标同比增速，%，2024年前三季度")
  }

  /// A larger unit would need digits that nobody stated.
  @Test func barsKeepTheUnitOfMost() throws {
    let all = try [("在校生", "1.08", "亿人"), ("招生数", "1782.58", "万人"), ("毕业生", "1718.03", "万人"), ("教职工", "800", "万人")].map {
      try indicator(level($0.0, $0.1, $0.2), [])
    }
    let spec = try #require(FigureSpec.bars(all, context: HeadlineContext(language: .simplifiedChinese)))
    #expect(spec.unit == "万人")
    #expect(spec.rows.compactMap { $0["value"]?.double } == [1782.58, 1718.03, 800])
  }
}
