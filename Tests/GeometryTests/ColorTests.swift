import Geometry
import Testing

@Suite struct ColorTests {
  @Test(arguments: ["#1A1F2B", "#FFFFFF", "#0A356680"]) func hexRoundTrip(hex: String) throws {
    #expect(try #require(Color(hex: hex)).hex == hex)
  }
  @Test(arguments: ["", "#12", "#GGGGGG", "123456", "#1234567"]) func refused(hex: String) {
    #expect(Color(hex: hex) == nil)
  }
  @Test func contrastOfInkOnWhite() throws {
    #expect(abs(try #require(Color(hex: "#0A3566")).contrast(with: .white) - 12.2) < 0.1)
    #expect(abs(Color.black.contrast(with: .white) - 21) < 1e-9)
  }
}
