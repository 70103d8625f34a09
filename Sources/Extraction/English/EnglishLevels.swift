import Indicators
import Lingua

/// Constructions of levels: a count with its noun, a subject with its amount.
extension EnglishParser {
  /// A count with its noun: received 1.6 million applications, 17.3 million patents were in force.
  func counted(_ around: EnglishSurroundings) -> Statement? {
    guard let quantity = around.quantity else { return nil }
    switch quantity.measure {
    case .count:
      // reached 1,200 at the end of the year: the noun stands in front.
      // accounted for 4,120 of these designs
      if text(around.next) == "of", ["these", "those", "the"].contains(text(around.next + 1)), isWord(around.next),
        let noun = noun(after: around.next + 1)
      {
        var statement = counting(noun.name, around)
        statement.isPart = true
        return statement
      }
      if let part = kindTold(around) ?? partOfThese(around) { return part }
      // Of the 12,400 employees, 3,100 work in research
      if text(sentence.lowerBound) == "of", let lastLevel, around.clause == around.lead, around.clause > sentence.lowerBound,
        firstPredicate(sentence.lowerBound..<around.clause) == nil, statements[lastLevel].unit == quantity.unit || quantity.unit.isEmpty
      {
        var statement = statement(.level, kindBehind(around).map { .own($0) } ?? .same(lastLevel), around)
        statement.isPart = true
        return statement
      }
      // 58,900 and 14,300 applications: the noun stands once.
      var counted = around.index
      while ["and", "or"].contains(text(counted + 1)) || counted + 1 < sentence.upperBound && chunks[counted + 1].border == .comma,
        counted + 2 < sentence.upperBound, chunks[counted + 2].quantity?.measure == .count
      { counted += 2 }
      if let total = totalBehind(counted), let noun = noun(after: total) { return counting(noun.name, around) }
      guard let noun = noun(after: counted) else { return ofWhich(around) ?? doneTo(around) }
      if words.countingNouns.contains(noun.name.words), let subject = subjectName(around), !subject.words.isEmpty {
        // The bank employed 16,430 people: what its verb does with those counted.
        guard let verb = around.predicate, ["employs", "employed", "employ"].contains(text(verb)) else { return nil }
        return counting(EnglishName(words: noun.name.words + " employed", area: noun.name.area), around)
      }
      if words.countingNouns.contains(noun.name.words), around.preposition == "of",
        ["volume", "total"].contains(text(around.prepositionIndex - 1)), let told = subject ?? blockSubject, !told.words.isEmpty
      {
        // The car market expanded, reaching a volume of 10.5 million units: of what the sentence tells of.
        var statement = statement(.level, .own(told.words), around)
        statement.owner = told.area.map { .named($0) }
        return statement
      }
      return counting(noun.name, around)
    case .money, .physical:
      if around.preposition == "of", let predicate = around.predicate, objectOf(predicate, around) != nil,
        !words.aims.contains(text(around.prepositionIndex - 1))
      {
        return nil
      }
      // emissions were 4.8 million tonnes of CO2: what they are measured in, behind a subject of their own.
      if around.quantity?.measure == .physical, around.preposition.isEmpty, let predicate = around.predicate,
        ["were", "was", "are", "is", "totalled", "totaled", "reached", "averaged"].contains(text(predicate)),
        let subject = subjectName(around),
        !subject.words.isEmpty
      {
        return nil
      }
      if let attributed = attributed(around) { return attributed }
      let link = pastBracket(around.next)
      guard ["of", "worth", "in"].contains(text(link)), isWord(link), sentence.contains(link + 1),
        chunks[link + 1].isWord || chunks[link + 1].place != nil, let found = noun(after: link), !found.name.words.isEmpty,
        !["same", "last", "previous", "first", "second"].contains(text(link + 1)),
        text(link) != "in" || subjectIsActor(around)
          || around.preposition == "of" && words.aims.contains(text(around.prepositionIndex - 1))
      else { return nil }
      return counting(found.name, around)
    case .percent: return attributed(around)
    case .points, .times: return nil
    }
  }

  /// The chunk after a bracket that opens at `index`: 4.3 trillion yuan ($583 billion) in trade.
  private func pastBracket(_ index: Int) -> Int {
    guard sentence.contains(index), chunks[index].border == .open,
      let close = (index..<min(index + 10, sentence.upperBound)).first(where: { chunks[$0].border == .close })
    else { return index }
    return close + 1
  }

