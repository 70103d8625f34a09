import Diagnostics

extension NodeShape where Value == Node {
  /// Anything, as it is.
  package static var any: NodeShape {
    NodeShape("a value", accepts: { _ in true }, schema: { _ in .mapping([]) }, decode: { node, _ in node })
  }
}

extension NodeShape where Value == Bool {
  package static var bool: NodeShape {
    NodeShape("true or false", kind: .bool, schema: [("type", "boolean")]) { $0.bool }
  }
}

extension NodeShape where Value == String {
  /// A text; a number or `true` must stand in quotes.
  package static var string: NodeShape {
    NodeShape("a text", kind: .string, schema: [("type", "string")]) { $0.string }
  }

  /// A text that may look like a number or bool (`title: 2025`): taken as written.
  package static var text: NodeShape {
    NodeShape(
      "a text", accepts: { $0.text != nil && !$0.isNull },
      schema: { _ in .mapping([("type", .sequence([.string("string"), .string("number"), .string("boolean")]))]) },
      decode: { node, findings in
        guard let text = node.text, !node.isNull else {
          findings.mismatch(node, expected: "a text")
          return nil
        }
        return text
      })
  }

  /// A number as written, never rounded through a `Double`.
  package static var numeral: NodeShape {
    NodeShape("a number", kind: .number, schema: [("type", "number")]) { $0.numberText }
  }
}

extension NodeShape where Value == Double {
  /// A finite number.
  package static var number: NodeShape { number() }

  package static func number(in range: ClosedRange<Double>) -> NodeShape {
    number(from: range.lowerBound, to: range.upperBound)
  }
  package static func number(in range: PartialRangeFrom<Double>) -> NodeShape { number(from: range.lowerBound) }

  /// A finite number between bounds, both included.
  package static func number(from least: Double? = nil, to most: Double? = nil) -> NodeShape {
    NodeShape(
      "a number", accepts: { $0.kind == .number },
      schema: { _ in
        var schema: [(key: String, value: Node)] = [("type", .string("number"))]
        if let least { schema.append(("minimum", .number(least))) }
        if let most { schema.append(("maximum", .number(most))) }
        return .mapping(schema)
      },
      decode: { node, findings in
        guard let text = node.numberText else {
          findings.mismatch(node, expected: "a number")
          return nil
        }
        guard let value = node.double else {
          findings.add(.error("field.range", "the number \(text) is too large", at: node.span))
          return nil
        }
        guard findings.check(value, of: node, from: least, to: most) else { return nil }
        return value
      })
  }

  /// A finite number greater than zero.
  package static var positive: NodeShape {
    var shape = number().map { value, _ throws(Diagnostic) in
      if value > 0 { return value }
      throw .error("field.range", "the number must be greater than 0")
    }
    shape.schema = { _ in .mapping([("type", .string("number")), ("exclusiveMinimum", .number(0))]) }
    return shape
  }
}

extension NodeShape where Value == Int {
  package static var integer: NodeShape { integer() }

  package static func integer(in range: ClosedRange<Int>) -> NodeShape {
    integer(from: range.lowerBound, to: range.upperBound)
  }
  package static func integer(in range: PartialRangeFrom<Int>) -> NodeShape { integer(from: range.lowerBound) }

  /// A whole number between bounds, both included; `3.0` counts as 3.
  package static func integer(from least: Int? = nil, to most: Int? = nil) -> NodeShape {
    NodeShape(
      "a whole number", accepts: { $0.kind == .number },
      schema: { _ in
        var schema: [(key: String, value: Node)] = [("type", .string("integer"))]
        if let least { schema.append(("minimum", .number(least))) }
        if let most { schema.append(("maximum", .number(most))) }
        return .mapping(schema)
      },
      decode: { node, findings in
        guard let value = node.numberText.flatMap({ Int($0) ?? Double($0).flatMap(Int.init(exactly:)) }) else {
          findings.mismatch(node, expected: "a whole number")
          return nil
        }
        guard findings.check(value, of: node, from: least, to: most) else { return nil }
        return value
      })
  }
}

extension NodeShape where Value: CaseIterable & RawRepresentable & Sendable, Value.RawValue == String {
  /// One of the names of an enumeration; a wrong one is `field.choice` with the nearest as a hint.
  package static func choice(_ type: Value.Type) -> NodeShape {
    let names = Value.allCases.map(\.rawValue)
    return NodeShape<String>.name(among: names).map { name, node throws(Diagnostic) in
      if let value = Value(rawValue: name) { return value }
      throw .error("field.choice", "unknown name “\(name)”", at: node.span)
    }
  }
}

extension NodeShape where Value == String {
  /// One of the names; a wrong one is `field.choice` with the nearest as a hint.
  package static func name(among names: [String]) -> NodeShape {
    let known = Set(names)
    return NodeShape(
      "one of \(names.joined(separator: ", "))", accepts: { $0.kind == .string },
      schema: { _ in .mapping([("enum", .sequence(names.map { .string($0) }))]) },
      decode: { node, findings in
        guard let name = node.string else {
          findings.mismatch(node, expected: "one of \(names.joined(separator: ", "))")
          return nil
        }
        if known.contains(name) { return name }
        if findings.isFull { return nil }
        let near = nearestName(to: name, among: names).map { "did you mean “\($0)”?" }
        findings.add(
          .error(
            "field.choice", "unknown name “\(name)”", at: node.span,
            hint: near ?? "one of \(names.joined(separator: ", "))"))
        return nil
      })
  }
}

extension NodeShape {
  /// A scalar of one kind.
  init(
    _ phrase: String, kind: Node.Kind, schema: [(key: String, value: String)],
    value: @escaping @Sendable (Node) -> Value?
  ) {
    self.init(
      phrase, accepts: { $0.kind == kind },
      schema: { _ in .mapping(schema.map { ($0.key, .string($0.value)) }) },
      decode: { node, findings in
        if let value = value(node) { return value }
        findings.mismatch(node, expected: phrase)
        return nil
      })
  }
}

extension Findings {
  /// `field.range` when `value` lies outside the bounds.
  mutating func check<Number: Comparable>(_ value: Number, of node: Node, from least: Number?, to most: Number?) -> Bool {
    if least.map({ value >= $0 }) ?? true, most.map({ value <= $0 }) ?? true { return true }
    let bounds =
      switch (least, most) {
      case (let least?, let most?): "between \(plain(least)) and \(plain(most))"
      case (let least?, nil): "at least \(plain(least))"
      case (nil, let most?): "at most \(plain(most))"
      case (nil, nil): "a number"
      }
    add(.error("field.range", "the number must be \(bounds), found \(node.numberText ?? "")", at: node.span))
    return false
  }

  private func plain<Number>(_ number: Number) -> String {
    if let double = number as? Double { return Node.number(double).numberText ?? "\(double)" }
    return "\(number)"
  }
}
