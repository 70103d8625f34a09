import Articles
import Extraction
import Indicators
import Lingua

/// What a cell of a table says.
enum CellContent: Hashable {
  case empty
  /// A mark that stands where no number is: …, —, n.a.
  case missing
  case number(CellNumber)
  case text

  /// - Parameters:
  ///   - text: as displayed, outer blanks cut off.
  ///   - habits: how the table writes its numbers.
  init(_ text: String, _ words: TableWords, habits: NumberHabits = NumberHabits()) {
    if text.isEmpty {
      self = .empty
    } else if let number = CellNumber(digits: text, habits: habits) {
      self = .number(number)
    } else if Self.isMissing(text, words) {
      self = .missing
    } else if let number = CellNumber(text, words, habits: habits) {
      self = .number(number)
    } else {
      self = .text
    }
  }

  private static func isMissing(_ text: String, _ words: TableWords) -> Bool {
    guard text.utf8.count <= 24 else { return false }
    let key = HeadReading.key(text)
    if words.holds(.missing, key) { return true }
    // : c, – ¹
    let scalars = text.unicodeScalars
    guard let blank = scalars.lastIndex(where: \.isBlank) else { return false }
    let mark = HeadReading.key(String(scalars[..<blank]))
    let flag = String(scalars[scalars.index(after: blank)...]).lowercased()
    return words.holds(.missing, mark) && (words.holds(.flags, flag) || flag.unicodeScalars.allSatisfy { $0.isRaised })
  }

  var number: CellNumber? {
    if case .number(let number) = self { return number }
    return nil
  }
  var isValue: Bool {
    switch self {
    case .number, .missing: true
    case .empty, .text: false
    }
  }
}

/// A number with the unit that stands beside it in the cell.
struct CellNumber: Hashable {
  var value: ExactNumber
  /// 9.6%, 12.3万件: as written behind the number; empty for none.
  var unit: String
  /// A whole number of four digits from 1900 to 2100, without separator or unit: it may be a year.
  var isYearLike: Bool
  /// 2024.03, 202403: it may be a month.
  var isMonthLike = false
  /// 第一: a rank.
  var isOrdinal = false
  private static let currencySigns = Set("$¥€£￥₹₩₱฿₽".unicodeScalars)

  /// $ before it and no unit behind.
  var hasOnlyCurrency: Bool {
    unit.unicodeScalars.count == 1 && unit.unicodeScalars.allSatisfy(Self.currencySigns.contains)
  }
  /// (3.2): negative in accounts, a mere bracket about a share.
  var isBracketed = false
  /// 373,800 (+14.8%): a signed number in a bracket behind it, in per cent: how it changed.
  var change: ExactNumber?
  /// 32.14(6.27%): an unsigned one, a change or a share.
  var inBracket: ExactNumber?

  init?(_ text: String, _ words: TableWords, habits: NumberHabits = NumberHabits()) {
    guard text.utf8.count <= 60, let first = text.utf8.first else { return nil }
    if let number = CellNumber(digits: text, habits: habits) {
      self = number
      return
    }
    let isLatin = (65...90).contains(first) || (97...122).contains(first)
    guard !isLatin || Self.isFlagged(text, words) || Self.isDirected(text, words) else { return nil }
    guard !Self.isYearBeforeWords(text, words) else { return nil }
    let written = Self.withoutLeadingMark(Array(text.unicodeScalars), words)
    let folded = written.map(\.halfWidth.simplified)
    if let change = Self.bracketedChange(written, folded, words, habits) {
      self = change
      return
    }
    guard
      var number = Self.arabic(written, folded, words, habits) ?? Self.beforeBracket(written, folded, words, habits) ?? Self.ordinal(
        written, folded, words) ?? Self.chinese(written, folded)
    else { return nil }
    number.isMonthLike =
      text.utf8.count >= 6 && text.utf8.count <= 7 && text.utf8.dropFirst(4).first == 0x2E
      && Self.isMonth(text.prefix(4), text.dropFirst(5))
    self = number
  }

