import Articles
import Indicators
import Lingua

/// Where the clauses of an English sentence begin, which of its words are verbs, and what a clause leaves behind.
extension EnglishParser {
  /// The first chunk of the clause of `index`: after a comma, bracket, dash or figure, or after and, while, but.
  ///
  /// - Parameter passesBrackets: what stands in brackets before does not end it.
  func clauseStart(of index: Int, passesBrackets: Bool = true) -> Int {
    var at = index
    while at > sentence.lowerBound {
      let before = chunks[at - 1]
      if passesBrackets, before.border == .close, let open = bracketOf[at - 1], open < at - 1, bracketOf[index] != open {
        at = open
        continue
      }
      // for the second quarter ended July 30, 2023, of $13.51 billion: the comma closes the date.
      if before.border == .comma, text(at) == "of", sentence.contains(at + 1), chunks[at + 1].isFigure, at - 2 > sentence.lowerBound,
        let time = chunks[at - 2].time, !time.isEmpty
      {
        at -= 1
        continue
      }
      if before.border != nil || before.isFigure { break }
      if before.isWord, isReporting(at - 1) || saysWithoutThat(at - 1, before: index) { break }
      if before.isWord, Self.joints.contains(text(at - 1)), hasVerb(at..<index), text(at - 1) != "and" || hasVerbBefore(at - 1) { break }
      if opensTimeClause(at - 1), hasVerb(at..<index) { break }
      if before.isWord, text(at - 1) == "as", joinsClause(at - 1, before: index) { break }
      at -= 1
    }
    return at
  }
  /// The ministry announced today that …, it was estimated that …: that closes who says it.
  func isReporting(_ that: Int) -> Bool {
    guard text(that) == "that" else { return false }
    return (max(sentence.lowerBound, that - 3)..<that).contains { isWord($0) && words.sayings.contains(text($0)) }
  }
  /// The company said revenue was 1.24 billion, announced sales hit $627.6 billion: a verb follows behind what it says, and someone stands in front.
  private func saysWithoutThat(_ verb: Int, before index: Int) -> Bool {
    guard ["said", "says"].contains(text(verb)) || words.reports.contains(text(verb)), verb > sentence.lowerBound,
      chunks[verb - 1].isWord || chunks[verb - 1].place != nil || chunks[verb - 1].border == .close,
      verb + 2 < index, !["it", "they", "he", "she", "we", "that"].contains(text(verb + 1))
    else { return false }
    return hasVerb((verb + 2)..<index)
  }
  /// The growth came as paper sales climbed 5.4 per cent: a verb stands on both sides, and a subject behind as.
  private func joinsClause(_ joint: Int, before index: Int) -> Bool {
    guard joint > sentence.lowerBound, joint + 2 < index,
      !["as", "such", "same", "well", "much", "many", "known", "so", "far", "just", "high", "low"].contains(text(joint - 1)),
      !["a", "an", "of", "in", "well", "much", "many", "per", "at", "high", "low"].contains(text(joint + 1)), hasVerbBefore(joint),
      let verb = firstPredicate((joint + 1)..<index)
    else { return false }
    return verb > joint + 1 && (words.links.contains(text(verb)) || direction(ofVerb: verb) != 0)
  }
  /// the largest fall since December 2004 when it also fell by 0.3%: a clause of the time right before it.
  ///
  /// Never inlined: the optimizer of Swift 6.3 ends with an error where it is.
  @inline(never) func opensTimeClause(_ index: Int) -> Bool {
    guard index > sentence.lowerBound, isWord(index), text(index) == "when", let time = chunks[index - 1].time else { return false }
    return !time.isEmpty
  }

  static let joints: Set<String> = ["while", "whereas", "but", "although", "though", "whilst", "and"]

