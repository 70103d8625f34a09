import Articles
import Indicators
import Lingua

extension SentenceParser {
  /// The unit of positions.
  static let positions = "位"

  /// 连续13年, 已连续三年, 连续第七年.
  func streak(_ around: Surroundings, at index: Int) -> Statement? {
    let isRun = around.quantity.kind == .label && !around.quantity.isOrdinal
    let lasts =
      around.quantity.kind == .duration && around.region.tokens.count <= 5
      && around.region.tokens.contains { prose.facts.keptOn.contains(block.plain($0..<($0 + 1))) }
    guard around.isUnbroken && around.quantity.kind == .duration || isRun || lasts else { return nil }
    var (head, phrase) = name(in: around)
    // 终止连续3年跌势: what ends a run names nothing.
    if let words = head?.words, language.measures.runEnds.contains(words.simplifiedForm) { (head, phrase) = (nil, NamePhrase(tokens: [])) }
    if head == nil || phrase.tokens.last.map({ block.tokens[$0].has([.body, .office]) }) ?? false {
      head = objectOfRun(after: index).map { .own($0) } ?? head
    }
    return Statement(
      kind: .streak, construction: "streak.run", head: head ?? .inherited,
      unit: isRun ? "年" : prose.facts.periodUnits.first { $0.phrase == around.quantity.unit }?.value ?? around.quantity.unit,
      qualifier: around.qualifier, scope: fieldAfter(index))
  }

  /// 这是某高院连续第八年发布白皮书: what a body does year after year is named by the object behind its verb.
  private func objectOfRun(after index: Int) -> String? {
    let end = min(block.clauseEnd[index], index + 12)
    guard index + 1 < end, !((index + 1)..<end).contains(where: { figures[$0] || block.tokens[$0].has([.rank, .rise, .fall]) }),
      let verb = ((index + 1)..<end).last(where: { language.measures.publishing.contains(block.plain($0..<($0 + 1))) }),
      let noun = block.noun(after: verb)
    else { return nil }
    return string(noun.tokens)
  }

  /// Runs are counted in plain periods.
  /// 连续九年位居全国前列: the field stands behind the verb of position.
  private func fieldAfter(_ index: Int) -> String? {
    let end = min(block.clauseEnd[index], index + 8)
    guard index + 1 < end, let verb = ((index + 1)..<end).first(where: { block.tokens[$0].has(.rank) }) else { return nil }
    let field = ((verb + 1)..<end).prefix { !figures[$0] && block.tokens[$0].punctuation == nil }
    guard let first = field.first else { return nil }
    if let place = block.tokens[first].place { return place.name }
    if field.contains(where: { block.tokens[$0].has([.rise, .fall]) }) { return nil }
    return scope(of: Array(field))
  }

  /// 前移三位, 上升2位: a change of the position.
  func rankShift(_ around: Surroundings, at index: Int) -> Statement? {
    guard around.quantity.kind == .position, !around.quantity.isOrdinal, !around.quantity.isTop,
      around.change != nil || around.distantChange != nil && around.rank != nil
    else { return nil }
    // 可支配收入增速在全市各区县位次同比前移5位: the field stands between the name and its position.
    let field = around.region.tokens.first { at in
      block.reads(at, "在")
        && (around.region.tokens.contains { $0 > at && prose.facts.positionNouns.contains(block.plain($0..<($0 + 1))) }
          || isField(at + 1))
    }
    let (head, phrase) = name(in: around, before: field ?? around.change)
    return Statement(
      kind: .change, construction: "change.position", head: head ?? .inherited, isNegative: around.isFall, unit: Self.positions,
      qualifier: around.qualifier,
      owner: owner(of: phrase))
  }

  /// 在全省提升两个位次: among whom.
  private func isField(_ index: Int) -> Bool {
    index < block.tokens.count && (block.tokens[index].place != nil || block.tokens[index].has(.selfName))
  }

  /// 总量在全国提升两个位次，列第九位: the field in which the position moved that is told next.
  private var fieldOfShift: String? {
    guard let last, last.construction == "change.position", ofSentence.contains(statements.count - 1), let token = lastToken,
      let opening = block.region(before: token, isFigure: { figures[$0] }).tokens.last(where: { block.reads($0, "在") && isField($0 + 1) })
    else { return nil }
    return block.tokens[opening + 1].place?.name ?? block.string((opening + 1)..<(opening + 2))
  }

