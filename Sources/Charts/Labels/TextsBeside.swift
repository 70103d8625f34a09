import Geometry
import Scene

extension TextRoom {
  /// Where a text stands, or a line or two higher over a mark that rises, or farther out beside one that reaches to the right.
  func raised(_ row: RowText) -> [RowText] {
    if row.align == .left, row.baseline == .middle {
      return (0..<10).map { step in
        var farther = row
        farther.dx += Double(step) * row.look.size * 0.5
        return farther
      }
    }
    guard row.align == .center, row.baseline == .bottom else { return [row] }
    return (0..<3).map { level in
      var higher = row
      higher.dy -= Double(level) * row.look.size * 1.15
      return higher
    }
  }

  /// At the end of an upright line or of a level one, on either side of it, then farther along it.
  func alongside(_ row: RowText) -> [RowText] {
    let isUpright = row.baseline == .top
    let other: TextAlign = row.align == .left ? .right : .left
    return (0..<12).flatMap { step -> [RowText] in
      var (here, across) = (row, row)
      if isUpright {
        (across.dx, across.align) = (-row.dx, other)
      } else {
        (across.dy, across.baseline) = (-row.dy, .top)
      }
      let shift = Double(step) * row.look.size * 1.25
      if isUpright {
        (here.y, across.y) = (row.y + shift, row.y + shift)
      } else {
        (here.x, across.x) = (row.x - shift * 2, row.x - shift * 2)
      }
      return [here, across].filter { candidate in
        let box = text.place(candidate).bounds
        return box.x1 >= 0 && box.x2 <= width && box.y2 <= size.height
      }
    }
  }

  /// Places texts that have room within the symbol of their point there, in the ink that its colour asks for.
  ///
  /// - Returns: the others.
  mutating func placeInSymbols(_ texts: [RowText]) -> [RowText] {
    texts.filter { row in
      guard let owner = symbol(of: row) else { return true }
      let box = symbols[owner].bounds
      var within = row
      (within.x, within.y, within.dx, within.dy) = (box.midX, box.midY, 0, 0)
      (within.align, within.baseline, within.lineHeight) = (.center, .middle, row.look.size * 1.2)
      let (wide, high) = (row.lines.map { text.width($0, row.look) }.max() ?? 0, Double(row.lines.count) * row.look.size)
      // The corners of the text lie in the circle.
      guard (wide * wide + high * high).squareRoot() < box.width - row.look.size / 4 else { return true }
      if case .shape(let shape, _) = symbols[owner].content, let fill = shape.fill {
        let seen = Color.white.mixed(with: fill.withAlpha(255), Double(fill.alpha) / 255)
        within.look.color = seen.ink(otherwise: row.look.color)
      }
      let set = text.place(within)
      guard placer.isFree(set.bounds, for: owner) else { return true }
      placer.block(set.bounds)
      result.items += set.items
      return false
    }
  }

  /// Right of a point, left, above, below, and between these.
  func candidates(_ row: RowText) -> [RowText] {
    let reach = symbol(of: row).map { symbols[$0].bounds.width / 2 + row.look.size / 4 } ?? 0
    let away = abs(row.dx) > 0 ? abs(row.dx) : row.look.size / 2
    let gap = max(away, reach)
    let most = width * 0.3
    let row = wrapped(row, to: most)
    let directions: [(dx: Double, dy: Double, align: TextAlign, baseline: TextBaseline)] = [
      (1, 0, .left, .middle), (-1, 0, .right, .middle), (0, -1, .center, .bottom), (0, 1, .center, .top),
      (0.7, -0.7, .left, .bottom), (0.7, 0.7, .left, .top), (-0.7, -0.7, .right, .bottom), (-0.7, 0.7, .right, .top),
    ]
    let near = directions.map { (direction: $0, distance: gap) }
    // Farther out with a leader, where all that is near is taken.
    let far = [1.6, 3, 4.4].flatMap { times in
      [4, 5, 6, 7, 2, 3].map { (direction: directions[$0], distance: gap + away * times) }
    }
    return (near + far).compactMap { direction, distance in
      var candidate = row
      (candidate.dx, candidate.dy) = (direction.dx * distance, direction.dy * distance)
      (candidate.align, candidate.baseline) = (direction.align, direction.baseline)
      let box = text.place(candidate).bounds
      return box.x1 >= 0 && box.x2 <= size.width && box.y1 >= -row.look.size && box.y2 <= size.height ? candidate : nil
    }
  }
}

/// The line from a point to its text where that stands farther than beside it.
struct Leader {
  let start: (x: Double, y: Double)
  let end: (x: Double, y: Double)
  /// The distance from the point within which its own mark lies.
  private let gap: Double
  private let length: Double

  /// - Parameter reach: how far the point's symbol reaches.
  init?(from row: RowText, to box: Box, reach: Double) {
    gap = max(abs(row.dx) > 0 ? abs(row.dx) : row.look.size / 2, reach)
    end = (max(box.x1, min(row.x, box.x2)), max(box.y1, min(row.y, box.y2)))
    let (dx, dy) = (end.x - row.x, end.y - row.y)
    length = (dx * dx + dy * dy).squareRoot()
    guard length > 1.7 * gap else { return nil }
    start = (row.x + dx * 0.6 * gap / length, row.y + dy * 0.6 * gap / length)
  }

  /// Whether it runs over nothing but its own mark.
  func isFree(in placer: LabelPlacer) -> Bool {
    let whole = length - 0.6 * gap
    return stride(from: 1.1 * gap, to: whole - 4, by: 4).allSatisfy { along in
      let (x, y) = (start.x + (end.x - start.x) * along / whole, start.y + (end.y - start.y) * along / whole)
      return placer.isFree(Box(x - 1, y - 1, x + 1, y + 1))
    }
  }

  static func stroke(_ look: TextLook) -> Stroke {
    Stroke(Color(hex: "#8790A0") ?? .black, width: .pt(max(0.5, look.size / 16)))
  }

  func item(of row: RowText) -> SceneItem {
    var path = Path()
    path.move(to: Point(start.x, start.y))
    path.line(to: Point(end.x, end.y))
    return SceneItem(
      content: .shape(Shape(.path(path), stroke: Self.stroke(row.look)), at: .zero),
      bounds: Box(start.x, start.y, end.x, end.y), role: .leader, datum: row.datum)
  }
}
