import Articles
import Indicators
import Lingua

/// Levels of a ranking that has no number of its own: who leads it, and who follows.
extension SentenceParser {
  /// The level that a ranking began with, where 居次, 次之 or a position behind the number ranks the bare name before it.
  func runnerUp(_ phrase: NamePhrase, _ quantity: QuantityExpression, at index: Int) -> Int? {
    guard !phrase.tokens.isEmpty, phrase.place == nil, !phrase.isPlaceList,
      phrase.tokens.allSatisfy({ block.tokens[$0].kind == .text || block.tokens[$0].kind == .latin || block.tokens[$0].has(.body) }),
      quantity.kind == .count, let end = endOfMembers(from: index),
      prose.facts.following.contains(where: {
        block.plain(end..<min(end + 3, block.tokens.count)).hasPrefix($0)
      }),
      let first = ofSentence.last(where: {
        statements[$0].kind == .level && statements[$0].unit == quantity.unit && statements[$0].owner != nil || statements[$0].kind == .rank
      }), !phrase.isWithin
    else { return nil }
    return first
  }

  /// 其次为高通131件: the bare name behind it, where the one before leads a ranking by its number.
  func nextBest(_ around: Surroundings, at index: Int) -> (first: Int, name: String)? {
    let start = block.clauseStart[index]
    guard around.quantity.kind == .count, let first = ofSentence.last, statements[first].construction == "level.leader",
      case .named? = statements[first].owner, statements[first].unit == around.quantity.unit,
      let word = prose.facts.nextBest.first(where: { block.plain(start..<min(start + 3, index)).hasPrefix($0) }),
      case let name = String(block.string(start..<index).dropFirst(word.count)), (2...10).contains(name.count),
      !(start..<index).contains(where: { figures[$0] || block.tokens[$0].punctuation != nil })
    else { return nil }
    return (first, name)
  }

  /// The level of the paragraph whose owner is called by the bare name before a count of the same unit.
  func knownOwner(_ phrase: NamePhrase, _ quantity: QuantityExpression) -> Int? {
    guard quantity.kind == .count, !phrase.tokens.isEmpty, phrase.place == nil, !phrase.isPlaceList, phrase.tokens.count <= 3 else {
      return nil
    }
    let named = statements.indices.suffix(30).filter {
      if case .named? = statements[$0].owner { statements[$0].kind == .level } else { false }
    }
    guard !named.isEmpty else { return nil }
    let name = string(phrase.tokens)
    return named.last { statements[$0].owner == .named(name) && statements[$0].unit == quantity.unit }
  }

  /// 泰碩98件、宏曜87件分居第2、3名: past the further members of the list that a number stands in.
  private func endOfMembers(from index: Int) -> Int? {
    var at = index + 1
    while at < block.tokens.count, at - index < 40, block.tokens[at].punctuation == .enumeration || block.tokens[at].has(.conjunction),
      let next = (at..<min(at + 8, block.clauseEnd[index])).first(where: { figures[$0] })
    { at = next + 1 }
    return at < block.tokens.count ? at : nil
  }

  /// 外国人发明专利申请以日本3102件居首, 研究机构由某所86件领先: before 以 stands what is ranked, or those who are, behind it whose the
  /// number is.
  func leader(_ around: Surroundings, at index: Int) -> (head: Head, owner: Owner)? {
    guard around.quantity.kind == .count || around.quantity.kind == .money, leads(behind: index),
      let by = around.region.tokens.last(where: { block.reads($0, "以") || block.reads($0, "由") }), by + 1 < index
    else { return nil }
    let member = around.region.tokens.filter {
      $0 > by && block.tokens[$0].word?.before == nil && !block.tokens[$0].has([.predicate, .adverb])
    }
    guard (1...6).contains(member.count), member.allSatisfy({ block.tokens[$0].time == nil && block.tokens[$0].quantity == nil }) else {
      return nil
    }
    // 以金融及保险业112530元居首: a branch of business is no one, and its name goes on with the measure.
    guard !string(member).simplifiedForm.hasSuffix("业") else { return nil }
    let phrase = block.namePhrase(around.region.tokens.filter { $0 < by })
    let words = string(phrase.tokens)
    let isOfActors = language.measures.actors.contains { words.simplifiedForm.hasSuffix($0) }
    let head: Head = phrase.tokens.isEmpty || isOfActors ? .inherited : self.head(words, phrase)
    if member.count == 1, let place = block.tokens[member[0]].place { return (head, .place(place, words: string(member))) }
    return (head, .named(string(member)))
  }

