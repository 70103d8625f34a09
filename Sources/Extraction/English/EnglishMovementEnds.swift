import Indicators
import Lingua

/// Constructions of what a movement starts from and reaches: down from 8.7%, from 31% to 47%, rose 5.2% to $45.3 billion.
extension EnglishParser {
  /// against a target of 92%, compared with a requirement of 11.2%: what the level just told of is meant or bound to be.
  func target(_ around: EnglishSurroundings) -> Statement? {
    guard around.preposition == "of", let lastOfSentence, around.prepositionIndex > around.clause,
      words.aims.contains(text(around.prepositionIndex - 1)),
      (max(sentence.lowerBound, around.prepositionIndex - 6)..<around.prepositionIndex).contains(where: {
        ["against", "compared", "versus", "below", "above", "than", "exceeding"].contains(text($0))
      }), around.quantity?.unit == statements[lastOfSentence].unit, statements[lastOfSentence].kind != .change
    else { return nil }
    var statement = statement(statements[lastOfSentence].kind, .same(lastOfSentence), around)
    statement.scope = statements[lastOfSentence].scope
    statement.modality = .target
    // 35% by 2030: the year of the target alone.
    statement.ownTime = timeBehind(around.index).map { OwnTime(time: $0.time, words: $0.words, isBase: false) }
    return statement
  }

  /// down from 8.7% in May 2016, compared with 54.7% in 2012, against 4.8% a decade ago, than the 23 of last year.
  func base(_ around: EnglishSurroundings) -> Statement? {
    guard around.quantity != nil, let lastOfSentence else { return nil }
    if let named = namedBase(around) ?? earlierReading(around) { return named }
    let before = text(around.prepositionIndex - 1)
    switch around.preposition {
    case "from":
      // up 5% from 3.2 million; down from 8.7%; and from 6.6%; not rose from 1 to 2.
      if goesOnTo(around.index) { return nil }
      // a turnaround from the 1.1% contraction: a movement, not a level.
      if sentence.contains(around.next), chunks[around.next].isWord,
        words.riseNouns.contains(text(around.next)) || words.fallNouns.contains(text(around.next))
      {
        return nil
      }
    case "with", "to":
      guard ["compared", "compares", "comparison", "relative", "up", "down"].contains(before),
        before != "up" || around.preposition == "with"
      else {
        return nil
      }
    case "against", "versus", "than": break
    case "at":
      // grew by 11.5% in September, after having peaked at 28% in May
      guard text(around.clause) == "after" || text(around.clause - 1) == "after", statements[lastOfSentence].kind == .change,
        around.quantity?.unit == statements[lastOfSentence].unit,
        words.turningPoints.contains(before)
      else { return nil }
      var statement = statement(.change, .same(lastOfSentence), around)
      (statement.role, statement.isNegative) = (.base, statements[lastOfSentence].isNegative)
      statement.ownTime = timeBehind(around.index).map { OwnTime(time: $0.time, words: $0.words, isBase: false) }
      return statement
    case "on":
      // a 10.5% increase on the 76,200 received in 2024
      guard text(around.lead - 1) == "the",
        words.riseNouns.contains(before) || words.fallNouns.contains(before) || ["up", "down"].contains(before)
      else { return nil }
    case "":
      // one and a half times the €180 million generated a year earlier
      guard around.lead > sentence.lowerBound + 1, text(around.lead - 1) == "the",
        chunks[around.lead - 2].quantity?.measure == .times || isHeldAgainst(around)
      else { return nil }
    case "and":
      // compared with 5.1% in the March quarter and 4.6% a year earlier: a further base.
      if statements[lastOfSentence].role == .base, isRespective(behind: around.index),
        let main = (firstOfSentence..<statements.count).last(where: {
          statements[$0].kind != .change && statements[$0].role != .base && statements[$0].unit == around.quantity?.unit
        })
      {
        // compared to $156 million and 5.6%, respectively, in the second quarter of 2023
        var statement = statement(statements[main].kind, .same(main), around)
        (statement.role, statement.scope) = (.base, statements[main].scope)
        statement.ownTime = ownTime(around.index) ?? ownTime(around.index + 1) ?? statements[lastOfSentence].ownTime
        statement.owner = .same(main)
        return statement
      }
      // was 19.7% for the quarter and 21.0% for the same period a year ago
      if statements[lastOfSentence].role == .main, statements[lastOfSentence].kind != .change,
        around.quantity?.unit == statements[lastOfSentence].unit, around.prepositionIndex > sentence.lowerBound,
        chunks[around.prepositionIndex - 1].time != nil, let own = ownTime(around.index), own.time.isBase || own.time.isPeriodBefore,
        ["for", "in", "at"].contains(textAfter(around.index))
      {
        var statement = statement(statements[lastOfSentence].kind, .same(lastOfSentence), around)
        (statement.role, statement.scope, statement.ownTime) = (.base, statements[lastOfSentence].scope, own)
        statement.owner = .same(lastOfSentence)
        return statement
      }
      guard statements[lastOfSentence].role == .base, ownTime(around.index) != nil,
        around.quantity?.unit == statements[lastOfSentence].unit,
        around.prepositionIndex == around.clause || chunks[around.prepositionIndex - 1].time != nil
      else { return nil }
    default: return nil
    }
    let main = (firstOfSentence..<statements.count).filter { statements[$0].kind != .change && statements[$0].role != .base }
    // 345 million, or 18.0% of turnover, up from 222 million: of the level in the same unit.
    var target = main.last { statements[$0].unit == around.quantity?.unit } ?? main.last ?? lastOfSentence
    // 15.3% in the EU and 17.3% in the euro area, compared with 16.3% and 18.1% respectively: each of its own.
    let isFirstOfPair = text(around.index + 1) == "and" && sentence.contains(around.index + 2) && isRespective(behind: around.index + 2)
    if isFirstOfPair, let other = main.last(where: { $0 < target && statements[$0].unit == around.quantity?.unit }) { target = other }
    let kind = statements[target].kind == .share ? Observation.Kind.share : .level
    if let partner = partner(around, besides: target, kind) { return partner }
    let goesOnFrom = ["up", "down"].contains(before) && around.prepositionIndex - 1 == around.clause
    if statements[target].kind == .change, around.quantity?.unit == statements[target].unit, around.preposition != "from" || goesOnFrom {
      // up 5%, compared with 3% a year before; a smaller contraction than the 1.8% seen in July
      var statement = statement(.change, .same(target), around)
      statement.role = .base
      statement.isNegative = statements[target].isNegative
      statement.ownTime = ownTime(around.index)
      return statement
    }
    var statement = statement(kind, .same(target), around)
    statement.role = .base
    statement.scope = kind == .share ? statements[target].scope : nil
    statement.ownTime =
      ownTime(around.index) ?? (isFirstOfPair ? ownTime(around.index + 2) : nil)
      ?? OwnTime(time: TimeExpression(year: .relative(-1)), words: "")
    if isFirstOfPair { statement.owner = .same(target) }
    return statement
  }

