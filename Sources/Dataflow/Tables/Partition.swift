/// Rows put together by the values of some fields, groups in order of first appearance.
struct Partition {
  /// The rows of each group, rising.
  private(set) var groups: [[Int]] = []
  /// The group of each row.
  private(set) var groupOfRow: [Int] = []

  /// Without keys all rows are one group (none when there are no rows). Linear.
  init(_ table: Table, by keys: [FieldPath]) {
    self.init(rowCount: table.rowCount, keys: keys.map { table.values(at: $0) })
  }

  init(rowCount: Int, keys: [Column]) {
    guard !keys.isEmpty else {
      groups = rowCount == 0 ? [] : [Array(0..<rowCount)]
      groupOfRow = Array(repeating: 0, count: rowCount)
      return
    }
    groupOfRow.reserveCapacity(rowCount)
    var places: [[String]: Int] = [:]
    var single: [String: Int] = [:]
    for row in 0..<rowCount {
      let place: Int
      if keys.count == 1 {
        let key = keys[0][row].groupKey
        place = single[key] ?? groups.count
        single[key] = place
      } else {
        let key = keys.map { $0[row].groupKey }
        place = places[key] ?? groups.count
        places[key] = place
      }
      if place == groups.count { groups.append([row]) } else { groups[place].append(row) }
      groupOfRow.append(place)
    }
  }
}

/// A field to sort by.
package struct SortField: Hashable, Sendable {
  package var field: FieldPath
  package var isDescending: Bool
  package init(_ field: FieldPath, descending: Bool = false) {
    self.field = field
    isDescending = descending
  }
}

extension Table {
  /// Row numbers in sorted order; ties keep the order they have. Null and undefined come first, as in Vega.
  package func order(by fields: [SortField]) -> [Int] { order(Array(0..<rowCount), by: fields) }

  /// Some of the rows in sorted order.
  func order(_ rows: [Int], by fields: [SortField]) -> [Int] {
    let comparison = RowComparison(self, fields)
    return comparison.isEmpty ? rows : rows.sorted { comparison.compare($0, $1) < 0 }
  }
}

/// Compares rows by several fields.
struct RowComparison {
  private let columns: [(column: Column, isDescending: Bool)]

  init(_ table: Table, _ fields: [SortField]) {
    columns = fields.map { (table.values(at: $0.field), $0.isDescending) }
  }

  var isEmpty: Bool { columns.isEmpty }

  /// Negative, zero or positive; rows that tie in all fields compare as equal.
  func compare(_ a: Int, _ b: Int) -> Int {
    for (column, isDescending) in columns {
      let sign = ascending(column[a], column[b])
      if sign != 0 { return isDescending ? -sign : sign }
    }
    return 0
  }
}
