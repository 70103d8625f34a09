import Articles
import Indicators
import Lingua

/// Lists of changes, shares or ends that belong to levels stated before: …分别为3件和5件，同比分别增长2%和4%.
extension SentenceParser {
  /// The list used before in this sentence, when it has as many members; not where as many levels were told since: 出口分别为甲、乙，分别增长…；
  /// 进口分别为丙、丁，分别增长….
  func lastListIsNear(_ count: Int) -> [ListItem]? {
    guard lastList.count == count, sentence.contains(lastListToken) else { return nil }
    let since = ofSentence.filter { tokens[$0] > lastListToken && statements[$0].role == .main }
    guard since.count >= 2 * count, count > 1, since.suffix(count).allSatisfy({ statements[$0].kind == .level }) else { return lastList }
    return levelsOfSentence(count)
  }

  /// 东、中、西部业务量比重分别为…，收入比重分别为…: a further measure of the members told of right before, as many as there are numbers.
  func ownersBefore(_ word: Int, _ count: Int) -> [ListItem]? {
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
  func levelsOfSentence(_ count: Int) -> [ListItem]? {
    guard count > 1 else { return nil }
    // A占31.4%，B占78.2%，分别提高…: as many shares one after the other are meant themselves.
    let told = ofSentence.suffix(12).filter { statements[$0].role == .main }
    if told.count >= count, told.suffix(count).allSatisfy({ statements[$0].kind == .share }) {
      return told.suffix(count).map { ListItem(head: .same($0), owner: statements[$0].owner == nil ? nil : .same($0)) }
    }
    // M1B年增率4.07%，M2年增率5.82%，分别较上月下降…: as many rates of growth.
    if told.count >= count,
      told.suffix(count).allSatisfy({ statements[$0].kind == .change && statements[$0].construction == "change.rate" })
    {
      return told.suffix(count).map { ListItem(head: .same($0), owner: statements[$0].owner == nil ? nil : .same($0)) }
    }
    let levels = ofSentence.suffix(12).filter { statements[$0].kind == .level }
    guard levels.count >= count else { return nil }
    return levels.suffix(count).map { ListItem(head: .same($0), owner: statements[$0].owner == nil ? nil : .same($0)) }
  }

  /// 三者分别占…: the last levels of the paragraph, which a pronoun sums up.
  func levelsMeant(by word: Int, _ count: Int) -> [ListItem]? {
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
  func parallelItem(_ statement: Statement, at index: Int) -> (items: [ListItem], position: Int)? {
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
  func ratesOfLevels(_ statement: Statement, at index: Int) -> (items: [ListItem], position: Int)? {
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

  /// 甲2145件、乙896件，居第二、三位: as many positions as levels of one unit right before them, each of its own.
  func ranksOfLevels(_ statement: Statement, at index: Int) -> (items: [ListItem], position: Int)? {
    guard statement.kind == .rank else { return nil }
    func isPosition(_ at: Int) -> Bool { block.tokens.indices.contains(at) && block.tokens[at].quantity?.isOrdinal ?? false }
    var run = [index]
    while run.count < 8, let first = run.first, first > 1, Exclusions.joins(block.tokens[first - 1]), isPosition(first - 2) {
      run.insert(first - 2, at: 0)
    }
    while run.count < 8, let last = run.last, last + 2 < block.tokens.count, Exclusions.joins(block.tokens[last + 1]), isPosition(last + 2)
    {
      run.append(last + 2)
    }
    guard run.count > 1, let position = run.firstIndex(of: index) else { return nil }
    let levels = Array(ofSentence.filter { statements[$0].kind == .level && statements[$0].role == .main }.suffix(run.count))
    guard levels.count == run.count, let first = levels.first, levels.allSatisfy({ statements[$0].unit == statements[first].unit })
    else { return nil }
    return (levels.map { ListItem(head: .same($0), owner: .same($0)) }, position)
  }

  /// 抵港及离港货物分别上升7%及3%，达3690万吨及2780万吨: as many levels as changes right before them, which they are what came of.
  func levelsReached(_ statement: Statement, at index: Int) -> (items: [ListItem], position: Int)? {
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
}
