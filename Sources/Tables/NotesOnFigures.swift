import Articles
import Extraction
import Indicators
import Lingua

/// What notes, titles and heads say of how the figures of a table are to be taken.
struct NotesOnFigures: Hashable {
  /// The month in which a year of business begins.
  var yearStart: Int?
  /// By how much the year in which a year of business ends is later than its name: 0 where fiscal 2025 ends in 2025.
  var yearNaming: Int?
  /// What per cent in a bracket behind a level is: a change, and since when.
  var changeInBrackets: HeadReading?
  /// The mark of changes that are in the unit of their level: 标*的指标为绝对量; and of those in points.
  var absoluteMark: Unicode.Scalar?
  var pointsMark: Unicode.Scalar?
  /// 注：客座率、载运率的同比增减为百分点: clauses that say whose changes are in points, and in the unit of the level.
  var pointsClauses: [String] = []
  var absoluteClauses: [String] = []
  /// (1) Number of persons, in thousands.
  var units = NotedUnits()

  init() {}

  /// - Parameter texts: notes first, titles and heads behind them: what is said first holds.
  init(_ texts: some Sequence<String>, _ words: TableWords) {
    units = NotedUnits(texts, words)
    for text in texts
    where text.utf8.count <= 1200
      && (pointsClauses.isEmpty || yearStart == nil || changeInBrackets == nil || absoluteMark == nil || pointsMark == nil)
    {
      let folded = text.unicodeScalars.map { $0.lowercasedHalfWidth.simplified }
      let bits = TableWords.Phrase.bits(of: folded)
      func place(_ list: TableWords.List) -> Range<Int>? {
        words.phrases(list).lazy.filter { $0.bits & ~bits == 0 }.compactMap { folded.place(of: $0.scalars) }.first
      }
      if yearStart == nil {
        yearStart = Self.firstMonth(folded, Array(text.unicodeScalars), place, words)
        if yearStart != nil, yearNaming == nil { yearNaming = Self.naming(folded, place) }
      }
      if absoluteMark == nil, place(.absoluteChanges) != nil { absoluteMark = Self.mark(beforeAnyOf: .absoluteChanges, folded, words) }
      if pointsMark == nil, place(.percentagePoints) != nil { pointsMark = Self.mark(beforeAnyOf: .percentagePoints, folded, words) }
      if pointsClauses.isEmpty, place(.percentagePoints) != nil {
        pointsClauses = Self.clauses(thatEndWith: .percentagePoints, folded, words)
      }
      if absoluteClauses.isEmpty, place(.absoluteChanges) != nil {
        absoluteClauses = Self.clauses(thatEndWith: .absoluteChanges, folded, words)
      }
      if changeInBrackets == nil, place(.inBrackets) != nil {
        // Figures in parentheses are year-on-year changes.
        let reading = HeadReading(text, words)
        if reading.kind == .change { changeInBrackets = reading }
      }
    }
  }

  /// The mark of a clause that holds a word: 标*的指标为绝对量；标▲的指标为百分点.
  private static func mark(beforeAnyOf list: TableWords.List, _ text: [Unicode.Scalar], _ words: TableWords) -> Unicode.Scalar? {
    for clause in text.split(whereSeparator: { ";；。,，.".unicodeScalars.contains($0) }) {
      let clause = Array(clause)
      guard words.phrases(list).contains(where: { clause.place(of: $0.scalars) != nil }) else { continue }
      let mark = clause.first { scalar in words.phrases(.footnoteMarks).contains { $0.scalars == [scalar] } }
      if let mark { return mark }
    }
    return nil
  }

  /// The keys of clauses that end with a word of a list and give no number in it: 比上年提高0.5个百分点 says nothing of units.
  private static func clauses(thatEndWith list: TableWords.List, _ text: [Unicode.Scalar], _ words: TableWords) -> [String] {
    text.split(whereSeparator: { ";；。,，.".unicodeScalars.contains($0) }).compactMap { clause in
      let key = HeadReading.key(String(scalars: clause))
      guard let word = words.phrases(list).filter({ key.hasSuffix($0.key) }).max(by: { $0.key.count < $1.key.count }),
        case let rest = key.dropLast(word.key.count), let last = rest.last, !last.isNumber
      else { return nil }
      // 生产总值为绝对数 tells of the level.
      let isOfChange =
        list == .percentagePoints || words.phrases(.growth).contains { key.contains($0.key) }
        || words.phrases(.standingComparisons).contains { rest.contains($0.phrase.key) }
      return isOfChange ? key : nil
    }
  }

  /// Whether a clause names a row or column by its key.
  static func names(_ key: String, _ clauses: [String]) -> Bool {
    guard key.unicodeScalars.count > 1 else { return false }
    // 劳动力 is not named by 劳动力参与率之增减.
    let behind = "及和与以或同的之比较增减变升降涨跌幅为是单等"
    func isLonger(_ next: Character) -> Bool { next.unicodeScalars.first?.isHan ?? false && !behind.contains(next) }
    return clauses.contains { clause in
      clause.ranges(of: key).contains { $0.upperBound == clause.endIndex || !isLonger(clause[$0.upperBound]) }
    }
  }

