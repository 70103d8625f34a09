import Articles
import Indicators

extension Reader {
  /// Reads the number at `index` by the first rule that applies.
  mutating func readQuantity(at index: Int) {
    guard let quantity = block.tokens[index].quantity else { return }
    var features = features(at: index, quantity)
    carryClause(into: &features, at: index)
    if isThreshold(features, at: index) { return }
    for rule in Self.rules {
      if let finding = rule(self, features, index) {
        var finding = finding
        if features.isPlan { finding.isPlan = true }
        applyList(&finding, features, at: index)
        if let end = finding.nounEnd { takenNouns[index] = end }
        emitRange(finding, features, at: index, quantity)
        return
      }
    }
  }

  /// 著作权案件占比最高，为47.6%: a clause of a bare predicate goes on with the name of the clause before.
  private func carryClause(into features: inout Features, at index: Int) {
    passStreak(in: &features)
    let region = features.region
    guard region.quantity == nil, region.bracket == nil, features.change == nil, !features.isUnbroken, !features.quantity.isOrdinal,
      features.share == region.tokens.first && features.share != nil && isSuperlative(before: index) || region.tokens.allSatisfy({ block.tokens[$0].has([.predicate, .adverb, .done, .reach]) || block.tokens[$0].word?.before != nil })
    else { return }
    if features.quantity.kind == .count || features.quantity.kind == .position, block.noun(after: index) != nil { return }
    let start = block.clauseStart[index]
    guard start > sentence.lowerBound + 1, block.tokens[start - 1].punctuation == .comma, let first = region.tokens.first, first == start
    else { return }
    let previous = max(block.clauseStart[start - 2], start - 60)..<(start - 1)
    guard !previous.contains(where: { figures[$0] || block.tokens[$0].has(.speech) }) else { return }
    let before = block.region(before: start - 1) { figures[$0] }
    features.region.tokens = before.tokens + region.tokens
    if let share = before.tokens.last(where: { block.tokens[$0].has(.share) }) { features.share = share }
    if let noun = before.tokens.last(where: { block.tokens[$0].has(.growthNoun) }) { features.growthNoun = noun }
  }

  /// 比重连续三年超过四成: the run stands between the name and its number.
  private func passStreak(in features: inout Features) {
    guard let last = lastFact, last.kind == .streak, features.region.quantity == last.token,
      features.region.tokens.allSatisfy({ block.tokens[$0].has([.predicate, .adverb, .reach, .setting]) || block.tokens[$0].word?.before != nil || block.reads($0, "在") })
    else { return }
    let before = block.region(before: last.token) { figures[$0] }
    features.region.tokens = before.tokens + features.region.tokens
    features.region.quantity = before.quantity
    features.region.isListed = false
    if let share = before.tokens.last(where: { block.tokens[$0].has(.share) }) { features.share = share }
  }

  /// 批发和零售业次之，占21%: the clause before ends in a word of order.
  private func isSuperlative(before index: Int) -> Bool {
    let start = block.clauseStart[index]
    guard start > sentence.lowerBound + 1 else { return false }
    let words = block.string(max(block.clauseStart[start - 2], start - 4)..<(start - 1))
    return ["次之", "其次", "最多", "最高", "最大", "居首", "紧随其后", "为主", "最低", "领先"].contains { words.hasSuffix($0) }
  }

  /// The constructions in the order in which they are tried.
  private static let rules: [@Sendable (Reader, Features, Int) -> Finding?] = [
    { $0.streak($1, at: $2) },
    { $0.rankShift($1, at: $2) },
    { $0.movementEnd($1, at: $2) },
    { $0.rank($1, at: $2) },
    { $0.listMember($1, at: $2) },
    { $0.points($1, at: $2) },
    { $0.multiple($1, at: $2) },
    { $0.distance($1, at: $2) },
    { $0.growthRate($1, at: $2) },
    { $0.rateBeforeNoun($1, at: $2) },
    { $0.change($1, at: $2) },
    { $0.share($1, at: $2) },
    { $0.bracketedShare($1, at: $2) },
    { $0.keptShare($1, at: $2) },
    { $0.shareBeforeNoun($1, at: $2) },
    { $0.level($1, at: $2) },
  ]

  /// 100万元以上的项目, 注册资本500万元以上: the number defines a group and is no figure of its own.
  private func isThreshold(_ features: Features, at index: Int) -> Bool {
    let kind = features.quantity.kind
    guard kind == .money || kind == .physical || kind == .duration || kind == .count, index + 1 < block.tokens.count,
      let word = block.tokens[index + 1].word, word.after == .atLeast || word.after == .atMost
    else { return false }
    var next = index + 2
    while next < block.tokens.count, block.tokens[next].has(.of) { next += 1 }
    if next == index + 2, next < block.clauseEnd[index], figures[next], kind == .money || kind == .physical { return true }
    guard next < block.clauseEnd[index], next > index + 2 || !features.hasPredicate else { return false }
    switch block.tokens[next].kind {
    case .text: return features.region.tokens.isEmpty || kind != .count || next > index + 2
    case .word(let word): return word.classes.contains(.noun) && (kind != .count || next > index + 2)
    default: return false
    }
  }

