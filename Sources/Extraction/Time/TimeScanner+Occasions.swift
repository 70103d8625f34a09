import Indicators
import Lingua

/// Festivals and holidays whose days a figure is of: 2024年春节假期, “五一”假期, 春运.
extension TimeScanner {
  /// An occasion without a year: with a word that means its days, or one that means them by itself.
  func bareOccasion(at start: Int) -> (TimeExpression, Int)? {
    guard let (occasion, end) = occasion(at: start, afterYear: false) else { return nil }
    return named(TimeExpression(year: .inherited), occasion, end)
  }

  /// A year or month with the occasion that stands behind it.
  func withOccasion(_ found: (time: TimeExpression, end: Int)) -> (TimeExpression, Int) {
    let isWhole = found.time.endYear == nil && !found.time.isStock && !found.time.isSince && !found.time.isEmpty && !found.time.isBase
    guard isWhole, let (occasion, end) = occasion(at: skipBlanks(found.end), afterYear: true) else { return found }
    return named(found.time, occasion, end)
  }

  private func named(_ time: TimeExpression, _ occasion: Occasion, _ end: Int) -> (TimeExpression, Int) {
    var time = time
    time.occasion = occasion
    guard matches("同期", at: end) else { return (time, end) }
    time.isBase = true
    return (time, end + 2)
  }

  private func occasion(at start: Int, afterYear: Bool) -> (Occasion, Int)? {
    let said = SaidTimes.shared
    let isQuoted = peek(start).map { "“「\"".unicodeScalars.contains($0) } ?? false
    let first = isQuoted ? start + 1 : start
    guard let sign = peek(first), Self.firstSigns.contains(sign) else { return nil }
    func found(_ list: [(phrase: String, value: String)]) -> (Occasion, Int)? {
      guard let entry = list.first(where: { matches($0.phrase, at: first) }), let occasion = Occasion(rawValue: entry.value) else {
        return nil
      }
      var end = first + entry.phrase.unicodeScalars.count
      if isQuoted {
        guard let close = peek(end), "”」\"".unicodeScalars.contains(close) else { return nil }
        end += 1
      }
      return (occasion, end)
    }
    let isStanding: Bool
    var occasion: Occasion
    var end: Int
    if let (known, after) = found(said.standingOccasions) {
      (occasion, end, isStanding) = (known, after, true)
    } else if let (known, after) = found(said.occasions) {
      (occasion, end, isStanding) = (known, after, false)
    } else {
      return nil
    }
    var isMeant = isStanding
    // 国庆黄金周期间: one word or two.
    for _ in 0..<2 {
      guard let word = said.occasionEnds.first(where: { matches($0, at: end) }) else { break }
      end += word.unicodeScalars.count
      isMeant = true
    }
    // 2024年春节，; 2019年春节为5800万人次: with its year the festival by itself, where nothing goes on with it.
    if !isMeant, afterYear { isMeant = peek(end).map { "，,、。；;：:)）为".unicodeScalars.contains($0) } ?? true }
    // 春节、国庆假期
    if !isMeant, let joint = peek(end), "、和及与".unicodeScalars.contains(joint) {
      isMeant = self.occasion(at: end + 1, afterYear: false) != nil
    }
    guard isMeant, !said.beyondOccasions.contains(where: { matches($0, at: end) }) else { return nil }
    if occasion == .springFestival, matches("春运", at: end) { (occasion, end) = (.springTravel, end + 2) }
    return (occasion, end)
  }

  /// What names of occasions begin with: most places of a text are passed over at once.
  static let occasionOpeners = String(
    String.UnicodeScalarView(
      (SaidTimes.shared.occasions + SaidTimes.shared.standingOccasions).compactMap { $0.phrase.unicodeScalars.first }))
  private static let firstSigns = Set(occasionOpeners.unicodeScalars)
}
