import Dataflow
import Grammar
import Scales

/// The moments of a column in words: by the channel's time unit, else as exactly as they differ from the start of a year, a month
/// or a day.
struct SpokenTimes {
  private let format: TimeFormat?

  init(_ column: Column, _ unit: TimeUnit?, _ words: FigureWords) {
    if let unit {
      let locale = words.isEnglish ? TimeLocale.english : .simplifiedChinese
      format = TimeFormat(unit.formatSpecifier(locale.units), locale: locale)
      return
    }
    let moments = column.values.compactMap { if case .time(let moment) = $0, moment.isFinite { moment } else { nil } }
    func all(_ specifier: String, are start: String) -> Bool {
      guard let format = TimeFormat(specifier) else { return false }
      return moments.allSatisfy { format($0) == start }
    }
    let specifier =
      if !all("%H:%M:%S.%L", are: "00:00:00.000") { "%Y-%m-%d %H:%M" } else if !all("%d", are: "01") {
        "%Y-%m-%d"
      } else if !all("%m", are: "01") { "%Y-%m" } else { "%Y" }
    format = TimeFormat(specifier)
  }

  /// Nil for what is no moment.
  func callAsFunction(_ value: DataValue) -> String? {
    guard case .time(let moment) = value, moment.isFinite else { return nil }
    return format?(moment)
  }
}
