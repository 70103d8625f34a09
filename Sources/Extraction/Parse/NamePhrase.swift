import Articles
import Lingua

/// A noun phrase found for a name.
struct NamePhrase: Hashable {
  /// Token indices in text order.
  var tokens: [Int]
  /// The verb right before it, kept in the name when the count is of an action on things.
  var action: Int?
  /// A place or body that opened the phrase: the subject.
  var place: Int?
  /// Several places opened the phrase.
  var isPlaceList = false
  /// 其中 stood before it.
  var isWithin = false
  /// A verb or preposition stands directly before the number, so that the name must follow it.
  var isOpen = false
}

extension TokenBlock {
  /// The shortest noun phrase at the right end of `tokens` (indices, text order) once verbs, adverbs, times and places in
  /// front are taken off.
  func namePhrase(_ tokens: [Int]) -> NamePhrase {
    var phrase = NamePhrase(tokens: tokens)
    if let setting = settingAtEnd(tokens) { phrase.tokens.removeAll { setting.contains($0) } }
    if let places = placesOfSetting(tokens) { phrase.tokens.removeAll { places.contains($0) } }
    if let span = spanOfSetting(tokens) { phrase.tokens.removeAll { span.contains($0) } }
    // 旅发局公布去年访港旅客人数: what stands in front of a time is no name of what it tells of.
    if let time = phrase.tokens.dropLast().lastIndex(where: { self.tokens[$0].time.map { !$0.isEmpty && $0.year != .relative(0) } ?? false }
    ),
      time > 0, case let before = phrase.tokens[time - 1], self.tokens[before].kind == .text || self.tokens[before].has([.noun, .body]),
      !self.tokens[before].has([.preposition, .from, .compare, .reach, .predicate, .adverb]),
      !self.tokens[phrase.tokens[time + 1]].has([.of, .setting]),
      !phrase.tokens[..<time].contains(where: { self.tokens[$0].has([.from, .compare]) })
    {
      phrase.tokens.removeFirst(time + 1)
    }
    trimRight(&phrase)
    let isObject = trimLeft(&phrase)
    let count = phrase.tokens.count
    cutAtVerb(&phrase)
    addRelation(&phrase, in: tokens)
    // A place right after a verb (获中国专利奖) is its object and no subject.
    if isObject || phrase.tokens.count < count, let first = phrase.tokens.first, self.tokens[first].place != nil { return phrase }
    _ = trimLeft(&phrase)
    return phrase
  }

  /// 服务行业对商业快递的需求: whose relation to what stands behind 对 is measured, up to the noun before 对.
  private func addRelation(_ phrase: inout NamePhrase, in all: [Int]) {
    guard let first = phrase.tokens.first, reads(first - 1, "对"), let at = all.firstIndex(of: first), at > 1, all[at - 1] == first - 1,
      phrase.tokens.contains(where: { tokens[$0].has(.of) }), !phrase.tokens.contains(where: { tokens[$0].place != nil })
    else { return }
    var start = at - 1
    while start > 0, all[start - 1] == all[start] - 1, case let token = tokens[all[start - 1]],
      token.kind == .text || token.has([.noun, .action]) && !token.has([.predicate, .adverb, .preposition, .verb, .selfName, .speech]),
      at - start < 4
    { start -= 1 }
    guard start < at - 1 else { return }
    phrase.tokens = Array(all[start..<at]) + phrase.tokens
    phrase.action = nil
  }

