import Articles
import Indicators
import Lingua

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
      if let own = levelInUnit(of: draft, statement) { (draft.qualifies, draft.name) = (own, drafts[own].name) }
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
  func isAverage(_ draft: Draft) -> Bool {
    let unit = draft.unit.simplifiedForm
    return prose.facts.unitsOfTime.contains { unit.hasSuffix($0) } || unit.contains("/")
      || measures.averages.contains { draft.name.simplifiedForm.contains($0) }
  }

  /// 新投产生产线6条，设计产能972万吨，较去年同期减少3条: a difference is in the unit of the level that it is of, so not of the capacity.
  private func levelInUnit(of draft: Draft, _ statement: Statement) -> Int? {
    guard draft.kind == .change, draft.form == nil, statement.head.isOpen, let level = draft.qualifies, drafts[level].kind == .level,
      !draft.unit.isEmpty, ![.proportion, .points].contains(Unit(draft.unit).kind.dimension), !compatible(drafts[level].unit, draft.unit)
    else { return nil }
    return drafts.indices.suffix(from: firstOfSentence).last {
      drafts[$0].kind == .level && !drafts[$0].isBase && compatible(drafts[$0].unit, draft.unit)
        && drafts[$0].area?.value == draft.area?.value && samePeriod(drafts[$0], draft)
    }
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

  func compatible(_ a: String, _ b: String) -> Bool {
    func measure(_ unit: String) -> Substring { unit.drop { "十百千万亿萬億兆".contains($0) } }
    return measure(a) == measure(b)
  }

  /// The clause stands after 其中 and a comma.
  func isWithin(_ statement: Statement) -> Bool { statement.followsWithin }
}
