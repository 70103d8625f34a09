import Articles
import Indicators
import Testing

@testable import Tables

/// Growth, shares and their units as offices head them. All figures are invented.
@Suite("Habits of growth and shares")
struct GrowthHabitTests {
  private func facts(_ csv: String) throws -> [String] { factLines(try article(of: csv, name: "a.csv")) }
  private func html(_ body: String) throws -> [String] { factLines(try article(of: body, name: "a.html")) }

  @Test(
    "an amount of change beside a ratio of the same",
    arguments: [("同比增减", "同比增速"), ("比上年增减", "比上年增减%"), ("同比变动", "同比变动率"), ("较上年增减", "较上年增幅"), ("同比增减", "同比增长率")])
  func amounts(amount: String, ratio: String) throws {
    let found = try facts("2024年9月末云川市存贷款情况,,,\n,,,单位：亿元、%\n项目,余额,\(amount),\(ratio)\n各项存款,4210.5,301.9,7.7\n各项贷款,3988.1,322.5,8.8\n")
    #expect(found.count == 6, "\(found)")
    #expect(found.contains { $0.hasPrefix("C4 change 各项存款") && $0.contains("301.9亿元") && $0.hasSuffix("yoy of B4") }, "\(found)")
    #expect(found.contains { $0.hasPrefix("D5 change 各项贷款") && $0.contains("8.8%") && $0.hasSuffix("yoy of B5") }, "\(found)")
  }

  @Test(
    "a line over rows that makes shares of them",
    arguments: ["Percent distribution", "Percentage distribution", "Per cent distribution", "Composition", "构成（%）"])
  func linesOfShares(line: String) throws {
    let found = try facts(
      "\"Employed persons by education, Ireland\",,\n,2022,2023\nThousands,,\nTotal,2554,2655\nThird level,1379,1460\n\(line),,\nTotal,100.0,100.0\nThird level,54.0,55.0\n"
    )
    #expect(found.count == 8 && found.filter { $0.contains(" share ") && $0.contains("% Ireland") }.count == 4, "\(found)")
    #expect(found.contains { $0.hasPrefix("B8 share") && $0.hasSuffix("of B5") }, "\(found)")
  }

  @Test(
    "growth that the title alone tells of, over columns of industries and years down",
    arguments: ["2024年云岭省规模以上工业增加值增速（%）", "云岭省2024年规模以上工业增加值增长速度（%）", "云岭省2024年规模以上工业增加值同比增长（%）"])
  func growthOfAll(title: String) throws {
    let found = try facts("\(title),,\n时间,采矿业,制造业\n1-2月,2.0,7.2\n3月,-0.4,6.4\n")
    #expect(found.count == 4 && found.allSatisfy { $0.contains(" change ") && $0.contains("增加值") && $0.hasSuffix("yoy") }, "\(found)")
    // Levels beside it are none.
    let mixed = try facts("云岭省2024年规模以上工业增加值增速,,\n指标,总量（亿元）,增速（%）\n采矿业,20.1,7.2\n制造业,40.2,6.4\n")
    #expect(mixed.filter { $0.contains(" level ") }.count == 2, "\(mixed)")
  }

  @Test("a country's name within other words is no place", arguments: ["支出法国内生产总值", "收入法国内生产总值", "按支出法国内生产总值构成", "生产法国内生产总值"])
  func noPlace(title: String) throws {
    let found = try html(
      "<p>2023年\(title)</p><table><tr><td>指标</td><td>绝对额（亿元）</td></tr><tr><td>最终消费支出</td><td>703000</td></tr><tr><td>资本形成总额</td><td>530000</td></tr></table>"
    )
    #expect(found.count == 2 && !found.contains { $0.contains("法国 ") }, "\(found)")
  }

  @Test("years written from one to the next", arguments: ["2022 to 2023", "2022 to 2023 [provisional]", "2022-23", "2022/23"])
  func yearsToYears(head: String) throws {
    let found = try facts("UK tax receipts (£ million),\nTax,\(head)\nIncome Tax,248800\nVAT,159700\n")
    #expect(found.map { $0.suffix(9) } == ["2022/2023", "2022/2023"], "\(found)")
  }

