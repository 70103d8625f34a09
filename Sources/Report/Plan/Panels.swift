import Indicators
import Scene
import Story
import StructuredData

/// Small multiples: a plot for each of several things, all of one form. Rates stand on one scale; other things have each their own, which
/// the figure says.
extension Planner {
  /// Full characters that the heads of panels have room for in a row, all together.
  private static let headRoom = 54.0
  /// Between the plots of a row, in the same.
  private static let headGap = 1.5
  private static let mostPanels = 12
  /// The height of each of many rows, in points.
  private static let narrowRow = 15.0
  /// The same of the numbers above columns.
  private static let numberRoom = 52.0

  /// Trends, each as columns.
  ///
  /// - Parameter most: columns of panels.
  /// - Returns: the figure, and the claims that it shows; nil for fewer than three, or more than eight periods.
  func trendPanels(_ claims: [Claim], most: Int = 3) -> (figure: ChartFigure, shown: [Claim.ID])? {
    struct Panel {
      var head: String
      var series: Series
    }
    let all = claims.compactMap { claim -> (Claim, Panel)? in
      guard case .series(let series) = claim.subject, let unit = series.points.last?.figure.unit else { return nil }
      return (
        claim,
        Panel(head: named(opened(teller.name(series.name, area: series.area), in: figureLanguage), chartWords.unit(unit)), series: series)
      )
    }
    // Three columns leave their years room; a longer name would stand over the next one.
    let columns = all.count == 4 ? min(2, most) : most
    let room = Planner.headRoom / 3
    let shown = all.filter { ems($0.1.head) <= room * (columns == 2 && most > 2 ? 1.5 : 1) }.prefix(Planner.mostPanels)
    let points = shown.flatMap(\.1.series.points)
    let periods = Set(points.compactMap(\.period)).sorted()
    // All panels have their values, or none.
    let longest = points.map { ems(figureParts($0.figure, in: figureLanguage).number) }.max() ?? 0
    // Two trends of one name would be drawn into one panel.
    guard shown.count >= 3, Set(shown.map(\.1.head)).count == shown.count, periods.count <= 8,
      longest * Double(periods.count) * (columns == 2 && most > 2 ? 2 : 3) <= Planner.numberRoom,
      let last = periods.last,
      let first = periods.first
    else { return nil }
    let rows = shown.flatMap { _, panel in
      panel.series.points.compactMap { point in
        panelRow(
          panel.head, ("period", point.period.map { periodText($0, in: figureLanguage) } ?? ""), point.figure,
          in: panel.series.points.last?.figure.unit)
      }
    }
    let figure = panels(
      "figure-panels-trends", title: teller.headline(ofTrends: shown.map(\.0)),
      subtitle: [periodText(Period(first.start, last.end), in: figureLanguage)], rows: rows, columns: columns, category: "period",
      highlight: periodText(last, in: figureLanguage), facts: shown.flatMap { $0.1.series.points.map(\.figure) })
    return (figure, shown.map(\.0.id))
  }

  /// What several places state of several things, a panel a thing and a row a place: levels and growths apart, of many places together.
  ///
  /// - Returns: the figures, and the claims that they show.
  func placesPanels(levels: [Claim], growths: [Claim]) -> (figures: [ChartFigure], shown: Set<Claim.ID>) {
    let parts =
      areas.count > 16
      ? [placesPanels(levels + growths, anchor: "figure-panels-places", most: 4)]
      : [
        placesPanels(levels, anchor: "figure-panels-places", most: 8), placesPanels(growths, anchor: "figure-panels-growth", most: 8),
      ]
    let found = parts.compactMap { $0 }
    return (found.map(\.figure), Set(found.flatMap(\.shown)))
  }

