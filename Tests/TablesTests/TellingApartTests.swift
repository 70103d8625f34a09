import Articles
import Indicators
import Testing

@testable import Tables

/// Figures that what was understood of their heads does not tell apart: other words of these do, or they are left out. All figures are invented.
@Suite("Telling figures apart")
struct TellingApartTests {
  private func facts(_ title: String, _ rows: [[String]]) throws -> [String] {
    func line(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |\n" }
    let rule = "|" + String(repeating: "---|", count: rows[0].count) + "\n"
    return factLines(try article(of: "# \(title)\n\n" + line(rows[0]) + rule + rows.dropFirst().map(line).joined(), name: "a.md"))
  }

  @Test(
    "marks below a head stand for the words that it explains",
    arguments: [
      ("Difference compared with last week due to<br>i) transactions<br>ii) adjustments", ["i)", "ii)"]),
      ("Change from previous month because of (a) transactions (b) adjustments", ["(a)", "(b)"]),
      ("Change on previous year due to 1) transactions 2) adjustments", ["1)", "2)"]),
      ("Difference compared with previous quarter owing to ① transactions ② adjustments", ["①", "②"]),
    ])
  func keys(head: String, marks: [String]) throws {
    let found = try facts(
      "Balance sheet, October 2025 (EUR million)",
      [["Item", "Balance", head, head], ["", ""] + marks, ["Gold", "1128", "12", "156"], ["Loans", "494", "49", "-79"]])
    #expect(found.count == 6, "\(found)")
    #expect(found.filter { $0.contains("change") && $0.contains("of B") }.count == 4, "\(found)")
    #expect(found.filter { $0.contains("transactions") }.count == 2 && found.filter { $0.contains("adjustments") }.count == 2, "\(found)")
  }

  @Test(
    "a part whose name stands within that of its owner is another thing",
    arguments: [("（一）普通本专科", "　本科", "　专科"), ("（一）进出口", "　出口", "　进口"), ("（一）专利商标", "　专利", "　商标")])
  func parts(owner: String, first: String, second: String) throws {
    let found = try facts("2020年云川市统计（万人）", [["指标", "数值"], [owner, "30"], [first, "12"], [second, "18"]])
    #expect(found.count == 3 && Set(found.map { $0.split(separator: " ")[2] }).count == 3, "\(found)")
  }

  @Test("blocks that begin with a row of their own, all flush left")
  func blocks() throws {
    let rows = ["进口总额", "一般贸易", "加工贸易", "出口总额", "一般贸易", "加工贸易"]
    let found = try facts("2024年云川市贸易方式统计（亿元）", [["指标", "数值"]] + rows.enumerated().map { [$1, "\(3 + $0).5"] })
    #expect(found.count == 6 && Set(found.map { $0.split(separator: " ")[2] }).count == 6, "\(found)")
    #expect(found.contains { $0.contains("出口总额一般贸易 7.5") }, "\(found)")
    // Sums behind their parts: whose these are is not said.
    let sums = ["总额", "一般贸易", "加工贸易", "进口小计", "一般贸易", "加工贸易", "出口小计"]
    let others = try facts("2024年云川市贸易方式统计（亿元）", [["指标", "数值"]] + sums.enumerated().map { [$1, "\(3 + $0).5"] })
    #expect(!others.contains { $0.contains("进口小计一般贸易") }, "\(others)")
  }

  @Test("times that were not understood tell nothing apart")
  func times() throws {
    let found = try facts("云川市出口（亿元）", [["县区", "本年", "本期"], ["青原县", "12.5", "3.5"], ["河阳县", "14.5", "4.5"]])
    #expect(found.isEmpty, "\(found)")
  }

  @Test(
    "numbers before names number these",
    arguments: [
      [["", "Gold", "1128"], ["2", "Claims", "494"], ["2.1", "Receivables", "224"]],
      [["1", "Gold", "1128"], ["2", "Claims", "494"], ["2.1", "Receivables", "224"]],
      [["01", "Gold", "1128"], ["02", "Claims", "494"], ["10", "Receivables", "224"]],
      [["35", "Gold", "1128"], ["9", "Claims", "494"], ["", "Receivables", "224"]],
    ])
  func numbers(rows: [[String]]) throws {
    let found = try facts("Balance sheet, 2024 (EUR million)", [["", "Assets", "2024"]] + rows)
    #expect(found.count == 3 && found.allSatisfy { $0.hasPrefix("C") && $0.contains("EUR million") }, "\(found)")
    let headless = try facts("Balance sheet, 2024 (EUR million)", [["Assets", "Assets", "2024"]] + rows)
    #expect(headless.count == 3, "\(headless)")
  }

  @Test("款, 項 and 目 before names with codes, as budgets have them")
  func budget() throws {
    let found = try facts(
      "某法院中華民國114年度歲出預算（新臺幣千元）",
      [
        ["款", "項", "目", "名稱及編號", "本年度預算數", "上年度預算數", "前年度決算數", "本年度與上年度比較"], ["4", "", "", "0005000000 司法主管", "", "", "", ""],
        ["", "9", "", "0005260000 某法院", "319,467", "309,059", "280,163", "10,408"],
        ["", "", "1", "3405260100 一般行政", "306,479", "299,351", "273,173", "7,128"],
        ["", "", "2", "3405261000 審判業務", "8,988", "9,508", "5,322", "-520"],
      ])
    #expect(found.count == 12, "\(found)")
    #expect(found.contains { $0.hasPrefix("G4 level 一般行政決算數") && $0.hasSuffix(" 2023") }, "\(found)")
    #expect(found.contains { $0.contains("change") && $0.contains("-520新臺幣千元") && $0.contains("of E5") }, "\(found)")
  }

  @Test(
    "a unit beside the goods is that of how much there is, not of what it is worth",
    arguments: [("数量", "金额"), ("数量", "价值"), ("重量", "金额"), ("Quantity", "Value"), ("Volume", "Value")])
  func amounts(quantity: String, worth: String) throws {
    let isHan = quantity.unicodeScalars.contains { $0.value > 0x2E80 }
    let found = try facts(
      isHan ? "2025年3月出口（亿元）" : "Exports, March 2025 ($ million)",
      [
        isHan ? ["商品名称", "计量单位", quantity, worth] : ["Commodity", "Unit", quantity, worth],
        isHan ? ["粮食", "万吨", "39.5", "128.5"] : ["Grain", "tonnes", "39.5", "128.5"],
        isHan ? ["机电产品", "-", "-", "653.5"] : ["Machinery", "-", "-", "653.5"],
      ])
    #expect(found.count == 3, "\(found)")
    #expect(found.contains { $0.contains(" 39.5" + (isHan ? "万吨" : "tonnes")) }, "\(found)")
    #expect(found.contains { $0.contains(" 128.5" + (isHan ? "亿元" : "$ million")) }, "\(found)")
  }

  @Test(
    "months down, and below each year the month and the sum to date, each with its growth",
    arguments: [("一月", "二月", "三月"), ("1月", "2月", "3月")])
  func monthsBelowYears(first: String, second: String, third: String) throws {
    let found = try facts(
      "河阳市入境旅客（人次）",
      [
        ["月份", "2025年", "2025年", "2025年", "2025年", "2026年", "2026年", "2026年", "2026年"],
        ["", "当月", "同比变动", "累计", "同比变动", "当月", "同比变动", "累计", "同比变动"],
        [first, "3646", "+27.4%", "3646", "+27.4%", "3647", "+0.0%", "3647", "+0.0%"],
        [second, "3147", "-4.4%", "6793", "+10.4%", "4172", "+32.6%", "7820", "+15.1%"],
        [third, "3068", "+12.8%", "9862", "+11.1%", "3393", "+10.6%", "11213", "+13.7%"],
      ])
    #expect(found.count == 24, "\(found)")
    #expect(found.contains { $0.contains(" 15.1% ") && $0.contains(" 2026-01/2026-02 ") && $0.contains("of H") }, "\(found)")
    #expect(found.contains { $0.contains("-4.4%") && $0.contains(" 2025-02 ") && $0.contains("of B") }, "\(found)")
  }
}
