import CLateLibraries
import CXLSXWriter
import Charts
package import Diagnostics
package import Indicators
package import Report
import Scene

/// Writes a report's figures and tables as an Excel workbook: a sheet of contents with links, a sheet for each figure and table with
/// numbers as numbers, and all figures of the set with their sources.
///
/// - Parameter path: a file that is made, or replaced.
/// - Throws: `output.unwritable`, `library.missing`.
/// - Returns: what the workbook leaves out.
package func writeReportWorkbook(_ manuscript: Manuscript, set: IndicatorSet, to path: String) throws(Diagnostic) -> [Diagnostic] {
  let unwritable = Diagnostic.error("output.unwritable", "the workbook cannot be written", at: SourceSpan(document: path))
  guard late_library_xlsxwriter() else { throw .missingLibrary("libxlsxwriter", package: "libxlsxwriter4") }
  guard let book = unsafe workbook_new(path) else { throw unwritable }
  var properties = unsafe lxw_doc_properties()
  // Of nothing but the report: the same one gives the same bytes.
  unsafe properties.created = time_t(manuscript.info.date ?? 1_577_836_800)
  let words: [String] = [manuscript.info.title, manuscript.info.author ?? "", manuscript.info.subject ?? ""]
  let texts = unsafe words.map { unsafe strdup($0) }
  defer { for index in unsafe texts.indices { unsafe free(texts[index]) } }
  unsafe properties.title = unsafe texts[0]
  unsafe properties.author = unsafe texts[1]
  unsafe properties.subject = unsafe texts[2]
  unsafe workbook_set_properties(book, &properties)
  var writer = unsafe ReportSheets(book: book, manuscript: manuscript)
  guard writer.write(set) else {
    unsafe lxw_workbook_free(book)
    throw unwritable
  }
  guard unsafe workbook_close(book) == LXW_NO_ERROR else { throw unwritable }
  return writer.findings
}

@safe private struct ReportSheets {
  private let book: UnsafeMutablePointer<lxw_workbook>
  private let manuscript: Manuscript
  private var formats: CellFormats
  private var names: Set<String> = []
  private(set) var findings: [Diagnostic] = []

  /// What a line of the contents leads to.
  private struct Entry {
    var sheet: String
    var label: String
    var title: String
    var subtitle: String
    var source: String
  }

  /// A table as it is written: cells are texts, or numbers with their digits.
  private struct Sheet {
    var heads: [String]
    var rows: [[FigureTable.Cell]]
    var title: String?
  }

  init(book: UnsafeMutablePointer<lxw_workbook>, manuscript: Manuscript) {
    unsafe self.book = book
    self.manuscript = manuscript
    formats = unsafe CellFormats(book: book)
  }

  /// - Returns: false where a sheet cannot be made.
  mutating func write(_ set: IndicatorSet) -> Bool {
    let words = manuscript.vocabulary
    guard let contents = unsafe add(words.contents) else { return false }
    var entries: [Entry] = []
    for figure in manuscript.figures {
      let sheets = figure.tables.map { table in
        Sheet(heads: table.columns.map { $0.title ?? $0.name }, rows: table.rows, title: table.title)
      }
      guard !sheets.isEmpty else {
        findings.append(.note("workbook.no-data", "“\(figure.title ?? figure.label ?? "")” draws no rows, so it has no sheet", at: nil))
        continue
      }
      let entry = Entry(
        sheet: name(figure.label ?? figure.title ?? words.value), label: figure.label ?? "", title: figure.title ?? "",
        subtitle: figure.subtitle ?? "",
        source: (figure.notes + figure.source).joined(separator: " "))
      guard unsafe write(sheets, entry, back: words.contents) else { return false }
      entries.append(entry)
    }
    var texts = 0
    for chapter in manuscript.source.chapters {
      for block in chapter.blocks {
        guard case .table(let table) = block else {
          if block.isText { texts += 1 }
          continue
        }
        let label = table.anchor.flatMap { manuscript.labels[$0] } ?? ""
        let entry = Entry(
          sheet: name(label.isEmpty ? table.title ?? chapter.title : label), label: label, title: table.title ?? chapter.title,
          subtitle: "",
          source: table.note?.text ?? "")
        let sheet = Sheet(
          heads: table.columns.map(\.head.text), rows: table.rows.map { row in row.cells.map { cell(of: $0.text) } })
        guard unsafe write([sheet], entry, back: words.contents) else { return false }
        entries.append(entry)
      }
    }
    if texts > 0 {
      findings.append(
        .note(
          "workbook.text", "\(texts) paragraphs and cards of the report are not in the workbook, which holds its data", at: nil,
          hint: "write a .docx for them"))
    }
    let figures = name(words.dataTable)
    if !set.observations.isEmpty {
      guard let sheet = unsafe add(figures) else { return false }
      unsafe writeFigures(set, on: sheet, of: book)
      entries.append(
        Entry(sheet: figures, label: "", title: words.dataTable, subtitle: "", source: ""))
    }
    unsafe write(entries, on: contents)
    return true
  }

