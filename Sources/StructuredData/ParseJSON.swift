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
  var cursor: TextCursor
  var repeated: [Diagnostic] = []
  let maximumDepth = 256

  mutating func document() throws(Diagnostics) -> Node {
    let root: Node
    do throws(Diagnostic) {
      root = try text()
    } catch {
      throw Diagnostics(repeated + [error])
    }
    if !repeated.isEmpty { throw Diagnostics(repeated) }
    return root
  }

  mutating func text() throws(Diagnostic) -> Node {
    skipSpace()
    let root = try value(depth: 0)
    skipSpace()
    if cursor.at < cursor.bytes.count { throw unexpected("the end of the text") }
    return root
  }

  func unexpected(_ expected: String) -> Diagnostic {
    let found: String
    if cursor.at >= cursor.bytes.count {
      found = "the text ends"
    } else {
      let rest = String(decoding: cursor.bytes[cursor.at..<min(cursor.at + 4, cursor.bytes.count)], as: UTF8.self)
      let scalar = rest.unicodeScalars.first ?? "?"
      found = scalar.value < 32 ? "found a control character" : "found “\(scalar)”"
    }
    var span = cursor.span(from: cursor.mark)
    if !cursor.isAtEnd { span.range = span.range.lowerBound..<span.range.lowerBound + 1 }
    return .error("json.syntax", "expected \(expected), \(found)", at: span)
  }

  mutating func skipSpace() {
    while true {
      switch cursor.byte {
      case 0x20, 0x09: cursor.at += 1
      case 0x0A, 0x0D: cursor.breakLine()
      default: return
      }
    }
  }

  mutating func value(depth: Int) throws(Diagnostic) -> Node {
    guard cursor.at < cursor.bytes.count else { throw unexpected("a value") }
    let start = cursor.mark
    switch cursor.bytes[cursor.at] {
    case UInt8(ascii: "{"):
      return Node(.mapping(try object(depth: depth + 1)), at: cursor.span(from: start))
    case UInt8(ascii: "["):
      return Node(.sequence(try array(depth: depth + 1)), at: cursor.span(from: start))
    case UInt8(ascii: "\""):
      return Node(.string(try string()), at: cursor.span(from: start))
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      return Node(.number(try number()), at: cursor.span(from: start))
    case UInt8(ascii: "t"):
      try word("true")
      return Node(.bool(true), at: cursor.span(from: start))
    case UInt8(ascii: "f"):
      try word("false")
      return Node(.bool(false), at: cursor.span(from: start))
    case UInt8(ascii: "n"):
      try word("null")
      return Node(.null, at: cursor.span(from: start))
    default: throw unexpected("a value")
    }
  }

  mutating func word(_ word: StaticString) throws(Diagnostic) {
    let text = word.description
    guard cursor.bytes[cursor.at...].starts(with: text.utf8) else { throw unexpected("a value") }
    cursor.at += text.utf8.count
  }

  func checkDepth(_ depth: Int) throws(Diagnostic) {
    if depth > maximumDepth {
      throw .error("json.depth", "nested deeper than \(maximumDepth)", at: cursor.span(from: cursor.mark))
    }
  }

  mutating func array(depth: Int) throws(Diagnostic) -> [Node] {
    try checkDepth(depth)
    cursor.at += 1
    skipSpace()
    var items: [Node] = []
    if cursor.at < cursor.bytes.count, cursor.bytes[cursor.at] == UInt8(ascii: "]") {
      cursor.at += 1
      return items
    }
    while true {
      items.append(try value(depth: depth))
      skipSpace()
      guard cursor.at < cursor.bytes.count else { throw unexpected("“,” or “]”") }
      switch cursor.bytes[cursor.at] {
      case UInt8(ascii: ","):
        cursor.at += 1
        skipSpace()
      case UInt8(ascii: "]"):
        cursor.at += 1
        return items
      default: throw unexpected("“,” or “]”")
      }
    }
  }

  mutating func object(depth: Int) throws(Diagnostic) -> Mapping {
    try checkDepth(depth)
    cursor.at += 1
    skipSpace()
    var entries: [Mapping.Entry] = []
    if cursor.at < cursor.bytes.count, cursor.bytes[cursor.at] == UInt8(ascii: "}") {
      cursor.at += 1
      return Mapping(entries)
    }
    while true {
      guard cursor.at < cursor.bytes.count, cursor.bytes[cursor.at] == UInt8(ascii: "\"") else { throw unexpected("a key in quotes") }
      let start = cursor.mark
      let key = try string()
      let keySpan = cursor.span(from: start)
      skipSpace()
      guard cursor.at < cursor.bytes.count, cursor.bytes[cursor.at] == UInt8(ascii: ":") else { throw unexpected("“:”") }
      cursor.at += 1
      skipSpace()
      entries.append(Mapping.Entry(key: key, keySpan: keySpan, value: try value(depth: depth)))
      skipSpace()
      guard cursor.at < cursor.bytes.count else { throw unexpected("“,” or “}”") }
      switch cursor.bytes[cursor.at] {
      case UInt8(ascii: ","):
        cursor.at += 1
        skipSpace()
      case UInt8(ascii: "}"):
        cursor.at += 1
        let (mapping, again) = Mapping.checked(entries)
        repeated += again.map {
          .error("json.duplicate-key", "the key “\($0.key)” stands twice", at: $0.keySpan)
        }
        return mapping
      default: throw unexpected("“,” or “}”")
      }
    }
  }

  /// `-? (0 | [1-9][0-9]*) (. [0-9]+)? ([eE] [+-]? [0-9]+)?`
  mutating func number() throws(Diagnostic) -> String {
    let start = cursor.at
    if cursor.bytes[cursor.at] == UInt8(ascii: "-") { cursor.at += 1 }
    if cursor.at < cursor.bytes.count, cursor.bytes[cursor.at] == UInt8(ascii: "0") {
      cursor.at += 1
      if cursor.at < cursor.bytes.count, isDigit(cursor.bytes[cursor.at]) { throw unexpected("no digit after a leading zero") }
    } else {
      try digits()
    }
    if cursor.at < cursor.bytes.count, cursor.bytes[cursor.at] == UInt8(ascii: ".") {
      cursor.at += 1
      try digits()
    }
    if cursor.at < cursor.bytes.count, cursor.bytes[cursor.at] | 0x20 == UInt8(ascii: "e") {
      cursor.at += 1
      if cursor.at < cursor.bytes.count, cursor.bytes[cursor.at] == UInt8(ascii: "+") || cursor.bytes[cursor.at] == UInt8(ascii: "-") { cursor.at += 1 }
      try digits()
    }
    return String(decoding: cursor.bytes[start..<cursor.at], as: UTF8.self)
  }

  mutating func digits() throws(Diagnostic) {
    guard cursor.at < cursor.bytes.count, isDigit(cursor.bytes[cursor.at]) else { throw unexpected("a digit") }
    while cursor.at < cursor.bytes.count, isDigit(cursor.bytes[cursor.at]) { cursor.at += 1 }
  }

  func isDigit(_ byte: UInt8) -> Bool { byte &- 48 < 10 }

  mutating func string() throws(Diagnostic) -> String {
    cursor.at += 1
    let start = cursor.at
    while cursor.at < cursor.bytes.count {
      let byte = cursor.bytes[cursor.at]
      if byte == UInt8(ascii: "\"") {
        let text = String(decoding: cursor.bytes[start..<cursor.at], as: UTF8.self)
        cursor.at += 1
        return text
      }
      if byte == UInt8(ascii: "\\") { return try escapedString(from: start) }
      if byte < 0x20 { throw unexpected("an escape for the control character") }
      cursor.step()
    }
    throw unexpected("“\"” at the end of the string")
  }

  /// The rest of a string at its first backslash; what stands since `start` needs no escape.
  mutating func escapedString(from start: Int) throws(Diagnostic) -> String {
    var buffer = Array(cursor.bytes[start..<cursor.at])
    while cursor.at < cursor.bytes.count {
      let byte = cursor.bytes[cursor.at]
      if byte == UInt8(ascii: "\"") {
        cursor.at += 1
        return String(decoding: buffer, as: UTF8.self)
      }
      if byte == UInt8(ascii: "\\") {
        buffer += try escape().utf8
        continue
      }
      if byte < 0x20 { throw unexpected("an escape for the control character") }
      buffer.append(byte)
      cursor.step()
    }
    throw unexpected("“\"” at the end of the string")
  }

  mutating func escape() throws(Diagnostic) -> String {
    cursor.at += 1
    guard cursor.at < cursor.bytes.count else { throw unexpected("an escaped character") }
    let byte = cursor.bytes[cursor.at]
    cursor.at += 1
    switch byte {
    case UInt8(ascii: "\""): return "\""
    case UInt8(ascii: "\\"): return "\\"
    case UInt8(ascii: "/"): return "/"
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"):
      let unit = try hexUnit()
      if let scalar = Unicode.Scalar(unit) { return String(scalar) }
      // A high surrogate must be followed by the escape of a low one (RFC 8259 §7).
      guard unit < 0xDC00, cursor.bytes[cursor.at...].starts(with: "\\u".utf8) else {
        throw unexpected("the second half of a surrogate pair")
      }
      cursor.at += 2
      let low = try hexUnit()
      guard (0xDC00..<0xE000).contains(low) else { throw unexpected("the second half of a surrogate pair") }
      let code = 0x10000 + (UInt32(unit) - 0xD800) << 10 + (UInt32(low) - 0xDC00)
      return Unicode.Scalar(code).map { String($0) } ?? ""
    default:
      cursor.at -= 1
      throw unexpected("one of \" \\ / b f n r t u after “\\”")
    }
  }

  mutating func hexUnit() throws(Diagnostic) -> UInt16 {
    var unit: UInt16 = 0
    for _ in 0..<4 {
      guard cursor.at < cursor.bytes.count, let digit = Character(Unicode.Scalar(cursor.bytes[cursor.at])).hexDigitValue, cursor.bytes[cursor.at] < 0x80 else {
        throw unexpected("four hexadecimal digits")
      }
      unit = unit << 4 | UInt16(digit)
      cursor.at += 1
    }
    return unit
  }
}
