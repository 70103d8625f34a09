import Foundation
import Testing

/// Spark, whose executors pipe jobs through our workers: the ring `spark` of `Scripts/test`.
private let isSparkAsked = (ProcessInfo.processInfo.environment["WHITEPAPER_RINGS"] ?? "").split(separator: " ").contains("spark")

@Suite("SparkTests", .enabled(if: isSparkAsked, "Scripts/test --with spark runs these")) struct SparkTests {
  @Test("an executor that is killed loses and doubles nothing")
  func lostExecutor() throws {
    let count = ProcessInfo.processInfo.environment["WHITEPAPER_SPARK_ARTICLES"] ?? "300"
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    let program = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent().path + "/whitepaper"
    process.arguments = ["python3", project + "/Tests/Spark/lost_executor.py", program, count]
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let output = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == 0, "\(output)")
  }
}
