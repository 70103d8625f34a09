import Geometry
import Scene

/// How far down a page its content reaches, and whether the next page begins another chapter.
struct PageFill {
  var page: Int
  /// Lowest edge of text, figures and tables over the height of the type area.
  var share: Double
  var endsChapter: Bool

  /// - Parameters:
  ///   - top: of the type area.
  ///   - height: of the type area.
  static func all(_ pages: [Page], top: Double, height: Double) -> [PageFill] {
    let text = pages.filter { !$0.label.isEmpty && $0.label.allSatisfy(\.isNumber) }
    return text.enumerated().map { i, page in
      let isLast = i + 1 == text.count || !text[i + 1].frame.has(.runningHead)
      return PageFill(page: page.number, share: (page.frame.foot - top) / height, endsChapter: isLast)
    }
  }

  /// A page within a chapter is filled to 85 %; a chapter does not end on less than a third of one.
  var isFull: Bool { share >= (endsChapter ? 0.33 : 0.85) }
}

extension Frame {
  fileprivate func has(_ role: Role) -> Bool {
    items.contains { placed in
      if case .group(let group) = placed.item { return group.frame.has(role) }
      return placed.role == role
    }
  }

  /// The lowest edge of what is read.
  fileprivate var foot: Double {
    let furniture: Set<Role> = [.runningHead, .pageNumber, .background, .decoration]
    return items.reduce(0) { lowest, placed in
      guard !furniture.contains(placed.role) else { return lowest }
      let y = placed.origin.y.points
      switch placed.item {
      case .group(let group): return max(lowest, y + group.frame.foot)
      case .text(let run): return max(lowest, y + run.size.points * 0.25)
      case .image(_, let size): return max(lowest, y + size.height.points)
      case .shape(let shape):
        switch shape.kind {
        case .rect(let size, _): return max(lowest, y + size.height.points)
        case .path(let path): return max(lowest, y + (path.bounds?.maxY.points ?? 0))
        case .symbol, .drawnSymbol: return max(lowest, y + shape.bounds.maxY.points)
        }
      case .link, .anchor: return lowest
      }
    }
  }
}
