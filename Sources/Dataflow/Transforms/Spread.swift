import Diagnostics

extension Transform {
  /// Moves values apart that stand closer than a gap, each as little as may be (least squares under an order, by pooling
  /// adjacent violators): places for the names at the ends of lines.
  package struct Spread: Hashable, Sendable {
    package var field: FieldPath
    package var groupBy: [FieldPath]
    /// The gap as a share of the distance between the field's smallest and largest value.
    package var gap: Double
    package var name: String

    package init(_ field: FieldPath, groupBy: [FieldPath] = [], gap: Double, as name: String) {
      self.field = field
      self.groupBy = groupBy
      self.gap = gap
      self.name = name
    }

    func apply(to table: Table) throws(Diagnostic) -> Table {
      for path in groupBy + [field] { try table.require(path) }
      let values = table.values(at: field).values
      let numbers = values.map { $0.isNull ? .nan : $0.asNumber }
      let all = numbers.filter(\.isFinite)
      let distance = gap * ((all.max() ?? 0) - (all.min() ?? 0))
      var places = values
      for group in Partition(table, by: groupBy).groups {
        let rows = group.filter { numbers[$0].isFinite }.sorted { (numbers[$0], $0) < (numbers[$1], $1) }
        // With the gaps taken off, the places must only not fall.
        var pools: [(sum: Double, count: Int)] = []
        for (index, row) in rows.enumerated() {
          pools.append((numbers[row] - Double(index) * distance, 1))
          while pools.count > 1, let last = pools.last {
            let before = pools[pools.count - 2]
            guard before.sum / Double(before.count) > last.sum / Double(last.count) else { break }
            pools.removeLast()
            pools[pools.count - 1] = (before.sum + last.sum, before.count + last.count)
          }
        }
        var index = 0
        for pool in pools {
          for _ in 0..<pool.count {
            places[rows[index]] = .number(pool.sum / Double(pool.count) + Double(index) * distance)
            index += 1
          }
        }
      }
      var result = table
      result.set(name, Column(places))
      return result
    }
  }
}
