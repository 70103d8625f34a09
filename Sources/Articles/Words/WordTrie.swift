/// Words and what each stands for, found at a place of a text by the longest match.
///
/// A lookup costs one step a scalar of the word. The first scalar is found in a table, the further ones by binary search
/// among the few that may follow.
package struct WordTrie<Value: Sendable>: Sendable {
  private struct Node: Sendable {
    var keys: [UInt32] = []
    var children: [Int32] = []
    var value: Int32 = -1
  }

  private var first: [Int32]
  private var nodes: [Node]
  private var values: [Value]

  package init() {
    first = Array(repeating: -1, count: 0x1_0000)
    nodes = []
    values = []
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
      let key = scalar.value
      if node < 0 {
        guard key < 0x1_0000 else { return }
        if first[Int(key)] < 0 {
          first[Int(key)] = Int32(nodes.count)
          nodes.append(Node())
        }
        node = first[Int(key)]
        continue
      }
      let parent = Int(node)
      let slot = Self.slot(of: key, in: nodes[parent].keys)
      if slot < nodes[parent].keys.count, nodes[parent].keys[slot] == key {
        node = nodes[parent].children[slot]
      } else {
        let child = Int32(nodes.count)
        nodes[parent].keys.insert(key, at: slot)
        nodes[parent].children.insert(child, at: slot)
        nodes.append(Node())
        node = child
      }
    }
    guard node >= 0 else { return }
    let old = nodes[Int(node)].value
    if old >= 0 {
      values[Int(old)] = merge(values[Int(old)], value)
    } else {
      nodes[Int(node)].value = Int32(values.count)
      values.append(value)
    }
  }

  /// The longest word that starts at `start` and ends before `limit`.
  package func longestMatch(in text: [Unicode.Scalar], at start: Int, limit: Int) -> (length: Int, value: Value)? {
    guard start < limit, text[start].value < 0x1_0000 else { return nil }
    var node = first[Int(text[start].value)]
    var best: (length: Int, value: Int32)?
    var length = 1
    while node >= 0 {
      let value = nodes[Int(node)].value
      if value >= 0 { best = (length, value) }
      guard start + length < limit else { break }
      let key = text[start + length].value
      let slot = Self.slot(of: key, in: nodes[Int(node)].keys)
      guard slot < nodes[Int(node)].keys.count, nodes[Int(node)].keys[slot] == key else { break }
      node = nodes[Int(node)].children[slot]
      length += 1
    }
    guard let best else { return nil }
    return (best.length, values[Int(best.value)])
  }

  private static func slot(of key: UInt32, in keys: [UInt32]) -> Int {
    var low = 0
    var high = keys.count
    while low < high {
      let middle = (low + high) / 2
      if keys[middle] < key { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

extension WordTrie {
  /// Words separated by blanks or line ends, all with one value.
  package mutating func insert(all words: String, _ value: Value, merge: (Value, Value) -> Value = { $1 }) {
    for word in words.split(whereSeparator: { $0 == " " || $0 == "\n" }) { insert(String(word), value, merge: merge) }
  }
}
