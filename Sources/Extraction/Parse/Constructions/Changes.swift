import Articles
import Indicators

extension SentenceParser {
  /// The second and further members of a list after one verb: 分别增长12%、15%和20%.
  func listMember(_ around: Surroundings, at index: Int) -> Statement? {
    guard around.region.isListed || around.region.quantity.map({ isJointToken($0 + 1) && $0 + 2 == index }) ?? false,
      let before = last, around.region.quantity == lastToken
    else { return nil }
    let rest = around.region.tokens.filter {
      block.tokens[$0].word?.before == nil && !block.tokens[$0].has([.predicate, .adverb]) && block.tokens[$0].punctuation == nil
    }
    let qualifier = around.qualifier == .exactly ? before.qualifier : around.qualifier
    var member = Statement(
      kind: before.kind, construction: before.construction == "change.distance" ? "list.distance" : "list.member",
      head: .same(statements.count - 1), isNegative: before.isNegative,
      qualifier: qualifier,
      scope: before.scope, owner: .same(statements.count - 1), ownTime: before.ownTime, basis: before.basis, form: before.form,
      continues: statements.count - 1)
    if before.kind == .share, rest.count == 2, block.tokens[rest[1]].has(.of), let whole = block.tokens[rest[0]].place,
      compatible(around.quantity, before)
    {
      // 占全省的45%、全国的4.3%: another whole.
      member.construction = "list.whole"
      member.scope = whole.name
      return member
    }
    guard rest.isEmpty, compatible(around.quantity, before) || isOwnMeasure(around, before, at: index) else { return nil }
    if before.kind == .level, block.noun(after: index) != nil, around.respectively == nil, listItems(at: index) == nil { return nil }
    if before.kind == .rank { member.unit = "位" }
    return member
  }

  /// 分别提高3.3个百分点和12元: members of a list that 分别 speaks of change each in its own measure.
  private func isOwnMeasure(_ around: Surroundings, _ before: Statement, at index: Int) -> Bool {
    before.kind == .change && !around.quantity.isOrdinal && !around.quantity.isTop && block.noun(after: index) == nil
      && listItems(at: index) != nil
  }

  /// 28.3千公顷（42.5万亩）, 2亿元（约合2800万美元）: the same figure in another unit.
  func conversion(_ around: Surroundings, at index: Int) -> Statement? {
    if let restated = restated(around) ?? converted(around, at: index) { return restated }
    guard let bracket = around.region.bracket, let before = last, bracket > 0, lastToken == bracket - 1,
      let other = block.tokens[bracket - 1].quantity,
      around.quantity.kind == .physical || around.quantity.kind == .money, other.kind == around.quantity.kind,
      around.quantity.unit != other.unit,
      around.region.tokens.allSatisfy({
        block.tokens[$0].word?.before != nil || block.tokens[$0].has([.adverb, .currency])
          || ["折", "约", "等值", "相当"].contains(where: block.plain($0..<($0 + 1)).hasPrefix)
      })
    else { return nil }
    return Statement(
      kind: before.kind, construction: "conversion", head: .same(statements.count - 1), isNegative: before.isNegative,
      qualifier: around.qualifier == .exactly ? before.qualifier : around.qualifier, scope: before.scope,
      owner: .same(statements.count - 1), ownTime: before.ownTime,
      basis: before.basis, form: before.form, role: .conversion, continues: statements.count - 1)
  }

  /// 39102元（按年平均汇率折算5791美元）, 45210元，折合6415美元: the amount right before, in another currency.
  private func converted(_ around: Surroundings, at index: Int) -> Statement? {
    let start = around.region.bracket ?? block.clauseStart[index] - 1
    guard around.quantity.kind == .money, start > sentence.lowerBound, lastToken == start - 1, let before = last,
      let other = block.tokens[start - 1].quantity, other.kind == .money, other.unit != around.quantity.unit,
      around.region.tokens.contains(where: { at in
        language.measures.conversions.contains { block.plain(at..<(at + 1)).contains($0) }
      })
    else { return nil }
    return Statement(
      kind: before.kind, construction: "conversion", head: .same(statements.count - 1), isNegative: before.isNegative,
      qualifier: around.qualifier == .exactly ? before.qualifier : around.qualifier, scope: before.scope,
      owner: .same(statements.count - 1), ownTime: before.ownTime, basis: before.basis, role: .conversion, continues: statements.count - 1)
  }

