import Diagnostics
import Geometry
import JPEG
import PNG
import Report
import SVGPictures
import Scene

/// Reads a picture: PNG, JPEG or SVG, whatever its name.
///
/// - Returns: with `picture.svg-text` where it has texts that the machine's fonts draw.
/// - Throws: `picture.format` for other formats, and what is wrong in the file.
func loadPicture(_ bytes: [UInt8], named path: String) throws(Diagnostic) -> Warned<LoadedPicture> {
  var limits = PNGLimits()
  limits.side = 16_384
  limits.pixels = 40_000_000
  if bytes.starts(with: [0xFF, 0xD8]) {
    let image = try decodeJPEG(bytes, document: path, side: limits.side, pixels: limits.pixels)
    return Warned(LoadedPicture(ImageResource(width: image.width, height: image.height, pixels: image.pixels)))
  }
  if isPNG(bytes) {
    let image = try decodePNG(bytes, document: path, limits: limits)
    return Warned(LoadedPicture(ImageResource(width: image.width, height: image.height, pixels: image.pixels)))
  }
  guard isSVG(bytes) else {
    throw .error("picture.format", "“\(fileName(path))” is none of PNG, JPEG and SVG", hint: "save the picture as PNG")
  }
  // A CSS pixel is three quarters of a point; six pixels to a point are what printers ask for.
  let drawn = try drawSVG(bytes, document: path, density: 4.5, side: 2400)
  let picture = LoadedPicture(
    ImageResource(width: drawn.width, height: drawn.height, pixels: drawn.pixels),
    size: Size(width: .pt(drawn.ownWidth * 0.75), height: .pt(drawn.ownHeight * 0.75)))
  guard drawn.hasText else { return Warned(picture) }
  return Warned(
    picture,
    [
      .warning(
        "picture.svg-text", "the texts of “\(fileName(path))” are drawn with the fonts of this machine", hint: "turn them into paths")
    ])
}
