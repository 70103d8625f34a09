import Deflate

/// Rows of bytes as a piece of a zlib stream, found in the way of drawings: runs of one colour, rows like the one above, and small shapes (glyphs)
/// that were there before. Rows come one by one; only the last 32 KiB are kept.
///
/// A photograph has few of these: `literalCount` tells, and a search of every byte (`deflated`) is better then.
struct DrawnRows {
  private var stream = DeflateStream()
  private var adler: UInt32 = 1
  /// Bytes that did not occur before, or not in a way that is looked for.
  private(set) var literalCount = 0
  private(set) var byteCount = 0
  /// Bytes of a row with its filter's number.
  private let rowLength: Int
  /// Bytes of a pixel.
  private let unit: Int
  /// The last bytes of the stream; `byteCount - filled` bytes came before them.
  private var bytes: [UInt8]
  private var filled = 0
  /// How far back the last row lies that was not the difference to the one above; 0 before the first.
  private var distanceAbove = 0
  /// Where a pixel was last seen, by its hash: its place in the stream plus 1.
  private var lastPlaces: [Int32]
  /// For each place, modulo the window, the one before it of the same hash.
  private var earlierPlaces: [Int32]
  /// What of four bytes is hashed: three, as the least match has, or a pixel's four.
  private let pixelMask: UInt32

  /// Below this, a row that repeats the one above is a match; a longer row is the difference to the one above (the filter Up), because
  /// zeros need no distance.
  private static let shortRow = 512
  private static let hashBits: UInt32 = 14
  /// How many places of one hash are tried, and the length from which on none is looked for.
  private static let tries = 8
  private static let longEnough = 48

  init(rowLength: Int, unit: Int) {
    self.rowLength = rowLength
    self.unit = unit
    bytes = Array(repeating: 0, count: max(1 << 17, DeflateStream.window + 2 * rowLength + 8))
    lastPlaces = Array(repeating: 0, count: 1 << Int(Self.hashBits))
    earlierPlaces = Array(repeating: 0, count: DeflateStream.window)
    pixelMask = unit == 4 ? .max : 0xFF_FFFF
  }

  /// A row whose pixels are those of the row above.
  ///
  /// - Precondition: `rowLength >= DeflateStream.matchLengths.lowerBound`.
  mutating func appendRepeatedRow() {
    makeRoom()
    if rowLength < Self.shortRow, distanceAbove == rowLength {
      for index in filled..<(filled + rowLength) { bytes[index] = bytes[index - rowLength] }
      stream.match(length: rowLength, distance: rowLength)
    } else {
      unsafe bytes.withUnsafeMutableBufferPointer { unsafe $0[filled..<(filled + rowLength)].update(repeating: 0) }
      bytes[filled] = 2
      stream.literal(2)
      stream.literal(0)
      stream.match(length: rowLength - 2, distance: 1)
      if distanceAbove > 0 { distanceAbove += rowLength }
    }
    endRow()
  }

  /// Any other row.
  ///
  /// - Parameter fill: writes the pixels' bytes, `rowLength - 1` of them, and up to four more.
  mutating func appendRow(_ fill: (UnsafeMutableRawPointer) -> Void) {
    makeRoom()
    let distance = distanceAbove <= DeflateStream.window ? distanceAbove : 0
    // Moved out and back, because the search changes what lies beside it.
    var row: [UInt8] = []
    swap(&row, &bytes)
    row[filled] = 0
    unsafe row.withUnsafeMutableBytes { buffer in
      guard let start = buffer.baseAddress else { return }
      unsafe fill(start + filled + 1)
      unsafe findMatches(in: UnsafeRawPointer(start), distanceAbove: distance)
    }
    swap(&row, &bytes)
    distanceAbove = rowLength
    endRow()
  }

  /// - Parameter isLast: whether no rows follow.
  consuming func finished(isLast: Bool) -> DeflateStream.Piece { stream.finished(isLast: isLast, adler: adler, count: byteCount) }

  private mutating func makeRoom() {
    guard filled + rowLength + 8 > bytes.count else { return }
    let kept = min(filled, max(DeflateStream.window, rowLength))
    unsafe bytes.withUnsafeMutableBytes { buffer in
      guard let start = buffer.baseAddress else { return }
      unsafe start.copyMemory(from: start + (filled - kept), byteCount: kept)
    }
    filled = kept
  }

  private mutating func endRow() {
    adler = adler32(bytes[filled..<(filled + rowLength)], after: adler)
    filled += rowLength
    byteCount += rowLength
  }

