import Articles
import Lingua

extension SentenceParser {
  /// Notes the place or body that a clause opens with: whose numbers follow.
  mutating func enterClause(at start: Int) {
    let end = min(block.clauseEnd[start], sentence.upperBound, start + 60)
    guard start < end else { return }
    let figure = (start..<end).first { figures[$0] } ?? end
    if figure == end, end > start + 1, end < block.tokens.count, block.tokens[end].punctuation == .comma,
      block.plain((end - 1)..<end) == "方面"
    {
      // 光伏方面，…: the topic is the name of what has none.
      let topic = block.namePhrase(Array(start..<(end - 1)))
      if !topic.tokens.isEmpty { mentions.append(.topic(block.words(topic.tokens), ofActions: true)) }
    }
    if figure == end, end < sentence.upperBound, block.tokens[end].punctuation == .comma, let topic = topic(start..<end) {
      mentions.append(.topic(topic, ofActions: false))
    }
    if let speech = (start..<figure).first(where: { block.tokens[$0].has(.speech) && $0 > start }), isSpeech(at: speech, end: end) {
      enterSpeech(start..<speech)
      return
    }
    if let rest = otherPlaces(start, before: figure) {
      mention(.list(rest), rest, lasts: false)
      return
    }
    var isWithin = false
    var index = start
    while index < end {
      let token = block.tokens[index]
      switch token.kind {
      case .punctuation(.quoteOpen):
        if let body = quotedBody(at: index, before: figure) {
          mention(.body(body), body, lasts: !isWithin && !hasFigure(before: start))
          return
        }
      case .time, .punctuation(.quoteClose), .punctuation(.other): break
      case .word(let word):
        if word.classes.contains(.within) { isWithin = true }
        if word.classes.contains(.selfName) {
          if isWhole(at: index, before: figure) { return }
          let words = block.string(index..<(index + 1))
          mention(.selfName(words.simplifiedForm), words, lasts: true)
          return
        }
        if let body = body(at: index, before: figure) {
          mention(.body(body), body, lasts: !isWithin && !hasFigure(before: start))
          return
        }
        if !word.classes.isDisjoint(with: [.rank, .share]) { return }
        if word.classes.contains(.preposition), !isLocative(index) { return }
        let isSkipped = word.classes.contains(.marker) || word.classes.contains(.within) || word.classes.contains(.conjunction)
          || word.classes.contains(.adverb) && word.classes.isDisjoint(with: [.predicate]) || isLocative(index)
        if !isSkipped { return }
      case .place(let place):
        if let body = body(at: index, before: figure) {
          mention(.body(body), body, lasts: !isWithin && !hasFigure(before: start))
          return
        }
        if isWhole(at: index, before: figure) { return }
        if let next = index + 1 < end ? block.tokens[index + 1].quantity : nil, next.isOrdinal || next.isTop { return }
        if opensList(of: index), isExample(from: index) { return }
        if opensList(of: index), figure < end, let list = joinedList(from: index) {
          mention(.list(list), list, lasts: false)
          return
        }
        if place.level == .group || place.level == .country, figure == end { return }
        if opensList(of: index) || index > start && place.level == .nation && isLocative(index - 1) { return }
        var last = (place, index)
        while last.1 + 1 < end, let next = block.tokens[last.1 + 1].place { last = (next, last.1 + 1) }
        mention(.place(last.0), block.string(index..<(last.1 + 1)), opening: block.string(index..<min(last.1 + 4, end)), lasts: !isWithin && !hasFigure(before: start))
        return
      case .text, .latin:
        if let body = body(at: index, before: figure) {
          mention(.body(body), body, lasts: !isWithin && !hasFigure(before: start))
        } else if let county = county(at: index) {
          mention(.place(county), county.name, lasts: !isWithin)
        } else {
          let words = block.string(index..<min(index + 3, end))
          mention(.opening(words), words, lasts: true)
        }
        return
      default: return
      }
      index += 1
    }
  }

