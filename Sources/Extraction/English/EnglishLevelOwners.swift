import Indicators
import Lingua

/// Whose a level is: the member, leader or subject that its sentence names.
extension EnglishParser {
  /// Paris, with 2,083 applications, was the leading region: the name in capitals that with and its figure stand behind, between commas.
  func apposedBefore(_ around: EnglishSurroundings) -> String? {
    guard around.preposition == "with", around.prepositionIndex == around.clause, around.clause > sentence.lowerBound + 1,
      chunks[around.clause - 1].border == .comma, around.next < sentence.upperBound,
      let end = (around.next..<min(around.next + 6, sentence.upperBound)).first(where: { chunks[$0].border == .comma }),
      end + 1 < sentence.upperBound, ["was", "is", "were", "are", "remained", "led", "ranked", "topped"].contains(text(end + 1))
    else { return nil }
    var start = clauseStart(of: around.clause - 2)
    // the telecoms giant Nordwell Technologies, with …: what it is said to be stands in front of its name.
    if let last = (start..<(around.clause - 1)).last(where: { isWord($0) && !tokens[chunks[$0].tokens.lowerBound].isCapital }),
      around.clause - 2 - last >= 2, last > start
    {
      start = last + 1
    }
    let name = Array(start..<(around.clause - 1))
    guard (1...3).contains(name.count),
      name.allSatisfy({ chunks[$0].place != nil || isWord($0) && tokens[chunks[$0].tokens.lowerBound].isCapital }),
      // Exports, with …: a plural that only opens the sentence.
      name.count > 1 || chunks[start].place != nil || isPlaceLike(start) && (!text(start).hasSuffix("s") || text(start).hasSuffix("is"))
    else { return nil }
    return join(name)
  }

  /// The leading field was digital communication with 17,749 applications: the field is whose they are.
  func fieldLed(_ around: EnglishSurroundings) -> String? {
    guard around.preposition == "with", let verb = firstPredicate(around.clause..<around.prepositionIndex),
      ["was", "is", "were", "are", "remained"].contains(text(verb)), verb > around.clause,
      (around.clause..<verb).contains(where: { isWord($0) && words.superlatives.contains(text($0)) }),
      let field = name((verb + 1)..<around.prepositionIndex), !field.words.isEmpty, field.area == nil, !isProper(field)
    else { return nil }
    return field.words
  }

  /// ahead of Haneol Electronics with 2,640, followed by Japan with 21,640 filings: whose the number is; nil where no place or
  /// body stands before with.
  func memberBefore(_ around: EnglishSurroundings) -> String? {
    guard around.preposition == "with", respective[around.index] == nil,
      around.predicate.map({ $0 == around.clause || text($0) == "followed" }) ?? true
    else { return nil }
    var start = around.clause
    while start < around.prepositionIndex, isWord(start),
      ["ahead", "of", "followed", "by", "behind", "then", "and", "before", "closely", "next", "while"].contains(text(start))
    { start += 1 }
    guard start < around.prepositionIndex, let name = name(start..<around.prepositionIndex) else { return nil }
    if !name.words.isEmpty, isProper(name), !isField(name, from: start) { return name.words }
    // followed by the company Nordhaus of Germany with 152 applications
    let own = name.words.split(separator: " ").drop { $0.first?.isLowercase ?? true }
    if start > around.clause, name.area != nil, !own.isEmpty, own.allSatisfy({ $0.first?.isUppercase ?? false }) {
      return own.joined(separator: " ")
    }
    // a name of one word that no list has, inside the sentence
    if start > around.clause, name.area == nil, !name.words.contains(" "), name.words.first?.isUppercase ?? false { return name.words }
    return name.words.isEmpty ? name.area : nil
  }

  /// Electrical machinery, apparatus and energy: a field that opens its sentence, and no name.
  private func isField(_ name: EnglishName, from start: Int) -> Bool {
    start == sentence.lowerBound
      && name.words.split(separator: " ").dropFirst().contains { word in
        word.first?.isLowercase ?? false && !["of", "and", "the", "for", "de", "du", "von", "van"].contains(word)
      }
  }

  /// Cardiff was the largest authority, with 57,310 pupils: a subject in capitals that a superlative sets before others of its kind.
  func superlativeSubject(_ around: EnglishSurroundings) -> String? {
    if let leader = leaderOfList(around) ?? leaderByFar(around) { return leader }
    guard around.preposition == "with",
      let verb = firstPredicate(sentence.lowerBound..<around.prepositionIndex), verb > sentence.lowerBound,
      ["is", "was", "are", "were", "remained", "remains", "became"].contains(text(verb)), text(verb + 1) == "the",
      ((verb + 2)..<around.prepositionIndex).contains(where: { isWord($0) && words.superlatives.contains(text($0)) }),
      !((verb + 1)..<around.prepositionIndex).contains(where: { chunks[$0].isFigure }),
      let name = name(clauseStart(of: verb)..<verb), name.area == nil, !name.words.hasSuffix("s"),
      name.words.split(separator: " ").allSatisfy({ $0.first?.isUppercase ?? false }),
      let noun = name.words.split(separator: " ").last, !words.emptyNouns.contains(noun.lowercased())
    else { return nil }
    return name.words
  }

