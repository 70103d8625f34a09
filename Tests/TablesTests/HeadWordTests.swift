import Articles
import Diagnostics
import Indicators
import Testing

@testable import Tables

/// Words of heads: set apart, in brackets below times, before and behind marks; times of reports. All figures are invented.
@Suite("Words of heads")
struct HeadWordTests {
  private func facts(_ lines: [String], _ rows: [[String]], notes: [String] = []) throws -> [String] {
    let body = rows.map { "<tr>" + $0.map { "<td>\($0)</td>" }.joined() + "</tr>" }.joined()
    let above = lines.map { "<p>\($0)</p>" }.joined()
    let below = notes.map { "<p>\($0)</p>" }.joined()
    return factLines(try article(of: "\(above)<table>\(body)</table>\(below)", name: "a.html"))
  }

  @Test(
    "characters set apart are one word",
    arguments: [
      ("比　重", Observation.Kind.share), ("构 成（%）", .share), ("位　次", .rank), ("增　长　率（%）", .change), ("增 幅", .change), ("占  比", .share),
    ])
  func apart(head: String, kind: Observation.Kind) { #expect(HeadReading(head, tableWords).kind == kind) }

  @Test(
    "ratios of what is part of nothing are levels",
    arguments: ["流动性比例", "性别比例", "存贷款比例", "师生比例", "性比例（女＝100）", "Earnings per share", "Cash flow per share"])
  func ratios(head: String) { #expect(HeadReading(head, tableWords).kind == nil) }

  @Test(
    "growth on the year, month or quarter before in every spelling",
    arguments: [
      ("Gross Domestic Product: Quarter on Quarter growth: CVM SA %", HeadReading.Against.quarterBefore),
      ("Retail sales, month over month % change", .monthBefore),
      ("Year over year percent change", .yearBefore), ("GDP, quarter-over-quarter rate of change", .quarterBefore),
      ("Prices month on month change", .monthBefore),
      ("Wages: growth, quarter on quarter (%)", .quarterBefore),
    ])
  func spelled(head: String, against: HeadReading.Against) {
    let reading = HeadReading(head, tableWords)
    #expect(reading.kind == .change && reading.against == against, "\(reading)")
  }

  @Test(
    "how far figures are settled is no part of their name",
    arguments: ["修訂數字", "臨時數字", "初步数", "Provisional", "revised", "快报数"])
  func settled(word: String) throws {
    let found = try facts(
      ["零售業銷貨價值"],
      [["類別", "二零二三年十月<br>（\(word)）", "按年變動<br>百分率"], ["服裝", "3,675", "+12.8"], ["百貨", "2,884", "+8.0"]])
    #expect(found.count == 4 && found[0].contains("服裝零售業銷貨價值 3675") && found[1].hasSuffix("2023-10 yoy of B2"), "\(found)")
  }

  @Test("what starred growth is counted in, by its marks")
  func marks() throws {
    let found = try facts(
      ["2025年1-6月全国电力工业统计"],
      [
        ["指标", "单位", "1-6月累计", "同比增长（%）"], ["厂用电率", "%", "4.4", "-0.18▲"], ["新增装机", "万千瓦", "29332", "14056*"], ["供热量", "万吨", "20", "0.2"],
      ],
      notes: ["注：“同比增长”列中，标*的指标为绝对量；标▲的指标为百分点。"])
    #expect(found.count == 6 && found[1].contains("-0.18个百分点") && found[3].contains("14056万千瓦") && found[5].contains(" 0.2%"), "\(found)")
  }

  @Test("the end of what a report is of, and the end of the year before; sums of both years up to it")
  func reports() throws {
    let found = try facts(
      ["河阳仪器股份有限公司2020年第一季度报告", "单位：元"],
      [
        ["主要财务数据", "本报告期末", "上年度末", "本报告期末比上年度末增减（%）"], ["总资产", "1526", "1453", "5.02"],
        ["主要财务数据", "年初至报告期末", "上年初至上年报告期末", "比上年同期增减（%）"], ["营业收入", "906", "1334", "-32.08"],
      ])
    #expect(
      found == [
        "B2 level 总资产 1526元 河阳仪器股份有限公司 2020-03", "C2 level 总资产 1453元 河阳仪器股份有限公司 2019-12",
        "D2 change 总资产 5.02% 河阳仪器股份有限公司 2020-03 2019-12 of B2", "B4 level 营业收入 906元 河阳仪器股份有限公司 2020-01/2020-03",
        "C4 level 营业收入 1334元 河阳仪器股份有限公司 2019-01/2019-03", "D4 change 营业收入 -32.08% 河阳仪器股份有限公司 2020-01/2020-03 yoy of B4",
      ], "\(found)")
  }

  @Test("a row of sums from the start of the year below quarters", arguments: ["净利润（本年累计）", "利润总额（累计）", "营业收入累计值"])
  func sums(row: String) throws {
    let found = try facts(["2012年监管指标（亿元）"], [["项目", "一季度", "二季度", "三季度"], [row, "32", "66", "98"], ["贷款余额", "43", "45", "47"]])
    #expect(found.prefix(3).map { $0.split(separator: " ").last } == ["2012-01/2012-03", "2012-01/2012-06", "2012-01/2012-09"], "\(found)")
  }

  @Test("a title and a unit laid out in a table of their own")
  func laidOut() throws {
    let found = factLines(
      try article(
        of:
          "<table><tr><td>21-3 各地区普通小学情况 (2005年)</td></tr><tr><td>单位：人</td></tr></table><table><tr><td>地　区</td><td>招生数</td><td>#女生</td></tr><tr><td>北　京</td><td>71020</td><td>30021</td></tr><tr><td>天　津</td><td>78373</td><td>30045</td></tr></table>",
        name: "a.html"))
    #expect(found.count == 4 && found[0] == "B2 level 招生数 71020人 北京 2005", "\(found)")
  }

  @Test("labels of tables with Chinese numerals, and what parts their rows, are no part of the measure")
  func labels() {
    #expect(withoutLabel("表一　零售業銷貨價值", tableWords) == "零售業銷貨價值")
    #expect(withoutLabel("表十二：税收", tableWords) == "税收")
    #expect(withoutLabel("表一般公共预算", tableWords) == "表一般公共预算")
  }

  @Test(
    "a time and a unit in one head, without a bracket",
    arguments: [
      ("31 December 2024 £m", "2024-12", "£m"), ("2024 $'000", "2024", "$'000"), ("30 June 2023 RMB million", "2023-06", "RMB million"),
      ("Q3 2024 US$ million", "2024-07/2024-09", "US$ million"), ("FY 2023 thousand tonnes", "2023", "thousand tonnes"),
    ])
  func timesWithUnits(head: String, period: String, unit: String) {
    let reading = HeadReading(head, tableWords)
    #expect(reading.unit == unit && reading.time?.period(in: nil)?.description == period && reading.name.isEmpty, "\(reading)")
  }

  @Test(
    "projections of years are forecasts and no part of the name",
    arguments: [["2023", "Projections 2024"], ["2023", "2024 (forecast)"], ["2023年", "2024年预测"], ["2023", "2024 projected"]])
  func forecasts(heads: [String]) throws {
    let text =
      "# GDP per head (EUR)\n\n| Country | \(heads.joined(separator: " | ")) |\n|---|---|---|\n| Chile | 12 | 13 |\n| Norway | 14 | 15 |\n"
    let found = statedFigures(in: try article(of: text, name: "a.md"), language, tableWords).value.filter { $0.cell != nil }
    #expect(found.map(\.status) == [.fact, .forecast, .fact, .forecast] && Set(found.map(\.name)).count == 1, "\(found)")
  }

  @Test("spans of months beside the year in which they end; months written with one digit")
  func spansBesideYears() throws {
    let found = try facts(
      ["Labour force ('000)"],
      [["Year", "Month", "Employed"], ["2023", "", "371"], ["2024", "12/2023 - 2/2024", "372"], ["2024", "1/2024 - 3/2024", "373"]])
    #expect(found.map { $0.split(separator: " ").last } == ["2023", "2023-12/2024-02", "2024-01/2024-03"], "\(found)")
    let months = try facts(
      ["Survey (thousand persons)"], [["", "2023.10", "2024.9", "2024.10"], ["Employed", "28764", "28884", "28847"]])
    #expect(months.map { $0.split(separator: " ").last } == ["2023-10", "2024-09", "2024-10"], "\(months)")
  }

  @Test("growth in ±％ over what it is growth of; amounts in points beside growth in per cent")
  func signs() throws {
    let found = try facts(
      ["商品进出口（百万美元）"],
      [
        ["年份", "进出口", "出口", "比去年同期±％", "比去年同期±％"], ["年份", "进出口", "出口", "进出口", "出口"], ["2023", "5930", "3379", "-5.0", "-4.6"],
        ["2024", "6162", "3577", "3.8", "5.9"],
      ])
    #expect(found.count == 8 && found[2].contains("change 进出口 -5.0%") && found[2].hasSuffix("of B3"), "\(found)")
    let points = try facts(
      ["2024年11月工业生产"], [["指标", "11月", "同比增长（%）"], ["原煤（万吨）", "42798", "1.8"], ["产品销售率（%）", "97.3", "-0.8（百分点）"]])
    #expect(points.count == 4 && points[3].contains("-0.8百分点"), "\(points)")
  }

  @Test(
    "groups of countries are places in a column of these",
    arguments: ["Advanced Economies", "Euro Area", "Sub-Saharan Africa", "High income", "Rest of the world"])
  func groups(name: String) throws {
    let text = "# GDP (US$ billion)\n\n| | 2023 | 2024 |\n|---|---|---|\n| World | 9 | 10 |\n| \(name) | 5 | 6 |\n| Japan | 1 | 2 |\n"
    let found = statedFigures(in: try article(of: text, name: "a.md"), language, tableWords).value.filter { $0.cell != nil }
    #expect(found.count == 6 && found[2].area?.lowercased() == name.lowercased() && found[2].name == "GDP", "\(found)")
  }

  @Test("a head of the rows on a line of its own; codes that recur with their names")
  func headsOfRows() throws {
    let found = factLines(
      try article(
        of: "Subject,Output index,\nTime,Sep-2023,Oct-2023\nCountry,,\nCanada,98.9,99.0\nJapan,99.1,99.2\n", name: "a.csv"))
    #expect(found.count == 4 && found[0] == "B4 level Output index 98.9 Canada 2023-09", "\(found)")
    let codes = factLines(
      try article(
        of:
          "Region/Country/Area,,Year,Series,Value\n4,Norway,2020,Fertility rate,4.8\n4,Norway,2020,Growth of towns,2.9\n8,Chile,2020,Fertility rate,1.4\n8,Chile,2020,Growth of towns,-0.6\n",
        name: "a.csv"))
    #expect(codes.count == 4 && codes[0].hasPrefix("E2 level Fertility rate 4.8 Norway 2020"), "\(codes)")
  }

  @Test("what stands flush below a part that 其中 opens is a part as well, in the unit that only their owner has")
  func neighbours() throws {
    let found = try facts(
      ["2024年10月手机市场"],
      [
        ["", "2024年10月", "同比"], ["手机出货量（万部）", "2967.4", "1.8%"], ["其中：5G手机", "2672.2", "1.6%"], ["国产品牌手机", "2319.5", "-1.8%"],
        ["上市新机型（款）", "49", "11.4%"],
      ])
    #expect(found.count == 8 && found[4].contains("国产品牌手机 2319.5万部") && found[4].hasSuffix("in B2") && found[6].contains("49款"), "\(found)")
  }

  @Test(
    "a change up to a time, over the times that it is counted from",
    arguments: [
      ("Change October 2024 on", "% change, October 2024 from"), ("Growth October 2024 over", "Change October 2024 compared with"),
    ])
  func openEnds(first: String, second: String) throws {
    for head in [first, second] {
      let found = try facts(
        ["Foreign trade (EUR billion)"],
        [
          ["Item", "October 2024", "September 2024", "October 2023", head, head], ["Item", "", "", "", "September 2024", "October 2023"],
          ["Exports", "124.6", "128.2", "128.1", "-2.8%", "-2.7%"], ["Imports", "111.2", "111.3", "109.4", "-0.1%", "1.6%"],
        ])
      #expect(found.count == 10, "\(head) \(found)")
      #expect(
        found.filter { $0.contains("change Exports") && $0.contains("% - 2024-10") && $0.hasSuffix("of B3") }.count == 2, "\(head) \(found)"
      )
    }
  }

