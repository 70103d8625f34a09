import Articles
import Indicators
import Lingua

/// Growth that a noun states: 增速为5.2%, 增长率, 8.1%的增速.
extension SentenceParser {
  /// 增速达8.5%, 年均增长率为6.4%.
  func growthRate(_ around: Surroundings, at index: Int) -> Statement? {
    if let bracketed = bracketedRate(around) { return bracketed }
    if let other = rateOfOtherTime(around, at: index) ?? rateOfSibling(around, at: index) { return other }
    guard let noun = around.growthNoun, around.share == nil else { return nil }
    if let before = rateBefore(around, noun: noun) { return before }
    switch around.quantity.kind {
    case .percent, .tenths: break
    // 减幅约为600人.
    case .count, .money, .physical, .position:
      guard prose.facts.growthNouns.contains(block.plain(noun..<(noun + 1))), !around.quantity.isOrdinal, !around.quantity.isTop,
        around.region.tokens.allSatisfy({
          $0 <= noun || block.tokens[$0].has([.predicate, .adverb, .equals]) || block.tokens[$0].word?.before != nil
        })
      else { return nil }
    default: return nil
    }
    let (head, phrase) = name(in: around, before: noun)
    let word = block.plain(noun..<(noun + 1))
    let isFall =
      prose.facts.lessSigns.contains { word.contains($0) } || around.change.map { block.tokens[$0].has(.fall) } ?? false
    var statement = Statement(
      kind: .change, construction: "change.rate", head: head ?? .inherited, isNegative: isFall, qualifier: around.qualifier,
      owner: owner(of: phrase))
    if movement(around, at: index) == .movementStart { statement.role = .movementStart }
    // 三个月的平均每月升幅
    if prose.facts.monthly.contains(where: { block.plain(max(0, noun - 3)..<noun).hasSuffix($0) }) { statement.basis = .monthOnMonth }
    return statement
  }

  /// 二月的按年升幅为1.1%，一月则为0.9%: a time and a copula behind a rate of growth.
  private func rateOfOtherTime(_ around: Surroundings, at index: Int) -> Statement? {
    guard around.quantity.kind == .percent, around.growthNoun == nil, around.change == nil, around.region.quantity == nil,
      let last = statements.indices.last, ofSentence.contains(last), statements[last].construction == "change.rate",
      case let start = block.clauseStart[index], index - start <= 4, block.tokens[start].time.map({ !$0.isEmpty && !$0.isBase }) ?? false,
      ((start + 1)..<index).allSatisfy({ at in
        block.tokens[at].has([.predicate, .equals, .adverb, .conjunction]) || prose.facts.rateCopulas.contains(block.plain(at..<(at + 1)))
      })
    else { return nil }
    return Statement(
      kind: .change, construction: "change.rate", head: .same(last), isNegative: statements[last].isNegative, qualifier: around.qualifier,
      owner: .same(last), basis: statements[last].basis)
  }

  /// 上升1.2%，较9月份的相应升幅1.1%略高: the growth of the same in an earlier time.
  private func rateBefore(_ around: Surroundings, noun: Int) -> Statement? {
    guard around.quantity.kind == .percent, let compare = around.compare, compare < noun, noun == around.region.tokens.last,
      let at = around.region.tokens.first(where: { $0 > compare && block.tokens[$0].time != nil }), let time = block.tokens[at].time,
      !time.isEmpty,
      ((at + 1)..<noun).allSatisfy({ block.tokens[$0].has(.of) || prose.names.alikeInRates.contains(block.plain($0..<($0 + 1))) }),
      let last = ofSentence.last(where: { statements[$0].kind == .change && statements[$0].role == .main })
    else { return nil }
    let word = block.plain(noun..<(noun + 1))
    return Statement(
      kind: .change, construction: "change.rate", head: .same(last), isNegative: prose.facts.lessSigns.contains { word.contains($0) },
      qualifier: around.qualifier, owner: .same(last), ownTime: OwnTime(time: time, words: block.string(at..<(at + 1)), isBase: false),
      basis: statements[last].basis, role: .base)
  }

  /// 比全国增速（23.1%）快8.5个百分点: the rate whose name stands before the bracket.
  private func bracketedRate(_ around: Surroundings) -> Statement? {
    guard around.quantity.kind == .percent, around.region.tokens.isEmpty, let bracket = around.region.bracket, bracket > 1,
      block.tokens[bracket - 1].has(.growthNoun)
    else { return nil }
    let place = block.tokens[bracket - 2].place
    if let compare = (max(block.clauseStart[bracket], bracket - 6)..<bracket).last(where: { block.tokens[$0].has(.compare) }),
      let at = ((compare + 1)..<bracket).first(where: { block.tokens[$0].time != nil }), let time = block.tokens[at].time, !time.isEmpty,
      let last = ofSentence.last(where: { statements[$0].kind == .change && statements[$0].role == .main })
    {
      // 上升2.1%，较一月的相应升幅（1.7%）为大: the growth of the same in an earlier time.
      let noun = block.plain((bracket - 1)..<bracket)
      return Statement(
        kind: .change, construction: "change.rate", head: .same(last), isNegative: prose.facts.lessSigns.contains { noun.contains($0) },
        qualifier: around.qualifier, owner: .same(last), ownTime: OwnTime(time: time, words: block.string(at..<(at + 1)), isBase: false),
        basis: statements[last].basis, role: .base)
    }
    return Statement(
      kind: .change, construction: "change.rate", head: .inherited, qualifier: around.qualifier,
      owner: place.map { .place($0, words: block.string((bracket - 2)..<(bracket - 1))) },
      role: .base)
  }

