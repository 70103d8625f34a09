import Articles
import Diagnostics

/// The cells of one sheet.
struct SheetReader {
  private let reader: XMLReader
  private let sheet: String
  private var cells: [ComposedText.Cell] = []
  private var merges: [(rows: ClosedRange<Int>, columns: ClosedRange<Int>)] = []
  private var hiddenRows: Set<Int> = []
  private var hiddenColumns: [ClosedRange<Int>] = []
  private(set) var count = 0
  /// There are more cells than are read.
  private(set) var isCut = false
  private var uncached: [String] = []
  private var failed: [String] = []

  init(_ reader: XMLReader, sheet: String) {
    self.reader = reader
    self.sheet = sheet
  }

  mutating func read(strings: [String], styles: WorkbookStyles, since1904: Bool, room: Int) throws(Diagnostic) {
    var row = -1
    var column = -1
    while let event = try reader.next() {
      guard case .start(let name, let isEmpty) = event else { continue }
      switch name {
      case "col":
        if isOn("hidden") || reader.attribute("width") == "0", let first = reader.number("min"), let last = reader.number("max"),
          first <= last, first > 0
        {
          hiddenColumns.append((first - 1)...(last - 1))
        }
      case "row":
        row = (reader.number("r") ?? row + 2) - 1
        column = -1
        if isOn("hidden") { hiddenRows.insert(row) }
      case "c":
        let place = reader.attribute("r").flatMap { CellPlace($0) }
        let at = place ?? CellPlace(row: row, column: column + 1)
        column = at.column
        let kind = reader.attribute("t") ?? "n"
        let style = reader.number("s") ?? 0
        if isEmpty { continue }
        count += 1
        guard count <= room else {
          isCut = true
          return
        }
        try readCell(at, kind: kind, style: styles.formats.indices.contains(style) ? styles.formats[style] : (nil, 0), strings, since1904)
      case "mergeCell":
        if let range = reader.attribute("ref")?.split(separator: ":"), range.count == 2, let first = CellPlace(String(range[0])),
          let last = CellPlace(String(range[1])), first.row <= last.row, first.column <= last.column
        {
          merges.append((first.row...last.row, first.column...last.column))
        }
      default: continue
      }
    }
  }

  private func isOn(_ attribute: String) -> Bool { ["1", "true"].contains(reader.attribute(attribute) ?? "0") }

  /// Up to the end of the cell.
  private mutating func readCell(
    _ place: CellPlace, kind: String, style: (number: CellFormat?, indent: Int), _ strings: [String], _ since1904: Bool
  ) throws(Diagnostic) {
    var value = ""
    var hasValue = false
    var hasFormula = false
    var inside = ""
    var isRaised = false
    while let event = try reader.next() {
      switch event {
      case .start("rPh", let isEmpty): try reader.skip("rPh", isEmpty: isEmpty)
      case .start(let name, let isEmpty):
        inside = isEmpty ? "" : name
        if name == "r" { isRaised = false }
        if name == "vertAlign" { isRaised = reader.attribute("val") == "superscript" }
        if name == "f" { hasFormula = true }
        if name == "v" || name == "t" { hasValue = hasValue || !isEmpty }
      case .text(let text): if inside == "v" || inside == "t" { value += isRaised ? text.raised : text }
      case .end("c"):
        add(value, hasValue: hasValue, hasFormula: hasFormula, at: place, kind, style, strings, since1904)
        return
      case .end: inside = ""
      }
    }
  }

  private mutating func add(
    _ value: String, hasValue: Bool, hasFormula: Bool, at place: CellPlace, _ kind: String, _ style: (number: CellFormat?, indent: Int),
    _ strings: [String], _ since1904: Bool
  ) {
    guard hasValue else {
      if hasFormula { uncached.append(place.name) }
      return
    }
    let text: String
    switch kind {
    case "s": text = Int(value).flatMap { strings.indices.contains($0) ? strings[$0] : nil } ?? ""
    case "b": text = value == "1" ? "TRUE" : "FALSE"
    case "e":
      failed.append("\(place.name) (\(value))")
      text = "…"
    case "n": text = style.number?.display(value, since1904: since1904) ?? WrittenNumber(value)?.general ?? value
    case "d": text = String(value.prefix(10))
    default: text = value
    }
    guard !text.isEmpty, place.row >= 0, place.row < 1_048_576, place.column < 16_384 else { return }
    cells.append(ComposedText.Cell(row: place.row, column: place.column, text: text, indent: style.indent))
  }

