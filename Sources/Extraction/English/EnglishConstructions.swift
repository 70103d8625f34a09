import Articles
import Indicators
import Lingua

/// A way in which English prose states a figure.
struct EnglishConstruction: Sendable {
  /// As `extract --explain` names it.
  var name: String
  /// Words of the kind it reads.
  var example: String
  /// What it makes of the figure; nil where it does not apply.
  var read: @Sendable (EnglishParser, EnglishSurroundings) -> Statement?
}

/// The constructions in the order in which they are tried; the first that applies reads the figure.
enum EnglishConstructions {
  static let table: [EnglishConstruction] = [
    EnglishConstruction(name: "range", example: "by 8% to 10%") { $0.range($1) },
    EnglishConstruction(name: "run", example: "for the third consecutive year") { $0.run($1) },
    EnglishConstruction(name: "position", example: "ranked third in the world") { $0.position($1) },
    EnglishConstruction(name: "fraction", example: "two thirds of the orders") { $0.fraction($1) },
    EnglishConstruction(name: "bracket", example: "followed by Japan (289,530)") { $0.bracketed($1) },
    EnglishConstruction(name: "recovery", example: "recovered to 85% of the 2019 level") { $0.recovery($1) },
    EnglishConstruction(name: "target", example: "against a target of 92%") { $0.target($1) },
    EnglishConstruction(name: "base", example: "down from 8.7% in May 2016") { $0.base($1) },
    EnglishConstruction(name: "movement.end", example: "rose 5.2% to $45.3 billion") { $0.movementEnd($1) },
    EnglishConstruction(name: "comparative", example: "0.3 percentage points lower than a year earlier") { $0.comparative($1) },
    EnglishConstruction(name: "multiple", example: "1.8 times the 2015 level") { $0.multiple($1) },
    EnglishConstruction(name: "movement.noun-behind", example: "a 3.2% increase in exports") { $0.movementNounBehind($1) },
    EnglishConstruction(name: "movement.noun", example: "an increase of 3.2%") { $0.movementNoun($1) },
    EnglishConstruction(name: "revision", example: "was revised up by 0.2 percentage points") { $0.revision($1) },
    EnglishConstruction(name: "movement.verb", example: "exports rose by 3.2%") { $0.movement($1) },
    EnglishConstruction(name: "growth-rate", example: "GDP growth was 5.2%") { $0.growthRate($1) },
    EnglishConstruction(name: "share", example: "accounted for 68.7% of all filings") { $0.share($1) },
    EnglishConstruction(name: "gapped", example: "followed by Asia with 27% and the Americas with 15%") { $0.gapped($1) },
    EnglishConstruction(name: "continued", example: "by 0.7% in the euro area and by 0.8% in the EU") { $0.continued($1) },
    EnglishConstruction(name: "level.counted", example: "received 1.6 million applications") { $0.counted($1) },
    EnglishConstruction(name: "level", example: "the unemployment rate was 6.4%") { $0.level($1) },
  ]
}

extension EnglishParser {
  mutating func readFigure(at index: Int) {
    enter(bracketOf: index)
    let around = surroundings(at: index)
    var statement = statement(around)
    // A time behind a base is the base's; any other is told before the figure is.
    if statement?.ownTime == nil, tellTimeBehind(index, isChange: statement?.kind == .change) { statement = self.statement(around) }
    guard let statement else { return }
    let subject = clauseSubject(around)
    state(statement, around)
    if let subject { take(subject) }
  }

  /// What the first construction that applies makes of a figure.
  private func statement(_ around: EnglishSurroundings) -> Statement? {
    for construction in EnglishConstructions.table {
      guard var statement = construction.read(self, around) else { continue }
      statement.construction = "english." + construction.name
      return statement
    }
    return nil
  }

  /// The subject of the clause of a figure; of an opening participle (Accounting for 44% of the total, Japan …) the one behind it.
  func clauseSubject(_ around: EnglishSurroundings) -> EnglishName? {
    guard let predicate = firstPredicate(around.clause..<max(around.clause, around.lead)) else { return nil }
    if predicate > around.clause { return name(around.clause..<predicate).flatMap { $0.isPronoun ? nil : $0 } }
    guard predicate == sentence.lowerBound, text(predicate).hasSuffix("ing") else { return nil }
    guard let comma = (around.next..<max(around.next, sentence.upperBound)).first(where: { chunks[$0].border == .comma }),
      let verb = firstPredicate((comma + 1)..<max(comma + 1, sentence.upperBound)), verb > comma + 1
    else { return nil }
    return name((comma + 1)..<verb)
  }

