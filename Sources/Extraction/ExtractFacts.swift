package import Articles
package import Diagnostics
package import Indicators

/// All stated figures of an article, in text order.
package func observations(in article: Article, _ language: LanguageKnowledge) -> Warned<[Observation]> {
  let drafts = drafts(of: article, language)
  return Warned(observations(of: drafts, in: article), findings(drafts, in: article))
}

/// The same with the construction, the words and the frames that led to each.
package func explainedObservations(in article: Article, _ language: LanguageKnowledge) -> Warned<[ExplainedObservation]> {
  let drafts = drafts(of: article, language)
  let explained = zip(observations(of: drafts, in: article), drafts).map { ExplainedObservation(observation: $0, explanation: $1.explanation) }
  return Warned(explained, findings(drafts, in: article))
}

private func observations(of drafts: [Draft], in article: Article) -> [Observation] {
  let title = article.title.map { folded($0) }
  let lines = LineTable(article.scalars)
  // Figures of one sentence share its text, and few units recur.
  var sentence = (range: 0..<0, text: "", isHeading: false)
  var units: [String: Unit] = [:]
  var ids = ContentIDs()
  var observations: [Observation] = []
  observations.reserveCapacity(drafts.count)
  for draft in drafts {
    if draft.sentence != sentence.range {
      let text = article.string(draft.sentence.prefix(longestSentence))
      sentence = (draft.sentence, text, standsAsHeading(text, title: title))
    }
    let unit = units[draft.unit] ?? Unit(draft.unit)
    units[draft.unit] = unit
    var found = observation(draft, unit: unit, sentence: sentence.text, isHeading: sentence.isHeading, article: article, lines: lines)
    found.id = ids.next(for: found)
    observations.append(found)
  }
  for (index, draft) in drafts.enumerated() {
    observations[index].of = draft.qualifies.map { observations[$0].id }
    observations[index].partOf = draft.partOf.map { observations[$0].id }
  }
  return observations
}

private func findings(_ drafts: [Draft], in article: Article) -> [Diagnostic] {
  guard drafts.isEmpty else { return [] }
  return [
    .warning(
      "extract.none", "no figures found", at: SourceSpan(document: article.id),
      hint: "an article needs sentences such as “发明专利有效量达53.92万件，同比增长6.2%”")
  ]
}

/// Code points of a sentence that are kept with its figures, at most.
private let longestSentence = 1_000

private func drafts(of article: Article, _ language: LanguageKnowledge) -> [Draft] {
  if let opening = article.blocks.first(where: { $0.kind == .paragraph }) ?? article.blocks.first,
    EnglishSubject.isEnglish(article.text(of: opening).scalars)
  {
    return englishDrafts(of: article, language)
  }
  var language = language.chinese
  language.places = language.places.near(article.areaPlace)
  let hasRepublicYears = article.areaPlace?.name == "台湾"
  var blocks: [(Paragraph, Article.Block)] = []
  var years: [Int] = []
  var comparesThroughout = false
  var relatives: Set<Int> = []
  for block in article.blocks {
    let (written, offsets) = article.text(of: block)
    if !comparesThroughout { comparesThroughout = saysBelowAlike(written) }
    let tokens = Tokenizer.tokens(of: written, places: language.places, words: language.words, hasRepublicYears: hasRepublicYears).tokens
    for token in tokens { if let time = token.time, case .absolute(let year) = time.year { years.append(year) } }
    for (index, token) in tokens.enumerated() {
      guard let time = token.time, !time.isBase, !time.isNow, !time.isEmpty else { continue }
      if case .relative(let offset) = time.year { relatives.insert(offset) }
      // 2024年，该港计划…: a year to come.
      if case .absolute = time.year, tokens[index..<min(index + 8, tokens.count)].contains(where: { $0.has(.plan) }) { relatives.insert(1) }
    }
    blocks.append((SentenceParser.parse(TokenBlock(written: written, offsets: offsets, edits: block.edits, tokens: tokens), language), block))
  }
  // An article without a date that tells of 2024 and of 去年, but of no 今年, speaks from 2025.
  if article.date == nil, relatives == [-1], let last = years.max() { years.append(last + 1) }
  var interpreter = Interpreter(
    subject: article.areaPlace, body: article.body, date: article.date, years: years, places: language.places, basis: comparesThroughout ? .yearOnYear : nil)
  for (paragraph, block) in blocks { interpreter.read(paragraph, as: block.kind, level: block.level) }
  return settleHeadings(interpreter.drafts)
}

