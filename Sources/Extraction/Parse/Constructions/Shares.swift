import Articles
import Indicators
import Lingua

extension SentenceParser {
  /// 占全国总量的19.93%, 占比达38%, 占地区生产总值比重为8.1%.
  func share(_ around: Surroundings, at index: Int) -> Statement? {
    let quantity = around.quantity
    guard quantity.kind == .percent || quantity.kind == .tenths || quantity.numeral.form == .fraction else { return nil }
    guard let word = around.share else { return shareByRatio(around) ?? furtherPartner(around) }
    let named = block.plain(max(block.clauseStart[word], word - 4)..<(word + 1))
    if language.measures.ratios.contains(where: { named.hasSuffix($0) }) { return nil }
    let tokens = around.region.tokens
    // 占 … 比重: the first word of share opens, what stands up to 的 or the next one is the whole.
    let opening = tokens.first { block.tokens[$0].has(.share) } ?? word
    if let partner = shareOfPartner(around, opening: opening) { return partner }
    let (head, phrase) = name(in: around, before: opening)
    let isVerb = prose.facts.shareVerbs.contains(block.plain(opening..<(opening + 1)))
    let whole = isVerb ? tokens.filter { $0 > opening && !block.tokens[$0].has([.share, .respectively]) } : []
    var scope = wholeName(whole)
    // 占总数的51.9%
    if let words = scope, block.plain(opening..<(opening + 1)).hasSuffix("总") {
      scope = String(block.string(opening..<(opening + 1)).suffix(1)) + words
    }
    if scope == nil, block.begins(opening..<(opening + 1), withOneOf: prose.facts.shareOpenings) {
      // 其次是…，所占比重为23.3%: of the whole that the sentence named before.
      scope = ofSentence.last { statements[$0].kind == .share }.flatMap { statements[$0].scope }
    }
    if scope == nil { scope = settingBefore(index) ?? countedSetting(before: index) }
    if scope == nil, isVerb, whole.isEmpty, head != nil, let before = last, before.kind == .share,
      ofSentence.contains(statements.count - 1), before.construction == "share.of"
    {
      // 铁路占乘客量的42.6%，巴士占31.3%: of the same whole.
      scope = before.scope
    }
    // 三者合计占42.6%: of no one of them.
    let all = tokens.first { $0 < opening && block.plain($0..<($0 + 1)).hasSuffix("者") }
    let together = head == nil && all != nil && tokens.contains { prose.facts.together.contains(block.plain($0..<($0 + 1))) }
    if together, let all { return sum(of: all, up: opening, around, scope) }
    return Statement(
      kind: .share, construction: "share.of", head: head ?? .inherited, qualifier: shareQualifier(around, opening), scope: scope,
      owner: owner(of: phrase), role: movement(around, at: index), isPart: phrase.isWithin,
      isSum: head == nil && tokens.contains { prose.facts.together.contains(block.plain($0..<($0 + 1))) })
  }

  private func sum(of pronoun: Int, up opening: Int, _ around: Surroundings, _ scope: String?) -> Statement {
    Statement(
      kind: .share, construction: "share.of", head: .own(block.string(pronoun..<opening)), qualifier: shareQualifier(around, opening),
      scope: scope, isSum: true)
  }

  /// 与地区生产总值之比为3.62%: the part in parts of what stands behind 与.
  private func shareByRatio(_ around: Surroundings) -> Statement? {
    let tokens = around.region.tokens
    guard around.quantity.kind == .percent,
      let ratio = tokens.indices.last(where: { block.reads(tokens[$0], "比") && $0 > 0 && block.tokens[tokens[$0 - 1]].has(.of) }),
      let with = tokens.indices.first(where: {
        block.reads(tokens[$0], "与") || block.reads(tokens[$0], "同") || block.reads(tokens[$0], "和")
      }), with + 1 < ratio - 1
    else { return nil }
    let (head, phrase) = name(in: around, before: tokens[with])
    return Statement(
      kind: .share, construction: "share.ratio", head: head ?? .inherited, qualifier: around.qualifier,
      scope: string(Array(tokens[(with + 1)..<(ratio - 1)])), owner: owner(of: phrase))
  }