  /// 1284, -3.2: most cells hold nothing but digits with a point among them; nil for anything else.
  init?(digits text: String, habits: NumberHabits) {
    guard text.utf8.count < 18 else { return nil }
    var significand: Int64 = 0
    var place = 0
    var point: Int?
    var isNegative = false
    for byte in text.utf8 {
      switch byte {
      case 48...57: significand = significand * 10 + Int64(byte - 48)
      // The point of thousands where commas part the decimals is none.
      case 0x2E where point == nil && place > (isNegative ? 1 : 0) && !habits.hasDecimalCommas: point = place
      case 0x2D where place == 0: isNegative = true
      default: return nil
      }
      place += 1
    }
    let scale = point.map { place - $0 - 1 } ?? 0
    guard place > (isNegative ? 1 : 0), point == nil || scale > 0,
      let value = ExactNumber(significand: Int128(isNegative ? -significand : significand), scale: scale)
    else { return nil }
    self.value = value
    unit = ""
    isYearLike = place == 4 && point == nil && !isNegative && (1900...2100).contains(significand)
    // 2024.03, 202403.
    let month = place == 6 && point == nil || point == 4 && scale <= 2 && !isNegative ? significand : 0
    let base: Int64 = scale == 1 ? 10 : 100
    isMonthLike = (1900...2100).contains(month / base) && (1...12).contains(month % base)
  }

  private static func isMonth(_ year: Substring, _ month: Substring) -> Bool {
    guard let year = Int(year), let month = Int(month) else { return false }
    return (1900...2100).contains(year) && (1...12).contains(month)
  }

  private init(_ value: ExactNumber, unit: String, isYearLike: Bool = false, isOrdinal: Bool = false) {
    self.value = value
    self.unit = unit
    self.isYearLike = isYearLike
    self.isOrdinal = isOrdinal
  }

