import Diagnostics

extension Transform {
  /// A trend fitted to each group: the points of its curve, or its parameters.
  package struct Regression: Hashable, Sendable {
    package enum Method: String, Hashable, Sendable, CaseIterable { case constant, linear, log, exp, pow, quad, poly }
    /// Read as y …
    package var field: FieldPath
    /// … over x.
    package var on: FieldPath
    package var method: Method
    package var groupBy: [FieldPath]
    /// Of the polynomial of `poly`.
    package var order: Int
    package var extent: [Double]?
    /// Whether `coef` and `rSquared` come out instead of points.
    package var givesParameters: Bool
    package var names: (x: String, y: String) {
      get { (nameX, nameY) }
      set { (nameX, nameY) = newValue }
    }
    private var nameX: String
    private var nameY: String

    package init(
      _ field: FieldPath, on: FieldPath, method: Method = .linear, groupBy: [FieldPath] = [], order: Int = 3,
      extent: (low: Double, high: Double)? = nil, givesParameters: Bool = false, as names: (x: String, y: String)? = nil
    ) {
      self.field = field
      self.on = on
      self.method = method
      self.groupBy = groupBy
      self.order = order
      self.extent = extent.map { [$0.low, $0.high] }
      self.givesParameters = givesParameters
      (nameX, nameY) = names ?? (on.name, field.name)
    }

    func apply(to table: Table) throws(Diagnostic) -> Warned<Table> {
      for path in groupBy + [field, on] { try table.require(path) }
      guard (0...20).contains(order) else {
        throw .error("transform.regression", "the order of a polynomial must lie between 0 and 20, not \(order)")
      }
      var findings: [Diagnostic] = []
      var bounds = extent
      if method == .log, let low = bounds?.first, low <= 0 {
        findings.append(.warning("transform.regression", "an extent from \(numberText(low)) has no logarithm; the data's is taken"))
        bounds = nil
      }
      let (xs, ys) = (table.values(at: on), table.values(at: field))
      let freedom = method == .constant ? 0 : method == .poly ? order : method == .quad ? 2 : 1
      var keys: [Int] = []
      var points: [(x: Double, y: Double)] = []
      var models: [FittedCurve] = []
      for group in Partition(table, by: groupBy).groups {
        let data = pairs(xs, ys, rows: group)
        guard group.count > freedom, !data.isEmpty, let model = FittedCurve(method, order: order, data) else {
          findings.append(
            .warning("transform.regression", "a group of \(group.count) rows is too small for a fit “\(method.rawValue)”"))
          continue
        }
        let low = bounds?.first ?? data.map(\.x).min() ?? 0
        let high = bounds?.last ?? data.map(\.x).max() ?? 0
        let curve =
          method == .linear || method == .constant
          ? [low, high].map { ($0, model.predict($0)) } : sampleCurve(from: low, to: high, model.predict)
        if givesParameters {
          models.append(model)
          keys.append(group[0])
        } else {
          points += curve
          keys += Array(repeating: group[0], count: curve.count)
        }
      }
      var result = Table(rowCount: keys.count)
      if givesParameters {
        result.set(
          "keys", Column(keys.map { row in .list(groupBy.map { table.values(at: $0)[row] }) }))
        result.set("coef", Column(models.map { .list($0.coefficients.map { .number($0) }) }))
        result.set("rSquared", Column(numbers: models.map(\.rSquared)))
        return Warned(result, findings)
      }
      for key in groupBy { result.set(key.name, table.values(at: key).gathered(keys)) }
      result.set(nameX, Column(numbers: points.map(\.x)))
      result.set(nameY, Column(numbers: points.map(\.y)))
      return Warned(result, findings)
    }
  }
}

/// The rows where both fields are numbers.
func pairs(_ xs: Column, _ ys: Column, rows: [Int]) -> [(x: Double, y: Double)] {
  rows.compactMap { row in
    if xs[row].isNull || ys[row].isNull { return nil }
    let (x, y) = (xs[row].asNumber, ys[row].asNumber)
    return x.isFinite && y.isFinite ? (x, y) : nil
  }
}
