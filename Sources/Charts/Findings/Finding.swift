package import Indicators
import Scales
package import Scene

/// What is worth saying of an indicator in one line: how it grew where it at least doubled, its place, its share, its
/// growth, else its level. Every number in it is stated or follows from what is stated.
package func finding(_ indicator: Indicator, language: Language, concepts: ConceptBook = ConceptBook()) -> String {
  finding(indicator, context: FindingContext(language: language, concepts: concepts))
}

package func finding(_ indicator: Indicator, context: FindingContext) -> String {
  if let change = indicator.changes.first, let text = multipleFinding(indicator, change, context) { return text }
  if let text = placeFinding(indicator, context) { return text }
  if let share = indicator.shares.first { return shareFinding(indicator, share, context) }
  if let change = indicator.changes.first { return growthFinding(indicator, change, context) }
  return levelFinding(indicator, context)
}

/// 质押金额一年增至2.2倍, from a growth of 100 % or more; nil for less.
func multipleFinding(_ indicator: Indicator, _ change: Observation, _ context: FindingContext) -> String? {
  guard change.qualifier == .exactly, let growth = growthPercent(change), growth >= 100 else { return nil }
  let multiple = FigureNumbers(decimals: growth >= 900 ? 0 : 1).text(1 + growth / 100)
  let trimmed = multiple.hasSuffix(".0") ? String(multiple.dropLast(2)) : multiple
  let name = context.label(indicator)
  return context.words("\(name)一年增至\(trimmed)倍", "\(name) grew to \(trimmed) times in a year")
}

/// The growth in percent; nil where the figure is no ratio (百分点, 位) .
func growthPercent(_ change: Observation) -> Double? {
  switch change.unit.written {
  case "%", "％": return change.value.doubleValue
  case "倍": return change.value.doubleValue * 100
  default: return nil
  }
}

/// 有效量连续13年居全国首位.
func placeFinding(_ indicator: Indicator, _ context: FindingContext) -> String? {
  guard let rank = indicator.ranks.first else { return nil }
  let name = context.label(indicator)
  let place = figureText(rank, in: context.figures)
  guard context.language.isChinese else {
    let streak = indicator.streaks.first.map { ", " + figureText($0, in: context.figures) } ?? ""
    return "\(name): \(place)\(streak)"
  }
  let streak = indicator.streaks.first.map { figureText($0, in: context.figures) } ?? ""
  let verb = context.figures.furniture(place.hasPrefix("增") ? "" : "居")
  return name + streak + verb + place
}

/// 质押金额占全国近两成.
func shareFinding(_ indicator: Indicator, _ share: Observation, _ context: FindingContext) -> String {
  let name = context.label(indicator)
  let whole = share.scope.map(context.place) ?? ""
  guard context.language.isChinese else {
    return "\(name) is \(figureText(share, in: context.figures)) of " + (whole.isEmpty ? "the total" : whole)
  }
  return name + "占" + whole + context.figures.furniture(tenths(share))
}

/// 近两成, 两成多, 六成, or the percentage itself below a tenth.
private func tenths(_ share: Observation) -> String {
  let value = share.value.doubleValue
  let words = ["", "一", "两", "三", "四", "五", "六", "七", "八", "九"]
  let whole = Int(value / 10)
  guard share.unit.written == "%", share.qualifier == .exactly, value >= 9, value < 99 else {
    return figureText(share, in: .simplifiedChinese)
  }
  let over = value - Double(whole * 10)
  if over >= 8.5, whole + 1 < words.count { return "近\(words[whole + 1])成" }
  if abs(value - 50) < 0.05 { return "一半" }
  if over < 0.05 { return "\(words[whole])成" }
  if over < 5 { return "\(words[whole])成多" }
  return figureText(share, in: .simplifiedChinese)
}

/// 次数同比增长47.18%.
func growthFinding(_ indicator: Indicator, _ change: Observation, _ context: FindingContext) -> String {
  let name = context.label(indicator)
  let text = figureText(change, in: context.figures)
  let bare = text.hasPrefix("+") || text.hasPrefix("\u{2212}") ? String(text.dropFirst()) : text
  let falls = change.value.isNegative
  guard context.language.isChinese else { return "\(name) \(falls ? "fell" : "rose") \(bare) in a year" }
  if bare == text { return name + context.figures.furniture("较上年") + text }
  return name + context.figures.furniture(falls ? "同比下降" : "同比增长") + bare
}

/// 发明专利有效量达53.92万件.
func levelFinding(_ indicator: Indicator, _ context: FindingContext) -> String {
  let text = figureText(indicator.lead, in: context.figures)
  let name = context.label(indicator)
  guard context.language.isChinese else { return "\(name): \(text)" }
  let qualified = indicator.lead.qualifier != .exactly || indicator.lead.kind != .level
  return name + context.figures.furniture(qualified ? "" : "达") + text
}
