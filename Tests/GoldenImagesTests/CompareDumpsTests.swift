import Diagnostics
import GoldenImages
import Testing

@Suite struct CompareDumpsTests {
  private func dump(_ items: [String]) -> String {
    #"{"version": 1, "pages": [{"number": 1, "label": "i", "width": 595.28, "items": ["# + items.joined(separator: ",")
      + "]}]}"
  }
  private func text(_ text: String, x: String, y: String = "80", fill: String = "#1A1F2B") -> String {
    #"{"type": "text", "role": "axis-label", "x": \#(x), "y": \#(y), "w": 20, "h": 11, "text": "\#(text)", "fill": "\#(fill)"}"#
  }
  private func figure(y: Double, height: Double = 216, _ items: [String]) -> String {
    #"{"type": "group", "role": "figure", "x": 66.6, "y": \#(y), "w": 462, "h": \#(height), "alt": "图2-1", "items": ["#
      + items.joined(separator: ",") + "]}"
  }

  private func differences(_ actual: [String], _ expected: [String]) throws -> [String] {
    try compareDumps(actual: dump(actual), expected: dump(expected)).differences.map(\.description)
  }

  @Test func numbersMayDifferByAHundredth() throws {
    #expect(try differences([text("甲", x: "70.01")], [text("甲", x: "70")]).isEmpty)
    #expect(
      try differences([text("甲", x: "70.02")], [text("甲", x: "70")]) == [
        "page 1 › text axis-label “甲”: moved 0.02 pt right"
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
    #expect(try differences(actual, expected) == ["page 1 › text axis-label “乙” › text: “亿”, expected “乙”"])
  }

  @Test func whatMovesWithItsGroupIsSaidOnce() throws {
    let before = figure(y: 78, [text("甲", x: "70"), text("乙", x: "90"), text("丙", x: "110", fill: "#000000")])
    let after = figure(
      y: 82.5, height: 210,
      [
        text("甲", x: "70", y: "84.5"), text("乙", x: "93", y: "82.25"), text("丙", x: "110", y: "84.5"),
      ])
    #expect(
      try differences([after], [before]) == [
        "page 1 › group figure “图2-1”: moved 4.5 pt down",
        "page 1 › group figure “图2-1”: 6 pt lower",
        "page 1 › group figure “图2-1” › text axis-label “乙”: moved 3 pt right and 2.25 pt up",
        "page 1 › group figure “图2-1” › text axis-label “丙” › fill: “#1A1F2B”, expected “#000000”",
      ])
  }

  @Test func itemsOfOneLabelAreToldApartByTheirPlace() throws {
    let before = [text("甲", x: "1"), text("甲", x: "2")]
    let after = [text("甲", x: "1"), text("甲", x: "3")]
    #expect(try differences(after, before) == ["page 1 › items[1] text axis-label “甲”: moved 1 pt right"])
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
