/// One cell of a chart's data.
package enum DataValue: Hashable, Sendable {
  case null
  case bool(Bool)
  case number(Double)
  case string(String)

  package var number: Double? {
    switch self {
    case .number(let value): value.isFinite ? value : nil
    case .bool(let value): value ? 1 : 0
    case .null, .string: nil
    }
  }

  /// The value as a category: numbers as they are written, nothing as an empty text.
  package var text: String {
    switch self {
    case .null: ""
    case .bool(let value): value ? "true" : "false"
    case .number(let value): value == value.rounded() && abs(value) < 1e15 ? String(Int(value)) : "\(value)"
    case .string(let value): value
    }
  }

  package var isTrue: Bool {
    switch self {
    case .null: false
    case .bool(let value): value
    case .number(let value): value != 0
    case .string(let value): !value.isEmpty && value != "false"
    }
  }
}

extension DataValue: ExpressibleByStringLiteral, ExpressibleByFloatLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByBooleanLiteral, ExpressibleByNilLiteral
{
  package init(stringLiteral value: String) { self = .string(value) }
  package init(floatLiteral value: Double) { self = .number(value) }
  package init(integerLiteral value: Int) { self = .number(Double(value)) }
  package init(booleanLiteral value: Bool) { self = .bool(value) }
  package init(nilLiteral: ()) { self = .null }
}

/// Rows of named cells; a field that a row does not have is null.
package struct DataTable: Hashable, Sendable {
  package typealias Row = [String: DataValue]
  package var rows: [Row]

  package init(_ rows: [Row] = []) { self.rows = rows }

  package func values(of field: String) -> [DataValue] { rows.map { $0[field] ?? .null } }

  /// The different values of a field in order of appearance.
  package func categories(of field: String) -> [String] {
    var seen: Set<String> = []
    return values(of: field).filter { $0 != .null }.map(\.text).filter { seen.insert($0).inserted }
  }
}
