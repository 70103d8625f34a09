import Indicators
package import Scene

/// The one chart that says most of the figures: the weightiest indicator's growth, else its share, else levels side by side.
package func planCard(_ evidence: Evidence, language: Language) -> FigureSpec? {
  let planner = Planner(evidence, language: language)
  let ranked = evidence.indicators.enumerated()
    .filter { planner.weight($0.element) >= 0 }
    .sorted { (planner.weight($0.element), -$0.offset) > (planner.weight($1.element), -$1.offset) }
    .map(\.element)
  for indicator in ranked {
    if let spec = FigureSpec.change(indicator, context: planner.chartWords) { return spec }
    if let spec = FigureSpec.share(indicator, context: planner.chartWords) { return spec }
  }
  return FigureSpec.bars(ranked, context: planner.chartWords) ?? FigureSpec.growth(evidence.indicators, context: planner.chartWords)
}
