import Charts
import Diagnostics
import Geometry
import Scene
import StructuredData
import Testing

@Suite struct SpecTests {
  private func spec(_ yaml: String) throws -> ChartSpec { try ChartSpec(node: parseYAML(yaml, document: "chart.yaml")) }

  @Test func vegaLitesWordsAreRead() throws {
    let spec = try spec(
      """
      title: {text: 标题, subtitle: 副题}
      data: {values: [{a: 甲, b: 3}, {a: 乙, b: 4.5}]}
      mark: {type: bar, orient: horizontal}
      encoding:
        y: {field: a, type: nominal, sort: -x, axis: null}
        x: {field: b, type: quantitative, aggregate: sum, stack: null}
      highlight: 甲
      source: 某局
      unit: 亿元
      """)
    #expect(spec.title == .init("标题", subtitle: "副题"))
    #expect(spec.mark == MarkSpec(.bar, orient: .horizontal))
    #expect(spec.data == .values(DataTable([["a": "甲", "b": 3], ["a": "乙", "b": 4.5]])))
    #expect(spec.encoding[.y]?.sort == .field("x", descending: true))
    #expect(spec.encoding[.y]?.axis == .hidden)
    #expect(spec.encoding[.x]?.aggregate == .sum)
    #expect(spec.encoding[.x]?.stack == ChannelSpec.Stack.none)
    #expect(spec.highlight == ["甲"])
  }

  @Test(arguments: [
    ("mark: bar\nencodign: {}", "unknown key “encodign”", "did you mean “encoding”?"),
    ("mark: bat", "unknown name “bat”", "did you mean “bar”?"),
    ("mark: bar\nencoding: {colour: {field: a}}", "unknown key “colour”", "did you mean “color”?"),
    ("title: x", "a chart needs a “mark” or “layer”", nil),
  ])
  func wrongWordsAreNamed(yaml: String, message: String, hint: String?) throws {
    let found = try #require(throws: Diagnostics.self) { try spec(yaml) }
    #expect(found.all.contains { $0.message == message && $0.hint == hint }, "\(found)")
  }

  @Test func transformsRunInOrder() throws {
    let spec = try spec(
      """
      data: {values: [{k: a, v: 1}, {k: b, v: 2}, {k: a, v: 4}, {k: c, v: 9}]}
      transform:
        - filter: datum.v < 9 && datum.k != 'x'
        - calculate: datum.v * 10 + 1
          as: w
        - aggregate: [{op: sum, field: w, as: total}, {op: count, as: n}]
          groupby: [k]
        - sort: total
          order: descending
      mark: bar
      encoding: {x: {field: k}, y: {field: total}}
      """)
    let check = SceneCheck(drawChart(spec, size: Size(225, 170), context: Bench.context).value)
    #expect(check.texts.filter { $0.role == .axisLabel }.map(\.run.text) == ["a", "b"])
    #expect(check.texts.filter { $0.role == .valueLabel }.map(\.run.text) == ["52", "21"])
  }

  @Test func datesThatCannotBeReadAreAnError() throws {
    let spec = try spec(
      "data: {values: [{d: soon, v: 1}]}\nmark: line\nencoding: {x: {field: d, type: temporal}, y: {field: v}}")
    let findings = drawChart(spec, size: Size(225, 170), context: Bench.context).diagnostics
    #expect(findings.map(\.message) == ["no value of “d” can be placed on x"])
  }

  @Test(arguments: ["datum.a +", "datum.", "1 @ 2", "(datum.a", "'open"]) func badExpressionsAreRefused(text: String) {
    #expect(throws: Diagnostic.self) { try ChartExpression(text) }
  }

  @Test(arguments: [
    "mark: bar", "mark: line\ndata: {values: []}", "mark: ring\ndata: {values: [{a: 1}]}",
    "mark: timeline\ndata: {values: [1]}",
    "mark: kpi\ndata: {values: []}", "mark: change\ndata: {values: [{a: x}]}\nencoding: {x: {field: a}, y: {field: b}}",
    "mark: bar\ndata: {values: [{a: x, b: 1e300}, {a: y, b: -1e300}]}\nencoding: {x: {field: a}, y: {field: b}}",
    "mark: bar\ndata: {values: [{a: x, b: .nan}]}\nencoding: {x: {field: a}, y: {field: b}}",
    "mark: dumbbell\ndata: {values: [{a: x, b: 0}]}\nencoding: {y: {field: a}, x: {field: b}}",
  ])
  func poorDataMakeNoHarm(yaml: String) throws {
    let spec = try spec(yaml)
    for size in [Size(1, 1), Size(225, 170), Size(1200, 675)] {
      let frame = drawChart(spec, size: size, context: Bench.context).value
      #expect(frame.size == size)
    }
  }

  @Test func urlsAreFetchedThroughTheContext() throws {
    var context = Bench.context
    context.load = { address throws(Diagnostic) in
      guard address == "a.csv" else { throw .error("chart.data", "no “\(address)”") }
      return .sequence([.mapping([("k", .string("甲")), ("v", .number(7))])])
    }
    let good = try spec("data: {url: a.csv}\nmark: bar\nencoding: {x: {field: k}, y: {field: v}}")
    #expect(
      SceneCheck(drawChart(good, size: Size(225, 170), context: context).value).texts.map(\.run.text) == ["甲", "7"])
    let bad = try spec("data: {url: b.csv}\nmark: bar\nencoding: {x: {field: k}, y: {field: v}}")
    #expect(drawChart(bad, size: Size(225, 170), context: context).diagnostics.first?.message == "no “b.csv”")
  }
}
