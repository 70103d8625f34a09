import Indicators
import Story
import Testing

/// What was done with things of several kinds, or one measure of them.
@Suite struct BreakdownTests {
  private func breakdown(_ facts: [Observation]) -> Breakdown? {
    Facts.claims(facts).lazy.compactMap { claim in if case .breakdown(let breakdown) = claim.subject { breakdown } else { nil } }.first
  }
  private func told(_ facts: [Observation], _ language: FigureLanguage = .simplifiedChinese) throws -> Told? {
    try Facts.claims(facts).first { $0.kind == .breakdown }.flatMap { try Facts.teller(language).tell($0) }
  }
  private func charged(_ things: [(String, String, String)]) -> [Observation] {
    things.map { Facts.level("起诉" + $0.0, $0.1, $0.2) }
  }

  @Test func thingsOfOneActAreRankedWithoutTheirWhole() throws {
    let facts =
      [Facts.level("起诉", "168.8", "万人")]
      + charged([("洗钱犯罪", "2971", "人"), ("帮信罪", "14.7", "万人"), ("严重暴力犯罪", "6.1", "万人"), ("行贿犯罪", "2593", "人")])
    #expect(breakdown(facts)?.things.map(\.name) == ["帮信罪", "严重暴力犯罪", "洗钱犯罪", "行贿犯罪"])
    #expect(try told(facts)?.headline == "起诉：所列4项中帮信罪居首（14.7万人）")
    #expect(try told(facts)?.sentence == "2024年所列4项起诉中，帮信罪最多，为14.7万人；行贿犯罪最少，为2593人。")
  }

  @Test("a measure of kinds, in two languages") func measures() throws {
    let grain = [("早稻", "2834"), ("冬小麦", "13822"), ("玉米", "28884"), ("大豆", "2084")].map { Facts.level($0.0 + "产量", $0.1, "万吨") }
    #expect(try told(grain)?.headline == "产量：所列4项中玉米居首（28,884万吨）")
    let crops = [("Corn", "15.1"), ("Soybean", "4.59"), ("Wheat", "1.98"), ("Oat", "0.08")].map {
      Facts.level($0.0 + " production", $0.1, "billion bushels", area: "United States")
    }
    #expect(breakdown(crops)?.things.map(\.name) == ["Corn", "Soybean", "Wheat", "Oat"])
    let english = try told(crops, .english)?.headline
    #expect(english == "Production: Corn leads the 4 listed (15.1 bn bushels)")
  }

  @Test("what one axis cannot show is no breakdown") func apart() {
    let rates = ["人均综合用水量", "万元国内生产总值用水量", "亩均灌溉用水量", "单位产品用水量"].map { Facts.level($0, "425", "立方米") }
    #expect(breakdown(rates) == nil)
    let years = ["2021", "2022", "2023", "2024"].map { Facts.level("早稻产量", "2800", "万吨", $0) }
    #expect(breakdown(years) == nil)
    let units = [("早稻", "万吨"), ("小麦", "万吨"), ("大豆", "万吨"), ("木材", "万立方米")].map { Facts.level($0.0 + "产量", "28", $0.1) }
    #expect(breakdown(units) == nil)
    let shares = ["甲", "乙", "丙", "丁"].map { Facts.level($0 + "类产量", "25", "%") }
    #expect(breakdown(shares) == nil)
  }

  @Test("parts do not stand beside their wholes") func wholes() {
    // 早籼稻 is among 籼稻, and 粮食 is all the others.
    let facts = [("粮食", "310"), ("籼稻", "150"), ("早籼稻", "60"), ("小麦", "140"), ("玉米", "100"), ("大豆", "10")].map {
      Facts.level($0.0 + "产量", $0.1, "万吨")
    }
    #expect(breakdown(facts)?.things.map(\.name) == ["小麦", "玉米", "早籼稻", "大豆"])
  }

  @Test("lengths that nobody would see are not drawn") func drawn() {
    let facts = charged([("甲罪", "41", "万人"), ("乙罪", "20", "万人"), ("丙罪", "1", "万人"), ("丁罪", "25", "人"), ("戊罪", "9", "万人")])
    #expect(breakdown(facts)?.drawn(most: 10).map(\.name) == ["甲罪", "乙罪", "戊罪", "丙罪"])
    #expect(breakdown(facts)?.drawn(most: 3).map(\.name) == ["甲罪", "乙罪", "戊罪"])
  }
}
