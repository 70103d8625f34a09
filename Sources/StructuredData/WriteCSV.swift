/// A cell of a table (RFC 4180): quoted where it holds a separator, quote, line break or outer blank, and where it is empty;
/// nothing for none.
///
/// - Parameter guardsFormulas: whether a text that a spreadsheet program would run is kept from it by an apostrophe in front, which
///   ``withoutFormulaGuard(_:)`` takes off again.
package func csvCell(_ text: String?, guardsFormulas: Bool = true) -> String {
  guard var text else { return "" }
  if guardsFormulas, opensFormula(text.drop { $0 == "'" }) { text = "'" + text }
  let special = text.unicodeScalars.contains { [",", "\"", "\n", "\r", ";", "\t"].contains($0) }
  let outer = [text.unicodeScalars.first, text.unicodeScalars.last].contains { $0?.properties.isWhitespace ?? true }
  guard special || outer else { return text }
  return "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
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
