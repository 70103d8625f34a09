import Diagnostics
import Indicators
import Scales
package import Scene
import Story

/// Writes the report source of the annual white paper from bare articles: what is said in which chapter, with which figure.
///
/// - Parameter pageLines: lines of the baseline grid that a page has.
package func planAnnual(_ evidence: Evidence, language: Language, pageLines: Int) -> ReportSource {
  let planner = Planner(evidence, language: language, pageLines: pageLines, mostRows: 31)
  var source = planner.front()
  var chapters: [ReportSource.Chapter] = []
  let growths = planner.isToldByGrowths ? planner.growths() : nil
  if let keyFigures = growths ?? planner.keyFigures() ?? planner.growths() { chapters.append(keyFigures) }
  let drawn = Set(chapters.flatMap(\.blocks).flatMap(\.figures).compactMap(\.anchor))
  if let trends = planner.trends(besides: drawn) { chapters.append(trends) }
  if let places = planner.places() { chapters.append(places) }
  chapters += planner.themes(besides: planner.cardNumbers(of: chapters.flatMap(\.blocks)))
  if let comparison = planner.comparison() { chapters.append(comparison) }
  if let derived = planner.derivedAndChecks() { chapters.append(derived) }
  chapters.append(planner.dataAndSources())
  source.chapters = joined(chapters).map(planner.mentioningAll)
  source.footnotes = planner.footnotes
  return source
}

/// Chapters of one title that follow each other as one.
private func joined(_ chapters: [ReportSource.Chapter]) -> [ReportSource.Chapter] {
  chapters.reduce(into: []) { joined, chapter in
    guard let last = joined.last, last.title == chapter.title, last.section == chapter.section else {
      joined.append(chapter)
      return
    }
    joined[joined.count - 1].lead = last.lead.isEmpty ? chapter.lead : last.lead
    joined[joined.count - 1].blocks += chapter.blocks
  }
}

/// Heights of the cover's bars: one for each level that is stated.
package func coverMotif(_ evidence: Evidence, language: Language) -> [Double] { Planner(evidence, language: language).motif }

/// The report with the parts that show its data (`data-table`, `sources`, …) written out.
package func expanded(_ report: ReportSource, evidence: Evidence) -> ReportSource {
  let planner = Planner(evidence, language: report.language)
  var copy = report
  for i in copy.chapters.indices { copy.chapters[i].blocks = planner.expanded(copy.chapters[i].blocks) }
  return copy
}

/// What the parts of the plan share.
struct Planner {
  let evidence: Evidence
  let language: Language
  let vocabulary: Vocabulary
  let sources: SourceNumbers
  let figureLanguage: FigureLanguage
  let index: EvidenceIndex
  /// Areas that the report is about, in the order of the documents.
  let areas: [String]
  /// Lines of the baseline grid that a page has.
  let pageLines: Int
  /// Rows of a ranking; of more the first and the last are drawn.
  let mostRows: Int
  /// Panels that stand side by side in running text; one: none do.
  let panelColumns: Int
  let found = Found()

  /// What is asked for by several parts and computed for the first.
  final class Found {
    var claims: [Claim]?
    var targets: [Observation.ID: Claim]?
    var fastest: Set<Indicator.ID>?
    var notes: NoteAnchors?
    var ranks: [Observation.ID: String]?
    var yearlySeries: [Observation.ID: Series]?
    var cube: Cube?
    var apart: ToldApart?
    var teller: Teller?
  }

  /// - Parameter pageLines: needed where rows of pages are planned.
  init(_ evidence: Evidence, language: Language, pageLines: Int = 38, mostRows: Int = 16, panelColumns: Int = 1) {
    self.pageLines = pageLines
    self.mostRows = mostRows
    self.panelColumns = panelColumns
    self.evidence = evidence
    self.language = language
    vocabulary = Vocabulary(language)
    figureLanguage = FigureLanguage(tag: language.rawValue)
    sources = SourceNumbers(evidence.set.observations, documents: evidence.set.documents)
    areas = coveredAreas(evidence.set)
    index = EvidenceIndex(evidence, sources: sources)
  }

  var teller: Teller {
    if let teller = found.teller { return teller }
    let teller = Teller(
      words: evidence.words, language: figureLanguage, concepts: evidence.concepts, namesAreas: areas.count > 1 || apart.isOfSeveralPlaces,
      partNames: evidence.partNames, apart: apart)
    found.teller = teller
    return teller
  }

  /// What names alone do not tell, of all that may be told.
  var apart: ToldApart {
    if let apart = found.apart { return apart }
    let leads = evidence.indicators.filter { isPrintable($0.lead) && (weight($0) >= 2 || $0.lead.kind == .change) }.map(\.lead)
    let apart = ToldApart(evidence.facts, leads: leads, growths: cube.growths)
    found.apart = apart
    return apart
  }

  /// The indicators that one document states, by the document of their lead.
  func indicators(of document: String) -> [Indicator] { index.indicators[document] ?? [] }

  func isPrintable(_ observation: Observation) -> Bool {
    observation.status.isFactual
  }

  /// Whether a check found an error in the indicator's own figures: such a figure is printed as stated, but not compared.
  func isContradicted(_ indicator: Indicator) -> Bool {
    ([indicator.lead] + indicator.changes).contains { index.isContradicted($0) }
  }

