import Lingua

/// The words that dates are written with.
package struct TimeLocale: Hashable, Sendable {
  /// Of `%c`, `%x` and `%X`.
  package var dateTime: String
  package var date: String
  package var time: String
  /// Before and after noon.
  package var periods: [String]
  /// From Sunday.
  package var days: [String]
  package var shortDays: [String]
  /// From January.
  package var months: [String]
  package var shortMonths: [String]
  /// How a tick is written by the largest unit that it begins.
  package var ticks: Ticks
  /// How units of time are written, by their names joined with hyphens (`year-month`), over Vega-Lite's formats.
  package var units: [String: String]

  /// Specifiers of moments among others.
  package struct Ticks: Hashable, Sendable {
    package var millisecond, second, minute, hour, day, week, month, year: String
    /// Of a month that begins a quarter; nil: as any month.
    package var quarter: String?
    package init(
      millisecond: String, second: String, minute: String, hour: String, day: String, week: String, month: String, year: String
    ) {
      (self.millisecond, self.second, self.minute, self.hour) = (millisecond, second, minute, hour)
      (self.day, self.week, self.month, self.year) = (day, week, month, year)
    }
    /// With specifiers of Vega's names: `milliseconds` … `hours`, `date`, `week`, `month`, `quarter`, `year`.
    package func with(_ specifiers: [String: String]) -> Ticks {
      var ticks = Ticks(
        millisecond: specifiers["milliseconds"] ?? millisecond, second: specifiers["seconds"] ?? second,
        minute: specifiers["minutes"] ?? minute, hour: specifiers["hours"] ?? hour, day: specifiers["date"] ?? specifiers["day"] ?? day,
        week: specifiers["week"] ?? week, month: specifiers["month"] ?? month, year: specifiers["year"] ?? year)
      ticks.quarter = specifiers["quarter"] ?? quarter ?? month
      return ticks
    }

    /// As d3-scale writes them.
    package static let english = Ticks(
      millisecond: ".%L", second: ":%S", minute: "%I:%M", hour: "%I %p", day: "%a %d", week: "%b %d", month: "%B", year: "%Y")
  }

  package init(
    dateTime: String, date: String, time: String, periods: [String], days: [String], shortDays: [String],
    months: [String], shortMonths: [String], ticks: Ticks = .english,
    units: [String: String] = ["year-month": "%b %Y ", "year-month-date": "%b %d, %Y "]
  ) {
    self.dateTime = dateTime
    self.date = date
    self.time = time
    self.periods = periods
    self.days = days
    self.shortDays = shortDays
    self.months = months
    self.shortMonths = shortMonths
    self.ticks = ticks
    self.units = units
  }

  /// As d3 and Vega-Lite have it.
  package static let english = TimeLocale(
    dateTime: "%x, %X", date: "%-m/%-d/%Y", time: "%-I:%M:%S %p", periods: ["AM", "PM"],
    days: ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"],
    shortDays: ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"],
    months: [
      "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
      "December",
    ],
    shortMonths: ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"])

  package static let simplifiedChinese = PrintWords.simplifiedChinese.times.map(TimeLocale.init) ?? english
  package static let traditionalChinese = PrintWords.traditionalChinese.times.map(TimeLocale.init) ?? english

  private init(_ words: TimeWritings) {
    func tick(_ unit: String) -> String { words.ticks[unit] ?? "" }
    self.init(
      dateTime: words.dateTime, date: words.date, time: words.time, periods: words.halves, days: words.days, shortDays: words.shortDays,
      months: words.months, shortMonths: words.shortMonths,
      ticks: Ticks(
        millisecond: tick("millisecond"), second: tick("second"), minute: tick("minute"), hour: tick("hour"), day: tick("day"),
        week: tick("week"), month: tick("month"), year: tick("year")),
      units: words.units)
  }
}
