import Articles
import Indicators

/// Reads an article block by block, sentence by sentence, and keeps what one sentence leaves for the next: the year and
/// place that hold, the name last measured.
struct Reader {
  let article: Article
  var calendar: Calendar
  var drafts: [Draft] = []
  var places: PlaceContext
  var block: TokenBlock
  /// For each token whether it is a number that can be a figure.
  var figures: [Bool] = []

  // What holds within a paragraph.
  var lastName: String?
  /// Index of the last level in `drafts`.
  var lastLevel: Int?
  /// Index of the level that 其中 opens up.
  var whole: Int?
  var lastFact: Fact?
  /// Names before 分别, by the token index of that word.
  var lists: [Int: [ListItem]] = [:]
  var lastList: [ListItem] = []
  var lastListToken = -1

  /// The tokens of the body last found as a subject.
  var bodyTokens: Range<Int> = 0..<0
  /// For a number whose name follows it, the last token of that name.
  var takenNouns: [Int: Int] = [:]
  /// Index of the first draft of the block.
  var firstOfBlock = 0

  // What holds within a sentence.
  var sentence: Range<Int> = 0..<0
  var base: (period: Period?, token: Int)?
  /// A period that holds in one clause only, given by the clause's first token.
  var local: (period: Worded<Period>, clause: Int)?
  /// 商标方面: what the actions of the sentence are about.
  var sentenceTopic: String?
  /// Whether an earlier clause of the sentence named a period.
  var isDated = false
  var isQuoted = false
  var isHeading = false

  /// What a number was read as, for the members of a list that follow it.
  struct Fact {
    var token: Int
    var kind: Observation.Kind
    var isNegative: Bool
    var scope: String?
    var qualifier: Observation.Qualifier
    var draft: Int
  }

  struct ListItem: Hashable {
    var name: String?
    var place: String?
    var period: Period?
  }

  init(article: Article, calendar: Calendar) {
    self.article = article
    self.calendar = calendar
    places = PlaceContext(article: article.area)
    block = TokenBlock(written: [], offsets: [], tokens: [])
  }

  mutating func read(_ next: TokenBlock, as kind: Article.Block.Kind, level: Int) {
    block = next
    figures = Exclusions.figures(in: block)
    lists = [:]
    lastList = []
    lastListToken = -1
    isHeading = kind == .heading
    places.enterParagraph()
    lastName = nil
    lastLevel = nil
    lastFact = nil
    whole = nil
    firstOfBlock = drafts.count
    takenNouns = [:]
    bodyTokens = 0..<0
    noteBodies()
    let before = calendar
    var holdsNow = false
    var beforeAside: Calendar?
    for range in block.sentences {
      sentence = range
      base = nil
      local = nil
      isDated = false
      sentenceTopic = nil
      var outer: [PlaceContext] = []
      let earlier = calendar
      let hasFigure = range.contains { figures[$0] }
      places.enterSentence()
      for index in range {
        if index == block.clauseStart[index] { enterClause(at: index) }
        switch block.tokens[index].kind {
        case .time(let time):
          // What stood 截至4月末 is an aside like 目前; the next paragraph goes on with the year before.
          if time.isNow { holdsNow = true }
          if time.isStock, beforeAside == nil, isJustPast(time) { beforeAside = calendar }
          read(time, at: index, hasFigure: hasFigure)
        case .quantity where figures[index]: readQuantity(at: index)
        case .punctuation(.open) where block.partner[index] > index: outer.append(places)
        case .punctuation(.close): if let before = outer.popLast() { places.leaveBracket(before) }
        case .punctuation(.quoteOpen): isQuoted = true
        case .punctuation(.quoteClose): isQuoted = false
        default: break
        }
      }
      if isAhead(calendar) || movesWithinSpan(earlier) { calendar.restore(earlier) }
    }
    if holdsNow || isHeading && before.isSaid {
      calendar.restore(before)
    } else if let beforeAside {
      calendar.restore(beforeAside)
    }
    if kind == .heading { places.enterSection(isTitle: level < 2) }
    isQuoted = false
  }