  /// increased by 3.7%, well below the 6.9% recorded in 2024: a figure of another time, in the same unit, and none that was passed.
  private func isHeldAgainst(_ around: EnglishSurroundings) -> Bool {
    let comparing = around.lead - 2
    guard ["below", "above"].contains(text(comparing)), ownTime(around.index) != nil, let lastOfSentence,
      statements[lastOfSentence].unit == around.quantity?.unit
    else { return false }
    let clause = (sentence.lowerBound..<comparing).last { chunks[$0].border != nil || chunks[$0].isFigure || chunks[$0].time != nil }
    return clause.map { before in ((before + 1)..<comparing).allSatisfy { !isMovement($0) } } ?? false
  }

  /// The rate for women was 5.1%, compared with 4.7% for men: of others at the same time.
  func partner(_ around: EnglishSurroundings, besides target: Int, _ kind: Observation.Kind) -> Statement? {
    guard ["for", "among"].contains(textAfter(around.index)), statements[target].kind != .change, ownTime(around.index) == nil,
      let other = noun(after: around.index + 1), !other.name.words.isEmpty, let words = wordsOf(target)
    else { return nil }
    let joint = " " + textAfter(around.index) + " "
    let name = words.firstRange(of: joint).map { String(words[..<$0.lowerBound]) } ?? words
    var statement = statement(kind, .own(name + joint + other.name.words), around)
    statement.scope = kind == .share ? statements[target].scope : nil
    statement.owner = .same(target)
    return statement
  }

  /// from 1.2 million in 2015 to 1.6 million in 2023
  func goesOnTo(_ index: Int) -> Bool {
    var at = index + 1
    while at < sentence.upperBound, at - index <= 10 {
      if chunks[at].border == .stop || chunks[at].border == .semicolon { return false }
      // up from 30%, and coal's share fell to 35%: another clause.
      if chunks[at].border == .comma, ["and", "but", "while", "whereas"].contains(text(at + 1)) { return false }
      if chunks[at].isFigure {
        return ((index + 1)..<at).contains { text($0) == "to" } && chunks[index].quantity?.measure == chunks[at].quantity?.measure
      }
      at += 1
    }
    return false
  }

