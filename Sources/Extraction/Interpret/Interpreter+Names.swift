import Articles
import Indicators
import Lingua

/// Names that figures take from what is told round them.
extension Interpreter {
  /// The name of a figure, where it comes from, and whether it is one direction of a trade told in both.
  mutating func name(of statement: Statement) -> (name: String, frame: String?, isTradePart: Bool) {
    let isOfBody = subjects.standing.map { $0.place == nil } ?? false
    var (name, nameFrame) = topics.resolve(
      statement.head, kind: statement.kind, unit: statement.unit, names: names,
      namesSubject: statement.namesSubject
        || isOfBody && statement.head.words.map { measures.accounts.contains($0.simplifiedForm) } ?? false)
    if statement.isPart || isWithin(statement) { hasPart = true }
    var isTradePart = false
    if case .action(let words, _) = statement.head, hasPart, let whole, let part = topics.part(words, of: drafts[whole].name) {
      (name, nameFrame, isTradePart) = (part, "topic", true)
    }
    if case .own(let words) = statement.head {
      if isOwnerOpen(statement), let completed = topics.partCompleted(words, kind: statement.kind, unit: statement.unit) {
        (name, nameFrame) = (completed, "topic")
      } else if let completed = topics.completed(
        words, kind: statement.kind, unit: statement.unit, isListed: statement.isListedPart)
      {
        (name, nameFrame) = (completed, "topic")
      } else if hasPart, let whole, let part = topics.part(words, of: drafts[whole].name) {
        (name, nameFrame, isTradePart) = (part, "topic", true)
      } else if hasPart, statement.kind == .level, let whole, compatible(drafts[whole].unit, statement.unit),
        let part = topics.owned(words, unit: statement.unit, asIn: drafts[whole].name) ?? topics.measured(words, asIn: drafts[whole].name)
      {
        (name, nameFrame) = (part, "topic")
      }
    }
    if statement.kind == .change || statement.kind == .rank, let words = statement.head.words, let acted = actedOn(words) {
      // 收案增加1231件 after 新收案件3176件: of what was acted on.
      (name, nameFrame) = (acted, "topic")
    }
    if statement.kind == .change, case .own(let words) = statement.head, let told = sizeToldAgain(words, unit: statement.unit) {
      (name, nameFrame) = (told, "sentence")
    }
    if case .own(let words) = statement.head, !hasPart, let last = drafts.indices.last, last >= firstOfSentence,
      let part = topics.part(words, of: drafts[last].name) ?? lastTrade.flatMap({ topics.part(words, of: $0) })
    {
      // 私营企业进出口增长53.5%，出口和进口分别增长…: the parts of the trade told right before.
      if drafts[last].name.simplifiedForm.hasSuffix("口") { lastTrade = lastTrade ?? drafts[last].name }
      (name, nameFrame) = (part, "topic")
    }
    if statement.kind == .change, case .inherited = statement.head, statement.form == nil,
      let counted = levelInUnit(of: statement, named: name)
    {
      (name, nameFrame) = (drafts[counted].name, "sentence")
    }
    if statement.kind == .change, case .inherited = statement.head, let last = drafts.indices.last, last >= firstOfSentence,
      drafts[last].kind == .level, !drafts[last].isBase,
      measures.reachingVerbs.contains(where: { drafts[last].name.simplifiedForm.hasPrefix($0) })
    {
      // 惠及企业1142家，同比增长28.3%: right behind whom it reached.
      (name, nameFrame) = (drafts[last].name, "sentence")
    }
    if statement.kind == .change, statement.unit.contains("点") || statement.unit.contains("點"), let words = statement.head.words,
      measures.shareNames.contains(words.simplifiedForm),
      let share = drafts.last(where: { $0.kind == .share && $0.sentence == sentence && !$0.isBase })
    {
      // 占35.2%，占比较上年末提升3.1个百分点: of the share just told.
      (name, nameFrame) = (share.name, "sentence")
    }
    if statement.kind == .level, let words = statement.head.words, let goods = topics.ofGoods(words) {
      (name, nameFrame) = (goods, "topic")
    }
    if hasPart, statement.kind == .level, let whole, prose.names.sexes.contains(name.simplifiedForm),
      compatible(drafts[whole].unit, statement.unit)
    {
      // 户籍人口58.36万人。其中，男性30.12万人
      (name, nameFrame) = (name + drafts[whole].name, "topic")
    }
    if statement.kind == .level, statement.role == .main, let words = statement.head.words, let schools = topics.ofSchools(words) {
      (name, nameFrame) = (schools, "topic")
    }
    if statement.kind == .level, nameFrame == "clause", let labelled = topics.labelled(name) { (name, nameFrame) = (labelled, "topic") }
    if nameFrame == "clause", let owner = ownerOfParts(name, statement) { (name, nameFrame) = (owner + name, "topic") }
    if statement.kind == .level, nameFrame == "clause", statement.role == .main, isOwnerOpen(statement),
      let owned = topics.ofTopicSaid(name, value: "\(statement.number) \(statement.unit)")
    {
      (name, nameFrame) = (owned, "topic")
    }
    return (name, nameFrame, isTradePart)
  }

