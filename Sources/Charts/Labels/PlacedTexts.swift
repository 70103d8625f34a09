import Dataflow
import Diagnostics
import Geometry
import Grammar
import Scene
import StructuredData

/// How a text mark's texts find their place (`placement`).
enum TextPlacement: String, CaseIterable {
  /// Texts at one place along x, moved up and down until none touches another: the names at the ends of lines.
  case apart
  /// Above and below a line of time by turns, each on the nearest level that is free, with a leader.
  case levels
  /// Where they stand, if nothing else does.
  case here
  /// In the box of their own mark, in the ink that its colour asks for.
  case inside
  /// At the side of their own point that is free.
  case beside
  /// On one side of a line of their own, at its end or farther on.
  case along
}

/// The texts of marks that find their own place: after all other marks, in one placer.
struct PlacedTexts {
  var items: [SceneItem] = []
  /// Channels whose values stand at their marks, one and all, so that their axes are needless.
  var said: Set<Channel> = []
  /// By how much the plot must be higher for all texts to have room; 1 where they have.
  var stretch = 1.0
  /// Names for which there was no room.
  var dropped: [String] = []
}

extension UnitModel {
  var placement: TextPlacement? { mark == .text ? properties.text("placement").flatMap(TextPlacement.init(rawValue:)) : nil }
}

extension SceneBuilder {
  func placedTexts(_ view: ViewModel, _ size: PlotSize) -> PlacedTexts {
    let units = view.units
    let texts = units.compactMap { unit in unit.placement.map { (unit, $0) } }
    guard !texts.isEmpty, !texts.contains(where: { $0.0.table.rowCount > 4000 }) else { return PlacedTexts() }
    var room = TextRoom(size: size, width: self.room ?? size.width, text: text)
    room.placer.clearance = 2
    for unit in units where unit.placement == nil {
      block(unit, size, &room.placer)
      var encoder = encoder(unit, size)
      if [.bar, .rect].contains(unit.mark) {
        for item in encoder.marks() {
          if let datum = item.datum?.datum { room.boxes[datum] = room.boxes[datum] ?? item } else { room.emptyBoxes.append(item) }
        }
      }
    }
    // Whether every value of a channel is said.
    var complete: [Channel: Bool] = [:]
    for kind in TextPlacement.allCases {
      for (unit, placement) in texts where placement == kind {
        let encoder = encoder(unit, size)
        var all = encoder.rowTexts()
        if placement != .inside {
          let ink = TextLook(config["figure"], prefix: "value").color
          for index in all.indices { all[index].look.color = all[index].look.color.readable(towards: ink) }
        }
        room.growsSquare = view.spec.aspect != nil
        room.growsDown = table[unit.id, .y].map { scales[$0].type.hasCategories } ?? false
        let before = room.result.items.count
        let isWhole = room.place(all, placement)
        guard all.contains(where: \.saysValue) else { continue }
        if !isWhole, placement != .inside {
          // All values or none: what has no label would be read as having no value.
          room.result.items.removeSubrange(before...)
        }
        for channel in [Channel.x, .y] where unit.encoding[channel]?.type == .quantitative {
          complete[channel] = (complete[channel] ?? true) && isWhole
        }
        if let scale = table[unit.id, .y].map({ scales[$0] }), scale.type.hasCategories, scale.step > 0, placement == .here,
          let look = all.first?.look
        {
          room.result.stretch = max(room.result.stretch, look.size * 1.1 / scale.step)
        }
      }
    }
    room.result.said = Set(complete.filter(\.value).keys)
    return room.result
  }
}

/// The room of a plot for its texts.
private struct TextRoom {
  let size: PlotSize
  /// Of the figure, or of the plot where there is none.
  let width: Double
  let text: TextSetter
  var placer = LabelPlacer()
  /// The boxes of bars and rects, by their datum.
  var boxes: [String: SceneItem] = [:]
  /// Those that stand for no datum: the tiles of places without a value.
  var emptyBoxes: [SceneItem] = []
  var result = PlacedTexts()
  /// Whether boxes grow to both sides as the plot gets higher, or downwards only.
  var growsSquare = false
  var growsDown = false

