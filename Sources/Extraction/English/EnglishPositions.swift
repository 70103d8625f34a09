import Indicators

extension EnglishReader {
  /// ranked second in the country, No. 1 globally, took the top spot. Returns the token after it.
  mutating func rank(at index: Int, sentence: Int) -> Int? {
    guard let place = EnglishWords.ordinals[tokens[index].text] ?? numbered(index) else { return nil }
    let clause = clauseStart(of: index, from: sentence)
    let verbs: Set<String> = ["ranked", "ranking", "ranks", "rank", "placed", "came", "place", "remained", "retained", "stood"]
    let near = (max(clause, index - 4)..<index).last { verbs.contains(tokens[$0].text) }
    let next = text(index + 1) ?? ""
    let isSpot = ["place", "spot", "position"].contains(next)
    guard near != nil || isSpot, next != "time", next != "half", next != "quarter" else { return nil }
    var scope: String?
    let after = index + (isSpot ? 2 : 1)
    if text(after) == "nationwide" || text(after) == "nationally" { scope = "nationwide" }
    if text(after) == "globally" || text(after) == "worldwide" { scope = "world" }
    if let preposition = text(after), ["in", "among", "of", "on"].contains(preposition) { scope = noun(after: after + 1) }
    if scope == "country" || scope == "nation" { scope = "nationwide" }
    let subject = near.flatMap { self.subject(clause..<$0) }
    emit(
      .rank, name: subject ?? lastName ?? scope ?? "ranking", number: ExactNumber(place), unit: "位", qualifier: .exactly, scope: scope,
      rule: "english.rank", tokens: index..<(index + 1), sentence: sentence)
    return index + 1
  }

  private func numbered(_ index: Int) -> Int? {
    guard tokens[index].text == "no", let dot = text(index + 1), dot == ".", index + 2 < tokens.count, let number = tokens[index + 2].number,
      number.scale == 0
    else { return nil }
    return Int(exactly: number.significand)
  }

  /// for the 13th consecutive year, for three straight years. Returns the token after it.
  mutating func streak(at index: Int, sentence: Int) -> Int? {
    guard let middle = text(index + 1), ["consecutive", "straight", "successive"].contains(middle), let unit = text(index + 2) else { return nil }
    var count = EnglishWords.ordinals[tokens[index].text] ?? EnglishWords.numbers[tokens[index].text]
    if count == nil, let number = tokens[index].number, number.scale == 0 { count = Int(exactly: number.significand) }
    if count == nil {
      let digits = tokens[index].text.prefix { $0.isNumber }
      if let value = Int(digits), ["th", "st", "nd", "rd"].contains(tokens[index].text.dropFirst(digits.count)) { count = value }
    }
    guard let count else { return nil }
    let measure = unit.hasPrefix("month") ? "月" : unit.hasPrefix("quarter") ? "季度" : "年"
    let clause = clauseStart(of: index, from: sentence)
    emit(
      .streak, name: subject(clause..<index) ?? lastName ?? unit, number: ExactNumber(count), unit: measure, qualifier: .exactly, scope: nil,
      rule: "english.streak", tokens: index..<(index + 3), sentence: sentence)
    return index + 3
  }

  /// two thirds of the orders. Returns the token after it.
  mutating func fraction(at index: Int, sentence: Int) -> Int? {
    for length in [3, 2, 1] where index + length <= tokens.count {
      let words = (index..<(index + length)).map { tokens[$0].text }
      guard let written = EnglishWords.fractions[words], let value = ExactNumber(written), ["of", "came", "come", "were", "are", "went", "was"].contains(text(index + length) ?? "") else { continue }
      let clause = clauseStart(of: index, from: sentence)
      let scope = text(index + length) == "of" ? noun(after: index + length + 1) : nil
      emit(
        .share, name: subject(clause..<index) ?? scope ?? lastName ?? "share", number: value, unit: "", qualifier: qualifier(before: index, from: clause).0,
        scope: ["those", "these", "them"].contains(scope ?? "") ? nil : scope,
        rule: "english.fraction", tokens: index..<(index + length), sentence: sentence)
      return index + length
    }
    return nil
  }
}
