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

  /// Specifiers of moments among others.
  package struct Ticks: Hashable, Sendable {
    package var millisecond, second, minute, hour, day, week, month, year: String
    package init(
      millisecond: String, second: String, minute: String, hour: String, day: String, week: String, month: String, year: String
    ) {
      (self.millisecond, self.second, self.minute, self.hour) = (millisecond, second, minute, hour)
      (self.day, self.week, self.month, self.year) = (day, week, month, year)
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
    months: [String], shortMonths: [String], ticks: Ticks = .english
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
    shortMonths: ["1月", "2月", "3月", "4月", "5月", "6月", "7月", "8月", "9月", "10月", "11月", "12月"], ticks: .chinese)
}
