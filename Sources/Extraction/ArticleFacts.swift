import Articles
import Diagnostics
import Indicators

/// The observations of an article, made paragraph by paragraph of what its sentences state.
struct ArticleFacts {
  private(set) var observations: [Observation] = []
  /// For each observation what led to it, where that is asked for.
  private(set) var explanations: [Explanation] = []

  private let article: Article
  private let isExplained: Bool
  private let title: Folded?
  private let lines: LineTable
  private var ids = ContentIDs()
  // Figures of one sentence share its text, and few units recur.
  private var sentence = (range: 0..<0, text: "", isHeading: false)
  private var units: [String: Unit] = [:]
  private var headings: [Heading] = []

  /// A figure of a headline, which the body may tell more of.
  private struct Heading {
    var index: Int
    var areaIsSaid: Bool
  }

  /// Code points of a sentence that are kept with its figures, at most.
  private static let longestSentence = 1_000

  init(of article: Article, isExplained: Bool) {
    self.article = article
    self.isExplained = isExplained
    title = article.title.map { folded($0) }
    lines = LineTable(article.scalars)
    observations.reserveCapacity(Self.runsOfDigits(in: article.scalars))
  }

  /// About as many as there can be figures: an array that grows by doubling holds three times what it needs.
  private static func runsOfDigits(in text: [Unicode.Scalar]) -> Int {
    var runs = 0
    var isInside = false
    for scalar in text {
      if scalar.isDigit, !isInside { runs += 1 }
      isInside = scalar.isDigit || scalar == "."
    }
    return runs
  }

  /// - Parameter drafts: of one paragraph.
  mutating func add(_ drafts: [Draft]) {
    let first = observations.count
    for draft in drafts {
      if draft.sentence != sentence.range {
        let text = article.string(draft.sentence.prefix(Self.longestSentence))
        sentence = (draft.sentence, text, standsAsHeading(text))
      }
      var found = observation(draft, unit: unit(draft.unit))
      found.id = ids.next(for: found)
      if draft.isHeading { headings.append(Heading(index: observations.count, areaIsSaid: draft.areaIsSaid)) }
      observations.append(found)
      if isExplained { explanations.append(draft.explanation) }
    }
    for (index, draft) in drafts.enumerated() {
      observations[first + index].of = draft.qualifies.map { observations[first + $0].id }
      observations[first + index].partOf = draft.partOf.map { observations[first + $0].id }
    }
  }

  private mutating func unit(_ written: String) -> Unit {
    if let known = units[written] { return known }
    let unit = Unit(written)
    units[written] = unit
    return unit
  }

  /// A figure of a headline that the body repeats is about the same thing, place and time.
  mutating func settleHeadings() {
    guard !headings.isEmpty else { return }
    let isHeading = Set(headings.map(\.index))
    var twins: [Figure: Int?] = [:]
    for heading in headings { twins[Figure(observations[heading.index])] = .some(nil) }
    for index in observations.indices where !isHeading.contains(index) {
      let figure = Figure(observations[index])
      if case .some(nil) = twins[figure] { twins[figure] = index }
    }
    for heading in headings {
      guard let twin = twins[Figure(observations[heading.index])] ?? nil else { continue }
      let told = observations[twin]
      observations[heading.index].period = told.period
      observations[heading.index].periodIsAssumed = told.periodIsAssumed
      if !heading.areaIsSaid {
        observations[heading.index].area = told.area
        observations[heading.index].areaCode = told.areaCode
      }
      // 进出口2412.6亿元 同比增长6.9%: what qualifies a level of the headline keeps that level's name.
      let figure = observations[heading.index]
      if figure.name.isEmpty || figure.kind != .level && figure.of == nil { observations[heading.index].name = told.name }
    }
  }

  /// What a headline and the body repeat.
  private struct Figure: Hashable {
    var kind: Observation.Kind
    var number: ExactNumber
    var unit: String

    init(_ observation: Observation) {
      kind = observation.kind
      number = observation.value
      unit = observation.unit.written
    }
  }

  /// Whether the sentence is the title, a part of it, or a heading: a short line that no stop ends.
  private func standsAsHeading(_ text: String) -> Bool {
    let sentence = folded(text)
    guard let last = sentence.lastScalar else { return false }
    if let title, !title.isEmpty, title.contains(sentence) || sentence.contains(title) { return true }
    return !["。", "！", "？", "；", ".", "!", "?", ";", "”", "，", ","].contains(last) && sentence.utf8.count <= 120
  }

  private func observation(_ draft: Draft, unit: Unit) -> Observation {
    let source = Source(
      document: article.id, range: draft.range, position: lines.position(of: draft.range.lowerBound),
      text: article.string(draft.range), sentenceRange: draft.sentence, sentence: sentence.text, isHeading: sentence.isHeading)
    return Observation(
      id: "", kind: draft.kind, name: draft.name, value: draft.number, unit: unit,
      qualifier: draft.qualifier, qualifierWord: draft.qualifierWord, area: draft.area?.value, areaCode: draft.areaCode,
      period: draft.period?.value, periodIsAssumed: draft.period?.words == dateOfTheArticle, isStock: draft.isStock,
      scope: draft.scope, topic: draft.topic, status: draft.status, basis: draft.basis, form: draft.form,
      isAtConstantPrices: draft.isAtConstantPrices, isOfGrowth: draft.isOfGrowth, since: draft.since,
      confidence: draft.confidence, source: source, rule: draft.rule)
  }
}

extension Draft {
  fileprivate var explanation: Explanation {
    Explanation(
      rule: rule, nameWords: nameWords, areaWords: area?.words, periodWords: period?.words, basisWords: basisWords,
      nameFrame: nameFrame, areaFrame: areaFrame, periodFrame: periodFrame)
  }
}
