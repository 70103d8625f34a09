import Indicators
import Scene
import Story
import StructuredData

extension Planner {
  /// Cards of the weightiest figures, area by area, then what can be set side by side: growth rates, shares and ranks.
  ///
  /// - Parameter hasCharts: false where the cards stand alone.
  func keyFigures(withCharts hasCharts: Bool = true) -> ReportSource.Chapter? {
    var chapter = ReportSource.Chapter(title: vocabulary.keyFigures, isNumbered: false)
    chapter.section = .keyFigures
    // Of each place the latest document; more places than four are told side by side in a chapter of their own.
    let documents = areas.count > 4 ? [] : latestDocuments
    let compared = hasCharts ? comparedCharts : []
    let breakdowns = hasCharts ? breakdowns(besides: compared.count) : []
    let spans = hasCharts ? spans(besides: compared.count + breakdowns.count) : []
    // What a bar shows no card repeats.
    let drawn = Set((breakdowns + spans).flatMap(\.evidence))
    let leading = documents.map { document in
      var names: Set<Folded> = []
      let all = indicators(of: document.id)
      return (
        document,
        all.enumerated().filter { weight($0.element) >= 0 && !index.isContradicted($0.element.lead) }
          .sorted {
            (leads($0.element), weight($0.element), -$0.offset) > (leads($1.element), weight($1.element), -$1.offset)
          }.map(\.element)
          // Of one thing the latest or fullest figure only.
          .filter { names.insert(Folded($0.name)).inserted && (!drawn.contains($0.lead.id) || weight($0) >= 2) }
          .map { latest(of: $0, among: all) }
      )
    }.filter { !$0.1.isEmpty && weight($0.1[0]) >= 2 }
    let isAlone = leading.count == 1
    var modules = PageModules(figures: compared + (breakdowns + spans).flatMap { figures(of: $0, told: told($0)).prefix(1) })
    modules.heroes = leading.map { heroCard($0.1[0], naming: isAlone ? nil : $0.0.area) }
    // The second figures of all places, then the third ones: what stands in a row is of all of them; of two places two each.
    let most = isAlone ? 12 : 4
    let step = leading.count == 2 ? 2 : 1
    var others: [(Indicator, String?)] = []
    for start in stride(from: 1, through: most, by: step) {
      for (document, indicators) in leading {
        others += indicators.dropFirst(start).prefix(step).map { ($0, isAlone ? nil : document.area) }
      }
    }
    modules.cards = withTrends(keyCards(others), of: others.map(\.0))
    if leading.isEmpty, let places = placesModules {
      modules.heroes = places.heroes
      modules.cards = places.cards
    }
    // What the title leaves of the page, and a masthead where there is no cover.
    chapter.blocks = rows(modules, below: hasCharts ? 5 : 12)
    guard !chapter.blocks.isEmpty else { return nil }
    if modules.heroes.isEmpty {
      let headlines = evidence.indicators.filter { weight($0) >= 4 }.prefix(2).map { headline($0, context: chartWords) }
      chapter.lead = lead(Array(headlines))
    }
    return chapter
  }

  /// Of many places the first in what they have most in common; the first in what else they have, then the second in each of these.
  private var placesModules: PageModules? {
    let compared = claims.filter { $0.kind == .places }.sorted { ($1.strength, $0.id) < ($0.strength, $1.id) }
    let rankings = compared.compactMap { claim in
      if case .places(let levels, period: _, name: _) = claim.subject { levels } else { nil }
    }
    var byLevel: [Observation.ID: Indicator] = [:]
    for indicator in evidence.indicators { if let level = indicator.level, byLevel[level.id] == nil { byLevel[level.id] = indicator } }
    var places: [(indicator: Indicator, area: String, rank: String)] = []
    for place in 0..<9 {
      for levels in rankings where place < levels.count {
        guard let indicator = byLevel[levels[place].level.id] else { continue }
        let values = ["count": "\(levels.count)", "rank": "\(place + 1)"]
        places.append((indicator, levels[place].area, evidence.words.text(.placeRank, in: figureLanguage, values)))
      }
    }
    guard let claim = compared.first, let first = places.first else { return nil }
    var hero = heroCard(first.indicator, naming: first.area)
    hero.sentence = told(claim).headline
    let cards = places[1...].prefix(8).map { place in
      var card = keyCard(place.indicator, naming: place.area)
      // A bar would want its share said.
      card.figure.chips = [place.rank]
      card.share = nil
      return card
    }
    return PageModules(heroes: [hero], cards: cards)
  }

  /// What may stand side by side: of places with several years what the latest one's document states.
  private var keyIndicators: [Indicator] {
    let latest = Set(latestDocuments.map(\.id))
    return evidence.indicators.filter { indicator in
      weight(indicator) >= 0 && !isContradicted(indicator) && indicator.lead.source.map { latest.contains($0.document) } ?? true
    }
  }