  /// 新型储能从无到有，: the subject of a clause without a number names what follows.
  private func topic(_ clause: Range<Int>) -> String? {
    if let topic = superlativeTopic(clause) ?? copulaTopic(clause) { return topic }
    var tokens: [Int] = []
    for index in clause {
      let token = block.tokens[index]
      switch token.kind {
      case .text, .latin:
        // 其他业务则有所收缩: the words up to the first that is no part of a name.
        if token.kind == .text, let end = nominalEnd(token.range), end < token.range.upperBound {
          guard end > token.range.lowerBound else { return nil }
          let lead = tokens.isEmpty ? "" : block.words(tokens)
          let words = lead + String(scalars: block.written[token.range.lowerBound..<end])
          return (3...14).contains(words.unicodeScalars.count) ? words : nil
        }
        tokens.append(index)
      case .time where tokens.isEmpty: continue
      case .word(let word):
        if word.classes.contains(.conjunction), token.range.count == 1, !tokens.isEmpty, index + 1 < clause.upperBound,
          block.tokens[index + 1].kind == .text || block.tokens[index + 1].has(.noun)
        {
          tokens.append(index)
          continue
        }
        if word.classes.contains(.noun) || word.classes.contains(.action) && !tokens.isEmpty || tokens.isEmpty && word.classes.contains(.marker) {
          if !word.classes.isDisjoint(with: [.noun, .action]) { tokens.append(index) }
          continue
        }
        let isBorder = !word.classes.isDisjoint(with: [.adverb, .predicate, .from, .reach, .rise, .fall, .pronoun])
        guard isBorder, (1...6).contains(tokens.count), word.classes.isDisjoint(with: [.speech, .marker]) else { return nil }
        let phrase = block.namePhrase(tokens)
        let words = block.words(phrase.tokens)
        return (2...12).contains(words.unicodeScalars.count) ? words : nil
      default: return nil
      }
    }
    return nil
  }

  /// Where the nouns end that a run of ideographs begins with; nil where the lexicon cannot tell.
  private func nominalEnd(_ range: Range<Int>) -> Int? {
    guard range.count <= 24 else { return nil }
    let text = block.written[range].map(\.halfWidth.simplified)
    var end = 0
    for word in language.words.words(in: text, range: 0..<text.count) {
      switch word.partOfSpeech {
      case .adverb, .conjunction, .particle: return range.lowerBound + end
      default: end = word.range.upperBound
      }
    }
    return range.upperBound
  }

  /// 其余各市州: the places that were not named.
  private func otherPlaces(_ start: Int, before figure: Int) -> String? {
    guard figure > start, ["其余", "其他", "其它"].contains(where: { block.plain(start..<(start + 1)).hasPrefix($0) }) else { return nil }
    let scalars = Array(block.plain(start..<min(figure, start + 5)).unicodeScalars.dropFirst(2))
    let rest = scalars.first == "各" ? Array(scalars.dropFirst()) : scalars
    guard let length = (1...5).last(where: { $0 <= rest.count && Self.otherPlaces.contains(String(scalars: rest[..<$0])) }) else { return nil }
    let count = 2 + (scalars.count - rest.count) + length
    return String(scalars: Array(block.string(start..<min(figure, start + 5)).unicodeScalars.prefix(count)))
  }

  /// 装备制造业规模最大，增加值为…: the owner that the clause of order names.
  private func superlativeTopic(_ clause: Range<Int>) -> String? {
    let text = block.plain(clause)
    guard Self.superlatives.contains(where: { text.hasSuffix($0) }) else { return nil }
    let phrase = block.namePhrase(Array(clause.filter { block.tokens[$0].place == nil && !block.tokens[$0].has(.selfName) }))
    var words = block.words(phrase.tokens.isEmpty ? Array(clause) : phrase.tokens)
    for ending in ["最多", "最高", "最大", "最低", "居首", "次之", "领先", "占比", "规模", "总量", "比重"] where words.hasSuffix(ending) { words.removeLast(ending.count) }
    for ending in ["占比", "规模", "总量", "比重"] where words.hasSuffix(ending) { words.removeLast(ending.count) }
    return (2...14).contains(words.unicodeScalars.count) ? words : nil
  }

  /// 其次是材料工业，增加值为…: the noun behind the copula.
  private func copulaTopic(_ clause: Range<Int>) -> String? {
    guard let copula = clause.first(where: { ["是", "为", "有"].contains(block.plain($0..<($0 + 1))) }), copula + 1 < clause.upperBound,
      copula == clause.lowerBound || (clause.lowerBound..<copula).allSatisfy({ block.tokens[$0].has([.marker, .adverb, .conjunction]) || ["其次", "再次", "其后"].contains(block.plain($0..<($0 + 1))) })
    else { return nil }
    let phrase = block.namePhrase(Array((copula + 1)..<clause.upperBound))
    let words = block.words(phrase.tokens)
    return (2...14).contains(words.unicodeScalars.count) ? words : nil
  }

