import Indicators

extension EnglishReader {
  /// Takes note of the time that starts at `index`; returns how many tokens it has, 0 when there is none.
  mutating func readTime(at index: Int) -> Int {
    let word = tokens[index].text
    if isYear(at: index), let year = tokens[index].number.map({ Int($0.significand) }) {
      if isBase(before: index) {
        return 1
      }
      if let span = span(from: year, at: index) { return span }
      hold(year: year, part: part(before: index))
      return 1
    }
    guard let own = year else { return 0 }
    switch (word, text(index + 1)) {
    case ("last", "year"):
      if !isBase(before: index) { hold(year: own - 1, part: part(before: index)) }
      return 2
    case ("this", "year"), ("so", "far"):
      hold(year: own, part: part(before: index))
      return 2
    case ("currently", _):
      hold(year: own, part: nil)
      return 1
    default: break
    }
    if EnglishWords.months[word] != nil, tokens[index].isCapital, word != "may" || ["in", "of", "to", "from"].contains(text(index - 1) ?? ""),
      !nextIsYear(index + 1), tokens.indices.contains(index + 1), tokens[index + 1].number == nil, text(index + 1) != "to",
      text(index + 1) != "-", ["in", "to", "end", "of", "-"].contains(text(index - 1) ?? "")
    {
      hold(year: current?.value.end.year ?? own, part: part(before: index + 1))
      return 1
    }
    return 0
  }

  private func nextIsYear(_ index: Int) -> Bool { tokens.indices.contains(index) && isYear(at: index) }

  /// from 2022, compared with 2022, than in 2022: a base of comparison.
  private func isBase(before index: Int) -> Bool {
    var at = index - 1
    var steps = 0
    while at >= 0, steps < 6, !tokens[at].isBorder {
      let word = tokens[at].text
      if word == "from" {
        return !(["to", "-", "through"].contains(text(index + 1) ?? ""))
      }
      if word == "than" || word == "over" && steps == 0 || word == "with" && ["compared", "comparing"].contains(text(at - 1) ?? "") || word == "against" || word == "versus" {
        return true
      }
      if tokens[at].number != nil { return false }
      at -= 1
      steps += 1
    }
    return false
  }

  /// 2018-2022, 2018 to 2022, between 2018 and 2022.
  private mutating func span(from first: Int, at index: Int) -> Int? {
    if let joint = text(index + 1), joint == "-" || joint == "\u{2013}", index + 2 < tokens.count, tokens[index + 2].text.count == 2,
      let last = tokens[index + 2].number, Int(last.significand) == (first + 1) % 100
    {
      // The 2022–23 financial year.
      current = EnglishPeriod(value: Period(.init(year: first), .init(year: first + 1)), words: "\(first)–\(tokens[index + 2].text)")
      return 3
    }
    guard let joint = text(index + 1), ["-", "to", "and", "through", "\u{2013}"].contains(joint), nextIsYear(index + 2),
      let last = tokens[index + 2].number.map({ Int($0.significand) }), last > first
    else { return nil }
    if joint == "and", text(index - 1) != "between" { return nil }
    if joint == "to", !["from", "of"].contains(text(index - 1) ?? "") { return nil }
    current = EnglishPeriod(value: Period(.init(year: first), .init(year: last)), words: "\(first)–\(last)")
    return 3
  }

  /// The end of, the first half of, January to June: what part of the year stands before `index`.
  private func part(before index: Int) -> (Int, Int)? {
    let lead = (max(0, index - 7)..<index).map { tokens[$0].text }
    let words = lead.joined(separator: " ")
    if words.hasSuffix("end of") || words.hasSuffix("end of the year") || words.hasSuffix("end-") || words.hasSuffix("year-end") { return (12, 12) }
    if words.contains("first half") { return (1, 6) }
    if words.contains("second half") { return (7, 12) }
    if words.contains("first three quarters") { return (1, 9) }
    for (name, number) in [("first", 1), ("second", 2), ("third", 3), ("fourth", 4)] where words.contains(name + " quarter") {
      return (number * 3 - 2, number * 3)
    }
    let found = lead.suffix(5).compactMap { EnglishWords.months[$0] }
    if lead.last.map({ EnglishWords.months[$0] == nil && $0 != "of" && $0 != "," }) ?? true { return nil }
    if let last = found.last { return (found.count > 1 ? found[found.count - 2] : last, last) }
    return nil
  }

  private mutating func hold(year: Int, part: (Int, Int)?) {
    if factOfSentence != nil, let current, year < current.value.end.year, beforeAside == nil { beforeAside = current }
    let period = part.map { Period(.init(year: year, month: $0.0), .init(year: year, month: $0.1)) } ?? Period(year: year)
    current = EnglishPeriod(value: period, words: "\(period)")
  }

  /// rose to 82 from 81: the number after from is that of the year before.
  private func isAfterTarget(_ index: Int) -> Bool {
    (max(0, index - 6)..<index).contains { tokens[$0].text == "to" && $0 + 1 < tokens.count && tokens[$0 + 1].number != nil }
  }

  /// A year earlier, in 2022, a year ago right after a number: its own period.
  func ownPeriod(after quantity: EnglishQuantity) -> Period? {
    let next = quantity.tokens.upperBound
    let words = (next..<min(next + 3, tokens.count)).map { tokens[$0].text }.joined(separator: " ")
    if words.hasPrefix("a decade ago") || words.hasPrefix("a decade earlier"), let held = current?.value.end.year ?? year {
      return Period(year: held - 10)
    }
    if words.hasPrefix("a year earlier") || words.hasPrefix("a year ago") || words.hasPrefix("last year"), let held = current?.value {
      let back = words.hasPrefix("last year") ? 0 : 1
      if back == 0 { return year.map { Period(year: $0 - 1) } }
      return Period(.init(year: held.start.year - back, month: held.start.month), .init(year: held.end.year - back, month: held.end.month))
    }
    if text(quantity.tokens.lowerBound - 1) == "from", let held = current?.value, isAfterTarget(quantity.tokens.lowerBound) {
      return Period(.init(year: held.start.year - 1), .init(year: held.end.year - 1))
    }
    // climbed from 7,690 to 8,180: the first end of a movement is that of the year before.
    if text(quantity.tokens.lowerBound - 1) == "from", text(next) == "to", next + 1 < tokens.count, tokens[next + 1].number != nil, let held = current?.value {
      return Period(.init(year: held.start.year - 1), .init(year: held.end.year - 1))
    }
    // than in 2022, when 86,425 were lodged.
    if text(quantity.tokens.lowerBound - 1) == "when", text(quantity.tokens.lowerBound - 2) == ",", nextIsYear(quantity.tokens.lowerBound - 3),
      let year = tokens[quantity.tokens.lowerBound - 3].number
    {
      return Period(year: Int(year.significand))
    }
    if text(next) == "in", nextIsYear(next + 1), let year = tokens[next + 1].number { return Period(year: Int(year.significand)) }
    return nil
  }
}
