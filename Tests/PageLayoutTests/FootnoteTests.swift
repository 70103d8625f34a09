import Assets
import Fonts
import Geometry
import PageLayout
import Scene
import Testing
import Typesetting

/// Notes stand at the foot of the page that refers to them.
@Suite struct FootnoteTests {
  let typesetter: Typesetter
  let body: TextStyle
  let small: TextStyle

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
    var block = TextBlock(
      StyledText(text, small), style: ParagraphStyle(leading: .pt(11)), element: .note, role: .note)
    block.indent = .pt(12)
    block.mark = StyledText("①", small)
    return block
  }
  func flow(_ blocks: [LayoutBlock], notes: [String: TextBlock], page: Double = 180) -> Flow {
    var setter = BlockSetter(typesetter: typesetter, grid: .pt(18), pageHeight: .pt(page))
    setter.footnotes = notes
    return setter.flow(blocks, width: .pt(294), within: [StructureTag(id: 900, .section)])
  }
  func pages(_ flow: Flow, height: Double = 180) -> [Frame] {
    paginate(flow, heights: PageHeights(first: .pt(height), others: .pt(height)))
      .map { composePage(flow, $0, size: Size(294, height), fill: false) }
  }

  /// Of the lines that run round a figure, those beside it and those below it bring their notes to the page's foot.
  @Test func notesOfTextRoundAFigureAreSet() throws {
    let long = String(repeating: "专利质押融资金额持续增长，", count: 12)
    guard case .text(let first) = paragraph("质押金额", notes: ["n1"]), case .text(let last) = paragraph(long, notes: ["n2"]) else {
      return
    }
    let figure = FigureBlock(height: .init(.pt(40)), alt: "图") { Frame(size: $0) }
    let block = RunaroundBlock([first, last], figure: figure, figureWidth: .pt(126), narrowMeasure: .pt(157.5), clearance: .pt(9))
    let set = flow([.runaround(block)], notes: ["n1": note("甲注"), "n2": note("乙注")], page: 684)
    #expect(set.boxes.first?.footnotes.count == 1)
    #expect(set.boxes.last?.footnotes.count == 1)
    #expect(set.boxes.reduce(0) { $0 + $1.footnotes.count } == 2)
  }

  /// Nine lines of text, a note of one line with the seventh: text, note area and note just fit where nine lines do.
  @Test func theNoteStandsAtTheFootOfItsPage() throws {
    let blocks = (1...24).map { paragraph("第\($0)段文字", notes: $0 == 7 ? ["a"] : []) }
    let set = pages(flow(blocks, notes: ["a": note("此为说明。")]))
    let first = set[0].lines
    let noted = try #require(first.first { $0.text == "此为说明。" })
    #expect(first.contains { $0.text.hasPrefix("第7段") })
    // The last baseline is a note's descent above the foot; the rule, 54 points wide, stands between text and note.
    #expect(noted.y < .pt(180) && noted.y > .pt(174))
    let rule = try #require(set[0].rectangles.first)
    #expect(rule.size.width == .pt(54))
    let lastText = try #require(first.filter { $0.text.hasSuffix("段文字") }.map(\.y).max())
    #expect(rule.y > lastText && rule.y < noted.y)
    // 180 − 9 − 0.5 − 4.5 − 11 leave eight lines of 18.
    #expect(first.filter { $0.text.hasSuffix("段文字") }.count == 8)
    #expect(set[0].elements.contains(.note))
    for page in set.dropFirst() { #expect(page.rectangles.isEmpty && !page.elements.contains(.note)) }
  }

  /// A reference in the last line would push its note off the page: the line goes over with it.
  @Test func theLineGoesOverWithItsNote() {
    let blocks = (1...15).map { paragraph("第\($0)段文字", notes: $0 == 10 ? ["a"] : []) }
    let set = pages(flow(blocks, notes: ["a": note("此为说明。")]))
    #expect(!set[0].lines.contains { $0.text == "此为说明。" || $0.text.hasPrefix("第10段") })
    #expect(set[1].lines.contains { $0.text == "此为说明。" } && set[1].lines.contains { $0.text.hasPrefix("第10段") })
  }

  @Test func everyNoteStandsOnceOnThePageOfItsFirstMark() {
    var blocks: [LayoutBlock] = []
    var notes: [String: TextBlock] = [:]
    for i in 1...60 {
      let marks = i % 3 == 0 ? ["n\(i)"] : i % 7 == 0 ? ["n3"] : []
      blocks.append(paragraph("第\(i)段文字", notes: marks))
      if i % 3 == 0 { notes["n\(i)"] = note("说明之\(i)") }
    }
    let set = pages(flow(blocks, notes: notes))
    for i in stride(from: 3, through: 60, by: 3) {
      let text = set.filter { $0.lines.contains { $0.text.hasPrefix("第\(i)段") } }
      let notes = set.filter { $0.lines.contains { $0.text == "说明之\(i)" } }
      #expect(text.count == 1 && notes.count == 1 && text == notes, "note \(i)")
    }
    for page in set {
      for line in page.lines { #expect(line.y <= .pt(180)) }
      let lowestText = page.lines.filter { $0.text.hasSuffix("文字") }.map(\.y).max() ?? .zero
      let highestNote = page.lines.filter { $0.text.hasPrefix("说明之") }.map(\.y).min() ?? .pt(180)
      #expect(lowestText + .pt(9) < highestNote)
    }
  }

  /// A note longer than a page goes on at the foot of the next pages, and nothing of it is lost.
  @Test func aNoteThatFitsOnNoPageIsParted() throws {
    let long = (1...150).map { "说明第\($0)句，" }.joined()
    let set = pages(
      flow([paragraph("甲段文字", notes: ["a"]), paragraph("乙段文字"), paragraph("丙段文字")], notes: ["a": note(long)]))
    #expect(set.count > 1)
    #expect(set.flatMap(\.lines).map(\.text).filter { long.contains($0) && $0.count > 1 }.joined() == long)
    #expect(set[0].lines.contains { $0.text.hasPrefix("甲段") })
    for page in set { for line in page.lines { #expect(line.y <= .pt(180)) } }
  }

  @Test func aLongNoteToTheLastLineGetsAPage() {
    let long = (1...120).map { "说明第\($0)句，" }.joined()
    let set = pages(flow([paragraph("甲段文字", notes: ["a"])], notes: ["a": note(long)]))
    #expect(set.count == 2)
    #expect(set.flatMap(\.lines).map(\.text).filter { long.contains($0) && $0.count > 1 }.joined() == long)
  }

  @Test func notesInTablesAndPanelsGoToTheFoot() {
    let rule = Stroke(.black, width: .pt(1))
    var cell = StyledText("970.24", small)
    cell.append("①", small, link: .anchor("a"))
    let table = TableBlock(
      columns: [.init(.start), .init(.decimal)], head: [], rows: [.init([.init(StyledText("质押", small)), .init(cell)])],
      style: ParagraphStyle(leading: .pt(13.5), alignment: .start), cellPadding: .pt(6), rowHeight: .pt(18),
      outerRule: rule, innerRule: rule)
    let panel = PanelBlock([paragraph("框内文字", notes: ["b"])], padding: .zero, fill: nil)
    let set = pages(flow([.table(table), .panel(panel)], notes: ["a": note("表注。"), "b": note("框注。")]))
    #expect(set.count == 1)
    #expect(set[0].lines.map(\.text).suffix(4).filter { $0.hasSuffix("注。") } == ["表注。", "框注。"])
  }

  @Test("notes are as wide as the column whose line cites them, whatever was set before")
  func widths() {
    var setter = BlockSetter(typesetter: typesetter, grid: .pt(18), pageHeight: .pt(180))
    let long = (1...12).map { "说明第\($0)句，" }.joined()
    setter.footnotes = ["a": note(long), "b": note(long)]
    let wide = setter.flow([paragraph("通栏", notes: ["a"])], width: .pt(462))
    let narrow = setter.flow([paragraph("分栏", notes: ["b"])], width: .pt(219))
    func greatest(_ flow: Flow) -> Double {
      flow.boxes.flatMap(\.footnotes).map { $0.frame(height: .pt(11)).size.width.points }.max() ?? 0
    }
    #expect(greatest(wide) == 462 && greatest(narrow) == 219)
    #expect(narrow.boxes.reduce(0) { $0 + $1.footnotes.count } > wide.boxes.reduce(0) { $0 + $1.footnotes.count })
  }
}