  /// 执法案件中，约68%涉及私烟活动: of those the clause before tells of, what is said of so many.
  private func partOfSetting(_ head: Head?, _ around: Surroundings, at index: Int) -> Statement? {
    let start = block.clauseStart[index]
    guard head == nil || around.region.tokens.allSatisfy({ $0 < start || block.tokens[$0].word?.before != nil }),
      around.quantity.kind == .percent || around.quantity.kind == .tenths, around.change == nil,
      around.region.quantity == nil, index + 1 < block.clauseEnd[index],
      block.tokens[index + 1].has([.action, .verb, .predicate, .speech]) || block.tokens[index + 1].kind == .text,
      let whole = settingBefore(index)
    else { return nil }
    let words = string(Array((index + 1)..<min(block.clauseEnd[index], index + 8)))
    guard (3...16).contains(words.unicodeScalars.count) else { return nil }
    return Statement(kind: .share, construction: "share.of-setting", head: .own(words), qualifier: around.qualifier, scope: whole)
  }

  /// 在零售业总销货价值中，网上销售占8.7%: the clause before says of what.
  func settingBefore(_ index: Int) -> String? {
    var start = block.clauseStart[index]
    while start > sentence.lowerBound + 2, index - start < 60, block.tokens[start - 1].punctuation == .comma, !closesSetting(start - 2) {
      let before = block.clauseStart[start - 2]
      guard before < start else { return nil }
      start = before
    }
    guard start > sentence.lowerBound + 2, block.tokens[start - 1].punctuation == .comma,
      closesSetting(start - 2)
    else { return nil }
    let first = max(block.clauseStart[start - 2], sentence.lowerBound, start - 40)
    guard !(first..<start).contains(where: { figures[$0] }), first < start - 2 else { return nil }
    // 新收案件中，…占比84.9%: 在 may be left out.
    let whole = block.namePhrase(Array((block.reads(first, "在") ? first + 1 : first)..<(start - 2))).tokens
    return whole.isEmpty || whole.allSatisfy({ block.tokens[$0].place != nil }) ? nil : string(whole)
  }

  private func closesSetting(_ index: Int) -> Bool { block.reads(index, "中") || block.plain(index..<(index + 1)) == "当中" }

  /// 2216件一审案件中，甲类684件，占30.9%: what is counted in front of 中 is the whole of the shares of its sentence.
  private func countedSetting(before index: Int) -> String? {
    for figure in max(sentence.lowerBound, index - 80)..<index where figures[figure] && block.tokens[figure].quantity?.kind == .count {
      guard let noun = block.noun(after: figure)?.tokens.filter({ !block.reads($0, "中") }), let last = noun.last, last + 1 < index,
        block.reads(last + 1, "中") || block.reads(last, "中"), !noun.contains(where: { $0 >= index })
      else { continue }
      return string(noun)
    }
    return nil
  }

  /// 这一比例是七成: the share named before.
  func pronounShare(_ around: Surroundings, at index: Int) -> Statement? {
    guard around.quantity.kind == .percent || around.quantity.kind == .tenths, around.change == nil,
      let pronoun = around.region.tokens.first(where: { block.tokens[$0].has(.pronoun) }),
      case let words = block.plain(pronoun..<(pronoun + 1)),
      language.measures.shareNames.contains(where: { words.hasSuffix($0) })
        || prose.names.ratioNouns.contains(where: { words.hasSuffix($0) }),
      let share = statements.indices.suffix(6).last(where: { statements[$0].kind == .share })
    else { return nil }
    return Statement(
      kind: .share, construction: "share.pronoun", head: .same(share), qualifier: around.qualifier, scope: statements[share].scope,
      owner: .same(share))
  }

  /// 约占…的59.2%: the qualifier stands at the verb.
  private func shareQualifier(_ around: Surroundings, _ opening: Int) -> Observation.Qualifier {
    if around.qualifier != .exactly { return around.qualifier }
    if let before = block.tokens[opening].word?.before { return before }
    if opening > 0, let before = block.tokens[opening - 1].word?.before, around.region.tokens.contains(opening - 1) { return before }
    return .exactly
  }

