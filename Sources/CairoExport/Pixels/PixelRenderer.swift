import CCairo
package import Diagnostics
package import Geometry
package import PNG
package import Scene

/// A page as a PNG file.
///
/// - Parameter scale: pixels per point.
/// - Parameter background: nil leaves transparent what nothing is drawn on.
/// - Throws: `image.too-large`, `font.…`, `image.…`.
package func drawPNG(
  _ page: Page, fonts: [FontResource], images: [ImageResource] = [], scale: Double, background: Color? = .white,
  texts: [PNGText] = []
) throws(Diagnostic) -> [UInt8] {
  var renderer = PixelRenderer(fonts: fonts, images: images)
  return try renderer.png(of: page, scale: scale, background: background, texts: texts)
}

/// Draws pages as pixels; fonts, outlines and images are kept from page to page.
package struct PixelRenderer: ~Copyable {
  private var outlines: GlyphOutlines
  private var images: ImageSurfaces

  package init(fonts: [FontResource], images: [ImageResource]) {
    outlines = GlyphOutlines(fonts)
    self.images = ImageSurfaces(images, order: .png)
  }

  /// The resolution noted is that of the printed page, or of 96 px an inch for a page designed in pixels.
  package mutating func draw(_ page: Page, scale: Double, background: Color? = .white) throws(Diagnostic) -> PixelImage {
    let surface = try drawn(page, scale: scale, background: background)
    let (width, height) = (surface.width, surface.height)
    let pixels = unsafe surface.withPixels { unsafe [UInt8]($0) }
    return PixelImage(width: width, height: height, pixels: pixels, dotsPerInch: resolution(of: page, scale))
  }

  /// The same as a file, without a copy of the pixels.
  package mutating func png(
    of page: Page, scale: Double, background: Color? = .white, texts: [PNGText] = []
  ) throws(Diagnostic) -> [UInt8] {
    let surface = try drawn(page, scale: scale, background: background)
    let (width, isOpaque) = (surface.width, surface.isOpaque)
    return unsafe surface.withPixels {
      unsafe encodePNG(rgba: $0, width: width, isOpaque: isOpaque, dotsPerInch: resolution(of: page, scale), texts: texts)
    }
  }

  private func resolution(of page: Page, _ scale: Double) -> Double { scale * (page.isPixelDesign ? 96 : 72) }

  private mutating func drawn(_ page: Page, scale: Double, background: Color?) throws(Diagnostic) -> PixelSurface {
    guard scale.isFinite, scale > 0 else { throw .error("image.scale", "a scale of \(scale) cannot be drawn") }
    let width = try pixelCount(page.frame.size.width, scale)
    let height = try pixelCount(page.frame.size.height, scale)
    let surface = try PixelSurface(width: width, height: height, background: background)
    var canvas = unsafe Canvas(on: surface.raw, order: .png)
    if let background, background.alpha > 0 {
      canvas.setColor(background)
      unsafe cairo_paint(canvas.raw)
    }
    canvas.transform(.scaling(scale, scale))
    try draw(page.frame, at: .zero, on: &canvas)
    try canvas.check("draw page \(page.number)")
    return surface
  }

  private mutating func draw(_ frame: Frame, at origin: Point, on canvas: inout Canvas) throws(Diagnostic) {
    for placed in frame.items {
      let at = origin + placed.origin
      switch placed.item {
      case .text(let run):
        if run.isVisible { try fill(run, at: at, on: &canvas) }
      case .shape(let shape): canvas.draw(shape, x: at.x.points, y: at.y.points)
      case .image(let id, let size): try images.draw(id, size: size, x: at.x.points, y: at.y.points, on: &canvas)
      case .group(let group):
        if group.transform == .identity && group.clip == nil {
          try draw(group.frame, at: at, on: &canvas)
        } else if group.transform.isInvertible {
          canvas.save()
          canvas.transform(group.transform.then(.translation(at)))
          if let clip = group.clip { canvas.clip(clip) }
          try draw(group.frame, at: .zero, on: &canvas)
          canvas.restore()
        }
      case .link, .anchor: continue
      }
    }
  }

  private mutating func fill(_ run: TextRun, at origin: Point, on canvas: inout Canvas) throws(Diagnostic) {
    let size = run.size.points
    var pen = origin.x.points
    for glyph in run.glyphs {
      let outline = try outlines.outline(of: glyph.id, in: run.font)
      canvas.trace(outline, x: pen + Double(glyph.dx) * size, y: origin.y.points + Double(glyph.dy) * size, size: size)
      pen += Double(glyph.advance) * size
    }
    canvas.setColor(run.fill)
    unsafe cairo_fill(canvas.raw)
  }
}

/// Whole pixels; half a pixel more or less is rounding noise of the page's size.
private func pixelCount(_ length: Length, _ scale: Double) throws(Diagnostic) -> Int {
  let pixels = (length.points * scale).rounded()
  guard pixels >= 1, pixels <= 32_767 else {
    throw .error(
      "image.too-large", "a side of \(pixels) pixels cannot be drawn",
      hint: "a side has 1 to 32767 pixels; choose another scale")
  }
  return Int(pixels)
}

extension Canvas {
  fileprivate func trace(_ outline: [GlyphOutlines.Segment], x: Double, y: Double, size: Double) {
    for segment in outline {
      let endX = x + Double(segment.x) * size
      let endY = y + Double(segment.y) * size
      switch segment.kind {
      case .move: unsafe cairo_move_to(raw, endX, endY)
      case .line: unsafe cairo_line_to(raw, endX, endY)
      case .cubic:
        unsafe cairo_curve_to(
          raw, x + Double(segment.x1) * size, y + Double(segment.y1) * size, x + Double(segment.x2) * size,
          y + Double(segment.y2) * size, endX, endY)
      case .close: unsafe cairo_close_path(raw)
      }
    }
  }
}
