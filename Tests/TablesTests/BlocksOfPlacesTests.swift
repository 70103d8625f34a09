import Articles
import Indicators
import Testing

@testable import Tables

/// Codes, shares and lines that recur below each of several places. All figures are invented.
@Suite("Blocks of places")
struct BlocksOfPlacesTests {
  private func facts(_ text: String, _ name: String = "a.csv") throws -> [String] { factLines(try article(of: text, name: name)) }

  @Test("codes of classes below each place are none of its figures", arguments: ["类号", "类别号", "国际分类", "大类", "编码"])
  func classes(head: String) throws {
    let found = try facts(
      "2024年商标申请情况,,,,\n城市,\(head),商品或服务,申请量（件）,增长（%）\n甲市,01,化工原料,320,3.1\n,02,颜料油漆,210,-1.0\n乙市,01,化工原料,112,0.4\n,02,颜料油漆,95,2.2\n")
    #expect(found.count == 8, "\(found)")
    #expect(found.contains("D4 level 颜料油漆申请量 210件 甲市 2024"), "\(found)")
    #expect(found.contains("E6 change 颜料油漆申请量 2.2% 乙市 2024 yoy of D6"), "\(found)")
  }

  @Test("a column of whole numbers before notes holds figures")
  func noClasses() throws {
    let found = try facts("地区,家数,备注\n甲县,12,含个体\n乙县,35,不含个体\n丙县,12,含个体\n")
    #expect(found.count == 3, "\(found)")
  }

  @Test(
    "flows over places are what is measured",
    arguments: [("Imports", "Domestic exports"), ("Exports", "Re-exports"), ("Arrivals", "Departures"), ("进口", "出口")])
  func flows(first: String, second: String) throws {
    let found = try facts(
      "Hong Kong's External Trade by Major Trading Partners\t\t\nCountry\t1991\t1992\n\(first)\t\t\nChina\t293356\t354348\nJapan\t127402\t166191\n\(second)\t\t\nChina\t54404\t61959\nGermany\t18991\t15956\n",
      "a.tsv")
    #expect(found.count == 8, "\(found)")
    #expect(found.contains { $0.hasPrefix("B5 level \(first) 127402") && $0.hasSuffix("Japan 1991") }, "\(found)")
    #expect(found.contains { $0.hasPrefix("C8 level \(second) 15956") && $0.hasSuffix("Germany 1992") }, "\(found)")
  }

  @Test("per cent beside amounts are shares of the total of each block", arguments: ["Per cent", "%", "Percent"])
  func shares(head: String) throws {
    let found = try facts(
      "Trade by partner\t\t\t\t\nCountry\t1991\t\t1992\t\n\t$ million\t\(head)\t$ million\t\(head)\nImports\t\t\t\t\nChina\t300\t37.5\t360\t36.0\nJapan\t100\t12.5\t140\t14.0\nTotal\t800\t100.0\t1000\t100.0\nExports\t\t\t\t\nChina\t50\t25.0\t61\t30.5\nJapan\t20\t10.0\t30\t15.0\nTotal\t200\t100.0\t200\t100.0\n",
      "a.tsv")
    #expect(found.filter { $0.contains(" share ") }.count == 12, "\(found)")
    #expect(found.contains { $0.hasPrefix("E9 share") && $0.contains("30.5%") && $0.hasSuffix("of D9") }, "\(found)")
  }

  @Test("parts of a hundred by a title alone", arguments: ["常住人口年龄构成（%）", "常住人口年龄构成\n单位：%", "常住人口性别构成（%）", "常住人口年龄比重（%）"])
  func structure(title: String) throws {
    let line = title.split(separator: "\n").map { "\($0),,,,\n" }.joined()
    let found = try facts("\(line)年龄,2020年,,2023年,\n,男,女,男,女\n0-4岁,2.26,1.79,2.68,2.25\n5-9岁,4.52,3.66,2.37,1.86\n")
    #expect(found.count == 8 && found.allSatisfy { $0.contains(" share ") && $0.contains("%") }, "\(found)")
  }

  @Test("a ratio of sexes is in no unit of people", arguments: ["性别比（女=100）", "性别比(女性=100)", "性比例（女＝100）"])
  func sexRatio(head: String) throws {
    let found = try facts(
      "<p>2020年人口（单位：人）</p><table><tr><td rowspan=2>地区</td><td colspan=3>人口数（人）</td></tr><tr><td>男</td><td>女</td><td>\(head)</td></tr><tr><td>北京市</td><td>11195390</td><td>10697705</td><td>104.65</td></tr><tr><td>天津市</td><td>7145000</td><td>6721000</td><td>106.31</td></tr></table>",
      "a.html")
    #expect(found.count == 6, "\(found)")
    #expect(found.filter { $0.contains("104.65 ") || $0.contains("106.31 ") }.count == 2, "\(found)")
  }

  @Test("what 按常住地分 parts, a line further in than it", arguments: ["按常住地分：", "按常住地分", "按经营地分："])
  func deeperGroups(line: String) throws {
    let found = try facts(
      "表4 2024年前三季度居民收支主要数据\n\n| 指标 | 绝对量（元） | 比上年增长（%） |\n|---|---|---|\n| （一）全国居民人均可支配收入 | 30941 | 5.2 |\n| 　　\(line) | | |\n| 　　　城镇居民 | 41183 | 4.5 |\n| 　　　农村居民 | 16740 | 6.6 |\n",
      "a.md")
    #expect(found.contains { $0.hasPrefix("B4 level 全国居民人均可支配收入城镇居民 41183元") }, "\(found)")
  }

