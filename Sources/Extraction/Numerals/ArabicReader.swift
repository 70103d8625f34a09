import Articles

/// Reads Arabic digits: 12345, 12,345.6, .5.
enum ArabicReader {
  /// 1 120万, 3 656 300人: three digits after one blank, before a further group or a word that counts them all.
  ///
  /// - Returns: the offset after the digits of the group; nil where none stands there or the groups end in no word.
  private static func blankGroup(_ text: [Unicode.Scalar], at start: Int, limit: Int) -> Int? {
    var end = start
    for _ in 0..<8 {
      guard end + 4 < limit, text[end] == " " || text[end] == "\u{A0}" || text[end] == "\u{2009}",
        text[(end + 1)...(end + 3)].allSatisfy(\.isDigit), !text[end + 4].isDigit
      else { return nil }
      end += 4
      if text[end].isHan { return start + 4 }
      // 2 874.8公斤
      if text[end] == ".", closesDecimal(text, at: end + 1, limit: limit) { return start + 4 }
      // 3 690 萬公噸
      if text[end] == " ", end + 1 < limit, "萬万億亿".unicodeScalars.contains(text[end + 1]) { return start + 4 }
    }
    return nil
  }

  /// Digits, and then an ideograph.
  private static func closesDecimal(_ text: [Unicode.Scalar], at start: Int, limit: Int) -> Bool {
    var end = start
    while end < limit, text[end].isDigit { end += 1 }
    return end > start && end < limit && text[end].isHan
  }

  /// - Parameter text: half-width.
  /// - Returns: the value and the offset after it; nil when no digit is there or there are more than 30.
  static func read(_ text: [Unicode.Scalar], at start: Int, limit: Int) -> (value: ScaledInteger, end: Int, isGrouped: Bool)? {
    var index = start
    var significand: Int128 = 0
    var digits = 0
    while index < limit, text[index].isDigit {
      guard digits < 30 else { return nil }
      significand = significand * 10 + Int128(text[index].halfWidth.value) - 48
      digits += 1
      index += 1
    }
    var isGrouped = false
    if (1...3).contains(digits) {
      // A comma groups when exactly three digits follow it, again and again.
      while index + 3 < limit || index + 4 == limit, index + 3 < limit, text[index] == ",",
        text[(index + 1)...(index + 3)].allSatisfy(\.isDigit), index + 4 >= limit || !text[index + 4].isDigit, digits < 27
      {
        for digit in text[(index + 1)...(index + 3)] { significand = significand * 10 + Int128(digit.halfWidth.value) - 48 }
        digits += 3
        index += 4
        isGrouped = true
      }
    }
    // 表1 120家: the first number tells which table it is.
    let isOfOrder = start > 0 && "第表图圖附章节節名号號".unicodeScalars.contains(text[start - 1])
    while digits < 27, !isOfOrder, isGrouped ? text[index - 4] != "," : (1...3).contains(digits) && text[start] != "0",
      let end = blankGroup(text, at: index, limit: limit)
    {
      for digit in text[(index + 1)..<end] { significand = significand * 10 + Int128(digit.halfWidth.value) - 48 }
      digits += 3
      index = end
      isGrouped = true
    }
    var scale = 0
    if index + 1 < limit, text[index] == ".", text[index + 1].isDigit, !isVersion(text, pointAt: index, limit: limit) {
      index += 1
      while index < limit, text[index].isDigit {
        guard digits < 30 else { return nil }
        significand = significand * 10 + Int128(text[index].halfWidth.value) - 48
        digits += 1
        scale += 1
        index += 1
      }
    }
    guard digits > 0 else { return nil }
    return (ScaledInteger(significand: significand, scale: scale), index, isGrouped)
  }

  /// 2.1.3 is no decimal.
  private static func isVersion(_ text: [Unicode.Scalar], pointAt point: Int, limit: Int) -> Bool {
    var start = point
    while start > 0, text[start - 1].isDigit, point - start < 30 { start -= 1 }
    if start > 1, text[start - 1] == ".", text[start - 2].isDigit { return true }
    var index = point + 1
    while index < limit, text[index].isDigit { index += 1 }
    return index + 1 < limit && text[index] == "." && text[index + 1].isDigit
  }
}
