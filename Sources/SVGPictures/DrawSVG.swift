import CCairo
import CLateLibraries
package import Diagnostics

/// A picture in SVG as pixels, rows from the top, RGBA with straight alpha.
package struct SVGPicture: Hashable, Sendable {
  package var width: Int
  package var height: Int
  package var pixels: [UInt8]
  /// What it says of its size, in CSS pixels, of which 96 are an inch.
  package var ownWidth: Double
  package var ownHeight: Double
  /// Texts are drawn with the fonts of the machine, which may be others elsewhere.
  package var hasText: Bool
}

/// Whether a file is a picture in SVG, by how it begins.
package func isSVG(_ bytes: [UInt8]) -> Bool {
  let head = String(decoding: bytes.prefix(1024), as: UTF8.self).drop { $0.isWhitespace || $0 == "\u{FEFF}" }
  guard head.hasPrefix("<") else { return false }
  return head.contains("<svg") || head.contains("<!DOCTYPE svg") || head.contains(":svg")
}

/// Draws a picture in SVG.
///
/// It reads no other files: what its file does not hold is not drawn.
///
/// - Parameters:
///   - document: what messages call the file.
///   - density: pixels drawn for one of its own.
///   - side: the greatest width or height; a larger picture is drawn with fewer pixels.
/// - Throws: `svg.library`, `svg.damaged`, `svg.size` (none given, or none that can be drawn).
package func drawSVG(_ bytes: [UInt8], document: String, density: Double, side: Int) throws(Diagnostic) -> SVGPicture {
  let span = SourceSpan(document: document)
  guard late_library_rsvg() else {
    throw .error(
      "svg.library", "pictures in SVG need librsvg, which is not installed", at: span, hint: "install librsvg2-2, or save it as PNG")
  }
  let drawing = try SVGDrawing(bytes, span)
  let (ownWidth, ownHeight) = try drawing.size()
  let scale = min(density, Double(side) / max(ownWidth, ownHeight))
  let (width, height) = (max(1, Int((ownWidth * scale).rounded())), max(1, Int((ownHeight * scale).rounded())))
  return SVGPicture(
    width: width, height: height, pixels: try drawing.pixels(width: width, height: height), ownWidth: ownWidth, ownHeight: ownHeight,
    hasText: String(decoding: bytes, as: UTF8.self).contains("<text"))
}

/// Sole owner of one picture as librsvg has it.
@safe private struct SVGDrawing: ~Copyable {
  private let handle: UnsafeMutableRawPointer
  private let span: SourceSpan

  init(_ bytes: [UInt8], _ span: SourceSpan) throws(Diagnostic) {
    self.span = span
    var problem = [CChar](repeating: 0, count: SVGDrawing.room)
    let opened = unsafe bytes.withUnsafeBufferPointer { input in
      unsafe late_svg_open(input.baseAddress, input.count, &problem, problem.count)
    }
    guard let opened = unsafe opened else { throw damaged(problem, span) }
    unsafe handle = opened
  }
  deinit { unsafe late_svg_close(handle) }

  private static let room = 512

  func size() throws(Diagnostic) -> (width: Double, height: Double) {
    var (width, height) = (0.0, 0.0)
    guard unsafe late_svg_size(handle, &width, &height) else {
      throw .error("svg.size", "the picture names no size", at: span, hint: "give it a viewBox, or width and height")
    }
    guard (0.01...1e6).contains(width), (0.01...1e6).contains(height) else {
      throw .error("svg.size", "the picture has a size of \(width) × \(height), which cannot be drawn", at: span)
    }
    return (width, height)
  }

  func pixels(width: Int, height: Int) throws(Diagnostic) -> [UInt8] {
    let stride = width * 4
    var argb = [UInt8](repeating: 0, count: stride * height)
    var problem = [CChar](repeating: 0, count: SVGDrawing.room)
    let isDrawn = unsafe argb.withUnsafeMutableBufferPointer { buffer -> Bool in
      guard
        let surface = unsafe cairo_image_surface_create_for_data(
          buffer.baseAddress, CAIRO_FORMAT_ARGB32, Int32(width), Int32(height), Int32(stride)),
        let context = unsafe cairo_create(surface)
      else { return false }
      defer {
        unsafe cairo_destroy(context)
        unsafe cairo_surface_finish(surface)
        unsafe cairo_surface_destroy(surface)
      }
      let drawn = unsafe late_svg_draw(handle, UnsafeMutableRawPointer(context), Double(width), Double(height), &problem, problem.count)
      unsafe cairo_surface_flush(surface)
      return unsafe drawn && cairo_status(context) == CAIRO_STATUS_SUCCESS
    }
    guard isDrawn else { throw damaged(problem, span) }
    straighten(&argb)
    return argb
  }
}

private func damaged(_ problem: [CChar], _ span: SourceSpan) -> Diagnostic {
  let reason = String(decoding: problem.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  return .error("svg.damaged", "the picture cannot be drawn: \(reason.isEmpty ? "it cannot be read" : reason)", at: span)
}

/// From cairo's premultiplied blue, green, red, alpha to red, green, blue and straight alpha.
private func straighten(_ pixels: inout [UInt8]) {
  for at in stride(from: 0, to: pixels.count, by: 4) {
    let alpha = Int(pixels[at + 3])
    func straight(_ value: UInt8) -> UInt8 { alpha == 0 ? 0 : UInt8(min(255, (Int(value) * 255 + alpha / 2) / alpha)) }
    (pixels[at], pixels[at + 1], pixels[at + 2]) = (straight(pixels[at + 2]), straight(pixels[at + 1]), straight(pixels[at]))
  }
}
