import Indicators

/// Constructions of shares and fractions: accounted for 30%, of which, one in eight.
extension EnglishParser {
  /// accounted for 68.7% of all filings, with a share of 11.1%, 41% of the firms.
  func share(_ around: EnglishSurroundings) -> Statement? {
    guard let quantity = around.quantity, quantity.measure == .percent else { return nil }
    let scope = scope(after: around.index)
    if scope == nil, let part = partOfWhich(around) ?? percentOfWhich(around) { return part }
    let verb = (around.clause..<max(around.clause, around.lead)).last { isWord($0) && words.shareVerbs.match(tokens, at: chunks[$0].tokens.lowerBound) != nil && !isNominal($0) }
    let noun = (around.clause..<max(around.clause, around.lead)).last { isWord($0) && words.shareNouns.match(tokens, at: chunks[$0].tokens.lowerBound) != nil }
    let isNounBehind = ["share", "stake", "proportion"].contains(text(around.next)) || text(around.next) == "market" && text(around.next + 1) == "share"
    guard scope != nil || verb != nil || noun != nil || isNounBehind else { return nil }
    let predicate = firstPredicate(around.clause..<max(around.clause, around.lead))
    var subject = clauseSubject(around)
    if let predicate, let name = subject, noun.map({ $0 < predicate }) ?? false, case .own(let words) = shareless(.own(name.words)) { subject?.words = words }
    if let part = inverted(around, scope: scope) { return part }
    var (head, owner) = headOf(subject)
    if let actors = subject ?? self.subject, verb != nil, isOfActors(actors), actors.area != nil || isGroup(around) {
      // These three countries accounted for 36.9% of all applications: what they share names it.
      owner = actors.area.map { .named($0) }
      if let noun = scope?.noun, !noun.words.isEmpty {
        head = .own(withoutParticiple(noun.words))
      } else if let level = statements.indices.last(where: { statements[$0].kind == .level && statements[$0].role == .main }), let words = wordsOf(level) {
        head = .own(words)
      }
      var statement = statement(.share, head, around)
      statement.owner = owner
      statement.scope = scope?.words
      return statement
    }
    let isActor = predicate.map { words.actions.contains(text($0)) && words.shareVerbs.match(tokens, at: chunks[$0].tokens.lowerBound) == nil } ?? false
    if let part = scope?.noun, !part.words.isEmpty, subject == nil && lastLevel == nil && self.subject == nil || subject?.words.isEmpty ?? false || isActor && around.preposition.isEmpty {
      // Asia received 67.9% of all applications: what is shared out names it.
      head = .own(withoutParticiple(part.words))
      owner = owner ?? subject?.area.map { .named($0) } ?? part.area.map { .named($0) }
    }
    var statement = statement(.share, head, around)
    statement.owner = owner
    statement.scope = scope?.words
    return statement
  }

  /// Revenue came to 241.7 million, of which nearly 16 per cent was spent on systems: a share of the level before.
  private func percentOfWhich(_ around: EnglishSurroundings) -> Statement? {
    guard text(around.clause) == "of", isPronominal(around.clause + 1), let lastLevel else { return nil }
    var statement = statement(.share, .same(lastLevel), around)
    if case .own(let words) = statements[lastLevel].head { statement.scope = words }
    return statement
  }

  /// Together, these three countries: a group told of before, not a part with a name.
  private func isGroup(_ around: EnglishSurroundings) -> Bool {
    (around.clause..<min(around.clause + 3, around.lead)).contains { ["these", "those", "they", "both", "together", "two", "three", "four", "five", "six", "ten"].contains(text($0)) }
  }

  /// sales of $4.1 billion, of which online sales made up 12.6%: the part has a name of its own, the whole is the level before.
  private func partOfWhich(_ around: EnglishSurroundings) -> Statement? {
    guard text(around.clause) == "of", ["which", "these", "those"].contains(text(around.clause + 1)), let lastLevel, let predicate = firstPredicate(around.clause..<max(around.clause, around.lead)), predicate > around.clause + 2,
      let name = name((around.clause + 2)..<predicate), !name.words.isEmpty
    else { return nil }
    var statement = statement(.share, .own(name.words), around)
    statement.owner = name.area.map { .named($0) }
    statement.scope = statements[lastLevel].head.words ?? wordsOf(lastLevel)
    return statement
  }

  /// The words that name a statement, over those it takes its name from.
  func wordsOf(_ index: Int) -> String? {
    var at = index
    while case .same(let before) = statements[at].head, before < at { at = before }
    return statements[at].head.words
  }

