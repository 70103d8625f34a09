import Indicators

/// Parts of years, dates and spans as English writes them: the third quarter of 2024, 31 December 2023, three months to March,
/// since 2015.
extension EnglishChunker {
  // MARK: Parts of years

  private static let ordinals = ["first": 1, "second": 2, "third": 3, "fourth": 4, "final": 4, "last": 4]

  /// first quarter of 2024, Quarter 1 2024, Q1 2024, second half, first nine months of 2023, first three quarters.
  func quarterOrHalf(_ index: Int) -> (TimeExpression, end: Int)? {
    let word = text(index)
    var months: (Int, Int)?
    var end = index + 1
    if word.count == 2, let kind = word.first, let number = Int(word.dropFirst()) {
      if kind == "q", (1...4).contains(number) { months = (3 * number - 2, 3 * number) }
      if kind == "h", (1...2).contains(number) { months = (6 * number - 5, 6 * number) }
    } else if let found = Self.numbered(word) {
      // 1H24, 3Q25
      return (TimeExpression(year: .absolute(2000 + found.year), part: .months(found.months.0, found.months.1)), index + 1)
    } else if let length = ["quarter": 3, "half": 6][word], tokens.indices.contains(index + 1), tokens[index + 1].number?.scale == 0,
      let number = small(index + 1), (1...12 / length).contains(number)
    {
      // Quarter 3 2026, Quarter 3: no share, which would be a quarter of what follows.
      months = (length * (number - 1) + 1, length * number)
      end = index + 2
    } else if let number = Self.ordinals[word] {
      let next = text(index + 1)
      if next == "quarter" || next == "quarters" && ["of", "in"].contains(text(index + 2)) {
        months = (3 * number - 2, 3 * number)
        end = index + 2
      } else if next == "half", number <= 2 {
        months = (6 * number - 5, 6 * number)
        end = index + 2
        if text(end) == "-", text(end + 1) == "year" { end += 2 }
      } else if word == "first", tokens.indices.contains(index + 1), let count = small(index + 1) {
        if text(index + 2) == "months", (2...12).contains(count) { months = (1, count) }
        if text(index + 2) == "quarters", (2...3).contains(count) { months = (1, 3 * count) }
        end = index + 3
      }
    }
    // the third quarter (Q3) of fiscal 2023
    if months != nil, text(end) == "(", text(end + 2) == ")", let short = text(end + 1).first, short == "q" || short == "h",
      text(end + 1).dropFirst().allSatisfy(\.isNumber)
    {
      end += 3
    }
    // third-quarter revenue, 3Q24
    if months == nil, word.hasSuffix("-quarter"), let number = Self.ordinals[String(word.dropLast(8))] {
      months = (3 * number - 2, 3 * number)
    }
    if months == nil, word == "half", text(index + 1) == "year" || text(index + 1) == "-" && text(index + 2) == "year" {
      // Half Year Results 2024
      let behind = text(index + 1) == "year" ? index + 2 : index + 3
      guard let (year, after) = titleYear(behind) else { return nil }
      return (TimeExpression(year: .absolute(year), part: .months(1, 6)), after)
    }
    if months == nil, word == "half-year", let (year, after) = titleYear(index + 1) {
      return (TimeExpression(year: .absolute(year), part: .months(1, 6)), after)
    }
    if months == nil, word.hasSuffix("-half"), let number = Self.ordinals[String(word.dropLast(5))], number <= 2 {
      months = (6 * number - 5, 6 * number)
    }
    guard let months else { return nil }
    var time = TimeExpression(year: .inherited, part: .months(months.0, months.1))
    if let (fiscal, after) = fiscalYear(at: text(end) == "of" || text(end) == "in" ? end + 1 : end) {
      // second quarter of fiscal 2027, ended October 31, 2026
      (time.year, time.fiscalYear, time.isBusinessPart) = (.absolute(fiscal), fiscal, true)
      let ended = text(after) == "," ? after + 1 : after
      guard ["ended", "ending"].contains(text(ended)),
        let (date, last) = self.date(day(ended + 1) || month(ended + 1) != nil ? ended + 1 : ended + 2),
        case .months(_, let month) = date.part,
        case .absolute = date.year
      else { return (time, after) }
      (time.year, time.part, time.isBusinessPart) = (date.year, .months(month, month), false)
      (time.monthsUpTo, time.calendarEnd) = (months.1 - months.0 + 1, months.1)
      return (time, last)
    }
    if ["ended", "ending", "to"].contains(text(end)),
      let (date, after) = self.date(day(end + 1) || month(end + 1) != nil ? end + 1 : end + 2), case .months(_, let last) = date.part,
      last == months.1
    {
      // the third quarter ended 30 September 2024
      (time.year, end) = (date.year, after)
      return (time, end)
    }
    if ["ended", "ending"].contains(text(end)), let (date, after) = self.date(day(end + 1) || month(end + 1) != nil ? end + 1 : end + 2),
      case .months(_, let last) = date.part, case .absolute = date.year
    {
      // the third quarter ended 31 October 2026, of a business year of its own
      time.part = .months(last, last)
      time.monthsUpTo = months.1 - months.0 + 1
      time.year = date.year
      time.calendarEnd = months.1
      return (time, after)
    }
    if words.accountTitles.contains(text(end)), let (year, after) = titleYear(end) {
      // First Quarter Results 2026
      (time.year, end) = (.absolute(year), after)
    } else {
      // of the prior year: of the year before the one that is told of.
      if text(end) == "of", text(end + 1) == "the", text(end + 3) == "year", text(end + 2) != "this" { time.yearsBefore = 1 }
      (time.year, end) = yearOf(end)
      if case .relative(-1) = time.year {} else { time.yearsBefore = nil }
    }
    time.isBusinessPart = true
    return (time, end)
  }

