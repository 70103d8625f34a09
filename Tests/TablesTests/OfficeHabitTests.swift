import Articles
import Indicators
import Testing

@testable import Tables

/// How offices lay out tables that each of them calls its own: eras, codes in bulk, indices beside per cent. All figures are invented.
@Suite("Habits of offices")
struct OfficeHabitTests {
  private func facts(_ csv: String) throws -> [String] { factLines(try article(of: csv, name: "a.csv")) }
  private func html(_ body: String) throws -> [String] { factLines(try article(of: body, name: "a.html")) }

  @Test(
    "years of Japanese eras, with and without that of the calendar, and bare ones behind the era",
    arguments: [
      "令和4年,令和5年", "令和4年,5年", "令和4,令和5", "2022年(令和4年),2023年(令和5年)", "2022(令和4)年,2023(令和5)年", "令和4（2022）年,令和5（2023）年",
      "令和　4 年,令和　5 年",
    ])
  func eras(heads: String) throws {
    let found = try facts("特許出願件数の推移\n単位：件\n区分,\(heads),前年比（%）\n特許出願,410,420,2.4\n商標登録出願,210,200,-4.8\n")
    #expect(
      found == [
        "B4 level 特許出願 410件 - 2022", "C4 level 特許出願 420件 - 2023", "D4 change 特許出願 2.4% - 2023 yoy of C4",
        "B5 level 商標登録出願 210件 - 2022", "C5 level 商標登録出願 200件 - 2023", "D5 change 商標登録出願 -4.8% - 2023 yoy of C5",
      ], "\(found)")
  }

  @Test("the turn of an era, and months of its years down the side")
  func turnOfEra() throws {
    let found = try facts("年次,人口（千人）\n平成30年,120\n31年,118\n令和元年,118\n2年,117\n")
    #expect(found.map { $0.suffix(4) } == ["2018", "2019", "2019", "2020"], "\(found)")
    let months = try facts("年月,完全失業率（%）\n令和6年7月,2.7\n8月,2.5\n9月,2.4\n")
    #expect(months.map { $0.suffix(7) } == ["2024-07", "2024-08", "2024-09"], "\(months)")
    // A length of time is no year.
    let lengths = try facts("令和5年 雇用者数\n勤続年数,人数（千人）\n1年未満,12\n5年以上,30\n")
    #expect(lengths.allSatisfy { $0.hasSuffix("2023") }, "\(lengths)")
  }

  @Test(
    "per cent is no unit of indices where a line gives their base and it",
    arguments: ["(2020=100, %)", "（2020年=100，%）", "Unit: 2020=100, %"])
  func indicesBesidePerCent(line: String) throws {
    let found = try html(
      "<p>Consumer prices of Norway</p><p>\(line)</p><table><tr><td rowspan=2>Items</td><td colspan=2>Index</td><td>Y-o-y change</td></tr><tr><td>Aug. 2024</td><td>Sep. 2024</td><td>Sep. 2024</td></tr><tr><td>Food</td><td>117.4</td><td>117.5</td><td>3.4</td></tr><tr><td>Energy</td><td>118.8</td><td>113.2</td><td>7.7</td></tr></table>"
    )
    #expect(found.count == 6 && found.filter { $0.contains("%") }.count == 2, "\(found)")
    #expect(found.filter { $0.contains("change") }.allSatisfy { $0.contains("% Norway 2024-09 yoy of C") }, "\(found)")
  }

  @Test("a unit that says how figures change", arguments: ["Percent change", "Annual percent change", "% change", "Growth rate (%)"])
  func unitsOfChange(unit: String) throws {
    let found = try facts(
      "Country,Subject,Units,2022,2023\nBrazil,Inflation,\(unit),9.3,4.6\nBrazil,Unemployment rate,Percent,9.2,8.0\nChile,Inflation,\(unit),11.6,7.6\n"
    )
    #expect(
      found.count == 6 && found.filter { $0.contains("change Inflation") && $0.contains("% ") && $0.contains("yoy") }.count == 4, "\(found)"
    )
  }

  @Test("a time that Latin letters say again", arguments: ["第3季\nQ3", "第3季 Q3", "第三季度 3rd quarter"])
  func timesSaidAgain(head: String) throws {
    let found = try facts("入境旅客 Visitor arrivals\n地区 Region,\"2024年\n\(head)\"\n东海,120\n西山,80\n")
    #expect(
      found.count == 2 && found.allSatisfy { $0.contains("入境旅客") && $0.contains("2024-07/2024-09") && !$0.contains("Q3") }, "\(found)")
  }

  @Test("the numbers of notes beside the items of accounts are no figures", arguments: ["附注", "附注五", "附注七、1", "注释号", "Note"])
  func numbersOfNotes(head: String) throws {
    let found = try facts("海城公司合并利润表\n2023年1—12月\n单位：元\n项目,\(head),本期发生额,上期发生额\n营业收入,37,1200,1100\n营业成本,38,800,790\n")
    #expect(
      found.map { $0.split(separator: " ").prefix(4).joined(separator: " ") } == [
        "C5 level 营业收入 1200元", "D5 level 营业收入 1100元", "C6 level 营业成本 800元", "D6 level 营业成本 790元",
      ], "\(found)")
    #expect(found.map { $0.suffix(4) } == ["2023", "2022", "2023", "2022"], "\(found)")
  }

  @Test("nine months and six of a year", arguments: [("Nine months 2024", "09"), ("9 months 2024", "09"), ("Six months 2024", "06")])
  func monthsOfYear(head: String, last: String) throws {
    let found = try facts("$ million,\(head),Change (%)\nNet revenue,3688,16\nNet income,861,23\n")
    #expect(found.count == 4 && found.allSatisfy { $0.contains("2024-01/2024-\(last)") }, "\(found)")
  }

  @Test("bulk data that has a unit and a place for its only dimensions is named by the unit")
  func bulkOfUnits() throws {
    let found = factLines(try article(of: "unit,geo\\time\t2019 \t2018 \nPC_GDP,AT\t1.2 p\t: \nPC_GDP,BE\t2.3 \t1.1 b\n", name: "a.tsv"))
    #expect(found.count == 3 && found.allSatisfy { $0.contains("PC_GDP") }, "\(found)")
  }

  @Test("what goods a title lists go which way", arguments: ["主要出口貨品", "出口商品金额", "主要出口商品", "出口主要商品量值表", "按货品划分的整体出口"])
  func flows(title: String) throws {
    let found = try html(
      "<p>2024年9月\(title)</p><table><tr><td>貨品別</td><td>金額（億元）</td><td>較上年同月增減（%）</td></tr><tr><td>機械</td><td>21.1</td><td>6.5</td></tr><tr><td>基本金屬</td><td>23.2</td><td>1.8</td></tr></table>"
    )
    #expect(found.count == 4 && found.allSatisfy { $0.contains("出口") }, "\(found)")
    #expect(found.contains { $0.contains("機械") && $0.hasSuffix("yoy of B2") }, "\(found)")
  }

  @Test("changes by value below each of two times are of the level there")
  func changesOfGroups() throws {
    let found = try html(
      "<p>香港零售業</p><table><tr><td rowspan=3>類別</td><td colspan=3>2024年12月</td><td colspan=3>2024年1月至12月</td></tr><tr><td rowspan=2>銷貨價值（百萬元）</td><td colspan=2>與上年同期比較的變動百分率</td><td rowspan=2>銷貨價值（百萬元）</td><td colspan=2>與上年同期比較的變動百分率</td></tr><tr><td>價值</td><td>數量</td><td>價值</td><td>數量</td></tr><tr><td>衣物</td><td>4480</td><td>-6.8</td><td>-8.0</td><td>44615</td><td>-6.5</td><td>-8.3</td></tr></table>"
    )
    #expect(found.contains { $0.hasPrefix("C4 change") && $0.contains("2024-12") && $0.hasSuffix("yoy of B4") }, "\(found)")
    #expect(found.contains { $0.hasPrefix("F4 change") && $0.contains(" 2024 ") && $0.hasSuffix("yoy of E4") }, "\(found)")
  }

  @Test(
    "how many cities a title is of is no figure",
    arguments: ["表1：2019年4月70个大中城市住宅销售价格指数", "2019年4月70个大中城市住宅销售价格指数", "附表 36个重点城市住宅销售价格指数（2019年4月）"])
  func countsOfPlaces(title: String) throws {
    let found = try html(
      "<p>\(title)</p><table><tr><td>城市</td><td>环比</td><td>同比</td></tr><tr><td>北京</td><td>100.5</td><td>103.5</td></tr><tr><td>天津</td><td>100.7</td><td>102.4</td></tr></table>"
    )
    #expect(!found.contains { $0.contains("70") || $0.contains("36") }, "\(found)")
  }

  @Test("who reports has the figures, and with whom is a part of their name")
  func partners() throws {
    let found = try facts(
      "Period,Reporter,Partner,Trade Flow,Trade Value (US$)\n2023,Thailand,Japan,Export,98\n2023,Thailand,India,Export,41\n2023,Malaysia,Japan,Export,61\n2023,Malaysia,India,Export,38\n"
    )
    #expect(
      found.count == 4 && found.filter { $0.contains(" Thailand 2023") }.count == 2 && found.filter { $0.contains("Japan") }.count == 2,
      "\(found)")
    let world = try facts(
      "Period,Reporter,Partner,Trade Flow,Trade Value (US$)\n2023,Thailand,World,Export,98\n2023,Malaysia,World,Export,61\n")
    #expect(world.map { $0.suffix(13) } == ["Thailand 2023", "Malaysia 2023"], "\(world)")
  }

  @Test(
    "changes below levels are of these, whatever word that no list has stands in their heads",
    arguments: ["實質變動率", "可比口径变动率", "平减后增速", "Volume growth", "Adjusted change"])
  func recurringChanges(head: String) throws {
    let found = try facts("项目,单位,2022年,2023年\n本地生产总值,亿元,197,342\n\(head),%,-20.4,75.1\n私人消费支出,亿元,75,83\n\(head),%,-8.4,11.2\n")
    #expect(found.count == 8, "\(found)")
    #expect(found.contains { $0.hasPrefix("C3 change 本地生产总值 -20.4%") && $0.hasSuffix("of C2") }, "\(found)")
    #expect(found.contains { $0.hasPrefix("D5 change 私人消费支出 11.2%") && $0.hasSuffix("of D4") }, "\(found)")
  }

  @Test(
    "a line that says how figures change, where the unit above it is a word for per cent",
    arguments: ["Percentage", "Per cent", "Percent", "%"])
  func measures(unit: String) throws {
    let found = try facts(
      "Subject,Gross domestic product,,\nMeasure,\"Growth rate compared to previous quarter, seasonally adjusted\",,\nUnit,\(unit),,\nTime,Q1-2023,Q2-2023,Q3-2023\nCountry,,,\nAustralia,0.6,0.4,0.5\nAustria,-0.6,-1.1,-0.2\n"
    )
    #expect(
      found.count == 6 && found.allSatisfy { $0.contains("change Gross domestic product") && $0.contains("% ") && $0.contains("qoq") },
      "\(found)")
  }

  @Test("per cent behind a bracket", arguments: ["(1)%", "(1) %", "（1）%", "(1%)", "-1%"])
  func percentBehindBracket(cell: String) throws {
    let found = try facts("(in millions),2024,2023,Change\nCloud,4210,3508,20%\nDevices,2380,2410,\(cell)\n")
    #expect(found.contains { $0.hasPrefix("D3 change Devices -1%") }, "\(found)")
  }

  @Test("running totals beside single months", arguments: [("每月", "累計"), ("當月", "累計"), ("单月", "累计"), ("本月", "累计")])
  func runningTotals(single: String, total: String) throws {
    let found = try html(
      "<p>海湾博彩（单位：百万元）</p><table><tr><td rowspan=2>月份</td><td colspan=3>\(single)毛收入</td><td colspan=3>\(total)毛收入</td></tr><tr><td>2024</td><td>2023</td><td>变动率</td><td>2024</td><td>2023</td><td>变动率</td></tr><tr><td>1月</td><td>193</td><td>116</td><td>+66%</td><td>193</td><td>116</td><td>+66%</td></tr><tr><td>2月</td><td>184</td><td>103</td><td>+79%</td><td>377</td><td>219</td><td>+72%</td></tr></table>"
    )
    #expect(found.count == 12, "\(found)")
    #expect(found.contains { $0.hasPrefix("E4 level") && $0.contains("377百万元") && $0.hasSuffix("2024-01/2024-02") }, "\(found)")
    #expect(found.contains { $0.hasPrefix("F4 level") && $0.hasSuffix("2023-01/2023-02") }, "\(found)")
    #expect(found.contains { $0.hasPrefix("B4 level") && $0.hasSuffix("2024-02") }, "\(found)")
  }

  @Test("months that end at a day, behind 截至", arguments: ["截至2023年9月30日止九个月", "截至2023年9月30日止9个月", "2023年9月30日止九个月"])
  func monthsUpToDay(head: String) throws {
    let found = try facts("海州保险股份有限公司\n人民币百万元\n项目,截至2024年9月30日止九个月,\(head),同比变动\n保费收入,428,406,5.4%\n净利润,27,19,42.1%\n")
    #expect(found.map { $0.contains("2023-01/2023-09") } == [false, true, false, false, true, false], "\(found)")
    #expect(found.filter { $0.contains("2024-01/2024-09 yoy of B") }.count == 2, "\(found)")
  }

  @Test(
    "times over those that they are compared with",
    arguments: ["Sep. 2024 Advance from --", "Sep. 2024 from", "September 2024 over:", "Sep 2024 preliminary from –"])
  func openBases(head: String) throws {
    let found = try html(
      "<p>Change in Monthly Sales</p><p>(Percent change. Estimates are adjusted for seasonal variations.)</p><table><tr><td rowspan=2>Kind of Business</td><td colspan=2>\(head)</td></tr><tr><td>Aug. 2024 (p)</td><td>Sep. 2023 (r)</td></tr><tr><td>Furniture stores</td><td>-1.4</td><td>-2.3</td></tr><tr><td>Food stores</td><td>1.0</td><td>2.9</td></tr></table>"
    )
    #expect(
      found.map { $0.split(separator: " ").suffix(2).joined(separator: " ") } == [
        "2024-09 mom", "2024-09 yoy", "2024-09 mom", "2024-09 yoy",
      ], "\(found)")
    #expect(found.allSatisfy { $0.contains("%") }, "\(found)")
  }

  @Test("units in brackets above a table", arguments: ["(%)", "（%）", "[%]", "(2020=100, %)"])
  func unitsInBrackets(line: String) throws {
    let found = try html(
      "<p>Consumer prices of Norway, 2024</p><p>\(line)</p><table><tr><td>Items</td><td>Y-o-y change</td><td>M-o-m change</td></tr><tr><td>Food</td><td>3.4</td><td>0.2</td></tr><tr><td>Energy</td><td>7.7</td><td>0.4</td></tr></table>"
    )
    #expect(found.count == 4 && found.allSatisfy { $0.contains("%") }, "\(found)")
  }

  @Test("names behind the only column of figures, where codes stand before it")
  func namesBehind() throws {
    let found = try facts(
      "Series_reference,Period,Data_value,Suppressed,STATUS,UNITS,Magnitude,Subject,Series_title_1,Series_title_2\nBD.S1AA,2024.03,981,,F,Dollars,6,Business data,Sales,Agriculture\nBD.S1AA,2024.06,975,,F,Dollars,6,Business data,Sales,Agriculture\nBD.S1BA,2024.03,531,,F,Dollars,6,Business data,Sales,Mining\nBD.S1BA,2024.06,540,,R,Dollars,6,Business data,Sales,Mining\n"
    )
    #expect(
      found.count == 4 && found.filter { $0.contains("Agriculture") }.count == 2 && !found.contains { $0.contains("BD.") }, "\(found)")
    #expect(found.allSatisfy { $0.contains("million Dollars") }, "\(found)")
    #expect(found.map { $0.suffix(7) } == ["2024-03", "2024-06", "2024-03", "2024-06"], "\(found)")
  }

  @Test("parts without unit that add up to a whole with one")
  func unitsOfParts() throws {
    let found = try html(
      "<p>汀州市人口</p><table><tr><td rowspan=3>年份</td><td rowspan=3>年末常住人口（万人）</td><td colspan=4>按性别分</td></tr><tr><td colspan=2>男</td><td colspan=2>女</td></tr><tr><td>人口数</td><td>比重（%）</td><td>人口数</td><td>比重（%）</td></tr><tr><td>2020</td><td>812.4</td><td>415.1</td><td>51.1</td><td>397.3</td><td>48.9</td></tr><tr><td>2021</td><td>815.0</td><td>416.2</td><td>51.1</td><td>398.8</td><td>48.9</td></tr></table>"
    )
    #expect(found.count == 10 && found.filter { $0.contains("万人") }.count == 6, "\(found)")
  }

  @Test(
    "a line between that says from when a variation is counted",
    arguments: [("Fortnight", nil as String?), ("Month", "mom"), ("Quarter", "qoq"), ("12 months", "yoy"), ("Week", nil)])
  func stepsOfVariation(step: String, basis: String?) throws {
    let found = try html(
      "<p>Money supply, India</p><table><tr><td rowspan=3>₹ Crore</td><td rowspan=3>Sep. 20, 2024</td><td colspan=4>Variation over</td></tr><tr><td colspan=2>\(step)</td><td colspan=2>Year</td></tr><tr><td>Amount</td><td>%</td><td>Amount</td><td>%</td></tr><tr><td>M3</td><td>2596</td><td>-21</td><td>-0.8</td><td>258</td><td>11.0</td></tr></table>"
    )
    #expect(found.count == 5, "\(found)")
    let own = found.first { $0.hasPrefix("C4 change M3") || $0.hasPrefix("C3 change M3") } ?? ""
    #expect(own.hasSuffix("2024-09\(basis.map { " " + $0 } ?? "") of B4"), "\(found)")
  }

  @Test("a short first line of a document gives its place to the tables below, its heading and that of the table between")
  func firstLines() throws {
    let found = try html(
      "<p>云岭省2023年农业</p><p>全年农业平稳增长，农民收入增加，粮食生产保持稳定。</p><p>表2 2023年主要农产品产量</p><table><tr><td>指标</td><td>产量（万吨）</td></tr><tr><td>粮食</td><td>1203.5</td></tr><tr><td>油料</td><td>64.3</td></tr></table>"
    )
    #expect(found.count == 2 && found.allSatisfy { $0.contains(" 云岭") }, "\(found)")
  }

  @Test("Japanese long tables and units", arguments: ["価額（百万円）", "価額（百万円）①", "価額(百万円)", "価額 (百万円)"])
  func japaneseUnits(head: String) throws {
    let found = try facts("令和6年9月分 貿易統計 輸出\n品名,\(head),前年同月比（%）\n化学製品,1062410,3.3\n一般機械,1647310,1.9\n")
    #expect(found.count == 4 && found.filter { $0.contains("百万円") && $0.hasSuffix("2024-09") }.count == 2, "\(found)")
    let long = try facts("表章項目,全国・都道府県,時間軸（年次）,unit,value\n総人口,全国,2023年,千人,124352\n総人口,東京都,2023年,千人,14086\n日本人人口,東京都,2023年,千人,13441\n")
    #expect(long.count == 3 && long.filter { $0.hasPrefix("E") && !$0.contains("総人口東") }.count == 3, "\(long)")
  }

  @Test("a note on a mark is short", arguments: ["2. *为绝对量。", "*为绝对量。", "注：带*的为绝对量。", "标*为绝对量。"])
  func shortNotes(note: String) throws {
    let found = try facts("全国电力统计数据（2023年）\n指标名称,单位,绝对量,增长（%）\n用电量,亿千瓦时,92241,6.7\n设备利用小时,小时,3592,-101*\n\(note)\n")
    #expect(found.contains { $0.hasPrefix("D4 change 设备利用小时 -101小时") }, "\(found)")
  }

  @Test("the sum of so many months", arguments: ["3-Month Total", "3 months total", "Total"])
  func sumsOfMonths(label: String) throws {
    let found = try facts(
      "Energy Overview,,\n(Quadrillion Btu),,\nTime,Fossil fuels,Nuclear\n2022,81.4,8.1\n2023,85.1,8.1\n2024 January,7.2,0.7\nFebruary,6.9,0.7\nMarch,7.3,0.7\n\(label),21.4,2.1\n"
    )
    #expect(found.contains { $0.contains("Fossil fuels 21.4Quadrillion Btu") && $0.hasSuffix("2024-01/2024-03") }, "\(found)")
  }

  @Test("two sides of a balance sheet", arguments: [("资产", "负债和所有者权益"), ("资产", "负债及股东权益"), ("项目", "项目"), ("资产类", "负债类")])
  func sidesOfBalance(left: String, right: String) throws {
    let found = try facts(
      "合并资产负债表,,,,,\n编制单位：海城精密股份有限公司,2024年9月30日,,,单位：元,\n\(left),期末余额,年初余额,\(right),期末余额,年初余额\n货币资金,320,288,短期借款,150,120\n应收账款,210,190,应付账款,98,87\n存货,180,175,负债合计,248,207\n"
    )
    #expect(found.count == 12 && found.allSatisfy { $0.contains("元 海城精密股份有限公司") }, "\(found)")
    #expect(found.contains { $0.hasPrefix("E4 level 短期借款 150元") && $0.hasSuffix("2024-09") }, "\(found)")
    #expect(found.contains { $0.hasPrefix("C5 level 应收账款 190元") && $0.hasSuffix("2023-12") }, "\(found)")
  }

  @Test("a line with the name and the unit of the next part of a sheet", arguments: ["二、社会保险,,,单位：亿元", "二、社会保险,单位：亿元,,", "社会保险,,,（亿元）"])
  func partsOfSheets(line: String) throws {
    let found = try facts(
      "云川市2024年就业与社保情况,,,\n一、就业,,,单位：万人\n指标,2024年,2023年,同比增长%\n城镇新增就业,8.6,8.3,3.7\n再就业,3.0,3.1,-1.9\n\(line)\n险种,基金收入,基金支出,累计结余\n养老保险,210.4,188.9,402.7\n失业保险,5.3,6.1,18.4\n"
    )
    #expect(found.count == 12 && found.filter { $0.contains("万人") }.count == 4 && found.filter { $0.contains("亿元") }.count == 6, "\(found)")
  }

  @Test("how a rank changed is no rank", arguments: ["较上年同期位次变化", "位次变动", "排名变化", "Change in rank", "Rank change"])
  func changesOfRanks(head: String) throws {
    let found = try facts("城市,2024年GDP（亿元）,全国排名,\(head)\n云川市,2103.4,31,2\n岭东市,1988.2,35,-1\n")
    #expect(found.count { $0.dropFirst(3).hasPrefix("rank ") } == 2, "\(found)")
  }

  @Test("points named without a bracket", arguments: [("較上月增減百分點", "mom"), ("较上月增减个百分点", "mom"), ("比上年同月变动百分点", "yoy")])
  func pointsInHeads(head: String, basis: String) throws {
    let found = try facts("失业率\n单位：%\n月份,合计,青年\n2024年8月,3.48,11.90\n2024年9月,3.43,11.57\n\(head),-0.05,-0.33\n")
    let changes = found.filter { $0.contains(" change ") }
    #expect(changes.count == 2 && changes.allSatisfy { $0.contains("分") && $0.contains("2024-09 \(basis) of") }, "\(found)")
  }
}
