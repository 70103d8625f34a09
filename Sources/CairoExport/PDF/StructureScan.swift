import Scene

/// Which elements hold other elements, found before the first of them is drawn: cairo loses what is drawn directly into an
/// element that has children, so such an element needs a leaf around each piece of its own drawing.
struct StructureScan {
  private(set) var containers: Set<Int> = []
  private var seen: Set<Int> = []

  /// Looks through a page. An element that comes in several pieces counts as a container too: it has to stay open while
  /// furniture is drawn between them.
  mutating func read(_ frame: Frame) { _ = visit(frame, parent: nil) }

  /// - Returns: whether the frame holds tagged groups or links.
  private mutating func visit(_ frame: Frame, parent: Int?) -> Bool {
    var found = false
    for placed in frame.items {
      switch placed.item {
      case .link: found = true
      case .group(let group):
        if let tag = group.tag {
          found = true
          if !seen.insert(tag.id).inserted { containers.insert(tag.id) }
          // A figure is one leaf whatever is in it; a link carries its area itself.
          if tag.element != .figure, tag.element != .link, visit(group.frame, parent: tag.id) {
            containers.insert(tag.id)
          }
        } else if group.alt != nil {
          found = true
        } else if visit(group.frame, parent: parent) {
          found = true
        }
      default: continue
      }
    }
    return found
  }
}
