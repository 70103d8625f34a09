import Articles
import Indicators

/// Which period a figure is of, by scope: the document's own date; the reporting period that its title names; the period
/// said last, which holds until another is said; one that holds in its clause only.
///
/// The base of a comparison, the ends of a movement and the members of a list of times bind to their own figures
/// (``Statement/ownTime``) and set nothing here. A year to come ends with its sentence, 目前 and a date just past with their
/// paragraph.
struct TimeFrame {
  /// The article's own year; nil when neither its date nor its text tells.
  let year: Int?
  let month: Int?
  let hasDate: Bool
  /// The year or span that the title tells of.
  private(set) var reporting: Period?
  /// Whether the text below the title has told of it.
  private var reportingIsTold = false
  /// The period that holds, and the words that set it.
  private(set) var current: Worded<Period>?
  /// The period that holds is a date: 截至2022年底.
  private(set) var isStock = false
  /// The period that holds is the end of a year that an earlier sentence told.
  private(set) var isStockFromBefore = false
  /// The part of the year that held before a date at its end: 上半年 before 6月末; nil where another period or date holds.
  private(set) var flowing: Worded<Period>?
  /// The period that holds is a date that an earlier sentence told.
  private(set) var isDateFromBefore = false
  /// The period that held before the date of a stock that was told in a later clause, behind figures of that period.
  private var periodAside: Worded<Period>?
  /// The clause that told the end of a year which holds; -1 where another period does.
  private(set) var clauseOfYearEnd = -1
  /// What such a date or month told of, which ended with the sentence before.
  private var endedAside: Held?
  /// What holds again after a sentence that went on with it.
  private var reentered: Held?
  /// What held before 期末 or 8月当月, a date or month that holds for its sentence only.
  private var beforeEnd: Held?
  /// The period that held before such a date, where an earlier sentence told it.
  private(set) var beforeStock: Worded<Period>?
  /// Whether a year was said in the text (not only in the date line).
  private(set) var isSaid = false
  /// A period that holds in one clause only.
  private(set) var local: (period: Worded<Period>, clause: Int)?
  /// Whether an earlier clause of the sentence named a period.
  private(set) var isDated = false

  /// The document tells how prices or wages moved: 12 months to September are a comparison of September with the one before.
  var comparesMonths = false
  /// How many months later than those of calendar years the quarters of the business year end, -6 to 5.
  var businessShift = 0
  /// The same of parts of years that go by the name of a business year: fiscal 2027 may begin in May 2026.
  var fiscalShift: Int?

  /// The part of a business year that the text told first by its name, and no date with it.
  private var fiscalTold: (year: Int, lastMonth: Int)?

  /// The first stretch of time that the document told of, longer than a month.
  var firstSpan: Period?

  /// The period said first in the paragraph.
  private var firstOfParagraph: Worded<Period>?
  /// Whether the paragraph has told a figure, and whether it had before ``firstOfParagraph``.
  var followsFigure = false
  private var firstFollowsFigure = false

  // What is put back when a scope ends.
  private var atParagraph: Held?
  private var beforeAside: Held?
  private var atSentence: Held?
  private var saidNow = false
  private var isOfSentence = false

  private struct Held {
    var current: Worded<Period>?
    var isSaid: Bool
    var isStock: Bool
  }
  /// What held before each bracket that is open.
  private var beforeBrackets: [Held] = []

  mutating func enterBracket() { beforeBrackets.append(held) }

  /// 相当于2020年的2.3倍（2020年为1005家）: the time of a figure told in brackets ends with them.
  mutating func leaveBracket(hasFigure: Bool) {
    guard let before = beforeBrackets.popLast(), hasFigure, before.current != nil else { return }
    restore(before)
  }

  private var held: Held { Held(current: current, isSaid: isSaid, isStock: isStock) }
  private mutating func restore(_ before: Held) {
    current = before.current
    isSaid = before.isSaid
    isStock = before.isStock
  }

