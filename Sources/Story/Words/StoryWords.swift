import Diagnostics
package import Indicators
package import StructuredData

/// What a story says, by name and language, and what papers are about: the data of `language/story.yaml`.
package struct StoryWords: Sendable {
  /// A sentence with places for figures and names: `{name}连续{count}期上升`.
  package struct Phrase: Sendable {
    package var chinese: String
    package var english: String
  }

  package var phrases: [PhraseName: Phrase]
  package var topics: [Topic]
  package var processes: [Process]
  package var breakdown: BreakdownWords
  /// How titles end that name a kind of document and not what it is about, folded.
  private let genres: [Folded]
  /// How titles end that only say that something was held, folded.
  private let meetings: [Folded]
  /// How the names of bodies end that publish documents, folded.
  private let offices: [Folded]
  /// How names of rates begin.
  private let rates: [Folded]
  /// First words of names that keep their capital within an English sentence.
  let proper: Set<String>
  /// How names end that say what is measured, folded.
  package let measures: [Folded]

  package init(
    phrases: [PhraseName: Phrase] = [:], topics: [Topic] = [], processes: [Process] = [], genres: [String] = [], meetings: [String] = [],
    offices: [String] = [], proper: [String] = [], rates: [String] = [], measures: [String] = [],
    breakdown: BreakdownWords = BreakdownWords()
  ) {
    self.phrases = phrases
    self.topics = topics
    self.processes = processes
    self.breakdown = breakdown
    self.genres = genres.map { Folded($0) }
    self.meetings = meetings.map { Folded($0) }
    self.offices = offices.map { Folded($0) }
    self.proper = Set(proper)
    self.rates = rates.map { Folded($0) }
    self.measures = measures.map { Folded($0) }
  }

  /// Whether a title only names a kind of document: 某处新闻稿, Press release.
  package func isGenre(_ title: String) -> Bool {
    let folded = Folded(title)
    return genres.contains { folded.hasSuffix($0) }
  }

  /// Whether a title only says that something was held: 某省知识产权工作新闻发布会召开.
  package func isMeeting(_ title: String) -> Bool {
    let folded = Folded(title)
    return meetings.contains { folded.hasSuffix($0) }
  }

  /// Whether a name is of a rate: 每万人口发明专利拥有量, 人均GDP. Amounts grow with their place, rates do not.
  package func isRate(_ name: String) -> Bool {
    let folded = Folded(name)
    return rates.contains { folded.hasPrefix($0) }
  }

  /// Whether a figure is a rate, by its unit or by its name: those of places are neither added up nor averaged.
  package func isRate(_ figure: Observation) -> Bool { figure.unit.kind.dimension == .proportion || isRate(figure.name) }

  /// A share that is a comparison as a figure of its own: no bar of a whole, no rest and no 占 may be made of it.
  package func compared(_ share: Observation, in language: FigureLanguage) -> Observation {
    var copy = share
    copy.kind = .level
    copy.name = text(.comparedName, in: language, ["name": share.name, "whole": share.scope ?? ""])
    (copy.scope, copy.of) = (nil, nil)
    return copy
  }

  /// Whether a line below a title only names a body that publishes, or whoever it is and the day: 某县统计局, 文化和旅游部 2024年8月30日.
  package func isOffice(_ line: String) -> Bool {
    let head = line.withoutDay
    if head != line { return !head.contains { "，。；：、,;:".contains($0) } }
    let folded = Folded(line)
    return offices.contains { folded.hasSuffix($0) }
  }

  /// The phrase in a language, its places filled; a place without a value is left empty.
  package func text(_ name: PhraseName, in language: FigureLanguage, _ values: [String: String] = [:]) -> String {
    guard let phrase = phrases[name] else { return "" }
    let pattern = language.isChinese ? language.inItsScript(phrase.chinese) : phrase.english
    let text = StoryWords.pieces(pattern).map { $0.isPlace ? values[$0.text, default: ""] : $0.text }.joined()
    // An article of no place: All 5 figures rose.
    return opened(text.hasPrefix(": ") ? String(text.dropFirst(2)) : text, in: language)
  }

  /// A pattern parted at its braces.
  static func pieces(_ pattern: String) -> [(text: String, isPlace: Bool)] {
    var pieces: [(text: String, isPlace: Bool)] = []
    var rest = pattern[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      if open > rest.startIndex { pieces.append((String(rest[..<open]), false)) }
      pieces.append((String(rest[rest.index(after: open)..<close]), true))
      rest = rest[rest.index(after: close)...]
    }
    if !rest.isEmpty { pieces.append((String(rest), false)) }
    return pieces
  }
}

