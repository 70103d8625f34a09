import Articles

/// Whether a text is a unit and nothing else: 万件, 亿元, 元/平方米, 人民币万元, 个百分点.
///
/// - Parameter text: half-width and simplified, without blanks.
package func isWholeUnit(_ text: [Unicode.Scalar]) -> Bool {
  guard !text.isEmpty, text.count <= 16 else { return false }
  if let slash = text.firstIndex(of: "/"), slash > 0, slash < text.count - 1 {
    if isPlainUnit(text[...]) { return true }
    return isPlainUnit(text[..<slash]) && isPlainUnit(text[(slash + 1)...])
  }
  return isPlainUnit(text[...])
}

private func isPlainUnit(_ unit: ArraySlice<Unicode.Scalar>) -> Bool {
  var rest = unit
  for currency in ["人民币", "新台币", "美元"] where rest.count > currency.unicodeScalars.count && rest.starts(with: currency.unicodeScalars) {
    rest = rest.dropFirst(currency.unicodeScalars.count)
  }
  let text = Array(rest)
  // 千米, 百分点 are units themselves.
  if UnitWords.words.longestMatch(in: text, at: 0, limit: text.count)?.length == text.count { return isMeasure(text) }
  // 万千瓦时 is 万 of 千瓦时.
  let signs = text.prefix { "十百千万亿兆".unicodeScalars.contains($0) }.count
  if signs == text.count { return !text.isEmpty }
  return (0..<signs).contains { split in
    let start = split + 1
    return UnitWords.words.longestMatch(in: text, at: start, limit: text.count)?.length == text.count - start
      && isMeasure(Array(text[start...]))
  }
}

/// Not 强, 号 or 级, which make a name of a number.
private func isMeasure(_ text: [Unicode.Scalar]) -> Bool {
  guard let kind = UnitWords.words.longestMatch(in: text, at: 0, limit: text.count)?.value else { return false }
  return kind != .label && kind != .rating
}
