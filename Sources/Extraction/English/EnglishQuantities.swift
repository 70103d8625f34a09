import Articles
import Indicators
import Lingua

/// Numbers with their units, and numbers that are no figures: $6 billion, 2-fold; page 3, aged 15 to 24, tables 4 to 6.
extension EnglishChunker {
  func quantity(at index: Int) -> (EnglishQuantity, Range<Int>)? {
    var number: ExactNumber
    var isSigned = false
    var at = index
    var currency = ""
    if isCurrencySign(index), tokens.indices.contains(index + 1), tokens[index + 1].number != nil {
      currency = String(scalars: written[tokens[index].range])
      at = index + 1
    }
    var end = at + 1
    var isWritten = false
    switch tokens[at].kind {
    case .number(let read, let signed): (number, isSigned) = (read, signed)
    case .word:
      guard let small = words.numbers.match(tokens, at: at), small.value != 2 || text(at) == "two" || text(at - 1) != "once" else {
        return nil
      }
      number = ExactNumber(small.value)
      end = at + small.count
      isWritten = true
      if text(end) == "and", text(end + 1) == "a", text(end + 2) == "half", words.times.contains(text(end + 3)),
        let half = ExactNumber(significand: number.significand * 10 + 5, scale: 1)
      {
        // two and a half times
        number = half
        end += 3
      }
    default: return nil
    }
    if isPartOfName(index) { return nil }
    var unit: [String] = []
    var measure = EnglishQuantity.Measure.count
    if !currency.isEmpty {
      measure = .money
      unit.append(currency)
    }
    if let power = words.multipliers[text(end)], power > 0, isGluedOrWord(end) || !currency.isEmpty || isMillions(end) {
      unit.append(text(end))
      end += 1
    }
    if let points = words.points.match(tokens, at: end) {
      (measure, unit) = (.points, ["percentage points"])
      end += points.count
    } else if let percent = words.percent.match(tokens, at: end), !tokens[end].isCapital || text(end) != "pct" {
      (measure, unit) = (.percent, ["%"])
      end += percent.count
      if ["point", "points"].contains(text(end)) {
        (measure, unit) = (.points, ["percentage points"])
        end += 1
      }
    } else if words.times.contains(text(end)) || text(end) == "-fold" {
      (measure, unit) = (.times, ["times"])
      end += 1
    } else if words.currencies.contains(text(end)), currency.isEmpty {
      measure = .money
      unit.append(text(end))
      end += 1
    } else if text(end) == "m", !tokens[end].isCapital, currency.isEmpty, unit.isEmpty,
      words.lengths.contains(text(end + 1)) || !(tokens.indices.contains(end + 1) && tokens[end + 1].isWord)
    {
      // 403 m long; 96 m: as it is written, where nothing tells whether it is a length
      (measure, unit) = (.physical, ["m"])
      end += 1
    } else if let physical = words.measures.match(tokens, at: end), currency.isEmpty {
      measure = .physical
      unit.append(physical.value)
      end += physical.count
    }
    if text(end) == "-", text(end + 1) == "fold" {
      (measure, unit) = (.times, ["times"])
      end += 2
    }
    if number.significand == 2, text(at) == "twice" || text(at) == "double" {
      guard ["the", "as", "that", "its", "what", "their"].contains(text(end)) else { return nil }
      (measure, unit) = (.times, ["times"])
    }
    // the average price of 1kg tomatoes
    if measure == .physical, text(index - 1) == "of", ["price", "prices", "cost"].contains(text(index - 2)), end < tokens.count,
      tokens[end].isWord
    {
      return nil
    }
    if isWritten, measure == .count, unit.isEmpty, number.significand < 3 || isDetermined(index) || !isCountedNoun(at: end) { return nil }
    let isOne = isWritten && number.significand == 1 && !["point", "points", "cent", "cents"].contains(text(end - 1))
    if measure == .physical, isAge(end) || isOne || isStretch(index, measured: text(end - 1)) { return nil }
    var qualifier = Observation.Qualifier.exactly
    if let found = words.after.match(tokens, at: end) { qualifier = found.value }
    return (
      EnglishQuantity(number: number, unit: unit.joined(separator: " "), measure: measure, isSigned: isSigned, qualifier: qualifier),
      index..<end
    )
  }

