package import Diagnostics

/// A value read from YAML, JSON or CSV (or built in code), with the place it was read from.
///
/// Two nodes are equal when they hold the same content: spans do not count, mappings compare in order, numbers as
/// they are written (`1.0` is not `1`).
package struct Node: Sendable {
  package enum Value: Hashable, Sendable {
    case null
    case bool(Bool)
    /// A decimal number as written, so that 970.24 and 12.50 survive. JSON's grammar; from YAML also `+1`, `.5`, `1.`
    /// and leading zeros.
    case number(String)
    case string(String)
    case sequence([Node])
    case mapping(Mapping)
  }

  package var value: Value
  /// Code points of the document that the value takes, quotes and brackets included. An aliased value keeps the place
  /// of its anchor; a node built in code has an empty span of the document `""`.
  package var span: SourceSpan

  package init(_ value: Value, at span: SourceSpan = SourceSpan(document: "")) {
    self.value = value
    self.span = span
  }
}

extension Node: Hashable {
  package static func == (a: Node, b: Node) -> Bool { a.value == b.value }
  package func hash(into hasher: inout Hasher) { hasher.combine(value) }
}

/// Building nodes in code.
extension Node {
  package static var null: Node { Node(.null) }
  package static func bool(_ value: Bool) -> Node { Node(.bool(value)) }
  package static func string(_ value: String) -> Node { Node(.string(value)) }
  /// - Parameter text: a decimal number, as in ``Value/number(_:)``.
  package static func number(_ text: String) -> Node { Node(.number(text)) }
  package static func number(_ value: Int) -> Node { Node(.number(String(value))) }
  /// The shortest decimal text that reads back as `value`, without exponent where that stays short; null when `value`
  /// is not finite.
  package static func number(_ value: Double) -> Node {
    guard value.isFinite else { return .null }
    if value == value.rounded(), Swift.abs(value) < 1e15 { return Node(.number(String(Int(value)))) }
    return Node(.number("\(value)"))
  }
  package static func sequence(_ items: [Node]) -> Node { Node(.sequence(items)) }
  package static func mapping(_ pairs: KeyValuePairs<String, Node>) -> Node {
    Node(.mapping(Mapping(pairs.map { Mapping.Entry(key: $0.key, value: $0.value) })))
  }
  package static func mapping(_ entries: [(key: String, value: Node)]) -> Node {
    Node(.mapping(Mapping(entries.map { Mapping.Entry(key: $0.key, value: $0.value) })))
  }
}

/// Looking into nodes without a description of what is expected; see ``NodeShape`` for reading with diagnostics.
extension Node {
  package var isNull: Bool { value == .null }
  package var bool: Bool? { if case .bool(let value) = value { value } else { nil } }
  package var string: String? { if case .string(let value) = value { value } else { nil } }
  /// The number as written.
  package var numberText: String? { if case .number(let value) = value { value } else { nil } }
  /// The number as the nearest finite `Double`.
  package var double: Double? { numberText.flatMap(Double.init).flatMap { $0.isFinite ? $0 : nil } }
  package var sequence: [Node]? { if case .sequence(let items) = value { items } else { nil } }
  package var mapping: Mapping? { if case .mapping(let mapping) = value { mapping } else { nil } }
  /// A string, or a number, bool or null as written.
  package var text: String? {
    switch value {
    case .string(let text), .number(let text): text
    case .bool(let bool): bool ? "true" : "false"
    case .null: "null"
    case .sequence, .mapping: nil
    }
  }
  /// The value of a key; nil also when this is no mapping.
  package subscript(key: String) -> Node? { mapping?[key] }

  package var kind: Kind {
    switch value {
    case .null: .null
    case .bool: .bool
    case .number: .number
    case .string: .string
    case .sequence: .sequence
    case .mapping: .mapping
    }
  }

  package enum Kind: String, Hashable, Sendable, CaseIterable {
    case null, bool, number, string, sequence, mapping

    /// With its article, for messages.
    package var phrase: String {
      switch self {
      case .null: "nothing"
      case .bool: "true or false"
      case .number: "a number"
      case .string: "a text"
      case .sequence: "a list"
      case .mapping: "a mapping"
      }
    }
  }

  /// What stands here, for messages: the kind, and a short scalar itself.
  package var brief: String {
    switch value {
    case .null: return "nothing"
    case .bool, .number: return text ?? ""
    case .string(let text):
      let line = text.unicodeScalars.prefix { !$0.isYAMLBreak }
      let short = line.prefix(40)
      let cut = short.endIndex < text.unicodeScalars.endIndex
      return "“\(String(String.UnicodeScalarView(short)))\(cut ? "…" : "")”"
    case .sequence: return "a list"
    case .mapping: return "a mapping"
    }
  }
}
