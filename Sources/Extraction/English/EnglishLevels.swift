import Indicators

/// Constructions of levels, shares, positions and runs.
extension EnglishParser {
  // MARK: Levels

  /// A count with its noun: received 1.6 million applications, 17.3 million patents were in force.
  func counted(_ around: EnglishSurroundings) -> Statement? {
    guard let quantity = around.quantity else { return nil }
    switch quantity.measure {
    case .count:
      // reached 1,200 at the end of the year: the noun stands in front.
      // accounted for 4,120 of these designs
      if text(around.next) == "of", ["these", "those", "the"].contains(text(around.next + 1)), isWord(around.next), let noun = noun(after: around.next + 1) {
        var statement = counting(noun.name, around)
        statement.isPart = true
        return statement
      }
      // Of the 12,400 employees, 3,100 work in research
      if text(sentence.lowerBound) == "of", let lastLevel, around.clause == around.lead, around.clause > sentence.lowerBound, firstPredicate(sentence.lowerBound..<around.clause) == nil, statements[lastLevel].unit == quantity.unit || quantity.unit.isEmpty {
        var statement = statement(.level, .same(lastLevel), around)
        statement.isPart = true
        return statement
      }
      // 58,900 and 14,300 applications: the noun stands once.
      var counted = around.index
      while ["and", "or"].contains(text(counted + 1)) || counted + 1 < sentence.upperBound && chunks[counted + 1].border == .comma, counted + 2 < sentence.upperBound, chunks[counted + 2].quantity?.measure == .count { counted += 2 }
      guard let noun = noun(after: counted) else { return ofWhich(around) }
      if Self.bareNouns.contains(noun.name.words), let subject = subjectName(around), !subject.words.isEmpty { return nil }
      return counting(noun.name, around)
    case .money, .physical:
      if around.preposition == "of", let predicate = around.predicate, objectOf(predicate, around) != nil { return nil }
      let link = pastBracket(around.next)
      guard ["of", "worth", "in"].contains(text(link)), isWord(link), sentence.contains(link + 1), chunks[link + 1].isWord || chunks[link + 1].place != nil, let found = noun(after: link), !found.name.words.isEmpty,
        !["same", "last", "previous", "first", "second"].contains(text(link + 1)), text(link) != "in" || subjectIsActor(around)
      else { return nil }
      return counting(found.name, around)
    case .percent, .points, .times: return nil
    }
  }

  /// The chunk after a bracket that opens at `index`: 4.3 trillion yuan ($583 billion) in trade.
  private func pastBracket(_ index: Int) -> Int {
    guard sentence.contains(index), chunks[index].border == .open, let close = (index..<min(index + 10, sentence.upperBound)).first(where: { chunks[$0].border == .close }) else { return index }
    return close + 1
  }

  /// Nouns of counting that name nothing.
  private static let bareNouns: Set<String> = ["units", "people", "persons", "pieces", "individuals", "times", "copies", "words"]

  private func counting(_ noun: EnglishName, _ around: EnglishSurroundings) -> Statement {
    let subject = subjectName(around)
    var statement = statement(.level, .own(noun.words), around)
    let area = noun.area ?? subject?.area
    statement.owner = area.map { .named($0) }
    if let subject, noun.area == nil, subject.area == nil ? isBody(subject) : isProper(subject) { statement.owner = .named(subject.words) }
    if let member = memberBefore(around) { statement.owner = .named(member) }
    if let subject, subject.area == nil, !subject.words.isEmpty, isProper(subject), around.predicate.map({ words.actions.contains(text($0)) || ["had", "has", "headed", "led", "leads"].contains(text($0)) }) ?? false { statement.owner = .named(subject.words) }
    if isPart(around) { statement.isPart = true }
    return statement
  }

  /// Of these, 12,300 were invention patents.
  private func isPart(_ around: EnglishSurroundings) -> Bool {
    let start = sentence.lowerBound
    return text(start) == "of" && ["these", "them", "those", "which"].contains(text(start + 1)) || text(around.clause) == "of" && ["which", "whom", "them"].contains(text(around.clause + 1)) || ["including", "among"].contains(text(around.clause))
  }

