import Diagnostics
import Fonts
import Scene
import Testing

@Suite struct FontLibraryTests {
  @Test func aMissingFolderIsADiagnostic() {
    #expect {
      try FontLibrary(directories: ["/no/such/folder"])
    } throws: {
      ($0 as? Diagnostic)?.rule == "font.directory"
    }
  }

  @Test(.enabled(if: TestFonts.library != nil)) func findsFacesByFamilyAndWeight() throws {
    let library = try #require(TestFonts.library)
    let bold = try #require(library.font(family: "Noto Sans CJK SC", weight: 700))
    #expect(library.resources[Int(bold.index)].weight == 700)
    #expect(library.font(named: "Noto Sans CJK SC Bold") == bold)
    #expect(library.font(named: "Noto Sans CJK SC 700") == bold)
    #expect(library.font(named: library.resources[Int(bold.index)].name) == bold)
    #expect(library.font(named: "no such font") == nil)
  }

  @Test func weightsFollowTheCSSRule() {
    func nearest(_ wanted: Int, _ weights: [Int]) -> Int? {
      weights.min { weightRank(of: $0, wanted: wanted) < weightRank(of: $1, wanted: wanted) }
    }
    #expect(nearest(400, [300, 500, 700]) == 500)
    #expect(nearest(450, [400, 700]) == 400)
    #expect(nearest(600, [400, 500, 700, 900]) == 700)
    #expect(nearest(600, [400, 500]) == 500)
    #expect(nearest(300, [400, 200]) == 200)
  }
}
