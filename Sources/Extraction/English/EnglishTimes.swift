import Articles
import Indicators
import Lingua

/// Times as English writes them: in April 2024, the first quarter, Q1, January to March, the year to June 2023, since 2015.
extension EnglishChunker {
  /// The time that starts at `index`; nil where none does.
  func time(at index: Int) -> (TimeExpression, end: Int)? {
    if let occasion = occasion(index) { return occasion }
    switch text(index) {
    case "since": return since(index)
    case "end-", "year-end": return yearEnd(index)
    case "end": return endOf(index)
    case "over", "in", "during", "for": return lastYears(index)
    case "this", "last", "next": return relative(index)
    case "full-year", "full":
      // For the full year, deliveries grew: the year that has just ended.
      let end = text(index) == "full" ? index + 2 : index + 1
      guard text(index) == "full-year" || text(index + 1) == "year", text(index - 1) == "the" || text(index - 1) == "for",
        year(at: end) == nil, !words.prose.times.reportNouns.contains(text(end))
      else { break }
      var time = TimeExpression(year: .inherited)
      time.isWholeYear = true
      return (time, end)
    case "annual":
      // Annual operating profits soared: at the head of a sentence the accounts of the year that has just ended.
      guard index == 0 || tokens[index - 1].kind == .stop,
        [index + 1, index + 2].contains(where: { words.accountTitles.contains(text($0)) || words.accountNouns.contains(text($0)) })
      else { break }
      var time = TimeExpression(year: .inherited)
      time.isWholeYear = true
      return (time, index + 1)
    case "year-to-date", "ytd": return (yearToDate, index + 1)
    case "year":
      if text(index + 1) == "to", text(index + 2) == "date" { return (yearToDate, index + 3) }
    case "so":
      if text(index + 1) == "far", text(index + 2) == "this", text(index + 3) == "year" { return (yearToDate, index + 4) }
    case "hy":
      // HY 2023: the half year of the report, a year or more before.
      guard let (year, end) = year(at: index + 1) else { break }
      var time = TimeExpression(year: .absolute(year))
      time.isBase = true
      return (time, end)
    case "fiscal", "fy":
      guard let (year, end) = fiscalYear(at: index) else { return businessYear(at: index + 1) }
      // Fiscal 2026 Third Quarter Results
      if case (var part, let after)? = quarterOrHalf(end), case .inherited = part.year {
        (part.year, part.fiscalYear) = (.absolute(year), year)
        return (part, after)
      }
      // fiscal 2026 first quarter ended August 31, 2025: by its months, where the name of the year tells how they lie.
      if case (var part, let after)? = quarterOrHalf(end), part.calendarEnd != nil {
        part.fiscalYear = year
        return (part, after)
      }
      return (named(year), end)
    default: break
    }
    if text(index).hasPrefix("fy"), let (year, end) = fiscalYear(at: index) { return (named(year), end) }
    if let end = endOfNumericDate(index) { return (empty, end) }
    if text(index).hasPrefix("end-") { return endDashed(index) }
    if let found = yearsAgo(index) { return found }
    if let found = quarterOrHalf(index) { return found }
    if let found = monthsUpTo(index) { return found }
    if let found = date(index) { return found }
    return years(index)
  }

  // MARK: Years

  /// A year: four digits without grouping that no unit, noun or title claims.
  func year(at index: Int) -> (Int, end: Int)? {
    guard tokens.indices.contains(index), let number = tokens[index].number, number.scale == 0, !tokens[index].isSigned,
      tokens[index].text.count == 4, let year = Int(exactly: number.significand), (1900...2100).contains(year)
    else { return nil }
    return (year, index + 1)
  }

  /// fiscal 2027, fiscal year 2027, FY 2027, FY27: a year of business by its name.
  func fiscalYear(at index: Int) -> (Int, end: Int)? {
    let word = text(index)
    if word == "fiscal" || word == "fy" { return year(at: index + (text(index + 1) == "year" ? 2 : 1)) }
    guard word.hasPrefix("fy"), let number = Int(word.dropFirst(2)) else { return nil }
    if (10...60).contains(number) { return (2000 + number, index + 1) }
    return (1900...2100).contains(number) ? (number, index + 1) : nil
  }

