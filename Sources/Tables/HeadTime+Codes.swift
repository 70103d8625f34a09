import Articles
import Extraction
import Indicators
import Lingua

extension HeadTime {
  /// A text that is a time and nothing else in the short forms of tables: 2024, 2024.01, 2024-Q1, Q1 2024, 202401, Jan 2024, 2022-23,
  /// 12/2022 - 2/2023.
  ///
  /// - Parameter text: half-width and simplified, lower case.
  init?(code text: [Unicode.Scalar], _ tableWords: TableWords, _ times: TimeHabits = TimeHabits()) {
    let text = text.withWholeYears
    // 10/25/24 and 11/01/24 of one table.
    if let order = times.dateOrder, text.count <= 10, text.last?.isDigit ?? false, let date = TimeHabits.date(String(scalars: text)) {
      let month = date[order == .dayFirst ? 1 : 0]
      let year = date[2] < 100 ? Self.century(date[2]) : date[2]
      guard (1...12).contains(month), (1900...2100).contains(year) else { return nil }
      self.init(year: year, months: month...month)
      return
    }
    // End-2023, end of September 2024.
    for lead in tableWords.phrases(.endLeads) where text.count > lead.scalars.count + 3 && text.starts(with: lead.scalars) {
      guard var time = HeadTime(code: Array(text.dropFirst(lead.scalars.count).drop(while: \.isBlank)), tableWords, times),
        time.endYear == nil, !time.isFromTo
      else { continue }
      time.months = time.months.map { $0.upperBound...$0.upperBound } ?? 12...12
      time.isStock = true
      self = time
      return
    }
    if let time = Self.single(text, tableWords, times) ?? Self.span(text, tableWords) ?? Self.shortQuarter(text)
      ?? Self.monthsOverYear(text)
    {
      self = time
    } else {
      return nil
    }
  }

  /// 6-8/2024: months of one year.
  private static func monthsOverYear(_ text: [Unicode.Scalar]) -> HeadTime? {
    let dense = text.filter { !$0.isBlank }
    let parts = dense.split(whereSeparator: { "-–—~/".unicodeScalars.contains($0) }).compactMap { part in
      part.allSatisfy(\.isDigit) && part.count <= 4 ? Int(String(scalars: part)) : nil
    }
    guard parts.count == 3, dense.count(where: { !$0.isDigit }) == 2, dense.lastIndex(of: "/") == dense.count - 5,
      dense.count(where: { $0 == "/" }) == 1,
      (1900...2100).contains(parts[2]), 1 <= parts[0], parts[0] < parts[1], parts[1] <= 12
    else { return nil }
    return HeadTime(year: parts[2], months: parts[0]...parts[1])
  }

  /// 3Q24, 1H2025, Q3'24, 24Q3: a quarter or half of a year of two digits.
  private static func shortQuarter(_ text: [Unicode.Scalar]) -> HeadTime? {
    let dense = text.filter { !$0.isBlank && !"'’-/".unicodeScalars.contains($0) }
    // 9M24, 6M2025.
    if (4...7).contains(text.count), let letter = text.firstIndex(of: "m"), (1...2).contains(letter),
      let count = Int(String(scalars: text[..<letter])), (2...12).contains(count), case let rest = text[(letter + 1)...],
      rest.count == 2 || rest.count == 4, rest.allSatisfy(\.isDigit), let year = Int(String(scalars: rest))
    {
      let full = year < 100 ? century(year) : year
      return (1900...2100).contains(full) ? HeadTime(year: full, months: 1...count) : nil
    }
    guard (4...6).contains(dense.count), let letter = dense.firstIndex(where: \.isLatinLetter),
      dense[letter] == "q" || dense[letter] == "h",
      case (let before, let after) = (dense[..<letter], dense[(letter + 1)...]), (before + after).allSatisfy(\.isDigit)
    else { return nil }
    let (part, year): (ArraySlice<Unicode.Scalar>, ArraySlice<Unicode.Scalar>) =
      switch (before.count, after.count) {
      case (1, 2), (1, 4): (before, after)
      case (2, 1): (after, before)
      case (0, 3), (0, 5): (after.prefix(1), after.dropFirst())
      default: ([], [])
      }
    let length = dense[letter] == "q" ? 3 : 6
    guard let number = Int(String(scalars: part)), let year = Int(String(scalars: year)), (1...(12 / length)).contains(number) else {
      return nil
    }
    let full = year < 100 ? century(year) : year
    guard (1900...2100).contains(full) else { return nil }
    var time = HeadTime(year: full, months: (number * length - length + 1)...(number * length))
    time.isShortQuarter = before.count == 1 && after.count == 2
    return time
  }

