import Articles
import Indicators
import Lingua

extension SentenceParser {
  /// Tokens between 分别 and the last number it distributes over, at most; keeps work linear.
  static let listReach = 60

  /// The names that 分别 before the number at `index` distributes over, and which of them is meant.
  func listItems(at index: Int) -> (items: [ListItem], position: Int)? {
    let start = max(block.clauseStart[index], index - Self.listReach)
    guard let word = (start..<index).last(where: { block.tokens[$0].has(.respectively) }) ?? wordOverCommas(index) else { return nil }
    // 第3至5名分别为甲66件、乙59件: each is named in front of its number.
    if opensWithPositions(before: word) { return nil }
    let run = run(behind: word)
    if let quarters = quarters(of: word, run, at: index) { return quarters }
    if block.clauseStart[run.last ?? word] != block.clauseStart[word], let position = run.firstIndex(of: index),
      let items = lists[word] ?? items(before: word), items.count == run.count
    {
      // 甲、乙、丙三县分别为12.1万吨，8.3万吨，6.2万吨
      return (items, position)
    }
    // 分别为384亿元（上升6.5%）及252亿元: what a bracket adds is no member.
    guard block.clauseStart[word] == block.clauseStart[index] else { return nil }
    let members = ((word + 1)..<min(block.clauseEnd[index], word + Self.listReach)).filter {
      figures[$0] && block.clauseStart[$0] == block.clauseStart[word]
    }
    // 分别为280件306人、401件431人: each member is told in two measures.
    let isPaired = isPaired(members)
    let position = members.count { $0 < index } / (isPaired ? 2 : 1)
    let count = members.count / (isPaired ? 2 : 1)
    if block.plain(word..<(word + 1)).hasPrefix("各"), count < 2 { return nil }
    var items = lists[word] ?? bracketMembers(before: word, count) ?? pairedMeasure(before: word, count) ?? items(before: word)
    if items == nil, opensWithout(names: word) {
      items =
        levelsMeant(by: word, count) ?? lastListIsNear(count) ?? listOfClause(before: word, count) ?? levelsOfSentence(count)
        ?? (lastList.count > 1 ? lastList : nil)
    }
    items = measuresOfPairs(before: word, count) ?? items ?? placesOfSentence(before: word) ?? ownersBefore(word, count)
    guard let items, position < items.count else { return nil }
    return (items, position)
  }

  /// 前三的商品为食品、服装鞋帽、家用电器，分别占…: the list closes the clause before.
  func listOfClause(before word: Int, _ count: Int) -> [ListItem]? {
    let start = block.clauseStart[word]
    guard count > 1, start > sentence.lowerBound + 1, block.tokens[start - 1].punctuation == .comma else { return nil }
    var clause = max(block.clauseStart[start - 2], start - 80)..<(start - 1)
    var growth: ListItem.Growth?
    if let last, last.kind == .change, last.qualifier != .exactly, let bound = lastToken, clause.contains(bound),
      clause.upperBound - bound <= 2,
      clause.count(where: { figures[$0] }) == 1,
      let verb = clause.first(where: { block.tokens[$0].has([.rise, .fall, .yearOnYear]) }), verb > clause.lowerBound
    {
      // 甲、乙、丙业同比增长超过5%，分别为19.5%、9.3%和7.6%: each within the bound told for all.
      clause = clause.lowerBound..<verb
      growth = last.isNegative ? .falling : .rising
    }
    // 审结544112件（含旧存，下同），比上年分别…: the end of a bracket is no list.
    guard !clause.contains(where: { figures[$0] && block.tokens[$0].quantity?.isTop != true || block.tokens[$0].punctuation == .close })
    else {
      return nil
    }
    if let origins = originsListed(in: clause, count) ?? placesThatMoved(in: clause, count) { return origins }
    // 進口總額則為4,836億美元，兩者同登歷年最高: stands for the figures told right before.
    if let first = clause.first, block.tokens[first].has(.pronoun) { return nil }
    var groups: [[Int]] = [[]]
    let enumerated = clause.count { block.tokens[$0].punctuation == .enumeration }
    for index in clause {
      let token = block.tokens[index]
      if token.punctuation == .enumeration || token.has(.conjunction) && token.range.count == 1 && enumerated + 1 < count {
        groups.append([])
      } else if token.has([.predicate, .equals]) || token.has(.verb) && !token.has(.noun) {
        groups = [[]]
      } else {
        groups[groups.count - 1].append(index)
      }
    }
    groups[0].removeAll { block.tokens[$0].has(.within) || block.tokens[$0].has(.marker) }
    // 一是健康险和意外险快速增长，分别…: how they moved is no part of the last.
    if let last = groups.last,
      let end = last.indices.dropFirst().first(where: {
        block.tokens[last[$0]].has([.rise, .fall])
          || block.tokens[last[$0]].has(.adverb) && $0 + 1 < last.count && block.tokens[last[$0 + 1]].has([.rise, .fall])
      })
    {
      groups[groups.count - 1] = Array(last[..<end])
    }
    let measure = measureBehind(word)
    if groups.count == count, let shared = placesWithSharedName(groups) { return shared }
    guard groups.count == count, groups.allSatisfy({ !$0.isEmpty }) else { return nil }
    if let grown = grownMembers(groups) { return grown }
    return groups.map { group in
      if group.count == 1, let place = block.tokens[group[0]].place {
        return ListItem(owner: .place(place, words: place.name), growth: growth)
      }
      let member = string(group)
      return ListItem(head: .own(member.hasSuffix(measure) ? member : member + measure), growth: growth)
    }
  }

