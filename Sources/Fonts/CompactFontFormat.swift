/// A `CFF` table (Adobe Technical Note 5176), read as far as cutting it needs. Borrows the bytes: not to be kept.
@safe struct CompactFontFormat {
  private let bytes: UnsafeRawBufferPointer
  private let topDict: [Int: [Operand]]
  private let charStrings: Index
  private let fontDicts: Index

  /// - Returns: nil for a table that holds no CID-keyed font, or is not whole.
  init?(_ bytes: UnsafeRawBufferPointer) {
    unsafe self.bytes = bytes
    guard bytes.count > 4, let names = unsafe Index(at: Int(bytes[2]), in: bytes),
      let tops = unsafe Index(at: names.end, in: bytes), tops.count == 1, let place = unsafe tops.item(0, in: bytes),
      let top = unsafe CompactFontFormat.dict(place, in: bytes), top[Operator.registryOrderingSupplement] != nil,
      let start = top[Operator.charStrings]?.first?.value, let outlines = unsafe Index(at: start, in: bytes),
      let array = top[Operator.fontDicts]?.first?.value, let dicts = unsafe Index(at: array, in: bytes)
    else { return nil }
    topDict = top
    charStrings = outlines
    fontDicts = dicts
  }

  /// The same table with the outlines of some glyphs only, those of the others empty. All else stays as it is; what comes after the
  /// outlines moves up, and the offsets to it with it.
  func cut(keeping glyphs: [Bool]) -> [UInt8]? {
    guard let outlines = outlines(keeping: glyphs) else { return nil }
    var out: [UInt8] = []
    unsafe out.reserveCapacity(bytes.count - (charStrings.end - charStrings.start) + outlines.count)
    unsafe out += bytes[..<charStrings.start]
    out += outlines
    unsafe out += bytes[charStrings.end...]
    let gap = charStrings.end - charStrings.start - outlines.count
    for key in [Operator.charset, Operator.fontDicts, Operator.fontDictSelect] {
      if let offset = topDict[key]?.first, !move(offset, by: gap, in: &out) { return nil }
    }
    for number in 0..<fontDicts.count {
      guard let place = unsafe fontDicts.item(number, in: bytes), let dict = unsafe CompactFontFormat.dict(place, in: bytes),
        let privateDict = dict[Operator.privateDict], privateDict.count == 2
      else { return nil }
      // Subroutines lie at a distance from their private dictionary; nothing may have been cut out between the two.
      guard privateDict[1].value >= charStrings.end, move(privateDict[1], by: gap, in: &out) else { return nil }
    }
    return out
  }

  /// An INDEX of the outlines, with empty ones for glyphs that are not kept.
  private func outlines(keeping glyphs: [Bool]) -> [UInt8]? {
    var items: [Range<Int>] = []
    items.reserveCapacity(charStrings.count)
    var size = 1
    for number in 0..<charStrings.count {
      guard number == 0 || number < glyphs.count && glyphs[number] else {
        items.append(0..<0)
        continue
      }
      guard let item = unsafe charStrings.item(number, in: bytes) else { return nil }
      items.append(item)
      size += item.count
    }
    let width = max(1, (Int.bitWidth - size.leadingZeroBitCount + 7) / 8)
    var out: [UInt8] = []
    out.reserveCapacity(3 + width * (items.count + 1) + size)
    append(items.count, size: 2, to: &out)
    append(width, size: 1, to: &out)
    var offset = 1
    append(offset, size: width, to: &out)
    for item in items {
      offset += item.count
      append(offset, size: width, to: &out)
    }
    for item in items where !item.isEmpty { unsafe out += bytes[item] }
    return out
  }

  /// Writes a smaller number in place of an offset to what moved. A number is as long as its first byte says, so that the smaller one
  /// fits where the greater one stood.
  ///
  /// - Returns: whether it could be written.
  private func move(_ offset: Operand, by gap: Int, in out: inout [UInt8]) -> Bool {
    guard offset.value >= charStrings.end else { return offset.value < charStrings.start }
    let place = offset.place.lowerBound >= charStrings.end ? offset.place.lowerBound - gap : offset.place.lowerBound
    let value = offset.value - gap
    guard place >= 0, place + offset.place.count <= out.count, offset.place.count == 3 || offset.place.count == 5 else {
      return false
    }
    for i in 1..<offset.place.count {
      out[place + i] = UInt8(truncatingIfNeeded: value >> (8 * (offset.place.count - 1 - i)))
    }
    return true
  }
}

