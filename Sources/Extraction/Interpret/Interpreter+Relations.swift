import Articles
import Indicators

/// What a figure qualifies, and which level it is a part of.
extension Interpreter {
  /// Sets what the figure qualifies or is a part of, and what it leaves for the figures after it.
  mutating func relate(_ draft: inout Draft, _ statement: Statement, isPart: Bool) {
    if draft.kind == .level {
      if statement.role != .base, !(draft.unit == "%" || draft.unit.isEmpty), !isAverage(draft) { draft.partOf = wholeOf(statement, draft) }
      let isPart = isPart || statement.isPart || draft.partOf != nil
      if statement.isAside { topics.note(counted: draft.name) }
      if !statement.isAside, statement.role != .base || !statement.head.isOpen {
        topics.hold(
          level: draft.name, unit: draft.unit, isObject: measures.reachingVerbs.contains { draft.name.simplifiedForm.hasPrefix($0) })
      }
      if statement.role != .base, statement.role != .movementStart, statement.role != .conversion { lastLevel = drafts.count }
      if !isPart, statement.role != .base, statement.role != .conversion { whole = drafts.count }
    } else {
      draft.qualifies = target(of: draft, statement)
      // 2021至2023年，立案分别为330件、365件、1155件，同比分别上升…: each of the time of its level, before that of the article.
      if draft.kind == .change, let level = draft.qualifies, level >= firstOfSentence,
        let told = drafts[level].period, told.words != dateOfTheArticle,
        draft.period?.words == dateOfTheArticle || drafts[level].periodFrame == "list" && draft.periodFrame == "list"
      {
        (draft.period, draft.periodFrame) = (told, drafts[level].periodFrame)
      }
      if !statement.head.isOpen, !statement.isOfGrowth { topics.hold(draft.name) }
      // 前者比全国高2.6个百分点，连续第四年…: what a pronoun took up is what is told of.
      if case .same(let index) = statement.head, index + 2 < statements.count, statement.continues == nil,
        !statement.construction.hasPrefix("list"), !statement.construction.hasPrefix("english.")
      {
        topics.hold(draft.name)
      }
    }
  }

  /// An average or a time taken is no sum of those of its parts: 加班工时8.3小时，其中制造业14.2小时.
  private func isAverage(_ draft: Draft) -> Bool {
    let unit = draft.unit.simplifiedForm
    return ["小时", "分钟", "天", "日", "岁"].contains { unit.hasSuffix($0) } || unit.contains("/")
      || measures.averages.contains { draft.name.simplifiedForm.contains($0) }
  }

  /// The level, or the share, that a change, share, rank or streak qualifies.
  func target(of draft: Draft, _ statement: Statement) -> Int? {
    guard let found = anyTarget(of: draft, statement) else { return nil }
    // were 19.7% of revenues and 21.0% a year before: a part of what was then, which is not told.
    return draft.kind == .share && statement.role == .base && !samePeriod(drafts[found], draft) ? nil : found
  }

