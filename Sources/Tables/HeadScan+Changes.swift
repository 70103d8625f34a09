import Articles
import Extraction
import Indicators
import Lingua

/// What a head says of changes.
extension HeadScan {
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
    if let english = englishGrowth() { return (english, self.isReal) }
    guard let verb = growth(from: 0) else { return nil }
    // 增加值, 增长点, 提高…的.
    if isAny(.notGrowthBefore, at: verb.upperBound) { return nil }
    let word = String(scalars: folded[verb])
    // 增加, 变化 at the start or within a name measure something: 新增, 增加就业人数.
    if words.holds(.weakGrowth, word), (verb.upperBound..<folded.count).contains(where: { folded[$0].isHan && !isTaken[$0] }) { return nil }
    take(verb)
    // 名义增速, 实际增长.
    for word in words.phrases(.growthMiddles) where isAt(verb.lowerBound - word.scalars.count, word) && !isTaken[verb.lowerBound - 1] {
      // 上年同期增速 is of that time.
      let start = verb.lowerBound - word.scalars.count
      if start > 0, folded[start - 1] == "年" { continue }
      isReal = isReal || words.holds(.constantPrices, word.key)
      take((verb.lowerBound - word.scalars.count)..<verb.lowerBound)
      break
    }
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
    for (phrase, _) in words.phrases(.relativeTimes) {
      guard let first = leads(phrase) else { continue }
      take(first..<end)
      return true
    }
    let before = comparisonWords(from: 0).filter { $0.range.upperBound <= start }
    guard before.last?.range.upperBound == start,
      let first = before.indices.first(where: { EnglishComparison(before[$0...], words, isLed: false)?.count == before.count - $0 })
    else { return false }
    take(before[first].range.lowerBound..<end)
    return true
  }

  mutating func takeTail() {
    for word in words.phrases(.growthTails) {
      if let place = place(of: word), place.upperBound == folded.count || isTaken[place.upperBound],
        let before = folded[..<place.lowerBound].lastIndex(where: { !$0.isBlank }), isTaken[before]
      {
        if words.holds(.percentUnits, word.key) { isInPercent = true }
        take(place)
      }
    }
  }

  func growth(from start: Int) -> Range<Int>? {
    for word in words.phrases(.growth) {
      guard let place = place(of: word), place.lowerBound >= start,
        // 新增减税降费 is what came anew.
        !words.phrases(.notGrowthBehind).contains(where: { isAt(place.lowerBound - $0.scalars.count, $0) })
      else { continue }
      return place
    }
    return nil
  }

  mutating func englishGrowth() -> HeadReading.Against?? {
    guard folded.contains(where: { $0.isLatinLetter || "δ∆Δ".unicodeScalars.contains($0) }) else { return nil }
    for (phrase, value) in words.phrases(.growthPhrases) {
      guard let place = place(of: phrase), isWord(place), !isName(place) else { continue }
      take(place)
      // In local currencies.
      for word in words.phrases(.constantMoney) {
        guard let place = self.place(of: word), isWord(place) else { continue }
        take(place)
        isReal = true
        break
      }
      isInPercent = phrase.scalars.contains("%") || words.names(.percentWords, in: phrase.text)
      takeLead(behind: place)
      // Quarter on previous quarter: the words say together what on previous quarter says without them.
      let marker = takeGrowthMarker { $0.scalars.contains(" ") }
      let named = Self.against(value) ?? marker
      if named == nil, let (range, against) = englishComparison(from: place.upperBound) {
        take(range)
        return .some(against)
      }
      if named == nil, let against = takeLength(beside: place) { return .some(against) }
      if named == nil, let against = growthMarker() { return .some(against) }
      if named == nil, takeOtherComparison(place.upperBound) { return .some(.other) }
      if named == nil { takeOpenComparison(place.upperBound) }
      if named == nil, !isBaseOpen { takeOpenEnd() }
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
      // Variation 2021/22: from the one to the other.
      let rest = Array((folded[..<place.lowerBound] + folded[place.upperBound...]).filter { !"()".unicodeScalars.contains($0) })
      let times = rest.drop(while: \.isBlank).reversed().drop(while: \.isBlank).reversed()
      if HeadTime(code: Array(times), words, self.times)?.endYear != nil {
        take(place)
        return .some(nil)
      }
    }
    return nil
  }

  /// Ruritania: change in turnover: the word that the growth leaves between a colon and what changes.
  private mutating func takeLead(behind growth: Range<Int>) {
    guard let before = folded[..<growth.lowerBound].lastIndex(where: { !$0.isBlank }), ":：".unicodeScalars.contains(folded[before]),
      let next = folded[growth.upperBound...].firstIndex(where: { !$0.isBlank }),
      let lead = words.phrases(.danglingLeads).first(where: { isAt(next, $0) && isWord(next..<(next + $0.scalars.count)) })
    else { return }
    take(growth.upperBound..<(next + lead.scalars.count))
  }

  /// Growth Board, Change Management: a word of growth in front of another that begins like a name, and is no time.
  private func isName(_ place: Range<Int>) -> Bool {
    guard place.lowerBound == 0, place.upperBound + 1 < folded.count, folded[place.upperBound].isBlank,
      folded[place].allSatisfy(\.isLatinLetter), case let next = place.upperBound + 1, written[next].properties.isUppercase,
      case let word = String(scalars: folded[next...].prefix(while: \.isLatinLetter)), word.utf8.count > 3
    else { return false }
    let isTime =
      words.phrases(.months).contains { $0.phrase.key.hasPrefix(word) }
      || words.phrases(.growthMarkers).contains { $0.phrase.text.hasPrefix(word) }
    return !isTime && EnglishComparison(comparisonWords(from: next)[...], words, isLed: false) == nil
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
    isBaseOpen = !folded[end...].contains(where: \.isDigit)
    return true
  }

  /// Change October 2024 on, Sep. 2024 from --, over the times that it is counted from.
  mutating func takeOpenEnd() {
    let end = (folded.lastIndex { !$0.isBlank && !"-–—:".unicodeScalars.contains($0) } ?? -1) + 1
    for lead in words.phrases(.comparing) where lead.scalars.first?.isLatinLetter ?? false {
      let start = end - lead.scalars.count
      guard start > 1, isAt(start, lead), folded[start - 1].isBlank, !isTaken[start] else { continue }
      take(start..<folded.count)
      isBaseOpen = true
      return
    }
  }

  private mutating func takeGrowthMarker(_ isFitting: (TableWords.Phrase) -> Bool) -> HeadReading.Against? {
    for (phrase, value) in words.phrases(.growthMarkers) where isFitting(phrase) {
      guard let place = place(of: phrase), isWord(place) else { continue }
      take(place)
      return Self.against(value)
    }
    return nil
  }

  /// YoY beside % change, annual beside growth: the word that says since when, wherever in the head it stands; and over September 2023.
  private mutating func growthMarker() -> HeadReading.Against? {
    if let marker = takeGrowthMarker({ _ in true }) { return marker }
    for lead in words.phrases(.comparing) where lead.scalars.first?.isLatinLetter ?? false {
      guard let place = place(of: lead), isWord(place) else { continue }
      // Change on July 2023 in %: the unit is taken.
      let end = folded.indices[place.upperBound...].first { isTaken[$0] || "(),;".unicodeScalars.contains(folded[$0]) } ?? folded.count
      let named = Array(folded[place.upperBound..<end].drop(while: \.isBlank).reversed().drop(while: \.isBlank).reversed())
      guard !isTaken[place.upperBound..<end].contains(true), let time = HeadTime(code: named, words, times),
        case .absolute(let year) = time.year, time.endYear == nil,
        // Change on May to July 2020 is counted from these months, change from May to July from one to the other.
        !time.isFromTo || words.holds(.comparingTimes, lead.key)
      else { continue }
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
}
