import Articles
import Lingua

/// Companies, schools, courts and other bodies by their names.
extension SentenceParser {
  /// Makes the companies of a block known that it names in passing.
  mutating func noteBodies() {
    for index in block.tokens.indices where block.tokens[index].has(.body) {
      var start = index
      if start > 0, block.tokens[start - 1].punctuation == .quoteClose,
        let open = (max(0, start - 6)..<start).last(where: { block.tokens[$0].punctuation == .quoteOpen })
      {
        start = open
      }
      while start > 0, start == index || block.tokens[start].punctuation != .quoteOpen, index - start < 8,
        block.tokens[start - 1].range.upperBound == block.tokens[start].range.lowerBound,
        block.tokens[start - 1].kind == .text || block.tokens[start - 1].kind == .latin || block.tokens[start - 1].place != nil
          || block.tokens[start - 1].has(.noun) && !block.tokens[start - 1].has([.verb, .adverb, .preposition, .predicate])
          || block.tokens[start - 1].has(.adverb) && block.tokens[start - 1].range.count == 1 && start > 1
            && block.tokens[start - 2].kind == .text && block.tokens[start - 2].range.upperBound == block.tokens[start - 1].range.lowerBound
      { start -= 1 }
      guard start < index else { continue }
      let name = properName(start..<(index + 1))
      if let alias = alias(after: index) { paragraph.aliases.append(Paragraph.Alias(body: name, short: alias)) }
      if isPrivate(name), !language.subjects.nameMany(name.simplifiedForm), !namesKindOfCompanies(name.simplifiedForm),
        index + 1 >= block.tokens.count || !isOfTrade(index + 1), (6...30).contains(name.unicodeScalars.count)
      {
        paragraph.bodies.append(name)
        bodyEnds[index] = name
      }
    }
    noteFirms()
  }

  /// 某某股份有限公司（证券简称“江澜装备”）, （下称智慧局）: the short name that a bracket gives.
  private func alias(after index: Int) -> String? {
    guard index + 2 < block.tokens.count, block.tokens[index + 1].punctuation == .open, case let close = block.partner[index + 1],
      close > index, close - index < 14
    else { return nil }
    let inner = Array(block.plain((index + 2)..<close).unicodeScalars)
    let written = Array(block.string((index + 2)..<close).unicodeScalars)
    guard inner.count == written.count else { return nil }
    for word in prose.bodies.shortNameMarks {
      let key = Array(word.unicodeScalars)
      guard inner.count > key.count, let start = (0...(inner.count - key.count)).first(where: { inner[$0...].starts(with: key) }) else {
        continue
      }
      let name = written[(start + key.count)...].filter { $0.isHan || $0.isLatinLetter || $0.isDigit }
      if (2...10).contains(name.count) { return String(scalars: name) }
    }
    return nil
  }

  /// 位于某市的凯盛科技是…，该公司…: a firm by its line of business, where 该公司 takes it up in the same sentence.
  private mutating func noteFirms() {
    for index in block.tokens.indices where block.tokens[index].has(.selfName) {
      guard prose.bodies.sameFirm.contains(block.plain(index..<(index + 1))) else { continue }
      var at = index - 1
      while at > 0, index - at < 40, block.tokens[at].punctuation != .stop, !block.reads(at, "是") { at -= 1 }
      guard at > 0, block.reads(at, "是") else { continue }
      var start = at
      while start > 0, at - start < 5, joinsFirm(block.tokens[start - 1]) { start -= 1 }
      let name = block.string(start..<at)
      if (4...8).contains(name.unicodeScalars.count), isFirmByName(name) {
        paragraph.bodies.append(name)
      }
    }
  }

  private func joinsFirm(_ token: Token) -> Bool {
    switch token.kind {
    case .text, .latin: true
    case .word(let word):
      word.classes.contains(.noun)
        || token.range.count == 1 && word.classes.isDisjoint(with: [.of, .from, .conjunction, .preposition, .predicate])
    default: false
    }
  }

  private func isFirmByName(_ name: String) -> Bool {
    language.measures.linesOfBusiness.contains { name.hasSuffix($0) } || language.measures.firmEndings.contains { name.hasSuffix($0) }
  }

  func isPrivate(_ body: String) -> Bool {
    prose.bodies.privateBodies.contains { body.hasSuffix($0) }
  }

