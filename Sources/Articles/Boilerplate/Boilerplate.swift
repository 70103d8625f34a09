import Lingua

/// Whether a line is boilerplate, and of what kind.
///
/// General features decide: cue words, digits without sentences, stamps of time and source. A line that closes like a
/// sentence (。！？) is body unless a word of certainty such as 版权所有 stands in it. Of several kinds in one line, the one
/// that explains its number is reported: who misses a number wants to know why it is no figure.
struct Boilerplate {
  /// Code points from which on a line is taken for a paragraph.
  private static let longest = 90

  static func reason(of line: some Collection<Unicode.Scalar>) -> BoilerplateReason? {
    let text = line.prefix(longest * 4).map(\.lowercasedHalfWidth.simplified)
    // (%) above a table is its unit.
    guard text.contains(where: { $0.isHan || $0.isLatinLetter || $0.isDigit || $0 == "%" || $0 == "‰" }) else { return .markup }
    let isShort = text.count <= longest
    // A full stop closes a sentence of several words: The film drew 4 million views in May.
    let isSentence =
      text.last.map { "。!?;".unicodeScalars.contains($0) || $0 == "." && text.count(where: \.isBlank) >= 5 } ?? false
    var metadata = 0
    var index = 0
    var atStart = true
    var reason: BoilerplateReason?
    while index < text.count {
      guard let match = BoilerplateCue.all.longestMatch(in: text, at: index, limit: text.count), isWhole(text, index, match.length) else {
        if text[index].isHan || text[index].isLatinLetter || text[index].isDigit { atStart = false }
        index += 1
        continue
      }
      let opens = atStart && isCueEnd(text, at: index + match.length)
      switch match.value.place {
      case .certain: return match.value.reason
      case .whole
      where opens && index == text.firstIndex(where: { !$0.isBlank })
        && text[(index + match.length)...].allSatisfy({ $0.isBlank || $0 == ":" }):
        return match.value.reason
      case .anywhere where isShort && !isSentence:
        if match.value.reason == .counter { return .counter }
        reason = reason ?? match.value.reason
      case .starts where opens && isShort && (!isSentence || text.count <= 40): reason = reason ?? match.value.reason
      case .labels where isShort && !isSentence && isLabel(text, at: index + match.length): return match.value.reason
      case .labels where opens && isShort && !isSentence: reason = reason ?? .share
      case .starts where isShort && (match.value.reason == .metadata || match.value.reason == .byline): metadata += 1
      default: break
      }
      atStart = false
      index += match.length
    }
    if let reason { return reason == .byline && metadata > 0 && isStamp(text, cues: metadata) ? .metadata : reason }
    if isShort, !isSentence, isTelephone(text) { return .contact }
    if isShort, !isSentence, isStamp(text, cues: metadata) { return .metadata }
    if isShort, Byline.isOne(text) { return .byline }
    return nil
  }

  /// A Latin cue is a word of its own: no all of small.
  private static func isWhole(_ text: [Unicode.Scalar], _ start: Int, _ length: Int) -> Bool {
    let end = start + length
    if text[start].isLatinLetter, start > 0, text[start - 1].isLatinLetter { return false }
    return !(text[end - 1].isLatinLetter && end < text.count && text[end].isLatinLetter)
  }

  /// A cue that opens a line is a label or a link: a colon, blank, bracket or the line's end follows, or it is a word of
  /// Latin script.
  private static func isCueEnd(_ text: [Unicode.Scalar], at index: Int) -> Bool {
    guard index < text.count else { return true }
    return !(text[index].isHan || text[index].isLatinLetter || text[index].isDigit)
  }

  /// A blank, colon or bracket and then a digit.
  private static func isLabel(_ text: [Unicode.Scalar], at start: Int) -> Bool {
    var index = start
    while index < text.count, index - start < 4, text[index].isBlank || ":[(【".unicodeScalars.contains(text[index]) { index += 1 }
    return index > start && index < text.count && text[index].isDigit
  }

  /// Digits and hyphens make up nearly all of the line, and there are at least seven digits.
  private static func isTelephone(_ text: [Unicode.Scalar]) -> Bool {
    let digits = text.count { $0.isDigit }
    let words = text.count { $0.isHan || $0.isLatinLetter }
    // 2020=100 is the base of an index.
    return digits >= 7 && words <= 4 && !text.contains("=") && PublicationDate.first(in: text) == nil
  }

  /// A full date with hardly anything else than a source, a time of day and names.
  private static func isStamp(_ text: [Unicode.Scalar], cues: Int) -> Bool {
    guard let found = PublicationDate.first(in: text), found.date.day != nil else { return false }
    let rest = text.count - found.range.count
    let clock = text.indices.contains { index in
      text[index] == ":" && index > 0 && text[index - 1].isDigit && index + 1 < text.count && text[index + 1].isDigit
    }
    // 18 March 2024 | Ref: MR 2024/11 | 4 min read
    if text.count(where: { $0 == "|" }) > 1 { return true }
    let commas = text.count { $0 == "," || $0 == "、" || $0 == "。" }
    return commas == 0 && (rest <= 6 || clock || cues > 0 || found.range.lowerBound == 0 && rest <= 20)
  }

  /// News articles, 12 November 2026; 某某统计处公报 2025年2月4日（星期二）16时30分; Canberra, 20 April 2022 - Media release, IP Board: an
  /// issuer, a place or a column of the site beside the day, and no other number than the time of day. Of a line below the title
  /// only, which itself may be Labour market, 12 November 2026.
  static func isDateline(_ line: [Unicode.Scalar]) -> Bool {
    let longestDateline = 64
    guard line.count <= longestDateline, let found = PublicationDate.first(in: line), found.date.day != nil else { return false }
    if let last = line.last(where: { !$0.isBlank }), "。！？!?；;：:.".unicodeScalars.contains(last) { return false }
    let lead = line[..<found.range.lowerBound]
    return !lead.contains(where: \.isDigit) && !runsOn(lead) && isClockOrWords(line[found.range.upperBound...])
  }

  /// Results for the quarter ended, 截至: words that go on to the day, which is no day of issue then.
  private static func runsOn(_ lead: ArraySlice<Unicode.Scalar>) -> Bool {
    guard let last = lead.last(where: { !$0.isBlank }) else { return false }
    if "至到自从從于於在的了起".unicodeScalars.contains(last) { return true }
    guard last.isLatinLetter else { return false }
    let word = lead.reversed().drop(while: \.isBlank).prefix(while: \.isLatinLetter)
    return word.allSatisfy(\.properties.isLowercase)
  }

  /// Whether the only digits are those of a time of day: 16时30分, 11am, 9:30.
  private static func isClockOrWords(_ text: ArraySlice<Unicode.Scalar>) -> Bool {
    var rest = text
    while let start = rest.firstIndex(where: \.isDigit) {
      let behind = rest[start...].drop(while: \.isDigit)
      let isBehindColon = start > text.startIndex && ":：时時点點.".unicodeScalars.contains(text[start - 1])
      let next = behind.first { !$0.isBlank }
      let isClock = isBehindColon || next.map { ":：.时時点點分hHaApP".unicodeScalars.contains($0) } ?? false
      guard behind.startIndex - start <= 2, isClock else { return false }
      rest = behind
    }
    return true
  }
}

extension Unicode.Scalar {
  /// Half-width, and lower case for ASCII.
  package var lowercasedHalfWidth: Unicode.Scalar {
    let half = halfWidth
    guard (65...90).contains(half.value) else { return half }
    return Unicode.Scalar(half.value + 32) ?? half
  }
}
