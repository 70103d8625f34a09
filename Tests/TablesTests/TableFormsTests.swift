import Articles
import Indicators
import Testing

@testable import Tables

/// Layouts that every form of file has: the same cells in Markdown, HTML and CSV state the same facts.
@Suite("Layouts in every form of file")
struct TableFormsTests {
  /// The facts of cells below a title, the first rows of which are heads; places are those of Markdown, whose head is row 1.
  private func facts(_ title: String, _ rows: [[String]]) throws -> [String] {
    func line(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |\n" }
    let rule = "|" + String(repeating: "---|", count: rows[0].count) + "\n"
    let markdown = "# \(title)\n\n" + line(rows[0]) + rule + rows.dropFirst().map(line).joined()
    let html =
      "<h1>\(title)</h1><table>"
      + rows.map { "<tr>" + $0.map { "<td>\($0)</td>" }.joined() + "</tr>" }.joined() + "</table>"
    let csv = ([[title]] + rows).map { $0.map { "\"\($0)\"" }.joined(separator: ",") + "\n" }.joined()
    let found = factLines(try article(of: markdown, name: "a.md"))
    #expect(factLines(try article(of: html, name: "a.html")) == found, "as HTML")
    #expect(withoutPlaces(factLines(try article(of: csv, name: "a.csv"))) == withoutPlaces(found), "as CSV")
    return found
  }

  private func withoutPlaces(_ facts: [String]) -> [String] {
    facts.map {
      $0.split(separator: " ").dropFirst().map { $0.wholeMatch(of: /[A-Z]\d+/) == nil ? String($0) : "@" }.joined(separator: " ")
    }
  }

  @Test(
    "places in capitals own their columns; abbreviations do not",
    arguments: ["ITALY", "UNITED KINGDOM", "BOSNIA AND HERZEGOVINA", "SOUTH AFRICA", "NEW ZEALAND"])
  func placesInCapitals(name: String) throws {
    let found = try facts("Visitors by country of residence, 2009", [["MONTH", name, "GERMANY"], ["JANUARY", "41,984", "27,416"]])
    let place = name.split(separator: " ").map { $0 == "AND" ? "and" : $0.prefix(1) + $0.dropFirst().lowercased() }.joined(separator: " ")
    #expect(found.count == 2 && found[0].contains(place) && found[1].contains("Germany"), "\(found)")
  }

  @Test("roman numbers below a year are quarters where a table has three of them and none beyond")
  func romanQuarters() throws {
    let found = try facts(
      "Real output, percent change from preceding period",
      [["", "2005 III", "2005 IV", "2006 I"], ["Exports", "3.2", "9.6", "14.0"]])
    #expect(found.count == 3, "\(found)")
    let named = try facts("Output in 2006", [["Item", "I", "II", "III"], ["Exports", "3.2", "9.6", "14.0"]])
    #expect(
      named.count == 3 && zip(named, ["2006-01/2006-03", "2006-04/2006-06", "2006-07/2006-09"]).allSatisfy { $0.contains($1) }, "\(named)")
    let classes = try facts("Output in 2006", [["Item", "I", "II", "III", "V"], ["Exports", "3.2", "9.6", "14.0", "7.1"]])
    #expect(!classes.contains { $0.contains("2006-0") }, "\(classes)")
  }

