import Lingua
package import Scene

/// A text as Chinese typography prints it: ASCII , : ; ? ! ( ) and straight quotation marks become full-width where they belong to
/// Chinese text, and the hyphen between two points of time a dash; in numbers, times, addresses and English they stay. English text is not changed.
///
/// Each character is replaced by one character, so offsets into the result are offsets into `text`.
package func printForm(of text: String, language: Language) -> String {
  guard language.isChinese else { return text }
  var scalars = Array(text.unicodeScalars)
  PrintNormalizer(scalars, language: language).normalize(&scalars)
  var out = String.UnicodeScalarView()
  out.append(contentsOf: scalars)
  return String(out)
}

extension StyledText {
  /// The print form of each span, with the text of its neighbours as context; the first span decides the language.
  package func printForm() -> StyledText {
    guard let language = spans.first?.style.language, language.isChinese else { return self }
    var scalars = Array(plainText.unicodeScalars)
    PrintNormalizer(scalars, language: language).normalize(&scalars)
    var result = self
    var start = 0
    for i in spans.indices {
      let end = start + spans[i].text.unicodeScalars.count
      var part = String.UnicodeScalarView()
      part.append(contentsOf: scalars[start..<end])
      result.spans[i].text = String(part)
      start = end
    }
    return result
  }
}

private struct PrintNormalizer {
  let scalars: [Unicode.Scalar]
  let isTraditional: Bool
  /// Characters of addresses, in which nothing is changed.
  let isProtected: [Bool]

  init(_ scalars: [Unicode.Scalar], language: Language) {
    self.scalars = scalars
    isTraditional = language != .simplifiedChinese
    isProtected = PrintNormalizer.addresses(scalars)
  }

  func normalize(_ out: inout [Unicode.Scalar]) {
    guard scalars.contains(where: { isHan($0) }) else { return }
    var openBrackets: [Int] = []
    var openQuotes: [Unicode.Scalar: Int] = [:]
    for i in scalars.indices where !isProtected[i] {
      switch scalars[i] {
      case ",": if isPausing(i) { out[i] = "，" }
      case ":": if isPausing(i) { out[i] = "：" }
      case ";": if isPausing(i) { out[i] = "；" }
      case "?": if isHan(before(i)) { out[i] = "？" }
      case "!": if isHan(before(i)) { out[i] = "！" }
      case "-", "–": if joinsTimes(i) { out[i] = "—" }
      case "(": openBrackets.append(i)
      case ")":
        if let open = openBrackets.popLast(), isChinese(open, i) { (out[open], out[i]) = ("（", "）") }
      case "\"", "'":
        let mark = scalars[i]
        let isApostrophe =
          mark == "'" && i > 0 && i + 1 < scalars.count
          && isAlphanumeric(scalars[i - 1]) && isAlphanumeric(scalars[i + 1])
        if isApostrophe { continue }
        if let open = openQuotes[mark] {
          openQuotes[mark] = nil
          if isChinese(open, i) { (out[open], out[i]) = quotationMarks(mark) }
        } else if mark == "\"" || !isAlphanumeric(i > 0 ? scalars[i - 1] : nil) {
          openQuotes[mark] = i
        }
      default: break
      }
    }
  }

  /// Whether a hyphen stands from one point of time to another (2022下半年-2023年, 2019-2021年), where GB/T 15834-2011 §4.13 has
  /// the dash of one em. Behind a time it may be the sign of a number too: 本月-1.5%, 2022年-3.2%.
  private func joinsTimes(_ i: Int) -> Bool {
    guard i > 0, i + 1 < scalars.count, isDigit(scalars[i + 1]) else { return false }
    if PrintNormalizer.times.contains(scalars[i - 1]) { return isTime(from: i + 1) }
    guard i >= 4, i + 5 < scalars.count, scalars[(i - 4)..<i].allSatisfy({ isDigit($0) }), scalars[i + 5] == "年" else {
      return false
    }
    return scalars[(i + 1)...(i + 4)].allSatisfy { isDigit($0) } && (i < 5 || !isDigit(scalars[i - 5]))
  }

