package import Diagnostics

/// Keys with values in the order of the document; no key stands twice.
package struct Mapping: Sendable {
  package struct Entry: Hashable, Sendable {
    package var key: String
    package var keySpan: SourceSpan
    package var value: Node

    package init(key: String, keySpan: SourceSpan = SourceSpan(document: ""), value: Node) {
      self.key = key
      self.keySpan = keySpan
      self.value = value
    }
    package static func == (a: Entry, b: Entry) -> Bool { a.key == b.key && a.value == b.value }
    package func hash(into hasher: inout Hasher) {
      hasher.combine(key)
      hasher.combine(value)
    }
  }

  package let entries: [Entry]
  /// From key to place; empty for few keys, where a walk is quicker.
  private let places: [String: Int]

  /// - Parameter entries: of a key that stands twice the first counts; parsers report it before.
  package init(_ entries: [Entry]) {
    (self.entries, self.places) = Self.indexed(entries).unique
  }

  package var keys: [String] { entries.map(\.key) }
  package var count: Int { entries.count }
  package var isEmpty: Bool { entries.isEmpty }

  /// Constant time in the number of keys.
  package func entry(_ key: String) -> Entry? {
    if places.isEmpty { return entries.first { isSameKey($0.key, key) } }
    return places[key].map { entries[$0] }
  }
  package subscript(key: String) -> Node? { entry(key)?.value }

  /// The mapping of `entries`, and those whose key stood before.
  static func checked(_ entries: [Entry]) -> (mapping: Mapping, repeated: [Entry]) {
    let (unique, repeated) = indexed(entries)
    return (Mapping(entries: unique.0, places: unique.1), repeated)
  }

  private init(entries: [Entry], places: [String: Int]) {
    self.entries = entries
    self.places = places
  }

  private static func indexed(_ entries: [Entry]) -> (unique: ([Entry], [String: Int]), repeated: [Entry]) {
    if entries.count <= 24 {
      var isUnique = true
      for i in entries.indices.dropFirst() where isUnique {
        isUnique = !entries[..<i].contains { isSameKey($0.key, entries[i].key) }
      }
      if isUnique { return ((entries, [:]), []) }
    }
    var places = [String: Int](minimumCapacity: entries.count)
    var unique: [Entry] = []
    var repeated: [Entry] = []
    unique.reserveCapacity(entries.count)
    for entry in entries {
      if places[entry.key] == nil {
        places[entry.key] = unique.count
        unique.append(entry)
      } else {
        repeated.append(entry)
      }
    }
    return ((unique, places), repeated)
  }
}

/// Unequal lengths settle most comparisons, which are slow for texts that are not ASCII.
private func isSameKey(_ a: String, _ b: String) -> Bool { a.utf8.count == b.utf8.count && a == b }

extension Mapping: Hashable {
  package static func == (a: Mapping, b: Mapping) -> Bool { a.entries == b.entries }
  package func hash(into hasher: inout Hasher) { hasher.combine(entries) }
}
