import Lingua

private let amountEndings = FigureNameWords.shared.amountEndings.map { Folded($0) }
private let countEndings = FigureNameWords.shared.countEndings.map { Folded($0) }

/// Whose figure, and when.
private struct Setting: Hashable {
  var area: Folded
  var period: Period?
  init(_ level: Observation) {
    area = foldedArea(level.area)
    period = level.period
  }
}

/// Counts by what they count, the first of each name, to be found from the amounts of the same things.
private struct Counts {
  private struct Key: Hashable {
    var setting: Setting
    var name: Folded
  }

  private var all: [Observation] = []
  private var byName: [Key: Int] = [:]
  private var byStem: [Key: [Int]] = [:]

  mutating func add(_ count: Observation) {
    let name = Key(setting: Setting(count), name: folded(count.name))
    guard byName[name] == nil else { return }
    byName[name] = all.count
    byStem[Key(setting: name.setting, name: stem(name.name, countEndings)), default: []].append(all.count)
    all.append(count)
  }

  /// Counts whose name, of four characters or more, begins the amount's, or has its stem: 贷款笔数 of 贷款金额.
  func counts(of amount: Observation) -> [Observation] {
    let setting = Setting(amount)
    let name = folded(amount.name)
    var found = byStem[Key(setting: setting, name: stem(name, amountEndings))] ?? []
    var length = 0
    for (index, byte) in name.utf8.enumerated() where byte & 0xC0 != 0x80 {
      if length >= 4, let count = byName[Key(setting: setting, name: Folded(utf8: Array(name.utf8[..<index])))] { found.append(count) }
      length += 1
    }
    if length >= 4, let count = byName[Key(setting: setting, name: name)] { found.append(count) }
    return Set(found).sorted().map { all[$0] }
  }

  private func stem(_ name: Folded, _ endings: [Folded]) -> Folded {
    guard let ending = endings.first(where: { name.hasSuffix($0) && name.count > $0.count + 1 }) else { return name }
    return name.dropLast(ending)
  }
}

extension Deriving {
  /// Amount ÷ count of the same things: the issue amount of products by the number of products.
  mutating func averages() {
    var counts = Counts()
    for level in levels where level.unit.kind.dimension == .count { counts.add(level) }
    for amount in levels where amount.unit.kind.dimension == .money {
      for count in counts.counts(of: amount) {
        guard let range = amount.interval, let number = count.quantity.inBase, number > .zero else { continue }
        let spread = count.interval?.mapped { $0.multiplied(by: count.unit.baseFactor) }
        let estimate = amount.value.rational.divided(by: number).flatMap { nominal in
          spread.flatMap { range.divided(by: $0) }.map { Estimate(nominal: nominal, interval: $0, unit: amount.unit).inReadableUnit }
        }
        let expression =
          "\(amount.value.printed())\(amount.unit.written) ÷ \(count.value.printed())\(count.unit.written)"
        file(.average, [amount, count], estimate, expression: expression, like: amount) {
          $0.name = "平均每\(count.unit.measure)\(amount.name)"
        }
      }
    }
  }

  /// The largest area's level by the smallest's, for each measure and period with several areas.
  mutating func ratios() {
    var groups: [FigureKey: [Observation]] = [:]
    var order: [FigureKey] = []
    var areas: [FigureKey: Set<Folded>] = [:]
    for level in levels where isOfAPlace(level) && isTelling(level.name) {
      var key = FigureKey(level, concepts: concepts)
      key.area = Folded(level.unit.kind.base)
      if groups[key] == nil { order.append(key) }
      if areas[key, default: []].insert(foldedArea(level.area)).inserted { groups[key, default: []].append(level) }
    }
    for key in order {
      guard let members = groups[key], members.count > 1 else { continue }
      let sorted = members.sorted { ($0.quantity.inBase ?? .zero) > ($1.quantity.inBase ?? .zero) }
      guard let most = sorted.first, let least = sorted.last else { continue }
      file(ratio(of: most, to: least), most, least)
    }
  }

  private func isOfAPlace(_ level: Observation) -> Bool {
    guard let area = level.area, scopeIsArea(area) else { return false }
    return !areaIsWide(area)
  }

  /// Whether equal names mean the same in two articles: 企业 or 专利 alone does not.
  private func isTelling(_ name: String) -> Bool {
    concepts.concept(named: name) != nil || nameKey(name).count >= 5
  }

  private mutating func file(_ estimate: Estimate?, _ most: Observation, _ least: Observation) {
    let same = most.unit.written == least.unit.written
    let show = { (figure: Observation) in figure.value.printed() + (same ? "" : figure.unit.written) }
    file(.ratio, [most, least], estimate, expression: "\(show(most)) ÷ \(show(least))", like: most) {
      $0.name = "\(most.name)（\(most.area ?? "")÷\(least.area ?? "")）"
      $0.area = nil
    }
  }

  private func ratio(of most: Observation, to least: Observation) -> Estimate? {
    guard let above = most.interval?.mapped({ $0.multiplied(by: most.unit.baseFactor) }),
      let below = least.interval?.mapped({ $0.multiplied(by: least.unit.baseFactor) }),
      let top = most.quantity.inBase, let bottom = least.quantity.inBase, bottom > .zero,
      let nominal = top.divided(by: bottom), let range = above.divided(by: below)
    else { return nil }
    return Estimate(nominal: nominal, interval: range, unit: Unit("倍"), mostDecimals: 2)
  }
}
