import Dataflow
import Geometry
import Grammar
import Scales
import Scene
import StructuredData

/// An axis set out beside a plot, in the plot's coordinates.
struct LaidAxis: Sendable {
  var grid: [SceneItem] = []
  var items: [SceneItem] = []
  /// Of all but the grid.
  var bounds = Box()
  var isInFront = false
  /// Names that were left out for lack of room.
  var dropped: [String] = []
  /// Whether names meet though they are wrapped.
  var isCrowded = false
  /// By how much the plot must be higher for names beside rows to have room; 1 where they have.
  var stretch = 1.0
}

/// Which parts of an axis are drawn: cells of a facet keep the grid, the edges of the table get the rest.
struct AxisParts: OptionSet, Sendable {
  let rawValue: Int
  static let grid = AxisParts(rawValue: 1)
  static let labels = AxisParts(rawValue: 2)
  static let title = AxisParts(rawValue: 4)
  static let all: AxisParts = [.grid, .labels, .title]
}

/// Sets axes out: ticks, labels that do not overlap, grid, title (Vega's axis and `axisLayout`).
struct AxisSetter {
  let text: TextSetter
  let resolver: Resolver
  /// Whether names under columns take several lines.
  var wraps = false
  /// Words for powers of ten that large numbers are counted in, the word once at the axis; nil: all digits at every tick.
  var magnitudes: FigureNumbers.Words?
  /// How wide names beside rows may be, in pixels, before they take several lines; nil: as wide as they are.
  var nameWidth: Double?
  /// How far labels in a row may reach beyond the ends of the axis before they are moved inwards; nil: as far as they do.
  var reach: Double?

  func lay(_ axis: AxisModel, _ scale: ScaleFunction, size: PlotSize, parts: AxisParts = .all) -> LaidAxis {
    let p = axis.properties
    let side = axis.side
    let isX = side.isHorizontal
    let length = isX ? size.width : size.height
    var laid = LaidAxis()
    laid.isInFront = (p.number("zindex") ?? 0) > 0
    let offset = p.number("offset") ?? 0
    let position = p.number("position") ?? 0
    // Pixels sit between grid points, as Vega's half-pixel shift of axes has it.
    let shift = p.number("translate") ?? 0.5
    let ticks = marks(axis, scale, length: length)
    let hasGrid = p.bool("grid") ?? (!scale.type.isDiscrete && axis.definition.isField && !axis.definition.isBinned)
    if parts.contains(.grid), hasGrid { laid.grid = grid(axis, ticks, size: size, shift: shift) }
    guard parts.contains(.labels) || parts.contains(.title) else { return laid }

    var items: [SceneItem] = []
    var bounds = Box()
    let out: Double = side == .left || side == .top ? -1 : 1
    let base =
      switch side {
      case .left: -offset
      case .right: size.width + offset
      case .top: -offset
      case .bottom: size.height + offset
      }
    func place(_ along: Double, _ away: Double) -> (Double, Double) {
      let across = base + out * away
      return isX ? (along + position, across) : (across, along + position)
    }
    func line(_ a: (Double, Double), _ b: (Double, Double), _ stroke: Stroke, _ role: Role) -> SceneItem {
      var path = Path()
      path.move(to: Point(a.0 + shift, a.1 + shift))
      path.line(to: Point(b.0 + shift, b.1 + shift))
      return SceneItem(content: .shape(Shape(.path(path), stroke: stroke), at: .zero), bounds: Box(a.0, a.1, b.0, b.1), role: role)
    }
    let tickSize = p.number("tickSize") ?? 5
    let hasTicks = p.bool("ticks") ?? true
    if parts.contains(.labels) {
      if hasTicks, let stroke = stroke(p, "tick") {
        for mark in ticks.tickPlaces where mark >= -1e-6 && mark <= length + 1e-6 || scale.type.hasCategories {
          let place0 = place(mark, 0)
          let place1 = place(mark, tickSize)
          if tickSize != 0 { items.append(line(place0, place1, stroke, .axisTick)) }
          bounds.add(place1.0, place1.1)
        }
      }
      if p.bool("domain") ?? true, let stroke = stroke(p, "domain") {
        var (start, end) = (place(0, 0), place(length, 0))
        if let lineAt = axis.lineAt { if isX { (start.1, end.1) = (lineAt, lineAt) } else { (start.0, end.0) = (lineAt, lineAt) } }
        items.append(line(start, end, stroke, .axisLine))
      }
      if p.bool("labels") ?? true {
        let labels = labels(
          axis, scale, ticks, length: length, distance: (hasTicks ? tickSize : 0) + (p.number("labelPadding") ?? 2), place: place)
        items += labels.items
        bounds.union(labels.bounds)
        if scale.type.hasCategories {
          (laid.dropped, laid.isCrowded) = (labels.dropped, labels.isCrowded)
          if !isX, nameWidth != nil, scale.step > 0 {
            laid.stretch = max(1, (labels.tallest + (p.number("labelSeparation") ?? 0) + 1) / scale.step)
          }
        }
      }
    }
    // How far the axis reaches out, for its title.
    let reach: Double =
      switch side {
      case .left: base - min(base, bounds.isEmpty ? base : bounds.x1)
      case .right: max(base, bounds.isEmpty ? base : bounds.x2) - base
      case .top: base - min(base, bounds.isEmpty ? base : bounds.y1)
      case .bottom: max(base, bounds.isEmpty ? base : bounds.y2) - base
      }
    let extent = max(p.number("minExtent") ?? 0, min(p.number("maxExtent") ?? 200, reach))
    if parts.contains(.labels) {
      let corner = place(0, extent)
      let other = place(length, 0)
      bounds.add(corner.0, corner.1)
      bounds.add(other.0, other.1)
    }
    if parts.contains(.title), let lines = axisTitle(axis, countedIn: parts.contains(.labels) ? ticks.unit : "") {
      let title = title(axis, lines, size: size, base: base, out: out, extent: parts.contains(.labels) ? extent : 0)
      items += title.items
      bounds.union(title.bounds)
    }
    laid.items = items
    laid.bounds = bounds.isEmpty ? bounds : bounds.moved(shift, shift)
    return laid
  }

  /// The title's lines with what the numbers are counted in.
  func axisTitle(_ axis: AxisModel, countedIn unit: String) -> [String]? {
    let lines = axis.title ?? []
    if unit.isEmpty { return lines.isEmpty ? nil : lines }
    guard let last = lines.last else { return [unit] }
    return lines.dropLast() + [last + (text.language == .english ? " (\(unit))" : "（\(unit)）")]
  }

}
