import Dataflow
import Diagnostics
import Grammar

extension ScaleComponent {
  /// Whether what a unit writes upon the chart is left out of the categories of its scale: a place that no row has is no place.
  func leavesOut(_ request: ScaleRequest) -> Bool {
    request.unit.isAnnotation && request.definition.datum != nil && type.hasCategories && requests.contains { !$0.unit.isAnnotation }
  }
}

extension SceneBuilder {
  /// `chart.annotation`: what is written upon the chart at a place that it does not have, and what has nothing to say since a figure is missing.
  func checkAnnotations(_ units: [UnitModel]) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    func add(_ finding: Diagnostic) { if !findings.contains(finding) { findings.append(finding) } }
    for unit in units where unit.isAnnotation {
      for channel in [Channel.x, .x2, .y, .y2] {
        guard let definition = unit.encoding[channel], let datum = definition.datum,
          let scale = table[unit.id, channel.main].map({ scales[$0] })
        else { continue }
        let value = resolver.value(datum, of: definition)
        guard scale.number(value) == nil else { continue }
        add(
          .error(
            "chart.annotation", "“\(value.asText)” is no place on the axis of the chart", at: unit.span,
            hint: nearestName(to: value.asText, among: scale.categories.map(\.asText)).map { "did you mean “\($0)”?" }))
      }
      if unit.table.rowCount == 0, unit.raw.rowCount == 0 || !unit.encoding.all(.text).isEmpty {
        add(
          .warning(
            "chart.annotation", "this annotation says nothing: a figure that it is reckoned from is missing or not above zero",
            at: unit.span,
            hint: "leave it out, or complete the data"))
      }
    }
    return findings
  }
}