/// The phrases that the house needs, with the places each may have.
package enum PhraseName: String, Hashable, Sendable, CaseIterable {
  case trendUp = "trend-up"
  case trendDown = "trend-down"
  case trendHigher = "trend-higher"
  case trendLower = "trend-lower"
  case trendRecovered = "trend-recovered"
  case trendReceded = "trend-receded"
  case trendMixed = "trend-mixed"
  case trendsFurther = "trends-further"
  case trendsFurtherUp = "trends-further-up"
  case trendsFurtherSome = "trends-further-some"
  case trendSentence = "trend-sentence"
  case trendSentenceUp = "trend-sentence-up"
  case trendSentenceDown = "trend-sentence-down"
  case yearlyGrowth = "yearly-growth"
  case yearlyGrowthArrow = "yearly-growth-arrow"
  case yearlyGrowthNote = "yearly-growth-note"
  case places
  case placesSentence = "places-sentence"
  case placesGrowth = "places-growth"
  case placesGrowthSentence = "places-growth-sentence"
  case placesFall = "places-fall"
  case growthName = "growth-name"
  case placesGrowths = "places-growths"
  case breakdown
  case breakdownSentence = "breakdown-sentence"
  case breakdownFurther = "breakdown-further"
  case placesParts = "places-parts"
  case placesPartsMost = "places-parts-most"
  case placesPartsSentence = "places-parts-sentence"
  case placesFirst = "places-first"
  case placesFirstGrowth = "places-first-growth"
  case ranksKept = "ranks-kept"
  case ranksMoved = "ranks-moved"
  case ranksSentence = "ranks-sentence"
  case ranksAxis = "ranks-axis"
  case placeRank = "place-rank"
  case growthsAllUp = "growths-all-up"
  case growthsAllDown = "growths-all-down"
  case growthsNearlyUp = "growths-nearly-up"
  case growthsNearlyDown = "growths-nearly-down"
  case growthsMixed = "growths-mixed"
  case growthsSomeUp = "growths-some-up"
  case growthsSomeDown = "growths-some-down"
  case growthsSentence = "growths-sentence"
  case parts
  case partsSentence = "parts-sentence"
  case contribution
  case contributionFall = "contribution-fall"
  case contributionSentence = "contribution-sentence"
  case contributionFallSentence = "contribution-fall-sentence"
  case partRises = "part-rises"
  case partFalls = "part-falls"
  case contributionTotal = "contribution-total"
  case contributionNote = "contribution-note"
  case steps
  case stepsSentence = "steps-sentence"
  case targetLine = "target-line"
  case phaseReached = "phase-reached"
  case phaseTarget = "phase-target"
  case targetPassed = "target-passed"
  case targetOpen = "target-open"
  case targetSentence = "target-sentence"
  case rowsLeftOut = "rows-left-out"
  case placesApart = "places-apart"
  case placesApartGrowth = "places-apart-growth"
  case ownScales = "own-scales"
  case levelHead = "level-head"
  case growthHead = "growth-head"
  case levelsAndGrowth = "levels-and-growth"
  case meanOfPlaces = "mean-of-places"
  case placesAboveMean = "places-above-mean"
  case ownTotal = "own-total"
  case comparedName = "compared-name"
  case seriesTable = "series-table"
  case placesTable = "places-table"
  case placesTableOf = "places-table-of"
  case runOfYears = "run-of-years"
  case runOfPeriods = "run-of-periods"
  case trendsChapter = "trends-chapter"
  case placesChapter = "places-chapter"
  case claimsChapter = "claims-chapter"
  case areasChapter = "areas-chapter"
  case earlierChapter = "earlier-chapter"
  case yearChapter = "year-chapter"
  case whitePaper = "white-paper"
  case yearSubtitle = "year-subtitle"
  case periodSubtitle = "period-subtitle"

  package var places: Set<String> {
    switch self {
    case .trendUp, .trendDown, .trendMixed: ["name", "count", "run", "last", "value"]
    case .trendHigher, .trendLower: ["name", "first", "start", "last", "value"]
    case .trendRecovered, .trendReceded: ["name", "turn", "last", "value"]
    case .trendSentenceUp, .trendSentenceDown: ["name", "first", "start", "last", "value", "run"]
    case .trendsFurther, .trendsFurtherUp: ["count", "run"]
    case .trendsFurtherSome: ["count", "run", "rises"]
    case .yearlyGrowth: ["period", "value"]
    case .yearlyGrowthArrow: ["value"]
    case .yearlyGrowthNote: []
    case .trendSentence:
      ["name", "first", "start", "last", "value", "count", "highest", "highest-period", "lowest", "lowest-period"]
    case .places: ["name", "count", "top", "value"]
    case .placesSentence: ["name", "period", "count", "top", "value", "bottom", "least", "above"]
    case .placesGrowth, .placesFall: ["name", "count", "top", "value", "bottom", "least"]
    case .placesGrowthSentence: ["name", "period", "count", "top", "value", "bottom", "least", "rises"]
    case .placesParts, .placesPartsMost: ["name", "count", "part"]
    case .placesPartsSentence: ["name", "period", "count", "parts", "top"]
    case .placesFirst, .placesFirstGrowth: ["count", "top", "firsts"]
    case .ranksKept: ["name", "count", "areas", "top"]
    case .ranksMoved: ["name", "areas", "top", "from", "to", "first", "last"]
    case .ranksSentence: ["name", "first", "last", "areas", "top", "bottom", "rises", "falls"]
    case .growthName: ["name"]
    case .placeRank: ["count", "rank"]
    case .growthsAllUp, .growthsAllDown: ["area", "count", "top", "value", "bottom", "least"]
    case .growthsNearlyUp, .growthsNearlyDown: ["area", "count", "few"]
    case .growthsSomeDown: ["area", "count", "falls", "bottom", "least"]
    case .growthsSomeUp: ["area", "count", "rises", "top", "value"]
    case .growthsMixed: ["area", "count", "rises", "falls", "top", "value"]
    case .growthsSentence: ["area", "period", "count", "top", "value", "bottom", "least"]
    case .parts: ["name", "value", "top", "most", "count"]
    case .partsSentence: ["name", "value", "period", "count", "parts"]
    case .contribution, .contributionFall: ["name", "value", "top", "most", "period"]
    case .contributionSentence, .contributionFallSentence: ["name", "value", "period", "parts"]
    case .partRises, .partFalls: ["name", "value"]
    case .contributionTotal, .contributionNote: []
    case .breakdown: ["shared", "count", "top", "value"]
    case .breakdownSentence: ["shared", "period", "count", "top", "value", "bottom", "least"]
    case .steps: ["first", "start", "last", "value", "count"]
    case .stepsSentence: ["period", "count", "steps"]
    case .targetLine: ["target", "target-period"]
    case .phaseReached, .phaseTarget: []
    case .targetPassed, .targetOpen: ["name", "value", "target", "target-period"]
    case .targetSentence: ["name", "period", "value", "target", "target-period"]
    case .ranksAxis, .placesGrowths: []
    case .breakdownFurther, .rowsLeftOut, .runOfYears, .runOfPeriods: ["count"]
    case .ownScales, .growthHead, .levelsAndGrowth: []
    case .placesApart, .placesApartGrowth: ["count", "places"]
    case .levelHead: ["period"]
    case .meanOfPlaces: ["count"]
    case .placesAboveMean: ["above"]
    case .comparedName, .ownTotal: ["name", "whole"]
    case .seriesTable, .placesTable, .trendsChapter, .placesChapter, .claimsChapter, .areasChapter, .earlierChapter: []
    case .placesTableOf: ["name", "count"]
    case .whitePaper: ["place", "topic"]
    case .yearSubtitle, .periodSubtitle: ["period"]
    case .yearChapter: ["place", "period"]
    }
  }
}

