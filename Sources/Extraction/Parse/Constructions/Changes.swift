import Articles
import Indicators
import Lingua

extension SentenceParser {
  /// 120件，+35%; （-12%）; 同比+12.3%: a percentage with a sign is a change.
  func signedChange(_ around: Surroundings, at index: Int) -> Statement? {
    let quantity = around.quantity
    guard quantity.hasSign, quantity.kind == .percent || quantity.kind == .points, around.change == nil else { return nil }
    if quantity.numeral.number.isNegative, !around.yearOnYear, around.compare == nil, names(rate: around) { return nil }
    let (head, phrase) = changeName(around, verb: nil)
    if head == nil, around.region.tokens.isEmpty, around.region.bracket == nil, last == nil { return nil }
    return Statement(
      kind: .change, construction: "change.signed", head: head ?? sameAsLastLevel ?? .inherited, qualifier: around.qualifier,
      owner: owner(of: phrase) ?? ownerOfBracket(around))
  }

  /// 较上期减少12家、295人: a further number behind a change, of the level in its unit that the sentence told.
  func furtherChange(_ around: Surroundings, at index: Int) -> Statement? {
    guard around.region.tokens.isEmpty, around.region.isListed, around.region.quantity == lastToken, let last, last.kind == .change,
      last.construction == "change.growth" || last.construction == "change.further", last.gapFrom == nil,
      case let unit = around.quantity.unit, !unit.isEmpty, unit != last.unit, unit != "%",
      let level = ofSentence.suffix(12).last(where: {
        statements[$0].kind == .level && statements[$0].role == .main && isCounted(statements[$0], unit)
      }),
      !ofSentence.suffix(12).contains(where: { statements[$0].kind == .change && statements[$0].head == .same(level) })
    else { return nil }
    return Statement(
      kind: .change, construction: "change.further", head: .same(level), isNegative: last.isNegative, qualifier: around.qualifier,
      owner: .same(level), basis: last.basis)
  }

  /// 万人 and 人 count alike.
  private func isCounted(_ statement: Statement, _ unit: String) -> Bool {
    func bare(_ unit: String) -> Substring { unit.drop { "百千万萬亿億".contains($0) } }
    return bare(statement.unit) == bare(unit)
  }

  /// The last statement where it stands in the same sentence.
  private var sameAsLastLevel: Head? {
    guard let last, ofSentence.contains(statements.count - 1), last.kind == .level || last.kind == .share else { return nil }
    return .same(statements.count - 1)
  }

  /// 宏远科技（120件，+35%）: a change in the bracket of a level has its owner.
  private func ownerOfBracket(_ around: Surroundings) -> Owner? {
    guard let token = lastToken, ofSentence.contains(statements.count - 1), around.region.tokens.isEmpty else { return nil }
    return block.bracketDepth(at: token) > 0 && block.clauseStart[token] > 0 ? .same(statements.count - 1) : nil
  }

  /// A rate by its name: -2.57‰ after 增长率 is its value.
  private func names(rate around: Surroundings) -> Bool {
    around.region.tokens.contains { block.tokens[$0].has([.rate, .growthNoun]) }
      || name(in: around).head?.words.map { isRate($0) } ?? false
  }

  /// 降幅扩大0.4个百分点: what changes is the change itself.
  func isGrowthOnly(_ phrase: NamePhrase) -> Bool {
    phrase.tokens.count == 1 && phrase.tokens.allSatisfy { block.tokens[$0].has(.growthNoun) }
  }

