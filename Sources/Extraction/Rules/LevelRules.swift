import Articles
import Indicators

extension Reader {
  /// 质押金额达970.24亿元, 受理案件1234件, 建设88个专利数据库, 甲市（30件）.
  func level(_ features: Features, at index: Int) -> Finding? {
    let quantity = features.quantity
    guard !quantity.isOrdinal, !quantity.isTop else { return nil }
    let (left, phrase) = name(in: features)
    var place = place(of: phrase)
    var rule = "level.name"
    var nounEnd: Int?
    var found = left
    let noun = block.noun(after: index)
    if let noun, takesNoun(quantity, phrase, left, features, hasOf: noun.hasOf) {
      let words = string(noun.tokens)
      let verb = phrase.isOpen && left != nil && endsInAction(phrase) ? left ?? "" : ""
      found = verb + words
      nounEnd = noun.tokens.last
      rule = "level.number-before-noun"
    } else if left == nil, let bracket = features.region.bracket, features.region.tokens.isEmpty {
      // 甲市（30件）: the name or place stands before the bracket.
      let before = block.region(before: bracket) { figures[$0] }
      let outer = block.namePhrase(before.tokens)
      if isPlaceOnly(outer), let last = outer.tokens.last, let named = block.tokens[last].place {
        place = Worded(value: named.name, words: block.string(last..<(last + 1)))
      } else if !outer.tokens.isEmpty {
        found = string(outer.tokens)
      }
      rule = "level.bracket"
    } else if left == nil, let verb = countingVerb(features) {
      // 日均新增950户: the verb is all the name there is.
      found = verb + (lastName ?? "")
      rule = "level.verb"
    } else if left == nil {
      rule = features.reaches ? "level.from-to" : "level.inherited"
    }
    if found == nil, lastName == nil, quantity.kind == .count || quantity.kind == .position, place == nil, !features.hasPredicate { return nil }
    return Finding(
      kind: .level, rule: rule, name: found, qualifier: features.qualifier, place: place, inheritsName: found == nil,
      nounEnd: nounEnd, isPart: phrase.isWithin)
  }

  /// 日均新增, 新增 directly before the number.
  private func countingVerb(_ features: Features) -> String? {
    let tokens = features.region.tokens.filter { block.tokens[$0].time == nil && block.tokens[$0].place == nil && !block.tokens[$0].has(.selfName) }
    guard let last = tokens.last, case let verb = block.string(last..<(last + 1)),
      ["净增", "净增长"].contains(verb) || verb.hasPrefix("新") && block.tokens[last].has(.verb)
    else { return nil }
    let average = tokens.dropLast().last.map { block.string($0..<($0 + 1)) }.flatMap { ["日均", "年均", "月均", "平均"].contains($0) ? $0 : nil }
    return (average ?? "") + block.string(last..<(last + 1))
  }

  private func endsInAction(_ phrase: NamePhrase) -> Bool {
    phrase.tokens.last.map { block.tokens[$0].has(.action) } ?? false
  }

  /// Whether the name follows the number rather than stands before it.
  private func takesNoun(_ quantity: Quantity, _ phrase: NamePhrase, _ left: String?, _ features: Features, hasOf: Bool) -> Bool {
    if left == nil || phrase.isOpen { return true }
    guard quantity.kind == .count || quantity.kind == .position else { return false }
    if hasOf { return false }
    // 共有237家企业入选: the verb of having stands between.
    return features.region.tokens.last.map { index in
      block.tokens[index].has([.predicate]) && ["有", "共有", "是", "现有", "设有", "已有"].contains(block.string(index..<(index + 1)))
    } ?? false
  }
}
