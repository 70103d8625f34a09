import Diagnostics

extension Checking {
  /// C14: figures without period.
  mutating func periods() {
    for indicator in indicators where indicator.lead.period == nil {
      find(
        .note, "c14-period", "\(quoted(indicator.lead)) has no period", [indicator.lead],
        hint: "set it in a correction file")
    }
  }

  /// C15: derived figures finer than their intervals, or outside them.
  mutating func digits() {
    for figure in set.observations {
      guard let derivation = figure.derivation else { continue }
      let value = figure.value.rational
      let range = Interval(derivation.lower?.rational, derivation.upper?.rational)
      let inputs = set.observations.filter { derivation.inputs.contains($0.id) && $0.source != nil }
      // The bounds and the value are rounded themselves, so a value may stand half a digit outside.
      let step = Rational(powerOfTen: -figure.value.scale) ?? .one
      if let near = value.widened(by: step), !near.overlaps(range) {
        find(
          .error, "c15-digits",
          "the derived \(quoted(figure)) lies outside its interval \(shown(range.lower)) to \(shown(range.upper)): \(derivation.expression)",
          inputs)
      } else if let width = range.width, width > .zero, figure.value.denominator == 1,
        let allowed = step.multiplied(by: Rational(3)), allowed < width,
        figure.value.scale > 0 || allowed.multiplied(by: Rational(10)).map({ $0 < width }) ?? false
      {
        find(
          .warning, "c15-digits",
          "the derived \(quoted(figure)) has more digits than its inputs allow: \(derivation.expression) lies between \(shown(range.lower)) and \(shown(range.upper))",
          inputs)
      }
    }
  }

  /// C16: what looks comparable between areas and is not, by the concepts, or by names that are alike but not the same.
  mutating func definitions() {
    var groups: [DefinitionKey: [(key: String, level: Observation)]] = [:]
    var order: [DefinitionKey] = []
    for level in levels where level.area.map(scopeIsArea) ?? false {
      let group = DefinitionKey(level)
      if groups[group] == nil { order.append(group) }
      groups[group, default: []].append((concepts.key(for: level.name), level))
    }
    for group in order {
      let members = groups[group] ?? []
      var names: [(key: String, level: Observation)] = []
      for member in members where !names.contains(where: { $0.key == member.key }) { names.append(member) }
      for (index, one) in names.enumerated() {
        for other in names.dropFirst(index + 1) { compareDefinitions(one, other, in: members) }
      }
    }
  }

  private mutating func compareDefinitions(
    _ a: (key: String, level: Observation), _ b: (key: String, level: Observation),
    in members: [(key: String, level: Observation)]
  ) {
    let note = concepts.distinction(between: a.level.name, and: b.level.name)
    let isKnown = concepts.concept(named: a.level.name) != nil && concepts.concept(named: b.level.name) != nil
    guard note != nil || (!isKnown && resemblance(nameKey(a.level.name), nameKey(b.level.name)) >= 0.6) else { return }
    for one in members where one.key == a.key {
      // One place that states both sets them apart itself.
      let place = one.level.source?.document
      let rivals = members.filter { $0.key == b.key && foldedArea($0.level.area) != foldedArea(one.level.area) }
      guard let other = rivals.first(where: { place == nil || $0.level.source?.document != place }) else { continue }
      let both =
        "\(quoted(one.level)) (\(one.level.area ?? "")) and \(quoted(other.level)) (\(other.level.area ?? ""))"
      if let note {
        find(.warning, "c16-definitions", "\(both) are not comparable: \(note)", [one.level, other.level])
      } else {
        find(
          .note, "c16-definitions", "\(both) have similar names and may be defined differently",
          [one.level, other.level])
      }
      return
    }
  }

  /// C17: words of a plan, or a year to come, at a figure that stands as a fact.
  mutating func plans() {
    let dates = Dictionary(
      set.documents.compactMap { document in document.date.flatMap { Int($0.prefix(4)) }.map { (document.id, $0) } },
      uniquingKeysWith: { first, _ in first })
    for indicator in indicators {
      for figure in indicator.stated where figure.status == .official || figure.status == .quoted {
        guard let source = figure.source else { continue }
        if let word = source.planWord {
          find(
            .warning, "c17-plan", "\(quoted(figure)) stands as a fact, but its sentence says “\(word)”", [figure],
            hint: "mark it as a plan in a correction file")
        } else if let year = dates[source.document], let end = figure.period?.end.year, end > year {
          find(
            .warning, "c17-plan", "\(quoted(figure)) is for \(end), after its article of \(year), and stands as a fact",
            [figure], hint: "mark it as a plan in a correction file")
        }
      }
    }
  }
}

private struct DefinitionKey: Hashable {
  var period: Period?
  var measure: String
  init(_ level: Observation) {
    period = level.period
    measure = level.unit.kind.base
  }
}

extension Source {
  /// A word of planning before the figure in its clause.
  fileprivate var planWord: String? {
    let lead = lead(24)
    let clause = lead.split(omittingEmptySubsequences: false) { "，,。；;！!".contains($0) }.last ?? ""
    let words = [
      "力争", "预计", "預計", "计划到", "拟", "目标", "目標", "将达", "將達", "有望", "争取", "爭取", "is expected to", "aims to", "will reach",
    ]
    return words.first { clause.contains($0) }
  }
}
