/// Words and what each stands for, found at a place of a text by the longest match.
///
/// A lookup costs one step a scalar of the word: the first scalar is found in a table, each further one by one probe of a
/// hash table that maps (node, scalar) to the next node.
package struct WordTrie<Value: Sendable>: Sendable {
  private var first: [Int32]
  /// Index into `values` of the word that ends at a node, -1 for none.
  private var ends: [Int32]
  private var values: [Value]
  /// Open addressing; a key is `(node + 1) << 21 | scalar`, 0 is empty.
  private var keys: [UInt64]
  private var targets: [Int32]
  private var edges: Int

  package init() {
    first = Array(repeating: -1, count: 0x1_0000)
    ends = []
    values = []
    keys = Array(repeating: 0, count: 64)
    targets = Array(repeating: -1, count: 64)
    edges = 0
  }

  /// The value of a word; nil if the word is not there.
  package subscript(word: String) -> Value? {
    let scalars = Array(word.unicodeScalars)
    guard let match = longestMatch(in: scalars, at: 0, limit: scalars.count), match.length == scalars.count else { return nil }
    return match.value
  }

  /// Adds a word; `merge` decides when it is there already.
  package mutating func insert(_ word: String, _ value: Value, merge: (Value, Value) -> Value = { $1 }) {
    var node: Int32 = -1
    for scalar in word.unicodeScalars {
      if node < 0 {
        guard scalar.value < 0x1_0000 else { return }
        if first[Int(scalar.value)] < 0 { first[Int(scalar.value)] = newNode() }
        node = first[Int(scalar.value)]
        continue
      }
      let next = child(of: node, scalar)
      if next >= 0 {
        node = next
      } else {
        let made = newNode()
        addEdge(from: node, scalar, to: made)
        node = made
      }
    }
    guard node >= 0 else { return }
    let old = ends[Int(node)]
    if old >= 0 {
      values[Int(old)] = merge(values[Int(old)], value)
    } else {
      ends[Int(node)] = Int32(values.count)
      values.append(value)
    }
  }

  /// The longest word that starts at `start` and ends before `limit`.
  package func longestMatch(in text: [Unicode.Scalar], at start: Int, limit: Int) -> (length: Int, value: Value)? {
    guard start < limit, text[start].value < 0x1_0000 else { return nil }
    var node = first[Int(text[start].value)]
    if node < 0 { return nil }
    var best: Int32 = -1
    var bestLength = 0
    var length = 1
    while node >= 0 {
      if ends[Int(node)] >= 0 {
        best = ends[Int(node)]
        bestLength = length
      }
      guard start + length < limit else { break }
      node = child(of: node, text[start + length])
      length += 1
    }
    return best < 0 ? nil : (bestLength, values[Int(best)])
  }

  private mutating func newNode() -> Int32 {
    ends.append(-1)
    return Int32(ends.count - 1)
  }

  private static func key(_ node: Int32, _ scalar: Unicode.Scalar) -> UInt64 {
    (UInt64(node) + 1) << 21 | UInt64(scalar.value)
  }

  private static func slot(_ key: UInt64, _ mask: Int) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask
  }

  private func child(of node: Int32, _ scalar: Unicode.Scalar) -> Int32 {
    let key = Self.key(node, scalar)
    let mask = keys.count - 1
    var slot = Self.slot(key, mask)
    while keys[slot] != 0 {
      if keys[slot] == key { return targets[slot] }
      slot = (slot + 1) & mask
    }
    return -1
  }

  private mutating func addEdge(from node: Int32, _ scalar: Unicode.Scalar, to target: Int32) {
    if edges * 2 >= keys.count { grow() }
    place(Self.key(node, scalar), target)
    edges += 1
  }

  private mutating func place(_ key: UInt64, _ target: Int32) {
    let mask = keys.count - 1
    var slot = Self.slot(key, mask)
    while keys[slot] != 0 { slot = (slot + 1) & mask }
    keys[slot] = key
    targets[slot] = target
  }

  private mutating func grow() {
    let old = zip(keys, targets).filter { $0.0 != 0 }
    keys = Array(repeating: 0, count: keys.count * 2)
    targets = Array(repeating: -1, count: keys.count)
    for (key, target) in old { place(key, target) }
  }
}

extension WordTrie {
  /// Words separated by blanks or line ends, all with one value.
  package mutating func insert(all words: String, _ value: Value, merge: (Value, Value) -> Value = { $1 }) {
    for word in words.split(whereSeparator: { $0 == " " || $0 == "\n" }) { insert(String(word), value, merge: merge) }
  }
}
