import AllCores
import Deflate

/// How a picture's pixels become rows of bytes (PNG 3rd edition, clauses 7 and 9).
struct RowLayout {
  private let pixels: PackedPixels
  private let width: Int
  private let palette: Palette?
  /// 1 for indices of a palette, 3 without alpha, 4 with it.
  let channels: Int
  let bitDepth: UInt8

  /// - Parameter isOpaque: whether all pixels are known to be.
  init(of pixels: PackedPixels, width: Int, palette: Palette?, isOpaque: Bool = false) {
    self.pixels = pixels
    self.width = width
    self.palette = palette
    channels = palette != nil ? 1 : isOpaque || pixels.isOpaque ? 3 : 4
    bitDepth =
      switch palette?.colors.count ?? 256 {
      case ...2: 1
      case ...4: 2
      case ...16: 4
      default: 8
      }
  }

  private var height: Int { pixels.count / width }

  /// Bytes of a row with its filter's number in front.
  private var length: Int { 1 + (width * channels * Int(bitDepth) + 7) / 8 }

  /// The rows as a zlib stream; nil for a photograph. Bands of rows are searched on all cores: what a row repeats is seldom farther
  /// away than the few rows of a window.
  func drawnRows() -> [UInt8]? {
    let bands = max(1, (height * length + Self.bandSize / 2) / Self.bandSize)
    let pieces = onAllCores(bands) { band in
      piece(rows: height * band / bands..<height * (band + 1) / bands)
    }
    let drawn = pieces.compactMap { $0 }
    return drawn.count == bands ? DeflateStream.joined(drawn) : nil
  }

  /// Bytes of a band, about: a chart of 1600 × 1000 pixels has two.
  private static let bandSize = 5 << 19

  private func piece(rows: Range<Int>) -> DeflateStream.Piece? {
    var drawn = DrawnRows(rowLength: length, unit: channels)
    for y in rows {
      if y > 0, length >= DeflateStream.matchLengths.lowerBound, pixels.repeatsRow(y, width: width) {
        drawn.appendRepeatedRow()
      } else {
        unsafe drawn.appendRow { unsafe write(row: y, to: $0) }
      }
      // Pixels that are all their own are searched for longer matches; what a few rows tell may be chance.
      if (y - rows.lowerBound) % 64 == 63 || y == rows.upperBound - 1, drawn.literalCount > max(1 << 16, drawn.byteCount / 4) {
        return nil
      }
    }
    return drawn.finished(isLast: rows.upperBound == height)
  }

  /// All rows unfiltered.
  func unfilteredRows() -> [UInt8] {
    // Some bytes more, because a pixel of three bytes is written as four.
    unsafe [UInt8](unsafeUninitializedCapacity: height * length + 4) { out, count in
      guard let start = UnsafeMutableRawPointer(out.baseAddress) else { return }
      for y in 0..<height {
        let row = unsafe start + y * length
        unsafe row.storeBytes(of: 0, as: UInt8.self)
        unsafe write(row: y, to: row + 1)
      }
      count = height * length
    }
  }

  /// - Parameter start: room for the row's bytes and four more.
  private func write(row y: Int, to start: UnsafeMutableRawPointer) {
    var to = unsafe start
    let row = (y * width)..<((y + 1) * width)
    guard let palette else {
      for x in row {
        unsafe to.storeBytes(of: pixels[x].littleEndian, as: UInt32.self)
        unsafe to += channels
      }
      return
    }
    let bits = Int(bitDepth)
    var color = pixels[row.lowerBound]
    var index = palette.index(of: color)
    var byte: UInt8 = 0
    var filled = 0
    for x in row {
      if pixels[x] != color {
        color = pixels[x]
        index = palette.index(of: color)
      }
      byte = bits == 8 ? index : byte << UInt8(bits) | index
      filled += bits
      if filled == 8 {
        unsafe to.storeBytes(of: byte, as: UInt8.self)
        unsafe to += 1
        byte = 0
        filled = 0
      }
    }
    if filled > 0 { unsafe to.storeBytes(of: byte << UInt8(8 - filled), as: UInt8.self) }
  }
}
