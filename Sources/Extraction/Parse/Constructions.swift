import Articles
import Indicators
import Lingua

/// A way in which Chinese prose states a figure.
struct Construction: Sendable {
  /// As `extract --explain` names it.
  var name: String
  /// Words of the kind it reads.
  var example: String
  /// What it makes of the number at a token; nil where it does not apply.
  var read: @Sendable (SentenceParser, Surroundings, Int) -> Statement?
}

/// The constructions in the order in which they are tried; the first that applies reads the number.
enum Constructions {
  static let table: [Construction] = [
    Construction(name: "streak.run", example: "连续13年保持全国首位") { $0.streak($1, at: $2) },
    Construction(name: "change.position", example: "前移三位") { $0.rankShift($1, at: $2) },
    Construction(name: "ratio.member", example: "三次产业结构比为19.8:41.5:38.7") { $0.ratioMember($1, at: $2) },
    Construction(name: "conversion", example: "28.3千公顷（42.5万亩）") { $0.conversion($1, at: $2) },
    Construction(name: "movement.end", example: "占比从45.6%提高到63.2%") { $0.movementEnd($1, at: $2) },
    Construction(name: "rank.position", example: "居全国第二位") { $0.rank($1, at: $2) },
    Construction(name: "list.member", example: "分别增长12%、15%和20%") { $0.listMember($1, at: $2) },
    Construction(name: "change.bracket-list", example: "价格均上升：美国（6.2%）、印度（5.1%）") { $0.bracketListMember($1, at: $2) },
    Construction(name: "change.others", example: "增长16.8%（全国7.1%、全省14.8%）") { $0.changeOfOthers($1, at: $2) },
    Construction(name: "change.further", example: "减少12家、295人") { $0.furtherChange($1, at: $2) },
    Construction(name: "change.signed", example: "120件，+35%") { $0.signedChange($1, at: $2) },
    Construction(name: "change.in-time", example: "少于2019年同期0.4天") { $0.distanceInTime($1, at: $2) },
    Construction(name: "change.points", example: "提高2.6个百分点") { $0.points($1, at: $2) },
    Construction(name: "change.recovery", example: "恢复至2019年同期的95.4%") { $0.recovery($1, at: $2) },
    Construction(name: "change.multiple", example: "是2015年的1.8倍") { $0.multiple($1, at: $2) },
    Construction(name: "share.beside", example: "比重增至30.9%，高于对欧盟的26.6%") { $0.shareBeside($1, at: $2) },
    Construction(name: "change.distance", example: "高于全国平均水平12.6件") { $0.distance($1, at: $2) },
    Construction(name: "change.rate", example: "增速达8.5%") { $0.growthRate($1, at: $2) },
    Construction(name: "change.rate-before-noun", example: "以17.3%的增速") { $0.rateBeforeNoun($1, at: $2) },
    Construction(name: "change.growth", example: "同比增长119.25%") { $0.change($1, at: $2) },
    Construction(name: "share.pronoun", example: "这一比例是七成") { $0.pronounShare($1, at: $2) },
    Construction(name: "share.comparison", example: "逆差相当于进口总值的7.7%") { $0.comparison($1, at: $2) },
    Construction(name: "share.of", example: "占全国总量的19.93%") { $0.share($1, at: $2) },
    Construction(name: "share.bracket", example: "占比32.8%，首度超越本地申请人（31.5%）") { $0.bracketedShare($1, at: $2) },
    Construction(name: "share.kept", example: "占比33.1%，连续16个月保持在三成以上") { $0.keptShare($1, at: $2) },
    Construction(name: "share.before-noun", example: "六成以上的订单") { $0.shareBeforeNoun($1, at: $2) },
    Construction(name: "level.member", example: "17个市州中13个实现正增长") { $0.countedMember($1, at: $2) },
    Construction(name: "level.name", example: "质押金额达970.24亿元") { $0.level($1, at: $2) },
  ]
}

