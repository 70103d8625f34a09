extension Node {
  /// JSON text (RFC 8259), keys in order, numbers exactly as written (YAML's `+1`, `.5`, `007` in JSON's grammar).
  /// - Parameter pretty: two blanks of indent, one entry a line; else on one line with a blank after `,` and `:`.
  package func json(pretty: Bool = false) -> String {
    var writer = JSONWriter(pretty: pretty)
    writer.write(self, indent: 0)
    if pretty { writer.out.append(UInt8(ascii: "\n")) }
    return String(decoding: writer.out, as: UTF8.self)
  }
}

/// An object in JSON whose last entry is a list, made item by item, so that a long one is never held as nodes; as
/// ``Node/json(pretty:)`` writes it over several lines.
///
/// - Parameter write: takes the text piece by piece.
package func json<Failure: Error>(
  _ head: [(key: String, value: Node)], _ key: String, _ items: some Sequence<Node>, to write: (String) throws(Failure) -> Void
) throws(Failure) {
  var writer = JSONWriter(pretty: true)
  try writer.object(head, key, items, to: write)
  writer.out.append(UInt8(ascii: "\n"))
  try write(String(decoding: writer.out, as: UTF8.self))
}

/// A name of a field as ``JSONLines`` write it.
package struct JSONKey: ExpressibleByStringLiteral, Sendable {
  fileprivate let written: [UInt8]

  /// - Parameter name: without characters that need escapes.
  package init(stringLiteral name: String) { written = Array("\"\(name)\": ".utf8) }
}

/// Objects, each on one line, field by field: for files of so many lines that nodes of each would take longer than the text.
package struct JSONLines {
  private var writer = JSONWriter(pretty: false)
  /// What stands before the next field.
  private var lead: Lead = .line

  private enum Lead { case line, object, field }

  package init() { writer.out.reserveCapacity(pieceSize + 4096) }

  /// Whether so much is written that it may be handed on.
  package var isFull: Bool { writer.out.count >= pieceSize }

  package mutating func add(_ key: JSONKey, _ text: String?) {
    begin(key)
    if let text { writer.write(text) } else { writer.out += "null".utf8 }
  }

  package mutating func add(_ key: JSONKey, _ number: Int?) {
    begin(key)
    writer.out += (number.map { String($0) } ?? "null").utf8
  }

  package mutating func add(_ key: JSONKey, _ node: Node) {
    begin(key)
    writer.write(node, indent: 0)
  }

  /// An object within, field by field.
  package mutating func add(_ key: JSONKey, _ fields: (inout JSONLines) -> Void) {
    begin(key)
    writer.out.append(UInt8(ascii: "{"))
    lead = .object
    fields(&self)
    writer.out.append(UInt8(ascii: "}"))
    lead = .field
  }

  /// Ends the object, which is as ``Node/json(pretty:)`` writes it, with a line feed.
  package mutating func endLine() {
    if lead == .line { writer.out.append(UInt8(ascii: "{")) }
    writer.out.append(UInt8(ascii: "}"))
    writer.out.append(UInt8(ascii: "\n"))
    lead = .line
  }

  /// What is written since it was taken last.
  package mutating func take() -> String {
    defer { writer.out.removeAll(keepingCapacity: true) }
    return String(decoding: writer.out, as: UTF8.self)
  }

  private mutating func begin(_ key: JSONKey) {
    switch lead {
    case .line: writer.out.append(UInt8(ascii: "{"))
    case .object: break
    case .field:
      writer.out.append(UInt8(ascii: ","))
      writer.out.append(UInt8(ascii: " "))
    }
    lead = .field
    writer.out += key.written
  }
}

private struct JSONWriter {
  var out: [UInt8] = []
  let pretty: Bool

  init(pretty: Bool) { self.pretty = pretty }

  mutating func object<Failure: Error>(
    _ head: [(key: String, value: Node)], _ key: String, _ items: some Sequence<Node>, to pass: (String) throws(Failure) -> Void
  ) throws(Failure) {
    out.append(UInt8(ascii: "{"))
    for entry in head {
      newLine(1)
      write(entry.key)
      out += ": ".utf8
      write(entry.value, indent: 1)
      out.append(UInt8(ascii: ","))
    }
    newLine(1)
    write(key)
    out += ": [".utf8
    var isFirst = true
    for item in items {
      if !isFirst { out.append(UInt8(ascii: ",")) }
      isFirst = false
      newLine(2)
      write(item, indent: 2)
      if out.count >= pieceSize {
        try pass(String(decoding: out, as: UTF8.self))
        out.removeAll(keepingCapacity: true)
      }
    }
    if !isFirst { newLine(1) }
    out.append(UInt8(ascii: "]"))
    newLine(0)
    out.append(UInt8(ascii: "}"))
  }

