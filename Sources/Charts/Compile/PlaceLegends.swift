import Dataflow
import Geometry
import Grammar
import Scales
import Scene
import StructuredData

/// Legends beside, above and below a plot, or over it.
extension SceneBuilder {
  /// Sets the legends about a plot and empties the list.
  mutating func placeLegends(_ legends: inout [Channel: [LegendModel]], into group: inout SceneGroup, around box: Box, plot: PlotSize) {
    var setter = LegendSetter(text: text, resolver: resolver, scales: scales, room: room, magnitudes: magnitudes)
    let laid = joined(legends).compactMap { legend in
      setter.values = partValues(legend)
      setter.valueLook = TextLook(config["figure"], prefix: "value")
      return setter.lay(legend, plot: plot)
    }
    legends = [:]
    var bySide: [(side: String, legends: [LaidLegend])] = []
    for legend in laid {
      if let place = bySide.firstIndex(where: { $0.side == legend.orient }) {
        bySide[place].legends.append(legend)
      } else {
        bySide.append((legend.orient, [legend]))
      }
    }
    for (side, legends) in bySide {
      if side == "none" {
        for legend in legends { add(legend, at: legend.place ?? (0, 0), to: &group) }
        continue
      }
      let isColumn = side == "left" || side == "right"
      var grid = GridArrangement()
      // What does not fit beside another stands below it.
      let gap = config["figure"].isEmpty ? 8 : config["legend"].number("columnPadding") ?? 8
      let isTooWide = room.map { room in legends.reduce(-gap) { $0 + $1.bounds.width + gap } > room } ?? false
      grid.columns = isColumn || isTooWide ? 1 : nil
      grid.rowPadding = isTooWide ? legends[0].offset / 2 : 8
      grid.columnPadding = gap
      let origins = grid.origins(of: legends.map(\.bounds))
      var whole = Box()
      for (legend, origin) in zip(legends, origins) { whole.union(legend.bounds.moved(origin.x, origin.y)) }
      let offset = legends[0].offset
      let (x, y): (Double, Double) =
        switch side {
        case "left": (box.x1 - offset - whole.width, 0)
        case "top": (room == nil ? 0 : min(0, box.x1), box.y1 - offset - whole.height)
        case "bottom": (0, box.y2 + offset)
        case "top-left": (offset, offset)
        case "top-right": (plot.width - offset - whole.width, offset)
        case "bottom-left": (offset, plot.height - offset - whole.height)
        case "bottom-right": (plot.width - offset - whole.width, plot.height - offset - whole.height)
        default: (box.x2 + offset, 0)
        }
      for (legend, origin) in zip(legends, origins) { add(legend, at: (x + origin.x, y + origin.y), to: &group) }
    }
  }

  /// The values of the parts of a ring or a rose, which stand in its legend for want of an axis.
  private func partValues(_ legend: LegendModel) -> [String: (text: String, datum: DatumReference)] {
    guard config["figure"].bool("valueLabels") == true, let unit = legend.parts.first?.unit, let name = legend.definition.path(),
      let measure = unit.mark == .arc ? arcMeasure(unit)?.path() : unit.mark == .rect ? unit.encoding[.text]?.path() : nil
    else { return [:] }
    let (values, names) = (unit.table.values(at: measure), unit.table.values(at: name))
    let encoder = encoder(unit, PlotSize(width: 0, height: 0))
    var found: [String: (text: String, datum: DatumReference)] = [:]
    for row in encoder.drawnRows {
      guard found[names[row].categoryKey] == nil else { continue }
      guard let said = unit.mark == .rect ? values[row].asText : values.digits(at: row).map(text.digits) else { continue }
      found[names[row].categoryKey] = (said, encoder.reference(row))
    }
    return found
  }

  /// What the size of a sector says: its radius where that is a measure, else its angle.
  private func arcMeasure(_ unit: UnitModel) -> ChannelDefinition? {
    [Channel.radius, .theta].compactMap { unit.encoding[$0] }.first { $0.type == .quantitative }
  }

  private func add(_ legend: LaidLegend, at place: (x: Double, y: Double), to group: inout SceneGroup) {
    group.front += legend.items.map { $0.moved(place.x, place.y) }
    group.bounds.union(legend.bounds.moved(place.x, place.y))
  }
}
