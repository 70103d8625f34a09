import Indicators

/// What changes are measured against, by scope: what a change says of itself holds for the further ones of its sentence; a comparison
/// with the year before holds for bare growths of its paragraph and, in the document, for those of the very period it was told of;
/// a heading may say how its section compares, and the document once what all of its changes mean. What nothing says is settled when
/// the document has been read, by ``usual``.
struct BasisFrame {
  /// What the document says once for all: 同比（下同）.
  private let document: Basis?
  private var paragraph: Basis?
  /// Whether every change of the paragraph is compared alike.
  private var paragraphIsPlain = true
  /// Periods whose changes were compared with the year before, and those whose changes were compared with some other time too, so
  /// that a bare growth of theirs may mean either.
  private var yearly: Set<Period> = []
  private var unclear: Set<Period> = []
  /// Months and quarters whose changes were compared with the one before.
  private var sequential: [Period: Basis] = [:]
  private var sentence: Basis?
  /// The period of the change that set it.
  private var periodOfSentence: Period?
  private var nameOfSentence: String?

  /// Whether the sentence or the paragraph compares with the year before.
  var isYearly: Bool { (sentence ?? paragraph ?? document) == .yearOnYear }

  /// 从环比看: how the paragraph compares what it tells from there on.
  private var view: BasisMention?

  /// How growths that were told of by name were compared: 七大类与上年同月比较，杂项类涨3.18%.
  private var told: [String: BasisMention] = [:]

  /// （一）杂项类：…上涨10.65%: what an item is headed by, and was told of with a comparison, is told on by it.
  mutating func hold(label: String) { if let basis = told[label] { view = basis } }

  private mutating func noteTold(_ draft: Draft) {
    guard told.count < 400, isRelative(draft) else { return }
    switch draft.basis {
    case .yearOnYear: told[draft.name] = .yearOnYear
    case .monthOnMonth: told[draft.name] = .monthOnMonth
    case .quarterOnQuarter: told[draft.name] = .quarterOnQuarter
    default: break
    }
  }

  /// Annual comparison: how the section compares that a heading opened.
  private var section: BasisMention?
  /// The comparison that the document makes first for periods of so many months.
  private(set) var usual: [Int: Basis] = [:]
  /// Lengths of periods whose growth the text sets beside growth over the year before, so that a bare one is not of that.
  private var contrasted: Set<Int> = []

  /// Whether every comparison told so far is with the year before, and there was one.
  private(set) var isYearlyThroughout: Bool?

  private mutating func noteThroughout(_ basis: Basis?) {
    guard let basis else { return }
    isYearlyThroughout = basis == .yearOnYear && isYearlyThroughout ?? true
  }

  init(document: Basis?) { self.document = document }

  mutating func enterParagraph() { (paragraph, view, paragraphIsPlain) = (nil, section, true) }
  mutating func hold(_ view: BasisMention) { self.view = view }
  mutating func enterHeading() { (section, view) = (nil, nil) }
  mutating func hold(section view: BasisMention) { section = view }

  /// A level set beside an earlier one, 八月则为13508亿元, compares as a change does.
  mutating func note(base: Period, of period: Period) {
    switch named(base, before: period) {
    case .period, .since, .averageAnnual: break
    case let basis: note(usual: basis, of: period)
    }
  }

  /// rose 0.4% in October, after a fall of 0.7% in September: growths of neighbouring months set side by side, of which neither says
  /// more, are each over the month before.
  mutating func settle(_ draft: inout Draft, beside before: inout Draft) {
    guard draft.kind == .change, before.kind == .change, draft.rule.contains(".movement"), before.rule.contains(".movement"),
      draft.basis == nil, before.basis == nil, draft.name == before.name,
      let now = before.period?.value, let then = draft.period?.value, now.months == then.months, now != then
    else { return }
    let basis = named(then, before: now)
    guard basis == .monthOnMonth || basis == .quarterOnQuarter else { return }
    (draft.basis, before.basis) = (basis, basis)
    (draft.basisWords, before.basisWords) = ("sentence", "sentence")
    note(usual: basis, of: now)
  }

  /// changed little over the month: what a text compares with where it tells no figure.
  mutating func note(comparison mention: BasisMention, of period: Period?, _ times: TimeFrame) {
    guard let period, let basis = basis(mention, period: period, times) else { return }
    switch basis {
    case .period, .since, .averageAnnual: break
    default: note(usual: basis, of: period)
    }
  }

  private mutating func note(usual basis: Basis, of period: Period) {
    guard !period.isOpen, usual[period.months] == nil else { return }
    usual[period.months] = basis
  }
  /// 较2022年底增长6.7%。其中，…分别增长7.4%、6.5%: the time that the whole was compared with is that of its parts.
  mutating func enterSentence(continues: Bool) {
    unnamed = nil
    if !continues { sentence = nil } else if sentence == nil { sentence = stated }
    stated = nil
  }
  /// What the sentence told last to be counted from a time that no period names.
  private var unnamed: String?
  /// The period that the last change of the sentence was counted from.
  private var stated: Basis?