  private func trimRight(_ phrase: inout NamePhrase) {
    while let last = phrase.tokens.last {
      let token = tokens[last]
      switch token.kind {
      case .word(let word):
        let classes = word.classes
        if classes.contains(.currency) {
          phrase.tokens.removeLast()
          continue
        }
        if classes.contains(.done), let verb = phrase.tokens.dropLast().last, tokens[verb].kind == .text, tokens[verb].range.count <= 3 {
          // 沉淀了超4000个行业模型: what stands before 了 is a verb.
          phrase.tokens.removeLast(2)
          phrase.isOpen = true
          continue
        }
        // 市场占有率排名第二: at the end of a name the share is what is measured.
        if classes.contains(.share), token.range.count > 2 { return }
        if classes.contains(.pronoun) {
          phrase.tokens.removeAll()
          return
        }
        if classes.contains(.verb) && classes.isDisjoint(with: [.predicate, .adverb, .action]) {
          phrase.isOpen = true
          phrase.tokens.removeLast()
          continue
        }
        if !classes.isDisjoint(with: [.noun, .dependent, .rate, .growthNoun, .body, .abstract])
          && classes.isDisjoint(with: [.predicate, .adverb, .preposition])
        {
          return
        }
        if !classes.isDisjoint(with: [.action]) {
          // A verb right before the number: 受理1200件; alone it is the name unless a noun follows the number.
          phrase.isOpen = true
          return
        }
        if !classes.isDisjoint(with: [.office]) && phrase.tokens.count > 1 { return }
        if !classes.isDisjoint(with: [.selfName]) && phrase.tokens.count > 1 { return }
        if !classes.isDisjoint(with: [.preposition, .etCetera]) { phrase.isOpen = true }
      case .punctuation, .time: break
      case .quantity(let quantity) where quantity.kind == .duration && !quantity.unit.hasSuffix("岁") && !quantity.unit.hasSuffix("歲"): break
      case .quantity, .place, .text, .latin: return
      }
      phrase.tokens.removeLast()
    }
  }

  /// - Returns: whether the last word taken off is a verb, so that what follows is its object.
  private func trimLeft(_ phrase: inout NamePhrase) -> Bool {
    var isObject = false
    while let first = phrase.tokens.first {
      if phrase.tokens.count == 2, joinsMeasure(phrase.tokens) { return isObject }
      let token = tokens[first]
      switch token.kind {
      case .time: break
      case .punctuation(.quoteOpen):
        // A quoted word opens the name.
        if phrase.tokens.count > 1, case let next = tokens[phrase.tokens[1]],
          next.kind == .text || next.kind == .latin || next.has(.noun) && !next.has([.predicate, .adverb])
        {
          return isObject
        }
      case .punctuation: break
      case .place:
        // 国内航线 beside 国际航线: an attribute.
        if isDomestic(first) || attributes.contains(first) { return isObject }
        // 获中国专利奖: a place right after a verb is its object and no subject.
        guard phrase.tokens.count > 1, !isObject else { return isObject }
        if phrase.tokens.count > 2, tokens[phrase.tokens[1]].punctuation == .enumeration || tokens[phrase.tokens[1]].has(.conjunction),
          tokens[phrase.tokens[2]].place != nil
        {
          // 甲市、乙市有效专利: several subjects.
          phrase.isPlaceList = true
          phrase.tokens.removeFirst(2)
          continue
        }
        guard opensSubject(phrase.tokens[1]) else { return isObject }
        phrase.place = phrase.isPlaceList ? nil : first
      case .word(let word):
        let classes = word.classes
        if classes.contains(.within) { phrase.isWithin = true }
        // 期间内地旅客: when, and no part of the name.
        if phrase.tokens.count > 1, prose.times.within.contains(plain(first..<(first + 1))) {
          phrase.tokens.removeFirst()
          continue
        }
        // 经调整季节变动因素后之失业率: an adjusted rate is another than the rate.
        if classes.contains(.adverb), phrase.tokens.count > 1, holds(first..<(first + 1), oneOf: prose.names.seasons) { return isObject }
        // 公司全年研发投入: the subject, not a part of the name.
        if classes.contains(.selfName), classes.contains(.body), phrase.tokens.count > 1, !tokens[phrase.tokens[1]].has(.body) {
          phrase.place = phrase.place ?? first
          phrase.tokens.removeFirst()
          continue
        }
        if classes.contains(.preposition), phrase.tokens.count > 2, tokens[phrase.tokens[1]].place != nil,
          !classes.contains(.from) || comesFrom(phrase.tokens)
        {
          return isObject
        }
        if !classes.isDisjoint(with: [.noun, .dependent, .rate, .growthNoun, .body, .action])
          && classes.isDisjoint(with: [.adverb, .marker, .conjunction])
        {
          return isObject
        }
        // 快速维权中心, 平均用时: an adverb that is a noun as well belongs to the noun after it.
        if classes.contains(.noun), classes.contains(.adverb), classes.isDisjoint(with: [.predicate, .yearOnYear]), phrase.tokens.count > 1,
          tokens[phrase.tokens[1]].kind == .text || tokens[phrase.tokens[1]].has([.noun, .action])
        {
          return isObject
        }
        // 新登记经营主体, 总出口: a sign that is one word with what follows.
        if token.range.count == 1, phrase.tokens.count > 1, reads(first, "新") || reads(first, "总"),
          tokens[phrase.tokens[1]].range.lowerBound == token.range.upperBound
        {
          return isObject
        }
        // 每台设备补贴: what each one gets.
        if classes.contains(.each), phrase.tokens.count > 1, tokens[phrase.tokens[1]].range.lowerBound == token.range.upperBound {
          return isObject
        }
        isObject = classes.contains(.verb) && classes.isDisjoint(with: [.preposition, .predicate, .equals, .adverb])
        // 成功率: an adverb joined to a rate is part of its name.
        if classes.contains(.adverb), phrase.tokens.count > 1, case let next = tokens[phrase.tokens[1]],
          next.range.lowerBound == token.range.upperBound,
          next.range.count == 1, next.has(.rate)
        {
          return isObject
        }
        if classes.contains(.selfName) { phrase.place = phrase.place ?? first }
        if opensRelative(phrase.tokens, 0) { return isObject }
        if classes.isDisjoint(with: [
          .adverb, .marker, .conjunction, .within, .selfName, .of, .done, .preposition, .verb, .predicate, .setting, .stop, .from,
          .speech, .plan, .each, .compare, .yearOnYear, .equals, .respectively, .reach, .rank, .pronoun,
        ]) {
          return isObject
        }
      case .quantity, .text, .latin: return isObject
      }
      phrase.tokens.removeFirst()
    }
    return isObject
  }

