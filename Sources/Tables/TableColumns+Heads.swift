import Articles
import Indicators
import Lingua

/// The texts of the heads over a column, those that stand over its neighbours too.
extension TableGrid {
  /// - Parameter lines: what the lines of heads hold; those that name no figures are left out.
  func headPath(_ column: Int, _ section: TableSection, _ lines: HeadLines? = nil) -> [String] {
    var path: [String] = []
    var last: Int?
    for (depth, row) in section.headRows.enumerated() where lines?.names(row) ?? true {
      var found = index(row, column).flatMap { table.cells[$0].text.isEmpty ? nil : $0 }
      // A group's head that stands over its first column only; blank in the lines between where these have a group over several columns.
      if found == nil, let below = section.headRows.dropFirst(depth + 1).first(where: { !text($0, column).isEmpty }) {
        found = groupHead(row, column, below, section)
      }
      guard let found, found != last else { continue }
      last = found
      let head = table.cells[found].text
      if let above = path.last, lines != nil, Self.saysAgain(head, above) { continue }
      path.append(head)
    }
    return path
  }

  /// Enterprises below 企业资金: words in Latin letters below Chinese ones.
  private static func saysAgain(_ text: String, _ above: String) -> Bool {
    guard above.unicodeScalars.contains(where: \.isHan), !text.unicodeScalars.contains(where: \.isHan) else { return false }
    // And no GDP.
    return text.split { !$0.isLetter }.contains { $0.count > 1 && $0.dropFirst().allSatisfy(\.isLowercase) }
  }

  /// Millions of dollars, blank, blank, % change below August, September and October: the last line says what it says of times once, over the
  /// first of them.
  func unitToTheLeft(_ column: Int, _ section: TableSection) -> String? {
    guard section.headRows.count > 1, let last = section.headRows.last, text(last, column).isEmpty,
      case let above = section.headRows[section.headRows.count - 2], begins(above, column), reading(text(above, column)).isTimeOnly,
      let left = (section.columns.lowerBound..<column).last(where: { !text(last, $0).isEmpty }), left > section.columns.lowerBound,
      begins(above, left), reading(text(above, left)).isTimeOnly,
      filled(last, in: section.columns).allSatisfy({ cell in
        let said = reading(table.cells[cell].text)
        return said.name.isEmpty && said.time == nil && (said.unit != nil || said.kind == .change)
      })
    else { return nil }
    return text(last, left)
  }

  /// Balance behind Import over value and growth, beside Export over the same: what no other group has stands behind the last one.
  private func isBehindGroup(_ column: Int, begunAt left: Int, _ row: Int, _ below: Int, _ section: TableSection) -> Bool {
    let starts = section.columns.dropFirst().filter { begins(row, $0) && !text(row, $0).isEmpty }
    guard starts.last == left, let before = starts.dropLast().last, cell(row, left)?.columnSpan == 1, cell(row, before)?.columnSpan == 1,
      case let length = left - before, length > 1, column >= left + length
    else { return false }
    let pattern = (before..<left).map { HeadReading.key(text(below, $0)) }
    return !pattern.contains("") && (left..<(left + length)).map { HeadReading.key(text(below, $0)) } == pattern
      && !pattern.contains(HeadReading.key(text(below, column)))
  }

  /// The head to the left that stands over a column too: where none of the lines above begins another group between.
  private func groupHead(_ row: Int, _ column: Int, _ below: Int, _ section: TableSection) -> Int? {
    guard let left = (section.columns.lowerBound..<column).last(where: { !text(row, $0).isEmpty }),
      left != section.columns.lowerBound || section.isList
    else { return nil }
    if isBehindGroup(column, begunAt: left, row, below, section) { return nil }
    // A head with nothing below is that of its own column, but where its parts follow: 生产总值（亿元）, then 第一产业 a line lower.
    let hasOwnBelow = section.headRows.contains {
      $0 > row && $0 <= below && !text($0, left).isEmpty && index($0, left) != index(row, left)
    }
    guard hasOwnBelow || isPart(column, of: left, below, section) else { return nil }
    let outer = section.headRows.prefix { $0 < row }
    guard !outer.contains(where: { line in (left + 1...column).contains { begins(line, $0) && !text(line, $0).isEmpty } }) else {
      return nil
    }
    return index(row, left)
  }

  /// Whether a head that stands lower names a part of the head to the left: one level in, neither a unit nor a line that goes on above.
  private func isPart(_ column: Int, of left: Int, _ below: Int, _ section: TableSection) -> Bool {
    let reading = reading(text(below, column))
    // Nothing but blanks stands between, and nothing below the head itself.
    return reading.kind == nil && !reading.name.isEmpty && reading.time == nil && begins(below, column)
      && section.headRows.allSatisfy { $0 > below || text($0, column).isEmpty || $0 == below }
  }
}
