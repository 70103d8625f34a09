import Diagnostics
import StructuredData

/// The set as a table (RFC 4180, CRLF): a row a figure, and a row of KIND `document` for each document that no figure
/// before it has told of. An empty cell is no value, an empty text stands in quotes.
///
/// - Parameter guardsFormulas: as of ``csvCell(_:guardsFormulas:)``.
func csv<Failure: Error>(
  _ set: IndicatorSet, guardsFormulas: Bool, to write: (String) throws(Failure) -> Void
) throws(Failure) {
  func row(_ cells: [Column: String]) -> String {
    Column.allCases.map { csvCell(cells[$0], guardsFormulas: guardsFormulas) }.joined(separator: ",") + "\r\n"
  }
  try write(Column.allCases.map(\.rawValue).joined(separator: ",") + "\r\n")
  let documents = Dictionary(set.documents.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  let firstUses = set.observations.compactMap { $0.source?.document }
  let inOrder =
    uniqued(firstUses).filter { documents[$0] != nil } == set.documents.map(\.id)
    && set.documents.allSatisfy { !describing($0).isEmpty }
  if !inOrder {
    // Rows of their own keep the order, and documents without figures.
    for document in set.documents { try write(row(cells(of: document))) }
  }
  var told: Set<String> = inOrder ? [] : Set(set.documents.map(\.id))
  for observation in set.observations {
    var cells = cells(of: observation)
    if let name = observation.source?.document, let document = documents[name], told.insert(name).inserted {
      cells.merge(describing(document)) { first, _ in first }
    }
    try write(row(cells))
  }
}

private func uniqued(_ names: [String]) -> [String] {
  var seen: Set<String> = []
  return names.filter { seen.insert($0).inserted }
}

private func cells(of document: SourceDocument) -> [Column: String] {
  describing(document).merging([.kind: "document", .document: document.id]) { first, _ in first }
}

private func describing(_ document: SourceDocument) -> [Column: String] {
  var cells: [Column: String] = [:]
  cells[.title] = document.title
  cells[.date] = document.date
  cells[.documentArea] = document.area
  cells[.publisher] = document.publisher
  return cells
}

private func cells(of observation: Observation) -> [Column: String] {
  var cells: [Column: String] = [
    .id: observation.id, .kind: observation.kind.rawValue, .indicator: observation.name,
    .value: observation.value.description, .unitMeasure: observation.unit.measure,
    .unitMultiplier: String(observation.unit.multiplier), .unit: observation.unit.written,
    .qualifier: observation.qualifier.rawValue, .status: observation.status.rawValue,
  ]
  cells[.area] = observation.area
  cells[.period] = observation.period?.description
  cells[.periodIsAssumed] = observation.periodIsAssumed ? "yes" : nil
  cells[.scope] = observation.scope
  cells[.qualifierWord] = observation.qualifierWord
  cells[.areaCode] = observation.areaCode
  cells[.stock] = observation.isStock ? "yes" : nil
  cells[.topic] = observation.topic
  cells[.of] = observation.of
  cells[.partOf] = observation.partOf
  cells[.basis] = observation.basis?.description
  cells[.form] = observation.form?.rawValue
  cells[.constantPrices] = observation.isAtConstantPrices ? "yes" : nil
  cells[.ofGrowth] = observation.isOfGrowth ? "yes" : nil
  cells[.since] = observation.since?.description
  cells[.gapFrom] = observation.gapFrom
  cells[.confidence] = observation.confidence?.description
  if let cell = observation.cell {
    cells[.sheet] = cell.sheet
    cells[.row] = String(cell.row)
    cells[.column] = String(cell.column)
    cells[.rowHead] = cell.rowHead
    cells[.columnHead] = cell.columnHead
  }
  cells[.rule] = observation.rule
  if let source = observation.source {
    cells[.document] = source.document
    cells[.start] = String(source.range.lowerBound)
    cells[.end] = String(source.range.upperBound)
    cells[.line] = source.position.map { String($0.line) }
    cells[.character] = source.position.map { String($0.column) }
    cells[.text] = source.text
    cells[.sentenceStart] = String(source.sentenceRange.lowerBound)
    cells[.sentenceEnd] = String(source.sentenceRange.upperBound)
    cells[.sentence] = source.sentence
    cells[.heading] = source.isHeading ? "yes" : nil
    if !source.repeats.isEmpty { cells[.repeats] = Node.sequence(source.repeats.map(\.node)).json() }
  }
  if let derivation = observation.derivation {
    cells[.formula] = derivation.formula.rawValue
    cells[.inputs] = Node.sequence(derivation.inputs.map { .string($0) }).json()
    cells[.expression] = derivation.expression
    cells[.lower] = derivation.lower?.description
    cells[.upper] = derivation.upper?.description
  }
  return cells
}
