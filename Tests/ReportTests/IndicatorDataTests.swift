import Diagnostics
import Indicators
import Report
import Scene
import StructuredData
import Testing

/// Specs that name figures and leave the rest to the mark.
@Suite struct IndicatorSpecTests {
  let indicators: [Indicator]
  let context: HeadlineContext

  init() throws {
    func observation(_ id: String, _ kind: Observation.Kind, _ name: String, _ value: String, _ unit: String) throws -> Observation {
      Observation(
        id: id, kind: kind, name: name, value: try #require(ExactNumber(value)), unit: Unit(unit), area: "广东", period: Period("2022"))
    }
    var set = IndicatorSet()
    let level = try observation("g1", .level, "专利质押金额", "970.24", "亿元")
    var growth = try observation("g2", .change, "专利质押金额", "119.25", "%")
    growth.of = "g1"
    let other = try observation("g3", .level, "商标质押金额", "72.99", "亿元")
    set.observations = [level, growth, other]
    set.observations += derive(set, concepts: ConceptBook()).value
    indicators = Indicators.indicators(of: set)
    context = HeadlineContext(language: .simplifiedChinese, set: set)
  }

  func spec(_ yaml: String) throws -> Node {
    let node = try parseYAML(yaml, document: "spec.yaml")
    return try #require(try IndicatorData(of: node)).filled(node, with: indicators, context: context)
  }

  @Test(arguments: [("kpi", 1), ("change", 2)]) func marksTakeWhatTheyShow(mark: String, rows: Int) throws {
    let spec = try spec("mark: \(mark)\ndata: {indicators: a.txt, where: {concept: 专利质押金额}}\nnote: 按登记日。")
    #expect(spec["data"]?["values"]?.sequence?.count == rows)
    #expect(spec["note"]?.string == "按登记日。")
    #expect(spec["encoding"]?.mapping?.count ?? 0 > 1)
  }

  @Test func anOpenGrowthHasNoBase() throws {
    var open = indicators[0]
    open.changes[0].qualifier = .moreThan
    #expect(FigureSpec.change(indicators[0], context: context) != nil)
    #expect(FigureSpec.change(open, context: context) == nil)
  }

  @Test func theSpecsOwnTitleStays() throws {
    let spec = try spec("mark: bar\ntitle: 两项金额\ndata: {indicators: a.txt, where: {area: 广东省}}")
    #expect(spec["title"]?["text"]?.string == "两项金额")
    #expect(spec["title"]?["subtitle"]?.string?.contains("亿元") == true)
  }

  @Test func channelsOfTheSpecsOwnTakeRows() throws {
    let spec = try spec("mark: bar\ndata: {indicators: a.txt}\nencoding: {y: {field: name}, x: {field: value}}")
    #expect(spec["encoding"]?["y"]?["field"]?.string == "name")
    #expect(spec["data"]?["values"]?.sequence?.map { $0["value"]?.numberText } == ["970.24", "72.99", "442.53"])
    #expect(spec["data"]?["values"]?.sequence?.map { $0["status"]?.string } == ["fact", "fact", "derived"])
    #expect(spec["data"]?["values"]?.sequence?.first?["unit"]?.string == "亿元")
  }

  @Test func whatDoesNotFitIsSaid() throws {
    let unknown = #expect(throws: Diagnostic.self) { try spec("mark: kpi\ndata: {indicators: a.txt, where: {concept: 专利质押额度}}") }
    #expect(unknown?.hint == "did you mean “专利质押金额”?")
    let without = #expect(throws: Diagnostic.self) { try spec("mark: share\ndata: {indicators: a.txt, where: {concept: 商标质押金额}}") }
    #expect(without?.hint == "it needs a level and its share of a whole")
  }
}
