import Articles
import Extraction
import Indicators
import Lingua

/// A time that a head or a title names, as far as it names it: a year without month, a month without year, 上年同期, 累计.
struct HeadTime: Hashable {
  var year: StatedTime.Year = .inherited
  var endYear: Int?
  /// Those of the next year count on from 13: 12...14 are December to February.
  var months: ClosedRange<Int>?
  /// 春节假期: the days of it that are told of.
  var occasion: Occasion?
  var isStock = false
  /// 本月, 上季度: so many months or quarters from the last that holds.
  struct Offset: Hashable {
    /// In months.
    var length: Int
    var count: Int

    /// The months that are so far from the one of a year that ends what holds; those of other years count from 1 back, from 13 on.
    func months(from last: Int) -> ClosedRange<Int> {
      let end = (last + length - 1) / length * length + count * length
      return (end - length + 1)...end
    }
  }
  var offset: Offset?
  /// 累计: from January to the last month that holds.
  var isCumulative = false
  /// Jan. 2023-Jan. 2024: from one month to another, each with its year; what a change is measured over.
  var isFromTo = false
  /// How many months each end of it has: Jun qtr 2024 to Sep qtr 2024.
  var endLength = 1
  /// 上年同期: the same months of another year.
  var keepsMonths = false
  /// Q1 below 2018-19, fiscal year to date: which months it is hangs on where the year of business begins.
  var isOfUnknownStart = false
  /// Where that is known: the month in which the year begins that a sum is counted from.
  var yearStart: Int?
  /// FY 2019: no year of the calendar, and named by its first or its last one.
  var isOfBusinessYear = false
  /// 1Q25, short for a quarter of whatever year the one who writes it reckons with.
  var isShortQuarter = false
  /// Apr–Jun, 4—6月, and not Q2: months of the calendar.
  var namesMonths = false
  /// Three months ended, over dates: so many months up to each.
  var monthsEnded: Int?

  init() {}

  init(_ time: StatedTime) {
    year = time.year
    endYear = time.endYear
    months = time.months
    occasion = time.occasion
    isStock = time.isStock
    offset = time.monthOffset.map { Offset(length: 1, count: $0) }
    keepsMonths = time.isBase
  }

  /// 上年末: the end of a year, whatever months the table is of.
  mutating func endYearHere() {
    isStock = true
    keepsMonths = false
    months = 12...12
  }

  /// The last month of a change from month to month, and what it is counted from.
  var changeOverSpan: (time: HeadTime, against: HeadReading.Against)? {
    guard isFromTo, case .absolute(let year) = year, let months else { return nil }
    let against: HeadReading.Against
    switch (months.count, endLength) {
    case (2, 1): against = .monthBefore
    case (4, 1), (6, 3): against = .quarterBefore
    case (13, 1), (15, 3): against = .yearBefore
    default: return nil
    }
    let end = months.upperBound - endLength
    return (HeadTime(year: year + end / 12, months: (end % 12 + 1)...(end % 12 + endLength)), against)
  }

  /// Later than another time of its kind, both with a year: as many years and months.
  func distance(from earlier: HeadTime) -> (years: Int, months: Int)? {
    // August/July of one year, January/December of two.
    if year == .inherited, earlier.year == .inherited, let months, let before = earlier.months, months.count == before.count,
      !isCumulative, !earlier.isCumulative, months != before
    {
      return (0, (months.lowerBound - before.lowerBound + 12) % 12)
    }
    guard case .absolute(let late) = year, case .absolute(let early) = earlier.year, endYear == nil, earlier.endYear == nil,
      months?.count == earlier.months?.count
    else { return nil }
    let distance = (late - early) * 12 + (months?.lowerBound ?? 1) - (earlier.months?.lowerBound ?? 1)
    return distance > 0 ? (distance / 12, distance % 12) : nil
  }

  init(year: Int, months: ClosedRange<Int>? = nil) {
    self.year = .absolute(year)
    self.months = months
  }

  init(_ period: Period) {
    occasion = period.occasion
    year = .absolute(period.start.year)
    if period.end.year != period.start.year, !period.isOpen {
      if let start = period.start.month, let end = period.end.month, period.end.year > period.start.year {
        months = start...(end + 12 * (period.end.year - period.start.year))
      } else {
        endYear = period.end.year
      }
    } else if let start = period.start.month, let end = period.end.month, start <= end {
      months = start...end
    }
  }

  /// quarter-1, month0, year-1, same-1: a value of the words for times from the one that holds.
  init?(relative value: String) {
    let unit = value.prefix(while: \.isLetter)
    guard let count = Int(value.dropFirst(unit.count)) else { return nil }
    self.init()
    switch unit {
    case "month": offset = Offset(length: 1, count: count)
    case "quarter": offset = Offset(length: 3, count: count)
    case "half": offset = Offset(length: 6, count: count)
    case "yearend":
      year = .relative(count)
      endYearHere()
    case "year" where count == 0: months = 1...12
    case "year": year = .relative(count)
    case "same":
      year = .relative(count)
      keepsMonths = true
    default: return nil
    }
  }

