import Articles
import Indicators
import Lingua

/// How far a figure is from another thing than its own past: a mean, a standard, another place, a former time.
extension SentenceParser {
  /// 提高2.6个百分点, 高于全国平均水平2.1个百分点.
  func points(_ around: Surroundings, at index: Int) -> Statement? {
    guard around.quantity.kind == .points || sharedUnit(at: index, around.quantity)?.kind == .points else { return nil }
    let verb = around.change ?? around.distantChange
    let (head, phrase) = changeName(around, verb: verb)
    let gapFrom = verb.flatMap { farFrom($0, around) }
    return Statement(
      kind: .change, construction: gapFrom == nil ? "change.points" : "change.distance",
      head: head ?? .inherited, isNegative: around.isFall, qualifier: around.qualifier,
      owner: owner(of: phrase), gapFrom: gapFrom, isOfGrowth: isGrowthOnly(phrase), isPart: phrase.isWithin)
  }

  /// 增速快于城镇2.0个百分点, 比各项贷款高2.3个百分点: against another place or thing, at the same time.
  ///
  /// - Returns: that place or thing; nil where a number moves in time.
  func farFrom(_ verb: Int, _ around: Surroundings) -> String? {
    let word = block.plain(verb..<(verb + 1))
    let object: [Int]
    if prose.facts.distanceVerbs.contains(word), let compare = around.compare, compare < verb {
      // 较全省平均水平高出8.5个百分点
      object = around.region.tokens.filter { $0 > compare && $0 < verb }
    } else if language.measures.distances.contains(word) {
      object = around.region.tokens.filter { $0 > verb }
    } else if let compare = around.compare, compare < verb, verb > compare + 1,
      prose.facts.distanceSigns.contains(word) || block.tokens[verb].has([.rise, .fall]) && word.count > 1
    {
      object = around.region.tokens.filter { $0 > compare && $0 < verb }
    } else {
      return nil
    }
    // 比同期工业高4.7个百分点: of the same time, but of another thing.
    guard !object.contains(where: { block.tokens[$0].time.map { !$0.isSame } ?? false || isUnnamedTime($0) }),
      object.contains(where: {
        block.tokens[$0].kind == .text || block.tokens[$0].place != nil
          || block.tokens[$0].has([.noun, .selfName, .rate, .dependent, .plan])
      })
    else { return nil }
    return standard(object)
  }

  /// What a distance is from: the words of the object without what binds it to the number.
  func standard(_ object: [Int]) -> String? {
    let end = object.lastIndex {
      isStandard($0) || !block.tokens[$0].has([.predicate, .adverb, .of, .done, .respectively]) && block.tokens[$0].word?.before == nil
    }
    let words = string(Array(object[...(end ?? object.startIndex)]))
    // 比疫情前高三成: an earlier time after all.
    let plain = words.simplifiedForm
    return words.isEmpty || language.measures.earlierTimes.contains { plain.hasSuffix($0) } ? nil : words
  }

  func isStandard(_ index: Int) -> Bool {
    let word = block.plain(index..<(index + 1))
    return language.measures.standards.contains { word.hasSuffix($0) }
  }

  /// 高于全国平均水平12.6件: how far a level stands above or below another.
  func distance(_ around: Surroundings, at index: Int) -> Statement? {
    if let told = rateSetBeside(around, at: index) { return told }
    // 薪资低于平均者占68.9%: a share of those who are told of.
    if let share = around.share, let verb = around.distantChange, share > verb { return nil }
    if let verb = around.change ?? around.distantChange, around.qualifier == .about, !around.quantity.isOrdinal,
      around.quantity.kind == .count || around.quantity.kind == .money,
      language.measures.distances.contains(block.plain(verb..<(verb + 1))), block.noun(after: index) == nil,
      let level = levelSetBeside(around, behind: verb)
    {
      return level
    }
    guard let verb = around.distantChange, around.change == nil, !around.quantity.isOrdinal, !around.quantity.isTop,
      language.measures.distances.contains(block.plain(verb..<(verb + 1))),
      around.region.tokens.contains(where: {
        $0 > verb && (block.tokens[$0].kind == .text || block.tokens[$0].has(.noun) || block.tokens[$0].place != nil)
      }),
      block.noun(after: index) == nil
    else { return nil }
    let (head, phrase) = changeName(around, verb: verb)
    return Statement(
      kind: .change, construction: "change.distance", head: head ?? .inherited, isNegative: around.isFall, qualifier: around.qualifier,
      owner: owner(of: phrase), gapFrom: farFrom(verb, around))
  }

  /// 平均逗留时间2.1天，少于2019年同期0.4天: by how much more or less than at an earlier time.
  func distanceInTime(_ around: Surroundings, at index: Int) -> Statement? {
    guard index > 1, block.tokens[index - 1].time != nil, isDistanceFrom(index - 1) else { return nil }
    let verb = index - 2
    let (head, phrase) = changeName(around, verb: verb)
    let isLess = prose.facts.below.contains(block.plain(verb..<(verb + 1)))
    return Statement(
      kind: .change, construction: "change.growth", head: head ?? .inherited, isNegative: isLess, qualifier: .exactly,
      owner: owner(of: phrase), basis: block.tokens[index - 1].time.map { basis(of: $0, at: index - 1) })
  }

  /// 远高于每月平均注册数目约9000间: the level of what is named behind the verb.
  private func levelSetBeside(_ around: Surroundings, behind verb: Int) -> Statement? {
    let phrase = block.namePhrase(around.region.tokens.filter { $0 > verb })
    guard let last = phrase.tokens.last, !phrase.tokens.isEmpty, !isPlaceOnly(phrase),
      prose.facts.standardEnds.contains(where: { block.plain(last..<(last + 1)).hasSuffix($0) })
    else { return nil }
    return Statement(
      kind: .level, construction: "level.beside", head: .own(string(phrase.tokens)), qualifier: around.qualifier, owner: owner(of: phrase),
      isAside: true)
  }
}
