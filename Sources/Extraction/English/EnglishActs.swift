import Articles
import Indicators
import Lingua

/// Levels named by an act: goods worth so much were imported, shares bought back, containers handled, people evacuated.
extension EnglishParser {
  /// recorded a €18.7 billion surplus in trade, made a $340 million loss: the noun right behind an amount that an article opens.
  func attributed(_ around: EnglishSurroundings) -> Statement? {
    // resulting in an 8.2% operating margin
    if around.quantity?.measure == .percent, ["a", "an"].contains(text(around.lead - 1)), isWord(around.next),
      let noun = noun(after: around.index),
      let last = noun.name.words.split(separator: " ").last, words.rateNouns.contains(last.lowercased())
    {
      return counting(noun.name, around)
    }
    guard around.quantity?.measure == .money, ["a", "an"].contains(text(around.lead - 1)), isWord(around.next),
      !Self.nounEnds.contains(text(around.next)), !Self.outer.contains(text(around.next)), !isBasisChunk(around.next),
      around.predicate != nil, let noun = noun(after: around.index), !noun.name.words.isEmpty,
      words.prose.facts.resultsOfActs
        .contains(where: { word in noun.name.words.lowercased().split(separator: " ").contains { $0 == word } })
    else { return nil }
    return counting(noun.name, around)
  }

  /// goods worth 112.5 billion euros were imported; exported goods to the value of 72.4 billion euros: what was done with them is what is
  /// measured.
  func tradedGoods(_ around: EnglishSurroundings, _ head: Head) -> Head? {
    guard around.quantity?.measure == .money || around.quantity?.measure == .physical,
      ["value", "worth"].contains(text((around.preposition == "of" ? around.prepositionIndex : around.lead) - 1))
    else { return nil }
    // Banks granted loans worth 12.4 billion: worth itself is no act.
    let act = around.predicate.flatMap { text($0) == "worth" ? firstPredicate(around.clause..<$0) : $0 }
    if let verb = act, words.actions.contains(text(verb)) || takesObject(verb), let object = name((verb + 1)..<around.prepositionIndex),
      !object.words.isEmpty,
      text(verb).hasSuffix("ed")
    {
      let words = object.words.hasSuffix(" worth") ? String(object.words.dropLast(6)) : object.words
      return .own(text(verb) + " " + words)
    }
    guard around.predicate.map({ text($0) == "worth" }) ?? true, ["were", "was"].contains(text(around.next)),
      words.actions.contains(text(around.next + 1)),
      text(around.next + 1).hasSuffix("ed"), var things = name(around.clause..<around.prepositionIndex)?.words, !things.isEmpty
    else { return nil }
    if things.lowercased().hasSuffix(" worth") { things.removeLast(6) }
    return .own(things + " " + text(around.next + 1))
  }

  /// NVIDIA returned $3.38 billion to shareholders, the company used $196 million to repurchase shares, had $3.95 billion remaining under its
  /// programme, the Board of Directors approved $25 billion in share repurchases: what the body did or had, for it is no measure itself.
  func doneByBody(_ statement: Statement, _ around: EnglishSurroundings) -> String? {
    guard isOfBody, statement.role == .main, around.quantity?.measure == .money, statement.kind == .level, let verb = around.predicate,
      let told = statement.head.words ?? statements.indices.last.flatMap({ wordsOf($0) }),
      isOwnBody(EnglishName(words: told)) || isOwnBoard(statement.owner)
    else { return nil }
    if let object = name((verb + 1)..<around.prepositionIndex), !object.words.isEmpty, !isOwnBody(object),
      !object.words.split(separator: " ").allSatisfy({ isHow(String($0)) || ["additional", "record"].contains($0) })
    {
      return object.words
    }
    var at = around.next
    while sentence.contains(at), isWord(at), ["remaining", "available", "outstanding", "left", "again"].contains(text(at)) { at += 1 }
    guard sentence.contains(at + 1), isWord(at) else { return nil }
    switch text(at) {
    case "in", "of", "under", "on", "for", "from", "through":
      return noun(after: at).flatMap { $0.name.words.isEmpty ? nil : $0.name.words }
    case "to":
      // to repurchase 9 million shares; to shareholders
      let isVerb =
        chunks[at + 1].isWord && sentence.contains(at + 2)
        && (chunks[at + 2].isFigure || ["its", "the", "a", "our", "outstanding", "up"].contains(text(at + 2)))
      if isVerb {
        let things =
          ((at + 2)..<sentence.upperBound).first { chunks[$0].isFigure }.flatMap { noun(after: $0)?.name.words }
          ?? noun(after: at + 1)?.name.words
        return things.map { text(at + 1) + " " + $0 } ?? text(at + 1)
      }
      return noun(after: at).flatMap { $0.name.words.isEmpty ? nil : text(verb) + " to " + $0.name.words }
    default: return nil
    }
  }

  private func isOwnBoard(_ owner: Owner?) -> Bool {
    guard case .named(let name) = owner else { return false }
    return isOwnBody(EnglishName(words: name))
  }

  /// Northport handled 1.92 million TEUs: what a place or body in capitals did, by what it is measured in.
  func handled(_ around: EnglishSurroundings) -> String? {
    guard around.quantity?.measure == .physical, around.preposition.isEmpty, let verb = around.predicate, verb > around.clause,
      verb + 1 == around.lead, words.handling.contains(text(verb)), let subject = name(around.clause..<verb), !subject.isPronoun,
      subject.words.isEmpty || isProper(subject) || !subject.words.contains(" ") && isPlaceLike(clauseStart(of: verb))
    else { return nil }
    let last = chunks[around.index].tokens.upperBound - 1
    return String(scalars: written[tokens[last].range]) + " " + text(verb)
  }

  /// the Power segment generated revenues of $667 million: of a part of the company, which its name tells.
  func partOfBody(_ around: EnglishSurroundings, before verb: Int) -> String? {
    guard isOfBody, verb > around.clause, let part = name(around.clause..<verb)?.words, let last = part.split(separator: " ").last,
      words.partsOfBodies.contains(last.lowercased())
    else { return nil }
    return part
  }

  /// The company bought back shares for €110 million, acquired its rival for €90 million: what it did, and no measure of a company.
  func acted(_ around: EnglishSurroundings) -> Head? {
    guard around.quantity?.measure == .money, ["for", "worth"].contains(text(around.lead - 1)), let verb = around.predicate,
      verb > around.clause, words.actions.contains(text(verb)) || takesObject(verb), verb + 1 < around.lead - 1,
      let object = name((verb + 1)..<(around.lead - 1)), !object.words.isEmpty, !object.isPronoun
    else { return nil }
    // bought back shares
    return .own(text(verb) + " " + object.words)
  }

  /// Four people died, and 36,000 were evacuated: those counted right before, by what was done to them.
  func doneTo(_ around: EnglishSurroundings) -> Statement? {
    guard around.quantity?.measure == .count,
      around.clause == around.lead || text(around.clause) == "and" || text(around.clause) == "while",
      ["were", "was", "are"].contains(text(around.next)), text(around.next + 1).hasSuffix("ed"), let lastOfSentence,
      statements[lastOfSentence].kind == .level, statements[lastOfSentence].unit.isEmpty, let told = wordsOf(lastOfSentence)
    else { return nil }
    let noun = told.split(separator: " ").prefix { !$0.hasSuffix("ed") && !words.links.contains(String($0)) }.joined(separator: " ")
    guard !noun.isEmpty else { return nil }
    return statement(.level, .own(noun + " " + text(around.next + 1)), around)
  }
}