  private static let times = LineWords.shared.times

  /// Whether a number of at most four digits begins at `start` that a word of time follows, or the minutes of an hour.
  private func isTime(from start: Int) -> Bool {
    var end = start
    while end < scalars.count, end - start < 5, isDigit(scalars[end]) { end += 1 }
    guard end - start <= 4, end < scalars.count else { return false }
    if scalars[end] == ":" || scalars[end] == "：" { return end + 1 < scalars.count && isDigit(scalars[end + 1]) }
    guard PrintNormalizer.times.contains(scalars[end]) else { return false }
    // 最高-3度 is a temperature; 度 and 点 end a time only behind 季 or 年.
    return scalars[end] != "度"
  }

  private func quotationMarks(_ mark: Unicode.Scalar) -> (Unicode.Scalar, Unicode.Scalar) {
    switch (mark == "\"", isTraditional) {
    case (true, false): ("“", "”")
    case (false, false): ("‘", "’")
    case (true, true): ("「", "」")
    case (false, true): ("『", "』")
    }
  }

  /// Whether a comma, colon or semicolon stands after or before Chinese text and not inside a number, time or ratio.
  private func isPausing(_ i: Int) -> Bool {
    let (a, b) = (i > 0 ? scalars[i - 1] : nil, i + 1 < scalars.count ? scalars[i + 1] : nil)
    if isDigit(a) && isDigit(b) { return false }
    return isHan(before(i)) || isHan(after(i))
  }

  /// Whether a pair of marks holds Chinese text or stands in it.
  private func isChinese(_ open: Int, _ close: Int) -> Bool {
    if scalars[open..<close].contains(where: { isHan($0) }) { return true }
    if isAlphanumeric(open > 0 ? scalars[open - 1] : nil) { return false }
    return isHan(before(open)) || isHan(after(close)) && before(open) == nil
  }

  /// The nearest character before or after `i` that is no space.
  private func before(_ i: Int) -> Unicode.Scalar? { scalars[..<i].last { $0 != " " } }
  private func after(_ i: Int) -> Unicode.Scalar? { scalars[(i + 1)...].first { $0 != " " } }

  private func isHan(_ scalar: Unicode.Scalar?) -> Bool {
    guard let scalar else { return false }
    switch scalar.value {
    case 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFF01...0xFF60, 0x20000...0x3FFFF: return true
    case 0x2018...0x201D, 0x2026, 0x2014: return true
    default: return false
    }
  }

  private func isDigit(_ scalar: Unicode.Scalar?) -> Bool { scalar.map { (0x30...0x39).contains($0.value) } ?? false }

  private func isAlphanumeric(_ scalar: Unicode.Scalar?) -> Bool {
    guard let scalar, !isHan(scalar) else { return false }
    return isDigit(scalar) || scalar.properties.isAlphabetic
  }

  /// Marks the characters of `scheme://…`, `www.…` and `name@host`, without the punctuation behind them.
  private static func addresses(_ scalars: [Unicode.Scalar]) -> [Bool] {
    var result = [Bool](repeating: false, count: scalars.count)
    var i = 0
    while i < scalars.count {
      guard (0x21...0x7E).contains(scalars[i].value) else {
        i += 1
        continue
      }
      let start = i
      var isAddress = false
      while i < scalars.count, (0x21...0x7E).contains(scalars[i].value) {
        if scalars[i] == "@" { isAddress = true }
        if scalars[i] == "/", i > start + 1, scalars[i - 1] == "/", scalars[i - 2] == ":" { isAddress = true }
        if i == start + 3, scalars[i] == ".", scalars[start..<i].allSatisfy({ $0 == "w" || $0 == "W" }) {
          isAddress = true
        }
        i += 1
      }
      guard isAddress else { continue }
      var end = i
      while end > start, ",:;?!()\"'.".unicodeScalars.contains(scalars[end - 1]) { end -= 1 }
      for k in start..<end { result[k] = true }
    }
    return result
  }
}
