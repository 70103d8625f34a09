import Indicators

/// Bodies that stand in an order by what is counted: Samsung Electronics of Korea came in second (3,924 applications), the University of
/// Texas System (US, 217).
extension EnglishParser {
  /// Whose the count in a bracket is that follows a position, or the country of a body; nil for other brackets.
  func rankedBody(_ around: EnglishSurroundings, _ quantity: EnglishQuantity, _ bracket: Int) -> Statement? {
    guard quantity.measure == .count, bracket > sentence.lowerBound + 1 else { return nil }
    let inside = ((bracket + 1)..<max(bracket + 1, around.lead)).filter { chunks[$0].border != .comma }
    var body: String?
    var isPosition = isWord(bracket - 1) && words.ordinal(text(bracket - 1)) != nil
    if case .position = chunks[bracket - 1].kind { isPosition = true }
    if inside.isEmpty, isPosition,
      let verb = (max(sentence.lowerBound, bracket - 4)..<bracket).last(where: {
        isWord($0) && ["came", "comes", "ranked", "ranks", "placed", "finished", "was", "is", "stood", "remained"].contains(text($0))
      })
    {
      body = self.body(before: verb)
    } else if inside.count == 1, chunks[inside[0]].place != nil {
      body = self.body(before: bracket)
    }
    guard let body else { return nil }
    let counted = noun(after: around.index)?.name.words
    guard let told = counted.flatMap({ $0.isEmpty ? nil : $0 }) ?? lastLevel.flatMap({ wordsOf($0) }) ?? nameTold else { return nil }
    var statement = statement(.level, .own(told), around)
    statement.owner = .named(body)
    return statement
  }

  /// The capitals that end before a chunk, past a bracket, without the place that a company is of: University of California, Samsung
  /// Electronics of Samsung Electronics of Korea.
  func body(before limit: Int) -> String? {
    var end = limit
    if end > sentence.lowerBound, chunks[end - 1].border == .close, let open = bracketOf[end - 1] { end = open }
    func belongs(_ index: Int) -> Bool {
      chunks[index].place != nil || isWord(index) && tokens[chunks[index].tokens.lowerBound].isCapital
    }
    var start = end
    while start > sentence.lowerBound,
      belongs(start - 1)
        || ["of", "&", "the"].contains(text(start - 1)) && start < end && start - 1 > sentence.lowerBound && belongs(start - 2)
        || text(start - 1) == "the" && text(start - 2) == "of"
    { start -= 1 }
    while start < end, ["the", "of", "in", "meanwhile"].contains(text(start)) { start += 1 }
    guard start < end, belongs(start), end - start <= 8 else { return nil }
    // Samsung Electronics of the Republic of Korea; but University of California.
    if !words.bodyOpeners.contains(text(start)), let of = ((start + 1)..<end).first(where: { text($0) == "of" }),
      ((of + 1)..<end).allSatisfy({ chunks[$0].place != nil || text($0) == "the" })
    {
      end = of
    }
    return end > start ? join(Array(start..<end)) : nil
  }
}