  /// A place named after the first figure of a sentence holds for that sentence only.
  private func hasFigure(before start: Int) -> Bool {
    (max(sentence.lowerBound, start - 60)..<start).contains { figures[$0] }
  }

  /// 接近全省总量的三成: the place is the whole of a share.
  private func isWhole(at index: Int, before figure: Int) -> Bool {
    guard figure < block.tokens.count, figure > index + 1, figure - index < 8, block.tokens[figure - 1].has(.of),
      let quantity = block.tokens[figure].quantity, quantity.kind == .percent || quantity.kind == .tenths || quantity.numeral.form == .fraction
    else { return false }
    guard index > block.clauseStart[index] else { return false }
    let previous = block.tokens[index - 1]
    return previous.has(.adverb) || previous.word?.before != nil
  }

  /// 甲省、乙省、丙省等11个地区: examples of what is counted, no subject.
  private func isExample(from index: Int) -> Bool {
    var last = index
    while last + 2 < block.tokens.count, block.tokens[last + 1].punctuation == .enumeration || block.tokens[last + 1].has(.conjunction),
      block.tokens[last + 2].place != nil
    { last += 2 }
    guard last + 2 < block.tokens.count, block.tokens[last + 1].has(.etCetera) else { return false }
    return block.tokens[last + 2].quantity?.kind == .count
  }

  /// Makes the companies of a block known that it names in passing.
  mutating func noteBodies() {
    for index in block.tokens.indices where block.tokens[index].has(.body) {
      var start = index
      if start > 0, block.tokens[start - 1].punctuation == .quoteClose, let open = (max(0, start - 6)..<start).last(where: { block.tokens[$0].punctuation == .quoteOpen }) { start = open }
      while start > 0, start == index || block.tokens[start].punctuation != .quoteOpen, index - start < 8, block.tokens[start - 1].range.upperBound == block.tokens[start].range.lowerBound,
        block.tokens[start - 1].kind == .text || block.tokens[start - 1].kind == .latin || block.tokens[start - 1].place != nil
          || block.tokens[start - 1].has(.noun) && !block.tokens[start - 1].has([.verb, .adverb, .preposition, .predicate])
          || block.tokens[start - 1].has(.adverb) && block.tokens[start - 1].range.count == 1 && start > 1 && block.tokens[start - 2].kind == .text && block.tokens[start - 2].range.upperBound == block.tokens[start - 1].range.lowerBound
      { start -= 1 }
      guard start < index else { continue }
      let name = properName(start..<(index + 1))
      if let alias = alias(after: index) { paragraph.aliases.append(Paragraph.Alias(body: name, short: alias)) }
      if isPrivate(name), (6...30).contains(name.unicodeScalars.count) {
        paragraph.bodies.append(name)
        bodyEnds[index] = name
      }
    }
    noteFirms()
  }

  /// 某某股份有限公司（证券简称“江澜装备”）, （下称智慧局）: the short name that a bracket gives.
  private func alias(after index: Int) -> String? {
    guard index + 2 < block.tokens.count, block.tokens[index + 1].punctuation == .open, case let close = block.partner[index + 1], close > index, close - index < 14
    else { return nil }
    let inner = Array(block.plain((index + 2)..<close).unicodeScalars)
    let written = Array(block.string((index + 2)..<close).unicodeScalars)
    guard inner.count == written.count else { return nil }
    for word in ["简称为", "简称", "下称", "以下称"] {
      let key = Array(word.unicodeScalars)
      guard inner.count > key.count, let start = (0...(inner.count - key.count)).first(where: { inner[$0...].starts(with: key) }) else { continue }
      let name = written[(start + key.count)...].filter { $0.isHan || $0.isLatinLetter || $0.isDigit }
      if (2...10).contains(name.count) { return String(scalars: name) }
    }
    return nil
  }

  /// 位于某市的凯盛科技是…，该公司…: a firm by its line of business, where 该公司 takes it up in the same sentence.
  private mutating func noteFirms() {
    for index in block.tokens.indices where block.tokens[index].has(.selfName) {
      guard ["该公司", "该企业"].contains(block.plain(index..<(index + 1))) else { continue }
      var at = index - 1
      while at > 0, index - at < 40, block.tokens[at].punctuation != .stop, !block.reads(at, "是") { at -= 1 }
      guard at > 0, block.reads(at, "是") else { continue }
      var start = at
      while start > 0, at - start < 5, joinsFirm(block.tokens[start - 1]) { start -= 1 }
      let name = block.string(start..<at)
      if (4...8).contains(name.unicodeScalars.count), Self.linesOfBusiness.contains(where: { name.hasSuffix($0) }) { paragraph.bodies.append(name) }
    }
  }

