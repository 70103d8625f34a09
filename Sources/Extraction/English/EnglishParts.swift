import Indicators

/// Counts of a part of what was counted: 52,110 of these, 157,600 of the 1.56 million enterprises.
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
}