  /// 5%—8%, 10万至15万元: two figures, the lower end and the upper.
  private mutating func emitRange(_ finding: Finding, _ features: Features, at index: Int, _ quantity: Quantity) {
    var finding = finding
    var quantity = quantity
    if let shared = sharedUnit(at: index, quantity) { quantity = shared }
    if let upper = rangeEnd(after: index) {
      finding.qualifier = .atLeast
      emit(finding, at: index, quantity)
      _ = upper
      return
    }
    if let lower = rangeStart(before: index), let last = drafts.last, lastFact?.token == lower, last.qualifier == .atLeast {
      var copy = finding
      copy.kind = last.kind
      copy.name = last.name
      copy.qualifier = .atMost
      copy.isNegative = last.number.isNegative
      copy.scope = last.scope
      copy.place = last.area
      copy.period = last.period
      copy.rule = last.rule
      copy.inheritsName = last.kind != .level
      emit(copy, at: index, quantity)
      return
    }
    emit(finding, at: index, quantity)
  }

  /// The unit of a bare number in a list or range is that of the member which has one.
  private func sharedUnit(at index: Int, _ quantity: Quantity) -> Quantity? {
    let isHalfPoint = quantity.unit == "个"
    guard quantity.kind == nil || isHalfPoint, !quantity.isOrdinal, !quantity.isTop else { return nil }
    var at = index
    while at + 2 < block.tokens.count, at - index < 40, Exclusions.joins(block.tokens[at + 1]) || block.reads(at + 1, "至"),
      let next = block.tokens[at + 2].quantity
    {
      if let kind = next.kind {
        if isHalfPoint, kind != .points { return nil }
        var copy = quantity
        copy.kind = kind
        copy.unit = next.unit
        if quantity.numeral.power > 0, next.numeral.power == 0 { copy.unit = quantity.unit + next.unit }
        return copy
      }
      at += 2
    }
    return nil
  }

  private func isJoint(_ index: Int) -> Bool {
    guard block.tokens.indices.contains(index) else { return false }
    return block.tokens[index].punctuation == .range || block.reads(index, "至") || block.reads(index, "到")
  }

  private func rangeEnd(after index: Int) -> Int? {
    guard isJoint(index + 1), index + 2 < block.tokens.count, figures[index + 2], let upper = block.tokens[index + 2].quantity,
      let lower = block.tokens[index].quantity, lower.kind == nil || lower.kind == upper.kind, lower.isOrdinal == upper.isOrdinal
    else { return nil }
    if index > 0, block.tokens[index - 1].has(.from), block.tokens[index + 1].punctuation == nil, !isUnequal(after: index + 2) { return nil }
    return index + 2
  }

  /// 从500万元到3000万元不等: no movement but a range.
  private func isUnequal(after index: Int) -> Bool {
    guard index + 1 < block.tokens.count else { return false }
    return block.string((index + 1)..<min(index + 3, block.tokens.count)).hasPrefix("不等")
  }

  private func rangeStart(before index: Int) -> Int? {
    guard index >= 2, isJoint(index - 1), figures[index - 2] else { return nil }
    return index - 2
  }

  // MARK: Shared by the rules

  func string(_ tokens: [Int]) -> String { block.words(tokens) }

  /// The name on the left of `limit` (a token of the region), with heads taken from the context; nil when there is none.
  func name(in features: Features, before limit: Int? = nil, after lower: Int? = nil) -> (name: String?, phrase: NamePhrase) {
    var tokens = features.region.tokens
    if let limit { tokens.removeAll { $0 >= limit } }
    if let lower { tokens.removeAll { $0 <= lower } }
    if let number = features.region.quantity, let taken = takenNouns[number] { tokens.removeAll { $0 <= taken } }
    tokens = withoutManner(tokens)
    tokens.removeAll { bodyTokens.contains($0) }
    let phrase = block.namePhrase(tokens)
    if phrase.tokens.isEmpty, tokens.contains(where: { block.tokens[$0].has(.pronoun) && block.string($0..<($0 + 1)) == "前者" }) {
      return (drafts.suffix(2).first?.name, phrase)
    }
    if phrase.tokens.isEmpty || isPlaceOnly(phrase) { return (nil, phrase) }
    let words = phrase.isPlaceList ? withoutCount(string(phrase.tokens)) : string(phrase.tokens)
    return (words.isEmpty ? nil : completed(words, phrase), phrase)
  }

  func isPlaceOnly(_ phrase: NamePhrase) -> Bool {
    !phrase.tokens.isEmpty && phrase.tokens.allSatisfy { block.tokens[$0].place != nil || block.tokens[$0].has(.selfName) }
  }

  /// 发行金额 after 知识产权证券化产品 is 知识产权证券化产品发行金额.
  func completed(_ name: String, _ phrase: NamePhrase) -> String {
    if let topic = sentenceTopic, phrase.tokens.allSatisfy({ block.tokens[$0].has([.action, .verb]) }), !name.contains(topic) { return topic + bareAction(phrase) }
    guard let last = phrase.tokens.last, phrase.tokens.count == 1, block.tokens[last].has([.dependent, .growthNoun]), let head = lastName else { return name }
    return head.hasSuffix(name) || head.contains(name) ? head : head + name
  }

  /// 收到申请 is 申请: the last verb is what is counted.
  private func bareAction(_ phrase: NamePhrase) -> String {
    guard let last = phrase.tokens.last else { return "" }
    return string([last])
  }

  /// The place a phrase names as its subject.
  func place(of phrase: NamePhrase) -> Worded<String>? {
    guard let index = isPlaceOnly(phrase) ? phrase.tokens.last : phrase.place else { return nil }
    guard let place = block.tokens[index].place else { return nil }
    return Worded(value: place.name, words: block.string(index..<(index + 1)))
  }
}