/// Whether a text says 下同 in brackets behind a comparison with the year before, so that all changes after it are meant alike.
private func saysBelowAlike(_ text: [Unicode.Scalar]) -> Bool {
  for index in text.indices.dropLast(3) where text[index] == "下" && text[index + 1] == "同" && index > 6 {
    guard text[index - 1].halfWidth == "(" || text[index - 1].halfWidth == ",", text[index + 2].halfWidth == ")" else { continue }
    let before = String(scalars: text[(index - 7)..<(index - 1)].map(\.simplified))
    if ["同比", "去年同期", "上年同期", "上年"].contains(where: { before.contains($0) }) { return true }
  }
  return false
}

private func englishDrafts(of article: Article, _ language: LanguageKnowledge) -> [Draft] {
  var blocks: [(Paragraph, Article.Block)] = []
  var years: [Int] = []
  let texts = article.blocks.lazy.map { article.text(of: $0).scalars }
  let body = EnglishSubject.body(title: article.title, opening: texts, language.english)
  var context = EnglishParser.Context()
  context.isOfBody = body != nil
  for block in article.blocks {
    let (written, offsets) = article.text(of: block)
    let paragraph = EnglishParser.parse(
      written: written, offsets: offsets, edits: block.edits, language.english, context: &context)
    for case .time(let mention) in paragraph.sentences.flatMap(\.mentions) {
      if case .absolute(let year) = mention.time.year { years.append(year) }
    }
    blocks.append((paragraph, block))
  }
  let subject = EnglishSubject.place(title: article.title, opening: texts, language.english)
  var interpreter = Interpreter(
    subject: subject, body: body, date: article.date, years: years, places: language.chinese.places)
  for (paragraph, block) in blocks { interpreter.read(paragraph, as: block.kind, level: block.level) }
  return settleHeadings(interpreter.drafts)
}

/// A figure of a headline that the body repeats is about the same thing, place and time.
private func settleHeadings(_ drafts: [Draft]) -> [Draft] {
  var settled = drafts
  struct Key: Hashable {
    var kind: Observation.Kind
    var number: ExactNumber
    var unit: String
  }
  var body: [Key: Int] = [:]
  for (index, draft) in drafts.enumerated() where !draft.isHeading {
    let key = Key(kind: draft.kind, number: draft.number, unit: draft.unit)
    if body[key] == nil { body[key] = index }
  }
  for index in settled.indices where settled[index].isHeading {
    let draft = settled[index]
    guard let twin = body[Key(kind: draft.kind, number: draft.number, unit: draft.unit)] else { continue }
    settled[index].period = drafts[twin].period
    if !draft.areaIsSaid { settled[index].area = drafts[twin].area }
    // 进出口2412.6亿元 同比增长6.9%: what qualifies a level of the headline keeps that level's name.
    if draft.name.isEmpty || draft.kind != .level && draft.qualifies == nil { settled[index].name = drafts[twin].name }
  }
  return settled
}

/// Whether the sentence is the title, a part of it, or a heading: a short line that no stop ends.
private func standsAsHeading(_ text: String, title: Folded?) -> Bool {
  let sentence = folded(text)
  guard let last = sentence.lastScalar else { return false }
  if let title, !title.isEmpty, title.contains(sentence) || sentence.contains(title) { return true }
  return !["。", "！", "？", "；", ".", "!", "?", ";", "”", "，", ","].contains(last) && sentence.utf8.count <= 120
}

private func observation(
  _ draft: Draft, unit: Unit, sentence: String, isHeading: Bool, article: Article, lines: LineTable
) -> Observation {
  let source = Source(
    document: article.id, range: draft.range, position: lines.position(of: draft.range.lowerBound),
    text: article.string(draft.range), sentenceRange: draft.sentence, sentence: sentence, isHeading: isHeading)
  var observation = Observation(
    id: "", kind: draft.kind, name: draft.name, value: draft.number, unit: unit,
    qualifier: draft.qualifier, area: draft.area?.value, areaCode: draft.areaCode, period: draft.period?.value,
    periodIsAssumed: draft.period?.words == dateOfTheArticle, scope: draft.scope, topic: draft.topic, status: draft.status,
    basis: draft.basis, form: draft.form,
    confidence: draft.confidence, source: source, rule: draft.rule)
  if draft.isParsed {
    observation.qualifierWord = draft.qualifierWord
    observation.isStock = draft.isStock
    observation.isAtConstantPrices = draft.isAtConstantPrices
    observation.isOfGrowth = draft.isOfGrowth
    observation.since = draft.since
  } else {
    Circumstances(source, Circumstances.Sentence(sentence)).complete(&observation, isParsed: false)
  }
  return observation
}

extension Draft {
  fileprivate var explanation: Explanation {
    Explanation(
      rule: rule, nameWords: nameWords, areaWords: area?.words, periodWords: period?.words, basisWords: basisWords,
      nameFrame: nameFrame, areaFrame: areaFrame, periodFrame: periodFrame)
  }
}
