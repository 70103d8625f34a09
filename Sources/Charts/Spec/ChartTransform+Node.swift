import Diagnostics
import StructuredData

extension ChartTransform {
  /// One transform; the key that is present says which.
  static var shape: StructuredData.Shape<ChartTransform> {
    .record("Transform") { fields in
      let filter = fields.optional("filter", ChartPredicate.shape)
      let calculate = fields.optional("calculate", .text)
      let aggregate = fields.optional("aggregate", .list(of: Aggregation.shape))
      let groupby = fields.optional("groupby", .list(of: .text), default: [])
      let fold = fields.optional("fold", .list(of: .text))
      let sort = fields.optional("sort", .text)
      let order = fields.optional("order", .name(among: ["ascending", "descending"]), default: "ascending")
      let names = fields.optional("as", .oneOrMore(of: .text), default: [])
      if let filter { return .filter(filter) }
      if let aggregate { return .aggregate(aggregate, by: groupby) }
      if let fold { return .fold(fold, key: names.first ?? "key", value: names.count > 1 ? names[1] : "value") }
      if let sort { return .sort(sort, descending: order == "descending") }
      if let calculate {
        guard let name = names.first else {
          fields.findings.add(
            .error("field.missing", "the key “as” is missing: expected a name for the result", at: fields.node.span))
          return nil
        }
        do throws(Diagnostic) {
          return .calculate(try ChartExpression(calculate), as: name)
        } catch {
          fields.findings.add(
            error.span == nil ? Diagnostic(.error, error.rule, error.message, at: fields.span(of: "calculate")) : error)
          return nil
        }
      }
      fields.findings.add(
        .error("chart.transform", "expected one of filter, calculate, aggregate, fold, sort", at: fields.node.span))
      return nil
    }
  }
}

extension ChartTransform.Aggregation {
  static var shape: StructuredData.Shape<ChartTransform.Aggregation> {
    .record("Aggregation") { fields in
      let function = fields.required("op", .choice(AggregateFunction.self))
      let field = fields.optional("field", .text)
      let name = fields.optional("as", .text)
      guard let function else { return nil }
      return .init(function, of: field, as: name ?? "\(function.rawValue)_\(field ?? "")")
    }
  }
}

extension ChartPredicate {
  static var shape: StructuredData.Shape<ChartPredicate> {
    .either(
      StructuredData.Shape<String>.text.map { text, _ throws(Diagnostic) in .expression(try ChartExpression(text)) },
      .deferred("a mapping", kind: .mapping) { record })
  }

  private static var record: StructuredData.Shape<ChartPredicate> {
    .record("Predicate") { fields in
      let field = fields.optional("field", .text)
      let equal = fields.optional("equal", .any)
      let oneOf = fields.optional("oneOf", .list(of: .any))
      let range = fields.optional("range", .list(of: .any, count: 2...2))
      let bounds = ["lt", "lte", "gt", "gte"].map { ($0, fields.optional($0, .number)) }
      let and = fields.optional("and", .list(of: shape))
      let or = fields.optional("or", .list(of: shape))
      let not = fields.optional("not", shape)
      if let and { return .all(and) }
      if let or { return .any(or) }
      if let not { return .not(not) }
      guard let field else {
        fields.findings.add(
          .error("chart.filter", "a filter needs a “field”, “and”, “or” or “not”", at: fields.node.span))
        return nil
      }
      if let equal { return .equal(field, DataValue(node: equal)) }
      if let oneOf { return .oneOf(field, oneOf.map { DataValue(node: $0) }) }
      if let range { return .range(field, range[0].double, range[1].double) }
      for (name, bound) in bounds {
        guard let bound else { continue }
        return name.hasPrefix("l")
          ? .below(field, bound, orEqual: name == "lte") : .above(field, bound, orEqual: name == "gte")
      }
      fields.findings.add(
        .error(
          "chart.filter", "the filter says nothing about “\(field)”", at: fields.node.span,
          hint: "one of equal, oneOf, range, lt, lte, gt, gte"))
      return nil
    }
  }
}
