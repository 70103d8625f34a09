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
    case UInt8(ascii: "("): at = endOfString(in: bytes, from: at)
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
}

/// Brackets within brackets; cairo writes four.
private let deepest = 32
