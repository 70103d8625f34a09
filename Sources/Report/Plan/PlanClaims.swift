package import Diagnostics
import Indicators
import Scales
package import Scene
import Story
import StructuredData

/// Writes a report of what the figures prove: cards, then claim by claim a headline, a figure and the sentence that states it.
///
/// - Parameters:
///   - count: claims told at most.
///   - isSlides: a claim is a chapter of its own.
///   - pageLines: lines of the baseline grid that a page has.
///   - panelColumns: panels that its columns of text have room for side by side.
package func planClaims(
  _ evidence: Evidence, language: Language, count: Int, isSlides: Bool, pageLines: Int, panelColumns: Int = 1
) -> ReportSource {
  let planner = Planner(
    evidence, language: language, pageLines: pageLines, mostRows: isSlides ? 8 : 16, panelColumns: isSlides ? 1 : panelColumns)
  var source = planner.front()
  var chapters: [ReportSource.Chapter] = []
  if let keyFigures = planner.keyFigures(withCharts: false) { chapters.append(keyFigures) }
  let shown = planner.cardNumbers(of: chapters.flatMap(\.blocks))
  chapters +=
    isSlides ? planner.claimSlides(count: count) + [planner.documentsSlide()] : planner.claimChapters(count: count, besides: shown)
  chapters.append(planner.sourcesAlone())
  source.chapters = chapters
  return source
}

/// Every claim with its strength and whether it is told, as notes.
package func explainClaims(_ evidence: Evidence, language: Language, count: Int) -> [Diagnostic] {
  let planner = Planner(evidence, language: language)
  return planner.verdicts(count: count).map { verdict in
    let claim = verdict.claim
    let told = planner.told(claim)
    let near = verdict.nearest.map { ", most like \($0)" } ?? ""
    let numbers =
      "strength \(short(claim.strength)) (significance \(short(claim.significance)), reach \(short(claim.reach)), prominence \(short(claim.prominence))), score \(short(verdict.score))\(near)"
    let message = "\(verdict.isChosen ? "told" : "left out, \(verdict.reason)"): \(claim.id) “\(told.headline)”: \(numbers)"
    let place = claim.evidence.first.flatMap { id in planner.fact(id)?.source?.span }
    return Diagnostic(.note, verdict.isChosen ? "claim.told" : "claim.left-out", message, at: place)
  }
}

private func short(_ value: Double) -> String { NumberFormat(".2f")?(value) ?? "\(value)" }

extension Planner {
  /// Title, subtitle, issuer, date and data.
  func front() -> ReportSource {
    var source = ReportSource(title: title, language: language)
    source.subtitle = subtitle
    source.issuer = issuer
    source.date = date
    source.data = evidence.set.documents.map { FileReference($0.id) }
    return source
  }

  func fact(_ id: Observation.ID) -> Observation? { index.facts[id] }

  var cube: Cube {
    if let cube = found.cube { return cube }
    let cube = Cube(evidence.facts, concepts: evidence.concepts) { !index.isContradicted($0) && $0.saysWhatItMeasures }
    found.cube = cube
    return cube
  }

  /// All claims of the figures that a reader may see; found once.
  var claims: [Claim] {
    if let found = found.claims { return found }
    // Of several years the latest is told, and what was before by the trends.
    let latest = Set(latestDocuments.map(\.id))
    let claims = findClaims(
      cube,
      indicators: evidence.indicators.filter { indicator in
        weight(indicator) >= 2 && !isContradicted(indicator) && indicator.lead.source.map { latest.contains($0.document) } ?? true
      },
      all: evidence.indicators.filter { indicator in
        !isContradicted(indicator) && indicator.lead.source.map { latest.contains($0.document) } ?? true
      },
      targets: evidence.facts.observations.filter { $0.isAim && $0.saysWhatItMeasures }, concepts: evidence.concepts,
      processes: evidence.words.processes,
      breakdown: evidence.words.breakdown,
      prominence: prominence
    ).filter { claim in
      // Lines of more places than a page has rows for would run into their years.
      if case .ranks(let ranks) = claim.subject { ranks.places.count < mostRows } else { true }
    }
    let told = ofLongestTime(claims)
    found.claims = told
    return told
  }

