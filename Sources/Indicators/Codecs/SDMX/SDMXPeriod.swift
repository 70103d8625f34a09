/// Times of SDMX (SDMX 2.1 Section 6, 4.2.4 to 4.2.14): `2022`, `2022-03`, `2022-A1`, `2022-S1`, `2022-T2`, `2022-Q1`, `2022-M03`, `2022-W05`,
/// `2022-D032`, `2022-03-01`, `2022-03-01T00:00:00`, ranges such as `2022-01-01/P3M`; also without the dash, as agencies write.
extension Period {
  /// - Parameter text: a value of TIME_PERIOD.
  package init?(sdmx text: String) {
    if let slash = text.firstIndex(of: "/") {
      let (start, rest) = (text[..<slash], text[text.index(after: slash)...])
      if rest.first == "P" {
        guard let first = CivilDay(start), let period = first.span(rest) else { return nil }
        self = period
      } else if rest.count < 10, let plain = Period(text) {
        self = plain
      } else {
        guard let first = CivilDay(start), let last = CivilDay(rest), first <= last else { return nil }
        self = CivilDay.period(from: first, to: last)
      }
      return
    }
    // A time zone, or a time of the day, says nothing of the period.
    let clean = text.last == "Z" ? text.dropLast() : text[...]
    if let plain = Period(String(clean)) {
      self = plain
      return
    }
    if clean.count >= 10, clean.dropFirst(10).first.map({ "T+".contains($0) }) ?? true, let day = CivilDay(clean.prefix(10)) {
      self = CivilDay.period(from: day, to: day)
      return
    }
    guard clean.count >= 6, clean.count <= 9, let year = Int(clean.prefix(4)), (1000...9999).contains(year),
      clean.prefix(4).allSatisfy(\.isNumber)
    else { return nil }
    let rest = clean.dropFirst(4).drop { $0 == "-" }
    guard let letter = rest.first?.uppercased(), let number = Int(rest.dropFirst()), number > 0 else { return nil }
    func months(_ length: Int) -> Period? {
      guard number * length <= 12 else { return nil }
      return length == 12
        ? Period(year: year) : Period(Mark(year: year, month: (number - 1) * length + 1), Mark(year: year, month: number * length))
    }
    let found: Period? =
      switch letter {
      case "A", "Y": months(12)
      case "S", "H", "B": months(6)
      case "T": months(4)
      case "Q": months(3)
      case "M": months(1)
      case "W": CivilDay.week(number, of: year)
      case "D":
        number <= (CivilDay.isLeap(year) ? 366 : 365)
          ? CivilDay(year: year, month: 1, day: 1).map { CivilDay.period(from: $0.adding(number - 1), to: $0.adding(number - 1)) } : nil
      default: nil
      }
    guard let found else { return nil }
    self = found
  }

  /// The period as SDMX writes it; nil for one without an end.
  package var sdmx: String? {
    guard !isOpen else { return nil }
    if start == end { return start.description }
    if let first = start.day, let from = start.month, let last = end.day, let to = end.month,
      let begin = CivilDay(year: start.year, month: from, day: first), let finish = CivilDay(year: end.year, month: to, day: last)
    {
      if let week = begin.weekBeginning, begin.adding(6) == finish { return "\(week.year)-W\(week.number < 10 ? "0" : "")\(week.number)" }
      return "\(start)/P\(finish.number - begin.number + 1)D"
    }
    guard let first = start.month, let last = end.month else { return "\(start.year)-01-01/P\(months)M" }
    if start.year == end.year {
      switch (first, last) {
      case (1, 6), (7, 12): return "\(start.year)-S\(last / 6)"
      case (1, 3), (4, 6), (7, 9), (10, 12): return "\(start.year)-Q\(last / 3)"
      default: break
      }
    }
    return "\(start)-01/P\(months)M"
  }
}

/// A day of the Gregorian calendar.
struct CivilDay: Hashable, Comparable {
  var year: Int
  var month: Int
  var day: Int

  init?(year: Int, month: Int, day: Int) {
    guard (1...12).contains(month), (1...Self.days(in: month, of: year)).contains(day) else { return nil }
    (self.year, self.month, self.day) = (year, month, day)
  }

