import Diagnostics
import Indicators
import Testing

@Suite struct DeriveTests {
  func derived(_ observations: [Observation], _ formula: Derivation.Formula) -> [Observation] {
    derive(IndicatorSet(observations: observations)).value.filter { $0.derivation?.formula == formula }
  }

  /// Value with unit, then the interval.
  func shown(_ figure: Observation?) -> String {
    guard let figure, let derivation = figure.derivation else { return "nothing" }
    let bound = { (number: ExactNumber?) in number?.description ?? "open" }
    return
      "\(figureText(figure, in: .simplifiedChinese)) [\(bound(derivation.lower)), \(bound(derivation.upper))] \(derivation.expression)"
  }

  let pledge = level("g1", "专利和商标质押金额", "970.24", "亿元")
  let growth = figure(.change, "g2", "专利和商标质押金额", "119.25", "%", of: "g1")
  let share = figure(.share, "g3", "专利和商标质押金额", "19.93", "%", scope: "全国", of: "g1")
  let patents = level("g4", "专利权质押登记金额", "897.25", "亿元", partOf: "g1")

  @Test func baseOfGrowth() {
    let base = derived([pledge, growth], .base).first
    #expect(shown(base) == "442.53亿元 [442.514, 442.539] 970.24 ÷ (1 + 119.25%)")
    #expect(base?.period == Period(year: 2021))
    #expect(base?.area == "广东")
    #expect(base?.status == .derived)
    #expect(base?.derivation?.inputs == ["g1", "g2"])
    #expect(base?.id == "g1-base")
  }

  @Test func absoluteChange() {
    let change = derived([pledge, growth], .absoluteChange).first
    #expect(shown(change) == "+527.71亿元 [527.700, 527.726] 970.24 − 970.24 ÷ (1 + 119.25%)")
    #expect(change?.of == "g1")
    let decline = derived([pledge, figure(.change, "c", "x", "-20", "%", of: "g1")], .absoluteChange).first
    #expect(shown(decline).hasPrefix("−240亿元 [-250, -235]"))
  }

  /// Counts are exact: their share has two decimals, and the interval is that of the last.
  @Test func sharesOfExactCounts() {
    let all = level("a", "专利授权量", "48216", "件")
    let part = level("b", "发明专利授权量", "9684", "件", partOf: "a")
    #expect(shown(derived([all, part], .ratio).first) == "20.08% [20.08, 20.09] 9684 ÷ 48216")
    let half = level("c", "发明专利授权量", "12054", "件", partOf: "a")
    #expect(shown(derived([all, half], .ratio).first) == "25% [25, 25] 12054 ÷ 48216")
  }

  @Test func nationalTotal() {
    let total = derived([pledge, share], .total).first
    #expect(shown(total) == "4868亿元 [4867.0, 4869.5] 970.24 ÷ 19.93%")
    #expect(total?.area == "全国")
    #expect(total?.name == "专利和商标质押金额")
  }

  @Test func shareOfAQuantityGivesThatQuantity() {
    let total = derived(
      [
        level("a", "数字经济核心产业增加值", "1.2", "万亿元"), figure(.share, "b", "x", "12.5", "%", scope: "地区生产总值", of: "a"),
      ], .total)
    #expect(total.first?.name == "地区生产总值")
    #expect(total.first?.area == "广东")
    #expect(figureText(total[0], in: .simplifiedChinese) == "10万亿元")
  }

  @Test func remainderOfParts() {
    let rest = derived([pledge, patents], .remainder).first
    #expect(shown(rest) == "72.99亿元 [72.980, 73.000] 970.24 − 897.25")
    #expect(rest?.name == "商标质押金额")
    #expect(rest?.partOf == "g1")
  }

  @Test func partsHaveTheirShare() {
    let whole = level("a", "发明专利有效量", "53.92", "万件")
    let part = level("b", "高价值发明专利有效量", "26.07", "万件", partOf: "a")
    let share = derived([whole, part], .ratio).first
    #expect(shown(share) == "48.35% [48.336, 48.363] 26.07 ÷ 53.92")
    #expect(share?.kind == .share)
    #expect(share?.scope == "发明专利有效量")
    #expect(share?.of == "b")
    let stated = figure(.share, "c", "高价值发明专利有效量", "48.3", "%", scope: "发明专利有效量", of: "b")
    #expect(derived([whole, part, stated], .ratio).isEmpty)
    #expect(derived([whole, level("b", "高价值发明专利有效量", "60", "万件", partOf: "a")], .ratio).isEmpty)
  }

