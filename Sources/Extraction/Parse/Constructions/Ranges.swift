import Indicators
import Lingua

/// Ranges, which state two figures, and numbers that share a unit: 5%—8%, 10万至15万元.
extension SentenceParser {
  /// 5%—8%, 10万至15万元: two figures, the lower end and the upper.
  mutating func stateRange(_ statement: Statement, at index: Int, _ quantity: QuantityExpression) {
    var quantity = quantity
    if let shared = sharedUnit(at: index, quantity) { quantity = shared }
    if rangeEnd(after: index) != nil {
      var lower = statement
      lower.qualifier = .atLeast
      state(lower, at: index, quantity)
      return
    }
    if let lower = rangeStart(before: index), let last, lastToken == lower, last.qualifier == .atLeast {
      var upper = statement
      upper.kind = last.kind
      upper.head = .same(statements.count - 1)
      upper.qualifier = .atMost
      upper.isNegative = last.isNegative
      upper.scope = last.scope
      upper.owner = .same(statements.count - 1)
      upper.ownTime = last.ownTime
      upper.basis = last.basis
      upper.construction = last.construction
      upper.continues = statements.count - 1
      state(upper, at: index, quantity)
      return
    }
    state(statement, at: index, quantity)
  }

  /// The unit of a bare number in a list or range is that of the member which has one.
  func sharedUnit(at index: Int, _ quantity: QuantityExpression) -> QuantityExpression? {
    let isHalfPoint = quantity.unit == "个" || quantity.unit == "個"
    guard quantity.kind == nil || isHalfPoint, !quantity.isOrdinal, !quantity.isTop else { return nil }
    var at = index
    while at + 2 < block.tokens.count, at - index < 40, Exclusions.joins(block.tokens[at + 1]) || isJoint(at + 1) {
      // 下降0.4个和上升0.7个百分点: each with its own verb.
      let member = at + 3 < block.tokens.count && block.tokens[at + 2].has([.rise, .fall]) ? at + 3 : at + 2
      guard let next = block.tokens[member].quantity else { break }
      if let kind = next.kind {
        if isHalfPoint, kind != .points { return nil }
        var copy = quantity
        copy.kind = kind
        copy.unit = next.unit
        if quantity.numeral.power > 0, next.numeral.power == 0 { copy.unit = quantity.unit + next.unit }
        return copy
      }
      at = member
    }
    return nil
  }

  private func isJoint(_ index: Int) -> Bool {
    guard block.tokens.indices.contains(index) else { return false }
    return block.tokens[index].punctuation == .range || block.reads(index, oneOf: prose.clauses.through)
  }

  private func rangeEnd(after index: Int) -> Int? {
    guard isJoint(index + 1), index + 2 < block.tokens.count, figures[index + 2], let upper = block.tokens[index + 2].quantity,
      let lower = block.tokens[index].quantity, lower.kind == nil || lower.kind == upper.kind, lower.isOrdinal == upper.isOrdinal
    else { return nil }
    // 減少8300人至3672400人: by how much, and to what.
    let movesAverage = (max(block.clauseStart[index], index - 12)..<index).contains { at in
      prose.facts.averages.contains { block.plain(at..<(at + 1)).contains($0) }
    }
    // 平均留宿时间减少0.7晚至1.6晚
    if block.tokens[index + 1].punctuation == nil,
      upper.numeral.number.doubleValue > (movesAverage && lower.kind != .percent ? 1 : 3) * lower.numeral.number.doubleValue,
      lower.kind == upper.kind, lower.unit == upper.unit || lower.unit.last == upper.unit.last,
      index + 3 >= block.tokens.count || !block.plain((index + 3)..<min(index + 5, block.tokens.count)).contains("间"),
      let change = (max(block.clauseStart[index], index - 3)..<index).last(where: { block.tokens[$0].has([.rise, .fall]) }),
      ((change + 1)..<index).allSatisfy({ block.tokens[$0].word?.before != nil || block.tokens[$0].has([.done, .adverb]) })
    {
      return nil
    }
    if index > 0, block.tokens[index - 1].has(.from), block.tokens[index + 1].punctuation == nil, !isUnequal(after: index + 2) {
      return nil
    }
    return index + 2
  }

  /// 从500万元到3000万元不等: no movement but a range.
  private func isUnequal(after index: Int) -> Bool {
    guard index + 1 < block.tokens.count else { return false }
    return block.plain((index + 1)..<min(index + 3, block.tokens.count)).hasPrefix("不等")
  }

  private func rangeStart(before index: Int) -> Int? {
    guard index >= 2, isJoint(index - 1), figures[index - 2], rangeEnd(after: index - 2) != nil else { return nil }
    return index - 2
  }
}
