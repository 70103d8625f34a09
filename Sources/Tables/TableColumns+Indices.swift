import Articles
import Indicators
import Lingua

/// What columns of indices and of sums over all years are called where their heads say no more than from when they count.
extension TableGrid {
  /// 2002=100 over all columns of levels: the base of the index that the title names, and no name that tells figures apart.
  func settleBases(_ columns: inout [TableColumn], _ context: TableContext) {
    guard let measure = context.measure, words.names(.indexNouns, in: measure) else { return }
    let levels = columns.indices.filter { columns[$0].use == .value && columns[$0].head.kind == nil }
    guard let first = levels.first, isBase(columns[first].head.key), !columns[first].head.key.unicodeScalars.contains(where: \.isHan),
      levels.allSatisfy({ columns[$0].isIndex && columns[$0].head.key == columns[first].head.key })
    else { return }
    for index in levels { columns[index].head.rename("") }
  }

  /// 2002=100, Index (2015=100): digits before the hundred, and no word of a time that another column may have.
  private func isBase(_ key: String) -> Bool {
    guard let mark = key.firstRange(of: "=100"), mark.upperBound == key.endIndex else { return false }
    let before = key[..<mark.lowerBound]
    return before.count >= 4 && before.allSatisfy { $0.isNumber || "-–/.".contains($0) }
  }

  /// 总累计 below a title of 1985.12-2015.12: of the years that the title names, and no part of what it measures.
  func settleSumsOfAllTime(_ columns: inout [TableColumn], _ context: TableContext) {
    guard let period = context.period, !context.periodIsAssumed, period.end.year > period.start.year else { return }
    for index in columns.indices where columns[index].use == .value && columns[index].head.time == nil {
      guard let word = columns[index].path.map({ reading($0).key }).first(where: { words.holds(.allTime, $0) }),
        columns[index].head.key.hasPrefix(word)
      else { continue }
      columns[index].head.rename(String(columns[index].head.name.dropFirst(word.count)))
    }
  }
}
