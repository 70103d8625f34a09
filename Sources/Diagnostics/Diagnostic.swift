/// One finding about an input, written for the person who wrote that input.
///
/// The wording may change; the `rule` is a contract.
public struct Diagnostic: Error, Hashable, Sendable, CustomStringConvertible {
  /// How much a finding weighs; an error ends a command with status 1 and no output.
  public enum Severity: String, Hashable, Comparable, Sendable, CaseIterable {
    /// How the input was understood.
    case note
    /// The result stands, and should be looked at.
    case warning
    /// There is no result.
    case error
    private var rank: Int {
      switch self {
      case .note: 0
      case .warning: 1
      case .error: 2
      }
    }
    public static func < (a: Severity, b: Severity) -> Bool { a.rank < b.rank }
  }

  /// How much it weighs.
  public var severity: Severity
  /// A stable name such as `unit.unknown` or `input.missing`.
  public var rule: String
  /// What is wrong, in a sentence without a full stop.
  public var message: String
  /// Where; nil where no place of an input is meant.
  public var span: SourceSpan?
  /// A further place that the message speaks of, such as the other of two contradicting sentences.
  public var related: [SourceSpan] = []
  /// What to do about it.
  public var hint: String?

  /// A finding of any weight.
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

  /// A finding that prevents the result.
  public static func error(_ rule: String, _ message: String, at span: SourceSpan? = nil, hint: String? = nil)
    -> Diagnostic
  { Diagnostic(.error, rule, message, at: span, hint: hint) }

  /// A library that is loaded when it is first needed is not there.
  package static func missingLibrary(_ name: String, package: String) -> Diagnostic {
    .error("library.missing", "\(name) is not installed", hint: "install it, on Debian as \(package)")
  }

  /// A finding that the author should look at.
  public static func warning(_ rule: String, _ message: String, at span: SourceSpan? = nil, hint: String? = nil)
    -> Diagnostic
  { Diagnostic(.warning, rule, message, at: span, hint: hint) }

  /// A finding that tells how the input was understood.
  public static func note(_ rule: String, _ message: String, at span: SourceSpan? = nil, hint: String? = nil)
    -> Diagnostic
  { Diagnostic(.note, rule, message, at: span, hint: hint) }

  /// The same finding with advice.
  public func hint(_ text: String) -> Diagnostic {
    var copy = self
    copy.hint = text
    return copy
  }

  /// `file:line:column: severity: message [rule]`, the hint on a line of its own; control characters are written out.
  public var description: String {
    var out = ""
    if let span {
      out += span.document.showingControls()
      if let start = span.start { out += ":\(start.line):\(start.column)" }
      out += ": "
    }
    out += "\(severity.rawValue): \(message.showingControls()) [\(rule)]"
    if let hint { out += "\n  hint: \(hint.showingControls())" }
    return out
  }
}

/// Several diagnostics thrown together; at least one is an error.
public struct Diagnostics: Error, Hashable, Sendable, CustomStringConvertible {
  /// In the order in which they were found.
  public var all: [Diagnostic]
  /// Several findings, at least one of them an error.
  public init(_ all: [Diagnostic]) { self.all = all }
  /// One error.
  public init(_ one: Diagnostic) { self.all = [one] }
  public var description: String { all.map(\.description).joined(separator: "\n") }
}

/// A value with the findings that did not prevent it.
public struct Warned<Value> {
  /// The result.
  public var value: Value
  /// What was found on the way.
  public var diagnostics: [Diagnostic]
  /// A result with what was found.
  public init(_ value: Value, _ diagnostics: [Diagnostic] = []) {
    self.value = value
    self.diagnostics = diagnostics
  }
  /// The findings with another result.
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
