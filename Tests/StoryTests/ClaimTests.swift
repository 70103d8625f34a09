import Indicators
import Story
import Testing

@Suite struct ClaimTests {
  func series(_ values: [String]) -> [Observation] {
    values.enumerated().map { Facts.level("发明专利授权量", $1, "\(2020 + $0)") }
  }
  func level(_ name: String, _ value: String, _ year: String) -> Observation { Facts.level(name, value, "万件", year) }

  /// A trend is told by its turn; what is neither rising nor falling has no direction in its headline.
  @Test(arguments: [
    (["1.2", "1.5", "1.9", "2.2"], "发明专利授权量连续3年上升，2023年达2.2万件"),
    (["2.2", "1.9", "1.5"], "发明专利授权量连续2年下降，2022年为1.5万件"),
    (["2.2", "1.9", "1.5", "2.4"], "发明专利授权量2022年触底后回升，2023年为2.4万件"),
    (["1.2", "1.9", "1.5"], "发明专利授权量2021年见顶后回落，2022年为1.5万件"),
    (["1.2", "1.9", "1.5", "1.6"], "发明专利授权量有升有降，2023年为1.6万件"),
  ])
  func trends(values: [String], headline: String) throws {
    let facts = values.enumerated().map { level("发明专利授权量", $1, "\(2020 + $0)") }
    let trend = try #require(Facts.claims(facts).first { $0.kind == .trend })
    #expect(try Facts.teller().tell(trend)?.headline == headline)
    #expect(trend.evidence == facts.map(\.id))
  }

  /// Of years that nobody stated nothing is told: no 连续, no turn.
  @Test(arguments: [
    (["2018", "2020", "2023"], ["1.2", "1.5", "1.9"], "发明专利授权量由2018年的1.2万件升至2023年的1.9万件"),
    (["2018", "2019", "2023"], ["1.9", "1.5", "1.2"], "发明专利授权量由2018年的1.9万件降至2023年的1.2万件"),
    (["2018", "2020", "2022", "2024"], ["1.2", "1.5", "1.9", "2.2"], "发明专利授权量由2018年的1.2万件升至2024年的2.2万件"),
    (["2019", "2021", "2022"], ["1.9", "1.5", "2.4"], "发明专利授权量有升有降，2022年为2.4万件"),
    (["2021-09", "2022-09", "2023-09"], ["1.2", "1.5", "1.9"], "发明专利授权量连续2期上升，2023年9月达1.9万件"),
    (["2023-03", "2023-04", "2023-06"], ["1.2", "1.5", "1.9"], "发明专利授权量由2023年3月的1.2万件升至2023年6月的1.9万件"),
  ])
  func trendsWithGaps(periods: [String], values: [String], headline: String) throws {
    let facts = zip(periods, values).map { Facts.level("发明专利授权量", $1, "万件", $0) }
    let trend = try #require(Facts.claims(facts).first { $0.kind == .trend })
    #expect(try Facts.teller().tell(trend)?.headline == headline)
  }

  /// What stayed as it was neither rose nor fell.
  @Test(arguments: [
    (["5", "3", "1", "0"], "全国4项指标中3项增长，甲最快（+5%）"), (["5", "3", "0", "-1"], "全国4项指标2升1降，甲增长最快（+5%）"),
    (["0", "-1", "-2", "-3"], "全国4项指标中3项下降，丁降幅最大（−3%）"),
    (["5", "3", "1", "0.5"], "全国4项指标全部增长，甲最快（+5%）"),
  ])
  func whatStaysIsNoRise(values: [String], headline: String) throws {
    let facts = zip(["甲", "乙", "丙", "丁"], values).map { Facts.change($0, $1) }
    let claim = try #require(Facts.claims(facts).first { $0.kind == .growths || $0.kind == .nearlyAllAlike })
    #expect(claim.kind == .growths)
    #expect(try Facts.teller().tell(claim)?.headline == headline)
  }

  @Test func twoYearsAreNoTrend() {
    #expect(!Facts.claims([level("甲", "1", "2020"), level("甲", "2", "2021")]).contains { $0.kind == .trend })
  }

  /// 9,000万件 is less than 1亿件.
  @Test func valuesOfSeveralMultipliersAreCompared() throws {
    let facts = [
      Facts.level("贷款余额", "9000", "万元", "2021"), Facts.level("贷款余额", "1", "亿元", "2022"), Facts.level("贷款余额", "1.2", "亿元", "2023"),
    ]
    let trend = try #require(Facts.claims(facts).first { $0.kind == .trend })
    #expect(try Facts.teller().tell(trend)?.headline == "贷款余额连续2年上升，2023年达1.2亿元")
    // Its ends are the lowest and the highest: said once.
    #expect(try Facts.teller().tell(trend)?.sentence?.hasSuffix("，此后2年持续上升，2023年达1.2亿元。") == true)
  }

  /// A ranking of places is of one period, and names the first and the last of all that state it.
  @Test func placesOfOnePeriodAreRanked() throws {
    let facts =
      [("北京", "29.4"), ("上海", "49.5"), ("江苏", "61.4"), ("广东", "58.4")].map {
        Facts.level("发明专利有效量", $1, "万件", area: $0, "2024")
      } + [Facts.level("发明专利有效量", "99", "万件", area: "浙江", "2023")]
    let places = try #require(Facts.claims(facts).first { $0.kind == .places })
    #expect(places.evidence.count == 4)
    let told = try #require(try Facts.teller(namesAreas: true).tell(places))
    #expect(told.headline == "4地发明专利有效量：江苏最高，达61.4万件")
    #expect(told.sentence == "2024年，4个地区公布了发明专利有效量：江苏最高，为61.4万件；北京最低，为29.4万件。2地高于各地的算术平均。")
  }

