import Indicators

/// What is being measured, by paragraph: the name that a clause without one takes over, the owner that a short head takes
/// in front, the measure that an owner takes behind.
struct TopicFrame {
  /// The name last measured, or a topic said by itself.
  private(set) var name: String?
  /// 商标方面: what the actions of the sentence are about.
  var ofActions: String?
  /// Name and unit of the levels of the paragraph, last first, at most a few.
  private var levels: [(name: String, unit: String)] = []

  /// 工业机器人：: the label of the paragraph or of the clauses at hand.
  private var label: String?

  /// Whether the name was said in the sentence at hand.
  private var isOfSentence = false

  /// What a clause of the sentence without a figure said it is about: 财产险业务平稳增长，.
  private var saidAlone: String?
  /// Names of levels told in the document, with the values of each.
  private var told: [String: String] = [:]

  /// The measures that bare parts were told of, by the names they took: 旅客运输量 of 国内航线旅客运输量.
  private var measureOfPart: [String: String] = [:]

  /// What those counted in passing were told of: 增加值 of 32个行业增加值保持增长.
  private var measureOfCounted: String?

  private let measures: MeasureWords

  init(_ measures: MeasureWords) { self.measures = measures }

  /// 二、本国人申请: the measure that the heading of the section names, of figures that nothing else names.
  private var ofSection: String?

  /// 一、零售业: those whom the heading of the section names, who own a measure that stands alone.
  private var ownerOfSection: String?

  /// What was measured before the list whose items are told.
  private var ofList: String?

  /// The names last measured in the text so far, by unit without its multiplier, and the last of all.
  private var ofDocument: (byUnit: [Substring: String], last: String?, first: String?) = ([:], nil, nil)

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
    self = TopicFrame(measures)
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
  private func withoutAct(_ name: String) -> String {
    guard let act = VerbWords.actions.first(where: { name.simplifiedForm.hasPrefix($0) }), name.count > act.count + 1 else { return name }
    return String(name.dropFirst(act.count))
  }

