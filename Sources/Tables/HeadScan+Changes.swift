import Articles
import Extraction
import Indicators
import Lingua

/// What a head says of changes, shares and ranks.
extension HeadScan {
  // MARK: Changes

  /// 比上年增长, 同比, 环比增速, year-on-year change.
  mutating func takeChange() -> (against: HeadReading.Against?, isAtConstantPrices: Bool)? {
    if let against = takeGrowthHead() { return (against, false) }
    guard !holdsAny(.notGrowth) else { return nil }
    var against: HeadReading.Against?
    var found: Range<Int>?
    // 上年同期 alone is a level; 同比 and 环比 are changes by themselves.
    if let compared = comparedTime() ?? standingComparison() { (found, against) = compared }
    if found == nil, let (range, meaning) = comparedYear() {
      found = range
      against = meaning
    }
    // 平均增长速度, and not 平均工资增长.
    if found == nil, let average = firstPlace(of: .averages), let growth = growth(from: average.upperBound),
      growth.lowerBound - average.upperBound <= 2
    {
      found = average
      against = .average
    }
    var isReal = false
    if var base = found {
      // 2021—2024年平均: the 年 belongs to the years.
      if against == .average, folded[base.lowerBound] == "年", base.lowerBound > 0, folded[base.lowerBound - 1].isDigit, base.count > 2 {
        base = (base.lowerBound + 1)..<base.upperBound
      }
      take(base)
      var end = base.upperBound
      // 比上年同期, 比上年同期相比实际增长.
      for word in words.phrases(.growthMiddles) where isAt(end, word) {
        isReal = isReal || words.holds(.constantPrices, word.key)
        take(end..<(end + word.scalars.count))
        end += word.scalars.count
      }
      if let verb = growth(from: end) { take(verb) }
      takeTail()
      return (against, isReal)
    }
    if let english = englishGrowth() { return (english, false) }
    guard let verb = growth(from: 0) else { return nil }
    // 增加值, 增长点, 提高…的.
    if isAny(.notGrowthBefore, at: verb.upperBound) { return nil }
    let word = String(scalars: folded[verb])
    // 增加, 变化 at the start or within a name measure something: 新增, 增加就业人数.
    if words.holds(.weakGrowth, word), (verb.upperBound..<folded.count).contains(where: { folded[$0].isHan && !isTaken[$0] }) { return nil }
    take(verb)
    for word in words.phrases(.constantPrices) {
      guard let place = place(of: word) else { continue }
      isReal = true
      take(place)
    }
    takeTail()
    return (nil, isReal)
  }

  /// Annual rate, and nothing else.
  private mutating func takeGrowthHead() -> HeadReading.Against?? {
    guard let value = words.value(.growthHeads, HeadReading.key(String(scalars: visible(lowercased: true)))) else { return nil }
    take(folded.indices)
    return .some(Self.against(value))
  }

  /// Compared with last month, where no word of growth stands before.
  mutating func takeComparison() -> HeadReading.Against? {
    guard let (range, against) = englishComparison(from: 0) else { return nil }
    take(range)
    return against
  }

  /// 2023为以下各年, with its bracket.
  mutating func takeBasesBelow() -> HeadTime? {
    for phrase in words.phrases(.basesBelow) {
      guard let place = place(of: phrase) else { continue }
      var start = place.lowerBound
      if start > 0, folded[start - 1] == "年" { start -= 1 }
      guard start >= 4, folded[(start - 4)..<start].allSatisfy(\.isDigit), let year = Int(String(scalars: folded[(start - 4)..<start])),
        (1900...2100).contains(year)
      else { continue }
      start -= 4
      var end = place.upperBound
      while end < folded.count, folded[end] != ")", !folded[end].isBlank { end += 1 }
      if start > 0, folded[start - 1] == "(", end < folded.count, folded[end] == ")" { (start, end) = (start - 1, end + 1) }
      take(start..<end)
      return HeadTime(year: year)
    }
    return nil
  }

