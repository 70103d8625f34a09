import PNG
import Testing

/// Pictures with many rows like the one above, as charts have.
@Suite struct DrawingTests {
  /// Bands of equal rows; in each band runs of a colour, and places where every pixel has its own.
  private func drawing(_ width: Int, _ height: Int, colors: Int, alpha: Bool, seed: Int) -> PixelImage {
    var noise = Noise(seed: seed)
    var row: [UInt8] = []
    var pixels: [UInt8] = []
    for y in 0..<height {
      if y == 0 || noise.next(3) == 0 {
        row = []
        while row.count < 4 * width {
          let color = noise.next(noise.next(colors) + 1)
          let pixel = [UInt8(color & 255), UInt8(color >> 8 & 255), UInt8(color >> 3 & 255), alpha ? UInt8(color & 127) : 255]
          for _ in 0..<min(width - row.count / 4, noise.next(2) == 0 ? 1 : 1 + noise.next(400)) { row += pixel }
        }
      }
      pixels += row
    }
    return PixelImage(width: width, height: height, pixels: pixels)
  }

  @Test(
    "a drawing is read back as it was",
    arguments: [(1, 40, 3), (2, 9, 2), (37, 200, 12), (333, 120, 200), (640, 300, 60_000), (9_000, 8, 60_000), (11_500, 6, 900)])
  func roundTrip(width: Int, height: Int, colors: Int) throws {
    for (seed, alpha) in [(1, false), (2, true), (3, false)] {
      let image = drawing(width, height, colors: colors, alpha: alpha, seed: seed)
      #expect(try decodePNG(encodePNG(image), document: "a.png") == image)
    }
  }

  @Test func paperIsNearlyNothing() throws {
    let paper = picture(1600, 1000) { _, _ in (255, 255, 255, 255) }
    #expect(encodePNG(paper).count < 600)
    let ramp = picture(600, 400) { x, _ in (UInt8(x & 255), UInt8(x >> 8), 7, 255) }
    #expect(encodePNG(ramp).count < 4_000)
  }

  /// A photograph has no runs and no like rows: every byte is searched for matches then.
  @Test func photograph() throws {
    var noise = Noise(seed: 5)
    let photograph = picture(500, 400) { x, y in
      (UInt8((x + noise.next(9)) & 255), UInt8((y + noise.next(9)) & 255), UInt8((x * y / 64 + noise.next(9)) & 255), 255)
    }
    let file = encodePNG(photograph)
    #expect(try decodePNG(file, document: "a.png") == photograph)
    #expect(file.count < 500 * 400 * 3)
  }
}
