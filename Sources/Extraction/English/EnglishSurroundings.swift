import Indicators

/// What stands round a figure in its clause.
struct EnglishSurroundings: Sendable {
  /// The chunk of the figure and its quantity, where it is one.
  var index: Int
  var quantity: EnglishQuantity?
  /// The first chunk of the clause.
  var clause: Int
  /// The first chunk of the words that qualify the number: the chunk itself where none do.
  var lead: Int
  var qualifier: Observation.Qualifier
  /// The preposition right before the number, past articles and adverbs: by, to, from, of, at, with, than; empty where none stands.
  var preposition: String
  /// The chunk of that preposition, else ``lead``.
  var prepositionIndex: Int
  /// The last predicate before the number in its clause.
  var predicate: Int?
  /// The first chunk of a movement noun right before the number: a rise of 5%.
  var movementNoun: Int?
  /// The opening bracket that the figure is the first figure of.
  var bracket: Int?
  /// The first chunk after the figure.
  var next: Int
  var modality: Modality?
}

extension EnglishParser {
  func surroundings(at index: Int) -> EnglishSurroundings {
    let clause = clauseStart(of: index)
    let (qualifier, lead) = qualifier(before: index, from: clause)
    var at = lead - 1
    while at >= clause, chunks[at].isWord,
      Self.fillers.contains(text(at)) || words.degrees.contains(text(at)) || text(at).hasSuffix("ly") && !words.links.contains(text(at))
    {
      at -= 1
    }
    let isPreposition = at >= clause && chunks[at].isWord && Self.prepositions.contains(text(at))
    var around = EnglishSurroundings(
      index: index, quantity: chunks[index].quantity, clause: clause, lead: lead, qualifier: qualifier,
      preposition: isPreposition ? text(at) : "", prepositionIndex: isPreposition ? at : lead, next: index + 1)
    around.predicate = (clause..<max(clause, lead)).last { isPredicate($0) }
    if let word = (clause..<lead).last(where: {
      $0 >= lead - 6 && isWord($0) && (words.riseNouns.contains(text($0)) || words.fallNouns.contains(text($0)))
        && (isNominal($0) || text($0 + 1) == "of")
    }),
      around.predicate.map({ $0 < word }) ?? true,
      around.preposition == "of" || around.preposition == "by"
        || around.preposition == "at" && around.prepositionIndex == word + 1
          && (clause..<word).contains(where: {
            words.superlatives.contains(text($0))
          })
    {
      around.movementNoun = word
    }
    around.bracket = bracket(of: index)
    around.modality = modality(in: clause..<index)
    // (target: 23.9 months)
    if around.modality == nil, clause > sentence.lowerBound + 1, chunks[clause - 1].border == .colon, words.aims.contains(text(clause - 2))
    {
      around.modality = .target
    }
    // The bank expects that …
    if around.modality == nil, clause > sentence.lowerBound, isReporting(clause - 1) {
      around.modality = modality(in: max(sentence.lowerBound, clause - 4)..<clause)
    }
    return around
  }

  private static let fillers: Set<String> = [
    "a", "an", "the", "only", "just", "another", "further", "record", "new", "also", "still", "even", "total", "all-time", "high", "low",
    "its", "some", "level", "peak", "combined", "average", "revised", "provisional", "preliminary",
  ]
  private static let prepositions: Set<String> = [
    "by", "to", "from", "of", "at", "with", "than", "against", "or", "and", "as", "in", "for", "on", "over", "including", "versus", "after",
    "under", "between", "per", "into",
  ]

  /// The qualifier in front of a number and the chunk it starts at.
  private func qualifier(before index: Int, from clause: Int) -> (Observation.Qualifier, Int) {
    let behind = chunks[index].quantity?.qualifier ?? .exactly
    let end = chunks[index].tokens.lowerBound
    for count in [4, 3, 2, 1] where end - count >= 0 {
      guard let found = words.before.match(tokens, at: end - count, limit: end), found.count == count else { continue }
      guard let lead = (clause..<index).last(where: { chunks[$0].tokens.lowerBound <= end - count }),
        chunks[lead].tokens.lowerBound == end - count
      else { continue }
      if found.value == .exactly, count == 1 { continue }
      // Some 20,410 applications: a number told to its last digit is no rough one.
      if found.value == .about, text(lead) == "some", let number = chunks[index].quantity?.number, number.significand > 100,
        number.scale == 0
          ? number.significand > 1_000 && number.significand % 100 != 0
          : chunks[index].quantity?.measure == .percent && number.significand % 10 != 0
      {
        return (behind, lead)
      }
      // edged up to 78.2%: the particle of the verb.
      if text(lead) == "up", lead > clause, words.rise.match(tokens, at: chunks[lead - 1].tokens.lowerBound).map({ $0.count > 1 }) ?? false
      {
        continue
      }
      // moved up to third place
      if case .position = chunks[index].kind, text(lead) == "up" { continue }
      return (behind == .exactly ? found.value : behind, lead)
    }
    // more than doubled to, to more than a record
    return (behind, index)
  }

