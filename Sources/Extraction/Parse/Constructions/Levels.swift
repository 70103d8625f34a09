import Articles
import Indicators
import Lingua

extension SentenceParser {
  /// 质押金额达970.24亿元, 受理案件1234件, 建设88个专利数据库, 甲市（30件）.
  func level(_ around: Surroundings, at index: Int) -> Statement? {
    let quantity = around.quantity
    guard !quantity.isOrdinal, !quantity.isTop else { return nil }
    if let bracket = around.region.bracket, around.region.tokens.isEmpty, bracket > 0, let time = block.tokens[bracket - 1].time,
      time.isBase,
      let before = statements.indices.last(where: { statements[$0].kind == .level && statements[$0].role != .base }),
      statements[before].unit == quantity.unit
    {
      // 较去年同期（849.6亿元）扩大27.5亿元: the level that the change starts from.
      var statement = Statement(
        kind: .level, construction: "level.base", head: .same(before), qualifier: around.qualifier, owner: .same(before))
      statement.role = .base
      statement.ownTime = OwnTime(time: time, words: block.string((bracket - 1)..<bracket))
      return statement
    }
    let movement = movement(around, at: index)
    if movement == .main, let partner = gappedPartner(around.region.tokens) {
      return Statement(kind: .level, construction: "level.partner", head: partner, qualifier: around.qualifier)
    }
    let published = movement == .movementStart ? opensRevision(around.region.tokens) : saysPublished(around.region.tokens)
    let (left, phrase) = movement == .movementEnd ? (nil, NamePhrase(tokens: [])) : name(in: around, before: published)
    var owner = owner(of: phrase)
    var construction = "level.name"
    var found = left
    if let (head, place) = placeBehindName(phrase, at: index), block.tokens[index - 1].place?.level != .nation {
      found = head
      owner = place
    }
    var noun = movement == .main ? block.noun(after: index) : nil
    // 维持于1.0%的水平
    if quantity.kind == .percent, let words = noun.map({ string($0.tokens).simplifiedForm }), prose.facts.states.contains(words) {
      noun = nil
    }
    if let noun, case let kind = noun.tokens.filter({ !isInside($0) }), let last = kind.last, isInside(last + 1),
      opensSetting(before: index), around.change == nil, holdsPlace(behind: last)
    {
      // 增幅在全省14个市州中居第2位: among whom something holds its place.
      return Statement(kind: .level, construction: "level.setting", head: .own(string(kind)), qualifier: around.qualifier, isAside: true)
    }
    if let noun, index > 0, block.tokens[index - 1].has(.of), let last = phrase.tokens.last, last == index - 2, phrase.tokens.count == 1,
      block.tokens[last].has([.action, .verb]), around.change == nil
    {
      // 回收的3200份问卷: the verb says which of what is counted.
      found = .own(string(noun.tokens.filter { !isInside($0) }))
      construction = "level.number-before-noun"
    } else if let noun, takesNoun(quantity, phrase, left, around, hasOf: noun.hasOf) {
      let words = withoutCopula(string(noun.tokens))
      let verb = phrase.isOpen && left != nil && endsInAction(phrase) ? string(phrase.tokens) : ""
      found = .own(verb + words)
      construction = "level.number-before-noun"
    } else if left == nil, noun == nil, movement == .main, let act = act(after: index, quantity, around) {
      // 1.86万人享受最低生活保障: what those counted do.
      found = .own(act)
      construction = "level.number-before-verb"
    } else if let leader = leader(around, at: index) {
      (found, owner) = (leader.head, leader.owner)
      construction = "level.leader"
    } else if let winner = winner(around, at: index) {
      // 鼎岳食品以126件夺冠: who leads by its number, of what is ranked.
      found = statements.isEmpty ? nil : .inherited
      owner = .named(winner)
      construction = "level.leader"
    } else if let placed = outstripped(around, at: index) ?? placed(around, at: index) {
      // 挤下鸿海88件; 第3至5名分别为工研院66件、友达光电59件
      found = statements.isEmpty ? nil : .inherited
      owner = .named(placed)
      construction = "level.leader"
    } else if let next = nextBest(around, at: index) {
      // 其次为高通131件, behind the one that leads.
      found = .same(next.first)
      owner = .named(next.name)
    } else if noun == nil, movement == .main, let known = knownOwner(phrase, quantity) {
      // 累计前三季，鸿海264件: one that owned a figure before, of what that one was.
      found = .same(known)
      owner = .named(string(phrase.tokens))
    } else if let ranked = runnerUp(phrase, quantity, at: index) {
      // 聯發科183件居次, after the first of a ranking: a member by its name.
      found = .same(ranked)
      // 工研院66件、友达光电59件紧追其后: behind the member before.
      let member = (block.clauseStart[index]..<index).last { figures[$0] || Exclusions.joins(block.tokens[$0]) }
      let start = member.map { $0 + 1 } ?? block.clauseStart[index]
      owner = .named(phrase.tokens.last == index - 1 && index - start <= 6 ? block.string(start..<index) : string(phrase.tokens))
    } else if noun == nil, movement == .main, quantity.kind == .count, let kind = kindTold(around, at: index) {
      // 一审案件中，有86060件为调撤结案: of which kind they are stands behind.
      found = .own(kind)
      construction = "level.number-is"
    } else if left == nil, let bracket = around.region.bracket, around.region.tokens.isEmpty {
      // 甲市（30件）: the name or place stands before the bracket.
      let before = block.region(before: bracket) { figures[$0] }
      let outer = block.namePhrase(before.tokens)
      if let whole = wholeInBracket(quantity, before: bracket, before.tokens) { return whole }
      if let shared = sharedBehindBrackets(bracket), !outer.tokens.isEmpty {
        if isPlaceOnly(outer), let last = outer.tokens.last, let named = block.tokens[last].place {
          owner = .place(named, words: block.string(last..<(last + 1)))
          found = .own(shared)
        } else {
          found = .own(string(outer.tokens) + shared)
        }
      } else if let whole = memberOfPlaces(quantity, before: bracket), !outer.tokens.isEmpty {
        found = whole
        owner = .named(string(outer.tokens))
      } else if let ranked = memberOfRanking(before: bracket) ?? memberOfTop(before: bracket), !outer.tokens.isEmpty {
        found = ranked
        owner = .named(memberWords(before: bracket))
      } else if let leading = leadingMember(before: bracket), !isPlaceOnly(outer) {
        // 以清泉大学（30件）最多: of what was told of.
        found = statements.isEmpty ? nil : .inherited
        owner = .named(leading)
      } else if isPlaceOnly(outer), let last = outer.tokens.last, let named = block.tokens[last].place {
        owner = .place(named, words: block.string(last..<(last + 1)))
      } else if let (counted, origin) = countedByOrigin(before.tokens) {
        // 旅客主要来自广东省（30人）
        found = counted
        owner = origin
      } else if !outer.tokens.isEmpty {
        found = .own(string(outer.tokens))
      }
      construction = "level.bracket"
    } else if left == nil, let verb = countingVerb(around) {
      // 日均新增950户: the verb is all the name there is.
      found = .verb(verb)
      construction = "level.verb"
    } else if left == nil, let last = statements.indices.last, ofSentence.contains(last), statements[last].kind == .level, converts(around)
    {
      // 出口HK$3.5亿元，约合人民币85亿元: the same in another currency.
      return Statement(
        kind: .level, construction: "conversion", head: .same(last), qualifier: around.qualifier, owner: .same(last), role: .conversion,
        continues: last)
    } else if left == nil, around.region.tokens.isEmpty, around.region.quantity != nil, around.region.quantity == lastToken {
      // 受理688件1594人: a second count of the same.
      found = .same(statements.count - 1)
      construction = "level.further-unit"
    } else if left == nil {
      construction = around.reaches ? "level.from-to" : "level.inherited"
    }
    if construction == "level.name", noun == nil, owner == nil, let sibling = siblingOfPlaces(phrase, quantity, around) {
      found = .same(sibling)
      owner = .named(string(phrase.tokens))
      construction = "level.inherited"
    }
    if case .own(let words)? = found, construction == "level.name", noun == nil, let of = around.region.tokens.last,
      block.tokens[of].has(.of), phrase.tokens.last == of - 1 || phrase.tokens.last == of
    {
      // 其中设在农村的11.7万处, 下降的53个
      found = .attribute(words)
    }
    if case .own(let words)? = found, construction == "level.name", quantity.kind == .count, owner == nil,
      let measure = settingBefore(index),
      language.measures.actors.contains(where: { words.simplifiedForm.hasSuffix($0) }), !words.contains(measure),
      prose.facts.countedActs.contains(where: { measure.simplifiedForm.hasSuffix($0) })
    {
      // 发明专利申请当中，本国人3769件: of what they filed.
      found = .own(words + measure)
    }
    if case .action(let words, _)? = found, let object = objectBefore(unit: quantity.unit) { found = .own(words + object) }
    // 甲、乙等11个地区: the places are examples of what is counted.
    if let last = around.region.tokens.last, block.tokens[last].has(.etCetera) { owner = nil }
    if quantity.kind == .percent, movement == .main, case .own(let words)? = found,
      let ending = prose.facts.shareEnds.first(where: { words.simplifiedForm.hasSuffix($0) }), words.count > ending.count + 1,
      !language.measures.ratios.contains(where: { words.simplifiedForm.hasSuffix($0) })
    {
      // 优良天数比例为82.8%: the days that are good, of all of them.
      return Statement(
        kind: .share, construction: "share.named", head: .own(String(words.dropLast(ending.count))), qualifier: around.qualifier,
        owner: owner)
    }
    if quantity.kind == .percent, movement == .main, case .own(let words)? = found, let whole = wholeReached(words, around) {
      // 自有品牌业务增长迅速，已达到海外业务收入40%以上: a part of the income that it reaches.
      return Statement(kind: .share, construction: "share.reached", head: .inherited, qualifier: around.qualifier, scope: whole)
    }
    if quantity.kind == .percent, movement == .main, case .own(let words)? = found, let whole = peopleTold(words, around) {
      // 选择自驾出行的游客达到55.8%: a part of the visitors.
      return Statement(
        kind: .share, construction: "share.of-people", head: .own(words), qualifier: around.qualifier, scope: whole, owner: owner)
    }
    let needsName = found == nil && (quantity.kind == .count || quantity.kind == .position) && owner == nil && !around.hasPredicate
    return Statement(
      kind: .level, construction: construction, head: found ?? .inherited, qualifier: around.qualifier, owner: owner, role: movement,
      continues: movement == .movementEnd && !statements.isEmpty ? statements.count - 1 : nil, isPart: phrase.isWithin,
      isAside: isAside(phrase, found?.words), needsName: needsName)
  }

