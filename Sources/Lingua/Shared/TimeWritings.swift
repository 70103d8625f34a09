import StructuredData

/// How dates are written: specifiers and names.
package struct TimeWritings: Sendable {
  package let dateTime, date, time: String
  /// Before and after noon; days from Sunday, months from January.
  package let halves, days, shortDays, months, shortMonths: [String]
  /// Specifiers of ticks by the largest unit that they begin, and of units by their names joined with hyphens.
  package let ticks, units: [String: String]

  init(_ fields: inout Fields) {
    dateTime = fields.printed("date-time")
    date = fields.printed("date")
    time = fields.printed("time")
    halves = fields.words("halves")
    days = fields.words("days")
    shortDays = fields.words("short-days")
    months = fields.words("months")
    shortMonths = fields.words("short-months")
    ticks = fields.printedByKey("ticks")
    units = fields.printedByKey("units")
  }
}
