/// Collects the named definitions of a JSON Schema while shapes describe themselves.
package struct SchemaWriter: Sendable {
  private var definitions: [(key: String, value: Node?)] = []

  package init() {}

  /// A reference to the definition `name`, which is described the first time it is asked for (so a shape may refer to
  /// itself).
  package mutating func definition(_ name: String, _ describe: (inout SchemaWriter) -> Node) -> Node {
    if !definitions.contains(where: { $0.key == name }) {
      let place = definitions.count
      definitions.append((name, nil))
      let form = describe(&self)
      definitions[place].value = form
    }
    return .mapping([("$ref", .string("#/$defs/" + name))])
  }

  /// The whole schema, definitions in the order they were first met.
  mutating func document(root: Node, title: String, id: String?) -> Node {
    var schema: [(key: String, value: Node)] = [("$schema", .string("https://json-schema.org/draft/2020-12/schema"))]
    if let id { schema.append(("$id", .string(id))) }
    schema.append(("title", .string(title)))
    schema += (root.mapping?.entries ?? []).map { ($0.key, $0.value) }
    if !definitions.isEmpty {
      schema.append(("$defs", .mapping(definitions.map { ($0.key, $0.value ?? .mapping([])) })))
    }
    return .mapping(schema)
  }
}

extension Node {
  /// A mapping with one more entry, at its end; replaces one of the same key.
  package func adding(_ key: String, _ value: Node) -> Node {
    guard let mapping else { return self }
    let others = mapping.entries.filter { $0.key != key }
    return Node(.mapping(Mapping(others + [Mapping.Entry(key: key, value: value)])), at: span)
  }
}