  /// - Returns: nil for fewer than two things.
  private func placesPanels(_ claims: [Claim], anchor: String, most: Int) -> (figure: ChartFigure, shown: [Claim.ID])? {
    struct Panel {
      var id: Claim.ID
      var head: String
      var isGrowth: Bool
      var period: Period
      var levels: [(area: String, level: Observation)]
    }
    let areGrowths = claims.allSatisfy { $0.kind == .placesGrowth }
    let all = claims.compactMap { claim -> Panel? in
      guard case .places(let levels, let period, let name) = claim.subject, let unit = levels.first?.level.unit else { return nil }
      let isGrowth = claim.kind == .placesGrowth
      let own = opened(teller.name(name, area: nil), in: figureLanguage)
      let label = isGrowth && !areGrowths ? growthName(own) : own
      return Panel(
        id: claim.id, head: areGrowths ? label : named(label, chartWords.unit(unit)), isGrowth: isGrowth, period: period, levels: levels)
    }
    let periods = all.map(\.period).counted()
    guard let period = periods.max(by: { $0.1 < $1.1 })?.0 else { return nil }
    var heads: Set<String> = []
    let wide = all.filter { heads.insert($0.head).inserted }.filter { $0.period == period || $0.period.end.year == period.end.year }.prefix(
      most)
    let isHigh = areas.count > 16
    let names = wide.flatMap { $0.levels.map { ems(figureLanguage.inItsScript($0.area)) } }.max() ?? 0
    guard let (shown, columns) = arranged(Array(wide), inOneRow: isHigh, besides: names + 1, head: \.head), let lead = shown.first else {
      return nil
    }
    let places = lead.levels.map(\.area)
    let data = shown.flatMap { panel -> [Node] in
      let byArea = Dictionary(panel.levels.map { ($0.area, $0.level) }, uniquingKeysWith: { first, _ in first })
      return places.compactMap { area -> Node? in
        guard let level = byArea[area] else { return nil }
        return panelRow(panel.head, ("place", figureLanguage.inItsScript(area)), level, in: panel.levels.first?.level.unit)
      }
    }
    let first = shown.map { $0.levels[0].area }.counted().max { $0.1 < $1.1 }
    let leads = first.map { $0.1 >= 2 && $0.1 * 2 >= shown.count } ?? false
    let top = leads ? first?.0 ?? places[0] : places[0]
    let title =
      leads
      ? evidence.words.text(
        areGrowths ? .placesFirstGrowth : .placesFirst, in: figureLanguage,
        ["count": "\(shown.count)", "top": figureLanguage.inItsScript(top), "firsts": "\(first?.1 ?? 0)"])
      : apart(shown.map { $0.levels[0].area }, areGrowths)
        ?? evidence.words.text(areGrowths ? .placesGrowths : .placesTable, in: figureLanguage)
    let figure = panels(
      anchor, title: title,
      subtitle: [areGrowths ? "%" : "", periodText(period, in: figureLanguage)], rows: data, columns: columns, category: "place",
      highlight: figureLanguage.inItsScript(top), facts: shown.flatMap { $0.levels.map(\.level) }, isOneScale: areGrowths)
    return (figure, shown.map(\.id))
  }

  /// Whose the first places are, where none leads in half of them; nil for more than four.
  private func apart(_ firsts: [String], _ areGrowths: Bool) -> String? {
    let places = firsts.counted().map { figureLanguage.inItsScript($0.0) }
    guard (2...4).contains(places.count) else { return nil }
    return evidence.words.text(
      areGrowths ? .placesApartGrowth : .placesApart, in: figureLanguage,
      ["count": "\(firsts.count)", "places": places.joined(separator: language.isChinese ? "、" : ", ")])
  }

  /// Panels in rows, of equal length where they can be, whose heads have room in two lines, and in how many columns; fewer panels where
  /// there is no such way.
  ///
  /// - Parameter names: what the names of rows take at the left, in full characters.
  private func arranged<Panel>(
    _ panels: [Panel], inOneRow: Bool, besides names: Double, head: (Panel) -> String
  ) -> (panels: [Panel], columns: Int)? {
    let longest = panels.map { ems(head($0)) }.max() ?? 0
    // A line is never quite full where it ends at a word.
    func fits(_ columns: Int) -> Bool { longest <= ((Planner.headRoom - names) / Double(columns) - Planner.headGap) * 1.6 }
    guard panels.count >= 2 else { return nil }
    // One panel alone in its last row would leave the most of it open.
    let possible = (2...4).filter { columns in
      columns <= panels.count && (inOneRow ? columns == panels.count : panels.count == columns || panels.count % columns != 1)
    }
    let even = possible.filter { panels.count.isMultiple(of: $0) && $0 > 2 }
    for columns in even.reversed() + possible.reversed() where fits(columns) { return (panels, columns) }
    return arranged(Array(panels.dropLast()), inOneRow: inOneRow, besides: names, head: head)
  }

