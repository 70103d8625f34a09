import Assets
import CairoExport
import Diagnostics
import Fonts
import Geometry
import GoldenImagesTesting
import PageLayout
import Scene
import Testing
import Typesetting

/// Small pictures and dumps of tables and footnotes, in the project's own fonts.
@Suite struct TablePictureTests {
  let fonts: FontLibrary
  let style: TextStyle
  let bold: TextStyle

  init() throws {
    fonts = try FontLibrary(directories: [try Assets().fonts])
    style = TextStyle(font: try #require(fonts.font(named: "sans-regular")), size: .pt(9), tabularFigures: true)
    bold = TextStyle(font: try #require(fonts.font(named: "sans-medium")), size: .pt(9), tabularFigures: true)
  }

  /// A head of two rows, cells over columns and rows, decimals, a sum, a note.
  @Test func aTableWithSpansAndDecimals() throws {
    func cell(_ text: String, columns: Int = 1, rows: Int = 1, bold isBold: Bool = false) -> TableBlock.Cell {
      .init(StyledText(text, isBold ? bold : style), columns: columns, rows: rows)
    }
    func head(_ text: String, columns: Int = 1, rows: Int = 1) -> TableBlock.Cell {
      cell(text, columns: columns, rows: rows, bold: true)
    }
    var sum = TableBlock.Row([cell("合计", columns: 2, bold: true), cell("2,237.81", bold: true), cell("—"), cell("—")])
    sum.ruleAbove = true
    var table = TableBlock(
      columns: [.init(.start), .init(.start), .init(.decimal), .init(.decimal), .init(.start)],
      head: [
        .init([head("地区", rows: 2), head("类别", rows: 2), head("质押登记", columns: 2), head("说明", rows: 2)]),
        .init([head("金额（亿元）"), head("增速")]),
      ],
      rows: [
        .init([
          cell("广西", rows: 2), cell("专利"), cell("897.25"), cell("119.25%"), cell("含“桂惠贷”项目，以登记机关公布数为准"),
        ]),
        .init([cell("商标"), cell("72.99"), cell("18%"), cell("—")]),
        .init([cell("广东"), cell("专利"), cell("1,264.5"), cell("−3.1%"), cell("合同口径")]),
        .init([cell("海南"), cell("专利"), cell("3.07"), cell("6.05%"), cell("—")]),
        sum,
      ],
      style: ParagraphStyle(leading: .pt(13.5), alignment: .start), cellPadding: .pt(6), rowHeight: .pt(18),
      outerRule: Stroke(.black, width: .pt(1.2)), innerRule: Stroke(.black, width: .pt(0.6)))
    table.notes = [.text(TextBlock(StyledText("注：增速为比上年。", style), style: table.style, element: .note, role: .note))]
    var setter = BlockSetter(typesetter: Typesetter(fonts: fonts), grid: .pt(18))
    let flow = setter.flow([.table(table)], width: .pt(330))
    #expect(setter.diagnostics.isEmpty)
    try check(flow, height: 200, named: "table-spans")
  }

  @Test func aPageWithFootnotes() throws {
    let body = TextStyle(font: try #require(fonts.font(named: "serif-regular")), size: .pt(10.5))
    var small = style
    small.size = .pt(8)
    small.tabularFigures = false
    var raised = body
    raised.size = .pt(7.5)
    raised.baselineShift = Em(0.45)
    var text = StyledText("质押登记金额", body)
    text.append("①", raised, link: .anchor("a"))
    text.append("与融资金额", body)
    text.append("②", raised, link: .anchor("b"))
    text.append("口径不同，不可比较。", body)
    func note(_ mark: String, _ text: String) -> TextBlock {
      var block = TextBlock(StyledText(text, small), style: ParagraphStyle(leading: .pt(11)), element: .note, role: .note)
      block.indent = .pt(12)
      block.mark = StyledText(mark, small)
      return block
    }
    var setter = BlockSetter(typesetter: Typesetter(fonts: fonts), grid: .pt(18), pageHeight: .pt(110))
    setter.footnotes = [
      "a": note("①", "登记机关公布的合同担保额，含专利和商标。"), "b": note("②", "银行当年实际发放的贷款额；一份合同可以担保多笔贷款，故两数不能相除。"),
    ]
    let flow = setter.flow(
      [.text(TextBlock(text, style: ParagraphStyle(leading: .pt(18), firstLineIndent: Em(2))))], width: .pt(220))
    try check(flow, height: 110, named: "footnotes")
  }

  private func check(_ flow: Flow, height: Double, named name: String) throws {
    let width = flow.boxes.first.map { $0.frame(height: $0.height.natural).size.width } ?? .zero
    let page = composePage(
      flow, PageSpan(boxes: 0..<flow.boxes.count, floats: 0..<0), size: Size(width: width, height: .pt(height)), fill: false)
    var frame = Frame(size: Size(width: width + .pt(8), height: .pt(height + 4)))
    frame.merge(page, at: Point(x: .pt(4), y: .pt(2)))
    expectDump(frame.dump(fonts: fonts.resources), name)
    expectImage(try drawPNG(Page(number: 1, label: "", frame: frame), fonts: fonts.resources, scale: 2), name)
  }
}
