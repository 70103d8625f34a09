import Diagnostics

extension Transform {
  /// Puts the rows of a group on each other: where each begins and ends.
  package struct Stack: Hashable, Sendable {
    package enum Offset: String, Hashable, Sendable, CaseIterable {
      /// Positive values upwards from zero, negative ones downwards.
      case zero
      /// Sizes one above the other, all groups about one middle.
      case center
      /// Sizes as shares of their group, from 0 to 1.
      case normalize
    }
    package var field: FieldPath
    package var groupBy: [FieldPath]
    package var offset: Offset
    package var sort: [SortField]
    package var start: String
    package var end: String

    /// - Parameter end: `<start>_end` when left out.
    package init(
      _ field: FieldPath, groupBy: [FieldPath] = [], offset: Offset = .zero, sort: [SortField] = [], as start: String,
      end: String? = nil
    ) {
      self.field = field
      self.groupBy = groupBy
      self.offset = offset
      self.sort = sort
      self.start = start
      self.end = end ?? start + "_end"
    }

    /// A row without a number has no place, and moves none of those after it.
    func apply(to table: Table) throws(Diagnostic) -> Table {
      for key in groupBy + [field] + sort.map(\.field) { try table.require(key) }
      let values = table.values(at: field).values.map(\.asNumber)
      let groups = Partition(table, by: groupBy).groups.map { table.order($0, by: sort) }
      let sums = groups.map { rows in rows.reduce(0) { $0 + (values[$1].isNaN ? 0 : abs(values[$1])) } }
      let largest = sums.max() ?? 0
      var starts = [Double](repeating: .nan, count: table.rowCount)
      var ends = starts
      for (rows, sum) in zip(groups, sums) {
        switch offset {
        case .zero:
          var (above, below) = (0.0, 0.0)
          for row in rows where !values[row].isNaN {
            if values[row] < 0 {
              starts[row] = below
              below += values[row]
              ends[row] = below
            } else {
              starts[row] = above
              above += values[row]
              ends[row] = above
            }
          }
        case .center:
          var last = (largest - sum) / 2
          for row in rows where !values[row].isNaN {
            starts[row] = last
            last += abs(values[row])
            ends[row] = last
          }
        case .normalize:
          var last = 0.0
          var total = 0.0
          for row in rows where !values[row].isNaN {
            starts[row] = last
            total += abs(values[row])
            last = total / sum
            ends[row] = last
          }
        }
      }
      var result = table
      result.set(start, Column(numbers: starts))
      result.set(end, Column(numbers: ends))
      return result
    }
  }
}
