import Deflate
package import Diagnostics

/// Writes a PNG file: palette when there are at most 256 colours, else RGB when all is opaque, else RGBA; 8 bits a channel. The same
/// picture gives the same bytes, for photographs with the same libdeflate.
package func encodePNG(_ image: PixelImage) -> [UInt8] {
  unsafe image.pixels.withUnsafeBytes { bytes in
    let pixels = unsafe HeldPixels(bytes, width: image.width, isOpaque: false)
    do throws(Diagnostic) {
      return try encodePNG(pixels, dotsPerInch: image.dotsPerInch, texts: image.texts)
    } catch {
      preconditionFailure("pixels that are held need not be drawn")
    }
  }
}

/// The same of pixels that are lent.
///
/// - Throws: what lending them throws.
package func encodePNG(_ picture: some PixelRows, dotsPerInch: Double?, texts: [PNGText]) throws(Diagnostic) -> [UInt8] {
  let colors = try ColorSurvey(of: picture)
  let layout = RowLayout(of: picture, palette: colors.palette, isOpaque: colors.isOpaque)
  var file = ChunkWriter()
  let colorType: UInt8 = colors.palette != nil ? 3 : layout.channels == 3 ? 2 : 6
  file.chunk("IHDR", bigEndian(picture.width) + bigEndian(picture.height) + [layout.bitDepth, colorType, 0, 0, 0])
  file.chunk("sRGB", [0])
  if let palette = colors.palette {
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
  if let drawn = try layout.drawnRows() {
    file.chunk("IDAT", drawn)
  } else {
    file.chunk("IDAT", deflated(try layout.unfilteredRows(), level: 6))
  }
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
