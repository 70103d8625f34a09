import Articles
import Lingua

/// A rectangle of a table with the cell that covers each place; rows and columns are those of the table.
struct TableGrid {
  let table: SourceTable
  let rowCount: Int
  let columnCount: Int
  private let cells: [Int32]
  let contents: [CellContent]
  let habits: NumberHabits
  let times: TimeHabits
  let notes: NotesOnFigures
  let words: TableWords
  private let readings = Memo<String, HeadReading>()

  /// More places are not laid out; a sheet is cut to those that hold text.
  static let mostPlaces = 4_000_000

  /// Nil for a table without cells, or of too many places.
  init?(_ table: SourceTable, _ words: TableWords, times: TimeHabits = TimeHabits(), notes: NotesOnFigures = NotesOnFigures()) {
    let filled = table.cells.indices.filter { !table.cells[$0].text.isEmpty }
    guard let lastRow = filled.map({ table.cells[$0].row }).max(),
      let lastColumn = filled.map({ table.cells[$0].column }).max()
    else { return nil }
    // Spans reach no further than the last text.
    rowCount = lastRow + 1
    columnCount = lastColumn + 1
    guard rowCount <= Self.mostPlaces / columnCount else { return nil }
    self.table = table
    self.words = words
    self.times = times
    self.notes = notes
    habits = NumberHabits(table.cells.lazy.map(\.text))
    var places = [Int32](repeating: -1, count: rowCount * columnCount)
    var contents: [CellContent] = []
    contents.reserveCapacity(table.cells.count)
    for (index, cell) in table.cells.enumerated() {
      contents.append(CellContent(cell.text, words, habits: habits))
      guard cell.row < rowCount, cell.column < columnCount else { continue }
      for row in cell.row..<min(rowCount, cell.row + cell.rowSpan) {
        for column in cell.column..<min(columnCount, cell.column + cell.columnSpan) where places[row * columnCount + column] < 0 {
          places[row * columnCount + column] = Int32(index)
        }
      }
    }
    cells = places
    self.contents = contents
  }

  /// The index of the cell that covers a place.
  func index(_ row: Int, _ column: Int) -> Int? {
    guard row >= 0, row < rowCount, column >= 0, column < columnCount else { return nil }
    let index = cells[row * columnCount + column]
    return index < 0 ? nil : Int(index)
  }
  func cell(_ row: Int, _ column: Int) -> SourceTable.Cell? { index(row, column).map { table.cells[$0] } }
  func text(_ row: Int, _ column: Int) -> String { cell(row, column)?.text ?? "" }
  func content(_ row: Int, _ column: Int) -> CellContent { index(row, column).map { contents[$0] } ?? .empty }
  /// Whether a cell begins at the place, rather than reaching it from the left or above.
  func begins(_ row: Int, _ column: Int) -> Bool { cell(row, column).map { $0.row == row && $0.column == column } ?? false }

  /// What a head says; each text is read once.
  func reading(_ text: String) -> HeadReading { readings.value(of: text) { HeadReading(text, words, times) } }

  /// The filled cells of a row, each once, by column.
  func filled(_ row: Int, in columns: Range<Int>) -> [Int] {
    var found: [Int] = []
    for column in columns {
      guard let index = index(row, column), !table.cells[index].text.isEmpty, found.last != index else { continue }
      found.append(index)
    }
    return found
  }
}
