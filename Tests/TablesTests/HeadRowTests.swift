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

  @Test(
    "months with points are heads over figures and of rows",
    arguments: [["2024.01", "2024.02", "2024.03"], ["202311", "202312", "202401"]])
  func months(heads: [String]) throws {
    let periods = heads.map { $0.contains(".") ? $0.replacing(".", with: "-") : $0.prefix(4) + "-" + $0.suffix(2) }
    let across = try facts(
      "货币供应量（亿元）",
      [["项目"] + heads, ["货币（M1）", "694197.35", "665920.65", "685808.87"], ["货币和准货币（M2）", "2976250.33", "2995572.99", "3047952.41"]])
    #expect(across.count == 6 && zip(across, periods).allSatisfy { $0.contains("亿元") && $0.hasSuffix($1) }, "\(across)")
    let down = try facts("货币供应量（亿元）", [["", "货币（M1）", "货币和准货币（M2）"]] + heads.map { [$0, "694197.35", "2976250.33"] })
    #expect(down.count == 6 && down[1].hasSuffix(periods[0]) && down[5].hasSuffix(periods[2]), "\(down)")
    // Amounts that look like months are amounts beside a name.
    let amounts = try facts("2023年各县产值（万元）", [["地区", "工业", "农业"], ["青原县", "2024.01", "2011.02"], ["河阳县", "1998.07", "2001.12"]])
    #expect(amounts.count == 4, "\(amounts)")
  }

  @Test(
    "what stands behind the figures of two times and says difference is how they changed",
    arguments: ["Variation", "Difference", "Variation (%)", "Movement (%)", "Difference (EUR million)"])
  func differences(head: String) throws {
    let found = try facts(
      "Results of the office (EUR million)",
      [["Item", "1 Jan - 30 Jun 2024", "1 Jan - 30 Jun 2023", head], ["Fees", "1012.4", "980.1", "3.3"]])
    #expect(found.count == 3 && found[2].contains("change Fees") && found[2].contains("2024-01/2024-06 yoy of B2"), "\(found)")
  }
}
