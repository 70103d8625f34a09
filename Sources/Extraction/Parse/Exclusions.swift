import Articles
import Indicators
import Lingua

/// Which numbers of a block can be figures at all: not those in titles, ordinals of things, lists, names and idioms.
enum Exclusions {
  static func figures(in block: TokenBlock) -> BoundedRow<Bool> {
    var figures = BoundedRow([Bool](repeating: false, count: block.tokens.count), beyond: false)
    for index in block.tokens.indices {
      guard let quantity = block.tokens[index].quantity, !block.inTitle[index] else { continue }
      figures[index] = isFigure(quantity, at: index, in: block)
    }
    markListedDurations(&figures, in: block)
    // 5、6和7家: a bare member of a list or range takes the unit of the one that has it.
    for index in block.tokens.indices.reversed() {
      guard let quantity = block.tokens[index].quantity, quantity.isBare, !quantity.isOrdinal,
        index + 2 < block.tokens.count, figures[index + 2] || block.tokens[index + 2].quantity?.kind != nil,
        quantity.numeral.form == .arabic && joins(block.tokens[index + 1]) || block.reads(index + 1, oneOf: block.prose.clauses.through),
        let next = block.tokens[index + 2].quantity, figures[index + 2], !block.inTitle[index]
      else { continue }
      figures[index] = next.kind != nil || figures[index + 2]
    }
    return figures
  }

  /// 平均利用2296小时；其中，火电3105小时，减少58小时: right behind a name a time is measured where one in its unit was, in the sentence.
  private static func markListedDurations(_ figures: inout BoundedRow<Bool>, in block: TokenBlock) {
    for sentence in block.sentences {
      var units: Set<String> = []
      for index in sentence {
        guard let quantity = block.tokens[index].quantity, quantity.kind == .duration, !block.inTitle[index] else { continue }
        if figures[index] {
          if quantity.unit != "年" { units.insert(quantity.unit) }
          continue
        }
        guard units.contains(quantity.unit), index > block.clauseStart[index], index - block.clauseStart[index] <= 6,
          !quantity.isOrdinal,
          (block.clauseStart[index]..<index).allSatisfy({ at in
            block.tokens[at].kind == .text || block.tokens[at].kind == .latin || block.tokens[at].has([.noun, .dependent, .rate])
          })
        else { continue }
        figures[index] = true
      }
    }
  }

  static func joins(_ token: Token) -> Bool {
    token.punctuation == .enumeration || token.punctuation == .range || token.has(.conjunction)
  }