  /// Of one whole and its parts that are stated of a month and of the months up to it only the longer time is told: page after page would show
  /// the same bar.
  private func ofLongestTime(_ claims: [Claim]) -> [Claim] {
    func key(_ claim: Claim) -> String? {
      guard case .parts(let sum) = claim.subject, let end = claim.period?.end.year else { return nil }
      return ([claim.area ?? "", sum.whole.name, "\(end)"] + sum.parts.map(\.level.name)).joined(separator: "|")
    }
    var longest: [String: Int] = [:]
    for claim in claims { if let key = key(claim) { longest[key] = max(longest[key] ?? 0, claim.period?.months ?? 0) } }
    return claims.filter { claim in key(claim).map { longest[$0] == claim.period?.months } ?? true }
  }

  /// The claims of facts and their targets, by the targets.
  var claimsOfTargets: [Observation.ID: Claim] {
    if let found = found.targets { return found }
    var claims: [Observation.ID: Claim] = [:]
    for claim in self.claims {
      guard case .target(_, let targets) = claim.subject else { continue }
      for target in targets where claims[target.id] == nil { claims[target.id] = claim }
    }
    found.targets = claims
    return claims
  }

  func verdicts(count: Int) -> [Verdict] { chooseClaims(claims, count: count) }

  /// 1 where a document's title states the figure, 0.7 where its first sentences do.
  func prominence(_ fact: Observation) -> Double {
    guard let source = fact.source else { return 0 }
    let places = [source] + source.repeats
    if places.contains(where: { place in
      index.titles[place.document].map { $0.contains(Folded(place.sentence)) || Folded(place.sentence).contains($0) } == true
    }) {
      return 1
    }
    return places.contains { sources.entry(for: $0).map { $0.number - (index.firstEntries[$0.document] ?? $0.number) < 2 } == true }
      ? 0.7 : 0
  }

  func told(_ claim: Claim) -> Told {
    if case .indicator(let indicator) = claim.subject { return Told(headline: headline(indicator, context: chartWords)) }
    return teller.tell(claim) ?? Told(headline: claim.id)
  }

  // MARK: Chapters

  /// Whether the documents state growths by far more than levels.
  var isToldByGrowths: Bool {
    let growths = evidence.indicators.count { $0.lead.kind == .change }
    return growths >= 8 && growths > 3 * evidence.indicators.count { weight($0) >= 2 }
  }

  /// What the title tells to have grown, and what comes first in the text.
  private var growthCards: [ReportBlock] {
    var names: Set<String> = []
    let leading = evidence.indicators.enumerated()
      .filter { !$0.element.changes.isEmpty && isPrintable($0.element.lead) && !isContradicted($0.element) }
      .sorted { (prominence($0.element.lead), -$0.offset) > (prominence($1.element.lead), -$1.offset) }
      .map(\.element).filter { names.insert($0.name).inserted }
    guard let first = leading.first else { return [] }
    let modules = PageModules(heroes: [heroCard(first)], cards: keyCards(Array(leading.dropFirst().prefix(12))))
    return rows(modules, below: 4)
  }

  /// What a release says that states growths and no levels.
  func growths() -> ReportSource.Chapter? {
    let kinds: Set<Claim.Kind> = [.growths, .nearlyAllAlike]
    let found = chooseClaims(claims.filter { kinds.contains($0.kind) }, count: 3).filter(\.isChosen).map(\.claim)
    var chapter = tellingEach(vocabulary.keyFigures, found)
    chapter?.section = .keyFigures
    chapter?.isNumbered = false
    if isToldByGrowths { chapter?.blocks.insert(contentsOf: growthCards, at: 0) }
    return chapter
  }

  func chosenGroups(count: Int) -> [ClaimGroup] {
    // One figure that an article states twice, as of a quarter and of its end, is told once.
    var headlines: Set<String> = []
    let chosen = verdicts(count: count).filter(\.isChosen).map(\.claim).filter { claim in
      guard case .indicator(let indicator) = claim.subject else { return true }
      return headlines.insert("\(indicator.area ?? "")|\(told(claim).headline)").inserted
    }
    return gathered(
      groups(
        of: ordered(chosen) { claim in
          claim.kind == .places ? nil : areas.count > 1 ? claim.area : theme(of: claim)
        }))
  }

