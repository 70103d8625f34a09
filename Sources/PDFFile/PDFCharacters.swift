/// What the syntax of files and that of content streams share: classes of characters, literal strings.

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
