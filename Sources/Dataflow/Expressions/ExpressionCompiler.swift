import Diagnostics

/// Turns a syntax tree into closures over the columns of a table: names are looked up once, not once a row.
struct ExpressionCompiler {
  typealias Cell = (Int) -> DataValue

  let table: Table
  let params: [String: DataValue]
  /// The expression, for messages.
  let text: String
  let work: EvaluationWork

  mutating func compile(_ node: ExpressionNode) throws(Diagnostic) -> Cell {
    switch node {
    case .literal(let value): return { _ in value }
    case .pattern(let source, let flags):
      let pattern = DataValue.object(TextPattern.record(source: source, flags: flags))
      _ = try TextPattern.compile(source, flags: flags, in: text)
      return { _ in pattern }
    case .identifier("datum"):
      let table = table
      return { .object(table.record($0)) }
    case .identifier(let name):
      if let constant = expressionConstants[name] { return { _ in constant } }
      guard let value = params[name] else {
        let near = nearestName(to: name, among: params.keys.sorted() + ["datum"])
        throw .error(
          "expression.param", "“\(name)” in “\(text)” is no param", hint: near.map { "did you mean “\($0)”?" })
      }
      return { _ in value }
    case .member(.identifier("datum"), let name): return try field(name)
    case .member(let object, let name):
      let object = try compile(object)
      if case .literal(let name) = name {
        let name = name.asText
        return { object($0).member(name) }
      }
      let name = try compile(name)
      return { object($0).member(name($0).asText) }
    case .unary(let sign, let inner):
      let inner = try compile(inner)
      switch sign {
      case .minus: return { .number(-inner($0).asNumber) }
      case .plus: return { .number(inner($0).asNumber) }
      case .not: return { .boolean(!inner($0).isTruthy) }
      case .complement: return { .number(Double(~int32(inner($0).asNumber))) }
      }
    case .and(let left, let right):
      let (left, right) = (try compile(left), try compile(right))
      return { row in
        let value = left(row)
        return value.isTruthy ? right(row) : value
      }
    case .or(let left, let right):
      let (left, right) = (try compile(left), try compile(right))
      return { row in
        let value = left(row)
        return value.isTruthy ? value : right(row)
      }
    case .conditional(let test, let yes, let no):
      let (test, yes, no) = (try compile(test), try compile(yes), try compile(no))
      return { test($0).isTruthy ? yes($0) : no($0) }
    case .binary(let sign, let left, let right):
      let (left, right) = (try compile(left), try compile(right))
      let operation = operation(of: sign)
      return { operation(left($0), right($0)) }
    case .call("if", let arguments):
      return try compile(.conditional(arguments[0], arguments[1], arguments[2]))
    case .call(let name, let arguments): return try call(name, arguments)
    case .list(let items):
      var cells: [Cell] = []
      for item in items { cells.append(try compile(item)) }
      return { row in .list(cells.map { $0(row) }) }
    case .object(let names, let values):
      var cells: [Cell] = []
      for value in values { cells.append(try compile(value)) }
      return { row in .object(Record(names: names, values: cells.map { $0(row) })) }
    }
  }

  private mutating func field(_ name: ExpressionNode) throws(Diagnostic) -> Cell {
    if case .literal(let name) = name {
      guard let column = table[name.asText] else { return { _ in .undefined } }
      return { column.values[$0] }
    }
    let name = try compile(name)
    let table = table
    return { table[$0, name($0).asText] }
  }

  private mutating func call(_ name: String, _ arguments: [ExpressionNode]) throws(Diagnostic) -> Cell {
    guard let function = expressionFunctions[name] else {
      throw .error("expression.function", "there is no function “\(name)”")
    }
    try checkConstants(of: name, arguments)
    if let matching = try self.matching(name, arguments) { return matching }
    var cells: [Cell] = []
    for argument in arguments { cells.append(try compile(argument)) }
    let body = function.body
    let work = work
    if cells.count == 1 {
      let only = cells[0]
      return { work.value(body, [only($0)]) }
    }
    return { row in work.value(body, cells.map { $0(row) }) }
  }

