import Articles
import Indicators
import Lingua

/// What a figure is in another unit or was before it was restated: 折合人民币85亿元.
extension SentenceParser {
  /// 28.3千公顷（42.5万亩）, 2亿元（约合2800万美元）: the same figure in another unit.
  func conversion(_ around: Surroundings, at index: Int) -> Statement? {
    if let restated = restated(around) ?? converted(around, at: index) { return restated }
    guard let bracket = around.region.bracket, let before = last, bracket > 0, lastToken == bracket - 1,
      let other = block.tokens[bracket - 1].quantity,
      around.quantity.kind == .physical || around.quantity.kind == .money, other.kind == around.quantity.kind,
      around.quantity.unit != other.unit,
      around.region.tokens.allSatisfy({
        block.tokens[$0].word?.before != nil || block.tokens[$0].has([.adverb, .currency])
          || prose.facts.converting.contains(where: block.plain($0..<($0 + 1)).hasPrefix)
      })
    else { return nil }
    return Statement(
      kind: before.kind, construction: "conversion", head: .same(statements.count - 1), isNegative: before.isNegative,
      qualifier: around.qualifier == .exactly ? before.qualifier : around.qualifier, scope: before.scope,
      owner: .same(statements.count - 1), ownTime: before.ownTime,
      basis: before.basis, form: before.form, role: .conversion, continues: statements.count - 1)
  }

  /// 39102元（按年平均汇率折算5791美元）, 45210元，折合6415美元: the amount right before, in another currency.
  private func converted(_ around: Surroundings, at index: Int) -> Statement? {
    let start = around.region.bracket ?? block.clauseStart[index] - 1
    guard around.quantity.kind == .money, start > sentence.lowerBound, lastToken == start - 1, let before = last,
      let other = block.tokens[start - 1].quantity, other.kind == .money, other.unit != around.quantity.unit,
      around.region.tokens.contains(where: { at in
        language.measures.conversions.contains { block.plain(at..<(at + 1)).contains($0) }
      })
    else { return nil }
    return Statement(
      kind: before.kind, construction: "conversion", head: .same(statements.count - 1), isNegative: before.isNegative,
      qualifier: around.qualifier == .exactly ? before.qualifier : around.qualifier, scope: before.scope,
      owner: .same(statements.count - 1), ownTime: before.ownTime, basis: before.basis, role: .conversion, continues: statements.count - 1)
  }

  /// 3.18亿元（调整前为3.21亿元）: the same as it was told before, or is told since.
  private func restated(_ around: Surroundings) -> Statement? {
    guard let bracket = around.region.bracket, bracket > 0, lastToken == bracket - 1, let before = last,
      let other = block.tokens[bracket - 1].quantity, around.quantity.unit == other.unit,
      let first = around.region.tokens.first, let end = around.region.tokens.last,
      prose.facts.restating.contains(where: {
        block.plain(first..<(end + 1)).hasPrefix($0)
      })
    else { return nil }
    return Statement(
      kind: before.kind, construction: "restated", head: .same(statements.count - 1), isNegative: before.isNegative,
      qualifier: around.qualifier, scope: before.scope,
      owner: .same(statements.count - 1), ownTime: before.ownTime, basis: before.basis, role: .conversion, continues: statements.count - 1)
  }
}
