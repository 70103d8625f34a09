import Articles
import Lingua

/// What a clause without a figure says the next is about.
extension SentenceParser {
  /// 新型储能从无到有，: the subject of a clause without a number names what follows.
  func topic(_ clause: Range<Int>) -> String? {
    // 续创新高, 亦为历年单月次高: how the figure before stands.
    let words = block.plain(clause)
    if let rest = topicWithout(clause) ?? topicCompared(clause) ?? topicWithPartner(clause) ?? topicMeasured(clause)
      ?? topicOfCourse(clause)
    {
      return rest
    }
    let opening = clause.first { !block.tokens[$0].has(.adverb) || block.tokens[$0].has([.predicate, .equals]) }
    let judges = opening.map { block.tokens[$0].has([.predicate, .equals]) } ?? false
    if let told = topicOfRecord(clause) { return told }
    if language.measures.records.contains(where: { words.hasSuffix($0) }),
      judges || prose.clauses.setting.contains(where: { words.contains($0) })
    {
      return nil
    }
    if judges, language.measures.superlatives.contains(where: { words.hasSuffix($0) }) { return nil }
    if language.measures.contests.contains(where: { words.hasSuffix($0) }) {
      // 2014年全国城市知识产权考核，浙江位居全国第四
      let contest = clause.drop {
        block.tokens[$0].time != nil || block.tokens[$0].has([.marker, .preposition, .adverb]) || block.tokens[$0].punctuation != nil
      }
      let name = string(Array(contest)).simplifiedForm.hasSuffix("中") ? String(string(Array(contest)).dropLast()) : string(Array(contest))
      if (4...24).contains(name.unicodeScalars.count), !contest.contains(where: { block.tokens[$0].has([.predicate, .speech, .from]) }) {
        return name
      }
    }
    if let topic = superlativeTopic(clause) ?? copulaTopic(clause) { return withoutJudgement(topic) }
    var tokens: [Int] = []
    var bracketEnd = clause.lowerBound
    for index in clause where index >= bracketEnd {
      let token = block.tokens[index]
      switch token.kind {
      // 中欧班列（长安号）从西安往返俄罗斯，共开行656列
      case .punctuation(.open) where !tokens.isEmpty && block.partner[index] > index && block.partner[index] - index < 6:
        bracketEnd = block.partner[index] + 1
      case .text, .latin:
        // 其他业务则有所收缩: the words up to the first that is no part of a name.
        if token.kind == .text, let end = nominalEnd(token.range), end < token.range.upperBound {
          guard end > token.range.lowerBound else { return nil }
          let lead = tokens.isEmpty ? "" : block.words(tokens)
          let words = lead + String(scalars: block.written[token.range.lowerBound..<end])
          return (3...14).contains(words.unicodeScalars.count) ? withoutJudgement(words) : nil
        }
        tokens.append(index)
      case .time where tokens.isEmpty: continue
      // 国内航线, 港澳地区航线: an attribute.
      case .place where tokens.isEmpty && (block.isDomestic(index) || isOfRoutes(index) || block.attributes.contains(index)):
        tokens.append(index)
      // 來自中國大陸旅客上升顯著，增幅達48.3%
      case .word where tokens.isEmpty && prose.trade.comingFrom.contains(block.plain(index..<(index + 1))): continue
      case .word(let word) where tokens.isEmpty && word.classes.contains(.conjunction) && token.range.count == 1: continue
      case .word(let word):
        if word.classes.contains(.conjunction), token.range.count == 1, !tokens.isEmpty, index + 1 < clause.upperBound,
          block.tokens[index + 1].kind == .text || block.tokens[index + 1].has(.noun)
        {
          tokens.append(index)
          continue
        }
        if word.classes.contains(.noun) || word.classes.contains(.action) && !tokens.isEmpty
          || tokens.isEmpty && word.classes.contains(.marker)
        {
          if !word.classes.isDisjoint(with: [.noun, .action]) { tokens.append(index) }
          continue
        }
        // 入境旅游相关总消费
        if token.range.count == 1, !tokens.isEmpty, block.reads(index, "总") || block.reads(index, "新"), index + 1 < clause.upperBound,
          block.tokens[index + 1].kind == .text || block.tokens[index + 1].has([.noun, .dependent])
        {
          tokens.append(index)
          continue
        }
        // 汽车零售业因进口车减少，年减9%: the cause is told of it.
        let isBorder =
          !word.classes.isDisjoint(with: [.adverb, .predicate, .from, .reach, .rise, .fall, .pronoun, .growthNoun])
          || prose.clauses.causes.contains(block.plain(index..<(index + 1)))
        guard isBorder, (1...6).contains(tokens.count), word.classes.isDisjoint(with: [.speech, .marker]) else { return nil }
        let isAttribute = tokens.first.map { block.tokens[$0].place != nil } ?? false
        let words = withoutHow(block.words(isAttribute ? tokens : block.namePhrase(tokens).tokens))
        // 澜桥国际公布截至6月30日止六个月业绩: who makes known is no topic.
        guard !language.measures.announcing.contains(where: { words.simplifiedForm.hasSuffix($0) }) else { return nil }
        return (2...(isAttribute ? 16 : 12)).contains(words.unicodeScalars.count) ? withoutJudgement(words) : nil
      default: return nil
      }
    }
    // 入境旅游相关总消费，包括住宿、购物，增加8.7%: what is listed behind is a part of it.
    let next = clause.upperBound + 1
    guard tokens.count > 1, tokens.count <= 6, next < block.tokens.count,
      prose.clauses.including.contains(block.plain(next..<(next + 1)))
    else { return nil }
    let name = block.words(block.namePhrase(tokens).tokens)
    return (3...14).contains(name.unicodeScalars.count) ? name : nil
  }