  /// Exports to Vietnam rose and exports to Malaysia …: a verb stands before as well.
  private func hasVerbBefore(_ index: Int) -> Bool {
    var at = index - 1
    while at >= sentence.lowerBound, chunks[at].border == nil {
      if isPredicate(at) || chunks[at].isFigure { return true }
      at -= 1
    }
    return false
  }

  func hasVerb(_ range: Range<Int>) -> Bool { range.contains { isPredicate($0) } }

  /// Whether a word takes what stands before it as its subject.
  func isPredicate(_ index: Int) -> Bool {
    guard isWord(index) else { return false }
    if let bracket = bracketOf[index], bracket != here { return false }
    let word = text(index)
    if isAttribute(index) { return false }
    // grew by 8% compared with 2022: no verb, but behind this, that or which.
    if word == "compared", ["with", "to"].contains(text(index + 1)), !["this", "that", "which", "it"].contains(text(index - 1)) {
      return false
    }
    // The equivalent rate for Germany was 3%: an adjective, but in equivalent to 7.7% of imports.
    if words.comparisons.contains(word), text(index + 1) != "to" { return false }
    // part-time numbers dropped: a verb only right before a number.
    if word == "numbers", !((index + 1)..<min(index + 3, sentence.upperBound)).contains(where: { chunks[$0].isFigure }) { return false }
    // continued to decrease, continued its rise; for continued examination
    if ["continued", "continues", "continue"].contains(word) { return ["to", "its", "their"].contains(text(index + 1)) }
    // the grant rate was 75.9%: a noun behind an article, with another behind it.
    if words.actions.contains(word), !word.hasSuffix("ed"),
      ["the", "a", "an", "its", "their", "average", "overall"].contains(text(index - 1)),
      isWord(index + 1), tokens[chunks[index + 1].tokens.lowerBound].isWord, !["the", "a", "an", "its"].contains(text(index + 1))
    {
      return false
    }
    // New contract awards in the second quarter were $3.1 billion: a noun, with its verb behind.
    if words.actions.contains(word), word.hasSuffix("s"), ["in", "of", "for", "to", "from", "by", "at"].contains(text(index + 1)),
      index > sentence.lowerBound, isWord(index - 1), !words.links.contains(text(index - 1)),
      (index + 2..<max(index + 2, min(index + 9, sentence.upperBound))).prefix(while: { chunks[$0].border == nil && !chunks[$0].isFigure })
        .contains(where: {
          ["was", "were", "is", "are", "totalled", "totaled", "reached"].contains(text($0))
        })
    {
      return false
    }
    // Patent grants totalled 5,948; registrations fell by 2%: a plural noun right before its verb.
    if words.actions.contains(word), word.hasSuffix("s"), isWord(index + 1), isWord(index - 1), !words.links.contains(text(index - 1)),
      words.links.contains(text(index + 1)) && !["the", "a"].contains(text(index + 2))
        || isMovement(index + 1) && !isNominal(index + 1) && !isAttribute(index + 1)
    {
      return false
    }
    if words.links.contains(word) || words.actions.contains(word) && !isParticiple(index) { return true }
    if words.shareVerbs.match(tokens, at: chunks[index].tokens.lowerBound) != nil { return !isNominal(index) }
    if takesObject(index) { return true }
    if words.rankVerbs.contains(word) {
      // ranked third, moved up to third place, climbed from ninth
      var next = index + 1
      while next - index <= 3, isWord(next),
        ["up", "down", "to", "from", "only", "joint", "back", "at", "the", "in", "as"].contains(text(next))
      { next += 1 }
      if chunks.indices.contains(next), case .position = chunks[next].kind { return true }
    }
    return isMovement(index) && !isNominal(index)
  }

