/// A number format in the notation of d3-format: `[[fill]align][sign][symbol][0][width][,][.precision][~][type]`, such as
/// `,.2f`, `.1%`, `~s`. The minus sign is U+2212.
package struct NumberFormat: Hashable, Sendable {
  package enum Align: Character, Hashable, Sendable {
    case left = "<"
    case right = ">"
    case center = "^"
    case afterSign = "="
  }

  package var fill: Character = " "
  package var align: Align = .right
  /// `-` only for negative numbers, `+` for both, `(` brackets negative ones, a space before positive ones.
  package var sign: Character = "-"
  /// `$`, or `#` for the prefix of binary, octal and hexadecimal numbers.
  package var symbol: Character?
  package var zero = false
  package var width: Int?
  package var comma = false
  package var precision: Int?
  package var trim = false
  /// e f g r s % p b o d x X c n; nil for the shortest of up to 12 digits.
  package var type: Character?
  /// Whether the notation had no type, and whether it had a precision.
  private(set) var isTypeLeftOut = false
  package private(set) var isPrecisionGiven = false

  /// The widest that a number is padded to: no place on a page holds more.
  package static let mostWidth = 100

  /// Whether `text` is in the notation but for its width.
  package static func isTooWide(_ text: String) -> Bool { NumberFormat(text) == nil && NumberFormat(text, upTo: .max) != nil }

  /// Nil when `text` is not in the notation, or wider than ``mostWidth``.
  package init?(_ text: String) { self.init(text, upTo: Self.mostWidth) }

  private init?(_ text: String, upTo mostWidth: Int) {
    var rest = Array(text)[...]
    if rest.count > 1, let second = rest.dropFirst().first, let align = Align(rawValue: second) {
      (fill, self.align) = (rest.removeFirst(), align)
      rest.removeFirst()
    } else if let align = rest.first.flatMap(Align.init(rawValue:)) {
      self.align = align
      rest.removeFirst()
    }
    func take(_ allowed: String) -> Character? {
      guard let first = rest.first, allowed.contains(first) else { return nil }
      return rest.removeFirst()
    }
    func takeNumber() -> Int? {
      let digits = rest.prefix { ("0"..."9").contains($0) }
      rest = rest.dropFirst(digits.count)
      return digits.isEmpty ? nil : Int(String(digits)) ?? .max
    }
    sign = take("+-( ") ?? "-"
    symbol = take("$#")
    zero = take("0") != nil
    width = takeNumber()
    if let width, width > mostWidth { return nil }
    comma = take(",") != nil
    if take(".") != nil {
      guard let precision = takeNumber() else { return nil }
      self.precision = precision
    }
    trim = take("~") != nil
    type = rest.popFirst()
    if let type, !type.isLetter && type != "%" { return nil }
    guard rest.isEmpty else { return nil }
    isTypeLeftOut = type == nil
    isPrecisionGiven = precision != nil
    if zero || (fill == "0" && align == .afterSign) { (zero, fill, align) = (true, "0", .afterSign) }
    if type == "n" {
      comma = true
      type = "g"
    } else if type.map({ "%bcdefgoprsXx".contains($0) }) != true {
      if precision == nil { precision = 12 }
      trim = true
      type = "g"
    }
  }

  package func callAsFunction(_ value: Double) -> String { self(value, unit: "") }

  /// - Parameter unit: what stands behind the digits, inside brackets and padding.
  func callAsFunction(_ value: Double, unit given: String) -> String {
    var negative = value.sign == .minus && !value.isNaN
    var prefix = symbol == "$" ? "$" : symbol == "#" ? radixPrefix : ""
    var suffix = type == "%" || type == "p" ? "%" : ""
    var body: String
    if type == "c" {
      suffix = value == value.rounded() ? String(Int(value)) : "\(value)"
      body = ""
      negative = false
    } else {
      var unit = given
      body = value.isNaN ? "NaN" : value.isInfinite ? "Infinity" : text(of: value.magnitude, unit: &unit)
      if trim { body = trimmed(body) }
      if negative, Double(body) == 0, sign != "+" { negative = false }
      let mark = negative ? (sign == "(" ? "(" : "\u{2212}") : sign == "-" || sign == "(" ? "" : String(sign)
      prefix = mark + prefix
      suffix = unit + suffix + (negative && sign == "(" ? ")" : "")
      if type.map({ "defgprs%".contains($0) }) == true {
        let whole = body.prefix { ("0"..."9").contains($0) }
        suffix = body.dropFirst(whole.count) + suffix
        body = String(whole)
      }
    }
    if comma, !zero { body = grouped(body) }
    let length = prefix.count + body.count + suffix.count
    var padding = String(repeating: fill, count: max(0, (width ?? 0) - length))
    if comma, zero {
      body = padding.isEmpty ? grouped(body) : grouped(padding + body, upTo: (width ?? 0) - suffix.count)
      padding = ""
    }
    switch align {
    case .left: return prefix + body + suffix + padding
    case .afterSign: return prefix + padding + body + suffix
    case .center:
      let half = padding.count / 2
      return padding.prefix(half) + prefix + body + suffix + padding.dropFirst(half)
    case .right: return padding + prefix + body + suffix
    }
  }

  /// The digits of a positive number; `unit` receives the SI prefix of type `s`.
  private func text(of value: Double, unit: inout String) -> String {
    let asked = precision ?? 6
    let significant = max(1, min(21, asked))
    let places = max(0, min(20, asked))
    let decimal = DecimalDigits(exactly: value)
    switch type {
    case "f": return decimal.fixed(places: places)
    case "%": return DecimalDigits(exactly: value * 100).fixed(places: places)
    case "d": return (value >= 1e21 ? DecimalDigits(written: value) : decimal).fixed(places: 0)
    case "e": return decimal.exponential(digits: places + 1)
    case "r": return roundedText(decimal, significant)
    case "p": return roundedText(DecimalDigits(exactly: value * 100), significant)
    case "s":
      return prefixed(decimal, shortest: DecimalDigits(written: value), significant, unit: &unit)
    case "b", "o", "x", "X":
      let radix = type == "b" ? 2 : type == "o" ? 8 : 16
      return String(UInt64(min(value.rounded(), 9e18)), radix: radix, uppercase: type == "X")
    default:
      let exponent = decimal.rounded(toDigits: significant).exponent
      return exponent < -6 || exponent >= significant
        ? decimal.exponential(digits: significant) : decimal.fixed(places: significant - 1 - exponent)
    }
  }

  private func roundedText(_ value: DecimalDigits, _ significant: Int) -> String {
    if value.isZero { return "0" }
    let rounded = value.rounded(toDigits: significant)
    return rounded.fixed(places: max(0, significant - 1 - rounded.exponent))
  }

  static let prefixes = ["y", "z", "a", "f", "p", "n", "µ", "m", "", "k", "M", "G", "T", "P", "E", "Z", "Y"]

  /// - Parameter shortest: used where the last prefix leaves no digit within `significant` places.
  private func prefixed(
    _ value: DecimalDigits, shortest: DecimalDigits, _ significant: Int, unit: inout String
  ) -> String {
    let rounded = value.rounded(toDigits: significant)
    let thousands = max(-8, min(8, Int((Double(rounded.exponent) / 3).rounded(.down))))
    unit = Self.prefixes[8 + thousands]
    let whole = rounded.exponent - 3 * thousands + 1
    if whole > 0 || value.isZero {
      return rounded.scaled(byTenTo: -3 * thousands).fixed(places: max(0, significant - whole))
    }
    let digits = significant + whole - 1
    let scaled = (digits > 0 ? value.rounded(toDigits: digits) : shortest).scaled(byTenTo: -3 * thousands)
    return scaled.fixed(places: digits > 0 ? significant - 1 : scaled.places)
  }

  private var radixPrefix: String {
    guard let type, "boxX".contains(type) else { return "" }
    return "0" + type.lowercased()
  }

  /// Zeros at the end of the fraction dropped, an exponent kept.
  private func trimmed(_ text: String) -> String {
    guard let point = text.firstIndex(of: ".") else { return text }
    let tail = text[point...]
    let mark = tail.firstIndex(of: "e") ?? tail.endIndex
    var fraction = tail[..<mark]
    while fraction.last == "0" { fraction.removeLast() }
    if fraction == "." { fraction = "" }
    return String(text[..<point]) + fraction + tail[mark...]
  }

  /// Digits in groups of three from the right, as many as fit into `limit` characters.
  private func grouped(_ digits: String, upTo limit: Int = .max - 8) -> String {
    var rest = Array(digits)[...]
    var groups: [String] = []
    var length = 0
    while !rest.isEmpty, length <= limit {
      let size = length + 4 > limit ? max(1, limit - length) : 3
      groups.append(String(rest.suffix(size)))
      rest = rest.dropLast(size)
      length += size + 1
    }
    return groups.reversed().joined(separator: ",")
  }
}