  /// ahead of Haneol Electronics with 2,640, followed by Japan with 21,640 filings: whose the number is; nil where no place or
  /// body stands before with.
  private func memberBefore(_ around: EnglishSurroundings) -> String? {
    guard around.preposition == "with", respective[around.index] == nil, around.predicate.map({ $0 == around.clause || text($0) == "followed" }) ?? true else { return nil }
    var start = around.clause
    while start < around.prepositionIndex, isWord(start), ["ahead", "of", "followed", "by", "behind", "then", "and", "before", "closely", "next", "while"].contains(text(start)) { start += 1 }
    guard start < around.prepositionIndex, let name = name(start..<around.prepositionIndex) else { return nil }
    if !name.words.isEmpty, isProper(name) { return name.words }
    return name.words.isEmpty ? name.area : nil
  }

  /// posted a net profit of 2.3 billion: what stands between the verb and of.
  private func objectOf(_ predicate: Int, _ around: EnglishSurroundings) -> EnglishName? {
    guard around.preposition == "of", predicate + 1 < around.prepositionIndex, direction(ofVerb: predicate) == 0, let object = name((predicate + 1)..<around.prepositionIndex), !object.words.isEmpty else { return nil }
    return object
  }

  /// The place or body right in front of a number that no verb parts from it: Bulgaria €25.2, and Latvia just over €51.
  func ownerBefore(_ around: EnglishSurroundings) -> String? {
    guard around.predicate == nil, around.lead > around.clause, chunks[around.lead - 1].place != nil || around.preposition == "at" && around.lead - 2 >= around.clause && chunks[around.lead - 2].place != nil,
      let name = name(around.clause..<around.lead), name.words.isEmpty
    else { return nil }
    return name.area
  }

  /// of which 1,200 came from abroad: a number without a noun is of the level before it.
  private func ofWhich(_ around: EnglishSurroundings) -> Statement? {
    guard isPart(around), let lastLevel else { return nil }
    var statement = statement(.level, .same(lastLevel), around)
    statement.isPart = true
    return statement
  }

  /// A subject with a capital inside is an actor: Ørn Energy invested 3 million in wind parks.
  private func subjectIsActor(_ around: EnglishSurroundings) -> Bool {
    guard let predicate = around.predicate, predicate > around.clause else { return false }
    return words.actions.contains(text(predicate)) || text(predicate) == "recorded"
  }

  /// A company or office by its ending.
  func isBody(_ name: EnglishName) -> Bool {
    guard let last = name.words.split(separator: " ").last?.lowercased(), name.words.first?.isUppercase ?? false else { return false }
    return ["office", "bank", "company", "group", "inc", "ltd", "university", "corporation", "court", "customs", "holdings", "plc", "ag", "agency", "institute", "airlines", "airport", "motors", "energy", "department"].contains(last)
  }

  /// The subject and its number: the unemployment rate was 6.4%, exports totalled $45 billion.
  func level(_ around: EnglishSurroundings) -> Statement? {
    guard let quantity = around.quantity else { return nil }
    let predicate = around.predicate.map { _ in firstPredicate(around.clause..<max(around.clause, around.lead)) } ?? nil
    var name = subjectName(around, upTo: predicate)
    if predicate == nil, name?.words.isEmpty ?? true { name = nil }
    if predicate == nil, name == nil, lastOfSentence == nil, subject == nil, openName == nil, let noun = noun(after: around.index) { name = noun.name }
    var (head, owner) = headOf(name)
    if name == nil || name?.words.isEmpty ?? true, let subject, !subject.words.isEmpty, quantity.measure != .count || lastLevel == nil { head = .own(subject.words) }
    if owner == nil, case .own = head, name == nil { owner = subject?.area.map { .named($0) } }
    if let predicate = around.predicate, let object = objectOf(predicate, around) {
      // Ørn Energy posted a net profit of 2.3 billion: the profit, of the company or place in front.
      head = .own(object.words)
      owner = object.area.map { .named($0) } ?? name.flatMap { isProper($0) ? .named($0.words) : $0.words.isEmpty ? $0.area.map { .named($0) } : nil } ?? owner
    }
    if let member = memberBefore(around) ?? ownerBefore(around), let lastOfSentence {
      (head, owner) = (.same(lastOfSentence), .named(member))
    } else if quantity.measure == .percent, let share = statements.last, share.kind == .share, isNextInOrder(around), let name {
      // Industrial production came next with 10.1%: a share, as those before.
      var statement = statement(.share, .own(name.words), around)
      statement.scope = share.scope
      return statement
    }
    var statement = statement(isShareName(head) && quantity.measure == .percent ? .share : .level, shareless(head), around)
    statement.owner = owner
    statement.needsName = true
    // 0.5 points below the average: points only ever tell a distance.
    if quantity.measure == .points { statement.kind = .change }
    return statement
  }