  /// 3.18亿元（调整前为3.21亿元）: the same as it was told before, or is told since.
  private func restated(_ around: Surroundings) -> Statement? {
    guard let bracket = around.region.bracket, bracket > 0, lastToken == bracket - 1, let before = last,
      let other = block.tokens[bracket - 1].quantity, around.quantity.unit == other.unit,
      let first = around.region.tokens.first, let end = around.region.tokens.last,
      ["调整前", "调整后", "追溯调整", "经调整", "未经调整", "重述", "修订前", "修订后", "修正前", "修正后", "原公布", "原发布", "先前公布", "此前公布", "初步数"].contains(where: {
        block.plain(first..<(end + 1)).hasPrefix($0)
      })
    else { return nil }
    return Statement(
      kind: before.kind, construction: "restated", head: .same(statements.count - 1), isNegative: before.isNegative,
      qualifier: around.qualifier, scope: before.scope,
      owner: .same(statements.count - 1), ownTime: before.ownTime, basis: before.basis, role: .conversion, continues: statements.count - 1)
  }

  /// 占比从45.6%提高到63.2%: the second end of a movement is of the kind of the first.
  func movementEnd(_ around: Surroundings, at index: Int) -> Statement? {
    guard around.reaches, let before = last, around.region.quantity == lastToken,
      before.kind == .share || before.kind == .rank || before.construction == "change.rate" && before.role == .movementStart,
      around.quantity.isOrdinal == (before.kind == .rank), bareMovement(around)
    else { return nil }
    return Statement(
      kind: before.kind, construction: "movement.end", head: .same(statements.count - 1), isNegative: before.isNegative,
      unit: before.kind == .rank ? "位" : "",
      qualifier: around.qualifier, scope: before.scope, owner: .same(statements.count - 1), role: .movementEnd,
      continues: statements.count - 1)
  }

  /// Nothing but a verb, a time and 的 stands between the ends of a movement: 提升到2023年的12.6%.
  private func bareMovement(_ around: Surroundings) -> Bool {
    around.region.tokens.allSatisfy { index in
      let token = block.tokens[index]
      return token.time != nil || token.word?.before != nil || token.has([.reach, .adverb, .of, .done, .rise, .fall, .predicate, .setting])
        || block.reads(index, "在")
    }
  }

  private func isJointToken(_ index: Int) -> Bool {
    block.tokens.indices.contains(index) && Exclusions.joins(block.tokens[index])
  }

  private func compatible(_ quantity: Quantity, _ before: Statement) -> Bool {
    switch before.kind {
    case .rank: quantity.isOrdinal || quantity.isTop || quantity.kind == .position
    case .change, .share:
      quantity.kind == .percent || quantity.kind == .points || quantity.kind == .times || quantity.kind == .tenths
        || quantity.numeral.form == .fraction || quantity.unit == before.unit
    case .streak: false
    case .level:
      !quantity.isOrdinal && !quantity.isTop
        && (quantity.unit == before.unit || quantity.kind == .percent || quantity.kind == .money || quantity.kind == .count
          || quantity.kind == nil)
    }
  }

  /// 120件，+35%; （-12%）; 同比+12.3%: a percentage with a sign is a change.
  func signedChange(_ around: Surroundings, at index: Int) -> Statement? {
    let quantity = around.quantity
    guard quantity.hasSign, quantity.kind == .percent || quantity.kind == .points, around.change == nil else { return nil }
    if quantity.numeral.number.isNegative, !around.yearOnYear, around.compare == nil, names(rate: around) { return nil }
    let (head, phrase) = changeName(around, verb: nil)
    if head == nil, around.region.tokens.isEmpty, around.region.bracket == nil, last == nil { return nil }
    return Statement(
      kind: .change, construction: "change.signed", head: head ?? sameAsLastLevel ?? .inherited, qualifier: around.qualifier,
      owner: owner(of: phrase) ?? ownerOfBracket(around))
  }

  /// The last statement where it stands in the same sentence.
  private var sameAsLastLevel: Head? {
    guard let last, ofSentence.contains(statements.count - 1), last.kind == .level || last.kind == .share else { return nil }
    return .same(statements.count - 1)
  }