  /// Previous quarter = 100.0%: the base of an index, a time that is not that of the figure.
  mutating func takeBase() -> Bool {
    guard let mark = folded.firstIndex(of: "="), !isTaken[mark] else { return false }
    var end = mark + 1
    while end < folded.count, folded[end].isBlank { end += 1 }
    guard folded[end...].starts(with: ["1", "0", "0"]) else { return false }
    end += 3
    while end < folded.count, folded[end].isDigit || folded[end] == "." { end += 1 }
    var start = mark
    while start > 0, folded[start - 1].isBlank { start -= 1 }
    func leads(_ phrase: TableWords.Phrase) -> Int? {
      let first = start - phrase.scalars.count
      return first >= 0 && isAt(first, phrase) && !isTaken[first] && phrase.scalars.first?.isLatinLetter == true
        && (first == 0 || !folded[first - 1].isLatinLetter) ? first : nil
    }
    for (phrase, _) in words.phrases(.comparedWith) + words.phrases(.relativeTimes) {
      guard let first = leads(phrase) else { continue }
      take(first..<end)
      return true
    }
    return false
  }

  mutating func takeTail() {
    for word in words.phrases(.growthTails) {
      if let place = place(of: word), place.upperBound == folded.count || isTaken[place.upperBound], place.lowerBound > 0,
        isTaken[place.lowerBound - 1]
      {
        take(place)
      }
    }
  }

  func growth(from start: Int) -> Range<Int>? {
    for word in words.phrases(.growth) {
      guard let place = place(of: word), place.lowerBound >= start else { continue }
      return place
    }
    return nil
  }

  mutating func englishGrowth() -> HeadReading.Against?? {
    for (phrase, value) in words.phrases(.growthPhrases) {
      guard let place = place(of: phrase), isWord(place) else { continue }
      take(place)
      let named = Self.against(value)
      if named == nil, let (range, against) = englishComparison(from: place.upperBound) {
        take(range)
        return .some(against)
      }
      if named == nil, let against = takePeriodBehind(place.upperBound) { return .some(against) }
      if named == nil, let against = growthMarker() { return .some(against) }
      if named == nil, takeOtherComparison(place.upperBound) { return .some(.other) }
      if named == nil { takeOpenComparison(place.upperBound) }
      for tail in words.phrases(.phraseTails) { if let place = self.place(of: tail), isWord(place) { take(place) } }
      // % change, year on year.
      for (rest, value) in words.phrases(.growthPhrases) where Self.against(value) == nil {
        if let place = self.place(of: rest), isWord(place) { take(place) }
      }
      return .some(named)
    }
    // Difference compared with last week, and not that of men and women.
    for phrase in words.phrases(.differences) {
      guard let place = place(of: phrase), isWord(place) else { continue }
      if let (range, against) = englishComparison(from: place.upperBound) {
        take(place)
        take(range)
        return .some(against)
      }
      if takeOtherComparison(place.upperBound) {
        take(place)
        return .some(.other)
      }
      if takeOpenComparison(place.upperBound) {
        take(place)
        return .some(nil)
      }
    }
    return nil
  }

  /// Change on quarter, change over the year.
  private mutating func takePeriodBehind(_ start: Int) -> HeadReading.Against? {
    let next = folded[start...].firstIndex { !$0.isBlank } ?? folded.count
    guard let lead = words.phrases(.comparing).first(where: { isAt(next, $0) && $0.scalars.first?.isLatinLetter ?? false }) else {
      return nil
    }
    for (phrase, value) in words.phrases(.changePeriods) {
      guard let place = place(of: phrase), isWord(place), place.lowerBound > next + lead.scalars.count,
        place.lowerBound - next - lead.scalars.count <= 5, !isTaken[next],
        folded[place.upperBound...].first(where: { !$0.isBlank }).map({ !$0.isLatinLetter && !$0.isDigit }) ?? true
      else { continue }
      take(next..<place.upperBound)
      return Self.against(value)
    }
    return nil
  }

  /// Variation over, above the years; variation over 2023-24.
  @discardableResult
  private mutating func takeOpenComparison(_ start: Int) -> Bool {
    let next = folded[start...].firstIndex { !$0.isBlank } ?? folded.count
    guard
      let lead = words.phrases(.comparing).first(where: { isAt(next, $0) && $0.scalars.first?.isLatinLetter ?? false }),
      case let end = next + lead.scalars.count, isWord(next..<end), !isTaken[next],
      folded[end...].allSatisfy({ $0.isBlank || $0.isDigit || "-–/:".unicodeScalars.contains($0) })
    else { return false }
    take(next..<end)
    return true
  }

