import CairoExport
import Diagnostics
import Geometry
import PNG
import Scene
import Testing

@Suite struct PixelTests {
  /// One frame as a page without fonts or images.
  func draw(_ frame: Frame, scale: Double = 1, background: Color? = .white, pixelDesign: Bool = false) throws
    -> PixelImage
  {
    var renderer = PixelRenderer(
      fonts: [SampleFont.sans.resource],
      images: [
        ImageResource(width: 1, height: 1, pixels: [0, 128, 0, 255])
      ])
    return try renderer.draw(
      Page(number: 1, label: "", frame: frame, isPixelDesign: pixelDesign), scale: scale, background: background)
  }

  func pixel(_ image: PixelImage, _ x: Int, _ y: Int) -> [UInt8] {
    let at = 4 * (y * image.width + x)
    return Array(image.pixels[at..<(at + 4)])
  }

  @Test func rectanglesFillWholePixels() throws {
    var frame = Frame(size: Size(10, 10))
    frame.place(
      .shape(Shape(.rect(Size(4, 4), radius: .zero), fill: Color(hex: "#0A3566"))), at: Point(2, 2), role: .mark)
    let image = try draw(frame, scale: 2)
    #expect(image.width == 20 && image.height == 20)
    #expect(pixel(image, 4, 4) == [0x0A, 0x35, 0x66, 255])
    #expect(pixel(image, 3, 4) == [255, 255, 255, 255])
    #expect(pixel(image, 11, 11) == [0x0A, 0x35, 0x66, 255])
    #expect(pixel(image, 12, 11) == [255, 255, 255, 255])
    #expect(image.dotsPerInch == 144)
    #expect(try draw(frame, pixelDesign: true).dotsPerInch == 96)
  }

  @Test func transparencyIsKeptWithoutABackground() throws {
    var frame = Frame(size: Size(4, 4))
    let half = Color(red: 200, green: 100, blue: 50, alpha: 128)
    frame.place(.shape(Shape(.rect(Size(2, 4), radius: .zero), fill: half)), at: .zero, role: .mark)
    let image = try draw(frame, background: nil)
    #expect(pixel(image, 3, 3) == [0, 0, 0, 0])
    let drawn = pixel(image, 0, 0)
    #expect(drawn[3] == 128)
    #expect(zip(drawn, [200, 100, 50]).allSatisfy { abs(Int($0) - $1) <= 1 })
  }

  @Test func textIsDrawnAtItsPlaceAndFractionsOfPixelsCount() throws {
    func ink(shift: Double) throws -> (columns: ClosedRange<Int>, sum: [Int]) {
      var frame = Frame(size: Size(60, 20))
      frame.place(.text(SampleFont.sans.run("口", size: 16)), at: Point(10 + shift, 15), role: .body)
      let image = try draw(frame)
      var sums = Array(repeating: 0, count: 60)
      for y in 0..<20 { for x in 0..<60 { sums[x] += 255 - Int(pixel(image, x, y)[0]) } }
      let used = sums.indices.filter { sums[$0] > 0 }
      return (used[0]...used[used.count - 1], sums)
    }
    let upright = try ink(shift: 0)
    #expect(upright.columns.lowerBound >= 10 && upright.columns.upperBound < 26)
    let moved = try ink(shift: 0.5)
    #expect(moved.sum != upright.sum)
    #expect(abs(moved.sum.reduce(0, +) - upright.sum.reduce(0, +)) < 300)
  }

  @Test func groupsTurnClipAndMove() throws {
    var inner = Frame(size: Size(10, 4))
    inner.place(.shape(Shape(.rect(Size(10, 4), radius: .zero), fill: .black)), at: .zero, role: .mark)
    var frame = Frame(size: Size(20, 20))
    let turned = Group(
      frame: inner, transform: Transform(a: 0, b: 1, c: -1, d: 0, tx: 0, ty: 0), clip: Rect(0, 0, 5, 4))
    frame.place(.group(turned), at: Point(10, 2), role: .figure)
    let image = try draw(frame)
    #expect(pixel(image, 6, 2) == [0, 0, 0, 255])
    #expect(pixel(image, 9, 6) == [0, 0, 0, 255])
    #expect(pixel(image, 9, 7) == [255, 255, 255, 255])
    #expect(pixel(image, 5, 2) == [255, 255, 255, 255])
  }

  @Test func imagesFillTheirBox() throws {
    var frame = Frame(size: Size(8, 8))
    frame.place(.image(ImageID(0), Size(4, 4)), at: Point(2, 2), role: .figure)
    let image = try draw(frame)
    #expect(pixel(image, 2, 2) == [0, 128, 0, 255])
    #expect(pixel(image, 5, 5) == [0, 128, 0, 255])
    #expect(pixel(image, 6, 6) == [255, 255, 255, 255])
  }

  @Test func everyKindOfItemIsDrawnAndTheSameTwice() throws {
    let document = sampleDocument()
    for page in document.pages {
      let file = try drawPNG(page, fonts: document.fonts, images: document.images, scale: 2)
      #expect(try drawPNG(page, fonts: document.fonts, images: document.images, scale: 2) == file)
      let image = try decodePNG(file, document: "page.png")
      #expect(image.width == 840 && image.height == 600)
    }
  }

  @Test func sizesThatCannotBeDrawnAreSaid() {
    func rule(_ size: Size, _ scale: Double) -> String? {
      do {
        _ = try draw(Frame(size: size), scale: scale)
        return nil
      } catch {
        return (error as? Diagnostic)?.rule
      }
    }
    #expect(rule(Size(10, 10), .nan) == "image.scale")
    #expect(rule(Size(10, 10), 0) == "image.scale")
    #expect(rule(Size(10, 10), 1e9) == "image.too-large")
    #expect(rule(Size(0, 10), 1) == "image.too-large")
  }
}
