import Diagnostics
import Foundation
import GoldenImages
import Testing

@Suite struct CompareFilesTests {
  @Test func picturesWithDifferenceAndReport() throws {
    try withTemporaryFolder { (folder: String) throws in
      let (a, b) = ("\(folder)/a.png", "\(folder)/b.png")
      try write(plain(3, 3).png(), a)
      try write(plain(3, 3, (10, 53, 110, 255)).png(), b)
      let comparison = try compareFiles(
        actual: a, expected: b, diff: "\(folder)/out/d.png", report: "\(folder)/out/<r>.html")
      #expect(!comparison.matches)
      #expect(comparison.summary == "9 of 9 pixels differ, by up to 8, between (0, 0) and (2, 2)")
      #expect(names(in: folder + "/out") == ["<r>.html", "d.png"])
      #expect(try compareFiles(actual: a, expected: b, rules: .tolerance(8)).matches)
    }
  }

  @Test func foldersByName() throws {
    try withTemporaryFolder { (folder: String) throws in
      for (path, bytes) in [
        ("a/1.png", plain(1, 1).png()), ("a/2.scene.json", Array("{}".utf8)), ("a/only.png", plain(1, 1).png()),
        ("b/1.png", plain(1, 1).png()), ("b/2.scene.json", Array("{\"x\": 1}".utf8)), ("b/3.png", plain(1, 1).png()),
      ] {
        try makeFolder("\(folder)/\(path.prefix(1))")
        try write(bytes, "\(folder)/\(path)")
      }
      let comparison = try compareFiles(actual: "\(folder)/a", expected: "\(folder)/b")
      #expect(
        comparison.summary == """
          2.scene.json: 1 difference
          x: missing 1
          3.png: missing in \(folder)/a
          only.png: not expected: missing in \(folder)/b
          1 of 4 files match; 1 differ, 1 missing, 1 extra
          """)
    }
  }

  @Test func aDamagedFileEndsNothing() throws {
    try withTemporaryFolder { (folder: String) throws in
      for side in ["a", "b"] { try makeFolder("\(folder)/\(side)") }
      for index in 0..<20 {
        try write(plain(2, 2).png(), "\(folder)/a/\(index).png")
        try write(plain(2, 2).png(), "\(folder)/b/\(index).png")
      }
      try write(Array(plain(2, 2).png().dropLast(9)), "\(folder)/a/7.png")
      try write(Array("{".utf8), "\(folder)/a/9.json")
      try write(Array("{}".utf8), "\(folder)/b/9.json")
      let comparison = try compareFiles(actual: "\(folder)/a", expected: "\(folder)/b")
      #expect(comparison.entries.filter { !$0.matches }.map(\.name) == ["7.png", "9.json"])
      #expect(comparison.entries.filter { !$0.matches }.allSatisfy { $0.status == .damaged })
      #expect(comparison.entries.count == 21)
    }
  }

  @Test func namedGoldensAreUpdated() throws {
    try withTemporaryFolder { (folder: String) throws in
      let (a, b) = (folder + "/a", folder + "/b")
      for (side, color) in [(a, UInt8(10)), (b, UInt8(200))] {
        try makeFolder(side)
        for name in ["bars-1", "bars-2", "lines"] { try write(plain(1, 1, (color, 0, 0, 255)).png(), "\(side)/\(name).png") }
      }
      let comparison = try compareFiles(actual: a, expected: b)
      #expect(try updateGoldens(actual: a, expected: b, names: ["bars-*"], comparison: comparison) == ["bars-1.png", "bars-2.png"])
      #expect(try compareFiles(actual: a, expected: b).entries.filter { !$0.matches }.map(\.name) == ["lines.png"])
      let problem = #expect(throws: Diagnostics.self) {
        try updateGoldens(actual: a, expected: b, names: ["line.png"], comparison: comparison)
      }
      #expect(problem?.all.first?.hint == "did you mean “lines.png”?")
    }
  }

  @Test(arguments: [
    ("bars-1.png", "bars*", true), ("bars-1.png", "*1*", true), ("bars-1.png", "*", true), ("bars-1.png", "bars", false),
    ("bars-1.png", "bars-1.png", true), ("ab", "ab*b", false), ("abcbc", "a*b*c", true), ("a", "a*a", false),
  ])
  func patterns(name: String, pattern: String, fits: Bool) throws {
    try withTemporaryFolder { (folder: String) throws in
      for side in ["a", "b"] {
        try makeFolder("\(folder)/\(side)")
        try write(plain(side == "a" ? 1 : 2, 1).png(), "\(folder)/\(side)/\(name).png")
      }
      let comparison = try compareFiles(actual: folder + "/a", expected: folder + "/b")
      let named = try? updateGoldens(
        actual: folder + "/a", expected: folder + "/b", names: [pattern.hasSuffix("*") ? pattern : pattern + ".png"],
        comparison: comparison)
      #expect((named == [name + ".png"]) == fits)
    }
  }

  @Test func whatCannotBeCompared() throws {
    try withTemporaryFolder { (folder: String) throws in
      let (picture, dump) = ("\(folder)/a.png", "\(folder)/b.json")
      let (empty, binary) = ("\(folder)/empty", "\(folder)/binary")
      try write(plain(1, 1).png(), picture)
      try write(Array("{}".utf8), dump)
      try write([], empty)
      try write([0xFF, 0xFE, 0x00], binary)
      for (actual, expected, rule) in [
        ("\(folder)/none", picture, "input.missing"), (folder, picture, "input.directory"),
        (picture, dump, "compare.kinds"),
        (dump, empty, "input.empty"), (binary, dump, "input.encoding"),
      ] {
        let problems = #expect(throws: Diagnostics.self) { try compareFiles(actual: actual, expected: expected) }
        #expect(problems?.all.map(\.rule) == [rule])
      }
    }
  }
}

@Suite struct ComparisonReportTests {
  @Test func namesAreEscapedAndDifferingEntriesComeFirst() throws {
    let equal = compareImages(actual: plain(1, 1), expected: plain(1, 1))
    let other = compareImages(actual: plain(1, 1), expected: plain(2, 1))
    let html = ComparisonReport(title: "a & b", entries: [.init(name: "fine", equal), .init(name: "<x>", other)]).html()
    #expect(html.contains("<h1>a &amp; b</h1>\n<p>2 comparisons, 1 to look at.</p>"))
    let first = try #require(html.range(of: "<h2>&lt;x&gt;</h2>"))
    let second = try #require(html.range(of: "<h2>fine</h2>"))
    #expect(first.lowerBound < second.lowerBound)
    #expect(html.components(separatedBy: "src=\"data:image/png;base64,iVBORw0KGgo").count == 4)
  }
}