  /// 游客 of 选择自驾出行的游客: of whom a percentage tells a part, where words before say which.
  private func peopleTold(_ words: String, _ around: Surroundings) -> String? {
    let plain = words.simplifiedForm
    guard around.change == nil, !around.yearOnYear,
      let noun = language.measures.people.first(where: { plain.hasSuffix($0) && plain.count > $0.count })
    else { return nil }
    return String(words.suffix(noun.count))
  }

  /// 有86060件为调撤结案, 35家为国家级企业: the noun behind the copula, where nothing but 有 and what opens the clause stands before the number.
  private func kindTold(_ around: Surroundings, at index: Int) -> String? {
    // What the clause before named was carried over.
    guard
      around.region.tokens.allSatisfy({
        $0 < block.clauseStart[index] || block.tokens[$0].has([.predicate, .adverb, .within, .conjunction, .marker])
          || block.tokens[$0].time != nil
      }), around.region.quantity == nil || !around.region.isListed
    else { return nil }
    // A copula behind the next number is that number's.
    guard
      let copula = ((index + 1)..<block.clauseEnd[index]).first(where: {
        figures[$0] || prose.facts.copulas.contains(block.plain($0..<($0 + 1)))
      }), !figures[copula]
    else { return nil }
    let behind = (copula + 1)..<block.clauseEnd[index]
    guard !behind.contains(where: { figures[$0] || block.tokens[$0].time != nil }) else { return nil }
    let kind = Array(behind)
    // 725万人次是从关闸入境: where or how it was is no noun.
    guard
      nounOfPredicate(after: index) != nil
        || copula == index + 1 && kind.first.map({ block.tokens[$0].has([.from, .preposition]) }) ?? false
    else { return nil }
    let words = string(kind)
    return (2...14).contains(words.unicodeScalars.count) ? words : nil
  }