  private func joinsFirm(_ token: Token) -> Bool {
    switch token.kind {
    case .text, .latin: true
    case .word(let word):
      word.classes.contains(.noun) || token.range.count == 1 && word.classes.isDisjoint(with: [.of, .from, .conjunction, .preposition, .predicate])
    default: false
    }
  }

  private static let linesOfBusiness = [
    "科技", "股份", "电子", "信息", "生物", "医药", "药业", "制药", "重工", "光电", "汽车", "集团", "材料", "新材", "智能", "能源", "环保", "精密", "机械", "通信", "通讯", "电气", "电器", "装备", "航空",
    "化工", "食品", "软件", "数据", "网络", "钢铁", "新能", "控股",
  ]

  /// 在江苏, 以某大学为例: the preposition sets the scene.
  private func isLocative(_ index: Int) -> Bool {
    block.reads(index, "在") || block.reads(index, "以")
  }

  /// 甲省、乙省和丙省 are no single subject.
  private func opensList(of index: Int) -> Bool {
    guard index + 2 < block.tokens.count else { return false }
    let joint = block.tokens[index + 1]
    if joint.punctuation == .enumeration { return true }
    if let place = block.tokens[index].place, place.level == .nation || place.level == .country { return false }
    return joint.has(.conjunction) && block.tokens[index + 2].place != nil
  }

  /// 甲市、乙市、丙市 together, up to the last place of the list.
  private func joinedList(from index: Int) -> String? {
    var last = index
    while last + 2 < block.tokens.count, block.tokens[last + 1].punctuation == .enumeration || block.tokens[last + 1].has(.conjunction),
      block.tokens[last + 2].place != nil
    { last += 2 }
    return last > index ? block.string(index..<(last + 1)) : nil
  }

  /// A verb of saying ends its clause or stands before a colon or a comma.
  private func isSpeech(at index: Int, end: Int) -> Bool {
    let rest = (index + 1)..<end
    return rest.isEmpty || rest.allSatisfy { block.tokens[$0].has([.done, .of, .speech]) || block.tokens[$0].punctuation != nil || block.tokens[$0].kind == .text }
      && rest.count <= 4
  }

  /// The speaker of what follows: an office speaks for its place, a company or school for itself.
  private mutating func enterSpeech(_ range: Range<Int>) {
    var found: String?
    var after = range.lowerBound
    for index in range where found == nil {
      if let body = body(at: index, before: range.upperBound) {
        found = body
        after = index
      }
    }
    let words = block.string(range)
    if let found, isPrivate(found) {
      mention(.speaker(body: found, person: personName(in: after..<range.upperBound), words: words), words, lasts: true)
    } else {
      mention(.speaker(body: nil, person: nil, words: words), words, lasts: true)
    }
    if range.contains(where: { block.tokens[$0].has(.selfName) && block.plain($0..<($0 + 1)).hasPrefix("该") }) {
      mention(.selfName("该公司"), words, lasts: true)
    }
  }

  private mutating func mention(_ subject: SubjectMention.Subject, _ words: String, opening: String = "", lasts: Bool) {
    mentions.append(.subject(SubjectMention(subject: subject, words: words, opening: opening, lasts: lasts)))
  }

  private func isPrivate(_ body: String) -> Bool {
    ["公司", "集团", "大学", "学院", "医院", "研究院", "研究所", "银行", "中学", "机场", "实验室"].contains { body.hasSuffix($0) }
  }

  /// The name of a person after a title: 总经理某某某.
  private func personName(in range: Range<Int>) -> String? {
    let text = block.string(range)
    for title in ["经理", "董事长", "创始人", "总裁", "负责人", "院长", "校长", "主任", "总监", "教授", "书记", "工程师", "首席执行官", "处长", "所长", "行长"] {
      guard let found = text.lastRange(of: title) else { continue }
      let name = text[found...].prefix { $0 != "向" && $0 != "对" && $0 != "在" && $0 != "告" && $0 != "说" && $0 != "表" && $0 != "介" }
      if (2...4).contains(name.count) { return String(name) }
    }
    return nil
  }

