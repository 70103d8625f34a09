/// The stated observations as JSON Lines, one a line in text order, derived ones left out: kind, name, value, unit,
/// qualifier, area, period, scope, start, end, text. With several documents each line begins with `document`.
///
/// Offsets count code points of the decoded document. A figure without source has 0, 0 and an empty text.
package func jsonLines(_ set: IndicatorSet) -> String {
  var documents = Set(set.documents.map(\.id))
  for observation in set.observations { if let source = observation.source { documents.insert(source.document) } }
  let several = documents.count > 1
  var out = ""
  for observation in set.observations where observation.status != .derived {
    out += jsonLine(observation, withDocument: several) + "\n"
  }
  return out
}

package func jsonLine(_ observation: Observation, withDocument: Bool) -> String {
  func field(_ text: String?) -> String { text.map(jsonString) ?? "null" }
  let source = observation.source
  var fields: [String] = []
  if withDocument { fields.append("\"document\": \(field(source?.document))") }
  fields += [
    "\"kind\": \"\(observation.kind.rawValue)\"", "\"name\": \(jsonString(observation.name))",
    "\"value\": \"\(observation.value)\"", "\"unit\": \(jsonString(observation.unit.written))",
    "\"qualifier\": \"\(observation.qualifier.rawValue)\"", "\"area\": \(field(observation.area))",
    "\"period\": \(field(observation.period?.description))", "\"scope\": \(field(observation.scope))",
    "\"start\": \(source?.range.lowerBound ?? 0)", "\"end\": \(source?.range.upperBound ?? 0)",
    "\"text\": \(jsonString(source?.text ?? ""))",
  ]
  return "{" + fields.joined(separator: ", ") + "}"
}
