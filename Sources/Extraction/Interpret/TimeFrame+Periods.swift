import Articles
import Indicators

/// The period that holds where a figure stands, and the periods of times that are told by it.
extension TimeFrame {
  /// The period of a figure that names none: the clause's, else the one that holds, else the article's year.
  func standing(inClause clause: Int) -> Worded<Period>? {
    if let local, local.clause == clause { return local.period }
    return standing
  }

  /// What an undated statement is about.
  var standing: Worded<Period>? {
    current ?? year.map { Worded(value: Period(year: $0), words: dateOfTheArticle) }
  }

  /// 同比 under a span (“十四五”以来) is the reporting year's.
  func reportingYear(under span: Period) -> Worded<Period>? {
    guard span.start.year < span.end.year else { return nil }
    if let reporting { return Worded(value: reporting, words: "title") }
    return year.map { Worded(value: Period(year: $0), words: dateOfTheArticle) }
  }

  /// The base of a comparison or the end of a movement: 上年 is the year before the one that holds.
  func basePeriod(_ time: TimeExpression) -> Period? {
    // 比上年同期, 较2019年同期, of a festival: the same festival.
    guard time.occasion == nil, let occasion = standing?.value.occasion, time.part == .whole, time.endYear == nil else {
      return baseOfWhole(time)
    }
    return baseOfWhole(time).map { Period($0.start, $0.end, occasion: occasion) }
  }

  private func baseOfWhole(_ time: TimeExpression) -> Period? {
    if time.isBase, time.part == .whole, time.endYear == nil, case .absolute(let year) = time.year, let current = standing?.value,
      current.start.year == current.end.year, current.start.month != nil
    {
      // 2024年同期: the same months of that year.
      return Period(.init(year: year, month: current.start.month), .init(year: year, month: current.end.month))
    }
    if time.isBase, time.part == .whole, time.endYear == nil, case .absolute(let year) = time.year, let current = standing?.value,
      current.start.year == current.end.year - 1, let first = current.start.month, let last = current.end.month, current.months < 12
    {
      // 2023, of the six months to March 2024: those to March 2023.
      return Period(.init(year: year - 1, month: first), .init(year: year, month: last))
    }
    if time.isPeriodBefore { return standing.flatMap { before($0.value, inQuarters: true) } }
    if time.monthOffset != nil { return period(of: time) }
    if time.year == .relative(-1), time.part == .whole, let current = standing?.value {
      return Period(
        .init(year: current.start.year - 1, month: current.start.month), .init(year: current.end.year - 1, month: current.end.month))
    }
    let base = period(of: time)
    // 截至2022年底…，较上年底减少60艘, told in 2023: nothing is compared with itself.
    if time.year == .relative(-1), let base, base == standing?.value { return base.shifted(by: -12) }
    return base
  }

  /// The period of the same length that ends where `period` begins; nil for one whose end is open.
  private func before(_ period: Period, inQuarters: Bool = false) -> Period? {
    guard !period.isOpen else { return nil }
    if inQuarters, period.months != 3 {
      // in the previous quarter, beside a month: the quarter before the one of the month; a year has no quarter before it.
      guard period.months == 1, let month = period.start.month else { return nil }
      let quarter = period.start.year * 4 + (month - 1) / 3 - 1
      return Period(.init(year: quarter / 4, month: quarter % 4 * 3 + 1), .init(year: quarter / 4, month: quarter % 4 * 3 + 3))
    }
    guard let first = period.start.month else {
      let years = period.end.year - period.start.year + 1
      return Period(.init(year: period.start.year - years), .init(year: period.end.year - years))
    }
    let end = period.start.year * 12 + first - 2
    let start = end - period.months + 1
    return Period(.init(year: start / 12, month: start % 12 + 1), .init(year: end / 12, month: end % 12 + 1))
  }

  /// The months of a year before, of months that lie ahead of the article's date; nil for others.
  func past(of period: Period) -> Period? {
    guard let year, let month, let first = period.start.month, let last = period.end.month,
      period.end.year * 12 + last > year * 12 + month
    else { return nil }
    return Period(.init(year: period.start.year - 1, month: first), .init(year: period.end.year - 1, month: last))
  }

  /// The period an expression means here; nil when it means none.
  func period(of time: TimeExpression) -> Period? {
    guard let occasion = time.occasion else { return wholePeriod(of: time) }
    return wholePeriod(of: time).map { Period($0.start, $0.end, occasion: occasion) }
  }

