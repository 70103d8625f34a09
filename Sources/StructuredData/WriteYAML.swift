extension Node {
  /// YAML in block style, two blanks a level, keys in order, numbers as written; texts are quoted where they would read
  /// back as something else, and stand as literal blocks when they have several lines. Reads back equal.
  package func yaml() -> String {
    var writer = YAMLWriter()
    switch value {
    case .mapping(let mapping) where !mapping.isEmpty: writer.mapping(mapping, indent: 0)
    case .sequence(let items) where !items.isEmpty: writer.sequence(items, indent: 0)
    default:
      writer.value(self, indent: 0)
      writer.out += "\n"
    }
    return writer.out
  }
}

/// A mapping in YAML whose last entry is a list, made item by item, so that a long one is never held as nodes; as
/// ``Node/yaml()`` writes it.
///
/// - Parameter write: takes the text piece by piece.
package func yaml<Failure: Error>(
  _ head: [(key: String, value: Node)], _ key: String, _ items: some Sequence<Node>, to write: (String) throws(Failure) -> Void
) throws(Failure) {
  var writer = YAMLWriter()
  writer.mapping(Mapping(head.map { Mapping.Entry(key: $0.key, value: $0.value) }), indent: 0)
  try writer.list(key, items, to: write)
  try write(writer.out)
}

/// So many bytes of a long text are handed on at a time.
let pieceSize = 1 << 16

private struct YAMLWriter {
  var out = ""

  mutating func list<Failure: Error>(_ key: String, _ items: some Sequence<Node>, to write: (String) throws(Failure) -> Void)
    throws(Failure)
  {
    out += yamlKey(key) + ":"
    var isFirst = true
    for item in items {
      if isFirst { out += "\n" }
      isFirst = false
      margin(1)
      out += "-"
      child(item, indent: 1, isInMapping: false)
      if out.utf8.count >= pieceSize {
        try write(out)
        out.removeAll(keepingCapacity: true)
      }
    }
    if isFirst { out += " []\n" }
  }

  mutating func mapping(_ mapping: Mapping, indent: Int) {
    for (i, entry) in mapping.entries.enumerated() {
      if i > 0 { margin(indent) }
      out += yamlKey(entry.key) + ":"
      child(entry.value, indent: indent, isInMapping: true)
    }
  }

  mutating func sequence(_ items: [Node], indent: Int) {
    for (i, item) in items.enumerated() {
      if i > 0 { margin(indent) }
      out += "-"
      child(item, indent: indent, isInMapping: false)
    }
  }

  /// What follows a key or a dash, with the line break at its end.
  private mutating func child(_ node: Node, indent: Int, isInMapping: Bool) {
    switch node.value {
    case .mapping(let mapping) where !mapping.isEmpty:
      if isInMapping {
        out += "\n"
        margin(indent + 1)
      } else {
        out += " "
      }
      self.mapping(mapping, indent: indent + 1)
    case .sequence(let items) where !items.isEmpty:
      if isInMapping {
        out += "\n"
        margin(indent + 1)
      } else {
        out += " "
      }
      sequence(items, indent: indent + 1)
    default:
      out += " "
      value(node, indent: indent + 1)
      out += "\n"
    }
  }

  mutating func value(_ node: Node, indent: Int) {
    switch node.value {
    case .null: out += "null"
    case .bool(let value): out += value ? "true" : "false"
    case .number(let text): out += isCoreSchemaNumber(text) ? text : quotedYAML(text)
    case .string(let text):
      if fitsLiteralBlock(text) { literal(text, indent: indent) } else { out += yamlText(text) }
    case .sequence: out += "[]"
    case .mapping: out += "{}"
    }
  }

  /// `|` and the lines, without the line break behind the last.
  private mutating func literal(_ text: String, indent: Int) {
    let endsInBreak = text.utf8.last == UInt8(ascii: "\n")
    out += endsInBreak ? "|" : "|-"
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    if endsInBreak { lines.removeLast() }
    for line in lines {
      out += "\n"
      if !line.isEmpty {
        margin(max(1, indent))
        out += line
      }
    }
  }

  private mutating func margin(_ indent: Int) { for _ in 0..<indent { out += "  " } }
}

