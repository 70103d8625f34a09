import Articles
import Extraction
import Indicators
import Lingua

/// Times that a head compares with: 比上年同期, 较年初, 2023/2022.
extension HeadScan {
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
        place.lowerBound == 0 || !folded[place.lowerBound - 1].isDigit,
        // Nor the 月增 of 当月增长率.
        place.lowerBound == 0 || !"年月季".unicodeScalars.contains(folded[place.lowerBound])
          || !isAny(.standingStops, at: place.lowerBound - 1) || isTaken[place.lowerBound - 1]
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
          guard let time = HeadTime(code: part, words, times), time.months != nil || time.year != .inherited else { return nil }
          return time
        }
        func isDated(_ time: HeadTime) -> Bool { if case .absolute = time.year { true } else { false } }
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
            var (first, last) = isSpan ? (late, early) : (early, late)
            // Q2 to Q3 2024: both of that year.
            if isSpan, first.year == .inherited, let from = first.months, let to = last.months, from.upperBound < to.lowerBound {
              first.year = last.year
            }
            guard isDated(first), isDated(last), let against = HeadReading.Against(first, of: last) else { continue }
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

  /// Sep 24/23, Jan-Sep 24/23: months of a year and of an earlier one, both of two digits.
  private mutating func takeComparedMonths() -> (time: HeadTime, against: HeadReading.Against)? {
    for slash in folded.indices where folded[slash] == "/" && slash > 3 && slash + 2 < folded.count {
      let (before, behind) = (folded[(slash - 2)..<slash], folded[(slash + 1)...].prefix(while: \.isDigit))
      guard behind.count == 2, before.allSatisfy(\.isDigit),
        folded[slash - 3].isBlank || folded[slash - 3] == "-", !isTaken[slash],
        let late = Int(String(scalars: before)), let early = Int(String(scalars: behind)), early < late
      else { continue }
      for start in (max(0, slash - 16)..<(slash - 3)) where folded[start].isLatinLetter && (start == 0 || !folded[start - 1].isLatinLetter)
      {
        let named = Array(folded[start..<(slash - 2)]) + Array("20".unicodeScalars) + before
        guard let time = HeadTime(code: named, words, times), time.months != nil, case .absolute(let year) = time.year else { continue }
        take(start..<(slash + 3))
        return (time, late - early == 1 ? .yearBefore : .time(year - late + early, time.months))
      }
    }
    return nil
  }

  /// 2024/2023, 2024/23: a year and an earlier one that it is compared with.
  mutating func takeComparedYears() -> (time: HeadTime, against: HeadReading.Against)? {
    if let months = takeComparedMonths() { return months }
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
}
