import Deflate
import Testing

/// Streams of literals and matches, read back by libdeflate.
@Suite struct DeflateStreamTests {
  private func readBack(_ bytes: [UInt8], _ stream: consuming DeflateStream) -> Bool {
    let piece = stream.finished(isLast: true, adler: adler32(bytes[...]), count: bytes.count)
    return inflated(DeflateStream.joined([piece])[...], limit: bytes.count + 1) == bytes
  }

  @Test("what is written is read", arguments: 1...12)
  func randomTokens(seed: Int) {
    var noise = Noise(seed: seed)
    var stream = DeflateStream()
    var bytes: [UInt8] = []
    let kinds = 1 + noise.next(256)
    for _ in 0..<noise.next(20_000) {
      if bytes.isEmpty || noise.next(3) > 0 {
        let byte = UInt8(noise.next(kinds))
        stream.literal(byte)
        bytes.append(byte)
      } else {
        let reach = min(bytes.count, DeflateStream.window)
        let distance = noise.next(4) == 0 ? reach : 1 + noise.next(min(reach, 1 << noise.next(16)))
        let length = noise.next(9) == 0 ? 3 + noise.next(3_000) : 3 + noise.next(12)
        stream.match(length: length, distance: distance)
        for _ in 0..<length { bytes.append(bytes[bytes.count - distance]) }
      }
    }
    #expect(readBack(bytes, stream))
  }

  @Test("a match of any length")
  func lengths() {
    for length in 3...800 {
      var stream = DeflateStream()
      stream.literal(7)
      stream.match(length: length, distance: 1)
      #expect(readBack(Array(repeating: 7, count: 1 + length), stream), "\(length)")
    }
  }

  /// Frequencies that grow as Fibonacci's numbers make the deepest tree there is: its codes must be cut to 15 bits.
  @Test func deepCodes() {
    var stream = DeflateStream()
    var bytes: [UInt8] = []
    var (count, next) = (1, 1)
    for byte in UInt8(0)..<18 {
      for _ in 0..<min(count, 1_000) {
        stream.literal(byte)
        bytes.append(byte)
      }
      (count, next) = (next, count + next)
    }
    #expect(readBack(bytes, stream))
  }

  /// `inflated` checks the sum of the whole against the one joined from the pieces'.
  @Test("pieces are joined as if they had been one", arguments: 1...6)
  func pieces(count: Int) {
    var noise = Noise(seed: count)
    var bytes: [UInt8] = []
    let pieces = (1...count).map { number in
      var stream = DeflateStream()
      var own: [UInt8] = []
      // One of them is empty.
      for _ in 0..<(number == 2 ? 0 : 70_000 + noise.next(9_000)) {
        let byte = UInt8(noise.next(1 + 40 * number))
        stream.literal(byte)
        own.append(byte)
      }
      bytes += own
      return stream.finished(isLast: number == count, adler: adler32(own[...]), count: own.count)
    }
    #expect(inflated(DeflateStream.joined(pieces)[...], limit: bytes.count + 1) == bytes)
  }

  @Test func fewTokens() {
    #expect(readBack([], DeflateStream()))
    var stream = DeflateStream()
    stream.literal(255)
    #expect(readBack([255], stream))
  }
}
