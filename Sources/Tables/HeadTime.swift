import Articles
import Extraction
import Indicators
import Lingua

/// A time that a head or a title names, as far as it names it: a year without month, a month without year, 上年同期, 累计.
struct HeadTime: Hashable {
  var year: StatedTime.Year = .inherited
  var endYear: Int?
  /// Those of the next year count on from 13: 12...14 are December to February.
  var months: ClosedRange<Int>?
  var isStock = false
  /// 本月: so many months from the last that holds.
  var monthOffset: Int?
  /// 累计: from January to the last month that holds.
  var isCumulative = false
  /// 上年同期: the same months of another year.
  var keepsMonths = false

  init() {}

  init(_ time: StatedTime) {
    year = time.year
    endYear = time.endYear
    months = time.months
    isStock = time.isStock
    monthOffset = time.monthOffset
    keepsMonths = time.isBase
  }

  /// 上年末: the end of a year, whatever months the table is of.
  mutating func endYearHere() {
    isStock = true
    keepsMonths = false
    months = 12...12
  }

  /// Later than another time of its kind, both with a year: as many years and months.
  func distance(from earlier: HeadTime) -> (years: Int, months: Int)? {
    guard case .absolute(let late) = year, case .absolute(let early) = earlier.year, endYear == nil, earlier.endYear == nil,
      months?.count == earlier.months?.count
    else { return nil }
    let distance = (late - early) * 12 + (months?.lowerBound ?? 1) - (earlier.months?.lowerBound ?? 1)
    return distance > 0 ? (distance / 12, distance % 12) : nil
  }

  init(year: Int, months: ClosedRange<Int>? = nil) {
    self.year = .absolute(year)
    self.months = months
  }

  init(_ period: Period) {
    year = .absolute(period.start.year)
    if period.end.year != period.start.year, !period.isOpen {
      if let start = period.start.month, let end = period.end.month, period.end.year > period.start.year {
        months = start...(end + 12 * (period.end.year - period.start.year))
      } else {
        endYear = period.end.year
      }
    } else if let start = period.start.month, let end = period.end.month, start <= end {
      months = start...end
    }
  }

  /// It names no part of a time.
  private var isOpen: Bool { year == .inherited && endYear == nil && months == nil && monthOffset == nil && !isCumulative && !keepsMonths }

  /// What this leaves open, taken from a time that stands further out.
  func completed(by outer: HeadTime?) -> HeadTime {
    guard let outer else { return self }
    var full = self
    if let last = outer.months?.upperBound, last <= 12, outer.endYear == nil {
      // 当月 and 累计 beside 2025年9月.
      if let monthOffset, (1...12).contains(last + monthOffset) {
        full.months = (last + monthOffset)...(last + monthOffset)
        full.monthOffset = nil
      } else if isCumulative {
        full.months = 1...last
        full.isCumulative = false
      }
    }
    if year == .inherited {
      full.year = outer.year
      if months == nil, monthOffset == nil, !isCumulative, full.months == nil {
        full.endYear = outer.endYear
        full.months = outer.months
        full.isStock = isStock || outer.isStock
      }
    } else if months == nil, monthOffset == nil, !isCumulative, outer.year == .inherited {
      full.months = outer.months
      full.isStock = isStock || outer.isStock
      full.isCumulative = outer.isCumulative
      full.monthOffset = outer.monthOffset
    }
    return full
  }

  /// The period, given what holds around the table; nil where no year is known.
  ///
  /// - Parameter context: the period of the title.
  func period(in context: Period?) -> Period? {
    if isOpen { return context }
    let last = context?.isOpen == true ? nil : context?.end
    var months = months
    if months == nil, let monthOffset, let month = last?.month, (1...12).contains(month + monthOffset) {
      months = (month + monthOffset)...(month + monthOffset)
    } else if months == nil, isCumulative, let month = last?.month {
      months = 1...month
    } else if months == nil, keepsMonths, let from = context?.start.month, let to = last?.month, from <= to {
      months = from...to
    }
    let first: Int
    switch year {
    case .absolute(let year): first = year
    case .relative(let years):
      guard let year = last?.year else { return nil }
      first = year + years
    case .inherited:
      guard let year = last?.year else { return nil }
      first = year
    }
    if let endYear, endYear > first { return Period(.init(year: first), .init(year: endYear)) }
    guard let months else { return Period(year: first) }
    if months == 1...12 { return Period(year: first) }
    let end = months.upperBound - 1
    return Period(.init(year: first, month: months.lowerBound), .init(year: first + end / 12, month: end % 12 + 1))
  }
}

