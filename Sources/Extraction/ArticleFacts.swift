import Articles
import Diagnostics
import Indicators

/// The observations of an article, made paragraph by paragraph of what its sentences state.
struct ArticleFacts {
  var observations: [Observation] = []
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
  /// Changes whose basis the text names, and no period can.
  private var unnamedBases: Set<Int> = []

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
      if draft.basisIsUnnamed { unnamedBases.insert(observations.count) }
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

  /// A change that says nothing of its basis is compared as the document compares: by the first comparison it makes for periods as
  /// long; a whole year and a part of it that began with January are compared with the year before where nothing else is said.
  ///
  /// - Parameters:
  ///   - usual: by months of the period.
  ///   - stocks: words of what stands at a date, whose growth in part of a year may be counted from its begin.
  ///   - isYearly: every comparison that the document names is with the year before, so that growth of a month is too.
  mutating func settleBases(usual: [Int: Basis], stocks: [String], isYearly: Bool) {
    for index in observations.indices
    where observations[index].kind == .change && observations[index].basis == nil && !unnamedBases.contains(index) {
      guard let period = observations[index].period, !period.isOpen,
        observations[index].status == .fact || observations[index].status == .quoted,
        observations[index].form == nil || observations[index].form == .increase, !isDistance(observations[index])
      else { continue }
      let isStock =
        period.months > 1 && period.start.month != nil && stocks.contains { observations[index].name.simplifiedForm.contains($0) }
      observations[index].basis =
        usual[period.months]
        ?? (isStock || observations[index].periodIsAssumed
          ? nil
          : implied(by: period, isStock: observations[index].isStock)
            ?? (isYearly && !observations[index].isStock && period.start.year == period.end.year ? .yearOnYear : nil))
      if isExplained, observations[index].basis != nil { explanations[index].basisWords = "document" }
    }
  }

  /// A whole year, its end, or its months up to one later than January go by the year before.
  private func implied(by period: Period, isStock: Bool) -> Basis? {
    guard period.start.year == period.end.year else { return nil }
    guard let first = period.start.month, let last = period.end.month else { return .yearOnYear }
    if first == last { return isStock && last == 12 ? .yearOnYear : nil }
    return first == 1 ? .yearOnYear : nil
  }

  /// 高于全国0.5个百分点, 0.4 points below the average, revised up by 0.2 points: how far from another place, measure or statement.
  private func isDistance(_ observation: Observation) -> Bool {
    let rule = observation.rule ?? ""
    return observation.gapFrom != nil || rule.hasSuffix(".distance") || rule == "english.comparative" || rule == "english.level"
      || rule == "english.revision"
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
    /// Periods of headline figures that the body put right, by headline.
    var moved: [Range<Int>: (from: Period?, to: Period?)] = [:]
    for heading in headings {
      guard let twin = twins[Figure(observations[heading.index])] ?? nil else {
        settlePeriod(ofHeading: heading.index, isHeading)
        continue
      }
      var told = observations[twin]
      if let own = observations[heading.index].period, let other = told.period, !observations[heading.index].periodIsAssumed,
        other.start.year < other.end.year, other.start.year <= own.start.year, own.end.year <= other.end.year, own != other
      {
        // 去年突破4万件 above 2014年以来先后突破2万件、3万件和4万件: the span says less than the headline.
        told.period = own
        told.periodIsAssumed = false
      }
      if let sentence = observations[heading.index].source?.sentenceRange, observations[heading.index].period != told.period {
        moved[sentence] = (observations[heading.index].period, told.period)
      }
      observations[heading.index].period = told.period
      observations[heading.index].periodIsAssumed = told.periodIsAssumed
      if observations[heading.index].basis == nil { observations[heading.index].basis = told.basis }
      if observations[heading.index].basis == told.basis { observations[heading.index].isAtConstantPrices = told.isAtConstantPrices }
      if !heading.areaIsSaid {
        observations[heading.index].area = told.area
        observations[heading.index].areaCode = told.areaCode
      }
      // 进出口2412.6亿元 同比增长6.9%: what qualifies a level of the headline keeps that level's name.
      let figure = observations[heading.index]
      if figure.name.isEmpty || figure.kind != .level && figure.of == nil { observations[heading.index].name = told.name }
    }
    settleBeside(moved)
  }

  /// revenue up 2% to $12.9 billion in Q1: what a headline tells of one time the body tells of one, of the business year.
  private mutating func settleBeside(_ moved: [Range<Int>: (from: Period?, to: Period?)]) {
    guard !moved.isEmpty else { return }
    for heading in headings {
      guard let sentence = observations[heading.index].source?.sentenceRange, let move = moved[sentence],
        observations[heading.index].period == move.from
      else { continue }
      observations[heading.index].period = move.to
    }
  }

  /// 转让许可同比增长近五成 above 去年…转让许可6840次: a headline that names no time is of the time of what the body tells first,
  /// of the like where there is one.
  private mutating func settlePeriod(ofHeading index: Int, _ isHeading: Set<Int>) {
    guard observations[index].periodIsAssumed || observations[index].period == nil else { return }
    let body = observations[(index + 1)...].prefix(12).indices.filter { !isHeading.contains($0) && observations[$0].period != nil }
    let name = observations[index].name
    guard let told = body.first(where: { observations[$0].name == name }) ?? body.first, !observations[told].isStock else { return }
    observations[index].period = observations[told].period
    observations[index].periodIsAssumed = observations[told].periodIsAssumed
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
      scope: draft.scope, topic: draft.topic, status: draft.status, basis: draft.basis?.ofWholePeriod, form: draft.form,
      isAtConstantPrices: draft.isAtConstantPrices, isOfGrowth: draft.isOfGrowth, since: draft.since?.whole, gapFrom: draft.gapFrom,
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
