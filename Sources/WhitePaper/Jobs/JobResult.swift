package import Diagnostics
import Foundation
package import StructuredData

/// What became of a job: a row of a batch's report, and a line of a worker's answers.
package struct JobResult: Sendable {
  /// The result itself, where the job names no output.
  package enum Contents: Sendable {
    case text(String)
    case bytes([UInt8])
  }

  package var id: Node
  /// 0 when done, 1 when something is wrong, as the program's exit status.
  package var status: Int
  /// Where the result was to go.
  package var output: String?
  /// The files written: several for pages of PNG or SVG.
  package var written: [String] = []
  package var data: Contents?
  package var diagnostics: [Diagnostic] = []

  package init(id: Node, status: Int, output: String? = nil, diagnostics: [Diagnostic] = []) {
    self.id = id
    self.status = status
    self.output = output
    self.diagnostics = diagnostics
  }

  /// One line of JSON: `{"id", "status", "output" and "files" or "data" (and "encoding": "base64"), "diagnostics"}`.
  package var line: String {
    var entries: [(key: String, value: Node)] = [("id", id), ("status", .number(status))]
    if let output {
      entries.append(("output", .string(output)))
      entries.append(("files", .sequence(written.map { .string($0) })))
    }
    switch data {
    case .text(let text): entries.append(("data", .string(text)))
    case .bytes(let bytes):
      entries.append(("data", .string(Data(bytes).base64EncodedString())))
      entries.append(("encoding", .string("base64")))
    case nil: break
    }
    entries.append(("diagnostics", .sequence(diagnostics.map(\.node))))
    return Node.mapping(entries).json()
  }
}
