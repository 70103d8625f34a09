import Articles
import Indicators

/// Turns time expressions into periods: what 今年 means and which year holds until another is named.
struct Calendar {
  /// The article's own year; nil when neither its date nor its text tells.
  let year: Int?
  let month: Int?
  /// The period that holds, and the words that set it.
  private(set) var current: Worded<Period>?
  /// Whether a year was said in the text (not only in the date line).
  private(set) var isSaid = false

  init(year: Int?, month: Int?) {
    self.year = year
    self.month = month
  }

  /// The period an expression means here; nil when it means none.
  func period(of time: TimeExpression) -> Period? {
    if time.isEmpty { return nil }
    if time.isSame { return current?.value }
    if time.isNow { return year.map { Period(year: $0) } }
    if let count = time.yearsBefore {
      guard let now = standing?.value else { return nil }
      return Period(.init(year: now.start.year - count, month: now.start.month), .init(year: now.end.year - count, month: now.end.month))
    }
    if let count = time.lastYears {
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
      return Period(.init(year: first), .init(year: max(first, last)))
    }
    if time.isSince { return Period(.init(year: first), .init(year: max(first, year ?? first))) }
    switch time.part {
    case .whole: return Period(year: first)
    case .months(let from, let to):
      return Period(.init(year: first, month: from), .init(year: first, month: to))
    }
  }

  /// Months from January on, or a date of a stock, that ended within the three months before the article, while an earlier
  /// year holds.
  func hasJustPassed(_ time: TimeExpression) -> Bool {
    guard time.isPartOnly, !time.isEmpty, case .months(let first, let last) = time.part, first == 1 && last > 1 || time.isStock,
      let year, let month, last < month, month - last <= 3, isSaid, let current
    else { return false }
    return current.value.end.year < year
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

  mutating func hold(_ period: Period, words: String) {
    current = Worded(value: period, words: words)
    isSaid = true
  }

  /// Puts an earlier state back, after a sentence about what is to come.
  mutating func restore(_ earlier: Calendar) { self = earlier }

  /// What an undated statement is about.
  var standing: Worded<Period>? {
    current ?? year.map { Worded(value: Period(year: $0), words: dateOfTheArticle) }
  }
}

extension Calendar {
  /// The year an article speaks from: its date, else the latest year of its text that is not clearly to come.
  init(article: Article, years: [Int]) {
    if let date = article.date {
      self.init(year: date.year, month: date.month)
      return
    }
    self.init(year: years.max(), month: nil)
  }
}
