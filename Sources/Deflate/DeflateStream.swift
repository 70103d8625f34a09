/// A zlib stream (RFC 1950 and 1951) of literals and matches that the caller has found, or a piece of one: pieces are made side by side
/// and joined (``joined(_:)``).
package struct DeflateStream {
  /// The longest way back a match may go.
  package static let window = 32_768
  /// A match's least and greatest length.
  package static let matchLengths = 3...258

  private var out = BitWriter()
  /// A literal is its byte; a match has the highest bit set, its length less 3 from bit 16, its distance less 1 below.
  private var tokens: [UInt32] = []
  private var literals: [UInt32]
  private var distances: [UInt32]
  private var pending: (length: Int, distance: Int) = (0, 0)
  private static let blockSize = 1 << 12
  private static let endOfBlock = 256

  package init() {
    literals = Array(repeating: 0, count: 286)
    distances = Array(repeating: 0, count: 30)
    tokens.reserveCapacity(Self.blockSize + 1024)
  }

  package mutating func literal(_ byte: UInt8) {
    if pending.length > 0 { flushMatch() }
    tokens.append(UInt32(byte))
    literals[Int(byte)] += 1
    if tokens.count >= Self.blockSize { endBlock(isLast: false) }
  }

  /// The next `length` bytes are those `distance` back. Matches that go on with one distance, or one period, are one.
  ///
  /// - Precondition: `length >= matchLengths.lowerBound`, `1 <= distance <= window`; the length may be greater than a match's.
  package mutating func match(length: Int, distance: Int) {
    if pending.length > 0 {
      // What has a period goes on with it, when so much of it is there that the new distance lies within.
      if distance == pending.distance
        || distance % pending.distance == 0 && distance <= pending.length + pending.distance
      {
        pending.length += length
        return
      }
      flushMatch()
    }
    pending = (length, distance)
  }

  /// A part of a stream, in whole bytes.
  package struct Piece: Sendable {
    let bytes: [UInt8]
    let adler: UInt32
    let count: Int
  }

  /// Ends the piece.
  ///
  /// - Parameters:
  ///   - isLast: whether the stream ends with it.
  ///   - adler: the checksum of the bytes that the piece stands for.
  ///   - count: how many those are.
  package consuming func finished(isLast: Bool, adler: UInt32, count: Int) -> Piece {
    if pending.length > 0 { flushMatch() }
    if !tokens.isEmpty || isLast { endBlock(isLast: isLast) }
    // What follows begins with a byte: an empty stored block fills the last one up (RFC 1951, 3.2.4).
    if !isLast { out.write(0, bits: 3) }
    out.fillByte()
    if !isLast { out.write(0xFFFF_0000, bits: 32) }
    return Piece(bytes: out.finished(), adler: adler, count: count)
  }

  /// The stream of some pieces, of which the last one ends it.
  package static func joined(_ pieces: [Piece]) -> [UInt8] {
    // 32 KiB of window, no dictionary, default effort.
    var stream: [UInt8] = [0x78, 0x9C]
    stream.reserveCapacity(pieces.reduce(6) { $0 + $1.bytes.count })
    var adler: UInt32 = 1
    for piece in pieces {
      stream += piece.bytes
      adler = joinedAdler(adler, piece.adler, count: piece.count)
    }
    for shift in [24, 16, 8, 0] as [UInt32] { stream.append(UInt8(adler >> shift & 255)) }
    return stream
  }

  /// The checksum of bytes that are followed by `count` others, from those of both: the second sum counts each byte before as often as
  /// bytes follow it (RFC 1950, 8.2).
  private static func joinedAdler(_ first: UInt32, _ second: UInt32, count: Int) -> UInt32 {
    let modulus: UInt64 = 65_521
    let sum = UInt64(first & 0xFFFF)
    let low = (sum + UInt64(second & 0xFFFF) + modulus - 1) % modulus
    let more = (sum + modulus - 1) % modulus * (UInt64(count) % modulus)
    let high = (UInt64(first >> 16) + UInt64(second >> 16) + more) % modulus
    return UInt32(high << 16 | low)
  }

  private mutating func flushMatch() {
    let distance = UInt32(pending.distance - 1)
    let (distanceSymbol, _) = Self.code(ofDistance: distance)
    var rest = pending.length
    pending.length = 0
    while rest > 0 {
      // What would leave less than a match leaves its least length.
      let piece = rest <= Self.matchLengths.upperBound ? rest : min(Self.matchLengths.upperBound, rest - Self.matchLengths.lowerBound)
      rest -= piece
      let length = UInt32(piece - 3)
      tokens.append(1 << 31 | length << 16 | distance)
      literals[Self.code(ofLength: length).symbol] += 1
      distances[distanceSymbol] += 1
    }
    if tokens.count >= Self.blockSize { endBlock(isLast: false) }
  }

  /// - Parameter length: less 3.
  private static func code(ofLength length: UInt32) -> (symbol: Int, extraBits: Int) {
    if length < 8 { return (257 + Int(length), 0) }
    if length == 255 { return (285, 0) }
    let log = 31 - length.leadingZeroBitCount
    return (257 + 4 * (log - 1) + Int(length >> UInt32(log - 2) & 3), log - 2)
  }

  /// - Parameter distance: less 1.
  private static func code(ofDistance distance: UInt32) -> (symbol: Int, extraBits: Int) {
    if distance < 4 { return (Int(distance), 0) }
    let log = 31 - distance.leadingZeroBitCount
    return (2 * log + Int(distance >> UInt32(log - 1) & 1), log - 1)
  }

  /// Writes the tokens as a block with codes of its own.
  private mutating func endBlock(isLast: Bool) {
    literals[Self.endOfBlock] = 1
    let lengthCode = HuffmanCode(frequencies: literals, limit: 15)
    let distanceCode = HuffmanCode(frequencies: distances, limit: 15)
    out.write(isLast ? 1 : 0, bits: 1)
    out.write(2, bits: 2)
    writeCodes(lengthCode.lengths, distanceCode.lengths)
    for token in tokens {
      guard token >> 31 == 1 else {
        out.write(UInt64(lengthCode.codes[Int(token)]), bits: Int(lengthCode.lengths[Int(token)]))
        continue
      }
      let length = token >> 16 & 255
      let distance = token & 0x7FFF
      let (lengthSymbol, lengthBits) = Self.code(ofLength: length)
      let (distanceSymbol, distanceBits) = Self.code(ofDistance: distance)
      var value = UInt64(lengthCode.codes[lengthSymbol])
      var bits = Int(lengthCode.lengths[lengthSymbol])
      value |= UInt64(length & (1 << UInt32(lengthBits) - 1)) << UInt64(bits)
      bits += lengthBits
      value |= UInt64(distanceCode.codes[distanceSymbol]) << UInt64(bits)
      bits += Int(distanceCode.lengths[distanceSymbol])
      value |= UInt64(distance & (1 << UInt32(distanceBits) - 1)) << UInt64(bits)
      out.write(value, bits: bits + distanceBits)
    }
    out.write(UInt64(lengthCode.codes[Self.endOfBlock]), bits: Int(lengthCode.lengths[Self.endOfBlock]))
    tokens.removeAll(keepingCapacity: true)
    for symbol in literals.indices { literals[symbol] = 0 }
    for symbol in distances.indices { distances[symbol] = 0 }
  }

  /// The lengths of both codes, themselves coded (RFC 1951, 3.2.7).
  private mutating func writeCodes(_ lengths: [UInt8], _ distanceLengths: [UInt8]) {
    let lengthCount = max(257, (lengths.lastIndex { $0 > 0 } ?? 0) + 1)
    let distanceCount = max(1, (distanceLengths.lastIndex { $0 > 0 } ?? 0) + 1)
    let runs = Self.runs(Array(lengths[..<lengthCount]) + distanceLengths[..<distanceCount])
    var frequencies = Array(repeating: UInt32(0), count: 19)
    for run in runs { frequencies[run.symbol] += 1 }
    let code = HuffmanCode(frequencies: frequencies, limit: 7)
    let order = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]
    let codeCount = max(4, (order.lastIndex { code.lengths[$0] > 0 } ?? 0) + 1)
    out.write(UInt64(lengthCount - 257), bits: 5)
    out.write(UInt64(distanceCount - 1), bits: 5)
    out.write(UInt64(codeCount - 4), bits: 4)
    for symbol in order[..<codeCount] { out.write(UInt64(code.lengths[symbol]), bits: 3) }
    for run in runs {
      out.write(UInt64(code.codes[run.symbol]), bits: Int(code.lengths[run.symbol]))
      out.write(UInt64(run.extra), bits: run.bits)
    }
  }

  /// Lengths with their repeats: 16 is the length before 3 to 6 times more, 17 and 18 are 3 to 10 and 11 to 138 zeros.
  private static func runs(_ lengths: [UInt8]) -> [(symbol: Int, extra: Int, bits: Int)] {
    var runs: [(symbol: Int, extra: Int, bits: Int)] = []
    var at = 0
    while at < lengths.count {
      let length = lengths[at]
      var count = 1
      while at + count < lengths.count, lengths[at + count] == length { count += 1 }
      at += count
      if length > 0 {
        runs.append((Int(length), 0, 0))
        count -= 1
      }
      while count >= 3 {
        let longest = length > 0 ? 6 : 138
        let piece = min(count, longest)
        count -= piece
        switch (length, piece) {
        case (0, ...10): runs.append((17, piece - 3, 3))
        case (0, _): runs.append((18, piece - 11, 7))
        default: runs.append((16, piece - 3, 2))
        }
      }
      for _ in 0..<count { runs.append((Int(length), 0, 0)) }
    }
    return runs
  }
}

/// Bits from the lowest of each byte up.
private struct BitWriter {
  private var bytes: [UInt8] = []
  private var held: UInt64 = 0
  private var count = 0

  /// - Parameter bits: 48 at most.
  mutating func write(_ value: UInt64, bits: Int) {
    held |= value << UInt64(count)
    count += bits
    while count >= 8 {
      bytes.append(UInt8(truncatingIfNeeded: held))
      held >>= 8
      count -= 8
    }
  }

  mutating func fillByte() { if count > 0 { write(0, bits: 8 - count) } }

  func finished() -> [UInt8] { bytes }
}
