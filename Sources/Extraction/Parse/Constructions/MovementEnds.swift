import Articles
import Indicators

/// Members of lists of levels, and the end that a movement reaches: 由8.1%降至8.0%.
extension SentenceParser {
  /// The second and further members of a list after one verb: 分别增长12%、15%和20%.
  func listMember(_ around: Surroundings, at index: Int) -> Statement? {
    guard around.region.isListed || around.region.quantity.map({ isJointToken($0 + 1) && $0 + 2 == index }) ?? false,
      let before = last, around.region.quantity == lastToken
    else { return nil }
    let rest = around.region.tokens.filter {
      block.tokens[$0].word?.before == nil && !block.tokens[$0].has([.predicate, .adverb]) && block.tokens[$0].punctuation == nil
    }
    let qualifier = around.qualifier == .exactly ? before.qualifier : around.qualifier
    var member = Statement(
      kind: before.kind, construction: before.construction == "change.distance" ? "list.distance" : "list.member",
      head: .same(statements.count - 1), isNegative: before.isNegative,
      qualifier: qualifier,
      scope: before.scope, owner: .same(statements.count - 1), ownTime: before.ownTime, basis: before.basis, form: before.form,
      continues: statements.count - 1)
    if before.kind == .share, rest.count == 2, block.tokens[rest[1]].has(.of), let whole = block.tokens[rest[0]].place,
      compatible(around.quantity, before)
    {
      // 占全省的45%、全国的4.3%: another whole.
      member.construction = "list.whole"
      member.scope = whole.name
      return member
    }
    guard rest.isEmpty, compatible(around.quantity, before) || isOwnMeasure(around, before, at: index) else { return nil }
    if before.kind == .level, block.noun(after: index) != nil, around.respectively == nil, listItems(at: index) == nil { return nil }
    if before.kind == .rank { member.unit = Self.positions }
    return member
  }

  /// 分别提高3.3个百分点和12元: members of a list that 分别 speaks of change each in its own measure.
  private func isOwnMeasure(_ around: Surroundings, _ before: Statement, at index: Int) -> Bool {
    before.kind == .change && !around.quantity.isOrdinal && !around.quantity.isTop && block.noun(after: index) == nil
      && listItems(at: index) != nil
  }

  /// 占比从45.6%提高到63.2%: the second end of a movement is of the kind of the first.
  func movementEnd(_ around: Surroundings, at index: Int) -> Statement? {
    guard around.reaches, let before = last, around.region.quantity == lastToken,
      before.kind == .share || before.kind == .rank || before.construction == "change.rate" && before.role == .movementStart,
      around.quantity.isOrdinal == (before.kind == .rank), bareMovement(around)
    else { return nil }
    return Statement(
      kind: before.kind, construction: "movement.end", head: .same(statements.count - 1), isNegative: before.isNegative,
      unit: before.kind == .rank ? Self.positions : "",
      qualifier: around.qualifier, scope: before.scope, owner: .same(statements.count - 1), role: .movementEnd,
      continues: statements.count - 1)
  }

  /// Nothing but a verb, a time and 的 stands between the ends of a movement: 提升到2023年的12.6%.
  private func bareMovement(_ around: Surroundings) -> Bool {
    around.region.tokens.allSatisfy { index in
      let token = block.tokens[index]
      return token.time != nil || token.word?.before != nil || token.has([.reach, .adverb, .of, .done, .rise, .fall, .predicate, .setting])
        || block.reads(index, "在")
    }
  }

  private func isJointToken(_ index: Int) -> Bool {
    block.tokens.indices.contains(index) && Exclusions.joins(block.tokens[index])
  }

  private func compatible(_ quantity: QuantityExpression, _ before: Statement) -> Bool {
    switch before.kind {
    case .rank: quantity.isOrdinal || quantity.isTop || quantity.kind == .position
    case .change, .share:
      quantity.kind == .percent || quantity.kind == .points || quantity.kind == .times || quantity.kind == .tenths
        || quantity.numeral.form == .fraction || quantity.unit == before.unit
    case .streak: false
    case .level:
      !quantity.isOrdinal && !quantity.isTop
        && (quantity.unit == before.unit || quantity.kind == .percent || quantity.kind == .money || quantity.kind == .count
          || quantity.kind == nil)
    }
  }
}
