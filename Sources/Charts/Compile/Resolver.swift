import Dataflow
import Diagnostics
import Geometry
import Grammar
import StructuredData

/// Turns what stands in a spec into values: formulas with the params in their initial state, dates in parts, plain values.
struct Resolver: Sendable {
  var params: [String: DataValue]
  /// The pictures that image marks show.
  var pictures = ChartPictures()
  let faults: FormulaFaults

  /// A value in a domain or of a datum.
  ///
  /// - Parameters:
  ///   - timeUnit: dates and plain numbers are values of this unit.
  ///   - isMoment: whether a text is a date.
  func value(_ node: Node, timeUnit: TimeUnit? = nil, isMoment: Bool = false) -> DataValue {
    switch node.value {
    case .mapping(let mapping):
      if let formula = (mapping["expr"] ?? mapping["signal"])?.text { return evaluate(formula) }
      return evaluate(dateExpression(node))
    case .number(let text) where timeUnit?.isSingle == true:
      guard let number = Double(text), abs(number) < 10_000, let time = timeUnit?.time(ofPart: number) else {
        return DataValue(node)
      }
      return .time(time)
    case .string(let text) where timeUnit != nil || isMoment:
      if timeUnit?.isSingle == true {
        let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
        let days = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"]
        let short = String(text.lowercased().prefix(3))
        if timeUnit?.smallest == .month, let month = months.firstIndex(of: short) {
          return timeUnit?.time(ofPart: Double(month + 1)).map { .time($0) } ?? .text(text)
        }
        if timeUnit?.smallest == .day, let day = days.firstIndex(of: short) {
          return timeUnit?.time(ofPart: Double(day)).map { .time($0) } ?? .text(text)
        }
      }
      return evaluate("toDate(\(quoted(text)))")
    default: return DataValue(node)
    }
  }

  /// A value of a channel: a text of a temporal one is a date.
  func value(_ node: Node, of definition: ChannelDefinition) -> DataValue {
    value(node, timeUnit: definition.timeUnit, isMoment: definition.type == .temporal)
  }

  /// The value of a formula without a row; undefined when it cannot be had.
  func evaluate(_ formula: String, datum: Record = Record(names: [])) -> DataValue {
    faults.value { () throws(Diagnostic) in try Expression(formula).value(of: datum, params: params) } ?? .undefined
  }

  /// A property's node with a formula in its place worked out.
  func resolved(_ node: Node?) -> Node? {
    guard let node, case .mapping(let mapping) = node.value, let formula = (mapping["expr"] ?? mapping["signal"])?.text else {
      return node
    }
    return Self.node(evaluate(formula), at: node.span)
  }

  static func node(_ value: DataValue, at span: SourceSpan) -> Node {
    switch value {
    case .undefined, .null: Node(.null, at: span)
    case .boolean(let value): Node(.bool(value), at: span)
    case .number(let value), .time(let value): Node(Node.number(value).value, at: span)
    case .text(let text): Node(.string(text), at: span)
    case .list(let items): Node(.sequence(items.map { node($0, at: span) }), at: span)
    case .object(let record):
      Node(.mapping(Mapping(zip(record.names, record.values).map { .init(key: $0, value: node($1, at: span)) })), at: span)
    }
  }

  /// Properties whose formulas do not read a row, worked out.
  func resolved(_ properties: Properties) -> Properties {
    var result = properties
    for (key, node) in properties.values {
      guard case .mapping(let mapping) = node.value, let formula = (mapping["expr"] ?? mapping["signal"])?.text,
        !formula.contains("datum"), let expression = try? Expression(formula, at: node.span),
        // Those of the size of a plot wait until it is known.
        expression.params.allSatisfy({ params[$0] != nil }),
        let value = faults.value({ () throws(Diagnostic) in try expression.value(params: params) })
      else { continue }
      result[key] = Self.node(value, at: node.span)
    }
    return result
  }

  private func quoted(_ text: String) -> String {
    "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }
}

extension Properties {
  func color(_ key: String) -> Color? { self[key]?.string.flatMap { Color(css: $0) } }
  func numbers(_ key: String) -> [Double]? { self[key]?.sequence?.compactMap(\.double) }
}
