import Scales

extension TimeUnit {
  private static let second = 1000.0
  private static let minute = 60 * second
  private static let hour = 60 * minute
  private static let day = 24 * hour
  /// Units and steps to choose from with their usual length (vega-time's `bin`).
  private static let choices: [(units: [Unit], step: Int, length: Double)] = {
    let seconds: [Unit] = [.year, .month, .date, .hours, .minutes, .seconds]
    let minutes = Array(seconds.dropLast())
    let hours = Array(minutes.dropLast())
    let days = Array(hours.dropLast())
    return [1, 5, 15, 30].map { (seconds, $0, second * Double($0)) }
      + [1, 5, 15, 30].map { (minutes, $0, minute * Double($0)) }
      + [1, 3, 6, 12].map { (hours, $0, hour * Double($0)) }
      + [
        (days, 1, day), ([.year, .week], 1, 7 * day), ([.year, .month], 1, 30 * day), ([.year, .month], 3, 90 * day),
        ([.year], 1, 365 * day),
      ]
  }()

  /// The unit that cuts an interval of moments into at most about `maxbins` bins.
  package static func fitting(from low: Double, to high: Double, maxbins: Int, isUTC: Bool = false) -> TimeUnit {
    let count = Double(max(1, maxbins))
    let target = abs(high - low) / count
    guard let above = choices.firstIndex(where: { target < $0.length }) else {
      let step = tickStep(from: low / (365 * day), to: high / (365 * day), count: count)
      return TimeUnit([.year], step: step.isFinite ? Int(max(1, min(step, 1e6))) : 1, isUTC: isUTC)
    }
    if above == 0 {
      let step = tickStep(from: low, to: high, count: count)
      return TimeUnit(
        [.year, .month, .date, .hours, .minutes, .seconds, .milliseconds],
        step: step.isFinite ? Int(max(1, min(step, 1e9))) : 1, isUTC: isUTC)
    }
    let (a, b) = (choices[above - 1], choices[above])
    let choice = target / a.length < b.length / target ? a : b
    return TimeUnit(choice.units, step: choice.step, isUTC: isUTC)
  }

  /// vega-time's formats of units, for labels.
  private static let specifiers: [String: String] = [
    "year": "%Y ", "quarter": "Q%q ", "month": "%b ", "date": "%d ", "week": "W%U ", "day": "%a ", "dayofyear": "%j ",
    "hours": "%H:00", "minutes": "00:%M", "seconds": ":%S", "milliseconds": ".%L", "year-month": "%Y-%m ",
    "year-month-date": "%Y-%m-%d ", "hours-minutes": "%H:%M",
  ]
  /// Those that Vega-Lite puts in their place.
  package static let vegaLiteSpecifiers = TimeLocale.english.units

  /// The d3-time-format of a label, longest known run of units first.
  /// - Parameter overrides: formats by units joined with hyphens, such as `year-month`.
  package func formatSpecifier(_ overrides: [String: String] = TimeUnit.vegaLiteSpecifiers) -> String {
    let all = Self.specifiers.merging(overrides) { $1 }
    var format = ""
    var start = 0
    while start < units.count {
      var end = units.count
      while end > start + 1, all[units[start..<end].map(\.rawValue).joined(separator: "-")] == nil { end -= 1 }
      format += all[units[start..<end].map(\.rawValue).joined(separator: "-")] ?? ""
      start = end
    }
    while format.last == " " { format.removeLast() }
    return format
  }
}
