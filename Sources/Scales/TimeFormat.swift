/// A format of moments in the notation of d3-time-format, such as `%Y-%m-%d`; the time zone is UTC.
package struct TimeFormat: Hashable, Sendable {
  /// What stands in the notation: plain text, or a directive with its padding (nil for the directive's own).
  enum Piece: Hashable, Sendable {
    case plain(String)
    case directive(Unicode.Scalar, padding: Padding?)
  }
  enum Padding: Unicode.Scalar, Hashable, Sendable {
    case none = "-"
    case space = "_"
    case zero = "0"
  }

  let pieces: [Piece]
  package var locale: TimeLocale

  private static let directives = Set("aAbBcdefgGHIjLmMpqQsSuUVwWxXyYZ%".unicodeScalars)

  /// Nil when a directive is not known.
  package init?(_ specifier: String, locale: TimeLocale = .english) {
    var pieces: [Piece] = []
    var plain = ""
    var rest = Array(specifier.unicodeScalars)[...]
    while let scalar = rest.popFirst() {
      guard scalar == "%" else {
        plain.unicodeScalars.append(scalar)
        continue
      }
      var directive = rest.popFirst()
      let padding = directive.flatMap { Padding(rawValue: $0) }
      if padding != nil { directive = rest.popFirst() }
      guard let directive, Self.directives.contains(directive) else { return nil }
      if !plain.isEmpty { pieces.append(.plain(plain)) }
      plain = ""
      pieces.append(.directive(directive, padding: padding))
    }
    if !plain.isEmpty { pieces.append(.plain(plain)) }
    self.pieces = pieces
    self.locale = locale
  }

  /// - Parameter time: milliseconds since 1970-01-01T00:00:00Z. Empty for what is no moment.
  package func callAsFunction(_ time: Double) -> String {
    guard let date = CivilDate(time: time) else { return "" }
    return pieces.map { piece in
      switch piece {
      case .plain(let text): text
      case .directive(let directive, let padding): text(of: directive, padding, date, time)
      }
    }.joined()
  }

  private func nested(_ specifier: String, _ time: Double) -> String {
    TimeFormat(specifier, locale: locale)?(time) ?? ""
  }

  private func text(of directive: Unicode.Scalar, _ padding: Padding?, _ date: CivilDate, _ time: Double) -> String {
    func padded(_ value: Int, _ width: Int) -> String {
      let fill = directive == "e" ? padding ?? .space : padding ?? .zero
      let digits = String(abs(value))
      let sign = value < 0 ? "-" : ""
      if fill == .none { return sign + digits }
      return sign + String(repeating: fill == .zero ? "0" : " ", count: max(0, width - digits.count)) + digits
    }
    func item(_ list: [String], _ place: Int) -> String { list.indices.contains(place) ? list[place] : "" }
    let hour = date.milliseconds / 3_600_000
    switch directive {
    case "a": return item(locale.shortDays, date.weekday)
    case "A": return item(locale.days, date.weekday)
    case "b": return item(locale.shortMonths, date.month - 1)
    case "B": return item(locale.months, date.month - 1)
    case "c": return nested(locale.dateTime, time)
    case "x": return nested(locale.date, time)
    case "X": return nested(locale.time, time)
    case "d", "e": return padded(date.day, 2)
    case "f": return padded(date.milliseconds % 1000, 3) + "000"
    case "g": return padded(date.isoWeek.year % 100, 2)
    case "G": return padded(date.isoWeek.year % 10_000, 4)
    case "H": return padded(hour, 2)
    case "I": return padded(hour % 12 == 0 ? 12 : hour % 12, 2)
    case "j": return padded(date.dayOfYear, 3)
    case "L": return padded(date.milliseconds % 1000, 3)
    case "m": return padded(date.month, 2)
    case "M": return padded(date.milliseconds / 60_000 % 60, 2)
    case "p": return item(locale.periods, hour >= 12 ? 1 : 0)
    case "q": return String((date.month - 1) / 3 + 1)
    case "Q": return String(Int(time))
    case "s": return String(Int((time / 1000).rounded(.down)))
    case "S": return padded(date.milliseconds / 1000 % 60, 2)
    case "u": return String(date.weekday == 0 ? 7 : date.weekday)
    case "U": return padded(date.sundayWeek, 2)
    case "V": return padded(date.isoWeek.week, 2)
    case "w": return String(date.weekday)
    case "W": return padded(date.mondayWeek, 2)
    case "y": return padded(date.year % 100, 2)
    case "Y": return padded(date.year % 10_000, 4)
    case "Z": return "+0000"
    default: return "%"
    }
  }
}
