package import Indicators

/// What the parts of a whole add to its change on the year before: 进出口增加545亿元，其中出口增加444亿元.
///
/// Each change follows from a level and its growth. What rounding leaves open of the parts together holds the change of the whole, and so
/// do the numbers that are printed, so that a figure of them adds up as a reader reckons it.
package struct Contribution: Sendable {
  package struct Part: Sendable {
    package var level: Observation
    package var change: Observation
  }

  package var whole: Part
  /// In the order of the text.
  package var parts: [Part]

  /// The whole first.
  package var facts: [Observation] { ([whole] + parts).map(\.level) }
  /// The part that moved most the way of the whole, the first of equals.
  package var largest: Part? {
    let falls = whole.change.value.isNegative
    return parts.reduce(nil) { best, part in
      guard let best else { return part }
      let (a, b) = (best.change.value.rational, part.change.value.rational)
      return falls ? (b < a ? part : best) : (a < b ? part : best)
    }
  }

  /// Nil where a change of the whole or a part is unknown, of another year or unit, or where they do not add up.
  package init?(_ sum: Sum, of indicators: [Observation.ID: Indicator]) {
    func part(_ level: Observation) -> Part? {
      indicators[level.id]?.derived.first {
        $0.derivation?.formula == .absoluteChange && $0.of == level.id && $0.unit == sum.whole.unit && $0.period == sum.whole.period
      }.map { Part(level: level, change: $0) }
    }
    let found = sum.parts.compactMap { part($0.level) }
    guard let whole = part(sum.whole), found.count > 1, found.count == sum.parts.count, !whole.change.value.isZero else { return nil }
    let together = found.reduce(Interval?.some(Interval(.zero))) { total, part in part.change.bounds.flatMap { total?.adding($0) } }
    let printed = found.reduce(Rational?.some(.zero)) { $0?.adding($1.change.value.rational) }
    guard let together, let bounds = whole.change.bounds, together.overlaps(bounds), printed == whole.change.value.rational else {
      return nil
    }
    (self.whole, parts) = (whole, found)
  }
}

extension Observation {
  /// What rounding of its inputs allows of a derived figure; nil where it is open.
  fileprivate var bounds: Interval? {
    guard let lower = derivation?.lower, let upper = derivation?.upper else { return nil }
    return Interval(lower.rational, upper.rational)
  }
}