  /// 十年来，…从2015年的…增长至2023年的…: the years of the movement stand inside the span, which goes on to hold.
  private func movesWithinSpan(_ earlier: Calendar) -> Bool {
    guard let span = earlier.current?.value, span.start.year < span.end.year, let now = calendar.current?.value,
      now.start.year >= span.start.year, now.end.year <= span.end.year
    else { return false }
    return sentence.contains { block.tokens[$0].time != nil && isFromTime($0) }
  }

  /// Years to come hold only in the sentence that names them.
  private func isAhead(_ calendar: Calendar) -> Bool {
    guard let year = calendar.year, let current = calendar.current else { return false }
    if current.value.end.year > year { return true }
    return current.value.end.year == year && sentence.contains { block.tokens[$0].has(.plan) || isFuture(at: $0) }
      && !sentence.contains { figures[$0] }
  }

  /// 将 as a word of the future stands before a verb.
  private func isFuture(at index: Int) -> Bool {
    let range = block.tokens[index].range
    return range.count == 1 && block.written[range.lowerBound] == "将"
  }

  // MARK: Times

  private mutating func read(_ time: TimeExpression, at index: Int, hasFigure: Bool) {
    guard !block.inTitle[index], !time.isEmpty, !time.isSame else { return }
    let previous = index > sentence.lowerBound ? block.tokens[index - 1] : nil
    let next = index + 1 < sentence.upperBound ? block.tokens[index + 1] : nil
    let isCompared = previous?.has(.compare) ?? false || comparisonCloses(after: index)
    let isStart = previous?.has(.from) ?? false && !time.isSince && time.endYear == nil
    if next?.has(.of) ?? false, block.tokens[max(index, 1) - 1].punctuation == .enumeration, let base, block.clauseStart[base.token] == block.clauseStart[index] {
      // 由2021年的38.6%、2022年的44.2%升至…: a further base.
      self.base = (basePeriod(time), index)
      return
    }
    if time.isBase || isCompared || isStart {
      base = (basePeriod(time), index)
      return
    }
    if next?.has(.of) ?? false, index + 2 < sentence.upperBound, block.tokens[index + 2].quantity?.kind == .times {
      base = (basePeriod(time), index)
      return
    }
    if let previous, previous.has(.preposition), block.reads(index - 1, "于"), !hasFigure { return }
    if next?.has(.of) ?? false, block.reads(index - 1, "于") { return }
    if isSuperlative(after: index, time) || isAttribute(at: index) { return }
    if !hasFigure, block.clauseStart[index] != index, !opensClause(index) { return }
    if time.lastYears != nil, !opensClause(index), !(index..<min(block.clauseEnd[index], index + 30)).contains(where: { figures[$0] }) { return }
    if time.isWholeYear, calendar.isSaid,
      (max(block.clauseStart[index], index - 20)..<min(block.clauseEnd[index], index + 20)).contains(where: { block.tokens[$0].has(.plan) })
    {
      return
    }
    guard let period = calendar.period(of: isJustPast(time) ? time.ofThisYear : time) else { return }
    let words = block.string(index..<(index + 1))
    if isOfClauseOnly(time, period, at: index) {
      local = (Worded(value: period, words: words), block.clauseStart[index])
      return
    }
    base = nil
    isDated = true
    calendar.hold(period, words: words)
  }

  /// 截至4月末, 一季度 in an article of May that has told of the year before: months just past, in a sentence without a year,
  /// are of the article's own year. A sentence that goes on to later months (一、二季度) tells of the year before.
  private func isJustPast(_ time: TimeExpression) -> Bool {
    !isDated && calendar.hasJustPassed(time)
      && sentence.allSatisfy { index in
        guard let other = block.tokens[index].time, other.isPartOnly, !other.isEmpty else { return true }
        return calendar.hasJustPassed(other)
      }
  }

  /// 为“十三五”以来最低, 系近五年来首次回落: the span is that of a record.
  private func isSuperlative(after index: Int, _ time: TimeExpression) -> Bool {
    guard time.isSince || time.lastYears != nil else { return false }
    let rest = (index + 1)..<min(block.clauseEnd[index], index + 8)
    for next in rest where !figures[next] {
      let range = block.tokens[next].range
      if block.written[range].contains("最") || ["首次", "首度", "新高", "新低"].contains(block.string(next..<(next + 1))) { return true }
    }
    return false
  }

