/// A cell of a table (RFC 4180): quoted where it holds a separator, quote, line break or outer blank, and where it is empty;
/// nothing for none.
///
/// - Parameter guardsFormulas: whether a text that a spreadsheet program would run is kept from it by an apostrophe in front, which
///   ``withoutFormulaGuard(_:)`` takes off again.
package func csvCell(_ text: String?, guardsFormulas: Bool = true) -> String {
  guard let text else { return "" }
  var cell: [UInt8] = []
  cell.append(csvCell: text, guardsFormulas: guardsFormulas)
  return String(decoding: cell, as: UTF8.self)
}

extension [UInt8] {
  /// The same as bytes of a row.
  package mutating func append(csvCell text: String, guardsFormulas: Bool = true) {
    var text = text
    // Most cells begin with a letter, a digit or a Chinese character, and hold no more of what matters here: bytes tell.
    let isPlain = text.utf8.first.map { isLetterOrDigit($0) || (0xE4...0xE9).contains($0) } ?? false
    if guardsFormulas, !isPlain, opensFormula(text.drop { $0 == "'" }) { text = "'" + text }
    let special = text.utf8.contains { $0 == 0x2C || $0 == 0x22 || $0 == 0x0A || $0 == 0x0D || $0 == 0x3B || $0 == 0x09 }
    let isBounded = isPlain && text.utf8.last.map(isLetterOrDigit) ?? false
    guard special || !isBounded && (isBlank(text.unicodeScalars.first) || isBlank(text.unicodeScalars.last)) else {
      append(contentsOf: text.utf8)
      return
    }
    append(0x22)
    for byte in text.utf8 {
      append(byte)
      if byte == 0x22 { append(byte) }
    }
    append(0x22)
  }
}

private func isLetterOrDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte) }

/// Whether a scalar has the property White_Space (Unicode 17, PropList), or is none; asking the standard library takes longer than all else here.
private func isBlank(_ scalar: Unicode.Scalar?) -> Bool {
  guard let scalar else { return true }
  return switch scalar.value {
  case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: true
  default: false
  }
}

/// A cell without the apostrophe that ``csvCell(_:guardsFormulas:)`` sets.
package func withoutFormulaGuard(_ text: String) -> String {
  text.first == "'" && opensFormula(text.drop { $0 == "'" }) ? String(text.dropFirst()) : text
}

/// Whether spreadsheet programs take a text for a formula by its first sign, full-width ones included (OWASP, CSV injection); a sign
/// alone, and a signed number or percentage, are none.
private func opensFormula(_ text: Substring) -> Bool {
  guard let first = text.unicodeScalars.first, "=+-@\t\r\n＝＋－＠".unicodeScalars.contains(first), text.count > 1 else { return false }
  return Double(text.hasSuffix("%") ? text.dropLast() : text) == nil
}

extension Node {
  /// A table that was read from CSV, its texts without guards of formulas.
  package var withoutFormulaGuards: Node {
    switch value {
    case .sequence(let rows): Node(.sequence(rows.map(\.withoutFormulaGuards)), at: span)
    case .mapping(let mapping):
      Node(
        .mapping(Mapping(mapping.entries.map { Mapping.Entry(key: $0.key, keySpan: $0.keySpan, value: $0.value.withoutFormulaGuards) })),
        at: span)
    case .string(let text): text.first == "'" ? Node(.string(StructuredData.withoutFormulaGuard(text)), at: span) : self
    case .null, .bool, .number: self
    }
  }
}
