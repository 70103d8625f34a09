import Indicators

/// Bases that a noun names: the 2024 record of 250 GW, an earlier reading of 1.5 per cent, a loss of 3.1 million.
extension EnglishParser {
  /// 2.7% below the 2024 record of 250 GW, above the prior-year figure of $180.2 million: the earlier level.
  func namedBase(_ around: EnglishSurroundings) -> Statement? {
    guard around.preposition == "of", around.prepositionIndex > around.clause + 1,
      words.baseNouns.contains(text(around.prepositionIndex - 1))
        || isResultCompared(around),
      let target = (firstOfSentence..<statements.count).last(where: { statements[$0].kind != .change && statements[$0].role != .base }),
      around.quantity?.unit == statements[target].unit
    else { return nil }
    let before = around.prepositionIndex - 2
    var time = time(before)
    if time == nil, case .basis(.yearOnYear) = chunks[before].kind {
      time = TimeExpression(year: .relative(-1))
      time?.isBase = true
    }
    guard let own = time.flatMap({ $0.isEmpty ? nil : OwnTime(time: $0, words: string(before), isBase: true) }) ?? ownTime(around.index)
    else { return nil }
    let noun = text(around.prepositionIndex - 1)
    let isResult = words.results.contains(noun)
    var statement = statement(
      .level,
      isResult && !(wordsOf(target)?.lowercased().split(separator: " ").contains { $0 == noun } ?? false) ? .own(noun) : .same(target),
      around)
    statement.role = .base
    if isResult { statement.owner = .same(target) }
    // from the record high of 81,215 in 2022
    statement.ownTime = own
    return statement
  }

  /// compared with an earlier reading of 1.5 per cent, more than the initial estimate of 0.2%: the same figure as it was told before.
  func earlierReading(_ around: EnglishSurroundings) -> Statement? {
    guard around.preposition == "of", around.prepositionIndex > sentence.lowerBound + 2,
      words.readings.contains(text(around.prepositionIndex - 1)),
      words.issues.contains(text(around.prepositionIndex - 2)), text(around.prepositionIndex - 2) != "latest",
      (max(sentence.lowerBound, around.prepositionIndex - 6)..<around.prepositionIndex).contains(where: {
        ["with", "than", "from", "to", "against"].contains(text($0))
      }), let last = lastOfSentence, statements[last].unit == around.quantity?.unit
    else { return nil }
    var statement = statement(statements[last].kind, .same(last), around)
    (statement.role, statement.owner, statement.isNegative) = (.conversion, .same(last), statements[last].isNegative)
    (statement.basis, statement.ownTime) = (statements[last].basis, statements[last].ownTime)
    return statement
  }

  /// was 27.1 million euros, compared with a loss of 3.1 million euros a year earlier: what was earned or lost then.
  func isResultCompared(_ around: EnglishSurroundings) -> Bool {
    around.quantity?.measure == .money && words.results.contains(text(around.prepositionIndex - 1))
      && (max(sentence.lowerBound, around.prepositionIndex - 5)..<around.prepositionIndex).contains {
        ["with", "to", "from", "against", "versus"].contains(text($0))
      }
  }
}
