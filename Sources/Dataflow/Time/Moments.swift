import Scales

/// The moment that a value means, in milliseconds since 1970: a time or number as it is, a text as `Date.parse` reads it;
/// NaN for what is none.
func momentOf(_ value: DataValue) -> Double {
  switch value {
  case .time(let time), .number(let time): time
  case .text(let text): parsedDate(text) ?? .nan
  case .boolean(let flag): flag ? 1 : 0
  case .null: 0
  case .undefined, .list, .object: .nan
  }
}

/// `Date.prototype.toString`.
func dateText(_ time: Double) -> String {
  TimeFormat("%a %b %d %Y %H:%M:%S GMT+0000 (Coordinated Universal Time)").map { $0(time) }.flatMap {
    $0.isEmpty ? nil : $0
  } ?? "Invalid Date"
}

/// Reads a date as browsers' `Date.parse` does: ISO 8601, and the looser forms with month names or numbers in American
/// order (`Jan 5 2020 10:30 PM`, `5 January 2020`, `1/5/2020`, `2020/1/5`), here also with 年月日. Days that a month does not
/// have are no date.
package func parsedDate(_ text: String) -> Double? {
  isoDate(text) ?? looseDate(text)
}

/// `2020`, `2020-01`, `2020-01-05`, each with `T10:30`, `T10:30:05.25` and `Z` or `+08:00`.
private func isoDate(_ text: String) -> Double? {
  let units = Array(text.utf8)
  var here = 0
  func digits(_ count: Int) -> Int? {
    guard here + count <= units.count else { return nil }
    var value = 0
    for unit in units[here..<here + count] {
      guard (48...57).contains(unit) else { return nil }
      value = value * 10 + Int(unit - 48)
    }
    here += count
    return value
  }
  func take(_ character: Character) -> Bool {
    guard here < units.count, units[here] == character.asciiValue else { return false }
    here += 1
    return true
  }
  guard let year = digits(4) else { return nil }
  var (month, day, hour, minute, second, millisecond, zone) = (1, 1, 0, 0, 0, 0, 0)
  if take("-") {
    guard let value = digits(2) else { return nil }
    month = value
    if take("-") {
      guard let value = digits(2) else { return nil }
      day = value
    }
  }
  if take("T") || (here == 10 && take(" ")) {
    guard let h = digits(2), take(":"), let m = digits(2) else { return nil }
    (hour, minute) = (h, m)
    if take(":") {
      guard let s = digits(2) else { return nil }
      second = s
      if take(".") {
        var scale = 100
        var found = false
        while let digit = digits(1) {
          millisecond += digit * scale
          scale /= 10
          found = true
        }
        if !found { return nil }
      }
    }
    if !take("Z"), here < units.count {
      let sign = take("+") ? 1 : take("-") ? -1 : 0
      guard sign != 0, let h = digits(2) else { return nil }
      _ = take(":")
      guard let m = digits(2) else { return nil }
      zone = sign * (h * 60 + m)
    }
  }
  guard here == units.count else { return nil }
  return moment(year, month, day, hour, minute, second, millisecond, zone)
}

private func moment(
  _ year: Int, _ month: Int, _ day: Int, _ hour: Int, _ minute: Int, _ second: Int, _ millisecond: Int, _ zone: Int
) -> Double? {
  guard (1...12).contains(month), day >= 1, hour < 24 || (hour == 24 && minute == 0 && second == 0), minute < 60,
    second < 60
  else { return nil }
  let lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
  let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  guard day <= (month == 2 && isLeap ? 29 : lengths[month - 1]) else { return nil }
  let time = CivilDate.time(
    year: year, month: month, day: day, hours: hour, minutes: minute - zone, seconds: second, milliseconds: millisecond)
  return time.isNaN ? nil : time
}

