import Articles
import Indicators
import Lingua

/// Parses the Chinese sentences of one block into mentions and statements: numbers, times and places with the roles that
/// the constructions of ``Constructions`` give them. It knows the language and the words of the block, nothing of the
/// document.
struct SentenceParser {
  private(set) var block: TokenBlock
  let language: ChineseKnowledge
  var prose: ProseWords { block.prose }
  /// For each token whether it is a number that can be a figure.
  let figures: BoundedRow<Bool>
  /// Statements of the block so far; ``Head/same(_:)`` and ``Owner/same(_:)`` count in them.
  var statements: [Statement] = []
  /// The token of each statement's number.
  var tokens: [Int] = []

  // What holds within the block.
  /// Names before 分别, by the token index of that word.
  var lists: [Int: [ListItem]] = [:]
  var lastList: [ListItem] = []
  var lastListToken = -1
  /// Those that 分别 before the distances from them parts, and that word.
  var standards: (word: Int, members: [String])?
  /// The tokens of the body last found as a subject.
  var bodyTokens: Range<Int> = 0..<0
  /// Numbers that bound a group: 3件以上的案件.
  var thresholds: Set<Int> = []
  /// For a number whose name follows it, the last token of that name.
  var takenNouns: [Int: Int] = [:]
  var paragraph = Paragraph()
  /// The times that the sentence before listed last.
  var listsBefore: [TimeList] = []
  /// The bodies of the block by the last token of their names.
  var bodyEnds: [Int: String] = [:]

  // What holds within a sentence.
  var sentence: Range<Int> = 0..<0
  var firstOfSentence = 0
  /// The time named last as a base of comparison or the start of a movement, and its token.
  var base: (time: TimeExpression, token: Int, isStart: Bool)?
  var mentions: [Mention] = []
  /// The lists in brackets by their percentages.
  var inBrackets: [Int: BracketList] = [:]

  /// A member of a list before 分别.
  struct ListItem: Hashable {
    var head: Head?
    var owner: Owner?
    var time: TimeExpression?
    /// The number is its growth, up or down.
    var growth: Growth?
    /// 第一产业 of 第一、二、三产业增加值: what stands by its number.
    var numbered: String?

    enum Growth: Hashable, Sendable { case rising, falling }
  }

  init(_ block: TokenBlock, _ language: ChineseKnowledge) {
    self.block = block
    self.language = language
    figures = Exclusions.figures(in: block)
    self.block.bareParts = language.measures.bareParts
    self.block.attributes = Set(block.tokens.indices.filter { countsPersons($0) || isOrigin($0) })
  }

  static func parse(_ block: TokenBlock, _ language: ChineseKnowledge) -> Paragraph {
    var parser = SentenceParser(block, language)
    parser.noteBodies()
    for range in block.sentences { parser.read(sentence: range) }
    parser.paragraph.label = parser.label
    return parser.paragraph
  }

  /// Signs of a line that can name what its section measures, at most.
  private static let longestLabel = 12

  /// The words of a short line behind its number, where it is nothing but words.
  var label: String? {
    guard block.tokens.count < Self.longestLabel, !block.tokens.indices.contains(where: { figures[$0] }) else { return nil }
    let rest = Array(block.tokens.indices.drop { block.tokens[$0].punctuation == .colon })
    guard !rest.isEmpty, rest.allSatisfy({ block.tokens[$0].punctuation == nil && block.tokens[$0].quantity == nil }) else { return nil }
    let words = string(rest)
    return words.unicodeScalars.count <= Self.longestLabel ? words : nil
  }

  private mutating func read(sentence range: Range<Int>) {
    sentence = range
    firstOfSentence = statements.count
    base = nil
    mentions = []
    let hasFigure = range.contains { figures[$0] }
    if !hasFigure { introduce(range) }
    inBrackets = hasFigure ? bracketLists(in: range) : [:]
    for index in range {
      if index == block.clauseStart[index] { enterClause(at: index) }
      switch block.tokens[index].kind {
      case .time(let time): read(time, at: index, hasFigure: hasFigure)
      case .quantity where figures[index]: readQuantity(at: index)
      case .punctuation(.open) where block.partner[index] > index: mentions.append(.bracketOpens)
      case .punctuation(.close) where block.partner[index] >= 0: mentions.append(.bracketCloses)
      case .punctuation(.semicolon): restartTime(behind: index)
      case .word(let word) where word.classes.contains(.selfName) && opensMember(index):
        // （全国5963元、全省4881元）
        let words = block.string(index..<(index + 1))
        mentions.append(.subject(SubjectMention(subject: .selfName(words.simplifiedForm), words: words, lasts: false)))
      case .punctuation(.quoteOpen): mentions.append(.quoteOpens)
      case .punctuation(.quoteClose): mentions.append(.quoteCloses)
      default: break
      }
    }
    shareTimes()
    paragraph.sentences.append(
      Sentence(range: block.place(of: sentenceRange), mentions: mentions, continues: goesOn(range), hasFigure: hasFigure))
  }

