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
  /// With a stop at the end.
  let tokens: [EnglishToken]
  let chunks: EnglishChunks
  /// Statements of the block so far; ``Head/same(_:)`` and ``Owner/same(_:)`` count in them.
  var statements: [Statement] = []
  var mentions: [Mention] = []

  // What holds within a sentence; all indices are of chunks.
  var sentence: Range<Int> = 0..<0
  var firstOfSentence = 0
  /// What the sentence speaks of.
  var subject: EnglishName?
  /// What the sentences of the block spoke of last.
  var blockSubject: EnglishName?
  /// A noun phrase before a comma that no verb has taken yet: The value of sales, estimated at 3 million, fell.
  var openName: EnglishName?
  /// The place of the sentence: In the euro area, …; China’s office ….
  var area: String?
  /// A comparison that opens the sentence: Compared with March 2023, ….
  var comparison: BasisMention?
  /// The members of lists that respectively joins, by the figures they are of.
  var respective: [Int: Member] = [:]
  /// Whether a time stands before its first verb and figure.
  var opensSentence = false
  /// For chunks in brackets, and the brackets themselves, the chunk that opens them.
  private(set) var bracketOf: [Int: Int] = [:]
  /// The bracket that the figure at hand stands in.
  var here: Int?
  /// Bases named first: between July and August.
  var bases: [Int: TimeExpression] = [:]
  /// For the years behind first ends that are parts of years, the same part: between the fourth quarters of 2010 and 2011.
  var partsOfYears: [Int: TimeExpression.Part] = [:]
  /// Times that have been told to the frame.
  var told: Set<Int> = []
  /// In Offshore Energy, of a company: the branch that the sentence speaks of.
  var segment: String?
  /// in billions of dollars: the multiplier that amounts of money go without from there on.
  var statedScale: String?
  /// By statements whose names told whose share of what they are, the whole: coal’s share of generation.
  var sharesOut: [Int: String?] = [:]
  /// Times and bases that a figure has taken for itself.
  var bound: Set<Int> = []

  /// The time that governs sentences of the paragraph without one of their own: the one that opens it.
  var paragraphTime: TimeMention?
  /// What the blocks before leave.
  var context = Context()
  /// Whether the article is about a body, so that places are parts of names: sales in Europe.
  var isOfBody: Bool { context.isOfBody }

  /// The name of that body.
  var body: String? { context.body }

  /// The organisation of several countries that the article is about.
  var organisation: String? { context.organisation }

  /// What a block leaves for those after it.
  struct Context {
    /// The time that the article speaks of: the first it tells.
    var time: TimeMention?
    /// Whether the article is about a company or office.
    var isOfBody = false
    /// Its name.
    var body: String?
    var organisation: String?
    /// Words that the article has in capitals inside a sentence.
    var proper: Set<String> = []
    /// The name last measured.
    fileprivate var name: String?
    /// The name last measured by more than a bracket behind a member of a list.
    fileprivate var main: String?
    /// Names measured so far, the last of them, a few.
    fileprivate var names: [String] = []
    /// The name last measured that is more than a bare part.
    fileprivate var whole: String?
    /// The share last told of, and its whole.
    fileprivate var share: (name: String, scope: String?)?
    /// What was last said to rise or fall without a figure: a decrease in house prices.
    fileprivate var moved: String?
  }

  /// The words in capitals inside a sentence of a block that is not written in capitals throughout.
  var wordsInCapitals: Set<String> {
    let plain = tokens.filter { $0.isWord && $0.text.count > 2 }
    let capitals = plain.filter { $0.isCapital }
    guard capitals.count * 2 < plain.count else { return [] }
    var found: Set<String> = []
    for index in tokens.indices.dropFirst() where tokens[index].isWord && tokens[index].isCapital && tokens[index].text.count > 2 {
      let before = tokens[index - 1].kind
      if before == .word || before == .comma || before == .possessive { found.insert(tokens[index].text) }
    }
    return found
  }

  /// Parses the block behind those that `context` comes from.
  consuming func parse(in context: inout Context) -> Paragraph {
    self.context = context
    let paragraph = run()
    context = self.context
    return paragraph
  }

  /// Takes a block apart into its tokens and chunks, without the blocks before it.
  init(written: [Unicode.Scalar], offsets: [Int], edits: [SourceEdit], _ language: EnglishKnowledge) {
    self.written = written
    self.offsets = offsets
    ends = endsInFile(edits)
    words = language.words
    gazetteer = language.gazetteer
    let own = EnglishScanner.tokens(of: written, words: words)
    chunks = EnglishChunks(EnglishChunker.chunks(of: own, written: written, language), end: own.count)
    tokens = own + [EnglishToken(kind: .stop, text: "", range: written.count..<written.count)]
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
    if statements.isEmpty, chunks.count < 8 { paragraph.adjustment = adjustment }
    if chunks.count == 1, let place = chunks[0].place, gazetteer.level(of: place) != .world {
      paragraph.headedPlace = NamedPlace(placeName(0), .country, code: gazetteer[place].code)
    }
    return paragraph
  }

  /// SEASONALLY ADJUSTED ESTIMATES: how the figures of a section were adjusted, as its heading says.
  private var adjustment: String? {
    let words = chunks.indices.flatMap { chunks[$0].tokens.map { tokens[$0].text } }
    guard let last = words.last, self.words.seriesNouns.contains(last) else { return nil }
    let rest = words.dropLast().joined(separator: " ")
    return self.words.adjustments.contains(rest) ? rest : nil
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

  private mutating func read(_ whole: Range<Int>) -> Sentence {
    let range = (endOfDateline(whole) ?? whole.lowerBound)..<whole.upperBound
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
    segment = segmentNamed
    findBrackets()
    findBases()
    findScale()
    respective = respectiveMembers()
    let hasFigure = range.contains { chunks[$0].isFigure }
    // The monthly growth rate was the highest of the year: what is said of a comparison, and no view.
    if !hasFigure, range.count < 14, !range.contains(where: { isPredicate($0) }), let view = basisOfView(in: range) {
      mentions.append(.basis(view))
    }
    var index = range.lowerBound
    /// Where an aside between commas closes whose time holds for it alone.
    var asideEnd: Int?
    while index < range.upperBound {
      switch chunks[index].kind {
      case .time(let time): if !told.contains(index), !bound.contains(index) { tell(time, at: index) }
      case .basis(let basis):
        if !bound.contains(index), isOpening(index) { comparison = basis }
        if !bound.contains(index), tellsNoFigure(clauseOf: index) { mentions.append(.comparison(basis)) }
      case .quantity, .fraction, .position, .run: if hasFigure { readFigure(at: index) }
      case .border(.open): mentions.append(.bracketOpens)
      case .border(.close): mentions.append(.bracketCloses)
      case .border(.comma), .border(.semicolon), .border(.dash), .border(.colon):
        closeClause(before: index)
        if index == asideEnd {
          mentions.append(.bracketCloses)
          asideEnd = nil
        } else if asideEnd == nil, let end = endOfAside(openedBy: index) {
          mentions.append(.bracketOpens)
          asideEnd = end
        }
      case .place, .word, .border: break
      }
      index += 1
    }
    closeClause(before: range.upperBound)
    if let comparison, comparisonOpens, !statements[firstOfSentence...].contains(where: { $0.kind == .change }) {
      // Compared with the previous quarter, prices fell in two states. The falls were …: how the paragraph goes on to compare.
      mentions.append(.basis(comparison))
    }
    settleTimes()
    if let name = statements[firstOfSentence...].last(where: {
      if case .own(let words) = $0.head { !isOfActors(EnglishName(words: words)) && !self.words.namesMovement(words) } else { false }
    })?.head.words {
      context.name = name
      if statements[firstOfSentence...].contains(where: { $0.head.words == name && !$0.construction.hasSuffix("bracket") }) {
        context.main = name
      }
      if context.names.last != name { context.names = context.names.suffix(15) + [name] }
    } else if let name = movingSubject(in: range) {
      context.name = name
    }
    if let name = context.name, !isBarePart(name), !startsBare(name) { context.whole = name }
    if let share = statements[firstOfSentence...].lastIndex(where: { $0.kind == .share && $0.role == .main }), let words = wordsOf(share) {
      context.share = (words, statements[share].scope)
    }
    // Rises were seen in Clothing (0.8%) and Furniture (0.4%): each a member of a list.
    let listsMembers = range.contains { chunks[$0].isFigure && bracketOf[$0] != nil }
    if let moved = movedThing(range), !(listsMembers && moved.words.first?.isUppercase ?? false), !countsOrLasts(moved.words) {
      context.moved = moved.words
    }
    return Sentence(range: place(of: whole), mentions: mentions, hasFigure: statements.count > firstOfSentence)
  }

  /// There were rises in five of the six industries, the first decline in five months: how many or how long is nothing that moves.
  private func countsOrLasts(_ name: String) -> Bool {
    let list = name.lowercased().split(separator: " ").map(String.init)
    guard let first = list.first, let last = list.last else { return false }
    return words.numbers.contains(first) || first.first?.isNumber ?? false || words.prose.times.lengths.contains(last)
  }

  /// Output rose in twelve countries and fell in ten: what moved is told of, though how much is not.
  private func movingSubject(in range: Range<Int>) -> String? {
    guard let verb = range.first(where: { direction(ofVerb: $0) != 0 && isPredicate($0) }),
      case let start = clauseStart(of: verb), verb > start, let name = name(start..<verb), !name.isPronoun, !name.words.isEmpty,
      name.words.first?.isLowercase ?? false || start == range.lowerBound, !isOfActors(name)
    else { return nil }
    return name.words
  }

  /// Applications, which had grown by 304% between 2015 and 2018, fell 2.4%: where a relative clause with a figure and a time of its own
  /// ends, the verb of the sentence behind it.
  private func endOfAside(openedBy comma: Int) -> Int? {
    guard chunks[comma].border == .comma, bracketOf[comma] == nil, text(comma + 1) == "which" || text(comma + 1) == "who" else {
      return nil
    }
    var end = comma + 1
    var hasFigure = false
    var hasTime = false
    while end < sentence.upperBound, chunks[end].border != .comma {
      hasFigure = hasFigure || chunks[end].isFigure
      if let time = chunks[end].time, !time.isEmpty { hasTime = true }
      end += 1
    }
    return hasFigure && hasTime && end + 1 < sentence.upperBound && isPredicate(end + 1) ? end : nil
  }

  /// The comma that opens the aside a chunk stands in.
  func aside(of index: Int) -> Int? {
    guard let comma = (max(sentence.lowerBound, index - 30)..<index).last(where: { chunks[$0].border == .comma }) else { return nil }
    return endOfAside(openedBy: comma).flatMap { $0 > index ? comma : nil }
  }

  /// In Offshore Energy, …; Newport News revenues were …, with an operating margin of 7.2%: the part of the body that the sentence tells
  /// of.
  private var segmentNamed: String? {
    guard isOfBody else { return nil }
    if let named = segmentBeforeAccount { return named }
    guard ["in", "at"].contains(text(sentence.lowerBound)) else { return nil }
    var end = sentence.lowerBound + 1
    while end < sentence.upperBound, end - sentence.lowerBound < 7, chunks[end].isWord || chunks[end].place != nil,
      tokens[chunks[end].tokens.lowerBound].isCapital || ["and", "&", "of"].contains(text(end))
    { end += 1 }
    guard end > sentence.lowerBound + 1, end < sentence.upperBound, chunks[end].border == .comma else { return nil }
    return join(Array((sentence.lowerBound + 1)..<end))
  }

  /// Two words in capitals at least, before what an account is called, that are not the body's own name.
  private var segmentBeforeAccount: String? {
    // In Japan sales were …
    let start = text(sentence.lowerBound) == "in" ? sentence.lowerBound + 1 : sentence.lowerBound
    var end = start
    var count = start - sentence.lowerBound
    while end < sentence.upperBound, count < 6, chunks[end].isWord || chunks[end].place != nil,
      tokens[chunks[end].tokens.lowerBound].isCapital
    {
      count += chunks[end].tokens.count
      end += 1
    }
    guard (2...5).contains(count), isWord(end), words.accountTitles.contains(text(end)) || ["revenues", "operating"].contains(text(end))
    else {
      return nil
    }
    let name = join(Array(start..<end))
    guard let body = context.body, !body.hasPrefix(name), !name.hasPrefix(body) else { return nil }
    return name
  }

  /// For each statement that is told of a branch, its name without it.
  var namesWithoutBranch: [Int: String] = [:]

  /// The name last measured in the text before.
  var nameBefore: String? { context.name }
  /// The names measured in the text before, a few.
  var namesTold: [String] { context.names }
  var wholeBefore: String? { context.whole }
  var mainBefore: String? { context.main }
  /// What the sentence tells of, else what was last measured.
  var nameTold: String? {
    let own = statements[firstOfSentence...].last { if case .own = $0.head { $0.kind != .rank } else { false } }?.head.words
    return own ?? subject.flatMap { $0.words.isEmpty ? nil : $0.words } ?? nameBefore
  }
  var movedBefore: String? { context.moved }
  var shareBefore: (name: String, scope: String?)? { context.share }

  /// Notes which chunks of the sentence stand in which bracket; nested brackets count as one.
  private mutating func findBrackets() {
    bracketOf = [:]
    here = nil
    var open: Int?
    for index in sentence {
      if open == nil, chunks[index].border == .open,
        let close = ((index + 1)..<sentence.upperBound).first(where: { chunks[$0].border == .close || chunks[$0].border == .open }),
        chunks[close].border == .close
      {
        open = index
      }
      if let open { bracketOf[index] = open }
      if chunks[index].border == .close { open = nil }
    }
  }

  /// between July and August 2025: the first is what the second is compared with.
  private mutating func findBases() {
    (bases, partsOfYears) = ([:], [:])
    for between in sentence.dropLast(3) where text(between) == "between" {
      let index = text(between + 1) == "the" && chunks[between + 1].isWord ? between + 1 : between
      guard text(index + 2) == "and" else { continue }
      let last = text(index + 3) == "the" && index + 4 < sentence.upperBound ? index + 4 : index + 3
      guard sentence.contains(last), var first = chunks[index + 1].time, let second = chunks[last].time, !first.isEmpty, !second.isEmpty
      else { continue }
      if first.year == .inherited, case .absolute(let year) = second.year {
        var isYearBefore = false
        if case .months(let from, _) = first.part, case .months(let to, _) = second.part { isYearBefore = from > to }
        first.year = .absolute(isYearBefore ? year - 1 : year)
      }
      // between the fourth quarters of 2010 and 2011
      if case .months = first.part, second.part == .whole, string(index + 1).contains("quarters"), case .absolute = second.year {
        partsOfYears[last] = first.part
      }
      bases[index + 1] = first
    }
  }

  /// between 2023 and 2024 at a chunk: the years at both ends.
  func yearsBetween(at index: Int) -> (first: TimeExpression, last: TimeExpression)? {
    guard text(index) == "between", let span = sentence.contains(index + 1) ? chunks[index + 1].time : nil, let end = span.endYear,
      span.part == .whole
    else { return nil }
    return (TimeExpression(year: span.year), TimeExpression(year: end))
  }

  /// The time of a chunk, with the year that a later one gives it.
  func time(_ index: Int) -> TimeExpression? { bases[index] ?? (sentence.contains(index) ? chunks[index].time : nil) }

  /// The September figures show surpluses, in billions of dollars, with ….
  private mutating func findScale() {
    for index in sentence.dropLast(2) where text(index) == "in" && text(index + 2) == "of" && words.currencies.contains(text(index + 3)) {
      if text(index + 1).hasSuffix("s"), let power = words.multipliers[String(text(index + 1).dropLast())], power > 0 {
        statedScale = String(text(index + 1).dropLast())
      }
    }
  }

  /// Sets which bracket the figure at hand stands in.
  mutating func enter(bracketOf index: Int) { here = bracketOf[index] }

  // MARK: Places in text
}