  /// The time behind the number of a base: in May 2016, a year earlier, in the previous month.
  func ownTime(_ index: Int) -> OwnTime? {
    var at = index + 1
    while at < sentence.upperBound, at - index <= 8 {
      if chunks[at].border == .comma, text(at + 1) == "or", sentence.contains(at + 2), chunks[at + 2].isFigure {
        // from 222 million, or 15.0% of turnover, in the first half of 2023
        at += 3
        continue
      }
      if chunks[at].border != nil || chunks[at].isFigure { return nil }
      if let time = chunks[at].time, !time.isEmpty { return OwnTime(time: time, words: string(at), isBase: true) }
      if case .basis(let basis) = chunks[at].kind {
        return TimeExpression(before: basis).map { OwnTime(time: $0, words: string(at), isBase: true) }
      }
      at += 1
    }
    return nil
  }

  /// The rate fell below 5%, the share rose above 60%: what was passed is a level, and no movement by so much.
  private func passed(_ around: EnglishSurroundings, _ quantity: EnglishQuantity) -> Statement? {
    guard let verb = around.predicate, direction(ofVerb: verb) != 0, !["up", "down"].contains(text(verb)),
      quantity.measure != .points, !quantity.isSigned, ["below", "above"].contains(text(around.lead)),
      around.lead - 1 == verb || around.lead - 2 == verb && ["back", "again"].contains(text(around.lead - 1)),
      let subject = subject(ofVerb: verb, around), !subject.words.isEmpty
    else { return nil }
    let possessive = possessiveShare(around.clause..<verb)
    let (head, owner) = possessive.map { ($0.head, nil) } ?? headOf(subject)
    let isShare = possessive != nil || isShareName(head)
    let isGrowth = !isShare && quantity.measure == .percent && namesGrowth(around.clause..<verb)
    var statement = statement(isShare ? .share : isGrowth ? .change : .level, isShare ? shareless(head) : head, around)
    (statement.scope, statement.owner) = (possessive?.scope, owner)
    return statement
  }

