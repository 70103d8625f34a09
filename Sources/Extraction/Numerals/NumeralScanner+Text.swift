import Articles

extension NumeralScanner {
  /// All numbers of a text as it is written; listed words and places that only look like numbers (一切, 四川) are passed over.
  package static func numerals(inText written: [Unicode.Scalar], _ language: ChineseKnowledge) -> [Numeral] {
    let text = written.folded
    return numerals(in: text) { index in
      if let end = addressEnd(in: text, at: index) { return end - index }
      let word = language.closed.words.longestMatch(in: text, at: index, limit: text.count)
      let place = language.places.longestMatch(in: text, at: index, limit: text.count)
      let length = max(word?.length ?? 0, place?.length ?? 0)
      guard length > 1, NumeralCharacter(text[index]) != nil || startsOther(text, at: index, length: length) else { return 0 }
      if let numeral = numeral(in: text, at: index, limit: text.count), numeral.range.count >= length { return 0 }
      return length
    }
  }

  /// Where a web address that starts at `start` ends; nil when none does.
  static func addressEnd(in text: [Unicode.Scalar], at start: Int) -> Int? {
    guard text[start] == "h" || text[start] == "w", start == 0 || !text[start - 1].isLatinLetter else { return nil }
    let head = String(scalars: text[start..<min(text.count, start + 4)])
    guard head == "http" || head == "www." else { return nil }
    var end = start
    while end < text.count, text[end].isASCII, !text[end].isBlank, !text[end].isLineEnd { end += 1 }
    return end
  }

  /// A word such as 登陆 hides the sign inside it.
  private static func startsOther(_ text: [Unicode.Scalar], at index: Int, length: Int) -> Bool {
    text[index].isHan && text[(index + 1)..<(index + length)].contains { NumeralCharacter($0) != nil }
      && !"第前负点".unicodeScalars.contains(text[index])
  }
}
