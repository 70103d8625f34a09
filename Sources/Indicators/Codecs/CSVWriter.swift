import Diagnostics
import StructuredData

/// The set as a table (RFC 4180, CRLF): a row a figure, and a row of KIND `document` for each document that no figure
/// before it has told of. An empty cell is no value, an empty text stands in quotes.
///
/// - Parameter guardsFormulas: as of ``csvCell(_:guardsFormulas:)``.
func csv<Failure: Error>(
  _ set: IndicatorSet, guardsFormulas: Bool, to write: (String) throws(Failure) -> Void
) throws(Failure) {
  let columns = Column.allCases
  var lines: [UInt8] = []
  func row(_ text: (Column) -> String?) throws(Failure) {
    for (place, column) in columns.enumerated() {
      if place > 0 { lines.append(UInt8(ascii: ",")) }
      if let text = text(column) { lines.append(csvCell: text, guardsFormulas: guardsFormulas) }
    }
    lines.append(contentsOf: "\r\n".utf8)
    let full = 1 << 16
    if lines.count >= full { try flush() }
  }
  func flush() throws(Failure) {
    try write(String(decoding: lines, as: UTF8.self))
    lines.removeAll(keepingCapacity: true)
  }
  lines.append(contentsOf: (Column.allCases.map(\.rawValue).joined(separator: ",") + "\r\n").utf8)
  let documents = Dictionary(set.documents.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  let firstUses = set.observations.compactMap { $0.source?.document }
  let inOrder =
    uniqued(firstUses).filter { documents[$0] != nil } == set.documents.map(\.id)
    && set.documents.allSatisfy { document in columns.contains { told($0, of: document) != nil } }
  if !inOrder {
    // Rows of their own keep the order, and documents without figures.
    for document in set.documents {
      try row { column in
        switch column {
        case .kind: "document"
        case .document: document.id
        default: told(column, of: document)
        }
      }
    }
  }
  var isTold: Set<String> = inOrder ? [] : Set(set.documents.map(\.id))
  for observation in set.observations {
    if let name = observation.source?.document, let document = documents[name], isTold.insert(name).inserted {
      try row { text($0, of: observation) ?? told($0, of: document) }
    } else {
      try row { text($0, of: observation) }
    }
  }
  try flush()
}

private func uniqued(_ names: [String]) -> [String] {
  var seen: Set<String> = []
  return names.filter { seen.insert($0).inserted }
}

/// What a column says of a document.
private func told(_ column: Column, of document: SourceDocument) -> String? {
  switch column {
  case .title: document.title
  case .date: document.date
  case .documentArea: document.area
  case .publisher: document.publisher
  default: nil
  }
}

/// What a column says of a figure.
private func text(_ column: Column, of observation: Observation) -> String? {
  func yes(_ holds: Bool) -> String? { holds ? "yes" : nil }
  return switch column {
  case .id: observation.id
  case .kind: observation.kind.rawValue
  case .indicator: observation.name
  case .value: observation.value.description
  case .unitMeasure: observation.unit.measure
  case .unitMultiplier: String(observation.unit.multiplier)
  case .unit: observation.unit.written
  case .qualifier: observation.qualifier.rawValue
  case .status: observation.status.rawValue
  case .area: observation.area
  case .period: observation.period?.description
  case .occasion: observation.period?.occasion?.rawValue
  case .periodIsAssumed: yes(observation.periodIsAssumed)
  case .scope: observation.scope
  case .qualifierWord: observation.qualifierWord
  case .areaCode: observation.areaCode
  case .stock: yes(observation.isStock)
  case .topic: observation.topic
  case .of: observation.of
  case .partOf: observation.partOf
  case .basis: observation.basis?.description
  case .form: observation.form?.rawValue
  case .constantPrices: yes(observation.isAtConstantPrices)
  case .ofGrowth: yes(observation.isOfGrowth)
  case .since: observation.since?.description
  case .gapFrom: observation.gapFrom
  case .confidence: observation.confidence?.description
  case .sheet: observation.cell?.sheet
  case .row: (observation.cell?.row).map(String.init)
  case .column: (observation.cell?.column).map(String.init)
  case .rowHead: observation.cell?.rowHead
  case .columnHead: observation.cell?.columnHead
  case .rule: observation.rule
  case .formula: observation.derivation?.formula.rawValue
  case .inputs: observation.derivation.map { Node.sequence($0.inputs.map { .string($0) }).json() }
  case .expression: observation.derivation?.expression
  case .lower: observation.derivation?.lower?.description
  case .upper: observation.derivation?.upper?.description
  case .title, .date, .documentArea, .publisher: nil
  default: observation.source.flatMap { text(column, of: $0) }
  }
}

/// What a column says of the place that a figure stands at.
private func text(_ column: Column, of source: Source) -> String? {
  switch column {
  case .document: source.document
  case .start: String(source.range.lowerBound)
  case .end: String(source.range.upperBound)
  case .line: (source.position?.line).map(String.init)
  case .character: (source.position?.column).map(String.init)
  case .text: source.text
  case .sentenceStart: String(source.sentenceRange.lowerBound)
  case .sentenceEnd: String(source.sentenceRange.upperBound)
  case .sentence: source.sentence
  case .heading: source.isHeading ? "yes" : nil
  case .repeats: source.repeats.isEmpty ? nil : Node.sequence(source.repeats.map(\.node)).json()
  default: nil
  }
}
