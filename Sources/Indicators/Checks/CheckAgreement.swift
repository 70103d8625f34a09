import Diagnostics

extension Checking {
  /// C8 and C13: one measure, area and period with values that cannot both be.
  mutating func agreement() {
    var groups: [AgreementKey: [Observation]] = [:]
    var order: [AgreementKey] = []
    let rated = rated
    for figure in indicators.flatMap(\.stated) where figure.status != .claim || figure.area != nil {
      guard figure.kind != .streak, figure.name.unicodeScalars.count >= 3, figure.period != nil else { continue }
      let key = AgreementKey(figure, concepts: concepts)
      if groups[key] == nil { order.append(key) }
      groups[key, default: []].append(figure)
    }
    for key in order {
      guard let members = groups[key], members.count > 1, let first = members.first else { continue }
      for other in members.dropFirst() where first.id != other.id {
        if let one = rated[first.id], let another = rated[other.id], one != another { continue }
        compare(first, other)
      }
    }
  }

  /// 提出刑事抗诉7876件，审结后改变率79.9%: the name of the level that a rate was told behind, in its sentence, by the rate.
  private var rated: [Observation.ID: Folded] {
    var last: (sentence: Source?, name: Folded)?
    var result: [Observation.ID: Folded] = [:]
    for level in levels {
      let isSame = last?.sentence?.document == level.source?.document && last?.sentence?.sentenceRange == level.source?.sentenceRange
      if level.unit.kind.dimension == .proportion {
        if isSame, let last { result[level.id] = last.name }
      } else {
        last = (level.source, folded(level.name))
      }
    }
    return result
  }

  private mutating func compare(_ a: Observation, _ b: Observation) {
    // A range gives two figures, one for each end; a sentence that gives one name two levels lists two things; and changes
    // of two levels are two.
    if isRange(a, b) || areInOneSentence(a, b) && a.kind == .level { return }
    // registered 2,316 cases. It disposed of 2,298 cases: counts that a verb tells apart go by one noun.
    if a.rule?.hasPrefix("english.level") ?? false, b.rule?.hasPrefix("english.level") ?? false, a.source?.document == b.source?.document,
      a.source?.isHeading == false, b.source?.isHeading == false, !a.name.contains(" ")
    {
      return
    }
    if let first = a.of, let second = b.of, first != second { return }
    // Total vacancies of a trend and seasonally adjusted: the topics that tell them apart stand in neither name.
    if let one = a.topic, let other = b.topic, one != other, !a.name.contains(one), !b.name.contains(other) { return }
    // 占3.42%，比全市高0.61个百分点，比全国高0.72个百分点: one figure set beside two others, from no time before.
    if a.kind == .change, a.of != nil, a.basis == nil || b.basis == nil, areInOneSentence(a, b) { return }
    // Growth at constant prices is another than growth as paid.
    if a.isAtConstantPrices != b.isAtConstantPrices { return }
    guard let left = a.baseInterval, let right = b.baseInterval, !left.overlaps(right) else { return }
    let places = [b, a]
    if (a.qualifier == .exactly) != (b.qualifier == .exactly), isNear(a, b) {
      let (exact, rounded) = a.qualifier == .exactly ? (a, b) : (b, a)
      let order = exact.quantity.compare(rounded.quantity)
      let sign = order == .less ? "＜" : order == .same ? "＝" : "＞"
      find(
        .warning, "c13-rounding",
        say(
          "\(quoted(rounded)) is on the wrong side of \(quoted(exact)): \(term(exact)) is \(rounded.qualifier == .moreThan || rounded.qualifier == .atLeast ? "less" : "more") than \(term(rounded))",
          "\(rounded)与\(exact)不符：\(amount: exact)\(sign)\(amount: rounded)。"),
        places)
      return
    }
    // Figures far apart are mostly two things; of one name they are worth a look, unless a sentence lists them.
    guard isNear(a, b) || folded(a.name) == folded(b.name) && !areInOneSentence(a, b) else { return }
    let oneDocument = a.source?.document == b.source?.document
    if oneDocument, isNarrower(a, b) || isNarrower(b, a) { return }
    find(
      severity(a, b, oneDocument), "c8-two-values",
      say(
        "\(quoted(a)) and \(quoted(b)) are given for the same \(a.kind.rawValue)\(a.period.map { ", " + periodText($0, in: a.ownLanguage) } ?? "")",
        "\(a)与\(b)同为\(a.period)的\(prose: chineseName(of: a.kind))，数字不一致。"),
      places, hint: oneDocument ? nil : say("a restatement, or another definition", "可能是修订数，或统计口径不同。"))
  }

  /// 地方一般公共预算支出 beside 一般公共预算支出, in one text: a part of it, though either may go by the other's name elsewhere.
  private func isNarrower(_ part: Observation, _ whole: Observation) -> Bool {
    if let partOf = part.partOf, partOf == whole.id { return true }
    // 全省发明专利授权量 beside 发明专利授权量, both of the province, are one.
    let (long, short) = (placeless(part), placeless(whole))
    return long.count > short.count && long.hasSuffix(short)
  }

  /// A name without the words that say of which place or since when, where they say no more than the figure's area does.
  private func placeless(_ figure: Observation) -> Folded {
    let key = nameKey(figure.name)
    let area = foldedArea(figure.area)
    guard !area.isEmpty, key.hasPrefix(area), key.count > area.count + 2 else { return key }
    let rest = key.dropFirst(area)
    return rest.hasPrefix(Folded("省")) || rest.hasPrefix(Folded("市")) ? rest.dropFirst(Folded("省")) : rest
  }

