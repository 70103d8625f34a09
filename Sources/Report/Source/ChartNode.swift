import StructuredData

extension ChartFigure {
  /// The name of a figure that has neither number nor label, as `{-}` of a heading.
  static let unnumbered = "-"

  /// The spec as it is written in a report source, the name that references use first. What was read is written as it was.
  var node: Node {
    if let written { return written }
    return .mapping([("id", .string(anchor ?? ChartFigure.unnumbered))] + (spec.mapping?.entries.map { ($0.key, $0.value) } ?? []))
  }
}

extension KPI {
  /// A card in the short form of a ` ```kpi ` block.
  var node: Node {
    var entries: [(key: String, value: Node)] = [("label", .string(label))]
    if !before.isEmpty { entries.append(("before", .string(before))) }
    entries.append(("value", .string(number)))
    if !unit.isEmpty { entries.append(("unit", .string(unit))) }
    if let change { entries.append(("change", .string(change))) }
    if let base { entries.append(("base", .string(base))) }
    if !chips.isEmpty { entries.append(("note", .sequence(chips.map { .string($0) }))) }
    if let reference { entries.append(("reference", .string(reference))) }
    return .mapping(entries)
  }
}
