import Grammar
package import Indicators
import Lingua
import Scales
import Scene
import StructuredData

extension FigureSpec {
  /// Last year's level, derived from this year's and the stated growth, beside this year's; nil without both, and where
  /// two bars would show another growth than the one that is stated.
  package static func change(_ indicator: Indicator, context: HeadlineContext) -> FigureSpec? {
    // 增长超8% does not say how high the base was.
    guard let level = indicator.level,
      let change = indicator.changes.first(where: { growthPercent($0) != nil && $0.qualifier == .exactly }),
      let base = indicator.derived.first(where: {
        $0.derivation?.formula == .base && $0.derivation?.inputs.contains(change.id) == true
      }), level.value.doubleValue > 0
    else { return nil }
    let language = context.figures
    // Where rounding hides the growth, as of 2 by 3 %, two equal bars would say that there was none.
    guard base.value.printed() != level.value.printed() || change.value.doubleValue == 0 else { return nil }
    let now = level.period.map { periodText($0, in: language) } ?? context.text(context.phrases.thisYear)
    let before = base.period.map { periodText($0, in: language) } ?? context.text(context.phrases.yearBefore)
    var spec = FigureSpec(
      "change",
      title: Title(
        multipleHeadline(indicator, change, context) ?? growthHeadline(indicator, change, context),
        subtitle: context.subtitle(
          context.label(indicator), area: level.area, unit: printedUnit(level, in: language),
          period: context.span(base.period, level.period))),
      rows: [
        row(base, in: level.unit, ["period": .string(before)]),
        row(level, in: level.unit, ["period": .string(now), "growth": .string(figureText(change, in: language))]),
      ],
      channels: [.category(.x, "period"), .measure(.y), .remark(.qualifier), .remark(.status), .remark(.growth)])
    spec.unit = context.unit(level.unit)
    spec.highlight = [now]
    spec.source = context.source(of: [indicator])
    spec.lead(to: [base, level], in: context)
    if let expression = context.formula(of: base) {
      spec.note = context.text(context.phrases.derivedBase, ["before": before, "expression": expression])
    }
    return spec.showsItsGrowth ? spec : nil
  }

  /// The growth rates of several indicators, the fastest first; nil for fewer than two.
  package static func growth(_ indicators: [Indicator], context: HeadlineContext) -> FigureSpec? {
    let entries = fastest(indicators, context: context)
    guard entries.count >= 2 else { return nil }
    let first = entries[0]
    let written = figureText(first.change, in: context.figures)
    let rate = written.hasPrefix("+") ? String(written.dropFirst()) : written
    let phrases = context.phrases
    let fall = written.hasPrefix("\u{2212}") ? String(written.dropFirst()) : written
    // A superlative holds for all that is told of the time, or is not said.
    let isFirst = !context.set.observations.contains {
      $0.kind == .change && $0.status.isFactual && $0.isOnTheYear && $0.period == first.change.period
        && growthPercent($0) ?? -.infinity > first.rate
    }
    let title =
      first.rate < 0
      ? isFirst
        ? context.text(phrases.fellLeast, ["name": first.name, "size": written])
        : context.text(phrases.fell, ["name": first.name, "size": fall])
      : isFirst
        ? context.text(phrases.grewMost, ["name": first.name, "size": rate])
        : context.text(phrases.grew, ["name": first.name, "size": rate])
    var spec = FigureSpec(
      "bar", isHorizontal: true,
      title: Title(
        title,
        subtitle: context.subtitle(
          context.text(phrases.growths), area: nil, unit: "%",
          period: context.period(of: entries.map(\.indicator)))),
      rows: entries.map {
        ["name": .string($0.name), "value": .number($0.change.value.description), "qualifier": .string($0.change.qualifier.rawValue)]
      }, channels: [.category(.y, "name"), .measure(.x), .remark(.qualifier)])
    spec.unit = "%"
    spec.highlight = [first.name]
    spec.source = context.source(of: entries.map(\.indicator))
    spec.lead(to: entries.map(\.change), in: context)
    return spec
  }

