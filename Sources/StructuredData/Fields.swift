package import Diagnostics

extension NodeShape {
  /// A mapping with known keys.
  ///
  /// `read` runs once over each node, and once over none to learn the keys for the schema: it asks for every field
  /// first and only then decides, so that all errors are found at once and all keys are known.
  /// - Parameters:
  ///   - name: the definition's name in the JSON Schema; equal names must mean equal shapes.
  ///   - unknownKeys: how bad an unknown key is; nil lets any key pass.
  package static func record(
    _ name: String, unknownKeys: Diagnostic.Severity? = .error,
    _ read: @escaping @Sendable (inout Fields) -> Value?
  ) -> NodeShape {
    NodeShape(
      "a mapping", accepts: { $0.kind == .mapping },
      schema: { writer in
        writer.definition(name) { writer in
          var fields = Fields(describing: writer)
          _ = read(&fields)
          writer = fields.schema ?? writer
          return fields.objectSchema(open: unknownKeys != .error)
        }
      },
      decode: { node, findings in
        guard let mapping = node.mapping else {
          findings.mismatch(node, expected: "a mapping")
          return nil
        }
        var fields = Fields(mapping, of: node, findings: findings)
        let value = read(&fields)
        fields.finish(unknownKeys: unknownKeys)
        findings = fields.findings
        return value
      })
  }
}

/// The fields of one mapping while they are read: each key asked for is a known key.
package struct Fields: Sendable {
  /// The mapping itself; its span is for messages about the whole.
  package let node: Node
  package var findings: Findings
  private let mapping: Mapping
  private var asked: [String] = []
  private var isOpen = false

  /// Set while the shape describes itself: there is no node, and every field reads as nil.
  fileprivate var schema: SchemaWriter?
  private var properties: [(key: String, value: Node)] = []
  private var requiredKeys: [String] = []

  fileprivate init(_ mapping: Mapping, of node: Node, findings: Findings) {
    self.mapping = mapping
    self.node = node
    self.findings = findings
  }

  fileprivate init(describing schema: SchemaWriter) {
    self.mapping = Mapping([])
    self.node = .null
    self.findings = Findings()
    self.schema = schema
  }

  /// A field that must stand there.
  /// - Parameter doc: one sentence for the schema.
  /// - Returns: nil after `field.missing` or an error in the value.
  package mutating func required<Value>(_ key: String, _ shape: NodeShape<Value>, _ doc: String? = nil) -> Value? {
    know(key, shape, doc, isRequired: true)
    guard let entry = mapping.entry(key) else {
      if schema == nil {
        findings.add(.error("field.missing", "the key “\(key)” is missing: expected \(shape.phrase)", at: node.span))
      }
      return nil
    }
    return shape.decode(entry.value, &findings)
  }

  /// A field that may be absent, or null where the shape does not take null.
  package mutating func optional<Value>(_ key: String, _ shape: NodeShape<Value>, _ doc: String? = nil) -> Value? {
    know(key, shape, doc, isRequired: false)
    guard let entry = mapping.entry(key), !entry.value.isNull || shape.accepts(entry.value) else { return nil }
    return shape.decode(entry.value, &findings)
  }

  /// An optional field with what it means to leave it out; an erroneous value, which is reported, reads as `missing` too.
  package mutating func optional<Value>(
    _ key: String, _ shape: NodeShape<Value>, default missing: Value, _ doc: String? = nil
  ) -> Value {
    optional(key, shape, doc) ?? missing
  }

  /// Whether the key stands there.
  package func has(_ key: String) -> Bool { mapping.entry(key) != nil }
  /// The place of a field's value, or of the mapping when the key is absent.
  package func span(of key: String) -> SourceSpan { mapping.entry(key)?.value.span ?? node.span }
  /// The place of the key itself, or of the mapping when the key is absent.
  package func span(ofKey key: String) -> SourceSpan { mapping.entry(key)?.keySpan ?? node.span }

  /// The entries not asked for so far, in order; they count as known from here on.
  package mutating func rest() -> [Mapping.Entry] {
    isOpen = true
    let known = Set(asked)
    return mapping.entries.filter { !known.contains($0.key) }
  }

  /// Keys that are allowed and not read.
  package mutating func ignore(_ keys: String...) {
    for key in keys { know(key, NodeShape<Node>.any, nil, isRequired: false) }
  }

  private mutating func know<Value>(_ key: String, _ shape: NodeShape<Value>, _ doc: String?, isRequired: Bool) {
    guard var writer = schema else {
      asked.append(key)
      return
    }
    if asked.contains(key) { return }
    asked.append(key)
    let form = shape.schema(&writer)
    schema = writer
    properties.append((key, doc.map { form.adding("description", .string($0)) } ?? form))
    if isRequired { requiredKeys.append(key) }
  }

  fileprivate func objectSchema(open: Bool) -> Node {
    var object: [(key: String, value: Node)] = [("type", .string("object")), ("properties", .mapping(properties))]
    if !requiredKeys.isEmpty { object.append(("required", .sequence(requiredKeys.map { .string($0) }))) }
    if !open, !isOpen { object.append(("additionalProperties", .bool(false))) }
    return .mapping(object)
  }

  /// Reports `field.unknown` for each key that was not asked for.
  fileprivate mutating func finish(unknownKeys severity: Diagnostic.Severity?) {
    guard let severity, !isOpen, mapping.entries.contains(where: { !asked.contains($0.key) }) else { return }
    let known = Set(asked)
    let free = asked.filter { mapping.entry($0) == nil }
    for entry in mapping.entries where !known.contains(entry.key) {
      if findings.isFull { return }
      let near = nearestName(to: entry.key, among: free) ?? nearestName(to: entry.key, among: asked)
      findings.add(
        Diagnostic(
          severity, "field.unknown", "unknown key “\(entry.key)”", at: entry.keySpan,
          hint: near.map { "did you mean “\($0)”?" }))
    }
  }
}
