import Articles
import Indicators
import Lingua

/// Branches behind a percentage that belong to its name: rose 2.3% in construction and in services.
extension EnglishParser {
  /// The vacancy rate came to 2.3% in services and to 1.8% in industry: told one beside the other, each is the rate of its branch.
  mutating func namedByBranch(_ statement: Statement, at index: Int) -> String? {
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
        ![
          "same", "first", "second", "third", "fourth", "last", "latest", "previous", "year", "quarter", "month", "period", "region",
          "country",
        ]
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
