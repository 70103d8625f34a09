import StructuredData

/// The stated observations as JSON Lines, one a line in text order, derived ones left out: kind, name, value, unit,
/// qualifier, area, period, scope, start, end, text. With several documents each line begins with `document`.
///
/// Offsets count code points of the decoded document. A figure without source has 0, 0 and an empty text.
package func jsonLines(_ set: IndicatorSet) -> String {
  var documents = Set(set.documents.map(\.id))
  for observation in set.observations { if let source = observation.source { documents.insert(source.document) } }
  var out = ""
  for observation in set.observations where observation.status != .derived {
    out += jsonLine(observation, withDocument: documents.count > 1) + "\n"
  }
  return out
}

/// - Parameter withDocument: whether the line names its document.
package func jsonLine(_ observation: Observation, withDocument: Bool) -> String {
  func field(_ text: String?) -> Node { text.map { .string($0) } ?? .null }
  let source = observation.source
  var fields: [(key: String, value: Node)] = []
  if withDocument { fields.append(("document", field(source?.document))) }
  fields += [
    ("kind", .string(observation.kind.rawValue)), ("name", .string(observation.name)),
    ("value", .string(observation.value.description)), ("unit", .string(observation.unit.written)),
    ("qualifier", .string(observation.qualifier.rawValue)), ("area", field(observation.area)),
    ("period", field(observation.period?.description)), ("scope", field(observation.scope)),
    ("start", .number(source?.range.lowerBound ?? 0)), ("end", .number(source?.range.upperBound ?? 0)),
    ("text", .string(source?.text ?? "")),
  ]
  return Node.mapping(fields).json()
}
