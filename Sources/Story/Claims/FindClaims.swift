package import Indicators

/// All that the facts prove and that is worth a line, in the order of the cube; nothing is chosen yet.
///
/// - Parameters:
///   - indicators: what is told one by one, those that a reader may see.
///   - all: what else may be a part of a whole.
///   - processes: what stages procedures have.
///   - breakdown: by what words kinds of things are told of.
///   - prominence: of a fact, by where its source says it.
package func findClaims(
  _ cube: Cube, indicators: [Indicator], all: [Indicator]? = nil, targets: [Observation], concepts: ConceptBook, processes: [Process] = [],
  breakdown: BreakdownWords = BreakdownWords(), prominence: (Observation) -> Double
) -> [Claim] {
  var finder = ClaimFinder(cube: cube, concepts: concepts)
  finder.findTrends()
  finder.findPlaces()
  finder.findRanks()
  finder.findGrowths()
  let sums = Story.findSums(all ?? indicators)
  finder.findSums(sums)
  finder.findContributions(sums, of: all ?? indicators)
  finder.findBreakdowns((all ?? indicators).compactMap(\.level), breakdown)
  finder.findSteps((all ?? indicators).compactMap(\.level), processes)
  finder.findTargets(targets, among: all ?? indicators)
  finder.findIndicators(indicators)
  return finder.claims.map { claim in
    var claim = claim
    let facts = finder.facts(of: claim)
    claim.prominence = facts.map(prominence).max() ?? 0
    return claim
  }
}

private struct ClaimFinder {
  let cube: Cube
  let concepts: ConceptBook
  var claims: [Claim] = []

  private func key(_ name: String) -> String { concepts.key(for: name).text }

  private mutating func add(
    _ kind: Claim.Kind, _ subject: Claim.Subject, name: String, area: String?, period: Period?, _ evidence: [Observation],
    significance: Double, reach: Double
  ) {
    claims.append(
      Claim(
        id: "\(kind.rawValue)-\(evidence.first?.id ?? "\(claims.count)")", kind: kind, subject: subject, concept: key(name),
        area: area, period: period, evidence: evidence.map(\.id), significance: min(1, max(0, significance)),
        reach: min(1, max(0, reach)), prominence: 0))
  }

  func facts(of claim: Claim) -> [Observation] {
    switch claim.subject {
    case .indicator(let indicator): [indicator.lead] + indicator.changes + indicator.shares + indicator.ranks
    case .series(let series): series.points.suffix(1).map(\.figure)
    case .places(let places, _, _): places.map(\.level)
    case .sums(let sums): sums.flatMap(\.facts)
    case .ranks(let ranks): ranks.places.compactMap(\.levels.last)
    case .growths(let changes): changes
    case .parts(let sum): sum.facts
    case .contribution(let contribution): contribution.facts
    case .breakdown(let breakdown): breakdown.things.map(\.level)
    case .steps(let steps): steps
    case .target(let fact, let targets): [fact] + targets
    }
  }

  /// Three and more periods of one thing in one place.
  mutating func findTrends() {
    for series in cube.series where series.points.count >= 3 {
      let values = series.points.compactMap { $0.figure.quantity.inBase }
      guard values.count == series.points.count else { continue }
      let steps = zip(values, values.dropFirst())
      let isMonotonic = steps.allSatisfy { $0 < $1 } || steps.allSatisfy { $1 < $0 }
      add(
        .trend, .series(series), name: series.name, area: series.area, period: series.points.last?.period,
        series.points.map(\.figure), significance: isMonotonic ? 0.85 : 0.6, reach: Double(values.count) / 5)
    }
  }

  /// One thing in three and more places, in the latest period that three of them state.
  mutating func findPlaces() {
    for slice in cube.slices {
      guard let period = slice.latest(ofAtLeast: 3) else { continue }
      let levels = slice.levels(in: period).filter { $0.level.qualifier == .exactly }
      let sorted = levels.compactMap { place in place.level.quantity.inBase.map { (place, $0) } }
        .enumerated().sorted { a, b in a.element.1 == b.element.1 ? a.offset < b.offset : b.element.1 < a.element.1 }
        .map(\.element.0)
      guard sorted.count >= 3 else { continue }
      add(
        .places, .places(sorted, period: period, name: slice.name), name: slice.name, area: nil, period: period,
        sorted.map(\.level), significance: 0.9, reach: Double(sorted.count) / 5)
    }
  }

