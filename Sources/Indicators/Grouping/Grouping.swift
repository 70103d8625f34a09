import Diagnostics
import Lingua

/// The indicators of a set in text order: each level once, with the changes, shares, ranks and streaks that qualify it,
/// its parts and what was derived from it. A figure whose level is not stated leads an indicator of its own.
///
/// - Parameters:
///   - set: what was read, in text order.
///   - theme: the heading an observation stands under.
public func indicators(of set: IndicatorSet, theme: (Observation) -> String? = { _ in nil }) -> [Indicator] {
  let merged = mergingRepeats(set)
  var grouping = Grouping(merged.observations.filter { $0.kind == .level && $0.status != .derived }, theme: theme)
  for observation in merged.observations where observation.kind != .level && observation.status != .derived {
    grouping.attach(observation, theme: theme)
  }
  for observation in merged.observations where observation.status == .derived {
    grouping.attachDerived(observation, kept: merged.kept)
  }
  let order = Dictionary(
    merged.observations.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
  let found = grouping.indicators
  let places = found.map { order[$0.id] ?? 0 }
  return found.indices.sorted { places[$0] < places[$1] }.map { found[$0] }
}

private struct Grouping {
  var indicators: [Indicator]
  private var byID: [Observation.ID: Int] = [:]
  private var bySubject: [Subject: Candidates] = [:]

  init(_ levels: [Observation], theme: (Observation) -> String?) {
    indicators = levels.map { Indicator($0, theme: theme($0)) }
    for (index, level) in levels.enumerated() {
      byID[level.id] = byID[level.id] ?? index
      for key in Subject.keys(level) { bySubject[key, default: Candidates()].add(index, level: level) }
    }
    for key in bySubject.keys { bySubject[key]?.sort() }
    for level in levels {
      guard let part = byID[level.id], let whole = level.partOf.flatMap({ byID[$0] }), part != whole else { continue }
      indicators[whole].parts.append(level.id)
      indicators[part].whole = indicators[whole].id
    }
  }

  /// Adds a qualifying figure to its level, or to each level that its name lists; else it leads its own.
  mutating func attach(_ observation: Observation, theme: (Observation) -> String?) {
    if let index = observation.of.flatMap({ byID[$0] }), takes(observation, at: index) {
      indicators[index].file(observation)
      return
    }
    let targets = places(for: observation).filter { takes(observation, at: $0) }
    for index in targets { indicators[index].file(observation) }
    guard targets.isEmpty else { return }
    let index = indicators.count
    indicators.append(Indicator(observation, theme: theme(observation)))
    byID[observation.id] = byID[observation.id] ?? index
    for key in Subject.keys(observation) { bySubject[key, default: Candidates()].add(index) }
  }

  /// A rate is no part of a whole: a share after one belongs to something else. A share of “the total” is of what its own paragraph speaks
  /// of: applications by residents are others under the next heading.
  private func takes(_ observation: Observation, at index: Int) -> Bool {
    if observation.kind == .change, let level = indicators[index].level, !level.unit.canChange(by: observation.unit) { return false }
    guard observation.kind == .share, let level = indicators[index].level else { return true }
    guard level.unit.measure != "%" else { return false }
    guard observation.of == nil, let scope = observation.scope, Grouping.unnamedWholes.contains(Folded(scope)),
      let here = observation.source, let line = here.position?.line, let there = level.source, there.document == here.document
    else { return true }
    return ([there] + there.repeats).contains { $0.document == here.document && $0.position?.line == line }
  }

  private static let unnamedWholes = Set(FigureNameWords.shared.unnamedWholes.map { Folded($0) })

  mutating func attachDerived(_ observation: Observation, kept: (Observation.ID) -> Observation.ID) {
    guard let first = observation.derivation?.inputs.first, let index = byID[kept(first)] else { return }
    indicators[index].derived.append(observation)
  }

  /// Indices of the indicators of the same name, area and period; a level before one that stands for none.
  private func places(for observation: Observation) -> [Int] {
    var found: [Int] = []
    // 甲、乙合计占三分之一: a share of several together is that of none of them.
    let names = observation.kind == .share ? Array(subjectNames(observation.name).prefix(1)) : subjectNames(observation.name)
    for name in names {
      let key = Subject(name: name, area: foldedArea(observation.area), period: observation.period)
      guard let near = bySubject[key]?.nearest(to: observation), !found.contains(near) else { continue }
      found.append(near)
    }
    return found
  }
}

extension Unit {
  /// Whether a level in this unit may rise by an amount in another: 4095份 by no percentage points, a share by no hours. Rates
  /// (+12.3%) are of any level, and what neither list of measures knows is believed.
  fileprivate func canChange(by change: Unit) -> Bool {
    func isKnown(_ dimension: Measure.Dimension) -> Bool {
      switch dimension {
      case .money, .count, .length, .area, .mass, .time, .energy, .power: true
      case .proportion, .points, .rank, .other: false
      }
    }
    let (own, other) = (kind.dimension, change.kind.dimension)
    switch other {
    case .points: return !isKnown(own)
    case _ where isKnown(other): return own == other || own == .other || own == .rank || measure.isEmpty
    default: return true
    }
  }
}

/// Indices of the indicators of one subject.
private struct Candidates {
  private var first: Int?
  private var firstLevel: Int?
  /// Where its levels begin in each document, ascending.
  private var places: [String: [(start: Int, index: Int)]] = [:]

  mutating func add(_ index: Int, level: Observation? = nil) {
    first = first ?? index
    guard let level else { return }
    firstLevel = firstLevel ?? index
    if let source = level.source { places[source.document, default: []].append((source.range.lowerBound, index)) }
  }

  mutating func sort() { for document in places.keys { places[document]?.sort { $0 < $1 } } }

  /// The last level before the figure in its document, else the first level, else the first.
  func nearest(to figure: Observation) -> Int? {
    if let source = figure.source, let levels = places[source.document] {
      var (low, high) = (0, levels.count)
      while low < high {
        let middle = (low + high) / 2
        if levels[middle].start <= source.range.lowerBound { low = middle + 1 } else { high = middle }
      }
      if low > 0 { return levels[low - 1].index }
    }
    return firstLevel ?? first
  }
}

private struct Subject: Hashable {
  var name: Folded
  var area: Folded
  var period: Period?

  static func keys(_ observation: Observation) -> [Subject] {
    let area = foldedArea(observation.area)
    return subjectNames(observation.name).map { Subject(name: $0, area: area, period: observation.period) }
  }
}

/// The folded names that a figure speaks of: 甲、乙增速 is 甲 and 乙, and the whole where it is one.
private func subjectNames(_ name: String) -> [Folded] {
  var base = name
  if let suffix = growthSuffix(of: name) { base = String(name.dropLast(suffix.count)) }
  var names = [Folded(base)]
  for piece in base.unicodeScalars.split(separator: "、") where piece.count < base.unicodeScalars.count {
    names.append(Folded(String(piece)))
  }
  return names
}

/// So many figures of one level are looked through for one that is there already; no article states as many.
private let mostCompared = 64

extension Indicator {
  /// Files a figure under its kind; one that is there already gives only its place.
  mutating func file(_ observation: Observation) {
    switch observation.kind {
    case .level: break
    case .change where observation.gapFrom != nil: Indicator.add(observation, to: &gaps)
    case .change: Indicator.add(observation, to: &changes)
    case .share: Indicator.add(observation, to: &shares)
    case .rank: Indicator.add(observation, to: &ranks)
    case .streak: Indicator.add(observation, to: &streaks)
    }
  }

  private static func add(_ observation: Observation, to list: inout [Observation]) {
    let same = list.prefix(mostCompared).firstIndex { known in
      known.value.hasSameValue(as: observation.value) && known.unit == observation.unit
        && known.qualifier == observation.qualifier && foldedArea(known.scope) == foldedArea(observation.scope)
        && known.gapFrom == observation.gapFrom
        && (known.growthWord == nil) == (observation.growthWord == nil)
    }
    if let same { list[same].absorb(observation) } else { list.append(observation) }
  }
}
