public import Diagnostics
import PNG

/// Pixels to compare: rows from the top, four bytes a pixel (red, green, blue, alpha; alpha not multiplied in).
public struct Picture: Hashable, Sendable {
  /// In pixels.
  public let width: Int
  /// In pixels.
  public let height: Int
  /// `4 · width · height` bytes.
  public private(set) var rgba: [UInt8]

  /// - Precondition: both sides are positive and `rgba` has four bytes for each pixel.
  public init(width: Int, height: Int, rgba: [UInt8]) {
    precondition(width > 0 && height > 0 && rgba.count == 4 * width * height, "four bytes for each pixel")
    self.width = width
    self.height = height
    self.rgba = rgba
  }

  /// Decodes a PNG file of any kind; what it says of resolution and texts is not compared. Messages call it by the name.
  ///
  /// - Throws: `png.signature`, `png.damaged`, `png.too-large`.
  public init(png: [UInt8], named name: String) throws(Diagnostic) {
    let image = try decodePNG(png, document: name)
    self.init(width: image.width, height: image.height, rgba: image.pixels)
  }

  /// The picture as a PNG file; the same bytes for the same pixels.
  public func png() -> [UInt8] {
    encodePNG(PixelImage(width: width, height: height, pixels: rgba))
  }

  /// Red, green, blue, alpha of a pixel, counted from the top left.
  public subscript(x: Int, y: Int) -> (UInt8, UInt8, UInt8, UInt8) {
    get {
      let at = 4 * (y * width + x)
      return (rgba[at], rgba[at + 1], rgba[at + 2], rgba[at + 3])
    }
    set {
      let at = 4 * (y * width + x)
      (rgba[at], rgba[at + 1], rgba[at + 2], rgba[at + 3]) = newValue
    }
  }
}

extension Picture: CustomStringConvertible {
  public var description: String { "picture of \(width) × \(height) pixels" }
}
