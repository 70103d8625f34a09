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
      #expect(try updateGoldens(actual: a, expected: b, names: ["bars-*"], comparison: comparison).names == ["bars-1.png", "bars-2.png"])
      #expect(try compareFiles(actual: a, expected: b).entries.filter { !$0.matches }.map(\.name) == ["lines.png"])
      let problem = #expect(throws: Diagnostics.self) {
        try updateGoldens(actual: a, expected: b, names: ["line.png"], comparison: comparison)
      }
      #expect(problem?.all.first?.hint == "did you mean “lines.png”?")
    }
  }

  @Test("a damaged new file replaces no golden, a damaged golden is replaced", arguments: [true, false])
  func damagedFilesAndUpdates(newIsDamaged: Bool) throws {
    try withTemporaryFolder { (folder: String) throws in
      let (a, b) = (folder + "/a", folder + "/b")
      for side in [a, b] { try makeFolder(side) }
      let (whole, cut) = (plain(2, 2).png(), Array(plain(2, 2).png().dropLast(9)))
      for (name, good, bad) in [
        ("p.png", whole, cut), ("empty.png", whole, []), ("kind.png", whole, Array("{".utf8)),
        ("d.json", Array("{}".utf8), Array("{".utf8)), ("t.txt", Array("a".utf8), [0xFF]),
      ] {
        try write(newIsDamaged ? bad : good, "\(a)/\(name)")
        try write(newIsDamaged ? good : bad, "\(b)/\(name)")
      }
      let comparison = try compareFiles(actual: a, expected: b)
      let updated = try updateGoldens(actual: a, expected: b, names: ["*"], comparison: comparison)
      #expect(updated.names.count == (newIsDamaged ? 0 : 5))
      #expect(updated.problems.map(\.rule) == (newIsDamaged ? Array(repeating: "golden.damaged", count: 5) : []))
      #expect(try Data(contentsOf: URL(filePath: "\(b)/p.png")) == Data(whole))
      #expect(try compareFiles(actual: a, expected: b).matches == !newIsDamaged)
    }
  }

  @Test func whatIsNewOrGoneIsShownAndTakenOver() throws {
    try withTemporaryFolder { (folder: String) throws in
      let (a, b) = (folder + "/a", folder + "/b")
      for side in [a + "/deep", b] { try makeFolder(side) }
      try write(plain(2, 2).png(), a + "/deep/new.PNG")
      try write(plain(2, 2).png(), b + "/gone.png")
      try write(plain(2, 2).png(), b + "/bars.actual.png")
      try write(Array("a\nb".utf8), a + "/x.txt")
      try write(Array("a\nc".utf8), b + "/x.txt")
      try write([1, 2], a + "/x.bin")
      let comparison = try compareFiles(actual: a, expected: b, report: folder + "/r.html")
      #expect(comparison.entries.map(\.name) == ["gone.png", "x.txt", "deep/new.PNG"])
      #expect(comparison.entries.map(\.status) == [.missing, .differs, .extra])
      #expect(comparison.entries.map(\.pictures.count) == [1, 0, 1])
      #expect(comparison.entries[1].summary == "line 2 differs\n  a\n- c\n+ b")
      #expect(comparison.summary.hasSuffix("0 of 3 files match; 1 differ, 1 missing, 1 extra; 1 of other kinds is not compared"))
      let updated = try updateGoldens(actual: a, expected: b, names: ["*"], comparison: comparison)
      #expect(updated.names == ["x.txt", "deep/new.PNG"])
      #expect(updated.problems.map(\.rule) == ["golden.missing"])
      #expect(try compareFiles(actual: a, expected: b).entries.filter { !$0.matches }.map(\.name) == ["gone.png"])
    }
  }

  @Test("a first golden, of one file or of a folder, is made by the update", arguments: ["x.png", "*", "g.png"])
  func firstGoldens(name: String) throws {
    try withTemporaryFolder { (folder: String) throws in
      try makeFolder(folder + "/new")
      try write(plain(1, 1).png(), folder + "/new/x.png")
      let pair = (actual: folder + "/new/x.png", expected: folder + "/golden/g.png")
      let comparison = try compareFiles(actual: pair.actual, expected: pair.expected)
      #expect(comparison.entries.map(\.status) == [.extra])
      #expect(try updateGoldens(actual: pair.actual, expected: pair.expected, names: [name], comparison: comparison).names == [pair.actual])
      #expect(try compareFiles(actual: pair.actual, expected: pair.expected).matches)
      let all = try compareFiles(actual: folder + "/new", expected: folder + "/none")
      #expect(all.entries.map(\.status) == [.extra])
    }
  }

  @Test func whatIsComparedIsNotReplaced() throws {
    try withTemporaryFolder { (folder: String) throws in
      for side in ["a", "b"] {
        try makeFolder("\(folder)/\(side)")
        try write(plain(1, 1, (side == "a" ? 9 : 200, 0, 0, 255)).png(), "\(folder)/\(side)/x.png")
      }
      let (a, b) = (folder + "/a", folder + "/b")
      for outputs in [(b + "/../b", nil), (a, nil), (nil, b)] as [(String?, String?)] {
        let problem = #expect(throws: Diagnostics.self) { try compareFiles(actual: a, expected: b, diff: outputs.0, report: outputs.1) }
        #expect(problem?.all.map(\.rule) == ["output.is-input"])
      }
      // A difference picture that cannot be written takes nothing from the finding.
      try write([1], folder + "/file")
      let comparison = try compareFiles(actual: a, expected: b, diff: folder + "/file")
      #expect(comparison.entries.map(\.status) == [.differs])
      #expect(comparison.summary.contains("output.unwritable"))
    }
  }

  @Test func aBoxBesideThePictureIsSaid() throws {
    try withTemporaryFolder { (folder: String) throws in
      try write(plain(4, 3).png(), folder + "/a.png")
      try write(plain(4, 3).png(), folder + "/b.png")
      for (box, count) in [("0,0,2,2", 0), ("3,2,9,9", 0), ("4,0,1,1", 1), ("0,3,1,1", 1)] {
        let region = ComparisonRules.Region(try #require(PixelExtent(box)))
        let found = try compareFiles(actual: folder + "/a.png", expected: folder + "/b.png", rules: ComparisonRules(regions: [region]))
        #expect(found.diagnostics.map(\.rule) == Array(repeating: "compare.region-outside", count: count), "\(box)")
      }
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
      #expect((named?.names == [name + ".png"]) == fits)
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
