import Grammar
package import Indicators
import Lingua
import Scales
import Scene
import StructuredData

extension FigureSpec {
  /// Levels of one measure as bars, the largest first and highlighted; nil for fewer than two that can be compared.
  package static func bars(_ indicators: [Indicator], context: HeadlineContext) -> FigureSpec? {
    let several = Set(indicators.compactMap(\.area)).count > 1
    let ofOneTime = ofOneTime(indicators, by: \.lead)
    guard let unit = commonUnit(of: ofOneTime.compactMap(\.level)) else { return nil }
    var names: Set<String> = []
    let usable = ofOneTime.filter { indicator in
      guard let level = indicator.level, level.unit.isComparable(with: unit), level.unit.multiplier <= unit.multiplier,
        level.value.doubleValue > 0
      else {
        return false
      }
      return names.insert(context.name(indicator, withArea: several)).inserted
    }
    let isOneThing = several && Set(usable.map(\.name)).count == 1 && usable.allSatisfy { $0.area != nil }
    let rows = usable.compactMap { indicator in
      indicator.level.map {
        (
          indicator,
          row(
            $0, in: unit,
            [
              "name": .string(
                isOneThing ? indicator.area.map(context.place) ?? context.label(indicator) : context.name(indicator, withArea: several))
            ])
        )
      }
    }.enumerated().sorted { a, b in
      let (x, y) = (a.element.1["value"]?.double ?? 0, b.element.1["value"]?.double ?? 0)
      return x != y ? x > y : a.offset < b.offset
    }.map(\.element)
    guard rows.count >= 2 else { return nil }
    let top = rows[0].0
    var spec = FigureSpec(
      "bar", isHorizontal: true,
      title: Title(
        // Of levels only: what a growth or a place says is not drawn here.
        isOneThing ? leaderHeadline(top, context) : levelHeadline(top, context),
        subtitle: context.subtitle(
          isOneThing ? context.label(top) : context.text(context.phrases.mainFigures), area: context.area(of: usable),
          unit: context.unit(unit), period: context.period(of: usable))),
      rows: rows.map(\.1), channels: [.category(.y, "name"), .measure(.x), .remark(.qualifier), .remark(.status)])
    spec.unit = context.unit(unit)
    spec.highlight = [isOneThing ? top.area.map(context.place) ?? context.label(top) : context.name(top, withArea: several)]
    spec.source = context.source(of: usable)
    spec.lead(to: rows.map(\.0.level), in: context)
    return spec
  }

  /// The largest unit of some levels: 800件 beside 2.5万件 is 0.08万件. Where a number would have more than four decimals in it, the unit of
  /// most: 1782.58万人 beside 1.08亿人.
  static func commonUnit(of levels: [Observation]) -> Unit? {
    guard let largest = levels.map(\.unit).max(by: { $0.multiplier < $1.multiplier }) else { return nil }
    let isLong = levels.contains { level in
      level.unit.isComparable(with: largest)
        && level.value.shifted(byPowerOfTen: level.unit.multiplier - largest.multiplier).map { $0.trimmed.scale > 4 } ?? true
    }
    guard isLong else { return largest }
    return levels.map(\.unit).counted().enumerated().max { ($0.element.1, -$0.offset) < ($1.element.1, -$1.offset) }?.element.0
  }

  /// Of one thing in several places, the first of those shown.
  private static func leaderHeadline(_ top: Indicator, _ context: HeadlineContext) -> String {
    let (name, place, text) = (context.label(top), top.area.map(context.place) ?? "", figureText(top.lead, in: context.figures))
    return context.sentence("\(name)：\(place)\(text)", "\(name): \(text) in \(place)")
  }

