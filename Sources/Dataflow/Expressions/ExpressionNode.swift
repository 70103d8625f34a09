/// The syntax tree of an expression.
indirect enum ExpressionNode: Hashable, Sendable {
  case literal(DataValue)
  /// `/source/flags`
  case pattern(source: String, flags: String)
  /// `datum`, a constant or a param.
  case identifier(String)
  /// `object.name` or `object[name]`.
  case member(ExpressionNode, ExpressionNode)
  case unary(UnaryOperator, ExpressionNode)
  case binary(BinaryOperator, ExpressionNode, ExpressionNode)
  case and(ExpressionNode, ExpressionNode)
  case or(ExpressionNode, ExpressionNode)
  case conditional(ExpressionNode, ExpressionNode, ExpressionNode)
  case call(String, [ExpressionNode])
  case list([ExpressionNode])
  case object(names: [String], values: [ExpressionNode])

  enum UnaryOperator: String, Hashable, Sendable, CaseIterable {
    case minus = "-"
    case plus = "+"
    case not = "!"
    case complement = "~"
  }

  enum BinaryOperator: String, Hashable, Sendable, CaseIterable {
    case or = "|"
    case exclusiveOr = "^"
    case and = "&"
    case equal = "=="
    case notEqual = "!="
    case identical = "==="
    case notIdentical = "!=="
    case less = "<"
    case greater = ">"
    case lessOrEqual = "<="
    case greaterOrEqual = ">="
    case shiftLeft = "<<"
    case shiftRight = ">>"
    case shiftRightUnsigned = ">>>"
    case plus = "+"
    case minus = "-"
    case times = "*"
    case divided = "/"
    case remainder = "%"

    /// How strongly it binds; `||` is 1 and `&&` 2.
    var precedence: Int {
      switch self {
      case .or: 3
      case .exclusiveOr: 4
      case .and: 5
      case .equal, .notEqual, .identical, .notIdentical: 6
      case .less, .greater, .lessOrEqual, .greaterOrEqual: 7
      case .shiftLeft, .shiftRight, .shiftRightUnsigned: 8
      case .plus, .minus: 9
      case .times, .divided, .remainder: 11
      }
    }
  }

  /// The parts it is made of.
  var children: [ExpressionNode] {
    switch self {
    case .literal, .pattern, .identifier: []
    case .unary(_, let inner): [inner]
    case .member(let a, let b), .binary(_, let a, let b), .and(let a, let b), .or(let a, let b): [a, b]
    case .conditional(let test, let yes, let no): [test, yes, no]
    case .call(_, let parts), .list(let parts), .object(_, let parts): parts
    }
  }
}
