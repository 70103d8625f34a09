/// Several sets as one, documents and figures in their order. Where an id stands in more than one set, all ids get their
/// document's name behind them (`g12@guangdong-2022`), so that they depend neither on the order of the sets nor on how
/// many figures another set has; links follow. Nothing is dropped: equal figures are joined where indicators are made.
package func merge(_ sets: [IndicatorSet]) -> IndicatorSet {
  var owners: [Observation.ID: Int] = [:]
  for set in sets { for id in Set(set.observations.map(\.id)) { owners[id, default: 0] += 1 } }
  let collide = owners.values.contains { $0 > 1 }
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
    let stem = documentStem(set) ?? "\(index + 1)"
    var renamed: [Observation.ID: Observation.ID] = [:]
    for observation in set.observations where collide && renamed[observation.id] == nil {
      let base = observation.source.map { stemOf($0.document) } ?? stem
      renamed[observation.id] = fresh("\(observation.id)@\(base)", &taken)
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

private func documentStem(_ set: IndicatorSet) -> String? {
  (set.documents.first?.id ?? set.observations.lazy.compactMap { $0.source?.document }.first).map(stemOf)
}

/// The file name without folders and suffix.
private func stemOf(_ path: String) -> String {
  let name = path.split(separator: "/").last.map(String.init) ?? path
  guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return name }
  return String(name[..<dot])
}

extension Observation {
  /// With ids replaced, its own and those of its links.
  func renamed(_ ids: [Observation.ID: Observation.ID]) -> Observation {
    guard !ids.isEmpty else { return self }
    var copy = self
    copy.id = ids[id] ?? id
    copy.qualifies = qualifies.map { ids[$0] ?? $0 }
    copy.partOf = partOf.map { ids[$0] ?? $0 }
    copy.derivation?.inputs = derivation?.inputs.map { ids[$0] ?? $0 } ?? []
    return copy
  }
}