  /// The figure in its panel's unit, with the digits that are stated where it is its own.
  func panelRow(_ head: String, _ category: (String, String), _ figure: Observation, in unit: Unit?) -> Node? {
    guard let unit, let value = value(of: figure, in: unit) else { return nil }
    return row(
      [
        ("name", .string(head)), (category.0, .string(category.1)), ("value", .number(value.description)),
        ("qualifier", .string(figure.qualifier.rawValue)), ("status", .string(figure.status.rawValue)),
      ], of: figure)
  }

  /// - Parameters:
  ///   - category: the column of the periods, as columns, or of the places or things, as rows.
  ///   - isOneScale: lengths of one panel can be held against those of another.
  func panels(
    _ anchor: String, title: String, subtitle: [String], rows: [Node], columns: Int, category: String, highlight: String,
    facts: [Observation], isOneScale: Bool = false
  ) -> ChartFigure {
    let isUpright = category == "period"
    let (along, across) = isUpright ? ("x", "y") : ("y", "x")
    // A line at the first plot alone would be none for the others, and stands apart from bars that begin at a zero within their plots.
    let axis: [(String, Node)] = isUpright ? [] : [("axis", .mapping([("domain", .bool(false))]))]
    let names = Node.mapping([("field", .string(category)), ("type", .string("nominal")), ("sort", .null), ("title", .null)] + axis)
    // What a panel is of is said with each value, and stacks nothing.
    let values = Node.mapping([("field", .string("value")), ("type", .string("quantitative")), ("stack", .null), ("title", .null)])
    let encoding: [(String, Node)] =
      [(along, names), (across, values)]
      + ["detail": "name", "qualifier": "qualifier", "status": "status"].sorted { $0.key < $1.key }.map {
        ($0.key, .mapping([("field", .string($0.value))]))
      } + addresses(of: rows)
    let mark: Node = isUpright ? .string("bar") : .mapping([("type", .string("bar")), ("orient", .string("horizontal"))])
    var inner: [(String, Node)] = [("mark", mark), ("encoding", .mapping(encoding))]
    if !isUpright {
      let places = Set(rows.compactMap { $0[category]?.string }).count
      // Of many rows as many as a page has room for; of few no more than their type asks, so that two figures share a page.
      inner.append(("height", .mapping([("step", .number(places > 16 ? Planner.narrowRow : places > 8 ? 18 : 21))])))
    }
    let header = Node.mapping([("labelFontWeight", .string("bold")), ("labelAnchor", .string("start"))])
    let scales = isOneScale ? "" : evidence.words.text(.ownScales, in: figureLanguage)
    let measured = (subtitle + [scales]).filter { !$0.isEmpty }.joined(separator: chartWords.comma)
    var entries: [(String, Node)] = [
      ("title", .mapping([("text", .string(title)), ("subtitle", .string(measured))])),
      ("data", .mapping([("values", .sequence(rows))])),
      (
        "facet",
        .mapping([("field", .string("name")), ("type", .string("nominal")), ("sort", .null), ("title", .null), ("header", header)])
      ), ("columns", .number(Double(columns))),
    ]
    if !isOneScale { entries.append(("resolve", .mapping([("scale", .mapping([(across, .string("independent"))]))]))) }
    entries += [("spec", .mapping(inner)), ("highlight", .sequence([.string(highlight)]))]
    if let source = chartWords.source(of: facts) { entries.append(("source", .string(source))) }
    return ChartFigure(.mapping(entries), anchor: anchor)
  }
}
