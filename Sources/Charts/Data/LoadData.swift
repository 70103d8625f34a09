import Diagnostics
import Indicators
import StructuredData

extension ChartSpec.Source {
  /// - Throws: `chart.data` when the rows cannot be had.
  func table(in context: ChartContext) throws(Diagnostic) -> DataTable {
    switch self {
    case .values(let table): return table
    case .url(let address):
      guard let load = context.load else {
        throw .error("chart.data", "the data of “\(address)” cannot be read here")
      }
      return try DataTable(node: load(address))
    case .indicators(_, let concept, let area, let period):
      guard let set = context.indicators else {
        throw .error("chart.data", "no indicators were given to the chart")
      }
      let rows = set.observations.filter { observation in
        observation.kind == .level && (concept.map { observation.name == $0 } ?? true)
          && (area.map { observation.area == $0 } ?? true)
          && (period.map { observation.period?.description == $0 } ?? true)
      }
      if rows.isEmpty {
        let near = concept.flatMap { nearestName(to: $0, among: set.observations.map(\.name)) }
        throw .error(
          "chart.data", "no indicator fits “\(concept ?? area ?? period ?? "")”",
          hint: near.map { "did you mean “\($0)”?" })
      }
      return DataTable(rows.map(\.row))
    }
  }
}

extension DataTable {
  /// Rows of a list of mappings, or of a list of plain values in the column `data`, as in Vega-Lite.
  init(node: Node) throws(Diagnostic) {
    guard let items = node.sequence else {
      throw .error("chart.data", "a list of rows was expected, found \(node.brief)", at: node.span)
    }
    self.init(
      items.map { item in
        guard let mapping = item.mapping else { return ["data": DataValue(node: item)] }
        var row: Row = [:]
        for entry in mapping.entries { row[entry.key] = DataValue(node: entry.value) }
        return row
      })
  }
}

extension DataValue {
  init(node: Node) {
    switch node.value {
    case .null: self = .null
    case .bool(let value): self = .bool(value)
    case .number: self = node.double.map { .number($0) } ?? .null
    case .string(let text): self = .string(text)
    case .sequence, .mapping: self = .null
    }
  }
}

extension Observation {
  /// The figure as a row: name, value, unit, area, period, qualifier, status.
  var row: DataTable.Row {
    [
      "id": .string(id), "name": .string(name), "value": .number(value.doubleValue), "unit": .string(unit.written),
      "area": area.map { .string($0) } ?? .null, "period": period.map { .string($0.description) } ?? .null,
      "qualifier": .string(qualifier.rawValue), "status": .string(status.rawValue),
    ]
  }
}
