/// A literal byte, or a copy of bytes that came before (RFC 1951, 3.2.3).
struct DeflateToken {
  private let packed: UInt32

  static func literal(_ byte: UInt8) -> DeflateToken { DeflateToken(packed: UInt32(byte)) }

  /// - Parameters:
  ///   - length: 3 to 258.
  ///   - distance: 1 to 32,768.
  static func copy(length: Int, distance: Int) -> DeflateToken {
    DeflateToken(packed: 1 << 31 | UInt32(truncatingIfNeeded: length) << 16 | UInt32(truncatingIfNeeded: distance - 1))
  }

  var isCopy: Bool { packed >> 31 == 1 }
  var byte: Int { Int(packed & 255) }
  var length: Int { Int(packed >> 16 & 511) }
  var distance: Int { Int(packed & 0x7FFF) + 1 }
}

/// Writes tokens as blocks with codes of their own (RFC 1951, 3.2.7).
struct DeflateWriter {
  private var bytes: [UInt8]
  private var held: UInt64 = 0
  private var heldBits = 0

  /// - Parameter bytes: what stands before the first block.
  init(after bytes: [UInt8]) { self.bytes = bytes }

  /// - Parameter isLast: whether the stream ends with this block.
  mutating func block(_ tokens: [DeflateToken], isLast: Bool) {
    var literalCounts = [Int](repeating: 0, count: 286)
    var distanceCounts = [Int](repeating: 0, count: 30)
    literalCounts[endOfBlock] = 1
    for token in tokens {
      if token.isCopy {
        literalCounts[Int(lengthSymbols[token.length])] += 1
        distanceCounts[distanceSymbol(token.distance)] += 1
      } else {
        literalCounts[token.byte] += 1
      }
    }
    let literals = HuffmanCode(counts: literalCounts, limit: 15)
    let distances = HuffmanCode(counts: distanceCounts, limit: 15)
    // Codes of the block's own.
    write(isLast ? 1 : 0, bits: 1)
    write(2, bits: 2)
    writeLengths(literals.lengths, distances.lengths)
    for token in tokens {
      guard token.isCopy else {
        write(literals.codes[token.byte], bits: literals.lengths[token.byte])
        continue
      }
      let length = Int(lengthSymbols[token.length])
      write(literals.codes[length], bits: literals.lengths[length])
      write(UInt16(token.length - lengthBases[length - 257]), bits: lengthExtra[length - 257])
      let distance = distanceSymbol(token.distance)
      write(distances.codes[distance], bits: distances.lengths[distance])
      write(UInt16(token.distance - distanceBases[distance]), bits: distanceExtra[distance])
    }
    write(literals.codes[endOfBlock], bits: literals.lengths[endOfBlock])
  }

  /// All that is written, the last byte filled up, with bytes after it.
  func finished(with tail: [UInt8]) -> [UInt8] {
    bytes + stride(from: 0, to: heldBits, by: 8).map { UInt8(truncatingIfNeeded: held >> UInt64($0)) } + tail
  }

  private mutating func write(_ value: UInt16, bits: UInt8) {
    held |= UInt64(value) << UInt64(heldBits)
    heldBits += Int(bits)
    while heldBits >= 32 {
      for shift in stride(from: UInt64(0), to: 32, by: 8) { bytes.append(UInt8(truncatingIfNeeded: held >> shift)) }
      held >>= 32
      heldBits -= 32
    }
  }

  /// The lengths of both codes, packed by a third one.
  private mutating func writeLengths(_ literals: [UInt8], _ distances: [UInt8]) {
    let literalCount = max(257, (literals.lastIndex { $0 > 0 } ?? 0) + 1)
    let distanceCount = max(1, (distances.lastIndex { $0 > 0 } ?? 0) + 1)
    let lengths = Array(literals[..<literalCount] + distances[..<distanceCount])
    var packed: [(symbol: Int, extra: UInt16, bits: UInt8)] = []
    var at = 0
    while at < lengths.count {
      let value = lengths[at]
      var run = 1
      while at + run < lengths.count, lengths[at + run] == value { run += 1 }
      at += run
      if value == 0 {
        while run >= 3 {
          let part = min(run, 138)
          packed.append(part < 11 ? (17, UInt16(part - 3), 3) : (18, UInt16(part - 11), 7))
          run -= part
        }
      } else {
        packed.append((Int(value), 0, 0))
        run -= 1
        while run >= 3 {
          let part = min(run, 6)
          packed.append((16, UInt16(part - 3), 2))
          run -= part
        }
      }
      for _ in 0..<run { packed.append((Int(value), 0, 0)) }
    }
    var counts = [Int](repeating: 0, count: 19)
    for item in packed { counts[item.symbol] += 1 }
    let code = HuffmanCode(counts: counts, limit: 7)
    // The order in which their lengths stand, those seldom used last.
    let order = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]
    let written = max(4, (order.lastIndex { code.lengths[$0] > 0 } ?? 0) + 1)
    write(UInt16(literalCount - 257), bits: 5)
    write(UInt16(distanceCount - 1), bits: 5)
    write(UInt16(written - 4), bits: 4)
    for symbol in order[..<written] { write(UInt16(code.lengths[symbol]), bits: 3) }
    for item in packed {
      write(code.codes[item.symbol], bits: code.lengths[item.symbol])
      write(item.extra, bits: item.bits)
    }
  }
}

// The tables of RFC 1951, 3.2.5.
private let endOfBlock = 256
private let lengthExtra: [UInt8] = [0, 0, 0, 0, 0, 0, 0, 0] + (1...5).flatMap { [UInt8](repeating: $0, count: 4) } + [0]
private let lengthBases: [Int] = {
  var bases = [3]
  for extra in lengthExtra.dropLast(2) { bases.append(bases[bases.count - 1] + 1 << Int(extra)) }
  return bases + [258]
}()
private let lengthSymbols: [UInt16] = {
  var symbols = [UInt16](repeating: 0, count: 259)
  for (index, base) in lengthBases.enumerated() {
    for length in base..<min(259, base + 1 << Int(lengthExtra[index])) { symbols[length] = UInt16(257 + index) }
  }
  return symbols
}()
private let distanceExtra: [UInt8] = [0, 0] + (0...13).flatMap { [$0, $0] }
private let distanceBases: [Int] = {
  var bases = [1]
  for extra in distanceExtra.dropLast() { bases.append(bases[bases.count - 1] + 1 << Int(extra)) }
  return bases
}()

/// Two symbols for each power of two.
private func distanceSymbol(_ distance: Int) -> Int {
  let last = distance - 1
  if last < 4 { return last }
  let power = Int.bitWidth - 1 - last.leadingZeroBitCount
  return 2 * power + (last >> (power - 1) & 1)
}
