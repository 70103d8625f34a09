import Articles
package import Indicators

/// A time that a head, a title or a cell names, before it is known which year stands around it.
package struct StatedTime: Hashable, Sendable {
  package enum Year: Hashable, Sendable {
    case absolute(Int)
    /// Years from the one that holds: 0 is 今年, -1 is 上年.
    case relative(Int)
    case inherited
  }

  /// Where it stands in the text.
  package var range: Range<Int>
  package var year: Year
  /// Of a range of years.
  package var endYear: Int?
  /// Months of the year, those of the next counted on from 13; nil for all of it.
  package var months: ClosedRange<Int>?
  /// 春节假期: the days of it that are told of.
  package var occasion: Occasion?
  /// 末, 底: a stock at a date.
  package var isStock: Bool
  /// 上年同期: the same part of the year before.
  package var isBase: Bool
  /// 当月, 上月: so many months from the last that holds.
  package var monthOffset: Int?

  package init(
    range: Range<Int>, year: Year, endYear: Int? = nil, months: ClosedRange<Int>? = nil, occasion: Occasion? = nil, isStock: Bool = false,
    isBase: Bool = false,
    monthOffset: Int? = nil
  ) {
    self.range = range
    self.year = year
    self.endYear = endYear
    self.months = months
    self.occasion = occasion
    self.isStock = isStock
    self.isBase = isBase
    self.monthOffset = monthOffset
  }
}

/// The times a short text names, in order; what says nothing of a period (近日, 4月24日) is left out.
///
/// - Parameters:
///   - text: half-width and simplified.
///   - hasRepublicYears: whether a bare 112年 is a year of the Republic.
package func statedTimes(in text: [Unicode.Scalar], hasRepublicYears: Bool = false) -> [StatedTime] {
  let scanner = TimeScanner(text: text, limit: text.count, hasRepublicYears: hasRepublicYears)
  var found: [StatedTime] = []
  var index = 0
  while index < text.count {
    guard let (time, end) = scanner.time(at: index), end > index else {
      index += 1
      continue
    }
    if let stated = StatedTime(time, index..<end) { found.append(stated) }
    index = end
  }
  return found
}

extension StatedTime {
  fileprivate init?(_ time: TimeExpression, _ range: Range<Int>) {
    guard !time.isEmpty, !time.isNow, !time.isSame, time.lastYears == nil, time.yearsBefore == nil, time.monthsUpTo == nil else {
      return nil
    }
    var months: ClosedRange<Int>?
    var endYear: Int?
    if case .absolute(let year)? = time.endYear { endYear = year }
    if case .months(let from, var to) = time.part {
      // 2024年11月—2025年2月: they count on over the turn of the year.
      if let last = endYear, case .absolute(let first) = time.year {
        to += 12 * (last - first)
        endYear = nil
      }
      guard from <= to else { return nil }
      months = from...to
    }
    switch time.year {
    case .absolute(let year): self.year = .absolute(year)
    case .relative(let years): self.year = .relative(years)
    case .inherited:
      guard time.occasion != nil || months != nil || time.monthOffset != nil || time.isWholeYear else { return nil }
      self.year = .inherited
    }
    self.range = range
    self.endYear = endYear
    self.months = months
    occasion = time.occasion
    isStock = time.isStock
    isBase = time.isBase
    monthOffset = time.monthOffset
  }
}