extension CompactFontFormat {
  /// Operators of dictionaries; those of two bytes begin with 12.
  private enum Operator {
    static let charset = 15
    static let charStrings = 17
    static let privateDict = 18
    static let registryOrderingSupplement = 12 << 8 | 30
    static let fontDicts = 12 << 8 | 36
    static let fontDictSelect = 12 << 8 | 37
  }

  /// A number of a dictionary, and the bytes that say it.
  private struct Operand {
    var value: Int
    var place: Range<Int>
  }

  /// The operands by their operators (§4, "DICT Data"); a real number counts as 0.
  private static func dict(_ range: Range<Int>, in bytes: UnsafeRawBufferPointer) -> [Int: [Operand]]? {
    var entries: [Int: [Operand]] = [:]
    var operands: [Operand] = []
    var at = range.lowerBound
    while at < range.upperBound {
      let start = at
      let first = unsafe Int(bytes[at])
      var length = 1
      switch first {
      case 12: length = 2
      case 28: length = 3
      case 29: length = 5
      case 30:
        // Half bytes up to one of 15.
        while start + length < range.upperBound {
          let halves = unsafe bytes[start + length]
          if halves & 0x0F == 0x0F || halves >> 4 == 0x0F { break }
          length += 1
        }
        length += 1
      case 247...254: length = 2
      default: break
      }
      at += length
      guard at <= range.upperBound else { return nil }
      let rest = unsafe bytes[(start + 1)..<at].reduce(0) { $0 << 8 | Int($1) }
      switch first {
      case 0...11, 13...21:
        entries[first] = operands
        operands = []
      case 12:
        entries[12 << 8 | rest] = operands
        operands = []
      case 28: operands.append(Operand(value: Int(Int16(truncatingIfNeeded: rest)), place: start..<at))
      case 29: operands.append(Operand(value: Int(Int32(truncatingIfNeeded: rest)), place: start..<at))
      case 30: operands.append(Operand(value: 0, place: start..<at))
      case 32...246: operands.append(Operand(value: first - 139, place: start..<at))
      case 247...250: operands.append(Operand(value: (first - 247) * 256 + rest + 108, place: start..<at))
      case 251...254: operands.append(Operand(value: -(first - 251) * 256 - rest - 108, place: start..<at))
      default: return nil
      }
    }
    return entries
  }

  /// Items of bytes behind a list of their offsets (§5, "INDEX Data").
  private struct Index {
    let start: Int
    let count: Int
    let width: Int
    let end: Int
    /// What offsets count from.
    private let base: Int

    init?(at start: Int, in bytes: UnsafeRawBufferPointer) {
      guard start >= 0, start + 2 <= bytes.count else { return nil }
      self.start = start
      count = unsafe Int(bytes[start]) << 8 | Int(bytes[start + 1])
      guard count > 0 else {
        (width, base, end) = (1, start, start + 2)
        return
      }
      guard start + 3 <= bytes.count else { return nil }
      width = unsafe Int(bytes[start + 2])
      base = start + 2 + (count + 1) * width
      guard (1...4).contains(width), base < bytes.count else { return nil }
      let last = unsafe Index.number(at: start + 3 + count * width, size: width, in: bytes)
      end = base + last
      guard last >= 1, end <= bytes.count else { return nil }
    }

    func item(_ number: Int, in bytes: UnsafeRawBufferPointer) -> Range<Int>? {
      guard number >= 0, number < count else { return nil }
      let from = unsafe base + Index.number(at: start + 3 + number * width, size: width, in: bytes)
      let to = unsafe base + Index.number(at: start + 3 + (number + 1) * width, size: width, in: bytes)
      return from > base && from <= to && to <= end ? from..<to : nil
    }

    private static func number(at place: Int, size: Int, in bytes: UnsafeRawBufferPointer) -> Int {
      unsafe bytes[place..<(place + size)].reduce(0) { $0 << 8 | Int($1) }
    }
  }
}
