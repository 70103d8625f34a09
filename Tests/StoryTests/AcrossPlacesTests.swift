import Indicators
import Testing

@testable import Story

/// What several places state together: their growths, the parts of their wholes, their ranks over the years. All figures are invented.
@Suite struct AcrossPlacesTests {
  func growths(_ percents: [String], _ period: String = "2024") -> [Observation] {
    zip(["甲市", "乙市", "丙市", "丁市"], percents).map { area, percent in
      var change = Facts.change("专利授权量", percent, area: area, period)
      change.id = "\(area)|\(period)|\(percent)"
      return change
    }
  }

  /// The latest time that three places state; the fastest is told where any rose.
  @Test(arguments: [
    (["5", "31.4", "-2"], "3地专利授权量增速：乙市最快（+31.4%）"), (["-5", "-1", "-2", "0"], "4地专利授权量均未增长，甲市降幅最大（−5%）"),
  ])
  func growthOfOneThing(percents: [String], headline: String) throws {
    let facts = growths(["90", "80", "70"], "2023") + growths(percents) + growths(["99", "98"], "2025")
    let claims = Facts.claims(facts).filter { $0.kind == .placesGrowth }
    #expect(claims.count == 1)
    #expect(try Facts.teller(namesAreas: true).tell(try #require(claims.first))?.headline == headline)
  }

  @Test func growthsOfTwoPlacesOrBasesAreNone() {
    #expect(!Facts.claims(growths(["5", "6"])).contains { $0.kind == .placesGrowth })
    var other = growths(["5", "6", "7"])
    other[2].basis = .monthOnMonth
    #expect(!Facts.claims(other).contains { $0.kind == .placesGrowth })
  }

  func sums(_ parts: [(String, String)]) -> [Observation] {
    zip(["甲市", "乙市", "丙市"], parts).flatMap { area, parts -> [Observation] in
      let (exports, imports) = (ExactNumber(parts.0)!, ExactNumber(parts.1)!)
      let whole = Facts.level("进出口总值", exports.adding(imports)!.description, "亿元", area: area)
      return [whole]
        + [("出口", parts.0), ("进口", parts.1)].map { name, value in
          var part = Facts.level(name, value, "亿元", area: area)
          part.partOf = whole.id
          return part
        }
    }
  }

  /// 过半 is said where it is true of all, and of exactly a half it is not.
  @Test(arguments: [
    ([("60", "40"), ("51", "49"), ("90", "10")], "3地进出口总值中出口均过半"), ([("60", "40"), ("50", "50"), ("90", "10")], "3地进出口总值的构成"),
    ([("10", "40"), ("50", "51"), ("1", "10")], "3地进出口总值中进口均过半"),
  ])
  func partsOfOneWhole(parts: [(String, String)], headline: String) throws {
    let claim = try #require(Facts.claims(sums(parts)).first { $0.kind == .placesParts })
    #expect(claim.evidence.count == 9)
    #expect(try Facts.teller(namesAreas: true).tell(claim)?.headline == headline)
  }

  func years(_ values: [(String, [String])], from first: Int = 2021) -> [Observation] {
    values.flatMap { area, values in values.enumerated().map { Facts.level("专利授权量", $1, "件", area: area, "\(first + $0)") } }
  }