  private static func isFigure(_ quantity: QuantityExpression, at index: Int, in block: TokenBlock) -> Bool {
    let previous = index > 0 ? block.tokens[index - 1] : nil
    let next = index + 1 < block.tokens.count ? block.tokens[index + 1] : nil
    if let previous, previous.kind == .latin, previous.range.upperBound == block.tokens[index].range.lowerBound { return false }
    if let previous, previous.has(.each) { return false }
    if isNumberOfTable(quantity, at: index, in: block) { return false }
    if opensName(quantity, at: index, in: block) || opensOwner(quantity, at: index, in: block) { return false }
    if quantity.isRatioMember { return block.holds(max(block.clauseStart[index], index - 24)..<index, oneOf: block.prose.names.industries) }
    if isRankOfSize(quantity) { return true }
    if isExchanged(index, in: block) { return false }
    if isSlogan(quantity, at: index, in: block) || closesQuotedName(quantity, at: index, in: block) { return false }
    if isBoundOfName(quantity, at: index, in: block) { return false }
    // 系统第2阶段: a stage, and no position.
    if quantity.isOrdinal, quantity.kind == nil, let next, next.has(.abstract), !next.has(.noun),
      next.range.lowerBound == block.tokens[index].range.upperBound
    {
      return false
    }
    if quantity.isOrdinal {
      return quantity.kind == nil || quantity.kind == .position || quantity.kind == .duration && previous?.has(.unbroken) ?? false
    }
    if quantity.isTop, quantity.kind == .position, let next, next.range.lowerBound == block.tokens[index].range.upperBound,
      next.kind == .text || next.has(.noun), !next.has([.rank, .predicate]),
      !(max(block.clauseStart[index], index - 12)..<index).contains(where: { block.tokens[$0].has(.rank) })
    {
      // 前十位国家和地区投入…: who is told of together.
      return false
    }
    if quantity.isTop { return quantity.kind == nil || quantity.kind == .position }
    // 第3至5名: up to which position.
    if quantity.kind == .position, index > 1, joins(block.tokens[index - 1]) || block.reads(index - 1, oneOf: block.prose.clauses.through),
      block.tokens[index - 2].quantity?.isOrdinal ?? false
    {
      return false
    }
    // 后3位依次为…: how many are listed from the end.
    if quantity.kind == .position, index > 0, block.reads(index - 1, "后") { return false }
    if quantity.unit == "点", index > 0, quantity.numeral.number.scale == 0,
      block.prose.times.ofDay.contains(where: {
        block.plain((index - 1)..<index).hasSuffix($0)
      })
    {
      return false
    }
    if quantity.numeral.form == .chinese, quantity.unit == "类", previous?.punctuation == .enumeration || next?.punctuation == .enumeration {
      return false
    }
    if quantity.kind == .duration, let previous,
      block.prose.times.lastingBefore.contains(where: { block.plain((index - 1)..<index).hasSuffix($0) }), !previous.has(.predicate)
    {
      return false
    }
    if quantity.kind == .duration, let next,
      block.prose.times.lastingBehind.contains(where: { block.plain((index + 1)..<(index + 2)).hasPrefix($0) }), !next.has(.predicate)
    {
      return false
    }
    if quantity.unit == "分", index > 0,
      block.tokens[index - 1].quantity?.unit.hasSuffix("时") ?? false
        || "时時点點".unicodeScalars.contains(block.written[max(0, block.tokens[index].range.lowerBound - 1)])
    {
      return false
    }
    switch quantity.kind {
    case .label: return quantity.unit == "连冠" || quantity.unit == "连丰"
    case .rating: return false
    case .duration: return isMeasuredDuration(quantity, at: index, in: block)
    case nil:
      if quantity.numeral.form == .fraction { return true }
      if quantity.numeral.power > 0 { return true }
      return isIndex(at: index, in: block) || isShift(quantity, at: index, in: block)
    default: break
    }
    if isSingleOne(quantity) && !(quantity.kind == .position && previous?.has([.rise, .fall]) ?? false) || isPhase(quantity)
      || isBareName(quantity, previous: previous, next: next)
    {
      return false
    }
    if isIdle(quantity, at: index, next: next, in: block) || isTold(quantity, at: index, in: block) { return false }
    return true
  }

  /// 十二个重点产业有效专利1.4万件: a small number in words that opens the name of what is measured right behind it.
  private static func opensName(_ quantity: QuantityExpression, at index: Int, in block: TokenBlock) -> Bool {
    guard quantity.numeral.form == .chinese, quantity.kind == .count, quantity.unit.simplifiedForm == "个",
      index - block.clauseStart[index] <= 6,
      (block.clauseStart[index]..<index).allSatisfy({
        block.tokens[$0].place != nil || block.tokens[$0].time != nil || block.tokens[$0].has([.marker, .within, .selfName])
      })
    else { return false }
    var at = index + 1
    while at < block.clauseEnd[index], at - index <= 10, block.tokens[at].punctuation == nil, block.tokens[at].quantity == nil,
      block.tokens[at].kind == .text || block.tokens[at].has([.noun, .action, .abstract]), !block.tokens[at].has([.rise, .fall, .share])
    { at += 1 }
    return at > index + 2 && at < block.clauseEnd[index] && block.tokens[at].quantity?.kind == .count
  }

