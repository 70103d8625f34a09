package import Geometry
package import Scene

/// A column's boxes piled up without page breaks, its elastic ones sharing what height is given.
package struct BoxStack: Sendable {
  package let boxes: [FlowBox]
  package let width: Length
  package let extent: FlowBox.Extent

  /// Floats stand where they are mentioned.
  package init(_ flow: Flow, width: Length) {
    var boxes: [FlowBox] = []
    var floats = flow.floats[...]
    for (i, box) in flow.boxes.enumerated() {
      boxes.append(box)
      while let float = floats.first, float.after <= i {
        boxes.append(float.box)
        floats.removeFirst()
      }
    }
    self.boxes = boxes
    self.width = width
    var least = Length.zero
    var natural = Length.zero
    var greatest = Length.zero
    for (i, box) in boxes.enumerated() {
      let space = i == 0 ? Length.zero : box.spaceBefore
      least += space + box.height.least
      natural += space + box.height.natural
      greatest += space + box.height.greatest
    }
    extent = .init(least: least, natural: natural, greatest: greatest)
  }

  package var anchors: [String] { boxes.flatMap(\.anchors) }
  /// Notes to what stands in the stack; they go to the foot of its page.
  package var footnotes: [FlowBox] { boxes.flatMap(\.footnotes) }
  /// Those in the margin, where they are when all boxes have their natural heights.
  package var sideNotes: [SideNote] {
    var notes: [SideNote] = []
    var y = Length.zero
    for (i, box) in boxes.enumerated() {
      if i > 0 { y += box.spaceBefore }
      notes += box.sideNotes.map { $0.moved(down: y) }
      y += box.height.natural
    }
    return notes
  }

  /// The boxes from the top; heights are shared out in proportion to what each can give.
  package func frame(height: Length) -> Frame {
    let heights = share(height: height)
    var page = FrameComposer(size: Size(width: width, height: height))
    var y = Length.zero
    for (i, box) in boxes.enumerated() {
      if i > 0 { y += box.spaceBefore }
      page.place(box, height: heights[i], at: Point(x: box.indent, y: y))
      y += heights[i]
    }
    return page.finished()
  }

  private func share(height: Length) -> [Length] {
    let excess = height - extent.natural
    if excess > .zero {
      let give = extent.greatest - extent.natural
      let t = give > .zero ? min(1, excess / give) : 0
      return boxes.map { $0.height.natural + ($0.height.greatest - $0.height.natural) * t }
    }
    let give = extent.natural - extent.least
    let t = give > .zero ? min(1, -excess / give) : 0
    return boxes.map { $0.height.natural - ($0.height.natural - $0.height.least) * t }
  }
}
