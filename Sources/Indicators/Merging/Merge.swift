/// Several sets as one, documents and figures in their order. Where an id stands in more than one set, all ids get their
/// document's name behind them (`g12@guangdong-2022`), so that they depend neither on the order of the sets nor on how
/// many figures another set has; links follow. Nothing is dropped: equal figures are joined where indicators are made.
package func merge(_ sets: [IndicatorSet]) -> IndicatorSet {
  var owners: [Observation.ID: Int] = [:]
  for set in sets { for id in Set(set.observations.map(\.id)) { owners[id, default: 0] += 1 } }
  let collide = owners.values.contains { $0 > 1 }
  let labels = documentLabels(sets)
  var taken: Set<Observation.ID> = []
  var merged = IndicatorSet()
  var places: [SourceDocument.ID: Int] = [:]
  for (index, set) in sets.enumerated() {
    for document in set.documents {
      if let place = places[document.id] {
        merged.documents[place].complete(from: document)
      } else {
        places[document.id] = merged.documents.count
        merged.documents.append(document)
      }
    }
    let fallback = documentName(set).flatMap { labels[$0] } ?? "\(index + 1)"
    var renamed: [Observation.ID: Observation.ID] = [:]
    for observation in set.observations where collide && renamed[observation.id] == nil {
      let label = observation.source.flatMap { labels[$0.document] } ?? fallback
      renamed[observation.id] = fresh("\(observation.id)@\(label)", &taken)
    }
    merged.observations += set.observations.map { $0.renamed(renamed) }
  }
  return merged
}

private func fresh(_ wanted: String, _ taken: inout Set<String>) -> String {
  var id = wanted
  var count = 2
  while !taken.insert(id).inserted {
    id = "\(wanted)-\(count)"
    count += 1
  }
  return id
}

private func documentName(_ set: IndicatorSet) -> String? {
  set.documents.first?.id ?? set.observations.lazy.compactMap { $0.source?.document }.first
}

/// A short name for each document: its file name without folders and suffix; where two share it, the whole path
/// without suffix.
private func documentLabels(_ sets: [IndicatorSet]) -> [SourceDocument.ID: String] {
  let named = sets.flatMap { $0.documents.map(\.id) + $0.observations.compactMap { $0.source?.document } }
  let documents = Set(named)
  var owners: [String: Int] = [:]
  for document in documents { owners[stem(document), default: 0] += 1 }
  return Dictionary(
    uniqueKeysWithValues: documents.map { ($0, owners[stem($0)] == 1 ? stem($0) : withoutSuffix($0)) })
}

private func stem(_ path: String) -> String {
  withoutSuffix(path.split(separator: "/").last.map(String.init) ?? path)
}

private func withoutSuffix(_ path: String) -> String {
  guard let dot = path.lastIndex(of: "."), dot != path.startIndex, !path[dot...].contains("/") else { return path }
  return String(path[..<dot])
}

extension Observation {
  /// With ids replaced, its own and those of its links.
  package func renamed(_ ids: [Observation.ID: Observation.ID]) -> Observation {
    guard !ids.isEmpty else { return self }
    var copy = self
    copy.id = ids[id] ?? id
    copy.of = of.map { ids[$0] ?? $0 }
    copy.partOf = partOf.map { ids[$0] ?? $0 }
    copy.derivation?.inputs = derivation?.inputs.map { ids[$0] ?? $0 } ?? []
    return copy
  }
}