  /// 同比增长119.25%, 较上年减少30件.
  func change(_ around: Surroundings, at index: Int) -> Statement? {
    guard let verb = around.change, !around.reaches else { return nil }
    // 连续8个月低于2%: a bound and no movement, where nothing stands between.
    if language.measures.distances.contains(block.plain(verb..<(verb + 1))), verb == index - 1, around.compare == nil { return nil }
    let kind = around.quantity.kind
    switch kind {
    case .percent, .tenths: break
    case .label, .rating: return nil
    default:
      if around.quantity.isOrdinal { return nil }
      // 多, 高, 增 alone before a count need a comparison; 增加, 减少 do not.
      let isStrong = block.tokens[verb].range.count > 1 && block.tokens[verb].word?.before == nil
      guard isStrong || around.yearOnYear || around.compare != nil || around.comparesWithTime || leadsInChange(at: index) else {
        return nil
      }
      if block.noun(after: index) != nil, !around.yearOnYear, around.compare == nil { return nil }
    }
    let (head, phrase) = changeName(around, verb: verb)
    let gapFrom = farFrom(verb, around)
    if let sibling = siblingOfLeader(phrase, around, at: index) {
      return Statement(
        kind: .change, construction: "change.growth", head: .own(sibling), isNegative: around.isFall, qualifier: around.qualifier)
    }
    return Statement(
      kind: .change, construction: gapFrom == nil ? "change.growth" : "change.distance", head: head ?? .inherited,
      isNegative: around.isFall, qualifier: around.qualifier, owner: owner(of: phrase), gapFrom: gapFrom, isPart: phrase.isWithin)
  }

  /// 接自东协 of 接自美国增64.3亿美元、东协增17.3亿美元较多: the place in the name of the one before gives way to the next.
  private func siblingOfLeader(_ phrase: NamePhrase, _ around: Surroundings, at index: Int) -> String? {
    guard around.region.isListed, isPlaceOnly(phrase), let place = phrase.tokens.last, let before = last, before.kind == .change,
      case .own(let words) = before.head, let token = lastToken, leadsInChange(at: index),
      let other = (block.clauseStart[token]..<token).last(where: { block.tokens[$0].place != nil }),
      case let written = block.string(other..<(other + 1)), words.hasSuffix(written), words.count > written.count
    else { return nil }
    return words.dropLast(written.count) + block.string(place..<(place + 1))
  }

  /// 以接自美国增64.3亿美元、东协增17.3亿美元较多: amounts by which several moved, of which the clause says that they moved most.
  private func leadsInChange(at index: Int) -> Bool {
    guard index + 1 < block.tokens.count, block.tokens[index + 1].punctuation == nil || block.tokens[index + 1].punctuation == .enumeration
    else { return false }
    let words = block.plain(index..<min(block.clauseEnd[index], index + 24))
    return prose.clauses.mostly.contains { words.hasSuffix($0) }
  }

  /// The name stands before the comparison (较上年…) or before the verb.
  func changeName(_ around: Surroundings, verb: Int?) -> (Head?, NamePhrase) {
    if let verb, let partner = gappedPartner(around.region.tokens.filter { $0 < verb && !block.tokens[$0].has([.yearOnYear, .adverb]) }) {
      return (partner, NamePhrase(tokens: []))
    }
    var limit = verb
    if let compare = around.compare, verb.map({ compare < $0 }) ?? true { limit = compare }
    let found = name(in: around, before: limit)
    if let own = found.head?.words, let bracket = around.region.bracket, bracket > sentence.lowerBound, own.count <= 4,
      language.measures.endings.contains(where: { own.simplifiedForm.hasSuffix($0) }), found.phrase.place == nil
    {
      // 超级市场货品（销货价值上升7.9%）: the measure of what the bracket follows.
      let outer = block.namePhrase(block.region(before: bracket) { figures[$0] }.tokens)
      if !outer.tokens.isEmpty, !isPlaceOnly(outer), outer.tokens.last == bracket - 1, !string(outer.tokens).hasSuffix(own) {
        return (.own(string(outer.tokens) + own), outer)
      }
    }
    if found.head == nil, found.phrase.tokens.isEmpty, let bracket = around.region.bracket {
      // 服装（降3.4%）: the name stands before the bracket.
      let outer = block.namePhrase(block.region(before: bracket) { figures[$0] }.tokens)
      if !outer.tokens.isEmpty, !isPlaceOnly(outer) { return (.own(string(outer.tokens)), outer) }
    }
    if found.head == nil, !isPlaceOnly(found.phrase), let compare = around.compare, compare == limit, let verb {
      // 与上年相比，…增长: what follows the comparison is the name.
      let after = name(in: around, before: verb, after: compare)
      if after.head != nil, !after.phrase.tokens.contains(where: { block.tokens[$0].time != nil || block.tokens[$0].place != nil }),
        isClosedComparison(compare)
      {
        return after
      }
    }
    return found
  }

  private func isClosedComparison(_ index: Int) -> Bool { ["相比", "相较"].contains(block.plain(index..<(index + 1))) }
}