  @Test("months that roll on over the turn of the year, marked as provisional")
  func rollingMonths() throws {
    let found = try facts(
      "香港失業統計",
      [
        ["統計數字", "9/2025 - 11/2025", "11/2025 - 1/2026", "12/2025 - 2/2026#"],
        ["失業人數（人）", "147 300", "150 100", "149 800"], ["失業率*（%）", "3.8", "3.9", "3.8"],
      ])
    #expect(
      found == [
        "B2 level 失業人數 147300人 香港 2025-09/2025-11", "C2 level 失業人數 150100人 香港 2025-11/2026-01",
        "D2 level 失業人數 149800人 香港 2025-12/2026-02", "B3 level 失業率 3.8% 香港 2025-09/2025-11",
        "C3 level 失業率 3.9% 香港 2025-11/2026-01", "D3 level 失業率 3.8% 香港 2025-12/2026-02",
      ], "\(found)")
  }

  @Test("rolling months down the side", arguments: ["11/2025 – 1/2026", "2025年11月至2026年1月", "Nov 2025 to Jan 2026", "2025.11-2026.01 p"])
  func rollingMonthsDown(span: String) throws {
    let found = try facts("河阳市劳动力调查", [["时间", "就业人数（万人）", "失业率（%）"], [span, "120.5", "4.1"], ["2025", "119.8", "4.3"]])
    #expect(found.prefix(2) == ["B2 level 就业人数 120.5万人 河阳市 2025-11/2026-01", "C2 level 失业率 4.1% 河阳市 2025-11/2026-01"], "\(found)")
  }

  @Test("a year that stands over its months, at the first of them")
  func yearOverMonths() throws {
    let found = try facts(
      "Retail sales of Norway",
      [
        ["", "2025", "", "2026", ""], ["", "Nov.", "Dec.", "Jan. p", "Feb. p"], ["Sales (million EUR)", "10.5", "12.5", "9.5", "9.0"],
        ["Volume (thousand tonnes)", "1.5", "1.7", "1.3", "1.2"],
      ])
    #expect(
      found == [
        "B3 level Sales 10.5million EUR Norway 2025-11", "C3 level Sales 12.5million EUR Norway 2025-12",
        "D3 level Sales 9.5million EUR Norway 2026-01", "E3 level Sales 9.0million EUR Norway 2026-02",
        "B4 level Volume 1.5thousand tonnes Norway 2025-11", "C4 level Volume 1.7thousand tonnes Norway 2025-12",
        "D4 level Volume 1.3thousand tonnes Norway 2026-01", "E4 level Volume 1.2thousand tonnes Norway 2026-02",
      ], "\(found)")
  }

  @Test("one year over its months", arguments: [["Mar.", "Apr.", "May"], ["3月", "4月", "5月"], ["March", "April", "May"]])
  func oneYearOverMonths(months: [String]) throws {
    let found = try facts("河阳市铁路运输", [["", "2026", "", ""], [""] + months, ["客运量（万人）", "1,210", "1,185", "1,302"]])
    #expect(
      found == [
        "B3 level 客运量 1210万人 河阳市 2026-03", "C3 level 客运量 1185万人 河阳市 2026-04", "D3 level 客运量 1302万人 河阳市 2026-05",
      ], "\(found)")
  }

  @Test("a line above says that all figures are changes; a line with a colon owns the rows below; a base year is no time")
  func changesOfAll() throws {
    let article = try article(
      of: """
        # Farm output and prices: March 2026

        Percent change from preceding month

        | | 2026 | | |
        |---|---|---|---|
        | | Jan. | Feb. | Mar. |
        | Farm output | 0.3 | 0.1 | -0.2 |
        | Prices received: | | | |
        | Current dollars | 0.4 | 0.5 | 0.6 |
        | Chained (2017) dollars | 0.1 | 0.2 | 0.3 |

        """, name: "a.md")
    let found = factLines(article)
    #expect(
      found.prefix(4) == [
        "B3 change Farm output 0.3% - 2026-01 mom", "C3 change Farm output 0.1% - 2026-02 mom", "D3 change Farm output -0.2% - 2026-03 mom",
        "B5 change Prices received, Current dollars 0.4% - 2026-01 mom",
      ], "\(found)")
    #expect(found.last == "D6 change Prices received, Chained (2017) dollars 0.3% - 2026-03 mom", "\(found)")
  }

  @Test("growth on the quarter and on the year, over years, over quarters; a group of countries is whose figures they are")
  func threeHeads() throws {
    let found = try facts(
      "Growth rates of construction output in volume",
      [
        [
          "", "Percentage change compared with the previous quarter", "", "",
          "Percentage change compared with the same quarter of the previous year", "", "",
        ],
        ["", "2024", "2025", "", "2024", "2025", ""], ["", "Q4", "Q1", "Q2", "Q4", "Q1", "Q2"],
        ["EA20", "0.3", "0.1", "0.2", "1.4", "1.0", "0.8"], ["Germany*", "0.4", "-0.1", ":", "1.1", "1.4", ":"],
        ["France", "0.0", "0.2", "0.3", "0.8", "0.4", "0.5"], ["Spain", "0.5", "0.6", "0.7", "2.8", "2.4", "2.5"],
      ])
    let name = "construction output in volume"
    #expect(
      found.prefix(6) == [
        "B4 change \(name) 0.3% EA20 2024-10/2024-12 qoq", "C4 change \(name) 0.1% EA20 2025-01/2025-03 qoq",
        "D4 change \(name) 0.2% EA20 2025-04/2025-06 qoq", "E4 change \(name) 1.4% EA20 2024-10/2024-12 yoy",
        "F4 change \(name) 1.0% EA20 2025-01/2025-03 yoy", "G4 change \(name) 0.8% EA20 2025-04/2025-06 yoy",
      ], "\(found)")
    #expect(found.dropFirst(6).first == "B5 change \(name) 0.4% Germany 2024-10/2024-12 qoq", "\(found)")
    #expect(found.count == 22)
  }

  @Test("indices of blocks side by side, each by its base")
  func indicesAbreast() throws {
    let found = try facts(
      "2025年8月35个大中城市新建商品住宅销售价格指数",
      [
        ["城市", "环比", "同比", "定基", "城市", "环比", "同比", "定基"],
        ["", "上月=100", "上年同月=100", "2020年=100", "", "上月=100", "上年同月=100", "2020年=100"],
        ["北　京", "100.6", "104.9", "106.1", "唐　山", "99.3", "99.1", "102.3"],
        ["石 家 庄", "98.9", "100.8", "101.9", "包 头", "99.7", "101.2", "102.5"],
      ])
    func index(_ place: String, _ base: String, _ value: String, _ area: String) -> String {
      "\(place) level \(base)新建商品住宅销售价格指数 \(value) \(area) 2025-08"
    }
    #expect(found.count == 12)
    #expect(
      Set(found).isSuperset(of: [
        index("B3", "环比", "100.6", "北京"), index("C3", "同比", "104.9", "北京"), index("D3", "定基", "106.1", "北京"),
        index("F3", "环比", "99.3", "唐山市"), index("H4", "定基", "102.5", "包头市"), index("B4", "环比", "98.9", "石家庄市"),
      ]), "\(found)")
  }

  @Test("ranks before the names they order, two rankings in a document")
  func ranksFirst() throws {
    let found = factLines(
      try article(
        of: """
          # Design filings in 2025

          ## Table 1. Design applications by origin

          | Rank 2025 | Origin | 2024 | 2025 (p) |
          |---:|---|---:|---:|
          | 1 | Italy | 1,204 | 1,310 |
          | 2 | Republic of Korea | 990 | 1,001 |
          | | Total | 2,194 | 2,311 |

          ## Table 2. Design applications of selected applicants

          | Rank | Applicant | Origin | 2024 | 2025 |
          |---:|---|---|---:|---:|
          | 1 | Alpha Lamps | Italy | n.a. | 210 |
          | 2 | Beta Chairs | Norway | 90 | 101 |

          """, name: "a.md"))
    #expect(
      found.prefix(8) == [
        "A2 rank Design applications 1位 Italy 2025 of D2", "C2 level Design applications 1204 Italy 2024",
        "D2 level Design applications 1310 Italy 2025", "A3 rank Design applications 2位 Republic of Korea 2025 of D3",
        "C3 level Design applications 990 Republic of Korea 2024", "D3 level Design applications 1001 Republic of Korea 2025",
        "C4 level Design applications 2194 - 2024", "D4 level Design applications 2311 - 2025",
      ], "\(found)")
    #expect(
      found.dropFirst(8) == [
        "A2 rank Design applications of selected applicants 1位 Alpha Lamps 2025 of E2",
        "E2 level Design applications of selected applicants 210 Alpha Lamps 2025",
        "A3 rank Design applications of selected applicants 2位 Beta Chairs 2025 of E3",
        "D3 level Design applications of selected applicants 90 Beta Chairs 2024",
        "E3 level Design applications of selected applicants 101 Beta Chairs 2025",
      ], "\(found)")
  }

  @Test(
    "a company is whose figures they are, not the place where it sits",
    arguments: [("企业名称", "所在地区"), ("Applicant", "Country"), ("公司", "省份")])
  func bodiesAndPlaces(body: String, place: String) throws {
    let found = try facts("2025年专利授权量", [["排名", body, place, "授权量（件）"], ["1", "甲光电公司", "广东", "310"], ["2", "乙钢铁公司", "河北", "290"]])
    #expect(found.contains { $0.hasPrefix("D2 level 专利授权量 310件 甲光电公司 2025") }, "\(found)")
    #expect(found.contains { $0.hasPrefix("A3 rank 专利授权量 2位 乙钢铁公司 2025 of D3") }, "\(found)")
  }

  @Test("raised numbers in brackets lead to notes; a share of another year is of no level here")
  func raisedNotes() throws {
    let found = factLines(
      try article(
        of: """
          <h1>河阳市人口普查公报<sup>[1]</sup></h1><p>表2　2020年各区人口</p><p>单位：人、%</p>
          <table><tr><th rowspan=2>地区</th><th rowspan=2>人口数<sup>[2]</sup></th><th colspan=2>比重<sup>[3]</sup></th></tr>
          <tr><th>2020年</th><th>2010年</th></tr><tr><td>东屏县<sup>[4]</sup></td><td>120</td><td>60.00</td><td>55.00</td></tr>
          <tr><td>青原县<sup>〔5〕</sup></td><td>80</td><td>40.00</td><td>45.00</td></tr></table>
          """))
    #expect(
      found == [
        "B3 level 人口数 120人 东屏县 2020", "C3 share 人口数 60.00% 东屏县 2020 of B3", "D3 share 人口数 55.00% 东屏县 2010",
        "B4 level 人口数 80人 青原县 2020", "C4 share 人口数 40.00% 青原县 2020 of B4", "D4 share 人口数 45.00% 青原县 2010",
      ], "\(found)")
  }

  @Test("a title that says of what, by what and that it is growth", arguments: ["外銷訂單－按貨品別年增率（續）", "外銷訂單按貨品別年增率"])
  func growthByTitle(title: String) throws {
    let found = factLines(
      try article(
        of: """
          <h1>114年11月外銷統計</h1><p>\(title)</p><p>單位：％</p><table><tr><th>貨品別</th><th>114年10月</th><th>114年11月 p</th></tr>
          <tr><td>電子產品</td><td>35.9</td><td>47.9</td></tr><tr><td>機械</td><td>-1.0</td><td>6.9</td></tr></table>
          """))
    #expect(found.count == 4 && found.allSatisfy { $0.contains(" change ") && $0.hasSuffix(" yoy") }, "\(found)")
    #expect(found.first?.hasPrefix("B2 change 電子產品") == true && found.first?.contains("35.9% ") == true, "\(found)")
  }

  @Test("金额 alone is that of what the title names")
  func bareAmount() throws {
    let found = try facts("河阳市2025年10月外贸订单（单位：亿美元）", [["国别", "金额", "同比（%）"], ["美国", "25.2", "3.1"], ["日本", "9.9", "-1.5"]])
    #expect(found.first == "B2 level 外贸订单金额 25.2亿美元 美国 2025-10", "\(found)")
    #expect(found.last == "C3 change 外贸订单金额 -1.5% 日本 2025-10 yoy of B3", "\(found)")
  }

  @Test("what 按…分 parts is the row above it")
  func grouping() throws {
    let found = try facts(
      "2025年6月河阳市消费",
      [["指标", "绝对量（亿元）"], ["社会消费品零售总额", "190"], ["按经营地分", ""], ["城镇", "160"], ["乡村", "30"], ["按消费类型分：", ""], ["餐饮收入", "20"]])
    #expect(
      found == [
        "B2 level 社会消费品零售总额 190亿元 河阳市 2025-06", "B4 level 城镇社会消费品零售总额 160亿元 河阳市 2025-06", "B5 level 乡村社会消费品零售总额 30亿元 河阳市 2025-06",
        "B7 level 餐饮收入 20亿元 河阳市 2025-06",
      ], "\(found)")
  }
}