  /// 自美国进口, 自中国大陆及香港接单: where what is done comes from is part of its name.
  private func comesFrom(_ indices: [Int]) -> Bool {
    guard
      let act = indices.dropFirst().first(where: {
        tokens[$0].place == nil && !tokens[$0].has(.conjunction) && tokens[$0].punctuation == nil
      })
    else { return false }
    return tokens[act].has(.action)
  }

  /// A place is the subject of what follows unless it is part of a longer name (广州知识产权法院 is one body).
  private func opensSubject(_ next: Int) -> Bool {
    switch tokens[next].kind {
    case .word(let word) where word.classes.contains(.body) && next + 1 < tokens.count && plain((next + 1)..<(next + 2)).hasPrefix("业"):
      return true
    case .word(let word): return word.classes.isDisjoint(with: [.body, .conjunction])
    case .punctuation(.enumeration): return false
    default: return true
    }
  }

  /// 劳动力参与率, 提取额: the sign of a rate or an amount right behind a verb makes a noun of it.
  private func joinsMeasure(_ indices: [Int]) -> Bool {
    guard indices.count > 1, let last = indices.last, tokens[last].range.count == 1, tokens[last].has([.rate, .dependent]) else {
      return false
    }
    let verb = tokens[indices[indices.count - 2]]
    return verb.range.upperBound == tokens[last].range.lowerBound && verb.range.count > 1 && verb.word != nil
      && !verb.has([.adverb, .of, .conjunction, .marker, .within, .selfName, .yearOnYear])
  }

