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
  var lines = JSONLines()
  for observation in set.observations where observation.status != .derived {
    observation.add(to: &lines, starts: starts, withDocument: documents.count > 1)
    if lines.isFull { try write(lines.take()) }
  }
  try write(lines.take())
}

/// Where the figures of a set begin, for the links between lines.
private struct JSONLineStarts {
  /// Of the figures that others refer to.
  private let places: [Observation.ID: (document: String, start: Int)]

  init(_ observations: [Observation]) {
    var meant: Set<Observation.ID> = []
    for figure in observations {
      if let of = figure.of { meant.insert(of) }
      if let whole = figure.partOf { meant.insert(whole) }
    }
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

extension Observation {
  /// Its line.
  ///
  /// - Parameter withDocument: whether the line names its document.
  fileprivate func add(to lines: inout JSONLines, starts: JSONLineStarts, withDocument: Bool) {
    func start(_ id: Observation.ID?) -> Int? { starts.start(of: id, in: source?.document) }
    if withDocument { lines.add(.document, source?.document) }
    lines.add(.kind, kind.rawValue)
    lines.add(.name, name)
    lines.add(.value, value.description)
    lines.add(.unit, unit.written)
    lines.add(.qualifier, qualifier.rawValue)
    lines.add(.area, area)
    lines.add(.period, period?.description)
    lines.add(.scope, scope)
    lines.add(.of, kind == .level ? nil : start(of))
    lines.add(.basis, basis?.description)
    lines.add(.status, status.rawValue)
    if let occasion = period?.occasion { lines.add(.occasion, occasion.rawValue) }
    if let form { lines.add(.form, form.rawValue) }
    if let gapFrom { lines.add(.gapFrom, gapFrom) }
    if partOf != nil { lines.add(.partOf, start(partOf)) }
    if let topic { lines.add(.topic, topic) }
    if let areaCode { lines.add(.areaCode, areaCode) }
    if let cell { lines.add(.table) { cell.add(to: &$0) } }
    if let confidence { lines.add(.confidence, confidence.node) }
    lines.add(.start, source?.range.lowerBound ?? 0)
    lines.add(.end, source?.range.upperBound ?? 0)
    lines.add(.text, source?.text ?? "")
    lines.endLine()
  }
}

/// The fields of a line.
extension JSONKey {
  static let document: JSONKey = "document"
  static let kind: JSONKey = "kind"
  static let name: JSONKey = "name"
  static let value: JSONKey = "value"
  static let unit: JSONKey = "unit"
  static let qualifier: JSONKey = "qualifier"
  static let area: JSONKey = "area"
  static let period: JSONKey = "period"
  static let occasion: JSONKey = "occasion"
  static let scope: JSONKey = "scope"
  static let of: JSONKey = "of"
  static let basis: JSONKey = "basis"
  static let status: JSONKey = "status"
  static let form: JSONKey = "form"
  static let gapFrom: JSONKey = "gap_from"
  static let partOf: JSONKey = "part_of"
  static let topic: JSONKey = "topic"
  static let areaCode: JSONKey = "area_code"
  static let table: JSONKey = "table"
  static let confidence: JSONKey = "confidence"
  static let start: JSONKey = "start"
  static let end: JSONKey = "end"
  static let text: JSONKey = "text"
  static let sheet: JSONKey = "sheet"
  static let row: JSONKey = "row"
  static let column: JSONKey = "column"
  static let rowHead: JSONKey = "row_head"
  static let columnHead: JSONKey = "column_head"
}