@Suite("Times of heads")
struct HeadTimeTests {
  @Test(
    "spans over the turn of the year, slashes, flags",
    arguments: [
      ("12/2022 - 2/2023", "2022-12/2023-02"), ("5/2026 – 7/2026#", "2026-05/2026-07"), ("Dec 2022 – Feb 2023", "2022-12/2023-02"),
      ("2022.11-2023.01", "2022-11/2023-01"), ("2022年12月至2023年2月", "2022-12/2023-02"), ("111年12月至112年2月", "2022-12/2023-02"),
      ("Nov. 2025 to Jan. 2026", "2025-11/2026-01"), ("5/2026", "2026-05"), ("Jan-24", "2024-01"), ("31/12/2024", "2024-12"),
      ("12.31.2024", "2024-12"), ("Q3 2024 p", "2024-07/2024-09"), ("Sept 2024 r", "2024-09"), ("2024r", "2024"), ("2024*", "2024"),
      ("2024〔3〕", "2024"), ("2024年2月—2025年3月", "2024-02/2025-03"), ("失業率 12/2022 - 2/2023", "2022-12/2023-02"),
      ("112", "2023"), ("January-March 2024", "2024-01/2024-03"), ("September–December 2024", "2024-09/2024-12"),
    ])
  func times(head: String, period: String) {
    var times = TimeHabits()
    times.hasRepublicYears = true
    #expect(HeadReading(head, tableWords, times).time?.period(in: nil)?.description == period)
  }