  /// Completes a statement with its number, place and basis, and adds it.
  private mutating func state(_ draft: Statement, _ around: EnglishSurroundings) {
    var statement = draft
    let index = around.index
    if let quantity = around.quantity {
      let isNegative = statement.isNegative && !quantity.number.isNegative
      statement.number = isNegative ? quantity.number.negated : quantity.number
      if statement.unit.isEmpty { statement.unit = quantity.unit }
      if let statedScale, quantity.measure == .money, words.currencySigns.contains(quantity.unit) {
        statement.unit = quantity.unit + " " + statedScale
      }
    }
    switch respective[index] {
    case .name(let words):
      (statement.head, statement.owner) = (.own(words), nil)
      if statement.kind == .level, around.quantity?.measure == .percent, tellsGrowthRates {
        statement.kind = .change
        let named = sentence.first { isBasisChunk($0) }
        if let named, case .basis(let basis) = chunks[named].kind { statement.basis = basis }
      }
    case .told(let before):
      (statement.head, statement.owner) = (.same(before), .same(before))
    case .area(let area): statement.owner = .named(area)
    case .level(let place):
      if statements.indices.contains(firstOfSentence + place), statements[firstOfSentence + place].kind == .level {
        (statement.head, statement.owner) = (.same(firstOfSentence + place), .same(firstOfSentence + place))
      }
    case .time(let time, let words): statement.ownTime = OwnTime(time: time, words: words, isBase: false)
    case nil: break
    }
    statement.range = place(ofTokens: chunks[index].tokens)
    if statement.ownTime != nil { bindTimesBehind(index) }
    statement.clause = around.clause
    statement.modality = around.modality
    if statement.owner == nil, statement.kind != .rank, !isOfBody, let place = placeBehind(index),
      statement.role != .base || statement.ownTime == nil
    {
      statement.owner = .named(place)
    }
    if statement.owner == nil, statement.kind == .level || statement.kind == .change, !isOfBody, statement.role == .main,
      let place = unlistedPlace(behind: index)
    {
      statement.owner = .named(place)
    }
    if statement.kind == .change, statement.basis == nil {
      // 0.8% on the previous three months and 1.7% on the same period a year earlier: each has its own; else that of the one before.
      var before = statement.continues.flatMap { statements[$0].basis }
      // grew 3.6% on a year-on-year basis, moderating from the 4.1% growth in the previous quarter: each over the year.
      if statement.role == .base, statement.ownTime != nil, let told = lastOfSentence, statements[told].kind == .change,
        statements[told].basis == .yearOnYear
      {
        before = .yearOnYear
      }
      statement.basis =
        statement.role == .base && before != nil ? before : basis(at: index, clause: before == nil ? around.clause : index) ?? before
      statement.comparesInFront = statement.basis != nil && comparisonOpens
      // Seasonally adjusted sales rose 0.3% in August: figures of neighbouring months are made comparable.
      if statement.basis == nil, isSeasonallyAdjusted { statement.basis = .periodOnPeriod }
    }
    if let between = sentence.first(where: { yearsBetween(at: $0) != nil }), let span = yearsBetween(at: between), statement.ownTime == nil,
      aside(of: between) == aside(of: index)
    {
      let words = string(between + 1)
      if statement.kind == .change, statement.basis == nil || statement.basis == .yearOnYear, statement.role == .main {
        // grew by 5.1% between 2023 and 2024: in the later year, against the earlier.
        (statement.basis, statement.ownTime) = (.against(span.first), OwnTime(time: span.last, words: words, isBase: false))
      } else if statement.kind == .change, statement.basis == .averageAnnual, let whole = chunks[between + 1].time {
        statement.ownTime = OwnTime(time: whole, words: words, isBase: false)
      } else if statement.kind != .change, statement.construction.hasSuffix("movement.end"), statement.role == .main {
        statement.ownTime = OwnTime(time: span.last, words: words, isBase: false)
      }
    }
    if statement.kind == .change { statement.isAtConstantPrices = isAtConstantPrices(index, clause: around.clause) }
    if statement.owner == nil {
      if case .same(let same) = statement.head, statement.role == .main || statement.role == .base {
        statement.owner = .same(same)
      } else {
        statement.owner = area.map { .named($0) }
      }
    }
    if case .own(let words) = statement.head {
      if words.isEmpty { statement.head = statements.indices.last.map { .same($0) } ?? nameBefore.map { .own($0) } ?? .inherited }
      if statement.kind == .level, statement.role == .main, subject == nil { subject = EnglishName(words: words, area: nil) }
    }
    if case .own(let words) = statement.head, let whole = wholeName(of: words) {
      statement.head = .own(whole)
    } else if case .own(let words) = statement.head, ["rate", "rates", "figure", "level"].contains(words.lowercased()),
      let last = statements.indices.last, statements[last].kind == statement.kind, statements[last].unit == statement.unit
    {
      // EU inflation was 2.2%. A year earlier, the rate was 2.3%.
      statement.head = .same(last)
      statement.owner = statement.owner ?? .same(last)
    }
    if statement.kind == .level, statement.unit == "%", statement.role != .movementStart, let whole = scope(after: index),
      ["gdp", "gross domestic product", "gnp", "gni"].contains(where: { whole.words.lowercased().hasSuffix($0) })
    {
      // narrowed to 3.7 percent of GDP: a part of it.
      (statement.kind, statement.scope) = (.share, whole.words)
    }
    // in 2016 (when filings grew by 7.2%): of the time in front of the bracket.
    if let bracket = bracketOf[index], text(bracket + 1) == "when", bracket > sentence.lowerBound, let time = time(bracket - 1),
      statement.ownTime == nil
    {
      statement.ownTime = OwnTime(time: time, words: string(bracket - 1), isBase: false)
      statement.role = .base
    }
    if statement.kind == .change, statement.owner == nil, statement.role == .main, let mover = moverBefore(index) {
      statement.owner = .named(mover)
    }
    // recorded the largest increase in respect of applications
    if case .own(let words) = statement.head, let respect = words.firstRange(of: " in respect of ") {
      statement.head = .own(String(words[respect.upperBound...]))
    }
    if let named = namedByBranch(statement, at: index) { statement.head = .own(named) }
    if let segment, case .own(let words) = statement.head, !words.contains(segment) { statement.head = .own(words + " in " + segment) }
    if let left = leftOut(of: around), let told = statement.head.words ?? statements.indices.last.flatMap({ wordsOf($0) }),
      !told.contains("excluding")
    {
      if case .same(let before) = statement.head, statement.owner == nil { statement.owner = .same(before) }
      statement.head = .own(told + " excluding " + left)
      statement.role = statement.role == .base ? .base : .main
    }
    if let each = perShare(statement, around) { statement.head = .own(each) }
    if statement.kind == .share, statement.scope == nil { statement.scope = scopeAtHead(of: around) }
    // $355 million, or $1.18 per share, in the same quarter last year: the base in another measure.
    if around.preposition == "or", statement.role == .main, let before = lastOfSentence, statements[before].role == .base,
      statement.ownTime == nil
    {
      (statement.role, statement.ownTime) = (.base, statements[before].ownTime)
    }
    if statement.owner == nil, text(around.clause) == "where", let before = lastOfSentence, statements[before].owner != nil {
      // Ontario (+1.2%), where sales reached $26.3 billion
      statement.owner = .same(before)
    }
    if statement.owner == nil, ["which", "who"].contains(text(around.clause)), let owner = openName?.area {
      statement.owner = .named(owner)
    }
    if let time = relativeTime(around), statement.ownTime == nil { statement.ownTime = time }
    if let continued = statement.continues, statement.ownTime == nil, let before = statements[continued].ownTime, !before.isBase {
      statement.ownTime = before
    }
    if let time = pastPerfectTime(around), statement.ownTime == nil { statement.ownTime = time }
    if statement.ownTime == nil, statement.role == .main, statement.kind == .level, let time = comparedTime(around) {
      (statement.ownTime, statement.role) = (time, .base)
    }
    if statement.kind == .level, ["negative", "minus"].contains(text(around.lead - 1)), !statement.number.isNegative {
      statement.number = statement.number.negated
    }
    if let time = openingBase, statement.ownTime == nil, statement.role == .main, statement.kind == .level || statement.kind == .share {
      statement.ownTime = time
    }
    if case .named(let area) = statement.owner { statement.owner = .named(withoutLegalForm(area)) }
    if case .named(let area) = statement.owner, let place = namedPlace(area) { statement.owner = .place(place, words: area) }
    if statement.basis != nil { shareBasis(of: statement) }
    if statement.kind == .share { shareScope(of: statement, at: index) }
    mentions.append(.figure(statement))
    statements.append(statement)
  }