  /// YoY beside % change, annual beside growth: the word that says since when, wherever in the head it stands; and over September 2023.
  private mutating func growthMarker() -> HeadReading.Against? {
    for (phrase, value) in words.phrases(.growthMarkers) {
      guard let place = place(of: phrase), isWord(place) else { continue }
      take(place)
      return Self.against(value)
    }
    for lead in words.phrases(.comparing) where lead.scalars.first?.isLatinLetter ?? false {
      guard let place = place(of: lead), isWord(place) else { continue }
      let end = folded[place.upperBound...].firstIndex { "(),;".unicodeScalars.contains($0) } ?? folded.count
      let named = Array(folded[place.upperBound..<end].drop(while: \.isBlank).reversed().drop(while: \.isBlank).reversed())
      guard let time = HeadTime(code: named, words, times), case .absolute(let year) = time.year, time.endYear == nil else { continue }
      take(place.lowerBound..<end)
      return .time(year, time.months)
    }
    return nil
  }

  /// From the previous non-overlapping three-month period: what stands behind a growth and no list has.
  private mutating func takeOtherComparison(_ start: Int) -> Bool {
    let next = folded[start...].firstIndex { !$0.isBlank } ?? folded.count
    for lead in words.phrases(.comparing) where lead.scalars.first?.isLatinLetter ?? false {
      let after = next + lead.scalars.count
      guard isAt(next, lead), after < folded.count, folded[after].isBlank, !isTaken[next] else { continue }
      let end = folded[after...].firstIndex { "(),;".unicodeScalars.contains($0) } ?? folded.count
      // Growth on 2019 is of a year.
      guard end - after > 8, !folded[after..<end].contains(where: \.isDigit) else { return false }
      take(next..<end)
      return true
    }
    return false
  }

  /// Compared with the same quarter of the previous year, from preceding month: what stands behind a growth and says since when.
  private func englishComparison(from start: Int) -> (Range<Int>, HeadReading.Against?)? {
    for (phrase, value) in words.phrases(.comparedWith) where phrase.scalars.first?.isLatinLetter ?? false {
      guard let place = place(of: phrase), place.lowerBound >= start, isWord(place) else { continue }
      for lead in words.phrases(.comparing) where lead.scalars.first?.isLatinLetter ?? false {
        guard let found = self.place(of: lead), isWord(found), found.lowerBound >= start, found.upperBound < place.lowerBound,
          // At most an article between.
          folded[found.upperBound..<place.lowerBound].count <= 5
        else { continue }
        return (found.lowerBound..<place.upperBound, Self.against(value))
      }
    }
    return nil
  }

  /// What a value of the words says; nil for -.
  static func against(_ value: String) -> HeadReading.Against? {
    switch value {
    case "yoy": .yearBefore
    case "mom": .monthBefore
    case "qoq": .quarterBefore
    case "before": .periodBefore
    case "part": .other
    case "since-year-start": .yearStart
    case "average": .average
    default: nil
    }
  }

  func isWord(_ range: Range<Int>) -> Bool {
    (range.lowerBound == 0 || !folded[range.lowerBound - 1].isLatinLetter)
      && (range.upperBound == folded.count || !folded[range.upperBound].isLatinLetter)
  }

  /// 比上年同期, 较年初.
  func comparedTime() -> (Range<Int>, HeadReading.Against?)? {
    for (phrase, value) in words.phrases(.comparedWith) {
      guard let place = place(of: phrase) else { continue }
      for lead in words.phrases(.comparing) {
        let start = place.lowerBound - lead.scalars.count
        guard isAt(start, lead), !isTaken[start] else { continue }
        return (start..<place.upperBound, Self.against(value))
      }
    }
    // 与上一季: a time counted back from the one that holds is none of the figure either.
    for (phrase, value) in words.phrases(.relativeTimes) where phrase.scalars.first?.isHan ?? false {
      guard let place = place(of: phrase), let basis = Self.bases[value] else { continue }
      for lead in words.phrases(.comparing) {
        let start = place.lowerBound - lead.scalars.count
        guard isAt(start, lead), !isTaken[start] else { continue }
        return (start..<place.upperBound, basis)
      }
    }
    return nil
  }

