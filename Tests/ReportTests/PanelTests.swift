import Indicators
import Scene
import Story
import StructuredData
import Testing

@testable import Report

/// Small multiples of trends and of places. All figures are invented.
@Suite struct PanelTests {
  func level(_ name: String, _ value: String, area: String, _ period: String = "2024", unit: String = "件") -> Observation {
    let sentence = "\(area)\(name)\(value)\(unit)。"
    return Observation(
      id: "\(area)/\(name)/\(period)", kind: .level, name: name, value: ExactNumber(value) ?? ExactNumber(1), unit: Unit(unit), area: area,
      period: Period(period),
      source: Source(document: area, range: 0..<2, text: value, sentenceRange: 0..<sentence.count, sentence: sentence))
  }
  func rows(_ figure: ChartFigure?, _ column: String) -> [String] {
    (figure?.spec["data"]?["values"]?.sequence ?? []).compactMap { $0[column]?.text }
  }
  func trends(_ count: Int, name: String = "指标", years: Int = 5, value: (Int, Int) -> Int = { ($0 + 1) * 10 + $1 }) -> [Observation] {
    (0..<count).flatMap { i in (0..<years).map { level("\(name)\(i)量", "\(value(i, $0))", area: "江苏", "\(2020 + $0)") } }
  }

  /// A panel a series, in three columns, each with a scale of its own; the last year is strong.
  @Test func trendsStandInPanels() throws {
    let planner = try PlanTests().planner(trends(6))
    let claims = planner.claims.filter { $0.kind == .trend }
    let (figure, shown) = try #require(planner.trendPanels(claims))
    #expect(Set(shown) == Set(claims.map(\.id)))
    #expect(Set(rows(figure, "name")).count == 6)
    #expect(rows(figure, "value").count == 30)
    #expect(figure.spec["columns"]?.double == 3)
    #expect(figure.spec["resolve"]?["scale"]?["y"]?.string == "independent")
    #expect(figure.spec["highlight"]?.sequence?.compactMap(\.string) == ["2024年"])
    #expect(figure.form == "panels")
  }

  /// Two are no multiples; a name that its column has no room for, and numbers that would stand over each other, are left to the table.
  @Test func whatHasNoRoomIsNoPanel() throws {
    let two = try PlanTests().planner(trends(2))
    #expect(two.trendPanels(two.claims.filter { $0.kind == .trend }) == nil)
    let long = try PlanTests().planner(trends(4, name: "这是一个有二十四个字以上因而没有地方可以站立的指标名称"))
    #expect(long.trendPanels(long.claims.filter { $0.kind == .trend }) == nil)
    let wide = try PlanTests().planner(trends(6, years: 8) { ($0 + 1) * 1_000_000 + $1 })
    #expect(wide.trendPanels(wide.claims.filter { $0.kind == .trend }) == nil)
  }

  /// Trends of one name would be drawn into one panel, the values of both over each other.
  @Test func trendsOfOneNameAreNoPanels() throws {
    let planner = try PlanTests().planner(trends(4))
    let claims = planner.claims.filter { $0.kind == .trend }
    let first = try #require(claims.first)
    #expect(planner.trendPanels(claims) != nil)
    #expect(planner.trendPanels(claims + [first]) == nil)
  }

  func places(_ things: Int, areas: [String] = ["甲市", "乙市", "丙市", "丁市"], value: (Int, Int) -> Int = { 10 + $0 * 7 - $1 }) -> [Observation] {
    areas.enumerated().flatMap { i, area in (0..<things).map { level("指标\($0)量", "\(value(i, $0))", area: area) } }
  }

  /// Rows in one order in all panels; who leads in how many is counted over all of them, and no panel stands alone in its row.
  @Test(arguments: [(4, 4, 4), (5, 5, 3), (6, 6, 3), (7, 7, 4), (8, 8, 4)])
  func placesStandInPanels(things: Int, panels: Int, columns: Int) throws {
    let planner = try PlanTests().planner(places(things))
    let found = planner.placesPanels(levels: planner.claims.filter { $0.kind == .places }, growths: [])
    let figure = try #require(found.figures.first)
    #expect(Set(rows(figure, "name")).count == panels)
    #expect(found.shown.count == panels)
    #expect(figure.spec["columns"]?.double == Double(columns))
    #expect(panels % columns != 1)
    let order = rows(figure, "place")
    #expect(order.chunks(of: 4).allSatisfy { $0 == ["丁市", "丙市", "乙市", "甲市"] })
    #expect(figure.title == "\(panels)项指标中，丁市有\(panels)项居首")
    #expect(figure.subtitle == "2024年，各图刻度不同")
  }

  /// Who moved in a ranking is drawn as lines where each place has a row; on slides, which have rows for fewer, it is not told.
  @Test func ranksAreDrawnWhereTheyHaveRows() throws {
    let facts = (0..<9).flatMap { i in
      (0..<3).map { level("专利授权量", "\(100 + i * 10 + (i == 8 ? -75 + $0 * 40 : 0))", area: "第\(i)市", "\(2022 + $0)") }
    }
    let planner = try PlanTests().planner(facts)
    let claim = try #require(planner.claims.first { $0.kind == .ranks })
    let figure = try #require(planner.figures(of: claim, told: planner.told(claim)).first)
    #expect(figure.mark == "bump")
    #expect(rows(figure, "value").count == 27)
    #expect(figure.spec["highlight"]?.sequence?.compactMap(\.string) == ["第8市"])
    #expect(!Planner(planner.evidence, language: .simplifiedChinese, mostRows: 8).claims.contains { $0.kind == .ranks })
  }

