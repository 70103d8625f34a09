import Indicators
import Lingua

/// Constructions of what stands in brackets behind a figure or a name: (up 3.5%), (China: 1.6 million).
extension EnglishParser {
  /// Japan (289,530), medical technology (+4.2%), Estonia (up 1.2%): the figure is that of what the bracket follows.
  func bracketed(_ around: EnglishSurroundings) -> Statement? {
    guard let quantity = around.quantity else { return nil }
    if let further = furtherInBracket(around, quantity) { return further }
    guard let bracket = around.bracket else { return nil }
    if let counted = numberCounted(around, quantity, bracket) ?? rankedBody(around, quantity, bracket) { return counted }
    let inside = (bracket + 1)..<max(bracket + 1, around.lead)
    // less than in 2016 (when filings grew by 7.2%): a clause of its own.
    guard text(bracket + 1) != "when" else { return nil }
    guard
      !inside.contains(where: {
        isPredicate($0) && direction(ofVerb: $0) == 0
          || ["of", "from", "compared", "with", "including", "against", "to"].contains(text($0))
      })
    else { return nil }
    let clause = clauseStart(of: bracket, passesBrackets: false)
    if quantity.measure == .percent, !quantity.isSigned, inside.isEmpty, textAfter(around.index) == "of",
      let whole = scope(after: around.index)
    {
      // Computer technology (10.4% of the total), 57,310 pupils (12.4% of all pupils in Wales)
      var statement: Statement
      if let lastOfSentence, let figure = (sentence.lowerBound..<bracket).last(where: { chunks[$0].isFigure }),
        figure == bracket - 1 || noun(after: figure)?.end == bracket
      {
        statement = self.statement(.share, .same(lastOfSentence), around)
        statement.owner = .same(lastOfSentence)
        if statements[lastOfSentence].role == .base {
          (statement.role, statement.ownTime) = (.base, statements[lastOfSentence].ownTime)
        }
      } else if let part = name((firstPredicate(clause..<bracket).map { $0 + 1 } ?? clause)..<bracket), !part.words.isEmpty {
        statement = self.statement(.share, .own(part.words), around)
        statement.owner = part.area.map { .named($0) }
      } else if chunks[bracket - 1].place != nil, let noun = whole.noun, !noun.words.isEmpty, !noun.isPronoun {
        // The top five countries of origin were the US (24.2% of total filings)
        statement = self.statement(.share, .own(withoutParticiple(noun.words)), around)
        statement.owner = .named(placeName(bracket - 1))
      } else {
        return nil
      }
      statement.scope = whole.words
      return statement
    }
    if let time = baseTime(bracket - 1, in: inside),
      let lastLevel = lastLevel ?? statements.indices.last(where: { statements[$0].kind == .level && statements[$0].role != .base }),
      quantity.unit == statements[lastLevel].unit || quantity.measure == .money
    {
      // 4.9% higher than in 2022 (€115.7 billion): the level that the change starts from.
      var statement = statement(.level, .same(lastLevel), around)
      statement.role = .base
      statement.ownTime = OwnTime(time: time, words: string(bracket - 1))
      return statement
    }
    if quantity.measure == .percent, let time = baseTime(bracket - 1, in: inside),
      let share = statements.indices.last(where: { statements[$0].kind == .share && statements[$0].role != .base })
    {
      // 6.7 points more than in 2025 (20.0%): the share that the change starts from.
      var statement = statement(.share, .same(share), around)
      (statement.scope, statement.owner, statement.role) = (statements[share].scope, .same(share), .base)
      statement.ownTime = OwnTime(time: time, words: string(bracket - 1))
      return statement
    }
    let verb = (clause..<bracket).last { isPredicate($0) }
    if let member = memberOfActors(around, quantity, bracket) { return member }
    if let unmoved = unmoved(around, quantity, bracket, clause: clause, verb: verb) { return unmoved }
    if let leader = leaderInBracket(around, quantity, bracket, clause: clause, verb: verb) { return leader }
    let unlisted = unlistedName(before: bracket)
    var owned = unlisted == nil ? name((verb.map { $0 + 1 } ?? clause)..<bracket) : nil
    if let serial = serialName(before: bracket) { owned = EnglishName(words: serial) }
    let country = demonym(before: bracket)
    if let country { owned = EnglishName(words: "", area: country) }
    let listed = listedWith(bracket)
    if let words = owned?.words, let rest = Self.withoutFinding(words) ?? withoutCause(words) { owned?.words = rest }
    // The total was on a par with the previous year (2023: 199,452): how it stood names nothing.
    if let verb, isLevelled((verb + 1)..<bracket) { owned = nil }
    if let verb, verb > clause, quantity.measure != .count,
      let last = owned?.words.split(separator: " ").last?.lowercased(), words.riseNouns.contains(last) || words.fallNouns.contains(last),
      words.prose.facts.keeping.contains(text(verb)),
      let mover = name(clause..<verb), !mover.words.isEmpty, mover.area == nil
    {
      // Patent activity in optics continued its steady rise (+1.0%): what rises stands before the verb.
      owned = mover
    }
    if let share = shareTold(around, quantity, bracket) ?? memberOfProportion(around, quantity, bracket) { return share }
    if let verb, chunks[bracket - 1].place != nil, ["came", "come", "comes", "originated"].contains(text(verb)),
      ((verb + 1)..<(bracket - 1)).allSatisfy({ ["from", "the", "by", "far", "mainly", "mostly"].contains(text($0)) })
    {
      // The highest number came from the United States (16,881)
      owned = EnglishName(words: "", area: placeName(bracket - 1))
    }
    if listed != nil { owned = EnglishName(words: "", area: placeName(bracket - 1)) }
    // and the highest increases in Malta (+5.5%): of what the others rose or fell in.
    if let words = owned?.words, isSuperlativeMove(words) { owned?.words = "" }
    // nuclear engineering (24.5 percent increase)
    let movement =
      inside.first { direction(ofVerb: $0) != 0 }
      ?? (isWord(around.next) && quantity.measure != .count && direction(ofNoun: around.next) != 0 ? around.next : nil)
    if quantity.measure != .count, words.riseNouns.contains(text(bracket - 1)) || words.fallNouns.contains(text(bracket - 1)),
      let lastOfSentence, statements[lastOfSentence].kind == .change
    {
      // larger than the corresponding increase (1.4%) in March
      var statement = statement(.change, .same(lastOfSentence), around)
      statement.role = .base
      statement.isNegative = words.fallNouns.contains(text(bracket - 1))
      statement.ownTime = (bracket..<sentence.upperBound).first { chunks[$0].border == .close }.flatMap { timeBehind($0) }.map {
        OwnTime(time: $0.time, words: $0.words, isBase: false)
      }
      return statement
    }
    var before =
      statements.count > firstOfSentence || text(sentence.lowerBound) == "it"
        || (sentence.lowerBound..<bracket).contains { text($0) == "followed" } ? statements.indices.last : nil
    if let at = before, at > firstOfSentence, quantity.measure == .count, statements[at].kind == .share,
      statements[at].head == .same(at - 1),
      statements[at - 1].kind == .level
    {
      // with 9.8 million stays (31.4% of the total), ahead of Lisbon (6.9 million): of the level, past its share.
      before = at - 1
    }
    let isBeside =
      bracket > 0 && chunks[bracket - 1].isFigure
      || bracket > 1 && chunks[bracket - 2].isFigure && (chunks[bracket - 1].time != nil || isYearOnYear(bracket - 1))
      || bracket > 1 && chunks[bracket - 2].isFigure && chunks[bracket - 1].isWord && before != nil && noun(after: bracket - 2) != nil
      || before.map { statements[$0].kind == .level } ?? false && closesCounted(bracket)
    if isBeside, let before, quantity.measure == .percent || quantity.measure == .money {
      // 3.2 million cases (a quarter), $3 billion (€2.8 billion), 120 cases (+35%)
      // fell by 12,000 (0.04%): the same change in another measure
      let isSameChange = statements[before].kind == .change && !quantity.isSigned && movement == nil && inside.isEmpty
      let isChange = quantity.isSigned || movement != nil || isSameChange
      let main =
        statements[before].role == .base && isChange
        ? statements.indices.last { statements[$0].kind == .level && statements[$0].role != .base } ?? before : before
      // a margin of 15.4% (2024: 14.1%): the same of another time.
      let isRate =
        !isChange && statements[before].kind == .level && statements[before].unit == "%" && inside.contains { chunks[$0].time != nil }
      var statement = statement(isChange ? .change : quantity.measure == .percent && !isRate ? .share : .level, .same(main), around)
      if statement.kind == .change { statement.owner = .same(main) }
      statement.isNegative = movement.map { direction(ofVerb: $0) < 0 } ?? (isSameChange && statements[before].isNegative)
      if statement.kind == .share, statements[before].kind == .share {
        (statement.scope, statement.owner) = (statements[before].scope, .same(before))
      }
      if isSameChange {
        statement.continues = before
        statement.basis = statements[before].basis
      }
      return statement
    }
    if bracket > sentence.lowerBound, chunks[bracket - 1].isFigure, let before, quantity.measure == .count,
      statements[before].kind == .change,
      statements[before].unit == "%", statements[before].role == .main
    {
      // grew by 5.2% (265,800 applications): the level that it reached.
      var statement = statement(.level, .same(before), around)
      statement.owner = .same(before)
      return statement
    }
    if quantity.isSigned, quantity.measure == .percent, let time = time(bracket - 1), !time.isEmpty, isOfEarlierMovement(bracket - 1),
      let told = lastOfSentence.flatMap({ wordsOf($0) }) ?? nameTold
    {
      // has recovered from the slight decline in 2011 (-0.9%): how the same moved then.
      var statement = statement(.change, .own(told), around)
      if let lastOfSentence { statement.owner = .same(lastOfSentence) }
      (statement.role, statement.ownTime) = (.base, OwnTime(time: time, words: string(bracket - 1), isBase: false))
      return statement
    }
    if let strongest = strongestMove(around, quantity, bracket, clause: clause, verb: verb) { return strongest }
    var moving = verb.map { direction(ofVerb: $0) } ?? 0
    if moving == 0, verb == nil, quantity.measure == .percent, inside.isEmpty, !tellsRate(before: bracket),
      let behind = direction(behindBracket: around.index)
    {
      moving = behind
    }
    // Biotechnology also continued to grow (+5.9%)
    let opening = verb.flatMap { last in text(last - 1) == "to" ? firstPredicate(clause..<last) ?? last : last }
    var name = opening.flatMap { $0 > clause ? self.name(clause..<$0) : nil }
    // Bulgaria (+13.1%) and Romania (+8.7%) recorded the largest increases in labour costs: what moved stands behind.
    if verb == nil, quantity.measure != .count,
      let close = bracketOf.isEmpty ? nil : (around.index..<sentence.upperBound).first(where: { chunks[$0].border == .close }),
      let predicate = firstPredicate(close..<sentence.upperBound),
      let moved = movedThing(predicate..<sentence.upperBound)
    {
      name = moved
    }
    var (cleaned, implied) = withoutSuperlative(name)
    // The steepest growth rates came from Chinese (+11.1%) companies: how something grew names nothing.
    if country != nil, let words = cleaned?.words, words.isEmpty || isGrowthName(words) { cleaned = nil }
    if implied == 0, cleaned?.words.isEmpty ?? true { implied = directionOfNoun(clause..<bracket) }
    if let moved = movedThing(clause..<bracket) ?? moved(inSentenceBefore: clause),
      implied != 0 || cleaned?.words.isEmpty ?? true || cleaned?.isPronoun ?? true
    {
      cleaned = EnglishName(words: moved.words, area: moved.area ?? name?.area)
      if implied == 0 { implied = directionOfNoun(sentence.lowerBound..<bracket) }
    } else if implied != 0, cleaned?.words.isEmpty ?? true, let moved = movedBefore {
      cleaned = EnglishName(words: moved, area: name?.area)
    }
    if implied != 0, cleaned?.words.isEmpty ?? true, statements.isEmpty, chunks[bracket - 1].place != nil, let main = mainBefore {
      // In seasonally adjusted terms, there were rises in New South Wales (0.5%): of what the text tells of, there.
      cleaned = EnglishName(words: main, area: name?.area)
    }
    name = cleaned
    if let share = bracketedShare(around, quantity, bracket, verb: verb, isMoving: movement != nil || moving != 0 || implied != 0) {
      return share
    }
    let kind: Observation.Kind =
      quantity.isSigned || quantity.measure == .percent && tellsGrowthRates || movement != nil
        || (moving != 0 || implied != 0) && quantity.measure != .count
      ? .change
      : before.map { statements[$0].unit == quantity.unit ? statements[$0].kind : .level } ?? .level
    var head: Head
    var owner = unlisted.map { Owner.named($0) } ?? owned?.area.map { Owner.named($0) }
    if owner == nil, owned?.words.isEmpty ?? true { owner = name?.area.map { .named($0) } }
    if let owned, case let words = owned.words, !words.isEmpty,
      owned.area == nil || !isOfActors(owned) && !["located", "based", "those"].contains(where: { words.lowercased().hasPrefix($0) }),
      !isListMember(words, before), !isMovedWith(EnglishName(words: words))
    {
      head = .own(words)
    } else if let name, isOfRanked(name), let measure = measureOfRanked(name) {
      // The five largest markets were the United States ($14.2 billion) and China: what they are ranked by.
      head = .own(measure)
    } else if let name, !name.words.isEmpty {
      head = .own(name.words)
    } else if let before, kind == .change, statements[before].kind == .level, statements[before].unit.isEmpty, quantity.measure != .count,
      let words = wordsOf(before), isOfActors(EnglishName(words: words)), let known = nameTold
    {
      // the rate rose in four Member States, most notably in Greece (+0.4 pp): the rate.
      head = .own(known)
    } else if let before {
      head = .same(before)
    } else if let subject, isOfRanked(subject), let measure = measureOfRanked(subject) {
      // The rest of the top origins were: Japan (48,879, down 2.9%)
      head = .own(measure)
    } else if let subject, !subject.words.isEmpty {
      head = .own(withoutSuperlative(subject).0?.words ?? subject.words)
    } else {
      head = nameTold.map { .own($0) } ?? .inherited
    }
    if let before, let owned, owned.area != nil, isProper(EnglishName(words: owned.words)), quantity.measure == .count,
      statements[before].kind == .level, statements[before].owner != nil
    {
      // ahead of Nordlicht Kosmetik of Germany (187): a body of a place, beside the one told of.
      (head, owner) = (.same(before), .named(owned.words))
    }
    if quantity.measure == .count, let body = bodyOfPlace(before: bracket), let told = noun(after: around.index)?.name.words ?? nameTold {
      // Swatch of Switzerland (383): of the body, whichever place it is of.
      (head, owner) = (.own(told), .named(body))
    }
    if owner == nil, let words = owned?.words, !words.isEmpty, isListMember(words, before) { owner = .named(words) }
    if let place = owned?.area, owned?.words.isEmpty ?? false, let words = head.words, let partnered = withPartner(words, place) {
      // exports to most destinations, in particular Vietnam (+49.3%): to Vietnam.
      (head, owner) = (.own(partnered), nil)
    }
    if let listed { head = listed }
    if quantity.measure == .count, before == nil, let body = bodyOfItem(before: bracket), let told = nameTold {
      (head, owner) = (.own(told), .named(body))
    }
    if quantity.measure == .count, let counted = noun(after: around.index)?.name.words, !counted.isEmpty,
      let told = head.words ?? before.flatMap({ wordsOf($0) }), !told.lowercased().hasSuffix(counted.lowercased())
    {
      // Germany (20,447 applications), after those from outside the EU: what is counted there.
      head = .own(counted)
    }
    if let verb, verb > clause, ["is", "was", "remains", "remained"].contains(text(verb)), text(verb + 1) == "the",
      let told = self.name(clause..<verb), !told.words.isEmpty, told.area == nil, !words.superlatives.contains(text(verb - 1)),
      ((verb + 2)..<bracket).contains(where: {
        words.superlatives.contains(text($0)) || text($0).hasPrefix("fastest-") || text($0).hasPrefix("strongest-")
      }),
      !((verb + 2)..<bracket).contains(where: { chunks[$0].isFigure || chunks[$0].place != nil })
    {
      // Machinery is the fastest-growing field (+12.2%): a field, by its name.
      head = .own(told.words)
    }
    if kind == .share, owner != nil, case .same = head,
      let actors = (clause..<bracket).last(where: { isWord($0) && words.actors.contains(text($0)) })
    {
      // squeezed by growth from companies based in the United States (24.9%): those from there.
      head = .own(text(actors))
    }
    if kind == .change, case .named(let words)? = owner, chunks[bracket - 1].place == nil, listsKinds {
      // The largest decreases were in Bars (-4.1%) and Food & Drink (-2.1%): kinds of things, and no places.
      (head, owner) = (.own(words), nil)
    }
    var statement = statement(kind, head, around)
    let fromBefore = before.map { statements[$0].kind == kind && statements[$0].isNegative } ?? false
    statement.isNegative =
      !quantity.isSigned && kind == .change
      && (movement.map { (direction(ofVerb: $0) == 0 ? direction(ofNoun: $0) : direction(ofVerb: $0)) < 0 }
        ?? (moving < 0 || implied < 0 || moving == 0 && implied == 0 && fromBefore))
    statement.owner = owner
    if kind == .share, let before { statement.scope = statements[before].scope }
    if let before, kind == .change { statement.basis = statements[before].basis }
    return statement
  }