  /// Financial Results 2024: the year behind what a title calls accounts.
  private func titleYear(_ index: Int) -> (Int, end: Int)? {
    var at = index
    while at - index <= 2,
      words.accountTitles.contains(text(at)) || words.reviews.contains(text(at)) || ["financial", "for", "of"].contains(text(at))
    { at += 1 }
    return year(at: at)
  }

  /// 1H24: half or quarter and year in one word.
  private static func numbered(_ word: String) -> (months: (Int, Int), year: Int)? {
    let signs = Array(word)
    guard signs.count == 4, let number = Int(String(signs[0])), let year = Int(String(signs[2...])), signs[2].isNumber, signs[3].isNumber
    else { return nil }
    switch signs[1] {
    case "q" where (1...4).contains(number): return ((3 * number - 2, 3 * number), year)
    case "h" where (1...2).contains(number): return ((6 * number - 5, 6 * number), year)
    default: return nil
    }
  }

  func small(_ index: Int) -> Int? {
    guard tokens.indices.contains(index) else { return nil }
    if let word = words.numbers.match(tokens, at: index)?.value { return word }
    return tokens[index].number.flatMap { $0.scale == 0 ? Int(exactly: $0.significand) : nil }
  }

  /// of 2024, 2024, of this year, of last year after a part of a year.
  private func yearOf(_ index: Int) -> (TimeExpression.Year, end: Int) {
    var at = index
    if ["of", "in", ","].contains(text(at)) { at += 1 }
    if let (year, end) = year(at: at) { return (.absolute(year), end) }
    if text(at) == "the", text(at + 1) == "year" { return (.inherited, at + 2) }
    if text(at) == "this", text(at + 1) == "year" { return (.relative(0), at + 2) }
    if text(at) == "last", text(at + 1) == "year" { return (.relative(-1), at + 2) }
    if text(index) == "of", text(at) == "the", ["prior", "previous", "preceding"].contains(text(at + 1)), text(at + 2) == "year" {
      return (.relative(-1), at + 3)
    }
    return (.inherited, index)
  }

  // MARK: Months and dates

  private func month(_ index: Int) -> Int? {
    guard tokens.indices.contains(index), tokens[index].isCapital, let month = words.months[text(index)] else { return nil }
    return month
  }

  private func day(_ index: Int) -> Bool {
    guard tokens.indices.contains(index) else { return false }
    if let number = tokens[index].number {
      return number.scale == 0 && !tokens[index].isSigned && (1...31).contains(number.significand) && tokens[index].text.count <= 2
    }
    return words.ordinal(text(index)).map { (1...31).contains($0) } ?? false
  }

