import Articles
import Indicators

/// A word, number or mark of English text.
struct EnglishToken: Hashable, Sendable {
  enum Kind: Hashable, Sendable {
    case word
    case number(ExactNumber)
    /// Comma, semicolon, bracket, dash: borders of clauses.
    case border
    case stop
  }
  var kind: Kind
  /// Lower case.
  var text: String
  var isCapital = false
  var range: Range<Int>

  var number: ExactNumber? {
    if case .number(let number) = kind { return number }
    return nil
  }
  var isBorder: Bool { kind == .border || kind == .stop }
}

enum EnglishScanner {
  /// - Parameter written: text as stored.
  static func tokens(of written: [Unicode.Scalar]) -> [EnglishToken] {
    let text = written.map(\.halfWidth)
    var tokens: [EnglishToken] = []
    var index = 0
    while index < text.count {
      let scalar = text[index]
      var end = index + 1
      if scalar.isDigit {
        if let token = number(text, at: index) {
          tokens.append(token)
          end = token.range.upperBound
        } else {
          while end < text.count, text[end].isDigit || text[end].isLatinLetter { end += 1 }
          tokens.append(word(text, index..<end))
        }
      } else if scalar.isLatinLetter {
        while end < text.count, text[end].isLatinLetter || text[end].isDigit || joins(text, at: end) { end += 1 }
        tokens.append(word(text, index..<end))
      } else if "$€£¥%".unicodeScalars.contains(scalar) {
        tokens.append(EnglishToken(kind: .word, text: String(scalar), range: index..<end))
      } else if ".!?".unicodeScalars.contains(scalar) {
        tokens.append(EnglishToken(kind: .stop, text: String(scalar), range: index..<end))
      } else if ",;:()[]\u{2014}\u{2013}\u{201C}\u{201D}\"".unicodeScalars.contains(scalar) || scalar == "-" {
        tokens.append(EnglishToken(kind: .border, text: String(scalar), range: index..<end))
      }
      index = end
    }
    return tokens
  }

  /// An apostrophe, hyphen or full stop inside a word: year-on-year, China's, U.S.
  private static func joins(_ text: [Unicode.Scalar], at index: Int) -> Bool {
    guard index + 1 < text.count, text[index + 1].isLatinLetter || text[index + 1].isDigit else { return false }
    return "-'’&.".unicodeScalars.contains(text[index])
  }

  private static func word(_ text: [Unicode.Scalar], _ range: Range<Int>) -> EnglishToken {
    let written = String(scalars: text[range])
    return EnglishToken(kind: .word, text: written.lowercased(), isCapital: text[range.lowerBound].properties.isUppercase, range: range)
  }

  /// Digits with grouping and decimals that no letter touches; 5G and 19th are words.
  private static func number(_ text: [Unicode.Scalar], at start: Int) -> EnglishToken? {
    guard let read = ArabicReader.read(text, at: start, limit: text.count) else { return nil }
    var end = read.end
    if end < text.count, text[end].isLatinLetter { return nil }
    if start > 0, text[start - 1] == "." || text[start - 1].isLatinLetter { return nil }
    if end + 1 < text.count, text[end] == "-", text[end + 1].isLatinLetter { return nil }
    while end < text.count, text[end].isDigit { end += 1 }
    guard end == read.end, let number = ExactNumber(significand: read.value.significand, scale: read.value.scale) else { return nil }
    return EnglishToken(kind: .number(number), text: String(scalars: text[start..<end]), range: start..<end)
  }
}