  /// Cuts the phrase after its last verb that is followed by more words; the verb of an action stays with it.
  private func cutAtVerb(_ phrase: inout NamePhrase) {
    guard phrase.tokens.count > 1 else { return }
    // 拥有量, 覆盖面: a single character after the verb makes a noun of it.
    let makesNoun =
      phrase.tokens.last.map { tokens[$0].range.count == 1 && tokens[$0].kind == .text } ?? false || joinsMeasure(phrase.tokens)
    for position in phrase.tokens.indices.dropLast(makesNoun ? 2 : 1).reversed() {
      let token = tokens[phrase.tokens[position]]
      guard case .word(let word) = token.kind else { continue }
      let classes = word.classes
      if makesNoun, !isCutBeforeNoun(phrase.tokens, position) { continue }
      if classes.contains(.verb), position > 0,
        prose.names.carryingOut.contains(plain(phrase.tokens[position]..<(phrase.tokens[position] + 1))),
        case let lead = plain(phrase.tokens[0]..<phrase.tokens[position]), bareParts.contains(where: { lead.hasSuffix($0) })
      {
        // 国内航线完成运输总周转量: which part of the measure is told.
        phrase.tokens.remove(at: position)
        return
      }
      if classes.contains(.noun) { continue }
      let next = tokens[phrase.tokens[position + 1]]
      if next.has(.of) && classes.isDisjoint(with: [.preposition, .stop, .marker]) { continue }
      if classes.contains(.action) {
        // 受理案件 keeps its verb; a verb in the middle of a noun phrase (专利转让许可次数) is a noun.
        if position == 0 { return }
        let before = tokens[phrase.tokens[position - 1]]
        if case .text = before.kind { continue }
        if before.has(.noun) || before.has(.action) { continue }
        phrase.tokens.removeFirst(position)
        return
      }
      // 国内企业拥有有效专利: whose they are.
      if classes.contains(.verb), position > 0,
        prose.names.holding.contains(plain(phrase.tokens[position]..<(phrase.tokens[position] + 1))),
        isHolder(phrase.tokens[position - 1])
      {
        return
      }
      if opensRelative(phrase.tokens, position) {
        phrase.tokens.removeFirst(position)
        return
      }
      // 每万人拥有5G基站: what each so many have.
      if classes.contains(.verb), position > 0, position <= 3, tokens[phrase.tokens[0]].has(.each) { return }
      if !classes.isDisjoint(with: [.verb, .stop, .speech, .respectively, .marker])
        || classes.contains(.setting) && position > 0 && isSettingEnd(phrase.tokens, position)
      {
        if reads(phrase.tokens[position], "与"), position > 1, next.place != nil, tokens[phrase.tokens[position - 1]].place != nil,
          phrase.tokens[..<position].contains(where: { reads($0, "对") })
        {
          // 对中国大陆与香港出口: it joins two partners.
          continue
        }
        // 对, 与, 在 open a phrase that belongs to the name only before a place.
        if classes.contains(.preposition), next.place != nil, phrase.tokens.count > position + 2 {
          if position > 0 { phrase.tokens.removeFirst(position) }
          return
        }
        // 社会物流总费用与GDP的比率: what is measured is how one stands to the other.
        if reads(phrase.tokens[position], "与") || reads(phrase.tokens[position], "和"), position > 0,
          let last = phrase.tokens.last, prose.names.ratioNouns.contains(plain(last..<(last + 1))),
          phrase.tokens[position...].contains(where: { tokens[$0].has(.of) })
        {
          continue
        }
        // 研究与试验发展经费: 与 between nouns joins them.
        if reads(phrase.tokens[position], "与"), position > 0, next.kind == .text || next.has(.noun),
          case let before = tokens[phrase.tokens[position - 1]], before.kind == .text || before.has(.noun),
          !phrase.tokens[..<position].contains(where: { tokens[$0].place != nil })
        {
          continue
        }
        // 失业人员实现就业, 电源工程完成投资: the bare noun of an act behind the verb is whose stands before it.
        if joinsObject(phrase.tokens, position) {
          phrase.tokens.remove(at: position)
          return
        }
        // 外汇储备余额, 企业投入金额: between a noun and its measure a verb is part of the name.
        if position > 0, position + 2 == phrase.tokens.count,
          next.has(.dependent)
            || prose.names.secondNouns.contains(plain(phrase.tokens[position + 1]..<(phrase.tokens[position + 1] + 1))),
          tokens[phrase.tokens[position - 1]].kind == .text || tokens[phrase.tokens[position - 1]].has(.noun), token.range.count > 1,
          classes.isDisjoint(with: [.preposition, .stop, .speech, .predicate]),
          tokens[phrase.tokens[position - 1]].range.upperBound == token.range.lowerBound
        {
          return
        }
        phrase.tokens.removeFirst(position + 1)
        return
      }
      if classes.contains(.adverb), token.range.count > 1, position > 1, reads(phrase.tokens[0], "对"), tokens[phrase.tokens[1]].place != nil
      {
        // 对共建国家合计进出口: how it is counted, inside a partner and what is traded.
        phrase.tokens.remove(at: position)
        return
      }
      // 输往亚洲的整体出口货值: behind 的 it says which.
      if classes.contains(.adverb), position > 0, tokens[phrase.tokens[position - 1]].has(.of), next.has(.noun) || next.kind == .text {
        continue
      }
      // 产险公司预计利润总额: how sure it is says nothing of whose it is.
      if classes.contains(.plan), classes.contains(.adverb), position > 0, case let before = tokens[phrase.tokens[position - 1]],
        before.kind == .text || before.has([.noun, .body]), !before.has([.predicate, .adverb, .preposition])
      {
        phrase.tokens.remove(at: position)
        continue
      }
      // 人身险公司本年累计新增保险金额: nor does the time it has come together in.
      if classes.contains(.adverb), position > 1, tokens[phrase.tokens[position - 1]].time?.year == .relative(0),
        case let before = tokens[phrase.tokens[position - 2]], before.kind == .text || before.has([.noun, .body])
      {
        phrase.tokens.removeSubrange((position - 1)...position)
        continue
      }
      if joinsMeasured(phrase.tokens, position) {
        phrase.tokens.remove(at: position)
        continue
      }
      if classes.contains(.adverb), token.range.count > 1 || reads(phrase.tokens[position], "共"), position > 0 {
        phrase.tokens.removeFirst(position + 1)
        return
      }
    }
  }

