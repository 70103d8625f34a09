import Articles
import Lingua

extension SentenceParser {
  /// Notes the place or body that a clause opens with: whose numbers follow.
  mutating func enterClause(at start: Int) {
    let end = min(block.clauseEnd[start], sentence.upperBound, start + 60)
    guard start < end else { return }
    let figure = (start..<end).first { figures[$0] } ?? end
    if figure < end, isOfPartners(figure) { return }
    // 仅次于广东，居全国第二位: who stands in front owns nothing.
    if block.begins(start..<min(start + 2, end), withOneOf: prose.facts.nextInRank) { return }
    if figure == end, let basis = basisOfView(start..<end) {
      mentions.append(.basis(basis))
      return
    }
    if let example = exampleTaken(start..<end) { mentions.append(example) }
    if figure == end, let view = view(start..<end) { mentions.append(.view(view)) }
    if figure == end, end > start + 1, end < block.tokens.count,
      block.tokens[end].punctuation == .comma || block.tokens[end].punctuation == .colon,
      prose.clauses.aspects.contains(block.plain((end - 1)..<end))
    {
      // 光伏方面，…: the topic is the name of what has none.
      let topic = block.namePhrase(Array(start..<(end - 1)))
      if !topic.tokens.isEmpty { mentions.append(.topic(block.words(topic.tokens), ofActions: true)) }
    }
    if figure == end, end < sentence.upperBound, block.tokens[end].punctuation == .comma, let topic = topic(start..<end),
      !isCountedGroup(topic)
    {
      mentions.append(.topic(topic, ofActions: false))
    }
    if figure == end, let label = label(start..<end) { mentions.append(.label(label)) }
    // 剔除出售附属公司的影响，: what is left out owns nothing.
    if figure == end, isReckoning(start..<end) { return }
    if let speech = (start..<figure).first(where: { block.tokens[$0].has(.speech) && $0 > start }), isSpeech(at: speech, end: end) {
      enterSpeech(start..<speech)
      return
    }
    if let rest = otherPlaces(start, before: figure) {
      mention(.list(rest), rest, lasts: false, clause: start)
      return
    }
    // “甲集团”“乙药业”等6家单位: examples of those who are counted.
    if figure < end, figure > start, block.tokens[figure - 1].has(.etCetera), block.tokens[figure].quantity?.kind == .count,
      (start..<figure).contains(where: { block.tokens[$0].has(.body) })
    {
      return
    }
    var isWithin = followsWithin(start)
    let isRanked = isRanked(start..<end)
    // A body told of beside others, or of its rank, governs no further.
    var lasts: Bool { !isWithin && !isRanked && !hasFigure(before: start) }
    var index = start
    while index < end {
      let token = block.tokens[index]
      if token.punctuation == nil, token.time == nil, let market = market(at: index), figure < block.tokens.count || figure == end {
        mention(.body(market), market, lasts: lasts)
        return
      }
      switch token.kind {
      case .punctuation(.quoteOpen):
        if let body = quotedBody(at: index, before: figure) {
          mention(.body(body), body, lasts: lasts)
          return
        }
      case .time, .punctuation(.quoteClose), .punctuation(.other): break
      case .word(let word):
        if word.classes.contains(.within) { isWithin = true }
        if word.classes.contains(.selfName) {
          if isWhole(at: index, before: figure) || isFieldOfFirst(at: index) { return }
          let words = block.string(index..<(index + 1))
          mention(.selfName(words.simplifiedForm), words, lasts: true)
          return
        }
        if let body = body(at: index, before: figure) {
          mention(.body(body), body, lasts: lasts)
          return
        }
        if !word.classes.isDisjoint(with: [.rank, .share]) { return }
        if word.classes.contains(.preposition), !isLocative(index) { return }
        let isSkipped =
          word.classes.contains(.marker) || word.classes.contains(.within) || word.classes.contains(.conjunction)
          || word.classes.contains(.adverb) && word.classes.isDisjoint(with: [.predicate]) || isLocative(index)
        if !isSkipped { return }
      case .place where block.isDomestic(index) || block.attributes.contains(index) || figure == end && isFacilityFounded(start..<end):
        return
      case .place(let place):
        if let body = body(at: index, before: figure) {
          mention(.body(body), body, lasts: lasts)
          return
        }
        if isOutlet(at: index) || opensBodies(at: index, before: figure) || isFieldOfFirst(at: index) { return }
        if place.level == .world, index + 1 < end,
          language.measures.worldNames.contains(where: { block.plain((index + 1)..<min(index + 4, end)).hasPrefix($0) })
        {
          return
        }
        if isWhole(at: index, before: figure) { return }
        // 全国增速排名第6位: among whom.
        if place.level == .nation || place.level == .world, index + 2 < end, block.tokens[index + 1].has([.growthNoun, .rank]),
          ((index + 1)..<min(index + 3, end)).contains(where: { block.tokens[$0].has(.rank) })
        {
          return
        }
        if figure < end, partner(inClauseOf: figure) != nil { return }
        if let next = index + 1 < end ? block.tokens[index + 1].quantity : nil, next.isOrdinal || next.isTop { return }
        if opensList(of: index), isExample(from: index) { return }
        // 香港及中國台灣旅客 in a text of 澳門: those who came from there.
        if listsOrigins(from: index) { return }
        if opensList(of: index), figure < end, let list = joinedList(from: index) {
          mention(.list(list), list, lasts: false, clause: start)
          return
        }
        // （一）美國：: a place that labels an item.
        let isLabel = figure == end && end < block.tokens.count && block.tokens[end].punctuation == .colon && isPlaces(index..<end)
        if place.level == .group || place.level == .country, figure == end, !isLabel { return }
        if opensList(of: index) || index > start && place.level == .nation && isLocative(index - 1) { return }
        var last = (place, index)
        while last.1 + 1 < end, let next = block.tokens[last.1 + 1].place { last = (next, last.1 + 1) }
        mention(
          .place(last.0), block.string(index..<(last.1 + 1)), opening: block.string(index..<min(last.1 + 4, end)),
          lasts: !isWithin && !hasFigure(before: start))
        return
      case .text, .latin:
        if figure == end, isFacilityFounded(start..<end) { return }
        if let actor = actorTold(at: index, before: figure) {
          mention(.body(actor), actor, lasts: lasts)
          return
        }
        if let setting = endOfSetting(from: index, before: figure) {
          index = setting + 1
          continue
        }
        if let body = body(at: index, before: figure) {
          mention(.body(body), body, lasts: lasts)
        } else if let county = county(at: index) {
          mention(.place(county), county.name, lasts: !isWithin)
        } else if let firm = firm(at: index, before: figure) {
          mention(.body(firm), firm, lasts: lasts)
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

  /// 港澳台居民1.83亿人次: those who are counted by where they are from, and not whose number it is.
  func countsPersons(_ index: Int) -> Bool {
    guard block.tokens[index].place != nil, index + 1 < block.tokens.count,
      language.measures.countedPersons.contains(where: { block.plain((index + 1)..<(index + 2)).hasPrefix($0) }),
      let figure = ((index + 2)..<min(index + 6, block.tokens.count)).first(where: { block.tokens[$0].quantity != nil }),
      let unit = block.tokens[figure].quantity?.unit
    else { return false }
    return prose.facts.visits.contains(where: { unit.hasSuffix($0) })
      && !((index + 1)..<figure).contains { block.tokens[$0].punctuation != nil }
  }

  /// 大专院校方面，台大去年申请量为38件: a short name before a time, where the clause before says of what kind those are that are told of.
  private func actorTold(at index: Int, before figure: Int) -> String? {
    guard index == block.clauseStart[index], index > sentence.lowerBound + 2, figure > index + 1, figure < block.clauseEnd[index],
      block.tokens[index + 1].time.map({ !$0.isBase && !$0.isEmpty }) ?? false, (2...4).contains(block.tokens[index].range.count),
      block.tokens[index - 1].punctuation == .comma,
      case let aspect = block.plain(block.clauseStart[index - 2]..<(index - 2)),
      prose.clauses.aspects.contains(block.plain((index - 2)..<(index - 1))),
      language.measures.actors.contains(where: { aspect.hasSuffix($0) })
    else { return nil }
    return block.string(index..<(index + 1))
  }

  /// 保护中心获批筹建, 某某机场临时停航: news of a facility, which owns none of the figures told beside it.
  private func isFacilityFounded(_ clause: Range<Int>) -> Bool {
    let words = block.plain(clause)
    let founded = language.measures.foundings.first { verb in
      words.hasSuffix(verb) || prose.bodies.centres.contains { words.contains($0 + verb) }
    }
    guard let verb = founded, let at = words.firstRange(of: verb)?.lowerBound else { return false }
    let name = words[..<at]
    return language.measures.facilities.contains { facility in
      name.ranges(of: facility).last.map { name[$0.upperBound...].count <= 4 } ?? false
    }
  }

  /// 从来源地看, 分国别看, 按目的地划分, 分地区看: by what what follows is looked at; nil for a clause that is no view.
  private func view(_ clause: Range<Int>) -> View? {
    let words = block.plain(clause)
    // 观察10月主要订单来源，
    if prose.clauses.observing.contains(where: { words.hasPrefix($0) }), words.unicodeScalars.count <= 16,
      language.measures.partners.contains(where: { words.hasSuffix($0) })
    {
      return .partners
    }
    guard (1...8).contains(clause.count), words.unicodeScalars.count <= 14,
      prose.clauses.views.contains(where: { words.hasSuffix($0) }), words.first.map({ "从分按就以".contains($0) }) ?? false
    else { return nil }
    if prose.clauses.viewsByTime.contains(where: { words.hasSuffix($0) }) { return .periods }
    if language.measures.partners.contains(where: { words.contains($0) }) { return .partners }
    return language.measures.regions.contains { words.contains($0) } ? .regions : .other
  }

  /// 暑运期间全国铁路…: where the words of a time end that stand right before a place.
  private func endOfSetting(from start: Int, before figure: Int) -> Int? {
    guard
      let end = (start..<min(start + 3, figure)).first(where: { at in
        prose.times.settings.contains { block.plain(at..<(at + 1)).hasSuffix($0) }
      }),
      end + 1 < figure, block.tokens[end + 1].place != nil || block.tokens[end + 1].has(.selfName)
    else { return nil }
    return end
  }

  /// 甲公司以486件居法人之冠: a position stands behind the figure of the clause.
  private func isRanked(_ clause: Range<Int>) -> Bool {
    guard let figure = clause.first(where: { figures[$0] && block.tokens[$0].quantity?.isOrdinal == false }) else { return false }
    return ((figure + 1)..<max(figure + 1, clause.upperBound)).contains {
      block.tokens[$0].has(.rank) || block.tokens[$0].quantity?.isOrdinal ?? false
        || prose.facts.secondPlaces.contains(block.plain($0..<($0 + 1)))
    }
  }

  /// 其余各市州: the places that were not named.
  private func otherPlaces(_ start: Int, before figure: Int) -> String? {
    guard figure > start, prose.clauses.others.contains(where: { block.plain(start..<(start + 1)).hasPrefix($0) }) else { return nil }
    let scalars = Array(block.plain(start..<min(figure, start + 5)).unicodeScalars.dropFirst(2))
    let rest = scalars.first == "各" ? Array(scalars.dropFirst()) : scalars
    guard let length = (1...5).last(where: { $0 <= rest.count && language.measures.otherPlaces.contains(String(scalars: rest[..<$0])) })
    else {
      return nil
    }
    let count = 2 + (scalars.count - rest.count) + length
    return String(scalars: Array(block.string(start..<min(figure, start + 5)).unicodeScalars.prefix(count)))
  }

  /// A place named after the first figure of a sentence holds for that sentence only.
  private func hasFigure(before start: Int) -> Bool {
    (max(sentence.lowerBound, start - 60)..<start).contains { figures[$0] }
  }

  /// Nothing but places and what joins them.
  private func isPlaces(_ range: Range<Int>) -> Bool {
    range.allSatisfy { block.tokens[$0].place != nil || block.tokens[$0].has(.conjunction) || block.tokens[$0].punctuation == .enumeration }
  }

  /// 福州日报记者: a newspaper or station by the place it is of.
  private func isOutlet(at index: Int) -> Bool {
    guard index + 1 < block.tokens.count, block.tokens[index].range.upperBound == block.tokens[index + 1].range.lowerBound else {
      return false
    }
    let next = block.plain((index + 1)..<min(index + 3, block.tokens.count))
    return language.measures.outlets.contains { next.hasPrefix($0) }
  }

  /// 南京大学、浙江大学: the place opens the name of the first of several bodies.
  private func opensBodies(at index: Int, before figure: Int) -> Bool {
    var at = index + 1
    while at < figure, at - index < 6, block.tokens[at].range.lowerBound == block.tokens[at - 1].range.upperBound,
      block.tokens[at].punctuation == nil
    {
      if block.tokens[at].has(.body) { return joinsBody(after: at, before: figure) }
      guard block.tokens[at].kind == .text || block.tokens[at].has(.noun) || block.tokens[at].place != nil else { return false }
      at += 1
    }
    return false
  }

  /// 以台大为例，: whose figures are told next, as an example.
  private func exampleTaken(_ clause: Range<Int>) -> Mention? {
    guard let by = clause.first(where: { block.reads($0, "以") }), by + 2 < clause.upperBound, clause.count < 12,
      block.ends((by + 1)..<clause.upperBound, inOneOf: prose.clauses.asExample),
      case let written = block.string((by + 1)..<clause.upperBound).dropLast(2), (2...12).contains(written.count),
      !((by + 1)..<clause.upperBound).contains(where: { block.tokens[$0].time != nil || figures[$0] || block.tokens[$0].has(.of) })
    else { return nil }
    if let place = block.tokens[by + 1].place, block.string((by + 1)..<(by + 2)) == String(written) {
      return .subject(SubjectMention(subject: .place(place), words: String(written), lasts: true))
    }
    return .subject(SubjectMention(subject: .body(String(written)), words: String(written), lasts: true))
  }

  /// 在全省率先开展, 落地全国首批, 全市唯一: among whom something is the first, and not whose figures follow.
  private func isFieldOfFirst(at index: Int) -> Bool {
    guard index + 1 < block.tokens.count, block.tokens[index].range.upperBound == block.tokens[index + 1].range.lowerBound else {
      return false
    }
    let next = block.plain((index + 1)..<min(index + 3, block.tokens.count))
    return language.measures.firsts.contains { next.hasPrefix($0) }
  }

  /// 接近全省总量的三成: the place is the whole of a share.
  private func isWhole(at index: Int, before figure: Int) -> Bool {
    guard figure < block.tokens.count, figure > index + 1, figure - index < 8, block.tokens[figure - 1].has(.of),
      let quantity = block.tokens[figure].quantity,
      quantity.kind == .percent || quantity.kind == .tenths || quantity.numeral.form == .fraction
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

  /// 在江苏, 以某大学为例: the preposition sets the scene.
  private func isLocative(_ index: Int) -> Bool {
    block.reads(index, "在") || block.reads(index, "以")
  }

  /// 甲省、乙省和丙省 are no single subject.
  private func opensList(of index: Int) -> Bool {
    guard index + 2 < block.tokens.count else { return false }
    let joint = block.tokens[index + 1]
    if joint.punctuation == .enumeration { return true }
    if let place = block.tokens[index].place, place.level == .nation || place.level == .country,
      !block.plain(index..<(index + 1)).hasSuffix("大陆")
    {
      return false
    }
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
    return rest.isEmpty
      || rest.allSatisfy {
        block.tokens[$0].has([.done, .of, .speech]) || block.tokens[$0].punctuation != nil || block.tokens[$0].kind == .text
      }
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
      mention(.selfName(prose.bodies.companyItself.first ?? ""), words, lasts: true)
    }
  }

  private mutating func mention(_ subject: SubjectMention.Subject, _ words: String, opening: String = "", lasts: Bool, clause: Int = -1) {
    mentions.append(.subject(SubjectMention(subject: subject, words: words, opening: opening, lasts: lasts, clause: clause)))
  }

  /// The name of a person after a title: 总经理某某某.
  private func personName(in range: Range<Int>) -> String? {
    let text = block.string(range)
    for title in prose.bodies.titles {
      guard let found = text.ranges(of: title).last else { continue }
      let name = text[found.upperBound...].prefix {
        $0 != "向" && $0 != "对" && $0 != "在" && $0 != "告" && $0 != "说" && $0 != "表" && $0 != "介"
      }
      if (2...4).contains(name.count) { return String(name) }
    }
    return nil
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

extension StringProtocol {
  /// Half-width and simplified.
  var simplifiedForm: String { String(scalars: unicodeScalars.map(\.halfWidth.simplified)) }
}
