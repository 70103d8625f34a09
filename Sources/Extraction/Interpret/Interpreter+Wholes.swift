import Articles
import Indicators
import Lingua

/// Which level a level is a part of, and which a share is of.
extension Interpreter {
  /// The level of which a level is a part: the one that 其中 opens up, or, over 、, that of the part before.
  func wholeOf(_ statement: Statement, _ draft: Draft) -> Int? {
    if statement.isPart {
      return whole.flatMap { compatible(drafts[$0].unit, draft.unit) && !isAverage(drafts[$0]) ? $0 : nil }
        ?? (firstOfSentence == drafts.count ? wholeBefore(draft) : nil)
    }
    if statement.isListedPart, let before = drafts.indices.last, before >= firstOfSentence, let known = drafts[before].partOf,
      compatible(drafts[before].unit, draft.unit)
    {
      return known
    }
    if let known = wholeOfSibling(draft) { return known }
    guard isWithin(statement) else { return nil }
    // …成交额514.8亿元。其中，吸纳302.6亿元: the level of the sentence before.
    return wholeInSentence(draft.unit)
      ?? (firstOfSentence == drafts.count
        ? whole.flatMap { holds(draft, $0) ? $0 : nil } ?? wholeBefore(draft) : nil)
  }

  func holds(_ draft: Draft, _ whole: Int) -> Bool {
    compatible(drafts[whole].unit, draft.unit) && !size(drafts[whole]).isLess(than: size(draft))
  }

  /// 接待旅客5000万人次，旅游收入612亿元。其中，过夜旅客1200万人次: of the level of the sentence before that counts alike, where their names end
  /// alike.
  func wholeBefore(_ draft: Draft) -> Int? {
    guard let last = drafts.last?.sentence else { return nil }
    return drafts.indices.suffix(16).last { at in
      drafts[at].kind == .level && drafts[at].sentence == last && drafts[at].partOf == nil && !drafts[at].isBase && !isAverage(drafts[at])
        && holds(draft, at) && samePeriod(drafts[at], draft) && drafts[at].area?.value == draft.area?.value
        && drafts[at].name.suffix(2) == draft.name.suffix(2) && drafts[at].name != draft.name
    }
  }

  /// 其中国内航线40.1万吨，国际航线27.1万吨: a further part, of the kind of the part told right before, as long as they fit in the whole.
  func wholeOfSibling(_ draft: Draft) -> Int? {
    guard let before = drafts.indices.last(where: { drafts[$0].kind == .level && !drafts[$0].isBase }), before >= firstOfSentence,
      let whole = drafts[before].partOf, compatible(drafts[before].unit, draft.unit), drafts[before].area?.value == draft.area?.value,
      samePeriod(drafts[before], draft), draft.name.count > 1, drafts[before].name != draft.name,
      drafts[before].name.suffix(2) == draft.name.suffix(2)
        || drafts[before].name.count == draft.name.count && drafts[before].name.last == draft.name.last
    else { return nil }
    // 医院总诊疗人次42.6亿，入院人次2.4亿: the first is of the like of the whole, and the second is not.
    let alike = commonEnd(drafts[before].name, drafts[whole].name)
    guard commonEnd(draft.name, drafts[whole].name) >= alike else { return nil }
    let parts = drafts[firstOfSentence...].filter { $0.partOf == whole && $0.kind == .level } + [draft]
    var sum = Rational.zero
    for part in parts {
      guard let next = sum.adding(size(part).rational) else { return nil }
      sum = next
    }
    return sum > size(drafts[whole]).rational ? nil : whole
  }

  /// The signs of a name in any order, without what a count is called by.
  static func signs(of name: String) -> [Character] {
    let end = name.last.map { "量數数".contains($0) } ?? false
    return (end ? name.dropLast() : name[...]).sorted()
  }

  func commonEnd(_ one: String, _ other: String) -> Int { zip(one.reversed(), other.reversed()).prefix { $0 == $1 }.count }