  private func anyTarget(of draft: Draft, _ statement: Statement) -> Int? {
    if statement.role == .movementEnd, draft.kind != .level {
      return (max(0, drafts.count - 16)..<drafts.count).last {
        drafts[$0].kind == .level && drafts[$0].name == draft.name && drafts[$0].area?.value == draft.area?.value && !drafts[$0].isBase
          && samePeriod(drafts[$0], draft)
      }
    }
    // $239 million, or 27.5% of sales, down 220 basis points: points are of the share of what was told of.
    if draft.kind == .change, statement.head.isOpen, draft.unit.hasSuffix("points"),
      let share = drafts.indices.last(where: {
        $0 >= firstOfSentence && drafts[$0].kind == .share && !drafts[$0].isBase && drafts[$0].name == draft.name
      }),
      !drafts[share...].contains(where: { $0.kind == .level && $0.unit == "%" && $0.name == draft.name })
    {
      return share
    }
    if case .same(let index) = statement.head, draftOf.indices.contains(index), let before = draftOf[index] {
      if drafts[before].kind == .level, !drafts[before].isBase {
        // after an increase of 11.4% in June; a rival that ranked fifth: of another time or place than the level.
        let isOfOther =
          draft.kind == .change && (statement.ownTime.map { !$0.isBase } ?? false || statement.construction == "english.movement.verb")
          && !samePeriod(drafts[before], draft)
          || draft.area?.value != drafts[before].area?.value && draft.kind != .share
            && (draft.kind == .rank || before < firstOfSentence || statement.construction == "english.bracket")
        return isOfOther ? nil : before
      }
      if drafts[before].kind == .level, draft.kind == .share, statement.role == .base { return before }
      // accounting for about 25% of the total. Despite a decrease of 0.6%: of the level, past its share.
      if drafts[before].kind == .share, draft.kind == .change, draft.unit == "%", statement.construction.hasPrefix("english."),
        let level = drafts[before].qualifies, before < firstOfSentence
      {
        return level
      }
      if drafts[before].kind == .share, draft.kind == .change, !drafts[before].isBase { return before }
      if drafts[before].area?.value == draft.area?.value || draft.kind != .change,
        statement.continues == nil || drafts[before].kind != draft.kind
      {
        return drafts[before].qualifies
      }
    }
    if statement.continues != nil, case .same(let index) = statement.head, draftOf.indices.contains(index), let before = draftOf[index],
      drafts[before].kind == draft.kind, drafts[before].area?.value == draft.area?.value
    {
      return drafts[before].qualifies
    }
    if statement.isSum || statement.role == .movementStart { return nil }
    let name = draft.name
    // 同城业务量的比重下降1.5个百分点: of the share of that name told before.
    if draft.kind == .change, draft.unit.contains("百分点") || draft.unit.contains("百分點"), !statement.head.isOpen,
      let share = drafts.indices.suffix(16).last(where: {
        drafts[$0].kind == .share && drafts[$0].name == name && drafts[$0].area?.value == draft.area?.value && !drafts[$0].isBase
      }),
      !(share..<drafts.count).contains(where: { drafts[$0].kind == .level && drafts[$0].name == name })
    {
      return share
    }
    // 占比72.7%，提升2.5个百分点: points tell of the share right before.
    if draft.kind == .change, draft.unit.contains("百分点") || draft.unit.contains("百分點"), let share = drafts.last, share.kind == .share,
      share.sentence == sentence, share.name == name, share.area?.value == draft.area?.value, !share.isBase
    {
      return drafts.count - 1
    }
    // Small firms filed 23% of the applications: of the whole's name, for want of the part's.
    if draft.kind == .share, draft.scope == name, !statement.head.isOpen { return nil }
    let candidates = (max(0, drafts.count - 16)..<drafts.count).reversed()
    func agrees(_ other: Draft) -> Bool { other.area?.value == draft.area?.value && !other.isBase }
    if let named = candidates.first(where: {
      drafts[$0].kind == .level && drafts[$0].name == name && agrees(drafts[$0]) && samePeriod(drafts[$0], draft)
    }) {
      return named
    }
    // 进口8.79万亿元，下降2.7%，降幅比前5个月收窄1.1个百分点: of the level whose growth it is.
    if draft.kind == .change, !statement.head.isOpen,
      let grown = candidates.prefix(6).first(where: {
        drafts[$0].kind == .level && agrees(drafts[$0]) && name.count > drafts[$0].name.count && name.hasPrefix(drafts[$0].name)
          && measures.growths.contains(String(name.dropFirst(drafts[$0].name.count)).simplifiedForm) && samePeriod(drafts[$0], draft)
      })
    {
      return grown
    }
    // 质押金额居全省第3位 after 质押登记…，金额…: the level whose name holds these signs in this order.
    if !statement.head.isOpen, draft.kind == .rank || draft.kind == .change,
      let near = candidates.prefix(6).first(where: {
        drafts[$0].kind == .level && agrees(drafts[$0]) && holds(drafts[$0].name, name) && samePeriod(drafts[$0], draft)
      })
    {
      return near
    }
    // 申请专利41034件，专利申请量占全省的43.4%: the level of the sentence that is called by the same signs.
    if !statement.head.isOpen, statement.continues == nil,
      let same = candidates.first(where: {
        $0 >= firstOfSentence && drafts[$0].kind == .level && agrees(drafts[$0]) && samePeriod(drafts[$0], draft)
          && Self.signs(of: drafts[$0].name) == Self.signs(of: name)
      })
    {
      return same
    }
    // 卫生人员160.5万人…，人员增加7.5万人: the level of the sentence that ends in the word.
    if draft.kind == .change, case .own(let words) = statement.head, words.count == 2,
      let near = candidates.first(where: {
        $0 >= firstOfSentence && drafts[$0].kind == .level && agrees(drafts[$0]) && drafts[$0].name.hasSuffix(words)
          && samePeriod(drafts[$0], draft) && (draft.unit == "%" || compatible(drafts[$0].unit, draft.unit))
      })
    {
      return near
    }
    // 转让1260次，次数翻了一番; 装机超过7200万千瓦，规模居首位: the count or size of what was told of is that level.
    if draft.kind != .share, case .dependent(let words) = statement.head, measures.sizes.contains(words.simplifiedForm),
      let level = candidates.first(where: {
        $0 >= firstOfSentence && drafts[$0].kind == .level && name == drafts[$0].name + words && agrees(drafts[$0])
          && samePeriod(drafts[$0], draft)
      })
    {
      return level
    }
    // 完成旅客运输量1.29亿人次，旅客运输规模相当于2019年同期的80.0%: the size of what was told right before.
    if draft.kind == .change, statement.construction == "change.recovery", !statement.head.isOpen,
      measures.sizes.contains(where: { name.simplifiedForm.hasSuffix($0) }), let last = lastLevel, last >= firstOfSentence,
      agrees(drafts[last]),
      samePeriod(drafts[last], draft)
    {
      return last
    }
    // 甲、乙、丙收入分别为…，其中乙增长8.1%: the one level of those whose measure stands once for all.
    if draft.kind == .change, !statement.head.isOpen, name.count >= 2 {
      let members = candidates.filter { index in
        drafts[index].kind == .level && agrees(drafts[index]) && samePeriod(drafts[index], draft) && drafts[index].name.hasPrefix(name)
          && measures.shared.contains(String(drafts[index].name.dropFirst(name.count)).simplifiedForm)
      }
      if let only = members.first, members.count == 1 { return only }
    }
    if draft.kind == .change || draft.kind == .rank || draft.kind == .streak,
      let share = candidates.first(where: { drafts[$0].kind == .share && $0 >= firstOfSentence }),
      statement.head.isOpen, share > lastLevel ?? -1, drafts[share].name == name,
      !(draft.unit == "%" && draft.kind == .change && drafts[share].qualifies != nil)
    {
      return share
    }
    guard statement.head.isOpen, let last = lastLevel, drafts[last].name == name else { return nil }
    // 前三季度…。分季度看，一季度增长6.7%: the growth of another time.
    if draft.kind == .change, !samePeriod(drafts[last], draft) { return nil }
    // in Alberta a 5.9% rise to $5.3 billion. Ontario led the way with a 2.1% increase: the level is that of another place.
    // 广东进出口8.3万亿元。浙江增长4.6%.
    return draft.kind == .change && !agrees(drafts[last]) ? nil : last
  }

