import Articles
import Diagnostics
import Indicators
import Testing

@testable import Tables

/// What offices leave to be understood: where a year of business begins, what a row without unit is part of, what a change is counted
/// from. All figures are invented.
@Suite("What tables leave to be understood")
struct TableConventionTests {
  /// The facts of a table in Markdown below a title and lines, notes behind it.
  private func facts(_ title: String, lines: [String] = [], _ rows: [[String]], notes: [String] = []) throws -> [String] {
    factLines(try article(of: markdown(title, lines, rows, notes), name: "a.md"))
  }

  private func markdown(_ title: String, _ lines: [String], _ rows: [[String]], _ notes: [String]) -> String {
    func line(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |\n" }
    let rule = "|" + String(repeating: "---|", count: rows[0].count) + "\n"
    return "# \(title)\n\n" + lines.map { $0 + "\n\n" }.joined() + line(rows[0]) + rule + rows.dropFirst().map(line).joined() + "\n"
      + notes.map { $0 + "\n\n" }.joined()
  }

  @Test(
    "rows flush left whose names recur are parts of the row with a unit above them, in its unit",
    arguments: [
      (["货物运输量(万吨)", "铁路", "公路", "客运量(万人)", "铁路", "公路"], "A5 铁路货物运输量", "万吨"),
      (["发电量（亿千瓦时）", "火电", "水电", "装机容量（万千瓦）", "火电", "水电"], "火电装机容量", "万千瓦"),
      (["存款余额（亿元）", "住户", "企业", "存款户数（万户）", "住户", "企业"], "住户存款户数", "万户"),
      (["Freight (thousand tonnes)", "Rail", "Road", "Passengers (million)", "Rail", "Road"], "Passengers, Rail", "million"),
      (["商品房销售面积（万平方米）", "住宅", "办公楼", "商品房销售额（亿元）", "住宅", "办公楼"], "住宅商品房销售额", "亿元"),
    ])
  func flushParts(names: [String], name: String, unit: String) throws {
    let values = ["58.4", "30.1", "28.3", "24.6", "11.9", "12.7"]
    let found = try facts("云川市2023年统计", [["指标", "数值"]] + zip(names, values).map { [$0, $1] })
    #expect(found.count == 6, "\(found)")
    let words = name.split(separator: " ").last.map(String.init) ?? name
    #expect(
      found.contains { $0.contains(name.hasPrefix("A5") ? words : name) && $0.contains(unit + " ") && $0.contains(" in ") }, "\(found)")
  }

  @Test("rows without unit that add up to the row with one above them are its parts; rows that do not are none")
  func sums() throws {
    let head = ["指标", "2022年", "2023年"]
    let sums = try facts("云川市主要指标", [head, ["地区生产总值（亿元）", "100.0", "110.0"], ["第一产业", "20.0", "22.1"], ["其他产业", "80.0", "87.9"]])
    #expect(sums.count == 6 && sums.allSatisfy { $0.contains("亿元") } && sums.filter { $0.contains(" in ") }.count == 4, "\(sums)")
    let others = try facts("云川市主要指标", [head, ["地区生产总值（亿元）", "100.0", "110.0"], ["第一产业", "20.0", "22.1"], ["工业", "30.0", "31.9"]])
    #expect(others.count == 6 && others.filter { $0.contains("亿元") }.count == 2, "\(others)")
  }

  @Test(
    "quarters of a year of business are read where a note says when it begins, and else left out",
    arguments: [
      ("Q1, Q2, Q3 and Q4 denote April to June, July to September, October to December and January to March.", "2018-04/2018-06"),
      ("The fiscal year begins on July 1.", "2018-07/2018-09"), ("Fiscal years end on September 30.", "2018-10/2018-12"),
      ("The financial year runs from 1 April through 31 March.", "2018-04/2018-06"),
      ("财政年度由4月1日起至翌年3月31日止。", "2018-04/2018-06"), ("Details may not add up.", ""),
    ])
  func yearOfBusiness(note: String, period: String) throws {
    let found = try facts(
      "Output of Yunchuan", [["Item", "Q1 2018-19", "Q2 2018-19"], ["Output (tonnes)", "4,120", "4,260"]], notes: [note])
    #expect(period.isEmpty ? found.isEmpty : found.count == 2 && found[0].hasSuffix(period), "\(found)")
  }

