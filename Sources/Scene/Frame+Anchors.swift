package import Geometry

extension Frame {
  /// The named places in it and its groups, in paint order, in its own coordinates.
  package var anchors: [(name: String, at: Point)] {
    var found: [(name: String, at: Point)] = []
    collectAnchors(.identity, into: &found)
    return found
  }

  private func collectAnchors(_ toOuter: Transform, into found: inout [(name: String, at: Point)]) {
    for placed in items {
      switch placed.item {
      case .anchor(let name): found.append((name, toOuter.apply(placed.origin)))
      case .group(let group):
        group.frame.collectAnchors(group.transform.then(.translation(placed.origin)).then(toOuter), into: &found)
      default: continue
      }
    }
  }
}
