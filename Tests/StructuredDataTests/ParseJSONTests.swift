import Diagnostics
import StructuredData
import Testing

@Suite struct ParseJSONTests {
  @Test func valuesAndSpans() throws {
    let text = "{\"名\": \"知\\u8bc6\\ud83d\\ude00\",\n \"n\": [970.24, -0, 1E5, true, null]}"
    let node = try parseJSON(text, document: "x.json")
    #expect(node["名"]?.string == "知识😀")
    #expect(node["n"]?.sequence == [.number("970.24"), .number("-0"), .number("1E5"), .bool(true), .null])
    let scalars = Array(text.unicodeScalars)
    let range = try #require(node["n"]?.sequence?.first?.span.range)
    #expect(String(String.UnicodeScalarView(scalars[range])) == "970.24")
    #expect(node["n"]?.span.start == .init(line: 2, column: 7))
    #expect(node.span.range == 0..<scalars.count)
  }

  @Test(
    "what RFC 8259 does not allow is refused",
    arguments: [
      ("", "x:1:1: error: expected a value, the text ends [json.syntax]"),
      ("[1,]", "x:1:4: error: expected a value, found “]” [json.syntax]"),
      ("{a: 1}", "x:1:2: error: expected a key in quotes, found “a” [json.syntax]"),
      ("[01]", "x:1:3: error: expected no digit after a leading zero, found “1” [json.syntax]"),
      ("[+1]", "x:1:2: error: expected a value, found “+” [json.syntax]"),
      ("[1.]", "x:1:4: error: expected a digit, found “]” [json.syntax]"),
      (
        "[\"a\nb\"]",
        "x:1:4: error: expected an escape for the control character, found a control character [json.syntax]"
      ),
      ("[\"\\x\"]", "x:1:4: error: expected one of \" \\ / b f n r t u after “\\”, found “x” [json.syntax]"),
      ("[\"\\ud83d\"]", "x:1:9: error: expected the second half of a surrogate pair, found “\"” [json.syntax]"),
      ("[NaN]", "x:1:2: error: expected a value, found “N” [json.syntax]"),
      ("[tru]", "x:1:2: error: expected a value, found “t” [json.syntax]"),
      ("{} {}", "x:1:4: error: expected the end of the text, found “{” [json.syntax]"),
      ("{\"a\":1,\n\"a\":2}", "x:2:1: error: the key “a” stands twice [json.duplicate-key]"),
      ("\u{FEFF}[", "x:1:3: error: expected a value, the text ends [json.syntax]"),
    ])
  func refused(text: String, message: String) {
    #expect(findings(text) == [message])
  }

  @Test func depthIsBounded() {
    #expect(findings(String(repeating: "[", count: 1_000_000)).first?.contains("[json.depth]") == true)
    #expect(findings(String(repeating: "[", count: 256) + String(repeating: "]", count: 256)) == [])
  }

  private func findings(_ text: String) -> [String] {
    do throws(Diagnostics) {
      _ = try parseJSON(text, document: "x")
      return []
    } catch {
      return error.all.map(\.description)
    }
  }
}
