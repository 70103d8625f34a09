import Articles
import Indicators

/// When a figure is: what the statement says, the period of the figure it goes on from, else the one that holds.
extension Interpreter {
  func period(of statement: Statement, named name: String) -> (Worded<Period>?, String?) {
    if let year = times.beforeStock, times.local?.clause != statement.clause, statement.ownTime == nil, !statement.isCumulative,
      statement.construction == "change.rate" || !measures.stocks.contains(where: { name.simplifiedForm.contains($0) })
    {
      // 审结4万件；截至年底未结7318件。新收的…: the date told in passing holds on only for what stands at a date.
      return (year, "text")
    }
    if times.isStockFromBefore || times.clauseOfYearEnd >= 0 && times.clauseOfYearEnd != statement.clause,
      statement.ownTime == nil, let standing = times.standing,
      measures.flows.contains(where: { name.simplifiedForm.contains($0) })
    {
      // 年末企业97家。增加值增长7.1%: what flows through a year is of the year, whose end was told before.
      return (Worded(value: Period(year: standing.value.end.year), words: standing.words), "text")
    }
    if times.isDateFromBefore, statement.ownTime == nil, let flowing = times.flowing,
      measures.flows.contains(where: { name.simplifiedForm.contains($0) }),
      !measures.stocks.contains(where: { name.simplifiedForm.contains($0) })
    {
      // 上半年…。6月末，存款余额…。人均可支配收入…: what flows is of the half year.
      return (flowing, "text")
    }
    if statement.ownTime == nil, let year = yearOfSpan(statement) { return (year, "list") }
    if let own = statement.ownTime {
      // 从2022年的118天压缩至去年的86天: the end of a movement is no base.
      let isBase = own.isBase && statement.role != .movementEnd
      let period = isBase ? times.basePeriod(own.time) : times.period(of: inYearOfStart(own.time, statement))
      if var period {
        // after a fall of 0.3% in December, told in March: no fact is of a month to come.
        if modality == nil, own.time.year == .inherited, statement.construction.hasPrefix("english."), let past = times.past(of: period) {
          period = past
        }
        return (Worded(value: period, words: own.words.isEmpty ? "\(period)" : own.words), own.isBase ? "comparison" : "list")
      }
    }
    if let index = statement.continues, draftOf.indices.contains(index), let before = draftOf[index], statement.role == .main,
      statement.ownTime == nil,
      statement.construction.hasPrefix("list")
    {
      return (drafts[before].period, drafts[before].periodFrame)
    }
    if statement.kind == .change, statement.basis == .averageAnnual, statement.ownTime == nil, let since = times.sinceTold,
      times.standing.map({ $0.value.start.year == $0.value.end.year }) ?? true
    {
      // 自2014年以来，…。其中，建筑业年均增长29.2%: an average of years, of those from the origin on.
      return (since, "paragraph")
    }
    guard let standing = times.standing(inClause: statement.clause) else { return (nil, nil) }
    let span = standing.value
    if statement.kind == .change, span.start.year < span.end.year, span.start.month == nil {
      switch statement.basis {
      case .yearOnYear, .monthOnMonth, .periodOnPeriod, .quarterOnQuarter:
        if let reporting = times.reportingYear(under: span) { return (reporting, "document") }
      default: break
      }
    }
    // 翻了近三番 after 增长到2023年的…: of the period that the movement reached.
    if statement.basis == .averageAnnual, let ends = movement, let start = ends.start, let end = ends.end,
      span.start.year == span.end.year || movementSentence == firstOfSentence
    {
      return (Worded(value: Period(start.value.start, end.value.end), words: start.words), "paragraph")
    }
    // …从7690件增加到8180件，四季度增长12.8%: the quarter said since is the change's own.
    if statement.kind == .change, statement.basis != .averageAnnual, statement.head.isOpen, !partIsSaid,
      let before = statements.indices.dropLast().last, statements[before].role == .movementEnd,
      let index = draftOf[before], index >= firstOfSentence
    {
      return (drafts[index].period, drafts[index].periodFrame)
    }
    if let ends = movement, statement.role == .movementStart || statement.role == .movementEnd {
      let end = statement.role == .movementStart ? ends.start : ends.end
      if let end { return (end, "paragraph") }
    }
    if statement.role == .movementStart, !statement.construction.hasPrefix("english."), span.start.year == span.end.year, !span.isOpen,
      bases.isYearly
    {
      // 收入增长15.8%，毛利率由26.9%上升至28.1%: beside comparisons with the year before it starts from there.
      let before = Period(
        .init(year: span.start.year - 1, month: span.start.month), .init(year: span.end.year - 1, month: span.end.month))
      return (Worded(value: before, words: standing.words), "paragraph")
    }
    // 经济总量稳居第三 after a movement under a span: of the period reached.
    if span.start.year < span.end.year, movementSentence == firstOfSentence, statement.role == .main, let end = movement?.end {
      return (end, "sentence")
    }
    // Both ends of a movement under a span take the span's ends; 2025-26 in English is one year of business, and no span.
    let isBusinessYear = statement.construction.hasPrefix("english.") && span.end.year == span.start.year + 1
    // Three months over the turn of a year are one time, as a moving quarter is.
    if span.start.year < span.end.year, !isBusinessYear, span.start.month == nil || span.months > 3 {
      if statement.role == .movementStart { return (Worded(value: Period(span.start, span.start), words: standing.words), "text") }
      if statement.role == .movementEnd { return (Worded(value: Period(span.end, span.end), words: standing.words), "text") }
    }
    return (standing, standing.words == dateOfTheArticle ? "document" : "text")
  }

  /// 2021至2023年…。移送线索分别为280件、401件、484件: each of as many figures as the span that holds has years is of its year, and so is the
  /// change of one.
  private func yearOfSpan(_ statement: Statement) -> Worded<Period>? {
    var told = statement.yearOfSpan
    if told == nil, statement.kind == .change, case .same(let level) = statement.head, statements.indices.contains(level) {
      told = statements[level].yearOfSpan
    }
    guard let told, let standing = times.standing else { return nil }
    if told.isOfRun {
      let span = standing.value
      guard span.start.month == nil else { return nil }
      let first = span.start.year < span.end.year ? span.start.year : span.start.year - told.count + 1
      guard first + told.count - 1 <= span.end.year else { return nil }
      return Worded(value: Period(year: first + told.position), words: standing.words)
    }
    // 2023年上升1.1倍。提起公诉分别为…: the last year of the span, told aside.
    let isLastOfSpan = times.toldSpan.map { standing.value == Period(year: $0.end.year) } ?? false
    guard let span = isLastOfSpan ? times.toldSpan : standing.value, span.start.month == nil, !span.isOpen,
      span.end.year - span.start.year + 1 == told.count
    else { return nil }
    return Worded(value: Period(year: span.start.year + told.position), words: standing.words)
  }

  /// 由2022年第三季度的3.9%降至第四季度的3.5%: the end of a movement is of the year of its start, or of the next where it would come before it.
  private func inYearOfStart(_ time: TimeExpression, _ statement: Statement) -> TimeExpression {
    guard statement.role == .movementEnd, movementSentence == firstOfSentence, time.year == .inherited, time.part != .whole,
      let start = movement?.start?.value, start.start.month != nil
    else { return time }
    var copy = time
    copy.year = .absolute(start.end.year)
    if let period = times.period(of: copy), period.start < start.start { copy.year = .absolute(start.end.year + 1) }
    return copy
  }
}
