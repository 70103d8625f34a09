import FoundationEssentials
import GoldenImages
import GoldenImagesTesting
import Testing

@Suite struct ExpectTests {
  /// Three bars on white.
  private var bars: Picture {
    var picture = plain(16, 12, (255, 255, 255, 255))
    for (bar, height) in [4, 7, 10].enumerated() {
      for x in bar * 5 + 1...bar * 5 + 4 {
        for y in 12 - height..<12 { picture[x, y] = (10, 53, 102, 255) }
      }
    }
    return picture
  }

  @Test func goldensBesideThisFile() {
    expectImage(bars, "bars", mode: .compare)
    expectImage(bars.png(), "bars", mode: .compare)
    expectDump(#"{"version": 1, "pages": []}"#, "empty", mode: .compare)
    expectText("一行\n", "line", mode: .compare)
  }

  @Test func aDifferenceIsAnIssueOfTheTest() {
    defer {
      try? FileManager.default.removeItem(
        atPath: "\(#filePath)".replacing("ExpectTests.swift", with: "Goldens/line-other.actual.txt"))
    }
    withKnownIssue {
      #expect(!expectText("两行\n", "line-other", mode: .compare))
    } matching: {
      $0.comments.first?.rawValue.hasPrefix("line 1 differs\n- 一行\n+ 两行") == true
    }
    withKnownIssue {
      #expect(!expectImage([], "bars", mode: .compare))
    } matching: {
      $0.comments.first?.rawValue.contains("png.signature") == true
    }
  }
}
