import Lingua

/// What a unit without its multiplier measures, so that 亿元 and 万元, 公里 and 千米 can be compared.
package struct Measure: Hashable, Sendable {
  package enum Dimension: String, Hashable, Sendable, CaseIterable {
    case money, count, length, area, mass, time, energy, power, proportion, points, rank, other
  }

  /// The name that all spellings share: `元`, `米`, `%`.
  package var base: String
  /// How many of ``base`` one of the written unit is.
  package var factor: Rational
  package var dimension: Dimension

  /// - Parameter written: a unit's ``Unit/measure``, in any script. Unknown ones stand for themselves.
  package init(_ written: String) { self = Measure.known[Folded(written)] ?? Measure(unknown: written) }

  fileprivate init(unknown written: String) { self.init(base: simplified(written), factor: .one, dimension: .other) }

  private init(base: String, factor: Rational, dimension: Dimension) {
    self.base = base
    self.factor = factor
    self.dimension = dimension
  }

  /// All known measures; units hold their places, since they are asked for theirs in every comparison.
  fileprivate static let all = Array(Set(known.values))

  private static let places: [Folded: Int] = {
    let places = Dictionary(all.enumerated().map { ($1, $0) }) { first, _ in first }
    return known.compactMapValues { places[$0] }
  }()

  /// Its place among ``all``; -1 for an unknown one.
  static func place(of written: String) -> Int { places[Folded(written)] ?? -1 }

  private static let known: [Folded: Measure] = {
    var table: [Folded: Measure] = [:]
    for entry in UnitList.shared.entries {
      guard let dimension = Dimension(rawValue: entry.dimension) else { continue }
      let factor = Rational(Int128(entry.scale.numerator), over: Int128(entry.scale.denominator)) ?? .one
      for name in entry.names where table[Folded(name)] == nil {
        table[Folded(name)] = Measure(base: entry.base, factor: factor, dimension: dimension)
      }
    }
    return table
  }()
}

extension Unit {
  /// What it measures.
  package var kind: Measure { Measure.all.indices.contains(known) ? Measure.all[known] : Measure(unknown: measure) }

  /// Whether figures in both can be compared: 亿元 with 万元, 公里 with 千米, 件 with 万件.
  public func isComparable(with other: Unit) -> Bool {
    let (mine, theirs) = (kind, other.kind)
    return mine.base == theirs.base && mine.dimension == theirs.dimension
  }

  /// Whether a whole number in this unit is a count and so exact: 件, 家, 次 without multiplier.
  package var isCount: Bool {
    guard multiplier == 0 else { return false }
    switch kind.dimension {
    case .count, .rank: return true
    default: return false
    }
  }
}

/// A number with its unit.
package struct Quantity: Hashable, Sendable {
  package var value: ExactNumber
  package var unit: Unit

  package init(_ value: ExactNumber, _ unit: Unit) {
    self.value = value
    self.unit = unit
  }

  /// In the base of its measure without multiplier: 970.24亿元 is 97024000000 (元), 30% is 30; nil on overflow.
  package var inBase: Rational? { value.rational.multiplied(by: unit.baseFactor) }

  /// The same quantity in another unit of the same measure; nil for another measure or on overflow.
  package func converted(to other: Unit) -> Quantity? {
    guard unit.isComparable(with: other) else { return nil }
    if unit.kind.factor == other.kind.factor {
      return value.shifted(byPowerOfTen: unit.multiplier - other.multiplier).map { Quantity($0, other) }
    }
    return inBase?.divided(by: other.baseFactor).flatMap { ExactNumber($0) }.map { Quantity($0, other) }
  }

  /// Whether this is less than, the same as or more than `other`, by value; nil for another measure or on overflow.
  package func compare(_ other: Quantity) -> Order? {
    guard unit.isComparable(with: other.unit), let mine = inBase, let theirs = other.inBase else { return nil }
    return mine < theirs ? .less : mine == theirs ? .same : .more
  }

  package enum Order: Hashable, Sendable { case less, same, more }
}

extension Unit {
  /// How many of its measure's base one of this unit is: 10⁸ for 亿元. A multiplier no unit has counts as none.
  package var baseFactor: Rational {
    let power = Rational(powerOfTen: multiplier) ?? .one
    return power.multiplied(by: kind.factor) ?? power
  }
}

extension Observation {
  package var quantity: Quantity { Quantity(value, unit) }
}