  private func named(_ fiscal: Int) -> TimeExpression {
    var time = TimeExpression(year: .absolute(fiscal))
    time.fiscalYear = fiscal
    return time
  }

  /// The fiscal year that ended on 30 September 2019: by the name of the year it ends in.
  private func businessYear(at index: Int) -> (TimeExpression, end: Int)? {
    guard text(index) == "year", case (var time, let end)? = monthsUpTo(index), case .absolute(let year) = time.year else { return nil }
    (time.fiscalYear, time.calendarEnd) = (year, 12)
    return (time, end)
  }

  /// 3/11/2026: a day in digits; nil where none stands.
  private func endOfNumericDate(_ index: Int) -> Int? {
    guard text(index + 1) == "/", text(index + 3) == "/", tokens.indices.contains(index + 4), let day = tokens[index].number,
      let month = tokens[index + 2].number, day.scale == 0, month.scale == 0, (1...31).contains(day.significand),
      (1...31).contains(month.significand), let (_, end) = year(at: index + 4)
    else { return nil }
    return end
  }

  func years(_ index: Int) -> (TimeExpression, end: Int)? {
    guard let (first, next) = year(at: index) else { return nil }
    let before = text(index - 1)
    // (2015=100), 2011-12 = 100
    let place = tokens[index].range.upperBound
    if place < written.count, written[place] == "=" || place + 1 < written.count && written[place].isBlank && written[place + 1] == "=" {
      return (empty, next)
    }
    if words.currencySigns.contains(before) || words.notFigures.contains(before) { return nil }
    let after = text(next)
    if words.percent.match(tokens, at: next) != nil || words.scaledUnits.contains(after) || words.measures.match(tokens, at: next) != nil
      || words.currencies.contains(after)
    {
      return nil
    }
    // A title's year says when the title is from, not the figures.
    if tokens.indices.contains(index - 1), tokens[index - 1].isCapital, words.yearTitles.contains(before) { return (empty, next) }
    var time = TimeExpression(year: .absolute(first))
    // 2015-2023, 2015 to 2023, between 2015 and 2023, 2023/24
    if ["-", "–", "to", "and", "/", "through", "until", "—"].contains(after), after != "and" || text(index - 1) == "between",
      tokens.indices.contains(next + 1)
    {
      if let (last, end) = year(at: next + 1), last > first {
        // from 3.2 in 2015 to 2023 is a movement of numbers only where numbers stand.
        time.endYear = .absolute(last)
        return (time, end)
      }
      if after == "/" || after == "-" || after == "–", let number = tokens[next + 1].number, tokens[next + 1].text.count == 2,
        number.significand == Int128((first + 1) % 100)
      {
        time.endYear = .absolute(first + 1)
        return (time, next + 2)
      }
    }
    guard readsAsYear(index, next) else { return nil }
    return (time, next)
  }

  /// 2023 after a preposition, a month or a border, or before one; not 2023 companies.
  private func readsAsYear(_ index: Int, _ next: Int) -> Bool {
    let prepositions: Set<String> = [
      "in", "of", "from", "since", "by", "until", "for", "and", "to", "than", "year", "during", "throughout", "with", "early", "late",
      "mid", "over", "before", "after", "through", "between", "at", "on", "the", "or", "against", "versus", "full-year", "calendar",
      "financial",
      "around", "till", "their", "its", "'s", "fiscal", "season", "summer", "winter", "spring", "autumn", "versus", "entire", "whole",
      "ended", "ends", "closed", "began", "entered",
      "entering", "above", "below",
    ]
    guard index > 0, tokens.indices.contains(next) else { return true }
    if !tokens[index - 1].isWord, tokens[index - 1].number == nil {
      return !tokens[next].isWord || ["was", "and", "to", "in", "were", "as", "with", "by", "from"].contains(text(next))
        || tokens[index - 1].kind != .comma
    }
    if readsAsAttribute(index, next) { return true }
    return prepositions.contains(text(index - 1)) || words.months[text(index - 1)] != nil
      || !tokens[next].isWord && tokens[next].number == nil
  }

