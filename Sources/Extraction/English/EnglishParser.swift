import Articles
import Indicators
import Lingua

/// Parses the English sentences of one block into mentions and statements, by the constructions of
/// ``EnglishConstructions``. It knows the language and the words of the block, nothing of the document.
struct EnglishParser {
  let written: [Unicode.Scalar]
  let offsets: [Int]
  let ends: [Int: Int]
  let words: EnglishWords
  let gazetteer: Gazetteer
  let tokens: [EnglishToken]
  let chunks: [EnglishChunk]
  /// Statements of the block so far; ``Head/same(_:)`` and ``Owner/same(_:)`` count in them.
  var statements: [Statement] = []
  var mentions: [Mention] = []

  // What holds within a sentence; all indices are of chunks.
  var sentence: Range<Int> = 0..<0
  var firstOfSentence = 0
  /// What the sentence speaks of.
  var subject: EnglishName?
  /// A noun phrase before a comma that no verb has taken yet: The value of sales, estimated at 3 million, fell.
  var openName: EnglishName?
  /// The place of the sentence: In the euro area, …; China’s office ….
  var area: String?
  /// A comparison that opens the sentence: Compared with March 2023, ….
  var comparison: BasisMention?
  /// The members of lists that respectively joins, by the figures they are of.
  var respective: [Int: Member] = [:]
  /// Whether a time stands before its first verb and figure.
  private var opensSentence = false
  /// For chunks in brackets, and the brackets themselves, the chunk that opens them.
  private(set) var bracketOf: [Int: Int] = [:]
  /// The bracket that the figure at hand stands in.
  private var here: Int?
  /// Bases named first: between July and August.
  private var bases: [Int: TimeExpression] = [:]
  /// Times that have been told to the frame.
  var told: Set<Int> = []
  /// Times and bases that a figure has taken for itself.
  var bound: Set<Int> = []

  /// The time that governs sentences of the paragraph without one of their own: the one that opens it.
  private var paragraphTime: TimeMention?
  /// What the blocks before leave.
  private var context = Context()
  /// Whether the article is about a body, so that places are parts of names: sales in Europe.
  var isOfBody: Bool { context.isOfBody }

  /// What a block leaves for those after it.
  struct Context {
    /// The time that the article speaks of: the first it tells.
    fileprivate var time: TimeMention?
    /// Whether the article is about a company or office.
    var isOfBody = false
    /// The name last measured.
    fileprivate var name: String?
    /// What was last said to rise or fall without a figure: a decrease in house prices.
    fileprivate var moved: String?
  }

  /// Parses a block.
  static func parse(
    written: [Unicode.Scalar], offsets: [Int], edits: [SourceEdit], _ language: EnglishKnowledge, context: inout Context
  ) -> Paragraph {
    var parser = EnglishParser(written: written, offsets: offsets, ends: endsInFile(edits), language)
    parser.context = context
    let paragraph = parser.run()
    context = parser.context
    return paragraph
  }

  private init(written: [Unicode.Scalar], offsets: [Int], ends: [Int: Int], _ language: EnglishKnowledge) {
    self.written = written
    self.offsets = offsets
    self.ends = ends
    words = language.words
    gazetteer = language.gazetteer
    tokens = EnglishScanner.tokens(of: written, words: words)
    chunks = EnglishChunker.chunks(of: tokens, written: written, language)
  }

  /// Chunks of one sentence at most; longer ones are cut so that work stays linear.
  private static let longestSentence = 200

  private mutating func run() -> Paragraph {
    var paragraph = Paragraph()
    var start = 0
    for index in chunks.indices {
      let isLast = index == chunks.count - 1
      guard chunks[index].border == .stop || isLast || index - start >= Self.longestSentence else { continue }
      let end = chunks[index].border == .stop ? index : index + 1
      if end > start { paragraph.sentences.append(read(start..<end)) }
      start = index + 1
    }
    if statements.isEmpty, chunks.count < 16 { paragraph.headed = companyNamed }
    return paragraph
  }

  /// Nordhaven Airport in detail: the name in capitals, of two words at least, that ends like that of a company.
  private var companyNamed: String? {
    var start = chunks.startIndex
    while start < chunks.endIndex {
      var end = start
      while end < chunks.endIndex, chunks[end].isWord, tokens[chunks[end].tokens.lowerBound].isCapital { end += 1 }
      let words = end > start + 1 ? join(Array(start..<end)) : ""
      if !words.isEmpty, isBody(EnglishName(words: words)) { return words }
      start = max(end, start + 1)
    }
    return nil
  }