  /// 逆差相当于进口总值的7.7%: how much a thing is beside another, of which it is no part.
  func comparison(_ around: Surroundings, at index: Int) -> Statement? {
    let isProportion = around.quantity.kind == .percent || around.quantity.kind == .tenths || around.quantity.numeral.form == .fraction
    let tokens = around.region.tokens
    guard isProportion, around.change == nil, around.share == nil,
      let word = tokens.last(where: { language.measures.comparisons.contains(block.plain($0..<($0 + 1))) }),
      case let other = tokens.filter({ $0 > word }), !other.contains(where: { block.tokens[$0].time != nil }),
      other.contains(where: { block.tokens[$0].has(.of) }), let scope = wholeName(other)
    else { return nil }
    let (head, phrase) = name(in: around, before: word)
    return Statement(
      kind: .share, construction: "share.comparison", head: head ?? .inherited, qualifier: around.qualifier, scope: scope,
      owner: owner(of: phrase), form: .times)
  }

  /// The whole of a share: 全国 of 全国总量, 全省用电量, GDP.
  private func wholeName(_ indices: [Int]) -> String? {
    var tokens = indices
    // 占GDP比重从2018年的7.2%: the movement is no part of the whole.
    if let from = tokens.firstIndex(where: {
      block.tokens[$0].has(.from) && $0 + 1 < block.tokens.count
        && (block.tokens[$0 + 1].time != nil || block.tokens[$0 + 1].quantity != nil)
    }) {
      tokens.removeSubrange(from...)
    }
    while let last = tokens.last,
      block.tokens[last].has([.of, .predicate, .adverb, .reach, .rise, .fall, .from, .done]) && !block.tokens[last].has(.noun)
        || block.tokens[last].punctuation != nil || block.tokens[last].word?.before != nil || block.tokens[last].time != nil
    { tokens.removeLast() }
    while let first = tokens.first, tokens.count > 1, block.tokens[first].time?.isSame ?? false { tokens.removeFirst() }
    // 总产值, 新车销量: part of the name.
    while let first = tokens.first, block.tokens[first].has([.of, .adverb]), !block.tokens[first].has(.noun),
      !["总", "新"].contains(where: { block.reads(first, $0) })
    { tokens.removeFirst() }
    if let first = tokens.first, let place = block.tokens[first].place {
      let rest = string(Array(tokens.dropFirst()))
      if rest.isEmpty || prose.names.wholes.contains(rest) { return place.name }
    }
    var words = string(tokens)
    // 我外贸总值: 我 is whose.
    if words.hasPrefix("我"), words.count > 2, !"国省市区县州".contains(words[words.index(after: words.startIndex)]) { words.removeFirst() }
    return words.isEmpty ? nil : words
  }

  /// 本地申请人（31.5%） after a share: a share as well.
  func bracketedShare(_ around: Surroundings, at index: Int) -> Statement? {
    guard around.quantity.kind == .percent, around.region.tokens.isEmpty, let bracket = around.region.bracket,
      let last, last.kind == .share, ofSentence.contains(statements.count - 1)
    else { return nil }
    let outer = block.namePhrase(block.region(before: bracket) { figures[$0] }.tokens)
    guard !outer.tokens.isEmpty, !isPlaceOnly(outer) else { return nil }
    return Statement(
      kind: .share, construction: "share.bracket", head: .own(string(outer.tokens)), qualifier: around.qualifier, scope: last.scope)
  }

  /// 占…的33.1%，连续16个月保持在三成以上: what stays is the share named last.
  func keptShare(_ around: Surroundings, at index: Int) -> Statement? {
    guard around.quantity.kind == .percent || around.quantity.kind == .tenths, around.change == nil,
      around.region.tokens.contains(where: { prose.facts.staying.contains(block.plain($0..<($0 + 1))) })
        || restates(around, at: index) || around.reaches && around.region.quantity == nil
        || last?.kind == .streak && isBeyondStreak(around),
      let last = statements.indices.last(where: { statements[$0].kind != .streak }), statements[last].kind == .share,
      ofSentence.contains(last),
      name(in: around).head == nil
    else { return nil }
    return Statement(
      kind: .share, construction: "share.kept", head: .same(last), qualifier: around.qualifier, scope: statements[last].scope)
  }

  /// 占35.8%，已是连续第30个月超过三成: nothing but a bound stands between the run and the number.
  private func isBeyondStreak(_ around: Surroundings) -> Bool {
    around.region.tokens.allSatisfy {
      block.tokens[$0].word?.before != nil || block.tokens[$0].has([.predicate, .adverb, .unbroken, .equals])
    }
  }

