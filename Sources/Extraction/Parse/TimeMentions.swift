import Articles
import Indicators
import Lingua

/// What the place of a time in its sentence makes of it: a period that is told of, the base of a comparison, the end of a
/// movement, or nothing.
extension SentenceParser {
  mutating func read(_ time: TimeExpression, at index: Int, hasFigure: Bool) {
    if block.inTitle[index] {
      if let plan = planSpan(time, at: index) { mentions.append(.time(plan)) }
      return
    }
    guard !time.isEmpty, !time.isSame, !opensSpan(index, time), !isOfDateline(index) else { return }
    var time = time
    if let first = spanStart(before: index, time), case .months(_, let last) = time.part { time.part = .months(first, last) }
    let previous = index > sentence.lowerBound ? block.tokens[index - 1] : nil
    let next = index + 1 < sentence.upperBound ? block.tokens[index + 1] : nil
    // （110年=100）: the year that an index starts from.
    if let next, next.punctuation == .other, block.reads(index + 1, "=") { return }
    let isCompared =
      previous?.has(.compare) ?? false || previous?.has(.yearOnYear) ?? false || isSetBeside(index) || isBelowOrAbove(index)
      || comparisonCloses(after: index) || explainsBase(at: index)
    let isShort = time.endYear == nil || time.isQuarterOverNewYear && next?.has(.of) ?? false
    let opensSince = isShort && previous?.has(.from) ?? false && opensSince(index, time)
    if opensSince { time.isSince = true }
    let isStart = previous?.has(.from) ?? false && !time.isSince && isShort
    if next?.has(.of) ?? false, block.tokens[max(index, 1) - 1].punctuation == .enumeration, let base,
      block.clauseStart[base.token] == block.clauseStart[index]
    {
      // 由2021年的38.6%、2022年的44.2%升至…: a further base.
      self.base = (time, index, base.isStart)
      return
    }
    if time.isBase || isCompared || isStart {
      base = (time, index, isStart)
      return
    }
    // 恢复至2019年的128.4% measures by that year, 恢复至2023年的36万人 reaches its level.
    let isMeasure =
      index > 0 && recovers(at: index - 1) && index + 2 < block.tokens.count
      && [.percent, .tenths].contains(block.tokens[index + 2].quantity?.kind) && isMeasuredAgainst(index)
    if endsMovement(at: index), !isMeasure {
      base = (time, index, true)
      // 升到如今的四成半: what follows is of now as well.
      if !time.isNow { return }
    }
    if !time.isNow, isMeasuredAgainst(index) {
      base = (time, index, false)
      return
    }
    if let previous, previous.has(.preposition), block.reads(index - 1, "于"), !hasFigure { return }
    if next?.has(.of) ?? false, block.reads(index - 1, "于") { return }
    if isSuperlative(after: index, time) || isAttribute(at: index) { return }
    // 公布截至6月30日止六个月业绩，收入4.41亿元: a clause that only makes known.
    let isBare =
      !hasFigure || !(block.clauseStart[index]..<min(block.clauseEnd[index], block.clauseStart[index] + 60)).contains { figures[$0] }
    if isBare, case .absolute = time.year, let month = reportMonth(after: index) {
      // 公布2024年半年报。: of what follows.
      if month < 12, time.part == .whole { time.part = .months(1, month) }
      mentions.append(
        .time(TimeMention(time: time, words: block.string(index..<(index + 1)), clause: block.clauseStart[index], opensClause: true)))
      return
    }
    if isBare, isAnnounced(index) || isOfReport(index), !time.isNow {
      if case .months(1, 12) = time.part { time.part = .whole }
      mentions.append(
        .time(TimeMention(time: time, words: block.string(index..<(index + 1)), clause: block.clauseStart[index], opensClause: true)))
      return
    }
    if block.clauseStart[index] != index, !opensClause(index), !opensSince, !isLabel(index), !isOfSubject(index, time),
      !hasFigure || !(block.clauseStart[index]..<min(block.clauseEnd[index], index + 60)).contains(where: { figures[$0] })
    {
      return
    }
    if time.lastYears != nil, !opensClause(index), !(index..<min(block.clauseEnd[index], index + 30)).contains(where: { figures[$0] }) {
      return
    }
    if base?.token != index { base = nil }
    var mention = TimeMention(
      time: time, words: block.string(index..<(index + 1)), clause: clauseOfFigure(behind: index), opensClause: opensClause(index))
    mention.opensSentence = !(max(sentence.lowerBound, index - 60)..<index).contains { figures[$0] }
    mention.isOfTarget = isOfTarget(index)
    mention.holdsForSentence = isOfRanking(index) || opensSince
    mention.isContrast = index > 0 && block.reads(index - 1, "而")
    mention.isOfBase = !mention.opensSentence && isOfBase(time, at: index)
    mention.isNearPlan = (max(block.clauseStart[index], index - 20)..<min(block.clauseEnd[index], index + 20)).contains {
      block.tokens[$0].has(.plan) && !prose.facts.estimates.contains(block.plain($0..<($0 + 1)))
    }
    mention.otherParts = otherParts(index)
    // 1—10月平均，…: of its sentence, after what a month told.
    if let next, prose.facts.onAverage.contains(block.plain((index + 1)..<(index + 2))), next.range.count == 2, time.isPartOnly {
      mention.time.isAlone = true
    }
    // 单看第四季度: of its sentence.
    if index - block.clauseStart[index] < 3, prose.times.singledOut.contains(block.plain(block.clauseStart[index]..<index)) {
      mention.time.isAlone = true
    }
    mentions.append(.time(mention))
  }

