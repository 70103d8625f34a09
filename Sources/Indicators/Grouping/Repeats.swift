/// Observations without their repetitions: a figure that headline and body both state, or two documents, stands once,
/// at its first place, with the other places in its source's `repeats`.
package struct MergedRepeats: Sendable {
  /// In text order; `of` and `partOf` point at kept observations.
  package var observations: [Observation]
  /// The kept observation for each id that was merged away.
  package var replaced: [Observation.ID: Observation.ID]

  /// The kept id for any id of the set.
  package func kept(_ id: Observation.ID) -> Observation.ID { replaced[id] ?? id }
}

/// Finds repeats: same kind, value, unit, qualifier, area, period, scope and standing, and the same name. In a title
/// or a heading, where names are cut short, an amount whose name contains the other's or resembles it is the same too; so is
/// an amount of four and more digits that goes by a shorter name for the same: 對美出口, 對美國出口.
///
/// - Parameter concepts: names of one concept are the same; without, only equal ones are.
package func mergingRepeats(_ set: IndicatorSet, concepts: ConceptBook = ConceptBook()) -> MergedRepeats {
  var candidates = RepeatCandidates(concepts)
  var kept: [Observation] = []
  var isLoose: [Bool] = []
  var replaced: [Observation.ID: Observation.ID] = [:]
  // What qualifies a repeat goes by the name of what it repeats.
  var renamed: [Observation.ID: String] = [:]
  // Places are told apart once all are known, since a figure may be stated thousands of times.
  var places: [Int: [Source]] = [:]
  for observation in set.observations {
    let key = RepeatKey(observation)
    // Only amounts are told apart by their digits; two first places are not one.
    let isAmount = observation.kind == .level || observation.kind == .change
    let loose = isAmount && (observation.source?.isHeading ?? false)
    let names = candidates.names(observation.of.flatMap { renamed[$0] } ?? observation.name)
    guard let match = candidates.match(names, key, loose: loose, isTelling: observation.isTelling, among: kept) else {
      candidates.add(kept.count, names, key, loose: loose)
      kept.append(observation)
      isLoose.append(loose)
      continue
    }
    replaced[observation.id] = kept[match].id
    renamed[observation.id] = kept[match].name
    kept[match].learn(from: observation)
    if let source = observation.source { places[match, default: []].append(source) }
    if isLoose[match], !loose || observation.name.utf8.count > kept[match].name.utf8.count {
      kept[match].name = observation.name
      candidates.rename(match, names, key)
      isLoose[match] = loose
    }
  }
  for (index, sources) in places { kept[index].add(places: sources) }
  for index in kept.indices {
    kept[index].of = kept[index].of.map { replaced[$0] ?? $0 }
    if let inputs = kept[index].derivation?.inputs {
      kept[index].derivation?.inputs = inputs.map { replaced[$0] ?? $0 }
    }
    kept[index].partOf = kept[index].partOf.map { replaced[$0] ?? $0 }.flatMap { $0 == kept[index].id ? nil : $0 }
  }
  return MergedRepeats(observations: kept, replaced: replaced)
}

extension Observation {
  /// Takes the places of a repeat and what it knows more.
  mutating func absorb(_ other: Observation) {
    learn(from: other)
    add(places: other.source.map { [$0] } ?? [])
  }

  /// Takes what a repeat knows more.
  mutating func learn(from other: Observation) {
    of = of ?? other.of
    partOf = partOf ?? other.partOf
    periodIsAssumed = periodIsAssumed && other.periodIsAssumed
  }

  /// Lists further places that state it, each once.
  mutating func add(places sources: [Source]) {
    var rest = sources[...]
    if source == nil { source = rest.popFirst() }
    guard !rest.isEmpty, let first = source else { return }
    var known = Set(first.repeats.map { Place($0) })
    known.insert(Place(first))
    for place in rest {
      var bare = place
      bare.repeats = []
      for one in [bare] + place.repeats where known.insert(Place(one)).inserted { source?.repeats.append(one) }
    }
  }
}

