import Diagnostics

extension Checking {
  /// C9: ranks of several areas in one field against their values.
  mutating func ranks() {
    var groups: [RankKey: [Ranked]] = [:]
    var order: [RankKey] = []
    for indicator in indicators {
      for rank in indicator.ranks where rank.qualifier == .exactly {
        let isGrowth = rank.growthWord != nil
        guard let value = isGrowth ? indicator.changes.first : indicator.level else { continue }
        let key = RankKey(value, rank, isGrowth: isGrowth, concepts: concepts)
        if groups[key] == nil { order.append(key) }
        groups[key, default: []].append(Ranked(rank: rank, value: value))
      }
    }
    for key in order { inOrder(groups[key] ?? [], isGrowth: key.isGrowth) }
    unranked(groups, order)
  }

  /// Whatever is out of order, in a list by rank two neighbours are: the least of one rank and the greatest of the next.
  private mutating func inOrder(_ members: [Ranked], isGrowth: Bool) {
    guard members.count > 1, let first = members.first else { return }
    let lessIsBetter = !isGrowth && concepts.concept(named: first.value.name)?.direction == .less
    let better: Quantity.Order = lessIsBetter ? .less : .more
    let sorted = members.enumerated().sorted { a, b in
      if a.element.rank.value.isLess(than: b.element.rank.value) { return true }
      if b.element.rank.value.isLess(than: a.element.rank.value) { return false }
      let order = a.element.value.quantity.compare(b.element.value.quantity)
      return order == nil || order == .same ? a.offset < b.offset : order == better
    }.map(\.element)
    for (one, next) in zip(sorted, sorted.dropFirst()) { compare(one, next, lessIsBetter: lessIsBetter) }
  }

  /// A first place in the nation with a larger value of another place beside it that has no rank itself.
  private mutating func unranked(_ groups: [RankKey: [Ranked]], _ order: [RankKey]) {
    let leading = order.filter { !$0.isGrowth && $0.scope == .nation }
    let keys = Set(leading.map { RivalKey($0.name, $0.period, $0.measure) })
    let ranked = Set(leading.flatMap { (groups[$0] ?? []).map(\.value.id) })
    var rivals: [RivalKey: [Folded: Observation]] = [:]
    for level in levels where level.area.map(scopeIsArea) ?? false && !areaIsWide(level.area) && !ranked.contains(level.id) {
      let key = RivalKey(concepts.key(for: level.name), level.period, level.unit.kind.base)
      guard keys.contains(key) else { continue }
      let area = foldedArea(level.area)
      guard let known = rivals[key]?[area] else {
        rivals[key, default: [:]][area] = level
        continue
      }
      if level.quantity.compare(known.quantity) == better(level) { rivals[key]?[area] = level }
    }
    for key in leading {
      let places = rivals[RivalKey(key.name, key.period, key.measure)] ?? [:]
      // The two best, for one may be the leader's own place.
      let best = places.sorted { a, b in
        let order = a.value.quantity.compare(b.value.quantity)
        return order == nil || order == .same ? a.key.text < b.key.text : order == better(a.value)
      }.prefix(2)
      for leader in groups[key] ?? [] where leader.rank.value.hasSameValue(as: ExactNumber(1)) {
        if let rival = best.first(where: { $0.key != foldedArea(leader.value.area) }) { compare(leader, rival.value) }
      }
    }
  }

  private func better(_ level: Observation) -> Quantity.Order {
    concepts.concept(named: level.name)?.direction == .less ? .less : .more
  }

  private mutating func compare(_ leader: Ranked, _ rival: Observation) {
    let lessIsBetter = concepts.concept(named: leader.value.name)?.direction == .less
    guard foldedArea(rival.area) != foldedArea(leader.value.area),
      rival.quantity.compare(leader.value.quantity) == (lessIsBetter ? .less : .more)
    else { return }
    find(
      .error, "c9-rank",
      say(
        "\(quoted(leader.rank)) (\(leader.value.area ?? "")) but \(rival.area ?? "") has \(lessIsBetter ? "less" : "more"): \(term(rival)) against \(term(leader.value))",
        "\(leader.value.area ?? "")\(leader.rank)，而\(rival.area ?? "")数值更\(prose: lessIsBetter ? "低" : "高")：\(amount: rival)\(lessIsBetter ? "＜" : "＞")\(amount: leader.value)。"
      ),
      [leader.rank, leader.value, rival])
  }