  /// 31 December 2023, December 31, 2023, April 2024, January to March 2024.
  func date(_ index: Int) -> (TimeExpression, end: Int)? {
    if day(index), let month = month(index + 1) {
      let (year, end) = yearOf(index + 2)
      return (dated(month, year, day: true, at: index), end)
    }
    // 12 and 13 May, 3 to 9 June
    if day(index), ["and", "to", "-", "–"].contains(text(index + 1)), day(index + 2), let month = month(index + 3) {
      let (year, end) = yearOf(index + 4)
      return (dated(month, year, day: true, at: index), end)
    }
    guard let first = month(index) else { return nil }
    // Theresa May said; but May shipments.
    if text(index) == "may", tokens.indices.contains(index + 1), tokens[index + 1].isWord, tokens.indices.contains(index - 1),
      tokens[index - 1].isWord, tokens[index - 1].isCapital,
      !["the", "in", "for", "during", "since", "by", "from", "this", "last", "between", "until", "early", "late", "mid", "and", "to"]
        .contains(text(index - 1))
    {
      return nil
    }
    if day(index + 1), !(tokens.indices.contains(index + 1) && words.percent.match(tokens, at: index + 2) != nil) {
      let (year, end) = yearOf(index + 2)
      if case .absolute = year { return (dated(first, year, day: true, at: index), end) }
      return (dated(first, year, day: true, at: index), index + 2)
    }
    if ["to", "-", "–", "through"].contains(text(index + 1)) || ["until", "till"].contains(text(index + 1)) && text(index - 1) == "from",
      let last = month(index + 2)
    {
      let (year, end) = yearOf(index + 3)
      if last >= first { return (TimeExpression(year: year, part: .months(first, last)), end) }
    }
    // from January 2023 to March 2023
    let (year, end) = yearOf(index + 1)
    if text(index - 1) == "from", text(index - 2) == "period", case .absolute(let start) = year,
      ["to", "until", "through"].contains(text(end)),
      let last = month(end + 1), case (.absolute(let stop), let after) = yearOf(end + 2), stop > start
    {
      // over a period from October 2012 to September 2013
      var time = TimeExpression(year: year, part: .months(first, last))
      time.endYear = .absolute(stop)
      return (time, after)
    }
    if text(index + 1) == ",", case .inherited = year { return (dated(first, year, day: false, at: index), index + 1) }
    if text(end) == "quarter" {
      // the June 2025 quarter: the three months that end with June.
      var time = TimeExpression(year: year, part: .months(first, first))
      time.monthsUpTo = 3
      if ["of", "in"].contains(text(end + 1)), case .inherited = year, case (let year, let after) = yearOf(end + 1), case .absolute = year {
        time.year = year
        return (time, after)
      }
      return (time, end + 1)
    }
    return (dated(first, year, day: false, at: index), end)
  }

  /// A date of the first days of a text is that of its issue; after as of, by, at a date is that of a stock.
  private func dated(_ month: Int, _ year: TimeExpression.Year, day: Bool, at index: Int) -> TimeExpression {
    var time = TimeExpression(year: year, part: .months(month, month))
    let before = text(index - 1)
    if day, before == "ended" || before == "ending", let shifted = monthBefore(month, year, at: index) { return shifted }
    let isStock =
      ["of", "at", "by", "until", "to", "ended", "ending"].contains(before)
      && (before != "of" || text(index - 2) == "as" || text(index - 2) == "end")
    time.isStock = isStock
    // On 6 November nothing is measured but what happens that day.
    if day, !isStock { time.isEmpty = true }
    return time
  }

  /// the quarter ended October 1, 2023: weeks of business that end within the first days of a month are of the month before; nil for later
  /// days.
  private func monthBefore(_ month: Int, _ year: TimeExpression.Year, at index: Int) -> TimeExpression? {
    guard case .absolute(let year) = year, isOfFirstDays(index) else { return nil }
    var time = TimeExpression(
      year: .absolute(month == 1 ? year - 1 : year), part: .months((month + 10) % 12 + 1, (month + 10) % 12 + 1))
    time.isStock = true
    return time
  }

  /// Whether the day of a date is one of the first six of its month.
  private func isOfFirstDays(_ index: Int) -> Bool {
    let at = day(index) ? index : index + 1
    guard tokens.indices.contains(at), let number = tokens[at].number else { return false }
    return (1...6).contains(number.significand)
  }

  func endOf(_ index: Int) -> (TimeExpression, end: Int)? {
    guard text(index + 1) == "of" else { return nil }
    let at = text(index + 2) == "the" ? index + 3 : index + 2
    if let month = month(at) {
      let (year, end) = yearOf(at + 1)
      var time = TimeExpression(year: year, part: .months(month, month))
      time.isStock = true
      return (time, end)
    }
    if let (year, end) = year(at: at) { return (stock(.absolute(year)), end) }
    if text(at) == "last" || text(at) == "this", text(at + 1) == "year" { return (stock(.relative(text(at) == "last" ? -1 : 0)), at + 2) }
    if text(at) == "year" { return (stock(.inherited), at + 1) }
    if let (found, end) = quarterOrHalf(at), case .months(_, let last) = found.part {
      var time = found
      time.part = .months(last, last)
      time.isStock = true
      return (time, end)
    }
    return nil
  }

  func stock(_ year: TimeExpression.Year) -> TimeExpression {
    var time = TimeExpression(year: year, part: .months(12, 12))
    time.isStock = true
    return time
  }

  func yearEnd(_ index: Int) -> (TimeExpression, end: Int)? {
    let (year, end) = yearOf(index + 1)
    return (stock(year), max(end, index + 1))
  }

