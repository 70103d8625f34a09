import AllCores
import Diagnostics
import Synchronization

/// Which colours a picture has, as far as its file depends on them.
struct ColorSurvey {
  /// Nil where there are more than 256.
  var palette: Palette?
  /// Whether all pixels are; asked where there is no palette.
  var isOpaque: Bool

  /// Parts of the picture are looked at on all cores; what they find is put together from the top, so it does not depend on their number.
  init(of picture: some PixelRows) throws(Diagnostic) {
    let parts = max(1, 4 * picture.width * picture.height / Self.partSize)
    let hasManyColors = Atomic(false)
    let found = onAllCores(parts) { part -> Result<Part, Diagnostic> in
      do throws(Diagnostic) {
        let rows = picture.height * part / parts..<picture.height * (part + 1) / parts
        var colors = ColorSet()
        var isOpaque = true
        for band in picture.bands(of: rows) {
          // One colour too many anywhere is enough, unless it is still to be seen whether all are opaque.
          if hasManyColors.load(ordering: .relaxed), picture.isOpaque { break }
          try unsafe picture.withRows(band) { bytes in
            let pixels = unsafe PackedPixels(bytes)
            if !colors.add(pixels) { hasManyColors.store(true, ordering: .relaxed) }
            if !picture.isOpaque, isOpaque { isOpaque = pixels.isOpaque }
          }
        }
        return .success(Part(colors: colors, isOpaque: isOpaque))
      } catch {
        return .failure(error)
      }
    }
    var colors = ColorSet()
    isOpaque = true
    for part in found {
      let part = try part.get()
      if !part.isOpaque { isOpaque = false }
      colors.add(part.colors)
    }
    palette = colors.hasTooMany ? nil : Palette(colors)
  }

  private struct Part: Sendable {
    var colors: ColorSet
    var isOpaque: Bool
  }

  /// Bytes of a part, about: a chart of 1600 × 1000 pixels has three.
  private static let partSize = 1 << 21
}
