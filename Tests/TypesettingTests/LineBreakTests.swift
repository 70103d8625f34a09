import Testing
import Typesetting

@Suite struct LineBreakTests {
  /// LineBreakTest of Unicode 17.0.0 (Unicode License): the break strings and the numbers of the rules.
  @Test func theUnicodeTestPassesCompletely() throws {
    var cases = 0
    var wrong: [String] = []
    for line in try fixture("LineBreakTest-17.0.0.distilled.txt").split(separator: "\n") {
      guard let hash = line.firstIndex(of: "#"), hash != line.startIndex else { continue }
      let expected = line[..<hash].split { $0 == " " || $0 == "\t" }.joined(separator: " ")
      let points = expected.split(separator: " ").filter { $0 != "÷" && $0 != "×" }.joined(separator: " ")
      cases += 1
      if try inspectBreaks(hex: points) != expected + "\n" { wrong.append(String(line)) }
    }
    #expect(cases > 19_000)
    #expect(wrong.count == 0, "\(wrong.prefix(20).joined(separator: "\n"))")
  }

  @Test func plainTextShowsEveryBoundary() throws {
    #expect(try inspectBreaks("知识 a.", hex: false) == "×知÷识× ÷a×.÷\n")
    #expect(try inspectBreaks("知识\n\n文\n", hex: false) == "×知÷识÷\n\n×文÷\n")
  }

  @Test func badCodePointsAreNamed() {
    #expect(throws: (any Error).self) { try inspectBreaks(hex: "0041 XYZ") }
    #expect(throws: (any Error).self) { try inspectBreaks(hex: "D800") }
  }
}
