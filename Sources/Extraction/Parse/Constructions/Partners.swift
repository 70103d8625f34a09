import Articles
import Indicators
import Lingua

/// Partners told of one after the other: their measure stands once, with the first of them.
extension SentenceParser {
  /// 对东盟进出口3818.3亿元；对欧盟2757.2亿元, 其中对越南增长1.3倍: the name of a partner that stands alone before a number or a verb, with the
  /// measure that the paragraph told another one by.
  ///
  /// - Parameter tokens: before the number, or before the verb that it stands behind.
  func gappedPartner(_ tokens: [Int]) -> Head? {
    let core = tokens.drop {
      block.tokens[$0].has([.within, .marker, .conjunction]) || block.tokens[$0].punctuation != nil || block.tokens[$0].time != nil
    }
    guard let opening = core.first, block.reads(opening, oneOf: prose.trade.openings), core.count > 1,
      core.dropFirst().allSatisfy({ block.tokens[$0].place != nil }), let end = core.last
    else { return nil }
    let lead = block.string(opening..<(opening + 1))
    guard let measure = measureOfPartner(behind: lead, before: opening) else { return nil }
    return .own(lead + block.string((opening + 1)..<(end + 1)) + measure)
  }

  /// 对 of 对美出口: what opens a name of trade whose partner is told by one sign.
  func openingOfTrade(_ phrase: NamePhrase) -> Int? {
    guard let first = phrase.tokens.first, first > sentence.lowerBound,
      block.tokens[first - 1].range.upperBound == block.tokens[first].range.lowerBound,
      block.reads(first - 1, oneOf: prose.trade.openings)
    else { return nil }
    let words = block.plain(first..<min(first + 3, block.tokens.count))
    guard let sign = words.first, language.measures.partnerSigns.contains(String(sign)) else { return nil }
    return prose.trade.signed.contains { words.dropFirst().hasPrefix($0) } ? first - 1 : nil
  }

  /// 对最大贸易伙伴欧盟进出口, 对第二大出口市场美国进出口: what kind of partner it is, is no part of the name.
  func withoutPartnerKind(_ tokens: [Int], behind quantity: Int?) -> [Int] {
    let opens = { (at: Int) in self.block.reads(at, oneOf: self.prose.trade.openings) }
    // Behind the rank of the partner, which took the kind: 第二大贸易伙伴.
    if let quantity, let taken = takenNouns[quantity], isPartnerKind(taken), quantity > sentence.lowerBound, opens(quantity - 1),
      tokens.first == taken + 1
    {
      return [quantity - 1] + tokens
    }
    guard let kind = tokens.indices.dropLast().first(where: { block.tokens[tokens[$0 + 1]].place != nil && isPartnerKind(tokens[$0]) })
    else {
      return tokens
    }
    if let opening = tokens[..<kind].last(where: opens) {
      return tokens.filter { $0 <= opening || $0 > tokens[kind] }
    }
    return tokens
  }

  /// Whether the words up to a token end in a kind of partner, which a place follows.
  func isPartnerKind(_ index: Int) -> Bool {
    guard index > 0, index + 1 < block.tokens.count, block.tokens[index + 1].place != nil else { return false }
    let words = block.plain((index - 1)..<(index + 1))
    return language.measures.partnerKinds.contains { words.hasSuffix($0) }
  }

  // MARK: Shares of partners

  /// 美国占台湾总出口比重升至30.9%, 东盟在我国外贸中占比15%: how much of a place’s trade goes to a partner or comes from it, and no trade of
  /// the partner’s own.
  func shareOfPartner(_ around: Surroundings, opening: Int) -> Statement? {
    let tokens = around.region.tokens
    let before = Array(
      tokens.filter { $0 < opening }.drop { block.tokens[$0].has([.marker, .conjunction, .within]) || block.tokens[$0].time != nil })
    if let partner = gappedPartner(before) {
      let last = ofSentence.last { statements[$0].kind == .share }
      return Statement(
        kind: .share, construction: "share.partner", head: partner, qualifier: around.qualifier,
        scope: scopeOfTrade(tokens.filter { $0 > opening })?.words ?? last.flatMap { statements[$0].scope })
    }
    if let said = partnerBefore(before, around), let (words, trade) = scopeOfTrade(Array(before.dropFirst())) {
      return Statement(
        kind: .share, construction: "share.partner", head: .own(withLead(trade, of: words) + said + trade), qualifier: around.qualifier,
        scope: words, owner: ownerOfScope(before))
    }
    let partners = Array(before.prefix { block.tokens[$0].place != nil || Exclusions.joins(block.tokens[$0]) })
    guard let first = partners.first, let last = partners.last, block.tokens[last].place != nil,
      partners.allSatisfy({ block.tokens[$0].place.map { [.country, .group, .nation].contains($0.level) } ?? true })
    else { return nil }
    let rest = Array(before.dropFirst(partners.count))
    let isSetting = rest.first.map { block.reads($0, "在") } ?? false
    guard rest.isEmpty || isSetting,
      let (words, trade) = scopeOfTrade(isSetting ? Array(rest.dropFirst()) : tokens.filter { $0 > opening })
    else { return nil }
    return Statement(
      kind: .share, construction: "share.partner", head: .own(withLead(trade, of: words) + block.string(first..<(last + 1)) + trade),
      qualifier: around.qualifier, scope: words, owner: ownerOfScope(isSetting ? rest : tokens.filter { $0 > opening }))
  }