  /// 1,284.5, (3.2), +3.2%, 12.3万件, 下降1.5%, 8,930*, 7.8 p.
  private static func arabic(_ written: [Unicode.Scalar], _ folded: [Unicode.Scalar], _ words: TableWords, _ habits: NumberHabits)
    -> CellNumber?
  {
    var isNegative = false
    var isSigned = false
    var index = 0
    func skipBlanks() { while index < folded.count, folded[index].isBlank { index += 1 } }
    // (3.2) of accounts, $(3.2) and ($3.2).
    if folded.count > 3, folded.last == ")", let open = folded.firstIndex(of: "("), open < 3,
      let sign = folded.indices.prefix(open + 2).first(where: { currencySigns.contains(folded[$0]) }), sign < open || sign == open + 1,
      folded[..<open].allSatisfy({ $0.isBlank || currencySigns.contains($0) })
    {
      let inner = written[(open + 1)..<(written.count - 1)].filter { !currencySigns.contains($0.halfWidth) }
      let bare = ["("] + inner.drop(while: \.isBlank) + [")"]
      guard var number = arabic(bare, bare.map(\.halfWidth.simplified), words, habits), number.unit.isEmpty else { return nil }
      number.unit = String(scalars: [folded[sign]])
      return number
    }
    // (1)%, (2.5) %: as (1%).
    if folded.count > 3, folded[0] == "(", let last = folded.last, last == "%" || last == "‰", let close = folded.lastIndex(of: ")"),
      close > 1,
      folded[(close + 1)..<(folded.count - 1)].allSatisfy(\.isBlank)
    {
      guard var number = arabic(Array(written[...close]), Array(folded[...close]), words, habits), number.unit.isEmpty else { return nil }
      number.unit = String(scalars: [last])
      return number
    }
    // (0.2) ppt: as (0.2).
    if folded.count > 4, folded[0] == "(", folded[folded.count - 1].isLatinLetter || folded[folded.count - 1].isHan,
      let close = folded.firstIndex(of: ")"), close > 1,
      case let behind = String(scalars: written[(close + 1)...]).trimmed, words.holds(.percentagePoints, behind.lowercased())
    {
      guard var number = arabic(Array(written[...close]), Array(folded[...close]), words, habits), number.unit.isEmpty else { return nil }
      number.unit = behind
      return number
    }
    var end = folded.count
    if end > 2, folded[0] == "(", folded[end - 1] == ")" {
      index = 1
      end -= 1
      // (3.2) is negative; (-0.01) and (+0.3) say so themselves.
      if !folded[1].isDigit {
        guard sign(folded[1], habits) != nil else { return nil }
      } else {
        isNegative = !habits.bracketsAreNeutral
      }
    }
    let lead = index < end && folded[index].isDigit ? [] : folded[index..<end].prefix(12).map(\.lowercasedHalfWidth)
    for (word, value) in words.phrases(.directions) where lead.starts(with: word.scalars) {
      isNegative = value == "-"
      isSigned = true
      index += word.scalars.count
      skipBlanks()
      break
    }
    if index < end, let isPlus = sign(folded[index], habits) {
      guard !isSigned || isPlus else { return nil }
      isNegative = isNegative || !isPlus
      index += 1
      skipBlanks()
    }
    // ¥, $ before the number.
    var currency = ""
    if index < end, currencySigns.contains(folded[index]) {
      currency = String(scalars: [folded[index]])
      index += 1
      skipBlanks()
    }
    let (point, comma): (Unicode.Scalar, Unicode.Scalar) = habits.hasDecimalCommas ? (",", ".") : (".", ",")
    var digits = ""
    var hasPoint = false
    var groups = 0
    let start = index
    while index < end {
      let scalar = folded[index]
      if scalar.isDigit {
        digits.unicodeScalars.append(scalar)
        index += 1
      } else if scalar == point, !hasPoint, index + 1 < end, folded[index + 1].isDigit {
        hasPoint = true
        // -.7 is -0.7.
        digits += digits.isEmpty ? "0." : "."
        index += 1
      } else if !hasPoint, scalar == comma || scalar.isBlank || scalar == "'", index > start,
        isGroup(folded, at: index + 1, limit: end) || scalar == "," && isLakhGroup(folded, at: index + 1, limit: end)
      {
        groups += 1
        index += 1
      } else {
        break
      }
    }
    guard digits.first?.isNumber == true else { return nil }
    skipBlanks()
    // The b of $109.1b is no flag.
    let tail = String(scalars: folded[index..<max(index, end)].filter { !$0.isBlank }).lowercased()
    let isScale = !currency.isEmpty && words.holds(.scaleSigns, tail)
    var unit = isScale ? written[index..<max(index, end)] : withoutMarks(written[index..<max(index, end)], words)
    while let scalar = unit.last, scalar.isBlank { unit.removeLast() }
    var foldedUnit = folded[index..<unit.endIndex].filter { !$0.isBlank }
    // 0.0（百分点）
    if foldedUnit.count > 2, foldedUnit.first == "(", foldedUnit.last == ")", case let inner = foldedUnit.dropFirst().dropLast(),
      words.holds(.percentagePoints, String(scalars: inner)) || inner.contains(where: \.isHan) && isWholeUnit(Array(inner))
    {
      unit = unit.drop { $0.isBlank || $0.halfWidth == "(" }
      while let last = unit.last, last.isBlank || last.halfWidth == ")" { unit.removeLast() }
      foldedUnit = Array(inner)
    }
    guard
      unit.isEmpty || isScale || words.holds(.percentagePoints, String(scalars: foldedUnit)) || foldedUnit == ["%"] || foldedUnit == ["‰"]
        || isWholeUnit(foldedUnit)
        || words.isLatinUnit(String(scalars: folded[index..<unit.endIndex]))
    else { return nil }
    // 2013 (thousands) heads a column.
    if unit.first?.halfWidth == "(", !hasPoint, groups == 0, digits.utf8.count == 4, ("1900"..."2100").contains(digits) { return nil }
    // 2023.10 Index heads a column.
    if !unit.isEmpty, unit.first?.isLatinLetter ?? false, digits.utf8.count >= 6, digits.utf8.dropFirst(4).first == 0x2E,
      Self.isMonth(digits.prefix(4), digits.dropFirst(5))
    {
      return nil
    }
    // 5日, 3月 and 2024年 are times.
    if !foldedUnit.isEmpty, words.holds(.timeUnits, String(scalars: foldedUnit)) { return nil }
    // (100 million yuan) is a unit and no loss.
    guard end == folded.count || unit.isEmpty || foldedUnit == ["%"] || foldedUnit == ["‰"] else { return nil }
    guard let value = ExactNumber((isNegative ? "-" : "") + digits) else { return nil }
    let isYearLike =
      digits.utf8.count == 4 && !hasPoint && groups == 0 && unit.isEmpty && !isNegative && currency.isEmpty
      && ("1900"..."2100").contains(digits)
    var number = CellNumber(value, unit: currency + Self.dense(unit), isYearLike: isYearLike)
    number.isBracketed = end < folded.count
    return number
  }

  /// A unit without blanks but for those between Latin words: percentage points.
  private static func dense(_ unit: ArraySlice<Unicode.Scalar>) -> String {
    let parts = unit.split(whereSeparator: \.isBlank)
    var text: [Unicode.Scalar] = []
    for part in parts {
      if let last = text.last, last.isLatinLetter, part.first?.isLatinLetter ?? false { text.append(" ") }
      text += part
    }
    return String(scalars: text)
  }

