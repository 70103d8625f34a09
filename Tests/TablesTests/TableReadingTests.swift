import Articles
import Diagnostics
import Extraction
import Foundation
import Indicators
import Testing

@testable import Tables

@Suite("Cells and heads")
struct CellAndHeadTests {
  @Test(
    "numbers of cells",
    arguments: [
      ("1,284,500", "1284500", ""), ("+3.2%", "3.2", "%"), ("−6.4％", "-6.4", "％"), ("(3.2)", "-3.2", ""), ("12.3万件", "12.3", "万件"),
      ("7 203", "7203", ""),
      ("8,930*", "8930", ""), ("下降1.5%", "-1.5", "%"), ("０．５", "0.5", ""), ("$1.2", "1.2", "$"), ("$(75.5)", "-75.5", "$"),
      ("($ 1,204)", "-1204", "$"), ("32.14(6.27%)", "32.14", ""), ("120（+3.2%）*", "120", ""),
    ])
  func numbers(text: String, value: String, unit: String) {
    #expect(CellContent(text, tableWords).number?.value.description == value)
    #expect(CellContent(text, tableWords).number?.unit == unit)
  }

  @Test("marks for what is not there are no numbers", arguments: ["…", "—", "-", "..", "n.a.", "/", "－"])
  func marks(text: String) { #expect(CellContent(text, tableWords) == .missing) }

  @Test("texts are no numbers", arguments: ["2024年", "3月", "第一产业", "1:2", "5—6", "3.2.1", "表1"])
  func texts(text: String) { #expect(CellContent(text, tableWords) == .text) }

  @Test(
    "triangles: a rise beside ▼, a loss alone",
    arguments: [(["▲3.2", "▼1.5"], "3.2"), (["▲3.2", "1.5"], "-3.2"), (["△3.2%", "▽0.4%"], "3.2"), (["△3.2"], "-3.2")])
  func triangles(cells: [String], value: String) {
    #expect(CellContent(cells[0], tableWords, habits: NumberHabits(cells)).number?.value.description == value)
  }

  @Test(
    "commas part decimals where they can part no thousands",
    arguments: [
      (["1,284", "12,5"], "1.284"), (["1,284", "3.5"], "1284"), (["1,284", "12,5", "3.25"], "1284"), (["1.204,50"], "1204.50"),
      (["1,284"], "1284"),
    ])
  func decimalCommas(cells: [String], value: String) {
    #expect(CellContent(cells[0], tableWords, habits: NumberHabits(cells)).number?.value.description == value)
  }

  /// name | kind | unit | against.
  @Test(
    "heads",
    arguments: [
      ("生产总值（亿元）", "生产总值|-|亿元|-"), ("比上年增长（%）", "|change|%|yearBefore"), ("2024年比上年增长(%)", "|change|%|yearBefore"),
      ("同比增速", "|change|-|yearBefore"),
      ("环比涨跌幅（%）", "|change|%|periodBefore"), ("占全市比重", "|share|-|-"), ("2024年构成（%）", "|share|%|-"), ("位次", "|rank|-|-"),
      ("增速位次", "|rank|-|-"),
      ("人口自然增长率（‰）", "人口自然增长率|-|‰|-"), ("工业增加值（万元）", "工业增加值|-|万元|-"), ("居民消费价格指数（上年=100）", "居民消费价格指数（上年=100）|-|-|-"),
      ("出口同比增长（%）", "出口|change|%|yearBefore"), ("Share of world total (%), 2023", "|share|%|-"),
      ("Exports (US$ million)", "Exports|-|US$ million|-"),
      ("Change in %", "|change|%|-"), ("比年初增减", "|change|-|yearStart"), ("按年增加", "|change|-|yearBefore"), ("按年龄分", "按年龄分|-|-|-"),
      ("按月份分", "按月份分|-|-|-"), ("按年度统计", "按年度统计|-|-|-"),
      ("按年薪分组", "按年薪分组|-|-|-"), ("按季别", "按季别|-|-|-"),
      ("发电量（亿千瓦时） Power Generation (GWh)", "发电量|-|亿千瓦时|-"), ("增长率（%） Growth rate (%)", "|change|%|-"),
      ("商品出口\nExports (HK$ million)", "商品出口|-|HK$ million|-"),
      ("货运量\n（万吨）\nFreight Traffic\n(10 000 tons)", "货运量|-|万吨|-"), ("年均增长（%）", "|change|%|average"), ("绝对数（亿元）", "|-|亿元|-"),
    ])
  func heads(text: String, expected: String) {
    let head = HeadReading(text, tableWords)
    let against = head.against.map { "\($0)" } ?? "-"
    #expect("\(head.name)|\(head.kind?.rawValue ?? "-")|\(head.unit ?? "-")|\(against)" == expected)
  }

  @Test(
    "times of heads",
    arguments: [
      ("2024年", "2024"), ("2024", "2024"), ("2024-Q1", "2024-01/2024-03"), ("Q2 2024", "2024-04/2024-06"), ("Jan 2024", "2024-01"),
      ("Passengers, October 2025", "2025-10"), ("Movements (Sept 2025)", "2025-09"), ("Revenue 2025", "2025"), ("202411", "2024-11"),
      ("2024.3", "2024-03"), ("1—10月", "2025-01/2025-10"), ("10月", "2025-10"), ("本年累计", "2025-01/2025-10"), ("上年同期", "2024-10"),
      ("2024H1", "2024-01/2024-06"),
      ("2024-M03", "2024-03"), ("2024年6月30日", "2024-06"), ("2024年4月1日至2024年6月30日", "2024-04/2024-06"), ("上年末", "2024-12"),
      ("年初至报告期末", "2025-01/2025-10"), ("2022-S1", "2022-01/2022-06"),
    ])
  func times(text: String, period: String) {
    #expect(HeadReading(text, tableWords).time?.period(in: Period(year: 2025, month: 10))?.description == period)
  }

  @Test(
    "labels of rows",
    arguments: [
      ("其中：工业", "工业", true, 0), ("#公路", "公路", true, 0), ("一、农业", "农业", false, 1), ("（一）谷物", "谷物", false, 2), ("1.粮食", "粮食", false, 2),
      ("2024年", "2024年", false, 0),
      ("Dominican Rep.", "Dominican Rep.", false, 0), ("Coal ......", "Coal", false, 0), ("Coal . . .", "Coal", false, 0),
      ("原煤……", "原煤", false, 0), ("Others etc.", "Others etc.", false, 0),
    ])
  func labels(text: String, words: String, isWithin: Bool, depth: Int) {
    let label = RowLabel(text, tableWords)
    #expect(label.words == words)
    #expect(label.isWithin == isWithin)
    #expect(label.depth == depth)
  }

  @Test(
    "labels of tables",
    arguments: [
      ("表1 2024年产量", "2024年产量"), ("2-1  云川市生产总值", "云川市生产总值"), ("Table 3. Grants", "Grants"), ("2024年产量", "2024年产量"), ("1-3  续表", ""),
    ])
  func tableLabels(text: String, rest: String) { #expect(withoutLabel(text, tableWords) == rest) }
}

@Suite("Tables")
struct TableTests {
  private func html(_ rows: String) throws -> [String] {
    factLines(try article(of: "<h1>2024年河阳市专利授权量</h1><table>\(rows)</table>"))
  }

  @Test("spans of rows and columns")
  func spans() throws {
    let found = try html(
      "<tr><th rowspan=2>地区</th><th colspan=2>发明</th></tr><tr><th>授权量（件）</th><th>同比增长</th></tr><tr><td>江北区</td><td>12</td><td>3.5%</td></tr>"
    )
    #expect(found == ["B3 level 发明授权量 12件 江北区 2024", "C3 change 发明授权量 3.5% 江北区 2024 yoy of B3"])
  }

  @Test("a table of text is read as text")
  func text() throws {
    let read = try article(of: "<table><tr><td>全年专利授权量达1.2万件。</td><td>好</td></tr><tr><td>商标注册量3万件。</td><td>好</td></tr></table>")
    let found = statedFigures(in: read, language, tableWords).value
    #expect(found.map { "\($0.name) \($0.value)" } == ["专利授权量 1.2", "商标注册量 3"])
    #expect(found.allSatisfy { $0.cell == nil })
  }

  @Test("a total that is not the sum of its rows is a finding; one off by rounding is none")
  func totals() throws {
    func rules(_ total: String) throws -> [String] {
      let text =
        "<h1>2024年河阳市产量</h1><p>单位：吨</p><table><tr><th>品种</th><th>产量</th></tr><tr><td>小麦</td><td>10.4</td></tr><tr><td>玉米</td><td>20.3</td></tr><tr><td>合计</td><td>\(total)</td></tr></table>"
      return statedFigures(in: try article(of: text), language, tableWords).diagnostics.map(\.rule)
    }
    #expect(try rules("30.7") == [])
    #expect(try rules("30.8") == [])
    #expect(try rules("31.7") == ["table.total"])
    #expect(try rules("20.7") == ["table.total"])
  }

  @Test("rows that are only the largest of those that a total sums up are no finding")
  func partOfAll() throws {
    let text =
      "<h1>2024年河阳市出口</h1><p>单位：吨</p><table><tr><th>国别</th><th>大米</th><th>食糖</th></tr><tr><td>总计</td><td>90.1</td><td>80</td></tr><tr><td>日本</td><td>10.4</td><td>31</td></tr><tr><td>越南</td><td>20.3</td><td>\u{2026}</td></tr></table>"
    #expect(statedFigures(in: try article(of: text), language, tableWords).diagnostics.map(\.rule) == [])
  }

  @Test("a table without heads is a finding")
  func noHead() throws {
    let read = try article(of: "江北区,1.5,2.5\n平山县,3.5,4.5\n", name: "a.csv")
    let found = statedFigures(in: read, language, tableWords)
    #expect(found.value.filter { $0.cell != nil } == [])
    #expect(found.diagnostics.map(\.rule).contains("table.head"))
  }

  @Test("cells know their heads and their place in the text")
  func places() throws {
    let read = try article(of: "# 河阳市\n\n| 年份 | 产量（吨） |\n|---|---|\n| 2023 | 10 |\n", name: "a.md")
    let figure = try #require(statedFigures(in: read, language, tableWords).value.first)
    #expect(figure.cell == TableCell(row: 2, column: 2, rowHead: "2023", columnHead: "产量（吨）"))
    #expect(figure.source?.text == "10")
    #expect(figure.source?.sentence == "河阳市 · 2023 · 产量（吨）：10")
  }
}

@Suite("Tables of web pages")
struct WebTableTests {
  private func lines(_ style: String, _ rows: String) throws -> [String] {
    factLines(try article(of: "<style>\(style)</style><h1>2024年河阳市产量</h1><table><tr><th>品种</th><th>产量（吨）</th></tr>\(rows)</table>"))
  }

  @Test(
    "rows that the style sheet does not display are left out; those that any rule displays are read",
    arguments: [
      (".draft { display: none }", "草稿", 1), ("/* x */ .a, .draft{color:red;display:none;}", "草稿", 1), (".draft.on{display:none}", "草稿", 2),
      ("@media print{.draft{display:none}}", "草稿", 2),
      (".draft{display:none} .draft.on{display:table-row}", "草稿", 2), (".draft{color:red}", "草稿", 2), ("", "草稿", 2),
      (".draft{display:none} @media screen{.draft{display:table-row}}", "草稿", 2),
      ("@media screen and (max-width:600px){.draft{display:none}}", "草稿", 2),
      (".draft{backface-visibility:hidden}", "草稿", 2), (".draft{visibility:hidden}", "草稿", 1),
    ])
  func classes(style: String, name: String, count: Int) throws {
    let found = try lines(style, "<tr><td>小麦</td><td>10</td></tr><tr class=\"row draft\"><td>\(name)</td><td>99</td></tr>")
    #expect(found.count == count, "\(found)")
  }

  @Test("a sheet for paper hides nothing on the screen")
  func printSheets() throws {
    let rows = "<tr><td>小麦</td><td>10</td></tr><tr class=\"draft\"><td>草稿</td><td>99</td></tr>"
    for (media, count) in [("print", 2), ("screen", 1), ("all", 1)] {
      let page =
        "<style media=\"\(media)\">.draft{display:none}</style><h1>2024年河阳市产量</h1><table><tr><th>品种</th><th>产量（吨）</th></tr>\(rows)</table>"
      #expect(factLines(try article(of: page)).count == count, "\(media)")
    }
  }

  @Test("a province that no list has goes by one name in tables and in the text")
  func unlistedProvince() throws {
    let page =
      "<h1>2024年东屏省粮食产量</h1><p>2024年，东屏省粮食产量1200万吨。</p><table><caption>2024年东屏省粮食产量</caption><tr><th>品种</th><th>产量（万吨）</th></tr><tr><td>小麦</td><td>300</td></tr></table>"
    let found = statedFigures(in: try article(of: page), language, tableWords).value
    #expect(found.map { "\($0.area ?? "-") \($0.value)" } == ["东屏 1200", "东屏 300"])
  }

  @Test("raised marks of notes are no digits; raised powers are units")
  func raised() throws {
    let found = try lines(
      "", "<tr><td>小麦<sup>1</sup></td><td>1,234<sup>2)</sup></td></tr><tr><td>林地（m<sup>2</sup>）</td><td>7<sup>*</sup></td></tr>")
    #expect(found == ["B2 level 小麦产量 1234吨 河阳市 2024", "B3 level 林地产量 7m² 河阳市 2024"])
  }
}

@Suite("Names of tables in a report")
struct DisplayedTableTests {
  @Test("the tables of a workbook with their titles, units, heads of several lines and notes")
  func workbook() throws {
    let read = try article(Array(try Data(contentsOf: URL(fileURLWithPath: fixtures + "/three-levels.xlsx"))), name: "three-levels.xlsx")
      .value
    let tables = displayedTables(of: read, tableWords)
    #expect(tables.map(\.title) == ["河阳市各县区学校和学生"])
    #expect(tables.first?.sheet == "教育")
    #expect(tables.first?.heads.map { $0.joined(separator: "|") }.prefix(3) == ["地区", "普通中学|学校数（所）|2023年", "普通中学|学校数（所）|2024年"])
    #expect(tables.first?.rows.map(\.cells.first) == ["全市", "江北区", "平山县"])
    #expect(tables.first?.isNumeric == [false, true, true, true, true, true, true])
  }

  @Test("notes stand below, and no title is made of a unit")
  func notes() throws {
    let read = try article(of: "表2 产量,,\n,,单位：吨\n品种,2023年,2024年\n小麦,1,2\n注：初步核算数。\n", name: "a.csv")
    let table = try #require(displayedTables(of: read, tableWords).first)
    #expect(table.title == "产量")
    #expect(table.subtitles == ["单位：吨"])
    #expect(table.notes == ["注：初步核算数。"])
  }
}
