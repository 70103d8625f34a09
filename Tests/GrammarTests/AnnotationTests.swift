import Dataflow
import Diagnostics
import Grammar
import StructuredData
import Testing

@Suite struct AnnotationTests {
  private let rows = """
    [{"t": "2021", "k": "a", "v": 100}, {"t": "2021", "k": "b", "v": 60}, {"t": "2023", "k": "a", "v": 250}, {"t": "2023", "k": "b", "v": 110}]
    """

  /// The layers of a spec with annotations, each with the table that it draws.
  private func layers(_ annotations: String, x: String = "ordinal") throws -> (
    layers: [(mark: MarkDefinition, encoding: Encoding, table: Table)], findings: [Diagnostic]
  ) {
    let spec = """
      {"mark": "bar", "encoding": {"x": {"field": "t", "type": "\(x)"}, "y": {"field": "v", "type": "quantitative"}, "color": {"field": "k", "type": "nominal"}},
       "annotations": \(annotations)}
      """
    let source = try readSpec(parseJSON(spec, document: "spec")).value
    var normaliser = Normaliser(config: source.config)
    let view = normaliser.normalise(source.view)
    let table = try Table(rows: parseJSON(rows, document: "rows"))
    guard case .layer(let units, _) = view.content else { return ([], normaliser.findings.all) }
    var environment = Environment()
    let layers = try units.compactMap { unit -> (mark: MarkDefinition, encoding: Encoding, table: Table)? in
      guard case .unit(let mark, let encoding) = unit.content else { return nil }
      return (mark, encoding, try run(unit.transforms, on: table, in: &environment).value)
    }
    return (layers, normaliser.findings.all)
  }

  @Test(arguments: [
    ("difference", "+200"), ("growth", "+125.0%"), ("multiple", "×2.25"), ("cagr", "+50.0%/a"),
  ])
  func changesAreReckonedFromTheRows(kind: String, label: String) throws {
    let result = try layers("[{\"\(kind)\": [\"2021\", \"2023\"]}]")
    #expect(result.findings.isEmpty)
    let text = try #require(result.layers.last)
    #expect(text.mark.type == "text" && text.table["_label"]?.values == [.text(label)])
    // The arrow stands between the sums of both years, its head up.
    let arrow = try #require(result.layers.first { $0.encoding[.y2] != nil })
    #expect(arrow.table["_from"]?.values == [160] && arrow.table["_to"]?.values == [360])
    let head = try #require(result.layers.first { $0.mark.type == "point" })
    #expect(head.table["_head"]?.values == ["triangle-up"] && head.encoding[.shape]?.scale == .null)
  }

  @Test func aChangeWithoutItsFiguresIsNotDrawn() throws {
    let result = try layers("[{\"growth\": [\"2020\", \"2023\"]}]")
    #expect(result.layers.dropFirst().allSatisfy { $0.table.rowCount == 0 })
  }

  @Test func totalsStandOnTheirStacks() throws {
    let text = try #require(layers("[{\"totals\": true}]").layers.last)
    #expect(text.table["_total"]?.values == [160, 360] && text.encoding[.color] == nil)
    #expect(text.table["_top"]?.values == [160, 360] && text.encoding[.y]?.field?.name == "_top")
  }

  @Test func linesAndBandsStandAtTheirValues() throws {
    let mean = try layers("[{\"line\": {\"y\": \"mean\"}, \"text\": \"m\"}]").layers
    #expect(mean.map(\.mark.type) == ["bar", "rule", "text"] && mean[1].table["_mean"]?.values == [260])
    // The mean of stacks is that of their sums, and is said.
    #expect(mean[2].table["_said"]?.values == [.text("m 260")])
    let level = try layers("[{\"line\": {\"y\": 120}}]").layers
    #expect(level[2].encoding[.text]?.value == .string("120"))
    let band = try layers("[{\"band\": {\"x\": [\"2021\", \"2023\"]}}]", x: "temporal").layers
    // Under the marks.
    #expect(band.map(\.mark.type) == ["rect", "bar"])
    #expect(band[0].encoding[.x]?.datum == .number(1_609_459_200_000) && band[0].table.rowCount == 1)
    let callout = try layers("[{\"callout\": {\"x\": \"2023\", \"y\": 250, \"dx\": -20}, \"text\": \"t\"}]").layers
    let places = try #require(callout.last?.mark.properties["places"]?.sequence)
    #expect(places.first?.sequence?[2] == .string("right") && places.count > 8)
    #expect(callout.last?.mark.properties["leader"] == true)
  }

  @Test(arguments: [
    ("[{\"line\": {}}]", "a reference line stands at one value of x or of y"),
    (
      "[{\"growth\": [\"2021\", \"2023\"], \"text\": \"+99%\"}]",
      "what this annotation says is reckoned from the data and cannot be written"
    ),
    ("[{\"callout\": {\"x\": \"2021\", \"y\": 1}}]", "a callout needs a “text”"),
    ("[{\"band\": {\"x\": [1, 2, 3]}}]", "two values was expected"),
    ("[{\"text\": \"x\"}]", "an annotation is one of line, event, band, callout, bracket, difference, growth, multiple, cagr and totals"),
    ("[{\"lien\": {\"y\": 1}}]", "unknown key"),
  ])
  func whatIsWrongIsSaid(annotations: String, message: String) {
    #expect { try layers(annotations) } throws: { error in
      guard let all = (error as? Diagnostics)?.all else { return false }
      return all.contains { $0.message.contains(message) || message.contains("expected") && $0.message.contains("two values") }
    }
  }

  @Test func whatIsNoDateIsSaid() throws {
    let result = try layers("[{\"event\": \"2021-13-01\"}]", x: "temporal")
    #expect(result.findings.map(\.message) == ["“2021-13-01” is no date"])
  }
}