  /// rose 5.2% to $45.3 billion; from 31% in 2018 to 47% in 2021.
  func movementEnd(_ around: EnglishSurroundings) -> Statement? {
    guard let quantity = around.quantity else { return nil }
    if around.preposition == "from", goesOnTo(around.index) {
      let predicate = firstPredicate(around.clause..<max(around.clause, around.lead))
      var subject =
        (predicate ?? around.prepositionIndex) > around.clause ? name(around.clause..<(predicate ?? around.prepositionIndex)) : nil
      if let verb = around.predicate, let predicate, predicate < verb - 1, direction(ofVerb: verb) != 0,
        words.prose.facts.showing.contains(text(predicate))
      {
        // The report showed coal’s share falling from 5.1% to 2.1%.
        subject = self.subject(ofVerb: verb, around)
      }
      let possessive = possessiveShare(around.clause..<(predicate ?? around.prepositionIndex))
      var (head, owner) = possessive.map { ($0.head, nil) } ?? headOf(subject)
      if let bracket = bracketOf[around.index], around.prepositionIndex == bracket + 1, bracket > sentence.lowerBound,
        chunks[bracket - 1].place != nil
      {
        // The largest decreases were registered in Cyprus (from 10.3% to 7.7%): what the text tells of, there.
        let last = statements[firstOfSentence...].last { $0.role == .movementStart }?.head.words
        head = (last ?? nameBefore).map { .own($0) } ?? head
        owner = .named(placeName(bracket - 1))
      }
      let twin = statements[firstOfSentence...].lastIndex { $0.role == .movementStart }
      let isShare = possessive != nil || isShareName(head) || predicate == nil && twin.map { statements[$0].kind == .share } ?? false
      let isGrowth = !isShare && quantity.measure == .percent && (predicate.map { namesGrowth(around.clause..<$0) } ?? false)
      var statement = statement(isShare ? .share : isGrowth ? .change : .level, isShare ? shareless(head) : head, around)
      statement.scope = possessive?.scope
      if isShare, possessive == nil, case .own(let words) = statement.head, words.hasPrefix("all ") || words.hasPrefix("total ") {
        // Asia's share of all applications filed worldwide: the whole, and what it is made of.
        statement.scope = words
        statement.head = .own(withoutParticiple(words.split(separator: " ").dropFirst().joined(separator: " ")))
      }
      statement.role = .movementStart
      statement.owner = owner
      // from 9.7% to 10.7% in the euro area and from 9.4% to 10.1% in the EU
      if owner == nil || predicate == nil, !isOfBody, sentence.contains(around.index + 2), text(around.index + 1) == "to",
        let place = placeBehind(around.index + 2)
      {
        statement.owner = .named(place)
      }
      statement.ownTime = endTime(around.index) ?? (predicate == nil ? twin.flatMap { statements[$0].ownTime } : nil)
      // has been revised from 4.50 to 4.51 million: both are of one time.
      if predicate.map({
        words.revisions.contains(text($0)) || words.revisions.contains(text($0 + 1)) || words.revisions.contains(text($0 + 2))
      }) ?? words.revisions.contains(text(around.prepositionIndex - 1)) {
        return statement
      }
      // stood at 89.5%, compared with 89.2% at the end of …. In the EU, it also increased from 83.6%: since the same time.
      if statement.ownTime == nil, let predicate, text(predicate - 1) == "also",
        let before = statements[..<firstOfSentence].last, before.role == .base || before.role == .movementEnd
      {
        statement.ownTime = statements[..<firstOfSentence].suffix(2).last { $0.role == .base || $0.role == .movementStart }?.ownTime
      }
      if statement.ownTime == nil, !isUnderSpan, !isOfSamePeriod(around.index) {
        statement.ownTime = OwnTime(time: TimeExpression(year: .relative(-1)), words: "")
      }
      return statement
    }
    if let passed = passed(around, quantity) { return passed }
    guard around.preposition == "to" else { return nil }
    if let bracket = bracketOf[around.index], around.prepositionIndex == bracket + 1, bracket > sentence.lowerBound,
      chunks[bracket - 1].place != nil, let change = (firstOfSentence..<statements.count).last(where: { statements[$0].kind == .change }),
      quantity.measure != .points
    {
      // fell by 0.1 points in Mexico (to 3.4%) and the United States (to 4.7%): where each stands now.
      var statement = statement(.level, .same(change), around)
      if case .own = statements[change].head { statement.head = statements[change].head }
      statement.owner = .named(placeName(bracket - 1))
      return statement
    }
    if let lastOfSentence, statements[lastOfSentence].role == .movementStart {
      var statement = statement(statements[lastOfSentence].kind, .same(lastOfSentence), around)
      statement.role = .movementEnd
      statement.scope = statements[lastOfSentence].scope
      statement.continues = lastOfSentence
      statement.owner = .same(lastOfSentence)
      let twin = predicateless(around) ? statements[firstOfSentence...].last { $0.role == .movementEnd } : nil
      statement.ownTime = endTime(around.index) ?? twin?.ownTime
      return statement
    }
    let verb = around.predicate
    if let verb,
      direction(ofVerb: verb) != 0 || ["brought", "bringing", "taking", "came", "amounted", "amounting", "totalled"].contains(text(verb))
    {
      var first = firstPredicate(around.clause..<(verb + 1)) ?? verb
      // The proportion of sales made online increased to 28.1%: a participle of the part, and no verb.
      if first > around.clause, first < verb,
        words.shareNouns.contains(text(around.clause)) || words.shareNouns.contains(text(around.clause + 1)),
        text(first).hasSuffix("ed") || ["made", "held", "sold", "spent", "born"].contains(text(first)),
        firstPredicate((first + 1)..<verb) == nil
      {
        first = verb
      }
      var (head, owner) = headOf(first > around.clause ? name(around.clause..<first) : nil)
      if first == around.clause, let lastOfSentence, statements[lastOfSentence].kind == .change {
        (head, owner) = (.same(lastOfSentence), nil)
      }
      if let object = expected(around.clause, verb: verb) { (head, owner) = (.own(object.words), object.area.map { .named($0) }) }
      if quantity.measure == .percent, let part = possessiveShare(around.clause..<first) {
        // their share of the total shrank to just below 44%
        var statement = statement(.share, part.head, around)
        statement.scope = part.scope
        return statement
      }
      if first == around.clause, let lastOfSentence, statements[lastOfSentence].kind == .share,
        statements[lastOfSentence].unit == quantity.unit || quantity.measure == .percent, quantity.measure == .percent
      {
        // One in five students live with parents, rising to 32% in London: the same share elsewhere.
        var statement = statement(.share, .same(lastOfSentence), around)
        statement.scope = statements[lastOfSentence].scope
        return statement
      }
      if bringsTotal(verb), let object = name((verb + 1)..<around.prepositionIndex), !object.words.isEmpty {
        (head, owner) = (.own(object.words), object.area.map { .named($0) })
      }
      let isShare = isShareName(head) && quantity.measure == .percent
      var statement = statement(isShare ? .share : .level, isShare ? shareless(head) : head, around)
      statement.owner = owner
      return statement
    }
    // rose 5.2% to $45.3 billion: the change stands between.
    let isBehind =
      chunks[max(around.clause - 1, 0)].isFigure
      || around.clause > sentence.lowerBound + 1 && around.prepositionIndex == around.clause && chunks[around.clause - 1].border == .comma
        && isPastSetting(from: around.clause - 2)
    if verb == nil, let lastOfSentence, statements[lastOfSentence].kind == .change, isBehind, quantity.measure != .points {
      var statement = statement(.level, .same(lastOfSentence), around)
      if case .own(let words) = statements[lastOfSentence].head { statement.head = .own(words) }
      statement.owner = statements[lastOfSentence].owner
      return statement
    }
    return nil
  }