  @Test("a number within a name is no year where all columns have years of their own")
  func falseTimes() throws {
    let found = try facts(["云川市统计"], [["指标", "2022年", "2023年"], ["指标1900", "1", "2"], ["指标1999", "3", "4"], ["G20", "5", "6"]])
    #expect(found.count == 6 && found[0].contains("指标1900 1 云川市 2022") && found[3].contains("指标1999 4 云川市 2023"), "\(found)")
  }

  @Test(
    "units of Chinese multipliers and Latin words", arguments: ["万TEU", "亿kWh", "万teu", "百万m2", "万ha"])
  func mixedUnits(unit: String) { #expect(HeadReading("吞吐量（\(unit)）", tableWords).unit == unit) }

  @Test("growth over so many months below a title of percent changes; per cent from the title")
  func monthsOfChange() throws {
    let found = try facts(
      ["Percent changes in consumer prices"],
      [
        ["", "Changes from preceding month", "Changes from preceding month", "Un-adjusted 12-mos. ended Oct. 2024"],
        ["", "Sep. 2024", "Oct. 2024", ""],
        ["Food", "0.4", "0.2", "2.1"], ["Energy", "-1.9", "0.0", "-4.9"],
      ])
    #expect(found.count == 6 && found.allSatisfy { $0.contains("change") && $0.contains("% ") }, "\(found)")
    #expect(found[1].hasSuffix("2024-10 mom") && found[2].contains("2024-10 yoy"), "\(found)")
  }

  @Test("parts of names that measure nothing behind a stroke below; growth is of the level of its own time")
  func platform() throws {
    let found = try facts(
      ["月度数据"],
      [["指标", "2024年10月"], ["零售总额_当期值(亿元)", "45"], ["零售总额_累计值(亿元)", "398"], ["零售总额_同比增长(%)", "4.8"], ["零售总额_累计增长(%)", "3.5"]])
    #expect(
      found == [
        "B2 level 零售总额 45亿元 - 2024-10", "B3 level 零售总额 398亿元 - 2024-01/2024-10", "B4 change 零售总额 4.8% - 2024-10 yoy of B2",
        "B5 change 零售总额 3.5% - 2024-01/2024-10 yoy of B3",
      ], "\(found)")
  }