  private func isCurrencySign(_ index: Int) -> Bool { words.currencySigns.contains(text(index)) }

  /// m and k are multipliers only right after the digits.
  private func isGluedOrWord(_ index: Int) -> Bool {
    text(index).count > 2 || tokens[index].range.lowerBound == tokens[index - 1].range.upperBound || text(index) == "bn"
      || text(index) == "mn"
  }

  /// net profit was 403 m, 96 m passengers: millions behind an account or before what is counted; 403 m long is a length.
  private func isMillions(_ index: Int) -> Bool {
    guard text(index) == "m", !tokens[index].isCapital else { return false }
    let next = text(index + 1)
    if words.lengths.contains(next) { return false }
    var at = index - 2
    while at >= 0, index - at < 14, tokens[at].kind != .stop {
      if words.lengths.contains(tokens[at].text) { return false }
      if words.accountTitles.contains(tokens[at].text) || words.accountNouns.contains(tokens[at].text) { return true }
      at -= 1
    }
    return tokens.indices.contains(index + 1) && tokens[index + 1].isWord && next.hasSuffix("s") && next.count > 3
  }

  /// Page 3, Article 14, aged 15 to 24, flight 3: the number belongs to a name.
  private func isPartOfName(_ index: Int) -> Bool {
    let before = text(index - 1)
    // (2015=100): what an index starts from.
    let place = tokens[index].range.lowerBound
    if place > 0, written[place - 1] == "=" || place > 1 && written[place - 1].isBlank && written[place - 2] == "=" { return true }
    // the ID.4: letters and a point right before it.
    if place > 1, written[place - 1] == ".", written[place - 2].isLatinLetter { return true }
    // below the age of 25
    if before == "of", text(index - 2) == "age" || text(index - 2) == "ages" { return true }
    if words.notFigures.contains(before) || isInListOfNumbers(index) || isTelephone(index) { return true }
    // Facts and figures 2025: a year that closes a heading.
    if index > 0, index == tokens.count - 1, tokens[index - 1].isWord, year(at: index) != nil { return true }
    // No. 12, NACE Rev. 2, Vol. 3
    if before == ".", words.shortenedNouns.contains(text(index - 2)) { return true }
    if isNumberOfName(index) || isInRowOfNumbers(index) || isNumberOfHeading(index) || isLabelOfLine(index) { return true }
    // aged 16 to 64, aged 15-24
    if ["to", "and", "-", "–", "or"].contains(before), tokens.indices.contains(index - 2), tokens[index - 2].number != nil,
      words.notFigures.contains(text(index - 3))
    {
      return true
    }
    // aged from 16 to 64 years
    if before == "from" && isOfAge(index - 2)
      || ["to", "and", "-", "–"].contains(before) && text(index - 3) == "from" && isOfAge(index - 4)
    {
      return true
    }
    if before == "under" || before == "over",
      ["aged", "people", "persons", "workers", "youth", "those", "women", "men", "(", "the"].contains(text(index - 2)),
      tokens[index].number.map({ $0.significand < 100 }) ?? false,
      [")", "and", ",", ".", "in", "was", "were"].contains(text(index + 1)), !words.percent.contains(text(index + 1))
    {
      return true
    }
    // 14:30, 3/4
    if before == ":" || before == "/", tokens.indices.contains(index - 2), tokens[index - 2].number != nil,
      tokens[index - 1].range.upperBound == tokens[index].range.lowerBound, !isCurrencySign(index)
    {
      return true
    }
    if [":", "/"].contains(text(index + 1)), tokens.indices.contains(index + 2), tokens[index + 2].number != nil { return true }
    return ["year-olds", "year-old"].contains(text(index + 1)) || text(index + 1).hasPrefix("year-old")
  }