  /// 30个省份销售量增加，其中甲、乙、丙增加额较多，分别增加…: places of which the clause says that they moved most, by the measure told of the
  /// group that they are of.
  private func placesThatMoved(in clause: Range<Int>, _ count: Int) -> [ListItem]? {
    guard let turn = clause.first(where: { block.tokens[$0].has([.rise, .fall, .growthNoun]) }), turn > clause.lowerBound,
      case let lead = clause.lowerBound..<turn,
      lead.allSatisfy({
        block.tokens[$0].place != nil || block.tokens[$0].punctuation == .enumeration
          || block.tokens[$0].has([.conjunction, .within, .marker])
      }),
      case let places = lead.compactMap({ block.tokens[$0].place }), places.count == count
    else { return nil }
    var head: Head?
    if let lastToken, sentence.contains(lastToken), lastToken < clause.lowerBound,
      let group = (lastToken..<clause.lowerBound).first(where: { block.tokens[$0].has(.group) }),
      let verb = ((group + 1)..<clause.lowerBound).first(where: { block.tokens[$0].has([.rise, .fall]) }), verb > group + 1
    {
      head = .own(block.string((group + 1)..<verb))
    }
    return places.map { ListItem(head: head, owner: .place($0, words: $0.name)) }
  }

  /// 分别实现原保险保费收入857.5亿元和364.4亿元: what is measured, between 分别 and its first number.
  private func measureBehind(_ word: Int) -> String {
    guard let figure = ((word + 1)..<min(word + 10, block.clauseEnd[word])).first(where: { figures[$0] }), figure > word + 1,
      case let between = Array((word + 1)..<figure),
      !between.contains(where: {
        block.tokens[$0].has([.share, .rise, .fall, .compare, .rank, .yearOnYear]) || block.tokens[$0].place != nil
      })
    else { return "" }
    let phrase = block.namePhrase(between)
    let words = string(phrase.tokens)
    return language.measures.endings.contains { words.simplifiedForm.hasSuffix($0) }
      || prose.names.incomes.contains { words.simplifiedForm.hasSuffix($0) } ? words : ""
  }

  /// 甲、乙、丙价格涨幅居前，分别为…: what is told of each is its growth.
  private func grownMembers(_ groups: [[Int]]) -> [ListItem]? {
    guard let last = groups.last, let growth = last.firstIndex(where: { block.tokens[$0].has(.growthNoun) }), growth > 0 else { return nil }
    let members = Array(groups.dropLast()) + [Array(last[..<growth])]
    let tail = sharedTail(members)
    let isFall = prose.facts.lessSigns.contains { block.plain(last[growth]..<(last[growth] + 1)).contains($0) }
    return members.enumerated().map { position, member in
      ListItem(head: .own(position < members.count - 1 ? string(member) + tail : string(member)), growth: isFall ? .falling : .rising)
    }
  }