  /// Sets the basis of a change; against the month or quarter before by the length of its period.
  ///
  /// - Parameters:
  ///   - base: the figure right before in its sentence, where that is a base of comparison.
  ///   - change: the figure right before in its sentence, where that is a change in absolute terms.
  mutating func setBasis(
    of draft: inout Draft, _ statement: Statement, after base: Draft?, beside change: Draft?, isHeading: Bool, _ times: TimeFrame
  ) {
    let twin = change.flatMap { $0.name == draft.name && $0.area?.value == draft.area?.value && !isRelative($0) ? $0.basis : nil }
    let isDistance = statement.construction.hasSuffix(".distance") || statement.construction == "change.position"
    if statement.basis == .unnamed || statement.basis == nil && unnamed == draft.name && isRelative(draft) {
      // 比上一旬增加147.30万吨，增长8.98%: both are counted from a time that no period names.
      (draft.basisIsUnnamed, draft.basisWords, unnamed) = (true, "clause", draft.name)
      return
    }
    if statement.basis != nil { unnamed = nil }
    if let mention = statement.basis, mention != .periodOnPeriod || !isEnglish(statement) || draft.period?.value.start.month != nil {
      draft.basis = basis(mention, period: draft.period?.value, times)
      draft.basisWords = "clause"
      // 同比增长8.8%，环比增长2.1%；其中，出口增长9.7%: told second of the same figure, it is that figure's alone.
      // 同比上涨0.6%，涨幅比上月扩大0.2个百分点；其中，城市上涨0.5%: how the growth itself moved says nothing of other growths.
      let isOfGrowth = isPoints(draft) && nameOfSentence.map { draft.name.hasPrefix($0) } ?? false
      let isAside =
        (sentence ?? document) == .yearOnYear && draft.basis != .yearOnYear && (nameOfSentence == draft.name || isOfGrowth)
        && periodOfSentence == draft.period?.value
      let holdsOn = !isAside && (draft.basis == .yearOnYear || draft.basis == .monthOnMonth || draft.basis == .quarterOnQuarter)
      if !isAside { sentence = holdsOn ? draft.basis : nil }
      if case .period? = draft.basis, draft.form == nil { stated = draft.basis } else { stated = nil }
      if paragraph != nil, paragraph != draft.basis { paragraphIsPlain = false }
      if holdsOn { paragraph = draft.basis }
      if holdsOn, draft.basis == .yearOnYear, let change, change.basis == nil, change.name == draft.name, change.unit == draft.unit,
        let period = draft.period?.value, change.period?.value == period, period.months == 1 || period.months == 3
      {
        // 十月上升0.3%，与去年同期比较上升3.7%: the first of two growths of one thing is over the month before.
        note(usual: period.months == 1 ? .monthOnMonth : .quarterOnQuarter, of: period)
        if usual[period.months] != .yearOnYear { contrasted.insert(period.months) }
      }
      if !isDistance, !isPoints(draft) || draft.basis == .yearOnYear { noteThroughout(isEnglish(statement) ? nil : draft.basis) }
      if holdsOn, !statement.comparesInFront, let basis = draft.basis, let period = draft.period?.value { note(usual: basis, of: period) }
      note(draft)
      if !isAside { (periodOfSentence, nameOfSentence) = (draft.period?.value, draft.name) }
    } else if !isDistance, let base, base.isBase, base.name == draft.name, let now = draft.period?.value, let then = base.period?.value {
      // 上年同期为7.31亿元，增幅达64.8%: against the level just told of.
      draft.basis = named(then, before: now)
      draft.basisWords = "sentence"
    } else if !isDistance, draft.form != .times, let sentence,
      isRelative(draft) && (sentence == .yearOnYear || draft.period?.value.months == periodOfSentence?.months)
        || draft.period?.value == periodOfSentence
    {
      // 比上年增长3%、下降2%: what stands once in a sentence holds for its further changes.
      draft.basis = sentence
      draft.basisWords = "sentence"
      noteTold(draft)
    } else if !isDistance, draft.form == nil, isRelative(draft), let twin {
      // 较年初净增412.8亿元，增幅9.2%: the same change, told as a rate.
      draft.basis = twin
      draft.basisWords = "sentence"
    } else if let view, draft.unit == "%" || draft.unit.hasSuffix("points"), !isDistance, draft.form != .times, !isHeading {
      draft.basis = basis(view, period: draft.period?.value, times)
      draft.basisWords = "paragraph"
    } else if let document, !isDistance, draft.form != .times {
      draft.basis = document
      draft.basisWords = "document"
      (periodOfSentence, nameOfSentence) = (draft.period?.value, draft.name)
    } else if isGrowth(draft, statement, isHeading: isHeading), let period = draft.period?.value {
      // 全年…比上年增长3%。…增长2%: beside a comparison with the year before, growth is growth over it.
      if contrasted.contains(period.months), let first = usual[period.months] {
        draft.basis = first
        draft.basisWords = "document"
      } else if isEnglish(statement), paragraphIsPlain, paragraph == .yearOnYear {
        // fell by 1.4% compared with September 2013. Prices at food stores fell by 0.3%: as all that the paragraph told before.
        draft.basis = .yearOnYear
        draft.basisWords = "paragraph"
      } else if isEnglish(statement), period.months == 1, let first = usual[1] {
        // rose 2.7 percent over the last 12 months. The food index rose 0.2 percent: as months are compared throughout.
        draft.basis = first
        draft.basisWords = "document"
      } else if paragraph == .yearOnYear {
        draft.basis = .yearOnYear
        draft.basisWords = "paragraph"
      } else if paragraph == nil, yearly.contains(period), !unclear.contains(period), !isEnglish(statement) || period.start.month == nil {
        // In English only growth of whole years goes without saying so.
        draft.basis = .yearOnYear
        draft.basisWords = "document"
      }
    }
    if draft.basis != paragraph || paragraph == nil { paragraphIsPlain = false }
    if draft.basis == nil, isEnglish(statement), let period = draft.period?.value, let basis = sequential[period], !yearly.contains(period),
      !unclear.contains(period), isChange(draft, statement, isHeading: isHeading)
    {
      // Exports were $1.7 billion less than August exports. Imports increased $3.4 billion: a release compares months throughout.
      draft.basis = basis
      draft.basisWords = "document"
    }
  }