  /// than in 2022, than a year earlier: the time of what is compared with, at the end of the words before a bracket.
  func baseTime(_ index: Int, in bracket: Range<Int>) -> TimeExpression? {
    if let time = time(index), isBase(index) { return time }
    // a year earlier (2025: £1.18 billion) tells its own time.
    guard !bracket.contains(where: { chunks[$0].time != nil }), sentence.contains(index), case .basis(let basis) = chunks[index].kind,
      (max(sentence.lowerBound, index - 4)..<index).contains(where: { ["than", "from", "with", "against"].contains(text($0)) })
    else { return nil }
    return TimeExpression(before: basis)
  }

  func direction(ofNoun index: Int) -> Int {
    words.riseNouns.contains(text(index)) ? 1 : words.fallNouns.contains(text(index)) ? -1 : 0
  }

  /// received 443,326 civil cases at first instance in 2020 (up 11.1%): nothing but what was counted stands between the number and the
  /// bracket.
  func closesCounted(_ bracket: Int) -> Bool {
    guard let figure = (max(sentence.lowerBound, bracket - 8)..<bracket).last(where: { chunks[$0].quantity?.measure == .count }),
      noun(after: figure) != nil
    else { return false }
    return ((figure + 1)..<bracket).allSatisfy { at in
      if chunks[at].time != nil { return true }
      if case .position = chunks[at].kind { return true }
      return isWord(at) && !isPredicate(at) && text(at) != "and" && !tokens[chunks[at].tokens.lowerBound].isCapital
    }
  }

