import Articles
import Indicators

/// Makes facts of statements: knows the document and nothing of the language.
///
/// What a statement leaves open comes from frames with a stated scope: ``SubjectFrame`` gives the area, ``TimeFrame`` the
/// period, ``TopicFrame`` the name. Mentions set frames as they are met; ends of brackets, sentences, paragraphs and sections
/// put back what held outside.
struct Interpreter {
  /// Those of the paragraph; they are linked by their indices.
  private var drafts: [Draft] = []
  private var subjects: SubjectFrame
  private var times: TimeFrame
  private var topics = TopicFrame()
  private let issuer: String?

  // What holds within a paragraph.
  /// For each statement of the paragraph its draft; nil for one that was dropped.
  private var draftOf: [Int?] = []
  private var names: [String] = []
  /// Index of the last level that may be qualified, and of the level that 其中 opens up.
  private var lastLevel: Int?
  private var whole: Int?
  private var statements: [Statement] = []
  private var isHeading = false
  /// The periods of the movement last told of, which a further one in the paragraph shares.
  private var movementSentence = -1
  private var movement: (start: Worded<Period>?, end: Worded<Period>?)?

  // What holds within a sentence.
  private var sentence: Range<Int> = 0..<0
  private var firstOfSentence = 0
  private var modality: Modality?
  private var basisOfSentence: Basis?
  /// The period of the change that set it.
  private var periodOfBasis: Period?
  /// A part of a whole was told in the sentence.
  private var hasPart = false
  private var isQuoted = false
  /// Whether the document has told a figure.
  private var hasFacts = false
  /// A part of the year stands between the figure before and the one at hand.
  private var partIsSaid = false

  /// What the changes told so far are measured against, in the paragraph and in the document.
  private var basisOfParagraph: Basis?
  private var basisToldLast: Basis?

  /// What changes without a base of their own are measured against, as the document says once for all: 同比（下同）.
  private let basisOfDocument: Basis?

  init(subject: NamedPlace?, body: String?, date: PublicationDate?, years: [Int], places: PlaceNames, basis: Basis? = nil) {
    basisOfDocument = basis
    subjects = SubjectFrame(document: subject, body: body, places: places)
    times = TimeFrame(date: date, years: years)
    issuer = body
  }

  /// - Returns: the facts of the paragraph, linked by their indices.
  mutating func read(_ paragraph: Paragraph, as kind: Article.Block.Kind, level: Int) -> [Draft] {
    isHeading = kind == .heading
    subjects.enterParagraph()
    times.enterParagraph()
    topics.enterParagraph()
    draftOf = []
    names = []
    statements = []
    lastLevel = nil
    whole = nil
    movement = nil
    movementSentence = -1
    basisOfParagraph = nil
    drafts = []
    for body in paragraph.bodies { subjects.note(body: body) }
    for alias in paragraph.aliases { subjects.note(alias: alias.short, of: alias.body) }
    for (index, sentence) in paragraph.sentences.enumerated() {
      subjects.quoted = speaker(ofQuotationIn: sentence, before: index + 1 < paragraph.sentences.count ? paragraph.sentences[index + 1] : nil)
      read(sentence)
    }
    times.leaveParagraph(isHeading: isHeading, isTitle: isHeading && (level < 2 || !hasFacts))
    if isHeading { subjects.leaveHeading(isTitle: level < 2) }
    isQuoted = false
    if !drafts.isEmpty { hasFacts = true }
    return drafts
  }

  private mutating func read(_ next: Sentence) {
    sentence = next.range
    firstOfSentence = drafts.count
    modality = nil
    partIsSaid = false
    if !next.continues { basisOfSentence = nil }
    if !next.continues { hasPart = false }
    subjects.enterSentence()
    times.enterSentence()
    topics.enterSentence()
    var isPlanned = false
    for mention in next.mentions {
      switch mention {
      case .subject(let subject): subjects.hold(subject)
      case .topic(let words, let ofActions):
        topics.hold(words)
        if ofActions { topics.ofActions = words }
      case .time(let time):
        isPlanned = isPlanned || time.isNearPlan
        times.hold(time)
        if time.time.isPartOnly, !time.time.isBase { partIsSaid = true }
        if modality != nil, !times.isAheadNow { modality = nil }
      case .bracketOpens: subjects.enterBracket()
      case .bracketCloses: subjects.leaveBracket()
      case .quoteOpens: isQuoted = true
      case .quoteCloses: isQuoted = false
      case .figure(let statement):
        read(statement)
        partIsSaid = false
      }
    }
    linkForward()
    let moves = next.mentions.contains { if case .figure(let statement) = $0 { statement.role == .movementStart } else { false } }
    times.leaveSentence(isPlanned: isPlanned && !next.hasFigure, movesWithinSpan: moves)
  }

