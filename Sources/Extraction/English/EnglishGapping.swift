import Indicators
import Lingua

/// Rates whose verb stands once, with the first of them.
extension EnglishParser {
  /// accounted for 55% of new capacity, the United States for 14%; followed by EMEA with 27% and the Americas with 15%; supplied 34.3%,
  /// edging past coal at 33.1%: the rate is what the one before it is, of another member.
  func gapped(_ around: EnglishSurroundings) -> Statement? {
    guard let quantity = around.quantity, quantity.measure == .percent || quantity.measure == .points, !quantity.isSigned,
      around.bracket == nil, ["with", "for", "at"].contains(around.preposition), around.prepositionIndex > around.clause,
      let first = (firstOfSentence..<statements.count).last(where: { statements[$0].role == .main }),
      statements[first].unit == quantity.unit,
      statements[first].kind == .share || statements[first].kind == .change,
      !hasVerb(around.clause..<around.prepositionIndex),
      let start = memberStart(around.clause..<around.prepositionIndex), let member = name(start..<around.prepositionIndex),
      !member.isPronoun, !isMovedWith(member) || member.area != nil, !isMeasure(member)
    else { return nil }
    let before = statements[first]
    var statement = statement(before.kind, .own(member.words), around)
    statement.owner = member.area.map { .named($0) }
    if member.words.isEmpty, let place = member.area {
      statement.head = wordsOf(first).flatMap { withPartner($0, place) }.map { .own($0) } ?? .same(first)
    } else if before.owner != nil, member.words.split(separator: " ").allSatisfy({ $0.first?.isUppercase ?? false }) {
      (statement.head, statement.owner) = (.same(first), .named(member.words))
    }
    statement.isNegative = before.isNegative
    statement.scope = before.scope
    statement.basis = before.basis
    statement.continues = first
    return statement
  }

  /// Where the name of a further member begins, past followed by, ahead of, edging past; nil where the words are no member.
  private func memberStart(_ range: Range<Int>) -> Int? {
    var start = range.lowerBound
    if text(start) == "with" { return nil }
    if text(start) == "of" {
      // 58% of sales and the Americas with 15%
      guard let and = range.last(where: { text($0) == "and" }) else { return nil }
      start = and + 1
    }
    func leads(_ index: Int) -> Bool {
      let word = text(index)
      return Self.leads.contains(word) || word.hasSuffix("ly")
        || word.hasSuffix("ing") && index + 1 < range.upperBound && ["past", "out", "ahead", "to", "the"].contains(text(index + 1))
    }
    while start < range.upperBound, isWord(start), leads(start) { start += 1 }
    return start < range.upperBound ? start : nil
  }
  private static let leads: Set<String> = [
    "ahead", "of", "followed", "by", "behind", "then", "and", "before", "closely", "next", "while", "past", "out", "the", "but", "or",
    "overtaking", "outpacing", "surpassing", "trailing", "beating",
  ]

  /// a vacancy rate at 5%: a measure of its own, which takes no verb from elsewhere.
  private func isMeasure(_ name: EnglishName) -> Bool {
    let last = name.words.split(separator: " ").last?.lowercased() ?? ""
    return words.prose.facts.rateNouns.contains(last)
      || words.emptyNouns.contains(last) || words.shareNouns.contains(last)
  }

  /// Among men the rate stood at 71.8%, among women at 66.9%: the same measure of others.
  func siblingOfSetting(_ around: EnglishSurroundings) -> Statement? {
    guard around.predicate == nil, around.preposition == "at" || around.preposition.isEmpty, let lastOfSentence,
      statements[lastOfSentence].kind == .level, around.quantity?.unit == statements[lastOfSentence].unit
    else { return nil }
    var start = around.clause
    if ["and", "while", "but"].contains(text(start)) { start += 1 }
    let words = Array((start + 1)..<max(start + 1, around.prepositionIndex))
    guard ["among", "in", "for"].contains(text(start)), (1...4).contains(words.count),
      words.allSatisfy({ isWord($0) && !tokens[chunks[$0].tokens.lowerBound].isCapital }),
      let name = wordsOf(lastOfSentence), let range = name.firstRange(of: " \(text(start)) ")
    else { return nil }
    return statement(.level, .own(name[..<range.lowerBound] + " " + text(start) + " " + join(words)), around)
  }
}