  /// The company confirmed its target, reopened 14 stores: a past tense with its object right behind.
  func takesObject(_ index: Int) -> Bool {
    let word = text(index)
    guard word.hasSuffix("ed"), word.count > 4, index > sentence.lowerBound, sentence.contains(index + 1), !words.states.contains(word),
      chunks[index - 1].border == nil, !chunks[index - 1].isFigure,
      !Self.noSubjects.contains(text(index - 1)) || chunks[index - 1].place != nil
    else { return false }
    if chunks[index + 1].isWord { return ["a", "an", "the", "its", "their", "our", "another"].contains(text(index + 1)) }
    return chunks[index + 1].quantity.map { $0.measure == .count || $0.measure == .money } ?? false
  }
  private static let noSubjects: Set<String> = [
    "the", "a", "an", "of", "is", "was", "were", "are", "be", "been", "being", "by", "newly", "its", "their", "and", "or", "to", "as",
  ]

  /// the estimated number, total registered capital: a participle between an article and a noun.
  func isAttribute(_ index: Int) -> Bool {
    let word = text(index)
    guard word.hasSuffix("ed") || word.hasSuffix("ing"), isWord(index + 1) else { return false }
    // Registered trademarks stood at …
    let opens =
      word.hasSuffix("ed")
      && (index == sentence.lowerBound || chunks[index - 1].border == .semicolon
        || chunks[index - 1].border == .comma && opensSubject(index))
    // trademark filing activity, retail selling prices: between two nouns.
    if word.hasSuffix("ing"), index > sentence.lowerBound, isWord(index - 1), !text(index - 1).hasSuffix("s"),
      !Self.nounEnds.contains(text(index - 1)), !Self.outer.contains(text(index - 1)), !words.links.contains(text(index - 1)),
      !words.links.contains(word), !Self.nounEnds.contains(text(index + 1)), !Self.outer.contains(text(index + 1)),
      !words.actions.contains(text(index - 1)), words.actions.contains(word),
      text(index + 1).hasSuffix("s") == false
        || text(index + 1).hasSuffix("prices") || text(index + 1).hasSuffix("costs")
    {
      return true
    }
    // Rising interest rates cut lending: a participle that opens the sentence, before its noun and verb.
    if index == sentence.lowerBound || chunks[index - 1].border == .comma, word.hasSuffix("ing"), direction(ofVerb: index) != 0,
      !Self.nounEnds.contains(text(index + 1)),
      !Self.outer.contains(text(index + 1)),
      (index + 2..<max(index + 2, min(index + 7, sentence.upperBound))).prefix(while: { isWord($0) }).contains(where: {
        direction(ofVerb: $0) != 0 && !isNominal($0) || words.links.contains(text($0))
      })
    {
      return true
    }
    guard opens || ["the", "a", "an", "its", "their", "this", "total", "all", "of", "newly"].contains(text(index - 1)) else { return false }
    return !Self.nounEnds.contains(text(index + 1)) && !["in", "of", "for", "to", "by"].contains(text(index + 1))
      && !text(index + 1).hasSuffix("ly")
  }

  /// At the end of the year, installed solar capacity stood at 5,340 MW: a verb follows in the clause, and no article or number before it.
  private func opensSubject(_ index: Int) -> Bool {
    guard chunks[sentence.lowerBound..<(index - 1)].allSatisfy({ !$0.isFigure }), !words.shareVerbs.contains(text(index)) else {
      return false
    }
    var at = index + 1
    while at < sentence.upperBound, at - index <= 6, isWord(at) {
      if words.links.contains(text(at)) || isMovement(at) { return at > index + 1 }
      if Self.nounEnds.contains(text(at)) || Self.outer.contains(text(at)) { return false }
      at += 1
    }
    return false
  }

  func isMovement(_ index: Int) -> Bool { direction(ofVerb: index) != 0 }

  /// 1 for a verb of rising, -1 for one of falling, 0 for others.
  func direction(ofVerb index: Int) -> Int {
    guard isWord(index) else { return 0 }
    if ["up", "down", "out", "off"].contains(text(index)), words.particleVerbs.contains(text(index - 1)) { return 0 }
    let start = chunks[index].tokens.lowerBound
    if words.rise.match(tokens, at: start) != nil { return 1 }
    return words.fall.match(tokens, at: start) != nil ? -1 : 0
  }

