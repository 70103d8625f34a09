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
    package static let chinese = Ticks(
      millisecond: ".%L", second: "%H:%M:%S", minute: "%H:%M", hour: "%H:%M", day: "%-m月%-d日", week: "%-m月%-d日", month: "%-m月",
      year: "%Y年")
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

  package static let english = TimeLocale(
    dateTime: "%x, %X", date: "%-m/%-d/%Y", time: "%-I:%M:%S %p", periods: ["AM", "PM"],
    days: ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"],
    shortDays: ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"],
    months: [
      "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
      "December",
    ],
    shortMonths: ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"])

  package static let simplifiedChinese = TimeLocale(
    dateTime: "%x %X", date: "%Y年%-m月%-d日", time: "%H:%M:%S", periods: ["上午", "下午"],
    days: ["星期日", "星期一", "星期二", "星期三", "星期四", "星期五", "星期六"],
    shortDays: ["周日", "周一", "周二", "周三", "周四", "周五", "周六"],
    months: ["一月", "二月", "三月", "四月", "五月", "六月", "七月", "八月", "九月", "十月", "十一月", "十二月"],
    shortMonths: ["1月", "2月", "3月", "4月", "5月", "6月", "7月", "8月", "9月", "10月", "11月", "12月"], ticks: .chinese,
    units: [
      "year": "%Y年", "quarter": "第%q季度", "month": "%-m月", "date": "%-d日", "week": "第%-U周", "dayofyear": "第%-j天", "hours": "%-H时",
      "year-quarter": "%Y年%q季度", "year-month": "%Y年%-m月", "year-month-date": "%Y年%-m月%-d日", "month-date": "%-m月%-d日",
      "hours-minutes": "%H:%M",
    ])
}
