import Articles
import Indicators
import Testing

@testable import Tables

/// Tables as companies lay out their results. All companies and figures are invented.
@Suite("Results of companies")
struct CompanyReportTests {
  private func facts(_ text: String) throws -> [String] { factLines(try article(of: text, name: "a.md")) }

  @Test(
    "units in a line that also says where they do not hold",
    arguments: [
      ("(In NT$ billions unless otherwise noted)", "NT$ billions"), ("(RMB million unless otherwise stated)", "RMB million"),
      ("($ in millions except where noted)", "$ million"), ("(Amounts in € million unless stated otherwise)", "€ million"),
      ("RMB million unless otherwise stated", "RMB million"), ("(in thousands; seasonally adjusted)", "thousand"),
    ])
  func exceptions(line: String, unit: String) throws {
    let found = try facts(
      "# Results\n\n\(line)\n\n| | Q4 2024 | Q3 2024 |\n|---|---:|---:|\n| Net revenue | 868.46 | 759.69 |\n| Net income | 374.68 | 325.26 |\n"
    )
    #expect(found.count == 4 && found.allSatisfy { $0.contains(unit) }, "\(found)")
  }

  @Test(
    "who reports stands before the time of what only companies report",
    arguments: [
      ("Orvane 4Q24 Management Report", "Orvane"), ("Lumetta Q3 2025 Financial Results", "Lumetta"),
      ("Brask Holm 2024 Annual Report", "Brask Holm"),
      ("Consolidated 4Q24 Financial Results", "-"), ("Inflation 2024 Review", "-"), ("Banking 2024 Annual Report", "-"),
    ])
  func bodies(title: String, body: String) throws {
    let found = try facts(
      "# \(title)\n\n| | 4Q24 | 4Q23 |\n|---|---:|---:|\n| Revenue ($ million) | 868 | 759 |\n| Orders ($ million) | 374 | 325 |\n")
    #expect(found.count == 4 && found.allSatisfy { $0.contains(" \(body) 202") }, "\(found)")
  }

  @Test(
    "increase and decrease in one head",
    arguments: ["YoY Inc. (Dec.) %", "YoY % Inc/(Dec)", "Increase (Decrease) %", "% Increase/(Decrease)", "YoY Incr. (Decr.) %"])
  func increases(head: String) throws {
    let found = try facts(
      "# Results\n\n| ($ million) | 4Q24 | 4Q23 | \(head) |\n|---|---:|---:|---:|\n| Revenue | 868 | 625 | 38.9 |\n| Orders | 374 | 238 | 57.1 |\n"
    )
    #expect(found.count == 6, "\(found)")
    #expect(found.contains { $0.hasPrefix("D2 change Revenue 38.9%") && $0.hasSuffix("2024-10/2024-12 yoy of B2") }, "\(found)")
  }

  @Test("differences of margins in the cell", arguments: ["ppts", "ppt", "pps", "pp", "percentage points", "bps"])
  func points(unit: String) throws {
    let found = try facts(
      "# Results\n\n| | 4Q24 | 3Q24 | QoQ change |\n|---|---:|---:|---:|\n| Gross margin | 59.0% | 57.8% | +1.2 \(unit) |\n| Operating margin | 49.0% | 47.5% | +1.5 \(unit) |\n"
    )
    #expect(found.contains { $0.hasPrefix("D2 change Gross margin 1.2\(unit)") && $0.hasSuffix("qoq of B2") }, "\(found)")
  }

  @Test("growth of one thing in two moneys is told apart by its levels")
  func moneys() throws {
    let found = try facts(
      "# Results\n\n(In NT$ billion)\n\n| | 4Q24 | 4Q23 | YoY % |\n|---|---:|---:|---:|\n| Net revenue (US$ billion) | 26.88 | 19.62 | 37.0 |\n| Net revenue | 868.46 | 625.53 | 38.8 |\n"
    )
    #expect(found.contains { $0.hasPrefix("D2 change Net revenue 37.0%") && $0.hasSuffix("of B2") }, "\(found)")
    #expect(found.contains { $0.hasPrefix("D3 change Net revenue 38.8%") && $0.hasSuffix("of B3") }, "\(found)")
  }

  @Test(
    "the sign of money at the first amount and the sums is that of all",
    arguments: ["(In millions)", "(in millions, except per share amounts)", "(Millions)"])
  func signs(line: String) throws {
    let found = try facts(
      "# Statements of income\n\n\(line)\n\n| | 2024 | 2023 |\n|---|---:|---:|\n| Net sales | $ 1,284 | $ 1,190 |\n| Cost of sales | 802 | 760 |\n| Net income | $ 145 | $ 121 |\n"
    )
    #expect(found.count == 6 && found.allSatisfy { $0.contains("$ million") }, "\(found)")
  }

  @Test(
    "what is counted among amounts, or is a ratio, is in no money",
    arguments: ["平均用工人数", "企业单位数", "资产负债率", "Employees (end of period)", "Number of stores", "Headcount", "Gross margin"])
  func counts(name: String) throws {
    let unit = name.unicodeScalars.contains { $0.value > 0x3000 } ? "单位：万元" : "(EUR million)"
    let found = try facts("# Figures 2023\n\n\(unit)\n\n| | 2023 | 2022 |\n|---|---:|---:|\n| Sales | 521 | 498 |\n| \(name) | 32 | 31 |\n")
    #expect(found.count == 4 && found.filter { $0.contains("万元") || $0.contains("EUR million") }.count == 2, "\(found)")
  }
}
