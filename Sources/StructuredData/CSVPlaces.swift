import Diagnostics

/// Where the cells of a CSV text stand, which SwiftCSV does not tell, and where the text breaks RFC 4180.
struct CSVPlaces {
  /// A cell without the blanks around it.
  struct Cell {
    var span: SourceSpan
    var isQuoted: Bool
    /// Bytes of its content in UTF-8, blanks behind an unquoted one included.
    var length: Int
    /// Where its content begins in the bytes of the text.
    var first: Int
  }

  /// The cells of each row; an empty line is a row of one empty cell.
  private(set) var rows: [[Cell]] = []
  /// `csv.quote`, the first hundred.
  private(set) var findings: [Diagnostic] = []
  /// The whole text, a byte order mark left out.
  private(set) var span: SourceSpan
  private var cursor: TextCursor
  private let separator: UInt8

  init(_ text: String, document: String, separator: Character) {
    cursor = TextCursor(text, name: document)
    self.separator = separator.asciiValue ?? UInt8(ascii: ",")
    let start = cursor.mark
    span = cursor.span(from: start)
    while !cursor.isAtEnd { row() }
    span = cursor.span(from: start)
  }

  /// The cells of a text in which separators and line ends alone say where each ends: one without quotes, and without characters that some
  /// readers take for a separator or a line end and others do not. Nil for any other.
  var plainRows: [[String]]? {
    let bytes = cursor.bytes
    for (index, byte) in bytes.enumerated() {
      switch byte {
      case UInt8(ascii: "\""), 0x0B, 0x0C: return nil
      case 0xC2 where index + 1 < bytes.count && bytes[index + 1] == 0x85: return nil
      case 0xCD where index + 1 < bytes.count && bytes[index + 1] == 0xBE: return nil
      case 0xE2 where index + 2 < bytes.count && bytes[index + 1] == 0x80 && (0xA8...0xA9).contains(bytes[index + 2]): return nil
      default: continue
      }
    }
    return rows.map { row in row.map { String(decoding: bytes[$0.first..<($0.first + $0.length)], as: UTF8.self) } }
  }

  private var isAtCellEnd: Bool { cursor.isAtEnd || cursor.byte == separator || isAtBreak }
  private var isAtBreak: Bool { cursor.byte == 0x0A || cursor.byte == 0x0D }

  private mutating func row() {
    var cells = [cell()]
    while !cursor.isAtEnd, cursor.byte == separator {
      cursor.at += 1
      cells.append(cell())
    }
    if !cursor.isAtEnd { cursor.breakLine() }
    rows.append(cells)
  }

  private mutating func cell() -> Cell {
    skipBlanks()
    if cursor.byte == UInt8(ascii: "\"") { return quotedCell() }
    let start = cursor.mark
    let first = cursor.at
    while !isAtCellEnd {
      if cursor.byte == UInt8(ascii: "\"") { report("a quote in a cell that does not begin with one") }
      cursor.step()
    }
    return Cell(span: cursor.span(from: start), isQuoted: false, length: cursor.at - first, first: first)
  }

  private mutating func quotedCell() -> Cell {
    let start = cursor.mark
    var length = 0
    var isClosed = false
    cursor.at += 1
    let first = cursor.at
    while !cursor.isAtEnd, !isClosed {
      let from = cursor.at
      if cursor.skip(UInt8(ascii: "\"")) {
        isClosed = !cursor.skip(UInt8(ascii: "\""))
        length += isClosed ? 0 : 1
      } else {
        if isAtBreak { cursor.breakLine() } else { cursor.step() }
        length += cursor.at - from
      }
    }
    let cell = Cell(span: cursor.span(from: start), isQuoted: true, length: length, first: first)
    if !isClosed { report("the quoted cell has no end", from: start) }
    skipBlanks()
    let rest = cursor.mark
    while !isAtCellEnd { cursor.step() }
    if cursor.offset > rest.offset {
      report("text behind the closing quote; a quote inside is written twice", from: rest)
    }
    return cell
  }

  /// What SwiftCSV passes over at both ends of a cell.
  private mutating func skipBlanks() {
    while !isAtCellEnd, let scalar = cursor.scalar, scalar.properties.isWhitespace {
      for _ in 0..<UTF8.width(scalar) { cursor.step() }
    }
  }

  /// - Parameter start: where the span begins; nil: the character here is meant.
  private mutating func report(_ message: String, from start: TextCursor.Mark? = nil) {
    guard findings.count < 100 else { return }
    var span = cursor.span(from: start ?? cursor.mark)
    if start == nil { span.range = span.range.lowerBound..<span.range.lowerBound + 1 }
    findings.append(.error("csv.quote", message, at: span))
  }
}