  private static func single(_ text: [Unicode.Scalar], _ words: TableWords, _ times: TimeHabits) -> HeadTime? {
    // FY 2019 Q1: which months it is nobody knows who does not know how its year is named.
    for year in words.phrases(.businessYears) where year.scalars.count == 2 {
      guard let place = text.place(of: year.scalars) else { continue }
      // FY25 is FY 2025.
      let digits = text[place.upperBound...].prefix(while: \.isDigit)
      let behind = digits.count == 2 ? Array("20".unicodeScalars) + text[place.upperBound...] : Array(text[place.upperBound...])
      let rest = Array((text[..<place.lowerBound] + behind).drop(while: \.isBlank).reversed().drop(while: \.isBlank).reversed())
      guard var time = HeadTime(single: rest, words, times), time.year != .inherited else { return nil }
      guard time.endYear == nil else { return time }
      time.isOfBusinessYear = true
      time.isOfUnknownStart = time.months != nil
      return time
    }
    return HeadTime(single: text, words, times)
  }

  /// 12/2022 - 2/2023, Nov 2025–Jan 2026, 2024.11 to 2025.01: a month and a later one, each with its year.
  private static func span(_ text: [Unicode.Scalar], _ tableWords: TableWords) -> HeadTime? {
    guard (13...32).contains(text.count) else { return nil }
    func named(_ part: ArraySlice<Unicode.Scalar>, in year: Int) -> (year: Int, months: ClosedRange<Int>)? {
      let time = single(
        Array(part.drop(while: \.isBlank).reversed().drop(while: \.isBlank).reversed()), tableWords, TimeHabits())
      guard let time, time.year == .inherited, let months = time.months else { return nil }
      return (year, months)
    }
    func month(_ part: ArraySlice<Unicode.Scalar>) -> (year: Int, months: ClosedRange<Int>)? {
      let time = single(
        Array(part.drop(while: \.isBlank).reversed().drop(while: \.isBlank).reversed()), tableWords, TimeHabits())
      guard let time, case .absolute(let year) = time.year, time.endYear == nil, let months = time.months else { return nil }
      return (year, months)
    }
    for middle in text.indices {
      let isMark = "-–—~".unicodeScalars.contains(text[middle])
      guard
        let length = isMark
          ? 1 : tableWords.phrases(.until).first(where: { text[middle...].starts(with: $0.scalars) })?.scalars.count,
        let last = month(text[(middle + length)...]),
        // November to December 2014.
        let first = month(text[..<middle]) ?? (isMark ? nil : named(text[..<middle], in: last.year)),
        first.months.count == last.months.count, first.months.count == 1 || first.months.count == 3
      else { continue }
      let end = last.months.upperBound + 12 * (last.year - first.year)
      guard end > first.months.upperBound, end - first.months.lowerBound < 36 else { return nil }
      var time = HeadTime(year: first.year, months: first.months.lowerBound...end)
      time.isFromTo = true
      time.endLength = first.months.count
      return time
    }
    return nil
  }

