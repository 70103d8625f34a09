/// Finds where values of PDF syntax begin and end, without making anything of them (PDF 32000-1, 7.2 and 7.3).
struct PDFScanner {
  private let bytes: ArraySlice<UInt8>
  private(set) var at: Int

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    at = bytes.startIndex
  }

  /// The next value, a reference being one; nil at the end and before a closing bracket.
  mutating func value() -> ArraySlice<UInt8>? { value(depth: 0) }

  private mutating func value(depth: Int) -> ArraySlice<UInt8>? {
    skipSpace()
    guard at < bytes.endIndex, depth < deepest else { return nil }
    let start = at
    switch bytes[at] {
    case UInt8(ascii: "/"):
      at += 1
      skipRegular()
    case UInt8(ascii: "("): skipString()
    case UInt8(ascii: "["):
      at += 1
      while value(depth: depth + 1) != nil {}
      skipSpace()
      guard take(UInt8(ascii: "]")) else { return nil }
    case UInt8(ascii: "<"):
      at += 1
      guard take(UInt8(ascii: "<")) else {
        while at < bytes.endIndex, bytes[at] != UInt8(ascii: ">") { at += 1 }
        guard take(UInt8(ascii: ">")) else { return nil }
        break
      }
      while value(depth: depth + 1) != nil {}
      skipSpace()
      guard take(UInt8(ascii: ">")), take(UInt8(ascii: ">")) else { return nil }
    default:
      skipRegular()
      guard at > start else { return nil }
      skipRestOfReference(from: start)
    }
    return bytes[start..<at]
  }

  /// White space and comments.
  mutating func skipSpace() {
    while at < bytes.endIndex {
      switch bytes[at] {
      case 0, 9, 10, 12, 13, 32: at += 1
      case UInt8(ascii: "%"): while at < bytes.endIndex, bytes[at] != 10, bytes[at] != 13 { at += 1 }
      default: return
      }
    }
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard at < bytes.endIndex, bytes[at] == byte else { return false }
    at += 1
    return true
  }

  private mutating func skipRegular() {
    while at < bytes.endIndex, isRegular(bytes[at]) { at += 1 }
  }

  /// `0 R` after a whole number.
  private mutating func skipRestOfReference(from start: Int) {
    guard bytes[start..<at].allSatisfy(isDigit) else { return }
    let end = at
    skipSpace()
    let generation = at
    skipRegular()
    guard at > generation, bytes[generation..<at].allSatisfy(isDigit) else {
      at = end
      return
    }
    skipSpace()
    let letter = at
    skipRegular()
    if at != letter + 1 || bytes[letter] != UInt8(ascii: "R") { at = end }
  }

  /// A literal string with balanced parentheses.
  private mutating func skipString() {
    var depth = 0
    while at < bytes.endIndex {
      switch bytes[at] {
      case UInt8(ascii: "\\"): at += 1
      case UInt8(ascii: "("): depth += 1
      case UInt8(ascii: ")"): depth -= 1
      default: break
      }
      at = min(at + 1, bytes.endIndex)
      if depth == 0 { return }
    }
  }
}

/// Brackets within brackets; cairo writes four.
private let deepest = 32

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