  /// 成为供应链核心的东盟，在台湾总出口占比: the partner that ends the clause before.
  private func partnerBefore(_ tokens: [Int], _ around: Surroundings) -> String? {
    guard let first = tokens.first, block.reads(first, "在"), first == block.clauseStart[first] || block.clauseStart[first] + 1 == first,
      case let comma = block.clauseStart[first] - 1, comma > sentence.lowerBound, block.tokens[comma].punctuation == .comma,
      let place = block.tokens[comma - 1].place, [.country, .group].contains(place.level)
    else { return nil }
    return block.string((comma - 1)..<comma)
  }

  /// 中国与香港下降到26.6%: a further partner of the trade that the share before it was told of.
  func furtherPartner(_ around: Surroundings) -> Statement? {
    guard let last = ofSentence.last, statements[last].construction == "share.partner", case .own(let told) = statements[last].head,
      let scope = statements[last].scope, let trade = prose.trade.kinds.first(where: { told.simplifiedForm.hasSuffix($0) })
    else { return nil }
    let partners = Array(around.region.tokens.prefix { block.tokens[$0].place != nil || Exclusions.joins(block.tokens[$0]) })
    guard let first = partners.first, let end = partners.last, block.tokens[end].place != nil,
      around.region.tokens.dropFirst(partners.count).allSatisfy({
        block.tokens[$0].has([.reach, .rise, .fall, .predicate, .adverb, .equals]) || block.tokens[$0].word?.before != nil
      })
    else { return nil }
    let words = String(told.suffix(trade.count))
    return Statement(
      kind: .share, construction: "share.partner", head: .own(withLead(words, of: scope) + block.string(first..<(end + 1)) + words),
      qualifier: around.qualifier, scope: scope, owner: statements[last].owner)
  }

  /// 比重增至30.9%，高于对欧盟的26.6%: the share of another partner, beside the one just told.
  func shareBeside(_ around: Surroundings, at index: Int) -> Statement? {
    let tokens = Array(
      around.region.tokens.drop { block.tokens[$0].has(.adverb) || prose.times.firstTimes.contains(block.plain($0..<($0 + 1))) })
    guard around.quantity.kind == .percent, let verb = tokens.first, language.measures.distances.contains(block.plain(verb..<(verb + 1))),
      tokens.count > 3, let of = tokens.last, block.tokens[of].has(.of), let last = ofSentence.last, statements[last].kind == .share,
      block.reads(tokens[1], oneOf: prose.trade.openings),
      tokens.dropFirst(2).dropLast().allSatisfy({ block.tokens[$0].place != nil || Exclusions.joins(block.tokens[$0]) }),
      let told = statements.words(of: last), let trade = prose.trade.kinds.first(where: { told.simplifiedForm.hasSuffix($0) })
    else { return nil }
    return Statement(
      kind: .share, construction: "share.beside", head: .own(block.string(tokens[1]..<of) + String(told.suffix(trade.count))),
      qualifier: .exactly, scope: statements[last].scope, owner: .same(last))
  }

  /// 我国出口总额 in the words of a whole: the whole, and what is traded; nil where it is no trade of a place, or that of the world or of
  /// several countries, of which the partner is one.
  private func scopeOfTrade(_ indices: [Int]) -> (words: String, trade: String)? {
    var tokens = indices
    while let last = tokens.last,
      block.tokens[last].has([.share, .of, .reach, .rise, .fall, .predicate, .adverb, .equals, .setting])
        || block.tokens[last].word?.before != nil
    {
      tokens.removeLast()
    }
    guard let first = tokens.first, let end = tokens.last, tokens.count <= 4 else { return nil }
    if let place = block.tokens[first].place, [.world, .group, .country].contains(place.level), place.name != "台湾" { return nil }
    let words = block.string(first..<(end + 1))
    guard words.unicodeScalars.count <= 14,
      let trade = prose.trade.kinds.first(where: { trade in
        ["", "总额", "总值", "额", "值", "总量"].contains { words.simplifiedForm.hasSuffix(trade + $0) }
      }),
      let at = words.simplifiedForm.firstRange(of: trade)
    else { return nil }
    let start = words.simplifiedForm.distance(from: words.simplifiedForm.startIndex, to: at.lowerBound)
    return (words, String(words.dropFirst(start).prefix(trade.count)))
  }

  /// 对 before what goes to a partner, 自 before what comes from it; in the script of the whole.
  private func withLead(_ trade: String, of scope: String) -> String {
    if trade.simplifiedForm == "进口" { return "自" }
    return scope == scope.simplifiedForm && !block.written.contains("對") ? "对" : "對"
  }

  private func ownerOfScope(_ tokens: [Int]) -> Owner? {
    tokens.first { block.tokens[$0].place != nil }.flatMap { at in
      block.tokens[at].place.map { .place($0, words: block.string(at..<(at + 1))) }
    }
  }

  /// 进出口 of 对东盟进出口: what the last partner of the paragraph was told by.
  private func measureOfPartner(behind lead: String, before opening: Int) -> String? {
    for at in (max(0, opening - 160)..<opening).reversed()
    where block.string(at..<(at + 1)) == lead && at + 2 < opening && block.tokens[at + 1].place != nil {
      var end = at + 2
      while end < opening, block.tokens[end].place != nil || Exclusions.joins(block.tokens[end]) { end += 1 }
      let rest = block.plain(end..<min(end + 4, opening))
      guard let measure = language.measures.owned.first(where: { rest.hasPrefix($0) }) else { continue }
      return String(block.string(end..<min(end + 4, opening)).prefix(measure.count))
    }
    return nil
  }
}
