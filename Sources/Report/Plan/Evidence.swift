package import Articles
package import Diagnostics
package import Indicators
import Scales
package import Story

/// Everything a report may speak of: the articles and what was read from them.
package struct Evidence: Sendable {
  package var articles: [Article]
  /// Those that a report may show by name.
  package var tables: [DisplayedTable] = []
  /// As read.
  package var set: IndicatorSet
  /// The set for print: parts have names that can stand alone.
  package let facts: IndicatorSet
  package let partNames: PartNames
  package var concepts: ConceptBook
  /// All figures, grouped, derived ones attached.
  package let indicators: [Indicator]
  package let derived: [Observation]
  /// Contradictions and gaps.
  package let checks: [Diagnostic]
  /// What the story says, and what papers are about.
  package var words: StoryWords
  /// The rows that infographic pages are made of.
  package var rows = RowPatterns()
  /// Names of `icons/`, sorted.
  package var pictograms: [String] = []

  /// - Parameter language: of the messages of ``checks``.
  package init(
    articles: [Article], set: IndicatorSet, concepts: ConceptBook, words: StoryWords = StoryWords(),
    language: FigureLanguage = .simplifiedChinese
  ) {
    self.words = words
    self.articles = articles
    self.set = set
    self.concepts = concepts
    let names = PartNames(set, concepts: concepts, measures: words.measures)
    var facts = set
    facts.observations = set.observations.map(names.named)
    let derived = derive(set, concepts: concepts).value.filter { !isStated($0, in: set) }.map(names.named)
    (partNames, self.facts, self.derived) = (names, facts, derived)
    var whole = facts
    whole.observations += derived
    whole.observations = whole.observations.map { $0.isComparison ? words.compared($0, in: language) : $0 }
    indicators = Indicators.indicators(of: whole)
    checks = check(set, concepts: concepts, language: language)
  }

  /// The day of the newest document, in seconds since 1970; nil where none is dated to the day. It dates the files made from
  /// these documents, so that they do not depend on the clock.
  package var day: Int? {
    let days = set.documents.compactMap(\.date).filter { $0.count == 10 }.compactMap { CivilDate($0) }
    return days.map(\.dayNumber).max().map { $0 * 86_400 }
  }

  package func article(_ id: String) -> Article? { articles.first { $0.id == id } }
}

/// Whether a whole that follows from a part and its share is stated itself, exactly, by the same document: 占参保人数的60% beside 参保人数.
private func isStated(_ total: Observation, in set: IndicatorSet) -> Bool {
  guard let derivation = total.derivation, derivation.formula == .total, let lower = derivation.lower, let upper = derivation.upper,
    let part = set.observations.first(where: { $0.id == derivation.inputs.first }), let document = part.source?.document
  else { return false }
  return set.observations.contains { level in
    guard level.kind == .level, level.status.isFactual, level.source?.document == document, level.period == total.period,
      foldedArea(level.area) == foldedArea(total.area), let value = level.quantity.converted(to: total.unit)?.value.rational
    else { return false }
    return !(value < lower.rational) && !(upper.rational < value)
  }
}

/// The sentences that state figures, numbered in text order: what a printed number leads to.
package struct SourceNumbers: Sendable {
  package struct Entry: Hashable, Sendable {
    package var number: Int
    package var document: String
    package var range: Range<Int>
    package var sentence: String
    /// The numerals in it, relative to the document.
    package var figures: [Range<Int>]
    package var anchor: String { "source-\(number)" }
  }

  /// The anchor of the sentence that a mark numbers: `source-14` of `[14]`, of `14` and of `[14`; nil for other marks.
  static func anchor(ofMark mark: String) -> String? {
    let digits = mark.filter { $0 != "[" && $0 != "]" }
    return !digits.isEmpty && digits.allSatisfy { ("0"..."9").contains($0) } ? "source-" + digits : nil
  }

  /// Whether a place is that of a sentence.
  package static func isAnchor(_ name: String) -> Bool {
    name.hasPrefix("source-") && anchor(ofMark: String(name.dropFirst(7))) != nil
  }

  /// Numbers of the sentences by the anchors that lead to them.
  package var byAnchor: [String: Int] {
    Dictionary(entries.map { ($0.anchor, $0.number) }, uniquingKeysWith: { first, _ in first })
  }

  package private(set) var entries: [Entry] = []
  private var byPlace: [String: [Int: Int]] = [:]
  private var places: [Observation.ID: Source] = [:]

  package init(_ observations: [Observation], documents: [SourceDocument]) {
    let order = Dictionary(documents.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { a, _ in a })
    let sources = observations.compactMap(\.source).flatMap { [$0] + $0.repeats }
    for observation in observations where places[observation.id] == nil { places[observation.id] = observation.source }
    let sorted = sources.sorted {
      (order[$0.document] ?? .max, $0.sentenceRange.lowerBound, $0.range.lowerBound)
        < (order[$1.document] ?? .max, $1.sentenceRange.lowerBound, $1.range.lowerBound)
    }
    for source in sorted {
      if let known = byPlace[source.document]?[source.sentenceRange.lowerBound] {
        if !entries[known].figures.contains(source.range) { entries[known].figures.append(source.range) }
        continue
      }
      byPlace[source.document, default: [:]][source.sentenceRange.lowerBound] = entries.count
      entries.append(
        Entry(
          number: entries.count + 1, document: source.document, range: source.sentenceRange, sentence: source.sentence,
          figures: [source.range]))
    }
  }

  package func entry(for source: Source) -> Entry? {
    byPlace[source.document]?[source.sentenceRange.lowerBound].map { entries[$0] }
  }

  /// The sentence that states a figure first.
  func entry(of fact: Observation.ID) -> Entry? { places[fact].flatMap { entry(for: $0) } }
}