  /// “…公司…申请986件。”某公司一位副总裁说: who speaks the quotation that a sentence holds.
  private func speaker(ofQuotationIn sentence: Sentence, before next: Sentence?) -> String? {
    var closes = false
    for mention in sentence.mentions {
      switch mention {
      case .quoteCloses: closes = true
      case .subject(let subject):
        if closes, case .speaker(let body?, _, _) = subject.subject { return body }
      default: break
      }
    }
    guard closes, case .subject(let subject)? = next?.mentions.first, case .speaker(let body?, _, _) = subject.subject else { return nil }
    return body
  }

  // MARK: Statements

  private mutating func read(_ statement: Statement) {
    statements.append(statement)
    let isOfBody = subjects.standing.map { $0.place == nil } ?? false
    var (name, nameFrame) = topics.resolve(
      statement.head, kind: statement.kind, unit: statement.unit, names: names,
      namesSubject: statement.namesSubject || isOfBody && statement.head.words.map { Self.accounts.contains($0.simplifiedForm) } ?? false)
    if statement.isPart || isWithin(statement) { hasPart = true }
    var isTradePart = false
    if case .action(let words, _) = statement.head, hasPart, let whole, let part = topics.part(words, of: drafts[whole].name) {
      (name, nameFrame, isTradePart) = (part, "topic", true)
    }
    if case .own(let words) = statement.head {
      if let completed = topics.completed(words, kind: statement.kind, unit: statement.unit) {
        (name, nameFrame) = (completed, "topic")
      } else if hasPart, let whole, let part = topics.part(words, of: drafts[whole].name) {
        (name, nameFrame, isTradePart) = (part, "topic", true)
      }
    }
    name = subjects.withoutBody(name)
    names.append(name)
    guard !(statement.needsName && name.isEmpty && subjects.standing?.place == nil && statement.owner == nil) || !name.isEmpty else {
      draftOf.append(nil)
      return
    }
    if statement.needsName, name.isEmpty {
      draftOf.append(nil)
      return
    }
    let area = area(of: statement)
    let (period, periodFrame) = period(of: statement, named: name.simplifiedForm)
    if let said = statement.modality { modality = said }
    var draft = Draft(
      kind: statement.kind, name: name, nameWords: name.isEmpty ? nil : name, nameFrame: nameFrame, number: statement.number, unit: statement.unit,
      qualifier: statement.qualifier, area: area.name, areaFrame: area.frame, period: period, periodFrame: periodFrame,
      scope: statement.scope ?? wholeOfPart(statement), status: status(area: area.name?.value), rule: statement.construction, range: statement.range,
      sentence: sentence, form: statement.form)
    draft.areaCode = area.code
    if nameFrame == "topic" { draft.topic = topics.name }
    draft.confidence = confidence(nameFrame: nameFrame, isEmpty: name.isEmpty)
    draft.qualifierWord = statement.qualifierWord
    draft.isAtConstantPrices = statement.isAtConstantPrices
    draft.isOfGrowth = statement.isOfGrowth && statement.kind != .level && statement.kind != .change
    draft.since = statement.since.flatMap { times.period(of: $0) }.map { Period($0.start, $0.start) }
    if statement.kind == .level, let value = period?.value, value.start == value.end, value.end.month != nil {
      draft.isStock = statement.ownTime?.time.isStock ?? times.isStock || ["有效量", "拥有量", "保有量", "存量", "余额", "累计"].contains { name.contains($0) }
    }
    draft.isHeading = isHeading
    draft.areaIsSaid = statement.owner != nil || subjects.isSaid
    draft.isBase = statement.role == .base || statement.role == .movementStart || statement.role == .conversion
    if statement.ownTime != nil {
      if statement.role == .movementStart { movement = (period, nil) }
      if statement.role == .movementEnd { movement?.end = period }
      if statement.role == .movementStart { movementSentence = firstOfSentence }
      // 从442.5亿元增加到2023年的970.24亿元: the first is of an earlier time, which is not told.
      if statement.role == .movementEnd, let index = statement.continues, statements.indices.contains(index), statements[index].role == .movementStart, statements[index].ownTime == nil, draftOf.indices.contains(index), let start = draftOf[index],
        drafts[start].period == times.standing
      {
        drafts[start].period = nil
        drafts[start].periodFrame = nil
      }
    } else if statement.role == .movementEnd, movement != nil, movement?.end == nil {
      movement?.end = period
    }
    if statement.kind == .change { setBasis(&draft, statement) }
    relate(&draft, statement, isPart: isTradePart)
    draftOf.append(drafts.count)
    drafts.append(draft)
  }