  /// The bracket that opens before the figure, where it is the first figure in it.
  private func bracket(of index: Int) -> Int? {
    var at = index - 1
    while at >= sentence.lowerBound, index - at <= 12 {
      if chunks[at].border == .open { return at }
      if chunks[at].border == .close || chunks[at].isFigure { return nil }
      at -= 1
    }
    return nil
  }

  func modality(in range: Range<Int>) -> Modality? {
    guard let first = chunks[range].first?.tokens.lowerBound, let last = chunks[range].last?.tokens.upperBound else { return nil }
    for token in first..<last {
      if let found = words.modality.match(tokens, at: token, limit: last), found.count > 1 || !isPlural(token) { return found.value }
    }
    return nil
  }

  /// The number of new projects stood at 2,254; the targets for 2030 were met: a noun, whose verb or preposition stands right behind.
  private func isPlural(_ token: Int) -> Bool {
    guard tokens[token].text.hasSuffix("s"), let index = sentence.first(where: { chunks[$0].tokens.contains(token) }) else { return false }
    let next = index + 1
    guard sentence.contains(next), chunks[next].border == nil, chunks[next].time == nil else { return true }
    // a queue of projects waiting for connection
    if index > sentence.lowerBound, ["of", "for", "many", "more", "new", "these", "those"].contains(text(index - 1)) { return true }
    return words.links.contains(text(next)) || isMovement(next) && !isNominal(next)
      || Self.prepositions.contains(text(next)) && text(next) != "to"
  }

  // MARK: What stands behind

  /// The word after the figure, past its noun of counting; empty at a border.
  func textAfter(_ index: Int) -> String { sentence.contains(index + 1) && chunks[index + 1].isWord ? text(index + 1) : "" }

  /// The place behind a figure that it alone is of: 6.4% in the euro area.
  func placeBehind(_ index: Int) -> String? {
    var at = index + 1
    while at < sentence.upperBound, at - index <= 12 {
      let chunk = chunks[at]
      // 3.468 million young persons (under 25) were unemployed in the EU
      if chunk.border == .open, ["under", "over", "aged", "ages", "age", "below"].contains(text(at + 1)),
        let close = ((at + 1)..<min(at + 7, sentence.upperBound)).first(where: { chunks[$0].border == .close })
      {
        at = close + 1
        continue
      }
      if chunk.border != nil || chunk.isFigure { return nil }
      if chunk.place != nil {
        let before = text(at - 1)
        return ["in", "across", "within", "throughout"].contains(before)
          // €5.0 bn deficit for EU28
          || before == "for" && (at - index == 2 || at - index == 3 && at + 1 == sentence.upperBound) ? placeName(at) : nil
      }
      // 3.468 million young persons were unemployed in the EU
      let isOfThoseCounted =
        chunks[index].quantity?.measure == .count && ["were", "was", "are"].contains(text(at)) && clauseStart(of: index) == index
        && !chunks[at...].prefix(6).contains { $0.isFigure }
      if chunk.isWord, isPredicate(at), at > index + 1, !isOfThoseCounted,
        !(isWord(at - 1) && ["were", "was", "are"].contains(text(at - 1)))
      {
        return nil
      }
      if chunk.isWord, ["from", "than", "compared", "to", "with", "while", "against"].contains(text(at)) { return nil }
      at += 1
    }
    return nil
  }

