import StructuredData

/// Series as text, for programs and spreadsheets; they are not read back.
///
/// YAML and JSON: `series`, a list of name, concept, area, unit and points; JSON Lines: a series a line; CSV: a point a
/// row. A point's value is in its series' unit, exactly; a statement it replaces stands as it was written.
package func encode(_ series: [Series], as format: IndicatorFormat) -> String {
  switch format {
  case .yaml: Node.mapping([("series", .sequence(series.map(\.node)))]).yaml()
  case .json: Node.mapping([("series", .sequence(series.map(\.node)))]).json(pretty: true)
  case .jsonl: series.map { $0.node.json() + "\n" }.joined()
  case .csv: ([seriesColumns] + series.flatMap(\.rows)).map { $0.map(csvCell).joined(separator: ",") + "\r\n" }.joined()
  }
}

private let seriesColumns: [String?] = [
  "INDICATOR", "CONCEPT", "REF_AREA", "TIME_PERIOD", "OBS_VALUE", "UNIT", "QUALIFIER", "STATUS", "OBS_ID", "DOCUMENT",
  "RESTATES",
]

extension Series {
  fileprivate var node: Node {
    var entries: [(key: String, value: Node)] = [("name", .string(name))]
    if let concept { entries.append(("concept", .string(concept))) }
    if let area { entries.append(("area", .string(area))) }
    entries.append(("unit", .string(unit.written)))
    entries.append(("points", .sequence(zip(points, figures).map { $0.node(value: $1) })))
    return .mapping(entries)
  }

  fileprivate var rows: [[String?]] {
    zip(points, figures).map { point, value in
      let level = point.level
      return [
        name, concept, area, point.period.description, value.description, unit.written,
        level.qualifier.rawValue, level.status.rawValue, level.id, level.source?.document,
        point.isRestated ? point.superseded.map(statement).joined(separator: "; ") : nil,
      ]
    }
  }

  /// The points' values in the series' unit; all of them can be converted, for they share the measure.
  private var figures: [ExactNumber] { zip(points, values(in: unit)).map { $1 ?? $0.level.value } }
}

extension Series.Point {
  fileprivate func node(value: ExactNumber) -> Node {
    var entries: [(key: String, value: Node)] = [
      ("period", .string(period.description)), ("value", value.node), ("id", .string(level.id)),
    ]
    if level.qualifier != .exactly { entries.append(("qualifier", .string(level.qualifier.rawValue))) }
    if level.status != .fact { entries.append(("status", .string(level.status.rawValue))) }
    if let document = level.source?.document { entries.append(("document", .string(document))) }
    if let derivation = level.derivation { entries.append(("expression", .string(derivation.expression))) }
    if isRestated { entries.append(("restates", .sequence(superseded.map(\.restatedNode)))) }
    return .mapping(entries)
  }
}

extension Observation {
  fileprivate var restatedNode: Node {
    var entries: [(key: String, value: Node)] = [
      ("value", value.node), ("unit", .string(unit.written)), ("id", .string(id)),
    ]
    if let document = source?.document { entries.append(("document", .string(document))) }
    return .mapping(entries)
  }
}

/// `440.1亿元 (2021.txt)`
private func statement(_ level: Observation) -> String {
  level.value.description + level.unit.written + (level.source.map { " (\($0.document))" } ?? "")
}