  /// 373,800 (+14.8%), 1,204（-3.1%）.
  private static func bracketedChange(_ written: [Unicode.Scalar], _ folded: [Unicode.Scalar], _ words: TableWords, _ habits: NumberHabits)
    -> CellNumber?
  {
    // 1,204（-3.1%）*
    let close = withoutMarks(written[...], words).endIndex - 1
    guard close > 3, folded[close] == ")", folded[close - 1] == "%", let open = folded[..<close].lastIndex(of: "("), open > 0,
      close - open > 2,
      let change = arabic(Array(written[(open + 1)..<close]), Array(folded[(open + 1)..<close]), words, habits)
    else { return nil }
    let end = folded[..<open].lastIndex { !$0.isBlank }.map { $0 + 1 } ?? open
    guard var number = arabic(Array(written[..<end]), Array(folded[..<end]), words, habits), number.unit != "%" else { return nil }
    // 32.14(6.27%) may be a share as well as a change.
    if sign(folded[open + 1], habits) != nil { number.change = change.value } else { number.inBracket = change.value }
    return number
  }

  /// 5.2（4.9）: a number before one in a bracket of which the cell says nothing.
  private static func beforeBracket(_ written: [Unicode.Scalar], _ folded: [Unicode.Scalar], _ words: TableWords, _ habits: NumberHabits)
    -> CellNumber?
  {
    guard folded.last == ")", let open = folded.lastIndex(of: "("), open > 0, folded[0] != "(",
      let inner = arabic(Array(written[(open + 1)..<(written.count - 1)]), Array(folded[(open + 1)..<(folded.count - 1)]), words, habits),
      inner.unit.isEmpty, case let end = folded[..<open].lastIndex(where: { !$0.isBlank }).map({ $0 + 1 }) ?? open
    else { return nil }
    return arabic(Array(written[..<end]), Array(folded[..<end]), words, habits)
  }

  /// 第一, 第12位.
  private static func ordinal(_ written: [Unicode.Scalar], _ folded: [Unicode.Scalar], _ words: TableWords) -> CellNumber? {
    for lead in words.phrases(.ordinalLeads) where folded.starts(with: lead.scalars) {
      guard let numeral = NumeralScanner.numeral(in: folded, at: lead.scalars.count, limit: folded.count), numeral.power == 0,
        !numeral.isOpen
      else { return nil }
      let tail = String(scalars: folded[numeral.range.upperBound...])
      guard tail.isEmpty || words.holds(.ordinalEnds, tail) else { return nil }
      return CellNumber(numeral.number, unit: tail.isEmpty ? words.phrases(.ordinalEnds).first?.text ?? "" : tail, isOrdinal: true)
    }
    return nil
  }

  /// 十二万件, 三百二十; one character alone numbers something.
  private static func chinese(_ written: [Unicode.Scalar], _ folded: [Unicode.Scalar]) -> CellNumber? {
    // 十亿元 is a unit.
    guard let first = folded.first, "零〇一二两三四五六七八九十".unicodeScalars.contains(first),
      !(first == "十" && folded.count > 2 && "亿万".unicodeScalars.contains(folded[1])),
      let numeral = NumeralScanner.numeral(in: folded, at: 0, limit: folded.count), numeral.form == .chinese, !numeral.isOpen,
      numeral.range.count > 1
    else { return nil }
    let end = numeral.power > 0 ? numeral.multiplier.lowerBound : numeral.range.upperBound
    let unit = folded[end...].filter { !$0.isBlank }
    // 十二月, 二十一年 are times.
    guard unit.isEmpty || isWholeUnit(unit), unit.first.map({ !"年月日号时季周".unicodeScalars.contains($0) }) ?? true else { return nil }
    return CellNumber(numeral.number, unit: String(scalars: written[end...].filter { !$0.isBlank }))
  }

  /// True for plus, false for minus.
  private static func sign(_ scalar: Unicode.Scalar, _ habits: NumberHabits) -> Bool? {
    switch scalar {
    case "+", "↑": true
    case "▲", "△": habits.trianglesRise
    case "-", "−", "–", "↓", "－", "▼", "▽": false
    default: nil
    }
  }

  /// 2,45,372: groups of two before the last three, as in India.
  private static func isLakhGroup(_ text: [Unicode.Scalar], at start: Int, limit: Int) -> Bool {
    guard start + 6 <= limit, text[start].isDigit, text[start + 1].isDigit, text[start + 2] == "," else { return false }
    return isGroup(text, at: start + 3, limit: limit) || isLakhGroup(text, at: start + 3, limit: limit)
  }

  private static func isGroup(_ text: [Unicode.Scalar], at start: Int, limit: Int) -> Bool {
    guard start + 3 <= limit, text[start..<(start + 3)].allSatisfy(\.isDigit) else { return false }
    return start + 3 == limit || !text[start + 3].isDigit
  }
}