  private static let bases: [String: HeadReading.Against] = [
    "month-1": .monthBefore, "quarter-1": .quarterBefore, "year-1": .yearBefore, "same-1": .yearBefore,
  ]

  func standingComparison() -> (Range<Int>, HeadReading.Against?)? {
    for (phrase, value) in words.phrases(.standingComparisons) {
      // 按年龄 is no comparison with a year.
      guard let place = place(of: phrase), !isAny(.breakdownEnds, at: place.upperBound),
        // Neither is the 年增 of 2021年增速.
        place.lowerBound == 0 || !folded[place.lowerBound - 1].isDigit
      else { continue }
      return (place, Self.against(value))
    }
    return nil
  }

  /// 比2020年, 与2023年9月.
  func comparedYear() -> (Range<Int>, HeadReading.Against)? {
    for start in folded.indices where start + 5 < folded.count && isAny(.comparing, at: start) {
      guard folded[(start + 1)..<(start + 5)].allSatisfy(\.isDigit), folded[start + 5] == "年",
        let year = Int(String(scalars: folded[(start + 1)..<(start + 5)])), growth(from: start) != nil
      else { continue }
      var end = start + 6
      let digits = folded[end...].prefix(while: \.isDigit)
      var months: ClosedRange<Int>?
      if let month = Int(String(scalars: digits)), (1...12).contains(month), digits.endIndex < folded.count, folded[digits.endIndex] == "月"
      {
        months = month...month
        end = digits.endIndex + 1
      }
      return (start..<end, .time(year, months))
    }
    return nil
  }

  /// Change 2024-S1/2023-S1, growth Q3 2025 over Q2 2025: a time and an earlier one of its length, within a head that speaks of a change.
  mutating func takeComparedTimes() -> (time: HeadTime, against: HeadReading.Against)? {
    // % change, FY 2023 to FY 2024: the earlier first.
    let spans =
      words.phrases(.growthPhrases).contains { place(of: $0.phrase).map(isWord) ?? false }
      ? words.phrases(.until).filter { $0.scalars.first?.isLatinLetter ?? false } : []
    for mark in words.phrases(.versus) + spans {
      let isSpan = spans.contains(mark)
      for middle in folded.indices where isAt(middle, mark) && !isTaken[middle] {
        let after = middle + mark.scalars.count
        func time(_ range: Range<Int>) -> HeadTime? {
          let part = Array(folded[range].drop(while: \.isBlank).reversed().drop(while: \.isBlank).reversed())
          guard let time = HeadTime(code: part, words, times), case .absolute = time.year else { return nil }
          return time
        }
        func isEdge(_ index: Int) -> Bool {
          index == 0 || index == folded.count || !(folded[index].isDigit || folded[index].isLatinLetter)
            || !(folded[index - 1].isDigit || folded[index - 1].isLatinLetter)
        }
        let starts = (max(0, middle - 16)..<middle).filter { isEdge($0) && !isTaken[$0..<middle].contains(true) }
        let ends = ((after + 1)...max(after + 1, min(folded.count, after + 17))).filter {
          $0 <= folded.count && isEdge($0) && !isTaken[after..<$0].contains(true)
        }
        for start in starts {
          guard let late = time(start..<middle) else { continue }
          for end in ends.reversed() {
            guard let early = time(after..<end) else { continue }
            let (first, last) = isSpan ? (late, early) : (early, late)
            guard let against = HeadReading.Against(first, of: last) else { continue }
            take(start..<end)
            return (last, against)
          }
        }
      }
    }
    return nil
  }

  /// 为上年决算数的%, 相当于上年同期%: in per cent of the time before, a level and no growth.
  var isRatio: Bool {
    words.phrases(.ratioLeads).contains { lead in
      guard let place = place(of: lead) else { return false }
      return words.phrases(.comparedWith).contains { isAt(place.upperBound, $0.phrase) }
    }
  }

