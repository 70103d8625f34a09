import Indicators
import Lingua

/// Movements told in brackets: Greece (14.3% to 21.0%), Food retailing was unchanged (0.0 per cent), Chinese (+11.1%) and Korean (+9.3%)
/// companies.
extension EnglishParser {
  /// The largest falls were observed in Lithuania (17.5% to 14.3%): both ends of a movement, of what the text tells of.
  func endsInBracket(_ around: EnglishSurroundings, _ quantity: EnglishQuantity) -> Statement? {
    let index = around.index
    guard let bracket = bracketOf[index], bracket > sentence.lowerBound, quantity.measure != .points, !quantity.isSigned else { return nil }
    if index == bracket + 1, text(index + 1) == "to", sentence.contains(index + 2), chunks[index + 2].quantity?.unit == quantity.unit {
      guard sentence.contains(where: { isMovement($0) || direction(ofNoun: $0) != 0 }) else { return nil }
      let told = statements[firstOfSentence...].last { $0.role == .movementStart }?.head.words
      let clause = clauseStart(of: bracket, passesBrackets: false)
      guard let words = movedThing(clause..<bracket)?.words ?? told ?? moved(inSentenceBefore: clause)?.words ?? nameTold else {
        return nil
      }
      var statement = statement(.level, .own(words), around)
      statement.qualifier = .exactly
      statement.role = .movementStart
      let owner = chunks[bracket - 1].place == nil ? unlistedName(before: bracket) ?? body(before: bracket) : placeName(bracket - 1)
      statement.owner = owner.map { .named($0) }
      statement.ownTime = endTime(index) ?? OwnTime(time: TimeExpression(year: .relative(-1)), words: "")
      return statement
    }
    guard index == bracket + 3, text(index - 1) == "to", let last = lastOfSentence, statements[last].role == .movementStart,
      statements[last].unit == quantity.unit
    else { return nil }
    var statement = statement(statements[last].kind, .same(last), around)
    statement.qualifier = .exactly
    statement.role = .movementEnd
    (statement.continues, statement.owner) = (last, .same(last))
    statement.ownTime = endTime(index)
    return statement
  }

  /// Food retailing was relatively unchanged (0.0 per cent); follows a flat result (0.0 per cent) in July: how little it moved.
  func unmoved(_ around: EnglishSurroundings, _ quantity: EnglishQuantity, _ bracket: Int, clause: Int, verb: Int?) -> Statement? {
    let follows = ["follows", "followed", "following", "after"]
    guard quantity.measure == .percent || quantity.measure == .points, around.lead == bracket + 1, clause < bracket,
      let from = verb ?? (clause..<bracket).first(where: { follows.contains(text($0)) }),
      let state = (from..<bracket).last(where: { words.unmoved.contains(text($0)) }), bracket - state <= 3
    else { return nil }
    let subject = from > clause ? name(clause..<from) : nil
    guard let subject, !subject.isPronoun, !follows.contains(text(from)) else {
      // This follows a flat result (0.0 per cent) in July: what the text tells of, at another time.
      guard (clause..<bracket).contains(where: { follows.contains(text($0)) }),
        let told = statements.last.flatMap({ $0.head.words }) ?? nameBefore
      else { return nil }
      var statement = statement(.change, .own(told), around)
      let close = (around.index..<sentence.upperBound).first { chunks[$0].border == .close }
      statement.ownTime = close.flatMap { timeBehind($0) }.map { OwnTime(time: $0.time, words: $0.words, isBase: false) }
      statement.role = .base
      return statement
    }
    guard let head = subject.words.isEmpty ? nameTold : subject.words else { return nil }
    var statement = statement(.change, .own(head), around)
    statement.owner = subject.area.map { .named($0) }
    return statement
  }

  /// Household goods (0.2 per cent) and clothing (0.2 per cent) also rose: the verb behind the brackets says which way; nil for others.
  func direction(behindBracket index: Int) -> Int? {
    guard let close = (index..<sentence.upperBound).first(where: { chunks[$0].border == .close }) else { return nil }
    var at = close + 1
    while at < sentence.upperBound, at - close < 40 {
      if chunks[at].border == .open, let end = (at..<sentence.upperBound).first(where: { chunks[$0].border == .close }) {
        at = end + 1
        continue
      }
      if chunks[at].border != nil, chunks[at].border != .comma || ["ahead", "followed", "while", "but"].contains(text(at + 1)) {
        return nil
      }
      if isPredicate(at) {
        // grew in Africa (6.0%) and Asia (1.2%), and fell in Europe (-9.1%): of the others.
        if ["and", "but"].contains(text(at - 1)), isWord(at - 1) { return nil }
        var sign = direction(ofVerb: at)
        if sign == 0, words.prose.facts.leading.contains(text(at)) {
          // Cafes (0.7 per cent) led the rises.
          sign = direction(ofNoun: text(at + 1) == "the" ? at + 2 : at + 1)
        }
        if sign == 0, words.links.contains(text(at)), text(at + 1) == "the", ["only", "first", "last"].contains(text(at + 2)) {
          // Korea (1.2%) was the only one to see growth.
          let rest = (at + 3)..<max(at + 3, min(at + 9, sentence.upperBound))
          sign = rest.prefix { chunks[$0].border == nil && !chunks[$0].isFigure }.map { direction(ofNoun: $0) }.first { $0 != 0 } ?? 0
        }
        return sign == 0 ? nil : sign
      }
      at += 1
    }
    return nil
  }