  /// What stands in the accounts of a body, and is its own.
  private static let accounts: Set<String> = ["营收", "营业收入", "收入", "净利润", "利润", "利润总额"]
  /// Verbs of whom an action reaches.
  private static let reaching = ["涉及", "惠及", "受益", "覆盖"]

  /// Whose figure it is, by which frame.
  private struct Area {
    var name: Worded<String>?
    var frame: String?
    var code: String?

    init(name: Worded<String>?, frame: String?, code: String? = nil) {
      self.name = name
      self.frame = frame
      self.code = code
    }
    init(_ subject: SubjectFrame.Subject?) {
      self.init(name: subject?.name, frame: subject?.scope.rawValue, code: subject?.place?.code)
    }
  }

  private func area(of statement: Statement) -> Area {
    // 最高贴息100万元, told by a company: what is granted at most is the grantor's, the place of the document.
    if statement.qualifier == .atMost, statement.owner == nil, subjects.standing?.place == nil, let place = subjects.document, place.place != nil,
      let words = statement.head.words, ["贴息", "补贴", "奖励", "资助", "补助", "奖补"].contains(where: { words.hasSuffix($0) })
    {
      return Area(place)
    }
    switch statement.owner {
    case .place(_, let words) where subjects.standing?.place == nil && subjects.standing?.name.value.hasPrefix(words) ?? false:
      // 东莞 of 东莞光年 is no owner.
      return Area(subjects.standing)
    case .place(let place, let words): return Area(name: Worded(value: place.name, words: words), frame: "clause", code: place.code)
    case .named(let name): return Area(name: Worded(value: name, words: name), frame: "list")
    case .same(let index):
      if draftOf.indices.contains(index), let before = draftOf[index] {
        return Area(name: drafts[before].area, frame: drafts[before].areaFrame, code: drafts[before].areaCode)
      }
      fallthrough
    // 香港、澳门居民573万人次，外国人95万人次: several places together are the subject of their clause and of what goes on without a name.
    case nil where statement.clause != subjects.clause && !statement.head.isOpen: return Area(subjects.standingAlone)
    case nil: return Area(subjects.standing)
    }
  }

  /// Measures of what flows through a period rather than stands at a date.
  private static let flows = ["增加值", "产值", "收入", "支出", "销售", "产量", "投资额", "进出口", "出口", "进口", "利润", "消费", "零售额", "成交额"]

  private static let stocks = ["有效", "拥有", "保有", "存量", "余额", "累计", "注册商标", "在册", "常住", "床位", "存款", "贷款"]

