package import Indicators
import Lingua
import Scales
package import Scene
package import Story
import Typesetting

/// What sentences about figures need beyond the figures.
package struct HeadlineContext: Sendable {
  package var language: Language
  package var concepts: ConceptBook
  package var set: IndicatorSet
  /// What the sources call parts.
  package var names: PartNames
  /// What names alone do not tell.
  package var apart: ToldApart
  /// The sentences that figures come from, where the report numbers them.
  package var sources: SourceNumbers?

  package init(
    language: Language, concepts: ConceptBook = ConceptBook(), set: IndicatorSet = IndicatorSet(), names: PartNames = PartNames(),
    apart: ToldApart = ToldApart(), sources: SourceNumbers? = nil
  ) {
    self.language = language
    self.concepts = concepts
    self.set = set
    self.names = names
    self.apart = apart
    self.sources = sources
  }

  var figures: FigureLanguage { FigureLanguage(rawValue: language.rawValue) ?? .simplifiedChinese }

  func label(_ indicator: Indicator) -> String { opened(figures.inItsScript(concepts.label(of: indicator.name, in: figures)), in: figures) }

  /// What a sentence is about: the label, with whose and when where the label alone does not tell.
  func subject(_ indicator: Indicator) -> String {
    var name = label(indicator)
    if let area = indicator.area, apart.needsArea(indicator.lead) {
      let place = place(area)
      if !name.contains(place) { name = language.isChinese ? place + name : "\(name) (\(place))" }
    }
    guard let period = indicator.period, apart.needsTime(indicator.lead) else { return name }
    return timed(name, period, in: figures)
  }

  /// A place or the field of a ranking in the language's script; the few that have an English word, in English.
  func place(_ name: String) -> String { language.isChinese ? figures.inItsScript(name) : englishArea(name) }

  /// A unit for an axis or a subtitle, in the script and words of the language.
  func unit(_ unit: Unit) -> String {
    printedUnit(Observation(id: "", kind: .level, name: "", value: ExactNumber(0), unit: unit), in: figures)
  }

  /// A sentence of names and figures alone, as each language marks it off.
  func sentence(_ chinese: String, _ english: String) -> String { language.isChinese ? figures.inItsScript(chinese) : english }

  /// What is said of figures in the language.
  var phrases: FindingPhrases { PrintWords.of(language.rawValue).findings }

  /// A phrase with its places filled; Chinese names in it come in the script of the language.
  func text(_ phrase: String, _ values: KeyValuePairs<String, String> = [:]) -> String {
    let text = phrase.filled(values)
    return language.isChinese ? figures.inItsScript(text) : text
  }

  /// The whole of a share, as it is printed: what it names, else the place it is stated of where that is not the figure's own
  /// (全球市场占有率9.1% of a company's deliveries); nil where neither tells.
  func whole(of share: Observation, in indicator: Indicator) -> String? {
    if let scope = share.scope { return place(scope) }
    guard let area = share.area, let own = indicator.level?.area, foldedArea(area) != foldedArea(own), scopeIsArea(area) else { return nil }
    return place(area)
  }

  /// What a change is counted from, as words round its verb: 同比, 环比, 年均, 较2019年; “in a year”, “on 2019”. Empty where
  /// nothing tells.
  func basis(of change: Observation) -> String {
    switch change.basis {
    case .yearOnYear: return phrases.onYear
    case .monthOnMonth: return phrases.onMonth
    case .quarterOnQuarter: return phrases.onQuarter
    case .averageAnnual: return phrases.yearly
    case .period(let base):
      let text = periodText(base, in: language.isChinese ? .simplifiedChinese : figures)
      return phrases.onPeriod.filled(["period": text])
    case .since:
      guard let since = change.since else { return "" }
      let text = periodText(since, in: language.isChinese ? .simplifiedChinese : figures)
      return phrases.since.filled(["period": text])
    case nil: return change.basePeriod == nil ? "" : phrases.onYear
    }
  }

  /// Where the sentence stands that states a figure, or what it was derived from: `#source-14`. Nil where sentences have no numbers.
  func address(of fact: Observation) -> String? {
    guard let sources else { return nil }
    let entry = fact.source.flatMap { sources.entry(for: $0) } ?? fact.derivation?.inputs.lazy.compactMap { sources.entry(of: $0) }.first
    return entry.map { "#" + $0.anchor }
  }

  var comma: String { language.isChinese ? "，" : ", " }

  /// Where the figures come from.
  func source(of indicators: [Indicator]) -> String? { source(of: indicators.map(\.lead)) }

  /// Publisher, or title, and day of each document once; beyond three, the first and how many there are.
  func source(of facts: [Observation]) -> String? {
    var ids: [String] = []
    for fact in facts {
      guard let id = fact.source?.document, !ids.contains(id) else { continue }
      ids.append(id)
    }
    let names = ids.compactMap { id in set.documents.first { $0.id == id } }.compactMap { document -> String? in
      let name = document.publisher ?? document.title.map { language.isChinese ? "《\($0)》" : "“\($0)”" }
      let parts = [name, document.date.map(day)].compactMap { $0 }
      return parts.isEmpty ? nil : parts.joined(separator: comma)
    }
    guard let first = names.first else { return nil }
    guard names.count <= 3 else {
      return printForm(of: first, language: language)
        + text(phrases.moreDocuments, ["count": "\(names.count)", "rest": "\(names.count - 1)"])
    }
    // Titles come as their pages wrote them, with half-width marks.
    return printForm(of: names.joined(separator: language.isChinese ? "；" : "; "), language: language)
  }

  /// 2023年4月24日, 24 April 2023 for 2023-04-24; other texts as they are.
  package func day(_ iso: String) -> String {
    let fields = iso.split(separator: "-").compactMap { Int($0) }
    guard fields.count == 3 else { return iso }
    if language.isChinese { return "\(fields[0])年\(fields[1])月\(fields[2])日" }
    let months = TimeLocale.english.months
    return months.indices.contains(fields[1] - 1) ? "\(fields[2]) \(months[fields[1] - 1]) \(fields[0])" : iso
  }

  /// Measure, unit, place and period of what a chart shows.
  func subtitle(_ measure: String, area: String?, unit: String?, period: String?) -> String {
    let place = area.map(self.place) ?? ""
    let subject =
      language.isChinese
      ? (measure.hasPrefix(place) ? measure : place + measure) : place.isEmpty ? measure : measure + ", " + place
    return [subject, unit ?? "", period ?? ""].filter { !$0.isEmpty }.joined(separator: comma)
  }

  /// 2021—2022年 from the first to the last period.
  func span(_ first: Period?, _ last: Period?) -> String? {
    guard let last else { return first.map { periodText($0, in: figures) } }
    guard let first, first != last, first.start.month == nil, last.end.month == nil, first.occasion == last.occasion else {
      return [first, first == last ? nil : last].compactMap { $0 }.map { periodText($0, in: figures) }.joined(
        separator: language.isChinese ? "、" : ", ")
    }
    return periodText(Period(first.start, last.end, occasion: last.occasion), in: figures)
  }
}
