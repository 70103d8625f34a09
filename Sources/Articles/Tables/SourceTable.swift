/// A table of a document as it is displayed: cells with their places in the grid and in the text.
///
/// Rows and columns count from 0 over the expanded grid: of a sheet those of the sheet, else those of the table.
package struct SourceTable: Hashable, Sendable {
  package struct Cell: Hashable, Sendable {
    package var row: Int
    package var column: Int
    /// At least 1.
    package var rowSpan: Int
    package var columnSpan: Int
    /// Code points of the article's text.
    package var range: Range<Int>
    /// What is displayed, outer blanks cut off.
    package var text: String
    /// How far its text stands from the cell's edge, in ems.
    package var indent: Int

    package init(row: Int, column: Int, rowSpan: Int = 1, columnSpan: Int = 1, range: Range<Int>, text: String, indent: Int = 0) {
      self.row = row
      self.column = column
      self.rowSpan = rowSpan
      self.columnSpan = columnSpan
      self.range = range
      self.text = text
      self.indent = indent
    }
  }

  /// Counted from 1 over the document.
  package var number: Int
  /// The name of the sheet it stands on.
  package var sheet: String?
  /// What stands in a caption of its own.
  package var caption: String?
  /// By row, then column; a cell that spans several is given once, at its first.
  package var cells: [Cell]
  /// It holds other tables: a frame of a page rather than a table.
  package var isFrame: Bool

  package init(number: Int, sheet: String? = nil, caption: String? = nil, cells: [Cell] = [], isFrame: Bool = false) {
    self.number = number
    self.sheet = sheet
    self.caption = caption
    self.cells = cells
    self.isFrame = isFrame
  }

  /// From its first cell to its last.
  package var range: Range<Int>? {
    guard let first = cells.first, let last = cells.last else { return nil }
    return first.range.lowerBound..<max(first.range.lowerBound, last.range.upperBound)
  }
}

/// Builds a table row by row, keeping the places free that cells of earlier rows span.
package struct SourceTableBuilder {
  package private(set) var table: SourceTable
  private var row = -1
  private var column = 0
  /// For each column the first row that no cell from above covers.
  private var freeFrom: [Int] = []

  /// Of a table: no span is wider or higher.
  package static let longestSpan = 10_000
  package static let widestTable = 20_000

  package init(number: Int, sheet: String? = nil) { table = SourceTable(number: number, sheet: sheet) }

  package var isEmpty: Bool { table.cells.isEmpty }
  package mutating func setCaption(_ text: String) { table.caption = text }
  package mutating func markAsFrame() { table.isFrame = true }

  package mutating func beginRow() {
    row += 1
    column = 0
  }

  /// A cell at the next free place of the row.
  ///
  /// - Parameter scalars: the displayed text, blanks included.
  package mutating func add(_ scalars: [Unicode.Scalar], range: Range<Int>, rowSpan: Int = 1, columnSpan: Int = 1, indent: Int = 0) {
    let (text, blanks) = trimmed(scalars)
    add(trimmed: text, range: range, rowSpan: rowSpan, columnSpan: columnSpan, indent: indent + blanks)
  }

  /// The same of a text that has neither blanks at its ends nor line ends.
  package mutating func add(trimmed text: String, range: Range<Int>, rowSpan: Int = 1, columnSpan: Int = 1, indent: Int = 0) {
    if row < 0 { beginRow() }
    while column < freeFrom.count, freeFrom[column] > row { column += 1 }
    let width = min(max(columnSpan, 1), Self.longestSpan, max(1, Self.widestTable - column))
    let height = min(max(rowSpan, 1), Self.longestSpan)
    table.cells.append(
      SourceTable.Cell(row: row, column: column, rowSpan: height, columnSpan: width, range: range, text: text, indent: indent))
    while freeFrom.count < column + width { freeFrom.append(0) }
    for covered in column..<(column + width) { freeFrom[covered] = row + height }
    column += width
  }

  /// The text without outer blanks, line ends as blanks, and its indent in ems.
  private func trimmed(_ scalars: [Unicode.Scalar]) -> (String, Int) {
    var low = 0
    var high = scalars.count
    var quarters = 0
    while low < high, scalars[low].isBlank || scalars[low].isLineEnd {
      quarters +=
        scalars[low] == "\u{3000}" || scalars[low] == "\u{2003}" ? 4 : scalars[low] == "\u{2002}" || scalars[low].value <= 0xA0 ? 2 : 1
      low += 1
    }
    while high > low, scalars[high - 1].isBlank || scalars[high - 1].isLineEnd { high -= 1 }
    return (String(scalars: scalars[low..<high].map { $0.isLineEnd ? " " : $0 }), quarters / 4)
  }
}