  func samePeriod(_ a: Draft, _ b: Draft) -> Bool {
    guard let one = a.period?.value, let other = b.period?.value, one != other else { return true }
    func isYear(_ period: Period) -> Bool { period.start.month == nil && period.end.month == nil }
    return one.end.year == other.end.year && (isYear(one) || isYear(other))
  }

  /// Whether `name` is `long` with signs left out, its end kept.
  func holds(_ long: String, _ name: String) -> Bool {
    guard name.count > 2, long.count > name.count, long.last == name.last else { return false }
    var rest = name[...]
    for sign in long where sign == rest.first { rest.removeFirst() }
    return rest.isEmpty
  }

  /// 同比增长4%，达到5亿元: a change that no level precedes qualifies the level of its name that follows in its sentence.
  mutating func linkForward() {
    guard drafts.count > firstOfSentence + 1 else { return }
    for index in firstOfSentence..<(drafts.count - 1)
    where drafts[index].kind == .change && drafts[index + 1].rule == "english.movement.end" {
      // a 20% decrease in revenues to $210 million: of the level it leads to, whatever was told of that name before.
      guard drafts[index + 1].kind == .level, !drafts[index + 1].isBase, drafts[index + 1].name == drafts[index].name,
        drafts[index].qualifies.map({ $0 < firstOfSentence }) ?? false, drafts[index + 1].area == drafts[index].area
      else { continue }
      drafts[index].qualifies = index + 1
    }
    for index in firstOfSentence..<(drafts.count - 1) where drafts[index].kind == .rank && drafts[index].qualifies == nil {
      // ranked third with 15,983 applications: the count that the position is told by.
      let next = drafts[index + 1]
      if drafts[index].rule == "english.position", next.kind == .level, next.rule == "english.level.counted", !next.isBase,
        next.unit.isEmpty || ["thousand", "million", "billion"].contains(next.unit), next.area?.value == drafts[index].area?.value
      {
        drafts[index].qualifies = index + 1
      }
    }
    for index in firstOfSentence..<(drafts.count - 1) where drafts[index].kind != .level && drafts[index].qualifies == nil {
      // 88.3%的游客出游距离在300公里以内: how many are within that bound.
      if drafts[index].rule == "share.before-noun", drafts[index + 1].qualifier == .atMost || drafts[index + 1].qualifier == .atLeast {
        continue
      }
      // fell by 12,000 (0.04%) to 30 million, fell by 4% from 72,300 to 69,410: past further changes of the name and where it began.
      let next =
        drafts[(index + 1)...].prefix(8).firstIndex { $0.kind == .level && !$0.isBase || $0.name != drafts[index].name } ?? index + 1
      if drafts[index].kind == .change, drafts[index].unit.hasSuffix("points"), drafts[index + 1].kind == .share, !drafts[index + 1].isBase,
        drafts[index + 1].name == drafts[index].name, drafts[index + 1].area == drafts[index].area,
        samePeriod(drafts[index], drafts[index + 1])
      {
        // rose by 4 percentage points to reach 37.1%
        drafts[index].qualifies = index + 1
      } else if drafts[index].kind == .share, drafts[index].rule == "english.share", drafts[index + 1].kind == .level,
        !drafts[index + 1].isBase, drafts[index].name.hasSuffix(drafts[index + 1].name), drafts[index].area == drafts[index + 1].area,
        drafts[index + 1].rule.hasSuffix("counted"), samePeriod(drafts[index], drafts[index + 1])
      {
        // accounted for 24.2% of the total, with 48,700 applications
        drafts[index].qualifies = index + 1
      } else if drafts[next].kind == .level, drafts[next].name == drafts[index].name, drafts[next].area == drafts[index].area,
        drafts[next].partOf == nil, !drafts[next].isBase, samePeriod(drafts[index], drafts[next])
      {
        drafts[index].qualifies = next
      } else if let reached = drafts[(index + 1)...].prefix(16).firstIndex(where: { $0.kind == .level && $0.rule == "list.reached" }),
        let own = drafts[reached...].prefix(8).firstIndex(where: { other in
          other.kind == .level && other.name == drafts[index].name && other.area?.value == drafts[index].area?.value && !other.isBase
        }),
        samePeriod(drafts[index], drafts[own])
      {
        // 分别上升7%及3%，达3690万吨及2780万吨
        drafts[index].qualifies = own
      }
    }
  }

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

