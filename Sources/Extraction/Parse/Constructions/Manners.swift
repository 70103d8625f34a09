import Articles
import Indicators
import Lingua

/// Names without how a thing was done, counted or deducted.
extension SentenceParser {
  /// 营所税则分别增加…: 则 sets the list against what was told before.
  func withoutContrast(_ group: [Int]) -> [Int] {
    guard let last = group.last, group.count > 1, block.reads(last, "则") else { return group }
    return Array(group.dropLast())
  }

  /// 三市质押金额: the count of the places is no part of the name.
  func withoutCount(_ name: String) -> String {
    let scalars = Array(name.unicodeScalars)
    guard scalars.count > 2, NumeralCharacter(scalars[0].simplified) != nil || scalars[0].isDigit,
      "市省区地国州县".unicodeScalars.contains(scalars[1])
    else { return name }
    return String(scalars: scalars.dropFirst(2))
  }

  /// 以载重吨计, 按美元计价, 扣除留抵退税因素后 say how it was measured and are no part of a name.
  func withoutManner(_ tokens: [Int]) -> [Int] {
    var rest = tokens
    for _ in 0..<3 {
      let plain = withoutOneManner(withoutDeduction(rest))
      if plain.count == rest.count { break }
      rest = plain
    }
    return rest
  }

  /// 扣除留抵退税因素后: what was taken out of a number; 扣除非经常性损益后的净利润 is a name.
  private func withoutDeduction(_ tokens: [Int]) -> [Int] {
    guard
      let start = tokens.firstIndex(where: { at in
        language.measures.deductions.contains { block.plain(at..<min(at + 2, block.tokens.count)).hasPrefix($0) }
      }),
      case let rest = tokens[start...].prefix(12),
      let end = rest.indices.last(where: { block.plain(tokens[$0]..<(tokens[$0] + 1)).hasSuffix("后") })
        ?? rest.indices.last(where: { at in
          prose.clauses.influences.contains { block.plain(tokens[at]..<(tokens[at] + 1)).hasSuffix($0) }
        }), end + 1 >= tokens.count || !block.tokens[tokens[end + 1]].has(.of)
    else { return tokens }
    return Array(tokens[..<start] + tokens[(end + 1)...])
  }

  private func withoutOneManner(_ tokens: [Int]) -> [Int] {
    guard
      let start = tokens.firstIndex(where: { block.reads($0, "以") || block.reads($0, "按") || block.plain($0..<($0 + 1)).hasPrefix("受") })
    else { return tokens }
    let rest =
      block.plain(tokens[start]..<(tokens[start] + 1)).hasPrefix("受") ? tokens[start...].prefix(8) : tokens[(start + 1)...].prefix(8)
    // 受旱情影响: nor does the cause.
    let ends =
      block.plain(tokens[start]..<(tokens[start] + 1)).hasPrefix("受")
      ? prose.clauses.influences : prose.clauses.reckonings
    guard let end = rest.first(where: { index in ends.contains { block.plain(index..<(index + 1)).hasSuffix($0) } }),
      var position = tokens.firstIndex(of: end)
    else { return tokens }
    // 按自然口径计算
    while position + 1 < tokens.count, ends.contains(block.plain(tokens[position + 1]..<(tokens[position + 1] + 1))) { position += 1 }
    return Array(tokens[..<start] + tokens[(position + 1)...])
  }
}