  /// `970.24` and `1,234` are numbers; what has a unit, a range or a sign of its own is a text.
  private func cell(of text: String) -> FigureTable.Cell {
    func isSeparator(_ character: Character) -> Bool { character == "," || character == " " || character == "\u{2009}" }
    let written = String(text.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed()).replacing("\u{2212}", with: "-")
    guard !written.isEmpty else { return .empty }
    // Commas and blanks group thousands, or part the numbers of a list.
    let groups = (written.hasPrefix("-") ? written.dropFirst() : written[...]).prefix { $0 != "." }
      .split(omittingEmptySubsequences: false, whereSeparator: isSeparator)
    guard groups.count == 1 || (1...3).contains(groups[0].count) && groups.dropFirst().allSatisfy({ $0.count == 3 }) else {
      return .text(text)
    }
    let digits = written.filter { !isSeparator($0) }
    let body = digits.hasPrefix("-") ? digits.dropFirst() : digits[...]
    let parts = body.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2, parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy { $0.isASCII && $0.isNumber } }), body.count <= 15,
      !(parts[0].count > 1 && parts[0].hasPrefix("0")), let number = Double(digits)
    else { return .text(text) }
    return .number(number, digits: digits)
  }

  // MARK: Sheets

  /// A name that Excel takes: 31 characters, none of `[]:*?/\`, unlike all others in any case.
  private mutating func name(_ wanted: String) -> String {
    let clean = String(wanted.filter { !"[]:*?/\\'".contains($0) }.prefix(28))
    let base = clean.isEmpty ? "Sheet" : clean
    var name = base
    var count = 1
    while !names.insert(name.lowercased()).inserted {
      count += 1
      name = String(base.prefix(25)) + " (\(count))"
    }
    return name
  }

  @unsafe private mutating func add(_ title: String) -> UnsafeMutablePointer<lxw_worksheet>? {
    names.insert(title.lowercased())
    return unsafe workbook_add_worksheet(book, title)
  }

  @unsafe private mutating func write(_ tables: [Sheet], _ entry: Entry, back contents: String) -> Bool {
    guard let sheet = unsafe workbook_add_worksheet(book, entry.sheet) else { return false }
    let title = [entry.label, entry.title].filter { !$0.isEmpty }.joined(separator: "　")
    unsafe worksheet_write_string(sheet, 0, 0, title, formats.bold)
    var row: UInt32 = 1
    for text in [entry.subtitle, entry.source] where !text.isEmpty {
      unsafe worksheet_write_string(sheet, row, 0, limited(text), nil)
      row += 1
    }
    unsafe link("internal:'\(contents)'!A1", contents, on: sheet, row, 0)
    row += 2
    let first = row
    for table in tables {
      if let title = table.title {
        unsafe worksheet_write_string(sheet, row, 0, limited(title), formats.bold)
        row += 1
      }
      for (column, head) in table.heads.enumerated() {
        unsafe worksheet_write_string(sheet, row, UInt16(clamping: column), limited(head), formats.head)
      }
      row += 1
      // Rows of a sheet: 1,048,576.
      let room = Int(1_048_570) - Int(row)
      if table.rows.count > room {
        findings.append(
          .warning("workbook.rows", "“\(title)” has \(table.rows.count) rows; the sheet holds \(max(0, room)) of them", at: nil))
      }
      for cells in table.rows.prefix(max(0, room)) {
        for (column, cell) in cells.enumerated() { unsafe write(cell, on: sheet, row, UInt16(clamping: column)) }
        row += 1
      }
      row += 1
    }
    unsafe setWidths(tables, on: sheet)
    if tables.count == 1 { unsafe worksheet_freeze_panes(sheet, first + 1, 0) }
    return true
  }

  @unsafe private mutating func write(
    _ cell: FigureTable.Cell, on sheet: UnsafeMutablePointer<lxw_worksheet>, _ row: UInt32, _ column: UInt16
  ) {
    switch cell {
    case .empty: return
    case .text(let text): unsafe worksheet_write_string(sheet, row, column, limited(text), nil)
    case .number(let number, let digits):
      let decimals = digits.split(separator: ".", omittingEmptySubsequences: false).dropFirst().first?.count ?? 0
      // A year has no comma: whole numbers of four digits are not grouped.
      let isPlain = digits.contains("e") || digits.contains("E") || decimals == 0 && abs(number) < 10_000
      unsafe worksheet_write_number(sheet, row, column, number, isPlain ? nil : formats.number(decimals: decimals))
    }
  }

  @unsafe private func setWidths(_ tables: [Sheet], on sheet: UnsafeMutablePointer<lxw_worksheet>) {
    let count = tables.map(\.heads.count).max() ?? 0
    for column in 0..<count {
      let texts = tables.flatMap { table in
        [table.heads.indices.contains(column) ? table.heads[column] : ""]
          + table.rows.prefix(200).map { $0.indices.contains(column) ? $0[column].text : "" }
      }
      let widest = texts.map { $0.unicodeScalars.reduce(0.0) { $0 + ($1.value < 0x2E80 ? 1.1 : 2.1) } }.max() ?? 8
      unsafe worksheet_set_column(sheet, UInt16(clamping: column), UInt16(clamping: column), min(60, max(9, widest + 2)), nil)
    }
  }

  @unsafe private func write(_ entries: [Entry], on sheet: UnsafeMutablePointer<lxw_worksheet>) {
    let words = manuscript.vocabulary
    unsafe worksheet_write_string(sheet, 0, 0, limited(manuscript.source.title), formats.bold)
    var row: UInt32 = 1
    for text in [manuscript.source.subtitle, manuscript.source.issuer, manuscript.source.date].compactMap({ $0 }) {
      unsafe worksheet_write_string(sheet, row, 0, limited(text), nil)
      row += 1
    }
    row += 1
    for (column, head) in [words.number, words.figuresAndTables, words.column("text"), words.source].enumerated() {
      unsafe worksheet_write_string(sheet, row, UInt16(column), head, formats.head)
    }
    for entry in entries {
      row += 1
      unsafe worksheet_write_string(sheet, row, 0, entry.label, nil)
      unsafe link("internal:'\(entry.sheet)'!A1", limited(entry.title), on: sheet, row, 1)
      unsafe worksheet_write_string(sheet, row, 2, limited(entry.subtitle), nil)
      unsafe worksheet_write_string(sheet, row, 3, limited(entry.source), nil)
    }
    for (column, width) in [12.0, 60, 48, 48].enumerated() {
      unsafe worksheet_set_column(sheet, UInt16(column), UInt16(column), width, nil)
    }
    unsafe worksheet_activate(sheet)
  }

  @unsafe private func link(
    _ address: String, _ text: String, on sheet: UnsafeMutablePointer<lxw_worksheet>, _ row: UInt32, _ column: UInt16
  ) {
    _ = unsafe worksheet_write_url(sheet, row, column, address, nil)
    unsafe worksheet_write_string(sheet, row, column, text, formats.link)
  }

  /// A cell of Excel holds 32,767 characters.
  private func limited(_ text: String) -> String { String(text.prefix(10_000)) }
}

extension ReportBlock {
  /// Whether it says something that no table of the workbook holds.
  fileprivate var isText: Bool {
    switch self {
    case .heading, .chart, .chartRow, .table, .rule, .generated: false
    case .paragraph, .quote, .list, .cards, .row, .picture, .callout, .beside, .marginal, .sourceEntry, .code: true
    }
  }
}