  @Test(
    "years of two digits, where the table has them",
    arguments: [
      ("Sep 18", "2018-09"), ("Jan-Sep 19", "2019-01/2019-09"), ("Q3 24", "2024-07/2024-09"), ("Dec 99", "1999-12"),
      ("Sep 2018", "2018-09"),
    ])
  func shortYears(head: String, period: String) {
    let times = TimeHabits(["Growth", "Sep 18", "Sep 19"], isOfTheRepublic: false, year: 2019, tableWords)
    #expect(HeadReading(head, tableWords, times).time?.period(in: nil)?.description == period)
    // Days of September in a table of another year.
    #expect(!TimeHabits(["Sep 18", "Sep 25"], isOfTheRepublic: false, year: 2022, tableWords).hasShortYears)
  }

  @Test(
    "times from the one that holds",
    arguments: [
      ("上季度申请件数", "2023-10/2023-12"), ("本季度", "2024-01/2024-03"), ("Previous quarter", "2023-10/2023-12"), ("Current month", "2024-03"),
      ("Last month", "2024-02"), ("Same period last year", "2023-01/2023-03"),
    ])
  func relativeTimes(head: String, period: String) {
    let quarter = Period(.init(year: 2024, month: 1), .init(year: 2024, month: 3))
    #expect(HeadReading(head, tableWords).time?.period(in: quarter)?.description == period)
  }

  @Test(
    "no times",
    arguments: [
      "5/6/2024", "Chained (2009) dollars", "GDP at constant 2015 prices", "Index (2015 = 100)", "1990s", "13/2024", "2020年不变价",
      "2/2023 - 12/2022",
    ])
  func noTimes(head: String) { #expect(HeadReading(head, tableWords).time == nil) }
}