  /// 宏远科技（120件，+35%）: a change in the bracket of a level has its owner.
  private func ownerOfBracket(_ around: Surroundings) -> Owner? {
    guard let token = lastToken, ofSentence.contains(statements.count - 1), around.region.tokens.isEmpty else { return nil }
    return block.bracketDepth(at: token) > 0 && block.clauseStart[token] > 0 ? .same(statements.count - 1) : nil
  }

  /// A rate by its name: -2.57‰ after 增长率 is its value.
  private func names(rate around: Surroundings) -> Bool {
    around.region.tokens.contains { block.tokens[$0].has([.rate, .growthNoun]) }
      || name(in: around).head?.words.map { Self.isRate($0) } ?? false
  }

  /// 提高2.6个百分点, 高于全国平均水平2.1个百分点.
  func points(_ around: Surroundings, at index: Int) -> Statement? {
    guard around.quantity.kind == .points || sharedUnit(at: index, around.quantity)?.kind == .points else { return nil }
    let verb = around.change ?? around.distantChange
    let (head, phrase) = changeName(around, verb: verb)
    let gapFrom = verb.flatMap { farFrom($0, around) }
    return Statement(
      kind: .change, construction: gapFrom == nil ? "change.points" : "change.distance",
      head: head ?? .inherited, isNegative: around.isFall, qualifier: around.qualifier,
      owner: owner(of: phrase), gapFrom: gapFrom, isOfGrowth: isGrowthOnly(phrase), isPart: phrase.isWithin)
  }

  /// 增速快于城镇2.0个百分点, 比各项贷款高2.3个百分点: against another place or thing, at the same time.
  ///
  /// - Returns: that place or thing; nil where a number moves in time.
  private func farFrom(_ verb: Int, _ around: Surroundings) -> String? {
    let word = block.plain(verb..<(verb + 1))
    let object: [Int]
    if word == "高出" || word == "低", let compare = around.compare, compare < verb {
      // 较全省平均水平高出8.5个百分点
      object = around.region.tokens.filter { $0 > compare && $0 < verb }
    } else if language.measures.distances.contains(word) {
      object = around.region.tokens.filter { $0 > verb }
    } else if let compare = around.compare, compare < verb, verb > compare + 1,
      ["高", "低", "快", "慢", "多", "少"].contains(word) || block.tokens[verb].has([.rise, .fall]) && word.count > 1
    {
      object = around.region.tokens.filter { $0 > compare && $0 < verb }
    } else {
      return nil
    }
    // 比同期工业高4.7个百分点: of the same time, but of another thing.
    guard !object.contains(where: { block.tokens[$0].time.map { !$0.isSame } ?? false || isUnnamedTime($0) }),
      object.contains(where: {
        block.tokens[$0].kind == .text || block.tokens[$0].place != nil
          || block.tokens[$0].has([.noun, .selfName, .rate, .dependent, .plan])
      })
    else { return nil }
    return standard(object)
  }

  /// What a distance is from: the words of the object without what binds it to the number.
  private func standard(_ object: [Int]) -> String? {
    let end = object.lastIndex {
      isStandard($0) || !block.tokens[$0].has([.predicate, .adverb, .of, .done, .respectively]) && block.tokens[$0].word?.before == nil
    }
    let words = string(Array(object[...(end ?? object.startIndex)]))
    // 比疫情前高三成: an earlier time after all.
    let plain = words.simplifiedForm
    return words.isEmpty || language.measures.earlierTimes.contains { plain.hasSuffix($0) } ? nil : words
  }

  private func isStandard(_ index: Int) -> Bool {
    let word = block.plain(index..<(index + 1))
    return language.measures.standards.contains { word.hasSuffix($0) }
  }

  /// 人均GDP是全国平均水平的1.3倍: the thing that the number is a multiple of, where that is no earlier time.
  private func multipleOf(_ around: Surroundings, at index: Int) -> String? {
    guard let equals = around.equals, around.change == nil, block.tokens[index - 1].has(.of) else { return nil }
    let object = around.region.tokens.filter { $0 > equals && $0 < index - 1 }
    guard !object.contains(where: { block.tokens[$0].time != nil }),
      object.contains(where: { block.tokens[$0].place != nil || isStandard($0) })
    else { return nil }
    return standard(object)
  }