  /// Compared with October 2025, volumes were up; On a yearly basis, they fell.
  var comparisonOpens: Bool {
    (["on", "compared", "relative", "against", "over"].contains(text(sentence.lowerBound))
      || sentence.prefix(8).prefix { chunks[$0].border != .comma }.contains { text($0) == "compared" })
      && sentence.prefix(8).prefix { chunks[$0].border != .comma }.contains { at in
        if case .basis = chunks[at].kind { true } else { chunks[at].time != nil && isBase(at) }
      }
  }

  private var isSeasonallyAdjusted: Bool {
    sentence.contains { isWord($0) && text($0) == "seasonally" && text($0 + 1) == "adjusted" }
      && !sentence.contains { if case .basis = chunks[$0].kind { true } else { false } }
  }

  /// up 5.8% at constant currency, grew 2.1% in real terms, at constant prices rose 3%.
  private func isAtConstantPrices(_ index: Int, clause: Int) -> Bool {
    func says(_ at: Int) -> Bool {
      text(at) == "constant" && ["currency", "currencies", "prices", "price", "exchange"].contains(text(at + 1))
        || text(at) == "real" && text(at + 1) == "terms"
    }
    var at = index + 1
    while at < sentence.upperBound, at - index <= 7, chunks[at].border == nil, !chunks[at].isFigure {
      if says(at) { return true }
      at += 1
    }
    return (clause..<index).contains { says($0) && !((($0 + 1)..<index).contains { chunks[$0].isFigure }) }
  }

