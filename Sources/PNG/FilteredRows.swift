/// What is compressed: each row with its filter's number in front (PNG 3rd edition, clause 9).
struct FilteredRows {
  let channels: Int
  let bitDepth: UInt8
  private(set) var bytes: [UInt8]

  /// Colour indices, unfiltered; below 8 bits several to a byte, first pixel in the high bits.
  init(indexed pixels: PackedPixels, width: Int, by palette: Palette) {
    channels = 1
    let bits =
      switch palette.colors.count {
      case ...2: 1
      case ...4: 2
      case ...16: 4
      default: 8
      }
    bitDepth = UInt8(bits)
    let height = pixels.count / width
    let rowLength = 1 + (width * bits + 7) / 8
    bytes = []
    bytes.reserveCapacity(height * rowLength)
    var color = pixels[0]
    var index = palette.index(of: color)
    for y in 0..<height {
      if y > 0, pixels.repeatsRow(y, width: width) {
        bytes += bytes[(bytes.count - rowLength)...]
        continue
      }
      bytes.append(0)
      var byte: UInt8 = 0
      var filled = 0
      for x in (y * width)..<((y + 1) * width) {
        if pixels[x] != color {
          color = pixels[x]
          index = palette.index(of: color)
        }
        byte = bits == 8 ? index : byte << UInt8(bits) | index
        filled += bits
        if filled == 8 {
          bytes.append(byte)
          byte = 0
          filled = 0
        }
      }
      if filled > 0 { bytes.append(byte << UInt8(8 - filled)) }
    }
  }

  /// True colour. A row like the one above is its difference to it (Up), all zeros; any other stays as it is. For pages and
  /// charts that is smaller, by a tenth, than differences everywhere or the filter with a row's least sum, and cheaper.
  ///
  /// - Parameter channels: 3 drops alpha, 4 keeps it.
  init(_ pixels: PackedPixels, width: Int, channels: Int) {
    self.channels = channels
    bitDepth = 8
    let height = pixels.count / width
    let size = height * (width * channels + 1)
    // One byte more, because three bytes are written as four.
    bytes = unsafe [UInt8](unsafeUninitializedCapacity: size + 1) { out, count in
      guard let start = UnsafeMutableRawPointer(out.baseAddress) else { return }
      var to = unsafe start
      for y in 0..<height {
        let isRepeated = y > 0 && pixels.repeatsRow(y, width: width)
        unsafe to.storeBytes(of: isRepeated ? 2 : 0, as: UInt8.self)
        unsafe to += 1
        if isRepeated {
          unsafe to.initializeMemory(as: UInt8.self, repeating: 0, count: width * channels)
          unsafe to += width * channels
          continue
        }
        for x in (y * width)..<((y + 1) * width) {
          unsafe to.storeBytes(of: pixels[x].littleEndian, as: UInt32.self)
          unsafe to += channels
        }
      }
      count = size
    }
  }
}