  /// 扭转前年的跌势: the time belongs to a noun in the middle of a clause without a figure.
  private func isAttribute(at index: Int) -> Bool {
    guard index + 1 < sentence.upperBound, block.tokens[index + 1].has(.of), !opensClause(index) else { return false }
    return !(index..<min(block.clauseEnd[index], index + 40)).contains { figures[$0] }
  }

  /// 提出的到2025年达到12件的目标: the year is that of the target only.
  private func isOfTarget(_ index: Int) -> Bool {
    let rest = (index + 1)..<min(block.clauseEnd[index], index + 30)
    return rest.contains { block.tokens[$0].has(.of) } && rest.contains { block.string($0..<($0 + 1)).hasSuffix("目标") }
  }

  /// 三年间 beside a movement, “十四五”以来 or 而“十三五”末 in a later clause of a sentence that has its year.
  private func isOfClauseOnly(_ time: TimeExpression, _ period: Period, at index: Int) -> Bool {
    if time.isBeside, block.clauseStart[index] != index { return true }
    if let year = calendar.year, period.end.year > year, isOfTarget(index) { return true }
    guard isDated, let held = calendar.current?.value else { return false }
    if time.isSince || time.lastYears != nil { return period.start.year < held.start.year }
    return index > 0 && block.reads(index - 1, "而") && period.end.year < held.start.year
  }

  /// 与2021年相比: the word of comparison stands behind the time.
  private func comparisonCloses(after index: Int) -> Bool {
    for next in (index + 1)..<min(index + 4, sentence.upperBound) where next < sentence.upperBound {
      if block.tokens[next].punctuation != nil || block.tokens[next].quantity != nil { return false }
      if block.tokens[next].has(.compare) {
        return ["相比", "相较"].contains(block.string(next..<(next + 1)))
      }
    }
    return false
  }

  /// Only markers, places and adverbs stand before the time in its clause.
  private func opensClause(_ index: Int) -> Bool {
    index - block.clauseStart[index] < 20 && block.tokens[block.clauseStart[index]..<index].allSatisfy { token in
      token.place != nil || token.time != nil || token.punctuation != nil
        || token.has([.marker, .adverb, .conjunction, .within, .selfName]) || Self.entering.contains(String(scalars: block.written[token.range]))
        || token.range.count == 1 && block.written[token.range.lowerBound] == "在"
    }
  }

  /// 进入今年，…: the verb before a time that opens a new stretch of the text.
  private static let entering: Set<String> = ["进入", "步入", "迈入", "跨入"]

  private func isFromTime(_ index: Int) -> Bool { index > 0 && block.tokens[index - 1].has(.from) }

  private func basePeriod(_ time: TimeExpression) -> Period? {
    if time.year == .relative(-1), time.part == .whole, let current = calendar.standing?.value {
      return Period(
        .init(year: current.start.year - 1, month: current.start.month), .init(year: current.end.year - 1, month: current.end.month))
    }
    return calendar.period(of: time)
  }

  /// The period of the number at `index`: the base of comparison right before it, or the one that holds.
  func period(at index: Int) -> Worded<Period>? {
    if let local, local.clause == block.clauseStart[index] { return local.period }
    if let base, let period = base.period, startsMovement(at: index) {
      return Worded(value: period, words: block.string(base.token..<(base.token + 1)))
    }
    if let base, base.token < index, index - base.token < 16, let period = base.period, block.tokens[index].quantity?.kind != .times,
      !block.tokens[(base.token + 1)..<index].contains(where: { $0.has([.rise, .fall]) }) || isFromTime(base.token),
      block.tokens[(base.token + 1)..<index].allSatisfy({ $0.has([.of, .predicate, .adverb, .done, .rise, .fall]) || $0.word?.before != nil || $0.word?.classes.contains(.noun) ?? ($0.kind == .text) })
    {
      return Worded(value: period, words: block.string(base.token..<(base.token + 1)))
    }
    return calendar.standing
  }

  /// 较上年末…，由第12位前移: the position a movement starts from, in a sentence that named what it compares with.
  private func startsMovement(at index: Int) -> Bool {
    guard block.tokens[index].quantity?.isOrdinal ?? false else { return false }
    return (max(block.clauseStart[index], index - 2)..<index).contains { block.tokens[$0].has(.from) && $0 + 1 < block.tokens.count && block.tokens[$0 + 1].time == nil }
  }
}
