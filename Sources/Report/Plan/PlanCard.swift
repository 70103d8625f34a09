import Indicators
package import Scene
import Story
import StructuredData

/// The one figure that says most: that of the strongest claim that has one, else levels or growths side by side.
///
/// Of several places or years no single one stands for all: what spans them leads by its strength.
package func planCard(_ evidence: Evidence, language: Language) -> ChartFigure? {
  let planner = Planner(evidence, language: language, mostRows: 8)
  for claim in planner.verdicts(count: 12).filter(\.isChosen).map(\.claim) {
    if let figure = planner.cardFigure(of: claim) { return figure }
  }
  let ranked = planner.byWeight(evidence.indicators)
  for indicator in ranked {
    if let figure = planner.cardFigure(of: indicator, kind: .change) { return figure }
  }
  let spec = FigureSpec.bars(ranked, context: planner.chartWords) ?? FigureSpec.growth(evidence.indicators, context: planner.chartWords)
  return spec.map { ChartFigure($0) }
}

extension Planner {
  fileprivate func cardFigure(of claim: Claim) -> ChartFigure? {
    if case .indicator(let indicator) = claim.subject { return cardFigure(of: indicator, kind: claim.kind) }
    let told = told(claim)
    // A card's title has two lines.
    guard ems(told.headline) <= 34 else { return nil }
    guard var figure = figures(of: claim, told: told).first else { return nil }
    // No sentence beside it says that the growth a year is derived.
    if figure.spec["mark"]?["growthFrom"] != nil {
      let note = evidence.words.text(.yearlyGrowthNote, in: figureLanguage)
      figure.spec = figure.spec.replacing("note", with: .string(note))
    }
    return figure
  }

  /// The share where that is what is claimed, else the growth before it.
  fileprivate func cardFigure(of indicator: Indicator, kind: Claim.Kind) -> ChartFigure? {
    let share = FigureSpec.share(indicator, context: chartWords)
    let change = FigureSpec.change(indicator, context: chartWords)
    return (kind == .share ? share ?? change : change ?? share).map { ChartFigure($0) }
  }

  /// Those that may be printed, the weightiest first.
  fileprivate func byWeight(_ indicators: [Indicator]) -> [Indicator] {
    indicators.enumerated().filter { weight($0.element) >= 0 }
      .sorted { (weight($0.element), -$0.offset) > (weight($1.element), -$1.offset) }.map(\.element)
  }
}