  @Test("a total further in than the line over its rows is of that; a sign of money takes the scale of the table")
  func totalsAndMoney() throws {
    let found = try facts(
      ["Northern Air Holdings Limited", "The following table sets forth our results (dollars in thousands):"],
      [
        ["", "2023", "2022", "Change ($)", "Change (%)"], ["Passengers", "", "", "", ""], ["　Domestic", "10", "9", "$1", "11.1"],
        ["　Total", "20", "18", "$2", "11.1"],
      ])
    #expect(found.count == 8 && found[4].contains("level Passengers 20") && found[0].contains("Northern Air Holdings Limited"), "\(found)")
    #expect(found[2].contains(" 1$ thousand"), "\(found)")
  }

  @Test(
    "a line that says in a bracket what its rows are",
    arguments: [
      "Output and prices (percent change)", "Output (annual % change)", "Prices (year-on-year growth, %)", "产出情况（同比增长，%）",
      "Output (percentage change)",
    ])
  func kindsOfLines(line: String) throws {
    let text =
      "# Norland: Selected Indicators, 2022–25\n\n| | 2022 | 2024 Proj. |\n|---|---|---|\n| \(line) | | |\n| Real GDP | 3.1 | 1.9 |\n| CPI | 8.1 | 2.7 |\n"
    let found = statedFigures(in: try article(of: text, name: "a.md"), language, tableWords).value
    #expect(found.count == 4 && found.allSatisfy { $0.kind == .change && $0.unit.written == "%" }, "\(found)")
    #expect(found.map(\.name) == ["Real GDP", "Real GDP", "CPI", "CPI"], "\(found)")
  }

