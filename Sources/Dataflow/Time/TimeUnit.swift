package import Diagnostics
import Scales

/// What is kept of a moment: `yearmonth` keeps year and month, `day` the day of the week. Parts that are left out become
/// those of 2012, a year that begins on a Sunday (vega-time).
package struct TimeUnit: Hashable, Sendable {
  package enum Unit: String, Hashable, Sendable, CaseIterable, Comparable {
    case year, quarter, month, week, date, day, dayofyear, hours, minutes, seconds, milliseconds
    private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
    package static func < (a: Unit, b: Unit) -> Bool { a.rank < b.rank }
  }

  /// From the largest to the smallest; empty with ``maxbins``, which chooses them by the data.
  package var units: [Unit]
  /// How many of the smallest unit one bin takes.
  package var step: Int
  /// Whether the name asks for UTC; the computation is the same, since local time is UTC here.
  package var isUTC: Bool
  /// Whether the data hold the starts of bins already.
  package var isBinned: Bool
  package var maxbins: Int?

  package init(_ units: [Unit], step: Int = 1, isUTC: Bool = false, isBinned: Bool = false, maxbins: Int? = nil) {
    self.units = Set(units).sorted()
    self.step = max(1, step)
    self.isUTC = isUTC
    self.isBinned = isBinned
    self.maxbins = maxbins
  }

  /// Reads `yearmonth`, `utcyear`, `binnedutcyearmonthdate`.
  /// - Throws: `timeunit.unknown` with the nearest name.
  package init(name: String, step: Int = 1, maxbins: Int? = nil, at span: SourceSpan? = nil) throws(Diagnostic) {
    var rest = name[...]
    var isUTC = false
    var isBinned = false
    if rest.hasPrefix("binned") { (isBinned, rest) = (true, rest.dropFirst(6)) }
    if rest.hasPrefix("utc") { (isUTC, rest) = (true, rest.dropFirst(3)) }
    var units: [Unit] = []
    // `dayofyear` before `day`.
    let names = Unit.allCases.sorted { $0.rawValue.utf8.count > $1.rawValue.utf8.count }
    while !rest.isEmpty {
      guard let unit = names.first(where: { rest.hasPrefix($0.rawValue) }), units.last.map({ $0 < unit }) ?? true else {
        let near = nearestName(to: name, among: Self.names)
        throw .error(
          "timeunit.unknown", "“\(name)” is no time unit", at: span, hint: near.map { "did you mean “\($0)”?" })
      }
      units.append(unit)
      rest = rest.dropFirst(unit.rawValue.count)
    }
    if units.isEmpty, maxbins == nil {
      throw .error("timeunit.unknown", "“\(name)” is no time unit", at: span)
    }
    self.init(units, step: step, isUTC: isUTC, isBinned: isBinned, maxbins: maxbins)
  }

  /// The names of Vega-Lite's local units.
  package static let names: [String] =
    Unit.allCases.map(\.rawValue) + [
      "yearquarter", "yearquartermonth", "yearmonth", "yearmonthdate", "yearmonthdatehours", "yearmonthdatehoursminutes",
      "yearmonthdatehoursminutesseconds", "yearweek", "yearweekday", "yearweekdayhours", "yearweekdayhoursminutes",
      "yearweekdayhoursminutesseconds", "yeardayofyear", "quartermonth", "monthdate", "monthdatehours",
      "monthdatehoursminutes", "monthdatehoursminutesseconds", "weekday", "weekdayhours", "weekdayhoursminutes",
      "weekdayhoursminutesseconds", "dayhours", "dayhoursminutes", "dayhoursminutesseconds", "hoursminutes",
      "hoursminutesseconds", "minutesseconds", "secondsmilliseconds",
    ]

  /// The name of its units in one word, as Vega-Lite writes it into derived field names (`yearmonth`, `utcyear`).
  package var name: String { (isUTC ? "utc" : "") + units.map(\.rawValue).joined() }

  package var isSingle: Bool { units.count == 1 }
  package var smallest: Unit { units.last ?? .milliseconds }

  /// The start of the bin of a moment: a `time`; null for null and for what is no moment.
  package func floor(_ value: DataValue) -> DataValue {
    if value.isNull { return .null }
    guard let time = floor(momentOf(value)) else { return .null }
    return .time(time)
  }

  /// As ``floor(_:)-swift.method`` in milliseconds; nil for NaN and beyond the calendar.
  package func floor(_ time: Double) -> Double? {
    guard let date = CivilDate(time: time) else { return nil }
    let set = Set(units)
    func stepped(_ unit: Unit, _ part: Int, from phase: Int = 0) -> Int {
      guard unit == smallest, step > 1 else { return part }
      return phase + step * floorDivided(part - phase, by: step)
    }
    let year = set.contains(.year) ? stepped(.year, date.year) : 2012
    var month = 0
    if set.contains(.month) {
      month = stepped(.month, date.month - 1)
    } else if set.contains(.quarter) {
      month = 3 * stepped(.quarter, (date.month - 1) / 3)
    }
    let firstDay = CivilDate(year: year).weekday
    /// The day of the year of a weekday in a Sunday-based week.
    func dayOfYear(week: Int, weekday: Int) -> Int { weekday + week * 7 - (firstDay + 6) % 7 }
    var day = 1
    if set.contains(.week), set.contains(.day) {
      day = stepped(.day, dayOfYear(week: date.sundayWeek, weekday: date.weekday), from: 1)
    } else if set.contains(.week) {
      day = dayOfYear(week: stepped(.week, date.sundayWeek, from: 1), weekday: 0)
    } else if set.contains(.day) {
      day = stepped(.day, dayOfYear(week: 1, weekday: date.weekday), from: 1)
    } else if set.contains(.date) {
      day = stepped(.date, date.day, from: 1)
    } else if set.contains(.dayofyear) {
      day = stepped(.dayofyear, date.dayOfYear, from: 1)
    }
    let total = date.milliseconds
    let hours = set.contains(.hours) ? stepped(.hours, total / 3_600_000) : 0
    let minutes = set.contains(.minutes) ? stepped(.minutes, total / 60_000 % 60) : 0
    let seconds = set.contains(.seconds) ? stepped(.seconds, total / 1000 % 60) : 0
    let milliseconds = set.contains(.milliseconds) ? stepped(.milliseconds, total % 1000) : 0
    return CivilDate.time(
      year: year, month: month + 1, day: day, hours: hours, minutes: minutes, seconds: seconds,
      milliseconds: milliseconds)
  }

  /// The end of the bin that starts at `time`: one step of the smallest unit later.
  package func end(of time: Double) -> Double { offset(time, by: step) }

  /// `time` moved by so many of the smallest unit.
  package func offset(_ time: Double, by count: Int) -> Double {
    guard let date = CivilDate(time: time) else { return .nan }
    switch smallest {
    case .year: return date.moved(years: count).time
    case .quarter:
      // As in d3-time the first step ends at a month that begins a quarter.
      let month = (date.month - 1) % 3
      return date.moved(months: 3 * count - (count < 0 && month > 0 ? month - 3 : month)).time
    case .month: return date.moved(months: count).time
    case .week: return time + Double(count) * 7 * 86_400_000
    case .date, .day, .dayofyear: return time + Double(count) * 86_400_000
    case .hours: return time + Double(count) * 3_600_000
    case .minutes: return time + Double(count) * 60_000
    case .seconds: return time + Double(count) * 1000
    case .milliseconds: return time + Double(count)
    }
  }

  /// The moment that a plain number means for a single unit, as Vega-Lite reads predicates and domains: a year, a month
  /// or quarter from 1, a weekday from 1 (Monday) to 7, a day of the month, hours and so on; nil for several units.
  package func time(ofPart part: Double) -> Double? {
    guard isSingle, part.isFinite, abs(part) < 1e9 else { return nil }
    let n = Int(part)
    switch units[0] {
    case .year: return CivilDate.time(year: n)
    case .quarter: return CivilDate.time(year: 2012, month: 3 * (n - 1) + 1)
    case .month: return CivilDate.time(year: 2012, month: n)
    case .week: return CivilDate.time(year: 2012, day: 7 * n - 6)
    case .date: return CivilDate.time(year: 2012, day: n)
    case .day: return CivilDate.time(year: 2012, day: (n % 7 + 7) % 7 + 1)
    case .dayofyear: return CivilDate.time(year: 2012, day: n)
    case .hours: return CivilDate.time(year: 2012, hours: n)
    case .minutes: return CivilDate.time(year: 2012, minutes: n)
    case .seconds: return CivilDate.time(year: 2012, seconds: n)
    case .milliseconds: return CivilDate.time(year: 2012, milliseconds: n)
    }
  }
}

func floorDivided(_ a: Int, by b: Int) -> Int { a >= 0 ? a / b : -((-a + b - 1) / b) }
