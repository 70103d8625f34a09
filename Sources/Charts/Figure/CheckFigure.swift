import Dataflow
import Diagnostics
import Grammar

/// `chart.highlight`: a name that is neither a category nor a series.
func checkHighlight(_ source: ChartSource, _ units: [UnitModel]) -> [Diagnostic] {
  guard !source.highlight.isEmpty else { return [] }
  var known: [String] = []
  var seen: Set<String> = []
  for unit in units {
    for channel in [Channel.x, .y, .color, .detail] {
      guard let definition = unit.field(channel), definition.isField, definition.type != .quantitative, let path = definition.path()
      else { continue }
      for name in unit.table.values(at: path).values.map(\.asText) where seen.insert(name).inserted { known.append(name) }
    }
  }
  return source.highlight.filter { !seen.contains($0) }.map { name in
    .warning(
      "chart.highlight", "nothing in the chart is called “\(name)”", at: source.span,
      hint: nearestName(to: name, among: known).map { "did you mean “\($0)”?" })
  }
}

/// `chart.dual-axis`: two measures on one plot would need two axes, which misleads.
func checkAxes(_ view: ViewModel) -> [Diagnostic] {
  switch view.content {
  case .unit: return []
  case .concat(let views): return views.flatMap(checkAxes)
  case .facet(let facet): return facet.cells.first.map(checkAxes) ?? []
  case .layer(let views):
    guard view.spec.resolve.scale[.y] == .independent else { return [] }
    var titles: [String] = []
    for unit in views.flatMap(\.units) {
      guard let definition = unit.encoding[.y], definition.isField, definition.type == .quantitative,
        case .lines(let lines) = definition.title, definition.hasWrittenTitle(guide: definition.axis.value)
      else { continue }
      let title = lines.joined(separator: " ")
      if !titles.contains(title) { titles.append(title) }
    }
    guard titles.count > 1 else { return [] }
    return [
      .error(
        "chart.dual-axis", "“\(titles[0])” and “\(titles[1])” would share one plot on two axes, which misleads", at: view.spec.span,
        hint: "draw two charts side by side, or index both to 100")
    ]
  }
}
