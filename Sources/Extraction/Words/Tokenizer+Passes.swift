import Articles
import Indicators
import Lingua

/// Passes over the tokens of a block once all are known.
extension Tokenizer {
  /// 梳理120余家重点企业, 用7件专利: verbs at the end of unlisted words, right before a number whose noun follows, are told from
  /// names by the lexicon.
  mutating func splitVerbs() {
    var split: [Token] = []
    split.reserveCapacity(tokens.count)
    for (index, token) in tokens.enumerated() {
      guard token.kind == .text, opensObject(after: index) || isObject(index) || reaches(after: index),
        let start = trailingVerb(token.range),
        start > token.range.lowerBound ? !reaches(after: index) || opensObject(after: index) || isObject(index) : !isObject(index)
      else {
        split.append(token)
        continue
      }
      if start > token.range.lowerBound { split.append(Token(kind: .text, range: token.range.lowerBound..<start)) }
      split.append(Token(kind: .word(Word(classes: .verb)), range: start..<token.range.upperBound))
    }
    tokens = split
  }

  /// A number with a noun right behind it follows, with no more than 了, 到 and a word of estimate between.
  private func opensObject(after index: Int) -> Bool {
    var at = index + 1
    while at < tokens.count, at - index < 4, tokens[at].has([.done, .predicate, .adverb]) || tokens[at].word?.before != nil { at += 1 }
    guard at + 1 < tokens.count, let quantity = tokens[at].quantity,
      quantity.kind == .count || quantity.kind == .money || quantity.kind == .position,
      !quantity.isOrdinal, !quantity.isTop
    else { return false }
    let next = tokens[at + 1]
    switch next.kind {
    case .text, .latin: return true
    case .word(let word):
      return word.classes.contains(.noun) && word.classes.isDisjoint(with: [.predicate, .verb, .adverb, .conjunction, .rise, .fall])
    default: return false
    }
  }

  /// 很快就拿到了1200万元: 到 or 了 and a number follow what is all verb.
  private func reaches(after index: Int) -> Bool {
    var at = index + 1
    var found = false
    while at < tokens.count, at - index < 4, tokens[at].has([.done, .predicate]) || tokens[at].word?.before != nil {
      found = found || tokens[at].has(.done)
      at += 1
    }
    return found && at < tokens.count && tokens[at].quantity != nil
  }

  /// 5件发明专利打包作价: a word right behind a number, with nothing nominal behind it.
  private func isObject(_ index: Int) -> Bool {
    guard index > 0, let quantity = tokens[index - 1].quantity, quantity.kind == .count || quantity.kind == .position, !quantity.isOrdinal
    else { return false }
    guard index + 1 < tokens.count else { return true }
    return tokens[index + 1].punctuation != nil || tokens[index + 1].quantity != nil || tokens[index + 1].has([.predicate, .done, .from])
  }

  /// Where the verbs and adverbs begin that end a run of ideographs; nil where a noun ends it.
  private func trailingVerb(_ range: Range<Int>) -> Int? {
    guard range.count <= 24 else { return nil }
    var start = range.upperBound
    for word in words.words(in: text, range: range).reversed() {
      switch word.partOfSpeech {
      case .verb, .adverb, .preposition, .pronoun: start = word.range.lowerBound
      default: return start < range.upperBound ? start : nil
      }
    }
    return start < range.upperBound ? start : nil
  }

  /// 19.8:41.5:38.7: numbers that a colon joins are members of a ratio.
  mutating func markRatios() {
    for index in tokens.indices where tokens[index].punctuation == .ratio && index > 0 && index + 1 < tokens.count {
      for side in [index - 1, index + 1] {
        guard var quantity = tokens[side].quantity else { continue }
        quantity.isRatioMember = true
        tokens[side].kind = .quantity(quantity)
      }
    }
  }

  /// 居第二、三位, 分居第2和3名: 第 stands once for all.
  mutating func markPositions() {
    for index in tokens.indices.dropFirst(2) {
      guard var quantity = tokens[index].quantity, quantity.kind == .position, !quantity.isOrdinal, !quantity.isTop,
        tokens[index - 1].punctuation == .enumeration || tokens[index - 1].has(.conjunction) && tokens[index - 1].range.count == 1,
        let first = tokens[index - 2].quantity, first.isOrdinal, first.kind == nil || first.kind == .position
      else { continue }
      quantity.isOrdinal = true
      tokens[index].kind = .quantity(quantity)
    }
  }

  /// 专利授权：8.4万件: a colon between a name and its number links them as 为 does.
  mutating func markLabels() {
    let link = Word(classes: [.predicate, .equals])
    for index in tokens.indices where tokens[index].punctuation == .colon && index > 0 && index + 1 < tokens.count {
      var next = index + 1
      if tokens[next].word?.before != nil, next + 1 < tokens.count { next += 1 }
      guard let quantity = tokens[next].quantity, quantity.kind != nil, !quantity.isOrdinal, !quantity.isRatioMember,
        tokens[index - 1].kind == .text || tokens[index - 1].kind == .latin
          || tokens[index - 1].has([.noun, .action, .dependent, .rate, .growthNoun]) && !tokens[index - 1].has([.speech, .within, .marker])
          || tokens[index - 1].punctuation == .close
      else { continue }
      tokens[index].kind = .word(link)
    }
  }

  /// 镜湖区、湾沚区分别为…, 2024年，云川市…: a name that ends like a county or city where a clause or a list opens.
  mutating func markCounties() {
    guard tokens.contains(where: { $0.kind == .text }) else { return }
    var marked: [Token] = []
    marked.reserveCapacity(tokens.count)
    for (index, token) in tokens.enumerated() {
      guard token.kind == .text, token.range.count >= 3, opensCounty(after: marked.last, token),
        let length = CountyName.length(in: text, at: token.range.lowerBound), length <= token.range.count,
        length < token.range.count || standsAlone(index)
      else {
        marked.append(token)
        continue
      }
      let end = token.range.lowerBound + length
      let place = NamedPlace(unlisted: String(scalars: written[token.range.lowerBound..<end]))
      marked.append(Token(kind: .place(place), range: token.range.lowerBound..<end))
      if end < token.range.upperBound { marked.append(Token(kind: .text, range: end..<token.range.upperBound)) }
    }
    tokens = marked
  }

  private func opensCounty(after previous: Token?, _ token: Token) -> Bool {
    guard let previous else { return true }
    return previous.punctuation != nil && previous.punctuation != .quoteOpen || previous.has([.conjunction, .within, .marker])
      || previous.place != nil
      || previous.time != nil
  }

  /// A name alone is taken where a list, a number or a word of the sentence follows.
  private func standsAlone(_ index: Int) -> Bool {
    guard index + 1 < tokens.count else { return false }
    let next = tokens[index + 1]
    return next.punctuation == .enumeration || next.quantity != nil || next.time != nil
      || next.has([.respectively, .conjunction, .action, .verb, .noun, .adverb, .dependent, .rate, .share, .predicate])
  }
}
