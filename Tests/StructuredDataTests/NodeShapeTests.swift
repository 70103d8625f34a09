import Diagnostics
import StructuredData
import Testing

private enum Align: String, CaseIterable { case start, center, end }

private struct Margin: Equatable {
  var top: Double, align: Align, labels: [String], title: Title?

  static let shape = NodeShape<Margin>.record("Margin") { fields in
    let top = fields.required("top", .number(in: 0...200), "Distance from the edge in mm.")
    let align = fields.optional("align", .choice(Align.self), default: .start)
    let labels = fields.optional("labels", .oneOrMore(of: .string), default: [])
    let title = fields.optional("title", Title.shape)
    guard let top else { return nil }
    return Margin(top: top, align: align, labels: labels, title: title)
  }
}

/// A text, or a mapping with the text in it, as Vega-Lite's titles.
private struct Title: Equatable {
  var text: String
  var size: Double? = nil

  static let shape = NodeShape<Title>.either(
    NodeShape.text.map { text, _ in Title(text: text) },
    or: .record("Title", unknownKeys: .warning) { fields in
      let text = fields.required("text", .text)
      let size = fields.optional("size", .positive)
      guard let text else { return nil }
      return Title(text: text, size: size)
    })
}

@Suite struct NodeShapeTests {
  private func read(_ yaml: String) throws -> Warned<Margin> {
    try Margin.shape.read(parseYAML(yaml, document: "m.yaml"))
  }

  @Test func bothFormsOfAUnion() throws {
    #expect(
      try read("top: 3\ntitle: 2025").value == Margin(top: 3, align: .start, labels: [], title: Title(text: "2025")))
    let long = try read("top: 3\nalign: end\nlabels: a\ntitle: {text: x, size: 9, colour: red}")
    #expect(long.value == Margin(top: 3, align: .end, labels: ["a"], title: Title(text: "x", size: 9)))
    #expect(long.diagnostics.map(\.description) == ["m.yaml:4:27: warning: unknown key “colour” [field.unknown]"])
  }

  @Test func allErrorsAtOnce() throws {
    let text = "tpo: 1\nalign: centre\nlabels: [a, 2]\ntitle: []\n"
    let problems = #expect(throws: Diagnostics.self) { try read(text) }
    #expect(
      problems?.description == """
        m.yaml:1:1: error: the key “top” is missing: expected a number [field.missing]
        m.yaml:2:8: error: unknown name “centre” [field.choice]
          hint: did you mean “center”?
        m.yaml:3:13: error: expected a text, found 2 [field.type]
        m.yaml:4:8: error: expected a text or a mapping, found a list [field.type]
        m.yaml:1:1: error: unknown key “tpo” [field.unknown]
          hint: did you mean “top”?
        """)
  }

  @Test func bounds() throws {
    let problems = #expect(throws: Diagnostics.self) { try read("top: 201\ntitle: {text: a, size: 0}") }
    #expect(
      problems?.all.map(\.message) == [
        "the number must be between 0 and 200, found 201", "the number must be greater than 0",
      ])
    let huge = #expect(throws: Diagnostics.self) { try read("top: 1e999") }
    #expect(huge?.all.map(\.message) == ["the number 1e999 is too large"])
  }

  @Test func schemaFromTheSameDescription() throws {
    let schema = Margin.shape.jsonSchema(title: "Margin")
    #expect(
      schema
        == (try parseJSON(
          """
          {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "Margin", "$ref": "#/$defs/Margin",
           "$defs": {
             "Margin": {"type": "object", "properties": {
               "top": {"type": "number", "minimum": 0, "maximum": 200, "description": "Distance from the edge in mm."},
               "align": {"enum": ["start", "center", "end"]},
               "labels": {"anyOf": [{"type": "array", "items": {"type": "string"}}, {"type": "string"}]},
               "title": {"anyOf": [{"type": ["string", "number", "boolean"]}, {"$ref": "#/$defs/Title"}]}},
               "required": ["top"], "additionalProperties": false},
             "Title": {"type": "object", "properties": {
               "text": {"type": ["string", "number", "boolean"]}, "size": {"type": "number", "exclusiveMinimum": 0}},
               "required": ["text"]}}}
          """, document: "schema")))
  }
}
