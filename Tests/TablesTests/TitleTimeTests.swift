import Articles
import Indicators
import Testing

@testable import Tables

/// Times that heads leave to the title, or to the columns beside them. All figures are invented.
@Suite("Times by titles and neighbours")
struct TitleTimeTests {
  private func facts(_ text: String, _ name: String = "a.csv") throws -> [String] { factLines(try article(of: text, name: name)) }

  @Test(
    "years in a table of the first months of the later are those months",
    arguments: [
      ("2024年1-9月专利授权情况", "01", "09"), ("2024年上半年专利授权情况", "01", "06"), ("2024年一季度专利授权情况", "01", "03"), ("专利授权情况（2024年1—8月）", "01", "08"),
      ("2024年前三季度专利授权情况", "01", "09"),
    ])
  func monthsOfTitle(title: String, first: String, last: String) throws {
    let found = try facts("\(title),,,\n地区,2024年授权量（件）,2023年授权量（件）,同比（%）\n桂林市,3521,3280,7.3\n柳州市,4108,4011,2.4\n")
    #expect(found.count == 6, "\(found)")
    #expect(found.contains { $0.hasPrefix("B3 level") && $0.hasSuffix("2024-\(first)/2024-\(last)") }, "\(found)")
    #expect(found.contains { $0.hasPrefix("C4 level") && $0.hasSuffix("2023-\(first)/2023-\(last)") }, "\(found)")
    #expect(found.contains { $0.hasPrefix("D4 change") && $0.hasSuffix("2024-\(first)/2024-\(last) yoy of B4") }, "\(found)")
  }

  @Test(
    "whole years stay whole: of a December, of three years, beside months of their own",
    arguments: [
      "2024年12月统计月报,,\n指标,2023年,2024年\n生产总值（亿元）,4380,4602\n第一产业（亿元）,322,335\n",
      "2024年1-8月进出口情况,,\n国别,2023年,2024年1-8月\n日本,812,540\n韩国,640,455\n",
    ])
  func wholeYears(text: String) throws {
    let found = try facts(text)
    #expect(found.count == 4 && found.contains { $0.hasPrefix("B3 level") && $0.hasSuffix(" 2023") }, "\(found)")
  }

  @Test("growth beside a level that is not there is of that level's time", arguments: ["—", "-", "…", "...", ""])
  func growthWithoutLevel(mark: String) throws {
    let found = try facts(
      "2024年10月云川市主要经济指标,,,,,\n指标,单位,10月,增长（%）,1-10月,增长（%）\n规模以上工业增加值,亿元,\(mark),5.5,\(mark),6.1\n社会消费品零售总额,亿元,88.2,4.4,871.5,5.0\n")
    #expect(found.count == 6, "\(found)")
    #expect(found.contains("D3 change 规模以上工业增加值 5.5% 云川市 2024-10 yoy"), "\(found)")
    #expect(found.contains("F3 change 规模以上工业增加值 6.1% 云川市 2024-01/2024-10 yoy"), "\(found)")
  }

  @Test("two digits behind a span of months are a year", arguments: ["Jan-Sep", "Jan–Jun", "Mar-May", "April-June", "Jul-Sep"])
  func shortYears(span: String) throws {
    let found = try facts("bn €,,,\nFlow,\(span) 18,\(span) 19,Growth\nExports,1692.3,1741.9,2.9%\nImports,1545.0,1586.3,2.7%\n")
    #expect(found.count == 6, "\(found)")
    #expect(found.contains { $0.hasPrefix("B3 level Exports") && $0.contains("2018-") }, "\(found)")
    #expect(found.contains { $0.hasPrefix("D4 change Imports") && $0.contains("2019-") && $0.hasSuffix("yoy of C4") }, "\(found)")
  }

  @Test("the day of publication above the heads is no time of a column", arguments: ["2025年11月20日", "2025-11-20", "2025/11/20"])
  func publication(day: String) throws {
    let found = try facts(
      "云川市2025年10月主要经济指标,,,,\n云川市统计局,,,,\(day)\n指标,本月,同比（%）,1—本月累计,同比（%）\n发电量（亿千瓦时）,18.64,-2.7,201.35,3.9\n用电量（亿千瓦时）,15.38,4.4,163.7,5.1\n")
    #expect(found.count == 8, "\(found)")
    #expect(found.contains("E4 change 发电量 3.9% 云川市 2025-01/2025-10 yoy of D4"), "\(found)")
  }

