import Diagnostics
import GoldenImages
import Testing

@Suite struct CompareDumpsTests {
  private func dump(_ items: [String]) -> String {
    #"{"version": 1, "pages": [{"number": 1, "label": "i", "width": 595.28, "items": ["# + items.joined(separator: ",")
      + "]}]}"
  }
  private func text(_ text: String, x: String) -> String {
    #"{"type": "text", "role": "axis-label", "x": \#(x), "text": "\#(text)"}"#
  }

  private func differences(_ actual: [String], _ expected: [String]) throws -> [String] {
    try compareDumps(actual: dump(actual), expected: dump(expected)).differences.map(\.description)
  }

  @Test func numbersMayDifferByAHundredth() throws {
    #expect(try differences([text("甲", x: "70.01")], [text("甲", x: "70")]).isEmpty)
    #expect(
      try differences([text("甲", x: "70.02")], [text("甲", x: "70")]) == [
        "page 1 › items[0] text axis-label “甲” › x: 70.02, expected 70"
      ])
  }

  @Test func oneItemMoreOrLessIsOneDifference() throws {
    let all = (0..<30).map { text("第\($0)项", x: "\($0)") }
    var fewer = all
    fewer.remove(at: 7)
    #expect(try differences(fewer, all) == ["page 1 › items[7]: missing text axis-label “第7项”"])
    #expect(try differences(all, fewer) == ["page 1 › items[7]: unexpected text axis-label “第7项”"])
  }

  @Test func aChangedTextIsOneDifference() throws {
    let expected = [text("甲", x: "1"), text("乙", x: "2"), text("丙", x: "3")]
    let actual = [text("甲", x: "1"), text("亿", x: "2"), text("丙", x: "3")]
    #expect(try differences(actual, expected) == ["page 1 › items[1] text axis-label “乙” › text: “亿”, expected “乙”"])
  }

  @Test func fieldsComeAndGo() throws {
    let comparison = try compareDumps(actual: #"{"a": 1, "b": [1]}"#, expected: #"{"a": "1", "c": null}"#)
    #expect(
      comparison.summary() == """
        3 differences
        a: 1, expected “1”
        c: missing nothing
        b: unexpected a list
        """)
  }

  @Test func whatIsNoJSONIsRefused() {
    let problem = #expect(throws: Diagnostics.self) {
      try compareDumps(actual: "{", expected: "{}", actualName: "a.scene.json")
    }
    #expect(problem?.all.first?.span?.document == "a.scene.json")
  }
}
