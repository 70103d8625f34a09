import Dataflow
import Diagnostics
import Grammar
import StructuredData
import Testing

/// The rows that the layers of a house mark draw, by the layers' marks.
@Suite struct HouseMarkTests {
  /// Normalises a spec and runs its dataflow.
  /// - Returns: each layer's mark, encoding and table; findings of normalising.
  private func layers(_ spec: String) throws -> (
    layers: [(mark: String, encoding: Encoding, table: Table)], findings: [Diagnostic]
  ) {
    let source = try readSpec(parseJSON(spec, document: "spec")).value
    var normaliser = Normaliser(config: source.config)
    let view = normaliser.normalise(source.view)
    guard case .layer(let units, _) = view.content, case .values(let rows)? = view.data?.origin else {
      return ([], normaliser.findings.all)
    }
    var environment = Environment()
    let table = try run(view.transforms, on: Table(rows: rows), in: &environment).value
    let layers = try plain(units).compactMap { unit -> (mark: String, encoding: Encoding, table: Table)? in
      guard case .unit(let mark, let encoding) = unit.content else { return nil }
      return (mark.type, encoding, try run(unit.transforms, on: table, in: &environment).value)
    }
    return (layers, normaliser.findings.all)
  }

  /// Layers within layers, such as the points of a line, in their order.
  private func plain(_ views: [ViewSpec]) -> [ViewSpec] {
    views.flatMap { view -> [ViewSpec] in
      guard case .layer(let inner, _) = view.content else { return [view] }
      return plain(inner).map { layer in
        var layer = layer
        layer.transforms = view.transforms + layer.transforms
        return layer
      }
    }
  }

  private func spec(_ mark: String, _ values: String, _ encoding: String) -> String {
    "{\"data\": {\"values\": \(values)}, \"mark\": \(mark), \"encoding\": \(encoding)}"
  }
  private func numbers(_ table: Table, _ field: String) -> [Double] { table[field]?.values.map(\.asNumber) ?? [] }

  private let parts = "[{\"k\": \"a\", \"v\": 62.4}, {\"k\": \"b\", \"v\": 25.2}, {\"k\": \"c\", \"v\": 12.4}]"
  private let sectors = """
    {"theta": {"field": "v", "type": "quantitative"}, "color": {"field": "k", "type": "nominal"}}
    """

  @Test func aWaffleHasAHundredCells() throws {
    let cells = try #require(layers(spec("\"waffle\"", parts, sectors)).layers.first).table
    #expect(cells.rowCount == 100)
    let counts = ["a", "b", "c"].map { name in cells["k"]?.values.count { $0 == .text(name) } }
    #expect(counts == [62, 26, 12])
    #expect(Set(numbers(cells, "_column").indices.map { numbers(cells, "_row")[$0] * 10 + numbers(cells, "_column")[$0] }).count == 100)
  }

  @Test func aRingClosesInTheOrderOfTheData() throws {
    let all = try layers(spec("\"ring\"", parts, sectors)).layers
    #expect(all.map(\.mark) == ["arc", "text", "text"])
    #expect(numbers(all[0].table, "_start") == [0, 62.4, 87.6])
    #expect(numbers(all[0].table, "_end").last.map { abs($0 - 100) < 1e-9 } == true)
    #expect(all[1].table["_share"]?.values == ["62%", "25%", "12%"])
    #expect(all[2].table.rowCount == 1 && abs(numbers(all[2].table, "_sum")[0] - 100) < 1e-9)
  }

  @Test func sharesEndAtOne() throws {
    let values = "[{\"y\": 1, \"k\": \"a\", \"v\": 30}, {\"y\": 1, \"k\": \"b\", \"v\": 10}, {\"y\": 2, \"k\": \"a\", \"v\": 5}]"
    let encoding = """
      {"x": {"field": "v", "type": "quantitative"}, "y": {"field": "y", "type": "ordinal"}, "color": {"field": "k", "type": "nominal"}}
      """
    let bars = try #require(layers(spec("\"share\"", values, encoding)).layers.first).table
    #expect(numbers(bars, "_start") == [0, 0.75, 0] && numbers(bars, "_end") == [0.75, 1, 1])
    #expect(bars["_label"]?.values == ["75%", "25%", "100%"])
  }

