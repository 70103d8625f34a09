/// What the syntax of files and that of content streams share: classes of characters, strings.

func isDigit(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") }

/// Neither white space nor a delimiter (PDF 32000-1, 7.2.2).
func isRegular(_ byte: UInt8) -> Bool {
  switch byte {
  case 0, 9, 10, 12, 13, 32, UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "<"), UInt8(ascii: ">"),
    UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "/"), UInt8(ascii: "%"):
    false
  default: true
  }
}

/// The place behind a literal string with balanced parentheses (7.3.4.2), at the end of the bytes where it is not closed.
func endOfString<Bytes: RandomAccessCollection>(in bytes: Bytes, from start: Int) -> Int
where Bytes.Element == UInt8, Bytes.Index == Int {
  var at = start
  var depth = 0
  while at < bytes.endIndex {
    switch bytes[at] {
    case UInt8(ascii: "\\"): at += 1
    case UInt8(ascii: "("): depth += 1
    case UInt8(ascii: ")"): depth -= 1
    default: break
    }
    at = min(at + 1, bytes.endIndex)
    if depth == 0 { break }
  }
  return at
}

/// The bytes of `<0a1b>`.
func hexBytes(_ text: ArraySlice<UInt8>) -> [UInt8] {
  var digits = text.compactMap { byte -> UInt8? in
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }
  if digits.count % 2 == 1 { digits.append(0) }
  return stride(from: 0, to: digits.count, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
}

/// The bytes of `(text)` with its escapes (PDF 32000-1, 7.3.4.2).
func literalBytes(_ text: ArraySlice<UInt8>) -> [UInt8] {
  var out: [UInt8] = []
  var rest = text.dropFirst().dropLast()
  while let byte = rest.popFirst() {
    guard byte == UInt8(ascii: "\\"), let escaped = rest.popFirst() else {
      out.append(byte)
      continue
    }
    switch escaped {
    case UInt8(ascii: "n"): out.append(10)
    case UInt8(ascii: "r"): out.append(13)
    case UInt8(ascii: "t"): out.append(9)
    case UInt8(ascii: "b"): out.append(8)
    case UInt8(ascii: "f"): out.append(12)
    case UInt8(ascii: "0")...UInt8(ascii: "7"):
      var value = Int(escaped - UInt8(ascii: "0"))
      for _ in 0..<2 {
        guard let next = rest.first, (UInt8(ascii: "0")...UInt8(ascii: "7")).contains(next) else { break }
        value = value * 8 + Int(next - UInt8(ascii: "0"))
        rest.removeFirst()
      }
      out.append(UInt8(truncatingIfNeeded: value))
    case 10: break
    default: out.append(escaped)
    }
  }
  return out
}