  /// 海外业务收入 behind 达到 before a percentage: an amount of money is no rate, and is the whole that something is a part of.
  private func wholeReached(_ words: String, _ around: Surroundings) -> String? {
    guard prose.facts.amounts.contains(where: { words.simplifiedForm.hasSuffix($0) }),
      let verb = around.region.tokens.first(where: { !block.tokens[$0].has([.adverb, .marker, .conjunction]) }),
      prose.facts.reachingAmounts.contains(block.plain(verb..<(verb + 1))), around.region.tokens.last != verb
    else { return nil }
    return words
  }

  /// 日本89676人次、港澳95903人次、纽澳15237人次: beside places that no noun follows, a name no list has is one of them; the level before it.
  private func siblingOfPlaces(_ phrase: NamePhrase, _ quantity: QuantityExpression, _ around: Surroundings) -> Int? {
    guard around.region.isListed, phrase.tokens == around.region.tokens, phrase.tokens.allSatisfy({ block.tokens[$0].kind == .text }),
      string(phrase.tokens).unicodeScalars.count <= 4
    else { return nil }
    let told = ofSentence.suffix(8).filter { statements[$0].kind == .level }
    guard told.count > 1, told.suffix(2).allSatisfy({ isPlaceLevel(statements[$0], unit: quantity.unit) }) else { return nil }
    return told.last
  }