  /// The year an article speaks from: its date, else the latest year of its text that is not clearly to come.
  init(date: PublicationDate?, years: [Int]) {
    year = date?.year ?? years.max()
    hasDate = date != nil
    month = date?.month
  }

  // MARK: Where frames begin and end

  mutating func enterParagraph() {
    sinceTold = nil
    if let beforeStock { current = beforeStock }
    if beforeStock != nil { isStock = false }
    beforeStock = nil
    atParagraph = held
    endedAside = nil
    beforeAside = nil
    firstOfParagraph = nil
    flowing = nil
    saidNow = false
  }

  /// - Parameter continues: the sentence opens with 其中, and is of the time of the one before.
  mutating func enterSentence(continues: Bool) {
    if continues, let endedAside {
      reentered = held
      restore(endedAside)
    } else {
      reentered = nil
    }
    clauseOfYearEnd = -1
    isStockFromBefore = isStock && current.map { $0.value.start == $0.value.end && $0.value.end.month == 12 } ?? false
    isDateFromBefore = isStock
    if !isStock { flowing = nil }
    periodAside = nil
    beforeBrackets = []
    beforeEnd = nil
    atSentence = held
    isDated = false
    isOfSentence = false
    local = nil
  }

  /// 分季度看，一季度…，二季度…: the times of the sentence end with it.
  mutating func holdForSentence() { isOfSentence = true }

  /// 自2014年以来: the span from an origin that the paragraph told of.
  private(set) var sinceTold: Worded<Period>?

  /// The span of whole years that the text told of last: 2013年至2017年.
  private(set) var toldSpan: Period?

  private mutating func note(span time: TimeExpression) {
    guard case .absolute(let first) = time.year, case .absolute(let last)? = time.endYear, time.part == .whole, last > first else { return }
    toldSpan = Period(.init(year: first), .init(year: last))
  }

  /// - Parameters:
  ///   - isPlanned: the sentence plans without a figure, so that its year to come says nothing of what follows.
  ///   - movesWithinSpan: 十年来，…从2015年的…增长至2023年的…: the years of a movement stand inside the span, which goes on.
  mutating func leaveSentence(isPlanned: Bool, movesWithinSpan: Bool) {
    guard let before = atSentence else { return }
    endedAside = nil
    if isOfSentence {
      restore(before)
    } else if let beforeEnd {
      // 10月…。1至10月平均…。其中…: under the title's month the months up to it are told in passing.
      let isSumAside = reporting != nil && beforeEnd.current?.value == reporting && current?.value.months ?? 0 > reporting?.months ?? 0
      endedAside = isSumAside ? nil : held
      restore(beforeEnd)
    } else if let reentered {
      restore(reentered)
    }
    reentered = nil
    if let periodAside { beforeStock = periodAside }
    if isAhead(isPlanned) || movesWithinSpan && staysInside(before.current?.value) { restore(before) }
  }

  /// A heading that names no year of its own leaves none behind, but the title's is the reporting period.
  mutating func leaveParagraph(isHeading: Bool, isTitle: Bool) {
    if isTitle, reporting == nil, isSaid {
      // 3月…减少3.28%，首季增加0.78%: what the title tells of first.
      if let firstOfParagraph, firstOfParagraph.value != current?.value, firstOfParagraph.value.months < 12 { current = firstOfParagraph }
      reporting = current?.value
    }
    if let before = atParagraph, saidNow || isHeading && before.isSaid {
      restore(before)
    } else if let beforeAside {
      restore(beforeAside)
    } else if !isHeading {
      returnToLonger()
    }
  }