  /// A number without the multiplier of its unit: 1.81亿户 is more than 5673.7万户.
  func size(_ draft: Draft) -> ExactNumber { draft.number.shifted(byPowerOfTen: Unit(draft.unit).multiplier) ?? draft.number }

  /// 常住人口512.6万人。…60岁及以上118.4万人，占23.1%，其中65岁及以上85.1万人，占16.6%: where parts have parts, a share may be of any whole that
  /// was told before; it is of the nearest unless the numbers say that it is of one farther out.
  func wholeThatFits(_ share: Statement, of part: Int, nearest: Int) -> Int {
    func fits(_ whole: Int) -> Bool {
      let figure = Observation(id: "", kind: .share, name: "", value: share.number, unit: Unit(share.unit), qualifier: share.qualifier)
      guard let parts = figure.proportionInterval, let all = level(whole).interval(in: Unit(drafts[part].unit)),
        let mine = level(part).interval,
        let expected = all.multiplied(by: parts)
      else { return false }
      return expected.overlaps(mine)
    }
    func level(_ index: Int) -> Observation {
      Observation(
        id: "", kind: .level, name: drafts[index].name, value: drafts[index].number, unit: Unit(drafts[index].unit),
        qualifier: drafts[index].qualifier)
    }
    if fits(nearest) { return nearest }
    return (max(0, nearest - 24)..<nearest).last {
      drafts[$0].kind == .level && !drafts[$0].isBase && drafts[$0].area?.value == drafts[part].area?.value
        && samePeriod(drafts[$0], drafts[part])
        && fits($0)
    } ?? nearest
  }

  /// The last level of the sentence that is no part itself, in the unit or in a multiple of it: 6.66万亿元；其中…6360.6亿元.
  func wholeInSentence(_ unit: String) -> Int? {
    drafts.indices.suffix(from: firstOfSentence).suffix(24).last {
      drafts[$0].kind == .level && drafts[$0].partOf == nil && compatible(drafts[$0].unit, unit) && !isAverage(drafts[$0])
    }
  }

  /// 日本投资者投资17.3亿美元，香港投资者占15.6%: those from one place are no whole of those from another.
  private func isOfOneOrigin(_ name: String) -> Bool {
    let signs = name.unicodeScalars.map(\.halfWidth.simplified)
    guard let place = subjects.places.longestMatch(in: signs, at: 0, limit: signs.count), place.value.name != subjects.document?.name.value
    else { return false }
    let rest = String(scalars: signs[place.length...])
    return measures.comers.contains { rest.hasPrefix($0) }
  }