  private func isPlaceLevel(_ statement: Statement, unit: String) -> Bool {
    guard statement.unit == unit, statement.construction == "level.inherited", let owner = statement.owner else { return false }
    if case .same = owner { return false }
    return true
  }

  /// 旅客主要来自广东省: what is counted, and the place it comes from.
  private func countedByOrigin(_ tokens: [Int]) -> (Head, Owner)? {
    guard let last = tokens.last, let place = block.tokens[last].place, let from = tokens.dropLast().last,
      prose.trade.comingFrom.contains(block.plain(from..<(from + 1)))
    else { return nil }
    let phrase = block.namePhrase(
      tokens.filter { $0 < from && !block.tokens[$0].has(.adverb) && !prose.names.mostlyOf.contains(block.plain($0..<($0 + 1))) })
    guard !phrase.tokens.isEmpty else { return nil }
    return (head(string(phrase.tokens), phrase), .place(place, words: block.string(last..<(last + 1))))
  }

  /// 受理知识产权案件4857件，审结3198件: what the act told before was done to, where it counted the same.
  private func objectBefore(unit: String) -> String? {
    guard let before = ofSentence.suffix(4).last(where: { statements[$0].kind == .level && statements[$0].role == .main }),
      Unit(statements[before].unit).measure == Unit(unit).measure, case .own(let words) = statements[before].head
    else { return nil }
    var rest = Substring(words)
    while let act = prose.classes.actions.first(where: { rest.simplifiedForm.hasPrefix($0) }) { rest = rest.dropFirst(act.count) }
    return rest.count > 2 && rest.count < words.count ? String(rest) : nil
  }

