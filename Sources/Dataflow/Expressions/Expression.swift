package import Diagnostics

/// A formula in Vega's expression language (vega.github.io/vega/docs/expressions), parsed once.
///
/// Local time is UTC. What needs a running view (events, scales, signals that change) is no part of it.
package struct Expression: Hashable, Sendable {
  package let text: String
  let root: ExpressionNode

  /// - Throws: `expression.syntax` with the character where it goes wrong, `expression.length` and `expression.depth`
  ///   beyond ``ExpressionLimits``, `expression.function` for a function that is not known or needs a running view.
  package init(_ text: String, at span: SourceSpan? = nil) throws(Diagnostic) {
    self.text = text
    var parser = try ExpressionParser(text, at: span)
    root = try parser.whole()
  }

  /// The expression that always gives `value`.
  package init(constant value: DataValue) {
    text = value.asText
    root = .literal(value)
  }

  /// The value of a constant expression.
  package var constant: DataValue? {
    if case .literal(let value) = root { value } else { nil }
  }

  /// The fields of `datum` that it reads by a fixed name, each once, in order.
  package var fields: [String] {
    var found: [String] = []
    func visit(_ node: ExpressionNode) {
      if case .member(.identifier("datum"), .literal(let name)) = node, !found.contains(name.asText) {
        found.append(name.asText)
      }
      node.children.forEach(visit)
    }
    visit(root)
    return found
  }

  /// The names, other than `datum` and the constants, that it expects among the params.
  package var params: [String] {
    var found: [String] = []
    func visit(_ node: ExpressionNode) {
      if case .identifier(let name) = node, name != "datum", expressionConstants[name] == nil, !found.contains(name) {
        found.append(name)
      }
      node.children.forEach(visit)
    }
    visit(root)
    return found
  }

  /// The value for each row of `table`, in which `datum` is the row.
  /// - Throws: `expression.param` for a name that is neither a constant nor among `params`, `expression.pattern-steps` for patterns that would
  ///   take too long, and what a function cannot do with a row's values: `expression.format`, `expression.pattern`, `expression.length`, ….
  package func values(on table: Table, params: [String: DataValue] = [:]) throws(Diagnostic) -> Column {
    let work = EvaluationWork(text, rows: table.rowCount)
    var compiler = ExpressionCompiler(table: table, params: params, text: text, work: work)
    let cell = try compiler.compile(root)
    let values = (0..<table.rowCount).map(cell)
    try work.finish()
    return Column(values)
  }

  /// The value where `datum` is `record`.
  package func value(of record: Record = [:], params: [String: DataValue] = [:]) throws(Diagnostic) -> DataValue {
    if let constant { return constant }
    return try values(on: Table(records: [record]), params: params)[0]
  }
}

/// Bounds on what an expression may be.
package enum ExpressionLimits {
  /// In code points.
  package static let length = 20_000
  /// Nesting of brackets, operators and calls.
  package static let depth = 200
}

/// Names with a fixed value.
let expressionConstants: [String: DataValue] = [
  "NaN": .number(.nan), "E": .number(2.718281828459045), "LN10": .number(2.302585092994046),
  "LN2": .number(0.6931471805599453), "LOG10E": .number(0.4342944819032518), "LOG2E": .number(1.4426950408889634),
  "MAX_VALUE": .number(.greatestFiniteMagnitude), "MIN_VALUE": .number(.leastNonzeroMagnitude), "PI": .number(.pi),
  "SQRT1_2": .number(0.5.squareRoot()), "SQRT2": .number(2.0.squareRoot()), "Infinity": .number(.infinity),
  "undefined": .undefined,
]
