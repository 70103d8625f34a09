import Articles
import Indicators
import Lingua

/// Makes facts of statements: knows the document and nothing of the language.
///
/// What a statement leaves open comes from frames with a stated scope: ``SubjectFrame`` gives the area, ``TimeFrame`` the
/// period, ``TopicFrame`` the name. Mentions set frames as they are met; ends of brackets, sentences, paragraphs and sections
/// put back what held outside.
struct Interpreter {
  /// Those of the paragraph; they are linked by their indices.
  var drafts: [Draft] = []
  var subjects: SubjectFrame
  var times: TimeFrame
  var topics: TopicFrame
  var bases: BasisFrame
  let measures: MeasureWords
  let prose: ProseWords

  // What holds within a paragraph.
  /// For each statement of the paragraph its draft; nil for one that was dropped.
  var draftOf: [Int?] = []
  var names: [String] = []
  /// Index of the last level that may be qualified, and of the level that 其中 opens up.
  var lastLevel: Int?
  var whole: Int?
  var statements: [Statement] = []
  var isHeading = false
  /// Of the block before.
  private var kindBefore: Article.Block.Kind?
  /// The periods of the movement last told of, which a further one in the paragraph shares.
  var movementSentence = -1
  var movement: (start: Worded<Period>?, end: Worded<Period>?)?

  /// The places that the paragraph tells of are partners, and own none of its figures.
  private var tellsPartners = false
  private var sectionTellsPartners = false
  /// The share that the document told last of a part with its whole: 占进出口总值的17.4%.
  var shareTold: (name: String, scope: String, area: String?)?
  /// Those told of so far.
  private var partnersTold: Set<String> = []

  // What holds within a sentence.
  var sentence: Range<Int> = 0..<0
  var firstOfSentence = 0
  var modality: Modality?
  /// 私营企业进出口, whose two directions the sentence tells.
  var lastTrade: String?
  /// A part of a whole was told in the sentence.
  var hasPart = false
  var isQuoted = false
  /// Whether the document has told a figure.
  var hasFacts = false
  /// A part of the year stands between the figure before and the one at hand.
  var partIsSaid = false

  init(
    subject: NamedPlace?, body: String?, date: PublicationDate?, years: [Int], places: PlaceNames, measures: MeasureWords,
    prose: ProseWords,
    basis: Basis? = nil
  ) {
    self.measures = measures
    self.prose = prose
    bases = BasisFrame(document: basis)
    topics = TopicFrame(measures, prose)
    subjects = SubjectFrame(document: subject, body: body, places: places, legalForms: measures.legalForms, prose: prose)
    times = TimeFrame(date: date, years: years)
  }

  /// - Returns: the facts of the paragraph, linked by their indices.
  mutating func read(_ paragraph: Paragraph, as kind: Article.Block.Kind, level: Int) -> [Draft] {
    isHeading = kind == .heading
    if isHeading {
      bases.enterHeading()
      topics.enterHeading(paragraph.label)
      topics.enterHeading(adjustment: paragraph.adjustment)
      // 二、主要接单地区: the places below are those that figures come from.
      let label = paragraph.label?.simplifiedForm
      sectionTellsPartners = label.map { label in measures.partners.contains { label.hasSuffix($0) } } ?? false
    }
    tellsPartners = sectionTellsPartners
    subjects.enterParagraph()
    times.enterParagraph()
    topics.enterParagraph(isItem: kind == .listItem)
    draftOf = []
    names = []
    statements = []
    lastLevel = nil
    whole = nil
    movement = nil
    movementSentence = -1
    // The items of a list are told in one breath.
    if kind != .listItem || kindBefore != .listItem { bases.enterParagraph() }
    kindBefore = kind
    drafts = []
    for body in paragraph.bodies { subjects.note(body: body) }
    for alias in paragraph.aliases { subjects.note(alias: alias.short, of: alias.body) }
    for (index, sentence) in paragraph.sentences.enumerated() {
      subjects.quoted = speaker(
        ofQuotationIn: sentence, before: index + 1 < paragraph.sentences.count ? paragraph.sentences[index + 1] : nil)
      read(sentence)
    }
    times.leaveParagraph(isHeading: isHeading, isTitle: isHeading && (level < 2 || !hasFacts))
    if isHeading {
      subjects.leaveHeading(isTitle: level < 2, about: drafts.isEmpty ? paragraph.headed : nil, at: paragraph.headedPlace)
    }
    isQuoted = false
    if !drafts.isEmpty { hasFacts = true }
    return drafts
  }