  /// increase, rise and drop are nouns after an article, an adjective or a preposition.
  func isNominal(_ index: Int) -> Bool {
    let word = text(index)
    guard
      words.riseNouns.contains(word) || words.fallNouns.contains(word) || words.shareNouns.contains(word)
        || ["hold", "cut", "account", "accounts", "report", "reports", "show"].contains(word)
    else { return false }
    let before = text(index - 1)
    // The current account deficit narrowed: what no for follows is no verb of parts.
    if word == "account" || word == "accounts", text(index + 1) != "for" { return true }
    // the natural increase was 16,230
    if ["was", "were", "is", "are"].contains(text(index + 1)), !before.hasSuffix("s") { return true }
    // following a record fall of 3.3%
    if text(index + 1) == "of", sentence.contains(index + 2), chunks[index + 2].isFigure { return true }
    // Applications from the Republic of Korea rise by 21%
    if chunks.indices.contains(index - 1), chunks[index - 1].place != nil, ["by", "to"].contains(text(index + 1)) { return false }
    if [
      "the", "a", "an", "this", "of", "annual", "monthly", "quarterly", "fastest", "largest", "highest", "lowest", "sharpest", "biggest",
      "strongest", "strong", "slight", "sharp", "further", "in", "and", "with", "no", "'s", "’s", "after", "small", "modest", "steady",
      "average", "natural", "year-on-year", "month-on-month", "corresponding", "comparable",
    ].contains(before) {
      return true
    }
    if chunks.indices.contains(index - 1), case .basis = chunks[index - 1].kind { return true }
    return chunks.indices.contains(index - 1) && chunks[index - 1].isFigure
  }

  /// applications filed by residents, cases concluded: a participle after its noun, with no object.
  func isParticiple(_ index: Int) -> Bool {
    guard
      text(index).hasSuffix("ed")
        || words.prose.clauses.passiveVerbs
          .contains(text(index))
    else { return false }
    let next = text(index + 1)
    // dwellings approved rose 3.4%
    if sentence.contains(index + 1), index > sentence.lowerBound, text(index).hasSuffix("ed"), isWord(index - 1),
      text(index - 1).hasSuffix("s"), isMovement(index + 1), !isNominal(index + 1), !words.links.contains(text(index - 1))
    {
      return true
    }
    // The number of persons employed part time declined
    if text(index).hasSuffix("ed"), index > sentence.lowerBound, words.countingNouns.contains(text(index - 1)),
      let verb = ((index + 1)..<min(index + 10, sentence.upperBound)).first(where: {
        chunks[$0].isFigure || chunks[$0].border != nil || isPredicateWord($0)
      }),
      isPredicateWord(verb)
    {
      return true
    }
    // used at least one robot
    if next == "at", ["least", "most"].contains(text(index + 2)) { return false }
    return words.prose.places.everywhere.contains(next) && sentence.contains(index + 1)
      || ["in", "to", "for", "on"].contains(next) && ((index + 1)..<min(index + 8, sentence.upperBound)).contains { isPredicateWord($0) }
  }
  private func isPredicateWord(_ index: Int) -> Bool {
    isWord(index) && (words.links.contains(text(index)) || isMovement(index) && !isNominal(index))
  }

  /// GENEVA, NEW YORK: nothing but words in capitals.
  private func isDateline(_ range: Range<Int>) -> Bool {
    range.count <= 3
      && range.allSatisfy { at in
        tokens[chunks[at].tokens].allSatisfy { token in
          token.isWord && token.text.count > 2 && written[token.range].allSatisfy { $0.properties.isUppercase }
        }
      }
  }