  /// 降幅扩大0.4个百分点: what changes is the change itself.
  private func isGrowthOnly(_ phrase: NamePhrase) -> Bool {
    phrase.tokens.count == 1 && phrase.tokens.allSatisfy { block.tokens[$0].has(.growthNoun) }
  }

  /// 高于全国平均水平12.6件: how far a level stands above or below another.
  func distance(_ around: Surroundings, at index: Int) -> Statement? {
    if let told = rateSetBeside(around, at: index) { return told }
    // 薪资低于平均者占68.9%: a share of those who are told of.
    if let share = around.share, let verb = around.distantChange, share > verb { return nil }
    guard let verb = around.distantChange, around.change == nil, !around.quantity.isOrdinal, !around.quantity.isTop,
      language.measures.distances.contains(block.plain(verb..<(verb + 1))),
      around.region.tokens.contains(where: {
        $0 > verb && (block.tokens[$0].kind == .text || block.tokens[$0].has(.noun) || block.tokens[$0].place != nil)
      }),
      block.noun(after: index) == nil
    else { return nil }
    if around.qualifier == .about, around.quantity.kind == .count || around.quantity.kind == .money,
      let level = levelSetBeside(around, behind: verb)
    {
      return level
    }
    let (head, phrase) = changeName(around, verb: verb)
    return Statement(
      kind: .change, construction: "change.distance", head: head ?? .inherited, isNegative: around.isFall, qualifier: around.qualifier,
      owner: owner(of: phrase), gapFrom: farFrom(verb, around))
  }

  /// 平均逗留时间2.1天，少于2019年同期0.4天: by how much more or less than at an earlier time.
  func distanceInTime(_ around: Surroundings, at index: Int) -> Statement? {
    guard index > 1, block.tokens[index - 1].time != nil, isDistanceFrom(index - 1) else { return nil }
    let verb = index - 2
    let (head, phrase) = changeName(around, verb: verb)
    let isLess = ["少于", "低于", "慢于", "短于", "不及"].contains(block.plain(verb..<(verb + 1)))
    return Statement(
      kind: .change, construction: "change.growth", head: head ?? .inherited, isNegative: isLess, qualifier: .exactly,
      owner: owner(of: phrase), basis: block.tokens[index - 1].time.map { basis(of: $0, at: index - 1) })
  }

  /// 远高于每月平均注册数目约9000间: the level of what is named behind the verb.
  private func levelSetBeside(_ around: Surroundings, behind verb: Int) -> Statement? {
    let phrase = block.namePhrase(around.region.tokens.filter { $0 > verb })
    guard let last = phrase.tokens.last, !phrase.tokens.isEmpty, !isPlaceOnly(phrase),
      ["数", "数目", "数量", "水平", "均值", "人数", "件数", "量", "额"].contains(where: { block.plain(last..<(last + 1)).hasSuffix($0) })
    else { return nil }
    return Statement(
      kind: .level, construction: "level.beside", head: .own(string(phrase.tokens)), qualifier: around.qualifier, owner: owner(of: phrase),
      isAside: true)
  }

  /// 增长4.5倍, 是2015年的1.8倍, 翻两番.
  func multiple(_ around: Surroundings, at index: Int) -> Statement? {
    guard around.quantity.kind == .times || around.quantity.kind == .doublings else { return nil }
    let verb = around.change ?? around.equals ?? around.distantChange
    let (head, phrase) = changeName(around, verb: verb)
    // 判赔倍数达到3倍: a number of times by name is a level.
    if around.quantity.kind == .times, around.change == nil, let words = head?.words,
      Self.multipleNames.contains(where: { words.hasSuffix($0) })
    {
      return nil
    }
    var qualifier = around.qualifier
    let form: MultipleForm = around.quantity.kind == .doublings ? .doubled : around.change == nil ? .times : .increase
    if verb == nil, around.region.isListed, last != nil {
      // …、全国平均水平的2.28倍: only another base stands before the number.
      return Statement(
        kind: .change, construction: "change.multiple", head: .same(statements.count - 1), qualifier: qualifier, form: .times)
    }
    if qualifier == .exactly, let equals = around.equals, let before = block.tokens[equals].word?.before { qualifier = before }
    return Statement(
      kind: .change, construction: form == .doubled ? "change.doubling" : "change.multiple", head: head ?? .inherited,
      isNegative: around.change != nil && around.isFall, qualifier: qualifier, owner: owner(of: phrase),
      gapFrom: form == .times ? multipleOf(around, at: index) : nil, form: form)
  }