  private mutating func read(_ range: Range<Int>) -> Sentence {
    // It, They, The office: the sentence goes on about the place of the one before.
    let goesOn = ["it", "they", "its", "their", "this"].contains(text(range.lowerBound))
    sentence = range
    firstOfSentence = statements.count
    mentions = []
    openName = nil
    comparison = nil
    opensSentence = false
    if !goesOn {
      subject = nil
      area = nil
    }
    findBrackets()
    findBases()
    respective = respectiveMembers()
    let hasFigure = range.contains { chunks[$0].isFigure }
    var index = range.lowerBound
    while index < range.upperBound {
      switch chunks[index].kind {
      case .time(let time): if !told.contains(index), !bound.contains(index) { tell(time, at: index) }
      case .basis(let basis): if !bound.contains(index), isOpening(index) { comparison = basis }
      case .quantity, .fraction, .position, .run: if hasFigure { readFigure(at: index) }
      case .border(.open): mentions.append(.bracketOpens)
      case .border(.close): mentions.append(.bracketCloses)
      case .border(.comma), .border(.semicolon), .border(.dash), .border(.colon): closeClause(before: index)
      case .place, .word, .border: break
      }
      index += 1
    }
    closeClause(before: range.upperBound)
    settleTimes()
    if let name = statements[firstOfSentence...].last(where: { if case .own(let words) = $0.head { !isOfActors(EnglishName(words: words)) } else { false } })?.head.words { context.name = name }
    if let moved = movedThing(range) { context.moved = moved.words }
    return Sentence(range: place(of: range), mentions: mentions, hasFigure: statements.count > firstOfSentence)
  }

  /// English tells a time with its figure, and it holds for that sentence; a sentence without one is of the time that opened
  /// its paragraph, else of the time that the article speaks of.
  private mutating func settleTimes() {
    let times = mentions.compactMap { if case .time(let mention) = $0, !mention.time.isEmpty { mention } else { nil } }
    if let first = times.first {
      // 6,290 cases, bringing the total since 1999 to 81,000: an origin holds from where it is told.
      if first.time.isSince, !first.opensClause, let at = mentions.firstIndex(of: .time(first)), mentions[..<at].contains(where: { if case .figure = $0 { true } else { false } }) {
        if let standing = paragraphTime ?? context.time { mentions.insert(.time(standing), at: 0) }
        return
      }
      // Exports rose 5.2% to $45.3 billion in 2023: the first time of the sentence is that of all figures before it.
      if let at = mentions.firstIndex(of: .time(first)), at > 0 {
        if !first.opensClause {
          mentions.remove(at: at)
          mentions.insert(.time(first), at: 0)
        } else if mentions[..<at].contains(where: { if case .figure = $0 { true } else { false } }), let standing = paragraphTime ?? context.time {
          mentions.insert(.time(standing), at: 0)
        }
      }
      if context.time == nil, statements.count > firstOfSentence { context.time = first }
      if opensSentence || paragraphTime == nil && !first.opensClause { paragraphTime = first }
    } else if let standing = isDone ? paragraphTime.flatMap({ $0.time.isStock ? nil : $0 }) ?? context.time : paragraphTime ?? context.time {
      mentions.insert(.time(standing), at: 0)
    }
  }

  /// By December 2024, the backlog was …. The tribunal issued 538 decisions: what is done flows through the year, while a date was
  /// told for what stands at it.
  private var isDone: Bool {
    guard let time = paragraphTime?.time, time.isStock, let whole = context.time?.time, whole.part == .whole, whole.year == time.year else { return false }
    return sentence.contains { isWord($0) && words.actions.contains(text($0)) && isPredicate($0) }
  }

  /// The name last measured in the text before.
  var nameBefore: String? { context.name }
  var movedBefore: String? { context.moved }

  /// Notes which chunks of the sentence stand in which bracket; nested brackets count as one.
  private mutating func findBrackets() {
    bracketOf = [:]
    here = nil
    var open: Int?
    for index in sentence {
      if open == nil, chunks[index].border == .open, let close = ((index + 1)..<sentence.upperBound).first(where: { chunks[$0].border == .close || chunks[$0].border == .open }), chunks[close].border == .close {
        open = index
      }
      if let open { bracketOf[index] = open }
      if chunks[index].border == .close { open = nil }
    }
  }

