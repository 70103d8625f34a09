extension Node {
  /// This mapping with the entries of another: mappings are joined key by key, everything else is replaced.
  package func overlaid(with other: Node) -> Node {
    guard let mapping, let changes = other.mapping else { return other }
    var entries = mapping.entries
    for change in changes.entries {
      if let at = entries.firstIndex(where: { $0.key == change.key }) {
        entries[at] = Mapping.Entry(key: change.key, keySpan: change.keySpan, value: entries[at].value.overlaid(with: change.value))
      } else {
        entries.append(change)
      }
    }
    return Node(.mapping(Mapping(entries)), at: other.span)
  }
}
