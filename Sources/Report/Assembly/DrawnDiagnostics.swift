import Diagnostics
import Synchronization

/// Gathers what figures report while they are drawn, which happens after their pages are known, on all cores.
final class DrawnDiagnostics: Sendable {
  private let found = Mutex<Set<Diagnostic>>([])

  func add(_ diagnostics: [Diagnostic]) {
    guard !diagnostics.isEmpty else { return }
    found.withLock { $0.formUnion(diagnostics) }
  }

  /// From now on as if only these had been added.
  func reset(to diagnostics: [Diagnostic]) { found.withLock { $0 = Set(diagnostics) } }

  /// Each finding once, in the order of their places in the report; those without a place in front.
  var all: [Diagnostic] {
    func place(_ diagnostic: Diagnostic) -> (String, Int) { (diagnostic.span?.document ?? "", diagnostic.span?.range.lowerBound ?? 0) }
    return found.withLock { $0 }.sorted { a, b in
      place(a) == place(b) ? (a.rule, a.message, a.hint ?? "") < (b.rule, b.message, b.hint ?? "") : place(a) < place(b)
    }
  }
}

/// A character that no font has is reported once, at its first place, with the number of further paragraphs that have it.
func collapsed(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
  var places: [Substring: Int] = [:]
  var counts: [Int: Int] = [:]
  var out: [Diagnostic] = []
  for diagnostic in diagnostics {
    if diagnostic.rule == "font.missing-glyph" {
      let character = diagnostic.message.prefix { $0 != ")" }
      if let first = places[character] {
        counts[first, default: 0] += 1
        continue
      }
      places[character] = out.count
    }
    out.append(diagnostic)
  }
  for (index, count) in counts { out[index].message += " and in \(count) more paragraphs" }
  return out
}

extension Diagnostic {
  /// The same finding at a place, where it has none.
  func placed(at place: SourceSpan?) -> Diagnostic {
    var copy = self
    copy.span = span ?? place
    return copy
  }

  /// A finding in a text that stood at one place and stands, with the same characters, at another.
  func moved(from old: SourceSpan, to new: SourceSpan) -> Diagnostic {
    guard old != new, var span, span.document == old.document, span.range.lowerBound >= old.range.lowerBound else { return self }
    let distance = new.range.lowerBound - old.range.lowerBound
    span.document = new.document
    span.range = (span.range.lowerBound + distance)..<(span.range.upperBound + distance)
    if let start = span.start, let from = old.start, let to = new.start {
      span.start = .init(
        line: start.line + to.line - from.line, column: start.line == from.line ? start.column + to.column - from.column : start.column)
    }
    var copy = self
    copy.span = span
    return copy
  }
}
