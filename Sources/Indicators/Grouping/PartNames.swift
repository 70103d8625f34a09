/// Names of parts that can stand alone: 沿海港口 of 货物吞吐量 is 沿海港口（货物吞吐量） on a card, an axis or in a headline, and
/// 发明专利 of 专利授权量 is 发明专利授权量. A part whose own name says what is measured, or is a concept's, keeps it.
package struct PartNames: Sendable {
  private var names: [Observation.ID: String] = [:]
  private var stated: [Observation.ID: String] = [:]
  private var wholes: [Observation.ID: Observation.ID] = [:]
  /// Parts that were named anew, by what else of their subject a document states, in the order of the text.
  private var bySubject: [Subject: [(start: Int, id: Observation.ID?)]] = [:]

  /// Of no parts: every figure is called what its source calls it.
  package init() {}

  /// - Parameter measures: how names end that say what is measured, in any script; without them no name is known to be short.
  package init(_ set: IndicatorSet, concepts: ConceptBook, measures: [Folded]) {
    guard !measures.isEmpty else { return }
    let levels = set.observations.filter { $0.kind == .level }
    let wholes = wholesOfParts(levels, qualified: set.observations.filter { $0.of != nil })
    for level in levels {
      let whole = wholes[level.id]
      let own = Folded(level.name)
      let isShort = concepts.concept(named: level.name) == nil && !measures.contains { own.hasSuffix($0) }
      let name = isShort ? whole.flatMap { fullName(of: level.name, in: $0.name) } : nil
      if let name {
        names[level.id] = name
        stated[level.id] = level.name
        self.wholes[level.id] = whole?.id
      }
      if let subject = Subject(level), let start = level.source?.range.lowerBound {
        bySubject[subject, default: []].append((start, name == nil ? nil : level.id))
      }
    }
    guard !names.isEmpty else { return }
    // What qualifies a part is called as it is.
    for figure in set.observations where figure.kind != .level {
      guard let part = level(of: figure), let name = names[part], stated[part] == figure.name else { continue }
      names[figure.id] = name
      stated[figure.id] = figure.name
    }
  }

  /// The figure under the name that can stand alone.
  package func named(_ figure: Observation) -> Observation {
    var copy = figure
    if let name = names[figure.id] {
      copy.name = name
    } else if let part = figure.derivation?.inputs.first, let name = names[part], stated[part] == figure.name {
      copy.name = name
    }
    return copy
  }

  /// What the source calls a figure.
  package func statedName(of figure: Observation) -> String { stated[figure.id] ?? figure.name }

  /// Whether all of some levels but one are parts of that one, so that beside it they need not name it.
  package func areOneSum(_ levels: [Observation]) -> Bool {
    let named = levels.map { wholes[$0.id] }
    guard let whole = named.compactMap({ $0 }).first, named.count(where: { $0 == nil }) == 1 else { return false }
    return zip(levels, named).allSatisfy { $1 == nil ? $0.id == whole : $1 == whole }
  }

  /// The level that a figure is linked to, else the last of its subject before it.
  private func level(of figure: Observation) -> Observation.ID? {
    if let linked = figure.of { return linked }
    guard let subject = Subject(figure), let start = figure.source?.range.lowerBound else { return nil }
    return bySubject[subject]?.last { $0.start < start }?.id
  }
}

/// What two figures of one document have in common that are of one thing.
private struct Subject: Hashable {
  var document: SourceDocument.ID
  var name: String
  var area: String?
  var period: Period?

  init?(_ figure: Observation) {
    guard let source = figure.source else { return nil }
    (document, name, area, period) = (source.document, figure.name, figure.area, figure.period)
  }
}

/// The level that each part is of. Of a list only the first may be called a part: what follows it in its sentence is one too where its name
/// ends alike (沿海港口、内河港口), it is of the same measure, all together are no larger than the whole, and the whole is not spoken of again
/// between them: 工业用水968.4亿立方米（其中冷却水482.7亿立方米），占用水总量的16.2%；生态补水342.8亿立方米.
///
/// - Parameter qualified: what says more of a level.
private func wholesOfParts(_ levels: [Observation], qualified: [Observation]) -> [Observation.ID: Observation] {
  let byID = Dictionary(levels.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  var mentions: [Observation.ID: [Int]] = [:]
  for figure in qualified { if let of = figure.of, let start = figure.source?.range.lowerBound { mentions[of, default: []].append(start) } }
  var wholes: [Observation.ID: Observation] = [:]
  var last: (part: Observation, whole: Observation, sum: Rational)?
  for level in levels {
    if let whole = level.partOf.flatMap({ byID[$0] }) {
      guard whole.unit.kind.base == level.unit.kind.base else { continue }
      wholes[level.id] = whole
      last = level.quantity.inBase.map { (level, whole, $0) }
    } else if let (part, whole, sum) = last, let here = level.source, let there = part.source, here.document == there.document,
      here.sentenceRange == there.sentenceRange, level.name.last == part.name.last, level.unit.kind.base == whole.unit.kind.base,
      level.period == whole.period, foldedArea(level.area) == foldedArea(whole.area), let size = level.quantity.inBase,
      let together = sum.adding(size), let limit = whole.quantity.inBase, !(limit < together),
      mentions[whole.id]?.contains(where: { there.range.lowerBound < $0 && $0 < here.range.lowerBound }) != true
    {
      wholes[level.id] = whole
      last = (part, whole, together)
    }
  }
  return wholes
}

/// A part's name with its whole's; nil where it says itself what is measured.
private func fullName(of part: String, in whole: String) -> String? {
  guard whole.unicodeScalars.contains(where: { $0.value >= 0x2E80 }) else {
    let words = Set(whole.lowercased().split(separator: " ").filter { $0.count > 3 })
    let isBare = !part.lowercased().split(separator: " ").contains { words.contains($0) }
    return isBare ? "\(part) (\(whole))" : nil
  }
  let (a, b) = (Array(part), Array(whole))
  let common = zip(a.reversed(), b.reversed()).prefix { $0 == $1 }.count
  guard common < 2, !sharesRun(a, b, of: 3), !part.contains(whole), !whole.contains(part) else { return nil }
  // 发明专利 + 专利授权量: what both have stands once.
  let joint = (2...max(2, min(a.count, b.count))).last { $0 <= min(a.count, b.count) && a.suffix($0).elementsEqual(b.prefix($0)) }
  return joint.map { part + String(b.dropFirst($0)) } ?? "\(part)（\(whole)）"
}

/// Whether so many characters of one stand together in the other.
private func sharesRun(_ a: [Character], _ b: [Character], of count: Int) -> Bool {
  guard a.count >= count, b.count >= count else { return false }
  let runs = Set((0...(a.count - count)).map { String(a[$0..<($0 + count)]) })
  return (0...(b.count - count)).contains { runs.contains(String(b[$0..<($0 + count)])) }
}
