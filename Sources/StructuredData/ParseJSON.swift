package import Diagnostics

/// Reads one JSON text (RFC 8259, strictly; a byte order mark before it is skipped).
///
/// Linear time. Nesting deeper than 256 is refused. A key that stands twice in an object is an error.
/// - Parameter document: how the user named the text, for spans.
/// - Throws: `json.syntax` (the first place where the text stops being JSON), `json.depth`, `json.duplicate-key`.
package func parseJSON(_ text: String, document: String) throws(Diagnostics) -> Node {
  var parser = JSONParser(cursor: TextCursor(text, name: document))
  return try parser.document()
}

private struct JSONParser {
  private static let maximumDepth = 256

  private var cursor: TextCursor
  /// Keys that stand twice; the first hundred.
  private var repeated: [Diagnostic] = []

  init(cursor: TextCursor) { self.cursor = cursor }

  mutating func document() throws(Diagnostics) -> Node {
    let root: Node
    do throws(Diagnostic) {
      skipSpace()
      root = try value(depth: 0)
      skipSpace()
      if !cursor.isAtEnd { throw unexpected("the end of the text") }
    } catch {
      throw Diagnostics(repeated + [error])
    }
    if !repeated.isEmpty { throw Diagnostics(repeated) }
    return root
  }

  private func unexpected(_ expected: String) -> Diagnostic {
    var span = cursor.span(from: cursor.mark)
    guard let scalar = cursor.scalar else {
      return .error("json.syntax", "expected \(expected), the text ends", at: span)
    }
    span.range = span.range.lowerBound..<span.range.lowerBound + 1
    let found = scalar.value < 32 ? "a control character" : "“\(scalar)”"
    return .error("json.syntax", "expected \(expected), found \(found)", at: span)
  }

  private mutating func skipSpace() {
    while true {
      switch cursor.byte {
      case 0x20, 0x09: cursor.at += 1
      case 0x0A, 0x0D: cursor.breakLine()
      default: return
      }
    }
  }

