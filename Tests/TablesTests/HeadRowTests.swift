import Articles
import Indicators
import Testing

@testable import Tables

/// Rows of heads that look like rows of figures, and the reverse. All figures are invented.
@Suite("Rows of heads")
struct HeadRowTests {
  private func facts(_ title: String, _ rows: [[String]]) throws -> [String] {
    func line(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |\n" }
    let rule = "|" + String(repeating: "---|", count: rows[0].count) + "\n"
    return factLines(try article(of: "# \(title)\n\n" + line(rows[0]) + rule + rows.dropFirst().map(line).joined(), name: "a.md"))
  }

  @Test(
    "classes of ages and sizes are heads",
    arguments: [
      ["0-14", "15-64", "65+"], ["<15", "15–64", "≥65"], ["1-9", "10-49", "50+"], ["15～24", "25～44", "45～64"], ["0—5", "6—12", "13—18"],
    ])
  func classes(heads: [String]) throws {
    let one = try facts(
      "Unemployment rate (%), 2023", [["Region"] + heads, ["Nordmark", "10.1", "4.2", "3.3"], ["Suderland", "12.3", "5.1", "4.8"]])
    #expect(one.count == 6 && one.allSatisfy { $0.contains("% Nordmark 2023") || $0.contains("% Suderland 2023") }, "\(one)")
    #expect(one[0].contains(heads[0]) && one[2].contains(heads[2]), "\(one)")
    let two = try facts(
      "Unemployment rate (%)",
      [
        ["Region", heads[0], heads[0], heads[1], heads[1]], ["", "2022", "2023", "2022", "2023"],
        ["Nordmark", "10.1", "9.8", "4.2", "4.0"],
        ["Suderland", "12.3", "12.0", "5.1", "5.0"],
      ])
    #expect(two.count == 8 && two[0].contains(heads[0]) && two[0].hasSuffix("Nordmark 2022") && two[3].hasSuffix("Nordmark 2023"), "\(two)")
  }

  @Test("ranges beside a name are figures, or nothing")
  func ranges() throws {
    let found = try facts(
      "Waiting times, 2023 (days)", [["Court", "Target", "2023"], ["Appeals", "30-45", "36"], ["Claims", "45-60", "44"]])
    #expect(found.count == 2 && found.allSatisfy { $0.hasPrefix("C") }, "\(found)")
  }

  @Test(
    "letters and formulas of columns are no heads",
    arguments: [["A", "B", "C", "D=C/B"], ["(1)", "(2)", "(3)", "(4)=(3)/(2)"], ["甲", "1", "2", "3=2/1"], ["a", "b", "c", "d = c : b"]])
  func counters(marks: [String]) throws {
    let found = try facts(
      "2024年各县预算执行情况（万元）", [["地区", "预算数", "执行数", "完成预算（%）"], marks, ["青原县", "120", "118", "98.3"], ["河阳县", "80", "82", "102.5"]])
    #expect(found.count == 6 && !found.contains { $0.contains("=") || $0.contains("/") }, "\(found)")
  }

  @Test(
    "权数 is a share, 授权数 a count",
    arguments: [
      ("专利授权数", Observation.Kind?.none), ("权数", .share), ("发明专利授权数（件）", nil), ("权重", .share), ("Weights", .share), ("Heavyweights", nil),
    ])
  func weights(head: String, kind: Observation.Kind?) { #expect(HeadReading(head, tableWords).kind == kind) }
}
