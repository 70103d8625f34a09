import Indicators

/// Runs, places in an order and fractions as English writes them: 14th consecutive year, third-largest, two thirds, one in eight.
extension EnglishChunker {
  /// 14th consecutive year, three straight quarters, ten years in a row.
  func run(at index: Int) -> (Int, unit: String, end: Int)? {
    var count = words.ordinal(text(index)) ?? words.numbers.match(tokens, at: index).map(\.value)
    if count == nil, let number = tokens[index].number, number.scale == 0 { count = Int(exactly: number.significand) }
    guard let count, count > 1, count < 1_000 else { return nil }
    if let run = words.runs.match(tokens, at: index + 1) {
      var unit = index + 1 + run.count
      if ["annual", "monthly", "quarterly"].contains(text(unit)) {
        return (count, ["annual": "年", "monthly": "月", "quarterly": "季度"][text(unit)] ?? "年", unit + 1)
      }
      if !isPeriod(unit), isPeriod(unit + 1) { unit += 1 }
      return isPeriod(unit) ? (count, periodUnit(unit), unit + 1) : nil
    }
    guard isPeriod(index + 1) else { return nil }
    // the fourth year of growth in a row
    let behind =
      text(index + 2) == "of" ? (index + 4...index + 5).first { words.runs.match(tokens, at: $0) != nil } ?? index + 2 : index + 2
    guard let run = words.runs.match(tokens, at: behind) else { return nil }
    return (count, periodUnit(index + 1), behind + run.count)
  }

  private func isPeriod(_ index: Int) -> Bool { ["year", "years", "month", "months", "quarter", "quarters"].contains(text(index)) }
  /// As places in an order are of one unit in every language, so are runs.
  private func periodUnit(_ index: Int) -> String {
    text(index).hasPrefix("month") ? "月" : text(index).hasPrefix("quarter") ? "季度" : "年"
  }

  /// third after a verb of rank, third-largest, No. 2, second place; top five.
  func position(at index: Int) -> (Int, isRange: Bool, end: Int)? {
    let word = text(index)
    if word == "no", text(index + 1) == "." || tokens.indices.contains(index + 1) && tokens[index + 1].number != nil {
      let at = text(index + 1) == "." ? index + 2 : index + 1
      guard tokens.indices.contains(at), let number = tokens[at].number, number.scale == 0, let place = Int(exactly: number.significand),
        (1...1_000).contains(place),
        index == 0
          || ["ranked", "ranks", "ranking", "the", "as", "is", "was", "remained", "at", "to", "stood", "world's", "country's", "'s"]
            .contains(text(index - 1))
      else { return nil }
      return (place, false, at + 1)
    }
    if word == "#" {
      guard tokens.indices.contains(index + 1), let number = tokens[index + 1].number, number.scale == 0,
        let place = Int(exactly: number.significand), (1...1_000).contains(place), !words.notFigures.contains(text(index - 1))
      else { return nil }
      return (place, false, index + 2)
    }
    // were second in terms of sales
    if let place = words.ordinal(word), place < 1_000, ["was", "were", "is", "are"].contains(text(index - 1)), text(index + 1) == "in",
      text(index + 2) == "terms"
    {
      return (place, false, index + 1)
    }
    if let dash = word.firstIndex(of: "-"), let place = words.ordinal(String(word[..<dash])),
      words.superlatives.contains(String(word[word.index(after: dash)...])), place < 1_000
    {
      return (place, false, index + 1)
    }
    if word == "number", let place = small(index + 1), (1...20).contains(place),
      ["in", "for", "worldwide", "globally", "by", "among", "with", ".", ",", ""].contains(text(index + 2)),
      [
        "the", "it", "us", "them", "as", "at", "to", "is", "was", "are", "ranked", "ranks", "remained", "remains", "became", "becoming",
        "stayed", "still", "'s",
      ].contains(text(index - 1))
    {
      // making it number two in the market
      return (place, false, index + 2)
    }
    if word == "top", let place = small(index + 1), (2...500).contains(place), isReached(index) { return (place, true, index + 2) }
    guard let place = words.ordinal(word), place < 1_000 else { return nil }
    // second only to, second largest, second place, ranked second
    if words.superlatives.contains(text(index + 1)) { return (place, false, index + 2) }
    if words.rankNouns.contains(text(index + 1)), !["of"].contains(text(index + 2)) { return (place, false, index + 2) }
    // from fourth to first position, from 12th to ninth
    if text(index - 1) == "from", text(index - 2) == "up" || text(index - 2) == "down" { return (place, false, index + 1) }
    // slipped one place to seventh, rose to third
    if text(index - 1) == "to",
      ["place", "places", "spot", "spots", "position", "positions"].contains(text(index - 2)) || words.rankVerbs.contains(text(index - 2))
        || words.fall.contains(text(index - 2)), !isPeriod(index + 1), !words.rankNouns.contains(text(index + 1))
    {
      return (place, false, index + 1)
    }
    if text(index - 1) == "from", text(index + 1) == "to", words.ordinal(text(index + 2)) != nil { return (place, false, index + 1) }
    if text(index - 1) == "to", words.ordinal(text(index - 2)) != nil, text(index - 3) == "from" { return (place, false, index + 1) }
    // it had stood only eleventh
    let before = ["only", "just", "still", "joint"].contains(text(index - 1)) ? text(index - 2) : text(index - 1)
    guard words.rankVerbs.contains(before), !isPeriod(index + 1), !["half", "time", "quarter", "month"].contains(text(index + 1)) else {
      return nil
    }
    return (place, false, index + 1)
  }

