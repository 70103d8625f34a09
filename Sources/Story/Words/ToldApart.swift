package import Indicators

/// What a figure's name alone does not tell a reader: the time, where one document states a thing of several times; whose it is, where that is
/// not what its document is about.
package struct ToldApart: Sendable {
  private struct Thing: Hashable {
    var document: SourceDocument.ID
    var name: Folded
    var area: Folded

    init?(_ figure: Observation) {
      guard let source = figure.source else { return nil }
      (document, name, area) = (source.document, Folded(figure.name), foldedArea(figure.area))
    }
  }

  /// Things that are stated of several times.
  private var ofSeveralTimes: Set<Thing> = []
  /// The time that most figures of a document are of.
  private var mainPeriods: [SourceDocument.ID: Period] = [:]
  /// Whose the figures of a document are, folded.
  private var owners: [SourceDocument.ID: Set<Folded>] = [:]
  /// Whether a document speaks of two places alike: the euro area and the EU.
  package private(set) var isOfSeveralPlaces = false
  /// Places of which growths of several times are told together.
  private var growing: Set<Folded> = []

  /// Fewer figures tell nothing of whose a document's figures are.
  private static let leastOfSeveral = 6

  /// Every name tells all.
  package init() {}

  /// - Parameters:
  ///   - leads: what may be told.
  ///   - growths: what is told together.
  package init(_ set: IndicatorSet, leads: [Observation], growths: [Cube.Growths]) {
    var times: [Thing: Set<Period>] = [:]
    var known: [Thing: [Observation]] = [:]
    for lead in leads {
      guard let thing = Thing(lead), let period = lead.period else { continue }
      // One figure that is stated of a quarter and of its end is one.
      let isKnown = known[thing, default: []].contains {
        $0.period?.end == period.end && $0.unit == lead.unit && $0.value.hasSameValue(as: lead.value)
      }
      if isKnown { continue }
      known[thing, default: []].append(lead)
      times[thing, default: []].insert(ToldApart.told(period, of: lead))
    }
    ofSeveralTimes = Set(times.filter { $0.value.count > 1 }.keys)
    var ofDocuments: [SourceDocument.ID: [Observation]] = [:]
    for figure in set.observations { if let source = figure.source { ofDocuments[source.document, default: []].append(figure) } }
    for document in set.documents {
      let own = ofDocuments[document.id] ?? []
      mainPeriods[document.id] = mainPeriod(own)
      let areas = own.map { foldedArea($0.area) }
      let counts = Dictionary(areas.map { ($0, 1) }, uniquingKeysWith: +)
      // What most figures are of is the subject under another name (英国, UK).
      let main = counts.first { $0.value * 2 > areas.count }?.key
      owners[document.id] = Set([document.area.map { foldedArea($0) }, main].compactMap { $0 })
      let often = counts.count { !$0.key.text.isEmpty && $0.value * 3 >= areas.count }
      if often > 1, areas.count >= ToldApart.leastOfSeveral { isOfSeveralPlaces = true }
    }
    let told = growths.filter { $0.changes.count >= 4 }
    for (area, groups) in Dictionary(grouping: told, by: { foldedArea($0.area) }) where Set(groups.map(\.period)).count > 1 {
      growing.insert(area)
    }
  }

  /// A stock at a year's end belongs to the year.
  private static func told(_ period: Period, of figure: Observation) -> Period {
    period.start == period.end && period.end.month == 12 && figure.isStock ? Period(year: period.end.year) : period
  }

  /// Whether what is said of a figure has to say when.
  package func needsTime(_ figure: Observation) -> Bool { Thing(figure).map { ofSeveralTimes.contains($0) } ?? false }

  /// Whether a card has to say when: its time is not the one that its document speaks of.
  package func isOfOtherTime(_ figure: Observation) -> Bool {
    guard let source = figure.source, let main = mainPeriods[source.document], let period = figure.period else { return false }
    if needsTime(figure) { return true }
    // What is later than all that is told stands beside what is planned; its time is not its own.
    guard period.end <= main.end || main.end.month == nil && period.end.year == main.end.year else { return false }
    return ToldApart.told(period, of: figure) != main && !(figure.isStock && period.end == main.end)
  }

  /// Whether what is said of a figure has to say whose it is.
  package func needsArea(_ figure: Observation) -> Bool {
    guard let source = figure.source, let owners = owners[source.document], let area = figure.area else { return false }
    return !owners.contains(foldedArea(area))
  }

  /// Whether an area is none that the documents speak of.
  func isForeign(_ area: String?) -> Bool {
    guard let area, !owners.isEmpty else { return false }
    let folded = foldedArea(area)
    return owners.values.allSatisfy { !$0.isEmpty && !$0.contains(folded) }
  }

  /// Whether growths of an area are told of several times.
  package func hasGrowthsOfSeveralTimes(_ area: String?) -> Bool { growing.contains(foldedArea(area)) }
}
