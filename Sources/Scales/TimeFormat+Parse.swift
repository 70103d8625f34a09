extension TimeFormat {
  /// The moment that `text` writes in this format, in milliseconds since 1970; nil when it does not fit the format, from
  /// its first to its last character. Parts that run over (30 February) are carried on unless `isStrict`.
  package func time(of text: String, isStrict: Bool = false) -> Double? {
    var reader = TimeReader(text, locale: locale)
    guard reader.read(pieces), reader.isAtEnd else { return nil }
    return reader.time(isStrict: isStrict)
  }
}

/// Reads the parts of a date, as d3-time-format's parser does.
private struct TimeReader {
  private let scalars: [Unicode.Scalar]
  private var here = 0
  private let locale: TimeLocale
  private var parts: [Unicode.Scalar: Int] = [:]
  private var milliseconds: Double?

  init(_ text: String, locale: TimeLocale) {
    scalars = Array(text.unicodeScalars)
    self.locale = locale
  }

  var isAtEnd: Bool { here == scalars.count }

  mutating func read(_ pieces: [TimeFormat.Piece]) -> Bool {
    for piece in pieces {
      switch piece {
      case .plain(let text):
        for scalar in text.unicodeScalars {
          guard here < scalars.count, scalars[here] == scalar else { return false }
          here += 1
        }
      case .directive(let directive, _): if !read(directive) { return false }
      }
    }
    return true
  }

  /// Up to `width` characters of blanks and digits.
  private mutating func number(_ width: Int, signed: Bool = false) -> Int? {
    let end = min(scalars.count, here + width)
    var place = here
    while place < end, scalars[place].properties.isWhitespace { place += 1 }
    let start = place
    if signed, place < end, scalars[place] == "-" || scalars[place] == "+" { place += 1 }
    while place < end, ("0"..."9").contains(scalars[place]) { place += 1 }
    guard let value = Int(String(String.UnicodeScalarView(scalars[start..<place]))) else { return nil }
    here = place
    return value
  }

  private mutating func word(of list: [String]) -> Int? {
    let candidates = list.enumerated().sorted { $0.element.count > $1.element.count }
    for (place, candidate) in candidates {
      let wanted = Array(candidate.lowercased().unicodeScalars)
      guard !wanted.isEmpty, here + wanted.count <= scalars.count else { continue }
      let found = String(String.UnicodeScalarView(scalars[here..<here + wanted.count])).lowercased()
      if Array(found.unicodeScalars) == wanted {
        here += wanted.count
        return place
      }
    }
    return nil
  }

  private mutating func keep(_ part: Unicode.Scalar, _ value: Int?) -> Bool {
    guard let value else { return false }
    parts[part] = value
    return true
  }

  private mutating func read(_ directive: Unicode.Scalar) -> Bool {
    switch directive {
    case "a": return keep("w", word(of: locale.shortDays))
    case "A": return keep("w", word(of: locale.days))
    case "b": return keep("m", word(of: locale.shortMonths))
    case "B": return keep("m", word(of: locale.months))
    case "c", "x", "X":
      let nested = directive == "c" ? locale.dateTime : directive == "x" ? locale.date : locale.time
      guard let format = TimeFormat(nested, locale: locale) else { return false }
      return read(format.pieces)
    case "d", "e": return keep("d", number(2))
    case "f": return keep("L", number(6).map { $0 / 1000 })
    case "g", "y": return keep("y", number(2).map { $0 + ($0 > 68 ? 1900 : 2000) })
    case "G", "Y": return keep("y", number(4))
    case "H", "I": return keep("H", number(2))
    case "j":
      guard keep("d", number(3)) else { return false }
      parts["m"] = 0
      return true
    case "L": return keep("L", number(3))
    case "m": return keep("m", number(2).map { $0 - 1 })
    case "M": return keep("M", number(2))
    case "p": return keep("p", word(of: locale.periods))
    case "q": return keep("q", number(1).map { $0 * 3 - 3 })
    case "Q", "s":
      guard let value = number(20, signed: true) else { return false }
      milliseconds = Double(value) * (directive == "s" ? 1000 : 1)
      return true
    case "S": return keep("S", number(2))
    case "u": return keep("w", number(1).map { $0 % 7 })
    case "U": return keep("U", number(2))
    case "V": return keep("V", number(2))
    case "w": return keep("w", number(1))
    case "W": return keep("W", number(2))
    case "Z": return zone()
    default:
      guard here < scalars.count, scalars[here] == "%" else { return false }
      here += 1
      return true
    }
  }

  /// `Z`, `+08`, `+0800`, `+08:00`.
  private mutating func zone() -> Bool {
    guard here < scalars.count else { return false }
    if scalars[here] == "Z" {
      here += 1
      parts["Z"] = 0
      return true
    }
    guard scalars[here] == "+" || scalars[here] == "-" else { return false }
    let sign = scalars[here] == "-" ? -1 : 1
    here += 1
    guard let hours = number(2) else { return false }
    if here < scalars.count, scalars[here] == ":" { here += 1 }
    parts["Z"] = sign * (hours * 60 + (number(2) ?? 0))
    return true
  }

  func time(isStrict: Bool) -> Double? {
    if let milliseconds { return milliseconds + Double(parts["L"] ?? 0) }
    var hour = parts["H"] ?? 0
    if let half = parts["p"] { hour = hour % 12 + half * 12 }
    var month = parts["m"] ?? parts["q"] ?? 0
    var year = parts["y"] ?? 1900
    var day = parts["d"] ?? 1
    if let week = parts["V"] {
      guard (1...53).contains(week) else { return nil }
      let first = CivilDate(year: year)
      // The Monday of week 1: on or before a first of January up to Thursday, else after it.
      let back = (first.weekday + 6) % 7
      let monday = first.dayNumber - back + (back > 3 ? 7 : 0)
      let date = CivilDate(dayNumber: monday + (week - 1) * 7)
      (year, month, day) = (date.year, date.month - 1, date.day + ((parts["w"] ?? 1) + 6) % 7)
    } else if parts["W"] != nil || parts["U"] != nil {
      let first = CivilDate(year: year).weekday
      let weekday = parts["w"] ?? (parts["W"] != nil ? 1 : 0)
      month = 0
      if let week = parts["W"] {
        day = (weekday + 6) % 7 + week * 7 - (first + 5) % 7
      } else if let week = parts["U"] {
        day = weekday + week * 7 - (first + 6) % 7
      }
    } else if isStrict {
      guard (0..<12).contains(month), hour < 25, parts["M"] ?? 0 < 60, parts["S"] ?? 0 < 61 else { return nil }
      let date = CivilDate(time: CivilDate.time(year: year, month: month + 1, day: day))
      let isDayOfYear = day > 31
      guard let date, isDayOfYear ? date.year == year : date.month == month + 1 && day > 0 else { return nil }
    }
    let time = CivilDate.time(
      year: year, month: month + 1, day: day, hours: hour, minutes: (parts["M"] ?? 0) - (parts["Z"] ?? 0),
      seconds: parts["S"] ?? 0, milliseconds: parts["L"] ?? 0)
    return time.isNaN ? nil : time
  }
}
