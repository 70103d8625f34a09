import Articles
import Indicators
import Lingua

/// Times that a figure is of or is compared with, other than the time told of.
extension EnglishParser {
  /// In February, prices had fallen by 1.1%: a time of its own that holds for nothing after it.
  mutating func pastPerfectTime(_ around: EnglishSurroundings) -> OwnTime? {
    guard let predicate = around.predicate, ((max(around.clause, predicate - 2))..<predicate).contains(where: { text($0) == "had" }) else {
      return nil
    }
    // By the end of 2023, the number had reached 4 million.
    guard let at = (sentence.lowerBound..<around.index).last(where: { chunks[$0].time != nil }), let time = chunks[at].time, !time.isStock
    else { return nil }
    let words = string(at)
    mentions.removeAll { if case .time(let mention) = $0 { mention.words == words } else { false } }
    return OwnTime(time: time, words: words, isBase: false)
  }

  /// compared to cash provided of $82 million and free cash flow of $14 million in the second quarter of 2023: levels of another time by
  /// names of their own; nil where no time stands behind.
  func comparedTime(_ around: EnglishSurroundings) -> OwnTime? {
    guard let compared = comparing(before: around.index) else { return nil }
    var at = around.index + 1
    while at < sentence.upperBound, at - compared <= 28,
      chunks[at].border == nil && !chunks[at].isFigure || goesOnInOtherMeasure(at) || chunks[at].border == .comma && perShareBehind(at)
    {
      if let time = chunks[at].time, !time.isEmpty { return OwnTime(time: time, words: string(at), isBase: true) }
      if case .basis = chunks[at].kind { return ownTime(at - 1) }
      at += 1
    }
    return nil
  }

  /// or $0.08 per basic share, in 2022: the comma behind what each share has.
  private func perShareBehind(_ comma: Int) -> Bool {
    text(comma - 1) == "share" && ["in", "for", "a"].contains(text(comma + 1))
  }

  /// Where compared with or to opens what a chunk stands in: no comma and no verb between.
  func comparing(before index: Int) -> Int? {
    var at = index - 1
    while at > sentence.lowerBound, index - at <= 20, chunks[at].border == nil, chunks[at].time == nil {
      if text(at) == "compared", ["with", "to"].contains(text(at + 1)) { return at }
      if isPredicate(at), !(text(at).hasSuffix("ed") && ["by", "in", "from", "for", "to"].contains(text(at + 1))) { return nil }
      at -= 1
    }
    return nil
  }

  /// in Alberta, where sales rose: the place, or the capitals behind in, that a clause without a figure ends with.
  func placeOfWhere(_ clause: Int) -> String? {
    guard clause > sentence.lowerBound + 2, chunks[clause - 1].border == .comma, !chunks[clause - 2].isFigure else { return nil }
    if chunks[clause - 2].place != nil, ["in", "for", "across"].contains(text(clause - 3)) { return placeName(clause - 2) }
    var start = clause - 1
    while start > sentence.lowerBound, isWord(start - 1), tokens[chunks[start - 1].tokens.lowerBound].isCapital { start -= 1 }
    guard start < clause - 1, text(start - 1) == "in" else { return nil }
    return join(Array(start..<(clause - 1)))
  }

  /// fewer than in 2022, when 86,425 were lodged
  func relativeTime(_ around: EnglishSurroundings) -> OwnTime? {
    guard text(around.clause) == "when", around.clause > sentence.lowerBound + 1, chunks[around.clause - 1].border == .comma,
      let time = chunks[around.clause - 2].time
    else { return nil }
    return OwnTime(time: time, words: string(around.clause - 2), isBase: false)
  }

  /// The times and bases behind a figure that has a time of its own tell nothing of other figures.
  mutating func bindTimesBehind(_ index: Int) {
    var at = index + 1
    if text(at) == "and", sentence.contains(at + 1), chunks[at + 1].isFigure, !sentence.contains(at + 2) || chunks[at + 2].place == nil,
      text(clauseStart(of: index)) == "after"
    {
      at += 2
    }
    while at < sentence.upperBound, at - index <= 10, chunks[at].border == nil && !chunks[at].isFigure || goesOnInOtherMeasure(at) {
      switch chunks[at].kind {
      case .time, .basis: bound.insert(at)
      default: break
      }
      at += 1
    }
  }
}
