package import Diagnostics

/// Several sets as one, documents and figures in their order. Ids stay as they are, for they come from what the figures are
/// (``ContentIDs``). A figure that two sets hold alike stands once; one whose id another figure has already takes a number
/// behind it, its set's links follow, and `merge.id-taken` says so (a note where files of one name reprint a sentence). Nothing else is dropped: equal figures are joined where
/// indicators are made.
package func merge(_ sets: [IndicatorSet]) -> Warned<IndicatorSet> {
  if sets.count == 1, sets[0].isPlain { return Warned(sets[0]) }
  var ids = ContentIDs()
  var merged = IndicatorSet()
  var places: [SourceDocument.ID: Int] = [:]
  var figures: [Observation.ID: Int] = [:]
  var findings: [Diagnostic] = []
  for set in sets {
    for document in set.documents {
      if let place = places[document.id] {
        merged.documents[place].complete(from: document)
      } else {
        places[document.id] = merged.documents.count
        merged.documents.append(document)
      }
    }
    var renamed: [Observation.ID: Observation.ID] = [:]
    var kept: [Observation] = []
    for figure in set.observations {
      let twin = figures[figure.id].map { merged.observations[$0] }
      if twin == figure { continue }
      let id = ids.unique(figure.id)
      if id != figure.id {
        renamed[figure.id] = id
        let isReprint = twin.map { $0.source?.sentence == figure.source?.sentence && $0.says(the: figure) } ?? false
        findings.append(
          Diagnostic(
            isReprint ? .note : .warning, "merge.id-taken",
            "the id “\(figure.id)” stands for two figures; the later is “\(id)” here", at: figure.source?.span,
            hint: isReprint ? "files of one name state it alike" : "give one of them another id"))
      }
      kept.append(figure)
    }
    for figure in kept {
      let figure = figure.renamed(renamed)
      figures[figure.id] = figures[figure.id] ?? merged.observations.count
      merged.observations.append(figure)
    }
  }
  return Warned(merged, findings)
}

extension IndicatorSet {
  /// Whether no two of its documents, and no two of its figures, have one id.
  fileprivate var isPlain: Bool {
    guard Set(documents.lazy.map(\.id)).count == documents.count else { return false }
    return Self.areApart(observations.lazy.map(\.id)) || Set(observations.lazy.map(\.id)).count == observations.count
  }

  /// Whether texts are all different, as far as their hashes tell: where no two of these are equal, no two texts are. Texts that Unicode may
  /// hold for equal though their bytes are not are left to be compared.
  private static func areApart(_ texts: some Collection<String>) -> Bool {
    var hashes: Set<UInt64> = []
    hashes.reserveCapacity(texts.count)
    // Latin letters with marks, and Chinese characters, each have one form.
    return texts.allSatisfy { hashes.insert(fnv1a($0)).inserted && $0.utf8.allSatisfy { $0 < 0xCC || (0xE4...0xE9).contains($0) } }
  }
}

extension Observation {
  /// Whether another says the same, wherever the two stand.
  fileprivate func says(the other: Observation) -> Bool {
    var copy = other
    copy.source = source
    (copy.of, copy.partOf) = (of, partOf)
    return copy == self
  }

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
