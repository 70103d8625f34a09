import Indicators

/// What a clause is about: its subject, and the head and owner that it gives to a figure.
extension EnglishParser {
  /// The subject of the clause of a figure; of an opening participle (Accounting for 44% of the total, Japan …) the one behind it.
  func clauseSubject(_ around: EnglishSurroundings) -> EnglishName? {
    guard let predicate = firstPredicate(around.clause..<max(around.clause, around.lead)) else { return nil }
    if predicate > around.clause { return name(around.clause..<predicate).flatMap { $0.isPronoun ? nil : $0 } }
    guard predicate == sentence.lowerBound, text(predicate).hasSuffix("ing") else { return nil }
    guard let comma = (around.next..<max(around.next, sentence.upperBound)).first(where: { chunks[$0].border == .comma }),
      let verb = firstPredicate((comma + 1)..<max(comma + 1, sentence.upperBound)), verb > comma + 1
    else { return nil }
    return name((comma + 1)..<verb)
  }

  /// The agency expects solar capacity to reach 9,000 MW, had expected exports to rise by 1.1%: what stands between the verb of
  /// expecting and to.
  func expected(_ clause: Int, verb: Int) -> EnglishName? {
    guard verb > clause + 2, text(verb - 1) == "to",
      let expecting = (clause..<(verb - 1)).last(where: { isWord($0) && words.forecasts.contains(text($0)) }), expecting + 1 < verb - 1,
      let object = name((expecting + 1)..<(verb - 1)), !object.words.isEmpty, !object.isPronoun
    else { return nil }
    return object
  }

  /// The subject of the clause: what stands before its predicate, else what the sentence speaks of.
  func subjectName(_ around: EnglishSurroundings, upTo limit: Int? = nil) -> EnglishName? {
    if let verb = around.predicate, let object = expected(around.clause, verb: verb) { return object }
    let end = limit ?? firstPredicate(around.clause..<max(around.clause, around.lead)) ?? around.lead
    if end > around.clause, let name = name(around.clause..<end), !name.isPronoun, !name.words.isEmpty || name.area != nil { return name }
    return nil
  }

  /// The head and owner of a change or share whose clause has `name` as its subject, or none.
  func headOf(_ name: EnglishName?) -> (Head, Owner?) {
    var name = name
    // a significant 4.1 point increase: how much it is names nothing.
    if let words = name?.words, !words.isEmpty,
      words.split(separator: " ").allSatisfy({ word in
        self.words.measuresOfPace.contains(word.lowercased()) || self.words.causeEndings.contains { word.hasSuffix($0) }
      })
    {
      if let lastOfSentence, name?.area == nil { return (.same(lastOfSentence), nil) }
      name?.words = ""
    }
    if let words = name?.words.lowercased(), words.hasPrefix("same "), words.split(separator: " ").count == 2,
      let before = statements.lastIndex(where: { $0.role == .main || $0.role == .movementEnd }),
      wordsOf(before)?.lowercased().hasSuffix(words.dropFirst(5)) ?? false
    {
      // while the same rate in the euro area rose
      return (wordsOf(before).map { .own($0) } ?? .same(before), name?.area.map { .named($0) })
    }
    if let name, !name.words.isEmpty {
      return (.own(name.words), name.area.map { .named($0) })
    }
    let owner = name?.area.map { Owner.named($0) }
    if let lastLevel { return (.same(lastLevel), owner) }
    if let openName, !openName.words.isEmpty { return (.own(openName.words), owner ?? openName.area.map { .named($0) }) }
    if let subject, !subject.words.isEmpty {
      // Firms filed 1,200 applications. This follows growth of 2.6%: of what they did it to.
      if isOfActors(subject) && lastOfSentence == nil || isProper(subject) && !isOfBody,
        let told = statements.indices.last.flatMap({ wordsOf($0) }) ?? nameBefore
      {
        return (.own(told), owner ?? (isOfActors(subject) ? nil : statements.indices.last.map { .same($0) }))
      }
      return (.own(subject.words), owner ?? subject.area.map { .named($0) })
    }
    if let lastOfSentence { return (.same(lastOfSentence), owner) }
    // In India, they rose 15.7%: of the place that the sentence opens with.
    return (
      statements.isEmpty ? nameBefore.map { .own($0) } ?? .inherited : .same(statements.count - 1), owner ?? area.map { .named($0) }
    )
  }
}
