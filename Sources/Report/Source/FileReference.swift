package import Diagnostics
import StructuredData

/// A file that a report names, as a path seen from the report.
package struct FileReference: Hashable, Sendable {
  package var path: String
  /// SHA-256 of the file's bytes, as 64 hexadecimal digits. Who can tell it has had the file: it opens a file outside of the
  /// report's folder, and says when the file has changed since.
  package var digest: String?
  /// Where the report names it.
  package var span: SourceSpan?

  package init(_ path: String, digest: String? = nil, at span: SourceSpan? = nil) {
    self.path = path
    self.digest = digest
    self.span = span
  }

  package static func == (a: FileReference, b: FileReference) -> Bool { a.path == b.path && a.digest == b.digest }
  package func hash(into hasher: inout Hasher) {
    hasher.combine(path)
    hasher.combine(digest)
  }

  var node: Node {
    guard let digest else { return .string(path) }
    return .mapping([("path", .string(path)), ("sha256", .string(digest))])
  }

  /// A path, or a path with its digest.
  static let shape = NodeShape<FileReference>.either(path, or: withDigest)

  private static let path = NodeShape<FileReference>(
    "a path", accepts: { $0.kind == .string }, schema: { _ in .mapping([("type", .string("string"))]) },
    decode: { node, findings in
      guard let path = node.string, !path.isEmpty else {
        findings.mismatch(node, expected: "a path")
        return nil
      }
      return FileReference(path, at: node.span)
    })

  private static let withDigest = NodeShape<FileReference>.record("FileReference") { fields in
    let path = fields.required("path", .text, "The file, seen from the report.")
    let digest = fields.required("sha256", .text, "SHA-256 of its bytes, in hexadecimal.")
    guard let path, let digest else { return nil }
    guard digest.utf8.count == 64, digest.allSatisfy(\.isHexDigit) else {
      fields.findings.add(
        .error("report.digest", "a SHA-256 digest has 64 hexadecimal digits", at: fields.span(of: "sha256")))
      return nil
    }
    return FileReference(path, digest: digest.lowercased(), at: fields.node.span)
  }
}
