package import Diagnostics

/// What a node is expected to be, and the Swift value it stands for: one description that reads nodes, collecting
/// diagnostics, and writes the JSON Schema.
///
/// ```swift
/// struct Margin {
///   var top: Double, label: String?
///   static let shape = NodeShape<Margin>.record("Margin") { fields in
///     let top = fields.required("top", .number(in: 0...200), "Distance from the edge in mm.")
///     let label = fields.optional("label", .text)
///     guard let top else { return nil }
///     return Margin(top: top, label: label)
///   }
/// }
/// let margin = try Margin.shape.read(node)      // Warned<Margin>, or all errors at once
/// let schema = Margin.shape.jsonSchema(title: "Margin").json()
/// ```
package struct NodeShape<Value>: Sendable {
  /// What it is, with its article, for “expected …”: `a number`, `a mapping`.
  package var phrase: String
  /// Whether a node of this kind (or with these keys) is meant for this shape; chooses between the forms of a union.
  package var accepts: @Sendable (Node) -> Bool
  /// Reads the value; nil after an error, which stands in the findings.
  package var decode: @Sendable (Node, inout Findings) -> Value?
  /// The JSON Schema; named records go to the writer's definitions.
  package var schema: @Sendable (inout SchemaWriter) -> Node

  package init(
    _ phrase: String, accepts: @escaping @Sendable (Node) -> Bool,
    schema: @escaping @Sendable (inout SchemaWriter) -> Node,
    decode: @escaping @Sendable (Node, inout Findings) -> Value?
  ) {
    self.phrase = phrase
    self.accepts = accepts
    self.schema = schema
    self.decode = decode
  }

  /// Reads `node`.
  /// - Throws: every finding, when one of them is an error or the value cannot be made.
  package func read(_ node: Node) throws(Diagnostics) -> Warned<Value> {
    var findings = Findings()
    let value = decode(node, &findings)
    guard let value, !findings.hasErrors else {
      if !findings.hasErrors { findings.mismatch(node, expected: phrase) }
      throw Diagnostics(findings.all)
    }
    return Warned(value, findings.all)
  }
}

/// What was found while nodes were read: the first five hundred findings, and errors also after warnings that fill them.
package struct Findings: Sendable {
  private static let most = 500

  package private(set) var all: [Diagnostic] = []
  package private(set) var hasErrors = false

  package init() {}

  /// Whether further findings are dropped; then no hint need be sought for them.
  package var isFull: Bool { all.count >= Self.most && hasErrors }

  package mutating func add(_ finding: Diagnostic) {
    if all.count < Self.most || finding.severity == .error && !hasErrors { all.append(finding) }
    if finding.severity == .error { hasErrors = true }
  }
  package mutating func add(_ findings: [Diagnostic]) {
    for finding in findings { add(finding) }
  }

  /// `field.type`: `node` is not what was `expected` (a phrase with its article).
  package mutating func mismatch(_ node: Node, expected: String) {
    add(.error("field.type", "expected \(expected), found \(node.brief)", at: node.span))
  }
}

extension NodeShape {
  /// The same form, read into another type.
  /// - Parameter change: throws what is wrong with the value; it gets the value's node for spans.
  package func map<New>(_ change: @escaping @Sendable (Value, Node) throws(Diagnostic) -> New) -> NodeShape<New> {
    let inner = decode
    return NodeShape<New>(phrase, accepts: accepts, schema: schema) { node, findings in
      guard let value = inner(node, &findings) else { return nil }
      do throws(Diagnostic) {
        return try change(value, node)
      } catch {
        findings.add(error.span == nil ? error.placed(at: node.span) : error)
        return nil
      }
    }
  }

  /// The same shape, meant for fewer nodes: a form of a union that another key or text tells apart.
  package func when(_ condition: @escaping @Sendable (Node) -> Bool) -> NodeShape {
    var copy = self
    let outer = accepts
    copy.accepts = { outer($0) && condition($0) }
    return copy
  }

  /// The same shape under another phrase, for “expected …” and as the schema's `description`.
  package func described(_ phrase: String) -> NodeShape {
    var copy = self
    let inner = schema
    copy.phrase = phrase
    copy.schema = { writer in inner(&writer).adding("description", .string(phrase)) }
    return copy
  }

  /// The value with the place it was read from.
  package var spanned: NodeShape<Spanned<Value>> {
    let inner = decode
    return NodeShape<Spanned<Value>>(phrase, accepts: accepts, schema: schema) { node, findings in
      inner(node, &findings).map { Spanned($0, at: node.span) }
    }
  }

  /// The JSON Schema (draft 2020-12) of a document of this shape.
  package func jsonSchema(title: String, id: String? = nil) -> Node {
    var writer = SchemaWriter()
    return writer.document(root: schema(&writer), title: title, id: id)
  }
}

/// A value and where it was read.
package struct Spanned<Value> {
  package var value: Value
  package var span: SourceSpan
  package init(_ value: Value, at span: SourceSpan) {
    self.value = value
    self.span = span
  }
}
extension Spanned: Sendable where Value: Sendable {}
extension Spanned: Equatable where Value: Equatable {}
extension Spanned: Hashable where Value: Hashable {}

extension Diagnostic {
  func placed(at span: SourceSpan) -> Diagnostic {
    var copy = self
    copy.span = span
    return copy
  }
}
