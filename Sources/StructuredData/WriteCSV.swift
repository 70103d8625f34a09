/// A cell of a table (RFC 4180): quoted where it holds a separator, quote, line break or outer blank, and where it is empty;
/// nothing for none.
///
/// - Parameter guardsFormulas: whether a text that a spreadsheet program would run is kept from it by an apostrophe in front, which
///   ``withoutFormulaGuard(_:)`` takes off again.
package func csvCell(_ text: String?, guardsFormulas: Bool = true) -> String {
  guard var text else { return "" }
  // Most cells begin with a letter or a digit, and hold no more of what matters here: bytes tell.
  let isPlain = text.utf8.first.map { (48...57).contains($0) || (65...90).contains($0) || (97...122).contains($0) } ?? false
  if guardsFormulas, !isPlain, opensFormula(text.drop { $0 == "'" }) { text = "'" + text }
  let special = text.utf8.contains { [0x2C, 0x22, 0x0A, 0x0D, 0x3B, 0x09].contains($0) }
  guard special || isBlank(text.unicodeScalars.first) || isBlank(text.unicodeScalars.last) else { return text }
  return "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
}

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
