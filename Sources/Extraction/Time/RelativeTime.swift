import Articles
import Lingua

/// What a word says of a time that is told without its number.
enum RelativeTime: Hashable, Sendable {
  /// 今年, 上年: so many years from the article's own.
  case year(Int)
  /// 上年同期.
  case sameOfYearBefore
  /// 目前.
  case now
  /// 同期, 报告期: the period that holds.
  case samePeriod
  /// 报告期内: the period that the document reports on.
  case reportingPeriod
  /// 近日, 近年来: says nothing of the period of a figure.
  case vague
  /// 当年, 年内.
  case yearThatHolds
  /// 年末: the last month of the year that holds.
  case yearEnd
  /// 期末: the last month of the period that holds.
  case periodEnd
  /// 当月, 上月: so many months from the one that holds.
  case month(Int)
  case wholeYear
  /// 先前三个月.
  case threeMonthsBefore
  /// 上季度.
  case periodBefore
  /// 单季: the quarter that ends with the month that holds.
  case quarterEnding

  var expression: TimeExpression {
    var time = TimeExpression(year: .inherited)
    switch self {
    case .year(let years): time.year = .relative(years)
    case .sameOfYearBefore: (time.year, time.isBase) = (.relative(-1), true)
    case .now: (time.year, time.isNow) = (.relative(0), true)
    case .samePeriod: (time.year, time.isSame) = (.relative(0), true)
    case .reportingPeriod: (time.year, time.isSame, time.isReporting) = (.relative(0), true, true)
    case .vague: (time.year, time.isEmpty) = (.relative(0), true)
    case .yearThatHolds: break
    case .yearEnd: (time.part, time.isStock) = (.months(12, 12), true)
    case .periodEnd: (time.isPeriodEnd, time.isStock) = (true, true)
    case .month(let months): time.monthOffset = months
    case .wholeYear: time.isWholeYear = true
    case .threeMonthsBefore: time.isBase = true
    case .periodBefore: (time.isBase, time.isPeriodBefore) = (true, true)
    case .quarterEnding: time.isQuarterEnding = true
    }
    return time
  }

  /// Simplified and half-width.
  static let words: WordTrie<RelativeTime> = {
    let said = SaidTimes.shared
    let lists: [([String], RelativeTime)] = [
      (said.thisYear, .year(0)),
      (said.lastYear, .year(-1)),
      (said.twoYearsBefore, .year(-2)),
      (said.nextYear, .year(1)),
      (said.sameOfLastYear, .sameOfYearBefore),
      (said.periodBefore, .periodBefore),
      (said.now, .now),
      (said.samePeriod, .samePeriod),
      (said.reportingPeriod, .reportingPeriod),
      (said.vague, .vague),
      (said.wholeYear, .wholeYear),
      (said.yearThatHolds, .yearThatHolds),
      (said.periodEnd, .periodEnd),
      (said.yearEnd, .yearEnd),
      (said.threeMonthsBefore, .threeMonthsBefore),
      (said.lastMonth, .month(-1)),
      (said.thisMonth, .month(0)),
      (said.quarterEnding, .quarterEnding),
    ]
    var trie = WordTrie<RelativeTime>()
    for (words, time) in lists {
      for word in words { trie.insert(word, time) }
    }
    return trie
  }()
}
