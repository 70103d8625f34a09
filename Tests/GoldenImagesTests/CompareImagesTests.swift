import GoldenImages
import Testing

@Suite struct CompareImagesTests {
  @Test func toleranceIsTheLargestForgivenDifferenceOfOneChannel() {
    let expected = plain(4, 3)
    var actual = expected
    actual[1, 1] = (11, 53, 102, 255)
    #expect(compareImages(actual: actual, expected: expected, tolerance: 1).matches)
    #expect(!compareImages(actual: actual, expected: expected, tolerance: 0).matches)
    actual[2, 2] = (10, 60, 102, 255)
    let comparison = compareImages(actual: actual, expected: expected)
    #expect(comparison.differingPixels == 1)
    #expect(comparison.largestDifference == 7)
    #expect(comparison.extent == .init(x: 2...2, y: 2...2))
    #expect(comparison.summary == "1 of 12 pixels differ, by up to 7, between (2, 2) and (2, 2)")
  }

  @Test func clearPixelsAreAlikeWhateverTheirColour() {
    let comparison = compareImages(
      actual: plain(2, 2, (255, 0, 0, 0)), expected: plain(2, 2, (0, 0, 0, 0)), tolerance: 0)
    #expect(comparison.matches)
    #expect(!compareImages(actual: plain(1, 1, (0, 0, 0, 10)), expected: plain(1, 1, (0, 0, 0, 0))).matches)
  }

  @Test(
    "pixels of one picture only differ",
    arguments: [
      (5, 3, 3, 4, 4, 0, 2), (4, 4, 4, 0, 3, 3, 3), (3, 3, 3, 3, 3, 0, 2), (3, 4, 6, 0, 3, 0, 3),
    ])
  func sizes(width: Int, height: Int, count: Int, left: Int, right: Int, top: Int, bottom: Int) {
    let comparison = compareImages(actual: plain(width, height), expected: plain(4, 3))
    #expect(comparison.differingPixels == count)
    #expect(comparison.extent == .init(x: left...right, y: top...bottom))
    #expect(!comparison.matches)
    let difference = comparison.differencePicture()
    #expect((difference.width, difference.height) == (max(width, 4), max(height, 3)))
  }

  @Test func differencePictureMarksWhatDiffers() {
    let expected = plain(12, 12, (255, 255, 255, 255))
    var actual = expected
    actual[6, 6] = (0, 0, 0, 255)
    let difference = compareImages(actual: actual, expected: expected).differencePicture()
    #expect(difference[6, 6] == (225, 0, 0, 255))
    #expect(difference[0, 0] == (255, 255, 255, 255))
    #expect(difference[2, 2] == (240, 150, 0, 255))
  }

  /// A dark bar with a smoothed right edge, its grey as given.
  private func bar(edge: UInt8) -> Picture {
    var picture = plain(12, 12, (255, 255, 255, 255))
    for y in 2..<10 {
      for x in 2..<6 { picture[x, y] = (10, 53, 102, 255) }
      picture[6, y] = (edge, edge, edge, 255)
    }
    return picture
  }

  @Test func anotherSmoothingOfAnEdgeIsForgivenOnRequestOnly() {
    let (actual, expected) = (bar(edge: 140), bar(edge: 180))
    #expect(compareImages(actual: actual, expected: expected).differingPixels == 8)
    let comparison = compareImages(actual: actual, expected: expected, rules: ComparisonRules(forgivesAntialiasing: true))
    #expect(comparison.matches)
    #expect(comparison.smoothedPixels == 8)
  }

  @Test func aShapeShiftedByOnePixelIsFoundWhateverIsForgiven() {
    let expected = bar(edge: 255)
    var actual = plain(12, 12, (255, 255, 255, 255))
    for y in 3..<11 { for x in 2..<6 { actual[x, y] = (10, 53, 102, 255) } }
    for rules in [
      ComparisonRules(), ComparisonRules(forgivesAntialiasing: true), ComparisonRules(.perceived(0.1), forgivesAntialiasing: true),
    ] {
      #expect(!compareImages(actual: actual, expected: expected, rules: rules).matches)
    }
  }

  @Test func twoOf255AreFoundAndOneForgiven() {
    var actual = bar(edge: 140)
    actual[3, 3] = (12, 53, 102, 255)
    #expect(!compareImages(actual: actual, expected: bar(edge: 140)).matches)
    #expect(compareImages(actual: actual, expected: bar(edge: 140), rules: .tolerance(2)).matches)
  }

  @Test func regionsHaveToleranceOfTheirOwn() throws {
    let expected = plain(10, 10)
    var actual = expected
    actual[2, 2] = (30, 53, 102, 255)
    actual[7, 7] = (30, 53, 102, 255)
    let left = try #require(PixelExtent("0,0,5,5"))
    let right = try #require(PixelExtent("5,5,5,5"))
    func count(_ regions: [ComparisonRules.Region]) -> Int {
      compareImages(actual: actual, expected: expected, rules: ComparisonRules(regions: regions)).differingPixels
    }
    #expect(count([]) == 2)
    #expect(count([.init(left)]) == 1)
    #expect(count([.init(left), .init(right, measure: .channels(20))]) == 0)
    #expect(count([.init(left), .init(right, measure: .channels(19))]) == 1)
    #expect(count([.init(left), .init(left, measure: .channels(0))]) == 2)
    #expect(compareImages(actual: actual, expected: expected, rules: ComparisonRules(allowedPixels: 2)).matches)
    #expect(!compareImages(actual: actual, expected: expected, rules: ComparisonRules(allowedPixels: 1)).matches)
  }

  @Test(arguments: ["", "1,2,3", "1,2,0,4", "-1,0,2,2", "a,b,c,d", "1,2,3,4,5", "1, 2,3,4"])
  func noBox(text: String) { #expect(PixelExtent(text) == nil) }

  /// Black against white is 1; equal steps look smaller in blue than in green.
  @Test func perceivedDifference() {
    func least(_ a: (UInt8, UInt8, UInt8, UInt8), _ b: (UInt8, UInt8, UInt8, UInt8)) -> Double {
      var (low, high) = (0.0, 1.0)
      for _ in 0..<30 {
        let middle = (low + high) / 2
        let rules = ComparisonRules(.perceived(middle))
        if compareImages(actual: plain(1, 1, a), expected: plain(1, 1, b), rules: rules).matches { high = middle } else { low = middle }
      }
      return high
    }
    #expect(abs(least((0, 0, 0, 255), (255, 255, 255, 255)) - 1) < 1e-6)
    let green = least((100, 100, 100, 255), (100, 140, 100, 255))
    let blue = least((100, 100, 100, 255), (100, 100, 140, 255))
    #expect(blue < green / 2)
    #expect(least((255, 0, 0, 0), (0, 0, 255, 0)) < 1e-6)
  }

  @Test func pngRoundTrip() throws {
    var picture = plain(5, 4)
    picture[0, 0] = (1, 2, 3, 4)
    #expect(try Picture(png: picture.png(), named: "x.png") == picture)
  }
}
