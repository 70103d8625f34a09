import AllCores
package import Articles
package import Diagnostics
package import Indicators
import Lingua

/// All stated figures of an article, in text order.
///
/// - Parameter language: that of the article, ``ArticleLanguage/init(of:)``.
package func observations(in article: Article, _ language: LanguageKnowledge) -> Warned<[Observation]> {
  let facts = facts(of: article, language, isExplained: false)
  return Warned(facts.observations, findings(facts, in: article))
}

/// The same with the construction, the words and the frames that led to each.
package func explainedObservations(in article: Article, _ language: LanguageKnowledge) -> Warned<[ExplainedObservation]> {
  let facts = facts(of: article, language, isExplained: true)
  let explained = zip(facts.observations, facts.explanations).map { ExplainedObservation(observation: $0, explanation: $1) }
  return Warned(explained, findings(facts, in: article))
}

/// The place whose figures an article gives where neither its sentences nor the heads of its tables name one.
///
/// - Returns: nil where it is about a body, about several places or about the world.
package func placeToldOf(in article: Article, _ language: LanguageKnowledge) -> NamedPlace? {
  switch language {
  // 全國 in a text that offices of Taiwan or Macao issue is of no other nation.
  case .chinese(let chinese) where article.areaPlace?.level == .nation: issuer(of: article, chinese) ?? article.areaPlace
  // 中國大陸及香港訂單 in a text of 經濟部統計處: what is only named somewhere is not whose figures the office gives.
  case .chinese(let chinese) where article.body == nil && article.areaPlace.map { !isNamed($0, atTheTopOf: article) } ?? false:
    issuer(of: article, chinese, before: article.areaPlace?.name) ?? article.areaPlace
  case .chinese(let chinese):
    article.areaPlace ?? (article.body == nil ? issuer(of: article, chinese) ?? nation(of: article, chinese) : nil)
  case .english(let english): englishSubject(of: article, english).place
  }
}

private func findings(_ facts: ArticleFacts, in article: Article) -> [Diagnostic] {
  guard facts.observations.isEmpty else { return [] }
  return [
    .warning(
      "extract.none", "no figures found", at: SourceSpan(document: article.id),
      hint: "an article needs sentences such as “发明专利有效量达53.92万件，同比增长6.2%”")
  ]
}

private func facts(of article: Article, _ language: LanguageKnowledge, isExplained: Bool) -> ArticleFacts {
  var facts = ArticleFacts(of: article, isExplained: isExplained)
  switch language {
  case .chinese(let chinese):
    read(article, chinese, into: &facts)
    facts.tellOwnersApart(chinese.measures)
  case .english(let english): read(article, english, into: &facts)
  }
  facts.tellPartsApart(language.prose)
  facts.settleHeadings()
  return facts
}

// MARK: Chinese

private func read(_ article: Article, _ knowledge: ChineseKnowledge, into facts: inout ArticleFacts) {
  var language = knowledge
  let place = placeToldOf(in: article, .chinese(knowledge))
  language.places = language.places.near(place)
  language.home = place
  language.isOfBody = article.body != nil
  let hasRepublicYears = place?.name == "台湾"
  let basis: Basis? = article.blocks.contains { saysBelowAlike(article.text(of: $0).scalars, language.prose) } ? .yearOnYear : nil
  let parse = { [language] (blocks: ArraySlice<Article.Block>) -> [ParsedBlock] in
    // A block of Chinese is parsed without those before it.
    parsedApart(blocks.count) { place in
      let block = blocks[blocks.startIndex + place]
      let (written, offsets) = withoutNoteMarks(article.text(of: block))
      var tokens = Tokenizer.tokens(of: written, language, hasRepublicYears: hasRepublicYears)
      if block.kind == .heading { tokens = partedBySpaces(tokens, written) }
      let paragraph = SentenceParser.parse(
        TokenBlock(written: written, offsets: offsets, edits: block.edits, tokens: tokens, prose: language.prose), language)
      return ParsedBlock(paragraph: paragraph, years: article.date == nil ? NamedYears(tokens, written) : NamedYears())
    }
  }
  let makeInterpreter = { (years: [Int]) in
    Interpreter(
      subject: place, body: article.body, date: article.date, years: years, places: language.places,
      measures: language.measures, prose: language.prose, basis: basis)
  }
  interpret(article, parse, makeInterpreter, into: &facts)
}

/// 甲公司公布中期业绩 净利润增一成: in headlines a space parts clauses, as a comma does elsewhere.
private func partedBySpaces(_ tokens: [Token], _ written: [Unicode.Scalar]) -> [Token] {
  guard written.contains(where: { $0.properties.isWhitespace }), !written.contains(where: { "，,".unicodeScalars.contains($0) }) else {
    return tokens
  }
  let fewest = 4
  var parted: [Token] = []
  var start = 0
  for (index, token) in tokens.enumerated() {
    if let last = parted.last, token.range.lowerBound > last.range.upperBound, last.range.upperBound - start >= fewest,
      written[last.range.upperBound - 1].properties.isIdeographic, written[token.range.lowerBound].properties.isIdeographic,
      let end = tokens.last?.range.upperBound, end - token.range.lowerBound >= fewest, index > 0,
      last.punctuation == nil, token.punctuation == nil
    {
      parted.append(Token(kind: .punctuation(.comma), range: last.range.upperBound..<token.range.lowerBound))
      start = token.range.lowerBound
    }
    parted.append(token)
  }
  return parted
}

