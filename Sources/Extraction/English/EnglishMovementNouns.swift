import Indicators
import Lingua

/// Movements told by a noun: an increase of 5%, a 3.2% increase in exports.
extension EnglishParser {
  /// an increase of 5%, with growth of 3.2%, down by a decline of ….
  func movementNoun(_ around: EnglishSurroundings) -> Statement? {
    if let behind = apartFromNoun(around) { return behind }
    guard let noun = around.movementNoun else { return nil }
    if text(noun - 1) == "natural", around.quantity?.measure == .count {
      // There was a natural increase of 9,700 people: births without deaths, a count of its own.
      return self.statement(.level, .own(join([noun - 1, noun])), around)
    }
    if let expected = grownObject(before: noun, around) { return expected }
    var head: Head
    var owner: Owner?
    // recorded an increase of 5% in exports: the noun behind in; else the subject.
    if let object = objectBehind(around.index, of: around) {
      // Africa endured a decline of over 7% in passenger traffic
      let mover = firstPredicate(around.clause..<noun).flatMap { $0 > around.clause ? name(around.clause..<$0) : nil }
      (head, owner) = (.own(object.words), (object.area ?? mover.flatMap { $0.words.isEmpty ? $0.area : nil }).map { .named($0) })
    } else if let mover = undergone(around, noun), let told = toldLast {
      // Cairo, the busiest airport, witnessed a decline of 17.5%: of what was told of, there.
      (head, owner) = (.own(told), mover.isEmpty ? nil : .named(mover))
    } else if ["in", "for"].contains(text(noun + 1)), around.preposition == "of" || around.preposition == "by",
      noun + 2 < around.prepositionIndex, let object = name((noun + 2)..<around.prepositionIndex), !object.words.isEmpty
    {
      // reflected an increase in the goods deficit of $4.8 billion
      (head, owner) = (.own(object.words), object.area.map { .named($0) })
    } else {
      let end = firstPredicate(around.clause..<noun)
      (head, owner) = headOf(end.flatMap { $0 > around.clause ? name(around.clause..<$0) : nil })
      // First half results: underlying sales growth of 9.1%
      if end == nil, noun > around.clause, let grown = name(around.clause..<noun), grown.area == nil,
        case let kept = withoutHow(grown.words), !kept.isEmpty,
        chunks[max(around.clause - 1, sentence.lowerBound)].border == .colon || text(around.clause) == "with", isOfBody
      {
        head = .own(kept.joined(separator: " "))
      }
    }
    if case .own(let words) = head, words.isEmpty { head = .inherited }
    var statement = statement(.change, head, around)
    statement.isNegative = words.fallNouns.contains(text(noun))
    statement.owner = owner
    // larger than the corresponding increase of 1.1% in September, compared with the increase of 3.0% in June: the same at another time.
    // down from an annual increase of 1.7% in August
    if let than = (around.clause..<noun).last(where: {
      ["than", "with", "to", "against"].contains(text($0)) || text($0) == "from" && ["up", "down"].contains(text($0 - 1))
    }), noun - than <= 4,
      let last = lastOfSentence, statements[last].kind == .change,
      firstPredicate(than..<noun) == nil, let time = timeBehind(around.index)
    {
      (statement.head, statement.owner, statement.role) = (.same(last), .same(last), .base)
      statement.ownTime = OwnTime(time: time.time, words: time.words, isBase: false)
    }
    if isOfEarlier(movementNoun: noun, clause: around.clause),
      let time = timeBehind(around.index) ?? timeBehindPair(around.index) ?? timeOfBasis(behind: around.index)
    {
      statement.basis = relativeBasis(around.clause..<noun)
      statement.ownTime = OwnTime(time: time.time, words: time.words, isBase: false)
    }
    return statement
  }

  /// The name of the last figure of the block, else of the text before.
  private var toldLast: String? {
    statements.last { if case .own = $0.head { $0.kind != .rank } else { false } }?.head.words ?? nameBefore
  }

  /// The place in capitals that no list has, or the region, which saw, witnessed or endured a movement; empty for the region told of.
  private func undergone(_ around: EnglishSurroundings, _ noun: Int) -> String? {
    guard !isOfBody, let verb = (around.clause..<noun).first(where: { isWord($0) && words.prose.facts.undergoing.contains(text($0)) }),
      ["a", "an"].contains(text(verb + 1))
    else { return nil }
    if verb == around.clause, let open = openName, open.area == nil, !open.words.isEmpty, !open.words.contains(" "),
      open.words.first?.isUppercase ?? false, !open.words.hasSuffix("s")
    {
      return open.words
    }
    guard verb > around.clause, let subject = name(around.clause..<verb) else { return nil }
    if words.areaNouns.contains(subject.words.lowercased()) { return subject.area ?? area ?? "" }
    guard subject.area == nil, !subject.words.contains(" "), isPlaceLike(verb - 1), !subject.words.hasSuffix("s"),
      around.clause == verb - 1
    else { return nil }
    return subject.words
  }

