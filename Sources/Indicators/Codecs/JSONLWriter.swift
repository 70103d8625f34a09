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
    try write(jsonLine(observation, starts: starts, withDocument: documents.count > 1))
  }
}

/// Where the figures of a set begin, for the links between lines.
package struct JSONLineStarts: Sendable {
  /// Of the figures that others refer to.
  private let places: [Observation.ID: (document: String, start: Int)]

  package init(_ observations: [Observation]) {
    let meant = Set(observations.flatMap { [$0.of, $0.partOf].compactMap { $0 } })
    var places: [Observation.ID: (document: String, start: Int)] = [:]
    if !meant.isEmpty {
      for figure in observations where meant.contains(figure.id) && places[figure.id] == nil {
        if let source = figure.source { places[figure.id] = (source.document, source.range.lowerBound) }
      }
    }
    self.places = places
  }

  /// The offset at which the figure of that id begins, where it stands in the document.
  func start(of id: Observation.ID?, in document: String?) -> Int? {
    guard let place = id.flatMap({ places[$0] }), place.document == document else { return nil }
    return place.start
  }
}

/// The line of an observation, its line feed included.
///
/// - Parameter withDocument: whether the line names its document.
package func jsonLine(_ observation: Observation, starts: JSONLineStarts, withDocument: Bool) -> String {
  let source = observation.source
  func start(_ id: Observation.ID?) -> Int? { starts.start(of: id, in: source?.document) }
  var line = JSONLine()
  if withDocument { line.add("document", source?.document) }
  line.add("kind", observation.kind.rawValue)
  line.add("name", observation.name)
  line.add("value", observation.value.description)
  line.add("unit", observation.unit.written)
  line.add("qualifier", observation.qualifier.rawValue)
  line.add("area", observation.area)
  line.add("period", observation.period?.description)
  line.add("scope", observation.scope)
  line.add("of", observation.kind == .level ? nil : start(observation.of))
  line.add("basis", observation.basis?.description)
  line.add("status", observation.status.rawValue)
  if let form = observation.form { line.add("form", form.rawValue) }
  if let other = observation.gapFrom { line.add("gap_from", other) }
  if observation.partOf != nil { line.add("part_of", start(observation.partOf)) }
  if let topic = observation.topic { line.add("topic", topic) }
  if let code = observation.areaCode { line.add("area_code", code) }
  if let cell = observation.cell { line.add("table", cell.add(to:)) }
  if let confidence = observation.confidence { line.add("confidence", confidence.node) }
  line.add("start", source?.range.lowerBound ?? 0)
  line.add("end", source?.range.upperBound ?? 0)
  line.add("text", source?.text ?? "")
  return line.finish()
}