  @Test func countsBecomeWhole() {
    let licences = level("a", "转让许可专利次数", "5318", "次", area: "广西")
    let up = figure(.change, "b", "转让许可专利次数", "47.18", "%", area: "广西", of: "a")
    #expect(shown(derived([licences, up], .base).first) == "约3613次 [3613.1, 3613.4] 5318 ÷ (1 + 47.18%)")
    let loans = level("c", "普惠贷款惠及企业", "192", "家", area: "广西")
    let more = figure(.change, "d", "普惠贷款惠及企业", "326.67", "%", area: "广西", of: "c")
    #expect(shown(derived([loans, more], .base).first).hasPrefix("45家"))
    let products = level("e", "知识产权证券化产品", "64", "单", period: "2022-12")
    let part = figure(.share, "f", "知识产权证券化产品", "63.4", "%", period: "2022-12", scope: "全国", of: "e")
    #expect(shown(derived([products, part], .total).first).hasPrefix("101单"))
  }

  @Test func guangxiBase() {
    let loan = level("a", "专利质押融资金额", "42.96", "亿元", area: "广西")
    let up = figure(.change, "b", "专利质押融资金额", "544.08", "%", area: "广西", of: "a")
    #expect(shown(derived([loan, up], .base).first).hasPrefix("6.67亿元"))
  }

  @Test func timesInBothSenses() {
    let level = level("a", "产值", "99", "亿元")
    let more = figure(.change, "b", "产值", "4.5", "倍", of: "a", form: .increase)
    #expect(shown(derived([level, more], .base).first).hasPrefix("18亿元"))
    let of = figure(.change, "b", "产值", "4.5", "倍", of: "a", basis: .period(Period(year: 2015)), form: .times)
    let base = derived([level, of], .base).first
    #expect(shown(base).hasPrefix("22亿元"))
    #expect(base?.period == Period(year: 2015))
    let twice = figure(.change, "b", "产值", "1", "番", of: "a", form: .doubled)
    #expect(derived([level, twice], .base).first?.derivation?.expression == "99 ÷ 2")
  }

  @Test func amountsAndPointsGiveABaseByDifference() {
    let cover = level("a", "覆盖率", "47", "%")
    let points = figure(.change, "b", "覆盖率", "2.6", "个百分点", of: "a")
    #expect(shown(derived([cover, points], .base).first) == "44% [43.9, 45.0] 47% − 2.6个百分点")
    let trade = level("c", "贸易额", "120.5", "亿元")
    let plus = figure(.change, "d", "贸易额", "9.2", "亿元", of: "c")
    #expect(shown(derived([trade, plus], .base).first).hasPrefix("111.3亿元"))
  }

  /// A figure stands beside its interval and so lies in it, with the digits that it supports.
  @Test(arguments: [
    ("高价值发明专利拥有量", "15.27", "件", "2.65", "件", "12.62件 [12.610, 12.630]"),
    ("产值", "404.52", "亿元", "0.50", "亿元", "404.02亿元 [404.010, 404.030]"),
    ("产值", "286.5", "亿元", "110", "%", "136.4亿元 [136.08, 136.78]"),
    ("产值", "26", "万件", "8.5", "%", "24万件 [23.5, 24.4]"),
  ])
  func figuresLieInTheirIntervals(name: String, value: String, unit: String, change: String, of: String, expected: String) {
    let figures = [level("a", name, value, unit), figure(.change, "b", name, change, of, of: "a", basis: .yearOnYear)]
    #expect(shown(derived(figures, .base).first).hasPrefix(expected))
  }

  /// 突破26万件，增长8.5%: the base is over 26 ÷ 1.0855 = 23.95 too; 是…的2.1倍 is +110 %, 增长5.3倍 multiplies by 6.3.
  @Test func openLevelsAndMultiplesGiveTheirBases() {
    let more = level("a", "授权量", "26", "万件", ">")
    let up = figure(.change, "b", "授权量", "8.5", "%", of: "a", basis: .yearOnYear)
    #expect(shown(derived([more, up], .base).first) == "超23.9万件 [23.9, open] 26 ÷ (1 + 8.5%)")
    let loans = level("a", "融资金额", "286.5", "亿元")
    let times = figure(.change, "b", "融资金额", "2.1", "倍", of: "a", basis: .yearOnYear, form: .times)
    #expect(shown(derived([loans, times], .base).first).hasPrefix("136亿元 [133.2, 139.8]"))
    // 恢复至2019年同期的81.7%
    let part = figure(.change, "b", "融资金额", "81.7", "%", of: "a", basis: .period(Period(year: 2019)), form: .times)
    #expect(shown(derived([loans, part], .base).first).hasPrefix("350.7亿元 ["))
    #expect(derived([loans, part], .absoluteChange).first?.value.isNegative == true)
    let fold = figure(.change, "b", "融资金额", "5.3", "倍", of: "a", basis: .period(Period(year: 2020)), form: .increase)
    #expect(shown(derived([loans, fold], .base).first).hasPrefix("45.5亿元 ["))
    #expect(derived([loans, fold], .base).first?.period == Period(year: 2020))
    #expect(fold.growthFactor == Rational(63, over: 10))
  }