  /// break into the top five, ranked among the top ten, made the top 20: a place that someone has, not a group of those told of.
  private func isReached(_ top: Int) -> Bool {
    let article = ["the", "a", "its", "their"].contains(text(top - 1)) ? top - 1 : top
    let before = text(article - 1)
    if before == "into" || words.reachingTops.contains(before) { return true }
    guard ["among", "in", "within"].contains(before) else { return false }
    return [
      "is", "was", "are", "were", "be", "been", "ranked", "ranks", "rank", "placed", "remained", "remains", "stayed", "finished", "listed",
    ]
    .contains(text(article - 2))
  }

  // MARK: Fractions

  func fraction(at index: Int) -> (ExactNumber, end: Int)? {
    if let found = outOf(index) { return found }
    guard let found = words.fractions.match(tokens, at: index), let value = ExactNumber(found.value) else { return nil }
    let end = index + found.count
    // more than a quarter (27.1%) of them
    if text(end) == "(", tokens.indices.contains(end + 1), tokens[end + 1].number != nil, words.percent.match(tokens, at: end + 2) != nil {
      return (value, end)
    }
    // rose by a third to 612, has fallen by more than a quarter
    if (1...4).contains(where: {
      text(index - $0) == "by"
        && (index - $0 + 1..<index).allSatisfy {
          ["more", "less", "than", "nearly", "almost", "about", "around", "over", "roughly", "some", "approximately"].contains(text($0))
        }
    }) {
      return (value, end)
    }
    if text(index) == "a", ["half", "quarter"].contains(text(index + 1)), text(end) != "of" { return nil }
    if text(index) == "half",
      !["of", "the", "were", "was", "came", "are"].contains(text(end)) || ["first", "second", "last", "that"].contains(text(index - 1))
    {
      return nil
    }
    guard
      ["of", "the", "came", "come", "were", "are", "went", "was", "is", "said", "say", "had", "have", "lower", "higher", "more", "less"]
        .contains(text(end))
    else { return nil }
    return (value, end)
  }

  /// three out of five applicants, one in eight inventors, 2 in 10 firms.
  private func outOf(_ index: Int) -> (ExactNumber, end: Int)? {
    let isOut = text(index + 1) == "out" && text(index + 2) == "of"
    guard isOut || text(index + 1) == "in", let part = small(index), let whole = small(index + (isOut ? 3 : 2)), part < whole,
      (2...100).contains(whole), let value = ExactNumber("\(part)/\(whole)")
    else { return nil }
    let end = index + (isOut ? 4 : 3)
    // one in four (27%) of them
    if text(end) == "(", tokens.indices.contains(end + 1), tokens[end + 1].number != nil, words.percent.match(tokens, at: end + 2) != nil {
      return (value, end)
    }
    guard tokens.indices.contains(end), tokens[end].isWord, words.multipliers[text(end)] == nil,
      words.percent.match(tokens, at: end) == nil, words.measures.match(tokens, at: end) == nil
    else { return nil }
    return (value, end)
  }
}
