import Diagnostics
import JPEG
import PNG
import Scene

/// Reads a picture of a report: PNG or JPEG, whatever its name.
///
/// - Throws: `picture.format` for other formats, and what is wrong in the file.
func loadPicture(_ bytes: [UInt8], named path: String) throws(Diagnostic) -> ImageResource {
  var limits = PNGLimits()
  limits.side = 16_384
  limits.pixels = 40_000_000
  if bytes.starts(with: [0xFF, 0xD8]) {
    let image = try decodeJPEG(bytes, document: path, side: limits.side, pixels: limits.pixels)
    return ImageResource(width: image.width, height: image.height, pixels: image.pixels)
  }
  guard isPNG(bytes) else {
    throw .error("picture.format", "“\(fileName(path))” is neither PNG nor JPEG", hint: "save the picture as PNG")
  }
  let image = try decodePNG(bytes, document: path, limits: limits)
  return ImageResource(width: image.width, height: image.height, pixels: image.pixels)
}
