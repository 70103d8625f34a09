import Articles
import Indicators
import Lingua

/// What a change is counted from, as the words round it say: 同比, 比上年, 较年初.
extension SentenceParser {
  /// 从环比看, 按月来看, 同比来看: a clause that says how what follows is compared.
  func basisOfView(_ clause: Range<Int>) -> BasisMention? {
    guard (2...5).contains(clause.count), block.plain(clause).hasSuffix("看") else { return nil }
    let view = block.plain(clause.lowerBound..<(clause.upperBound - 1)).drop { "从从以就".contains($0) }
    if prose.bases.periodOnPeriod.contains(where: { view.hasPrefix($0) }) { return .periodOnPeriod }
    if prose.bases.sameOfYearBefore.contains(where: { view.hasPrefix($0) }) { return .yearOnYear }
    if prose.bases.byMonth.contains(where: { view.hasPrefix($0) }) { return .monthOnMonth }
    if prose.bases.byQuarter.contains(where: { view.hasPrefix($0) }) { return .quarterOnQuarter }
    return prose.bases.byYear.contains { view.hasPrefix($0) } ? .yearOnYear : nil
  }

  /// What the change at `index` is measured against: 同比, 环比, 年均, 较2020年, 是2020年的.
  func basis(at index: Int) -> BasisMention? {
    let start = max(sentence.lowerBound, index - 40)
    var at = index - 1
    var clauses = 0
    while at >= start {
      let token = block.tokens[at]
      if let punctuation = token.punctuation {
        switch punctuation {
        case .semicolon, .stop: return nil
        case .comma, .colon:
          // 与上年同期相比，…增长: only a comparison that closed its clause reaches over a comma.
          clauses += 1
          if clauses == 1, sinceYearStart(before: at) { return .yearStart }
          guard clauses < 2, closesComparison(at: at) else { return nil }
        default: break
        }
      }
      // 每年增长, 每 and 年 parted or not.
      if block.written[block.tokens[at].range.lowerBound] == "每",
        prose.bases.averageAnnual.contains(block.plain(at..<(at + 1)))
          || at + 1 < index && prose.bases.averageAnnual.contains(block.plain(at..<(at + 2)))
      {
        return .averageAnnual
      }
      if let time = token.time, isBaseTime(at, time) { return isUnnamedTime(at) ? .unnamed : basis(of: time, at: at) }
      if token.has(.compare), isUnnamedTime(at + 1) { return .unnamed }
      if case .word(let word) = token.kind {
        let text = block.plain(at..<(at + 1))
        if comparesPeriods(text) { return .periodOnPeriod }
        // 季增, 月增率, 年增长率.
        let opening = String(text.prefix(2))
        if prose.bases.quarterOnQuarter.contains(opening) { return .quarterOnQuarter }
        if prose.bases.monthOnMonth.contains(opening) { return .monthOnMonth }
        if prose.bases.yearOnYear.contains(opening) { return at > 0 && block.reads(at - 1, "每") ? .averageAnnual : .yearOnYear }
        if prose.facts.monthly.contains(text), at + 1 < index, block.tokens[at + 1].has(.growthNoun) { return .monthOnMonth }
        if prose.bases.averageAnnual.contains(where: { text.contains($0) }) { return .averageAnnual }
        // 两年平均增长5.1%
        if prose.facts.onAverage.contains(text), at > 0,
          block.tokens[at - 1].quantity.map({ $0.kind == .duration && $0.unit.hasSuffix("年") }) ?? false
        {
          return .averageAnnual
        }
        let compares = word.classes.contains(.yearOnYear)
        if compares, prose.bases.byQuarter.contains(where: { text.contains($0) }) { return .quarterOnQuarter }
        if compares || prose.bases.sameOfYearBefore.contains(where: { text.contains($0) }) {
          return prose.bases.byMonth.contains { text.contains($0) } ? .monthOnMonth : .yearOnYear
        }
      }
      if let quantity = token.quantity, figures[at], quantity.kind != .duration, !Exclusions.joins(block.tokens[at + 1]) {
        // The number before it has its own words, unless a level is the base of this change, or the change turned into this one.
        if block.plain((at + 1)..<(at + 2)).hasPrefix("转") {
          at -= 1
          continue
        }
        guard statements.last?.role == .base, tokens.last == at else { return nil }
      }
      at -= 1
    }
    return nil
  }