  /// What is open here, as another says it.
  func completed(by other: NotesOnFigures) -> NotesOnFigures {
    var full = self
    full.yearStart = yearStart ?? other.yearStart
    full.yearNaming = yearNaming ?? (yearStart == nil || yearStart == other.yearStart ? other.yearNaming : nil)
    full.changeInBrackets = changeInBrackets ?? other.changeInBrackets
    full.absoluteMark = absoluteMark ?? other.absoluteMark
    full.pointsMark = pointsMark ?? other.pointsMark
    full.pointsClauses = pointsClauses.isEmpty ? other.pointsClauses : pointsClauses
    full.absoluteClauses = absoluteClauses.isEmpty ? other.absoluteClauses : absoluteClauses
    full.units = units.completed(by: other.units)
    return full
  }

  /// Q1 denotes April to June; the fiscal year runs from October 1 through September 30; financial year ended 31 March.
  private static func firstMonth(
    _ text: [Unicode.Scalar], _ written: [Unicode.Scalar], _ place: (TableWords.List) -> Range<Int>?, _ words: TableWords
  ) -> Int? {
    let quarter = place(.firstQuarters)
    let year = place(.businessYears)
    guard quarter != nil || year != nil else { return nil }
    let months = months(in: text, written, words)
    if let quarter {
      let named = months.filter { $0.start >= quarter.upperBound }
      if named.count > 1, (named[1].month - named[0].month + 12) % 12 == 2 { return named[0].month }
    }
    guard let year else { return nil }
    for (first, last) in zip(months, months.dropFirst()) where (last.month - first.month + 12) % 12 == 11 { return first.month }
    // Ending before the month, or behind it: 截至3月31日止.
    guard months.count == 1 || months.allSatisfy({ $0.month == months[0].month }), let month = months.first else { return nil }
    if place(.yearEnds) != nil { return month.month % 12 + 1 }
    if place(.yearBegins).map({ $0.lowerBound > year.lowerBound || !text.contains(where: \.isLatinLetter) }) ?? false { return month.month }
    return nil
  }

  /// Fiscal year 2025 ended January 26, 2025: the year of its name, and the one in which it ends.
  private static func naming(_ text: [Unicode.Scalar], _ place: (TableWords.List) -> Range<Int>?) -> Int? {
    guard let year = place(.businessYears), place(.yearEnds) != nil else { return nil }
    let numbers = text[year.lowerBound...].split { !$0.isDigit }.filter { $0.count == 4 }.compactMap { Int(String(scalars: $0)) }
      .filter { (1900...2100).contains($0) }
    guard numbers.count == 2, (0...1).contains(numbers[1] - numbers[0]),
      // Its name stands right behind the words for it.
      text[year.upperBound...].drop(while: \.isBlank).first?.isDigit ?? false
    else { return nil }
    return numbers[1] - numbers[0]
  }

  /// The months that a text names, in order.
  private static func months(in text: [Unicode.Scalar], _ written: [Unicode.Scalar], _ words: TableWords) -> [(month: Int, start: Int)] {
    var found: [(month: Int, start: Int)] = []
    var index = 0
    while index < text.count {
      let start = index
      if text[index].isDigit {
        let digits = text[index...].prefix(while: \.isDigit)
        index = digits.endIndex
        guard digits.count <= 2, let month = Int(String(scalars: digits)), (1...12).contains(month), index < text.count else { continue }
        // 4月, and the 4 of 4-6月.
        let rest = text[index...].drop { "-–—~至到".unicodeScalars.contains($0) }
        let isSpan =
          rest.startIndex > index && rest.prefix(while: \.isDigit).endIndex < text.count
          && text[rest.prefix(while: \.isDigit).endIndex] == "月"
        if text[index] == "月" || isSpan { found.append((month, start)) }
      } else if text[index].isLatinLetter {
        let word = text[index...].prefix(while: \.isLatinLetter)
        index = word.endIndex
        // Details may not add: no May.
        guard word.count >= 3, written[start].properties.isUppercase else { continue }
        let name = String(scalars: word)
        let month = words.phrases(.months).first { $0.phrase.key.hasPrefix(name) }.flatMap { Int($0.value) }
        if let month { found.append((month, start)) }
      } else {
        index += 1
      }
    }
    return found
  }
}

extension [Unicode.Scalar] {
  /// Where some words stand in it first, Latin ones as whole words.
  func place(of words: [Unicode.Scalar]) -> Range<Int>? {
    guard let first = words.first, count >= words.count else { return nil }
    for index in 0...(count - words.count) where self[index] == first && self[index...].starts(with: words) {
      let end = index + words.count
      if first.isLatinLetter || first.isDigit, index > 0, self[index - 1].isLatinLetter { continue }
      if words.last?.isLatinLetter ?? false, end < count, self[end].isLatinLetter { continue }
      return index..<end
    }
    return nil
  }
}