  /// The telecoms giant Nordwell Technologies remained by far the top filer with 6,494 applications: the body right before the verb.
  private func leaderByFar(_ around: EnglishSurroundings) -> String? {
    guard around.preposition == "with", let verb = firstPredicate(around.clause..<around.prepositionIndex), verb > around.clause,
      ["is", "was", "remained", "remains", "became"].contains(text(verb)), let ranked = name((verb + 1)..<around.prepositionIndex),
      ranked.words.lowercased().split(separator: " ").contains(where: { isSuperlative(String($0)) || $0 == "top" }),
      let last = ranked.words.split(separator: " ").last?.lowercased(),
      words.rankedRoles.contains(last)
    else { return nil }
    return body(before: verb)
  }

  /// With 58,990 applications filed in 2019, China ended …: the place or body that the clause behind the comma begins with.
  func subjectBehind(_ around: EnglishSurroundings) -> String? {
    guard around.preposition == "with", around.prepositionIndex == sentence.lowerBound,
      let comma = (around.next..<sentence.upperBound).first(where: { chunks[$0].border == .comma && bracketOf[$0] == nil }),
      !((around.next)..<comma).contains(where: { chunks[$0].isFigure }), comma + 2 < sentence.upperBound
    else { return nil }
    let start = text(comma + 1) == "the" ? comma + 2 : comma + 1
    if chunks[start].place != nil, isPredicate(start + 1) || text(start + 1).hasSuffix("ed") { return placeName(start) }
    guard let verb = firstPredicate((comma + 1)..<sentence.upperBound), verb > comma + 1, let name = name((comma + 1)..<verb),
      isProper(name), name.area == nil
    else { return nil }
    return name.words
  }

  /// The Danish laboratory NORDMED heads the list of applicants, with 197 applications: who leads, by the capitals before the verb.
  func leaderOfList(_ around: EnglishSurroundings) -> String? {
    guard around.preposition == "with",
      let verb = firstPredicate(sentence.lowerBound..<around.prepositionIndex), verb > sentence.lowerBound,
      words.prose.facts.leading.contains(text(verb)),
      ((verb + 1)..<around.prepositionIndex).contains(where: { ["list", "ranking", "rankings", "table"].contains(text($0)) }),
      !((verb + 1)..<around.prepositionIndex).contains(where: { chunks[$0].isFigure })
    else { return nil }
    var start = verb
    while start > sentence.lowerBound, isWord(start - 1), tokens[chunks[start - 1].tokens.lowerBound].isCapital { start -= 1 }
    return start < verb ? join(Array(start..<verb)) : nil
  }

  /// Ontario led the way with a 2.1% increase: who led, by the capitals that open the clause.
  func leaderOfWay(_ around: EnglishSurroundings) -> String? {
    guard around.preposition == "with", let verb = firstPredicate(around.clause..<around.prepositionIndex), verb > around.clause,
      ["led", "leads"].contains(text(verb)),
      ((verb + 1)..<around.prepositionIndex).contains(where: {
        words.prose.facts.wayNouns.contains(text($0))
      }),
      (around.clause..<verb).allSatisfy({ chunks[$0].place != nil || isWord($0) && tokens[chunks[$0].tokens.lowerBound].isCapital })
    else { return nil }
    return join(Array(around.clause..<verb))
  }

  /// posted a net profit of 2.3 billion: what stands between the verb and of.
  func objectOf(_ predicate: Int, _ around: EnglishSurroundings) -> EnglishName? {
    // Ørn Energy expects revenue between 830 and 860 million, forecast sales at 3 million.
    let isExpected =
      words.forecasts.contains(text(predicate)) && ["between", "at", "from", "to", "in", ""].contains(around.preposition)
    guard around.preposition == "of" || isExpected, predicate + 1 < around.prepositionIndex, direction(ofVerb: predicate) == 0,
      case let start = isAim(predicate + 1) ? predicate + 3 : predicate + 1, start < around.prepositionIndex,
      let object = name(start..<around.prepositionIndex), !object.words.isEmpty
    else { return nil }
    return object
  }

  /// are expected to average 53.2 bushels: a verb behind to, and no noun.
  private func isAim(_ index: Int) -> Bool {
    text(index) == "to" && words.prose.facts.levelInfinitives.contains(text(index + 1))
  }

  /// The place or body right in front of a number that no verb parts from it: Bulgaria €25.2, and Latvia just over €51.
  func ownerBefore(_ around: EnglishSurroundings) -> String? {
    // and in Western Australia 3.9%: capitals behind in, which no list has.
    if around.predicate == nil, lastOfSentence != nil, around.preposition.isEmpty || around.preposition == "at",
      let opening = (around.clause..<around.lead).last(where: { text($0) == "in" }),
      case let words = Array((opening + 1)..<(around.preposition.isEmpty ? around.lead : around.prepositionIndex)), !words.isEmpty,
      words.allSatisfy({ isWord($0) && tokens[chunks[$0].tokens.lowerBound].isCapital })
    {
      return join(words)
    }
    guard around.predicate == nil, around.lead > around.clause,
      chunks[around.lead - 1].place != nil || regionEnd(at: around.lead - 1, before: around.lead) == around.lead
        || around.preposition == "at" && around.lead - 2 >= around.clause && chunks[around.lead - 2].place != nil,
      let name = name(around.clause..<around.lead), name.words.isEmpty
    else { return nil }
    return name.area
  }
}
