package import Diagnostics

/// Reads a table with a header row (RFC 4180) into a list of mappings from column name to cell.
///
/// The separator is the one of `,` `;` TAB that stands most often outside quotes in the header row. CR, LF and CRLF end
/// a row; a byte order mark and empty rows are skipped. A cell that is a plain decimal number becomes a number as
/// written, an empty one null; one in quotes stays a text.
/// - Throws: `csv.empty`, `csv.header` (a column without name, or twice the same), `csv.quote`, `csv.columns` (a row with
///   more cells than the header); a row with fewer cells has no values for the rest.
package func parseCSV(_ text: String, document: String) throws(Diagnostics) -> Node {
  var parser = CSVParser(scalars: Array(text.unicodeScalars), document: document)
  let rows = parser.rows()
  guard let header = rows.first else {
    throw Diagnostics(parser.findings + [.error("csv.empty", "the table is empty", at: parser.span(from: parser.start))])
  }
  let columns = parser.columns(header)
  var nodes: [Node] = []
  nodes.reserveCapacity(rows.count)
  for row in rows.dropFirst() {
    if row.count > columns.count, let extra = row.dropFirst(columns.count).first {
      parser.report(
        .error("csv.columns", "the row has \(row.count) cells, the header \(columns.count)", at: extra.node.span))
    }
    let entries = zip(columns, row).map { Mapping.Entry(key: $0.name, keySpan: $0.span, value: $1.node) }
    var span = row.first?.node.span ?? parser.span(from: parser.start)
    span.range = span.range.lowerBound..<(row.last?.node.span.range.upperBound ?? span.range.upperBound)
    nodes.append(Node(.mapping(Mapping(entries)), at: span))
  }
  if !parser.findings.isEmpty { throw Diagnostics(parser.findings) }
  return Node(.sequence(nodes), at: SourceSpan(document: document, range: 0..<parser.scalars.count, start: .init(line: 1, column: 1)))
}

private struct CSVParser {
  typealias Cell = (node: Node, text: String)

  let scalars: [Unicode.Scalar]
  let name: String
  private let separator: Unicode.Scalar
  private var at: Int
  private var line = 1
  private var lineStart = 0
  private(set) var findings: [Diagnostic] = []

  init(scalars: [Unicode.Scalar], document: String) {
    self.scalars = scalars
    self.name = document
    self.at = scalars.first == "\u{FEFF}" ? 1 : 0
    self.separator = Self.separator(of: scalars)
  }

  /// Ties go to the comma, then to the semicolon.
  private static func separator(of scalars: [Unicode.Scalar]) -> Unicode.Scalar {
    var comma = 0
    var semicolon = 0
    var tab = 0
    var quoted = false
    scan: for scalar in scalars {
      switch scalar {
      case "\"": quoted.toggle()
      case "\n", "\r": if !quoted, comma + semicolon + tab > 0 { break scan }
      case ",": if !quoted { comma += 1 }
      case ";": if !quoted { semicolon += 1 }
      case "\t": if !quoted { tab += 1 }
      default: continue
      }
    }
    if comma >= semicolon, comma >= tab { return "," }
    return semicolon >= tab ? ";" : "\t"
  }

  typealias Place = (offset: Int, position: SourceSpan.Position)
  var start: Place { (at, .init(line: line, column: at - lineStart + 1)) }

  func span(from start: Place) -> SourceSpan {
    SourceSpan(document: name, range: start.offset..<max(at, start.offset), start: start.position)
  }

  /// Keeps the first hundred findings.
  mutating func report(_ finding: Diagnostic) {
    if findings.count < 100 { findings.append(finding) }
  }

  mutating func columns(_ header: [Cell]) -> [(name: String, span: SourceSpan)] {
    var known = Set<String>()
    for cell in header {
      if cell.text.isEmpty {
        report(.error("csv.header", "a column without name", at: cell.node.span))
      } else if !known.insert(cell.text).inserted {
        report(.error("csv.header", "the column “\(cell.text)” stands twice", at: cell.node.span))
      }
    }
    return header.map { ($0.text, $0.node.span) }
  }

  /// All rows that are not empty.
  mutating func rows() -> [[Cell]] {
    var rows: [[Cell]] = []
    while at < scalars.count {
      if endRow() { continue }
      rows.append(row())
    }
    return rows
  }

  /// Steps over a line break.
  private mutating func endRow() -> Bool {
    guard at < scalars.count, scalars[at] == "\n" || scalars[at] == "\r" else { return false }
    step()
    return true
  }

  /// One code point on; CRLF is one step.
  private mutating func step() {
    let scalar = scalars[at]
    at += 1
    guard scalar == "\n" || scalar == "\r" else { return }
    if scalar == "\r", at < scalars.count, scalars[at] == "\n" { at += 1 }
    line += 1
    lineStart = at
  }

  private mutating func row() -> [Cell] {
    var cells: [Cell] = []
    while true {
      cells.append(cell())
      guard at < scalars.count, scalars[at] == separator else { break }
      at += 1
    }
    _ = endRow()
    return cells
  }

  private mutating func cell() -> Cell {
    while at < scalars.count, scalars[at] == " " { at += 1 }
    if at < scalars.count, scalars[at] == "\"" { return quotedCell() }
    let start = start
    while at < scalars.count, scalars[at] != separator, scalars[at] != "\n", scalars[at] != "\r" { at += 1 }
    let stop = at
    while at > start.offset, scalars[at - 1] == " " { at -= 1 }
    let span = span(from: start)
    let text = string(start.offset..<at)
    at = stop
    if text.isEmpty { return (Node(.null, at: span), text) }
    return (Node(isCoreSchemaNumber(text) ? .number(text) : .string(text), at: span), text)
  }

  private mutating func quotedCell() -> Cell {
    let start = start
    var text = String.UnicodeScalarView()
    at += 1
    var isClosed = false
    while at < scalars.count {
      if scalars[at] == "\"" {
        at += 1
        guard at < scalars.count, scalars[at] == "\"" else {
          isClosed = true
          break
        }
      }
      let from = at
      step()
      text.append(contentsOf: scalars[from..<at])
    }
    let span = span(from: start)
    if !isClosed { report(.error("csv.quote", "the quoted cell has no end", at: span)) }
    while at < scalars.count, scalars[at] == " " { at += 1 }
    if at < scalars.count, scalars[at] != separator, scalars[at] != "\n", scalars[at] != "\r" {
      report(.error("csv.quote", "text behind the closing quote; a quote inside is written twice", at: self.span(from: self.start)))
      while at < scalars.count, scalars[at] != separator, scalars[at] != "\n", scalars[at] != "\r" { at += 1 }
    }
    return (Node(.string(String(text)), at: span), String(text))
  }

  private func string(_ range: Range<Int>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[range])
    return String(view)
  }
}