  private func isInside(_ index: Int) -> Bool { block.reads(index, "中") || block.reads(index, "里") }

  private func holdsPlace(behind index: Int) -> Bool {
    (index..<max(index, block.clauseEnd[index])).contains {
      block.tokens[$0].has(.rank) || block.tokens[$0].quantity.map { $0.isOrdinal || $0.isTop } ?? false
    }
  }

  /// 在全省, 在: a setting opens right before the number, behind the name of something.
  private func opensSetting(before index: Int) -> Bool {
    guard let opening = (max(block.clauseStart[index], index - 3)..<index).last(where: { block.reads($0, "在") }),
      opening > block.clauseStart[index]
    else { return false }
    return ((opening + 1)..<index).allSatisfy { block.tokens[$0].place != nil || block.tokens[$0].has(.selfName) }
      && !(block.clauseStart[index]..<opening).allSatisfy { block.tokens[$0].time != nil || block.tokens[$0].has([.marker, .adverb]) }
  }

  /// The verb and its object right behind a number of persons or firms that has no other name.
  private func act(after index: Int, _ quantity: QuantityExpression, _ around: Surroundings) -> String? {
    guard prose.facts.countedAlone.contains(String(quantity.unit.suffix(1))),
      around.region.quantity == nil || around.region.tokens.isEmpty,
      around.region.tokens.allSatisfy({
        block.tokens[$0].has([.predicate, .adverb, .selfName, .verb]) || block.tokens[$0].place != nil || block.tokens[$0].time != nil
          || block.tokens[$0].word?.before != nil
      }),
      index + 2 < block.clauseEnd[index], block.tokens[index + 1].has(.verb), !block.tokens[index + 1].has([.predicate, .preposition])
    else { return nil }
    let object = ((index + 1)..<min(block.clauseEnd[index], index + 8)).prefix {
      block.tokens[$0].punctuation == nil && block.tokens[$0].quantity == nil && block.tokens[$0].time == nil
    }
    let words = string(Array(object))
    return (3...16).contains(words.unicodeScalars.count) ? words : nil
  }

  /// 约合人民币, 折合美元 and nothing else before an amount.
  private func converts(_ around: Surroundings) -> Bool {
    around.quantity.kind == .money && !around.region.tokens.isEmpty
      && around.region.tokens.allSatisfy { block.tokens[$0].has([.currency, .adverb]) || block.tokens[$0].word?.before != nil }
      && around.region.tokens.contains { block.plain($0..<($0 + 1)).contains("合") }
  }

  /// 专利授权量北京8万件: the place stands between the name and its number.
  private func placeBehindName(_ phrase: NamePhrase, at index: Int) -> (Head, Owner)? {
    guard phrase.tokens.count > 1, let last = phrase.tokens.last, last == index - 1, let place = block.tokens[last].place,
      [.province, .city, .county, .country].contains(place.level)
    else { return nil }
    let rest = Array(phrase.tokens.dropLast())
    guard let before = rest.last, block.tokens[before].kind == .text || block.tokens[before].has([.noun, .rate, .dependent, .action]),
      !block.tokens[before].has([.preposition, .of])
    else { return nil }
    return (head(string(rest), NamePhrase(tokens: rest)), .place(place, words: block.string(last..<(last + 1))))
  }

  /// The last token of the name that follows a level's number.
  ///
  /// - Parameter isBounded: the name says what those counted have in common.
  func nounEnd(of statement: Statement, at index: Int, isBounded: Bool) -> Int? {
    guard statement.construction == "level.number-before-noun" || statement.construction == "rank.size" else { return nil }
    guard let last = statement.construction == "rank.size" ? rankedNoun(after: index)?.last : block.noun(after: index)?.tokens.last else {
      return nil
    }
    // 12家企业销售收入合计56.3亿元: the amount is that of firms.
    if block.tokens[last].has(.group), !isGroupOfPlaces(last), !isBounded { return nil }
    return last
  }