  /// A month, or a date of a stock, inside the period that held before ends with its paragraph: 9月当月 after 前三季度,
  /// 年末 after 2023年.
  private mutating func returnToLonger() {
    if let reporting, isSaid, reporting.start.month != nil, firstOfParagraph?.value == reporting, current?.value != reporting {
      // A paragraph that opened with the period of the title leaves it to the next.
      current = firstOfParagraph
      isStock = false
      return
    }
    guard let now = current, isSaid, now.value.start.month != nil else { return }
    if let reporting, let before = atParagraph?.current, before.value == reporting, firstFollowsFigure, reporting.months < now.value.months,
      reporting.end == now.value.end
    {
      // 营业额3938亿元，年减2.2%；累计今年前9月…: behind figures of the title's month the months up to it end with their paragraph.
      current = before
      isStock = false
      return
    }
    if let reporting, !reportingIsTold, now.value.months == 1, reporting.months > 1, reporting.end == now.value.end,
      firstOfParagraph?.value == now.value, !isStock
    {
      // 前10月用电量增长7.6% in the title, and 10月份，全社会用电量… first: the month goes on until the text tells of the months up to it.
      return
    }
    var before = atParagraph.flatMap { $0.isSaid ? $0.current : nil } ?? firstOfParagraph
    // A year that is not over when the article speaks is no period it reports on, and the days of a festival hold no months.
    let isYearAhead = year.map { before?.value == Period(year: $0) } ?? false && month.map { $0 < 12 } ?? false
    if isYearAhead || before?.value.occasion != nil {
      before = firstOfParagraph.flatMap { $0.value.months > 1 && $0.value != year.map { Period(year: $0) } ? $0 : nil }
    }
    guard let before, before.value != now.value, now.value != reporting, before.value.start.year == before.value.end.year,
      contains(before.value, now.value)
    else { return }
    current = before
    isStock = false
  }

  private func isAhead(_ isPlanned: Bool) -> Bool {
    guard let year, let current else { return false }
    return current.value.end.year > year || current.value.end.year == year && isPlanned
  }

  private func staysInside(_ span: Period?) -> Bool {
    guard let span, span.start.year < span.end.year, let now = current?.value else { return false }
    return now.start.year >= span.start.year && now.end.year <= span.end.year
  }

  /// The period that holds lies in the future of the article.
  var isAheadNow: Bool {
    guard let year, let current else { return false }
    return current.value.end.year > year
  }

  // MARK: What sets them

