import Diagnostics
import PNG
import Scene

/// Reads a picture of a report: PNG.
///
/// - Throws: `picture.format` for other formats, and what is wrong in the file.
func loadPicture(_ path: String) throws(Diagnostic) -> ImageResource {
  let bytes = try readFile(path)
  var limits = PNGLimits()
  limits.side = 16_384
  limits.pixels = 40_000_000
  guard bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]) else {
    throw .error("picture.format", "“\(fileName(path))” is no PNG", hint: "save the picture as PNG")
  }
  let image = try decodePNG(bytes, document: path, limits: limits)
  return ImageResource(width: image.width, height: image.height, pixels: image.pixels)
}