  /// Where no place leads in half of them the figure says whose the first places are, of up to four.
  @Test func noLeaderIsNoClaim() throws {
    let planner = try PlanTests().planner(places(4) { ($0 + $1) % 4 + 1 })
    let figure = planner.placesPanels(levels: planner.claims.filter { $0.kind == .places }, growths: []).figures.first
    let title = try #require(figure?.title)
    #expect(title.hasPrefix("4项指标的首位分属"))
    #expect(Set(title.dropFirst(9).split(separator: "、")) == ["甲市", "乙市", "丙市", "丁市"])
    let many = try PlanTests().planner(places(5, areas: ["甲市", "乙市", "丙市", "丁市", "戊市"]) { ($0 + $1) % 5 + 1 })
    let table = many.placesPanels(levels: many.claims.filter { $0.kind == .places }, growths: []).figures.first
    #expect(table?.title == "各地数据")
  }

  /// Growths of several things can be held against each other: they have one scale.
  @Test func growthsHaveOneScale() throws {
    let areas = ["甲市", "乙市", "丙市"]
    let facts = areas.enumerated().flatMap { i, area in
      (0..<3).flatMap { k -> [Observation] in
        let level = level("指标\(k)量", "\(100 + i * 9 + k)", area: area)
        var growth = level
        growth.id += "/growth"
        (growth.kind, growth.of, growth.basis, growth.unit) = (.change, level.id, .yearOnYear, Unit("%"))
        growth.value = ExactNumber(3 + i * 4 + k)
        return [level, growth]
      }
    }
    let planner = try PlanTests().planner(facts)
    let figures = planner.placesPanels(
      levels: planner.claims.filter { $0.kind == .places }, growths: planner.claims.filter { $0.kind == .placesGrowth }
    ).figures
    #expect(figures.map { $0.spec["resolve"] == nil } == [false, true])
    #expect(figures.map { $0.subtitle?.contains("刻度") } == [true, false])
  }

  /// What the panels have no room for stands in a table; what they show does not.
  @Test func whatNoFigureShowsStandsInATable() throws {
    let chapter = try #require(try PlanTests().planner(places(4)).places())
    #expect(!chapter.blocks.contains { if case .table = $0 { true } else { false } })
    let long = places(6).map { fact -> Observation in
      var fact = fact
      fact.name = fact.name.replacing("指标", with: "这是一个有三十个字以上因而没有地方可以站立的无论如何都太长的指标名称")
      return fact
    }
    let other = try #require(try PlanTests().planner(long).places())
    #expect(other.blocks.contains { if case .table = $0 { true } else { false } })
  }

  /// Of a rate that twenty provinces state the chapter begins with a map; amounts are ranked.
  @Test func ratesOfProvincesAreAMap() throws {
    let provinces = [
      "北京", "天津", "河北", "山西", "内蒙古", "辽宁", "吉林", "黑龙江", "上海", "江苏", "浙江", "安徽", "福建", "江西", "山东", "河南", "湖北", "湖南", "广东", "广西", "海南",
    ]
    func chapter(_ name: String) throws -> [String] {
      let facts = provinces.enumerated().flatMap { i, area in
        [level(name, "\(i + 3).50", area: area), level("专利授权量", "\(900 + i)", area: area), level("商标注册量", "\(70 + i)", area: area)]
      }
      return try #require(try PlanTests().planner(facts).places()).blocks.flatMap(\.figures).map(\.form)
    }
    #expect(try chapter("每万人口发明专利拥有量").first == "tile-grid")
    #expect(try !chapter("发明专利拥有量").contains("tile-grid"))
  }

  /// Tiles say their values with the digits that are stated; beside them stand the first and the last five.
  @Test func aMapSaysWhatIsStated() throws {
    let provinces = [
      "北京", "天津", "河北", "山西", "内蒙古", "辽宁", "吉林", "黑龙江", "上海", "江苏", "浙江", "安徽", "福建", "江西", "山东", "河南", "湖北", "湖南", "广东", "广西",
    ]
    let facts = provinces.enumerated().flatMap { i, area in
      [level("每万人口发明专利拥有量", "\(i + 3).50", area: area), level("专利授权量", "\(900 + i)", area: area)]
    }
    let chapter = try #require(try PlanTests().planner(facts).places())
    let map = try #require(chapter.blocks.flatMap(\.figures).first { $0.form == "tile-grid" })
    #expect(rows(map, "label").first == "22.50")
    #expect(map.spec["encoding"]?["text"]?["field"]?.string == "label")
    let readings = chapter.blocks.flatMap { block -> [ReportBlock] in
      guard case .row(let row) = block else { return [] }
      return row.cells.flatMap { if case .reading(let blocks) = $0 { blocks } else { [] as [ReportBlock] } }
    }
    let tables = readings.compactMap { if case .table(let table) = $0 { table } else { nil as ReportTable? } }
    let table = try #require(tables.first)
    #expect(table.rows.map { $0.cells[0].map(\.text).joined() } == ["1", "2", "3", "4", "5", "", "16", "17", "18", "19", "20"])
    #expect(table.rows[0].cells.map { $0.map(\.text).joined() } == ["1", "广西", "22.50"])
  }
}