  /// Takes note of the name and the place that a clause leaves for those after it.
  mutating func closeClause(before index: Int) {
    var start = index
    while start > sentence.lowerBound {
      // The labour cost index (LCI) for wage rates, …: what stands in brackets ends no clause.
      if chunks[start - 1].border == .close, let open = bracketOf[start - 1], open > sentence.lowerBound,
        chunks[open..<start].allSatisfy({ !$0.isFigure })
      {
        start = open
        continue
      }
      if chunks[start - 1].border != nil { break }
      start -= 1
    }
    // The association announced that demand, measured in tonnes, increased: what it tells of stands behind that.
    if let that = (start..<index).last(where: { isReporting($0) }), that + 1 < index { start = that + 1 }
    // GENEVA -
    if start == sentence.lowerBound, index < sentence.upperBound, chunks[index].border == .dash, isDateline(start..<index) { return }
    guard start < index else { return }
    let range = start..<index
    let outside = here
    here = bracketOf[start]
    defer { here = outside }
    if let first = range.first(where: { isPredicate($0) }) {
      guard first > range.lowerBound, !range.contains(where: { chunks[$0].isFigure }) else { return }
      // Increases were registered in exports to most destinations, …: what increased is what the sentence speaks of.
      if let moved = movedThing(range), !isOfRanked(moved) {
        take(moved)
      } else if let place = placeOfSuperlative(range, verb: first) {
        area = place
        subject = nil
      } else if let name = complement(of: range, verb: first) ?? name(range.lowerBound..<first), !name.isPronoun {
        take(name)
        // South Korea posted the sharpest rise of the leading countries: its applications jumped.
        if name.words.isEmpty, name.area != nil, sentence.contains(index), chunks[index].border == .colon { subject = nil }
      }
      return
    }
    guard !range.contains(where: { chunks[$0].isFigure }) else { return }
    // Netting out the effects of relief measures, …: what is done opens the sentence, and names nothing.
    if text(start).hasSuffix("ing"),
      ["out", "off", "aside", "from", "into"].contains(text(start + 1))
        || text(start + 1) == "for"
          && words.prose.clauses.allowances.contains(text(start))
    {
      return
    }
    // In the euro area, …
    if let place = range.first(where: { chunks[$0].place != nil }), range.count <= 4,
      ["in", "across", "for"].contains(text(range.lowerBound)) || range.count == 1 && start == sentence.lowerBound
    {
      // of a company: the part of it that the sentence tells of.
      if isOfBody { return }
      area = placeName(place)
      return
    }
    if let place = unlistedPlace(closing: range) {
      area = place
      return
    }
    // which, like the US, joined the system: what someone did, behind an aside.
    if text(start).hasSuffix("ed"), ["the", "a", "an", "its"].contains(text(start + 1)), start > sentence.lowerBound { return }
    // Adjusted for inflation, …; but Adjusted operating income, a measure of its own, ….
    let isSetting = words.settings.contains(text(start)) && !(text(start) == "adjusted" && text(start + 1) != "for")
    if !isSetting, let name = name(range),
      openName == nil && subject == nil || ["which", "who", "whose"].contains(text(index + 1))
    {
      openName = name
      // India, in contrast, slipped to seventh.
      if name.words.isEmpty, let place = name.area { area = place }
    }
  }

  /// a decrease was recorded in the value of exports, an annual increase in house prices: what a noun of movement is said of; nil
  /// where none is, or only a time or place.
  func movedThing(_ range: Range<Int>) -> EnglishName? {
    guard
      let noun = range.first(where: {
        isWord($0) && (words.riseNouns.contains(text($0)) || words.fallNouns.contains(text($0))) && !words.links.contains(text($0))
      })
    else { return nil }
    var at = noun + 1
    while at < range.upperBound, at - noun <= 4, isWord(at),
      ["was", "were", "is", "are", "also", "again", "registered", "recorded", "seen", "observed", "noted", "reported", "found"].contains(
        text(at))
    { at += 1 }
    guard at + 1 < range.upperBound, ["in", "of", "for"].contains(text(at)), chunks[at + 1].isWord else { return nil }
    var end = at + 1
    while end < range.upperBound, chunks[end].border == nil || bracketOf[end] != nil, !chunks[end].isFigure, !isPredicate(end) { end += 1 }
    guard let name = name((at + 1)..<end), !name.words.isEmpty, !name.words.hasPrefix("same ") else { return nil }
    // drops in applicants filing via Madrid: how is nothing that moves.
    guard !["via", "through", "under"].contains(where: { name.words.hasPrefix($0 + " ") }) else { return nil }
    return name
  }

