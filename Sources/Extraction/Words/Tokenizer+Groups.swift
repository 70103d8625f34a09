import Articles
import Indicators
import Lingua

/// Groups whose members are counted and told by a measure right behind: 350家公司净利润同比增幅超过100%.
extension Tokenizer {
  /// Parts 公司 from 净利润 and marks it: the count is one of companies, and what is told of them behind is no count.
  mutating func splitGroups(_ measures: MeasureWords) {
    var ends: [Int: Int] = [:]
    for index in tokens.indices {
      guard let quantity = tokens[index].quantity, quantity.kind == .count, !quantity.isOrdinal, !quantity.isTop,
        let (token, end) = group(after: index, words, measures)
      else { continue }
      ends[token] = end
    }
    guard !ends.isEmpty else { return }
    var split: [Token] = []
    split.reserveCapacity(tokens.count + ends.count)
    for (index, token) in tokens.enumerated() {
      guard let end = ends[index] else {
        split.append(token)
        continue
      }
      split.append(Token(kind: .word(Word(classes: [.noun, .group])), range: token.range.lowerBound..<end))
      if end < token.range.upperBound { split.append(Token(kind: .text, range: end..<token.range.upperBound)) }
    }
    tokens = split
  }

  /// The token that the name of a group ends in, and where in the text.
  private func group(after index: Int, _ words: Lexicon, _ measures: MeasureWords) -> (token: Int, end: Int)? {
    let name = nominals(from: index + 1)
    guard !name.isEmpty, name.count <= 8 else { return nil }
    var rest = name.upperBound
    // 县（市、区）财政收入: past a bracket that says what else is meant.
    if rest < tokens.count, tokens[rest].punctuation == .open,
      let close = tokens[rest...].prefix(8).firstIndex(where: { $0.punctuation == .close })
    {
      rest = nominals(from: close + 1).upperBound
    }
    guard rest < tokens.count, tellsOfMembers(from: rest) else { return nil }
    func string(_ range: Range<Int>) -> String { String(scalars: text[range]) }
    let start = tokens[name.lowerBound].range.lowerBound
    for token in name {
      let range = tokens[token].range
      let inner = tokens[token].kind == .text ? words.words(in: text, range: range).map(\.range.upperBound) : [range.upperBound]
      for end in inner {
        let group = string(start..<end)
        guard measures.groups.contains(where: { group.hasSuffix($0) }) else { continue }
        var behind = end < range.upperBound ? string(end..<range.upperBound) : ""
        for at in (token + 1)..<max(token + 1, rest) where tokens[at].punctuation == nil { behind += string(tokens[at].range) }
        // 行业协会收入: the name of the group goes on.
        let goesOn = measures.groups.contains { behind.hasPrefix($0) } && !measures.otherPlaces.contains(group)
        if !goesOn, isMeasure(behind, measures) || isTold(behind, at: rest) { return (token, end) }
      }
    }
    return nil
  }

  /// The names from a token on; what does something, or compares, ends them.
  private func nominals(from start: Int) -> Range<Int> {
    var at = start
    scan: while at < tokens.count, at - start < 10 {
      switch tokens[at].kind {
      case .text, .latin, .place: break
      case .word(let word):
        let ends: WordClass = [
          .predicate, .verb, .rise, .fall, .reach, .growthNoun, .adverb, .share, .compare, .yearOnYear, .within, .respectively, .setting,
          .conjunction, .preposition, .of, .rank,
        ]
        if !word.classes.isDisjoint(with: ends) || word.before != nil { break scan }
      default: break scan
      }
      at += 1
    }
    return start..<at
  }

  /// A number or a comparison stands in the same clause, or the clause ends in a rise or fall.
  private func tellsOfMembers(from start: Int) -> Bool {
    var at = start
    while at < tokens.count, at - start < 8 {
      if tokens[at].quantity != nil || tokens[at].word?.before == .moreThan || tokens[at].word?.before == .lessThan { return true }
      if let sign = tokens[at].punctuation {
        return at > start && tokens[at - 1].has([.rise, .fall]) && [.comma, .semicolon, .stop].contains(sign)
      }
      at += 1
    }
    return at == tokens.count && at > start && tokens[at - 1].has([.rise, .fall])
  }

  /// 企业研发投入占…, 企业订单增长…: whatever has a share or grows is a measure.
  private func isTold(_ name: String, at index: Int) -> Bool {
    name.unicodeScalars.count > 1
      && (tokens[index].has([.share, .growthNoun, .yearOnYear, .rise, .fall])
        || ["均", "都"].contains(String(scalars: text[tokens[index].range])))
  }

  private func isMeasure(_ name: String, _ measures: MeasureWords) -> Bool {
    !name.isEmpty && !measures.sizes.contains(name)
      && (measures.owned.contains { name.hasSuffix($0) } || measures.rateEndings.contains { name.hasSuffix($0) }
        || measures.shared.contains { name.hasSuffix($0) }
        || name.unicodeScalars.count > 2 && measures.endings.contains { name.hasSuffix($0) })
  }
}