  /// “…公司…申请986件。”某公司一位副总裁说: who speaks the quotation that a sentence holds.
  func speaker(ofQuotationIn sentence: Sentence, before next: Sentence?) -> String? {
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

  /// 輸往越南升53.8%、台灣升40.3%: the next place that the same goes to, and no owner of it; nil elsewhere.
  func partnerSaidNext(_ statement: Statement, _ name: String) -> String? {
    guard case .place(let place, let words)? = statement.owner, statement.head.isOpen, subjects.document?.place != nil,
      place.name != subjects.document?.name.value, case let plain = name.simplifiedForm, plain.count == name.count,
      let direction = measures.tradeDirections.first(where: { plain.hasPrefix($0) })
    else { return nil }
    let signs = Array(plain.unicodeScalars)
    guard let told = subjects.places.longestMatch(in: signs, at: direction.unicodeScalars.count, limit: signs.count),
      told.value.name != place.name
    else { return nil }
    return String(name.prefix(direction.count)) + words + String(name.dropFirst(direction.count + told.length))
  }

  /// 台湾旅客 in a text of Hong Kong, 香港旅客 in one of Macao.
  private func comesFromApart(_ area: Area) -> Bool {
    guard let own = subjects.documentPlace, prose.places.apart.contains(own.name), let code = area.code else { return false }
    return code != own.code && prose.places.apart.contains(area.name?.value ?? "")
  }

  /// 南韩 of 南韩旅客: how many signs the foreign place takes that opens a name.
  func lengthOfPlace(opening name: String) -> Int {
    let signs = Array(name.unicodeScalars.map(\.halfWidth.simplified))
    guard let match = subjects.places.longestMatch(in: signs, at: 0, limit: signs.count), match.value.level == .country,
      match.length < signs.count
    else { return 0 }
    return match.length
  }

  /// 菲律宾旅客 in a text of Hong Kong: counted where they come to.
  func tellsVisitors(_ name: String, of area: Area) -> Bool {
    guard area.isForeign || comesFromApart(area), subjects.document?.place != nil, let words = area.name?.words else { return false }
    let plain = name.simplifiedForm
    let rest = plain.hasPrefix(words.simplifiedForm) ? plain.dropFirst(words.count) : plain.dropFirst(lengthOfPlace(opening: plain))
    return measures.visitors.contains { rest.hasPrefix($0) }
  }

  /// 总诊疗人次95.5亿，入院人次3.0亿。其中，医院总诊疗人次42.6亿，入院人次2.5亿: 医院, whose the bare name is as well that the text told of the whole.
  func ownerOfParts(_ name: String, _ statement: Statement) -> String? {
    guard statement.kind == .level, hasPart, firstOfSentence < drafts.count, firstOfSentence > 0 else { return nil }
    let before = drafts[max(0, firstOfSentence - 12)..<firstOfSentence].filter { $0.kind == .level && !$0.isBase }
    guard before.contains(where: { $0.name == name && compatible($0.unit, statement.unit) }) else { return nil }
    for part in drafts[firstOfSentence...] where part.kind == .level {
      if let whole = before.first(where: { part.name.count > $0.name.count && part.name.hasSuffix($0.name) && $0.name.count > 1 }) {
        // 企业5600家，从业人员32万人。其中，规模以上企业820家，从业人员12万人: of those firms.
        return measures.actors.contains(whole.name.simplifiedForm) ? part.name : String(part.name.dropLast(whole.name.count))
      }
    }
    return nil
  }

  /// The name of the level of the paragraph that counts what the noun of an act stands for.
  func actedOn(_ noun: String) -> String? {
    let plain = noun.simplifiedForm
    let verbs = measures.actNouns.filter { $0.noun == plain }.map(\.verb)
    guard !verbs.isEmpty else { return nil }
    return drafts.suffix(16).last { draft in
      draft.kind == .level && !draft.isBase && draft.name.count > plain.count && verbs.contains { draft.name.simplifiedForm.hasPrefix($0) }
    }?.name
  }

  /// 银行本外币资产137.2万亿元，占比40.4%，资产总额同比增长6.9%: the level of the sentence whose last words, with what a size is called by, are
  /// said again.
  func sizeToldAgain(_ words: String, unit: String) -> String? {
    guard let last = drafts.last(where: { $0.kind == .level && !$0.isBase }), last.sentence == sentence else { return nil }
    let plain = words.simplifiedForm
    guard let size = measures.sizes.first(where: { plain.hasSuffix($0) && plain.count > $0.count }),
      case let stem = plain.dropLast(size.count), stem.count > 1, last.name.simplifiedForm.hasSuffix(stem), last.name.count > stem.count
    else { return nil }
    return last.name
  }

  /// 下跌的城市有5个，比上月减少2个: a change in absolute terms that names nothing is of the level right before it in its unit, not of the
  /// one that the topic names.
  func levelInUnit(of statement: Statement, named name: String) -> Int? {
    guard let last = drafts.indices.last, last >= firstOfSentence, drafts[last].kind == .level, !drafts[last].isBase, last == lastLevel,
      drafts[last].name != name, statement.unit != "%", !statement.unit.contains("点"), compatible(drafts[last].unit, statement.unit)
    else { return nil }
    return drafts[last].unit.isEmpty ? nil : last
  }
}
