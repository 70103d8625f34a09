import Grammar
package import Indicators
import Scales
import Scene
import StructuredData

extension FigureSpec {
  /// An area's part of the whole as one bar, or as a ring from a third up; nil without a share in percent.
  package static func share(_ indicator: Indicator, context: FindingContext) -> FigureSpec? {
    guard let share = indicator.shares.first(where: { $0.unit.written == "%" && $0.qualifier == .exactly }),
      let rest = ExactNumber(100).subtracting(share.value), !rest.isNegative, share.value.doubleValue > 0
    else { return nil }
    let language = context.figures
    let area = indicator.area.map(context.place) ?? context.label(indicator)
    let scope = share.scope.map(context.place) ?? ""
    let total = indicator.derived.first { $0.derivation?.formula == .total }
    let level = indicator.level.map { figureText($0, in: language) } ?? ""
    let others =
      scope.isEmpty || !context.language.isChinese ? context.words("其余", "Rest") : scope + context.words("其余", "")
    var spec = FigureSpec(
      share.value.doubleValue >= 33 ? "ring" : "share",
      title: Title(
        shareFinding(indicator, share, context),
        subtitle: context.subtitle(
          context.words(
            "\(context.label(indicator))占\(scope)的比重",
            "Share of \(scope.isEmpty ? "the total" : scope), \(context.label(indicator))"), area: indicator.area,
          unit: "%",
          period: indicator.period.map { periodText($0, in: language) })),
      rows: [
        [
          "name": .string(area), "value": .number(share.value.description), "status": .string(share.status.rawValue),
          "text": .string(level),
        ],
        ["name": .string(others), "value": .number(rest.description), "status": "derived", "text": ""],
      ], channels: [.measure(.x), .category(.color, "name"), .remark(.status), .category(.text, "text")])
    spec.unit = "%"
    spec.highlight = [area]
    spec.source = context.source(of: [indicator])
    if let total, let expression = total.derivation?.expression {
      let figure = figureText(total, in: language)
      spec.note = context.words(
        "\(scope)总量\(figure)为推算值：\(expression)。", "The total of \(figure) is derived: \(expression).")
    }
    return spec
  }

  /// Shares of several indicators in their wholes, the largest first; nil for fewer than two.
  package static func shares(_ indicators: [Indicator], context: FindingContext) -> FigureSpec? {
    let several = Set(indicators.compactMap(\.area)).count > 1
    // One thing in several places is told by the places.
    let isOneThing = several && Set(indicators.map(\.name)).count == 1 && indicators.allSatisfy { $0.area != nil }
    var names: Set<String> = []
    var entries: [(name: String, indicator: Indicator, share: Observation)] = []
    for indicator in indicators {
      guard let share = indicator.shares.first(where: { $0.unit.written == "%" }) else { continue }
      let name = isOneThing ? indicator.area.map(context.place) ?? "" : context.name(indicator, withArea: several)
      guard names.insert(name).inserted else { continue }
      entries.append((name, indicator, share))
    }
    guard entries.count >= 2 else { return nil }
    entries = Array(
      entries.enumerated().sorted {
        ($0.element.share.value.doubleValue, -$0.offset) > ($1.element.share.value.doubleValue, -$1.offset)
      }.map(\.element).prefix(8))
    let first = entries[0]
    let scopes = Set(entries.map(\.share.scope))
    let scope = scopes.count == 1 ? first.share.scope.map(context.place) ?? "" : ""
    let whole = scope.isEmpty ? context.words("总量", "the total") : scope
    var spec = FigureSpec(
      "bar", isHorizontal: true,
      title: Title(
        isOneThing
          ? context.words(
            "\(context.label(first.indicator))：\(first.name)\(figureText(first.share, in: context.figures))",
            "\(context.label(first.indicator)): \(figureText(first.share, in: context.figures)) in \(first.name)")
          : shareFinding(first.indicator, first.share, context),
        subtitle: context.subtitle(
          isOneThing ? context.label(first.indicator) : context.words("主要指标占\(whole)的比重", "Share of \(whole)"),
          area: context.area(of: entries.map(\.indicator)),
          unit: "%", period: context.period(of: entries.map(\.indicator)))),
      rows: entries.map {
        [
          "name": .string($0.name), "value": .number($0.share.value.description), "qualifier": .string($0.share.qualifier.rawValue),
        ]
      }, channels: [.category(.y, "name"), .measure(.x), .remark(.qualifier)])
    spec.unit = "%"
    spec.highlight = [first.name]
    spec.source = context.source(of: entries.map(\.indicator))
    return spec
  }
}