  /// How one thing grew in three and more places; who leads and who moved in rankings of several periods.
  mutating func findRanks() {
    for growth in cube.growthsOfPlaces(concepts: concepts) where growth.places.count >= 3 {
      add(
        .placesGrowth, .places(growth.places.map { ($0.area, $0.growth) }, period: growth.period, name: growth.name), name: growth.name,
        area: nil, period: growth.period, growth.places.map(\.growth), significance: 0.8, reach: Double(growth.places.count) / 5)
    }
    for ranks in cube.slices.compactMap({ Ranks($0) }) {
      add(
        .ranks, .ranks(ranks), name: ranks.name, area: nil, period: ranks.periods.last, ranks.places.flatMap(\.levels),
        significance: 0.85, reach: Double(ranks.places.count) / 5)
    }
  }

  /// Four and more growths of one place, period and basis: told at once.
  mutating func findGrowths() {
    for group in cube.growths where group.changes.count >= 4 {
      let sorted = group.changes.enumerated().sorted { a, b in
        a.element.value.hasSameValue(as: b.element.value) ? a.offset < b.offset : b.element.value.isLess(than: a.element.value)
      }.map(\.element)
      let falls = sorted.filter { $0.value.isNegative }.count
      let rises = sorted.filter { !$0.value.isNegative && !$0.value.isZero }.count
      let few = min(falls, rises)
      guard falls + rises > 0 else { continue }
      // What stayed as it was neither rose nor fell.
      let isNearlyAll =
        falls + rises == sorted.count && few > 0 && few <= 2 && Double(max(falls, rises)) / Double(sorted.count) > 0.75
      add(
        isNearlyAll ? .nearlyAllAlike : .growths, .growths(sorted), name: "growths of " + (group.area ?? ""), area: group.area,
        period: group.period, sorted, significance: isNearlyAll ? Double(max(falls, rises)) / Double(sorted.count) : 0.7,
        reach: Double(sorted.count) / 10)
    }
  }

  /// Wholes of which all parts are stated, and those of several places.
  mutating func findSums(_ sums: [Sum]) {
    for places in sumsOfPlaces(sums, key: { concepts.key(for: $0).text }) {
      let whole = places[0].whole
      add(
        .placesParts, .sums(places), name: whole.name, area: nil, period: whole.period, places.flatMap(\.facts), significance: 0.85,
        reach: Double(places.count) / 5)
    }
    for sum in sums {
      guard let whole = sum.whole.quantity.inBase, let largest = sum.largest?.quantity.inBase,
        let share = largest.divided(by: whole)?.rounded(decimals: 4)
      else { continue }
      add(
        .parts, .parts(sum), name: sum.whole.name, area: sum.whole.area, period: sum.whole.period, sum.facts,
        significance: 0.5 + 0.4 * share.doubleValue, reach: 1)
    }
  }