  /// 同比、环比分别增长37.6%和4.0%: each number has its own comparison.
  func sharedBasis(at index: Int) -> BasisMention? {
    let start = max(block.clauseStart[index], index - 30)
    guard let word = (start..<index).last(where: { block.tokens[$0].has(.respectively) }) else { return nil }
    // 分别比上月和上年同期高0.01个和低0.09个百分点.
    let times = (start..<index).filter { at in
      block.tokens[at].time.map { isBaseTime(at, $0) || at > start + 1 && Exclusions.joins(block.tokens[at - 1]) && $0.isBase } ?? false
    }
    if times.count > 1, let last = times.last, Exclusions.joins(block.tokens[last - 1]), !(times[0]..<last).contains(where: { figures[$0] })
    {
      let position = ((last + 1)..<index).count { figures[$0] }
      if position < times.count, let time = block.tokens[times[position]].time { return basis(of: time, at: times[position]) }
    }
    let bases = (start..<word).filter { block.tokens[$0].has(.yearOnYear) }.map {
      comparesPeriods(block.plain($0..<($0 + 1))) ? BasisMention.periodOnPeriod : .yearOnYear
    }
    let position = ((word + 1)..<index).count { figures[$0] }
    return bases.count > 1 && position < bases.count ? bases[position] : nil
  }

  /// 环比, 环比增长.
  private func comparesPeriods(_ word: String) -> Bool { prose.bases.periodOnPeriod.contains { word.contains($0) } }

  /// 恢复至2019年的.
  func recovers(at index: Int) -> Bool {
    let word = block.plain(index..<(index + 1))
    return prose.bases.recovering.contains { word.hasPrefix($0) }
  }

  /// 比上一旬, 较上周: a time before, right behind the word of comparison, that no period names.
  func isUnnamedTime(_ index: Int) -> Bool {
    let words = block.plain(index..<max(index, min(index + 3, block.tokens.count)))
    return language.measures.unnamedTimes.contains { words.hasPrefix($0) }
  }

  /// 由年初截至十月底计，…: the clause that ends at a comma counts from the begin of the year.
  private func sinceYearStart(before comma: Int) -> Bool {
    let clause = block.plain(block.clauseStart[comma]..<comma)
    return clause.count < 20 && prose.times.yearOpenings.contains { clause.hasPrefix($0) }
  }

  /// The clause that ends at a comma is 与…相比.
  private func closesComparison(at comma: Int) -> Bool {
    comma > 0 && prose.times.closingComparisons.contains(block.plain((comma - 1)..<comma))
  }

  private func isBaseTime(_ index: Int, _ time: TimeExpression) -> Bool {
    if time.isBase || time.isSince { return true }
    if block.tokens[max(index, 1) - 1].has(.compare) || comparisonCloses(after: index) || explainsBracketBase(index) || isSetBeside(index) {
      return true
    }
    guard index + 2 < block.tokens.count, block.tokens[index + 1].has(.of) else { return false }
    // 恢复至2019年的128.4%
    return isMultiple(at: index + 2)
      || index > 0 && recovers(at: index - 1) && block.tokens[index + 2].quantity != nil
  }

  /// 相比“十二五”末（2015年）, seen from behind.
  private func explainsBracketBase(_ index: Int) -> Bool {
    guard index > 2, block.tokens[index - 1].punctuation == .open, let before = block.tokens[index - 2].time, !before.isEmpty else {
      return false
    }
    return block.tokens[index - 3].has(.compare)
  }

  func basis(of time: TimeExpression, at index: Int) -> BasisMention {
    if time.isSince { return .since }
    // 相比三年前
    if let years = time.yearsBefore, years > 1 { return .against(time) }
    let text = block.plain(index..<(index + 1))
    if prose.bases.monthBefore.contains(where: { text.contains($0) }) { return .monthOnMonth }
    if prose.bases.threeMonths.contains(where: { text.contains($0) }) || text.hasSuffix("3个月") { return .quarterOnQuarter }
    if time.isPeriodBefore { return .quarterOnQuarter }
    if prose.bases.yearStarts.contains(where: { text.hasSuffix($0) }) { return .yearStart }
    if time.isBase && (text.hasSuffix("末") || text.hasSuffix("底")) { return .yearEndBefore }
    if case .absolute = time.year, text.contains("五"), text.hasSuffix("末") {
      // 较“十三五”末: the last year of the plan.
      var year = time
      (year.part, year.isStock) = (.whole, false)
      return .against(year)
    }
    if case .absolute = time.year {
      // 比2019年同期: the year is what is named.
      var year = time
      if time.isBase { year.part = .whole }
      year.isBase = false
      return .against(year)
    }
    if time.isBase || time.year == .relative(-1) && time.part == .whole { return .yearOnYear }
    return .against(time)
  }
}
