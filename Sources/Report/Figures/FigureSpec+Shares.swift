import Grammar
package import Indicators
import Lingua
import Scales
import Scene
import StructuredData

extension FigureSpec {
  /// A part of the whole as one bar, or as a ring from a third up; nil without a share in percent.
  package static func share(_ indicator: Indicator, context: HeadlineContext) -> FigureSpec? {
    guard let (share, rest) = drawnShare(of: indicator) else { return nil }
    let language = context.figures
    let part = partName(indicator, share, context)
    let scope = context.whole(of: share, in: indicator) ?? ""
    let total = indicator.derived.first { $0.derivation?.formula == .total }
    let level = indicator.level.map { figureText($0, in: language) } ?? ""
    let others = restName(of: scope, context)
    var spec = FigureSpec(
      share.value.doubleValue >= 33 ? "ring" : "share",
      title: Title(
        shareHeadline(indicator, share, context),
        subtitle: context.subtitle(
          context.text(
            context.phrases.shareOfWhole,
            ["name": context.label(indicator), "whole": scope.isEmpty && !context.language.isChinese ? context.phrases.total : scope]),
          area: indicator.area,
          unit: "%",
          period: indicator.period.map { periodText($0, in: language) })),
      rows: [
        [
          "name": .string(part), "value": .number(share.value.description), "status": .string(share.status.rawValue),
          "text": .string(level),
        ],
        ["name": .string(others), "value": .number(rest.description), "status": "derived", "text": ""],
      ], channels: [.measure(.x), .category(.color, "name"), .remark(.status), .category(.text, "text")])
    spec.unit = "%"
    spec.highlight = [part]
    spec.source = context.source(of: [indicator])
    spec.lead(to: [share, share], in: context)
    if let total, let expression = context.formula(of: total) {
      let figure = figureText(total, in: language)
      spec.note = context.text(
        context.phrases.derivedTotal,
        ["whole": scope, "total": scope.contains("总") ? "" : context.phrases.total, "figure": figure, "expression": expression])
    }
    return spec
  }

  /// The first share that can be drawn, and what it leaves of the whole.
  private static func drawnShare(of indicator: Indicator) -> (share: Observation, rest: ExactNumber)? {
    guard let share = indicator.shares.first(where: { $0.unit.written == "%" && $0.qualifier == .exactly }),
      let rest = ExactNumber(100).subtracting(share.value), !rest.isNegative, share.value.doubleValue > 0
    else { return nil }
    return (share, rest)
  }

  /// Who or what has the share: the place in a whole of places (全国), else the thing itself (境外收入 in 营业收入).
  private static func partName(_ indicator: Indicator, _ share: Observation, _ context: HeadlineContext) -> String {
    guard let scope = share.scope, isOfPlaces(scope, beside: indicator.area), let area = indicator.area else {
      return context.label(indicator)
    }
    return context.place(area)
  }

  /// Whether the whole is a place that the part's is in; 全市 of a city's article is the city itself.
  static func isOfPlaces(_ scope: String, beside area: String?) -> Bool {
    guard scopeIsArea(scope) else { return false }
    // 全省, 全区, 全市, 全县: a province is no part of its own.
    guard scope.count == 2, scope.hasPrefix("全"), let kind = scope.last else { return true }
    return area.map { $0.last != kind } ?? true
  }

  private static func restName(of scope: String, _ context: HeadlineContext) -> String {
    (context.language.isChinese ? scope : "") + context.phrases.rest
  }