  // MARK: What is displayed

  private func isHidden(column: Int) -> Bool { hiddenColumns.contains { $0.contains(column) } }

  /// The cells by row and column, merged ones with their spans, those of hidden rows and columns left out.
  var displayed: [ComposedText.Cell] {
    var spans: [CellPlace: Int] = [:]
    for (index, merge) in merges.enumerated() { spans[CellPlace(row: merge.rows.lowerBound, column: merge.columns.lowerBound)] = index }
    var shown: [ComposedText.Cell] = []
    shown.reserveCapacity(cells.count)
    for var cell in cells {
      if let index = spans[CellPlace(row: cell.row, column: cell.column)] {
        let merge = merges[index]
        // What is merged over hidden rows or columns shows in the first that is not hidden.
        guard let row = merge.rows.first(where: { !hiddenRows.contains($0) }),
          let column = merge.columns.first(where: { !isHidden(column: $0) })
        else { continue }
        cell.row = row
        cell.column = column
        cell.rowSpan = merge.rows.upperBound - row + 1
        cell.columnSpan = merge.columns.upperBound - column + 1
      } else if hiddenRows.contains(cell.row) || isHidden(column: cell.column) {
        continue
      }
      shown.append(cell)
    }
    shown.sort { ($0.row, $0.column) < ($1.row, $1.column) }
    return shown
  }

  var findings: [Diagnostic] {
    var findings: [Diagnostic] = []
    func some(_ names: [String]) -> String {
      names.prefix(5).joined(separator: ", ") + (names.count > 5 ? " and \(names.count - 5) more" : "")
    }
    let filledRows = Set(cells.map(\.row)).intersection(hiddenRows).sorted().map { String($0 + 1) }
    let filledColumns = Set(cells.map(\.column)).filter { isHidden(column: $0) }.sorted().map { CellPlace.letters($0) }
    if !filledRows.isEmpty {
      findings.append(
        .warning("sheet.hidden", "hidden rows of “\(sheet)” are not read: \(some(filledRows))", hint: "unhide them if their figures count"))
    }
    if !filledColumns.isEmpty {
      findings.append(
        .warning(
          "sheet.hidden", "hidden columns of “\(sheet)” are not read: \(some(filledColumns))", hint: "unhide them if their figures count"))
    }
    if !uncached.isEmpty {
      findings.append(
        .warning(
          "sheet.formula", "formulas of “\(sheet)” have no saved value and are not read: \(some(uncached))",
          hint: "open the workbook in an office program and save it"))
    }
    if !failed.isEmpty {
      findings.append(
        .warning("sheet.error", "cells of “\(sheet)” hold errors and are not read: \(some(failed))", hint: "mend their formulas"))
    }
    return findings
  }
}

/// A place of a sheet, counted from 0; `C5` is row 4, column 2.
struct CellPlace: Hashable {
  var row: Int
  var column: Int

  init(row: Int, column: Int) {
    self.row = row
    self.column = column
  }

  init?(_ name: String) {
    var column = 0
    var row = 0
    for byte in name.utf8 {
      switch byte {
      case 0x24: continue
      case 0x41...0x5A where row == 0: column = column * 26 + Int(byte) - 0x40
      case 0x30...0x39: row = row * 10 + Int(byte) - 0x30
      default: return nil
      }
      guard column <= 16_384, row <= 1_048_576 else { return nil }
    }
    guard column > 0, row > 0 else { return nil }
    self.init(row: row - 1, column: column - 1)
  }

  var name: String { Self.letters(column) + String(row + 1) }

  static func letters(_ column: Int) -> String {
    var number = column + 1
    var letters = ""
    while number > 0 {
      letters = String(Character(Unicode.Scalar(UInt8((number - 1) % 26) + 0x41))) + letters
      number = (number - 1) / 26
    }
    return letters
  }
}
