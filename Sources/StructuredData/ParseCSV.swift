package import Diagnostics
import SwiftCSV

/// Reads a table with a header row (RFC 4180, by SwiftCSV) into a list of mappings from column name to cell.
///
/// The separator is the one of `,` `;` TAB that stands most often outside quotes in the header row. CR, LF and CRLF end
/// a row; a byte order mark, empty rows, and blanks around a cell are passed over. A cell that is a plain decimal number
/// becomes a number as written, an empty one null; one in quotes stays a text.
/// - Throws: `csv.empty`, `csv.header` (a column without name, or twice the same), `csv.quote`, `csv.columns` (a row with
///   more cells than the header), `csv.cell` (what SwiftCSV would misread); a row with fewer cells has no values for
///   the rest.
package func parseCSV(_ text: String, document: String) throws(Diagnostics) -> Node {
  let separator = separator(of: text)
  let places = CSVPlaces(text, document: document, separator: separator)
  guard places.findings.isEmpty else { throw Diagnostics(places.findings) }
  let rows = try cells(try records(text, separator: separator, in: places), at: places)
  guard let header = rows.first else {
    throw Diagnostics(.error("csv.empty", "the table is empty", at: places.span))
  }
  var findings = headerFindings(header)
  var nodes: [Node] = []
  nodes.reserveCapacity(rows.count)
  for row in rows.dropFirst() {
    guard let first = row.first, let last = row.last else { continue }
    if row.count > header.count, findings.count < 100 {
      findings.append(
        .error(
          "csv.columns", "the row has \(row.count) cells, the header \(header.count)", at: row[header.count].span))
    }
    var span = first.span
    span.range = span.range.lowerBound..<last.span.range.upperBound
    let entries = zip(header, row).map { Mapping.Entry(key: $0.text ?? "", keySpan: $0.span, value: $1) }
    nodes.append(Node(.mapping(Mapping(entries)), at: span))
  }
  if !findings.isEmpty { throw Diagnostics(findings) }
  return Node(.sequence(nodes), at: places.span)
}

/// The cells of a table in the same form, with the places of their contents: all rows, empty ones with one empty cell,
/// however many cells each has.
///
/// - Throws: `csv.quote`, `csv.cell`.
package func csvRows(_ text: String, document: String) throws(Diagnostics) -> [[(text: String, range: Range<Int>)]] {
  let separator = separator(of: text)
  let places = CSVPlaces(text, document: document, separator: separator)
  guard places.findings.isEmpty else { throw Diagnostics(places.findings) }
  return zip(try records(text, separator: separator, in: places), places.rows).map { record, row in
    zip(record, row).map { text, place in
      let marks = place.isQuoted ? 1 : 0
      let low = place.span.range.lowerBound + marks
      return (text, low..<max(low, place.span.range.upperBound - marks))
    }
  }
}

/// Ties go to the comma, then to the semicolon. Where all commas of the first line stand in its first field, tabs part the fields: the keys of
/// Eurostat (freq,unit,geo), a title with commas.
///
/// A mark that stands in fewer than half of the lines behind the first parts no fields, where another does: Turnover; Victoria; in heads.
private func separator(of text: String) -> Character {
  var counts: [UInt8: Int] = [:]
  var quoted = false
  var hasCommaBehindTab = false
  scan: for byte in text.utf8 {
    switch byte {
    case UInt8(ascii: "\""): quoted.toggle()
    case 0x0A, 0x0D: if !quoted, !counts.isEmpty { break scan }
    case UInt8(ascii: ","), UInt8(ascii: ";"), 0x09:
      guard !quoted else { continue }
      counts[byte, default: 0] += 1
      if byte == UInt8(ascii: ","), counts[0x09] != nil { hasCommaBehindTab = true }
    default: continue
    }
  }
  if counts[0x09] != nil, !hasCommaBehindTab { counts[UInt8(ascii: ",")] = nil }
  let behind = partingMarks(behindFirstLineOf: text)
  let parting = behind.intersection(counts.keys)
  if !parting.isEmpty {
    counts = counts.filter { parting.contains($0.key) }
  } else if !behind.isEmpty {
    // A title with a comma over lines that tabs part.
    counts = Dictionary(uniqueKeysWithValues: behind.map { ($0, 1) })
  }
  let most = counts.values.max() ?? 0
  for candidate: Character in [",", ";", "\t"] where counts[candidate.asciiValue ?? 0] == most { return candidate }
  return ","
}

/// The marks that stand outside quotes in half and more of the lines from the second to the tenth.
private func partingMarks(behindFirstLineOf text: String) -> Set<UInt8> {
  var found: [UInt8: Int] = [:]
  var (inLine, lines): (Set<UInt8>, Int) = ([], 0)
  var (isQuoted, isBlank, isFirst) = (false, true, true)
  for byte in text.utf8 {
    switch byte {
    case UInt8(ascii: "\""):
      isQuoted.toggle()
      isBlank = false
    case 0x0A, 0x0D:
      guard !isQuoted, !isBlank else { continue }
      if !isFirst {
        lines += 1
        for mark in inLine { found[mark, default: 0] += 1 }
      }
      (inLine, isBlank, isFirst) = ([], true, false)
    default:
      isBlank = false
      if !isQuoted, [UInt8(ascii: ","), UInt8(ascii: ";"), 0x09].contains(byte) { inLine.insert(byte) }
    }
    if lines == 9 { break }
  }
  return Set(found.filter { $0.value * 2 >= lines }.keys)
}