  @Test func twoPlacesAreNoRanking() {
    let facts = ["北京", "上海"].map { Facts.level("发明专利有效量", "3", "万件", area: $0, "2024") }
    #expect(!Facts.claims(facts).contains { $0.kind == .places })
  }

  /// What is more than, about or planned is no place in a ranking.
  @Test func onlyExactFactsAreRanked() {
    var facts = ["北京", "上海", "江苏"].map { Facts.level("发明专利有效量", "3", "万件", area: $0, "2024") }
    facts[1].qualifier = .moreThan
    #expect(!Facts.claims(facts).contains { $0.kind == .places })
    facts[1].qualifier = .exactly
    facts[1].status = .target
    #expect(!Facts.claims(facts).contains { $0.kind == .places })
  }

  @Test(arguments: [
    (["5.3", "4.6", "3.4", "6.3"], Claim.Kind.growths, "全国4项指标全部增长，丁最快（+6.3%）"),
    (["5.3", "4.6", "-3.1", "6.3", "1.2"], .nearlyAllAlike, "全国5项指标中仅丙下降"),
    (["-5.3", "-4.6", "-3.1", "-6.3"], .growths, "全国4项指标全部下降，丁降幅最大（−6.3%）"),
    (["5.3", "-4.6", "-3.1", "6.3"], .growths, "全国4项指标2升2降，丁增长最快（+6.3%）"),
  ])
  func growths(percents: [String], kind: Claim.Kind, headline: String) throws {
    let names = ["甲", "乙", "丙", "丁", "戊"]
    let claim = try #require(Facts.claims(zip(names, percents).map { Facts.change($0, $1) }).first { $0.kind == kind })
    #expect(try Facts.teller().tell(claim)?.headline == headline)
  }

  /// Growths on the month and on the year, and those of other periods, are told apart.
  @Test func growthsOfOneBasisOnly() {
    let facts =
      ["甲", "乙", "丙"].map { Facts.change($0, "1") } + [Facts.change("丁", "2", basis: .monthOnMonth), Facts.change("戊", "2", "2024-09")]
    #expect(!Facts.claims(facts).contains { $0.kind == .growths })
  }

  @Test func targetsOfOneThingAndUnit() throws {
    let fact = Facts.level("高价值发明专利拥有量", "14.2", "件", "2024")
    let target = Facts.level("高价值发明专利拥有量", "12", "件", "2025", status: .target)
    let claim = try #require(Facts.claims([fact, target]).first { $0.kind == .target })
    #expect(try Facts.teller().tell(claim)?.headline == "高价值发明专利拥有量14.2件，已超过2025年目标12件")
    let other = Facts.level("商标注册量", "12", "件", "2025", status: .target)
    #expect(!Facts.claims([fact, other]).contains { $0.kind == .target })
  }

  @Test func headlinesInThreeLanguages() throws {
    let facts = ["1", "2", "3"].enumerated().map { level("专利转让次数", $1, "\(2020 + $0)") }
    let trend = try #require(Facts.claims(facts).first { $0.kind == .trend })
    #expect(try Facts.teller(.traditionalChinese).tell(trend)?.headline.hasPrefix("專利") == true)
    #expect(try Facts.teller(.english).tell(trend)?.headline.contains("rose in every period to") == true)
  }
}

@Suite struct ChoiceTests {
  func claims() -> [Claim] {
    let changes = (0..<12).map { i -> [Observation] in
      // Of different years, so that no figure of several growths tells them all.
      let level = Facts.level("指标\(i)", "\(10 + i)", "万件", "\(2010 + i)")
      return [level, Facts.change("指标\(i)", "\(5 + i * 7)", area: "江苏", "\(2010 + i)", of: level)]
    }
    return Facts.claims(changes.flatMap { $0 })
  }

  @Test func theChoiceIsOfDifferentKindsAndHasReasons() {
    let verdicts = chooseClaims(claims(), count: 5)
    #expect(verdicts.filter(\.isChosen).count == 5)
    #expect(verdicts.count == claims().count)
    #expect(verdicts.filter { !$0.isChosen }.allSatisfy { !$0.reason.isEmpty })
    // The strongest is told first, the next one pays for being like it.
    #expect(verdicts.first?.claim.strength == claims().map(\.strength).max())
    #expect(verdicts.dropFirst().filter(\.isChosen).allSatisfy { $0.nearest != nil })
  }

  @Test func noFactLeadsTwoClaims() {
    let leads = chooseClaims(claims(), count: 30).filter(\.isChosen).compactMap(\.claim.evidence.first)
    #expect(Set(leads).count == leads.count)
  }

  /// A figure of growths has what its headline names in its strong colour: the few that go the other way, else the one that leads.
  @Test(arguments: [
    (["9", "8", "7", "6", "-1"], ["-1"]), (["1", "-2", "-3", "-4", "-5"], ["1"]), (["9", "8", "7"], ["9"]), (["-1", "-2", "-3"], ["-3"]),
    (["9", "2", "-3", "-4"], ["9"]), (["0", "-3", "-4"], ["-4"]),
  ])
  func growthsNameTheirSubject(percents: [String], named: [String]) throws {
    let changes = percents.map { Facts.change("甲\($0)", $0) }
    #expect(try Facts.teller().named(inGrowths: changes).map(\.value.description) == named)
  }
}
