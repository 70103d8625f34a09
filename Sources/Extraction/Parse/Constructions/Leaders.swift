import Articles
import Indicators

/// Levels of a ranking that has no number of its own: who leads it, and who follows.
extension SentenceParser {
  /// The level that a ranking began with, where 居次, 次之 or a position behind the number ranks the bare name before it.
  func runnerUp(_ phrase: NamePhrase, _ quantity: Quantity, at index: Int) -> Int? {
    guard !phrase.tokens.isEmpty, phrase.place == nil, !phrase.isPlaceList,
      phrase.tokens.allSatisfy({ block.tokens[$0].kind == .text || block.tokens[$0].kind == .latin || block.tokens[$0].has(.body) }),
      quantity.kind == .count, let end = endOfMembers(from: index),
      ["居次", "次之", "居第", "列第", "排第", "分居", "分列", "分别居", "分别位居", "紧随"].contains(where: {
        block.plain(end..<min(end + 3, block.tokens.count)).hasPrefix($0)
      }),
      let first = ofSentence.last(where: {
        statements[$0].kind == .level && statements[$0].unit == quantity.unit && statements[$0].owner != nil || statements[$0].kind == .rank
      }), !phrase.isWithin
    else { return nil }
    return first
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

  /// The bare name before 以 and a count that leads a ranking.
  func winner(_ around: Surroundings, at index: Int) -> String? {
    guard around.quantity.kind == .count, let by = around.region.tokens.last, by == index - 1, block.reads(by, "以"),
      index + 1 < block.clauseEnd[index] + 1, index + 1 < block.tokens.count,
      ["夺冠", "称冠", "居冠", "居首", "夺魁", "领先", "排名第一", "居第一", "位居榜首", "蝉联"].contains(where: {
        block.plain((index + 1)..<min(index + 4, block.tokens.count)).hasPrefix($0)
      }),
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
