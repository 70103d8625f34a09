import Articles
import Indicators
import Lingua

/// The words at the head of a row without what numbers them.
struct RowLabel {
  var words: String
  /// 其中：甲, #甲.
  var isWithin = false
  /// - 基本: an item of a list.
  var isListed = false
  /// 减：, Less: it is no part of the row above.
  var isSigned = false
  /// 0 for none; 一、 stands further out than （一）, that further out than 1.
  var depth = 0

  init(_ text: String, _ tableWords: TableWords) {
    var scalars = Array(text.unicodeScalars).withoutNoteMark(tableWords)[...]
    var folded: [Unicode.Scalar] { scalars.map(\.halfWidth.simplified) }
    func skipMarks() { while let first = scalars.first, first.isBlank || ":：".unicodeScalars.contains(first) { scalars.removeFirst() } }
    let start = folded
    let digits = start.prefix { "一二三四五六七八九十".unicodeScalars.contains($0) }
    if !digits.isEmpty, digits.count < start.count, "、.".unicodeScalars.contains(start[digits.count]) {
      scalars = scalars.dropFirst(digits.count + 1)
      depth = 1
    } else if start.first == "(", let close = start.prefix(5).firstIndex(of: ")"), close > 1,
      start[1..<close].allSatisfy({ $0.isDigit || "一二三四五六七八九十".unicodeScalars.contains($0) })
    {
      scalars = scalars.dropFirst(close + 1)
      depth = start[1].isDigit ? 3 : 2
    } else if case let numerals = start.prefix(while: \.isDigit), (1...2).contains(numerals.count), numerals.count + 1 < start.count,
      "、.".unicodeScalars.contains(start[numerals.count]), !start[numerals.count + 1].isDigit
    {
      scalars = scalars.dropFirst(numerals.count + 1)
      depth = 2
    } else if let outline = Self.decimalOutline(start) {
      scalars = scalars.dropFirst(outline.length)
      depth = 1 + outline.numbers
    }
    skipMarks()
    if let mark = scalars.first, "-–—－·•▪".unicodeScalars.contains(mark),
      let next = scalars.dropFirst().first(where: { !$0.isBlank }), next.isHan || next.isLatinLetter
    {
      scalars.removeFirst()
      isListed = true
      skipMarks()
    }
    for word in tableWords.phrases(.signLeads) {
      guard let length = Self.length(of: word, in: scalars),
        let mark = scalars.dropFirst(length).first, mark.halfWidth == ":"
      else { continue }
      scalars = scalars.dropFirst(length)
      isSigned = true
      skipMarks()
      break
    }
    for word in tableWords.phrases(.within) {
      guard let length = Self.length(of: word, in: scalars) else { continue }
      scalars = scalars.dropFirst(length)
      isWithin = true
      break
    }
    if folded.first == "#" {
      scalars = scalars.dropFirst()
      isWithin = true
    }
    skipMarks()
    // Leaders of dots, and not the dot of Dominican Rep.
    let leaders = scalars.reversed().prefix { $0.isBlank || $0 == "." || $0 == "…" }
    if leaders.contains("…") || leaders.count(where: { $0 == "." }) > 1 { scalars = scalars.dropLast(leaders.count) }
    while let last = scalars.last, last.isBlank { scalars.removeLast() }
    words = String(scalars: scalars)
  }

  /// 1.2, 1.2.1: numbers parted by dots, and words behind them.
  private static func decimalOutline(_ text: [Unicode.Scalar]) -> (length: Int, numbers: Int)? {
    var (index, numbers) = (0, 0)
    while case let digits = text[index...].prefix(while: \.isDigit), (1...2).contains(digits.count) {
      numbers += 1
      index = digits.endIndex
      guard index < text.count, text[index] == "." else { break }
      index += 1
    }
    guard numbers > 1, let next = text[index...].first, next.isBlank || next == "、" || next.isHan,
      let word = text[index...].first(where: { !$0.isBlank && $0 != "、" }), word.isHan || word.isLatinLetter
    else { return nil }
    // 1.5 万吨级 is a name that begins with an amount.
    return next.isHan && numbers == 2 ? nil : (index, numbers)
  }

  /// How far a phrase reaches at the start of a text, blanks within it passed over: 其  中.
  private static func length(of phrase: TableWords.Phrase, in text: ArraySlice<Unicode.Scalar>) -> Int? {
    var wanted = phrase.scalars.filter { !$0.isBlank }[...]
    var length = 0
    for scalar in text {
      guard let next = wanted.first else { break }
      length += 1
      if scalar.isBlank { continue }
      guard scalar.lowercasedHalfWidth.simplified == next else { return nil }
      wanted.removeFirst()
    }
    return wanted.isEmpty ? length : nil
  }
}