  /// The vacancy rate came to 2.3% in services and to 1.8% in industry: told one beside the other, each is the rate of its branch.
  private mutating func namedByBranch(_ statement: Statement, at index: Int) -> String? {
    guard statement.kind == .level || statement.kind == .change, statement.role == .main, !isOfBody,
      chunks[index].quantity?.measure == .percent, let branch = branch(behind: index)
    else { return nil }
    let figures = (sentence.lowerBound..<sentence.upperBound).filter { chunks[$0].isFigure && $0 != index }
    guard figures.contains(where: { chunks[$0].quantity?.measure == .percent && self.branch(behind: $0) != nil }) else { return nil }
    var name = statement.head.words
    // The second takes the name of the first without its branch.
    if case .same(var other) = statement.head {
      while namesWithoutBranch[other] == nil, case .same(let before) = statements[other].head, before < other { other = before }
      name = namesWithoutBranch[other] ?? wordsOf(other)
    }
    if statement.kind == .level { name = name?.split(separator: " ").prefix(while: { $0 != "in" }).joined(separator: " ") }
    guard let name, !name.isEmpty else { return nil }
    namesWithoutBranch[statements.count] = name
    return name + " " + branch
  }

  /// Brazil recorded the largest increase of all countries, up 12.3%: the place that the clause in front says moved.
  private func moverBefore(_ index: Int) -> String? {
    let clause = clauseStart(of: index)
    guard clause > sentence.lowerBound + 3, chunks[clause - 1].border != nil, isWord(clause), direction(ofVerb: clause) != 0 else {
      return nil
    }
    let start = clauseStart(of: clause - 2)
    guard start + 2 < clause, chunks[start].place != nil, isPredicate(start + 1) || ["saw", "sees", "had"].contains(text(start + 1)) else {
      return nil
    }
    let rest = (start + 2)..<(clause - 1)
    guard !rest.contains(where: { chunks[$0].isFigure }),
      rest.contains(where: { words.riseNouns.contains(text($0)) || words.fallNouns.contains(text($0)) })
    else { return nil }
    return placeName(start)
  }

