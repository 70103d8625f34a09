import AllCores
import Deflate
import Diagnostics

/// How a picture's pixels become rows of bytes (PNG 3rd edition, clauses 7 and 9).
struct RowLayout<Picture: PixelRows> {
  private let picture: Picture
  private let palette: Palette?
  /// 1 for indices of a palette, 3 without alpha, 4 with it.
  let channels: Int
  let bitDepth: UInt8

  init(of picture: Picture, palette: Palette?, isOpaque: Bool) {
    self.picture = picture
    self.palette = palette
    channels = palette != nil ? 1 : isOpaque ? 3 : 4
    bitDepth =
      switch palette?.colors.count ?? 256 {
      case ...2: 1
      case ...4: 2
      case ...16: 4
      default: 8
      }
  }

  /// Bytes of a row with its filter's number in front.
  private var length: Int { 1 + (picture.width * channels * Int(bitDepth) + 7) / 8 }

  /// The rows as a zlib stream; nil for a photograph. Parts of the picture are searched on all cores: what a row repeats is seldom farther
  /// away than the few rows of a window.
  func drawnRows() throws(Diagnostic) -> [UInt8]? {
    let height = picture.height
    let parts = max(1, (height * length + partSize / 2) / partSize)
    let results = onAllCores(parts) { part -> Result<DeflateStream.Piece?, Diagnostic> in
      do throws(Diagnostic) {
        return .success(try piece(rows: height * part / parts..<height * (part + 1) / parts))
      } catch {
        return .failure(error)
      }
    }
    var pieces: [DeflateStream.Piece] = []
    for result in results {
      guard let piece = try result.get() else { return nil }
      pieces.append(piece)
    }
    return DeflateStream.joined(pieces)
  }

  /// Bytes of a part, about: a chart of 1600 × 1000 pixels has two.
  private var partSize: Int { 5 << 19 }

  private func piece(rows: Range<Int>) throws(Diagnostic) -> DeflateStream.Piece? {
    var drawn = DrawnRows(rowLength: length, unit: channels)
    for band in picture.bands(of: rows) {
      // With the row above, since a row may be like it.
      let first = max(0, band.lowerBound - 1)
      let isDrawing = try unsafe picture.withRows(first..<band.upperBound) { bytes in
        let pixels = unsafe PackedPixels(bytes)
        for y in band {
          if y > 0, length >= DeflateStream.matchLengths.lowerBound, pixels.repeatsRow(y - first, width: picture.width) {
            drawn.appendRepeatedRow()
          } else {
            unsafe drawn.appendRow { unsafe write(row: y - first, of: pixels, to: $0) }
          }
          // Pixels that are all their own are searched for longer matches; what a few rows tell may be chance.
          if (y - rows.lowerBound) % 64 == 63 || y == rows.upperBound - 1, drawn.literalCount > max(1 << 16, drawn.byteCount / 4) {
            return false
          }
        }
        return true
      }
      if !isDrawing { return nil }
    }
    return drawn.finished(isLast: rows.upperBound == picture.height)
  }

  /// All rows unfiltered.
  func unfilteredRows() throws(Diagnostic) -> [UInt8] {
    let (length, height) = (length, picture.height)
    // Some bytes more, because a pixel of three bytes is written as four.
    var out = [UInt8](repeating: 0, count: height * length + 4)
    for band in picture.bands(of: 0..<height) {
      try unsafe picture.withRows(band) { bytes in
        let pixels = unsafe PackedPixels(bytes)
        unsafe out.withUnsafeMutableBytes { out in
          guard let start = out.baseAddress else { return }
          for y in band {
            let row = unsafe start + y * length
            unsafe row.storeBytes(of: 0, as: UInt8.self)
            unsafe write(row: y - band.lowerBound, of: pixels, to: row + 1)
          }
        }
      }
    }
    out.removeLast(4)
    return out
  }

  /// - Parameters:
  ///   - y: a row of `pixels`.
  ///   - start: room for the row's bytes and four more.
  private func write(row y: Int, of pixels: PackedPixels, to start: UnsafeMutableRawPointer) {
    var to = unsafe start
    let row = (y * picture.width)..<((y + 1) * picture.width)
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
