import Indicators
import Scene
import Story
import StructuredData

extension ChartFigure {
  /// What kind of picture it is, for variety.
  var form: String { spec["facet"] != nil ? "panels" : mark ?? "layers" }

  var isOfShares: Bool { mark == "ring" || mark == "share" }

  /// A ring is as wide as it is high; across the page the same parts are one bar.
  var acrossThePage: ChartFigure {
    guard mark == "ring" else { return self }
    var copy = self
    copy.spec = spec.replacing("mark", with: .string("share"))
    return copy
  }
}

extension Planner {
  /// The figures that a claim about several facts can have, the best first; none where it is of one indicator, or needs none.
  ///
  /// A trend is columns up to six periods or else a line; places are ranked bars or lollipops, growths ranked bars. Parts are one bar of
  /// the whole or, where they have parts of their own, areas by groups; a target is a line at a bar, several are entries of their years. Parts
  /// in several places are a bar of the whole each, ranks over years lines that cross.
  ///
  /// - Parameter most: rows of a ranking.
  func figures(of claim: Claim, told: Told, most: Int? = nil) -> [ChartFigure] {
    let anchor = figureLabel(claim.id, .claim)
    switch claim.subject {
    case .indicator, .steps: return []
    case .parts(let sum): return parts(sum, anchor, told: told)
    case .contribution(let contribution): return [self.contribution(contribution, anchor, told: told)]
    case .breakdown(let breakdown):
      guard let first = breakdown.things.first?.level else { return [] }
      let drawn = breakdown.drawn(most: 10)
      let rows = drawn.compactMap { thing in
        thing.level.quantity.converted(to: first.unit).map {
          row(opened(teller.name(of: thing), in: figureLanguage), $0.value, of: thing.level, as: "name")
        }
      }
      let further = breakdown.things.count - drawn.count
      return [
        chart(
          anchor, mark: Ranked.bars.mark, rows: rows, x: "value", y: "name", told: told,
          subtitle: [teller.shared(of: breakdown), chartWords.unit(first.unit), time(first.period)], unit: first.unit,
          highlight: rows.first?["name"]?.string, facts: drawn.map(\.level),
          note: further > 0 ? evidence.words.text(.breakdownFurther, in: figureLanguage, ["count": "\(further)"]) : nil)
      ]
    case .target(let fact, let targets): return [target(fact, targets, anchor, told: told)]
    case .series(let series):
      guard let unit = series.points.last?.figure.unit else { return [] }
      let values = series.values(in: unit)
      let rows = zip(series.points, values).compactMap { point, value in
        value.map { row(time(point.period), $0, of: point.figure, as: "period") }
      }
      let subtitle = [teller.name(series.name, area: series.area), chartWords.unit(unit)]
      let facts = series.points.map(\.figure)
      let line = chart(
        anchor, mark: .mapping([("type", .string("line")), ("point", .bool(true))]), rows: rows, x: "period", y: "value", told: told,
        subtitle: subtitle, unit: unit, highlight: nil, facts: facts)
      guard rows.count <= 6 else { return [line] }
      let growth = yearlyGrowth(of: claim)
      let columns = chart(
        anchor, mark: growth == nil ? .string("bar") : .mapping([("type", .string("bar")), ("growthFrom", .string("first"))]),
        rows: growth.map { arrowed(rows, $0) } ?? rows, x: "period", y: "value", told: told, subtitle: subtitle, unit: unit,
        highlight: series.points.last.map { time($0.period) }, facts: facts)
      return [columns, line]
    case .places(let levels, let period, let name):
      guard let unit = levels.first?.level.unit else { return [] }
      let rows = levels.compactMap { place in
        place.level.quantity.converted(to: unit).map {
          row(figureLanguage.inItsScript(place.area), $0.value, of: place.level, as: "name")
        }
      }
      let areGrowths = claim.kind == .placesGrowth
      let most = most ?? mostRows
      let withMean = areGrowths || rows.count > most ? rows : withMean(rows, of: levels.map(\.level), in: unit)
      return (areGrowths ? [Ranked.bars] : [.bars, .lollipops]).map { form in
        ranked(
          form, anchor, form == .bars ? withMean : rows, told: told,
          subtitle: [
            areGrowths ? growthName(teller.name(name, area: nil)) : teller.name(name, area: nil), chartWords.unit(unit),
            periodText(period, in: figureLanguage),
          ], unit: unit, facts: levels.map(\.level), most: max(most, withMean.count == rows.count ? most : withMean.count))
      }
    case .sums(let sums): return [sharesOfPlaces(sums, anchor, told: told)].compactMap { $0 }
    case .ranks(let ranks): return [self.ranks(ranks, anchor, told: told)]
    case .growths(let changes):
      func name(_ change: Observation) -> String { opened(teller.name(change.name, area: nil), in: figureLanguage) }
      let rows = changes.map { row(name($0), $0.value, of: $0, as: "name") }
      let basis = chartWords.basis(of: changes[0])
      let named = teller.named(inGrowths: changes)
      var form = ranked(
        .bars, anchor, rows, keeping: changes.indices.filter { named.contains(changes[$0]) }, told: told,
        subtitle: [
          figureLanguage.inItsScript(language.isChinese ? basis + "增速" : "Growth" + (basis.isEmpty ? "" : " " + basis)), "%",
          claim.period.map { periodText($0, in: figureLanguage) } ?? "",
        ],
        unit: changes[0].unit, facts: changes, most: most ?? mostRows)
      form.spec = form.spec.replacing("highlight", with: .sequence(named.map { .string(name($0)) }))
      return [form]
    }
  }