  private func period(of statement: Statement, named name: String) -> (Worded<Period>?, String?) {
    if let year = times.beforeStock, times.local?.clause != statement.clause, statement.ownTime == nil, !statement.isCumulative, statement.construction == "change.rate" || !Self.stocks.contains(where: { name.contains($0) }) {
      // 审结4万件；截至年底未结7318件。新收的…: the date told in passing holds on only for what stands at a date.
      return (year, "text")
    }
    if times.isStockFromBefore, statement.ownTime == nil, let standing = times.standing, Self.flows.contains(where: { name.contains($0) }) {
      // 年末企业97家。增加值增长7.1%: what flows through a year is of the year, whose end was told before.
      return (Worded(value: Period(year: standing.value.end.year), words: standing.words), "text")
    }
    if let own = statement.ownTime {
      // 从2022年的118天压缩至去年的86天: the end of a movement is no base.
      let isBase = own.isBase && statement.role != .movementEnd
      let period = isBase ? times.basePeriod(own.time) : times.period(of: own.time)
      if let period { return (Worded(value: period, words: own.words.isEmpty ? "\(period)" : own.words), own.isBase ? "comparison" : "list") }
    }
    if let index = statement.continues, draftOf.indices.contains(index), let before = draftOf[index], statement.role == .main, statement.ownTime == nil,
      statement.construction.hasPrefix("list")
    {
      return (drafts[before].period, drafts[before].periodFrame)
    }
    guard let standing = times.standing(inClause: statement.clause) else { return (nil, nil) }
    let span = standing.value
    if statement.kind == .change, span.start.year < span.end.year {
      switch statement.basis {
      case .yearOnYear, .monthOnMonth, .periodOnPeriod, .quarterOnQuarter:
        if let reporting = times.reportingYear(under: span) { return (reporting, "document") }
      default: break
      }
    }
    // 翻了近三番 after 增长到2023年的…: of the period that the movement reached.
    if statement.basis == .averageAnnual, let ends = movement, let start = ends.start, let end = ends.end, span.start.year == span.end.year || movementSentence == firstOfSentence {
      return (Worded(value: Period(start.value.start, end.value.end), words: start.words), "paragraph")
    }
    // …从7690件增加到8180件，四季度增长12.8%: the quarter said since is the change's own.
    if statement.kind == .change, statement.basis != .averageAnnual, statement.head.isOpen, !partIsSaid, let before = statements.indices.dropLast().last, statements[before].role == .movementEnd,
      let index = draftOf[before], index >= firstOfSentence
    {
      return (drafts[index].period, drafts[index].periodFrame)
    }
    if let ends = movement, statement.role == .movementStart || statement.role == .movementEnd {
      let end = statement.role == .movementStart ? ends.start : ends.end
      if let end { return (end, "paragraph") }
    }
    // 经济总量稳居第三 after a movement under a span: of the period reached.
    if span.start.year < span.end.year, movementSentence == firstOfSentence, statement.role == .main, let end = movement?.end { return (end, "sentence") }
    // Both ends of a movement under a span take the span's ends.
    if span.start.year < span.end.year {
      if statement.role == .movementStart { return (Worded(value: Period(span.start, span.start), words: standing.words), "text") }
      if statement.role == .movementEnd { return (Worded(value: Period(span.end, span.end), words: standing.words), "text") }
    }
    return (standing, standing.words == dateOfTheArticle ? "document" : "text")
  }

  /// What a change is measured against; against the month or quarter before by the length of its period.
  private mutating func setBasis(_ draft: inout Draft, _ statement: Statement) {
    if let mention = statement.basis {
      draft.basis = basis(mention, period: draft.period?.value)
      draft.basisWords = "clause"
      let isInherited = draft.basis == .yearOnYear || draft.basis == .monthOnMonth || draft.basis == .quarterOnQuarter
      basisOfSentence = isInherited ? draft.basis : nil
      if isInherited { (basisOfParagraph, basisToldLast) = (draft.basis, draft.basis) }
      periodOfBasis = draft.period?.value
    } else if let before = drafts.last, before.isBase, statements.dropLast().last?.role == .base, before.sentence == sentence, before.name == draft.name, let now = draft.period?.value, let then = before.period?.value {
      // 上年同期为7.31亿元，增幅达64.8%: against the level just told of.
      draft.basis = then.end.year == now.end.year - 1 && then.end.month == now.end.month ? .yearOnYear : .period(then)
      draft.basisWords = "sentence"
    } else if statement.construction != "change.distance", statement.construction != "change.position", draft.form != .times, let basis = basisOfSentence, isRelative(draft) || draft.period?.value == periodOfBasis {
      // 比上年增长3%、下降2%: what stands once in a sentence holds for its further changes.
      draft.basis = basis
      draft.basisWords = "sentence"
    } else if let basisOfDocument, draft.basis == nil, draft.form != .times, statement.construction != "change.distance", statement.construction != "change.position" {
      draft.basis = basisOfDocument
      draft.basisWords = "document"
    } else if isGrowth(draft, statement), basisOfParagraph ?? basisToldLast == .yearOnYear {
      // 全年…比上年增长3%。…增长2%: in a report that compares with the year before, growth is growth over it.
      draft.basis = .yearOnYear
      draft.basisWords = "document"
    }
  }

