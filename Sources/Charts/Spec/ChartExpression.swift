package import Diagnostics

/// A small part of Vega's expressions: `datum.field` or `datum['field']`, numbers, texts, `+ - * / %`, comparisons,
/// `&& || !`, `a ? b : c` and brackets.
package indirect enum ChartExpression: Hashable, Sendable {
  case constant(DataValue)
  case field(String)
  case unary(String, ChartExpression)
  case binary(String, ChartExpression, ChartExpression)
  case condition(ChartExpression, ChartExpression, ChartExpression)

  func value(in row: DataTable.Row) -> DataValue {
    switch self {
    case .constant(let value): return value
    case .field(let name): return row[name] ?? .null
    case .unary(let sign, let inner):
      let value = inner.value(in: row)
      return sign == "!" ? .bool(!value.isTrue) : value.number.map { .number(sign == "-" ? -$0 : $0) } ?? .null
    case .condition(let test, let yes, let no):
      return test.value(in: row).isTrue ? yes.value(in: row) : no.value(in: row)
    case .binary(let sign, let left, let right):
      return Self.apply(sign, left.value(in: row)) { right.value(in: row) }
    }
  }

  private static func apply(_ sign: String, _ a: DataValue, _ right: () -> DataValue) -> DataValue {
    if sign == "&&" { return a.isTrue ? right() : a }
    if sign == "||" { return a.isTrue ? a : right() }
    let b = right()
    switch sign {
    case "==", "===": return .bool(a == b)
    case "!=", "!==": return .bool(a != b)
    case "+":
      if let x = a.number, let y = b.number { return .number(x + y) }
      return .string(a.text + b.text)
    default:
      guard let x = a.number, let y = b.number else {
        if case .string(let s) = a, case .string(let t) = b {
          switch sign {
          case "<": return .bool(s < t)
          case ">": return .bool(s > t)
          case "<=": return .bool(s <= t)
          case ">=": return .bool(s >= t)
          default: return .null
          }
        }
        return .null
      }
      switch sign {
      case "-": return .number(x - y)
      case "*": return .number(x * y)
      case "/": return y == 0 ? .null : .number(x / y)
      case "%": return y == 0 ? .null : .number(x.truncatingRemainder(dividingBy: y))
      case "<": return .bool(x < y)
      case ">": return .bool(x > y)
      case "<=": return .bool(x <= y)
      case ">=": return .bool(x >= y)
      default: return .null
      }
    }
  }

  /// - Throws: `chart.expression` with the place of the first character that is not understood.
  package init(_ text: String) throws(Diagnostic) {
    var parser = ExpressionParser(text)
    self = try parser.whole()
  }
}

/// Recursive descent over the expression's characters.
private struct ExpressionParser {
  private let text: String
  private let scalars: [Unicode.Scalar]
  private var here = 0

  init(_ text: String) {
    self.text = text
    scalars = Array(text.unicodeScalars)
  }

  private func problem(_ what: String) -> Diagnostic {
    .error("chart.expression", "\(what) at character \(here + 1) of “\(text)”")
  }

  mutating func whole() throws(Diagnostic) -> ChartExpression {
    let value = try condition(depth: 0)
    skipSpaces()
    guard here == scalars.count else { throw problem("nothing expected") }
    return value
  }

  private mutating func skipSpaces() { while here < scalars.count, scalars[here] == " " { here += 1 } }

  private mutating func take(_ sign: String) -> Bool {
    skipSpaces()
    let wanted = Array(sign.unicodeScalars)
    guard here + wanted.count <= scalars.count, Array(scalars[here..<here + wanted.count]) == wanted else {
      return false
    }
    here += wanted.count
    return true
  }

  private mutating func condition(depth: Int) throws(Diagnostic) -> ChartExpression {
    guard depth < 100 else { throw problem("too deeply nested") }
    let test = try binary(level: 0, depth: depth)
    guard take("?") else { return test }
    let yes = try condition(depth: depth + 1)
    guard take(":") else { throw problem("“:” expected") }
    return .condition(test, yes, try condition(depth: depth + 1))
  }

  /// Loosest first; longer signs before their beginnings.
  private static let levels: [[String]] = [
    ["||"], ["&&"], ["===", "!==", "==", "!="], ["<=", ">=", "<", ">"], ["+", "-"], ["*", "/", "%"],
  ]

  private mutating func binary(level: Int, depth: Int) throws(Diagnostic) -> ChartExpression {
    guard level < Self.levels.count else { return try unary(depth: depth) }
    var left = try binary(level: level + 1, depth: depth)
    while true {
      var sign: String?
      for candidate in Self.levels[level] where sign == nil && take(candidate) { sign = candidate }
      guard let sign else { return left }
      left = .binary(sign, left, try binary(level: level + 1, depth: depth))
    }
  }

  private mutating func unary(depth: Int) throws(Diagnostic) -> ChartExpression {
    guard depth < 100 else { throw problem("too deeply nested") }
    for sign in ["!", "-", "+"] where take(sign) { return .unary(sign, try unary(depth: depth + 1)) }
    return try primary(depth: depth)
  }

  private mutating func primary(depth: Int) throws(Diagnostic) -> ChartExpression {
    if take("(") {
      let inner = try condition(depth: depth + 1)
      guard take(")") else { throw problem("“)” expected") }
      return inner
    }
    skipSpaces()
    guard here < scalars.count else { throw problem("a value expected") }
    if scalars[here] == "'" || scalars[here] == "\"" { return .constant(.string(try quoted())) }
    if ("0"..."9").contains(scalars[here]) || scalars[here] == "." {
      let digits = takeWhile { ("0"..."9").contains($0) || $0 == "." }
      guard let number = Double(digits) else { throw problem("a number expected") }
      return .constant(.number(number))
    }
    let name = takeWhile { $0.properties.isAlphabetic || $0 == "_" || ("0"..."9").contains($0) }
    switch name {
    case "true", "false": return .constant(.bool(name == "true"))
    case "null": return .constant(.null)
    case "datum":
      if take(".") {
        let field = takeWhile { $0.properties.isAlphabetic || $0 == "_" || ("0"..."9").contains($0) }
        if !field.isEmpty { return .field(field) }
      } else if take("[") {
        skipSpaces()
        let field = try quoted()
        if take("]") { return .field(field) }
      }
      throw problem("a field expected")
    default: throw problem("“datum”, a number or a text expected")
    }
  }

  private mutating func takeWhile(_ test: (Unicode.Scalar) -> Bool) -> String {
    var out = String.UnicodeScalarView()
    while here < scalars.count, test(scalars[here]) {
      out.append(scalars[here])
      here += 1
    }
    return String(out)
  }

  private mutating func quoted() throws(Diagnostic) -> String {
    guard here < scalars.count, scalars[here] == "'" || scalars[here] == "\"" else {
      throw problem("a quotation mark expected")
    }
    let mark = scalars[here]
    here += 1
    let inner = takeWhile { $0 != mark }
    guard here < scalars.count else { throw problem("a closing quotation mark expected") }
    here += 1
    return inner
  }
}
