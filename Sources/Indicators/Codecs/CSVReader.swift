import Diagnostics
import StructuredData

/// One row: a figure, a document, or both.
private struct Row: Sendable {
  var observation: Observation?
  var document: SourceDocument?

  /// Only INDICATOR and OBS_VALUE must be there; other columns are passed over with a warning.
  static let shape = Shape<Row>.record("Row", unknownKeys: .warning) { fields in
    let source = place(&fields)
    let document = described(&fields)
    let derivation = derivation(&fields)
    let kind = fields.optional(Column.kind.rawValue, .text)
    let isDocument = kind?.lowercased() == "document"
    let name = fields.optional(Column.indicator.rawValue, .text)
    let value = fields.optional(Column.value.rawValue, ExactNumber.shape)
    let unit = unit(&fields)
    let id = fields.optional(Column.id.rawValue, .text)
    let qualifier = fields.optional(Column.qualifier.rawValue, .choice(Observation.Qualifier.self), default: .exactly)
    let area = fields.optional(Column.area.rawValue, .text)
    let period = fields.optional(Column.period.rawValue, Period.shape)
    let assumed = fields.optional(Column.periodIsAssumed.rawValue, .choice(YesNo.self), default: .no)
    let scope = fields.optional(Column.scope.rawValue, .text)
    let status = fields.optional(Column.status.rawValue, .choice(Observation.Status.self), default: .official)
    let qualifies = fields.optional(Column.qualifies.rawValue, .text)
    let partOf = fields.optional(Column.partOf.rawValue, .text)
    let rule = fields.optional(Column.rule.rawValue, .text)
    fields.ignore("STRUCTURE", "STRUCTURE_ID", "ACTION", "DATAFLOW", "FREQ", "OBS_STATUS", "DECIMALS")
    if isDocument { return Row(observation: nil, document: document) }
    guard let name, let value, let kind = Observation.Kind(rawValue: kind?.lowercased() ?? "level") else {
      complain(&fields, hasName: name != nil, hasValue: fields.has(Column.value.rawValue), kind: kind)
      return nil
    }
    let observation = Observation(
      id: id ?? "", kind: kind, name: name, value: value, unit: unit, qualifier: qualifier, area: area, period: period,
      periodIsAssumed: assumed == .yes, scope: scope, status: status, qualifies: qualifies, partOf: partOf, source: source, derivation: derivation,
      rule: rule)
    return Row(observation: observation, document: document)
  }

  private static func complain(_ fields: inout Fields, hasName: Bool, hasValue: Bool, kind: String?) {
    let span = fields.node.span
    if !hasName { fields.findings.add(.error("csv.cell", "INDICATOR is empty or missing", at: span)) }
    if !hasValue { fields.findings.add(.error("csv.cell", "OBS_VALUE is missing", at: span)) }
    if let kind, Observation.Kind(rawValue: kind.lowercased()) == nil {
      let near = nearestName(to: kind, among: Observation.Kind.allCases.map(\.rawValue))
      fields.findings.add(
        .error(
          "csv.cell", "unknown KIND “\(kind)”", at: fields.span(of: Column.kind.rawValue),
          hint: near.map { "did you mean “\($0)”?" }))
    }
  }

  /// UNIT as written, else UNIT_MEASURE with the word for UNIT_MULT before it.
  private static func unit(_ fields: inout Fields) -> Unit {
    let written = fields.optional(Column.unit.rawValue, .text)
    let measure = fields.optional(Column.unitMeasure.rawValue, .text)
    let multiplier = fields.optional(Column.unitMultiplier.rawValue, .integer(in: 0...30))
    let words = [0: "", 2: "百", 3: "千", 4: "万", 6: "百万", 8: "亿", 9: "十亿", 12: "万亿"]
    let spelled = written ?? (words[multiplier ?? 0] ?? "") + (measure ?? "")
    let read = Unit(spelled)
    return Unit(
      written: spelled, multiplier: multiplier ?? read.multiplier,
      measure: measure ?? (multiplier == nil || multiplier == read.multiplier ? read.measure : spelled))
  }