  /// 恢复至2019年同期的95.4%, 相当于上年同期的九成: the level in parts of an earlier one.
  func recovery(_ around: Surroundings, at index: Int) -> Statement? {
    guard around.quantity.kind == .percent || around.quantity.kind == .tenths, around.share == nil, let time = baseBeforeOf(index) else {
      return nil
    }
    let verb = around.region.tokens.last { token in
      token < time && ["恢复至", "恢复到", "恢复为", "恢复", "相当于", "达到", "回升至", "回升到", "为", "是"].contains(block.plain(token..<(token + 1)))
    }
    guard let verb, let expression = block.tokens[time].time, expression.isBase || block.plain(verb..<(verb + 1)).hasPrefix("恢复") else {
      return nil
    }
    let (head, phrase) = name(in: around, before: verb)
    return Statement(
      kind: .change, construction: "change.recovery", head: head ?? .inherited, qualifier: around.qualifier, owner: owner(of: phrase),
      basis: basis(of: expression, at: time),
      form: .times)
  }

  /// The time of 2019年同期的 right before a number; a word of estimate may stand between.
  private func baseBeforeOf(_ index: Int) -> Int? {
    var at = index - 1
    while at >= sentence.lowerBound, block.tokens[at].word?.before != nil || block.reads(at, "水") || block.plain(at..<(at + 1)) == "水平" {
      at -= 1
    }
    if at >= sentence.lowerBound, block.tokens[at].has(.of) { at -= 1 }
    while at >= sentence.lowerBound, block.plain(at..<(at + 1)) == "水平" { at -= 1 }
    guard at >= sentence.lowerBound, let time = block.tokens[at].time, time.isBase || !time.isEmpty && time.part == .whole else {
      return nil
    }
    return at
  }

  private static let multipleNames = ["倍数", "倍率", "杠杆倍数", "市盈率", "覆盖倍数"]

  /// 增速达8.5%, 年均增长率为6.4%.
  func growthRate(_ around: Surroundings, at index: Int) -> Statement? {
    if let bracketed = bracketedRate(around) { return bracketed }
    if let other = rateOfOtherTime(around, at: index) { return other }
    guard let noun = around.growthNoun, around.share == nil else { return nil }
    if let before = rateBefore(around, noun: noun) { return before }
    switch around.quantity.kind {
    case .percent, .tenths: break
    // 减幅约为600人.
    case .count, .money, .physical, .position:
      guard ["减幅", "增幅", "升幅", "降幅", "跌幅"].contains(block.plain(noun..<(noun + 1))), !around.quantity.isOrdinal, !around.quantity.isTop,
        around.region.tokens.allSatisfy({
          $0 <= noun || block.tokens[$0].has([.predicate, .adverb, .equals]) || block.tokens[$0].word?.before != nil
        })
      else { return nil }
    default: return nil
    }
    let (head, phrase) = name(in: around, before: noun)
    let word = block.plain(noun..<(noun + 1))
    let isFall =
      word.contains("降") || word.contains("跌") || word.contains("减") || around.change.map { block.tokens[$0].has(.fall) } ?? false
    var statement = Statement(
      kind: .change, construction: "change.rate", head: head ?? .inherited, isNegative: isFall, qualifier: around.qualifier,
      owner: owner(of: phrase))
    if movement(around, at: index) == .movementStart { statement.role = .movementStart }
    // 三个月的平均每月升幅
    if ["每月", "每月平均"].contains(where: { block.plain(max(0, noun - 3)..<noun).hasSuffix($0) }) { statement.basis = .monthOnMonth }
    return statement
  }

