import Articles
import Indicators
import Scene
import Story

extension Planner {
  /// An indicator as a card with the pictogram of its concept and its share of the whole.
  ///
  /// - Parameter area: named where it is one of several.
  func keyCard(_ indicator: Indicator, naming area: String? = nil) -> Card {
    var card = Card(card(indicator), pictogram: pictogram(of: indicator))
    if let area, !card.figure.label.contains(area) {
      card.figure.label = figureLanguage.inItsScript(area) + (language.isChinese ? "" : ": ") + card.figure.label
    }
    if indicator.lead.kind != .share, let share = indicator.shares.first, share.unit.measure == "%" {
      let percent = share.value.doubleValue
      if percent > 0, percent <= 100 { card.share = percent }
    }
    return card
  }

  /// The cards of a group: where some have a growth, a share or a rank below their figure, the others say when they were.
  ///
  /// - Parameter indicators: each with the area that names it.
  func keyCards(_ indicators: [(indicator: Indicator, area: String?)]) -> [Card] {
    var cards = indicators.map { keyCard($0.indicator, naming: $0.area) }
    guard cards.contains(where: \.isQualified) else { return cards }
    for (i, (indicator, _)) in indicators.enumerated() where !cards[i].isQualified {
      if let period = periodText(of: indicator.lead, in: figureLanguage) { cards[i].figure.chips = [period] }
    }
    return cards
  }

  /// Cards of one of many places, each with its place among them in what they all state.
  func placedCards(_ indicators: [Indicator], withPictograms: Bool = true) -> [Card] {
    let ranks = placeRanks
    var cards = keyCards(indicators)
    if !withPictograms { for i in cards.indices { cards[i].pictogram = nil } }
    for (i, indicator) in indicators.enumerated() {
      guard let level = indicator.level, let rank = ranks[level.id] else { continue }
      // The place says more than the time that all of them have.
      cards[i].figure.chips = (indicator.changes.isEmpty && indicator.shares.isEmpty ? [] : keyCard(indicator).figure.chips) + [rank]
    }
    return cards
  }

  /// “31地第2”, by level.
  private var placeRanks: [Observation.ID: String] {
    if let found = found.ranks { return found }
    var ranks: [Observation.ID: String] = [:]
    for claim in claims where claim.kind == .places {
      guard case .places(let levels, period: _, name: _) = claim.subject else { continue }
      var rank = 0
      for (i, place) in levels.enumerated() {
        // Those that are level share a place, and the next comes after all of them.
        if i == 0 || levels[i - 1].level.quantity.inBase != place.level.quantity.inBase { rank = i + 1 }
        if ranks[place.level.id] != nil { continue }
        ranks[place.level.id] = evidence.words.text(.placeRank, in: figureLanguage, ["count": "\(levels.count)", "rank": "\(rank)"])
      }
    }
    found.ranks = ranks
    return ranks
  }

  func keyCards(_ indicators: [Indicator]) -> [Card] { keyCards(indicators.map { ($0, nil) }) }

  /// Cards with the years before as columns, where all of them have three and more without a gap; each says which years these are.
  func withTrends(_ cards: [Card], of indicators: [Indicator]) -> [Card] {
    let series = yearlySeries
    let found = indicators.map { indicator in indicator.level.flatMap { series[$0.id] } }
    guard !cards.isEmpty, cards.count == indicators.count, found.allSatisfy({ $0 != nil }) else { return cards }
    var out = cards
    for (i, series) in found.enumerated() {
      guard let series, let first = series.points.first?.period, let last = series.points.last?.period else { continue }
      out[i].trend = series.values(in: series.points.last?.figure.unit ?? series.unit).compactMap { $0?.doubleValue }
      let span = periodText(Period(Period.Mark(year: first.end.year), Period.Mark(year: last.end.year)), in: figureLanguage)
      if out[i].figure.change == nil { out[i].figure.chips = [span] } else { out[i].figure.chips.append(span) }
    }
    return out
  }

  /// Series of three to eight exact levels a year after each other, by their latest level.
  private var yearlySeries: [Observation.ID: Series] {
    if let known = found.yearlySeries { return known }
    var byLevel: [Observation.ID: Series] = [:]
    for series in cube.series where (3...8).contains(series.points.count) && series.isWithoutGap {
      let isPlain = series.points.allSatisfy { $0.figure.qualifier == .exactly && !$0.figure.value.isNegative }
      guard isPlain, let last = series.points.last?.figure else { continue }
      byLevel[last.id] = series
    }
    found.yearlySeries = byLevel
    return byLevel
  }

  /// That of its concept, where there is a drawing of it.
  private func pictogram(of indicator: Indicator) -> String? {
    drawn(evidence.concepts.icon(of: indicator.name, unit: indicator.lead.unit))
  }

  private func drawn(_ icon: String?) -> String? { icon.flatMap { evidence.pictograms.contains($0) ? $0 : nil } }

  /// What stands beside a chapter's number: the pictogram that most of the figures stated in it have.
  func pictogram(of indicators: [Indicator], stated paragraphs: [Article.Block], in document: String) -> String? {
    let names = indicators.filter { indicator in paragraphs.contains { isStated(indicator, in: $0, of: document) } }
      .compactMap { pictogram(of: $0) }
    return names.counted().enumerated().max { ($0.element.1, -$0.offset) < ($1.element.1, -$1.offset) }?.element.0
  }

  /// The card that leads a page, with what it means.
  func heroCard(_ indicator: Indicator, naming area: String? = nil) -> Card {
    var card = keyCard(indicator, naming: area)
    let said = headline(indicator, context: chartWords)
    card.pictogram = card.pictogram ?? drawn(topic?.icon)
    // A sentence that only repeats name and number says nothing more.
    if indicator.lead.kind == .change || !indicator.changes.isEmpty || !indicator.shares.isEmpty || !indicator.ranks.isEmpty
      || !indicator.streaks.isEmpty
    {
      card.sentence = said
    }
    // The sentence says the share; the bar is for cards of a row.
    card.share = nil
    return card
  }

  /// The rows of a page, or of a part of one.
  ///
  /// - Parameter head: lines of the baseline grid that what stands above them takes of the first page.
  func rows(_ modules: PageModules, below head: Int) -> [ReportBlock] {
    chooseRows(modules, patterns: evidence.rows.all, first: pageLines - head, lines: pageLines).map { .row($0) }
  }

  /// A figure with its reading beside it, on alternate sides; nil where the patterns have no such row.
  ///
  /// - Parameter table: below the reading.
  func reading(_ figure: ChartFigure, _ text: [Inline], besides table: ReportTable? = nil, count: Int) -> ReportBlock? {
    let kinds: [[InfographicRow.Kind]] = [[.chart, .reading], [.reading, .chart]]
    guard let pattern = evidence.rows.all.first(where: { $0.cells == kinds[count % 2] }) else { return nil }
    let cells: [InfographicRow.Cell] = pattern.cells.map {
      $0 == .chart ? .chart(figure) : .reading([.paragraph(text)] + (table.map { [.table($0)] } ?? []))
    }
    return .row(InfographicRow(pattern.spans, cells))
  }
}
