extension Observation {
  /// The period that a change is counted from: a year earlier, unless its words name another (比2019年, 环比, 较年初).
  /// Nil where that is not known, as for yearly averages and changes over several years.
  package var basePeriod: Period? {
    guard kind == .change, let period else { return nil }
    let clause = comparisonClause
    if clause.contains("年均") || clause.contains("平均每年") || clause.contains("annual average") { return nil }
    if let year = namedBaseYear(in: clause), year < period.end.year {
      return clause.contains("同期") ? period.moved(years: year - period.end.year) : Period(year: year)
    }
    guard period.start.year == period.end.year else { return nil }
    if clause.contains("环比") || clause.contains("環比") || clause.contains("上月") { return period.moved(byOwnLength: -1) }
    if clause.contains("年初") || clause.contains("上年末") || clause.contains("上年底") || clause.contains("去年底") {
      return Period(year: period.end.year - 1, month: 12)
    }
    return period.moved(years: -1)
  }

  /// Whether growth and level are at different prices: value added is told to grow at constant prices (不变价), as is
  /// what 实际增长.
  func isRealGrowth(of level: Observation, concepts: ConceptBook) -> Bool {
    if comparisonClause.contains("实际") { return true }
    if concepts.concept(named: level.name)?.growsInRealTerms ?? false { return true }
    let name = Folded(level.name)
    return realNames.contains { name.contains($0) }
  }

  /// The words before the figure back to the last comma or full stop.
  var comparisonClause: String { source?.clauseBefore ?? "" }
}

private let realNames = ["增加值", "生产总值", "gdp"].map { Folded($0) }

/// The year in 比2019年, 较2020年, 是2015年的, from 2019, than in 2019.
private func namedBaseYear(in clause: String) -> Int? {
  let scalars = Array(clause.unicodeScalars)
  let words: Set<Unicode.Scalar> = ["比", "较", "較", "是", "为", "為", "于", "於", "从", "m", "n"]
  var index = scalars.count - 4
  while index > 0 {
    let digits = scalars[index..<index + 4]
    if digits.allSatisfy({ ("0"..."9").contains($0) }), let year = Int(String(String.UnicodeScalarView(digits))) {
      var before = index - 1
      while before > 0, scalars[before] == " " { before -= 1 }
      if words.contains(scalars[before]), (1900...2200).contains(year) { return year }
    }
    index -= 1
  }
  return nil
}

extension Period {
  /// The same months some years later (negative: earlier).
  package func moved(years: Int) -> Period {
    Period(Mark(year: start.year + years, month: start.month), Mark(year: end.year + years, month: end.month))
  }

  /// Later by a multiple of its own length: the month before a month, the quarter before a quarter.
  package func moved(byOwnLength count: Int) -> Period {
    guard let first = start.month, let last = end.month else {
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

  /// Months covered, counting a year without months as twelve.
  package var months: Int {
    (end.year * 12 + (end.month ?? 12)) - (start.year * 12 + (start.month ?? 1)) + 1
  }
}