  /// 占比首次超过四成，达到43.2%: a clause of a bare verb of reaching goes on with the share before it.
  private func restates(_ around: Surroundings, at index: Int) -> Bool {
    guard let token = lastToken, let last, last.kind == .share, block.clauseStart[index] > token, block.clauseStart[index] - token <= 3
    else { return false }
    return !around.region.tokens.isEmpty
      && around.region.tokens.allSatisfy {
        prose.facts.reachingAmounts.contains(block.plain($0..<($0 + 1))) || block.tokens[$0].has(.adverb)
      }
  }

  /// 三成来自高校, 六成以上的订单, 80%的企业, 三分之一.
  func shareBeforeNoun(_ around: Surroundings, at index: Int) -> Statement? {
    let quantity = around.quantity
    let isPart = quantity.kind == .tenths || quantity.numeral.form == .fraction
    guard quantity.kind == .percent || isPart, !around.reaches else { return nil }
    let (head, phrase) = name(in: around)
    if quantity.kind == .percent || quantity.kind == .tenths, let last = phrase.tokens.last, head != nil {
      // A rate by name is a level.
      if block.tokens[last].has(.rate) || isRate(string(phrase.tokens)) { return nil }
    }
    if let whole = placeAsWhole(around) {
      // 合计超过全省的八成: of the whole of a place, what was told of before.
      let before = around.region.tokens.lazy.compactMap { block.tokens[$0].word?.before }.first
      return Statement(
        kind: .share, construction: "share.of-place", head: .inherited,
        qualifier: around.qualifier == .exactly ? before ?? .exactly : around.qualifier, scope: whole,
        isSum: around.region.tokens.contains { prose.facts.together.contains(block.plain($0..<($0 + 1))) })
    }
    if let last = around.region.tokens.last, block.tokens[last].has(.of), let whole = head?.words, around.change == nil,
      !(around.region.tokens.dropLast().last.map { block.tokens[$0].time != nil } ?? true)
    {
      // 营业收入的15%投入研发: what stands before 的 is the whole.
      let part = block.noun(after: index).map { string($0.tokens) }
      return Statement(
        kind: .share, construction: "share.of-whole", head: part.map { .own($0) } ?? .topicElse(whole),
        qualifier: around.qualifier == .exactly
          ? around.region.tokens.first.flatMap { block.tokens[$0].word?.before } ?? .exactly : around.qualifier, scope: whole,
        owner: owner(of: phrase))
    }
    if let part = partOfSetting(head, around, at: index) { return part }
    if index + 1 < block.tokens.count, block.tokens[index + 1].has(.speech), around.change == nil {
      // 41%认为自己…: those who say so are a part of those asked.
      return Statement(
        kind: .share, construction: "share.of-asked",
        head: head ?? .own(block.string((index + 1)..<min(block.clauseEnd[index], index + 6))),
        qualifier: around.qualifier, scope: head?.words)
    }
    if around.region.tokens.isEmpty || head == nil && !phrase.isOpen, let noun = nounOfPredicate(after: index) {
      return Statement(
        kind: .share, construction: "share.is", head: .own(noun), qualifier: around.qualifier, scope: settingBefore(index),
        owner: owner(of: phrase))
    }
    if let asked = askedShare(around, at: index) { return asked }
    if let noun = block.noun(after: index), noun.hasOf || isPart {
      let words = string(noun.tokens)
      // 维持于1.0%的水平: a level of what was told of.
      if quantity.kind == .percent, prose.facts.states.contains(words.simplifiedForm) { return nil }
      // 近三成专利维持…: a part of the things named, of which it is said what they do.
      let isOfThings = head == nil && isPart && !noun.hasOf && !startsWithVerb(noun.tokens)
      return Statement(
        kind: .share, construction: "share.before-noun", head: .own(words), qualifier: around.qualifier,
        scope: head?.words ?? (isOfThings ? words : nil), owner: owner(of: phrase))
    }
    if isPart || around.region.tokens.last.map({ block.tokens[$0].has([.setting, .within]) }) ?? false,
      !around.hasPredicate || isPart && index + 1 < block.clauseEnd[index] && bindsOnly(around)
    {
      // 实体上市公司近八成实现盈利: of those told of.
      let whole =
        isPart
        ? head?.words.flatMap { name in
          language.measures.actors.contains { name.simplifiedForm.hasSuffix($0) } && index + 1 < block.clauseEnd[index] ? name : nil
        } : nil
      return Statement(
        kind: .share, construction: "share.part", head: head ?? .inherited, qualifier: around.qualifier, scope: whole,
        owner: owner(of: phrase))
    }
    return nil
  }