  /// Things whose stated shares are all of one whole, as one bar, the largest first; nil where some are missing or overlap.
  ///
  /// - Parameter indicators: the first whole that all is told of is shown.
  package static func composition(_ indicators: [Indicator], context: HeadlineContext) -> (spec: FigureSpec, shown: [Indicator])? {
    struct Whole: Hashable {
      var scope: Folded
      var area: Folded
      var period: Period?
    }
    typealias Part = (indicator: Indicator, share: Observation)
    var groups: [(whole: Whole, parts: [Part])] = []
    for indicator in indicators where indicator.level != nil {
      guard let (share, _) = drawnShare(of: indicator), let scope = share.scope else { continue }
      let whole = Whole(scope: foldedArea(scope), area: foldedArea(indicator.area), period: indicator.period)
      let part = (indicator, share)
      if let i = groups.firstIndex(where: { $0.whole == whole }) { groups[i].parts.append(part) } else { groups.append((whole, [part])) }
    }
    // Each share may be rounded by half a unit of its last digit.
    func isWhole(_ parts: [Part]) -> Bool {
      abs(parts.reduce(0) { $0 + $1.share.value.doubleValue } - 100) <= 0.051 * Double(parts.count)
    }
    guard let group = groups.first(where: { (2...5).contains($0.parts.count) && isWhole($0.parts) }) else { return nil }
    let parts = group.parts.enumerated().sorted {
      ($0.element.share.value.doubleValue, -$0.offset) > ($1.element.share.value.doubleValue, -$1.offset)
    }.map(\.element)
    let (shown, first) = (parts.map(\.indicator), parts[0])
    let scope = context.whole(of: first.share, in: first.indicator) ?? ""
    var spec = FigureSpec(
      "share",
      title: Title(
        shareHeadline(first.indicator, first.share, context),
        subtitle: context.subtitle(
          context.text(context.phrases.partsOfWhole, ["whole": scope]), area: first.indicator.area, unit: "%",
          period: context.period(of: shown))),
      rows: parts.map { part in
        [
          "name": .string(context.label(part.indicator)), "value": .number(part.share.value.description),
          "status": .string(part.share.status.rawValue),
          "text": .string(part.indicator.level.map { figureText($0, in: context.figures) } ?? ""),
        ]
      }, channels: [.measure(.x), .category(.color, "name"), .remark(.status), .category(.text, "text")])
    spec.unit = "%"
    spec.highlight = [context.label(first.indicator)]
    spec.source = context.source(of: shown)
    spec.lead(to: parts.map(\.share), in: context)
    return (spec, shown)
  }

  /// Shares of several indicators in one whole, the largest first; nil for fewer than two.
  ///
  /// What is part of one whole stands on an axis, a part of the revenue beside another and never beside one of the staff: of several
  /// wholes the one with most parts is shown, of as many the first. One thing in several places has a whole in each.
  package static func shares(_ indicators: [Indicator], context: HeadlineContext) -> FigureSpec? {
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
    if !isOneThing { entries = ofOneWhole(entries) { wholeKey($0.share, of: $0.indicator, context) } }
    entries = ofOneTime(entries) { $0.indicator.lead }
    guard entries.count >= 2 else { return nil }
    entries = Array(
      entries.enumerated().sorted {
        ($0.element.share.value.doubleValue, -$0.offset) > ($1.element.share.value.doubleValue, -$1.offset)
      }.map(\.element).prefix(8))
    let first = entries[0]
    let whole = context.whole(of: first.share, in: first.indicator) ?? context.phrases.total
    var spec = FigureSpec(
      "bar", isHorizontal: true,
      title: Title(
        isOneThing
          ? context.sentence(
            "\(context.label(first.indicator))：\(first.name)\(figureText(first.share, in: context.figures))",
            "\(context.label(first.indicator)): \(figureText(first.share, in: context.figures)) in \(first.name)")
          : shareHeadline(first.indicator, first.share, context),
        subtitle: context.subtitle(
          isOneThing ? context.label(first.indicator) : context.text(context.phrases.sharesOfWhole, ["whole": whole]),
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
    spec.lead(to: entries.map(\.share), in: context)
    return spec
  }

  /// What a share is a part of; 全市 of one city's figures is not that of another's. Nil where nothing tells.
  private static func wholeKey(_ share: Observation, of indicator: Indicator, _ context: HeadlineContext) -> String? {
    guard let whole = context.whole(of: share, in: indicator) else { return nil }
    let scope = share.scope ?? ""
    let isOwn = scopeIsArea(scope) && !isOfPlaces(scope, beside: indicator.area)
    return Folded(whole).text + (isOwn ? "|" + foldedArea(indicator.area).text : "")
  }

  /// The entries of the commonest key, the first of as common ones; those without a key are of none.
  private static func ofOneWhole<Entry>(_ entries: [Entry], by key: (Entry) -> String?) -> [Entry] {
    let keys = entries.map(key)
    let most = keys.compactMap { $0 }.counted().enumerated().max { ($0.element.1, -$0.offset) < ($1.element.1, -$1.offset) }
    guard let most = most?.element.0 else { return [] }
    return zip(entries, keys).filter { $0.1 == most }.map(\.0)
  }
}