  /// in industry and construction, right behind a figure; no time, no place, no terms of measure.
  private func branch(behind index: Int) -> String? {
    let preposition = text(index + 1)
    guard preposition == "in" || preposition == "for", isWord(index + 1), sentence.contains(index + 2), chunks[index + 2].isWord,
      let first = tokens[chunks[index + 2].tokens].first, !first.isCapital,
      ![
        "a", "an", "this", "that", "these", "those", "real", "nominal", "total", "value", "volume", "current", "constant", "all",
        "both", "each", "which",
      ].contains(first.text)
    else { return nil }
    func isOfBranch(_ at: Int) -> Bool {
      isWord(at) && !isPredicate(at)
        && !["to", "from", "by", "at", "compared", "while", "for", "than", "but", "with", "after", "in"].contains(text(at))
    }
    var start = index + 2
    if first.text == "the" {
      start += 1
      guard isOfBranch(start) || chunks[start].border == .open, let next = tokens[chunks[start].tokens].first, !next.isCapital,
        ![
          "same", "first", "second", "third", "fourth", "last", "latest", "previous", "year", "quarter", "month", "period", "region",
          "country",
        ]
        .contains(next.text), !words.superlatives.contains(next.text)
      else { return nil }
    }
    // in the (mainly) public sector
    if start + 3 < sentence.upperBound, chunks[start].border == .open, isWord(start + 1), chunks[start + 2].border == .close,
      isOfBranch(start + 3)
    {
      start += 3
    }
    var end = start
    while end < sentence.upperBound, end - index < 8, isOfBranch(end) { end += 1 }
    // in construction and in services
    if end + 1 < sentence.upperBound, end > start + 1, text(end - 1) == "and", text(end) == preposition, isOfBranch(end + 1),
      tokens[chunks[end + 1].tokens].first.map({ !$0.isCapital && $0.text != "the" }) ?? false
    {
      var last = end + 1
      while last < sentence.upperBound, last - end < 5, isOfBranch(last) { last += 1 }
      if last == sentence.upperBound || chunks[last].border != nil {
        return preposition + " " + join(Array(start..<end)) + " " + join(Array((end + 1)..<last))
      }
    }
    // for food, drinks and tobacco: a list without figures is one branch.
    if end > start, end + 1 < sentence.upperBound, chunks[end].border == .comma {
      var last = end + 1
      while last < sentence.upperBound, last - end < 6, isOfBranch(last) { last += 1 }
      if last > end + 2, ((end + 1)..<last).contains(where: { text($0) == "and" }), text(last - 1) != "and",
        last == sentence.upperBound || chunks[last].border != nil
      {
        return preposition + " " + join(Array(start..<end)) + ", " + join(Array((end + 1)..<last))
      }
    }
    if end > start + 1, text(end - 1) == "and" { end -= 1 }
    return end > start ? preposition + " " + join(Array(start..<end)) : nil
  }

  /// the rate after the unemployment rate: the short name stands for the long one told before.
  private func wholeName(of words: String) -> String? {
    guard ["rate", "rates", "index", "volume", "value", "ratio"].contains(words.lowercased()) else { return nil }
    let before = statements.last(where: { if case .own = $0.head { true } else { false } })?.head.words ?? nameBefore
    guard let before, before.hasSuffix(" " + words.lowercased()) else { return nil }
    return before
  }

  /// Of the total sales, online sales accounted for 7.9%: the whole that opens the sentence.
  private func scopeAtHead(of around: EnglishSurroundings) -> String? {
    wholeAtHead(of: around)?.words
  }

  /// Excluding motor vehicles, sales rose 2.2%; and by 2.6% excluding motor vehicles: what a figure leaves out.
  private func leftOut(of around: EnglishSurroundings) -> String? {
    func words(from index: Int) -> String? {
      var end = index + 1
      while end < sentence.upperBound, end - index <= 6, isWord(end), !isPredicate(end) { end += 1 }
      guard end > index + 1, end == sentence.upperBound || chunks[end].border != nil else { return nil }
      return join(Array((index + 1)..<end))
    }
    if text(around.next) == "excluding", isWord(around.next) { return words(from: around.next) }
    guard text(sentence.lowerBound) == "excluding", let left = words(from: sentence.lowerBound),
      let comma = (sentence.lowerBound..<around.clause).first(where: { chunks[$0].border == .comma }), around.clause == comma + 1
    else { return nil }
    return left
  }

  func wholeAtHead(of around: EnglishSurroundings) -> EnglishName? {
    let start = (sentence.lowerBound..<around.clause).last { chunks[$0].border == .semicolon }.map { $0 + 1 } ?? sentence.lowerBound
    guard text(start) == "of", let comma = (start..<around.clause).first(where: { chunks[$0].border == .comma }),
      !(start..<comma).contains(where: { chunks[$0].isFigure }),
      let name = name((start + 1)..<comma), !name.words.isEmpty, !name.isPronoun
    else { return nil }
    return name
  }