private func looseDate(_ text: String) -> Double? {
  let scalars = Array(text.unicodeScalars)
  guard scalars.count <= 100 else { return nil }
  var numbers: [Int] = []
  var widths: [Int] = []
  var month: Int?
  var clock: [Int] = []
  var half: Int?
  var zone = 0
  var here = 0
  var isNegativeZone: Int?
  func isDigit(_ place: Int) -> Bool { place < scalars.count && ("0"..."9").contains(scalars[place]) }
  func isLetter(_ place: Int) -> Bool { place < scalars.count && scalars[place].properties.isAlphabetic && scalars[place].isASCII }
  while here < scalars.count {
    let scalar = scalars[here]
    if isDigit(here) {
      let start = here
      while isDigit(here) { here += 1 }
      guard here - start <= 6, let value = Int(String(String.UnicodeScalarView(scalars[start..<here]))) else { return nil }
      if let sign = isNegativeZone {
        var minutes = here - start <= 2 ? value * 60 : value / 100 * 60 + value % 100
        if here < scalars.count, scalars[here] == ":", isDigit(here + 1), isDigit(here + 2),
          let rest = Int(String(String.UnicodeScalarView(scalars[here + 1...here + 2])))
        {
          minutes = value * 60 + rest
          here += 3
        }
        zone = sign * minutes
        isNegativeZone = nil
      } else if here < scalars.count, scalars[here] == ":", isDigit(here + 1), clock.count < 2 {
        clock.append(value)
        here += 1
      } else if !clock.isEmpty, clock.count < 3, start > 0, scalars[start - 1] == ":" {
        clock.append(value)
        if here < scalars.count, scalars[here] == "." {
          here += 1
          var scale = 100
          var milliseconds = 0
          while isDigit(here) {
            milliseconds += Int(scalars[here].value - 48) * scale
            scale /= 10
            here += 1
          }
          while clock.count < 3 { clock.append(0) }
          clock.append(milliseconds)
        }
      } else {
        numbers.append(value)
        widths.append(here - start)
      }
    } else if isLetter(here) {
      let start = here
      while isLetter(here) { here += 1 }
      let word = String(String.UnicodeScalarView(scalars[start..<here])).lowercased()
      let names = TimeLocale.english
      if word == "am" || word == "pm" {
        half = word == "pm" ? 1 : 0
      } else if ["utc", "gmt", "z", "t"].contains(word) {
        continue
      } else if word.count >= 3,
        let place = names.months.firstIndex(where: { $0.lowercased().hasPrefix(word) || $0.lowercased().prefix(3) == word.prefix(3) })
      {
        if month != nil { return nil }
        month = place + 1
      } else if word.count >= 3, names.days.contains(where: { $0.lowercased().prefix(3) == word.prefix(3) }) {
        continue
      } else {
        return nil
      }
    } else if scalar == "(" {
      while here < scalars.count, scalars[here] != ")" { here += 1 }
      here += 1
    } else {
      if scalar == "+" || scalar == "-", !clock.isEmpty, isDigit(here + 1) { isNegativeZone = scalar == "-" ? -1 : 1 }
      guard "+-/,. :年月日".unicodeScalars.contains(scalar) || scalar.properties.isWhitespace else { return nil }
      here += 1
    }
  }
  func fullYear(_ value: Int, _ width: Int) -> Int { width > 2 ? value : value < 50 ? value + 2000 : value + 1900 }
  let date: (year: Int, month: Int, day: Int)
  if let month {
    switch numbers.count {
    case 1: date = widths[0] > 2 ? (numbers[0], month, 1) : (2001, month, numbers[0])
    case 2:
      date =
        widths[0] > 2
        ? (numbers[0], month, numbers[1]) : (fullYear(numbers[1], widths[1]), month, numbers[0])
    default: return nil
    }
  } else {
    switch numbers.count {
    case 3:
      date =
        widths[0] > 2
        ? (numbers[0], numbers[1], numbers[2]) : (fullYear(numbers[2], widths[2]), numbers[0], numbers[1])
    case 2:
      // `2020/3` and `2020年3月`; `3/5` is a day of 2001, as V8 reads it.
      date = widths[0] > 2 ? (numbers[0], numbers[1], 1) : (2001, numbers[0], numbers[1])
    case 1 where widths[0] == 4 && scalars.contains("年"): date = (numbers[0], 1, 1)
    default: return nil
    }
  }
  var hour = clock.first ?? 0
  if let half {
    guard (1...12).contains(hour) else { return nil }
    hour = hour % 12 + half * 12
  }
  let minute = clock.count > 1 ? clock[1] : 0
  return moment(
    date.year, date.month, date.day, hour, minute, clock.count > 2 ? clock[2] : 0, clock.count > 3 ? clock[3] : 0, zone)
}
