/// One value of a table or an expression: what JSON can say, and moments of time.
///
/// Values behave as in JavaScript, on which Vega's transforms and expressions are defined: see `Coercion.swift`.
package enum DataValue: Hashable, Sendable {
  /// What a row has that lacks the field, or a list beyond its end. Unlike ``null`` it counts as NaN in arithmetic.
  case undefined
  case null
  case boolean(Bool)
  case number(Double)
  case text(String)
  /// Milliseconds since 1970-01-01T00:00:00Z; NaN is an invalid date.
  case time(Double)
  case list([DataValue])
  case object(Record)

  /// Whether there is no value: null or undefined.
  package var isNull: Bool {
    switch self {
    case .null, .undefined: true
    default: false
    }
  }

  /// Vega's `isValid`: neither null nor undefined nor NaN.
  package var isValid: Bool {
    switch self {
    case .null, .undefined: false
    case .number(let value), .time(let value): !value.isNaN
    default: true
    }
  }

  /// The number of a `number` or the milliseconds of a `time`, if finite.
  package var finite: Double? {
    switch self {
    case .number(let value), .time(let value): value.isFinite ? value : nil
    default: nil
    }
  }
}

extension DataValue: ExpressibleByStringLiteral, ExpressibleByFloatLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByBooleanLiteral, ExpressibleByNilLiteral, ExpressibleByArrayLiteral
{
  package init(stringLiteral value: String) { self = .text(value) }
  package init(floatLiteral value: Double) { self = .number(value) }
  package init(integerLiteral value: Int) { self = .number(Double(value)) }
  package init(booleanLiteral value: Bool) { self = .boolean(value) }
  package init(nilLiteral: ()) { self = .null }
  package init(arrayLiteral elements: DataValue...) { self = .list(elements) }
}

/// An object: named values in order. A name stands once.
package struct Record: Hashable, Sendable, ExpressibleByDictionaryLiteral {
  package private(set) var names: [String]
  package private(set) var values: [DataValue]

  package init(names: [String] = [], values: [DataValue] = []) {
    self.names = []
    self.values = []
    for (name, value) in zip(names, values) { self[name] = value }
  }

  package init(dictionaryLiteral elements: (String, DataValue)...) {
    self.init(names: elements.map(\.0), values: elements.map(\.1))
  }

  /// The names and values of a table's row, which are known to stand once.
  init(unique names: [String], _ values: [DataValue]) {
    self.names = names
    self.values = values
  }

  package var count: Int { names.count }

  /// ``DataValue/undefined`` for a name that is not there.
  package subscript(name: String) -> DataValue {
    get { names.firstIndex(of: name).map { values[$0] } ?? .undefined }
    set {
      if let place = names.firstIndex(of: name) {
        values[place] = newValue
      } else {
        names.append(name)
        values.append(newValue)
      }
    }
  }
}
