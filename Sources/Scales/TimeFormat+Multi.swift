extension TimeFormat {
  /// The format of a tick among others, by the largest unit that it begins: milliseconds, seconds, minutes, hours, weekday
  /// and day, week, month or year (d3-scale's and vega-time's).
  package static func multiSpecifier(_ time: Double) -> String {
    guard let date = CivilDate(time: time) else { return "%Y" }
    let total = date.milliseconds
    if total % 1000 != 0 { return ".%L" }
    if total % 60_000 != 0 { return ":%S" }
    if total % 3_600_000 != 0 { return "%I:%M" }
    if total != 0 { return "%I %p" }
    if date.day != 1 { return date.weekday == 0 ? "%b %d" : "%a %d" }
    return date.month == 1 ? "%Y" : "%B"
  }

  package static func multi(_ time: Double, locale: TimeLocale = .english) -> String {
    TimeFormat(multiSpecifier(time), locale: locale)?(time) ?? ""
  }
}
