import Lingua

/// The words of a figure's furniture in its language.
package struct FigureWords: Hashable, Sendable {
  /// A BCP 47 tag: `zh-Hans`, `zh-Hant…`, `en`.
  private let language: String

  package init(language: String) { self.language = language }

  package var isEnglish: Bool { language.hasPrefix("en") }
  private var phrases: FigurePhrases { PrintWords.of(language).figures }

  package var unit: String { phrases.unit }
  package var derived: String { phrases.derived }
  package var planned: String { phrases.planned }
  package var target: String { phrases.target }
  package var forecast: String { phrases.forecast }
  /// The name of a mark that stands for a target.
  package var aim: String { phrases.aim }
  /// What an untitled figure of nothing named is called.
  package var chart: String { phrases.chart }
  package var others: String { phrases.others }
  /// Between parts of a sentence.
  package var comma: String { phrases.comma }
  package var semicolon: String { phrases.semicolon }
  package var colon: String { phrases.colon }
  package var stop: String { phrases.stop }

  /// 等31项; and 7 more.
  package func more(of count: Int, shown: Int) -> String { phrases.more.filled(["count": "\(count)", "rest": "\(count - shown)"]) }
  /// Before the growth since the period before.
  package var sinceBefore: String { phrases.sinceBefore }

  /// 第3位; No. 3.
  package func place(_ rank: String) -> String { placeParts.before + rank + placeParts.after }
  /// The words before and after a place, for expressions.
  package var placeParts: (before: String, after: String) { (phrases.placeBefore, phrases.placeAfter) }

  /// What stands after a value that is no stated fact, by its status.
  package func status(_ status: String) -> String {
    switch status {
    case "derived": derived
    case "plan": planned
    case "target": target
    case "forecast": forecast
    default: ""
    }
  }

  /// The sign before a number that is not exact.
  package func qualifier(_ sign: String) -> String {
    switch sign {
    case ">": phrases.over
    case ">=": "≥"
    case "<": phrases.nearly
    case "<=": "≤"
    case "~": phrases.about
    default: ""
    }
  }

  /// With 注： before it, unless it begins so itself.
  package func note(_ text: String) -> String { opened(text, phrases.note, phrases.noteOpenings) }
  /// With 来源： before it, unless it begins so itself.
  package func source(_ text: String) -> String { opened(text, phrases.source, phrases.sourceOpenings) }
  private func opened(_ text: String, _ opening: String, _ known: [String]) -> String {
    known.contains { text.hasPrefix($0) } ? text : opening + text
  }

  /// Whether a stated change rises (true) or falls, by the last word that says so; nil without one: 由跌转涨
  /// rises.
  package static func direction(of change: String) -> Bool? {
    let text = change.lowercased()
    let words = ChangeWords.shared
    func last(_ words: [String]) -> String.Index? { words.compactMap { text.ranges(of: $0).last?.lowerBound }.max() }
    // “down more than 3%” falls: words of quantity count where nothing else says it.
    for (up, down) in [(words.rising, words.falling), (words.more, words.less)] {
      switch (last(up), last(down)) {
      case (nil, nil): continue
      case (let rise?, let fall?): return rise > fall
      case (let rise, _): return rise != nil
      }
    }
    return nil
  }

  /// Whether a stated change says that nothing changed: 与2021年持平.
  package static func isLevel(_ change: String) -> Bool {
    let text = change.lowercased()
    return ChangeWords.shared.level.contains { text.contains($0) }
  }
}
