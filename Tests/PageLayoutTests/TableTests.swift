import Assets
import Diagnostics
import Fonts
import Geometry
import PageLayout
import Scene
import Testing
import Typesetting

@Suite struct TableTests {
  let typesetter: Typesetter
  let style: TextStyle
  let rule = Stroke(.black, width: .pt(1))

  init() throws {
    let fonts = try FontLibrary(directories: [try Assets().fonts])
    typesetter = Typesetter(fonts: fonts)
    style = TextStyle(font: try #require(fonts.font(named: "sans-regular")), size: .pt(8.5), tabularFigures: true)
  }

  func cell(_ text: String, columns: Int = 1, rows: Int = 1) -> TableBlock.Cell {
    .init(StyledText(text, style), columns: columns, rows: rows)
  }
  func row(_ cells: String...) -> TableBlock.Row { .init(cells.map { cell($0) }) }
  func table(_ columns: [TableBlock.ColumnAlignment], head: [TableBlock.Row], _ rows: [TableBlock.Row]) -> TableBlock {
    TableBlock(
      columns: columns.map { .init($0) }, head: head, rows: rows,
      style: ParagraphStyle(leading: .pt(13.5), alignment: .start, firstLineIndent: Em(0)), cellPadding: .pt(6),
      rowHeight: .pt(18), outerRule: rule, innerRule: rule)
  }
  func flow(_ table: TableBlock, width: Double, page: Double? = nil) -> (flow: Flow, diagnostics: [Diagnostic]) {
    var setter = BlockSetter(typesetter: typesetter, grid: .pt(18), pageHeight: page.map { .pt($0) })
    let flow = setter.flow([.table(table)], width: .pt(width))
    return (flow, setter.diagnostics)
  }
  func page(_ flow: Flow, _ span: PageSpan? = nil, width: Double, height: Double = 600) -> Frame {
    let all = PageSpan(boxes: 0..<flow.boxes.count, floats: 0..<0)
    return composePage(flow, span ?? all, size: Size(width, height), fill: false)
  }

  // MARK: Spans

  @Test func cellsFlowRoundCellsThatSpanRows() throws {
    let table = table(
      [.start, .start, .end], head: [row("地区", "指标", "数值")],
      [
        .init([cell("广西", rows: 2), cell("质押"), cell("970.24")]), .init([cell("融资"), cell("53.92")]),
        row("广东", "质押", "1"),
      ])
    let (flow, diagnostics) = flow(table, width: 300)
    #expect(diagnostics.isEmpty)
    #expect(flow.boxes.map(\.breakBefore) == [0, .infinity, .infinity, .infinity])
    let lines = page(flow, width: 300).lines
    let first = try #require(lines.first { $0.text == "广西" })
    let (one, two) = (try #require(lines.first { $0.text == "质押" }), try #require(lines.first { $0.text == "融资" }))
    #expect(one.x == two.x)
    #expect(first.x == .zero && one.x > first.x)
    // In the middle of its two rows.
    #expect(abs((first.y - (one.y + two.y) / 2).points) < 0.01)
    #expect(abs((two.y - one.y).points - 18) < 0.01)
  }

  @Test func aHeadOverTwoColumnsStandsInTheirMiddleWithARule() throws {
    let table = table(
      [.start, .decimal, .decimal],
      head: [.init([cell("地区", rows: 2), cell("质押登记金额", columns: 2)]), .init([cell("专利"), cell("商标")])],
      [row("广西", "970.24", "12.5"), row("广东", "1.25", "3")])
    let frame = page(flow(table, width: 300).flow, width: 300)
    let group = try #require(frame.lines.first { $0.text == "质押登记金额" })
    let rules = frame.rectangles.filter { $0.size.height == .pt(1) }
    let spanner = try #require(rules.first { $0.size.width < .pt(299) })
    #expect(rules.filter { $0.size.width == .pt(300) }.count == 3)
    #expect(abs((spanner.x + spanner.size.width / 2 - group.x - group.width / 2).points) < 0.01)
    // 地区 stands at the foot of the head, beside the second row of it.
    let (place, patents) = (try #require(frame.lines.first { $0.text == "地区" }), try #require(frame.lines.first { $0.text == "专利" }))
    #expect(abs((place.y - patents.y).points) < 0.01)
  }

  @Test func spansReachTheStructureTree() {
    let table = table([.start, .start], head: [], [.init([cell("甲", rows: 2), cell("乙")]), .init([cell("丙")])])
    let tags = page(flow(table, width: 200).flow, width: 200).elements
    #expect(tags.contains(.headerCell(.row, columns: 1, rows: 2)))
    #expect(tags.filter { $0 == .dataCell(columns: 1, rows: 1) }.count == 2)
  }

  @Test func spansBeyondTheTableAreCutAndReported() {
    let table = table([.start, .start], head: [], [.init([cell("甲", columns: 3, rows: 4)]), row("乙", "丙", "丁")])
    let (flow, diagnostics) = flow(table, width: 200)
    #expect(diagnostics.map(\.rule) == ["table.span", "table.cells"])
    #expect(flow.boxes.count == 2)
  }

  @Test func aFillLiesUnderACellThatSpansRows() throws {
    var rows = [TableBlock.Row([cell("甲", rows: 2), cell("乙")]), TableBlock.Row([cell("丙")])]
    rows[1].fill = Color(red: 200, green: 200, blue: 255)
    let frame = page(flow(table([.start, .start], head: [], rows), width: 200).flow, width: 200)
    let order = frame.paintOrder
    let fill = try #require(order.firstIndex { if case .fill = $0 { true } else { false } })
    let text = try #require(order.firstIndex(of: .text("甲")))
    #expect(fill < text)
  }

  // MARK: Columns

  @Test func aShortfallIsSharedByWhatColumnsCanGive() throws {
    let long = String(repeating: "专利和商标质押融资登记", count: 8)
    let table = table(
      [.start, .start, .end], head: [row("项目", "说明", "数值")], [row("专利质押登记", long, "970.24"), row("商标", long, "1")])
    let (flow, diagnostics) = flow(table, width: 300)
    #expect(diagnostics.isEmpty)
    let frame = page(flow, width: 300)
    // The figure stays on one line, the short text keeps four characters at least, the long one has the most room.
    #expect(frame.lines.contains { $0.text == "970.24" })
    let description = try #require(frame.lines.first { $0.text.hasPrefix("专利和商标") })
    #expect(description.x > .pt(8.5 * 4) && description.x < .pt(110))
    for line in frame.lines where line.text.count == 1 { #expect(line.text == "1") }
    let texts = frame.lines.filter { $0.x == description.x && $0.text != "说明" }.map(\.text)
    #expect(texts.allSatisfy { $0.count >= 2 } && texts.first.map { $0.count > 12 } == true, "\(texts)")
  }

  /// Short columns keep their one line; the long one gives all that is missing.
  @Test func shortColumnsAreNotParted() {
    let long = String(repeating: "专利和商标质押融资登记", count: 3)
    let table = table(
      [.start, .start, .end, .end], head: [],
      [row(long, "桂林市", "最高100万元", "1 2 11"), row("短", "广西壮族自治区", "超4700万元", "34")])
    let (flow, diagnostics) = flow(table, width: 280)
    #expect(diagnostics.isEmpty)
    let texts = page(flow, width: 280).lines.map(\.text)
    for whole in ["最高100万元", "超4700万元", "广西壮族自治区", "1 2 11"] { #expect(texts.contains(whole), "\(texts)") }
  }

  /// One long name takes two lines, so that eight formulas take one each; the numbers are not parted.
  @Test func columnsAreAsWideAsTheRowsAreLow() {
    let rows =
      [row("全体居民人均可支配收入增加额", "2025年", "1630", "31846 − 31846 ÷ 1.054")]
      + (1...8).map { row("税收收入甲乙", "2025年", "163\($0)", "3184\($0) − 3184\($0) ÷ 1.05\($0)") }
    let (flow, diagnostics) = flow(table([.start, .start, .end, .start], head: [], rows), width: 262)
    #expect(diagnostics.isEmpty)
    let texts = page(flow, width: 262).lines.map(\.text)
    #expect(texts.count { $0.contains("÷") && $0.contains("−") } == 9, "\(texts)")
    #expect(texts.contains("1630") && !texts.contains("全体居民人均可支配收入增加额"), "\(texts)")
  }

  @Test func noColumnIsNarrowerThanItsUnbreakableContent() throws {
    let table = table(
      [.start, .start, .start], head: [],
      [row("RepresentationAndCharacteristics", String(repeating: "文", count: 60), "970.24亿元")])
    let (flow, diagnostics) = flow(table, width: 320)
    #expect(diagnostics.isEmpty)
    let texts = page(flow, width: 320).lines.map(\.text)
    #expect(texts.contains("RepresentationAndCharacteristics"))
    #expect(texts.contains("970.24亿元"))
  }

  @Test func aTableThatCannotFitIsReported() {
    let wide = table([.end, .end, .end], head: [], [row("1234567890.12", "1234567890.12", "1234567890.12")])
    #expect(flow(wide, width: 90).diagnostics.map(\.rule).contains("table.too-narrow"))
  }

  @Test func whatIsLeftOverIsSharedInProportion() throws {
    let table = table([.start, .end], head: [], [row("甲甲甲甲甲甲甲甲", "1234")])
    let lines = page(flow(table, width: 300).flow, width: 300).lines
    let number = try #require(lines.first { $0.text == "1234" })
    #expect(abs((number.x + number.width).points - 300) < 0.01)
  }

  @Test func pointsStandUnderEachOtherWithSignsAndUnits() throws {
    let table = table(
      [.start, .decimal], head: [row("年", "增长")],
      [row("甲", "119.25%"), row("乙", "18%"), row("丙", "1,234.5%"), row("丁", "7"), row("戊", "−3.1%")])
    let lines = page(flow(table, width: 200).flow, width: 200).lines
    func point(_ text: String, _ whole: String) throws -> Double {
      let line = try #require(lines.first { $0.text == text }, "\(lines.map(\.text))")
      return (line.x + typesetter.label(whole, style).width).points
    }
    let edges = [
      try point("119.25%", "119"), try point("18%", "18"), try point("1,234.5%", "1,234"), try point("7", "7"),
      try point("−3.1%", "−3"),
    ]
    #expect(edges.allSatisfy { abs($0 - edges[0]) < 0.01 }, "\(edges)")
  }

  // MARK: Pages

  @Test func theHeadIsRepeatedWithItsNumber() {
    var long = table(
      [.start, .decimal], head: [row("指标", "数值")], (1...60).map { row("第\($0)项", "\($0).5") })
    long.continuation = StyledText("续表 1-1", style)
    let (flow, _) = flow(long, width: 462, page: 684)
    let pages = paginate(flow, heights: PageHeights(first: .pt(684), others: .pt(684)))
    #expect(pages.count == 2)
    for (k, span) in pages.enumerated() {
      let texts = page(flow, span, width: 462, height: 684).lines.map(\.text)
      #expect(texts.prefix(k == 0 ? 2 : 3) == (k == 0 ? ["指标", "数值"] : ["续表 1-1", "指标", "数值"]))
      #expect(texts.filter { $0 == "指标" }.count == 1)
    }
    #expect(pages.allSatisfy { $0.boxes.count >= 2 })
  }

  /// A table that little of a page holds is not parted; a longer one leaves no few rows; one longer than a page is parted anywhere.
  @Test(arguments: [(6, 33, 33), (6, 20, 34), (30, 34, 34), (60, 31, 38)])
  func tablesStayWhole(rows: Int, before: Int, end: Int) {
    let (table, _) = flow(
      table([.start, .decimal], head: [row("项", "数")], (1...rows).map { row("第\($0)项", "\($0)") }), width: 462, page: 684)
    var flow = Flow()
    flow.boxes = (0..<before).map { _ in FlowBox(Frame(size: Size(462, 18))) }
    flow.append(table)
    for _ in 0..<20 { flow.boxes.append(FlowBox(Frame(size: Size(462, 18)))) }
    let pages = paginate(flow, heights: PageHeights(first: .pt(684), others: .pt(684)))
    #expect(pages.first?.boxes.upperBound == end)
  }

  @Test func aPageDoesNotPartRowsUnderOneCell() {
    let rows = (0..<12).flatMap { i in [TableBlock.Row([cell("组\(i)", rows: 2), cell("甲")]), TableBlock.Row([cell("乙")])] }
    let (flow, _) = flow(table([.start, .start], head: [row("组", "项")], rows), width: 200, page: 145)
    let pages = paginate(flow, heights: PageHeights(first: .pt(145), others: .pt(145)))
    #expect(pages.count > 2)
    for span in pages {
      let texts = page(flow, span, width: 200, height: 145).lines.map(\.text)
      #expect(texts.filter { $0 == "甲" }.count == texts.filter { $0 == "乙" }.count)
    }
  }

  /// A row higher than the page goes on over the page between its lines; the head stands above its rest.
  @Test func aRowHigherThanAPageIsParted() throws {
    let text = String(repeating: "专利质押融资金额持续增长，", count: 60)
    var tall = table([.start, .start], head: [row("项", "说明")], [row("甲", "短"), row("乙", text), row("丙", "短")])
    tall.continuation = StyledText("续表", style)
    let (flow, diagnostics) = flow(tall, width: 200, page: 300)
    #expect(diagnostics.isEmpty)
    #expect(flow.boxes.allSatisfy { $0.height.natural < .pt(40) })
    let pages = paginate(flow, heights: PageHeights(first: .pt(300), others: .pt(300)))
    #expect(pages.count > 1)
    var read = ""
    for (k, span) in pages.enumerated() {
      let frame = page(flow, span, width: 200, height: 300)
      let lines = frame.lines.map(\.text)
      if k > 0 { #expect(lines.prefix(3) == ["续表", "项", "说明"]) }
      #expect(lines.count > 4)
      read += lines.filter { text.contains($0) }.joined()
      for line in frame.lines { #expect(line.y <= .pt(300)) }
    }
    #expect(read == text)
    // All its lines are one element of the structure tree.
    let cells = Set(flow.boxes.filter { $0.height.natural < .pt(18) }.map { $0.tags.last?.id })
    #expect(cells.count == 1)
  }

  @Test func rowsUnderOneCellHigherThanAPageAreReported() {
    let rows = [TableBlock.Row([cell("组", rows: 30), cell("甲")])] + (0..<29).map { _ in TableBlock.Row([cell("乙")]) }
    let (flow, diagnostics) = flow(table([.start, .start], head: [], rows), width: 200, page: 300)
    #expect(diagnostics.map(\.rule) == ["table.span-too-high"])
    let pages = paginate(flow, heights: PageHeights(first: .pt(300), others: .pt(300)))
    #expect(pages.count == 2)
  }

  @Test func notesStandUnderTheLastRow() throws {
    var noted = table([.start, .decimal], head: [row("指标", "数值")], [row("甲", "1"), row("乙", "2")])
    noted.notes = [.text(TextBlock(StyledText("注：数据为初步统计。", style), style: noted.style, element: .note, role: .note))]
    let (flow, _) = flow(noted, width: 200)
    #expect(flow.boxes.last?.breakBefore == .infinity)
    let frame = page(flow, width: 200)
    let note = try #require(frame.lines.first { $0.text.hasPrefix("注") })
    #expect(frame.lines.allSatisfy { $0.y <= note.y })
    #expect(frame.elements.contains(.note))
  }
}
