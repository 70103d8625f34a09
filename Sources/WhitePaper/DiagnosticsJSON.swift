public import Diagnostics
import StructuredData

/// Findings as a JSON list, for programs.
public func diagnosticsJSON(_ diagnostics: [Diagnostic]) -> String {
  Node.sequence(diagnostics.map(\.node)).json(pretty: true) + "\n"
}

extension Diagnostic {
  var node: Node {
    var entries: [(key: String, value: Node)] = [
      ("severity", .string(severity.rawValue)), ("rule", .string(rule)), ("message", .string(message)),
    ]
    if let span { entries.append(("place", span.node)) }
    if !related.isEmpty { entries.append(("related", .sequence(related.map(\.node)))) }
    if let hint { entries.append(("hint", .string(hint))) }
    return .mapping(entries)
  }
}

extension SourceSpan {
  var node: Node {
    var entries: [(key: String, value: Node)] = [
      ("document", .string(document)), ("start", .number(range.lowerBound)), ("end", .number(range.upperBound)),
    ]
    if let start {
      entries.append(("line", .number(start.line)))
      entries.append(("column", .number(start.column)))
    }
    return .mapping(entries)
  }
}