  /// 营业额 under 零售业; nil for what is no bare measure.
  private func owned(_ measure: String, by owner: String) -> String? {
    measures.owned.contains(measure.simplifiedForm) && !["总量", "总数", "数量", "总额", "金额", "面积"].contains(measure.simplifiedForm)
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
  private func owner(_ name: String) -> String? {
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
  private static func measure(_ unit: String) -> Substring { unit.drop { "十百千万亿萬億兆".contains($0) } }

  /// 国内航线 after 旅客运输量5000万人次: a part that names no measure of its own is told by that of the level counted alike, else by what
  /// was measured last.
  mutating func partCompleted(_ words: String, kind: Observation.Kind, unit: String) -> String? {
    let plain = words.simplifiedForm
    guard kind == .level || kind == .change, plain.count <= 10, let part = measures.bareParts.first(where: { plain.hasSuffix($0) }) else {
      return nil
    }
    let alike =
      kind == .level && unit != "%"
      ? levels.first { Self.measure($0.unit) == Self.measure(unit) }?.name ?? ofDocument.byUnit[Self.measure(unit)] : name
    guard let whole = alike, !whole.isEmpty, case let measure = measureOfPart[whole] ?? withoutAct(whole), measure != words,
      !measure.contains(words), !measure.simplifiedForm.contains(part), (2...16).contains(measure.count),
      !measures.bareParts.contains(measure.simplifiedForm)
    else { return nil }
    let completed = words + measure
    if measureOfPart.count < Self.mostParts { measureOfPart[completed] = measure }
    return completed
  }

  private static let mostParts = 200

  /// 私营企业 after 规模以上工业增加值增长…: an owner beside others takes the measure they are told of.
  ///
  /// - Parameter isListed: only 、 or 和 stands between it and the figure before.
  func completed(_ words: String, kind: Observation.Kind, unit: String, isListed: Bool) -> String? {
    if kind == .change, isOwner(words), let told = measureOfCounted, !words.simplifiedForm.hasSuffix(told.simplifiedForm) {
      return words + told
    }
    guard let name, name != words, !name.hasPrefix(words) else { return nil }
    if kind == .change, measures.halves.contains(words.simplifiedForm), isOfSentence || name.contains("价格") {
      // 城市上涨0.1%，农村上涨0.2% after 居民消费价格….
      return words + (measures.halves.first { name.hasPrefix($0) }.map { String(name.dropFirst($0.count)) } ?? name)
    }
    if kind == .level, isOfSentence, words.count <= 4, let lead = stage, !words.contains(lead) {
      // 义务教育阶段招生3488万人，在校生1.58亿人: of the stage that the first was told of.
      return lead + words
    }
    if kind == .level, isOfSentence, let last = levels.first, last.name == name {
      // 平均每一网点服务面积…，服务人口…: for each of what the name began with; 寄递服务业务收入 after 寄递服务业务量.
      if name.simplifiedForm.hasPrefix("平均每") || name.hasPrefix("每") || isBareMeasure(words),
        !measures.averages.contains(where: { words.simplifiedForm.contains($0) }), words.count > 2,
        let at = name.firstRange(of: words.prefix(2))?.lowerBound, at > name.index(name.startIndex, offsetBy: 2)
      {
        return name[..<at] + words
      }
      // 行政二审案件为130.7天 after 民事二审案件平均审理周期为121.5天: the average of others, who end alike.
      if last.unit == unit, let average = averageEnding(name), name[..<average].suffix(2) == words.suffix(2),
        !measures.averages.contains(where: { words.simplifiedForm.contains($0) })
      {
        return words + name[average...]
      }
    }
    if kind == .level, isOfSentence, let last = levels.first, last.name == name, last.unit == unit, words.count <= 8,
      let shared = [4, 3, 2].first(where: { words.count >= $0 && name.count > $0 + 2 && name.hasPrefix(words.suffix($0)) }),
      case let measure = name.dropFirst(shared),
      measures.averages.contains(where: { measure.simplifiedForm.contains($0) })
        || isRate(name)
    {
      // 公立医院为8.4日 after 医院出院患者平均住院日: the same of some of them.
      return words + measure
    }
    if kind == .level, isOfSentence, let last = levels.first, last.name == name, last.unit == unit, (2...4).contains(words.count),
      name.count > words.count + 1, name.prefix(words.count).last == words.last, !name.hasPrefix(words),
      measures.actors.contains(where: { words.simplifiedForm.hasSuffix($0) }),
      (measures.endings + measures.shared).contains(where: { name.simplifiedForm.hasSuffix($0) })
    {
      // 外国人31318件 after 本国人发明专利申请19536件: of what the others, who are called alike, did.
      return words + name.dropFirst(words.count)
    }
    if kind == .level, unit == "%" {
      guard isRate(name), !isRate(words), words.unicodeScalars.count <= 12,
        !measures.endings.contains(where: { words.simplifiedForm.hasSuffix($0) })
      else { return nil }
      // 高中程度者 after 大学程度者失业率: the rate of those told of before, who end alike.
      if let end = words.last, let at = name.lastIndex(of: end), at != name.startIndex, name.index(after: at) < name.endIndex {
        return words + name[name.index(after: at)...]
      }
      return words + name
    }
    if kind == .level, isOfSentence, let last = levels.first, last.name == name,
      Self.measure(last.unit) == Self.measure(unit),
      let owner = owner(name), owner.count < name.count, owner.last == words.last, owner.count <= words.count + 3,
      words.count <= 4 || words.count <= 10 && owner.suffix(2) == words.suffix(2),
      !measures.sizes.contains(String(name.dropFirst(owner.count)).simplifiedForm)
    {
      // 火电15.4亿千瓦 after 风电装机容量7.1亿千瓦: told beside the other, by its measure.
      return words + name.dropFirst(owner.count)
    }
    if kind == .level, isOfSentence, let last = levels.first, Self.measure(last.unit) == Self.measure(unit),
      let completed = otherSide(words, of: last.name) ?? (isListed ? acted(words, beside: last.name) : nil)
    {
      return completed
    }
    if kind == .level, isOfSentence, words.count <= 6, let last = levels.first, last.name == name, last.unit == unit,
      let of = name.lastIndex(of: "的"), of != name.startIndex, name[name.index(before: of)] == words.last,
      name.index(after: of) < name.endIndex
    {
      // 留宿旅客（2.2日） after 不过夜旅客的平均逗留时间（0.2日）: the same of others, who end alike.
      return words + name[of...]
    }
    guard kind == .change, isOwner(words),
      let measure = measures.shared.first(where: { name.simplifiedForm.hasSuffix($0) })
    else { return nil }
    return words + name.suffix(measure.count)
  }

  /// 职工医保基金收入…；支出…, 基金支出…: told beside the other, of one owner.
  private func otherSide(_ words: String, of name: String) -> String? {
    func side(_ words: String) -> String? { measures.accountSides.first { words.simplifiedForm.hasSuffix($0) } }
    guard let own = side(words), let other = side(name), name.count > other.count + 1 else { return nil }
    let (owner, shared) = (name.dropLast(other.count), words.dropLast(own.count))
    guard owner.hasSuffix(shared), owner.count > shared.count, !owner.hasSuffix("可支配"), !owner.simplifiedForm.hasSuffix("营业"),
      !owner.hasSuffix("税")
    else { return nil }
    return String(owner) + String(words.dropFirst(shared.count))
  }

  /// 帮信罪 after 起诉电信网络诈骗犯罪: what the same was done with, which ends alike.
  private func acted(_ words: String, beside name: String) -> String? {
    func act(_ words: String) -> String? { VerbWords.actions.first { words.simplifiedForm.hasPrefix($0) } }
    let plain = words.simplifiedForm
    guard let done = act(name), !VerbWords.actions.contains(where: { plain.contains($0) }), name.count > done.count + 1, words.count > 1,
      words.last == name.last
    else { return nil }
    return name.prefix(done.count) + words
  }

  /// 在校生 after 普通小学156所，招生…: of the schools that the sentence counted.
  func ofSchools(_ words: String) -> String? {
    guard isOfSentence, measures.schoolMeasures.contains(words.simplifiedForm) else { return nil }
    let school = levels.first { level in
      Self.measure(level.unit) == "所" && measures.schools.contains { level.name.simplifiedForm.hasSuffix($0) }
    }
    return school.map { $0.name + words }
  }

  /// 毛利率 after 影像设备收入11.05亿元: of the goods that the sentence told the income of.
  func ofGoods(_ words: String) -> String? {
    guard isOfSentence, ["毛利率", "毛利", "毛利额"].contains(words.simplifiedForm), let name, name.simplifiedForm.hasSuffix("收入"),
      let owner = owner(name), owner.count < name.count
    else { return nil }
    return owner + words
  }

  /// 32个行业增加值保持同比增长: what those counted were told of, which the members told of next were as well.
  mutating func note(counted name: String) {
    guard measures.owners.contains(where: { name.simplifiedForm.hasSuffix($0) }),
      let measure = measures.shared.first(where: { name.simplifiedForm.hasPrefix($0) }),
      ["保持", "同比", "实现", "增长", "下降", "比上年"].contains(where: { name.simplifiedForm.dropFirst(measure.count).hasPrefix($0) })
    else { return }
    measureOfCounted = String(name.prefix(measure.count))
  }

  /// Those told of one after the other by one measure: 企业, and branches of business.
  private func isOwner(_ words: String) -> Bool {
    let plain = words.simplifiedForm
    return measures.owners.contains { plain.hasSuffix($0) } || plain.hasSuffix("业") && !measures.acts.contains { plain.hasSuffix($0) }
  }

  /// 义务教育阶段 of 义务教育阶段招生.
  private var stage: String? {
    guard let first = levels.first?.name, let end = first.firstRange(of: "阶段")?.upperBound ?? first.firstRange(of: "階段")?.upperBound,
      end < first.endIndex, first.distance(from: end, to: first.endIndex) <= 4
    else { return nil }
    return String(first[..<end])
  }

  /// 业务收入: a measure with no more in front than what owns none.
  private func isBareMeasure(_ words: String) -> Bool {
    let plain = words.simplifiedForm
    return measures.attributes.contains { attribute in
      plain.hasPrefix(attribute) && attribute.count > 1
        && (measures.owned.contains(String(plain.dropFirst(attribute.count))) || plain.count == attribute.count + 1 && plain.hasSuffix("量"))
    }
  }

  /// Where 平均审理周期 begins in a name that tells first whose average it is.
  private func averageEnding(_ name: String) -> String.Index? {
    guard let at = name.firstRange(of: "平均")?.lowerBound, name.distance(from: name.startIndex, to: at) >= 2 else { return nil }
    return at
  }

  /// 出口 as a part of 民营企业进出口 is 民营企业出口.
  func part(_ words: String, of whole: String) -> String? {
    for (both, one) in [("进出口总值", "进口"), ("进出口总值", "出口"), ("进出口总额", "进口"), ("进出口总额", "出口"), ("进出口", "进口"), ("进出口", "出口")]
    where words == one && whole.hasSuffix(both) && whole.count > both.count {
      return whole.dropLast(both.count) + one
    }
    return nil
  }

  /// 国内企业有效发明专利190.8万件，其中高新技术企业121.3万件: what such firms have of what all have.
  func owned(_ words: String, unit: String, asIn whole: String) -> String? {
    let kind = words.suffix(2)
    guard measures.actors.contains(where: { $0.count > 1 && kind.hasSuffix($0) }), words.count > 2,
      !"家户人名个所戶個".contains(unit.last ?? "家"), let end = whole.firstRange(of: kind)?.upperBound, end < whole.endIndex
    else { return nil }
    return words + whole[end...]
  }

  /// 规模以上企业营收5000亿元，其中制造业3200亿元: a branch by the measure of the whole.
  func measured(_ words: String, asIn whole: String) -> String? {
    let plain = words.simplifiedForm
    guard plain.count <= 10, measures.owners.contains(where: { plain.hasSuffix($0) }),
      !measures.actors.contains(where: { plain.hasSuffix($0) }),
      let measure = (measures.shared + measures.accounts).filter({ whole.simplifiedForm.hasSuffix($0) }).max(by: { $0.count < $1.count }),
      whole.count > measure.count
    else { return nil }
    return words + whole.suffix(measure.count)
  }

  private func isRate(_ name: String) -> Bool { measures.rateEndings.contains { name.simplifiedForm.hasSuffix($0) } }
}
