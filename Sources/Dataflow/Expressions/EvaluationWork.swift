import Diagnostics

/// What is done, and what fails, while an expression is worked out for the rows of a table.
///
/// Rows are worked out without throwing; what one of them could not do is thrown at the end.
final class EvaluationWork {
  /// Steps of ``PatternMatcher`` that are left; when they are spent, nothing matches any more, and the expression fails.
  var patternSteps: Int
  /// The first fault.
  private(set) var fault: Diagnostic?
  private var patterns: [DataValue: TextPattern] = [:]
  /// The expression, for messages.
  private let text: String

  init(_ text: String, rows: Int) {
    self.text = text
    patternSteps = 5_000_000 + 2_000 * min(rows, 1_000_000)
  }

  /// - Throws: what a function could not do with its arguments; `expression.pattern-steps` where the steps did not suffice.
  func finish() throws(Diagnostic) {
    if let fault { throw fault }
    guard patternSteps <= 0 else { return }
    throw .error(
      "expression.pattern-steps", "a pattern in “\(text.prefix(200))” tries texts in more ways than there is time for",
      hint: "what is repeated should not match what stands behind it, as in [^,]*, and no repetition should hold another")
  }

  /// The value of a function; undefined after a fault.
  func value(_ body: ExpressionFunction.Body, _ arguments: [DataValue]) -> DataValue {
    do throws(Diagnostic) { return try body(arguments) } catch {
      note(error)
      return .undefined
    }
  }

  /// A pattern that is worked out, of a row mostly that of the row before; nil after a fault.
  func pattern(_ value: DataValue) -> TextPattern? {
    if let pattern = patterns[value] { return pattern }
    do throws(Diagnostic) {
      let pattern = try TextPattern.compile(value, in: text)
      if patterns.count > 100 { patterns = [:] }
      patterns[value] = pattern
      return pattern
    } catch {
      note(error)
      return nil
    }
  }

  private func note(_ error: Diagnostic) {
    if fault == nil { fault = error }
  }
}