  /// Chosen claims in one chapter, or one for each area.
  ///
  /// - Parameter shown: cards that stand before them.
  func claimChapters(count: Int, besides shown: Set<String>) -> [ReportSource.Chapter] {
    let chosen = chosenGroups(count: count)
    var forms = FigureForms()
    var sentences: Set<Int> = []
    let title = evidence.words.text(.claimsChapter, in: figureLanguage)
    guard (2...4).contains(areas.count) else {
      var chapter = ReportSource.Chapter(title: title, isNumbered: false)
      var together = placesTogether(chosen)
      // A map comes last, for what follows fills its page.
      let ordered = together.figures.isEmpty ? chosen : chosen.filter { !isOfMap($0.lead) } + chosen.filter { isOfMap($0.lead) }
      for group in ordered {
        guard together.shown.contains(group.lead.id) else {
          chapter.blocks += section(group, forms: &forms, sentences: &sentences, besides: shown, namesArea: true)
          continue
        }
        for figure in together.figures {
          let headline = figure.title ?? title
          chapter.blocks += [.heading(level: 2, [.text(headline)], anchor: nil), .chart(figure.below(headline: headline))]
        }
        together.figures = []
      }
      return chosen.isEmpty ? [] : [chapter]
    }
    var chapters: [ReportSource.Chapter] = []
    var ofChapters: [String: FigureForms] = [:]
    for group in chosen {
      let name = group.lead.area.map { figureLanguage.inItsScript($0) } ?? title
      let at = chapters.firstIndex { $0.title == name } ?? chapters.count
      if at == chapters.count { chapters.append(ReportSource.Chapter(title: name, isNumbered: false)) }
      var own = ofChapters[name] ?? FigureForms()
      own.elsewhere = ofChapters.filter { $0.key != name }.values.reduce(into: [:]) { $0.merge($1.counts, uniquingKeysWith: +) }
      chapters[at].blocks += section(group, forms: &own, sentences: &sentences, besides: shown)
      ofChapters[name] = own
    }
    return chapters
  }

  /// What many places state of several things, side by side after the first and what a map shows: rankings one after the other would all
  /// look the same.
  ///
  /// - Parameter most: rows that a figure has room for.
  func placesTogether(_ groups: [ClaimGroup], most: Int = .max) -> (figures: [ChartFigure], shown: Set<Claim.ID>) {
    let rankings = groups.map(\.lead).filter { $0.kind == .places || $0.kind == .placesGrowth }
    guard areas.count > 4, areas.count <= most, rankings.count > 2 else { return ([], []) }
    let rest = rankings.dropFirst().filter { !isOfMap($0) }
    let (levels, growths) = (rest.filter { $0.kind == .places }, rest.filter { $0.kind == .placesGrowth })
    // Two have better headlines each for itself; many places stand in one figure anyway.
    if areas.count > 16 { return rest.count > 2 ? placesPanels(levels: levels, growths: growths) : ([], []) }
    return placesPanels(levels: levels.count > 2 ? levels : [], growths: growths.count > 2 ? growths : [])
  }

  private func theme(of claim: Claim) -> String? {
    if case .indicator(let indicator) = claim.subject { return evidence.concepts.theme(of: indicator.name) }
    return nil
  }

  /// Headline, sentence, and the figures of what it states; cards for those without, where they do not stand among the key figures.
  ///
  /// - Parameter namesArea: the headline says whose, since no chapter does.
  private func section(
    _ group: ClaimGroup, forms: inout FigureForms, sentences: inout Set<Int>, besides shown: Set<String> = [], namesArea: Bool = false
  ) -> [ReportBlock] {
    let trends = [group.lead] + group.trends
    if trends.count > 2, panelColumns > 1, areas.count <= 2, let panels = trendPanels(trends, most: panelColumns),
      panels.shown.count == trends.count
    {
      let headline = teller.headline(ofTrends: trends)
      return [.heading(level: 2, [.text(headline)], anchor: nil), .chart(panels.figure.below(headline: headline))]
    }
    if let (headline, table) = trendsTable(group) { return [.heading(level: 2, [.text(headline)], anchor: nil), .table(table)] }
    let told = told(group.lead)
    let headline = namesArea ? naming(group.lead.area, told.headline) : told.headline
    var blocks: [ReportBlock] = [.heading(level: 2, [.text(headline)], anchor: nil)]
    if let sentence = sentence(of: group.lead, told, sentences: &sentences) { blocks.append(.paragraph(sentence)) }
    if case .steps(let steps) = group.lead.subject {
      blocks.append(.row(InfographicRow([InfographicRow.twelfths], [.steps(cards(of: steps))])))
      return blocks
    }
    guard !group.indicators.isEmpty else {
      let choices = [tileGrid(group.lead, told: told)].compactMap { $0 } + figures(of: group.lead, told: told)
      if let figure = forms.least(choices) { blocks.append(.chart(figure.below(headline: told.headline))) }
      return blocks
    }
    var cards: [Card] = []
    var drawn = 0
    var rest = group.indicators
    var hasShares = false
    if let (spec, shown) = FigureSpec.composition(rest, context: chartWords),
      let figure = forms.least([ChartFigure(spec)])
    {
      blocks.append(.chart(figure.below(headline: told.headline)))
      hasShares = true
      rest.removeAll { indicator in shown.contains { $0.id == indicator.id } }
      drawn += 1
    }
    for indicator in rest {
      // Of several shares of one sentence one is drawn.
      let choices = figures(for: [indicator]).figures.filter { !$0.isOfShares || !hasShares }
      if drawn < 2, let figure = forms.least(choices) {
        hasShares = hasShares || figure.isOfShares
        blocks.append(.chart(figure.below(headline: told.headline)))
        drawn += 1
      } else {
        let card = keyCard(indicator)
        if !shown.contains(card.figure.identity) { cards.append(card) }
      }
    }
    // No headline stands alone.
    if blocks.count == 1, cards.isEmpty, let first = group.indicators.first { cards = [keyCard(first)] }
    if !cards.isEmpty { blocks.append(.cards(Array(cards.prefix(2)))) }
    return blocks
  }

