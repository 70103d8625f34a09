import CSPNG
package import Diagnostics

/// What is read of a PNG file at most; a small file may claim a huge picture.
package struct PNGLimits: Sendable {
  /// Of width and height.
  package var side = 100_000
  package var pixels = 100_000_000

  package init() {}
}

/// Whether a file begins as PNG files do, damaged in transit or not.
package func isPNG(_ bytes: [UInt8]) -> Bool { bytes.starts(with: ChunkWriter.signature.prefix(4)) }

/// Reads a PNG file of any kind as 8 bits a channel, with resolution and texts.
///
/// - Parameter document: what messages call the file.
/// - Throws: `png.signature` (another format), `png.damaged`, `png.too-large`.
package func decodePNG(_ bytes: [UInt8], document: String, limits: PNGLimits = PNGLimits()) throws(Diagnostic)
  -> PixelImage
{
  let span = SourceSpan(document: document)
  guard bytes.starts(with: ChunkWriter.signature) else {
    throw .error("png.signature", "this is not a PNG file", at: span)
  }
  guard reachesEnd(bytes) else { throw .error("png.damaged", "the PNG file is cut short", at: span) }
  let outcome = unsafe bytes.withUnsafeBytes { input -> Result<PixelImage, Diagnostic> in
    do throws(Diagnostic) {
      return .success(try unsafe PNGReader(input, span: span, limits: limits).read())
    } catch {
      return .failure(error)
    }
  }
  return try outcome.get()
}

/// Whether all chunks up to IEND are there with their checksums; libspng does not miss the last one.
private func reachesEnd(_ bytes: [UInt8]) -> Bool {
  var at = 8
  while at + 12 <= bytes.count {
    let length = bytes[at..<(at + 4)].reduce(0) { $0 << 8 | Int($1) }
    let isLast = bytes[(at + 4)..<(at + 8)].elementsEqual("IEND".utf8)
    at += 12 + length
    if isLast { return at <= bytes.count }
  }
  return false
}

/// Sole owner of one decoder; the input must outlive it.
@safe private struct PNGReader: ~Copyable {
  private let context: OpaquePointer
  private let inputSize: Int
  private let span: SourceSpan
  private let limits: PNGLimits

  init(_ input: UnsafeRawBufferPointer, span: SourceSpan, limits: PNGLimits) throws(Diagnostic) {
    guard let context = unsafe spng_ctx_new(0) else { preconditionFailure("out of memory") }
    unsafe self.context = context
    inputSize = input.count
    self.span = span
    self.limits = limits
    let side = UInt32(clamping: min(limits.side, Int(Int32.max)))
    try check(unsafe spng_set_image_limits(context, side, side))
    try check(unsafe spng_set_chunk_limits(context, 16 << 20, 64 << 20))
    try check(unsafe spng_set_png_buffer(context, input.baseAddress, input.count))
  }
  deinit { unsafe spng_ctx_free(context) }

  func read() throws(Diagnostic) -> PixelImage {
    var header = spng_ihdr()
    try check(unsafe spng_get_ihdr(context, &header))
    let width = Int(header.width)
    let height = Int(header.height)
    guard width <= limits.side, height <= limits.side, width * height <= limits.pixels else {
      throw .error(
        "png.too-large", "the picture has \(width) × \(height) pixels", at: span,
        hint: "at most \(limits.pixels) pixels and \(limits.side) a side are read")
    }
    // Deflate packs at most 1,032 bytes into one, and a row has at least a bit a pixel.
    guard width / 8 * height <= inputSize * 1032 else {
      throw .error("png.damaged", "the file is too short for \(width) × \(height) pixels", at: span)
    }
    var size = 0
    try check(unsafe spng_decoded_image_size(context, Int32(SPNG_FMT_RGBA8.rawValue), &size))
    var status: Int32 = 0
    let pixels = unsafe [UInt8](unsafeUninitializedCapacity: size) { out, count in
      status = unsafe spng_decode_image(
        context, out.baseAddress, size, Int32(SPNG_FMT_RGBA8.rawValue), Int32(SPNG_DECODE_TRNS.rawValue))
      count = status == 0 ? size : 0
    }
    try check(status)
    // Chunks after the pixels are read too, so that a file cut short there is noticed.
    try check(unsafe spng_decode_chunks(context))
    return PixelImage(
      width: width, height: height, pixels: pixels, dotsPerInch: resolution(), texts: texts())
  }

  private func resolution() -> Double? {
    var phys = spng_phys()
    guard unsafe spng_get_phys(context, &phys) == 0, phys.unit_specifier == 1, phys.ppu_x == phys.ppu_y else {
      return nil
    }
    return Double(phys.ppu_x) * 0.0254
  }

  private func texts() -> [PNGText] {
    var count: UInt32 = 0
    guard unsafe spng_get_text(context, nil, &count) == 0, count > 0 else { return [] }
    var raw = unsafe [spng_text](repeating: spng_text(), count: Int(count))
    guard unsafe spng_get_text(context, &raw, &count) == 0 else { return [] }
    return unsafe raw.prefix(Int(count)).map { entry in
      let name = unsafe withUnsafeBytes(of: entry.keyword) { unsafe Array($0) }
      let keyword = latin(name.prefix { $0 != 0 })
      let data = unsafe Array(UnsafeRawBufferPointer(start: entry.text, count: entry.length))
      if unsafe entry.type == Int32(SPNG_ITXT.rawValue) {
        return PNGText(keyword, String(decoding: data, as: UTF8.self))
      }
      return PNGText(keyword, latin(data))
    }
  }

  private func latin(_ bytes: some Sequence<UInt8>) -> String {
    var text = ""
    for byte in bytes { text.unicodeScalars.append(Unicode.Scalar(byte)) }
    return text
  }

  private func check(_ status: Int32) throws(Diagnostic) {
    guard status != 0 else { return }
    if status == Int32(SPNG_EUSER_WIDTH.rawValue) || status == Int32(SPNG_EUSER_HEIGHT.rawValue) {
      throw .error("png.too-large", "the picture has more than \(limits.side) pixels a side", at: span)
    }
    throw .error("png.damaged", "the PNG file is damaged (\(unsafe String(cString: spng_strerror(status))))", at: span)
  }
}
