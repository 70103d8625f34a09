import Articles
import Lingua

/// How a measure went, in words: 增速平稳, 恢复两位数增长. It is no part of what went so.
extension SentenceParser {
  /// 利润总额 of 利润总额恢复两位数, 固定资产投资 of 固定资产投资增势良好: a name without its course; empty where it is nothing else.
  func withoutCourse(_ words: String) -> String {
    let plain = Array(words.unicodeScalars).map(\.halfWidth.simplified)
    guard plain.count == words.unicodeScalars.count else { return words }
    var end = plain.count
    func cut(_ endings: [String]) -> Bool {
      guard let ending = endings.first(where: { plain[..<end].reversed().starts(with: $0.unicodeScalars.reversed()) }) else { return false }
      end -= ending.unicodeScalars.count
      return true
    }
    guard cut(language.measures.courses) else { return words }
    while end > 0, cut(language.measures.courses) || cut(language.measures.courseVerbs) {}
    return String(scalars: Array(words.unicodeScalars)[..<end])
  }

  /// 信息安全产品和服务收入增速小幅提升，收入达393亿元: the measure that a clause without a figure says the course of.
  func topicOfCourse(_ clause: Range<Int>) -> String? {
    guard !clause.contains(where: { figures[$0] }) else { return nil }
    var tokens = Array(clause)
    var hasPace = false
    while let last = tokens.last, block.tokens[last].has([.rise, .fall, .growthNoun, .adverb, .predicate]) {
      hasPace = hasPace || block.tokens[last].has([.growthNoun, .adverb])
      tokens.removeLast()
    }
    // When and where it went so.
    tokens = Array(
      tokens.drop { at in
        let token = block.tokens[at]
        return token.time != nil || token.place != nil || token.punctuation != nil
          || token.has([.selfName, .marker, .preposition, .adverb])
      })
    let written = string(tokens)
    let bare = withoutCourse(written)
    guard hasPace || bare != written, (3...16).contains(bare.unicodeScalars.count) else { return nil }
    let plain = bare.simplifiedForm
    return (language.measures.endings + language.measures.owned).contains(where: plain.hasSuffix) ? bare : nil
  }

  /// The tokens before a phrase that only says how something went: 软件业务收入 before 增速平稳.
  func beforeCourse(_ tokens: [Int], _ phrase: NamePhrase) -> [Int] {
    guard let first = phrase.tokens.first else { return [] }
    var left = tokens.filter { $0 < first }
    while let last = left.last, block.tokens[last].has([.growthNoun, .predicate, .adverb]) { left.removeLast() }
    return left
  }
}
