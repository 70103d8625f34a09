import Diagnostics
import StructuredData
import Testing

@Suite struct MutationTests {
  /// All spans lie in the document, and those of parts in those of the whole unless an alias brought them there.
  private func check(_ node: Node, length: Int, within whole: Range<Int>?, _ text: String) {
    let range = node.span.range
    #expect(range.upperBound <= length, "\(text.debugDescription)")
    if let whole {
      #expect(whole.lowerBound <= range.lowerBound && range.upperBound <= whole.upperBound, "\(text.debugDescription)")
    }
    let inner = whole == nil ? nil : range
    for item in node.sequence ?? [] { check(item, length: length, within: inner, text) }
    for entry in node.mapping?.entries ?? [] {
      #expect(entry.keySpan.range.upperBound <= length, "\(text.debugDescription)")
      check(entry.value, length: length, within: inner, text)
    }
  }

  @Test func yaml() {
    let seeds = [
      "title: 知识产权\nlist:\n  - a: 1\n    b: \"x\\ny\"\n  - [1, 2.50, {c: null}]\n",
      "base: &b {size: 9}\nuse: *b\ntext: |\n  一\n   二\nfold: >-\n  甲\n  乙\n", "a: 'it''s'\n? b\n: - c\n- d",
    ]
    var read = 0
    for text in mutations(of: seeds, count: 3000) {
      guard let node = try? parseYAML(text, document: "x") else { continue }
      read += 1
      check(node, length: text.unicodeScalars.count, within: text.contains("&") ? nil : node.span.range, text)
      #expect(
        (try? parseYAML(node.yaml(), document: "x")) == node,
        "\(text.debugDescription) became \(node.yaml().debugDescription)")
    }
    #expect(read > 300)
  }

  @Test func json() {
    let seeds = ["{\"a\": [1, -2.5e3, true, null, \"x\\u4e2d\\n\"], \"b\": {\"c\": \"中\"}}"]
    var read = 0
    for text in mutations(of: seeds, count: 3000) {
      guard let node = try? parseJSON(text, document: "x") else { continue }
      read += 1
      check(node, length: text.unicodeScalars.count, within: node.span.range, text)
      #expect((try? parseJSON(node.json(), document: "x")) == node)
    }
    #expect(read > 100)
  }

  @Test func csv() {
    for text in mutations(of: ["a,b,c\n1,\"x\"\"y\",中\n,,\n"], count: 3000) {
      guard let node = try? parseCSV(text, document: "x") else { continue }
      check(node, length: text.unicodeScalars.count, within: node.span.range, text)
    }
  }
}