  @Test("rows of changes that say which month they are of only by counting from it", arguments: ["当月与上月比较", "本月与上月比较", "當月與上月比較"])
  func countedRows(line: String) throws {
    let found = try facts(
      "<p>人力资源调查（单位：千人）</p><table><tr><th colspan=2>年月</th><th>劳动力</th><th>就业者</th></tr><tr><td colspan=2>2019年12月</td><td>11970</td><td>11531</td></tr><tr><td colspan=2>2020年1月</td><td>11972</td><td>11536</td></tr><tr><td rowspan=2>\(line)</td><td>增减值</td><td>2</td><td>5</td></tr><tr><td>增减率（%）</td><td>0.02</td><td>0.04</td></tr></table>",
      "a.html")
    #expect(found.count == 8, "\(found)")
    #expect(found.contains("C4 change 劳动力 2千人 - 2020-01 mom of C3"), "\(found)")
    #expect(found.contains("D5 change 就业者 0.04% - 2020-01 mom of D3"), "\(found)")
  }

  @Test("from a month of one year to one of a later", arguments: ["1985.12-2013.12", "1985.12—2013.12", "1985.12至2013.12"])
  func longSpans(span: String) throws {
    let found = try facts("国内外观设计授权量（件）,,\n地区,\(span) 总累计,2013年\n北京,27632,2101\n天津,14140,1877\n")
    #expect(found.contains { $0.hasPrefix("B3 level") && $0.hasSuffix("北京 1985-12/2013-12") }, "\(found)")
    #expect(found.contains { $0.hasPrefix("C4 level") && $0.hasSuffix("天津 2013") }, "\(found)")
  }

  @Test("累计数量 is a quantity", arguments: ["累计数量"])
  func cumulativeNouns(head: String) throws {
    let noun = String(head.dropFirst(2))
    let found = try facts("2025年10月云港市主要出口商品,,,\n商品名称,计量单位,当月\(noun),\(head)\n水产品,吨,1206,10977\n钢材,吨,20415,188906\n")
    #expect(found.contains { $0.hasPrefix("C3 level") && $0.hasSuffix("2025-10") && $0.contains(noun) }, "\(found)")
    #expect(found.contains { $0.hasPrefix("D3 level") && $0.hasSuffix("2025-01/2025-10") && $0.contains(noun) }, "\(found)")
  }

  @Test("years of schools", arguments: ["2023/2024学年", "2023—2024学年", "2023-2024学年度", "2023/24学年"])
  func schoolYears(head: String) throws {
    let found = try facts("指标,\(head)\n小学（所）,143500\n初中（所）,52300\n")
    #expect(found == ["B2 level 小学 143500所 - 2023/2024", "B3 level 初中 52300所 - 2023/2024"], "\(found)")
  }

  @Test("a running total beside the quarter that its year is known by", arguments: ["年初至报告期末", "年初至今", "本年累计"])
  func totalBesideQuarter(head: String) throws {
    let found = try facts(
      "公司名称,2024年第三季度营业收入（万元）,\(head)营业收入（万元）\n甲科技股份有限公司（虚构）,52101.3,148220.5\n乙材料股份有限公司（虚构）,31022.0,90211.7\n")
    #expect(
      found.filter { $0.hasSuffix("2024-07/2024-09") }.count == 2 && found.filter { $0.hasSuffix("2024-01/2024-09") }.count == 2, "\(found)"
    )
  }

  @Test("growth of a running total is of none of a single month")
  func growthOfTotal() throws {
    let found = try facts("2024年9月 外销订单金额,,,\n,金额（亿美元）,较上年同月增减（％）,1-9月累计较上年同期增减（％）\n总计,537.9,4.6,3.0\n电子产品,189.6,9.1,7.7\n")
    #expect(found.contains { $0.hasPrefix("C3 change") && $0.hasSuffix("2024-09 yoy of B3") }, "\(found)")
    #expect(found.contains { $0.hasPrefix("D3 change") && $0.hasSuffix("2024-01/2024-09 yoy") }, "\(found)")
  }

  @Test("growth of the time a year before", arguments: ["上年同期增速（%）", "去年同期增速（%）", "上年同期增长（%）"])
  func growthBefore(head: String) throws {
    let found = try facts("2024年10月末货币供应量,,,\n指标,10月末余额（万亿元）,同比增速（%）,\(head)\n广义货币,309.71,7.5,10.3\n狭义货币,63.34,-6.1,1.9\n")
    #expect(found.count == 6 && found.contains { $0.hasPrefix("D3 change 广义货币余额 10.3%") && $0.contains(" 2023-10") }, "\(found)")
  }
}
