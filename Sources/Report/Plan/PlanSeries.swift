import Indicators
import Scene
import Story

extension Planner {
  /// Series of several periods in one table: a row each, the periods as columns; nil where they have no two periods in common or
  /// more periods than a page has columns for.
  func seriesTable(_ claims: [Claim]) -> ReportTable? {
    let series = claims.compactMap { claim in if case .series(let series) = claim.subject { series } else { nil } }
    var periods: [Period] = []
    for period in series.flatMap(\.points).compactMap(\.period) where !periods.contains(period) { periods.append(period) }
    periods.sort()
    guard series.count > 1, (2...8).contains(periods.count) else { return nil }
    var table = ReportTable(
      title: evidence.words.text(.seriesTable, in: figureLanguage),
      columns: [(vocabulary.indicator, .start)] + periods.map { (periodText($0, in: figureLanguage), .decimal) },
      rows: series.map { series in
        let units = Set(series.points.map { unit($0.figure) })
        let common = units.count == 1 ? units.first ?? "" : ""
        return .init(
          [[.text(named(teller.name(series.name, area: series.area), unit: common))]]
            + periods.map { period in
              guard let point = series.points.first(where: { $0.period == period }) else { return [.text("…")] }
              return [linked(point.figure, common.isEmpty ? figureText(point.figure, in: figureLanguage) : number(point.figure))]
            })
      })
    table.anchor = "table-series"
    return table
  }

  /// What several places state of several things: a row a place; nil of one thing.
  func placesTable(_ claims: [Claim]) -> ReportTable? {
    let things = claims.compactMap { claim -> (name: String, levels: [(area: String, level: Observation)])? in
      if case .places(let levels, _, let name) = claim.subject { (name, levels) } else { nil }
    }
    guard things.count > 1 else { return nil }
    var areas: [String] = []
    for area in things.flatMap(\.levels).map(\.area) where !areas.contains(area) { areas.append(area) }
    let kept = Array(things.prefix(5))
    var table = ReportTable(
      title: evidence.words.text(.placesTable, in: figureLanguage),
      columns: [(vocabulary.area, .start)]
        + kept.map { thing in
          let units = Set(thing.levels.map { unit($0.level) })
          return (named(teller.name(thing.name, area: nil), unit: units.count == 1 ? units.first ?? "" : ""), .decimal)
        },
      rows: areas.map { area in
        .init(
          [[.text(figureLanguage.furniture(area))]]
            + kept.map { thing in
              guard let level = thing.levels.first(where: { $0.area == area })?.level else { return [.text("…")] }
              let hasOneUnit = Set(thing.levels.map { unit($0.level) }).count == 1
              return [linked(level, hasOneUnit ? number(level) : figureText(level, in: figureLanguage))]
            })
      })
    table.anchor = "table-places"
    return table
  }

  private func named(_ name: String, unit: String) -> String {
    unit.isEmpty ? name : name + (language.isChinese ? "（\(unit)）" : " (\(unit))")
  }

  /// The figure without its unit, with what stands before it.
  private func number(_ fact: Observation) -> String {
    let parts = figureParts(fact, in: figureLanguage)
    return parts.before + parts.number
  }

  private func unit(_ fact: Observation) -> String { figureParts(fact, in: figureLanguage).after }

  /// Leads to the sentence that states it.
  private func linked(_ fact: Observation, _ text: String) -> Inline {
    guard let entry = fact.source.flatMap({ sources.entry(for: $0) }) else { return .text(text) }
    return .reference([.text(text)], anchor: entry.anchor)
  }
}
