/// Words and what each stands for, found at a place of a text by the longest match.
///
/// A lookup costs one step a scalar of the word: the first scalar is found in a table, each further one by one probe of a
/// hash table that maps (node, scalar) to the next node. The type is public, as are the scalar classes, only because the
/// compiler specialises nothing less across targets, and a generic look-up is twenty times slower.
public struct WordTrie<Value: Sendable>: Sendable {
  /// For each block of 256 scalars of the basic plane its place in `first`, 0 for a block no word starts in.
  @usableFromInline var blocks: [UInt16]
  /// The nodes of words by the scalar they start with, block after block, 0 for none; the first block is empty.
  @usableFromInline var first: [UInt32]
  /// For each node the index into `values` of the word that ends there, -1 for none; node 0 stands for no node.
  @usableFromInline var ends: [Int32]
  @usableFromInline var values: [Value]
  /// Open addressing; a key is `node << 21 | scalar`, 0 is empty.
  @usableFromInline var keys: [UInt64]
  @usableFromInline var targets: [UInt32]
  @usableFromInline var edges: Int

  /// - Parameter edges: how many scalars beyond the first of a word to make room for.
  @inlinable
  public init(edges: Int = 256) {
    var room = 64
    while room < edges * 2 { room *= 2 }
    blocks = Array(repeating: 0, count: 256)
    first = Array(repeating: 0, count: 256)
    ends = [-1]
    values = []
    keys = Array(repeating: 0, count: room)
    targets = Array(repeating: 0, count: room)
    self.edges = 0
    ends.reserveCapacity(edges)
  }

  /// The value of a word; nil if the word is not there.
  @inlinable
  public subscript(word: String) -> Value? {
    let scalars = Array(word.unicodeScalars)
    guard let match = longestMatch(in: scalars, at: 0, limit: scalars.count), match.length == scalars.count else { return nil }
    return match.value
  }

  /// Adds a word; `merge` decides when it is there already.
  @inlinable
  public mutating func insert(_ word: String, _ value: Value, merge: (Value, Value) -> Value = { $1 }) {
    var node: UInt32 = 0
    for scalar in word.unicodeScalars { node = next(node, scalar) }
    end(at: node, value, merge)
  }

  /// Adds words separated by blanks or line ends, all with one value.
  @inlinable
  public mutating func insert(all words: String, _ value: Value, merge: (Value, Value) -> Value = { $1 }) {
    var node: UInt32 = 0
    for scalar in words.unicodeScalars {
      if scalar == " " || scalar == "\n" {
        end(at: node, value, merge)
        node = 0
      } else {
        node = next(node, scalar)
      }
    }
    end(at: node, value, merge)
  }

  /// The longest word that starts at `start` and ends before `limit`.
  @inlinable
  public func longestMatch(in text: [Unicode.Scalar], at start: Int, limit: Int) -> (length: Int, value: Value)? {
    guard start < limit else { return nil }
    var node = opening(text[start])
    var best: Int32 = -1
    var bestLength = 0
    var length = 1
    while node != 0 {
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

  /// The node of words that start with a scalar, 0 for none.
  @inlinable
  func opening(_ scalar: Unicode.Scalar) -> UInt32 {
    scalar.value < 0x1_0000 ? first[Int(blocks[Int(scalar.value >> 8)]) << 8 | Int(scalar.value & 0xFF)] : 0
  }

  @inlinable
  func child(of node: UInt32, _ scalar: Unicode.Scalar) -> UInt32 {
    let key = UInt64(node) << 21 | UInt64(scalar.value)
    let mask = keys.count - 1
    var slot = Self.slot(key, mask)
    while keys[slot] != 0 {
      if keys[slot] == key { return targets[slot] }
      slot = (slot + 1) & mask
    }
    return 0
  }

  @inlinable
  static func slot(_ key: UInt64, _ mask: Int) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask
  }

  // MARK: Building

  /// The node after `node` by one more scalar, made when it is missing; the first scalar of a word is of the basic plane.
  @inlinable
  mutating func next(_ node: UInt32, _ scalar: Unicode.Scalar) -> UInt32 {
    if node == 0 {
      guard scalar.value < 0x1_0000 else { return 0 }
      let block = Int(scalar.value >> 8)
      if blocks[block] == 0 {
        blocks[block] = UInt16(first.count >> 8)
        first.append(contentsOf: repeatElement(0, count: 256))
      }
      let place = Int(blocks[block]) << 8 | Int(scalar.value & 0xFF)
      if first[place] == 0 { first[place] = newNode() }
      return first[place]
    }
    let found = child(of: node, scalar)
    if found != 0 { return found }
    let made = newNode()
    if edges * 2 >= keys.count { grow() }
    place(UInt64(node) << 21 | UInt64(scalar.value), made)
    edges += 1
    return made
  }

  @inlinable
  mutating func end(at node: UInt32, _ value: Value, _ merge: (Value, Value) -> Value) {
    guard node != 0 else { return }
    let old = Int(ends[Int(node)])
    if old >= 0 {
      values[old] = merge(values[old], value)
    } else {
      ends[Int(node)] = Int32(values.count)
      values.append(value)
    }
  }

  @inlinable
  mutating func newNode() -> UInt32 {
    ends.append(-1)
    return UInt32(ends.count - 1)
  }

  @inlinable
  mutating func place(_ key: UInt64, _ target: UInt32) {
    let mask = keys.count - 1
    var slot = Self.slot(key, mask)
    while keys[slot] != 0 { slot = (slot + 1) & mask }
    keys[slot] = key
    targets[slot] = target
  }

  @inlinable
  mutating func grow() {
    let (oldKeys, oldTargets) = (keys, targets)
    keys = Array(repeating: 0, count: oldKeys.count * 2)
    targets = Array(repeating: 0, count: keys.count)
    for (key, target) in zip(oldKeys, oldTargets) where key != 0 { place(key, target) }
  }
}
