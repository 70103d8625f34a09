import Articles
import Extraction
import Indicators
import Lingua

/// When a head tells of: periods, parts of years, days, and times by their relation to that of the table.
extension HeadScan {
  mutating func takeTimes() -> HeadTime? {
    var time: HeadTime?
    // Fiscal year to date.
    for word in words.phrases(.businessCumulative) {
      guard let place = place(of: word), isWord(place) else { continue }
      take(place)
      time = HeadTime()
      time?.isCumulative = true
      time?.isOfUnknownStart = true
      break
    }
    // 本月止累计 is no 本月.
    for word in words.phrases(.cumulative) where time == nil && word.scalars.count > 2 && !holdsAny(.allTime) {
      guard let place = place(of: word), !cutsNoun(place) else { continue }
      take(place)
      time = HeadTime()
      time?.isCumulative = true
      break
    }
    if let year = takeSchoolYear() { time = time.map { $0.completed(by: year) } ?? year }
    if let span = takeDottedSpan() { time = time.map { $0.completed(by: span) } ?? span }
    if let year = takeBusinessYear() { time = time.map { $0.completed(by: year) } ?? year }
    if let day = takeDay() { time = time.map { $0.completed(by: day) } ?? day }
    if let found = takeEnglishPart() { time = time.map { $0.completed(by: found) } ?? found }
    if let found = takeRelativeTime() { time = time.map { $0.completed(by: found) } ?? found }
    if time == nil { time = takeSlashedMonths() ?? takeRomanQuarter() }
    var text = folded
    for index in text.indices where isTaken[index] { text[index] = " " }
    for stated in statedTimes(in: text, hasRepublicYears: times.hasRepublicYears) {
      let range = stated.range
      // 五年级, 三年期: a number of years inside a name.
      if isAny(.yearNames, at: range.upperBound), !isAny(.ends, at: range.upperBound) { continue }
      // 上年=100 is the base of an index, 2020年不变价 that of prices.
      if range.upperBound < text.count, text[range.upperBound] == "=" || isAny(.constantBases, at: range.upperBound) { continue }
      take(range)
      var next = HeadTime(stated)
      next.namesMonths = text[range].contains("月")
      // 上年末 is no 上年同期, whatever months the table is of.
      if stated.months == nil, stated.year == .relative(-1), let end = text[range].last, "末底".unicodeScalars.contains(end) {
        next.endYearHere()
      }
      time = time.map { $0.completed(by: next) } ?? next
    }
    takeLengthBehind(&time)
    // 总累计 counts from the beginning of things.
    let isOfAllTime = holdsAny(.allTime)
    for word in words.phrases(.cumulative) where time?.isCumulative != true && !isOfAllTime {
      guard let place = place(of: word), !cutsNoun(place) else { continue }
      // 累计 in a name counts from the beginning of things: 累计注册量.
      guard
        word.scalars.count > 2 || visibleCount <= 2 || time != nil || place.upperBound == folded.count || isTaken[place.upperBound]
          || folded[place.upperBound] == ")"
      else { continue }
      take(place)
      if time?.months == nil {
        time = time ?? HeadTime()
        time?.isCumulative = true
      }
      break
    }
    for word in words.phrases(.ends) where time == nil {
      guard let place = place(of: word), place.lowerBound == 0, visibleCount == word.scalars.count else { continue }
      time = HeadTime()
      time?.isStock = true
    }
    // Growth (%), 2022-23 in English.
    if time == nil { time = takeTimePart() }
    if time == nil { time = takeShortCode() }
    if time?.year ?? .inherited == .inherited, time?.keepsMonths != true, let found = englishYears() {
      time = time.map { $0.completed(by: found) } ?? found
    }
    return time
  }

