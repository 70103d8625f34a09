extension PublicationDate {
  /// The first full date of a text: 2023-04-24, 2023/4/24, 2023.04.24, 2023年04月12日, 2023年4月, April 24, 2023,
  /// 24 April 2023.
  static func first(in text: [Unicode.Scalar]) -> (date: PublicationDate, range: Range<Int>)? {
    var index = 0
    while index < text.count {
      if text[index].isDigit, index == 0 || !text[index - 1].isDigit {
        if let found = numeric(text, at: index) ?? dayFirst(text, at: index) ?? republic(text, at: index) { return found }
        while index < text.count, text[index].isDigit { index += 1 }
        continue
      }
      if text[index].isLatinLetter, index == 0 || !text[index - 1].isLatinLetter, let found = monthFirst(text, at: index) {
        return found
      }
      index += 1
    }
    return nil
  }

  private static func numeric(_ text: [Unicode.Scalar], at start: Int) -> (PublicationDate, Range<Int>)? {
    guard let year = number(text, at: start), year.digits == 4, (1900...2100).contains(year.value), year.end < text.count
    else { return nil }
    let separator = text[year.end]
    guard separator == "年" || separator == "-" || separator == "/" || separator == "." else { return nil }
    guard let month = number(text, at: skipBlanks(text, year.end + 1)), (1...12).contains(month.value), month.digits <= 2,
      month.end < text.count
    else { return nil }
    if separator == "年" {
      guard text[month.end] == "月" else { return nil }
      guard let day = number(text, at: skipBlanks(text, month.end + 1)), (1...31).contains(day.value), day.end < text.count,
        text[day.end] == "日"
      else { return (PublicationDate(year: year.value, month: month.value), start..<(month.end + 1)) }
      return (PublicationDate(year: year.value, month: month.value, day: day.value), start..<(day.end + 1))
    }
    guard text[month.end] == separator, let day = number(text, at: month.end + 1), (1...31).contains(day.value),
      day.digits <= 2
    else { return nil }
    return (PublicationDate(year: year.value, month: month.value, day: day.value), start..<day.end)
  }

  /// 114-02-20, 114年2月20日: a year of the Republic, which began in 1912.
  private static func republic(_ text: [Unicode.Scalar], at start: Int) -> (PublicationDate, Range<Int>)? {
    guard let year = number(text, at: start), year.digits == 3, (90...150).contains(year.value), year.end < text.count,
      text[year.end] == "-" || text[year.end] == "年" || text[year.end] == "/" || text[year.end] == ".",
      let month = number(text, at: year.end + 1), (1...12).contains(month.value), month.digits <= 2, month.end < text.count,
      text[month.end] == (text[year.end] == "年" ? "月" : text[year.end]), let day = number(text, at: month.end + 1),
      (1...31).contains(day.value),
      day.digits <= 2, text[year.end] != "年" || day.end < text.count && text[day.end] == "日"
    else { return nil }
    return (
      PublicationDate(year: year.value + 1911, month: month.value, day: day.value),
      start..<min(text.count, day.end + (text[year.end] == "年" ? 1 : 0))
    )
  }

  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
  ]

  /// The month an English word names, in full or by its first three letters.
  private static func month(_ text: [Unicode.Scalar], at start: Int) -> (value: Int, end: Int)? {
    var end = start
    while end < text.count, text[end].isLatinLetter, end - start < 12 { end += 1 }
    guard end - start >= 3 else { return nil }
    let word = String(scalars: text[start..<end]).lowercased()
    guard let found = months.firstIndex(where: { $0 == word || $0.prefix(3) == word || (word == "sept" && $0 == "september") })
    else { return nil }
    return (found + 1, end < text.count && text[end] == "." ? end + 1 : end)
  }

  private static func monthFirst(_ text: [Unicode.Scalar], at start: Int) -> (PublicationDate, Range<Int>)? {
    guard let month = month(text, at: start), let day = number(text, at: skipBlanks(text, month.end)),
      (1...31).contains(day.value), day.digits <= 2
    else { return nil }
    var next = day.end
    while next < text.count, text[next] == "," || text[next].isBlank { next += 1 }
    guard let year = number(text, at: next), year.digits == 4, (1900...2100).contains(year.value) else { return nil }
    return (PublicationDate(year: year.value, month: month.value, day: day.value), start..<year.end)
  }

  private static func dayFirst(_ text: [Unicode.Scalar], at start: Int) -> (PublicationDate, Range<Int>)? {
    guard let day = number(text, at: start), (1...31).contains(day.value), day.digits <= 2,
      let month = month(text, at: skipBlanks(text, day.end)),
      let year = number(text, at: skipBlanks(text, month.end)), year.digits == 4, (1900...2100).contains(year.value)
    else { return nil }
    return (PublicationDate(year: year.value, month: month.value, day: day.value), start..<year.end)
  }

  private static func number(_ text: [Unicode.Scalar], at start: Int) -> (value: Int, digits: Int, end: Int)? {
    var end = start
    var value = 0
    while end < text.count, text[end].isDigit, end - start < 9 {
      value = value * 10 + Int(text[end].halfWidth.value) - 48
      end += 1
    }
    return end > start ? (value, end - start, end) : nil
  }

  private static func skipBlanks(_ text: [Unicode.Scalar], _ start: Int) -> Int {
    var index = start
    while index < text.count, text[index].isBlank { index += 1 }
    return index
  }
}
