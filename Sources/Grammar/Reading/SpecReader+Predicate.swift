package import Dataflow
import Diagnostics
package import StructuredData

extension SpecReader {
  /// A formula, a test of a field, or a logical composition of these.
  mutating func predicate(_ node: Node) -> Predicate? {
    if node.string != nil || node.bool != nil { return expression(node).map { .expression($0) } }
    guard node.kind == .mapping else {
      findings.mismatch(node, expected: "a test")
      return nil
    }
    var keys = Keys(node, "a test")
    defer { keys.finish(&findings) }
    if let inner = keys.some("not") { return predicate(inner).map { .not($0) } }
    if let all = keys.some("and") { return .and((all.sequence ?? []).compactMap { predicate($0) }) }
    if let any = keys.some("or") { return .or((any.sequence ?? []).compactMap { predicate($0) }) }
    if keys.some("param") != nil || keys.some("selection") != nil {
      return .selection(empty: keys.bool("empty", &findings) ?? true)
    }
    let unit = keys.some("timeUnit").flatMap { timeUnit($0) }
    guard let field = keys.text("field", &findings) else {
      findings.add(.error("field.missing", "a test needs a “field”", at: node.span))
      return nil
    }
    let operand = Predicate.FieldOperand(FieldPath(field), timeUnit: unit)
    let comparisons: [(String, Predicate.Comparison)] = [
      ("equal", .equal), ("lt", .less), ("lte", .lessOrEqual), ("gt", .greater), ("gte", .greaterOrEqual),
    ]
    for (key, comparison) in comparisons {
      if let value = keys.take(key) { return constant(value, unit).map { .comparison(operand, comparison, $0) } }
    }
    if let range = keys.some("range") {
      guard let items = range.sequence, items.count == 2 else {
        findings.mismatch(range, expected: "a list of two values")
        return nil
      }
      return .range(
        operand, lower: items[0].isNull ? nil : constant(items[0], unit), upper: items[1].isNull ? nil : constant(items[1], unit))
    }
    if let choices = keys.some("oneOf") {
      return .oneOf(operand, (choices.sequence ?? []).compactMap { constant($0, unit)?.constantValue })
    }
    if let isValid = keys.bool("valid", &findings) { return .valid(operand, isValid) }
    findings.add(
      .error(
        "field.missing", "a test of a field needs one of equal, lt, lte, gt, gte, range, oneOf and valid", at: node.span))
    return nil
  }

  /// A plain value, a date in parts (`{"year": 2012, "month": "jan"}`), or a formula.
  private mutating func constant(_ node: Node, _ unit: TimeUnit?) -> Expression? {
    if let part = node.string.flatMap({ unitPart($0, unit) }) { return Expression(constant: .number(part)) }
    if let formula = node["expr"] ?? node["signal"] { return expression(formula) }
    if node.kind == .mapping { return expression(.string(dateExpression(node))) }
    return Expression(constant: dataValue(node))
  }
}

extension Expression {
  /// The value of an expression without fields and params.
  fileprivate var constantValue: DataValue? { constant ?? (try? value()) }
}

/// The formula of Vega-Lite's `DateTime`: `datetime(2012, 0, 1, 0, 0, 0, 0)`; without a year 2012 is taken.
package func dateExpression(_ node: Node) -> String {
  func part(_ key: String) -> Double? { node[key]?.double }
  var month = "0"
  if let number = part("month") {
    month = numberText(number - 1)
  } else if let name = node["month"]?.string?.lowercased() {
    let names = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
    month = String(names.firstIndex(where: { name.hasPrefix($0) }) ?? 0)
  } else if let quarter = part("quarter") {
    month = numberText((quarter - 1) * 3)
  }
  var day = part("date").map(numberText) ?? "1"
  if node["date"] == nil, let weekday = node["day"] {
    let names = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"]
    let index = weekday.double.map { $0.whole % 7 } ?? names.firstIndex { weekday.string?.lowercased().hasPrefix($0) == true } ?? 0
    // 1 January 2012 was a Sunday.
    day = String(index + 1)
  }
  let year = part("year").map(numberText) ?? "2012"
  let rest = ["hours", "minutes", "seconds", "milliseconds"].map { part($0).map(numberText) ?? "0" }
  let function = node["utc"]?.bool == true ? "utc" : "datetime"
  return "\(function)(\(([year, month, day] + rest).joined(separator: ", ")))"
}

/// Reads a test that stands among the properties of a guide; nil when it is none.
package func readPredicate(_ node: Node) -> Predicate? {
  var reader = SpecReader()
  return reader.predicate(node)
}

/// The number of a month or weekday by its name, where the unit is one of these: months from 1, days from 1 for Monday to 7.
private func unitPart(_ text: String, _ unit: TimeUnit?) -> Double? {
  guard let unit, unit.isSingle else { return nil }
  let short = String(text.lowercased().prefix(3))
  switch unit.smallest {
  case .month:
    let names = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
    return names.firstIndex(of: short).map { Double($0 + 1) }
  case .day:
    let names = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
    return names.firstIndex(of: short).map { Double($0 + 1) }
  case .quarter: return text.lowercased().hasPrefix("q") ? Double(text.dropFirst()) : nil
  default: return nil
  }
}
