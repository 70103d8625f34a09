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
  /// At the first spot of their list (`places`) that is free, with a leader where that is asked for (`leader`).
  case listed
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
  /// Names beside which there is no room for their values.
  var unsaid: [String] = []
  /// Annotations that stand on something, for nothing is said without them.
  var crowded: [String] = []
}

extension UnitModel {
  var placement: TextPlacement? { mark == .text ? properties.text("placement").flatMap(TextPlacement.init(rawValue:)) : nil }

  /// Whether it is written upon the chart and stands for none of its data.
  var isAnnotation: Bool { properties.text("says") == "annotation" }
}

extension SceneBuilder {
  /// - Parameter labels: values at their marks, and names at the ends of lines.
  func placedTexts(_ view: ViewModel, _ size: PlotSize, clearOf labels: [Box]) -> PlacedTexts {
    let units = view.units
    // Those with few spots to stand on come first.
    let texts = units.compactMap { unit in unit.placement.map { (unit, $0) } }
      .stableSorted { ($0.0.properties["places"]?.sequence?.count ?? 0) < ($1.0.properties["places"]?.sequence?.count ?? 0) }
    guard !texts.isEmpty, !texts.contains(where: { $0.0.table.rowCount > 4000 }) else { return PlacedTexts() }
    var room = TextRoom(size: size, width: self.room ?? size.width, text: text)
    room.placer.clearance = 2
    for box in labels { room.placer.block(box) }
    room.labels = labels
    // What lies under the marks is ground for texts.
    for unit in units where unit.placement == nil && !(unit.isAnnotation && unit.mark == .rect) {
      if [.point, .circle, .square].contains(unit.mark) {
        for item in marks(of: unit) { room.add(symbol: item) }
        continue
      }
      block(unit, &room.placer)
      if [.bar, .rect].contains(unit.mark) {
        for item in marks(of: unit) {
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
        room.spots = unit.properties["places"]?.sequence?.compactMap(TextSpot.init) ?? []
        room.hasLeaders = unit.properties.bool("leader") == true
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
struct TextRoom {
  let size: PlotSize
  /// Of the figure, or of the plot where there is none.
  let width: Double
  let text: TextSetter
  var placer = LabelPlacer()
  /// The boxes of bars and rects, by their datum.
  var boxes: [String: SceneItem] = [:]
  /// Those that stand for no datum: the tiles of places without a value.
  var emptyBoxes: [SceneItem] = []
  /// The symbols of points, by their middles rounded to pixels; their places in `symbols` own their room.
  private(set) var symbols: [SceneItem] = []
  private var symbolsByMiddle: [[Int]: Int] = [:]
  var result = PlacedTexts()
  /// Whether boxes grow to both sides as the plot gets higher, or downwards only.
  var growsSquare = false
  var growsDown = false
  /// Where texts with a list may stand, and whether a line leads from their point to them.
  var spots: [TextSpot] = []
  /// Values at their marks.
  var labels: [Box] = []
  var hasLeaders = false

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
    case .beside: return placeEach(placeInSymbols(texts), candidates, hasLeaders: true)
    case .along: return placeEach(texts, alongside, isKept: true)
    case .listed: return placeEach(texts, listed, isKept: true, hasLeaders: hasLeaders)
    }
  }

  /// Takes the room of a point's symbol, in which its own text may stand.
  mutating func add(symbol item: SceneItem) {
    placer.block(item.bounds, owner: symbols.count)
    symbolsByMiddle[[Int(item.bounds.midX.rounded()), Int(item.bounds.midY.rounded())]] = symbols.count
    symbols.append(item)
  }

  /// The symbol about the point that a text belongs to, by its place in `symbols`.
  func symbol(of row: RowText) -> Int? {
    guard abs(row.x) < 1e6, abs(row.y) < 1e6 else { return nil }
    return symbolsByMiddle[[Int(row.x.rounded()), Int(row.y.rounded())]]
  }

  mutating func drop(_ text: RowText) {
    if !text.saysValue { result.dropped.append(text.lines.joined(separator: " ")) }
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
      let leaders = sets.map {
        hasLeaders
          ? Leader(
            from: row, to: $0.bounds, reach: symbol(of: row).map { symbols[$0].bounds.width / 2 } ?? 0,
            clearOf: labels.filter { $0.expanded(by: row.look.size).contains(row.x, row.y) }, touches: isKept) : nil
      }
      let free =
        sets.indices.first { placer.isFree(sets[$0].bounds) && leaders[$0].map { $0.isFree(in: placer) } ?? true }
        ?? (isKept ? sets.indices.first { placer.isFree(sets[$0].bounds) } : nil)
      if free == nil, isKept { result.crowded.append(row.lines.joined(separator: " ")) }
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

  /// Lines that are wider than `most` go on in further ones.
  func wrapped(_ row: RowText, to most: Double) -> RowText {
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
}
