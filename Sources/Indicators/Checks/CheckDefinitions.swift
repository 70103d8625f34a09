import Diagnostics

extension Checking {
  /// C16: what looks comparable between areas and is not, by the concepts, or by names that are alike but not the same.
  /// Measures that are mixed up with one another are one finding, however many they are.
  mutating func definitions() {
    var groups: [DefinitionKey: [Defined]] = [:]
    var order: [DefinitionKey] = []
    for level in levels where level.area.map(scopeIsArea) ?? false {
      let group = DefinitionKey(level)
      if groups[group] == nil { order.append(group) }
      groups[group, default: []].append(Defined(level, concepts: concepts))
    }
    for group in order {
      var places: [Folded: Int] = [:]
      var names: [NamedLevels] = []
      for member in groups[group] ?? [] {
        let place = places[member.key] ?? names.count
        if place == names.count {
          places[member.key] = place
          names.append(NamedLevels(member))
        } else {
          names[place].add(member)
        }
      }
      report(told(names))
      report(alike(names))
    }
  }

  /// Pairs of names that the concepts tell apart.
  private func told(_ names: [NamedLevels]) -> [DefinitionPair] {
    var places: [Concept.ID: [Int]] = [:]
    for (index, name) in names.enumerated() { if let concept = name.concept { places[concept.id, default: []].append(index) } }
    var pairs: [DefinitionPair] = []
    for (index, name) in names.enumerated() {
      guard let concept = name.concept else { continue }
      for distinction in concept.distinctions {
        for other in places[distinction.id] ?? [] {
          // Where both concepts tell of it, once.
          let isMutual = names[other].concept?.distinctions.contains { $0.id == concept.id } ?? false
          if isMutual, other < index { continue }
          let (first, second) = (min(index, other), max(index, other))
          if let pair = pair(names[first], names[second], reason: distinction.note) { pairs.append(pair) }
        }
      }
    }
    return pairs
  }

  /// Pairs of names that are alike, with no concepts to tell: at least six tenths of their bigrams are shared. Names that share
  /// as many share one of their rarest ones, so that only those are compared.
  private func alike(_ names: [NamedLevels]) -> [DefinitionPair] {
    var counts: [UInt64: Int] = [:]
    for name in names { for gram in name.grams { counts[gram, default: 0] += 1 } }
    var holders: [UInt64: [Int]] = [:]
    var pairs: [DefinitionPair] = []
    for (index, name) in names.enumerated() {
      let rare = name.grams.sorted { (counts[$0] ?? 0, $0) < (counts[$1] ?? 0, $1) }
      // Of n bigrams, 3n/7 are shared with the shortest name that is alike.
      let needed = max(1, (rare.count * 3 + 6) / 7)
      let telling = rare.prefix(max(0, rare.count - needed + 1))
      var candidates: Set<Int> = []
      for gram in telling {
        for other in (holders[gram] ?? []).suffix(Self.mostAlike) { candidates.insert(other) }
        holders[gram, default: []].append(index)
      }
      for other in candidates.sorted() where !(name.concept != nil && names[other].concept != nil) {
        if name.bigrams.resemblance(to: names[other].bigrams) >= 0.6, let pair = pair(names[other], name, reason: nil) {
          pairs.append(pair)
        }
      }
    }
    return pairs
  }

  /// So many names with one bigram are compared, the last before.
  private static var mostAlike: Int { 100 }

  /// Levels of two areas that two names would set side by side.
  private func pair(_ ones: NamedLevels, _ others: NamedLevels, reason: String?) -> DefinitionPair? {
    for one in ones.levels {
      // An article that states both sets them apart itself; a city is not set beside a province.
      let document = one.level.source?.document
      let rival = others.levels.first { other in
        other.area != one.area && areaIsProvince(other.level.area) == areaIsProvince(one.level.area)
          && (document == nil || other.level.source?.document != document)
      }
      if let other = rival?.level { return DefinitionPair(one: one.level, other: other, reason: reason) }
    }
    return nil
  }

