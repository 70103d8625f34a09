import CairoExport
import Diagnostics
import Geometry
import PNG
import Scene
import SeededNumbers
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

  /// A file without pictures is drawn in bands of rows; `draw` paints all rows at once.
  @Test(arguments: [1, 2.5]) func bandsHaveThePixelsOfTheWhole(scale: Double) throws {
    var numbers = SplitMix64(state: 7)
    func number(_ bound: Int) -> Double { Double(numbers.below(bound * 8)) / 8 }
    let page = Size(900, 1200)
    var frame = Frame(size: page)
    for index in 0..<240 {
      let at = Point(number(900), number(1200))
      let color = Color(
        red: UInt8(numbers.below(256)), green: UInt8(numbers.below(256)), blue: 80, alpha: index % 3 == 0 ? 120 : 255)
      switch index % 5 {
      case 0: frame.place(.text(SampleFont.sans.run("口数据2024", size: 6 + number(90), fill: color)), at: at, role: .body)
      case 1:
        let corner = Path.polyline([.zero, Point(number(300), number(20)), Point(0, number(12)), Point(number(400), number(500))])
        frame.place(
          .shape(Shape(.path(corner), stroke: Stroke(color, width: .pt(0.3 + number(9)), dash: index % 2 == 0 ? [] : [.pt(7), .pt(3)]))),
          at: at, role: .mark)
      case 2:
        let symbol = Shape.Symbol.allCases[numbers.below(Shape.Symbol.allCases.count)]
        frame.place(.shape(Shape(.symbol(symbol, diameter: .pt(number(120))), fill: color)), at: at, role: .mark)
      case 3:
        let box = Shape.Kind.rect(Size(number(300), number(600)), radius: .pt(number(30)))
        frame.place(.shape(Shape(box, fill: color, stroke: Stroke(.black, width: .pt(1.5)))), at: at, role: .mark)
      default:
        var inner = Frame(size: Size(200, 40))
        inner.place(.text(SampleFont.sans.run("倾斜的名称", size: 20, fill: color)), at: Point(0, 30), role: .body)
        let rule = Shape(.rect(Size(200, 0), radius: .zero), stroke: Stroke(color, width: .pt(1)))
        inner.place(.shape(rule), at: Point(0, 20), role: .decoration)
        let turn = Transform(a: 0.6, b: 0.8, c: -0.8, d: 0.6, tx: 0, ty: 0)
        frame.place(.group(Group(frame: inner, transform: turn, clip: Rect(0, 0, 150, 36))), at: at, role: .figure)
      }
    }
    for background in [Color.white, nil] {
      let file = try drawPNG(
        Page(number: 1, label: "", frame: frame), fonts: [SampleFont.sans.resource], scale: scale, background: background)
      let whole = try draw(frame, scale: scale, background: background)
      #expect(try decodePNG(file, document: "page.png").pixels == whole.pixels)
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
    #expect(rule(Size(20_000, 20_000), 1) == "image.too-large")
  }
}