  /// The ministry expects GDP growth of 3.0%, the company reported revenue growth of 11%: what grows stands between the verb of someone who
  /// tells it and the noun.
  func grownObject(before noun: Int, _ around: EnglishSurroundings) -> Statement? {
    guard let verb = around.predicate, verb + 1 < noun, verb > around.clause, let teller = name(around.clause..<verb),
      words.forecasts.contains(text(verb)) || isProper(teller) || isOwnBody(teller)
        || teller.words.split(separator: " ").last.map({ words.offices.contains($0.lowercased()) || words.bodies.contains($0.lowercased()) }
        )
          ?? false,
      let object = name((verb + 1)..<noun),
      case let kept = withoutHow(object.words), !kept.isEmpty
    else { return nil }
    var statement = statement(.change, .own(kept.joined(separator: " ")), around)
    statement.isNegative = words.fallNouns.contains(text(noun))
    statement.owner =
      (object.area ?? teller.area).map { .named($0) } ?? (isProper(teller) && !isOwnBody(teller) ? .named(teller.words) : nil)
    return statement
  }

  /// Whether a name is that of the body that the article is about, or only says that it is a company.
  func isOwnBody(_ name: EnglishName) -> Bool {
    guard isOfBody, name.area == nil, !name.words.isEmpty else { return false }
    let plain = name.words.lowercased()
    if words.selfNames.contains(plain) { return true }
    guard name.words.first?.isUppercase ?? false, let body else { return false }
    return body.lowercased() == plain || body.lowercased().hasPrefix(plain + " ")
      || plain.hasPrefix(body.lowercased() + " ") && isProper(name)
  }

  /// strong sales is sales, underlying sales a measure of its own.
  private func withoutHow(_ name: String) -> [Substring] {
    let list = name.split(separator: " ")
    let kept = Array(list.drop { isHow(String($0).lowercased()) })
    guard let first = kept.first, let at = list.firstIndex(of: first), at > 0, words.comparable.contains(list[at - 1].lowercased()) else {
      return kept
    }
    return Array(list[(at - 1)...])
  }

  /// strong, year-on-year, largest: how something grew.
  func isHow(_ word: String) -> Bool {
    words.states.contains(word) || words.superlatives.contains(word) || words.issues.contains(word) || words.measuresOfPace.contains(word)
      || word.hasSuffix("-digit") || word.hasSuffix("-on-year") || word.hasSuffix("-over-year") || word.hasSuffix("-on-month")
  }

  /// after increases of 4.0% and 3.6% respectively in the second quarter: the time behind the second is that of both.
  func timeBehindPair(_ index: Int) -> (time: TimeExpression, words: String)? {
    guard text(index + 1) == "and", sentence.contains(index + 2), chunks[index + 2].isFigure else { return nil }
    return timeBehind(index + 2)
  }

  /// recorded year-on-year increases, at 12.9% and 15.6%: the noun ends the clause before.
  func apartFromNoun(_ around: EnglishSurroundings) -> Statement? {
    guard ["at", "of", "by"].contains(around.preposition), around.prepositionIndex == around.clause,
      around.clause > sentence.lowerBound + 1, chunks[around.clause - 1].border == .comma,
      words.riseNouns.contains(text(around.clause - 2)) || words.fallNouns.contains(text(around.clause - 2)),
      around.quantity?.measure != .count
    else { return nil }
    let start = clauseStart(of: around.clause - 2)
    let end = firstPredicate(start..<(around.clause - 2))
    let (head, owner) = headOf(end.flatMap { $0 > start ? name(start..<$0) : nil })
    var statement = statement(.change, head, around)
    statement.owner = owner
    statement.isNegative = words.fallNouns.contains(text(around.clause - 2))
    statement.basis =
      (start..<(around.clause - 1)).lazy.compactMap { if case .basis(let basis) = self.chunks[$0].kind { basis } else { nil } }.first
    return statement
  }

  /// exports behind: an increase of 5% in exports; nil for in 2023 and in Japan.
  func objectBehind(_ index: Int, of around: EnglishSurroundings) -> EnglishName? {
    guard ["in", "for"].contains(textAfter(index)), chunks.indices.contains(index + 2), chunks[index + 2].isWord,
      sentence.contains(index + 2)
    else { return nil }
    // a 5% decline in the fuel index offset …, saw a 5% rise in the number of filings; of 5% in the region: no object.
    let isObject = firstPredicate(around.clause..<max(around.clause, around.lead)) == nil || words.emptyNouns.contains(text(index + 3))
    let start = isObject && text(index + 2) == "the" ? index + 2 : index + 1
    guard let found = noun(after: start), !found.name.words.isEmpty, !found.name.words.hasPrefix("same "),
      !words.prose.times.lengths.contains(found.name.words.split(separator: " ").last.map { $0.lowercased() } ?? "")
    else { return nil }
    return found.name
  }

  func timeBehind(_ index: Int) -> (time: TimeExpression, words: String)? {
    var at = index + 1
    while at < sentence.upperBound, at - index <= 8 {
      if chunks[at].border != nil || chunks[at].isFigure { return nil }
      if let time = chunks[at].time, !time.isEmpty { return (time, string(at)) }
      at += 1
    }
    return nil
  }

