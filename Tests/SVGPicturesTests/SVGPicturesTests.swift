import Diagnostics
import SVGPictures
import Testing

/// Pictures in SVG as pixels.
@Suite struct SVGPicturesTests {
  private func drawn(_ body: String, _ attributes: String = #"width="4" height="2""#, density: Double = 1, side: Int = 100) throws
    -> SVGPicture
  {
    let text = "<?xml version=\"1.0\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\" \(attributes)>\(body)</svg>"
    #expect(isSVG(Array(text.utf8)))
    return try drawSVG(Array(text.utf8), document: "a.svg", density: density, side: side)
  }
  private func pixel(_ picture: SVGPicture, _ x: Int, _ y: Int) -> [UInt8] {
    let at = (y * picture.width + x) * 4
    return Array(picture.pixels[at..<at + 4])
  }
  private func rule(_ body: () throws -> Void) -> String? {
    do { try body() } catch let problem as Diagnostic { return problem.rule } catch { return "\(error)" }
    return nil
  }

  @Test("colours and their opacity come straight, the ground is clear")
  func colours() throws {
    let picture = try drawn(
      ##"<rect width="2" height="2" fill="#3D94DB"/><rect x="2" width="1" height="2" fill="#C80000" fill-opacity="0.5"/>"##)
    #expect(picture.width == 4 && picture.height == 2 && !picture.hasText)
    #expect(pixel(picture, 0, 0) == [0x3D, 0x94, 0xDB, 255])
    #expect(pixel(picture, 2, 1) == [200, 0, 0, 128] || pixel(picture, 2, 1) == [199, 0, 0, 128])
    #expect(pixel(picture, 3, 1) == [0, 0, 0, 0])
  }

  @Test(
    "size by width and height, in units, or by its box",
    arguments: [
      (#"width="30" height="15""#, 30.0, 15.0), (#"width="1in" height="48pt""#, 96, 64), (#"viewBox="0 0 200 50""#, 200, 50),
      (#"viewBox="0 0 200 50" width="100%" height="100%""#, 200, 50),
    ])
  func sizes(attributes: String, width: Double, height: Double) throws {
    let picture = try drawn("<rect width=\"1\" height=\"1\"/>", attributes, density: 2, side: 1000)
    #expect(picture.ownWidth == width && picture.ownHeight == height)
    #expect(picture.width == Int(width * 2) && picture.height == Int(height * 2))
  }

  @Test func aLargePictureHasFewerPixels() throws {
    let picture = try drawn("", #"width="4000" height="1000""#, density: 4, side: 200)
    #expect(picture.width == 200 && picture.height == 50)
  }

  @Test("what is damaged, has no size or reads other files is told or left out")
  func problems() throws {
    #expect(rule { _ = try drawSVG(Array("<svg".utf8), document: "a.svg", density: 1, side: 9) } == "svg.damaged")
    #expect(rule { _ = try drawSVG([], document: "a.svg", density: 1, side: 9) } == "svg.damaged")
    #expect(rule { _ = try drawn("", "") } == "svg.size")
    #expect(rule { _ = try drawn("", #"width="0" height="5""#) } == "svg.size")
    let other = try drawn(#"<image href="file:///usr/share/pixmaps/debian-logo.png" width="4" height="2"/>"#)
    #expect(other.pixels.allSatisfy { $0 == 0 })
  }

  @Test func textsAreSaid() throws { #expect(try drawn("<text y=\"2\">年</text>").hasText) }

  @Test(arguments: [
    ("<svg/>", true), ("\u{FEFF}<?xml version='1.0'?><!-- a --><svg xmlns='x'/>", true), ("<html><p>", false), ("svg", false), ("", false),
  ])
  func kinds(text: String, expected: Bool) { #expect(isSVG(Array(text.utf8)) == expected) }
}
