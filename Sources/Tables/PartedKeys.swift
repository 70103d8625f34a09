import Articles

extension SourceTable {
  /// freq,unit,geo\TIME_PERIOD over A,PC,AT: keys of several dimensions in one column, as Eurostat gives them in bulk, in a column each.
  /// Nil of any other table.
  ///
  /// - Returns: how many columns there are more; figures stand so far right of their own.
  func withKeysParted() -> (table: SourceTable, shift: Int)? {
    guard let head = cells.first, head.row == 0, head.column == 0, head.columnSpan == 1, head.text.utf8.count <= 400,
      let slash = head.text.firstIndex(of: "\\"), head.text[..<slash].contains(",")
    else { return nil }
    let dimensions = head.text[..<slash].split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    var parted = self
    parted.cells = []
    parted.cells.reserveCapacity(cells.count + cells.count / 2)
    for cell in cells {
      guard cell.column == 0 else {
        var moved = cell
        moved.column += dimensions.count - 1
        parted.cells.append(moved)
        continue
      }
      let members = cell.row == 0 ? dimensions : cell.text.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      guard members.count == dimensions.count else { return nil }
      for (column, member) in members.enumerated() {
        parted.cells.append(Cell(row: cell.row, column: column, range: cell.range, text: member))
      }
    }
    return (parted, dimensions.count - 1)
  }
}