  /// 居全国第二位, 全省第九, 位列前五, 全国首位.
  func rank(_ around: Surroundings, at index: Int) -> Statement? {
    let quantity = around.quantity
    guard quantity.isOrdinal || quantity.isTop else { return nil }
    if Exclusions.isRankOfSize(quantity) { return rankOfSize(around, at: index) }
    if prose.facts.secondHighest.contains(block.plain(index..<(index + 1))) { return secondInHistory(around, at: index) }
    if let bracketed = bracketedRank(around) { return bracketed }
    if around.region.isListed, let last, last.kind == .rank, case let field = string(around.region.tokens), !field.isEmpty,
      around.region.quantity == lastToken,
      language.places[field.simplifiedForm] != nil || language.measures.quarters.contains(field.simplifiedForm)
    {
      // 居全国第9位、中部第2位: in another field.
      return Statement(
        kind: .rank, construction: "rank.further", head: .same(statements.count - 1), unit: Self.positions,
        qualifier: quantity.isTop ? .atMost : .exactly,
        scope: field, owner: .same(statements.count - 1), isOfGrowth: last.isOfGrowth)
    }
    if let next = noun(directlyAfter: index), quantity.kind == nil, next { return nil }
    let tokens = around.region.tokens
    let field: [Int]
    var phrase: NamePhrase
    var found: Head?
    if let verb = around.rank
      ?? tokens.last(where: { block.tokens[$0].has([.equals, .reach]) && around.rank == nil && quantity.kind == .position })
    {
      field = tokens.filter { $0 > verb }
      (found, phrase) = name(in: around, before: verb)
    } else if block.plain(index..<(index + 1)).hasPrefix("居") {
      field = []
      (found, phrase) = name(in: around)
    } else if let placeIndex = tokens.last(where: { block.tokens[$0].place != nil || block.tokens[$0].has(.selfName) }) {
      field = tokens.filter { $0 >= placeIndex }
      (found, phrase) = name(in: around, before: placeIndex)
    } else if quantity.kind == .position {
      field = []
      (found, phrase) = name(in: around)
    } else {
      return nil
    }
    if tokens.isEmpty, around.region.quantity != nil, around.region.quantity == lastToken {
      // 以日本12306件居首: of whom the number before is.
      return Statement(
        kind: .rank, construction: "rank.position", head: .same(statements.count - 1), unit: Self.positions,
        qualifier: quantity.isTop ? .atMost : .exactly,
        scope: fieldOfLeader, owner: .same(statements.count - 1))
    }
    if let name = nameBeforeSetting(around, at: index) { found = name }
    found = summedUp(found, phrase, around) ?? found
    var scope = scope(of: field)
    if scope == nil, let setting = block.settingAtEnd(tokens.filter { index in around.rank.map { index < $0 } ?? true }) {
      scope = self.scope(of: Array(setting).filter { !block.tokens[$0].has(.preposition) })
    }
    if scope == nil, let start = tokens.firstIndex(where: { block.reads($0, "在") }),
      let end = tokens.lastIndex(where: { block.reads($0, "中") }), start + 1 < end
    {
      // 在国产同类产品中市场占有率排名第二: the setting stands before the name.
      scope = self.scope(of: Array(tokens[(start + 1)..<end]))
    }
    if found == nil, let list = scope ?? listEntered(before: index), let ranking = ranking(list) {
      // 排名“全球银行1000强”榜单第115位: the list is what is ranked by.
      return Statement(
        kind: .rank, construction: "rank.list", head: .own(ranking.name), unit: Self.positions,
        qualifier: quantity.isTop ? .atMost : .exactly,
        scope: ranking.scope)
    }
    let among = scope == nil ? placeAmong(around) : nil
    return Statement(
      kind: .rank, construction: "rank.position", head: found ?? .inherited, unit: Self.positions,
      qualifier: quantity.isTop ? .atMost : .exactly,
      scope: scope ?? among ?? fieldOfShift,
      owner: isPlaceOnly(phrase) || among != nil ? nil : owner(of: phrase), isOfGrowth: around.growthNoun != nil)
  }

  /// 本国法人 of 本国法人以甲211件居冠，乙88件居次: those among whom the one leads whose number stands right before.
  private var fieldOfLeader: String? {
    guard let last, let token = lastToken else { return nil }
    if last.construction != "level.leader" {
      return ofSentence.last(where: { statements[$0].kind == .rank }).flatMap { statements[$0].scope }
    }
    let region = block.region(before: token) { figures[$0] }.tokens
    guard let by = region.last(where: { block.reads($0, "以") || block.reads($0, "由") }) else { return nil }
    let words = string(block.namePhrase(region.filter { $0 < by }).tokens)
    return language.measures.actors.contains { words.simplifiedForm.hasSuffix($0) } ? words : nil
  }