  /// It names no part of a time.
  private var isOpen: Bool { year == .inherited && endYear == nil && months == nil && offset == nil && !isCumulative && !keepsMonths }

  /// 累计, 当月 and nothing else: of which months the time around it says.
  var isCounted: Bool { (isCumulative || offset != nil) && months == nil && year == .inherited }

  /// 上年同期 behind 1—5月 or 本年累计: of the year before, and of the same months.
  mutating func keepMonths(of before: HeadTime) {
    guard keepsMonths, months == nil, !isCumulative, case .relative(let years) = year else { return }
    (months, offset, isCumulative) = (before.months, before.offset, before.isCumulative)
    (isOfUnknownStart, yearStart, namesMonths) = (before.isOfUnknownStart, before.yearStart, before.namesMonths)
    if case .absolute(let other) = before.year { year = .absolute(other + years) }
    if months != nil || offset != nil || isCumulative { keepsMonths = false }
  }

  /// The months up to one of its year.
  func fromJanuary(to end: Int) -> HeadTime {
    var time = self
    time.months = 1...end
    time.isStock = false
    return time
  }

  /// 31 March 2024 below Three months ended: January to March.
  func ended(after length: Int?) -> HeadTime {
    guard let length, case .absolute(let last) = year, let end = months?.upperBound, months?.count == 1 else { return self }
    return HeadTime(lastMonth: end, of: last, length: length)
  }

  init(lastMonth end: Int, of year: Int, length: Int) {
    self =
      end >= length
      ? HeadTime(year: year, months: (end - length + 1)...end)
      : HeadTime(year: year - 1, months: (end - length + 13)...(end + 12))
    namesMonths = true
  }

  /// Parts of a year of business, in months of the calendar where it is known when that begins.
  ///
  /// - Parameter notes: when that year begins, and how it is named.
  func placed(in notes: NotesOnFigures) -> HeadTime {
    guard let start = notes.yearStart else { return self }
    var placed = self
    // 1Q25 beside a note that the fiscal year ends in March: of one, and no one says how that is named.
    if isShortQuarter, start != 1, !isOfUnknownStart { (placed.isOfUnknownStart, placed.isOfBusinessYear) = (true, true) }
    guard placed.isOfUnknownStart else { return self }
    placed.isShortQuarter = false
    if placed.isOfBusinessYear {
      // Q4 FY25 of a year that ends in January 2025.
      guard let naming = notes.yearNaming, case .absolute(let year) = year else { return placed }
      placed.year = .absolute(year + naming - (start > 1 ? 1 : 0))
      placed.isOfBusinessYear = false
      return placed.placed(in: notes)
    }
    placed.isOfUnknownStart = false
    if isCumulative {
      placed.yearStart = start
      return placed
    }
    guard case .absolute(var first) = year, let months else { return self }
    var low = months.lowerBound
    if namesMonths { if low < start { first += 1 } } else { low += start - 1 }
    if low > 12 { (low, first) = (low - 12, first + 1) }
    placed.year = .absolute(first)
    placed.months = low...(low + months.count - 1)
    return placed
  }

  /// What this leaves open, taken from a time that stands further out.
  func completed(by outer: HeadTime?) -> HeadTime {
    guard let outer else { return self }
    var full = self
    // A year of an occasion beside its head, and the other way round.
    full.occasion = occasion ?? outer.occasion
    if let last = outer.months?.upperBound, last <= 12, outer.endYear == nil {
      // 当月 and 累计 beside 2025年9月.
      if let offset, case let months = offset.months(from: last), months.lowerBound >= 1, months.upperBound <= 12 {
        full.months = months
        full.offset = nil
      } else if isCumulative, !isOfUnknownStart {
        full.months = 1...last
        full.isCumulative = false
      }
    }
    full.monthsEnded = monthsEnded ?? outer.monthsEnded
    if year == .inherited {
      full.year = outer.year
      full.placeInBusinessYear(outer)
      if months == nil, offset == nil, !isCumulative, full.months == nil {
        full.endYear = outer.endYear
        full.months = outer.months
        full.isStock = isStock || outer.isStock
      }
    } else if let endYear, outer.year == .inherited, outer.months != nil, case .absolute(let start) = year, endYear == start + 1 {
      // July–September over 2023-24.
      full = outer
      full.occasion = occasion ?? outer.occasion
      (full.year, full.endYear) = (year, nil)
      full.placeInBusinessYear(self)
    } else if months == nil, offset == nil, !isCumulative, outer.year == .inherited {
      full.months = outer.months
      full.isStock = isStock || outer.isStock
      full.isCumulative = outer.isCumulative
      full.offset = outer.offset
    }
    return full.ended(after: full.monthsEnded)
  }

