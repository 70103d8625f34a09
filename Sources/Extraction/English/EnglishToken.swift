import Articles
import Indicators

/// A word, number or mark of English text.
struct EnglishToken: Hashable, Sendable {
  enum Kind: Hashable, Sendable {
    case word
    /// A number with the sign written before it.
    case number(ExactNumber, isSigned: Bool)
    /// The ’s or ’ of a possessive.
    case possessive
    case comma, semicolon, colon, dash, open, close, quote
    case stop
  }
  var kind: Kind
  /// Lower case.
  var text: String
  var isCapital = false
  /// Offsets into the text that was scanned.
  var range: Range<Int>

  var number: ExactNumber? { if case .number(let number, _) = kind { number } else { nil } }
  var isSigned: Bool { if case .number(_, true) = kind { true } else { false } }
  var isWord: Bool { kind == .word }
}

/// Cuts English text into tokens: 1,234.5, 120 000, −1.1, HK$, per-cent, year-on-year, China + ’s.
struct EnglishScanner {
  private let text: [Unicode.Scalar]
  /// Letters that may follow a number without a blank and are a word of their own: 3.2bn, 5pp.
  private let glued: Set<String>
  private let months: [String: Int]
  private var tokens: [EnglishToken] = []
  /// A single quotation mark stands open.
  private var isQuoted = false

  /// - Parameter written: text as stored.
  static func tokens(of written: [Unicode.Scalar], words: EnglishWords) -> [EnglishToken] {
    var scanner = EnglishScanner(text: written.map(\.halfWidth), glued: words.gluedUnits, months: words.months)
    scanner.run()
    return scanner.tokens
  }

  private init(text: [Unicode.Scalar], glued: Set<String>, months: [String: Int]) {
    self.text = text
    self.glued = glued
    self.months = months
  }

  private mutating func run() {
    var index = 0
    while index < text.count {
      let scalar = text[index]
      if scalar.isDigit {
        index = number(from: index, sign: nil)
      } else if isSign(at: index) {
        index = number(from: index + 1, sign: index)
      } else if isSignOfMoney(at: index) {
        mark(text[index + 1], at: index + 1)
        index = number(from: index + 2, sign: index, isOfMoney: true)
      } else if let digit = bracketedSign(at: index) {
        index = number(from: digit, sign: index + 1)
      } else if scalar.isLatinLetter {
        index = word(from: index)
      } else {
        mark(scalar, at: index)
        index += 1
      }
    }
  }

  private mutating func add(_ kind: EnglishToken.Kind, _ range: Range<Int>) {
    let written = String(scalars: text[range])
    tokens.append(
      EnglishToken(kind: kind, text: written.lowercased(), isCapital: Self.isCapital(text[range]), range: range))
  }

  /// Paris, and easyJet: a capital within, with small letters on both its sides.
  private static func isCapital(_ word: ArraySlice<Unicode.Scalar>) -> Bool {
    guard let first = word.first else { return false }
    if first.properties.isUppercase { return true }
    guard word.count > 3, (97...122).contains(first.value), let capital = word.prefix(5).firstIndex(where: { (65...90).contains($0.value) })
    else { return false }
    return capital + 1 < word.endIndex && (97...122).contains(word[capital + 1].value)
  }