  init(size: PlotSize, width: Double, text: TextSetter) {
    (self.size, self.width, self.text) = (size, width, text)
  }

  /// - Returns: whether all have a place.
  mutating func place(_ texts: [RowText], _ placement: TextPlacement) -> Bool {
    switch placement {
    case .apart: return placeApart(texts)
    case .levels: return placeOnLevels(texts)
    case .here: return placeEach(texts, raised)
    case .inside: return placeInside(texts)
    case .beside: return placeEach(texts, candidates, hasLeaders: true)
    case .along: return placeEach(texts, alongside, isKept: true)
    }
  }

  private mutating func drop(_ text: RowText) {
    if text.roles.contains(.legendLabel) { result.dropped.append(text.lines.joined(separator: " ")) }
  }

  /// Each at the first of its places that is free; where the plot ends, so does the room of what may stand elsewhere.
  ///
  /// - Parameter isKept: whether a text without room stands at its first place all the same, for its line says nothing without it.
  private mutating func placeEach(_ texts: [RowText], _ places: (RowText) -> [RowText], isKept: Bool = false, hasLeaders: Bool = false)
    -> Bool
  {
    var isWhole = true
    for row in texts {
      let sets = places(row).map { text.place($0) }
      if sets.contains(where: \.bounds.isEmpty) { continue }
      let leaders = sets.map { hasLeaders ? Leader(from: row, to: $0.bounds) : nil }
      let free = sets.indices.first { placer.isFree(sets[$0].bounds) && leaders[$0].map { $0.isFree(in: placer) } ?? true }
      guard let choice = free ?? (isKept ? sets.indices.first : nil) else {
        isWhole = false
        drop(row)
        continue
      }
      placer.block(sets[choice].bounds)
      result.items += sets[choice].items
      if let leader = leaders[choice] {
        placer.block(from: leader.start, to: leader.end, width: 2)
        result.items.append(leader.item(of: row))
      }
    }
    return isWhole
  }