  private let steps = "[{\"k\": \"2022\", \"v\": 442.5}, {\"k\": \"+\", \"v\": 380}, {\"k\": \"-\", \"v\": -60}]"
  /// Without types what is a number by its meaning is one; of a step and its amount the words tell which is which.
  @Test(
    arguments: [
      ("waterfall", "x", "k", "y", "v", "y"), ("waterfall", "x", "v", "y", "k", "x"), ("lollipop", "x", "k", "y", "v", "y"),
      ("dumbbell", "y", "k", "x", "v", "x"), ("slope", "x", "k", "y", "v", "y"), ("pyramid", "y", "k", "x", "v", "x"),
    ])
  func measuresNeedNoType(mark: String, first: String, a: String, second: String, b: String, measure: String) throws {
    var rows = #"[{"k": "出口", "v": 444, "c": "甲"}, {"k": "进口", "v": 101, "c": "甲"}, {"k": "出口", "v": 300, "c": "乙"}]"#
    if mark == "waterfall" { rows = #"[{"k": "出口", "v": 444}, {"k": "进口", "v": 101}]"# }
    let color = mark == "waterfall" ? "" : #", "color": {"field": "c"}"#
    let encoding = #"{"\#(first)": {"field": "\#(a)"}, "\#(second)": {"field": "\#(b)"}\#(color)}"#
    let drawn = try layers(spec("\"\(mark)\"", rows, encoding))
    let channel = try #require(Channel(rawValue: measure))
    #expect(drawn.layers.allSatisfy { $0.encoding[channel]?.type ?? .quantitative == .quantitative })
    #expect(!drawn.findings.contains { $0.severity == .error })
  }

  private let columns = "{\"x\": {\"field\": \"k\", \"type\": \"nominal\"}, \"y\": {\"field\": \"v\", \"type\": \"quantitative\"}}"

  @Test func aWaterfallStepsFromSumToSum() throws {
    let all = try layers(spec("{\"type\": \"waterfall\", \"text\": \"2023\"}", steps, columns)).layers
    #expect(all.map(\.mark) == ["rule", "bar", "text", "bar", "text"])
    #expect(numbers(all[1].table, "_start") == [0, 442.5, 822.5])
    #expect(numbers(all[1].table, "_end") == [442.5, 822.5, 762.5])
    #expect(all[1].table["_way"]?.values == ["rises", "rises", "falls"])
    #expect(all[0].table.rowCount == 2)
    #expect(numbers(all[3].table, "_sum") == [762.5] && all[3].table["k"]?.values == ["2023"])
    #expect(all[2].table["_label"]?.values == ["442.5", "+380", "−60"])
  }

  private let dates = """
    [{"s": "A", "t": "2021", "v": 10}, {"s": "B", "t": "2021", "v": 30}, {"s": "A", "t": "2022", "v": 40}, {"s": "B", "t": "2022", "v": 35}]
    """
  private let lines = """
    {"x": {"field": "t", "type": "ordinal"}, "y": {"field": "v", "type": "quantitative"}, "color": {"field": "s", "type": "nominal"}}
    """

  @Test func aSlopeNamesItsLinesAtBothEnds() throws {
    let all = try layers(spec("\"slope\"", dates, lines)).layers
    let texts = all.filter { $0.mark == "text" }.map { $0.table["_label"]?.values }
    #expect(all.contains { $0.mark == "line" })
    #expect(texts == [["A  10", "B  30"], ["40  A", "35  B"]])
  }

  @Test func aBumpRanksEachDate() throws {
    let all = try layers(spec("\"bump\"", dates, lines)).layers
    #expect(numbers(all[0].table, "_rank") == [2, 1, 1, 2])
    #expect(all.filter { $0.mark == "text" }.map(\.table.rowCount) == [2, 2])
  }

  @Test func aDumbbellJoinsItsTwoValues() throws {
    let encoding = """
      {"x": {"field": "v", "type": "quantitative"}, "y": {"field": "s", "type": "nominal"}, "color": {"field": "t", "type": "nominal"}}
      """
    let all = try layers(spec("\"dumbbell\"", dates, encoding)).layers
    #expect(numbers(all[0].table, "_low") == [10, 30, 10, 30] && numbers(all[0].table, "_high") == [40, 35, 40, 35])
    #expect(all.filter { $0.mark == "text" }.map { numbers($0.table, "v") } == [[10, 30], [40, 35]])
  }

  @Test func aChangeSaysItsGrowth() throws {
    let values = "[{\"k\": \"2020\", \"v\": 100}, {\"k\": \"2021\", \"v\": 80}, {\"k\": \"2022\", \"v\": 219.25}]"
    let all = try layers(spec("\"change\"", values, columns)).layers
    #expect(all.last?.table["_growth"]?.values == ["+119.3%"])
    // A growth over nothing, or over one value alone, is none.
    let none = try layers(spec("\"change\"", "[{\"k\": \"2020\", \"v\": 0}, {\"k\": \"2021\", \"v\": 80}]", columns)).layers
    #expect(none.last?.table.rowCount == 0)
  }

  @Test func pictogramsStandForARoundNumber() throws {
    let values = "[{\"k\": \"a\", \"v\": 3200}, {\"k\": \"b\", \"v\": 9800}, {\"k\": \"c\", \"v\": 0}]"
    let encoding = "{\"y\": {\"field\": \"k\", \"type\": \"nominal\"}, \"x\": {\"field\": \"v\", \"type\": \"quantitative\"}}"
    let all = try layers(spec("\"isotype\"", values, encoding)).layers
    #expect(numbers(all[0].table, "_unit").allSatisfy { $0 == 1000 })
    #expect(["a", "b", "c"].map { name in all[0].table["k"]?.values.count { $0 == .text(name) } } == [3, 10, 0])
    #expect(all.last?.table["_text"]?.values == ["= 1,000"])
    for (largest, unit) in [(10.0, 1.0), (11, 2), (20, 2), (21, 5), (99, 10), (3, 1)] {
      let values = "[{\"k\": \"a\", \"v\": \(largest)}]"
      #expect(try numbers(layers(spec("\"isotype\"", values, encoding)).layers[0].table, "_unit").first == unit, "\(largest)")
    }
  }

  @Test func aPyramidTurnsOneGroup() throws {
    let values = "[{\"a\": \"0-9\", \"s\": \"f\", \"v\": 5}, {\"a\": \"0-9\", \"s\": \"m\", \"v\": 6}]"
    let encoding = """
      {"x": {"field": "v", "type": "quantitative"}, "y": {"field": "a", "type": "ordinal"}, "color": {"field": "s", "type": "nominal"}}
      """
    #expect(try numbers(layers(spec("\"pyramid\"", values, encoding)).layers[0].table, "_side") == [-5, 6])
  }

  @Test func provincesGoByTheirShortNames() throws {
    let values = """
      [{"p": "广东省", "v": 1}, {"p": "广西壮族自治区", "v": 2}, {"p": "北京", "v": 3}, {"p": "香港特别行政区", "v": 5}]
      """
    let encoding = "{\"detail\": {\"field\": \"p\", \"type\": \"nominal\"}, \"color\": {\"field\": \"v\", \"type\": \"quantitative\"}}"
    let tiles = try layers(spec("\"tile-grid\"", values, encoding)).layers[0].table
    #expect(tiles["_province"]?.values == ["广东", "广西", "北京", "香港"])
    #expect(numbers(tiles, "_column").allSatisfy { (0...9).contains($0) })
  }

  /// What would be drawn falsely, over one another or not at all is refused by name.
  @Test(arguments: [
    (
      "tile-grid", #"[{"p": "广东", "v": 1}, {"p": "火星", "v": 4}]"#, #""detail": {"field": "p"}, "color": {"field": "v"}"#,
      "“火星” is no province"
    ),
    (
      "tile-grid", #"[{"p": "广东", "v": 1}, {"p": "广东", "v": 4}]"#, #""detail": {"field": "p"}, "color": {"field": "v"}"#,
      "“广东” has several rows"
    ),
    (
      "pyramid", #"[{"k": "a", "c": "x", "v": 1}, {"k": "a", "c": "y", "v": 1}, {"k": "a", "c": "z", "v": 1}]"#,
      #""y": {"field": "k"}, "x": {"field": "v"}, "color": {"field": "c"}"#, "two groups, and these are 3"
    ),
    (
      "pyramid", #"[{"k": "a", "c": "x", "v": 1}, {"k": "a", "c": "x", "v": 2}]"#,
      #""y": {"field": "k"}, "x": {"field": "v"}, "color": {"field": "c"}"#, "several rows"
    ),
    ("isotype", #"[{"k": "a", "v": -3}]"#, #""y": {"field": "k"}, "x": {"field": "v"}"#, "there are no -3 things"),
    ("waffle", #"[{"k": "a", "v": 3}, {"k": "b", "v": -1}]"#, #""theta": {"field": "v"}, "color": {"field": "k"}"#, "-1 is no part"),
    (
      "span", #"[{"k": "甲", "a": "2021", "b": "2020"}]"#,
      #""x": {"field": "a", "type": "temporal"}, "x2": {"field": "b"}, "y": {"field": "k"}"#,
      "“甲” has no start before its end"
    ),
    ("ranking", #"[{"k": "a", "v": 3}, {"k": "a", "v": 1}]"#, #""y": {"field": "k"}, "x": {"field": "v"}"#, "“a” has several rows"),
    ("lollipop", #"[{"k": "a", "v": 3}, {"k": "a", "v": 1}]"#, #""y": {"field": "k"}, "x": {"field": "v"}"#, "“a” has several rows"),
    ("slope", #"[{"k": "a", "v": 3}, {"k": "a", "v": 1}]"#, #""x": {"field": "k"}, "y": {"field": "v"}"#, "“a” has several rows"),
  ])
  func whatWouldBeFalseIsRefused(mark: String, rows: String, encoding: String, message: String) throws {
    #expect {
      _ = try layers(spec("\"\(mark)\"", rows, "{\(encoding)}")).layers
    } throws: { error in "\(error)".contains(message) }
  }

  /// A series that ends before the others is named where it ends, and what has no value has no place.
  @Test func seriesAreNamedWhereTheyEnd() throws {
    let rows = """
      [{"s": "A", "t": "2021", "v": 10}, {"s": "B", "t": "2021", "v": 30}, {"s": "A", "t": "2022", "v": 40}, {"s": "B", "t": "2022", "v": null}]
      """
    let encoding = #"{"x": {"field": "t"}, "y": {"field": "v", "type": "quantitative"}, "color": {"field": "s"}}"#
    let all = try layers(spec("\"bump\"", rows, encoding)).layers
    #expect(all.last?.table["s"]?.values == ["B", "A"] && all.last?.table["t"]?.values == ["2021", "2022"])
    #expect(numbers(all[0].table, "_rank") == [2, 1, 1])
  }

  @Test func quadrantsAndTargetsStandAtTheirValues() throws {
    let values = "[{\"n\": \"a\", \"v\": 1, \"w\": 10}, {\"n\": \"b\", \"v\": 3, \"w\": 40}]"
    let plane = """
      {"x": {"field": "v", "type": "quantitative"}, "y": {"field": "w", "type": "quantitative"}, "text": {"field": "n", "type": "nominal"}}
      """
    let quadrant = try layers(spec("\"quadrant\"", values, plane)).layers
    #expect(numbers(quadrant[0].table, "_mean") == [2] && numbers(quadrant[1].table, "_mean") == [25])
    let encoding = """
      {"x": {"field": "v", "type": "quantitative"}, "x2": {"field": "w"}, "y": {"field": "n", "type": "nominal"}}
      """
    let bullet = try layers(spec("\"bullet\"", values, encoding)).layers
    #expect(bullet.map(\.mark) == ["bar", "tick", "text"])
    #expect(bullet[0].encoding[.x2] == nil && bullet[1].encoding[.x]?.field?.name == "w")
  }

  @Test(arguments: [
    ("\"slope\"", "{\"x\": {\"field\": \"k\", \"type\": \"ordinal\"}}", "the mark “slope” needs a field on “y”: the values"),
    ("\"ranking\"", "{\"x\": {\"field\": \"k\", \"type\": \"nominal\"}}", "the mark “ranking” needs a quantitative field on x or y"),
    ("\"bullet\"", "{\"x\": {\"field\": \"v\", \"type\": \"quantitative\"}}", "the mark “bullet” needs a field on “x2”: the target"),
    (
      "\"bump\"", "{\"x\": {\"field\": \"k\", \"type\": \"ordinal\"}, \"y\": {\"field\": \"v\", \"type\": \"quantitative\"}}",
      "the mark “bump” needs a field on “color” or “detail”: the series"
    ),
  ])
  func whatIsMissingIsSaid(mark: String, encoding: String, message: String) throws {
    let result = try layers(spec(mark, parts, encoding))
    #expect(result.findings.map(\.message) == [message] && result.findings[0].severity == .error)
  }

  @Test func aChannelWithoutEffectIsReported() throws {
    let encoding = """
      {"x": {"field": "v", "type": "quantitative"}, "y": {"field": "k", "type": "nominal"}, "shape": {"field": "k", "type": "nominal"}}
      """
    let result = try layers(spec("\"ranking\"", parts, encoding))
    #expect(result.findings.map(\.message) == ["the channel “shape” has no effect on the mark “ranking”"])
  }
}