  /// end-2023, end-March 2024
  func endDashed(_ index: Int) -> (TimeExpression, end: Int)? {
    let rest = String(text(index).dropFirst(4))
    if let year = Int(rest), (1900...2100).contains(year) { return (stock(.absolute(year)), index + 1) }
    guard let month = words.months[rest] else { return nil }
    let (year, end) = yearOf(index + 1)
    var time = TimeExpression(year: year, part: .months(month, month))
    time.isStock = true
    return (time, max(end, index + 1))
  }

  // MARK: Spans

  func since(_ index: Int) -> (TimeExpression, end: Int)? {
    var at = index + 1
    if text(at) == "the" { at += text(at + 1) == "end" && text(at + 2) == "of" ? 3 : 1 }
    if let (year, end) = year(at: at) {
      var time = TimeExpression(year: .absolute(year))
      time.isSince = true
      return (time, end)
    }
    // since the June 2020 quarter, since February
    guard let (origin, end) = quarterOrHalf(at) ?? date(at) else { return nil }
    var time = TimeExpression(year: origin.year, part: origin.part)
    time.isSince = true
    time.isEmpty = origin.year == .inherited
    // not lower since December 1974 to February 1975: the span is one origin.
    if ["to", "-", "–"].contains(text(end)), let (_, last) = date(end + 1) { return (time, last) }
    return (time, end)
  }

  /// a decade ago, five years earlier
  func yearsAgo(_ index: Int) -> (TimeExpression, end: Int)? {
    var time = TimeExpression(year: .inherited)
    if text(index) == "a", text(index + 1) == "decade", ["ago", "earlier", "before"].contains(text(index + 2)) {
      time.yearsBefore = 10
      return (time, index + 3)
    }
    guard let count = small(index), (2...100).contains(count), text(index + 1) == "years",
      ["ago", "earlier", "before"].contains(text(index + 2))
    else { return nil }
    time.yearsBefore = count
    return (time, index + 3)
  }

  /// over the past five years, in the last three months
  func lastYears(_ index: Int) -> (TimeExpression, end: Int)? {
    guard text(index + 1) == "the", text(index + 2) == "past" || text(index + 2) == "last" else { return nil }
    if text(index + 3) == "decade" { return (years(10), index + 4) }
    guard tokens.indices.contains(index + 3), let count = small(index + 3), text(index + 4) == "years", (2...60).contains(count) else {
      return nil
    }
    return (years(count), index + 5)
  }

  private func years(_ count: Int) -> TimeExpression {
    var time = TimeExpression(year: .inherited)
    time.lastYears = count
    return time
  }

  /// three months to March 2024, the year ended 30 June 2023, the 12 months to December
  func monthsUpTo(_ index: Int) -> (TimeExpression, end: Int)? {
    var count = 12
    var at = index + 1
    if ["quarter", "half"].contains(text(index)) {
      // the quarter ended 30 June 2024
      count = text(index) == "quarter" ? 3 : 6
      guard text(at) != "to" else { return nil }
    } else if text(index) == "year" {
      if text(at) == "to", text(at + 1) == "date" { return nil }
    } else {
      guard tokens.indices.contains(index), let number = small(index) else { return nil }
      // the 26 weeks ended 28 June
      let months = text(at) == "weeks" && (4...53).contains(number) ? max(1, (number * 12 + 26) / 52) : number
      guard ["months", "month", "weeks"].contains(text(at)), (text(at) == "weeks" ? 1 : 2)...24 ~= months else { return nil }
      count = months
      at += 1
    }
    if ["that", "which"].contains(text(at)), ["ended", "ends"].contains(text(at + 1)) { at += 1 }
    guard ["to", "ended", "ending", "ends"].contains(text(at)) else { return nil }
    at += text(at + 1) == "on" ? 2 : 1
    if text(at) == "the" { at += text(at + 1) == "end" ? 3 : 1 }
    let isFirst = isOfFirstDays(at) && text(index) != "year"
    if day(at), month(at + 1) != nil { at += 1 }
    guard let month = month(at) else { return nil }
    // the year to the June 2025 quarter: a growth over a year, told of the quarter it ends with.
    if text(index) == "year", let (quarter, end) = date(at), quarter.monthsUpTo == 3 { return (quarter, end) }
    var next = at + 1
    if day(next), let number = tokens[next].number, number.significand <= 31 { next += 1 }
    let (year, end) = yearOf(next)
    var time = TimeExpression(year: year, part: .months(month, month))
    if isFirst, next > at + 1 || day(at - 1), let before = monthBefore(month, year, at: day(at - 1) ? at - 1 : at) {
      (time.year, time.part) = (before.year, before.part)
    }
    time.monthsUpTo = count
    return (time, max(end, next))
  }
}
