import Indicators
import Lingua

/// What stands around a number, as far as it decides what the number is.
struct Surroundings {
  var region: Region
  var quantity: QuantityExpression
  var qualifier: Observation.Qualifier
  /// Token of the rise or fall directly before the number.
  var change: Int?
  /// The last rise or fall anywhere in the region.
  var distantChange: Int?
  var isFall = false
  /// 增至, 提升至 directly before the number.
  var reaches = false
  var hasPredicate = false
  /// 增速, 涨幅.
  var growthNoun: Int?
  var share: Int?
  var rank: Int?
  var compare: Int?
  var isUnbroken = false
  var equals: Int?
  var respectively: Int?
  /// How far above or below what was at another time.
  var comparesWithTime = false
  /// 力争, 计划, 预计.
  var modality: Modality?
  var yearOnYear = false
  /// Nothing but words that bind stands between the number and the one before it.
  var isBound = true
}

extension SentenceParser {
  func surroundings(at index: Int, _ quantity: QuantityExpression) -> Surroundings {
    var region = block.region(before: index) { figures[$0] && !thresholds.contains($0) }
    // 低于2023年同季的437件: no bound, and no part of a name.
    if base != nil { region.tokens.removeAll { at in at + 1 < index && block.tokens[at + 1].time != nil && isBelowOrAbove(at + 1) } }
    var around = Surroundings(region: region, quantity: quantity, qualifier: .exactly)
    var qualifier: Observation.Qualifier?
    var adjacent = true
    for at in region.tokens.reversed() {
      let token = block.tokens[at]
      guard case .word(let word) = token.kind else {
        if token.punctuation == nil { around.isBound = false }
        if token.time == nil && token.punctuation == nil { adjacent = false }
        continue
      }
      let classes = word.classes
      // 提升到2023年的12.6%: 的 after a time binds.
      if classes.contains(.of), at > 0, block.tokens[at - 1].time != nil { continue }
      // 高于上年0.8个百分点, 低于2019年同期0.6小时: how far, and no bound.
      let comparesWithTime =
        (quantity.kind == .points ? at + 1 < index : at + 2 == index) && block.tokens[at + 1].time != nil
        && language.measures.distances.contains(block.plain(at..<(at + 1)))
      if comparesWithTime { around.comparesWithTime = true }
      if adjacent, qualifier == nil, let before = word.before, !comparesWithTime { qualifier = before }
      let isBinding =
        !classes.isDisjoint(with: [.predicate, .adverb, .done, .reach, .rise, .fall, .equals, .respectively, .yearOnYear, .unbroken])
        || word.before != nil
      if adjacent {
        if classes.contains(.reach), around.change == nil { around.reaches = true }
        if !classes.isDisjoint(with: [.rise, .fall]), around.change == nil, !around.reaches { around.change = at }
        if classes.contains(.predicate) { around.hasPredicate = true }
        if classes.contains(.unbroken) { around.isUnbroken = true }
        if classes.contains(.equals), around.equals == nil { around.equals = at }
      }
      if !classes.isDisjoint(with: [.rise, .fall]), around.distantChange == nil, word.before == nil || token.range.count > 1 {
        around.distantChange = at
      }
      if classes.contains(.growthNoun), around.growthNoun == nil { around.growthNoun = at }
      if classes.contains(.share), around.share == nil { around.share = at }
      if classes.contains(.rank), around.rank == nil { around.rank = at }
      if classes.contains(.compare) { around.compare = at }
      if classes.contains(.respectively) { around.respectively = at }
      if classes.contains(.plan) { around.modality = modality(of: at) }
      if classes.contains(.yearOnYear) { around.yearOnYear = true }
      if classes.contains(.equals), around.equals == nil { around.equals = at }
      if !isBinding {
        adjacent = false
        if classes.isDisjoint(with: [.conjunction, .of]) { around.isBound = false }
      }
    }
    if around.change == nil, !around.reaches, around.compare != nil || around.yearOnYear,
      let verb = difference(region) ?? addition(region, after: around.compare, at: index)
    {
      around.change = verb.index
      around.isFall = verb.isLess
    }
    let isDifference = around.change != nil && around.change.map { !block.tokens[$0].has([.rise, .fall]) } ?? false
    if qualifier == nil { qualifier = headQualifier(region) }
    around.qualifier = resolve(qualifier, quantity, after: index)
    if !isDifference, let sign = around.change ?? around.distantChange { around.isFall = block.tokens[sign].has(.fall) }
    return around
  }

