import StructuredData

extension ChartFigure {
  /// The spec as it is written in a report source, the name that references use first. What was read is written as it was.
  var node: Node {
    if let written { return written }
    guard let anchor else { return spec }
    return .mapping([("id", .string(anchor))] + (spec.mapping?.entries.map { ($0.key, $0.value) } ?? []))
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

  static let shape = StructuredData.Shape<KPI>.record("Card") { fields in
    let label = fields.required("label", .text, "What is measured.")
    let before = fields.optional("before", .text, default: "", "What stands before the number, such as 超.")
    let value = fields.required("value", .text, "The number as printed.")
    let unit = fields.optional("unit", .text, default: "")
    let change = fields.optional("change", .text, "The growth, signed.")
    let base = fields.optional("base", .text, "What the growth is measured against.")
    let chips = fields.optional("note", .oneOrMore(of: .text), default: [], "Shares, ranks, remarks.")
    let reference = fields.optional("reference", .text, "The number of the source.")
    guard let label, let value else { return nil }
    return KPI(
      label: label, before: before, number: value, unit: unit, change: change, base: base, chips: chips,
      reference: reference)
  }
}