  /// 截至2024年3月31日止三个月: so many months up to the day, which stands before them or in other heads.
  private mutating func takeLengthBehind(_ time: inout HeadTime?) {
    for (phrase, value) in words.phrases(.monthsEnded) where phrase.scalars.contains(where: \.isHan) {
      guard let place = place(of: phrase), let length = Int(value) else { continue }
      // 截至9月30日止三个月 below or above the years.
      if time?.months == nil, let day = lastDay(before: place.lowerBound), day.month >= length {
        take(day.start..<place.upperBound)
        var found = time ?? HeadTime()
        found.months = (day.month - length + 1)...day.month
        found.namesMonths = true
        time = found
        return
      }
      take(place)
      if let date = time, case .absolute(let year) = date.year, let end = date.months?.upperBound, date.months?.count == 1 {
        time = HeadTime(lastMonth: end, of: year, length: length)
      } else {
        time = time ?? HeadTime()
        time?.monthsEnded = length
      }
      return
    }
  }

  /// 截至9月30日 right before a place.
  private func lastDay(before end: Int) -> (month: Int, start: Int)? {
    let text = folded[..<end]
    guard text.last == "日", let month = text.lastIndex(of: "月"), (1...2).contains(end - month - 2) else { return nil }
    let digits = text[..<month].suffix(2).drop { !$0.isDigit }
    guard let number = Int(String(scalars: digits)), (1...12).contains(number), !digits.isEmpty else { return nil }
    var start = digits.startIndex
    if start > 1, folded[start - 2] == "截", folded[start - 1] == "至" { start -= 2 }
    return (number, start)
  }

  private static let spans: Set<Unicode.Scalar> = ["至", "到", "-", "—", "–", "~"]

  /// Growth Q1 FY25, revenue FY 2024: a year of business, with a part of it beside it.
  private mutating func takeBusinessYear() -> HeadTime? {
    let parts = folded.split(whereSeparator: { $0.isBlank || ",()".unicodeScalars.contains($0) }).map(\.indices)
    guard
      let found = parts.firstIndex(where: { part in
        words.phrases(.businessYears).contains { year in
          year.scalars.count == 2 && folded[part].starts(with: year.scalars)
            && folded[part].dropFirst(2).allSatisfy { $0.isDigit || "-/".unicodeScalars.contains($0) }
        }
      })
    else { return nil }
    let reach = max(0, found - 1)...min(parts.count - 1, found + 1)
    for range in [reach, max(0, found - 1)...found, found...min(parts.count - 1, found + 1), found...found] {
      let place = parts[range.lowerBound].lowerBound..<parts[range.upperBound].upperBound
      guard !isTaken[place].contains(true), let time = HeadTime(code: Array(folded[place]), words, times) else { continue }
      take(place)
      return time
    }
    return nil
  }

  /// 2024年6月30日, the day of a balance: a stock at the end of its month.
  private mutating func takeDay() -> HeadTime? {
    func number(_ start: Int, _ digits: ClosedRange<Int>, _ mark: Unicode.Scalar) -> (value: Int, end: Int)? {
      guard folded.indices.contains(start) else { return nil }
      let text = folded[start...].prefix { $0.isDigit }
      guard digits.contains(text.count), text.endIndex < folded.count, folded[text.endIndex] == mark, let value = Int(String(scalars: text))
      else { return nil }
      return (value, text.endIndex + 1)
    }
    for start in folded.indices where folded[start].isDigit && !isTaken[start] && (start == 0 || !folded[start - 1].isDigit) {
      guard let year = number(start, 4...4, "年"), let month = number(year.end, 1...2, "月"), let day = number(month.end, 1...2, "日"),
        (1900...2100).contains(year.value), (1...12).contains(month.value), (28...31).contains(day.value),
        // One end of a span is no date of a balance.
        // 截至 begins none.
        !(start > 0 && Self.spans.contains(folded[start - 1]) && !(start > 1 && folded[start - 2] == "截")),
        !(day.end < folded.count && Self.spans.contains(folded[day.end]))
      else { continue }
      take(start..<day.end)
      var time = HeadTime(year: year.value, months: month.value...month.value)
      time.isStock = true
      return time
    }
    return nil
  }

  /// IV below 2023, in a table of quarters.
  private mutating func takeRomanQuarter() -> HeadTime? {
    guard times.hasRomanQuarters, let number = TimeHabits.romanQuarters.firstIndex(of: HeadReading.key(String(scalars: folded))) else {
      return nil
    }
    take(0..<folded.count)
    var time = HeadTime()
    time.months = (number * 3 + 1)...(number * 3 + 3)
    return time
  }