  private mutating func compare(_ a: Ranked, _ b: Ranked, lessIsBetter: Bool) {
    guard foldedArea(a.value.area) != foldedArea(b.value.area), let order = a.value.quantity.compare(b.value.quantity)
    else { return }
    let ranksHigher = a.rank.value.isLess(than: b.rank.value)
    let ranksLower = b.rank.value.isLess(than: a.rank.value)
    let wrong = lessIsBetter ? Quantity.Order.more : .less
    let alsoWrong = lessIsBetter ? Quantity.Order.less : .more
    guard (ranksHigher && order == wrong) || (ranksLower && order == alsoWrong) else { return }
    find(
      .error, "c9-rank",
      say(
        "the ranks are against the values: \(a.value.area ?? "") \(stated(a.rank)) with \(term(a.value)), \(b.value.area ?? "") \(stated(b.rank)) with \(term(b.value))",
        "\(named: a.rank)的位次与数值不符：\(a.value.area ?? "")\(phrase: a.rank)（\(amount: a.value)），\(b.value.area ?? "")\(phrase: b.rank)（\(amount: b.value)）。"
      ),
      [a.rank, b.rank, a.value, b.value])
  }

  /// C10: how long a streak is and where it began.
  mutating func streaks() {
    for indicator in indicators {
      for streak in indicator.streaks where ["年", "year", ""].contains(streak.unit.measure) {
        guard let start = streak.since?.start.year else {
          find(
            .note, "c10-streak",
            say("\(quoted(streak)) does not say since when\(implied(streak))", "\(streak)，未写明起始年份\(impliedInChinese(streak))。"),
            [streak])
          continue
        }
        guard let end = streak.period?.endYear, streak.qualifier == .exactly else { continue }
        let counted = ExactNumber(end - start + 1)
        if !streak.value.hasSameValue(as: counted), !streak.value.hasSameValue(as: ExactNumber(end - start)) {
          find(
            .warning, "c10-streak",
            say(
              "\(quoted(streak)) does not fit its start: \(start) to \(end) are \(counted.printed()) years",
              "\(streak)与起始年份不符：\(start)年至\(end)年共\(counted.printed())年。"),
            [streak])
        }
      }
    }
  }

  private func implied(_ streak: Observation) -> String {
    impliedYears(streak).map { "; counted to \($0.upperBound), since \($0.lowerBound)" } ?? ""
  }

  private func impliedInChinese(_ streak: Observation) -> ChineseText {
    guard let years = impliedYears(streak) else { return "" }
    return "；计至\(years.upperBound)年，应自\(years.lowerBound)年起"
  }

  private func impliedYears(_ streak: Observation) -> ClosedRange<Int>? {
    guard let end = streak.period?.endYear, let years = Int(exactly: streak.value.significand),
      streak.value.scale == 0,
      (1...200).contains(years)
    else { return nil }
    return end - years + 1...end
  }
}

private struct RivalKey: Hashable {
  var name: Folded
  var period: Period?
  var measure: String
  init(_ name: Folded, _ period: Period?, _ measure: String) {
    self.name = name
    self.period = period
    self.measure = measure
  }
}

private struct Ranked {
  var rank: Observation
  var value: Observation
}

private struct RankKey: Hashable {
  var name: Folded
  var period: Period?
  var scope: Folded
  var measure: String
  var isGrowth: Bool

  init(_ value: Observation, _ rank: Observation, isGrowth: Bool, concepts: ConceptBook) {
    name = concepts.key(for: value.name)
    period = value.period
    scope = foldedArea(rank.scope)
    measure = value.unit.kind.base
    self.isGrowth = isGrowth
  }
}
