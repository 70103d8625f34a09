let typeFunctions: [String: ExpressionFunction] = [
  "isArray": ExpressionFunction(1) { if case .list = $0[0] { true } else { false } },
  "isBoolean": ExpressionFunction(1) { if case .boolean = $0[0] { true } else { false } },
  "isDate": ExpressionFunction(1) { if case .time = $0[0] { true } else { false } },
  "isDefined": ExpressionFunction(1) { .boolean($0[0] != .undefined) },
  "isNumber": ExpressionFunction(1) { if case .number = $0[0] { true } else { false } },
  "isObject": ExpressionFunction(1) { arguments in
    switch arguments[0] {
    case .object, .list, .time: true
    default: false
    }
  },
  "isRegExp": ExpressionFunction(1) { .boolean(TextPattern.isRecord($0[0])) },
  "isString": ExpressionFunction(1) { if case .text = $0[0] { true } else { false } },
  "isValid": ExpressionFunction(1) { .boolean($0[0].isValid) },
  "toBoolean": ExpressionFunction(1) { arguments in
    let value = arguments[0]
    if value.isNull || value == .text("") { return .null }
    if value == .text("false") || value == .text("0") { return false }
    return .boolean(value.isTruthy)
  },
  "toDate": ExpressionFunction(1) { arguments in
    let value = arguments[0]
    return value.isNull || value == .text("") ? .null : .number(momentOf(value))
  },
  "toNumber": ExpressionFunction(1) { numberOrNull($0[0]).map { .number($0) } ?? .null },
  "toString": ExpressionFunction(1) { arguments in
    let value = arguments[0]
    return value.isNull || value == .text("") ? .null : .text(value.asText)
  },
]
