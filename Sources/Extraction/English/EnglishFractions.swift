import Indicators

/// Fractions in words: two thirds of the orders, one in eight.
extension EnglishParser {
  /// Asia of Asia-based applicants; nil for words without a place.
  func placeBased(_ name: EnglishName) -> String? {
    guard let first = name.words.split(separator: " ").first, first.lowercased().hasSuffix("-based"), first.first?.isUppercase ?? false
    else {
      return nil
    }
    return String(first.dropLast(6))
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
    if var member = shareOfMember(around) {
      member.number = value
      return member
    }
    var scope = scope(after: around.index)
    // three out of five applicants
    if scope == nil, textAfter(around.index) != "of", let noun = noun(after: around.index), !noun.name.words.isEmpty,
      text(around.next) != "the"
    {
      scope = (withoutParticiple(noun.name.words), noun.name)
    }
    let predicate = firstPredicate(around.clause..<max(around.clause, around.lead))
    let subject = predicate.flatMap { $0 > around.clause ? name(around.clause..<$0) : nil }
    if let subject, isOfActors(subject), let whole = scope?.noun, !whole.words.isEmpty, let place = subject.area ?? placeBased(subject) {
      // Asia-based applicants accounted for more than half of all applications: what they filed.
      var statement = statement(.share, .own(withoutParticiple(whole.words)), around)
      statement.number = value
      statement.owner = .named(place)
      statement.scope = scope?.words
      return statement
    }
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
    if let counted = (around.next..<min(around.next + 4, sentence.upperBound)).first(where: { chunks[$0].quantity?.measure == .count }),
      textAfter(around.index) == "of", let noun = noun(after: counted)
    {
      var statement = statement(.share, .own(withoutParticiple(noun.name.words)), around)
      statement.number = value
      statement.owner = owner
      statement.scope = withoutParticiple(noun.name.words)
      return statement
    }
    let isRelative = ["which", "who"].contains(text(around.clause)) && openName != nil
    if subject?.words.isEmpty ?? true, !isRelative, let part = scope?.noun, !part.words.isEmpty {
      let verb = ((end + 1)..<max(end + 1, sentence.upperBound)).first { chunks[$0].border != nil || actsBehind($0, of: around) }
      let acts = verb.flatMap { chunks[$0].border == nil ? " that " + doing(from: $0) : nil } ?? ""
      head = .own(withoutParticiple(part.words) + acts)
    }
    var actor: String?
    if let subject, isOfActors(subject), let area = subject.area {
      // Offices in North America accounted for a fifth of the total: what they share names it.
      let level = statements.indices.last { statements[$0].kind == .level && statements[$0].role == .main }
      if let words = scope?.noun.flatMap({ $0.words.isEmpty ? nil : withoutParticiple($0.words) }) ?? level.flatMap({ wordsOf($0) })
        ?? nameBefore
      {
        (head, actor) = (.own(words), area)
      }
    }
    if ["lower", "higher", "more", "less"].contains(textAfter(around.index)) { return nil }
    var statement = statement(.share, head, around)
    statement.number = value
    statement.owner = actor.map { .named($0) } ?? owner
    statement.scope = scope?.words
    return statement
  }
}