  /// 為歷年單月次高, 創歷年同期新高、歷年單月次高: how what was told before stands in its own history.
  private func secondInHistory(_ around: Surroundings, at index: Int) -> Statement {
    var tokens = around.region.tokens
    if let verb = tokens.lastIndex(where: {
      block.tokens[$0].has([.predicate, .equals, .reach]) || block.tokens[$0].punctuation != nil
        || prose.clauses.settingRecords.contains(block.plain($0..<($0 + 1)))
    }) {
      tokens.removeSubrange(...verb)
    }
    var field = string(tokens)
    for verb in prose.clauses.settingRecords where field.simplifiedForm.hasPrefix(verb) { field.removeFirst(verb.count) }
    return Statement(
      kind: .rank, construction: "rank.history", head: .inherited, unit: Self.positions, qualifier: .exactly,
      scope: field.isEmpty ? nil : field)
  }

  /// 《财富》世界500强 of 入选《财富》世界500强，排名第386位: the list that the clause before entered.
  private func listEntered(before index: Int) -> String? {
    let start = block.clauseStart[index]
    guard start > sentence.lowerBound + 1, block.tokens[start - 1].punctuation == .comma,
      case let clause = block.clauseStart[start - 2]..<(start - 1), !clause.contains(where: { figures[$0] }),
      let verb = clause.first(where: { language.measures.entries.contains(block.plain($0..<($0 + 1))) }), verb + 1 < clause.upperBound
    else { return nil }
    return block.string((verb + 1)..<clause.upperBound)
  }

  /// A list of those ranked by its own name, without who published it and when; nil for another field.
  private func ranking(_ words: String) -> (name: String, scope: String)? {
    guard language.measures.rankings.contains(where: { words.simplifiedForm.trimmingQuotes.hasSuffix($0) }) else { return nil }
    let inner = words.split(whereSeparator: { "“「『《".contains($0) }).last.map(String.init) ?? words
    var name = String(inner.filter { !"”」』》".contains($0) })
    if let year = name.firstRange(of: "年")?.upperBound, name[..<year].dropLast().allSatisfy(\.isNumber) { name = String(name[year...]) }
    name = String(name.drop { $0.isNumber && name.hasPrefix("20") })
    guard name.count > 2 else { return nil }
    let isList = prose.facts.rankingLists.contains { name.hasSuffix($0) }
    return (name + ((isList ? prose.facts.rankNames : prose.facts.listRankNames).first ?? ""), name)
  }

  /// 全国增速排名第6位, 在全国排名第16位: among whom, right before the verb of position.
  private func placeAmong(_ around: Surroundings) -> String? {
    guard let verb = around.rank,
      let at = around.region.tokens.last(where: { $0 < verb && (block.tokens[$0].place != nil || block.tokens[$0].has(.selfName)) }),
      verb - at <= 2, ((at + 1)..<verb).allSatisfy({ block.tokens[$0].has([.growthNoun, .adverb]) })
    else { return nil }
    if let place = block.tokens[at].place {
      return place.level == .nation || place.level == .world || at > 0 && block.reads(at - 1, "在") ? place.name : nil
    }
    return block.string(at..<(at + 1))
  }

  /// 东盟为我省第一大贸易伙伴: the partner that opens the clause holds the rank, and nothing after it.
  func partner(inClauseOf index: Int) -> (owner: Owner, words: String)? {
    let start = block.clauseStart[index]
    let end = min(block.clauseEnd[index], index + 12)
    guard
      let first = (start..<index).first(where: {
        !block.tokens[$0].has([.marker, .adverb, .conjunction]) && block.tokens[$0].punctuation == nil
      }), let place = block.tokens[first].place,
      let quantity = block.tokens[index].quantity, Exclusions.isRankOfSize(quantity),
      prose.trade.ranked.contains(where: { block.plain(index..<end).contains($0) })
    else { return nil }
    let words = block.string(first..<(first + 1))
    return (.place(place, words: words), words)
  }

  /// 贸易伙伴 of 对第一大贸易伙伴东盟进出口: up to the partner itself.
  func rankedNoun(after index: Int) -> [Int]? {
    guard let noun = block.noun(after: index)?.tokens else { return nil }
    return noun.firstIndex { isPartnerKind($0) }.map { Array(noun[...$0]) } ?? noun
  }