extension SentenceParser {
  /// Reads the number at `index` by the first construction that applies.
  mutating func readQuantity(at index: Int) {
    guard let quantity = block.tokens[index].quantity, !thresholds.contains(index) else { return }
    var around = surroundings(at: index, quantity)
    carryClause(into: &around, at: index)
    if isThreshold(around, at: index) {
      thresholds.insert(index)
      return
    }
    for construction in Constructions.table {
      if var statement = construction.read(self, around, index) {
        statement.modality = statement.modality ?? around.modality
        // 高于预期0.5个百分点: what was expected is what it is held against.
        if let other = statement.gapFrom, language.measures.aims.contains(where: { other.simplifiedForm.contains($0) }) {
          statement.modality = nil
        }
        if statement.modality == .plan, isForecast(before: index) { statement.modality = .forecast }
        if statement.modality == nil, statement.role != .base, isForetold(at: index) { statement.modality = .forecast }
        statement.namesSubject = namesSubject(before: index)
        statement.isCumulative = (max(block.clauseStart[index], index - 12)..<index).contains {
          block.begins($0..<($0 + 1), withOneOf: prose.facts.cumulative)
        }
        applyList(&statement, around, at: index)
        let bounded = statement.construction == "level.number-before-noun" ? boundedGroup(after: index) : nil
        if let bounded {
          statement.head = .own(bounded.name)
          if let number = bounded.number { thresholds.insert(number) }
        }
        if let end = nounEnd(of: statement, at: index, isBounded: bounded != nil) { takenNouns[index] = end }
        stateRange(statement, at: index, quantity)
        return
      }
    }
  }

  /// 全省用电量…, 某公司实现营业收入…: a place or body stands in the clause before the number.
  private func namesSubject(before index: Int) -> Bool {
    let start = max(block.clauseStart[index], index - 20)
    // 总值占全省进出口的17.7%: what it is a share of owns nothing.
    let end = (start..<index).first { block.tokens[$0].has(.share) } ?? index
    return (start..<end).contains {
      block.tokens[$0].has(.selfName) || block.tokens[$0].place != nil || bodyEnds[$0] != nil || bodyTokens.contains($0)
    }
  }

  /// Completes a statement with its number and what binds to it, and adds it.
  mutating func state(_ draft: Statement, at index: Int, _ quantity: QuantityExpression) {
    var statement = draft
    let number = quantity.numeral.number
    statement.number = statement.isNegative && !number.isNegative ? number.negated : number
    if statement.unit.isEmpty { statement.unit = quantity.unit }
    if statement.unit == "％" || statement.unit == "﹪" { statement.unit = "%" }
    // 毛利率同比+1.28pct
    if quantity.kind == .points, statement.unit.unicodeScalars.allSatisfy({ $0.isLatinLetter }) { statement.unit = "个百分点" }
    if quantity.kind == .money, statement.unit.hasSuffix("元"), index > 0,
      let currency = prose.facts.currencyNames.first(where: { block.plain((index - 1)..<index).hasSuffix($0.0) }),
      !statement.unit.hasSuffix(currency.1)
    {
      // 港币2亿元 counts 亿港元.
      statement.unit = statement.unit.dropLast() + currency.1
    }
    statement.range = block.place(of: block.tokens[index].range)
    statement.clause = block.clauseStart[index]
    statement.qualifierWord = qualifierWord(statement.qualifier, at: index)
    if statement.kind == .change { statement.isAtConstantPrices = isAtConstantPrices(index) }
    if statement.kind == .streak { statement.since = origin(near: index) }
    statement.followsWithin = followsWithin(index)
    statement.isListedPart = isListedPart(index)
    if statement.ownTime == nil, statement.kind != .change || statement.construction == "change.position" || base?.isStart ?? false {
      bindTime(to: &statement, at: index)
    }
    if statement.kind == .change, statement.owner == nil, statement.head.isOpen, let before = lastToken, before > sentence.lowerBound,
      index > before,
      index - before < 12,
      !(before..<index).contains(where: { [.open, .close].contains(block.tokens[$0].punctuation) }),
      let open = (max(sentence.lowerBound, before - 4)..<before).last(where: { block.tokens[$0].punctuation == .open }),
      block.partner[open] > index, statements.last?.construction == "level.bracket"
    {
      // 桐城市（7.66亿元，同比增长44.9%）: of the member that the bracket tells of.
      statement.owner = .same(statements.count - 1)
    }
    if statement.kind == .change, let shared = sharedBasis(at: index) { statement.basis = shared }
    if statement.kind == .change, statement.basis == nil { statement.basis = basis(at: index) }
    if statement.kind == .rank, let run = statements.indices.last, statements[run].kind == .streak, run >= firstOfSentence,
      statements[run].clause == statement.clause
    {
      statements[run].scope = statement.scope
      if !statement.head.isOpen { statements[run].head = statement.head }
    }
    // 占用水总量的16.2%: a part of the water used.
    if statement.kind == .share, let scope = statement.scope, prose.facts.shareInVerbs.contains(where: { scope.hasPrefix($0) }) {
      statement.scope = String(scope.dropFirst())
    }
    if let whose = whoseParts(statement), case .own(let words) = statement.head { statement.head = .own(whose + words) }
    mentions.append(.figure(statement))
    statements.append(statement)
    tokens.append(index)
    replaceLastRun()
  }

