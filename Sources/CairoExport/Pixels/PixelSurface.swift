import CCairo
import Diagnostics
import Geometry
import Glibc
import PNG

/// Sole owner of an image surface and of its memory, 32 bits a pixel, for a canvas whose order is that of PNG.
@safe struct PixelSurface: ~Copyable {
  let raw: OpaquePointer
  private let memory: UnsafeMutableRawPointer
  let width: Int
  let height: Int
  /// Whether all pixels are painted, and opaque.
  let isOpaque: Bool

  /// - Throws: `image.too-large` over 32,767 pixels a side or when memory is short.
  init(width: Int, height: Int, background: Color?) throws(Diagnostic) {
    guard width > 0, height > 0, width <= 32_767, height <= 32_767 else {
      throw .error(
        "image.too-large", "a picture of \(width) × \(height) pixels cannot be drawn",
        hint: "a side has 1 to 32767 pixels; choose a smaller scale")
    }
    let isOpaque = background?.alpha == 255
    func tooLarge() -> Diagnostic { .error("image.too-large", "there is no memory for a picture of \(width) × \(height) pixels") }
    guard let memory = unsafe pixelMemory(byteCount: 4 * width * height) else { throw tooLarge() }
    // Opaque pixels are all painted.
    if !isOpaque { unsafe memset(memory, 0, 4 * width * height) }
    let surface = unsafe cairo_image_surface_create_for_data(
      memory.assumingMemoryBound(to: UInt8.self), CAIRO_FORMAT_ARGB32, Int32(width), Int32(height), Int32(4 * width))
    guard let surface = unsafe surface, unsafe cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS else {
      unsafe cairo_surface_destroy(surface)
      unsafe free(memory)
      throw tooLarge()
    }
    unsafe raw = surface
    unsafe self.memory = memory
    self.width = width
    self.height = height
    self.isOpaque = isOpaque
  }

  deinit {
    unsafe cairo_surface_destroy(raw)
    unsafe free(memory)
  }

  /// Lends the pixels as red, green, blue, alpha in turn, alpha not multiplied in. Where they are not opaque they change where they
  /// lie: nothing can be drawn afterwards.
  consuming func withPixels<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result {
    unsafe cairo_surface_flush(raw)
    let bytes = unsafe UnsafeMutableRawBufferPointer(start: memory, count: 4 * width * height)
    let pixels = unsafe bytes.bindMemory(to: UInt32.self)
    if !isOpaque {
      for at in pixels.indices { unsafe pixels[at] = unmultiplied(pixels[at]).littleEndian }
    } else if UInt32(1).littleEndian != 1 {
      for at in pixels.indices { unsafe pixels[at] = pixels[at].littleEndian }
    }
    return unsafe body(UnsafeRawBufferPointer(bytes))
  }
}

/// Memory whose contents are not set; nil when there is none.
///
/// A large picture asks for huge pages (madvise(2)): page by page, the system's bookkeeping costs more than the painting.
private func pixelMemory(byteCount: Int) -> UnsafeMutableRawPointer? {
  let hugePage = 1 << 21
  guard byteCount >= hugePage else { return unsafe malloc(byteCount) }
  var memory: UnsafeMutableRawPointer?
  guard unsafe posix_memalign(&memory, hugePage, byteCount) == 0, let memory = unsafe memory else { return nil }
  // A wish: where it is not granted, pages are as small as ever.
  unsafe madvise(memory, byteCount, MADV_HUGEPAGE)
  return unsafe memory
}

/// 0xAABBGGRR with alpha multiplied in → without.
private func unmultiplied(_ p: UInt32) -> UInt32 {
  let alpha = p >> 24
  guard alpha > 0 else { return 0 }
  func channel(_ shift: UInt32) -> UInt32 { min(255, ((p >> shift & 255) * 255 + alpha / 2) / alpha) }
  return alpha << 24 | channel(16) << 16 | channel(8) << 8 | channel(0)
}
