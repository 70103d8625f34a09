import Articles
import Indicators
import Lingua

/// Branches behind a percentage that belong to its name: rose 2.3% in construction and in services.
extension EnglishParser {
  /// The vacancy rate came to 2.3% in services and to 1.8% in industry: told one beside the other, each is the rate of its branch.
  mutating func namedByBranch(_ statement: Statement, at index: Int) -> String? {
    if let good = goodOfIndex(statement, at: index) { return good }
    guard statement.kind == .level || statement.kind == .change, statement.role == .main, !isOfBody,
      chunks[index].quantity?.measure == .percent, let branch = branch(behind: index)
    else { return nil }
    let figures = (sentence.lowerBound..<sentence.upperBound).filter { chunks[$0].isFigure && $0 != index }
    guard figures.contains(where: { chunks[$0].quantity?.measure == .percent && self.branch(behind: $0) != nil }) else { return nil }
    var name = statement.head.words
    // The second takes the name of the first without its branch.
    if case .same(var other) = statement.head {
      while namesWithoutBranch[other] == nil, case .same(let before) = statements[other].head, before < other { other = before }
      name = namesWithoutBranch[other] ?? wordsOf(other)
    }
    if statement.kind == .level { name = name?.split(separator: " ").prefix(while: { $0 != "in" }).joined(separator: " ") }
    guard let name, !name.isEmpty else { return nil }
    namesWithoutBranch[statements.count] = name
    return name + " " + branch
  }

  /// The indices stand at 162.2 for primary goods, 131.5 for capital goods: each the index of its own goods.
  private func goodOfIndex(_ statement: Statement, at index: Int) -> String? {
    func good(behind figure: Int) -> String? {
      guard chunks[figure].quantity?.measure == .count, chunks[figure].quantity?.unit.isEmpty ?? false, text(figure + 1) == "for",
        isWord(figure + 1), let noun = noun(after: figure + 1), !noun.name.words.isEmpty, noun.name.area == nil
      else { return nil }
      return noun.name.words
    }
    guard statement.kind == .level, statement.role == .main, let own = good(behind: index),
      let verb = firstPredicate(sentence), verb > sentence.lowerBound,
      let noun = (sentence.lowerBound..<verb).last(where: { words.prose.facts.indexNouns.contains(text($0)) }),
      sentence.contains(where: { $0 != index && chunks[$0].isFigure && good(behind: $0) != nil }),
      let measure = name(clauseStart(of: verb)..<verb)?.words, !measure.isEmpty, noun < verb
    else { return nil }
    return measure + " for " + own
  }

  func isNamed(_ owner: Owner?) -> Bool {
    switch owner {
    case .named, .place: true
    case .same, nil: false
    }
  }

  /// Sales slumped by 1.8 per cent in Europe, while in the Americas they rose 3.0 per cent: what a company sells there, and no one else’s.
  func partOfMarket(_ statement: Statement, at index: Int, _ around: EnglishSurroundings) -> String? {
    guard statement.kind == .change || statement.kind == .level,
      let told = statement.head.words ?? statements.indices.last.flatMap({ wordsOf($0) })
    else { return nil }
    if let place = placeBehind(index) {
      let list = told.split(separator: " ")
      // The second market takes the name of the first without its place.
      let name = list.lastIndex(of: "in").map { list[..<$0].joined(separator: " ") } ?? told
      return name.isEmpty || told.contains(place) ? nil : name + " in " + place
    }
    guard let start = (around.clause..<around.lead).first(where: { text($0) == "in" && !Self.joints.contains(text($0)) }),
      (around.clause..<start).allSatisfy({ Self.joints.contains(text($0)) }),
      let pronoun = ((start + 2)..<max(start + 2, around.lead)).first(where: { Self.pronouns.contains(text($0)) }),
      ((start + 1)..<pronoun).allSatisfy({
        chunks[$0].place != nil || isWord($0) && (text($0) == "the" || tokens[chunks[$0].tokens.lowerBound].isCapital)
      }),
      let before = statements.indices.last.flatMap({ wordsOf($0) })?.split(separator: " ")
    else { return nil }
    let name = before.lastIndex(of: "in").map { before[..<$0].joined(separator: " ") } ?? before.joined(separator: " ")
    return name + " " + join(Array(start..<pronoun))
  }

  /// in industry and construction, right behind a figure; no time, no place, no terms of measure.
  func branch(behind index: Int) -> String? {
    let preposition = text(index + 1)
    guard preposition == "in" || preposition == "for", isWord(index + 1), sentence.contains(index + 2), chunks[index + 2].isWord,
      let first = tokens[chunks[index + 2].tokens].first, !first.isCapital,
      ![
        "a", "an", "this", "that", "these", "those", "real", "nominal", "total", "value", "volume", "current", "constant", "all",
        "both", "each", "which",
      ].contains(first.text)
    else { return nil }
    func isOfBranch(_ at: Int) -> Bool {
      isWord(at) && !isPredicate(at)
        && !["to", "from", "by", "at", "compared", "while", "for", "than", "but", "with", "after", "in"].contains(text(at))
    }
    var start = index + 2
    if first.text == "the" {
      start += 1
      guard isOfBranch(start) || chunks[start].border == .open, let next = tokens[chunks[start].tokens].first, !next.isCapital,
        !words.prose.names.notBranches
          .contains(next.text), !words.superlatives.contains(next.text)
      else { return nil }
    }
    // in the (mainly) public sector
    if start + 3 < sentence.upperBound, chunks[start].border == .open, isWord(start + 1), chunks[start + 2].border == .close,
      isOfBranch(start + 3)
    {
      start += 3
    }
    var end = start
    while end < sentence.upperBound, end - index < 8, isOfBranch(end) { end += 1 }
    // in construction and in services
    if end + 1 < sentence.upperBound, end > start + 1, text(end - 1) == "and", text(end) == preposition, isOfBranch(end + 1),
      tokens[chunks[end + 1].tokens].first.map({ !$0.isCapital && $0.text != "the" }) ?? false
    {
      var last = end + 1
      while last < sentence.upperBound, last - end < 5, isOfBranch(last) { last += 1 }
      if last == sentence.upperBound || chunks[last].border != nil {
        return preposition + " " + join(Array(start..<end)) + " " + join(Array((end + 1)..<last))
      }
    }
    // for food, drinks and tobacco: a list without figures is one branch.
    if end > start, end + 1 < sentence.upperBound, chunks[end].border == .comma {
      var last = end + 1
      while last < sentence.upperBound, last - end < 6, isOfBranch(last) { last += 1 }
      if last > end + 2, ((end + 1)..<last).contains(where: { text($0) == "and" }), text(last - 1) != "and",
        last == sentence.upperBound || chunks[last].border != nil
      {
        return preposition + " " + join(Array(start..<end)) + ", " + join(Array((end + 1)..<last))
      }
    }
    if end > start + 1, text(end - 1) == "and" { end -= 1 }
    return end > start ? preposition + " " + join(Array(start..<end)) : nil
  }
}
