import Dataflow
import Diagnostics
import Grammar
import StructuredData
import Synchronization

/// What went wrong in formulas while a chart was laid out: one that has no value would be passed over in the picture without a word.
final class FormulaFaults: Sendable {
  private let found = Mutex<[Diagnostic]>([])
  /// Where a formula stands that does not tell its own place.
  private let span: SourceSpan

  init(in span: SourceSpan) { self.span = span }

  /// Each once, in the order of their texts: layouts may be tried in any order.
  var all: [Diagnostic] {
    var seen: Set<Diagnostic> = []
    return found.withLock { $0 }.filter { seen.insert($0).inserted }.sorted { ($0.rule, $0.message) < ($1.rule, $1.message) }
  }

  /// The value that a formula or test gives; nil, and a finding, where it gives none.
  func value<Value>(_ give: () throws(Diagnostic) -> Value) -> Value? {
    do throws(Diagnostic) { return try give() } catch {
      var fault = error
      fault.span = fault.span ?? span
      found.withLock { $0.append(fault) }
      return nil
    }
  }
}

extension Resolver {
  /// What a formula gives for each row; nil where `node` is no formula, or one without values.
  func values(ofFormulaIn node: Node, on table: Table) -> Column? {
    guard let formula = (node["expr"] ?? node["signal"])?.text else { return nil }
    return values(of: formula, on: table, at: node.span)
  }

  func values(of formula: String, on table: Table, at span: SourceSpan? = nil) -> Column? {
    faults.value { () throws(Diagnostic) in try Expression(formula, at: span).values(on: table, params: params) }
  }

  /// For which rows a test holds: none where it cannot be made.
  func tests(_ predicate: Predicate, on table: Table) -> [Bool] {
    faults.value { () throws(Diagnostic) in try predicate.tests(on: table, params: params) }
      ?? Array(repeating: false, count: table.rowCount)
  }
}
