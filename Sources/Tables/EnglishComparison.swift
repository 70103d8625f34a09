import Articles
import Indicators
import Lingua

/// What an English head compares with, read word by word: the same quarter of the previous year, a year ago, three months earlier.
///
/// The words stand in `language/tables/en.yaml`; which of them follow each other is here, since no list holds all they make together.
struct EnglishComparison {
  /// A run of letters or of digits.
  struct Word {
    var text: String
    var range: Range<Int>
  }

  let against: HeadReading.Against
  /// How many words it takes.
  let count: Int

  /// - Parameters:
  ///   - words: from the first behind “over”, “from”, “compared with”.
  ///   - isLed: whether such a word stands before; without one a bare length, 12 months, compares with nothing.
  init?(_ words: ArraySlice<Word>, _ language: TableWords, isLed: Bool) {
    let reader = Reader(words: Array(words), language: language)
    guard let (against, count) = reader.same() ?? reader.earlier() ?? reader.ago() ?? (isLed ? reader.length() : nil) else { return nil }
    self.against = against
    self.count = count
  }

  /// 12-month, five-year: how far back, where it stands right before a word of growth or alone below one.
  static func length(_ words: [Word], _ language: TableWords) -> (against: HeadReading.Against, count: Int)? {
    Reader(words: words, language: language).length()
  }

  /// All of a head below one of changes: 12 months, month, a year ago, same month last year, over the quarter.
  static func whole(_ words: [Word], _ language: TableWords) -> HeadReading.Against? {
    let isLed = words.first.map { word in language.phrases(.comparing).contains { $0.text == word.text } } ?? false
    let words = isLed ? Array(words.dropFirst()) : words
    guard let found = EnglishComparison(words[...], language, isLed: true), found.count == words.count else { return nil }
    return found.against
  }

  private struct Reader {
    let words: [Word]
    let language: TableWords

    private func text(_ index: Int) -> String? { words.indices.contains(index) ? words[index].text : nil }
    private func holds(_ index: Int, _ list: TableWords.List) -> Bool { text(index).map { language.holds(list, $0) } ?? false }

    /// The first place from one on that holds no article or preposition.
    private func skip(_ index: Int) -> Int {
      var next = index
      while holds(next, .comparedArticles) { next += 1 }
      return next
    }

    private func number(_ index: Int) -> Int? {
      guard let text = text(index) else { return nil }
      return language.value(.smallNumbers, text).flatMap { Int($0) } ?? Int(text).flatMap { (1...120).contains($0) ? $0 : nil }
    }

    /// In months; 0 for a period, -1 for what is shorter than a month.
    private func period(_ index: Int) -> Int? { text(index).flatMap { language.value(.comparedPeriods, $0) }.flatMap { Int($0) } }

    private func back(_ count: Int, _ period: Int) -> HeadReading.Against? {
      switch (count, period) {
      case (1, 0): .periodBefore
      case (_, 0): nil
      case (_, ..<0): .other
      case (1, 3): .quarterBefore
      default: HeadReading.Against(monthsBack: count * period)
      }
    }

    /// The same quarter of the previous year, corresponding period a year ago, same month last year.
    func same() -> (HeadReading.Against, Int)? {
      let start = skip(0)
      guard holds(start, .sameWords), period(start + 1) != nil else { return nil }
      let next = skip(start + 2)
      let rest = Reader(words: Array(words.dropFirst(next)), language: language)
      guard let (against, count) = rest.earlier() ?? rest.ago(), against != .periodBefore else { return nil }
      return (against, next + count)
    }

    /// The previous month, preceding quarter, last year; the last 12 months.
    func earlier() -> (HeadReading.Against, Int)? {
      let start = skip(0)
      guard holds(start, .earlierWords) else { return nil }
      if let count = number(start + 1), let period = period(start + 2) {
        // The previous three-month period.
        if self.period(start + 3) != nil { return (.other, start + 4) }
        return back(count, period).map { ($0, start + 3) }
      }
      guard let period = period(start + 1), let against = back(1, period) else { return nil }
      // The previous year's quarter, the prior year period.
      let isOwner = text(start + 2) == "s"
      let next = start + (isOwner ? 3 : 2)
      if period > 0, self.period(next) != nil || holds(next, .sameWords) && self.period(next + 1) != nil {
        return (against, next + (holds(next, .sameWords) ? 2 : 1))
      }
      return (against, isOwner ? start + 2 : next)
    }