  /// 2024/2023, 2024/23: a year and an earlier one that it is compared with.
  mutating func takeComparedYears() -> (time: HeadTime, against: HeadReading.Against)? {
    func number(_ start: Int) -> (value: Int, end: Int)? {
      let text = folded[start...].prefix(while: \.isDigit)
      return Int(String(scalars: text)).map { ($0, text.endIndex) }
    }
    for start in folded.indices where folded[start].isDigit && !isTaken[start] && (start == 0 || !folded[start - 1].isDigit) {
      guard let late = number(start), late.end - start == 4, (1900...2100).contains(late.value) else { continue }
      var next = late.end
      while next < folded.count, folded[next].isBlank { next += 1 }
      guard next < folded.count, folded[next] == "/" else { continue }
      next += 1
      while next < folded.count, folded[next].isBlank { next += 1 }
      guard next < folded.count, let early = number(next) else { continue }
      let year = early.end - next == 2 ? late.value / 100 * 100 + early.value : early.value
      guard early.end - next == 2 || early.end - next == 4, (1900...2100).contains(year), year < late.value else { continue }
      take(start..<early.end)
      return (HeadTime(year: late.value), late.value - year == 1 ? .yearBefore : .time(year, nil))
    }
    return nil
  }

  // MARK: Shares and ranks

  /// 占全市比重, 构成, 占比, Share of world total: the whole, where it is named.
  mutating func takeShare() -> TakenShare? {
    if let place = firstPlace(of: .shareLeads) {
      for end in words.phrases(.shareEnds) {
        guard let tail = self.place(of: end), tail.lowerBound >= place.upperBound else { continue }
        let scope = trimmed(place.upperBound..<tail.lowerBound)
        take(place.lowerBound..<tail.upperBound)
        return TakenShare(scope: scope.isEmpty ? nil : scope)
      }
      // 占GDP（%）, and not 占地面积.
      if folded.last == "%" || isTaken.last == true, place.upperBound < folded.count, folded[place.upperBound] != "地" {
        let end = isTaken[place.upperBound...].firstIndex(of: true) ?? folded.count
        let scope = trimmed(place.upperBound..<end)
        take(place.lowerBound..<end)
        return TakenShare(scope: scope.isEmpty ? nil : scope)
      }
    }
    for word in words.phrases(.shareNouns) {
      guard let place = place(of: word), place.upperBound == folded.count || isTaken[place.upperBound] || folded[place.upperBound].isBlank
      else { continue }
      take(place)
      return TakenShare(scope: nil)
    }
    for word in words.phrases(.sharePhrases) {
      guard let place = place(of: word), isWord(place) else { continue }
      let end = folded[place.upperBound...].firstIndex { ",(".unicodeScalars.contains($0) } ?? folded.count
      var scope = trimmed(place.upperBound..<end)
      for tail in words.phrases(.shareTails) where scope.lowercased().hasSuffix(" " + tail.text) {
        scope = String(scope.dropLast(tail.text.count + 1))
      }
      take(place.lowerBound..<end)
      return TakenShare(scope: scope.isEmpty ? nil : words.value(.wholePlaces, scope.lowercased()) ?? scope)
    }
    for word in words.phrases(.shareWords) {
      guard let place = place(of: word), isWord(place),
        // 权数, and no 专利授权数.
        place.lowerBound == 0 || !folded[place.lowerBound - 1].isHan || isTaken[place.lowerBound - 1]
      else { continue }
      // Weights; weights 2024.
      let rest = (place.upperBound..<folded.count).filter { !isTaken[$0] }.map { folded[$0] }.drop(while: \.isBlank)
      guard
        rest.isEmpty || words.holds(.danglingWords, String(scalars: rest.filter { !$0.isBlank }))
          || HeadTime(code: Array(rest), words, times) != nil
      else {
        continue
      }
      take(place)
      return TakenShare(scope: nil)
    }
    return nil
  }

  mutating func takeRank() -> (found: Bool, scope: String?) {
    for word in words.phrases(.ranks) {
      guard let place = place(of: word), !word.scalars.allSatisfy(\.isLatinLetter) || isWord(place) else { continue }
      take(place)
      for field in words.phrases(.rankFields) {
        guard let found = self.place(of: field) else { continue }
        let lead = words.phrases(.rankLeads).first { isAt(found.lowerBound - $0.scalars.count, $0) }
        take((found.lowerBound - (lead?.scalars.count ?? 0))..<found.upperBound)
        return (true, field.text)
      }
      return (true, nil)
    }
    return (false, nil)
  }
}
