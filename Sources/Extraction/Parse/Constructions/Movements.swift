import Articles
import Indicators
import Lingua

/// Whether a level is one of the ends of a movement, and which number a revision replaces.
extension SentenceParser {
  /// 由1.2亿元扩充到3亿元, 从去年初的53%爬升到71%: whether the number is an end of a movement; no noun follows it then.
  func movement(_ around: Surroundings, at index: Int) -> Statement.Role {
    let region = around.region.tokens
    if opensMovement(region), goesOn(after: index) { return .movementStart }
    guard let start = around.region.quantity, region.count <= 6,
      region.contains(where: { block.tokens[$0].has(.reach) || block.reads($0, oneOf: prose.clauses.through) || block.reads($0, "为") }),
      opensMovement(block.region(before: start) { figures[$0] }.tokens)
    else { return .main }
    return .movementEnd
  }

  /// A movement goes on to its other end: 至, 到, a verb of reaching, or a further start.
  private func goesOn(after index: Int) -> Bool {
    for next in (index + 1)..<min(index + 8, block.clauseEnd[index]) where next < block.tokens.count {
      let token = block.tokens[next]
      if token.has([.reach, .rise, .fall]) || block.reads(next, oneOf: prose.clauses.through) || token.punctuation == .enumeration {
        return true
      }
      if token.quantity != nil && figures[next] { return false }
    }
    return false
  }

  /// 由, 从 stands before the number with nothing but a time between.
  private func opensMovement(_ region: [Int]) -> Bool {
    guard let from = region.last(where: { block.tokens[$0].has(.from) }) else { return false }
    return region.allSatisfy {
      $0 <= from || block.tokens[$0].time != nil || block.tokens[$0].has([.of, .adverb]) || block.tokens[$0].word?.before != nil
    } || opensRevision(region) != nil
  }

  /// 由初次公布的691.1亿元调整为691.5亿元: the word that opens a revision, where nothing but who first published the number follows it.
  func opensRevision(_ region: [Int]) -> Int? {
    guard let from = region.last(where: { block.tokens[$0].has(.from) }), from < (region.last ?? from) else { return nil }
    let words = region.filter { $0 > from && block.tokens[$0].time == nil && !block.tokens[$0].has(.of) }.map { block.plain($0..<($0 + 1)) }
      .joined()
    return language.measures.firstReleases.contains(words) ? from : nil
  }

  /// 就业人数原发布118.2万人: where the words begin that say who published the number first.
  func saysPublished(_ region: [Int]) -> Int? {
    for count in [1, 2, 3] where region.count > count {
      let words = region.suffix(count).map { block.plain($0..<($0 + 1)) }.joined()
      if words.hasSuffix("布"), language.measures.firstReleases.contains(words),
        !language.measures.firstReleases.contains(region.suffix(count + 1).map { block.plain($0..<($0 + 1)) }.joined())
      {
        return region[region.count - count]
      }
    }
    return nil
  }
}
