import Scales

/// A number as a file has it: its sign and its decimal digits, so that rounding works on what is written and not on a binary
/// fraction.
struct WrittenNumber: Hashable {
  var isNegative = false
  private var digits: DecimalDigits

  /// Reads `-12.5` and `1.25E-3`; nil for anything else and for 400 digits and more.
  init?(_ text: String) {
    var written: [UInt8] = []
    var point: Int?
    var power = 0
    var bytes = text.utf8[...]
    if let sign = bytes.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
      isNegative = sign == UInt8(ascii: "-")
      bytes.removeFirst()
    }
    while let byte = bytes.popFirst() {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): written.append(byte - UInt8(ascii: "0"))
      case UInt8(ascii: ".") where point == nil: point = written.count
      case UInt8(ascii: "e"), UInt8(ascii: "E"):
        guard let value = Int(String(Substring(bytes))), (-399...399).contains(value) else { return nil }
        power = value
        bytes = bytes[bytes.endIndex...]
      default: return nil
      }
    }
    guard !written.isEmpty, written.count < 400 else { return nil }
    // Binary fractions as programs save them: 0.19249999999999998 is 0.1925.
    digits = DecimalDigits(digits: written, exponent: (point ?? written.count) - 1 + power).rounded(toDigits: 15)
  }

  var isZero: Bool { digits.isZero }

  /// The whole part; nil where it is too large.
  var wholeValue: Int? {
    guard digits.exponent < 15 else { return nil }
    let whole = digits.digits.prefix(max(0, digits.exponent + 1))
    let value = (0..<max(0, digits.exponent + 1)).reduce(0) { $0 * 10 + ($1 < whole.count ? Int(whole[$1]) : 0) }
    return isNegative ? -value : value
  }

  mutating func scale(byTenTo power: Int) { digits = digits.scaled(byTenTo: power) }

  /// As Excel's General shows it: no grouping, at most ten digits after the point.
  var general: String {
    let text = fixed(decimals: 0, optional: max(0, 11 - max(1, digits.exponent + 1)), least: 1, isGrouped: false)
    return (isNegative && text != "0" ? "-" : "") + text
  }

  /// The magnitude with so many digits after the point, of which the optional ones stand only where they are not 0.
  ///
  /// - Parameter least: digits before the point, filled up with zeros.
  func fixed(decimals: Int, optional: Int, least: Int, isGrouped: Bool) -> String {
    let rounded = digits.rounded(toPlaces: decimals + optional)
    let parts = rounded.fixed(places: max(decimals, rounded.places)).split(separator: ".")
    var whole = Array(parts.first ?? "0")
    while whole.count < least { whole.insert("0", at: 0) }
    var out = ""
    for (index, digit) in whole.enumerated() {
      if isGrouped, index > 0, (whole.count - index) % 3 == 0 { out.append(",") }
      out.append(digit)
    }
    return parts.count > 1 ? out + "." + parts[1] : out
  }
}