  /// The most specified class was computer hardware, …: what a clause with a superlative says its subject is.
  private func complement(of range: Range<Int>, verb: Int) -> EnglishName? {
    guard ["was", "were", "is", "are", "remained", "became"].contains(text(verb)),
      let superlative = (range.lowerBound..<verb).first(where: { words.superlatives.contains(text($0)) }), text(superlative - 1) == "the",
      let name = name((verb + 1)..<range.upperBound), !name.words.isEmpty
    else { return nil }
    return name
  }

  /// offset a decrease in the gasoline index, which fell 1.6 percent: the last noun of the clause before, whose verb and lack of figures
  /// leave it to the relative.
  func antecedent(of clause: Int) -> EnglishName? {
    guard text(clause) == "which", clause > sentence.lowerBound + 2, chunks[clause - 1].border == .comma else { return nil }
    let end = clause - 1
    let start = clauseStart(of: end - 1)
    guard let verb = firstPredicate(start..<end), !(start..<end).contains(where: { chunks[$0].isFigure }) else { return nil }
    let openings: Set<String> = ["the", "a", "an", "in", "of", "by", "for", "from"]
    guard let opening = ((verb + 1)..<end).last(where: { isWord($0) && openings.contains(text($0)) }), opening + 1 < end,
      let name = name((opening + 1)..<end), !name.words.isEmpty, !name.isPronoun
    else { return nil }
    return name
  }

  /// Makes a name what the sentence speaks of.
  mutating func take(_ name: EnglishName) {
    if let place = name.area { area = place }
    if !name.words.isEmpty {
      subject = name
      if !isOfMovement(name) { blockSubject = name }
    }
  }

  /// The largest provincial increase: a movement, and not what moves.
  func isOfMovement(_ name: EnglishName) -> Bool {
    name.words.split(separator: " ").last.map { words.riseNouns.contains($0.lowercased()) || words.fallNouns.contains($0.lowercased()) }
      ?? false
  }

  /// Whether only prepositions of comparison stand before a time or basis in its clause, which a comma closes.
  func isOpening(_ index: Int) -> Bool {
    let start = clauseStart(of: index)
    if isComparedInFront(index, clause: start) { return true }
    guard index - start <= (text(start) == "comparing" ? 12 : 3), !(start..<index).contains(where: { isPredicate($0) }) else {
      return false
    }
    if text(start) == "in", text(index + 1) == "terms" { return true }
    return ["compared", "comparing", "on", "from", "against", "over", "relative", "year", "between"].contains(text(start)) || start == index
  }

  /// In August 2011 compared with August 2010, output rose: a time and the one it is compared with are all that opens the sentence.
  private func isComparedInFront(_ index: Int, clause start: Int) -> Bool {
    guard index - start <= 8, chunks.indices.contains(index + 1), chunks[index + 1].border == .comma,
      let compared = (start..<index).last(where: { ["compared", "against", "versus"].contains(text($0)) }), index - compared <= 3
    else { return false }
    return (sentence.lowerBound..<compared).allSatisfy {
      chunks[$0].time != nil || chunks[$0].place != nil || chunks[$0].border == .comma
        || isWord($0) && ["in", "the", "during", "for", "at", "and", "alone"].contains(text($0))
    }
  }
}
