import Articles
import Indicators
import Testing

@testable import Tables

/// Layouts of offices, companies and exchanges, each with the facts it states.
@Suite("Layouts of tables")
struct TableLayoutTests {
  private func markdown(_ text: String) throws -> [String] { factLines(try article(of: text, name: "a.md")) }
  private func csv(_ text: String) throws -> [String] { factLines(try article(of: text, name: "a.csv")) }

  @Test("a long form: time, place, indicator, and a column that tells month from running total and level from growth")
  func longForm() throws {
    let found = try csv(
      """
      统计月份,城市,指标名称,统计口径,计量单位,数值
      2024年6月,河阳市,快递业务量,当月值,万件,310.5
      2024年6月,河阳市,快递业务量,当月同比,%,12.1
      2024年6月,河阳市,快递业务量,累计值,万件,1802.4
      2024年6月,河阳市,快递业务量,累计同比,%,10.3

      """)
    #expect(
      found.map { $0.prefix { $0 != "\n" } }.map(String.init) == [
        "F2 level 快递业务量 310.5万件 河阳市 2024-06", "F3 change 快递业务量 12.1% 河阳市 2024-06 yoy of F2",
        "F4 level 快递业务量 1802.4万件 河阳市 2024-01/2024-06", "F5 change 快递业务量 10.3% 河阳市 2024-01/2024-06 yoy of F4",
      ])
  }

  @Test(
    "bodies are whose figures they are",
    arguments: [
      ("申请人", "甲电子股份有限公司"), ("法院", "河阳市中级人民法院"), ("机场名称", "河阳机场"), ("Applicant", "Acme Corp."), ("开户银行", "甲银行"), ("上市公司", "乙药业"),
    ])
  func bodies(head: String, body: String) throws {
    let found = try markdown("# 2023年专利授权量\n\n| \(head) | 专利授权量（件） |\n|---|---|\n| \(body) | 120 |\n| 其他甲 | 80 |\n")
    if head == "开户银行" {
      #expect(found.first == "B2 level 甲银行专利授权量 120件 - 2023")
    } else {
      #expect(found.first == "B2 level 专利授权量 120件 \(body) 2023")
    }
  }

  @Test("ranks and levels of two years; a change and a share beside them are of the later")
  func twoYears() throws {
    let found = try markdown(
      """
      # 2023年发明专利授权量排名

      | 申请人 | 2023年 位次 | 2023年 件数（件） | 2022年 位次 | 2022年 件数（件） | 增长率（%） |
      |---|---|---|---|---|---|
      | 甲公司 | 1 | 220 | 3 | 150 | 46.7 |
      | 乙公司 | 2 | 200 | 1 | 210 | -4.8 |

      """)
    #expect(
      found.prefix(5) == [
        "B2 rank 发明专利授权量 1位 甲公司 2023 of C2", "C2 level 发明专利授权量 220件 甲公司 2023", "D2 rank 发明专利授权量 3位 甲公司 2022 of E2",
        "E2 level 发明专利授权量 150件 甲公司 2022", "F2 change 发明专利授权量 46.7% 甲公司 2023 yoy of C2",
      ])
  }

  @Test(
    "a time over the earlier one that it is compared with",
    arguments: [
      ("2024-Q2 / 2023-Q2", "2024-04/2024-06 yoy"), ("2024-Q2 / 2024-Q1", "2024-04/2024-06 qoq"), ("Jun 2024 vs May 2024", "2024-06 mom"),
      ("2024/2023", "2024 yoy"),
      ("2024 compared with 2019", "2024 2019"),
    ])
  func comparisons(head: String, period: String) throws {
    let found = try markdown(
      "# Retail sales of Norway\n\n| Group | 2024 | \(head) (%) |\n|---|---|---|\n| Food | 12 | 3.1 |\n| Fuel | 10 | -1.5 |\n")
    #expect(found.contains { $0.hasPrefix("C2 change") && $0.contains("3.1%") && $0.contains(" " + period) }, "\(found)")
  }

  @Test("statements of a company: this period, running total and end of the year before")
  func statements() throws {
    let found = try markdown(
      """
      # 河阳药业股份有限公司2024年半年度主要数据

      单位：万元　币种：人民币

      ## 年初至报告期末（2024年1—6月）

      | 项目 | 年初至报告期末 | 上年同期 | 增减（%） |
      |---|---|---|---|
      | 营业收入 | 110 | 100 | 10.0 |

      ## 报告期末（2024年6月末）

      | 项目 | 本报告期末 | 上年末 | 增减（%） |
      |---|---|---|---|
      | 总资产 | 525 | 500 | 5.0 |

      """)
    let area = "河阳药业股份有限公司"
    #expect(
      found == [
        "B2 level 营业收入 110万元 \(area) 2024-01/2024-06", "C2 level 营业收入 100万元 \(area) 2023-01/2023-06",
        "D2 change 营业收入 10.0% \(area) 2024-01/2024-06 yoy of B2", "B2 level 总资产 525万元 \(area) 2024-06",
        "C2 level 总资产 500万元 \(area) 2023-12",
        "D2 change 总资产 5.0% \(area) 2024-06 2023-12 of B2",
      ])
  }

  @Test("a second part of a sheet is of the place and time over the first")
  func parts() throws {
    let found = try csv(
      """
      河阳市统计月报,,
      2024年5月,,
      一、工业,,
      指标,本月（亿元）,本月止累计（亿元）
      工业总产值,12,60
      销售产值,11,55
      二、用电,,
      指标,本月（万千瓦时）,本月止累计（万千瓦时）
      用电量,310,1500
      工业用电量,200,990

      """)
    #expect(found.filter { $0.contains(" 用电量") } == ["B9 level 用电量 310万千瓦时 河阳市 2024-05", "C9 level 用电量 1500万千瓦时 河阳市 2024-01/2024-05"])
  }

  @Test("years, and the last of them broken down below; heads in two languages")
  func brokenDown() throws {
    let found = factLines(
      try article(
        of: """
          <h1>河阳市货运量</h1><table><tr><th>年份<br>Year</th><th>货运量#<br>（万吨）<br>Freight Traffic<br>(10 000 tons)</th></tr>
          <tr><td>2022</td><td>110</td></tr><tr><td>2023</td><td>125</td></tr><tr><td colspan="2">2023年</td></tr>
          <tr><td>铁路 Railways</td><td>25</td></tr><tr><td>公路 Highways</td><td>100</td></tr></table>
          """))
    #expect(found.prefix(2) == ["B2 level 货运量 110万吨 河阳市 2022", "B3 level 货运量 125万吨 河阳市 2023"])
    #expect(
      found.dropFirst(2).map { $0.split(separator: " ").dropFirst(2).prefix(4).joined(separator: " ") } == [
        "铁路货运量 25万吨 河阳市 2023", "公路货运量 100万吨 河阳市 2023",
      ])
  }

  @Test("growth in a group's head is in per cent, whatever unit the levels beside it have")
  func groupOfGrowth() throws {
    let found = factLines(
      try article(
        of: """
          <h1>香港零售業</h1><table><tr><th rowspan="2">類別</th><th colspan="2">銷貨額（百萬元）</th><th colspan="2">按年變動百分率</th></tr>
          <tr><th>2024年第1季</th><th>2024年第2季#</th><th>2024年第1季</th><th>2024年第2季#</th></tr>
          <tr><td>食品</td><td>300</td><td>310</td><td>+1.2</td><td>-0.4</td></tr><tr><td>衣物</td><td>200</td><td>190</td><td>+0.2</td><td>-3.4</td></tr></table>
          """))
    #expect(found.contains { $0.hasPrefix("E3 change") && $0.contains("-0.4% 香港 2024-04/2024-06 yoy of C3") }, "\(found)")
  }
}
