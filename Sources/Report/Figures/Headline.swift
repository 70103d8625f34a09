package import Indicators
import Lingua
import Scales
package import Scene

/// What is worth saying of an indicator in one line: how it grew where it at least doubled, its place, its share, its
/// growth, else its level. Every number in it is stated or follows from what is stated.
package func headline(_ indicator: Indicator, language: Language, concepts: ConceptBook = ConceptBook()) -> String {
  headline(indicator, context: HeadlineContext(language: language, concepts: concepts))
}

package func headline(_ indicator: Indicator, context: HeadlineContext) -> String {
  if let change = indicator.toldChange, let text = multipleHeadline(indicator, change, context) { return text }
  if let text = placeHeadline(indicator, context) { return text }
  if let share = indicator.shares.first { return shareHeadline(indicator, share, context) }
  if let change = indicator.toldChange { return growthHeadline(indicator, change, context) }
  return levelHeadline(indicator, context)
}

/// 质押金额一年增至2.2倍, 四年增至6.3倍, where the level at least doubled over whole years; nil for less, and where the
/// change does not tell from when it is counted.
func multipleHeadline(_ indicator: Indicator, _ change: Observation, _ context: HeadlineContext) -> String? {
  guard change.qualifier == .exactly, let growth = growthPercent(change), growth >= 100,
    let period = change.period, let base = change.basePeriod, base.start.month == period.start.month,
    base.end.month == period.end.month, base.months == period.months
  else { return nil }
  let multiple = FigureNumbers(decimals: growth >= 900 ? 0 : 1).text(1 + growth / 100)
  let trimmed = multiple.hasSuffix(".0") ? String(multiple.dropLast(2)) : multiple
  let name = context.subject(indicator)
  let years = period.end.year - base.end.year
  guard years > 0 else { return nil }
  let phrases = context.phrases
  let count = context.language.isChinese ? spokenNumber(ExactNumber(years)) : "\(years)"
  let span = years == 1 ? phrases.oneYear : years == 2 ? phrases.twoYears : phrases.years.filled(["count": count])
  return context.text(phrases.grewToTimes, ["name": name, "span": span, "times": trimmed])
}

/// The growth in percent: 110 for +110 %, 530 for 增长5.3倍, 110 for 是…的2.1倍; nil where the figure is no ratio (百分点,
/// 位), or a multiple of unknown form.
func growthPercent(_ change: Observation) -> Double? {
  guard change.unit.kind.dimension == .proportion, change.unit.multiplier == 0 else { return nil }
  return change.growthFactor.flatMap { ExactNumber($0) }.map { ($0.doubleValue - 1) * 100 }
}

/// 有效量连续13年居全国首位.
func placeHeadline(_ indicator: Indicator, _ context: HeadlineContext) -> String? {
  guard let rank = indicator.ranks.first else { return nil }
  let name = context.subject(indicator)
  let place = figureText(rank, in: context.figures)
  guard context.language.isChinese else {
    let streak = indicator.streaks.first.map { ", " + figureText($0, in: context.figures) } ?? ""
    return "\(name): \(place)\(streak)"
  }
  let streak = indicator.streaks.first.map { figureText($0, in: context.figures) } ?? ""
  let verb = place.hasPrefix("增") ? "" : context.phrases.standsAt
  return name + streak + verb + place
}

/// 质押金额占全国近两成.
func shareHeadline(_ indicator: Indicator, _ share: Observation, _ context: HeadlineContext) -> String {
  let name = context.subject(indicator)
  let whole = context.whole(of: share, in: indicator) ?? ""
  guard context.language.isChinese else {
    return "\(name): \(figureText(share, in: context.figures)) of " + (whole.isEmpty ? "the total" : whole)
  }
  // Of an unnamed whole 占比9.1%.
  return name + (whole.isEmpty ? context.phrases.shareAlone : context.phrases.share) + whole + tenths(share, context)
}

/// 近两成, 两成多, 六成, or the percentage itself below a tenth.
private func tenths(_ share: Observation, _ context: HeadlineContext) -> String {
  let value = share.value.doubleValue
  let phrases = context.phrases
  guard share.unit.written == "%", share.qualifier == .exactly, value >= 9, value < 99 else {
    return context.figures.inItsScript(figureText(share, in: .simplifiedChinese))
  }
  let whole = Int(value / 10)
  let over = value - Double(whole * 10)
  func told(_ phrase: String, _ tenths: Int) -> String { phrase.filled(["count": tenths > 0 ? phrases.numerals[tenths - 1] : ""]) }
  if over >= 8.5, whole < phrases.numerals.count { return told(phrases.nearlyTenths, whole + 1) }
  if abs(value - 50) < 0.05 { return phrases.half }
  guard whole <= phrases.numerals.count else { return context.figures.inItsScript(figureText(share, in: .simplifiedChinese)) }
  if over < 0.05 { return told(phrases.tenths, whole) }
  if over < 5 { return told(phrases.overTenths, whole) }
  return context.figures.inItsScript(figureText(share, in: .simplifiedChinese))
}

/// 次数同比增长47.18%.
func growthHeadline(_ indicator: Indicator, _ change: Observation, _ context: HeadlineContext) -> String {
  let name = context.subject(indicator)
  let text = figureText(change, in: context.figures)
  // The verb tells the direction; a currency may stand before the sign.
  let bare = text.firstIndex { $0 == "+" || $0 == "\u{2212}" }.map { text[..<$0] + text[text.index(after: $0)...] }.map(String.init) ?? text
  let falls = change.value.isNegative
  let basis = context.basis(of: change)
  if change.isTimes {
    let base = change.basePeriod.map { periodText($0, in: context.figures) }
    guard context.language.isChinese else { return "\(name) was \(bare) that of \(base ?? "the time before")" }
    let before = base.map { context.text(context.phrases.timesOf, ["before": $0, "times": text]) }
    return name + (before ?? context.phrases.ofTheOriginal + text)
  }
  guard context.language.isChinese else {
    return "\(name) \(falls ? "fell" : "rose") \(bare)" + (basis.isEmpty ? "" : " " + basis)
  }
  if bare == text { return name + context.figures.inItsScript(basis) + text }
  return name + context.figures.inItsScript(basis + change.growthVerb(isNegative: falls)) + bare
}

extension Indicator {
  /// The change that a line or a card tells: in percent where one is, for that can be held against others.
  var toldChange: Observation? { changes.first { $0.unit.kind.dimension == .proportion } ?? changes.first }
}

/// 发明专利有效量达53.92万件.
func levelHeadline(_ indicator: Indicator, _ context: HeadlineContext) -> String {
  let text = figureText(indicator.lead, in: context.figures)
  let name = context.subject(indicator)
  guard context.language.isChinese else { return "\(name): \(text)" }
  let qualified = indicator.lead.qualifier != .exactly || indicator.lead.kind != .level
  return name + (qualified ? "" : context.phrases.reaches) + text
}
