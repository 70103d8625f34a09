import Indicators
import Lingua

/// Constructions of movements: how a level differs from an earlier one.
extension EnglishParser {
  /// A movement verb that governs the number directly: rose by 5%, fell 3,400, up 2.7%.
  func movement(_ around: EnglishSurroundings) -> Statement? {
    if let exceeding = exceeding(around) ?? apartFromVerb(around) ?? apartByComma(around) { return exceeding }
    guard let quantity = around.quantity, let verb = around.predicate, direction(ofVerb: verb) != 0 else { return nil }
    guard ["", "by", "at", "of", "and", "or"].contains(around.preposition) else { return nil }
    // rose in 45 cities, up to 5%
    if around.preposition.isEmpty, quantity.measure == .count, around.prepositionIndex - verb > 4 { return nil }
    // revenues of $712 million in the quarter increased $48 million: what has the figure before grows.
    let isBehindFigure =
      around.clause > sentence.lowerBound && chunks[around.clause - 1].isFigure
      && ["in", "for", "during", "at", "of"].contains(text(around.clause))
    let (head, owner) = headOf(isBehindFigure && lastLevel != nil ? nil : subject(ofVerb: verb, around))
    var statement = statement(.change, head, around)
    statement.isNegative = direction(ofVerb: verb) < 0
    statement.owner = owner
    if quantity.measure == .times { statement.form = .increase }
    if verb == around.clause + 1, ["after", "following"].contains(text(around.clause)), text(verb).hasSuffix("ing"),
      let time = timeBehind(around.index) ?? timeOfBasis(behind: around.index)
    {
      // rose 0.2 percent in October, after rising 0.3 percent in September
      statement.ownTime = OwnTime(
        time: time.time, words: time.words, isBase: time.time.isPeriodBefore || time.time.isBase || time.time.monthOffset != nil)
    }
    return statement
  }

  /// was revised up by 0.2 points: by how much a statement of the same figure was put right.
  func revision(_ around: EnglishSurroundings) -> Statement? {
    guard let verb = around.predicate, verb > around.clause, words.revisions.contains(text(verb - 1)) else { return nil }
    return movement(around)
  }

  /// exceeded the prior-year figure by 2.7%: by how much a level lies above an earlier one.
  private func exceeding(_ around: EnglishSurroundings) -> Statement? {
    guard around.preposition == "by",
      let verb = (around.clause..<around.prepositionIndex).last(where: {
        isWord($0) && ["exceeded", "exceeds", "surpassed", "outperformed"].contains(text($0))
      }), verb > around.clause,
      let figure = ((verb + 1)..<around.prepositionIndex).first(where: {
        words.prose.facts.standardNouns.contains(text($0))
      })
    else { return nil }
    let (head, owner) = headOf(name(around.clause..<verb).flatMap { $0.isPronoun ? nil : $0 })
    var statement = statement(.change, head, around)
    statement.owner = owner
    let base = ((verb + 1)..<figure).map { text($0) }
    if base.contains("prior-year") || base.contains("previous-year") || base.suffix(2) == ["previous", "year"]
      || base.suffix(2) == ["prior", "year"]
    {
      statement.basis = .yearOnYear
    }
    return statement
  }

  /// semiconductors grew most strongly, at 11.2%: the verb ends the clause before, with nothing behind it but how it moved.
  private func apartFromVerb(_ around: EnglishSurroundings) -> Statement? {
    guard ["at", "by"].contains(around.preposition), around.prepositionIndex == around.clause,
      around.quantity?.measure == .percent || around.quantity?.measure == .points, around.clause > sentence.lowerBound + 1,
      chunks[around.clause - 1].border == .comma
    else { return nil }
    let start = clauseStart(of: around.clause - 2)
    guard let verb = firstPredicate(start..<(around.clause - 1)), direction(ofVerb: verb) != 0, verb > start,
      ((verb + 1)..<(around.clause - 1)).allSatisfy({
        isWord($0)
          && (words.superlatives.contains(text($0)) || text($0).hasSuffix("ly") || ["the", "most", "more", "even"].contains(text($0)))
      })
    else { return nil }
    let (head, owner) = headOf(name(start..<verb).flatMap { $0.isPronoun ? nil : $0 })
    var statement = statement(.change, head, around)
    statement.isNegative = direction(ofVerb: verb) < 0
    statement.owner = owner
    // fell, by 0.1 points, in Mexico
    let behind = text(around.next + 2) == "the" ? around.next + 3 : around.next + 2
    if sentence.contains(behind), chunks[around.next].border == .comma, text(around.next + 1) == "in", chunks[behind].place != nil {
      statement.owner = .named(placeName(behind))
    }
    return statement
  }

