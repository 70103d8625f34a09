import Indicators
import Lingua

/// Rows that stand flush left and are parts of a row above them all the same: their names recur, or their figures add up to it.
extension TableGrid {
  /// 铁路 and 公路 below 货物运输量（万吨）, and again below 客运量（万人）: parts of the nearest row above with a unit and a name of its own.
  ///
  /// - Parameter hasUnit: whether the titles give rows without unit one.
  func linkFlushParts(_ rows: inout [TableRow], _ columns: [TableColumn], hasUnit: Bool) {
    guard !columns.contains(where: { $0.use == .unit }) else { return }
    let named = rows.indices.filter { isFlush(rows[$0]) }
    let counts = Dictionary(named.map { (rows[$0].head.key, 1) }, uniquingKeysWith: +)
    func recurs(_ index: Int) -> Bool { counts[rows[index].head.key].map { $0 > 1 } ?? false }
    var (owner, parts): (Int?, [Int]) = (nil, [])
    func close() {
      defer { (owner, parts) = (nil, []) }
      guard let owner, !parts.isEmpty else { return }
      if parts.contains(where: recurs) {
        for part in parts { (rows[part].parent, rows[part].isOfOwner) = (owner, true) }
      } else if !hasUnit, let count = sumLength(of: owner, parts, rows, columns) {
        for part in parts.prefix(count) { (rows[part].parent, rows[part].isOfOwner) = (owner, true) }
      }
    }
    for index in rows.indices {
      if rows[index].isSection {
        close()
      } else if isFlush(rows[index]) {
        if rows[index].head.unit != nil, !recurs(index) {
          close()
          owner = index
        } else if owner != nil {
          parts.append(index)
        }
      }
    }
    close()
  }

  private func isFlush(_ row: TableRow) -> Bool {
    !row.isSection && row.parent == nil && row.area == nil && !row.isWholeArea && !row.isTotal && !row.isWithin && row.head.kind == nil
      && row.head.time == nil && !row.head.name.isEmpty
  }

  /// How many rows without unit, two at least, add up to the one above them in each column of levels; nil for none.
  private func sumLength(of owner: Int, _ parts: [Int], _ rows: [TableRow], _ columns: [TableColumn]) -> Int? {
    let values = columns.filter { $0.use == .value && $0.head.kind == nil && content(rows[owner].row, $0.column).number != nil }
    guard !values.isEmpty else { return nil }
    var sums = values.map { _ in Rational.zero }
    var rooms = values.map { content(rows[owner].row, $0.column).number.map { $0.value.halfDigit } ?? .zero }
    for (count, part) in parts.enumerated() {
      guard rows[part].head.unit == nil, part == owner + count + 1 else { return nil }
      for (place, column) in values.enumerated() {
        guard let number = content(rows[part].row, column.column).number?.value, let sum = sums[place].adding(number.rational),
          let room = rooms[place].adding(number.halfDigit)
        else { return nil }
        (sums[place], rooms[place]) = (sum, room)
      }
      guard count > 0 else { continue }
      let areSums = values.enumerated().allSatisfy { place, column in
        guard let whole = content(rows[owner].row, column.column).number?.value.rational, let gap = sums[place].subtracting(whole) else {
          return false
        }
        return gap.magnitude <= rooms[place] && whole != .zero
      }
      if areSums { return count + 1 }
    }
    return nil
  }
}

extension ExactNumber {
  /// Half of its last digit: how far off a rounded number may be.
  var halfDigit: Rational {
    (Rational(powerOfTen: -scale) ?? .one).multiplied(by: Rational(1, over: 2) ?? .one) ?? .one
  }
}
