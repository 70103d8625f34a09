import Articles
import Indicators

/// Partners told of one after the other: their measure stands once, with the first of them.
extension SentenceParser {
  /// 对东盟进出口3818.3亿元；对欧盟2757.2亿元, 其中对越南增长1.3倍: the name of a partner that stands alone before a number or a verb, with the
  /// measure that the paragraph told another one by.
  ///
  /// - Parameter tokens: before the number, or before the verb that it stands behind.
  func gappedPartner(_ tokens: [Int]) -> Head? {
    let core = tokens.drop {
      block.tokens[$0].has([.within, .marker, .conjunction]) || block.tokens[$0].punctuation != nil || block.tokens[$0].time != nil
    }
    guard let opening = core.first, Self.partnerOpenings.contains(block.plain(opening..<(opening + 1))), core.count > 1,
      core.dropFirst().allSatisfy({ block.tokens[$0].place != nil }), let end = core.last
    else { return nil }
    let lead = block.string(opening..<(opening + 1))
    guard let measure = measureOfPartner(behind: lead, before: opening) else { return nil }
    return .own(lead + block.string((opening + 1)..<(end + 1)) + measure)
  }

  private static let partnerOpenings: Set<String> = ["对", "自", "从", "向"]

  /// 进出口 of 对东盟进出口: what the last partner of the paragraph was told by.
  private func measureOfPartner(behind lead: String, before opening: Int) -> String? {
    for at in (max(0, opening - 160)..<opening).reversed()
    where block.string(at..<(at + 1)) == lead && at + 2 < opening && block.tokens[at + 1].place != nil {
      var end = at + 2
      while end < opening, block.tokens[end].place != nil || Exclusions.joins(block.tokens[end]) { end += 1 }
      let rest = block.plain(end..<min(end + 4, opening))
      guard let measure = language.measures.owned.first(where: { rest.hasPrefix($0) }) else { continue }
      return String(block.string(end..<min(end + 4, opening)).prefix(measure.count))
    }
    return nil
  }
}
