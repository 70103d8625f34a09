import Indicators

/// What a figure is measured by in its history: the largest rise since March 2021 (4.9%); after a fall of 0.7% in May.
extension EnglishParser {
  /// the largest increase since July 2013 (2.5%), the first time since 2012 that prices have fallen (1.7%): the figure of the time that
  /// the record has stood since.
  func formerRecord(_ around: EnglishSurroundings) -> Statement? {
    guard let quantity = around.quantity, let bracket = around.bracket, around.lead == bracket + 1, !quantity.isSigned,
      sentence.contains(around.next), chunks[around.next].border == .close,
      let at = (sentence.lowerBound..<bracket).last(where: { time($0)?.isSince ?? false && isOfRecord($0) }),
      !((at + 1)..<bracket).contains(where: { chunks[$0].isFigure || chunks[$0].border != nil }), var origin = chunks[at].time,
      let last = statements.indices.last(where: { statements[$0].role == .main && isAlike(statements[$0], quantity) })
    else { return nil }
    var statement = statement(statements[last].kind, .same(last), around)
    (statement.role, statement.owner, statement.scope) = (.base, .same(last), statements[last].scope)
    let told = clauseStart(of: at)..<bracket
    if statement.kind == .change {
      let move = told.compactMap { direction(ofRecord: $0) }.last
      statement.isNegative = move.map { $0 < 0 } ?? statements[last].isNegative
      statement.basis = told.lazy.compactMap { if case .basis(let basis) = self.chunks[$0].kind { basis } else { nil } }.first
      if statement.basis == nil { statement.basis = statements[last].basis.flatMap { isRelative($0) ? $0 : nil } }
    }
    (origin.isSince, origin.isEmpty) = (false, false)
    // the highest calendar quarter since March 2004: the quarter that ended then.
    if case .months(let first, let last) = origin.part, first == last, told.contains(where: { text($0) == "quarter" }) {
      origin.monthsUpTo = 3
    }
    statement.ownTime = OwnTime(time: origin, words: string(at), isBase: false)
    return statement
  }

  private func isAlike(_ statement: Statement, _ quantity: EnglishQuantity) -> Bool {
    statement.unit == quantity.unit || quantity.measure == .money && statement.unit.first == quantity.unit.first
  }

  /// year-on-year holds at any time; against July 2012 at one.
  private func isRelative(_ basis: BasisMention) -> Bool { if case .against = basis { false } else { true } }

  private func direction(ofRecord index: Int) -> Int? {
    guard isWord(index) else { return nil }
    if words.fallNouns.contains(text(index)) || direction(ofVerb: index) < 0 { return -1 }
    return words.riseNouns.contains(text(index)) || direction(ofVerb: index) > 0 ? 1 : nil
  }

  /// showed no change after a fall of 0.7% in May 2014: whether the noun of a movement tells what came before.
  func isOfEarlier(movementNoun noun: Int, clause: Int) -> Bool {
    guard let after = (max(clause, noun - 5)..<noun).last(where: { isWord($0) && ["after", "following"].contains(text($0)) })
    else {
      return false
    }
    return !((after + 1)..<noun).contains { isPredicate($0) || chunks[$0].isFigure || chunks[$0].border != nil }
  }

  /// in June 2014 showed no change compared with June 2013: on the year, which holds of other months as well.
  func relativeBasis(_ range: Range<Int>) -> BasisMention? {
    let times = range.filter { time($0).map { !$0.isEmpty } ?? false }
    guard let base = times.last(where: { isBase($0) }), let now = times.first(where: { !isBase($0) }), let before = time(base),
      let after = time(now),
      before.part == after.part, case .absolute(let year) = after.year, before.year == .absolute(year - 1)
    else { return nil }
    return .yearOnYear
  }

  /// increased in the fourth quarter compared with a year earlier, by 4.5%; and on the year, by 1.1%: the verb stands a comma before, with
  /// when and against what behind it.
  func apartByComma(_ around: EnglishSurroundings) -> Statement? {
    guard around.preposition == "by", around.prepositionIndex == around.clause, around.clause > sentence.lowerBound + 1,
      chunks[around.clause - 1].border == .comma, around.quantity?.measure != .times
    else { return nil }
    let comma = around.clause - 1
    let start = clauseStart(of: comma - 1)
    let told = start..<comma
    guard !told.contains(where: { chunks[$0].isFigure }) else { return nil }
    var statement: Statement
    if let verb = told.last(where: { isPredicate($0) }) {
      let first = told.first { isPredicate($0) } ?? verb
      guard direction(ofVerb: verb) != 0 else { return nil }
      let (head, owner) = headOf(first > start ? name(start..<first).flatMap { $0.isPronoun ? nil : $0 } : nil)
      statement = self.statement(.change, head, around)
      (statement.owner, statement.isNegative) = (owner, direction(ofVerb: verb) < 0)
    } else if let last = lastOfSentence, statements[last].kind == .change,
      told.contains(where: { isBasisChunk($0) || isBase($0) && time($0) != nil })
    {
      statement = self.statement(.change, .same(last), around)
      statement.isNegative = statements[last].isNegative
    } else {
      return nil
    }
    statement.basis =
      told.lazy.compactMap { at in
        if case .basis(let basis) = self.chunks[at].kind { return basis }
        guard let time = self.time(at), self.isBase(at), !time.isEmpty else { return nil }
        return .against(time)
      }.first
    return statement
  }
}
