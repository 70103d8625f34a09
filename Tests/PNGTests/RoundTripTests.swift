import Diagnostics
import PNG
import Testing

/// A picture whose colours come from a formula, so that nothing has to be kept in a file.
func picture(_ width: Int, _ height: Int, _ color: (Int, Int) -> (UInt8, UInt8, UInt8, UInt8)) -> PixelImage {
  var pixels: [UInt8] = []
  for y in 0..<height {
    for x in 0..<width {
      let (r, g, b, a) = color(x, y)
      pixels += [r, g, b, a]
    }
  }
  return PixelImage(width: width, height: height, pixels: pixels)
}

/// The bit depth and colour type that a file's header gives.
func header(_ file: [UInt8]) -> [UInt8] { Array(file[24...25]) }

@Suite struct RoundTripTests {
  @Test func manyOpaqueColorsBecomeRGB() throws {
    let image = picture(67, 31) { x, y in (UInt8(x * 3), UInt8(y * 7), UInt8((x * y) & 255), 255) }
    let file = encodePNG(image)
    #expect(header(file) == [8, 2])
    #expect(try decodePNG(file, document: "a.png") == image)
  }

  @Test func manyColorsWithAlphaBecomeRGBA() throws {
    let image = picture(40, 40) { x, y in (UInt8(x * 6), UInt8(y * 6), 9, UInt8(x + y)) }
    let file = encodePNG(image)
    #expect(header(file) == [8, 6])
    #expect(try decodePNG(file, document: "a.png") == image)
  }

  @Test(
    "few colours become a palette of as few bits as hold them", arguments: [(2, 1), (3, 2), (16, 4), (17, 8), (256, 8)])
  func palettes(colors: Int, bits: Int) throws {
    let image = picture(37, 23) { x, y in
      let index = (x + 37 * y) % colors
      return (UInt8(index), 10, 200, index == 1 ? 0 : 255)
    }
    let file = encodePNG(image)
    #expect(header(file) == [UInt8(bits), 3])
    #expect(try decodePNG(file, document: "a.png") == image)
  }

  @Test func twoHundredAndFiftySevenColorsNeedNoPalette() throws {
    let image = picture(257, 1) { x, _ in (UInt8(x & 255), x > 255 ? 1 : 0, 0, 255) }
    let file = encodePNG(image)
    #expect(header(file) == [8, 2])
    #expect(try decodePNG(file, document: "a.png") == image)
  }

  @Test func onePixelAndOneColumn() throws {
    for (width, height) in [(1, 1), (1, 300), (300, 1)] {
      let image = picture(width, height) { x, y in (UInt8(x & 255), UInt8(y & 255), 0, 255) }
      #expect(try decodePNG(encodePNG(image), document: "a.png") == image)
    }
  }

  @Test func resolutionAndTextsSurvive() throws {
    var image = picture(4, 4) { _, _ in (1, 2, 3, 255) }
    image.dotsPerInch = 144
    image.texts = [PNGText("Title", "广东省知识产权数据"), PNGText("Software", "WhitePaper"), PNGText("说明", "dropped")]
    let back = try decodePNG(encodePNG(image), document: "a.png")
    #expect(abs((back.dotsPerInch ?? 0) - 144) < 0.02)
    #expect(back.texts == Array(image.texts.prefix(2)))
  }

  @Test func sameBytesTwice() {
    let image = picture(50, 50) { x, y in (UInt8(x * 5), UInt8(y * 5), 7, 255) }
    #expect(encodePNG(image) == encodePNG(image))
  }

  @Test func threeBytesAPixel() {
    let image = PixelImage(width: 2, height: 1, rgb: [1, 2, 3, 4, 5, 6])
    #expect(image.pixels == [1, 2, 3, 255, 4, 5, 6, 255])
    #expect(image.isOpaque)
  }
}