  /// 环比 is said wherever it is meant, and leaves a bare growth clear.
  private mutating func note(_ draft: Draft) {
    noteTold(draft)
    guard let period = draft.period?.value else { return }
    switch draft.basis {
    case .yearOnYear: yearly.insert(period)
    // 相当于2020年的2.3倍 says nothing of what a bare growth is counted from.
    case .period, .since: if draft.form == nil { unclear.insert(period) }
    case .monthOnMonth, .quarterOnQuarter: sequential[period] = draft.basis
    default: break
    }
  }

  private func isEnglish(_ statement: Statement) -> Bool { statement.construction.hasPrefix("english.") }

  private func isRelative(_ draft: Draft) -> Bool {
    draft.unit == "%" || draft.unit == "‰" || isPoints(draft)
  }

  private func isPoints(_ draft: Draft) -> Bool { draft.unit.contains("点") || draft.unit.contains("點") || draft.unit.hasSuffix("points") }

  /// A bare growth of a single year or a part of one, told as a fact of a text that is no heading.
  private func isGrowth(_ draft: Draft, _ statement: Statement, isHeading: Bool) -> Bool {
    guard draft.unit == "%" || isEnglish(statement) && isRelative(draft) && statement.construction.hasSuffix("bracket"), draft.form == nil,
      !statement.construction.hasSuffix(".distance"), !isHeading, draft.status == .fact, let period = draft.period?.value, !period.isOpen
    else { return false }
    return period.start.year == period.end.year
  }

  /// A change told as a fact of a text that is no heading, in its own words.
  private func isChange(_ draft: Draft, _ statement: Statement, isHeading: Bool) -> Bool {
    draft.form == nil && !isHeading && draft.status == .fact && !statement.construction.hasSuffix("comparative") && statement.role == .main
  }

  private func basis(_ mention: BasisMention, period: Period?, _ times: TimeFrame) -> Basis? {
    switch mention {
    case .yearOnYear: return .yearOnYear
    case .monthOnMonth: return .monthOnMonth
    case .quarterOnQuarter: return .quarterOnQuarter
    case .averageAnnual: return .averageAnnual
    case .since: return .since
    case .unnamed: return nil
    case .periodOnPeriod:
      guard let period, let first = period.start.month, let last = period.end.month else { return .monthOnMonth }
      return period.start.year == period.end.year && last - first == 2 ? .quarterOnQuarter : .monthOnMonth
    case .yearStart: return period.map { .period(Period(year: $0.end.year - 1, month: 12)) }
    case .yearEndBefore: return period.map { $0.end.month ?? 12 == 12 ? .yearOnYear : .period(Period(year: $0.end.year - 1, month: 12)) }
    case .against(let time):
      // Nothing is compared with its own period.
      return times.basePeriod(time).flatMap { $0 == period ? nil : named($0, before: period) }
    }
  }

  /// 1.3% more than the 273,900 filed in 2024: a change that says nothing of its basis, and the level it is counted from behind it.
  func basis(of change: Draft, from base: Period) -> Basis? {
    change.period.flatMap { $0.value == base ? nil : named(base, before: $0.value) }
  }

  /// 较2023年, 较2023年同月 of 2024 is the year before, by its number; February 2024 before March the month before, a quarter
  /// before the next the quarter before; other periods stay as stated.
  private func named(_ base: Period, before period: Period?) -> Basis {
    guard let period, base.occasion == period.occasion else { return .period(base) }
    if base.end.year == period.end.year - 1, base.start.year == period.start.year - 1,
      base.end.month == nil || base.end.month == period.end.month
    {
      return .yearOnYear
    }
    if base.months == 3, period.months == 1, !base.isOpen, let last = base.end.month, let now = period.end.month,
      (period.end.year - base.end.year) * 12 + now - last == 3
    {
      // At the end of the first quarter, compared with the fourth quarter before.
      return .quarterOnQuarter
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
}
