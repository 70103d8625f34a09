import Indicators

/// What stands around a number, as far as it decides what the number is.
struct Features {
  var region: Region
  var quantity: Quantity
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
  var isPlan = false
  var yearOnYear = false
  /// Nothing but words that bind stands between the number and the one before it.
  var isBound = true
}

extension Reader {
  func features(at index: Int, _ quantity: Quantity) -> Features {
    let region = block.region(before: index) { figures[$0] }
    var features = Features(region: region, quantity: quantity, qualifier: .exactly)
    var qualifier: Observation.Qualifier?
    var adjacent = true
    for at in region.tokens.reversed() {
      let token = block.tokens[at]
      guard case .word(let word) = token.kind else {
        if token.punctuation == nil { features.isBound = false }
        if token.time == nil && token.punctuation == nil { adjacent = false }
        continue
      }
      let classes = word.classes
      if adjacent, qualifier == nil, let before = word.before { qualifier = before }
      let isBinding = !classes.isDisjoint(with: [.predicate, .adverb, .done, .reach, .rise, .fall, .equals, .respectively, .yearOnYear, .unbroken]) || word.before != nil
      if adjacent {
        if classes.contains(.reach), features.change == nil { features.reaches = true }
        if !classes.isDisjoint(with: [.rise, .fall]), features.change == nil, !features.reaches { features.change = at }
        if classes.contains(.predicate) { features.hasPredicate = true }
        if classes.contains(.unbroken) { features.isUnbroken = true }
        if classes.contains(.equals), features.equals == nil { features.equals = at }
      }
      if !classes.isDisjoint(with: [.rise, .fall]), features.distantChange == nil, word.before == nil || token.range.count > 1 { features.distantChange = at }
      if classes.contains(.growthNoun), features.growthNoun == nil { features.growthNoun = at }
      if classes.contains(.share), features.share == nil { features.share = at }
      if classes.contains(.rank), features.rank == nil { features.rank = at }
      if classes.contains(.compare) { features.compare = at }
      if classes.contains(.respectively) { features.respectively = at }
      if classes.contains(.plan) { features.isPlan = true }
      if classes.contains(.yearOnYear) { features.yearOnYear = true }
      if classes.contains(.equals), features.equals == nil { features.equals = at }
      if !isBinding {
        adjacent = false
        if classes.isDisjoint(with: [.conjunction, .of]) { features.isBound = false }
      }
    }
    if qualifier == nil { qualifier = headQualifier(region) }
    features.qualifier = resolve(qualifier, quantity, after: index)
    if let sign = features.change ?? features.distantChange { features.isFall = block.tokens[sign].has(.fall) }
    return features
  }

  /// 最高贴息100万元: the limit is said before the name.
  private func headQualifier(_ region: Region) -> Observation.Qualifier? {
    let binds = region.tokens.contains { block.tokens[$0].has([.reach, .equals]) || block.tokens[$0].has(.predicate) && block.tokens[$0].word?.before == nil }
    if let limit = region.tokens.lastIndex(where: { block.tokens[$0].word?.before == .atMost }), limit + 1 < region.tokens.count {
      // 最高能拿走净收益的92%, 最高可获奖励100万元: the limit is said at the verb; 最高用电负荷达到… names a peak.
      let next = block.string(region.tokens[limit + 1]..<(region.tokens[limit + 1] + 1))
      if ["可", "能", "可以", "可达", "可获", "给予", "将", "会", "能够"].contains(next) { return .atMost }
    }
    for at in region.tokens.prefix(3) {
      if let before = block.tokens[at].word?.before, before == .atMost && !binds || before == .atLeast { return before }
      guard block.tokens[at].time != nil || block.tokens[at].has([.adverb, .conjunction, .predicate]) else { return nil }
    }
    return nil
  }

  /// 以上, 左右 after the number win over nothing before it; 余 and 多 inside mean more.
  private func resolve(_ before: Observation.Qualifier?, _ quantity: Quantity, after index: Int) -> Observation.Qualifier {
    if let before, before != .about || !quantity.isOpen { return before }
    if quantity.isOpen { return .moreThan }
    if quantity.isTop { return .atMost }
    let next = index + 1
    if next < block.tokens.count, let after = block.tokens[next].word?.after { return after }
    return before ?? .exactly
  }
}