  /// 3家基础电信企业的移动电话用户总数达16.41亿户: a small number of those whose number it is, up to 的 and what is measured.
  private static func opensOwner(_ quantity: QuantityExpression, at index: Int, in block: TokenBlock) -> Bool {
    guard quantity.kind == .count, !quantity.isOrdinal, !quantity.isTop, quantity.numeral.power == 0, quantity.numeral.number.scale == 0,
      quantity.numeral.number.doubleValue < 100, index - block.clauseStart[index] <= 6,
      (block.clauseStart[index]..<index).allSatisfy({
        block.tokens[$0].place != nil || block.tokens[$0].time != nil || block.tokens[$0].has([.marker, .within, .selfName, .adverb])
      })
    else { return false }
    var of: Int?
    var at = index + 1
    while at < block.clauseEnd[index], at - index <= 16, block.tokens[at].quantity == nil || block.tokens[at].quantity?.isBare == true {
      let token = block.tokens[at]
      if token.has(.of), at > index + 1 { of = at }
      guard token.punctuation == nil, token.time == nil, !token.has([.rise, .fall, .share, .speech, .rank, .compare]) else { return false }
      if of == nil, token.has([.action, .verb]), !token.has(.noun) { return false }
      at += 1
    }
    guard let of, at > of + 1, at < block.clauseEnd[index], let kind = block.tokens[at].quantity?.kind else { return false }
    return kind != .duration && !block.tokens[of + 1].has([.predicate, .adverb])
  }

  /// 表 2　臺灣出口, 如图3所示: a label where a sentence begins, or behind a word that points to it; 代表20人 is none.
  private static func isNumberOfTable(_ quantity: QuantityExpression, at index: Int, in block: TokenBlock) -> Bool {
    guard quantity.numeral.form == .arabic, quantity.numeral.number.scale == 0, quantity.numeral.power == 0 else { return false }
    var at = block.tokens[index].range.lowerBound - 1
    while at >= 0, block.written[at].isBlank { at -= 1 }
    guard at >= 0, "表图圖".unicodeScalars.contains(block.written[at]) else { return false }
    guard at > 0 else { return true }
    let before = block.written[at - 1]
    return !before.isHan && !before.isLatinLetter && !before.isDigit || "如见見由从從据據和与與及附".unicodeScalars.contains(before)
  }

  /// “四个全面”, “三降一升”: a few words in quotation marks that a small numeral in words opens.
  private static func isSlogan(_ quantity: QuantityExpression, at index: Int, in block: TokenBlock) -> Bool {
    guard quantity.numeral.form == .chinese, quantity.kind == .count || quantity.kind == .position || quantity.kind == nil, index > 0,
      block.tokens[index - 1].punctuation == .quoteOpen,
      let close = ((index + 1)..<min(index + 6, block.tokens.count)).first(where: { block.tokens[$0].punctuation == .quoteClose })
    else { return false }
    let words = block.tokens[close].range.lowerBound - block.tokens[index].range.lowerBound
    return close > index + 1 && words <= 8 && !(index..<close).contains { block.tokens[$0].punctuation != nil }
  }

  /// “知识产权8条”, “科创33条”: how many articles a policy has, at the end of its name in quotation marks.
  private static func closesQuotedName(_ quantity: QuantityExpression, at index: Int, in block: TokenBlock) -> Bool {
    guard quantity.unit.simplifiedForm == "条", index > 1, index + 1 < block.tokens.count,
      block.tokens[index + 1].punctuation == .quoteClose,
      let open = (max(0, index - 6)..<index).last(where: { block.tokens[$0].punctuation == .quoteOpen }), open < index - 1
    else { return false }
    return !((open + 1)..<index).contains { block.tokens[$0].punctuation != nil || block.tokens[$0].has([.predicate, .verb]) }
  }

  /// 1美元兑7.1元: the unit that a rate of exchange is told for.
  static func isExchanged(_ index: Int, in block: TokenBlock) -> Bool {
    guard let quantity = block.tokens[index].quantity, quantity.kind == .money, index + 1 < block.tokens.count,
      [ExactNumber(1), ExactNumber(100)].contains(quantity.numeral.number)
    else { return false }
    return ["兑", "对"].contains { block.plain((index + 1)..<(index + 2)).hasPrefix($0) }
  }

  /// 1000Mbps及以上接入速率的用户, 6000千瓦及以上电厂: a bound inside the name of what is told, before whose number it stands.
  private static func isBoundOfName(_ quantity: QuantityExpression, at index: Int, in block: TokenBlock) -> Bool {
    guard quantity.kind == .physical, index + 2 < block.clauseEnd[index],
      block.prose.facts.boundsInNames.contains(block.plain((index + 1)..<(index + 2))),
      block.tokens[index + 2].kind == .text || block.tokens[index + 2].has([.noun, .body])
    else { return false }
    return (index + 3..<max(index + 3, min(block.clauseEnd[index], index + 24))).contains { block.tokens[$0].quantity?.kind != nil }
  }

