import Indicators
import Lingua

/// Members of what was just counted that have something in common: 17个市州中13个实现正增长, 31个省份中，有26个投资增长, 168个县中，达标的有121个.
extension SentenceParser {
  /// Those of the count before, by what is said of them.
  func countedMember(_ around: Surroundings, at index: Int) -> Statement? {
    guard around.quantity.kind == .count, let whole = countAmong(index) else { return nil }
    let told = statements.words(of: whole.statement) ?? ""
    // 26个投资增长: what grew is no noun of those counted.
    let noun = block.noun(after: index).flatMap { noun in
      let isOfKind = noun.tokens.last.map { block.tokens[$0].has(.group) } ?? false || told.hasSuffix(string(noun.tokens))
      return isOfKind ? noun : nil
    }
    let behind = noun?.tokens.last.map { $0 + 1 } ?? index + 1
    let said = said(behind..<max(behind, block.clauseEnd[index])) ?? said(before: index, after: whole.end)
    guard let said, case let counted = noun.map({ string($0.tokens) }) ?? told, !counted.isEmpty else { return nil }
    var statement = Statement(
      kind: .level, construction: "level.member", head: .own(said + "的" + counted), qualifier: around.qualifier)
    statement.isPart = true
    return statement
  }

  /// The count right before in the sentence, where 中 behind its noun says that members follow, and the token behind 中.
  private func countAmong(_ index: Int) -> (statement: Int, end: Int)? {
    guard let last = statements.indices.last, last >= firstOfSentence, let token = tokens.last, token < index, index - token <= 20,
      statements[last].kind == .level, statements[last].construction.hasPrefix("level.number"),
      block.tokens[token].quantity?.kind == .count
    else { return nil }
    guard let noun = block.noun(after: token)?.tokens.last else { return nil }
    // 县（市、区）中
    let among = noun + 1 < index && block.tokens[noun + 1].punctuation == .open ? block.partner[noun + 1] + 1 : noun + 1
    guard among < index, prose.names.amongThem.contains(block.plain(among..<(among + 1))) else { return nil }
    return (last, among + 1)
  }

  /// 实现正增长, 投资增长: what those do, without a number of its own.
  private func said(_ range: Range<Int>) -> String? {
    let words = range.filter { !["均", "都", "皆", "已", "，"].contains(block.plain($0..<($0 + 1))) }
    guard words.count > 1 || words.first.map({ block.tokens[$0].range.count > 1 }) ?? false, words.count <= 8,
      words.allSatisfy({ !figures[$0] && block.tokens[$0].punctuation == nil && !block.tokens[$0].has([.share, .rank]) }),
      words.contains(where: { block.tokens[$0].has([.rise, .fall, .predicate, .reach, .verb, .action]) })
    else { return nil }
    return string(words)
  }

  /// PM2.5浓度达标的有: what stands before the verb of having.
  private func said(before index: Int, after start: Int) -> String? {
    var words = (start..<index).filter { block.tokens[$0].punctuation != .comma }
    guard let have = words.last, block.plain(have..<(have + 1)).hasSuffix("有") else { return nil }
    words.removeLast()
    guard let of = words.last, block.tokens[of].has(.of), words.count > 1 else { return nil }
    words.removeLast()
    return string(words)
  }
}