  /// 甲、乙两市分工明显，…，产量分别为…: places that open the sentence, as many as there are numbers, share the name before 分别.
  private func placesOfSentence(before word: Int) -> [ListItem]? {
    let count = ((word + 1)..<min(block.clauseEnd[word], word + Self.listReach)).count { figures[$0] }
    guard count > 1, block.clauseStart[word] > sentence.lowerBound, word - sentence.lowerBound < Self.listReach else { return nil }
    var places: [NamedPlace] = []
    var at = sentence.lowerBound
    while at < word, block.tokens[at].time != nil || block.tokens[at].punctuation == .comma || block.tokens[at].has(.marker) { at += 1 }
    while at + 1 < word, let place = block.tokens[at].place, [.province, .city, .county].contains(place.level) {
      places.append(place)
      at += 1
      guard block.tokens[at].punctuation == .enumeration || block.tokens[at].has(.conjunction) else { break }
      at += 1
    }
    guard places.count == count else { return nil }
    let phrase = block.namePhrase(block.region(before: word) { figures[$0] }.tokens)
    guard !phrase.tokens.isEmpty, phrase.place == nil, !isPlaceOnly(phrase) else { return nil }
    let name = head(string(phrase.tokens), phrase)
    return places.map { ListItem(head: name, owner: .place($0, words: $0.name)) }
  }

  /// 新收和审结一审案件8.7万件和8.4万件: acts on one thing, and as many numbers.
  private mutating func pairedActs(_ statement: Statement, at index: Int) -> (items: [ListItem], position: Int)? {
    guard statement.kind == .level else { return nil }
    var run = [index]
    while run.count < 6, let first = run.first, let before = memberBefore(first) { run.insert(before, at: 0) }
    while run.count < 6, let last = run.last, let next = memberAfter(last) { run.append(next) }
    guard run.count > 1, let first = run.first, let last = run.last, let position = run.firstIndex(of: index),
      run.allSatisfy({ block.tokens[$0].quantity?.unit == block.tokens[last].quantity?.unit || block.tokens[$0].quantity?.isBare ?? false }
      ),
      block.noun(after: last) == nil,
      let items = actsOnOne(block.region(before: first) { figures[$0] }.tokens, count: run.count)
    else { return nil }
    lastList = items
    lastListToken = first
    return (items, position)
  }

  /// 受理和审结案件, 批准逮捕、提起公诉: so many acts joined to each other, and what all of them act on.
  func actsOnOne(_ region: [Int], count: Int) -> [ListItem]? {
    func isAct(_ index: Int) -> Bool { block.tokens[index].has(.action) && !block.tokens[index].has(.adverb) }
    func isJoint(_ index: Int) -> Bool { block.tokens[index].punctuation == .enumeration || block.tokens[index].has(.conjunction) }
    guard count > 1, let joint = region.indices.dropFirst().dropLast().last(where: { isJoint(region[$0]) }), isAct(region[joint + 1]) else {
      return nil
    }
    var acts = [region[joint + 1]]
    var at = joint
    while at > 0, isJoint(region[at]), isAct(region[at - 1]) {
      acts.insert(region[at - 1], at: 0)
      at -= 2
      if at < 0 { break }
    }
    guard acts.count == count else { return nil }
    let behind = Array(region[(joint + 2)...])
    let object = behind.isEmpty ? "" : string(block.namePhrase(behind).tokens)
    return acts.map { act in ListItem(head: .own(string([act]) + object)) }
  }

