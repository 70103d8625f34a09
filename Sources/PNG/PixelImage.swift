/// A picture as pixels: rows from the top, four bytes a pixel (red, green, blue, alpha), alpha not multiplied in.
package struct PixelImage: Hashable, Sendable {
  package let width: Int
  package let height: Int
  /// `4 · width · height` bytes.
  package var pixels: [UInt8]
  /// Pixels per inch; nil where nothing is said.
  package var dotsPerInch: Double?
  package var texts: [PNGText]

  package init(width: Int, height: Int, pixels: [UInt8], dotsPerInch: Double? = nil, texts: [PNGText] = []) {
    precondition(width > 0 && height > 0 && pixels.count == 4 * width * height, "four bytes for each pixel")
    self.width = width
    self.height = height
    self.pixels = pixels
    self.dotsPerInch = dotsPerInch
    self.texts = texts
  }

  /// Three bytes a pixel (red, green, blue).
  package init(width: Int, height: Int, rgb: [UInt8], dotsPerInch: Double? = nil, texts: [PNGText] = []) {
    precondition(width > 0 && height > 0 && rgb.count == 3 * width * height, "three bytes for each pixel")
    var pixels: [UInt8] = []
    pixels.reserveCapacity(4 * width * height)
    for i in stride(from: 0, to: rgb.count, by: 3) {
      pixels.append(rgb[i])
      pixels.append(rgb[i + 1])
      pixels.append(rgb[i + 2])
      pixels.append(255)
    }
    self.init(width: width, height: height, pixels: pixels, dotsPerInch: dotsPerInch, texts: texts)
  }

  package var isOpaque: Bool { unsafe pixels.withUnsafeBytes { unsafe PackedPixels($0).isOpaque } }
}

/// A keyword and its text (PNG 3rd edition, 11.3.3): `Title`, `Author`, `Description`, `Software`, ….
package struct PNGText: Hashable, Sendable {
  /// 1 to 79 Latin-1 characters; what is longer or outside is dropped when written.
  package var keyword: String
  package var text: String

  package init(_ keyword: String, _ text: String) {
    self.keyword = keyword
    self.text = text
  }
}