  /// Whether the word begins a further member of a list in a bracket, its figure behind it.
  private func opensMember(_ index: Int) -> Bool {
    guard index > 0, block.tokens[index - 1].punctuation == .enumeration, block.bracketDepth(at: index) > 0 else { return false }
    return ((index + 1)..<min(index + 4, block.clauseEnd[index])).contains { figures[$0] }
  }

  /// “塬上红”公司是其中的佼佼者。“最忙的时候…: a sentence without a figure that names one body, before a quotation, introduces it.
  private mutating func introduce(_ range: Range<Int>) {
    guard range.upperBound < block.tokens.count, block.tokens[range.upperBound].punctuation == .quoteOpen, !block.inTitle[range.upperBound]
    else { return }
    let named = Set(range.compactMap { bodyEnds[$0] })
    guard named.count == 1, let body = named.first else { return }
    mentions.append(.subject(SubjectMention(subject: .body(body), words: body, lasts: true)))
  }

  private func goesOn(_ range: Range<Int>) -> Bool {
    range.prefix(2).contains { block.tokens[$0].has(.within) || prose.clauses.further.contains(block.plain($0..<($0 + 1))) }
  }

  private var sentenceRange: Range<Int> {
    guard let first = block.tokens[sentence].first, let last = block.tokens[sentence].last else { return 0..<0 }
    return first.range.lowerBound..<last.range.upperBound
  }

  // MARK: Shared by the constructions

  /// The last statement, and whether it stands in this sentence.
  var last: Statement? { statements.last }
  var lastToken: Int? { tokens.last }

  /// Indices of the statements of this sentence.
  var ofSentence: Range<Int> { firstOfSentence..<statements.count }

  func string(_ tokens: [Int]) -> String { block.words(tokens) }

  /// The head on the left of `limit` (a token of the region); nil when there is none.
  func name(in around: Surroundings, before limit: Int? = nil, after lower: Int? = nil) -> (head: Head?, phrase: NamePhrase) {
    var tokens = around.region.tokens
    if let limit { tokens.removeAll { $0 >= limit } }
    if let lower { tokens.removeAll { $0 <= lower } }
    if let number = around.region.quantity, let taken = takenNouns[number] { tokens.removeAll { $0 <= taken } }
    // 人民币汇率为1美元兑7.0074元: what is exchanged is no part of the name.
    if let one = tokens.firstIndex(where: { Exclusions.isExchanged($0, in: block) }) { tokens.removeSubrange(one...) }
    // 连续8个月低于2%: a bound is no name.
    while let last = tokens.last, block.tokens[last].word?.before != nil || block.tokens[last].has(.unbroken) { tokens.removeLast() }
    tokens = withoutPartnerKind(withoutPace(withoutManner(tokens)), behind: around.region.quantity)
    tokens.removeAll { bodyTokens.contains($0) }
    // 另侦破2451宗案件
    tokens.removeAll { block.reads($0, "另") && $0 + 1 < block.tokens.count && block.tokens[$0 + 1].has(.action) }
    var phrase = block.namePhrase(tokens)
    // 软件业务收入增速平稳，达18965亿元: how it went is no name.
    if !phrase.tokens.isEmpty, case let left = beforeCourse(tokens, phrase), left.count < tokens.count, !left.isEmpty,
      withoutCourse(string(phrase.tokens)).isEmpty
    {
      phrase = block.namePhrase(left)
    }
    if let opening = openingOfTrade(phrase) { phrase.tokens.insert(opening, at: 0) }
    if phrase.tokens.isEmpty, statements.count > 1,
      tokens.contains(where: { block.tokens[$0].has(.pronoun) && prose.clauses.formers.contains(block.plain($0..<($0 + 1))) })
    {
      return (.same(statements.count - 2), phrase)
    }
    if phrase.tokens.isEmpty || isPlaceOnly(phrase) { return (nil, phrase) }
    let written = withoutExamples(phrase.isPlaceList ? withoutCount(string(phrase.tokens)) : string(phrase.tokens))
    if let told = pointedTo(written) { return (.own(told), phrase) }
    let bare = withoutCourse(written)
    guard let words = measured(withoutPronoun(withoutChiefly(bare.isEmpty ? written : bare))) else {
      return (nil, phrase)
    }
    // 江川县增长5.0%: whose it is.
    if phrase.tokens.count <= 2, isMunicipal(words) { return (nil, phrase) }
    // 深市2850家公司: the market is whose they are.
    if language.measures.markets.contains(words.simplifiedForm) { return (nil, phrase) }
    // 先进制造行业公司实现营业收入…, told of a market: theirs, and not its own.
    if let kind = kindOfCompanies(openingClauseOf: phrase.tokens.first), language.measures.accounts.contains(words.simplifiedForm) {
      return (.own(kind + words), phrase)
    }
    if let averaged = averaged(words, phrase) { return (.own(averaged), phrase) }
    if prose.names.paces.contains(words.simplifiedForm) { return (nil, phrase) }
    // 2019年春节为5800万人次: when it was.
    if language.measures.festivals.contains(words.simplifiedForm) { return (nil, phrase) }
    // 民航全行业完成5966.7万人次: whose it is, and no name.
    if language.measures.jointWholes.contains(where: { words.simplifiedForm.hasSuffix($0) }) { return (nil, phrase) }
    if isCountedGroup(words) || words.hasPrefix("每") && words.unicodeScalars.count <= 3 { return (nil, phrase) }
    return (words.isEmpty ? nil : head(words, phrase), phrase)
  }

