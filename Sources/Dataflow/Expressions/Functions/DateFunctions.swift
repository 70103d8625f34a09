import Diagnostics
import Scales

/// Local time is UTC, so each function stands twice, under its local and its `utc` name.
let dateFunctions: [String: ExpressionFunction] = {
  var functions: [String: ExpressionFunction] = [
    "time": ExpressionFunction(1) { .number(momentOf($0[0])) },
    "timezoneoffset": ExpressionFunction(1) { _ in 0 },
    "datetime": ExpressionFunction(1) { .time(moment(of: $0)) },
    "utc": ExpressionFunction(1) { .number(moment(of: $0.count == 1 ? $0 + [0] : $0)) },
    "timeUnitSpecifier": ExpressionFunction(1) { arguments in
      var units: [TimeUnit.Unit] = []
      if case .list(let items) = arguments[0] {
        units = items.compactMap { TimeUnit.Unit(rawValue: $0.asText) }
      } else if let unit = TimeUnit.Unit(rawValue: arguments[0].asText) {
        units = [unit]
      }
      var overrides: [String: String] = [:]
      if case .object(let record) = arguments.argument(1) {
        for (name, value) in zip(record.names, record.values) { overrides[name] = value.asText }
      }
      return .text(TimeUnit(units).formatSpecifier(overrides))
    },
    "monthFormat": ExpressionFunction(1) { named(TimeLocale.english.months, $0[0]) },
    "monthAbbrevFormat": ExpressionFunction(1) { named(TimeLocale.english.shortMonths, $0[0]) },
    "dayFormat": ExpressionFunction(1) { named(TimeLocale.english.days, $0[0]) },
    "dayAbbrevFormat": ExpressionFunction(1) { named(TimeLocale.english.shortDays, $0[0]) },
  ]
  func both(_ name: String, _ part: @escaping @Sendable (CivilDate) -> Int) {
    let function = ExpressionFunction(1) { arguments in
      .number(CivilDate(time: momentOf(arguments[0])).map { Double(part($0)) } ?? .nan)
    }
    functions[name] = function
    functions["utc" + name] = function
  }
  both("year") { $0.year }
  both("quarter") { ($0.month - 1) / 3 + 1 }
  both("month") { $0.month - 1 }
  both("date") { $0.day }
  both("day") { $0.weekday }
  both("dayofyear") { $0.dayOfYear }
  both("week") { $0.sundayWeek }
  both("hours") { $0.milliseconds / 3_600_000 }
  both("minutes") { $0.milliseconds / 60_000 % 60 }
  both("seconds") { $0.milliseconds / 1000 % 60 }
  both("milliseconds") { $0.milliseconds % 1000 }
  let offset = ExpressionFunction(2) { arguments throws(Diagnostic) in
    let unit = try timeUnit(named: arguments[0].asText)
    let step = arguments.integer(2, default: 1)
    guard abs(step) < 1_000_000_000 else { return .time(.nan) }
    return .time(TimeUnit([unit]).offset(momentOf(arguments[1]), by: step))
  }
  functions["timeOffset"] = offset
  functions["utcOffset"] = offset
  let sequence = ExpressionFunction(3) { arguments throws(Diagnostic) in
    let unit = try timeUnit(named: arguments[0].asText)
    let (start, stop) = (momentOf(arguments[1]), momentOf(arguments[2]))
    let step = max(1, arguments.integer(3, default: 1))
    var moments: [DataValue] = []
    var time = calendarCeiling(start, unit)
    while time < stop {
      guard moments.count < FunctionLimits.items else {
        throw .error("data.rows", "the moments would be more than \(FunctionLimits.items)", hint: "take a larger unit or step")
      }
      moments.append(.time(time))
      let next = TimeUnit([unit]).offset(time, by: step)
      if !(next > time) { break }
      time = next
    }
    return .list(moments)
  }
  functions["timeSequence"] = sequence
  functions["utcSequence"] = sequence
  return functions
}()

/// The first start of a unit at or after a moment.
private func calendarCeiling(_ time: Double, _ unit: TimeUnit.Unit) -> Double {
  let units: [TimeUnit.Unit] =
    switch unit {
    case .year: [.year]
    case .quarter: [.year, .quarter]
    case .month: [.year, .month]
    case .week: [.year, .week]
    case .date, .day, .dayofyear: [.year, .month, .date]
    case .hours: [.year, .month, .date, .hours]
    case .minutes: [.year, .month, .date, .hours, .minutes]
    case .seconds: [.year, .month, .date, .hours, .minutes, .seconds]
    case .milliseconds: [.year, .month, .date, .hours, .minutes, .seconds, .milliseconds]
    }
  guard let floor = TimeUnit(units).floor(time) else { return .nan }
  return floor == time ? time : TimeUnit([unit]).offset(floor, by: 1)
}

private func named(_ names: [String], _ value: DataValue) -> DataValue {
  let number = value.asNumber
  guard number.isFinite, abs(number) < 1e6 else { return "" }
  let place = Int(number.rounded(.down))
  return .text(names[(place % names.count + names.count) % names.count])
}

/// The moment of one value, or of year, month (from 0), day, hours, minutes, seconds and milliseconds, which may run over;
/// years 0–99 are those of the 20th century, as in JavaScript.
private func moment(of arguments: [DataValue]) -> Double {
  if arguments.count == 1 { return momentOf(arguments[0]) }
  guard arguments.prefix(7).allSatisfy({ $0.asNumber.isFinite }) else { return .nan }
  let year = arguments.integer(0)
  return CivilDate.time(
    year: (0...99).contains(year) ? 1900 + year : year, month: min(max(arguments.integer(1), -1_000_000), 1_000_000) + 1,
    day: arguments.integer(2, default: 1), hours: arguments.integer(3), minutes: arguments.integer(4),
    seconds: arguments.integer(5), milliseconds: arguments.integer(6))
}
