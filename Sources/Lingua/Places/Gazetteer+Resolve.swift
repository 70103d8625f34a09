/// Which place a name stands for where several go by it.
extension Gazetteer {
  /// The place that a name stands for beside places the text has named, the nearest first: the one that is among them,
  /// lies in one of them, holds one of them, or lies in the same place as one; else the only one of today of the highest
  /// level. Nil where that leaves several (朝阳区 with no city near), and for an ordinary word (城区) with nothing near.
  package func place(of match: Match, near context: [PlaceID] = []) -> PlaceID? {
    if !match.isAmbiguous, !match.isOrdinaryWord { return match.place }
    return choose(among: candidates(of: match), near: context, isOrdinaryWord: match.isOrdinaryWord)
  }

  /// A place written from the large to the small, as one: 广东省深圳市南山区, 江苏苏州, or a single name.
  ///
  /// - Returns: the length of all names together and the place of the last; nil where no name starts at `start`. The place
  ///   is nil where several go by the name and neither the names before it nor `context` tell which.
  package func longestPath(in text: [Unicode.Scalar], at start: Int, limit: Int, near context: [PlaceID] = []) -> (
    length: Int, place: PlaceID?
  )? {
    guard let first = longestMatch(in: text, at: start, limit: limit) else { return nil }
    var last = first
    var outer = candidates(of: first)
    var end = start + first.length
    while let next = longestMatch(in: text, at: end, limit: limit) {
      let inner = candidates(of: next).filter { place in outer.contains { ancestors(of: place).contains($0) } }
      guard !inner.isEmpty else { break }
      (last, outer) = (next, inner)
      end += next.length
    }
    if end == start + first.length { return (first.length, place(of: first, near: context)) }
    return (end - start, choose(among: outer, near: context, isOrdinaryWord: last.isOrdinaryWord && outer.count > 1))
  }

  private func choose(among candidates: [PlaceID], near context: [PlaceID], isOrdinaryWord: Bool) -> PlaceID? {
    for near in context {
      let above = ancestors(of: near)
      let closeness: [(PlaceID) -> Bool] = [
        { $0 == near }, { self.ancestors(of: $0).contains(near) }, { above.contains($0) },
        { place in self.parent(of: place).map(above.contains) ?? false },
      ]
      for isClose in closeness {
        if let place = only(candidates.filter(isClose)) { return place }
      }
    }
    if isOrdinaryWord { return nil }
    let highest = candidates.filter { !isFormer($0) }.map(level).min()
    return only(candidates.filter { highest == nil || !isFormer($0) && level(of: $0) == highest })
  }

  private func only(_ places: [PlaceID]) -> PlaceID? { places.count == 1 ? places[0] : nil }
}
