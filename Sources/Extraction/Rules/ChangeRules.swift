import Articles
import Indicators

extension Reader {
  /// The second and further members of a list after one verb: 分别增长12%、15%和20%.
  func listMember(_ features: Features, at index: Int) -> Finding? {
    guard features.region.isListed || features.region.quantity.map({ isJointToken($0 + 1) && $0 + 2 == index }) ?? false,
      let last = lastFact, features.region.quantity == last.token, let before = drafts.last
    else { return nil }
    let rest = features.region.tokens.filter { block.tokens[$0].word?.before == nil && !block.tokens[$0].has([.predicate, .adverb]) && block.tokens[$0].punctuation == nil }
    if last.kind == .share, rest.count == 2, block.tokens[rest[1]].has(.of), let whole = block.tokens[rest[0]].place, compatible(features.quantity, before) {
      // 占全省的45%、全国的4.3%: another whole.
      return Finding(
        kind: .share, rule: "list.whole", name: before.name, qualifier: features.qualifier == .exactly ? last.qualifier : features.qualifier,
        scope: whole.name, place: before.area, period: before.period, inheritsName: true)
    }
    guard rest.isEmpty, compatible(features.quantity, before) else { return nil }
    if last.kind == .level, block.noun(after: index) != nil, features.respectively == nil, listItems(at: index) == nil { return nil }
    let qualifier = features.qualifier == .exactly ? last.qualifier : features.qualifier
    return Finding(
      kind: last.kind, rule: "list.member", name: before.name, qualifier: qualifier, isNegative: last.isNegative,
      unit: last.kind == .rank ? "位" : nil, scope: last.scope, place: before.area, period: before.period, inheritsName: last.kind != .level)
  }

  /// 占比从45.6%提高到63.2%: the second end of a movement is of the kind of the first.
  func movementEnd(_ features: Features, at index: Int) -> Finding? {
    guard features.reaches, let last = lastFact, features.region.quantity == last.token, last.kind == .share || last.kind == .rank,
      let before = drafts.last, features.quantity.isOrdinal == (last.kind == .rank), name(in: features).name == nil
    else { return nil }
    return Finding(
      kind: last.kind, rule: "movement.end", name: before.name, qualifier: features.qualifier, unit: last.kind == .rank ? "位" : nil,
      scope: last.scope, place: before.area, inheritsName: true)
  }

  private func isJointToken(_ index: Int) -> Bool {
    block.tokens.indices.contains(index) && Exclusions.joins(block.tokens[index])
  }

  private func compatible(_ quantity: Quantity, _ draft: Draft) -> Bool {
    switch draft.kind {
    case .rank: quantity.isOrdinal || quantity.isTop || quantity.kind == .position
    case .change, .share: quantity.kind == .percent || quantity.kind == .points || quantity.kind == .times || quantity.kind == .tenths || quantity.numeral.form == .fraction || quantity.unit == draft.unit
    case .streak: false
    case .level: !quantity.isOrdinal && !quantity.isTop && (quantity.unit == draft.unit || quantity.kind == .percent || quantity.kind == .money || quantity.kind == .count || quantity.kind == nil)
    }
  }

  /// 提高2.6个百分点, 高于全国平均水平2.1个百分点.
  func points(_ features: Features, at index: Int) -> Finding? {
    guard features.quantity.kind == .points else { return nil }
    let verb = features.change ?? features.distantChange
    let (name, phrase) = changeName(features, verb: verb)
    return Finding(
      kind: .change, rule: "change.points", name: name, qualifier: features.qualifier, isNegative: features.isFall,
      place: place(of: phrase), inheritsName: name == nil, isOfGrowth: isGrowthOnly(phrase), isPart: phrase.isWithin)
  }

  /// 降幅扩大0.4个百分点: what changes is the change itself.
  private func isGrowthOnly(_ phrase: NamePhrase) -> Bool {
    phrase.tokens.count == 1 && phrase.tokens.allSatisfy { block.tokens[$0].has(.growthNoun) }
  }

  /// 高于全国平均水平12.6件: how far a level stands above or below another.
  func distance(_ features: Features, at index: Int) -> Finding? {
    guard let verb = features.distantChange, features.change == nil, !features.quantity.isOrdinal, !features.quantity.isTop,
      ["高于", "低于", "快于", "慢于", "多于", "少于", "高出"].contains(block.string(verb..<(verb + 1))),
      features.region.tokens.contains(where: { $0 > verb && (block.tokens[$0].kind == .text || block.tokens[$0].has(.noun) || block.tokens[$0].place != nil) }),
      block.noun(after: index) == nil
    else { return nil }
    let (name, phrase) = changeName(features, verb: verb)
    return Finding(
      kind: .change, rule: "change.distance", name: name, qualifier: features.qualifier, isNegative: features.isFall,
      place: place(of: phrase), inheritsName: name == nil)
  }