  /// between July and August 2025: the first is what the second is compared with.
  private mutating func findBases() {
    bases = [:]
    for index in sentence.dropLast(3) where text(index) == "between" && text(index + 2) == "and" {
      let last = text(index + 3) == "the" && index + 4 < sentence.upperBound ? index + 4 : index + 3
      guard var first = chunks[index + 1].time, let second = chunks[last].time, !first.isEmpty, !second.isEmpty else { continue }
      if first.year == .inherited, case .absolute(let year) = second.year {
        var isYearBefore = false
        if case .months(let from, _) = first.part, case .months(let to, _) = second.part { isYearBefore = from > to }
        first.year = .absolute(isYearBefore ? year - 1 : year)
      }
      bases[index + 1] = first
    }
  }

  /// The time of a chunk, with the year that a later one gives it.
  func time(_ index: Int) -> TimeExpression? { bases[index] ?? (sentence.contains(index) ? chunks[index].time : nil) }

  /// Sets which bracket the figure at hand stands in.
  mutating func enter(bracketOf index: Int) { here = bracketOf[index] }

  // MARK: Places in text

  /// Code points of the file of the chunks of `range`.
  func place(of range: Range<Int>) -> Range<Int> {
    guard let first = chunks[range].first, let last = chunks[range].last else { return 0..<0 }
    return place(ofTokens: first.tokens.lowerBound..<last.tokens.upperBound)
  }

  func place(ofTokens range: Range<Int>) -> Range<Int> {
    guard let first = tokens[range].first?.range.lowerBound, let last = tokens[range].last?.range.upperBound, last > first, offsets.indices.contains(last - 1)
    else { return 0..<0 }
    let end = ends[offsets[last - 1]] ?? offsets[last - 1] + 1
    return offsets[first]..<max(end, offsets[first])
  }

  /// The first token of a chunk, lower case; empty outside the sentence.
  func text(_ index: Int) -> String { chunks.indices.contains(index) ? tokens[chunks[index].tokens.lowerBound].text : "" }
  func isWord(_ index: Int) -> Bool { sentence.contains(index) && chunks[index].isWord }

  /// The text of a chunk as written.
  func string(_ index: Int) -> String {
    guard let first = tokens[chunks[index].tokens].first, let last = tokens[chunks[index].tokens].last else { return "" }
    return String(scalars: written[first.range.lowerBound..<last.range.upperBound])
  }

  /// A place as the text has it, without its article.
  func placeName(_ index: Int) -> String {
    let written = string(index)
    for article in ["the ", "The "] where written.hasPrefix(article) { return String(written.dropFirst(article.count)) }
    return written
  }

  // MARK: Clauses

  /// The first chunk of the clause of `index`: after a comma, bracket, dash or figure, or after and, while, but.
  ///
  /// - Parameter passesBrackets: what stands in brackets before does not end it.
  func clauseStart(of index: Int, passesBrackets: Bool = true) -> Int {
    var at = index
    while at > sentence.lowerBound {
      let before = chunks[at - 1]
      if passesBrackets, before.border == .close, let open = bracketOf[at - 1], open < at - 1, bracketOf[index] != open {
        at = open
        continue
      }
      if before.border != nil || before.isFigure { break }
      if before.isWord, isReporting(at - 1) { break }
      if before.isWord, Self.joints.contains(text(at - 1)), hasVerb(at..<index), text(at - 1) != "and" || hasVerbBefore(at - 1) { break }
      at -= 1
    }
    return at
  }
  /// The ministry announced today that …, it was estimated that …: that closes who says it.
  func isReporting(_ that: Int) -> Bool {
    guard text(that) == "that" else { return false }
    return (max(sentence.lowerBound, that - 3)..<that).contains { isWord($0) && Self.saying.contains(text($0)) }
  }
  private static let saying: Set<String> = [
    "said", "says", "announced", "announces", "reported", "reports", "estimates", "estimated", "estimate", "noted", "notes", "stated", "showed", "shows", "show", "found", "finds", "confirmed", "revealed", "indicated", "indicates",
    "indicate", "expects", "expect", "expected", "forecasts", "forecast", "projects", "projected", "predicts", "predicted", "suggests", "suggest",
  ]
  private static let joints: Set<String> = ["while", "whereas", "but", "although", "though", "whilst", "and"]

  /// Exports to Vietnam rose and exports to Malaysia …: a verb stands before as well.
  private func hasVerbBefore(_ index: Int) -> Bool {
    var at = index - 1
    while at >= sentence.lowerBound, chunks[at].border == nil {
      if isPredicate(at) || chunks[at].isFigure { return true }
      at -= 1
    }
    return false
  }

