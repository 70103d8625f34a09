import Indicators

/// Constructions of shares and fractions: accounted for 30%, of which, one in eight.
extension EnglishParser {
  /// accounted for 68.7% of all filings, with a share of 11.1%, 41% of the firms.
  func share(_ around: EnglishSurroundings) -> Statement? {
    guard let quantity = around.quantity, quantity.measure == .percent else { return nil }
    if let member = shareOfMember(around) ?? asPercentage(around) { return member }
    if let part = partOfWhom(around) ?? kindOfTotal(around) { return part }
    var scope = scope(after: around.index) ?? contributedTo(around)
    if scope == nil, let part = partThatActs(around) { return part }
    if scope == nil, clauseOpens(around), let whole = wholeAtHead(of: around) { scope = (whole.words, whole) }
    if scope == nil, let part = shareOfOneSide(around) ?? furtherShare(around) { return part }
    if scope == nil, let part = partOfWhich(around) ?? percentOfWhich(around) ?? furtherSetting(around) { return part }
    let verb = (around.clause..<max(around.clause, around.lead)).last {
      bracketOf[$0] == bracketOf[around.index] && isWord($0) && words.shareVerbs.match(tokens, at: chunks[$0].tokens.lowerBound) != nil
        && !isNominal($0) && !["at", "steady", "near", "around"].contains(text($0 + 1))
    }
    let noun = (around.clause..<max(around.clause, around.lead)).last {
      bracketOf[$0] == bracketOf[around.index] && isWord($0) && words.shareNouns.match(tokens, at: chunks[$0].tokens.lowerBound) != nil
    }
    let isNounBehind =
      ["share", "stake", "proportion"].contains(text(around.next)) || text(around.next) == "market" && text(around.next + 1) == "share"
    guard scope != nil || verb != nil || noun != nil || isNounBehind else { return nil }
    let predicate = firstPredicate(around.clause..<max(around.clause, around.lead))
    var subject = clauseSubject(around)
    if let predicate, let name = subject, noun.map({ $0 < predicate }) ?? false, case .own(let words) = shareless(.own(name.words)) {
      subject?.words = words
    }
    if let part = inverted(around, scope: scope) { return part }
    var (head, owner) = headOf(subject)
    if subject == nil, around.preposition == "or", let base = lastOfSentence, statements[base].role == .base,
      statements[base].kind == .level
    {
      // from 222 million, or 15.0% of turnover: of the level that was the base.
      (head, owner) = (.same(base), nil)
    }
    if let actors = subject ?? self.subject, verb != nil, isOfActors(actors), actors.area != nil || isGroup(around) {
      // These three countries accounted for 36.9% of all applications: what they share names it.
      owner = actors.area.map { .named($0) }
      if let noun = scope?.noun, !noun.words.isEmpty {
        head = .own(withoutParticiple(noun.words))
      } else if let level = statements.indices.last(where: { statements[$0].kind == .level && statements[$0].role == .main }),
        let words = wordsOf(level)
      {
        head = .own(words)
      } else if let counted = countedWith(behind: around.index) {
        // US applicants accounted for 24.2% of the total, with 48,155 applications
        head = .own(counted)
      }
      var statement = statement(.share, head, around)
      statement.owner = owner
      statement.scope = scope?.words
      return statement
    }
    let isActor =
      predicate.map { words.actions.contains(text($0)) && words.shareVerbs.match(tokens, at: chunks[$0].tokens.lowerBound) == nil } ?? false
    // The largest brands, which account for 55% of turnover: the brands.
    if subject == nil, ["which", "who"].contains(text(around.clause)), let openName, !openName.words.isEmpty {
      (head, owner) = (.own(openName.words), openName.area.map { .named($0) })
    } else if let part = scope?.noun, !part.words.isEmpty,
      subject == nil && lastLevel == nil && self.subject == nil || subject?.words.isEmpty ?? false || isActor && around.preposition.isEmpty
    {
      // Asia received 67.9% of all applications: what is shared out names it.
      head = .own(withoutParticiple(part.words))
      owner = owner ?? subject?.area.map { .named($0) } ?? part.area.map { .named($0) }
    }
    var statement = statement(.share, head, around)
    // submitted 23% of the applications from Europe: a part of what comes from there.
    statement.owner = owner ?? originOfWhole(behind: around.index).map { .named($0) }
    statement.scope = scope?.words
    return statement
  }

  /// contributed 5.6 per cent to total retail turnover: the whole.
  private func contributedTo(_ around: EnglishSurroundings) -> (words: String, noun: EnglishName?)? {
    guard textAfter(around.index) == "to", let verb = around.predicate, text(verb).hasPrefix("contribut"), verb > around.clause,
      let whole = noun(after: around.next), !whole.name.words.isEmpty
    else { return nil }
    let start = around.next + 1
    var words = whole.name.words
    if text(start) == "total", !words.lowercased().hasPrefix("total") { words = "total " + words }
    return (words, nil)
  }