  private mutating func mark(_ scalar: Unicode.Scalar, at index: Int) {
    let range = index..<(index + 1)
    switch scalar {
    case ",": add(.comma, range)
    case ";": add(.semicolon, range)
    case ":": add(.colon, range)
    case "(", "[": add(.open, range)
    case ")", "]": add(.close, range)
    case "\u{2013}", "\u{2014}", "-", "\u{2212}": add(.dash, range)
    case "\u{2019}" where isQuoted && (index + 1 == text.count || !text[index + 1].isLatinLetter):
      isQuoted = false
      add(.quote, range)
    case "\u{201C}", "\u{201D}", "\"", "\u{2018}":
      if scalar == "\u{2018}" { isQuoted = true }
      add(.quote, range)
    case "'", "\u{2019}":
      if let last = tokens.last, last.isWord, last.range.upperBound == index, last.text.hasSuffix("s") { add(.possessive, range) }
    case ".", "!", "?": if isStop(at: index) { add(.stop, range) }
    case "$", "€", "£", "¥", "%", "/", "+", "&": add(.word, range)
    // #6
    case "#": if index + 1 < text.count, text[index + 1].isDigit { add(.word, range) }
    default:
      if scalar.isLineEnd, index > 0, text[index - 1].isLineEnd { add(.stop, range) }
    }
  }

  /// (-)0.4: a sign in brackets of its own, right before a digit; the digit's place, nil where none stands.
  private func bracketedSign(at index: Int) -> Int? {
    guard text[index] == "(", index + 3 < text.count, "-\u{2212}\u{2013}".unicodeScalars.contains(text[index + 1]), text[index + 2] == ")"
    else {
      return nil
    }
    let digit = text[index + 3].isBlank ? index + 4 : index + 3
    return digit < text.count && text[digit].isDigit ? digit : nil
  }

  /// A sign stands right before a digit, and after a blank, a bracket or nothing.
  private func isSign(at index: Int) -> Bool {
    guard "+-\u{2212}\u{2013}".unicodeScalars.contains(text[index]), index + 1 < text.count, text[index + 1].isDigit else { return false }
    guard index > 0 else { return true }
    let before = text[index - 1]
    return before.isBlank && !(index > 1 && text[index - 2].isDigit) || before == "(" || before == "[" || before.isLineEnd
  }

  /// +€12.6 bn, -€3.1 bn: a sign before a sign of money; a plus says no more than that there is a surplus.
  private func isSignOfMoney(at index: Int) -> Bool {
    guard "+-\u{2212}\u{2013}".unicodeScalars.contains(text[index]), index + 2 < text.count,
      "$€£¥".unicodeScalars.contains(text[index + 1]),
      text[index + 2].isDigit
    else { return false }
    return index == 0 || text[index - 1].isBlank || text[index - 1] == "(" || text[index - 1].isLineEnd
  }

  // MARK: Words

  private mutating func word(from start: Int) -> Int {
    var end = start
    while end < text.count, text[end].isLatinLetter || text[end].isDigit || joins(at: end) {
      if isMonthBeforeYear(start..<end) {
        // Jan-2019: as two words.
        add(.word, start..<end)
        return end + 1
      }
      // January-September 2023: a span of months, as with the longer dash.
      if text[end] == "-", months[String(scalars: text[start..<end]).lowercased()] != nil,
        months[String(scalars: text[(end + 1)...].prefix { $0.isLatinLetter }).lowercased()] != nil
      {
        break
      }
      end += 1
    }
    // US$, HK$.
    if end < text.count, text[end] == "$", end - start <= 4 { end += 1 }
    if endsWithStop(start..<end) {
      // The word is u.s for all that looks it up, but reaches over its stop.
      add(.word, start..<end)
      tokens[tokens.count - 1].range = start..<(end + 1)
      return end + 1
    }
    for ending in [["'", "s"], ["\u{2019}", "s"]] as [[Unicode.Scalar]] where end - start > 2 && Array(text[(end - 2)..<end]) == ending {
      add(.word, start..<(end - 2))
      add(.possessive, (end - 2)..<end)
      return end
    }
    add(.word, start..<end)
    return end
  }

  /// Jan of Jan-2019.
  private func isMonthBeforeYear(_ word: Range<Int>) -> Bool {
    guard word.upperBound + 4 < text.count, text[word.upperBound] == "-",
      text[(word.upperBound + 1)...(word.upperBound + 4)].allSatisfy(\.isDigit), months[String(scalars: text[word]).lowercased()] != nil
    else { return false }
    return word.upperBound + 5 == text.count || !(text[word.upperBound + 5].isDigit || text[word.upperBound + 5].isLatinLetter)
  }