  /// 完成运输总周转量、旅客运输量和货邮运输量65.8亿吨公里、3513.2万人和74.9万吨: as many measures as numbers, each in its own unit.
  private mutating func impliedMembers(_ statement: Statement, at index: Int) -> (items: [ListItem], position: Int)? {
    guard statement.kind == .level else { return nil }
    var members = [index]
    while members.count < 8, let first = members.first, let before = joinedBefore(first) { members.insert(before, at: 0) }
    while members.count < 8, let last = members.last, last + 2 < block.tokens.count, Exclusions.joins(block.tokens[last + 1]),
      figures[last + 2]
    { members.append(last + 2) }
    let units = members.compactMap { block.tokens[$0].quantity?.unit }
    guard members.count > 1, let first = members.first, let position = members.firstIndex(of: index), Set(units).count == members.count,
      members.allSatisfy({ block.tokens[$0].quantity?.isOrdinal == false })
    else { return nil }
    let groups = block.region(before: first) { figures[$0] }.tokens.split {
      block.tokens[$0].punctuation == .enumeration || block.tokens[$0].has(.conjunction) && block.tokens[$0].range.count == 1
    }
    guard groups.count == members.count else { return nil }
    let names = groups.map { string(block.namePhrase(Array($0)).tokens) }
    guard names.allSatisfy({ name in name.count > 1 && language.measures.endings.contains { name.simplifiedForm.hasSuffix($0) } }) else {
      return nil
    }
    let items = names.map { ListItem(head: .own($0)) }
    (lastList, lastListToken) = (items, first)
    return (items, position)
  }

  /// 甲铁路、乙高铁香港段累计发送跨境旅客4.56万人次和518.4万人次: as many lines or bodies in front of the verb as numbers behind it.
  private mutating func impliedOwners(_ statement: Statement, at index: Int) -> (items: [ListItem], position: Int)? {
    guard statement.kind == .level else { return nil }
    var members = [index]
    while members.count < 6, let first = members.first, let before = memberBefore(first) { members.insert(before, at: 0) }
    while members.count < 6, let last = members.last, let next = memberAfter(last) { members.append(next) }
    guard members.count > 1, let first = members.first, let position = members.firstIndex(of: index),
      Set(members.map { block.tokens[$0].quantity?.unit ?? "" }).count == 1, block.noun(after: members[members.count - 1]) == nil
    else { return nil }
    let region = block.region(before: first) { figures[$0] }.tokens
    guard let joint = region.firstIndex(where: { isJoint($0) }),
      let verb = region[joint...].firstIndex(where: {
        block.tokens[$0].has([.adverb, .verb, .action, .predicate]) && !block.tokens[$0].has(.noun)
      })
    else { return nil }
    let groups = region[..<verb].split { isJoint($0) }
    guard groups.count == members.count, groups.allSatisfy({ endsLine(string(Array($0))) }), case let behind = Array(region[verb...]) else {
      return nil
    }
    let name = string(block.namePhrase(behind).tokens)
    guard !name.isEmpty else { return nil }
    let items = groups.map { ListItem(head: .own(name), owner: .named(string(Array($0)))) }
    (lastList, lastListToken) = (items, first)
    return (items, position)
  }

  private func isJoint(_ index: Int) -> Bool {
    index < block.tokens.count
      && (block.tokens[index].punctuation == .enumeration || block.tokens[index].has(.conjunction) && block.tokens[index].range.count == 1)
  }

  /// 中老铁路, 广深港高铁香港段, 虹桥机场: where the name of a line, a port or a body ends.
  private func endsLine(_ name: String) -> Bool {
    let plain = name.simplifiedForm
    return language.measures.lines.contains { plain.hasSuffix($0) && plain.count > $0.count + 1 }
  }

  /// The number that 和 or 、 joins to the one at `index`, a verb of its own between them or not: 下降0.4个和上升0.7个百分点.
  func memberBefore(_ index: Int) -> Int? {
    guard let before = joinedBefore(index) else { return nil }
    // 发送19.1万标箱、同比增长11.7%: another kind of figure.
    guard let (one, other) = block.tokens[before].quantity.flatMap({ one in block.tokens[index].quantity.map { (one, $0) } }) else {
      return nil
    }
    return one.kind == other.kind || one.isBare || other.isBare || one.unit == "个" || one.unit == "個" ? before : nil
  }

