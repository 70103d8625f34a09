/// Finds what repeats in the rows of a drawing: the pixel to the left, the row above, and the same pixels a while ago.
///
/// Within a long copy nothing is looked at, so that the work grows with what is drawn, not with the paper about it.
@safe struct RowMatcher: ~Copyable {
  private let start: UnsafeRawPointer
  private let count: Int
  private let rowLength: Int
  private let pixelLength: Int
  /// Where the same four bytes stood last, by their hash; -1: nowhere yet.
  private let last: UnsafeMutablePointer<Int32>
  private static let hashBits = 13
  private static let longest = 258
  private static let farthest = 32_768
  /// A copy this long is taken at once.
  private static let longEnough = 48
  /// So many bytes from the beginning of a copy may be found again.
  private static let remembered = 24

  /// - Parameters:
  ///   - bytes: valid while the matcher is used; at most 2 GiB.
  ///   - rowLength: bytes a row.
  ///   - pixelLength: bytes a pixel.
  init(_ bytes: UnsafeRawBufferPointer, rowLength: Int, pixelLength: Int) {
    guard let start = bytes.baseAddress else { preconditionFailure("a picture has rows") }
    unsafe self.start = start
    count = bytes.count
    self.rowLength = rowLength
    self.pixelLength = pixelLength
    unsafe last = .allocate(capacity: 1 << Self.hashBits)
    unsafe last.initialize(repeating: -1, count: 1 << Self.hashBits)
  }

  deinit { unsafe last.deallocate() }

  /// Calls `emit` for each token in turn.
  func tokens(_ emit: (DeflateToken) -> Void) {
    var at = 0
    var found = match(at: 0)
    while at < count {
      guard found.length >= 3 else {
        emit(.literal(byte(at)))
        at += 1
        found = match(at: at)
        continue
      }
      if found.length < Self.longEnough {
        // A longer copy may begin with the next byte.
        let next = match(at: at + 1)
        if next.length > found.length {
          emit(.literal(byte(at)))
          at += 1
          found = next
          continue
        }
      }
      emit(.copy(length: found.length, distance: found.distance))
      var place = at + 2
      let end = at + min(found.length, Self.remembered)
      while place < end {
        remember(place)
        place += 1
      }
      at += found.length
      found = match(at: at)
    }
  }

  /// The longest copy for a place among those thought of; the nearest of equal ones.
  private func match(at place: Int) -> (length: Int, distance: Int) {
    guard place + 4 <= count else { return (0, 0) }
    let word = word(at: place)
    var best = (length: 0, distance: 0)
    if place >= pixelLength { best = (length(at: place, distance: pixelLength, word), pixelLength) }
    if place >= rowLength, rowLength <= Self.farthest, best.length < Self.longest {
      let above = length(at: place, distance: rowLength, word)
      if above > best.length { best = (above, rowLength) }
    }
    let slot = slot(of: word)
    let distance = unsafe place - Int(last[slot])
    unsafe last[slot] = Int32(truncatingIfNeeded: place)
    if best.length < Self.longEnough, distance > 0, distance <= place, distance <= Self.farthest {
      let before = length(at: place, distance: distance, word)
      // Far distances cost bits of their own.
      if before > max(3, best.length + 1) { best = (before, distance) }
    }
    return best
  }

  private func remember(_ place: Int) {
    guard place + 4 <= count else { return }
    unsafe last[slot(of: word(at: place))] = Int32(truncatingIfNeeded: place)
  }

  private func slot(of word: UInt32) -> Int { Int((word &* 0x9E37_79B1) >> UInt32(32 - Self.hashBits)) }

  /// How many bytes from a place on are those a distance before; 0 for fewer than three.
  private func length(at place: Int, distance: Int, _ word: UInt32) -> Int {
    let first = self.word(at: place - distance) ^ word
    guard first == 0 else { return first.trailingZeroBitCount >= 24 ? 3 : 0 }
    let most = min(Self.longest, count - place)
    var length = 4
    while length + 8 <= most {
      let difference = longWord(at: place + length) ^ longWord(at: place + length - distance)
      if difference != 0 { return length + difference.trailingZeroBitCount / 8 }
      length += 8
    }
    while length < most, byte(place + length) == byte(place + length - distance) { length += 1 }
    return length
  }

  // Not checked: these are the innermost loops. Every place asked for lies in the bytes.

  private func byte(_ place: Int) -> UInt8 { unsafe start.loadUnaligned(fromByteOffset: place, as: UInt8.self) }
  private func word(at place: Int) -> UInt32 {
    unsafe UInt32(littleEndian: start.loadUnaligned(fromByteOffset: place, as: UInt32.self))
  }
  private func longWord(at place: Int) -> UInt64 {
    unsafe UInt64(littleEndian: start.loadUnaligned(fromByteOffset: place, as: UInt64.self))
  }
}