extension String {
  /// Without a day at its end: 2024年8月30日, 2024-08-30, （2024.8.30）; as it is where it ends in none.
  fileprivate var withoutDay: String {
    let marks: Set<Character> = ["年", "月", "日", "-", "/", ".", "－", "．", "（", "）", "(", ")", " ", "\u{3000}"]
    let tail = String(reversed().prefix { $0.isASCII && $0.isNumber || marks.contains($0) }.reversed())
    let fields = tail.split { !$0.isNumber }
    guard fields.count == 3, fields[0].count == 4, fields[1].count <= 2, fields[2].count <= 2 else { return self }
    return String(dropLast(tail.count))
  }
}

extension StoryWords {
  /// The description of the file.
  package static let shape = NodeShape<StoryWords>.record("Story") { fields in
    let phrases = fields.required("phrases", .dictionary(of: phrase), "Sentences by name.")
    let topics = fields.required("topics", .list(of: Topic.shape), "What papers are about.")
    let genres = fields.optional("genres", .list(of: .text), default: [], "How titles end that only name a kind of document.")
    let meetings = fields.optional("meetings", .list(of: .text), default: [], "How titles end that only say that something was held.")
    let processes = fields.optional("processes", .list(of: Process.shape), default: [], "Stages of procedures, each by its words.")
    let breakdown = fields.optional(
      "breakdown", BreakdownWords.shape, default: BreakdownWords(), "By what words kinds of things are told of.")
    let proper = fields.optional("proper", .list(of: .text), default: [], "Words that keep their capital within a sentence.")
    let offices = fields.optional("offices", .list(of: .text), default: [], "How the names of bodies end that publish documents.")
    let rates = fields.optional("rates", .list(of: .text), default: [], "How names of rates begin.")
    let measures = fields.optional("measures", .list(of: .text), default: [], "How names end that say what is measured.")
    guard let phrases, let topics else { return nil }
    var byName: [PhraseName: Phrase] = [:]
    for (key, phrase) in phrases {
      guard let name = PhraseName(rawValue: key.value) else {
        fields.findings.add(unknown("phrase", key.value, among: PhraseName.allCases.map(\.rawValue), at: key.span))
        continue
      }
      for text in [phrase.chinese, phrase.english] {
        for piece in pieces(text) where piece.isPlace && !name.places.contains(piece.text) {
          fields.findings.add(unknown("place", piece.text, among: name.places.sorted(), at: key.span))
        }
      }
      byName[name] = phrase
    }
    for name in PhraseName.allCases where byName[name] == nil {
      fields.findings.add(.error("story.phrase", "the phrase “\(name.rawValue)” is missing", at: fields.span(of: "phrases")))
    }
    return StoryWords(
      phrases: byName, topics: topics, processes: processes.map { Process($0) }, genres: genres, meetings: meetings, offices: offices,
      proper: proper, rates: rates, measures: measures, breakdown: breakdown)
  }

  private static let phrase = NodeShape<Phrase>.record("Phrase") { fields in
    let chinese = fields.required("zh", .text, "In simplified Chinese.")
    let english = fields.required("en", .text, "In English.")
    guard let chinese, let english else { return nil }
    return Phrase(chinese: chinese, english: english)
  }

  private static func unknown(_ what: String, _ name: String, among names: [String], at span: SourceSpan) -> Diagnostic {
    .error(
      "story.\(what)", "unknown \(what) “\(name)”", at: span,
      hint: nearestName(to: name, among: names).map { "did you mean “\($0)”?" })
  }
}
