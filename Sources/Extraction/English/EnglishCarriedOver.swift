import Articles
import Indicators
import Lingua

/// What one part of a sentence says for figures in others: the whole, the comparison, what is left out, who moved.
extension EnglishParser {
  /// Brazil recorded the largest increase of all countries, up 12.3%: the place that the clause in front says moved.
  func moverBefore(_ index: Int) -> String? {
    let clause = clauseStart(of: index)
    guard clause > sentence.lowerBound + 3, chunks[clause - 1].border != nil, isWord(clause), direction(ofVerb: clause) != 0 else {
      return nil
    }
    let start = clauseStart(of: clause - 2)
    guard start + 2 < clause, chunks[start].place != nil, isPredicate(start + 1) || ["saw", "sees", "had"].contains(text(start + 1)) else {
      return nil
    }
    let rest = (start + 2)..<(clause - 1)
    guard !rest.contains(where: { chunks[$0].isFigure }),
      rest.contains(where: { words.riseNouns.contains(text($0)) || words.fallNouns.contains(text($0)) })
    else { return nil }
    return placeName(start)
  }

  /// the rate after the unemployment rate: the short name stands for the long one told before.
  func wholeName(of words: String) -> String? {
    guard self.words.shortMeasures.contains(words.lowercased()) else { return nil }
    let before = statements.last(where: { if case .own = $0.head { true } else { false } })?.head.words ?? nameBefore
    guard let before, before.hasSuffix(" " + words.lowercased()) else { return nil }
    return before
  }

  /// Excluding motor vehicles, sales rose 2.2%; and by 2.6% excluding motor vehicles; including Aer Lingus, the figure was €530 million: what a
  /// figure leaves out or takes in, with the word for it.
  func leftOut(of around: EnglishSurroundings) -> String? {
    func words(from index: Int, upTo joint: String? = nil) -> String? {
      var end = index + 1
      while end < sentence.upperBound, end - index <= 6, isWord(end), !isPredicate(end), text(end) != joint { end += 1 }
      guard end > index + 1, end == sentence.upperBound || chunks[end].border != nil || text(end) == joint else { return nil }
      return text(index) + " " + join(Array((index + 1)..<end))
    }
    if text(around.next) == "excluding", isWord(around.next) { return words(from: around.next) }
    if sentence.contains(around.next + 1), chunks[around.next].border == .comma, text(around.next + 1) == "excluding" {
      return words(from: around.next + 1, upTo: "and")
    }
    guard ["excluding", "including"].contains(text(sentence.lowerBound)), let left = words(from: sentence.lowerBound),
      let comma = (sentence.lowerBound..<around.clause).first(where: { chunks[$0].border == .comma }), around.clause == comma + 1
    else { return nil }
    return left
  }

  /// Of the total sales, online sales accounted for 7.9%: the whole that opens the sentence.
  func wholeAtHead(of around: EnglishSurroundings) -> EnglishName? {
    let start = (sentence.lowerBound..<around.clause).last { chunks[$0].border == .semicolon }.map { $0 + 1 } ?? sentence.lowerBound
    guard text(start) == "of" || text(start) == "among", let comma = (start..<around.clause).first(where: { chunks[$0].border == .comma }),
      !(start..<comma).contains(where: { chunks[$0].isFigure }),
      let name = name((start + 1)..<comma), !name.words.isEmpty, !name.isPronoun
    else { return nil }
    return name
  }

  /// by 35 000 in Ireland and by 12 500 in Malta compared with November: the comparison is that of all figures it closes.
  mutating func shareBasis(of statement: Statement) {
    var index = statement.continues
    while let at = index, statements.indices.contains(at), statements[at].kind == .change, statements[at].basis == nil {
      let before = statements[at]
      statements[at].basis = statement.basis
      if let place = mentions.lastIndex(of: .figure(before)) { mentions[place] = .figure(statements[at]) }
      index = statements[at].continues
    }
  }

  /// accounted for 49.3% and 31.8% of total sales: the whole is that of all shares it closes.
  mutating func shareScope(of statement: Statement, at index: Int) {
    var at = index - 1
    while at > sentence.lowerBound, isWord(at) && ["and", "or", "by", "nearly", "about"].contains(text(at)) || chunks[at].border == .comma {
      at -= 1
    }
    guard let scope = statement.scope, sentence.contains(at), chunks[at].quantity != nil, let last = lastOfSentence,
      statements[last].kind == .share, statements[last].scope == nil
    else { return }
    let before = statements[last]
    statements[last].scope = scope
    if let place = mentions.lastIndex(of: .figure(before)) { mentions[place] = .figure(statements[last]) }
  }
}
