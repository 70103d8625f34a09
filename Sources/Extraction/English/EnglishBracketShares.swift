import Indicators

/// Percentages in brackets that are parts of a whole.
extension EnglishParser {
  /// more than half of all applications (52.4%): the share just told, in numbers.
  func shareTold(_ around: EnglishSurroundings, _ quantity: EnglishQuantity, _ bracket: Int) -> Statement? {
    if let told = partOfThose(around, quantity, bracket) { return told }
    guard quantity.measure == .percent, !quantity.isSigned, around.lead == bracket + 1, let last = lastOfSentence,
      statements[last].kind == .share, statements[last].scope != nil, statements[last].unit.isEmpty,
      let figure = (sentence.lowerBound..<bracket).last(where: { chunks[$0].isFigure }), case .fraction = chunks[figure].kind,
      text(figure + 1) == "of", ((figure + 1)..<bracket).allSatisfy({ isWord($0) && !isPredicate($0) })
    else { return nil }
    var statement = statement(.share, .same(last), around)
    statement.owner = .same(last)
    statement.scope = statements[last].scope
    return statement
  }

  /// filed 19,987 applications; most of these (56%) were destined abroad: a part of the level told before.
  private func partOfThose(_ around: EnglishSurroundings, _ quantity: EnglishQuantity, _ bracket: Int) -> Statement? {
    guard quantity.measure == .percent, !quantity.isSigned, around.lead == bracket + 1, bracket > sentence.lowerBound + 2,
      ["these", "those", "them", "which", "whom"].contains(text(bracket - 1)), text(bracket - 2) == "of",
      let level = statements.lastIndex(where: { $0.kind == .level && $0.role == .main })
    else { return nil }
    var statement = statement(.share, .same(level), around)
    statement.owner = .same(level)
    statement.scope = wordsOf(level)
    return statement
  }

  /// The largest proportion of applications related to telecommunications (10.5%), pharmaceuticals (9.3%) and …: each the part of the whole
  /// that the sentence names.
  func memberOfProportion(_ around: EnglishSurroundings, _ quantity: EnglishQuantity, _ bracket: Int) -> Statement? {
    guard quantity.measure == .percent, !quantity.isSigned, around.lead == bracket + 1, chunks[bracket - 1].place == nil,
      let noun = (sentence.lowerBound..<bracket).first(where: {
        isWord($0) && ["proportion", "proportions", "share", "shares"].contains(text($0))
      }),
      text(noun + 1) == "of", (sentence.lowerBound..<noun).contains(where: { words.superlatives.contains(text($0)) }),
      let verb = firstPredicate((noun + 2)..<bracket)
        ?? ((noun + 2)..<bracket).first(where: { text($0) == "related" || text($0) == "concerned" }),
      let whole = name((noun + 2)..<verb), !whole.words.isEmpty
    else { return nil }
    var start = bracket
    while start > verb + 1, isWord(start - 1), !["and", "of", "in", "to", "was", "were"].contains(text(start - 1)) { start -= 1 }
    guard start < bracket, let member = name(start..<bracket), !member.words.isEmpty else { return nil }
    var statement = statement(.share, .own(member.words), around)
    statement.scope = withoutParticiple(whole.words)
    return statement
  }

  /// Software held the largest share (19.7%); Africa (2.6%) and Oceania (1.4%) made up the remainder.
  func bracketedShare(_ around: EnglishSurroundings, _ quantity: EnglishQuantity, _ bracket: Int, verb: Int?, isMoving: Bool)
    -> Statement?
  {
    guard quantity.measure == .percent, !quantity.isSigned, !isMoving, ((bracket + 1)..<around.lead).isEmpty else { return nil }
    let clause = clauseStart(of: bracket, passesBrackets: false)
    if isWord(bracket - 1), words.shareNouns.match(tokens, at: chunks[bracket - 1].tokens.lowerBound) != nil, let verb, verb > clause,
      let name = self.name(clause..<verb), !name.words.isEmpty
    {
      var statement = statement(.share, .own(name.words), around)
      statement.owner = name.area.map { .named($0) }
      return statement
    }
    if let verb, verb > clause,
      let noun = ((verb + 1)..<bracket).first(where: {
        isWord($0) && words.shareNouns.match(tokens, at: chunks[$0].tokens.lowerBound) != nil
      }),
      text(noun + 1) == "of" || text(noun + 1) == "in", noun + 2 < bracket, let part = self.name(clause..<verb), !part.words.isEmpty
    {
      // Furnishings accounted for the largest share of total designs (11.3%)
      var statement = statement(.share, .own(part.words), around)
      statement.owner = part.area.map { .named($0) }
      var whole = Array((noun + 2)..<bracket)
      while let first = whole.first, ["the", "all", "total", "a"].contains(text(first)), whole.count > 1 { whole.removeFirst() }
      statement.scope = join(whole)
      return statement
    }
    if let member = memberOfShares(around, bracket, clause: clause) { return member }
    guard let last = statements.lastIndex(where: { $0.role == .main && $0.kind != .change }), statements[last].kind == .share,
      let whole = statements[last].scope, bracket > sentence.lowerBound,
      (around.next..<sentence.upperBound).contains(where: { ["remainder", "rest", "balance"].contains(text($0)) }),
      let place = self.name(clause..<bracket)?.area
    else { return nil }
    var statement = statement(.share, .same(last), around)
    statement.owner = .named(place)
    statement.scope = whole
    return statement
  }

