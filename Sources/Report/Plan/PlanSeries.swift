import Indicators
import Scene
import Story

extension Planner {
  private static let mostSeries = 16

  /// Series that a table has rows for: those that are told and the strongest others, what is of one thing together.
  func allSeries(leading: [Claim]) -> [Claim] {
    let told = Set(leading.map(\.id))
    let others = claims.filter { $0.kind == .trend && !told.contains($0.id) }.sorted { ($1.strength, $0.id) < ($0.strength, $1.id) }
    let all = (leading + others).prefix(max(leading.count, Planner.mostSeries))
    func name(_ claim: Claim) -> String { if case .series(let series) = claim.subject { series.name } else { "" } }
    var names: [String] = []
    for claim in all where !names.contains(name(claim)) { names.append(name(claim)) }
    return names.flatMap { one in all.filter { name($0) == one } }
  }

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
          [[.text(named(teller.name(series.name, area: series.area), common))]]
            + periods.map { period in
              guard let point = series.points.first(where: { $0.period == period }) else { return [.text("…")] }
              return [linked(point.figure, common.isEmpty ? nil : number(point.figure))]
            })
      })
    table.anchor = "table-series"
    return table
  }

  /// What several places state of several things: a row a place, of many things as many columns to a table as a page has; none of
  /// one thing alone.
  func placesTables(_ claims: [Claim]) -> [ReportTable] {
    let things = claims.compactMap { claim -> PlacesColumn? in
      if case .places(let levels, let period, let name) = claim.subject {
        PlacesColumn(name: name, period: period, levels: levels)
      } else {
        nil
      }
    }
    guard things.count > 1 else { return [] }
    let count = (things.count + 4) / 5
    return things.chunks(of: (things.count + count - 1) / count).enumerated().map { place, part in
      placesTable(part, isOnly: count == 1, anchor: place == 0 ? "table-places" : "table-places-\(place + 1)")
    }
  }

  private struct PlacesColumn {
    var name: String
    var period: Period
    var levels: [(area: String, level: Observation)]
  }

  /// A period that all columns share stands in the title, others in the heads.
  private func placesTable(_ things: [PlacesColumn], isOnly: Bool, anchor: String) -> ReportTable {
    var areas: [String] = []
    for area in things.flatMap(\.levels).map(\.area) where !areas.contains(area) { areas.append(area) }
    let periods = Set(things.map(\.period))
    let common = periods.count == 1 ? periods.first : nil
    // Several tables are told apart by what they begin with.
    let title =
      isOnly
      ? evidence.words.text(.placesTable, in: figureLanguage)
      : evidence.words.text(
        .placesTableOf, in: figureLanguage, ["name": teller.name(things[0].name, area: nil), "count": "\(things.count)"])
    var table = ReportTable(
      title: common.map { named(title, periodText($0, in: figureLanguage)) } ?? title,
      columns: [(vocabulary.area, .start)]
        + things.map { thing in
          let units = Set(thing.levels.map { unit($0.level) })
          let name = teller.name(thing.name, area: nil)
          let head = common == nil ? named(name, periodText(thing.period, in: figureLanguage)) : name
          return (named(head, units.count == 1 ? units.first ?? "" : ""), .decimal)
        },
      rows: areas.map { area in
        .init(
          [[.text(figureLanguage.inItsScript(area))]]
            + things.map { thing in
              guard let level = thing.levels.first(where: { $0.area == area })?.level else { return [.text("…")] }
              let hasOneUnit = Set(thing.levels.map { unit($0.level) }).count == 1
              return [linked(level, hasOneUnit ? number(level) : nil)]
            })
      })
    table.anchor = anchor
    return table
  }

  /// With a unit or a period in brackets.
  func named(_ name: String, _ detail: String) -> String {
    detail.isEmpty ? name : name + (language.isChinese ? "（\(detail)）" : " (\(detail))")
  }

  /// The figure without its unit, with what stands before it.
  private func number(_ fact: Observation) -> String {
    let parts = figureParts(fact, in: figureLanguage)
    return parts.before + parts.number
  }

  private func unit(_ fact: Observation) -> String { figureParts(fact, in: figureLanguage).after }
}
