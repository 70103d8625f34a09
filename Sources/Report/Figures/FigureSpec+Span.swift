import Grammar
import Indicators
import Lingua
import StructuredData

extension FigureSpec {
  /// How much several things of one place grew over the years that most of them cover, the fastest first; nil for fewer than three.
  ///
  /// Value: last ÷ first − 1 in percent, of levels that are exactly stated.
  static func growthOverYears(_ all: [Series], context: HeadlineContext) -> FigureSpec? {
    struct Span: Hashable {
      var first: Int
      var last: Int
    }
    func span(_ series: Series) -> Span? {
      guard let first = series.points.first?.period?.end.year, let last = series.points.last?.period?.end.year, first < last else {
        return nil
      }
      return Span(first: first, last: last)
    }
    guard let years = all.compactMap(span).counted().max(by: { $0.1 < $1.1 })?.0 else { return nil }
    var names: Set<String> = []
    var entries: [(name: String, rate: ExactNumber, last: Observation)] = []
    for series in all where span(series) == years && series.unit.kind.dimension != .proportion {
      guard let first = series.points.first?.figure, let last = series.points.last?.figure, first.qualifier == .exactly,
        last.qualifier == .exactly, let start = first.quantity.inBase, let end = last.quantity.inBase, start > .zero,
        let rate = end.divided(by: start)?.subtracting(Rational(1))?.multiplied(by: Rational(100))?.rounded(decimals: 1)?.trimmed
      else { continue }
      let name = context.figures.inItsScript(context.concepts.label(of: series.name, in: context.figures))
      if names.insert(name).inserted { entries.append((name, rate, last)) }
    }
    guard entries.count >= 3 else { return nil }
    entries = Array(
      entries.enumerated().sorted { ($0.element.rate.doubleValue, -$0.offset) > ($1.element.rate.doubleValue, -$1.offset) }
        .map(\.element).prefix(8))
    let first = entries[0]
    let size = first.rate.magnitude.printed() + "%"
    let falls = first.rate.isNegative
    var spec = FigureSpec(
      "bar", isHorizontal: true,
      title: Title(
        falls
          ? context.text(context.phrases.fellLeastInAll, ["name": first.name, "size": size])
          : context.text(context.phrases.grewMostInAll, ["name": first.name, "size": size]),
        subtitle: context.subtitle(
          context.text(context.phrases.growthsInAll), area: entries[0].last.area, unit: "%",
          period: periodText(Period(Period.Mark(year: years.first), Period.Mark(year: years.last)), in: context.figures))),
      rows: entries.map { ["name": .string($0.name), "value": .number($0.rate.description), "status": "derived"] },
      channels: [.category(.y, "name"), .measure(.x), .remark(.status)])
    spec.unit = "%"
    spec.highlight = [first.name]
    spec.note = context.text(context.phrases.growthsInAllNote)
    spec.source = context.source(of: entries.map { Indicator($0.last) })
    spec.lead(to: entries.map(\.last), in: context)
    return spec
  }
}
