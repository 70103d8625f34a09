import Indicators

/// Constructions of places in a ranking and of runs: ranked third, for the fifth year in a row.
extension EnglishParser {
  /// ranked third in the world, the third-largest exporter, No. 2 globally.
  func position(_ around: EnglishSurroundings) -> Statement? {
    guard case .position(let place, let isRange) = chunks[around.index].kind else { return nil }
    let first = firstPredicate(around.clause..<max(around.clause, around.index))
    var subject = first.flatMap { $0 > around.clause ? name(around.clause..<$0) : nil }
    if first == nil { subject = nil }
    var (head, owner) = headOf(subject)
    if around.preposition == "into", text(around.clause) == "to" || isWord(around.clause) && text(around.clause).hasSuffix("ing") {
      // rose, squeezing past transport to break into the top five: what the sentence speaks of did.
      if let start = firstPredicate(sentence), start > sentence.lowerBound, let mover = name(clauseStart(of: start)..<start),
        !mover.words.isEmpty
      {
        (head, owner) = (.own(mover.words), mover.area.map { .named($0) })
      }
    }
    if subject == nil || subject?.words.isEmpty ?? false && subject?.area == nil, let body = openName ?? self.subject, isProper(body) {
      // Castellan Systems, which had ranked fifth a year earlier, moved up to third place.
      owner = .named(body.words)
      if let level = lastLevel ?? statements.indices.last(where: { statements[$0].kind == .level }) { head = .same(level) }
    }
    if let name = subject, name.words.isEmpty && name.area != nil || !name.words.isEmpty && isProper(name) {
      owner = .named(name.words.isEmpty ? name.area ?? name.words : name.words)
      if let level = lastLevel { head = .same(level) }
      // the third-largest exporter: what it is ranked as
      if let noun = noun(after: around.index) { head = .own(noun.name.words) }
    }
    var statement = statement(.rank, head, around)
    statement.number = ExactNumber(place)
    statement.unit = "位"
    if isRange { statement.qualifier = .atMost }
    statement.owner = owner
    statement.scope = field(of: around.index)
    if isRange, let field = noun(after: around.index), !field.name.words.isEmpty {
      // the top ten container ports in the world
      statement.scope = field.name.words
    }
    if owner == nil, let first, let subject, subject.area == nil, first == around.clause + 1 || isProper(subject),
      subject.words.first?.isUppercase ?? false, let field = statement.scope, isOfActors(EnglishName(words: field))
    {
      // Huawei ranked first among applicants: one of those who do what is counted.
      statement.owner = .named(subject.words)
      statement.head = countedBehind(around.index) ?? lastLevel.map { .same($0) } ?? nameTold.map { .own($0) } ?? head
    }
    if statement.head.words?.isEmpty ?? statements.isEmpty, let counted = countedBehind(around.index) {
      // Japan was ranked number 8 with 860 designs
      statement.head = counted
    }
    if owner == nil || around.preposition == "at", let ranked = rankedInFront(around) {
      (statement.head, statement.owner) = (ranked.head ?? statement.head, ranked.owner)
    }
    if let noun = rankedIn(around.index) {
      // ranks third in patent filings
      statement.head = .own(noun.words)
      statement.scope = nil
    }
    if around.preposition == "from" {
      // from fourth to first position, up from 5th in 2023
      let time = timeBehind(around.index)
      statement.ownTime = OwnTime(time: time?.time ?? TimeExpression(year: .relative(-1)), words: time?.words ?? "")
      statement.role = .base
      if text(around.next) == "to" { statement.scope = field(of: around.next + 1) }
    } else if isYearOnYear(around.next) {
      // had ranked fifth a year earlier
      statement.ownTime = OwnTime(time: TimeExpression(year: .relative(-1)), words: string(around.next))
    }
    return statement
  }

