/// The links of a frame within a document of which only some places are printed.
extension Frame {
  /// A copy whose links lead to places that there are: where the document knows another place without printing it, the link is kept as
  /// ``Destination/unprinted(_:)``; else it is taken away.
  ///
  /// - Parameters:
  ///   - anchors: the places that are printed.
  ///   - isKnown: whether a place is one that the document may leave out.
  /// - Returns: the names of other places, each once, in the order in which they come.
  package func leading(to anchors: Set<String>, unprinted isKnown: (String) -> Bool) -> (frame: Frame, lost: [String]) {
    guard hasLinks else { return (self, []) }
    var copy = Frame(size: size, baseline: baseline)
    var lost: [String] = []
    for placed in items {
      var item = placed.item
      switch placed.item {
      case .link(.anchor(let name), let area) where !anchors.contains(name):
        if !isKnown(name) {
          if !lost.contains(name) { lost.append(name) }
          continue
        }
        item = .link(.unprinted(name), area)
      case .group(var group):
        let inner = group.frame.leading(to: anchors, unprinted: isKnown)
        group.frame = inner.frame
        for name in inner.lost where !lost.contains(name) { lost.append(name) }
        item = .group(group)
      default: break
      }
      copy.place(item, at: placed.origin, role: placed.role, datum: placed.datum)
    }
    return (copy, lost)
  }

  private var hasLinks: Bool {
    items.contains { placed in
      switch placed.item {
      case .link: true
      case .group(let group): group.frame.hasLinks
      default: false
      }
    }
  }
}