  /// 指数的平均每月 of 指数的平均每月升幅: how a growth is reckoned is no part of what grew.
  func withoutPace(_ tokens: [Int]) -> [Int] {
    guard let last = tokens.last, last + 1 < block.tokens.count, block.tokens[last + 1].has(.growthNoun) else { return tokens }
    let paced = (1...3).last { count in
      guard count < tokens.count else { return false }
      let words = tokens.suffix(count)
      return prose.names.paces.contains(block.plain(words[words.startIndex]..<(last + 1)))
    }
    guard let paced else { return block.tokens[last].has(.of) ? Array(tokens.dropLast()) : tokens }
    let left = Array(tokens.dropLast(paced))
    return left.last.map { block.tokens[$0].has(.of) } ?? false ? Array(left.dropLast()) : left
  }

  /// 120家系直营店: what they are.
  func withoutCopula(_ words: String) -> String {
    let plain = words.simplifiedForm
    guard plain.hasPrefix("系"), plain.count > 2, let next = plain.dropFirst().first, !"列统数谱族".contains(next) else { return words }
    return String(words.dropFirst())
  }

  /// 主要来自广东省的旅客: that most come from there is no part of the name.
  private func withoutChiefly(_ words: String) -> String {
    let plain = words.simplifiedForm
    return prose.clauses.mainly.contains { plain.hasPrefix($0) } ? String(words.dropFirst(2)) : words
  }

  /// 这指数, 该比率 after a sentence that says what 贸易价格比率指数 is: what the last sentences of the block name by that noun.
  private func pointedTo(_ words: String) -> String? {
    let plain = words.simplifiedForm
    guard let lead = prose.clauses.these.first(where: { plain.hasPrefix($0) }), case let noun = String(plain.dropFirst(lead.count)),
      prose.names.takenUp.contains(noun), sentence.lowerBound > 0
    else { return nil }
    var at = sentence.lowerBound - 1
    while at > 0, sentence.lowerBound - at < 80 {
      if block.plain(at..<(at + 1)).hasSuffix(noun) {
        let phrase = block.namePhrase(Array(block.clauseStart[at]..<(at + 1)))
        let told = string(phrase.tokens)
        // What is said of it stands behind.
        let verb = block.plain((at + 1)..<min(at + 2, block.tokens.count))
        if told.simplifiedForm.hasSuffix(noun), told.count > noun.count + 1, prose.clauses.explaining.contains(verb) { return told }
      }
      at -= 1
    }
    return nil
  }

  /// 其毛保费: of what was named before; 其他收入 is a name.
  private func withoutPronoun(_ words: String) -> String {
    // 金价上涨，致个人用品上涨10.5%: what it brought about.
    if words.hasPrefix("致"), words.count > 4 { return String(words.dropFirst()) }
    guard words.hasPrefix("其"), words.count > 2, let next = words.simplifiedForm.dropFirst().first, !"他它余中次实後后间".contains(next) else {
      return words
    }
    return String(words.dropFirst())
  }

  /// 日均发送, 日均装车: an average is another measure than the sum.
  private func averaged(_ words: String, _ phrase: NamePhrase) -> String? {
    guard let first = phrase.tokens.first, first > sentence.lowerBound, !words.isEmpty,
      block.tokens[first - 1].range.upperBound == block.tokens[first].range.lowerBound,
      case let before = block.string((first - 1)..<first), language.measures.averaging.contains(before.simplifiedForm)
    else { return nil }
    // 外出务工农民工月均收入: whose average it is stands right in front.
    var start = first - 1
    while start > sentence.lowerBound, first - start < 6, block.tokens[start - 1].range.upperBound == block.tokens[start].range.lowerBound,
      block.tokens[start - 1].kind == .text || prose.clauses.local.contains(block.plain((start - 1)..<start))
        || block.tokens[start - 1].has([.noun, .action]) && !block.tokens[start - 1].has([.adverb, .marker, .within, .selfName, .body])
    { start -= 1 }
    return (start < first - 1 ? block.string(start..<(first - 1)) : "") + before + words
  }