  /// The cards of some levels, each named after what it is.
  func cards(of levels: [Observation]) -> [Card] {
    levels.map { level in keyCard(evidence.indicators.first { $0.level?.id == level.id } ?? Indicator(level)) }
  }

  /// The story's own sentence with its sources, else the article's, its figures leading to the list of sources; each sentence of an
  /// article once.
  func sentence(of claim: Claim, _ told: Told, sentences: inout Set<Int>) -> [Inline]? {
    if let text = told.sentence {
      var entries: [SourceNumbers.Entry] = []
      for id in claim.evidence {
        guard let entry = fact(id)?.source.flatMap({ sources.entry(for: $0) }), !entries.contains(entry), entries.count < 3 else {
          continue
        }
        entries.append(entry)
      }
      let whole = text + (yearlyGrowth(of: claim).map { (language.isChinese ? "" : " ") + self.told($0) } ?? "")
      return [.text(language.isChinese ? whole : whole + " ")] + marks(entries)
    }
    // A page of one language quotes no sentence of another; the list of sources does.
    var first = claim.evidence.first.flatMap { fact($0) }
    if case .indicator(let indicator) = claim.subject { first = indicator.lead }
    guard let entry = first.flatMap(statement),
      entry.sentence.unicodeScalars.contains(where: { $0.value >= 0x2E80 }) == language.isChinese, sentences.insert(entry.number).inserted
    else { return nil }
    return stated(entry)
  }

  /// The growth a year on average of a trend, where it is derived from its first and last year.
  func yearlyGrowth(of claim: Claim) -> Observation? {
    guard case .series(let series) = claim.subject, let first = series.points.first?.figure, let last = series.points.last?.figure else {
      return nil
    }
    return evidence.derived.first { $0.derivation?.formula == .cagr && $0.derivation?.inputs == [last.id, first.id] }
  }

  private func told(_ growth: Observation) -> String {
    evidence.words.text(
      .yearlyGrowth, in: figureLanguage,
      [
        "period": growth.period.map { periodText($0, in: figureLanguage) } ?? "", "value": figureText(growth, in: figureLanguage),
      ])
  }

  /// Statements as a chapter's lead.
  func lead(_ statements: [String]) -> [Inline] {
    guard !statements.isEmpty else { return [] }
    return [.text(language.isChinese ? statements.joined(separator: "；") + "。" : statements.joined(separator: ". ") + ".")]
  }

  /// `[1、14、21]`, each number leading to its sentence.
  private func marks(_ entries: [SourceNumbers.Entry]) -> [Inline] {
    let ordered = entries.sorted { $0.number < $1.number }
    return ordered.enumerated().flatMap { i, entry -> [Inline] in
      let text = (i == 0 ? "[" : "") + "\(entry.number)" + (i == ordered.count - 1 ? "]" : "")
      return (i == 0 ? [] : [.text(language.isChinese ? "、" : ", ")]) + [.reference([.text(text)], anchor: entry.anchor)]
    }
  }

  /// The sentences that state the figures, and how the paper was made.
  func sourcesAlone() -> ReportSource.Chapter {
    var chapter = ReportSource.Chapter(title: vocabulary.sources, isNumbered: false)
    chapter.section = .sources
    chapter.blocks = [
      .callout(title: vocabulary.method, [.paragraph([.text(methodNote(hasDerived: false))])]), .generated(.sources),
    ]
    return chapter
  }
}

extension Observation {
  /// Whether the name is that of a measure, and not only of whose figure it is: of a company's 13.5亿元 nobody knows whether they were earned
  /// or spent, and they are compared with nothing.
  var saysWhatItMeasures: Bool { area.map { foldedArea($0) != Folded(name) } ?? true }
}
