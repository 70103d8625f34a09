import Articles
import Indicators
import Lingua

/// A list whose members each have a percentage alone in a bracket: 均上升：美国（6.2%）、印度（5.1%）.
struct BracketList: Hashable {
  /// For each member the tokens before its bracket.
  var members: [Range<Int>]
  /// For each member its percentage.
  var figures: [Int]
  /// The words in front up to a colon or a mark of the list (为, 有), and those behind up to the end of the clause.
  var lead: Range<Int>
  var tail: Range<Int>

  /// What its percentages are of what is told of the members.
  enum Measure: Hashable {
    case growth(falls: Bool)
    case share, rate
  }
}

extension SentenceParser {
  /// Tokens of a member, of the words in front and of those behind, at most.
  private static let longestMember = 14
  private static let longestLead = 40
  private static let longestTail = 16

  /// The lists of a sentence, each by its percentages.
  func bracketLists(in sentence: Range<Int>) -> [Int: BracketList] {
    var found: [Int: BracketList] = [:]
    var at = sentence.lowerBound
    while at < sentence.upperBound {
      guard let list = bracketList(from: at, in: sentence), let last = list.figures.last else {
        at += 1
        continue
      }
      for figure in list.figures { found[figure] = list }
      at = last + 2
    }
    return found
  }

  /// The list whose first bracket opens at `open`.
  private func bracketList(from open: Int, in sentence: Range<Int>) -> BracketList? {
    guard let first = figureAlone(in: open), let start = startOfMember(before: open, in: sentence, opensList: true) else { return nil }
    var list = BracketList(members: [start..<open], figures: [first], lead: start..<start, tail: open..<open)
    var close = first + 1
    while list.figures.count < 60, close + 2 < sentence.upperBound, joinsMember(close + 1),
      let next = ((close + 2)..<min(close + 2 + Self.longestMember, sentence.upperBound)).first(where: {
        block.tokens[$0].punctuation == .open && figureAlone(in: $0) != nil
      }), let figure = figureAlone(in: next), let member = startOfMember(before: next, in: sentence, opensList: false), member == close + 2
    {
      list.members.append(member..<next)
      list.figures.append(figure)
      close = figure + 1
    }
    list.lead = lead(before: start, in: sentence)
    let end = min(block.clauseEnd[close], close + 1 + Self.longestTail, sentence.upperBound)
    list.tail = (close + 1)..<max(close + 1, end)
    return list
  }

  /// The percentage that is all a bracket holds.
  private func figureAlone(in open: Int) -> Int? {
    guard block.tokens[open].punctuation == .open, block.partner[open] == open + 2, figures[open + 1],
      let quantity = block.tokens[open + 1].quantity, quantity.kind == .percent
    else { return nil }
    return open + 1
  }

  /// 、 and 和 part members; a comma does where a bracket closes right before it.
  private func joinsMember(_ index: Int) -> Bool {
    Exclusions.joins(block.tokens[index]) || block.tokens[index].punctuation == .comma
  }

  /// Where a member begins: behind a joint that follows a bracket, a colon, a mark of the list, or with its clause.
  private func startOfMember(before open: Int, in sentence: Range<Int>, opensList: Bool) -> Int? {
    var at = open - 1
    while at >= sentence.lowerBound, open - at <= Self.longestMember {
      let token = block.tokens[at]
      if token.punctuation == .close, block.partner[at] >= 0, !(block.partner[at]..<at).contains(where: { figures[$0] }) {
        // 中国内地（内地）（-15.5%）
        at = block.partner[at] - 1
        continue
      }
      switch token.punctuation {
      case .colon, .semicolon, .stop, .comma, .open, .close: return at + 1 < open ? at + 1 : nil
      default: break
      }
      if joinsMember(at), at > 0, block.tokens[at - 1].punctuation == .close { return at + 1 < open ? at + 1 : nil }
      // 89676人次、95903人次（11.1%）: each behind a figure of its own.
      if joinsMember(at), at > 0, figures[at - 1], at + 1 < open { return at + 1 }
      if opensList, isListMark(at), at + 1 < open { return at + 1 }
      at -= 1
    }
    // A bracket that opens the sentence has no member.
    return at < sentence.lowerBound && opensList && sentence.lowerBound < open ? sentence.lowerBound : nil
  }

  /// 为, 分别为: a list follows.
  func isListMark(_ index: Int) -> Bool {
    language.measures.listMarks.contains(block.plain(index..<(index + 1)))
  }

  /// What stands before the colon or the mark that a list follows, within its clause; nothing without either.
  private func lead(before start: Int, in sentence: Range<Int>) -> Range<Int> {
    let mark = start - 1
    guard mark > sentence.lowerBound, block.tokens[mark].punctuation == .colon || isListMark(mark) else { return start..<start }
    return max(block.clauseStart[mark], mark - Self.longestLead)..<mark
  }

  // MARK: What the percentages are