  /// by 35 000 in Ireland and by 12 500 in Malta compared with November: the comparison is that of all figures it closes.
  private mutating func shareBasis(of statement: Statement) {
    var index = statement.continues
    while let at = index, statements.indices.contains(at), statements[at].kind == .change, statements[at].basis == nil {
      let before = statements[at]
      statements[at].basis = statement.basis
      if let place = mentions.lastIndex(of: .figure(before)) { mentions[place] = .figure(statements[at]) }
      index = statements[at].continues
    }
  }

  /// accounted for 49.3% and 31.8% of total sales: the whole is that of all shares it closes.
  private mutating func shareScope(of statement: Statement, at index: Int) {
    var at = index - 1
    while at > sentence.lowerBound, isWord(at) && ["and", "or", "by", "nearly", "about"].contains(text(at)) || chunks[at].border == .comma {
      at -= 1
    }
    guard let scope = statement.scope, sentence.contains(at), chunks[at].quantity != nil, let last = lastOfSentence,
      statements[last].kind == .share, statements[last].scope == nil
    else { return }
    let before = statements[last]
    statements[last].scope = scope
    if let place = mentions.lastIndex(of: .figure(before)) { mentions[place] = .figure(statements[last]) }
  }

  /// Larkfield Systems plc: without how it is incorporated.
  private func withoutLegalForm(_ name: String) -> String {
    let list = name.split(separator: " ")
    guard list.count > 1, let last = list.last, last.first?.isLowercase ?? false, words.legalForms.contains(String(last)) else {
      return name
    }
    return list.dropLast().joined(separator: " ")
  }

  /// The place that goes by a name, with its code; nil for a body.
  private func namedPlace(_ name: String) -> NamedPlace? {
    // EU27 has the code of the EU.
    let plain = String(name.reversed().drop { $0.isNumber }.reversed())
    guard let match = gazetteer.match(name) ?? gazetteer.match(plain) ?? gazetteer.match("the " + plain),
      let place = gazetteer.place(of: match)
    else { return nil }
    return NamedPlace(name, .country, code: gazetteer[place].code)
  }

  /// In February, prices had fallen by 1.1%: a time of its own that holds for nothing after it.
  private mutating func pastPerfectTime(_ around: EnglishSurroundings) -> OwnTime? {
    guard let predicate = around.predicate, ((max(around.clause, predicate - 2))..<predicate).contains(where: { text($0) == "had" }) else {
      return nil
    }
    // By the end of 2023, the number had reached 4 million.
    guard let at = (sentence.lowerBound..<around.index).last(where: { chunks[$0].time != nil }), let time = chunks[at].time, !time.isStock
    else { return nil }
    let words = string(at)
    mentions.removeAll { if case .time(let mention) = $0 { mention.words == words } else { false } }
    return OwnTime(time: time, words: words, isBase: false)
  }

  /// compared to cash provided of $82 million and free cash flow of $14 million in the second quarter of 2023: levels of another time by
  /// names of their own; nil where no time stands behind.
  private func comparedTime(_ around: EnglishSurroundings) -> OwnTime? {
    guard let compared = comparing(before: around.index) else { return nil }
    var at = around.index + 1
    while at < sentence.upperBound, at - compared <= 24, chunks[at].border == nil {
      if let time = chunks[at].time, !time.isEmpty { return OwnTime(time: time, words: string(at), isBase: true) }
      at += 1
    }
    return nil
  }

  /// Where compared with or to opens what a chunk stands in: no comma and no verb between.
  func comparing(before index: Int) -> Int? {
    var at = index - 1
    while at > sentence.lowerBound, index - at <= 20, chunks[at].border == nil, chunks[at].time == nil {
      if text(at) == "compared", ["with", "to"].contains(text(at + 1)) { return at }
      if isPredicate(at), !(text(at).hasSuffix("ed") && ["by", "in", "from", "for", "to"].contains(text(at + 1))) { return nil }
      at -= 1
    }
    return nil
  }

  /// A year earlier, the rate was 2.0%: the time of a level that a comparison opens.
  private var openingBase: OwnTime? {
    guard sentence.count > 2, case .basis = chunks[sentence.lowerBound].kind, chunks[sentence.lowerBound + 1].border == .comma else {
      return nil
    }
    return ownTime(sentence.lowerBound - 1)
  }