  /// First quarter; three months ended September 30, 2024.
  private mutating func takeEnglishPart() -> HeadTime? {
    guard folded.contains(where: \.isLatinLetter) else { return nil }
    for (phrase, value) in words.phrases(.yearParts) {
      guard let place = place(of: phrase), isWord(place) else { continue }
      let ends = value.split(separator: "-").compactMap { Int($0) }
      guard ends.count == 2, ends[0] <= ends[1] else { continue }
      take(place)
      var time = HeadTime()
      time.months = ends[0]...ends[1]
      return time
    }
    for (phrase, value) in words.phrases(.monthsEnded) where !phrase.scalars.contains(where: \.isHan) {
      guard let place = place(of: phrase), isWord(place), let length = Int(value) else { continue }
      var index = place.upperBound
      func skip(_ marks: String) {
        while index < folded.count, folded[index].isBlank || marks.unicodeScalars.contains(folded[index]) { index += 1 }
      }
      func run(_ isIn: (Unicode.Scalar) -> Bool) -> String {
        let text = folded[index...].prefix(while: isIn)
        index = text.endIndex
        return String(scalars: text)
      }
      skip("")
      // Three months ended 30 June, 30th June.
      let start = index
      if (1...2).contains(run(\.isDigit).utf8.count) {
        _ = run { $0.isLatinLetter }
        if index == folded.count || folded[index].isBlank { skip("") }
      }
      if index == folded.count || !folded[index].isLatinLetter { index = start }
      let name = run { $0.isLatinLetter }
      guard name.utf8.count >= 3,
        let end = words.phrases(.months).first(where: { $0.phrase.key.hasPrefix(name) }).flatMap({ Int($0.value) })
      else {
        // Three months ended, over dates.
        guard name.isEmpty, (index..<folded.count).allSatisfy({ isTaken[$0] || folded[$0].isBlank }) else { continue }
        take(place)
        var time = HeadTime()
        time.monthsEnded = length
        return time
      }
      skip(".")
      var year = run(\.isDigit)
      if (1...2).contains(year.utf8.count) {
        skip(",")
        year = run(\.isDigit)
      }
      take(place.lowerBound..<index)
      guard let number = Int(year), (1900...2100).contains(number) else {
        guard end >= length else { return nil }
        var time = HeadTime()
        time.months = (end - length + 1)...end
        time.namesMonths = true
        return time
      }
      // Twelve months ended June 2024 began the year before.
      return HeadTime(lastMonth: end, of: number, length: length)
    }
    return nil
  }

  /// 上季度, current month, same period last year.
  private mutating func takeRelativeTime() -> HeadTime? {
    for (phrase, value) in words.phrases(.relativeTimes) {
      // 全年 and 年度 stand first: 上年度 and 分年度 are other words.
      // 月累计 as a head of its own, and not within 1-10月累计.
      let isWhole = value == "year0" && phrase.scalars[0].isHan || phrase.scalars[0] == "月"
      guard let place = place(of: phrase), phrase.scalars[0].isHan || isWord(place), !isWhole || place.lowerBound == 0,
        let time = HeadTime(relative: value)
      else { continue }
      take(place)
      return time
    }
    return nil
  }

  /// 失業率 5/2026 - 7/2026: months written with a slash, and spans of them.
  private mutating func takeSlashedMonths() -> HeadTime? {
    guard folded.contains("/") else { return nil }
    var start = 0
    while start < folded.count {
      defer { start += 1 }
      guard folded[start].isDigit, !isTaken[start],
        start == 0 || !folded[start - 1].isDigit && !"/.".unicodeScalars.contains(folded[start - 1])
      else { continue }
      let run = folded[start...].prefix { $0.isDigit || $0.isBlank || "/-–—~".unicodeScalars.contains($0) }
      let dense = Array(run.reversed().drop { !$0.isDigit }.reversed())
      guard dense.count <= 32, dense.contains("/"), let time = HeadTime(code: dense, words, times), time.months != nil else {
        start = run.endIndex
        continue
      }
      take(start..<(start + dense.count))
      return time
    }
    return nil
  }

