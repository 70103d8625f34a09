import Diagnostics

extension Checking {
  /// C14: figures without period, and those whose period is the year of their article, once for each article and year.
  mutating func periods() {
    for indicator in indicators where indicator.lead.period == nil {
      find(
        .note, "c14-period", say("\(quoted(indicator.lead)) has no period", "\(indicator.lead)未写明时期。"), [indicator.lead],
        hint: say("set it in a correction file", "在更正文件中补注时期。"))
    }
    var assumed: [AssumedPeriod: [Observation]] = [:]
    for indicator in indicators where indicator.lead.periodIsAssumed {
      guard let period = indicator.lead.period else { continue }
      assumed[AssumedPeriod(period: period, document: indicator.lead.source?.document), default: []].append(
        indicator.lead)
    }
    for (group, figures) in assumed.sorted(by: { $0.key < $1.key }) {
      guard let first = figures.first else { continue }
      let rest = figures.count - 1
      find(
        .note, "c14-period",
        say(
          "no words give the period of \(quoted(first))\(rest == 0 ? "" : " and of \(rest) more"): \(group.period) is the year of the article",
          "\(first)\(rest == 0 ? "" : "等\(figures.count)项")未写明时期，按文稿日期记为\(group.period)。"),
        figures, hint: say("set it in a correction file", "在更正文件中补注时期。"))
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

  /// C17: a year to come at a figure that stands as a fact.
  mutating func plans() {
    let planHint = say("mark it as a plan in a correction file", "如为计划数，应在更正文件中注明。")
    let dates = Dictionary(
      set.documents.compactMap { document in document.date.flatMap { Int($0.prefix(4)) }.map { (document.id, $0) } },
      uniquingKeysWith: { first, _ in first })
    for indicator in indicators {
      for figure in indicator.stated where figure.status.isFactual {
        guard let source = figure.source, let end = figure.period?.endYear else { continue }
        if let year = dates[source.document], end > year {
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

private struct AssumedPeriod: Hashable, Comparable {
  var period: Period
  var document: String?
  static func < (a: AssumedPeriod, b: AssumedPeriod) -> Bool {
    (a.document ?? "", a.period) < (b.document ?? "", b.period)
  }
}

extension ExactNumber {
  /// One unit of the last digit that is not a zero before the point: 100 for 69600, 0.1 for 442.5; nil for fractions.
  fileprivate var lastDigit: Rational? {
    guard denominator == 1 else { return nil }
    return Rational(powerOfTen: scale > 0 ? -scale : trailingZeros)
  }
}

extension Derivation {
  /// `442.51～442.54`, or the one end that is known.
  fileprivate var bounds: String {
    switch (lower, upper) {
    case (let low?, let high?) where low.printed() == high.printed(): low.printed()
    case (let low?, let high?): "\(low.printed())～\(high.printed())"
    case (let low?, nil): "≥" + low.printed()
    case (nil, let high?): "≤" + high.printed()
    case (nil, nil): "无界"
    }
  }
}
