import Indicators
import Story

/// The figures that suit some indicators, and the indicators they show.
struct FigureChoice {
  /// The one that the heading speaks of.
  var main: Indicator?
  /// What the heading says where it speaks of no indicator: how far a target is.
  var headline: String?
  var figures: [ChartFigure] = []
  var used: [Indicator] = []
  /// Stated in the text and shown in no figure.
  var left: [Indicator] = []
}

extension Planner {
  /// A growth is shown beside its base where two bars let it be seen, several growths beside their levels or as bars, a share in its whole, several levels of one
  /// unit as bars.
  ///
  /// - Parameter most: figures that stand together; further indicators are left for cards.
  func figures(for indicators: [Indicator], most: Int = 2) -> FigureChoice {
    var choice = FigureChoice()
    let ranked = indicators.enumerated()
      .filter { weight($0.element) >= 0 }
      .sorted { (weight($0.element), -$0.offset) > (weight($1.element), -$1.offset) }
      .map(\.element)
    choice.main = ranked.first { weight($0) >= 3 }
    if let (spec, shown) = FigureSpec.composition(ranked.filter { !isContradicted($0) }, context: chartWords) {
      choice.figures.append(ChartFigure(spec, anchor: figureLabel(shown[0].id, .shares)))
      choice.used += shown
    }
    let growing = growths(of: ranked)
    if choice.figures.count < most, indicators.count >= 3, let (figure, shown) = levelsWithGrowth(ranked) {
      choice.figures.append(figure)
      choice.used += shown.filter { indicator in !choice.used.contains { $0.id == indicator.id } }
    } else if choice.figures.count < most, !growing.isEmpty, let spec = FigureSpec.growth(growing, context: chartWords), spec.comparesEnough
    {
      choice.figures.append(ChartFigure(spec, anchor: figureLabel(growing[0].id, .growths)))
      choice.used += growing.filter { indicator in !choice.used.contains { $0.id == indicator.id } }
    }
    for indicator in ranked where choice.figures.count < most {
      let before = choice.figures.count
      if growing.isEmpty, !choice.used.contains(where: { $0.id == indicator.id }), isSeen(indicator),
        let spec = FigureSpec.change(indicator, context: chartWords)
      {
        choice.figures.append(ChartFigure(spec, anchor: figureLabel(indicator.id, .change)))
      }
      let isShown = choice.used.contains { $0.id == indicator.id }
      // Of several shares one is drawn, not rings beside each other; the others are bars on their cards.
      if choice.figures.count < most, !isShown, !choice.figures.contains(where: \.isOfShares),
        let spec = FigureSpec.share(indicator, context: chartWords)
      {
        choice.figures.append(ChartFigure(spec, anchor: figureLabel(indicator.id, .share)))
      }
      if choice.figures.count > before, !isShown { choice.used.append(indicator) }
    }
    if choice.figures.count < most, let sum = sum(within: indicators), let figure = figure(of: sum) {
      choice.figures.append(figure)
      let facts = Set(sum.facts.map(\.id))
      choice.used += indicators.filter { indicator in
        facts.contains(indicator.id) && !choice.used.contains { $0.id == indicator.id }
      }
    }
    let rest = ranked.filter { indicator in !choice.used.contains { $0.id == indicator.id } }
    if let group = comparable(rest), choice.figures.count < most,
      let spec = FigureSpec.bars(group, context: chartWords)
    {
      choice.figures.append(ChartFigure(spec, anchor: figureLabel(group[0].id, .bars)))
      choice.used += group
      if choice.main == nil { choice.main = group.first }
    }
    if choice.figures.count < most, let group = sharesOfPlaces(indicators), let spec = FigureSpec.shares(group, context: chartWords) {
      choice.figures.append(ChartFigure(spec, anchor: figureLabel(group[0].id, .shares)))
      choice.used += group
    }
    if choice.figures.count < most, let claim = target(among: indicators) {
      let told = told(claim)
      choice.figures += figures(of: claim, told: told).prefix(1)
      if choice.main == nil { choice.headline = told.headline }
    }
    choice.left = rest.filter { indicator in !choice.used.contains { $0.id == indicator.id } }
    return choice
  }

  /// What a figure shows of the fact that it is named after.
  enum FigureKind: String, CaseIterable { case change, share, bars, parts, growths, shares, claim, pair }

  /// A label of letters, digits and hyphens: `figure-guangdong-2022-genq-970-24亿元-change`.
  func figureLabel(_ id: Observation.ID, _ kind: FigureKind) -> String {
    let words = id.replacing("%", with: "pct").unicodeScalars.split { !$0.properties.isAlphabetic && $0.properties.numericType == nil }
    return (["figure"] + words.map { String($0) } + [kind.rawValue]).joined(separator: "-")
  }

