import Diagnostics

extension Transform {
  /// Puts each number into a bin: its lower bound, and its upper one.
  package struct Bin: Hashable, Sendable {
    package var field: FieldPath
    package var parameters: BinParameters
    package var start: String
    package var end: String

    /// - Parameter end: `<start>_end` when left out.
    package init(_ field: FieldPath, _ parameters: BinParameters = BinParameters(), as start: String, end: String? = nil) {
      self.field = field
      self.parameters = parameters
      self.start = start
      self.end = end ?? start + "_end"
    }

    /// The bins that the data of `table` get; nil without any number and without an extent.
    package func bins(of table: Table) -> Bins? {
      if let extent = parameters.extent { return parameters.bins(from: extent.low, to: extent.high) }
      let numbers = validNumbers(table.values(at: field).values)
      guard let low = numbers.min(), let high = numbers.max() else { return nil }
      return parameters.bins(from: low, to: high)
    }

    func apply(to table: Table, params: [String: DataValue]) throws(Diagnostic) -> Table {
      try table.require(field)
      try parameters.check()
      var result = table
      let bins = bins(of: table)
      let starts: [DataValue] = table.values(at: field).values.map { value in
        guard let bins, let number = numberOrNull(value) else { return .null }
        return .number(bins.floor(number))
      }
      result.set(start, Column(starts))
      result.set(
        end,
        Column(
          starts.map { start in
            if let bins, case .number(let low) = start { .number(low + bins.step) } else { .null }
          }))
      return result
    }
  }
}

/// vega-util's `toNumber`: nothing for null, undefined and empty text.
func numberOrNull(_ value: DataValue) -> Double? {
  value.isNull || value == .text("") ? nil : value.asNumber
}

/// The numbers among values, as Vega's statistics take them: null and what is no number left out.
func validNumbers(_ values: [DataValue]) -> [Double] {
  values.compactMap { value in
    guard !value.isNull else { return nil }
    let number = value.asNumber
    return number.isNaN ? nil : number
  }
}
