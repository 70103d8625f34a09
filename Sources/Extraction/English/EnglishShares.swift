import Indicators

/// Constructions of shares and fractions: accounted for 30%, of which, one in eight.
extension EnglishParser {
  /// accounted for 68.7% of all filings, with a share of 11.1%, 41% of the firms.
  func share(_ around: EnglishSurroundings) -> Statement? {
    guard let quantity = around.quantity, quantity.measure == .percent else { return nil }
    if let member = shareOfMember(around) ?? asPercentage(around) { return member }
    if let part = partOfWhom(around) { return part }
    var scope = scope(after: around.index)
    if scope == nil, let part = partThatActs(around) { return part }
    if scope == nil, clauseOpens(around), let whole = wholeAtHead(of: around) { scope = (whole.words, whole) }
    if scope == nil, let part = shareOfOneSide(around) ?? furtherShare(around) { return part }
    if scope == nil, let part = partOfWhich(around) ?? percentOfWhich(around) ?? furtherSetting(around) { return part }
    let verb = (around.clause..<max(around.clause, around.lead)).last {
      bracketOf[$0] == bracketOf[around.index] && isWord($0) && words.shareVerbs.match(tokens, at: chunks[$0].tokens.lowerBound) != nil
        && !isNominal($0)
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
      }
      var statement = statement(.share, head, around)
      statement.owner = owner
      statement.scope = scope?.words
      return statement
    }
    let isActor =
      predicate.map { words.actions.contains(text($0)) && words.shareVerbs.match(tokens, at: chunks[$0].tokens.lowerBound) == nil } ?? false
    if let part = scope?.noun, !part.words.isEmpty,
      subject == nil && lastLevel == nil && self.subject == nil || subject?.words.isEmpty ?? false || isActor && around.preposition.isEmpty
    {
      // Asia received 67.9% of all applications: what is shared out names it.
      head = .own(withoutParticiple(part.words))
      owner = owner ?? subject?.area.map { .named($0) } ?? part.area.map { .named($0) }
    }
    var statement = statement(.share, head, around)
    statement.owner = owner
    statement.scope = scope?.words
    return statement
  }

  /// employed 6,140 people, 38% of whom were women: who they are, of those just counted.
  private func partOfWhom(_ around: EnglishSurroundings) -> Statement? {
    guard text(around.next) == "of", text(around.next + 1) == "whom", ["were", "are", "was", "is"].contains(text(around.next + 2)),
      let level = statements[firstOfSentence...].lastIndex(where: { $0.kind == .level && $0.role == .main }),
      let noun = noun(after: around.next + 2), !noun.name.words.isEmpty
    else { return nil }
    var statement = statement(.share, .own(noun.name.words), around)
    (statement.scope, statement.owner) = (wordsOf(level), .same(level))
    return statement
  }

  /// Expenses were, as a percentage of revenues, 19.7%: the whole stands between commas before the number.
  private func asPercentage(_ around: EnglishSurroundings) -> Statement? {
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

  /// In 88 per cent of cases the goods were destroyed; in 6 per cent a court was called: a further share of the whole just told of.
  private func furtherSetting(_ around: EnglishSurroundings) -> Statement? {
    guard around.preposition == "in", around.prepositionIndex - around.clause <= 1, let last = statements.indices.last,
      last >= firstOfSentence, statements[last].kind == .share, statements[last].scope != nil, text(around.next) != "of"
    else { return nil }
    var statement = statement(.share, .same(last), around)
    statement.scope = statements[last].scope
    return statement
  }

  /// Revenue came to 241.7 million, of which nearly 16 per cent was spent on systems: a share of the level before.
  private func percentOfWhich(_ around: EnglishSurroundings) -> Statement? {
    if text(sentence.lowerBound) == "of", isPronominal(sentence.lowerBound + 1), chunks.indices.contains(sentence.lowerBound + 2),
      chunks[sentence.lowerBound + 2].border == .comma, around.clause == sentence.lowerBound + 3, around.lead == around.clause
    {
      // Of these, 38% said they would like to work more.
      guard let level = statements.indices.last(where: { statements[$0].role == .main }) else {
        return statement(.share, nameBefore.map { .own($0) } ?? .inherited, around)
      }
      var statement = statement(.share, .same(level), around)
      statement.scope = wordsOf(level)
      return statement
    }
    guard text(around.clause) == "of", isPronominal(around.clause + 1), let lastLevel else { return nil }
    var statement = statement(.share, .same(lastLevel), around)
    if case .own(let words) = statements[lastLevel].head { statement.scope = words }
    return statement
  }

  /// had the highest proportion of people in work, at 24.8%; London had the lowest, at 13.6%: the noun ends or opens the clause before.
  private func shareOfOneSide(_ around: EnglishSurroundings) -> Statement? {
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

  /// Europe and Africa received 17.2% and 2.6%; and the remaining 81.9% in the private sector: a further share of the whole just told of.
  private func furtherShare(_ around: EnglishSurroundings) -> Statement? {
    guard let last = statements.lastIndex(where: { $0.role == .main && $0.kind != .change }), statements[last].kind == .share,
      let whole = statements[last].scope
    else { return nil }
    if last >= firstOfSentence, around.lead > around.clause, (around.clause..<around.index).contains(where: { text($0) == "remaining" }) {
      var head = Head.same(last)
      if text(around.next) == "in", let words = wordsOf(last)?.split(separator: " "), let before = words.firstIndex(of: "in"),
        let noun = noun(after: around.next), !noun.name.words.isEmpty
      {
        head = .own((words[...before] + [Substring(noun.name.words)]).joined(separator: " "))
      }
      var statement = statement(.share, head, around)
      statement.scope = whole
      return statement
    }
    guard let predicate = firstPredicate(around.clause..<max(around.clause, around.lead)), words.actions.contains(text(predicate)),
      around.preposition.isEmpty || around.preposition == "and", noun(after: around.index) == nil,
      let subject = name(around.clause..<predicate), subject.area != nil || respective[around.index] != nil
    else { return nil }
    var statement = statement(.share, .same(last), around)
    statement.owner = subject.area.map { .named($0) }
    statement.scope = whole
    return statement
  }

  /// Together, these three countries: a group told of before, not a part with a name.
  private func isGroup(_ around: EnglishSurroundings) -> Bool {
    (around.clause..<min(around.clause + 3, around.lead)).contains {
      ["these", "those", "they", "both", "together", "two", "three", "four", "five", "six", "ten"].contains(text($0))
    }
  }

  /// sales of $4.1 billion, of which online sales made up 12.6%: the part has a name of its own, the whole is the level before.
  private func partOfWhich(_ around: EnglishSurroundings) -> Statement? {
    guard text(around.clause) == "of", ["which", "these", "those"].contains(text(around.clause + 1)), let lastLevel,
      let predicate = firstPredicate(around.clause..<max(around.clause, around.lead)), predicate > around.clause + 2,
      let name = name((around.clause + 2)..<predicate), !name.words.isEmpty
    else { return nil }
    var statement = statement(.share, .own(name.words), around)
    statement.owner = name.area.map { .named($0) }
    statement.scope = statements[lastLevel].head.words ?? wordsOf(lastLevel)
    return statement
  }

  /// The words that name a statement, over those it takes its name from.
  func wordsOf(_ index: Int) -> String? {
    statements.words(of: index)
  }

  /// 35.9% of total allocations went to research, 22% of applications were filed by individuals: the number opens its clause, the
  /// whole stands behind it, and the rest says which part.
  private func inverted(_ around: EnglishSurroundings, scope: (words: String, noun: EnglishName?)?) -> Statement? {
    guard let scope, let noun = scope.noun, !noun.words.isEmpty, clauseOpens(around) else { return nil }
    // amounted to 118 million, or 14.5% of revenue: the level right before, in parts of another.
    if around.preposition == "or", lastLevel != nil { return nil }
    var verb = around.next
    while verb < sentence.upperBound, chunks[verb].border == nil,
      !["went", "goes", "go", "came", "comes", "come", "were", "was", "are", "is"].contains(text(verb)), !actsBehind(verb, of: around)
    { verb += 1 }
    // expenses were $70.1 million, 17.0% of revenue: the level right before, where nothing else is said of the part.
    if verb >= sentence.upperBound || chunks[verb].border != nil, lastLevel != nil, around.clause > sentence.lowerBound + 1,
      chunks[around.clause - 1].border == .comma, chunks[around.clause - 2].isFigure
    {
      return nil
    }
    var name = withoutParticiple(noun.words)
    if verb < sentence.upperBound, actsBehind(verb, of: around) {
      // 24.1% of EU enterprises used artificial intelligence: those who do.
      name += " that " + doing(from: verb)
    }
    if verb < sentence.upperBound, chunks[verb].border == nil {
      var end = verb + 1
      while end < sentence.upperBound, chunks[end].border == nil, !chunks[end].isFigure, chunks[end].time == nil,
        !["with", "and", "while", "compared", "up", "down"].contains(text(end))
      { end += 1 }
      let rest = Array((verb + 1)..<end)
      if ["went", "goes", "go"].contains(text(verb)), rest.first.map({ text($0) == "to" }) ?? false,
        let part = self.name((verb + 2)..<max(verb + 2, end)), !part.words.isEmpty
      {
        name = part.words
      } else if let first = rest.first, text(first) == "spent" || text(first) == "used", rest.count > 2,
        let part = self.name((verb + 3)..<end), !part.words.isEmpty
      {
        name = part.words
      } else if let first = rest.first, text(first).hasSuffix("ed"), rest.count > 2,
        ["by", "in", "from", "to", "on", "for", "with", "as"].contains(text(rest[1]))
      {
        name += " " + join(rest)
      } else if let first = rest.first, rest.count > 1, ["outside", "inside", "within", "without", "under", "over"].contains(text(first)) {
        // 43.2% of births were outside marriage
        name += " " + join(rest)
      } else if ["came", "comes", "come"].contains(text(verb)), rest.count > 1, text(rest[0]) == "from" {
        if let place = self.name((verb + 2)..<max(verb + 2, end)), place.words.isEmpty, let origin = place.area {
          // 45% of designs came from Europe: Europe's.
          var statement = statement(.share, .own(name), around)
          (statement.owner, statement.scope) = (.named(origin), scope.words)
          return statement
        }
        name += " " + join(rest)
      }
    }
    var statement = statement(.share, .own(name), around)
    statement.owner = noun.area.map { .named($0) }
    statement.scope = scope.words
    return statement
  }

  /// Whether a word behind a share of a whole is the verb of what that part does: 24.1% of enterprises with so many employees used AI.
  private func actsBehind(_ index: Int, of around: EnglishSurroundings) -> Bool {
    guard isWord(index), index > around.next + 1, !tokens[chunks[index].tokens.lowerBound].isCapital,
      words.actions.contains(text(index)) || takesObject(index), !isParticiple(index), !isAttribute(index), !isNominal(index)
    else { return false }
    return sentence.contains(index + 1) && chunks[index + 1].border == nil && !chunks[index + 1].isFigure
  }

  /// A verb and its object, up to what tells when, where or against what.
  private func doing(from verb: Int) -> String {
    var end = verb + 1
    while end < sentence.upperBound, chunks[end].border == nil, !chunks[end].isFigure, chunks[end].time == nil, chunks[end].place == nil,
      !["while", "and", "compared", "up", "down", "than", "against", "which", "but", "whereas", "followed"].contains(text(end))
    {
      if case .basis = chunks[end].kind { break }
      end += 1
    }
    while end > verb + 1, ["in", "on", "by", "at", "of", "for", "during", "as", "from", "the"].contains(text(end - 1)) { end -= 1 }
    return join(Array(verb..<end))
  }

  /// 13.6% of enterprises used text mining, and 10.9% used AI for pictures: a further part of the whole just told of, by what it does.
  private func partThatActs(_ around: EnglishSurroundings) -> Statement? {
    let verb = around.next
    guard clauseOpens(around), around.preposition.isEmpty || around.preposition == "and", isWord(verb), text(verb).hasSuffix("ed"),
      words.actions.contains(text(verb)) || takesObject(verb), sentence.contains(verb + 1), chunks[verb + 1].border == nil,
      chunks[verb + 1].isWord || chunks[verb + 1].place != nil
    else { return nil }
    if let setting = name(sentence.lowerBound..<around.clause), text(sentence.lowerBound) == "among", !setting.words.isEmpty {
      // Among large enterprises, 58.2% used AI.
      var statement = statement(.share, .own(setting.words + " that " + doing(from: verb)), around)
      (statement.scope, statement.owner) = (setting.words, setting.area.map { .named($0) })
      return statement
    }
    guard let before = statements.lastIndex(where: { $0.role == .main && $0.kind != .change }), statements[before].kind == .share,
      let whole = statements[before].scope
    else { return nil }
    var statement = statement(.share, .own(whole + " that " + doing(from: verb)), around)
    statement.scope = whole
    return statement
  }

  /// Only qualifiers, articles and joints stand before the number in its clause.
  private func clauseOpens(_ around: EnglishSurroundings) -> Bool {
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

  /// Asia of Asia-based applicants; nil for words without a place.
  private func placeBased(_ name: EnglishName) -> String? {
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
      let verb = (around.next..<sentence.upperBound).first { chunks[$0].border != nil || actsBehind($0, of: around) }
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

  /// them, these, those: what was counted before.
  private func isPronominal(_ index: Int) -> Bool { ["them", "these", "those", "which", "whom", "it"].contains(text(index)) }
}