  /// U.S., U.K.: the stop behind capitals that stops part belongs to the word, unless it ends the line.
  private func endsWithStop(_ word: Range<Int>) -> Bool {
    guard word.count == 3, text[word.lowerBound + 1] == ".", word.upperBound + 1 < text.count, text[word.upperBound] == ".",
      text[word.lowerBound].properties.isUppercase, text[word.lowerBound + 2].properties.isUppercase
    else { return false }
    var next = word.upperBound + 1
    while next < text.count, text[next].isBlank { next += 1 }
    return next < text.count && !text[next].isLineEnd && !text[next].isDigit
  }

  /// A hyphen, apostrophe or full stop inside a word: year-on-year, O’Neill, U.S.
  private func joins(at index: Int) -> Bool {
    guard index + 1 < text.count, text[index + 1].isLatinLetter || text[index + 1].isDigit, index > 0 else { return false }
    switch text[index] {
    case "-", "\u{2010}", "\u{2011}", "'", "\u{2019}", "&": return true
    case ".": return text[index + 1].isLatinLetter && (index < 2 || !text[index - 2].isLatinLetter)
    default: return false
    }
  }

  /// A full stop that ends a sentence: before a blank and a capital, a digit or a quotation mark, and not after No, Inc, U.S.
  private func isStop(at index: Int) -> Bool {
    guard text[index] == "." else { return true }
    var next = index + 1
    while next < text.count, "\u{201D}\"')\u{2019}".unicodeScalars.contains(text[next]) { next += 1 }
    guard next < text.count else { return true }
    guard text[next].isBlank || text[next].isLineEnd else { return false }
    while next < text.count, text[next].isBlank || text[next].isLineEnd { next += 1 }
    guard next < text.count else { return true }
    if text[next].isLatinLetter, !text[next].properties.isUppercase { return false }
    guard let last = tokens.last, last.range.upperBound == index else { return true }
    return !Self.abbreviations.contains(last.text) && !(last.text.count == 1 && last.isCapital)
  }
  private static let abbreviations: Set<String> = [
    "no", "nos", "mr", "mrs", "ms", "dr", "u.s", "u.k", "co", "ltd", "inc", "corp", "vs", "st", "fig", "approx", "e.g", "i.e", "jan", "feb",
    "mar", "apr", "jun", "jul", "aug", "sept", "sep", "oct", "nov", "dec",
  ]

  // MARK: Numbers

  /// 2,3% and 58,4 billion: where the digits end behind a comma that stands for a point, as South Africa writes it; a sign or word of what is
  /// counted follows.
  private func decimalComma(at comma: Int) -> Int? {
    guard comma + 1 < text.count, text[comma] == "," else { return nil }
    var end = comma + 1
    while end < text.count, text[end].isDigit, end - comma <= 2 { end += 1 }
    guard end > comma + 1, end == text.count || !text[end].isDigit else { return nil }
    var next = end
    while next < text.count, text[next].isBlank { next += 1 }
    if next < text.count, text[next] == "%" { return end }
    let word = String(scalars: text[next...].prefix(10).prefix { $0.isLatinLetter })
    return Self.behindDecimals.contains { word.hasPrefix($0) } ? end : nil
  }

  private static let behindDecimals = ["per", "percent", "billion", "million", "trillion", "thousand", "bn", "of"]