  /// 全行业共完成旅客运输量: a verb of doing that stands before a whole noun whose last sign makes it one.
  private func isCutBeforeNoun(_ indices: [Int], _ position: Int) -> Bool {
    prose.names.carryingOut.contains(plain(indices[position]..<(indices[position] + 1)))
  }

  /// 拥有有效专利的企业: what they do says which of them are counted.
  private func opensRelative(_ indices: [Int], _ position: Int) -> Bool {
    guard position + 3 < indices.count, case let verb = tokens[indices[position]], verb.has(.verb),
      !verb.has([.preposition, .stop, .speech, .predicate, .adverb]), let end = indices.last,
      let of = indices[(position + 2)...].first(where: { tokens[$0].has(.of) }), of != end
    else { return false }
    return isHolder(end)
  }

  /// Firms, schools, persons: who has or does something.
  private func isHolder(_ index: Int) -> Bool {
    let word = plain(index..<(index + 1))
    return tokens[index].place == nil
      && prose.names.owning.contains { word.hasSuffix($0) }
  }

  /// 实现 and 完成 between what does something and the bare noun of what it does.
  private func joinsObject(_ indices: [Int], _ position: Int) -> Bool {
    guard position > 0, position + 2 == indices.count, prose.names.carryingOut.contains(plain(indices[position]..<(indices[position] + 1)))
    else {
      return false
    }
    let object = tokens[indices[position + 1]]
    guard object.has([.dependent, .action]) || prose.names.carriedOut.contains(plain(indices[position + 1]..<(indices[position + 1] + 1)))
    else {
      return false
    }
    let doer = tokens[indices[position - 1]]
    return doer.kind == .text || doer.has(.noun) && !doer.has([.adverb, .marker, .selfName])
  }

  /// 移动互联网累计流量: 累计 inside a noun says how it was counted, and parts nothing.
  private func joinsMeasured(_ indices: [Int], _ position: Int) -> Bool {
    let at = indices[position]
    guard position > 0, position + 1 < indices.count, prose.names.summing.contains(plain(at..<(at + 1))), indices[position - 1] == at - 1,
      indices[position + 1] == at + 1
    else { return false }
    let (before, next) = (tokens[at - 1], tokens[at + 1])
    return before.range.upperBound == tokens[at].range.lowerBound && (before.kind == .text || before.has(.noun))
      && !before.has([.body, .office, .selfName, .verb, .adverb, .preposition])
      && (next.kind == .text && next.range.count <= 3 || next.has([.noun, .dependent])
        || position + 2 == indices.count && prose.names.registering.contains(plain((at + 1)..<(at + 2))))
      && !next.has([.verb, .predicate])
  }

  /// 国内航线, 国内游客: beside what is 国际, or of those who travel, 国内 says which and not whose.
  func isDomestic(_ index: Int) -> Bool {
    guard tokens[index].place != nil, prose.names.atHome.contains(plain(index..<(index + 1))), index + 1 < tokens.count,
      tokens[index + 1].range.lowerBound == tokens[index].range.upperBound,
      tokens[index + 1].kind == .text || tokens[index + 1].has([.noun, .dependent])
    else { return false }
    let next = plain((index + 1)..<(index + 2))
    if prose.names.domestic.contains(where: { next.hasPrefix($0) }) { return true }
    // 全省国内有效发明专利: whose they are was said.
    if index > 0, tokens[index - 1].has(.selfName), tokens[index - 1].range.upperBound == tokens[index].range.lowerBound { return true }
    let near = max(0, index - 40)..<min(tokens.count, index + 40)
    return near.contains { at in prose.names.abroad.contains { plain(at..<(at + 1)).hasPrefix($0) } }
  }

  private func isSettingEnd(_ indices: [Int], _ position: Int) -> Bool {
    indices[..<position].contains { tokens[$0].has(.preposition) }
  }
}