  /// Siemens filed 1,735 applications: one word right before the verb of what it did, which the article has in capitals inside a sentence too.
  private func isNamedElsewhere(_ subject: EnglishName, _ around: EnglishSurroundings) -> Bool {
    guard !isOfBody, let verb = around.predicate, verb == around.clause + 1, context.proper.contains(subject.words.lowercased()),
      subject.words.first?.isUppercase ?? false, case let word = subject.words.lowercased()
    else { return false }
    return !words.actors.contains(word) && !words.flows.contains(word) && !words.bodies.contains(word)
  }

  func counting(_ noun: EnglishName, _ around: EnglishSurroundings) -> Statement {
    let subject = subjectName(around)
    var statement = statement(.level, .own(noun.words), around)
    let area = noun.area ?? subject?.area
    statement.owner = area.map { .named($0) }
    // The survey estimated 9.2 million incidents: who says it owns nothing.
    if let predicate = around.predicate, text(predicate) == "estimated", subject?.words.isEmpty == false { return statement }
    if let subject, noun.area == nil, subject.area == nil ? isBody(subject) : isProper(subject) && !isOfficeOfPlace(subject) {
      statement.owner = .named(subject.words)
    }
    if let member = firstOfRanked(around) ?? calledFirst(around) ?? memberBefore(around) ?? superlativeSubject(around)
      ?? subjectBehind(around)
    {
      statement.owner = .named(member)
    }
    if let subject, subject.area == nil, !subject.words.isEmpty, isProper(subject) || isNamedElsewhere(subject, around),
      around.predicate.map({
        words.actions.contains(text($0)) || ["had", "has", "headed", "led", "leads", "topped", "tops"].contains(text($0))
      }) ?? false
    {
      statement.owner = .named(subject.words)
    }
    // Huawei topped the ranking with 5,071 applications: the one at its head.
    if statement.owner == nil, let predicate = around.predicate,
      ["topped", "tops", "led", "leads", "headed", "heads"].contains(text(predicate)), let subject, subject.area == nil,
      subject.words.first?.isUppercase ?? false,
      !subject.words.contains(" "),
      ((predicate + 1)..<around.index).contains(where: { ["ranking", "rankings", "list", "table", "field"].contains(text($0)) })
    {
      statement.owner = .named(subject.words)
    }
    if statement.owner == nil, around.preposition == "with", let rank = statements[firstOfSentence...].last, rank.kind == .rank,
      case .named? = rank.owner
    {
      // Huawei ranked first among applicants with 5,071 applications
      statement.owner = rank.owner
    }
    if statement.owner == nil, let member = apposedBefore(around) ?? origin(behind: around.index) { statement.owner = .named(member) }
    if let field = fieldLed(around) { statement.head = .own(field + " " + noun.words) }
    if isPart(around) { statement.isPart = true }
    return statement
  }

  /// 69,610 applications came from China: the place they came from.
  private func origin(behind index: Int) -> String? {
    // including 41 from Croatia
    if text(index + 1) == "from", isWord(index + 1), chunks[index].quantity?.measure == .count,
      case let origin = text(index + 2) == "the" ? index + 3 : index + 2, sentence.contains(origin), chunks[origin].place != nil
    {
      return placeName(origin)
    }
    guard !isOfBody, let end = noun(after: index)?.end, ["came", "come", "originated", "originate"].contains(text(end)),
      text(end + 1) == "from"
    else { return nil }
    let place = text(end + 2) == "the" ? end + 3 : end + 2
    return sentence.contains(place) && chunks[place].place != nil ? placeName(place) : nil
  }

  /// Of these, 12,300 were invention patents.
  func isPart(_ around: EnglishSurroundings) -> Bool {
    let start = sentence.lowerBound
    return text(start) == "of" && ["these", "them", "those", "which"].contains(text(start + 1))
      || text(around.clause) == "of" && ["which", "whom", "them"].contains(text(around.clause + 1))
      || ["including", "among"].contains(text(around.clause))
  }

