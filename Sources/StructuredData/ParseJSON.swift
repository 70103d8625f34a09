package import Diagnostics

/// Reads one JSON text (RFC 8259, strictly; a byte order mark before it is skipped).
///
/// Linear time. Nesting deeper than 256 is refused. A key that stands twice in an object is an error.
/// - Parameter document: how the user named the text, for spans.
/// - Throws: `json.syntax` (the first place where the text stops being JSON), `json.depth`, `json.duplicate-key`.
package func parseJSON(_ text: String, document: String) throws(Diagnostics) -> Node {
  var parser = JSONParser(bytes: Array(text.utf8), document: document)
  return try parser.document()
}

private struct JSONParser {
  let bytes: [UInt8]
  let name: String
  var at = 0
  /// UTF-8 continuation bytes passed so far: code point offset = byte offset − this.
  var continuations = 0
  var line = 1
  /// Code point offset of the current line's start.
  var lineStart = 0
  var repeated: [Diagnostic] = []
  let maximumDepth = 256

  init(bytes: [UInt8], document: String) {
    self.bytes = bytes
    self.name = document
  }

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
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      at = 3
      continuations = 2
    }
    skipSpace()
    let root = try value(depth: 0)
    skipSpace()
    if at < bytes.count { throw unexpected("the end of the text") }
    return root
  }

  // MARK: places

  typealias Mark = (offset: Int, line: Int, lineStart: Int)
  var offset: Int { at - continuations }
  var mark: Mark { (offset, line, lineStart) }

  func span(from start: Mark) -> SourceSpan {
    SourceSpan(
      document: name, range: start.offset..<max(start.offset, offset),
      start: .init(line: start.line, column: start.offset - start.lineStart + 1))
  }

  func unexpected(_ expected: String) -> Diagnostic {
    let found: String
    if at >= bytes.count {
      found = "the text ends"
    } else {
      let rest = String(decoding: bytes[at..<min(at + 4, bytes.count)], as: UTF8.self)
      let scalar = rest.unicodeScalars.first ?? "?"
      found = scalar.value < 32 ? "found a control character" : "found “\(scalar)”"
    }
    let here = mark
    return .error(
      "json.syntax", "expected \(expected), \(found)",
      at: SourceSpan(
        document: name, range: here.offset..<(here.offset + (at < bytes.count ? 1 : 0)),
        start: .init(line: here.line, column: here.offset - here.lineStart + 1)))
  }

  // MARK: grammar

  mutating func skipSpace() {
    while at < bytes.count {
      switch bytes[at] {
      case 0x20, 0x09: at += 1
      case 0x0A:
        at += 1
        line += 1
        lineStart = offset
      case 0x0D:
        at += 1
        if at < bytes.count, bytes[at] == 0x0A { continue }
        line += 1
        lineStart = offset
      default: return
      }
    }
  }

  mutating func value(depth: Int) throws(Diagnostic) -> Node {
    guard at < bytes.count else { throw unexpected("a value") }
    let start = mark
    switch bytes[at] {
    case UInt8(ascii: "{"):
      return Node(.mapping(try object(depth: depth + 1)), at: span(from: start))
    case UInt8(ascii: "["):
      return Node(.sequence(try array(depth: depth + 1)), at: span(from: start))
    case UInt8(ascii: "\""):
      return Node(.string(try string()), at: span(from: start))
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      return Node(.number(try number()), at: span(from: start))
    case UInt8(ascii: "t"):
      try word("true")
      return Node(.bool(true), at: span(from: start))
    case UInt8(ascii: "f"):
      try word("false")
      return Node(.bool(false), at: span(from: start))
    case UInt8(ascii: "n"):
      try word("null")
      return Node(.null, at: span(from: start))
    default: throw unexpected("a value")
    }
  }

  mutating func word(_ word: StaticString) throws(Diagnostic) {
    let text = word.description
    guard bytes[at...].starts(with: text.utf8) else { throw unexpected("a value") }
    at += text.utf8.count
  }

  func checkDepth(_ depth: Int) throws(Diagnostic) {
    if depth > maximumDepth {
      throw .error("json.depth", "nested deeper than \(maximumDepth)", at: span(from: mark))
    }
  }

  mutating func array(depth: Int) throws(Diagnostic) -> [Node] {
    try checkDepth(depth)
    at += 1
    skipSpace()
    var items: [Node] = []
    if at < bytes.count, bytes[at] == UInt8(ascii: "]") {
      at += 1
      return items
    }
    while true {
      items.append(try value(depth: depth))
      skipSpace()
      guard at < bytes.count else { throw unexpected("“,” or “]”") }
      switch bytes[at] {
      case UInt8(ascii: ","):
        at += 1
        skipSpace()
      case UInt8(ascii: "]"):
        at += 1
        return items
      default: throw unexpected("“,” or “]”")
      }
    }
  }

  mutating func object(depth: Int) throws(Diagnostic) -> Mapping {
    try checkDepth(depth)
    at += 1
    skipSpace()
    var entries: [Mapping.Entry] = []
    if at < bytes.count, bytes[at] == UInt8(ascii: "}") {
      at += 1
      return Mapping(entries)
    }
    while true {
      guard at < bytes.count, bytes[at] == UInt8(ascii: "\"") else { throw unexpected("a key in quotes") }
      let start = mark
      let key = try string()
      let keySpan = span(from: start)
      skipSpace()
      guard at < bytes.count, bytes[at] == UInt8(ascii: ":") else { throw unexpected("“:”") }
      at += 1
      skipSpace()
      entries.append(Mapping.Entry(key: key, keySpan: keySpan, value: try value(depth: depth)))
      skipSpace()
      guard at < bytes.count else { throw unexpected("“,” or “}”") }
      switch bytes[at] {
      case UInt8(ascii: ","):
        at += 1
        skipSpace()
      case UInt8(ascii: "}"):
        at += 1
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
    let start = at
    if bytes[at] == UInt8(ascii: "-") { at += 1 }
    if at < bytes.count, bytes[at] == UInt8(ascii: "0") {
      at += 1
      if at < bytes.count, isDigit(bytes[at]) { throw unexpected("no digit after a leading zero") }
    } else {
      try digits()
    }
    if at < bytes.count, bytes[at] == UInt8(ascii: ".") {
      at += 1
      try digits()
    }
    if at < bytes.count, bytes[at] | 0x20 == UInt8(ascii: "e") {
      at += 1
      if at < bytes.count, bytes[at] == UInt8(ascii: "+") || bytes[at] == UInt8(ascii: "-") { at += 1 }
      try digits()
    }
    return String(decoding: bytes[start..<at], as: UTF8.self)
  }

  mutating func digits() throws(Diagnostic) {
    guard at < bytes.count, isDigit(bytes[at]) else { throw unexpected("a digit") }
    while at < bytes.count, isDigit(bytes[at]) { at += 1 }
  }

  func isDigit(_ byte: UInt8) -> Bool { byte &- 48 < 10 }

  mutating func string() throws(Diagnostic) -> String {
    at += 1
    let start = at
    while at < bytes.count {
      let byte = bytes[at]
      if byte == UInt8(ascii: "\"") {
        let text = String(decoding: bytes[start..<at], as: UTF8.self)
        at += 1
        return text
      }
      if byte == UInt8(ascii: "\\") { return try escapedString(from: start) }
      if byte < 0x20 { throw unexpected("an escape for the control character") }
      if byte & 0xC0 == 0x80 { continuations += 1 }
      at += 1
    }
    throw unexpected("“\"” at the end of the string")
  }

  /// The rest of a string at its first backslash; what stands since `start` needs no escape.
  mutating func escapedString(from start: Int) throws(Diagnostic) -> String {
    var buffer = Array(bytes[start..<at])
    while at < bytes.count {
      let byte = bytes[at]
      if byte == UInt8(ascii: "\"") {
        at += 1
        return String(decoding: buffer, as: UTF8.self)
      }
      if byte == UInt8(ascii: "\\") {
        buffer += try escape().utf8
        continue
      }
      if byte < 0x20 { throw unexpected("an escape for the control character") }
      if byte & 0xC0 == 0x80 { continuations += 1 }
      buffer.append(byte)
      at += 1
    }
    throw unexpected("“\"” at the end of the string")
  }

  mutating func escape() throws(Diagnostic) -> String {
    at += 1
    guard at < bytes.count else { throw unexpected("an escaped character") }
    let byte = bytes[at]
    at += 1
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
      guard unit < 0xDC00, bytes[at...].starts(with: "\\u".utf8) else {
        throw unexpected("the second half of a surrogate pair")
      }
      at += 2
      let low = try hexUnit()
      guard (0xDC00..<0xE000).contains(low) else { throw unexpected("the second half of a surrogate pair") }
      let code = 0x10000 + (UInt32(unit) - 0xD800) << 10 + (UInt32(low) - 0xDC00)
      return Unicode.Scalar(code).map { String($0) } ?? ""
    default:
      at -= 1
      throw unexpected("one of \" \\ / b f n r t u after “\\”")
    }
  }

  mutating func hexUnit() throws(Diagnostic) -> UInt16 {
    var unit: UInt16 = 0
    for _ in 0..<4 {
      guard at < bytes.count, let digit = Character(Unicode.Scalar(bytes[at])).hexDigitValue, bytes[at] < 0x80 else {
        throw unexpected("four hexadecimal digits")
      }
      unit = unit << 4 | UInt16(digit)
      at += 1
    }
    return unit
  }
}
