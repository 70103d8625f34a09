import StructuredData

/// Series as text, for programs and spreadsheets; they are not read back.
///
/// YAML and JSON: `series`, a list of kind, name, concept, area, scope, unit and points; JSON Lines: a series a line; CSV: a point a
/// row. A point's value is in its series' unit, exactly; statements it replaces (`restates`) and coarser ones that agree with
/// it (`agrees`) stand as they were written.
package func encode(_ series: [Series], as format: IndicatorFormat) -> String {
  switch format {
  case .yaml: Node.mapping([("series", .sequence(series.map(\.node)))]).yaml()
  case .json: Node.mapping([("series", .sequence(series.map(\.node)))]).json(pretty: true)
  case .jsonl: series.map { $0.node.json() + "\n" }.joined()
  // ``IndicatorFormat`` of SDMX is refused before.
  case .csv, .rawCSV, .sdmx, .oldSDMX:
    ([seriesColumns] + series.flatMap(\.rows)).map { row in
      row.map { csvCell($0, guardsFormulas: format != .rawCSV) }.joined(separator: ",") + "\r\n"
    }.joined()
  }
}

private let seriesColumns: [String?] = [
  "KIND", "INDICATOR", "CONCEPT", "REF_AREA", "SCOPE", "TIME_PERIOD", "OBS_VALUE", "UNIT", "QUALIFIER", "STATUS", "OBS_ID", "DOCUMENT",
  "RESTATES", "AGREES", "OCCASION",
]

extension Series {
  fileprivate var node: Node {
    var entries: [(key: String, value: Node)] = [("kind", .string(kind.rawValue)), ("name", .string(name))]
    if let concept { entries.append(("concept", .string(concept))) }
    if let area { entries.append(("area", .string(area))) }
    if let scope { entries.append(("scope", .string(scope))) }
    entries.append(("unit", .string(unit.written)))
    entries.append(("points", .sequence(zip(points, figures).map { $0.node(value: $1) })))
    return .mapping(entries)
  }

  fileprivate var rows: [[String?]] {
    zip(points, figures).map { point, value in
      let figure = point.figure
      return [
        kind.rawValue, name, concept, area, scope, point.period?.description, value.description, unit.written,
        figure.qualifier.rawValue, figure.status.rawValue, figure.id, figure.source?.document,
        statements(point.superseded), statements(point.agreeing), point.period?.occasion?.rawValue,
      ]
    }
  }

  /// The points' values in the series' unit; all of them can be converted, for they share the measure.
  private var figures: [ExactNumber] { zip(points, values(in: unit)).map { $1 ?? $0.figure.value } }
}

extension Series.Point {
  fileprivate func node(value: ExactNumber) -> Node {
    var entries: [(key: String, value: Node)] = period.map { [("period", .string($0.description))] } ?? []
    if let occasion = period?.occasion { entries.append(("occasion", .string(occasion.rawValue))) }
    entries += [("value", value.node), ("id", .string(figure.id))]
    if figure.qualifier != .exactly { entries.append(("qualifier", .string(figure.qualifier.rawValue))) }
    if figure.status != .fact { entries.append(("status", .string(figure.status.rawValue))) }
    if let document = figure.source?.document { entries.append(("document", .string(document))) }
    if let derivation = figure.derivation { entries.append(("expression", .string(derivation.expression))) }
    if isRestated { entries.append(("restates", .sequence(superseded.map(\.statementNode)))) }
    if !agreeing.isEmpty { entries.append(("agrees", .sequence(agreeing.map(\.statementNode)))) }
    return .mapping(entries)
  }
}

extension Observation {
  fileprivate var statementNode: Node {
    var entries: [(key: String, value: Node)] = [
      ("value", value.node), ("unit", .string(unit.written)), ("id", .string(id)),
    ]
    if let document = source?.document { entries.append(("document", .string(document))) }
    return .mapping(entries)
  }
}

/// `440.1亿元 (2021.txt)`; nil for none.
private func statements(_ figures: [Observation]) -> String? {
  guard !figures.isEmpty else { return nil }
  return figures.map { $0.value.description + $0.unit.written + ($0.source.map { " (\($0.document))" } ?? "") }.joined(separator: "; ")
}
