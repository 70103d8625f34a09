/// Places in capitals that no list has, and parts of a country by direction.
extension EnglishParser {
  /// The end of the name of a part of a country that starts at a chunk, behind the: Mid-East, South-West, Border region; nil where none does.
  func regionEnd(at index: Int, before limit: Int) -> Int? {
    guard text(index - 1) == "the", isWord(index) else { return nil }
    var end = index
    while end < limit, isWord(end), tokens[chunks[end].tokens.lowerBound].isCapital,
      text(end).split(separator: "-").allSatisfy({ words.quarters.contains(String($0)) })
    { end += 1 }
    if end == index, isPlaceLike(index), ["region", "district", "province", "county"].contains(text(index + 1)), index + 1 < limit {
      end += 1
    }
    guard end > index else { return nil }
    if end < limit, ["region", "district", "province", "county"].contains(text(end)) { return end + 1 }
    // the North Sea, the West Coast: a name that goes on.
    return end < limit && isWord(end) && tokens[chunks[end].tokens.lowerBound].isCapital ? nil : end
  }

  /// In Victoria the jobless rate: a name in capitals that no list has, between In and the article of what is measured.
  func unlistedPlace(opening kept: [Int]) -> (name: String, count: Int)? {
    guard let first = kept.first, text(first) == "in" || text(first) == "and" && kept.count > 1 && text(kept[1]) == "in" else { return nil }
    let start = text(first) == "in" ? 1 : 2
    var end = start
    while end < kept.count, kept[end] == kept[0] + end, tokens[chunks[kept[end]].tokens.lowerBound].isCapital { end += 1 }
    guard end > start, end < kept.count, ["the", "its"].contains(text(kept[end])) else { return nil }
    return (join(Array(kept[start..<end])), end)
  }

  /// prices in Dublin, prices outside Dublin: a name in capitals that no list has, behind what it owns.
  func unlistedPlace(closing kept: [Int]) -> (name: String, count: Int)? {
    guard kept.count > 1, let at = kept.lastIndex(where: { text($0) == "in" || text($0) == "outside" }), at > 0, kept.count - at <= 4,
      at + 1 < kept.count
    else { return nil }
    let isName = kept[(at + 1)...].allSatisfy { index in
      let token = tokens[chunks[index].tokens.lowerBound]
      return chunks[index].isWord && !token.text.hasSuffix("s") && isPlaceLike(index)
    }
    guard isName, kept[(at + 1)...].elementsEqual(kept[at] + 1..<kept[at] + kept.count - at) else { return nil }
    return (join(Array(kept[(text(kept[at]) == "in" ? at + 1 : at)...])), kept.count - at)
  }

  /// In Quebec, sales fell: capitals behind In, up to the comma, which no list has and no branch of business is called by.
  func unlistedPlace(closing range: Range<Int>) -> String? {
    guard !isOfBody, text(range.lowerBound) == "in", (2...4).contains(range.count), range.lowerBound == sentence.lowerBound,
      range.dropFirst().allSatisfy({ isWord($0) && isPlaceLike($0) })
    else { return nil }
    return join(Array(range.dropFirst()))
  }

  /// was €175,000 in Longford, while …: capitals behind in, right behind the figure, up to a border or the end of the clause.
  func unlistedPlace(behind index: Int) -> String? {
    guard text(index + 1) == "in", isWord(index + 1) else { return nil }
    var end = index + 2
    while end < sentence.upperBound, end - index <= 5, isWord(end), tokens[chunks[end].tokens.lowerBound].isCapital,
      isPlaceLike(end) || isPlaceLike(end + 1) && isWord(end + 1) || end > index + 2 && isPlaceLike(end - 1)
    { end += 1 }
    guard end > index + 2,
      end == sentence.upperBound || chunks[end].border != nil || ["while", "and", "but", "to"].contains(text(end))
        || text(end) == "in" && sentence.contains(end + 1) && chunks[end + 1].time != nil,
      !((index + 2)..<end).contains(where: { text($0).hasSuffix("s") })
    else { return nil }
    return join(Array((index + 2)..<end))
  }

  /// A word in capitals, not all of them, that does not end as branches of business do.
  func isPlaceLike(_ index: Int) -> Bool {
    let token = tokens[chunks[index].tokens.lowerBound]
    return token.isWord && token.isCapital && token.text.count > 3 && !words.branchEndings.contains { token.text.hasSuffix($0) }
      && !written[token.range].allSatisfy { $0.properties.isUppercase } && words.months[token.text] == nil
  }
}