  /// 自2013年整体上市以来: what began in the year stands between it and 以来.
  private func opensSince(_ index: Int, _ time: TimeExpression) -> Bool {
    guard case .absolute = time.year, time.part == .whole, index - block.clauseStart[index] <= 2 else { return false }
    // 自2019年以来，累计办理1200件; a run since then is of now.
    if time.isSince { return !sentence.contains { block.tokens[$0].has(.unbroken) } }
    let rest = (index + 1)..<min(block.clauseEnd[index], index + 10)
    guard
      let end = rest.first(where: { at in
        figures[at] || block.tokens[at].time != nil || prose.times.sinceEnds.contains { block.plain(at..<(at + 1)).hasSuffix($0) }
      })
    else { return false }
    return prose.times.sinceEnds.contains { block.plain(end..<(end + 1)).hasSuffix($0) }
  }

  /// 7月零售量的修订估计，较去年同月上升14.2%: the clause of the figure that a time is told for, past the border right behind its own.
  private func clauseOfFigure(behind index: Int) -> Int {
    let own = block.clauseStart[index]
    let end = block.clauseEnd[index]
    guard opensClause(index), !(own..<min(end, own + 60)).contains(where: { figures[$0] }), end + 1 < sentence.upperBound,
      block.tokens[end].punctuation == .comma,
      case let next = (end + 1)..<min(block.clauseEnd[end + 1], end + 40), next.contains(where: { figures[$0] }),
      !next.contains(where: { block.tokens[$0].time.map { !$0.isBase && !$0.isEmpty && $0.year != .relative(-1) } ?? false })
    else { return own }
    return block.clauseStart[end + 1]
  }

  /// 沪市公司二季度业绩重拾上升轨道，营业收入环比增长4.9%: a part of the year right behind the subject that opens the sentence, of what follows.
  private func isOfSubject(_ index: Int, _ time: TimeExpression) -> Bool {
    guard time.isPartOnly, !time.isStock, case .months(let first, let last) = time.part, last - first >= 2,
      case let start = block.clauseStart[index], index - start <= 4, !(sentence.lowerBound..<index).contains(where: { figures[$0] })
    else { return false }
    return (start..<index).allSatisfy {
      block.tokens[$0].place != nil || block.tokens[$0].has([.selfName, .body, .group])
        || language.measures.markets.contains(block.plain($0..<($0 + 1)))
    }
  }

