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
        for item in encoder.marks() { if let datum = item.datum?.datum { room.boxes[datum] = room.boxes[datum] ?? item } }
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
    case .beside: return placeEach(texts, candidates)
    }
  }

  private mutating func drop(_ text: RowText) {
    if text.roles.contains(.legendLabel) { result.dropped.append(text.lines.joined(separator: " ")) }
  }

  /// Each at the first of its places that is free; where the plot ends, so does the room of what may stand elsewhere.
  private mutating func placeEach(_ texts: [RowText], _ places: (RowText) -> [RowText]) -> Bool {
    var isWhole = true
    for row in texts {
      var isPlaced = false
      for candidate in places(row) {
        let set = text.place(candidate)
        guard !set.bounds.isEmpty else {
          isPlaced = true
          break
        }
        guard placer.isFree(set.bounds) else { continue }
        placer.block(set.bounds)
        result.items += set.items
        isPlaced = true
        break
      }
      if !isPlaced {
        isWhole = false
        drop(row)
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
    return sides.compactMap { side in
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

  private mutating func placeOnLevels(_ texts: [RowText]) -> Bool {
    let most = width * 0.24
    let ordered = texts.sorted { ($0.x, $0.lines.joined()) < ($1.x, $1.lines.joined()) }
    var reach = 0.0
    for (index, row) in ordered.enumerated() {
      var row = wrapped(row, to: most)
      let widest = row.lines.map { text.width($0, row.look) }.max() ?? 0
      let line = row.look.size * 1.2
      row.lineHeight = line
      row.align = .left
      (row.dx, row.dy) = (0, 0)
      let (place, middle) = (row.x, row.y)
      row.x = max(0, min(place - widest / 2, size.width - widest))
      // Beyond so many levels the words of all events would not fill them.
      for level in 0..<(4 * ordered.count + 8) {
        let isAbove = (level + index) % 2 == 0
        let away = line * (0.8 + Double(level / 2) * 0.6)
        row.baseline = isAbove ? .bottom : .top
        row.y = isAbove ? middle - away : middle + away
        let set = text.place(row)
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
              Shape(.path(path), stroke: Stroke(Color(hex: "#8790A0") ?? .black, width: .pt(max(0.5, row.look.size / 16)))), at: .zero),
            bounds: Box(place, middle, place, row.y), role: .leader, datum: row.datum), at: 0)
        reach = max(reach, isAbove ? middle - set.bounds.y1 : set.bounds.y2 - middle)
        break
      }
    }
    if size.height > 0 { result.stretch = max(result.stretch, 2 * reach / size.height) }
    return true
  }

  // MARK: In boxes

  private mutating func placeInside(_ texts: [RowText]) -> Bool {
    var isWhole = true
    for row in texts {
      guard let item = row.datum.datum.flatMap({ boxes[$0] }) else { continue }
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
        row.look.color = fill.contrast(with: .white) >= 4.5 ? .white : row.look.color
      }
      // All of it, on more lines, then the first line alone.
      var variants = [row]
      if most > row.look.size { variants.append(wrapped(row, to: most)) }
      if row.lines.count > 1 {
        var first = row
        (first.lines, first.roles) = ([row.lines[0]], [row.roles[0]])
        variants.append(first)
      }
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
      guard let fitting = variants.first(where: fits) else {
        isWhole = false
        drop(row)
        continue
      }
      if fitting.saysValue != row.saysValue { isWhole = false }
      row = fitting
      let set = text.place(row)
      placer.block(set.bounds)
      result.items += set.items
    }
    return isWhole
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
