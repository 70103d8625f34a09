import Assets
import Fonts
import Geometry
import PageLayout
import Scene
import Testing
import Typesetting

/// Notes in the outer margin stand beside the lines that cite them.
@Suite struct SideNoteTests {
  let typesetter: Typesetter
  let body: TextStyle
  let small: TextStyle
  let width = Length.pt(104)

  init() throws {
    let fonts = try FontLibrary(directories: [try Assets().fonts])
    typesetter = Typesetter(fonts: fonts)
    body = TextStyle(font: try #require(fonts.font(named: "serif-regular")), size: .pt(10.5))
    small = TextStyle(font: try #require(fonts.font(named: "sans-regular")), size: .pt(8))
  }

  func paragraph(_ text: String, notes: [String] = []) -> LayoutBlock {
    var styled = StyledText(text, body)
    for note in notes {
      var raised = body
      raised.size = .pt(6)
      raised.baselineShift = Em(0.55)
      styled.append("①", raised, link: .anchor(note))
    }
    return .text(TextBlock(styled, style: ParagraphStyle(leading: .pt(18), firstLineIndent: Em(2))))
  }
  func note(_ text: String) -> TextBlock {
    TextBlock(StyledText(text, small), style: ParagraphStyle(leading: .pt(11)), element: .note, role: .note)
  }
  /// The pages of a height, each with its column of notes.
  func pages(_ blocks: [LayoutBlock], notes: [String: TextBlock], height: Double = 180) -> [(text: Frame, notes: Frame)] {
    var setter = BlockSetter(typesetter: typesetter, grid: .pt(18), pageHeight: .pt(height))
    setter.footnotes = notes
    setter.sideNoteWidth = width
    let flow = setter.flow(blocks, width: .pt(294), within: [StructureTag(id: 900, .section)])
    let spans = paginate(flow, heights: PageHeights(first: .pt(height), others: .pt(height)))
    var column = SideNoteColumn(size: Size(width: width, height: .pt(height)), gap: .pt(4.5))
    var pages = spans.map { span in
      (
        composePage(flow, span, size: Size(294, height), fill: false),
        column.page(sideNotes(flow, span, height: .pt(height), fill: false))
      )
    }
    while column.hasMore { pages.append((Frame(size: Size(294, height)), column.page([]))) }
    return pages
  }

  @Test("a note stands on the baseline of the line that cites it, and takes nothing from the page")
  func level() throws {
    let blocks = (1...20).map { paragraph("第\($0)段文字", notes: $0 == 4 ? ["a"] : []) }
    let set = pages(blocks, notes: ["a": note("此为说明。")])
    let line = try #require(set[0].text.lines.first { $0.text.hasPrefix("第4段") })
    let noted = try #require(set[0].notes.lines.first)
    #expect(noted.text == "此为说明。" && abs((noted.y - line.y).points) < 0.01)
    #expect(set.count == 2 && set[0].text.lines.filter { $0.text.hasSuffix("段文字") }.count == 10)
    #expect(set[0].notes.elements.contains(.note) && set[0].text.rectangles.isEmpty)
    #expect(set[1].notes.lines.isEmpty)
  }

  @Test("notes to neighbouring lines push each other down, and up at the page's end")
  func apart() throws {
    let long = "说明一句，说明两句，说明三句，说明四句，说明五句。"
    let blocks = (1...10).map { paragraph("第\($0)段文字", notes: $0 == 3 ? ["a", "b"] : $0 == 10 ? ["c"] : []) }
    let frame = pages(blocks, notes: ["a": note("甲：" + long), "b": note("乙：" + long), "c": note("丙：" + long)])[0].notes
    let lines = frame.lines
    for (above, below) in zip(lines, lines.dropFirst()) { #expect((below.y - above.y).points >= 10.99) }
    let (second, third) = (lines.firstIndex { $0.text.hasPrefix("乙") }, lines.firstIndex { $0.text.hasPrefix("丙") })
    for index in [try #require(second), try #require(third)] { #expect((lines[index].y - lines[index - 1].y).points >= 15.49) }
    #expect(lines.allSatisfy { $0.y > .zero && $0.y < .pt(180) })
    #expect(try #require(lines.last).y > .pt(174))
  }

  @Test("what has no room stands at the top of the next column, and nothing is lost")
  func overflow() throws {
    let long = (1...70).map { "说明第\($0)句，" }.joined()
    let blocks = (1...20).map { paragraph("第\($0)段文字", notes: $0 == 9 ? ["a"] : $0 == 12 ? ["b"] : []) }
    let set = pages(blocks, notes: ["a": note(long), "b": note("乙说明。")])
    #expect(set.flatMap { $0.notes.lines.map(\.text) }.joined() == long + "乙说明。")
    #expect(try #require(set[1].notes.lines.first).y < .pt(11))
    #expect(set.allSatisfy { page in page.notes.lines.allSatisfy { $0.y <= .pt(180) } })
    // More than the pages of the text hold.
    let short = pages([paragraph("甲段文字", notes: ["a"])], notes: ["a": note(long)])
    #expect(short.count > 1 && short.flatMap { $0.notes.lines.map(\.text) }.joined() == long)
  }

  @Test("notes of tables, panels, columns and text round figures are set beside them")
  func everywhere() {
    let rule = Stroke(.black, width: .pt(1))
    var cell = StyledText("970.24", small)
    cell.append("①", small, link: .anchor("a"))
    let table = TableBlock(
      columns: [.init(.start), .init(.decimal)], head: [], rows: [.init([.init(StyledText("质押", small)), .init(cell)])],
      style: ParagraphStyle(leading: .pt(13.5), alignment: .start), cellPadding: .pt(6), rowHeight: .pt(18),
      outerRule: rule, innerRule: rule)
    let panel = PanelBlock([paragraph("框内文字", notes: ["b"])], padding: Insets(all: .pt(9)), fill: nil)
    var figure = FigureBlock(height: .init(.pt(40)), alt: "图") { Frame(size: $0) }
    figure.sideNotes = [note("图注。")]
    let columns = ColumnsBlock([.init(width: .pt(140), [paragraph("栏内文字", notes: ["c"]), .figure(figure)])], gutter: .pt(12))
    guard case .text(let text) = paragraph("旁文", notes: ["d"]) else { return }
    var beside = figure
    beside.sideNotes = []
    let runaround = RunaroundBlock([text], figure: beside, figureWidth: .pt(126), narrowMeasure: .pt(147), clearance: .pt(9))
    let set = pages(
      [.table(table), .panel(panel), .columns(columns), .runaround(runaround)],
      notes: ["a": note("表注。"), "b": note("框注。"), "c": note("栏注。"), "d": note("文注。")], height: 300)
    #expect(set.count == 1)
    #expect(set[0].notes.lines.map(\.text) == ["表注。", "框注。", "栏注。", "图注。", "文注。"])
    for (name, words) in [("框注。", "框内文字"), ("栏注。", "栏内文字")] {
      let y = set[0].notes.lines.first { $0.text == name }?.y ?? .zero
      let line = set[0].text.lines.first { $0.text.hasPrefix(words) }?.y ?? .zero
      #expect(abs((y - line).points) < 0.01, "\(name)")
    }
  }
}