  private func isOfAge(_ index: Int) -> Bool { ["aged", "ages", "age"].contains(text(index)) }

  /// exhibits 3, 6, and 7; tables 4 to 6: a further number of things that go by numbers.
  private func isInListOfNumbers(_ index: Int) -> Bool {
    var at = index - 1
    while at > 0,
      tokens[at].kind == .comma || ["and", "to", "or", "-", "–"].contains(text(at))
        || tokens[at].number.map({ $0.scale == 0 && $0.significand < 1_000 }) ?? false
    { at -= 1 }
    return at >= 0 && at < index - 2 && tokens[at + 1].number != nil && words.numberedParts.contains(text(at))
  }

  /// (202) 691-7000
  private func isTelephone(_ index: Int) -> Bool {
    func opens(_ code: Int) -> Bool {
      code > 0 && tokens.indices.contains(code + 3) && tokens[code].number != nil && text(code - 1) == "(" && text(code + 1) == ")"
        && tokens[code + 2].number != nil && text(code + 3) == "-"
        && tokens[code + 3].range.lowerBound == tokens[code + 2].range.upperBound
    }
    return opens(index) || opens(index - 2) || opens(index - 4)
  }

  /// +49 89 5550 1234, 2582 4691: numbers in a row are those of a telephone; a year may stand before a count.
  private func isInRowOfNumbers(_ index: Int) -> Bool {
    func touches(_ first: Int) -> Bool {
      guard tokens.indices.contains(first), tokens.indices.contains(first + 1), let number = tokens[first].number,
        let next = tokens[first + 1].number
      else { return false }
      return number.scale == 0 && next.scale == 0 && (0...1).contains(tokens[first + 1].range.lowerBound - tokens[first].range.upperBound)
    }
    return touches(index) && year(at: index) == nil || touches(index - 1) && (year(at: index - 1) == nil || touches(index - 2))
  }

  /// 1. Main points: the number of a heading stands first and has a full stop right behind it.
  private func isNumberOfHeading(_ index: Int) -> Bool {
    guard tokens.indices.contains(index), tokens[index].number?.scale == 0, index == 0 || tokens[index - 1].kind == .stop,
      tokens.indices.contains(index + 1)
    else { return false }
    return tokens[index + 1].kind == .stop && tokens[index + 1].range.lowerBound == tokens[index].range.upperBound
  }

  /// (1) before the words of a note, 20-3 before those of a title.
  private func isLabelOfLine(_ index: Int) -> Bool {
    func isFirst(_ index: Int) -> Bool { index == 0 || index > 0 && tokens[index - 1].kind == .stop }
    func isSmall(_ index: Int) -> Bool {
      tokens.indices.contains(index) && (tokens[index].number.map { $0.scale == 0 && abs($0.significand) < 100 } ?? false)
    }
    guard isSmall(index) else { return false }
    if text(index - 1) == "(", text(index + 1) == ")", isFirst(index - 1) { return true }
    func isLabel(_ first: Int) -> Bool {
      isFirst(first) && isSmall(first) && text(first + 1) == "-" && isSmall(first + 2) && tokens.indices.contains(first + 3)
        && (tokens[first + 3].isCapital || tokens[first + 3].range.lowerBound - tokens[first + 2].range.upperBound > 1)
        && tokens[first + 2].range.lowerBound - tokens[first].range.upperBound == 1
    }
    return isLabel(index) || index > 1 && isLabel(index - 2)
  }