  private func isRelative(_ draft: Draft) -> Bool { draft.unit == "%" || draft.unit == "‰" || draft.unit.contains("点") || draft.unit.contains("點") }

  /// A bare growth of a single year or a part of one, told as a fact of a text that is no heading.
  private func isGrowth(_ draft: Draft, _ statement: Statement) -> Bool {
    guard draft.unit == "%", draft.form == nil, statement.construction != "change.distance", !isHeading, draft.status == .fact, let period = draft.period?.value, !period.isOpen else { return false }
    // Elsewhere than in Chinese reports only what is of whole years.
    if statement.construction.hasPrefix("english."), basisOfParagraph == nil, period.start.month != nil || period.end.month != nil { return false }
    return period.start.year == period.end.year
  }

  private func basis(_ mention: BasisMention, period: Period?) -> Basis? {
    switch mention {
    case .yearOnYear: return .yearOnYear
    case .monthOnMonth: return .monthOnMonth
    case .quarterOnQuarter: return .quarterOnQuarter
    case .averageAnnual: return .averageAnnual
    case .since: return .since
    case .periodOnPeriod:
      guard let period, let first = period.start.month, let last = period.end.month else { return .monthOnMonth }
      return period.start.year == period.end.year && last - first == 2 ? .quarterOnQuarter : .monthOnMonth
    case .yearStart: return period.map { .period(Period(year: $0.end.year - 1, month: 12)) }
    case .against(let time): return times.basePeriod(time).map { named($0, before: period) }
    }
  }

  /// 较2023年, 较2023年同月 of 2024 is the year before, by its number; February 2024 before March the month before, a quarter
  /// before the next the quarter before; other periods stay as stated.
  private func named(_ base: Period, before period: Period?) -> Basis {
    guard let period else { return .period(base) }
    if base.end.year == period.end.year - 1, base.start.year == period.start.year - 1, base.end.month == nil || base.end.month == period.end.month {
      return .yearOnYear
    }
    guard !base.isOpen, !period.isOpen, let first = base.start.month, let next = period.start.month, base.months == period.months else {
      return .period(base)
    }
    switch ((period.start.year - base.start.year) * 12 + next - first, period.months) {
    case (1, 1): return .monthOnMonth
    case (3, 3): return .quarterOnQuarter
    default: return .period(base)
    }
  }

  private func status(area: String?) -> Observation.Status {
    switch modality {
    case .target: return .target
    case .plan: return .plan
    case .forecast: return .forecast
    case nil: if times.isAheadNow { return .plan }
    }
    guard isQuoted else { return .fact }
    return area.map { area in ["公司", "集团", "大学", "学院"].contains { area.hasSuffix($0) } } ?? false ? .claim : .quoted
  }

  /// Below 1 where little speaks for the name: it was said in an earlier sentence, or nowhere.
  private func confidence(nameFrame: String?, isEmpty: Bool) -> ExactNumber? {
    if isEmpty { return ExactNumber(significand: 3, scale: 1) }
    guard nameFrame == "topic", firstOfSentence == drafts.count, firstOfSentence > 0 else { return nil }
    return ExactNumber(significand: 7, scale: 1)
  }

  // MARK: Relations

  /// Sets what the figure qualifies or is a part of, and what it leaves for the figures after it.
  private mutating func relate(_ draft: inout Draft, _ statement: Statement, isPart: Bool) {
    if draft.kind == .level {
      if statement.role != .base, !(draft.unit == "%" || draft.unit.isEmpty) { draft.partOf = wholeOf(statement, draft) }
      let isPart = isPart || statement.isPart || draft.partOf != nil
      if !statement.isAside, statement.role != .base || !statement.head.isOpen {
        topics.hold(level: draft.name, unit: draft.unit, isObject: Self.reaching.contains { draft.name.simplifiedForm.hasPrefix($0) })
      }
      if statement.role != .base, statement.role != .movementStart, statement.role != .conversion { lastLevel = drafts.count }
      if !isPart, statement.role != .base, statement.role != .conversion { whole = drafts.count }
    } else {
      draft.qualifies = target(of: draft, statement)
      if !statement.head.isOpen, !statement.isOfGrowth { topics.hold(draft.name) }
      // 前者比全国高2.6个百分点，连续第四年…: what a pronoun took up is what is told of.
      if case .same(let index) = statement.head, index + 2 < statements.count, statement.continues == nil, !statement.construction.hasPrefix("list"), !statement.construction.hasPrefix("english.") { topics.hold(draft.name) }
    }
  }