  mutating func write(_ node: Node, indent: Int) {
    switch node.value {
    case .null: out += "null".utf8
    case .bool(let value): out += (value ? "true" : "false").utf8
    case .number(let text): out += jsonNumber(text).utf8
    case .string(let text): write(text)
    case .sequence(let items):
      list(items, "[", "]", indent: indent) { $0.write($1, indent: indent + 1) }
    case .mapping(let mapping):
      list(mapping.entries, "{", "}", indent: indent) { writer, entry in
        writer.write(entry.key)
        writer.out += ": ".utf8
        writer.write(entry.value, indent: indent + 1)
      }
    }
  }

  private mutating func list<Item>(
    _ items: [Item], _ open: Unicode.Scalar, _ close: Unicode.Scalar, indent: Int,
    _ one: (inout JSONWriter, Item) -> Void
  ) {
    out.append(UInt8(ascii: open))
    for (i, item) in items.enumerated() {
      if i > 0 { out += (pretty ? "," : ", ").utf8 }
      if pretty { newLine(indent + 1) }
      one(&self, item)
    }
    if pretty, !items.isEmpty { newLine(indent) }
    out.append(UInt8(ascii: close))
  }

  private mutating func newLine(_ indent: Int) {
    out.append(UInt8(ascii: "\n"))
    out += repeatElement(UInt8(ascii: " "), count: indent * 2)
  }

  mutating func write(_ text: String) {
    out.append(UInt8(ascii: "\""))
    if text.utf8.contains(where: { $0 < 0x20 || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\") }) {
      escape(text)
    } else {
      out += text.utf8
    }
    out.append(UInt8(ascii: "\""))
  }

  private mutating func escape(_ text: String) {
    let digits = Array("0123456789abcdef".utf8)
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""): out += "\\\"".utf8
      case UInt8(ascii: "\\"): out += "\\\\".utf8
      case 0x0A: out += "\\n".utf8
      case 0x0D: out += "\\r".utf8
      case 0x09: out += "\\t".utf8
      case 0..<0x20: out += "\\u00".utf8 + [digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      default: out.append(byte)
      }
    }
  }
}

/// A decimal number of YAML's core schema in JSON's grammar, exactly: no plus sign, no leading zeros, a digit on either
/// side of the point. What is no number becomes a string.
func jsonNumber(_ text: String) -> String {
  var rest = Array(text.utf8)[...]
  var out: [UInt8] = []
  if rest.first == UInt8(ascii: "-") { out.append(UInt8(ascii: "-")) }
  if rest.first == UInt8(ascii: "-") || rest.first == UInt8(ascii: "+") { rest = rest.dropFirst() }
  let whole = rest.prefix { $0 &- 48 < 10 }
  rest = rest.dropFirst(whole.count)
  let significant = whole.drop { $0 == 48 }
  out += significant.isEmpty ? [48] : Array(significant)
  var fraction: ArraySlice<UInt8> = []
  if rest.first == UInt8(ascii: ".") {
    rest = rest.dropFirst()
    fraction = rest.prefix { $0 &- 48 < 10 }
    rest = rest.dropFirst(fraction.count)
    if !fraction.isEmpty { out += [UInt8(ascii: ".")] + fraction }
  }
  if whole.isEmpty, fraction.isEmpty { return Node.string(text).json() }
  if let e = rest.first, e | 0x20 == UInt8(ascii: "e") {
    let exponent = rest.dropFirst()
    let digits = exponent.drop { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "+") }
    guard exponent.count - digits.count <= 1, !digits.isEmpty, digits.allSatisfy({ $0 &- 48 < 10 }) else {
      return Node.string(text).json()
    }
    out += rest
    rest = []
  }
  return rest.isEmpty ? String(decoding: out, as: UTF8.self) : Node.string(text).json()
}