  private mutating func number(from start: Int, sign: Int?, isOfMoney: Bool = false) -> Int {
    guard let read = ArabicReader.read(text, at: start, limit: text.count) else {
      var end = start + 1
      while end < text.count, text[end].isDigit || text[end].isLatinLetter { end += 1 }
      add(.word, start..<end)
      return end
    }
    var significand = read.value.significand
    var scale = read.value.scale
    var end = read.end
    if !read.isGrouped, scale == 0, end - start <= 3 { (significand, scale, end) = blanks(significand, from: end) }
    if !read.isGrouped, scale == 0, end - start <= 3, let decimals = decimalComma(at: end) {
      for digit in text[(end + 1)..<decimals] { significand = significand * 10 + Int128(digit.value - 48) }
      (scale, end) = (decimals - end - 1, decimals)
    }
    if end < text.count, text[end].isDigit { return unreadable(from: start, to: end) }
    var letters = end
    while letters < text.count, text[letters].isLatinLetter { letters += 1 }
    if letters > end {
      // 5G and 19th are words; 3.2bn is a number and its unit.
      let unit = String(scalars: text[end..<letters]).lowercased()
      guard glued.contains(unit) else { return unreadable(from: start, to: letters) }
    } else if end + 1 < text.count, text[end] == "-" || text[end] == "\u{2011}", text[end + 1].isLatinLetter {
      // 12-month, 110-kilovolt
      var last = end + 1
      while last < text.count, text[last].isLatinLetter || text[last] == "-" { last += 1 }
      // 28-Feb-2019: a day in front of its month.
      if let day = ExactNumber(significand: significand, scale: 0), scale == 0, significand < 32,
        months[String(scalars: text[(end + 1)..<last].prefix { $0 != "-" }).lowercased()] != nil
      {
        tokens.append(EnglishToken(kind: .number(day, isSigned: false), text: String(scalars: text[start..<end]), range: start..<end))
        return end + 1
      }
      let unit = String(scalars: text[(end + 1)..<last]).lowercased()
      guard ["fold", "percent"].contains(unit) else { return unreadable(from: start, to: last) }
      if unit == "percent" { letters = last }
    }
    let isNegative = sign.map { text[$0] != "+" } ?? false
    guard let number = ExactNumber(significand: isNegative ? -significand : significand, scale: scale) else {
      return unreadable(from: start, to: end)
    }
    // A sign of money stands between a number and its sign, which makes a change of it only where both are alone in a bracket.
    let from = isOfMoney ? start : sign ?? start
    let isSigned = sign.map { !isOfMoney || $0 > 0 && text[$0 - 1] == "(" } ?? false
    tokens.append(EnglishToken(kind: .number(number, isSigned: isSigned), text: String(scalars: text[start..<end]), range: from..<end))
    if letters > end {
      // 3.7-percent: without the hyphen.
      add(.word, (text[end].isLatinLetter ? end : end + 1)..<letters)
      return letters
    }
    return end
  }

  private mutating func unreadable(from start: Int, to end: Int) -> Int {
    var end = end
    while end < text.count, text[end].isDigit || text[end].isLatinLetter { end += 1 }
    add(.word, start..<end)
    return end
  }

  /// 120 000, 1 234 567.8: groups of three digits after a blank that is no line end.
  private func blanks(_ first: Int128, from place: Int) -> (Int128, scale: Int, end: Int) {
    var (significand, end, groups) = (first, place, 0)
    while end + 3 < text.count || end + 4 == text.count, end + 3 < text.count, text[end].isBlank, groups < 6,
      text[(end + 1)...(end + 3)].allSatisfy(\.isDigit), end + 4 >= text.count || !(text[end + 4].isDigit || text[end + 4].isLatinLetter)
    {
      for digit in text[(end + 1)...(end + 3)] { significand = significand * 10 + Int128(digit.halfWidth.value) - 48 }
      end += 4
      groups += 1
    }
    guard groups > 0 else { return (first, 0, place) }
    var scale = 0
    if end + 1 < text.count, text[end] == ".", text[end + 1].isDigit {
      var place = end + 1
      while place < text.count, text[place].isDigit, scale < 6 {
        significand = significand * 10 + Int128(text[place].halfWidth.value) - 48
        place += 1
        scale += 1
      }
      end = place
    }
    return (significand, scale, end)
  }
}