  /// 较上月下降0.1, 比上年缩小0.04: an index moves by a number without a unit.
  private static func isShift(_ quantity: QuantityExpression, at index: Int, in block: TokenBlock) -> Bool {
    guard quantity.numeral.form == .arabic, quantity.numeral.number.scale > 0, index > 1, block.tokens[index - 1].has([.rise, .fall]),
      block.tokens[index - 1].range.count > 1
    else { return false }
    return (max(block.clauseStart[index], index - 8)..<(index - 1)).contains {
      block.tokens[$0].has([.compare, .yearOnYear]) || block.tokens[$0].time?.isBase ?? false
    }
  }

  /// 一家, 一项: the article “a”, unless a verb of counting stands right before it.
  private static func isSingleOne(_ quantity: QuantityExpression) -> Bool {
    quantity.numeral.form == .chinese && quantity.numeral.power == 0 && quantity.numeral.number == ExactNumber(1)
      && (quantity.kind == .count || quantity.kind == .position || quantity.kind == .duration || quantity.kind == .physical)
  }

  /// 第一大贸易伙伴: a position by size.
  static func isRankOfSize(_ quantity: QuantityExpression) -> Bool { quantity.isOrdinal && quantity.unit == "大" }

  /// 三次会议, 走访三家企业, 两条底线: a small number in words before what it counts tells a story and states no figure; 新增五家,
  /// 超过三家, 十余家 do.
  private static func isTold(_ quantity: QuantityExpression, at index: Int, in block: TokenBlock) -> Bool {
    guard quantity.numeral.form == .chinese, !quantity.isOrdinal, !quantity.isTop,
      quantity.kind == .count || quantity.kind == .position && ["名", "位"].contains(quantity.unit), quantity.numeral.power == 0,
      !quantity.isOpen, quantity.numeral.number.scale == 0, (2...10).contains(quantity.numeral.number.significand),
      index + 1 < block.clauseEnd[index]
    else { return false }
    let next = block.tokens[index + 1]
    guard next.punctuation == nil, next.quantity == nil, next.time == nil, next.word?.after == nil,
      !next.has([.rise, .fall, .share, .rank, .reach, .conjunction, .respectively])
    else { return false }
    guard index > 0 else { return quantity.unit != "次" }
    // 负荷四次刷新纪录: how often something did so, behind what did.
    if quantity.unit == "次", !block.tokens[index - 1].has([.verb, .action]) { return false }
    return block.tokens[index - 1].word?.before == nil && !block.tokens[index - 1].has([.rise, .fall, .compare])
  }

  /// 基地二期: a phase by its number.
  private static func isPhase(_ quantity: QuantityExpression) -> Bool {
    quantity.numeral.form == .chinese && quantity.unit == "期" && quantity.numeral.power == 0
  }

  /// 千户苗寨: a round number without a word that makes it an estimate is part of a name.
  private static func isBareName(_ quantity: QuantityExpression, previous: Token?, next: Token?) -> Bool {
    quantity.numeral.isBare && quantity.numeral.power == 0 && quantity.kind == .count && !quantity.isOpen && previous?.word?.before == nil
      && next?.word?.after == nil && previous?.has([.predicate, .reach, .rise]) != true
  }

  /// 三个方面, 两种方式, 两年行动.
  private static func isIdle(_ quantity: QuantityExpression, at index: Int, next: Token?, in block: TokenBlock) -> Bool {
    guard quantity.kind == .count || quantity.kind == .position, let next else { return false }
    // 增长最快的三个技术领域为…: a kind of field, whose members are listed behind.
    if quantity.numeral.form == .chinese, next.kind == .text, index + 2 < block.tokens.count,
      block.ends((index + 1)..<(index + 3), inOneOf: block.prose.names.domains)
    {
      return true
    }
    if next.has(.abstract), !next.has(.action) {
      // 16个重点产业专题数据库: a word that only weighs the noun behind it.
      if block.prose.names.weights.contains(block.plain((index + 1)..<(index + 2))), index + 2 < block.clauseEnd[index] {
        let noun = block.tokens[index + 2]
        if noun.kind == .text || noun.kind == .latin || noun.place != nil || noun.has([.noun, .action, .body]) && !noun.has(.abstract) {
          return false
        }
      }
      // 覆盖机械、通信等11个领域: the fields are listed and counted.
      let isCounted = quantity.numeral.form == .arabic && index > 0 && block.tokens[index - 1].has(.etCetera)
      return !isCounted || !block.prose.names.domains.contains(block.plain((index + 1)..<(index + 2)))
    }
    return false
  }