  /// Writes the row that lies at `filled`, whatever the best match at each pixel covers at a time.
  private mutating func findMatches(in start: UnsafeRawPointer, distanceAbove: Int) {
    let end = filled + rowLength
    stream.literal(0)
    var at = filled + 1
    while at < end {
      let match = unsafe longestMatch(in: start, at: at, end: end, distanceAbove: distanceAbove)
      let rest = match.distance <= unit && match.length > 0 ? 0 : unsafe greyRun(in: start, at: at, end: end)
      if rest >= DeflateStream.matchLengths.lowerBound, saving(rest, 1) > saving(match.length, match.distance) {
        unsafe append(literals: 1, from: start + at)
        stream.match(length: rest, distance: 1)
        at += 1 + rest
      } else if match.length > 0 {
        stream.match(length: match.length, distance: match.distance)
        let past = at + match.length
        if match.distance > unit {
          var inside = at + unit
          while inside + 4 <= end {
            // Of a run of one colour its beginning is enough.
            let alike = unsafe commonBytes(start + inside, start + inside - unit, limit: past - inside)
            inside += alike - alike % unit
            guard inside < past, inside + 4 <= end else { break }
            unsafe remember(inside, in: start)
            inside += unit
          }
        }
        at = past
      } else {
        let next = min(at + unit, end)
        unsafe append(literals: next - at, from: start + at)
        at = next
      }
    }
  }

  /// A grey's bytes are alike, so all of a run but its first byte repeats the byte before: how many those are, up to whole pixels.
  private func greyRun(in start: UnsafeRawPointer, at: Int, end: Int) -> Int {
    guard unit > 1 else { return 0 }
    let alike = unsafe commonBytes(start + at + 1, start + at, limit: end - at - 1)
    return alike - (alike + 1) % unit
  }

  private mutating func append(literals count: Int, from start: UnsafeRawPointer) {
    for index in 0..<count { stream.literal(unsafe start.load(fromByteOffset: index, as: UInt8.self)) }
    literalCount += count
  }

  /// The bits that a match saves, about: eight for each literal, less those of its own codes.
  private func saving(_ length: Int, _ distance: Int) -> Int {
    length == 0 ? 0 : length * 8 - (distance <= unit ? 5 : 9 + Int.bitWidth - 1 - distance.leadingZeroBitCount)
  }

  /// The match of whole pixels that saves most; length 0 where none does.
  private mutating func longestMatch(
    in start: UnsafeRawPointer, at: Int, end: Int, distanceAbove: Int
  ) -> (length: Int, distance: Int) {
    var best = (length: 0, distance: 1)
    func consider(distance: Int) {
      let length = unsafe commonBytes(start + at, start + (at - distance), limit: end - at)
      let whole = length - length % unit
      if whole >= DeflateStream.matchLengths.lowerBound, saving(whole, distance) > saving(best.length, best.distance) {
        best = (whole, distance)
      }
    }
    if at - unit > filled || unit == 1 {
      // One distance for all runs of greys makes its code short.
      let isGrey = unsafe unit > 1 && commonBytes(start + at - unit, start + at - unit + 1, limit: unit - 1) == unit - 1
      consider(distance: isGrey ? 1 : unit)
    }
    if distanceAbove > 0 { consider(distance: distanceAbove) }
    guard best.length < Self.longEnough, at + 4 <= end else { return best }
    let place = unsafe remember(at, in: start)
    let first = byteCount - filled
    var later = place
    var earlier = Int(earlierPlaces[place & (DeflateStream.window - 1)])
    var tries = Self.tries
    // Only places that still lie in the buffer; the ring's older entries are of other chains.
    while tries > 0, earlier > first, earlier < later, place - earlier <= DeflateStream.window {
      consider(distance: place - earlier)
      later = earlier
      earlier = Int(earlierPlaces[earlier & (DeflateStream.window - 1)])
      tries -= 1
    }
    return best
  }

  /// Notes that the pixel at `at` occurs there.
  ///
  /// - Returns: its place in the stream plus 1.
  @discardableResult private mutating func remember(_ at: Int, in start: UnsafeRawPointer) -> Int {
    let place = at + byteCount - filled + 1
    let pixel = unsafe (start + at).loadUnaligned(as: UInt32.self).littleEndian & pixelMask
    let slot = Int((pixel &* 0x9E37_79B1) >> (32 - Self.hashBits))
    let last = lastPlaces[slot]
    if last != Int32(truncatingIfNeeded: place) {
      earlierPlaces[place & (DeflateStream.window - 1)] = last
      lastPlaces[slot] = Int32(truncatingIfNeeded: place)
    }
    return place
  }
}

/// How many bytes are the same from two places on.
private func commonBytes(_ a: UnsafeRawPointer, _ b: UnsafeRawPointer, limit: Int) -> Int {
  var count = 0
  while count + 8 <= limit {
    let x = unsafe a.loadUnaligned(fromByteOffset: count, as: UInt64.self)
    let y = unsafe b.loadUnaligned(fromByteOffset: count, as: UInt64.self)
    if x != y { return count + (x ^ y).littleEndian.trailingZeroBitCount / 8 }
    count += 8
  }
  while count < limit {
    guard unsafe a.load(fromByteOffset: count, as: UInt8.self) == b.load(fromByteOffset: count, as: UInt8.self) else { break }
    count += 1
  }
  return count
}