  @Test("weights per mille", arguments: ["權數（千分比）", "权数（‰）", "权重（千分比）"])
  func perMille(head: String) throws {
    let found = try facts("113年9月消費者物價指數\n類別,\(head),指數\n總指數,1000,108.55\n食物類,252,115.02\n居住類,226,106.41\n")
    #expect(found.filter { $0.contains(" share ") && $0.contains("‰") }.count == 3, "\(found)")
  }

  @Test("years that growth is counted from, below its head", arguments: ["対", "比", "较", "与"])
  func yearsBelowGrowth(word: String) throws {
    let found = try html(
      "<p>訪日外客数（2024年9月）</p><table><tr><td rowspan=2>国・地域</td><td rowspan=2>2019年9月</td><td rowspan=2>2023年9月</td><td rowspan=2>2024年9月</td><td colspan=2>伸率（%）</td></tr><tr><td>\(word)2019年</td><td>\(word)2023年</td></tr><tr><td>韩国</td><td>201252</td><td>570454</td><td>656700</td><td>226.3</td><td>15.1</td></tr><tr><td>台湾</td><td>376186</td><td>385345</td><td>470600</td><td>25.1</td><td>22.1</td></tr></table>"
    )
    #expect(found.count == 10, "\(found)")
    #expect(
      found.contains {
        $0.hasPrefix("E3 change") && $0.hasSuffix("2024-09 2019-09 of D3")
          || $0.hasPrefix("E3 change") && $0.hasSuffix("2024-09 2019 of D3")
      }, "\(found)")
    #expect(found.contains { $0.hasPrefix("F3 change") && $0.hasSuffix("2024-09 yoy of D3") }, "\(found)")
  }

  @Test("a rank in front and a change behind are of the share that stands between", arguments: ["优良天数比例", "达标断面比例", "绿色出行占比"])
  func ranksOfShares(name: String) throws {
    let found = try html(
      "<p>2024年1—9月云岭省环境质量</p><table><tr><td rowspan=2>排名</td><td rowspan=2>城市</td><td colspan=2>\(name)（%）</td><td colspan=2>浓度（μg/m³）</td></tr><tr><td>1—9月</td><td>同比变化（百分点）</td><td>1—9月</td><td>同比变化（%）</td></tr><tr><td>1</td><td>河阳市</td><td>98.2</td><td>1.1</td><td>18</td><td>-10.0</td></tr><tr><td>2</td><td>岭东市</td><td>96.7</td><td>-0.4</td><td>21</td><td>-4.5</td></tr></table>"
    )
    #expect(found.contains { $0.hasPrefix("A3 rank") && $0.hasSuffix("of C3") }, "\(found)")
    #expect(found.contains { $0.hasPrefix("D3 change") && $0.hasSuffix("yoy of C3") }, "\(found)")
    #expect(found.contains { $0.hasPrefix("F3 change") && $0.hasSuffix("yoy of E3") }, "\(found)")
  }

  @Test(
    "companies by their short names",
    arguments: [("证券代码", "证券简称"), ("股票代码", "股票简称"), ("公司代码", "公司简称"), ("Ticker", "Company name"), ("Stock code", "Stock name")])
  func shortNames(code: String, name: String) throws {
    let found = try facts("\(code),\(name),2024年营业收入（亿元）,同比（%）\n600001,甲光科技,45.21,12.3\n600002,乙能股份,120.40,-3.5\n")
    #expect(found.count == 4 && found.filter { $0.contains(" 甲光科技 2024") }.count == 2, "\(found)")
  }

  @Test("shares in brackets below kinds of applicants", arguments: ["(% of total)", "Share of total (%)", "占比（%）"])
  func sharesBelowKinds(label: String) throws {
    let found = try facts(
      "Patent applications in China,,\nOrigin of applications,2022,2023\nResidents,1464,1519\n\(label),(90.4),(90.5)\nNon-residents,154,158\n\(label),(9.6),(9.5)\n"
    )
    #expect(found.count == 8 && found.allSatisfy { $0.contains("China 202") }, "\(found)")
    #expect(found.contains { $0.hasPrefix("B4 share") && $0.contains("90.4%") && $0.hasSuffix("of B3") }, "\(found)")
  }

  @Test("growth behind an amount and its share is of the amount", arguments: ["比重", "占比", "结构比"])
  func behindShares(share: String) throws {
    let found = try html(
      "<p>113年9月進出口貿易值</p><table><tr><td rowspan=2>國家</td><td colspan=3>出口</td><td colspan=3>進口</td></tr><tr><td>金額（百萬美元）</td><td>\(share)（%）</td><td>年增率（%）</td><td>金額（百萬美元）</td><td>\(share)（%）</td><td>年增率（%）</td></tr><tr><td>美國</td><td>9380</td><td>23.1</td><td>1.7</td><td>4120</td><td>12.3</td><td>43.0</td></tr><tr><td>日本</td><td>2110</td><td>5.2</td><td>-9.0</td><td>3660</td><td>10.9</td><td>-2.5</td></tr></table>"
    )
    #expect(found.contains { $0.hasPrefix("D3 change") && $0.hasSuffix("yoy of B3") }, "\(found)")
    #expect(found.contains { $0.hasPrefix("G4 change") && $0.hasSuffix("yoy of E4") }, "\(found)")
  }

  @Test(
    "months of two years of two digits",
    arguments: [
      ("% change Sep 24/23", "2024-09"), ("% change Jan-Sep 24/23", "2024-01/2024-09"), ("Sep 24/23 (%)", "2024-09"),
      ("Growth Sep 24/23, %", "2024-09"),
    ])
  func monthsOfTwoYears(head: String, period: String) throws {
    let found = try facts("Crude steel production by country,,\nCountry,Unit,\"\(head)\"\nChina,Mt,-6.1\nIndia,Mt,-0.2\n")
    #expect(found.count == 2 && found.allSatisfy { $0.contains(" change ") && $0.hasSuffix("\(period) yoy") }, "\(found)")
  }

  @Test("number and per cent below a change", arguments: [("數目", "百分率"), ("数目", "百分比"), ("人数", "百分率")])
  func numberAndPerCent(number: String, perCent: String) throws {
    let found = try html(
      "<p>香港職位空缺</p><table><tr><td rowspan=2>行業</td><td rowspan=2>2024年6月職位空缺數目</td><td colspan=2>按年變動</td><td colspan=2>按季變動</td></tr><tr><td>\(number)</td><td>\(perCent)</td><td>\(number)</td><td>\(perCent)</td></tr><tr><td>製造業</td><td>1950</td><td>-620</td><td>-24.1</td><td>-110</td><td>-5.3</td></tr><tr><td>零售</td><td>6420</td><td>-2120</td><td>-24.8</td><td>-480</td><td>-7.0</td></tr></table>"
    )
    #expect(found.count == 10 && found.filter { $0.contains(" change ") }.count == 8, "\(found)")
    #expect(found.contains { $0.hasPrefix("D3 change") && $0.contains("-24.1%") && $0.hasSuffix("yoy of B3") }, "\(found)")
    #expect(found.contains { $0.hasPrefix("F4 change") && $0.contains("-7.0%") && $0.hasSuffix("qoq of B4") }, "\(found)")
  }

  @Test("rankings beside each other, a blank column between", arguments: [("国内企业", "国外企业"), ("企业", "高校"), ("申请人", "专利权人")])
  func rankings(left: String, right: String) throws {
    let found = try facts(
      "2023年发明专利授权量排名,,,,,,\n排名,\(left),授权量（件）,,排名,\(right),授权量（件）\n1,甲通信股份有限公司,6421,,1,乙大学,3120\n2,丙能源集团有限公司,4310,,2,丁大学,2655\n3,戊科技有限公司,3988,,3,己学院,2011\n"
    )
    #expect(found.count == 12, "\(found)")
    #expect(found.contains { $0.hasPrefix("G3 level") && $0.contains("3120件 乙大学 2023") }, "\(found)")
    #expect(found.contains { $0.hasPrefix("E4 rank") && $0.contains("2位 丁大学") && $0.hasSuffix("of G4") }, "\(found)")
  }

  @Test("words for kinds of places in a title are none", arguments: ["各省、自治区、直辖市商标注册件数", "全国各省（自治区、直辖市）商标注册件数", "31个省、自治区、直辖市商标注册件数"])
  func kindsOfPlaces(title: String) throws {
    let found = try facts("2024年\(title),\n地区,注册件数\n合计,3610\n北京,221\n天津,26\n")
    #expect(found.count == 3 && !found.contains { $0.contains("直辖市 2024") }, "\(found)")
  }

  @Test("growth of a period of a report by long words", arguments: ["本报告期比上年同期增减变动幅度(%)", "本报告期比上年同期增减(%)", "本报告期比上年同期变动比率(%)"])
  func growthOfReports(head: String) throws {
    let found = try facts("海城精密股份有限公司2024年第三季度报告,,\n单位：元,,\n项目,本报告期,\(head)\n营业收入,421,12.35\n净利润,50,-3.21\n")
    #expect(found.contains { $0.hasPrefix("C4 change 营业收入 12.35%") && $0.hasSuffix("yoy of B4") }, "\(found)")
  }

  @Test("the year of prices in a head is no time where rows have their own", arguments: ["以環比物量計算（2022年）", "以環比物量計算（2022年價格）"])
  func baseYears(head: String) throws {
    let found = try facts("香港本地生產總值,,\n年,以當時市價計算（百萬港元）,\(head)（百萬港元）\n2022年,2808,2808\n2023年,2996,2900\n2024年第1季,745,722\n")
    #expect(found.count == 6 && found.filter { $0.hasSuffix("2023") }.count == 2, "\(found)")
  }

  @Test("this year and last in a table of months", arguments: [("今年", "去年"), ("今年", "上年")])
  func thisYear(this: String, last: String) throws {
    let found = try facts("云川市2024年1-9月收案情况,,,\n法院,\(this),\(last),同比±%\n东湖区法院,12105,12950,-6.53\n西山县法院,4102,3720,10.27\n")
    #expect(
      found.filter { $0.contains("2024-01/2024-09") }.count == 4 && found.filter { $0.contains("2023-01/2023-09") }.count == 2, "\(found)")
  }

  @Test("rates of one money in another are names", arguments: ["EUR/USD", "USD/JPY", "GBP/CNY"])
  func ratesOfMoney(pair: String) throws {
    let found = try facts("Exchange rates,,\nCurrency pair,End-2023,End-June 2024\n\(pair),1.1050,1.0705\nCHF/SEK,12.1,11.8\n")
    #expect(found.count == 4 && found.filter { $0.contains("\(pair)") }.count == 2, "\(found)")
  }

  @Test("per cent of a kind of people", arguments: ["% female", "% women", "% male"])
  func percentOfKinds(head: String) throws {
    let found = factLines(
      try article(
        of:
          "Enrolment by level of education, Ghana\nLevel\t2021/22\t\t2022/23\n\tTotal\t\(head)\tTotal\t\(head)\nPre-primary\t1804210\t49.6\t1822305\t49.7\nPrimary\t4511320\t48.9\t4590110\t49.0\n",
        name: "a.tsv"))
    #expect(found.count == 8 && found.filter { $0.contains(" share ") && $0.contains("%") }.count == 4, "\(found)")
    #expect(found.allSatisfy { $0.contains("Ghana 202") }, "\(found)")
  }

  @Test("a place behind 截至 and a time", arguments: ["截至2024年9月底云岭省发明专利有效量情况", "截至2024年9月云岭省发明专利有效量", "截止2024年9月底云岭省发明专利有效量统计"])
  func placesBehindTimes(title: String) throws {
    let found = try html(
      "<p>\(title)</p><table><tr><td>地区</td><td>有效量（件）</td></tr><tr><td>全省</td><td>62410</td></tr><tr><td>云川市</td><td>31205</td></tr></table>"
    )
    #expect(found.count == 2 && found[0].contains(" 云岭"), "\(found)")
  }
}