  /// 0.1 points in the euro area, to 9.5%: only where and when it was stands between the change and the comma.
  func isPastSetting(from index: Int) -> Bool {
    var at = index
    while at > sentence.lowerBound, index - at <= 5,
      chunks[at].place != nil || chunks[at].time != nil || isWord(at) && ["in", "the", "across", "on"].contains(text(at))
        || isBasisChunk(at)
    { at -= 1 }
    return chunks[at].isFigure
  }

  func isRespective(behind index: Int) -> Bool {
    text(index + 1) == "respectively" || text(index + 2) == "respectively" && chunks[index + 1].border == .comma
  }

  /// and that of biotechnology from 4.1% to 5.0%: no verb in the clause of its own, which starts at the figure before.
  func predicateless(_ around: EnglishSurroundings) -> Bool {
    around.predicate == nil && statements[firstOfSentence...].contains { $0.role == .movementEnd }
  }

  /// Whether the sentence has told a span, whose ends a movement takes.
  private var isUnderSpan: Bool {
    mentions.contains {
      if case .time(let mention) = $0 {
        mention.time.endYear != nil || mention.time.isSince || mention.time.lastYears != nil
      } else {
        false
      }
    }
  }

  /// bringing the total number of cases to 500
  func bringsTotal(_ verb: Int) -> Bool { words.bringing.contains(text(verb)) }

  /// the annual change for September, growth in exports: what moves is itself a growth.
  func namesGrowth(_ range: Range<Int>) -> Bool {
    range.contains { isWord($0) && bracketOf[$0] == here && ["change", "growth"].contains(text($0)) }
  }

  /// dropped from 39,300 to 25,000 during the same period: between the ends of the movement told before.
  func isOfSamePeriod(_ index: Int) -> Bool {
    (index..<min(index + 9, sentence.upperBound)).contains {
      text($0) == "same" && text($0 + 1) == "period" && text($0 - 1) == "the" && ["over", "during", "in"].contains(text($0 - 2))
    } && statements.suffix(24).contains { $0.role == .movementEnd }
  }

  /// from 20.9% to 18.9% between August 2017 and August 2018: the times stand behind both.
  func endBetween(_ index: Int) -> OwnTime? {
    guard let between = (index..<min(index + 8, sentence.upperBound)).first(where: { text($0) == "between" && isWord($0) }),
      !((index + 1)..<between).contains(where: { chunks[$0].border != nil })
    else { return nil }
    let isStart = ((index + 1)..<between).contains { chunks[$0].isFigure }
    if let span = yearsBetween(at: between) {
      return OwnTime(time: isStart ? span.first : span.last, words: string(between + 1), isBase: false)
    }
    let opening = bases[between + 1] == nil ? between + 2 : between + 1
    guard let first = bases[opening],
      let last = ((opening + 1)..<min(opening + 5, sentence.upperBound)).first(where: { chunks[$0].time != nil }),
      var second = chunks[last].time
    else { return nil }
    if let part = partsOfYears[last] { second.part = part }
    return OwnTime(time: isStart ? first : second, words: string(isStart ? opening : last), isBase: false)
  }

  func endTime(_ index: Int) -> OwnTime? {
    endBetween(index)
      ?? timeBehind(index).map { OwnTime(time: $0.time, words: $0.words, isBase: false) }
  }

  func isShareName(_ head: Head) -> Bool {
    guard let words = head.words?.lowercased() else { return false }
    // earnings per share are amounts.
    if Self.isOfEachShare(words) { return false }
    return self.words.shareNouns.contains(words) || words.hasPrefix("share of ") || words.hasPrefix("proportion of ")
      || words.hasSuffix(" share") || words.hasPrefix("percentage of ")
  }
}
