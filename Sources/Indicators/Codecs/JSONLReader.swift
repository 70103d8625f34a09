import Diagnostics
import StructuredData

private struct Line: Sendable {
  var document: String?
  var observation: Observation
  var range: Range<Int>
  var text: String
  /// Starts of the figures meant.
  var of: Int?
  var partOf: Int?
  /// The line says what it qualifies, if only that it qualifies nothing.
  var saysOf: Bool

  static let shape = NodeShape<Line>.record("Line", unknownKeys: .warning) { fields in
    let document = fields.optional("document", .text)
    let kind = fields.required("kind", .choice(Observation.Kind.self))
    let name = fields.required("name", .text)
    let value = fields.required("value", ExactNumber.shape)
    let unit = fields.required("unit", .text)
    let start = fields.required("start", .integer(from: 0))
    let end = fields.required("end", .integer(from: 0))
    let text = fields.required("text", .text)
    let saysOf = fields.has("of")
    let of = fields.optional("of", .integer(from: 0))
    let partOf = fields.optional("part_of", .integer(from: 0))
    var observation = Observation(
      id: "", kind: kind ?? .level, name: name ?? "", value: value ?? ExactNumber(0), unit: Unit(unit ?? ""))
    observation.qualifier = fields.required("qualifier", .choice(Observation.Qualifier.self)) ?? .exactly
    observation.area = fields.optional("area", .text)
    observation.areaCode = fields.optional("area_code", .text)
    observation.period = fields.optional("period", Period.shape)
    let occasion = fields.occasion("occasion", of: observation.period)
    observation.period?.occasion = occasion
    observation.scope = fields.optional("scope", .text)
    observation.topic = fields.optional("topic", .text)
    observation.basis = fields.optional("basis", Basis.shape)
    observation.form = fields.optional("form", .choice(MultipleForm.self))
    observation.gapFrom = fields.optional("gap_from", .text)
    observation.status = fields.optional("status", Observation.Status.shape, default: .fact)
    observation.cell = fields.optional("table", TableCell.shape)
    observation.confidence = fields.optional("confidence", ExactNumber.confidenceShape)
    // Fields of gold files, which no program writes.
    fields.ignore("optional", "alt", "of_start")
    guard kind != nil, name != nil, value != nil, unit != nil, let start, let end, let text else { return nil }
    guard start <= end else {
      fields.findings.add(.error("range.order", "a range ends before it starts", at: fields.node.span))
      return nil
    }
    return Line(
      document: document, observation: observation, range: start..<end, text: text, of: of, partOf: partOf,
      saysOf: saysOf)
  }
}

/// Reads JSON Lines of the extraction guidelines; each figure's sentence is its own text. Where no line has `of`, as in
/// older files, a change, share, rank or streak qualifies the last level before it of the same name, area and period.
func readJSONLines(_ text: String, document: String) throws(Diagnostics) -> Warned<IndicatorSet> {
  var set = IndicatorSet()
  var findings: [Diagnostic] = []
  var errors: [Diagnostic] = []
  var lines: [(line: Line, number: Int)] = []
  var documents: Set<String> = []
  for (index, row) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
    guard row.contains(where: { !$0.isWhitespace }) else { continue }
    do throws(Diagnostics) {
      let read = try Line.shape.read(try parseJSON(String(row), document: document))
      findings += read.diagnostics.map { $0.moved(toLine: index + 1) }
      var line = read.value
      let name = line.document ?? document
      line.observation.source = Source(
        document: name, range: line.range, text: line.text, sentenceRange: line.range, sentence: line.text)
      if documents.insert(name).inserted { set.documents.append(SourceDocument(id: name)) }
      set.observations.append(line.observation)
      lines.append((line, index + 1))
    } catch {
      errors += error.all.map { $0.moved(toLine: index + 1) }
    }
  }
  guard errors.isEmpty else { throw Diagnostics(errors + findings) }
  set.observations = withIDs(set.observations, in: document)
  if lines.contains(where: \.line.saysOf) {
    findings += link(&set.observations, lines, in: document)
  } else {
    linkByName(&set.observations)
  }
  return Warned(set, findings)
}

/// A figure's document and start.
private struct Place: Hashable {
  var document: String
  var start: Int
}

/// Follows `of` and `part_of`; one that leads to no figure is found. Of two figures that begin at one place a level counts.
private func link(
  _ observations: inout [Observation], _ lines: [(line: Line, number: Int)], in file: String
) -> [Diagnostic] {
  var ids: [Place: Observation.ID] = [:]
  for observation in observations.filter({ $0.kind == .level }) + observations {
    guard let source = observation.source else { continue }
    let place = Place(document: source.document, start: source.range.lowerBound)
    ids[place] = ids[place] ?? observation.id
  }
  var findings: [Diagnostic] = []
  for (index, (line, number)) in lines.enumerated() {
    func id(_ key: String, _ start: Int?) -> Observation.ID? {
      guard let start else { return nil }
      let found = ids[Place(document: line.document ?? file, start: start)]
      if found == nil {
        findings.append(
          Diagnostic.warning(
            "indicators.unknown-id", "\(key) names a figure at \(start), and none begins there",
            at: SourceSpan(document: file, range: 0..<0, start: .init(line: number, column: 1))))
      }
      return found
    }
    observations[index].of = id("of", line.of)
    observations[index].partOf = id("part_of", line.partOf)
  }
  return findings
}

private func linkByName(_ observations: inout [Observation]) {
  var last: [FigureKey: Observation.ID] = [:]
  let noConcepts = ConceptBook()
  for index in observations.indices {
    let key = FigureKey(observations[index], concepts: noConcepts)
    if observations[index].kind == .level {
      last[key] = observations[index].id
    } else {
      observations[index].of = last[key]
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