  /// `2022-03-01`, with a time behind it or not; `2022-03` and `2022` for their first days.
  init?(_ text: Substring) {
    let date = text.prefix { $0 != "T" }
    let parts = date.split(separator: "-", omittingEmptySubsequences: false)
    guard (1...3).contains(parts.count), parts[0].count == 4, parts.dropFirst().allSatisfy({ $0.count == 2 }) else { return nil }
    let numbers = parts.compactMap { $0.allSatisfy(\.isNumber) ? Int($0) : nil }
    guard numbers.count == parts.count, (1000...9999).contains(numbers[0]) else { return nil }
    self.init(year: numbers[0], month: numbers.count > 1 ? numbers[1] : 1, day: numbers.count > 2 ? numbers[2] : 1)
  }

  static func < (a: CivilDay, b: CivilDay) -> Bool { (a.year, a.month, a.day) < (b.year, b.month, b.day) }

  static func isLeap(_ year: Int) -> Bool { year % 4 == 0 && year % 100 != 0 || year % 400 == 0 }
  static func days(in month: Int, of year: Int) -> Int { [31, isLeap(year) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] }

  /// Days since 1 January of the year 0.
  var number: Int {
    let before = year - 1
    var days = year * 365 + before / 4 - before / 100 + before / 400 + 1
    for earlier in 1..<month { days += Self.days(in: earlier, of: year) }
    return days + day - 1
  }

  func adding(_ count: Int) -> CivilDay {
    var copy = self
    copy.day += count
    while copy.day > Self.days(in: copy.month, of: copy.year) {
      copy.day -= Self.days(in: copy.month, of: copy.year)
      copy.month += 1
      if copy.month > 12 { (copy.year, copy.month) = (copy.year + 1, 1) }
    }
    while copy.day < 1 {
      copy.month -= 1
      if copy.month < 1 { (copy.year, copy.month) = (copy.year - 1, 12) }
      copy.day += Self.days(in: copy.month, of: copy.year)
    }
    return copy
  }

  /// 0 for Monday. 1 January 2024 was one.
  private var weekday: Int {
    let distance = number - Self.monday.number
    return (distance % 7 + 7) % 7
  }
  private static let monday = CivilDay(first: 2024)
  private init(first year: Int) { (self.year, month, day) = (year, 1, 1) }

  /// The week of ISO 8601: the first is that of 4 January.
  static func week(_ number: Int, of year: Int) -> Period? {
    let fourth = CivilDay(first: year).adding(3)
    let start = fourth.adding(-fourth.weekday + 7 * (number - 1))
    guard start.weekBeginning?.year == year else { return nil }
    return period(from: start, to: start.adding(6))
  }

  /// The week of ISO 8601 that begins on the day; nil for a day that is no Monday.
  var weekBeginning: (year: Int, number: Int)? {
    guard weekday == 0 else { return nil }
    let thursday = adding(3)
    return (thursday.year, (thursday.number - CivilDay(first: thursday.year).number) / 7 + 1)
  }

  /// The period of a duration of ISO 8601 that begins on the day: `P3M`, `P1Y6M`, `P2W`, `P10D`.
  func span(_ duration: Substring) -> Period? {
    var months = 0
    var days = 0
    var digits = ""
    for sign in duration.dropFirst() {
      if sign.isNumber, sign.isASCII, digits.count < 4 {
        digits.append(sign)
        continue
      }
      guard let count = Int(digits) else { return nil }
      digits = ""
      switch sign {
      case "Y": months += count * 12
      case "M": months += count
      case "W": days += count * 7
      case "D": days += count
      default: return nil
      }
    }
    guard digits.isEmpty, months + days > 0, months < 12_000, days < 100_000 else { return nil }
    let later = month - 1 + months
    guard
      let end = CivilDay(
        year: year + later / 12, month: later % 12 + 1, day: min(day, Self.days(in: later % 12 + 1, of: year + later / 12)))
    else { return nil }
    return Self.period(from: self, to: end.adding(days - 1))
  }

  /// Whole years and months are named as such.
  static func period(from first: CivilDay, to last: CivilDay) -> Period {
    typealias Mark = Period.Mark
    let isOfMonths = first.day == 1 && last.day == days(in: last.month, of: last.year)
    guard isOfMonths else {
      return Period(Mark(year: first.year, month: first.month, day: first.day), Mark(year: last.year, month: last.month, day: last.day))
    }
    if first.month == 1, last.month == 12 { return Period(Mark(year: first.year), Mark(year: last.year)) }
    return Period(Mark(year: first.year, month: first.month), Mark(year: last.year, month: last.month))
  }
}
