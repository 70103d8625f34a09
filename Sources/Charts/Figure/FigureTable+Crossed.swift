import Grammar

extension FigureTable {
  /// The table with a column for each series (a cross-tabulation), as people read values of few series; nil where it is none.
  ///
  /// It has two columns of names and one of amounts, two to six series, and each pair of names at most once.
  package func crossed() -> FigureTable? {
    guard columns.count == 3, let measure = columns.indices.first(where: { columns[$0].isMeasure }) else { return nil }
    let names = columns.indices.filter { $0 != measure && !columns[$0].isMeasure }
    guard names.count == 2 else { return nil }
    let counts = names.map { place in Set(rows.map { $0[place] }).count }
    // What a position shows goes down; of two positions the longer one.
    let isSecondDown =
      columns[names[0]].channel.isPosition == columns[names[1]].channel.isPosition
      ? counts[1] > counts[0] : columns[names[1]].channel.isPosition
    let (down, across) = isSecondDown ? (names[1], names[0]) : (names[0], names[1])
    let series = rows.map { $0[across] }.firstOfEach
    let heads = rows.map { $0[down] }.firstOfEach
    guard (2...6).contains(series.count), heads.count >= 2, Set(series.map(\.text)).count == series.count else { return nil }
    let columnOf = Dictionary(uniqueKeysWithValues: series.enumerated().map { ($1, $0 + 1) })
    let rowOf = Dictionary(uniqueKeysWithValues: heads.enumerated().map { ($1, $0) })
    var cells = heads.map { [$0] + [Cell](repeating: .empty, count: series.count) }
    for row in rows {
      guard let x = columnOf[row[across]], let y = rowOf[row[down]] else { continue }
      guard cells[y][x] == .empty else { return nil }
      cells[y][x] = row[measure]
    }
    var head = [columns[down]]
    for name in series { head.append(Column(name: name.text, title: name.text, channel: columns[measure].channel, isMeasure: true)) }
    return FigureTable(title: title ?? columns[measure].title, columns: head, rows: cells)
  }
}

extension [FigureTable.Cell] {
  /// Each value once, in the order of its first place.
  fileprivate var firstOfEach: [FigureTable.Cell] {
    var known: Set<FigureTable.Cell> = []
    return filter { known.insert($0).inserted }
  }
}
