import Indicators
import Lingua

/// Groups whose members have something in common: 350家公司净利润同比增幅超过100%, 有15个县财政收入突破50亿元, 23个城市房价环比上涨.
extension SentenceParser {
  /// What those are that the number at `index` counts, and the number that bounds them, which is no figure of its own; nil where nothing
  /// is told of each of them (全市1200家企业营业收入超过5000亿元 is of all together).
  func boundedGroup(after index: Int) -> (name: String, number: Int?)? {
    let end = block.clauseEnd[index]
    guard let group = ((index + 1)..<min(end, index + 8)).first(where: { block.tokens[$0].has(.group) }), group + 1 < end,
      !((index + 1)..<group).contains(where: { figures[$0] }),
      let start = measureStart(after: group), start < end
    else { return nil }
    let number = (start..<min(end, start + 10)).first { figures[$0] }
    let said = Array(start..<(number ?? end)).filter { !prose.facts.eachOne.contains(block.plain($0..<($0 + 1))) }
    guard said.count > 1, said.contains(where: { block.tokens[$0].kind == .text || block.tokens[$0].has([.noun, .dependent]) }),
      !said.contains(where: { block.tokens[$0].punctuation != nil || block.tokens[$0].has([.reach, .respectively, .within]) })
    else { return nil }
    let members = block.string((index + 1)..<(group + 1))
    guard let number else {
      let isCompared = said.dropLast().contains { language.measures.distances.contains(block.plain($0..<($0 + 1))) }
      guard let last = said.last, isCompared || block.tokens[last].has([.rise, .fall]) else { return nil }
      return (string(said) + "的" + members, nil)
    }
    guard let last = boundEnd(number) else { return nil }
    let isEach = said.count < number - start || opensGroup(at: index)
    let isRate = [.percent, .points].contains(block.tokens[number].quantity?.kind)
    guard isGroupOfPlaces(group) || isEach || isRate && !isWhole(before: index) else { return nil }
    return (string(said + Array(number...last)) + "的" + members, number)
  }

  func isGroupOfPlaces(_ index: Int) -> Bool {
    let name = block.plain(index..<(index + 1))
    return language.measures.otherPlaces.contains { name.hasSuffix($0) }
  }

  /// Where the measure begins, past a bracket that says what else is meant: 县（市、区）财政收入.
  private func measureStart(after group: Int) -> Int? {
    guard block.tokens[group + 1].punctuation == .open else { return group + 1 }
    let close = block.partner[group + 1]
    return close > group ? close + 1 : nil
  }

  /// The last token of a bound: the number, or 以上 behind it; nil where it is none.
  private func boundEnd(_ number: Int) -> Int? {
    if number + 1 < block.tokens.count, let after = block.tokens[number + 1].word?.after, after == .atLeast || after == .atMost {
      return number + 1
    }
    guard let before = block.tokens[number - 1].word?.before else { return nil }
    let isNear = block.plain((number - 1)..<number).hasSuffix("近")
    return [.moreThan, .atLeast, .atMost].contains(before) || before == .lessThan && !isNear ? number : nil
  }

  /// 有15个县…: some of them.
  private func opensGroup(at index: Int) -> Bool {
    guard index > block.clauseStart[index] else { return false }
    return block.tokens[index - 1].has(.predicate) && block.plain((index - 1)..<index).hasSuffix("有")
  }

  /// 全市1200家企业, 全部12家企业: all there are.
  private func isWhole(before index: Int) -> Bool {
    guard index > block.clauseStart[index] else { return false }
    let word = block.plain((index - 1)..<index)
    return block.tokens[index - 1].has(.selfName) || prose.facts.alls.contains { word.hasSuffix($0) }
  }
}