/// 統計處公布: the place whose office a Traditional text names among the first.
///
/// - Parameter place: whose name stands behind that of the office.
private func issuer(of article: Article, _ language: ChineseKnowledge, before place: String? = nil) -> NamedPlace? {
  let written = article.scalars.prefix(600)
  let text = written.map(\.halfWidth.simplified)
  guard zip(written, text).contains(where: { $0.halfWidth != $1 }) else { return nil }
  let plain = String(scalars: text)
  guard let office = language.measures.issuers.first(where: { plain.contains($0.name) }) else { return nil }
  if let place {
    // Taiwan's years name no place, and say whose the text is.
    guard let named = plain.firstRange(of: place.simplifiedForm), let told = plain.firstRange(of: office.name),
      told.lowerBound < named.lowerBound
    else { return nil }
  }
  return language.places.place(code: office.code)
}

/// Whether the headline or a line below it names a place.
private func isNamed(_ place: NamedPlace, atTheTopOf article: Article) -> Bool {
  let top = article.blocks.prefix(3).map { article.text(of: $0).scalars }.filter { $0.count <= 60 }
  return top.contains { String(scalars: $0.map(\.halfWidth.simplified)).contains(place.name.simplifiedForm) }
}

/// 国家统计局 in a line of its own among the first: the nation, whose office issues the text.
private func nation(of article: Article, _ language: ChineseKnowledge) -> NamedPlace? {
  let longest = 60
  let lines = article.blocks.prefix(4).map { article.text(of: $0).scalars } + article.linesOfIssue
  let isNational = lines.contains { scalars in
    let line = String(scalars: scalars.prefix(longest + 1).map(\.halfWidth.simplified))
    guard line.unicodeScalars.count <= longest, !line.contains("。"), !line.contains(","),
      let office = language.measures.nationalOffices.first(where: { line.contains($0) }), let range = line.firstRange(of: office)
    else { return false }
    // 国家统计局广东调查总队 is the office of a province.
    let rest = Array(line[range.upperBound...].unicodeScalars)
    return !rest.indices.contains { language.places.longestMatch(in: rest, at: $0, limit: rest.count) != nil }
  }
  return isNational ? language.places["中国"] : nil
}

/// Whether a text says 下同 in brackets behind a comparison with the year before, so that all changes after it are meant alike.
private func saysBelowAlike(_ text: [Unicode.Scalar], _ prose: ProseWords) -> Bool {
  if text.contains("括") {
    // 括号内百分比为与2017年数字比较之变化
    let plain = String(scalars: text.prefix(400).map(\.simplified))
    if let note = plain.firstRange(of: "括号内"),
      prose.clauses.belowAlike.contains(where: { plain[note.upperBound...].prefix(30).contains($0) })
    {
      return true
    }
  }
  for index in text.indices.dropLast(3) where text[index] == "下" && text[index + 1] == "同" && index > 6 {
    guard text[index - 1].halfWidth == "(" || text[index - 1].halfWidth == ",", text[index + 2].halfWidth == ")" else { continue }
    let before = String(scalars: text[(index - 7)..<(index - 1)].map(\.simplified))
    if prose.clauses.yearBefore.contains(where: { before.contains($0) }) { return true }
  }
  return false
}

// MARK: English

private func read(_ article: Article, _ language: EnglishKnowledge, into facts: inout ArticleFacts) {
  let texts = article.blocks.lazy.map { article.text(of: $0).scalars }
  let (body, organisation, subject) = englishSubject(of: article, language)
  let notes = article.linesOfIssue
  let actor = organisation ?? (body == nil && subject == nil ? EnglishSubject.actor(opening: texts, notes: notes, language) : nil)
  var context = EnglishParser.Context()
  context.isOfBody = body != nil
  context.body = body
  context.organisation = organisation
  let parse = { (blocks: ArraySlice<Article.Block>) -> [ParsedBlock] in
    let parsers = parsedApart(blocks.count) { place in
      let block = blocks[blocks.startIndex + place]
      let (written, offsets) = withoutNoteMarks(article.text(of: block))
      return EnglishParser(written: written, offsets: offsets, edits: block.edits, language)
    }
    for parser in parsers { context.proper.formUnion(parser.wordsInCapitals) }
    return parsers.map { parser in
      let paragraph = parser.parse(in: &context)
      return ParsedBlock(paragraph: paragraph, years: article.date == nil ? NamedYears(paragraph) : NamedYears())
    }
  }
  let makeInterpreter = { (years: [Int]) in
    var interpreter = Interpreter(
      subject: subject, body: body ?? actor, date: article.date, years: years, places: language.places, measures: language.measures,
      prose: language.prose)
    interpreter.times.comparesMonths = EnglishSubject.tellsPrices(article.title, language)
    return interpreter
  }
  interpret(article, parse, makeInterpreter, into: &facts)
}