  /// came next with 10.1%, followed at 9%
  private func isNextInOrder(_ around: EnglishSurroundings) -> Bool {
    guard ["with", "at"].contains(around.preposition), let predicate = around.predicate else { return false }
    return ["came", "comes", "followed", "ranked", "was", "is", "were"].contains(text(predicate)) && ((predicate + 1)..<max(predicate + 1, around.prepositionIndex)).allSatisfy { ["next", "second", "third", "fourth", "last", "first", "close", "behind", "in", "place"].contains(text($0)) }
  }

  /// their share of total spending, its share in exports: of what was named before, the whole behind of; nil for others.
  func possessiveShare(_ range: Range<Int>) -> (head: Head, scope: String)? {
    guard let start = range.first(where: { ["its", "their"].contains(text($0)) }), words.shareNouns.contains(text(start + 1)), start + 1 < range.upperBound, ["of", "in"].contains(text(start + 2)), start + 3 < range.upperBound else { return nil }
    var kept = Array((start + 3)..<range.upperBound)
    while let last = kept.last, !chunks[last].isWord || Self.outer.contains(text(last)) { kept.removeLast() }
    guard !kept.isEmpty, let before = statements.indices.last(where: { statements[$0].role == .main }) else { return nil }
    return (.same(before), join(kept))
  }

  /// The share of renewables is that of renewables.
  func shareless(_ head: Head) -> Head {
    guard case .own(var words) = head else { return head }
    for lead in ["share of ", "proportion of ", "percentage of "] where words.lowercased().hasPrefix(lead) { words = String(words.dropFirst(lead.count)) }
    for tail in [" share", " market share"] where words.hasSuffix(tail) { words = String(words.dropLast(tail.count)) }
    return .own(words)
  }

