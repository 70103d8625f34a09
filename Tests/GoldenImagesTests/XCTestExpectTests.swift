import GoldenImages
import GoldenImagesTesting
import XCTest

/// The expectations in a test of XCTest: what passes, and that a difference fails the test at the line that expects.
final class XCTestExpectTests: XCTestCase {
  private var failures: [(text: String, line: Int)] = []
  private var catchesFailures = false

  override func recordFailure(withDescription description: String, inFile filePath: String, atLine lineNumber: Int, expected: Bool) {
    guard catchesFailures else {
      super.recordFailure(withDescription: description, inFile: filePath, atLine: lineNumber, expected: expected)
      return
    }
    failures.append((description, lineNumber))
  }

  private func failures(of body: () throws -> Void) rethrows -> [(text: String, line: Int)] {
    (failures, catchesFailures) = ([], true)
    defer { catchesFailures = false }
    try body()
    return failures
  }

  func testAPictureLikeItsGoldenPasses() {
    XCTAssertTrue(expectImage(tourBars(), "tour-bars", mode: .compare))
  }

  func testADifferenceFailsTheTestAtTheLineThatExpects() {
    let found = failures(of: {
      XCTAssertFalse(expectImage(plain(36, 24), "tour-bars", mode: .compare, line: 41))
      XCTAssertFalse(expectText("", "a/b", mode: .compare, line: 42))
    })
    // What matches again takes the traces of the difference away.
    XCTAssertTrue(expectImage(tourBars(), "tour-bars", mode: .compare))
    XCTAssertEqual(found.map(\.line), [41, 42])
    XCTAssertTrue(found.first?.text.contains("of 864 pixels differ") == true)
    XCTAssertTrue(found.last?.text.contains("the name of a golden “a/b” may have letters") == true)
  }

  func testRecordingFailsTheTestToo() throws {
    try withTemporaryFolder { folder in
      let found = failures(of: {
        do {
          let outcome = try GoldenStore(folder: folder, mode: .record("")).check(text: "一", named: "bars")
          if let failure = outcome.failure { XCTFail(failure) }
        } catch { XCTFail("\(error)") }
      })
      XCTAssertEqual(found.count, 1)
      XCTAssertTrue(found.first?.text.contains("recorded") == true)
    }
  }
}
