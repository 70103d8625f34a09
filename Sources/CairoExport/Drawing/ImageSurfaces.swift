import CCairo
import Diagnostics
import Geometry
import Scene

/// The pictures of one export as cairo surfaces, made when first drawn; cairo writes a surface into a PDF once.
@safe struct ImageSurfaces: ~Copyable {
  private let resources: [ImageResource]
  private let order: ChannelOrder
  private var surfaces: [OpaquePointer?]

  init(_ resources: [ImageResource], order: ChannelOrder = .cairo) {
    self.resources = resources
    self.order = order
    unsafe surfaces = Array(repeating: nil, count: resources.count)
  }
  deinit {
    for index in unsafe surfaces.indices { unsafe cairo_surface_destroy(surfaces[index]) }
  }

  /// Draws the picture into the box (x, y, size).
  ///
  /// - Throws: `image.unknown`, `image.size` when the pixels are not as many as width and height say.
  mutating func draw(_ id: ImageID, size: Size, x: Double, y: Double, on canvas: inout Canvas) throws(Diagnostic) {
    guard resources.indices.contains(id.index) else {
      throw .error("image.unknown", "the document has no image number \(id.index)")
    }
    let resource = resources[id.index]
    guard size.width > .zero, size.height > .zero else { return }
    let surface: OpaquePointer
    if let known = unsafe surfaces[id.index] {
      unsafe surface = known
    } else {
      unsafe surface = try makeSurface(resource, number: id.index)
      unsafe surfaces[id.index] = surface
    }
    canvas.save()
    canvas.transform(
      Transform(
        a: size.width.points / Double(resource.width), b: 0, c: 0, d: size.height.points / Double(resource.height),
        tx: x, ty: y))
    unsafe cairo_set_source_surface(canvas.raw, surface, 0, 0)
    // Without this the edge pixels fade into the transparent outside.
    unsafe cairo_pattern_set_extend(cairo_get_source(canvas.raw), CAIRO_EXTEND_PAD)
    unsafe cairo_rectangle(canvas.raw, 0, 0, Double(resource.width), Double(resource.height))
    unsafe cairo_fill(canvas.raw)
    canvas.restore()
  }

  private func makeSurface(_ image: ImageResource, number: Int) throws(Diagnostic) -> OpaquePointer {
    guard image.width > 0, image.height > 0, image.width <= 32_767, image.height <= 32_767,
      image.pixels.count == 4 * image.width * image.height
    else { throw .error("image.size", "image number \(number) has no usable size") }
    let surface = unsafe cairo_image_surface_create(CAIRO_FORMAT_ARGB32, Int32(image.width), Int32(image.height))
    guard let surface = unsafe surface else { throw .error("image.size", "image number \(number) is too large") }
    do throws(Diagnostic) {
      try unsafe checkCairo(cairo_surface_status(surface), "hold image number \(number)")
    } catch {
      unsafe cairo_surface_destroy(surface)
      throw error
    }
    unsafe cairo_surface_flush(surface)
    let stride = unsafe Int(cairo_image_surface_get_stride(surface))
    if let data = unsafe cairo_image_surface_get_data(surface) {
      for y in 0..<image.height {
        let row = unsafe UnsafeMutableRawPointer(data + y * stride)
        for x in 0..<image.width {
          let at = 4 * (y * image.width + x)
          let alpha = UInt32(image.pixels[at + 3])
          let (first, last) = order == .cairo ? (0, 2) : (2, 0)
          func premultiplied(_ channel: UInt8) -> UInt32 { (UInt32(channel) * alpha + 127) / 255 }
          let pixel =
            alpha << 24 | premultiplied(image.pixels[at + first]) << 16 | premultiplied(image.pixels[at + 1]) << 8
            | premultiplied(image.pixels[at + last])
          unsafe row.storeBytes(of: pixel, toByteOffset: 4 * x, as: UInt32.self)
        }
      }
    }
    unsafe cairo_surface_mark_dirty(surface)
    return unsafe surface
  }
}
