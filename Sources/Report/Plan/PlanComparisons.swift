import Indicators
import Scene
import Story

/// Chapters of what spans years or places: the first claims with a figure each, what else there is side by side in panels, and tables.
extension Planner {
  /// Series over three and more periods: the first with what is to be read of it, two more below it, the others as panels.
  ///
  /// - Parameter drawn: labels of figures that stand before it.
  func trends(besides drawn: Set<String> = []) -> ReportSource.Chapter? {
    let found = chosenTrends.filter { claim in
      !figures(of: claim, told: told(claim)).contains { $0.anchor.map { drawn.contains($0) } ?? false }
    }
    guard let first = found.first else { return nil }
    let all = allSeries(leading: found)
    // Of many places the strongest series of each are no table of all.
    let table = areas.count > 4 ? nil : seriesTable(all)
    let further = all.filter { claim in !found.prefix(3).contains { $0.id == claim.id } }
    guard found.count > 2 else { return tellingEach(evidence.words.text(.trendsChapter, in: figureLanguage), found, table: table) }
    var chapter = ReportSource.Chapter(title: evidence.words.text(.trendsChapter, in: figureLanguage))
    var forms = FigureForms()
    chapter.blocks = telling(first, forms: &forms, count: 0)
    // Below the first trend two more side by side.
    let pair = found[1...2].compactMap { forms.least(figures(of: $0, told: told($0))) }
    if !pair.isEmpty { chapter.blocks.append(pair.count == 1 ? .chart(pair[0]) : .chartRow(pair)) }
    // Of several places a panel a series would set side by side what has nothing in common.
    if areas.count <= 2, let panels = trendPanels(further) { chapter.blocks.append(.chart(panels.figure)) }
    if let table { chapter.blocks.append(.table(table)) }
    chapter.lead = lead(found.prefix(2).map { told($0).headline })
    return chapter
  }

  /// The trends that are told.
  var chosenTrends: [Claim] { chooseClaims(claims.filter { $0.kind == .trend }, count: 8).filter(\.isChosen).map(\.claim) }

  /// Whether one article states one or two trends, which would leave a chapter's page half empty: they stand among the key figures where
  /// these have room.
  var trendsAreFew: Bool { evidence.set.documents.count == 1 && chosenTrends.count <= 2 }

  /// Things that three and more places state: what they have most in common, the parts of their wholes, who moved in the ranking, then all
  /// levels and all growths in panels.
  func places() -> ReportSource.Chapter? {
    guard areas.count > 2 else { return nil }
    func chosen(_ kind: Claim.Kind, _ count: Int) -> [Claim] {
      chooseClaims(claims.filter { $0.kind == kind }, count: count).filter(\.isChosen).map(\.claim)
    }
    var compared = chosen(.places, 8)
    guard !compared.isEmpty else { return nil }
    // A map leads: it is lower than a ranking of all.
    if let map = compared.firstIndex(where: isOfMap) { compared.insert(compared.remove(at: map), at: 0) }
    var leading = [compared[0]] + (chosen(.placesParts, 1) + chosen(.ranks, 1))
    if leading.count < 2 || compared.count == 2 { leading += compared.dropFirst().prefix(1) }
    var chapter = ReportSource.Chapter(title: evidence.words.text(.placesChapter, in: figureLanguage))
    var forms = FigureForms()
    for (i, claim) in leading.enumerated() { chapter.blocks += telling(claim, forms: &forms, count: i, most: i == 0 ? 16 : nil) }
    // What a map shows in colours has its numbers in the panels.
    let rest = compared.filter { claim in !leading.contains { $0.id == claim.id } || isOfMap(claim) }
    let panels = placesPanels(levels: rest, growths: chosen(.placesGrowth, 8))
    // In their order: as floats they would push what is told before them apart.
    chapter.blocks += panels.figures.map { .row(InfographicRow([InfographicRow.twelfths], [.chart($0)])) }
    // What no figure shows stands in a table.
    chapter.blocks += placesTables(rest.filter { !panels.shown.contains($0.id) }).map { .table($0) }
    chapter.lead = lead(leading.prefix(2).map { told($0).headline })
    return chapter
  }

  /// The first and the last five of a ranking, beside a map that shows who is where and not who is first.
  private func ends(of claim: Claim) -> ReportTable? {
    guard case .places(let levels, period: _, name: _) = claim.subject, levels.count > 2 * Planner.endsOfRanking,
      let unit = levels.first?.level.unit
    else { return nil }
    func row(_ place: Int) -> ReportTable.Row {
      let level = levels[place].level
      return .init([
        [.text("\(place + 1)")], [.text(figureLanguage.inItsScript(levels[place].area))],
        [linked(level, value(of: level, in: unit)?.printed(grouped: true, from: language.isChinese ? 5 : 4))],
      ])
    }
    return ReportTable(
      title: nil, columns: [("", .end), (vocabulary.area, .start), (chartWords.unit(unit), .decimal)],
      rows: (0..<Planner.endsOfRanking).map(row) + [.init([[], [.text("…")], []])]
        + (levels.count - Planner.endsOfRanking..<levels.count).map(row))
  }

  private static let endsOfRanking = 5

  /// Each claim under its headline, then a table.
  func tellingEach(_ title: String, _ claims: [Claim], table: ReportTable? = nil) -> ReportSource.Chapter? {
    guard !claims.isEmpty else { return nil }
    var chapter = ReportSource.Chapter(title: title)
    var forms = FigureForms()
    for (i, claim) in claims.enumerated() { chapter.blocks += telling(claim, forms: &forms, count: i) }
    if let table { chapter.blocks.append(.table(table)) }
    chapter.lead = lead(claims.prefix(2).map { told($0).headline })
    return chapter
  }

  /// A headline, and the figure with its reading beside it; the figure alone where a row has no such pattern.
  ///
  /// - Parameters:
  ///   - count: of those told before; readings stand on alternate sides.
  ///   - most: rows of a ranking.
  private func telling(_ claim: Claim, forms: inout FigureForms, count: Int, most: Int? = nil) -> [ReportBlock] {
    let told = told(claim)
    var blocks: [ReportBlock] = [.heading(level: 2, [.text(told.headline)], anchor: nil)]
    var sentences: Set<Int> = []
    let text = sentence(of: claim, told, sentences: &sentences)
    let choices = [tileGrid(claim, told: told)].compactMap { $0 } + figures(of: claim, told: told, most: most)
    guard let figure = forms.least(choices)?.below(headline: told.headline) else {
      return blocks + (text.map { [.paragraph($0)] } ?? [])
    }
    if let text, let row = reading(figure, text, besides: figure.mark == "tile-grid" ? ends(of: claim) : nil, count: count) {
      blocks.append(row)
    } else {
      blocks += (text.map { [.paragraph($0)] } ?? []) + [.chart(figure)]
    }
    return blocks
  }
}
