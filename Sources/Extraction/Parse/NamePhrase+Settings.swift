import Articles
import Lingua

/// Where, among whom and since when it is, inside the words before a number: no part of a name.
extension TokenBlock {
  /// 在省会城市中 right before a verb: it says where, not what.
  func settingAtEnd(_ indices: [Int]) -> ClosedRange<Int>? {
    guard let last = indices.last(where: { !tokens[$0].has([.adverb, .from, .predicate]) || tokens[$0].has(.setting) }),
      tokens[last].has(.setting), !tokens[last].has(.noun),
      let first = indices.last(where: { $0 < last && tokens[$0].has(.preposition) && reads($0, "在") })
    else { return nil }
    return first...last
  }

  /// 在甲、乙、丙等地设立: where it is done.
  func placesOfSetting(_ indices: [Int]) -> ClosedRange<Int>? {
    guard let end = indices.last(where: { plain($0..<($0 + 1)).hasPrefix("等") }),
      let first = indices.last(where: { $0 < end && reads($0, "在") }),
      indices.contains(where: { $0 > first && $0 < end && tokens[$0].punctuation == .enumeration })
    else { return nil }
    let words = plain(end..<(end + 1))
    if words.count > 1 { return "地市省国县区州".contains(words.dropFirst().first ?? " ") && words.count == 2 ? first...end : nil }
    guard indices.contains(end + 1), prose.names.kindsOfPlaces.contains(plain((end + 1)..<(end + 2))) else {
      return nil
    }
    return first...(end + 1)
  }

  /// 自开通以来累计突破: since when it is counted.
  func spanOfSetting(_ indices: [Int]) -> ClosedRange<Int>? {
    guard let end = indices.last(where: { plain($0..<($0 + 1)).hasSuffix("以来") && tokens[$0].time == nil }),
      let first = indices.last(where: { $0 < end && (reads($0, "自") || reads($0, "从")) })
    else { return nil }
    return first...end
  }
}