  /// A time span is a figure only where something is said to last, or an unbroken run is counted.
  private static func isMeasuredDuration(_ quantity: QuantityExpression, at index: Int, in block: TokenBlock) -> Bool {
    var at = index - 1
    let start = block.clauseStart[index]
    if at >= start, block.tokens[at].has(.unbroken) { return true }
    // 持续安全飞行23个月.
    if (max(start, index - 4)..<max(start, index)).contains(where: { block.prose.facts.keptOn.contains(block.plain($0..<($0 + 1))) }),
      block.prose.times.runUnits.contains(quantity.unit)
    {
      return true
    }
    if quantity.numeral.number.scale > 0, quantity.numeral.form == .arabic { return true }
    // 天数保持在25至32天: past the lower end of a range.
    if at > start, block.tokens[at].punctuation == .range || block.reads(at, oneOf: block.prose.clauses.through),
      let lower = block.tokens[at - 1].quantity, lower.kind == nil || lower.kind == .duration
    {
      at -= 2
    }
    let isAveraged = (max(start, index - 12)..<max(start, index)).contains {
      block.holds($0..<($0 + 1), oneOf: block.prose.facts.onAverage)
    }
    while at >= start, index - at < 8 {
      let token = block.tokens[at]
      // 平均审结期间约16个月
      if isAveraged, block.ends(at..<(at + 1), inOneOf: block.prose.names.during) { return true }
      if token.has([.rise, .fall, .reach]), token.range.count > 1 { return true }
      if case .text = token.kind, endsLikeDuration(at, in: block) { return true }
      if token.has(.verb), block.prose.names.using.contains(block.plain(at..<(at + 1))) { return true }
      if token.has(.noun), endsLikeDuration(at, in: block) { return true }
      if token.has(.from),
        (index + 1..<min(block.clauseEnd[index], index + 6)).contains(where: { block.tokens[$0].has([.reach, .fall, .rise]) })
      {
        return true
      }
      if token.quantity != nil, !(token.quantity?.kind == .duration) { return false }
      if token.has(.preposition), !token.has([.predicate, .from]), token.range.count == 1, at == index - 1 { return false }
      at -= 1
    }
    return false
  }

  private static func endsLikeDuration(_ index: Int, in block: TokenBlock) -> Bool {
    let word = block.plain(index..<(index + 1))
    return block.prose.facts.durations.contains { word.hasSuffix($0) }
  }

  /// A number without unit is a figure only after the name of an index, rate or score.
  private static func isIndex(at index: Int, in block: TokenBlock) -> Bool {
    let start = block.clauseStart[index]
    var at = index - 1
    var steps = 0
    while at >= start, steps < 12 {
      let token = block.tokens[at]
      if token.has(.rate) { return true }
      // 集中度指数CR8为85.1: a code behind the name.
      if token.kind == .latin, at > start, block.tokens[at - 1].has(.rate) || block.ends((at - 1)..<at, inOneOf: block.prose.names.indices)
      {
        return true
      }
      if case .text = token.kind {
        let text = block.plain(at..<(at + 1))
        if block.prose.facts.bareMeasures.contains(where: { text.hasSuffix($0) }) { return true }
      }
      if token.has(.noun), block.prose.facts.bareNouns.contains(where: { block.plain(at..<(at + 1)).hasSuffix($0) }),
        token.range.count > 1
      {
        return true
      }
      if token.has([.predicate, .reach, .adverb, .done, .from, .of, .compare, .yearOnYear]) || token.word?.before != nil
        || token.time != nil || token.place != nil
      {
        at -= 1
        steps += 1
        continue
      }
      // 总指数(CPI)为111.36: a bracket behind the name.
      if token.punctuation == .close, block.partner[at] >= start {
        at = block.partner[at] - 1
        steps += 1
        continue
      }
      if token.quantity != nil, at + 1 < index {
        at -= 1
        steps += 1
        continue
      }
      return false
    }
    return false
  }
}
