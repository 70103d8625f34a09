package import Diagnostics
package import Indicators

extension ChartSpec {
  /// A spec that names indicators and says nothing of channels becomes the figure that its mark is made for: cards, a growth
  /// beside its base, a share in its whole, places, two areas, or bars. What the spec says itself stays: title, note, source.
  ///
  /// - Parameter indicators: those that `data.indicators` speaks of, grouped, with what was derived.
  /// - Returns: the spec as it is where it has channels, layers or other data.
  /// - Throws: `chart.data` where no indicator fits, or none has what the mark shows.
  package func filled(with indicators: [Indicator], context: FindingContext) throws(Diagnostic) -> ChartSpec {
    guard case .indicators(_, let concept, let area, let period)? = data, encoding.isEmpty, layer.isEmpty,
      let kind = mark?.kind
    else { return self }
    let key = concept.map { context.concepts.key(for: $0) }
    let fitting = indicators.filter { indicator in
      (key.map { context.concepts.key(for: indicator.name) == $0 } ?? true)
        && (area.map { foldedArea(indicator.area) == foldedArea($0) } ?? true)
        && (period.map { indicator.period?.description == $0 } ?? true)
    }
    guard !fitting.isEmpty else {
      let names = indicators.map(\.name)
      throw .error(
        "chart.data", "no indicator fits “\([concept, area, period].compactMap { $0 }.joined(separator: ", "))”",
        hint: concept.flatMap { nearestName(to: $0, among: names) }.map { "did you mean “\($0)”?" })
    }
    guard var spec = ChartSpec.made(kind, of: fitting, context: context) else {
      throw .error(
        "chart.data", "“\(fitting[0].name)” has nothing that the mark “\(kind.rawValue)” could show",
        hint: ChartSpec.need(of: kind))
    }
    if let title {
      spec.title = Title(title.text, subtitle: title.subtitle ?? spec.title?.subtitle)
    }
    spec.note = note ?? spec.note
    spec.source = source ?? spec.source
    spec.highlight = highlight.isEmpty ? spec.highlight : highlight
    spec.alt = alt
    spec.width = width
    spec.height = height
    return spec
  }

  private static func made(_ kind: MarkSpec.Kind, of indicators: [Indicator], context: FindingContext) -> ChartSpec? {
    switch kind {
    case .kpi:
      let shown = Array(indicators.prefix(4))
      var spec = kpi(shown.map { KPI(indicator: $0, context: context) })
      spec.title = Title(
        finding(shown[0], context: context),
        subtitle: context.subtitle(
          shown.count == 1 ? context.label(shown[0]) : context.words("主要指标", "Main figures"),
          area: context.area(of: shown), unit: nil, period: context.period(of: shown)))
      spec.source = context.source(of: shown)
      return spec
    case .change: return indicators.lazy.compactMap { change($0, context: context) }.first
    case .share, .ring:
      var spec = indicators.lazy.compactMap { share($0, context: context) }.first
      spec?.mark?.kind = kind
      return spec
    case .ranking: return ranking(indicators, context: context)
    case .dumbbell:
      for (i, first) in indicators.enumerated() {
        for second in indicators[(i + 1)...] {
          if first.area != second.area, let spec = dumbbell(first, second, context: context) { return spec }
        }
      }
      return nil
    case .bar: return bars(indicators, context: context)
    default: return nil
    }
  }

  private static func need(of kind: MarkSpec.Kind) -> String {
    switch kind {
    case .change: "it needs a level and its growth"
    case .share, .ring: "it needs a level and its share of a whole"
    case .ranking: "it needs two indicators with places in one ranking"
    case .dumbbell: "it needs one measure in two areas"
    case .bar: "it needs two levels of one unit"
    default: "say with `encoding` which columns the channels show: name, value, unit, area, period"
    }
  }
}
