import Articles
import Indicators
import Lingua

/// Lists whose members are pairs, quarters or lines told abreast.
extension SentenceParser {
  /// 280件306人、401件431人: numbers that follow each other by twos, in the same two units.
  func isPaired(_ members: [Int]) -> Bool {
    guard members.count > 3, members.count.isMultiple(of: 2) else { return false }
    let units = members.map { block.tokens[$0].quantity?.unit ?? "" }
    return units[0] != units[1]
      && stride(from: 0, to: members.count, by: 2).allSatisfy {
        members[$0 + 1] == members[$0] + 1 && units[$0] == units[0] && units[$0 + 1] == units[1]
      }
  }

  /// 分别为280件306人、401件431人，件数分别上升22.8%、43.2%: of the pairs just told, those counted in the unit that the name says, or
  /// the first of each.
  func measuresOfPairs(before word: Int, _ count: Int) -> [ListItem]? {
    guard count > 1, ofSentence.count >= 2 * count, case let told = Array(ofSentence.suffix(2 * count)), isPaired(told.map { tokens[$0] }),
      case let names = string(block.namePhrase(block.region(before: word) { figures[$0] }.tokens).tokens).simplifiedForm
    else { return nil }
    guard names.isEmpty || names.hasSuffix("数") && names.count <= 3 else { return nil }
    let unit = names.dropLast().suffix(1)
    let second = !unit.isEmpty && statements[told[1]].unit.simplifiedForm.hasSuffix(unit)
    return stride(from: second ? 1 : 0, to: told.count, by: 2).map { ListItem(head: .same(told[$0]), owner: nil) }
  }

  /// 分别为486.78亿元，642.93亿元，973.69亿元: the word, where nothing but commas and figures stand between.
  func wordOverCommas(_ index: Int) -> Int? {
    var at = index - 1
    while at > sentence.lowerBound, index - at < Self.listReach,
      block.tokens[at].punctuation == .comma || figures[at] || Exclusions.joins(block.tokens[at])
    { at -= 1 }
    while at > sentence.lowerBound, block.tokens[at].has([.predicate]), !block.tokens[at].has(.respectively) { at -= 1 }
    return at < index - 1 && block.tokens[at].has(.respectively) ? at : nil
  }

  /// The figures behind 分别 that nothing but commas and what joins parts.
  func run(behind word: Int) -> [Int] {
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
  func quarters(of word: Int, _ run: [Int], at index: Int) -> (items: [ListItem], position: Int)? {
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
    return prose.times.quarterLists.contains { words.hasPrefix($0) }
  }

  /// 经甲口岸（823029人次）、乙大桥（562073人次）及丙口岸（222788人次）入境的旅客分别占…: those with a number in brackets each, as many as 分别 has.
  func bracketMembers(before word: Int, _ count: Int) -> [ListItem]? {
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
  func pairedMeasure(before word: Int, _ count: Int) -> [ListItem]? {
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
  func opensWithout(names word: Int) -> Bool {
    let region = block.region(before: word) { figures[$0] }
    var tokens = region.tokens
    if let border = tokens.first(where: { block.tokens[$0].has([.compare, .share]) }) { tokens.removeAll { $0 >= border } }
    return block.namePhrase(tokens).tokens.allSatisfy {
      block.tokens[$0].has([.selfName, .growthNoun]) || block.tokens[$0].time != nil || block.plain($0..<($0 + 1)) == "者"
    }
  }
}
