import Scales

/// A number format of a workbook (ECMA-376 Part 1, 18.8.31) as far as it decides what a reader sees: decimals, grouping, per cent,
/// scaling, literal text, and dates.
struct CellFormat: Hashable {
  private var sections: [[Piece]]
  let isDate: Bool

  enum Piece: Hashable {
    case literal(String)
    /// Digits before the point, at least so many; grouped or not; after the point at least and at most so many.
    case number(least: Int, isGrouped: Bool, decimals: Int, optionalDecimals: Int, thousands: Int)
    case percent
    case general
    case text
    /// A run of y, m, d, h or s.
    case date(Character, Int)
  }

  /// - Parameter code: as in `0.00%`, `#,##0;-#,##0`, `yyyy"年"m"月"`.
  init(_ code: String) {
    let sections = Self.split(code)
    isDate = sections.first.map { Self.hasDate($0) } ?? false
    let dates = isDate
    self.sections = sections.map { Self.pieces($0, isDate: dates) }
  }

  /// Formats that stand for a number only and have no code in the file.
  static let builtIn: [Int: String] = [
    1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 11: "0.00E+00", 12: "# ?/?", 13: "# ??/??", 14: "yyyy-mm-dd",
    15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 18: "h:mm AM/PM", 19: "h:mm:ss AM/PM", 20: "h:mm", 21: "h:mm:ss", 22: "yyyy-mm-dd h:mm",
    27: "yyyy\"年\"m\"月\"", 28: "m\"月\"d\"日\"", 29: "m\"月\"d\"日\"", 30: "m-d-yy", 31: "yyyy\"年\"m\"月\"d\"日\"", 36: "yyyy\"年\"m\"月\"",
    37: "#,##0;-#,##0", 38: "#,##0;-#,##0", 39: "#,##0.00;-#,##0.00", 40: "#,##0.00;-#,##0.00", 41: "#,##0", 42: "#,##0", 43: "#,##0.00",
    44: "#,##0.00", 45: "mm:ss", 46: "h:mm:ss", 47: "mm:ss", 48: "0.0E+0", 50: "yyyy\"年\"m\"月\"", 51: "m\"月\"d\"日\"", 57: "yyyy\"年\"m\"月\"",
    58: "m\"月\"d\"日\"",
  ]

  /// The number as it is displayed.
  ///
  /// - Parameter written: as the file has it, in decimal digits with or without exponent.
  func display(_ written: String, since1904: Bool) -> String {
    guard var number = WrittenNumber(written) else { return written }
    if isDate {
      guard let first = sections.first, let day = number.wholeValue, (0...2_958_465).contains(day) else { return number.general }
      return Self.date(first, day: since1904 ? day + 1462 : day)
    }
    var section = sections.first ?? []
    var isSigned = number.isNegative
    if sections.count > 1, number.isNegative {
      section = sections[1]
      isSigned = false
      // A section of its own shows the sign itself, or brackets.
      number.isNegative = false
    } else if sections.count > 2, number.isZero {
      section = sections[2]
    }
    if section.isEmpty { return sections.count > 1 ? "" : number.general }
    for piece in section where piece == .percent { number.scale(byTenTo: 2) }
    var out = ""
    for piece in section {
      switch piece {
      case .literal(let text): out += text
      case .percent: out += "%"
      case .general: out += number.general.drop { $0 == "-" }
      case .number(let least, let isGrouped, let decimals, let optional, let thousands):
        var scaled = number
        scaled.scale(byTenTo: -3 * thousands)
        out += scaled.fixed(decimals: decimals, optional: optional, least: least, isGrouped: isGrouped)
      case .text, .date: continue
      }
    }
    let isRoundedAway = !out.contains { ("1"..."9").contains($0) }
    return (isSigned && !isRoundedAway ? "-" : "") + out
  }

  // MARK: Reading a code

  private static func split(_ code: String) -> [String] {
    var sections = [""]
    var isQuoted = false
    var isEscaped = false
    for character in code {
      if character == ";", !isQuoted, !isEscaped {
        sections.append("")
        continue
      }
      if character == "\"", !isEscaped { isQuoted.toggle() }
      isEscaped = character == "\\" && !isEscaped
      sections[sections.count - 1].append(character)
    }
    return sections
  }