  /// 排名“2023年全球银行1000强”榜单第115位: the year of a list by its name is that of its sentence.
  private func isOfRanking(_ index: Int) -> Bool {
    guard index > sentence.lowerBound, block.tokens[index - 1].punctuation == .quoteOpen,
      let close = ((index + 1)..<min(index + 24, sentence.upperBound)).first(where: { block.tokens[$0].punctuation == .quoteClose })
    else { return false }
    let (name, behind) = (block.plain(index..<close), block.plain((close + 1)..<min(close + 3, block.tokens.count)))
    return language.measures.rankings.contains { name.hasSuffix($0) || behind.hasPrefix($0) }
  }

  /// Whether the sentence measured a figure before by an earlier year or by the time before an epidemic, of which this year is one.
  private func isOfBase(_ time: TimeExpression, at index: Int) -> Bool {
    guard case .absolute(let year) = time.year, time.endYear == nil, !time.isStock || time.isBase else { return false }
    return (max(sentence.lowerBound, index - 60)..<index).contains { at in
      if case .absolute(let base)? = block.tokens[at].time?.year, base == year { return true }
      let words = block.plain(at..<min(at + 2, index))
      return language.measures.epochs.contains { words.hasPrefix($0) }
    }
  }

  /// 通报了今年前5个月空气质量情况: a time between a verb by which figures are made known and what is made known.
  private func isAnnounced(_ index: Int) -> Bool {
    guard
      (max(block.clauseStart[index], index - 3)..<index).contains(where: { endsIn(language.measures.announcing, $0) })
    else { return false }
    let rest = block.plain((index + 1)..<min(block.clauseEnd[index], index + 14))
    return language.measures.announced.contains { word in
      rest.hasSuffix(word) || prose.times.occasions.contains { rest.hasSuffix(word + $0) }
    }
  }

  /// 澜桥国际2023年全年业绩：: a year, what it is told in, and nothing more up to the colon.
  private func isOfReport(_ index: Int) -> Bool {
    let end = block.clauseEnd[index]
    guard end < block.tokens.count, block.tokens[end].punctuation == .colon, index - block.clauseStart[index] < 4, end - index < 4 else {
      return false
    }
    let rest = block.plain((index + 1)..<end)
    return language.measures.announced.contains(rest) || language.measures.reports.contains { $0.name == rest }
  }

  /// 发布, or a name that it stands right behind, which no list has: 河阳光电发布.
  private func endsIn(_ verbs: Set<String>, _ index: Int) -> Bool {
    let words = block.plain(index..<(index + 1))
    return verbs.contains(words) || block.tokens[index].kind == .text && verbs.contains { words.hasSuffix($0) }
  }

  /// The month of the year up to which a report tells that a verb of publishing and its year stand before: 发布2024年年度报告.
  private func reportMonth(after index: Int) -> Int? {
    guard
      (max(sentence.lowerBound, index - 4)..<index).contains(where: {
        endsIn(language.measures.publishing, $0) || endsIn(prose.times.disclosing, $0)
      })
    else { return nil }
    let behind = block.plain((index + 1)..<min(index + 4, sentence.upperBound))
    // 2024年半年 is a time of its own.
    if behind.hasPrefix("报"), block.tokens[index].time?.part != .whole { return 6 }
    return language.measures.reports.first { behind.hasPrefix($0.name) }?.month
  }

  /// 香港，2026年11月12日——: where and when a text was written.
  private func isOfDateline(_ index: Int) -> Bool {
    guard index < 4, index + 1 < block.tokens.count, block.tokens[index + 1].punctuation == .dash,
      block.plain(index..<(index + 1)).hasSuffix("日")
    else { return false }
    return block.tokens[..<index].allSatisfy { $0.place != nil || $0.punctuation == .comma || $0.punctuation == .open || $0.kind == .text }
  }

  /// 与上年大体相当, 环比6月: a time behind 与 in a clause without a figure behind it is what the clause compares with.
  func isSetBeside(_ index: Int) -> Bool {
    guard index > block.clauseStart[index], block.reads(index - 1, oneOf: prose.clauses.joints),
      index + 1 < block.clauseEnd[index]
    else { return false }
    let rest = (index + 1)..<min(block.clauseEnd[index], index + 6)
    // 与上半年回落0.2个百分点
    if block.tokens[index + 1].has([.rise, .fall]) { return true }
    return !rest.contains { figures[$0] } && language.measures.alike.contains { block.plain(rest).hasSuffix($0) }
  }