  mutating func hold(_ mention: TimeMention) {
    note(span: mention.time)
    let time = isForetold(mention) ? mention.time.ofThisYear : mention.time
    if fiscalTold == nil, let fiscal = time.fiscalYear, time.calendarEnd == nil, case .months(_, let last) = time.part {
      fiscalTold = (fiscal, last)
    }
    if let end = time.calendarEnd, case .months(_, let last) = time.part { learnBusinessYear(time, last: last, quarterEnd: end) }
    if time.isNow { saidNow = true }
    if mention.holdsForSentence { isOfSentence = true }
    let isJustPast = isJustPast(mention)
    if time.isStock, beforeAside == nil, isJustPast { beforeAside = held }
    if time.isWholeYear, isSaid, mention.isNearPlan { return }
    guard let told = time.isBase ? basePeriod(time) : period(of: isJustPast ? time.ofThisYear : time) else { return }
    let period = monthsSoFar(of: time, isPlan: mention.isNearPlan) ?? told
    if period == reporting { reportingIsTold = true }
    let worded = Worded(value: period, words: mention.words)
    if time.isSince, period.start.month == nil, period.start.year < period.end.year { sinceTold = worded }
    if isOfClauseOnly(mention, period) {
      local = (worded, mention.clause)
      return
    }
    if time.isStock, time.isPartOnly, !mention.opensSentence, !isStock,
      current.map({ $0.value.start.year == period.end.year && $0.value.end.year == period.end.year }) ?? false
    {
      // 审结4万件；截至年底未结7318件。: after figures of the year, a date within it holds for its sentence.
      periodAside = current
    }
    let isEnd =
      time.isPeriodEnd
      // 全年6亿人次。春节假期3651万人次。: in a text about a year a festival is told in passing.
      || period.occasion != nil && isSaid && reporting?.occasion == nil
        && (beforeEnd?.current ?? current).map { $0.value.occasion == nil } ?? false
      // 12月接单162.6亿美元；全年累计1748.6亿美元。: the year, told beside the title's month, ends with its sentence.
      || time.isWholeYear && isDuringTitlesMonth(of: period)
      // 近五年平均每宗从168天缩短至131天。单宗最高…: a span told after figures of the year ends with its sentence.
      || time.lastYears != nil && firstOfParagraph != nil && current.map { $0.value.start.year == $0.value.end.year } ?? false
      || isMonthAside(mention, period)
      || time.isSince && period.start.year < period.end.year && current.map { $0.value.start.year == $0.value.end.year } ?? true
      || time.isAlone && firstOfParagraph != nil
        && current.map { $0.value.months > 1 && contains($0.value, period) || contains(period, $0.value) } ?? false
    // 第三季度增长1.2%，第二季度的增幅为0.7%: a part of the year told of to set another beside it holds for its sentence.
    let isSetBeside =
      isDated && current.map { $0.value.months == period.months && period.start.month != nil && precedes(period, $0.value) } ?? false
    if isSetBeside, beforeBrackets.isEmpty {
      local = (worded, mention.clause)
      return
    }
    beforeEnd = isEnd || isSetBeside ? beforeEnd ?? held : nil
    beforeStock = nil
    isStockFromBefore = false
    isDateFromBefore = false
    if !time.isStock {
      flowing = nil
    } else if !isStock, firstOfParagraph != nil, let current, current.value.months > 1, current.value.end == period.end {
      flowing = current
    } else if flowing?.value.end != period.end {
      flowing = nil
    }
    isDated = true
    isStock = time.isStock
    clauseOfYearEnd = time.isStock && period.start == period.end && period.end.month == 12 ? mention.clause : -1
    if firstSpan == nil, !time.isStock, period.months > 1, !period.isOpen { firstSpan = period }
    current = worded
    isSaid = true
    if firstOfParagraph == nil, !mention.holdsForSentence {
      firstOfParagraph = worded
      firstFollowsFigure = followsFigure
    }
  }

  /// A month of the year, which the title names, holds before the year is told.
  private func isDuringTitlesMonth(of period: Period) -> Bool {
    guard let reporting, reporting.months == 1, period.isYear, reporting.end.year == period.end.year else { return false }
    return (beforeEnd?.current ?? current)?.value == reporting && followsFigure
  }

  /// 本年新增 in a report of January to August: the months that it reports on.
  private func monthsSoFar(of time: TimeExpression, isPlan: Bool) -> Period? {
    guard time.year == .relative(0), time.part == .whole, time.endYear == nil, !time.isSince, !time.isNow, !time.isStock,
      time.lastYears == nil,
      time.monthOffset == nil, !isPlan, let reporting, reporting.start.month == 1, reporting.start.year == year,
      reporting.end.year == year, reporting.end.month ?? 12 < 12
    else { return nil }
    return reporting
  }

  /// second quarter of fiscal 2027, ended 31 October 2026: how the business year lies to the calendar. What the title told by it is read
  /// anew.
  private mutating func learnBusinessYear(_ time: TimeExpression, last: Int, quarterEnd: Int) {
    businessShift = (last - quarterEnd + 18) % 12 - 6
    guard let fiscal = time.fiscalYear ?? fiscalPart(ending: quarterEnd), case .absolute(let year) = time.year, fiscalShift == nil else {
      return
    }
    let shift = year * 12 + last - fiscal * 12 - quarterEnd
    guard (-23...12).contains(shift) else { return }
    fiscalShift = shift
    guard let told = reporting else { return }
    if told.start.month != nil {
      reporting = told.shifted(by: shift)
    } else if told == Period(year: fiscal) {
      reporting = Period(.init(year: fiscal, month: 1), .init(year: fiscal, month: 12)).shifted(by: shift)
    }
  }

