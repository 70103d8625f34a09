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
    EnglishConstruction(name: "movement.bracket", example: "the largest falls were in Lithuania (17.5% to 14.3%)") { parser, around in
      around.quantity.flatMap { parser.endsInBracket(around, $0) }
    },
    EnglishConstruction(name: "range", example: "by 8% to 10%") { $0.range($1) },
    EnglishConstruction(name: "run", example: "for the third consecutive year") { $0.run($1) },
    EnglishConstruction(name: "position", example: "ranked third in the world") { $0.position($1) },
    EnglishConstruction(name: "fraction", example: "two thirds of the orders") { $0.fraction($1) },
    EnglishConstruction(name: "record", example: "the largest rise since March 2021 (4.9%)") { $0.formerRecord($1) },
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
    EnglishConstruction(name: "contribution", example: "grew by 9.1%, with 9.4% from price and -0.2% from volume") { $0.contribution($1) },
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
    // the 39 EPO member states: which they are, and no figure.
    if countsGroup(index) || isUsualMove(index) || isFormerMove(index) { return }
    let around = surroundings(at: index)
    var statement = statement(around)
    // A time behind a base is the base's; any other is told before the figure is.
    if statement?.ownTime == nil, tellTimeBehind(index, isChange: statement?.kind == .change) { statement = self.statement(around) }
    guard let statement else { return }
    let subject = clauseSubject(around)
    state(statement, around)
    if let subject { take(subject) }
  }

  /// 39 of the 39 EPO member states: how many a group of countries has.
  func countsGroup(_ index: Int) -> Bool {
    guard let quantity = chunks[index].quantity, quantity.measure == .count, quantity.unit.isEmpty,
      ["the", "all"].contains(text(index - 1)),
      sentence.contains(index + 1), let place = chunks[index + 1].place
    else { return false }
    return gazetteer.level(of: place) == .group
  }

  /// a record fall of 3.3% in December (revised from a fall of 3.2%): how much it was held to be before.
  private func isFormerMove(_ index: Int) -> Bool {
    guard let bracket = bracketOf[index], words.revisions.contains(text(bracket + 1)), text(bracket + 2) == "from", text(index - 1) == "of"
    else {
      return false
    }
    return words.riseNouns.contains(text(index - 2)) || words.fallNouns.contains(text(index - 2))
  }

  /// above the average monthly gain of 58,000 over the prior 12 months: how much it usually is, beside which a figure is set.
  private func isUsualMove(_ index: Int) -> Bool {
    guard index - 4 > sentence.lowerBound, text(index - 1) == "of",
      words.riseNouns.contains(text(index - 2)) || words.fallNouns.contains(text(index - 2)),
      let average = ((index - 6)..<(index - 2)).last(where: { sentence.contains($0) && text($0) == "average" })
    else { return false }
    return ((average - 3)..<average).contains {
      ["above", "below", "than", "with", "to", "as"].contains(text($0)) && sentence.contains($0)
    }
  }

  /// The highest annual growth was in A (+12.3%), B (+9.3%) and C (+5.9%): what all members are compared with; nil where there are several.
  private var onlyBasisOfSentence: BasisMention? {
    let told = sentence.compactMap { if case .basis(let basis) = chunks[$0].kind { basis } else { nil } }
    guard let first = told.first, told.allSatisfy({ $0 == first }) else { return nil }
    return first
  }

  /// Where the sentence names two years that something happened between.
  private func betweenYears() -> Int? { sentence.first { yearsBetween(at: $0) != nil } }

  /// What the first construction that applies makes of a figure.
  private func statement(_ around: EnglishSurroundings) -> Statement? {
    for construction in EnglishConstructions.table {
      guard var statement = construction.read(self, around) else { continue }
      statement.construction = "english." + construction.name
      return statement
    }
    return nil
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
    if statement.kind == .share,
      (around.clause..<around.lead).contains(where: { words.comparisons.contains(text($0)) && text($0 + 1) == "to" })
    {
      // equivalent to 7.7% of imports: beside another thing, of which it is no part.
      statement.form = .times
    }
    // reached 97% of pre-pandemic levels
    if statement.kind == .share, let scope = statement.scope?.lowercased(), scope.hasPrefix("pre-"),
      scope.hasSuffix("level") || scope.hasSuffix("levels")
    {
      statement.form = .times
    }
    // dropped by about 18% and 11%: the word bears on both.
    if statement.qualifier == .exactly, around.preposition == "and", around.prepositionIndex == index - 1, let last = lastOfSentence,
      statements[last].kind == statement.kind, index > 1, chunks[index - 2].isFigure
    {
      statement.qualifier = statements[last].qualifier
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
      if statement.basis == nil, statement.construction.hasSuffix(".bracket") { statement.basis = onlyBasisOfSentence }
      statement.comparesInFront = statement.basis != nil && comparisonOpens
      // Seasonally adjusted sales rose 0.3% in August: figures of neighbouring months are made comparable.
      if statement.basis == nil, isSeasonallyAdjusted { statement.basis = .periodOnPeriod }
    }
    if statement.ownTime == nil, let between = betweenYears(), let span = yearsBetween(at: between), aside(of: between) == aside(of: index)
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
    if statement.kind == .change, let base = yearsOver(around.next) { statement.basis = .against(base) }
    if statement.owner == nil {
      if case .same(let same) = statement.head, statement.role == .main || statement.role == .base {
        statement.owner = .same(same)
      } else {
        // came from outside Europe: of no place that the sentence names.
        statement.owner = statement.head.words?.contains(" from outside ") ?? false ? nil : area.map { .named($0) }
      }
    }
    if case .own(let words) = statement.head {
      if words.isEmpty { statement.head = statements.indices.last.map { .same($0) } ?? nameBefore.map { .own($0) } ?? .inherited }
      if statement.kind == .level, statement.role == .main, subject == nil { subject = EnglishName(words: words, area: nil) }
    }
    if case .own(let words) = statement.head, let full = completed(words) {
      statement.head = .own(full)
    } else if case .own(let words) = statement.head, let whole = wholeName(of: words) {
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
    if opensTimeClause(around.clause - 1), var time = time(around.clause - 2), statement.ownTime == nil {
      (time.isSince, time.isEmpty) = (false, false)
      statement.ownTime = OwnTime(time: time, words: string(around.clause - 2), isBase: false)
      statement.role = .base
    }
    takeShareOut(&statement)
    if statement.kind == .change, statement.owner == nil, statement.role == .main, let mover = moverBefore(index) {
      statement.owner = .named(mover)
    }
    // recorded the largest increase in respect of applications
    if case .own(let words) = statement.head, let respect = words.firstRange(of: " in respect of ") {
      statement.head = .own(String(words[respect.upperBound...]))
    }
    if statement.kind == .level, statement.unit == "%", case .own(let words) = statement.head,
      let rate = ["growth rate", "rate of growth"].first(where: { words.lowercased() == $0 || words.lowercased() == "annual " + $0 })
        ?? ["growth rate of ", "growth rate in ", "rate of growth of "].first(where: { words.lowercased().hasPrefix($0) })
    {
      // The annual growth rate of loans trends upwards, rising to 0.8 per cent: how much loans grew.
      statement.kind = .change
      statement.isOfGrowth = true
      let rest = words.lowercased().hasPrefix(rate) ? String(words.dropFirst(rate.count)) : ""
      statement.head =
        !rest.isEmpty ? .own(rest) : lastOfSentence.map { .same($0) } ?? statements.indices.last.map { .same($0) } ?? statement.head
      statement.basis = sentence.contains { text($0) == "annual" } ? .yearOnYear : statement.basis
    }
    // the quarterly movement in output showed growth of 0.4%: of output.
    if statement.kind == .change, case .own(let words) = statement.head,
      let move = ["movement in ", "movements in ", "change in ", "changes in "].first(where: { words.lowercased().hasPrefix($0) })
    {
      statement.head = .own(String(words.dropFirst(move.count)))
    }
    if isOfBody, statement.role == .main, !isNamed(statement.owner), let part = partOfMarket(statement, at: index, around) {
      statement.head = .own(part)
    }
    if let named = namedByBranch(statement, at: index) { statement.head = .own(named) }
    if let segment, case .own(let words) = statement.head, !words.contains(segment) { statement.head = .own(words + " in " + segment) }
    if let left = leftOut(of: around), let told = statement.head.words ?? statements.indices.last.flatMap({ wordsOf($0) }),
      !told.contains(left)
    {
      if case .same(let before) = statement.head, statement.owner == nil { statement.owner = .same(before) }
      // Including Aer Lingus, the figure was …, after one that left it out.
      let bare = told.firstRange(of: " excluding ") ?? told.firstRange(of: " including ")
      statement.head = .own(told[..<(bare?.lowerBound ?? told.endIndex)] + " " + left)
      statement.role = statement.role == .base ? .base : .main
    }
    if statement.kind == .level, quantityCounts(around), case .own(let words) = statement.head, isOwner(words),
      let told = statements.indices.suffix(24).last(where: { at in
        if case .own(let other) = statements[at].head { statements[at].kind == .level && !isOwner(other) } else { false }
      })
    {
      // It was followed by Samsung (3,924), after Huawei Technologies topped the ranking: of what that one had, and no measure of its name.
      statement.head = .own(statements[told].head.words ?? words)
    }
    if let done = doneByBody(statement, around) { (statement.head, statement.owner) = (.own(done), nil) }
    if let each = perShare(statement, around) { statement.head = .own(each) }
    if statement.kind == .share, statement.scope == nil { statement.scope = wholeAtHead(of: around)?.words }
    // $355 million, or $1.18 per share, in the same quarter last year: the base in another measure.
    if around.preposition == "or", statement.role == .main, let before = lastOfSentence, statements[before].role == .base,
      statement.ownTime == nil
    {
      (statement.role, statement.ownTime) = (.base, statements[before].ownTime)
    }
    if text(around.clause) == "where", let place = placeOfWhere(around.clause) {
      // most notably in Alberta, where there was a 5.9% rise
      statement.owner = .named(place)
      if let told = subject?.words ?? nameBefore, statement.kind == .change, case .same = statement.head { statement.head = .own(told) }
    }
    if statement.owner == nil, text(around.clause) == "where", let before = lastOfSentence, statements[before].owner != nil {
      // Ontario (+1.2%), where sales reached $26.3 billion
      statement.owner = .same(before)
    }
    if statement.owner == nil, ["which", "who"].contains(text(around.clause)), let owner = openName?.area {
      statement.owner = .named(owner)
    }
    if let time = relativeTime(around), statement.ownTime == nil { statement.ownTime = time }
    if let continued = statement.continues, statement.ownTime == nil, statement.role != .movementEnd,
      let before = statements[continued].ownTime, !before.isBase
    {
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
    // An increase in turnover was observed in food stores by 1.4%: by how much it moved.
    if statement.kind == .level, around.preposition == "by", statement.unit == "%",
      let noun = (around.clause..<around.lead).last(where: {
        isWord($0) && (words.riseNouns.contains(text($0)) || words.fallNouns.contains(text($0)))
      })
    {
      statement.kind = .change
      if words.fallNouns.contains(text(noun)), !statement.number.isNegative { statement.number = statement.number.negated }
    }
    if !isOfBody, case .named(let body) = statement.owner, tellsForOthers(body) { statement.owner = nil }
    if isOfBody, statement.kind != .share, case .place(_, let place) = statement.owner, case .own(let words) = statement.head,
      !words.isEmpty
    {
      // UK sales grew, told by a company: where it sells.
      statement.owner = nil
      if !words.contains(place), !isProper(EnglishName(words: words)) { statement.head = .own(place + " " + withoutBody(words)) }
    }
    // Monthly food prices rose 0.5 percent
    if statement.kind == .change, statement.basis == nil || statement.basis == .yearOnYear, case .own(let told) = statement.head,
      words.monthly.contains(where: { told.lowercased().hasPrefix($0) })
    {
      statement.basis = .monthOnMonth
    }
    if statement.basis != nil { shareBasis(of: statement) }
    if statement.kind == .share { shareScope(of: statement, at: index) }
    mentions.append(.figure(statement))
    statements.append(statement)
  }

  /// market share of Tesco’s UK market share, told by Tesco plc.
  private func withoutBody(_ words: String) -> String {
    guard let body, let own = [body, withoutLegalForm(body)].first(where: { words.hasPrefix($0 + " ") }) else { return words }
    return String(words.dropFirst(own.count + 1))
  }

  /// The Canadian Intellectual Property Office received 37,155 applications, the European Union Intellectual Property Office 181,242: an office
  /// whose figures are those of its country or of the organisation that the document is of.
  private func tellsForOthers(_ body: String) -> Bool {
    let plain = body.lowercased()
    // Patent Office of the Japan Patent Office
    return words.issuers.contains {
      plain.hasSuffix($0.name) || words.offices.contains(where: { plain.hasSuffix($0) }) && $0.name.hasSuffix(" " + plain)
    }
      || isFullName(body)
  }

  private func isFullName(_ body: String) -> Bool {
    organisation?.lowercased() == initials(of: body)
      && body.split(separator: " ").allSatisfy { $0.first?.isUppercase ?? false || ["of", "and", "for"].contains($0) }
  }

  private func quantityCounts(_ around: EnglishSurroundings) -> Bool { around.quantity?.measure == .count }

  /// Whether a name is that of one whose figures the block has told.
  private func isOwner(_ words: String) -> Bool {
    words.first?.isUppercase ?? false
      && statements.suffix(24).contains { statement in
        guard case .named(let owner)? = statement.owner else { return false }
        return owner == words
      }
  }

  /// Compared with October 2025, volumes were up; On a yearly basis, they fell.
  var comparisonOpens: Bool {
    // Year over year, sales were down 5.2 per cent.
    if isBasisChunk(sentence.lowerBound), !["a", "one", "last"].contains(text(sentence.lowerBound)), sentence.count > 1,
      chunks[sentence.lowerBound + 1].border == .comma
    {
      return true
    }
    return
      (["on", "in", "compared", "relative", "against", "over"].contains(text(sentence.lowerBound))
      || sentence.prefix(8).prefix { chunks[$0].border != .comma }.contains { text($0) == "compared" })
      && sentence.prefix(8).prefix { chunks[$0].border != .comma }.contains { at in
        if case .basis = chunks[at].kind { true } else { chunks[at].time != nil && isBase(at) }
      }
  }

  private var isSeasonallyAdjusted: Bool {
    sentence.contains { isWord($0) && text($0) == "seasonally" && text($0 + 1) == "adjusted" }
      && !sentence.contains { if case .basis = chunks[$0].kind { true } else { false } }
  }

  /// A year earlier, the rate was 2.0%: the time of a level that a comparison opens.
  private var openingBase: OwnTime? {
    guard sentence.count > 2, case .basis = chunks[sentence.lowerBound].kind, chunks[sentence.lowerBound + 1].border == .comma else {
      return nil
    }
    return ownTime(sentence.lowerBound - 1)
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

  func firstPredicate(_ range: Range<Int>) -> Int? { range.first { isPredicate($0) } }
}
