package import Diagnostics
package import StructuredData

/// Reads a look: a configuration as a file of its own.
///
/// `extends:` names another look, whose keys this one changes. `theme:` gives names to colours, faces and sizes; `$name` anywhere
/// stands for the value, so that a theme of pages restyles charts too.
///
/// - Parameters:
///   - values: what counts over the look's own `theme`.
///   - load: another look by its name.
/// - Throws: `look.name` for a `$name` that nothing gives, `look.circular`, and what is wrong in a configuration.
package func readLook(
  _ node: Node, values: [String: Node] = [:], load: (_ name: String, _ span: SourceSpan) throws(Diagnostics) -> Node
) throws(Diagnostics) -> Config {
  var whole = node
  var chain = 0
  while let base = whole["extends"] {
    guard let name = base.string, chain < 16 else {
      throw Diagnostics(.error("look.circular", "`extends` names one look, and sixteen at most extend each other", at: base.span))
    }
    chain += 1
    whole = try load(name, base.span).overlaid(with: whole.without(["extends"]))
  }
  var known: [String: Node] = [:]
  for entry in whole["theme"]?.mapping?.entries ?? [] { known[entry.key] = entry.value }
  known.merge(values) { _, given in given }
  var findings = Findings()
  let resolved = whole.without(["theme"]).naming(known, &findings)
  findings.checkFormatWidths(in: resolved)
  findings.checkFormulas(in: resolved, params: [])
  let config = Config.read(resolved, &findings)
  if findings.hasErrors { throw Diagnostics(findings.all) }
  return config
}

extension Node {
  fileprivate func without(_ keys: [String]) -> Node {
    guard let mapping else { return self }
    return Node(.mapping(Mapping(mapping.entries.filter { !keys.contains($0.key) })), at: span)
  }

  /// With the values of `$name`s.
  fileprivate func naming(_ values: [String: Node], _ findings: inout Findings) -> Node {
    switch value {
    case .string(let text) where text.hasPrefix("$") && text.count > 1:
      let name = String(text.dropFirst())
      if let known = values[name] { return known }
      findings.add(
        .error(
          "look.name", "nothing gives “\(text)” a value", at: span,
          hint: nearestName(to: name, among: Array(values.keys)).map { "did you mean “$\($0)”?" }))
      return self
    case .sequence(let items):
      var named: [Node] = []
      for item in items { named.append(item.naming(values, &findings)) }
      return Node(.sequence(named), at: span)
    case .mapping(let mapping):
      var entries: [Mapping.Entry] = []
      for entry in mapping.entries {
        entries.append(.init(key: entry.key, keySpan: entry.keySpan, value: entry.value.naming(values, &findings)))
      }
      return Node(.mapping(Mapping(entries)), at: span)
    default: return self
    }
  }
}