  private var visibleCount: Int { isTaken.count { !$0 } }

  /// 2024, 2022-23, 2010–2024 standing alone in Latin text, or in brackets.
  private mutating func englishYears() -> HeadTime? {
    var index = 0
    var found: (HeadTime, Range<Int>)?
    while index + 4 <= folded.count {
      defer { index += 1 }
      guard folded[index].isDigit, index == 0 || !folded[index - 1].isDigit && folded[index - 1] != ".", !isTaken[index],
        index == 0 || !folded[index - 1].isLatinLetter, folded[index..<(index + 4)].allSatisfy(\.isDigit)
      else { continue }
      var end = index + 4
      // 2023.10 Index
      let isMonth =
        end + 1 < folded.count && folded[end] == "." && folded[end + 1].isDigit
        && folded[(end + 1)...].prefix(while: \.isDigit).count <= 2
      if isMonth { end += 1 }
      while end < folded.count, folded[end].isDigit || "-–—/".unicodeScalars.contains(folded[end]), end - index < 9 { end += 1 }
      if end < folded.count, folded[end].isDigit || folded[end].isLatinLetter { continue }
      // 2023比上年增长 begins with a year, 5000米 with none.
      if end < folded.count, folded[end].isHan,
        index > 0 || end != 4 || folded[end] == "年" || isAny(.constantBases, at: end) || isUnitBehind(end)
      {
        continue
      }
      // Neither is the year of 5/6/2024 one that stands alone.
      if isBaseYear(index..<end) || index > 1 && folded[index - 1] == "/" && folded[index - 2].isDigit { continue }
      // Passengers, October 2025; Dec. 2023; December 31, 2023: with what stands in front.
      if let start = (max(0, index - 22)..<index).first(where: { start in
        folded[start].isLatinLetter && (start == 0 || !folded[start - 1].isLatinLetter) && !isTaken[start..<index].contains(true)
          && HeadTime(code: Array(folded[start..<end]), words, times) != nil
      }), let dated = HeadTime(code: Array(folded[start..<end]), words, times) {
        found = (dated, start..<end)
        index = end
        continue
      }
      guard let time = HeadTime(code: Array(folded[index..<end]), words, times) else { continue }
      found = (time, index..<end)
      index = end
    }
    guard let (time, range) = found else { return nil }
    take(range)
    return time
  }

  /// 2023/2024学年, 2023—2024学年度: from one year to the next.
  private mutating func takeSchoolYear() -> HeadTime? {
    for word in words.phrases(.schoolYears) {
      guard let place = place(of: word), place.lowerBound >= 7 else { continue }
      let start = folded[..<place.lowerBound].lastIndex { !$0.isDigit && !"-–—/~至年".unicodeScalars.contains($0) }.map { $0 + 1 } ?? 0
      let years = folded[start..<place.lowerBound].split { !$0.isDigit }.compactMap { Int(String(scalars: $0)) }
      guard years.count == 2, (1900...2100).contains(years[0]), years[1] % 100 == (years[0] + 1) % 100 else { continue }
      take(start..<place.upperBound)
      var time = HeadTime(year: years[0])
      time.endYear = years[0] + 1
      return time
    }
    return nil
  }

  /// Whether a word ends within another: the 累计数 of 累计数量.
  private func cutsNoun(_ place: Range<Int>) -> Bool {
    place.upperBound < folded.count && folded[place.upperBound - 1] == "数" && "量额值据".unicodeScalars.contains(folded[place.upperBound])
  }

  /// 1985.12-2013.12: from a month of one year to one of a later.
  private mutating func takeDottedSpan() -> HeadTime? {
    func month(_ start: Int) -> (year: Int, month: Int, end: Int)? {
      guard start + 5 < folded.count, folded[start..<(start + 4)].allSatisfy(\.isDigit), folded[start + 4] == ".",
        case let digits = folded[(start + 5)...].prefix(while: \.isDigit), (1...2).contains(digits.count),
        let year = Int(String(scalars: folded[start..<(start + 4)])), (1900...2100).contains(year),
        let month = Int(String(scalars: digits)), (1...12).contains(month)
      else { return nil }
      return (year, month, digits.endIndex)
    }
    for start in folded.indices where folded[start].isDigit && !isTaken[start] && (start == 0 || !folded[start - 1].isDigit) {
      guard let first = month(start), first.end < folded.count, "-–—~至到".unicodeScalars.contains(folded[first.end]),
        let last = month(first.end + 1), (last.year, last.month) > (first.year, first.month), last.year - first.year < 100
      else { continue }
      take(start..<last.end)
      var time = HeadTime(year: first.year, months: first.month...(last.month + 12 * (last.year - first.year)))
      time.isFromTo = true
      return time
    }
    return nil
  }