  func hasVerb(_ range: Range<Int>) -> Bool { range.contains { isPredicate($0) } }

  /// Whether a word takes what stands before it as its subject.
  func isPredicate(_ index: Int) -> Bool {
    guard isWord(index) else { return false }
    if let bracket = bracketOf[index], bracket != here { return false }
    let word = text(index)
    if isAttribute(index) { return false }
    if words.links.contains(word) || words.actions.contains(word) && !isParticiple(index) { return true }
    if words.shareVerbs.match(tokens, at: chunks[index].tokens.lowerBound) != nil { return !isNominal(index) }
    if words.rankVerbs.contains(word) {
      // ranked third, moved up to third place, climbed from ninth
      var next = index + 1
      while next - index <= 3, isWord(next), ["up", "down", "to", "from", "only", "joint", "back", "at", "the", "in", "as"].contains(text(next)) { next += 1 }
      if chunks.indices.contains(next), case .position = chunks[next].kind { return true }
    }
    return isMovement(index) && !isNominal(index)
  }

  /// the estimated number, total registered capital: a participle between an article and a noun.
  private func isAttribute(_ index: Int) -> Bool {
    let word = text(index)
    guard word.hasSuffix("ed") || word.hasSuffix("ing"), isWord(index + 1) else { return false }
    // Registered trademarks stood at …
    let opens = word.hasSuffix("ed") && (index == sentence.lowerBound || chunks[index - 1].border == .semicolon)
    guard opens || ["the", "a", "an", "its", "their", "this", "total", "all", "of", "newly"].contains(text(index - 1)) else { return false }
    return !Self.nounEnds.contains(text(index + 1)) && !["in", "of", "for", "to", "by"].contains(text(index + 1)) && !text(index + 1).hasSuffix("ly")
  }

  func isMovement(_ index: Int) -> Bool { direction(ofVerb: index) != 0 }

  /// 1 for a verb of rising, -1 for one of falling, 0 for others.
  func direction(ofVerb index: Int) -> Int {
    guard isWord(index) else { return 0 }
    if ["up", "down", "out", "off"].contains(text(index)), words.particleVerbs.contains(text(index - 1)) { return 0 }
    let start = chunks[index].tokens.lowerBound
    if words.rise.match(tokens, at: start) != nil { return 1 }
    return words.fall.match(tokens, at: start) != nil ? -1 : 0
  }

  /// increase, rise and drop are nouns after an article, an adjective or a preposition.
  func isNominal(_ index: Int) -> Bool {
    let word = text(index)
    guard words.riseNouns.contains(word) || words.fallNouns.contains(word) || words.shareNouns.contains(word) || ["hold", "cut", "account", "accounts", "report", "reports", "show"].contains(word) else { return false }
    let before = text(index - 1)
    if ["the", "a", "an", "this", "of", "annual", "monthly", "quarterly", "fastest", "largest", "highest", "lowest", "sharpest", "biggest", "strongest", "strong", "slight", "sharp", "further", "in", "and", "with", "no", "'s", "’s", "after", "small", "modest", "steady", "average", "year-on-year", "month-on-month"].contains(before) { return true }
    if chunks.indices.contains(index - 1), case .basis = chunks[index - 1].kind { return true }
    return chunks.indices.contains(index - 1) && chunks[index - 1].isFigure
  }

  /// applications filed by residents, cases concluded: a participle after its noun, with no object.
  func isParticiple(_ index: Int) -> Bool {
    guard text(index).hasSuffix("ed") || ["held", "sold", "built", "spent", "made", "paid", "sent", "bought", "lent", "lost", "won", "grown", "drawn", "shipped"].contains(text(index)) else { return false }
    let next = text(index + 1)
    return ["by", "worldwide", "globally", "under", "through", "at", "with", "via", "from", "abroad", "overseas", "nationwide"].contains(next) && sentence.contains(index + 1)
      || ["in", "to", "for", "on"].contains(next) && ((index + 1)..<min(index + 8, sentence.upperBound)).contains { isPredicateWord($0) }
  }
  private func isPredicateWord(_ index: Int) -> Bool { isWord(index) && (words.links.contains(text(index)) || isMovement(index) && !isNominal(index)) }