  /// 居首, 最多, 领先 right behind a number.
  func leads(behind index: Int) -> Bool {
    guard index + 1 < block.clauseEnd[index] + 1, index + 1 < block.tokens.count else { return false }
    let rest = block.plain((index + 1)..<min(index + 4, block.tokens.count))
    return language.measures.leads.contains { rest.hasPrefix($0) }
  }

  /// 以211件，挤下甲夺冠; 以211件挤下甲88件夺冠: the clause, or the next, says whom it left behind to lead.
  private func outstrips(behind index: Int) -> Bool {
    let start = index + 1 < block.tokens.count && block.tokens[index + 1].punctuation == .comma ? index + 2 : index + 1
    guard start < sentence.upperBound else { return false }
    let rest = block.plain(start..<min(block.clauseEnd[start], start + 10))
    return language.measures.outstripping.contains { rest.hasPrefix($0) }
      && language.measures.leads.contains { rest.hasSuffix($0) }
  }

  /// 挤下甲88件夺冠: who was left behind, between the verb of it and a count, in a clause that names the one ahead.
  func outstripped(_ around: Surroundings, at index: Int) -> String? {
    guard around.quantity.kind == .count, let first = ofSentence.last, statements[first].construction == "level.leader",
      let opening = around.region.tokens.first,
      case let words = block.plain(opening..<index), let verb = language.measures.outstripping.first(where: { words.hasPrefix($0) }),
      case let name = block.string(opening..<index).dropFirst(verb.count), (2...12).contains(name.count)
    else { return nil }
    return String(name)
  }

  /// 第3至5名分别为甲66件、乙59件: each by the name in front of its number, in a clause that opens with positions.
  func placed(_ around: Surroundings, at index: Int) -> String? {
    let opening = block.clauseStart[index]..<min(block.clauseStart[index] + 6, index)
    guard around.quantity.kind == .count, index - opening.lowerBound < Self.listReach,
      opening.contains(where: { block.tokens[$0].quantity?.isOrdinal ?? false }),
      let word = opening.last(where: { opensMembers($0) }),
      word > block.clauseStart[index], opensWithPositions(before: word)
    else { return nil }
    let start = (word..<index).last {
      figures[$0] || block.tokens[$0].punctuation == .enumeration || opensMembers($0) || block.tokens[$0].has(.conjunction)
    }
    guard let start, start + 1 < index else { return nil }
    let name = Array((start + 1)..<index)
    guard name.allSatisfy({ block.tokens[$0].time == nil && block.tokens[$0].punctuation == nil }), (2...14).contains(string(name).count)
    else { return nil }
    return string(name)
  }

  private func opensMembers(_ index: Int) -> Bool {
    language.measures.listMarks.contains(block.plain(index..<(index + 1)))
      || block.tokens[index].has(.respectively) && index + 1 < block.tokens.count
        && language.measures.listMarks.contains(block.plain((index + 1)..<(index + 2)))
  }

  /// 第3至5名, 第二到第五位, 其后, 其余依序: nothing but positions stands in front of the list.
  func opensWithPositions(before word: Int) -> Bool {
    let lead = block.clauseStart[word]..<word
    guard lead.count <= 5, lead.contains(where: { block.tokens[$0].quantity?.isOrdinal ?? false }) else { return false }
    // 居全国第3位和第5位，分别为…: nothing but the positions.
    return lead.allSatisfy {
      block.tokens[$0].quantity != nil || block.tokens[$0].has(.respectively) || Exclusions.joins(block.tokens[$0])
        || block.reads($0, oneOf: prose.clauses.through)
    }
  }

  /// The bare name before 以 and a count that leads a ranking.
  func winner(_ around: Surroundings, at index: Int) -> String? {
    guard around.quantity.kind == .count, let by = around.region.tokens.last, by == index - 1, block.reads(by, "以"),
      leads(behind: index) || outstrips(behind: index),
      case let phrase = block.namePhrase(around.region.tokens.filter { $0 < by }), !phrase.tokens.isEmpty, phrase.place == nil,
      !phrase.isPlaceList,
      phrase.tokens.allSatisfy({
        block.tokens[$0].kind == .text || block.tokens[$0].kind == .latin || block.tokens[$0].has([.body, .noun])
      })
    else { return nil }
    let name = string(phrase.tokens)
    return (2...12).contains(name.unicodeScalars.count) ? name : nil
  }
}
