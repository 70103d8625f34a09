import Indicators
import Story
import Testing

/// Wholes and parts, stages of procedures, targets of several years: claims that several facts prove together.
@Suite struct SumTests {
  /// Facts of one whole and its parts; the figures are invented.
  func facts(_ whole: (String, String), _ parts: [(String, String)], of outer: Observation? = nil) -> [Observation] {
    let total = Facts.level(whole.0, whole.1, "亿元")
    return [total] + parts.map { part(of: total, $0.0, $0.1) }
  }
  func part(of whole: Observation, _ name: String, _ value: String, unit: String = "亿元", _ period: String = "2024") -> Observation {
    var part = Facts.level(name, value, unit, period)
    part.partOf = whole.id
    return part
  }

  @Test func partsThatAddUpAreTold() throws {
    let facts = facts(("地区生产总值", "108.6"), [("第一产业增加值", "11.4"), ("第二产业增加值", "43.9"), ("第三产业增加值", "53.3")])
    let claim = try #require(Facts.claims(facts).first { $0.kind == .parts })
    #expect(claim.evidence == facts.map(\.id))
    let told = try #require(try Facts.teller().tell(claim))
    #expect(told.headline == "地区生产总值108.6亿元，其中第三产业增加值最多，为53.3亿元")
    #expect(told.sentence == "2024年地区生产总值为108.6亿元，由3部分相加而成：第一产业增加值11.4亿元、第二产业增加值43.9亿元、第三产业增加值53.3亿元。")
    let english = try #require(try Facts.teller(.english).tell(claim))
    #expect(english.headline.contains("10.86") && english.headline.contains("5.33"))
  }

  /// What 其中 names is not all; what overlaps is more than all; another year is another whole. None of it is a sum.
  @Test(arguments: [
    [("出口", "520"), ("高新技术产品出口", "90")], [("出口", "900"), ("民营企业进出口", "800")], [("出口", "900"), ("进口", "580")],
  ])
  func whatDoesNotAddUpIsNoSum(parts: [(String, String)]) {
    #expect(findSums(indicators(of: IndicatorSet(observations: facts(("进出口总值", "1500"), parts)))).isEmpty)
  }

  @Test func partsOfAnotherYearAreNone() {
    let whole = Facts.level("进出口总值", "1500", "亿元")
    let parts = [part(of: whole, "出口", "900", "2023"), part(of: whole, "进口", "600")]
    #expect(findSums(indicators(of: IndicatorSet(observations: [whole] + parts))).isEmpty)
  }

  /// Two ways to part one whole: the first that is complete. Rounding may leave the last digit; units may differ.
  @Test func theFirstWholeWayToPartIsTaken() throws {
    let whole = Facts.level("进出口总值", "1500.1", "亿元")
    let parts = [
      part(of: whole, "出口", "900.04"), part(of: whole, "进口", "6000400", unit: "万元"), part(of: whole, "一般贸易进出口", "1000"),
    ]
    let sum = try #require(findSums(indicators(of: IndicatorSet(observations: [whole] + parts))).first)
    #expect(sum.parts.map(\.level.name) == ["出口", "进口"])
    #expect(sum.largest?.name == "出口")
  }

  /// A part that is a sum itself makes three levels, and is told within its whole only.
  @Test func threeLevels() throws {
    let whole = Facts.level("进出口总值", "1500", "亿元")
    let exports = part(of: whole, "出口", "900")
    let facts =
      [whole, exports, part(of: whole, "进口", "600"), part(of: exports, "机电产品出口", "610"), part(of: exports, "其他产品出口", "290")]
    let sums = findSums(indicators(of: IndicatorSet(observations: facts)))
    #expect(sums.count == 1)
    let sum = try #require(sums.first)
    #expect(sum.hasThreeLevels)
    #expect(sum.parts.map { $0.parts.map(\.name) } == [["机电产品出口", "其他产品出口"], []])
    #expect(Facts.claims(facts).count { $0.kind == .parts } == 1)
  }

  // MARK: Stages

  @Test(arguments: [
    ([("专利申请量", "3.2"), ("专利授权量", "1.9"), ("专利转让许可", "0.4")], "万件", "专利申请量3.2万件，专利转让许可0.4万件"),
    ([("受理知识产权案件", "6843"), ("审结", "6500"), ("执结知识产权案件", "310")], "件", "受理知识产权案件6843件，执结知识产权案件310件"),
    ([("签约项目", "120"), ("投产项目", "35"), ("开工项目", "80")], "个", "签约项目120个，投产项目35个"),
  ])
  func stagesAreToldInTheirOrder(figures: [(String, String)], unit: String, headline: String) throws {
    let facts = figures.map { Facts.level($0.0, $0.1, unit) }
    let processes = try Facts.words().processes
    let steps = try #require(findSteps(facts, among: processes).first)
    #expect(steps.count == 3)
    let claims = findClaims(
      Facts.cube(facts), indicators: indicators(of: IndicatorSet(observations: facts)), targets: [], concepts: ConceptBook(),
      processes: processes, prominence: { _ in 0 })
    let claim = try #require(claims.first { $0.kind == .steps })
    #expect(claim.evidence == steps.map(\.id))
    #expect(try Facts.teller().tell(claim)?.headline == headline)
  }

  /// Two stages, stages of different things, years or units, and a name of two stages are no procedure.
  @Test(arguments: [
    [("专利申请量", "3.2", "万件", "2024"), ("专利授权量", "1.9", "万件", "2024")],
    [("专利申请量", "3.2", "万件", "2024"), ("商标注册量", "1.9", "万件", "2024"), ("专利转让许可", "0.4", "万件", "2024")],
    [("专利申请量", "3.2", "万件", "2024"), ("专利授权量", "1.9", "万件", "2023"), ("专利转让许可", "0.4", "万件", "2024")],
    [("专利申请量", "3.2", "万件", "2024"), ("专利授权量", "1.9", "万件", "2024"), ("专利转让许可", "4", "亿元", "2024")],
    [("专利申请授权量", "3.2", "万件", "2024"), ("专利授权量", "1.9", "万件", "2024"), ("专利转让许可", "0.4", "万件", "2024")],
  ])
  func whatIsNoProcedure(figures: [(String, String, String, String)]) throws {
    let facts = figures.map { Facts.level($0.0, $0.1, $0.2, $0.3) }
    #expect(findSteps(facts, among: try Facts.words().processes).isEmpty)
  }

  // MARK: Targets

  /// Targets of several years are one claim, the nearest first.
  @Test func targetsOfSeveralYears() throws {
    let fact = Facts.level("每万人口高价值发明专利拥有量", "14.2", "件")
    let far = Facts.level("每万人口高价值发明专利拥有量", "25", "件", "2030", status: .target)
    let near = Facts.level("每万人口高价值发明专利拥有量", "16", "件", "2025", status: .target)
    let claims = Facts.claims([fact, far, near]).filter { $0.kind == .target }
    #expect(claims.count == 1)
    let claim = try #require(claims.first)
    #expect(claim.evidence == [fact.id, near.id, far.id])
    #expect(try Facts.teller().tell(claim)?.headline == "每万人口高价值发明专利拥有量14.2件，2025年目标为16件")
  }
}
