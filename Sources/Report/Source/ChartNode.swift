import Charts
import Indicators
import StructuredData

extension ChartFigure {
  /// The spec as it is written in a report source, the name that references use first. What was read is written as it was.
  var node: Node {
    if let written { return written }
    let spec = self.spec.node
    guard let anchor else { return spec }
    return .mapping([("id", .string(anchor))] + (spec.mapping?.entries.map { ($0.key, $0.value) } ?? []))
  }
}

extension ChartSpec {
  /// The spec in Vega-Lite's words: what the planner's builders use of it.
  var node: Node {
    var entries: [(key: String, value: Node)] = []
    if let title {
      entries.append(
        ("title", .mapping([("text", .string(title.text))] + (title.subtitle.map { [("subtitle", .string($0))] } ?? []))))
    }
    if case .values(let table)? = data {
      entries.append(("data", .mapping([("values", .sequence(table.rows.map { row($0) }))])))
    }
    if let mark {
      var parts: [(key: String, value: Node)] = [("type", .string(mark.kind.rawValue))]
      if let orient = mark.orient { parts.append(("orient", .string(orient.rawValue))) }
      entries.append(("mark", parts.count == 1 ? .string(mark.kind.rawValue) : .mapping(parts)))
    }
    if !encoding.isEmpty {
      entries.append(("encoding", .mapping(encoding.used.compactMap { channel in encoding[channel].map { (channel.rawValue, $0.node) } })))
    }
    if !layer.isEmpty { entries.append(("layer", .sequence(layer.map(\.node)))) }
    if !highlight.isEmpty { entries.append(("highlight", .sequence(highlight.map { .string($0) }))) }
    if let unit { entries.append(("unit", .string(unit))) }
    if let note { entries.append(("note", .string(note))) }
    if let source { entries.append(("source", .string(source))) }
    if let alt { entries.append(("alt", .string(alt))) }
    return .mapping(entries)
  }

  /// Columns in the order of the channels that use them, others by name.
  private func row(_ row: DataTable.Row) -> Node {
    let used = encoding.used.compactMap { encoding[$0]?.field }
    var names: [String] = []
    for name in used + row.keys.sorted() where row[name] != nil && !names.contains(name) { names.append(name) }
    return .mapping(names.map { ($0, row[$0]?.node ?? .null) })
  }
}

extension ChannelSpec {
  fileprivate var node: Node {
    var entries: [(key: String, value: Node)] = []
    if let aggregate { entries.append(("aggregate", .string(aggregate.rawValue))) }
    if let field { entries.append(("field", .string(field))) }
    if let type { entries.append(("type", .string(type.rawValue))) }
    if let value { entries.append(("value", value.node)) }
    if let datum { entries.append(("datum", datum.node)) }
    if let title { entries.append(("title", .string(title))) }
    switch sort {
    case .data?: entries.append(("sort", .null))
    case .ascending?: entries.append(("sort", .string("ascending")))
    case .descending?: entries.append(("sort", .string("descending")))
    case .values(let values)?: entries.append(("sort", .sequence(values.map { .string($0) })))
    case .field(let field, let descending)?:
      entries.append(
        ("sort", .mapping([("field", .string(field)), ("order", .string(descending ? "descending" : "ascending"))])))
    case nil: break
    }
    if let axis, !axis.isShown { entries.append(("axis", .null)) }
    if let legend, !legend { entries.append(("legend", .null)) }
    return .mapping(entries)
  }
}

extension DataValue {
  fileprivate var node: Node {
    switch self {
    case .null: .null
    case .bool(let value): .bool(value)
    case .number(let value): .number(value)
    case .string(let value): .string(value)
    }
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
