package import Diagnostics

extension Transform {
  /// What holds of every row, or else the picture that is drawn of them would be false or lack something; the rows stay as they are.
  package struct Expect: Hashable, Sendable {
    /// True of a row as it should be.
    package var expression: Expression
    /// What is said where it is not: `%@` stands for the value of the first such row that is named.
    package var finding: Diagnostic
    /// The field whose value says which row it is.
    package var named: FieldPath

    package init(_ expression: Expression, naming named: FieldPath, else finding: Diagnostic) {
      self.expression = expression
      self.named = named
      self.finding = finding
    }

    /// - Throws: the finding, where it is an error.
    func apply(to table: Table, params: [String: DataValue]) throws(Diagnostic) -> Warned<Table> {
      let holds = try expression.values(on: table, params: params)
      let others = (0..<table.rowCount).filter { !holds[$0].isTruthy }
      guard let first = others.first else { return Warned(table) }
      var finding = finding
      let value = table.values(at: named)[first]
      finding.message = finding.message.replacing("%@", with: value.isValid ? value.asText : "null")
      if others.count > 1 { finding.message += " (\(others.count) rows)" }
      if finding.severity == .error { throw finding }
      return Warned(table, [finding])
    }
  }
}
