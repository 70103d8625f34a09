import StructuredData

/// The stated observations as JSON Lines, one a line in text order, derived ones left out, with the fields of the
/// extraction guidelines: kind, name, value, unit, qualifier, area, period, scope, of, basis, status, start, end, text
/// always, the others where they say something. With several documents each line begins with `document`.
///
/// Offsets count code points of the decoded document. A figure without source has 0, 0 and an empty text. `of` and
/// `part_of` are the `start` of the figure meant; one of another document or without source cannot be named so, and is null.
package func jsonLines(_ set: IndicatorSet) -> String { encode(set, as: .jsonl) }

func jsonLines<Failure: Error>(_ set: IndicatorSet, to write: (String) throws(Failure) -> Void) throws(Failure) {
  var documents = Set(set.documents.map(\.id))
  for observation in set.observations { if let source = observation.source { documents.insert(source.document) } }
  let starts = JSONLineStarts(set.observations)
  for observation in set.observations where observation.status != .derived {
    try write(jsonLine(observation, starts: starts, withDocument: documents.count > 1) + "\n")
  }
}

/// Where the figures of a set begin, for the links between lines.
package struct JSONLineStarts: Sendable {
  private let sources: [Observation.ID: Source]

  package init(_ observations: [Observation]) {
    sources = Dictionary(
      observations.compactMap { figure in figure.source.map { (figure.id, $0) } }, uniquingKeysWith: { first, _ in first })
  }

  /// The offset at which the figure of that id begins, where it stands in the document.
  func start(of id: Observation.ID?, in document: String?) -> Int? {
    guard let source = id.flatMap({ sources[$0] }), source.document == document else { return nil }
    return source.range.lowerBound
  }
}

/// - Parameter withDocument: whether the line names its document.
package func jsonLine(_ observation: Observation, starts: JSONLineStarts, withDocument: Bool) -> String {
  func field(_ text: String?) -> Node { text.map { .string($0) } ?? .null }
  let source = observation.source
  func start(_ id: Observation.ID?) -> Node {
    starts.start(of: id, in: source?.document).map { .number($0) } ?? .null
  }
  var fields: [(key: String, value: Node)] = []
  if withDocument { fields.append(("document", field(source?.document))) }
  fields += [
    ("kind", .string(observation.kind.rawValue)), ("name", .string(observation.name)),
    ("value", .string(observation.value.description)), ("unit", .string(observation.unit.written)),
    ("qualifier", .string(observation.qualifier.rawValue)), ("area", field(observation.area)),
    ("period", field(observation.period?.description)), ("scope", field(observation.scope)),
    ("of", observation.kind == .level ? .null : start(observation.of)), ("basis", field(observation.basis?.description)),
    ("status", .string(observation.status.rawValue)),
  ]
  if let form = observation.form { fields.append(("form", .string(form.rawValue))) }
  if observation.partOf != nil { fields.append(("part_of", start(observation.partOf))) }
  if let topic = observation.topic { fields.append(("topic", .string(topic))) }
  if let code = observation.areaCode { fields.append(("area_code", .string(code))) }
  if let cell = observation.cell { fields.append(("table", cell.node)) }
  if let confidence = observation.confidence { fields.append(("confidence", confidence.node)) }
  fields += [
    ("start", .number(source?.range.lowerBound ?? 0)), ("end", .number(source?.range.upperBound ?? 0)),
    ("text", .string(source?.text ?? "")),
  ]
  return Node.mapping(fields).json()
}
