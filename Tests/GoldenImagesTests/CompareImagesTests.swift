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

  @Test func pngRoundTrip() throws {
    var picture = plain(5, 4)
    picture[0, 0] = (1, 2, 3, 4)
    #expect(try Picture(png: picture.png(), named: "x.png") == picture)
  }
}