  /// 医院 of 其中，医院诊疗人次…，入院人次…, after both were told of all institutions: whose part the first is, the next is as well.
  private func whoseParts(_ statement: Statement) -> String? {
    guard statement.kind == .level, statement.role == .main, block.tokens[sentence.lowerBound].has(.within),
      case .own(let words) = statement.head,
      let first = ofSentence.first, statements[first].kind == .level, case .own(let opening) = statements[first].head
    else { return nil }
    let told = statements[..<firstOfSentence].suffix(8).filter { $0.kind == .level && $0.role == .main }
    guard told.contains(where: { $0.head == .own(words) && $0.unit == statement.unit }) else { return nil }
    for whole in told {
      guard case .own(let name) = whole.head, name != opening else { continue }
      let shared = zip(name.reversed(), opening.reversed()).prefix { $0 == $1 }.count
      let lead = String(opening.dropLast(shared))
      if shared >= 3, shared < name.count, (2...6).contains(lead.count), !words.hasPrefix(lead) { return lead }
    }
    return nil
  }

  private func qualifierWord(_ qualifier: Observation.Qualifier, at index: Int) -> String? {
    let written = block.written[block.tokens[index].range]
    switch qualifier {
    case .exactly, .about: return nil
    case .moreThan: return written.first { "余餘多".unicodeScalars.contains($0) }.map { String(scalars: [$0]) }
    case .atLeast: return index + 1 < block.tokens.count && block.plain((index + 1)..<(index + 2)) == "以上" ? "以上" : nil
    case .lessThan:
      guard index > 0 else { return nil }
      return prose.facts.nearing.first { block.plain((index - 1)..<index).hasSuffix($0) }
    case .atMost:
      if index + 1 < block.tokens.count, block.plain((index + 1)..<(index + 2)) == "以内" { return "以内" }
      return (max(block.clauseStart[index], index - 4)..<index).contains { block.plain($0..<($0 + 1)) == "最高" } ? "最高" : nil
    }
  }

  /// 实际增长, 按可比价格计算: said in the clause of the change; 剔除汇率因素, in that clause or the one before.
  private func isAtConstantPrices(_ index: Int) -> Bool {
    let saysSo = (max(block.clauseStart[index], index - 12)..<index).contains { at in
      let word = block.plain(at..<(at + 1))
      if language.measures.comparable.contains(where: { word.contains($0) }) { return true }
      // 实际使用外资增长5%: 实际 of a noun says nothing of prices.
      guard prose.facts.realTerms.contains(where: { word.contains($0) }) else { return false }
      return block.tokens[at].has([.yearOnYear, .growthNoun])
        || at + 1 < index && block.tokens[at + 1].has([.rise, .fall, .adverb, .yearOnYear, .growthNoun])
        || at + 1 == index
    }
    return saysSo || reckonsOtherwise(max(block.clauseStart[index], index - 20)..<index) || opensReckoning(before: index)
  }

