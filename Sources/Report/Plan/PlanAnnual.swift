import Charts
import Diagnostics
import Indicators
package import Scene

/// Writes the report source of the annual white paper from bare articles: what is said in which chapter, with which figure.
package func planAnnual(_ evidence: Evidence, language: Language) -> ReportSource {
  let planner = Planner(evidence, language: language)
  var source = ReportSource(title: planner.title, language: language)
  source.subtitle = planner.subtitle
  source.issuer = planner.issuer
  source.date = planner.date
  source.data = evidence.set.documents.map { FileReference($0.id) }
  var chapters: [ReportSource.Chapter] = []
  if let keyFigures = planner.keyFigures() { chapters.append(keyFigures) }
  chapters += planner.themes()
  if let comparison = planner.comparison() { chapters.append(comparison) }
  if let derived = planner.derivedAndChecks() { chapters.append(derived) }
  chapters.append(planner.dataAndSources())
  source.chapters = joined(chapters)
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

/// The place of a figure in the documents.
private struct FigurePlace: Hashable {
  var document: String
  var range: Range<Int>
  init(_ document: String, _ range: Range<Int>) {
    self.document = document
    self.range = range
  }
}

/// What the parts of the plan share.
struct Planner {
  let evidence: Evidence
  let language: Language
  let vocabulary: Vocabulary
  let sources: SourceNumbers
  let figureLanguage: FigureLanguage
  /// Areas that the report is about, in the order of the documents.
  let areas: [String]
  /// Where the figures stand that a check found to be wrong.
  private let contradicted: Set<FigurePlace>

  init(_ evidence: Evidence, language: Language) {
    self.evidence = evidence
    self.language = language
    vocabulary = Vocabulary(language)
    figureLanguage = FigureLanguage(tag: language.rawValue)
    sources = SourceNumbers(evidence.set.observations, documents: evidence.set.documents)
    var areas: [String] = []
    for document in evidence.set.documents {
      if let area = document.area, !areas.contains(area) { areas.append(area) }
    }
    self.areas = areas
    contradicted = Set(evidence.checks.compactMap { $0.severity == .error ? $0.span.map { FigurePlace($0.document, $0.range) } : nil })
  }

  /// The indicators that one document states, by the document of their lead.
  func indicators(of document: String) -> [Indicator] {
    evidence.indicators.filter { $0.lead.source?.document == document }
  }

  func isPrintable(_ observation: Observation) -> Bool {
    observation.status.isFactual
  }

  /// Whether a check found an error in the indicator's own figures: such a figure is printed as stated, but not compared.
  func isContradicted(_ indicator: Indicator) -> Bool {
    ([indicator.lead] + indicator.changes).contains { figure in
      figure.source.map { contradicted.contains(FigurePlace($0.document, $0.range)) } ?? false
    }
  }

  /// The latest year that the figures speak of.
  var year: Int? {
    let years = evidence.set.observations.filter { !$0.status.isProspective }.compactMap { $0.period?.endYear }
    return years.counted().max { $0.1 < $1.1 }?.0
  }

  /// How much a reader will want to see an indicator: what is qualified, official and large in the text comes first.
  func weight(_ indicator: Indicator) -> Int {
    guard let level = indicator.level, isPrintable(level) else { return -1 }
    // “两项指标” counts the figures that follow; it is none of them.
    if level.name.contains("、"), level.unit.measure == "项", level.value.magnitude.doubleValue < 10 { return -1 }
    let subject = evidence.set.documents.first { $0.id == level.source?.document }?.area
    var weight = 0
    weight += indicator.changes.isEmpty ? 0 : 4
    weight += indicator.shares.isEmpty ? 0 : 3
    weight += indicator.ranks.isEmpty ? 0 : 3
    weight += indicator.streaks.isEmpty ? 0 : 1
    weight += min(2, indicator.parts.count)
    weight += min(2, level.source?.repeats.count ?? 0)
    weight += level.unit.multiplier > 0 ? 1 : 0
    if let subject, let area = level.area, foldedArea(area) != foldedArea(subject) { weight -= 3 }
    return weight
  }

  // MARK: Cover

  /// Place and topic, where the documents tell them; else what the first document calls itself.
  var title: String {
    let topic = topicName
    let own = evidence.set.documents.lazy.compactMap(\.title).first.map(printed)
    switch language {
    case .english:
      let name = [areas.joined(separator: ", "), topic].filter { !$0.isEmpty }.joined(separator: " ")
      return topic.isEmpty ? own ?? name : [name, year.map(String.init) ?? ""].filter { !$0.isEmpty }.joined(separator: " ")
    default:
      // More than four names make no title.
      let place = areas.count > 4 ? "\(areas.count)地" : areas.joined(separator: "、")
      return place.isEmpty && topic.isEmpty ? own ?? vocabulary.whitePaper : place + topic + vocabulary.whitePaper
    }
  }

  /// What the documents speak of most: a field of the concepts, or the first document's title.
  private var topicName: String {
    let titles = evidence.set.documents.compactMap(\.title)
    let candidates = ["知识产权", "知識產權", "法院", "海关", "海關", "能源", "工业", "工業", "数字经济", "數字經濟", "统计", "外贸", "科技"]
    var best = ("", 0)
    for candidate in candidates {
      let count = titles.filter { $0.contains(candidate) }.count * 3
        + evidence.set.observations.filter { $0.name.contains(candidate) }.count
      if count > best.1 { best = (candidate, count) }
    }
    return best.1 > 0 ? best.0 : ""
  }

  var subtitle: String? {
    switch language {
    case .english: return year.map { "Indicators, charts and sources, \($0)" }
    case .simplifiedChinese: return year.map { "\($0)年度数据、图表与来源" }
    default: return year.map { "\($0)年度數據、圖表與來源" }
    }
  }

  var issuer: String? {
    let publishers = evidence.set.documents.compactMap(\.publisher).reduce(into: [String]()) {
      if !$0.contains($1) { $0.append($1) }
    }
    return publishers.isEmpty ? nil : vocabulary.sourcePrefix + publishers.joined(separator: language.isChinese ? "、" : ", ")
  }

  var date: String? {
    guard let latest = evidence.set.documents.compactMap(\.date).max() else { return nil }
    let fields = latest.split(separator: "-").compactMap { Int($0) }
    guard fields.count >= 2 else { return latest }
    return language.isChinese ? "\(fields[0])年\(fields[1])月" : latest
  }

  /// Levels in text order, each as the logarithm of its size: tall bars for large figures, all visible.
  var motif: [Double] {
    let values = evidence.indicators.compactMap(\.level).filter(isPrintable).map {
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
