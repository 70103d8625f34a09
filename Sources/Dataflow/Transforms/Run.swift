package import Diagnostics

/// The table after each transform in turn, with the findings that did not prevent it.
///
/// - Parameter environment: an `extent` transform adds its param to it for all that follows.
/// - Throws: `data.field` for a field that no row has, `data.rows` beyond the environment's limits, `expression.…`,
///   `transform.…` for parameters that make no sense.
package func run(
  _ transforms: [Transform], on table: Table, in environment: inout Environment
) throws(Diagnostic) -> Warned<Table> {
  var table = table
  var findings: [Diagnostic] = []
  for transform in transforms {
    let result = try transform.apply(to: table, in: &environment)
    table = result.value
    findings += result.diagnostics
  }
  return Warned(table, findings)
}

extension Transform {
  func apply(to table: Table, in environment: inout Environment) throws(Diagnostic) -> Warned<Table> {
    switch self {
    case .aggregate(let aggregate): Warned(try aggregate.apply(to: table))
    case .bin(let bin): Warned(try bin.apply(to: table, params: environment.params))
    case .calculate(let calculate): try calculate.apply(to: table, params: environment.params)
    case .density(let density): try density.apply(to: table, limits: environment.limits)
    case .expect(let expect): try expect.apply(to: table, params: environment.params)
    case .extent(let extent):
      Warned(try extent.apply(to: table, params: &environment.params))
    case .filter(let predicate): try predicate.apply(to: table, params: environment.params)
    case .flatten(let flatten): Warned(try flatten.apply(to: table, limits: environment.limits))
    case .fold(let fold): Warned(try fold.apply(to: table, limits: environment.limits))
    case .impute(let impute): Warned(try impute.apply(to: table, limits: environment.limits))
    case .joinAggregate(let aggregate): Warned(try aggregate.join(to: table))
    case .loess(let loess): Warned(try loess.apply(to: table))
    case .lookup(let lookup): Warned(try lookup.apply(to: table, sources: environment.sources))
    case .mergeParts(let merge): try merge.apply(to: table)
    case .pivot(let pivot): Warned(try pivot.apply(to: table, limits: environment.limits))
    case .quantile(let quantile): Warned(try quantile.apply(to: table, limits: environment.limits))
    case .regression(let regression): try regression.apply(to: table)
    case .sample(let size): Warned(sampled(table, size: size))
    case .sort(let fields): Warned(try sorted(table, by: fields))
    case .spread(let spread): Warned(try spread.apply(to: table))
    case .stack(let stack): Warned(try stack.apply(to: table))
    case .timeUnit(let timeUnit): try timeUnit.apply(to: table)
    case .treemap(let treemap): try treemap.apply(to: table)
    case .window(let window): Warned(try window.apply(to: table))
    }
  }
}

private func sorted(_ table: Table, by fields: [SortField]) throws(Diagnostic) -> Table {
  for field in fields { try table.require(field.field) }
  return table.gathered(table.order(by: fields))
}

extension TableLimits {
  /// - Throws: `data.rows` when a table of that size is too large.
  func check(rows count: Int, columns: Int, of what: String) throws(Diagnostic) {
    let (cells, overflow) = count.multipliedReportingOverflow(by: max(1, columns))
    if count > rows || overflow || cells > self.cells {
      throw .error(
        "data.rows",
        "\(what) would make \(count) rows of \(columns) fields; at most \(rows) rows and \(self.cells) values are made")
    }
  }
}