  /// The level, or the share, that a change, share, rank or streak qualifies.
  private func target(of draft: Draft, _ statement: Statement) -> Int? {
    if statement.role == .movementEnd, draft.kind != .level {
      return (max(0, drafts.count - 16)..<drafts.count).last { drafts[$0].kind == .level && drafts[$0].name == draft.name && drafts[$0].area?.value == draft.area?.value && !drafts[$0].isBase && samePeriod(drafts[$0], draft) }
    }
    if case .same(let index) = statement.head, draftOf.indices.contains(index), let before = draftOf[index] {
      if drafts[before].kind == .level, !drafts[before].isBase {
        // after an increase of 11.4% in June; a rival that ranked fifth: of another time or place than the level.
        let isOfOther = draft.kind == .change && statement.ownTime.map { !$0.isBase } ?? false && !samePeriod(drafts[before], draft) || draft.area?.value != drafts[before].area?.value && draft.kind != .share && (draft.kind == .rank || before < firstOfSentence)
        return isOfOther ? nil : before
      }
      if drafts[before].kind == .share, draft.kind == .change, !drafts[before].isBase, statement.continues == nil { return before }
      if statement.continues == nil || drafts[before].kind != draft.kind { return drafts[before].qualifies }
    }
    if statement.continues != nil, case .same(let index) = statement.head, draftOf.indices.contains(index), let before = draftOf[index], drafts[before].kind == draft.kind {
      return drafts[before].qualifies
    }
    if statement.isSum || statement.role == .movementStart { return nil }
    let name = draft.name
    // 同城业务量的比重下降1.5个百分点: of the share of that name told before.
    if draft.kind == .change, draft.unit.contains("百分点") || draft.unit.contains("百分點"), !statement.head.isOpen,
      let share = drafts.indices.suffix(16).last(where: { drafts[$0].kind == .share && drafts[$0].name == name && drafts[$0].area?.value == draft.area?.value && !drafts[$0].isBase }),
      !(share..<drafts.count).contains(where: { drafts[$0].kind == .level && drafts[$0].name == name })
    {
      return share
    }
    // 占比72.7%，提升2.5个百分点: points tell of the share right before.
    if draft.kind == .change, draft.unit.contains("百分点") || draft.unit.contains("百分點"), let share = drafts.last, share.kind == .share, share.sentence == sentence, share.name == name, share.area?.value == draft.area?.value, !share.isBase {
      return drafts.count - 1
    }
    let candidates = (max(0, drafts.count - 16)..<drafts.count).reversed()
    func agrees(_ other: Draft) -> Bool { other.area?.value == draft.area?.value && !other.isBase }
    if let named = candidates.first(where: { drafts[$0].kind == .level && drafts[$0].name == name && agrees(drafts[$0]) && samePeriod(drafts[$0], draft) }) { return named }
    // 质押金额居全省第3位 after 质押登记…，金额…: the level whose name holds these signs in this order.
    if !statement.head.isOpen, draft.kind == .rank || draft.kind == .change,
      let near = candidates.prefix(6).first(where: { drafts[$0].kind == .level && agrees(drafts[$0]) && holds(drafts[$0].name, name) && samePeriod(drafts[$0], draft) })
    {
      return near
    }
    if draft.kind == .change || draft.kind == .rank || draft.kind == .streak, let share = candidates.first(where: { drafts[$0].kind == .share && $0 >= firstOfSentence }),
      statement.head.isOpen, share > lastLevel ?? -1, drafts[share].name == name,
      !(draft.unit == "%" && draft.kind == .change && drafts[share].qualifies != nil)
    {
      return share
    }
    return statement.head.isOpen ? lastLevel.flatMap { drafts[$0].name == name ? $0 : nil } : nil
  }