  /// Denmark (48.6%), Finland (45.2%) and Sweden (43.9%) recorded the highest shares; at the other end were Romania (8.1%) and Poland
  /// (12.7%): places with the share last told of.
  func memberOfShares(_ around: EnglishSurroundings, _ bracket: Int, clause: Int) -> Statement? {
    guard bracket > sentence.lowerBound, chunks[bracket - 1].place != nil else { return nil }
    let tellsShare = sentence.contains { isWord($0) && ["share", "shares", "proportion", "proportions"].contains(text($0)) }
    let goesOn = statements.last.map { $0.kind == .share && $0.construction.hasSuffix("bracket") } ?? false
    // The most active countries after Germany were France (4.7%): in a text that told shares last.
    let ranksActors =
      !tellsShare && !goesOn && shareBefore != nil && statements.allSatisfy { $0.kind == .share }
      && (firstPredicate(clause..<bracket).map { verb in
        ["were", "are", "was"].contains(text(verb)) && verb > clause && name(clause..<verb).map { isOfActors(withoutAfter($0)) } ?? false
      } ?? false)
    guard tellsShare || goesOn || ranksActors else { return nil }
    var head: Head?
    var scope: String?
    if let last = statements.lastIndex(where: { $0.kind == .share && $0.role == .main }) {
      (head, scope) = (.same(last), statements[last].scope)
    } else if let share = shareBefore {
      (head, scope) = (.own(share.name), share.scope)
    }
    guard let head else { return nil }
    var statement = statement(.share, head, around)
    statement.owner = .named(placeName(bracket - 1))
    statement.scope = scope
    return statement
  }

  /// countries of countries after Germany.
  private func withoutAfter(_ name: EnglishName) -> EnglishName {
    EnglishName(words: name.words.split(separator: " ").prefix { $0 != "after" && $0 != "behind" }.joined(separator: " "), area: nil)
  }

  /// were the United States (accounting for a quarter of the total), Germany and Japan: the part of the place before the bracket, named by
  /// what is shared out.
  func shareOfMember(_ around: EnglishSurroundings) -> Statement? {
    guard let bracket = bracketOf[around.index], bracket > sentence.lowerBound, chunks[bracket - 1].place != nil,
      ((bracket + 1)..<max(bracket + 1, around.lead)).contains(where: {
        isWord($0) && words.shareVerbs.match(tokens, at: chunks[$0].tokens.lowerBound) != nil
      }), let whole = scope(after: around.index)
    else { return nil }
    var head = whole.noun.flatMap { $0.words.isEmpty || $0.isPronoun ? nil : Head.own(withoutParticiple($0.words)) }
    if head == nil || whole.words == "total", let verb = firstPredicate(clauseStart(of: bracket)..<bracket),
      let subject = name(clauseStart(of: bracket)..<verb)?.words.split(separator: " "), let last = subject.lastIndex(of: "for"),
      last + 1 < subject.endIndex
    {
      // The top countries of origin for patent applications
      head = .own(subject[(last + 1)...].joined(separator: " "))
    }
    var statement = statement(.share, head ?? nameTold.map { .own($0) } ?? .inherited, around)
    statement.owner = .named(placeName(bracket - 1))
    statement.scope = whole.words
    return statement
  }
}
