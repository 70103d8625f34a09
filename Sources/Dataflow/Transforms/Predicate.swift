package import Diagnostics

/// A test of a row.
package indirect enum Predicate: Hashable, Sendable {
  case expression(Expression)
  /// `equal`, `lt`, `lte`, `gt`, `gte`.
  case comparison(FieldOperand, Comparison, Expression)
  /// Inclusive; a bound that is nil or null is open.
  case range(FieldOperand, lower: Expression?, upper: Expression?)
  case oneOf(FieldOperand, [DataValue])
  /// Whether the value is there and a finite number, or can be read as one.
  case valid(FieldOperand, Bool)
  /// A param's selection, in its initial state: everything or nothing is selected when it is empty.
  case selection(empty: Bool)
  case not(Predicate)
  case and([Predicate])
  case or([Predicate])

  package enum Comparison: Hashable, Sendable { case equal, less, lessOrEqual, greater, greaterOrEqual }

  /// A field, or what a time unit keeps of it.
  package struct FieldOperand: Hashable, Sendable {
    package var field: FieldPath
    package var timeUnit: TimeUnit?
    package init(_ field: FieldPath, timeUnit: TimeUnit? = nil) {
      self.field = field
      self.timeUnit = timeUnit
    }
  }

  /// Whether each row passes.
  /// - Throws: `data.field`, `expression.param`.
  package func tests(on table: Table, params: [String: DataValue] = [:]) throws(Diagnostic) -> [Bool] {
    switch self {
    case .expression(let expression): return try expression.values(on: table, params: params).values.map(\.isTruthy)
    case .comparison(let operand, let comparison, let bound):
      let values = try operand.values(on: table)
      let bound = operand.comparable(try bound.value(params: params))
      return values.map { comparison.holds(operand.comparable($0), bound) }
    case .range(let operand, let lower, let upper):
      let values = try operand.values(on: table)
      let (lower, upper) = (try lower?.value(params: params) ?? .null, try upper?.value(params: params) ?? .null)
      let (low, high) = (operand.comparable(lower), operand.comparable(upper))
      // As in Vega-Lite a null counts as 0 here.
      return values.map { value in
        let value = operand.comparable(value)
        return (low.isNull || value.isLess(than: low) == false) && (high.isNull || high.isLess(than: value) == false)
      }
    case .oneOf(let operand, let choices):
      let choices = Set(choices.map { operand.comparable($0) })
      return try operand.values(on: table).map { choices.contains(operand.comparable($0)) }
    case .valid(let operand, let expected):
      return try operand.values(on: table).map { ($0.isValid && $0.asNumber.isFinite) == expected }
    case .selection(let empty): return Array(repeating: empty, count: table.rowCount)
    case .not(let inner): return try inner.tests(on: table, params: params).map { !$0 }
    case .and(let all):
      var result = Array(repeating: true, count: table.rowCount)
      for part in all { result = zip(result, try part.tests(on: table, params: params)).map { $0 && $1 } }
      return result
    case .or(let all):
      var result = Array(repeating: false, count: table.rowCount)
      for part in all { result = zip(result, try part.tests(on: table, params: params)).map { $0 || $1 } }
      return result
    }
  }

  /// The expressions in it.
  private var expressions: [Expression] {
    switch self {
    case .expression(let expression): [expression]
    case .not(let inner): inner.expressions
    case .and(let all), .or(let all): all.flatMap(\.expressions)
    default: []
    }
  }

  func apply(to table: Table, params: [String: DataValue]) throws(Diagnostic) -> Warned<Table> {
    let keeps = try tests(on: table, params: params)
    let findings = expressions.flatMap { $0.missingFields(in: table) }
    if keeps.allSatisfy({ $0 }) { return Warned(table, findings) }
    return Warned(table.gathered((0..<table.rowCount).filter { keeps[$0] }), findings)
  }
}

extension Predicate.FieldOperand {
  fileprivate func values(on table: Table) throws(Diagnostic) -> [DataValue] {
    try table.require(field)
    let values = table.values(at: field).values
    guard let timeUnit else { return values }
    return values.map { timeUnit.floor($0) }
  }

  /// With a time unit both sides are compared as milliseconds, and a plain number is a value of that unit (month 1–12).
  fileprivate func comparable(_ value: DataValue) -> DataValue {
    switch value {
    case .time(let time): .number(time)
    case .number(let number) where timeUnit?.isSingle == true && abs(number) < 10_000:
      timeUnit.flatMap { $0.time(ofPart: number) }.map { .number($0) } ?? value
    default: value
    }
  }
}

extension Predicate.Comparison {
  fileprivate func holds(_ a: DataValue, _ b: DataValue) -> Bool {
    switch self {
    case .equal: a.strictlyEquals(b)
    case .less: a.isLess(than: b) == true
    case .lessOrEqual: b.isLess(than: a) == false
    case .greater: b.isLess(than: a) == true
    case .greaterOrEqual: a.isLess(than: b) == false
    }
  }
}