  /// The unemployment rates for adult men (3.7 percent) and Asians (3.1 percent) rose: where a rate is told of, the bracket says what it is.
  func tellsRate(before bracket: Int) -> Bool {
    (sentence.lowerBound..<bracket).contains { isWord($0) && words.rateNouns.contains(text($0)) }
  }

  /// Chinese (+11.1%), Korean (+9.3%) and Japanese (+9.1%) companies; grants to US (14 605) and …: the country whose adjective stands before
  /// the bracket.
  func demonym(before bracket: Int) -> String? {
    guard bracket > sentence.lowerBound, isWord(bracket - 1), tokens[chunks[bracket - 1].tokens.lowerBound].isCapital,
      let code = words.demonyms[text(bracket - 1)]
    else { return nil }
    return gazetteer.place(code: code).map { gazetteer[$0].englishName }
  }

  /// growth rates, steepest growth: nothing but how something grew.
  func isGrowthName(_ words: String) -> Bool {
    words.lowercased().split(separator: " ").allSatisfy { word in
      ["growth", "rate", "rates", "increase", "increases", "decline", "declines", "however"].contains(word) || isSuperlative(String(word))
        || isHow(String(word))
    }
  }

  /// Samsung was the largest applicant (5,107); Switzerland remained the leading country in patents per capita (1,112): who leads, by what
  /// they are ranked.
  func leaderInBracket(_ around: EnglishSurroundings, _ quantity: EnglishQuantity, _ bracket: Int, clause: Int, verb: Int?) -> Statement? {
    guard quantity.measure == .count || quantity.measure == .money, around.lead == bracket + 1, let verb, verb > clause,
      ["is", "was", "remained", "remains", "became"].contains(text(verb)), ["the", "again", "once", "by"].contains(text(verb + 1)),
      let superlative = ((verb + 1)..<bracket).first(where: { isSuperlative(text($0)) || text($0) == "top" }), superlative + 1 < bracket
    else { return nil }
    let noun = ((superlative + 1)..<bracket).prefix { isWord($0) && !["in", "for", "by", "of", "with", "at"].contains(text($0)) }
    guard let role = noun.last,
      words.rankedRoles.contains(text(role)) || words.actors.contains(text(role)) || words.ranked.contains(text(role)),
      let leader = body(before: verb) ?? name(clause..<verb)?.area
    else { return nil }
    var measure: String?
    if ["in", "by"].contains(text(role + 1)), role + 2 < bracket, let told = name((role + 2)..<bracket), !told.words.isEmpty {
      measure = told.words
    }
    guard
      let head = measure ?? named(afterRole: text(role)) ?? statements.last(where: { $0.kind == .level && $0.unit == quantity.unit })
        .flatMap({ $0.head.words }) ?? nameTold
    else { return nil }
    var statement = statement(.level, .own(head), around)
    statement.owner = .named(leader)
    return statement
  }

  /// applications of applicant, filings of filer: the measure told before that begins as the role does.
  private func named(afterRole role: String) -> String? {
    let told = namesTold + statements.suffix(24).compactMap { if case .own(let words) = $0.head { words } else { nil } }
    return told.last { name in
      !name.contains(" from ")
        && name.lowercased().split(separator: " ").contains { word in
          zip(word, role).prefix { $0 == $1 }.count >= max(3, role.count - 3)
        }
    }
  }

  /// was on a par with the previous year, in line with 2022: how it stood names nothing.
  func isLevelled(_ range: Range<Int>) -> Bool {
    range.contains { at in
      text(at) == "par" && text(at + 1) == "with" || text(at) == "line" && text(at + 1) == "with" && text(at - 1) == "in"
        || ["level", "comparable"].contains(text(at)) && ["with", "to"].contains(text(at + 1)) && !["the", "a"].contains(text(at - 1))
        || text(at) == "similar" && text(at + 1) == "to"
    }
  }
}
