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

  /// 280件306人、401件431人: numbers that follow each other by twos, in the same two units.
  private func isPaired(_ members: [Int]) -> Bool {
    guard members.count > 3, members.count.isMultiple(of: 2) else { return false }
    let units = members.map { block.tokens[$0].quantity?.unit ?? "" }
    return units[0] != units[1]
      && stride(from: 0, to: members.count, by: 2).allSatisfy {
        members[$0 + 1] == members[$0] + 1 && units[$0] == units[0] && units[$0 + 1] == units[1]
      }
  }

  /// 分别为280件306人、401件431人，件数分别上升22.8%、43.2%: of the pairs just told, those counted in the unit that the name says, or
  /// the first of each.
  private func measuresOfPairs(before word: Int, _ count: Int) -> [ListItem]? {
    guard count > 1, ofSentence.count >= 2 * count, case let told = Array(ofSentence.suffix(2 * count)), isPaired(told.map { tokens[$0] }),
      case let names = string(block.namePhrase(block.region(before: word) { figures[$0] }.tokens).tokens).simplifiedForm
    else { return nil }
    guard names.isEmpty || names.hasSuffix("数") && names.count <= 3 else { return nil }
    let unit = names.dropLast().suffix(1)
    let second = !unit.isEmpty && statements[told[1]].unit.simplifiedForm.hasSuffix(unit)
    return stride(from: second ? 1 : 0, to: told.count, by: 2).map { ListItem(head: .same(told[$0]), owner: nil) }
  }

  /// 分别为486.78亿元，642.93亿元，973.69亿元: the word, where nothing but commas and figures stand between.
  private func wordOverCommas(_ index: Int) -> Int? {
    var at = index - 1
    while at > sentence.lowerBound, index - at < Self.listReach,
      block.tokens[at].punctuation == .comma || figures[at] || Exclusions.joins(block.tokens[at])
    { at -= 1 }
    while at > sentence.lowerBound, block.tokens[at].has([.predicate]), !block.tokens[at].has(.respectively) { at -= 1 }
    return at < index - 1 && block.tokens[at].has(.respectively) ? at : nil
  }

  /// The figures behind 分别 that nothing but commas and what joins parts.
  private func run(behind word: Int) -> [Int] {
    var members: [Int] = []
    var at = word + 1
    while at < sentence.upperBound, at - word < Self.listReach {
      if figures[at] {
        members.append(at)
      } else if block.tokens[at].punctuation != .comma, !Exclusions.joins(block.tokens[at]), !block.tokens[at].has(.predicate) {
        break
      }
      at += 1
    }
    return members
  }

  /// 四个季度的营业收入分别为…: each of four numbers is of its quarter.
  private func quarters(of word: Int, _ run: [Int], at index: Int) -> (items: [ListItem], position: Int)? {
    let region = block.region(before: word) { figures[$0] && block.tokens[$0].quantity?.unit != "个" }.tokens
    guard run.count == 4, let position = run.firstIndex(of: index), let last = region.indices.first(where: { isQuarters(region[$0]) })
    else {
      return nil
    }
    let name = string(
      block.namePhrase(Array(region[(last + 1)...].drop { block.tokens[$0].has(.of) || block.plain($0..<($0 + 1)).hasSuffix("季度") })).tokens
    )
    let items = (0..<4).map { quarter in
      ListItem(
        head: name.isEmpty ? nil : .own(name), time: TimeExpression(year: .inherited, part: .months(3 * quarter + 1, 3 * quarter + 3)))
    }
    return (items, position)
  }

  private func isQuarters(_ index: Int) -> Bool {
    let words = block.plain(index..<min(index + 2, block.tokens.count))
    return ["四个季度", "各季度", "每季度", "各个季度"].contains { words.hasPrefix($0) }
  }

  /// 经甲口岸（823029人次）、乙大桥（562073人次）及丙口岸（222788人次）入境的旅客分别占…: those with a number in brackets each, as many as 分别 has.
  private func bracketMembers(before word: Int, _ count: Int) -> [ListItem]? {
    guard count > 1, ofSentence.count >= count else { return nil }
    let levels = Array(statements.indices.suffix(count))
    guard levels.allSatisfy({ statements[$0].construction == "level.bracket" && ofSentence.contains($0) }), let last = tokens.last,
      last + 1 < word, block.tokens[last + 1].punctuation == .close, word - last < 16,
      !((last + 2)..<word).contains(where: { block.tokens[$0].punctuation != nil })
    else { return nil }
    return levels.map { ListItem(head: .same($0), owner: .same($0)) }
  }

  /// 甲、乙、丙，金额及占比分别为12亿元（40%）、9亿元（30%）和…: the members close the clause before, and what stands in the brackets has no
  /// member of its own.
  private func pairedMeasure(before word: Int, _ count: Int) -> [ListItem]? {
    let region = block.region(before: word) { figures[$0] }.tokens
    guard count > 1,
      let joint = region.lastIndex(where: { block.tokens[$0].has(.conjunction) || block.tokens[$0].punctuation == .enumeration }),
      joint > 0, joint + 1 < region.count,
      region[(joint + 1)...].allSatisfy({ block.tokens[$0].has([.share, .growthNoun, .yearOnYear, .of]) }),
      let figure = ((word + 1)..<block.clauseEnd[word]).first(where: { figures[$0] }), inBrackets[figure + 2] != nil
    else { return nil }
    let phrase = block.namePhrase(Array(region[..<joint]))
    guard !phrase.tokens.isEmpty else { return nil }
    let name = string(phrase.tokens)
    guard let members = listOfClause(before: word, count) else { return nil }
    return members.map { member in
      var item = member
      item.head = member.head?.words.map { .own($0 + name) } ?? .own(name)
      return item
    }
  }

  /// No name stands between the border of the clause and 分别.
  private func opensWithout(names word: Int) -> Bool {
    let region = block.region(before: word) { figures[$0] }
    var tokens = region.tokens
    if let border = tokens.first(where: { block.tokens[$0].has([.compare, .share]) }) { tokens.removeAll { $0 >= border } }
    return block.namePhrase(tokens).tokens.allSatisfy {
      block.tokens[$0].has([.selfName, .growthNoun]) || block.tokens[$0].time != nil || block.plain($0..<($0 + 1)) == "者"
    }
  }

  /// 前三的商品为食品、服装鞋帽、家用电器，分别占…: the list closes the clause before.
  private func listOfClause(before word: Int, _ count: Int) -> [ListItem]? {
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
    return language.measures.endings.contains { words.simplifiedForm.hasSuffix($0) } || words.simplifiedForm.hasSuffix("收入") ? words : ""
  }

  /// 甲、乙、丙价格涨幅居前，分别为…: what is told of each is its growth.
  private func grownMembers(_ groups: [[Int]]) -> [ListItem]? {
    guard let last = groups.last, let growth = last.firstIndex(where: { block.tokens[$0].has(.growthNoun) }), growth > 0 else { return nil }
    let members = Array(groups.dropLast()) + [Array(last[..<growth])]
    let tail = sharedTail(members)
    let isFall = ["降", "跌", "减"].contains { block.plain(last[growth]..<(last[growth] + 1)).contains($0) }
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

  /// The list used before in this sentence, when it has as many members; not where as many levels were told since: 出口分别为甲、乙，分别增长…；
  /// 进口分别为丙、丁，分别增长….
  private func lastListIsNear(_ count: Int) -> [ListItem]? {
    guard lastList.count == count, sentence.contains(lastListToken) else { return nil }
    let since = ofSentence.filter { tokens[$0] > lastListToken && statements[$0].role == .main }
    guard since.count >= 2 * count, count > 1, since.suffix(count).allSatisfy({ statements[$0].kind == .level }) else { return lastList }
    return levelsOfSentence(count)
  }

  /// 东、中、西部业务量比重分别为…，收入比重分别为…: a further measure of the members told of right before, as many as there are numbers.
  private func ownersBefore(_ word: Int, _ count: Int) -> [ListItem]? {
    guard count > 1, lastList.count == count, sentence.contains(lastListToken), lastListToken < word,
      lastList.allSatisfy({ $0.owner != nil })
    else { return nil }
    var tokens = block.region(before: word) { figures[$0] }.tokens
    if let border = tokens.first(where: { block.tokens[$0].has([.compare, .share]) }) { tokens.removeAll { $0 >= border } }
    let phrase = block.namePhrase(tokens)
    guard !phrase.tokens.isEmpty, phrase.place == nil, !isPlaceOnly(phrase) else { return nil }
    let name = head(string(phrase.tokens), phrase)
    return lastList.map { ListItem(head: name, owner: $0.owner) }
  }

  /// A 6700件，B 512件，分别增长…: the last levels of the sentence are the list.
  private func levelsOfSentence(_ count: Int) -> [ListItem]? {
    guard count > 1 else { return nil }
    // A占31.4%，B占78.2%，分别提高…: as many shares one after the other are meant themselves.
    let told = ofSentence.suffix(12).filter { statements[$0].role == .main }
    if told.count >= count, told.suffix(count).allSatisfy({ statements[$0].kind == .share }) {
      return told.suffix(count).map { ListItem(head: .same($0), owner: statements[$0].owner == nil ? nil : .same($0)) }
    }
    let levels = ofSentence.suffix(12).filter { statements[$0].kind == .level }
    guard levels.count >= count else { return nil }
    return levels.suffix(count).map { ListItem(head: .same($0), owner: statements[$0].owner == nil ? nil : .same($0)) }
  }

  /// 三者分别占…: the last levels of the paragraph, which a pronoun sums up.
  private func levelsMeant(by word: Int, _ count: Int) -> [ListItem]? {
    let moved = ofSentence.filter { statements[$0].kind == .change && statements[$0].role == .main }
    if count > 1, moved.count == count, word > 0, ofSentence.allSatisfy({ statements[$0].kind == .change }),
      block.plain((word - 1)..<word).hasSuffix("者")
    {
      // 甲增长48%，乙上升15%，丙增长17%；三者分别占…
      return moved.map { ListItem(head: .same($0), owner: .same($0)) }
    }
    guard count > 1, word > 0,
      (max(block.clauseStart[word], word - 20)..<word).contains(where: {
        block.plain($0..<($0 + 1)) == "者"
          || block.tokens[$0].has(.pronoun) && "两二三者".unicodeScalars.contains(block.written[block.tokens[$0].range.lowerBound])
      })
    else { return nil }
    let levels = statements.indices.suffix(24).filter { statements[$0].kind == .level && statements[$0].role == .main }
    guard levels.count >= count else { return nil }
    // 前两者: the first of the list just told of.
    let isFirst = (max(block.clauseStart[word], word - 3)..<word).contains { block.plain($0..<($0 + 1)).hasPrefix("前") }
    let meant = isFirst ? levels.suffix(max(lastList.count, count)).prefix(count) : levels.suffix(count).prefix(count)
    return meant.map { ListItem(head: .same($0), owner: statements[$0].owner == nil ? nil : .same($0)) }
  }

  /// 分别为6.8%和5.9%，较一季度回落1.7个和0.9个百分点: as many changes as the list before has members belong to them one by one.
  private func parallelItem(_ statement: Statement, at index: Int) -> (items: [ListItem], position: Int)? {
    guard statement.kind == .change || statement.kind == .share, statement.head.isOpen, sentence.contains(lastListToken), lastList.count > 1
    else { return nil }
    var position = 0
    var first = index
    while position < lastList.count, let before = memberBefore(first) { (first, position) = (before, position + 1) }
    var count = position + 1
    var last = index
    while count <= lastList.count, let next = memberAfter(last) { (last, count) = (next, count + 1) }
    guard count == lastList.count else { return nil }
    return (lastList, position)
  }

  /// 新收案件329件，审结344件，同比下降9.37%、8.27%: as many rates as levels right before them are told of these one by one.
  private func ratesOfLevels(_ statement: Statement, at index: Int) -> (items: [ListItem], position: Int)? {
    guard statement.kind == .change, block.tokens[index].quantity?.kind == .percent else { return nil }
    var position = 0
    var first = index
    while position < 8, let before = memberBefore(first) { (first, position) = (before, position + 1) }
    guard position > 0 || statement.head.isOpen else { return nil }
    var count = position + 1
    var last = index
    while count < 8, let next = memberAfter(last) { (last, count) = (next, count + 1) }
    let before = ofSentence.dropLast(position)
    let levels = Array(before.reversed().prefix { statements[$0].kind == .level && statements[$0].role == .main }.reversed())
    guard count > 1, levels.count == count else { return nil }
    return (levels.map { ListItem(head: .same($0), owner: statements[$0].owner == nil ? nil : .same($0)) }, position)
  }

  /// 抵港及离港货物分别上升7%及3%，达3690万吨及2780万吨: as many levels as changes right before them, which they are what came of.
  private func levelsReached(_ statement: Statement, at index: Int) -> (items: [ListItem], position: Int)? {
    guard statement.kind == .level, statement.role == .main else { return nil }
    var run = [index]
    while run.count < 8, let first = run.first, let before = joinedBefore(first) { run.insert(before, at: 0) }
    while run.count < 8, let last = run.last, let next = memberAfter(last) { run.append(next) }
    guard run.count > 1, let first = run.first, let position = run.firstIndex(of: index), case let start = block.clauseStart[first],
      start > sentence.lowerBound + 1, block.tokens[start - 1].punctuation == .comma,
      (start..<first).allSatisfy({ block.tokens[$0].has([.reach, .equals, .predicate, .adverb]) || block.tokens[$0].word?.before != nil })
    else { return nil }
    let clause = block.clauseStart[start - 2]..<(start - 1)
    let changes = Array(ofSentence.dropLast(position).suffix(run.count))
    guard changes.count == run.count, clause.count(where: { figures[$0] }) == run.count,
      changes.allSatisfy({ statements[$0].kind == .change && statements[$0].gapFrom == nil && clause.contains(tokens[$0]) })
    else { return nil }
    return (changes.map { ListItem(head: .same($0), owner: statements[$0].owner == nil ? nil : .same($0)) }, position)
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
  private func memberBefore(_ index: Int) -> Int? {
    guard let before = joinedBefore(index) else { return nil }
    // 发送19.1万标箱、同比增长11.7%: another kind of figure.
    guard let (one, other) = block.tokens[before].quantity.flatMap({ one in block.tokens[index].quantity.map { (one, $0) } }) else {
      return nil
    }
    return one.kind == other.kind || one.isBare || other.isBare || one.unit == "个" || one.unit == "個" ? before : nil
  }
  private func joinedBefore(_ index: Int) -> Int? {
    let joint = index >= 3 && block.tokens[index - 1].has([.rise, .fall]) ? index - 2 : index - 1
    return joint >= 1 && Exclusions.joins(block.tokens[joint]) && figures[joint - 1] ? joint - 1 : nil
  }

  private func memberAfter(_ index: Int) -> Int? {
    guard index + 2 < block.tokens.count, Exclusions.joins(block.tokens[index + 1]) else { return nil }
    let next = index + 3 < block.tokens.count && block.tokens[index + 2].has([.rise, .fall]) ? index + 3 : index + 2
    return figures[next] ? next : nil
  }

  /// Gives the statement the name, place or period that 分别 assigns to it.
  mutating func applyList(_ statement: inout Statement, _ around: Surroundings, at index: Int) {
    shareStandards(&statement, at: index)
    guard
      let (items, position) = listItems(at: index) ?? pairedActs(statement, at: index) ?? parallelItem(statement, at: index)
        ?? ratesOfLevels(statement, at: index) ?? levelsReached(statement, at: index) ?? impliedMembers(statement, at: index)
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
    if let owner = item.owner { statement.owner = owner }
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
