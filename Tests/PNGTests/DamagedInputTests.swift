import Diagnostics
import PNG
import Testing

@Suite struct DamagedInputTests {
  static let good = encodePNG(picture(64, 64) { x, y in (UInt8(x * 4), UInt8(y * 4), 30, 255) })

  func rule(_ bytes: [UInt8], limits: PNGLimits = PNGLimits()) -> String? {
    do throws(Diagnostic) {
      _ = try decodePNG(bytes, document: "x.png", limits: limits)
      return nil
    } catch {
      #expect(error.span?.document == "x.png")
      return error.rule
    }
  }

  @Test func otherFormats() {
    #expect(rule([]) == "png.signature")
    #expect(rule(Array("GIF89a".utf8)) == "png.signature")
  }

  @Test func cutAtEveryPlace() {
    for length in Array(stride(from: 8, to: Self.good.count, by: 7)) + [Self.good.count - 1] {
      #expect(rule(Array(Self.good.prefix(length))) == "png.damaged")
    }
  }

  @Test func everyChangedByteOfThePixelsIsNoticed() {
    let start = Self.good.count - 200
    for place in start..<(start + 100) {
      var bytes = Self.good
      bytes[place] ^= 0x55
      #expect(rule(bytes) == "png.damaged")
    }
  }

  @Test func hugeClaimsAreRefusedBeforeMemoryIsTaken() {
    var limits = PNGLimits()
    limits.pixels = 64 * 64 - 1
    #expect(rule(Self.good, limits: limits) == "png.too-large")
    limits = PNGLimits()
    limits.side = 63
    #expect(rule(Self.good, limits: limits) == "png.too-large")
    let tall = encodePNG(picture(1, 50_000) { _, _ in (0, 0, 0, 255) })
    #expect(rule(tall) == nil)
  }
}
