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
  private var reader: OutlineReader
  private var images: ImageSurfaces

  package init(fonts: [FontResource], images: [ImageResource]) {
    reader = OutlineReader(fonts)
    self.images = ImageSurfaces(images, order: .png)
  }

  /// The resolution noted is that of the printed page, or of 96 px an inch for a page designed in pixels.
  package mutating func draw(_ page: Page, scale: Double, background: Color? = .white) throws(Diagnostic) -> PixelImage {
    let painter = try painter(of: page, scale: scale, background: background)
    let pixels = unsafe try painter.surface(of: 0..<painter.height, &images).withPixels { unsafe [UInt8]($0) }
    return PixelImage(width: painter.width, height: painter.height, pixels: pixels, dotsPerInch: resolution(of: page, scale))
  }

  /// The same as a file.
  ///
  /// A page without pictures is drawn band by band, on all cores; cairo's pictures are of one thread.
  package mutating func png(
    of page: Page, scale: Double, background: Color? = .white, texts: [PNGText] = []
  ) throws(Diagnostic) -> [UInt8] {
    let painter = try painter(of: page, scale: scale, background: background)
    let dotsPerInch = resolution(of: page, scale)
    guard page.frame.showsImages else { return try encodePNG(PageRows(painter: painter), dotsPerInch: dotsPerInch, texts: texts) }
    let drawn = unsafe try painter.surface(of: 0..<painter.height, &images).withPixels { bytes in
      let pixels = unsafe HeldPixels(bytes, width: painter.width, isOpaque: painter.isOpaque)
      return Result { () throws(Diagnostic) in try encodePNG(pixels, dotsPerInch: dotsPerInch, texts: texts) }
    }
    return try drawn.get()
  }

  private func resolution(of page: Page, _ scale: Double) -> Double { scale * (page.isPixelDesign ? 96 : 72) }

  private mutating func painter(of page: Page, scale: Double, background: Color?) throws(Diagnostic) -> PagePainter {
    guard scale.isFinite, scale > 0 else { throw .error("image.scale", "a scale of \(scale) cannot be drawn") }
    let width = try pixelCount(page.frame.size.width, scale)
    let height = try pixelCount(page.frame.size.height, scale)
    guard width * height <= mostPixels else {
      throw .error(
        "image.too-large", "\(width) × \(height) pixels are more than a picture has",
        hint: "it has \(mostPixels / 1_000_000) million at most; choose another scale")
    }
    try reader.read(page.frame)
    return PagePainter(
      page: page, scale: scale, background: background, outlines: reader.outlines, width: width, height: height)
  }
}

/// What holds pictures is drawn whole, four bytes a pixel. A sheet of A0 has 139 million at 300 dpi.
private let mostPixels = 200_000_000

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

extension Frame {
  fileprivate var showsImages: Bool {
    items.contains { placed in
      switch placed.item {
      case .image: true
      case .group(let group): group.frame.showsImages
      case .text, .shape, .link, .anchor: false
      }
    }
  }
}

/// A page whose rows are drawn when they are asked for, by any thread.
private struct PageRows: PixelRows {
  let painter: PagePainter

  var width: Int { painter.width }
  var height: Int { painter.height }
  var isOpaque: Bool { painter.isOpaque }
  /// Of a mebibyte, about.
  var bandHeight: Int { max(16, 1 << 20 / (4 * width)) }

  func withRows<Result>(_ rows: Range<Int>, _ body: (UnsafeRawBufferPointer) -> Result) throws(Diagnostic) -> Result {
    var none = ImageSurfaces([], order: .png)
    return unsafe try painter.surface(of: rows, &none).withPixels(body)
  }
}
