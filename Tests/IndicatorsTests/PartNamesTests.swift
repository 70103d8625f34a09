import Indicators
import Testing

/// Parts under names that can stand alone.
@Suite struct PartNamesTests {
  private let measures = ["量", "额", "值"].map { Folded($0) }

  private func level(_ name: String, _ value: Int, of whole: Observation? = nil, sentence: Range<Int> = 0..<40, at start: Int = 0)
    -> Observation
  {
    Observation(
      id: "\(name)/\(value)", kind: .level, name: name, value: ExactNumber(value), unit: Unit("万吨"), area: "全国", period: Period("2024"),
      partOf: whole?.id,
      source: Source(document: "a", range: start..<(start + 3), text: "\(value)", sentenceRange: sentence, sentence: ""))
  }

  private func name(_ part: String, of whole: String) -> String {
    let all = level(whole, 100)
    let own = level(part, 60, of: all, at: 10)
    return PartNames(IndicatorSet(observations: [all, own]), concepts: ConceptBook(), measures: measures).named(own).name
  }

  /// What does not say what is measured names its whole; what both names have stands once; what says it itself stays.
  @Test(arguments: [
    ("沿海港口", "货物吞吐量", "沿海港口（货物吞吐量）"), ("国内航线", "旅客运输量", "国内航线（旅客运输量）"), ("水电", "新增装机容量", "水电（新增装机容量）"),
    ("民营企业", "进出口总值", "民营企业（进出口总值）"), ("外国人", "入境游客", "外国人（入境游客）"), ("发明专利", "专利授权量", "发明专利授权量"),
    ("新能源汽车", "汽车产量", "新能源汽车产量"), ("第一产业用电量", "全社会用电量", "第一产业用电量"), ("城镇居民出游花费", "国内游客出游总花费", "城镇居民出游花费"),
    ("5G移动电话用户", "移动电话用户总数", "5G移动电话用户"), ("普惠性幼儿园", "幼儿园", "普惠性幼儿园"), ("第一产业增加值", "地区生产总值", "第一产业增加值"), ("粮食產量", "農業總產值", "粮食產量"),
    ("electronics", "Non-oil domestic exports", "electronics (Non-oil domestic exports)"),
    ("exports to ASEAN", "Total exports", "exports to ASEAN"),
  ])
  func partsNameTheirWhole(part: String, whole: String, full: String) { #expect(name(part, of: whole) == full) }

  /// A concept's name stands alone, and what is of another measure is no part.
  @Test func conceptsKeepTheirNames() {
    let book = ConceptBook([Concept(id: "exports", simplified: "出口", traditional: "出口", english: "Exports")])
    let all = level("进出总值", 100)
    let own = level("出口", 60, of: all, at: 10)
    #expect(PartNames(IndicatorSet(observations: [all, own]), concepts: book, measures: measures).named(own).name == "出口")
    var ships = level("远洋船舶", 60, of: all, at: 10)
    ships.unit = Unit("艘")
    #expect(PartNames(IndicatorSet(observations: [all, ships]), concepts: book, measures: measures).named(ships).name == "远洋船舶")
  }

  /// What follows a part in its sentence, ends like it and is no larger than the whole is one too, and so is what qualifies it.
  @Test func partsOfAListAreNamed() {
    let all = level("货物吞吐量", 100, sentence: 0..<9)
    let coast = level("沿海港口", 60, of: all, at: 10)
    let inland = level("内河港口", 40, at: 20)
    let grain = level("粮食产量", 30, at: 30)
    let larger = level("世界港口", 900, at: 35)
    var growth = level("内河港口", 6, at: 24)
    (growth.id, growth.kind, growth.unit) = ("growth", .change, Unit("%"))
    let names = PartNames(
      IndicatorSet(observations: [all, coast, inland, grain, larger, growth]), concepts: ConceptBook(), measures: measures)
    #expect(names.named(inland).name == "内河港口（货物吞吐量）")
    #expect(names.named(growth).name == "内河港口（货物吞吐量）")
    #expect([grain, larger, all].map { names.named($0).name } == ["粮食产量", "世界港口", "货物吞吐量"])
    #expect(names.statedName(of: inland) == "内河港口")
    #expect(names.areOneSum([all, coast, inland]))
    #expect(!names.areOneSum([all, coast, grain]) && !names.areOneSum([coast, inland]))
  }

  /// 工业用水100（其中冷却用水60），占16%；生态补水30: what stands behind the whole again is beside it. Nor are parts together more than their whole.
  @Test func theListOfPartsEndsWhereTheWholeIsSpokenOfAgain() {
    let all = level("工业取用量", 100)
    let cooling = level("火电冷却水", 60, of: all, at: 10)
    var share = level("工业取用量", 16, at: 15)
    (share.id, share.kind, share.unit, share.of) = ("share", .share, Unit("%"), all.id)
    let beside = level("生态补水", 30, at: 20)
    func named(_ figures: [Observation], _ figure: Observation) -> String {
      PartNames(IndicatorSet(observations: figures), concepts: ConceptBook(), measures: measures).named(figure).name
    }
    #expect(named([all, cooling, share, beside], beside) == "生态补水")
    #expect(named([all, cooling, beside], beside) == "生态补水（工业取用量）")
    let large = level("生态补水", 41, at: 20)
    #expect(named([all, cooling, large], large) == "生态补水")
  }
}