  /// 扣除汇率因素后增长3.1%.
  private func reckonsOtherwise(_ clause: Range<Int>) -> Bool {
    let words = block.plain(clause)
    return language.measures.exclusions.contains { word in
      words.firstRange(of: word).map { at in
        prose.clauses.removals.contains { words[at.upperBound...].contains($0) }
      } ?? false
    }
  }

  /// 按可比口径，保费收入312亿元，增长9.8%; 剔除出售附属公司的影响，…: the clause without a figure that the sentence begins with.
  private func opensReckoning(before index: Int) -> Bool {
    let start = sentence.lowerBound
    let end = min(block.clauseEnd[start], sentence.upperBound)
    if end < index, block.clauseStart[index] != start, isReckoning(start..<end) { return true }
    // 2023年，剔除…的影响，: behind a time.
    guard end - start < 3, end + 1 < index, block.clauseStart[end + 1] != block.clauseStart[index] else { return false }
    return isReckoning((end + 1)..<block.clauseEnd[end + 1])
  }

  /// A clause without a figure that says how what follows is reckoned.
  func isReckoning(_ clause: Range<Int>) -> Bool {
    guard !clause.isEmpty, clause.count < 24, !clause.contains(where: { figures[$0] }) else { return false }
    let words = block.plain(clause)
    return language.measures.exclusions.contains { words.hasPrefix($0) }
      || language.measures.comparable.contains { words.contains($0) } && words.count <= 14
  }

  /// 自2010年起, 2010年以来: the year that a run began in, as its sentence says.
  private func origin(near index: Int) -> TimeExpression? {
    for at in max(sentence.lowerBound, index - 30)..<min(sentence.upperBound, index + 20) {
      guard let time = block.tokens[at].time, case .absolute = time.year else { continue }
      // 连续6年保持增长，“十四五”以来年均增速11.2%: behind the run it is that of the figure in its own clause.
      if at >= block.clauseEnd[index], (block.clauseStart[at]..<block.clauseEnd[at]).contains(where: { figures[$0] }) { continue }
      if time.isSince || at > 0 && block.tokens[at - 1].has(.from) { return time }
    }
    return nil
  }

  /// Whether the clause stands after 其中 and a comma or colon.
  func followsWithin(_ index: Int) -> Bool {
    let start = block.clauseStart[index]
    return start > 1 && [.comma, .colon].contains(block.tokens[start - 1].punctuation) && block.tokens[start - 2].has(.within)
  }

  /// 其中民事案件600件、刑事案件450件: 、 joins it to the statement before.
  private func isListedPart(_ index: Int) -> Bool {
    guard let before = tokens.last, before < index, index - before < 40 else { return false }
    let between = block.tokens[before..<index]
    return between.contains { $0.punctuation == .enumeration }
      && !between.contains { [.comma, .semicolon, .stop].contains($0.punctuation) }
  }

  /// A run that took its name from the position after it is one mention before it.
  private mutating func replaceLastRun() {
    guard statements.count > 1, case let run = statements.count - 2, statements[run].kind == .streak,
      let place = mentions.lastIndex(where: { if case .figure(let other) = $0 { other.range == statements[run].range } else { false } })
    else { return }
    mentions[place] = .figure(statements[run])
  }