/// The company or office, or the organisation of several countries, whose own figures an English article tells, and its place.
private func englishSubject(of article: Article, _ language: EnglishKnowledge) -> (body: String?, organisation: String?, place: NamedPlace?)
{
  let texts = article.blocks.lazy.map { article.text(of: $0).scalars }
  let body = EnglishSubject.body(title: article.title, opening: texts, language)
  if body == nil, let organisation = EnglishSubject.organisation(title: article.title, language) { return (nil, organisation, nil) }
  let place =
    EnglishSubject.place(title: article.title, opening: texts, language)
    ?? (body == nil ? EnglishSubject.issuer(of: article, language) : nil)
  return (body, nil, place)
}

// MARK: Both

private struct ParsedBlock: Sendable {
  var paragraph: Paragraph
  /// Left empty where the article has a date.
  var years: NamedYears
}

/// Side by side, where there are blocks enough that other cores have something to do.
private func parsedApart<Output: Sendable>(_ count: Int, _ parse: @Sendable (Int) -> Output) -> [Output] {
  let fewest = 4
  return count < fewest ? (0..<count).map(parse) : onAllCores(count, parse)
}

/// A few blocks at a time, so that of a long article no more is held than those.
private func batches(of blocks: [Article.Block]) -> some Sequence<ArraySlice<Article.Block>> {
  let count = 64
  return stride(from: 0, to: blocks.count, by: count).lazy.map { blocks[$0..<min($0 + count, blocks.count)] }
}

/// Parses and interprets batch by batch. Only an article without a date is parsed as a whole first, for the year it speaks
/// from may stand anywhere in it.
private func interpret(
  _ article: Article, _ parse: (ArraySlice<Article.Block>) -> [ParsedBlock], _ makeInterpreter: ([Int]) -> Interpreter,
  into facts: inout ArticleFacts
) {
  let batches = batches(of: article.blocks)
  if article.date != nil {
    var interpreter = makeInterpreter([])
    for batch in batches {
      for (block, parsed) in zip(batch, parse(batch)) {
        facts.add(interpreter.read(parsed.paragraph, as: block.kind, level: block.level))
      }
    }
    settle(&facts, by: interpreter)
    return
  }
  var parsed = batches.flatMap { parse($0) }
  var interpreter = makeInterpreter(parsed.reduce(into: NamedYears()) { $0.formUnion($1.years) }.all)
  parsed.reverse()
  for block in article.blocks {
    guard let next = parsed.popLast() else { break }
    facts.add(interpreter.read(next.paragraph, as: block.kind, level: block.level))
  }
  settle(&facts, by: interpreter)
}

private func settle(_ facts: inout ArticleFacts, by interpreter: Interpreter) {
  facts.settleBases(
    usual: interpreter.bases.usual, stocks: interpreter.measures.stocks, isYearly: interpreter.bases.isYearlyThroughout ?? false)
}

/// The years that a text names, from which the year an undated article speaks from follows.
private struct NamedYears: Sendable {
  private var named: Set<Int> = []
  /// How years without a number stand to that year: -1 for 去年.
  private var relatives: Set<Int> = []
  /// Years of which it tells months or a part, which may not be over yet.
  private var partial: Set<Int> = []

  /// An article that tells of 2024 and of 去年, but of no 今年, speaks from 2025.
  var all: [Int] {
    guard relatives == [-1], let last = named.max(), !partial.contains(last) else { return Array(named) }
    return Array(named) + [last + 1]
  }

  init() {}

  init(_ tokens: [Token], _ written: [Unicode.Scalar]) {
    for (index, token) in tokens.enumerated() {
      guard let time = token.time else { continue }
      // “十五五”末: a plan says nothing of the year that a text speaks from.
      let isWritten = written[token.range].contains { $0.isDigit || "〇零".unicodeScalars.contains($0) }
      if isWritten, case .absolute(let year) = time.year { named.insert(year) }
      guard !time.isBase, !time.isNow, !time.isEmpty else { continue }
      if case .relative(let offset) = time.year { relatives.insert(offset) }
      if case .absolute(let year) = time.year, case .months(_, let last) = time.part, last < 12 { partial.insert(year) }
      // 2024年，该港计划…: a year to come.
      if case .absolute = time.year, tokens[index..<min(index + 8, tokens.count)].contains(where: { $0.has(.plan) }) { relatives.insert(1) }
    }
  }

  init(_ paragraph: Paragraph) {
    for sentence in paragraph.sentences {
      for case .time(let mention) in sentence.mentions where !mention.time.isBase && !mention.time.isEmpty {
        switch mention.time.year {
        case .absolute(let year):
          named.insert(year)
          if case .months(_, let last) = mention.time.part, last < 12 { partial.insert(year) }
        case .relative(let offset): relatives.insert(offset)
        case .inherited: break
        }
      }
    }
  }

  mutating func formUnion(_ others: NamedYears) {
    named.formUnion(others.named)
    relatives.formUnion(others.relatives)
    partial.formUnion(others.partial)
  }
}
