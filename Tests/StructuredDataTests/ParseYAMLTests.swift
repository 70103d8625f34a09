import Diagnostics
import StructuredData
import Testing

@Suite struct ParseYAMLTests {
  @Test func numbersStayAsWritten() throws {
    let node = try parseYAML("a: 970.24\nb: 12.50\nc: -1e3\nd: 007\n", document: "x.yaml")
    #expect(node["a"]?.numberText == "970.24")
    #expect(node["b"]?.numberText == "12.50")
    #expect(node["c"]?.double == -1000)
    #expect(node["d"]?.numberText == "007")
  }

  @Test(
    "only true and false are booleans", arguments: ["no", "on", "yes", "off", "y", "0x1F", "1_000", ".nan", "12:30"])
  func textsThatLookOtherwise(text: String) throws {
    #expect(try parseYAML("a: \(text)", document: "x")["a"] == .string(text))
  }

  @Test func scalarsOfTheCoreSchema() throws {
    let node = try parseYAML("[true, False, null, ~, '1', !!str 2, \"true\"]", document: "x")
    #expect(node == .sequence([.bool(true), .bool(false), .null, .null, .string("1"), .string("2"), .string("true")]))
  }

  @Test func spansCoverValuesInCodePoints() throws {
    let text =
      "\u{FEFF}标题: 知识产权\r\n列: [甲, \"乙\\\"\", 'it''s']\r\n块: |\r\n  一行\r\n  两行\r\n\r\n末: *x # no\r\nq: &x {a: 1}\r\n"
    let scalars = Array(text.replacing("末: *x", with: "末: 完").unicodeScalars)
    let source = String(String.UnicodeScalarView(scalars))
    let node = try parseYAML(source, document: "x.yaml")
    func covered(_ node: Node?) -> String {
      guard let range = node?.span.range else { return "" }
      return String(String.UnicodeScalarView(scalars[range]))
    }
    #expect(covered(node["标题"]) == "知识产权")
    #expect(covered(node["列"]) == "[甲, \"乙\\\"\", 'it''s']")
    #expect(node["列"]?.sequence?.map(covered) == ["甲", "\"乙\\\"\"", "'it''s'"])
    #expect(covered(node["块"]) == "|\r\n  一行\r\n  两行")
    #expect(covered(node["末"]) == "完")
    #expect(covered(node["q"]) == "{a: 1}")
    #expect(node["列"]?.span.start == .init(line: 2, column: 4))
    #expect(node.mapping?.entry("标题")?.keySpan.range == 1..<3)
  }

  @Test func foldedPlainScalarsEndWhereTheyEnd() throws {
    let node = try parseYAML("a: one\n  two  # said\nb: x\n", document: "x")
    #expect(node["a"]?.string == "one two")
    #expect(node["a"]?.span.range == 3..<12)
  }

  @Test func aliasesRepeatTheirAnchor() throws {
    let node = try parseYAML("base: &b {size: 9}\nuse: *b\ntext: \"a *b\"\nplain: 2 *b # *b\n", document: "x")
    #expect(node["use"] == .mapping([("size", .number(9))]))
    #expect(node["use"]?.span == node["base"]?.span)
    #expect(node["text"]?.string == "a *b")
    #expect(node["plain"]?.string == "2 *b")
  }

  @Test func anUnknownAliasNamesTheNearest() {
    #expect(
      findings("size: &size 1\nb: *sise") == [
        "x:2:4: error: unknown anchor “sise” [yaml.alias]\n  hint: did you mean “*size”?"
      ])
  }

  @Test func aliasExpansionIsBounded() {
    var text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
    for i in 1..<80 { text += "a\(i): &a\(i) [*a\(i - 1), *a\(i - 1), *a\(i - 1), *a\(i - 1)]\n" }
    #expect(findings(text).first?.contains("[yaml.alias]") == true)
    var deep = "a0: &a0 [x]\n"
    for i in 1..<400 { deep += "a\(i): &a\(i) [*a\(i - 1)]\n" }
    #expect(findings(deep).first?.contains("[yaml.depth]") == true)
    #expect(findings("? [*a]\n: 1").first?.contains("[yaml.key]") == true)
  }

  @Test func deepNestingIsRefused() {
    #expect(
      findings(String(repeating: "[", count: 300) + String(repeating: "]", count: 300)).first?.contains("[yaml.depth]")
        == true)
    #expect(findings(String(repeating: "[", count: 100_000)).first?.contains("[yaml.depth]") == true)
    #expect(findings(String(repeating: "- ", count: 100_000)).first?.contains("[yaml.depth]") == true)
  }

  @Test(
    "errors name the place",
    arguments: [
      ("a: 1\nb: 2\na: 3\n", "x:1:1: error: the key “a” stands twice in this mapping [yaml.duplicate-key]"),
      (
        "a: [1, 2\nb: 3\n", "x:2:2: error: did not find expected ',' or ']' while parsing a flow sequence [yaml.syntax]"
      ),
      ("a: \u{1}\n", "x:1:4: error: the character U+0001 may not stand in YAML [yaml.character]"),
      (
        "a: 1\n---\nb: 2\n",
        "x:2:1: error: but found another document expected a single document in the stream [yaml.syntax]"
      ),
    ])
  func errors(text: String, message: String) {
    #expect(findings(text) == [message])
  }

  @Test func spansCountFromThePlaceOfTheText() throws {
    let place = SourceSpan(document: "r.md", range: 20..<32, start: .init(line: 4, column: 1))
    let node = try parseYAML("a: 1\nb: 二\n", document: "r.md", within: place)
    #expect(node["b"]?.span == SourceSpan(document: "r.md", range: 28..<29, start: .init(line: 5, column: 4)))
  }

  @Test func emptyTextIsNull() throws {
    #expect(try parseYAML("", document: "x").isNull)
    #expect(try parseYAML("# nothing\n", document: "x").isNull)
  }

  private func findings(_ text: String) -> [String] {
    do throws(Diagnostics) {
      _ = try parseYAML(text, document: "x")
      return []
    } catch {
      return error.all.map(\.description)
    }
  }
}
