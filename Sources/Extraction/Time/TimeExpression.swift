import Indicators

/// A time as it is written; what it means depends on the article's date and on what was named before.
struct TimeExpression: Hashable, Sendable {
  enum Year: Hashable, Sendable {
    case absolute(Int)
    /// Years from the article's own: 0 is 今年, -1 is 去年.
    case relative(Int)
    /// No year is said: 上半年, 9月.
    case inherited
  }
  enum Part: Hashable, Sendable {
    case whole
    case months(Int, Int)
  }

  var year: Year
  /// Of a range: 2019—2021年.
  var endYear: Year?
  var part: Part = .whole
  /// 春节假期: the days of it that the period is narrowed to.
  var occasion: Occasion?
  /// 底, 末, 截至: a stock at a date.
  var isStock = false
  /// 以来, 至今: up to the article's year.
  var isSince = false
  /// 上年同期: only ever a base of comparison.
  var isBase = false
  /// 期末: the last month of the period that holds.
  var isPeriodEnd = false
  /// year-to-date: the months of the year up to the end of the period that holds.
  var isYearToDate = false
  /// 目前: the article's own year, unless the text says otherwise close by.
  var isNow = false
  /// 4月24日, 近日, 三年来: says nothing about the period of a figure.
  var isEmpty = false
  /// 近五年: so many years up to the one that holds.
  var lastYears: Int?
  /// 三年前: so many years before the one that holds; a base of comparison.
  var yearsBefore: Int?
  /// 全年: in a report of the first months the year before.
  var isWholeYear = false
  /// 三年间: the span of the movement beside it and of nothing else.
  var isBeside = false
  /// 同期.
  var isSame = false
  /// 报告期内: the period that the document reports on, where the one that holds is a date of it.
  var isReporting = false
  /// 当月, 上月: so many months from the one that holds.
  var monthOffset: Int?
  /// 8月当月: the month alone, beside the months up to it that the text is about.
  var isAlone = false
  /// 截至9月底的三个月: so many months that end with the last of ``part``.
  var monthsUpTo: Int?
  /// Q3, the first half: a part of a business year, which may begin in another month than January.
  var isBusinessPart = false
  /// second quarter of fiscal 2027: the business year by which a part of it goes, which may begin in the calendar year before.
  var fiscalYear: Int?
  /// The third quarter ended 31 October: the month with which that part of a calendar year ends.
  var calendarEnd: Int?
  /// The period of the same length right before the one that holds: in the previous quarter.
  var isPeriodBefore = false
  /// 单季: the quarter that ends with the month that holds.
  var isQuarterEnding = false
  /// The same part of the article's own year.
  var ofThisYear: TimeExpression {
    var copy = self
    copy.year = .relative(0)
    return copy
  }
  /// A bare month or part of a year.
  var isPartOnly: Bool { year == .inherited && part != .whole }

  /// 2022年11月至2023年1月: three months at most, over the turn of a year.
  var isQuarterOverNewYear: Bool {
    guard case .absolute(let first) = year, case .absolute(let last)? = endYear, case .months(let start, let end) = part else {
      return false
    }
    return last == first + 1 && 12 - start + 1 + end <= 3
  }
}

extension TimeExpression {
  /// The time that a change of a basis is counted from: a year, a month or a quarter earlier; nil for any other basis.
  init?(before basis: BasisMention) {
    self.init(year: .relative(-1))
    switch basis {
    case .yearOnYear: isBase = true
    case .monthOnMonth: monthOffset = -1
    case .quarterOnQuarter: isPeriodBefore = true
    default: return nil
    }
  }
}