  /// 远帆重工2024年年度报告: the one year of a line without figures and without a stop.
  private func isLabel(_ index: Int) -> Bool {
    guard block.sentences.count == 1, block.tokens.count < 40, block.tokens.last?.punctuation != .stop,
      case .absolute? = block.tokens[index].time?.year
    else { return false }
    return !block.tokens.contains { $0.punctuation == .comma || $0.punctuation == .colon }
      && block.tokens.indices.allSatisfy { !figures[$0] && (block.tokens[$0].time == nil || $0 == index) }
  }

  /// 402件，低于2023年同季的437件: what stands behind is the base, and 低于 no bound of it.
  func isBelowOrAbove(_ index: Int) -> Bool {
    guard index > block.clauseStart[index], index + 1 < block.tokens.count,
      block.tokens[index + 1].has(.of) || block.tokens[index + 1].time != nil || isDistanceFrom(index)
    else { return false }
    return language.measures.distances.contains(block.plain((index - 1)..<index))
  }

  /// 少于2019年同期3.5天: right behind the time by how much, and 低于 no bound.
  func isDistanceFrom(_ index: Int) -> Bool {
    guard let time = block.tokens[index].time, time.isBase || time.isEmpty || time.year == .relative(-1) || time.monthOffset != nil,
      index + 1 < block.tokens.count,
      let quantity = block.tokens[index + 1].quantity, !quantity.isOrdinal, index > 0
    else { return false }
    return language.measures.distances.contains(block.plain((index - 1)..<index))
  }

  /// 7月沿海货物吞吐量为…，1—7月累计为…；内河货物吞吐量为…，1—7月累计为…: behind the semicolon the month that the first part began with is told
  /// again, as long as it names the months up to it again.
  mutating func restartTime(behind semicolon: Int) {
    let told = mentions.compactMap { if case .time(let time) = $0 { time } else { nil } }
    guard let first = told.first, let last = told.last, case .months(let month, let lastMonth) = first.time.part, month == lastMonth,
      case .months(1, month) = last.time.part, month > 1
    else { return }
    let end = ((semicolon + 1)..<sentence.upperBound).first { block.tokens[$0].punctuation == .semicolon } ?? sentence.upperBound
    let rest = (semicolon + 1)..<end
    guard let figure = rest.first(where: { figures[$0] }),
      let time = rest.first(where: { block.tokens[$0].time.map { !$0.isEmpty && !$0.isBase } ?? false }),
      time > figure, case .months(1, month)? = block.tokens[time].time?.part
    else { return }
    var again = first
    (again.clause, again.opensClause, again.opensSentence) = (block.clauseStart[min(semicolon + 1, block.tokens.count - 1)], true, false)
    mentions.append(.time(again))
  }

  /// 签署《合作计划（2022—2023年）》，将…24项: the span of a plan is that of what it plans, in its sentence.
  private func planSpan(_ time: TimeExpression, at index: Int) -> TimeMention? {
    guard time.endYear != nil,
      (index..<min(index + 40, sentence.upperBound)).contains(where: {
        block.tokens[$0].has(.plan) || block.plain($0..<($0 + 1)).hasPrefix("将")
      })
    else { return nil }
    return TimeMention(
      time: time, words: block.string(index..<(index + 1)), clause: block.clauseStart[index], opensClause: false, holdsForSentence: true)
  }

  /// 第二、三季度 without 分别: the first of two parts of the year that follow each other.
  private func opensSpan(_ index: Int, _ time: TimeExpression) -> Bool {
    guard index + 2 < sentence.upperBound, block.tokens[index + 1].punctuation == .enumeration, let next = block.tokens[index + 2].time
    else { return false }
    return follows(next, time) && !isShared(index)
  }

  private func spanStart(before index: Int, _ time: TimeExpression) -> Int? {
    guard index - 2 >= sentence.lowerBound, block.tokens[index - 1].punctuation == .enumeration, let before = block.tokens[index - 2].time,
      follows(time, before), !isShared(index), case .months(let first, _) = before.part
    else { return nil }
    return spanStart(before: index - 2, before) ?? first
  }

