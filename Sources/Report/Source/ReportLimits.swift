import Diagnostics

/// What a report may hold of one kind: more fits no paper of a person, and would take hours to set.
enum ReportLimits {
  static let columns = 100
  static let cells = 20_000
  /// Of one block.
  static let cards = 1_000
  static let notes = 5_000
  /// Addresses of links that stand apart from them (`[name]: address`).
  static let definitions = 20_000

  /// Lines that look like definitions: their number is known before the text is parsed.
  static func problem(ofDefinitionsIn text: String, document: String) -> Diagnostic? {
    let count = text.utf8.split(separator: UInt8(ascii: "\n")).count { line in
      let start = line.drop { $0 == UInt8(ascii: " ") }
      guard start.first == UInt8(ascii: "["), let end = start.firstIndex(of: UInt8(ascii: "]")) else { return false }
      return start.dropFirst().first != UInt8(ascii: "^") && start[end...].dropFirst().first == UInt8(ascii: ":")
    }
    guard count > definitions else { return nil }
    return .error(
      "report.definitions", "the report has \(count) definitions of links", at: SourceSpan(document: document),
      hint: "at most \(definitions) are read")
  }
}

extension ReportReader {
  mutating func checkSize(of table: ReportTable, at span: SourceSpan) {
    let (columns, cells) = (table.columns.count, table.columns.count * (table.rows.count + 1))
    if columns > ReportLimits.columns {
      diagnostics.append(
        .error("report.table-size", "the table has \(columns) columns", at: span, hint: "at most \(ReportLimits.columns) fit on pages"))
    } else if cells > ReportLimits.cells {
      diagnostics.append(
        .error(
          "report.table-size", "the table has \(cells) cells", at: span,
          hint: "at most \(ReportLimits.cells) are set: give the rest as data"))
    }
  }

  /// Whether cards may be this many.
  mutating func allows(cards count: Int, at span: SourceSpan) -> Bool {
    guard count > ReportLimits.cards else { return true }
    diagnostics.append(.error("report.cards", "these are \(count) cards", at: span, hint: "at most \(ReportLimits.cards) stand together"))
    return false
  }

  mutating func checkNotes(document: String) {
    guard footnotes.count > ReportLimits.notes else { return }
    diagnostics.append(
      .error(
        "report.notes", "the report has \(footnotes.count) notes", at: SourceSpan(document: document),
        hint: "at most \(ReportLimits.notes) are set"))
  }
}