  /// The whole as one bar, the parts with their shares and amounts; of three levels also as areas, those of one part in one colour.
  func parts(_ sum: Sum, _ anchor: String, told: Told) -> [ChartFigure] {
    let unit = sum.whole.unit
    func name(_ figure: Observation) -> String { opened(teller.partName(figure), in: figureLanguage) }
    func value(_ figure: Observation) -> Node? {
      figure.quantity.converted(to: unit).map { .number($0.value.trimmed.description) }
    }
    let subtitle = [teller.name(sum.whole.name, area: sum.whole.area), chartWords.unit(unit), time(sum.whole.period)]
    let largestFirst = sum.parts.map(\.level).enumerated().sorted { a, b in
      guard let x = a.element.quantity.inBase, let y = b.element.quantity.inBase, x != y else { return a.offset < b.offset }
      return y < x
    }.map(\.element)
    let rows = largestFirst.compactMap { part in
      value(part).map { value -> Node in
        row([("name", .string(name(part))), ("value", value), ("text", .string(figureText(part, in: figureLanguage)))], of: part)
      }
    }
    let bar = figure(
      anchor, mark: "share", rows: rows, channels: [("x", "value"), ("color", "name"), ("text", "text")], told: told, subtitle: subtitle,
      unit: unit, facts: sum.facts)
    guard sum.hasThreeLevels else { return rows.count <= 5 ? [bar] : [] }
    let leaves = sum.parts.flatMap { part -> [Node] in
      (part.parts.isEmpty ? [part.level] : part.parts).compactMap { leaf in
        value(leaf).map { value in
          row([("group", .string(name(part.level))), ("name", .string(name(leaf))), ("value", value)], of: leaf)
        }
      }
    }
    let areas = figure(
      anchor, mark: "treemap", rows: leaves, channels: [("size", "value"), ("color", "group"), ("text", "name")], told: told,
      subtitle: subtitle, unit: unit, facts: sum.facts)
    return [areas] + (rows.count <= 5 ? [bar] : [])
  }

  /// The changes of the parts as steps from nothing to that of the whole.
  func contribution(_ contribution: Contribution, _ anchor: String, told: Told) -> ChartFigure {
    let whole = contribution.whole
    let rows = contribution.parts.map { part -> Node in
      row(
        [
          ("name", .string(opened(teller.partName(part.level), in: figureLanguage))),
          ("value", .number(part.change.value.description)),
        ], of: part.change)
    }
    func words(_ name: PhraseName) -> String { evidence.words.text(name, in: figureLanguage) }
    return chart(
      anchor, mark: .mapping([("type", .string("waterfall")), ("text", .string(words(.contributionTotal)))]), rows: rows, x: "name",
      y: "value", told: told,
      subtitle: [teller.name(whole.level.name, area: whole.level.area), chartWords.unit(whole.change.unit), time(whole.level.period)],
      unit: whole.change.unit, highlight: nil, facts: contribution.facts, note: words(.contributionNote))
  }