  private func follows(_ next: TimeExpression, _ time: TimeExpression) -> Bool {
    guard next.isPartOnly, case .months(_, let end) = time.part, case .months(let start, _) = next.part, !next.isStock, !time.isStock else {
      return false
    }
    return start == end + 1
  }

  private func isShared(_ index: Int) -> Bool {
    (index..<min(index + 30, sentence.upperBound)).contains { block.tokens[$0].has(.respectively) }
  }

  /// 是2015年的1.8倍, 是2021年（8人）的3.5倍, 恢复到2019年同期的102.8%, 仅为2022年高峰期的三成: a time whose figure is the measure of another.
  private func isMeasuredAgainst(_ index: Int) -> Bool {
    var at = index + 1
    if at < sentence.upperBound, block.tokens[at].punctuation == .open, block.partner[at] > at { at = block.partner[at] + 1 }
    if let end = ((at + 1)..<(at + 4)).last(where: { $0 <= sentence.upperBound && language.measures.peaks.contains(block.plain(at..<$0)) })
    {
      at = end
    }
    guard at + 1 < sentence.upperBound, block.tokens[at].has(.of) else { return false }
    if isMultiple(at: at + 1) { return true }
    // 2024年的5%: only behind a verb of comparison.
    let before = index > sentence.lowerBound ? block.plain((index - 1)..<index) : ""
    guard prose.times.baseVerbs.contains(where: { before.hasSuffix($0) }) else { return false }
    return block.tokens[at + 1].quantity != nil && figures[at + 1]
  }

  func isMultiple(at index: Int) -> Bool {
    var at = index
    while at < sentence.upperBound, block.tokens[at].word?.before != nil { at += 1 }
    return at < sentence.upperBound && block.tokens[at].quantity?.kind == .times
  }

  private func otherParts(_ index: Int) -> [TimeExpression] {
    sentence.prefix(60).compactMap { other in
      guard other != index, let time = block.tokens[other].time, time.isPartOnly, !time.isEmpty else { return nil }
      return time
    }
  }

  /// 提升到2023年的12.6%: the time between a verb of reaching and the number it belongs to.
  private func endsMovement(at index: Int) -> Bool {
    guard index > sentence.lowerBound, index + 1 < sentence.upperBound, block.tokens[index + 1].has(.of),
      block.tokens[index - 1].has(.reach) || block.reads(index - 1, oneOf: prose.clauses.through) || block.reads(index - 1, "为")
    else { return false }
    return ((index + 2)..<min(index + 5, sentence.upperBound)).contains { figures[$0] }
  }

  /// 相比“十二五”末（2015年）: the bracket says which year the base is.
  private func explainsBase(at index: Int) -> Bool {
    guard let base, index > 1, block.tokens[index - 1].punctuation == .open, index - base.token <= 3, index + 1 < block.tokens.count else {
      return false
    }
    return block.tokens[index + 1].punctuation == .close
  }

  /// 为“十三五”以来最低, 系近五年来首次回落: the span is that of a record.
  private func isSuperlative(after index: Int, _ time: TimeExpression) -> Bool {
    guard time.isSince || time.lastYears != nil else { return false }
    let rest = (index + 1)..<min(max(block.clauseEnd[index], index + 1), index + 8)
    for next in rest where !figures[next] {
      let range = block.tokens[next].range
      if block.written[range].contains("最") || prose.times.firstTimes.contains(block.plain(next..<(next + 1))) { return true }
    }
    return false
  }

  /// 扭转前年的跌势: the time belongs to a noun in the middle of a clause without a figure.
  private func isAttribute(at index: Int) -> Bool {
    // 完成年初预算的47.8%: the budget is of that time, and not what was spent.
    if index + 1 < sentence.upperBound, block.tokens[index + 1].range.lowerBound == block.tokens[index].range.upperBound,
      prose.times.wholes.contains(where: { block.plain(index..<(index + 1)).hasSuffix($0) }),
      language.measures.budgets.contains(where: { block.plain((index + 1)..<(index + 2)).hasPrefix($0) })
    {
      return true
    }
    guard index + 1 < sentence.upperBound, block.tokens[index + 1].has(.of), !opensClause(index) else { return false }
    return !(index..<min(block.clauseEnd[index], index + 40)).contains { figures[$0] }
  }