  /// `test`, `replace` and `split`, whose patterns have bounds; one that is written out is compiled once, not once a row.
  private mutating func matching(_ name: String, _ arguments: [ExpressionNode]) throws(Diagnostic) -> Cell? {
    let place = name == "test" ? 0 : 1
    guard ["test", "replace", "split"].contains(name), arguments.indices.contains(place) else { return nil }
    let work = work
    var written: TextPattern?
    if case .pattern(let source, let flags) = arguments[place] { written = try TextPattern.compile(source, flags: flags, in: text) }
    var cells: [Cell] = []
    for argument in arguments { cells.append(try compile(argument)) }
    let pattern = cells[place]
    if name == "test" {
      let words = cells.count > 1 ? cells[1] : { _ in .undefined }
      return { row in .boolean((written ?? work.pattern(pattern(row)))?.matches(words(row).asText, work) ?? false) }
    }
    let body = expressionFunctions[name]?.body
    return { row in
      let value = pattern(row)
      guard let pattern = written ?? (TextPattern.isRecord(value) ? work.pattern(value) : nil) else {
        return body.map { work.value($0, cells.map { $0(row) }) } ?? .undefined
      }
      if name == "split" {
        let pieces = DataValue.list(pattern.pieces(of: cells[0](row).asText, work).map { .text($0) })
        return cells.count > 2 ? prefix(of: pieces, cells[2](row)) : pieces
      }
      return .text(pattern.replacing(in: cells[0](row).asText, with: cells[2](row).asText, work))
    }
  }

  /// Formats, patterns and units written in the expression are checked before the first row.
  private func checkConstants(of name: String, _ arguments: [ExpressionNode]) throws(Diagnostic) {
    if ["regexp", "test"].contains(name), case .literal(.text(let source))? = arguments.first {
      _ = try TextPattern.compile(source, flags: "", in: text)
    }
    if formatFunctions[name] != nil, arguments.count > 1, case .literal(let specifier) = arguments[1] {
      _ = try expressionFunctions[name]?.body([name.hasSuffix("Parse") ? .text("") : .number(0), specifier])
    }
    if ["timeOffset", "utcOffset", "timeSequence", "utcSequence"].contains(name), case .literal(let unit)? = arguments.first {
      _ = try timeUnit(named: unit.asText)
    }
  }
}

private func operation(of sign: ExpressionNode.BinaryOperator) -> (DataValue, DataValue) -> DataValue {
  switch sign {
  case .plus: added
  case .minus: { .number($0.asNumber - $1.asNumber) }
  case .times: { .number($0.asNumber * $1.asNumber) }
  case .divided: { .number($0.asNumber / $1.asNumber) }
  case .remainder: { .number($0.asNumber.truncatingRemainder(dividingBy: $1.asNumber)) }
  case .equal: { .boolean($0.looselyEquals($1)) }
  case .notEqual: { .boolean(!$0.looselyEquals($1)) }
  case .identical: { .boolean($0.strictlyEquals($1)) }
  case .notIdentical: { .boolean(!$0.strictlyEquals($1)) }
  case .less: { .boolean($0.isLess(than: $1) == true) }
  case .greater: { .boolean($1.isLess(than: $0) == true) }
  case .lessOrEqual: { .boolean($1.isLess(than: $0) == false) }
  case .greaterOrEqual: { .boolean($0.isLess(than: $1) == false) }
  case .or: { .number(Double(int32($0.asNumber) | int32($1.asNumber))) }
  case .and: { .number(Double(int32($0.asNumber) & int32($1.asNumber))) }
  case .exclusiveOr: { .number(Double(int32($0.asNumber) ^ int32($1.asNumber))) }
  case .shiftLeft: { .number(Double(int32($0.asNumber) << (uint32($1.asNumber) & 31))) }
  case .shiftRight: { .number(Double(int32($0.asNumber) >> (uint32($1.asNumber) & 31))) }
  case .shiftRightUnsigned: { .number(Double(uint32($0.asNumber) >> (uint32($1.asNumber) & 31))) }
  }
}

/// `+`: joins texts where a side is one (lists and objects count as texts), else adds. A time adds as its milliseconds,
/// which is what Vega's own reader makes of a date.
private func added(_ a: DataValue, _ b: DataValue) -> DataValue {
  func isTextual(_ value: DataValue) -> Bool {
    switch value {
    case .text, .list, .object: true
    default: false
    }
  }
  if case .number(let x) = a, case .number(let y) = b { return .number(x + y) }
  return isTextual(a) || isTextual(b) ? .text(a.asText + b.asText) : .number(a.asNumber + b.asNumber)
}

/// ToUint32 and ToInt32 (ECMA-262 §7.1.6–7).
private func uint32(_ value: Double) -> UInt32 {
  guard value.isFinite else { return 0 }
  let size = value.rounded(.towardZero).truncatingRemainder(dividingBy: 4_294_967_296)
  return UInt32(size < 0 ? size + 4_294_967_296 : size)
}
private func int32(_ value: Double) -> Int32 { Int32(bitPattern: uint32(value)) }
