import Articles
import Indicators
import Lingua

/// Whose and of what a level in brackets is: a member of a list, of a ranking, or the whole of a share.
extension SentenceParser {
  /// 覆盖12个乡镇，其中甲（9.8万亩）、乙（7.6万亩）: the name of the level whose unit the bracket has, when the sentence named
  /// places of which these are some.
  func memberOfPlaces(_ quantity: QuantityExpression, before bracket: Int) -> Head? {
    let levels = ofSentence.filter { statements[$0].kind == .level && statements[$0].construction != "level.bracket" }
    let sameUnit = statements.indices.suffix(12).last {
      statements[$0].kind == .level && statements[$0].unit == quantity.unit && statements[$0].construction != "level.bracket"
    }
    guard !levels.isEmpty, let level = sameUnit else { return nil }
    let kinds = prose.bodies.countedKinds
    let earlier = max(sentence.lowerBound, bracket - 60)..<bracket
    // 中国内地（94.6万人次）的住客…，本地住客（4.6万人次）: a name of its own, of the like.
    if let words = statements.words(of: level), let kind = words.count > 2 ? String(words.suffix(2)) : nil,
      block.plain((bracket - 1)..<bracket).hasSuffix(kind.simplifiedForm)
    {
      return nil
    }
    guard earlier.contains(where: { index in kinds.contains { block.plain(index..<(index + 1)).hasSuffix($0) } }) else { return nil }
    return .same(level)
  }

  /// 增长16.8%（全国7.1%、全省14.8%）: how much the same grew in the places that the bracket behind a growth names.
  func changeOfOthers(_ around: Surroundings, at index: Int) -> Statement? {
    guard around.quantity.kind == .percent, let last = around.region.tokens.last, last == index - 1,
      around.region.tokens.allSatisfy({ isPlaceOrSelf($0) })
    else { return nil }
    var open = block.clauseStart[index] - 1
    // （全市6.1%，全省5.4%）
    while open > sentence.lowerBound, block.tokens[open].punctuation == .comma, figures[open - 1] { open = block.clauseStart[open] - 1 }
    guard open > 0, block.tokens[open].punctuation == .open, let told = tokens.lastIndex(of: open - 1), statements[told].kind == .change,
      statements[told].unit == around.quantity.unit, statements[told].gapFrom == nil,
      !((open + 1)..<index).contains(where: { !figures[$0] && block.tokens[$0].punctuation == nil && !isPlaceOrSelf($0) })
    else { return nil }
    let owner = block.tokens[last].place.map { Owner.place($0, words: block.string(last..<index)) }
    return Statement(
      kind: .change, construction: "change.others", head: .same(told), isNegative: statements[told].isNegative, qualifier: around.qualifier,
      owner: owner, basis: statements[told].basis)
  }

  private func isPlaceOrSelf(_ index: Int) -> Bool { block.tokens[index].place != nil || block.tokens[index].has(.selfName) }

  /// 占全国（3115376件）的16.7%: the whole, by the name of the part told before; nil for other brackets.
  func wholeInBracket(_ quantity: QuantityExpression, before bracket: Int, _ tokens: [Int]) -> Statement? {
    guard let close = block.partner.indices.contains(bracket) ? block.partner[bracket] : nil, close > bracket,
      close + 1 < block.tokens.count,
      block.tokens[close + 1].has(.of), let share = tokens.last(where: { block.tokens[$0].has(.share) }),
      let place = ((share + 1)..<bracket).compactMap({ block.tokens[$0].place }).last,
      ((share + 1)..<bracket).allSatisfy({ block.tokens[$0].place != nil || block.tokens[$0].has(.of) }),
      let part = ofSentence.last(where: { statements[$0].kind == .level && statements[$0].unit == quantity.unit })
    else { return nil }
    return Statement(
      kind: .level, construction: "level.whole", head: .same(part), qualifier: .exactly, owner: .place(place, words: place.name),
      role: .base)
  }