  /// 提出的到2025年达到12件的目标: the year is that of the target only.
  private func isOfTarget(_ index: Int) -> Bool {
    let rest = (index + 1)..<min(max(block.clauseEnd[index], index + 1), index + 30)
    return rest.contains { block.tokens[$0].has(.of) } && rest.contains { block.ends($0..<($0 + 1), inOneOf: prose.facts.targetNouns) }
  }

  /// 与2021年相比: the word of comparison stands behind the time.
  func comparisonCloses(after index: Int) -> Bool {
    for next in (index + 1)..<min(index + 4, max(sentence.upperBound, index + 1)) where next < sentence.upperBound {
      if block.tokens[next].punctuation != nil || block.tokens[next].quantity != nil || block.tokens[next].time != nil { return false }
      if block.tokens[next].has(.compare) {
        return prose.times.closingComparisons.contains(block.plain(next..<(next + 1)))
      }
    }
    return false
  }

  /// Only markers, places and adverbs stand before the time in its clause.
  func opensClause(_ index: Int) -> Bool {
    index - block.clauseStart[index] < 3 && language.measures.entering.contains(block.plain(block.clauseStart[index]..<index))
      || index - block.clauseStart[index] < 20
        && block.tokens[block.clauseStart[index]..<index].allSatisfy { token in
          token.place != nil || token.time != nil || token.punctuation != nil
            || token.has([.marker, .adverb, .conjunction, .within, .selfName])
            || language.measures.entering.contains(String(scalars: block.written[token.range]))
            || token.range.count == 1 && "在于於至到截".unicodeScalars.contains(block.written[token.range.lowerBound])
        }
      || isSummed(index)
  }

  /// 以2025年首10个月合并计算: a time that what follows is summed over.
  private func isSummed(_ index: Int) -> Bool {
    index == block.clauseStart[index] + 1 && ["以", "按", "就"].contains(where: { block.reads(index - 1, $0) })
      && prose.clauses.reckoned.contains {
        block.plain((index + 1)..<min(index + 4, block.tokens.count)).hasPrefix($0)
      }
  }

  private func isFromTime(_ index: Int) -> Bool { index > 0 && block.tokens[index - 1].has(.from) }

  /// Gives a statement the base of comparison or the end of a movement named right before its number.
  func bindTime(to statement: inout Statement, at index: Int) {
    guard let base else { return }
    let words = block.string(base.token..<(base.token + 1))
    if startsMovement(at: index) {
      statement.ownTime = OwnTime(time: base.time, words: words)
      return
    }
    let isBase = !base.isStart || base.time.isBase || block.plain(base.token..<(base.token + 1)).hasPrefix("上")
    let isPosition = block.tokens[index].quantity?.isOrdinal ?? false
    guard base.token < index, index - base.token < 16, block.tokens[index].quantity?.kind != .times,
      !block.tokens[(base.token + 1)..<index].contains(where: { $0.has([.rise, .fall]) }) || isFromTime(base.token),
      block.tokens[(base.token + 1)..<index].allSatisfy({
        isPosition && $0.place != nil || base.time.isBase && $0.punctuation == .colon
          || $0.has([.of, .predicate, .adverb, .done, .rise, .fall]) || $0.word?.before != nil
          || $0.word?.classes.contains(.noun) ?? ($0.kind == .text)
      })
    else { return }
    statement.ownTime = OwnTime(time: base.time, words: words, isBase: isBase)
    if !base.isStart { statement.role = .base }
  }

  /// 较上年末…，由第12位前移: the position a movement starts from, in a sentence that named what it compares with.
  private func startsMovement(at index: Int) -> Bool {
    guard block.tokens[index].quantity?.isOrdinal ?? false else { return false }
    return (max(block.clauseStart[index], index - 2)..<index).contains {
      block.tokens[$0].has(.from) && $0 + 1 < block.tokens.count && block.tokens[$0 + 1].time == nil
    }
  }
}