  /// fewer than in 2022, when 86,425 were lodged
  private func relativeTime(_ around: EnglishSurroundings) -> OwnTime? {
    guard text(around.clause) == "when", around.clause > sentence.lowerBound + 1, chunks[around.clause - 1].border == .comma,
      let time = chunks[around.clause - 2].time
    else { return nil }
    return OwnTime(time: time, words: string(around.clause - 2), isBase: false)
  }

  /// , or 15.0%: a comma, or the figure behind its or.
  private func goesOnInOtherMeasure(_ index: Int) -> Bool {
    chunks[index].border == .comma
      ? text(index + 1) == "or" && sentence.contains(index + 2) && chunks[index + 2].isFigure
      : chunks[index].isFigure && text(index - 1) == "or" && sentence.contains(index - 2) && chunks[index - 2].border == .comma
  }

  /// The times and bases behind a figure that has a time of its own tell nothing of other figures.
  private mutating func bindTimesBehind(_ index: Int) {
    var at = index + 1
    if text(at) == "and", sentence.contains(at + 1), chunks[at + 1].isFigure, !sentence.contains(at + 2) || chunks[at + 2].place == nil,
      text(clauseStart(of: index)) == "after"
    {
      at += 2
    }
    while at < sentence.upperBound, at - index <= 10, chunks[at].border == nil && !chunks[at].isFigure || goesOnInOtherMeasure(at) {
      switch chunks[at].kind {
      case .time, .basis: bound.insert(at)
      default: break
      }
      at += 1
    }
  }

  // MARK: Shared

  var last: Statement? { statements.last }
  /// The last statement of this sentence.
  var lastOfSentence: Int? { statements.count > firstOfSentence ? statements.count - 1 : nil }
  /// The last level of this sentence that is no base of a comparison.
  var lastLevel: Int? { (firstOfSentence..<statements.count).last { statements[$0].kind == .level && statements[$0].role != .base } }

  func statement(_ kind: Observation.Kind, _ head: Head, _ around: EnglishSurroundings) -> Statement {
    Statement(kind: kind, construction: "", head: head, qualifier: around.qualifier)
  }

  /// The agency expects solar capacity to reach 9,000 MW, had expected exports to rise by 1.1%: what stands between the verb of
  /// expecting and to.
  func expected(_ clause: Int, verb: Int) -> EnglishName? {
    guard verb > clause + 2, text(verb - 1) == "to",
      let expecting = (clause..<(verb - 1)).last(where: { isWord($0) && words.forecasts.contains(text($0)) }), expecting + 1 < verb - 1,
      let object = name((expecting + 1)..<(verb - 1)), !object.words.isEmpty, !object.isPronoun
    else { return nil }
    return object
  }

  /// The subject of the clause: what stands before its predicate, else what the sentence speaks of.
  func subjectName(_ around: EnglishSurroundings, upTo limit: Int? = nil) -> EnglishName? {
    if let verb = around.predicate, let object = expected(around.clause, verb: verb) { return object }
    let end = limit ?? firstPredicate(around.clause..<max(around.clause, around.lead)) ?? around.lead
    if end > around.clause, let name = name(around.clause..<end), !name.isPronoun, !name.words.isEmpty || name.area != nil { return name }
    return nil
  }

  func firstPredicate(_ range: Range<Int>) -> Int? { range.first { isPredicate($0) } }

  /// The head and owner of a change or share whose clause has `name` as its subject, or none.
  func headOf(_ name: EnglishName?) -> (Head, Owner?) {
    if let name, !name.words.isEmpty {
      return (.own(name.words), name.area.map { .named($0) })
    }
    let owner = name?.area.map { Owner.named($0) }
    if let lastLevel { return (.same(lastLevel), owner) }
    if let openName, !openName.words.isEmpty { return (.own(openName.words), owner ?? openName.area.map { .named($0) }) }
    if let subject, !subject.words.isEmpty {
      // Firms filed 1,200 applications. This follows growth of 2.6%: of what they did it to.
      if isOfActors(subject), lastOfSentence == nil, let told = statements.last?.head.words ?? nameBefore { return (.own(told), owner) }
      return (.own(subject.words), owner ?? subject.area.map { .named($0) })
    }
    if let lastOfSentence { return (.same(lastOfSentence), owner) }
    return (statements.isEmpty ? nameBefore.map { .own($0) } ?? .inherited : .same(statements.count - 1), owner)
  }
}
