import Diagnostics
import Testing

@testable import Lingua

struct DamagedTableTests {
  private func rule(_ bytes: [UInt8]) -> String? {
    do {
      _ = try Gazetteer(bytes, document: "x.table")
      return nil
    } catch { return "\(error.rule) \(error.span?.document ?? "")" }
  }

  @Test func aDamagedFileIsAFindingThatNamesIt() throws {
    let sound = try Shipped.bytes("places.table")
    #expect(rule(sound) == nil)
    #expect(rule([]) == "language.damaged x.table")
    #expect(rule(Array(sound.dropLast(4))) == "language.damaged x.table")
    #expect(rule(sound + [0, 0, 0, 0]) == "language.damaged x.table")
    for place in stride(from: 0, to: sound.count, by: sound.count / 40) {
      var bytes = sound
      bytes[place] ^= 0x41
      #expect(rule(bytes) == "language.damaged x.table", "byte \(place)")
    }
  }

  /// With a right checksum, as one would write who means harm: read or refused, never a crash.
  @Test func numbersOutOfRangeAreRefused() throws {
    let sound = try Shipped.bytes("places.table")
    var state: UInt64 = 7
    for _ in 0..<60 {
      var bytes = sound
      for _ in 0..<3 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        let place = 12 + Int(state >> 33) % (bytes.count - 12)
        bytes[place] = UInt8(truncatingIfNeeded: state >> 25)
      }
      sign(&bytes)
      guard let gazetteer = try? Gazetteer(bytes, document: "x.table") else { continue }
      let text = Array("广东省深圳市南山区 the United States".unicodeScalars)
      for start in text.indices { _ = gazetteer.longestPath(in: text, at: start, limit: text.count) }
      for id in gazetteer.all.prefix(50) { _ = (gazetteer[id], gazetteer.ancestors(of: id), gazetteer.members(of: id)) }
    }
  }

  private func sign(_ bytes: inout [UInt8]) {
    var sum: UInt32 = 0x811C_9DC5
    for place in stride(from: 12, to: bytes.count, by: 4) {
      let word = UInt32(bytes[place]) | UInt32(bytes[place + 1]) << 8 | UInt32(bytes[place + 2]) << 16 | UInt32(bytes[place + 3]) << 24
      sum = (sum ^ word) &* 0x0100_0193
    }
    for index in 0..<4 { bytes[8 + index] = UInt8(truncatingIfNeeded: sum >> UInt32(8 * index)) }
  }
}
