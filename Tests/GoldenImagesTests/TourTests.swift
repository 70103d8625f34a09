import GoldenImages
import GoldenImagesTesting
import Testing

/// The tour of the documentation: a picture drawn by a test, held against its golden.
@Suite("Tour")
struct TourTests {
  @Test func barsStandOnTheAxis() throws {
    let png = try drawBars()
    expectImage(png, "tour-bars")
  }

  /// Three bars of 8, 20 and 14 pixels.
  private func drawBars() throws -> [UInt8] {
    let heights = [8, 20, 14]
    var pixels: [UInt8] = []
    for y in 0..<24 {
      for x in 0..<36 {
        let isBar = x % 12 >= 2 && 23 - y < heights[x / 12]
        pixels += isBar ? [20, 60, 110, 255] : [255, 255, 255, 255]
      }
    }
    return Picture(width: 36, height: 24, rgba: pixels).png()
  }
}
