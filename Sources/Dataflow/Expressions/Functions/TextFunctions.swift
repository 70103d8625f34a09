import Diagnostics

let textFunctions: [String: ExpressionFunction] = [
  "upper": ExpressionFunction(1) { .text($0[0].asText.uppercased()) },
  "lower": ExpressionFunction(1) { .text($0[0].asText.lowercased()) },
  "trim": ExpressionFunction(1) { arguments in
    let blanks = { (scalar: Unicode.Scalar) in scalar.properties.isWhitespace || scalar == "\u{FEFF}" }
    let scalars = arguments[0].asText.unicodeScalars.drop(while: blanks)
    var kept = Array(scalars)
    while let last = kept.last, blanks(last) { kept.removeLast() }
    return .text(String(String.UnicodeScalarView(kept)))
  },
  "parseFloat": ExpressionFunction(1) { .number(leadingNumber($0[0].asText, radix: nil)) },
  "parseInt": ExpressionFunction(1) { .number(leadingNumber($0[0].asText, radix: $0.integer(1))) },
  // With a pattern: ``ExpressionCompiler/matching``.
  "split": ExpressionFunction(2) { arguments in
    let text = arguments[0].asText
    let separator = arguments[1].asText
    let parts: [String]
    if separator.isEmpty {
      parts = text.utf16.map { String(decoding: [$0], as: UTF16.self) }
    } else {
      parts = pieces(of: text, by: separator)
    }
    return prefix(of: .list(parts.map { .text($0) }), arguments.argument(2))
  },
  "substring": ExpressionFunction(2) { arguments in
    let units = Array(arguments[0].asText.utf16)
    let start = min(max(0, arguments.integer(1)), units.count)
    let end = min(max(0, arguments.integer(2, default: units.count)), units.count)
    return .text(String(decoding: units[min(start, end)..<max(start, end)], as: UTF16.self))
  },
  // With a pattern: ``ExpressionCompiler/matching``.
  "replace": ExpressionFunction(3) { arguments in
    let text = arguments[0].asText
    let wanted = arguments[1].asText
    let units = Array(text.utf8)
    guard let place = place(of: Array(wanted.utf8), in: units, from: 0) else { return .text(text) }
    return .text(
      String(decoding: units[..<place], as: UTF8.self) + arguments[2].asText
        + String(decoding: units[(place + wanted.utf8.count)...], as: UTF8.self))
  },
  "regexp": ExpressionFunction(1) { arguments in
    .object(TextPattern.record(source: arguments[0].asText, flags: arguments.count > 1 ? arguments[1].asText : ""))
  },
  "test": ExpressionFunction(1) { _ in .boolean(false) },
  // Cuts to a length with an ellipsis at the end, at the start or in the middle.
  "truncate": ExpressionFunction(2) { arguments in
    let units = Array(arguments[0].asText.utf16)
    let length = arguments.integer(1)
    guard units.count > length else { return .text(arguments[0].asText) }
    let mark = Array((arguments.argument(3) == .undefined ? "…" : arguments[3].asText).utf16)
    let room = max(0, length - mark.count)
    let cut: [UInt16]
    switch arguments.argument(2).asText {
    case "left": cut = mark + units.suffix(room)
    case "center": cut = units.prefix((room + 1) / 2) + mark + units.suffix(room / 2)
    default: cut = units.prefix(room) + mark
    }
    return .text(String(decoding: cut, as: UTF16.self))
  },
  // Fills to a length, at the end unless an alignment says otherwise.
  "pad": ExpressionFunction(2) { arguments throws(Diagnostic) in
    let text = arguments[0].asText
    let fill = arguments.argument(2) == .undefined ? " " : arguments[2].asText
    let count = max(0, arguments.integer(1) - text.utf16.count)
    guard count <= FunctionLimits.padding else {
      throw .error("expression.padding", "a text would be filled by \(count) characters; at most \(FunctionLimits.padding) are added")
    }
    func filling(_ count: Int) -> String { String(repeating: fill, count: count) }
    switch arguments.argument(3).asText {
    case "left": return .text(filling(count) + text)
    case "center": return .text(filling(count / 2) + text + filling(count - count / 2))
    default: return .text(text + filling(count))
    }
  },
  "btoa": ExpressionFunction(1) { .text(base64(Array($0[0].asText.utf8))) },
  "atob": ExpressionFunction(1) { .text(String(decoding: bytes(base64: $0[0].asText), as: UTF8.self)) },
]