  /// Those whose growth the key figures show; none where they show growths over years.
  var fastest: Set<Indicator.ID> {
    if let found = found.fastest { return found }
    var ids: Set<Indicator.ID> = []
    if areas.count != 1 || FigureSpec.growthOverYears(cube.series, context: chartWords) == nil {
      ids = Set(FigureSpec.fastest(keyIndicators, context: chartWords).map(\.indicator.id))
    }
    found.fastest = ids
    return ids
  }

  /// What can be set side by side: growths, shares, ranks.
  private var comparedCharts: [ChartFigure] {
    let ranked = keyIndicators
    let charts = [
      areas.count == 1 ? FigureSpec.growthOverYears(cube.series, context: chartWords).map { ($0, "figure-years") } : nil,
      FigureSpec.growth(ranked, context: chartWords).map { ($0, "figure-growth") },
      FigureSpec.shares(ranked, context: chartWords).map { ($0, "figure-shares") },
      FigureSpec.ranking(ranked, context: chartWords).map { ($0, "figure-ranking") },
    ]
    return charts.compactMap { $0 }.filter { $0.0.comparesEnough }.map { ChartFigure($0.0, anchor: $0.1) }
  }

  /// Figures of bars in a chapter, beyond which they look all alike.
  private static let mostBars = 2

  /// What was done with several kinds of things, or one measure of them, beside so many other figures.
  private func breakdowns(besides count: Int) -> [Claim] {
    let all = claims.filter { $0.kind == .breakdown }.sorted { ($1.strength, $0.id) < ($0.strength, $1.id) }
    return Array(all.prefix(max(0, Self.mostBars - count)))
  }

  /// The same measure at the latest time of those that are told alike (2021 to 2023 it was 330, 365 and 1155); a title's own figure stays.
  private func latest(of indicator: Indicator, among all: [Indicator]) -> Indicator {
    let lead = indicator.lead
    guard prominence(lead) < 1, let period = lead.period else { return indicator }
    let enough = min(weight(indicator), 2)
    let later = all.filter { other in
      let its = other.lead
      guard let time = its.period, time.isAsLong(as: period), time.start > period.start, weight(other) >= enough else { return false }
      return its.kind == lead.kind && its.unit == lead.unit && its.area == lead.area && its.scope == lead.scope
        && Folded(other.name) == Folded(indicator.name) && !isContradicted(other)
    }
    return later.max { $0.lead.period.map(\.start) ?? period.start < $1.lead.period.map(\.start) ?? period.start } ?? indicator
  }

  /// 2 for what the article's own title states or names, 1 for what its first sentences tell, where there is more to say of it than
  /// its value: a release tells first what matters most. Else 0.
  private func leads(_ indicator: Indicator) -> Int {
    guard weight(indicator) >= 4 else { return 0 }
    let told = ([indicator.lead] + indicator.changes).map { prominence($0) }.max() ?? 0
    if told == 1 || isNamedByTitle(indicator) { return 2 }
    return told > 0 ? 1 : 0
  }

  private func isNamedByTitle(_ indicator: Indicator) -> Bool {
    let fewest = 3
    guard indicator.name.unicodeScalars.count >= fewest, let document = indicator.lead.source?.document else { return false }
    return index.titles[document]?.contains(Folded(indicator.name)) ?? false
  }

  /// What spans years or places, beside so many other figures: of two places at most, whose papers have no chapter of places, and
  /// trends that are too few for a chapter of their own.
  private func spans(besides count: Int) -> [Claim] {
    let places = areas.count > 2 ? [] : chooseClaims(claims.filter { $0.kind == .places }, count: 1).filter(\.isChosen).map(\.claim)
    let ranking = places.filter { $0.evidence.count >= Self.leastPlaces }
    return Array((ranking + (trendsAreFew ? chosenTrends : [])).prefix(max(0, Self.mostBars - count)))
  }

  /// Fewer places are as well told by their cards.
  private static let leastPlaces = 4

  /// Of each place the latest document.
  var latestDocuments: [SourceDocument] {
    var latest: [SourceDocument] = []
    for document in documents {
      // The order is area by area, of one area the latest first.
      if let area = document.area, latest.contains(where: { $0.area == area }), isOfSeveralYears(area) { continue }
      latest.append(document)
    }
    return latest
  }

  /// Whether documents of one place are dated to several years.
  private func isOfSeveralYears(_ area: String) -> Bool {
    Set(evidence.set.documents.filter { $0.area == area }.compactMap { $0.date?.prefix(4) }).count > 1
  }
}

extension FigureSpec {
  /// Whether it sets three and more things beside each other that differ: two bars, or places that are all the first, say no more
  /// than cards.
  var comparesEnough: Bool {
    let values = rows.compactMap { ($0["rank"] ?? $0["value"])?.double }
    return rows.count >= 3 && Set(values).count > 1
  }
}