  private func wholePeriod(of time: TimeExpression) -> Period? {
    if time.isEmpty { return nil }
    if time.isReporting, isStock, let now = current?.value {
      // 截至6月30日…；报告期内新增…: what a date was told in the midst of.
      if let told = reporting ?? firstSpan, told.months > 1, contains(told, now) { return told }
      if let flowing { return flowing.value }
    }
    if time.isSame { return current?.value }
    if time.isQuarterEnding {
      // 12月出口624.8亿美元，单季1881.1亿美元; behind a quarter that one.
      guard let now = standing?.value, !now.isOpen, let month = now.end.month, month.isMultiple(of: 3) else { return nil }
      return Period(.init(year: now.end.year, month: month - 2), .init(year: now.end.year, month: month))
    }
    if time.isPeriodEnd { return standing.map { Period(year: $0.value.end.year, month: $0.value.end.month ?? 12) } }
    if time.isYearToDate {
      guard let end = standing?.value.end, let month = end.month else { return standing?.value }
      return Period(.init(year: end.year, month: 1), .init(year: end.year, month: month))
    }
    if time.isNow { return year.map { Period(year: $0) } }
    if let offset = time.monthOffset { return month(offset) }
    if let count = time.yearsBefore {
      guard let now = standing?.value else { return nil }
      if case .months(let first, let last) = time.part {
        // the third quarter of the prior year
        let part = Period(.init(year: now.end.year - count, month: first), .init(year: now.end.year - count, month: last))
        return time.isBusinessPart ? part.shifted(by: businessShift) : part
      }
      return Period(.init(year: now.start.year - count, month: now.start.month), .init(year: now.end.year - count, month: now.end.month))
    }
    if let count = time.lastYears {
      // 2013年至2017年…。五年来: the span that the text told of.
      if let span = toldSpan, (count - 1)...count ~= span.end.year - span.start.year + 1 { return span }
      if let reporting, reporting.start.month == nil, (count - 1)...count ~= reporting.end.year - reporting.start.year + 1,
        reporting.start.year < reporting.end.year
      {
        // 三年来 in a report of 2023 to 2025
        return reporting
      }
      guard let last = current?.value.end.year ?? year else { return nil }
      return Period(.init(year: last - count + 1), .init(year: last))
    }
    if time.isWholeYear, !isSaid, let year, let month, month <= 6 { return Period(year: year - 1) }
    if time.isWholeYear, let year, let month, month <= 6, let now = current?.value.end, now.year == year, now.month != nil {
      // 截至3月底…。全年…: after months of its own year an article of spring comes back to the year before.
      return Period(year: year - 1)
    }
    guard let first = absolute(time.year, part: time.part) else { return nil }
    if let endYear = time.endYear, let last = absolute(endYear, part: .whole) {
      if case .months(let from, let to) = time.part {
        return Period(.init(year: first, month: from), .init(year: max(first, last), month: to))
      }
      return Period(.init(year: first), .init(year: max(first, last)))
    }
    if time.isSince {
      // Without a date of the article's own nothing tells where the span ends.
      guard let year, hasDate || year > first else { return Period(since: .init(year: first)) }
      return Period(.init(year: first), .init(year: max(first, year)))
    }
    switch time.part {
    case .whole:
      guard time.fiscalYear != nil, let fiscalShift, fiscalShift != 0 else { return Period(year: first) }
      return Period(.init(year: first, month: 1), .init(year: first, month: 12)).shifted(by: fiscalShift)
    case .months(let from, let to):
      if time.isBusinessPart, case let shift = time.fiscalYear == nil ? businessShift : fiscalShift ?? businessShift, shift != 0 {
        return Period(.init(year: first, month: from), .init(year: first, month: to)).shifted(by: shift)
      }
      if comparesMonths, time.monthsUpTo == 12 { return Period(year: first, month: to) }
      if let count = time.monthsUpTo {
        let start = first * 12 + to - count
        return Period(.init(year: start / 12, month: start % 12 + 1), .init(year: first, month: to))
      }
      return Period(.init(year: first, month: from), .init(year: first, month: to))
    }
  }

  /// 当月, 上月: by the month that holds, else the article's.
  private func month(_ offset: Int) -> Period? {
    // 当月, where a year is told beside the month of the title: that month.
    let isBesideTitle =
      current?.value.isYear == true && reporting.map { $0.months == 1 && $0.end.year == current?.value.end.year } ?? false
    let now = isBesideTitle ? reporting?.end : current?.value.end
    guard let year = now?.month == nil ? self.year : now?.year, let month = now?.month ?? self.month else {
      return standing?.value
    }
    let count = year * 12 + month - 1 + offset
    return Period(year: count / 12, month: count % 12 + 1)
  }

  private func absolute(_ reference: TimeExpression.Year, part: TimeExpression.Part) -> Int? {
    switch reference {
    case .absolute(let year): return year
    case .relative(let offset): return year.map { $0 + offset }
    case .inherited:
      if let current, isSaid { return current.value.end.year }
      guard let year else { return nil }
      if case .months(_, let last) = part, let month, last > month { return year - 1 }
      return year
    }
  }
}