  /// A time of one part, or a span within a year or of years.
  private init?(single text: [Unicode.Scalar], _ tableWords: TableWords, _ times: TimeHabits) {
    guard (1...26).contains(text.count) else { return nil }
    var numbers: [(value: Int, digits: Int)] = []
    var words: [String] = []
    var marks: [Unicode.Scalar] = []
    var index = 0
    while index < text.count {
      let first = index
      if text[index].isDigit {
        var value = 0
        while index < text.count, text[index].isDigit, index - first < 9 {
          value = value * 10 + Int(text[index].value) - 48
          index += 1
        }
        numbers.append((value, index - first))
      } else if text[index].isLatinLetter {
        while index < text.count, text[index].isLatinLetter { index += 1 }
        words.append(String(scalars: text[first..<index]))
      } else if text[index].isBlank || "-./—–,~～".unicodeScalars.contains(text[index]) {
        // The dot of Jan. parts nothing.
        let isDot = text[index] == "." && index > 0 && text[index - 1].isLatinLetter
        if !text[index].isBlank, !isDot { marks.append(text[index]) }
        index += 1
      } else {
        return nil
      }
    }
    guard let place = numbers.firstIndex(where: { $0.digits == 4 && (1900...2100).contains($0.value) }) else {
      // 202401; Jan; Q1.
      if numbers.count == 1, words.isEmpty, marks.isEmpty, numbers[0].digits == 6, (1...12).contains(numbers[0].value % 100),
        (1900...2100).contains(numbers[0].value / 100)
      {
        self.init(year: numbers[0].value / 100, months: (numbers[0].value % 100)...(numbers[0].value % 100))
        return
      }
      // Sep 18, Jan–Sep 18, Q3 18.
      let isQuarter = words.count == 2 && ["qtr", "quarter"].contains(words[1])
      if times.hasShortYears || isQuarter, !words.isEmpty, !marks.contains("/"), let last = numbers.last, last.digits == 2,
        text.last?.isDigit == true,
        let months = Self.months(words, numbers.dropLast().map(\.value), tableWords)
      {
        self.init(year: Self.century(last.value), months: months)
        return
      }
      // 107 and 108 over the columns of two years of the Republic.
      if times.hasRepublicYears, numbers.count == 1, words.isEmpty, marks.isEmpty, text.count == numbers[0].digits,
        RepublicYears.range.contains(numbers[0].value)
      {
        self.init(year: numbers[0].value + 1911)
        return
      }
      // M2 is money; M02 is February.
      guard let months = Self.months(words, numbers.map(\.value), tableWords), !words.isEmpty, marks.count <= 1,
        words != ["m"] || numbers.first?.digits == 2
      else { return nil }
      // Jan-24 is a month of 2024 in the form of spreadsheets.
      if words.count == 1, months.count == 1, marks == ["-"], text.first?.isLatinLetter == true, numbers.first?.digits == 2,
        let short = numbers.first?.value, words[0].utf8.count >= 3
      {
        self.init(year: Self.century(short), months: months)
        return
      }
      self.init()
      self.months = months
      namesMonths = Self.areNames(words, tableWords)
      return
    }
    let year = numbers.remove(at: place).value
    if words == ["y"] { words = [] }
    // 9M 2024: the first nine months.
    if words == ["m"], let count = numbers.first?.value, numbers.count == 1, Self.isCountOfMonths(text), (2...12).contains(count) {
      self.init(year: year, months: 1...count)
      return
    }
    // 2021 to 2022
    if words.count == 1, tableWords.holds(.until, words[0]), numbers.count == 1, numbers[0].digits == 4, numbers[0].value > year,
      numbers[0].value < year + 100, text.last?.isDigit ?? false
    {
      self.init(year: year)
      endYear = numbers[0].value
      return
    }
    // Nine months 2024, 9 months 2024.
    if let last = words.last, tableWords.value(.comparedPeriods, last) == "1", words.count + numbers.count == 2,
      let count = numbers.first?.value ?? words.first.flatMap({ tableWords.value(.smallNumbers, $0) }).flatMap({ Int($0) }),
      (6...11).contains(count)
    {
      self.init(year: year, months: 1...count)
      return
    }
    // Q1 2018-19.
    if !words.isEmpty, numbers.indices.contains(place), numbers[place].digits == 2, numbers[place].value == (year + 1) % 100,
      numbers[place].value > 12,
      let months = Self.months(words, numbers.enumerated().filter { $0.offset != place }.map(\.element.value), tableWords)
    {
      var whole = HeadTime(year: year)
      whole.endYear = year + 1
      var part = HeadTime()
      part.months = months
      part.namesMonths = Self.areNames(words, tableWords)
      self = part.completed(by: whole)
      return
    }
    if words.isEmpty {
      guard let second = numbers.first else {
        guard marks.isEmpty || marks == [","] else { return nil }
        self.init(year: year)
        return
      }
      if place > 0 {
        // 5/2026, 31.12.2024; of 5/6/2024 no one knows the month.
        let months = numbers.count == place ? numbers.map(\.value).filter { (1...12).contains($0) } : []
        let isDay = place == 2 && numbers.allSatisfy { (1...31).contains($0.value) }
        guard place == 1 || isDay, months.count == 1, let month = months.first, marks.count == place, Set(marks).count == 1,
          marks[0] != ",", numbers.allSatisfy({ $0.digits <= 2 })
        else { return nil }
        self.init(year: year, months: month...month)
        return
      }
      if numbers.count == 1, second.digits == 4, second.value > year, second.value < year + 100 {
        self.init(year: year)
        endYear = second.value
      } else if numbers.count == 1, second.digits == 2, second.value > year % 100, second.value > 12 {
        // 2022-23, 2010-23.
        self.init(year: year)
        endYear = year - year % 100 + second.value
      } else if (1...12).contains(second.value), second.digits <= 2,
        numbers.count == 1 || numbers.count == 2 && (1...31).contains(numbers[1].value)
      {
        self.init(year: year, months: second.value...second.value)
      } else {
        return nil
      }
      return
    }
    // January-April 2002-2003: the same months of two years, and not Jan. 2023-Jan. 2024.
    if let letter = text.lastIndex(where: \.isLatinLetter), let digit = text.firstIndex(where: \.isDigit), letter < digit,
      let last = numbers.first, numbers.count == 1, last.digits == 4, last.value > year, last.value < year + 100,
      let months = Self.months(words, [], tableWords)
    {
      self.init(year: year, months: months)
      endYear = last.value
      return
    }
    guard let months = Self.months(words, numbers.map(\.value), tableWords) else { return nil }
    self.init(year: year, months: months)
    namesMonths = Self.areNames(words, tableWords)
    // August to September 2024, and not the nine months from January on.
    isFromTo = words.count == 3 && (months.lowerBound > 1 || months.count == 2)
  }