extension Observation {
  /// A level of four and more digits, which two things hardly share.
  fileprivate var isTelling: Bool {
    let digits = value.printed().filter(\.isNumber).drop { $0 == "0" }
    return kind == .level && digits.count >= 4 && !digits.hasSuffix("00")
  }
}

private struct Place: Hashable {
  var document: String
  var range: Range<Int>

  init(_ source: Source) {
    document = source.document
    range = source.range
  }
}

private struct RepeatKey: Hashable {
  var kind: Observation.Kind
  var value: Rational
  /// False where the multiplied-out value does not fit.
  var isInBase: Bool
  var measure: String
  var qualifier: Observation.Qualifier
  var area: Folded
  var period: Period?
  var scope: Folded
  var isStatement: Bool

  init(_ observation: Observation) {
    kind = observation.kind
    value = observation.quantity.inBase ?? observation.value.rational
    isInBase = observation.quantity.inBase != nil
    measure = observation.unit.kind.base
    qualifier = observation.qualifier
    area = foldedArea(observation.area)
    period = observation.period
    scope = foldedArea(observation.scope)
    isStatement = observation.status.isFactual
  }
}

/// The kept figures of each key by their names.
private struct RepeatCandidates {
  private struct Named: Hashable {
    var key: RepeatKey
    var name: Folded
  }
  private struct Lists {
    var all: [Int] = []
    var loose: [Int] = []
  }

  private let concepts: ConceptBook
  private var byName: [Named: Int] = [:]
  private var lists: [RepeatKey: Lists] = [:]

  /// So many names are looked through for a likeness; a heading repeats one of few figures.
  private static let mostCompared = 64

  init(_ concepts: ConceptBook) { self.concepts = concepts }

  mutating func add(_ index: Int, _ names: [Folded], _ key: RepeatKey, loose: Bool) {
    rename(index, names, key)
    lists[key, default: Lists()].all.append(index)
    if loose { lists[key, default: Lists()].loose.append(index) }
  }

  mutating func rename(_ index: Int, _ names: [Folded], _ key: RepeatKey) {
    for name in names where byName[Named(key: key, name: name)] == nil { byName[Named(key: key, name: name)] = index }
  }

  /// The figure of the same name or concept; where one of the two stands in a heading, of a like name.
  ///
  /// - Parameter isTelling: the value's digits alone tell it from others.
  func match(_ names: [Folded], _ key: RepeatKey, loose: Bool, isTelling: Bool, among kept: [Observation]) -> Int? {
    guard let lists = lists[key], let a = names.first else { return nil }
    for name in names { if let index = byName[Named(key: key, name: name)] { return index } }
    if isTelling, let index = lists.all.prefix(Self.mostCompared).first(where: { isShortened(a, folded(kept[$0].name)) }) { return index }
    let like = (loose ? lists.all : lists.loose).prefix(Self.mostCompared)
    guard !like.isEmpty else { return nil }
    let pairs = Bigrams(a)
    return like.first { index in
      let b = folded(kept[index].name)
      return a.contains(b) || b.contains(a) || pairs.overlap(with: Bigrams(b)) >= 0.6
    }
  }

  /// Whether one of two names is the other with signs left out within: 對美出口 of 對美國出口.
  private func isShortened(_ a: Folded, _ b: Folded) -> Bool {
    let (short, long) = a.text.count < b.text.count ? (Array(a.text), Array(b.text)) : (Array(b.text), Array(a.text))
    guard short.count >= 4, long.count - short.count <= 2, long.count > short.count, short.first == long.first,
      short.suffix(2) == long.suffix(2)
    else { return false }
    var rest = short[...]
    for sign in long where rest.first == sign { rest = rest.dropFirst() }
    return rest.isEmpty
  }

  /// The name, and its concept where one is known.
  func names(_ name: String) -> [Folded] {
    [folded(name)] + (concepts.concept(named: name).map { [Folded(utf8: [0] + Array($0.id.utf8))] } ?? [])
  }
}