  /// The name is that of a contribution to something (对经济增长的贡献率) or of the places counted (11个地区).
  private func isAside(_ phrase: NamePhrase, _ name: String?) -> Bool {
    if let name,
      prose.bodies.countedPlaces.contains(name)
    {
      return true
    }
    guard let first = phrase.tokens.first, first > 0 else { return false }
    // 对全部投资增长的贡献率: past what says how much of it.
    let before = first > 1 && block.tokens[first - 1].has(.adverb) ? first - 2 : first - 1
    // 对实体经济发放的贷款余额 is a level like others.
    return block.reads(before, "对") && phrase.tokens.contains { block.tokens[$0].has(.of) }
      && prose.facts.contributionEnds.contains { name?.simplifiedForm.hasSuffix($0) ?? false }
  }

  /// 日均新增, 新增 directly before the number.
  private func countingVerb(_ around: Surroundings) -> String? {
    let tokens = around.region.tokens.filter {
      block.tokens[$0].time == nil && block.tokens[$0].place == nil && !block.tokens[$0].has(.selfName)
    }
    guard let last = tokens.last, case let verb = block.plain(last..<(last + 1)),
      prose.facts.netAdding.contains(verb) || verb.hasPrefix("新") && block.tokens[last].has(.verb)
    else { return nil }
    let average = tokens.dropLast().last.map { block.string($0..<($0 + 1)) }.flatMap {
      prose.facts.averageOpenings.contains($0.simplifiedForm) ? $0 : nil
    }
    return (average ?? "") + block.string(last..<(last + 1))
  }

  private func endsInAction(_ phrase: NamePhrase) -> Bool {
    phrase.tokens.last.map { block.tokens[$0].has(.action) } ?? false
  }

  /// Whether the name follows the number rather than stands before it.
  private func takesNoun(_ quantity: QuantityExpression, _ phrase: NamePhrase, _ left: Head?, _ around: Surroundings, hasOf: Bool) -> Bool {
    if left == nil || phrase.isOpen { return true }
    // 试用了南昌大学的6件专利: the owner stands before 的, the thing follows.
    if let of = around.region.tokens.last, block.tokens[of].has(.of), let owner = around.region.tokens.dropLast().last,
      block.tokens[owner].place != nil || block.tokens[owner].has(.body), quantity.kind == .count
    {
      return true
    }
    // 县级物流中心和14个乡镇站: the number begins a further member.
    if let joint = around.region.tokens.last, block.tokens[joint].has(.conjunction), block.tokens[joint].range.count == 1,
      quantity.kind == .count
    {
      return true
    }
    guard quantity.kind == .count || quantity.kind == .position else { return false }
    // 已进入国内14家整车企业供应链: a place right before the number says where the things are.
    if let last = around.region.tokens.last, block.tokens[last].place?.level == .nation || block.tokens[last].place?.level == .world,
      phrase.tokens.count > 1, phrase.tokens.last == last
    {
      return true
    }
    // 凭着手里的6件发明专利: a place of keeping stands before 的, the thing follows.
    if let of = around.region.tokens.last, block.tokens[of].has(.of), of > 0, let last = block.written[block.tokens[of - 1].range].last,
      "里中头上".unicodeScalars.contains(last),
      block.plain(max(0, of - 2)..<of).contains("手")
    {
      return true
    }
    if hasOf { return false }
    // 共有237家企业入选: the verb of having stands between.
    return around.region.tokens.last.map { index in
      block.tokens[index].has([.predicate]) && prose.facts.having.contains(block.plain(index..<(index + 1)))
    } ?? false
  }
}