  /// IATA details 2020 airline safety performance, Norway 2022 statistics: a year in front of what is no count, and no round number.
  private func readsAsAttribute(_ index: Int, _ next: Int) -> Bool {
    guard let (year, _) = year(at: index), (2001...2049).contains(year), tokens[next].isWord, !words.countingNouns.contains(text(next))
    else { return false }
    func isCounted(_ at: Int) -> Bool {
      let word = text(at)
      return word.hasSuffix("s") && !word.hasSuffix("ss") && !words.prose.times.yearly.contains(word) || words.countingNouns.contains(word)
    }
    return !isCounted(next) && (words.prose.times.yearly.contains(text(next)) || !isCounted(next + 1))
  }

  var yearToDate: TimeExpression {
    var time = TimeExpression(year: .inherited)
    time.isYearToDate = true
    return time
  }

  var empty: TimeExpression {
    var time = TimeExpression(year: .inherited)
    time.isEmpty = true
    return time
  }

  private func relative(_ index: Int) -> (TimeExpression, end: Int)? {
    let offset = ["this": 0, "last": -1, "next": 1][text(index)] ?? 0
    switch text(index + 1) {
    case "year":
      if offset == -1, isComparison(before: index) { return nil }
      if offset == -1, ["period", "month", "quarter"].contains(text(index - 1)) { return nil }
      return (TimeExpression(year: .relative(offset)), index + 2)
    default: return nil
    }
  }

  /// from, than, over, compared with, on: what follows is a base.
  func isComparison(before index: Int) -> Bool {
    let before = text(index - 1)
    if ["from", "than", "over", "on", "against", "versus", "vs"].contains(before) { return true }
    if before == "with" || before == "to" {
      return ["compared", "compares", "comparing", "relative", "comparison"].contains(text(index - 2)) || isOfComparing(index)
    }
    if before == "in", isInComparison(index - 2) { return true }
    if before == "in", ["than", "from", "that", "as"].contains(text(index - 2)) { return true }
    return false
  }

  /// compared with 4.7% in the previous quarter: a word of comparison stands before, past a figure.
  private func isInComparison(_ index: Int) -> Bool {
    var at = index
    while at >= 0, index - at <= 6, tokens[at].isWord || tokens[at].number != nil {
      if ["compared", "than", "against", "versus"].contains(tokens[at].text) || tokens[at].text == "from" && at < index - 1 { return true }
      at -= 1
    }
    return false
  }

  /// Comparing the first half with the half before: comparing stands a few words in front, in the same clause.
  private func isOfComparing(_ index: Int) -> Bool {
    var at = index - 1
    while at >= 0, index - at <= 12, tokens[at].isWord || tokens[at].number != nil {
      if tokens[at].text == "comparing" { return true }
      at -= 1
    }
    return false
  }

  // MARK: Bases

  /// year-on-year, a year earlier, the same month in 2023; the previous year and last month only after from, than, over, with.
  func basis(at index: Int) -> (BasisMention, end: Int)? {
    // the same month in 2023, the same period of 2022
    var at = index
    if text(at) == "the" { at += 1 }
    if text(at) == "same" || text(at) == "corresponding",
      ["month", "period", "quarter", "time", "day", "week", "months"].contains(text(at + 1)), ["in", "of"].contains(text(at + 2)),
      let (_, end) = year(at: at + 3)
    {
      return (.yearOnYear, end)
    }
    guard let found = words.basis.match(tokens, at: index) else { return nil }
    let end = index + found.count
    let phrase = tokens[index..<end].map(\.text)
    if phrase.first == "the", phrase.dropFirst().first != "same", phrase.dropFirst().first != "corresponding", !isComparison(before: index)
    {
      return nil
    }
    if ["last", "previous", "prior"].contains(phrase.first ?? ""), !isComparison(before: index) { return nil }
    if ["annual", "monthly", "quarterly"].contains(phrase.first ?? ""), phrase.count == 1 {
      // annual report, monthly index: only beside a movement; the highest annual volume growth.
      let next = text(end)
      guard
        isMovementNoun(next) || isMovementNoun(text(end + 1)) && !words.links.contains(next) || words.rise.contains(text(index - 1))
          || ["change", "changes", "basis", "comparison", "comparisons"].contains(next)
      else { return nil }
      return (found.value, end)
    }
    return (found.value, end)
  }

  private func isMovementNoun(_ word: String) -> Bool {
    words.riseNouns.contains(word) || words.fallNouns.contains(word) || word == "growth"
  }
}
