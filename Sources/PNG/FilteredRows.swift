/// What is compressed: each row with its filter's number in front (PNG 3rd edition, clause 9).
struct FilteredRows {
  let channels: Int
  let bitDepth: UInt8
  private(set) var bytes: [UInt8]

  /// Colour indices, unfiltered; below 8 bits several to a byte, first pixel in the high bits.
  init(indexed image: PixelImage, by palette: Palette) {
    channels = 1
    let bits =
      switch palette.colors.count {
      case ...2: 1
      case ...4: 2
      case ...16: 4
      default: 8
      }
    bitDepth = UInt8(bits)
    bytes = []
    bytes.reserveCapacity(image.height * (1 + (image.width * bits + 7) / 8))
    var packed = PackedPixels(image)
    var last: (color: UInt32, index: UInt8) = (0, 0)
    var known = false
    for _ in 0..<image.height {
      bytes.append(0)
      var byte: UInt8 = 0
      var filled = 0
      for _ in 0..<image.width {
        guard let color = packed.next() else { break }
        if !known || color != last.color {
          last = (color, palette.index(of: color))
          known = true
        }
        byte = bits == 8 ? last.index : byte << UInt8(bits) | last.index
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

  /// True colour: the first row as it is, each other as its difference to the row above (Up).
  ///
  /// - Parameter channels: 3 drops alpha, 4 keeps it.
  init(_ image: PixelImage, channels: Int) {
    self.channels = channels
    bitDepth = 8
    let rowBytes = image.width * channels
    let width = image.width
    let height = image.height
    bytes = unsafe [UInt8](unsafeUninitializedCapacity: height * (rowBytes + 1)) { out, count in
      unsafe image.pixels.withUnsafeBufferPointer { source in
        for y in 0..<height {
          let from = y * width * 4
          var to = y * (rowBytes + 1)
          unsafe out[to] = y == 0 ? 0 : 2
          to += 1
          if y == 0 {
            for x in 0..<width {
              for c in 0..<channels { unsafe out[to + x * channels + c] = source[from + x * 4 + c] }
            }
          } else {
            let above = from - width * 4
            for x in 0..<width {
              for c in 0..<channels {
                unsafe out[to + x * channels + c] = source[from + x * 4 + c] &- source[above + x * 4 + c]
              }
            }
          }
        }
      }
      count = height * (rowBytes + 1)
    }
  }
}