  private static func hasDate(_ section: String) -> Bool {
    var isQuoted = false
    var inBracket = false
    var isEscaped = false
    for character in section.lowercased() {
      if isEscaped {
        isEscaped = false
      } else if character == "\\" || character == "_" || character == "*" {
        isEscaped = true
      } else if character == "\"" {
        isQuoted.toggle()
      } else if character == "[" {
        inBracket = true
      } else if character == "]" {
        inBracket = false
      } else if !isQuoted, !inBracket, "ymdhs".contains(character), !section.lowercased().contains("general") {
        return true
      }
    }
    return false
  }

  private static func pieces(_ section: String, isDate: Bool) -> [Piece] {
    var pieces: [Piece] = []
    let signs = Array(section)
    var index = 0
    func literal(_ text: String) {
      if case .literal(let before)? = pieces.last {
        pieces[pieces.count - 1] = .literal(before + text)
      } else {
        pieces.append(.literal(text))
      }
    }
    while index < signs.count {
      let sign = signs[index]
      switch sign {
      case "\"":
        let end = signs[(index + 1)...].firstIndex(of: "\"") ?? signs.count
        literal(String(signs[(index + 1)..<end]))
        index = end
      case "\\":
        index += 1
        if index < signs.count { literal(String(signs[index])) }
      case "_", "*": index += 1
      case "[":
        let end = signs[index...].firstIndex(of: "]") ?? signs.count - 1
        // [$¥-804] is a currency; [Red], [>100], [DBNum1] show nothing.
        if index + 1 < signs.count, signs[index + 1] == "$" { literal(String(signs[(index + 2)..<end].prefix { $0 != "-" })) }
        index = end
      case "%": pieces.append(.percent)
      case "@": pieces.append(.text)
      case "0", "#", "?":
        if isDate {
          index += 1
          continue
        }
        pieces.append(digits(signs, &index))
        continue
      case ".", ",": literal(String(sign))
      default:
        if isDate, "yYmMdDhHsS".contains(sign) {
          let first = index
          while index < signs.count, signs[index].lowercased() == sign.lowercased() { index += 1 }
          pieces.append(.date(Character(sign.lowercased()), index - first))
          continue
        }
        if String(signs[index...].prefix(7)).lowercased() == "general" {
          pieces.append(.general)
          index += 7
          continue
        }
        literal(String(sign))
      }
      index += 1
    }
    return pieces
  }

  private static func digits(_ signs: [Character], _ index: inout Int) -> Piece {
    var least = 0
    var decimals = 0
    var optional = 0
    var isGrouped = false
    var hasPoint = false
    var trailing = 0
    // # ##0.0 parts thousands by a blank.
    func blankWithin() -> Int {
      guard index < signs.count, !hasPoint, case let blank = signs[index] == "\\" ? index + 1 : index, blank + 1 < signs.count,
        signs[blank].isWhitespace, "0#?".contains(signs[blank + 1])
      else { return 0 }
      return blank + 1 - index
    }
    while index < signs.count {
      index += blankWithin()
      guard "0#?,.".contains(signs[index]) else { break }
      switch signs[index] {
      case ".":
        if hasPoint { return .number(least: least, isGrouped: isGrouped, decimals: decimals, optionalDecimals: optional, thousands: 0) }
        hasPoint = true
      case ",": trailing += 1
      case "0", "#", "?":
        if trailing > 0 {
          isGrouped = true
          trailing = 0
        }
        if signs[index] == "0" { if hasPoint { decimals += 1 } else { least += 1 } } else if hasPoint { optional += 1 }
      default: break
      }
      index += 1
    }
    return .number(least: least, isGrouped: isGrouped, decimals: decimals, optionalDecimals: optional, thousands: trailing)
  }

  // MARK: Dates

  private static func date(_ pieces: [Piece], day: Int) -> String {
    // Day 60 is the 29 February 1900 that never was.
    let days = day > 59 ? day - 25_569 : day - 25_568
    guard let shown = CivilDate(time: Double(days) * 86_400_000) else { return "" }
    var out = ""
    var afterHour = false
    for piece in pieces {
      switch piece {
      case .literal(let text): out += text
      case .date("y", let count): out += count <= 2 ? padded(shown.year % 100, 2) : String(shown.year)
      case .date("m", let count):
        if afterHour { continue }
        out += count >= 3 ? String(monthNames[shown.month - 1].prefix(count == 3 ? 3 : 20)) : padded(shown.month, count)
      case .date("d", let count): if count <= 2 { out += padded(shown.day, count) }
      case .date: afterHour = true
      default: continue
      }
    }
    while let last = out.last, " :".contains(last) { out.removeLast() }
    return out
  }

  private static func padded(_ number: Int, _ width: Int) -> String { width == 2 && number < 10 ? "0\(number)" : String(number) }

  private static let monthNames = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
  ]
}
