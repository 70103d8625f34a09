import Scales

/// How values turn into each other, as ECMAScript's abstract operations say (ECMA-262 §7.1, §7.2).
extension DataValue {
  /// ToBoolean.
  package var isTruthy: Bool {
    switch self {
    case .undefined, .null: false
    case .boolean(let value): value
    case .number(let value): value != 0 && !value.isNaN
    case .text(let value): !value.isEmpty
    case .time, .list, .object: true
    }
  }

  /// ToNumber: NaN for undefined and for text that is no number, 0 for null and empty text.
  package var asNumber: Double {
    switch self {
    case .undefined: .nan
    case .null: 0
    case .boolean(let value): value ? 1 : 0
    case .number(let value), .time(let value): value
    case .text(let value): numberOfText(value)
    case .list, .object: numberOfText(asText)
    }
  }

  /// ToString: numbers in their shortest form, lists joined by commas.
  package var asText: String {
    switch self {
    case .undefined: "undefined"
    case .null: "null"
    case .boolean(let value): value ? "true" : "false"
    case .number(let value): numberText(value)
    case .text(let value): value
    case .time(let value): dateText(value)
    case .list(let items): items.map { $0.isNull ? "" : $0.asText }.joined(separator: ",")
    case .object: "[object Object]"
    }
  }

  /// A key that is equal for values that JavaScript would put in one group (`String(value)`), as Vega's groups do.
  var groupKey: String {
    // A number and its text fall in one group there too.
    asText
  }

  /// IsLooselyEqual, `==`.
  package func looselyEquals(_ other: DataValue) -> Bool {
    switch (self, other) {
    case (.undefined, .undefined), (.undefined, .null), (.null, .undefined), (.null, .null): return true
    case (.undefined, _), (.null, _), (_, .undefined), (_, .null): return false
    case (.text(let a), .text(let b)): return a == b
    case (.list, .list), (.object, .object), (.time, .time): return strictlyEquals(other)
    case (.time, .text(let b)): return asText == b
    case (.text(let a), .time): return a == other.asText
    case (.list, .text(let b)), (.object, .text(let b)): return asText == b
    case (.text(let a), .list), (.text(let a), .object): return a == other.asText
    default: return asNumber == other.asNumber
    }
  }

  /// IsStrictlyEqual, `===`; lists, objects and times are compared by content, for want of identity.
  package func strictlyEquals(_ other: DataValue) -> Bool {
    switch (self, other) {
    case (.number(let a), .number(let b)): a == b
    case (.time(let a), .time(let b)): a == b
    default: self == other
    }
  }

  /// `self < other`: texts by code unit, everything else as numbers; nil when a side is NaN.
  func isLess(than other: DataValue) -> Bool? {
    if let a = primitiveText, let b = other.primitiveText { return precedes(a, b) }
    let (a, b) = (asNumber, other.asNumber)
    return a.isNaN || b.isNaN ? nil : a < b
  }

  /// The text that a text, list or object compares as.
  private var primitiveText: String? {
    switch self {
    case .text(let value): value
    case .list, .object: asText
    default: nil
    }
  }
}

/// Order of UTF-16 code units, as JavaScript compares; equal to that of UTF-8 but beyond U+FFFF.
func precedes(_ a: String, _ b: String) -> Bool { a.utf16.lexicographicallyPrecedes(b.utf16) }

/// Vega's order of data (`ascending` of vega-util): null and undefined first, then NaN, then by `<`; -1, 0 or 1.
package func ascending(_ a: DataValue, _ b: DataValue) -> Int {
  if case .number(let x) = a, case .number(let y) = b, x == x, y == y { return x < y ? -1 : x > y ? 1 : 0 }
  if a.isNull || b.isNull { return a.isNull ? (b.isNull ? 0 : -1) : 1 }
  if a.isLess(than: b) == true { return -1 }
  if b.isLess(than: a) == true { return 1 }
  let (x, y) = (a.isNotANumber, b.isNotANumber)
  return x == y ? 0 : x ? -1 : 1
}

extension DataValue {
  fileprivate var isNotANumber: Bool {
    switch self {
    case .number(let value), .time(let value): value.isNaN
    default: false
    }
  }
}

/// StringToNumber (ECMA-262 §7.1.4.1): decimal literals, `Infinity`, `0x1F`, `0b1`, `0o7`; blank text is 0.
func numberOfText(_ text: String) -> Double {
  var scalars = Array(text.unicodeScalars)[...]
  while let first = scalars.first, isBlank(first) { scalars.removeFirst() }
  while let last = scalars.last, isBlank(last) { scalars.removeLast() }
  if scalars.isEmpty { return 0 }
  if scalars.count > 2, scalars.first == "0", let mark = scalars.dropFirst().first {
    let radix = mark == "x" || mark == "X" ? 16 : mark == "b" || mark == "B" ? 2 : mark == "o" || mark == "O" ? 8 : 0
    if radix > 0 {
      var value = 0.0
      for scalar in scalars.dropFirst(2) {
        guard let digit = Character(scalar).hexDigitValue, scalar.isASCII, digit < radix else { return .nan }
        value = value * Double(radix) + Double(digit)
      }
      return value
    }
  }
  let body = String(String.UnicodeScalarView(scalars))
  if body == "Infinity" || body == "+Infinity" { return .infinity }
  if body == "-Infinity" { return -.infinity }
  // `Double.init` also reads "inf", "nan" and hexadecimal floats.
  guard scalars.allSatisfy({ ("0"..."9").contains($0) || "+-.eE".unicodeScalars.contains($0) }) else { return .nan }
  return Double(body) ?? .nan
}

private func isBlank(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isWhitespace || scalar == "\u{FEFF}" }

/// Number::toString (ECMA-262 §6.1.6.1.20): the shortest digits that read back, plain from 1e-6 up to 1e21.
package func numberText(_ value: Double) -> String {
  if value.isNaN { return "NaN" }
  if value.isInfinite { return value < 0 ? "-Infinity" : "Infinity" }
  if value == 0 { return "0" }
  if value == value.rounded(), abs(value) < 1e15 { return String(Int(value)) }
  return numberText(value, DecimalDigits(written: value))
}

/// - Parameter decimal: the digits of the number, which is not zero.
func numberText(_ value: Double, _ decimal: DecimalDigits) -> String {
  if value == value.rounded(), abs(value) < 1e15 { return String(Int(value)) }
  let sign = value < 0 ? "-" : ""
  if decimal.exponent >= 21 || decimal.exponent < -6 {
    let digits = decimal.digits.map { String($0) }
    let fraction = digits.dropFirst().joined()
    return sign + digits[0] + (fraction.isEmpty ? "" : "." + fraction) + "e" + (decimal.exponent < 0 ? "-" : "+")
      + "\(abs(decimal.exponent))"
  }
  return sign + decimal.fixed(places: decimal.places)
}