  /// 均上升：美国（6.2%）, 甲（5%）、乙（3%）价格上涨, 占比最高的是丙（31%）: a percentage alone in its bracket is the change or the share that the
  /// words around the list tell of.
  func bracketListMember(_ around: Surroundings, at index: Int) -> Statement? {
    guard let list = lists(at: index), let position = list.figures.firstIndex(of: index), let measure = measure(of: list) else {
      return nil
    }
    let (head, owner) = told(of: list, at: position)
    switch measure {
    case .share:
      return Statement(kind: .share, construction: "share.bracket-list", head: head, qualifier: around.qualifier, owner: owner)
    case .rate:
      return Statement(kind: .level, construction: "level.bracket-list", head: head, qualifier: around.qualifier, owner: owner)
    case .growth(let falls):
      let hasSign = block.tokens[index].quantity?.hasSign ?? false
      return Statement(
        kind: .change, construction: "change.bracket-list", head: head, isNegative: falls && !hasSign, qualifier: around.qualifier,
        owner: owner)
    }
  }

  private func lists(at index: Int) -> BracketList? { inBrackets[index] }

  /// The change, share or rate that a list tells of; nil where its words say none.
  private func measure(of list: BracketList) -> BracketList.Measure? {
    let isOfFigures = list.members.allSatisfy { figures[$0.upperBound - 1] }
    let behind = (list.tail.contains { figures[$0] && !isPosition($0) }) ? [] : Array(list.tail)
    let inFront = Array(list.lead)
    let words = behind + inFront
    if words.contains(where: { block.tokens[$0].has(.share) }) { return .share }
    // 香港申请人占36%，其次为内地（32%）及美国（8%）: of the same whole.
    if !isOfFigures, let before = ofSentence.last, statements[before].kind == .share,
      inFront.contains(where: { prose.facts.nextBest.contains(block.plain($0..<($0 + 1))) })
    {
      return .share
    }
    if !isOfFigures, (words + list.members.flatMap { Array($0) }).contains(where: { isRateWord($0) }) {
      // 失业率上升的有：甲（5.4%）: what a rate is, and not by how much it rose.
      return inFront.contains(where: { isRateWord($0) }) ? .rate : nil
    }
    if let turn = behind.first(where: { isTurn($0) }) ?? inFront.last(where: { isTurn($0) }) { return .growth(falls: falls(turn)) }
    if isOfFigures, let figure = list.members.last?.last, let told = tokens.lastIndex(of: figure), statements[told].kind == .change,
      statements[told].unit != "%"
    {
      // 增加53.5亿美元（126.1%）: the same change in another measure.
      return .growth(falls: statements[told].isNegative)
    }
    if isOfFigures, let before = ofSentence.last(where: { statements[$0].construction.hasSuffix(".bracket-list") }) {
      // 其他目的为132067人次（20.28%）, after a list of the like.
      return statements[before].kind == .share ? .share : .growth(falls: false)
    }
    // 甲（-6.3%）、乙（11.1%）: beside one with a minus the others are changes as well.
    if list.figures.contains(where: { block.tokens[$0].quantity.map { $0.hasSign } ?? false }) { return .growth(falls: false) }
    return nil
  }

  private func isTurn(_ index: Int) -> Bool {
    let token = block.tokens[index]
    return token.has(.growthNoun) || token.has([.rise, .fall]) && token.range.count > 1 && token.word?.before == nil
  }

  private func falls(_ index: Int) -> Bool {
    block.tokens[index].has(.fall) || prose.facts.lessSigns.contains { block.plain(index..<(index + 1)).contains($0) }
  }

  private func isPosition(_ index: Int) -> Bool { block.tokens[index].quantity.map { $0.isOrdinal || $0.isTop } ?? false }

  private func isRateWord(_ index: Int) -> Bool {
    block.tokens[index].place == nil && !block.tokens[index].has([.growthNoun, .share])
      && (block.tokens[index].has(.rate) || isRate(block.plain(index..<(index + 1))))
  }

  // MARK: Of what, and whose

  /// The name of what is told of a member, and whose it is: a place owns what the words around the list measure, unless goods come from
  /// it or go to it.
  private func told(of list: BracketList, at position: Int) -> (Head, Owner?) {
    let member = Array(list.members[position])
    if let last = member.last, figures[last], let told = tokens.lastIndex(of: last) {
      // 日本89676人次（-6.29%）: of the level in front.
      return (.same(told), .same(told))
    }
    let direction = direction(of: list)
    let own = direction.map { mark in position == 0 && member.contains(mark) ? member.filter { $0 > mark } : member } ?? member
    let behind = measured(behind: list)
    let isOfLead = behind == nil
    let name = behind ?? measured(before: list, direction: direction)
    let phrase = block.namePhrase(own)
    let words = string(phrase.tokens.isEmpty ? own : phrase.tokens)
    let isPlace = !own.isEmpty && own.allSatisfy { block.tokens[$0].place != nil || block.tokens[$0].punctuation != nil }
    if let direction {
      let mark = block.string(direction..<(direction + 1))
      return (.own(mark + string(withoutAside(own)) + (name ?? "")), nil)
    }
    if isPlace, let last = own.last(where: { block.tokens[$0].place != nil }), let place = block.tokens[last].place {
      return (name.map { .own($0) } ?? .inherited, .place(place, words: block.string(last..<(last + 1))))
    }
    if isMunicipal(words) { return (name.map { .own($0) } ?? .inherited, .named(words)) }
    guard let name else { return (.own(words + (measureOfListBefore ?? "")), nil) }
    return (.own(isOfLead ? words + (measureEnding(name) ?? "") : words + name), nil)
  }