  /// A month of 2018-19 that every office counts to one of its halves is of that year. Years of business begin in April or July, or
  /// elsewhere; so others, and quarters by their numbers, stay unknown.
  private mutating func placeInBusinessYear(_ outer: HeadTime) {
    if months != nil, outer.isOfBusinessYear {
      (isOfUnknownStart, isOfBusinessYear) = (true, true)
      return
    }
    guard let months, let end = outer.endYear, case .absolute(let start) = outer.year, end == start + 1 else { return }
    if months.count == 1, months.lowerBound >= 7 { return }
    if months.count == 1, months.lowerBound <= 3 { year = .absolute(end) } else { isOfUnknownStart = true }
  }

  /// 2季度 below 2013年1季度 is of its year; 1月 behind 2023年12月 of the next.
  ///
  /// - Parameters:
  ///   - before: the time of the row above or the column before.
  ///   - context: the period of the title.
  ///   - isNamedLater: whether a month of the title's year is named with it further on: 2022, 1月, 12月, 2024年1月.
  func following(_ before: HeadTime?, in context: Period?, isNamedLater: Bool = false) -> HeadTime {
    guard let before, case .absolute(let year) = before.year, before.endYear == nil, self.year == .inherited, endYear == nil, let months,
      offset == nil, !keepsMonths
    else { return self }
    // 2022, 2023, 1月, 2月 in a table of 2024.
    if before.months == nil, !isNamedLater, let end = context?.end.year, end > year { return self }
    var found = self
    let isAnew =
      before.months.map { $0.upperBound == 12 && months.lowerBound == 1 && $0.count == months.count && months.count < 12 } ?? false
    found.year = .absolute(isAnew ? year + 1 : year)
    return found
  }

  /// Whether it names nothing that another time does not: Q3 beside 2024年第3季.
  func says(_ other: HeadTime) -> Bool {
    (year == .inherited || year == other.year) && (months == nil || months == other.months) && endYear == nil && offset == nil
  }

  /// The span of times of one kind that follow each other: of the sum of January, February and March. Nil where they leave gaps.
  init?(spanning times: [HeadTime]) {
    guard times.count > 1, let first = times.first, times.allSatisfy({ $0.endYear == nil && $0.offset == nil && !$0.isStock }) else {
      return nil
    }
    self.init()
    if times.allSatisfy({ $0.months != nil && $0.year == first.year }) {
      let months = times.compactMap(\.months).sorted { $0.lowerBound < $1.lowerBound }
      guard let start = months.first, let end = months.last, end.upperBound <= 12,
        zip(months, months.dropFirst()).allSatisfy({ $0.upperBound + 1 == $1.lowerBound })
      else { return nil }
      year = first.year
      self.months = start.lowerBound...end.upperBound
      return
    }
    let years = times.compactMap { time -> Int? in if case .absolute(let year) = time.year, time.months == nil { year } else { nil } }
      .sorted()
    guard years.count == times.count, let start = years.first, let end = years.last, end - start == years.count - 1,
      Set(years).count == years.count
    else { return nil }
    year = .absolute(start)
    endYear = end
  }

  /// The period, given what holds around the table; nil where no year is known.
  ///
  /// - Parameter context: the period of the title.
  func period(in context: Period?) -> Period? {
    guard let occasion else { return wholePeriod(in: context) }
    return wholePeriod(in: context).map { Period($0.start, $0.end, occasion: occasion) }
  }

  private func wholePeriod(in context: Period?) -> Period? {
    if isOfUnknownStart { return nil }
    // March 31 below Three months ended, of the year that the title names.
    if let monthsEnded, months?.count == 1, case .inherited = year, let last = context?.end.year {
      var placed = self
      (placed.year, placed.monthsEnded) = (.absolute(last), nil)
      return placed.ended(after: monthsEnded).period(in: context)
    }
    // The end of the period that the title names.
    if isOpen { return isStock ? context.map { $0.isOpen ? $0 : Period($0.end, $0.end) } : context }
    let last = context?.isOpen == true ? nil : context?.end
    var months = months
    // The quarter before the first of a year is of the year before.
    var turns = 0
    if isCumulative, let start = yearStart, let month = last?.month {
      // Fiscal year to date.
      months = month >= start ? start...month : start...(month + 12)
      if month < start { turns = -1 }
    } else if months == nil, let offset, let month = last?.month {
      let found = offset.months(from: month)
      turns = (found.lowerBound + 119) / 12 - 10
      months = (found.lowerBound - 12 * turns)...(found.upperBound - 12 * turns)
    } else if months == nil, isCumulative, let month = last?.month {
      months = 1...month
    } else if months == nil, keepsMonths, let from = context?.start.month, let to = last?.month, from <= to {
      months = from...to
    }
    let first: Int
    switch year {
    case .absolute(let year): first = year
    case .relative(let years):
      guard let year = last?.year else { return nil }
      first = year + years + turns
    case .inherited:
      guard let year = last?.year else { return nil }
      first = year + turns
    }
    if let endYear, endYear > first { return Period(.init(year: first), .init(year: endYear)) }
    guard let months else { return Period(year: first) }
    if months == 1...12 { return Period(year: first) }
    let end = months.upperBound - 1
    return Period(.init(year: first, month: months.lowerBound), .init(year: first + end / 12, month: end % 12 + 1))
  }
}
