import Indicators

/// A number with its unit in English text; indices are token indices.
struct EnglishQuantity: Hashable, Sendable {
  var number: ExactNumber
  var unit: String
  var tokens: Range<Int>
  var isPercent: Bool
  var isPoints: Bool
  var isTimes: Bool
  var hasMeasure: Bool
}

extension EnglishReader {
  /// The number with its unit at `index`; nil for years, dates, ordinals and numbers in names.
  func quantity(at index: Int) -> EnglishQuantity? {
    let token = tokens[index]
    let number: ExactNumber
    if let read = token.number {
      number = read
    } else if let small = EnglishWords.numbers[token.text], index + 1 < tokens.count, !tokens[index + 1].isBorder {
      number = ExactNumber(small)
    } else {
      return nil
    }
    if isYear(at: index) || isDay(at: index) || isTitleYear(at: index) { return nil }
    if index > 0, ["per", "every", "article", "chapter", "no", "number", "page", "step", "section", "phase", "top", "flight", "line", "class"].contains(tokens[index - 1].text) { return nil }
    if index > 1, tokens[index - 1].text == ".", tokens[index - 2].text == "no" { return nil }
    var next = index + 1
    var parts: [String] = []
    var currency = ""
    var start = index
    if index > 0, "$€£¥".contains(tokens[index - 1].text) {
      currency = tokens[index - 1].text
      start = index - 1
    } else if index > 0, ["us$", "hk$", "rmb", "cny", "usd", "a$"].contains(tokens[index - 1].text) {
      currency = tokens[index - 1].text.contains("$") || tokens[index - 1].text == "usd" ? "$" : ""
      if currency.isEmpty { parts.append("yuan") }
      start = index - 1
    }
    var hasMeasure = !currency.isEmpty || !parts.isEmpty
    if next < tokens.count, EnglishWords.magnitudes.contains(tokens[next].text) {
      parts.insert(tokens[next].text, at: 0)
      next += 1
    }
    var isPercent = false
    var isPoints = false
    var isTimes = false
    if next < tokens.count {
      let word = tokens[next].text
      if word == "percent" || word == "%" || word == "pct" || word == "per" && text(next + 1) == "cent" {
        next += word == "per" ? 2 : 1
        isPercent = true
        if text(next) == "point" || text(next) == "points" {
          isPoints = true
          next += 1
        }
        parts = [isPoints ? "percentage points" : "%"]
      } else if word == "percentage" && (text(next + 1) ?? "").hasPrefix("point") || word == "basis" && (text(next + 1) ?? "").hasPrefix("point") {
        isPoints = true
        parts = [word + " points"]
        next += 2
      } else if word == "times" || word == "fold" {
        isTimes = true
        parts = ["times"]
        next += 1
      } else if EnglishWords.currencies.contains(word) {
        parts.append(word)
        next += 1
        hasMeasure = true
      } else if EnglishWords.measures.contains(word) {
        parts.append(word)
        next += 1
        hasMeasure = true
        if word == "square" || word == "cubic", let more = text(next) {
          parts[parts.count - 1] += " " + more
          next += 1
        }
      }
    }
    let unit = currency.isEmpty ? parts.joined(separator: " ") : parts.isEmpty ? currency : currency + " " + parts.joined(separator: " ")
    if token.number == nil, !hasMeasure, !isPercent, !isTimes, parts.isEmpty, number.significand < 3 { return nil }
    return EnglishQuantity(
      number: number, unit: unit, tokens: start..<next, isPercent: isPercent, isPoints: isPoints, isTimes: isTimes,
      hasMeasure: hasMeasure)
  }

  func text(_ index: Int) -> String? { tokens.indices.contains(index) ? tokens[index].text : nil }

  func isYear(at index: Int) -> Bool {
    guard let number = tokens[index].number, number.scale == 0, tokens[index].text.count == 4, (1900...2100).contains(number.significand)
    else { return false }
    // The Intellectual Property Report 2024: the year is part of a title.
    if index > 1, tokens[index - 1].kind == .word, tokens[index - 1].isCapital, EnglishWords.months[tokens[index - 1].text] == nil,
      EnglishWords.titles.contains(tokens[index - 1].text)
    { return false }
    guard let next = text(index + 1) else { return true }
    if EnglishWords.magnitudes.contains(next) || next == "percent" || next == "%" { return false }
    let previous = text(index - 1) ?? ""
    return ["in", "of", "from", "since", "by", "until", "for", "and", "to", "than", "year", "during", "throughout", "with", "end-", "early", "late", "over", "before", "after", "through", "between", "at", "'s", ",", "-", "the", "–", "("].contains(previous)
      || EnglishWords.months[previous] != nil || previous.isEmpty || tokens[index + 1].isBorder || tokens[index - 1].isBorder
      || tokens[index - 1].number != nil
  }

  private func isTitleYear(at index: Int) -> Bool {
    index > 0 && tokens[index].text.count == 4 && tokens[index - 1].isCapital && EnglishWords.titles.contains(tokens[index - 1].text)
  }

  private func isDay(at index: Int) -> Bool {
    guard let number = tokens[index].number, number.scale == 0, (1...31).contains(number.significand) else { return false }
    if let previous = text(index - 1), EnglishWords.months[previous] != nil { return true }
    if let next = text(index + 1), EnglishWords.months[next] != nil { return true }
    if text(index + 1) == ":" || text(index - 1) == ":" && (index < 2 || tokens[index - 2].number != nil) { return true }
    return false
  }
}