  /// 35.9% of total allocations went to research, 22% of applications were filed by individuals: the number opens its clause, the
  /// whole stands behind it, and the rest says which part.
  private func inverted(_ around: EnglishSurroundings, scope: (words: String, noun: EnglishName?)?) -> Statement? {
    guard let scope, let noun = scope.noun, !noun.words.isEmpty, clauseOpens(around) else { return nil }
    var verb = around.next
    while verb < sentence.upperBound, chunks[verb].border == nil, !["went", "goes", "go", "came", "comes", "come", "were", "was", "are", "is"].contains(text(verb)) { verb += 1 }
    var name = withoutParticiple(noun.words)
    if verb < sentence.upperBound, chunks[verb].border == nil {
      var end = verb + 1
      while end < sentence.upperBound, chunks[end].border == nil, !chunks[end].isFigure, chunks[end].time == nil, !["with", "and", "while", "compared", "up", "down"].contains(text(end)) { end += 1 }
      let rest = Array((verb + 1)..<end)
      if ["went", "goes", "go"].contains(text(verb)), rest.first.map({ text($0) == "to" }) ?? false, let part = self.name((verb + 2)..<max(verb + 2, end)), !part.words.isEmpty {
        name = part.words
      } else if let first = rest.first, text(first) == "spent" || text(first) == "used", rest.count > 2, let part = self.name((verb + 3)..<end), !part.words.isEmpty {
        name = part.words
      } else if let first = rest.first, text(first).hasSuffix("ed"), rest.count > 2, ["by", "in", "from", "to", "on", "for", "with", "as"].contains(text(rest[1])) {
        name += " " + join(rest)
      } else if ["came", "comes", "come"].contains(text(verb)), rest.count > 1, text(rest[0]) == "from" {
        name += " " + join(rest)
      }
    }
    var statement = statement(.share, .own(name), around)
    statement.owner = noun.area.map { .named($0) }
    statement.scope = scope.words
    return statement
  }

  /// Only qualifiers, articles and joints stand before the number in its clause.
  private func clauseOpens(_ around: EnglishSurroundings) -> Bool {
    (around.clause..<max(around.clause, around.lead)).allSatisfy { isWord($0) && Self.outer.contains(text($0)) || chunks[$0].time != nil }
  }

  /// applications filed worldwide: applications.
  private func withoutParticiple(_ words: String) -> String {
    let list = words.split(separator: " ")
    guard let cut = list.dropFirst().firstIndex(where: { self.words.actions.contains($0.lowercased()) && $0.hasSuffix("ed") }) else { return words }
    return list[..<cut].joined(separator: " ")
  }

  /// two thirds of the orders came from abroad
  func fraction(_ around: EnglishSurroundings) -> Statement? {
    guard case .fraction(let value) = chunks[around.index].kind else { return nil }
    if around.preposition == "by", let verb = around.predicate, direction(ofVerb: verb) != 0 {
      // rose by a third to 612, have fallen by more than a quarter
      let first = firstPredicate(around.clause..<(verb + 1)) ?? verb
      let (head, owner) = headOf(first > around.clause ? name(around.clause..<first) : nil)
      var statement = statement(.change, head, around)
      statement.number = direction(ofVerb: verb) < 0 ? value.negated : value
      statement.owner = owner
      return statement
    }
    var scope = scope(after: around.index)
    // three out of five applicants
    if scope == nil, textAfter(around.index) != "of", let noun = noun(after: around.index), !noun.name.words.isEmpty, text(around.next) != "the" { scope = (withoutParticiple(noun.name.words), noun.name) }
    let predicate = firstPredicate(around.clause..<max(around.clause, around.lead))
    let subject = predicate.flatMap { $0 > around.clause ? name(around.clause..<$0) : nil }
    let (start, owner) = headOf(subject)
    var head = start
    let end = pastBracket(behind: around.index)
    if isPronominal(end + 2), textAfter(end) == "of", let level = statements.indices.last(where: { statements[$0].kind == .level }) {
      var statement = statement(.share, .same(level), around)
      statement.number = value
      statement.owner = owner
      if text(around.index + 2) == "it" { statement.scope = wordsOf(level) }
      return statement
    }
    // one in five of the 2,450 firms: the noun of the number names it.
    if let counted = (around.next..<min(around.next + 4, sentence.upperBound)).first(where: { chunks[$0].quantity?.measure == .count }), textAfter(around.index) == "of", let noun = noun(after: counted) {
      var statement = statement(.share, .own(withoutParticiple(noun.name.words)), around)
      statement.number = value
      statement.owner = owner
      statement.scope = withoutParticiple(noun.name.words)
      return statement
    }
    if subject?.words.isEmpty ?? true, let part = scope?.noun, !part.words.isEmpty { head = .own(withoutParticiple(part.words)) }
    if ["lower", "higher", "more", "less"].contains(textAfter(around.index)) { return nil }
    var statement = statement(.share, head, around)
    statement.number = value
    statement.owner = owner
    statement.scope = scope?.words
    return statement
  }

  /// them, these, those: what was counted before.
  private func isPronominal(_ index: Int) -> Bool { ["them", "these", "those", "which", "it"].contains(text(index)) }
}
