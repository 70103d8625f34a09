import GoldenImages
import Testing

@Suite struct MatchingTests {
  private func numbers(_ range: some Sequence<Int>) -> String {
    "[" + range.map { "\"\($0)\"" }.joined(separator: ",") + "]"
  }

  @Test func longListsThatShareNothingArePairedByPlace() throws {
    let comparison = try compareDumps(actual: numbers(0..<5000), expected: numbers(5000..<9999))
    #expect(comparison.total == 5000)
    #expect(comparison.differences.first?.description == "[0]: “0”, expected “5000”")
    #expect(comparison.summary(limit: 1).hasSuffix("… and 4999 more"))
  }

  @Test func severalChangesInOneList() throws {
    let comparison = try compareDumps(
      actual: #"["a","x","c","d","f","g","h"]"#, expected: #"["a","b","c","e","d","f","h"]"#)
    #expect(
      comparison.differences.map(\.description) == [
        "[1]: “x”, expected “b”", "[3]: missing “e”", "[5]: unexpected “g”",
      ])
  }
}
