import Assets
import Diagnostics
import Fonts
import Foundation
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

  /// A folder with one shipped face, its bytes changed.
  private func folder(_ change: (inout Data) -> Void) throws -> (folder: String, file: String) {
    let folder = FileManager.default.temporaryDirectory.appending(path: "fonts-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    var bytes = try Data(contentsOf: URL(filePath: try Assets().fonts + "/sans-black.otf"))
    change(&bytes)
    let file = folder.appending(path: "sans-black.otf")
    try bytes.write(to: file)
    return (folder.path, file.path)
  }

  @Test(
    "what is no whole font is refused by name",
    arguments: [
      (0, "the file is empty"), (3, "the file is no OpenType font"), (60, "its table directory is cut off"),
      (100_000, "is cut off"), (-1, "is cut off"),
    ])
  func cutOff(length: Int, fault: String) throws {
    let (folder, file) = try folder { $0 = $0.prefix(length < 0 ? $0.count + length * 100 : length) }
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let found = #expect(throws: Diagnostic.self) { try FontLibrary(directories: [folder]) }
    #expect(found?.rule == "font.damaged")
    #expect(found?.message.contains(fault) == true, "\(found?.message ?? "")")
    #expect(found?.span?.document == file)
  }

  @Test("other bytes are no font") func noFont() throws {
    let (folder, _) = try folder { $0 = Data("Dear reader, this is a letter.".utf8) }
    defer { try? FileManager.default.removeItem(atPath: folder) }
    #expect(throws: Diagnostic.self) { try FontLibrary(directories: [folder]) }
  }

  /// One byte within the outlines is seen when the face is first used; the other faces stay sound.
  @Test(arguments: [0.2, 0.5, 0.9]) func oneByte(place: Double) throws {
    let (folder, file) = try folder { $0[Int(Double($0.count) * place)] ^= 0x10 }
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let library = try FontLibrary(directories: [try Assets().fonts, folder])
    let damaged = try #require(library.font(named: "sans-black"))
    #expect(library.problems == [])
    _ = library.typeface(try #require(library.font(named: "sans-regular")))
    #expect(library.problems == [])
    _ = library.typeface(damaged)
    #expect(library.problems.map(\.rule) == ["font.damaged"])
    #expect(library.problems.first?.span?.document == file)
  }

  @Test func theShippedFontsAreWhole() throws {
    let library = try FontLibrary(directories: [try Assets().fonts])
    for index in library.resources.indices { _ = library.typeface(FontID(UInt16(index))) }
    #expect(library.problems == [])
    #expect(library.resources.count == 8)
  }

  @Test func aListedFileThatIsMissingIsNamed() throws {
    let (folder, file) = try folder { _ in }
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try Data("00  sans-black.otf\n00  sans-bold.otf\n".utf8).write(to: URL(filePath: folder + "/SHA256SUMS"))
    let found = #expect(throws: Diagnostic.self) { try FontLibrary(directories: [folder]) }
    #expect(found?.rule == "font.lost")
    #expect(found?.span?.document == file.replacing("black", with: "bold"))
  }

  /// Else a shipped font that is missing is no error.
  @Test func allShippedFontsAreListed() throws {
    let folder = try Assets().fonts
    let names = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".otf") || $0.hasSuffix(".ttf") }.sorted()
    let listed = try String(contentsOfFile: folder + "/SHA256SUMS", encoding: .utf8).split(separator: "\n").map {
      $0.split(separator: " ").map(String.init)
    }
    #expect(names.count == 8 && listed.map { $0.last } == names)
    let sums = Process()
    sums.executableURL = URL(filePath: "/usr/bin/env")
    sums.arguments = ["sha256sum", "--check", "--status", "SHA256SUMS"]
    sums.currentDirectoryURL = URL(filePath: folder)
    try sums.run()
    sums.waitUntilExit()
    #expect(sums.terminationStatus == 0)
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