  /// A subject with a capital inside is an actor: Ørn Energy invested 3 million in wind parks.
  private func subjectIsActor(_ around: EnglishSurroundings) -> Bool {
    guard let predicate = around.predicate, predicate > around.clause else { return false }
    return words.actions.contains(text(predicate)) || text(predicate) == "recorded"
  }

  /// A company or office by its ending.
  func isBody(_ name: EnglishName) -> Bool {
    guard let last = name.words.split(separator: " ").last?.lowercased(), name.words.first?.isUppercase ?? false else { return false }
    // the Office: an office without a name of its own tells the figures of its place.
    // The Group: so is a company told of before.
    if !name.words.contains(" "), words.offices.contains(last) || words.bodies.contains(last) { return false }
    // Electrical machinery, apparatus and energy: a field.
    if name.words.split(separator: " ").last?.first?.isLowercase ?? false, name.words.contains(",") { return false }
    return words.bodies.contains(last)
  }

  /// The subject and its number: the unemployment rate was 6.4%, exports totalled $45 billion.
  func level(_ around: EnglishSurroundings) -> Statement? {
    guard let quantity = around.quantity else { return nil }
    let predicate = around.predicate.map { _ in firstPredicate(around.clause..<max(around.clause, around.lead)) } ?? nil
    var name = subjectName(around, upTo: predicate)
    if predicate == nil, name?.words.isEmpty ?? true { name = nil }
    // The average time has remained stable and was 9.3 months: the subject of the verb that and joins.
    if name == nil, let predicate, predicate == around.clause, lastOfSentence == nil, let joined = subject(beforeJoint: around.clause - 1) {
      name = joined
    }
    if predicate == nil, name == nil, lastOfSentence == nil, subject == nil, openName == nil, let noun = noun(after: around.index) {
      name = noun.name
    }
    var (head, owner) = headOf(name)
    if name == nil || name?.words.isEmpty ?? true, let subject, !subject.words.isEmpty, quantity.measure != .count || lastLevel == nil {
      head = .own(subject.words)
    }
    if owner == nil, case .own = head, name == nil { owner = subject?.area.map { .named($0) } }
    if name == nil, ["forecast", "estimated", "expected", "projected"].contains(text(around.clause)), let lastOfSentence,
      statements[lastOfSentence].kind == .change, quantity.measure != .points
    {
      // to increase their production 10%, forecast at 4.59 billion bushels
      (head, owner) = (.same(lastOfSentence), .same(lastOfSentence))
    }
    if name == nil, around.preposition == "at", around.prepositionIndex > sentence.lowerBound, around.predicate == nil, let lastOfSentence,
      statements[lastOfSentence].kind == .change, quantity.measure != .points, around.clause >= around.prepositionIndex - 1
    {
      // was up 12% at 98.3 million, 1.4 points higher at 17.6%: what moved, where it stands now.
      (head, owner) = (.same(lastOfSentence), .same(lastOfSentence))
    }
    if around.preposition == "at", let predicate = around.predicate, words.prose.facts.showing.contains(text(predicate)),
      predicate > around.clause,
      predicate + 1 < around.prepositionIndex, let object = self.name((predicate + 1)..<around.prepositionIndex), !object.words.isEmpty
    {
      // Japan saw the largest number of travelers from South Korea at 703,300
      head = .own(withoutLargestNumber(object.words))
      owner = object.area.map { .named($0) } ?? name.flatMap { $0.words.isEmpty ? $0.area : nil }.map { .named($0) } ?? owner
    }
    if let predicate = around.predicate, let object = objectOf(predicate, around) {
      // Ørn Energy posted a net profit of 2.3 billion: the profit, of the company or place in front.
      head = .own(object.words)
      owner =
        object.area.map { .named($0) } ?? name.flatMap {
          isProper($0) ? .named($0.words) : $0.words.isEmpty ? $0.area.map { .named($0) } : nil
        } ?? owner
    }
    if let handled = handled(around) {
      head = .own(handled)
      owner = name.flatMap { ($0.words.isEmpty ? $0.area : $0.words) }.map { .named($0) } ?? owner
    }
    if let predicate, around.preposition == "of", case .own(let words) = head, let of = partOfBody(around, before: predicate) {
      head = .own(of + " " + words)
    }
    if let traded = tradedGoods(around, head) ?? acted(around) { head = traded }
    if let announced = announcedByColon(around) { head = .own(announced) }
    if let sibling = siblingOfSetting(around) { return sibling }
    if quantity.isSigned, quantity.measure == .percent, predicate == nil, around.clause == around.lead,
      ["on", "from", "compared", "against", "versus", "vs", "over"].contains(text(around.next)) && isWord(around.next)
        || isBasisChunk(around.next)
    {
      // -0.5% on the previous month: how what was told of before moved.
      var statement = statement(.change, head, around)
      statement.owner = owner
      return statement
    }
    if quantity.isSigned, quantity.measure == .percent || quantity.measure == .points, predicate == nil, around.clause == around.lead,
      let lastLevel, around.clause > sentence.lowerBound + 1, chunks[around.clause - 1].border == .comma,
      statements[lastLevel].unit != quantity.unit
    {
      // Domestic: 24.4 million, +9.1%
      var statement = statement(.change, .same(lastLevel), around)
      statement.owner = .same(lastLevel)
      return statement
    }
    if quantity.isSigned, quantity.measure == .percent, chunks.indices.contains(around.index - 1),
      chunks[around.index - 1].border == .colon,
      predicate == nil
    {
      // German exports in September 2026: +1.4%
      var statement = statement(.change, head, around)
      statement.owner = owner
      return statement
    }
    if quantity.measure == .percent,
      let its = (around.clause..<max(around.clause, around.lead)).first(where: { ["its", "their"].contains(text($0)) }),
      words.shareNouns.contains(text(its + 1)), let share = statements.indices.last(where: { statements[$0].kind == .share })
    {
      // its share had been 36%: of the same, in the same.
      var statement = statement(.share, .same(share), around)
      statement.scope = statements[share].scope
      return statement
    }
    if predicate == nil, around.lead > around.clause, text(around.lead - 1) == "others", let lastOfSentence,
      statements[lastOfSentence].kind == .level
    {
      // Africa 8,900 and others 20,300
      var statement = statement(.level, .own("others"), around)
      statement.owner = subject?.area.map { .named($0) }
      return statement
    }
    if let member = firstOfRanked(around) ?? calledFirst(around), let ranked = clauseSubject(around) {
      // The largest markets were China with $14.2 billion: what they are ranked by.
      head = lastStatement(in: quantity.unit).map { .same($0) } ?? measureOfRanked(ranked).map { .own($0) } ?? .inherited
      if isOfRanked(ranked), let flow = measureOfRanked(ranked) { head = .own(flow) }
      owner = .named(member)
    } else if lastOfSentence == nil, around.clause > sentence.lowerBound, chunks[around.clause - 1].border == .colon,
      statements.last != nil,
      let member = ownerBefore(around)
    {
      // By region: Asia 201,000
      (head, owner) = (lastStatement(in: quantity.unit).map { .same($0) } ?? .same(statements.count - 1), .named(member))
    } else if let member = memberBefore(around) ?? ownerBefore(around), let lastOfSentence {
      (head, owner) = (.same(lastOfSentence), .named(member))
      if (around.clause..<around.lead).contains(where: { text($0) == "those" && ["from", "to", "with"].contains(text($0 + 1)) }),
        let partnered = wordsOf(lastOfSentence).flatMap({ withPartner($0, member) })
      {
        // travelers from South Korea at 703,300, followed by those from China at 660,900
        (head, owner) = (.own(partnered), .same(lastOfSentence))
      }
    } else if quantity.measure == .percent, let share = statements.last, share.kind == .share, isNextInOrder(around), let name {
      // Industrial production came next with 10.1%: a share, as those before.
      var statement = statement(.share, name.words.isEmpty ? .same(statements.count - 1) : .own(name.words), around)
      statement.owner = name.area.map { .named($0) }
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

  /// published a new record of granted patents: 65,687: the noun that a colon and nothing but the number follow.
  private func announcedByColon(_ around: EnglishSurroundings) -> String? {
    guard around.clause == around.lead, around.clause > sentence.lowerBound + 3, chunks[around.clause - 1].border == .colon,
      !sentence.contains(around.next) || chunks[around.next].border != nil
    else { return nil }
    let end = around.clause - 1
    let start = clauseStart(of: end - 1)
    guard let verb = firstPredicate(start..<end) ?? (start..<end).first(where: { isWord($0) && text($0).hasPrefix("publish") }),
      let of = ((verb + 1)..<end).last(where: { text($0) == "of" }), of + 1 < end,
      ((verb + 1)..<of).contains(where: { ["record", "total", "number", "high", "figure"].contains(text($0)) }),
      let name = name((of + 1)..<end), !name.words.isEmpty
    else { return nil }
    return name.words
  }

  /// came next with 10.1%, followed at 9%
  private func isNextInOrder(_ around: EnglishSurroundings) -> Bool {
    guard ["with", "at"].contains(around.preposition), let predicate = around.predicate else { return false }
    return ["came", "comes", "followed", "ranked", "was", "is", "were"].contains(text(predicate))
      && ((predicate + 1)..<max(predicate + 1, around.prepositionIndex)).allSatisfy {
        ["next", "second", "third", "fourth", "last", "first", "close", "behind", "in", "place"].contains(text($0))
      }
  }

  /// their share of total spending, its share in exports: of what was named before, the whole behind of; nil for others.
  func possessiveShare(_ range: Range<Int>) -> (head: Head, scope: String)? {
    guard let start = range.first(where: { ["its", "their"].contains(text($0)) }), words.shareNouns.contains(text(start + 1)),
      start + 1 < range.upperBound, ["of", "in"].contains(text(start + 2)), start + 3 < range.upperBound
    else { return nil }
    var kept = Array((start + 3)..<range.upperBound)
    while let last = kept.last, !chunks[last].isWord || Self.outer.contains(text(last)) && text(last) != "total" { kept.removeLast() }
    while kept.count > 1, let first = kept.first, ["the", "all", "a"].contains(text(first)) { kept.removeFirst() }
    guard !kept.isEmpty else { return nil }
    if let before = statements.indices.last(where: { statements[$0].role == .main }) { return (.same(before), join(kept)) }
    return nameTold.map { (.own($0), join(kept)) }
  }

  /// travelers of largest number of travelers.
  private func withoutLargestNumber(_ words: String) -> String {
    var list = words.split(separator: " ").map(String.init)
    while let first = list.first, list.count > 1, isSuperlative(first.lowercased()) || ["number", "numbers", "of", "the"].contains(first) {
      list.removeFirst()
    }
    return list.joined(separator: " ")
  }

  /// The share of renewables is that of renewables.
  func shareless(_ head: Head) -> Head {
    guard case .own(var words) = head else { return head }
    if ["market share", "share"].contains(words.lowercased()), !isOfBody, let told = blockSubject?.words, !told.isEmpty {
      // In December, their market share surged to 18.5%: of what the text told of.
      return .own(told)
    }
    for lead in ["share of ", "proportion of ", "percentage of "] where words.lowercased().hasPrefix(lead) {
      words = String(words.dropFirst(lead.count))
    }
    for tail in [" market share", " share"] where words.hasSuffix(tail) && !Self.isOfEachShare(words) {
      words = String(words.dropLast(tail.count))
    }
    return .own(words)
  }

  /// earnings of $14.3 million, or $0.35 per share; net income of $1.36 per diluted share: what each share has of it.
  func perShare(_ statement: Statement, _ around: EnglishSurroundings) -> String? {
    guard statement.kind == .level, around.quantity?.measure == .money, text(around.next) == "per" else { return nil }
    let kind = ["diluted", "basic", "ordinary", "common"].contains(text(around.next + 1)) ? text(around.next + 1) : nil
    let isDiluted = kind == "diluted"
    guard text(around.next + (kind == nil ? 1 : 2)) == "share" else { return nil }
    let told = statement.head.words ?? statements.indices.last.flatMap { wordsOf($0) } ?? ""
    let plain = told.lowercased()
    guard !Self.isOfEachShare(plain) else { return nil }
    if words.paidPerShare.contains(where: { plain.contains($0) }) { return told + " per share" }
    return isDiluted || kind == "basic" ? (kind ?? "") + " earnings per share" : "earnings per share"
  }

  /// earnings per share, per diluted share, per ordinary share: amounts of money that each share has.
  static func isOfEachShare(_ words: String) -> Bool {
    let list = words.split(separator: " ")
    guard let share = list.lastIndex(where: { $0 == "share" || $0 == "shares" }), let per = list[..<share].lastIndex(of: "per") else {
      return false
    }
    return share - per <= 3
  }
}