  /// Takes note of the name and the place that a clause leaves for those after it.
  private mutating func closeClause(before index: Int) {
    var start = index
    while start > sentence.lowerBound {
      // The labour cost index (LCI) for wage rates, …: what stands in brackets ends no clause.
      if chunks[start - 1].border == .close, let open = bracketOf[start - 1], open > sentence.lowerBound, chunks[open..<start].allSatisfy({ !$0.isFigure }) {
        start = open
        continue
      }
      if chunks[start - 1].border != nil { break }
      start -= 1
    }
    guard start < index else { return }
    let range = start..<index
    let outside = here
    here = bracketOf[start]
    defer { here = outside }
    if let first = range.first(where: { isPredicate($0) }) {
      guard first > range.lowerBound, !range.contains(where: { chunks[$0].isFigure }) else { return }
      // Increases were registered in exports to most destinations, …: what increased is what the sentence speaks of.
      if let moved = movedThing(range) {
        take(moved)
      } else if let name = complement(of: range, verb: first) ?? name(range.lowerBound..<first), !name.isPronoun {
        take(name)
      }
      return
    }
    guard !range.contains(where: { chunks[$0].isFigure }) else { return }
    // In the euro area, …
    if let place = range.first(where: { chunks[$0].place != nil }), range.count <= 4, ["in", "across", "for"].contains(text(range.lowerBound)) || range.count == 1 && start == sentence.lowerBound {
      area = placeName(place)
      return
    }
    if !["in", "on", "at", "by", "for", "with", "according", "as", "of", "after", "over", "compared", "among", "including", "during", "to", "from", "under", "since", "together", "meanwhile", "however", "overall", "seasonally", "excluding"].contains(text(start)), let name = name(range), openName == nil && subject == nil || ["which", "who", "whose"].contains(text(index + 1)) {
      openName = name
      // India, in contrast, slipped to seventh.
      if name.words.isEmpty, let place = name.area { area = place }
    }
  }

  /// a decrease was recorded in the value of exports, an annual increase in house prices: what a noun of movement is said of; nil
  /// where none is, or only a time or place.
  func movedThing(_ range: Range<Int>) -> EnglishName? {
    guard let noun = range.first(where: { isWord($0) && (words.riseNouns.contains(text($0)) || words.fallNouns.contains(text($0))) && !words.links.contains(text($0)) }) else { return nil }
    var at = noun + 1
    while at < range.upperBound, at - noun <= 4, isWord(at), ["was", "were", "is", "are", "also", "again", "registered", "recorded", "seen", "observed", "noted", "reported", "found"].contains(text(at)) { at += 1 }
    guard at + 1 < range.upperBound, ["in", "of", "for"].contains(text(at)), chunks[at + 1].isWord else { return nil }
    var end = at + 1
    while end < range.upperBound, chunks[end].border == nil || bracketOf[end] != nil, !chunks[end].isFigure, !isPredicate(end) { end += 1 }
    guard let name = name((at + 1)..<end), !name.words.isEmpty, !name.words.hasPrefix("same ") else { return nil }
    return name
  }

  /// The most specified class was computer hardware, …: what a clause with a superlative says its subject is.
  private func complement(of range: Range<Int>, verb: Int) -> EnglishName? {
    guard ["was", "were", "is", "are", "remained", "became"].contains(text(verb)), let superlative = (range.lowerBound..<verb).first(where: { words.superlatives.contains(text($0)) }), text(superlative - 1) == "the",
      let name = name((verb + 1)..<range.upperBound), !name.words.isEmpty
    else { return nil }
    return name
  }

  /// Makes a name what the sentence speaks of.
  mutating func take(_ name: EnglishName) {
    if let place = name.area { area = place }
    if !name.words.isEmpty { subject = name }
  }

  /// Whether only prepositions of comparison stand before a time or basis in its clause, which a comma closes.
  func isOpening(_ index: Int) -> Bool {
    let start = clauseStart(of: index)
    guard index - start <= 3, !(start..<index).contains(where: { isPredicate($0) }) else { return false }
    return ["compared", "comparing", "on", "from", "against", "over", "relative", "year", "between"].contains(text(start)) || start == index
  }

  // MARK: Times