  /// 河阳市, 岭川区: a place by its ending, which no list has.
  func isMunicipal(_ words: String) -> Bool {
    let signs = Array(words.unicodeScalars.map { $0.halfWidth.simplified })
    return CountyName.length(in: signs, at: 0) == signs.count
  }

  /// Without what a bracket adds: 中国内地（内地）.
  private func withoutAside(_ tokens: [Int]) -> [Int] {
    guard let open = tokens.firstIndex(where: { block.tokens[$0].punctuation == .open }) else { return tokens }
    return Array(tokens[..<open])
  }

  /// 输往印度（6.2%）、台湾（5.1%）, 对主要贸易伙伴均增长：东盟（8.2%）: the word by which the members are those with whom is traded.
  private func direction(of list: BracketList) -> Int? {
    let hasPlaces = list.members.dropFirst().contains { $0.contains { block.tokens[$0].place != nil } }
    return direction(in: Array(list.members[0]), hasPlaces: hasPlaces) ?? direction(in: Array(list.lead), hasPlaces: false)
  }

  /// Whether the figure stands in a list of those with whom is traded, who own nothing.
  func isOfPartners(_ figure: Int) -> Bool { inBrackets[figure].map { direction(of: $0) != nil } ?? false }

  /// 输往, 来自, 对 right before a place, or before the first of a list that holds some.
  private func direction(in tokens: [Int], hasPlaces: Bool) -> Int? {
    tokens.last { at in
      guard tokens.contains(at + 1), block.tokens[at].place == nil else { return false }
      let word = block.plain(at..<(at + 1))
      let opens =
        language.measures.tradeDirections.contains(word)
        || word.unicodeScalars.count == 1 && word.unicodeScalars.allSatisfy { prose.trade.openings.contains($0) }
      return opens
        && (hasPlaces || block.tokens[at + 1].place != nil || tokens.last.map { behindPartner((at + 1)..<($0 + 1)) != nil } ?? false)
    }
  }

  /// 整体出口价格 of 所有主要目的地的整体出口价格: what stands behind the word for the places of a list by what they are to the text's own.
  private func behindPartner(_ range: Range<Int>) -> String? {
    let (plain, written) = (block.plain(range), block.string(range))
    let ends = language.measures.partners.compactMap { plain.firstRange(of: $0) }.map {
      plain.distance(from: plain.startIndex, to: $0.upperBound)
    }
    guard let end = ends.max(), plain.count == written.count else { return nil }
    let rest = written.dropFirst(end)
    return String(rest.hasPrefix("的") ? rest.dropFirst() : rest)
  }

  /// 的进口价格上升: what stands behind the last bracket before the verb.
  private func measured(behind list: BracketList) -> String? {
    let end = list.tail.first { isTurn($0) || block.tokens[$0].has([.share, .rank, .respectively, .compare]) || isPosition($0) }
    let phrase = block.namePhrase(Array(list.tail.lowerBound..<(end ?? list.tail.lowerBound)))
    return phrase.tokens.isEmpty ? nil : string(phrase.tokens)
  }

  /// 整体出口价格均上升：, 销售额增长的有: what stands before the verb of the lead.
  private func measured(before list: BracketList, direction: Int?) -> String? {
    let end =
      list.lead.first { at in
        isTurn(at) || block.tokens[at].has([.share, .rank, .yearOnYear, .compare])
          || block.tokens[at].range.count == 2 && block.plain(at..<(at + 1)).hasPrefix("较")
          || (language.measures.superlatives + language.measures.orders).contains(block.plain(at..<(at + 1)))
      } ?? list.lead.upperBound
    if let direction, list.lead.contains(direction) {
      let behind = block.namePhrase(Array((direction + 1)..<max(direction + 1, end))).tokens
      return behind.last.flatMap { behindPartner((direction + 1)..<($0 + 1)) }
    }
    let phrase = block.namePhrase(Array(list.lead.lowerBound..<end))
    return phrase.tokens.isEmpty ? nil : string(phrase.tokens)
  }

  /// 下降的有：化妆品类（1.1%）, after a list of the growth of 零售额.
  private var measureOfListBefore: String? {
    ofSentence.last { statements[$0].construction.hasSuffix(".bracket-list") }.flatMap { statements[$0].head.words }.flatMap {
      measureEnding($0)
    }
  }

  /// 零售额 of 限额以上单位商品零售额: the measure that a name ends in.
  private func measureEnding(_ name: String) -> String? {
    let plain = name.simplifiedForm
    guard
      let measure = (language.measures.owned + language.measures.shared + language.measures.accountSides).filter({ plain.hasSuffix($0) })
        .max(by: { $0.count < $1.count })
    else { return nil }
    return String(name.suffix(measure.count))
  }
}