  /// 以17.3%的增速: the number stands before the noun that says what it is; 的占比, 的份额 make a share of it.
  func rateBeforeNoun(_ around: Surroundings, at index: Int) -> Statement? {
    if let told = rateSetBeside(around, at: index) ?? growthKept(around, at: index) ?? pace(around, at: index) { return told }
    guard around.quantity.kind == .percent || around.quantity.kind == .tenths, around.change == nil, index + 2 < block.tokens.count,
      block.tokens[index + 1].has(.of), block.tokens[index + 2].has([.growthNoun, .share])
    else { return nil }
    let opening = around.region.tokens.last { block.reads($0, "以") }
    let (head, phrase) = name(in: around, before: opening)
    let noun = block.plain((index + 2)..<(index + 3))
    let isShare = block.tokens[index + 2].has(.share)
    return Statement(
      kind: isShare ? .share : .change, construction: isShare ? "share.before-noun" : "change.rate-before-noun", head: head ?? .inherited,
      isNegative: prose.facts.lessSigns.contains { noun.contains($0) }, qualifier: around.qualifier, owner: owner(of: phrase))
  }

  /// 需求以年均9.6%的速度增长: the pace at which what stands before 以 grows.
  private func pace(_ around: Surroundings, at index: Int) -> Statement? {
    guard around.quantity.kind == .percent || around.quantity.kind == .tenths, around.change == nil, index + 3 < block.tokens.count,
      block.tokens[index + 1].has(.of), prose.facts.speeds.contains(block.plain((index + 2)..<(index + 3))),
      block.tokens[index + 3].has([.rise, .fall]), let opening = around.region.tokens.last(where: { block.reads($0, "以") })
    else { return nil }
    let (head, phrase) = name(in: around, before: opening)
    return Statement(
      kind: .change, construction: "change.pace", head: head ?? .inherited, isNegative: block.tokens[index + 3].has(.fall),
      qualifier: around.qualifier, owner: owner(of: phrase))
  }

  /// 建筑业年均增长29.2%，金融业为20.9%、文化产业为25.4%: a copula behind a further branch, right behind the growth of one.
  private func rateOfSibling(_ around: Surroundings, at index: Int) -> Statement? {
    guard around.quantity.kind == .percent, around.growthNoun == nil, around.change == nil, around.share == nil, around.compare == nil,
      let last, let before = lastToken, ofSentence.contains(statements.count - 1), last.kind == .change, last.unit == "%",
      last.construction == "change.growth" || last.construction == "change.sibling",
      block.tokens[block.clauseStart[index] - 1].punctuation == .comma, block.clauseEnd[before] == block.clauseStart[index] - 1,
      let equals = around.equals, prose.facts.rateCopulas.contains(block.plain(equals..<(equals + 1))), equals == index - 1,
      case (let head, let phrase) = name(in: around, before: equals), let words = head?.words, !isRate(words),
      case .own(let sibling) = last.head, sibling.last == words.last,
      phrase.tokens.first == block.clauseStart[index]
    else { return nil }
    return Statement(
      kind: .change, construction: "change.sibling", head: head ?? .inherited, isNegative: last.isNegative, qualifier: around.qualifier,
      owner: owner(of: phrase), basis: last.basis)
  }

  /// 高于同期全国2.8%的整体进出口增幅: how much another place grew, beside which a growth is set.
  func rateSetBeside(_ around: Surroundings, at index: Int) -> Statement? {
    guard around.quantity.kind == .percent, index + 2 < block.clauseEnd[index], block.tokens[index + 1].has(.of),
      let verb = around.region.tokens.last(where: { language.measures.distances.contains(block.plain($0..<($0 + 1))) }), verb < index - 1,
      let place = ((verb + 1)..<index).last(where: { block.tokens[$0].place != nil }),
      ((verb + 1)..<index).allSatisfy({ block.tokens[$0].place != nil || block.tokens[$0].time != nil }),
      let noun = ((index + 2)..<min(index + 8, block.clauseEnd[index])).last(where: { block.tokens[$0].has(.growthNoun) })
    else { return nil }
    let words = string(block.namePhrase(Array((index + 2)..<noun)).tokens)
    guard let named = block.tokens[place].place else { return nil }
    return Statement(
      kind: .change, construction: "change.rate-beside", head: words.isEmpty ? .inherited : .own(words), qualifier: .exactly,
      owner: .place(named, words: block.string(place..<(place + 1))), isAside: true)
  }

  /// 保持40%以上增长, 实现8%左右的增长: the verb of growing closes the clause behind its number.
  private func growthKept(_ around: Surroundings, at index: Int) -> Statement? {
    guard around.quantity.kind == .percent || around.quantity.kind == .tenths, around.change == nil,
      let verb = around.region.tokens.last(where: { prose.facts.keepingRates.contains(block.plain($0..<($0 + 1))) }),
      ((verb + 1)..<index).allSatisfy({ block.tokens[$0].word?.before != nil || block.tokens[$0].has(.adverb) })
    else { return nil }
    var at = index + 1
    while at < block.clauseEnd[index],
      block.tokens[at].word?.after != nil || block.tokens[at].has(.of) || prose.facts.speeds.contains(block.plain(at..<(at + 1)))
    {
      at += 1
    }
    guard at < block.clauseEnd[index], block.tokens[at].has([.rise, .growthNoun]), at + 1 == block.clauseEnd[index] else { return nil }
    let (head, phrase) = name(in: around, before: verb)
    return Statement(
      kind: .change, construction: "change.kept", head: head ?? .inherited, qualifier: around.qualifier, owner: owner(of: phrase))
  }
}