  private func samePeriod(_ a: Draft, _ b: Draft) -> Bool {
    guard let one = a.period?.value, let other = b.period?.value, one != other else { return true }
    func isYear(_ period: Period) -> Bool { period.start.month == nil && period.end.month == nil }
    return one.end.year == other.end.year && (isYear(one) || isYear(other))
  }

  /// Whether `name` is `long` with signs left out, its end kept.
  private func holds(_ long: String, _ name: String) -> Bool {
    guard name.count > 2, long.count > name.count, long.last == name.last else { return false }
    var rest = name[...]
    for sign in long where sign == rest.first { rest.removeFirst() }
    return rest.isEmpty
  }

  /// 同比增长4%，达到5亿元: a change that no level precedes qualifies the level of its name that follows in its sentence.
  private mutating func linkForward() {
    guard drafts.count > firstOfSentence + 1 else { return }
    for index in firstOfSentence..<(drafts.count - 1) where drafts[index].kind != .level && drafts[index].qualifies == nil {
      // fell by 12,000 (0.04%) to 30 million: past further changes of the name.
      let next = drafts[(index + 1)...].prefix(8).firstIndex { $0.kind == .level || $0.name != drafts[index].name } ?? index + 1
      if drafts[next].kind == .level, drafts[next].name == drafts[index].name, drafts[next].area == drafts[index].area, drafts[next].partOf == nil, !drafts[next].isBase {
        drafts[index].qualifies = next
      }
    }
  }

  /// The level of which a level is a part: the one that 其中 opens up, or, over 、, that of the part before.
  private func wholeOf(_ statement: Statement, _ draft: Draft) -> Int? {
    if statement.isPart { return whole.flatMap { drafts[$0].unit == draft.unit || compatible(drafts[$0].unit, draft.unit) ? $0 : nil } }
    if statement.isListedPart, let before = drafts.indices.last, before >= firstOfSentence, let known = drafts[before].partOf, drafts[before].unit == draft.unit { return known }
    guard isWithin(statement) else { return nil }
    // …成交额514.8亿元。其中，吸纳302.6亿元: the level of the sentence before.
    return wholeInSentence(draft.unit) ?? (firstOfSentence == drafts.count ? whole.flatMap { drafts[$0].unit == draft.unit && !drafts[$0].number.isLess(than: draft.number) ? $0 : nil } : nil)
  }

  private func compatible(_ a: String, _ b: String) -> Bool {
    func measure(_ unit: String) -> Substring { unit.drop { "十百千万亿萬億兆".contains($0) } }
    return measure(a) == measure(b)
  }

  /// The clause stands after 其中 and a comma.
  private func isWithin(_ statement: Statement) -> Bool { statement.followsWithin }

  /// The last level of the sentence in a unit that is no part itself.
  private func wholeInSentence(_ unit: String) -> Int? {
    drafts.indices.suffix(from: firstOfSentence).suffix(24).last { drafts[$0].kind == .level && drafts[$0].partOf == nil && drafts[$0].unit == unit }
  }

  /// 其中高价值发明专利占比…: the whole is the level before, where nothing else is named.
  private func wholeOfPart(_ statement: Statement) -> String? {
    guard statement.kind == .share, statement.construction == "share.of" else { return nil }
    // 3412件，其中1067件…，占31.3%: of the whole of the part just told of.
    if statement.head.isOpen, let lastLevel, lastLevel >= firstOfSentence, let part = drafts[lastLevel].partOf { return drafts[part].name }
    guard let whole, statement.isPart || isWithin(statement) else { return nil }
    // 侵权案件628宗，市值2.3亿元。其中网上案件占三成半: of the level that counts the like.
    if let words = statement.head.words, let kind = words.count > 2 ? words.suffix(2) : nil, !drafts[whole].name.hasSuffix(kind),
      let like = drafts.indices.suffix(16).first(where: { drafts[$0].kind == .level && drafts[$0].name.hasSuffix(kind) && drafts[$0].partOf == nil && !drafts[$0].isBase })
    {
      return drafts[like].name
    }
    return drafts[whole].name
  }
}
