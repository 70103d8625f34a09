extension TimeFormat {
  /// The format of a tick among others, by the largest unit that it begins: milliseconds, seconds, minutes, hours, weekday
  /// and day, week, month or year (d3-scale's and vega-time's).
  private static func multiSpecifier(_ time: Double, _ ticks: TimeLocale.Ticks) -> String {
    guard let date = CivilDate(time: time) else { return ticks.year }
    let total = date.milliseconds
    if total % 1000 != 0 { return ticks.millisecond }
    if total % 60_000 != 0 { return ticks.second }
    if total % 3_600_000 != 0 { return ticks.minute }
    if total != 0 { return ticks.hour }
    if date.day != 1 { return date.weekday == 0 ? ticks.week : ticks.day }
    if date.month == 1 { return ticks.year }
    return date.month % 3 == 1 ? ticks.quarter ?? ticks.month : ticks.month
  }

  package static func multi(_ time: Double, locale: TimeLocale = .english) -> String {
    TimeFormat(multiSpecifier(time, locale.ticks), locale: locale)?(time) ?? ""
  }
}
