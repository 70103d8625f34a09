import Indicators
import Scene
import Story
import StructuredData

/// How much several things are and how they grew, as two plots with the same rows: what two bars each would say several times.
extension Planner {
  /// The levels of one measure, the largest first, and beside each how it grew on the year.
  ///
  /// - Returns: the figure, and the indicators that it shows; nil for fewer than three, or where the least is lost beside the greatest.
  func levelsWithGrowth(_ indicators: [Indicator]) -> (figure: ChartFigure, shown: [Indicator])? {
    let growing = indicators.compactMap { indicator -> (indicator: Indicator, level: Observation, growth: Observation)? in
      guard let level = indicator.level, level.qualifier == .exactly, level.value.doubleValue > 0, isPrintable(level),
        !isContradicted(indicator), let growth = growthOnTheYear(of: indicator)
      else { return nil }
      return (indicator, level, growth)
    }
    guard let base = growing.first?.level.period, let measure = growing.first?.level.unit else { return nil }
    let levels = growing.map(\.level).filter { $0.unit.isComparable(with: measure) && $0.period == base }
    guard let unit = FigureSpec.commonUnit(of: levels), let first = growing.first(where: { $0.level.unit == unit }) else { return nil }
    // 1.08亿人 would be 10,800万人, which nobody stated.
    func fits(_ level: Observation) -> Bool { level.unit.isComparable(with: unit) && level.unit.multiplier <= unit.multiplier }
    var known: Set<String> = []
    let alike = growing.filter { entry in
      fits(entry.level) && entry.level.area == first.level.area && entry.level.period == base
        && known.insert(chartWords.label(entry.indicator)).inserted
    }.prefix(8)
    let ordered = alike.enumerated().sorted { a, b in
      guard let x = a.element.level.quantity.inBase, let y = b.element.level.quantity.inBase, x != y else { return a.offset < b.offset }
      return y < x
    }.map(\.element)
    let sizes = ordered.compactMap { $0.level.quantity.inBase }
    guard ordered.count >= 3, let greatest = sizes.first, let most = sizes.last?.multiplied(by: Planner.greatestRatio), greatest <= most,
      let spec = FigureSpec.growth(ordered.map(\.indicator), context: chartWords), let title = spec.title
    else { return nil }
    let heads = [
      named(
        evidence.words.text(.levelHead, in: figureLanguage, ["period": periodText(base, in: figureLanguage)]), chartWords.unit(unit)),
      named(evidence.words.text(.growthHead, in: figureLanguage), "%"),
    ]
    let isOneSum = evidence.partNames.areOneSum(ordered.map(\.level))
    let names = ordered.map { isOneSum ? opened(teller.partName($0.level), in: figureLanguage) : chartWords.label($0.indicator) }
    let rows =
      zip(ordered, names).compactMap { panelRow(heads[0], ("item", $1), $0.level, in: unit) }
      + zip(ordered, names).compactMap { panelRow(heads[1], ("item", $1), $0.growth, in: $0.growth.unit) }
    let strong = ordered.firstIndex { chartWords.label($0.indicator) == spec.highlight.first }.map { names[$0] }
    let figure = panels(
      figureLabel(ordered[0].indicator.id, .growths), title: title.text,
      subtitle: [
        chartWords.subtitle(
          evidence.words.text(.levelsAndGrowth, in: figureLanguage), area: first.level.area, unit: nil,
          period: periodText(base, in: figureLanguage))
      ], rows: rows, columns: 2, category: "item", highlight: strong ?? "", facts: ordered.map(\.level))
    return (figure, ordered.map(\.indicator))
  }

  /// A bar of less than a two-hundredth of the longest is no bar.
  private static let greatestRatio = Rational(200)

  private func growthOnTheYear(of indicator: Indicator) -> Observation? {
    indicator.changes.first { $0.unit.written == "%" && $0.status.isFactual && $0.isOnTheYear && $0.qualifier == .exactly }
  }
}
