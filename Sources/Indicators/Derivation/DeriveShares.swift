import Lingua

extension Deriving {
  /// The whole behind each share: level ÷ share.
  mutating func totals(of level: Observation, shares: [Observation]) {
    guard let range = level.interval else { return }
    let byScope = Dictionary(grouping: shares, by: \.scope)
    for share in shares {
      // Several shares of one whole are of parts that the level is not.
      guard byScope[share.scope]?.allSatisfy({ $0.value.hasSameValue(as: share.value) }) ?? true else { continue }
      guard let scope = share.scope, let part = share.proportion, part > .zero, let parts = share.proportionInterval
      else { continue }
      let isArea = scopeIsArea(scope)
      let (name, area) = isArea ? (level.name, Optional(scope)) : (scope, level.area)
      guard !isStated(name, area: area, period: level.period), folded(scope) != folded(level.name) else { continue }
      let estimate = level.value.rational.divided(by: part).flatMap { nominal in
        range.divided(by: parts).map { estimated(nominal, $0, like: level) }
      }
      file(
        .total, [level, share], estimate,
        expression: "\(level.value.printed()) ÷ \(share.value.printed())\(share.unit.written)", like: level
      ) {
        $0.name = name
        $0.area = area
      }
    }
  }

  /// What is left of a whole without its stated parts.
  mutating func remainder(of indicator: Indicator) {
    guard let whole = indicator.level, let range = whole.interval else { return }
    let parts = indicator.parts.compactMap { level($0) }
    guard !parts.isEmpty, parts.count == indicator.parts.count, areDisjoint(parts) else { return }
    guard parts.allSatisfy({ $0.period == whole.period && foldedArea($0.area) == foldedArea(whole.area) }) else {
      return
    }
    var rest: Rational? = whole.value.rational
    var left: Interval? = range
    for part in parts {
      guard let value = part.quantity(in: whole.unit), let spread = part.interval(in: whole.unit) else { return }
      rest = rest?.subtracting(value)
      left = left?.subtracting(spread)
    }
    guard let rest, let left, rest > .zero else { return }
    let name = remainderName(of: whole.name, without: parts.map(\.name))
    guard !isStated(name, area: whole.area, period: whole.period) else { return }
    file(
      .remainder, [whole] + parts, estimated(rest, left, like: whole),
      expression: differenceExpression(whole, parts), like: whole
    ) {
      $0.name = name
      $0.partOf = whole.id
    }
  }

  /// What part of its whole each stated part is, where no share of it is stated.
  mutating func partShares(of indicator: Indicator) {
    guard let part = indicator.level, let whole = indicator.whole.flatMap({ level($0) }) else { return }
    guard part.period == whole.period, foldedArea(part.area) == foldedArea(whole.area),
      !indicator.shares.contains(where: { $0.scope.map { folded($0) == folded(whole.name) } ?? false }),
      let above = part.interval(in: whole.unit), let below = whole.interval, whole.value.rational > .zero,
      let size = part.quantity(in: whole.unit), !size.isNegative
    else { return }
    let hundred = Rational(100)
    let estimate = size.divided(by: whole.value.rational)?.multiplied(by: hundred).flatMap { nominal in
      above.divided(by: below)?.mapped { $0.multiplied(by: hundred) }.map {
        Estimate(nominal: nominal, interval: $0, unit: Unit("%"), mostDecimals: 2)
      }
    }
    guard let estimate, !(estimate.nominal > hundred) else { return }
    let same = part.unit.written == whole.unit.written
    let show = { (figure: Observation) in figure.value.printed() + (same ? "" : figure.unit.written) }
    file(.ratio, [part, whole], estimate, expression: "\(show(part)) ÷ \(show(whole))", like: part) {
      $0.kind = .share
      $0.scope = whole.name
      $0.of = part.id
    }
  }
}

/// Whether parts may be added: none names a kind of another. More than ``mostParts`` are taken for no division of one whole.
func areDisjoint(_ parts: [Observation]) -> Bool {
  guard parts.count <= mostParts else { return false }
  let names = parts.map { folded($0.name) }
  for (index, name) in names.enumerated() {
    for (other, longer) in names.enumerated() where other != index && longer.contains(name) { return false }
  }
  return true
}

/// There are some 300 prefectures.
private let mostParts = 400

/// Whether the whole of a share is a place, as in 占全国, rather than a quantity, as in 占地区生产总值.
package func scopeIsArea(_ scope: String) -> Bool {
  let name = Folded(scope)
  return wideAreas.contains(name) || areaEndings.contains { name.hasSuffix($0) }
    || provinces.contains(foldedArea(scope))
}

/// Whether it is all of China or the world, which areas are not compared with.
func areaIsWide(_ area: String?) -> Bool {
  let name = foldedArea(area)
  return name == .nation || name == .world
}

/// Whether it is a province or of that rank.
func areaIsProvince(_ area: String?) -> Bool { provinces.contains(foldedArea(area)) }

private let wideAreas = Set(FigureNameWords.shared.wideAreas.map { Folded($0) })
private let areaEndings = FigureNameWords.shared.areaEndings.map { Folded($0) }
private let provinces = Set(FigureNameWords.shared.provinces.map { Folded($0) })

/// 专利和商标质押金额 without 专利权质押登记金额 is 商标质押金额; where the name does not tell, 其余 before the whole's name.
func remainderName(of whole: String, without parts: [String]) -> String {
  let text = Array(whole.unicodeScalars)
  if parts.count == 1, let part = parts.first,
    let joint = text.firstIndex(where: { ["和", "与", "及", "、"].contains($0) })
  {
    let first = String(String.UnicodeScalarView(text[..<joint]))
    let rest = String(String.UnicodeScalarView(text[(joint + 1)...]))
    // The joined words are of one length where a common tail follows: 专利和商标 + 质押金额.
    if !first.isEmpty, part.contains(first), rest.unicodeScalars.count > joint { return rest }
    let second = String(String.UnicodeScalarView(text[(joint + 1)...].prefix(joint)))
    if !first.isEmpty, part.contains(second) { return first + String(rest.unicodeScalars.dropFirst(joint)) }
  }
  return "其余" + whole
}