  /// 比上年同期多退485亿元, 比去年少招12人: 多 or 少 and the sign of an act right before the number.
  private func difference(_ region: Region) -> (index: Int, isLess: Bool)? {
    // 多发送近500万人次
    var tokens = region.tokens
    while let last = tokens.last, block.tokens[last].word?.before != nil, !block.plain(last..<(last + 1)).hasPrefix("多") {
      tokens.removeLast()
    }
    for count in [1, 2] where tokens.count > count {
      let first = tokens[tokens.count - count]
      let last = tokens[tokens.count - 1]
      guard last - first == count - 1, case let words = block.plain(first..<(last + 1)), let sign = words.first, sign == "多" || sign == "少"
      else { continue }
      // 较上年同期多支出1184元
      if words.count == 3, isAct(last, of: String(words.dropFirst())) { return (first, sign == "少") }
      guard words.count == 2, let act = words.last, !"达于数个项种样次名出".contains(act)
      else { continue }
      return (first, sign == "少")
    }
    return nil
  }

  private func isAct(_ index: Int, of words: String) -> Bool {
    language.words.partOfSpeech(of: words) == .verb || block.tokens[index].has(.action)
  }

  /// 较年初新增41.2亿元: what is new since a time is by how much the level grew; 比上年新增企业300家 counts firms.
  private func addition(_ region: Region, after compare: Int?, at index: Int) -> (index: Int, isLess: Bool)? {
    guard let compare, let last = region.tokens.last, last > compare, block.tokens[last].range.count == 2,
      prose.facts.adding.contains(block.plain(last..<(last + 1))), block.noun(after: index) == nil,
      region.tokens.filter({ $0 > compare && $0 < last }).allSatisfy({ block.tokens[$0].time != nil })
    else { return nil }
    return (last, false)
  }

  private func modality(of index: Int) -> Modality? {
    // 临时估计为308亿元: a noun of the statistics office.
    if prose.facts.estimates.contains(block.plain(index..<(index + 1))), index > 0,
      block.tokens[index - 1].range.upperBound == block.tokens[index].range.lowerBound,
      block.tokens[index - 1].kind == .text || block.tokens[index - 1].has([.noun, .of])
    {
      return nil
    }
    let word = block.plain(index..<(index + 1))
    // 估计市值约29.6亿元: how a value that is was found.
    if prose.facts.estimating.contains(word), index + 1 < block.tokens.count,
      case let next = block.plain((index + 1)..<min(index + 3, block.tokens.count)),
      prose.facts.estimated.contains(where: { next.contains($0) })
    {
      return nil
    }
    // 完成年度目标的113.7%: the plan is a noun, and the figure says how it stands.
    if index + 1 < block.tokens.count, prose.facts.targetNouns.contains(word),
      block.tokens[index + 1].has(.noun) || block.tokens[index + 1].kind == .text
    {
      return nil
    }
    // “合伙人”计划: the name of a programme.
    if prose.facts.plansInNames.contains(word), isInsideNoun(index) || index > 0 && block.tokens[index - 1].punctuation == .quoteClose {
      return nil
    }
    if prose.facts.expected.contains(word), index + 1 < block.tokens.count,
      block.tokens[index].range.upperBound == block.tokens[index + 1].range.lowerBound,
      language.measures.expectations.contains(where: { block.plain((index + 1)..<min(index + 3, block.tokens.count)).hasPrefix($0) })
    {
      // 生产经营活动预期指数: what is expected is measured.
      return nil
    }
    if index + 1 < block.tokens.count, block.tokens[index + 1].has(.of), prose.facts.aimNouns.contains(word) { return nil }
    if prose.facts.forecasts.contains(where: { word.hasPrefix($0) }) { return .forecast }
    return prose.facts.targets.contains { word.contains($0) } ? .target : .plan
  }
  /// 教育资助计划业务的供款, 人才引进计划项目: a noun stands on both sides and makes one name with it.
  private func isInsideNoun(_ index: Int) -> Bool {
    guard index > 0, index + 1 < block.tokens.count, block.tokens[index - 1].kind == .text || block.tokens[index - 1].has(.noun),
      !block.tokens[index - 1].has([.body, .office, .selfName, .verb]),
      block.tokens[index - 1].range.upperBound == block.tokens[index].range.lowerBound,
      block.tokens[index].range.upperBound == block.tokens[index + 1].range.lowerBound
    else { return false }
    return prose.facts.plannedThings.contains {
      block.plain((index + 1)..<min(index + 3, block.tokens.count)).hasPrefix($0)
    }
  }

