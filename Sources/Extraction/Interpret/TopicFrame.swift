import Indicators
import Lingua

/// What is being measured, by paragraph: the name that a clause without one takes over, the owner that a short head takes
/// in front, the measure that an owner takes behind.
struct TopicFrame {
  /// The name last measured, or a topic said by itself.
  private(set) var name: String?
  /// 商标方面: what the actions of the sentence are about.
  var ofActions: String?
  /// Name and unit of the levels of the paragraph, last first, at most a few.
  private(set) var levels: [(name: String, unit: String)] = []

  /// 工业机器人：: the label of the paragraph or of the clauses at hand.
  private var label: String?

  /// Whether the name was said in the sentence at hand.
  private(set) var isOfSentence = false

  /// What a clause of the sentence without a figure said it is about: 财产险业务平稳增长，.
  private var saidAlone: String?
  /// Names of levels told in the document, with the values of each.
  private var told: [String: String] = [:]

  /// The measures that bare parts were told of, by the names they took: 旅客运输量 of 国内航线旅客运输量.
  var measureOfPart: [String: String] = [:]

  /// What those counted in passing were told of: 增加值 of 32个行业增加值保持增长.
  private(set) var measureOfCounted: String?

  let measures: MeasureWords
  let prose: ProseWords

  init(_ measures: MeasureWords, _ prose: ProseWords) {
    self.measures = measures
    self.prose = prose
  }

  /// 二、本国人申请: the measure that the heading of the section names, of figures that nothing else names.
  private var ofSection: String?

  /// 一、零售业: those whom the heading of the section names, who own a measure that stands alone.
  private var ownerOfSection: String?

  /// What was measured before the list whose items are told.
  private var ofList: String?

  /// The names last measured in the text so far, by unit without its multiplier, and the last of all.
  private(set) var ofDocument: (byUnit: [Substring: String], last: String?, first: String?) = ([:], nil, nil)

  /// What an earlier paragraph measured in this unit, for a figure that nothing near names.
  func nameBefore(unit: String, _ kind: Observation.Kind) -> String? {
    kind == .level ? ofDocument.byUnit[Self.measure(unit)] : ofDocument.last
  }

  /// How the figures of the section were adjusted: seasonally adjusted figures are another series than those of the trend.
  private(set) var adjustment: String?

  mutating func enterParagraph(isItem: Bool) {
    let (section, owner, lead, document, series, parts, values) = (
      ofSection, ownerOfSection, isItem ? ofList ?? name : nil, ofDocument, adjustment, measureOfPart, told
    )
    self = TopicFrame(measures, prose)
    (ofSection, ownerOfSection, ofList, ofDocument, adjustment, measureOfPart, told) = (
      section, owner, lead, document, series, parts, values
    )
  }
  mutating func enterHeading(adjustment series: String?) { adjustment = series }
  mutating func enterHeading(_ label: String?) {
    ofSection = label.flatMap { label in
      let plain = label.simplifiedForm
      return measures.shared.contains { plain.hasSuffix($0) && plain.count > $0.count } ? label : nil
    }
    ownerOfSection = label.flatMap { label in label.simplifiedForm.hasSuffix("业") && !label.simplifiedForm.hasSuffix("行业") ? label : nil }
  }
  mutating func enterSentence() {
    ofActions = nil
    saidAlone = nil
    isOfSentence = false
  }

  mutating func hold(_ words: String) {
    name = words
    isOfSentence = true
  }

  /// A clause without a figure says what the sentence is about.
  mutating func hold(topic words: String) {
    hold(words)
    saidAlone = words
  }

  /// 财产险业务平稳增长，实现原保险保费收入4621.3亿元 after another number of that name: of what the sentence is about.
  func ofTopicSaid(_ words: String, value: String) -> String? {
    guard let saidAlone, let before = told[words], before != value, !words.contains(saidAlone), !saidAlone.contains(words),
      words.count > 2, saidAlone.count + words.count <= 20, saidAlone.count > 2,
      saidAlone.simplifiedForm.last.map({ !"量额率数值".contains($0) }) ?? false,
      measures.endings.contains(where: { words.simplifiedForm.hasSuffix($0) })
        || measures.owned.contains(where: { words.simplifiedForm.hasSuffix($0) })
    else { return nil }
    return saidAlone + words
  }