/// The first items of a list, all where no number says how many.
func prefix(of list: DataValue, _ count: DataValue) -> DataValue {
  guard case .list(let items) = list else { return list }
  return .list(Array(items.prefix(max(0, [count].integer(0, default: .max)))))
}

/// The parts of a text between separators, empty ones too.
func pieces(of text: String, by separator: String) -> [String] {
  let units = Array(text.utf8)
  let mark = Array(separator.utf8)
  var parts: [String] = []
  var start = 0
  while let next = place(of: mark, in: units, from: start) {
    parts.append(String(decoding: units[start..<next], as: UTF8.self))
    start = next + mark.count
  }
  return parts + [String(decoding: units[start...], as: UTF8.self)]
}

/// Where `wanted` begins in `units` at or after a place.
func place<Unit: Equatable>(of wanted: [Unit], in units: [Unit], from start: Int) -> Int? {
  guard wanted.count <= units.count, start >= 0 else { return nil }
  var place = start
  while place + wanted.count <= units.count {
    if units[place..<place + wanted.count].elementsEqual(wanted) { return place }
    place += 1
  }
  return nil
}

/// The number that a text begins with, as `parseFloat` (no radix) and `parseInt` read it; NaN when there is none.
private func leadingNumber(_ text: String, radix: Int?) -> Double {
  let scalars = Array(text.unicodeScalars.drop { $0.properties.isWhitespace })
  var end = 0
  if let radix {
    var value = 0.0
    let isNegative = scalars.first == "-"
    if isNegative || scalars.first == "+" { end = 1 }
    var radix = radix
    if radix == 0 || radix == 16, end + 1 < scalars.count, scalars[end] == "0", scalars[end + 1] == "x" || scalars[end + 1] == "X" {
      radix = 16
      end += 2
    } else if radix == 0 {
      radix = 10
    }
    guard (2...36).contains(radix) else { return .nan }
    let start = end
    while end < scalars.count, let digit = digitValue(scalars[end]), digit < radix {
      value = value * Double(radix) + Double(digit)
      end += 1
    }
    return end == start ? .nan : isNegative ? -value : value
  }
  func isDigit(_ place: Int) -> Bool { place < scalars.count && ("0"..."9").contains(scalars[place]) }
  if end < scalars.count, scalars[end] == "-" || scalars[end] == "+" { end += 1 }
  if String(String.UnicodeScalarView(scalars[end...])).hasPrefix("Infinity") {
    return scalars.first == "-" ? -.infinity : .infinity
  }
  while isDigit(end) { end += 1 }
  if end < scalars.count, scalars[end] == "." {
    end += 1
    while isDigit(end) { end += 1 }
  }
  if end < scalars.count, scalars[end] == "e" || scalars[end] == "E" {
    let sign = end + 1 < scalars.count && (scalars[end + 1] == "-" || scalars[end + 1] == "+") ? 1 : 0
    if isDigit(end + 1 + sign) {
      end += 1 + sign
      while isDigit(end) { end += 1 }
    }
  }
  return Double(String(String.UnicodeScalarView(scalars[..<end]))) ?? .nan
}

private func digitValue(_ scalar: Unicode.Scalar) -> Int? {
  switch scalar {
  case "0"..."9": Int(scalar.value) - 48
  case "a"..."z": Int(scalar.value) - 87
  case "A"..."Z": Int(scalar.value) - 55
  default: nil
  }
}

private let base64Digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

private func base64(_ bytes: [UInt8]) -> String {
  var out: [UInt8] = []
  for start in stride(from: 0, to: bytes.count, by: 3) {
    let group = bytes[start..<min(start + 3, bytes.count)]
    let bits = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
    for place in 0..<4 { out.append(place <= group.count ? base64Digits[bits >> (18 - 6 * place) & 63] : 61) }
  }
  return String(decoding: out, as: UTF8.self)
}

private func bytes(base64 text: String) -> [UInt8] {
  var out: [UInt8] = []
  var bits = 0
  var count = 0
  for unit in text.utf8 {
    guard let value = base64Digits.firstIndex(of: unit) else { continue }
    bits = (bits << 6 | value) & 0xFFFFFF
    count += 6
    if count >= 8 {
      count -= 8
      out.append(UInt8(bits >> count & 255))
    }
  }
  return out
}