  /// The name of a body that starts at `start`: 某某有限公司, 某某大学, 某某海关.
  mutating func body(at start: Int, before limit: Int) -> String? {
    // 低于全国海事法院平均值: what is compared with owns nothing.
    if start < limit, language.measures.distances.contains(block.plain(start..<(start + 1))) { return nil }
    var index = start
    var length = 0
    while index < limit, index - start < 14 {
      let token = block.tokens[index]
      length = token.range.upperBound - block.tokens[start].range.lowerBound
      switch token.kind {
      case .text, .latin, .place: break
      case .punctuation(.quoteOpen), .punctuation(.quoteClose): break
      case .punctuation(.open) where block.partner[index] > index && block.partner[index] - index < 8:
        index = block.partner[index]
      case .word(let word):
        if word.classes.contains(.body), index > start || token.range.count > 4 {
          // Walk on while the name goes on: 某某集团有限公司, 某某大学某某研究院.
          var end = index
          var next = index + 1
          while next < limit, next - end <= 3 {
            if block.tokens[next].has(.body) { end = next }
            if case .word(let word) = block.tokens[next].kind, word.classes.isDisjoint(with: [.body, .noun]) { break }
            if block.tokens[next].kind != .text, block.tokens[next].word == nil { break }
            next += 1
          }
          let name = properName(start..<(end + 1))
          // 银行业金融机构: a trade.
          if end + 1 < block.tokens.count, isOfTrade(end + 1) { return nil }
          // 保护中心6个: things that are counted are no subject.
          // 服务中心（站）1936个: nor are they with what a bracket adds.
          let behind =
            end + 1 < block.tokens.count && block.tokens[end + 1].punctuation == .open && block.partner[end + 1] > end
            ? block.partner[end + 1] + 1 : end + 1
          if behind < block.tokens.count, let next = block.tokens[behind].quantity, next.kind == .count, !next.isOrdinal { return nil }
          if language.subjects.nameMany(name.simplifiedForm) || namesKindOfCompanies(name.simplifiedForm) || isKind(start..<(end + 1))
            || isDoing(start..<(end + 1))
          {
            return nil
          }
          // 甲中心和乙中心备案…: several bodies are no single subject.
          if joinsBody(after: end, before: limit) { return nil }
          bodyTokens = start..<(end + 1)
          return (4...40).contains(name.unicodeScalars.count) ? name : nil
        }
        // 郑州新郑综保区, 方略保税物流中心: a sign inside a name that alone would be an adverb.
        if token.range.count == 1, index > start, index + 1 < limit, prose.bodies.signsOfNames.contains(where: { block.reads(index, $0) }),
          block.tokens[index + 1].range.lowerBound == token.range.upperBound,
          block.tokens[index + 1].kind == .text || block.tokens[index + 1].has(.body)
        {
          break
        }
        if word.classes.isDisjoint(with: [.noun, .action, .office, .abstract, .setting, .selfName, .conjunction]) { return nil }
        if !word.classes.isDisjoint(with: [.adverb, .verb]), !word.classes.contains(.noun), token.range.count > 1 || index == start {
          return nil
        }
        if word.classes.contains(.conjunction) && index == start { return nil }
        if !word.classes.isDisjoint(with: [.predicate, .preposition, .speech, .share, .within]) { return nil }
      default: return nil
      }
      if length > 40 { return nil }
      index += 1
    }
    return nil
  }

  /// 银行业, 银行同业拆息, 海关保护备案: what stands behind makes a trade of the body before.
  private func isOfTrade(_ index: Int) -> Bool {
    block.tokens[index].range.lowerBound == block.tokens[index - 1].range.upperBound
      && language.measures.bodyTrades.contains {
        block.plain(index..<min(index + 2, block.tokens.count)).hasPrefix($0)
      }
  }

  /// 全国医院, 公立医院: all bodies of a kind, none of which it names.
  private func isKind(_ range: Range<Int>) -> Bool {
    guard let kind = range.last,
      prose.bodies.kinds.contains(
        block.plain(kind..<(kind + 1)))
    else { return false }
    let lead = block.plain(range.lowerBound..<kind)
    // 全国运输机场
    if prose.bodies.wholeNation.contains(where: { lead.hasPrefix($0) }),
      !prose.bodies.plainCompanies.contains(block.plain(kind..<(kind + 1)))
    {
      return true
    }
    return prose.bodies.kindAttributes
      .contains(lead)
  }

  /// 申请成立本地公司, 正全力开发公司…: what is done to companies, not the name of one.
  private func isDoing(_ range: Range<Int>) -> Bool {
    guard let kind = range.last, let first = range.first, first < kind else { return false }
    // 期内公司收益: the time, and the body that the text is of.
    if prose.bodies.firms.contains(block.plain(kind..<(kind + 1))), prose.times.within.contains(block.plain(first..<kind)) { return true }
    guard prose.bodies.plainCompanies.contains(block.plain(kind..<(kind + 1))), block.tokens[first].kind == .text else { return false }
    let text = block.written[block.tokens[first].range].map(\.halfWidth.simplified)
    return switch language.words.words(in: text, range: 0..<text.count).first?.partOfSpeech {
    case .verb, .adverb, .preposition: true
    default: false
    }
  }

  /// 走进鸠江区安徽某某有限公司: without a verb of going there and the place it is at.
  private func properName(_ range: Range<Int>) -> String {
    var range = range
    if prose.bodies.visiting.contains(where: { block.plain(range.lowerBound..<(range.lowerBound + 1)) == $0 }),
      range.count > 2
    {
      range = (range.lowerBound + 1)..<range.upperBound
    }
    while range.count > 2, block.tokens[range.lowerBound].place != nil, block.tokens[range.lowerBound + 1].place != nil {
      range = (range.lowerBound + 1)..<range.upperBound
    }
    let name = block.string(range)
    for verb in prose.bodies.visiting where name.hasPrefix(verb) { return String(name.dropFirst(verb.count)) }
    return name
  }

  /// “塬上红”公司: a body whose own name stands in quotation marks.
  mutating func quotedBody(at open: Int, before limit: Int) -> String? {
    guard let close = ((open + 1)..<min(open + 6, limit)).first(where: { block.tokens[$0].punctuation == .quoteClose }), close + 1 < limit,
      block.tokens[close + 1].has(.body)
    else { return nil }
    bodyTokens = open..<(close + 2)
    return block.string(open..<(close + 2))
  }

  /// 和 and a further body follow.
  func joinsBody(after end: Int, before limit: Int) -> Bool {
    guard end + 1 < limit, block.tokens[end + 1].has(.conjunction) || block.tokens[end + 1].punctuation == .enumeration else {
      return false
    }
    return ((end + 2)..<min(end + 8, max(limit, end + 2))).contains { index in
      block.tokens[index].has(.body) || prose.bodies.joined.contains { block.plain(index..<(index + 1)).hasSuffix($0) }
    }
  }
}