  /// How far a figure is from its target; with targets of several years each is an entry, what is planned dashed.
  private func target(_ fact: Observation, _ targets: [Observation], _ anchor: String, told: Told) -> ChartFigure {
    let name = opened(teller.name(fact.name, area: fact.area), in: figureLanguage)
    let subtitle = [name, chartWords.unit(fact.unit), time(fact.period)]
    guard targets.count == 1, let goal = targets.first, let converted = goal.quantity.converted(to: fact.unit) else {
      let rows = ([fact] + targets).map { figure -> Node in
        row(
          [
            ("date", .string(time(figure.period))), ("head", .string(figureText(figure, in: figureLanguage))),
            ("text", .string(evidence.words.text(figure.isAim ? .phaseTarget : .phaseReached, in: figureLanguage))),
            ("status", .string(figure.status.rawValue)),
          ], of: figure)
      }
      return figure(
        anchor, mark: "timeline", rows: rows, channels: [("x", "date"), ("label", "head"), ("text", "text"), ("status", "status")],
        told: told, subtitle: subtitle, unit: nil, facts: [fact] + targets)
    }
    let bar = row(
      [
        ("name", .string(name)), ("value", .number(fact.value.description)), ("target", .number(converted.value.trimmed.description)),
      ], of: fact)
    let note = evidence.words.text(
      .targetLine, in: figureLanguage, ["target": figureText(goal, in: figureLanguage), "target-period": time(goal.period)])
    return figure(
      anchor, mark: "bullet", rows: [bar], channels: [("x", "value"), ("x2", "target"), ("y", "name")], told: told, subtitle: subtitle,
      unit: fact.unit, facts: [fact, goal], note: note)
  }

  /// A figure of rows, each channel a column of them.
  private func figure(
    _ anchor: String, mark: String, rows: [Node], channels: [(String, String)], told: Told, subtitle: [String], unit: Unit?,
    facts: [Observation], note: String? = nil
  ) -> ChartFigure {
    var entries: [(String, Node)] = [
      (
        "title",
        .mapping([
          ("text", .string(told.headline)),
          ("subtitle", .string(subtitle.filter { !$0.isEmpty }.joined(separator: language.isChinese ? "，" : ", "))),
        ])
      ),
      ("data", .mapping([("values", .sequence(rows))])), ("mark", .string(mark)),
      ("encoding", .mapping(channels.map { ($0.0, .mapping([("field", .string($0.1))])) } + addresses(of: rows))),
    ]
    if let unit { entries.append(("unit", .string(chartWords.unit(unit)))) }
    if let note { entries.append(("note", .string(note))) }
    if let source = sourceLine(of: facts) { entries.append(("source", .string(source))) }
    return ChartFigure(.mapping(entries), anchor: anchor)
  }

  /// A level in a unit, with the digits that are stated where it is its own.
  func value(of level: Observation, in unit: Unit) -> ExactNumber? {
    level.unit == unit ? level.value : level.quantity.converted(to: unit)?.value.trimmed
  }

  /// The whole of each place as a bar of its parts, where the first part is the largest share first.
  private func sharesOfPlaces(_ sums: [Sum], _ anchor: String, told: Told) -> ChartFigure? {
    guard let unit = sums.first?.whole.unit, let period = sums.first?.whole.period, let name = sums.first?.whole.name else { return nil }
    func share(_ sum: Sum) -> Rational? {
      guard let part = sum.parts.first?.level.quantity.inBase, let whole = sum.whole.quantity.inBase else { return nil }
      return part.divided(by: whole)
    }
    let ordered = sums.enumerated().sorted { a, b in
      guard let x = share(a.element), let y = share(b.element), x != y else { return a.offset < b.offset }
      return y < x
    }.map(\.element)
    let parts = sums[0].parts.map { opened(teller.partName($0.level), in: figureLanguage) }
    let rows = ordered.flatMap { sum in
      zip(sum.parts, parts).compactMap { part, label in
        value(of: part.level, in: unit).map { value -> Node in
          row(
            [
              ("place", .string(figureLanguage.inItsScript(sum.whole.area ?? ""))), ("part", .string(label)),
              ("value", .number(value.description)),
            ], of: part.level)
        }
      }
    }
    return figure(
      anchor, mark: "share", rows: rows, channels: [("x", "value"), ("y", "place"), ("color", "part")], told: told,
      subtitle: [teller.name(name, area: nil), "%", time(period)], unit: nil, facts: sums.flatMap(\.facts))
  }

