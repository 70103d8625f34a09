import Diagnostics
import GoldenImages
import Testing

@Suite struct GoldenStoreTests {
  @Test func aMissingGoldenFailsAndLeavesTheActualForReview() throws {
    try withTemporaryFolder { (folder: String) throws in
      let store = GoldenStore(folder: folder, mode: .compare)
      let outcome = try store.check(plain(2, 2), named: "bar")
      #expect(outcome == .missing(golden: "\(folder)/bar.png", actual: "\(folder)/bar.actual.png"))
      #expect(names(in: folder) == ["bar.actual.png"])
    }
  }

  @Test func recordingIsFilteredByName() throws {
    try withTemporaryFolder { (folder: String) throws in
      let store = GoldenStore(folder: folder, mode: .record("bar"))
      #expect(try store.check(plain(2, 2), named: "bar-small") == .recorded(golden: "\(folder)/bar-small.png"))
      #expect(try store.check(plain(2, 2), named: "bar-small") == .matches)
      #expect(try store.check(plain(2, 2), named: "ring").failure?.hasPrefix("no golden") == true)
      #expect(try store.check(plain(3, 2), named: "bar-small") == .recorded(golden: "\(folder)/bar-small.png"))
      #expect(try store.check(plain(3, 2), named: "bar-small") == .matches)
    }
  }

  @Test func aDifferenceIsWrittenAndGoesAwayAgain() throws {
    try withTemporaryFolder { (folder: String) throws in
      let record = GoldenStore(folder: folder, mode: .record(""))
      let store = GoldenStore(folder: folder, mode: .compare)
      _ = try record.check(plain(2, 2), named: "a")
      _ = try record.check(dump: #"{"x": 1}"#, named: "b")
      _ = try record.check(text: "一\n二\n", named: "c")
      #expect(
        try store.check(plain(2, 2, (0, 0, 0, 255)), named: "a").failure?.hasPrefix(
          "4 of 4 pixels differ, by up to 102") == true)
      #expect(
        try store.check(dump: #"{"x": 2}"#, named: "b").failure?.hasPrefix("1 difference\nx: 2, expected 1") == true)
      #expect(try store.check(text: "一\n三\n", named: "c").failure?.hasPrefix("line 2 differs\n  一\n- 二\n+ 三\n") == true)
      #expect(
        names(in: folder) == [
          "a.actual.png", "a.diff.png", "a.png", "b.actual.scene.json", "b.scene.json", "c.actual.txt", "c.txt",
        ])
      #expect(try store.check(plain(2, 2), named: "a") == .matches)
      #expect(try store.check(dump: #"{"x": 1.01}"#, named: "b") == .matches)
      #expect(try store.check(text: "一\n二\n", named: "c") == .matches)
      #expect(names(in: folder) == ["a.png", "b.scene.json", "c.txt"])
      #expect(store.unused(keeping: ["a", "c"]) == ["b.scene.json"])
    }
  }

  @Test("names are plain file names", arguments: ["", "../x", "a/b", "a.b", "a b"])
  func badNames(name: String) {
    let store = GoldenStore(folder: "nowhere", mode: .compare)
    #expect(
      throws: Diagnostic.error("golden.name", "the name of a golden “\(name)” may have letters, digits, - and _ only")
    ) {
      try store.check(text: "", named: name)
    }
  }

  @Test(
    "the setting of GOLDENS",
    arguments: [
      ("", GoldenMode.compare), ("record", .record("")), ("record:bar", .record("bar")), ("yes", .compare),
    ])
  func modes(setting: String, mode: GoldenMode) {
    #expect(GoldenMode(setting) == mode)
  }
}