  /// What a change is measured against: behind it, in its clause before it, or at the head of the sentence.
  mutating func basis(at index: Int, clause: Int) -> BasisMention? {
    var at = index + 1
    var commas = 0
    while at < sentence.upperBound, at - index <= 16 {
      let chunk = chunks[at]
      // 12,000 (0.04%) between July and August; Apparel (-8.1%) sold less than a year ago
      if let bracket = bracketOf[at], bracket > index || chunk.border == .close {
        at += 1
        continue
      }
      if case .basis(let basis) = chunk.kind {
        bound.insert(at)
        return basis
      }
      if let time = chunk.time, time.isSince {
        if isOfRecord(at) { break }
        return since(time)
      }
      if let time = time(at), isBase(at), !time.isEmpty {
        bound.insert(at)
        return .against(time)
      }
      // rose 2.4% in the year to June 2025, for the 12 months ending October
      if let months = chunk.time?.monthsUpTo, months == 12 || text(at) == "year" { return .yearOnYear }
      if chunk.isFigure || chunk.border == .stop || chunk.border == .semicolon { break }
      if chunk.border != nil {
        commas += 1
        if commas > 1 || !["compared", "on", "from", "over"].contains(text(at + 1)) { break }
      }
      if chunk.isWord, ["while", "whereas", "but"].contains(text(at)) { break }
      at += 1
    }
    for at in (clause..<index).reversed() {
      if case .basis(let basis) = chunks[at].kind { return basis }
      if let time = time(at), isBase(at), !time.isEmpty { return .against(time) }
    }
    return comparison
  }

  /// has grown by a third since 2021: against that year.
  func since(_ time: TimeExpression) -> BasisMention {
    var origin = time
    (origin.isSince, origin.isEmpty) = (false, false)
    return .against(origin)
  }

  /// The end of a bracket that opens right behind a figure: a quarter (27.1%) of them.
  func pastBracket(behind index: Int) -> Int {
    guard sentence.contains(index + 1), chunks[index + 1].border == .open,
      let close = ((index + 1)..<min(index + 5, sentence.upperBound)).first(where: { chunks[$0].border == .close })
    else { return index }
    return close
  }

  /// these applications named …: a noun and its verb stand behind.
  func pointsToNoun(_ index: Int) -> Bool {
    ["these", "those"].contains(text(index)) && isWord(index + 1) && text(index + 1).hasSuffix("s") && !isPredicate(index + 1)
      && !words.links.contains(text(index + 1)) && isWord(index + 2) && !Self.outer.contains(text(index + 2))
  }

  /// The words of the whole of a share: of all applications filed worldwide.
  func scope(after index: Int) -> (words: String, noun: EnglishName?)? {
    let index = pastBracket(behind: index)
    guard textAfter(index) == "of" else { return nil }
    // of the 2024 total
    if let at = ((index + 2)..<min(index + 4, sentence.upperBound)).first(where: { chunks[$0].time != nil }),
      ["total", "level", "figure"].contains(text(at + 1))
    {
      return (join([at, at + 1]), nil)
    }
    var end = index + 2
    var isNamed = false
    while end < sentence.upperBound, end - index < 12 {
      let chunk = chunks[end]
      // 67% of this year’s corn crop
      if chunk.time != nil, end == index + 2, ["'s", "’s"].contains(text(end + 1)) {
        end += 2
        continue
      }
      if chunk.border != nil || chunk.isFigure || chunk.time != nil { break }
      if chunk.isWord, end > index + 2 {
        let word = text(end)
        // In 88 per cent of cases the goods were destroyed: an article opens the next noun.
        if isNamed, ["the", "a", "an"].contains(word), isWord(end - 1), !Self.prepositions.contains(text(end - 1)) { break }
        // all recorded crime: a participle in front of the noun.
        if words.links.contains(word) && (isNamed || !word.hasSuffix("ed")) || ["went", "goes", "go", "came", "come"].contains(word)
          || [
            "which", "that", "who", "while", "and", "in", "by", "were", "said", "compared", "up", "down", "from", "last", "this", "during",
            "at", "as", "on", "with",
          ].contains(word) && isNamed || isMovement(end) && !isNominal(end)
        {
          break
        }
        if words.actions.contains(word), !isParticiple(end), !isAttribute(end) { break }
        if isNamed, takesObject(end) { break }
      }
      if chunk.isWord, !Self.outer.contains(text(end)) || chunk.place != nil { isNamed = true }
      if chunk.place != nil { isNamed = true }
      end += 1
    }
    var kept = Array((index + 2)..<end)
    while let first = kept.first,
      chunks[first].time != nil || ["'s", "’s"].contains(text(first))
        || Self.outer.contains(text(first)) && chunks[first].isWord && text(first) != "total"
    { kept.removeFirst() }
    while let last = kept.last, chunks[last].isWord, Self.outer.contains(text(last)) && text(last) != "total" { kept.removeLast() }
    guard !kept.isEmpty else { return nil }
    if ["them", "these", "those", "it"].contains(text(index + 2)), !pointsToNoun(index + 2) { return nil }
    return (kept.count == 1 && chunks[kept[0]].place != nil ? placeName(kept[0]) : join(kept), name((index + 2)..<end))
  }
}
