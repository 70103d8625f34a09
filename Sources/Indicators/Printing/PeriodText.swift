import Lingua

/// A period for print: `2022年`, `2022年12月`, `2019—2021年`, `2026年上半年`, `2026年1—9月`; in English `2022`, `Dec 2022`,
/// `2019–2021`, `H1 2026`, `Jan–Sep 2026`. Weeks are their days: `2026年1月5日—11日`, `5–11 Jan 2026`.
///
/// - Parameter asOf: the figure is a stock at the end of the period: `截至2022年12月`, `by Dec 2022`.
package func periodText(_ period: Period, in language: FigureLanguage, asOf: Bool = false) -> String {
  if let occasion = period.occasion {
    let phrases = PrintWords.of(language.rawValue).figures
    let name = phrases.occasions[occasion.rawValue] ?? occasion.rawValue
    return phrases.occasion.filled(["period": periodText(period.whole, in: language), "occasion": name])
  }
  guard language.isChinese else { return (asOf ? "by end of " : "") + englishPeriod(period) }
  return (asOf ? language.inItsScript("截至") : "") + language.inItsScript(chinesePeriod(period))
    + (asOf && period.end.month == nil ? "底" : "")
}

/// The period of a figure, as a stock where it is one.
package func periodText(of figure: Observation, in language: FigureLanguage) -> String? {
  let isAtDate = figure.isStock && figure.period.map { $0.start == $0.end && $0.end.month != nil } ?? false
  return figure.period.map { periodText($0, in: language, asOf: figure.kind == .level && isAtDate) }
}

private func chinesePeriod(_ period: Period) -> String {
  let (start, end) = (period.start, period.end)
  if period.isOpen { return chinesePeriod(Period(start, start)) + "以来" }
  if let first = start.day, let last = end.day, let from = start.month, let to = end.month {
    let begin = "\(start.year)年\(from)月\(first)日"
    if start == end { return begin }
    let finish = (end.year == start.year ? "" : "\(end.year)年") + (end.year == start.year && to == from ? "" : "\(to)月") + "\(last)日"
    return begin + "—" + finish
  }
  guard start != end else { return start.month.map { "\(start.year)年\($0)月" } ?? "\(start.year)年" }
  guard let first = start.month, let last = end.month else {
    if start.month == nil, end.month == nil { return "\(start.year)—\(end.year)年" }
    let from = start.month.map { "\(start.year)年\($0)月" } ?? "\(start.year)年"
    let to = end.month.map { "\(end.year)年\($0)月" } ?? "\(end.year)年"
    return from + "—" + to
  }
  guard start.year == end.year else { return "\(start.year)年\(first)月—\(end.year)年\(last)月" }
  switch (first, last) {
  case (1, 12): return "\(start.year)年"
  case (1, 6): return "\(start.year)年上半年"
  case (7, 12): return "\(start.year)年下半年"
  case (1, 3): return "\(start.year)年第一季度"
  case (4, 6): return "\(start.year)年第二季度"
  case (7, 9): return "\(start.year)年第三季度"
  case (10, 12): return "\(start.year)年第四季度"
  case (1, 9): return "\(start.year)年前三季度"
  default: return "\(start.year)年\(first)—\(last)月"
  }
}

private func englishPeriod(_ period: Period) -> String {
  let (start, end) = (period.start, period.end)
  func mark(_ mark: Period.Mark) -> String {
    (mark.day.map { "\($0) " } ?? "") + (mark.month.map { monthName($0) + " \(mark.year)" } ?? "\(mark.year)")
  }
  if period.isOpen { return "since " + mark(start) }
  guard start != end else { return mark(start) }
  guard let first = start.month, let last = end.month, start.year == end.year else {
    return mark(start) + "–" + mark(end)
  }
  if let from = start.day, end.day != nil { return "\(from)" + (first == last ? "" : " " + monthName(first)) + "–" + mark(end) }
  switch (first, last) {
  case (1, 12): return "\(start.year)"
  case (1, 6): return "H1 \(start.year)"
  case (7, 12): return "H2 \(start.year)"
  case (1, 3), (4, 6), (7, 9), (10, 12): return "Q\(last / 3) \(start.year)"
  default: return "\(monthName(first))–\(monthName(last)) \(start.year)"
  }
}

private func monthName(_ month: Int) -> String {
  let names = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
  return names.indices.contains(month - 1) ? names[month - 1] : "\(month)"
}