/// The rows as SwiftCSV reads them, in as many cells as `places` has.
private func records(_ text: String, separator: Character, in places: CSVPlaces) throws(Diagnostics) -> [[String]] {
  if let plain = places.plainRows { return plain }
  let fence = Fence(text)
  var rows: [[String]] = []
  do {
    let fenced = fence.put(into: text, separator: separator)
    let csv = try EnumeratedCSV(string: fenced, delimiter: .character(separator), loadColumns: false, rowLimit: 1)
    if fence.stands(in: fenced) {
      try csv.enumerateAsArray(startAt: 0, rowLimit: nil) { rows.append($0.map(fence.taken(out:))) }
    } else {
      try csv.enumerateAsArray(startAt: 0, rowLimit: nil) { rows.append($0) }
    }
  } catch {
    throw Diagnostics(misread(at: places.span))
  }
  for (row, cells) in zip(rows, places.rows) where row.count != cells.count {
    throw Diagnostics(misread(at: cells.first?.span ?? places.span))
  }
  guard rows.count == places.rows.count else { throw Diagnostics(misread(at: places.span)) }
  return rows
}

/// SwiftCSV reads whole characters, so a combining character hides the separator or quote beside it (`,` U+0301 is one
/// character). A control character between them, which joins with nothing, keeps them apart.
private struct Fence {
  /// One that the text does not contain; nil where it contains all.
  private let mark: Unicode.Scalar?

  init(_ text: String) {
    let controls = Set(text.unicodeScalars.lazy.filter { $0.value < 0x09 })
    mark = (UInt8(1)...8).lazy.map { Unicode.Scalar($0) }.first { !controls.contains($0) }
  }

  /// The text for SwiftCSV: without a byte order mark, fenced, and with a line break at its end, without which an empty
  /// last cell would be dropped.
  func put(into text: String, separator: Character) -> String {
    let separator = separator.unicodeScalars.first
    let isMark = { (scalar: Unicode.Scalar) in scalar == "\"" || scalar == separator }
    let joins = { (scalar: Unicode.Scalar) in !scalar.isASCII && !scalar.properties.isWhitespace }
    var out = String.UnicodeScalarView()
    var previous: Unicode.Scalar = "\n"
    for scalar in text.unicodeScalars where scalar != "\u{FEFF}" || !out.isEmpty {
      if let mark, !scalar.isASCII || !previous.isASCII {
        let isFirst = (isMark(previous) || previous.properties.isWhitespace) && joins(scalar)
        if isFirst || isMark(scalar) && joins(previous) { out.append(mark) }
      }
      out.append(scalar)
      previous = scalar
    }
    if previous != "\n", previous != "\r" { out.append("\n") }
    return String(out)
  }

  /// Whether a mark was put into a text.
  func stands(in text: String) -> Bool { mark.map { mark in text.utf8.contains { $0 == mark.value } } ?? false }

  func taken(out text: String) -> String {
    guard let mark, text.unicodeScalars.contains(mark) else { return text }
    return String(String.UnicodeScalarView(text.unicodeScalars.filter { $0 != mark }))
  }
}

/// What SwiftCSV tells otherwise than its text; known only of a Greek question mark in a table separated by semicolons,
/// which Unicode holds for the same character.
private func misread(at span: SourceSpan) -> Diagnostic {
  .error("csv.cell", "the cell cannot be told from its neighbours", at: span, hint: "put the cell in quotes")
}

/// The cells of all rows that are not empty, each with its place.
private func cells(_ records: [[String]], at places: CSVPlaces) throws(Diagnostics) -> [[Node]] {
  var rows: [[Node]] = []
  rows.reserveCapacity(records.count)
  for (record, row) in zip(records, places.rows) {
    var nodes: [Node] = []
    nodes.reserveCapacity(row.count)
    for (text, place) in zip(record, row) {
      guard text.utf8.count == place.length else { throw Diagnostics(misread(at: place.span)) }
      nodes.append(cell(text, at: place))
    }
    if nodes.count > 1 || nodes.first?.isNull == false { rows.append(nodes) }
  }
  return rows
}

private func cell(_ text: String, at place: CSVPlaces.Cell) -> Node {
  if place.isQuoted { return Node(.string(text), at: place.span) }
  var scalars = text.unicodeScalars[...]
  var span = place.span
  while scalars.last?.properties.isWhitespace == true { scalars.removeLast() }
  if scalars.endIndex < text.endIndex {
    span.range = span.range.lowerBound..<span.range.lowerBound + scalars.count
  }
  let value = String(scalars)
  if value.isEmpty { return Node(.null, at: span) }
  return Node(isCoreSchemaNumber(value) ? .number(value) : .string(value), at: span)
}

private func headerFindings(_ header: [Node]) -> [Diagnostic] {
  var findings: [Diagnostic] = []
  var known = Set<String>()
  for cell in header {
    if cell.isNull || cell.string == "" {
      findings.append(.error("csv.header", "a column without name", at: cell.span))
    } else if let name = cell.text, !known.insert(name).inserted {
      findings.append(.error("csv.header", "the column “\(name)” stands twice", at: cell.span))
    }
  }
  return Array(findings.prefix(100))
}