  /// Second Quarter Fiscal 2024 in the title, above the second quarter ended July 30: the year by which the title tells the same part.
  private func fiscalPart(ending month: Int) -> Int? {
    fiscalTold.flatMap { $0.lastMonth == month ? $0.year : nil }
  }

  /// 6月份，增长11%。 under a title of the half year, which holds: the last month of the span, told in passing.
  private func isMonthAside(_ mention: TimeMention, _ period: Period) -> Bool {
    guard let reporting, !mention.time.isStock, mention.opensClause, period.months == 1, reporting.months > 1, reporting.start.month != nil,
      period.end == reporting.end
    else { return false }
    return firstOfParagraph != nil && current?.value == reporting
  }

  /// 预计12月出口…, told in November: a month right ahead, which no plan means of the year before.
  private func isForetold(_ mention: TimeMention) -> Bool {
    let time = mention.time
    guard mention.isNearPlan, time.isPartOnly, !time.isEmpty, !time.isBase, time.monthsUpTo == nil, case .months(_, let last) = time.part,
      let year, let month, last >= month, last - month <= 3
    else { return false }
    return !isSaid || current.map { $0.value.end.year == year - 1 } ?? true
  }

  private func precedes(_ one: Period, _ other: Period) -> Bool {
    one.end.year < other.start.year || one.end.year == other.start.year && one.end.month ?? 12 < other.start.month ?? 1
  }

  /// Whether a period lies in a longer one of the same year.
  func contains(_ long: Period, _ short: Period) -> Bool {
    long.occasion == nil && long.start.year == short.start.year && long.end.year == short.end.year
      && long.start.month ?? 1 <= short.start.month ?? 1
      && long.end.month ?? 12 >= short.end.month ?? 12
  }

  /// 截至4月末, 一季度 in an article of May that has told of the year before: months just past, in a sentence without a year,
  /// are of the article's own year. A sentence that goes on to later months (一、二季度) tells of the year before.
  private func isJustPast(_ mention: TimeMention) -> Bool {
    !isDated && hasJustPassed(mention.time) && mention.otherParts.allSatisfy { hasJustPassed($0) }
  }

  /// Months from January on, or a date of a stock, that ended within the three months before the article, while an earlier
  /// year holds.
  private func hasJustPassed(_ time: TimeExpression) -> Bool {
    guard time.isPartOnly, !time.isEmpty, case .months(let first, let last) = time.part, first == 1 && last > 1 || time.isStock,
      let year, let month, last < month, month - last <= 3, isSaid, let current
    else { return false }
    return current.value.end.year < year
  }

  /// 三年间 beside a movement, “十四五”以来 or 而“十三五”末 in a later clause of a sentence that has its year.
  private func isOfClauseOnly(_ mention: TimeMention, _ period: Period) -> Bool {
    let time = mention.time
    if time.isBeside, !mention.opensClause { return true }
    if mention.isOfBase, let now = standing?.value, period.end.year < now.start.year { return true }
    if let year, period.end.year > year, mention.isOfTarget { return true }
    // 3月份以来日均装车…, under the first quarter: a stretch of it.
    if time.isPartOnly, mention.words.simplifiedForm.hasSuffix("以来"), let held = current?.value, held.months > 1,
      contains(held, period) || firstOfParagraph?.value == held
    {
      return true
    }
    guard isDated, let now = current?.value else { return false }
    if time.isSince || time.lastYears != nil { return period.start.year < now.start.year }
    return mention.isContrast && period.end.year < now.start.year
  }
}

extension Period {
  /// So many months later; years alone stay.
  func shifted(by months: Int) -> Period {
    guard let first = start.month, let last = end.month else { return self }
    let (from, to) = (start.year * 12 + first - 1 + months, end.year * 12 + last - 1 + months)
    return Period(.init(year: from / 12, month: from % 12 + 1), .init(year: to / 12, month: to % 12 + 1))
  }
}