  /// 增长4.5倍, 是2015年的1.8倍, 翻两番.
  func multiple(_ features: Features, at index: Int) -> Finding? {
    guard features.quantity.kind == .times || features.quantity.kind == .doublings else { return nil }
    let verb = features.change ?? features.equals ?? features.distantChange
    let (name, phrase) = changeName(features, verb: verb)
    var qualifier = features.qualifier
    if verb == nil, features.region.isListed {
      // …、全国平均水平的2.28倍: only another base stands before the number.
      return Finding(kind: .change, rule: "change.multiple", name: drafts.last?.name, qualifier: qualifier, inheritsName: true)
    }
    if qualifier == .exactly, let equals = features.equals, let before = block.tokens[equals].word?.before { qualifier = before }
    return Finding(
      kind: .change, rule: features.quantity.kind == .times ? "change.multiple" : "change.doubling", name: name,
      qualifier: qualifier, isNegative: features.change != nil && features.isFall, place: place(of: phrase),
      inheritsName: name == nil)
  }

  /// 增速达8.5%, 年均增长率为6.4%.
  func growthRate(_ features: Features, at index: Int) -> Finding? {
    guard let noun = features.growthNoun, features.quantity.kind == .percent || features.quantity.kind == .tenths, features.share == nil
    else { return nil }
    let (name, phrase) = name(in: features, before: noun)
    let word = block.string(noun..<(noun + 1))
    let isFall = word.contains("降") || word.contains("跌") || word.contains("减") || features.change.map { block.tokens[$0].has(.fall) } ?? false
    return Finding(
      kind: .change, rule: "change.rate", name: name, qualifier: features.qualifier, isNegative: isFall, place: place(of: phrase),
      inheritsName: name == nil)
  }

  /// 以17.3%的增速: the number stands before the noun that says what it is; 的占比, 的份额 make a share of it.
  func rateBeforeNoun(_ features: Features, at index: Int) -> Finding? {
    guard features.quantity.kind == .percent || features.quantity.kind == .tenths, features.change == nil, index + 2 < block.tokens.count,
      block.tokens[index + 1].has(.of), block.tokens[index + 2].has([.growthNoun, .share])
    else { return nil }
    let opening = features.region.tokens.last { block.reads($0, "以") }
    let (name, phrase) = name(in: features, before: opening)
    let noun = block.string((index + 2)..<(index + 3))
    let isShare = block.tokens[index + 2].has(.share)
    return Finding(
      kind: isShare ? .share : .change, rule: isShare ? "share.before-noun" : "change.rate", name: name, qualifier: features.qualifier,
      isNegative: ["降", "跌", "减"].contains { noun.contains($0) }, place: place(of: phrase), inheritsName: name == nil)
  }

  /// 同比增长119.25%, 较上年减少30件.
  func change(_ features: Features, at index: Int) -> Finding? {
    guard let verb = features.change, !features.reaches else { return nil }
    let kind = features.quantity.kind
    switch kind {
    case .percent, .tenths: break
    case .label, .rating: return nil
    default:
      if features.quantity.isOrdinal { return nil }
      // 多, 高, 增 alone before a count need a comparison; 增加, 减少 do not.
      let isStrong = block.tokens[verb].range.count > 1 && block.tokens[verb].word?.before == nil
      guard isStrong || features.yearOnYear || features.compare != nil else { return nil }
      if block.noun(after: index) != nil, !features.yearOnYear, features.compare == nil { return nil }
    }
    let (name, phrase) = changeName(features, verb: verb)
    return Finding(
      kind: .change, rule: "change.growth", name: name, qualifier: features.qualifier, isNegative: features.isFall,
      place: place(of: phrase), inheritsName: name == nil, isPart: phrase.isWithin)
  }

  /// The name stands before the comparison (较上年…) or before the verb.
  private func changeName(_ features: Features, verb: Int?) -> (String?, NamePhrase) {
    var limit = verb
    if let compare = features.compare, verb.map({ compare < $0 }) ?? true { limit = compare }
    let found = name(in: features, before: limit)
    if found.name == nil, found.phrase.tokens.isEmpty, let bracket = features.region.bracket {
      // 服装（降3.4%）: the name stands before the bracket.
      let outer = block.namePhrase(block.region(before: bracket) { figures[$0] }.tokens)
      if !outer.tokens.isEmpty, !isPlaceOnly(outer) { return (string(outer.tokens), outer) }
    }
    if found.name == nil, !isPlaceOnly(found.phrase), let compare = features.compare, compare == limit, let verb {
      // 与上年相比，…增长: what follows the comparison is the name.
      let after = name(in: features, before: verb, after: compare)
      if after.name != nil, !after.phrase.tokens.contains(where: { block.tokens[$0].time != nil || block.tokens[$0].place != nil }), isClosedComparison(compare) {
        return after
      }
    }
    return found
  }

  private func isClosedComparison(_ index: Int) -> Bool { ["相比", "相较"].contains(block.string(index..<(index + 1))) }
}
