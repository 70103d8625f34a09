import Diagnostics

/// Words with a number each, found at a place of a text; the nodes are numbered level by level, as the table has them.
///
/// The children of node n are the nodes `first[n] ..< first[n + 1]` in the order of their labels. Words consist of
/// characters of the basic plane.
struct PackedTrie: Sendable {
  private let first: [UInt32]
  private let labels: [UInt16]
  /// The number of the word that ends at a node, 0 for none.
  private let values: [UInt16]
  /// The node of each first character, 0 for none.
  private let roots: [UInt32]

  /// Reads the three sections from `section` on.
  ///
  /// - Throws: `language.damaged` when the sections make no trie, or a number is above `largest`.
  init(_ table: PackedTable, section: Int, largest: Int) throws(Diagnostic) {
    let first = try table.words(section)
    let labels = try table.halfWords(section + 1)
    let values = try table.halfWords(section + 2)
    let count = labels.count
    guard count > 0, values.count == count, first.count == count + 1, first[0] == 1, first[count] == count,
      values.allSatisfy({ Int($0) <= largest })
    else { throw table.damage }
    var roots = [UInt32](repeating: 0, count: 0x1_0000)
    for node in 0..<count {
      // Every node is a child of one before it, so no walk goes round.
      guard first[node] <= first[node + 1], first[node] > node else { throw table.damage }
    }
    for node in 1..<max(Int(first[1]), 1) { roots[Int(labels[node])] = UInt32(node) }
    (self.first, self.labels, self.values, self.roots) = (first, labels, values, roots)
  }

  /// A word found: how many characters it has, and its number.
  struct Match {
    var length: Int
    var value: Int
  }

  /// Calls `found` with every word that starts at `start` and ends at or before `limit`, the shortest first.
  @inline(__always)
  func forEachMatch(in text: [Unicode.Scalar], at start: Int, limit: Int, _ found: (Match) -> Void) {
    guard start >= 0, start < limit, limit <= text.count, text[start].value < 0x1_0000 else { return }
    var node = Int(roots[Int(text[start].value)])
    var end = start + 1
    while node != 0 {
      if values[node] != 0 { found(Match(length: end - start, value: Int(values[node]))) }
      guard end < limit else { return }
      node = child(of: node, text[end])
      end += 1
    }
  }

  /// The child by a character, 0 for none.
  @inline(__always)
  private func child(of node: Int, _ scalar: Unicode.Scalar) -> Int {
    guard scalar.value < 0x1_0000 else { return 0 }
    let label = UInt16(scalar.value)
    var low = Int(first[node])
    var high = Int(first[node + 1])
    while low < high {
      let middle = (low + high) / 2
      if labels[middle] < label { low = middle + 1 } else { high = middle }
    }
    return low < Int(first[node + 1]) && labels[low] == label ? low : 0
  }
}