/// Whether the lines of a text can stand as they are: no character that needs an escape, no blank at a line's end or
/// the text's start, and one line break at most at the end (`|` keeps one, `|-` none).
private func fitsLiteralBlock(_ text: String) -> Bool {
  guard text.utf8.contains(UInt8(ascii: "\n")) else { return false }
  var previous: Unicode.Scalar = "\n"
  var hasBreak = false
  for (i, scalar) in text.unicodeScalars.enumerated() {
    if scalar == "\n" {
      hasBreak = true
      if previous == " " || i == 0 { return false }
    } else if i == 0, scalar == " " || !isPrintableYAML(scalar) || scalar == "\t" {
      return false
    } else if !isPrintableYAML(scalar) || scalar.isYAMLBreak {
      return false
    }
    previous = scalar
  }
  return hasBreak && previous != " " && !text.hasSuffix("\n\n")
}

private func isPrintableYAML(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x9, 0xA, 0x20...0x7E, 0xA0...0x2027, 0x202A...0xD7FF, 0xE000...0xFEFE, 0xFF00...0xFFFD, 0x10000...0x10FFFF: true
  default: false
  }
}

/// A text on one line: plain where that reads back as the same text, else in double quotes.
func yamlText(_ text: String) -> String { readsBackPlain(text) ? text : quotedYAML(text) }

/// A key: as ``yamlText(_:)``, but what would resolve to a number or bool may stand plain, since keys are texts.
private func yamlKey(_ key: String) -> String { readsBackPlain(key, isKey: true) ? key : quotedYAML(key) }

private func readsBackPlain(_ text: String, isKey: Bool = false) -> Bool {
  if isKey, text.utf8.count > 5, text.utf8.allSatisfy({ $0 == UInt8(ascii: "_") || $0 &- 97 < 26 }) { return true }
  let scalars = text.unicodeScalars
  guard let first = scalars.first, let last = scalars.last else { return false }
  if isKey, scalars.count > 120 { return false }
  if !isKey, coreSchemaValue(ofPlain: text) != .string(text) { return false }
  // YAML 1.1 readers take these for booleans and special numbers; quoted, every reader sees the same text.
  if text.utf8.count <= 5, ["yes", "no", "on", "off", "y", "n", ".inf", "-.inf", "+.inf", ".nan"].contains(text.lowercased()) {
    return isKey
  }
  if first.isYAMLSpace || last.isYAMLSpace || last == ":" { return false }
  switch first {
  case "-", "?", ":", ",", "[", "]", "{", "}", "#", "&", "*", "!", "|", ">", "'", "\"", "%", "@", "`", "=", "<", "~", ".": return false
  default: break
  }
  if first == "0" || first == "+", !isKey, scalars.count > 1, !isCoreSchemaNumber(text), scalars.allSatisfy(\.isASCII) {
    return false
  }
  var previous: Unicode.Scalar = " "
  for scalar in scalars {
    guard isPrintableYAML(scalar), scalar != "\n", scalar != "\t" else { return false }
    if previous == ":", scalar == " " { return false }
    if scalar == "#", previous == " " { return false }
    if isKey, scalar == "[" || scalar == "]" || scalar == "{" || scalar == "}" || scalar == "," { return false }
    previous = scalar
  }
  return true
}

/// A double-quoted scalar; everything printable stands as itself.
private func quotedYAML(_ text: String) -> String {
  var out = String.UnicodeScalarView("\"".unicodeScalars)
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\"": out.append(contentsOf: "\\\"".unicodeScalars)
    case "\\": out.append(contentsOf: "\\\\".unicodeScalars)
    case "\n": out.append(contentsOf: "\\n".unicodeScalars)
    case "\r": out.append(contentsOf: "\\r".unicodeScalars)
    case "\t": out.append(contentsOf: "\\t".unicodeScalars)
    default:
      if isPrintableYAML(scalar) {
        out.append(scalar)
      } else {
        let code = String(scalar.value, radix: 16, uppercase: true)
        let width = scalar.value < 0x100 ? 2 : scalar.value < 0x10000 ? 4 : 8
        out.append(contentsOf: (width == 2 ? "\\x" : width == 4 ? "\\u" : "\\U").unicodeScalars)
        out.append(contentsOf: String(repeating: "0", count: width - code.count).unicodeScalars)
        out.append(contentsOf: code.unicodeScalars)
      }
    }
  }
  out.append("\"")
  return String(out)
}
