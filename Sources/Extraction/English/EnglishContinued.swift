import Indicators

/// Figures that go on from the one before: by 0.7% in the euro area and by 0.8% in the EU, 8% to 10%.
extension EnglishParser {
  /// by 0.7% in the euro area and by 0.8% in the EU; 3.2% and 4.1%: a further figure of the construction before.
  func continued(_ around: EnglishSurroundings) -> Statement? {
    guard let quantity = around.quantity, var lastOfSentence, around.predicate == nil, !tellsKind(around), doneTo(around) == nil else {
      return nil
    }
    if around.preposition == "of", text(around.prepositionIndex - 1) == "and", statements[lastOfSentence].kind == .change,
      quantity.measure != .percent || statements[lastOfSentence].unit == quantity.unit,
      let noun = (sentence.lowerBound..<around.index).last(where: {
        isWord($0) && (words.riseNouns.contains(text($0)) || words.fallNouns.contains(text($0)))
      })
    {
      // an increase of 24,000 compared with March and of 67,000 compared with June 2025
      var statement = statement(.change, .same(lastOfSentence), around)
      statement.isNegative = words.fallNouns.contains(text(noun))
      return statement
    }
    // 22% … firms with fewer than 250 employees, and a further 7%: of the figure in the same measure.
    if quantity.measure == .percent, statements[lastOfSentence].unit != quantity.unit, statements[lastOfSentence].kind == .level,
      let like = (firstOfSentence..<lastOfSentence).last(where: { statements[$0].unit == quantity.unit }), around.preposition != "or"
    {
      lastOfSentence = like
    }
    let before = statements[lastOfSentence]
    if around.preposition == "or", quantity.measure == .percent, before.kind == .level {
      // 2,204 applications or 7%
      var statement = statement(.share, .same(lastOfSentence), around)
      // Germany (20,447 applications, or 23% of the total), …, Italy (9,941, or 11%): of the same whole.
      if bracketOf[around.index] != nil { statement.scope = statements[firstOfSentence...].last { $0.kind == .share }?.scope }
      return statement
    }
    // an increase of 6.33%; and 360,489 were copyright cases: a count is no further percentage.
    guard before.unit == quantity.unit || before.kind == .change && (quantity.measure != .count || around.preposition == "by"),
      quantity.measure != .count || noun(after: around.index) == nil || around.preposition == "by"
    else { return nil }
    // in clothing shops 1.8 per cent and in household goods stores 2.5 per cent
    let place =
      around.preposition.isEmpty && before.kind == .change && ["in", "for", "at", "among", "and"].contains(text(around.clause))
      ? self.name(around.clause..<around.lead) : nil
    guard ["by", "and", "or"].contains(around.preposition) || around.clause == around.lead || place != nil else { return nil }
    if before.kind == .change || before.unit == quantity.unit {
      var statement = statement(before.kind, .same(lastOfSentence), around)
      if let owner = ownerBefore(around) {
        statement.owner = .named(owner)
      } else if let place, !place.words.isEmpty, !isMovedWith(place) {
        statement.head = .own(place.words)
        statement.owner = place.area.map { .named($0) }
      } else if let start = (around.clause..<max(around.clause, around.prepositionIndex)).last(where: {
        ["and", "or", "while"].contains(text($0))
      }) ?? Optional(around.clause - 1), start + 1 < around.prepositionIndex, around.preposition == "by",
        let name = name((start + 1)..<around.prepositionIndex), !name.words.isEmpty, !isMovedWith(name)
      {
        // and rents by 27.8%
        statement.head = .own(name.words)
        statement.owner = name.area.map { .named($0) }
      } else if let start = (around.clause..<max(around.clause, around.prepositionIndex)).last(where: {
        ["and", "or", "while"].contains(text($0))
      }),
        around.preposition == "by", let name = name((start + 1)..<around.prepositionIndex), name.words.isEmpty, let place = name.area
      {
        // and those from Japan by 1.2%
        statement.owner = .named(place)
      }
      if before.kind == .share, text(around.next) == "to", isWord(around.next), let noun = noun(after: around.next),
        !noun.name.words.isEmpty, !noun.name.words.hasPrefix("same ")
      {
        // went to research, and a further 16.8% to health
        statement.head = .own(noun.name.words)
      }
      if before.kind == .share, text(around.next) == "from", around.next + 1 < sentence.upperBound, chunks[around.next + 1].place != nil {
        // 45% of designs came from Europe, 41% from Asia
        statement.owner = .named(placeName(around.next + 1))
      }
      statement.isNegative = before.isNegative
      statement.scope = before.scope
      statement.continues = lastOfSentence
      return statement
    }
    return nil
  }

  /// growth of 9.1%, with 9.4% from price and -0.2% from volume: what each brought to the growth right before.
  func contribution(_ around: EnglishSurroundings) -> Statement? {
    guard around.quantity?.measure == .percent || around.quantity?.measure == .points, text(around.next) == "from", isWord(around.next),
      ["with", "and", "including"].contains(around.preposition), let noun = noun(after: around.next), !noun.name.words.isEmpty,
      noun.name.area == nil,
      let last = (firstOfSentence..<statements.count).last(where: { statements[$0].construction != "english.contribution" }),
      statements[last].kind == .change, statements[last].unit == around.quantity?.unit, let told = wordsOf(last)
    else { return nil }
    var statement = statement(.change, .own(told + " from " + noun.name.words), around)
    (statement.basis, statement.owner) = (statements[last].basis, .same(last))
    return statement
  }

  /// 8% to 10%: the second number of a range is all that the first is.
  func range(_ around: EnglishSurroundings) -> Statement? {
    guard let quantity = around.quantity, quantity.isRangeEnd, let lastOfSentence else { return nil }
    var statement = statements[lastOfSentence]
    statement.head = .same(lastOfSentence)
    statement.continues = lastOfSentence
    statement.qualifier = .atMost
    statement.unit = quantity.unit
    return statement
  }

  /// A phrase without a noun, as in: and most notably by 3%.
  func isMovedWith(_ name: EnglishName) -> Bool {
    name.words.split(separator: " ").allSatisfy { words.superlatives.contains($0.lowercased()) || words.states.contains($0.lowercased()) }
  }
}