  @Test("how much of the year before it is, and no growth by as much", arguments: ["前年同月比", "前年比", "対前年比"])
  func ratios(head: String) throws {
    let found = try facts("令和6年9月 特許出願件数,,\n出願人国籍,件数,\(head)\n日本,18230,102.1%\n米国,2105,98.3%\n韓国,1022,110.4%\n")
    #expect(found.count == 6 && !found.contains { $0.contains(" change ") }, "\(found)")
    let growth = try facts("令和6年9月 特許出願件数,,\n出願人国籍,件数,\(head)\n日本,18230,+2.1%\n米国,2105,-1.7%\n韓国,1022,+10.4%\n")
    #expect(growth.filter { $0.contains(" change ") }.count == 3, "\(growth)")
  }

  @Test(
    "a unit that stands once in the last line of heads holds for the times behind it",
    arguments: ["millions of dollars", "million", "thousands"])
  func unitsOnce(unit: String) throws {
    let found = try facts(
      "Retail trade sales by province,,,,,\nGeography,August 2024,September 2024,September 2023,August to September 2024,September 2023 to September 2024\n,\(unit),,,% change,\nCanada,66647,66937,66021,0.4,1.4\nOntario,23714,23922,23701,0.9,0.9\n"
    )
    #expect(
      found.count == 10 && found.filter { $0.contains(" level ") && $0.contains(unit == "thousands" ? "thousand" : unit) }.count == 6,
      "\(found)")
    #expect(found.contains { $0.hasPrefix("F4 change") && $0.contains("1.4%") && $0.hasSuffix("2024-09 yoy of C4") }, "\(found)")
  }

  @Test(
    "growth that a title tells of all figures",
    arguments: [
      ("Gross domestic product by industry, percentage change quarter on previous quarter, UK", "qoq"),
      ("Output by industry: percentage change, month on previous month", "mom"),
      ("Output by industry, % change, quarter on same quarter a year ago", "yoy"),
      ("Output by industry (percent change from previous quarter)", "qoq"),
    ])
  func growthOfTitle(title: String, basis: String) throws {
    let found = try facts(
      "<p>\(title)</p><table><tr><th>Period</th><th>Agriculture</th><th>Services</th></tr><tr><td>2024 Q1</td><td>-0.2</td><td>0.8</td></tr><tr><td>2024 Q2</td><td>-0.6</td><td>0.6</td></tr></table>",
      "a.html")
    #expect(found.count == 4 && found.allSatisfy { $0.contains(" change ") && $0.contains("% ") && $0.hasSuffix(basis) }, "\(found)")
  }

  @Test(
    "a contribution to growth is no growth",
    arguments: ["Contribution to growth (percentage points)", "Contributions to growth (percentage points)"])
  func contributions(head: String) throws {
    let found = try facts("Sector,Output (£ million),\(head)\nServices,512330,0.1\nConstruction,38020,0.05\n")
    #expect(found.count == 4 && !found.contains { $0.contains(" change ") }, "\(found)")
  }

  @Test("parts under 其中 are parts of what the title measures", arguments: ["其中", "其中：", "其中:"])
  func within(head: String) throws {
    let found = try facts(
      "<p>2023年末全国专利有效量按地区分布　单位：件</p><table><tr><th rowspan=2>地区</th><th rowspan=2>合计</th><th colspan=2>\(head)</th></tr><tr><th>发明</th><th>外观设计</th></tr><tr><td>江苏</td><td>2103311</td><td>523911</td><td>277300</td></tr><tr><td>浙江</td><td>1923002</td><td>401222</td><td>320772</td></tr></table>",
      "a.html")
    #expect(found.contains("B3 level 专利有效量 2103311件 江苏 2023-12") && found.contains("C4 level 专利有效量发明 401222件 浙江 2023-12"), "\(found)")
  }

  @Test(
    "parts of a hundred by the base that their head names",
    arguments: ["构成（合计=100）", "构成（以合计为100）", "构成 (总计=100)", "Distribution (total=100)"])
  func partsOfTotal(head: String) throws {
    let found = try facts(
      "<table><tr><td rowspan=2>年份</td><td colspan=2>就业人员（万人）</td><td colspan=2>\(head)</td></tr><tr><td>第一产业</td><td>第二产业</td><td>第一产业</td><td>第二产业</td></tr><tr><td>2021</td><td>17072</td><td>21712</td><td>44.0</td><td>56.0</td></tr><tr><td>2022</td><td>17663</td><td>21105</td><td>45.6</td><td>54.4</td></tr></table>",
      "a.html")
    #expect(found.filter { $0.contains(" share ") && $0.contains("% ") }.count == 4, "\(found)")
    #expect(found.contains { $0.hasPrefix("E4 share") && $0.hasSuffix("of C4") }, "\(found)")
  }

  @Test("divisions of goods are no places")
  func divisions() throws {
    let found = try facts(
      "\"CPI by division, Ireland, September 2024\",,\nDivision,Index,% change 12 months\nFood,101.3,1.6\nTransport,98.2,-3.9\n")
    #expect(found.count == 4 && found.allSatisfy { $0.contains(" Ireland ") }, "\(found)")
  }
}
