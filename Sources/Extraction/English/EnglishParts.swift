import Indicators

/// Counts of a part of what was counted, or of a kind of it: 52,110 of these, 157,600 of the 1.56 million enterprises; 28,528 were new cases.
extension EnglishParser {
  /// Resident applicants filed 52,110 of these: a part of the level told of, of those who did it.
  func partOfThese(_ around: EnglishSurroundings) -> Statement? {
    guard text(around.next) == "of", ["these", "those", "them", "which"].contains(text(around.next + 1)), isWord(around.next),
      let whole = statements.indices.last(where: { statements[$0].kind == .level && statements[$0].role == .main }),
      let words = wordsOf(whole)
    else { return nil }
    let subject = subjectName(around)
    var statement = statement(.level, .same(whole), around)
    statement.isPart = true
    statement.owner = subject?.area.map { .named($0) }
    guard let subject, !subject.words.isEmpty else { return statement }
    if isProper(subject) {
      statement.owner = .named(subject.words)
    } else if isOfActors(subject) {
      statement.head = .own(subject.words + (subject.words.hasSuffix("s") ? "’ " : "’s ") + words)
    } else {
      statement.head = .own(subject.words)
    }
    return statement
  }

  /// covered 157,600 of the 1.56 million enterprises: the number of all, whose noun names both.
  func totalBehind(_ index: Int) -> Int? {
    guard text(index + 1) == "of", isWord(index + 1) else { return nil }
    let total = text(index + 2) == "the" ? index + 3 : index + 2
    return sentence.contains(total) && chunks[total].quantity?.measure == .count ? total : nil
  }

  /// 3,102 were existing dwellings: what they are, behind the verb.
  func kindBehind(_ around: EnglishSurroundings) -> String? {
    guard ["were", "was", "are", "is"].contains(text(around.next)), isWord(around.next) else { return nil }
    if text(around.next + 1).hasSuffix("ed"), ["by", "in", "from", "to", "for"].contains(text(around.next + 2)) {
      // Of these, 121,900 were filed by residents: those of the whole that were.
      guard let whole = statements.last(where: { $0.kind == .level && $0.role == .main && !$0.isPart })?.head.words else { return nil }
      var end = around.next + 3
      while end < sentence.upperBound, chunks[end].isWord || chunks[end].place != nil, !["and", "while", "but"].contains(text(end)) {
        end += 1
      }
      return end > around.next + 3 ? whole + " " + join(Array((around.next + 1)..<end)) : nil
    }
    guard let noun = noun(after: around.next), let first = noun.name.words.split(separator: " ").first, !first.hasSuffix("ed") else {
      return nil
    }
    return noun.name.words
  }

  /// 28,528 were new cases; 3,277 were contract cases: the number opens its clause, and what it counts stands behind its verb. 138 members,
  /// 108 of which are islands: the same of a part.
  func kindTold(_ around: EnglishSurroundings) -> Statement? {
    if let further = partOfChange(around) { return further }
    guard tellsKind(around) else { return nil }
    if text(around.next) == "of", let place = placeOfPart(around), let lastLevel {
      // 12.9 million in the EU, 10.8 million of which were in the eurozone
      var statement = statement(.level, .same(lastLevel), around)
      (statement.isPart, statement.owner) = (true, place)
      return statement
    }
    var behind = around
    if text(around.next) == "of" { behind.next = around.next + 2 }
    guard let kind = kindBehind(behind) else { return nil }
    var statement = statement(.level, .own(kind), around)
    statement.isPart =
      behind.next > around.next || statements[firstOfSentence...].last { $0.role == .main && $0.kind == .level }?.isPart ?? false
    return statement
  }

  func tellsKind(_ around: EnglishSurroundings) -> Bool {
    // and 360,489 were copyright cases
    let opens = around.clause == around.lead || around.lead == around.clause + 1 && text(around.clause) == "and"
    guard around.quantity?.measure == .count, opens, around.bracket == nil, around.clause > sentence.lowerBound,
      isWord(around.next)
    else { return false }
    if text(around.next) == "of" { return ["which", "whom"].contains(text(around.next + 1)) }
    return chunks[around.clause - 1].border == .semicolon
  }

  /// of which 1,200 came from abroad: a number without a noun is of the level before it.
  func ofWhich(_ around: EnglishSurroundings) -> Statement? {
    guard isPart(around) || goesOnWithPart(around),
      let lastLevel = lastLevel ?? statements.indices.last(where: { statements[$0].kind == .level && statements[$0].role == .main })
    else { return nil }
    var statement = statement(.level, .same(lastLevel), around)
    if let kind = kindBehind(around) { statement.head = .own(kind) }
    statement.isPart = true
    return statement
  }

  /// of which 3,102 were existing dwellings and 1,116 were new dwellings: a further part.
  func goesOnWithPart(_ around: EnglishSurroundings) -> Bool {
    kindBehind(around) != nil && (around.clause..<max(around.clause, around.lead)).allSatisfy { text($0) == "and" }
      && (firstOfSentence..<statements.count).contains { statements[$0].isPart }
  }

  /// fell by 70,000 in the EU, 3,000 of whom were in the euro area: a part of the change.
  private func partOfChange(_ around: EnglishSurroundings) -> Statement? {
    guard around.clause == around.lead, text(around.next) == "of", ["whom", "which", "them", "these"].contains(text(around.next + 1)),
      let lastOfSentence, statements[lastOfSentence].kind == .change, statements[lastOfSentence].unit == around.quantity?.unit
    else { return nil }
    var statement = statement(.change, .same(lastOfSentence), around)
    statement.isNegative = statements[lastOfSentence].isNegative
    statement.basis = statements[lastOfSentence].basis
    statement.owner = placeOfPart(around)
    return statement
  }

  /// of whom were in the euro area: the place behind the verb.
  func placeOfPart(_ around: EnglishSurroundings) -> Owner? {
    let verb = around.next + 2
    guard ["were", "was", "are", "is"].contains(text(verb)), ["in", "from"].contains(text(verb + 1)), isWord(verb + 1) else { return nil }
    let place = text(verb + 2) == "the" ? verb + 3 : verb + 2
    return sentence.contains(place) && chunks[place].place != nil ? .named(placeName(place)) : nil
  }
}