  private static func place(_ fields: inout Fields) -> Source? {
    let document = fields.optional(Column.document.rawValue, .text)
    let start = fields.optional(Column.start.rawValue, .integer(from: 0))
    let end = fields.optional(Column.end.rawValue, .integer(from: 0))
    let text = fields.optional(Column.text.rawValue, .text)
    let sentenceStart = fields.optional(Column.sentenceStart.rawValue, .integer(from: 0))
    let sentenceEnd = fields.optional(Column.sentenceEnd.rawValue, .integer(from: 0))
    let sentence = fields.optional(Column.sentence.rawValue, .text)
    let repeats = fields.optional(Column.repeats.rawValue, nested(.list(of: Source.shape)), default: [])
    guard let document, let start, let end, start <= end else { return nil }
    let (first, last) = (sentenceStart ?? start, sentenceEnd ?? end)
    return Source(
      document: document, range: start..<end, text: text ?? "",
      sentenceRange: first <= last ? first..<last : start..<end,
      sentence: sentence ?? text ?? "", repeats: repeats)
  }

  private static func described(_ fields: inout Fields) -> SourceDocument? {
    let title = fields.optional(Column.title.rawValue, .text)
    let date = fields.optional(Column.date.rawValue, .text)
    let area = fields.optional(Column.documentArea.rawValue, .text)
    let publisher = fields.optional(Column.publisher.rawValue, .text)
    let id = fields.optional(Column.document.rawValue, .text)
    return id.map { SourceDocument(id: $0, title: title, date: date, area: area, publisher: publisher) }
  }

  private static func derivation(_ fields: inout Fields) -> Derivation? {
    let formula = fields.optional(Column.formula.rawValue, .choice(Derivation.Formula.self))
    let inputs = fields.optional(Column.inputs.rawValue, nested(.list(of: .text)), default: [])
    let expression = fields.optional(Column.expression.rawValue, .text)
    let lower = fields.optional(Column.lower.rawValue, ExactNumber.shape)
    let upper = fields.optional(Column.upper.rawValue, ExactNumber.shape)
    return formula.map {
      Derivation(formula: $0, inputs: inputs, expression: expression ?? "", lower: lower, upper: upper)
    }
  }
}

private enum YesNo: String, CaseIterable, Sendable { case yes, no }

/// JSON in a cell.
private func nested<Value>(_ shape: Shape<Value>) -> Shape<Value> {
  Shape(
    "JSON", accepts: { $0.kind == .string }, schema: shape.schema,
    decode: { node, findings in
      guard let text = node.string, let inner = try? parseJSON(text, document: node.span.document) else {
        findings.add(.error("csv.cell", "the cell is no JSON: \(node.brief)", at: node.span))
        return nil
      }
      return shape.decode(inner, &findings)
    })
}

/// Reads a table of figures.
func readCSV(_ text: String, document: String) throws(Diagnostics) -> Warned<IndicatorSet> {
  let table = try parseCSV(text, document: document)
  let read = try Shape<[Spanned<Row>]>.list(of: Row.shape.spanned).read(table)
  var set = IndicatorSet()
  var places: [String: Int] = [:]
  var spans: [SourceSpan] = []
  for row in read.value {
    if let described = row.value.document, row.value.observation == nil || described != SourceDocument(id: described.id)
    {
      if let place = places[described.id] {
        set.documents[place].complete(from: described)
      } else {
        places[described.id] = set.documents.count
        set.documents.append(described)
      }
    }
    guard let observation = row.value.observation else { continue }
    set.observations.append(observation)
    spans.append(row.span)
  }
  set.observations = withIDs(set.observations)
  let findings = linkFindings(set.observations, spans: spans)
  guard !findings.contains(where: { $0.severity == .error }) else { throw Diagnostics(findings + read.diagnostics) }
  return Warned(set, unique(read.diagnostics) + findings)
}

/// An unknown column is found in every row; once is enough.
private func unique(_ findings: [Diagnostic]) -> [Diagnostic] {
  var seen: Set<String> = []
  return findings.filter { $0.rule != "field.unknown" || seen.insert($0.message).inserted }
}

extension SourceDocument {
  mutating func complete(from other: SourceDocument) {
    title = title ?? other.title
    date = date ?? other.date
    area = area ?? other.area
    publisher = publisher ?? other.publisher
  }
}
