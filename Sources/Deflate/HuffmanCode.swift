/// A prefix code for symbols by their frequencies, no code longer than a limit (RFC 1951, 3.2.2).
struct HuffmanCode {
  /// Bits of each symbol's code; 0 where a symbol does not occur.
  private(set) var lengths: [UInt8]
  /// Each symbol's code, its first bit lowest, as it is written.
  private(set) var codes: [UInt16]

  /// - Parameter limit: 15 for literals, lengths and distances, 7 for the code of the lengths.
  init(frequencies: [UInt32], limit: Int) {
    lengths = Array(repeating: 0, count: frequencies.count)
    codes = Array(repeating: 0, count: frequencies.count)
    // A complete code has two symbols at least; one that does not occur costs a bit.
    var used = frequencies.indices.filter { frequencies[$0] > 0 }
    for symbol in frequencies.indices where used.count < 2 && !used.contains(symbol) { used.append(symbol) }
    used.sort { (frequencies[$0], $0) < (frequencies[$1], $1) }
    var counts = Self.counts(ofDepths: Self.depths(weights: used.map { frequencies[$0] }), limit: limit)
    var next = used.makeIterator()
    for length in counts.indices.reversed() {
      for _ in 0..<counts[length] {
        if let symbol = next.next() { lengths[symbol] = UInt8(length) }
      }
    }
    // The first code of each length, then one more for each symbol in order.
    var code = 0
    for length in 1..<counts.count {
      code = (code + counts[length - 1]) << 1
      counts[length - 1] = code
    }
    for symbol in lengths.indices where lengths[symbol] > 0 {
      let length = Int(lengths[symbol])
      codes[symbol] = UInt16(truncatingIfNeeded: counts[length - 1]).reversed(bits: length)
      counts[length - 1] += 1
    }
  }

  /// How deep each leaf lies in Huffman's tree.
  ///
  /// - Parameter weights: ascending, two at least.
  private static func depths(weights: [UInt32]) -> [Int] {
    // Leaves and joined nodes both come in ascending order, so the two lightest stand at the heads of two queues.
    let count = weights.count
    var joined: [UInt64] = []
    var parents = Array(repeating: 0, count: 2 * count - 1)
    var leaf = 0
    var node = 0
    func lightest() -> (index: Int, weight: UInt64) {
      if leaf < count, node >= joined.count || UInt64(weights[leaf]) <= joined[node] {
        leaf += 1
        return (leaf - 1, UInt64(weights[leaf - 1]))
      }
      node += 1
      return (count + node - 1, joined[node - 1])
    }
    for parent in count..<(2 * count - 1) {
      let first = lightest()
      let second = lightest()
      parents[first.index] = parent
      parents[second.index] = parent
      joined.append(first.weight + second.weight)
    }
    var depths = Array(repeating: 0, count: 2 * count - 1)
    for index in depths.indices.dropLast().reversed() { depths[index] = depths[parents[index]] + 1 }
    return Array(depths[..<count])
  }

  /// How many codes there are of each length, none over the limit: what is deeper is brought up to the limit, and as many shorter
  /// codes are made longer as that needs (Kraft's inequality).
  private static func counts(ofDepths depths: [Int], limit: Int) -> [Int] {
    var counts = Array(repeating: 0, count: limit + 1)
    for depth in depths { counts[min(depth, limit)] += 1 }
    var sum = 0
    for length in 1...limit { sum += counts[length] << (limit - length) }
    while sum > 1 << limit {
      guard let shorter = (1..<limit).last(where: { counts[$0] > 0 }) else { break }
      counts[limit] -= 1
      counts[shorter] -= 1
      counts[shorter + 1] += 2
      sum -= 1
    }
    return counts
  }
}

extension UInt16 {
  fileprivate func reversed(bits: Int) -> UInt16 {
    var rest = self
    var reversed: UInt16 = 0
    for _ in 0..<bits {
      reversed = reversed << 1 | rest & 1
      rest >>= 1
    }
    return reversed
  }
}