  /// 著作权案件占比最高，为47.6%: a clause of a bare predicate goes on with the name of the clause before.
  private func carryClause(into around: inout Surroundings, at index: Int) {
    passStreak(in: &around)
    let region = around.region
    guard region.quantity == nil, region.bracket == nil, around.change == nil, !around.isUnbroken, !around.quantity.isOrdinal,
      around.share == region.tokens.first && around.share != nil && isSuperlative(before: index)
        || region.tokens.allSatisfy({ block.tokens[$0].has([.predicate, .adverb, .done, .reach]) || block.tokens[$0].word?.before != nil })
    else { return }
    if around.quantity.kind == .count || around.quantity.kind == .position, block.noun(after: index) != nil { return }
    // 在新造保单当中，约96%是保障产品: the part is named behind.
    if around.quantity.kind == .percent || around.quantity.kind == .tenths, nounOfPredicate(after: index) != nil { return }
    let start = block.clauseStart[index]
    guard start > sentence.lowerBound + 1, block.tokens[start - 1].punctuation == .comma, let first = region.tokens.first, first == start
    else { return }
    let previous = max(block.clauseStart[start - 2], start - 60)..<(start - 1)
    guard !previous.contains(where: { figures[$0] || block.tokens[$0].has(.speech) }) else { return }
    let before = block.region(before: start - 1) { figures[$0] }
    let leads = isSuperlative(before: index) ? before.tokens.last(where: { block.tokens[$0].has(.share) }) : nil
    around.region.tokens = nominalStart(leads.map { end in before.tokens.filter { $0 < end } } ?? before.tokens) + region.tokens
    if let share = before.tokens.last(where: { block.tokens[$0].has(.share) }) { around.share = share }
    if let noun = before.tokens.last(where: { block.tokens[$0].has(.growthNoun) }) { around.growthNoun = noun }
  }

  /// 持平, and 相约 of two tokens.
  private func isAlike(_ last: Int) -> Bool {
    language.measures.alike.contains(block.plain(last..<(last + 1)))
      || language.measures.alike.contains(block.plain((last - 1)..<(last + 1)))
  }

  /// 旅客吞吐量首次突破百万大关，达108.3万人次: the name up to what is said of it.
  private func nominalStart(_ tokens: [Int]) -> [Int] {
    if let last = tokens.last, last > 0, isAlike(last),
      let compare = tokens.lastIndex(where: {
        block.tokens[$0].has([.compare, .conjunction]) || block.reads($0, oneOf: prose.clauses.joints)
      }),
      compare > 0
    {
      // 旅游收入与上年持平，为92亿元
      return Array(tokens[..<compare])
    }
    guard let end = tokens.firstIndex(where: { block.tokens[$0].word?.before != nil && block.tokens[$0].has(.predicate) }), end > 0 else {
      return tokens
    }
    return Array(tokens[..<end])
  }

  /// 比重连续三年超过四成: the run stands between the name and its number.
  private func passStreak(in around: inout Surroundings) {
    guard let last, last.kind == .streak, around.region.quantity == lastToken, let run = lastToken,
      around.region.tokens.allSatisfy({
        block.tokens[$0].has([.predicate, .adverb, .reach, .setting]) || block.tokens[$0].word?.before != nil || block.reads($0, "在")
      })
    else { return }
    let before = block.region(before: run) { figures[$0] }
    around.region.tokens = before.tokens + around.region.tokens
    around.region.quantity = before.quantity
    around.region.isListed = false
    if let share = before.tokens.last(where: { block.tokens[$0].has(.share) }) { around.share = share }
  }

  /// 批发和零售业次之，占21%: the clause before ends in a word of order.
  private func isSuperlative(before index: Int) -> Bool {
    let start = block.clauseStart[index]
    guard start > sentence.lowerBound + 1 else { return false }
    let words = block.plain(max(block.clauseStart[start - 2], start - 4)..<(start - 1))
    return language.measures.superlatives.contains { words.hasSuffix($0) }
  }

  /// 100万元以上的项目, 注册资本500万元以上: the number defines a group and is no figure of its own.
  private func isThreshold(_ around: Surroundings, at index: Int) -> Bool {
    let kind = around.quantity.kind
    guard kind == .money || kind == .physical || kind == .duration || kind == .count, index + 1 < block.tokens.count,
      let word = block.tokens[index + 1].word, word.after == .atLeast || word.after == .atMost
    else { return false }
    var next = index + 2
    while next < block.tokens.count, block.tokens[next].has(.of) { next += 1 }
    if next == index + 2, next < block.clauseEnd[index], figures[next], kind == .money || kind == .physical { return true }
    guard next < block.clauseEnd[index], next > index + 2 || !around.hasPredicate else { return false }
    switch block.tokens[next].kind {
    case .text: return around.region.tokens.isEmpty || kind != .count || next > index + 2
    case .word(let word): return !word.classes.isDisjoint(with: [.noun, .body]) && (kind != .count || next > index + 2)
    default: return false
    }
  }
}
