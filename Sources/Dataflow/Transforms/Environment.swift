/// What a dataflow may read besides its table.
package struct Environment: Hashable, Sendable {
  /// Values of params in their initial state.
  package var params: [String: DataValue]
  /// Tables by the name of their source, for lookups.
  package var sources: [String: Table]
  package var limits: TableLimits

  package init(
    params: [String: DataValue] = [:], sources: [String: Table] = [:], limits: TableLimits = TableLimits()
  ) {
    self.params = params
    self.sources = sources
    self.limits = limits
  }
}

/// Bounds on tables, so that no input takes the machine's memory.
package struct TableLimits: Hashable, Sendable {
  package var rows: Int
  package var cells: Int
  package init(rows: Int = 1_000_000, cells: Int = 6_000_000) {
    self.rows = rows
    self.cells = cells
  }
}