  /// by 0.7% in the euro area and by 0.8% in the EU; 3.2% and 4.1%: a further figure of the construction before.
  func continued(_ around: EnglishSurroundings) -> Statement? {
    guard let quantity = around.quantity, var lastOfSentence, around.predicate == nil else { return nil }
    // 22% … firms with fewer than 250 employees, and a further 7%: of the figure in the same measure.
    if quantity.measure == .percent, statements[lastOfSentence].unit != quantity.unit, statements[lastOfSentence].kind == .level, let like = (firstOfSentence..<lastOfSentence).last(where: { statements[$0].unit == quantity.unit }), around.preposition != "or" { lastOfSentence = like }
    let before = statements[lastOfSentence]
    if around.preposition == "or", quantity.measure == .percent, before.kind == .level {
      // 2,204 applications or 7%
      return statement(.share, .same(lastOfSentence), around)
    }
    guard before.unit == quantity.unit || before.kind == .change, quantity.measure != .count || noun(after: around.index) == nil || around.preposition == "by" else { return nil }
    // in clothing shops 1.8 per cent and in household goods stores 2.5 per cent
    let place = around.preposition.isEmpty && before.kind == .change && ["in", "for", "at", "among", "and"].contains(text(around.clause)) ? self.name(around.clause..<around.lead) : nil
    guard ["by", "and", "or"].contains(around.preposition) || around.clause == around.lead || place != nil else { return nil }
    if before.kind == .change || before.unit == quantity.unit {
      var statement = statement(before.kind, .same(lastOfSentence), around)
      if let owner = ownerBefore(around) {
        statement.owner = .named(owner)
      } else if let place, !place.words.isEmpty, !isMovedWith(place) {
        statement.head = .own(place.words)
        statement.owner = place.area.map { .named($0) }
      } else if let start = (around.clause..<max(around.clause, around.prepositionIndex)).last(where: { ["and", "or", "while"].contains(text($0)) }) ?? Optional(around.clause - 1), start + 1 < around.prepositionIndex, around.preposition == "by",
        let name = name((start + 1)..<around.prepositionIndex), !name.words.isEmpty, !isMovedWith(name) {
        // and rents by 27.8%
        statement.head = .own(name.words)
        statement.owner = name.area.map { .named($0) }
      }
      if before.kind == .share, text(around.next) == "to", isWord(around.next), let noun = noun(after: around.next), !noun.name.words.isEmpty, !noun.name.words.hasPrefix("same ") {
        // went to research, and a further 16.8% to health
        statement.head = .own(noun.name.words)
      }
      statement.isNegative = before.isNegative
      statement.scope = before.scope
      statement.continues = lastOfSentence
      return statement
    }
    return nil
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
  private func isMovedWith(_ name: EnglishName) -> Bool { name.words.split(separator: " ").allSatisfy { words.superlatives.contains($0.lowercased()) || words.states.contains($0.lowercased()) } }

  // MARK: Shares

  /// accounted for 68.7% of all filings, with a share of 11.1%, 41% of the firms.
  func share(_ around: EnglishSurroundings) -> Statement? {
    guard let quantity = around.quantity, quantity.measure == .percent else { return nil }
    let scope = scope(after: around.index)
    if scope == nil, let part = partOfWhich(around) ?? percentOfWhich(around) { return part }
    let verb = (around.clause..<max(around.clause, around.lead)).last { isWord($0) && words.shareVerbs.match(tokens, at: chunks[$0].tokens.lowerBound) != nil && !isNominal($0) }
    let noun = (around.clause..<max(around.clause, around.lead)).last { isWord($0) && words.shareNouns.match(tokens, at: chunks[$0].tokens.lowerBound) != nil }
    let isNounBehind = ["share", "stake", "proportion"].contains(text(around.next)) || text(around.next) == "market" && text(around.next + 1) == "share"
    guard scope != nil || verb != nil || noun != nil || isNounBehind else { return nil }
    let predicate = firstPredicate(around.clause..<max(around.clause, around.lead))
    var subject = clauseSubject(around)
    if let predicate, let name = subject, noun.map({ $0 < predicate }) ?? false, case .own(let words) = shareless(.own(name.words)) { subject?.words = words }
    if let part = inverted(around, scope: scope) { return part }
    var (head, owner) = headOf(subject)
    if let actors = subject ?? self.subject, verb != nil, isOfActors(actors), actors.area != nil || isGroup(around) {
      // These three countries accounted for 36.9% of all applications: what they share names it.
      owner = actors.area.map { .named($0) }
      if let noun = scope?.noun, !noun.words.isEmpty {
        head = .own(withoutParticiple(noun.words))
      } else if let level = statements.indices.last(where: { statements[$0].kind == .level && statements[$0].role == .main }), let words = wordsOf(level) {
        head = .own(words)
      }
      var statement = statement(.share, head, around)
      statement.owner = owner
      statement.scope = scope?.words
      return statement
    }
    let isActor = predicate.map { words.actions.contains(text($0)) && words.shareVerbs.match(tokens, at: chunks[$0].tokens.lowerBound) == nil } ?? false
    if let part = scope?.noun, !part.words.isEmpty, subject == nil && lastLevel == nil && self.subject == nil || subject?.words.isEmpty ?? false || isActor && around.preposition.isEmpty {
      // Asia received 67.9% of all applications: what is shared out names it.
      head = .own(withoutParticiple(part.words))
      owner = owner ?? subject?.area.map { .named($0) } ?? part.area.map { .named($0) }
    }
    var statement = statement(.share, head, around)
    statement.owner = owner
    statement.scope = scope?.words
    return statement
  }

  /// Revenue came to 241.7 million, of which nearly 16 per cent was spent on systems: a share of the level before.
  private func percentOfWhich(_ around: EnglishSurroundings) -> Statement? {
    guard text(around.clause) == "of", isPronominal(around.clause + 1), let lastLevel else { return nil }
    var statement = statement(.share, .same(lastLevel), around)
    if case .own(let words) = statements[lastLevel].head { statement.scope = words }
    return statement
  }

  /// Together, these three countries: a group told of before, not a part with a name.
  private func isGroup(_ around: EnglishSurroundings) -> Bool {
    (around.clause..<min(around.clause + 3, around.lead)).contains { ["these", "those", "they", "both", "together", "two", "three", "four", "five", "six", "ten"].contains(text($0)) }
  }

  /// sales of $4.1 billion, of which online sales made up 12.6%: the part has a name of its own, the whole is the level before.
  private func partOfWhich(_ around: EnglishSurroundings) -> Statement? {
    guard text(around.clause) == "of", ["which", "these", "those"].contains(text(around.clause + 1)), let lastLevel, let predicate = firstPredicate(around.clause..<max(around.clause, around.lead)), predicate > around.clause + 2,
      let name = name((around.clause + 2)..<predicate), !name.words.isEmpty
    else { return nil }
    var statement = statement(.share, .own(name.words), around)
    statement.owner = name.area.map { .named($0) }
    statement.scope = statements[lastLevel].head.words ?? wordsOf(lastLevel)
    return statement
  }

  /// The words that name a statement, over those it takes its name from.
  func wordsOf(_ index: Int) -> String? {
    var at = index
    while case .same(let before) = statements[at].head, before < at { at = before }
    return statements[at].head.words
  }

  /// 35.9% of total allocations went to research, 22% of applications were filed by individuals: the number opens its clause, the
  /// whole stands behind it, and the rest says which part.
  private func inverted(_ around: EnglishSurroundings, scope: (words: String, noun: EnglishName?)?) -> Statement? {
    guard let scope, let noun = scope.noun, !noun.words.isEmpty, clauseOpens(around) else { return nil }
    var verb = around.next
    while verb < sentence.upperBound, chunks[verb].border == nil, !["went", "goes", "go", "came", "comes", "come", "were", "was", "are", "is"].contains(text(verb)) { verb += 1 }
    var name = withoutParticiple(noun.words)
    if verb < sentence.upperBound, chunks[verb].border == nil {
      var end = verb + 1
      while end < sentence.upperBound, chunks[end].border == nil, !chunks[end].isFigure, chunks[end].time == nil, !["with", "and", "while", "compared", "up", "down"].contains(text(end)) { end += 1 }
      let rest = Array((verb + 1)..<end)
      if ["went", "goes", "go"].contains(text(verb)), rest.first.map({ text($0) == "to" }) ?? false, let part = self.name((verb + 2)..<max(verb + 2, end)), !part.words.isEmpty {
        name = part.words
      } else if let first = rest.first, text(first) == "spent" || text(first) == "used", rest.count > 2, let part = self.name((verb + 3)..<end), !part.words.isEmpty {
        name = part.words
      } else if let first = rest.first, text(first).hasSuffix("ed"), rest.count > 2, ["by", "in", "from", "to", "on", "for", "with", "as"].contains(text(rest[1])) {
        name += " " + join(rest)
      } else if ["came", "comes", "come"].contains(text(verb)), rest.count > 1, text(rest[0]) == "from" {
        name += " " + join(rest)
      }
    }
    var statement = statement(.share, .own(name), around)
    statement.owner = noun.area.map { .named($0) }
    statement.scope = scope.words
    return statement
  }

  /// Only qualifiers, articles and joints stand before the number in its clause.
  private func clauseOpens(_ around: EnglishSurroundings) -> Bool {
    (around.clause..<max(around.clause, around.lead)).allSatisfy { isWord($0) && Self.outer.contains(text($0)) || chunks[$0].time != nil }
  }

  /// applications filed worldwide: applications.
  private func withoutParticiple(_ words: String) -> String {
    let list = words.split(separator: " ")
    guard let cut = list.dropFirst().firstIndex(where: { self.words.actions.contains($0.lowercased()) && $0.hasSuffix("ed") }) else { return words }
    return list[..<cut].joined(separator: " ")
  }

  /// two thirds of the orders came from abroad
  func fraction(_ around: EnglishSurroundings) -> Statement? {
    guard case .fraction(let value) = chunks[around.index].kind else { return nil }
    var scope = scope(after: around.index)
    // three out of five applicants
    if scope == nil, textAfter(around.index) != "of", let noun = noun(after: around.index), !noun.name.words.isEmpty, text(around.next) != "the" { scope = (withoutParticiple(noun.name.words), noun.name) }
    let predicate = firstPredicate(around.clause..<max(around.clause, around.lead))
    let subject = predicate.flatMap { $0 > around.clause ? name(around.clause..<$0) : nil }
    let (start, owner) = headOf(subject)
    var head = start
    if isPronominal(around.index + 2), textAfter(around.index) == "of", let level = statements.indices.last(where: { statements[$0].kind == .level }) {
      var statement = statement(.share, .same(level), around)
      statement.number = value
      if text(around.index + 2) == "it" { statement.scope = wordsOf(level) }
      return statement
    }
    // one in five of the 2,450 firms: the noun of the number names it.
    if let counted = (around.next..<min(around.next + 4, sentence.upperBound)).first(where: { chunks[$0].quantity?.measure == .count }), textAfter(around.index) == "of", let noun = noun(after: counted) {
      var statement = statement(.share, .own(withoutParticiple(noun.name.words)), around)
      statement.number = value
      statement.owner = owner
      statement.scope = withoutParticiple(noun.name.words)
      return statement
    }
    if subject?.words.isEmpty ?? true, let part = scope?.noun, !part.words.isEmpty { head = .own(withoutParticiple(part.words)) }
    if ["lower", "higher", "more", "less"].contains(textAfter(around.index)) { return nil }
    var statement = statement(.share, head, around)
    statement.number = value
    statement.owner = owner
    statement.scope = scope?.words
    return statement
  }

  /// them, these, those: what was counted before.
  private func isPronominal(_ index: Int) -> Bool { ["them", "these", "those", "which", "it"].contains(text(index)) }

  // MARK: Positions and runs

  /// ranked third in the world, the third-largest exporter, No. 2 globally.
  func position(_ around: EnglishSurroundings) -> Statement? {
    guard case .position(let place, let isRange) = chunks[around.index].kind else { return nil }
    let first = firstPredicate(around.clause..<max(around.clause, around.index))
    var subject = first.flatMap { $0 > around.clause ? name(around.clause..<$0) : nil }
    if first == nil { subject = nil }
    var (head, owner) = headOf(subject)
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

  /// What a rank in something without a place is of: third in patent filings, not third in Asia, in the world.
  private func rankedIn(_ index: Int) -> EnglishName? {
    guard text(index + 1) == "in", isWord(index + 1), sentence.contains(index + 2), chunks[index + 2].isWord, text(index + 2) != "the", let noun = noun(after: index + 1), !noun.name.words.isEmpty, noun.name.area == nil else { return nil }
    return noun.name
  }

  private func isYearOnYear(_ index: Int) -> Bool {
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
        while end < sentence.upperBound, end - at < 8, chunks[end].border == nil, !chunks[end].isFigure, chunks[end].time == nil, !["with", "for", "by", "after", "behind", "and", "in", "as"].contains(text(end)) { end += 1 }
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
    guard textAfter(index) == "of", words.riseNouns.contains(text(index + 2)) || words.fallNouns.contains(text(index + 2)), ["in", "of", "for"].contains(text(index + 3)), isWord(index + 3) else { return nil }
    return noun(after: index + 3).flatMap { $0.name.words.isEmpty ? nil : $0.name }
  }

  // MARK: Brackets

  /// Japan (289,530), medical technology (+4.2%), Estonia (up 1.2%): the figure is that of what the bracket follows.
  func bracketed(_ around: EnglishSurroundings) -> Statement? {
    guard let quantity = around.quantity else { return nil }
    if let further = furtherInBracket(around, quantity) { return further }
    guard let bracket = around.bracket else { return nil }
    let inside = (bracket + 1)..<max(bracket + 1, around.lead)
    guard !inside.contains(where: { isPredicate($0) && direction(ofVerb: $0) == 0 || ["of", "from", "compared", "with", "including", "against", "to"].contains(text($0)) }) else { return nil }
    let clause = clauseStart(of: bracket, passesBrackets: false)
    if let time = self.time(bracket - 1), isBase(bracket - 1), let lastLevel = lastLevel ?? statements.indices.last(where: { statements[$0].kind == .level && statements[$0].role != .base }), quantity.unit == statements[lastLevel].unit || quantity.measure == .money {
      // 4.9% higher than in 2022 (€115.7 billion): the level that the change starts from.
      var statement = statement(.level, .same(lastLevel), around)
      statement.role = .base
      statement.ownTime = OwnTime(time: time, words: string(bracket - 1))
      return statement
    }
    let verb = (clause..<bracket).last { isPredicate($0) }
    let owned = name((verb.map { $0 + 1 } ?? clause)..<bracket)
    let movement = inside.first { direction(ofVerb: $0) != 0 }
    if quantity.measure != .count, words.riseNouns.contains(text(bracket - 1)) || words.fallNouns.contains(text(bracket - 1)), let lastOfSentence, statements[lastOfSentence].kind == .change {
      // larger than the corresponding increase (1.4%) in March
      var statement = statement(.change, .same(lastOfSentence), around)
      statement.role = .base
      statement.isNegative = words.fallNouns.contains(text(bracket - 1))
      statement.ownTime = (bracket..<sentence.upperBound).first { chunks[$0].border == .close }.flatMap { timeBehind($0) }.map { OwnTime(time: $0.time, words: $0.words, isBase: false) }
      return statement
    }
    let before = statements.count > firstOfSentence || text(sentence.lowerBound) == "it" || (sentence.lowerBound..<bracket).contains { text($0) == "followed" } ? statements.indices.last : nil
    let isBeside = bracket > 0 && chunks[bracket - 1].isFigure || bracket > 1 && chunks[bracket - 2].isFigure && (chunks[bracket - 1].time != nil || isYearOnYear(bracket - 1)) || bracket > 1 && chunks[bracket - 2].isFigure && chunks[bracket - 1].isWord && before != nil && noun(after: bracket - 2) != nil
    if isBeside, let before, quantity.measure == .percent || quantity.measure == .money {
      // 3.2 million cases (a quarter), $3 billion (€2.8 billion), 120 cases (+35%)
      // fell by 12,000 (0.04%): the same change in another measure
      let isSameChange = statements[before].kind == .change && !quantity.isSigned && movement == nil && inside.isEmpty
      let isChange = quantity.isSigned || movement != nil || isSameChange
      let main = statements[before].role == .base && isChange ? statements.indices.last { statements[$0].kind == .level && statements[$0].role != .base } ?? before : before
      var statement = statement(isChange ? .change : quantity.measure == .percent ? .share : .level, .same(main), around)
      statement.isNegative = movement.map { direction(ofVerb: $0) < 0 } ?? (isSameChange && statements[before].isNegative)
      if isSameChange {
        statement.continues = before
        statement.basis = statements[before].basis
      }
      return statement
    }
    let moving = verb.map { direction(ofVerb: $0) } ?? 0
    var name = verb.flatMap { $0 > clause ? self.name(clause..<$0) : nil }
    var (cleaned, implied) = withoutSuperlative(name)
    if implied == 0, cleaned?.words.isEmpty ?? true { implied = directionOfNoun(clause..<bracket) }
    if let moved = movedThing(clause..<bracket) ?? moved(inSentenceBefore: clause), implied != 0 || cleaned?.words.isEmpty ?? true || cleaned?.isPronoun ?? true {
      cleaned = EnglishName(words: moved.words, area: moved.area ?? name?.area)
      if implied == 0 { implied = directionOfNoun(sentence.lowerBound..<bracket) }
    } else if implied != 0, cleaned?.words.isEmpty ?? true, let moved = movedBefore {
      cleaned = EnglishName(words: moved, area: name?.area)
    }
    name = cleaned
    let kind: Observation.Kind =
      quantity.isSigned || movement != nil || (moving != 0 || implied != 0) && quantity.measure != .count ? .change
      : before.map { statements[$0].unit == quantity.unit ? statements[$0].kind : .level } ?? .level
    var head: Head
    var owner = owned?.area.map { Owner.named($0) }
    if owner == nil, owned?.words.isEmpty ?? true { owner = name?.area.map { .named($0) } }
    if let owned, case let words = owned.words, !words.isEmpty, owned.area == nil || !isOfActors(owned) && !["located", "based", "those"].contains(where: { words.lowercased().hasPrefix($0) }), !isListMember(words, before), !isMovedWith(EnglishName(words: words)) {
      head = .own(words)
    } else if let name, !name.words.isEmpty {
      head = .own(name.words)
    } else if let before {
      head = .same(before)
    } else if let subject, !subject.words.isEmpty {
      head = .own(withoutSuperlative(subject).0?.words ?? subject.words)
    } else {
      head = nameBefore.map { .own($0) } ?? .inherited
    }
    if owner == nil, let words = owned?.words, !words.isEmpty, isListMember(words, before) { owner = .named(words) }
    if let place = owned?.area, owned?.words.isEmpty ?? false, let words = head.words, let partnered = withPartner(words, place) {
      // exports to most destinations, in particular Vietnam (+49.3%): to Vietnam.
      (head, owner) = (.own(partnered), nil)
    }
    var statement = statement(kind, head, around)
    let fromBefore = before.map { statements[$0].kind == kind && statements[$0].isNegative } ?? false
    statement.isNegative = !quantity.isSigned && kind == .change && (movement.map { direction(ofVerb: $0) < 0 } ?? (moving < 0 || implied < 0 || moving == 0 && implied == 0 && fromBefore))
    statement.owner = owner
    if kind == .share, let before { statement.scope = statements[before].scope }
    if let before, kind == .change { statement.basis = statements[before].basis }
    return statement
  }

  /// 20,470; +8.6%: a figure behind another of its bracket is of what the bracket follows.
  private func furtherInBracket(_ around: EnglishSurroundings, _ quantity: EnglishQuantity) -> Statement? {
    guard let open = bracketOf[around.index], let lastOfSentence, let first = (open..<around.index).last(where: { chunks[$0].isFigure }) else { return nil }
    let between = (first + 1)..<max(first + 1, around.lead)
    guard between.allSatisfy({ chunks[$0].border == .semicolon || chunks[$0].border == .comma || ["and", "or", "up", "down", "plus", "minus"].contains(text($0)) }) else { return nil }
    let before = statements[lastOfSentence]
    let movement = between.first { direction(ofVerb: $0) != 0 }
    guard quantity.isSigned || movement != nil || before.kind == .change else { return nil }
    var statement = statement(.change, .same(lastOfSentence), around)
    statement.owner = .same(lastOfSentence)
    statement.isNegative = !quantity.isSigned && (movement.map { direction(ofVerb: $0) < 0 } ?? before.isNegative)
    if before.kind == .change { (statement.continues, statement.basis) = (lastOfSentence, before.basis) }
    return statement
  }

  /// What an earlier clause of the sentence says to rise or fall.
  private func moved(inSentenceBefore clause: Int) -> EnglishName? { clause > sentence.lowerBound ? movedThing(sentence.lowerBound..<clause) : nil }

  private func directionOfNoun(_ range: Range<Int>) -> Int {
    for index in range.reversed() where isWord(index) {
      if words.fallNouns.contains(text(index)) { return -1 }
      if words.riseNouns.contains(text(index)) { return 1 }
    }
    return 0
  }

  /// exports to most destinations with Vietnam: exports to Vietnam; nil where the name has no partner.
  func withPartner(_ name: String, _ place: String) -> String? {
    let list = name.split(separator: " ")
    guard let at = list.firstIndex(where: { $0 == "to" || $0 == "from" || $0 == "with" }), at > 0, list[..<at].contains(where: { words.flows.contains($0.lowercased()) }) else { return nil }
    return list[...at].joined(separator: " ") + " " + place
  }

  /// European Patent Office in a list of places: a member, not a name.
  private func isListMember(_ words: String, _ before: Int?) -> Bool {
    guard let before, words.first?.isUppercase ?? false, let owner = statements[before].owner else { return false }
    switch owner {
    case .named, .place: return statements[before].kind == .level && chunks.indices.contains(sentence.lowerBound)
    case .same: return false
    }
  }

  /// The largest monthly decreases in prices were in …: what decreased, and which way; the highest rates are rates.
  private func withoutSuperlative(_ name: EnglishName?) -> (EnglishName?, direction: Int) {
    guard var name else { return (nil, 0) }
    var list = name.words.split(separator: " ").map(String.init)
    while let first = list.first?.lowercased(), words.superlatives.contains(first) || ["sharpest", "steepest", "strongest", "greatest", "annual", "monthly", "quarterly"].contains(first) { list.removeFirst() }
    var direction = 0
    if let first = list.first?.lowercased(), words.riseNouns.contains(first) || words.fallNouns.contains(first) {
      direction = words.riseNouns.contains(first) ? 1 : -1
      list.removeFirst()
      if let next = list.first, ["in", "of", "for"].contains(next) { list.removeFirst() }
    }
    if let first = list.first, first.lowercased() == "the" { list.removeFirst() }
    name.words = list.joined(separator: " ")
    return (name, direction)
  }
}
