import Articles
import Indicators
import Testing

@testable import Tables

/// What English heads compare with, and times in the forms of tables. All figures are invented.
@Suite("English comparisons and times")
struct EnglishComparisonTests {
  private func facts(_ title: String, _ rows: [[String]]) throws -> [String] {
    func line(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |\n" }
    let rule = "|" + String(repeating: "---|", count: rows[0].count) + "\n"
    return factLines(try article(of: "# \(title)\n\n" + line(rows[0]) + rule + rows.dropFirst().map(line).joined(), name: "a.md"))
  }

  @Test(
    "a comparison is read word by word",
    arguments: [
      ("Change on the same month a year earlier in %", HeadReading.Against.yearBefore), ("Percent change from year ago", .yearBefore),
      ("% change over the corresponding quarter of the previous year", .yearBefore), ("Change from a month ago", .monthBefore),
      ("Growth compared with the preceding quarter", .quarterBefore), ("Percentage change over the past three months", .monthsBack(3)),
      ("% change on quarter", .quarterBefore), ("3-month change", .monthsBack(3)), ("Five-year growth", .monthsBack(60)),
      ("1-year % change", .yearBefore), ("Change from previous week", .other), ("Change vs. prior year", .yearBefore),
      ("Increase over last year (%)", .yearBefore), ("% change relative to the same period last year", .yearBefore),
      ("Change from September 2023", .time(2023, 9...9)), ("Change since end-2023", .time(2023, 12...12)),
      ("Change from Aug. 2024 to Sept. 2024", .monthBefore), ("Change from Sept. 2023 to Sept. 2024", .yearBefore),
    ])
  func comparison(head: String, against: HeadReading.Against) {
    let reading = HeadReading(head, tableWords)
    #expect(reading.kind == .change && reading.against == against && reading.name.isEmpty, "\(reading)")
  }

  @Test(
    "words of a comparison within names are none",
    arguments: [
      "Previous month", "Same month last year", "Loans over one year", "Three-month rate", "Year-on-year ratio (%)", "Change fund",
    ])
  func names(head: String) { #expect(HeadReading(head, tableWords).kind != .change || head == "Change fund") }

  @Test(
    "lengths below a change say from when it is counted",
    arguments: [
      ("1 month", "mom"), ("12 months", "yoy"), ("3 months", "2024-06"), ("Month ago", "mom"), ("Year", "yoy"), ("a year earlier", "yoy"),
      ("5 years", "2019-09"),
    ])
  func lengths(head: String, basis: String) throws {
    let found = factLines(
      try article(
        of:
          "<p>Home price index, September 2024</p><table><tr><th rowspan=2>Area</th><th rowspan=2>Index</th><th>Percent change over</th></tr><tr><th>\(head)</th></tr><tr><td>Northfield</td><td>210.4</td><td>1.2</td></tr><tr><td>Southbury</td><td>198.0</td><td>0.9</td></tr></table>"
      ))
    #expect(found.count == 4 && found[1].hasSuffix("2024-09 \(basis) of B3"), "\(found)")
  }

  @Test(
    "times in short forms",
    arguments: [
      ("9M 2024", "2024-01/2024-09"), ("6M24", "2024-01/2024-06"), ("Jun qtr 2024", "2024-04/2024-06"),
      ("December quarter 2023", "2023-10/2023-12"),
      ("3Q24", "2024-07/2024-09"), ("Sept. '24", "2024-09"), ("January to September 2024", "2024-01/2024-09"), ("2010-23", "2010/2023"),
      ("M9 2024", "2024-09"),
    ])
  func times(head: String, period: String) { #expect(HeadReading(head, tableWords).time?.period(in: nil)?.description == period) }

  @Test(
    "a head that no list has is a change where its figures are",
    arguments: ["+/- %", "Delta", "Afwijking", "Evolution", "Abweichung in %", "变动情况（%）"])
  func proven(head: String) throws {
    let found = try facts(
      "Deliveries (tonnes)",
      [
        ["Product", "2023", "2024", head], ["Barley", "1204", "1310", "8.8"], ["Oats", "845", "801", "-5.2"], ["Rye", "512", "520", "1.6"],
      ])
    #expect(found.count == 9 && found.filter { $0.contains("change") && $0.contains("% - 2024 yoy of C") }.count == 3, "\(found)")
  }

  @Test("figures that fit no two times, or two of them, prove nothing")
  func unproven() throws {
    let found = try facts(
      "Deliveries (tonnes)",
      [
        ["Product", "2023", "2024", "Stock"], ["Barley", "1204", "1310", "88"], ["Oats", "845", "801", "52"], ["Rye", "512", "520", "16"],
      ])
    #expect(found.count == 9 && !found.contains { $0.contains("change") }, "\(found)")
    let even = try facts(
      "Deliveries (tonnes)",
      [["Product", "2022", "2023", "2024", "Δ %"], ["Barley", "100", "110", "121", "10.0"], ["Oats", "200", "220", "242", "10.0"]])
    #expect(!even.contains { $0.contains("2023 yoy") }, "\(even)")
  }

  @Test("changes of months below one head are month on month where they prove so")
  func provenMonths() throws {
    let found = try facts(
      "Output index",
      [
        ["Branch", "Index, July 2024", "Index, August 2024", "Change, August 2024 (%)"], ["Mining", "102.3", "104.1", "1.8"],
        ["Energy", "98.0", "97.1", "-0.9"], ["Food", "110.2", "111.7", "1.4"],
      ])
    #expect(found.count == 9 && found[2].contains("2024-08 mom of C2"), "\(found)")
  }

  @Test("brackets in rows of their own are changes where a note says so, and else left out")
  func brackets() throws {
    func table(_ note: String) throws -> [String] {
      factLines(
        try article(
          of:
            "<p>Exports, HK$ million</p><table><tr><th>Item</th><th>2023</th><th>2024</th></tr><tr><td>Watches</td><td>60211</td><td>55304</td></tr><tr><td></td><td>(+2.5)</td><td>(8.1)</td></tr></table><p>\(note)</p>"
        ))
    }
    let told = try table("Note: Figures in brackets are year-on-year percentage changes.")
    #expect(told.count == 4 && told[2].contains("2.5%") && told[3].contains(" 8.1%") && told[3].hasSuffix("yoy of C2"), "\(told)")
    #expect(try table("Figures are provisional.").count == 2)
  }
}