    /// A year ago, three months earlier, year-earlier quarter.
    func ago() -> (HeadReading.Against, Int)? {
      let start = skip(0)
      // Month one year ago.
      if period(start) != nil, number(start + 1) != nil,
        let (against, count) = Reader(words: Array(words.dropFirst(start + 1)), language: language).ago()
      {
        return (against, start + 1 + count)
      }
      let count = number(start)
      let place = count == nil ? start : start + 1
      guard let period = period(place), holds(place + 1, .agoWords), let against = back(count ?? 1, period) else { return nil }
      return (against, place + (self.period(place + 2) == nil ? 2 : 3))
    }

    /// Three months, 12-month; behind over, from or on: the year.
    func length() -> (HeadReading.Against, Int)? {
      let start = skip(0)
      let count = number(start)
      let place = count == nil ? start : start + 1
      guard let period = period(place), period != 0, let against = back(count ?? 1, period),
        // Over the year, and not over the year-round average.
        count != nil || text(place + 1) == nil
      else { return nil }
      return (against, place + 1)
    }
  }
}

extension HeadReading.Against {
  /// So many months before.
  init(monthsBack months: Int) {
    switch months {
    case 1: self = .monthBefore
    case 12: self = .yearBefore
    default: self = .monthsBack(months)
    }
  }
}

extension HeadScan {
  /// The words from a place on up to one that is taken, or to a mark that ends what stands before it.
  func comparisonWords(from start: Int) -> [EnglishComparison.Word] {
    var found: [EnglishComparison.Word] = []
    var index = start
    while index < folded.count, !isTaken[index], !"(),;:".unicodeScalars.contains(folded[index]), !folded[index].isHan {
      let first = index
      if folded[index].isLatinLetter {
        while index < folded.count, folded[index].isLatinLetter, !isTaken[index] { index += 1 }
      } else if folded[index].isDigit {
        while index < folded.count, folded[index].isDigit, !isTaken[index] { index += 1 }
      } else {
        index += 1
        continue
      }
      found.append(.init(text: String(scalars: folded[first..<index]), range: first..<index))
      if found.count == 12 { break }
    }
    return found
  }

  /// Compared with the same quarter of the previous year, from preceding month: what stands behind a growth and says since when.
  func englishComparison(from start: Int) -> (Range<Int>, HeadReading.Against?)? {
    guard folded[start...].contains(where: \.isLatinLetter) else { return nil }
    for lead in words.phrases(.comparing) where lead.scalars.first?.isLatinLetter ?? false {
      for place in places(of: lead) where place.lowerBound >= start && isWord(place) {
        let behind = comparisonWords(from: place.upperBound)
        guard let comparison = EnglishComparison(behind[...], words, isLed: true) else { continue }
        return (place.lowerBound..<behind[comparison.count - 1].range.upperBound, comparison.against)
      }
    }
    // Change year ago; growth, same period last year.
    let behind = comparisonWords(from: folded[start...].firstIndex { $0.isLatinLetter || $0.isDigit } ?? folded.count)
    // Previous month alone is a time.
    guard start > 0, let first = behind.first, let comparison = EnglishComparison(behind[...], words, isLed: false) else { return nil }
    return (first.range.lowerBound..<behind[comparison.count - 1].range.upperBound, comparison.against)
  }

  /// All places of a phrase that are not taken.
  private func places(of phrase: TableWords.Phrase) -> [Range<Int>] {
    guard place(of: phrase) != nil else { return [] }
    return folded.indices.filter { isAt($0, phrase) && !isTaken[$0] }.map { $0..<($0 + phrase.scalars.count) }
  }

  /// 12-month change, growth over five years: the length that stands right before or behind a growth.
  mutating func takeLength(beside growth: Range<Int>) -> HeadReading.Against? {
    let before = folded[..<growth.lowerBound].lastIndex { "(),;:".unicodeScalars.contains($0) }.map { $0 + 1 } ?? 0
    let words = comparisonWords(from: before).filter { $0.range.upperBound <= growth.lowerBound }
    if words.count > 1, let (against, count) = EnglishComparison.length(Array(words.suffix(2)), self.words), count == 2 {
      take(words[words.count - 2].range.lowerBound..<words[words.count - 1].range.upperBound)
      return against
    }
    let next = folded[growth.upperBound...].firstIndex { $0.isLatinLetter || $0.isDigit } ?? folded.count
    let behind = comparisonWords(from: next)
    guard behind.count == 2, let (against, count) = EnglishComparison.length(behind, self.words), count == 2 else { return nil }
    take(next..<behind[1].range.upperBound)
    return against
  }
}
