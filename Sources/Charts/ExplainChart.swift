import Dataflow
import Grammar
import Scales

/// What `chart --explain` prints: a line or more for each pass, what it made of the spec.
func explainChart(_ model: ViewModel, _ table: ScaleTable, _ laid: ChartCompilation.Laid) -> [String] {
  var lines: [String] = []
  for unit in model.units {
    let fields = unit.encoding.keys.compactMap { channel in unit.encoding[channel]?.fieldName().map { "\(channel.rawValue)=\($0)" } }
    lines.append("unit \(unit.id): \(unit.mark.rawValue), \(unit.table.rowCount) rows, \(fields.joined(separator: " "))")
    if let stack = unit.stack { lines.append("  stacked on \(stack.fieldChannel.rawValue), offset \(stack.offset.rawValue)") }
  }
  for (component, scale) in zip(table.components, laid.scales) {
    let domain =
      scale.type.hasCategories
      ? scale.categories.prefix(8).map(\.asText).joined(separator: ", ")
        + (scale.categories.count > 8 ? " … (\(scale.categories.count))" : "")
      : scale.stops.map(numberText).joined(separator: " … ")
    lines.append("scale \(component.channel.rawValue): \(scale.type.rawValue), domain \(domain)")
  }
  lines.append("plot \(numberText(laid.plot.width)) × \(numberText(laid.plot.height))")
  return lines
}
