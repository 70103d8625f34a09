import Assets
import Fonts
import Geometry
import PageLayout
import Scene
import Testing
import Typesetting

/// Ways in which pages that would not be full are filled.
@Suite struct PageFillTests {
  let typesetter: Typesetter
  let body: TextStyle

  init() throws {
    let fonts = try FontLibrary(directories: [try Assets().fonts])
    typesetter = Typesetter(fonts: fonts)
    body = TextStyle(font: try #require(fonts.font(named: "serif-regular")), size: .pt(10.5))
  }

  private let page = Size(294, 360)
  private func text(_ words: String, heading: Bool = false, slack: Length = .zero) -> TextBlock {
    var block = TextBlock(
      StyledText(words, body), style: ParagraphStyle(leading: .pt(18)), element: heading ? .heading(2) : .paragraph,
      role: heading ? .heading : .body)
    block.keepWithNext = heading
    block.slack = slack
    return block
  }
  private func lines(_ count: Int, _ name: String) -> [LayoutBlock] { (0..<count).map { .text(text("\(name)\($0)")) } }
  /// Pages of the blocks with what stands on each, from above.
  private func pages(_ blocks: [LayoutBlock]) -> [[String]] {
    var setter = BlockSetter(typesetter: typesetter, grid: .pt(18), pageHeight: page.height)
    let (stretches, spans) = arranged(
      [Stretch(setter.flow(blocks, width: page.width, within: [StructureTag(id: 900, .section)]))], height: page.height)
    return spans.map { span in
      composePage(stretches[0].flow, span.span, size: page, fill: false).lines.sorted { ($0.y, $0.x) < ($1.y, $1.x) }.map(\.text)
    }
  }

  /// 14 lines, then a heading and text of 14 lines beside a figure of seven: six lines are left where the heading needs one and the
  /// box seven.
  @Test("text that runs round a figure begins above it where its page has no room for the figure")
  func sinking() throws {
    let long = String(repeating: "专利质押融资金额持续增长，", count: 28)
    let figure = FigureBlock(height: .init(.pt(117)), alt: "图") { size in
      var frame = Frame(size: size)
      frame.place(.shape(Shape(.rect(size, radius: .zero), fill: .black)), at: .zero, role: .figure)
      return frame
    }
    let runaround = RunaroundBlock([text(long)], figure: figure, figureWidth: .pt(126), narrowMeasure: .pt(157.5), clearance: .pt(9))
    let set = pages(lines(13, "行") + [.text(text("小标题", heading: true)), .runaround(runaround)] + lines(20, "后"))
    #expect(set[0].count > 16 && set[0][13] == "小标题", "\(set[0])")
    #expect(set[0][14...].joined().hasPrefix("专利质押融资金额持续增长"))
    // Nothing is lost or told twice.
    let told = set.joined().filter { !$0.hasPrefix("行") && !$0.hasPrefix("后") && $0 != "小标题" }.joined()
    #expect(told == long)
    // Above the figure lines are as wide as the page: 28 characters, below the page's head 15.
    #expect(set[0][14].count > 24 && set[1][0].count < 18)
  }

  @Test("a stretch of the same measures is parted as one whose text begins above its figure")
  func partedAlike() throws {
    let figure = FigureBlock(height: .init(.pt(117)), alt: "图") { Frame(size: $0) }
    let long = text(String(repeating: "专利质押融资金额持续增长，", count: 28))
    let runaround = RunaroundBlock([long], figure: figure, figureWidth: .pt(126), narrowMeasure: .pt(157.5), clearance: .pt(9))
    let blocks = lines(13, "行") + [.text(text("小标题", heading: true)), .runaround(runaround)] + lines(20, "后")
    func stretch() -> Stretch {
      var setter = BlockSetter(typesetter: typesetter, grid: .pt(18), pageHeight: page.height)
      return Stretch(setter.flow(blocks, width: page.width, within: [StructureTag(id: 900, .section)]))
    }
    let (fresh, placed) = (stretch(), arranged([stretch()], height: page.height))
    let first = try #require(placed.stretches.first)
    #expect(!first.sunk.isEmpty && fresh.measures == stretch().measures)
    let parted = fresh.parted(as: first)
    #expect(parted.flow.boxes.map(\.height) == first.flow.boxes.map(\.height))
    for span in placed.spans {
      let frames = [first, parted].map { composePage($0.flow, span.span, size: page, fill: false).lines.map(\.text) }
      #expect(frames[0] == frames[1])
    }
  }

  @Test("text too short to stand beside its figure when it begins above stays where it is")
  func tooShort() {
    let figure = FigureBlock(height: .init(.pt(117)), alt: "图") { Frame(size: $0) }
    let short = text(String(repeating: "专利质押融资金额持续增长，", count: 7))
    let runaround = RunaroundBlock([short], figure: figure, figureWidth: .pt(126), narrowMeasure: .pt(157.5), clearance: .pt(9))
    let set = pages(lines(13, "行") + [.text(text("小标题", heading: true)), .runaround(runaround)] + lines(20, "后"))
    #expect(set[0] == (0..<13).map { "行\($0)" })
  }

  /// 15 entries on a page of 20 lines with 8 more: the last page would hold four.
  @Test("entries of a list stand wider apart where the last page would be nearly empty")
  func looser() throws {
    var blocks: [LayoutBlock] = lines(10, "行")
    for i in 0..<14 { blocks.append(.text(text("条\(i)", slack: .pt(13.5)))) }
    let set = pages(blocks)
    #expect(set.count == 2 && set[1].count >= 5, "\(set.map(\.count))")
    #expect(set.joined().count == 24)
  }

  /// A figure of eight lines has no room below 15; the next section begins on the page, the figure stands at the top of the next one.
  @Test("a figure of few pages may stand behind the next heading, never behind the next chapter's")
  func patience() {
    var figure = FigureBlock(height: .init(.pt(150)), alt: "图", floats: true) { size in
      var frame = Frame(size: size)
      frame.place(.shape(Shape(.rect(size, radius: .zero), fill: .black)), at: .zero, role: .figure)
      return frame
    }
    figure.spaceAfter = .pt(18)
    let set = pages(lines(15, "行") + [.figure(figure), .text(text("下节", heading: true))] + lines(30, "后"))
    #expect(set[0].contains("下节") && set[0].contains("后1"), "\(set)")
  }
}
