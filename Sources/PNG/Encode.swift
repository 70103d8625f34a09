import Deflate

/// Writes a PNG file: palette when there are at most 256 colours, else RGB when all is opaque, else RGBA; 8 bits a channel. The same
/// picture gives the same bytes, for photographs with the same libdeflate.
package func encodePNG(_ image: PixelImage) -> [UInt8] {
  unsafe image.pixels.withUnsafeBytes { bytes in
    unsafe encodePNG(
      PackedPixels(bytes), width: image.width, dotsPerInch: image.dotsPerInch, texts: image.texts)
  }
}

/// The same of pixels that lie in `rgba`: `4 · width · height` bytes, as those of a `PixelImage`.
///
/// - Parameter isOpaque: whether all pixels are known to be.
package func encodePNG(
  rgba: UnsafeRawBufferPointer, width: Int, isOpaque: Bool, dotsPerInch: Double?, texts: [PNGText]
) -> [UInt8] {
  unsafe encodePNG(PackedPixels(rgba), width: width, isOpaque: isOpaque, dotsPerInch: dotsPerInch, texts: texts)
}

private func encodePNG(
  _ pixels: PackedPixels, width: Int, isOpaque: Bool = false, dotsPerInch: Double?, texts: [PNGText]
) -> [UInt8] {
  let palette = Palette(of: pixels)
  let layout = RowLayout(of: pixels, width: width, palette: palette, isOpaque: isOpaque)
  var file = ChunkWriter()
  let colorType: UInt8 = palette != nil ? 3 : layout.channels == 3 ? 2 : 6
  file.chunk("IHDR", bigEndian(width) + bigEndian(pixels.count / width) + [layout.bitDepth, colorType, 0, 0, 0])
  file.chunk("sRGB", [0])
  if let palette {
    file.chunk("PLTE", palette.colors.flatMap { [$0.red, $0.green, $0.blue] })
    let alphas = palette.colors.map(\.alpha)
    if let last = alphas.lastIndex(where: { $0 != 255 }) { file.chunk("tRNS", Array(alphas[...last])) }
  }
  if let dpi = dotsPerInch, dpi > 0, dpi < 1e6 {
    let perMetre = bigEndian(Int((dpi / 0.0254).rounded()))
    file.chunk("pHYs", perMetre + perMetre + [1])
  }
  for text in texts {
    let keyword = latinKeyword(text.keyword)
    // Uncompressed, no language tag, no translated keyword: three zero bytes and two empty strings.
    if !keyword.isEmpty { file.chunk("iTXt", keyword + [0, 0, 0, 0, 0] + Array(text.text.utf8)) }
  }
  file.chunk("IDAT", layout.drawnRows() ?? deflated(layout.unfilteredRows(), level: 6))
  file.chunk("IEND", [])
  return file.bytes
}

/// Printable Latin-1 without leading, trailing and double spaces, 79 characters at most.
private func latinKeyword(_ keyword: String) -> [UInt8] {
  var out: [UInt8] = []
  for scalar in keyword.unicodeScalars where out.count < 79 {
    switch scalar.value {
    case 0x20: if let last = out.last, last != 0x20 { out.append(0x20) }
    case 0x21...0x7E, 0xA1...0xFF: out.append(UInt8(scalar.value))
    default: continue
    }
  }
  if out.last == 0x20 { out.removeLast() }
  return out
}
