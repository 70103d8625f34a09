package import Geometry
package import Scene

/// Builds a page's frame from boxes, opening a group for each element of the structure tree and keeping it open as long as
/// the boxes that follow belong to it.
package struct FrameComposer {
  private struct Open {
    var tag: StructureTag?
    var frame: Frame
    var role: Role
  }
  private var stack: [Open]
  private let size: Size

  package init(size: Size) {
    self.size = size
    stack = [Open(tag: nil, frame: Frame(size: size), role: .body)]
  }

  package mutating func place(_ box: FlowBox, height: Length, at origin: Point) {
    enter(box.tags, role: box.role)
    for anchor in box.anchors { stack[stack.count - 1].frame.place(.anchor(anchor), at: origin, role: box.role) }
    stack[stack.count - 1].frame.merge(box.frame(height: height), at: origin)
  }

  private mutating func enter(_ tags: [StructureTag], role: Role) {
    var common = 0
    while common < tags.count, common + 1 < stack.count, stack[common + 1].tag?.id == tags[common].id { common += 1 }
    close(to: common + 1)
    for tag in tags[common...] { stack.append(Open(tag: tag, frame: Frame(size: size), role: role)) }
  }

  private mutating func close(to depth: Int) {
    while stack.count > depth {
      let inner = stack.removeLast()
      stack[stack.count - 1].frame.group(inner.frame, at: .zero, role: inner.role, tag: inner.tag)
    }
  }

  package mutating func finished() -> Frame {
    close(to: 1)
    return stack[0].frame
  }
}