  /// Europe of 23% of the applications from Europe.
  func originOfWhole(behind index: Int) -> String? {
    guard textAfter(index) == "of" else { return nil }
    var at = index + 2
    while at < sentence.upperBound, at - index < 8, isWord(at), !isPredicate(at), text(at) != "from" { at += 1 }
    let place = text(at + 1) == "the" ? at + 2 : at + 1
    return text(at) == "from" && at > index + 2 && sentence.contains(place) && chunks[place].place != nil ? placeName(place) : nil
  }

  /// applications of the next figure of the sentence, behind with.
  func countedWith(behind index: Int) -> String? {
    guard let next = ((index + 1)..<sentence.upperBound).first(where: { chunks[$0].isFigure }), chunks[next].quantity?.measure == .count,
      text(next - 1) == "with", let noun = noun(after: next), !noun.name.words.isEmpty
    else { return nil }
    return noun.name.words
  }

  /// Expenses were, as a percentage of revenues, 19.7%: the whole stands between commas before the number.
  func asPercentage(_ around: EnglishSurroundings) -> Statement? {
    guard around.lead == around.clause, around.clause > sentence.lowerBound + 5, chunks[around.clause - 1].border == .comma else {
      return nil
    }
    let end = around.clause - 1
    guard let opening = (max(sentence.lowerBound, end - 8)..<end).last(where: { text($0) == "as" }), text(opening + 1) == "a",
      ["percentage", "proportion", "share"].contains(text(opening + 2)), text(opening + 3) == "of", opening + 4 < end,
      let verb = firstPredicate(sentence.lowerBound..<opening), verb > sentence.lowerBound
    else { return nil }
    let (head, owner) = headOf(name(clauseStart(of: verb)..<verb))
    var statement = statement(.share, head, around)
    (statement.owner, statement.scope) = (owner, join(Array((opening + 4)..<end)))
    return statement
  }

  /// had the highest proportion of people in work, at 24.8%; London had the lowest, at 13.6%: the noun ends or opens the clause before.
  func shareOfOneSide(_ around: EnglishSurroundings) -> Statement? {
    guard around.preposition == "at", around.prepositionIndex == around.clause, around.clause > sentence.lowerBound + 2,
      chunks[around.clause - 1].border == .comma
    else { return nil }
    let start = clauseStart(of: around.clause - 2)
    let end = around.clause - 1
    guard let predicate = firstPredicate(start..<end),
      let superlative = (predicate..<end).first(where: { isWord($0) && words.superlatives.contains(text($0)) })
    else { return nil }
    let owner = predicate > start ? name(start..<predicate) : nil
    let part: EnglishName?
    if let noun = ((superlative + 1)..<end).first(where: {
      isWord($0) && words.shareNouns.match(tokens, at: chunks[$0].tokens.lowerBound) != nil
    }), text(noun + 1) == "of", noun + 2 < end {
      part = name((noun + 2)..<end)
    } else {
      guard superlative + 1 == end,
        statements.last(where: { $0.role == .main })?.kind == .share || statements.dropLast().last?.kind == .share
      else { return nil }
      part = nil
    }
    let last = statements.lastIndex { $0.kind == .share }
    guard let head = part.flatMap({ $0.words.isEmpty ? nil : Head.own($0.words) }) ?? (part == nil ? last.map { .same($0) } : nil) else {
      return nil
    }
    var statement = statement(.share, head, around)
    // London, which no list has
    statement.owner = owner.flatMap { $0.area ?? ($0.words.first?.isUppercase ?? false ? $0.words : nil) }.map { .named($0) }
    return statement
  }

  /// Together, these three countries: a group told of before, not a part with a name.
  func isGroup(_ around: EnglishSurroundings) -> Bool {
    (around.clause..<min(around.clause + 3, around.lead)).contains {
      ["these", "those", "they", "both", "together", "two", "three", "four", "five", "six", "ten"].contains(text($0))
    }
  }

  /// The words that name a statement, over those it takes its name from.
  func wordsOf(_ index: Int) -> String? {
    statements.words(of: index)
  }

  /// Only qualifiers, articles and joints stand before the number in its clause.
  func clauseOpens(_ around: EnglishSurroundings) -> Bool {
    (around.clause..<max(around.clause, around.lead)).allSatisfy { isWord($0) && Self.outer.contains(text($0)) || chunks[$0].time != nil }
  }

  /// applications filed worldwide: applications.
  func withoutParticiple(_ words: String) -> String {
    let list = words.split(separator: " ")
    guard let cut = list.dropFirst().firstIndex(where: { self.words.actions.contains($0.lowercased()) && $0.hasSuffix("ed") }) else {
      return words
    }
    return list[..<cut].joined(separator: " ")
  }

  /// them, these, those: what was counted before.
  func isPronominal(_ index: Int) -> Bool {
    ["them", "these", "those", "which", "whom", "it"].contains(text(index)) && !pointsToNoun(index)
  }
}