  /// North American carriers had the weakest performance with a 2.0% increase in volumes: those of a part of the world whose volumes they are.
  private func mover(_ around: EnglishSurroundings) -> String? {
    guard !isOfBody, let verb = firstPredicate(around.clause..<max(around.clause, around.lead)), verb > around.clause,
      let subject = name(around.clause..<verb), subject.area == nil, subject.words.first?.isUppercase ?? false,
      case let list = subject.words.split(separator: " ").map({ $0.lowercased() }), list.count > 1, let first = list.first,
      let last = list.last,
      words.ranked.contains(last) || words.actors.contains(last), words.demonyms[first] == nil
    else { return nil }
    return subject.words
  }

  /// a 3.2% increase in exports, 5.2% growth, a 0.4-point drop.
  func movementNounBehind(_ around: EnglishSurroundings) -> Statement? {
    guard let quantity = around.quantity, quantity.measure != .count else { return nil }
    var at = around.next
    while at < sentence.upperBound, at - around.index <= 3,
      chunks[at].isWord && !words.riseNouns.contains(text(at)) && !words.fallNouns.contains(text(at)) || isBasisChunk(at)
    { at += 1 }
    guard sentence.contains(at), chunks[at].isWord, words.riseNouns.contains(text(at)) || words.fallNouns.contains(text(at)) else {
      return nil
    }
    // made a $340 million loss: what it lost, and not by how much less it was.
    if quantity.measure == .money, text(at) == "loss" || text(at) == "gain", text(around.lead - 1) == "a" { return nil }
    // 5% of growth, 3% from the rise: no apposition
    for between in around.next..<at where ["of", "from", "in", "and", "to", "was", "were"].contains(text(between)) { return nil }
    var head: Head
    var owner: Owner?
    if let object = objectBehind(at, of: around) {
      let part = firstPredicate(around.clause..<max(around.clause, around.lead)).flatMap { partOfBody(around, before: $0) }
      (head, owner) = (.own((part.map { $0 + " " } ?? "") + object.words), (object.area ?? mover(around)).map { .named($0) })
    } else {
      let end = firstPredicate(around.clause..<max(around.clause, around.lead))
      (head, owner) = headOf(end.flatMap { $0 > around.clause ? name(around.clause..<$0) : nil } ?? grownBehindComma(at, around))
    }
    var statement = statement(.change, head, around)
    statement.isNegative = words.fallNouns.contains(text(at))
    statement.owner = owner
    if quantity.measure == .times { statement.form = .increase }
    if let leader = leaderOfWay(around) ?? (around.preposition == "with" ? memberBefore(around) : nil) {
      // Ontario led the way with a 2.1% increase, followed by Quebec with a 1.2% increase
      statement.owner = .named(leader)
      if let last = statements.indices.last(where: { statements[$0].kind == .change && statements[$0].role == .main }) {
        statement.head = .same(last)
      }
    }
    // extending the 0.5% growth in the second quarter, a turnaround from the 1.1% contraction of July: of its own time.
    // rose 0.2% in January after a 0.3% fall in December
    let follows = (around.clause..<around.lead).contains { isWord($0) && ["after", "following"].contains(text($0)) }
    if follows || words.following.contains(text(around.clause)) || text(around.clause) == "against"
      || around.preposition == "from", let time = timeBehind(at) ?? timeOfBasis(behind: at)
    {
      statement.ownTime = OwnTime(
        time: time.time, words: time.words, isBase: time.time.isPeriodBefore || time.time.isBase || time.time.monthOffset != nil)
      statement.role = .base
    }
    return statement
  }

  /// With 2.3% growth, the number of filings has recovered: the subject behind the comma that closes what opens the sentence.
  private func grownBehindComma(_ noun: Int, _ around: EnglishSurroundings) -> EnglishName? {
    guard around.clause == sentence.lowerBound, text(around.clause) == "with", noun + 2 < sentence.upperBound,
      chunks[noun + 1].border == .comma,
      let verb = firstPredicate((noun + 2)..<sentence.upperBound), verb > noun + 2, let name = name((noun + 2)..<verb), !name.isPronoun
    else { return nil }
    return name
  }

  /// in the preceding quarter: the period before, told as a base.
  func timeOfBasis(behind index: Int) -> (time: TimeExpression, words: String)? {
    if let own = ownTime(index) { return (own.time, own.words) }
    // the 2.5% decline in the previous month
    let index = text(index + 1) == "in" ? index : index - 1
    guard text(index + 2) == "the", ["previous", "preceding", "prior"].contains(text(index + 3)), sentence.contains(index + 4) else {
      return nil
    }
    var time = TimeExpression(year: .relative(-1))
    switch text(index + 4) {
    case "month": time.monthOffset = -1
    case "quarter": time.isPeriodBefore = true
    case "year": time.isBase = true
    default: return nil
    }
    return (time, join(Array((index + 2)...(index + 4))))
  }
}