  /// The places of a ranking over the years, the one that the headline names in the strong colour.
  private func ranks(_ ranks: Ranks, _ anchor: String, told: Told) -> ChartFigure {
    let rows = ranks.places.flatMap { place in
      zip(ranks.periods, place.levels).compactMap { period, level in
        value(of: level, in: ranks.places[0].levels[0].unit).map { value -> Node in
          row(
            [
              ("period", .string(time(period))), ("place", .string(figureLanguage.inItsScript(place.area))),
              ("value", .number(value.description)),
            ], of: level)
        }
      }
    }
    let span = [ranks.periods.first, ranks.periods.last].map(time).joined(separator: language.isChinese ? "—" : "–")
    var figure = figure(
      anchor, mark: "bump", rows: rows, channels: [("x", "period"), ("y", "value"), ("color", "place")], told: told,
      subtitle: [teller.name(ranks.name, area: nil), evidence.words.text(.ranksAxis, in: figureLanguage), span], unit: nil,
      facts: ranks.places.flatMap(\.levels))
    let named = (ranks.leader ?? ranks.riser)?.area ?? ranks.places[0].area
    figure.spec = figure.spec.replacing("highlight", with: .sequence([.string(figureLanguage.inItsScript(named))]))
    return figure
  }

  /// Whether a claim is of a rate that most provinces state: amounts on a map would show who is large.
  func isOfMap(_ claim: Claim) -> Bool {
    guard claim.kind == .places, case .places(let levels, _, _) = claim.subject, let first = levels.first?.level else { return false }
    return levels.count >= Planner.leastOfMap && evidence.words.isRate(first)
  }

  /// Such a rate as a map of tiles, each place a square.
  func tileGrid(_ claim: Claim, told: Told) -> ChartFigure? {
    guard isOfMap(claim), case .places(let levels, let period, let name) = claim.subject, let unit = levels.first?.level.unit else {
      return nil
    }
    let rows = levels.compactMap { place -> Node? in
      value(of: place.level, in: unit).map { value -> Node in
        // 21.30 is written as it is stated, not as the number that it is.
        let label = value.printed(grouped: true, from: figureLanguage.isChinese ? 5 : 4)
        return row(
          [
            ("place", .string(figureLanguage.inItsScript(place.area))), ("value", .number(value.description)), ("label", .string(label)),
          ], of: place.level)
      }
    }
    var figure = figure(
      figureLabel(claim.id, .claim), mark: "tile-grid", rows: rows, channels: [("detail", "place"), ("text", "label")], told: told,
      subtitle: [teller.name(name, area: nil), chartWords.unit(unit), time(period)], unit: unit, facts: levels.map(\.level))
    let color = Node.mapping([("field", .string("value")), ("type", .string("quantitative"))])
    figure.spec = figure.spec.replacing("encoding", with: (figure.spec["encoding"] ?? .mapping([])).replacing("color", with: color))
    return figure
  }

  private static let leastOfMap = 20
  /// In full characters.
  private static let longestName = 18.0

  /// 货物出口增速: what the growth of something is called.
  func growthName(_ name: String) -> String { evidence.words.text(.growthName, in: figureLanguage, ["name": name]) }

  /// The last row with how much each year added on average, which is an arrow from the first.
  private func arrowed(_ rows: [Node], _ growth: Observation) -> [Node] {
    let text = evidence.words.text(.yearlyGrowthArrow, in: figureLanguage, ["value": figureText(growth, in: figureLanguage)])
    return rows.dropLast() + rows.suffix(1).map { $0.replacing("growth", with: .string(text)) }
  }

  private func time(_ period: Period?) -> String { period.map { periodText($0, in: figureLanguage) } ?? "" }

  private func row(_ name: String, _ value: ExactNumber, of figure: Observation, as key: String) -> Node {
    row(
      [
        (key, .string(name)), ("value", .number(value.description)), ("qualifier", .string(figure.qualifier.rawValue)),
        ("status", .string(figure.status.rawValue)),
      ], of: figure)
  }

  /// A row of a figure, which leads to the sentence that states its fact.
  func row(_ entries: [(key: String, value: Node)], of fact: Observation) -> Node {
    .mapping(entries + (chartWords.address(of: fact).map { [("source", .string($0))] } ?? []))
  }

  /// The channel that says where rows lead, where they do.
  func addresses(of rows: [Node]) -> [(String, Node)] {
    rows.contains { $0["source"] != nil } ? [("href", .mapping([("field", .string("source"))]))] : []
  }

  private enum Ranked {
    case bars, lollipops

    var mark: Node {
      switch self {
      case .bars: .mapping([("type", .string("bar")), ("orient", .string("horizontal"))])
      case .lollipops: .string("lollipop")
      }
    }
  }