  /// 预计假期期间，客流量将达…: a forecast that opens the sentence governs what is to come in its further clauses.
  func isForecast(before index: Int) -> Bool {
    let start = block.clauseStart[index]
    guard start > sentence.lowerBound else { return false }
    return (max(sentence.lowerBound, start - 24)..<start).contains { at in
      block.tokens[at].has(.plan) && modality(of: at) == .forecast && !(at..<start).contains { figures[$0] }
    }
  }

  /// 統計處預估，11月外銷訂單介於667億至687億美元: who foretells it, in a clause of its own at the head of the sentence.
  func isForetold(at index: Int) -> Bool {
    let start = block.clauseStart[index]
    guard start > sentence.lowerBound + 1,
      let verb = (sentence.lowerBound..<start).first(where: { block.tokens[$0].has(.plan) || figures[$0] }), !figures[verb],
      verb + 1 < block.tokens.count, block.tokens[verb + 1].punctuation == .comma || block.tokens[verb + 1].punctuation == .colon
    else { return false }
    return modality(of: verb) == .forecast
  }

  /// 最高贴息100万元: the limit is said before the name.
  private func headQualifier(_ region: Region) -> Observation.Qualifier? {
    let binds = region.tokens.contains {
      block.tokens[$0].has([.reach, .equals]) || block.tokens[$0].has(.predicate) && block.tokens[$0].word?.before == nil
    }
    if let limit = region.tokens.lastIndex(where: { block.tokens[$0].word?.before == .atMost }), limit + 1 < region.tokens.count {
      // 最高能拿走净收益的92%, 最高可获奖励100万元: the limit is said at the verb; 最高用电负荷达到… names a peak.
      let next = block.plain(region.tokens[limit + 1]..<(region.tokens[limit + 1] + 1))
      if prose.facts.allowing.contains(next) { return .atMost }
    }
    for at in region.tokens.prefix(3) {
      if let before = block.tokens[at].word?.before, before == .atMost && !binds || before == .atLeast { return before }
      guard block.tokens[at].time != nil || block.tokens[at].has([.adverb, .conjunction, .predicate]) else { return nil }
    }
    return nil
  }

  /// 以上, 左右 after the number win over nothing before it; 余 and 多 inside mean more.
  private func resolve(_ before: Observation.Qualifier?, _ quantity: QuantityExpression, after index: Int) -> Observation.Qualifier {
    if let before, before != .about || !quantity.isOpen { return before }
    if quantity.isOpen { return .moreThan }
    if quantity.isTop { return .atMost }
    let next = index + 1
    if next < block.tokens.count, let after = block.tokens[next].word?.after { return after }
    return before ?? .exactly
  }
}