  /// The name of a body that starts at `start`: 某某有限公司, 某某大学, 某某海关.
  mutating func body(at start: Int, before limit: Int) -> String? {
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
          // 保护中心6个: things that are counted are no subject.
          if end + 1 < block.tokens.count, let next = block.tokens[end + 1].quantity, next.kind == .count, !next.isOrdinal { return nil }
          if Self.genericBodies.contains(where: { name.simplifiedForm.hasPrefix($0) }) { return nil }
          // 甲中心和乙中心备案…: several bodies are no single subject.
          if joinsBody(after: end, before: limit) { return nil }
          bodyTokens = start..<(end + 1)
          return (4...40).contains(name.unicodeScalars.count) ? name : nil
        }
        if word.classes.isDisjoint(with: [.noun, .action, .office, .abstract, .setting, .selfName, .conjunction]) { return nil }
        if !word.classes.isDisjoint(with: [.adverb, .verb]), !word.classes.contains(.noun), token.range.count > 1 || index == start { return nil }
        if word.classes.contains(.conjunction) && index == start { return nil }
        if !word.classes.isDisjoint(with: [.predicate, .preposition, .speech, .share, .within]) { return nil }
      default: return nil
      }
      if length > 40 { return nil }
      index += 1
    }
    return nil
  }

  /// What bodies of a kind are called by, not one of them.
  private static let genericBodies = ["国内外", "各", "多家", "全体", "有关", "相关", "部分", "境外", "境内", "上市公司", "民营", "国有", "外资", "中小", "大型", "这些", "一些", "许多", "不少", "所有", "全部", "其他", "新设", "国内"]

  /// 走进鸠江区安徽某某有限公司: without a verb of going there and the place it is at.
  private func properName(_ range: Range<Int>) -> String {
    var range = range
    if ["走进", "来到", "位于", "地处", "走访", "前往", "落户"].contains(where: { block.plain(range.lowerBound..<(range.lowerBound + 1)) == $0 }), range.count > 2 { range = (range.lowerBound + 1)..<range.upperBound }
    while range.count > 2, block.tokens[range.lowerBound].place != nil, block.tokens[range.lowerBound + 1].place != nil { range = (range.lowerBound + 1)..<range.upperBound }
    let name = block.string(range)
    for verb in ["走进", "来到", "位于", "走访"] where name.hasPrefix(verb) { return String(name.dropFirst(verb.count)) }
    return name
  }

  /// “塬上红”公司: a body whose own name stands in quotation marks.
  private mutating func quotedBody(at open: Int, before limit: Int) -> String? {
    guard let close = ((open + 1)..<min(open + 6, limit)).first(where: { block.tokens[$0].punctuation == .quoteClose }), close + 1 < limit,
      block.tokens[close + 1].has(.body)
    else { return nil }
    bodyTokens = open..<(close + 2)
    return block.string(open..<(close + 2))
  }

  /// 和 and a further body follow.
  private func joinsBody(after end: Int, before limit: Int) -> Bool {
    guard end + 1 < limit, block.tokens[end + 1].has(.conjunction) || block.tokens[end + 1].punctuation == .enumeration else { return false }
    return ((end + 2)..<min(end + 8, max(limit, end + 2))).contains { index in
      block.tokens[index].has(.body) || ["中心", "公司", "法院", "局", "部门"].contains { block.plain(index..<(index + 1)).hasSuffix($0) }
    }
  }

  /// 某某县, 某某区: a county or district by its ending.
  private func county(at index: Int) -> NamedPlace? {
    let text = block.string(index..<(index + 1))
    let scalars = Array(text.unicodeScalars)
    guard (3...5).contains(scalars.count), let last = scalars.last, "县区旗镇".unicodeScalars.contains(last),
      !"地社园小厂城景山校灾库牧林矿辖片街海港各老新郊市".unicodeScalars.contains(scalars[scalars.count - 2]), last != "区" || scalars.count < 5
    else { return nil }
    return NamedPlace(text, .county)
  }
}

extension String {
  /// Half-width and simplified.
  var simplifiedForm: String { String(scalars: unicodeScalars.map(\.halfWidth.simplified)) }

  /// Where the last occurrence of `word` ends.
  fileprivate func lastRange(of word: String) -> Index? {
    var found: Index?
    var index = startIndex
    while index < endIndex {
      if self[index...].hasPrefix(word) { found = self.index(index, offsetBy: word.count) }
      index = self.index(after: index)
    }
    return found
  }
}
