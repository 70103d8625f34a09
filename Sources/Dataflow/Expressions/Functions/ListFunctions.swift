import Diagnostics

let listFunctions: [String: ExpressionFunction] = [
  "length": ExpressionFunction(1) { $0[0].member("length") },
  "indexof": ExpressionFunction(2) { arguments in
    switch arguments[0] {
    case .list(let items): return .number(Double(items.firstIndex { $0.strictlyEquals(arguments[1]) } ?? -1))
    case .text(let text):
      let found = place(of: Array(arguments[1].asText.utf16), in: Array(text.utf16), from: max(0, arguments.integer(2)))
      return .number(Double(found ?? -1))
    default: return .number(-1)
    }
  },
  "lastindexof": ExpressionFunction(2) { arguments in
    switch arguments[0] {
    case .list(let items): return .number(Double(items.lastIndex { $0.strictlyEquals(arguments[1]) } ?? -1))
    case .text(let text):
      let wanted = Array(arguments[1].asText.utf16.reversed())
      let units = Array(text.utf16.reversed())
      guard let found = place(of: wanted, in: units, from: 0) else { return -1 }
      return .number(Double(units.count - wanted.count - found))
    default: return .number(-1)
    }
  },
  "slice": ExpressionFunction(2) { arguments in
    func range(_ count: Int) -> Range<Int> {
      func bound(_ value: Int) -> Int { value < 0 ? max(0, count + value) : min(count, value) }
      let start = bound(arguments.integer(1))
      return start..<max(start, bound(arguments.integer(2, default: count)))
    }
    switch arguments[0] {
    case .list(let items): return .list(Array(items[range(items.count)]))
    case .text(let text):
      let units = Array(text.utf16)
      return .text(String(decoding: units[range(units.count)], as: UTF16.self))
    default: return .undefined
    }
  },
  "reverse": ExpressionFunction(1) { if case .list(let items) = $0[0] { .list(items.reversed()) } else { .undefined } },
  "sort": ExpressionFunction(1) { arguments in
    if case .list(let items) = arguments[0] { .list(items.sorted { ascending($0, $1) < 0 }) } else { .undefined }
  },
  "join": ExpressionFunction(1) { arguments in
    guard case .list(let items) = arguments[0] else { return .undefined }
    let mark = arguments.argument(1) == .undefined ? "," : arguments[1].asText
    return .text(items.map { $0.isNull ? "" : $0.asText }.joined(separator: mark))
  },
  "peek": ExpressionFunction(1) { if case .list(let items) = $0[0] { items.last ?? .undefined } else { .undefined } },
  "span": ExpressionFunction(1) { arguments in
    guard case .list(let items) = arguments[0] else { return 0 }
    let difference = (items.last ?? .undefined).asNumber - (items.first ?? .undefined).asNumber
    return .number(difference.isNaN ? 0 : difference)
  },
  "extent": ExpressionFunction(1) { arguments in
    guard case .list(let items) = arguments[0] else { return .undefined }
    let numbers = validNumbers(items)
    guard let low = numbers.min(), let high = numbers.max() else { return [.undefined, .undefined] }
    return [.number(low), .number(high)]
  },
  "pluck": ExpressionFunction(2) { arguments in
    guard case .list(let items) = arguments[0] else { return .undefined }
    let path = FieldPath(arguments[1].asText)
    return .list(items.map { path.steps.reduce($0) { $0.member($1) } })
  },
  "merge": ExpressionFunction(1) { arguments in
    var merged: Record = [:]
    for case .object(let record) in arguments {
      for (name, value) in zip(record.names, record.values) { merged[name] = value }
    }
    return .object(merged)
  },
  "sequence": ExpressionFunction(1) { arguments throws(Diagnostic) in
    let (start, stop) = arguments.count > 1 ? (arguments[0].asNumber, arguments[1].asNumber) : (0, arguments[0].asNumber)
    let step = arguments.argument(2) == .undefined ? 1 : arguments[2].asNumber
    return .list(try sequence(from: start, to: stop, step: step, limits: TableLimits(rows: FunctionLimits.items)).map { .number($0) })
  },
  // Moves a range back into bounds without changing its size, where it can.
  "clampRange": ExpressionFunction(3) { arguments in
    guard case .list(let ends) = arguments[0], ends.count >= 2 else { return .undefined }
    var (low, high) = (ends[0].asNumber, ends[1].asNumber)
    let (least, most) = (arguments[1].asNumber, arguments[2].asNumber)
    if high < low { (low, high) = (high, low) }
    let span = high - low
    if span >= most - least { return [.number(least), .number(most)] }
    low = min(max(low, least), most - span)
    return [.number(low), .number(low + span)]
  },
]
