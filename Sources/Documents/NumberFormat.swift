/// A number format of a workbook (ECMA-376 Part 1, 18.8.31) as far as it decides what a reader sees: decimals, grouping, per cent,
/// scaling, literal text, and dates.
struct NumberFormat: Hashable {
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
    guard var number = DecimalDigits(written) else { return written }
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
    for piece in section where piece == .percent { number.exponent += 2 }
    var out = ""
    for piece in section {
      switch piece {
      case .literal(let text): out += text
      case .percent: out += "%"
      case .general: out += number.general.drop { $0 == "-" }
      case .number(let least, let isGrouped, let decimals, let optional, let thousands):
        var scaled = number
        scaled.exponent -= 3 * thousands
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
      if case .literal(let before)? = pieces.last { pieces[pieces.count - 1] = .literal(before + text) } else { pieces.append(.literal(text)) }
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
    while index < signs.count, "0#?,.".contains(signs[index]) {
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
    let (year, month, date) = civil(day > 59 ? day - 25_569 : day - 25_568)
    var out = ""
    var afterHour = false
    for piece in pieces {
      switch piece {
      case .literal(let text): out += text
      case .date("y", let count): out += count <= 2 ? padded(year % 100, 2) : String(year)
      case .date("m", let count):
        if afterHour { continue }
        out += count >= 3 ? String(monthNames[month - 1].prefix(count == 3 ? 3 : 20)) : padded(month, count)
      case .date("d", let count): if count <= 2 { out += padded(date, count) }
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

  /// Days since 1970-01-01 as a date of the Gregorian calendar (H. Hinnant, days_from_civil and its inverse).
  private static func civil(_ days: Int) -> (year: Int, month: Int, day: Int) {
    let shifted = days + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
  }
}

/// A decimal number by its digits: rounding works on what is written, not on a binary fraction.
struct DecimalDigits: Hashable {
  var isNegative = false
  /// Without leading zeros; empty for 0.
  private var digits: [UInt8] = []
  /// The number is 0.digits × 10^exponent.
  var exponent = 0

  init?(_ text: String) {
    var sawDigit = false
    var sawPoint = false
    var power = 0
    var bytes = text.utf8[...]
    if let sign = bytes.first, sign == 0x2D || sign == 0x2B {
      isNegative = sign == 0x2D
      bytes.removeFirst()
    }
    while let byte = bytes.first {
      if (0x30...0x39).contains(byte) {
        sawDigit = true
        if digits.isEmpty, byte == 0x30 {
          if sawPoint { exponent -= 1 }
        } else {
          digits.append(byte - 0x30)
          if !sawPoint { exponent += 1 }
        }
      } else if byte == 0x2E, !sawPoint {
        sawPoint = true
      } else if byte == 0x65 || byte == 0x45 {
        guard let value = Int(String(Substring(bytes.dropFirst()))), abs(value) < 400 else { return nil }
        power = value
        bytes = bytes[bytes.endIndex...]
        break
      } else {
        return nil
      }
      bytes.removeFirst()
    }
    guard sawDigit, digits.count < 400 else { return nil }
    exponent += power
    // Binary fractions as programs save them: 0.19249999999999998 is 0.1925.
    if digits.count > 15 { round(keeping: 15) }
    while digits.last == 0 { digits.removeLast() }
    if digits.isEmpty { exponent = 0 }
  }

  var isZero: Bool { digits.isEmpty }
  /// The whole part; nil where it is too large.
  var wholeValue: Int? {
    guard exponent <= 15 else { return nil }
    var value = 0
    for place in 0..<max(0, exponent) { value = value * 10 + Int(place < digits.count ? digits[place] : 0) }
    return isNegative ? -value : value
  }

  private mutating func round(keeping count: Int) {
    guard count < digits.count else { return }
    guard count >= 0 else {
      digits = []
      return
    }
    let up = digits[count] >= 5
    digits = Array(digits.prefix(count))
    guard up else { return }
    var index = count - 1
    while index >= 0 {
      if digits[index] < 9 {
        digits[index] += 1
        return
      }
      digits[index] = 0
      index -= 1
    }
    digits.insert(1, at: 0)
    exponent += 1
  }

  /// As Excel's General shows it: no grouping, at most ten digits after the point.
  var general: String {
    let text = fixed(decimals: 0, optional: max(0, 11 - max(1, exponent)), least: 1, isGrouped: false)
    return (isNegative && text != "0" ? "-" : "") + text
  }

  /// The magnitude with so many digits after the point, of which the optional ones stand only where they are not 0.
  func fixed(decimals: Int, optional: Int, least: Int, isGrouped: Bool) -> String {
    var copy = self
    copy.round(keeping: copy.exponent + decimals + optional)
    let whole = max(0, copy.exponent)
    func digit(_ place: Int) -> Character {
      let value = place >= 0 && place < copy.digits.count ? copy.digits[place] : 0
      return Character(Unicode.Scalar(value + 0x30))
    }
    var front = (0..<whole).map { digit($0) }
    if copy.digits.isEmpty { front = [] }
    while front.count < least { front.insert("0", at: 0) }
    var out = ""
    for (index, sign) in front.enumerated() {
      if isGrouped, index > 0, (front.count - index) % 3 == 0 { out.append(",") }
      out.append(sign)
    }
    if out.isEmpty { out = "0" }
    var back = (0..<(decimals + optional)).map { digit(copy.exponent + $0) }
    while back.count > decimals, back.last == "0" { back.removeLast() }
    return back.isEmpty ? out : out + "." + String(back)
  }
}