  private func holds(_ draft: Draft, _ whole: Int) -> Bool {
    compatible(drafts[whole].unit, draft.unit) && !size(drafts[whole]).isLess(than: size(draft))
  }

  /// 接待旅客5000万人次，旅游收入612亿元。其中，过夜旅客1200万人次: of the level of the sentence before that counts alike, where their names end
  /// alike.
  private func wholeBefore(_ draft: Draft) -> Int? {
    guard let last = drafts.last?.sentence else { return nil }
    return drafts.indices.suffix(16).last { at in
      drafts[at].kind == .level && drafts[at].sentence == last && drafts[at].partOf == nil && !drafts[at].isBase && !isAverage(drafts[at])
        && holds(draft, at) && samePeriod(drafts[at], draft) && drafts[at].area?.value == draft.area?.value
        && drafts[at].name.suffix(2) == draft.name.suffix(2) && drafts[at].name != draft.name
    }
  }

  /// 其中国内航线40.1万吨，国际航线27.1万吨: a further part, of the kind of the part told right before, as long as they fit in the whole.
  private func wholeOfSibling(_ draft: Draft) -> Int? {
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
  private static func signs(of name: String) -> [Character] {
    let end = name.last.map { "量數数".contains($0) } ?? false
    return (end ? name.dropLast() : name[...]).sorted()
  }

  private func commonEnd(_ one: String, _ other: String) -> Int { zip(one.reversed(), other.reversed()).prefix { $0 == $1 }.count }

  /// A number without the multiplier of its unit: 1.81亿户 is more than 5673.7万户.
  private func size(_ draft: Draft) -> ExactNumber { draft.number.shifted(byPowerOfTen: Unit(draft.unit).multiplier) ?? draft.number }

  /// 常住人口512.6万人。…60岁及以上118.4万人，占23.1%，其中65岁及以上85.1万人，占16.6%: where parts have parts, a share may be of any whole that
  /// was told before; it is of the nearest unless the numbers say that it is of one farther out.
  private func wholeThatFits(_ share: Statement, of part: Int, nearest: Int) -> Int {
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

  func compatible(_ a: String, _ b: String) -> Bool {
    func measure(_ unit: String) -> Substring { unit.drop { "十百千万亿萬億兆".contains($0) } }
    return measure(a) == measure(b)
  }

  /// The clause stands after 其中 and a comma.
  func isWithin(_ statement: Statement) -> Bool { statement.followsWithin }

  /// The last level of the sentence that is no part itself, in the unit or in a multiple of it: 6.66万亿元；其中…6360.6亿元.
  func wholeInSentence(_ unit: String) -> Int? {
    drafts.indices.suffix(from: firstOfSentence).suffix(24).last {
      drafts[$0].kind == .level && drafts[$0].partOf == nil && compatible(drafts[$0].unit, unit) && !isAverage(drafts[$0])
    }
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
      return drafts[whole].name
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
      let words = statement.head.words, words != level.name, !words.hasSuffix(level.name)
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
