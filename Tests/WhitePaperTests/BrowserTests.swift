import Foundation
import Testing

/// Chromium and Playwright, by which the HTML pages are used as a reader does: the ring `browser` of `Scripts/test`.
private enum Browser {
  static let isAsked = (ProcessInfo.processInfo.environment["WHITEPAPER_RINGS"] ?? "").split(separator: " ").contains("browser")

  /// Runs a script of `Tests/Browser` with the program under test and Chromium; gives its status and what it printed.
  static func run(_ script: String) throws -> (status: Int32, output: String) {
    let program = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent().path + "/whitepaper"
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3", project + "/Tests/Browser/" + script, program, "/usr/bin/chromium"]
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: data, as: UTF8.self))
  }
}

@Suite("BrowserTests", .enabled(if: Browser.isAsked, "Scripts/test --with browser runs these")) struct BrowserTests {
  @Test("the report of a comparison is searched, walked through and blinked")
  func comparisonReport() throws {
    let (status, output) = try Browser.run("comparison_report.py")
    #expect(status == 0, "\(output)")
  }

  @Test("a report is looked at while it is written: edits, an error, where figures come from, memory")
  func preview() throws {
    let (status, output) = try Browser.run("preview.py")
    #expect(status == 0, "\(output)")
  }
}
