import Diagnostics
import StructuredData

extension SourceDocument {
  static let shape = NodeShape<SourceDocument>.record("Document") { fields in
    let id = fields.required("id", .text, "The path as given.")
    let title = fields.optional("title", .text)
    let date = fields.optional("date", .text, "ISO 8601 day of publication.")
    let area = fields.optional("area", .text, "The place or body the document is about.")
    let publisher = fields.optional("publisher", .text)
    guard let id else { return nil }
    return SourceDocument(id: id, title: title, date: date, area: area, publisher: publisher)
  }

  var node: Node {
    var entries: [(key: String, value: Node)] = [("id", .string(id))]
    if let title { entries.append(("title", .string(title))) }
    if let date { entries.append(("date", .string(date))) }
    if let area { entries.append(("area", .string(area))) }
    if let publisher { entries.append(("publisher", .string(publisher))) }
    return .mapping(entries)
  }
}

extension IndicatorSet {
  static let shape = NodeShape<IndicatorSet>.record("IndicatorSet") { fields in
    _ = fields.optional("version", .integer(in: 1...1), "The form of this file.")
    let documents = fields.optional(
      "documents", .list(of: SourceDocument.shape), default: [], "Where the figures were read.")
    let observations = fields.required(
      "observations", .list(of: Observation.shape.spanned), "The figures in text order.")
    guard let observations else { return nil }
    let named = withIDs(observations.map(\.value), in: fields.node.span.document)
    fields.findings.add(linkFindings(named, spans: observations.map(\.span)))
    return IndicatorSet(documents: documents, observations: named)
  }

  /// What stands before the observations.
  var head: [(key: String, value: Node)] {
    [("version", .number(1))] + (documents.isEmpty ? [] : [("documents", .sequence(documents.map(\.node)))])
  }
}

/// Gives those without id one from what they are.
///
/// - Parameter file: stands for the document of figures that name none.
func withIDs(_ observations: [Observation], in file: String) -> [Observation] {
  guard observations.contains(where: \.id.isEmpty) else { return observations }
  var ids = ContentIDs(taken: Set(observations.map(\.id)))
  var named = observations
  for index in named.indices where named[index].id.isEmpty { named[index].id = ids.next(for: named[index], in: file) }
  return named
}

/// Ids that stand twice, and references to none.
///
/// - Parameter spans: the place of each observation.
func linkFindings(_ observations: [Observation], spans: [SourceSpan]) -> [Diagnostic] {
  var findings: [Diagnostic] = []
  var ids: Set<Observation.ID> = []
  for (observation, span) in zip(observations, spans) where !ids.insert(observation.id).inserted {
    findings.append(.error("indicators.duplicate-id", "the id “\(observation.id)” stands twice", at: span))
  }
  for (observation, span) in zip(observations, spans) {
    let links =
      [("of", observation.of), ("part_of", observation.partOf)].compactMap { key, id in
        id.map { (key, $0) }
      }
      + (observation.derivation?.inputs ?? []).map { ("inputs", $0) }
    for (key, id) in links where !ids.contains(id) {
      findings.append(
        .warning(
          "indicators.unknown-id", "“\(observation.id)” names “\(id)” in \(key), which is not in the set", at: span))
    }
  }
  return findings
}