  /// 财产险业务 of 财产险业务平稳较快增长: without the words that say how it moves.
  private func withoutHow(_ words: String) -> String {
    let text = words.unicodeScalars.map(\.halfWidth.simplified)
    guard text.count == words.unicodeScalars.count, text.count > 4, text.allSatisfy(\.isHan) else { return words }
    let parts = Array(language.words.words(in: text, range: 0..<text.count))
    guard let last = parts.last(where: { $0.partOfSpeech?.isNominal ?? true && $0.range.count > 1 }), last.range.upperBound >= 3,
      last.range.upperBound < text.count
    else { return words }
    return String(scalars: Array(words.unicodeScalars)[..<last.range.upperBound])
  }

  /// 科创板研发投入再创新高，累计投入超780亿元: what set a record, up to the verb of setting it, where the sentence has told no figure yet.
  private func topicOfRecord(_ clause: Range<Int>) -> String? {
    guard !(sentence.lowerBound..<clause.lowerBound).contains(where: { figures[$0] }),
      language.measures.records.contains(where: { block.plain(clause).hasSuffix($0) }),
      let verb = clause.first(where: { at in
        prose.clauses.settingRecords.contains { block.plain(at..<(at + 1)).hasPrefix($0) }
          || block.reads(at, "再") && at + 1 < clause.upperBound && block.plain((at + 1)..<(at + 2)).hasPrefix("创")
      }), verb > clause.lowerBound
    else { return nil }
    let phrase = block.namePhrase(Array(clause.lowerBound..<verb))
    let words = block.words(phrase.tokens)
    return (4...16).contains(words.unicodeScalars.count) && !isPlaceOnly(phrase) ? words : nil
  }

  /// 整体消费物价与一年前同月比较，上升1.2%: what is compared, in front of what it is compared with.
  private func topicCompared(_ clause: Range<Int>) -> String? {
    guard let last = clause.last, prose.times.closingComparisons.contains(block.plain(last..<(last + 1))),
      let joint = clause.last(where: { at in
        (block.reads(at, oneOf: prose.clauses.joints) || block.reads(at, "较")) && at + 1 < last && block.tokens[at + 1].time != nil
      }), joint > clause.lowerBound
    else { return nil }
    let phrase = block.namePhrase(Array(clause.lowerBound..<joint))
    let words = block.words(phrase.tokens)
    return (2...16).contains(words.unicodeScalars.count) && !isPlaceOnly(phrase) ? words : nil
  }

  /// 经季节性调整的吞吐量，较上季上升1%: a measure alone, in front of a clause that compares.
  private func topicMeasured(_ clause: Range<Int>) -> String? {
    let next = clause.upperBound + 1
    guard next < block.tokens.count, block.tokens[next].has([.compare, .yearOnYear]) || block.plain(next..<(next + 1)).hasPrefix("按"),
      clause.allSatisfy({ at in
        block.tokens[at].kind == .text || block.tokens[at].time != nil
          || block.tokens[at].has([.noun, .of, .marker, .dependent, .rate, .action])
          || prose.names.revised.contains(block.plain(at..<(at + 1)))
      }),
      (next..<block.clauseEnd[next]).contains(where: { block.tokens[$0].has([.rise, .fall]) })
    else { return nil }
    let written = block.words(block.namePhrase(Array(clause)).tokens)
    let words = measured(written) ?? written
    return (3...20).contains(words.unicodeScalars.count)
      && (language.measures.endings + language.measures.owned).contains(where: { words.simplifiedForm.hasSuffix($0) }) ? words : nil
  }

  /// 对东盟出口额增势较好，增长21%: a trade with its partner, up to what is said of it.
  private func topicWithPartner(_ clause: Range<Int>) -> String? {
    guard let at = clause.first(where: { block.tokens[$0].time == nil }), at + 2 < clause.upperBound,
      block.reads(at, oneOf: prose.trade.openings) || block.reads(at, "与"), block.tokens[at + 1].place != nil
    else { return nil }
    let rest = block.plain((at + 2)..<min(at + 6, clause.upperBound))
    let written = block.string((at + 2)..<min(at + 6, clause.upperBound))
    guard let trade = prose.trade.measures.first(where: { rest.hasPrefix($0) }), rest.count == written.count, rest.count > trade.count
    else {
      return nil
    }
    return block.string(at..<(at + 2)) + String(written.prefix(trade.count))
  }

