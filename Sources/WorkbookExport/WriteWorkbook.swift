import CLateLibraries
import CXLSXWriter
package import Diagnostics
package import Indicators

/// Writes the figures of a set as an Excel workbook (libxlsxwriter): a row for each, values as numbers with the digits that were
/// stated, the place that states it as a link to its cell or its document.
///
/// - Parameter path: a file that is made, or replaced.
/// - Throws: `output.unwritable`, `library.missing`.
package func writeWorkbook(_ set: IndicatorSet, to path: String) throws(Diagnostic) {
  let unwritable = Diagnostic.error("output.unwritable", "the workbook cannot be written", at: SourceSpan(document: path))
  guard late_library_xlsxwriter() else { throw .missingLibrary("libxlsxwriter", package: "libxlsxwriter4") }
  guard let book = unsafe workbook_new(path) else { throw unwritable }
  // The same set gives the same bytes: no time of writing.
  var properties = unsafe lxw_doc_properties()
  unsafe properties.created = 1_577_836_800
  unsafe workbook_set_properties(book, &properties)
  guard let sheet = unsafe workbook_add_worksheet(book, "Figures") else {
    unsafe lxw_workbook_free(book)
    throw unwritable
  }
  unsafe writeFigures(set, on: sheet, of: book)
  guard unsafe workbook_close(book) == LXW_NO_ERROR else { throw unwritable }
}

/// The figures of a set on a sheet, under a row of heads.
@unsafe func writeFigures(_ set: IndicatorSet, on sheet: UnsafeMutablePointer<lxw_worksheet>, of book: UnsafeMutablePointer<lxw_workbook>) {
  var writer = unsafe SheetWriter(book: book, sheet: sheet)
  writer.heads()
  for (row, observation) in set.observations.enumerated() { writer.write(observation, row: UInt32(row + 1)) }
  writer.finish(rows: set.observations.count)
}

/// The formats of a workbook's cells, each made when it is first needed.
@safe struct CellFormats {
  private let book: UnsafeMutablePointer<lxw_workbook>
  /// For each number of decimals its format.
  private var numbers: [Int: UnsafeMutablePointer<lxw_format>] = unsafe [:]
  let bold: UnsafeMutablePointer<lxw_format>?
  /// Bold over a rule.
  let head: UnsafeMutablePointer<lxw_format>?
  let link: UnsafeMutablePointer<lxw_format>?

  init(book: UnsafeMutablePointer<lxw_workbook>) {
    unsafe self.book = book
    unsafe bold = workbook_add_format(book)
    unsafe head = workbook_add_format(book)
    unsafe link = workbook_get_default_url_format(book)
    unsafe format_set_bold(bold)
    unsafe format_set_bold(head)
    unsafe format_set_bottom(head, UInt8(LXW_BORDER_THIN.rawValue))
  }

  mutating func number(decimals: Int) -> UnsafeMutablePointer<lxw_format>? {
    if let known = unsafe numbers[decimals] { return unsafe known }
    guard let format = unsafe workbook_add_format(book) else { return nil }
    unsafe format_set_num_format(format, decimals == 0 ? "#,##0" : "#,##0." + String(repeating: "0", count: decimals))
    unsafe numbers[decimals] = format
    return unsafe format
  }
}

@safe private struct SheetWriter {
  private let book: UnsafeMutablePointer<lxw_workbook>
  private let sheet: UnsafeMutablePointer<lxw_worksheet>
  private var formats: CellFormats

  private static let columns: [(head: String, width: Double)] = [
    ("id", 8), ("kind", 8), ("name", 32), ("value", 14), ("unit", 10), ("qualifier", 9), ("area", 14), ("period", 18), ("occasion", 14),
    ("basis", 10),
    ("scope", 12), ("of", 8), ("part of", 8), ("status", 9), ("sheet", 12), ("cell", 8), ("row head", 24), ("column head", 28),
    ("source", 24), ("text", 60),
  ]

  init(book: UnsafeMutablePointer<lxw_workbook>, sheet: UnsafeMutablePointer<lxw_worksheet>) {
    unsafe self.book = book
    unsafe self.sheet = sheet
    formats = unsafe CellFormats(book: book)
  }

  mutating func heads() {
    for (index, column) in Self.columns.enumerated() {
      unsafe worksheet_set_column(sheet, UInt16(index), UInt16(index), column.width, nil)
      unsafe worksheet_write_string(sheet, 0, UInt16(index), column.head, formats.bold)
    }
    unsafe worksheet_freeze_panes(sheet, 1, 0)
  }

  func finish(rows: Int) {
    guard rows > 0 else { return }
    unsafe worksheet_autofilter(sheet, 0, 0, UInt32(rows), UInt16(Self.columns.count - 1))
  }

  mutating func write(_ figure: Observation, row: UInt32) {
    let texts: [String?] = [
      figure.id, figure.kind.rawValue, figure.name, nil, figure.unit.written,
      figure.qualifier == .exactly ? nil : figure.qualifier.rawValue, figure.area,
      figure.period?.description, figure.period?.occasion?.rawValue, figure.basis?.description, figure.scope, figure.of, figure.partOf,
      figure.status.rawValue,
      figure.cell?.sheet,
      figure.cell.map { Self.name(column: $0.column, row: $0.row) }, figure.cell?.rowHead, figure.cell?.columnHead, nil,
      figure.source?.sentence,
    ]
    for (column, text) in texts.enumerated() {
      // A cell of Excel holds 32,767 characters.
      guard let text, !text.isEmpty else { continue }
      unsafe worksheet_write_string(sheet, row, UInt16(column), String(text.prefix(10_000)), nil)
    }
    if figure.value.denominator == 1, figure.value.scale <= 15, figure.value.significand.magnitude < 1_000_000_000_000_000 {
      unsafe worksheet_write_number(sheet, row, 3, figure.value.doubleValue, formats.number(decimals: figure.value.scale))
    } else {
      unsafe worksheet_write_string(sheet, row, 3, figure.value.description, nil)
    }
    guard let source = figure.source else { return }
    let column = UInt16(Self.columns.count - 2)
    var link = "external:" + source.document
    if let cell = figure.cell, let name = cell.sheet, source.document.hasSuffix(".xlsx") {
      link += "#'\(name.replacing("'", with: "''"))'!\(Self.name(column: cell.column, row: cell.row))"
    }
    // A link that Excel does not take is a text.
    if source.document != "-" { _ = unsafe worksheet_write_url(sheet, row, column, link, nil) }
    unsafe worksheet_write_string(sheet, row, column, source.document, nil)
  }

  /// `C5`; columns and rows count from 1.
  private static func name(column: Int, row: Int) -> String {
    // LXW_MAX_CELL_NAME_LENGTH, `$XFWD$1048576` with its zero.
    var name = [CChar](repeating: 0, count: 14)
    unsafe lxw_rowcol_to_cell(&name, UInt32(clamping: row - 1), UInt16(clamping: column - 1))
    return String(decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}