  /// 分地区看, that opens a paragraph: what the text measured first is looked at anew, and not what was told last.
  mutating func lookAnew() {
    guard name == nil, let first = ofDocument.first, let last = ofDocument.last else { return }
    // 嵌入式系统软件收入 of 软件业务收入: a part by the same measure; another measure goes on.
    if zip(first.reversed(), last.reversed()).prefix(while: { $0 == $1 }).count >= 2 { name = first }
  }

  mutating func note(level name: String, value: String) {
    if told.count < Self.mostParts * 10, told[name] == nil { told[name] = value }
  }

  /// 工业机器人：实现收入…，毛利率…: what opens an item owns what is told in it.
  mutating func hold(label words: String) {
    hold(words)
    ofActions = words
    label = words
  }

  /// 毛利率 under a label: the rate of what it names; nil for a name of its own.
  func labelled(_ name: String) -> String? {
    guard let label, name.count <= 4, isRate(name), !label.contains(name), !name.contains(label) else { return nil }
    return label + name
  }

  /// - Parameter isObject: 涉及劳动者, 惠及企业: what is reached owns no measure of what follows.
  mutating func hold(level: String, unit: String, isObject: Bool) {
    if !isObject || name == nil {
      name = level
      isOfSentence = true
    }
    levels.insert((level, unit), at: 0)
    if !level.isEmpty, !isObject {
      ofDocument.last = level
      let plain = level.simplifiedForm
      let isMeasure = [measures.shared, measures.owned].contains { $0.contains { plain.hasSuffix($0) } }
      if ofDocument.first == nil, isMeasure { ofDocument.first = level }
      ofDocument.byUnit[Self.measure(unit)] = level
    }
    if levels.count > 8 { levels.removeLast() }
  }

  /// The name of a head, and the frame that gave it; empty where nothing does.
  ///
  /// - Parameter namesSubject: the clause or the document has a subject of its own, which owns a short head rather than what an
  ///   earlier sentence measured.
  func resolve(_ head: Head, kind: Observation.Kind, unit: String, names: [String], namesSubject: Bool) -> (name: String, frame: String?) {
    switch head {
    // 软件产品收入稳健增长，收入达4253亿元: what the sentence is about, called by its last word.
    case .own(let words) where saidAlone.map { $0 != words && words.count <= 4 && $0.hasSuffix(words) } ?? false:
      return (saidAlone ?? words, "topic")
    case .own(let words): return ownerOfSection.flatMap { owned(words, by: $0) }.map { ($0, "section") } ?? (words, "clause")
    case .dependent(let words) where ownerOfSection != nil && (name == nil || !isOfSentence):
      return ownerOfSection.flatMap { owned(words, by: $0) }.map { ($0, "section") } ?? (words, "clause")
    case .dependent(let words):
      guard let name, isOfSentence || !namesSubject else { return (words, "clause") }
      // 总量居全市第3位, 增速居首位: the position is that of the level told of.
      if name.contains(words) || kind == .rank && measures.positions.contains(words.simplifiedForm) { return (name, "topic") }
      // 降幅比上月收窄…: of the level, by its whole name.
      if kind == .change, measures.growths.contains(words.simplifiedForm) { return (name + words, "topic") }
      // 新能源汽车33.0万辆；发电量7383亿千瓦时: of no car.
      if measures.wholeMeasures.contains(words.simplifiedForm), let last = levels.first, last.name == name,
        Self.measure(last.unit) != Self.measure(unit)
      {
        return (words, "clause")
      }
      // 从业人员32万人，实现营业收入1200亿元: those who work own none of it.
      if measures.accounts.contains(words.simplifiedForm), let last = levels.first, last.name == name, last.unit.hasSuffix("人") {
        return (words, "clause")
      }
      guard let owner = owner(name) else { return (words, "clause") }
      return (owner + words, "topic")
    case .action(let words, let last):
      guard let ofActions, !words.contains(ofActions) else { return (words, "clause") }
      // 交付量方面，共交付8.76万辆
      if ofActions.hasPrefix(last) { return (ofActions, "topic") }
      return (ofActions + last, "topic")
    case .verb(let words): return (words + (name ?? ""), "topic")
    case .attribute(let words): return (name.map { of($0, attribute: words) } ?? words, name == nil ? "clause" : "topic")
    case .same(let index): return (names.indices.contains(index) ? names[index] : name ?? ofList ?? ofSection ?? "", "statement")
    case .topicElse(let words): return (name ?? words, name == nil ? "clause" : "topic")
    case .inherited:
      return (ofUnit(unit, kind) ?? name ?? ofList ?? ofSection ?? "", name == nil && ofList == nil && ofSection == nil ? nil : "topic")
    }
  }