  private mutating func value(depth: Int) throws(Diagnostic) -> Node {
    let start = cursor.mark
    let value: Node.Value
    switch cursor.byte {
    case UInt8(ascii: "{"): value = .mapping(try object(depth: depth + 1))
    case UInt8(ascii: "["): value = .sequence(try array(depth: depth + 1))
    case UInt8(ascii: "\""): value = .string(try string())
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): value = .number(try number())
    case UInt8(ascii: "t"): value = try word("true", .bool(true))
    case UInt8(ascii: "f"): value = try word("false", .bool(false))
    case UInt8(ascii: "n"): value = try word("null", .null)
    default: throw unexpected("a value")
    }
    return Node(value, at: cursor.span(from: start))
  }

  private mutating func word(_ word: String, _ value: Node.Value) throws(Diagnostic) -> Node.Value {
    guard cursor.skip(word) else { throw unexpected("a value") }
    return value
  }

  private mutating func array(depth: Int) throws(Diagnostic) -> [Node] {
    var items: [Node] = []
    try list(depth: depth, close: UInt8(ascii: "]")) { (parser: inout JSONParser) throws(Diagnostic) in
      items.append(try parser.value(depth: depth))
    }
    return items
  }

  private mutating func object(depth: Int) throws(Diagnostic) -> Mapping {
    var entries: [Mapping.Entry] = []
    try list(depth: depth, close: UInt8(ascii: "}")) { (parser: inout JSONParser) throws(Diagnostic) in
      entries.append(try parser.entry(depth: depth))
    }
    let (mapping, again) = Mapping.checked(entries)
    for entry in again where repeated.count < 100 {
      repeated.append(.error("json.duplicate-key", "the key “\(entry.key)” stands twice", at: entry.keySpan))
    }
    return mapping
  }

  private mutating func entry(depth: Int) throws(Diagnostic) -> Mapping.Entry {
    guard cursor.byte == UInt8(ascii: "\"") else { throw unexpected("a key in quotes") }
    let start = cursor.mark
    let key = try string()
    let span = cursor.span(from: start)
    skipSpace()
    guard cursor.skip(UInt8(ascii: ":")) else { throw unexpected("“:”") }
    skipSpace()
    return Mapping.Entry(key: key, keySpan: span, value: try value(depth: depth))
  }

  /// From the opening bracket to the closing one; `one` reads what stands between commas.
  private mutating func list(
    depth: Int, close: UInt8, _ one: (inout JSONParser) throws(Diagnostic) -> Void
  ) throws(Diagnostic) {
    if depth > Self.maximumDepth {
      throw .error("json.depth", "nested deeper than \(Self.maximumDepth)", at: cursor.span(from: cursor.mark))
    }
    cursor.at += 1
    skipSpace()
    if cursor.skip(close) { return }
    while true {
      try one(&self)
      skipSpace()
      if cursor.skip(close) { return }
      guard cursor.skip(UInt8(ascii: ",")) else { throw unexpected("“,” or “\(Unicode.Scalar(close))”") }
      skipSpace()
    }
  }

  /// `-? (0 | [1-9][0-9]*) (. [0-9]+)? ([eE] [+-]? [0-9]+)?`
  private mutating func number() throws(Diagnostic) -> String {
    let start = cursor.at
    _ = cursor.skip(UInt8(ascii: "-"))
    if cursor.skip(UInt8(ascii: "0")) {
      if isDigit(cursor.byte) { throw unexpected("no digit after a leading zero") }
    } else {
      try digits()
    }
    if cursor.skip(UInt8(ascii: ".")) { try digits() }
    if cursor.byte | 0x20 == UInt8(ascii: "e") {
      cursor.at += 1
      if !cursor.skip(UInt8(ascii: "+")) { _ = cursor.skip(UInt8(ascii: "-")) }
      try digits()
    }
    return cursor.text(start..<cursor.at)
  }

  private mutating func digits() throws(Diagnostic) {
    guard isDigit(cursor.byte) else { throw unexpected("a digit") }
    while isDigit(cursor.byte) { cursor.at += 1 }
  }

  private func isDigit(_ byte: UInt8) -> Bool { byte &- 48 < 10 }

  private mutating func string() throws(Diagnostic) -> String {
    cursor.at += 1
    let start = cursor.at
    while !cursor.isAtEnd {
      switch cursor.byte {
      case UInt8(ascii: "\""):
        cursor.at += 1
        return cursor.text(start..<cursor.at - 1)
      case UInt8(ascii: "\\"): return try escapedString(from: start)
      case 0..<0x20: throw unexpected("an escape for the control character")
      default: cursor.step()
      }
    }
    throw unexpected("“\"” at the end of the string")
  }

  /// The rest of a string at its first backslash; what stands since `start` needs no escape.
  private mutating func escapedString(from start: Int) throws(Diagnostic) -> String {
    var text = Array(cursor.bytes[start..<cursor.at])
    while !cursor.isAtEnd {
      let byte = cursor.byte
      switch byte {
      case UInt8(ascii: "\""):
        cursor.at += 1
        return String(decoding: text, as: UTF8.self)
      case UInt8(ascii: "\\"): text += String(try escape()).utf8
      case 0..<0x20: throw unexpected("an escape for the control character")
      default:
        text.append(byte)
        cursor.step()
      }
    }
    throw unexpected("“\"” at the end of the string")
  }

  private mutating func escape() throws(Diagnostic) -> Unicode.Scalar {
    cursor.at += 1
    let scalar: Unicode.Scalar
    switch cursor.byte {
    case UInt8(ascii: "\""): scalar = "\""
    case UInt8(ascii: "\\"): scalar = "\\"
    case UInt8(ascii: "/"): scalar = "/"
    case UInt8(ascii: "b"): scalar = "\u{8}"
    case UInt8(ascii: "f"): scalar = "\u{C}"
    case UInt8(ascii: "n"): scalar = "\n"
    case UInt8(ascii: "r"): scalar = "\r"
    case UInt8(ascii: "t"): scalar = "\t"
    case UInt8(ascii: "u"): return try codeUnits()
    default: throw unexpected("one of \" \\ / b f n r t u after “\\”")
    }
    cursor.at += 1
    return scalar
  }

  /// `u` and four hexadecimal digits; a high surrogate must be followed by the escape of a low one (RFC 8259 §7).
  private mutating func codeUnits() throws(Diagnostic) -> Unicode.Scalar {
    cursor.at += 1
    let unit = try hexadecimal()
    if let scalar = Unicode.Scalar(unit) { return scalar }
    if unit < 0xDC00, cursor.skip("\\u") {
      let low = try hexadecimal()
      if (0xDC00..<0xE000).contains(low), let scalar = Unicode.Scalar(0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00)) {
        return scalar
      }
    }
    throw unexpected("the second half of a surrogate pair")
  }

  private mutating func hexadecimal() throws(Diagnostic) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      let digit: UInt8
      switch cursor.byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digit = cursor.byte - UInt8(ascii: "0")
      case UInt8(ascii: "A")...UInt8(ascii: "F"): digit = cursor.byte - UInt8(ascii: "A") + 10
      case UInt8(ascii: "a")...UInt8(ascii: "f"): digit = cursor.byte - UInt8(ascii: "a") + 10
      default: throw unexpected("four hexadecimal digits")
      }
      value = value << 4 | UInt32(digit)
      cursor.at += 1
    }
    return value
  }
}