  /// The eight fastest growths on the year, each name once.
  static func fastest(
    _ indicators: [Indicator], context: HeadlineContext
  ) -> [(name: String, indicator: Indicator, change: Observation, rate: Double)] {
    let several = Set(indicators.compactMap(\.area)).count > 1
    var names: Set<String> = []
    var entries: [(name: String, indicator: Indicator, change: Observation, rate: Double)] = []
    for indicator in indicators {
      guard
        let change = indicator.changes.first(where: \.isGrowthOnTheYear)
      else { continue }
      let rate = change.value.doubleValue
      let name = context.name(indicator, withArea: several)
      entries.append((name, indicator, change, rate))
    }
    entries = ofOneTime(entries) { $0.indicator.lead }.filter { names.insert($0.name).inserted }
    return Array(
      entries.enumerated().sorted { ($0.element.rate, -$0.offset) > ($1.element.rate, -$1.offset) }.map(\.element)
        .prefix(8))
  }

  /// What is of the time that most are of, the first of as common ones; a stock at its end goes with it. A month and the months up to it
  /// share no axis.
  static func ofOneTime<Entry>(_ entries: [Entry], by figure: (Entry) -> Observation) -> [Entry] {
    func end(_ period: Period) -> Period.Mark { Period.Mark(year: period.end.year, month: period.end.month ?? 12) }
    let periods = entries.map { figure($0).period }
    let flows = zip(entries, periods).compactMap { figure($0.0).isStock ? nil : $0.1 }
    let counts = (flows.isEmpty ? periods.compactMap { $0 } : flows).counted()
    guard let main = counts.enumerated().max(by: { ($0.element.1, -$0.offset) < ($1.element.1, -$1.offset) })?.element.0 else {
      return entries
    }
    return zip(entries, periods).filter { entry, period in
      guard let period else { return false }
      return period == main || figure(entry).isStock && end(period) == end(main)
    }.map(\.0)
  }

  /// A figure as a row of its chart, in the chart's unit.
  static func row(_ figure: Observation, in unit: Unit, _ more: Row) -> Row {
    let value = figure.value.shifted(byPowerOfTen: figure.unit.multiplier - unit.multiplier) ?? figure.value
    var row: Row = [
      "value": .number(value.description), "qualifier": .string(figure.qualifier.rawValue),
      "status": .string(figure.status.rawValue),
    ]
    row.merge(more) { $1 }
    return row
  }
}

extension Observation {
  /// A growth in percent that can stand on one axis with others.
  fileprivate var isGrowthOnTheYear: Bool { kind == .change && unit.written == "%" && !isTimes && status.isFactual && isOnTheYear }

  /// Counted from the same time of the year before, so that such rates stand on one axis.
  var isOnTheYear: Bool {
    guard let period, let base = basePeriod else { return basis == .yearOnYear }
    return base == period.moved(years: -1)
  }
}

extension HeadlineContext {
  package func name(_ indicator: Indicator, withArea: Bool) -> String {
    guard withArea, let area = indicator.area else { return label(indicator) }
    return language.isChinese ? place(area) + label(indicator) : label(indicator) + ", " + place(area)
  }

  /// The one period of all, or from the first to the last.
  func period(of indicators: [Indicator]) -> String? {
    let periods = indicators.compactMap(\.period)
    // Stocks stand at the end of the time that the others are of.
    let flows = Set(indicators.filter { !$0.lead.isStock }.compactMap(\.period))
    if flows.count == 1, let flow = flows.first, periods.allSatisfy({ $0 == flow || $0.end == flow.end }) { return span(flow, flow) }
    let years = Set(periods.flatMap { [$0.start.year, $0.end.year] })
    if periods.contains(where: { $0 != periods[0] }), years.count == 1, let year = years.first {
      return periodText(Period(year: year), in: figures)
    }
    return span(periods.min(), periods.max())
  }

  func area(of indicators: [Indicator]) -> String? {
    let areas = Set(indicators.map(\.area))
    return areas.count == 1 ? indicators.first?.area : nil
  }
}