  /// What parts add to the change of their whole: told where one of them makes more than half of it, or two go opposite ways.
  mutating func findContributions(_ sums: [Sum], of indicators: [Indicator]) {
    let byID = Dictionary(indicators.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    for contribution in sums.compactMap({ Contribution($0, of: byID) }) {
      let whole = contribution.whole.change.value.rational
      guard let largest = contribution.largest?.change.value.rational,
        let share = largest.divided(by: whole)?.rounded(decimals: 4)?.doubleValue, share > 0.5
      else { continue }
      add(
        .contribution, .contribution(contribution), name: contribution.whole.level.name, area: contribution.whole.level.area,
        period: contribution.whole.level.period, contribution.facts, significance: 0.35 + 0.4 * min(1, share), reach: 1)
    }
  }

  mutating func findBreakdowns(_ levels: [Observation], _ words: BreakdownWords) {
    for breakdown in Story.findBreakdowns(levels, words) {
      guard let first = breakdown.things.first?.level else { continue }
      add(
        .breakdown, .breakdown(breakdown), name: breakdown.shared, area: first.area, period: first.period, breakdown.things.map(\.level),
        significance: 0.7,
        reach: Double(breakdown.things.count) / 10)
    }
  }

  mutating func findSteps(_ facts: [Observation], _ processes: [Process]) {
    for steps in Story.findSteps(facts, among: processes) {
      add(
        .steps, .steps(steps), name: steps[0].name, area: steps[0].area, period: steps[0].period, steps, significance: 0.75,
        reach: Double(steps.count) / 5)
    }
  }

  /// Targets with a fact of the same thing, place and unit; those of several years together.
  mutating func findTargets(_ targets: [Observation], among indicators: [Indicator]) {
    func subject(_ figure: Observation) -> String { "\(key(figure.name))|\(Folded(figure.area ?? "").text)|\(figure.unit.kind.base)" }
    var facts: [String: Observation] = [:]
    for indicator in indicators {
      guard let level = indicator.level, level.status.isFactual else { continue }
      if facts[subject(level)] == nil { facts[subject(level)] = level }
    }
    var order: [String] = []
    var found: [String: [Observation]] = [:]
    for target in targets where target.kind == .level {
      let name = subject(target)
      // What is planned is for later than what was reached.
      if target.status == .plan, let planned = target.period, let reached = facts[name]?.period, planned.end <= reached.end { continue }
      if found[name] == nil { order.append(name) }
      // Of one year the first that is stated.
      if !found[name, default: []].contains(where: { $0.period == target.period }) { found[name, default: []].append(target) }
    }
    for name in order {
      let targets = (found[name] ?? []).enumerated().sorted { a, b in
        guard let x = a.element.period, let y = b.element.period, x != y else { return a.offset < b.offset }
        return x < y
      }.map(\.element)
      guard let fact = facts[name], let nearest = targets.first, let now = fact.quantity.inBase, let goal = nearest.quantity.inBase,
        !goal.isZero, let gap = goal.subtracting(now)?.divided(by: goal), let size = gap.rounded(decimals: 4)
      else { continue }
      add(
        .target, .target(fact: fact, targets: targets), name: fact.name, area: fact.area, period: fact.period, [fact] + targets,
        significance: 2 * abs(size.doubleValue), reach: 0.3)
    }
  }

  mutating func findIndicators(_ indicators: [Indicator]) {
    for indicator in indicators {
      let (kind, significance) = significance(of: indicator)
      var evidence = [indicator.lead]
      switch kind {
      case .multiple, .change: evidence += indicator.changes.prefix(1)
      case .share: evidence += indicator.shares.prefix(1)
      case .rank: evidence += indicator.ranks.prefix(1) + indicator.streaks.prefix(1)
      default: break
      }
      add(
        kind, .indicator(indicator), name: indicator.name, area: indicator.area, period: indicator.period, evidence,
        significance: significance, reach: indicator.whole == nil ? 0.5 : 0.2)
    }
  }

  /// The strongest that one indicator has to say.
  private func significance(of indicator: Indicator) -> (Claim.Kind, Double) {
    var best: (Claim.Kind, Double) = (.level, indicator.level?.source?.repeats.isEmpty == false ? 0.3 : 0.2)
    func offer(_ kind: Claim.Kind, _ value: Double) { if value > best.1 { best = (kind, value) } }
    if let change = indicator.changes.first(where: { $0.unit.kind.dimension == .proportion }) {
      let size = abs(change.value.doubleValue)
      let percent = change.unit.written == "%" ? size : size * 100
      offer(percent >= 100 ? .multiple : .change, min(1, percent / 50) * (percent >= 100 ? 1 : 0.9))
    }
    if let share = indicator.shares.first, share.unit.written == "%" {
      offer(.share, share.value.doubleValue > 50 ? 0.85 : 0.35 + share.value.doubleValue / 200)
    }
    if let rank = indicator.ranks.first {
      offer(.rank, max(0.2, 1 - (rank.value.doubleValue - 1) / 31))
    }
    return best
  }
}