  /// found in accommodation and food services: where something was found, without how.
  static func withoutFinding(_ words: String) -> String? {
    let list = words.split(separator: " ")
    guard list.count > 2,
      ["found", "seen", "recorded", "registered", "observed", "reported", "measured", "noted"].contains(list[0].lowercased())
        && ["in", "for", "among"].contains(list[1])
        // squeezing past transport, moving ahead of optics
        || list[0].hasSuffix("ing") && ["past", "ahead", "behind", "over"].contains(list[1])
    else { return nil }
    return list.dropFirst(2).joined(separator: " ")
  }

  /// fuelled by a surge in battery technology: what surged.
  private func withoutCause(_ name: String) -> String? {
    var list = name.split(separator: " ").map(String.init)
    guard list.count > 2, list[0].hasSuffix("ed") || ["driven", "led"].contains(list[0]), list[1] == "by" else { return nil }
    list.removeFirst(2)
    if let noun = list.prefix(4).firstIndex(where: { words.riseNouns.contains($0) || words.fallNouns.contains($0) }), noun + 2 < list.count,
      ["in", "of"].contains(list[noun + 1])
    {
      list.removeFirst(noun + 2)
    }
    return list.joined(separator: " ")
  }

  /// highest increases, largest decrease: nothing but that something moved most.
  func isSuperlativeMove(_ name: String) -> Bool {
    let list = name.lowercased().split(separator: " ").map(String.init)
    guard list.count > 1, let last = list.last, words.riseNouns.contains(last) || words.fallNouns.contains(last) else { return false }
    return list.dropLast().allSatisfy { words.superlatives.contains($0) || ["monthly", "annual", "yearly", "other", "next"].contains($0) }
      && list.dropLast().contains { words.superlatives.contains($0) }
  }

