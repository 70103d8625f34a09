import Indicators

/// Those who are ranked by a measure: the five largest markets, the worst-hit region. They own figures, and are no measure.
extension EnglishParser {
  /// largest, worst-hit, most-visited.
  func isSuperlative(_ word: String) -> Bool {
    let opening = word.prefix { $0 != "-" }
    return words.superlatives.contains(word)
      || opening.count < word.count && (words.superlatives.contains(String(opening)) || ["worst", "hardest", "top"].contains(opening))
  }

  /// five largest export markets, top countries of origin, worst-hit region: a superlative, and those it is told of.
  func isOfRanked(_ name: EnglishName) -> Bool {
    var list = name.words.lowercased().split(separator: " ").map(String.init)
    // rest of the top origins
    if list.count > 3, ["rest", "remainder", "others"].contains(list[0]), list[1] == "of" { list.removeFirst(list[2] == "the" ? 3 : 2) }
    guard list.contains(where: { isSuperlative($0) || ["top", "main", "major", "key"].contains($0) }) else { return false }
    let core = list.prefix { !["of", "for", "in", "from", "to", "by", "with"].contains($0) }
    return core.last.map { words.actors.contains($0) || words.ranked.contains($0) } ?? false
  }

  /// What those who are ranked are ranked by: exports of largest export markets, else what was told before.
  func measureOfRanked(_ name: EnglishName) -> String? {
    let list = name.words.split(separator: " ").map(String.init)
    guard let flow = list.first(where: { ["export", "import"].contains($0) }) else {
      return statements.last { if case .own = $0.head { $0.kind != .rank } else { false } }?.head.words ?? nameBefore
    }
    return flow + "s"
  }

  /// The top countries of origin were China with 2.9 million visitors: the place or body right between the verb and with.
  func firstOfRanked(_ around: EnglishSurroundings) -> String? {
    guard around.preposition == "with", let verb = around.predicate,
      ["were", "was", "are", "is", "included", "include"].contains(text(verb)),
      verb > around.clause, verb + 1 < around.prepositionIndex, let ranked = name(around.clause..<verb), isOfRanked(ranked),
      let first = name((verb + 1)..<around.prepositionIndex)
    else { return nil }
    if first.words.isEmpty { return first.area }
    return isProper(first) || !first.words.contains(" ") && first.words.first?.isUppercase ?? false ? first.words : nil
  }

  /// Galicia was the worst-hit region with 169,000 hectares: the place or body that the verb calls the first of those ranked.
  func calledFirst(_ around: EnglishSurroundings) -> String? {
    guard around.preposition == "with", let verb = firstPredicate(around.clause..<around.prepositionIndex),
      ["were", "was", "are", "is", "remained", "remains", "became"].contains(text(verb)), verb > around.clause,
      let ranked = name((verb + 1)..<around.prepositionIndex), isOfRanked(ranked), let first = name(around.clause..<verb)
    else { return nil }
    if first.words.isEmpty { return first.area }
    return isProper(first) || !first.words.contains(" ") && isPlaceLike(clauseStart(of: verb)) ? first.words : nil
  }

  /// The last statement in a unit, which a figure of those who are ranked repeats.
  func lastStatement(in unit: String) -> Int? {
    statements.indices.last { statements[$0].unit == unit && statements[$0].role == .main && statements[$0].kind == .level }
  }
}