  /// Three and more growths on the year of one paragraph, of which the key figures do not show all.
  private func growths(of indicators: [Indicator]) -> [Indicator] {
    let growing = indicators.filter { indicator in
      !isContradicted(indicator)
        && indicator.changes.contains { $0.unit.written == "%" && $0.status.isFactual && $0.isOnTheYear && $0.qualifier == .exactly }
    }
    return growing.count >= 3 && !growing.allSatisfy { fastest.contains($0.id) } ? growing : []
  }

  /// Whether two bars let a growth be seen: less than a tenth looks like none, and is a number on a card.
  private func isSeen(_ indicator: Indicator) -> Bool {
    indicator.changes.lazy.compactMap(growthPercent).first.map { abs($0) >= 10 } ?? true
  }

  /// The first claim of a fact and the targets set for it that one of some figures is a target of.
  private func target(among indicators: [Indicator]) -> Claim? {
    let targets = indicators.map(\.lead).filter(\.isAim)
    return targets.lazy.compactMap { claimsOfTargets[$0.id] }.first
  }

  /// A whole with all its parts among some indicators.
  private func sum(within indicators: [Indicator]) -> Sum? {
    let own = Set(indicators.filter { !isContradicted($0) }.map(\.id))
    guard own.count >= 3 else { return nil }
    return findSums(indicators).first { sum in sum.facts.allSatisfy { own.contains($0.id) } }
  }

  private func figure(of sum: Sum) -> ChartFigure? {
    guard let told = teller.tell(sum) else { return nil }
    return parts(sum, figureLabel(sum.whole.id, .parts), told: told).first
  }

  /// At least three levels that a common axis can show: of one kind of thing (出口机电产品, 出口农产品) in one place, or of one
  /// thing in several places; and the least is not lost beside the greatest. One unit alone makes nothing comparable.
  private func comparable(_ indicators: [Indicator]) -> [Indicator]? {
    var groups: [(key: String, members: [Indicator])] = []
    func enter(_ indicator: Indicator, _ key: String) {
      if let i = groups.firstIndex(where: { $0.key == key }) {
        groups[i].members.append(indicator)
      } else {
        groups.append((key, [indicator]))
      }
    }
    for indicator in indicators {
      // A bare 企业 does not say which ones, beside others that do.
      guard let level = indicator.level, level.value.doubleValue > 0, level.name.count >= 4 else { continue }
      let name = level.name
      enter(indicator, "kind|\(level.unit.measure)|\(level.area ?? "")|\(String(name.suffix(2)))")
      enter(indicator, "places|\(level.unit.measure)|\(name)")
    }
    for group in groups where group.members.count >= 3 {
      let values = group.members.compactMap(\.level).map { level in
        level.value.doubleValue * (0..<max(0, level.unit.multiplier)).reduce(1.0) { power, _ in power * 10 }
      }
      guard let least = values.min(), let greatest = values.max(), greatest <= least * 30 else { continue }
      return Array(group.members.prefix(8))
    }
    return nil
  }

  /// One share of three and more places, exactly stated, of the same whole.
  private func sharesOfPlaces(_ indicators: [Indicator]) -> [Indicator]? {
    var groups: [(key: String, members: [Indicator])] = []
    for indicator in indicators where indicator.lead.kind == .share && indicator.area != nil && !isContradicted(indicator) {
      let share = indicator.lead
      guard share.unit.written == "%", share.qualifier == .exactly, isPrintable(share) else { continue }
      let key = "\(Folded(share.name).text)|\(foldedArea(share.scope).text)|\(share.period?.description ?? "")"
      if let i = groups.firstIndex(where: { $0.key == key }) {
        if !groups[i].members.contains(where: { $0.area == indicator.area }) { groups[i].members.append(indicator) }
      } else {
        groups.append((key, [indicator]))
      }
    }
    return groups.first { $0.members.count >= 3 }?.members
  }

  /// The card of an indicator, with the number of its source.
  ///
  /// A growth that a check contradicts stands in the text as it was stated, and on no card.
  func card(_ indicator: Indicator) -> KPI {
    let entry = indicator.lead.source.flatMap { sources.entry(for: $0) }
    var shown = indicator
    if isContradicted(indicator) { shown.changes = [] }
    var card = KPI(indicator: shown, context: chartWords, reference: entry.map { "[\($0.number)]" })
    // Among figures of 广西 one of 钦州 says whose it is, among those of a year one of a month when.
    if apart.needsArea(indicator.lead) { card.label = chartWords.name(indicator, withArea: true) }
    if apart.isOfOtherTime(indicator.lead), card.chips.count < 2, let period = periodText(of: indicator.lead, in: figureLanguage) {
      card.chips.append(period)
    }
    return card
  }

  var chartWords: HeadlineContext {
    HeadlineContext(
      language: language, concepts: evidence.concepts, set: evidence.facts, names: evidence.partNames, apart: apart, sources: sources)
  }
}