  /// Of 每万人口…13件 and 15件 neither is a count; 平均 is none either.
  @Test func averagesAreNoCounts() {
    #expect(level("a", "每万人口发明专利拥有量", "13", "件").interval == Interval(Rational(25, over: 2), Rational(27, over: 2)))
    #expect(level("a", "发明专利授权量", "13", "件").interval?.isExact == true)
  }

  @Test("targets, plans and forecasts feed nothing", arguments: [Observation.Status.target, .plan, .forecast, .claim])
  func prospectsFeedNothing(status: Observation.Status) {
    let growth = figure(.change, "b", "产值", "25", "%", of: "a", basis: .yearOnYear)
    let ahead = [level("a", "产值", "350", "亿元", status: status), growth, level("c", "产值", "200", "亿元", period: "2021")]
    #expect(derive(IndicatorSet(observations: ahead)).value.isEmpty)
    #expect(check(IndicatorSet(observations: ahead)).filter { $0.severity == .error && status != .claim }.isEmpty)
  }

  @Test func openInputsStayOpen() {
    let amount = level("a", "知识产权证券化产品发行金额", "42", "亿元", ">")
    let count = level("b", "知识产权证券化产品", "20", "单")
    let average = derived([amount, count], .average).first
    #expect(shown(average) == "超2.1亿元 [2.1, open] 42亿元 ÷ 20单")
    #expect(average?.name == "平均每单知识产权证券化产品发行金额")
    let less = derived([pledge, level("p", "专利权质押登记金额", "900", "亿元", ">", partOf: "g1")], .remainder).first
    #expect(less?.qualifier == .lessThan)
    #expect(less?.derivation?.lower == nil)
    let about = derived(
      [level("a", "产值", "50", "亿元", "~"), figure(.change, "b", "产值", "25", "%", of: "a")], .base
    ).first
    #expect(about?.qualifier == .about)
  }

