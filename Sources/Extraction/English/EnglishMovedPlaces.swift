import Lingua

/// Places that a sentence lists with how far what the text tells of moved there.
extension EnglishParser {
  /// The largest declines were in Belgium, down 6.8%: the place where what the text told of moved most; nil where nothing was told before,
  /// or the clause says what moved.
  func placeOfSuperlative(_ range: Range<Int>, verb: Int) -> String? {
    guard !isOfBody, !statements.isEmpty, words.links.contains(text(verb)), let name = name(range.lowerBound..<verb), isOfMovement(name),
      (range.lowerBound..<verb).contains(where: { words.superlatives.contains(text($0)) })
    else { return nil }
    let preposition = text(verb + 1) == "recorded" || text(verb + 1) == "registered" ? verb + 2 : verb + 1
    let place = text(preposition + 1) == "the" ? preposition + 2 : preposition + 1
    guard text(preposition) == "in", place < range.upperBound, chunks[place].place != nil else { return nil }
    return placeName(place)
  }

  /// down 6.8%, and Ireland, down 5.8%: a further place of a list, between commas.
  func listedPlace(beforeClause clause: Int) -> String? {
    guard !isOfBody, lastOfSentence != nil, ["up", "down"].contains(text(clause)), clause - 2 > sentence.lowerBound,
      chunks[clause - 1].border == .comma, chunks[clause - 2].place != nil
    else { return nil }
    let comma = text(clause - 3) == "and" ? clause - 4 : clause - 3
    guard comma > sentence.lowerBound, chunks[comma].border == .comma, chunks[comma - 1].isFigure else { return nil }
    return placeName(clause - 2)
  }
}
