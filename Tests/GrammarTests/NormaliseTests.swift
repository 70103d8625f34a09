import Dataflow
import Diagnostics
import Grammar
import StructuredData
import Testing

@Suite struct NormaliseTests {
  private func normal(_ text: String) throws -> ViewSpec {
    var normaliser = Normaliser(config: Config())
    let view = normaliser.normalise(try readSpec(parseYAML(text, document: "s.yaml")).value.view)
    #expect(!normaliser.findings.hasErrors)
    return view
  }
  private func layers(_ view: ViewSpec) -> [ViewSpec] { if case .layer(let views, _) = view.content { views } else { [] } }
  private func mark(_ view: ViewSpec) -> MarkDefinition? { if case .unit(let mark, _) = view.content { mark } else { nil } }
  private func encoding(_ view: ViewSpec) -> Encoding { if case .unit(_, let encoding) = view.content { encoding } else { Encoding() } }

  @Test func rowAndColumnBecomeAFacet() throws {
    let view = try normal("{mark: bar, width: 80, encoding: {x: {field: a}, row: {field: r}, column: {field: c}}}")
    guard case .facet(let fields, let inner) = view.content else {
      Issue.record("no facet")
      return
    }
    #expect(fields.row?.field == .name("r"))
    #expect(fields.column?.field == .name("c"))
    #expect(inner.width == .pixels(80))
    #expect(view.width == nil)
    #expect(encoding(inner).keys == [.x])
  }

  @Test func aRepeatBecomesViews() throws {
    let view = try normal("{repeat: [a, b], columns: 2, spec: {mark: bar, encoding: {x: {field: {repeat: repeat}}}}}")
    guard case .concat(let views) = view.content else {
      Issue.record("no concat")
      return
    }
    #expect(views.map { encoding($0)[.x]?.field } == [.name("a"), .name("b")])
    #expect(view.arrangement.columns == 2)
    #expect(view.arrangement.columnAlign == .all)
  }

  @Test func pointsOnALineAreALayer() throws {
    let view = try normal("{mark: {type: line, point: true}, encoding: {x: {field: a, type: temporal}, y: {field: b, type: quantitative}}}")
    #expect(layers(view).map { mark($0)?.type } == ["line", "point"])
    #expect(layers(view).last.flatMap(mark)?.properties.bool("filled") == true)
  }

  @Test func aLayerGivesItsUnitsWhatTheyDoNotSay() throws {
    let view = try normal(
      "{encoding: {y: {type: quantitative, title: T}}, layer: [{mark: rule, encoding: {y: {field: low}, y2: {field: high}}}]}")
    let y = layers(view).first.map(encoding)?[.y]
    #expect(y?.field == .name("low"))
    #expect(y?.type == .quantitative)
    #expect(y?.title == .lines(["T"]))
  }

  @Test(
    "types follow what is done with a field, never its values",
    arguments: [
      ("{field: a}", FieldType.nominal), ("{field: a, bin: true}", .quantitative), ("{field: a, timeUnit: year}", .temporal),
      ("{aggregate: count}", .quantitative), ("{field: a, sort: [x, y]}", .ordinal), ("{field: a, scale: {type: log}}", .quantitative),
      ("{datum: 3}", .quantitative), ("{datum: {year: 2020}}", .temporal),
    ])
  func types(x: String, type: FieldType) throws {
    let view = try readSpec(parseYAML("{mark: point, encoding: {x: \(x)}}", document: "s.yaml")).value.view
    #expect(encoding(view).withTypes().encoding[.x]?.type == type)
  }

  @Test(
    "titles in Vega-Lite's words",
    arguments: [
      ("{aggregate: mean, field: a}", "Mean of a"), ("{aggregate: count}", "Count of Records"), ("{field: a, bin: true}", "a (binned)"),
      ("{field: a, timeUnit: yearmonth}", "a (year-month)"), ("{aggregate: {argmax: b}, field: a}", "a for max b"), ("{field: a}", "a"),
    ])
  func titles(x: String, title: String) throws {
    let view = try readSpec(parseYAML("{mark: point, encoding: {x: \(x)}}", document: "s.yaml")).value.view
    #expect(encoding(view)[.x]?.titleLines(Config(), guide: nil) == [title])
  }

  @Test(
    "which way bars run",
    arguments: [
      ("{x: {field: a, type: nominal}, y: {field: b, type: quantitative}}", Orientation.vertical),
      ("{y: {field: a, type: nominal}, x: {field: b, type: quantitative}}", .horizontal),
      ("{x: {field: a, type: temporal}, y: {field: b, type: quantitative}}", .vertical),
      ("{x: {field: b, type: quantitative}}", .horizontal),
    ])
  func orientations(text: String, orient: Orientation) throws {
    let view = try readSpec(parseYAML("{mark: bar, encoding: \(text)}", document: "s.yaml")).value.view
    #expect(orientation(.bar, encoding(view), given: nil) == orient)
  }

  @Test(
    "which way other marks run: along the measure, else along time",
    arguments: [
      (MarkType.area, "{x: {field: a, type: quantitative, aggregate: mean}, y: {field: b, type: quantitative}}", Orientation.vertical),
      (.area, "{x: {field: a, type: quantitative}, y: {field: b, type: quantitative, bin: true}}", .horizontal),
      (.bar, "{x: {field: a, type: temporal}, y: {field: b, type: nominal}}", .vertical),
      (.bar, "{x: {field: a, type: nominal}, y: {field: b, type: temporal}}", .horizontal),
      (.tick, "{x: {field: a, type: quantitative}, y: {field: b, type: nominal}}", .vertical),
      (.tick, "{x: {field: a, type: temporal}, y: {field: b, type: quantitative}}", .horizontal),
      (.tick, "{x: {field: a, type: quantitative, bin: true}, y: {field: b, type: quantitative}}", .horizontal),
      (.tick, "{x: {field: a, type: temporal}, y: {field: b, type: quantitative, bin: true}}", .vertical),
      (.line, "{x: {field: a, type: nominal}, y: {field: b, type: temporal}}", .horizontal),
    ])
  func orientationsOfMarks(mark: MarkType, text: String, orient: Orientation) throws {
    let view = try readSpec(parseYAML("{mark: \(mark.rawValue), encoding: \(text)}", document: "s.yaml")).value.view
    #expect(orientation(mark, encoding(view), given: nil) == orient)
  }

  @Test func barsInColoursStackAndLinesDoNot() throws {
    let view = try readSpec(
      parseYAML(
        "{mark: bar, encoding: {x: {field: a, type: nominal}, y: {field: b, type: quantitative}, color: {field: c, type: nominal}}}",
        document: "s.yaml")
    ).value.view
    let stack = stackProperties(.bar, Properties(), encoding(view))
    #expect(stack?.fieldChannel == .y)
    #expect(stack?.groupChannels == [.x])
    #expect(stack?.stackBy.map { $0.field } == [.name("c")])
    #expect(stackProperties(.line, Properties(), encoding(view)) == nil)
  }
}