  /// 我国第一大贸易伙伴: the noun after 大 is what is ranked.
  private func rankOfSize(_ around: Surroundings, at index: Int) -> Statement? {
    guard let noun = rankedNoun(after: index) else { return nil }
    let field = around.region.tokens.last.flatMap {
      block.tokens[$0].place?.name
        ?? (block.tokens[$0].has(.selfName) || isMunicipal(block.string($0..<($0 + 1))) ? block.string($0..<($0 + 1)) : nil)
    }
    return Statement(
      kind: .rank, construction: "rank.size", head: .own(string(noun)), unit: Self.positions, qualifier: .exactly, scope: field,
      owner: partner(inClauseOf: index)?.owner)
  }

  /// 中孚信息（第67位）: the one ranked stands before the bracket, the name is that of the rank before.
  private func bracketedRank(_ around: Surroundings) -> Statement? {
    guard around.region.tokens.isEmpty, let bracket = around.region.bracket,
      let last = ofSentence.last(where: { statements[$0].kind == .rank })
    else { return nil }
    let words = string(block.namePhrase(block.region(before: bracket) { figures[$0] }.tokens).tokens)
    guard !words.isEmpty else { return nil }
    return Statement(
      kind: .rank, construction: "rank.bracket", head: .same(last), unit: Self.positions,
      qualifier: around.quantity.isTop ? .atMost : .exactly,
      scope: statements[last].scope, owner: .named(words))
  }

  /// 指数在全省11家中院里排第2位: a number stands in the setting, the name before it; empty when there is none.
  private func nameBeforeSetting(_ around: Surroundings, at index: Int) -> Head?? {
    guard let number = around.region.quantity, let verb = around.rank,
      let last = around.region.tokens.last(where: { $0 < verb && !block.tokens[$0].has(.adverb) }),
      block.reads(last, "中") || block.reads(last, "里"),
      let opening = (max(block.clauseStart[index], number - 60)..<number).last(where: { block.reads($0, "在") })
    else { return nil }
    let before = Array(max(block.clauseStart[index], opening - 60)..<opening)
    let phrase = block.namePhrase(before)
    return .some(isPlaceOnly(phrase) || phrase.tokens.isEmpty ? nil : head(string(phrase.tokens), phrase))
  }

  /// A thing is counted (第一批…) rather than a position held: a noun stands right after the bare ordinal.
  private func noun(directlyAfter index: Int) -> Bool? {
    guard index + 1 < block.tokens.count else { return false }
    let next = block.tokens[index + 1]
    guard next.range.lowerBound == block.tokens[index].range.upperBound else { return false }
    switch next.kind {
    case .text, .latin: return true
    case .word(let word): return word.classes.contains(.noun)
    default: return false
    }
  }

  /// The field of a position: 全国, 全球百大科技集群.
  func scope(of field: [Int]) -> String? {
    var tokens = field.filter { !prose.facts.enteringRanks.contains(block.plain($0..<($0 + 1))) }
    while let first = tokens.first,
      block.tokens[first].has([.of, .done, .adverb, .predicate, .setting, .preposition, .equals]) || block.tokens[first].punctuation != nil
        || block.tokens[first].time != nil || block.tokens[first].has([.growthNoun, .dependent])
    { tokens.removeFirst() }
    while let last = tokens.last,
      block.tokens[last].has([.of, .done, .adverb, .predicate, .setting, .equals, .rank]) || block.tokens[last].punctuation != nil
    { tokens.removeLast() }
    guard let first = tokens.first else { return nil }
    if tokens.count == 1, let place = block.tokens[first].place { return place.name }
    let words = string(tokens)
    return words.isEmpty ? nil : words
  }

  /// A、B两项指标增速: the name sums up what stands before the number.
  private func summedUp(_ head: Head?, _ phrase: NamePhrase, _ around: Surroundings) -> Head? {
    guard let name = head?.words, let number = around.region.quantity else { return nil }
    guard prose.facts.figureNouns.contains(where: { name.hasPrefix($0) }) else { return nil }
    let before = block.region(before: number) { figures[$0] }
    let listed = block.namePhrase(before.tokens)
    guard !listed.tokens.isEmpty else { return nil }
    return .own(string(listed.tokens) + name.dropFirst(2))
  }
}

extension String {
  fileprivate var trimmingQuotes: String { String(reversed().drop { "”」』》".contains($0) }.reversed()) }
}