  /// 港澳地区航线货邮运输量: places together that say which routes are meant.
  private func isOfRoutes(_ index: Int) -> Bool {
    block.tokens[index].place?.level == .group
      && prose.trade.routes.contains { block.plain((index + 1)..<min(index + 3, block.tokens.count)).hasPrefix($0) }
  }

  /// 若扣除蔬菜水果，涨1.68%; 再剔除能源后之总指数（即核心CPI），涨1.84%: told of without these, by the name that a bracket gives it.
  private func topicWithout(_ clause: Range<Int>) -> String? {
    let written = Array(block.string(clause).unicodeScalars)
    let plain = written.map(\.halfWidth.simplified)
    guard written.count <= 40,
      let lead = (0...2).first(where: { at in
        at < plain.count && language.measures.deductions.contains { plain[at...].starts(with: $0.unicodeScalars) }
      }), plain[..<lead].allSatisfy({ "若如再又果".unicodeScalars.contains($0) })
    else { return nil }
    if let open = plain.firstIndex(of: "("), open + 2 < plain.count, plain[open + 1] == "即", let close = plain.lastIndex(of: ")"),
      close > open + 3
    {
      return String(scalars: written[(open + 2)..<close])
    }
    let rest = String(scalars: written[lead...])
    guard (4...16).contains(written.count - lead), !prose.clauses.withoutEnds.contains(where: { rest.simplifiedForm.hasSuffix($0) }) else {
      return nil
    }
    return rest
  }

  /// 工业机器人：, （一）电子产品：: the nouns that open an item or a sentence before a colon; nil for what a colon closes otherwise.
  func label(_ clause: Range<Int>) -> String? {
    guard let first = clause.first, clause.upperBound < block.tokens.count, block.tokens[clause.upperBound].punctuation == .colon,
      first == sentence.lowerBound || [.colon, .semicolon].contains(block.tokens[first - 1].punctuation),
      clause.allSatisfy({ isOfLabel(block.tokens[$0]) }), bodyEnds.keys.allSatisfy({ !clause.contains($0) })
    else { return nil }
    let words = block.words(Array(clause))
    guard (2...16).contains(words.unicodeScalars.count),
      !language.measures.emptyLabels.contains(where: { words.simplifiedForm.hasSuffix($0) })
    else { return nil }
    return words
  }

  /// Nouns, what joins them, and what is done with things.
  private func isOfLabel(_ token: Token) -> Bool {
    switch token.kind {
    case .text, .latin, .punctuation(.enumeration): return true
    case .word(let word):
      let isNominal = !word.classes.isDisjoint(with: [.noun, .conjunction, .action])
      return isNominal
        && word.classes.isDisjoint(with: [.adverb, .speech, .body, .office, .selfName, .marker, .predicate, .within])
    default: return false
    }
  }

  /// 制造业支撑作用明显: what is told of, without what it is said to have.
  private func withoutJudgement(_ topic: String) -> String {
    for ending in prose.names.judgements
    where topic.simplifiedForm.hasSuffix(ending) && topic.count > ending.count + 1 {
      return String(topic.dropLast(ending.count))
    }
    return topic
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

  /// 装备制造业规模最大，增加值为…: the owner that the clause of order names.
  private func superlativeTopic(_ clause: Range<Int>) -> String? {
    let text = block.plain(clause)
    guard language.measures.superlatives.contains(where: { text.hasSuffix($0) }) else { return nil }
    let phrase = block.namePhrase(Array(clause.filter { block.tokens[$0].place == nil && !block.tokens[$0].has(.selfName) }))
    var words = block.words(phrase.tokens.isEmpty ? Array(clause) : phrase.tokens)
    for ending in prose.names.ranksInTopics where words.hasSuffix(ending) {
      words.removeLast(ending.count)
    }
    for ending in prose.names.orderMeasures where words.hasSuffix(ending) { words.removeLast(ending.count) }
    return (2...14).contains(words.unicodeScalars.count) ? words : nil
  }

  /// 其次是材料工业，增加值为…: the noun behind the copula.
  private func copulaTopic(_ clause: Range<Int>) -> String? {
    guard let copula = clause.first(where: { ["是", "为", "有"].contains(block.plain($0..<($0 + 1))) }), copula + 1 < clause.upperBound,
      copula == clause.lowerBound
        || (clause.lowerBound..<copula).allSatisfy({
          block.tokens[$0].has([.marker, .adverb, .conjunction]) || prose.clauses.nextOnes.contains(block.plain($0..<($0 + 1)))
        })
    else { return nil }
    let phrase = block.namePhrase(Array((copula + 1)..<clause.upperBound))
    let words = block.words(phrase.tokens)
    return (2...14).contains(words.unicodeScalars.count) ? words : nil
  }
}
