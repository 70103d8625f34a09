package import Diagnostics

/// Reads a table with a header row (RFC 4180) into a list of mappings from column name to cell.
///
/// The separator is the one of `,` `;` TAB that stands most often outside quotes in the header row. CR, LF and CRLF end
/// a row; a byte order mark and empty rows are skipped. A cell that is a plain decimal number becomes a number as
/// written, an empty one null; one in quotes stays a text.
/// - Throws: `csv.empty`, `csv.header` (a column without name, or twice the same), `csv.quote`, `csv.columns` (a row with
///   more cells than the header); a row with fewer cells has no values for the rest.
package func parseCSV(_ text: String, document: String) throws(Diagnostics) -> Node {
  var parser = CSVParser(text, document: document)
  let all = parser.cursor.mark
  let rows = parser.rows()
  guard let header = rows.first else {
    throw Diagnostics(.error("csv.empty", "the table is empty", at: parser.cursor.span(from: all)))
  }
  parser.check(header: header)
  var nodes: [Node] = []
  nodes.reserveCapacity(rows.count)
  for row in rows.dropFirst() {
    guard let first = row.first, let last = row.last else { continue }
    if row.count > header.count {
      parser.report(
        .error(
          "csv.columns", "the row has \(row.count) cells, the header \(header.count)", at: row[header.count].node.span))
    }
    var span = first.node.span
    span.range = span.range.lowerBound..<last.node.span.range.upperBound
    let entries = zip(header, row).map { Mapping.Entry(key: $0.text, keySpan: $0.node.span, value: $1.node) }
    nodes.append(Node(.mapping(Mapping(entries)), at: span))
  }
  if !parser.findings.isEmpty { throw Diagnostics(parser.findings) }
  return Node(.sequence(nodes), at: parser.cursor.span(from: all))
}

private struct CSVParser {
  typealias Cell = (node: Node, text: String)

  private(set) var cursor: TextCursor
  private let separator: UInt8
  private(set) var findings: [Diagnostic] = []

  init(_ text: String, document: String) {
    cursor = TextCursor(text, name: document)
    separator = Self.separator(of: cursor.bytes)
  }

  /// Ties go to the comma, then to the semicolon.
  private static func separator(of bytes: [UInt8]) -> UInt8 {
    var comma = 0
    var semicolon = 0
    var tab = 0
    var quoted = false
    scan: for byte in bytes {
      switch byte {
      case UInt8(ascii: "\""): quoted.toggle()
      case 0x0A, 0x0D: if !quoted, comma + semicolon + tab > 0 { break scan }
      case UInt8(ascii: ","): if !quoted { comma += 1 }
      case UInt8(ascii: ";"): if !quoted { semicolon += 1 }
      case 0x09: if !quoted { tab += 1 }
      default: continue
      }
    }
    if comma >= semicolon, comma >= tab { return UInt8(ascii: ",") }
    return semicolon >= tab ? UInt8(ascii: ";") : 0x09
  }

  /// Keeps the first hundred findings.
  mutating func report(_ finding: Diagnostic) {
    if findings.count < 100 { findings.append(finding) }
  }

  mutating func check(header: [Cell]) {
    var known = Set<String>()
    for cell in header {
      if cell.text.isEmpty {
        report(.error("csv.header", "a column without name", at: cell.node.span))
      } else if !known.insert(cell.text).inserted {
        report(.error("csv.header", "the column “\(cell.text)” stands twice", at: cell.node.span))
      }
    }
  }

  /// All rows that are not empty.
  mutating func rows() -> [[Cell]] {
    var rows: [[Cell]] = []
    while !cursor.isAtEnd {
      if isAtBreak {
        cursor.breakLine()
      } else {
        rows.append(row())
      }
    }
    return rows
  }

  private var isAtBreak: Bool { cursor.byte == 0x0A || cursor.byte == 0x0D }
  private var isAtCellEnd: Bool { cursor.isAtEnd || cursor.byte == separator || isAtBreak }

  private mutating func row() -> [Cell] {
    var cells = [cell()]
    while !cursor.isAtEnd, cursor.byte == separator {
      cursor.at += 1
      cells.append(cell())
    }
    return cells
  }

  private mutating func skipBlanks() {
    while cursor.byte == 0x20 { cursor.at += 1 }
  }

  private mutating func cell() -> Cell {
    skipBlanks()
    if cursor.byte == UInt8(ascii: "\"") { return quotedCell() }
    let start = cursor.mark
    let first = cursor.at
    while !isAtCellEnd { cursor.step() }
    var end = cursor.at
    while end > first, cursor.bytes[end - 1] == 0x20 { end -= 1 }
    let text = cursor.text(first..<end)
    var span = cursor.span(from: start)
    span.range = span.range.lowerBound..<span.range.upperBound - (cursor.at - end)
    if text.isEmpty { return (Node(.null, at: span), text) }
    return (Node(isCoreSchemaNumber(text) ? .number(text) : .string(text), at: span), text)
  }

  private mutating func quotedCell() -> Cell {
    let start = cursor.mark
    var text: [UInt8] = []
    var isClosed = false
    cursor.at += 1
    while !cursor.isAtEnd {
      let from = cursor.at
      if cursor.byte == UInt8(ascii: "\"") {
        cursor.at += 1
        if cursor.byte != UInt8(ascii: "\"") {
          isClosed = true
          break
        }
        cursor.at += 1
        text.append(UInt8(ascii: "\""))
        continue
      }
      if isAtBreak { cursor.breakLine() } else { cursor.step() }
      text += cursor.bytes[from..<cursor.at]
    }
    let span = cursor.span(from: start)
    if !isClosed { report(.error("csv.quote", "the quoted cell has no end", at: span)) }
    skipBlanks()
    if !isAtCellEnd {
      let rest = cursor.mark
      while !isAtCellEnd { cursor.step() }
      report(
        .error(
          "csv.quote", "text behind the closing quote; a quote inside is written twice", at: cursor.span(from: rest)))
    }
    let string = String(decoding: text, as: UTF8.self)
    return (Node(.string(string), at: span), string)
  }
}