extension HeadTime {
  /// A text that is a time and nothing else in the short forms of tables: 2024, 2024.01, 2024-Q1, Q1 2024, 202401, Jan 2024, 2022-23,
  /// 12/2022 - 2/2023.
  ///
  /// - Parameter text: half-width and simplified, lower case.
  init?(code text: [Unicode.Scalar], _ tableWords: TableWords) {
    if let time = Self.single(text, tableWords) ?? Self.span(text, tableWords) { self = time } else { return nil }
  }

  private static func single(_ text: [Unicode.Scalar], _ words: TableWords) -> HeadTime? { HeadTime(single: text, words) }

  /// 12/2022 - 2/2023, Nov 2025–Jan 2026, 2024.11 to 2025.01: a month and a later one, each with its year.
  private static func span(_ text: [Unicode.Scalar], _ tableWords: TableWords) -> HeadTime? {
    guard (13...32).contains(text.count) else { return nil }
    func month(_ part: ArraySlice<Unicode.Scalar>) -> (year: Int, month: Int)? {
      let time = single(Array(part.drop(while: \.isBlank).reversed().drop(while: \.isBlank).reversed()), tableWords)
      guard let time, case .absolute(let year) = time.year, let months = time.months, months.count == 1 else { return nil }
      return (year, months.lowerBound)
    }
    for middle in text.indices {
      let isMark = "-–—~".unicodeScalars.contains(text[middle])
      guard
        let length = isMark
          ? 1 : tableWords.phrases(.until).first(where: { text[middle...].starts(with: $0.scalars) })?.scalars.count,
        let first = month(text[..<middle]), let last = month(text[(middle + length)...])
      else { continue }
      let end = last.month + 12 * (last.year - first.year)
      guard end > first.month, end - first.month < 36 else { return nil }
      return HeadTime(year: first.year, months: first.month...end)
    }
    return nil
  }

  /// A time of one part, or a span within a year or of years.
  private init?(single text: [Unicode.Scalar], _ tableWords: TableWords) {
    guard (1...14).contains(text.count) else { return nil }
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
      } else if text[index].isBlank || "-./—–,".unicodeScalars.contains(text[index]) {
        if !text[index].isBlank { marks.append(text[index]) }
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
      guard let months = Self.months(words, numbers.map(\.value), tableWords), !words.isEmpty, marks.count <= 1 else { return nil }
      // Jan-24 is a month of 2024 in the form of spreadsheets.
      if words.count == 1, months.count == 1, marks == ["-"], text.first?.isLatinLetter == true, numbers.first?.digits == 2,
        let short = numbers.first?.value, words[0].utf8.count >= 3
      {
        self.init(year: short < 60 ? 2000 + short : 1900 + short, months: months)
        return
      }
      self.init()
      self.months = months
      return
    }
    let year = numbers.remove(at: place).value
    if words == ["fy"] || words == ["y"] { words = [] }
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
      } else if numbers.count == 1, second.digits == 2, second.value == (year + 1) % 100, second.value > 12 {
        self.init(year: year)
        endYear = year + 1
      } else if (1...12).contains(second.value), second.digits <= 2,
        numbers.count == 1 || numbers.count == 2 && (1...31).contains(numbers[1].value)
      {
        self.init(year: year, months: second.value...second.value)
      } else {
        return nil
      }
      return
    }
    guard let months = Self.months(words, numbers.map(\.value), tableWords) else { return nil }
    self.init(year: year, months: months)
  }

  /// Q1, H2, S1, M03, Jan, January–March.
  private static func months(_ words: [String], _ numbers: [Int], _ tableWords: TableWords) -> ClosedRange<Int>? {
    // January, Jan, Sept.
    let named = words.compactMap { word in
      word.utf8.count < 3 ? nil : tableWords.phrases(.months).first { $0.phrase.key.hasPrefix(word) }.flatMap { Int($0.value) }
    }
    if named.count == words.count, numbers.allSatisfy({ (1...31).contains($0) }), numbers.count <= 1 {
      switch named.count {
      case 1: return named[0]...named[0]
      case 2 where named[0] <= named[1]: return named[0]...named[1]
      default: return nil
      }
    }
    guard words.count == 1, numbers.count == 1, let number = numbers.first else { return nil }
    switch words[0] {
    case "q", "qtr", "quarter": return (1...4).contains(number) ? (number * 3 - 2)...(number * 3) : nil
    case "h", "s": return (1...2).contains(number) ? (number * 6 - 5)...(number * 6) : nil
    case "m": return (1...12).contains(number) ? number...number : nil
    default: return nil
    }
  }
}
