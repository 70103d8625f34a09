package import Indicators

/// A claim in words.
package struct Told: Hashable, Sendable {
  /// One line, without a stop; it says whose and when.
  package var headline: String
  /// A sentence with the figures that prove it; nil where the article's own says it.
  package var sentence: String?

  package init(headline: String, sentence: String? = nil) {
    self.headline = headline
    self.sentence = sentence
  }
}

/// Writes headlines and sentences from typed facts; every number in them is one of the claim's evidence or a count of it.
package struct Teller: Sendable {
  let words: StoryWords
  let language: FigureLanguage
  let concepts: ConceptBook
  /// Whether places must be named, as where the paper is of several.
  let namesAreas: Bool
  /// What the sources call parts: beside their whole these need not name it.
  let partNames: PartNames
  let apart: ToldApart

  package init(
    words: StoryWords, language: FigureLanguage, concepts: ConceptBook, namesAreas: Bool, partNames: PartNames = PartNames(),
    apart: ToldApart = ToldApart()
  ) {
    self.words = words
    self.language = language
    self.concepts = concepts
    self.namesAreas = namesAreas
    self.partNames = partNames
    self.apart = apart
  }

  /// Nil for what is of one indicator: figures have their own findings.
  package func tell(_ claim: Claim) -> Told? {
    switch claim.subject {
    case .indicator: nil
    case .series(let series): trend(series)
    case .places(let levels, let period, let name):
      claim.kind == .placesGrowth ? placesGrowth(levels, period, name) : places(levels, period, name)
    case .sums(let sums): tell(sums)
    case .ranks(let ranks): tell(ranks)
    case .growths(let changes): growths(changes, area: claim.area, period: claim.period)
    case .parts(let sum): tell(sum)
    case .contribution(let contribution): tell(contribution)
    case .breakdown(let breakdown): tell(breakdown)
    case .steps(let steps): self.steps(steps)
    case .target(let fact, let targets): targets.first.flatMap { target(fact, $0) }
    }
  }

  /// The name for print, with its place where the paper is of several or of another.
  package func name(_ name: String, area: String?) -> String {
    let base = growthSuffix(of: name).map { String(name.dropLast($0.count)) } ?? name
    let label = language.inItsScript(concepts.label(of: base, in: language))
    guard namesAreas || apart.isForeign(area), let area, !label.contains(area) else { return label }
    return language.isChinese ? language.inItsScript(area) + label : "\(label) (\(area))"
  }

  /// The name of a figure, with its time where its document states it of several.
  package func name(of figure: Observation) -> String {
    let name = name(figure.name, area: figure.area)
    guard apart.needsTime(figure), let period = figure.period else { return name }
    return timed(name, period, in: language)
  }

  /// The name of a part beside its whole.
  package func partName(_ part: Observation) -> String { name(partNames.statedName(of: part), area: nil) }

  /// The name of a figure that does not begin its sentence: design applications, PCT applications, Singapore exports, Greek airports.
  private func inner(_ figure: Observation, area: String?) -> String {
    let name = name(figure.name, area: nil)
    let scalars = name.unicodeScalars
    guard !language.isChinese, let first = scalars.first, first.properties.isUppercase,
      scalars.dropFirst().first.map(\.properties.isLowercase) == true, let word = name.split(separator: " ").first.map({ String($0) }),
      !words.proper.contains(word), area?.hasPrefix(word) != true
    else { return name }
    // A capital within the source's own sentence is the word's.
    if let sentence = figure.source?.sentence, let place = sentence.firstRange(of: name), place.lowerBound > sentence.startIndex {
      return name
    }
    return first.properties.lowercaseMapping + String(name.dropFirst())
  }

  private func text(_ figure: Observation) -> String { figureText(figure, in: language) }
  private func time(_ period: Period?) -> String { period.map { periodText($0, in: language) } ?? "" }

  private func trend(_ series: Series) -> Told? {
    let points = series.points
    let values = points.compactMap { $0.figure.quantity.inBase }
    guard values.count == points.count, let first = points.first, let last = points.last,
      let high = values.indices.max(by: { values[$0] < values[$1] }),
      let low = values.indices.min(by: { values[$0] < values[$1] })
    else { return nil }
    let steps = zip(values, values.dropFirst())
    let inner = 1..<(values.count - 1)
    var phrase = PhraseName.trendMixed
    var turn = last.period
    let isWhole = series.isWithoutGap
    if steps.allSatisfy({ $0 < $1 }) {
      phrase = isWhole ? .trendUp : .trendHigher
    } else if steps.allSatisfy({ $1 < $0 }) {
      phrase = isWhole ? .trendDown : .trendLower
    } else if !isWhole {
      // A turn between years that nobody stated would be a guess.
    } else if inner.contains(low), isFalling(values[...low]), isRising(values[low...]) {
      (phrase, turn) = (.trendRecovered, points[low].period)
    } else if inner.contains(high), isRising(values[...high]), isFalling(values[high...]) {
      (phrase, turn) = (.trendReceded, points[high].period)
    }
    let name = name(series.name, area: series.area)
    let places = [
      "name": name, "count": "\(points.count - 1)", "run": run(points),
      "last": time(last.period), "value": text(last.figure), "turn": time(turn), "first": time(first.period),
      "start": text(first.figure), "highest": text(points[high].figure), "highest-period": time(points[high].period),
      "lowest": text(points[low].figure), "lowest-period": time(points[low].period),
    ]
    var whole = places
    whole["count"] = "\(points.count)"
    let sentence: PhraseName = phrase == .trendUp ? .trendSentenceUp : phrase == .trendDown ? .trendSentenceDown : .trendSentence
    return Told(headline: words.text(phrase, in: language, places), sentence: words.text(sentence, in: language, whole))
  }

  /// Of several trends what they have in common, else how many they are.
  package func headline(ofTrends claims: [Claim]) -> String {
    let all = claims.compactMap { claim in if case .series(let series) = claim.subject { series } else { nil } }
    let runs = Set(all.map { run($0.points) })
    let rises = all.count { series in
      let values = series.points.compactMap { $0.figure.quantity.inBase }
      return series.isWithoutGap && values.count == series.points.count && isRising(values[...])
    }
    let isOneRun = runs.count == 1
    let phrase: PhraseName = isOneRun && rises == all.count ? .trendsFurtherUp : isOneRun && rises > 0 ? .trendsFurtherSome : .trendsFurther
    return words.text(
      phrase, in: language, ["count": "\(all.count)", "run": isOneRun ? runs.first ?? "" : "", "rises": "\(rises)"])
  }

  /// Over how many steps: 4年, 4期 where the periods are no years.
  private func run(_ points: [Series.Point]) -> String {
    let areYears = points.compactMap(\.period).allSatisfy(\.isYear)
    return words.text(areYears ? .runOfYears : .runOfPeriods, in: language, ["count": "\(points.count - 1)"])
  }

  private func isRising(_ values: ArraySlice<Rational>) -> Bool { zip(values, values.dropFirst()).allSatisfy { $0 < $1 } }
  private func isFalling(_ values: ArraySlice<Rational>) -> Bool { zip(values, values.dropFirst()).allSatisfy { $1 < $0 } }

  /// - Parameter levels: the largest first.
  private func places(_ levels: [(area: String, level: Observation)], _ period: Period, _ name: String) -> Told? {
    guard var values = ends(levels, period, name) else { return nil }
    // The mean of rates is the rate of no place.
    values["above"] =
      levels.contains { words.isRate($0.level) }
      ? "" : words.text(.placesAboveMean, in: language, ["above": "\(aboveMean(levels.map(\.level)))"])
    return Told(
      headline: words.text(.places, in: language, values), sentence: words.text(.placesSentence, in: language, values))
  }

  /// How many are larger than the mean of all.
  private func aboveMean(_ levels: [Observation]) -> Int {
    let values = levels.compactMap { $0.quantity.inBase }
    let sum = values.reduce(Rational?.some(.zero)) { $0?.adding($1) }
    guard values.count == levels.count, let mean = sum?.divided(by: Rational(values.count)) else { return 0 }
    return values.count { mean < $0 }
  }

  /// What is said of the first and the last of several places, by the names that phrases have for it.
  private func ends(_ places: [(area: String, level: Observation)], _ period: Period, _ name: String) -> [String: String]? {
    guard let top = places.first, let bottom = places.last else { return nil }
    return [
      "name": self.name(name, area: nil), "count": "\(places.count)", "period": time(period), "top": place(top.area),
      "value": text(top.level), "bottom": place(bottom.area), "least": text(bottom.level),
    ]
  }

  /// - Parameter growths: the fastest first.
  private func placesGrowth(_ growths: [(area: String, level: Observation)], _ period: Period, _ name: String) -> Told? {
    guard var values = ends(growths, period, name) else { return nil }
    let rises = growths.count { !$0.level.value.isNegative && !$0.level.value.isZero }
    values["rises"] = "\(rises)"
    // Where none rose the first is not the fastest.
    return Told(
      headline: words.text(rises > 0 ? .placesGrowth : .placesFall, in: language, values),
      sentence: words.text(.placesGrowthSentence, in: language, values))
  }

  /// One whole and its parts in several places: the part that is more than half of it in all of them, if one is.
  private func tell(_ sums: [Sum]) -> Told? {
    guard let first = sums.first else { return nil }
    let most = first.parts.indices.first { i in
      sums.allSatisfy { sum in
        guard let whole = sum.whole.quantity.inBase, sum.parts.indices.contains(i), let part = sum.parts[i].level.quantity.inBase,
          let twice = part.adding(part)
        else { return false }
        return whole < twice
      }
    }
    let parts = first.parts.map { partName($0.level) }
    let values = [
      "name": name(first.whole.name, area: nil), "count": "\(sums.count)", "period": time(first.whole.period),
      "part": most.map { parts[$0] } ?? "", "parts": parts.joined(separator: language.isChinese ? "、" : ", "),
      "top": sums.map { place($0.whole.area) }.joined(separator: language.isChinese ? "、" : ", "),
    ]
    return Told(
      headline: words.text(most == nil ? .placesParts : .placesPartsMost, in: language, values),
      sentence: words.text(.placesPartsSentence, in: language, values))
  }

  /// Who led all the time, else who rose most.
  private func tell(_ ranks: Ranks) -> Told? {
    guard let first = ranks.places.first, let last = ranks.places.last else { return nil }
    let rises = ranks.places.filter { $0.rise > 0 }
    let falls = ranks.places.filter { $0.rise < 0 }
    let moved = ranks.leader == nil ? ranks.riser : nil
    let values = [
      "name": name(ranks.name, area: nil), "count": "\(ranks.periods.count)", "areas": "\(ranks.places.count)",
      "first": time(ranks.periods.first), "last": time(ranks.periods.last), "top": place((moved ?? ranks.leader ?? first).area),
      "from": "\(moved?.ranks.first ?? 0)", "to": "\(moved?.ranks.last ?? 0)", "bottom": place(last.area),
      "rises": "\(rises.count)", "falls": "\(falls.count)",
    ]
    var sentence = values
    sentence["top"] = place(first.area)
    return Told(
      headline: words.text(moved == nil ? .ranksKept : .ranksMoved, in: language, values),
      sentence: words.text(.ranksSentence, in: language, sentence))
  }

  private func place(_ area: String?) -> String { area.map { language.inItsScript($0) } ?? "" }

  private func phrase(ofGrowths changes: [Observation]) -> PhraseName {
    let falls = changes.count { $0.value.isNegative }
    let rises = changes.count { !$0.value.isNegative && !$0.value.isZero }
    if rises == changes.count { return .growthsAllUp }
    if falls == changes.count { return .growthsAllDown }
    // What stayed as it was neither rose nor fell: then only the counts are told.
    if falls + rises < changes.count { return rises == 0 ? .growthsSomeDown : falls == 0 ? .growthsSomeUp : .growthsMixed }
    if falls <= 2, rises > falls * 3 { return .growthsNearlyUp }
    return rises <= 2 && falls > rises * 3 ? .growthsNearlyDown : .growthsMixed
  }

  /// What the headline of some growths, the fastest first, names: a figure has these in its strong colour.
  package func named(inGrowths changes: [Observation]) -> [Observation] {
    switch phrase(ofGrowths: changes) {
    case .growthsNearlyUp: changes.filter { $0.value.isNegative }
    case .growthsNearlyDown: changes.filter { !$0.value.isNegative }
    case .growthsAllDown, .growthsSomeDown: Array(changes.suffix(1))
    default: Array(changes.prefix(1))
    }
  }

  /// - Parameter changes: the fastest first.
  private func growths(_ changes: [Observation], area: String?, period: Period?) -> Told? {
    guard let top = changes.first, let bottom = changes.last else { return nil }
    let phrase = phrase(ofGrowths: changes)
    let falling = changes.filter { $0.value.isNegative }
    let rising = changes.filter { !$0.value.isNegative && !$0.value.isZero }
    let few = (phrase == .growthsNearlyUp ? falling : rising).map { inner($0, area: area) }
    let place = area.map { language.inItsScript($0) } ?? ""
    // 全国11月13项指标 beside 全国1—11月6项指标.
    let when = apart.hasGrowthsOfSeveralTimes(area) ? time(period) : ""
    let head = [place, when].filter { !$0.isEmpty }.joined(separator: language.isChinese ? "" : ", ")
    let values = [
      "area": head, "period": time(period), "count": "\(changes.count)", "rises": "\(rising.count)",
      "falls": "\(falling.count)", "top": inner(top, area: area), "value": text(top),
      "bottom": inner(bottom, area: area), "least": text(bottom),
      "few": few.joined(separator: language.isChinese ? "、" : " and "),
    ]
    var stated = values
    stated["area"] = place
    if place.isEmpty, !language.isChinese { stated["area"] = "The source" }
    return Told(
      headline: words.text(phrase, in: language, values), sentence: words.text(.growthsSentence, in: language, stated))
  }

  /// A sum, as the claim of it is told.
  package func tell(_ sum: Sum) -> Told? {
    guard let largest = sum.largest else { return nil }
    let values = [
      "name": name(of: sum.whole), "value": text(sum.whole), "period": time(sum.whole.period),
      "count": "\(sum.parts.count)", "top": partName(largest), "most": text(largest),
      "parts": list(sum.parts.map(\.level), by: partName),
    ]
    // The sentence says when in any case.
    let stated = values.merging(["name": name(sum.whole.name, area: sum.whole.area)]) { $1 }
    return Told(
      headline: words.text(.parts, in: language, values), sentence: words.text(.partsSentence, in: language, stated))
  }

  /// What leads among the kinds of things that are listed, and what is the least.
  package func tell(_ breakdown: Breakdown) -> Told? {
    guard let top = breakdown.things.first, let bottom = breakdown.things.last else { return nil }
    let values = [
      "shared": shared(of: breakdown), "period": time(top.level.period), "count": "\(breakdown.things.count)", "top": name(of: top),
      "value": text(top.level), "bottom": name(of: bottom), "least": text(bottom.level),
    ]
    return Told(headline: words.text(.breakdown, in: language, values), sentence: words.text(.breakdownSentence, in: language, values))
  }

  package func name(of thing: Breakdown.Thing) -> String { language.inItsScript(thing.name) }

  /// The act or the measure that kinds of things have in common.
  package func shared(of breakdown: Breakdown) -> String { name(breakdown.shared, area: breakdown.things.first?.level.area) }

  /// How much of a whole's change its parts make; changes without their sign, which the verb tells.
  package func tell(_ contribution: Contribution) -> Told? {
    guard let largest = contribution.largest else { return nil }
    func size(_ change: Observation) -> String {
      var level = change
      (level.kind, level.value) = (.level, change.value.magnitude)
      return text(level)
    }
    let (whole, falls) = (contribution.whole, contribution.whole.change.value.isNegative)
    let parts = contribution.parts.map { part in
      words.text(
        part.change.value.isNegative ? .partFalls : .partRises, in: language,
        ["name": partName(part.level), "value": size(part.change)])
    }
    let values = [
      "name": name(of: whole.level), "value": size(whole.change), "period": time(whole.level.period),
      "top": partName(largest.level), "most": size(largest.change),
      "parts": parts.joined(separator: language.isChinese ? "、" : ", "),
    ]
    let stated = values.merging(["name": name(whole.level.name, area: whole.level.area)]) { $1 }
    return Told(
      headline: words.text(falls ? .contributionFall : .contribution, in: language, values),
      sentence: words.text(falls ? .contributionFallSentence : .contributionSentence, in: language, stated))
  }

  private func steps(_ steps: [Observation]) -> Told? {
    guard let first = steps.first, let last = steps.last else { return nil }
    let values = [
      "first": name(first.name, area: first.area), "start": text(first), "last": name(last.name, area: nil), "value": text(last),
      "period": time(first.period), "count": "\(steps.count)", "steps": list(steps) { name($0.name, area: nil) },
    ]
    return Told(
      headline: words.text(.steps, in: language, values), sentence: words.text(.stepsSentence, in: language, values))
  }

  /// Each figure with its name.
  private func list(_ figures: [Observation], by name: (Observation) -> String) -> String {
    figures.map { name($0) + (language.isChinese ? "" : " ") + text($0) }
      .joined(separator: language.isChinese ? "、" : ", ")
  }

  private func target(_ fact: Observation, _ target: Observation) -> Told? {
    guard let now = fact.quantity.inBase, let goal = target.quantity.inBase else { return nil }
    let values = [
      "name": name(fact.name, area: fact.area), "value": text(fact), "period": time(fact.period), "target": text(target),
      "target-period": time(target.period),
    ]
    return Told(
      headline: words.text(goal < now ? .targetPassed : .targetOpen, in: language, values),
      sentence: words.text(.targetSentence, in: language, values))
  }
}

/// A name with its time: 2013年3月货物吞吐量, Freight in March 2013.
package func timed(_ name: String, _ period: Period, in language: FigureLanguage) -> String {
  language.isChinese ? periodText(period, in: language) + name : "\(name) in \(periodText(period, in: language))"
}

extension Observation {
  /// Whether it is to be reached: a target or a plan.
  package var isAim: Bool { status == .target || status == .plan }
}
