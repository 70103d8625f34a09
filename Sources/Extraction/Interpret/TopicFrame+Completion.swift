import Indicators
import Lingua

/// Names of parts, owners and short measures made whole by what was told before.
extension TopicFrame {
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

  /// 私营企业 after 规模以上工业增加值增长…: an owner beside others takes the measure they are told of.
  ///
  /// - Parameter isListed: only 、 or 和 stands between it and the figure before.
  func completed(_ words: String, kind: Observation.Kind, unit: String, isListed: Bool) -> String? {
    if kind == .change, isOwner(words), let told = measureOfCounted, !words.simplifiedForm.hasSuffix(told.simplifiedForm) {
      return words + told
    }
    guard let name, name != words, !name.hasPrefix(words) else { return nil }
    if kind == .level, let last = levels.first, last.name == name, Self.measure(last.unit) == Self.measure(unit),
      (3...10).contains(name.count),
      case let sides = prose.trade.directions.map(\.1), sides.contains(words.simplifiedForm),
      let other = sides.first(where: { $0 != words.simplifiedForm && name.simplifiedForm.hasPrefix($0) })
    {
      // 进口煤炭2.22亿吨；出口228万吨: of the same goods.
      return words + name.dropFirst(other.count)
    }
    if kind == .change, measures.halves.contains(words.simplifiedForm),
      isOfSentence || prose.names.prices.contains(where: { name.contains($0) })
    {
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
  func otherSide(_ words: String, of name: String) -> String? {
    func side(_ words: String) -> String? { measures.accountSides.first { words.simplifiedForm.hasSuffix($0) } }
    guard let own = side(words), let other = side(name), name.count > other.count + 1 else { return nil }
    let (owner, shared) = (name.dropLast(other.count), words.dropLast(own.count))
    guard owner.hasSuffix(shared), owner.count > shared.count,
      !prose.names.keptOwners.contains(where: { owner.simplifiedForm.hasSuffix($0) })
    else { return nil }
    return String(owner) + String(words.dropFirst(shared.count))
  }

  /// 帮信罪 after 起诉电信网络诈骗犯罪: what the same was done with, which ends alike.
  func acted(_ words: String, beside name: String) -> String? {
    func act(_ words: String) -> String? { prose.classes.actions.first { words.simplifiedForm.hasPrefix($0) } }
    let plain = words.simplifiedForm
    guard let done = act(name), !prose.classes.actions.contains(where: { plain.contains($0) }), name.count > done.count + 1,
      words.count > 1,
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
    guard isOfSentence, prose.names.grossProfits.contains(words.simplifiedForm), let name,
      let income = prose.names.incomes.first(where: { name.simplifiedForm.hasSuffix($0) })
    else { return nil }
    if let owner = owner(name), owner.count < name.count { return owner + words }
    // 储能业务营收
    let owner = name.dropLast(income.count)
    return owner.count > 2 && prose.names.businesses.contains(where: { owner.simplifiedForm.hasSuffix($0) }) ? owner + words : nil
  }

  /// 义务教育阶段 of 义务教育阶段招生.
  var stage: String? {
    guard let first = levels.first?.name, let end = first.firstRange(of: "阶段")?.upperBound ?? first.firstRange(of: "階段")?.upperBound,
      end < first.endIndex, first.distance(from: end, to: first.endIndex) <= 4
    else { return nil }
    return String(first[..<end])
  }

  /// 业务收入: a measure with no more in front than what owns none.
  func isBareMeasure(_ words: String) -> Bool {
    let plain = words.simplifiedForm
    return measures.attributes.contains { attribute in
      plain.hasPrefix(attribute) && attribute.count > 1
        && (measures.owned.contains(String(plain.dropFirst(attribute.count))) || plain.count == attribute.count + 1 && plain.hasSuffix("量"))
    }
  }

  /// Where 平均审理周期 begins in a name that tells first whose average it is.
  func averageEnding(_ name: String) -> String.Index? {
    guard let at = name.firstRange(of: "平均")?.lowerBound, name.distance(from: name.startIndex, to: at) >= 2 else { return nil }
    return at
  }

  /// 出口 as a part of 民营企业进出口 is 民营企业出口.
  func part(_ words: String, of whole: String) -> String? {
    for (both, one) in prose.trade.directions
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
}