  /// 二星级（93.1%）和五星级酒店（92.1%）的入住率, 经甲口岸（82万人次）及乙口岸（56万人次）入境的旅客: what is measured of all members stands behind the
  /// last bracket.
  func sharedBehindBrackets(_ bracket: Int) -> String? {
    guard block.partner.indices.contains(bracket) else { return nil }
    var close = block.partner[bracket]
    var members = 1
    while close > bracket, members < 12, close + 2 < block.tokens.count,
      block.tokens[close + 1].punctuation == .enumeration || block.tokens[close + 1].has(.conjunction),
      let open = ((close + 2)..<min(close + 9, block.clauseEnd[close + 1])).first(where: { block.tokens[$0].punctuation == .open }),
      open + 1 < block.tokens.count, figures[open + 1], block.partner[open] > open
    {
      close = block.partner[open]
      members += 1
    }
    guard close > bracket, close + 1 < block.tokens.count else { return nil }
    let end = block.clauseEnd[close + 1]
    let behind = ((close + 1)..<max(close + 1, min(end, close + 9))).prefix {
      block.tokens[$0].punctuation == nil && !figures[$0]
        && !block.tokens[$0].has([.rise, .fall, .share, .compare, .yearOnYear, .respectively, .rank, .adverb, .reach])
    }
    guard let of = behind.first(where: { block.tokens[$0].has(.of) }), of + 1 < behind.endIndex, of - close <= 3 else { return nil }
    let noun = block.namePhrase(Array((of + 1)..<behind.endIndex)).tokens
    guard !noun.isEmpty else { return nil }
    return of == close + 1 ? string(noun) : string(Array((close + 1)...of)) + string(noun)
  }

  /// 申请前两名为甲（120件）、乙（80件）: those who hold the positions, by the name of what is ranked.
  func memberOfRanking(before bracket: Int) -> Head? {
    guard let rank = ofSentence.last(where: { statements[$0].kind == .rank }), bracket - tokens[rank] < 60,
      (tokens[rank]..<bracket).contains(where: { isListMark($0) })
    else { return nil }
    return .same(rank)
  }

  /// 申请前两大为甲（120件）及乙（80件), where the position is no figure: the words before 前 name what is ranked.
  func memberOfTop(before bracket: Int) -> Head? {
    if let index = statements.indices.suffix(3).last(where: { statements[$0].kind == .level }), case let last = statements[index],
      last.construction == "level.bracket", case .named = last.owner,
      (max(block.clauseStart[bracket], bracket - 40)..<bracket).contains(where: { isListMark($0) })
        || ofSentence.contains(index)
    {
      // 外国法人部分，分别为丙（372件）: the list goes on, or a further one of the same.
      return .same(index)
    }
    let nearest = min(bracket, max(sentence.lowerBound, bracket - 60))
    guard let top = (nearest..<bracket).first(where: { block.tokens[$0].quantity?.isTop ?? false }), top > nearest,
      (top..<bracket).contains(where: { isListMark($0) })
    else { return nil }
    let start = max(block.clauseStart[top], nearest)
    guard start < top else { return nil }
    let phrase = block.namePhrase(Array(start..<top))
    return phrase.tokens.isEmpty ? nil : head(string(phrase.tokens), phrase)
  }

  /// 清泉大学 of 以清泉大学（30件）最多: who leads by the count in a bracket.
  func leadingMember(before bracket: Int) -> String? {
    guard block.partner.indices.contains(bracket), block.partner[bracket] > bracket else { return nil }
    let nearest = max(block.clauseStart[bracket], bracket - 12)
    guard let by = (nearest..<bracket).last(where: { block.reads($0, "以") }), by + 1 < bracket, leads(behind: block.partner[bracket]),
      !((by + 1)..<bracket).contains(where: { figures[$0] || block.tokens[$0].punctuation != nil })
    else { return nil }
    return string(Array((by + 1)..<bracket))
  }

  /// 友达光电 of 分别为台积电（132件）、友达光电（58件）: all that stands between the mark of the list and the bracket.
  func memberWords(before bracket: Int) -> String {
    let nearest = min(bracket, max(sentence.lowerBound, bracket - 16))
    let start = (nearest..<bracket).last {
      block.tokens[$0].punctuation != nil || block.tokens[$0].has(.respectively) || Exclusions.joins(block.tokens[$0])
        || isListMark($0)
    }
    return string(Array((start.map { $0 + 1 } ?? nearest)..<bracket))
  }
}
