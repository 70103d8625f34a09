import Foundation
import Testing

@testable import Fonts

/// Faces cut to some glyphs, and fonts that are not whole.
@Suite(.enabled(if: TestFonts.sans != nil)) struct CutFaceTests {
  private let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("../../fonts/sans-regular.otf").standardizedFileURL.path

  private func glyphs(_ numbers: [Int]) -> [Bool] {
    var kept = [Bool](repeating: false, count: 65_536)
    for number in numbers { kept[number] = true }
    return kept
  }

  private func withFile<Result>(_ bytes: [UInt8], _ body: (String) throws -> Result) throws -> Result {
    let place = FileManager.default.temporaryDirectory.appendingPathComponent("cut-\(UUID().uuidString).otf")
    defer { try? FileManager.default.removeItem(at: place) }
    try Data(bytes).write(to: place)
    return try body(place.path)
  }

  @Test("a cut face is small, in order, and the same when it is cut again")
  func cutting() throws {
    let whole = try Data(contentsOf: URL(fileURLWithPath: path)).count
    let kept = glyphs([5, 120, 3_000])
    let cut = try #require(FontFile.cutFace(of: path, face: 0, keeping: kept))
    #expect(cut.count < whole / 4)
    let more = try #require(FontFile.cutFace(of: path, face: 0, keeping: glyphs([5, 120, 3_000, 3_001])))
    #expect(more.count > cut.count)
    try withFile(cut) { copy in
      let fault = try FontFile(path: copy).faultOfOrder
      #expect(fault == nil)
      #expect(FontFile.cutFace(of: copy, face: 0, keeping: kept) == cut)
    }
    #expect(FontFile.cutFace(of: path, face: 1, keeping: kept) == nil)
    #expect(FontFile.cutFace(of: path + ".none", face: 0, keeping: kept) == nil)
  }

  @Test("a face of another kind stays whole")
  func otherKinds() {
    let latin = path.replacing("sans-regular.otf", with: "swiss-regular.ttf")
    #expect(FontFile.cutFace(of: latin, face: 0, keeping: glyphs([5])) == nil)
  }

  @Test("a damaged face is cut or left whole, and never ends the program")
  func damage() throws {
    let kept = glyphs([5, 120])
    // A cut face has the same tables, and is quickly written.
    let sound = try #require(FontFile.cutFace(of: path, face: 0, keeping: kept))
    let start = try #require(sound.indices.first { sound[$0...].starts(with: Array("CFF ".utf8)) })
    let offset = sound[(start + 8)..<(start + 12)].reduce(0) { $0 << 8 | Int($1) }
    var state: UInt64 = 11
    func random(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % limit
    }
    for round in 0..<60 {
      var bytes = sound
      switch round % 3 {
      case 0: for _ in 0..<3 { bytes[offset + random(400)] = UInt8(random(256)) }
      case 1: bytes[random(200)] = UInt8(random(256))
      default: bytes.removeLast(random(bytes.count))
      }
      try withFile(bytes) { copy in
        if let again = FontFile.cutFace(of: copy, face: 0, keeping: kept) { #expect(again.count < sound.count * 2) }
      }
    }
  }
}
