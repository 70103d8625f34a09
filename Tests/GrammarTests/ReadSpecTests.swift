import Dataflow
import Diagnostics
import Grammar
import StructuredData
import Testing

@Suite struct ReadSpecTests {
  private func findings(_ text: String) throws -> [Diagnostic] {
    do throws(Diagnostics) { return try readSpec(parseYAML(text, document: "s.yaml")).diagnostics } catch { return error.all }
  }

  @Test(
    "an unknown key is an error with the nearest name, at its place",
    arguments: [
      ("mark: {type: bar, colour: red}", "color"),
      ("{mark: bar, encoding: {x: {feild: a}}}", "field"),
      ("{mark: bar, encoding: {xx: {field: a}}}", "x"),
      ("{mark: bar, encoding: {x: {field: a, axis: {lableAngle: 3}}}}", "labelAngle"),
      ("{mark: bar, encodings: {}}", "encoding"),
      ("{mark: bar, config: {bar: {binSpacin: 2}}}", "binSpacing"),
    ])
  func unknownKey(text: String, near: String) throws {
    let found = try findings(text).filter { $0.rule == "field.unknown" }
    #expect(found.count == 1)
    #expect(found.first?.severity == .error)
    #expect(found.first?.hint == "did you mean “\(near)”?")
    #expect(found.first?.span?.start?.line == 1)
  }

  @Test func whatChangesNothingIsAWarning() throws {
    let found = try findings("mark: {type: bar, tooltip: true, cursor: pointer}")
    #expect(found.map(\.rule) == ["spec.no-effect", "spec.no-effect"])
    #expect(found.allSatisfy { $0.severity == .warning })
  }

  @Test func aWrongKindOfValueIsAnError() throws {
    #expect(try findings("mark: {type: bar, opacity: thick}").map(\.rule) == ["field.type"])
    // A format for each unit of time, on a guide or on its channel: no other key is passed over.
    for format in ["{yaer: '%Y'}", "{year: 4}", "[1]"] {
      #expect(
        try findings("mark: bar\nencoding: {x: {field: t, type: temporal, axis: {format: \(format)}}}").map(\.rule) == ["field.type"])
      #expect(
        try findings("mark: text\nencoding: {text: {field: t, type: temporal, format: \(format)}}").map(\.rule) == ["field.type"])
    }
    #expect(try findings("mark: bar\nencoding: {x: {field: t, type: temporal, axis: {format: {year: '%Y', day: '%d'}}}}").isEmpty)
    #expect(try findings("{mark: bar, width: -3}").map(\.rule) == ["field.type"])
    #expect(try findings("{mark: bar, encoding: {x: {field: a, type: number}}}").map(\.rule) == ["field.value"])
    #expect(try findings("{mark: bar, transform: [{calcluate: 'datum.a', as: b}]}").map(\.rule) == ["transform.unknown"])
    #expect(try findings("{width: 3}").map(\.rule) == ["spec.content"])
  }

  @Test func transformsAreReadWithTheirParameters() throws {
    let source = try readSpec(
      parseYAML(
        "{mark: bar, transform: [{filter: {field: a, range: [1, null]}}, {window: [{op: rank, as: r}], sort: [{field: a, order: descending}]}]}",
        document: "s.yaml")
    ).value
    guard case .filter(.range(let operand, lower: let low, upper: nil)) = source.view.transforms[0] else {
      Issue.record("no range")
      return
    }
    #expect(operand.field.text == "a")
    #expect(low?.constant == .number(1))
    guard case .window(let window) = source.view.transforms[1] else {
      Issue.record("no window")
      return
    }
    #expect(window.sort.map(\.isDescending) == [true])
    #expect(window.outputs.map(\.name) == ["r"])
  }
}