  /// Places of several indicators; nil for fewer than two ranks.
  package static func ranking(_ indicators: [Indicator], context: HeadlineContext) -> FigureSpec? {
    let several = Set(indicators.compactMap(\.area)).count > 1
    var rows: [Row] = []
    var used: [Indicator] = []
    var firsts = 0
    // Places of one ranking only: the field that most of them name.
    let fields = indicators.compactMap { $0.ranks.first?.scope }
    guard let scope = fields.max(by: { a, b in fields.filter { $0 == a }.count < fields.filter { $0 == b }.count })
    else { return nil }
    for indicator in indicators {
      guard let rank = indicator.ranks.first, rank.qualifier == .exactly, rank.scope == scope else { continue }
      let growth = rank.growthWord ?? ""
      let name = context.name(indicator, withArea: several)
      let streak = indicator.streaks.first.map { figureText($0, in: context.figures) } ?? ""
      if rank.value.doubleValue == 1 { firsts += 1 }
      rows.append([
        "name": .string(name.hasSuffix(growth) ? name : name + context.figures.inItsScript(growth)),
        "rank": .number(rank.value.description), "badge": .string(streak),
      ])
      used.append(indicator)
    }
    guard rows.count >= 2 else { return nil }
    let best = rows.compactMap { $0["rank"]?.double }.max() ?? 1
    let phrases = context.phrases
    let values: KeyValuePairs = [
      "count": "\(rows.count)", "firsts": "\(firsts)", "best": "\(Int(best))", "place": context.place(scope),
    ]
    let title =
      firsts == rows.count
      ? context.text(phrases.firstByAll, values)
      : firsts > 0
        ? context.text(phrases.firstBySome, values)
        : context.text(phrases.amongFirst, values)
    var spec = FigureSpec(
      "ranking",
      title: Title(
        title,
        subtitle: context.subtitle(
          context.text(phrases.places, values), area: context.area(of: used), unit: nil,
          period: context.period(of: used))),
      rows: rows, channels: [.category(.y, "name"), .remark(.rank), .remark(.badge)])
    spec.source = context.source(of: used)
    spec.lead(to: used.map(\.ranks.first), in: context)
    return spec
  }

  /// The same measure of two areas, this year's and, where it can be derived, last year's; nil where units differ.
  package static func dumbbell(_ a: Indicator, _ b: Indicator, context: HeadlineContext) -> FigureSpec? {
    guard let first = a.level, let second = b.level, first.unit.isComparable(with: second.unit) else { return nil }
    let unit = first.unit.multiplier >= second.unit.multiplier ? first.unit : second.unit
    let names =
      a.area != b.area
      ? [a, b].map { $0.area.map(context.place) ?? context.label($0) } : [context.label(a), context.label(b)]
    guard names[0] != names[1] else { return nil }
    func base(_ indicator: Indicator) -> Observation? { indicator.derived.first { $0.derivation?.formula == .base } }
    var rows: [Row] = []
    var facts: [Observation] = []
    func add(_ x: Observation, _ y: Observation) {
      facts += [x, y]
      let period = Node.string(x.period.map { periodText($0, in: context.figures) } ?? "")
      rows.append(row(x, in: unit, ["period": period, "area": .string(names[0])]))
      rows.append(row(y, in: unit, ["period": period, "area": .string(names[1])]))
    }
    var note: [String] = []
    if let x = base(a), let y = base(b), x.period == y.period {
      add(x, y)
      note.append(context.text(context.phrases.openPoints))
    }
    add(first, second)
    if a.name != b.name, a.area != b.area {
      note.append(
        context.text(
          context.phrases.definitionsDiffer,
          ["one": names[0], "name": context.label(a), "other": names[1], "other-name": context.label(b)]))
    }
    let (x, y) = (rows[rows.count - 2]["value"]?.double ?? 0, rows[rows.count - 1]["value"]?.double ?? 0)
    guard x > 0, y > 0 else { return nil }
    let (high, low) = x >= y ? (names[0], names[1]) : (names[1], names[0])
    let ratio = max(x, y) / min(x, y)
    let times = FigureNumbers(decimals: ratio >= 100 ? 0 : 1).text(ratio)
    let measure = context.label(a)
    let levels = [first, second].map { figureText($0, in: context.figures) }
    var spec = FigureSpec(
      "dumbbell",
      title: Title(
        context.concepts.distinction(between: a.name, and: b.name) != nil
          // What is not the same is set side by side, not divided.
          ? context.sentence(
            "\(names[0])\(context.label(a))\(levels[0])，\(names[1])\(context.label(b))\(levels[1])",
            "\(context.label(a)) in \(names[0]): \(levels[0]); \(context.label(b)) in \(names[1]): \(levels[1])")
          : ratio < 1.05
            ? context.text(context.phrases.close, ["one": names[0], "other": names[1], "name": measure])
            : context.text(context.phrases.timesAsMuch, ["high": high, "name": measure, "low": low, "times": times]),
        subtitle: context.subtitle(
          measure, area: nil, unit: context.unit(unit),
          period: context.span(base(a).flatMap { rows.count > 2 ? $0.period : nil } ?? first.period, first.period))),
      rows: rows,
      channels: [.category(.y, "period"), .measure(.x), .category(.color, "area"), .remark(.qualifier), .remark(.status)])
    spec.unit = context.unit(unit)
    spec.source = context.source(of: [a, b])
    spec.lead(to: facts, in: context)
    if !note.isEmpty { spec.note = note.joined(separator: context.sentence("；", "; ")) + context.sentence("。", ".") }
    return spec
  }
}
