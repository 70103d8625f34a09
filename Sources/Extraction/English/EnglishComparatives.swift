import Indicators
import Lingua

/// How far a figure stands above or below another: 3 points higher than a year before, 10 points above the national average.
extension EnglishParser {
  /// 0.3 percentage points lower than, 14.5% fewer than in 2021, 4.1% more than a year earlier.
  func comparative(_ around: EnglishSurroundings) -> Statement? {
    // a 5.0-percent decline in gasoline more than offset …: the noun right behind tells the change.
    if isWord(around.next), words.riseNouns.contains(text(around.next)) || words.fallNouns.contains(text(around.next)),
      text(around.next + 1) == "in"
    {
      return nil
    }
    // 0.1 percentage points (pp) lower
    var next = around.next
    if sentence.contains(next), chunks[next].border == .open,
      let close = ((next + 1)..<min(next + 4, sentence.upperBound)).first(where: { chunks[$0].border == .close }),
      !(next..<close).contains(where: { chunks[$0].isFigure })
    {
      next = close + 1
    }
    guard let quantity = around.quantity, sentence.contains(next), chunks[next].isWord else { return nil }
    let word = text(next)
    let isMore = words.more.contains(word)
    guard isMore || words.less.contains(word) else { return nil }
    let after = text(next + 1)
    if let counted = countedDifference(around, next, isMore: isMore) ?? moreOfNoun(around, next, isMore: isMore) { return counted }
    guard
      after == "than" || isBasisChunk(next + 1)
        || ["above", "below"].contains(word)
          && (["the", "that", "its", "their", "a", "pre-pandemic", "pre-crisis"].contains(after)
            || sentence.contains(next + 1) && chunks[next + 1].time != nil)
        || ["higher", "lower"].contains(word) || after == "from" || after == "on"
        || (["up", "down"].contains(word) && (after.isEmpty || after == "."))
    else { return nil }
    if quantity.measure == .times { return nil }
    let predicate = firstPredicate(around.clause..<max(around.clause, around.lead))
    var (head, owner) = headOf(predicate.flatMap { $0 > around.clause ? name(around.clause..<$0) : nil })
    if predicate == nil, around.lead > around.clause, !words.more.contains(text(around.clause)), !words.less.contains(text(around.clause)),
      let name = name(around.clause..<around.lead), !name.words.isEmpty
    {
      (head, owner) = (.own(name.words), name.area.map { .named($0) })
    }
    // 57.3% of the total, 2.3 percentage points higher: points tell of the share or rate right before.
    if quantity.measure == .points, predicate == nil, around.clause == around.lead, let lastOfSentence,
      statements[lastOfSentence].unit == "%"
    {
      (head, owner) = (.same(lastOfSentence), nil)
    }
    var statement = statement(.change, head, around)
    statement.isNegative = !isMore
    statement.owner = owner
    statement.gapFrom = farFrom(next)
    return statement
  }

  /// lower than in the euro area, above the national average: what the figure stands above or below; nil for an earlier time.
  private func farFrom(_ comparative: Int) -> String? {
    var start = comparative + 1
    if text(start) == "than" { start += 1 } else if !["above", "below"].contains(text(comparative)) { return nil }
    while ["in", "for", "at", "among"].contains(text(start)) { start += 1 }
    let joins: Set<String> = ["and", "but", "while", "when", "which", "who", "with", "in", "at", "according", "as", "for", "or"]
    var end = start
    while sentence.contains(end), chunks[end].isWord || chunks[end].place != nil, !joins.contains(text(end)) { end += 1 }
    let limit = min(max(end, start) + 2, sentence.upperBound)
    if ["before", "during", "after", "when", "what", "at"].contains(text(start)) { return nil }
    guard end > start, !(sentence.contains(end) && chunks[end].isFigure),
      !(start..<limit).contains(where: { chunks[$0].time != nil || isBasisChunk($0) })
    else { return nil }
    // than the figure recorded for the first half of 2019: the same of another time.
    let first = text(start) == "the" ? start + 1 : start
    if ["figure", "number", "level", "total", "amount", "value"].contains(text(first)), (first..<limit + 4).contains(where: { isBase($0) })
    {
      return nil
    }
    let words = join(Array(start..<end))
    return self.words.standing.contains(words.lowercased()) ? nil : words
  }

  /// Compared with a year ago, there were 45,000 fewer people in work and 19,000 more in training: how many of what the noun behind
  /// names.
  private func countedDifference(_ around: EnglishSurroundings, _ next: Int, isMore: Bool) -> Statement? {
    guard around.quantity?.measure == .count, ["more", "fewer"].contains(text(next)), comparison != nil || hasBasis(behind: next) else {
      return nil
    }
    var name: String
    if let noun = noun(after: next)?.name.words, !noun.isEmpty {
      name = noun
      if !noun.contains(" "), ["in", "on", "at", "with"].contains(text(next + 2)), let setting = setting(from: next + 2) {
        name += " " + setting
      }
    } else if let lastOfSentence, statements[lastOfSentence].construction.hasSuffix("comparative"),
      let before = statements[lastOfSentence].head.words, let setting = setting(from: next + 1)
    {
      // 19,000 more in training: of those told of before.
      name = before.split(separator: " ").prefix { !["in", "on", "at", "with"].contains($0) }.joined(separator: " ") + " " + setting
    } else {
      return nil
    }
    var statement = statement(.change, .own(name), around)
    statement.isNegative = !isMore
    return statement
  }

  /// Korean applicants filed 21.0% more applications than in 2022: of what stands between more and than.
  private func moreOfNoun(_ around: EnglishSurroundings, _ next: Int, isMore: Bool) -> Statement? {
    guard around.quantity?.measure == .percent, ["more", "fewer", "less"].contains(text(next)),
      let than = ((next + 2)..<max(next + 2, min(next + 8, sentence.upperBound))).first(where: { text($0) == "than" }),
      !((next + 1)..<than).contains(where: { !chunks[$0].isWord || isPredicate($0) }),
      (than..<min(than + 4, sentence.upperBound)).contains(where: { chunks[$0].time != nil || isBasisChunk($0) }),
      let object = name((next + 1)..<than), !object.words.isEmpty
    else { return nil }
    var statement = statement(.change, .own(object.words), around)
    statement.isNegative = !isMore
    if let verb = firstPredicate(around.clause..<around.lead), verb > around.clause, let doer = name(around.clause..<verb) {
      let country = words.demonyms[text(around.clause)] ?? words.demonyms[text(around.clause + 1)]
      statement.owner =
        (doer.area ?? (isProper(doer) && !isOwnBody(doer) && !isOfActors(doer) ? doer.words : nil)
          ?? country.flatMap { gazetteer.place(code: $0) }.map { gazetteer[$0].englishName })
        .map { .named($0) }
    }
    return statement
  }

  private func hasBasis(behind index: Int) -> Bool {
    (index..<min(index + 8, sentence.upperBound)).contains { if case .basis = chunks[$0].kind { true } else { text($0) == "than" } }
  }

  /// in part-time work: a preposition with its words, up to the next border, verb or figure.
  private func setting(from index: Int) -> String? {
    guard ["in", "on", "at", "with"].contains(text(index)), isWord(index) else { return nil }
    var end = index + 1
    while end < sentence.upperBound, end - index < 6, isWord(end), !["and", "than", "while", "compared"].contains(text(end)),
      !isPredicate(end)
    { end += 1 }
    return end > index + 1 ? join(Array(index..<end)) : nil
  }
}