  /// The largest contribution to this fall came from petrol stations, down by 5.4%: what the text tells of, there.
  private func contributor(beforeClause clause: Int) -> EnglishName? {
    guard clause > sentence.lowerBound + 3, chunks[clause - 1].border == .comma else { return nil }
    let start = clauseStart(of: clause - 2)
    guard let verb = firstPredicate(start..<(clause - 1)), verb > start, ["came", "comes", "come", "stemmed"].contains(text(verb)),
      text(verb + 1) == "from", verb + 2 < clause - 1,
      (start..<verb).contains(where: {
        words.contributions.contains(text($0))
          || words.riseNouns.contains(text($0)) || words.fallNouns.contains(text($0))
      }), let part = name((verb + 2)..<(clause - 1)), !part.words.isEmpty, part.area == nil
    else { return nil }
    let told = statements.last { if case .own = $0.head { $0.kind != .rank } else { false } }?.head.words ?? nameBefore
    return EnglishName(words: told.map { $0 + " at " + part.words } ?? part.words)
  }

  /// What stands before a movement verb as its subject.
  func subject(ofVerb verb: Int, _ around: EnglishSurroundings) -> EnglishName? {
    if verb == around.clause, let contributor = contributor(beforeClause: around.clause) { return contributor }
    if let object = expected(around.clause, verb: verb) { return object }
    let first = firstPredicate(around.clause..<(verb + 1)) ?? verb
    guard first > around.clause else {
      if let place = listedPlace(beforeClause: around.clause) { return EnglishName(words: "", area: place) }
      // applications from Germany at #2 fell by 4.7%
      if around.clause - 2 > sentence.lowerBound, case .position = chunks[around.clause - 1].kind, text(around.clause - 2) == "at" {
        return name(clauseStart(of: around.clause - 2)..<(around.clause - 2))
      }
      return subject(beforeJoint: around.clause - 1)
    }
    if let object = objectMoved(by: verb, around) { return object }
    // soybean growers are expected to increase their production 10%: what they make more of.
    if ["their", "its"].contains(text(verb + 1)), verb + 2 < around.prepositionIndex, let owner = name(around.clause..<first),
      !owner.words.isEmpty, let object = name((verb + 2)..<around.prepositionIndex), !object.words.isEmpty
    {
      return EnglishName(words: owner.words + (owner.words.hasSuffix("s") ? "’ " : "’s ") + object.words, area: owner.area)
    }
    if let antecedent = antecedent(of: around.clause), ["which", "who", "that"].contains(text(around.clause)) {
      // nuclear plants, which saw their share drop
      if words.prose.facts.showing.contains(text(first)), ["their", "its"].contains(text(first + 1)), first + 2 < verb,
        let object = name((first + 2)..<verb), !object.words.isEmpty, !antecedent.words.isEmpty
      {
        return EnglishName(
          words: antecedent.words + (antecedent.words.hasSuffix("s") ? "’ " : "’s ") + object.words, area: antecedent.area)
      }
      if first == around.clause + 1 { return antecedent }
    }
    // It expects revenue to grow by 8%, private firms saw their trade grow 7.3%: what stands before the last verb grows.
    if first < verb - 1 {
      let end = text(verb - 1) == "to" ? verb - 1 : verb
      if text(verb - 1) == "to" || words.prose.facts.showing.contains(text(first)), let object = name((first + 1)..<end),
        !object.words.isEmpty, !object.isPronoun, !((first + 1)..<end).contains(where: { isPredicate($0) })
      {
        guard ["their", "its"].contains(text(first + 1)), let owner = name(around.clause..<first) ?? antecedent(of: around.clause),
          !owner.words.isEmpty
        else {
          // Qatar saw arrivals grow 177%.
          if object.area == nil, let teller = name(around.clause..<first), teller.words.isEmpty, let place = teller.area {
            return EnglishName(words: object.words, area: place)
          }
          return object
        }
        return EnglishName(words: owner.words + (owner.words.hasSuffix("s") ? "’ " : "’s ") + object.words, area: owner.area)
      }
    }
    return name(around.clause..<first)
  }

  /// Adverse currency movements reduced turnover by 4.5%, Italy increased exports by 2%: what was moved stands between the verb and by, of
  /// the place in front.
  private func objectMoved(by verb: Int, _ around: EnglishSurroundings) -> EnglishName? {
    guard around.preposition == "by", verb + 1 < around.prepositionIndex, verb > around.clause, text(verb) != "up", text(verb) != "down",
      !["their", "its"].contains(text(verb + 1)),
      ((verb + 1)..<around.prepositionIndex).allSatisfy({ at in
        chunks[at].isWord && !text(at).hasSuffix("ly")
          && !["in", "at", "on", "over", "further", "from", "to", "during", "again", "for", "as"].contains(text(at))
      }),
      let object = name((verb + 1)..<around.prepositionIndex), !object.words.isEmpty, !object.isPronoun, object.area == nil,
      !object.words.split(separator: " ").allSatisfy({ isHow(String($0).lowercased()) || Self.outer.contains($0.lowercased()) }),
      let subject = name(around.clause..<(firstPredicate(around.clause..<(verb + 1)) ?? verb))
    else { return nil }
    return EnglishName(
      words: object.words, area: subject.words.isEmpty ? subject.area : isProper(subject) && !isOwnBody(subject) ? subject.words : nil)
  }

