import Diagnostics

extension Transform {
  /// A field computed from the others.
  package struct Calculate: Hashable, Sendable {
    package var expression: Expression
    package var name: String
    package init(_ expression: Expression, as name: String) {
      self.expression = expression
      self.name = name
    }

    func apply(to table: Table, params: [String: DataValue]) throws(Diagnostic) -> Warned<Table> {
      var result = table
      result.set(name, try expression.values(on: table, params: params))
      return Warned(result, expression.missingFields(in: table))
    }
  }
}

extension Expression {
  /// A warning for each field that it reads and no row has.
  func missingFields(in table: Table) -> [Diagnostic] {
    if table.rowCount == 0 { return [] }
    return fields.filter { !table.has($0) }.map { name in
      var finding = table.missingField(name)
      finding.severity = .warning
      finding.message += ", so “\(text)” reads it as undefined"
      return finding
    }
  }
}