  /// Hall 3, Terminal 2: a small number behind a capital inside the sentence, with no noun behind it.
  private func isNumberOfName(_ index: Int) -> Bool {
    guard index > 1, tokens[index - 1].isWord, tokens[index - 1].isCapital, tokens[index - 2].kind != .stop,
      tokens[index - 1].text.count > 2,
      let number = tokens[index].number, number.scale == 0, number.significand < 1_000, !tokens[index].isSigned,
      words.months[text(index - 1)] == nil,
      gazetteer.longestMatch(in: written, at: tokens[index - 1].range.lowerBound, limit: tokens[index - 1].range.upperBound) == nil
    else { return false }
    guard tokens.indices.contains(index + 1) else { return true }
    return !tokens[index + 1].isWord && tokens[index + 1].number == nil
      || ["of", "in", "and", "at", "on", "to", "for", "was", "is", "has", "will", "with"].contains(text(index + 1))
  }

  /// the preceding three months, the previous 12 months, the same five days: a stretch of time, no length of anything.
  private func isStretch(_ index: Int, measured unit: String) -> Bool {
    // seen within four hours: a bound that says who is counted.
    if text(index - 1) == "within", ["minutes", "hours", "days", "weeks", "months", "years"].contains(unit) { return true }
    // Passenger revenue for the three months was up 3.1%: when.
    if text(index - 1) == "the", ["for", "in", "over", "during"].contains(text(index - 2)),
      ["months", "years", "quarters", "weeks", "days"].contains(unit)
    {
      return true
    }
    // unemployed for less than 5 weeks: a bound that says who is counted.
    if ["minutes", "hours", "days", "weeks", "months", "years"].contains(unit), isOfPersons(index) { return true }
    // over a twelve month period from October to September
    if ["month", "year", "week", "day"].contains(unit), ["period", "periods", "span", "stretch"].contains(text(endOfUnit(index, unit))) {
      return true
    }
    // down 6% over five years: how long it took.
    if text(index - 1) == "over", ["months", "years", "quarters", "weeks"].contains(unit), index > 1,
      words.percent.match(tokens, at: index - 2) != nil || words.points.match(tokens, at: index - 2) != nil
    {
      return true
    }
    // the first decline in five years, the highest level in 20 months
    if ["in", "for"].contains(text(index - 1)), ["months", "years", "quarters", "weeks"].contains(unit),
      (max(0, index - 8)..<max(0, index - 1)).contains(where: {
        words.superlatives.contains(text($0)) || ["first", "weakest", "slowest", "record"].contains(text($0))
      })
    {
      return true
    }
    return isStretchOfTime(index, measured: unit)
  }
  /// A participle or state of persons stands before for and a word that bounds the number.
  private func isOfPersons(_ index: Int) -> Bool {
    guard let opening = (max(0, index - 4)..<index).last(where: { text($0) == "for" }), opening > 0 else { return false }
    let state = text(opening - 1)
    return words.prose.bodies.countedAs.contains(state)
  }
  /// The token behind a unit that stands within three tokens of a number.
  private func endOfUnit(_ index: Int, _ unit: String) -> Int { (index + 1...index + 3).first { text($0) == unit }.map { $0 + 1 } ?? index }

  private func isStretchOfTime(_ index: Int, measured unit: String) -> Bool {
    ["months", "years", "quarters", "weeks", "days"].contains(unit)
      && words.prose.times.orders
        .contains(text(index - 1))
  }

  private func isAge(_ end: Int) -> Bool { text(end) == "old" || text(end) == "of" && text(end + 1) == "age" }

  /// the five offices, these three sectors, the past ten: a number of things known, no count.
  private func isDetermined(_ index: Int) -> Bool {
    [
      "the", "these", "those", "its", "their", "all", "other", "top", "leading", "last", "past", "first", "next", "both", "between", "than",
      "of",
      "every", "any",
    ].contains(text(index - 1))
  }

  /// five companies, but not five of them, five and six.
  private func isCountedNoun(at index: Int) -> Bool {
    guard tokens.indices.contains(index), tokens[index].isWord else { return false }
    return ![
      "of", "in", "and", "or", "to", "on", "at", "the", "by", "for", "from", "as", "with", "other", "years", "days", "months", "weeks",
      "main", "major", "key", "aspects", "areas", "ways", "pillars", "parts", "different",
    ].contains(text(index))
  }
}