  /// 3Q24 shipments, revenue 9M 2024, Q3 sales: a quarter, half or count of months by digits and a letter at the start or the end of a head.
  private mutating func takeShortCode() -> HeadTime? {
    let all = folded.split(whereSeparator: \.isBlank).map { $0.indices }
    let said = all.filter { !isTaken[$0].contains(true) }
    guard all.count > 1, !said.isEmpty else { return nil }
    func isCode(_ word: Range<Int>) -> Bool {
      let letters = folded[word].filter(\.isLatinLetter)
      return word.count <= 6 && letters.count == 1 && "qhm".unicodeScalars.contains(letters[0]) && folded[word].contains(where: \.isDigit)
        && folded[word].allSatisfy { $0.isDigit || $0.isLatinLetter || "'’".unicodeScalars.contains($0) }
    }
    func isYear(_ word: Range<Int>) -> Bool { word.count == 4 && folded[word].allSatisfy(\.isDigit) }
    for edge in [said.prefix(2), said.suffix(2)] where edge.contains(where: isCode) {
      guard let code = edge.first(where: isCode) else { continue }
      let year = edge.first { $0 != code && isYear($0) }
      let whole = year.map { min(code.lowerBound, $0.lowerBound)..<max(code.upperBound, $0.upperBound) } ?? code
      // What stands alone between others is no edge.
      guard year != nil || code == said.first || code == said.last, let time = HeadTime(code: Array(folded[whole]), words, times) else {
        continue
      }
      // M2 growth is of money.
      if time.year == .inherited, folded[code].contains("m") { continue }
      take(whole)
      return time
    }
    return nil
  }

  /// Patent grants, Q1; Q3, adjusted: a part between commas that is a time and nothing else.
  private mutating func takeTimePart() -> HeadTime? {
    var start = 0
    for end in folded.indices where ",;".unicodeScalars.contains(folded[end]) || end == folded.count - 1 {
      defer { start = end + 1 }
      // What is taken at its end, a unit in brackets, is no part of it.
      let last = (end == folded.count - 1 ? folded.count : end)
      let range = start..<max(start, (start..<last).last { !isTaken[$0] && !folded[$0].isBlank }.map { $0 + 1 } ?? start)
      guard range.count < folded.count, !isTaken[range].contains(true),
        let time = HeadTime(code: Array(folded[range].drop(while: \.isBlank).reversed().drop(while: \.isBlank).reversed()), words, times)
      else { continue }
      take(range)
      if start > 0 { take((start - 1)..<start) }
      return time
    }
    return nil
  }

  /// Whether the word behind a number is a unit and the last of the head: 2000件.
  private func isUnitBehind(_ start: Int) -> Bool {
    let rest = folded[start...].filter { !$0.isBlank }
    return isWholeUnit(rest) || folded[start...].prefix(while: \.isHan).count < 2
  }

  /// Chained (2009) dollars, at constant 2015 prices, 2015 = 100: a year that prices or an index are of.
  private func isBaseYear(_ range: Range<Int>) -> Bool {
    func skip(_ index: Int, _ step: Int) -> Int {
      var next = index
      while folded.indices.contains(next), folded[next].isBlank || "()".unicodeScalars.contains(folded[next]) { next += step }
      return next
    }
    let after = skip(range.upperBound, 1)
    if after < folded.count, folded[after] == "=" { return true }
    let before = skip(range.lowerBound - 1, -1)
    return words.phrases(.priceLeads).contains { isAt(before - $0.scalars.count + 1, $0) } && isAny(.priceEnds, at: after)
  }
}
