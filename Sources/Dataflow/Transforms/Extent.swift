import Diagnostics

extension Transform {
  /// Gives the smallest and largest number of a field to a param; the rows stay as they are.
  package struct Extent: Hashable, Sendable {
    package var field: FieldPath
    package var param: String
    package init(_ field: FieldPath, param: String) {
      self.field = field
      self.param = param
    }

    func apply(to table: Table, params: inout [String: DataValue]) throws(Diagnostic) -> Table {
      try table.require(field)
      let numbers = validNumbers(table.values(at: field).values)
      if let low = numbers.min(), let high = numbers.max() {
        params[param] = [.number(low), .number(high)]
      } else {
        params[param] = [.undefined, .undefined]
      }
      return table
    }
  }
}