  /// 其中高价值发明专利占比…: the whole is the level before, where nothing else is named.
  func wholeOfPart(_ statement: Statement) -> String? {
    // 甲、乙分别占34%、27%: the whole of the first is that of all.
    if statement.kind == .share, statement.construction == "list.member", let before = drafts.last, before.kind == .share,
      before.sentence == sentence
    {
      return before.scope
    }
    // 甲占生产总值比重为37.5%，乙比重为25.4%: of the whole of the share before, where their names end alike.
    if statement.kind == .share, !statement.head.isOpen, !statement.isPart, let before = drafts.last, before.kind == .share,
      before.sentence == sentence, let scope = before.scope, let words = statement.head.words, words.count > 3, words != before.name,
      words.suffix(3) == before.name.suffix(3), statement.construction == "share.named" || statement.construction == "share.of"
    {
      return scope
    }
    guard statement.kind == .share, statement.construction == "share.of" else { return nil }
    // 美国占外销订单35.8%，东盟占20.6%: one place after the other, of the whole that was named with the first.
    if statement.head.isOpen, let before = drafts.last, before.kind == .share, before.sentence == sentence, before.rule == "share.of",
      let scope = before.scope, statement.namesSubject || statement.owner != nil || before.area?.value != subjects.standing?.name.value
    {
      return scope
    }
    // 3412件，其中1067件…，占31.3%: of the whole of the part just told of.
    if statement.head.isOpen, let lastLevel, lastLevel >= firstOfSentence, let part = drafts[lastLevel].partOf {
      return drafts[wholeThatFits(statement, of: lastLevel, nearest: part)].name
    }
    // 其中，甲312.4万人，占36.7%，乙537.9万人，占63.3%: a further part of the whole that the sentence opened up.
    if statement.head.isOpen, let lastLevel, lastLevel >= firstOfSentence,
      let part = drafts[firstOfSentence..<lastLevel].last(where: { $0.partOf != nil && $0.unit == drafts[lastLevel].unit }),
      let whole = part.partOf, drafts[lastLevel].number.isLess(than: drafts[whole].number),
      drafts[(lastLevel - 1)..<lastLevel].allSatisfy({ $0.kind == .share })
    {
      return drafts[wholeThatFits(statement, of: lastLevel, nearest: whole)].name
    }
    // 其中噪声类占43.9%、大气类占三成: a further part, of the same whole.
    if hasPart, !statement.head.isOpen, !statement.isPart, !isWithin(statement), let before = drafts.last, before.kind == .share,
      before.sentence == sentence, before.rule.hasPrefix("share")
    {
      return before.scope
    }
    // 实际使用外资25.4亿美元，现代服务业占八成: of what was told right before, where nothing else is named.
    if !statement.isPart, !isWithin(statement), !statement.head.isOpen, statement.owner == nil, let level = drafts.last,
      level.kind == .level, level.sentence == sentence, level.unit != "%", !level.unit.isEmpty, !level.isBase, !isAverage(level),
      let words = statement.head.words, words != level.name, !words.hasSuffix(level.name), !isOfOneOrigin(level.name)
    {
      return level.name
    }
    // 对东盟进出口…，占进出口总值的15.3%；对欧盟进出口…，占13.7%: of the whole that the last of the like was of.
    if !statement.isPart, !isWithin(statement), statement.head.isOpen, let lastLevel, lastLevel >= firstOfSentence,
      let before = drafts.last(where: { $0.kind == .share }), before.rule.hasPrefix("share"), let scope = before.scope,
      before.area?.value == drafts[lastLevel].area?.value, before.period?.value == drafts[lastLevel].period?.value,
      before.name != drafts[lastLevel].name, before.name.suffix(2) == drafts[lastLevel].name.suffix(2)
    {
      return scope
    }
    // In a further paragraph: 民营企业进出口3209.1亿元，占54.5%.
    if !statement.isPart, !isWithin(statement), statement.head.isOpen, let lastLevel, lastLevel >= firstOfSentence, let told = shareTold,
      measures.shared.contains(where: { drafts[lastLevel].name.simplifiedForm.hasSuffix($0) }), told.area == drafts[lastLevel].area?.value,
      told.name != drafts[lastLevel].name, told.name.suffix(2) == drafts[lastLevel].name.suffix(2),
      !drafts.contains(where: { $0.kind == .share && $0.scope != nil }),
      !drafts[..<lastLevel].suffix(16).contains(where: { other in
        other.kind == .level && compatible(other.unit, drafts[lastLevel].unit) && size(drafts[lastLevel]).isLess(than: size(other))
      })
    {
      return told.scope
    }
    guard let whole, statement.isPart || isWithin(statement) else { return nil }
    // 侵权案件628宗，市值2.3亿元。其中网上案件占三成半: of the level that counts the like.
    if let words = statement.head.words, let kind = words.count > 2 ? words.suffix(2) : nil, !drafts[whole].name.hasSuffix(kind),
      let like = drafts.indices.suffix(16).first(where: {
        drafts[$0].kind == .level && drafts[$0].name.hasSuffix(kind) && drafts[$0].partOf == nil && !drafts[$0].isBase
      })
    {
      return drafts[like].name
    }
    return drafts[whole].name
  }
}