  /// How much a reader will want to see an indicator: what is qualified, official and large in the text comes first.
  func weight(_ indicator: Indicator) -> Int {
    guard let level = indicator.level, isPrintable(level), level.saysWhatItMeasures else { return -1 }
    // “两项指标” counts the figures that follow; it is none of them.
    if level.name.contains("、"), level.unit.measure == "项", level.value.magnitude.doubleValue < 10 { return -1 }
    var weight = 0
    weight += indicator.changes.isEmpty ? 0 : 4
    weight += indicator.shares.isEmpty ? 0 : 3
    weight += indicator.ranks.isEmpty ? 0 : 3
    weight += indicator.streaks.isEmpty ? 0 : 1
    weight += min(2, indicator.parts.count)
    weight += min(2, level.source?.repeats.count ?? 0)
    weight += level.unit.multiplier > 0 ? 1 : 0
    if let source = level.source, index.isForeign(level.area, to: source.document) { weight -= 3 }
    return weight
  }

  // MARK: Cover

  /// Place and topic, where the documents tell both; else what the first document calls itself.
  var title: String {
    let topic = self.topic?.label(in: figureLanguage)
    let own = evidence.set.documents.lazy.compactMap(\.title).first.map(printed)
    // Of one document in English the title says more than a place and a topic.
    if language == .english, evidence.set.documents.count == 1, let own, !own.unicodeScalars.contains(where: { $0.value >= 0x2E80 }) {
      return own
    }
    guard let topic else {
      if evidence.set.documents.count == 1 || areas.isEmpty { return own ?? vocabulary.whitePaper }
      return coverPhrase(place: coverPlace, topic: "")
    }
    return coverPhrase(place: coverPlace, topic: topic)
  }

  var topic: Topic? { Story.topic(of: evidence.set, among: evidence.words.topics, concepts: evidence.concepts) }

  /// More than four names make no title.
  private var coverPlace: String {
    guard areas.count <= 4 else { return language.isChinese ? figureLanguage.inItsScript("\(areas.count)地") : "\(areas.count) areas:" }
    return areas.map { chartWords.place($0) }.joined(separator: language.isChinese ? "、" : ", ")
  }

  private func coverPhrase(place: String, topic: String) -> String {
    // 北京知识产权法院 says its topic itself.
    let topic = place.contains(topic) || topic.hasPrefix(vocabulary.whitePaper) ? "" : shared(topic, with: place)
    let text = evidence.words.text(.whitePaper, in: figureLanguage, ["place": place, "topic": topic])
    return text.isEmpty ? place + topic + vocabulary.whitePaper : String(text.drop { $0 == " " })
  }

  /// The topic without a wider topic at its beginning that the place says already: 北京知识产权法院 + 知识产权司法保护. Characters alone
  /// are no topic: 数字福建 keeps 数字经济.
  private func shared(_ topic: String, with place: String) -> String {
    guard language.isChinese else { return topic }
    let heads = evidence.words.topics.map { $0.label(in: figureLanguage) }
      .filter { $0 != topic && topic.hasPrefix($0) && place.contains($0) }
    return String(topic.dropFirst(heads.map(\.count).max() ?? 0))
  }

  var subtitle: String? {
    guard let period = coveredPeriod(evidence.set) else { return nil }
    let text = evidence.words.text(
      period.isYear ? .yearSubtitle : .periodSubtitle, in: figureLanguage, ["period": periodText(period, in: figureLanguage)])
    return text.isEmpty ? nil : text
  }

  var issuer: String? {
    let publishers = evidence.set.documents.compactMap(\.publisher).reduce(into: [String]()) {
      if !$0.contains($1) { $0.append($1) }
    }
    return publishers.isEmpty ? nil : vocabulary.sources(publishers)
  }

  var date: String? {
    guard let latest = evidence.set.documents.compactMap(\.date).max() else { return nil }
    let fields = latest.split(separator: "-").compactMap { Int($0) }
    guard fields.count >= 2 else { return latest }
    if language.isChinese { return "\(fields[0])年\(fields[1])月" }
    let months = TimeLocale.english.months
    return months.indices.contains(fields[1] - 1) ? "\(months[fields[1] - 1]) \(fields[0])" : latest
  }

  /// Levels in text order, each as the logarithm of its size: tall bars for large figures, all visible. Of a release that states growths
  /// these, in tenths of a per cent.
  var motif: [Double] {
    let values =
      isToldByGrowths
      ? evidence.indicators.map(\.lead).filter { $0.kind == .change && isPrintable($0) }.map { digits($0.value.magnitude.doubleValue * 10) }
      : evidence.indicators.compactMap(\.level).filter(isPrintable).map {
        digits($0.value.magnitude.doubleValue) + Double($0.unit.multiplier) * 0.5
      }
    return Array(values.filter { $0 > 0 }.prefix(36))
  }

  /// A smooth stand-in for log10 that needs no platform mathematics: digits before the point plus the leading part.
  private func digits(_ value: Double) -> Double {
    var rest = value
    var count = 0.0
    while rest >= 10 {
      rest /= 10
      count += 1
    }
    return count + max(0, rest) / 10
  }
}

extension Sequence where Element: Hashable {
  /// How often each element stands there, in the order of first appearance.
  func counted() -> [(Element, Int)] {
    var order: [Element] = []
    var counts: [Element: Int] = [:]
    for element in self {
      if counts[element] == nil { order.append(element) }
      counts[element, default: 0] += 1
    }
    return order.map { ($0, counts[$0] ?? 0) }
  }
}
