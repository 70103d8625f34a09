package import Indicators
import Scene

extension KPI {
  /// The card of an indicator: figure and unit as written, growth against its base, share, place.
  package init(indicator: Indicator, context: FindingContext, reference: String? = nil) {
    let language = context.figures
    let parts = figureParts(indicator.lead, in: language)
    let change = indicator.lead.kind == .change ? nil : indicator.changes.first
    var chips: [String] = []
    if indicator.lead.kind != .share, let share = indicator.shares.first {
      let text = figureText(share, in: language)
      chips.append(
        context.language.isChinese
          ? context.figures.furniture("占") + (share.scope.map(context.place) ?? "") + text
          : text + " of " + (share.scope.map(context.place) ?? "the total"))
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
    let wholeYear = year.flatMap { $0.start.month == nil && $0.end.month == nil ? $0 : nil }
    let basis = change.map { context.basis(of: $0) } ?? ""
    let base =
      wholeYear.map { context.words("较\(periodText($0, in: language))", "vs \(periodText($0, in: language))") }
      ?? (basis.isEmpty ? nil : context.words(basis, basis == "in a year" ? "on the year" : basis))
    self.init(
      label: context.label(indicator), before: parts.before, number: parts.number, unit: parts.after,
      change: change.map { figureText($0, in: language) }, base: base,
      chips: Array(chips.prefix(2)), reference: reference)
  }

  /// The card as a row of a kpi chart.
  var row: DataTable.Row {
    var row: DataTable.Row = [
      "label": .string(label), "number": .string(number), "unit": .string(unit),
      "chips": .string(chips.joined(separator: "\n")),
    ]
    if !before.isEmpty { row["before"] = .string(before) }
    if let change { row["change"] = .string(change) }
    if let base { row["base"] = .string(base) }
    if let reference { row["reference"] = .string(reference) }
    return row
  }
}

extension ChartSpec {
  /// The key figure as a picture of its own.
  package static func kpi(_ indicator: Indicator, context: FindingContext) -> ChartSpec {
    var spec = kpi([KPI(indicator: indicator, context: context)])
    spec.source = context.source(of: [indicator])
    return spec
  }

  package static func kpi(_ indicator: Indicator, context: FindingContext) -> KPI {
    KPI(indicator: indicator, context: context)
  }

  package static func kpi(_ cards: [KPI]) -> ChartSpec {
    ChartSpec(
      MarkSpec(.kpi), data: DataTable(cards.map(\.row)),
      encoding: Encoding([
        .label: ChannelSpec("label"), .qualifier: ChannelSpec("before"), .text: ChannelSpec("number"),
        .unit: ChannelSpec("unit"), .growth: ChannelSpec("change"),
        .detail: ChannelSpec("base"), .badge: ChannelSpec("chips"), .order: ChannelSpec("reference"),
      ]))
  }

  /// An entry of a timeline.
  package struct Event: Hashable, Sendable {
    package var date: String
    package var head: String
    package var text: String
    package var isPlanned: Bool
    package init(date: String, head: String, text: String = "", isPlanned: Bool = false) {
      self.date = date
      self.head = head
      self.text = text
      self.isPlanned = isPlanned
    }
  }

  package static func timeline(_ events: [Event], title: Title?, source: String? = nil) -> ChartSpec {
    var spec = ChartSpec(
      MarkSpec(.timeline), title: title,
      data: DataTable(
        events.map {
          [
            "date": .string($0.date), "head": .string($0.head), "text": .string($0.text),
            "status": $0.isPlanned ? "plan" : "fact",
          ]
        }),
      encoding: Encoding([
        .x: ChannelSpec("date"), .label: ChannelSpec("head"), .text: ChannelSpec("text"),
        .status: ChannelSpec("status"),
      ]))
    spec.source = source
    return spec
  }
}