  /// 罪犯 of 判处罪犯: what was acted on.
  func withoutAct(_ name: String) -> String {
    guard let act = prose.classes.actions.first(where: { name.simplifiedForm.hasPrefix($0) }), name.count > act.count + 1 else {
      return name
    }
    return String(name.dropFirst(act.count))
  }

  /// 营业额 under 零售业; nil for what is no bare measure.
  private func owned(_ measure: String, by owner: String) -> String? {
    measures.owned.contains(measure.simplifiedForm) && !prose.names.bareTotals.contains(measure.simplifiedForm)
      ? owner + measure : nil
  }

  /// 设在农村的营业网点; 价格下降的城市 after 价格上涨的城市: of what was told of, those of which the attribute holds.
  private func of(_ name: String, attribute: String) -> String {
    guard let of = name.lastIndex(of: "的"), name.index(after: of) < name.endIndex else { return attribute + "的" + withoutAct(name) }
    let before = name[..<of]
    guard let turn = measures.turns.first(where: { before.hasSuffix($0) }), measures.turns.contains(where: { attribute.hasSuffix($0) })
    else {
      return attribute + name[of...]
    }
    return before.dropLast(turn.count) + attribute + name[of...]
  }

  /// What a name tells of, without its own measure: 农民工 of 农民工总量, 数字产业 of 数字产业收入; nil for a measure alone, which stands
  /// beside the next and owns nothing.
  func owner(_ name: String) -> String? {
    let plain = name.simplifiedForm
    for measure in measures.owned where plain.hasSuffix(measure) {
      let owner = name.dropLast(measure.count)
      return owner.count > 1 && !measures.attributes.contains(String(owner).simplifiedForm) ? String(owner) : nil
    }
    return plain.isEmpty || measures.endings.contains { plain.hasSuffix($0) } ? nil : name
  }

  /// 3.5万件…，60亿元；将超过4万件: a level without a name is of the level before it that counts in the same unit.
  private func ofUnit(_ unit: String, _ kind: Observation.Kind) -> String? {
    guard kind == .level, let last = levels.first, last.name == name, Self.measure(last.unit) != Self.measure(unit) else { return nil }
    return levels.first { Self.measure($0.unit) == Self.measure(unit) }?.name
  }

  /// A unit without its multiplier: 件 of 万件.
  static func measure(_ unit: String) -> Substring { unit.drop { "十百千万亿萬億兆".contains($0) } }

  static let mostParts = 200

  /// 32个行业增加值保持同比增长: what those counted were told of, which the members told of next were as well.
  mutating func note(counted name: String) {
    guard measures.owners.contains(where: { name.simplifiedForm.hasSuffix($0) }),
      let measure = measures.shared.first(where: { name.simplifiedForm.hasPrefix($0) }),
      prose.names.goingOn.contains(where: { name.simplifiedForm.dropFirst(measure.count).hasPrefix($0) })
    else { return }
    measureOfCounted = String(name.prefix(measure.count))
  }

  /// Those told of one after the other by one measure: 企业, and branches of business.
  func isOwner(_ words: String) -> Bool {
    let plain = words.simplifiedForm
    return measures.owners.contains { plain.hasSuffix($0) } || plain.hasSuffix("业") && !measures.acts.contains { plain.hasSuffix($0) }
  }

  func isRate(_ name: String) -> Bool { measures.rateEndings.contains { name.simplifiedForm.hasSuffix($0) } }
}