  /// Siemens at #6, Robert Bosch comes in at #11, LG (up from 3rd), applications from Germany at #2: who stands there, and in what; nil where
  /// neither at nor a bracket tells it.
  private func rankedInFront(_ around: EnglishSurroundings) -> (head: Head?, owner: Owner?)? {
    var end: Int
    if let bracket = bracketOf[around.index] {
      end = bracket
    } else {
      guard around.preposition == "at", around.prepositionIndex > around.clause else { return nil }
      end = firstPredicate(around.clause..<around.prepositionIndex) ?? around.prepositionIndex
    }
    let told = statements.last { if case .own = $0.head { $0.kind != .rank } else { false } }?.head.words ?? nameBefore
    guard end > sentence.lowerBound else { return nil }
    if chunks[end - 1].place != nil {
      let name = bracketOf[around.index] == nil ? name(around.clause..<end) : nil
      return (name.flatMap { $0.words.isEmpty ? nil : .own($0.words) } ?? told.map { .own($0) }, .named(placeName(end - 1)))
    }
    var start = end
    while start > sentence.lowerBound, isWord(start - 1), tokens[chunks[start - 1].tokens.lowerBound].isCapital || text(start - 1) == "&" {
      start -= 1
    }
    while start < end, Self.outer.contains(text(start)) { start += 1 }
    guard start < end else { return nil }
    return (told.map { .own($0) }, .named(join(Array(start..<end))))
  }

  /// ranked first among applicants with 5,071 applications: what the position is counted by.
  private func countedBehind(_ index: Int) -> Head? {
    guard let with = (index..<min(index + 9, sentence.upperBound)).first(where: { text($0) == "with" && isWord($0) }),
      let figure = ((with + 1)..<min(with + 4, sentence.upperBound)).first(where: { chunks[$0].quantity?.measure == .count }),
      let noun = noun(after: figure)
    else { return nil }
    return .own(noun.name.words)
  }

  /// What a rank in something without a place is of: third in patent filings, not third in Asia, in the world.
  private func rankedIn(_ index: Int) -> EnglishName? {
    // second in terms of sales
    let opening = text(index + 2) == "terms" && text(index + 3) == "of" ? index + 3 : index + 1
    guard text(index + 1) == "in", isWord(index + 1), sentence.contains(index + 2), chunks[index + 2].isWord, text(index + 2) != "the",
      let noun = noun(after: opening), !noun.name.words.isEmpty, noun.name.area == nil
    else { return nil }
    return noun.name
  }

  func isYearOnYear(_ index: Int) -> Bool {
    if sentence.contains(index), case .basis(.yearOnYear) = chunks[index].kind { return true }
    return false
  }

  /// nationwide, globally, in the world, among the member states.
  private func field(of index: Int) -> String? {
    var at = index + 1
    while at < sentence.upperBound, at - index <= 8, chunks[at].border == nil, !chunks[at].isFigure {
      let word = text(at)
      if ["nationwide", "nationally"].contains(word) { return "nationwide" }
      if ["globally", "worldwide"].contains(word) { return "world" }
      if ["in", "among", "of", "on"].contains(word), sentence.contains(at + 1), chunks[at + 1].time == nil {
        var end = at + 1
        while end < sentence.upperBound, end - at < 8, chunks[end].border == nil, !chunks[end].isFigure, chunks[end].time == nil,
          !["with", "for", "by", "after", "behind", "and", "in", "as"].contains(text(end))
        { end += 1 }
        var kept = Array((at + 1)..<end)
        while let first = kept.first, chunks[first].isWord, Self.outer.contains(text(first)) { kept.removeFirst() }
        guard !kept.isEmpty else { return nil }
        let words = join(kept)
        return ["country", "nation"].contains(words) ? "nationwide" : words == "the world" ? "world" : words
      }
      at += 1
    }
    return nil
  }

  /// for the third consecutive year
  func run(_ around: EnglishSurroundings) -> Statement? {
    guard case .run(let count, let unit) = chunks[around.index].kind else { return nil }
    let first = firstPredicate(around.clause..<max(around.clause, around.index))
    var (head, owner) = headOf(first.flatMap { $0 > around.clause ? name(around.clause..<$0) : nil })
    if let grown = grownBehind(around.index) { (head, owner) = (.own(grown.words), grown.area.map { .named($0) }) }
    var statement = statement(.streak, head, around)
    statement.number = ExactNumber(count)
    statement.unit = unit
    statement.owner = owner
    return statement
  }

  /// the fourth consecutive year of growth in licensing income: what grew.
  private func grownBehind(_ index: Int) -> EnglishName? {
    guard textAfter(index) == "of", words.riseNouns.contains(text(index + 2)) || words.fallNouns.contains(text(index + 2)),
      ["in", "of", "for"].contains(text(index + 3)), isWord(index + 3)
    else { return nil }
    return noun(after: index + 3).flatMap { $0.name.words.isEmpty ? nil : $0.name }
  }
}