  @Test func plansClaimsAndStatedBasesGiveNothing() {
    let plan = level("a", "产值", "100", "亿元", status: .plan)
    #expect(
      derive(IndicatorSet(observations: [plan, figure(.change, "b", "产值", "25", "%", status: .plan, of: "a")]))
        .value.isEmpty)
    let last = level("z", "专利和商标质押金额", "442.5", "亿元", period: "2021")
    #expect(derived([last, pledge, growth], .base).isEmpty)
    let yearly = figure(
      .change, "g2", "专利和商标质押金额", "10", "%", of: "g1", basis: .averageAnnual)
    #expect(derived([pledge, yearly], .base).isEmpty)
  }

  @Test func statedPairsGiveTheirChange() {
    let last = level("a", "覆盖率", "31", "%", period: "2021")
    #expect(shown(derived([last, level("b", "覆盖率", "47", "%")], .absoluteChange).first).hasPrefix("+16个百分点"))
    let sales = [level("a", "销售额", "80.5", "亿元", period: "2021"), level("b", "销售额", "12000", "亿元")]
    #expect(derived(sales, .growth).first?.derivation?.expression == "12000 ÷ 80.5 − 1")
    let mixed = [level("a", "销售额", "8050", "万元", period: "2021"), level("b", "销售额", "1.61", "亿元")]
    #expect(shown(derived(mixed, .growth).first) == "+100% [99.4, 100.6] 1.61亿元 ÷ 8050万元 − 1")
    let both = mixed + [figure(.change, "c", "销售额", "100", "%", of: "b")]
    #expect(derived(both, .growth).isEmpty)
    #expect(shown(derived(both, .absoluteChange).first).hasPrefix("+0.81亿元"))
    #expect(derived(both, .base).isEmpty)
  }

  @Test func growthAtConstantPricesHasNoBase() {
    let product = level("a", "地区生产总值", "7791", "亿元")
    #expect(derived([product, figure(.change, "b", "x", "7.8", "%", of: "a")], .base).isEmpty)
    let income = level("c", "人均可支配收入", "51000", "元")
    var growth = figure(.change, "d", "x", "5", "%", of: "c")
    #expect(derived([income, growth], .base).count == 1)
    growth.isAtConstantPrices = true
    #expect(derived([income, growth], .base).isEmpty)
  }

  @Test func oneBaseForOnePeriod() {
    let second = figure(.change, "g9", "专利和商标质押金额", "120", "%", of: "g1")
    #expect(derived([pledge, growth, second], .base).map(\.id) == ["g1-base"])
  }

  @Test func severalSharesOfOneWholeGiveNoTotal() {
    let second = figure(.share, "g9", "专利和商标质押金额", "15.3", "%", scope: "全国", of: "g1")
    #expect(derived([pledge, share, second], .total).isEmpty)
  }

  @Test func averagesAreInAReadableUnit() {
    let average = derived([level("a", "查扣货物案值", "1560", "万元"), level("b", "查扣货物", "118.7", "万件")], .average).first
    #expect(shown(average).hasPrefix("13.14元 ["))
  }

  @Test func aWideIntervalGivesNothing() {
    let loan = [level("a", "贷款金额", "1", "亿元"), figure(.change, "b", "贷款金额", "10", "倍", of: "a", form: .increase)]
    #expect(derive(IndicatorSet(observations: loan)).value.isEmpty)
    let open = [level("a", "服务企业数量", "607", "家"), level("b", "服务企业数量", "500", "家", ">", area: "广西")]
    #expect(shown(derived(open, .ratio).first).hasPrefix("不足1.22倍 [open, 1.22]"))
    let bare = [level("a", "企业", "607", "家"), level("b", "企业", "500", "家", area: "广西")]
    #expect(derived(bare, .ratio).isEmpty)
  }

  @Test func ratioBetweenAreas() {
    let other = level("b", "专利和商标质押金额", "46.5", "亿元", area: "广西")
    let ratio = derived([pledge, other, level("n", "专利和商标质押金额", "4868", "亿元", area: "全国")], .ratio)
    #expect(ratio.count == 1)
    #expect(shown(ratio.first).hasPrefix("20.87倍"))
    #expect(ratio.first?.name == "专利和商标质押金额（广东÷广西）")
  }

  @Test func yearlyGrowthOfASeries() {
    let years = [("2019", "100"), ("2020", "110"), ("2021", "121"), ("2022", "133.1")]
    let series = years.map { level("y" + $0.0, "授权量", $0.1, "万件", period: $0.0) }
    let rate = derived(series, .cagr).first
    #expect(shown(rate).hasPrefix("+10%"))
    #expect(rate?.period == Period("2019/2022"))
    #expect(rate?.derivation?.inputs == ["y2022", "y2019"])
  }

  @Test func extremesGiveANoteAndNothingElse() throws {
    let huge = try #require(ExactNumber(String(repeating: "9", count: 36)))
    var big = level("a", "产值", "1", "万亿元")
    big.value = huge
    let result = derive(
      IndicatorSet(observations: [
        big, figure(.change, "b", "产值", "0.000000000000000001", "%", of: "a"),
        figure(.share, "c", "产值", "0.000000000000000001", "%", scope: "全国", of: "a"),
      ]))
    #expect(result.diagnostics.contains { $0.rule == "derive.none" })
  }

  @Test(arguments: [
    ("2026-03", "mom", "2026-02"), ("2026-03", "yoy", "2025-03"), ("2026-03", "2019-03", "2019-03"),
    ("2026-03", "2020", "2020-03"), ("2026-01/2026-06", "2019", "2019-01/2019-06"), ("2026-03", "2025-12", "2025-12"),
    ("2026-03", "average-annual", nil),
    ("2026-03", "since", nil), ("2026-03", nil, nil), ("2026", nil, "2025"), ("2026-01", "mom", "2025-12"),
    ("2026-01/2026-03", "qoq", "2025-10/2025-12"), ("2026-01/2026-03", "mom", nil), ("2026-03", "qoq", nil),
    ("2026-01/2026-06", "yoy", "2025-01/2025-06"), ("2021/2025", "yoy", nil), ("2021/", "yoy", nil),
    ("2021/2025", "2020", "2020"), ("2026", "2027", nil),
  ])
  func basePeriods(period: String, basis: String?, expected: String?) {
    let change = figure(.change, "a", "x", "10", "%", period: period, basis: basis.flatMap { Basis($0) })
    #expect(change.basePeriod?.description == expected)
  }

  /// 环比 of a month leads to the month before, of which nothing is known of the year before.
  @Test func aMonthsGrowthGivesTheMonthBefore() {
    let sales = level("a", "销售额", "110.0", "亿元", period: "2026-03")
    let change = figure(.change, "b", "销售额", "10.0", "%", period: "2026-03", of: "a", basis: .monthOnMonth)
    #expect(derived([sales, change], .base).map(\.period) == [Period("2026-02")])
    let unknown = figure(.change, "b", "销售额", "10.0", "%", period: "2026-03", of: "a")
    #expect(derived([sales, unknown], .base).isEmpty)
  }

  /// 增长4.5倍 and 是…的4.5倍 differ by one; where nothing tells which, nothing follows.
  @Test func aMultipleWithoutFormGivesNothing() {
    let change = figure(.change, "b", "产值", "4.5", "倍", of: "a")
    #expect(derive(IndicatorSet(observations: [level("a", "产值", "99", "亿元"), change])).value.isEmpty)
  }
}