  @Test(arguments: [
    ([("甲市", ["9", "9", "9"]), ("乙市", ["5", "6", "8"]), ("丙市", ["7", "7", "7"])], "专利授权量：甲市连续3年居3地首位"),
    ([("甲市", ["9", "9", "9"]), ("乙市", ["5", "8", "11"]), ("丙市", ["7", "7", "7"])], "专利授权量：乙市由3地第3位升至第1位"),
  ])
  func ranksOverTheYears(values: [(String, [String])], headline: String) throws {
    let claim = try #require(Facts.claims(years(values)).first { $0.kind == .ranks })
    #expect(try Facts.teller(namesAreas: true).tell(claim)?.headline == headline)
    guard case .ranks(let ranks) = claim.subject else { return }
    for place in ranks.places { #expect(place.ranks.count == 3 && place.levels.count == 3) }
    #expect(ranks.places.map { $0.ranks.last } == [1, 2, 3])
  }

  /// Two that are level have no places, a lead that was lost and won back is neither kept nor a rise, a year that is not stated is none.
  @Test(arguments: [
    [("甲市", ["9", "9", "9"]), ("乙市", ["5", "9", "8"]), ("丙市", ["7", "7", "7"])],
    [("甲市", ["9", "7", "9"]), ("乙市", ["8", "8", "8"]), ("丙市", ["1", "2", "3"])],
    [("甲市", ["9", "9"]), ("乙市", ["5", "6"]), ("丙市", ["7", "7"])],
  ])
  func whatHasNoRanks(values: [(String, [String])]) {
    #expect(!Facts.claims(years(values)).contains { $0.kind == .ranks })
  }

  @Test func yearsApartAreNoRanking() {
    let values = [("甲市", ["9", "9", "9"]), ("乙市", ["5", "8", "11"]), ("丙市", ["7", "7", "7"])]
    let facts = years(values).filter { $0.period != Period("2022") } + years(values.map { ($0.0, ["\($0.1[0])0"]) }, from: 2018)
    #expect(!Facts.claims(facts).contains { $0.kind == .ranks })
  }

  /// How many are above the mean is counted over all.
  @Test func whoIsAboveTheMean() throws {
    let facts = zip(["甲市", "乙市", "丙市", "丁市"], ["10", "1", "2", "3"]).map { Facts.level("专利授权量", $1, "件", area: $0) }
    let claim = try #require(Facts.claims(facts).first { $0.kind == .places })
    #expect(try Facts.teller(namesAreas: true).tell(claim)?.sentence?.hasSuffix("1地高于各地的算术平均。") == true)
  }

  @Test(arguments: [("每万人口发明专利拥有量", true), ("人均地区生产总值", true), ("发明专利授权量", false), ("个人均摊", false)])
  func ratesAreToldByTheirNames(name: String, isRate: Bool) throws {
    #expect(try Facts.words().isRate(name) == isRate)
  }

  /// What is as much as all others of its document together is their whole, not one of them.
  @Test(arguments: [("2066", false), ("1000", true)]) func theWholeIsNoPlaceAmongItsParts(own: String, isPlace: Bool) {
    let places = [("澳门", own), ("香港", "578"), ("日本", "28"), ("韩国", "1292"), ("泰国", "90")]
    let facts = places.map { area, value in
      var fact = Facts.level("入境旅客", value, "万人次", area: area)
      fact.source = Source(document: "a", range: 0..<1, text: value, sentenceRange: 0..<9, sentence: "")
      return fact
    }
    let levels = Facts.cube(facts).slices.first?.levels(in: Period(year: 2024)) ?? []
    #expect(levels.contains { $0.area == "澳门" } == isPlace)
    #expect(levels.count == (isPlace ? 5 : 4))
  }

  func levels(_ places: [(String, String?, String)], _ name: String, _ unit: String) -> [Cube.Slice] {
    Facts.cube(
      places.map { area, code, value in
        var fact = Facts.level(name, value, unit, area: area)
        fact.areaCode = code
        fact.source = Source(document: "a", range: 0..<1, text: value, sentenceRange: 0..<9, sentence: "")
        return fact
      }
    ).slices
  }

  /// A place in which others lie is none among them; one that leads by far is.
  @Test(arguments: [
    ([("全国", "CN", "39"), ("上海", "310000", "84"), ("北京", "110000", "81"), ("浙江", "330000", "63")], ["上海", "北京", "浙江"]),
    ([("浙江", "330000", "63"), ("杭州", "330100", "70"), ("宁波", "330200", "68"), ("温州", "330300", "60")], ["杭州", "宁波", "温州"]),
    ([("深圳", "440300", "500"), ("广州", "440100", "200"), ("珠海", "440400", "100"), ("佛山", "440600", "90")], ["深圳", "广州", "珠海", "佛山"]),
  ]) func placesAmongPlaces(stated: [(String, String?, String)], kept: [String]) {
    let slice = levels(stated, "发明专利授权量", "件").first
    #expect(slice?.levels(in: Period(year: 2024)).map(\.area) == kept)
  }

  /// The EU is no place among its members, but one among partners in trade; the largest of rates is no sum of the others.
  @Test(arguments: [
    ([("EU", "EU", "8"), ("Spain", "ES", "18.2"), ("Malta", "MT", "4.1"), ("Germany", "DE", "3.9"), ("Czechia", "CZ", "3.2")], "%", 4),
    ([("欧盟", "EU", "560"), ("美国", "US", "470"), ("日本", "JP", "220"), ("韩国", "KR", "210")], "亿元", 4),
  ]) func groupsOfCountries(stated: [(String, String?, String)], unit: String, count: Int) {
    #expect(levels(stated, "失业率", unit).first?.levels(in: Period(year: 2024)).count == count)
  }

  /// The mean of rates is the rate of no place, and nothing is said of it.
  @Test func ratesHaveNoMean() throws {
    let facts = zip(["甲市", "乙市", "丙市", "丁市"], ["10", "1", "2", "3"]).map { Facts.level("失业率", $1, "%", area: $0) }
    let claim = try #require(Facts.claims(facts).first { $0.kind == .places })
    #expect(try Facts.teller(namesAreas: true).tell(claim)?.sentence?.contains("平均") == false)
  }
}