  /// Whether a time is the base of a comparison: from March 2023, compared with 2022, than in 2021.
  func isBase(_ index: Int) -> Bool {
    guard chunks.indices.contains(index) else { return false }
    let before = text(index - 1)
    // for the period from January to October
    if before == "from", string(index).contains(" to ") || string(index).contains("-") || string(index).contains("–"), text(index - 2) == "period" || clauseStart(of: index) == index - 1 { return false }
    // above that of October 2019
    if before == "of", text(index - 2) == "that", ["above", "below", "over", "under"].contains(text(index - 3)) { return true }
    if chunks[index].time?.yearsBefore != nil || bases[index] != nil { return true }
    // the 2018 level
    if ["level", "levels", "figure", "total"].contains(text(index + 1)) { return true }
    if before == "in" || before == "of" || before == "for" || before == "at", ["than", "from", "with", "that", "level", "levels", "those", "recorded"].contains(text(index - 2)) {
      if text(index - 2).hasPrefix("level") { return true }
      return ["than", "with", "from"].contains(text(index - 2)) || isBaseWord(index - 2)
    }
    // three times as many as in 2024
    if before == "in", text(index - 2) == "as", ["many", "much", "high", "large"].contains(text(index - 3)) { return true }
    return isBaseWord(index)
  }

  /// A word of comparison stands before, at most a few words away, with no figure between.
  private func isBaseWord(_ index: Int) -> Bool {
    var at = index - 1
    while at >= sentence.lowerBound, index - at <= 4, chunks[at].isWord {
      let word = text(at)
      if ["than", "against", "versus", "vs", "over"].contains(word) { return true }
      if word == "from" { return !isSpan(at) }
      if word == "on" { return at == index - 1 }
      if word == "with" || word == "to" { return ["compared", "comparison", "relative", "comparing"].contains(text(at - 1)) || word == "with" && text(clauseStart(of: at)) == "comparing" }
      if isPredicate(at) { return false }
      at -= 1
    }
    return false
  }

  /// from January to March, from 2019 to 2023.
  private func isSpan(_ index: Int) -> Bool {
    (index + 1)..<min(index + 5, sentence.upperBound) ~= index + 2 && text(index + 2) == "to" && chunks.indices.contains(index + 3) && chunks[index + 3].time != nil
  }

  /// Tells the time frame of a time that holds for figures: its mention stands before them.
  mutating func tell(_ time: TimeExpression, at index: Int) {
    told.insert(index)
    if time.isSince, isOfRecord(index) { return }
    if isBase(index) {
      if isOpening(index), !time.isEmpty { comparison = .against(self.time(index) ?? time) }
      return
    }
    mentions.append(
      .time(TimeMention(time: time, words: string(index), clause: clauseStart(of: index), opensClause: opensClause(index))))
    if !time.isEmpty, statements.count == firstOfSentence, !hasVerb(sentence.lowerBound..<index) { opensSentence = true }
  }

  /// the largest fall since 2021, for the first time since 2008: how long a record stands is no period of figures.
  func isOfRecord(_ index: Int) -> Bool {
    var at = index - 1
    while at >= sentence.lowerBound, index - at <= 8, chunks[at].isWord || chunks[at].place != nil || !chunks[at].isFigure && chunks[at].border == nil {
      if words.superlatives.contains(text(at)) || ["sharpest", "steepest", "weakest", "slowest", "greatest", "worst", "level", "first", "record", "peak", "low", "high"].contains(text(at)) { return true }
      at -= 1
    }
    return false
  }

  /// Only joints, prepositions and articles stand between the start of its clause and a time.
  private func opensClause(_ index: Int) -> Bool {
    let start = clauseStart(of: index)
    guard start == sentence.lowerBound || chunks[start - 1].border != nil && chunks[start - 1].border != .close || chunks[start - 1].isWord || isWord(start) && Self.joints.contains(text(start)) else { return false }
    return (clauseStart(of: index)..<index).allSatisfy { isWord($0) && (Self.outer.contains(text($0)) || text($0) == "alone") }
  }

  /// A time behind a figure, in its own clause: filed 51,020 applications in 2021.
  ///
  /// - Returns: whether one was told.
  mutating func tellTimeBehind(_ index: Int) -> Bool {
    var at = index + 1
    while at < sentence.upperBound, at - index < 14 {
      let chunk = chunks[at]
      if chunk.border != nil, chunk.border != .open { break }
      if chunk.isFigure { break }
      if chunk.isWord, ["while", "whereas", "but", "followed", "after", "from"].contains(text(at)) || text(at) == "and" && ["in", "during"].contains(text(at + 1)) { break }
      if let time = chunk.time, !told.contains(at), !bound.contains(at), !isBase(at) {
        tell(time, at: at)
        return true
      }
      at += 1
    }
    return false
  }
}
