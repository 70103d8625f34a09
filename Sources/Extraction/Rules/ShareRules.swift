import Articles
import Indicators

extension Reader {
  /// 占全国总量的19.93%, 占比达38%, 占地区生产总值比重为8.1%.
  func share(_ features: Features, at index: Int) -> Finding? {
    let quantity = features.quantity
    guard quantity.kind == .percent || quantity.kind == .tenths || quantity.numeral.form == .fraction else { return nil }
    guard let word = features.share else { return nil }
    let tokens = features.region.tokens
    // 占 … 比重: the first word of share opens, what stands up to 的 or the next one is the whole.
    let opening = tokens.first { block.tokens[$0].has(.share) } ?? word
    let (name, phrase) = name(in: features, before: opening)
    let isVerb = Self.shareVerbs.contains(block.string(opening..<(opening + 1)).simplifiedForm)
    let whole = isVerb ? tokens.filter { $0 > opening && !block.tokens[$0].has([.share, .respectively]) } : []
    return Finding(
      kind: .share, rule: "share.of", name: name, qualifier: shareQualifier(features, opening), scope: wholeName(whole), place: place(of: phrase),
      inheritsName: name == nil, isPart: phrase.isWithin)
  }

  private static let shareVerbs: Set<String> = ["占", "约占", "占到", "各占", "均占", "占了", "仅占", "占总", "占据"]

  /// 约占…的59.2%: the qualifier stands at the verb.
  private func shareQualifier(_ features: Features, _ opening: Int) -> Observation.Qualifier {
    if features.qualifier != .exactly { return features.qualifier }
    if let before = block.tokens[opening].word?.before { return before }
    if opening > 0, let before = block.tokens[opening - 1].word?.before, features.region.tokens.contains(opening - 1) { return before }
    return .exactly
  }

  /// The whole of a share: 全国 of 全国总量, 全省用电量, GDP.
  private func wholeName(_ indices: [Int]) -> String? {
    var tokens = indices
    while let last = tokens.last, block.tokens[last].has([.of, .predicate, .adverb, .reach, .rise, .fall, .from, .done]) && !block.tokens[last].has(.noun) || block.tokens[last].punctuation != nil || block.tokens[last].word?.before != nil || block.tokens[last].time != nil { tokens.removeLast() }
    while let first = tokens.first, block.tokens[first].has([.of, .adverb]) && !block.tokens[first].has(.noun) { tokens.removeFirst() }
    if let first = tokens.first, let place = block.tokens[first].place {
      let rest = string(Array(tokens.dropFirst()))
      if rest.isEmpty || ["总量", "总数", "总额", "比重", "总体", "比例"].contains(rest) { return place.name }
    }
    let words = string(tokens)
    return words.isEmpty ? nil : words
  }

  /// 本地申请人（31.5%） after a share: a share as well.
  func bracketedShare(_ features: Features, at index: Int) -> Finding? {
    guard features.quantity.kind == .percent, features.region.tokens.isEmpty, let bracket = features.region.bracket,
      let last = drafts.last, last.kind == .share, last.sentence == block.place(of: sentenceRange)
    else { return nil }
    let outer = block.namePhrase(block.region(before: bracket) { figures[$0] }.tokens)
    guard !outer.tokens.isEmpty, !isPlaceOnly(outer) else { return nil }
    return Finding(kind: .share, rule: "share.bracket", name: string(outer.tokens), qualifier: features.qualifier, scope: last.scope)
  }

  /// 占…的33.1%，连续16个月保持在三成以上: what stays is the share named last.
  func keptShare(_ features: Features, at index: Int) -> Finding? {
    guard features.quantity.kind == .percent || features.quantity.kind == .tenths, features.change == nil,
      features.region.tokens.contains(where: { ["保持在", "稳定在", "维持在", "保持"].contains(block.string($0..<($0 + 1))) }),
      let last = drafts.last(where: { $0.kind != .streak }), last.kind == .share, last.sentence == block.place(of: sentenceRange),
      name(in: features).name == nil
    else { return nil }
    return Finding(kind: .share, rule: "share.kept", name: last.name, qualifier: features.qualifier, scope: last.scope, inheritsName: true)
  }

  /// 三成来自高校, 六成以上的订单, 80%的企业, 三分之一.
  func shareBeforeNoun(_ features: Features, at index: Int) -> Finding? {
    let quantity = features.quantity
    let isPart = quantity.kind == .tenths || quantity.numeral.form == .fraction
    guard quantity.kind == .percent || isPart, !features.reaches else { return nil }
    let (name, phrase) = name(in: features)
    if quantity.kind == .percent || quantity.kind == .tenths, let last = phrase.tokens.last, name != nil {
      // A rate by name is a level.
      if block.tokens[last].has(.rate) || Self.isRate(string(phrase.tokens)) { return nil }
    }
    if let last = features.region.tokens.last, block.tokens[last].has(.of), let whole = name, features.change == nil,
      !(features.region.tokens.dropLast().last.map { block.tokens[$0].time != nil } ?? true)
    {
      // 营业收入的15%投入研发: what stands before 的 is the whole.
      let part = block.noun(after: index).map { string($0.tokens) }
      return Finding(
        kind: .share, rule: "share.of-whole", name: part ?? lastName ?? whole,
        qualifier: features.qualifier == .exactly ? features.region.tokens.first.flatMap { block.tokens[$0].word?.before } ?? .exactly : features.qualifier, scope: whole,
        place: place(of: phrase))
    }
    if index + 1 < block.tokens.count, block.tokens[index + 1].has(.speech), features.change == nil {
      // 41%认为自己…: those who say so are a part of those asked.
      return Finding(
        kind: .share, rule: "share.of-asked", name: name ?? block.string((index + 1)..<min(block.clauseEnd[index], index + 6)),
        qualifier: features.qualifier, scope: name)
    }
    if features.region.tokens.isEmpty || name == nil && !phrase.isOpen, let noun = nounOfPredicate(after: index) {
      return Finding(kind: .share, rule: "share.is", name: noun, qualifier: features.qualifier, place: place(of: phrase))
    }
    if let noun = block.noun(after: index), noun.hasOf || isPart {
      return Finding(
        kind: .share, rule: "share.before-noun", name: string(noun.tokens), qualifier: features.qualifier,
        scope: name, place: place(of: phrase))
    }
    if isPart || features.region.tokens.last.map({ block.tokens[$0].has([.setting, .within]) }) ?? false, !features.hasPredicate {
      return Finding(kind: .share, rule: "share.part", name: name, qualifier: features.qualifier, place: place(of: phrase), inheritsName: name == nil)
    }
    return nil
  }

  /// 七成以上为中小微企业: the part is named behind 为.
  private func nounOfPredicate(after index: Int) -> String? {
    var at = index + 1
    while at < block.clauseEnd[index], block.tokens[at].word?.after != nil { at += 1 }
    guard at < block.clauseEnd[index], ["为", "是", "系", "流向"].contains(block.string(at..<(at + 1))), let noun = block.noun(after: at) else { return nil }
    return string(noun.tokens)
  }

  /// 合格率, 满意度, 指数: rates and indices by their last character.
  static func isRate(_ name: String) -> Bool {
    ["率", "度", "指数", "系数", "强度", "利率", "比", "率分别"].contains { name.hasSuffix($0) }
  }
}