  /// Whether the letter of 9M stands right behind a number of at most two digits, and not before one as in M9.
  private static func isCountOfMonths(_ text: [Unicode.Scalar]) -> Bool {
    guard let letter = text.firstIndex(of: "m"), letter > 0, text[letter - 1].isDigit else { return false }
    return text[..<letter].reversed().prefix(while: \.isDigit).count <= 2 && (letter + 1 == text.count || !text[letter + 1].isDigit)
  }

  private static func areNames(_ words: [String], _ tableWords: TableWords) -> Bool {
    words.allSatisfy { word in word.utf8.count >= 3 && tableWords.phrases(.months).contains { $0.phrase.key.hasPrefix(word) } }
  }

  /// The year of two digits.
  private static func century(_ short: Int) -> Int { short < 60 ? 2000 + short : 1900 + short }

  /// Q1, H2, S1, M03, Jan, January–March.
  private static func months(_ words: [String], _ numbers: [Int], _ tableWords: TableWords) -> ClosedRange<Int>? {
    // January to September.
    let words = words.count == 3 && tableWords.holds(.until, words[1]) ? [words[0], words[2]] : words
    // January, Jan, Sept.
    let named = words.compactMap { word in
      word.utf8.count < 3 ? nil : tableWords.phrases(.months).first { $0.phrase.key.hasPrefix(word) }.flatMap { Int($0.value) }
    }
    if named.count == words.count, numbers.allSatisfy({ (1...31).contains($0) }), numbers.count <= named.count {
      switch named.count {
      case 1: return named[0]...named[0]
      case 2 where named[0] <= named[1]: return named[0]...named[1]
      default: return nil
      }
    }
    // Jun qtr, December quarter: the three months that end so.
    if words.count == 2, numbers.isEmpty, ["qtr", "quarter"].contains(words[1]), words[0].utf8.count >= 3,
      let end = tableWords.phrases(.months).first(where: { $0.phrase.key.hasPrefix(words[0]) }).flatMap({ Int($0.value) }), end % 3 == 0
    {
      return (end - 2)...end
    }
    // Q1-Q3: from the one to the other.
    if words == ["q", "q"], numbers.count == 2, (1...4).contains(numbers[0]), (1...4).contains(numbers[1]), numbers[0] < numbers[1] {
      return (numbers[0] * 3 - 2)...(numbers[1] * 3)
    }
    guard words.count == 1, numbers.count == 1, let number = numbers.first else { return nil }
    switch words[0] {
    case "q", "qtr", "quarter": return (1...4).contains(number) ? (number * 3 - 2)...(number * 3) : nil
    case "h", "s", "half": return (1...2).contains(number) ? (number * 6 - 5)...(number * 6) : nil
    case "m": return (1...12).contains(number) ? number...number : nil
    default: return nil
    }
  }
}

extension [Unicode.Scalar] {
  /// Sept. '24 as Sept. 2024: an apostrophe before two digits stands for the century.
  fileprivate var withWholeYears: [Unicode.Scalar] {
    guard contains(where: { "'’‘".unicodeScalars.contains($0) }) else { return self }
    var out: [Unicode.Scalar] = []
    for (index, scalar) in enumerated() {
      guard "'’‘".unicodeScalars.contains(scalar), index > 0, !self[index - 1].isDigit, index + 2 < count, self[index + 1].isDigit,
        self[index + 2].isDigit, index + 3 == count || !self[index + 3].isDigit
      else {
        out.append(scalar)
        continue
      }
      out += self[index + 1] < "6" ? ["2", "0"] : ["1", "9"]
    }
    return out
  }
}
