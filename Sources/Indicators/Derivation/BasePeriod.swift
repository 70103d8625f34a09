import Lingua

extension Observation {
  /// The period that a change is counted from, as its ``basis`` says. Without a basis, a whole year (or a stock at the end
  /// of one) is counted from the year before, and shorter periods from what is not known. Nil where no single earlier
  /// level follows: yearly averages, changes since an origin that is not named.
  package var basePeriod: Period? {
    guard kind == .change, let period, !period.isOpen else { return nil }
    switch basis {
    case .yearOnYear: return period.start.year == period.end.year ? period.moved(years: -1) : nil
    case .monthOnMonth: return period.months == 1 && !period.isOfDays ? period.moved(byOwnLength: -1) : nil
    case .quarterOnQuarter: return period.months == 3 && !period.isOfDays ? period.moved(byOwnLength: -1) : nil
    case .period(let base):
      guard base.end < period.end, !base.isOpen else { return nil }
      // 上半年…较2019年同期增长: the same part of that year. A stock is compared with that at the year's end.
      let isWholeYear = base.start == base.end && base.start.month == nil && base.occasion == nil
      let isPartOfYear = period.start.year == period.end.year && period.months < 12
      return isWholeYear && isPartOfYear && !isStock ? period.moved(years: base.start.year - period.start.year) : base
    case .since: return since.flatMap { $0.end < period.end && $0.start == $0.end ? $0 : nil }
    case .averageAnnual: return nil
    case nil:
      let isYear =
        period.start == period.end && (period.start.month == nil || period.start.month == 12 && period.start.day ?? 31 == 31 && isStock)
      return isYear ? period.moved(years: -1) : nil
    }
  }

  /// Whether growth and level are at different prices: value added is told to grow at constant prices (不变价), as is
  /// what 实际增长.
  func isRealGrowth(of level: Observation, concepts: ConceptBook) -> Bool {
    if isAtConstantPrices || concepts.concept(named: level.name)?.growsInRealTerms ?? false { return true }
    let name = Folded(level.name)
    return realNames.contains { name.contains($0) }
  }
}

private let realNames = FigureNameWords.shared.realMeasures.map { Folded($0) }

extension Period {
  /// The same months, or days, some years later (negative: earlier); 28 February for the 29th of a year that has none.
  package func moved(years: Int) -> Period {
    func moved(_ mark: Mark) -> Mark {
      let day = mark.day.flatMap { day in mark.month.map { min(day, CivilDay.days(in: $0, of: mark.year + years)) } }
      return Mark(year: mark.year + years, month: mark.month, day: day)
    }
    return Period(moved(start), moved(end), occasion: occasion)
  }

  /// Whether it is told to the day.
  var isOfDays: Bool { start.day != nil || end.day != nil }

  /// Later by a multiple of its own length: the month before a month, the quarter before a quarter.
  package func moved(byOwnLength count: Int) -> Period {
    guard occasion == nil, let first = start.month, let last = end.month else {
      return moved(years: count * (end.year - start.year + 1))
    }
    let from = start.year * 12 + first - 1
    let length = end.year * 12 + last - from
    func mark(_ months: Int) -> Mark {
      let year = (months - (months < 0 ? 11 : 0)) / 12
      return Mark(year: year, month: months - year * 12 + 1)
    }
    return Period(mark(from + count * length), mark(from + count * length + length - 1))
  }

  /// Months covered, counting a year without months as twelve; 0 for an occasion, which covers days.
  package var months: Int {
    if occasion != nil { return 0 }
    return (end.year * 12 + (end.month ?? 12)) - (start.year * 12 + (start.month ?? 1)) + 1
  }
}
