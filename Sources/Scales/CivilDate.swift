/// A moment in UTC as the calendar shows it (proleptic Gregorian).
package struct CivilDate: Hashable, Sendable {
  package var year: Int
  /// 1–12.
  package var month: Int
  /// 1–31.
  package var day: Int
  /// Since midnight.
  package var milliseconds: Int

  package init(year: Int, month: Int = 1, day: Int = 1, milliseconds: Int = 0) {
    self.year = year
    self.month = month
    self.day = day
    self.milliseconds = milliseconds
  }

  static let millisecondsPerDay = 86_400_000

  /// Days since 1970-01-01, counted by 400-year cycles that start in March (H. Hinnant, "chrono-compatible low-level
  /// date algorithms").
  package var dayNumber: Int {
    let y = month <= 2 ? year - 1 : year
    let era = (y >= 0 ? y : y - 399) / 400
    let yearOfEra = y - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  /// Milliseconds since 1970-01-01T00:00:00Z.
  package var time: Double { Double(dayNumber * Self.millisecondsPerDay + milliseconds) }

  /// The moment `time` milliseconds after 1970-01-01T00:00:00Z; nil beyond ±100 million days.
  package init?(time: Double) {
    guard time.isFinite, abs(time) <= 8.64e15 else { return nil }
    let total = Int(time.rounded(.down))
    var days = total / Self.millisecondsPerDay
    if total % Self.millisecondsPerDay < 0 { days -= 1 }
    milliseconds = total - days * Self.millisecondsPerDay
    let z = days + 719_468
    let era = (z >= 0 ? z : z - 146_096) / 146_097
    let dayOfEra = z - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    day = dayOfYear - (153 * shifted + 2) / 5 + 1
    month = shifted < 10 ? shifted + 3 : shifted - 9
    year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  }

  /// Reads `2022`, `2022-12`, `2022-12-08` with an optional `T10:30`, `T10:30:05`, `T10:30:05.250` and `Z`; `/` and `.`
  /// may stand for the hyphens. Nil for anything else.
  package init?(_ text: String) {
    var fields: [Int] = []
    var digits = ""
    var fraction = false
    for character in text.unicodeScalars {
      switch character {
      case "0"..."9": digits.unicodeScalars.append(character)
      case "-", "/", "T", " ", ":", ".":
        guard let number = Int(digits) else { return nil }
        fields.append(number)
        digits = ""
        if character == ".", fields.count == 6 { fraction = true }
      case "Z" where !digits.isEmpty: break
      default: return nil
      }
    }
    guard let number = Int(digits), digits.count <= 4 else { return nil }
    if fraction {
      guard digits.count <= 3 else { return nil }
      fields.append(number * [100, 10, 1][digits.count - 1])
    } else {
      fields.append(number)
    }
    guard (1...7).contains(fields.count), fields.count != 4, (0...9999).contains(fields[0]) else { return nil }
    let defaults = [0, 1, 1, 0, 0, 0, 0]
    let all = fields + defaults[fields.count...]
    guard (1...12).contains(all[1]), (1...31).contains(all[2]), all[3] < 25, all[4] < 60, all[5] < 61 else {
      return nil
    }
    self.init(
      year: all[0], month: all[1], day: all[2],
      milliseconds: ((all[3] * 60 + all[4]) * 60 + all[5]) * 1000 + all[6])
  }
}

/// Parts that the calendar derives, and reckoning with parts that run over.
extension CivilDate {
  /// 0 is Sunday, 6 Saturday.
  package var weekday: Int { ((dayNumber + 4) % 7 + 7) % 7 }
  /// 1–366.
  package var dayOfYear: Int { dayNumber - CivilDate(year: year).dayNumber + 1 }
  /// Week of the year from 0; weeks start on Sunday, and the days before the first one are week 0 (strftime's %U).
  package var sundayWeek: Int { (dayOfYear + 6 - weekday) / 7 }
  /// As ``sundayWeek`` with weeks from Monday (%W).
  package var mondayWeek: Int { (dayOfYear + 6 - (weekday + 6) % 7) / 7 }
  /// Year and week of ISO 8601: the week belongs to the year that holds its Thursday.
  package var isoWeek: (year: Int, week: Int) {
    let thursday = dayNumber - (weekday + 6) % 7 + 3
    let date = CivilDate(dayNumber: thursday)
    return (date.year, (date.dayOfYear - 1) / 7 + 1)
  }

  package init(dayNumber: Int) {
    self = CivilDate(time: Double(dayNumber) * Double(Self.millisecondsPerDay)) ?? CivilDate(year: 1970)
  }

  /// Milliseconds since 1970 of parts that may run over (month 13, day 0), as `Date.UTC` reckons; NaN beyond ±100
  /// million days.
  package static func time(
    year: Int, month: Int = 1, day: Int = 1, hours: Int = 0, minutes: Int = 0, seconds: Int = 0, milliseconds: Int = 0
  ) -> Double {
    guard [year, month, day, hours, minutes, seconds, milliseconds].allSatisfy({ abs($0) < 1_000_000_000_000_000 })
    else { return .nan }
    let years = Int((Double(month - 1) / 12).rounded(.down))
    guard abs(year + years) < 400_000 else { return .nan }
    let first = CivilDate(year: year + years, month: month - 1 - years * 12 + 1).dayNumber
    let days = Double(first) + Double(day - 1)
    let time =
      days * 86_400_000 + Double(hours) * 3_600_000 + Double(minutes) * 60_000 + Double(seconds) * 1000
      + Double(milliseconds)
    return abs(time) <= 8.64e15 ? time : .nan
  }

  /// The same day of another month or year; days that it lacks run over into the next month.
  package func moved(years: Int = 0, months: Int = 0) -> CivilDate {
    let time = Self.time(
      year: year + years, month: month + months, day: day, milliseconds: milliseconds)
    return CivilDate(time: time) ?? self
  }
}