  /// Where a text stands, or a line or two higher over a mark that rises, or farther out beside one that reaches to the right.
  private func raised(_ row: RowText) -> [RowText] {
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
  private func alongside(_ row: RowText) -> [RowText] {
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

  /// Right of a point, left, above, below, and between these.
  private func candidates(_ row: RowText) -> [RowText] {
    let gap = abs(row.dx) > 0 ? abs(row.dx) : row.look.size / 2
    let most = width * 0.3
    let row = wrapped(row, to: most)
    let sides: [(dx: Double, dy: Double, align: TextAlign, baseline: TextBaseline)] = [
      (gap, 0, .left, .middle), (-gap, 0, .right, .middle), (0, -gap, .center, .bottom), (0, gap, .center, .top),
      (gap * 0.7, -gap * 0.7, .left, .bottom), (gap * 0.7, gap * 0.7, .left, .top), (-gap * 0.7, -gap * 0.7, .right, .bottom),
      (-gap * 0.7, gap * 0.7, .right, .top),
    ]
    // Farther out with a leader, where all that is near is taken.
    let far = [2.6, 4, 5.4].flatMap { times in
      [sides[4], sides[5], sides[6], sides[7], sides[2], sides[3]].map {
        (dx: $0.dx * times, dy: $0.dy * times, align: $0.align, baseline: $0.baseline)
      }
    }
    return (sides + far).compactMap { side in
      var candidate = row
      (candidate.dx, candidate.dy, candidate.align, candidate.baseline) = side
      let box = text.place(candidate).bounds
      return box.x1 >= 0 && box.x2 <= size.width && box.y1 >= -row.look.size && box.y2 <= size.height ? candidate : nil
    }
  }

  // MARK: Ends of lines

  private mutating func placeApart(_ texts: [RowText]) -> Bool {
    let columns = Dictionary(grouping: texts.indices) { index in [texts[index].x.rounded(), texts[index].align == .right ? 0 : 1] }
    for key in columns.keys.sorted(by: { ($0[0], $0[1]) < ($1[0], $1[1]) }) {
      let rows = (columns[key] ?? []).map { texts[$0] }.sorted { ($0.y, $0.lines.joined()) < ($1.y, $1.lines.joined()) }
      // A value stands at the line's end and the name beyond it.
      let pairs = rows.map { row -> (value: RowText?, name: RowText) in
        guard row.lines.count == 2, row.roles == [.legendLabel, .valueLabel] else { return (nil, wrapped(row, to: width * 0.26)) }
        var (value, name) = (row, row)
        (value.lines, value.roles) = ([row.lines[1]], [.valueLabel])
        (name.lines, name.roles) = ([row.lines[0]], [.legendLabel])
        let shift = text.width(row.lines[1], row.look) + row.look.size * 0.5
        name.dx += row.align == .right ? -shift : shift
        return (value, wrapped(name, to: width * 0.22))
      }
      let heights = pairs.map { Double(max(1, $0.name.lines.count)) * $0.name.look.size * 1.2 }
      let sum = heights.reduce(0, +)
      if sum > size.height, size.height > 0 { result.stretch = max(result.stretch, sum / size.height * 1.02) }
      for (pair, y) in zip(pairs, spread(rows.map(\.y), heights: heights, within: 0...max(0, size.height))) {
        for var row in [pair.value, pair.name].compactMap({ $0 }) {
          row.y = y
          row.baseline = .middle
          row.lineHeight = row.look.size * 1.2
          let set = text.place(row)
          placer.block(set.bounds)
          result.items += set.items
        }
      }
    }
    return true
  }

  /// Lines that are wider than `most` go on in further ones.
  private func wrapped(_ row: RowText, to most: Double) -> RowText {
    var result = row
    (result.lines, result.roles) = ([], [])
    for (line, role) in zip(row.lines, row.roles) {
      let parts = text.width(line, row.look) > most ? text.wrapped(line, row.look, width: most) : [line]
      result.lines += parts
      result.roles += parts.map { _ in role }
    }
    if result.lines.count > row.lines.count, result.lineHeight == nil { result.lineHeight = row.look.size * 1.2 }
    return result
  }

  // MARK: Levels

  /// By turns above and below, in the middle over their places; where not all find room so, as stairs, which always have it.
  private mutating func placeOnLevels(_ texts: [RowText]) -> Bool {
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
    row.x = start(place, row.lines.map { self.text.width($0, row.look) }.max() ?? 0)
    // Beyond so many levels the words of all events would not fill them.
    for level in 0..<(12 * count + 8) where takesTurns || level % 2 == 0 {
      let isAbove = (level + side) % 2 == 0
      let away = line * (0.8 + Double(level / 2) * 0.6)
      row.baseline = isAbove ? .bottom : .top
      row.y = isAbove ? middle - away : middle + away
      let set = self.text.place(row)
      let stem = Box(place - 1, isAbove ? row.y : middle + line * 0.5, place + 1, isAbove ? middle - line * 0.5 : row.y)
      guard placer.isFree(set.bounds), stem.isEmpty || placer.isFree(stem) else { continue }
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

  // MARK: In boxes

  private mutating func placeInside(_ texts: [RowText]) -> Bool {
    var isWhole = true
    var fitted: [(variants: [RowText], fits: [Bool])] = []
    for row in texts {
      let own = row.datum.datum.flatMap { boxes[$0] }
      guard let item = own ?? emptyBoxes.first(where: { $0.bounds.contains(row.x, row.y) }) else { continue }
      let box = item.bounds
      let pad = row.look.size * 0.3
      let (most, high) = (box.width - 2 * pad, box.height - 1.2 * pad)
      let step = row.look.size * 1.2
      var row = row
      row.lineHeight = step
      (row.dx, row.dy) = (0, 0)
      switch row.align {
      case .left: row.x = box.x1 + pad
      case .center: row.x = box.midX
      case .right: row.x = box.x2 - pad
      }
      switch row.baseline {
      case .top: row.y = box.y1 + pad
      default:
        row.y = box.midY
        row.baseline = .middle
      }
      if case .shape(let shape, _) = item.content, let fill = shape.fill {
        // Where neither white nor the look's ink can be read, black can.
        let isPlain = fill.contrast(with: row.look.color) >= 4.5
        row.look.color = fill.contrast(with: .white) >= 4.5 ? .white : isPlain ? row.look.color : .black
      }
      // All of it, on more lines, on one line, then the first line alone.
      var (joined, first) = (row, row)
      if row.lines.count > 1 {
        (joined.lines, joined.roles) = ([row.lines.joined(separator: " ")], [row.roles[0]])
        (first.lines, first.roles) = ([row.lines[0]], [row.roles[0]])
      }
      let variants = [row, most > row.look.size ? wrapped(row, to: most) : row, joined, first]
      // Rows and squares grow until their texts have room.
      let needed = (width: (row.lines.map { text.width($0, row.look) }.max() ?? 0) + 2 * pad, height: step * Double(row.lines.count) + pad)
      if growsSquare, box.width > 0, box.height > 0 {
        result.stretch = max(result.stretch, min(6, max(needed.width / box.width, needed.height / box.height)))
      } else if growsDown, box.height > 0 {
        result.stretch = max(result.stretch, min(6, needed.height / box.height))
      }
      func fits(_ row: RowText) -> Bool {
        (Double(row.lines.count) - 0.2) * step <= high && row.lines.allSatisfy { text.width($0, row.look) <= most }
      }
      fitted.append((variants, variants.map(fits)))
    }
    // Tiles of one size say alike: what one has no room for none says.
    let alike =
      !growsSquare ? nil : (0..<4).first { kind in fitted.allSatisfy { $0.fits[kind] || $0.variants[0].lines.count < 2 && $0.fits[0] } }
    for (variants, fits) in fitted {
      guard let kind = alike.flatMap({ fits[$0] ? $0 : nil }) ?? fits.firstIndex(of: true) else {
        isWhole = false
        drop(variants[0])
        continue
      }
      if variants[kind].saysValue != variants[0].saysValue { isWhole = false }
      let set = text.place(variants[kind])
      placer.block(set.bounds)
      result.items += set.items
    }
    return isWhole
  }
}

/// The line from a point to its text where that stands farther than beside it.
private struct Leader {
  let start: (x: Double, y: Double)
  let end: (x: Double, y: Double)
  /// The distance from the point within which its own mark lies.
  private let gap: Double
  private let length: Double

  init?(from row: RowText, to box: Box) {
    gap = abs(row.dx) > 0 ? abs(row.dx) : row.look.size / 2
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

/// Rising places moved as little as may be so that boxes of these heights about them do not meet: the least squares of the moves, by
/// pooling adjacent violators.
func spread(_ wanted: [Double], heights: [Double], within range: ClosedRange<Double>) -> [Double] {
  // Less the boxes before it, each place must not lie below the one before: an isotonic regression.
  var offsets: [Double] = []
  var offset = 0.0
  for index in wanted.indices {
    if index > 0 { offset += (heights[index - 1] + heights[index]) / 2 }
    offsets.append(offset)
  }
  var pools: [(sum: Double, count: Double)] = []
  for (index, place) in wanted.enumerated() {
    pools.append((place - offsets[index], 1))
    while pools.count > 1, let last = pools.last {
      let before = pools[pools.count - 2]
      guard before.sum / before.count > last.sum / last.count else { break }
      pools.removeLast(2)
      pools.append((before.sum + last.sum, before.count + last.count))
    }
  }
  var places: [Double] = []
  for pool in pools { for _ in 0..<Int(pool.count) { places.append(pool.sum / pool.count + offsets[places.count]) } }
  guard let top = heights.first, let bottom = heights.last, let whole = offsets.last else { return [] }
  // Within bounds it is the same regression cut off at them.
  let (low, high) = (range.lowerBound + top / 2, range.upperBound - bottom / 2 - whole)
  return zip(places, offsets).map { max(low, min(high, $0 - $1)) + $1 }
}