  /// 二月的按年升幅为1.1%，一月则为0.9%: a time and a copula behind a rate of growth.
  private func rateOfOtherTime(_ around: Surroundings, at index: Int) -> Statement? {
    guard around.quantity.kind == .percent, around.growthNoun == nil, around.change == nil, around.region.quantity == nil,
      let last = statements.indices.last, ofSentence.contains(last), statements[last].construction == "change.rate",
      case let start = block.clauseStart[index], index - start <= 4, block.tokens[start].time.map({ !$0.isEmpty && !$0.isBase }) ?? false,
      ((start + 1)..<index).allSatisfy({ at in
        block.tokens[at].has([.predicate, .equals, .adverb, .conjunction]) || ["则", "则为", "为", "是"].contains(block.plain(at..<(at + 1)))
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
      ((at + 1)..<noun).allSatisfy({ block.tokens[$0].has(.of) || ["相应", "同期", "整体"].contains(block.plain($0..<($0 + 1))) }),
      let last = ofSentence.last(where: { statements[$0].kind == .change && statements[$0].role == .main })
    else { return nil }
    let word = block.plain(noun..<(noun + 1))
    return Statement(
      kind: .change, construction: "change.rate", head: .same(last), isNegative: ["降", "跌", "减"].contains { word.contains($0) },
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
        kind: .change, construction: "change.rate", head: .same(last), isNegative: ["降", "跌", "减"].contains { noun.contains($0) },
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
    if let told = rateSetBeside(around, at: index) ?? growthKept(around, at: index) { return told }
    guard around.quantity.kind == .percent || around.quantity.kind == .tenths, around.change == nil, index + 2 < block.tokens.count,
      block.tokens[index + 1].has(.of), block.tokens[index + 2].has([.growthNoun, .share])
    else { return nil }
    let opening = around.region.tokens.last { block.reads($0, "以") }
    let (head, phrase) = name(in: around, before: opening)
    let noun = block.plain((index + 2)..<(index + 3))
    let isShare = block.tokens[index + 2].has(.share)
    return Statement(
      kind: isShare ? .share : .change, construction: isShare ? "share.before-noun" : "change.rate-before-noun", head: head ?? .inherited,
      isNegative: ["降", "跌", "减"].contains { noun.contains($0) }, qualifier: around.qualifier, owner: owner(of: phrase))
  }

  /// 高于同期全国2.8%的整体进出口增幅: how much another place grew, beside which a growth is set.
  private func rateSetBeside(_ around: Surroundings, at index: Int) -> Statement? {
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
      let verb = around.region.tokens.last(where: { ["保持", "实现", "取得", "维持", "继续保持", "保持了", "实现了"].contains(block.plain($0..<($0 + 1))) }),
      ((verb + 1)..<index).allSatisfy({ block.tokens[$0].word?.before != nil || block.tokens[$0].has(.adverb) })
    else { return nil }
    var at = index + 1
    while at < block.clauseEnd[index],
      block.tokens[at].word?.after != nil || block.tokens[at].has(.of) || block.plain(at..<(at + 1)) == "高速"
    {
      at += 1
    }
    guard at < block.clauseEnd[index], block.tokens[at].has([.rise, .growthNoun]), at + 1 == block.clauseEnd[index] else { return nil }
    let (head, phrase) = name(in: around, before: verb)
    return Statement(
      kind: .change, construction: "change.kept", head: head ?? .inherited, qualifier: around.qualifier, owner: owner(of: phrase))
  }

  /// 同比增长119.25%, 较上年减少30件.
  func change(_ around: Surroundings, at index: Int) -> Statement? {
    guard let verb = around.change, !around.reaches else { return nil }
    // 连续8个月低于2%: a bound and no movement, where nothing stands between.
    if language.measures.distances.contains(block.plain(verb..<(verb + 1))), verb == index - 1, around.compare == nil { return nil }
    let kind = around.quantity.kind
    switch kind {
    case .percent, .tenths: break
    case .label, .rating: return nil
    default:
      if around.quantity.isOrdinal { return nil }
      // 多, 高, 增 alone before a count need a comparison; 增加, 减少 do not.
      let isStrong = block.tokens[verb].range.count > 1 && block.tokens[verb].word?.before == nil
      guard isStrong || around.yearOnYear || around.compare != nil || around.comparesWithTime || leadsInChange(at: index) else {
        return nil
      }
      if block.noun(after: index) != nil, !around.yearOnYear, around.compare == nil { return nil }
    }
    let (head, phrase) = changeName(around, verb: verb)
    let gapFrom = farFrom(verb, around)
    if let sibling = siblingOfLeader(phrase, around, at: index) {
      return Statement(
        kind: .change, construction: "change.growth", head: .own(sibling), isNegative: around.isFall, qualifier: around.qualifier)
    }
    return Statement(
      kind: .change, construction: gapFrom == nil ? "change.growth" : "change.distance", head: head ?? .inherited,
      isNegative: around.isFall, qualifier: around.qualifier, owner: owner(of: phrase), gapFrom: gapFrom, isPart: phrase.isWithin)
  }

  /// 接自东协 of 接自美国增64.3亿美元、东协增17.3亿美元较多: the place in the name of the one before gives way to the next.
  private func siblingOfLeader(_ phrase: NamePhrase, _ around: Surroundings, at index: Int) -> String? {
    guard around.region.isListed, isPlaceOnly(phrase), let place = phrase.tokens.last, let before = last, before.kind == .change,
      case .own(let words) = before.head, let token = lastToken, leadsInChange(at: index),
      let other = (block.clauseStart[token]..<token).last(where: { block.tokens[$0].place != nil }),
      case let written = block.string(other..<(other + 1)), words.hasSuffix(written), words.count > written.count
    else { return nil }
    return words.dropLast(written.count) + block.string(place..<(place + 1))
  }

  /// 以接自美国增64.3亿美元、东协增17.3亿美元较多: amounts by which several moved, of which the clause says that they moved most.
  private func leadsInChange(at index: Int) -> Bool {
    guard index + 1 < block.tokens.count, block.tokens[index + 1].punctuation == nil || block.tokens[index + 1].punctuation == .enumeration
    else { return false }
    let words = block.plain(index..<min(block.clauseEnd[index], index + 24))
    return ["较多", "最多", "最大", "较大", "居多", "为多", "为主"].contains { words.hasSuffix($0) }
  }

  /// The name stands before the comparison (较上年…) or before the verb.
  private func changeName(_ around: Surroundings, verb: Int?) -> (Head?, NamePhrase) {
    if let verb, let partner = gappedPartner(around.region.tokens.filter { $0 < verb && !block.tokens[$0].has([.yearOnYear, .adverb]) }) {
      return (partner, NamePhrase(tokens: []))
    }
    var limit = verb
    if let compare = around.compare, verb.map({ compare < $0 }) ?? true { limit = compare }
    let found = name(in: around, before: limit)
    if let own = found.head?.words, let bracket = around.region.bracket, bracket > sentence.lowerBound, own.count <= 4,
      language.measures.endings.contains(where: { own.simplifiedForm.hasSuffix($0) }), found.phrase.place == nil
    {
      // 超级市场货品（销货价值上升7.9%）: the measure of what the bracket follows.
      let outer = block.namePhrase(block.region(before: bracket) { figures[$0] }.tokens)
      if !outer.tokens.isEmpty, !isPlaceOnly(outer), outer.tokens.last == bracket - 1, !string(outer.tokens).hasSuffix(own) {
        return (.own(string(outer.tokens) + own), outer)
      }
    }
    if found.head == nil, found.phrase.tokens.isEmpty, let bracket = around.region.bracket {
      // 服装（降3.4%）: the name stands before the bracket.
      let outer = block.namePhrase(block.region(before: bracket) { figures[$0] }.tokens)
      if !outer.tokens.isEmpty, !isPlaceOnly(outer) { return (.own(string(outer.tokens)), outer) }
    }
    if found.head == nil, !isPlaceOnly(found.phrase), let compare = around.compare, compare == limit, let verb {
      // 与上年相比，…增长: what follows the comparison is the name.
      let after = name(in: around, before: verb, after: compare)
      if after.head != nil, !after.phrase.tokens.contains(where: { block.tokens[$0].time != nil || block.tokens[$0].place != nil }),
        isClosedComparison(compare)
      {
        return after
      }
    }
    return found
  }

  private func isClosedComparison(_ index: Int) -> Bool { ["相比", "相较"].contains(block.plain(index..<(index + 1))) }
}