  @Test("growth behind quarters of a year of business that begins no one knows when is left out with them")
  func unplaced() throws {
    let found = try facts(
      ["Bluepeak Semiconductor Ltd", "Quarterly results ($ in millions)"],
      [["", "Q3 FY25", "Q2 FY25", "Q/Q", "Y/Y"], ["Revenue", "35082", "30040", "17%", "94%"], ["Costs", "1000", "900", "11%", "12%"]])
    #expect(found.isEmpty, "\(found)")
  }

  @Test(
    "a head in per cent that no list knows is in per cent, whatever its rows are counted in",
    arguments: ["Quoten (%)", "达标度（%）", "Grad (％)", "进度（%）"])
  func unknownPercent(head: String) throws {
    let found = try facts(["云川市统计"], [["指标", "2023年", head], ["出生（人）", "770", "5.6"], ["登记（件）", "156", "0.4"]])
    #expect(found.count == 4 && found[0].contains("770人") && found[1].contains("5.6% ") && found[3].contains("0.4% "), "\(found)")
  }

  @Test("signs over per cent that nothing proves are changes from no one knows when; a first column named X has a head")
  func signsAlone() throws {
    let found = try facts(
      ["Prices of shares (EUR)"],
      [["X", "Last", "+/- %", "High"], ["Alpha AG", "12.40", "+1.2", "13.00"], ["Beta SE", "45.10", "-0.4", "46.20"]])
    #expect(found.count == 6 && found[1].contains("change") && !found[1].contains("yoy") && found[1].contains("1.2% "), "\(found)")
  }
}