  /// What an earlier clause of the sentence says to rise or fall.
  func moved(inSentenceBefore clause: Int) -> EnglishName? { clause > sentence.lowerBound ? movedThing(sentence.lowerBound..<clause) : nil }

  func directionOfNoun(_ range: Range<Int>) -> Int {
    for index in range.reversed() where isWord(index) {
      if words.fallNouns.contains(text(index)) { return -1 }
      if words.riseNouns.contains(text(index)) { return 1 }
    }
    return 0
  }

  /// exports to most destinations with Vietnam: exports to Vietnam; nil where the name has no partner.
  func withPartner(_ name: String, _ place: String) -> String? {
    let list = name.split(separator: " ")
    guard let at = list.firstIndex(where: { $0 == "to" || $0 == "from" || $0 == "with" }), at > 0,
      list[..<at].contains(where: { words.flows.contains($0.lowercased()) })
    else { return nil }
    return list[...at].joined(separator: " ") + " " + place
  }

  /// The largest monthly decreases in prices were in …: what decreased, and which way; the highest rates are rates.
  func withoutSuperlative(_ name: EnglishName?) -> (EnglishName?, direction: Int) {
    guard var name else { return (nil, 0) }
    var list = name.words.split(separator: " ").map(String.init)
    while let first = list.first?.lowercased(),
      words.superlatives.contains(first)
        || words.prose.names.manners.contains(first)
        || list.count > 1 && words.measuresOfPace.contains(first)
    { list.removeFirst() }
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
