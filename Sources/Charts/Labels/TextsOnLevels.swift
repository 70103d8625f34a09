import Geometry
import Scene

extension TextRoom {
  /// By turns above and below, in the middle over their places; where not all find room so, as stairs, which always have it.
  mutating func placeOnLevels(_ texts: [RowText]) -> Bool {
    let ordered = texts.sorted { ($0.x, $0.lines.joined()) < ($1.x, $1.lines.joined()) }.map { row -> RowText in
      var row = wrapped(row, to: width * 0.24)
      row.lineHeight = row.look.size * 1.2
      row.align = .left
      (row.dx, row.dy) = (0, 0)
      return row
    }
    var trial = self
    var reach = 0.0
    let isWhole = ordered.enumerated().allSatisfy { index, row in
      trial.placeOnLevel(row, beginningAt: { max(0, min($0 - $1 / 2, size.width - $1)) }, side: index, of: ordered.count, &reach)
    }
    if isWhole { self = trial } else { reach = placeAsStairs(ordered) }
    if size.height > 0 { result.stretch = max(result.stretch, 2 * reach / size.height) }
    return true
  }

  /// Each text begins at its own stem and is placed before those to its left, whose stems pass it by; where it would leave the plot it
  /// ends at its stem, above the line, and is placed before those to its right.
  ///
  /// - Returns: how far they reach from the line.
  private mutating func placeAsStairs(_ texts: [RowText]) -> Double {
    var reach = 0.0
    let reachesOut = texts.map { row in row.x + (row.lines.map { text.width($0, row.look) }.max() ?? 0) > size.width }
    for (row, _) in zip(texts, reachesOut).filter(\.1) {
      if !placeOnLevel(row, beginningAt: { max(0, $0 - $1) }, side: 0, of: texts.count, takesTurns: false, &reach) { drop(row) }
    }
    for (index, (row, _)) in zip(texts, reachesOut).filter({ !$0.1 }).reversed().enumerated() {
      if !placeOnLevel(row, beginningAt: { place, _ in place }, side: index + 1, of: texts.count, &reach) { drop(row) }
    }
    return reach
  }

  /// Places a text on the nearest level that is free, with a stem to its place on the line.
  ///
  /// - Parameters:
  ///   - start: where a text begins, by its place on the line and its width.
  ///   - side: even: above the line first, odd: below.
  ///   - takesTurns: whether the other side is tried too.
  /// - Returns: whether there is room.
  private mutating func placeOnLevel(
    _ text: RowText, beginningAt start: (Double, Double) -> Double, side: Int, of count: Int, takesTurns: Bool = true,
    _ reach: inout Double
  ) -> Bool {
    var row = text
    let line = row.look.size * 1.2
    let (place, middle) = (row.x, row.y)
    // Its stem begins at its own point, however large that is.
    let point = symbol(of: text)
    row.x = start(place, row.lines.map { self.text.width($0, row.look) }.max() ?? 0)
    // Beyond so many levels the words of all events would not fill them.
    for level in 0..<(12 * count + 8) where takesTurns || level % 2 == 0 {
      let isAbove = (level + side) % 2 == 0
      let away = line * (0.8 + Double(level / 2) * 0.6)
      row.baseline = isAbove ? .bottom : .top
      row.y = isAbove ? middle - away : middle + away
      let set = self.text.place(row)
      let stem = Box(place - 1, isAbove ? row.y : middle + line * 0.5, place + 1, isAbove ? middle - line * 0.5 : row.y)
      guard placer.isFree(set.bounds), stem.isEmpty || placer.isFree(stem, for: point) else { continue }
      placer.block(set.bounds)
      placer.block(stem)
      result.items += set.items
      var path = Path()
      path.move(to: Point(place, middle))
      path.line(to: Point(place, row.y + (isAbove ? 2 : -2)))
      result.items.insert(
        SceneItem(
          content: .shape(
            Shape(.path(path), stroke: Leader.stroke(row.look)), at: .zero),
          bounds: Box(place, middle, place, row.y), role: .leader, datum: row.datum), at: 0)
      reach = max(reach, isAbove ? middle - set.bounds.y1 : set.bounds.y2 - middle)
      return true
    }
    return false
  }
}
