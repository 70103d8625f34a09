import Dataflow
import Diagnostics
import Grammar
import StructuredData

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
      guard let definition = unit.encoding[.y], definition.isField, definition.type == .quantitative, !definition.axis.isNull else {
        continue
      }
      var title = definition.field?.name ?? definition.fieldName() ?? ""
      if case .lines(let lines) = definition.title { title = lines.joined(separator: " ") }
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

/// `chart.negative-part`: a part of a whole is not below zero.
func checkParts(_ units: [UnitModel]) -> [Diagnostic] {
  units.compactMap { unit in
    let parts: Channel? =
      unit.mark == .arc && unit.field(.theta)?.type == .quantitative
      ? .theta : unit.stack?.offset == .normalize ? unit.stack?.fieldChannel : nil
    guard let path = parts.flatMap({ unit.encoding[$0]?.path() }),
      let value = unit.table.values(at: path).values.lazy.map(\.asNumber).first(where: { $0 < 0 })
    else { return nil }
    return .error(
      "chart.negative-part", "\(numberText(value)) is no part of a whole", at: unit.span,
      hint: "draw bars from zero, or leave what is below zero out")
  }
}

extension SceneBuilder {
  /// `chart.domain`: rows that a written domain does not hold, which are drawn beyond the axis or not at all.
  func checkDomains(_ units: [UnitModel]) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    for unit in units where !unit.isAnnotation && unit.properties.bool("clip") != true {
      for channel in [Channel.x, .y] {
        guard let definition = unit.field(channel), definition.isField, definition.scale.value?["domain"]?.sequence != nil,
          let path = definition.path(), let scale = table[unit.id, channel].map({ scales[$0] })
        else { continue }
        let values = unit.table.values(at: path).values.filter(\.isValid)
        let outside: [DataValue]
        if scale.type.hasCategories {
          outside = values.filter { scale.number($0) == nil }
        } else {
          guard let low = scale.stops.min(), let high = scale.stops.max(), unit.stack?.fieldChannel != channel else { continue }
          outside = values.filter { $0.scaled < low || $0.scaled > high }
        }
        guard let first = outside.first else { continue }
        let finding = Diagnostic.warning(
          "chart.domain",
          "\(outside.count) of \(values.count) rows lie outside of the domain that is written for “\(channel.rawValue)”, “\(first.asText)” among them",
          at: unit.span, hint: "widen the domain, filter the rows, or cut the marks at the plot with “clip: true”")
        if !findings.contains(finding) { findings.append(finding) }
      }
    }
    return findings
  }

  /// `chart.bar-scale`: lengths of bars on a scale that is not in proportion.
  func checkLengths(_ units: [UnitModel]) -> [Diagnostic] {
    units.compactMap { unit in
      guard unit.mark == .bar, let orient = unit.orient else { return nil }
      let measure: Channel = orient == .vertical ? .y : .x
      guard let definition = unit.field(measure), definition.type == .quantitative, !definition.isBinned,
        unit.encoding[measure.second ?? measure] == nil, let scale = table[unit.id, measure].map({ scales[$0] }), !scale.isProportional
      else { return nil }
      return .warning(
        "chart.bar-scale", "lengths of bars on this scale are not in proportion to their values", at: unit.span,
        hint: "a linear scale from zero, or points in place of bars")
    }
  }
}

extension ScaleFunction {
  /// Whether lengths from zero are in proportion to values.
  var isProportional: Bool { type == .linear && !clamps && (stops.min() ?? 0) <= 0 && (stops.max() ?? 0) >= 0 }
}
