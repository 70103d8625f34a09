import Indicators

/// Figures in brackets behind a number, behind what was counted, and behind what moved most.
extension EnglishParser {
  /// 20,470; +8.6%: a figure behind another of its bracket is of what the bracket follows.
  func furtherInBracket(_ around: EnglishSurroundings, _ quantity: EnglishQuantity) -> Statement? {
    guard let open = bracketOf[around.index], let lastOfSentence, let first = (open..<around.index).last(where: { chunks[$0].isFigure })
    else { return nil }
    let between = (first + 1)..<max(first + 1, around.lead)
    guard
      between.allSatisfy({
        chunks[$0].border == .semicolon || chunks[$0].border == .comma || ["and", "or", "up", "down", "plus", "minus"].contains(text($0))
      })
    else { return nil }
    let before = statements[lastOfSentence]
    let movement = between.first { direction(ofVerb: $0) != 0 }
    guard quantity.isSigned || movement != nil || before.kind == .change else { return nil }
    // as in 2021 (83,894, +0.1%): how the later level stands to that base.
    let main =
      before.kind == .level && before.role == .base
      ? (firstOfSentence..<lastOfSentence).last { statements[$0].kind == .level && statements[$0].role == .main } ?? lastOfSentence
      : lastOfSentence
    var statement = statement(.change, .same(main), around)
    statement.owner = .same(main)
    statement.isNegative = !quantity.isSigned && (movement.map { direction(ofVerb: $0) < 0 } ?? before.isNegative)
    if before.kind == .change { (statement.continues, statement.basis) = (lastOfSentence, before.basis) }
    return statement
  }

  /// The number of applications from the 39 member countries (83,955): the number that the clause opens with.
  func numberCounted(_ around: EnglishSurroundings, _ quantity: EnglishQuantity, _ bracket: Int) -> Statement? {
    guard quantity.measure == .count, around.lead == bracket + 1, sentence.contains(around.next), chunks[around.next].border == .close
    else {
      return nil
    }
    var start = bracket
    while start > sentence.lowerBound, chunks[start - 1].border == nil, bracket - start < 16 { start -= 1 }
    while start < bracket, isWord(start), Self.outer.contains(text(start)) { start += 1 }
    guard ["number", "total", "count"].contains(text(start)), text(start + 1) == "of", start + 2 < bracket,
      !(start..<bracket).contains(where: { words.links.contains(text($0)) || isMovement($0) }),
      !(start..<bracket).contains(where: { chunks[$0].time != nil })
    else { return nil }
    return statement(.level, .own(join(Array(start..<bracket))), around)
  }

  /// Queensland recorded the strongest rise (1.1 per cent): how much moved there what the sentence before told of.
  func strongestMove(_ around: EnglishSurroundings, _ quantity: EnglishQuantity, _ bracket: Int, clause: Int, verb: Int?)
    -> Statement?
  {
    if let found = strongestIn(around, quantity, bracket, clause: clause, verb: verb) { return found }
    guard quantity.measure != .count, let verb, verb > clause, isWord(bracket - 1),
      words.riseNouns.contains(text(bracket - 1)) || words.fallNouns.contains(text(bracket - 1)),
      let mover = name(clause..<verb), mover.area != nil || !mover.words.isEmpty && !isProper(mover) && !isOfMovedThings(mover),
      let moved = mover.area == nil ? mover.words : subject?.words ?? nameBefore
    else { return nil }
    var statement = statement(.change, .own(moved), around)
    statement.owner = mover.area.map { .named($0) }
    statement.isNegative = !quantity.isSigned && words.fallNouns.contains(text(bracket - 1))
    return statement
  }

  /// The largest decreases: a movement, and nothing that moves.
  private func isOfMovedThings(_ name: EnglishName) -> Bool {
    name.words.lowercased().split(separator: " ").contains { words.riseNouns.contains(String($0)) || words.fallNouns.contains(String($0)) }
  }

  /// The largest increase came from Ontario (+1.2%), was recorded in Quebec (2.1%): how much moved there what the text told of.
  func strongestIn(_ around: EnglishSurroundings, _ quantity: EnglishQuantity, _ bracket: Int, clause: Int, verb: Int?)
    -> Statement?
  {
    guard quantity.measure != .count, let verb, verb > clause,
      let noun = (clause..<verb).last(where: { words.riseNouns.contains(text($0)) || words.fallNouns.contains(text($0)) }),
      (clause..<noun).contains(where: { words.superlatives.contains(text($0)) }),
      noun == verb - 1, let opening = ((verb + 1)..<bracket).last(where: { ["from", "in", "by"].contains(text($0)) }),
      bracket - opening <= 4,
      ((opening + 1)..<bracket).allSatisfy({ chunks[$0].place != nil || isWord($0) && (isPlaceLike($0) || text($0) == "the") }),
      chunks[bracket - 1].place != nil || !listsKinds,
      let moved = blockSubject?.words ?? nameTold
    else { return nil }
    var statement = statement(.change, .own(moved), around)
    let start = text(opening + 1) == "the" ? opening + 2 : opening + 1
    statement.owner = .named(join(Array(start..<bracket)))
    statement.isNegative = !quantity.isSigned && words.fallNouns.contains(text(noun))
    return statement
  }
}
