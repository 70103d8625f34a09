import Diagnostics

/// Builds the syntax tree by precedence climbing.
struct ExpressionParser {
  private var lexer: ExpressionLexer
  private let span: SourceSpan?
  private var token = ExpressionLexer.Token.end
  private var depth = 0

  init(_ text: String, at span: SourceSpan?) throws(Diagnostic) {
    lexer = ExpressionLexer(text, at: span)
    self.span = span
    if lexer.length > ExpressionLimits.length {
      throw .error(
        "expression.length",
        "an expression of \(lexer.length) characters; at most \(ExpressionLimits.length) are read", at: span)
    }
    token = try lexer.next()
  }

  mutating func whole() throws(Diagnostic) -> ExpressionNode {
    if token == .end { throw lexer.problem("an expression expected") }
    let node = try conditional()
    guard token == .end else { throw lexer.problem("the end expected") }
    return node
  }

  private mutating func advance() throws(Diagnostic) { token = try lexer.next() }

  private mutating func take(_ sign: String) throws(Diagnostic) -> Bool {
    guard token == .sign(sign) else { return false }
    try advance()
    return true
  }

  private mutating func expect(_ sign: String) throws(Diagnostic) {
    guard try take(sign) else { throw lexer.problem("“\(sign)” expected") }
  }

  private mutating func deeper() throws(Diagnostic) {
    depth += 1
    if depth > ExpressionLimits.depth {
      throw .error(
        "expression.depth", "an expression is nested more than \(ExpressionLimits.depth) deep", at: span)
    }
  }

  private mutating func conditional() throws(Diagnostic) -> ExpressionNode {
    try deeper()
    defer { depth -= 1 }
    let test = try binary(from: 1)
    guard try take("?") else { return test }
    let yes = try conditional()
    try expect(":")
    return .conditional(test, yes, try conditional())
  }

  private enum Infix {
    case and, or
    case plain(ExpressionNode.BinaryOperator)
    var precedence: Int {
      switch self {
      case .or: 1
      case .and: 2
      case .plain(let sign): sign.precedence
      }
    }
  }

  private var infix: Infix? {
    guard case .sign(let sign) = token else { return nil }
    if sign == "||" { return .or }
    if sign == "&&" { return .and }
    return ExpressionNode.BinaryOperator(rawValue: sign).map { .plain($0) }
  }

  private mutating func binary(from precedence: Int) throws(Diagnostic) -> ExpressionNode {
    var left = try unary()
    // A chain nests to the left, one level an operator, and is walked by recursion later.
    var links = 0
    defer { depth -= links }
    while let sign = infix, sign.precedence >= precedence {
      try deeper()
      links += 1
      try advance()
      let right = try binary(from: sign.precedence + 1)
      switch sign {
      case .and: left = .and(left, right)
      case .or: left = .or(left, right)
      case .plain(let sign): left = .binary(sign, left, right)
      }
    }
    return left
  }

  private mutating func unary() throws(Diagnostic) -> ExpressionNode {
    if case .sign(let sign) = token, let sign = ExpressionNode.UnaryOperator(rawValue: sign) {
      try deeper()
      defer { depth -= 1 }
      try advance()
      return .unary(sign, try unary())
    }
    return try postfix()
  }

  private mutating func postfix() throws(Diagnostic) -> ExpressionNode {
    var node = try primary()
    var links = 0
    defer { depth -= links }
    while true {
      if try take(".") {
        guard case .name(let name) = token else { throw lexer.problem("a name expected") }
        try advance()
        node = .member(node, .literal(.text(name)))
      } else if try take("[") {
        let name = try conditional()
        try expect("]")
        node = .member(node, name)
      } else {
        return node
      }
      try deeper()
      links += 1
    }
  }

  private mutating func primary() throws(Diagnostic) -> ExpressionNode {
    let current = token
    switch current {
    case .number(let value):
      try advance()
      return .literal(.number(value))
    case .text(let value):
      try advance()
      return .literal(.text(value))
    case .pattern(let source, let flags):
      try advance()
      return .pattern(source: source, flags: flags)
    case .name(let name):
      let place = lexer.tokenStart
      try advance()
      if try take("(") { return try call(name, at: place) }
      switch name {
      case "true": return .literal(.boolean(true))
      case "false": return .literal(.boolean(false))
      case "null": return .literal(.null)
      default: return .identifier(name)
      }
    case .sign("("):
      try advance()
      let inner = try conditional()
      try expect(")")
      return inner
    case .sign("["):
      try advance()
      return .list(try items(until: "]"))
    case .sign("{"):
      try advance()
      return try object()
    case .sign, .end: throw lexer.problem("a value expected")
    }
  }

  /// Parts parted by commas, up to the closing sign.
  private mutating func items(until close: String) throws(Diagnostic) -> [ExpressionNode] {
    var items: [ExpressionNode] = []
    if try take(close) { return items }
    repeat { items.append(try conditional()) } while try take(",")
    try expect(close)
    return items
  }

  private mutating func object() throws(Diagnostic) -> ExpressionNode {
    var names: [String] = []
    var values: [ExpressionNode] = []
    if try take("}") { return .object(names: names, values: values) }
    repeat {
      switch token {
      case .name(let name), .text(let name): names.append(name)
      case .number(let value): names.append(numberText(value))
      default: throw lexer.problem("a name expected")
      }
      try advance()
      try expect(":")
      values.append(try conditional())
    } while try take(",")
    try expect("}")
    return .object(names: names, values: values)
  }

  private mutating func call(_ name: String, at place: Int) throws(Diagnostic) -> ExpressionNode {
    let arguments = try items(until: ")")
    if let reason = unavailableFunctions[name] {
      throw .error("expression.function", "the function “\(name)” \(reason)", at: span)
    }
    let least: Int
    if name == "if" {
      least = 3
    } else if let function = expressionFunctions[name] {
      least = function.arguments
    } else {
      let near = nearestName(to: name, among: expressionFunctions.keys.sorted())
      throw .error(
        "expression.function", "there is no function “\(name)”", at: span, hint: near.map { "did you mean “\($0)”?" })
    }
    if arguments.count < least {
      throw lexer.problem("“\(name)” takes at least \(least) argument\(least == 1 ? "" : "s")", at: place)
    }
    return .call(name, arguments)
  }
}
