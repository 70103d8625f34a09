import Articles
import Extraction
import Indicators

/// What a cell of a table says.
enum CellContent: Hashable {
  case empty
  /// A mark that stands where no number is: …, —, n.a.
  case missing
  case number(CellNumber)
  case text

  /// - Parameter text: as displayed, outer blanks cut off.
  init(_ text: String) {
    if text.isEmpty {
      self = .empty
    } else if Self.missingMarks.contains(text.lowercased()) {
      self = .missing
    } else if let number = CellNumber(text) {
      self = .number(number)
    } else {
      self = .text
    }
  }

  /// Marks of yearbooks for what is not known, does not occur or is too small, none of which is 0.
  private static let missingMarks: Set<String> = [
    "…", "……", "...", "..", "....", "⋯", "—", "——", "-", "--", "---", "–", "－", "－－", "─", "/", "／", "\\", "x", "×", "*", "#", "空", "无",
    "n.a.", "na", "n/a", "n.a", "null", "nil", ":", ".", "不详", "保密", "暂缺", "―",
  ]

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

  init?(_ text: String) {
    guard text.utf8.count <= 60 else { return nil }
    let written = Array(text.unicodeScalars)
    // Most cells hold nothing but digits.
    var folded = written.map(\.halfWidth.simplified)
    var isNegative = false
    var isSigned = false
    var index = 0
    func skipBlanks() { while index < folded.count, folded[index].isBlank { index += 1 } }
    // (3.2) of accounts.
    var end = folded.count
    if end > 2, folded[0] == "(", folded[end - 1] == ")" {
      guard folded[1].isDigit else { return nil }
      isNegative = true
      index = 1
      end -= 1
    }
    for (word, negative) in Self.directions where folded[index..<end].starts(with: word.unicodeScalars) {
      isNegative = negative
      isSigned = true
      index += word.unicodeScalars.count
      skipBlanks()
      break
    }
    if index < end, let sign = Self.sign(folded[index]) {
      guard !isSigned || sign else { return nil }
      isNegative = isNegative || !sign
      index += 1
      skipBlanks()
    }
    // ¥, $ before the number.
    var currency = ""
    if index < end, "$¥€£￥".unicodeScalars.contains(folded[index]) {
      currency = String(scalars: [folded[index]])
      index += 1
    }
    var digits = ""
    var hasPoint = false
    var groups = 0
    let start = index
    while index < end {
      let scalar = folded[index]
      if scalar.isDigit {
        digits.unicodeScalars.append(scalar)
        index += 1
      } else if scalar == ".", !hasPoint, index + 1 < end, folded[index + 1].isDigit {
        hasPoint = true
        digits += "."
        index += 1
      } else if !hasPoint, scalar == "," || scalar.isBlank || scalar == "'", index > start, Self.isGroup(folded, at: index + 1, limit: end) {
        groups += 1
        index += 1
      } else {
        break
      }
    }
    guard digits.first?.isNumber == true else { return nil }
    skipBlanks()
    var unit = written[index..<max(index, end)]
    // Marks of notes: 12.3*, 45①, 7.8 p.
    while let last = unit.last, Self.noteMarks.contains(last) || last.isBlank { unit.removeLast() }
    let foldedUnit = folded[index..<unit.endIndex].filter { !$0.isBlank }
    guard unit.isEmpty || foldedUnit == ["%"] || foldedUnit == ["‰"] || isWholeUnit(foldedUnit) || HeadWords.isEnglishUnit(String(scalars: foldedUnit))
    else { return nil }
    // 5日, 3月 and 2024年 are times.
    if foldedUnit.count == 1, "年月日号时季".unicodeScalars.contains(foldedUnit[0]) { return nil }
    guard let value = ExactNumber((isNegative ? "-" : "") + digits) else { return nil }
    self.value = value
    self.unit = currency + String(scalars: unit.filter { !$0.isBlank })
    folded = []
    isYearLike = digits.utf8.count == 4 && !hasPoint && groups == 0 && unit.isEmpty && !isNegative && currency.isEmpty && ("1900"..."2100").contains(digits)
  }

  /// True for plus, false for minus.
  private static func sign(_ scalar: Unicode.Scalar) -> Bool? {
    switch scalar {
    case "+", "↑": true
    case "-", "−", "–", "↓", "－": false
    default: nil
    }
  }

  private static let directions: [(String, Bool)] = [
    ("下降", true), ("减少", true), ("降低", true), ("回落", true), ("减", true), ("降", true), ("负", true), ("增长", false), ("上升", false),
    ("增加", false), ("提高", false), ("上涨", false), ("增", false), ("升", false),
  ]
  private static let noteMarks: Set<Unicode.Scalar> = Set("*†‡①②③④⑤⑥⑦⑧⑨⑩¹²³#prePRE".unicodeScalars)

  private static func isGroup(_ text: [Unicode.Scalar], at start: Int, limit: Int) -> Bool {
    guard start + 3 <= limit, text[start..<(start + 3)].allSatisfy(\.isDigit) else { return false }
    return start + 3 == limit || !text[start + 3].isDigit
  }
}
