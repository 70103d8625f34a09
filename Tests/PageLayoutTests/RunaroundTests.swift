import Assets
import Fonts
import Geometry
import PageLayout
import Scene
import Testing
import Typesetting

@Suite struct RunaroundTests {
  let setter: BlockSetter
  let style: TextStyle

  init() throws {
    let fonts = try FontLibrary(directories: [try Assets().fonts])
    setter = BlockSetter(typesetter: Typesetter(fonts: fonts), grid: .pt(18))
    style = TextStyle(font: try #require(fonts.font(named: "serif-regular")), size: .pt(10.5))
  }

  func flow(figure height: Double, _ paragraphs: [String]) -> Flow {
    let figure = FigureBlock(height: .init(.pt(height)), alt: "图") { size in
      var frame = Frame(size: size)
      frame.place(.shape(Shape(.rect(size, radius: .zero), fill: .black)), at: .zero, role: .mark)
      return frame
    }
    let texts = paragraphs.map {
      TextBlock(
        StyledText($0, style), style: ParagraphStyle(leading: .pt(18), alignment: .justified, firstLineIndent: Em(2)))
    }
    let block = RunaroundBlock(
      texts, figure: figure, figureWidth: .pt(225), narrowMeasure: .pt(220.5), clearance: .pt(9))
    var setter = setter
    return setter.flow([.runaround(block)], width: .pt(462))
  }

  /// Right edges of the text in a frame, by the baseline they stand on.
  func edges(_ frame: Frame, at origin: Point = .zero, into edges: inout [Int: Double]) {
    for placed in frame.items {
      let at = placed.origin + origin
      switch placed.item {
      case .group(let group): self.edges(group.frame, at: at, into: &edges)
      case .text(let run):
        let y = Int(at.y.points.rounded())
        edges[y] = max(edges[y] ?? 0, (at.x + run.width).points)
      default: continue
      }
    }
  }

  @Test func linesBesideTheFigureAreNarrowAndLinesBelowItAreNot() {
    let sentence = "专利质押融资金额持续增长，惠及更多科技型中小企业。"
    let flow = flow(figure: 100, [String(repeating: sentence, count: 3), String(repeating: sentence, count: 8)])
    // 100 + 9 points are the height of seven lines.
    #expect(flow.boxes[0].height.natural == .pt(126))
    var beside: [Int: Double] = [:]
    edges(flow.boxes[0].frame(height: .pt(126)), into: &beside)
    #expect(beside.count == 7)
    #expect(beside.values.allSatisfy { $0 <= 220.6 })
    #expect(beside.values.filter { abs($0 - 220.5) < 0.1 }.count >= 5)
    var below: [Int: Double] = [:]
    for (i, box) in flow.boxes.dropFirst().enumerated() {
      edges(box.frame(height: .pt(18)), at: Point(x: .zero, y: .pt(Double(i) * 18)), into: &below)
    }
    #expect(below.count == flow.boxes.count - 1)
    #expect(below.values.filter { $0 > 455 && $0 <= 462.1 }.count >= below.count - 1)
  }

  /// A figure that is mentioned beside another one waits for the end of the paragraph that goes on below that.
  @Test func noFigurePartsAParagraph() throws {
    let sentence = "专利质押融资金额持续增长，惠及更多科技型中小企业。"
    var flow = flow(figure: 100, [String(repeating: sentence, count: 9)])
    #expect(flow.boxes[0].isContinued && flow.boxes.count > 1)
    var figure = FlowBox(Frame(size: Size(462, 50)))
    figure.content = .elastic { height in
      var frame = Frame(size: Size(width: .pt(462), height: height))
      frame.place(.shape(Shape(.rect(Size(462, 50), radius: .zero), fill: .black)), at: .zero, role: .figure)
      return frame
    }
    flow.floats = [.init(box: figure, after: 0, spaceAfter: .zero)]
    let page = composePage(flow, PageSpan(boxes: 0..<flow.boxes.count, floats: 0..<1), size: Size(462, 684), fill: false)
    let top = try #require(page.items.last { $0.role == .figure }?.origin.y)
    var lines: [Int: Double] = [:]
    edges(page, into: &lines)
    #expect(lines.keys.allSatisfy { Double($0) < top.points })
  }

  @Test func aShortTextLeavesTheFigureItsHeight() {
    let flow = flow(figure: 100, ["专利质押融资金额持续增长。"])
    #expect(flow.boxes.count == 1)
    #expect(flow.boxes[0].height.natural == .pt(108))
  }

  @Test func aFigureHigherThanAllTextsKeepsTheirOrder() {
    let flow = flow(figure: 400, ["甲方案。", "乙方案。", "丙方案。"])
    #expect(flow.boxes.count == 1)
    var texts: [String] = []
    func read(_ frame: Frame) {
      for placed in frame.items {
        if case .group(let group) = placed.item { read(group.frame) }
        if case .text(let run) = placed.item { texts.append(run.text) }
      }
    }
    read(flow.boxes[0].frame(height: .pt(400)))
    #expect(texts.joined() == "甲方案。乙方案。丙方案。")
  }
}
