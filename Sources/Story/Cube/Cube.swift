import Diagnostics
package import Indicators

/// The facts of all inputs by concept × area × period × measure. What is printed of it is proved over all of it.
///
/// Only what happened is in it: plans, targets and forecasts are looked at beside it, and figures that a check contradicts are
/// left out by whoever makes it.
package struct Cube: Sendable {
  /// One thing in one place over time, the earliest first; only stated points.
  package let series: [Series]
  /// Series of one concept and one length of period, by their areas, in the order of first mention.
  package let slices: [Slice]
  /// Growths that one axis can show: of one area, period and basis.
  package let growths: [Growths]

  /// A concept in several places.
  package struct Slice: Sendable {
    package var name: String
    package var series: [Series]

    /// The latest period that at least `count` places state; nil for none.
    package func latest(ofAtLeast count: Int) -> Period? {
      var counts: [Period: Int] = [:]
      for one in series { for point in one.points { if let period = point.period { counts[period, default: 0] += 1 } } }
      return counts.filter { $0.value >= count }.keys.max()
    }

    /// Each place's value in a period.
    package func levels(in period: Period) -> [(area: String, level: Observation)] {
      // Two things of one name in one place are no place in a ranking.
      var counts: [String: Int] = [:]
      let levels = series.compactMap { one -> (area: String, level: Observation)? in
        guard let area = one.area, let point = one.points.first(where: { $0.period == period }) else { return nil }
        counts[area, default: 0] += 1
        return (area, point.figure)
      }
      return withoutWhole(levels.filter { counts[$0.area] == 1 })
    }

    /// Without places in which others of them lie: 全国 among provinces. Of rates a group of countries is none beside countries; as a
    /// partner in trade it may be.
    private func withoutContainers(_ levels: [(area: String, level: Observation)]) -> [(area: String, level: Observation)] {
      let codes = levels.compactMap(\.level.areaCode)
      let isOfRates = levels.allSatisfy { $0.level.unit.kind.dimension == .proportion }
      return levels.filter { place in
        guard let code = place.level.areaCode else { return true }
        return !codes.contains { AreaCode(code).contains(AreaCode($0)) || isOfRates && AreaCode(code).isGroup && AreaCode($0).isCountry }
      }
    }

    /// Without the one that the others are parts of: visitors to 澳门 are no place among those that they came from. Where no fact says so,
    /// it is the one that is about as much as all others of its document together; a rate is none.
    private func withoutWhole(_ levels: [(area: String, level: Observation)]) -> [(area: String, level: Observation)] {
      let levels = withoutContainers(levels)
      let documents = Set(levels.map { $0.level.source?.document })
      guard levels.count >= 4, documents.count == 1, documents != [nil] else { return levels }
      let wholes = Set(levels.compactMap(\.level.partOf))
      let apart = levels.filter { !wholes.contains($0.level.id) }
      guard apart.count == levels.count, levels.allSatisfy({ $0.level.unit.kind.dimension != .proportion }) else { return apart }
      let sizes = levels.map { $0.level.quantity.inBase }
      guard let whole = sizes.compactMap({ $0 }).max(),
        let all = sizes.reduce(Rational?.some(.zero), { sum, size in size.flatMap { sum?.adding($0) } }), let rest = all.subtracting(whole),
        let hundredfold = whole.multiplied(by: Rational(100)), let least = rest.multiplied(by: Rational(98)),
        let greatest = rest.multiplied(by: Rational(110)), !(hundredfold < least), !(greatest < hundredfold)
      else { return levels }
      return zip(levels, sizes).filter { $0.1 != whole }.map(\.0)
    }
  }

  /// The changes of several things in one place over one time.
  package struct Growths: Sendable {
    package var area: String?
    package var period: Period?
    package var changes: [Observation]
  }

  /// - Parameter isUsable: false for what a check contradicts.
  package init(_ set: IndicatorSet, concepts: ConceptBook, isUsable: (Observation) -> Bool = { _ in true }) {
    var usable = set
    usable.observations = set.observations.filter { $0.status.isFactual && isUsable($0) }
    series = Indicators.series(of: usable, concepts: concepts).value.filter { one in
      one.kind == .level && one.points.allSatisfy { $0.period != nil }
    }
    slices = Cube.slices(series, concepts: concepts)
    growths = Cube.growths(usable.observations, concepts: concepts)
  }

  private struct SliceKey: Hashable {
    var concept: String
    var measure: String
    var months: Int
  }

  private static func slices(_ series: [Series], concepts: ConceptBook) -> [Slice] {
    var order: [SliceKey] = []
    var groups: [SliceKey: [Series]] = [:]
    for one in series where one.area != nil {
      guard let months = one.points.last?.period?.months else { continue }
      let key = SliceKey(
        concept: one.concept ?? concepts.key(for: one.name).text, measure: one.unit.kind.base, months: months)
      if groups[key] == nil { order.append(key) }
      groups[key, default: []].append(one)
    }
    return order.compactMap { key in
      guard let group = groups[key], let first = group.first, group.count > 1 else { return nil }
      return Slice(name: first.name, series: group)
    }
  }

  private struct GrowthKey: Hashable {
    var area: String
    var period: Period?
    var basis: Basis?
    var isReal: Bool
  }

  /// What a growth is measured against; that of a whole year, where nothing else is said, against the year before.
  static func basis(of change: Observation) -> Basis? {
    if let basis = change.basis { return basis }
    guard let period = change.period, period.start.year == period.end.year, period.months == 12 else { return nil }
    return .yearOnYear
  }

  /// Percentages only; of two statements of one growth the first.
  private static func growths(_ observations: [Observation], concepts: ConceptBook) -> [Growths] {
    var order: [GrowthKey] = []
    var groups: [GrowthKey: Growths] = [:]
    var known: Set<String> = []
    for change in observations
    where change.kind == .change && change.unit.written == "%" && change.qualifier == .exactly && !change.isTimes
      && change.gapFrom == nil
    {
      let key = GrowthKey(
        area: Folded(change.area ?? "").text, period: change.period, basis: basis(of: change), isReal: change.isAtConstantPrices)
      guard
        known.insert(
          "\(key.area)|\(change.period?.description ?? "")|\(key.basis?.description ?? "")|\(concepts.key(for: change.name).text)"
        ).inserted
      else { continue }
      if groups[key] == nil {
        order.append(key)
        groups[key] = Growths(area: change.area, period: change.period, changes: [])
      }
      groups[key]?.changes.append(change)
    }
    return order.compactMap { groups[$0] }
  }
}

extension Series {
  /// Whether no period between the first and the last is missing: each ends as long after the one before as it lasts itself,
  /// or a year after it (each September, each year's end).
  package var isWithoutGap: Bool {
    let periods = points.compactMap(\.period)
    guard periods.count == points.count else { return false }
    let ends = periods.map { $0.end.year * 12 + ($0.end.month ?? 12) }
    let steps = Set(zip(ends, ends.dropFirst()).map { $1 - $0 })
    guard let step = steps.first, steps.count == 1 else { return false }
    return step == 12 || periods.allSatisfy { $0.months == step }
  }
}