  /// 审结涉5G通信、芯片设计、新能源等专业技术性较强的案件: what is named as an example is no part of a name.
  private func withoutExamples(_ words: String) -> String {
    guard words.contains("等"), let last = words.lastIndex(of: "、"), let end = words[last...].firstIndex(of: "等"),
      words.distance(from: end, to: words.endIndex) > 4,
      let start = prose.names.reaching.lazy.compactMap({ words.firstRange(of: $0) }).first(where: { $0.upperBound < last })?.lowerBound
    else { return words }
    return String(words[..<start] + words[words.index(after: end)...])
  }

  /// A name without what tells only how its number came about: 总销货价值的临时估计 is 总销货价值, 该月的收入 is 收入, 均价每吨 is 均价,
  /// 备件贡献收入 is 备件收入; nil where nothing is left.
  func measured(_ words: String) -> String? {
    guard words.unicodeScalars.contains(where: { "计計数數该該当當每献獻".unicodeScalars.contains($0) }) else { return words }
    var scalars = Array(words.unicodeScalars)
    var plain: [Unicode.Scalar] { scalars.map(\.halfWidth.simplified) }
    func hasSuffix(_ word: String) -> Bool { plain.reversed().starts(with: word.unicodeScalars.reversed()) }
    for estimate in prose.names.estimates where hasSuffix(estimate) {
      scalars.removeLast(estimate.unicodeScalars.count)
      if let last = scalars.last, last == "的" || last == "之" { scalars.removeLast() }
    }
    for month in prose.names.ofTheTime where plain.starts(with: month.unicodeScalars) {
      scalars.removeFirst(month.unicodeScalars.count)
    }
    if let each = plain.lastIndex(of: "每"), each > 1, scalars.count - each <= 4, plain[each - 1] == "价" { scalars.removeSubrange(each...) }
    for (verb, noun) in prose.names.earned where hasSuffix(verb) && scalars.count > verb.unicodeScalars.count {
      scalars.removeSubrange((scalars.count - verb.unicodeScalars.count)..<(scalars.count - noun.unicodeScalars.count))
    }
    return scalars.isEmpty ? words.isEmpty ? words : nil : String(scalars: scalars)
  }

  /// 三省合计, 两市, 六大区: those just named, no name.
  func isCountedGroup(_ words: String) -> Bool {
    if let kind = words.simplifiedForm.first, kind == "各", language.measures.otherPlaces.contains(String(words.simplifiedForm.dropFirst()))
    {
      return true
    }
    let scalars = words.unicodeScalars.map(\.halfWidth.simplified)
    guard
      scalars.count == 2 && "省市地国县区州者".unicodeScalars.contains(scalars[1])
        || scalars.count == 3 && scalars.dropFirst().allSatisfy({ "省市区县州".unicodeScalars.contains($0) })
        || scalars.dropFirst().first == "大" && language.measures.otherPlaces.contains(String(scalars: scalars.dropFirst(2)))
    else { return false }
    return scalars[0].isDigit || NumeralCharacter(scalars[0]) != nil
  }

  /// What kind of head a phrase is.
  func head(_ words: String, _ phrase: NamePhrase) -> Head {
    if let last = phrase.tokens.last, phrase.tokens.allSatisfy({ block.tokens[$0].has([.action, .verb]) }) {
      return .action(words, last: string([last]))
    }
    guard let last = phrase.tokens.last, phrase.tokens.count == 1, block.tokens[last].has([.dependent, .growthNoun]) else {
      return .own(words)
    }
    return .dependent(words)
  }

  func isPlaceOnly(_ phrase: NamePhrase) -> Bool {
    !phrase.tokens.isEmpty && phrase.tokens.allSatisfy { block.tokens[$0].place != nil || block.tokens[$0].has(.selfName) }
  }

  /// The place a phrase names as its subject.
  func owner(of phrase: NamePhrase) -> Owner? {
    guard let index = isPlaceOnly(phrase) ? phrase.tokens.last : phrase.place else { return nil }
    guard let place = block.tokens[index].place else { return nil }
    // 中国外观设计金奖1项, 全国工人先锋号5个: an honour by its name.
    if place.level == .nation, let last = phrase.tokens.last,
      language.measures.honours.contains(where: { block.plain(last..<(last + 1)).hasSuffix($0) })
    {
      return nil
    }
    // 全球创新指数排名第12位: a name of its own.
    if place.level == .world, index + 1 < block.tokens.count,
      language.measures.worldNames.contains(where: { block.plain((index + 1)..<min(index + 4, block.tokens.count)).hasPrefix($0) })
    {
      return nil
    }
    return .place(place, words: block.string(index..<(index + 1)))
  }
}
