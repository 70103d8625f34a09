import Assets
import Fonts
import Geometry
import PageLayout
import Scene
import Testing
import Typesetting

@Suite struct BlockSetterTests {
  let fonts: FontLibrary
  let typesetter: Typesetter
  let style: TextStyle

  init() throws {
    fonts = try FontLibrary(directories: [try Assets().fonts])
    typesetter = Typesetter(fonts: fonts)
    style = TextStyle(font: try #require(fonts.font(named: "serif-regular")), size: .pt(10.5))
  }

  func text(_ text: String) -> TextBlock {
    TextBlock(StyledText(text, style), style: ParagraphStyle(leading: .pt(18), firstLineIndent: Em(2)))
  }

  @Test func noPageBreakLeavesALineAlone() throws {
    var setter = BlockSetter(typesetter: typesetter, grid: .pt(18))
    let long = String(repeating: "专利质押融资金额持续增长，", count: 30)
    let flow = setter.flow([.text(text(long))], width: .pt(294))
    #expect(flow.boxes.count > 6)
    #expect(flow.boxes[1].breakBefore == .infinity)
    #expect(flow.boxes[flow.boxes.count - 1].breakBefore == .infinity)
    #expect(flow.boxes[3].breakBefore == 0)
    #expect(flow.boxes.allSatisfy { $0.height.natural == .pt(18) })
  }

  @Test func headingsStayWithWhatFollows() {
    var setter = BlockSetter(typesetter: typesetter, grid: .pt(18))
    var heading = text("一、总体情况")
    heading.keepWithNext = true
    let flow = setter.flow([.text(text("前文。")), .text(heading), .text(text("后文。"))], width: .pt(294))
    #expect(flow.boxes.map(\.breakBefore) == [0, 0, .infinity])
  }

  @Test func paragraphsAreElementsOfTheStructureTree() {
    var setter = BlockSetter(typesetter: typesetter, grid: .pt(18))
    let section = StructureTag(id: 900, .section)
    let flow = setter.flow([.text(text("甲。")), .text(text("乙。"))], width: .pt(294), within: [section])
    #expect(flow.boxes.allSatisfy { $0.tags.first?.id == 900 && $0.tags.count == 2 })
    #expect(flow.boxes[0].tags[1].id != flow.boxes[1].tags[1].id)
  }

  @Test func tablesRepeatTheirHead() throws {
    let paragraph = ParagraphStyle(leading: .pt(13.5), alignment: .start)
    func row(_ cells: String...) -> TableBlock.Row { .init(cells.map { .init(StyledText($0, style)) }) }
    let rule = Stroke(.black, width: .pt(1))
    var table = TableBlock(
      columns: [.init(.start), .init(.decimal)], head: [row("指标", "数值")],
      rows: (1...60).map { row("第\($0)项", "\($0).5") }, style: paragraph, cellPadding: .pt(6), rowHeight: .pt(18),
      outerRule: rule, innerRule: rule)
    table.continuation = StyledText("续表 1-1", style)
    var setter = BlockSetter(typesetter: typesetter, grid: .pt(18))
    let flow = setter.flow([.table(table)], width: .pt(462))
    let pages = paginate(flow, heights: PageHeights(first: .pt(684), others: .pt(684)))
    #expect(pages.count == 2)
    let second = composePage(flow, pages[1], size: Size(462, 684), fill: false)
    #expect(second.lines.map(\.text).prefix(3) == ["续表 1-1", "指标", "数值"])
    // Neither page holds a single row.
    #expect(pages[1].boxes.count >= 2)
  }

  @Test func decimalPointsStandUnderEachOther() throws {
    let paragraph = ParagraphStyle(leading: .pt(13.5), alignment: .start)
    func row(_ cells: String...) -> TableBlock.Row { .init(cells.map { .init(StyledText($0, style)) }) }
    let rule = Stroke(.black, width: .pt(1))
    let table = TableBlock(
      columns: [.init(.start), .init(.decimal)], head: [row("指标", "数值")],
      rows: [row("甲", "1.25"), row("乙", "1234.5"), row("丙", "18")], style: paragraph, cellPadding: .pt(6),
      rowHeight: .pt(18), outerRule: rule, innerRule: rule)
    var setter = BlockSetter(typesetter: typesetter, grid: .pt(18))
    let flow = setter.flow([.table(table)], width: .pt(300))
    let frame = composePage(flow, PageSpan(boxes: 0..<flow.boxes.count, floats: 0..<0), size: Size(300, 200), fill: false)
    func point(_ text: String) throws -> Double {
      let run = try #require(frame.runs.first { $0.run.text == text })
      let whole = String(text.prefix { $0 != "." })
      return (run.x + typesetter.label(whole, style).width).points
    }
    #expect(abs(try point("1.25") - point("1234.5")) < 0.01)
    #expect(abs(try point("18") - point("1234.5")) < 0.01)
  }
}
