import Indicators
import Lingua

/// Festivals and holidays as English tells them: over the 2024 Spring Festival holiday, during Golden Week in October 2024, Christmas 2023.
extension EnglishChunker {
  /// The occasion at `index`, with the year or month before or behind it; nil where none is meant.
  func occasion(_ index: Int) -> (TimeExpression, end: Int)? {
    if let (year, next) = year(at: index) {
      guard let named = named(next), named.hasNoun || isWithin(index) else { return nil }
      return (TimeExpression(year: .absolute(year), occasion: named.occasion), named.end)
    }
    guard let named = named(index) else { return nil }
    // Christmas 2023
    if let (year, after) = year(at: named.end) { return (TimeExpression(year: .absolute(year), occasion: named.occasion), after) }
    guard named.hasNoun || isWithin(index) else { return nil }
    // the Golden Week holiday in October 2024, of last year
    let behind = ["in", "of"].contains(text(named.end)) ? named.end + 1 : named.end
    if behind > named.end || ["this", "last"].contains(text(behind)), self.named(behind) == nil,
      case (var time, let after)? = time(at: behind),
      !time.isEmpty, !time.isSince, time.endYear == nil, time.lastYears == nil
    {
      (time.occasion, time.isStock) = (named.occasion, false)
      return (time, after)
    }
    return (TimeExpression(year: .inherited, occasion: named.occasion), named.end)
  }

  /// A festival by its name, and whether a noun behind it means its days: Golden Week holiday.
  private func named(_ index: Int) -> (occasion: Occasion, end: Int, hasNoun: Bool)? {
    guard tokens.indices.contains(index), tokens[index].isCapital else { return nil }
    let said = SaidTimes.shared
    func end(of phrase: String, at start: Int) -> Int? {
      var place = start
      for word in phrase.split(separator: " ") {
        guard tokens.indices.contains(place), text(place) == word else { return nil }
        place += 1
      }
      return place
    }
    for entry in said.englishOccasions {
      guard let occasion = Occasion(rawValue: entry.value), let after = end(of: entry.phrase, at: index) else { continue }
      // the eight-day Spring Festival holiday travel rush
      var place = after
      for _ in 0..<2 {
        guard let next = said.englishOccasionEnds.lazy.compactMap({ end(of: $0, at: place) }).max() else { break }
        place = next
      }
      return (occasion, place, place > after)
    }
    return nil
  }

  /// over, during the … before a festival whose noun is not said.
  private func isWithin(_ index: Int) -> Bool {
    let before = text(index - 1) == "the" ? text(index - 2) : text(index - 1)
    return ["over", "during"].contains(before)
  }
}
