/// A prefix code of symbols by how often each occurs, as DEFLATE numbers it (RFC 1951, 3.2.2).
struct HuffmanCode {
  /// Bits a symbol; 0 for one that does not occur.
  private(set) var lengths: [UInt8]
  /// The code of each symbol, first bit lowest, as it is written.
  private(set) var codes: [UInt16]

  /// - Parameters:
  ///   - counts: how often each symbol occurs. At least two symbols get a code, so that the code is complete.
  ///   - limit: the most bits that a code may have.
  init(counts: [Int], limit: Int) {
    var counts = counts
    // Decoders want no code of one symbol.
    var symbol = 0
    while counts.reduce(0, { $0 + ($1 > 0 ? 1 : 0) }) < 2 {
      if counts[symbol] == 0 { counts[symbol] = 1 }
      symbol += 1
    }
    var lengths = Self.lengths(of: counts)
    // Flatter counts give a flatter tree.
    while lengths.contains(where: { $0 > limit }) {
      for index in counts.indices where counts[index] > 0 { counts[index] = counts[index] / 2 + 1 }
      lengths = Self.lengths(of: counts)
    }
    self.lengths = lengths
    codes = Self.codes(of: lengths)
  }

  /// Depths in the tree that joins the two rarest again and again (Huffman 1952).
  private static func lengths(of counts: [Int]) -> [UInt8] {
    let leaves = counts.indices.filter { counts[$0] > 0 }.sorted { (counts[$0], $0) < (counts[$1], $1) }
    var weights = leaves.map { counts[$0] }
    var parents = [Int](repeating: 0, count: 2 * leaves.count - 1)
    // Joined nodes come about in order of their weight, so two queues serve for a heap.
    var (leaf, node) = (0, leaves.count)
    func rarest() -> Int {
      if leaf < leaves.count, node >= weights.count || weights[leaf] <= weights[node] {
        leaf += 1
        return leaf - 1
      }
      node += 1
      return node - 1
    }
    while weights.count < parents.count {
      let (a, b) = (rarest(), rarest())
      parents[a] = weights.count
      parents[b] = weights.count
      weights.append(weights[a] + weights[b])
    }
    var depths = [UInt8](repeating: 0, count: parents.count)
    for node in parents.indices.dropLast().reversed() { depths[node] = depths[parents[node]] + 1 }
    var lengths = [UInt8](repeating: 0, count: counts.count)
    for (index, symbol) in leaves.enumerated() { lengths[symbol] = depths[index] }
    return lengths
  }

  private static func codes(of lengths: [UInt8]) -> [UInt16] {
    var perLength = [Int](repeating: 0, count: 17)
    for length in lengths where length > 0 { perLength[Int(length)] += 1 }
    var next = [Int](repeating: 0, count: 17)
    for length in 1..<17 { next[length] = (next[length - 1] + (length > 1 ? perLength[length - 1] : 0)) << 1 }
    return lengths.map { length in
      guard length > 0 else { return 0 }
      let code = next[Int(length)]
      next[Int(length)] += 1
      var turned: UInt16 = 0
      for bit in 0..<Int(length) where code >> bit & 1 == 1 { turned |= 1 << UInt16(Int(length) - 1 - bit) }
      return turned
    }
  }
}
