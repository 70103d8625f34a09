/// One finding about an input, written for the person who wrote that input.
///
/// The wording may change; the `rule` is a contract.
public struct Diagnostic: Error, Hashable, Sendable, CustomStringConvertible {
  public enum Severity: String, Hashable, Comparable, Sendable, CaseIterable {
    case note, warning, error
    private var rank: Int {
      switch self {
      case .note: 0
      case .warning: 1
      case .error: 2
      }
    }
    public static func < (a: Severity, b: Severity) -> Bool { a.rank < b.rank }
  }

  public var severity: Severity
  /// A stable name such as `unit.unknown` or `input.missing`.
  public var rule: String
  public var message: String
  public var span: SourceSpan?
  /// A further place that the message speaks of, such as the other of two contradicting sentences.
  public var related: [SourceSpan] = []
  /// What to do about it.
  public var hint: String?

  public init(
    _ severity: Severity, _ rule: String, _ message: String, at span: SourceSpan? = nil, related: [SourceSpan] = [],
    hint: String? = nil
  ) {
    self.severity = severity
    self.rule = rule
    self.message = message
    self.span = span
    self.related = related
    self.hint = hint
  }

  public static func error(_ rule: String, _ message: String, at span: SourceSpan? = nil, hint: String? = nil)
    -> Diagnostic
  { Diagnostic(.error, rule, message, at: span, hint: hint) }

  public static func warning(_ rule: String, _ message: String, at span: SourceSpan? = nil, hint: String? = nil)
    -> Diagnostic
  { Diagnostic(.warning, rule, message, at: span, hint: hint) }

  public static func note(_ rule: String, _ message: String, at span: SourceSpan? = nil, hint: String? = nil)
    -> Diagnostic
  { Diagnostic(.note, rule, message, at: span, hint: hint) }

  /// The same finding with advice.
  public func hint(_ text: String) -> Diagnostic {
    var copy = self
    copy.hint = text
    return copy
  }

  /// `file:line:column: severity: message [rule]`, the hint on a line of its own.
  public var description: String {
    var out = ""
    if let span {
      out += span.document
      if let start = span.start { out += ":\(start.line):\(start.column)" }
      out += ": "
    }
    out += "\(severity.rawValue): \(message) [\(rule)]"
    if let hint { out += "\n  hint: \(hint)" }
    return out
  }
}

/// Several diagnostics thrown together; at least one is an error.
public struct Diagnostics: Error, Hashable, Sendable, CustomStringConvertible {
  public var all: [Diagnostic]
  public init(_ all: [Diagnostic]) { self.all = all }
  public init(_ one: Diagnostic) { self.all = [one] }
  public var description: String { all.map(\.description).joined(separator: "\n") }
}

/// A value with the findings that did not prevent it.
public struct Warned<Value> {
  public var value: Value
  public var diagnostics: [Diagnostic]
  public init(_ value: Value, _ diagnostics: [Diagnostic] = []) {
    self.value = value
    self.diagnostics = diagnostics
  }
  public func map<New>(_ change: (Value) throws -> New) rethrows -> Warned<New> {
    Warned<New>(try change(value), diagnostics)
  }
}
extension Warned: Sendable where Value: Sendable {}

extension Diagnostics {
  /// The result of work that throws one diagnostic, thrown as several.
  public static func several<Value>(_ work: () throws(Diagnostic) -> Value) throws(Diagnostics) -> Value {
    do { return try work() } catch { throw Diagnostics(error) }
  }
}
