import Diagnostics

extension NodeShape {
  /// A list; items that cannot be read are reported and left out.
  package static func list<Item>(of item: NodeShape<Item>, count: ClosedRange<Int>? = nil) -> NodeShape where Value == [Item] {
    NodeShape(
      "a list", accepts: { $0.kind == .sequence },
      schema: { writer in
        var schema: [(key: String, value: Node)] = [("type", .string("array")), ("items", item.schema(&writer))]
        if let count {
          if count.lowerBound > 0 { schema.append(("minItems", .number(count.lowerBound))) }
          if count.upperBound < .max { schema.append(("maxItems", .number(count.upperBound))) }
        }
        return .mapping(schema)
      },
      decode: { node, findings in
        guard let items = node.sequence else {
          findings.mismatch(node, expected: "a list")
          return nil
        }
        if let count, !count.contains(items.count) {
          let wanted =
            count.lowerBound == count.upperBound
            ? "\(count.lowerBound)"
            : count.upperBound == .max ? "at least \(count.lowerBound)" : "\(count.lowerBound) to \(count.upperBound)"
          findings.add(
            .error("field.count", "expected a list of \(wanted) items, found \(items.count)", at: node.span))
          return nil
        }
        return items.compactMap { item.decode($0, &findings) }
      })
  }

  /// A list, or one item without the list around it.
  package static func oneOrMore<Item>(of item: NodeShape<Item>) -> NodeShape where Value == [Item] {
    either(list(of: item), or: item.map { value, _ in [value] })
  }

  /// A mapping whose keys are names of the user's choice, in order.
  package static func dictionary<Item>(of item: NodeShape<Item>) -> NodeShape
  where Value == [(key: Spanned<String>, value: Item)] {
    NodeShape(
      "a mapping", accepts: { $0.kind == .mapping },
      schema: { writer in
        .mapping([("type", .string("object")), ("additionalProperties", item.schema(&writer))])
      },
      decode: { node, findings in
        guard let mapping = node.mapping else {
          findings.mismatch(node, expected: "a mapping")
          return nil
        }
        return mapping.entries.compactMap { entry in
          item.decode(entry.value, &findings).map { (Spanned(entry.key, at: entry.keySpan), $0) }
        }
      })
  }

  /// The first form that accepts the node. Forms must be told apart by kind or by ``when(_:)``: none is tried.
  package static func either(_ forms: NodeShape...) -> NodeShape { union(forms) }
  package static func either(_ first: NodeShape, or second: NodeShape) -> NodeShape { union([first, second]) }

  package static func union(_ forms: [NodeShape]) -> NodeShape {
    var phrases: [String] = []
    for form in forms where !phrases.contains(form.phrase) { phrases.append(form.phrase) }
    let phrase = phrases.joined(separator: " or ")
    return NodeShape(
      phrase, accepts: { node in forms.contains { $0.accepts(node) } },
      schema: { writer in
        var schemas: [Node] = []
        for form in forms {
          let schema = form.schema(&writer)
          if !schemas.contains(schema) { schemas.append(schema) }
        }
        return schemas.count == 1 ? schemas[0] : .mapping([("anyOf", .sequence(schemas))])
      },
      decode: { node, findings in
        if let form = forms.first(where: { $0.accepts(node) }) { return form.decode(node, &findings) }
        findings.mismatch(node, expected: phrase)
        return nil
      })
  }

  /// `null`, or the value; so that `axis: null` is not the same as no `axis`.
  package static func nullable<Inner>(_ inner: NodeShape<Inner>) -> NodeShape where Value == Inner? {
    NodeShape(
      inner.phrase, accepts: { $0.isNull || inner.accepts($0) },
      schema: { writer in
        .mapping([("anyOf", .sequence([inner.schema(&writer), .mapping([("type", .string("null"))])]))])
      },
      decode: { node, findings in
        if node.isNull { return .some(nil) }
        return inner.decode(node, &findings).map { .some($0) }
      })
  }

  /// One fixed text, bool or null that stands for a value, such as `none` or `false`.
  package static func literal(_ literal: Node, _ value: Value) -> NodeShape where Value: Sendable {
    NodeShape(
      literal.brief, accepts: { $0 == literal },
      schema: { _ in .mapping([("const", literal)]) },
      decode: { node, findings in
        if node == literal { return value }
        findings.mismatch(node, expected: literal.brief)
        return nil
      })
  }

  /// A shape that may contain itself: `make` runs when a node is read.
  package static func deferred(_ phrase: String, kind: Node.Kind, _ make: @escaping @Sendable () -> NodeShape) -> NodeShape {
    NodeShape(
      phrase, accepts: { $0.kind == kind }, schema: { make().schema(&$0) },
      decode: { node, findings in
        if node.kind == kind { return make().decode(node, &findings) }
        findings.mismatch(node, expected: phrase)
        return nil
      })
  }
}