  func joinedBefore(_ index: Int) -> Int? {
    let joint = index >= 3 && block.tokens[index - 1].has([.rise, .fall]) ? index - 2 : index - 1
    return joint >= 1 && Exclusions.joins(block.tokens[joint]) && figures[joint - 1] ? joint - 1 : nil
  }

  func memberAfter(_ index: Int) -> Int? {
    guard index + 2 < block.tokens.count, Exclusions.joins(block.tokens[index + 1]) else { return nil }
    let next = index + 3 < block.tokens.count && block.tokens[index + 2].has([.rise, .fall]) ? index + 3 : index + 2
    return figures[next] ? next : nil
  }

  /// Gives the statement the name, place or period that 分别 assigns to it.
  mutating func applyList(_ statement: inout Statement, _ around: Surroundings, at index: Int) {
    shareStandards(&statement, at: index)
    guard
      let (items, position) = listItems(at: index) ?? pairedActs(statement, at: index) ?? parallelItem(statement, at: index)
        ?? ratesOfLevels(statement, at: index) ?? ranksOfLevels(statement, at: index) ?? levelsReached(statement, at: index)
        ?? impliedMembers(statement, at: index)
        ?? impliedOwners(statement, at: index)
    else { return }
    // 增速分别比同期影院、剧场快1.5个和0.8个百分点: what 分别 parts are those compared with.
    if statement.construction.hasSuffix(".distance"),
      let word = (max(block.clauseStart[index], index - Self.listReach)..<index).last(where: { block.tokens[$0].has(.respectively) }),
      opensWithout(names: word)
    {
      return
    }
    let start = max(block.clauseStart[index], index - Self.listReach)
    if let word = (start..<index).last(where: { block.tokens[$0].has(.respectively) }) {
      lists[word] = items
      lastList = items
      lastListToken = word
    }
    let item = items[position]
    if statement.kind == .level, case .same(let told) = item.head, statements[told].kind == .change {
      statement.construction = "list.reached"
    }
    if let growth = item.growth, statement.kind == .level, block.tokens[index].quantity?.kind == .percent {
      statement.kind = .change
      statement.isNegative = growth == .falling
    }
    if let head = item.head {
      statement.head = head
    } else if item.owner != nil || item.time != nil, case let own = statement.head, !own.isOpen, position == 0,
      around.region.isListed == false
    {
      if let words = own.words, !namesVerb(words, around) { statement.head = .topicElse(words) }
    }
    // 春节、国庆假期分别…: times by themselves own nothing.
    if let owner = item.owner, owner != .named("") { statement.owner = owner }
    if let time = item.time { statement.ownTime = OwnTime(time: time, words: "", isBase: false) }
  }

  /// 分别比同期影院、剧场快1.5个和0.8个百分点, 分别高于全国、全省2.1和1.3个百分点: each number is a distance from one of them.
  private mutating func shareStandards(_ statement: inout Statement, at index: Int) {
    guard statement.construction.hasSuffix(".distance"),
      let word = (max(block.clauseStart[index], index - Self.listReach)..<index).last(where: { block.tokens[$0].has(.respectively) })
    else { return }
    var position = 0
    var at = index
    while position < 8, let before = joinedBefore(at) { (at, position) = (before, position + 1) }
    if position == 0, let all = statement.gapFrom {
      var count = 1
      while count < 8, let next = memberAfter(at) { (at, count) = (next, count + 1) }
      let members = all.split { "、和及与與".contains($0) }.map(String.init)
      standards = count > 1 && members.count == count ? (word, members) : nil
    }
    guard let standards, standards.word == word, standards.members.indices.contains(position) else { return }
    statement.gapFrom = standards.members[position]
  }

  /// The name is the verb between 分别 and the number: 分别审结1893件.
  private func namesVerb(_ name: String, _ around: Surroundings) -> Bool {
    guard let word = around.respectively, let last = around.region.tokens.last, last > word else { return false }
    return block.tokens[last].has(.action) && name.hasSuffix(block.string(last..<(last + 1)))
  }
}
