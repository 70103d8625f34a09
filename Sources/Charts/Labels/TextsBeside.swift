import Geometry
import Scene
import StructuredData

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
    // Beyond the end of a level line, where nothing else is drawn; the plot gives way.
    var beyond = wrapped(row, to: width * 0.22)
    (beyond.x, beyond.dx, beyond.dy, beyond.align, beyond.baseline) = (size.width + row.look.size / 3, 0, 0, .left, .middle)
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
    } + (isUpright ? above(row) : [0, -1, 1, -2, 2].map { beyond.moved(down: $0 * row.look.size * 1.2) })
  }

  /// Over the upper end of an upright line: over the plot, or over what stands there.
  private func above(_ row: RowText) -> [RowText] {
    (0..<4).map { level in
      var over = row
      (over.dx, over.dy, over.align, over.baseline) = (0, -(0.3 + 1.2 * Double(level)) * row.look.size, .center, .bottom)
      return over
    }
  }

  /// At its spots, as far as they lie in the picture and clear of the names under the plot; the first of them in any case.
  func listed(_ row: RowText) -> [RowText] {
    let row = wrapped(row, to: width * 0.3)
    let candidates = spots.map { spot -> RowText in
      var candidate = row
      (candidate.dx, candidate.dy, candidate.align, candidate.baseline) = (spot.dx, spot.dy, spot.align, spot.baseline)
      if spot.isAtEnd { (candidate.x, candidate.y) = (row.x + row.toEnd.x, row.y + row.toEnd.y) }
      return candidate
    }
    let within = candidates.filter { candidate in
      let box = text.place(candidate).bounds
      // Beyond the right end the plot gives way.
      let isBeyond = candidate.align == .left && candidate.x + candidate.dx > size.width
      return box.x1 >= 0 && (isBeyond || box.x2 <= max(width, size.width)) && box.y1 >= -5 * row.look.size && box.y2 <= size.height
    }
    return within.isEmpty ? Array(candidates.prefix(1)) : within
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

/// A spot about the point of a text: pixels from it, and how the text is aligned there.
struct TextSpot {
  let dx, dy: Double
  let align: TextAlign
  let baseline: TextBaseline

  /// Whether it is about the second end of the stretch that the text belongs to, in place of its middle.
  let isAtEnd: Bool

  /// - Parameter node: `[dx, dy, align, baseline, isAtEnd]`.
  init?(_ node: Node) {
    guard let items = node.sequence, items.count == 5, let dx = items[0].double, let dy = items[1].double else { return nil }
    (self.dx, self.dy) = (dx, dy)
    align = items[2].string.flatMap(TextAlign.init(rawValue:)) ?? .center
    baseline = items[3].string.flatMap(TextBaseline.init(rawValue:)) ?? .middle
    isAtEnd = items[4].bool ?? false
  }
}

/// The line from a point to its text where that stands farther than beside it.
struct Leader {
  let start: (x: Double, y: Double)
  let end: (x: Double, y: Double)
  /// The distance from the point within which its own mark lies.
  private let gap: Double
  private let length: Double

  /// - Parameters:
  ///   - reach: how far the point's symbol reaches.
  ///   - labels: values that stand at the point, beyond which the line begins.
  ///   - touches: whether it begins at the mark, not at some distance from it.
  init?(from row: RowText, to box: Box, reach: Double, clearOf labels: [Box] = [], touches: Bool = false) {
    let (toX, toY) = (max(box.x1, min(row.x, box.x2)) - row.x, max(box.y1, min(row.y, box.y2)) - row.y)
    let way = (toX * toX + toY * toY).squareRoot()
    let beyond = labels.compactMap { $0.exit(from: (row.x, row.y), along: (toX, toY)) }.max() ?? 0
    let reach = max(reach, beyond > 0 ? (beyond * way + 2) / 0.6 : 0)
    gap = max(abs(row.dx) > 0 ? abs(row.dx) : row.look.size / 2, reach)
    end = (max(box.x1, min(row.x, box.x2)), max(box.y1, min(row.y, box.y2)))
    let (dx, dy) = (end.x - row.x, end.y - row.y)
    length = (dx * dx + dy * dy).squareRoot()
    // One that begins beyond a value, or at its mark, touches it.
    let away = touches && beyond == 0 ? reach + 2 : 0.6 * gap
    guard touches ? length > away + row.look.size * 0.4 : length > 1.7 * gap else { return nil }
    start = (row.x + dx * away / length, row.y + dy * away / length)
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

extension Box {
  /// The part of a way after which it has left the box for good; nil where it does not cross it (Liang and Barsky, 1984).
  fileprivate func exit(from start: (x: Double, y: Double), along way: (x: Double, y: Double)) -> Double? {
    var (enters, leaves) = (0.0, 1.0)
    for (place, step, low, high) in [(start.x, way.x, x1, x2), (start.y, way.y, y1, y2)] {
      if step == 0 {
        guard place >= low, place <= high else { return nil }
        continue
      }
      let (a, b) = ((low - place) / step, (high - place) / step)
      (enters, leaves) = (max(enters, min(a, b)), min(leaves, max(a, b)))
    }
    return enters < leaves ? leaves : nil
  }
}