  /// One finding for all pairs that are linked by a level.
  private mutating func report(_ pairs: [DefinitionPair]) {
    var links: [Observation.ID: Observation.ID] = [:]
    func root(_ id: Observation.ID) -> Observation.ID {
      var id = id
      while let next = links[id] {
        links[id] = links[next] ?? next
        id = next
      }
      return id
    }
    for pair in pairs {
      let (a, b) = (root(pair.one.id), root(pair.other.id))
      if a != b { links[b] = a }
    }
    var groups: [Observation.ID: [DefinitionPair]] = [:]
    var order: [Observation.ID] = []
    for pair in pairs {
      let id = root(pair.one.id)
      if groups[id] == nil { order.append(id) }
      groups[id, default: []].append(pair)
    }
    for id in order { report(linked: groups[id] ?? []) }
  }

  private mutating func report(linked pairs: [DefinitionPair]) {
    var ids: Set<Observation.ID> = []
    let figures = pairs.flatMap { [$0.one, $0.other] }.filter { ids.insert($0.id).inserted }
    let all = figures.map { "\(quoted($0)) (\($0.area ?? ""))" }
    let list = all.dropLast().joined(separator: ", ") + " and " + (all.last ?? "")
    let chinese = figures.enumerated().reduce(ChineseText("")) { text, figure in
      let joint: ChineseText = figure.offset == 0 ? "" : figure.offset == figures.count - 1 ? "与" : "、"
      return "\(text)\(joint)\(named: figure.element, inArea: true)"
    }
    guard let first = pairs.first, let reason = first.reason else {
      find(
        .note, "c16-definitions",
        say("\(list) have similar names and may be defined differently", "\(chinese)名称相近，口径可能不同，比较前宜先核对。"), figures)
      return
    }
    let reasons = pairs.map { "“\($0.one.name)” and “\($0.other.name)”: \($0.reason ?? "")" }.joined(separator: " ")
    let grounds = pairs.enumerated().reduce(ChineseText("")) { text, pair in
      "\(text)\(pair.offset == 0 ? "" : "；")\(named: pair.element.one)与\(named: pair.element.other)，\(prose: withoutStop(pair.element.reason))"
    }
    find(
      .warning, "c16-definitions",
      say(
        "\(list) are not comparable: \(pairs.count == 1 ? reason : reasons)",
        "\(chinese)口径不同，不宜直接比较：\(pairs.count == 1 ? "\(prose: withoutStop(reason))" : grounds)。"),
      figures)
  }

  private func withoutStop(_ sentence: String?) -> String {
    guard let sentence, sentence.hasSuffix("。") else { return sentence ?? "" }
    return String(sentence.dropLast())
  }
}

private struct DefinitionKey: Hashable {
  var period: Period?
  var measure: String
  init(_ level: Observation) {
    period = level.period
    measure = level.unit.kind.base
  }
}

/// Two levels of two areas that are not to be compared; without a reason, their names alone tell.
private struct DefinitionPair {
  var one: Observation
  var other: Observation
  var reason: String?
}

/// A level with what its name stands for.
private struct Defined {
  var level: Observation
  var area: Folded
  var key: Folded
  var concept: Concept?

  init(_ level: Observation, concepts: ConceptBook) {
    self.level = level
    area = foldedArea(level.area)
    key = concepts.key(for: level.name)
    concept = concepts.concept(named: level.name)
  }
}

/// The levels of one name, the first of each area and document.
private struct NamedLevels {
  private struct Place: Hashable {
    var area: Folded
    var document: String?
  }

  let concept: Concept?
  let bigrams: Bigrams
  /// The bigrams, a repeated one told apart by its count.
  let grams: [UInt64]
  private(set) var levels: [Defined] = []
  private var places: Set<Place> = []

  /// No pair of names needs more to be found.
  private static let mostLevels = 100

  init(_ first: Defined) {
    concept = first.concept
    bigrams = Bigrams(first.key)
    grams = bigrams.counted
    add(first)
  }

  mutating func add(_ member: Defined) {
    guard levels.count < Self.mostLevels else { return }
    if places.insert(Place(area: member.area, document: member.level.source?.document)).inserted { levels.append(member) }
  }
}
