import Articles
import Indicators
import Lingua

/// Multiples of a base: 是2020年的2.1倍, 恢复至2019年同期的94%.
extension SentenceParser {
  /// 人均GDP是全国平均水平的1.3倍: the thing that the number is a multiple of, where that is no earlier time.
  private func multipleOf(_ around: Surroundings, at index: Int) -> String? {
    guard let equals = around.equals, around.change == nil, block.tokens[index - 1].has(.of) else { return nil }
    let object = around.region.tokens.filter { $0 > equals && $0 < index - 1 }
    guard !object.contains(where: { block.tokens[$0].time != nil }),
      object.contains(where: { block.tokens[$0].place != nil || isStandard($0) })
    else { return nil }
    return standard(object)
  }

  /// 增长4.5倍, 是2015年的1.8倍, 翻两番.
  func multiple(_ around: Surroundings, at index: Int) -> Statement? {
    guard around.quantity.kind == .times || around.quantity.kind == .doublings else { return nil }
    let verb = around.change ?? around.equals ?? around.distantChange
    let (head, phrase) = changeName(around, verb: verb)
    // 判赔倍数达到3倍: a number of times by name is a level.
    if around.quantity.kind == .times, around.change == nil, let words = head?.words,
      prose.facts.multipleNames.contains(where: { words.hasSuffix($0) })
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
      token < time && prose.facts.multipleVerbs.contains(block.plain(token..<(token + 1)))
    }
    guard let verb, let expression = block.tokens[time].time, expression.isBase || recovers(at: verb) else {
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
    while at >= sentence.lowerBound,
      block.tokens[at].word?.before != nil || block.reads(at, "水") || prose.facts.levelNouns.contains(block.plain(at..<(at + 1)))
    {
      at -= 1
    }
    if at >= sentence.lowerBound, block.tokens[at].has(.of) { at -= 1 }
    while at >= sentence.lowerBound, prose.facts.levelNouns.contains(block.plain(at..<(at + 1))) { at -= 1 }
    guard at >= sentence.lowerBound, let time = block.tokens[at].time, time.isBase || !time.isEmpty && time.part == .whole else {
      return nil
    }
    return at
  }
}
