import Diagnostics

extension Checking {
  /// C14: figures without period.
  mutating func periods() {
    for indicator in indicators where indicator.lead.period == nil {
      find(
        .note, "c14-period", say("\(quoted(indicator.lead)) has no period", "\(indicator.lead)未写明时期。"), [indicator.lead],
        hint: say("set it in a correction file", "在更正文件中补注时期。"))
    }
  }

  /// C15: derived figures finer than their intervals, or outside them.
  mutating func digits() {
    var sources: [Observation.ID: Observation] = [:]
    for figure in set.observations where figure.source != nil { sources[figure.id] = sources[figure.id] ?? figure }
    for figure in set.observations {
      guard let derivation = figure.derivation, let step = figure.value.lastDigit else { continue }
      let range = Interval(derivation.lower?.rational, derivation.upper?.rational)
      let inputs = derivation.inputs.compactMap { sources[$0] }
      // The value is rounded itself and so may stand half a digit outside.
      if let near = figure.value.rational.widened(by: step), !near.overlaps(range) {
        find(
          .error, "c15-digits",
          say(
            "the derived \(quoted(figure)) lies outside its interval \(shown(range.lower)) to \(shown(range.upper)): \(derivation.expression)",
            "推算数\(figure)不在误差区间（\(derivation.bounds)）之内：\(arithmetic: derivation.expression)。"),
          inputs)
      } else if isTooFine(figure.value, step, for: range) {
        find(
          .warning, "c15-digits",
          say(
            "the derived \(quoted(figure)) has more digits than its inputs allow: \(derivation.expression) lies between \(shown(range.lower)) and \(shown(range.upper))",
            "推算数\(figure)的位数超出原数所能支持的精度：\(arithmetic: derivation.expression)，误差区间为\(derivation.bounds)。"),
          inputs)
      }
    }
  }

  /// Whether the last digit is lost in the interval, and one digit less would still lie in it.
  private func isTooFine(_ value: ExactNumber, _ step: Rational, for range: Interval) -> Bool {
    guard let width = range.width, let three = step.multiplied(by: Rational(3)),
      let ten = step.multiplied(by: Rational(10)),
      let thirty = three.multiplied(by: Rational(10)), three < width
    else { return false }
    if thirty < width { return true }
    let coarse = value.rational.divided(by: ten)?.rounded(decimals: 0)?.rational.multiplied(by: ten)
    // The bounds are rounded, so a coarser value that meets one may lie outside.
    guard let coarse, let lower = range.lower, let upper = range.upper else { return false }
    return lower < coarse && coarse < upper
  }

  /// C16: what looks comparable between areas and is not, by the concepts, or by names that are alike but not the same.
  mutating func definitions() {
    var groups: [DefinitionKey: [Defined]] = [:]
    var order: [DefinitionKey] = []
    for level in levels where level.area.map(scopeIsArea) ?? false {
      let group = DefinitionKey(level)
      if groups[group] == nil { order.append(group) }
      groups[group, default: []].append(Defined(level, concepts: concepts))
    }
    for group in order {
      var names: [Folded: [Defined]] = [:]
      var first: [Defined] = []
      for member in groups[group] ?? [] {
        if names[member.key] == nil { first.append(member) }
        names[member.key, default: []].append(member)
      }
      for (index, one) in first.enumerated() {
        for other in first.dropFirst(index + 1) {
          compare(one, other, names[one.key] ?? [], names[other.key] ?? [])
        }
      }
    }
  }

  /// - Parameters:
  ///   - ones: all levels of the one's name.
  ///   - others: all levels of the other's name.
  private mutating func compare(_ a: Defined, _ b: Defined, _ ones: [Defined], _ others: [Defined]) {
    let note = a.concept.flatMap { first in b.concept.flatMap { concepts.distinction(between: first, and: $0) } }
    let isKnown = a.concept != nil && b.concept != nil
    guard note != nil || (!isKnown && a.bigrams.resemblance(to: b.bigrams) >= 0.6) else { return }
    for one in ones {
      // An article that states both sets them apart itself.
      let document = one.level.source?.document
      let rival = others.first { other in
        other.area != one.area && (document == nil || other.level.source?.document != document)
      }
      guard let other = rival?.level else { continue }
      let both = "\(quoted(one.level)) (\(one.level.area ?? "")) and \(quoted(other)) (\(other.area ?? ""))"
      let pair: ChineseText = "\(named: one.level, inArea: true)与\(named: other, inArea: true)"
      if let note {
        let reason = note.hasSuffix("。") ? String(note.dropLast()) : note
        find(
          .warning, "c16-definitions",
          say("\(both) are not comparable: \(note)", "\(pair)口径不同，不宜直接比较：\(prose: reason)。"),
          [one.level, other])
      } else {
        find(
          .note, "c16-definitions",
          say("\(both) have similar names and may be defined differently", "\(pair)名称相近，口径可能不同，比较前宜先核对。"),
          [one.level, other])
      }
      return
    }
  }

  /// C17: words of a plan, or a year to come, at a figure that stands as a fact.
  mutating func plans() {
    let planHint = say("mark it as a plan in a correction file", "如为计划数，应在更正文件中注明。")
    let dates = Dictionary(
      set.documents.compactMap { document in document.date.flatMap { Int($0.prefix(4)) }.map { (document.id, $0) } },
      uniquingKeysWith: { first, _ in first })
    for indicator in indicators {
      for figure in indicator.stated where figure.status == .official || figure.status == .quoted {
        guard let source = figure.source else { continue }
        if let word = source.planWord {
          find(
            .warning, "c17-plan",
            say(
              "\(quoted(figure)) stands as a fact, but its sentence says “\(word)”",
              "\(figure)按实绩列出，而原句作“\(word)”。"),
            [figure], hint: planHint)
        } else if let year = dates[source.document], let end = figure.period?.end.year, end > year {
          find(
            .warning, "c17-plan",
            say(
              "\(quoted(figure)) is for \(end), after its article of \(year), and stands as a fact",
              "\(figure)为\(end)年数字，晚于\(year)年的文稿，却按实绩列出。"),
            [figure], hint: planHint)
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

extension ExactNumber {
  /// One unit of the last digit that is not a zero before the point: 100 for 69600, 0.1 for 442.5; nil for fractions.
  fileprivate var lastDigit: Rational? {
    guard denominator == 1 else { return nil }
    return Rational(powerOfTen: scale > 0 ? -scale : trailingZeros)
  }
}

/// A level with what its name stands for.
private struct Defined {
  var level: Observation
  var area: Folded
  var key: Folded
  var concept: Concept?
  var bigrams: Bigrams

  init(_ level: Observation, concepts: ConceptBook) {
    self.level = level
    area = foldedArea(level.area)
    key = concepts.key(for: level.name)
    concept = concepts.concept(named: level.name)
    bigrams = Bigrams(key)
  }
}

extension Derivation {
  /// `442.51～442.54`, or the one end that is known.
  fileprivate var bounds: String {
    switch (lower, upper) {
    case (let low?, let high?): "\(low.printed())～\(high.printed())"
    case (let low?, nil): "≥" + low.printed()
    case (nil, let high?): "≤" + high.printed()
    case (nil, nil): "无界"
    }
  }
}

extension Source {
  /// A word of planning before the figure in its clause.
  fileprivate var planWord: String? {
    let clause = Array(clauseBefore.utf8)
    return planWords.first { clause.holds(Array($0.utf8)) }
  }
}

private let planWords = [
  "力争", "预计", "預計", "计划到", "拟", "目标", "目標", "将达", "將達", "有望", "争取", "爭取", "is expected to", "aims to", "will reach",
]