  /// Output was stable in Denmark and gained 0.3% in Norway: the subject of the clause without a figure that and joins the verb to.
  func subject(beforeJoint joint: Int) -> EnglishName? {
    guard joint > sentence.lowerBound, isWord(joint), text(joint) == "and" || text(joint) == "but" else { return nil }
    let start = clauseStart(of: joint)
    guard let verb = firstPredicate(start..<joint), verb > start, start == sentence.lowerBound || chunks[start - 1].border != nil,
      let name = name(start..<verb), !name.isPronoun, !name.words.isEmpty
    else { return nil }
    return name
  }

  func isBasisChunk(_ index: Int) -> Bool {
    if sentence.contains(index), case .basis = chunks[index].kind { return true }
    return false
  }

  /// recovered to 85% of the 2019 level: the level in parts of an earlier one.
  func recovery(_ around: EnglishSurroundings) -> Statement? {
    guard around.quantity?.measure == .percent, text(around.next) == "of", isWord(around.next),
      let at = ((around.next + 1)..<min(around.next + 4, sentence.upperBound)).first(where: { chunks[$0].time != nil }),
      ["level", "levels", "figure", "volume", "volumes"].contains(text(at + 1)),
      let time = chunks[at].time, !time.isEmpty
    else { return nil }
    let predicate = firstPredicate(around.clause..<max(around.clause, around.lead))
    let (head, owner) = headOf(predicate.flatMap { $0 > around.clause ? name(around.clause..<$0) : nil })
    var statement = statement(.change, head, around)
    statement.form = .times
    statement.owner = owner
    statement.basis = .against(time)
    return statement
  }

  /// 1.8 times the 2015 level, increased 4.5 times, 3 times as many.
  func multiple(_ around: EnglishSurroundings) -> Statement? {
    guard around.quantity?.measure == .times else { return nil }
    let predicate = around.predicate
    let isIncrease = predicate.map { direction(ofVerb: $0) != 0 } ?? false && around.preposition != "to"
    let first = firstPredicate(around.clause..<max(around.clause, around.lead))
    let (head, owner) = headOf(first.flatMap { $0 > around.clause ? name(around.clause..<$0) : nil })
    var statement = statement(.change, head, around)
    statement.form = isIncrease ? .increase : .times
    statement.owner = owner
    if let time = (around.next..<min(around.next + 5, sentence.upperBound)).lazy.compactMap({ self.chunks[$0].time }).first, !time.isEmpty {
      if (around.next..<min(around.next + 5, sentence.upperBound)).contains(where: { chunks[$0].isFigure }), !isIncrease {
        return statement
      }
      statement.basis = .against(time)
    }
    return statement
  }

  /// GDP growth was 5.2%, growth in exports stood at 3%: the name of a growth makes its rate a change.
  func growthRate(_ around: EnglishSurroundings) -> Statement? {
    // Annual growth in labour costs at 2.3%
    guard let quantity = around.quantity, quantity.measure == .percent,
      let predicate = firstPredicate(around.clause..<max(around.clause, around.lead))
        ?? (around.preposition == "at" && around.bracket == nil ? around.prepositionIndex : nil), predicate > around.clause
    else { return nil }
    guard
      let noun = (around.clause..<predicate).first(where: {
        isWord($0) && bracketOf[$0] == bracketOf[around.index]
          && words.prose.facts.growthNouns.contains(text($0))
      }) ?? (isBareGrowth(before: around.index) ? predicate - 1 : nil)
    else { return nil }
    guard var name = name(around.clause..<predicate) else { return nil }
    // growth in exports, growth of exports; export growth, the growth rate of exports
    for lead in [
      "growth rate of ", "growth rate in ", "growth in ", "growth of ", "increase in ", "rise in ", "decline in ", "decrease in ",
      "rate of growth of ", "annual growth rate of ",
    ] where name.words.lowercased().hasPrefix(lead) {
      name.words = String(name.words.dropFirst(lead.count))
    }
    // IIP growth rate for the month of September
    for rate in [" growth rate for", " growth rates for"] {
      if let at = name.words.firstRange(of: rate) { name.words = String(name.words[..<at.lowerBound]) }
    }
    for tail in [" growth rates"] where name.words.hasSuffix(tail) { name.words = String(name.words.dropLast(tail.count)) }
    for tail in [" growth rate", " growth", " increase", " rise", " decline", " decrease"] where name.words.hasSuffix(tail) {
      name.words = String(name.words.dropLast(tail.count))
    }
    // the year-on-year rate of increase was 1.3%: of what the text told of.
    let isOpen = ["rate", "rate of", "rates of", "pace of"].contains(name.words.lowercased()) || isBareGrowth(before: around.index)
    let (head, owner) = headOf(isOpen ? EnglishName(words: "", area: name.area) : name)
    var statement = statement(.change, head, around)
    statement.isNegative = words.fallNouns.contains(text(noun)) && !quantity.isSigned
    statement.owner = owner
    statement.isOfGrowth = true
    return statement
  }
}
