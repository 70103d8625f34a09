package import Diagnostics

/// The text of a document that is no text file, composed part by part: a line for each paragraph and each row of a table,
/// cells parted by a TAB. Offsets of figures count code points of this text.
package struct ComposedText: Sendable {
  private var scalars: [Unicode.Scalar] = []
  private var lines: [SourceLine] = []
  private var tables: [SourceTable] = []

  package init() {}

  /// A cell before it has a place in the text.
  package struct Cell: Hashable, Sendable {
    package var row: Int
    package var column: Int
    package var rowSpan = 1
    package var columnSpan = 1
    package var text: String
    /// In ems, besides the blanks of the text.
    package var indent = 0
    package init(row: Int, column: Int, text: String, indent: Int = 0) {
      self.row = row
      self.column = column
      self.text = text
      self.indent = indent
    }
  }

  package mutating func addHeading(_ text: String, level: Int) { add(text, .heading, level) }
  package mutating func addParagraph(_ text: String) { add(text, .paragraph, 0) }
  package mutating func addListItem(_ text: String) { add(text, .listItem, 0) }

  private mutating func add(_ text: String, _ kind: Article.Block.Kind, _ level: Int) {
    let start = scalars.count
    scalars += text.unicodeScalars.lazy.map { $0.isLineEnd ? " " : $0 }
    var low = start
    var high = scalars.count
    while low < high, scalars[low].isBlank { low += 1 }
    while high > low, scalars[high - 1].isBlank { high -= 1 }
    if low < high { lines.append(SourceLine(range: low..<high, kind: kind, level: level)) }
    scalars.append("\n")
  }

  /// - Parameter cells: by row, then column; a cell that spans several once, at its first.
  package mutating func addTable(_ cells: [Cell], sheet: String? = nil, isFrame: Bool = false) {
    var table = SourceTable(number: tables.count + 1, sheet: sheet, isFrame: isFrame)
    table.cells.reserveCapacity(cells.count)
    var index = 0
    while index < cells.count {
      let row = cells[index].row
      let start = scalars.count
      while index < cells.count, cells[index].row == row {
        if scalars.count > start { scalars.append("\t") }
        table.cells.append(placed(cells[index]))
        index += 1
      }
      if scalars.count > start {
        lines.append(SourceLine(range: start..<scalars.count, kind: .tableRow, table: table.number))
      }
      scalars.append("\n")
    }
    tables.append(table)
  }

  private mutating func placed(_ cell: Cell) -> SourceTable.Cell {
    let start = scalars.count
    var text = cell.text.unicodeScalars[...]
    var quarters = 0
    while let first = text.first, first.isBlank || first.isLineEnd {
      quarters += first == "\u{3000}" || first == "\u{2003}" ? 4 : 2
      text.removeFirst()
    }
    while let last = text.last, last.isBlank || last.isLineEnd { text.removeLast() }
    scalars += text.lazy.map { $0.isLineEnd || $0 == "\t" ? " " : $0 }
    return SourceTable.Cell(
      row: cell.row, column: cell.column, rowSpan: cell.rowSpan, columnSpan: cell.columnSpan, range: start..<scalars.count,
      text: String(text), indent: cell.indent + quarters / 4)
  }

  /// The text as an article.
  ///
  /// - Throws: `input.blank` when there is nothing to read.
  package func article(id: String, _ knowledge: ArticleKnowledge) throws(Diagnostics) -> Article {
    try sortedArticle(Article(id: id, scalars: scalars), lines: lines, tables: tables, knowledge)
  }
}
