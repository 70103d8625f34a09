package import Indicators

/// The places of a ranking over three and more periods: three to ten places, each of which states all periods.
package struct Ranks: Sendable {
  package struct Place: Sendable {
    package var area: String
    /// One for each period.
    package var levels: [Observation]
    /// 1 is the largest; one for each period.
    package var ranks: [Int]

    /// How many places it went up from the first to the last period; negative for down.
    package var rise: Int { (ranks.first ?? 0) - (ranks.last ?? 0) }
  }

  package var name: String
  /// The earliest first.
  package var periods: [Period]
  /// The first of the last period first.
  package var places: [Place]

  /// The one that leads in every period; nil where the lead changed.
  package var leader: Place? { places.first { $0.ranks.allSatisfy { $0 == 1 } } }
  /// The one that rose most, the higher of equals; nil where none rose.
  package var riser: Place? {
    places.reduce(nil) { best, place in place.rise > (best?.rise ?? 0) ? place : best }
  }

  /// Nil where fewer than three or more than ten places state fewer than three periods together, a year after each other, where two are
  /// level in one, and where neither one led all the time nor any rose.
  init?(_ slice: Cube.Slice) {
    guard let last = slice.latest(ofAtLeast: 3) else { return nil }
    let areas = slice.levels(in: last).map(\.area)
    guard (3...10).contains(areas.count) else { return nil }
    let known = slice.series.filter { series in series.area.map { areas.contains($0) } ?? false }
    var periods = Set(known.flatMap(\.points).compactMap(\.period))
    for series in known { periods.formIntersection(series.points.compactMap(\.period)) }
    let all = periods.filter { $0 <= last }.sorted()
    let ends = all.map { $0.end.year * 12 + ($0.end.month ?? 12) }
    guard all.count >= 3, zip(ends, ends.dropFirst()).allSatisfy({ $1 - $0 == 12 }) else { return nil }
    var places = areas.map { Place(area: $0, levels: [], ranks: []) }
    for period in all {
      let levels = slice.levels(in: period)
      let values = levels.compactMap { place in place.level.quantity.inBase.map { (place.area, place.level, $0) } }
      guard values.count == places.count, values.allSatisfy({ $0.1.qualifier == .exactly }) else { return nil }
      for i in places.indices {
        guard let own = values.first(where: { $0.0 == places[i].area }), values.count(where: { $0.2 == own.2 }) == 1 else { return nil }
        places[i].levels.append(own.1)
        places[i].ranks.append(1 + values.count { own.2 < $0.2 })
      }
    }
    name = slice.name
    self.periods = all
    self.places = places.sorted { ($0.ranks.last ?? 0) < ($1.ranks.last ?? 0) }
    guard leader != nil || riser != nil else { return nil }
  }
}

extension Cube {
  /// How much one thing grew in several places, over one time and on one basis; the fastest first.
  package struct PlacesGrowth: Sendable {
    package var name: String
    package var period: Period
    package var places: [(area: String, growth: Observation)]
  }

  /// Of each thing the latest time that three places state, in the order of first mention; places that state two growths of one thing are
  /// left out.
  package func growthsOfPlaces(concepts: ConceptBook) -> [PlacesGrowth] {
    struct Key: Hashable {
      var concept: String
      var period: Period
      var basis: Basis?
      var isReal: Bool
    }
    var order: [Key] = []
    var groups: [Key: PlacesGrowth] = [:]
    for change in growths.flatMap(\.changes) {
      guard let area = change.area, let period = change.period else { continue }
      let key = Key(
        concept: concepts.key(for: change.name).text, period: period, basis: Cube.basis(of: change), isReal: change.isAtConstantPrices)
      if groups[key] == nil {
        order.append(key)
        groups[key] = PlacesGrowth(name: change.name, period: period, places: [])
      }
      groups[key]?.places.append((area, change))
    }
    var latest: [String: Period] = [:]
    for key in order where (groups[key]?.places.count ?? 0) >= 3 {
      latest[key.concept] = max(latest[key.concept] ?? key.period, key.period)
    }
    return order.filter { latest[$0.concept] == $0.period }.compactMap { key in
      guard var group = groups[key] else { return nil }
      let counts = group.places.reduce(into: [:]) { $0[$1.area, default: 0] += 1 }
      group.places = group.places.filter { counts[$0.area] == 1 }.enumerated().sorted { a, b in
        let (x, y) = (a.element.growth.value, b.element.growth.value)
        return x.hasSameValue(as: y) ? a.offset < b.offset : y.isLess(than: x)
      }.map(\.element)
      return group
    }
  }
}

/// Sums of one whole and the same parts in three and more places, in the order of the text.
///
/// - Parameter key: of a name, alike for names of one concept.
package func sumsOfPlaces(_ sums: [Sum], key: (String) -> String) -> [[Sum]] {
  struct Key: Hashable {
    var whole: String
    var parts: [String]
    var period: Period?
  }
  var order: [Key] = []
  var groups: [Key: [Sum]] = [:]
  var known: [Key: Set<String>] = [:]
  for sum in sums where sum.whole.area != nil && sum.parts.count <= 4 {
    let found = Key(whole: key(sum.whole.name), parts: sum.parts.map { key($0.level.name) }, period: sum.whole.period)
    if groups[found] == nil { order.append(found) }
    // Of two statements of one place the first.
    if known[found, default: []].insert(sum.whole.area ?? "").inserted { groups[found, default: []].append(sum) }
  }
  return order.compactMap { groups[$0] }.filter { $0.count >= 3 }
}
