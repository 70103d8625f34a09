import Diagnostics
import StructuredData

private struct Line: Sendable {
  var document: String?
  var observation: Observation
  var range: Range<Int>
  var text: String

  static let shape = Shape<Line>.record("Line", unknownKeys: .warning) { fields in
    let document = fields.optional("document", .text)
    let kind = fields.required("kind", .choice(Observation.Kind.self))
    let name = fields.required("name", .text)
    let value = fields.required("value", ExactNumber.shape)
    let unit = fields.required("unit", .text)
    let qualifier = fields.required("qualifier", .choice(Observation.Qualifier.self))
    let area = fields.optional("area", .text)
    let period = fields.optional("period", Period.shape)
    let scope = fields.optional("scope", .text)
    let start = fields.required("start", .integer(from: 0))
    let end = fields.required("end", .integer(from: 0))
    let text = fields.required("text", .text)
    fields.ignore("optional", "alt")
    guard let kind, let name, let value, let unit, let qualifier, let start, let end, let text, start <= end else {
      return nil
    }
    let observation = Observation(
      id: "", kind: kind, name: name, value: value, unit: Unit(unit), qualifier: qualifier, area: area, period: period,
      scope: scope)
    return Line(document: document, observation: observation, range: start..<end, text: text)
  }
}

/// Reads JSON Lines of the extraction guidelines; each figure's sentence is its own text, and a change, share, rank or
/// streak qualifies the last level before it of the same name, area and period.
func readJSONLines(_ text: String, document: String) throws(Diagnostics) -> Warned<IndicatorSet> {
  var set = IndicatorSet()
  var findings: [Diagnostic] = []
  var errors: [Diagnostic] = []
  for (index, row) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
    guard row.contains(where: { !$0.isWhitespace }) else { continue }
    do throws(Diagnostics) {
      let read = try Line.shape.read(try parseJSON(String(row), document: document))
      findings += read.diagnostics.map { $0.moved(toLine: index + 1) }
      var observation = read.value.observation
      observation.id = "g\(set.observations.count + 1)"
      let name = read.value.document ?? document
      observation.source = Source(
        document: name, range: read.value.range, text: read.value.text, sentenceRange: read.value.range,
        sentence: read.value.text)
      if !set.documents.contains(where: { $0.id == name }) { set.documents.append(SourceDocument(id: name)) }
      set.observations.append(observation)
    } catch {
      errors += error.all.map { $0.moved(toLine: index + 1) }
    }
  }
  guard errors.isEmpty else { throw Diagnostics(errors + findings) }
  link(&set.observations)
  return Warned(set, findings)
}

private func link(_ observations: inout [Observation]) {
  var last: [FigureKey: Observation.ID] = [:]
  let noConcepts = ConceptBook()
  for index in observations.indices {
    let key = FigureKey(observations[index], concepts: noConcepts)
    if observations[index].kind == .level {
      last[key] = observations[index].id
    } else {
      observations[index].qualifies = last[key]
    }
  }
}

extension Diagnostic {
  /// The finding in a line of the whole, whose columns are the line's.
  fileprivate func moved(toLine line: Int) -> Diagnostic {
    var copy = self
    if let start = span?.start { copy.span?.start = .init(line: line, column: start.column) }
    return copy
  }
}
