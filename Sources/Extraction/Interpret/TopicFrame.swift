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

  /// Whether the name was said in the sentence at hand.
  private var isOfSentence = false

  mutating func enterParagraph() { self = TopicFrame() }
  mutating func enterSentence() {
    ofActions = nil
    isOfSentence = false
  }

  mutating func hold(_ words: String) {
    name = words
    isOfSentence = true
  }

  /// - Parameter isObject: 涉及劳动者, 惠及企业: what is reached owns no measure of what follows.
  mutating func hold(level: String, unit: String, isObject: Bool) {
    if !isObject || name == nil {
      name = level
      isOfSentence = true
    }
    levels.insert((level, unit), at: 0)
    if levels.count > 8 { levels.removeLast() }
  }

  /// The name of a head, and the frame that gave it; empty where nothing does.
  ///
  /// - Parameter namesSubject: the clause or the document has a subject of its own, which owns a short head rather than what an
  ///   earlier sentence measured.
  func resolve(_ head: Head, kind: Observation.Kind, unit: String, names: [String], namesSubject: Bool) -> (name: String, frame: String?) {
    switch head {
    case .own(let words): return (words, "clause")
    case .dependent(let words):
      guard let name, isOfSentence || !namesSubject else { return (words, "clause") }
      if name.contains(words) || kind == .rank && Self.standings.contains(words) { return (name, "topic") }
      // 降幅比上月收窄…: of the level, by its whole name.
      if kind == .change, Self.growths.contains(words) { return (name + words, "topic") }
      guard let owner = Self.owner(name) else { return (words, "clause") }
      return (owner + words, "topic")
    case .action(let words, let last):
      guard let ofActions, !words.contains(ofActions) else { return (words, "clause") }
      return (ofActions + last, "topic")
    case .verb(let words): return (words + (name ?? ""), "topic")
    case .same(let index): return (names.indices.contains(index) ? names[index] : name ?? "", "statement")
    case .topicElse(let words): return (name ?? words, name == nil ? "clause" : "topic")
    case .inherited: return (ofUnit(unit, kind) ?? name ?? "", name == nil ? nil : "topic")
    }
  }

  /// What a name tells of, without its own measure: 农民工 of 农民工总量, 数字产业 of 数字产业收入; nil for a measure alone, which stands
  /// beside the next and owns nothing.
  private static func owner(_ name: String) -> String? {
    for measure in ownMeasures where name.hasSuffix(measure) {
      let owner = name.dropLast(measure.count)
      return owner.count > 1 && !["营业", "平均", "人均", "最高", "最低", "年均", "总"].contains(owner) ? String(owner) : nil
    }
    return name.last.map { "额量率值数度额额費费价".contains($0) } ?? true ? nil : name
  }

  /// 总量居全市第3位, 增速居首位: the position is that of the level told of.
  private static let standings: Set<String> = ["总量", "总额", "总值", "规模", "总规模", "数量", "增速", "增幅", "增长率"]
  private static let growths: Set<String> = ["增速", "增幅", "降幅", "涨幅", "跌幅"]

  /// The longest first.
  private static let ownMeasures = [
    "进出口总值", "进出口总额", "主营业务收入", "营业收入", "利润总额", "净利润", "增加值", "总产值", "总产量", "播种面积", "种植面积", "总收入", "进出口", "销售额", "零售额", "交易额", "成交额", "投资额", "出口额", "进口额", "用电量", "发电量", "总量",
    "总数", "数量", "人数", "户数", "总额", "规模", "总值", "金额", "收入", "利润", "产值", "投资", "产量", "销量", "面积", "出口", "进口", "气温", "温度", "浓度", "指数", "价格", "余额", "负荷", "出力", "订单",
  ]

  /// 3.5万件…，60亿元；将超过4万件: a level without a name is of the level before it that counts in the same unit.
  private func ofUnit(_ unit: String, _ kind: Observation.Kind) -> String? {
    guard kind == .level, let last = levels.first, last.name == name, Self.measure(last.unit) != Self.measure(unit) else { return nil }
    return levels.first { Self.measure($0.unit) == Self.measure(unit) }?.name
  }

  /// A unit without its multiplier: 件 of 万件.
  private static func measure(_ unit: String) -> Substring { unit.drop { "十百千万亿萬億兆".contains($0) } }

  /// 私营企业 after 规模以上工业增加值增长…: an owner beside others takes the measure they are told of.
  func completed(_ words: String, kind: Observation.Kind, unit: String) -> String? {
    guard let name, name != words, !name.hasPrefix(words) else { return nil }
    if kind == .change, Self.halves.contains(words), isOfSentence || name.contains("价格") {
      // 城市上涨0.1%，农村上涨0.2% after 居民消费价格….
      return words + (Self.halves.first { name.hasPrefix($0) }.map { String(name.dropFirst($0.count)) } ?? name)
    }
    if kind == .level, unit == "%" {
      guard Self.isRate(name), !Self.isRate(words), words.unicodeScalars.count <= 12 else { return nil }
      return words + name
    }
    guard kind == .change, Self.owners.contains(where: { words.hasSuffix($0) }), let measure = Self.measures.first(where: { name.hasSuffix($0) })
    else { return nil }
    return words + measure
  }

  /// 出口 as a part of 民营企业进出口 is 民营企业出口.
  func part(_ words: String, of whole: String) -> String? {
    for (both, one) in [("进出口总值", "进口"), ("进出口总值", "出口"), ("进出口总额", "进口"), ("进出口总额", "出口"), ("进出口", "进口"), ("进出口", "出口")]
    where words == one && whole.hasSuffix(both) && whole.count > both.count {
      return whole.dropLast(both.count) + one
    }
    return nil
  }

  private static func isRate(_ name: String) -> Bool { ["率", "比例", "比率"].contains { name.hasSuffix($0) } }

  private static let halves = ["城市", "农村", "城镇", "乡村"]
  private static let owners = ["企业", "行业", "产业", "制造业", "采矿业", "供应业", "服务业", "零售业", "批发业", "门类", "经济"]
  private static let measures = [
    "增加值", "总产值", "产值", "进出口总值", "进出口总额", "进出口", "出口额", "进口额", "出口", "进口", "利润总额", "利润", "营业收入", "收入", "投资额", "投资", "销售额", "零售额", "产量", "销量", "发电量", "用电量",
  ]
}
