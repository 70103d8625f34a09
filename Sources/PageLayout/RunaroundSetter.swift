import Geometry
import Scene
import Typesetting

extension BlockSetter {
  /// The figure with the lines beside it as one box, and the lines below it as boxes of their own, which may go on over the
  /// page. The figure has its natural height; it comes first in reading order, so that no paragraph is parted by it.
  ///
  /// The first box knows how to be set anew with some lines above the figure, at the foot of a page that has no room for all.
  mutating func set(_ block: RunaroundBlock, width: Length, within path: [StructureTag]) -> Flow {
    let before = self
    var flow = set(block, width: width, within: path, linesAbove: 0) ?? Flow()
    attachFootnotes(to: &flow.boxes, within: path)
    guard !flow.boxes.isEmpty else { return flow }
    flow.boxes[0].sinking = FlowBox.Sinking(boxes: flow.boxes.count) { lines in
      var setter = before
      guard var sunk = setter.set(block, width: width, within: path, linesAbove: lines) else { return nil }
      setter.attachFootnotes(to: &sunk.boxes, within: path)
      return sunk.boxes
    }
    return flow
  }

  /// - Parameter above: so many lines of the first paragraph stand above the figure, across the page.
  /// - Returns: nil where too few are left to stand beside it.
  private mutating func set(_ block: RunaroundBlock, width: Length, within path: [StructureTag], linesAbove above: Int) -> Flow? {
    var figure = box(block.figure, width: block.figureWidth, within: path)
    figure.spaceBefore = .zero
    let height = figure.height.natural
    // The figure's first line stands level with the text's, clear of a heading above.
    let drop = grid / 4
    let limit = drop + height + block.clearance
    var start = Flow()
    var beside = Flow()
    var below = Flow()
    var y = Length.zero
    var space = Length.zero
    var isParted = false
    for (i, text) in block.text.enumerated() {
      let above = i == 0 ? above : 0
      let before = beside.boxes.isEmpty ? .zero : max(space, text.spaceBefore)
      let lines = below.boxes.isEmpty ? max(0, Int(((limit - y - before) / text.style.leading).rounded(.up))) : 0
      let narrow = Runaround(lines: lines, width: block.narrowMeasure - text.indent, start: above)
      var flow = set(text, width: width, runaround: narrow, within: path)
      guard !flow.boxes.isEmpty else { continue }
      flow.boxes[0].spaceBefore = before
      if above > 0 {
        guard flow.boxes.count >= above + 2 else { return nil }
        start.boxes = Array(flow.boxes[..<above])
        flow.boxes.removeSubrange(..<above)
        flow.boxes[0].breakBefore = .zero
      }
      let taken = min(lines, flow.boxes.count)
      for box in flow.boxes[..<taken] { y += box.spaceBefore + box.height.natural }
      if taken > 0, taken < flow.boxes.count { isParted = true }
      beside.boxes += flow.boxes[..<taken]
      below.boxes += flow.boxes[taken...]
      space = text.spaceAfter
    }
    // Text that ends more than a line above the figure's foot leaves a hole below itself.
    if above > 0, y + grid < drop + height { return nil }
    for i in start.boxes.indices {
      start.boxes[i].isContinued = true
      if i > 0 { start.boxes[i].breakBefore = .infinity }
    }
    var flow = start
    flow.boxes += [joined(figure, height: height, at: Point(x: width - block.figureWidth, y: drop), BoxStack(beside, width: width))]
    flow.boxes[start.boxes.count].isContinued = isParted
    flow.append(below)
    return flow
  }

  private func joined(_ figure: FlowBox, height: Length, at corner: Point, _ text: BoxStack) -> FlowBox {
    let total = max(corner.y + height, text.extent.natural).rounded(upTo: grid)
    var page = FrameComposer(size: Size(width: text.width, height: total))
    page.place(figure, height: height, at: corner)
    var frame = page.finished()
    frame.merge(text.frame(height: text.extent.natural), at: .zero)
    var box = FlowBox(frame)
    // The figure's anchors stand in the frame already; the page number of an anchor is looked up in the box.
    box.anchors = figure.anchors + text.anchors
    box.sideNotes = figure.sideNotes.map { $0.moved(down: corner.y) }
    return box
  }
}
