import Diagnostics
import StructuredData

/// One row: a figure, a document, or both.
private struct Row: Sendable {
  var observation: Observation?
  var document: SourceDocument?

  /// Only INDICATOR and OBS_VALUE must be there; other columns are passed over with a warning.
  static let shape = NodeShape<Row>.record("Row", unknownKeys: .warning) { fields in
    let source = place(&fields)
    let document = described(&fields)
    let derivation = derivation(&fields)
    let kind = fields.optional(Column.kind.rawValue, .text)
    let isDocument = kind?.lowercased() == "document"
    let name = fields.optional(Column.indicator.rawValue, .text)
    let value = fields.optional(Column.value.rawValue, ExactNumber.shape)
    let (unit, power) = unit(&fields)
    let id = fields.optional(Column.id.rawValue, .text)
    let scaled = power == 0 ? value : value?.shifted(byPowerOfTen: power)
    if value != nil, scaled == nil {
      fields.findings.add(
        .error("csv.cell", "the value times 10^\(power) has more digits than a figure can hold", at: fields.span(of: Column.value.rawValue))
      )
    }
    var observation = Observation(
      id: id ?? "", kind: Observation.Kind(rawValue: kind?.lowercased() ?? "level") ?? .level, name: name ?? "",
      value: scaled ?? ExactNumber(0), unit: unit, source: source, derivation: derivation)
    observation.readCircumstances(&fields)
    observation.readLinks(&fields)
    let isMissing = observation.readSDMXAttributes(&fields)
    if isDocument || isMissing && value == nil { return Row(observation: nil, document: document) }
    guard name != nil, value != nil, Observation.Kind(rawValue: kind?.lowercased() ?? "level") != nil else {
      complain(&fields, hasName: name != nil, hasValue: fields.has(Column.value.rawValue), kind: kind)
      return nil
    }
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

  /// UNIT as written, else UNIT_MEASURE with the word for UNIT_MULT before it; where no word says so, the power of ten is the value's.
  private static func unit(_ fields: inout Fields) -> (Unit, power: Int) {
    let written = fields.optional(Column.unit.rawValue, .text)
    let measure = fields.optional(Column.unitMeasure.rawValue, .text)
    let multiplier = fields.optional(Column.unitMultiplier.rawValue, .integer(in: 0...30))
    guard let written else {
      let unit = Unit(measure: measure ?? "", multiplier: multiplier ?? 0)
      return (unit, (multiplier ?? 0) - unit.multiplier)
    }
    let read = Unit(written)
    let unit = Unit(
      written: written, multiplier: multiplier ?? read.multiplier,
      measure: measure ?? (multiplier == nil || multiplier == read.multiplier ? read.measure : written))
    return (unit, 0)
  }

  private static func place(_ fields: inout Fields) -> Source? {
    let document = fields.optional(Column.document.rawValue, .text)
    let start = fields.optional(Column.start.rawValue, .integer(from: 0))
    let end = fields.optional(Column.end.rawValue, .integer(from: 0))
    let line = fields.optional(Column.line.rawValue, .integer(from: 1))
    let character = fields.optional(Column.character.rawValue, .integer(from: 1))
    let text = fields.optional(Column.text.rawValue, .text)
    let sentenceStart = fields.optional(Column.sentenceStart.rawValue, .integer(from: 0))
    let sentenceEnd = fields.optional(Column.sentenceEnd.rawValue, .integer(from: 0))
    let sentence = fields.optional(Column.sentence.rawValue, .text)
    let heading = fields.optional(Column.heading.rawValue, .choice(YesNo.self), default: .no)
    let repeats = fields.optional(Column.repeats.rawValue, nested(.list(of: Source.shape)), default: [])
    guard let document, let start, let end, start <= end else { return nil }
    let (first, last) = (sentenceStart ?? start, sentenceEnd ?? end)
    let position = line.flatMap { line in character.map { SourceSpan.Position(line: line, column: $0) } }
    return Source(
      document: document, range: start..<end, position: position, text: text ?? "",
      sentenceRange: first <= last ? first..<last : start..<end,
      sentence: sentence ?? text ?? "", isHeading: heading == .yes, repeats: repeats)
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

extension Observation {
  /// Whose, when, how sure.
  fileprivate mutating func readCircumstances(_ fields: inout Fields) {
    func isMarked(_ column: Column) -> Bool {
      fields.optional(column.rawValue, .choice(YesNo.self), default: .no) == .yes
    }
    qualifier = fields.optional(Column.qualifier.rawValue, .choice(Qualifier.self), default: .exactly)
    qualifierWord = fields.optional(Column.qualifierWord.rawValue, .text)
    area = fields.optional(Column.area.rawValue, .text)
    areaCode = fields.optional(Column.areaCode.rawValue, .text)
    period = fields.optional(Column.period.rawValue, Period.shape)
    let occasion = fields.occasion(Column.occasion.rawValue, of: period)
    period?.occasion = occasion
    periodIsAssumed = isMarked(.periodIsAssumed)
    isStock = isMarked(.stock)
    scope = fields.optional(Column.scope.rawValue, .text)
    topic = fields.optional(Column.topic.rawValue, .text)
    status = fields.optional(Column.status.rawValue, Status.shape, default: .fact)
    isAtConstantPrices = isMarked(.constantPrices)
    isOfGrowth = isMarked(.ofGrowth)
    confidence = fields.optional(Column.confidence.rawValue, ExactNumber.confidenceShape)
  }

  /// DECIMALS are the digits it is published with; OBS_STATUS F is a forecast.
  ///
  /// - Returns: whether OBS_STATUS says that there is no value.
  fileprivate mutating func readSDMXAttributes(_ fields: inout Fields) -> Bool {
    if let decimals = fields.optional("DECIMALS", .integer(in: 0...15)) { value = value.rounded(decimals: decimals) ?? value }
    // It repeats what the period says.
    fields.ignore("FREQ")
    let marks = fields.optional("OBS_STATUS", .text)?.uppercased() ?? ""
    if marks == "F" { status = .forecast }
    return ["M", "L", "O", "Q", "H"].contains(marks)
  }

  /// What it bears on, and where it stands.
  fileprivate mutating func readLinks(_ fields: inout Fields) {
    of = fields.optional(Column.of.rawValue, formerly: "QUALIFIES", .text)
    partOf = fields.optional(Column.partOf.rawValue, .text)
    basis = fields.optional(Column.basis.rawValue, Basis.shape)
    form = fields.optional(Column.form.rawValue, .choice(MultipleForm.self))
    since = fields.optional(Column.since.rawValue, Period.shape)
    gapFrom = fields.optional(Column.gapFrom.rawValue, .text)
    rule = fields.optional(Column.rule.rawValue, .text)
    let sheet = fields.optional(Column.sheet.rawValue, .text)
    let row = fields.optional(Column.row.rawValue, .integer(in: 1...100_000_000))
    let column = fields.optional(Column.column.rawValue, .integer(in: 1...1_000_000))
    let rowHead = fields.optional(Column.rowHead.rawValue, .text)
    let columnHead = fields.optional(Column.columnHead.rawValue, .text)
    if let row, let column {
      cell = TableCell(sheet: sheet, row: row, column: column, rowHead: rowHead, columnHead: columnHead)
    } else if row != nil || column != nil {
      fields.findings.add(
        .warning("csv.cell", "a place in a table needs both ROW and COLUMN", at: fields.node.span))
    }
  }
}

private enum YesNo: String, CaseIterable, Sendable { case yes, no }

/// JSON in a cell.
private func nested<Value>(_ shape: NodeShape<Value>) -> NodeShape<Value> {
  NodeShape(
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
func readCSV(_ text: String, document: String, isGuarded: Bool) throws(Diagnostics) -> Warned<IndicatorSet> {
  let table = try parseCSV(text, document: document)
  let read = try NodeShape<[Spanned<Row>]>.list(of: Row.shape.spanned).read(isGuarded ? table.withoutFormulaGuards : table)
  var set = IndicatorSet()
  var places: [String: Int] = [:]
  var spans: [SourceSpan] = []
  for row in read.value {
    if let described = row.value.document, row.value.observation == nil || described != SourceDocument(id: described.id) {
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
  set.observations = withIDs(set.observations, in: document)
  let findings = linkFindings(set.observations, spans: spans)
  guard !findings.contains(where: { $0.severity == .error }) else { throw Diagnostics(findings + read.diagnostics) }
  return Warned(set, unique(read.diagnostics) + findings)
}

/// An unknown column, or an old name, is found in every row; once is enough.
private func unique(_ findings: [Diagnostic]) -> [Diagnostic] {
  var seen: Set<String> = []
  return findings.filter { !["field.unknown", "field.old-name", "status.old-name"].contains($0.rule) || seen.insert($0.message).inserted }
}

extension SourceDocument {
  mutating func complete(from other: SourceDocument) {
    title = title ?? other.title
    date = date ?? other.date
    area = area ?? other.area
    publisher = publisher ?? other.publisher
  }
}