  @Test("sums from the beginning of a fiscal year, and the year before, span its months", arguments: [true, false])
  func fiscalYearToDate(isTold: Bool) throws {
    let found = try facts(
      "Receipts, July 2001",
      [["Item", "This Month", "Fiscal Year to Date", "Comparable Prior Period"], ["Customs duties ($ million)", "17", "161", "160"]],
      notes: isTold ? ["The fiscal year runs from October 1 through September 30. Details may not add to totals."] : [])
    let periods = found.compactMap { $0.split(separator: " ").last.map(String.init) }
    #expect(periods == (isTold ? ["2001-07", "2000-10/2001-07", "1999-10/2000-07"] : ["2001-07"]), "\(found)")
  }

  @Test(
    "what stands beside a change that says since when is counted from the same; parts of months are no months",
    arguments: [
      ("2021年3月下旬", "比上期价格涨跌（元）", nil), ("2021年3月中旬", "比上旬价格涨跌（元）", nil), ("2021年3月第二周", "比上周价格涨跌（元）", nil),
      ("2021年3月", "比上月价格涨跌（元）", "mom"), ("2021年3月", "比上期价格涨跌（元）", "mom"),
    ])
  func changesBeside(time: String, head: String, basis: String?) throws {
    let found = try facts(
      "\(time)市场价格变动情况", [["产品名称", "单位", "本期价格（元）", head, "涨跌幅（%）"], ["螺纹钢", "吨", "4775.4", "109.6", "2.3"]])
    #expect(found.count == 3, "\(found)")
    #expect(found[0].contains("4775.4元/吨"), "\(found)")
    for change in found.dropFirst() { #expect(change.contains(basis.map { " \($0) of" } ?? "2021-03 of"), "\(change)") }
  }

  @Test(
    "dates below a line such as three months ended are the ends of spans, in the unit of its bracket, and the line states nothing",
    arguments: [
      ("未经审核，截至下列日期止三个月（人民币百万元，另有指明者除外）", ["2024年3月31日", "2023年12月31日"], "人民币百万元"),
      ("截至下列日期止三个月（百万港元，除非另有说明）", ["二零二四年三月三十一日", "二零二三年十二月三十一日"], "百万港元"),
      ("Three months ended (US$ million, except per share data)", ["March 31, 2024", "December 31, 2023"], "US$ million"),
      (
        "Three months ended (in millions of dollars, unless otherwise stated)", ["31 March 2024", "31 December 2023"], "millions of dollars"
      ),
      ("For the three months ended (RMB million, unless specified)", ["March 2024", "December 2023"], "RMB million"),
    ])
  func endsOfSpans(line: String, heads: [String], unit: String) throws {
    let text = markdown("Figures of a company", [line], [[""] + heads, ["Revenue", "159,501", "155,196"]], [])
    let found = factLines(try article(of: text, name: "a.md"))
    #expect(found.count == 2 && found[0].contains("159501\(unit) ") && found[0].hasSuffix("2024-01/2024-03"), "\(found)")
    #expect(found.count == 2 && found[1].hasSuffix("2023-10/2023-12"), "\(found)")
    let said = statedFigures(in: try article(of: text, name: "a.md"), language, tableWords).value.filter { $0.cell == nil }
    #expect(said.isEmpty, "\(said.map(\.name))")
  }

  @Test("items of a list below a line without figures take its name and unit, rows behind them do not")
  func listedRows() throws {
    let found = try facts(
      "2024年业绩", lines: ["单位：百万元"],
      [
        ["", "2024年", "2023年"], ["收入", "900", "800"], ["每股盈利（每股人民币元）", "", ""], ["- 基本", "4.5", "2.7"], ["- 摊薄", "4.4", "2.6"],
        ["经营盈利", "300", "280"],
      ])
    #expect(found.count == 8 && found[2].contains("每股盈利基本 4.5人民币元"), "\(found)")
    #expect(found.count == 8 && found[6].contains("经营盈利 300百万元"), "\(found)")
  }

  @Test("lists side by side, each with its own names, below one column of ranks")
  func listsAbreast() throws {
    let found = try facts(
      "2016年发明专利排名",
      [
        ["排名", "申请量", "", "授权量", "", "每万人口拥有量", ""], ["", "企业", "件", "企业", "件", "地区", "件"],
        ["1", "甲公司", "4,906", "乙公司", "4,146", "江苏", "76.8"], ["2", "乙公司", "4,405", "丙公司", "2,690", "浙江", "35.2"],
      ])
    for expected in ["申请量 4906件 甲公司", "授权量 4146件 乙公司", "每万人口拥有量 76.8件 江苏", "授权量 2690件 丙公司"] {
      #expect(found.contains { $0.contains(expected) }, "\(expected): \(found)")
    }
  }

  @Test("years down, months and halves across, all of them changes of what a line above names")
  func halves() throws {
    let csv = """
      Consumer Price Index,,,,
      12 Months Percent Change,,,,
      Area:,U.S. city average,,,
      Item:,All items,,,
      Base Period:,1982-84=100,,,
      Year,Jan,Feb,Annual,HALF1
      2004,1.9,1.7,2.7,2.3
      2005,3.0,3.1,3.4,3.8
      """
    let found = factLines(try article(of: csv, name: "a.csv"))
    #expect(found.count == 8 && found.allSatisfy { $0.contains("change Consumer Price Index") && $0.hasSuffix("yoy") }, "\(found)")
    let periods = ["2004-01", "2004-02", "2004 ", "2004-01/2004-06"]
    for (fact, period) in zip(found, periods) { #expect((fact + " ").contains(" U.S. " + period), "\(fact)") }
  }

  @Test(
    "growth over cumulative and single months is of the levels over the same",
    arguments: [("累计", "当月"), ("1—5月", "5月"), ("本月止累计", "本月"), ("累计值", "当月值"), ("1-本月", "本月")])
  func growthPairs(total: String, single: String) throws {
    let html =
      "<h1>2018年5月运行情况</h1><table><tr><td rowspan=2>指标</td><td colspan=2>5月</td><td colspan=2>比去年同期增长（%）</td></tr>"
      + "<tr><td>\(total)</td><td>\(single)</td><td>\(total)</td><td>\(single)</td></tr>"
      + "<tr><td>业务收入（亿元）</td><td>790.4</td><td>76.3</td><td>19.4</td><td>16.7</td></tr>"
      + "<tr><td>业务总量（亿元）</td><td>1234.5</td><td>132.0</td><td>26.4</td><td>26.2</td></tr></table>"
    let found = factLines(try article(of: html))
    #expect(found.count == 8, "\(found)")
    #expect(found.contains { $0.contains("19.4% - 2018-01/2018-05 yoy of B3") }, "\(found)")
    #expect(found.contains { $0.contains("16.7% - 2018-05 yoy of C3") }, "\(found)")
  }

  @Test(
    "上年同期 behind a sum is of the same months",
    arguments: [("本年本月累计", "上年同期"), ("1-5月", "去年同期"), ("本月止累计", "上年同期"), ("自年初累计", "上年同期"), ("Year to date", "Same period last year")])
  func samePeriod(total: String, same: String) throws {
    let title = total.contains("Year") ? "Transport, May 2018" : "2018年5月交通运输"
    let found = try facts(title, [["指标", total, same], ["客运量(万人)", "246.3", "236.5"]])
    #expect(found.count == 2 && found[1].hasSuffix("2017-01/2017-05"), "\(found)")
  }

  @Test(
    "an unsigned bracket behind a level is a change where a note says so, and nothing else does",
    arguments: [
      ("注：括号内为同比增长率。", true), ("注：（）内为比上年增长。", true), ("Figures in parentheses are year-on-year changes.", true),
      ("Note: Growth rates on the previous year in brackets.", true), ("注：括号内为占比。", false), ("注：数据为初步数。", false),
    ])
  func brackets(note: String, isChange: Bool) throws {
    let found = try facts("2023年各市授权量", lines: ["单位：件"], [["地区", "授权量"], ["江苏", "3214(6.27%)"], ["浙江", "2811(4.10%)"]], notes: [note])
    #expect(found.count == (isChange ? 4 : 2), "\(found)")
    if isChange { #expect(found.contains { $0.contains("6.27%") && $0.contains("yoy") }, "\(found)") }
  }

  @Test("bare months above a month of the title's year are of the year that stands above them")
  func monthsOfTheYearBefore() throws {
    let found = try facts(
      "109年1月人力資源調查", lines: ["單位：千人"],
      [["年月別", "勞動力"], ["108年平均", "11 946"], ["1月", "11 919"], ["12月", "11 970"], ["109年1月", "11 972"]])
    #expect(found.compactMap { $0.split(separator: " ").last.map(String.init) } == ["2019", "2019-01", "2019-12", "2020-01"], "\(found)")
  }

  @Test(
    "budgets, targets and forecasts are none of what is",
    arguments: [
      ("预算数", "执行数", Observation.Status.plan), ("年度目标", "实际", .target), ("预测值", "实际值", .forecast), ("Budget", "Actual", .plan),
      ("Forecast", "Outturn", .forecast),
    ])
  func intended(head: String, actual: String, status: Observation.Status) throws {
    let title = head.allSatisfy(\.isASCII) ? "Revenue in 2023" : "2023年收入"
    let found = try article(
      of: markdown(title, [], [["项目", head, actual], ["税收收入（万元）", "1200", "1150"]], []), name: "a.md")
    let facts = statedFigures(in: found, language, tableWords).value.filter { $0.cell != nil }
    #expect(facts.map(\.status) == [status, .fact], "\(facts.map(\.name))")
  }

  @Test("a heading of the same rank with a table between is not that of the next table")
  func siblingHeadings() throws {
    let table = "| 指标 | 2023年 |\n|---|---|\n| 发明专利授权量（件） | 312 |\n\n"
    let found = factLines(try article(of: "# 主要指标\n\n## 江苏\n\n\(table)## 其他\n\n\(table)", name: "a.md"))
    #expect(found.count == 2 && found[0].contains(" 江苏 ") && found[1].contains(" - 2023"), "\(found)")
  }

  @Test(
    "changes with the mark that a note calls absolute are in the unit of their level, others in per cent",
    arguments: [
      "注：“同比增长”列中，标*的指标为绝对量。", "注：带*指标为绝对数。", "注：*为增减量。", "Note: * absolute change.", "Note: figures with * are in absolute terms.",
    ])
  func absoluteMark(note: String) throws {
    let found = try facts(
      "2023年1-5月电力统计", [["指标名称", "单位", "1-5月累计", "同比增长（%）"], ["用电量", "亿千瓦时", "353", "5.2"], ["利用小时", "小时", "1430", "-32*"]], notes: [note])
    #expect(found.count == 4 && found[1].contains(" 5.2% ") && found[3].contains(" -32小时 "), "\(found)")
  }

  @Test("how many places the heading of a table counts is no figure", arguments: ["70个大中城市", "36个城市", "31个省份"])
  func placesCounted(places: String) throws {
    let text = markdown("2022年5月\(places)商品住宅销售价格指数", [], [["城市", "环比"], ["北京", "100.2"], ["天津", "99.9"]], [])
    let said = statedFigures(in: try article(of: text, name: "a.md"), language, tableWords).value.filter { $0.cell == nil }
    #expect(said.isEmpty, "\(said.map(\.name))")
  }
}