  /// Two levels of one document that look like one figure contradict each other; values far apart are usually two
  /// things of one name.
  private func severity(_ a: Observation, _ b: Observation, _ oneDocument: Bool) -> Diagnostic.Severity {
    guard isNear(a, b) else { return .note }
    return oneDocument && a.kind == .level ? .error : .warning
  }

  private func areInOneSentence(_ a: Observation, _ b: Observation) -> Bool {
    a.source != nil && a.source?.document == b.source?.document && a.source?.sentenceRange == b.source?.sentenceRange
  }

  private func isRange(_ a: Observation, _ b: Observation) -> Bool {
    let bounds: Set<Observation.Qualifier> = [.atLeast, .atMost]
    return bounds.contains(a.qualifier) && bounds.contains(b.qualifier)
      && a.source?.sentenceRange == b.source?.sentenceRange
  }

  /// Within a fifth of each other, so that they look like one figure.
  private func isNear(_ a: Observation, _ b: Observation) -> Bool {
    guard let left = a.quantity.inBase, let right = b.quantity.inBase, !left.isZero,
      let ratio = right.divided(by: left), let low = Rational(4, over: 5), let high = Rational(5, over: 4)
    else { return false }
    return ratio >= low && ratio <= high
  }

  /// C11: the same digits with 万 in one year and 亿 in another.
  mutating func units() {
    var series: [FigureKey: [Observation]] = [:]
    var order: [FigureKey] = []
    for level in levels {
      var key = FigureKey(level, concepts: concepts)
      key.period = nil
      if series[key] == nil { order.append(key) }
      series[key, default: []].append(level)
    }
    for key in order {
      let members = (series[key] ?? []).filter { $0.period != nil }.sorted {
        ($0.period ?? Period(year: 0)) < ($1.period ?? Period(year: 0))
      }
      for (before, after) in zip(members, members.dropFirst()) {
        guard let start = before.period, let end = after.period, start != end, before.unit.multiplier != after.unit.multiplier,
          before.unit.isComparable(with: after.unit), before.unit.kind.dimension != .proportion,
          !before.value.rational.isZero, let ratio = after.value.rational.divided(by: before.value.rational),
          let low = Rational(2, over: 5), let high = Rational(5, over: 2), ratio > low, ratio < high
        else { continue }
        let factor = after.quantity.inBase.flatMap { top in before.quantity.inBase.flatMap { top.divided(by: $0) } }
        find(
          .warning, "c11-unit-jump",
          say(
            "\(quoted(before)) and \(quoted(after)) have like digits and different units: \(term(after)) ÷ \(term(before)) = \(shown(factor))",
            "\(named: before)\(start)为\(amount: before)，\(end)为\(amount: after)，数字相近而单位不同：\(amount: after)÷\(amount: before)＝\(factor)。"),
          [after, before], hint: say("check 万 and 亿", "核对“万”与“亿”。"))
      }
    }
  }

  /// C12: share × total, from whichever document states the total.
  mutating func shareTotals() {
    for indicator in indicators {
      guard let level = indicator.level, let stated = level.interval else { continue }
      for share in indicator.shares where share.period == level.period {
        guard let scope = share.scope, let parts = share.proportionInterval, let part = share.proportion else {
          continue
        }
        // 审结8890件，其中…8105件，占91.2%: of the very level it is a part of, whatever else goes by that name.
        let whole = level.partOf.flatMap { self.level($0) }.flatMap { $0.name == scope ? $0 : nil }
        let named = scopeIsArea(scope) ? self.level(like: level, area: scope) : self.level(named: scope, like: level)
        // filed 23% of the applications: a share that goes by the name of its whole, for want of the part's.
        if whole == nil, folded(scope) == folded(level.name) { continue }
        let total = whole ?? named
        guard let total, total.id != level.id, let all = total.interval(in: level.unit),
          let expected = all.multiplied(by: parts), !expected.overlaps(stated),
          total.quantity.compare(level.quantity) == .more
        else { continue }
        let product = total.quantity(in: level.unit).flatMap { $0.multiplied(by: part) }
        let oneDocument = total.source?.document == level.source?.document
        find(
          oneDocument && scopeIsArea(scope) ? .error : .warning, "c12-share-total",
          say(
            "\(quoted(share)) of \(term(total)) is not \(term(level)): \(term(total)) × \(term(share)) = \(shown(product, level.unit))",
            "\(share)与总数不符：\(amount: total)×\(amount: share)＝\(product, in: level)，原文作\(amount: level)。"),
          [share, level, total])
      }
    }
  }
}

private func chineseName(of kind: Observation.Kind) -> String {
  switch kind {
  case .level: "数值"
  case .change: "变动数"
  case .share: "占比"
  case .rank: "位次"
  case .streak: "连续年数"
  }
}

private struct AgreementKey: Hashable {
  var kind: Observation.Kind
  var figure: FigureKey
  var measure: String
  var scope: Folded
  var isGrowth: Bool
  /// What a change is counted from; a rate and an amount of change are two things.
  var base: Period?
  var partOf: Observation.ID?

  init(_ observation: Observation, concepts: ConceptBook) {
    kind = observation.kind
    figure = FigureKey(observation, concepts: concepts)
    measure = observation.unit.kind.base
    scope = foldedArea(observation.scope)
    isGrowth = observation.growthWord != nil
    base = observation.kind == .change ? observation.basePeriod : nil
    partOf = observation.kind == .level ? observation.partOf : nil
  }
}

extension Observation {
  /// What it may stand for, in the base of its measure.
  var baseInterval: Interval? { interval?.mapped { $0.multiplied(by: unit.baseFactor) } }
}

extension Indicator {
  /// All stated figures, the level first.
  package var stated: [Observation] { (level.map { [$0] } ?? []) + changes + shares + ranks + streaks }
}
