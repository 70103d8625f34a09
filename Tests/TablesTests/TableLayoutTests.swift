import Articles
import Diagnostics
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

  @Test("serial numbers with dots, codes of goods, years of trade, the unit in a line of words; US$ is no place")
  func tradeOfGoods() throws {
    let found = factLines(
      try article(
        of: """
          <html><body><p>Import of goods</p><p>Values in US$ Million</p>
          <table><tr><th>S.No.</th><th>HSCode</th><th>Commodity</th><th>2008-2009</th><th>2009-2010</th><th>%Growth</th></tr>
          <tr><td>1.</td><td>27</td><td>FUELS</td><td>617.75</td><td>504.31</td><td>-18.36</td></tr>
          <tr><td>2.</td><td>29</td><td>CHEMICALS</td><td>2,617.10</td><td>2,804.88</td><td>7.18</td></tr></table></body></html>
          """))
    #expect(
      found.prefix(3) == [
        "D2 level FUELS 617.75US$ Million - 2008/2009", "E2 level FUELS 504.31US$ Million - 2009/2010",
        "F2 change FUELS -18.36% - 2009/2010 yoy of E2",
      ], "\(found)")
  }

  @Test("segments over the same rows: dollars before brackets, a scale in words, the line over the rows as owner of the names")
  func segments() throws {
    let found = try csv(
      """
      Selected segment data
      (Dollars in Millions)
      ,2003,2002
      BROADCAST,,
      Revenues,"$1,943.1","$1,776.3"
      Operating profit,299.4,60.5
      NETWORKS,,
      Revenues,$(75.5),$(47.7)
      Operating profit,(9.2),(27.0)

      """)
    #expect(
      found.prefix(6) == [
        "B5 level BROADCAST, Revenues 1943.1$ million - 2003", "C5 level BROADCAST, Revenues 1776.3$ million - 2002",
        "B6 level BROADCAST, Operating profit 299.4millions of Dollars - 2003",
        "C6 level BROADCAST, Operating profit 60.5millions of Dollars - 2002",
        "B8 level NETWORKS, Revenues -75.5$ million - 2003", "C8 level NETWORKS, Revenues -47.7$ million - 2002",
      ], "\(found)")
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

  @Test(
    "heads inside a table replace the innermost line; what they compare says what changes are counted from; a bracket about a share is no sign"
  )
  func headsInside() throws {
    let found = factLines(
      try article(
        of: """
          <html><head><title>Merchandise trade of Norway, March 2024</title></head><body><h1>Merchandise trade of Norway, March 2024</h1>
          <p>NOK million</p><table>
          <tr><td colspan="3"></td><td colspan="2">Change</td></tr>
          <tr><td>Current month compared with last month</td><td>March 2024</td><td>February 2024</td><td>Value</td><td>%</td></tr>
          <tr><td>Exports</td><td>1,200</td><td>1,000</td><td>+200</td><td>+20.0</td></tr>
          <tr><td>(% of total trade)</td><td>(60.0%)</td><td>(55.6%)</td><td></td><td></td></tr>
          <tr><td>Year to date compared with same period last year</td><td>Jan-Mar 2024</td><td>Jan-Mar 2023</td><td>Value</td><td>%</td></tr>
          <tr><td>Exports</td><td>3,100</td><td>3,000</td><td>+100</td><td>+3.3</td></tr>
          </table></body></html>
          """))
    #expect(
      found.map { $0.replacing("NOK million", with: "") } == [
        "B3 level Exports 1200 Norway 2024-03", "C3 level Exports 1000 Norway 2024-02", "D3 change Exports 200 Norway 2024-03 mom of B3",
        "E3 change Exports 20.0% Norway 2024-03 mom of B3", "B4 share Exports 60.0% Norway 2024-03 of B3",
        "C4 share Exports 55.6% Norway 2024-02 of C3", "B6 level Exports 3100 Norway 2024-01/2024-03",
        "C6 level Exports 3000 Norway 2023-01/2023-03", "D6 change Exports 100 Norway 2024-01/2024-03 yoy of B6",
        "E6 change Exports 3.3% Norway 2024-01/2024-03 yoy of B6",
      ])
  }

  @Test("growth between pairs of months is that of the pair before it; a unit on a line of its own")
  func growthBetween() throws {
    let found = try markdown(
      """
      # Trade in goods of Norway, September 2019

      bn €

      | Flows | Sep 18 | Sep 19 | Growth | Jan-Sep 18 | Jan-Sep 19 | Growth |
      |---|---|---|---|---|---|---|
      | Exports | 10.0 | 11.0 | 10.0% | 90.0 | 99.0 | 10.0% |

      """)
    #expect(
      found == [
        "B2 level Exports 10.0bn € Norway 2018-09", "C2 level Exports 11.0bn € Norway 2019-09",
        "D2 change Exports 10.0% Norway 2019-09 yoy of C2",
        "E2 level Exports 90.0bn € Norway 2018-01/2018-09", "F2 level Exports 99.0bn € Norway 2019-01/2019-09",
        "G2 change Exports 10.0% Norway 2019-01/2019-09 yoy of F2",
      ])
  }

  @Test("years of the Republic below each item; the sum of months is of their span, a growth below both years of the later")
  func pairsOfYears() throws {
    let found = factLines(
      try article(
        of: """
          <html><head><title>107／108年專利案件統計</title></head><body><p>單位：件</p><table>
          <tr><th rowspan="2">月份</th><th colspan="2">新申請案</th><th colspan="2">公告發證案</th></tr>
          <tr><th>107</th><th>108</th><th>107</th><th>108</th></tr>
          <tr><td>1月</td><td>110</td><td>120</td><td>90</td><td>95</td></tr><tr><td>2月</td><td>90</td><td>100</td><td>80</td><td>85</td></tr>
          <tr><td>合計</td><td>200</td><td>220</td><td>170</td><td>180</td></tr>
          <tr><td>成長率</td><td colspan="2">10.00%</td><td colspan="2">5.88%</td></tr></table></body></html>
          """))
    #expect(found.prefix(2) == ["B3 level 新申請案 110件 台湾 2018-01", "C3 level 新申請案 120件 台湾 2019-01"])
    #expect(
      found.suffix(6) == [
        "B5 level 新申請案 200件 台湾 2018-01/2018-02", "C5 level 新申請案 220件 台湾 2019-01/2019-02",
        "D5 level 公告發證案 170件 台湾 2018-01/2018-02", "E5 level 公告發證案 180件 台湾 2019-01/2019-02",
        "B6 change 新申請案 10.00% 台湾 2019-01/2019-02 yoy of C5", "D6 change 公告發證案 5.88% 台湾 2019-01/2019-02 yoy of E5",
      ])
  }

  @Test("an index of one year on several bases, average growth of spans, parts of a head a line lower")
  func indicesAndParts() throws {
    let found = try csv(
      """
      河阳市主要指标,,,,,,
      指标,总量指标（亿元）,,速度指标（%）,,,
      ,,,指数（2020为以下各年）,,平均增长速度,
      ,2015,2020,2015,2019,2016-2020,2011-2020
      财政收入,80,120,150.0,105.0,8.4,9.1

      """)
    #expect(
      found == [
        "B5 level 财政收入 80亿元 河阳市 2015", "C5 level 财政收入 120亿元 河阳市 2020", "D5 level 财政收入指数2015=100 150.0% 河阳市 2020",
        "E5 level 财政收入指数2019=100 105.0% 河阳市 2020", "F5 change 财政收入 8.4% 河阳市 2016/2020 average-annual of C5",
        "G5 change 财政收入 9.1% 河阳市 2011/2020 average-annual of C5",
      ])
    let parts = try csv("2024年各市指标,,,,\n地区,人口（万人）,生产总值（亿元）,,\n,,,第二产业,\n,,,,#工业\n河阳市,120,900,400,350\n岭东市,80,500,210,190\n")
    #expect(
      parts.prefix(4) == [
        "B5 level 人口 120万人 河阳市 2024", "C5 level 生产总值 900亿元 河阳市 2024", "D5 level 生产总值第二产业 400亿元 河阳市 2024",
        "E5 level 生产总值第二产业工业 350亿元 河阳市 2024",
      ])
  }

  @Test("shares below counts under the same name in English; of a title in two languages the Chinese one rules")
  func sharesBelowCounts() throws {
    let found = try csv(
      """
      2019年有效发明专利（件）,,
      Inventions in Force by Kind of Owner (2019),,
      地区,合计,企业
      北京,200,150
      Beijing,100.0%,75.0%

      """)
    #expect(
      found == [
        "B4 level 有效发明专利 200件 北京 2019", "C4 level 有效发明专利企业 150件 北京 2019", "B5 share 有效发明专利 100.0% 北京 2019 of B4",
        "C5 share 有效发明专利企业 75.0% 北京 2019 of C4",
      ])
  }

  @Test("levels below the same heads, columns and rows without words are not read, and said")
  func untoldHeads() throws {
    func rules(_ text: String) throws -> [String] {
      statedFigures(in: try article(of: text, name: "a.csv"), language, tableWords).diagnostics.map(\.rule)
    }
    let same = "2024年进出口,,,\n国家,金额（万元）,金额（万元）,增长（%）\n德国,10,20,3.0\n法国,30,40,5.0\n"
    #expect(try csv(same).allSatisfy { !$0.contains("level") })
    #expect(try rules(same).contains("table.head"))
    let headless = "2024年进出口,,\n国家,金额（万元）,\n德国,10,20\n法国,30,40\n"
    #expect(try csv(headless) == ["B3 level 进出口金额 10万元 德国 2024", "B4 level 进出口金额 30万元 法国 2024"])
    let nameless = "2024年进出口,,\n国家,进口（万元）,出口（万元）\n德国,10,20\n,30,40\n"
    #expect(try csv(nameless) == ["B3 level 进口 10万元 德国 2024", "C3 level 出口 20万元 德国 2024"])
    #expect(try rules(nameless).contains("table.row"))
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

  @Test(
    "codes beside names are no figures, and number no rows",
    arguments: ["科目编码", "税则号列", "行业代码", "商品编码", "HS编码", "指标编号"])
  func codes(head: String) throws {
    let found = try markdown("# 河阳市2024年主要指标\n\n| \(head) | 项目 | 金额（万元） |\n|---|---|---|\n| 101 | 税收收入 | 120 |\n| 10101 | 增值税 | 80 |\n")
    #expect(found == ["C2 level 税收收入金额 120万元 河阳市 2024", "C3 level 增值税金额 80万元 河阳市 2024"], "\(found)")
  }

  @Test("numbers of an outline: each further one is a part of that above", arguments: ["", "、"])
  func outline(mark: String) throws {
    let found = try markdown(
      """
      # 河阳市2025年9月存贷款

      | 项目 | 余额（亿元） |
      |---|---|
      | 1. 存款 | 90 |
      | 1.1\(mark) 住户存款 | 60 |
      | 1.2\(mark) 单位存款 | 30 |
      | 1.2.1\(mark) 活期 | 10 |
      | 1.2.2\(mark) 定期 | 20 |
      | 2. 贷款 | 70 |

      """)
    #expect(
      found == [
        "B2 level 存款余额 90亿元 河阳市 2025-09", "B3 level 住户存款余额 60亿元 河阳市 2025-09 in B2",
        "B4 level 单位存款余额 30亿元 河阳市 2025-09 in B2", "B5 level 单位存款活期余额 10亿元 河阳市 2025-09 in B4",
        "B6 level 单位存款定期余额 20亿元 河阳市 2025-09 in B4", "B7 level 贷款余额 70亿元 河阳市 2025-09",
      ], "\(found)")
  }

  @Test("金额单位 is that of amounts; 计量单位 that of quantities", arguments: ["金额", "价值", "出口额"])
  func unitOfMoney(head: String) throws {
    let found = try csv("河阳市2024年出口,,,\n金额单位：百万元,,,\n商品名称,计量单位,数量,\(head)\n茶叶,吨,23,182.3\n农产品,—,—,200\n")
    #expect(found.contains { $0.contains(" 23吨 ") } && found.contains { $0.contains(" 182.3百万元 ") }, "\(found)")
    #expect(found.contains { $0.contains(" 200百万元 ") }, "\(found)")
  }

  @Test(
    "a year and the one it is compared with",
    arguments: [
      ("% change 2024/2023", "yoy"), ("2024/2023 (%)", "yoy"), ("Change 2024/23 (%)", "yoy"), ("% change y/y", "yoy"),
      ("Growth 2024/2019 (%)", "2019"), ("% change 2024 / 2020", "2020"),
    ])
  func comparedYears(head: String, basis: String) throws {
    let found = try markdown(
      "# Patent applications\n\n| Country | 2023 r | 2024 p | \(head) |\n|---|---|---|---|\n| France | 110 | 121 | 10.0 |\n| Spain | 50 | 55 | 10.0 |\n"
    )
    #expect(
      found.prefix(2) == ["B2 level Patent applications 110 France 2023", "C2 level Patent applications 121 France 2024"], "\(found)")
    #expect(found.dropFirst(2).first == "D2 change Patent applications 10.0% France 2024 \(basis) of C2", "\(found)")
  }

  @Test("a change of what no column states is of none", arguments: [("价值", "数量"), ("金额", "销量")])
  func changeWithoutLevel(level: String, other: String) throws {
    let found = try markdown(
      "# 河阳市零售业\n\n| 时间 | 零售业总销货\(level)（亿元） | 零售业总销货\(level)同比（%） | 零售业总销货\(other)同比（%） |\n|---|---|---|---|\n| 2024年1月 | 31 | -7.0 | -8.7 |\n| 2024年2月 | 32 | -9.7 | -11.5 |\n"
    )
    #expect(found.contains { $0.hasPrefix("C2 change") && $0.hasSuffix("of B2") }, "\(found)")
    #expect(found.contains { $0.hasPrefix("D2 change") && !$0.contains(" of ") }, "\(found)")
  }

  @Test(
    "kinds of applicants are no places",
    arguments: [("申請人", "本國人", "外國人"), ("申请人", "企业", "高校"), ("Applicant", "Residents", "Non-residents")])
  func kindsOfBodies(head: String, first: String, second: String) throws {
    let found = try markdown("# 河阳市2024年专利申请件数\n\n| \(head) | 件数（件） |\n|---|---|\n| \(first) | 47 |\n| \(second) | 78 |\n")
    #expect(found.first?.contains(first) == true && found.first?.hasSuffix("河阳市 2024") == true, "\(found)")
  }

  @Test("a budget carried out: what is reached is a rate; amounts and ratios of change are of the amount")
  func budget() throws {
    let found = try csv(
      """
      河阳市2025年1—9月财政收入执行情况表,,,,,
      金额单位：万元,,,,,
      预算科目,累计完成,完成预算（%）,上年同期,同比增减额,同比增减（%）
      税收收入,630,76.5,613,17,2.8
      非税收入,192,77.7,205,-13,-6.3

      """)
    #expect(
      found.filter { $0.contains(" 税收收入") } == [
        "B4 level 税收收入 630万元 河阳市 2025-01/2025-09", "C4 level 税收收入完成预算 76.5% 河阳市 2025-01/2025-09",
        "D4 level 税收收入 613万元 河阳市 2024-01/2024-09", "E4 change 税收收入 17万元 河阳市 2025-01/2025-09 yoy of B4",
        "F4 change 税收收入 2.8% 河阳市 2025-01/2025-09 yoy of B4",
      ], "\(found)")
  }
}
