import Articles
import Lingua

/// The noun behind a number, and the words of a phrase.
extension TokenBlock {
  /// The noun after a number: 专利数据库 in 建设88个专利数据库; nil when the number stands alone or the noun belongs to what
  /// follows.
  func noun(after index: Int) -> (tokens: [Int], hasOf: Bool)? {
    var at = index + 1
    var hasOf = false
    let end = min(clauseEnd[index], index + 40)
    while at < end, let word = tokens[at].word, word.after != nil || word.classes.contains(.of) {
      if word.classes.contains(.of) { hasOf = true }
      at += 1
    }
    var found: [Int] = []
    /// Where a verb inside began, should a further number show that it has its own object.
    var verb: Int?
    scan: while at < end {
      let token = tokens[at]
      switch token.kind {
      case .text where opensMembers(at) && !found.isEmpty: break scan
      case .text, .latin: found.append(at)
      case .place: found.append(at)
      case .punctuation(.quoteOpen), .punctuation(.quoteClose), .punctuation(.titleOpen), .punctuation(.titleClose): found.append(at)
      case .punctuation(.open) where partner[at] > at:
        at = partner[at] + 1
        continue
      case .punctuation, .time: break scan
      case .quantity(let quantity):
        if quantity.kind == .label || quantity.isBare {
          found.append(at)
        } else if quantity.kind == .count, !found.isEmpty, at - index < 12, noun(after: at) != nil {
          // 1800余所学校和科研机构86.4万件存量专利: each number has its own noun.
          break scan
        } else if let verb {
          // 向24.3万户企业发放资金9.8亿元: the verb has the next number.
          found.removeSubrange(verb...)
          break scan
        } else {
          return nil
        }
      case .word(let word):
        let classes = word.classes
        if classes.contains(.action), !found.isEmpty, verb == nil { verb = found.count }
        if classes.contains(.of), !found.isEmpty, at + 1 < end {
          found.append(at)
        } else if plain(at..<(at + 1)) == prose.facts.figureNouns.first, found.count == 1,
          token.range.lowerBound == tokens[at - 1].range.upperBound, at == index + 2
        {
          // 16项审判指标
          found.append(at)
        } else if opensMembers(at), !found.isEmpty {
          // 41个大类行业中有32个行业: among them.
          break scan
        } else if classes.contains(.group) {
          // 350家公司净利润增长…: of what is told of them the number is no count.
          found.append(at)
          break scan
        } else if classes.contains(.selfName), isBodyKind(at) {
          found.append(at)
        } else if classes.contains(.noun)
          || !classes.isDisjoint(with: [.dependent, .body, .office, .abstract])
            && classes.isDisjoint(with: [.predicate, .verb, .adverb, .setting])
        {
          found.append(at)
        } else if classes.contains(.action), found.isEmpty || at + 1 < end && isNominal(tokens[at + 1]) && found.count < 2 {
          found.append(at)
        } else if classes.contains(.conjunction), !found.isEmpty, token.range.count == 1, at + 1 < end, isNominal(tokens[at + 1]),
          !tokens[at + 1].has(.action)
        {
          found.append(at)
        } else {
          break scan
        }
      }
      at += 1
    }
    while let last = found.last, tokens[last].has(.of) || tokens[last].has(.conjunction) || tokens[last].punctuation == .quoteOpen {
      found.removeLast()
    }
    // 等11个领域: what is counted behind a list.
    let isCounted = found.count == 1 && index > 0 && tokens[index - 1].has(.etCetera)
    guard isCounted || found.contains(where: { isNominal(tokens[$0]) || isBodyKind($0) }) else { return nil }
    return (found, hasOf)
  }

  /// 中有32个, 中，32个: among those just counted, so many.
  private func opensMembers(_ index: Int) -> Bool {
    guard prose.names.amongThem.contains(plain(index..<(index + 1))), index + 1 < tokens.count else { return false }
    let next = tokens[index + 1]
    return next.punctuation == .comma || next.quantity?.kind == .count || plain((index + 1)..<(index + 2)).hasSuffix("有")
  }

  /// 1800余所学校: counted, the word that elsewhere stands for a body named before is the name of its kind.
  func isBodyKind(_ index: Int) -> Bool { tokens[index].has(.selfName) && prose.bodies.alone.contains(plain(index..<(index + 1))) }

  func isNominal(_ token: Token) -> Bool {
    switch token.kind {
    case .text, .latin, .place: true
    case .word(let word): !word.classes.isDisjoint(with: [.noun, .action, .dependent, .body])
    default: false
    }
  }

  /// The written words of a phrase without blanks, quotation marks at its ends and brackets.
  func words(_ indices: [Int]) -> String {
    var scalars: [Unicode.Scalar] = []
    var last: Int?
    for index in indices {
      let range = tokens[index].range
      if let last, last > 0, written[last..<range.lowerBound].contains(where: { $0.isLatinLetter || $0.isBlank }),
        written[last - 1].isLatinLetter || written[last - 1].isDigit,
        written[range.lowerBound].isLatinLetter || written[range.lowerBound].isDigit
      {
        scalars.append(" ")
      }
      scalars += written[range]
      last = range.upperBound
    }
    // 2+26”城市: the end of a quotation whose begin is no part of the phrase.
    if let close = scalars.firstIndex(of: "”"), !scalars[..<close].contains("“"), scalars.count - close > 2 {
      scalars.removeFirst(close + 1)
    }
    // 地级及以上城市, of which the number took the first word.
    if scalars.count > 5, scalars[0].simplified == "及", scalars[1] == "以", "上下".unicodeScalars.contains(scalars[2]) {
      scalars.removeFirst(3)
    }
    var quotes = Array("“”‘’「」『』\"'、,".unicodeScalars)
    // 探亲目的 ends in no 的 of its own.
    if let last = indices.last, tokens[last].range.count == 1 || tokens[last].kind != .text && !tokens[last].has(.noun) {
      quotes.append("的")
    }
    while let first = scalars.first, quotes.contains(first), first != "“" || !scalars.dropFirst().contains("”") { scalars.removeFirst() }
    while let end = scalars.last, quotes.contains(end), end != "”" || !scalars.dropLast().contains("“") { scalars.removeLast() }
    return String(scalars: scalars)
  }
}
