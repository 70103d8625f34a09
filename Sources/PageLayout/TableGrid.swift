import Diagnostics

/// Which places of a table each cell takes: cells fill a row from the left, past the places that cells of earlier rows reach
/// into (HTML, "Forming a table").
struct TableGrid {
  struct Placement {
    var cell: TableBlock.Cell
    var columns: Range<Int>
    var rows: Range<Int>
  }

  /// For each row the cells that begin in it, from left to right.
  private(set) var rows: [[Placement]] = []
  private(set) var diagnostics: [Diagnostic] = []

  /// Cells beyond the last column are left out, spans beyond the last row or column are cut; both are reported.
  init(_ source: [TableBlock.Row], columns count: Int) {
    // For each column the first row that is free.
    var free = [Int](repeating: 0, count: count)
    for (r, row) in source.enumerated() {
      var placed: [Placement] = []
      var column = 0
      for cell in row.cells {
        while column < count, free[column] > r { column += 1 }
        guard column < count else {
          diagnostics.append(.warning("table.cells", "row \(r + 1) has more cells than the table has columns (\(count))"))
          break
        }
        var end = column + 1
        while end < min(count, column + max(1, cell.columns)), free[end] <= r { end += 1 }
        let below = min(source.count, r + max(1, cell.rows))
        if end - column < cell.columns || below - r < cell.rows {
          diagnostics.append(
            .warning(
              "table.span", "a cell of row \(r + 1) spans \(cell.columns) columns and \(cell.rows) rows, more than there are"))
        }
        for i in column..<end { free[i] = below }
        placed.append(Placement(cell: cell, columns: column..<end, rows: r..<below))
        column = end
      }
      rows.append(placed)
    }
  }

  /// Whether a cell reaches over the edge between row `r − 1` and row `r`.
  func isSpanned(above r: Int) -> Bool {
    rows[..<r].contains { $0.contains { $0.rows.contains(r) } }
  }
}