  /// 超七成: the verb before the number is only its bound.
  private func bindsOnly(_ around: Surroundings) -> Bool {
    around.region.tokens.allSatisfy { !block.tokens[$0].has(.predicate) || block.tokens[$0].word?.before != nil }
  }

  /// 42.7%的企业表示缺乏评估能力: of those asked, the ones who say so.
  private func askedShare(_ around: Surroundings, at index: Int) -> Statement? {
    guard around.change == nil, let noun = block.noun(after: index)?.tokens, let first = noun.first,
      let speech = (first..<min(first + 8, block.clauseEnd[index])).first(where: { block.tokens[$0].has(.speech) }), speech > first,
      speech + 1 < block.clauseEnd[index], !(first..<block.clauseEnd[index]).contains(where: { figures[$0] }),
      prose.names.asked.contains(where: { block.plain(first..<speech).hasSuffix($0) })
    else { return nil }
    let said = string(Array(speech..<min(speech + 12, block.clauseEnd[index])))
    let asked = string(Array(first..<speech))
    return Statement(
      kind: .share, construction: "share.of-asked", head: .own(said + "的" + asked), qualifier: around.qualifier, scope: asked)
  }

  /// 全省的, 全国的 right before the number, with no name in front.
  private func placeAsWhole(_ around: Surroundings) -> String? {
    let tokens = around.region.tokens
    guard tokens.count > 1, tokens.count < 6, let of = tokens.last, block.tokens[of].has(.of), case let whole = tokens[tokens.count - 2],
      block.tokens[whole].place != nil || block.tokens[whole].has(.selfName),
      tokens.dropLast(2).allSatisfy({ block.tokens[$0].has([.adverb, .predicate]) || block.tokens[$0].word?.before != nil }),
      tokens.count > 2, around.change == nil
    else { return nil }
    return block.tokens[whole].place?.name ?? block.string(whole..<(whole + 1))
  }

  private func startsWithVerb(_ tokens: [Int]) -> Bool {
    tokens.first.map { block.tokens[$0].has([.verb, .action, .preposition]) || block.plain($0..<($0 + 1)).hasPrefix("来自") } ?? true
  }

  /// 七成以上为中小微企业: the part is named behind 为.
  func nounOfPredicate(after index: Int) -> String? {
    var at = index + 1
    while at < block.clauseEnd[index], block.tokens[at].word?.after != nil { at += 1 }
    guard at < block.clauseEnd[index], prose.facts.belonging.contains(block.plain(at..<(at + 1))),
      let noun = block.noun(after: at)
    else {
      return nil
    }
    return string(noun.tokens)
  }

  /// 合格率, 满意度, 指数: rates and indices by their last character.
  func isRate(_ name: String) -> Bool {
    prose.facts.rateEnds.contains { name.hasSuffix($0) }
  }

  /// 三次产业结构比为19.8:41.5:38.7: each member is the share of one part, where the words say of which.
  func ratioMember(_ around: Surroundings, at index: Int) -> Statement? {
    guard around.quantity.isRatioMember else { return nil }
    var first = index
    while first >= 2, block.tokens[first - 1].punctuation == .ratio { first -= 2 }
    var count = 1
    var at = first
    while at + 2 < block.tokens.count, block.tokens[at + 1].punctuation == .ratio {
      at += 2
      count += 1
    }
    var region = block.region(before: first) { figures[$0] }
    if var before = region.quantity, block.tokens[before].quantity?.isRatioMember ?? false {
      // 由9:41:50调整为8:41:51: the words stand before the first.
      while before >= 2, block.tokens[before - 1].punctuation == .ratio { before -= 2 }
      region = block.region(before: before) { figures[$0] }
    }
    let words = string(region.tokens)
    let position = (index - first) / 2
    guard count == 3, prose.names.industries.contains(where: { words.contains($0) }),
      prose.facts.threeIndustries.contains(where: { words.contains($0) }), prose.facts.industryNames.indices.contains(position)
    else { return nil }
    var member = Statement(
      kind: .share, construction: "ratio.member", head: .own(prose.facts.industryNames[position]), qualifier: around.qualifier,
      scope: "地区生产总值")
    if position > 0, let before = last, before.construction == member.construction {
      // 由上年的13.4:37.5:49.1: the time of the first is that of all.
      member.ownTime = before.ownTime
      member.role = before.role
    }
    return member
  }
}