  /// The ranking with the mean of all in its place among them, where five and more state exactly what is ranked; it has no more digits than
  /// they have. Rates have none: their mean is the rate of no place.
  private func withMean(_ rows: [Node], of levels: [Observation], in unit: Unit) -> [Node] {
    let values = levels.compactMap { value(of: $0, in: unit) }
    let sum = values.reduce(Rational?.some(.zero)) { $0?.adding($1.rational) }
    guard values.count >= 5, values.count == levels.count,
      levels.allSatisfy({ $0.qualifier == .exactly && $0.status.isFactual && !evidence.words.isRate($0) }),
      let mean = sum?.divided(by: Rational(values.count))?.rounded(decimals: values.map(\.scale).max() ?? 0)
    else { return rows }
    let name = evidence.words.text(.meanOfPlaces, in: figureLanguage, ["count": "\(values.count)"])
    let row = Node.mapping([
      ("name", .string(name)), ("value", .number(mean.description)), ("qualifier", .string(Observation.Qualifier.exactly.rawValue)),
      ("status", .string(Observation.Status.derived.rawValue)),
    ])
    let place = values.firstIndex { $0.rational < mean.rational } ?? rows.count
    return Array(rows[..<place]) + [row] + Array(rows[place...])
  }

  /// From the largest to the smallest, the first highlighted. Of more than there is room for the first ones (five eighths of the room) and
  /// the last (a quarter) stand there, and a note says how many are left out.
  ///
  /// - Parameter kept: rows that the headline names: they stand there in any case.
  private func ranked(
    _ form: Ranked, _ anchor: String, _ rows: [Node], keeping kept: [Int] = [], told: Told, subtitle: [String], unit: Unit,
    facts: [Observation], most: Int
  ) -> ChartFigure {
    let count = rows.count
    // A name of three lines needs the room of two rows.
    let isLong = rows.contains { ems($0["name"]?.string ?? "") > Planner.longestName }
    let most = isLong && most < Planner.leastOfMap ? min(most, most * 5 / 8 + 1) : most
    var places = Set(count > most ? Array(0..<min(count, most * 5 / 8)) + Array(max(0, count - most / 4)..<count) : Array(0..<count))
    for place in kept where places.insert(place).inserted && places.count > most {
      // In the place of the last of the first ones.
      if let last = places.filter({ $0 < most * 5 / 8 && !kept.contains($0) }).max(), last > 0 { places.remove(last) }
    }
    let shown = places.sorted().map { rows[$0] }
    let note =
      shown.count < count
      ? evidence.words.text(.rowsLeftOut, in: figureLanguage, ["count": "\(count - shown.count)"]) : nil
    return chart(
      anchor, mark: form.mark, rows: shown, x: "value", y: "name",
      told: told, subtitle: subtitle, unit: unit, highlight: shown.first?["name"]?.string, facts: facts, note: note)
  }

  private func chart(
    _ anchor: String, mark: Node, rows: [Node], x: String, y: String, told: Told, subtitle: [String], unit: Unit,
    highlight: String?, facts: [Observation], note: String? = nil
  ) -> ChartFigure {
    func channel(_ field: String) -> Node {
      field == "value"
        ? .mapping([("field", .string(field)), ("type", .string("quantitative"))])
        : .mapping([("field", .string(field)), ("type", .string("nominal")), ("sort", .null)])
    }
    let comma = language.isChinese ? "，" : ", "
    var encoding = [("x", channel(x)), ("y", channel(y))]
    // What is stated otherwise than exactly is hatched; points have no ground for it, and show exact facts only; steps are all derived.
    if mark.string != "lollipop", rows.contains(where: { $0["status"] != nil }) {
      let remarks = ["qualifier", "status"] + (rows.contains { $0["growth"] != nil } ? ["growth"] : [])
      encoding += remarks.map { ($0, .mapping([("field", .string($0))])) }
    }
    encoding += addresses(of: rows)
    var entries: [(String, Node)] = [
      (
        "title",
        .mapping([
          ("text", .string(told.headline)),
          ("subtitle", .string(subtitle.filter { !$0.isEmpty }.joined(separator: comma))),
        ])
      ),
      ("data", .mapping([("values", .sequence(rows))])), ("mark", mark),
      ("encoding", .mapping(encoding)),
      ("unit", .string(chartWords.unit(unit))),
    ]
    if let note { entries.append(("note", .string(note))) }
    if let highlight { entries.append(("highlight", .sequence([.string(highlight)]))) }
    if let source = sourceLine(of: facts) { entries.append(("source", .string(source))) }
    return ChartFigure(.mapping(entries), anchor: anchor)
  }

  private func sourceLine(of facts: [Observation]) -> String? { chartWords.source(of: facts) }
}
