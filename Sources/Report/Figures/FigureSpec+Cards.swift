import Grammar
package import Indicators
import Lingua
import Scene
import StructuredData

extension KPI {
  /// The card of an indicator: figure and unit as written, growth against its base, share, place.
  package init(indicator: Indicator, context: HeadlineContext, reference: String? = nil) {
    let language = context.figures
    let parts = figureParts(indicator.lead, in: language)
    let change = indicator.lead.kind == .change ? nil : indicator.toldChange
    var chips: [String] = []
    if indicator.lead.kind != .share, let share = indicator.shares.first {
      let text = figureText(share, in: language)
      let whole = context.whole(of: share, in: indicator)
      chips.append(
        context.language.isChinese
          ? (whole == nil ? context.phrases.shareAlone : context.phrases.share) + (whole ?? "") + text
          : text + " of " + (whole ?? "the total"))
    }
    if indicator.lead.kind != .rank, let rank = indicator.ranks.first {
      let streak =
        indicator.lead.kind == .streak ? "" : indicator.streaks.first.map { figureText($0, in: language) } ?? ""
      var named = rank
      // The field of the ranking is the card's name already.
      if let scope = rank.scope, indicator.name.contains(scope) { named.scope = nil }
      let place = figureText(named, in: language)
      chips.append(
        context.language.isChinese
          ? (streak.isEmpty ? place : streak + place) : streak.isEmpty ? place : place + ", " + streak)
    } else if indicator.lead.kind != .streak, let streak = indicator.streaks.first {
      chips.append(figureText(streak, in: language))
    }
    let year = change.flatMap { change in
      indicator.derived.first { $0.derivation?.formula == .base && $0.derivation?.inputs.contains(change.id) == true }?
        .period
    }
    // 较2024年前三季度 fills the card by itself; what is compared within a year says 同比.
    let wholeYear = year.flatMap { $0.start.month == nil && $0.end.month == nil && $0.occasion == nil ? $0 : nil }
    // A growth by itself says what it is counted from, too.
    let basis = (change ?? (indicator.lead.kind == .change ? indicator.lead : nil)).map { context.basis(of: $0) } ?? ""
    let base =
      wholeYear.map { context.text(context.phrases.against, ["period": periodText($0, in: language)]) }
      ?? (basis.isEmpty ? nil : context.text(basis == "in a year" ? "on the year" : basis))
    // 是2023年的2.4倍 is no growth of 2.4倍: said in words, without an arrow.
    let multiple = change.flatMap { $0.isTimes ? $0 : nil }
    if let multiple {
      let text = figureText(multiple, in: language)
      let before = (year ?? multiple.basePeriod).map { periodText($0, in: language) } ?? context.text(context.phrases.base)
      let of = multiple.isMultiple ? "" : " of"
      chips.insert(context.text(context.phrases.timesOf, ["before": before, "times": text, "of": of]), at: 0)
    }
    let label = context.label(indicator)
    self.init(
      // 最高贴息 says 最高 itself.
      label: label, before: !parts.before.isEmpty && label.hasPrefix(parts.before) ? "" : parts.before, number: parts.number,
      unit: parts.after,
      change: multiple == nil ? change.map { figureText($0, in: language) } : nil, base: multiple == nil ? base : nil,
      chips: Array(chips.prefix(2)), reference: reference)
  }
}

extension FigureSpec {
  package static func kpi(_ cards: [KPI]) -> FigureSpec {
    FigureSpec(
      "kpi", rows: cards.map(\.row),
      channels: [
        .category(.label, "label"), .category(.qualifier, "before"), .category(.text, "number"), .category(.unit, "unit"),
        .category(.growth, "change"), .category(.detail, "base"), .category(.badge, "chips"), .category(.order, "reference"),
      ])
  }
}

extension KPI {
  /// The card as a row of a kpi chart.
  fileprivate var row: FigureSpec.Row {
    [
      "label": .string(label), "number": .string(number), "unit": .string(unit), "chips": .string(chips.joined(separator: "\n")),
      "before": .string(before), "change": .string(change ?? ""), "base": .string(base ?? ""), "reference": .string(reference ?? ""),
    ]
  }
}