  private mutating func read(_ next: Sentence) {
    sentence = next.range
    firstOfSentence = drafts.count
    modality = nil
    lastTrade = nil
    partIsSaid = false
    if !next.continues { hasPart = false }
    bases.enterSentence(continues: next.continues)
    subjects.enterSentence()
    times.enterSentence(continues: next.continues)
    topics.enterSentence()
    var isPlanned = false
    var figuresBeforeBracket: [Int] = []
    /// What was told of before each bracket.
    var beforeBrackets: [(topics: TopicFrame, level: Int?, whole: Int?, hasPart: Bool)] = []
    for mention in next.mentions {
      switch mention {
      case .subject(var subject):
        if tellsPartners { subject.lasts = false }
        subjects.hold(subject)
      case .view(.periods): times.holdForSentence()
      case .view(let view):
        if drafts.isEmpty { topics.lookAnew() }
        // 分地区看, of a company: where it earns what it earns.
        tellsPartners = view == .partners || view == .regions && subjects.document.map { $0.place == nil } ?? false
      case .topic(let words, let ofActions):
        topics.hold(topic: words)
        if ofActions { topics.ofActions = words }
      case .label(let words):
        topics.hold(label: words)
        bases.hold(label: words)
      case .time(let time):
        isPlanned = isPlanned || time.isNearPlan
        times.followsFigure = !drafts.isEmpty
        times.hold(time)
        if time.time.isPartOnly, !time.time.isBase { partIsSaid = true }
        if modality != nil, !times.isAheadNow { modality = nil }
      case .basis(let basis): if isHeading { bases.hold(section: basis) } else { bases.hold(basis) }
      case .comparison(let basis): bases.note(comparison: basis, of: times.standing?.value, times)
      case .bracketOpens:
        subjects.enterBracket()
        times.enterBracket()
        figuresBeforeBracket.append(statements.count)
        beforeBrackets.append((topics, lastLevel, whole, hasPart))
      case .bracketCloses:
        subjects.leaveBracket()
        if let before = beforeBrackets.popLast(), let first = figuresBeforeBracket.last,
          statements[min(first, statements.count)...].contains(where: { $0.isPart || $0.followsWithin || repeats($0, before: first) })
        {
          // 工业用水968.4亿m³（其中冷却水482.7亿m³），占…: of what the bracket followed.
          (topics, lastLevel, whole, hasPart) = before
        }
        times.leaveBracket(hasFigure: statements.count > figuresBeforeBracket.popLast() ?? statements.count)
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

  /// 成交量双边4.15万吨（单边2.08万吨）: a level in a bracket that is named otherwise than the one of the same unit in front of it.
  private func repeats(_ statement: Statement, before first: Int) -> Bool {
    guard first > 0, statements.indices.contains(first - 1), case let before = statements[first - 1], before.kind == .level,
      before.role == .main, draftOf[first - 1].map({ $0 >= firstOfSentence }) ?? false
    else { return false }
    return statement.kind == .level && statement.unit == before.unit && !statement.head.isOpen && statement.owner == nil
  }

  // MARK: Statements

  private mutating func read(_ statement: Statement) {
    statements.append(statement)
    var (name, nameFrame, isTradePart) = name(of: statement)
    if statement.kind == .level, statement.role == .main { topics.note(level: name, value: "\(statement.number) \(statement.unit)") }
    name = subjects.withoutBody(name)
    var statement = statement
    if case .named(let member) = statement.owner, !statement.construction.hasPrefix("english."), subjects.isPartOfBody(member),
      !name.isEmpty
    {
      // 液体乳、奶粉分别实现收入…, told by a company: what it makes, and no one of its own.
      name = member + (statement.head.words ?? name)
      statement.owner = nil
    }
    names.append(name)
    guard !(statement.needsName && name.isEmpty && subjects.standing?.place == nil && statement.owner == nil) || !name.isEmpty else {
      draftOf.append(nil)
      return
    }
    if statement.needsName, name.isEmpty {
      draftOf.append(nil)
      return
    }
    if name.isEmpty, let before = topics.nameBefore(unit: statement.unit, statement.kind) {
      (name, nameFrame) = (before, "topic")
      names[names.count - 1] = name
    }
    var area = area(of: statement)
    if let partnered = partnerSaidNext(statement, name) {
      name = partnered
      names[names.count - 1] = name
      area = Area(subjects.document)
    }
    if tellsPartners || tellsVisitors(name, of: area), let partner = area.name, let document = subjects.document,
      partner.value != document.name.value, !name.isEmpty
    {
      // 从来源地看，新加坡投资9.8亿美元: of the document's place, by whose partner it is.
      let isNamed = name.contains(partner.words) || name.contains(partner.value)
      // 日本接单 in the item before: of another partner now.
      if let other = partnersTold.first(where: { name.hasPrefix($0) && name.count > $0.count && $0 != partner.words }) {
        name.removeFirst(other.count)
      }
      // 南韩旅客44.8万人次；菲律宾55.1万人次: of another place now.
      if !isNamed, case let length = lengthOfPlace(opening: name), length > 0,
        measures.visitors.contains(where: { name.simplifiedForm.dropFirst(length).hasPrefix($0) })
      {
        name.removeFirst(length)
      }
      if partnersTold.count < 100 { partnersTold.insert(partner.words) }
      if !isNamed {
        // 输往中国内地（7.9亿元）及美国（2.8亿元）: the other goes there too.
        let plain = name.simplifiedForm
        let direction = measures.tradeDirections.first { plain.hasPrefix($0) && plain.count - $0.count <= 8 }
        name = direction.map { name.prefix($0.count) + partner.words } ?? partner.words + name
      }
      names[names.count - 1] = name
      area = Area(document)
    }
    let (period, periodFrame) = period(of: statement, named: name.simplifiedForm)
    let modalityBefore = modality
    if let said = statement.modality { modality = said }
    // against a target of 14.9 months, compared with 15.8: the aim is that of one figure.
    defer { if statement.construction == "english.target" { modality = modalityBefore } }
    var draft = Draft(
      kind: statement.kind, name: name, nameWords: name.isEmpty ? nil : name, nameFrame: nameFrame, number: statement.number,
      unit: statement.unit,
      qualifier: statement.qualifier, area: area.name, areaFrame: area.frame, period: period, periodFrame: periodFrame,
      scope: statement.scope ?? wholeOfPart(statement), status: status(area: area.name?.value), rule: statement.construction,
      range: statement.range,
      sentence: sentence, form: statement.form)
    draft.areaCode = area.code
    draft.topic = nameFrame == "topic" ? topics.name : topics.adjustment
    draft.confidence = confidence(nameFrame: nameFrame, isEmpty: name.isEmpty)
    draft.qualifierWord = statement.qualifierWord
    draft.isAtConstantPrices = statement.isAtConstantPrices
    draft.gapFrom = statement.gapFrom
    draft.isOfGrowth = statement.isOfGrowth && statement.kind != .level && statement.kind != .change
    draft.since = statement.since.flatMap { times.period(of: $0) }.map { Period($0.start, $0.start) }
    if statement.kind == .streak, let since = draft.since, let value = draft.period?.value, value.end.year < since.start.year,
      let year = times.reporting?.end.year ?? times.year
    {
      // 2006年上市。自2011年起连续13年入选: a run is told of now, and not of a time before it began.
      draft.period = Worded(value: Period(year: year), words: dateOfTheArticle)
      draft.periodFrame = "document"
    }
    if statement.kind == .level, let value = period?.value, value.start == value.end, value.end.month != nil {
      draft.isStock = statement.ownTime?.time.isStock ?? times.isStock || measures.stocks.contains { name.simplifiedForm.contains($0) }
    }
    draft.isHeading = isHeading
    draft.areaIsSaid = statement.owner != nil || subjects.isSaid
    draft.isBase = statement.role == .base || statement.role == .movementStart || statement.role == .conversion
    if statement.ownTime != nil {
      if statement.role == .movementStart { movement = (period, nil) }
      if statement.role == .movementEnd { movement?.end = period }
      if statement.role == .movementStart { movementSentence = firstOfSentence }
      // 从442.5亿元增加到2023年的970.24亿元: the first is of an earlier time, which is not told.
      if statement.role == .movementEnd, let index = statement.continues, statements.indices.contains(index),
        statements[index].role == .movementStart, statements[index].ownTime == nil, draftOf.indices.contains(index),
        let start = draftOf[index],
        drafts[start].period == times.standing
      {
        drafts[start].period = nil
        drafts[start].periodFrame = nil
      }
    } else if statement.role == .movementEnd, movement != nil, movement?.end == nil {
      movement?.end = period
    }
    if statement.kind == .change {
      let before = statements.dropLast().last?.role == .base ? drafts.last.flatMap { $0.sentence == sentence ? $0 : nil } : startOfMovement
      let change = drafts.last.flatMap { $0.sentence == sentence && $0.kind == .change ? $0 : nil }
      bases.setBasis(of: &draft, statement, after: before, beside: change, isHeading: isHeading, times)
      if let last = drafts.indices.last(where: { $0 >= firstOfSentence && drafts[$0].kind == .change }) {
        bases.settle(&draft, beside: &drafts[last])
      }
    }
    if draft.isBase, statement.role != .conversion, draft.kind != .change, let base = period?.value, let now = times.standing?.value {
      bases.note(base: base, of: now)
      if let last = drafts.indices.last, last >= firstOfSentence, drafts[last].kind == .change, drafts[last].basis == nil,
        statement.role == .base, drafts[last].name == draft.name
      {
        drafts[last].basis = bases.basis(of: drafts[last], from: base)
      }
    }
    if draft.kind == .share, statement.construction == "share.of", let scope = draft.scope {
      shareTold = (draft.name, scope, draft.area?.value)
    }
    relate(&draft, statement, isPart: isTradePart)
    draftOf.append(drafts.count)
    drafts.append(draft)
  }

  /// 由137400人升至145600人，增加约8200人: the end that a change right behind a movement is counted from.
  private var startOfMovement: Draft? {
    guard let end = statements.dropLast().last, end.role == .movementEnd, let start = end.continues, statements.indices.contains(start),
      statements[start].role == .movementStart, draftOf.indices.contains(start), let index = draftOf[start], index >= firstOfSentence
    else { return nil }
    // revised from 4,498 to 4,502: both are of one time.
    return drafts[index].period == draftOf[statements.count - 2].flatMap { drafts[$0].period } ? nil : drafts[index]
  }

  func isOwnerOpen(_ statement: Statement) -> Bool {
    switch statement.owner {
    case nil, .same: true
    default: false
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
    return area.map { area in measures.claimants.contains { area.simplifiedForm.hasSuffix($0) } } ?? false ? .claim : .quoted
  }

  /// Below 1 where little speaks for the name: it was said in an earlier sentence, or nowhere.
  private func confidence(nameFrame: String?, isEmpty: Bool) -> ExactNumber? {
    if isEmpty { return ExactNumber(significand: 3, scale: 1) }
    guard nameFrame == "topic", firstOfSentence == drafts.count, firstOfSentence > 0 else { return nil }
    return ExactNumber(significand: 7, scale: 1)
  }
}
